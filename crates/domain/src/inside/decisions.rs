//! What a registrar sees: the decisions of the bodies that they record for, and what stands that
//! those bodies may decide over.

use super::{Inside, InsideElement};
use crate::bodies::BodyKind;
use crate::decisions::{Authority, RecordDecision, Stage};
use crate::ids::{BodyId, DecisionId, ElementId};
use crate::permissions::Role;
use crate::state::State;
use crate::timeline::Timeline;
use jiff::civil::Date;

/// A decision as whoever records what its body decides sees it: whole, with everything that became
/// of it.
#[derive(Clone, Copy, Debug)]
pub struct InsideDecision<'a> {
    /// Which decision.
    pub id: DecisionId,
    /// What was decided, when and by what right.
    pub record: &'a RecordDecision,
    /// The event that recorded it: the order among the decisions of one day.
    pub position: u64,
    /// The first day on which it can have been made.
    pub on: Date,
    stages: &'a Timeline<Stage>,
    today: Date,
}

impl InsideDecision<'_> {
    /// What has become of it, the earliest first.
    pub fn marks(&self) -> Vec<(Stage, Date)> {
        let marks = self.stages.up_to(self.today).iter();
        marks.map(|entry| (entry.value, entry.on)).collect()
    }

    /// Whether its minutes are still to be approved, and nothing else has become of it that a
    /// registrar waits for. What a source told is nobody's to approve.
    pub fn awaits_approval(&self) -> bool {
        let is_found = matches!(self.record.authority, Authority::Found { .. });
        !is_found && !self.has(Stage::MinutesApproved) && !self.has(Stage::Quashed)
    }

    /// Whether that has become of it.
    pub fn has(&self, stage: Stage) -> bool {
        self.marks().iter().any(|(marked, _)| *marked == stage)
    }
}

impl<'a> Inside<'a> {
    /// A decision, for whoever records what its body decides.
    pub fn recorded(&self, id: DecisionId) -> Option<InsideDecision<'a>> {
        let decision = self.state.decisions.get(&id)?;
        let own = self.holds(Role::Registrar).contains(&decision.record.body);
        own.then_some(InsideDecision {
            id,
            record: &decision.record,
            position: decision.position,
            on: decision.on,
            stages: &decision.stages,
            today: self.today,
        })
    }

    /// The decisions of the bodies that they record for, the latest first.
    pub fn all_recorded(&self) -> Vec<InsideDecision<'a>> {
        let own = self.holds(Role::Registrar).into_iter();
        let ids = own.filter_map(|body| self.state.decided_by.get(&body));
        let decisions = ids.flatten().filter_map(|id| self.recorded(*id));
        let mut decisions: Vec<_> = decisions.collect();
        decisions.sort_by_key(|d| std::cmp::Reverse((d.on, d.position)));
        decisions
    }

    /// What stands decided that a body may withdraw, close or give to another today, by the
    /// decided wording. Of what they may not read nothing is told, and nothing of it is decided by
    /// them either.
    pub fn decided_over(&self, body: BodyId) -> Vec<InsideElement<'a>> {
        let owners = self.state.owned_by.iter();
        let owners = owners.filter(|(owner, _)| self.decides_for(body, **owner));
        let owned = owners.flat_map(|(owner, ids)| ids.iter().map(move |id| (*owner, *id)));
        // What was given away is also filed under whoever had it.
        let owned = owned.filter(|(owner, id)| self.state.owns_today(*owner, *id, self.today));
        let standing = owned.filter(|(_, id)| {
            let over = self.state.decided_over(body, *id, self.today);
            over.is_ok()
        });
        let mut all: Vec<_> = standing
            .filter_map(|(_, id)| self.decided_element(id))
            .collect();
        all.sort_by_key(|element| element.number);
        all
    }

    /// Who owns an element today, if they may read it.
    pub fn owner(&self, element: ElementId) -> Option<BodyId> {
        let found = self.state.elements.get(&element);
        let found = found.filter(|_| self.knows(element))?;
        self.state.owner_on(found, self.today)
    }

    /// The bodies that an element can be given to today: all of a kind that owns its level but the
    /// one that has it.
    pub fn takers(&self, element: ElementId) -> Vec<BodyId> {
        let owner = self.owner(element);
        let Some(found) = self.state.elements.get(&element) else {
            return Vec::new();
        };
        let bodies = self.state.bodies.iter();
        let takes = |id: BodyId| self.state.can_own(found, id, self.today).is_ok();
        let others = bodies.filter(|(id, body)| {
            body.kind != BodyKind::External && Some(**id) != owner && takes(**id)
        });
        others.map(|(id, _)| *id).collect()
    }
}

impl State {
    fn owns_today(&self, owner: BodyId, element: ElementId, today: Date) -> bool {
        let element = self.elements.get(&element);
        element.is_some_and(|element| self.owner_on(element, today) == Some(owner))
    }
}
