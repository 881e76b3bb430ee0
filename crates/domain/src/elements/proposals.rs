//! What is proposed beside a decided wording, and how it is taken back before anybody has decided it.

use super::{Element, Wording};
use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::ids::{ElementId, WordingId};
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
    let newest = state.newest_wording(element, on).map(|(id, _)| id);
    if newest == Some(adopted.value.wording) {
        return Ok(Vec::new());
    }
    let mut in_hand = state.in_hand_with(command.element, on).into_iter();
    if in_hand.any(|plan| state.is_handed_in(plan, on)) {
        return Err(Refusal::PlanHandedIn);
    }
    Ok(vec![now.happened(on, Event::ProposalTakenBack(command))])
}

pub(crate) fn apply_taken_back(state: &mut State, at: &Recorded, event: &TakeBackProposal) {
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
    element.unproposed.insert(at.on, at.position, ());
}

impl State {
    /// The newest wording of an element on a day: where what was proposed has been taken back, that
    /// which is decided. It is asked and never stored, so that a decision that is recorded late
    /// tells the same as one that was recorded in time.
    pub(crate) fn newest_wording<'a>(
        &self,
        element: &'a Element,
        day: Date,
    ) -> Option<(WordingId, &'a Arc<Wording>)> {
        let last = element.drafts.entry_at(day)?;
        let decided = || {
            let adopted = self.adoption_on(&element.adopted, day)?;
            let id = adopted.value.wording;
            Some((id, element.read_on(id, day)?))
        };
        let taken_back = element.unproposed.comes_after(last, day);
        let decided = taken_back.then(decided).flatten();
        Some(decided.unwrap_or((last.value.0, &last.value.1)))
    }

    /// The first day after another on which what was proposed beside an element was taken back.
    pub(crate) fn taken_back_after(&self, id: ElementId, day: Date) -> Option<Date> {
        let back = self.elements.get(&id)?.unproposed.entries().iter();
        back.map(|e| e.on).find(|on| *on > day)
    }

    /// Whether what was proposed beside the decided wording has been taken back by a day, and nothing
    /// has been proposed since.
    pub(crate) fn is_taken_back(&self, element: &Element, day: Date) -> bool {
        let last = element.drafts.entry_at(day);
        last.is_some_and(|last| element.unproposed.comes_after(last, day))
    }
}
