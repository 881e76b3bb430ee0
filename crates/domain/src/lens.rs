//! The day lens for those who work: what stood on a day, drafts included.
//!
//! Who may see a draft is asked of [`crate::permissions::may_read`] before a view shows it.

use crate::elements::Wording;
use crate::ids::{ElementId, PlanId, WordingId};
use crate::plans::{PlaceInOrder, PlanStage};
use crate::state::State;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// State on a day.
#[derive(Clone, Copy, Debug)]
pub struct OnDay<'a> {
    state: &'a State,
    day: Date,
}

impl State {
    /// What stood on a day.
    pub fn on(&self, day: Date) -> OnDay<'_> {
        OnDay { state: self, day }
    }
}

impl<'a> OnDay<'a> {
    /// The newest proposal for an element: what a decision on the day would adopt.
    pub fn proposal(&self, element: ElementId) -> Option<(WordingId, &'a Wording)> {
        let element = self.state.elements.get(&element)?;
        let (id, wording) = self.state.newest_wording(element, self.day)?;
        Some((id, wording.as_ref()))
    }

    /// How far a plan has come, and the elements in it.
    pub fn plan(&self, plan: PlanId) -> Option<(PlanStage, Vec<ElementId>)> {
        let plan = self.state.plans.get(&plan)?;
        let stage = self.state.plan_stage(plan, self.day)?;
        let elements = self.state.elements_in(plan, self.day);
        Some((stage, elements.into_iter().collect()))
    }

    /// Where the rows of a plan stand, as its body arranged them; nothing where nobody has.
    pub fn places(&self, plan: PlanId) -> BTreeMap<ElementId, PlaceInOrder> {
        let plan = self.state.plans.get(&plan);
        plan.map(|plan| self.state.places_in(plan, self.day))
            .unwrap_or_default()
    }
}
