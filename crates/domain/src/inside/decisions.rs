//! What a registrar sees: the decisions of the bodies that they record for, and what stands that
//! those bodies may decide over.

use super::{Inside, InsideElement};
use crate::bodies::BodyKind;
use crate::command::{Command, Now, decide};
use crate::decisions::{Act, Adoptable, Authority, Basis, RecordDecision, Stage};
use crate::ids::{BodyId, DecisionId, ElementId};
use crate::permissions::{ReadSubject, Role};
use crate::refusal::Refusal;
use crate::state::State;
use crate::timeline::Timeline;
use crate::visibility::Readable;
use jiff::civil::Date;
use std::collections::BTreeSet;

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
        marks(self.stages, self.today)
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

fn marks(stages: &Timeline<Stage>, today: Date) -> Vec<(Stage, Date)> {
    let marks = stages.up_to(today).iter();
    marks.map(|entry| (entry.value, entry.on)).collect()
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

    /// A decision that says which bodies there are and nothing else, for whoever organises, too: all
    /// that it says is public.
    pub fn organising(&self, id: DecisionId) -> Option<&'a RecordDecision> {
        let decision = self.state.decisions.get(&id)?;
        Some(&*decision.record).filter(|record| record.only_organises())
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

    /// What stands decided today that a body may withdraw, close or give to another by a decision
    /// of a day, by the decided wording. Of what they may not read nothing is told, and nothing of
    /// it is decided by them either.
    pub fn decided_over(&self, body: BodyId, day: Date) -> Vec<InsideElement<'a>> {
        let owners = self.state.owned_by.iter();
        let owners = owners.filter(|(owner, _)| self.state.decides_for(body, **owner, day));
        let owned = owners.flat_map(|(owner, ids)| ids.iter().map(move |id| (*owner, *id)));
        // What was given away is also filed under whoever had it, and what has come to somebody
        // else or has ended since the day is decided over no more.
        let owned = owned.filter(|(owner, id)| self.state.stands_with(*owner, *id, self.today));
        let standing = owned.filter(|(_, id)| {
            let over = self.state.decided_over(body, *id, day);
            over.is_ok()
        });
        let mut all: Vec<_> = standing
            .filter_map(|(_, id)| self.decided_element(id))
            .collect();
        all.sort_by_key(|element| element.number);
        all
    }

    /// The last day on which a body can decide anything: today, or the day that was its last.
    pub fn decides_until(&self, body: BodyId) -> Option<Date> {
        let recorded = self.state.bodies.get(&body)?;
        let end = recorded.ends.at(self.today).map(|end| end.last_day);
        Some(end.map_or(self.today, |last| last.min(self.today)))
    }

    /// What every one of the acts of a decision would be refused for if it stood alone.
    pub fn refused_one_by_one(
        &self,
        now: Now,
        record: &RecordDecision,
    ) -> Vec<(ElementId, Refusal)> {
        let alone = |act: &Act| {
            let element = act.over()?;
            let seen = record.seen.iter().filter(|(id, _)| *id == element);
            let record = RecordDecision {
                acts: vec![act.clone()],
                seen: seen.copied().collect(),
                ..record.clone()
            };
            let command = Command::RecordDecision(record);
            let refused = decide(self.state, now, command).err()?;
            Some((element, refused))
        };
        record.acts.iter().filter_map(alone).collect()
    }

    /// The other decisions, of any body, over the elements that a decision did anything to, as far
    /// as they may read of those: what adopted a wording of them, gave them away or ended them.
    pub fn beside(&self, record: &RecordDecision) -> BTreeSet<DecisionId> {
        let elements = record.acts.iter().filter_map(|act| match act {
            Act::Adopt(Adoptable::Element(id), _) => Some(*id),
            act => act.over(),
        });
        let elements: BTreeSet<ElementId> = elements.collect();
        let beside = elements.into_iter().flat_map(|id| self.decisions_over(id));
        beside.filter(|id| *id != record.decision).collect()
    }

    fn decisions_over(&self, id: ElementId) -> Vec<DecisionId> {
        let may = self.reads(ReadSubject::KeptBack(Readable::Element(id)));
        let Some(found) = self.state.elements.get(&id).filter(|_| may) else {
            return Vec::new();
        };
        let adopted = found.adopted.up_to(self.today).iter();
        let adopted = adopted.filter_map(|entry| match entry.value.basis {
            Basis::Decision(id) => Some(id),
            Basis::Source(..) => None,
        });
        let given = found.transfers.up_to(self.today).iter();
        let given = given.map(|entry| entry.value.1);
        let ended = found.endings.up_to(self.today).iter();
        let ended = ended.map(|entry| entry.value.1);
        adopted.chain(given).chain(ended).collect()
    }

    /// What has become of any decision, the earliest first: residents see it too.
    pub fn marks_of(&self, id: DecisionId) -> Vec<(Stage, Date)> {
        let decision = self.state.decisions.get(&id);
        let marks = decision.map(|decision| marks(&decision.stages, self.today));
        marks.unwrap_or_default()
    }

    /// Who owns an element today, if they may read it.
    pub fn owner(&self, element: ElementId) -> Option<BodyId> {
        let found = self.state.elements.get(&element);
        let found = found.filter(|_| self.knows(element))?;
        self.state.owner_on(found, self.today)
    }

    /// The bodies that an element can be given to on a day: all of a kind that owns its level but
    /// the one that has it.
    pub fn takers(&self, element: ElementId, day: Date) -> Vec<BodyId> {
        let owner = self.owner(element);
        let Some(found) = self.state.elements.get(&element) else {
            return Vec::new();
        };
        let bodies = self.state.bodies.iter();
        let takes = |id: BodyId| self.state.can_own(found, id, day).is_ok();
        let others = bodies.filter(|(id, body)| {
            body.kind != BodyKind::External && Some(**id) != owner && takes(**id)
        });
        others.map(|(id, _)| *id).collect()
    }
}

impl State {
    /// Whether an element is a body's on a day and has not ended.
    fn stands_with(&self, owner: BodyId, element: ElementId, day: Date) -> bool {
        let element = self.elements.get(&element);
        element.is_some_and(|element| {
            self.owner_on(element, day) == Some(owner) && self.ending_on(element, day).is_none()
        })
    }
}
