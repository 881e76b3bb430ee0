//! Plans: the set of elements that one body decides for one period.

mod arranged;
mod closing;
mod referral;

pub use arranged::{ArrangePlan, PlaceInOrder, UNPLACED};
pub(crate) use arranged::{Arrangement, apply_arranged, arrange};
pub(crate) use closing::closable;
pub use referral::{AnswerReferral, CallOffReferral, ReferPlan};
pub(crate) use referral::{
    Answered, Asked, answer, apply_answered, apply_called_off, apply_referred, call_off, refer,
};

use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::decisions::{Act, Adoptable};
use crate::event::{Event, Recorded};
use crate::ids::{BodyId, DecisionId, ElementId, ModelId, PlanId, WordingId};
use crate::models::Upward;
use crate::periods::Period;
use crate::refusal::{Fact, Refusal};
use crate::state::{State, stood_by};
use crate::texts::Names;
use crate::timeline::{Entry, Timeline};
use imbl::OrdSet;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Starts a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftPlan {
    /// Which plan.
    pub plan: PlanId,
    /// Whose plan.
    pub body: BodyId,
    /// By which model.
    pub model: ModelId,
    /// For which period.
    pub period: Period,
    /// What it is called.
    pub names: Names,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// Places elements in a plan that is not adopted yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceInPlan {
    /// Which plan.
    pub plan: PlanId,
    /// The elements.
    pub elements: Vec<ElementId>,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// Hands a plan in, a dated act: from then on the centre sees its texts (*preliminär*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandInPlan {
    /// Which plan.
    pub plan: PlanId,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// Takes back a plan that was handed in and that nobody has decided: from then on it is a draft
/// again, and the centre sees counts and no texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeBackPlan {
    /// Which plan.
    pub plan: PlanId,
}

/// How far a plan has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PlanStage {
    /// Only its own administration sees it.
    Draft,
    /// Handed in (*preliminär*).
    Proposed,
    /// Adopted (*definitiv*).
    Adopted,
    /// Supplemented after it was adopted (*kompletterad*).
    Supplemented,
    /// Closed.
    Closed,
}

/// Everything recorded about one plan.
#[derive(Clone, Debug)]
pub struct Plan {
    pub(crate) body: BodyId,
    pub(crate) model: ModelId,
    pub(crate) period: Period,
    pub(crate) names: Names,
    /// How far it came, and the decision that took it there.
    pub(crate) stages: Timeline<(PlanStage, Option<DecisionId>)>,
    /// Elements with the day from which each lay in the plan, and the decision that
    /// supplemented it with them.
    pub(crate) elements: Timeline<PlacedRows>,
    /// The rows that were taken out of it before it was decided: proposals that were taken back.
    pub(crate) taken_out: Timeline<ElementId>,
    /// In which order its rows stand, where its body has chosen one.
    pub(crate) arrangements: Timeline<Arrangement>,
    /// Whom it asks what they say of it; none from when it asks nobody any longer.
    pub(crate) referrals: Timeline<Option<Asked>>,
    /// What they have answered.
    pub(crate) answers: Timeline<Answered>,
}

/// Rows that were placed at one moment, and the decision that supplemented the plan with them.
type PlacedRows = (OrdSet<ElementId>, Option<DecisionId>);

impl State {
    /// How far a plan had come on a day; what a quashed decision did no longer stands.
    pub(crate) fn plan_stage(&self, plan: &Plan, day: Date) -> Option<PlanStage> {
        let mut stages = plan.stages.up_to(day).iter().rev().map(|e| e.value);
        stages
            .find(|(_, by)| self.stood(*by, day))
            .map(|(stage, _)| stage)
    }

    /// The elements in a plan on a day.
    pub(crate) fn elements_in(&self, plan: &Plan, day: Date) -> OrdSet<ElementId> {
        let placed = plan.elements.up_to(day).iter();
        placed
            .filter(|e| self.stood(e.value.1, day))
            .fold(OrdSet::new(), |all, e| all.union(rows_of(plan, e, day)))
            .into_iter()
            .filter(|id| !self.is_dropped(*id, day))
            .collect()
    }

