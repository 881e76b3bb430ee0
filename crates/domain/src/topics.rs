//! Topics: the perspectives, values, processes and other nodes that elements stand under.

use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::ids::{BodyId, SourceId, TopicId};
use crate::periods::Period;
use crate::refusal::{Fact, Refusal};
use crate::slugs::Slug;
use crate::state::State;
use crate::texts::{Names, Text};
use crate::timeline::Timeline;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A dimension that topics belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Dimension {
    /// The two perspectives that must stay in balance, and the parts of the inward one.
    Perspective,
    /// The value created (*värden som skapas*): social, environmental, socio-economic.
    ValueCreated,
    /// An overarching operational process (*övergripande verksamhetsprocess*) or a part of one.
    Process,
    /// A target group: residents, users, customers.
    TargetGroup,
    /// A core value of the organisation. Shown, never scored.
    CoreValue,
    /// Agenda 2030.
    Agenda2030,
    /// A geographic area.
    Area,
}

/// Which way a perspective looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// Outward: what the group achieves for residents, users and customers.
    Outward,
    /// Inward: how the work is done.
    Inward,
}

/// Describes a topic, or describes it anew from a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DescribeTopic {
    /// Which topic.
    pub topic: TopicId,
    /// What it is.
    pub description: TopicDescription,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// What a topic is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicDescription {
    /// Its dimension; never changes.
    pub dimension: Dimension,
    /// What it is called.
    pub names: Names,
    /// What it means, in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Text>,
    /// The topic that it is a part of, of the same or another dimension.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<TopicId>,
    /// Its place among its siblings.
    #[serde(default)]
    pub order: u16,
    /// Which way a perspective looks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// The body that owns it: a process owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<BodyId>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// The last day on which it is used. What was placed under it stays there; nothing of a later
    /// period is placed under it any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Date>,
}

impl TopicDescription {
    /// Whether it is used on a day, or after it.
    pub fn lasts(&self, day: Date) -> bool {
        self.last_day.is_none_or(|last| day <= last)
    }
}

/// Everything recorded about one topic.
#[derive(Clone, Debug, Default)]
pub struct Topic {
    pub(crate) descriptions: Timeline<(Dated, Arc<TopicDescription>)>,
    pub(crate) slugs: Timeline<Slug>,
}

pub(crate) fn describe(state: &State, now: Now, command: DescribeTopic) -> Outcome {
    let description = &command.description;
    if description.names.sv.is_blank() {
        return Err(Refusal::Blank {
            field: "description.names.sv",
        });
    }
    let on = now.on_recording(command.since)?;
    if let Some(source) = description.source {
        state.source_known(source)?;
    }
    if let Some(owner) = description.owner {
        state.body_alive(owner, on)?;
    }
    if let Some(parent) = description.parent {
        state.topic_known(parent, on)?;
        if state.topic_lies_under(parent, command.topic) {
            return Err(Refusal::TopicUnderItself);
        }
    }
    state.ends_in_order(now, on, &command)?;
    if !now.imports() {
        state.topic_name_free(on, &command)?;
    }
    if let Some(topic) = state.topics.get(&command.topic) {
        let first = topic.descriptions.entries().first();
        if first.is_some_and(|e| e.value.1.dimension != description.dimension) {
            return Err(Refusal::DimensionChanged);
        }
        let same = |(_, d): &(Dated, Arc<TopicDescription>)| **d == *description;
        if topic.descriptions.at(on).is_some_and(same) {
            return Ok(Vec::new());
        }
    }
    Ok(vec![now.happened(on, Event::TopicDescribed(command))])
}

impl State {
    /// Refuses a name that another topic of the dimension has: whoever places something would not know which
    /// is which. What had it before keeps it, and what has ended holds none.
    fn topic_name_free(&self, on: Date, command: &DescribeTopic) -> Result<(), Refusal> {
        let said = |topic: &Arc<Topic>| topic.descriptions.at(on).map(|(_, said)| Arc::clone(said));
        let own = self.topics.get(&command.topic).and_then(said);
        let wanted = &command.description;
        let is_called = |said: &TopicDescription| {
            said.dimension == wanted.dimension && is_alike(&said.names.sv, &wanted.names.sv)
        };
        if own.is_some_and(|own| is_called(&own)) {
            return Ok(());
        }
        let others = self.topics.iter().filter(|(id, _)| **id != command.topic);
        let mut others = others.filter_map(|(_, topic)| said(topic));
        match others.find(|said| said.lasts(on) && is_called(said)) {
            Some(other) => Err(Refusal::TopicNameTaken {
                name: other.names.sv.clone(),
            }),
            None => Ok(()),
        }
    }

