//! Following up in a round: what a body reports on, row by row, from the first word to the decision.

mod deciding;
mod desk;
mod proposed;
mod reviewing;
mod saving;
mod whole;

pub use deciding::{FigureItem, JudgedItem, ReportDecision, ReportRecording};
pub use desk::OpenReport;
pub use proposed::VerdictProposal;
pub(in crate::work) use proposed::counted;
pub use reviewing::{Review, ReviewRow, Reviewing};
pub use saving::{Reported, Reporting, Sent, Unreported};

use super::plan_time::PlanTime;
use super::rows::Details;
use super::{WorkFrame, body, derived};
use crate::views::frame::VerdictMark;
use jiff::ToSpan as _;
use jiff::civil::Date;
use riktning_domain::assessments::{Scope, Step, Subject, Verdict};
use riktning_domain::ids::{
    AssessmentId, BodyId, ElementId, IndicatorId, RoundId, ScaleId, ScaleValueId, TopicId,
    WordingId,
};
use riktning_domain::inside::{InsideAssessment, InsideElement, InsideRound, Standing};
use riktning_domain::models::{CountsAs, Level, ModelDefinition, Purpose, Upward};
use riktning_domain::odd::Odd;
use riktning_domain::published::{PublicAssessment, Published};
use riktning_domain::rounds::Occasion;
use riktning_domain::{Dated, Figure, Inside, Names, Period, Text};

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
    /// What is judged.
    pub subject: Subject,
    /// What it is about, as whoever judges knows it.
    pub about: Judged,
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
    /// Whether it is past changing by whoever came by a link: they have sent it.
    pub is_sent_by_link: bool,
    /// What figures and parts say of it, where somebody is about to judge.
    pub proposed: Option<VerdictProposal>,
    /// What has been said of it in this round.
    pub said: Option<RowSaid>,
    /// What was decided of it last.
    pub before: Option<LastWord>,
    /// How much had been reached of what it promises in earlier rounds, the earliest first.
    pub reached: Vec<Figure>,
    /// What is done about it, where it goes off course.
    pub actions: Vec<ActionLine>,
    /// Where an action is written: the year and the place of its level; none where the model has none for it.
    action_place: Option<(PlanTime, usize)>,
    /// By which day an action is to be decided, where the model says within how long and the row is decided.
    pub action_by: Option<Date>,
}

/// What a row is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Judged {
    /// A row of a plan, or a goal.
    Element {
        /// Its number.
        number: u32,
        /// Its part of the address.
        slug: String,
        /// What its level is called.
        level: Names,
        /// What was decided.
        text: Text,
    },
    /// A process or a perspective.
    Topic(TopicId, Names),
    /// Whether the perspectives are in balance.
    Balance,
    /// Good financial management.
    FinancialManagement(Scope),
}

/// What is done about a row that goes off course.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionLine {
    /// Its number.
    pub number: u32,
    /// What is done.
    pub text: Text,
    /// Who is responsible.
    pub role: Option<Text>,
    /// By when.
    pub due: Option<Dated>,
    /// Whether it is decided.
    pub is_decided: bool,
}

/// What was decided of a row in an earlier round.
#[derive(Clone, Debug, PartialEq)]
pub struct LastWord {
    /// In which round.
    pub round: Names,
    /// The verdict.
    pub mark: VerdictMark,
    /// Why.
    pub reason: Text,
    /// How much had been reached by then.
    pub outcome: Option<Figure>,
}

/// What a form showed of a row: whoever changes it has seen that, and nothing later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The version, if there was one.
    pub version: Option<WordingId>,
    /// Whose turn it was.
    pub turn: Turn,
}

/// Whose turn it is with a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// Its writers', who have sent nothing.
    #[default]
    Written,
    /// Its writers', who are asked something.
    SentBack,
    /// Somebody else's: it is handed in, or has come further.
    HandedIn,
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
    /// Why it puts right what was decided before it, if it does.
    pub corrects: Option<Text>,
    /// Whether something is decided of it in the round: what is said then puts that right.
    pub was_decided: bool,
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
}

/// The assessment of a row by a body in a round: the same for everybody who writes it, so that two who
/// begin at once begin one.
fn assessment_of(round: RoundId, body: BodyId, subject: Subject) -> AssessmentId {
    let row = derived(round.0, &format!("report/{}", named(subject)));
    AssessmentId(derived(row, &format!("by/{}", body.0)))
}

/// A name of what is judged that no other has: what is made of it has the same id each time.
fn named(subject: Subject) -> String {
    match subject {
        Subject::Element(id) => id.to_string(),
        Subject::Indicator(id) => format!("indicator/{id}"),
        Subject::Topic(id) => format!("topic/{id}"),
        Subject::Whole => "whole".to_owned(),
        Subject::FinancialManagement(Scope::Municipality) => "financial-management".to_owned(),
        Subject::FinancialManagement(Scope::Group) => "financial-management/group".to_owned(),
    }
}

