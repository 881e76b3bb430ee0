//! Outcomes: a form of figures by indicator, period and people, typed in or pasted from a spreadsheet.

mod pasted;
mod typed;

pub(super) use typed::reason;

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::drafts::{self, Keeping, Left, scripted};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use riktning_app::work::{
    KnownIndicator, OutcomeCell, OutcomeRow, Outcomes, OutcomesOf, OutcomesPage, RowKey, Unmeasured,
};
use riktning_domain::Figure;
use riktning_domain::indicators::{Breakdown, Value};
use riktning_words::Language;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use typed::{Typed, TypedRow};
use uuid::Uuid;

/// The id of the field in which a list is pasted.
const LIST: &str = "lista";
/// The years of which figures are reported.
const YEARS: RangeInclusive<i16> = 1990..=2100;

#[derive(Template)]
#[template(path = "work/outcomes.html")]
struct OutcomesForm {
    shell: Shell,
    view: OutcomesPage,
    typed: Typed,
    beside: Beside,
    key: Uuid,
    action: String,
    keeping: Keeping,
}

/// What the page shows beside its fields.
#[derive(Debug, Default)]
struct Beside {
    faults: Faults,
    /// The figures that somebody else has changed since their writer saw them.
    changed: BTreeSet<(RowKey, Breakdown)>,
    left: Option<Left>,
    /// How many rows were just pasted.
    pasted: Option<usize>,
    /// How many figures were just saved.
    saved: Option<usize>,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let year = year(&site, query.as_deref())?;
    let view = of_year(&site, &me, year)?;
    let mut beside = Beside {
        saved: saved(query.as_deref()),
        ..Beside::default()
    };
    let Some(left) = drafts::left(&site, &me, &address(year)).await else {
        let stands = Typed::standing(&view);
        return page(&site, &me, view, stands, beside);
    };
    let own = view.rows().map(|row| row.key.clone());
    let left_rows = typed::rows(&left.form).unwrap_or_default();
    let rows: Vec<RowKey> = own.chain(left_rows).collect();
    let view = with(&site, &me, year, (&rows, typed::seen(&left.form)))?;
    let mut typed = Typed::read(&left.form, &view);
    if !typed.says_more(&view) {
        drafts::undone(&site, &me, &address(year)).await;
        let view = of_year(&site, &me, year)?;
        let stands = Typed::standing(&view);
        return page(&site, &me, view, stands, beside);
    }
    beside.changed = typed.see_now(&view);
    beside.left = Some(left);
    page(&site, &me, view, typed, beside)
}

pub(crate) async fn save(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::LARGEST)?;
    let year = year(&site, query.as_deref())?;
    let Some(rows) = typed::rows(&form) else {
        return too_many(&site, &me, year, &form);
    };
    if form.typed("gor") == "klistra" {
        return paste(&site, &me, year, (&form, rows));
    }
    let view = with(&site, &me, year, (&rows, typed::seen(&form)))?;
    let (s, mut typed) = (speech(&site), Typed::read(&form, &view));
    let mut beside = Beside::default();
    if !typed.list.trim().is_empty() {
        beside.faults.add(LIST, s.t("outcomes-list-left"));
    }
    typed.not_ours(&s, &mut beside.faults, &rows, &view);
    let said = typed.said(&s, &mut beside.faults, &view);
    if !beside.faults.is_empty() {
        let changed = typed.see_now(&view);
        tell_changed(&s, &mut beside, &view, changed);
        return page(&site, &me, view, typed, beside);
    }
    let outcomes = Outcomes {
        rows: said,
        seen: typed.seen,
    };
    match site
        .app
        .report_outcomes(me.colleague.person, &outcomes)
        .await
    {
        Ok(count) => {
            drafts::sent(&site, &me, &address(year), &form).await;
            let to = WorkPaths(site.language).outcomes(&year);
            Ok(see(&format!("{to}&gjort={count}")))
        }
        Err(error) => {
            unsaved(&s, &mut beside, &view, error)?;
            let view = with(&site, &me, year, (&rows, typed.seen))?;
            typed.seen = view.position;
            page(&site, &me, view, typed, beside)
        }
    }
}

/// Why nothing of a form was saved, at the figure that it is about.
fn unsaved(
    s: &Speech,
    beside: &mut Beside,
    view: &OutcomesPage,
    error: Unmeasured,
) -> Result<(), Failure> {
    match error {
        Unmeasured::Unperformed(error) => return Err(unwritten(error)),
        Unmeasured::Nowhere(key) => {
            let name = typed::named(s, view, &key);
            beside
                .faults
                .add(LIST, s.t1("outcomes-not-yours", "row", name));
        }
        Unmeasured::Refused(key, breakdown, refusal) => {
            let field = typed::field(view, &key, breakdown);
            beside.faults.add(field, s.words.refusal(&refusal));
        }
        Unmeasured::Changed(changed) => tell_changed(s, beside, view, changed),
    }
    Ok(())
}

