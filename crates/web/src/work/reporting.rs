//! Following up in a round: the list that is reported on, what waits to be looked at, and the decision.

mod decide;
mod review;
mod typed;

pub(crate) use decide::{record, show as decision};
pub(crate) use review::{answer as answer_review, show as review};

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::drafts::{self, Keeping, Left, scripted};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::{Said, Speech};
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use jiff::civil::Date;
use riktning_app::views::frame::VerdictMark;
use riktning_app::work::{
    BodyReport, Judged, LookedAfter, ReportPage, ReportRow, Reporting, RowState, Unreported,
    VerdictProposal,
};
use riktning_domain::assessments::{Scope, Verdict};
use riktning_domain::elements::Quantity;
use riktning_domain::ids::{RoundId, ScaleValueId};
use riktning_domain::models::CountsAs;
use riktning_domain::{Figure, Text};
use riktning_words::Language;
use std::collections::BTreeSet;
use typed::{Kept, Typed, TypedRow};
use uuid::Uuid;

/// The most characters of a comment.
const REASON: usize = 2_000;
/// The most characters of each of the four texts of an analysis.
const TEXT: usize = 4_000;
/// The id of what is wrong with no row of its own.
const WHOLE: &str = "skicka";
/// The id of what was typed of rows that cannot be written any more.
const KEPT: &str = "kvar";

#[derive(Template)]
#[template(path = "work/report.html")]
struct ReportingPage {
    shell: Shell,
    view: ReportPage,
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
    /// The rows that somebody else has written since their writer saw them, by key.
    changed: BTreeSet<String>,
    /// What was typed of rows that cannot be written any more.
    kept: Vec<Kept>,
    left: Option<Left>,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(round): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let id = round_of(&round)?;
    let view = view(&site, &me, id).ok_or(Failure::NotFound)?;
    let (s, stands) = (speech(&site), Typed::standing(&view));
    let mut beside = Beside {
        done: match query.as_deref() {
            Some("gjort=sparat") => Some(s.t("report-saved")),
            Some("gjort=skickat") => Some(s.t("report-sent")),
            _ => None,
        },
        ..Beside::default()
    };
    let Some(left) = drafts::left(&site, &me, &place(&me, id)).await else {
        return page(&site, &me, view, stands, beside);
    };
    let mut typed = Typed::read(&left.form, &view);
    if me.by_link.is_none() {
        beside.kept = typed::kept(&s, &left.form, &view);
    }
    if beside.kept.is_empty() && !view.rows().any(|row| typed.is_touched(row)) {
        drafts::undone(&site, &me, &place(&me, id)).await;
        return page(&site, &me, view, stands, beside);
    }
    beside.changed = typed.see_now(&view);
    beside.left = Some(left);
    page(&site, &me, view, typed, beside)
}

pub(crate) async fn save(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(round): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::LARGEST)?;
    let id = round_of(&round)?;
    // Where nothing is reported any more what was typed is shown as of any page that is gone.
    let view = view(&site, &me, id).ok_or(Failure::NotFound)?;
    let (s, mut typed) = (speech(&site), Typed::read(&form, &view));
    let mut beside = Beside {
        kept: typed::kept(&s, &form, &view),
        ..Beside::default()
    };
    if !beside.kept.is_empty() {
        beside.faults.add(KEPT, s.t("report-fault-kept"));
    }
    if let Some(row) = wants_last_time(&form, &view) {
        typed.take_last_time(row);
        beside.faults = Faults::default();
        return page(&site, &me, view, typed, beside);
    }
    let rows = typed.reported(&s, &mut beside.faults, &view);
    if !beside.faults.is_empty() {
        return page(&site, &me, view, typed, beside);
    }
    let sends = form.typed("gor") == "skicka";
    let reporting = Reporting {
        round: id,
        rows,
        shown: Typed::shown(&form, &view),
        sends,
        by_link: me.by_link.as_ref().map(|opened| opened.rows.clone()),
        key: key(&form).unwrap_or_else(Uuid::new_v4),
    };
    match site.app.report(me.colleague.person, &reporting).await {
        Ok(sent) if sends && sent.sent == 0 => {
            beside.faults.add(WHOLE, s.t("report-nothing-to-send"));
        }
        Ok(_) => {
            drafts::sent(&site, &me, &place(&me, id), &form).await;
            return Ok(done(&site, id, sends));
        }
        Err(error) => return unsaved(&site, &me, (&form, view, typed, beside), error),
    }
    page(&site, &me, view, typed, beside)
}

