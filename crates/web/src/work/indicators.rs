//! The indicators, by the strategist: the list, the form of one, and what it serves.

mod fields;
pub(crate) mod said;

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::paths::WorkPaths;
use super::points::{Asks, Points};
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use fields::{NAMES, Typed};
use riktning_app::work::{
    IndicatorDesk, IndicatorForm, IndicatorRow, IndicatorWriting, Serving, Unsaved,
};
use riktning_domain::Refusal;
use riktning_domain::ids::ElementId;
use riktning_domain::refusal::Fact;
use riktning_words::Language;
use uuid::Uuid;

const PATH: &str = "/arbete/indikatorer";
/// The id of the form whole, for what is wrong with no single field.
const WHOLE: &str = "andring";

#[derive(Template)]
#[template(path = "work/indicators.html")]
struct ListPage {
    shell: Shell,
    /// In the order of the alphabet.
    rows: Vec<IndicatorRow>,
}

#[derive(Template)]
#[template(path = "work/indicator.html")]
struct OnePage {
    shell: Shell,
    view: IndicatorForm,
    typed: Typed,
    faults: Faults,
    heading: String,
    key: Uuid,
    /// The event that the form is written after.
    seen: String,
    action: String,
    /// What somebody else saved while this was typed: each field that differs, and what stands.
    stands_now: Vec<(String, String)>,
    done: Option<String>,
    points: Points,
}

/// What a page shows beside its fields.
#[derive(Default)]
struct Beside {
    faults: Faults,
    stands_now: Vec<(String, String)>,
    done: Option<String>,
}

pub(crate) async fn list(State(site): State<WorkSite>, Extension(me): Extension<Signed>) -> Answer {
    let view = site
        .app
        .inside(me.colleague.person, |i, _| IndicatorDesk::of(i));
    let view = view.ok_or(Failure::NotFound)?;
    let s = speech(&site);
    let mut rows = view.rows;
    rows.sort_by(|a, b| {
        let (a, b) = (s.name(&a.names), s.name(&b.names));
        s.words.compare(a.plain(), b.plain())
    });
    let title = s.t("indicators-work");
    let page = ListPage {
        shell: Shell::new(&site, Some(&me), view.frame, title, PATH),
        rows,
    };
    passing(StatusCode::OK, &page)
}

pub(crate) async fn new(State(site): State<WorkSite>, Extension(me): Extension<Signed>) -> Answer {
    let view = form_of(&site, &me, None)?;
    let typed = Typed::standing(&speech(&site), &view);
    let at = (Uuid::new_v4(), String::new());
    page(&site, &me, view, typed, at, Beside::default()).await
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = form_of(&site, &me, Some(&slug))?;
    let s = speech(&site);
    let done = match query.as_deref() {
        Some("gjort=sparat") => Some(s.t("indicator-saved")),
        Some("gjort=koppling") => Some(s.t("indicator-served-saved")),
        _ => None,
    };
    let (typed, seen) = (Typed::standing(&s, &view), position(&view));
    let beside = Beside {
        done,
        ..Beside::default()
    };
    page(&site, &me, view, typed, (Uuid::new_v4(), seen), beside).await
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
    Path(slug): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    match form.once("gor") {
        Some("koppla" | "ta-bort") => serve(&site, &me, &slug, &form).await,
        _ => save(&site, &me, Some(&slug), &form).await,
    }
}

fn form_of(site: &WorkSite, me: &Signed, slug: Option<&str>) -> Result<IndicatorForm, Failure> {
    let person = me.colleague.person;
    let view = site
        .app
        .inside(person, |i, now| IndicatorForm::of(i, now, slug));
    view.ok_or(Failure::NotFound)
}

/// The event that a form of it as it stands is written after.
fn position(view: &IndicatorForm) -> String {
    let said = view.said.as_ref();
    said.map_or_else(String::new, |(_, position)| position.to_string())
}

