//! Figures that a body decides: without an open source they are not public before.

use super::{MeasuredKey, Measurement, OpenBy, Settled, Value};
use crate::assessments::judges_the_whole;
use crate::event::Recorded;
use crate::ids::{BodyId, DecisionId, IndicatorId};
use crate::periods::Period;
use crate::refusal::Refusal;
use crate::state::State;
use crate::texts::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A figure as the body whose it is decides it: exactly what was shown to it. It becomes public with the decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecidedFigure {
    /// What it is about.
    pub period: Period,
    /// Whose figure; `None` for the whole group or place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<BodyId>,
    /// Which people it is about.
    pub breakdown: super::Breakdown,
    /// The figure, or why there is none.
    pub value: Value,
    /// How settled it is.
    pub settled: Settled,
    /// When it was collected, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collected: Option<Date>,
    /// What a reader must know of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl DecidedFigure {
    /// A figure that stands and waits for its decision.
    pub(crate) fn of(key: MeasuredKey, standing: &Measurement) -> DecidedFigure {
        DecidedFigure {
            period: key.period,
            body: key.body,
            breakdown: key.breakdown,
            value: standing.value.clone(),
            settled: standing.settled,
            collected: standing.collected,
            note: standing.note.clone(),
        }
    }

    /// What it is about: its identity.
    pub fn key(&self) -> MeasuredKey {
        MeasuredKey {
            body: self.body,
            period: self.period,
            breakdown: self.breakdown,
        }
    }

    fn says(&self, standing: &Measurement) -> bool {
        *self == DecidedFigure::of(self.key(), standing)
    }
}

/// What must hold of the figures of an indicator that a body decides on a day: each stood so on that day, waits for
/// its decision, and is the body's matter.
pub(crate) fn decidable(
    state: &State,
    on: Date,
    by: BodyId,
    indicator: IndicatorId,
    figures: &[DecidedFigure],
) -> Result<(), Refusal> {
    state.indicator_known(indicator, on)?;
    let keys: BTreeSet<MeasuredKey> = figures.iter().map(DecidedFigure::key).collect();
    if figures.is_empty() || keys.len() != figures.len() {
        return Err(Refusal::TwiceTheSame);
    }
    for figure in figures {
        let period = figure.period;
        let standing = state.standing_figure(indicator, figure.key(), on);
        let standing = standing.ok_or(Refusal::FigureChanged { period })?;
        // One that is open waits for no decision.
        if state.figure_is_open(standing, on) || !figure.says(standing) {
            return Err(Refusal::FigureChanged { period });
        }
        match state.answers_for_figure(indicator, figure.body, on) {
            Some(whose) => state.is_its_matter(by, Some(whose), on)?,
            None if judges_the_whole(state.body_alive(by, on)?.kind) => {}
            None => return Err(Refusal::NotItsMatter),
        }
    }
    Ok(())
}

pub(crate) fn apply_decided(
    state: &mut State,
    at: &Recorded,
    decision: DecisionId,
    indicator: IndicatorId,
    figures: &[DecidedFigure],
) {
    let indicator = Arc::make_mut(state.indicators.entry(indicator).or_default());
    indicator.measured_on.insert(at.on);
    indicator.opened_by.insert(decision);
    for figure in figures {
        let decided = Measurement {
            value: figure.value.clone(),
            settled: figure.settled,
            open_by: Some(OpenBy::Decision(decision)),
            note: figure.note.clone(),
            collected: figure.collected,
        };
        let said = indicator.measurements.entry(figure.key()).or_default();
        said.insert(at.on, at.position, decided);
    }
}

impl State {
    /// What stood of a figure on a day, open or not.
    pub(crate) fn standing_figure(
        &self,
        indicator: IndicatorId,
        key: MeasuredKey,
        day: Date,
    ) -> Option<&Measurement> {
        let indicator = self.indicators.get(&indicator)?;
        indicator.measurements.get(&key)?.at(day)
    }

    /// Whether residents may see a figure on a day: it has an open source, or a decision that stands made it open.
    pub(crate) fn figure_is_open(&self, measurement: &Measurement, day: Date) -> bool {
        match measurement.open_by {
            Some(OpenBy::Source(_)) => true,
            Some(OpenBy::Decision(id)) => self.decision_stands(id, day),
            None => false,
        }
    }

    /// The body that answers for a figure: whose it is, or who answers for the indicator where it is the whole
    /// group's.
    pub(crate) fn answers_for_figure(
        &self,
        indicator: IndicatorId,
        body: Option<BodyId>,
        day: Date,
    ) -> Option<BodyId> {
        let defined = self.indicators.get(&indicator);
        let defined = defined.and_then(|i| i.definitions.at(day));
        body.or(defined.and_then(|(_, definition)| definition.responsible))
    }
}
