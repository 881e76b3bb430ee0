//! Following up in a round: what a body reports on, row by row, from the first word to the decision.

mod deciding;
mod reviewing;
mod saving;

pub use deciding::{JudgedItem, ReportDecision, ReportRecording};
pub use reviewing::{Review, ReviewRow, Reviewing};
pub use saving::{Reported, Reporting, Sent, Unreported};

use super::rows::Details;
use super::{WorkFrame, body, derived};
use crate::views::frame::VerdictMark;
use jiff::SignedDuration;
use jiff::civil::Date;
use riktning_domain::assessments::{Step, Subject, Verdict};
use riktning_domain::command::Now;
use riktning_domain::ids::{
    AssessmentId, BodyId, ElementId, IndicatorId, RoundId, ScaleValueId, WordingId,
};
use riktning_domain::inside::{InsideAssessment, InsideElement, InsideRound};
use riktning_domain::models::{CountsAs, ModelDefinition};
use riktning_domain::permissions::Role;
use riktning_domain::rounds::Occasion;
use riktning_domain::{Inside, Names, Text};

/// What a body reports in a round, for whoever writes it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportPage {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Which round.
    pub round: RoundId,
    /// What it is called.
    pub names: Names,
    /// The day that everything is about.
    pub cut_off: Date,
    /// The day it is.
    pub today: Date,
    /// The next round that takes reports, and from which day.
    pub next: Option<(Names, Date)>,
    /// The bodies that they write for, each with what it reports.
    pub bodies: Vec<BodyReport>,
}

/// What one body reports in a round.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyReport {
    /// Whose.
    pub id: BodyId,
    /// Its name and address.
    pub body: (Names, String),
    /// Its last day, if one is set.
    pub deadline: Option<Date>,
    /// The rows in the order of their numbers.
    pub rows: Vec<ReportRow>,
}

/// A row that is reported on.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportRow {
    /// Which element.
    pub element: ElementId,
    /// Its number.
    pub number: u32,
    /// Its part of the address.
    pub slug: String,
    /// What its level is called.
    pub level: Names,
    /// What was decided.
    pub text: Text,
    /// What else it says of itself.
    pub details: Details,
    /// Whether it is a promise of a year: one that goes as it was promised needs no word on why.
    pub is_promise: bool,
    /// Who looks after it.
    pub looked_after: LookedAfter,
    /// The year that it is judged for.
    pub year: i16,
    /// Whether how it goes so far and how the year is thought to end are two things: so while a year goes
    /// on, unless the values of its scale are thoughts of the end already (*Nås*).
    pub has_forecast: bool,
    /// The last year of what runs over several, where its verdict has another horizon too.
    pub to_end: Option<i16>,
    /// What can be said of it, the best first.
    pub scale: Vec<(ScaleValueId, VerdictMark)>,
    /// What has been said of it in this round.
    pub said: Option<RowSaid>,
    /// What was decided of it last: in which round, the verdict and why.
    pub before: Option<(Names, VerdictMark, Text)>,
}

/// Who looks after a row, seen from whoever reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookedAfter {
    /// They do.
    Mine,
    /// A colleague does.
    Anothers,
    /// Nobody has been named.
    Nobodys,
}

/// What has been said of a row in a round.
#[derive(Clone, Debug, PartialEq)]
pub struct RowSaid {
    /// In which assessment.
    pub assessment: AssessmentId,
    /// By which version.
    pub version: WordingId,
    /// The verdict in all its parts.
    pub verdict: Verdict,
    /// What earlier versions said, the oldest first.
    pub earlier: Vec<(WordingId, Verdict)>,
    /// What was asked for when it was sent back last, and what it said then.
    pub returned: Option<(Text, Verdict)>,
    /// How far it has come.
    pub state: RowState,
}

/// How far a row has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowState {
    /// Written, and seen within the body alone.
    Draft,
    /// Sent back, with what is asked for.
    SentBack(Text),
    /// Handed in, and waiting to be looked at.
    HandedIn,
    /// Looked at by the administration.
    Reviewed,
    /// Approved, and waiting for its decision.
    Approved,
    /// Decided.
    Decided,
}

