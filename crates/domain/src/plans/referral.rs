//! Comment rounds (*remiss*): a body asks others what they say of its plan, by a day.
//!
//! A round belongs to one handing in: a plan that is taken back or decided closes it, and what was
//! asked of other words is asked anew. What a body answers is its own word, and stands beside the plan
//! before the meeting that decides it (decision 103).

use super::{Plan, PlanStage};
use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::ids::{BodyId, ElementId, PlanId};
use crate::refusal::Refusal;
use crate::state::State;
use crate::texts::Text;
use crate::timeline::Entry;
use imbl::OrdSet;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Asks other bodies what they say of a plan that is handed in and that nobody has decided
/// (*remitterar*), by a day. Said anew it replaces whom it asked before, and the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferPlan {
    /// Which plan.
    pub plan: PlanId,
    /// Whom it asks: at least one, each once, and never the body whose plan it is.
    pub to: Vec<BodyId>,
    /// The last day. Whoever answers later is late, and is heard until the plan is decided.
    pub until: Date,
}

/// Asks nobody any longer (*återkallar remissen*). What has been answered stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CallOffReferral {
    /// Which plan.
    pub plan: PlanId,
}

/// What a body says of a plan that it was asked about (*remissvar*). Its last word stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerReferral {
    /// Which plan.
    pub plan: PlanId,
    /// Which body says it: one that is asked, or that has come in the place of one.
    pub body: BodyId,
    /// What it says; none if it has nothing to object to (*ingen erinran*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<Text>,
}

/// Whom a plan asks and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) to: OrdSet<BodyId>,
    pub(crate) until: Date,
}

/// What a body has answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answered {
    pub(crate) body: BodyId,
    pub(crate) says: Option<Text>,
}

pub(crate) fn refer(state: &State, now: Now, command: ReferPlan) -> Outcome {
    let on = now.today;
    let plan = state.plan_known(command.plan, on)?;
    state.waits_for_decision(plan, on)?;
    let to: OrdSet<BodyId> = command.to.iter().copied().collect();
    let (until, wanted) = (command.until, to.clone());
    if command.to.is_empty() {
        return Err(Refusal::NobodyAsked);
    }
    if to.len() != command.to.len() {
        return Err(Refusal::TwiceTheSame);
    }
    if to.contains(&plan.body) {
        return Err(Refusal::AsksItself);
    }
    // What stands is said already, also after its day.
    if state.asked(plan, on) == Some(&Asked { to: wanted, until }) {
        return Ok(Vec::new());
    }
    for body in &command.to {
        state.body_alive(*body, on)?;
    }
    if until < on {
        let today = on;
        return Err(Refusal::AskedForDayOver { until, today });
    }
    // A plan is for a year; a day further away is a slip of the pen.
    let last = on.saturating_add(1.year());
    if until > last {
        return Err(Refusal::AskedForTooLong { until, last });
    }
    Ok(vec![now.happened(on, Event::PlanReferred(command))])
}

pub(crate) fn call_off(state: &State, now: Now, command: CallOffReferral) -> Outcome {
    let on = now.today;
    let plan = state.plan_known(command.plan, on)?;
    if state.asked(plan, on).is_none() {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::ReferralCalledOff(command))])
}

pub(crate) fn answer(state: &State, now: Now, command: AnswerReferral) -> Outcome {
    let on = now.today;
    let plan = state.plan_known(command.plan, on)?;
    state.waits_for_decision(plan, on)?;
    if command.says.as_ref().is_some_and(Text::is_blank) {
        return Err(Refusal::Blank { field: "says" });
    }
    state.body_alive(command.body, on)?;
    if !state.is_asked(plan, command.body, on) {
        return Err(Refusal::NotAsked);
    }
    let mut before = state.answers_in(plan, on);
    let last = before.rfind(|e| e.value.body == command.body);
    if last.is_some_and(|last| last.value.says == command.says) {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::ReferralAnswered(command))])
}