    /// Whether an element lies in a plan on a day.
    pub(crate) fn lies_in(&self, plan: &Plan, id: ElementId, day: Date) -> bool {
        let mut placed = plan.elements.up_to(day).iter();
        let is_row = |e: &Entry<PlacedRows>| {
            let (rows, by) = &e.value;
            rows.contains(&id) && self.stood(*by, day) && !is_taken_out(plan, id, e, day)
        };
        placed.any(is_row) && !self.is_dropped(id, day)
    }

    /// The plans in hand in which an element lies: those that nobody has decided yet.
    pub(crate) fn in_hand_with(&self, id: ElementId, day: Date) -> Vec<PlanId> {
        let element = self.elements.get(&id);
        let plans = element.into_iter().flat_map(|element| &element.plans);
        let in_hand = plans.filter(|plan| {
            self.plans.get(*plan).is_some_and(|plan| {
                self.plan_stage(plan, day) < Some(PlanStage::Adopted)
                    && self.lies_in(plan, id, day)
                    && !self.is_taken_up(plan, day)
            })
        });
        in_hand.copied().collect()
    }

    /// Whether a plan has been handed in by a day, decided or not.
    pub(crate) fn is_handed_in(&self, id: PlanId, day: Date) -> bool {
        let plan = self.plans.get(&id);
        plan.and_then(|plan| self.plan_stage(plan, day)) > Some(PlanStage::Draft)
    }

    /// Whether a plan is adopted on a day or any later one.
    pub(super) fn plan_is_decided_from(&self, plan: &Plan, on: Date) -> bool {
        let later = plan.stages.entries().iter().map(|e| e.on);
        let mut days = later.filter(|day| *day > on).chain([on]);
        days.any(|day| self.plan_stage(plan, day) >= Some(PlanStage::Adopted))
    }

    /// The required link that an element lacks whose newest wording waits for a decision, with
    /// its number.
    fn link_lacking_in_proposal(&self, id: ElementId, on: Date) -> Option<(u32, Upward)> {
        let element = self.elements.get(&id)?;
        let newest = self.newest_wording(element, on)?.0;
        let adopted = self.adoption_on(&element.adopted, on);
        let is_decided = adopted.is_some_and(|adoption| adoption.value.wording == newest);
        let upward = self.link_lacking(id, on).filter(|_| !is_decided)?;
        Some((element.number, upward))
    }

    pub(crate) fn stood(&self, by: Option<DecisionId>, day: Date) -> bool {
        by.is_none_or(|id| self.decision_stands(id, day))
    }
}

/// The rows that were placed in a plan at one moment, but for those that were taken out since.
fn rows_of(plan: &Plan, placed: &Entry<PlacedRows>, day: Date) -> OrdSet<ElementId> {
    let rows = &placed.value.0;
    let gone = rows
        .iter()
        .filter(|id| is_taken_out(plan, **id, placed, day));
    gone.fold(rows.clone(), |rest, id| rest.without(id))
}

/// Whether a row was taken out of a plan after it was placed there; what a decision took into a
/// plan stays in it.
fn is_taken_out(plan: &Plan, id: ElementId, placed: &Entry<PlacedRows>, day: Date) -> bool {
    let mut since = plan.taken_out.up_to(day).iter();
    placed.value.1.is_none() && since.any(|e| e.value == id && e.position > placed.position)
}