impl RowState {
    fn of(said: &InsideAssessment<'_>) -> RowState {
        match said.step {
            _ if said.is_decided => RowState::Decided,
            None => RowState::Draft,
            Some(Step::SentBack(why)) => RowState::SentBack(why.clone()),
            Some(Step::HandedIn) => RowState::HandedIn,
            Some(Step::Reviewed) => RowState::Reviewed,
            Some(Step::Approved) => RowState::Approved,
        }
    }

    /// Whether it is still its writers' turn.
    pub fn is_written(&self) -> bool {
        matches!(self, RowState::Draft | RowState::SentBack(_))
    }
}

/// The assessment of a row by a body in a round: the same for everybody who writes it, so that two who
/// begin at once begin one.
fn assessment_of(round: RoundId, body: BodyId, element: ElementId) -> AssessmentId {
    let row = derived(round.0, &format!("report/{}", element.0));
    AssessmentId(derived(row, &format!("by/{}", body.0)))
}

/// Whether a round takes reports on a day.
pub(super) fn is_open(round: &InsideRound<'_>, today: Date) -> bool {
    let is_begun = round.said.opens.is_none_or(|opens| opens <= today);
    round.said.occasion != Occasion::Planning && round.called_off.is_none() && is_begun
}

/// A round with its model, if it takes reports from somebody who reads content.
fn open_round(i: Inside<'_>, id: RoundId) -> Option<(InsideRound<'_>, &ModelDefinition)> {
    let round = i.round(id).filter(|round| is_open(round, i.today()))?;
    let model = i.published().model(round.said.model)?;
    Some((round, model.definition))
}

/// The next round that will take reports, with its first day.
fn next(i: Inside<'_>) -> Option<(Names, Date)> {
    let rounds = i.rounds().into_iter();
    let follow_ups = rounds
        .filter(|round| round.said.occasion != Occasion::Planning && round.called_off.is_none());
    let to_come = follow_ups.filter_map(|round| {
        let opens = round.said.opens.filter(|opens| *opens > i.today())?;
        Some((round.said.names.clone(), opens))
    });
    to_come.min_by_key(|(_, opens)| *opens)
}

impl ReportPage {
    /// What is reported in a round by the bodies that they write for; none if they write for no body that
    /// has anything to report, or the round takes no reports.
    pub fn of(i: Inside<'_>, id: RoundId) -> Option<ReportPage> {
        let (round, _) = open_round(i, id)?;
        let bodies = i.writes_for().into_iter();
        let bodies = bodies.filter_map(|body| BodyReport::of(i, id, body));
        let bodies: Vec<_> = bodies.filter(|of| !of.rows.is_empty()).collect();
        (!bodies.is_empty()).then(|| ReportPage {
            frame: WorkFrame::of(i),
            round: id,
            names: round.said.names.clone(),
            cut_off: round.said.cut_off,
            today: i.today(),
            next: next(i),
            bodies,
        })
    }

    /// The same with no other rows than these.
    pub fn narrowed(mut self, rows: &[ElementId]) -> ReportPage {
        for of in &mut self.bodies {
            of.rows.retain(|row| rows.contains(&row.element));
        }
        self.bodies.retain(|of| !of.rows.is_empty());
        self
    }

    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = &ReportRow> {
        self.bodies.iter().flat_map(|of| &of.rows)
    }

    /// How many rows still wait for a word of theirs, or to be sent.
    pub fn left(&self) -> usize {
        let left = self.rows().filter(|row| row.is_left() || row.is_unsent());
        left.filter(|row| row.looked_after != LookedAfter::Anothers)
            .count()
    }
}

impl BodyReport {
    /// How many rows have been sent.
    pub fn told(&self) -> usize {
        let waits = |row: &&ReportRow| row.is_left() || row.is_unsent();
        let told = self.rows.iter().filter(|row| !waits(row));
        told.count()
    }

    pub(super) fn of(i: Inside<'_>, id: RoundId, of: BodyId) -> Option<BodyReport> {
        let (round, model) = open_round(i, id)?;
        let known = i.published().body(of)?;
        let rows = i.reported_rows(id, of);
        let rows = rows
            .iter()
            .map(|row| ReportRow::of(i, (id, &round, model), of, row));
        Some(BodyReport {
            id: of,
            body: body(i.published(), of)?,
            deadline: round.said.deadline(known.kind()),
            rows: rows.collect(),
        })
    }
}

