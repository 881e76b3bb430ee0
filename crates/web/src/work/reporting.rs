//! Following up in a round: the list that is reported on, what waits to be looked at, and the decision.

mod decide;
mod review;

pub(crate) use decide::{record, show as decision};
pub(crate) use review::{answer as answer_review, show as review};

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
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
use jiff::civil::Date;
use riktning_app::work::{
    BodyReport, ReportPage, ReportRow, Reported, Reporting, RowState, Unreported,
};
use riktning_domain::Text;
use riktning_domain::ids::{RoundId, ScaleValueId, WordingId};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The most characters of a comment.
const REASON: usize = 2_000;
/// The id of what is wrong with no row of its own.
const WHOLE: &str = "skicka";

/// What was typed of a row.
#[derive(Clone, Debug, Default)]
struct TypedRow {
    value: String,
    reason: String,
    /// The version that the form showed.
    seen: String,
}

/// What was typed, by the number of the row.
type Typed = BTreeMap<u32, TypedRow>;

#[derive(Template)]
#[template(path = "work/report.html")]
struct ReportingPage {
    shell: Shell,
    view: ReportPage,
    typed: Typed,
    faults: Faults,
    key: Uuid,
    action: String,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(round): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = view(&site, &me, &round)?;
    let typed = standing(&view);
    let s = speech(&site);
    let done = match query.as_deref() {
        Some("gjort=sparat") => Some(s.t("report-saved")),
        Some("gjort=skickat") => Some(s.t("report-sent")),
        _ => None,
    };
    page(&site, &me, view, (typed, Faults::default(), done))
}

pub(crate) async fn save(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(round): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::LARGEST)?;
    let view = view(&site, &me, &round)?;
    let (s, mut faults) = (speech(&site), Faults::default());
    let mut typed = read(&form, &view);
    let sends = form.typed("gor") == "skicka";
    let rows = reported(&s, &mut faults, &view, &typed);
    if !faults.is_empty() {
        return page(&site, &me, view, (typed, faults, None));
    }
    let reporting = Reporting {
        round: view.round,
        rows,
        sends,
        key: key(&form).unwrap_or_else(Uuid::new_v4),
    };
    match site.app.report(me.colleague.person, &reporting).await {
        Ok(sent) if sends && sent.sent == 0 => faults.add(WHOLE, s.t("report-nothing-to-send")),
        Ok(_) => return Ok(done(&site, &view, sends)),
        Err(Unreported::Nowhere) => return Err(Failure::NotFound),
        Err(Unreported::Unperformed(error)) => return Err(unwritten(error)),
        Err(Unreported::Refused(element, refusal)) => {
            let row = view.rows().find(|row| row.element == element);
            let field = row.map_or_else(|| WHOLE.to_owned(), |row| format!("s-{}", row.number));
            faults.add(field, s.words.refusal(&refusal));
        }
        Err(Unreported::Changed(elements)) => {
            // As it is by now: from here on they have seen both.
            let now = self::view(&site, &me, &round)?;
            for row in now.rows().filter(|row| elements.contains(&row.element)) {
                faults.add(format!("s-{}", row.number), s.t("report-changed"));
                if let Some(typed) = typed.get_mut(&row.number) {
                    typed.seen = seen(row);
                }
            }
            return page(&site, &me, now, (typed, faults, None));
        }
    }
    page(&site, &me, view, (typed, faults, None))
}

fn done(site: &WorkSite, view: &ReportPage, sends: bool) -> axum::response::Response {
    let to = WorkPaths(site.language).report(&view.round);
    let what = if sends { "skickat" } else { "sparat" };
    see(&format!("{to}?gjort={what}"))
}

fn view(site: &WorkSite, me: &Signed, round: &str) -> Result<ReportPage, Failure> {
    let id = round_of(round)?;
    let person = me.colleague.person;
    let view = site.app.inside(person, |i, _| ReportPage::of(i, id));
    view.ok_or(Failure::NotFound)
}

fn round_of(typed: &str) -> Result<RoundId, Failure> {
    let id = Uuid::parse_str(typed).map_err(|_| Failure::NotFound)?;
    Ok(RoundId(id))
}

fn seen(row: &ReportRow) -> String {
    let said = row.said.as_ref();
    said.map(|said| said.version.to_string())
        .unwrap_or_default()
}

/// What stands, in the fields.
fn standing(view: &ReportPage) -> Typed {
    let row = |row: &ReportRow| {
        let said = row.said.as_ref();
        let reason = said.and_then(|said| said.reason.as_str());
        let typed = TypedRow {
            value: said.map(|said| said.value.to_string()).unwrap_or_default(),
            reason: reason.unwrap_or_default().to_owned(),
            seen: seen(row),
        };
        (row.number, typed)
    };
    view.rows().map(row).collect()
}

