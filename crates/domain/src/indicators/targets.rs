//! What was aimed at.

use super::Interpretation;
use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::figures::Figure;
use crate::ids::{BodyId, DecisionId, IndicatorId, SourceId};
use crate::periods::Period;
use crate::refusal::Refusal;
use crate::state::State;
use crate::texts::Text;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a target aims at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aim {
    /// A figure.
    At(Figure),
    /// Between two figures, both included.
    Between(Figure, Figure),
    /// In words, where no figure was set.
    InWords(Text),
}

/// What a target rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TargetBasis {
    /// The decision that set it.
    Decision(DecisionId),
    /// A public source that names no decision, and the day from which it stood there.
    /// Only an import may say so.
    Source(SourceId, Dated),
}

/// Sets a target for an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetTarget {
    /// The indicator.
    pub indicator: IndicatorId,
    /// What the target is for.
    pub period: Period,
    /// Whether the source states that period or we read it so.
    #[serde(default, skip_serializing_if = "Interpretation::is_stated")]
    pub period_interpretation: Interpretation,
    /// Whose target; `None` for the whole group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<BodyId>,
    /// What it aims at.
    pub aim: Aim,
    /// What it rests on.
    pub basis: TargetBasis,
    /// What a reader must know of this target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A target as it stood from a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What it aims at.
    pub aim: Aim,
    /// What it rests on.
    pub basis: TargetBasis,
    /// Whether the source states its period.
    pub period_interpretation: Interpretation,
    /// What a reader must know of it.
    pub note: Option<Text>,
}

pub(crate) fn aim(state: &State, now: Now, command: SetTarget) -> Outcome {
    let on = match &command.basis {
        TargetBasis::Decision(decision) => state.decision_standing(*decision)?.date.day(),
        TargetBasis::Source(source, since) => {
            if !now.imports() {
                return Err(Refusal::DecisionMissing);
            }
            state.source_known(*source)?;
            now.not_after_today(since.day())?
        }
    };
    match &command.aim {
        Aim::Between(low, high) if low > high => return Err(Refusal::RangeUpsideDown),
        Aim::InWords(words) if words.is_blank() => return Err(Refusal::Blank { field: "aim" }),
        Aim::At(_) | Aim::Between(..) | Aim::InWords(_) => {}
    }
    state.indicator_known(command.indicator, on)?;
    if let Some(body) = command.body {
        state.body_founded(body, on)?;
    }
    let standing = state
        .indicators
        .get(&command.indicator)
        .and_then(|i| i.targets.get(&(command.period, command.body)));
    let same = |t: &Target| {
        t.aim == command.aim
            && t.basis == command.basis
            && t.period_interpretation == command.period_interpretation
            && t.note == command.note
    };
    if standing.is_some_and(|t| t.entries().iter().any(|e| same(&e.value))) {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::TargetSet(command))])
}

pub(crate) fn apply_aimed(state: &mut State, at: &Recorded, event: &SetTarget) {
    let indicator = Arc::make_mut(state.indicators.entry(event.indicator).or_default());
    let target = Target {
        aim: event.aim.clone(),
        basis: event.basis.clone(),
        period_interpretation: event.period_interpretation,
        note: event.note.clone(),
    };
    let key = (event.period, event.body);
    indicator
        .targets
        .entry(key)
        .or_default()
        .insert(at.on, at.position, target);
}