async fn save(site: &WorkSite, me: &Signed, slug: Option<&str>, form: &Form) -> Answer {
    let view = form_of(site, me, slug)?;
    let (s, typed, mut beside) = (speech(site), Typed::of(form), Beside::default());
    let key = key(form).unwrap_or_else(Uuid::new_v4);
    let mut seen = form.typed("sett").to_owned();
    if form.once("gor") == Some("fler") {
        return page(site, me, view, typed.with_rows(3), (key, seen), beside).await;
    }
    let definition = typed.read(&s, &mut beside.faults, &view);
    let Some(definition) = definition else {
        return page(site, me, view, typed, (key, seen), beside).await;
    };
    let writing = IndicatorWriting {
        slug: slug.map(str::to_owned),
        key,
        seen: seen.parse().ok(),
        definition,
    };
    match site.app.write_indicator(me.colleague.person, writing).await {
        Ok(slug) => {
            let to = WorkPaths(site.language).own_indicator(&slug);
            return Ok(see(&format!("{to}?gjort=sparat")));
        }
        Err(Unsaved::Nowhere) => return Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => return Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => {
            let said = s.words.refusal(&refusal);
            beside.faults.add(field(&refusal), said);
        }
        Err(Unsaved::Changed) => {
            let now = form_of(site, me, slug)?;
            beside.faults.add(WHOLE, s.t("indicator-fault-changed"));
            beside.stands_now = typed.other_than(&Typed::standing(&s, &now), &s, &now);
            // From here on they have seen both.
            seen = position(&now);
        }
    }
    page(site, me, view, typed, (key, seen), beside).await
}

/// The field that a rule is about.
fn field(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NoShare | Refusal::FactorNotPositive => "ganger",
        Refusal::NotSummed | Refusal::CalculatedNotRolledUp => "rakna",
        Refusal::UsedInCalculation { .. } => "enhet",
        Refusal::BodyNotAlive { .. } => "ansvarig",
        Refusal::TooManyDecimals { .. } => "decimaler",
        Refusal::WouldBreak {
            fact: Fact::VerdictInformed,
            ..
        } => "klass",
        Refusal::CalculatedFromItself
        | Refusal::CalculatedInACircle { .. }
        | Refusal::CalculationTooDeep
        | Refusal::TooFewParts
        | Refusal::TwiceTheSame
        | Refusal::UnitsDiffer { .. }
        | Refusal::Unknown { .. } => "del-1",
        _ => NAMES[0],
    }
}

/// Lets an indicator serve a goal, or serve it no longer.
async fn serve(site: &WorkSite, me: &Signed, slug: &str, form: &Form) -> Answer {
    let view = form_of(site, me, Some(slug))?;
    let (s, mut beside) = (speech(site), Beside::default());
    let element = Uuid::parse_str(form.typed("mal")).ok().map(ElementId);
    let place = match form.typed("plats").trim() {
        "" => Some(0),
        typed => typed.parse::<u16>().ok(),
    };
    let serving = match (form.once("gor"), element, place) {
        (Some("ta-bort"), Some(element), _) => Some(Serving::Stop(element)),
        (_, Some(element), Some(place)) => Some(Serving::Serve(element, place)),
        (_, None, _) => {
            beside.faults.add("mal", s.t("indicator-fault-goal"));
            None
        }
        (_, _, None) => {
            beside.faults.add("plats", s.t("topic-fault-order"));
            None
        }
    };
    if let Some(serving) = serving {
        let person = me.colleague.person;
        match site.app.let_indicator_serve(person, slug, serving).await {
            Ok(()) => {
                let to = WorkPaths(site.language).own_indicator(slug);
                return Ok(see(&format!("{to}?gjort=koppling")));
            }
            Err(Unsaved::Nowhere) => return Err(Failure::NotFound),
            Err(Unsaved::Unperformed(error)) => return Err(unwritten(error)),
            Err(Unsaved::Refused(refusal)) => beside.faults.add("mal", s.words.refusal(&refusal)),
            Err(Unsaved::Changed) => beside.faults.add("mal", s.t("indicator-fault-changed")),
        }
    }
    let (typed, seen) = (Typed::standing(&s, &view), position(&view));
    page(site, me, view, typed, (Uuid::new_v4(), seen), beside).await
}

