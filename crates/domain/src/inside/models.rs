//! The governance models as the strategist sees them: those in force, those to come and the drafts,
//! and how much stands on each level. Counts, and never a word of a draft.

use super::{Inside, Stopped};
use crate::command::{Command, Now};
use crate::dates::Dated;
use crate::elements::Element;
use crate::ids::{LevelId, ModelId, ScaleId, TopicId};
use crate::models::{Level, Model, ModelDefinition};
use crate::permissions::{Role, User};
use crate::published::PublicModel;
use crate::texts::Names;
use crate::topics::{Dimension, TopicDescription};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// A model as it was last defined.
#[derive(Clone, Copy, Debug)]
pub struct InsideModel<'a> {
    /// Which model.
    pub id: ModelId,
    /// What it holds.
    pub definition: &'a ModelDefinition,
    /// By which event: whoever changes it has seen that one.
    pub position: u64,
    /// From which day it is in force, which may be to come; none while it is a draft.
    pub in_force: Option<Dated>,
}

/// How much stands on a level, and what of it the model would now refuse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LevelUse {
    /// What is decided.
    pub decided: usize,
    /// What is written and not decided.
    pub in_hand: usize,
    /// What was written and taken back: its number is never used again, so neither is the level free.
    pub taken_back: usize,
    /// What is not decided and lacks a link that the model requires.
    pub lacking: usize,
    /// What is not decided and is owned by a body of a kind that owns none of the level.
    pub misplaced: usize,
}

impl LevelUse {
    /// Whether anything was ever written on it.
    pub fn is_in_use(&self) -> bool {
        self.decided + self.in_hand + self.taken_back > 0
    }
}

impl<'a> Inside<'a> {
    /// Whether they shape the models of the group.
    pub fn shapes_models(&self) -> bool {
        !self.holds(Role::Strategist).is_empty()
    }

    /// Whether they describe the topics of a dimension: whoever shapes models all of them, and whoever
    /// looks after the public site the core values, which are its own, too.
    pub fn describes(&self, dimension: Dimension) -> bool {
        self.shapes_models() || (dimension == Dimension::CoreValue && self.edits_site())
    }

