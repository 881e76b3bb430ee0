//! What residents see of a year: the plans that were adopted for it, and everything that was
//! decided of an element.

use super::{PublicDecision, PublicElement, Published};
use crate::bodies::Body;
use crate::decisions::{Act, Adoptable, Basis};
use crate::elements::{Addressed, Ending, Origin};
use crate::ids::{BodyId, DecisionId, ElementId, ModelId, PlanId, WordingId};
use crate::models::Level;
use crate::periods::Period;
use crate::plans::{PlaceInOrder, Plan, PlanStage};
use crate::texts::{Names, Text};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What was decided of an element, or found of it in a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed<'a> {
    /// A wording was adopted.
    Adopted {
        /// What it says.
        text: &'a Text,
        /// The body that it names as owner.
        owner: Option<BodyId>,
    },
    /// It was given to another body.
    Transferred(BodyId),
    /// It was withdrawn.
    Withdrawn,
    /// It was closed.
    Closed,
}

/// A slip of the pen that was put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Righting<'a> {
    /// The day from which it reads so.
    pub on: Date,
    /// How the sentence read.
    pub before: &'a Text,
    /// How it reads.
    pub now: &'a Text,
    /// What the slip was.
    pub reason: &'a Text,
}

/// A plan that a decision had adopted by the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicPlan<'a> {
    /// Which plan.
    pub id: PlanId,
    plan: &'a Plan,
    lens: Published<'a>,
}

/// What a decision added to a plan after it was adopted (*komplettering*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supplement {
    /// The decision.
    pub decision: DecisionId,
    /// The elements that it added.
    pub elements: Vec<ElementId>,
    /// The elements of the plan to which it gave other words, with those words.
    pub reworded: Vec<(ElementId, Text)>,
}

impl<'a> PublicPlan<'a> {
    pub(super) fn new(id: PlanId, plan: &'a Plan, lens: Published<'a>) -> Self {
        PublicPlan { id, plan, lens }
    }

    /// Whose plan.
    pub fn body(&self) -> BodyId {
        self.plan.body
    }

    /// By which model.
    pub fn model(&self) -> ModelId {
        self.plan.model
    }

    /// What it is called.
    pub fn names(&self) -> &'a Names {
        &self.plan.names
    }

    /// For which period.
    pub fn period(&self) -> Period {
        self.plan.period
    }

    /// How far it had come by the day: adopted, supplemented or closed.
    pub fn stage(&self) -> PlanStage {
        let stage = self.lens.state.plan_stage(self.plan, self.lens.day);
        stage.unwrap_or(PlanStage::Draft)
    }

    /// The decision that adopted it.
    pub fn adopted_by(&self) -> Option<DecisionId> {
        self.decided(PlanStage::Adopted).next()
    }

    /// The decision that closed it.
    pub fn closed_by(&self) -> Option<DecisionId> {
        self.decided(PlanStage::Closed).next()
    }

    fn decided(&self, wanted: PlanStage) -> impl Iterator<Item = DecisionId> + use<'a> {
        let lens = self.lens;
        let stages = self.plan.stages.up_to(lens.day).iter().map(|e| e.value);
        stages
            .filter(move |(stage, _)| *stage == wanted)
            .filter_map(|(_, by)| by)
            .filter(move |by| lens.state.decision_stands(*by, lens.day))
    }

    /// The elements that were in it when it was adopted, and stood by the day.
    pub fn elements(&self) -> Vec<PublicElement<'a>> {
        let placed = self.plan.elements.up_to(self.lens.day).iter();
        let placed = placed.filter(|e| e.value.1.is_none());
        let ids = placed.flat_map(|e| e.value.0.iter());
        ids.filter_map(|id| self.lens.element(*id)).collect()
    }

    /// Where its rows stood when it was decided, as its body had arranged them; nothing where
    /// nobody had.
    pub fn places(&self) -> BTreeMap<ElementId, PlaceInOrder> {
        self.lens.state.places_in(self.plan, self.lens.day)
    }

    /// What decisions have supplemented it with, in order: rows that came in, and rows of it that got
    /// other words.
    pub fn supplements(&self) -> Vec<Supplement> {
        let stages = self.plan.stages.up_to(self.lens.day).iter();
        let supplemented = stages.filter_map(|e| match e.value {
            (PlanStage::Supplemented, Some(decision)) => Some(decision),
            _ => None,
        });
        let standing =
            supplemented.filter(|id| self.lens.state.decision_stands(*id, self.lens.day));
        standing.map(|decision| self.supplement(decision)).collect()
    }

    fn supplement(&self, decision: DecisionId) -> Supplement {
        let (places, day) = (self.places(), self.lens.day);
        let placed = self.plan.elements.up_to(day).iter();
        let came = placed.filter(|e| e.value.1 == Some(decision));
        let came: BTreeSet<ElementId> = came.flat_map(|e| e.value.0.clone()).collect();
        let acts = self.lens.state.decisions.get(&decision);
        let acts = acts.into_iter().flat_map(|d| d.acts.iter());
        let adopted = acts.filter_map(|act| match act {
            Act::Adopt(Adoptable::Element(id), wording) => Some((*id, *wording)),
            _ => None,
        });
        let lies_in = |id| self.lens.state.lies_in(self.plan, id, day);
        let reworded = adopted.filter(|(id, _)| !came.contains(id) && lies_in(*id));
        let reworded: BTreeMap<ElementId, WordingId> = reworded.collect();
        let in_order = |ids: Vec<ElementId>| {
            let shown = ids.into_iter();
            let shown = shown.filter(|id| self.lens.may_show(Adoptable::Element(*id)));
            let mut shown: Vec<ElementId> = shown.collect();
            shown.sort_by_key(|id| places.get(id));
            shown
        };
        Supplement {
            decision,
            elements: in_order(came.iter().copied().collect()),
            reworded: in_order(reworded.keys().copied().collect())
                .into_iter()
                .filter_map(|id| {
                    let element = self.lens.state.elements.get(&id)?;
                    let wording = element.read_on(*reworded.get(&id)?, day)?;
                    Some((id, wording.text.clone()))
                })
                .collect(),
        }
    }
}

