//! When plans and reports are asked for: one round by its form, and those of a whole year made of
//! the year before.

mod asked;
mod yearly;

pub use asked::Askable;

use super::year::{ASKED, later_names, pattern, runs_in};
use super::{WorkFrame, derived, model_of, year_of};
use crate::app::{App, Unperformed};
use crate::work::looking::Looked;
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use riktning_domain::bodies::BodyKind;
use riktning_domain::command::Command;
use riktning_domain::compiled::Compiling;
use riktning_domain::holidays::Holiday;
use riktning_domain::ids::{BodyId, LevelId, ModelId, PersonId, RoundId};
use riktning_domain::rounds::{CallOffRound, Meeting, Occasion, OpenRound};
use riktning_domain::{Inside, Names, Period, Refusal, Text};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The most meetings that a form of one round reads.
pub const MOST_MEETINGS: usize = 24;
/// The most rounds of one year.
pub const MOST_ROUNDS: usize = 16;

/// What a round is to say, before it is known by which model.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundDraft {
    /// What it is called.
    pub names: Names,
    /// What it is.
    pub occasion: Occasion,
    /// The day that figures and texts are about, or a day of the year that is planned.
    pub cut_off: Date,
    /// From which day it takes what is asked for.
    pub opens: Option<Date>,
    /// The last day for each kind of body.
    pub deadlines: Vec<(BodyKind, Date)>,
    /// Which body deals with it when.
    pub meetings: Vec<Meeting>,
    /// What is asked for.
    pub asks_for: Vec<Text>,
    /// The levels whose rows are reported on; every level that is judged where none is said.
    pub levels: Vec<LevelId>,
    /// Who compiles it for council, and what is judged of the whole.
    pub compiling: Option<Compiling>,
}

/// Who is asked, and who can deal with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Whom {
    /// The kinds of body that there are and that plans and reports are asked of.
    pub kinds: Vec<BodyKind>,
    /// The bodies that meet, by name.
    pub bodies: Vec<(BodyId, Names)>,
    /// What can be judged, and who can compile it.
    pub asks: Askable,
}

/// The form of one round.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Who is asked.
    pub whom: Whom,
    /// The round as it stands; none of a new one.
    pub round: Option<StandingRound>,
}

/// A round as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct StandingRound {
    /// Which round.
    pub id: RoundId,
    /// What it says.
    pub draft: RoundDraft,
    /// The year in which it is worked on.
    pub runs_in: i16,
    /// The event that said so.
    pub seen: u64,
    /// Whether verdicts have been written in it.
    pub is_in_use: bool,
    /// Why it was called off, if it was.
    pub called_off: Option<Text>,
}

/// The form in which the rounds of a year are made of those of the year before.
#[derive(Clone, Debug, PartialEq)]
pub struct CycleForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The year.
    pub year: i16,
    /// Who is asked.
    pub whom: Whom,
    /// What is proposed, in the order of the year.
    pub proposed: Vec<Proposed>,
}

/// A round as it is proposed for the year to come.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    /// Which round of the year before it is made of; of one that the model has every year, the one that it
    /// will be.
    pub of: RoundId,
    /// Whether the model has it every year.
    pub is_models: bool,
    /// Whether a model has the year that it is about: without one it cannot be opened.
    pub has_model: bool,
    /// What it would say.
    pub draft: RoundDraft,
    /// The bodies that dealt with it and are no more by the day.
    pub gone: Vec<Names>,
}

/// Why no round was opened or changed.
#[derive(Debug)]
pub enum Unopened {
    /// There is no such round for whoever asks, or it is not theirs to set.
    NotFound,
    /// No model has the year that the round in this place is about.
    NoModel(usize, i16),
    /// It says something else by now.
    Changed,
    /// The rules say no, of the round in this place.
    Refused(usize, Refusal),
    /// Nothing was stored.
    Unperformed(Unperformed),
}

