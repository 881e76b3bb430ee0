//! The rounds of a year, made of those of the year before.

use super::WorkSite;
use super::answers::{Answer, Faults, key};
use super::paths::WorkPaths;
use super::round::WHOLE;
use super::round_fields::{Fields, OCCASIONS, Occasions, in_order, kinds};
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed::{self, cleaned};
use super::year::asked;
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use crate::pages::speech::Speech;
use crate::paths;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use riktning_app::work::{CycleForm, Proposed, RoundDraft, Unopened, Whom};
use riktning_domain::Names;
use riktning_domain::ids::RoundId;
use uuid::Uuid;

/// Bytes of a form of many rounds.
const CYCLE: usize = 512 << 10;

#[derive(Template)]
#[template(path = "work/cycle.html")]
struct CyclePage {
    shell: Shell,
    view: CycleForm,
    rows: Vec<Row>,
    faults: Faults,
    key: Uuid,
    action: String,
}

/// A round in the form.
struct Row {
    /// Which round it is made of.
    of: RoundId,
    /// Whether the model has it every year.
    is_models: bool,
    /// The year that it is about, where no model has that.
    lacks_model: Option<i16>,
    /// Whether it is to be opened.
    is_chosen: bool,
    fields: Fields,
    /// What it would be called, if nobody says otherwise.
    names: Names,
    /// The bodies that dealt with it and are no more.
    gone: Vec<Names>,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(year): Path<String>,
) -> Answer {
    let view = view(&site, &me, &year, &[])?;
    let rows = rows(&view, |fields, proposed| (fields, proposed.has_model));
    page(&site, &me, view, (rows, Faults::default()), Uuid::new_v4())
}

pub(crate) async fn open(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(year): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, CYCLE)?;
    let shown = form.all("med").filter_map(|id| Uuid::parse_str(id).ok());
    let shown: Vec<RoundId> = shown.map(RoundId).collect();
    let view = view(&site, &me, &year, &shown)?;
    let key = key(&form).unwrap_or_else(Uuid::new_v4);
    let typed = |_: Fields, proposed: &Proposed| {
        let at = proposed.of.to_string();
        let is_chosen = form.all("med").any(|of| of == at);
        (
            Fields::typed(&form, &view.whom, format!("-{at}")),
            is_chosen,
        )
    };
    let rows = rows(&view, typed);
    let mut faults = Faults::default();
    let s = speech(&site);
    let drafts = read(&s, &mut faults, &view, &rows);
    let gone = gone(&form, &view);
    if !gone.is_empty() {
        faults.add(
            WHOLE,
            s.t1("cycle-fault-gone", "names", s.words.list(&gone)),
        );
    } else if !rows.iter().any(|row| row.is_chosen) {
        faults.add(WHOLE, s.t("cycle-fault-none"));
    }
    if faults.is_empty() {
        let person = me.colleague.person;
        let done = site.app.open_cycle(person, (view.year, key), &drafts).await;
        match done {
            Ok(()) => return Ok(see(&WorkPaths(site.language).year_done(view.year))),
            Err(error) => refused(&s, &mut faults, (&rows, &view.whom), error)?,
        }
    }
    page(&site, &me, view, (rows, faults), key)
}

/// What the rounds are called that were chosen and are proposed no longer.
fn gone(form: &Form, view: &CycleForm) -> Vec<String> {
    let is_there = |id: &str| view.proposed.iter().any(|own| own.of.to_string() == id);
    let chosen = form.all("med").filter(|id| !is_there(id));
    let named = chosen.map(|id| cleaned(form.typed(&format!("namn-{id}")), false));
    named.map(|name| format!("”{name}”")).collect()
}

fn view(site: &WorkSite, me: &Signed, year: &str, shown: &[RoundId]) -> Result<CycleForm, Failure> {
    let year = paths::year(year).ok_or(Failure::NotFound)?;
    let view = site
        .app
        .inside(me.colleague.person, |i, _| CycleForm::of(i, year, shown));
    let mut view = view.ok_or(Failure::NotFound)?;
    in_order(&speech(site), &mut view.whom);
    Ok(view)
}

