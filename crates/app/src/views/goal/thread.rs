//! The red thread of a goal: up to the vision by both ways, sideways to what it rests on, and
//! down to what is done.

use crate::views::documents::{self, DocumentLink};
use crate::views::element_links::ElementPage;
use crate::views::frame::{
    DecisionRef, TopicName, VerdictMark, body_name, decision_ref, topic_name,
};
use crate::views::ways::{called_below, has_processes};
use riktning_domain::ids::ElementId;
use riktning_domain::indicators::Interpretation;
use riktning_domain::models::Purpose;
use riktning_domain::published::PublicElement;
use riktning_domain::threads::ThreadEnd;
use riktning_domain::topics::Dimension;
use riktning_domain::{Dated, Figure, Names, Period, Published, Text};
use std::collections::BTreeSet;

/// The red thread of a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread {
    /// The visions that it supports.
    pub visions: Vec<VisionLink>,
    /// The process goals that what supports it serves as well: the other way up.
    pub process_goals: Vec<ProcessGoal>,
    /// The documents and laws that it rests on: sideways.
    pub rests_on: Vec<DocumentLink>,
    /// The elements that support it, level by level.
    pub below: Vec<Branch>,
    /// Whether its model has a level below that should support it. If so and `below` is
    /// empty, the page says that none was found.
    pub expects_below: bool,
    /// Whether its model knows of processes: then what is done may go that way up, too.
    pub has_processes: bool,
}

/// A process goal on the other way up to the vision.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcessGoal {
    /// What the municipality calls its level.
    pub level: Names,
    /// What it says.
    pub title: Text,
    /// Its period.
    pub period: Period,
    /// Where it is told of.
    pub page: Option<ElementPage>,
    /// The processes that it stands under.
    pub processes: Vec<TopicName>,
    /// The documents and laws that it rests on.
    pub rests_on: Vec<DocumentLink>,
}

/// A vision that the thread reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct VisionLink {
    /// What it is called.
    pub title: Text,
    /// Its horizon, a year.
    pub horizon: Option<i16>,
    /// Whether the link is our reading.
    pub interpretation: Interpretation,
}

/// An element that supports the one above it.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// Where it is told of, if it has a page.
    pub page: Option<ElementPage>,
    /// What its level is for.
    pub purpose: Purpose,
    /// What the municipality calls its level.
    pub level: Names,
    /// What it says.
    pub title: Text,
    /// Its period.
    pub period: Period,
    /// The body that owns it: name and address.
    pub owner: Option<(Names, String)>,
    /// Whether a source says that it supports the one above, or we read it so.
    pub link_interpretation: Interpretation,
    /// Names of the process goals or other elements that it serves beside this goal.
    pub also_serves: Vec<Text>,
    /// The processes that it stands under.
    pub processes: Vec<TopicName>,
    /// The latest decided verdict.
    pub verdict: Option<VerdictMark>,
    /// Whether its period is over on the day.
    pub over: bool,
    /// Struck out: a decision withdrew it.
    pub withdrawn: Option<DecisionRef>,
    /// Due day.
    pub due: Option<Dated>,
    /// What must be reached: a quantity with its unit, or a condition in words.
    pub quantity: Option<(Figure, Text)>,
    /// A testable condition.
    pub condition: Option<Text>,
    /// What supports it in turn.
    pub below: Vec<Branch>,
    /// Whether its level expects something below.
    pub expects_below: bool,
}

impl Thread {
    pub(super) fn of(p: Published<'_>, goal: &PublicElement<'_>) -> Thread {
        Thread {
            visions: visions_of(p, goal),
            rests_on: rests_on(p, goal.id()),
            process_goals: process_goals(p, goal),
            below: branches(p, goal, goal.text()),
            expects_below: expects_below(goal),
            has_processes: has_processes(&goal.model()),
        }
    }
}

/// The documents and laws that an element rests on.
pub(crate) fn rests_on(p: Published<'_>, id: ElementId) -> Vec<DocumentLink> {
    let supports = p.supports(id).into_iter();
    let links = supports.filter_map(|(end, ours)| match end {
        ThreadEnd::Document(id) => DocumentLink::of(p, id, ours),
        ThreadEnd::Element(_) | ThreadEnd::Vision(_) => None,
    });
    documents::in_order(links.collect())
}