    /// What a model is called, in force or not.
    pub fn model_names(&self, id: ModelId) -> Option<&'a Names> {
        let model = self
            .state
            .models
            .get(&id)
            .filter(|_| self.reads_content())?;
        Some(&model.definitions.at(self.today)?.names)
    }

    /// What a model was before an event that describes it, and what that event says.
    pub fn model_changed(
        &self,
        id: ModelId,
        position: u64,
    ) -> Option<(&'a ModelDefinition, &'a ModelDefinition)> {
        let model = self.state.models.get(&id);
        let model = model.filter(|_| self.reads_content())?;
        let said = model.definitions.entries();
        let now = said.iter().find(|entry| entry.position == position)?;
        let earlier = said.iter().filter(|entry| entry.position < position);
        let before = earlier.max_by_key(|entry| entry.position)?;
        Some((&before.value, &now.value))
    }

    /// What a topic was before an event that describes it anew.
    pub fn topic_before(&self, id: TopicId, position: u64) -> Option<&'a TopicDescription> {
        let said = self.state.topics.get(&id)?.descriptions.entries().iter();
        let earlier = said.filter(|entry| entry.position < position);
        let last = earlier.max_by_key(|entry| entry.position)?;
        Some(&last.value.1)
    }

    /// The models that are in force or are to come into force on a day that is said, the latest
    /// period first. By them is planned what residents see from that day.
    pub fn planned_models(&self) -> Vec<PublicModel<'a>> {
        let ids = self.state.models.keys();
        let mut models: Vec<_> = ids.filter_map(|id| self.planned_model(*id)).collect();
        models.sort_by_key(|m| std::cmp::Reverse(m.definition.period));
        models
    }

    /// A model that is in force, or is to come into force on a day that is said.
    pub fn planned_model(&self, id: ModelId) -> Option<PublicModel<'a>> {
        let model = self.state.models.get(&id)?;
        Some(PublicModel {
            id,
            definition: model.definitions.at(self.today)?,
            in_force: model.in_force?,
        })
    }

    /// The models, drafts among them, the latest period first.
    pub fn shaped_models(&self) -> Vec<InsideModel<'a>> {
        let ids = self.state.models.keys();
        let mut models: Vec<_> = ids.filter_map(|id| self.shaped_model(*id)).collect();
        models.sort_by_key(|m| std::cmp::Reverse((m.definition.period, m.id)));
        models
    }

    /// A model, in force or not, for whoever shapes them.
    pub fn shaped_model(&self, id: ModelId) -> Option<InsideModel<'a>> {
        let model = self.shapable(id)?;
        let entry = model.definitions.entry_at(self.today)?;
        Some(InsideModel {
            id,
            definition: &entry.value,
            position: entry.position,
            in_force: model.in_force,
        })
    }

    fn shapable(&self, id: ModelId) -> Option<&'a Model> {
        let model = self
            .state
            .models
            .get(&id)
            .filter(|_| self.shapes_models())?;
        (!model.is_dropped).then_some(model)
    }

    /// What an event said of a model.
    pub fn model_said(&self, id: ModelId, position: u64) -> Option<&'a ModelDefinition> {
        let mut said = self.shapable(id)?.definitions.entries().iter();
        said.find(|entry| entry.position == position)
            .map(|entry| &*entry.value)
    }

    /// Whether a draft was thrown away: whoever sends the form again has done it.
    pub fn has_dropped_model(&self, id: ModelId) -> bool {
        let model = self.state.models.get(&id).filter(|_| self.shapes_models());
        model.is_some_and(|model| model.is_dropped)
    }

    /// How much stands on each level of a model.
    pub fn uses_of(&self, id: ModelId) -> BTreeMap<LevelId, LevelUse> {
        let mut uses: BTreeMap<LevelId, LevelUse> = BTreeMap::new();
        let Some(model) = self.shaped_model(id) else {
            return uses;
        };
        let of_model = self.state.elements.iter();
        for (element, found) in of_model.filter(|(_, e)| e.model == Some(id)) {
            let Some(level) = found.level else { continue };
            let one = uses.entry(level).or_default();
            if self.state.is_dropped(*element, self.today) {
                one.taken_back += 1;
                continue;
            }
            if self.state.adoption_on(&found.adopted, self.today).is_some() {
                one.decided += 1;
                continue;
            }
            one.in_hand += 1;
            one.lacking += usize::from(self.state.link_lacking(*element, self.today).is_some());
            let level = model.definition.level(level);
            one.misplaced += usize::from(level.is_some_and(|l| self.is_misplaced(found, l)));
        }
        uses
    }

    fn is_misplaced(&self, element: &Element, level: &Level) -> bool {
        let wording = self.state.newest_wording(element, self.today);
        let wording = wording.map(|(_, wording)| wording);
        let owner = wording.and_then(|wording| wording.owner);
        let kind = owner.and_then(|owner| Some(self.published().body(owner)?.kind()));
        !level.owners.is_empty() && kind.is_some_and(|kind| !level.owners.contains(&kind))
    }

    /// The scales of a model by which something was judged.
    pub fn judged_by(&self, id: ModelId) -> BTreeSet<ScaleId> {
        let model = self.shaped_model(id);
        let scales = model.into_iter().flat_map(|m| &m.definition.scales);
        let used = scales.filter(|scale| {
            let values = scale.values.iter().map(|value| value.id).collect();
            self.state.verdict_uses_any(&values)
        });
        used.map(|scale| scale.id).collect()
    }

    /// A topic with the event that described it: whoever describes it anew has seen that one.
    pub fn topic_said(&self, id: TopicId) -> Option<(&'a TopicDescription, u64)> {
        let topic = self.state.topics.get(&id)?;
        let entry = topic.descriptions.entry_at(self.today)?;
        let said = &entry.value.1;
        self.describes(said.dimension)
            .then_some((said, entry.position))
    }

    /// Looks at what commands would make of everything, on a day that may be to come, with how many
    /// events would come of them. What they would change is thrown away.
    ///
    /// # Errors
    /// [`Stopped`] at the first that would not be taken.
    pub fn rehearsed<T>(
        &self,
        now: Now,
        commands: &[Command],
        day: Date,
        look: impl FnOnce(Inside<'_>) -> T,
    ) -> Result<(usize, T), Stopped> {
        let user = User::Person(self.person);
        let mut state = self.state.clone();
        let mut events = 0;
        for (at, command) in commands.iter().enumerate() {
            let recorded = state.carry_out(&user, now, command.clone());
            events += recorded.map_err(|refusal| Stopped { at, refusal })?.len();
        }
        let later = state.inside(self.person, day);
        Ok((events, look(later)))
    }
}
