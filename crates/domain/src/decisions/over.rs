//! What a decision may do to something that stands: withdraw it, close it, give it to another.

use super::{Act, decides_level};
use crate::elements::Element;
use crate::ids::{BodyId, ElementId, WordingId};
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use jiff::civil::Date;

impl Act {
    /// The element that it withdraws, closes or gives to another; none for what adopts.
    pub fn over(&self) -> Option<ElementId> {
        match self {
            Act::Withdraw(id) | Act::Close(id) | Act::Transfer(id, _) => Some(*id),
            Act::Adopt(..)
            | Act::AdoptPlan(_)
            | Act::SupplementPlan(..)
            | Act::ClosePlan(_)
            | Act::AdoptUnseenPlan(_)
            | Act::Organise(_)
            | Act::DecideFigures(..)
            | Act::AdoptDirective(..) => None,
        }
    }
}

/// Refuses an act that a body may not do to an element on a day.
pub(super) fn may_be(
    state: &State,
    body: BodyId,
    act: &Act,
    element: ElementId,
    on: Date,
) -> Result<(), Refusal> {
    let recorded = state.decided_over(body, element, on)?;
    match act {
        // Whoever has it already has taken it over: of several who press at once one has.
        Act::Transfer(_, to) if state.owner_on(recorded, on) == Some(*to) => {
            let fact = Fact::Element;
            Err(Refusal::AlreadyThere { fact })
        }
        Act::Transfer(_, to) => state.can_own(recorded, *to, on),
        _ => can_end(state, element, recorded, on),
    }
}

/// Refuses to end what something of a later day rests on.
fn can_end(state: &State, id: ElementId, element: &Element, on: Date) -> Result<(), Refusal> {
    let acted = state.first_act_after(element, on);
    let rested = state.first_adoption_resting_on(element, on);
    let marked = state.first_marked_from(id, on);
    match acted.into_iter().chain(rested).chain(marked).min() {
        None => Ok(()),
        Some(day) => {
            let fact = Fact::Element;
            Err(Refusal::WouldBreak { day, fact })
        }
    }
}

/// Refuses if other words stand than those that were seen.
pub(super) fn as_seen(
    state: &State,
    seen: &[(ElementId, WordingId)],
    today: Date,
) -> Result<(), Refusal> {
    for (id, wording) in seen {
        let recorded = state.element_known(*id, today)?;
        let stands = state.adoption_on(&recorded.adopted, today);
        let newest = stands.map(|stands| stands.value.wording);
        match newest {
            None => return Err(Refusal::NotAdopted { on: today }),
            Some(newest) if newest != *wording => return Err(Refusal::WordingChanged { newest }),
            Some(_) => {}
        }
    }
    Ok(())
}

/// What the rules ask.
impl State {
    /// An element that a body may withdraw, close or give to another on a day: it stands decided,
    /// has not ended, and is the body's matter.
    pub(crate) fn decided_over(
        &self,
        body: BodyId,
        element: ElementId,
        on: Date,
    ) -> Result<&Element, Refusal> {
        let recorded = self.element_known(element, on)?;
        if self.adoption_on(&recorded.adopted, on).is_none() {
            return Err(Refusal::NotAdopted { on });
        }
        decides_level(self, recorded, body, on)?;
        self.is_its_matter(body, self.owner_on(recorded, on), on)?;
        // What has ended stays ended: a new element continues it.
        match self.ending_on(recorded, on) {
            Some(_) => Err(Refusal::AlreadyEnded { on }),
            None => Ok(recorded),
        }
    }

    /// Refuses a body of a kind that owns nothing on the level of an element.
    pub(crate) fn can_own(&self, element: &Element, body: BodyId, on: Date) -> Result<(), Refusal> {
        let kind = self.body_alive(body, on)?.kind;
        let owners = &self.level_of(element, on)?.owners;
        match owners.is_empty() || owners.contains(&kind) {
            true => Ok(()),
            false => Err(Refusal::WrongOwner),
        }
    }
}