impl Whom {
    /// Those that stand today, and whom rounds ask already.
    fn of<'a>(i: Inside<'_>, rounds: impl Iterator<Item = &'a RoundDraft> + Clone) -> Whom {
        let p = i.published();
        let meets = |kind: BodyKind| {
            !matches!(
                kind,
                BodyKind::Group
                    | BodyKind::External
                    | BodyKind::Administration
                    | BodyKind::Unit
                    | BodyKind::ManagingDirector
            )
        };
        let dealt = rounds.clone().flat_map(|round| &round.meetings);
        let dealt: BTreeSet<BodyId> = dealt.map(|meeting| meeting.body).collect();
        let compiled = rounds.clone().filter_map(|round| round.compiling.as_ref());
        let asks = Askable::of(i, &compiled);
        let asked = rounds.flat_map(|round| &round.deadlines);
        let mut kinds: BTreeSet<BodyKind> = asked.map(|(kind, _)| *kind).collect();
        let standing = || p.bodies().filter(|known| !known.has_ended());
        let has = |kind: &&BodyKind| standing().any(|known| known.kind() == **kind);
        kinds.extend(ASKED.iter().filter(has));
        let bodies = p.bodies().filter(|known| {
            dealt.contains(&known.id) || (meets(known.kind()) && !known.has_ended())
        });
        Whom {
            kinds: kinds.into_iter().collect(),
            bodies: bodies.map(|b| (b.id, b.name.names.clone())).collect(),
            asks,
        }
    }
}

impl RoundForm {
    /// The form of a new round, or of one that there is.
    pub fn of(i: Inside<'_>, id: Option<RoundId>) -> Option<RoundForm> {
        if !i.sets_rounds() {
            return None;
        }
        let round = match id {
            None => None,
            Some(id) => Some(StandingRound::of(i, id)?),
        };
        Some(RoundForm {
            frame: WorkFrame::of(i),
            whom: Whom::of(i, round.iter().map(|round: &StandingRound| &round.draft)),
            round,
        })
    }
}

impl StandingRound {
    fn of(i: Inside<'_>, id: RoundId) -> Option<StandingRound> {
        let round = i.round(id)?;
        Some(StandingRound {
            id,
            draft: RoundDraft::of(round.said),
            runs_in: runs_in(round.said),
            seen: round.position,
            is_in_use: round.is_in_use,
            called_off: round.called_off.cloned(),
        })
    }
}

impl CycleForm {
    /// The rounds of a year as they would be if they went as the year before, and where no year before tells
    /// those that the model has every year; none for whoever does not set them. What a form has `shown`
    /// stands in it, opened meanwhile or not.
    pub fn of(i: Inside<'_>, year: i16, shown: &[RoundId]) -> Option<CycleForm> {
        if !i.sets_rounds() {
            return None;
        }
        let mut of = pattern(i, year);
        let made = shown.iter().filter_map(|id| i.round(*id));
        let made = made.filter(|round| runs_in(round.said) == year - 1);
        of.extend(made.map(|round| round.said));
        let mut known = BTreeSet::new();
        let mut proposed: Vec<Proposed> = of
            .into_iter()
            .filter(|before| known.insert(before.round))
            .take(MOST_ROUNDS)
            .map(|before| Proposed::of(i, before))
            .collect();
        let own = yearly::yearly(i, year, shown).into_iter();
        proposed.extend(own.take(MOST_ROUNDS.saturating_sub(proposed.len())));
        proposed.sort_by_key(|p| (p.draft.first_day(), p.draft.cut_off));
        Some(CycleForm {
            frame: WorkFrame::of(i),
            year,
            whom: Whom::of(i, proposed.iter().map(|p| &p.draft)),
            proposed,
        })
    }
}

/// How many rounds a model proposes for a year, where no year before is the pattern.
pub(super) fn of_model(i: Inside<'_>, year: i16) -> usize {
    yearly::yearly(i, year, &[]).len()
}

