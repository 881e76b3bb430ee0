//! What a change of a model would do: to the model, to what stands on its levels, and to what is in
//! hand. Looked at on a copy of everything, which is then thrown away.

use crate::work::{WorkFrame, derived};
use riktning_domain::command::{Command, Now};
use riktning_domain::ids::LevelId;
use riktning_domain::inside::{InsideModel, LevelUse};
use riktning_domain::models::{Level, ModelDefinition, Scale, YearlyRound};
use riktning_domain::{Inside, Names, Refusal};
use std::collections::BTreeMap;

/// What a change of a model would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// What the model is called today.
    pub names: Names,
    /// What becomes different.
    pub differences: Vec<ModelDifference>,
    /// The levels that it touches on which something stands.
    pub levels: Vec<LevelEffect>,
    /// A word for all that was shown: whoever goes on says that this is what they saw.
    pub seen: String,
}

/// A level that a change touches, with what stands on it.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelEffect {
    /// What it is called today.
    pub names: Names,
    /// What stands on it today.
    pub before: LevelUse,
    /// The same by the changed model.
    pub after: LevelUse,
}

/// What is different between two definitions.
#[derive(Clone, Debug, PartialEq)]
pub enum ModelDifference {
    /// The model is called something else.
    Named(Names),
    /// It has another place among the models, or uses other dimensions.
    Framed,
    /// A level is new.
    LevelNew(Names),
    /// A level is gone.
    LevelGone(Names),
    /// A level is called something else.
    LevelNamed(Names, Names),
    /// A level is otherwise.
    LevelChanged(Names, Vec<LevelPart>),
    /// The levels stand in another order.
    Order,
    /// A scale is new.
    ScaleNew(Names),
    /// A scale is gone.
    ScaleGone(Names),
    /// A scale is otherwise.
    ScaleChanged(Names),
    /// A round of every year is new.
    YearlyNew(Names),
    /// A round of every year is gone.
    YearlyGone(Names),
    /// A round of every year is otherwise.
    YearlyChanged(Names),
}

/// What of a level is otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelPart {
    /// What it is for.
    Purpose,
    /// What several are called.
    Many,
    /// What it supports.
    Supports,
    /// Who owns it.
    Owners,
    /// Who decides it.
    Deciders,
    /// Whether it is measured.
    Measured,
    /// By which scale it is judged.
    Scale,
    /// Whether only a decision closes it.
    Closed,
    /// By when an action about what goes off course is decided.
    DecidedWithin,
    /// The criteria for its wording.
    Criteria,
    /// Its place in the year.
    Seasons,
    /// How many of it one body has at most.
    Limit,
}

impl Effect {
    pub(super) fn of(
        i: Inside<'_>,
        now: Now,
        model: &InsideModel<'_>,
        command: &Command,
    ) -> Result<Effect, Refusal> {
        let look = |after: Inside<'_>| {
            let defined = after.shaped_model(model.id);
            let defined = defined.map(|m| m.definition.clone());
            (defined, after.uses_of(model.id))
        };
        let commands = std::slice::from_ref(command);
        let rehearsed = i.rehearsed(now, commands, i.today(), look);
        let (_, (defined, after)) = rehearsed.map_err(|stopped| stopped.refusal)?;
        let differences = defined.map(|defined| differences(model.definition, &defined));
        let differences = differences.unwrap_or_default();
        let before = i.uses_of(model.id);
        let levels = touched(model.definition, &differences, &before, &after);
        let seen = derived(model.id.0, &format!("{command:?}{differences:?}{levels:?}"));
        Ok(Effect {
            frame: WorkFrame::of(i),
            names: model.definition.names.clone(),
            differences,
            levels,
            seen: seen.to_string(),
        })
    }
}

/// The levels on which something stands and that a difference names.
fn touched(
    definition: &ModelDefinition,
    differences: &[ModelDifference],
    before: &BTreeMap<LevelId, LevelUse>,
    after: &BTreeMap<LevelId, LevelUse>,
) -> Vec<LevelEffect> {
    let is_named = |level: &&Level| {
        differences.iter().any(|difference| match difference {
            ModelDifference::LevelNamed(names, _)
            | ModelDifference::LevelGone(names)
            | ModelDifference::LevelChanged(names, _) => *names == level.names,
            _ => false,
        })
    };
    let levels = definition.levels.iter().filter(is_named);
    let effects = levels.filter_map(|level| {
        let before = before.get(&level.id).copied()?;
        Some(LevelEffect {
            names: level.names.clone(),
            before,
            after: after.get(&level.id).copied().unwrap_or_default(),
        })
    });
    effects.collect()
}

