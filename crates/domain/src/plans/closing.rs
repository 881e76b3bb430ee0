//! A plan is closed by a decision: nothing is written in it any more, and nothing in it waits.

use crate::decisions::Act;
use crate::elements::Element;
use crate::ids::{BodyId, ElementId, PlanId};
use crate::models::Purpose;
use crate::refusal::Refusal;
use crate::state::State;
use imbl::OrdSet;
use jiff::civil::Date;
use std::collections::BTreeSet;

use super::{Plan, PlanStage};

/// Refuses to close a plan beside which rows wait for a decision, or while orders are open that it
/// gives or that its body has not answered; what the same decision ends is not.
pub(crate) fn closable(state: &State, on: Date, id: PlanId, acts: &[Act]) -> Result<(), Refusal> {
    let plan = state.plan_known(id, on)?;
    let numbers = state.undecided_beside(id, plan);
    if !numbers.is_empty() {
        return Err(Refusal::RowsUndecided { numbers });
    }
    let ends = |order: &ElementId| {
        let mut acts = acts.iter();
        acts.any(|act| match act {
            Act::Close(id) | Act::Withdraw(id) => id == order,
            _ => false,
        })
    };
    let numbers = state.open_orders(plan, on, ends);
    match numbers.is_empty() {
        true => Ok(()),
        false => Err(Refusal::OrdersOpen { numbers }),
    }
}

impl State {
    /// The numbers of the rows of a body's other plans for the same time that wait for a decision, by
    /// all that has been recorded: whatever day a meeting was held, they would wait for ever.
    fn undecided_beside(&self, id: PlanId, plan: &Plan) -> Vec<u32> {
        let day = Date::MAX;
        let others = self.plans.iter().filter(|(other, beside)| {
            **other != id
                && (beside.body, beside.period) == (plan.body, plan.period)
                && self.plan_stage(beside, day) < Some(PlanStage::Adopted)
                && !self.is_taken_up(beside, day)
        });
        let rows = others.flat_map(|(_, beside)| self.elements_in(beside, day));
        let rows = rows.filter_map(|id| self.elements.get(&id));
        let waiting = rows.filter(|row| {
            let newest = self.newest_wording(row, day).map(|(id, _)| id);
            let adopted = self.adoption_on(&row.adopted, day);
            newest != adopted.map(|adopted| adopted.value.wording)
        });
        numbers(waiting.map(|row| &**row))
    }

    /// The numbers of the orders that a plan gives and nobody has ended, and of those of its time to its
    /// body that nothing answers.
    fn open_orders(&self, plan: &Plan, on: Date, ends: impl Fn(&ElementId) -> bool) -> Vec<u32> {
        let given = self.elements_in(plan, on);
        let to_all = self.ordered_to_all.clone();
        let to_it = self.ordered_to.values().cloned();
        let to_it = to_it.fold(to_all, OrdSet::union).into_iter();
        let to_it = to_it.filter(|id| self.waits_for(plan, *id, on));
        let orders: BTreeSet<ElementId> = given.into_iter().chain(to_it).collect();
        let open = orders.into_iter().filter(|id| !ends(id));
        let open = open.filter_map(|id| self.elements.get(&id));
        numbers(
            open.filter(|row| self.is_open_order(row, on))
                .map(|row| &**row),
        )
    }

    /// Whether an element is an order that stands and that nothing has ended.
    fn is_open_order(&self, element: &Element, on: Date) -> bool {
        let level = self.level_of(element, on);
        let is_order = level.is_ok_and(|level| level.purpose == Purpose::Assignment);
        is_order
            && self.adoption_on(&element.adopted, on).is_some()
            && self.ending_on(element, on).is_none()
    }

    /// Whether an order of the time of a plan is addressed to its body and has no answer of it.
    fn waits_for(&self, plan: &Plan, order: ElementId, on: Date) -> bool {
        let element = self.elements.get(&order);
        let adopted = element.and_then(|e| Some((e, self.adoption_on(&e.adopted, on)?)));
        let words = adopted.and_then(|(e, adopted)| e.read_on(adopted.value.wording, on));
        words.is_some_and(|words| {
            plan.period.covers(words.period)
                && words.owner != Some(plan.body)
                && self.addresses(words, plan.body, on)
                && !self.is_answered_by(order, plan.body, on)
        })
    }

    fn is_answered_by(&self, order: ElementId, body: BodyId, on: Date) -> bool {
        let mut answers = self.answering(order);
        answers.any(|answer| self.owner_or_author(answer, on) == Some(body))
    }
}

/// The numbers of some rows, each once and in order.
fn numbers<'a>(rows: impl Iterator<Item = &'a Element>) -> Vec<u32> {
    let numbers: BTreeSet<u32> = rows.map(|row| row.number).collect();
    numbers.into_iter().collect()
}
