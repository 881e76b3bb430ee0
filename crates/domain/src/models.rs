//! Governance models as data: the levels, scales and rules of one goal period.
//!
//! Several models are alive at once, and next period's can be edited while this one is
//! followed up. What is never configurable (history, authorship, bases) is not here.

mod changing;
mod limits;
mod seasons;
mod yearly;

pub use changing::DropModel;
pub use limits::Limit;
pub use seasons::{Month, Season};
pub use yearly::{DayOfYear, DaysOfRound, NoDayOfYear, YearlyRound};

pub(crate) use changing::{apply_dropped, drop_model};

use crate::bodies::BodyKind;
use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::ids::{LevelId, ModelId, ScaleId, ScaleValueId, SourceId};
use crate::indicators::Interpretation;
use crate::periods::Period;
use crate::refusal::{Fact, Refusal};
use crate::state::{State, stood_by};
use crate::texts::{Names, Text};
use crate::timeline::{Entry, Timeline};
use crate::topics::Dimension;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Defines a model, or changes its definition while nothing rests on what is taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefineModel {
    /// Which model.
    pub model: ModelId,
    /// What it holds.
    pub definition: ModelDefinition,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// What a model holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelDefinition {
    /// What the direction is called, such as "Strategisk inriktning 2016–2019".
    pub names: Names,
    /// The goal period. It names the address of its goals.
    pub period: Period,
    /// Whether a source gives the years of the period. If not, the year is the one in which
    /// the goals were seen in force.
    #[serde(default)]
    pub period_not_found: bool,
    /// The model of the period before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<ModelId>,
    /// Its kinds of plan elements.
    pub levels: Vec<Level>,
    /// The scales that its verdicts use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scales: Vec<Scale>,
    /// The dimensions of topics that it uses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dimensions: Vec<Dimension>,
    /// How much one body has on its desk at most.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<Limit>,
    /// The rounds that every year has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub yearly: Vec<YearlyRound>,
    /// What a reader must know of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

/// What a level is for, whatever the municipality calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Purpose {
    /// A goal of council (*strategiskt mål*).
    StrategicGoal,
    /// A goal of a process (*processmål*).
    ProcessGoal,
    /// A one-year promise of a committee or company (*åtagande*).
    Commitment,
    /// A piece of work in a unit (*aktivitet*).
    Activity,
    /// An order from a political body (*uppdrag*).
    Assignment,
    /// A public promise about a service (*servicedeklaration*).
    ServiceDeclaration,
    /// A point of internal control (*kontrollmoment*).
    ControlPoint,
    /// An answer to a deviation (*åtgärd*).
    DeviationAction,
    /// A goal for the money of the budget (*finansiellt mål*, kommunallagen 2017:725, 11 kap.
    /// 6 §).
    FinancialGoal,
    /// Any other kind.
    Other,
}

impl Purpose {
    /// Whether its elements are written in a body's plan for a year. Their pages are found by
    /// number, so two may be called the same and nobody learns of another's draft by an address.
    pub fn is_planned(self) -> bool {
        matches!(
            self,
            Purpose::Commitment
                | Purpose::Assignment
                | Purpose::Activity
                | Purpose::ControlPoint
                | Purpose::DeviationAction
                | Purpose::Other
        )
    }
}

/// A kind of plan element in a model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Which level.
    pub id: LevelId,
    /// What the municipality calls it.
    pub names: Names,
    /// What it calls several of them, where that differs: "Åtaganden".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub names_of_many: Option<Names>,
    /// What it is for.
    pub purpose: Purpose,
    /// What its elements support.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supports: Vec<Support>,
    /// Which kinds of body own its elements; empty for any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<BodyKind>,
    /// Which kinds of body adopt its elements; empty for any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decided_by: Vec<BodyKind>,
    /// Whether indicators measure it.
    #[serde(default)]
    pub measured: bool,
    /// The scale of its verdicts; none if it is not judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<ScaleId>,
    /// Whether only a decision closes it, as with an assignment.
    #[serde(default)]
    pub closed_only_by_decision: bool,
    /// Of an action about what goes off course: within how many days from the decision that said so it is to be
    /// decided, where the municipality has set that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_within: Option<u16>,
    /// The criteria for its wording (TAKT, SMART).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Criterion>,
    /// Its place in the year, such as "in November council decides the control points".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seasons: Vec<Season>,
}

impl Level {
    /// What several of its elements are called.
    pub fn many(&self) -> &Names {
        self.names_of_many.as_ref().unwrap_or(&self.names)
    }
}

