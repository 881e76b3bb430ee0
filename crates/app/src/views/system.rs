//! How the municipality is governed: the model, its levels and what each of them supports.

use super::frame::{
    Frame, SourceLink, TopicName, add_sources, current_model, source_link, topic_name,
};
use super::notes::{self, NoteLine};
use super::start::{Counts, Occasion, occasions};
use super::ways;
use riktning_domain::ids::TopicId;
use riktning_domain::indicators::Interpretation;
use riktning_domain::models::{Level, ModelDefinition, Purpose, Season, Shape, Upward};
use riktning_domain::notes::About;
use riktning_domain::published::PublicModel;
use riktning_domain::topics::Dimension;
use riktning_domain::{Names, Period, Published};

/// What levels are for, from the top.
const LEVELS: [Purpose; 3] = [
    Purpose::StrategicGoal,
    Purpose::ProcessGoal,
    Purpose::Commitment,
];

/// What *Så styrs kommunen* knows.
#[derive(Clone, Debug, PartialEq)]
pub struct System {
    /// What every page knows.
    pub frame: Frame,
    /// The direction's name and period.
    pub direction: Option<(Names, Period)>,
    /// The perspectives, each with its parts.
    pub perspectives: Vec<(TopicName, Vec<TopicName>)>,
    /// The overarching processes.
    pub processes: Vec<TopicName>,
    /// The core values of the organisation.
    pub core_values: Vec<TopicName>,
    /// The levels of the model, from the top.
    pub levels: Vec<LevelSummary>,
    /// Whether the levels' own lines go up by two ways at once.
    pub two_ways: bool,
    /// The latest decided occasions of follow-up, a year's worth, in the order of their days.
    pub occasions: Vec<Occasion>,
    /// The words of the verdicts on a goal, final and within the year, and their shapes, the
    /// best first.
    pub scale: Vec<(Names, Option<Names>, Shape)>,
    /// What sources say of the whole.
    pub notes: Vec<NoteLine>,
    /// What sources say of the processes.
    pub process_notes: Vec<NoteLine>,
    /// What sources say of commitments and other levels.
    pub level_notes: Vec<NoteLine>,
    /// The classes of indicators, as sources explain them.
    pub classes: Vec<NoteLine>,
    /// The words that sources give verdicts in, beside the scale of goals.
    pub scale_notes: Vec<NoteLine>,
    /// The days that sources tell of, by year, the latest first.
    pub calendar: Vec<(i16, Vec<NoteLine>)>,
    /// How many of each there are.
    pub counts: Counts,
    /// Where the description was found.
    pub sources: Vec<SourceLink>,
}

/// A level of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelSummary {
    /// What it is for.
    pub purpose: Purpose,
    /// What the municipality calls it.
    pub names: Names,
    /// What it supports, and whether that is required.
    pub supports: Vec<(Above, bool)>,
    /// Whether what it supports is our reading, and not the model's word.
    pub interpretation: Interpretation,
    /// Whether it is written in a plan for a year.
    pub is_planned: bool,
    /// Its place in the year.
    pub seasons: Vec<Season>,
    /// How many published elements hold on the day.
    pub count: usize,
}

/// What a level supports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Above {
    /// The vision.
    Vision,
    /// Another level, by its place among the levels.
    Level(usize),
    /// A topic of a dimension: a perspective, a process.
    Topic(Dimension),
}

