//! The strategic direction of a period: its goals in two perspectives.

use super::frame::{
    DirectionLink, Found, Frame, GoalLink, SourceLink, TopicName, source_link, topic_name,
};
use super::notes::{self, NoteLine};
use super::quashed::QuashedDecision;
use riktning_domain::ids::TopicId;
use riktning_domain::indicators::Interpretation;
use riktning_domain::models::Purpose;
use riktning_domain::notes::About;
use riktning_domain::published::{PublicElement, PublicModel, QuashedElement, Thing};
use riktning_domain::topics::Dimension;
use riktning_domain::{Dated, Names, Period, Published, Text};

/// What the page of a period knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Direction {
    /// What every page knows.
    pub frame: Frame,
    /// The goal period, which is also the address.
    pub period: Period,
    /// Whether no source gives the years of the period.
    pub period_not_found: bool,
    /// What the direction is called.
    pub names: Names,
    /// From which day it was in force.
    pub in_force: Dated,
    /// What a reader must know of it.
    pub note: Option<Text>,
    /// Where it was found.
    pub source: Option<SourceLink>,
    /// The perspectives with their goals.
    pub perspectives: Vec<Perspective>,
    /// Goals that stand in no perspective.
    pub unplaced: Vec<GoalLink>,
    /// The decisions on its goals that a court has quashed.
    pub quashed: Vec<QuashedDecision>,
    /// The years of the period that have an annual plan to show: those that have begun.
    pub years: Vec<i16>,
    /// What sources say of it beside the facts.
    pub notes: Vec<NoteLine>,
    /// The periods before and after.
    pub before: Option<DirectionLink>,
    /// The period after, if it was in force by the day.
    pub after: Option<DirectionLink>,
}

/// The direction before it was in force.
#[derive(Clone, Debug, PartialEq)]
pub struct DirectionNotYet {
    /// What every page knows.
    pub frame: Frame,
    /// The goal period.
    pub period: Period,
    /// What the direction is called.
    pub names: Names,
    /// From which day it is in force.
    pub in_force: Dated,
}

/// A perspective with its goals.
#[derive(Clone, Debug, PartialEq)]
pub struct Perspective {
    /// The perspective.
    pub topic: TopicName,
    /// Goals that stand directly in it.
    pub goals: Vec<GoalLink>,
    /// Its parts (process quality, employees, economy), each with the goals that stand in it.
    pub parts: Vec<(TopicName, Vec<GoalLink>)>,
}

impl Direction {
    /// The direction of a period.
    pub fn of(p: Published<'_>, period: Period) -> Found<Direction, DirectionNotYet> {
        let Some(model) = p.model_of(period) else {
            return DirectionNotYet::of(p, period).map_or(Found::Nowhere, Found::NotYet);
        };
        let (perspectives, unplaced) = perspectives(p, &model);
        let quashed = quashed_goals(p, &model);
        let gone = quashed.iter().map(|goal| goal.id);
        let things = goals(p, &model).into_iter().map(|goal| goal.id());
        let things = things.chain(gone).map(Thing::Element);
        let models = p.models();
        let place = models.iter().position(|m| m.id == model.id);
        let near = |place: Option<usize>| {
            place
                .and_then(|i| models.get(i))
                .map(|m| DirectionLink::of(p, m))
        };
        Found::Here(Direction {
            frame: Frame::about(p, things.chain([Thing::Model(model.id)])),
            period,
            period_not_found: model.definition.period_not_found,
            names: model.definition.names.clone(),
            in_force: model.in_force,
            note: model.definition.note.clone(),
            source: model.definition.source.and_then(|s| source_link(p, s)),
            perspectives,
            unplaced,
            quashed: QuashedDecision::all(p, &quashed, &[]),
            years: (period.first_day().year()..=period.last_day().year()).collect(),
            notes: notes::about(p, About::Model(model.id)),
            // The latest period comes first in the list.
            before: near(place.map(|i| i + 1)),
            after: near(place.and_then(|i| i.checked_sub(1))),
        })
    }
}

impl DirectionNotYet {
    /// The direction of a period, if it came into force after the day.
    pub(crate) fn of(p: Published<'_>, period: Period) -> Option<DirectionNotYet> {
        let later = p.as_of_today().model_of(period)?;
        Some(DirectionNotYet {
            frame: Frame::of(p),
            period,
            names: later.definition.names.clone(),
            in_force: later.in_force,
        })
    }
}

/// The strategic goals of a model that no decision has withdrawn, in the order in which
/// they were written down: the order of the decision or the source.
pub(crate) fn goals<'a>(p: Published<'a>, model: &PublicModel<'a>) -> Vec<PublicElement<'a>> {
    let mut goals = p.elements_where(model.id, |l, _| l.purpose == Purpose::StrategicGoal);
    goals.retain(|goal| goal.withdrawn().is_none());
    goals.sort_by_key(|goal| (goal.drafted(), goal.id()));
    goals
}

/// The strategic goals of a model that nothing holds up any more.
pub(super) fn quashed_goals<'a>(
    p: Published<'a>,
    model: &PublicModel<'_>,
) -> Vec<QuashedElement<'a>> {
    p.quashed_where(model.id, |level, _| level.purpose == Purpose::StrategicGoal)
}

/// The perspectives with the goals that stand in each, and the goals that stand in none.
pub(crate) fn perspectives(
    p: Published<'_>,
    model: &PublicModel<'_>,
) -> (Vec<Perspective>, Vec<GoalLink>) {
    let topics = p.topics_from(Dimension::Perspective, model.definition.period.first_day());
    let mut unplaced: Vec<PublicElement<'_>> = goals(p, model);
    let mut take = |topic: TopicId| -> Vec<GoalLink> {
        let stands = |goal: &PublicElement<'_>| goal.topics().iter().any(|t| t.topic == topic);
        let (here, rest) = unplaced.iter().partition::<Vec<_>, _>(|goal| stands(goal));
        unplaced = rest;
        here.iter().map(|goal| GoalLink::of(p, goal)).collect()
    };
    let stated = Interpretation::Stated;
    let mut found = Vec::new();
    for (id, _) in topics.iter().filter(|(_, t)| t.parent.is_none()) {
        let parts: Vec<_> = topics
            .iter()
            .filter(|(_, t)| t.parent == Some(*id))
            .filter_map(|(part, _)| Some((topic_name(p, *part, stated)?, take(*part))))
            .collect();
        let Some(topic) = topic_name(p, *id, stated) else {
            continue;
        };
        found.push(Perspective {
            topic,
            goals: take(*id),
            parts,
        });
    }
    let unplaced = unplaced.iter().map(|goal| GoalLink::of(p, goal)).collect();
    (found, unplaced)
}
