//! Indicators, what was measured, and what was aimed at.
//!
//! Only organisation indicators inform a goal's verdict; a place indicator shows how the
//! place develops and is never judged (Eskilstuna, *Styrning under mandatperioden*).

use crate::assessments::Subject;
use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::figures::Figure;
use crate::ids::{BodyId, DecisionId, ElementId, IndicatorId, SourceId};
use crate::periods::Period;
use crate::refusal::{Fact, Refusal};
use crate::slugs::Slug;
use crate::state::State;
use crate::texts::{Names, Text};
use crate::timeline::{Entry, Timeline};
use imbl::OrdMap;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Whose word a statement is: the source's, or ours about it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Interpretation {
    /// The source, or the body that decided, says so.
    #[default]
    Stated,
    /// We read it so; pages say *Vår tolkning*.
    Ours,
}

impl Interpretation {
    /// Whether pages must say *Vår tolkning*.
    pub fn is_ours(self) -> bool {
        self == Interpretation::Ours
    }

    /// For leaving what is usual out of the bytes of an event.
    pub fn is_stated(&self) -> bool {
        *self == Interpretation::Stated
    }
}

/// What an indicator may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Class {
    /// *Organisationsindikator*: the group controls it to a higher degree; it informs a verdict.
    Organisation,
    /// *Ortsindikator*: how the place develops; never informs a verdict.
    Place,
    /// *Nyckeltal*: the daily work during the year.
    KeyFigure,
}

/// Which way is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Better {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Near the target is better.
    Near,
    /// Neither: the figure describes.
    Neither,
}

/// What the figures are counted in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// Per cent, 0–100.
    Percent,
    /// Things counted (*antal*).
    Count,
    /// An index of a survey.
    Index,
    /// Points, such as a merit value.
    Points,
    /// A grade on a scale.
    Grade,
    /// A place in a ranking; 1 is first.
    Rank,
    /// Millions of Swedish kronor (*mnkr*).
    MillionSek,
    /// Thousands of Swedish kronor (*tkr*).
    ThousandSek,
    /// Anything else, in the words of the source.
    Named(Text),
}

/// Which people a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Breakdown {
    /// Everybody.
    All,
    /// Women.
    Women,
    /// Men.
    Men,
    /// Girls.
    Girls,
    /// Boys.
    Boys,
}

impl Breakdown {
    /// Women or girls.
    pub fn is_female(self) -> bool {
        matches!(self, Breakdown::Women | Breakdown::Girls)
    }

    /// Men or boys.
    pub fn is_male(self) -> bool {
        matches!(self, Breakdown::Men | Breakdown::Boys)
    }
}

/// How often figures come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Frequency {
    /// Once a year.
    Yearly,
    /// Every other year (*vartannat år*): in the years between none is due.
    EveryOtherYear,
    /// Once a school year.
    SchoolYearly,
    /// Twice a year.
    HalfYearly,
    /// Three times a year.
    Tertially,
    /// Four times a year.
    Quarterly,
    /// Every month.
    Monthly,
    /// Now and then.
    Irregular,
}

/// Defines an indicator, or changes its definition from a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DefineIndicator {
    /// Which indicator.
    pub indicator: IndicatorId,
    /// Its part of the address, not used by another.
    pub slug: Slug,
    /// What it is called and measures.
    pub definition: Definition,
    /// From which day; only an import may say. Otherwise the day of recording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// What an indicator is called and measures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// What it is called.
    pub names: Names,
    /// What it is counted in.
    pub unit: Unit,
    /// How many decimals its figures are shown with, at most 6.
    pub decimals: u8,
    /// Which way is good.
    pub better: Better,
    /// What it may be used for.
    pub class: Class,
    /// Whether the class is the source's word or ours.
    #[serde(default, skip_serializing_if = "Interpretation::is_stated")]
    pub class_interpretation: Interpretation,
    /// How often figures come, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Frequency>,
    /// The breakdowns that figures are asked for. Everybody is always among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breakdowns: Vec<Breakdown>,
    /// How far from the target still counts as near, in the indicator's own unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Figure>,
    /// What is measured and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// What a reader must know of the figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// The body that answers for the figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<BodyId>,
    /// Where the definition was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

