//! What is silent: decided rows that nobody looks after, of which nobody has said a word in a round, or whose day
//! has passed. Found body by body among what each owns, and each by its own few facts.

use super::{Follows, Inside, InsideElement, InsideRound};
use crate::assessments::{Assessment, Step, Subject};
use crate::bodies::Body;
use crate::elements::Element;
use crate::ids::{BodyId, ElementId, RoundId};
use crate::models::Purpose;
use crate::permissions::Role;
use crate::threads::ThreadEnd;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// In which way a row is silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Silence {
    /// The body that owns it is no more.
    BodyEnded,
    /// Every goal that it leads to is closed or withdrawn.
    GoalClosed,
    /// Whoever looks after it holds no role any longer.
    OwnerLeft,
    /// Its day has passed, and nobody has closed it or said since how it went.
    Expired,
    /// It is decided, and has never been reported in any round.
    NeverReported,
    /// The last word of it is older than the last round that has closed.
    Stale,
    /// Nobody looks after it.
    NobodyLooksAfter,
}

impl Silence {
    /// Every way, the gravest first.
    pub const ALL: [Silence; 7] = [
        Silence::BodyEnded,
        Silence::GoalClosed,
        Silence::OwnerLeft,
        Silence::Expired,
        Silence::NeverReported,
        Silence::Stale,
        Silence::NobodyLooksAfter,
    ];
}

/// A row that is silent in one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silent {
    /// Which row.
    pub element: ElementId,
    /// Whose.
    pub body: BodyId,
    /// In which way.
    pub silence: Silence,
    /// From which day.
    pub since: Date,
}

/// How much of what a body was asked for in a round came by its last day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OnTime {
    /// The rows that it was asked for.
    pub rows: usize,
    /// Those that were handed in by its last day.
    pub on_time: usize,
    /// Those that have come by now, on time or late.
    pub came: usize,
}

impl<'a> Inside<'a> {
    /// Over whose rows they keep an eye: the strategist over all, a controller over all below theirs, and
    /// whoever approves over their own body's. None for everybody else.
    pub fn watches(&self) -> Option<Follows> {
        let all = self.follows_the_whole();
        let mut own = self.controlled();
        own.extend(self.holds(Role::Approver));
        (all || !own.is_empty()).then_some(Follows { all, own })
    }

    /// What is silent of those whom they keep an eye on, in the order of bodies and of numbers.
    pub fn silent(&self, follows: &Follows) -> Vec<Silent> {
        let rounds: Vec<InsideRound<'a>> = self.rounds();
        let rounds: Vec<_> = rounds
            .iter()
            .filter(|r| r.takes_reports(self.today))
            .collect();
        let bodies = self.state.bodies.iter();
        let watched = bodies.filter(|(id, _)| follows.has(**id));
        let mut silent = Vec::new();
        for (id, body) in watched {
            // The rounds that have closed for a body of its kind.
            let closed = rounds.iter().filter_map(|round| {
                let last = round.said.deadline(body.kind)?;
                (last < self.today).then_some((round.said, last))
            });
            let closed: Vec<_> = closed.collect();
            for row in self.rows_of(*id) {
                let of = |(silence, since)| Silent {
                    element: row.id,
                    body: *id,
                    silence,
                    since,
                };
                silent.extend(self.silences(&row, body, &closed).into_iter().map(of));
            }
        }
        silent
    }

    /// What is silent that the letter of the week tells them of: the strategist of the whole group, and whoever
    /// approves of their own body's. A controller looks when they choose to.
    pub fn silent_by_mail(&self) -> Vec<Silent> {
        let all = self.follows_the_whole();
        let own: BTreeSet<BodyId> = self.holds(Role::Approver).into_iter().collect();
        match all || !own.is_empty() {
            true => self.silent(&Follows { all, own }),
            false => Vec::new(),
        }
    }