/// The page again, with why nothing of it was saved.
fn unsaved(
    site: &WorkSite,
    me: &Signed,
    (form, mut view, mut typed, mut beside): (&Form, ReportPage, Typed, Beside),
    error: Unreported,
) -> Answer {
    let s = speech(site);
    match error {
        Unreported::Nowhere => return Err(Failure::NotFound),
        Unreported::Unperformed(error) => return Err(unwritten(error)),
        Unreported::Refused(subject, refusal) => {
            let row = view.rows().find(|row| row.subject == subject);
            let field = row.map_or_else(|| WHOLE.to_owned(), |row| format!("s-{}", row.key()));
            beside.faults.add(field, s.words.refusal(&refusal));
        }
        Unreported::Changed(_) => {
            // As it is by now: what can be written no more stands beside the form.
            view = self::view(site, me, view.round).ok_or(Failure::NotFound)?;
            typed = Typed::read(form, &view);
            beside.kept = typed::kept(&s, form, &view);
            if !beside.kept.is_empty() {
                beside.faults.add(KEPT, s.t("report-fault-kept"));
            }
            beside.changed = typed.see_now(&view);
            for row in view
                .rows()
                .filter(|row| beside.changed.contains(&row.key()))
            {
                let said = s.t1("report-changed", "row", typed::short(&s, row));
                beside.faults.add(format!("s-{}", row.key()), said);
            }
        }
    }
    page(site, me, view, typed, beside)
}

/// The row whose last comment is asked for, by a button of its own that saves nothing.
fn wants_last_time<'a>(form: &Form, view: &'a ReportPage) -> Option<&'a ReportRow> {
    let key = form.typed("hamta");
    view.rows().find(|row| row.key() == key && row.is_written())
}

fn done(site: &WorkSite, round: RoundId, sends: bool) -> axum::response::Response {
    let to = WorkPaths(site.language).report(&round);
    let what = if sends { "skickat" } else { "sparat" };
    see(&format!("{to}?gjort={what}"))
}

/// What they report in a round: by the link of a letter, its rows alone.
fn view(site: &WorkSite, me: &Signed, round: RoundId) -> Option<ReportPage> {
    let person = me.colleague.person;
    let view = site
        .app
        .inside(person, |i, _| Some(ReportPage::of(i, round)?.proposed(i)))?;
    Some(match &me.by_link {
        Some(opened) => view.by_link(&opened.rows),
        None => view,
    })
}

pub(super) fn round_of(typed: &str) -> Result<RoundId, Failure> {
    let id = Uuid::parse_str(typed).map_err(|_| Failure::NotFound)?;
    Ok(RoundId(id))
}

/// The address of the form, in Swedish.
fn address(round: RoundId) -> String {
    WorkPaths(Language::Sv).report(&round)
}

/// Where what is typed in the form is kept: by a link in a place of its own, so that it neither shows nor goes over
/// what its owner typed when they were signed in, and they send nothing unawares that somebody typed by it.
fn place(me: &Signed, round: RoundId) -> String {
    match me.by_link {
        Some(_) => drafts::by_link(round),
        None => address(round),
    }
}

fn page(site: &WorkSite, me: &Signed, view: ReportPage, typed: Typed, beside: Beside) -> Answer {
    let s = speech(site);
    let heading = heading(&s, &view);
    let (status, title) = beside.faults.headed(&s, &heading);
    let path = address(view.round);
    let name = s.name(&view.names).plain().to_owned();
    let (left, keys) = (beside.left.as_ref(), typed.keys.clone());
    let page = ReportingPage {
        keeping: Keeping::of(site, &place(me, view.round), &name, left, keys),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        action: WorkPaths(site.language).report(&view.round),
        view,
        typed,
        beside,
        key: Uuid::new_v4(),
    };
    passing(status, &page).map(scripted)
}

fn heading(s: &Speech, view: &ReportPage) -> String {
    match view.left() {
        0 => s.t("report-none-left"),
        left => s.n("report-left", &left),
    }
}

