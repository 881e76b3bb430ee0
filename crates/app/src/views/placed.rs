//! Where the work of a year stands: in which perspective and in which process. Counted here
//! and nowhere else, so that no two pages tell of different numbers.

use super::element_links::ElementLink;
use jiff::civil::Date;
use riktning_domain::Published;
use riktning_domain::ids::TopicId;
use riktning_domain::models::Purpose;
use riktning_domain::published::PublicElement;
use riktning_domain::topics::Dimension;

/// An element with what it supports.
pub(crate) struct Placed<'a> {
    /// The element.
    pub(crate) element: PublicElement<'a>,
    above: Vec<PublicElement<'a>>,
}

impl<'a> Placed<'a> {
    pub(crate) fn of(p: Published<'a>, element: PublicElement<'a>) -> Placed<'a> {
        let above = p.above(&element);
        Placed { element, above }
    }

    /// What it supports.
    pub(crate) fn above(&self) -> &[PublicElement<'a>] {
        &self.above
    }

    /// It as a list shows it.
    pub(crate) fn link(&self, p: Published<'_>) -> ElementLink {
        ElementLink::under(p, &self.element, &self.above)
    }

    /// Whether it serves no strategic goal.
    pub(crate) fn is_without_goal(&self) -> bool {
        !self.above.iter().any(is_goal)
    }

    /// Whether it stands where `stands` says, by the strategic goals that it serves. What a
    /// source places itself and ties to no goal stands where the source places it.
    pub(crate) fn by_goals(&self, stands: impl Fn(&PublicElement<'a>) -> bool) -> bool {
        let mut goals = self.above.iter().filter(|e| is_goal(e));
        goals.any(&stands) || (self.is_without_goal() && stands(&self.element))
    }

    /// Whether it stands in a process, by itself or by the process goals that it serves.
    pub(crate) fn in_process(&self, process: &[TopicId]) -> bool {
        let mut goals = self.above.iter().filter(|e| is_process_goal(e));
        goals.any(|goal| stands_under(goal, process)) || stands_under(&self.element, process)
    }
}

fn is_goal(element: &PublicElement<'_>) -> bool {
    element.level().purpose == Purpose::StrategicGoal
}

fn is_process_goal(element: &PublicElement<'_>) -> bool {
    element.level().purpose == Purpose::ProcessGoal
}

/// Whether an element is placed under one of some topics.
pub(crate) fn stands_under(element: &PublicElement<'_>, topics: &[TopicId]) -> bool {
    let mut placed = element.topics().iter();
    placed.any(|placement| topics.contains(&placement.topic))
}

/// A topic and its parts.
pub(crate) fn with_parts(p: Published<'_>, dimension: Dimension, id: TopicId) -> Vec<TopicId> {
    let parts = p.topics_from(dimension, Date::MIN).into_iter();
    let parts = parts.filter(|(_, topic)| topic.parent == Some(id));
    parts.map(|(part, _)| part).chain([id]).collect()
}
