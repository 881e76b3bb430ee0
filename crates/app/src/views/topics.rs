//! What the goals stand under: processes, target groups and core values, as lists and each
//! on its own page.

use super::bodies::BodyLink;
use super::documents::{DocumentLink, in_order};
use super::element_links::{ElementLink, is_of_the_year};
use super::frame::{Found, Frame, SourceLink, add_sources, current_model, source_link};
use super::judgement::{Judgement, judgements};
use jiff::civil::Date;
use riktning_domain::assessments::Subject;
use riktning_domain::ids::{ElementId, TopicId};
use riktning_domain::indicators::Interpretation;
use riktning_domain::models::Purpose;
use riktning_domain::published::{PublicElement, PublicModel, Thing};
use riktning_domain::threads::ThreadEnd;
use riktning_domain::topics::{Dimension, TopicDescription};
use riktning_domain::{Names, Period, Published, Slug, Text};
use std::collections::BTreeSet;

/// A topic in a list or as a link.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicLink {
    /// Its dimension: decides whether it has a page.
    pub dimension: Dimension,
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub names: Names,
    /// What it means, in a sentence.
    pub meaning: Option<Text>,
    /// The body that owns it.
    pub owner: Option<BodyLink>,
    /// Whether the link to it is our reading.
    pub interpretation: Interpretation,
}

/// A list of the topics of one dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Topics {
    /// What every page knows.
    pub frame: Frame,
    /// Which dimension.
    pub dimension: Dimension,
    /// The topics that are no part of another, each with its parts.
    pub topics: Vec<(TopicLink, Vec<TopicLink>)>,
    /// Where they were found.
    pub sources: Vec<SourceLink>,
}

/// What the page of a process or a target group knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// What every page knows.
    pub frame: Frame,
    /// The topic itself.
    pub link: TopicLink,
    /// The topic that it is a part of.
    pub parent: Option<TopicLink>,
    /// Its last day, if it has been said.
    pub last_day: Option<Date>,
    /// Whether that is over on the day.
    pub has_ended: bool,
    /// Its parts.
    pub parts: Vec<TopicLink>,
    /// The goal period that the goals are of.
    pub period: Option<Period>,
    /// The goals that stand under it: process goals of a process, every goal of a target group.
    pub goals: Vec<GoalUnder>,
    /// The commitments of the day in it; of a target group, those of its goals too.
    pub commitments: Vec<ElementLink>,
    /// The documents that govern it.
    pub documents: Vec<DocumentLink>,
    /// How it was judged, the latest first.
    pub judgements: Vec<Judgement>,
    /// Where it was found.
    pub sources: Vec<SourceLink>,
}

/// A goal on the page of a process or a target group.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalUnder {
    /// The goal.
    pub link: ElementLink,
    /// Its part of an address.
    pub slug: String,
    /// How a process goal, which has no page of its own, was judged: the latest first.
    pub judgements: Vec<Judgement>,
    /// The documents and laws that such a goal rests on.
    pub rests_on: Vec<DocumentLink>,
}

impl GoalUnder {
    fn of(p: Published<'_>, goal: &PublicElement<'_>) -> GoalUnder {
        let is_here = goal.level().purpose == Purpose::ProcessGoal;
        let judged = judgements(p, Subject::Element(goal.id())).into_iter();
        GoalUnder {
            link: ElementLink::of(p, goal),
            slug: goal.slug().to_string(),
            judgements: judged.filter(|_| is_here).collect(),
            rests_on: match is_here {
                true => super::goal::rests_on(p, goal.id()),
                false => Vec::new(),
            },
        }
    }
}

/// A topic before it was described.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicNotYet {
    /// What every page knows.
    pub frame: Frame,
    /// Its dimension.
    pub dimension: Dimension,
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub names: Names,
    /// From which day it is described.
    pub since: Date,
}

impl TopicLink {
    pub(crate) fn of(
        p: Published<'_>,
        id: TopicId,
        interpretation: Interpretation,
    ) -> Option<TopicLink> {
        let topic = p.topic(id)?;
        Some(TopicLink {
            dimension: topic.dimension,
            slug: p.topic_slug(id)?.to_string(),
            names: topic.names.clone(),
            meaning: topic.meaning.clone(),
            owner: topic.owner.and_then(|owner| BodyLink::by_id(p, owner)),
            interpretation,
        })
    }

    fn stated(p: Published<'_>, id: TopicId) -> Option<TopicLink> {
        TopicLink::of(p, id, Interpretation::Stated)
    }
}

/// The topics of a dimension that are parts of one.
fn parts(p: Published<'_>, dimension: Dimension, of: TopicId) -> Vec<TopicLink> {
    // One that has ended is told of with the parts that it had.
    let has_ended = p.topic(of).is_some_and(|whole| !whole.lasts(p.day()));
    let topics = p.topics_from(dimension, Date::MIN).into_iter();
    let topics = topics.filter(|(_, topic)| has_ended || topic.lasts(p.day()));
    let parts = topics.filter(|(_, topic)| topic.parent == Some(of));
    parts
        .filter_map(|(id, _)| TopicLink::stated(p, id))
        .collect()
}