    /// The decided rows that a body owns and that nothing has ended, in the order of their numbers. What is over
    /// with its year is over, unless a decision has to close it.
    fn rows_of(&self, body: BodyId) -> Vec<InsideElement<'a>> {
        let owned = self.state.owned_by.get(&body).into_iter().flatten();
        let rows = owned.filter_map(|id| self.decided_element(*id));
        let goes_on = |row: &InsideElement<'a>| {
            let is_over = row.wording.period.last_day() < self.today;
            (!is_over || row.level.closed_only_by_decision)
                && self.owner_on(row.id, self.today) == Some(body)
                && self.ended_on(row.id, self.today).is_none()
        };
        let mut rows: Vec<_> = rows.filter(goes_on).collect();
        rows.sort_by_key(|row| (row.number, row.id));
        rows
    }

    fn silences(
        &self,
        row: &InsideElement<'a>,
        body: &Body,
        closed: &[(&crate::rounds::OpenRound, Date)],
    ) -> Vec<(Silence, Date)> {
        // A body that is no more reports on nothing, and nobody looks after its rows.
        if let Some(end) = body
            .ends
            .at(self.today)
            .filter(|end| end.last_day < self.today)
        {
            return vec![(Silence::BodyEnded, after(end.last_day))];
        }
        let Some(element) = self.state.elements.get(&row.id) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        found.extend(
            self.goals_closed(row.id)
                .map(|day| (Silence::GoalClosed, day)),
        );
        let left = self.answered_for_by_who_left(row.id);
        found.extend(left.map(|(_, day)| (Silence::OwnerLeft, day)));
        let words = self.words_of(row.id);
        found.extend(self.expired(row, &words).map(|day| (Silence::Expired, day)));
        if row.level.scale.is_some() {
            found.extend(self.unheard(row, element, &words, closed));
        }
        let is_promise = row.level.purpose == Purpose::Commitment;
        if is_promise && self.state.looked_after_on(element, self.today).is_none() {
            let since = self.looked_after_by_nobody_since(element);
            found.push((Silence::NobodyLooksAfter, since));
        }
        found
    }

    /// From which day every goal that an element leads to is ended; none if one stands, or it leads to none.
    fn goals_closed(&self, id: ElementId) -> Option<Date> {
        let mut last = None;
        for (_, end) in self.supports(id) {
            let ThreadEnd::Element(goal) = end else {
                continue;
            };
            let goal = self.state.elements.get(&goal)?;
            let (_, by) = self.state.ending_on(goal, self.today)?;
            let endings = goal.endings.entries().iter();
            let day = endings.filter(|e| e.value.1 == by).map(|e| e.on).max()?;
            last = last.max(Some(day));
        }
        last
    }

    /// The days that the words of an element are about, each of a round in which it was handed in or decided.
    fn words_of(&self, id: ElementId) -> BTreeSet<(Date, RoundId)> {
        let ids = self
            .state
            .judged
            .get(&Subject::Element(id))
            .into_iter()
            .flatten();
        let said = ids.filter_map(|id| self.state.assessments.get(id));
        let words = said.filter(|said| self.is_word(said)).filter_map(|said| {
            let round = self.state.rounds.get(&said.round)?;
            let cut_off = round.said_on(self.today)?.cut_off;
            Some((cut_off, said.round))
        });
        words.collect()
    }

    /// Whether somebody has handed it in, or decided it: what is only written is no word yet.
    fn is_word(&self, said: &Assessment) -> bool {
        let mut steps = said.steps.up_to(self.today).iter();
        steps.any(|step| step.value == Step::HandedIn)
            || self.state.adoption_on(&said.decided, self.today).is_some()
    }

    /// The day after that on which a row was to be done, if nobody has closed it or said since how it went.
    fn expired(&self, row: &InsideElement<'_>, words: &BTreeSet<(Date, RoundId)>) -> Option<Date> {
        let due = due(row)?;
        let is_told = words.iter().any(|(about, _)| *about >= due);
        let is_silent = row.level.closed_only_by_decision || !is_told;
        (due < self.today && is_silent).then(|| after(due))
    }

    /// Whether no round or not the last of them has heard of a row, of those that have closed since it was decided.
    fn unheard(
        &self,
        row: &InsideElement<'_>,
        element: &Element,
        words: &BTreeSet<(Date, RoundId)>,
        closed: &[(&crate::rounds::OpenRound, Date)],
    ) -> Option<(Silence, Date)> {
        let decided = self.state.adoption_on(&element.adopted, self.today)?.on;
        let asks = closed.iter().filter(|(round, last)| {
            let asked = round.model == row.model && row.wording.period.contains(round.cut_off);
            asked && *last > decided
        });
        let mut asks: Vec<_> = asks.map(|(round, last)| (round.cut_off, *last)).collect();
        asks.sort_unstable();
        let (first, newest) = (asks.first()?, asks.last()?);
        match words.last() {
            None => Some((Silence::NeverReported, after(first.1))),
            Some((about, _)) if *about < newest.0 => {
                let missed = asks.iter().find(|(cut_off, _)| cut_off > about)?;
                Some((Silence::Stale, after(missed.1)))
            }
            Some(_) => None,
        }
    }

    /// From which day nobody looks after an element: since somebody said so, or since it was decided.
    fn looked_after_by_nobody_since(&self, element: &Element) -> Date {
        let decided = self.state.adoption_on(&element.adopted, self.today);
        let decided = decided.map_or(self.today, |adopted| adopted.on);
        let said = element.looked_after.entry_at(self.today);
        said.map_or(decided, |said| said.on.max(decided))
    }

    /// How much of what a body was asked for came by its last day in a round; none before that day has passed,
    /// or where it was asked for nothing.
    pub fn on_time(&self, round: RoundId, body: BodyId) -> Option<OnTime> {
        let said = self.round(round)?.said;
        let last = said.deadline(self.state.bodies.get(&body)?.kind)?;
        (last < self.today).then_some(())?;
        let owned = self.state.owned_by.get(&body).into_iter().flatten();
        let mut count = OnTime::default();
        for row in owned.filter_map(|id| self.decided_element(*id)) {
            let asked = row.model == said.model
                && row.level.scale.is_some()
                && row.wording.period.contains(said.cut_off)
                && self.owner_on(row.id, last) == Some(body)
                && self.ended_on(row.id, last).is_none()
                && self.was_decided(row.id, last);
            if asked {
                count.rows += 1;
                count.on_time += usize::from(self.came_by(round, row.id, last));
                count.came += usize::from(self.came_by(round, row.id, self.today));
            }
        }
        (count.rows > 0).then_some(count)
    }

    fn was_decided(&self, id: ElementId, day: Date) -> bool {
        let element = self.state.elements.get(&id);
        element.is_some_and(|e| self.state.adoption_on(&e.adopted, day).is_some())
    }

    /// Whether what is said of an element in a round was handed in, or decided, by a day.
    fn came_by(&self, round: RoundId, id: ElementId, day: Date) -> bool {
        let ids = self
            .state
            .judged
            .get(&Subject::Element(id))
            .into_iter()
            .flatten();
        let said = ids.filter_map(|id| self.state.assessments.get(id));
        let mut own = said.filter(|said| said.round == round);
        own.any(|said| {
            let mut steps = said.steps.up_to(day).iter();
            steps.any(|step| step.value == Step::HandedIn)
                || self.state.adoption_on(&said.decided, day).is_some()
        })
    }
}

/// When a row is to be done: its own day, or the end of its period where a decision has to close it.
fn due(row: &InsideElement<'_>) -> Option<Date> {
    let own = row.wording.due.map(|due| due.last_day());
    let end = row
        .level
        .closed_only_by_decision
        .then(|| row.wording.period.last_day());
    own.or(end)
}

fn after(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}