/// Says that an indicator serves an element: shows how it goes with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServeElement {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The goal or other element that it serves.
    pub element: ElementId,
    /// Its place among the element's indicators; the first is drawn large.
    #[serde(default)]
    pub order: u16,
    /// Whether the link is the source's word or ours.
    #[serde(default, skip_serializing_if = "Interpretation::is_stated")]
    pub interpretation: Interpretation,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// What a measurement says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// A figure, in the indicator's unit.
    Figure(Figure),
    /// No figure, and why.
    None(NoValue),
}

/// Why there is no figure. Silence is never a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoValue {
    /// Nothing was measured in the period.
    NotMeasured,
    /// The source names the period but prints no figure.
    NotStated,
    /// Fewer than five persons.
    TooFew,
    /// The figure is not out yet.
    NotYet,
    /// Another reason, in words.
    Because(Text),
}

/// How settled a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Settled {
    /// Not an outcome: what the body expected (*prognos*) on the day it was made, which is the
    /// day of collection. Says so wherever it stands, and is never held against a target.
    Forecast(BodyId),
    /// May still change; says so on the page.
    Preliminary,
    /// Settled.
    Final,
    /// Changed after it was settled; the earlier figure is kept.
    Revised,
}

impl Settled {
    /// Who made it, if it is a forecast.
    pub fn forecast_by(self) -> Option<BodyId> {
        match self {
            Settled::Forecast(by) => Some(by),
            Settled::Preliminary | Settled::Final | Settled::Revised => None,
        }
    }

    /// Whether it is a forecast and no outcome.
    pub fn is_forecast(self) -> bool {
        self.forecast_by().is_some()
    }
}

/// Reports a measurement. A figure that is already there is never overwritten: the new one
/// stands beside it from its own day, and must call itself final after a preliminary one or
/// revised after a final one. An outcome takes the place of a forecast without revising it, and
/// a forecast never takes the place of an outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportMeasurement {
    /// The indicator.
    pub indicator: IndicatorId,
    /// What the figure is about.
    pub period: Period,
    /// Whose figure; `None` for the whole group or place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<BodyId>,
    /// Which people it is about.
    pub breakdown: Breakdown,
    /// The figure, or why there is none.
    pub value: Value,
    /// How settled it is.
    pub settled: Settled,
    /// When it was collected or published. Unknown: the last day of its period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collected: Option<Date>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// What a reader must know of this figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// What a target aims at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aim {
    /// A figure.
    At(Figure),
    /// Between two figures, both included.
    Between(Figure, Figure),
    /// In words, where no figure was set.
    InWords(Text),
}

/// What a target rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TargetBasis {
    /// The decision that set it.
    Decision(DecisionId),
    /// A public source that names no decision, and the day from which it stood there.
    /// Only an import may say so.
    Source(SourceId, Dated),
}

/// Sets a target for an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetTarget {
    /// The indicator.
    pub indicator: IndicatorId,
    /// What the target is for.
    pub period: Period,
    /// Whether the source states that period or we read it so.
    #[serde(default, skip_serializing_if = "Interpretation::is_stated")]
    pub period_interpretation: Interpretation,
    /// Whose target; `None` for the whole group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<BodyId>,
    /// What it aims at.
    pub aim: Aim,
    /// What it rests on.
    pub basis: TargetBasis,
    /// What a reader must know of this target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// What a measurement is about: its identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasuredKey {
    /// The period.
    pub period: Period,
    /// Whose figure; `None` for the whole group.
    pub body: Option<BodyId>,
    /// Which people.
    pub breakdown: Breakdown,
}

/// A measurement as it stood from a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measurement {
    /// The figure, or why there is none.
    pub value: Value,
    /// How settled it is.
    pub settled: Settled,
    /// Where it was found.
    pub source: Option<SourceId>,
    /// What a reader must know of it.
    pub note: Option<Text>,
    /// Whether the day on which it was collected is known.
    pub collected_known: bool,
}