impl RowSaid {
    fn of(said: &InsideAssessment<'_>) -> RowSaid {
        let versions = said.versions().filter(|(id, _)| *id != said.version());
        RowSaid {
            assessment: said.id,
            version: said.version(),
            verdict: said.verdict().clone(),
            earlier: versions.map(|(id, v)| (id, v.clone())).collect(),
            returned: said
                .sent_back()
                .map(|(asked, v)| (asked.clone(), v.clone())),
            state: RowState::of(said),
        }
    }

    /// What a version said.
    pub fn at(&self, version: WordingId) -> Option<&Verdict> {
        let mut earlier = self.earlier.iter();
        let earlier = earlier.find(|(id, _)| *id == version).map(|(_, v)| v);
        (self.version == version)
            .then_some(&self.verdict)
            .or(earlier)
    }
}

impl ReportRow {
    fn of(
        i: Inside<'_>,
        (id, round, model): (RoundId, &InsideRound<'_>, &ModelDefinition),
        of: BodyId,
        row: &InsideElement<'_>,
    ) -> ReportRow {
        let is_final = round.said.occasion == Occasion::Annual;
        let last = row.wording.period.last_day();
        let is_longer = last.year() > round.said.cut_off.year();
        let subject = Subject::Element(row.id);
        let said = i.assessed(id, of, subject);
        let p = i.published();
        let before = p.element(row.id).and_then(|element| {
            let last = p.last_word(&element)?;
            let is_final = last.round.occasion == Occasion::Annual;
            let mark = VerdictMark::of(model, last.verdict.for_year, is_final)?;
            // What was decided in this round is no word of last time.
            let is_earlier = last.round.cut_off < round.said.cut_off;
            is_earlier.then(|| (last.round.names.clone(), mark, last.verdict.reason.clone()))
        });
        ReportRow {
            element: row.id,
            number: row.number,
            slug: row.slug.to_string(),
            level: row.level.names.clone(),
            text: row.wording.text.clone(),
            details: Details::of(i, row),
            is_promise: row.level.purpose.is_planned(),
            looked_after: match i.looked_after_by(row.id) {
                Some(person) if person == i.person() => LookedAfter::Mine,
                Some(_) => LookedAfter::Anothers,
                None => LookedAfter::Nobodys,
            },
            year: round.said.cut_off.year(),
            has_forecast: !is_final && !foretells(model, row),
            to_end: is_longer.then(|| last.year()),
            scale: values(model, row, is_final),
            said: said.map(|said| RowSaid::of(&said)),
            before,
        }
    }

    /// Whether it was sent back, and nobody has written it anew.
    pub fn is_sent_back(&self) -> bool {
        let said = self.said.as_ref();
        said.is_some_and(|said| matches!(said.state, RowState::SentBack(_)))
    }

    /// Whether nobody has said anything of it, or it was sent back.
    pub fn is_left(&self) -> bool {
        match &self.said {
            None => true,
            Some(said) => matches!(said.state, RowState::SentBack(_)),
        }
    }

    /// Whether it can still be written: what is approved waits for its decision as it is.
    pub fn is_written(&self) -> bool {
        let said = self.said.as_ref();
        said.is_none_or(|said| !matches!(said.state, RowState::Approved | RowState::Decided))
    }

    /// The indicators that what stands says that it builds on.
    pub fn informed_by(&self) -> Vec<IndicatorId> {
        let said = self.said.as_ref();
        said.map(|said| said.verdict.informed_by.clone())
            .unwrap_or_default()
    }

    /// The mark of a value of its scale.
    pub fn mark(&self, value: &ScaleValueId) -> Option<&VerdictMark> {
        let mut scale = self.scale.iter();
        scale.find(|(id, _)| id == value).map(|(_, mark)| mark)
    }

    /// Whether a value of its scale asks for a word on why: everything but what goes as it was promised.
    pub fn asks_why(&self, value: &ScaleValueId) -> bool {
        let mark = self.mark(value);
        !self.is_promise || mark.is_none_or(|mark| mark.counts_as != CountsAs::Met)
    }
}

/// Whether the values of a row's scale say how something is thought to end.
fn foretells(model: &ModelDefinition, row: &InsideElement<'_>) -> bool {
    let scale = row.level.scale.and_then(|id| model.scale(id));
    let mut values = scale.into_iter().flat_map(|scale| &scale.values);
    values.any(|value| value.forecast.is_some())
}

/// The values of a row's scale, the best first.
fn values(
    model: &ModelDefinition,
    row: &InsideElement<'_>,
    is_final: bool,
) -> Vec<(ScaleValueId, VerdictMark)> {
    let scale = row.level.scale.and_then(|id| model.scale(id));
    let values = scale.into_iter().flat_map(|scale| &scale.values);
    let marks = values.filter_map(|value| {
        let mark = VerdictMark::of(model, value.id, is_final)?;
        Some((value.id, mark))
    });
    marks.collect()
}

/// A round that takes reports, on the desk of whoever writes, reviews or records in it.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenReport {
    /// Which round.
    pub round: RoundId,
    /// What it is called.
    pub names: Names,
    /// The last day of all for those that they write for.
    pub deadline: Option<Date>,
    /// How many rows they have to report on, and how many of those still wait.
    pub rows: (usize, usize),
    /// How many rows wait for them to look at.
    pub to_review: usize,
    /// The bodies whose reports wait for a decision that they record: name, address and how many rows.
    pub to_decide: Vec<(Names, String, usize)>,
    /// Whether they lead or oversee the round, and see how it goes.
    pub leads: bool,
}

