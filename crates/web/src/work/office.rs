//! The form of an office: what it is called, where it is, and from which day.

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::offices::{office_id, saved};
use super::paths::WorkPaths;
use super::points::{Asks, Points};
use super::session::Signed;
use super::shell::{Shell, speech};
use super::typed;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use riktning_app::work::{OfficeForm, OfficeWriting, Unsaved};
use riktning_domain::ids::OfficeId;
use riktning_domain::site::offices::DescribeOffice;
use riktning_domain::{Names, Refusal, Text};
use riktning_words::Language;
use uuid::Uuid;

/// The most characters of each text.
const NAME: usize = 100;
const ADDRESS: usize = 200;
const PHONE: usize = 40;
/// The fields of its name, by language.
const NAMES: [(&str, Language); 3] = [
    ("namn-sv", Language::Sv),
    ("namn-en", Language::En),
    ("namn-fi", Language::Fi),
];

#[derive(Template)]
#[template(path = "work/office.html")]
struct OfficePage {
    shell: Shell,
    view: OfficeForm,
    typed: Typed,
    faults: Faults,
    heading: String,
    key: Uuid,
    action: String,
    /// Whether it is shown as residents will see it.
    preview: bool,
    /// What somebody else said while this was typed.
    stands_now: Option<DescribeOffice>,
    points: Points,
}

/// The fields as they were typed, or as they stand.
#[derive(Clone, Debug, Default)]
struct Typed {
    names: [String; 3],
    part_of: String,
    address: String,
    phone: String,
    from: String,
    to: String,
    seen: usize,
}

pub(crate) async fn new(State(site): State<WorkSite>, Extension(me): Extension<Signed>) -> Answer {
    let view = form_of(&site, &me, None)?;
    let typed = Typed::of(&view);
    page(&site, &me, view, typed, Faults::default(), false, None).await
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(office): Path<String>,
) -> Answer {
    let view = form_of(&site, &me, Some(office_id(&office)?))?;
    let typed = Typed::of(&view);
    page(&site, &me, view, typed, Faults::default(), false, None).await
}

pub(crate) async fn create(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    save(&site, &me, None, &Form::read(&body, form::TEXTS)?).await
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(office): Path<String>,
    body: Bytes,
) -> Answer {
    let id = office_id(&office)?;
    save(&site, &me, Some(id), &Form::read(&body, form::TEXTS)?).await
}

fn form_of(site: &WorkSite, me: &Signed, id: Option<OfficeId>) -> Result<OfficeForm, Failure> {
    let person = me.colleague.person;
    let view = site.app.inside(person, |i, _| OfficeForm::of(i, id));
    view.ok_or(Failure::NotFound)
}

async fn save(site: &WorkSite, me: &Signed, id: Option<OfficeId>, form: &Form) -> Answer {
    let view = form_of(site, me, id)?;
    let (s, mut typed, mut faults) = (speech(site), Typed::read(form), Faults::default());
    let writing = typed.to_writing(&s, &mut faults, &view, id, form);
    let looks = form.once("granska").is_some();
    let Some(writing) = writing.filter(|_| faults.is_empty() && !looks) else {
        let shown = looks && faults.is_empty();
        return page(site, me, view, typed, faults, shown, None).await;
    };
    match site.app.write_office(me.colleague.person, writing).await {
        Ok(()) => Ok(saved(site)),
        Err(Unsaved::Nowhere) => Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => {
            faults.add(field_of(&refusal), s.words.refusal(&refusal));
            page(site, me, view, typed, faults, false, None).await
        }
        Err(Unsaved::Changed) => {
            faults.add("namn-sv", s.t("offices-changed-by-other"));
            let now = form_of(site, me, id)?;
            // From here on they have seen both.
            typed.seen = now.edition;
            let stands = now.said.clone();
            page(site, me, now, typed, faults, false, stands).await
        }
    }
}

/// The field that a rule's answer is about.
fn field_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NotAPhone { .. } => "telefon",
        Refusal::EndsBeforeItStarts => "till",
        Refusal::OfficeUnderItself => "del-av",
        _ => "namn-sv",
    }
}