impl<'a> Published<'a> {
    /// The plans for a period that decisions had adopted by the day, by body.
    pub fn plans(&self, period: Period) -> Vec<PublicPlan<'a>> {
        let plans = self.state.plans.keys().filter_map(|id| self.plan(*id));
        let mut plans: Vec<_> = plans.filter(|plan| plan.period() == period).collect();
        plans.sort_by_key(|plan| (plan.plan.body, plan.id));
        plans
    }

    /// The plans of a body that decisions had adopted by the day, for any period.
    pub fn plans_of(&self, body: BodyId) -> Vec<PublicPlan<'a>> {
        let own = self
            .state
            .plans
            .iter()
            .filter(|(_, plan)| plan.body == body);
        own.filter_map(|(id, _)| self.plan(*id)).collect()
    }

    /// The decisions that stood by the day and adopted a plan for a period of which a source
    /// tells nothing else, the earliest first.
    pub fn unseen_plans(&self, period: Period) -> Vec<PublicDecision<'a>> {
        let ids = self.state.unseen_plans.get(&period).into_iter().flatten();
        let standing = ids.filter(|id| self.state.decision_stands(**id, self.day));
        let mut decisions: Vec<_> = standing.filter_map(|id| self.decision(*id)).collect();
        decisions.sort_by_key(|decision| (decision.date(), decision.position));
        decisions
    }

    /// The element that bears a number.
    pub fn numbered(&self, number: u32) -> Option<PublicElement<'a>> {
        self.element(*self.state.element_numbers.get(&number)?)
    }

    /// The adopted elements in which bodies answer an order, each in its own wording, in the
    /// order in which they were written down.
    pub fn answers_to_order(&self, order: ElementId) -> Vec<PublicElement<'a>> {
        let ids = self.state.answered_by.get(&order).into_iter().flatten();
        let answers = ids.filter_map(|id| self.element(*id)).filter(|element| {
            matches!(element.origin(), Origin::Assigned(o) | Origin::Interpreted(o) if o == order)
        });
        let mut answers: Vec<_> = answers.collect();
        answers.sort_by_key(|element| element.number());
        answers
    }

    /// The bodies that an order is addressed to; of one to all, those that were there in its time.
    pub fn addressed(&self, order: &PublicElement<'_>) -> Vec<BodyId> {
        // Who began after its time was over was never asked.
        let last = order.period().last_day().min(self.day);
        match order.addressed_to() {
            Addressed::None => Vec::new(),
            Addressed::To(bodies) => bodies.clone(),
            Addressed::All => {
                let bodies = self.bodies().filter(|body| {
                    body.kind().takes_orders() && body.stands() && body.from().day() <= last
                });
                bodies.map(|body| body.id).collect()
            }
        }
    }

    /// The bodies that an order is addressed to and that have published no answer to it, nor anybody
    /// who took over after them. Of an order that a source tells of, nobody knows who answered.
    pub fn unanswered(&self, order: &PublicElement<'_>) -> Vec<BodyId> {
        if matches!(order.basis(), Basis::Source(..)) {
            return Vec::new();
        }
        let mut have: BTreeSet<BodyId> = BTreeSet::new();
        for answer in self.answers_to_order(order.id()) {
            have.extend(answer.owner());
            for (_, deed, _) in self.deeds(answer.id()) {
                match deed {
                    Deed::Adopted { owner, .. } => have.extend(owner),
                    Deed::Transferred(to) => have.extend([to]),
                    Deed::Withdrawn | Deed::Closed => {}
                }
            }
        }
        let next = |body: &Body| {
            let end = body.ends.at(self.day);
            end.map_or_else(Vec::new, |end| end.succeeded_by.clone())
        };
        let has_answered = |id: &BodyId| {
            let mut have = have.iter();
            have.any(|has| self.state.climbs(*id, *has, next))
        };
        let mut addressed = self.addressed(order);
        addressed.retain(|id| !has_answered(id));
        addressed
    }

    /// The adopted elements that a body has owned by an adopted wording, and that a decision
    /// has given to another.
    pub fn given_away_by(&self, body: BodyId) -> Vec<PublicElement<'a>> {
        let ids = self.state.owned_by.get(&body).into_iter().flatten();
        // Nearly all that a body owns was never given to anybody.
        let was_given = |id: &&ElementId| {
            let written = self.state.elements.get(*id);
            written.is_some_and(|element| !element.transfers.is_empty())
        };
        let elements = ids.filter(was_given).filter_map(|id| self.element(*id));
        let given = elements.filter(|element| {
            let deeds = self.deeds(element.id());
            let owned = |(_, deed, _): &(Date, Deed<'_>, Basis)| match deed {
                Deed::Adopted { owner, .. } => *owner == Some(body),
                Deed::Transferred(to) => *to == body,
                Deed::Withdrawn | Deed::Closed => false,
            };
            let transferred =
                |(_, deed, _): &(Date, Deed<'_>, Basis)| matches!(deed, Deed::Transferred(_));
            element.owner() != Some(body)
                && deeds.iter().any(transferred)
                && deeds.iter().any(owned)
        });
        given.collect()
    }

    /// Everything that was decided of an element by the day, or found in a source, the
    /// earliest first. What a quashed decision did is left out.
    pub fn deeds(&self, id: ElementId) -> Vec<(Date, Deed<'a>, Basis)> {
        let shown = self.may_show(Adoptable::Element(id));
        let Some(element) = self.state.elements.get(&id).filter(|_| shown) else {
            return Vec::new();
        };
        let adopted = element.adopted.up_to(self.day).iter().filter_map(|e| {
            let wording = element.wording(e.value.wording)?;
            let at = (e.on, e.position);
            let (text, owner) = (&wording.text, wording.owner);
            Some((at, Deed::Adopted { text, owner }, e.value.basis))
        });
        let given = element.transfers.up_to(self.day).iter().map(|e| {
            let (to, by) = e.value;
            (
                (e.on, e.position),
                Deed::Transferred(to),
                Basis::Decision(by),
            )
        });
        let ended = element.endings.up_to(self.day).iter().map(|e| {
            let deed = match e.value.0 {
                Ending::Withdrawn => Deed::Withdrawn,
                Ending::Closed => Deed::Closed,
            };
            ((e.on, e.position), deed, Basis::Decision(e.value.1))
        });
        let stands = |basis: &Basis| match basis {
            Basis::Decision(by) => self.state.decision_stands(*by, self.day),
            Basis::Source(..) => true,
        };
        let mut deeds: Vec<_> = adopted.chain(given).chain(ended).collect();
        deeds.retain(|(_, _, basis)| stands(basis));
        deeds.sort_by_key(|(at, _, _)| *at);
        deeds
            .into_iter()
            .map(|((on, _), deed, basis)| (on, deed, basis))
            .collect()
    }

    /// The slips of the pen in what is decided of an element that had been put right by the day.
    pub fn rightings(&self, id: ElementId) -> Vec<Righting<'a>> {
        let shown = self.may_show(Adoptable::Element(id));
        let element = self.state.elements.get(&id).filter(|_| shown);
        let adopted = element.and_then(|e| self.state.adoption_on(&e.adopted, self.day));
        let Some((element, adopted)) = element.zip(adopted) else {
            return Vec::new();
        };
        let decided = adopted.value.wording;
        let righted = element.readings.up_to(self.day).iter();
        let righted = righted.filter(|e| e.value.of == decided);
        let righted = righted.filter_map(|e| {
            let (_, before) = element.reading(decided, e.on, e.position)?;
            Some(Righting {
                on: e.on,
                before: &before.text,
                now: &e.value.wording.text,
                reason: &e.value.reason,
            })
        });
        righted.collect()
    }

    /// The elements of a model that are for a year or a part of it, on the levels that are
    /// wanted, in the order in which they were written down.
    pub fn elements_for(
        &self,
        model: ModelId,
        year: Period,
        wanted: impl Fn(&Level) -> bool,
    ) -> Vec<PublicElement<'a>> {
        let mut elements =
            self.elements_where(model, |level, period| wanted(level) && year.covers(period));
        elements.sort_by_key(|element| element.number());
        elements
    }
}
