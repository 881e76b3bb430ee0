//! When plans and reports are asked for: one round by its form, and those of a whole year made of
//! the year before.

use super::year::{ASKED, later_names, pattern, runs_in};
use super::{WorkFrame, derived, model_of, year_of};
use crate::app::{App, Unperformed};
use jiff::ToSpan as _;
use jiff::civil::Date;
use riktning_domain::bodies::BodyKind;
use riktning_domain::command::Command;
use riktning_domain::holidays::Holiday;
use riktning_domain::ids::{BodyId, ModelId, PersonId, RoundId};
use riktning_domain::permissions::User;
use riktning_domain::rounds::{CallOffRound, Meeting, Occasion, OpenRound};
use riktning_domain::{Inside, Names, Period, Refusal, Text};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The most meetings of one round.
pub const MOST_MEETINGS: usize = 6;
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
}

/// Who is asked, and who can deal with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Whom {
    /// The kinds of body that there are and that plans and reports are asked of.
    pub kinds: Vec<BodyKind>,
    /// The bodies that meet, by name.
    pub bodies: Vec<(BodyId, Names)>,
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
    /// Which round it is made of.
    pub of: RoundId,
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
    /// No model has the year that the round is about.
    NoModel(i16),
    /// It says something else by now.
    Changed,
    /// The rules say no, of the round in this place.
    Refused(usize, Refusal),
    /// Nothing was stored.
    Unperformed(Unperformed),
}