impl Topics {
    /// The topics of a dimension on the lens's day.
    pub fn of(p: Published<'_>, dimension: Dimension) -> Topics {
        let all = p.topics(dimension);
        // A part of a topic of another dimension stands for itself here.
        let is_top = |topic: &TopicDescription| {
            let above = topic.parent.and_then(|id| p.topic(id));
            above.is_none_or(|above| above.dimension != dimension)
        };
        let mut sources = Vec::new();
        for (_, topic) in &all {
            add_sources(&mut sources, topic.source.and_then(|s| source_link(p, s)));
        }
        let tops = all.iter().filter(|(_, topic)| is_top(topic));
        let topics = tops.filter_map(|(id, _)| {
            let link = TopicLink::stated(p, *id)?;
            Some((link, parts(p, dimension, *id)))
        });
        Topics {
            frame: Frame::of(p),
            dimension,
            topics: topics.collect(),
            sources,
        }
    }
}

impl Topic {
    /// The topic of a dimension with an address.
    pub fn of(p: Published<'_>, dimension: Dimension, slug: &str) -> Found<Topic, TopicNotYet> {
        let Some(slug) = Slug::parse(slug) else {
            return Found::Nowhere;
        };
        let Some(id) = p.topic_at(dimension, &slug) else {
            return Found::Nowhere;
        };
        let Some(link) = TopicLink::stated(p, id) else {
            let later = TopicLink::stated(p.as_of_today(), id).zip(p.topic_since(id));
            return later.map_or(Found::Nowhere, |(later, since)| {
                Found::NotYet(TopicNotYet {
                    frame: Frame::of(p),
                    dimension,
                    slug: later.slug,
                    names: later.names,
                    since,
                })
            });
        };
        if link.slug != slug.to_string() {
            return Found::Moved(link.slug);
        }
        Found::Here(Topic::here(p, id, link))
    }

    fn here(p: Published<'_>, id: TopicId, link: TopicLink) -> Topic {
        let dimension = link.dimension;
        let topic = p.topic(id);
        let model = current_model(p);
        let elements = model.map(|m| Under::of(p, &m, id)).unwrap_or_default();
        let all = elements.goals.iter().chain(&elements.commitments);
        let things = all.map(|element| Thing::Element(element.id()));
        let frame = Frame::about(p, things.chain([Thing::Topic(id)]));
        let standing = |all: Vec<PublicElement<'_>>| {
            let all = all.iter().map(|element| ElementLink::of(p, element));
            all.collect()
        };
        let governs = |d: &riktning_domain::published::PublicDocument<'_>| {
            d.wording.governs.iter().any(|placed| placed.topic == id)
        };
        let documents = p.documents().filter(governs);
        let documents = documents.map(|d| DocumentLink::of_document(&d)).collect();
        let source = topic.and_then(|t| t.source).and_then(|s| source_link(p, s));
        Topic {
            frame,
            last_day: topic.and_then(|topic| topic.last_day),
            has_ended: topic.is_some_and(|topic| !topic.lasts(p.day())),
            parent: topic
                .and_then(|t| t.parent)
                .and_then(|above| TopicLink::stated(p, above)),
            parts: parts(p, dimension, id),
            period: model.map(|m| m.definition.period),
            goals: elements
                .goals
                .iter()
                .map(|goal| GoalUnder::of(p, goal))
                .collect(),
            commitments: standing(elements.commitments),
            documents: in_order(documents),
            judgements: judgements(p, Subject::Topic(id)),
            sources: source.into_iter().collect(),
            link,
        }
    }
}

/// The elements of a model that stand under a topic or one of its parts.
#[derive(Default)]
struct Under<'a> {
    goals: Vec<PublicElement<'a>>,
    commitments: Vec<PublicElement<'a>>,
}

impl<'a> Under<'a> {
    fn of(p: Published<'a>, model: &PublicModel<'a>, id: TopicId) -> Under<'a> {
        let dimension = p.topic(id).map(|topic| topic.dimension);
        let within: BTreeSet<TopicId> = dimension
            .map(|dimension| p.topics_from(dimension, Date::MIN))
            .unwrap_or_default()
            .into_iter()
            .filter(|(part, topic)| *part == id || topic.parent == Some(id))
            .map(|(part, _)| part)
            .collect();
        let placed = |element: &PublicElement<'_>| {
            let mut topics = element.topics().iter();
            topics.any(|placed| within.contains(&placed.topic))
        };
        let standing = |wanted: &dyn Fn(Purpose, Period) -> bool| {
            let mut all = p.elements_where(model.id, |l, of| wanted(l.purpose, of));
            all.retain(|element| element.withdrawn().is_none());
            all.sort_by_key(|element| (element.drafted(), element.id()));
            all
        };
        let mut goals = standing(&|purpose, _| {
            matches!(purpose, Purpose::ProcessGoal | Purpose::StrategicGoal)
        });
        goals.retain(|goal| placed(goal));
        // A process has the work of its process goals. Who the work is for is said of goals alone, so
        // a target group has that of every goal which is about it.
        let of_every_goal = dimension == Some(Dimension::TargetGroup);
        let served: BTreeSet<ElementId> = goals
            .iter()
            .filter(|goal| of_every_goal || goal.level().purpose == Purpose::ProcessGoal)
            .map(PublicElement::id)
            .collect();
        let serves = |element: &PublicElement<'_>| {
            let mut ends = p.supports(element.id()).into_iter();
            ends.any(|(end, _)| matches!(end, ThreadEnd::Element(id) if served.contains(&id)))
        };
        let mut commitments =
            standing(&|purpose, of| is_of_the_year(purpose) && of.contains(p.day()));
        commitments.retain(|e| placed(e) || serves(e));
        Under { goals, commitments }
    }
}