/// A target as it stood from a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What it aims at.
    pub aim: Aim,
    /// What it rests on.
    pub basis: TargetBasis,
    /// Whether the source states its period.
    pub period_interpretation: Interpretation,
    /// What a reader must know of it.
    pub note: Option<Text>,
}

/// Says that an indicator serves an element no longer. What it served stays in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StopServing {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The element that it served.
    pub element: ElementId,
}

/// Everything recorded about one indicator.
#[derive(Clone, Debug, Default)]
pub struct Indicator {
    pub(crate) definitions: Timeline<(Slug, Arc<Definition>)>,
    pub(crate) serves: OrdMap<ElementId, Timeline<Option<(u16, Interpretation)>>>,
    pub(crate) measurements: OrdMap<MeasuredKey, Timeline<Measurement>>,
    pub(crate) targets: OrdMap<(Period, Option<BodyId>), Timeline<Target>>,
}

pub(crate) fn define(state: &State, now: Now, command: DefineIndicator) -> Outcome {
    let definition = &command.definition;
    if definition.names.sv.is_blank() {
        return Err(Refusal::Blank { field: "names.sv" });
    }
    if definition.decimals > 6 {
        return Err(Refusal::TooManyDecimals {
            decimals: definition.decimals,
        });
    }
    let on = now.on_recording(command.since)?;
    if let Some(body) = definition.responsible {
        state.body_alive(body, on)?;
    }
    if let Some(source) = definition.source {
        state.source_known(source)?;
    }
    state.slug_free(&command.slug, &state.indicator_slugs, &command.indicator)?;
    if let Some(indicator) = state.indicators.get(&command.indicator) {
        let same =
            |(slug, d): &(Slug, Arc<Definition>)| *slug == command.slug && **d == *definition;
        if indicator.definitions.at(on).is_some_and(same) {
            return Ok(Vec::new());
        }
        class_keeps_verdicts(state, &command, on)?;
    }
    Ok(vec![now.happened(on, Event::IndicatorDefined(command))])
}

/// An indicator that informed a verdict stays an organisation indicator on every day that
/// the verdict stood.
fn class_keeps_verdicts(state: &State, command: &DefineIndicator, on: Date) -> Result<(), Refusal> {
    if command.definition.class == Class::Organisation {
        return Ok(());
    }
    let until = state.indicators.get(&command.indicator).and_then(|i| {
        i.definitions
            .entries()
            .iter()
            .find(|e| e.on > on)
            .map(|e| e.on)
    });
    let stood = |day: Date| day >= on && until.is_none_or(|until| day < until);
    let informed = state.assessments.values().find_map(|assessment| {
        // A key figure may be judged itself; a place indicator never.
        let is_subject = command.definition.class == Class::Place
            && assessment.subject == Subject::Indicator(command.indicator);
        let informs = |id| {
            let version = assessment.version(id);
            is_subject
                || version.is_some_and(|v| v.verdict.informed_by.contains(&command.indicator))
        };
        let proposed = assessment
            .versions
            .entries()
            .iter()
            .map(|e| (e.on, e.value.id));
        let decided = assessment
            .decided
            .entries()
            .iter()
            .map(|e| (e.on, e.value.wording));
        proposed
            .chain(decided)
            .find(|(day, id)| stood(*day) && informs(*id))
            .map(|(day, _)| day)
    });
    match informed {
        None => Ok(()),
        Some(day) => Err(Refusal::WouldBreak {
            day,
            fact: Fact::VerdictInformed,
        }),
    }
}

pub(crate) fn serve(state: &State, now: Now, command: ServeElement) -> Outcome {
    let on = now.on_recording(command.since)?;
    state.indicator_known(command.indicator, on)?;
    let element = state.element_known(command.element, on)?;
    let already = state.served_on(command.indicator, command.element, on);
    if already == Some((command.order, command.interpretation)) {
        return Ok(Vec::new());
    }
    if !state.level_of(element, on)?.measured {
        return Err(Refusal::LevelNotMeasured);
    }
    Ok(vec![now.happened(on, Event::IndicatorServes(command))])
}