async fn page(
    site: &WorkSite,
    me: &Signed,
    view: IndicatorForm,
    typed: Typed,
    (key, seen): (Uuid, String),
    beside: Beside,
) -> Answer {
    let s = speech(site);
    let heading = match &view.said {
        None => s.t("indicator-new"),
        Some((said, _)) => s.name(&said.names).plain().to_owned(),
    };
    let (status, title) = beside.faults.headed(&s, &heading);
    let status = match beside.faults.at(WHOLE) {
        Some(_) => StatusCode::CONFLICT,
        None => status,
    };
    let swedish = WorkPaths(Language::Sv);
    let path = match &view.slug {
        None => swedish.new_indicator(),
        Some(slug) => swedish.own_indicator(slug),
    };
    let points = Points::of(site, asks(&typed)).await;
    let page = OnePage {
        points,
        action: WorkPaths(site.language).form(&path),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults: beside.faults,
        heading,
        key,
        seen,
        stands_now: beside.stands_now,
        done: beside.done,
    };
    passing(status, &page)
}

/// What is looked at for a reader's sake.
fn asks(typed: &Typed) -> Vec<Asks<'_>> {
    let named = NAMES.into_iter().zip(Language::ALL).zip(&typed.names);
    let named = named.map(|((field, language), said)| Asks::plain(field, language, said));
    let described = Asks::plain("beskrivning", Language::Sv, &typed.description);
    let noted = Asks::plain("anmarkning", Language::Sv, &typed.note);
    named.chain([described, noted]).collect()
}

impl OnePage {
    fn s(&self) -> &Speech {
        &self.shell.s
    }

    /// The choices of a field: word, name, and whether it is the one.
    fn choices(&self, field: &str) -> Vec<(&'static str, String, bool)> {
        let (s, typed) = (self.s(), &self.typed);
        match field {
            "enhet" => {
                let mut all = said::options(s, &said::UNITS, &typed.unit);
                let is_other = typed.unit == said::OTHER_UNIT;
                all.push((said::OTHER_UNIT, s.t("indicator-unit-other"), is_other));
                all
            }
            "battre" => said::options(s, &said::BETTER, &typed.better),
            "klass" => said::options(s, &said::CLASSES, &typed.class),
            "hur-ofta" => said::options(s, &said::FREQUENCIES, &typed.frequency),
            "rakna" => said::options(s, &said::WAYS, &typed.way),
            _ => {
                let mut all = said::options(s, &said::BREAKDOWNS, "");
                for (word, _, chosen) in &mut all {
                    *chosen = typed.breakdowns.iter().any(|typed| typed == word);
                }
                all
            }
        }
    }

    /// The other indicators, with their units, as a field chooses among them.
    fn others(&self, typed: &str) -> Vec<(String, String, bool)> {
        let s = self.s();
        let named = self.view.others.iter().map(|(id, names, unit)| {
            let name = s.name(names).plain().to_owned();
            let name = format!("{name} ({})", s.unit_name(unit));
            let id = id.to_string();
            let is_chosen = id == typed;
            (id, name, is_chosen)
        });
        let mut all: Vec<_> = named.collect();
        all.sort_by(|a, b| s.words.compare(&a.1, &b.1));
        all
    }

    fn is_responsible(&self, id: &riktning_domain::ids::BodyId) -> bool {
        self.typed.responsible == id.to_string()
    }

    /// The rows of a part with its weight, each with its number.
    fn parts(&self) -> Vec<(usize, &[String; 2])> {
        self.typed
            .parts
            .iter()
            .enumerate()
            .map(|(n, row)| (n + 1, row))
            .collect()
    }

    fn breaks(&self) -> Vec<(usize, &[String; 2])> {
        self.typed
            .breaks
            .iter()
            .enumerate()
            .map(|(n, row)| (n + 1, row))
            .collect()
    }
}
