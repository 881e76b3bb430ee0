//! An indicator's page, and the list of them.

use super::chart::Series;
use super::frame::{Found, Frame, SourceLink, add_sources, body_name, source_link};
use super::goal::IndicatorCard;
use super::notes::{self, NoteLine};
use riktning_domain::indicators::{Frequency, Interpretation};
use riktning_domain::models::Purpose;
use riktning_domain::notes::About;
use riktning_domain::published::{PublicIndicator, Thing};
use riktning_domain::{Names, Period, Published, Slug, Text};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What an indicator's page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// What every page knows.
    pub frame: Frame,
    /// Its part of the address.
    pub slug: String,
    /// The figures.
    pub series: Series,
    /// What is measured and how.
    pub description: Option<Text>,
    /// What a reader must know.
    pub note: Option<Text>,
    /// How often figures come.
    pub frequency: Option<Frequency>,
    /// The body that answers for the figures: name and address.
    pub responsible: Option<(Names, String)>,
    /// Where the definition was found.
    pub source: Option<SourceLink>,
    /// What sources say that its class is.
    pub class: Vec<NoteLine>,
    /// The goals that it serves.
    pub serves: Vec<Served>,
    /// Every source of its figures, once each.
    pub sources: Vec<SourceLink>,
    /// Whether other municipalities' figures of it are known.
    pub is_compared: bool,
}

/// A goal that an indicator serves.
#[derive(Clone, Debug, PartialEq)]
pub struct Served {
    /// The goal's period.
    pub period: Period,
    /// The goal's part of the address.
    pub slug: String,
    /// What the goal says.
    pub title: Text,
    /// Whether the link is our reading.
    pub interpretation: Interpretation,
}

/// An indicator before its definition stood.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorNotYet {
    /// What every page knows.
    pub frame: Frame,
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub names: Names,
    /// From which day it is there.
    pub since: jiff::civil::Date,
}

/// The list of indicators.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicators {
    /// What every page knows.
    pub frame: Frame,
    /// Every indicator on the day, by the goal that it serves: those of the latest period first, and
    /// last those that serve none. The page puts each group in its own language's order.
    pub groups: Vec<(Option<Served>, Vec<IndicatorCard>)>,
    /// What sources say that each class of indicators is.
    pub classes: Vec<NoteLine>,
    /// With whom the municipality compares itself, and in which surveys.
    pub comparisons: Vec<NoteLine>,
}

impl Indicator {
    /// The indicator with an address.
    pub fn of(p: Published<'_>, slug: &str) -> Found<Indicator, IndicatorNotYet> {
        let Some(slug) = Slug::parse(slug) else {
            return Found::Nowhere;
        };
        let Some(indicator) = p.indicator_at(&slug) else {
            let Some(later) = p.as_of_today().indicator_at(&slug) else {
                return Found::Nowhere;
            };
            return Found::NotYet(IndicatorNotYet {
                frame: Frame::of(p),
                slug: later.slug.to_string(),
                names: later.definition.names.clone(),
                since: later.since(),
            });
        };
        if *indicator.slug != slug {
            return Found::Moved(indicator.slug.to_string());
        }
        let definition = indicator.definition;
        let series = Series::of(p, &indicator);
        let mut sources = Vec::new();
        add_sources(
            &mut sources,
            definition.source.and_then(|s| source_link(p, s)),
        );
        add_sources(&mut sources, series.sources());
        let mut serves: Vec<_> = goals_of(p, &indicator)
            .into_iter()
            .map(|(_, g)| g)
            .collect();
        serves.sort_by_key(|goal| (Reverse(goal.period), goal.slug.clone()));
        Found::Here(Indicator {
            frame: Frame::about(p, indicator_and_parts(&indicator)),
            slug: slug.to_string(),
            series,
            description: definition.description.clone(),
            note: definition.note.clone(),
            frequency: definition.frequency,
            responsible: definition.responsible.and_then(|id| body_name(p, id)),
            source: definition.source.and_then(|s| source_link(p, s)),
            class: notes::about(p, About::Class(definition.class)),
            serves,
            sources,
            is_compared: !p.comparisons_of(indicator.id).is_empty(),
        })
    }
}

/// What its page is about: the figures of its parts are in its own.
fn indicator_and_parts(indicator: &PublicIndicator<'_>) -> impl Iterator<Item = Thing> {
    let parts = indicator.worked_out_of().into_iter();
    parts.chain([indicator.id]).map(Thing::Indicator)
}

impl Indicators {
    /// Every indicator on the lens's day.
    pub fn of(p: Published<'_>) -> Indicators {
        let mut groups: BTreeMap<Place, (Option<Served>, Vec<IndicatorCard>)> = BTreeMap::new();
        for indicator in p.indicators() {
            let series = Series::of(p, &indicator);
            let card = IndicatorCard::of(&indicator, &series, Interpretation::Stated);
            let goals = goals_of(p, &indicator).into_iter();
            let goal = goals.min_by_key(|(place, _)| *place);
            let (place, goal) = match goal {
                Some((place, goal)) => (Place::Goal(place), Some(goal)),
                None => (Place::NoGoal, None),
            };
            let group = groups.entry(place).or_insert((goal, Vec::new()));
            group.1.push(card);
        }
        Indicators {
            frame: Frame::about(p, p.indicators().map(|i| Thing::Indicator(i.id))),
            groups: groups.into_values().collect(),
            classes: notes::classes(p),
            comparisons: notes::about(p, About::Comparisons),
        }
    }
}

/// Where a group stands in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// By the goal's period, the latest first, and its number.
    Goal((Reverse<Period>, u32)),
    NoGoal,
}

/// The strategic goals that an indicator serves, each with its place among all.
fn goals_of(
    p: Published<'_>,
    indicator: &PublicIndicator<'_>,
) -> Vec<((Reverse<Period>, u32), Served)> {
    let serves = indicator.serves().into_iter();
    let goals = serves.filter_map(|(id, _, interpretation)| {
        let goal = p.element(id)?;
        let period = goal.model().definition.period;
        let served = Served {
            period,
            slug: goal.slug().to_string(),
            title: goal.text().clone(),
            interpretation,
        };
        let is_goal = goal.level().purpose == Purpose::StrategicGoal;
        is_goal.then_some(((Reverse(period), goal.number()), served))
    });
    goals.collect()
}
