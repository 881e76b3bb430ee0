//! The contact centre and the form of the hours of a week.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
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
use axum::http::StatusCode;
use riktning_app::work::{HoursForm, HoursWriting, Offices, Unsaved};
use riktning_domain::ids::OfficeId;
use riktning_domain::site::hours::{HoursKind, Opening, Weekday};
use riktning_words::Language;
use uuid::Uuid;

/// The fields of the days of a week, Monday first.
const DAYS: [&str; 7] = [
    "mandag", "tisdag", "onsdag", "torsdag", "fredag", "lordag", "sondag",
];

#[derive(Template)]
#[template(path = "work/offices.html")]
struct OfficesPage {
    shell: Shell,
    view: Offices,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "work/hours.html")]
struct HoursPage {
    shell: Shell,
    heading: String,
    typed: Week,
    faults: Faults,
    action: String,
    /// What stands now, where somebody else set other hours while these were typed.
    stands_now: Option<Week>,
}

/// The week as it was typed, or as it stands.
#[derive(Clone, Debug, Default)]
struct Week {
    days: [String; 7],
    eves: String,
    from: String,
    seen: usize,
}

/// What part of an address each kind of hours is.
pub(super) const KINDS: [(&str, HoursKind); 2] = [
    ("besok", HoursKind::Visiting),
    ("telefon", HoursKind::Telephone),
];
pub(crate) async fn offices(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = all(&site, &me)?;
    let s = speech(&site);
    let done = query.is_some_and(|query| query == "gjort=sparat");
    let path = "/arbete/webbplats/kontakt";
    let page = OfficesPage {
        shell: Shell::new(&site, Some(&me), view.frame.clone(), s.t("contact"), path),
        view,
        done: done.then(|| s.t("work-hours-done")),
    };
    passing(StatusCode::OK, &page)
}

pub(crate) async fn hours(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(at): Path<(String, String)>,
) -> Answer {
    let (office, kind) = place(&at)?;
    let view = form_of(&site, &me, office, kind)?;
    let typed = Week::of(&speech(&site), &view);
    hours_page(&site, &me, &at, view, typed, Faults::default(), None)
}

pub(crate) async fn set_hours(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(at): Path<(String, String)>,
    body: Bytes,
) -> Answer {
    let (office, kind) = place(&at)?;
    let view = form_of(&site, &me, office, kind)?;
    let (s, form) = (speech(&site), Form::read(&body, form::TEXTS)?);
    let (mut typed, mut faults) = (Week::read(&form), Faults::default());
    let writing = typed.to_writing(&s, &mut faults, office, kind);
    let Some(writing) = writing.filter(|_| faults.is_empty()) else {
        return hours_page(&site, &me, &at, view, typed, faults, None);
    };
    let mut stands_now = None;
    match site.app.set_hours(me.colleague.person, writing).await {
        Ok(()) => return Ok(saved(&site)),
        Err(Unsaved::Nowhere) => return Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => return Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => faults.add(DAYS[0], s.words.refusal(&refusal)),
        Err(Unsaved::Changed) => {
            faults.add(DAYS[0], s.t("work-hours-changed-by-other"));
            let now = form_of(&site, &me, office, kind)?;
            // From here on they have seen both.
            typed.seen = now.edition;
            stands_now = Some(Week::of(&s, &now));
        }
    }
    hours_page(&site, &me, &at, view, typed, faults, stands_now)
}

fn all(site: &WorkSite, me: &Signed) -> Result<Offices, Failure> {
    let view = site.app.inside(me.colleague.person, |i, _| Offices::of(i));
    view.ok_or(Failure::NotFound)
}

fn form_of(
    site: &WorkSite,
    me: &Signed,
    office: OfficeId,
    kind: HoursKind,
) -> Result<HoursForm, Failure> {
    let person = me.colleague.person;
    let view = site
        .app
        .inside(person, |i, _| HoursForm::of(i, office, kind));
    view.ok_or(Failure::NotFound)
}

