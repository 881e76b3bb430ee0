//! Models in force and the topics that they use, as residents see them.

use super::Published;
use crate::dates::Dated;
use crate::ids::{ModelId, TopicId};
use crate::models::ModelDefinition;
use crate::periods::Period;
use crate::topics::{Dimension, TopicDescription};
use jiff::civil::Date;

/// A model in force; for whoever plans also one that is to come into force.
#[derive(Clone, Copy, Debug)]
pub struct PublicModel<'a> {
    /// Which model.
    pub id: ModelId,
    /// What it holds on the day.
    pub definition: &'a ModelDefinition,
    /// From which day it is in force, and shown to residents.
    pub in_force: Dated,
}

impl<'a> Published<'a> {
    /// The models that were in force by the day, the latest period first.
    pub fn models(&self) -> Vec<PublicModel<'a>> {
        let mut models: Vec<_> = self
            .state
            .models
            .keys()
            .filter_map(|id| self.model(*id))
            .collect();
        models.sort_by_key(|m| std::cmp::Reverse(m.definition.period));
        models
    }

    /// A model that was in force by the day.
    pub fn model(&self, id: ModelId) -> Option<PublicModel<'a>> {
        let model = self.state.models.get(&id)?;
        let in_force = model.in_force.filter(|since| since.day() <= self.day)?;
        let definition = model.definitions.at(self.day)?;
        Some(PublicModel {
            id,
            definition,
            in_force,
        })
    }

    /// The model whose period this is, if it was in force by the day.
    pub fn model_of(&self, period: Period) -> Option<PublicModel<'a>> {
        self.models()
            .into_iter()
            .find(|m| m.definition.period == period)
    }

    /// A topic, with the day from which it is described so.
    pub fn topic(&self, id: TopicId) -> Option<&'a TopicDescription> {
        self.state
            .topics
            .get(&id)?
            .descriptions
            .at(self.day)
            .map(|(_, d)| d.as_ref())
    }

    /// The topics of a dimension, in their order.
    pub fn topics(&self, dimension: Dimension) -> Vec<(TopicId, &'a TopicDescription)> {
        self.topics_from(dimension, self.day)
    }

    /// The topics of a dimension that had not ended before a day, in their order: those that what is of
    /// a period which began on that day can stand under.
    pub fn topics_from(
        &self,
        dimension: Dimension,
        day: Date,
    ) -> Vec<(TopicId, &'a TopicDescription)> {
        let topics = self
            .state
            .topics
            .keys()
            .filter_map(|id| Some((*id, self.topic(*id)?)));
        let topics = topics.filter(|(_, t)| t.dimension == dimension && t.lasts(day));
        let mut topics: Vec<_> = topics.collect();
        topics.sort_by(|a, b| (a.1.order, &a.1.names.sv).cmp(&(b.1.order, &b.1.names.sv)));
        topics
    }
}