impl System {
    /// How the municipality is governed on the lens's day.
    pub fn of(p: Published<'_>) -> System {
        let model = current_model(p);
        let named = |dimension: Dimension| p.topics(dimension);
        let name = |id: TopicId| topic_name(p, id, Interpretation::Stated);
        let all_perspectives = named(Dimension::Perspective);
        let values = named(Dimension::ValueCreated);
        // The parts of the outward perspective are the values created, those of the inward
        // one perspectives of their own; both lie under their perspective.
        let parts_of = |parent: TopicId| {
            let parts = all_perspectives.iter().chain(&values);
            let parts = parts.filter(|(_, t)| t.parent == Some(parent));
            parts.filter_map(|(id, _)| name(*id)).collect::<Vec<_>>()
        };
        let tops = all_perspectives.iter().filter(|(_, t)| t.parent.is_none());
        let perspectives = tops
            .filter_map(|(id, _)| Some((name(*id)?, parts_of(*id))))
            .collect();
        let names_of = |dimension: Dimension| {
            let top = named(dimension)
                .into_iter()
                .filter(|(_, t)| t.parent.is_none());
            top.filter_map(|(id, _)| name(id)).collect()
        };
        let definition = model.as_ref().map(|m| m.definition);
        let mut sources = Vec::new();
        add_sources(
            &mut sources,
            definition
                .and_then(|d| d.source)
                .and_then(|s| source_link(p, s)),
        );
        for dimension in [
            Dimension::Perspective,
            Dimension::Process,
            Dimension::CoreValue,
        ] {
            let described = named(dimension).into_iter().filter_map(|(_, t)| t.source);
            add_sources(&mut sources, described.filter_map(|s| source_link(p, s)));
        }
        System {
            frame: Frame::of(p),
            direction: definition.map(|d| (d.names.clone(), d.period)),
            perspectives,
            processes: names_of(Dimension::Process),
            core_values: names_of(Dimension::CoreValue),
            two_ways: model.as_ref().is_some_and(ways::two_are_drawn),
            levels: model.as_ref().map(|m| levels(p, m)).unwrap_or_default(),
            occasions: latest_occasions(p, model.as_ref()),
            scale: definition.map(scale).unwrap_or_default(),
            notes: notes::about(p, About::Group),
            process_notes: notes::about(p, About::Processes),
            level_notes: LEVELS
                .iter()
                .flat_map(|of| notes::about(p, About::Level(*of)))
                .collect(),
            classes: notes::classes(p),
            scale_notes: notes::about(p, About::Scales),
            calendar: notes::calendar(p),
            counts: Counts::of(p, model.as_ref()),
            sources,
        }
    }
}

fn levels(p: Published<'_>, model: &PublicModel<'_>) -> Vec<LevelSummary> {
    let levels = &model.definition.levels;
    let above = |upward: Upward| match upward {
        Upward::Vision => Some(Above::Vision),
        Upward::Level(id) => levels.iter().position(|l| l.id == id).map(Above::Level),
        Upward::Topic(dimension) => Some(Above::Topic(dimension)),
    };
    let summary = |level: &Level| LevelSummary {
        purpose: level.purpose,
        names: level.names.clone(),
        supports: level
            .supports
            .iter()
            .filter_map(|support| Some((above(support.upward)?, support.required)))
            .collect(),
        interpretation: match level.supports.iter().any(|s| s.interpretation.is_ours()) {
            true => Interpretation::Ours,
            false => Interpretation::Stated,
        },
        is_planned: level.purpose.is_planned(),
        seasons: level.seasons.clone(),
        count: p
            .elements_where(model.id, |l, of| l.id == level.id && of.contains(p.day()))
            .len(),
    };
    levels.iter().map(summary).collect()
}

/// How many occasions of follow-up a year has.
const OCCASIONS: usize = 3;

/// The latest decided occasions, a year's worth, in the order of their days. Only what had been
/// decided by the day is told of.
fn latest_occasions(p: Published<'_>, model: Option<&PublicModel<'_>>) -> Vec<Occasion> {
    let mut decided = occasions(p, model);
    decided.retain(|occasion| occasion.day <= p.day());
    decided.sort_by_key(|occasion| std::cmp::Reverse(occasion.cut_off));
    decided.truncate(OCCASIONS);
    decided.reverse();
    decided
}

/// The words and shapes of the verdicts on a strategic goal.
fn scale(definition: &ModelDefinition) -> Vec<(Names, Option<Names>, Shape)> {
    let goal = definition
        .levels
        .iter()
        .find(|l| l.purpose == Purpose::StrategicGoal);
    let scale = goal
        .and_then(|l| l.scale)
        .and_then(|id| definition.scale(id));
    let values = scale.map(|s| s.values.as_slice()).unwrap_or_default();
    values
        .iter()
        .map(|value| (value.names.clone(), value.forecast.clone(), value.shape))
        .collect()
}