/// What must hold of a plan that a decision adopts, supplements or closes on a day.
pub(crate) fn decidable(
    state: &State,
    on: Date,
    body: BodyId,
    act: &Act,
    adopting: &[(Adoptable, WordingId)],
) -> Result<(), Refusal> {
    let (Act::AdoptPlan(id) | Act::ClosePlan(id) | Act::SupplementPlan(id, _)) = act else {
        return Ok(());
    };
    let plan = state.plan_known(*id, on)?;
    state.is_its_matter(body, Some(plan.body), on)?;
    let stage = state.plan_stage(plan, on);
    if stage == Some(PlanStage::Closed) {
        return Err(Refusal::AlreadyEnded { on });
    }
    // From a decision on only decisions write in it, so nobody else may have later.
    let stages = plan.stages.entries().iter().map(|e| (e.on, e.value.1));
    let placed = plan.elements.entries().iter().map(|e| (e.on, e.value.1));
    let taken_out = plan.taken_out.entries().iter().map(|e| (e.on, None));
    let written = stages
        .chain(placed)
        .chain(taken_out)
        .filter(|(day, by)| by.is_none() && *day > on);
    if let Some(day) = written.map(|(day, _)| day).min() {
        let fact = Fact::Plan;
        return Err(Refusal::WouldBreak { day, fact });
    }
    // A plan is definitive when each sentence in it is.
    let adopted = |id: &ElementId| {
        let at_once = adopting
            .iter()
            .any(|(what, _)| *what == Adoptable::Element(*id));
        let before = state.elements.get(id);
        at_once || before.is_some_and(|e| state.adoption_on(&e.adopted, on).is_some())
    };
    if let Act::AdoptPlan(_) = act {
        // Two meetings do not decide one plan: what is decided is supplemented.
        if state.plan_is_decided_from(plan, on) {
            return Err(Refusal::PlanDecided);
        }
        let elements = state.elements_in(plan, on);
        if elements.is_empty() {
            return Err(Refusal::PlanEmpty);
        }
        return match elements.iter().all(adopted) {
            true => Ok(()),
            false => Err(Refusal::NotAdopted { on }),
        };
    }
    if stage < Some(PlanStage::Adopted) {
        return Err(Refusal::NotAdopted { on });
    }
    if let Act::SupplementPlan(_, elements) = act {
        for element in elements {
            belongs(state, plan, *element, on)?;
            if !adopted(element) {
                return Err(Refusal::NotAdopted { on });
            }
        }
    }
    if let Act::ClosePlan(_) = act {
        let decided = plan.stages.entries().iter().filter(|e| e.on > on);
        let standing = decided
            .map(|e| (e.on, e.value.1))
            .find(|(_, by)| state.stood(*by, Date::MAX));
        if let Some((day, _)) = standing {
            let fact = Fact::Plan;
            return Err(Refusal::WouldBreak { day, fact });
        }
    }
    Ok(())
}

/// Refuses an element that does not belong in a plan: of another model, or owned by a body
/// that does not answer to the plan's. So nobody's draft is handed in by somebody else.
fn belongs(state: &State, plan: &Plan, id: ElementId, on: Date) -> Result<(), Refusal> {
    let element = state.element_known(id, on)?;
    if element.model != Some(plan.model) {
        return Err(Refusal::OtherModel);
    }
    let owner = state.owner_or_author(element, on);
    state.is_its_matter(plan.body, owner, on)
}

pub(crate) fn draft(state: &State, now: Now, command: DraftPlan) -> Outcome {
    if command.names.sv.is_blank() {
        return Err(Refusal::Blank { field: "names.sv" });
    }
    let on = now.on_recording(command.since)?;
    state.body_alive(command.body, on)?;
    state.model_on(command.model, on)?;
    if let Some(plan) = state.plans.get(&command.plan) {
        let same = plan.body == command.body
            && plan.model == command.model
            && plan.period == command.period
            && plan.names == command.names;
        return if same {
            Ok(Vec::new())
        } else {
            Err(Refusal::AlreadyThere { fact: Fact::Plan })
        };
    }
    Ok(vec![now.happened(on, Event::PlanDrafted(command))])
}

pub(crate) fn place(state: &State, now: Now, command: PlaceInPlan) -> Outcome {
    let on = now.on_recording(command.since)?;
    let plan = state.plan_known(command.plan, on)?;
    let already = state.elements_in(plan, on);
    if !command.elements.is_empty() && command.elements.iter().all(|e| already.contains(e)) {
        return Ok(Vec::new());
    }
    // Nothing slips in behind a decision.
    if state.plan_is_decided_from(plan, on) {
        return Err(Refusal::PlanAdopted);
    }
    for element in &command.elements {
        belongs(state, plan, *element, on)?;
        // Nor behind what was taken back: that took it out of every plan in hand of that day.
        if let Some(day) = state.taken_back_after(*element, on) {
            let fact = Fact::Element;
            return Err(Refusal::WouldBreak { day, fact });
        }
    }
    if command.elements.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::PlacedInPlan(command))])
}