impl Proposed {
    fn of(i: Inside<'_>, before: &OpenRound) -> Proposed {
        let p = i.published();
        let mut draft = RoundDraft::of(before);
        draft.names = later_names(&draft.names, 1);
        draft.cut_off = same_day(draft.cut_off);
        draft.opens = draft.opens.map(same_day);
        for (_, last) in &mut draft.deadlines {
            // What is due after it opens is due after it opens.
            *last = same_weekday(*last).max(draft.opens.unwrap_or(Date::MIN));
        }
        let mut gone = Vec::new();
        for meeting in &mut draft.meetings {
            meeting.on = same_weekday(meeting.on);
        }
        draft.meetings.retain(|meeting| {
            let Some(known) = p.body(meeting.body) else {
                return false;
            };
            let is_gone = known.end().is_some_and(|end| end.last_day < meeting.on);
            if is_gone {
                gone.push(known.name.names.clone());
            }
            !is_gone
        });
        let ended = |id: BodyId| {
            let known = p.body(id)?;
            let is_gone = known.end().is_some_and(|end| end.last_day < draft.cut_off);
            is_gone.then(|| known.name.names.clone())
        };
        // Who is no more by then compiles nothing: somebody is chosen anew.
        if let Some(names) = draft.compiling.as_ref().and_then(|by| ended(by.body)) {
            gone.push(names);
            draft.compiling = None;
        }
        Proposed {
            of: before.round,
            is_models: false,
            has_model: draft.has_model(i),
            draft,
            gone,
        }
    }
}

impl RoundDraft {
    fn of(said: &OpenRound) -> RoundDraft {
        let mut draft = RoundDraft {
            names: said.names.clone(),
            occasion: said.occasion,
            cut_off: said.cut_off,
            opens: said.opens,
            deadlines: said.deadlines.clone(),
            meetings: said.meetings.clone(),
            asks_for: said.asks_for.clone(),
            levels: said.levels.clone(),
            compiling: said.compiling.clone(),
        };
        draft.deadlines.sort_unstable();
        draft.meetings.sort_unstable();
        draft.levels.sort_unstable();
        if let Some(compiling) = &mut draft.compiling {
            compiling.wholes.sort_unstable();
        }
        draft
    }

    fn first_day(&self) -> Option<Date> {
        let deadlines = self.deadlines.iter().map(|(_, last)| *last);
        let meetings = self.meetings.iter().map(|meeting| meeting.on);
        let days = self.opens.into_iter().chain(deadlines).chain(meetings);
        days.min()
    }

    /// Whether a model has the year that it is about.
    fn has_model(&self, i: Inside<'_>) -> bool {
        let period = year_of(self.cut_off.year());
        period.is_some_and(|period| model_for(i, self.occasion, period).is_some())
    }

    /// What it says of a round, by the model of the year that is in hand.
    fn said(self, i: Inside<'_>, round: RoundId, place: usize) -> Result<OpenRound, Unopened> {
        let year = self.cut_off.year();
        let none = || Unopened::NoModel(place, year);
        let period = year_of(year).ok_or_else(none)?;
        // A round that there is stays with its own model, and what is judged by it within its years.
        let standing = i.round(round).map(|round| round.said);
        let model = match standing.map(|said| said.model) {
            Some(own) if self.occasion == Occasion::Planning => Some(own),
            Some(own) => {
                let model = i.planned_model(own);
                model
                    .filter(|m| m.definition.period.covers(period))
                    .map(|m| m.id)
            }
            None => model_for(i, self.occasion, period),
        };
        let model = model.ok_or_else(none)?;
        Ok(OpenRound {
            round,
            model,
            names: self.names,
            occasion: self.occasion,
            cut_off: self.cut_off,
            opens: self.opens,
            deadlines: self.deadlines,
            meetings: self.meetings,
            asks_for: self.asks_for,
            levels: asked::in_model(i, model, &self.levels),
            compiling: self.compiling,
            made_of: standing.and_then(|said| said.made_of),
            since: None,
        })
    }
}

/// The command that opens a round under an id that a form's key gave; none if that form has opened it
/// already.
fn opened(
    i: Inside<'_>,
    round: RoundId,
    draft: &RoundDraft,
    place: usize,
) -> Result<Option<Command>, Unopened> {
    match StandingRound::of(i, round) {
        None => Ok(Some(Command::OpenRound(
            draft.clone().said(i, round, place)?,
        ))),
        Some(standing) => match draft.clone().said(i, round, place) {
            Ok(said) if standing.says(&RoundDraft::of(&said)) => Ok(None),
            // Somebody has said otherwise since: an old form writes over nothing.
            _ => Err(Unopened::Changed),
        },
    }
}