/// What a row is called: its own words, or what it is of the whole.
pub(super) fn called(s: &Speech, row: &ReportRow) -> Said {
    match &row.about {
        Judged::Element { text, .. } => s.typed(text),
        Judged::Topic(_, names) => s.name(names),
        Judged::Balance => s.own(s.t("judged-balance")),
        Judged::FinancialManagement(Scope::Municipality) => s.own(s.t("judged-finances")),
        Judged::FinancialManagement(Scope::Group) => s.own(s.t("judged-finances-group")),
    }
}

/// What stands over the name of a row: its level and number, or that it is of the whole.
pub(super) fn over(s: &Speech, row: &ReportRow) -> String {
    match &row.about {
        Judged::Element { number, level, .. } => format!("{} {number}", s.name(level).plain()),
        Judged::Topic(..) | Judged::Balance | Judged::FinancialManagement(_) => s.t("judged-whole"),
    }
}

/// What the four texts of an analysis are called.
const CALLED: [&str; 4] = [
    "analysis-happened",
    "analysis-cause",
    "analysis-meaning",
    "analysis-now",
];

/// Those of the four texts that say something.
pub(super) fn told(verdict: &Verdict) -> Vec<(&'static str, &Text)> {
    let texts = [
        &verdict.happened,
        &verdict.cause,
        &verdict.meaning,
        &verdict.now,
    ];
    let texts = CALLED.into_iter().zip(texts);
    texts
        .filter_map(|(key, text)| Some((key, text.as_ref()?)))
        .collect()
}

/// How much has been reached of what is promised.
pub(super) fn reached(s: &Speech, outcome: &Figure, promised: &Quantity) -> String {
    let (figure, aim) = (s.plain(outcome), super::plans::said_quantity(s, promised));
    let args = [("figure", figure.as_str()), ("aim", &aim)];
    s.words.with("reached-of", &args)
}

/// The four texts of an analysis: the field, what it is called and what was typed.
fn analysis(typed: &TypedRow) -> [(&'static str, &'static str, &str); 4] {
    [0, 1, 2, 3].map(|place| {
        (
            typed::TEXTS[place],
            CALLED[place],
            typed.texts[place].as_str(),
        )
    })
}

/// How far a row has come, in a word.
pub(super) fn state_key(state: &RowState) -> &'static str {
    match state {
        RowState::Draft => "report-step-draft",
        RowState::SentBack(_) => "report-step-sent-back",
        RowState::HandedIn => "report-step-handed-in",
        RowState::Reviewed => "report-step-reviewed",
        RowState::Approved => "report-step-approved",
        RowState::Decided => "report-step-decided",
    }
}

impl ReportingPage {
    fn heading(&self) -> String {
        heading(&self.shell.s, &self.view)
    }

    fn typed(&self, row: &ReportRow) -> TypedRow {
        let typed = self.typed.row(row);
        typed.map(|(typed, _)| typed.clone()).unwrap_or_default()
    }

    /// How much is reached, as it is written here, or as it was typed.
    fn outcome(&self, typed: &TypedRow) -> String {
        let figure = typed.figure();
        figure.map_or_else(
            || typed.outcome.clone(),
            |figure| self.shell.s.plain(&figure),
        )
    }

    /// What figures and parts say of a row, a sentence each.
    fn proposal(&self, row: &ReportRow, proposed: &VerdictProposal) -> Vec<String> {
        let s = &self.shell.s;
        let value = proposed.value.and_then(|value| row.mark(&value));
        let head = value.map_or_else(
            || s.t("report-proposes-nothing"),
            |mark| s.t1("report-proposes", "value", s.name(&mark.names).plain()),
        );
        let outcome = proposed.outcome.map(|counts| match counts {
            CountsAs::Met => s.t("report-outcome-reaches"),
            _ => s.t("report-outcome-short"),
        });
        let parts = Some(&proposed.parts).filter(|parts| parts.all > 0);
        let parts = parts.map(|parts| match parts.unknown == parts.all {
            true => s.n("report-parts-silent", &parts.all),
            false => s.t1("report-parts", "tally", s.work_tally(parts)),
        });
        let rests = [outcome, self.indicators(proposed), parts];
        [head]
            .into_iter()
            .chain(rests.into_iter().flatten())
            .collect()
    }