pub(crate) fn hand_in(state: &State, now: Now, command: HandInPlan) -> Outcome {
    let on = now.on_recording(command.since)?;
    let plan = state.plan_known(command.plan, on)?;
    let handed_in = |day| state.plan_stage(plan, day) >= Some(PlanStage::Proposed);
    let later = plan.stages.entries().iter().map(|e| e.on);
    if handed_in(on)
        || later.filter(|day| *day > on).any(handed_in)
        || state.plan_is_decided_from(plan, on)
    {
        return Ok(Vec::new());
    }
    // What lacks a required link cannot be decided: whoever wrote it can mend it, and the
    // registrar cannot.
    if !now.imports() {
        let elements = state.elements_in(plan, on).into_iter();
        let lacking = elements.filter_map(|id| state.link_lacking_in_proposal(id, on));
        if let Some((number, upward)) = lacking.min_by_key(|(number, _)| *number) {
            return Err(Refusal::RequiredLinkMissing { number, upward });
        }
    }
    Ok(vec![now.happened(on, Event::PlanHandedIn(command))])
}

pub(crate) fn take_back(state: &State, now: Now, command: TakeBackPlan) -> Outcome {
    let on = now.today;
    let plan = state.plan_known(command.plan, on)?;
    if state.plan_is_decided_from(plan, on) {
        return Err(Refusal::PlanAdopted);
    }
    if state.plan_stage(plan, on) == Some(PlanStage::Draft) {
        return Ok(Vec::new());
    }
    // Whoever has answered an order has read it, and goes on reading it.
    let mut elements = state.elements_in(plan, on).into_iter();
    if elements.any(|id| state.is_answered(id)) {
        return Err(Refusal::OrderAnswered);
    }
    Ok(vec![now.happened(on, Event::PlanTakenBack(command))])
}

pub(crate) fn apply_taken_back(state: &mut State, at: &Recorded, event: &TakeBackPlan) {
    if let Some(plan) = state.plans.get_mut(&event.plan) {
        Arc::make_mut(plan)
            .stages
            .insert(at.on, at.position, (PlanStage::Draft, None));
    }
}

pub(crate) fn apply_drafted(state: &mut State, at: &Recorded, event: &DraftPlan) {
    let mut stages = Timeline::default();
    stages.insert(at.on, at.position, (PlanStage::Draft, None));
    let DraftPlan {
        plan,
        body,
        model,
        period,
        names,
        ..
    } = event.clone();
    let elements = Timeline::default();
    state.plans.insert(
        plan,
        Arc::new(Plan {
            body,
            model,
            period,
            names,
            stages,
            elements,
            taken_out: Timeline::default(),
            arrangements: Timeline::default(),
            referrals: Timeline::default(),
            answers: Timeline::default(),
        }),
    );
}

pub(crate) fn apply_placed(state: &mut State, at: &Recorded, event: &PlaceInPlan) {
    if let Some(plan) = state.plans.get_mut(&event.plan) {
        let elements = event.elements.iter().copied().collect();
        Arc::make_mut(plan)
            .elements
            .insert(at.on, at.position, (elements, None));
    }
    lies_in(state, event.plan, &event.elements);
}

pub(crate) fn apply_handed_in(state: &mut State, at: &Recorded, event: &HandInPlan) {
    if let Some(plan) = state.plans.get_mut(&event.plan) {
        Arc::make_mut(plan)
            .stages
            .insert(at.on, at.position, (PlanStage::Proposed, None));
    }
}

pub(crate) fn apply_decided(
    state: &mut State,
    at: &Recorded,
    plan: PlanId,
    stage: (PlanStage, Option<DecisionId>),
    elements: &[ElementId],
) {
    lies_in(state, plan, elements);
    if let Some(plan) = state.plans.get_mut(&plan) {
        let plan = Arc::make_mut(plan);
        plan.stages.insert(at.on, at.position, stage);
        if !elements.is_empty() {
            let elements = elements.iter().copied().collect();
            plan.elements
                .insert(at.on, at.position, (elements, stage.1));
        }
    }
}

/// Lets elements know the plan that they were placed in, so that whether one is handed in is
/// asked of its own plans and not of all.
fn lies_in(state: &mut State, plan: PlanId, elements: &[ElementId]) {
    for id in elements {
        if let Some(element) = state.elements.get_mut(id) {
            Arc::make_mut(element).plans.insert(plan);
        }
    }
}

/// What the rules ask.
impl State {
    pub(crate) fn plan_known(&self, id: PlanId, on: Date) -> Result<&Plan, Refusal> {
        let plan = self
            .plans
            .get(&id)
            .ok_or(Refusal::Unknown { fact: Fact::Plan })?;
        stood_by(plan.stages.entries(), on, Fact::Plan)?;
        Ok(plan)
    }
}