/// The commands that open the rounds of a year. What the same form opened before stands.
fn cycle(
    i: Inside<'_>,
    (year, key): (i16, Uuid),
    drafts: &[(RoundId, RoundDraft)],
) -> Result<Vec<Command>, Unopened> {
    let left = pattern(i, year);
    let sent: Vec<RoundId> = drafts.iter().map(|(of, _)| *of).collect();
    let own = yearly::yearly(i, year, &sent);
    let mut commands = Vec::new();
    for (place, (of, draft)) in drafts.iter().enumerate() {
        if own.iter().any(|own| own.of == *of) {
            commands.extend(opened(i, *of, draft, place)?);
            continue;
        }
        let round = RoundId(derived(key, &format!("round/{}", of.0)));
        let Some(command) = opened(i, round, draft, place)? else {
            continue;
        };
        if !left.iter().any(|before| before.round == *of) {
            return Err(Unopened::Changed);
        }
        commands.push(match command {
            Command::OpenRound(said) => Command::OpenRound(OpenRound {
                made_of: Some(*of),
                ..said
            }),
            other => other,
        });
    }
    Ok(commands)
}

/// The model of the year that is in hand. A year is planned before its own model has been decided, and
/// nothing is judged in a planning round: that one may have the latest there is.
fn model_for(i: Inside<'_>, occasion: Occasion, period: Period) -> Option<ModelId> {
    let latest = || {
        let plans = occasion == Occasion::Planning;
        i.published().models().into_iter().next().filter(|_| plans)
    };
    Some(model_of(i, period).or_else(latest)?.id)
}

/// The same day of the next year; of the day that only leap years have, the day before.
fn same_day(day: Date) -> Date {
    day.checked_add(1.year()).unwrap_or(day)
}

/// The nearest day with the same weekday a year later: bodies meet on their weekday. A day on which
/// nobody works is the last working day before it, or the first after it where that would be in
/// another year.
fn same_weekday(day: Date) -> Date {
    let later = same_day(day);
    let ahead = i64::from(later.weekday().until(day.weekday()));
    let near = |days: i64| later.checked_add(days.days()).unwrap_or(later);
    let close = near(if ahead > 3 { ahead - 7 } else { ahead });
    let close = if close.year() < later.year() {
        near(ahead)
    } else {
        close
    };
    at_work(close, later.with().day_of_year(1).build().unwrap_or(later))
}

/// The day itself or the last working day before it, or the first after it where that would be before
/// another day.
fn at_work(day: Date, not_before: Date) -> Date {
    let first = |to: fn(Date) -> Date| {
        let mut at = day.max(not_before);
        while !is_working_day(at) {
            at = to(at);
        }
        at
    };
    let before = first(|day| day.yesterday().unwrap_or(day));
    match before < not_before {
        true => first(|day| day.tomorrow().unwrap_or(day)),
        false => before,
    }
}

fn is_working_day(day: Date) -> bool {
    let is_weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    !is_weekend && Holiday::on(day).is_none()
}

impl App {
    /// Opens a round, and answers with the year in which it is worked on. The same key again opens
    /// nothing more, and says nothing anew.
    ///
    /// # Errors
    /// [`Unopened`]; then nothing was stored.
    pub async fn open_round(
        &self,
        person: PersonId,
        draft: &RoundDraft,
        key: Uuid,
    ) -> Result<i16, Unopened> {
        let round = RoundId(derived(key, "round"));
        let said = self.inside(person, |i, _| draft.clone().said(i, round, 0));
        let year = runs_in(&said?);
        let opened =
            |i: Inside<'_>| opened(i, round, draft, 0).map(|said| said.into_iter().collect());
        self.open_all(person, opened).await?;
        Ok(year)
    }

    /// Opens the rounds of a year, each made of one of the year before, all or none. The same key
    /// again opens nothing more, and nobody opens beside somebody else what is opened already.
    ///
    /// # Errors
    /// [`Unopened`]; then nothing was stored.
    pub async fn open_cycle(
        &self,
        person: PersonId,
        (year, key): (i16, Uuid),
        drafts: &[(RoundId, RoundDraft)],
    ) -> Result<(), Unopened> {
        self.open_all(person, |i| cycle(i, (year, key), drafts))
            .await
    }