/// A round with its model, if it takes reports from somebody who reads content.
fn open_round(i: Inside<'_>, id: RoundId) -> Option<(InsideRound<'_>, &ModelDefinition)> {
    let round = i.round(id).filter(|round| round.takes_reports(i.today()))?;
    let model = i.published().model(round.said.model)?;
    Some((round, model.definition))
}

/// The next round that will take reports, with its first day.
fn next(i: Inside<'_>) -> Option<(Names, Date)> {
    let rounds = i.rounds().into_iter();
    let follow_ups = rounds.filter(InsideRound::follows_up);
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
        let bodies = i.reports_for(id).into_iter();
        let bodies = bodies.filter_map(|(body, only_compiled)| {
            let mut of = BodyReport::of(i, id, body)?;
            of.rows
                .retain(|row| !only_compiled || i.is_compiled(id, body, row.subject));
            Some(of)
        });
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

    /// The same for whoever came by the link of a letter: with no other rows than these, and what is handed in is
    /// handed in.
    pub fn by_link(mut self, rows: &[ElementId]) -> ReportPage {
        for of in &mut self.bodies {
            of.rows
                .retain(|row| row.element().is_some_and(|row| rows.contains(&row)));
            for row in &mut of.rows {
                row.is_sent_by_link = !row.waits();
            }
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
        let left = self.rows().filter(|row| row.waits());
        left.filter(|row| row.looked_after != LookedAfter::Anothers)
            .count()
    }
}

impl BodyReport {
    /// How many rows have been sent.
    pub fn told(&self) -> usize {
        let told = self.rows.iter().filter(|row| !row.waits());
        told.count()
    }

    pub(super) fn of(i: Inside<'_>, id: RoundId, of: BodyId) -> Option<BodyReport> {
        let (round, model) = open_round(i, id)?;
        let known = i.published().body(of)?;
        let place = (id, &round, model);
        let rows = i.reported_rows(id, of);
        let rows = rows.iter().map(|row| ReportRow::of(i, place, of, row));
        let wholes = i.reported_wholes(id, of).into_iter();
        let wholes = wholes.filter_map(|subject| ReportRow::whole(i, place, of, subject));
        Some(BodyReport {
            id: of,
            body: body(i.published(), of)?,
            deadline: round.said.deadline(known.kind()),
            rows: rows.chain(wholes).collect(),
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
            corrects: said.corrects().cloned(),
            was_decided: said.was_decided,
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
        let end = row.wording.period.last_day().year();
        let is_longer = end > round.said.cut_off.year();
        let subject = Subject::Element(row.id);
        let said = i.assessed(id, of, subject);
        let p = i.published();
        let last = p.element(row.id).and_then(|element| p.last_word(&element));
        ReportRow {
            subject,
            about: Judged::Element {
                number: row.number,
                slug: row.slug.to_string(),
                level: row.level.names.clone(),
                text: row.wording.text.clone(),
            },
            details: Details::of(i, row),
            is_promise: row.level.purpose.is_planned(),
            looked_after: match i.looked_after_by(row.id) {
                Some(person) if person == i.person() => LookedAfter::Mine,
                Some(_) => LookedAfter::Anothers,
                None => LookedAfter::Nobodys,
            },
            year: round.said.cut_off.year(),
            has_forecast: !is_final && !foretells(model, row),
            to_end: is_longer.then_some(end),
            scale: values(model, row.level.scale, is_final),
            is_sent_by_link: false,
            proposed: None,
            said: said.map(|said| RowSaid::of(&said)),
            before: last.and_then(|last| LastWord::of(&last, model, round)),
            reached: reached(p, row.id, round.said.cut_off),
            actions: i.actions_about(row.id).iter().map(ActionLine::of).collect(),
            action_place: action_place(model, row, round.said.cut_off.year()),
            action_by: action_by(p, (id, model), row),
        }
    }

    /// What tells its fields in a form from those of every other row.
    pub fn key(&self) -> String {
        match &self.about {
            Judged::Element { number, .. } => number.to_string(),
            Judged::Topic(id, _) => format!("amne-{id}"),
            Judged::Balance => "balans".to_owned(),
            Judged::FinancialManagement(Scope::Municipality) => "hushallning".to_owned(),
            Judged::FinancialManagement(Scope::Group) => "hushallning-koncern".to_owned(),
        }
    }

    /// The row of a plan, or the goal, that it is.
    pub fn element(&self) -> Option<ElementId> {
        match self.subject {
            Subject::Element(id) => Some(id),
            _ => None,
        }
    }

    /// Where an action is to be written: a row that goes off course asks for one until it has one.
    pub fn asks_for_action(&self) -> Option<&(PlanTime, usize)> {
        let said = self.said.as_ref()?;
        let goes = self.mark(&said.verdict.as_it_goes())?;
        let is_off = goes.counts_as == CountsAs::NotMet && self.actions.is_empty();
        self.action_place.as_ref().filter(|_| is_off)
    }

    /// What is odd about how much is said to be reached.
    pub fn odd(&self, outcome: Figure) -> Option<Odd> {
        Odd::of(outcome, None, &self.reached)
    }

    /// What a form shows of it, to be told apart from what stands when the form is sent.
    pub fn shown(&self) -> Shown {
        let Some(said) = &self.said else {
            return Shown::default();
        };
        Shown {
            version: Some(said.version),
            turn: match said.state {
                RowState::Draft => Turn::Written,
                RowState::SentBack(_) => Turn::SentBack,
                _ => Turn::HandedIn,
            },
        }
    }

    /// Whether it waits for a word, or to be sent.
    pub fn waits(&self) -> bool {
        self.shown().turn != Turn::HandedIn
    }

    /// Whether something is decided of it in the round: what is written then puts that right.
    pub fn is_corrected(&self) -> bool {
        self.said.as_ref().is_some_and(|said| said.was_decided)
    }

    /// Whether what is decided is the newest that is said of it.
    pub fn is_decided(&self) -> bool {
        let said = self.said.as_ref();
        said.is_some_and(|said| said.state == RowState::Decided)
    }

    /// Whether it can still be written: what is approved waits for its decision as it is. What is decided is
    /// put right.
    pub fn is_written(&self) -> bool {
        let said = self.said.as_ref();
        let is_over = |said: &RowSaid| said.state == RowState::Approved || self.is_sent_by_link;
        !said.is_some_and(is_over)
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

    /// What figures and parts proposed, where whoever judged said another thing.
    pub fn against(&self, verdict: &Verdict) -> Option<&VerdictMark> {
        let proposed = verdict.proposed.and_then(|value| self.mark(&value))?;
        let judged = self.mark(&verdict.for_year)?;
        (proposed.counts_as != judged.counts_as).then_some(proposed)
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

/// The values of a scale, the best first.
fn values(
    model: &ModelDefinition,
    scale: Option<ScaleId>,
    is_final: bool,
) -> Vec<(ScaleValueId, VerdictMark)> {
    let scale = scale.and_then(|id| model.scale(id));
    let values = scale.into_iter().flat_map(|scale| &scale.values);
    let marks = values.filter_map(|value| {
        let mark = VerdictMark::of(model, value.id, is_final)?;
        Some((value.id, mark))
    });
    marks.collect()
}

/// How much had been reached of what a row promises, by what was decided of it in rounds before a day.
fn reached(p: Published<'_>, id: ElementId, before: Date) -> Vec<Figure> {
    let mut said = p.assessments(Subject::Element(id));
    said.retain(|said| said.leads && said.round.cut_off < before);
    said.sort_by_key(|said| said.round.cut_off);
    let said = said.iter();
    said.filter_map(|said| said.verdict.outcome).collect()
}

/// By which day an action about a row is to be decided, where the model says within how long: counted from the
/// decision of the round that said that it goes off course.
pub(in crate::work) fn action_by(
    p: Published<'_>,
    (round, model): (RoundId, &ModelDefinition),
    row: &InsideElement<'_>,
) -> Option<Date> {
    let within = action_level(model, row)?.1.decided_within?;
    let said = p.word_at(&p.element(row.id)?, round)?;
    let goes = model.value(said.verdict.as_it_goes())?;
    let is_off = goes.counts_as == CountsAs::NotMet;
    is_off.then(|| said.on.saturating_add(i32::from(within).days()))
}

/// The level on which an action about a row is written, with its place.
fn action_level<'m>(
    model: &'m ModelDefinition,
    row: &InsideElement<'_>,
) -> Option<(usize, &'m Level)> {
    let of_row = |level: &Level| {
        let mut supports = level.supports.iter();
        let about = supports.any(|support| support.upward == Upward::Level(row.level.id));
        level.purpose == Purpose::DeviationAction && about
    };
    let mut levels = model.levels.iter().enumerate();
    levels.find(|(_, level)| of_row(level))
}

/// The place of the level on which an action about a row is written in its body's plan for the year.
fn action_place(
    model: &ModelDefinition,
    row: &InsideElement<'_>,
    year: i16,
) -> Option<(PlanTime, usize)> {
    let (place, _) = action_level(model, row)?;
    Some((PlanTime::of(Period::Year(year)), place))
}

impl LastWord {
    /// What was decided in an earlier round; what was decided in this one is no word of last time.
    fn of(
        last: &PublicAssessment<'_>,
        model: &ModelDefinition,
        round: &InsideRound<'_>,
    ) -> Option<LastWord> {
        let is_final = last.round.occasion == Occasion::Annual;
        let mark = VerdictMark::of(model, last.verdict.for_year, is_final)?;
        let is_earlier = last.round.cut_off < round.said.cut_off;
        is_earlier.then(|| LastWord {
            round: last.round.names.clone(),
            mark,
            reason: last.verdict.reason.clone(),
            outcome: last.verdict.outcome,
        })
    }
}

impl ActionLine {
    fn of(action: &InsideElement<'_>) -> ActionLine {
        ActionLine {
            number: action.number,
            text: action.wording.text.clone(),
            role: action.wording.role.clone(),
            due: action.wording.due,
            is_decided: action.standing == Standing::Adopted,
        }
    }
}
