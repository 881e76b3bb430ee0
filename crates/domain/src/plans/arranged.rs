//! The order in which the rows of a plan stand, where its body has chosen one.
//!
//! It is an order of the plan and of a day, never of an element: the same promise may stand first in
//! one plan and last in the next. Rows that nobody has placed come last, in the order in which they
//! were written down. A decision takes the plan as it was arranged on the day of the meeting
//! (decision 087).

use super::{Plan, PlanStage};
use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::ids::{ArrangementId, ElementId, PlanId};
use crate::refusal::Refusal;
use crate::state::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Arranges the rows of a plan that nobody has decided (*ordna raderna*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArrangePlan {
    /// Which plan.
    pub plan: PlanId,
    /// Which arrangement.
    pub arrangement: ArrangementId,
    /// Its rows, the first one first. What is not named stands after them.
    pub rows: Vec<ElementId>,
    /// The arrangement that it was made instead of: refused if that is no longer the newest, so
    /// that nobody moves rows that they have not seen. None where there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<ArrangementId>,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// How a plan is arranged from a day on.
#[derive(Clone, Debug)]
pub(crate) struct Arrangement {
    pub(crate) id: ArrangementId,
    pub(crate) rows: Arc<[ElementId]>,
}

/// Where a row stands: in the plan as it was first decided, or in which of its supplements, and at
/// which place there. What nobody has placed stands last.
pub type PlaceInOrder = (usize, usize);

/// The place of a row that lies in no plan that anybody has arranged: after all others.
pub const UNPLACED: PlaceInOrder = (usize::MAX, usize::MAX);

pub(crate) fn arrange(state: &State, now: Now, command: ArrangePlan) -> Outcome {
    let on = now.on_recording(command.since)?;
    let plan = state.plan_known(command.plan, on)?;
    let entries = plan.arrangements.entries();
    if let Some(same) = entries.iter().find(|e| e.value.id == command.arrangement) {
        return match *same.value.rows == *command.rows {
            true => Ok(Vec::new()),
            false => Err(Refusal::TwiceTheSame),
        };
    }
    // What a meeting has had before it stands as it lay there.
    if state.plan_is_decided_from(plan, on) || state.is_taken_up(plan, on) {
        return Err(Refusal::PlanAdopted);
    }
    let newest = plan.arrangements.at(on).map(|newest| newest.id);
    if !now.imports() && newest != command.instead_of {
        return Err(Refusal::PlanRearranged);
    }
    let there = state.elements_in(plan, on);
    if !command.rows.iter().all(|row| there.contains(row)) {
        return Err(Refusal::NotInPlan);
    }
    let each: BTreeSet<&ElementId> = command.rows.iter().collect();
    if each.len() != command.rows.len() {
        return Err(Refusal::TwiceTheSame);
    }
    if command.rows.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::PlanArranged(command))])
}

pub(crate) fn apply_arranged(state: &mut State, at: &Recorded, event: &ArrangePlan) {
    if let Some(plan) = state.plans.get_mut(&event.plan) {
        let arrangement = Arrangement {
            id: event.arrangement,
            rows: event.rows.as_slice().into(),
        };
        let plan = Arc::make_mut(plan);
        plan.arrangements.insert(at.on, at.position, arrangement);
    }
}

/// The event that last placed a row in a plan by a day.
fn placed_last(plan: &Plan, id: ElementId, day: Date) -> Option<u64> {
    let placed = plan.elements.up_to(day).iter();
    let placed = placed.filter(|e| e.value.0.contains(&id));
    placed.map(|e| e.position).max()
}