/// Says at each figure that somebody else has changed it meanwhile.
fn tell_changed(
    s: &Speech,
    beside: &mut Beside,
    view: &OutcomesPage,
    changed: BTreeSet<(RowKey, Breakdown)>,
) {
    for (key, breakdown) in &changed {
        let field = typed::field(view, key, *breakdown);
        let name = typed::named(s, view, key);
        let told = s.t1("outcomes-changed", "row", name);
        beside.faults.add(field, told);
    }
    beside.changed = changed;
}

/// A form of more rows than any of ours, or with one that is none: nothing of it is saved, and the list stands.
fn too_many(site: &WorkSite, me: &Signed, year: i16, form: &Form) -> Answer {
    let view = of_year(site, me, year)?;
    let mut typed = Typed::standing(&view);
    typed.list = form.together(LIST);
    let mut beside = Beside::default();
    let told = speech(site).t("outcomes-too-many-rows");
    beside.faults.add(LIST, told);
    page(site, me, view, typed, beside)
}

/// A list from a spreadsheet becomes rows of the form: nothing is saved, and what is wrong stands at its figure.
fn paste(site: &WorkSite, me: &Signed, year: i16, (form, rows): (&Form, Vec<RowKey>)) -> Answer {
    let s = speech(site);
    let person = me.colleague.person;
    let known = site.app.inside(person, |i, _| KnownIndicator::all(i));
    let pasted = pasted::read(&s, &known, year, form.typed(LIST));
    let seen = typed::seen(form);
    let before = with(site, me, year, (&rows, seen))?;
    let typed = Typed::read(form, &before);
    let mut keys = typed.touched(&before);
    keys.extend(pasted.rows.iter().map(|row| row.key.clone()));
    let view = with(site, me, year, (&keys, seen))?;
    let mut typed = Typed::read(form, &view);
    typed.take(&view, &pasted);
    let mut beside = Beside {
        pasted: Some(pasted.rows.len()),
        ..Beside::default()
    };
    for fault in pasted.faults {
        beside.faults.add(LIST, fault);
    }
    typed.said(&s, &mut beside.faults, &view);
    let changed = typed.see_now(&view);
    tell_changed(&s, &mut beside, &view, changed);
    page(site, me, view, typed, beside)
}

fn of_year(site: &WorkSite, me: &Signed, year: i16) -> Result<OutcomesPage, Failure> {
    let person = me.colleague.person;
    let view = site.app.inside(person, |i, _| OutcomesPage::of(i, year));
    view.ok_or(Failure::NotFound)
}

/// These rows, beside what a form showed of them that knew of the events until one.
fn with(
    site: &WorkSite,
    me: &Signed,
    year: i16,
    (rows, seen): (&[RowKey], u64),
) -> Result<OutcomesPage, Failure> {
    let person = me.colleague.person;
    let view = site
        .app
        .inside(person, |i, _| OutcomesPage::with(i, year, rows, seen));
    view.ok_or(Failure::NotFound)
}

/// The year that is asked for; this year where none is.
fn year(site: &WorkSite, query: Option<&str>) -> Result<i16, Failure> {
    let asked = query.into_iter().flat_map(|query| query.split('&'));
    let mut asked = asked.filter_map(|part| part.strip_prefix("ar="));
    match asked.next() {
        None => Ok(site.app.today().year()),
        Some(typed) => {
            let year = typed.parse().ok().filter(|year| YEARS.contains(year));
            year.ok_or(Failure::NotFound)
        }
    }
}

fn saved(query: Option<&str>) -> Option<usize> {
    let mut parts = query?.split('&');
    parts.find_map(|part| part.strip_prefix("gjort=")?.parse().ok())
}

/// The address of the form, in Swedish.
fn address(year: i16) -> String {
    WorkPaths(Language::Sv).outcomes(&year)
}

fn page(site: &WorkSite, me: &Signed, view: OutcomesPage, typed: Typed, beside: Beside) -> Answer {
    let s = speech(site);
    let heading = s.t1("outcomes", "year", view.year);
    let (status, title) = beside.faults.headed(&s, &heading);
    let path = address(view.year);
    let (left, keys) = (beside.left.as_ref(), typed.keys.clone());
    let page = OutcomesForm {
        keeping: Keeping::of(site, &path, &heading, left, keys),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        action: WorkPaths(site.language).outcomes(&view.year),
        view,
        typed,
        beside,
        key: Uuid::new_v4(),
    };
    passing(status, &page).map(scripted)
}

