//! What stays of a model that is in force, and how a draft is thrown away.

use super::{DefineModel, Model, ModelDefinition, Upward};
use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::ids::{LevelId, ModelId};
use crate::notes::{About, Note};
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

/// Throws a model away that never came into force and that nothing rests on: its period is free.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DropModel {
    /// Which model.
    pub model: ModelId,
}

impl ModelDefinition {
    /// The levels by which one supports itself, the first of them last again; none if no level does.
    pub fn circle(&self) -> Option<Vec<LevelId>> {
        self.levels.iter().find_map(|level| self.back_to(level.id))
    }

    /// The shortest way up from a level to itself.
    fn back_to(&self, start: LevelId) -> Option<Vec<LevelId>> {
        let mut came_from: BTreeMap<LevelId, LevelId> = BTreeMap::new();
        let mut next = vec![start];
        while !next.is_empty() {
            let mut after = Vec::new();
            for id in next {
                for above in self.levels_above(id) {
                    if above == start {
                        return Some(way(&came_from, start, id));
                    }
                    if let Entry::Vacant(first) = came_from.entry(above) {
                        first.insert(id);
                        after.push(above);
                    }
                }
            }
            next = after;
        }
        None
    }

    fn levels_above(&self, id: LevelId) -> impl Iterator<Item = LevelId> {
        let supports = self.level(id).into_iter().flat_map(|l| &l.supports);
        supports.filter_map(|support| match support.upward {
            Upward::Level(above) => Some(above),
            Upward::Vision | Upward::Topic(_) => None,
        })
    }
}

/// From the start to a level that supports it, and the start again.
fn way(came_from: &BTreeMap<LevelId, LevelId>, start: LevelId, last: LevelId) -> Vec<LevelId> {
    let mut way = vec![start];
    let mut at = last;
    while at != start {
        way.push(at);
        match came_from.get(&at) {
            Some(before) => at = *before,
            None => break,
        }
    }
    way.push(start);
    way.reverse();
    way
}

impl State {
    /// What a person does not change of a model: the addresses of its pages rest on the period and on
    /// what its levels are for, and a period that is over is what it was.
    pub(super) fn stays(
        &self,
        command: &DefineModel,
        model: &Model,
        on: Date,
    ) -> Result<(), Refusal> {
        let Some(before) = model.definitions.at(on) else {
            return Ok(());
        };
        let period = before.period;
        // A day that is to come can be said anew, and so can all else that nothing is written by.
        let holds = model.in_force.is_some_and(|since| since.day() <= on);
        if holds && period.last_day() < on {
            return Err(Refusal::ModelOver { period });
        }
        if period != command.definition.period {
            if holds {
                return Err(Refusal::PeriodInForce { period });
            }
            if self.is_planned_by(command.model) {
                return Err(Refusal::PeriodInUse { period });
            }
        }
        let changed = before.levels.iter().filter(|level| {
            let now = command.definition.level(level.id);
            now.is_some_and(|now| now.purpose != level.purpose)
        });
        let mut changed = changed.map(|level| level.id);
        match changed.any(|level| self.stands_on(command.model, level)) {
            true => Err(Refusal::PurposeInUse),
            false => Ok(()),
        }
    }

    fn stands_on(&self, model: ModelId, level: LevelId) -> bool {
        let mut elements = self.elements.values();
        elements.any(|e| e.model == Some(model) && e.level == Some(level))
    }

    /// Whether goals or plans are written by a model, decided or not.
    fn is_planned_by(&self, id: ModelId) -> bool {
        self.elements.values().any(|e| e.model == Some(id))
            || self.plans.values().any(|plan| plan.model == id)
    }

    /// Whether anything that is recorded is of a model, or comes after it.
    fn rests_on(&self, id: ModelId) -> bool {
        let follows = |model: &Model| {
            let mut definitions = model.definitions.entries().iter();
            !model.is_dropped && definitions.any(|e| e.value.follows == Some(id))
        };
        let of_rounds = |round: &crate::rounds::Round| {
            let mut said = round.said.entries().iter();
            said.any(|e| e.value.model == id)
        };
        let tells_of = |note: &Note| {
            let mut said = note.entries().iter();
            said.any(|e| e.value.about == About::Model(id))
        };
        self.is_planned_by(id)
            || self.rounds.values().any(|round| of_rounds(round))
            || self.models.values().any(|model| follows(model))
            || self.notes.values().any(|note| tells_of(note))
    }
}

pub(crate) fn drop_model(state: &State, now: Now, command: DropModel) -> Outcome {
    let unknown = Refusal::Unknown { fact: Fact::Model };
    let model = state.models.get(&command.model).ok_or(unknown)?;
    if model.is_dropped {
        return Ok(Vec::new());
    }
    if model.in_force.is_some() || state.rests_on(command.model) {
        return Err(Refusal::ModelInUse);
    }
    Ok(vec![now.happened(now.today, Event::ModelDropped(command))])
}

pub(crate) fn apply_dropped(state: &mut State, _: &Recorded, event: &DropModel) {
    if let Some(model) = state.models.get_mut(&event.model) {
        Arc::make_mut(model).is_dropped = true;
    }
}