pub(crate) fn stop_serving(state: &State, now: Now, command: StopServing) -> Outcome {
    let on = now.today;
    state.indicator_known(command.indicator, on)?;
    state.element_known(command.element, on)?;
    if state
        .served_on(command.indicator, command.element, on)
        .is_none()
    {
        return Ok(Vec::new());
    }
    Ok(vec![
        now.happened(on, Event::IndicatorServesNoLonger(command)),
    ])
}

impl State {
    /// In which order, and by whose word, an indicator serves an element on a day.
    fn served_on(
        &self,
        indicator: IndicatorId,
        element: ElementId,
        day: Date,
    ) -> Option<(u16, Interpretation)> {
        *self
            .indicators
            .get(&indicator)?
            .serves
            .get(&element)?
            .at(day)?
    }
}

pub(crate) fn report(state: &State, now: Now, command: ReportMeasurement) -> Outcome {
    // When nobody knows when it was collected, it stands from the end of its period, but
    // not before the indicator did.
    let on = match command.collected {
        Some(day) => now.not_after_today(day)?,
        None => {
            let since = state.indicator_since(command.indicator)?;
            command.period.last_day().min(now.today).max(since)
        }
    };
    if let Some(by) = command.settled.forecast_by() {
        forecast(state, &command, by)?;
    } else if command.period.first_day() > now.today {
        return Err(Refusal::PeriodToCome {
            period: command.period,
        });
    }
    if let Value::None(NoValue::Because(reason)) = &command.value
        && reason.is_blank()
    {
        return Err(Refusal::Blank { field: "value" });
    }
    state.indicator_known(command.indicator, on)?;
    if let Some(body) = command.body {
        state.body_founded(body, on)?;
    }
    if let Some(source) = command.source {
        state.source_known(source)?;
    }
    let key = MeasuredKey {
        period: command.period,
        body: command.body,
        breakdown: command.breakdown,
    };
    let standing = state
        .indicators
        .get(&command.indicator)
        .and_then(|i| i.measurements.get(&key));
    if let Some(standing) = standing {
        if standing
            .entries()
            .iter()
            .any(|e| says_the_same(e, &command))
        {
            return Ok(Vec::new());
        }
        let earlier = standing.entries().iter().map(|e| e.value.settled).max();
        let allowed = match earlier {
            None | Some(Settled::Forecast(_) | Settled::Preliminary)
                if command.settled == Settled::Revised =>
            {
                return Err(Refusal::NothingToRevise {
                    period: command.period,
                });
            }
            None | Some(Settled::Forecast(_)) => true,
            Some(Settled::Preliminary) => !command.settled.is_forecast(),
            Some(Settled::Final | Settled::Revised) => command.settled == Settled::Revised,
        };
        if !allowed {
            return Err(Refusal::AlreadyMeasured {
                period: command.period,
            });
        }
        // A later word about the same figure stands after the earlier one, never before it.
        let last = standing.entries().last().map(|e| e.on);
        if let Some(last) = last
            && on < last
        {
            return Err(Refusal::TooEarly {
                on,
                stands_from: last,
                fact: Fact::Measurement,
            });
        }
    } else if command.settled == Settled::Revised {
        return Err(Refusal::NothingToRevise {
            period: command.period,
        });
    }
    Ok(vec![now.happened(on, Event::MeasurementReported(command))])
}

/// A forecast is a figure that a body expected on a day on which the period was not over.
fn forecast(state: &State, command: &ReportMeasurement, by: BodyId) -> Result<(), Refusal> {
    let Some(made) = command.collected else {
        return Err(Refusal::Blank { field: "collected" });
    };
    if command.period.last_day() < made {
        return Err(Refusal::PeriodOver {
            period: command.period,
        });
    }
    if matches!(command.value, Value::None(_)) {
        return Err(Refusal::Blank { field: "value" });
    }
    state.body_alive(by, made).map(|_| ())
}

