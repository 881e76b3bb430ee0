//! One change of a model: what somebody wants, whether they have seen what they change, and doing it.

use super::ModelStage;
use super::effect::Effect;
use crate::app::{App, Unperformed};
use crate::work::looking::Looked;
use riktning_domain::command::{Command, Now};
use riktning_domain::ids::{LevelId, ModelId, PersonId, ScaleId, YearlyRoundId};
use riktning_domain::inside::InsideModel;
use riktning_domain::models::{
    DefineModel, DropModel, Level, Limit, ModelDefinition, Scale, Upward, YearlyRound,
};
use riktning_domain::permissions::User;
use riktning_domain::topics::Dimension;
use riktning_domain::{Inside, Names, Period, Refusal};

/// A change of one part of a model.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// What it is called, its period, what it follows and the dimensions that it uses.
    Describe {
        /// What it is called.
        names: Names,
        /// Its goal period.
        period: Period,
        /// The model of the period before.
        follows: Option<ModelId>,
        /// The dimensions of topics that it uses.
        dimensions: Vec<Dimension>,
    },
    /// A level as it is to be, with how many of it one body has at most; new ones stand last.
    Level(Box<Level>, Option<u16>),
    /// A level stands one place higher, or lower.
    MoveLevel(LevelId, Way),
    /// A level is taken away, and what supports it supports it no more.
    RemoveLevel(LevelId),
    /// A scale as it is to be; new ones stand last.
    Scale(Scale),
    /// A scale is taken away, and the levels that are judged by it are judged no more.
    RemoveScale(ScaleId),
    /// A round of every year as it is to be.
    Yearly(YearlyRound),
    /// A round of every year is taken away. What was opened by it stands.
    RemoveYearly(YearlyRoundId),
}

/// Which way a level is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Higher.
    Up,
    /// Lower.
    Down,
}

/// A change of a model as it was last seen.
#[derive(Clone, Copy, Debug)]
pub struct Shaping<'a> {
    /// Which model.
    pub model: ModelId,
    /// The event that the form was written after.
    pub seen: u64,
    /// The change.
    pub edit: &'a Edit,
}

/// Why a model is not changed.
#[derive(Debug, thiserror::Error)]
pub enum Unshaped {
    /// They shape no models, or there is no such part.
    #[error("there is no such model for this person")]
    Nowhere,
    /// A rule says no.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// Somebody has changed the same part since.
    #[error("the same part has been changed")]
    Changed,
    /// It is public, and what the change does has not been seen, or is something else by now.
    #[error("what it does is to be seen first")]
    Unseen,
    /// It is as they want it.
    #[error("it is so already")]
    Already,
    /// It was not written.
    #[error(transparent)]
    Unperformed(#[from] Unperformed),
}

impl Edit {
    /// The definition with the change; none if what it changes is not there.
    pub(super) fn of(&self, definition: &ModelDefinition) -> Option<ModelDefinition> {
        let mut wanted = definition.clone();
        match self {
            Edit::Describe {
                names,
                period,
                follows,
                dimensions,
            } => {
                wanted.names = names.clone();
                wanted.period = *period;
                wanted.follows = *follows;
                wanted.dimensions = dimensions.clone();
            }
            Edit::Level(level, limit) => put_level(&mut wanted, level, *limit),
            Edit::MoveLevel(id, way) => move_level(&mut wanted, *id, *way)?,
            Edit::RemoveLevel(id) => remove_level(&mut wanted, *id)?,
            Edit::Scale(scale) => match wanted.scales.iter_mut().find(|own| own.id == scale.id) {
                Some(own) => *own = scale.clone(),
                None => wanted.scales.push(scale.clone()),
            },
            Edit::RemoveScale(id) => {
                wanted.scale(*id)?;
                wanted.scales.retain(|scale| scale.id != *id);
                let judged = wanted.levels.iter_mut();
                let judged = judged.filter(|level| level.scale == Some(*id));
                judged.for_each(|level| level.scale = None);
            }
            Edit::Yearly(round) => put_yearly(&mut wanted, round),
            Edit::RemoveYearly(id) => {
                wanted.yearly(*id)?;
                wanted.yearly.retain(|round| round.id != *id);
            }
        }
        Some(wanted)
    }

    /// Whether what it changes is the same in two definitions.
    fn sees_the_same(&self, one: &ModelDefinition, other: &ModelDefinition) -> bool {
        let order = |d: &ModelDefinition| d.levels.iter().map(|l| l.id).collect::<Vec<_>>();
        match self {
            Edit::Describe { .. } => {
                one.names == other.names
                    && one.period == other.period
                    && one.follows == other.follows
                    && one.dimensions == other.dimensions
            }
            Edit::Level(level, _) => {
                one.level(level.id) == other.level(level.id)
                    && one.limit(level.id) == other.limit(level.id)
            }
            Edit::MoveLevel(..) => order(one) == order(other),
            Edit::RemoveLevel(id) => one.level(*id) == other.level(*id),
            Edit::Scale(scale) => one.scale(scale.id) == other.scale(scale.id),
            Edit::RemoveScale(id) => one.scale(*id) == other.scale(*id),
            Edit::Yearly(round) => one.yearly(round.id) == other.yearly(round.id),
            Edit::RemoveYearly(id) => one.yearly(*id) == other.yearly(*id),
        }
    }