pub(crate) fn apply_referred(state: &mut State, at: &Recorded, event: &ReferPlan) {
    let asked = Asked {
        to: event.to.iter().copied().collect(),
        until: event.until,
    };
    say(state, at, event.plan, Some(asked));
}

pub(crate) fn apply_called_off(state: &mut State, at: &Recorded, event: &CallOffReferral) {
    say(state, at, event.plan, None);
}

fn say(state: &mut State, at: &Recorded, plan: PlanId, asked: Option<Asked>) {
    if let Some(plan) = state.plans.get_mut(&plan) {
        let referrals = &mut Arc::make_mut(plan).referrals;
        referrals.insert(at.on, at.position, asked);
    }
}

pub(crate) fn apply_answered(state: &mut State, at: &Recorded, event: &AnswerReferral) {
    if let Some(plan) = state.plans.get_mut(&event.plan) {
        let answered = Answered {
            body: event.body,
            says: event.says.clone(),
        };
        let answers = &mut Arc::make_mut(plan).answers;
        answers.insert(at.on, at.position, answered);
    }
}

impl State {
    /// Refuses a plan that nobody can be asked about: one that is not handed in, or that has been
    /// decided, in itself or as a supplement.
    fn waits_for_decision(&self, plan: &Plan, on: Date) -> Result<(), Refusal> {
        if self.plan_is_decided_from(plan, on) || self.is_taken_up(plan, on) {
            return Err(Refusal::PlanDecided);
        }
        match self.plan_stage(plan, on) {
            Some(PlanStage::Proposed) => Ok(()),
            _ => Err(Refusal::PlanNotHandedIn),
        }
    }

    /// The event by which a plan was last handed in or taken back: what was asked before it was
    /// asked of other words. What a quashed decision closed is open again.
    fn round_of(&self, plan: &Plan, day: Date) -> u64 {
        let stages = plan.stages.up_to(day).iter();
        let written = stages.filter(|e| e.value.0 <= PlanStage::Proposed);
        written.map(|e| e.position).max().unwrap_or_default()
    }

    /// Whom a plan asks since it was handed in, or asked until it was decided.
    pub(crate) fn asked_in_round<'a>(&self, plan: &'a Plan, day: Date) -> Option<&'a Asked> {
        let newest = plan.referrals.entry_at(day)?;
        let asked = newest.value.as_ref()?;
        (newest.position > self.round_of(plan, day)).then_some(asked)
    }

    /// Whom a plan asks on a day, and until when, while it waits for its decision.
    pub(crate) fn asked<'a>(&self, plan: &'a Plan, day: Date) -> Option<&'a Asked> {
        let asked = self.asked_in_round(plan, day)?;
        self.waits_for_decision(plan, day).is_ok().then_some(asked)
    }

    /// Whether a body is asked about a plan on a day, or has come in the place of one that is.
    pub(crate) fn is_asked(&self, plan: &Plan, body: BodyId, day: Date) -> bool {
        let asked = self.asked(plan, day);
        let mut to = asked.into_iter().flat_map(|asked| &asked.to);
        to.any(|one| self.is_in_place_of(body, *one, day))
    }

    /// Whether a body is asked about a plan in which an element lies on a day.
    pub(crate) fn is_asked_about(&self, id: ElementId, body: BodyId, day: Date) -> bool {
        let element = self.elements.get(&id);
        let plans = element.into_iter().flat_map(|element| &element.plans);
        let mut plans = plans.filter_map(|plan| self.plans.get(plan));
        plans.any(|plan| self.is_asked(plan, body, day) && self.lies_in(plan, id, day))
    }

    /// What has been answered of a plan since it was handed in, the latest last.
    pub(crate) fn answers_in<'a>(
        &'a self,
        plan: &'a Plan,
        day: Date,
    ) -> impl DoubleEndedIterator<Item = &'a Entry<Answered>> {
        let round = self.round_of(plan, day);
        let answers = plan.answers.up_to(day).iter();
        answers.filter(move |e| e.position > round)
    }
}
