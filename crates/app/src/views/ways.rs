//! The ways up from an element: what its model says, by the model's own names.

use riktning_domain::Names;
use riktning_domain::models::{Level, Purpose, Upward};
use riktning_domain::published::{PublicElement, PublicModel};
use riktning_domain::topics::Dimension;

/// The two ways up that a page may show: through a goal and through a process.
#[derive(Clone, Debug, PartialEq)]
pub struct Ways {
    /// Through a goal of the council, if the model knows of one above.
    pub goal: Option<Way>,
    /// Through a process goal, if the model has processes.
    pub process_goal: Option<Way>,
}

/// One way up.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// What the model calls what stands there; `None` if it has no level for it.
    pub names: Option<Names>,
    /// Whether the element may not be adopted without it.
    pub is_required: bool,
}

impl Ways {
    /// The ways up from an element: those that its level supports.
    pub fn of(element: &PublicElement<'_>) -> Ways {
        let definition = element.model().definition;
        let way = |purpose: Purpose| {
            let mut supports = element.level().supports.iter();
            supports.find_map(|support| {
                let Upward::Level(id) = support.upward else {
                    return None;
                };
                let above = definition.level(id).filter(|l| l.purpose == purpose)?;
                Some(Way {
                    names: Some(above.names.clone()),
                    is_required: support.required,
                })
            })
        };
        // A source shows less than the model that it tells of: where it shows no process goal,
        // the page says so.
        let unseen = || {
            let told = element.source().is_some() && has_processes(&element.model());
            told.then_some(Way {
                names: None,
                is_required: false,
            })
        };
        Ways {
            goal: way(Purpose::StrategicGoal),
            process_goal: way(Purpose::ProcessGoal).or_else(unseen),
        }
    }

    /// Whether there are two.
    pub fn both(&self) -> bool {
        self.goal.is_some() && self.process_goal.is_some()
    }

    /// Whether nothing of the level may be adopted without a goal above.
    pub fn goal_is_required(&self) -> bool {
        self.goal.as_ref().is_some_and(|way| way.is_required)
    }

    /// Whether nothing of the level may be adopted without a process goal above.
    pub fn process_goal_is_required(&self) -> bool {
        self.process_goal
            .as_ref()
            .is_some_and(|way| way.is_required)
    }
}

/// Whether the municipality steers through processes as well as through goals: its model has them,
/// be it that a source shows nothing under them.
pub(crate) fn has_processes(model: &PublicModel<'_>) -> bool {
    model.definition.uses(Dimension::Process)
}

/// Whether something that is planned for a year goes up both through a goal of the council and
/// through a process, by the lines of the model's own levels.
pub(crate) fn two_are_drawn(model: &PublicModel<'_>) -> bool {
    let definition = model.definition;
    let through = |level: &Level, purpose: Purpose, topic: Option<Dimension>| {
        level.supports.iter().any(|support| match support.upward {
            Upward::Vision => false,
            Upward::Level(id) => definition.level(id).is_some_and(|up| up.purpose == purpose),
            Upward::Topic(dimension) => Some(dimension) == topic,
        })
    };
    let mut planned = definition.levels.iter().filter(|l| l.purpose.is_planned());
    planned.any(|level| {
        through(level, Purpose::StrategicGoal, None)
            && through(level, Purpose::ProcessGoal, Some(Dimension::Process))
    })
}

/// What the model calls what stands below an element; `None` if it has no level there.
pub(crate) fn called_below(element: &PublicElement<'_>) -> Option<Names> {
    let level = Upward::Level(element.level().id);
    let mut levels = element.model().definition.levels.iter();
    let below = levels.find(|l| l.supports.iter().any(|s| s.upward == level));
    below.map(|level| level.many().clone())
}
