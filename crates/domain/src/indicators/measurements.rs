//! What was measured, what was expected, and why there is no figure.

use super::Breakdown;
use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::figures::Figure;
use crate::ids::{BodyId, DecisionId, IndicatorId, SourceId};
use crate::periods::Period;
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::texts::Text;
use crate::timeline::Entry;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

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
    /// As a public source tells it, without saying whether it may still change.
    Told,
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
            Settled::Preliminary | Settled::Told | Settled::Final | Settled::Revised => None,
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

/// What a measurement is about: its identity. One body's figures lie together, those of the
/// whole group first, by period: a chart of them looks at nobody else's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasuredKey {
    /// Whose figure; `None` for the whole group.
    pub body: Option<BodyId>,
    /// The period.
    pub period: Period,
    /// Which people.
    pub breakdown: Breakdown,
}

impl MeasuredKey {
    /// Before every figure of a body.
    pub(crate) fn before(body: Option<BodyId>) -> Self {
        MeasuredKey::on(body, Date::MIN)
    }

    /// After every figure of a body: no period reaches to the last day that a date can be.
    pub(crate) fn after(body: Option<BodyId>) -> Self {
        MeasuredKey::on(body, Date::MAX)
    }

    /// The first figure that a body can have of a period.
    pub(crate) fn from(body: Option<BodyId>, period: Period) -> Self {
        MeasuredKey {
            body,
            period,
            breakdown: Breakdown::All,
        }
    }

    fn on(body: Option<BodyId>, day: Date) -> Self {
        MeasuredKey::from(body, Period::Day(day))
    }
}

/// A measurement as it stood from a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measurement {
    /// The figure, or why there is none.
    pub value: Value,
    /// How settled it is.
    pub settled: Settled,
    /// What makes it open to residents; nothing for a figure that waits for its decision.
    pub open_by: Option<OpenBy>,
    /// What a reader must know of it.
    pub note: Option<Text>,
    /// When it was collected, where that is known.
    pub collected: Option<Date>,
}

/// What makes a figure open to residents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenBy {
    /// A public source told it.
    Source(SourceId),
    /// The body whose it is decided it.
    Decision(DecisionId),
}

impl Measurement {
    /// Where it was found.
    pub fn source(&self) -> Option<SourceId> {
        match self.open_by {
            Some(OpenBy::Source(id)) => Some(id),
            Some(OpenBy::Decision(_)) | None => None,
        }
    }

    /// The decision that it rests on.
    pub fn decision(&self) -> Option<DecisionId> {
        match self.open_by {
            Some(OpenBy::Decision(id)) => Some(id),
            Some(OpenBy::Source(_)) | None => None,
        }
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
    if command.settled == Settled::Told && command.source.is_none() {
        return Err(Refusal::Blank { field: "source" });
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
        // What a source told once is told, in whatever order its file is read. Who reports says what stands: a figure
        // that is put back is another word.
        let known = match command.source {
            Some(_) => standing.entries(),
            None => standing
                .entries()
                .last()
                .map_or(&[][..], std::slice::from_ref),
        };
        if known.iter().any(|e| says_the_same(e, &command)) {
            return Ok(Vec::new());
        }
        state.is_reported_by_hand(command.indicator, [on, now.today])?;
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
            Some(Settled::Told | Settled::Final | Settled::Revised) => {
                command.settled == Settled::Revised
            }
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
    } else {
        state.is_reported_by_hand(command.indicator, [on, now.today])?;
        if command.settled == Settled::Revised {
            return Err(Refusal::NothingToRevise {
                period: command.period,
            });
        }
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
        Some(day) => standing.collected == Some(day),
        None => standing.collected.is_none(),
    };
    same_day
        && standing.value == command.value
        && standing.settled == command.settled
        && standing.source() == command.source
        && standing.note == command.note
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
        open_by: event.source.map(OpenBy::Source),
        note: event.note.clone(),
        collected: event.collected,
    };
    match event.source {
        Some(_) => drop(indicator.measured_on.insert(at.on)),
        None => drop(indicator.reported.insert(key)),
    }
    let over = indicator.measured_over.entry(key.body);
    let (first, last) = over.or_insert((key.period, key.period));
    *first = key.period.min(*first);
    *last = key.period.max(*last);
    indicator
        .measurements
        .entry(key)
        .or_default()
        .insert(at.on, at.position, measurement);
}
