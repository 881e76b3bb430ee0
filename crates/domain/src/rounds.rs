//! Rounds: the planning and follow-up occasions of the cycle.

use crate::bodies::BodyKind;
use crate::command::{Now, Outcome};
use crate::compiled::Compiling;
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::ids::{BodyId, LevelId, ModelId, RoundId};
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::texts::{Names, Text};
use crate::timeline::Timeline;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Opens a round, or says anew when it is and what it asks for. Model and occasion stay as they were
/// said first, and the day that its verdicts are about stays once there is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenRound {
    /// Which round.
    pub round: RoundId,
    /// By which model.
    pub model: ModelId,
    /// What it is called: "Delårsrapport 2, 2018".
    pub names: Names,
    /// What it is.
    pub occasion: Occasion,
    /// The day that figures and texts are about; of a planning round a day of the year that is
    /// planned, so that "2027" is in hand while this year goes on.
    pub cut_off: Date,
    /// From which day it takes plans or reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<Date>,
    /// The last day for each kind of body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<(BodyKind, Date)>,
    /// On which day which body deals with what came in: "kommunfullmäktige den 25 oktober".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<Meeting>,
    /// What is asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asks_for: Vec<Text>,
    /// The levels whose rows are reported on; every level that is judged where none is said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<LevelId>,
    /// Who compiles it for council, and what is judged of the whole. Where nobody is said council's goals
    /// are reported on as its own, and nothing of the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compiling: Option<Compiling>,
    /// The round of the year before that it was made of, if it was: whoever makes a year of another
    /// sees what is left to make.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_of: Option<RoundId>,
    /// From which day it was announced; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// A day on which a body deals with a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The day of its meeting.
    pub on: Date,
    /// Which body.
    pub body: BodyId,
}

/// Calls a round off (*ställer in*). It stays in the history, with the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallOffRound {
    /// Which round.
    pub round: RoundId,
    /// Why.
    pub reason: Text,
}

/// What kind of occasion a round is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Occasion {
    /// Planning.
    Planning,
    /// Follow-up within the year (*delårsrapport*): its verdicts are forecasts.
    Interim,
    /// Follow-up of the whole year (*årsredovisning*): its verdicts are final.
    Annual,
}

/// Everything recorded about one round.
#[derive(Clone, Debug, Default)]
pub struct Round {
    pub(crate) said: Timeline<Arc<OpenRound>>,
    pub(crate) called_off: Option<CalledOff>,
}

/// That a round was called off.
#[derive(Clone, Debug)]
pub(crate) struct CalledOff {
    pub(crate) on: Date,
    /// By which event.
    pub(crate) position: u64,
    pub(crate) reason: Text,
}

impl OpenRound {
    /// The year that is in hand: the one that is planned, or followed up.
    pub fn year(&self) -> i16 {
        self.cut_off.year()
    }

    /// The last day for a kind of body, if there is one.
    pub fn deadline(&self, kind: BodyKind) -> Option<Date> {
        let mut deadlines = self.deadlines.iter();
        let deadline = deadlines.find(|(of, _)| *of == kind)?;
        Some(deadline.1)
    }

    /// Its last day of all, whoever it is for.
    pub fn last_deadline(&self) -> Option<Date> {
        self.deadlines.iter().map(|(_, last)| *last).max()
    }

    /// Whether it asks for the rows of a level.
    pub fn asks_of(&self, level: LevelId) -> bool {
        self.levels.is_empty() || self.levels.contains(&level)
    }

    /// Whether another says the same of the round, whenever it was announced and in whatever order
    /// its days stand.
    fn says_the_same(&self, other: &OpenRound) -> bool {
        let bare = |round: &OpenRound| {
            let mut bare = OpenRound {
                since: None,
                ..round.clone()
            };
            bare.deadlines.sort_unstable();
            bare.meetings.sort_unstable();
            bare.levels.sort_unstable();
            if let Some(compiling) = &mut bare.compiling {
                compiling.wholes.sort_unstable();
            }
            bare
        };
        bare(self) == bare(other)
    }
}

impl Round {
    /// What was last said of it by a day.
    pub(crate) fn said_on(&self, day: Date) -> Option<&Arc<OpenRound>> {
        self.said.at(day)
    }

    /// Why it was called off, if it was by a day.
    pub(crate) fn called_off_on(&self, day: Date) -> Option<&CalledOff> {
        self.called_off.as_ref().filter(|off| off.on <= day)
    }
}

pub(crate) fn open(state: &State, now: Now, command: OpenRound) -> Outcome {
    sound(&command)?;
    if !now.imports() {
        near(&command, now.today)?;
    }
    let on = now.on_recording(command.since)?;
    judges(state, &command, on)?;
    for meeting in &command.meetings {
        // Known by the day of this word, and there on the day of its meeting.
        state.body_founded(meeting.body, on)?;
        state.body_alive(meeting.body, meeting.on)?;
    }
    if let Some(before) = command.made_of {
        state.round_known(before, on)?;
    }
    let Some(round) = state.rounds.get(&command.round) else {
        return Ok(vec![now.happened(on, Event::RoundOpened(command))]);
    };
    let last = round.said.entries().last();
    let Some(last) = last.filter(|last| !last.value.says_the_same(&command)) else {
        return Ok(Vec::new());
    };
    // What was said later was said of what stood then: nothing slips in behind it.
    if last.on > on {
        let (day, fact) = (last.on, Fact::Round);
        return Err(Refusal::WouldBreak { day, fact });
    }
    if round.called_off.is_some() {
        return Err(Refusal::RoundCalledOff);
    }
    let before = &last.value;
    if (before.model, before.occasion) != (command.model, command.occasion) {
        return Err(Refusal::AlreadyThere { fact: Fact::Round });
    }
    if before.cut_off != command.cut_off && state.is_reported_in(command.round) {
        return Err(Refusal::RoundInUse);
    }
    Ok(vec![now.happened(on, Event::RoundOpened(command))])
}