/// One criterion for the wording of an element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// What it is called, such as "Tydligt".
    pub names: Names,
    /// What fulfils it.
    pub checks: Check,
    /// Words that often promise nothing that anybody could see done: "arbeta med". Whoever writes
    /// them is asked, and nobody is judged by them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vague: Vec<Text>,
}

/// What a criterion looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Check {
    /// A person reads the sentence; the program never judges it.
    Clear,
    /// A body and a role are responsible.
    Assigned,
    /// There is a quantity or a testable condition.
    Quantifiable,
    /// There is a due date within the period.
    Timed,
}

/// What the elements of a level support, upwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// What is supported.
    pub upward: Upward,
    /// Whether an element may not be adopted without it.
    pub required: bool,
    /// Whether the model says so, or we read it so.
    #[serde(default, skip_serializing_if = "Interpretation::is_stated")]
    pub interpretation: Interpretation,
}

/// What can be supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Upward {
    /// An element of a level of the same model.
    Level(LevelId),
    /// A vision.
    Vision,
    /// A topic of a dimension: a goal stands in a perspective, a process goal in a process.
    Topic(Dimension),
}

/// The values of a verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Which scale.
    pub id: ScaleId,
    /// What it is called.
    pub names: Names,
    /// Its values, the best first.
    pub values: Vec<ScaleValue>,
}

/// One value of a scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleValue {
    /// Which value.
    pub id: ScaleValueId,
    /// What it is called when it is final: "Uppfyllt".
    pub names: Names,
    /// What it is called while it is a forecast: "Nås". None if it is called the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecast: Option<Names>,
    /// Its shape: never colour alone.
    pub shape: Shape,
    /// What it counts as, whatever it is called.
    pub counts_as: CountsAs,
}

/// The shape of a verdict, distinct in greyscale and in print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Shape {
    /// A filled circle with a check mark.
    Good,
    /// A half-filled diamond.
    Partly,
    /// A filled square with a cross.
    Bad,
    /// A dashed circle with a dash.
    Unclear,
    /// A flag.
    Done,
    /// An empty circle.
    NotBegun,
}

/// What a verdict counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CountsAs {
    /// Met.
    Met,
    /// Partly met.
    Partly,
    /// Not met.
    NotMet,
    /// Cannot be judged yet, or missing. Silence never turns green.
    Unknown,
}

/// Puts a model in force: from then on it is public. Until its first day has come another may be
/// said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PutModelInForce {
    /// Which model.
    pub model: ModelId,
    /// The first day, if it is another than the day of recording: one that is to come, and of an
    /// import one that has been.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// Everything recorded about one model.
#[derive(Clone, Debug, Default)]
pub struct Model {
    pub(crate) definitions: Timeline<Arc<ModelDefinition>>,
    pub(crate) in_force: Option<Dated>,
    /// Whether it was thrown away before it came into force.
    pub(crate) is_dropped: bool,
}

impl ModelDefinition {
    /// The level with an id.
    pub fn level(&self, id: LevelId) -> Option<&Level> {
        self.levels.iter().find(|l| l.id == id)
    }

    /// Whether its elements stand under topics of a dimension.
    pub fn uses(&self, dimension: Dimension) -> bool {
        self.dimensions.contains(&dimension)
    }

    /// The scale with an id.
    pub fn scale(&self, id: ScaleId) -> Option<&Scale> {
        self.scales.iter().find(|s| s.id == id)
    }

    /// The value with an id, on any of the model's scales.
    pub fn value(&self, id: ScaleValueId) -> Option<&ScaleValue> {
        self.scales
            .iter()
            .flat_map(|s| &s.values)
            .find(|v| v.id == id)
    }
}

