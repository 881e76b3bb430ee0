//! What becomes of a decision: its minutes are approved, it is appealed, a court quashes it.

use super::{MarkDecision, Stage};
use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use std::sync::Arc;

pub(crate) fn mark(state: &State, now: Now, command: MarkDecision) -> Outcome {
    let on = now.not_after_today(command.on)?;
    let decision = state.decision_standing(command.decision)?;
    if on < decision.on {
        let stands_from = decision.on;
        return Err(Refusal::TooEarly {
            on,
            stands_from,
            fact: Fact::Decision,
        });
    }
    // What a court has quashed is neither approved nor appealed any more.
    if command.stage != Stage::Quashed && decision.is_quashed(on) {
        return Err(Refusal::DecisionQuashed);
    }
    let day_of = |stage: Stage| {
        let mut marks = decision.stages.entries().iter();
        marks.find(|mark| mark.value == stage).map(|mark| mark.on)
    };
    match day_of(command.stage) {
        Some(marked) if marked == on => return Ok(Vec::new()),
        Some(on) => {
            let stage = command.stage;
            return Err(Refusal::AlreadyMarked { stage, on });
        }
        None => {}
    }
    // No court quashes what nobody has appealed yet.
    if let Some(appealed) = day_of(Stage::Appealed)
        && command.stage == Stage::Quashed
        && on < appealed
    {
        return Err(Refusal::QuashedBeforeAppeal { appealed });
    }
    Ok(vec![now.happened(on, Event::DecisionMarked(command))])
}

pub(crate) fn apply_marked(state: &mut State, at: &Recorded, event: &MarkDecision) {
    if let Some(decision) = state.decisions.get_mut(&event.decision) {
        Arc::make_mut(decision)
            .stages
            .insert(at.on, at.position, event.stage);
        if event.stage == Stage::Quashed {
            let since = state.quashed.entry(event.decision).or_insert(at.on);
            *since = at.on.min(*since);
        }
    }
}
