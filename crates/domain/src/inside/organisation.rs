//! A change of the organisation before it is made: who may make one, whether the rules would take
//! it, and what is given to a body that nobody may read a word of.

use super::{Inside, InsidePlan};
use crate::bodies::BodyKind;
use crate::command::{Command, Now};
use crate::decisions::Organised;
use crate::ids::{BodyId, PersonId};
use crate::refusal::Refusal;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A command of a row of them that is not taken: which one, and the rule that it would break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// Its place in the row, from none.
    pub at: usize,
    /// Why.
    pub refusal: Refusal,
}

/// Something that became of a body, or is to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisedChange {
    /// What, as a decision says it.
    pub what: Organised,
    /// The first day on which it is so.
    pub begins: Date,
    /// Whether a decision that no court has quashed stands behind it.
    pub is_decided: bool,
}

impl Inside<'_> {
    /// All that has become of the bodies of the group, or is to, body by body and in the order of its
    /// days. Who may read of it is everybody: it is public from the moment it is recorded.
    pub fn organised(&self) -> Vec<OrganisedChange> {
        let known = self.state.bodies.iter();
        let known = known.filter(|(_, body)| body.kind != BodyKind::External);
        let ids = known.map(|(id, _)| *id);
        ids.flat_map(|id| self.organised_of(id)).collect()
    }

    /// The same of one body.
    pub fn organised_of(&self, id: BodyId) -> Vec<OrganisedChange> {
        let all = self.state.organised(id).into_iter();
        let told = all.map(|(what, begins, is_decided)| OrganisedChange {
            what,
            begins,
            is_decided,
        });
        told.collect()
    }

    /// Whether they say which bodies there are.
    pub fn organises(&self) -> bool {
        self.follows_the_whole()
    }

    /// How many events would come of commands that are taken one after another, as one transaction;
    /// none where all of it stands already. Nothing is stored: what they would change is thrown away.
    ///
    /// # Errors
    /// [`Stopped`] at the first that would not be taken.
    pub fn rehearse(&self, now: Now, commands: &[Command]) -> Result<usize, Stopped> {
        let (events, ()) = self.rehearsed(now, commands, self.today, |_| ())?;
        Ok(events)
    }

    /// How many rows of plans that are not decided a body has, of those that they may know of: a
    /// count, and never a word.
    pub fn undecided_rows(&self, body: BodyId) -> usize {
        let plans = self.state.plans.iter();
        let own = plans.filter(|(_, plan)| plan.body == body);
        let own = own.filter_map(|(id, _)| self.plan(*id));
        let open = own.filter(InsidePlan::is_in_hand);
        open.filter_map(|plan| plan.known()).sum()
    }

    /// How many people hold a role at a body after a day. A count: who they are is for whoever looks
    /// after people.
    pub fn people_at_after(&self, body: BodyId, day: Date) -> usize {
        let holds = |person: &PersonId| {
            let grants = self.state.grants.get(person);
            let grants = grants.into_iter().flat_map(|grants| grants.iter());
            let here = grants.filter(|((_, at), _)| *at == body);
            let mut here = here.filter_map(|(_, grant)| grant.at(self.today));
            here.any(|grant| grant.to.is_none_or(|to| to > day))
        };
        let people: BTreeSet<_> = self.state.grants.keys().filter(|p| holds(p)).collect();
        people.len()
    }
}
