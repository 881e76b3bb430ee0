//! The topics that models use: perspectives, values, processes with their owners, target groups.
//! They outlive models, so what one is called is the same on the pages of every period.

use super::edit::{Unshaped, unperformed};
use crate::app::App;
use crate::work::looking::Looked;
use crate::work::organisation::everybody;
use crate::work::{WorkFrame, body};
use jiff::civil::Date;
use riktning_domain::command::Command;
use riktning_domain::ids::{BodyId, PersonId, TopicId};
use riktning_domain::topics::{DescribeTopic, Dimension, TopicDescription};
use riktning_domain::{Inside, Names, Published};
use std::collections::BTreeSet;

/// The dimensions in the order in which they are shown.
const DIMENSIONS: [Dimension; 7] = [
    Dimension::Perspective,
    Dimension::ValueCreated,
    Dimension::Process,
    Dimension::TargetGroup,
    Dimension::CoreValue,
    Dimension::Agenda2030,
    Dimension::Area,
];

/// A topic in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicRow {
    /// Which topic.
    pub id: TopicId,
    /// What it is called.
    pub names: Names,
    /// What it is a part of.
    pub part_of: Option<Names>,
    /// The body that owns it.
    pub owner: Option<Names>,
    /// Its last day, if it has been said.
    pub last_day: Option<Date>,
}

/// All topics, by dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Topics {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The dimensions with their topics.
    pub dimensions: Vec<(Dimension, Vec<TopicRow>)>,
}

impl Topics {
    /// The topics that whoever reads may describe; none for whoever describes none.
    pub fn of(i: Inside<'_>) -> Option<Topics> {
        let p = i.published();
        let own = DIMENSIONS.into_iter().filter(|own| i.describes(*own));
        let dimensions: Vec<_> = own.map(|own| (own, rows(p, own))).collect();
        (!dimensions.is_empty()).then(|| Topics {
            frame: WorkFrame::of(i),
            dimensions,
        })
    }
}

/// The topics of a dimension, each followed by its parts.
fn rows(p: Published<'_>, dimension: Dimension) -> Vec<TopicRow> {
    let topics = p.topics_from(dimension, Date::MIN);
    let ids: BTreeSet<TopicId> = topics.iter().map(|(id, _)| *id).collect();
    let is_top = |topic: &TopicDescription| topic.parent.is_none_or(|above| !ids.contains(&above));
    let mut ordered = Vec::new();
    let mut next: Vec<TopicId> = topics
        .iter()
        .filter(|(_, t)| is_top(t))
        .map(|(id, _)| *id)
        .collect();
    next.reverse();
    while let Some(id) = next.pop() {
        ordered.push(id);
        let parts = topics.iter().rev().filter(|(_, t)| t.parent == Some(id));
        next.extend(parts.map(|(part, _)| *part));
    }
    let named = |id: TopicId| Some(p.topic(id)?.names.clone());
    let rows = ordered.into_iter().filter_map(|id| {
        let topic = p.topic(id)?;
        Some(TopicRow {
            id,
            names: topic.names.clone(),
            part_of: topic.parent.and_then(named),
            owner: topic.owner.and_then(|owner| Some(body(p, owner)?.0)),
            last_day: topic.last_day,
        })
    });
    rows.collect()
}

/// The form of one topic.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Its dimension.
    pub dimension: Dimension,
    /// What it is, if it is there already, and by which event.
    pub said: Option<(TopicDescription, u64)>,
    /// What it can be a part of.
    pub parents: Vec<(TopicId, Names)>,
    /// The bodies that can own it.
    pub owners: Vec<(BodyId, Names)>,
    /// How many goals and promises that residents read stand under it, and go on.
    pub stands: usize,
}

impl TopicForm {
    /// The form of a topic that there is, or of a new one of a dimension; none for whoever does not
    /// describe it.
    pub fn of(i: Inside<'_>, id: Result<TopicId, Dimension>) -> Option<TopicForm> {
        let p = i.published();
        let (dimension, said) = match id {
            Ok(id) => {
                let (topic, position) = i.topic_said(id)?;
                (topic.dimension, Some((topic.clone(), position)))
            }
            Err(dimension) => (dimension, None),
        };
        if !i.describes(dimension) {
            return None;
        }
        let own = id.ok();
        let stands = said.as_ref().and_then(|(topic, _)| topic.parent);
        let parents = above(dimension).iter();
        let parents = parents.flat_map(|of| p.topics_from(*of, Date::MIN));
        let parents = parents.filter(|(id, topic)| {
            // What it is a part of already stays to be chosen, also where that has ended.
            let is_offered = topic.lasts(p.day()) || Some(*id) == stands;
            Some(*id) != own && is_offered
        });
        let owners = everybody(p).into_iter().filter(|b| !b.has_ended());
        Some(TopicForm {
            frame: WorkFrame::of(i),
            dimension,
            said,
            parents: parents
                .map(|(id, topic)| (id, topic.names.clone()))
                .collect(),
            owners: owners.map(|b| (b.id, b.name.names.clone())).collect(),
            stands: own.map_or(0, |own| standing(p, own)),
        })
    }
}

/// How many elements of the periods that are not over stand under a topic.
fn standing(p: Published<'_>, topic: TopicId) -> usize {
    let models = p.models().into_iter();
    let elements =
        models.flat_map(|model| p.elements_where(model.id, |_, of| p.day() <= of.last_day()));
    let under = elements.filter(|element| {
        let goes_on = element.withdrawn().is_none() && element.closed().is_none();
        goes_on && element.topics().iter().any(|placed| placed.topic == topic)
    });
    under.count()
}

/// The dimensions whose topics one of a dimension can be a part of: a value lies under a perspective.
fn above(dimension: Dimension) -> &'static [Dimension] {
    match dimension {
        Dimension::Perspective => &[Dimension::Perspective],
        Dimension::ValueCreated => &[Dimension::Perspective, Dimension::ValueCreated],
        Dimension::Process => &[Dimension::Process],
        Dimension::TargetGroup => &[Dimension::TargetGroup],
        Dimension::CoreValue => &[Dimension::CoreValue],
        Dimension::Agenda2030 => &[Dimension::Agenda2030],
        Dimension::Area => &[Dimension::Area],
    }
}

impl App {
    /// Describes a topic, new or as it is to be called from today. `seen` is the event that the form
    /// was written after, none of a new one.
    ///
    /// # Errors
    /// [`Unshaped`]; then nothing was stored.
    pub async fn describe_topic(
        &self,
        person: PersonId,
        (topic, seen): (TopicId, Option<u64>),
        description: TopicDescription,
    ) -> Result<(), Unshaped> {
        let look = |i: Inside<'_>, _| {
            if !i.describes(description.dimension) {
                return Err(Unshaped::Nowhere);
            }
            match i.topic_said(topic) {
                // A second click is the first.
                Some((said, _)) if *said == description => return Ok(Looked::Stands(())),
                Some((_, position)) if Some(position) != seen => return Err(Unshaped::Changed),
                None if seen.is_some() => return Err(Unshaped::Nowhere),
                Some(_) | None => {}
            }
            let command = Command::DescribeTopic(DescribeTopic {
                topic,
                description: description.clone(),
                since: None,
            });
            Ok(Looked::Asks(vec![command], ()))
        };
        let failed = |(): &(), error| unperformed(error);
        self.perform_looked(person, look, failed).await
    }
}
