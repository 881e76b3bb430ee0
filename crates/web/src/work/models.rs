//! The governance models, by the strategist and without code: which there are, and a new one.

mod force;
mod level;
mod level_fields;
mod model;
mod part;
pub(crate) mod said;
mod scale;
mod scale_fields;
mod sent;
mod topics;
mod yearly;
mod yearly_fields;

pub(crate) use force::{put, show as force};
pub(crate) use level::{change as change_level, show as level};
pub(crate) use model::{change, show};
pub(crate) use scale::{change as change_scale, show as scale};
pub(crate) use topics::{change as change_topic, list as topics, show as topic};
pub(crate) use yearly::{change as change_yearly, show as yearly};

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::organisation::names;
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed::cleaned;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use riktning_app::work::{Beginning, BuiltIn, ModelRow, Models, Origin, Unshaped, built_in};
use riktning_domain::ids::ModelId;
use riktning_domain::{Names, Period, Refusal};
use uuid::Uuid;

const PATH: &str = "/arbete/malmodell";
/// The fields of a name, in Swedish, English and Finnish.
const NAMES: [&str; 3] = ["namn", "engelska", "finska"];

#[derive(Template)]
#[template(path = "work/models.html")]
struct ListPage {
    shell: Shell,
    view: Models,
    built_in: Vec<BuiltIn>,
    typed: Typed,
    faults: Faults,
    key: Uuid,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

/// What was typed of a new model.
#[derive(Debug, Default)]
struct Typed {
    origin: String,
    names: [String; 3],
    years: [String; 2],
}

pub(crate) async fn list(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = view(&site, &me)?;
    let thrown = query.is_some_and(|query| query == "gjort=kastat");
    let done = thrown.then(|| speech(&site).t("model-done-thrown"));
    let typed = Typed::begun(&view);
    let none = Faults::default();
    page(&site, &me, (view, done), typed, none, Uuid::new_v4())
}

pub(crate) async fn begin(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = view(&site, &me)?;
    let key = key(&form).unwrap_or_else(Uuid::new_v4);
    let (typed, mut faults) = (Typed::of(&form), Faults::default());
    if let Some(beginning) = typed.read(&speech(&site), &mut faults, &view) {
        let begun = site.app.begin_model(me.colleague.person, &beginning, key);
        match begun.await {
            Ok(id) => return Ok(see(&WorkPaths(site.language).model(&id))),
            Err(error) => told(&speech(&site), &mut faults, error)?,
        }
    }
    page(&site, &me, (view, None), typed, faults, key)
}

/// Says at its field why a model is not begun.
fn told(s: &Speech, faults: &mut Faults, error: Unshaped) -> Result<(), Failure> {
    match error {
        Unshaped::Refused(refusal) => {
            let field = match refusal {
                Refusal::PeriodTaken { .. } | Refusal::PredecessorNotEarlier => "fran-ar",
                _ => "fran",
            };
            faults.add(field, s.words.refusal(&refusal));
            Ok(())
        }
        Unshaped::Unperformed(error) => Err(unwritten(error)),
        _ => Err(Failure::NotFound),
    }
}

fn view(site: &WorkSite, me: &Signed) -> Result<Models, Failure> {
    let person = me.colleague.person;
    let view = site.app.inside(person, |i, _| Models::of(i));
    view.ok_or(Failure::NotFound)
}

fn page(
    site: &WorkSite,
    me: &Signed,
    (view, done): (Models, Option<String>),
    typed: Typed,
    faults: Faults,
    key: Uuid,
) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("models"));
    let page = ListPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, PATH),
        view,
        built_in: built_in(),
        typed,
        faults,
        key,
        done,
    };
    passing(status, &page)
}

impl Typed {
    /// A form that has not been typed in: a copy of the latest, for as many years after it.
    fn begun(view: &Models) -> Typed {
        let Some(latest) = view.rows.first() else {
            return Typed::default();
        };
        let (first, last) = (
            latest.period.first_day().year(),
            latest.period.last_day().year(),
        );
        let years = [last + 1, last + 1 + last - first];
        Typed {
            origin: latest.id.to_string(),
            years: years.map(|year| year.to_string()),
            ..Typed::default()
        }
    }

    fn of(form: &Form) -> Typed {
        let one = |name: &str| form.typed(name).to_owned();
        Typed {
            origin: one("fran"),
            names: NAMES.map(one),
            years: ["fran-ar", "till-ar"].map(one),
        }
    }

    fn read(&self, s: &Speech, faults: &mut Faults, view: &Models) -> Option<Beginning> {
        let origin = self.origin(view);
        if origin.is_none() {
            faults.add("fran", s.t("model-fault-origin"));
        }
        let names = whole_names(s, faults, &self.names);
        let period = years(s, faults, &self.years);
        faults.is_empty().then_some(())?;
        Some(Beginning {
            origin: origin?,
            names: names?,
            period: period?,
        })
    }

    fn origin(&self, view: &Models) -> Option<Origin> {
        let mut copies = view.rows.iter().map(|row| row.id);
        if let Some(id) = copies.find(|id| id.to_string() == self.origin) {
            return Some(Origin::Copy(id));
        }
        let mut carried = built_in().into_iter().map(|one| one.word);
        let word = carried.find(|word| *word == self.origin)?;
        Some(Origin::BuiltIn(word.to_owned()))
    }
}

/// The name of a model, a level or a scale; the Swedish one is needed.
fn whole_names(s: &Speech, faults: &mut Faults, typed: &[String; 3]) -> Option<Names> {
    let [sv, en, fi] = typed;
    let fields = [(NAMES[0], sv.as_str()), (NAMES[1], en), (NAMES[2], fi)];
    let names = names(s, faults, fields);
    if names.is_none() && faults.at(NAMES[0]).is_none() {
        faults.add(NAMES[0], s.t("organisation-fault-name"));
    }
    names
}

/// The years of a goal period, both included.
fn years(s: &Speech, faults: &mut Faults, typed: &[String; 2]) -> Option<Period> {
    let mut year = |field: &'static str, typed: &String| {
        let cleaned = cleaned(typed, false);
        let year = Some(cleaned.as_str()).filter(|year| year.len() == 4);
        let year = year.and_then(|year| year.parse::<i16>().ok());
        let year = year.filter(|year| (1900..=2200).contains(year));
        if year.is_none() {
            faults.add(field, s.t("model-fault-year"));
        }
        year
    };
    let (first, last) = (year("fran-ar", &typed[0]), year("till-ar", &typed[1]));
    let (first, last) = (first?, last?);
    let period = Period::years(first, last).filter(|_| last - first < 20);
    if period.is_none() {
        faults.add("till-ar", s.t("model-fault-years"));
    }
    period
}

/// A model by its part of the address.
fn model_id(typed: &str) -> Result<ModelId, Failure> {
    let id = Uuid::parse_str(typed).map(ModelId);
    id.map_err(|_| Failure::NotFound)
}

impl ListPage {
    fn is_chosen(&self, origin: &str) -> bool {
        self.typed.origin == origin
    }

    fn copies(&self) -> Vec<(String, &ModelRow)> {
        let rows = self.view.rows.iter();
        rows.map(|row| (row.id.to_string(), row)).collect()
    }
}