    /// Whether what it takes away is gone: whoever sends the form again has done it.
    fn is_gone(&self, definition: &ModelDefinition) -> bool {
        match self {
            Edit::RemoveLevel(id) => definition.level(*id).is_none(),
            Edit::RemoveScale(id) => definition.scale(*id).is_none(),
            Edit::RemoveYearly(id) => definition.yearly(*id).is_none(),
            _ => false,
        }
    }
}

fn put_level(wanted: &mut ModelDefinition, level: &Level, limit: Option<u16>) {
    match wanted.levels.iter_mut().find(|own| own.id == level.id) {
        Some(own) => *own = level.clone(),
        None => wanted.levels.push(level.clone()),
    }
    let own = wanted.limits.iter_mut().find(|own| own.level == level.id);
    match (own, limit) {
        (Some(own), Some(at_most)) => own.at_most = at_most,
        (None, Some(at_most)) => wanted.limits.push(Limit {
            level: level.id,
            at_most,
        }),
        (_, None) => wanted.limits.retain(|own| own.level != level.id),
    }
}

/// The rounds of a year stand in the order of their first deadline.
fn put_yearly(wanted: &mut ModelDefinition, round: &YearlyRound) {
    match wanted.yearly.iter_mut().find(|own| own.id == round.id) {
        Some(own) => *own = round.clone(),
        None => wanted.yearly.push(round.clone()),
    }
    let first = |round: &YearlyRound| round.deadlines.iter().map(|(_, day)| *day).min();
    wanted.yearly.sort_by_key(|round| (first(round), round.id));
}

fn move_level(wanted: &mut ModelDefinition, id: LevelId, way: Way) -> Option<()> {
    let at = wanted.levels.iter().position(|level| level.id == id)?;
    let to = match way {
        Way::Up => at.checked_sub(1)?,
        Way::Down => Some(at + 1).filter(|to| *to < wanted.levels.len())?,
    };
    wanted.levels.swap(at, to);
    Some(())
}

fn remove_level(wanted: &mut ModelDefinition, id: LevelId) -> Option<()> {
    wanted.level(id)?;
    wanted.levels.retain(|level| level.id != id);
    wanted.limits.retain(|limit| limit.level != id);
    for level in &mut wanted.levels {
        let leads_there = |upward: Upward| upward == Upward::Level(id);
        level
            .supports
            .retain(|support| !leads_there(support.upward));
    }
    Some(())
}

/// A change that the rules would take, with what it does.
struct Proposed {
    command: Command,
    effect: Effect,
    is_public: bool,
}

fn look(i: Inside<'_>, now: Now, shaping: Shaping<'_>) -> Result<Proposed, Unshaped> {
    let model = i.shaped_model(shaping.model).ok_or(Unshaped::Nowhere)?;
    let wanted = shaping.wanted(i, &model)?;
    let command = Command::DefineModel(DefineModel {
        model: model.id,
        definition: wanted,
        since: None,
    });
    let effect = Effect::of(i, now, &model, &command).map_err(Unshaped::Refused)?;
    Ok(Proposed {
        command,
        effect,
        is_public: ModelStage::of(&model, i.today()).is_public(),
    })
}

impl Shaping<'_> {
    /// What is wanted, if whoever wants it has seen what they change.
    fn wanted(&self, i: Inside<'_>, model: &InsideModel<'_>) -> Result<ModelDefinition, Unshaped> {
        let now = model.definition;
        if self.edit.is_gone(now) {
            return Err(Unshaped::Already);
        }
        let wanted = self.edit.of(now).ok_or(Unshaped::Nowhere)?;
        if wanted == *now {
            return Err(Unshaped::Already);
        }
        if self.seen != model.position {
            let seen = i.model_said(model.id, self.seen);
            let same = seen.is_some_and(|seen| self.edit.sees_the_same(seen, now));
            return same.then_some(wanted).ok_or(Unshaped::Changed);
        }
        Ok(wanted)
    }
}

impl App {
    /// What a change of a model would do. Nothing is stored.
    ///
    /// # Errors
    /// [`Unshaped`].
    pub fn effect_on_model(
        &self,
        person: PersonId,
        shaping: Shaping<'_>,
    ) -> Result<Effect, Unshaped> {
        let looked = self.inside(person, |i, now| look(i, now, shaping));
        Ok(looked?.effect)
    }

    /// Changes a model: a draft at once, what is in force if it still does what was shown.
    ///
    /// # Errors
    /// [`Unshaped`]; then nothing was stored.
    pub async fn shape_model(
        &self,
        person: PersonId,
        shaping: Shaping<'_>,
        shown: Option<&str>,
    ) -> Result<(), Unshaped> {
        let look = |i: Inside<'_>, now| match look(i, now, shaping) {
            // A second click is the first.
            Err(Unshaped::Already) => Ok(Looked::Stands(())),
            Err(other) => Err(other),
            Ok(looked) if looked.is_public && shown != Some(looked.effect.seen.as_str()) => {
                Err(Unshaped::Unseen)
            }
            Ok(looked) => Ok(Looked::Asks(vec![looked.command], ())),
        };
        let failed = |(): &(), error| unperformed(error);
        self.perform_looked(person, look, failed).await
    }

    /// Throws a draft away. A second click is the first.
    ///
    /// # Errors
    /// [`Unshaped`]; then nothing was stored.
    pub async fn drop_model(&self, person: PersonId, model: ModelId) -> Result<(), Unshaped> {
        let is_there =
            |i: Inside<'_>, _| i.shaped_model(model).is_some() || i.has_dropped_model(model);
        if !self.inside(person, is_there) {
            return Err(Unshaped::Nowhere);
        }
        let command = Command::DropModel(DropModel { model });
        let done = self.perform(User::Person(person), command).await;
        done.map(|_| ()).map_err(unperformed)
    }
}

pub(super) fn unperformed(error: Unperformed) -> Unshaped {
    match error {
        Unperformed::Refused { refusal, .. } => Unshaped::Refused(refusal),
        error => Unshaped::Unperformed(error),
    }
}