impl Whom {
    fn of(i: Inside<'_>) -> Whom {
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
        let standing = || p.bodies().filter(|known| !known.has_ended());
        let has = |kind: &&BodyKind| standing().any(|known| known.kind() == **kind);
        let bodies = standing().filter(|known| meets(known.kind()));
        Whom {
            kinds: ASKED.iter().filter(has).copied().collect(),
            bodies: bodies.map(|b| (b.id, b.name.names.clone())).collect(),
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
            whom: Whom::of(i),
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
    /// The rounds of a year as they would be if they went as the year before; none for whoever does
    /// not set them. What a form has `shown` stands in it, opened meanwhile or not.
    pub fn of(i: Inside<'_>, year: i16, shown: &[RoundId]) -> Option<CycleForm> {
        if !i.sets_rounds() {
            return None;
        }
        let mut of = pattern(i, year);
        let shown = shown.iter().filter_map(|id| i.round(*id));
        let shown = shown.filter(|round| runs_in(round.said) == year - 1);
        of.extend(shown.map(|round| round.said));
        let mut known = BTreeSet::new();
        let mut proposed: Vec<Proposed> = of
            .into_iter()
            .filter(|before| known.insert(before.round))
            .take(MOST_ROUNDS)
            .map(|before| Proposed::of(i, before))
            .collect();
        proposed.sort_by_key(|p| (p.draft.first_day(), p.draft.cut_off));
        Some(CycleForm {
            frame: WorkFrame::of(i),
            year,
            whom: Whom::of(i),
            proposed,
        })
    }
}

impl Proposed {
    fn of(i: Inside<'_>, before: &OpenRound) -> Proposed {
        let p = i.published();
        let mut draft = RoundDraft::of(before);
        draft.names = later_names(&draft.names, 1);
        draft.cut_off = same_day(draft.cut_off);
        draft.opens = draft.opens.map(same_day);
        for (_, last) in &mut draft.deadlines {
            *last = same_weekday(*last);
        }
        let mut gone = Vec::new();
        let mut meetings = std::mem::take(&mut draft.meetings);
        meetings.retain(|meeting| match p.body(meeting.body) {
            Some(known) if known.has_ended() => {
                gone.push(known.name.names.clone());
                false
            }
            known => known.is_some(),
        });
        for meeting in &mut meetings {
            meeting.on = same_weekday(meeting.on);
        }
        draft.meetings = meetings;
        Proposed {
            of: before.round,
            draft,
            gone,
        }
    }
}

impl RoundDraft {
    fn of(said: &OpenRound) -> RoundDraft {
        RoundDraft {
            names: said.names.clone(),
            occasion: said.occasion,
            cut_off: said.cut_off,
            opens: said.opens,
            deadlines: said.deadlines.clone(),
            meetings: said.meetings.clone(),
            asks_for: said.asks_for.clone(),
        }
    }

    fn first_day(&self) -> Option<Date> {
        let deadlines = self.deadlines.iter().map(|(_, last)| *last);
        let meetings = self.meetings.iter().map(|meeting| meeting.on);
        let days = self.opens.into_iter().chain(deadlines).chain(meetings);
        days.min()
    }

    /// What it says of a round, by the model of the year that is in hand.
    fn said(self, i: Inside<'_>, round: RoundId) -> Result<OpenRound, Unopened> {
        let year = self.cut_off.year();
        let period = year_of(year).ok_or(Unopened::NoModel(year))?;
        // A round that there is stays with its own model.
        let own = i.round(round).map(|round| round.said.model);
        let model = own.or_else(|| model_for(i, self.occasion, period));
        Ok(OpenRound {
            round,
            model: model.ok_or(Unopened::NoModel(year))?,
            names: self.names,
            occasion: self.occasion,
            cut_off: self.cut_off,
            opens: self.opens,
            deadlines: self.deadlines,
            meetings: self.meetings,
            asks_for: self.asks_for,
            since: None,
        })
    }
}

/// The commands that open the rounds of a year. What the same form opened before stands.
fn cycle(
    i: Inside<'_>,
    (year, key): (i16, Uuid),
    drafts: &[(RoundId, RoundDraft)],
) -> Result<Vec<Command>, Unopened> {
    if !i.sets_rounds() {
        return Err(Unopened::NotFound);
    }
    let open = pattern(i, year);
    let command = |(of, draft): &(RoundId, RoundDraft)| {
        let round = RoundId(derived(key, &format!("round/{}", of.0)));
        let is_left = open.iter().any(|before| before.round == *of);
        if !is_left && i.round(round).is_none() {
            return Err(Unopened::Changed);
        }
        draft.clone().said(i, round).map(Command::OpenRound)
    };
    drafts.iter().map(command).collect()
}

/// The model of the year that is in hand. A year is planned before its own model has been decided, and
/// nothing is judged in a planning round: that one may have the latest there is.
fn model_for(i: Inside<'_>, occasion: Occasion, period: Period) -> Option<ModelId> {
    let p = i.published();
    let latest = || {
        let plans = occasion == Occasion::Planning;
        p.models().into_iter().next().filter(|_| plans)
    };
    Some(model_of(p, period).or_else(latest)?.id)
}

/// The same day of the next year; of the day that only leap years have, the day before.
fn same_day(day: Date) -> Date {
    day.checked_add(1.year()).unwrap_or(day)
}

/// The nearest day with the same weekday a year later: bodies meet on their weekday. A holiday is no
/// working day, so then it is the last one before it.
fn same_weekday(day: Date) -> Date {
    let later = same_day(day);
    let ahead = i64::from(later.weekday().until(day.weekday()));
    let near = if ahead > 3 { ahead - 7 } else { ahead };
    let mut near = later.checked_add(near.days()).unwrap_or(later);
    while Holiday::on(near).is_some() {
        near = near.yesterday().unwrap_or(near);
    }
    near
}

impl App {
    /// Opens a round, and answers with the year in which it is worked on. The same key again opens
    /// nothing more.
    ///
    /// # Errors
    /// [`Unopened`]; then nothing was stored.
    pub async fn open_round(
        &self,
        person: PersonId,
        draft: RoundDraft,
        key: Uuid,
    ) -> Result<i16, Unopened> {
        let opened = self.inside(person, |i, _| {
            if !i.sets_rounds() {
                return Err(Unopened::NotFound);
            }
            draft.said(i, RoundId(derived(key, "round")))
        })?;
        let year = runs_in(&opened);
        let commands = vec![Command::OpenRound(opened)];
        let performed = self.perform_all(User::Person(person), commands, None);
        performed.await.map(|_| year).map_err(Unopened::from)
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
        loop {
            let looked = self.inside(person, |i, _| {
                let commands = cycle(i, (year, key), drafts)?;
                Ok::<_, Unopened>((commands, i.position()))
            });
            let (commands, at) = looked?;
            let done = self.perform_seen(User::Person(person), commands, at);
            match done.await {
                // Somebody came between: it is looked at again, and ends when nobody does.
                Err(Unperformed::Moved) => {}
                done => return done.map(|_| ()).map_err(Unopened::from),
            }
        }
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
        let change = |i: Inside<'_>| draft.clone().said(i, round).map(Command::OpenRound);
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
        loop {
            let looked = self.inside(person, |i, _| {
                let form = RoundForm::of(i, Some(round)).ok_or(Unopened::NotFound)?;
                let standing = form.round.ok_or(Unopened::NotFound)?;
                Ok::<_, Unopened>((change(i)?, standing, i.position()))
            });
            let (command, standing, at) = looked?;
            let year = match &command {
                Command::OpenRound(said) => runs_in(said),
                _ => standing.runs_in,
            };
            if standing.seen != seen {
                // The same form sent twice has said it already.
                let said = standing.says(&command);
                return said.then_some(year).ok_or(Unopened::Changed);
            }
            let done = self.perform_seen(User::Person(person), vec![command], at);
            match done.await {
                // Somebody came between: it is looked at again, and ends when nobody does.
                Err(Unperformed::Moved) => {}
                done => return done.map(|_| year).map_err(Unopened::from),
            }
        }
    }
}

impl StandingRound {
    /// Whether it says already what a command would say.
    fn says(&self, command: &Command) -> bool {
        match command {
            Command::OpenRound(said) => {
                self.called_off.is_none() && RoundDraft::of(said) == self.draft
            }
            Command::CallOffRound(_) => self.called_off.is_some(),
            _ => false,
        }
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
        // The Sunday that a leap year has.
        assert_eq!(same_weekday(date(2028, 2, 29)), date(2029, 2, 27));
    }
}
