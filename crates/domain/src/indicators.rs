//! Indicators, what was measured, and what was aimed at.
//!
//! Only organisation indicators inform a goal's verdict; a place indicator shows how the
//! place develops and is never judged (Eskilstuna, *Styrning under mandatperioden*).

mod calculations;
mod decided;
mod measurements;
mod targets;

pub use calculations::{Calculation, Impossible, MOST_DEEP, RollUp, Weighed};
pub(crate) use calculations::{sum, weighted_mean};
pub use decided::DecidedFigure;
pub(crate) use decided::{apply_decided, decidable};
pub use measurements::{
    MeasuredKey, Measurement, NoValue, OpenBy, ReportMeasurement, Settled, Value,
};
pub(crate) use measurements::{apply_measured, report};
pub use targets::{Aim, SetTarget, Target, TargetBasis};
pub(crate) use targets::{aim, apply_aimed};

use crate::assessments::Subject;
use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::figures::Figure;
use crate::ids::{BodyId, DecisionId, ElementId, IndicatorId, SourceId};
use crate::periods::Period;
use crate::refusal::{Fact, Refusal};
use crate::slugs::Slug;
use crate::state::{State, stood_by};
use crate::texts::{Names, Text};
use crate::timeline::Timeline;
use imbl::{OrdMap, OrdSet};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
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

impl Frequency {
    /// The periods that figures of a year are about. A school year is that of the year in which it ends.
    pub fn periods(self, year: i16) -> Vec<Period> {
        let parts = |count: u8, part: fn(i16, u8) -> Period| {
            (1..=count).map(move |n| part(year, n)).collect()
        };
        match self {
            Frequency::Yearly | Frequency::EveryOtherYear | Frequency::Irregular => {
                vec![Period::Year(year)]
            }
            Frequency::SchoolYearly => vec![Period::SchoolYear(year - 1)],
            Frequency::HalfYearly => parts(2, Period::HalfYear),
            Frequency::Tertially => parts(3, Period::Tertial),
            Frequency::Quarterly => parts(4, Period::Quarter),
            Frequency::Monthly => parts(12, Period::Month),
        }
    }
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
    /// When it began to be measured in another way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<MethodBreak>,
    /// The body that answers for the figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<BodyId>,
    /// Where the definition was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// How its figures are worked out of others', where nobody reports them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calculation: Option<Calculation>,
    /// How the group's figure is made of its bodies', where somebody has said how. Without a word
    /// of it the group has the figures that are reported for it, and no others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roll_up: Option<RollUp>,
}

/// A change of how something is measured: a figure from then on cannot be held against one from
/// before, and no line is drawn between them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MethodBreak {
    /// The first period that is measured so.
    pub from: Period,
    /// What is done in another way.
    pub how: Text,
}

impl MethodBreak {
    /// Whether it lies between two periods.
    pub fn lies_between(&self, before: Period, after: Period) -> bool {
        before.first_day() < self.from.first_day() && self.from.first_day() <= after.first_day()
    }
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
    /// The first and the last period of each body's figures, published or not: whose may be the first of
    /// all, and whose are not looked through for a later one.
    pub(crate) measured_over: OrdMap<Option<BodyId>, (Period, Period)>,
    /// The days from which any figure with an open source stands.
    pub(crate) measured_on: OrdSet<Date>,
    /// What figures without an open source are about, decided since or not: the few among which those are found
    /// that wait for their decision.
    pub(crate) reported: OrdSet<MeasuredKey>,
    /// The decisions that made figures open.
    pub(crate) opened_by: OrdSet<DecisionId>,
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
    if definition.breaks.iter().any(|b| b.how.is_blank()) {
        return Err(Refusal::Blank {
            field: "breaks.how",
        });
    }
    let breaks: BTreeSet<Period> = definition.breaks.iter().map(|b| b.from).collect();
    if breaks.len() != definition.breaks.len() {
        return Err(Refusal::TwiceTheSame);
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
    calculations::check(state, &command, on)?;
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

/// What the rules ask.
impl State {
    pub(crate) fn indicator_known(
        &self,
        id: IndicatorId,
        on: Date,
    ) -> Result<&Definition, Refusal> {
        let unknown = Refusal::Unknown {
            fact: Fact::Indicator,
        };
        let indicator = self.indicators.get(&id).ok_or(unknown.clone())?;
        stood_by(indicator.definitions.entries(), on, Fact::Indicator)?;
        indicator
            .definitions
            .at(on)
            .map(|(_, d)| d.as_ref())
            .ok_or(unknown)
    }

    /// The first day on which an indicator stood.
    pub(crate) fn indicator_since(&self, id: IndicatorId) -> Result<Date, Refusal> {
        let first = self
            .indicators
            .get(&id)
            .and_then(|i| i.definitions.entries().first());
        first.map(|e| e.on).ok_or(Refusal::Unknown {
            fact: Fact::Indicator,
        })
    }
}
