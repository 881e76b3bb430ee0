//! The rounds of the cycle, as those who work here see them.

use super::{Follows, Inside};
use crate::ids::RoundId;
use crate::permissions::Role;
use crate::rounds::{Occasion, OpenRound};
use crate::texts::Text;
use jiff::civil::Date;

/// A round as it was last said.
#[derive(Clone, Copy, Debug)]
pub struct InsideRound<'a> {
    /// What is said of it.
    pub said: &'a OpenRound,
    /// The last event that said something of it: whoever changes it has seen that one.
    pub position: u64,
    /// Why it was called off, if it was.
    pub called_off: Option<&'a Text>,
    /// Whether somebody has written a verdict in it: then it stays, and the day that its verdicts are
    /// about.
    pub is_in_use: bool,
}

impl InsideRound<'_> {
    /// Whether it follows something up and is not called off.
    pub fn follows_up(&self) -> bool {
        self.said.occasion != Occasion::Planning && self.called_off.is_none()
    }

    /// Whether it takes reports on a day: it follows something up, and has opened.
    pub fn takes_reports(&self, day: Date) -> bool {
        self.follows_up() && self.said.opens.is_none_or(|opens| opens <= day)
    }
}

impl<'a> Inside<'a> {
    /// Whether the person says when plans and reports are asked for, for the whole group.
    pub fn sets_rounds(&self) -> bool {
        !self.holds(Role::Strategist).is_empty()
    }

    /// Whose reports they follow as they come in: the strategist the whole group's, and a controller those
    /// of all below theirs. None for everybody else.
    pub fn follows_reports(&self) -> Option<Follows> {
        let (all, own) = (self.follows_the_whole(), self.controlled());
        (all || !own.is_empty()).then_some(Follows { all, own })
    }

    /// A round, for whoever reads content.
    pub fn round(&self, id: RoundId) -> Option<InsideRound<'a>> {
        if !self.reads_content() {
            return None;
        }
        let round = self.state.rounds.get(&id)?;
        let said = round.said.entry_at(self.today)?;
        let off = round.called_off_on(self.today);
        Some(InsideRound {
            said: &said.value,
            position: off.map_or(said.position, |off| off.position.max(said.position)),
            called_off: off.map(|off| &off.reason),
            is_in_use: self.state.is_reported_in(id),
        })
    }

    /// What had been said of a round before an event.
    pub fn round_before(&self, id: RoundId, position: u64) -> Option<&'a OpenRound> {
        let said = self.state.rounds.get(&id)?.said.entries().iter();
        let earlier = said.filter(|entry| entry.position < position);
        let last = earlier.max_by_key(|entry| entry.position)?;
        Some(&last.value)
    }

    /// All rounds, in the order of the days that they are about.
    pub fn rounds(&self) -> Vec<InsideRound<'a>> {
        let ids = self.state.rounds.keys();
        let mut rounds: Vec<InsideRound<'a>> = ids.filter_map(|id| self.round(*id)).collect();
        rounds.sort_by_key(|round| {
            let said = round.said;
            (
                said.year(),
                said.opens.or(said.last_deadline()),
                said.cut_off,
                said.round,
            )
        });
        rounds
    }
}