/// What must hold of any round, whatever else is recorded.
fn sound(command: &OpenRound) -> Result<(), Refusal> {
    if command.names.sv.is_blank() {
        return Err(Refusal::Blank { field: "names.sv" });
    }
    if let Some(opens) = command.opens
        && command.deadlines.iter().any(|(_, last)| *last < opens)
    {
        return Err(Refusal::DeadlineBeforeOpening);
    }
    let kinds: BTreeSet<BodyKind> = command.deadlines.iter().map(|(kind, _)| *kind).collect();
    let meetings: BTreeSet<Meeting> = command.meetings.iter().copied().collect();
    if kinds.len() != command.deadlines.len() || meetings.len() != command.meetings.len() {
        return Err(Refusal::TwiceTheSame);
    }
    Ok(())
}

/// What must hold of what is judged in a round, by its model.
fn judges(state: &State, command: &OpenRound, on: Date) -> Result<(), Refusal> {
    let model = state.model_on(command.model, on)?;
    let says_more = !command.levels.is_empty() || command.compiling.is_some();
    if command.occasion == Occasion::Planning && says_more {
        return Err(Refusal::NothingToJudge);
    }
    let levels: BTreeSet<LevelId> = command.levels.iter().copied().collect();
    if levels.len() != command.levels.len() {
        return Err(Refusal::TwiceTheSame);
    }
    for level in levels {
        let unknown = Refusal::Unknown { fact: Fact::Level };
        let level = model.level(level).ok_or(unknown)?;
        level.scale.ok_or(Refusal::LevelNotJudged)?;
    }
    match &command.compiling {
        Some(compiling) => compiling.sound(state, on, command.cut_off),
        None => Ok(()),
    }
}

/// Refuses a round about a day that nobody who works here plans or follows up, and a day of it that is more
/// than two years from that day: a figure of the year is wrong.
fn near(command: &OpenRound, today: Date) -> Result<(), Refusal> {
    let cut_off = command.cut_off;
    let reach = today.saturating_sub(10.years())..=today.saturating_add(10.years());
    if !reach.contains(&cut_off) {
        return Err(Refusal::RoundYearFar { cut_off });
    }
    let last = command.deadlines.iter().map(|(_, last)| *last);
    let meetings = command.meetings.iter().map(|meeting| meeting.on);
    let mut days = command.opens.into_iter().chain(last).chain(meetings);
    let near = cut_off.saturating_sub(2.years())..=cut_off.saturating_add(2.years());
    let far = days.find(|day| !near.contains(day));
    far.map_or(Ok(()), |day| Err(Refusal::RoundDayFar { day, cut_off }))
}

pub(crate) fn call_off(state: &State, now: Now, command: CallOffRound) -> Outcome {
    let round = state.rounds.get(&command.round);
    let round = round.ok_or(Refusal::Unknown { fact: Fact::Round })?;
    if command.reason.is_blank() {
        return Err(Refusal::Blank { field: "reason" });
    }
    if round.called_off.is_some() {
        return Ok(Vec::new());
    }
    state.round_known(command.round, now.today)?;
    if state.is_reported_in(command.round) {
        return Err(Refusal::RoundInUse);
    }
    Ok(vec![
        now.happened(now.today, Event::RoundCalledOff(command)),
    ])
}

pub(crate) fn apply_opened(state: &mut State, at: &Recorded, event: &OpenRound) {
    let round = state.rounds.entry(event.round).or_default();
    let said = Arc::new(event.clone());
    Arc::make_mut(round).said.insert(at.on, at.position, said);
}

pub(crate) fn apply_called_off(state: &mut State, at: &Recorded, event: &CallOffRound) {
    if let Some(round) = state.rounds.get_mut(&event.round) {
        Arc::make_mut(round).called_off = Some(CalledOff {
            on: at.on,
            position: at.position,
            reason: event.reason.clone(),
        });
    }
}

/// What the rules ask.
impl State {
    /// A round as it was said by a day.
    pub(crate) fn round_known(&self, id: RoundId, on: Date) -> Result<&OpenRound, Refusal> {
        let unknown = Refusal::Unknown { fact: Fact::Round };
        let round = self.rounds.get(&id).ok_or(unknown.clone())?;
        if let Some(said) = round.said_on(on) {
            return Ok(said);
        }
        let first = round.said.entries().first().ok_or(unknown)?;
        Err(Refusal::TooEarly {
            on,
            stands_from: first.on,
            fact: Fact::Round,
        })
    }

    /// A round that takes reports on a day: known, and not called off.
    pub(crate) fn round_takes(&self, id: RoundId, on: Date) -> Result<&OpenRound, Refusal> {
        let called_off = self.rounds.get(&id).and_then(|r| r.called_off_on(on));
        match called_off {
            Some(_) => Err(Refusal::RoundCalledOff),
            None => self.round_known(id, on),
        }
    }

    /// Whether anybody has written a verdict in a round.
    pub(crate) fn is_reported_in(&self, round: RoundId) -> bool {
        self.assessments.values().any(|a| a.round == round)
    }
}