pub(crate) fn define(state: &State, now: Now, command: DefineModel) -> Outcome {
    sound(&command.definition)?;
    let on = now.on_recording(command.since)?;
    if let Some(source) = command.definition.source {
        state.source_known(source)?;
    }
    if let Some(before) = command.definition.follows {
        // Also by what is said of it on later days, when this is back-dated.
        let is_earlier = state.latest_period(before, on)? < command.definition.period;
        if before == command.model || !is_earlier {
            return Err(Refusal::PredecessorNotEarlier);
        }
    }
    periods_in_order(state, &command)?;
    let clash = state.models.iter().any(|(id, model)| {
        *id != command.model
            && !model.is_dropped
            && model
                .definitions
                .entries()
                .iter()
                .any(|e| e.value.period == command.definition.period)
    });
    if clash {
        return Err(Refusal::PeriodTaken {
            period: command.definition.period,
        });
    }
    if let Some(model) = state.models.get(&command.model) {
        if model.is_dropped {
            return Err(Refusal::Unknown { fact: Fact::Model });
        }
        if model
            .definitions
            .at(on)
            .is_some_and(|d| **d == command.definition)
        {
            return Ok(Vec::new());
        }
        if !now.imports() {
            state.stays(&command, model, on)?;
        }
        let kept: BTreeSet<LevelId> = command.definition.levels.iter().map(|l| l.id).collect();
        let orphan = state
            .elements
            .values()
            .any(|e| e.model == Some(command.model) && e.level.is_some_and(|l| !kept.contains(&l)));
        if orphan {
            return Err(Refusal::LevelInUse);
        }
        let values: BTreeSet<ScaleValueId> = command
            .definition
            .scales
            .iter()
            .flat_map(|s| &s.values)
            .map(|v| v.id)
            .collect();
        let had = model
            .definitions
            .entries()
            .iter()
            .flat_map(|e| &e.value.scales);
        let gone: BTreeSet<ScaleValueId> = had
            .flat_map(|s| &s.values)
            .map(|v| v.id)
            .filter(|v| !values.contains(v))
            .collect();
        if state.verdict_uses_any(&gone) {
            return Err(Refusal::ScaleInUse);
        }
    }
    Ok(vec![now.happened(on, Event::ModelDefined(command))])
}

/// Moving a model's period puts it neither before what it continues nor behind what
/// continues it, on any day.
fn periods_in_order(state: &State, command: &DefineModel) -> Result<(), Refusal> {
    let period = command.definition.period;
    let entries = |id| {
        state
            .models
            .get(&id)
            .into_iter()
            .flat_map(|m| m.definitions.entries())
    };
    let follower_before = state.models.iter().any(|(id, model)| {
        let followers = model.definitions.entries().iter();
        let followers = followers.filter(|e| e.value.follows == Some(command.model));
        *id != command.model
            && !model.is_dropped
            && followers.into_iter().any(|e| e.value.period <= period)
    });
    let goal_out_of_order = state.continued_by.iter().any(|(earlier, later)| {
        let model_of = |id| state.elements.get(id).and_then(|e| e.model);
        let (Some(earlier), later) = (model_of(earlier), later.iter().filter_map(model_of)) else {
            return false;
        };
        // What continues something of its own model comes after it by its year.
        let mut later = later.filter(|later| *later != earlier);
        later.any(|later| {
            (earlier == command.model && entries(later).any(|e| e.value.period <= period))
                || (later == command.model && entries(earlier).any(|e| e.value.period >= period))
        })
    });
    if follower_before || goal_out_of_order {
        Err(Refusal::PredecessorNotEarlier)
    } else {
        Ok(())
    }
}

impl State {
    /// A model's definitions that stand on a day or any later one.
    fn definitions_from(
        &self,
        model: ModelId,
        on: Date,
    ) -> Result<impl Iterator<Item = &Entry<Arc<ModelDefinition>>>, Refusal> {
        self.model_on(model, on)?;
        let definitions = self.models.get(&model).map(|m| &m.definitions);
        let standing = definitions.and_then(|d| d.entry_at(on));
        let later = definitions.into_iter().flat_map(|d| d.entries());
        Ok(standing.into_iter().chain(later.filter(move |e| e.on > on)))
    }

    /// The latest period that a model has on a day or any later one.
    pub(crate) fn latest_period(&self, model: ModelId, on: Date) -> Result<Period, Refusal> {
        let periods = self.definitions_from(model, on)?.map(|e| e.value.period);
        periods.max().ok_or(Refusal::Unknown { fact: Fact::Model })
    }

    /// The earliest period that a model has on a day or any later one.
    pub(crate) fn earliest_period(&self, model: ModelId, on: Date) -> Result<Period, Refusal> {
        let periods = self.definitions_from(model, on)?.map(|e| e.value.period);
        periods.min().ok_or(Refusal::Unknown { fact: Fact::Model })
    }

    /// The first later day from which a model's definition lacks what `has` asks for.
    pub(crate) fn first_definition_without(
        &self,
        model: ModelId,
        on: Date,
        has: impl Fn(&ModelDefinition) -> bool,
    ) -> Option<Date> {
        let mut definitions = self.definitions_from(model, on).ok()?;
        definitions.find(|e| !has(&e.value)).map(|e| e.on)
    }
}