async fn page(
    site: &WorkSite,
    me: &Signed,
    view: OfficeForm,
    typed: Typed,
    faults: Faults,
    preview: bool,
    stands_now: Option<DescribeOffice>,
) -> Answer {
    let s = speech(site);
    let heading = match &view.said {
        None => s.t("offices-new"),
        Some(said) => s.name(&said.names).plain().to_owned(),
    };
    let swedish = WorkPaths(Language::Sv);
    let path = match &view.said {
        None => swedish.new_office(),
        Some(said) => swedish.office(&said.office.to_string()),
    };
    let (status, title) = faults.headed(&s, &heading);
    let names = NAMES.iter().zip(&typed.names);
    let asks = names.map(|((field, language), said)| Asks::plain(field, *language, said));
    let points = Points::of(site, asks.collect()).await;
    let page = OfficePage {
        points,
        action: WorkPaths(site.language).form(&path),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
        heading,
        key: Uuid::new_v4(),
        preview,
        stands_now,
    };
    passing(status, &page)
}

impl Typed {
    fn of(view: &OfficeForm) -> Typed {
        let Some(said) = &view.said else {
            return Typed {
                from: view.today.to_string(),
                ..Typed::default()
            };
        };
        Typed {
            names: [
                plain(Some(&said.names.sv)),
                plain(said.names.en.as_ref()),
                plain(said.names.fi.as_ref()),
            ],
            part_of: said.part_of.map_or(String::new(), |id| id.to_string()),
            address: plain(said.address.as_ref()),
            phone: plain(said.phone.as_ref()),
            // What changes does so from today, unless somebody says otherwise.
            from: said.from.day().max(view.today).to_string(),
            to: said.to.map_or(String::new(), |to| to.to_string()),
            seen: view.edition,
        }
    }

    fn read(form: &Form) -> Typed {
        let one = |name: &str| form.typed(name).to_owned();
        Typed {
            names: NAMES.map(|(name, _)| one(name)),
            part_of: one("del-av"),
            address: one("adress"),
            phone: one("telefon"),
            from: one("fran"),
            to: one("till"),
            seen: form.typed("sedd").parse().unwrap_or_default(),
        }
    }

    /// The fields as domain types; every fault at once.
    fn to_writing(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &OfficeForm,
        office: Option<OfficeId>,
        form: &Form,
    ) -> Option<OfficeWriting> {
        let [sv, en, fi] =
            [0, 1, 2].map(|n| typed::text(s, faults, NAMES[n].0, &self.names[n], NAME, false));
        if sv.is_none() && faults.at(NAMES[0].0).is_none() {
            faults.add(NAMES[0].0, s.t("offices-fault-name"));
        }
        let part_of = Uuid::parse_str(&self.part_of).ok();
        let part_of = part_of.filter(|id| view.centres.iter().any(|centre| centre.id == *id));
        if part_of.is_none() && !self.part_of.is_empty() {
            faults.add("del-av", s.t("documents-fault-body"));
        }
        let address = typed::text(s, faults, "adress", &self.address, ADDRESS, false);
        let phone = typed::text(s, faults, "telefon", &self.phone, PHONE, false);
        let from = typed::day(s, faults, "fran", &self.from);
        let to = match self.to.trim().is_empty() {
            true => None,
            false => typed::day(s, faults, "till", &self.to),
        };
        let key = key(form);
        if key.is_none() {
            // A form of ours has one; without it a double click would be two.
            faults.add(NAMES[0].0, s.t("work-fault-form"));
        }
        Some(OfficeWriting {
            office,
            key: key?,
            seen: self.seen,
            names: Names { sv: sv?, en, fi },
            part_of: part_of.map(OfficeId),
            address,
            phone,
            from: from?,
            to,
        })
    }
}

fn plain(text: Option<&Text>) -> String {
    text.and_then(Text::as_str).unwrap_or_default().to_owned()
}

impl OfficePage {
    /// Its name in each language: field, language, what is typed.
    fn names(&self) -> Vec<(&'static str, Language, &String)> {
        let names = NAMES.into_iter().zip(&self.typed.names);
        names
            .map(|((field, language), typed)| (field, language, typed))
            .collect()
    }

    fn is_centre(&self, id: &Uuid) -> bool {
        self.typed.part_of == id.to_string()
    }
}
