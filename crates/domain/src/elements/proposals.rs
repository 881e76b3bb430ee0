//! What is proposed beside a decided wording, and how it is taken back before anybody has decided it.

use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::ids::ElementId;
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Takes back what is proposed beside a decided wording: what is decided stands as it did, and the
/// plan in hand no longer has the row. The journal keeps what the proposal said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeBackProposal {
    /// Of which element.
    pub element: ElementId,
}

pub(crate) fn take_back(state: &State, now: Now, command: TakeBackProposal) -> Outcome {
    let on = now.today;
    let element = state.element_known(command.element, on)?;
    let Some(adopted) = state.adoption_on(&element.adopted, on) else {
        let fact = Fact::Element;
        return Err(Refusal::Unknown { fact });
    };
    if element.drafts.at(on).map(|(newest, _)| *newest) == Some(adopted.value.wording) {
        return Ok(Vec::new());
    }
    let mut in_hand = state.in_hand_with(command.element, on).into_iter();
    if in_hand.any(|plan| state.is_handed_in(plan, on)) {
        return Err(Refusal::PlanHandedIn);
    }
    Ok(vec![now.happened(on, Event::ProposalTakenBack(command))])
}

pub(crate) fn apply_taken_back(state: &mut State, at: &Recorded, event: &TakeBackProposal) {
    let Some(element) = state.elements.get(&event.element) else {
        return;
    };
    let adopted = state.adoption_on(&element.adopted, at.on);
    let stands = adopted.map(|adopted| adopted.value.wording);
    let stands = stands.and_then(|id| Some((id, Arc::clone(element.wording(id)?))));
    // Which plans are in hand is asked before what they wait for is no more.
    let in_hand = state.in_hand_with(event.element, at.on);
    for id in in_hand {
        if let Some(plan) = state.plans.get_mut(&id) {
            let plan = Arc::make_mut(plan);
            plan.taken_out.insert(at.on, at.position, event.element);
        }
    }
    let Some(element) = state.elements.get_mut(&event.element) else {
        return;
    };
    let element = Arc::make_mut(element);
    if let Some(stands) = stands {
        element.drafts.insert(at.on, at.position, stands);
    }
    element.unproposed.insert(at.on, at.position, ());
}