/// For how long after its day a round waits on a desk.
const RECENT: SignedDuration = SignedDuration::from_hours(550 * 24);

fn holds(i: Inside<'_>, role: Role) -> bool {
    !i.holds(role).is_empty()
}

impl OpenReport {
    /// The rounds that take reports in which there is anything for them to do, the earliest first. When a
    /// later one has opened, what nobody began in an earlier one is nobody's work any more.
    pub(super) fn all(i: Inside<'_>, now: Now) -> Vec<OpenReport> {
        let rounds = i.rounds().into_iter();
        // What is older is found by its address, and waits on no desk.
        let oldest = i.today().saturating_sub(RECENT);
        let open = rounds.filter(|round| is_open(round, i.today()));
        let open = open.map(|round| round.said);
        let open: Vec<_> = open.filter(|said| said.cut_off >= oldest).collect();
        let latest = open.iter().map(|said| said.cut_off).max();
        let reports = open.iter().filter_map(|said| {
            let is_latest = Some(said.cut_off) == latest;
            OpenReport::of(i, now, said.round, is_latest)
        });
        reports.collect()
    }

    fn of(i: Inside<'_>, now: Now, id: RoundId, is_latest: bool) -> Option<OpenReport> {
        let page = ReportPage::of(i, id);
        let review = Review::of(i, now, id);
        let to_decide = deciding::waiting(i, id);
        let round = i.round(id)?;
        let is_left = page.as_ref().is_some_and(|page| page.left() > 0);
        let has_work = is_latest && is_left
            || page
                .as_ref()
                .is_some_and(|p| p.rows().any(ReportRow::is_unsent))
            || review
                .as_ref()
                .is_some_and(|review| !review.rows.is_empty())
            || !to_decide.is_empty();
        let leads = is_latest && (holds(i, Role::Strategist) || holds(i, Role::Controller));
        (has_work || leads).then(|| OpenReport {
            round: id,
            names: round.said.names.clone(),
            deadline: page.as_ref().and_then(|page| {
                let deadlines = page.bodies.iter().filter_map(|of| of.deadline);
                deadlines.min()
            }),
            rows: page
                .as_ref()
                .map_or((0, 0), |page| (page.rows().count(), page.left())),
            to_review: review.map_or(0, |review| review.rows.len()),
            to_decide,
            leads,
        })
    }
}

impl ReportRow {
    /// Whether it has been written and not been sent.
    pub fn is_unsent(&self) -> bool {
        let said = self.said.as_ref();
        said.is_some_and(|said| said.state.is_written())
    }
}