    /// How the indicators of a row stand to their targets.
    fn indicators(&self, proposed: &VerdictProposal) -> Option<String> {
        let (s, of) = (&self.shell.s, proposed.indicators);
        let whole = |n: usize| s.words.whole(n);
        let (met, all, lacking) = (whole(of.met), whole(of.all()), whole(of.unknown));
        let args = [("met", met.as_str()), ("all", &all), ("lacking", &lacking)];
        let key = match of.unknown {
            0 => "report-indicators",
            _ => "report-indicators-lacking",
        };
        (of.all() > 0).then(|| s.words.with(key, &args))
    }

    /// The odd figure of a row that somebody is asked about.
    fn asked_about(&self, row: &ReportRow, typed: &TypedRow) -> Option<Figure> {
        let field = format!("v-{}", row.key());
        self.beside.faults.at(&field)?;
        typed.figure().filter(|figure| row.odd(*figure).is_some())
    }

    fn seen(&self, row: &ReportRow) -> String {
        let shown = self.typed.row(row).map(|(_, shown)| *shown);
        typed::mark(shown.unwrap_or_default())
    }

    /// Whether there is something to look at in a row.
    fn is_at_fault(&self, row: &ReportRow) -> bool {
        let key = row.key();
        let of = |field: &str| field.split_once('-').is_some_and(|(_, of)| of == key);
        let mut faults = self.beside.faults.0.iter();
        faults.any(|fault| of(&fault.field)) || self.is_changed(row)
    }

    /// Whether the fields of a row that is told stand open: something is typed in them.
    fn is_open(&self, row: &ReportRow) -> bool {
        self.typed.is_touched(row)
    }

    fn is_changed(&self, row: &ReportRow) -> bool {
        self.beside.changed.contains(&row.key())
    }

    /// The rows of a body: those that wait for a word of theirs, those that a colleague looks after and has
    /// not written, and those that are told.
    fn parts<'a>(&'a self, of: &'a BodyReport) -> [Vec<&'a ReportRow>; 3] {
        let mut parts = [Vec::new(), Vec::new(), Vec::new()];
        for row in &of.rows {
            let waits = row.waits() || self.typed.is_touched(row);
            let is_anothers = row.looked_after == LookedAfter::Anothers;
            let place = match (self.is_at_fault(row), waits, is_anothers) {
                (true, ..) | (_, true, false) => 0,
                (_, true, true) => 1,
                (_, false, _) => 2,
            };
            parts[place].push(row);
        }
        // What is their own first, and the promises of the year before goals that run over several.
        parts[0].sort_by_key(|row| (row.looked_after != LookedAfter::Mine, !row.is_promise));
        parts
    }

    /// The values of a row's scale that have a key, and those that have none: what cannot be judged stands
    /// by itself, so that nobody chooses it in passing.
    fn choices<'a>(&self, row: &'a ReportRow) -> [Vec<&'a (ScaleValueId, VerdictMark)>; 2] {
        let (known, unknown) = row
            .scale
            .iter()
            .partition(|(_, mark)| mark.counts_as != CountsAs::Unknown);
        [known, unknown]
    }

    fn is_chosen(&self, typed: &str, id: &ScaleValueId) -> bool {
        typed == id.to_string()
    }

    fn last_day(&self, day: &Date) -> String {
        let s = &self.shell.s;
        match *day < self.view.today {
            true => s.t1("report-late", "day", s.day(day)),
            false => {
                let left = crate::work::year::days_until(s, &self.view.today, day);
                let day = s.day(day);
                let args = [("day", day.as_str()), ("left", left.as_str())];
                s.words.with("report-last-day", &args)
            }
        }
    }

    /// When there is something to report next time.
    fn next(&self) -> Option<String> {
        let (s, (names, opens)) = (&self.shell.s, self.view.next.as_ref()?);
        let (round, day) = (s.name(names).plain().to_owned(), s.day(opens));
        let args = [("round", round.as_str()), ("day", day.as_str())];
        Some(s.words.with("report-next", &args))
    }

    /// How many of a body's rows have been said something of.
    fn told(&self, of: &BodyReport) -> String {
        let s = &self.shell.s;
        let (told, all) = (s.words.whole(of.told()), s.words.whole(of.rows.len()));
        let args = [("told", told.as_str()), ("all", &all)];
        s.words.with("report-told", &args)
    }
}
