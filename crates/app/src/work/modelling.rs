//! The governance models, for the strategist: which there are, what one holds, and what it lacks.

mod begun;
mod edit;
mod effect;
mod force;
mod topics;

pub use begun::{Beginning, BuiltIn, Origin, built_in};
pub use edit::{Edit, Shaping, Unshaped, Way};
pub(super) use effect::differences;
pub use effect::{Effect, LevelEffect, LevelPart, ModelDifference};
pub use force::{ForceEffect, TakenOver};
pub use topics::{TopicForm, TopicRow, Topics};

use super::WorkFrame;
use jiff::civil::Date;
use riktning_domain::ids::{LevelId, ModelId, ScaleId};
use riktning_domain::inside::{InsideModel, LevelUse};
use riktning_domain::models::{Level, ModelDefinition, Upward};
use riktning_domain::topics::Dimension;
use riktning_domain::{Dated, Inside, Names, Period};
use std::collections::{BTreeMap, BTreeSet};

/// How far a model has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelStage {
    /// Nobody else has seen it.
    Draft,
    /// It comes into force on a day.
    Coming(Date),
    /// It is in force.
    InForce(Dated),
    /// Its period is over.
    Over,
}

impl ModelStage {
    fn of(model: &InsideModel<'_>, today: Date) -> ModelStage {
        match model.in_force {
            None => ModelStage::Draft,
            Some(since) if since.day() > today => ModelStage::Coming(since.day()),
            Some(_) if model.definition.period.last_day() < today => ModelStage::Over,
            Some(since) => ModelStage::InForce(since),
        }
    }

    /// Whether residents read it: then a change is looked at before it is made.
    pub fn is_public(self) -> bool {
        matches!(self, ModelStage::InForce(_) | ModelStage::Over)
    }

    /// Whether it is changed at all.
    pub fn is_open(self) -> bool {
        self != ModelStage::Over
    }
}

/// A model in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelRow {
    /// Which model.
    pub id: ModelId,
    /// What it is called.
    pub names: Names,
    /// Its goal period.
    pub period: Period,
    /// How far it has come.
    pub stage: ModelStage,
    /// What its levels are called, the highest first.
    pub levels: Vec<Names>,
}

/// The models that there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Models {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The models, the latest period first.
    pub rows: Vec<ModelRow>,
    /// The day it is.
    pub today: Date,
}

impl Models {
    /// The models; none for whoever does not shape them.
    pub fn of(i: Inside<'_>) -> Option<Models> {
        i.shapes_models().then(|| Models {
            frame: WorkFrame::of(i),
            rows: rows(i),
            today: i.today(),
        })
    }
}

fn rows(i: Inside<'_>) -> Vec<ModelRow> {
    let models = i.shaped_models();
    let row = |model: &InsideModel<'_>| ModelRow {
        id: model.id,
        names: model.definition.names.clone(),
        period: model.definition.period,
        stage: ModelStage::of(model, i.today()),
        levels: model
            .definition
            .levels
            .iter()
            .map(|level| level.names.clone())
            .collect(),
    };
    models.iter().map(row).collect()
}

/// What a model lacks before it is put in force. Said, and never refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Lack {
    /// No level is written in the plan of a year, so nobody can plan by it.
    NothingPlanned,
    /// No level is council's goal.
    NoGoal,
    /// Names that are missing in English or Finnish.
    Untranslated(usize),
}

/// One model whole.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelPage {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Which model.
    pub id: ModelId,
    /// What it holds.
    pub definition: ModelDefinition,
    /// By which event: whoever changes it has seen that one.
    pub seen: u64,
    /// How far it has come.
    pub stage: ModelStage,
    /// The models of earlier periods, that it can follow.
    pub earlier: Vec<(ModelId, Names)>,
    /// How much stands on each level.
    pub uses: BTreeMap<LevelId, LevelUse>,
    /// The scales by which something was judged.
    pub judged: BTreeSet<ScaleId>,
    /// What it lacks.
    pub lacks: Vec<Lack>,
    /// The day it is.
    pub today: Date,
}

impl ModelPage {
    /// The page of a model; none for whoever does not shape it.
    pub fn of(i: Inside<'_>, id: ModelId) -> Option<ModelPage> {
        let model = i.shaped_model(id)?;
        let before = |other: &InsideModel<'_>| {
            other.id != id && other.definition.period < model.definition.period
        };
        let earlier = i.shaped_models().into_iter().filter(before);
        Some(ModelPage {
            frame: WorkFrame::of(i),
            id,
            definition: model.definition.clone(),
            seen: model.position,
            stage: ModelStage::of(&model, i.today()),
            earlier: earlier
                .map(|other| (other.id, other.definition.names.clone()))
                .collect(),
            uses: i.uses_of(id),
            judged: i.judged_by(id),
            lacks: lacks(model.definition),
            today: i.today(),
        })
    }

    /// How much stands on a level.
    pub fn uses_of(&self, level: LevelId) -> LevelUse {
        self.uses.get(&level).copied().unwrap_or_default()
    }

    /// What a level can support, in the order of the form: the vision, the dimensions that the model
    /// uses, and its other levels.
    pub fn upwards(&self, own: LevelId) -> Vec<Upward> {
        let definition = &self.definition;
        let level = definition.level(own);
        let kept = level.into_iter().flat_map(|level| &level.supports);
        let kept = kept.filter_map(|support| match support.upward {
            Upward::Topic(dimension) => Some(dimension),
            Upward::Level(_) | Upward::Vision => None,
        });
        let dimensions: BTreeSet<Dimension> =
            definition.dimensions.iter().copied().chain(kept).collect();
        let levels = definition.levels.iter().filter(|level| level.id != own);
        let levels = levels.map(|level| Upward::Level(level.id));
        let topics = dimensions.into_iter().map(Upward::Topic);
        [Upward::Vision]
            .into_iter()
            .chain(topics)
            .chain(levels)
            .collect()
    }
}

/// What a definition lacks.
fn lacks(definition: &ModelDefinition) -> Vec<Lack> {
    let mut lacks = Vec::new();
    let levels = &definition.levels;
    if !levels.iter().any(|level| level.purpose.is_planned()) {
        lacks.push(Lack::NothingPlanned);
    }
    let is_goal = |level: &Level| level.purpose == riktning_domain::models::Purpose::StrategicGoal;
    if !levels.iter().any(is_goal) {
        lacks.push(Lack::NoGoal);
    }
    let scales = definition.scales.iter().map(|scale| &scale.names);
    let values = definition.scales.iter().flat_map(|scale| &scale.values);
    let values = values.map(|value| &value.names);
    let names = levels.iter().map(|level| &level.names);
    let yearly = definition.yearly.iter().map(|round| &round.names);
    let names = names.chain(scales).chain(values).chain(yearly);
    let names = names.chain([&definition.names]);
    let untranslated = names.filter(|names| names.en.is_none() || names.fi.is_none());
    match untranslated.count() {
        0 => {}
        count => lacks.push(Lack::Untranslated(count)),
    }
    lacks
}