/// The rows of what is proposed, each with what `typed` makes of its fields.
fn rows(view: &CycleForm, typed: impl Fn(Fields, &Proposed) -> (Fields, bool)) -> Vec<Row> {
    let row = |proposed: &Proposed| {
        let at = format!("-{}", proposed.of);
        let standing = Fields::of(&proposed.draft, &view.whom, at);
        let occasion = standing.occasion.clone();
        let (mut fields, is_chosen) = typed(standing, proposed);
        fields.occasion = occasion;
        fields.is_fixed = (true, false);
        Row {
            of: proposed.of,
            is_models: proposed.is_models,
            lacks_model: (!proposed.has_model).then(|| proposed.draft.cut_off.year()),
            is_chosen,
            fields,
            names: proposed.draft.names.clone(),
            gone: proposed.gone.clone(),
        }
    };
    view.proposed.iter().map(row).collect()
}

/// What is to be opened, of the rows that are chosen.
fn read(
    s: &Speech,
    faults: &mut Faults,
    view: &CycleForm,
    rows: &[Row],
) -> Vec<(RoundId, RoundDraft)> {
    let chosen = rows.iter().filter(|row| row.is_chosen);
    let read = chosen.filter_map(|row| Some((row.of, row.fields.read(s, faults, &view.whom)?)));
    read.collect()
}

/// Says at its field why nothing was opened: in the row that a rule refused.
fn refused(
    s: &Speech,
    faults: &mut Faults,
    (rows, whom): (&[Row], &Whom),
    error: Unopened,
) -> Result<(), Failure> {
    let place = match &error {
        Unopened::Refused(place, _) | Unopened::NoModel(place, _) => *place,
        _ => 0,
    };
    let mut chosen = rows.iter().filter(|row| row.is_chosen);
    match chosen.nth(place) {
        Some(row) => row.fields.refused(s, faults, error, whom),
        None => Fields::default().refused(s, faults, error, whom),
    }
}

fn page(
    site: &WorkSite,
    me: &Signed,
    view: CycleForm,
    (rows, faults): (Vec<Row>, Faults),
    key: Uuid,
) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t1("cycle", "year", view.year));
    let path = format!("/arbete/aret/{}/omgangar", view.year);
    let action = format!("{}{path}", site.language.prefix());
    let page = CyclePage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        rows,
        faults,
        key,
        action,
    };
    passing(status, &page)
}

impl CyclePage {
    fn kinds(&self) -> Vec<(&'static str, String)> {
        kinds(&self.shell.s, &self.view.whom)
    }

    fn occasions(&self) -> &'static Occasions {
        &OCCASIONS
    }

    /// Whether all that is proposed is the model's own.
    fn is_from_model(&self) -> bool {
        self.rows.iter().all(|row| row.is_models)
    }

    /// Whether no model has any of it: then there is nothing to open.
    fn is_beyond(&self) -> bool {
        !self.rows.is_empty() && self.rows.iter().all(|row| row.lacks_model.is_some())
    }

    /// A sentence about the year and the one before it.
    fn about(&self, key: &str) -> String {
        let (year, before) = (self.view.year.to_string(), (self.view.year - 1).to_string());
        let args = [("year", year.as_str()), ("before", &before)];
        self.shell.s.words.with(key, &args)
    }

    /// What a folded row says of itself: when it opens, the last days, and who deals with it when.
    fn days(&self, row: &Row) -> String {
        let s = &self.shell.s;
        // The year is said where it is not that of the page.
        let said = |typed: &str| {
            let day = typed::whole_day(typed)?;
            Some(match day.year() == self.view.year {
                true => s.words.day_and_month(day),
                false => s.words.day(day),
            })
        };
        let fields = &row.fields;
        let opens = said(&fields.opens).map(|day| s.t1("cycle-opens", "day", day));
        let last = self.view.whom.kinds.iter().zip(&fields.deadlines);
        let last =
            last.filter_map(|(kind, typed)| Some(format!("{} {}", asked(s, kind), said(typed)?)));
        let last: Vec<String> = last.collect();
        let last = Some(s.words.list(&last)).filter(|_| !last.is_empty());
        let last = last.map(|days| s.t1("cycle-last", "days", days));
        let meetings = fields.meetings.iter().filter_map(|[organ, on]| {
            let mut bodies = self.view.whom.bodies.iter();
            let (_, names) = bodies.find(|(id, _)| id.to_string() == *organ)?;
            Some(format!("{} {}", s.name(names).plain(), said(on)?))
        });
        let all: Vec<String> = opens.into_iter().chain(last).chain(meetings).collect();
        all.join(" · ")
    }

    /// Whether something is wrong in a row, so that it stands open.
    fn is_wrong(&self, row: &Row) -> bool {
        let mut faults = self.faults.0.iter();
        faults.any(|fault| fault.field.ends_with(&row.fields.at))
    }

    fn gone(&self, row: &Row) -> String {
        super::organisation::listed(&self.shell.s, &row.gone)
    }
}
