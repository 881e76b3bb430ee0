//! What continues an element, as somebody at work sees it.

use super::{Inside, InsideElement, InsidePlan};
use crate::bodies::Body;
use crate::elements::Element;
use crate::ids::{BodyId, ElementId};
use crate::periods::Period;
use crate::plans::PlanStage;
use std::collections::BTreeSet;

impl<'a> Inside<'a> {
    /// The elements of a body and a period that continue one, of those that the person may read.
    pub fn continuing(
        &self,
        earlier: ElementId,
        body: BodyId,
        period: Period,
    ) -> Vec<InsideElement<'a>> {
        let next = self.state.continued_by.get(&earlier).into_iter().flatten();
        let next = next.filter_map(|id| self.element(*id));
        let own = next.filter(|next| {
            let continues = next.wording.continues.map(|continues| continues.element);
            continues == Some(earlier)
                && next.wording.owner == Some(body)
                && next.wording.period == period
        });
        own.collect()
    }

    /// How many times a body has ever begun to continue an element in a period, those among them
    /// that it took back. No word of them is told.
    pub fn times_continued(&self, earlier: ElementId, body: BodyId, period: Period) -> usize {
        let next = self.state.continued_by.get(&earlier).into_iter().flatten();
        let own = |element: &Element| {
            let first = element.drafts.entries().first().map(|e| &e.value.1);
            first.is_some_and(|first| {
                first.continues.is_some_and(|own| own.element == earlier)
                    && first.owner == Some(body)
                    && first.period == period
            })
        };
        let next = next.filter_map(|id| self.state.elements.get(id));
        next.filter(|element| own(element)).count()
    }

    /// The decided plans that a body can go on with: its own and those of the bodies that it took
    /// over from, of the latest period before one.
    pub fn earlier_plans(&self, body: BodyId, period: Period) -> Vec<InsidePlan<'a>> {
        let mut whose = self.predecessors(body);
        whose.insert(body);
        let plans = self.state.plans.iter().filter(|(_, plan)| {
            whose.contains(&plan.body) && plan.period.last_day() < period.first_day()
        });
        let plans = plans.filter_map(|(id, _)| self.plan(*id));
        let decided = plans.filter(|plan| plan.stage() >= PlanStage::Adopted);
        let mut plans: Vec<_> = decided.collect();
        let latest = plans.iter().map(InsidePlan::period).max();
        plans.retain(|plan| Some(plan.period()) == latest);
        // Its own before those that it took over.
        plans.sort_by_key(|plan| (plan.body() != body, plan.body(), plan.id));
        plans
    }

    /// The bodies that a body took over from, and those before them: whose plans it goes on with.
    pub fn predecessors(&self, body: BodyId) -> BTreeSet<BodyId> {
        let mut all = BTreeSet::new();
        let mut next = vec![body];
        while let Some(own) = next.pop() {
            let ended = |before: &Body| {
                let end = before.ends.at(self.today);
                end.is_some_and(|end| end.succeeded_by.contains(&own))
            };
            let before = self.state.bodies.iter();
            let before = before.filter(|(id, before)| **id != body && ended(before));
            let before = before.map(|(id, _)| *id).filter(|id| all.insert(*id));
            next.extend(before.collect::<Vec<_>>());
        }
        all
    }
}