fn read(form: &Form, view: &ReportPage) -> Typed {
    let row = |row: &ReportRow| {
        let one = |of: &str| form.typed(&format!("{of}-{}", row.number)).to_owned();
        let typed = TypedRow {
            value: one("s"),
            reason: one("k"),
            seen: one("sedd"),
        };
        (row.number, typed)
    };
    view.rows().map(row).collect()
}

/// The rows of which anything is said; every fault at once, each at its row.
fn reported(s: &Speech, faults: &mut Faults, view: &ReportPage, typed: &Typed) -> Vec<Reported> {
    let rows = view.rows().filter(|row| is_written(row));
    let rows = rows.filter_map(|row| {
        let typed = typed.get(&row.number)?;
        let reason = typed::text(
            s,
            faults,
            format!("k-{}", row.number),
            &typed.reason,
            REASON,
            true,
        );
        if typed.value.is_empty() {
            if reason.is_some() {
                faults.add(format!("s-{}", row.number), s.t("report-fault-status"));
            }
            return None;
        }
        let value = Uuid::parse_str(&typed.value).ok().map(ScaleValueId);
        let Some(value) = value.filter(|value| row.mark(value).is_some()) else {
            faults.add(format!("s-{}", row.number), s.t("report-fault-status"));
            return None;
        };
        if reason.is_none() && row.asks_why(&value) {
            faults.add(format!("k-{}", row.number), s.t("report-fault-why"));
            return None;
        }
        Some(Reported {
            element: row.element,
            seen: Uuid::parse_str(&typed.seen).ok().map(WordingId),
            value,
            reason: reason.unwrap_or_else(|| Text::new("")),
        })
    });
    rows.collect()
}

/// Whether a row can still be written: what is approved waits for its decision as it is.
fn is_written(row: &ReportRow) -> bool {
    let said = row.said.as_ref();
    said.is_none_or(|said| !matches!(said.state, RowState::Approved | RowState::Decided))
}

fn page(
    site: &WorkSite,
    me: &Signed,
    view: ReportPage,
    (typed, faults, done): (Typed, Faults, Option<String>),
) -> Answer {
    let s = speech(site);
    let heading = heading(&s, &view);
    let (status, title) = faults.headed(&s, &heading);
    let path = format!("/arbete/omgang/{}/rapportera", view.round);
    let page = ReportingPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        action: WorkPaths(site.language).report(&view.round),
        view,
        typed,
        faults,
        key: Uuid::new_v4(),
        done,
    };
    passing(status, &page)
}

fn heading(s: &Speech, view: &ReportPage) -> String {
    match view.left() {
        0 => s.t("report-none-left"),
        left => s.n("report-left", &left),
    }
}

/// How far a row has come, in a word.
pub(super) fn state_key(state: &RowState) -> &'static str {
    match state {
        RowState::Draft => "report-state-draft",
        RowState::SentBack(_) => "report-state-sent-back",
        RowState::HandedIn => "report-state-handed-in",
        RowState::Reviewed => "report-state-reviewed",
        RowState::Approved => "report-state-approved",
        RowState::Decided => "report-state-decided",
    }
}

impl ReportingPage {
    fn heading(&self) -> String {
        heading(&self.shell.s, &self.view)
    }

    fn typed(&self, row: &ReportRow) -> TypedRow {
        self.typed.get(&row.number).cloned().unwrap_or_default()
    }

    /// The rows of a body that wait for a word, and those that have one.
    fn parts<'a>(&'a self, of: &'a BodyReport) -> (Vec<&'a ReportRow>, Vec<&'a ReportRow>) {
        let at_fault = |row: &ReportRow| {
            let fields = [format!("s-{}", row.number), format!("k-{}", row.number)];
            fields.iter().any(|field| self.faults.at(field).is_some())
        };
        of.rows
            .iter()
            .partition(|row| row.is_left() || at_fault(row))
    }

    fn is_open(&self, row: &ReportRow) -> bool {
        is_written(row)
    }

    fn last_day(&self, day: &Date) -> String {
        let s = &self.shell.s;
        match *day < self.view.today {
            true => s.t1("report-late", "day", s.day(day)),
            false => {
                let left = super::year::days_until(s, &self.view.today, day);
                let day = s.day(day);
                let args = [("day", day.as_str()), ("left", left.as_str())];
                s.words.with("report-last-day", &args)
            }
        }
    }

    /// How many of a body's rows have been said something of.
    fn told(&self, of: &BodyReport) -> String {
        let s = &self.shell.s;
        let told = of.rows.iter().filter(|row| !row.is_left()).count();
        let (told, all) = (s.words.whole(told), s.words.whole(of.rows.len()));
        s.words
            .with("report-told", &[("told", told.as_str()), ("all", &all)])
    }

    fn progress(&self, of: &BodyReport) -> usize {
        of.rows.iter().filter(|row| !row.is_left()).count()
    }
}