/// What is different, in the order in which a reader meets it.
pub(in crate::work) fn differences(
    before: &ModelDefinition,
    after: &ModelDefinition,
) -> Vec<ModelDifference> {
    let mut all = Vec::new();
    if before.names != after.names {
        all.push(ModelDifference::Named(after.names.clone()));
    }
    let framed = |d: &ModelDefinition| (d.period, d.follows, d.dimensions.clone());
    if framed(before) != framed(after) {
        all.push(ModelDifference::Framed);
    }
    all.extend(of_levels(before, after));
    all.extend(of_scales(before, after));
    all.extend(of_years(before, after));
    all
}

fn of_levels(before: &ModelDefinition, after: &ModelDefinition) -> Vec<ModelDifference> {
    let mut all = Vec::new();
    for level in &before.levels {
        let Some(now) = after.level(level.id) else {
            all.push(ModelDifference::LevelGone(level.names.clone()));
            continue;
        };
        if level.names != now.names {
            let (old, new) = (level.names.clone(), now.names.clone());
            all.push(ModelDifference::LevelNamed(old, new));
        }
        let mut parts = parts(level, now);
        if before.limit(level.id) != after.limit(level.id) {
            parts.push(LevelPart::Limit);
        }
        if !parts.is_empty() {
            all.push(ModelDifference::LevelChanged(level.names.clone(), parts));
        }
    }
    let new = after.levels.iter().filter(|l| before.level(l.id).is_none());
    all.extend(new.map(|level| ModelDifference::LevelNew(level.names.clone())));
    let order = |one: &ModelDefinition, other: &ModelDefinition| -> Vec<LevelId> {
        let both = one.levels.iter().map(|level| level.id);
        both.filter(|id| other.level(*id).is_some()).collect()
    };
    if order(before, after) != order(after, before) {
        all.push(ModelDifference::Order);
    }
    all
}

fn parts(before: &Level, after: &Level) -> Vec<LevelPart> {
    let differs = [
        (before.purpose != after.purpose, LevelPart::Purpose),
        (before.names_of_many != after.names_of_many, LevelPart::Many),
        (before.supports != after.supports, LevelPart::Supports),
        (before.owners != after.owners, LevelPart::Owners),
        (before.decided_by != after.decided_by, LevelPart::Deciders),
        (before.measured != after.measured, LevelPart::Measured),
        (before.scale != after.scale, LevelPart::Scale),
        (
            before.closed_only_by_decision != after.closed_only_by_decision,
            LevelPart::Closed,
        ),
        (
            before.decided_within != after.decided_within,
            LevelPart::DecidedWithin,
        ),
        (before.criteria != after.criteria, LevelPart::Criteria),
        (before.seasons != after.seasons, LevelPart::Seasons),
    ];
    let differs = differs.into_iter().filter(|(differs, _)| *differs);
    differs.map(|(_, part)| part).collect()
}

fn of_scales(before: &ModelDefinition, after: &ModelDefinition) -> Vec<ModelDifference> {
    let told = |scale: &Scale| match after.scale(scale.id) {
        None => Some(ModelDifference::ScaleGone(scale.names.clone())),
        Some(now) if now != scale => Some(ModelDifference::ScaleChanged(scale.names.clone())),
        Some(_) => None,
    };
    let gone = before.scales.iter().filter_map(told);
    let new = after.scales.iter();
    let new = new.filter(|scale| before.scale(scale.id).is_none());
    let new = new.map(|scale| ModelDifference::ScaleNew(scale.names.clone()));
    gone.chain(new).collect()
}

fn of_years(before: &ModelDefinition, after: &ModelDefinition) -> Vec<ModelDifference> {
    let told = |round: &YearlyRound| match after.yearly(round.id) {
        None => Some(ModelDifference::YearlyGone(round.names.clone())),
        Some(now) if now != round => Some(ModelDifference::YearlyChanged(round.names.clone())),
        Some(_) => None,
    };
    let gone = before.yearly.iter().filter_map(told);
    let new = after.yearly.iter();
    let new = new.filter(|round| before.yearly(round.id).is_none());
    let new = new.map(|round| ModelDifference::YearlyNew(round.names.clone()));
    gone.chain(new).collect()
}