/// The word for which people a figure is about.
pub(super) fn breakdown_key(breakdown: &Breakdown) -> &'static str {
    match breakdown {
        Breakdown::All => "chart-breakdown-all",
        Breakdown::Women => "chart-breakdown-women",
        Breakdown::Men => "chart-breakdown-men",
        Breakdown::Girls => "chart-breakdown-girls",
        Breakdown::Boys => "chart-breakdown-boys",
    }
}

impl OutcomesForm {
    fn heading(&self) -> String {
        let s = &self.shell.s;
        match (self.beside.pasted, self.view.left()) {
            (Some(rows), _) => s.n("outcomes-pasted", &rows),
            (None, 0) => s.t1("outcomes", "year", self.view.year),
            (None, left) => s.n("outcomes-left", &left),
        }
    }

    /// The rows of a body, each with its place in the form.
    fn rows<'a>(&self, of: &'a OutcomesOf) -> Vec<(usize, &'a OutcomeRow)> {
        let rows = of.rows.iter();
        rows.map(|row| (typed::place(&self.view, &row.key), row))
            .collect()
    }

    fn typed(&self, row: &OutcomeRow) -> TypedRow {
        self.typed.row(row)
    }

    /// What a row is about, for whoever hears it alone.
    fn about(&self, row: &OutcomeRow) -> String {
        typed::named(&self.shell.s, &self.view, &row.key)
    }

    /// What stands in the field of a figure: as it is written here, or as it was typed.
    fn field(&self, typed: &TypedRow, cell: &OutcomeCell) -> String {
        let (s, typed) = (&self.shell.s, typed.cell(&cell.breakdown));
        match (super::typed::read_figure(typed), typed::read_reason(typed)) {
            (Some(figure), _) => s.plain(&figure),
            (None, Some(known)) => reason(s, &known),
            (None, None) => typed.to_owned(),
        }
    }

    /// The odd figure that somebody is asked about.
    fn asked_about(&self, place: &usize, typed: &TypedRow, cell: &OutcomeCell) -> Option<Figure> {
        let field = typed::name("v", *place, cell.breakdown);
        self.beside.faults.at(&field)?;
        let figure = super::typed::read_figure(typed.cell(&cell.breakdown))?;
        cell.odd(figure).map(|_| figure)
    }

    /// What somebody else says of a figure by now.
    fn stands_now(&self, row: &OutcomeRow, cell: &OutcomeCell) -> Option<String> {
        let place = (row.key.clone(), cell.breakdown);
        self.beside.changed.contains(&place).then_some(())?;
        Some(self.said(row, cell))
    }

    fn said(&self, row: &OutcomeRow, cell: &OutcomeCell) -> String {
        let s = &self.shell.s;
        match cell.stands.as_ref().map(|said| &said.value) {
            None => String::new(),
            Some(Value::Figure(figure)) => s.with_unit(figure, &row.unit, &row.decimals).plain(),
            Some(Value::None(reason)) => typed::reason(s, reason),
        }
    }

    /// What is known of a figure: the last one, and whether residents see it yet.
    fn known(&self, row: &OutcomeRow, cell: &OutcomeCell) -> Vec<String> {
        let s = &self.shell.s;
        let last = cell.earlier.last();
        let last = last.map(|last| s.with_unit(last, &row.unit, &row.decimals).plain());
        let last = last.map(|last| s.t1("report-outcome-last", "last", last));
        let stands = cell.stands.as_ref();
        let waits = stands.is_some_and(|said| !said.is_open);
        let expected = cell.forecast.as_ref();
        let expected = expected.map(|f| s.with_unit(f, &row.unit, &row.decimals).plain());
        let expected = expected.map(|f| s.t1("outcomes-expected", "figure", f));
        let waits = waits.then(|| s.t("outcomes-waits"));
        last.into_iter().chain(expected).chain(waits).collect()
    }

    /// The years before and after this one, as far as there is anything to report.
    fn years(&self) -> Vec<i16> {
        let near = [self.view.year - 1, self.view.year + 1].into_iter();
        near.filter(|year| *year <= self.view.today.year())
            .collect()
    }
}

/// The name of a field of a figure.
fn name(of: &str, place: &usize, cell: &OutcomeCell) -> String {
    typed::name(of, *place, cell.breakdown)
}