    /// Refuses an end that has passed already, and a part that would outlive the whole.
    fn ends_in_order(&self, now: Now, on: Date, command: &DescribeTopic) -> Result<(), Refusal> {
        let newest = |id: &TopicId| {
            let newest = self.topics.get(id)?.descriptions.at(Date::MAX);
            newest.map(|(_, described)| described)
        };
        let description = &command.description;
        let last_day = description.last_day;
        let is_said = newest(&command.topic).is_some_and(|said| said.last_day == last_day);
        if let Some(last_day) = last_day.filter(|last| *last < on)
            && !is_said
            && !now.imports()
        {
            return Err(Refusal::TopicEndsInThePast { last_day });
        }
        let outlives = |part: &TopicDescription, whole: &TopicDescription| {
            let end = whole.last_day?;
            let goes_on = part.last_day.is_none_or(|last| end < last);
            goes_on.then(|| Refusal::PartOutlivesWhole {
                part: part.names.sv.clone(),
                last_day: end,
            })
        };
        let whole = description.parent.as_ref().and_then(newest);
        let parts = self.topics.keys().filter(|id| **id != command.topic);
        let parts = parts.filter_map(newest);
        let mut parts = parts.filter(|part| part.parent == Some(command.topic));
        let above = whole.and_then(|whole| outlives(description, whole));
        let refused = above.or_else(|| parts.find_map(|part| outlives(part, description)));
        refused.map_or(Ok(()), Err)
    }

    /// Refuses to place under a topic what is of a period after its last day.
    pub(crate) fn topic_lasts(&self, topic: TopicId, period: Period) -> Result<(), Refusal> {
        let newest = self.topics.get(&topic);
        let newest = newest.and_then(|topic| topic.descriptions.at(Date::MAX));
        match newest {
            Some((_, said)) if !said.lasts(period.first_day()) => Err(Refusal::TopicEnded {
                topic: said.names.sv.clone(),
            }),
            _ => Ok(()),
        }
    }

    /// Whether `topic` is `above` itself or a part of it, on any day.
    fn topic_lies_under(&self, topic: TopicId, above: TopicId) -> bool {
        let mut next = vec![topic];
        let mut seen = std::collections::BTreeSet::new();
        while let Some(id) = next.pop() {
            if id == above {
                return true;
            }
            if seen.insert(id) {
                let entries = self.topics.get(&id).map(|t| t.descriptions.entries());
                let parents = entries
                    .unwrap_or_default()
                    .iter()
                    .filter_map(|e| e.value.1.parent);
                next.extend(parents);
            }
        }
        false
    }

    pub(crate) fn topic_known(&self, topic: TopicId, on: Date) -> Result<(), Refusal> {
        let topic = self
            .topics
            .get(&topic)
            .ok_or(Refusal::Unknown { fact: Fact::Topic })?;
        crate::state::stood_by(topic.descriptions.entries(), on, Fact::Topic)
    }
}

/// The address that follows from a topic's name: the plain form of the name, with a number
/// after it if another topic of the dimension came first. Positions never change, so neither
/// does the address.
fn address(state: &State, event: &DescribeTopic) -> Slug {
    let name = event.description.names.sv.as_str();
    let wanted = Slug::from_title(name.unwrap_or_default());
    let free = |slug: &Slug| {
        let place = (event.description.dimension, slug.clone());
        let taken = state.topic_slugs.get(&place);
        taken.is_none_or(|topic| *topic == event.topic)
    };
    let numbered = (2..).map(|n| wanted.numbered(n));
    let mut slugs = std::iter::once(wanted.clone()).chain(numbered);
    slugs.find(free).unwrap_or_else(|| wanted.clone())
}

pub(crate) fn apply_described(state: &mut State, at: &Recorded, event: &DescribeTopic) {
    let slug = address(state, event);
    let place = (event.description.dimension, slug.clone());
    state.topic_slugs.insert(place, event.topic);
    let topic = Arc::make_mut(state.topics.entry(event.topic).or_default());
    let since = event.since.unwrap_or(Dated::day_known(at.on));
    let description = Arc::new(event.description.clone());
    topic
        .descriptions
        .insert(at.on, at.position, (since, description));
    topic.slugs.insert(at.on, at.position, slug);
}

/// What the rules ask.
impl State {
    pub(crate) fn dimension_of(&self, id: TopicId) -> Option<Dimension> {
        // A topic's dimension never changes, so any of its descriptions tells.
        self.topics
            .get(&id)?
            .descriptions
            .entries()
            .first()
            .map(|e| e.value.1.dimension)
    }
}

/// Whether two names are one to whoever reads them: capitals and the spaces around them make no other.
fn is_alike(one: &Text, other: &Text) -> bool {
    let plain = |text: &Text| Some(text.as_str()?.trim().to_lowercase());
    plain(one).is_some() && plain(one) == plain(other)
}