/// The same word about a figure, not only the same figure: one that is revised back says
/// what was said before, on another day.
fn says_the_same(entry: &Entry<Measurement>, command: &ReportMeasurement) -> bool {
    let standing = &entry.value;
    let same_day = match command.collected {
        Some(day) => standing.collected_known && entry.on == day,
        None => !standing.collected_known,
    };
    same_day
        && standing.value == command.value
        && standing.settled == command.settled
        && standing.source == command.source
        && standing.note == command.note
}

pub(crate) fn aim(state: &State, now: Now, command: SetTarget) -> Outcome {
    let on = match &command.basis {
        TargetBasis::Decision(decision) => state.decision_standing(*decision)?.date.day(),
        TargetBasis::Source(source, since) => {
            if !now.imports() {
                return Err(Refusal::DecisionMissing);
            }
            state.source_known(*source)?;
            now.not_after_today(since.day())?
        }
    };
    match &command.aim {
        Aim::Between(low, high) if low > high => return Err(Refusal::RangeUpsideDown),
        Aim::InWords(words) if words.is_blank() => return Err(Refusal::Blank { field: "aim" }),
        Aim::At(_) | Aim::Between(..) | Aim::InWords(_) => {}
    }
    state.indicator_known(command.indicator, on)?;
    if let Some(body) = command.body {
        state.body_founded(body, on)?;
    }
    let standing = state
        .indicators
        .get(&command.indicator)
        .and_then(|i| i.targets.get(&(command.period, command.body)));
    let same = |t: &Target| {
        t.aim == command.aim
            && t.basis == command.basis
            && t.period_interpretation == command.period_interpretation
            && t.note == command.note
    };
    if standing.is_some_and(|t| t.entries().iter().any(|e| same(&e.value))) {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::TargetSet(command))])
}

pub(crate) fn apply_defined(state: &mut State, at: &Recorded, event: &DefineIndicator) {
    state
        .indicator_slugs
        .insert(event.slug.clone(), event.indicator);
    let indicator = Arc::make_mut(state.indicators.entry(event.indicator).or_default());
    let definition = Arc::new(event.definition.clone());
    indicator
        .definitions
        .insert(at.on, at.position, (event.slug.clone(), definition));
}

pub(crate) fn apply_serves(state: &mut State, at: &Recorded, event: &ServeElement) {
    let indicator = Arc::make_mut(state.indicators.entry(event.indicator).or_default());
    let link = Some((event.order, event.interpretation));
    indicator
        .serves
        .entry(event.element)
        .or_default()
        .insert(at.on, at.position, link);
    let element = Arc::make_mut(state.elements.entry(event.element).or_default());
    element.indicators.insert(event.indicator);
}

pub(crate) fn apply_serves_no_longer(state: &mut State, at: &Recorded, event: &StopServing) {
    if let Some(indicator) = state.indicators.get_mut(&event.indicator)
        && let Some(serves) = Arc::make_mut(indicator).serves.get_mut(&event.element)
    {
        serves.insert(at.on, at.position, None);
    }
}

pub(crate) fn apply_measured(state: &mut State, at: &Recorded, event: &ReportMeasurement) {
    let indicator = Arc::make_mut(state.indicators.entry(event.indicator).or_default());
    let key = MeasuredKey {
        period: event.period,
        body: event.body,
        breakdown: event.breakdown,
    };
    let measurement = Measurement {
        value: event.value.clone(),
        settled: event.settled,
        source: event.source,
        note: event.note.clone(),
        collected_known: event.collected.is_some(),
    };
    indicator
        .measurements
        .entry(key)
        .or_default()
        .insert(at.on, at.position, measurement);
}

pub(crate) fn apply_aimed(state: &mut State, at: &Recorded, event: &SetTarget) {
    let indicator = Arc::make_mut(state.indicators.entry(event.indicator).or_default());
    let target = Target {
        aim: event.aim.clone(),
        basis: event.basis.clone(),
        period_interpretation: event.period_interpretation,
        note: event.note.clone(),
    };
    let key = (event.period, event.body);
    indicator
        .targets
        .entry(key)
        .or_default()
        .insert(at.on, at.position, target);
}
