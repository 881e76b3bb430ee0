//! What no longer stands, since a court has quashed the decision that adopted it. It is told of from the
//! day on which the decision stood no longer, and on no earlier one.

use super::{PublicDecision, Published};
use crate::decisions::{Adoptable, Basis};
use crate::elements::Wording;
use crate::ids::{BodyId, ElementId, ModelId};
use crate::models::Level;
use crate::periods::Period;
use crate::plans::PlanStage;
use crate::slugs::Slug;
use crate::texts::Names;
use jiff::civil::Date;

/// An element that a decision adopted which a court has quashed since.
#[derive(Clone, Copy, Debug)]
pub struct QuashedElement<'a> {
    /// Which element.
    pub id: ElementId,
    /// Its number.
    pub number: u32,
    /// Its part of the address.
    pub slug: &'a Slug,
    /// The level it stood on.
    pub level: &'a Level,
    /// What was adopted.
    pub wording: &'a Wording,
    /// The decision.
    pub decision: PublicDecision<'a>,
    /// The first day on which that no longer stood.
    pub quashed: Date,
}

/// A plan that no decision holds up any more, since a court has quashed the one that adopted it.
#[derive(Clone, Copy, Debug)]
pub struct QuashedPlan<'a> {
    /// Whose plan.
    pub body: BodyId,
    /// What it is called.
    pub names: &'a Names,
    /// For which period.
    pub period: Period,
    /// The decision.
    pub decision: PublicDecision<'a>,
    /// The first day on which that no longer stood.
    pub quashed: Date,
}

impl<'a> Published<'a> {
    /// The element that bears a number and that nothing holds up: a court has quashed the decision that
    /// adopted it. What residents have read does not vanish without a word.
    pub fn quashed(&self, number: u32) -> Option<QuashedElement<'a>> {
        self.quashed_element(*self.state.element_numbers.get(&number)?)
    }

    /// The same by the address of what has one in its model: a goal.
    pub fn quashed_at(&self, model: ModelId, slug: &Slug) -> Option<QuashedElement<'a>> {
        let place = (model, slug.clone());
        self.quashed_element(*self.state.element_slugs.get(&place)?)
    }

    fn quashed_element(&self, id: ElementId) -> Option<QuashedElement<'a>> {
        let element = self.state.elements.get(&id)?;
        let stands = self.state.adoption_on(&element.adopted, self.day).is_some();
        if stands || !self.may_show(Adoptable::Element(id)) {
            return None;
        }
        let model = self.model(element.model?)?;
        let level = model.definition.level(element.level?)?;
        let adopted = element.adopted.up_to(self.day).iter();
        let quashed = adopted.filter_map(|adoption| {
            let Basis::Decision(by) = adoption.value.basis else {
                return None;
            };
            Some(QuashedElement {
                id,
                number: element.number,
                slug: element.slug()?,
                level,
                wording: element.read_on(adoption.value.wording, self.day)?,
                decision: self.decision(by)?,
                quashed: *self.state.quashed.get(&by)?,
            })
        });
        // Of several the one that stood the longest: until then it had words that were in force.
        quashed.max_by_key(|one| one.quashed)
    }

    /// The elements of a model on the levels and for the periods that are wanted that nothing holds up any
    /// more, in the order in which they were written down.
    pub fn quashed_where(
        &self,
        model: ModelId,
        wanted: impl Fn(&Level, Period) -> bool,
    ) -> Vec<QuashedElement<'a>> {
        let known = self.model(model).filter(|_| self.has_quashed());
        let levels = known.map(|model| &model.definition.levels);
        let mut found = Vec::new();
        for level in levels.into_iter().flatten() {
            let periods = self.state.elements_on.get(&(model, level.id));
            for (period, ids) in periods.into_iter().flatten() {
                if wanted(level, *period) {
                    let elements = ids.iter().filter_map(|id| self.quashed_element(*id));
                    // Any wording put it there; the one that stood may be for another period.
                    found.extend(elements.filter(|one| one.wording.period == *period));
                }
            }
        }
        found.sort_by_key(|one| one.number);
        found
    }

    /// The elements of a body that nothing holds up any more, in the order in which they were written down.
    pub fn quashed_of(&self, body: BodyId) -> Vec<QuashedElement<'a>> {
        let own = self
            .state
            .owned_by
            .get(&body)
            .filter(|_| self.has_quashed());
        let quashed = own.into_iter().flatten();
        let quashed = quashed.filter_map(|id| self.quashed_element(*id));
        let mut own: Vec<_> = quashed
            .filter(|one| one.wording.owner == Some(body))
            .collect();
        own.sort_by_key(|one| one.number);
        own
    }

    /// The plans that no decision holds up any more, by body.
    pub fn quashed_plans(&self) -> Vec<QuashedPlan<'a>> {
        let known = self.has_quashed().then_some(&self.state.plans);
        let fallen = known.into_iter().flatten();
        let fallen = fallen.filter(|(id, _)| self.plan(**id).is_none());
        let mut fallen: Vec<_> = fallen
            .filter_map(|(_, plan)| {
                let stages = plan.stages.up_to(self.day).iter();
                let adopted = stages.filter(|e| e.value.0 == PlanStage::Adopted);
                let by = adopted.filter_map(|e| e.value.1);
                let quashed = by.filter_map(|by| Some((by, *self.state.quashed.get(&by)?)));
                let (by, quashed) = quashed.max_by_key(|(_, quashed)| *quashed)?;
                Some(QuashedPlan {
                    body: plan.body,
                    names: &plan.names,
                    period: plan.period,
                    decision: self.decision(by)?,
                    quashed,
                })
            })
            .collect();
        fallen.sort_by_key(|plan| (plan.body, plan.period));
        fallen
    }

    /// Whether any decision stands no longer on the day: where none was quashed, nothing is looked through.
    fn has_quashed(&self) -> bool {
        self.state.quashed.values().any(|from| *from <= self.day)
    }
}
