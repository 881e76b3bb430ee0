//! What is proposed beside a decided wording, and how it is taken back before anybody has decided it.

use super::Element;
use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::ids::ElementId;
use crate::plans::PlanStage;
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use jiff::civil::Date;
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
    let waits = |plan| {
        state.plan_stage(plan, on) == Some(PlanStage::Proposed)
            && !state.is_taken_up(plan, on)
            && state.lies_in(plan, command.element, on)
    };
    let mut plans = element.plans.iter().filter_map(|id| state.plans.get(id));
    if plans.any(|plan| waits(plan)) {
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
    let Some(element) = state.elements.get_mut(&event.element) else {
        return;
    };
    let element = Arc::make_mut(element);
    if let Some(stands) = stands {
        element.drafts.insert(at.on, at.position, stands);
    }
    element.unproposed.insert(at.on, at.position, ());
}

impl Element {
    /// Whether a row was placed in a plan as a proposal beside what was decided, and that proposal
    /// has been taken back by a day.
    pub(crate) fn is_unproposed(&self, placed: u64, day: Date) -> bool {
        let first = self.adopted.entries().iter().map(|e| e.position).min();
        let was_proposal = first.is_some_and(|first| first < placed);
        let mut taken_back = self.unproposed.up_to(day).iter();
        was_proposal && taken_back.any(|e| e.position > placed)
    }
}