pub(super) fn saved(site: &WorkSite) -> axum::response::Response {
    let to = WorkPaths(site.language).offices();
    see(&format!("{to}?gjort=sparat"))
}

pub(super) fn office_id(typed: &str) -> Result<OfficeId, Failure> {
    let id = Uuid::parse_str(typed).map_err(|_| Failure::NotFound)?;
    Ok(OfficeId(id))
}

fn place((office, kind): &(String, String)) -> Result<(OfficeId, HoursKind), Failure> {
    let mut kinds = KINDS.iter();
    let kind = kinds.find(|(name, _)| name == kind);
    Ok((office_id(office)?, kind.ok_or(Failure::NotFound)?.1))
}

fn hours_page(
    site: &WorkSite,
    me: &Signed,
    at: &(String, String),
    view: HoursForm,
    typed: Week,
    faults: Faults,
    stands_now: Option<Week>,
) -> Answer {
    let s = speech(site);
    let (_, kind) = place(at)?;
    let heading = format!("{}: {}", s.name(&view.office).plain(), s.hours_kind(&kind));
    let (status, title) = faults.headed(&s, &heading);
    let path = WorkPaths(Language::Sv).hours(&at.0, &at.1);
    let page = HoursPage {
        shell: Shell::new(site, Some(me), view.frame, title, path),
        heading,
        typed,
        faults,
        action: WorkPaths(site.language).hours(&at.0, &at.1),
        stands_now,
    };
    passing(status, &page)
}

impl Week {
    /// The week as it stands.
    fn of(s: &Speech, view: &HoursForm) -> Week {
        let day = |open: &Vec<Opening>| match open.is_empty() {
            true => String::new(),
            false => s.openings(open),
        };
        Week {
            days: view.week.each_ref().map(day),
            eves: view
                .on_eves
                .as_ref()
                .map_or(String::new(), |o| s.openings(o)),
            from: view.today.to_string(),
            seen: view.edition,
        }
    }

    fn read(form: &Form) -> Week {
        Week {
            days: DAYS.map(|name| form.typed(name).to_owned()),
            eves: form.typed("fore").to_owned(),
            from: form.typed("fran").to_owned(),
            seen: form.typed("sedd").parse().unwrap_or_default(),
        }
    }

    fn to_writing(
        &self,
        s: &Speech,
        faults: &mut Faults,
        office: OfficeId,
        kind: HoursKind,
    ) -> Option<HoursWriting> {
        let mut week: [Vec<Opening>; 7] = Default::default();
        for ((open, typed), field) in week.iter_mut().zip(&self.days).zip(DAYS) {
            *open = typed::openings(s, faults, field, typed).unwrap_or_default();
        }
        if faults.is_empty() && week.iter().all(Vec::is_empty) {
            faults.add(DAYS[0], s.t("work-fault-hours-none"));
        }
        let on_eves = typed::openings(s, faults, "fore", &self.eves);
        let from = typed::day(s, faults, "fran", &self.from);
        Some(HoursWriting {
            office,
            kind,
            seen: self.seen,
            from: from?,
            week,
            on_eves,
        })
    }
}

impl HoursPage {
    /// The days of the week: field, name, what is typed.
    fn days<'a>(&self, week: &'a Week) -> Vec<(&'static str, String, &'a String)> {
        let names = Weekday::ALL.map(|day| self.shell.s.words.capital(&self.shell.s.weekday(day)));
        let days = DAYS.into_iter().zip(names).zip(&week.days);
        days.map(|((field, name), typed)| (field, name, typed))
            .collect()
    }
}

/// The part of an address that a kind of hours is.
pub(crate) fn kind_in_path(kind: &HoursKind) -> &'static str {
    match kind {
        HoursKind::Visiting => KINDS[0].0,
        HoursKind::Telephone => KINDS[1].0,
    }
}