/// What must hold of any definition, whatever else is recorded.
fn sound(definition: &ModelDefinition) -> Result<(), Refusal> {
    if definition.names.sv.is_blank() {
        return Err(Refusal::Blank {
            field: "definition.names.sv",
        });
    }
    if definition.levels.is_empty() {
        return Err(Refusal::NoLevels);
    }
    let levels: BTreeSet<LevelId> = definition.levels.iter().map(|l| l.id).collect();
    let scales: BTreeSet<ScaleId> = definition.scales.iter().map(|s| s.id).collect();
    let values: BTreeSet<ScaleValueId> = definition
        .scales
        .iter()
        .flat_map(|s| &s.values)
        .map(|v| v.id)
        .collect();
    let count: usize = definition.scales.iter().map(|s| s.values.len()).sum();
    if levels.len() != definition.levels.len()
        || scales.len() != definition.scales.len()
        || values.len() != count
    {
        return Err(Refusal::TwiceTheSame);
    }
    for level in &definition.levels {
        if level.names.sv.is_blank() {
            return Err(Refusal::Blank {
                field: "definition.levels.names.sv",
            });
        }
        if level.scale.is_some_and(|s| !scales.contains(&s)) {
            return Err(Refusal::Unknown { fact: Fact::Scale });
        }
        for support in &level.supports {
            match support.upward {
                Upward::Level(above) if !levels.contains(&above) => {
                    return Err(Refusal::Unknown { fact: Fact::Level });
                }
                Upward::Level(_) | Upward::Vision | Upward::Topic(_) => {}
            }
        }
    }
    limits::sound(definition)?;
    seasons::sound(definition)?;
    yearly::sound(definition)?;
    if definition.circle().is_some() {
        Err(Refusal::LevelsInACircle)
    } else {
        Ok(())
    }
}

pub(crate) fn put_in_force(state: &State, now: Now, command: PutModelInForce) -> Outcome {
    let is_to_come = |since: &Dated| since.day() >= now.today && !now.imports();
    // What a person says of a day to come is recorded today.
    let on = now.on_recording(command.since.filter(|since| !is_to_come(since)))?;
    let period = state.model_on(command.model, on)?.period;
    // A model comes into force while its years last.
    if let Some(since) = command.since.filter(|_| !now.imports())
        && since.day() > period.last_day()
    {
        return Err(Refusal::ModelOver { period });
    }
    match state.models.get(&command.model).and_then(|m| m.in_force) {
        // Who says no day asks that it holds now: of one to come that is news.
        Some(since)
            if command
                .since
                .map_or(since.day() <= now.today, |again| again == since) =>
        {
            Ok(Vec::new())
        }
        // Nobody has seen it in force yet.
        Some(since) if since.day() > now.today && !now.imports() => {
            Ok(vec![now.happened(on, Event::ModelPutInForce(command))])
        }
        Some(_) => Err(Refusal::AlreadyThere { fact: Fact::Model }),
        None => Ok(vec![now.happened(on, Event::ModelPutInForce(command))]),
    }
}

pub(crate) fn apply_defined(state: &mut State, at: &Recorded, event: &DefineModel) {
    let model = Arc::make_mut(state.models.entry(event.model).or_default());
    model
        .definitions
        .insert(at.on, at.position, Arc::new(event.definition.clone()));
}

pub(crate) fn apply_in_force(state: &mut State, at: &Recorded, event: &PutModelInForce) {
    let model = Arc::make_mut(state.models.entry(event.model).or_default());
    model.in_force = Some(event.since.unwrap_or(Dated::day_known(at.on)));
}

/// What the rules ask.
impl State {
    /// Refuses what would be decided in a model whose day is said and has not come: deciding
    /// publishes, and residents do not see it yet.
    pub(crate) fn is_shown(&self, model: ModelId, today: Date) -> Result<(), Refusal> {
        let in_force = self.models.get(&model).and_then(|model| model.in_force);
        match in_force.map(Dated::day) {
            Some(since) if since > today => Err(Refusal::ModelNotInForce { since }),
            _ => Ok(()),
        }
    }

    /// Whether a model is in force, or is to come into force on a day that is said.
    pub(crate) fn has_force(&self, id: ModelId) -> bool {
        let model = self.models.get(&id);
        model.is_some_and(|model| model.in_force.is_some())
    }

    pub(crate) fn model_on(&self, id: ModelId, on: Date) -> Result<&Arc<ModelDefinition>, Refusal> {
        let model = self.models.get(&id).filter(|model| !model.is_dropped);
        let model = model.ok_or(Refusal::Unknown { fact: Fact::Model })?;
        stood_by(model.definitions.entries(), on, Fact::Model)?;
        model
            .definitions
            .at(on)
            .ok_or(Refusal::Unknown { fact: Fact::Model })
    }
}