/// The visions that an element supports.
pub(crate) fn visions_of(p: Published<'_>, element: &PublicElement<'_>) -> Vec<VisionLink> {
    let supports = p.supports(element.id());
    let visions = supports.iter().filter_map(|(end, ours)| match end {
        ThreadEnd::Element(_) | ThreadEnd::Document(_) => None,
        ThreadEnd::Vision(id) => {
            let vision = p.vision(*id)?;
            Some(VisionLink {
                title: vision.wording.title.clone(),
                horizon: vision.wording.horizon,
                interpretation: *ours,
            })
        }
    });
    visions.collect()
}

/// The process goals that the elements below a goal serve, once each. A commitment serves a
/// process goal whether or not it serves a strategic goal; both ways hold at the same time.
fn process_goals(p: Published<'_>, goal: &PublicElement<'_>) -> Vec<ProcessGoal> {
    let below = p.supported_by(goal.id());
    let ends = below.iter().flat_map(|element| p.supports(element.id()));
    let ids: BTreeSet<ElementId> = ends
        .filter_map(|(end, _)| match end {
            ThreadEnd::Element(id) => Some(id),
            ThreadEnd::Vision(_) | ThreadEnd::Document(_) => None,
        })
        .collect();
    let mut goals: Vec<_> = ids
        .into_iter()
        .filter_map(|id| p.element(id))
        .filter(|element| element.level().purpose == Purpose::ProcessGoal)
        .collect();
    goals.sort_by_key(|element| (element.drafted(), element.id()));
    goals
        .iter()
        .map(|element| ProcessGoal {
            level: element.level().names.clone(),
            title: element.text().clone(),
            period: element.period(),
            page: ElementPage::of(p, element),
            processes: topics_of(p, element, Dimension::Process),
            rests_on: rests_on(p, element.id()),
        })
        .collect()
}

/// The topics of a dimension that an element stands under.
pub(crate) fn topics_of(
    p: Published<'_>,
    element: &PublicElement<'_>,
    dimension: Dimension,
) -> Vec<TopicName> {
    let topics = element.topics().iter();
    let topics = topics.filter_map(|t| topic_name(p, t.topic, t.interpretation));
    topics.filter(|t| t.dimension == dimension).collect()
}

/// The elements that support one. Threads have no circles, so this ends.
pub(crate) fn branches(p: Published<'_>, above: &PublicElement<'_>, goal: &Text) -> Vec<Branch> {
    p.supported_by(above.id())
        .iter()
        .map(|element| Branch::of(p, element, above, goal))
        .collect()
}

impl Branch {
    fn of(
        p: Published<'_>,
        element: &PublicElement<'_>,
        above: &PublicElement<'_>,
        goal: &Text,
    ) -> Branch {
        let others = p
            .supports(element.id())
            .into_iter()
            .filter_map(|(end, _)| match end {
                ThreadEnd::Element(id) if id != above.id() => p.element(id),
                ThreadEnd::Element(_) | ThreadEnd::Vision(_) | ThreadEnd::Document(_) => None,
            });
        let link = ThreadEnd::Element(above.id());
        let supports = p.supports(element.id()).into_iter();
        let mut link = supports
            .filter(|(end, _)| *end == link)
            .map(|(_, ours)| ours);
        Branch {
            link_interpretation: link.next_back().unwrap_or(Interpretation::Stated),
            page: ElementPage::of(p, element),
            purpose: element.level().purpose,
            level: element.level().names.clone(),
            title: element.text().clone(),
            period: element.period(),
            owner: element.owner().and_then(|id| body_name(p, id)),
            also_serves: others
                .map(|e| e.text().clone())
                .filter(|t| t != goal)
                .collect(),
            processes: topics_of(p, element, Dimension::Process),
            verdict: VerdictMark::latest(p, element),
            over: element.is_over(p.day()),
            withdrawn: element.withdrawn().and_then(|id| decision_ref(p, id)),
            due: element.due(),
            quantity: element.quantity().map(|q| (q.value, q.unit.clone())),
            condition: element.condition().cloned(),
            below: branches(p, element, goal),
            expects_below: expects_below(element),
        }
    }
}

/// Whether the model has a level whose elements support this one's.
fn expects_below(element: &PublicElement<'_>) -> bool {
    called_below(element).is_some()
}
