//! Plans: the set of elements that one body decides for one period.

use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::ids::{BodyId, ElementId, ModelId, PlanId};
use crate::periods::Period;
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::texts::Names;
use crate::timeline::Timeline;
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
    pub(crate) stages: Timeline<PlanStage>,
    /// Elements with the day from which each lay in the plan.
    pub(crate) elements: Timeline<OrdSet<ElementId>>,
}

impl Plan {
    /// The elements in the plan on a day.
    pub(crate) fn elements_on(&self, day: Date) -> OrdSet<ElementId> {
        self.elements
            .up_to(day)
            .iter()
            .fold(OrdSet::new(), |all, e| all.union(e.value.clone()))
    }
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
    let stage = plan.stages.entries().iter().map(|e| e.value).max();
    if stage.is_some_and(|stage| stage >= PlanStage::Adopted) {
        return Err(Refusal::PlanAdopted);
    }
    for element in &command.elements {
        let element = state.element_known(*element, on)?;
        if element.model != Some(plan.model) {
            return Err(Refusal::OtherModel);
        }
    }
    let already = plan.elements_on(on);
    if command.elements.iter().all(|e| already.contains(e)) {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::PlacedInPlan(command))])
}

pub(crate) fn hand_in(state: &State, now: Now, command: HandInPlan) -> Outcome {
    let on = now.on_recording(command.since)?;
    let plan = state.plan_known(command.plan, on)?;
    if plan
        .stages
        .entries()
        .iter()
        .any(|e| e.value != PlanStage::Draft)
    {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::PlanHandedIn(command))])
}

pub(crate) fn apply_drafted(state: &mut State, at: &Recorded, event: &DraftPlan) {
    let mut stages = Timeline::default();
    stages.insert(at.on, at.position, PlanStage::Draft);
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
        }),
    );
}

pub(crate) fn apply_placed(state: &mut State, at: &Recorded, event: &PlaceInPlan) {
    if let Some(plan) = state.plans.get_mut(&event.plan) {
        let elements = event.elements.iter().copied().collect();
        Arc::make_mut(plan)
            .elements
            .insert(at.on, at.position, elements);
    }
}

pub(crate) fn apply_handed_in(state: &mut State, at: &Recorded, event: &HandInPlan) {
    if let Some(plan) = state.plans.get_mut(&event.plan) {
        Arc::make_mut(plan)
            .stages
            .insert(at.on, at.position, PlanStage::Proposed);
    }
}

pub(crate) fn apply_decided(
    state: &mut State,
    at: &Recorded,
    plan: PlanId,
    stage: PlanStage,
    elements: &[ElementId],
) {
    if let Some(plan) = state.plans.get_mut(&plan) {
        let plan = Arc::make_mut(plan);
        plan.stages.insert(at.on, at.position, stage);
        if !elements.is_empty() {
            plan.elements
                .insert(at.on, at.position, elements.iter().copied().collect());
        }
    }
}
