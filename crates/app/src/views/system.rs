//! How the municipality is governed, in its first form: the model in words and numbers.

use super::frame::{
    Frame, SourceLink, TopicName, add_sources, current_model, source_link, topic_name,
};
use super::notes::{self, NoteLine};
use super::start::Counts;
use riktning_domain::ids::TopicId;
use riktning_domain::indicators::Interpretation;
use riktning_domain::models::{Level, ModelDefinition, Purpose, Shape, Upward};
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
    /// What it supports: names of levels, and whether that is required. `None` is the vision.
    pub supports: Vec<(Option<Names>, bool)>,
    /// How many published elements hold on the day.
    pub count: usize,
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
            levels: model.as_ref().map(|m| levels(p, m)).unwrap_or_default(),
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
    let definition = model.definition;
    let summary = |level: &Level| LevelSummary {
        purpose: level.purpose,
        names: level.names.clone(),
        supports: level
            .supports
            .iter()
            .filter_map(|support| match support.upward {
                Upward::Vision => Some((None, support.required)),
                Upward::Level(id) => {
                    Some((Some(definition.level(id)?.names.clone()), support.required))
                }
                Upward::Topic(_) => None,
            })
            .collect(),
        count: p
            .elements_where(model.id, |l, of| l.id == level.id && of.contains(p.day()))
            .len(),
    };
    definition.levels.iter().map(summary).collect()
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