impl State {
    /// Whether a decision has taken all that is in a plan into one that was decided before: then it
    /// has been a supplement, and is in hand no longer.
    pub(crate) fn is_taken_up(&self, plan: &Plan, day: Date) -> bool {
        // What is decided itself is asked for nothing more: its rows are many.
        if self.plan_stage(plan, day) >= Some(PlanStage::Adopted) {
            return false;
        }
        let elements = self.elements_in(plan, day);
        let decided = self.plans.values().filter(|other| {
            (other.body, other.period) == (plan.body, plan.period)
                && self.plan_stage(other, day) >= Some(PlanStage::Adopted)
        });
        let decided: Vec<&Plan> = decided.map(|other| &**other).collect();
        !elements.is_empty()
            && elements
                .iter()
                .all(|id| self.is_settled(plan, *id, &decided, day))
    }

    /// Whether a row of a plan is decided in one that was decided: taken into it after it was placed
    /// here, or in it already and decided anew since, as what was proposed beside it.
    fn is_settled(&self, plan: &Plan, id: ElementId, decided: &[&Plan], day: Date) -> bool {
        let mut decided = decided.iter().filter(|other| self.lies_in(other, id, day));
        let since = placed_last(plan, id, day);
        let adopted = self.elements.get(&id);
        let adopted = adopted.and_then(|e| self.adoption_on(&e.adopted, day));
        let anew = adopted.is_some_and(|adopted| Some(adopted.position) > since);
        decided.any(|other| anew || placed_last(other, id, day) > since)
    }

    /// Where each row of a plan stands on a day, of those that somebody has placed. Nothing where
    /// nobody has arranged it: then its rows stand as they were written down.
    pub(crate) fn places_in(&self, plan: &Plan, day: Date) -> BTreeMap<ElementId, PlaceInOrder> {
        let own = plan.arrangements.at(self.last_in_hand(plan, day));
        let own = own.into_iter().flat_map(|own| own.rows.iter().enumerate());
        let mut places: BTreeMap<_, _> = own.map(|(at, id)| (*id, (0, at))).collect();
        let taken = plan.elements.up_to(day).iter();
        let taken = taken.filter(|e| e.value.1.is_some() && self.stood(e.value.1, day));
        for (nth, supplement) in taken.enumerate() {
            for id in &supplement.value.0 {
                // It stood in a plan of its own, as that was arranged on the day of the meeting.
                if let Some(at) = self.place_elsewhere(plan, *id, supplement.on) {
                    places.entry(*id).or_insert((nth + 1, at));
                }
            }
        }
        if !places.is_empty() {
            self.place_the_rest(plan, day, &mut places);
        }
        places
    }

    /// The rows that nobody has placed stand after those that somebody has, part by part.
    fn place_the_rest(
        &self,
        plan: &Plan,
        day: Date,
        places: &mut BTreeMap<ElementId, PlaceInOrder>,
    ) {
        let entries = plan.elements.up_to(day).iter();
        let entries = entries.filter(|e| self.stood(e.value.1, day));
        let mut supplements = 0;
        for entry in entries {
            let part = match entry.value.1 {
                None => 0,
                Some(_) => {
                    supplements += 1;
                    supplements
                }
            };
            for id in &entry.value.0 {
                places.entry(*id).or_insert((part, usize::MAX));
            }
        }
    }

    /// The last day by a day on which the arrangement of a plan could still change: that of the
    /// meeting that adopted it.
    fn last_in_hand(&self, plan: &Plan, day: Date) -> Date {
        let stages = plan.stages.up_to(day).iter();
        let mut adopted = stages
            .filter(|e| e.value.0 >= PlanStage::Adopted && self.stood(e.value.1, day))
            .map(|e| e.on);
        adopted.next().unwrap_or(day)
    }

    /// The place of a row in another plan of the same body and period, on a day.
    fn place_elsewhere(&self, plan: &Plan, id: ElementId, day: Date) -> Option<usize> {
        let element = self.elements.get(&id)?;
        let others = element
            .plans
            .iter()
            .filter_map(|other| self.plans.get(other));
        let mut others = others.filter(|other| {
            !std::ptr::eq(&***other, plan) && (other.body, other.period) == (plan.body, plan.period)
        });
        others.find_map(|other| {
            let rows = &other.arrangements.at(day)?.rows;
            rows.iter().position(|row| *row == id)
        })
    }
}