    async fn open_all(
        &self,
        person: PersonId,
        commands: impl Fn(Inside<'_>) -> Result<Vec<Command>, Unopened>,
    ) -> Result<(), Unopened> {
        let look = |i: Inside<'_>, _| match i.sets_rounds() {
            false => Err(Unopened::NotFound),
            true => Ok(Looked::Asks(commands(i)?, ())),
        };
        let failed = |(): &(), error| Unopened::from(error);
        self.perform_looked(person, look, failed).await
    }

    /// Says anew when a round is, if it still says what was seen.
    ///
    /// # Errors
    /// [`Unopened`]; then nothing was stored.
    pub async fn change_round(
        &self,
        person: PersonId,
        (round, seen): (RoundId, u64),
        draft: &RoundDraft,
    ) -> Result<i16, Unopened> {
        let change = |i: Inside<'_>| draft.clone().said(i, round, 0).map(Command::OpenRound);
        self.say_of_round(person, (round, seen), change).await
    }

    /// Calls a round off, if it still says what was seen.
    ///
    /// # Errors
    /// [`Unopened`]; then nothing was stored.
    pub async fn call_off_round(
        &self,
        person: PersonId,
        (round, seen): (RoundId, u64),
        reason: &Text,
    ) -> Result<i16, Unopened> {
        let reason = || reason.clone();
        let change = |_: Inside<'_>| {
            let reason = reason();
            Ok(Command::CallOffRound(CallOffRound { round, reason }))
        };
        self.say_of_round(person, (round, seen), change).await
    }

    async fn say_of_round(
        &self,
        person: PersonId,
        (round, seen): (RoundId, u64),
        change: impl Fn(Inside<'_>) -> Result<Command, Unopened>,
    ) -> Result<i16, Unopened> {
        let look = |i: Inside<'_>, _| {
            let form = RoundForm::of(i, Some(round)).ok_or(Unopened::NotFound)?;
            let standing = form.round.ok_or(Unopened::NotFound)?;
            let command = change(i)?;
            let year = match &command {
                Command::OpenRound(said) => runs_in(said),
                _ => standing.runs_in,
            };
            if standing.seen == seen {
                return Ok(Looked::Asks(vec![command], year));
            }
            // The same form sent twice has said it already.
            let is_said = match &command {
                Command::OpenRound(said) => standing.says(&RoundDraft::of(said)),
                Command::CallOffRound(said) => standing.called_off.as_ref() == Some(&said.reason),
                _ => false,
            };
            match is_said {
                true => Ok(Looked::Stands(year)),
                false => Err(Unopened::Changed),
            }
        };
        let failed = |_: &i16, error| Unopened::from(error);
        self.perform_looked(person, look, failed).await
    }
}

impl StandingRound {
    /// Whether it says already what a form says.
    fn says(&self, draft: &RoundDraft) -> bool {
        self.called_off.is_none() && self.draft == *draft
    }
}

impl From<Unperformed> for Unopened {
    fn from(error: Unperformed) -> Unopened {
        match error {
            Unperformed::Refused { refusal, place } => Unopened::Refused(place, refusal),
            error => Unopened::Unperformed(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::same_weekday;
    use jiff::civil::date;

    #[test]
    fn a_meeting_keeps_its_weekday_and_is_on_no_holiday() {
        // Thursdays.
        assert_eq!(same_weekday(date(2026, 10, 22)), date(2027, 10, 21));
        assert_eq!(same_weekday(date(2026, 6, 18)), date(2027, 6, 17));
        // Wednesday 6 January 2027 would be Epiphany.
        assert_eq!(same_weekday(date(2026, 1, 7)), date(2027, 1, 5));
        // The day that only a leap year has.
        assert_eq!(same_weekday(date(2028, 2, 29)), date(2029, 2, 27));
        // Monday 1 May 2023 is a holiday, and the days before it are a weekend.
        assert_eq!(same_weekday(date(2022, 5, 2)), date(2023, 4, 28));
        // Friday 2 January 2026 stays in its year.
        assert_eq!(same_weekday(date(2026, 1, 2)), date(2027, 1, 4));
    }
}
