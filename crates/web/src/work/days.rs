//! Days on which an office has other hours than those of the week: said, and taken back.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::offices::{KINDS, kind_in_path, office_id, saved};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use jiff::ToSpan as _;
use jiff::civil::Date;
use riktning_app::work::{DaysForm, DaysWriting, Unsaved};
use riktning_domain::ids::OfficeId;
use riktning_domain::site::hours::HoursKind;
use riktning_domain::site::offices::{SetException, TakeBackException};
use riktning_domain::{Names, Refusal};
use riktning_words::Language;

/// The most characters of why a day differs.
const REASON: usize = 150;
/// The fields of why a day differs, by language.
const REASONS: [(&str, Language); 3] = [
    ("skal-sv", Language::Sv),
    ("skal-en", Language::En),
    ("skal-fi", Language::Fi),
];

#[derive(Template)]
#[template(path = "work/days.html")]
struct DaysPage {
    shell: Shell,
    view: DaysForm,
    typed: Days,
    /// What has just been done, in a sentence.
    done: Option<String>,
    faults: Faults,
    action: String,
}

/// The days that differ, as they were typed.
#[derive(Clone, Debug, Default)]
struct Days {
    kind: String,
    from: String,
    to: String,
    open: String,
    reasons: [String; 3],
}

pub(crate) async fn days(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(office): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let removed = query.is_some_and(|query| query == "gjort=borttaget");
    let done = removed.then(|| speech(&site).t("work-days-removed"));
    days_page(
        &site,
        &me,
        &office,
        Days::default(),
        Faults::default(),
        done,
    )
}

pub(crate) async fn set_days(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(office): Path<String>,
    body: Bytes,
) -> Answer {
    let (s, form) = (speech(&site), Form::read(&body, form::TEXTS)?);
    let id = office_id(&office)?;
    if form.once("gor") == Some("ta-bort") {
        return take_back(&site, &me, &office, id, &form).await;
    }
    let (typed, mut faults) = (Days::read(&form), Faults::default());
    let writing = typed.to_writing(&s, &mut faults, id);
    let today = site.app.today();
    if let Some(writing) = &writing {
        to_come(&s, &mut faults, writing, today);
    }
    let Some(writing) = writing.filter(|_| faults.is_empty()) else {
        return days_page(&site, &me, &office, typed, faults, None);
    };
    match site.app.set_days(me.colleague.person, writing).await {
        Ok(()) => Ok(saved(&site)),
        Err(Unsaved::Unperformed(error)) => Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => {
            let field = match refusal {
                Refusal::EndsBeforeItStarts => "till",
                _ => "tider",
            };
            faults.add(field, s.words.refusal(&refusal));
            days_page(&site, &me, &office, typed, faults, None)
        }
        Err(Unsaved::Nowhere | Unsaved::Changed) => Err(Failure::NotFound),
    }
}

/// The days of a button on the page: nothing of it is typed.
fn of_button(office: OfficeId, form: &Form) -> Option<TakeBackException> {
    let day = |field: &str| form.once(field)?.parse::<Date>().ok();
    Some(TakeBackException {
        office,
        kind: kind_of(form.once("galler")?),
        from: day("fran")?,
        to: day("till")?,
    })
}

async fn take_back(
    site: &WorkSite,
    me: &Signed,
    office: &str,
    id: OfficeId,
    form: &Form,
) -> Answer {
    let days = of_button(id, form).ok_or(Failure::NotFound)?;
    match site.app.take_back_days(me.colleague.person, days).await {
        Ok(()) => {
            let to = WorkPaths(site.language).days(office);
            Ok(see(&format!("{to}?gjort=borttaget")))
        }
        Err(Unsaved::Unperformed(error)) => Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => {
            let mut faults = Faults::default();
            faults.add("sagt", speech(site).words.refusal(&refusal));
            days_page(site, me, office, Days::default(), faults, None)
        }
        Err(Unsaved::Nowhere | Unsaved::Changed) => Err(Failure::NotFound),
    }
}

/// Days that have been are what they were, and a closing of many years is a slip of the pen.
fn to_come(s: &Speech, faults: &mut Faults, writing: &DaysWriting, today: Date) {
    if writing.to < today {
        faults.add("fran", s.t("work-fault-days-past"));
    }
    let year_on = writing.from.checked_add(1.year()).unwrap_or(Date::MAX);
    if writing.to > year_on {
        faults.add("till", s.t("work-fault-days-long"));
    }
}

fn days_page(
    site: &WorkSite,
    me: &Signed,
    office: &str,
    typed: Days,
    faults: Faults,
    done: Option<String>,
) -> Answer {
    let (id, s) = (office_id(office)?, speech(site));
    let person = me.colleague.person;
    let view = site.app.inside(person, |i, _| DaysForm::of(i, id));
    let view = view.ok_or(Failure::NotFound)?;
    let (status, title) = faults.headed(&s, &s.t("work-days"));
    let path = WorkPaths(Language::Sv).days(office);
    let page = DaysPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        done,
        faults,
        action: WorkPaths(site.language).days(office),
    };
    passing(status, &page)
}

fn kind_of(typed: &str) -> Option<HoursKind> {
    let mut kinds = KINDS.iter();
    let kind = kinds.find(|(name, _)| *name == typed);
    kind.map(|(_, kind)| *kind)
}

impl Days {
    fn read(form: &Form) -> Days {
        let one = |name: &str| form.typed(name).to_owned();
        Days {
            kind: one("galler"),
            from: one("fran"),
            to: one("till"),
            open: one("tider"),
            reasons: REASONS.map(|(name, _)| one(name)),
        }
    }

    fn to_writing(&self, s: &Speech, faults: &mut Faults, office: OfficeId) -> Option<DaysWriting> {
        let from = typed::day(s, faults, "fran", &self.from);
        let to = match self.to.trim().is_empty() {
            true => from,
            false => typed::day(s, faults, "till", &self.to),
        };
        let open = typed::openings(s, faults, "tider", &self.open);
        let [sv, en, fi] = [0, 1, 2]
            .map(|n| typed::text(s, faults, REASONS[n].0, &self.reasons[n], REASON, false));
        if sv.is_none() {
            faults.add(REASONS[0].0, s.t("work-fault-reason"));
        }
        Some(DaysWriting {
            office,
            kind: kind_of(&self.kind),
            from: from?,
            to: to?,
            open: open.unwrap_or_default(),
            reason: Names { sv: sv?, en, fi },
        })
    }
}

impl DaysPage {
    /// Why, in each language: field, language, what is typed.
    fn reasons(&self) -> Vec<(&'static str, Language, &String)> {
        let reasons = REASONS.into_iter().zip(&self.typed.reasons);
        reasons
            .map(|((field, language), typed)| (field, language, typed))
            .collect()
    }

    /// The hours that something is said of: what its button sends, and what it is called.
    fn of(&self, said: &SetException) -> (&'static str, String) {
        match said.kind {
            Some(kind) => (kind_in_path(&kind), self.shell.s.hours_kind(&kind)),
            None => ("", self.shell.s.t("work-days-both")),
        }
    }
}
