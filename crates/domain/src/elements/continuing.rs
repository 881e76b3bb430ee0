//! What continues what: a goal of the next model, or the promise of the next year.
//!
//! What is continued is never taken up again: it stays what it was, with its verdicts, and the new
//! element says where it comes from (decision 087).

use super::Wording;
use crate::ids::{ElementId, ModelId};
use crate::indicators::Interpretation;
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The earlier element that one continues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Continues {
    /// The element of an earlier model, or of an earlier year.
    pub element: ElementId,
    /// Whose word that is.
    #[serde(default, skip_serializing_if = "Interpretation::is_stated")]
    pub interpretation: Interpretation,
}

/// Refuses what would continue something that is not earlier: of an earlier model, or within one
/// model of an earlier year by each of its wordings, so that it stays earlier on every day.
pub(super) fn comes_after(
    state: &State,
    on: Date,
    model: ModelId,
    wording: &Wording,
    earlier: ElementId,
) -> Result<(), Refusal> {
    let earlier = state.element_known(earlier, on)?;
    let of = earlier.model.ok_or(Refusal::Unknown {
        fact: Fact::Element,
    })?;
    let is_earlier = match of == model {
        true => earlier.last_day() < wording.period.first_day(),
        false => state.latest_period(of, on)? < state.earliest_period(model, on)?,
    };
    match is_earlier {
        true => Ok(()),
        false => Err(Refusal::PredecessorNotEarlier),
    }
}

/// Refuses a wording that would move an element into or behind a year of what continues it. A draft
/// that was taken back continues nothing and never will.
pub(super) fn stays_before(state: &State, id: ElementId, wording: &Wording) -> Result<(), Refusal> {
    let model = state.elements.get(&id).and_then(|element| element.model);
    let next = state.continued_by.get(&id).into_iter().flatten();
    let next = next.filter_map(|next| state.elements.get(next));
    let next = next.filter(|next| next.model == model && next.dropped.is_none());
    let mut continuing = next.flat_map(|next| next.drafts.entries()).filter(|e| {
        let continues = e.value.1.continues;
        continues.is_some_and(|continues| continues.element == id)
    });
    match continuing.all(|e| wording.period.last_day() < e.value.1.period.first_day()) {
        true => Ok(()),
        false => Err(Refusal::PredecessorNotEarlier),
    }
}
