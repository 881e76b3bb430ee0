//! One period of a series: its figures, or why there are none, and its target.

use super::formula::{NoFigure, body_names};
use crate::views::frame::{
    Basis, DecisionRef, SourceLink, basis, body_name, decision_ref, source_link,
};
use jiff::civil::Date;
use riktning_domain::decisions;
use riktning_domain::indicators::{Aim, Interpretation, Settled, Target, TargetBasis, Value};
use riktning_domain::published::{PublicFigure, PublicMeasurement, Reckoned};
use riktning_domain::{Figure, Names, Period, Published, Text};

/// The figures of one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The period.
    pub period: Period,
    /// One point per breakdown of the series, in the same order.
    pub points: Vec<Point>,
    /// The target for the period.
    pub target: Option<TargetPoint>,
    /// Whether the row is only there because the series skips this period: nothing is known of it.
    pub gap: bool,
}

impl Row {
    /// Whether all its figures are forecasts.
    pub fn is_forecast(&self) -> bool {
        let mut figures = self
            .points
            .iter()
            .filter(|p| p.figure().is_some())
            .peekable();
        figures.peek().is_some() && figures.all(Point::is_forecast)
    }
}

/// One figure, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The figure, or why there is none; `None` if nothing was ever reported.
    pub value: Option<Result<Figure, NoFigure>>,
    /// How settled it is.
    pub settled: Option<Settled>,
    /// The earlier figures that this one revised, the earliest first.
    pub revised_from: Vec<Figure>,
    /// Where it was found.
    pub source: Option<SourceLink>,
    /// When it was collected; `None` if no source says.
    pub collected: Option<Date>,
    /// What a reader must know of it.
    pub note: Option<Text>,
    /// Who made it, if it is a forecast.
    pub forecast_by: Option<Names>,
    /// How it is made, where it is worked out.
    pub made_of: Option<MadeOf>,
    /// The decision that made it public, where no source did.
    pub decided: Option<DecisionRef>,
}

/// What a figure that is worked out is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct MadeOf {
    /// Where its parts were found, once each.
    pub sources: Vec<SourceLink>,
    /// The bodies whose figures are in it, where it is made of bodies'.
    pub bodies: Vec<Names>,
}

/// What somebody expects of a period that has no outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The period.
    pub period: Period,
    /// The figure.
    pub figure: Figure,
    /// Who made it.
    pub by: Option<Names>,
    /// When.
    pub made: Option<Date>,
    /// The target for the period.
    pub aim: Option<Aim>,
}

impl Point {
    /// Whether it is a forecast and no outcome.
    pub fn is_forecast(&self) -> bool {
        self.settled.is_some_and(Settled::is_forecast)
    }

    /// The figure, if there is one and it is an outcome.
    pub fn outcome(&self) -> Option<Figure> {
        self.figure().filter(|_| !self.is_forecast())
    }

    /// The figure, if there is one.
    pub fn figure(&self) -> Option<Figure> {
        match self.value {
            Some(Ok(figure)) => Some(figure),
            Some(Err(_)) | None => None,
        }
    }
}

/// A target for a period.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetPoint {
    /// The period that it is for; may be longer than the row's.
    pub period: Period,
    /// What it aims at.
    pub aim: Aim,
    /// Whether its period is our reading.
    pub interpretation: Interpretation,
    /// What it rests on.
    pub basis: Basis,
    /// What a reader must know of it.
    pub note: Option<Text>,
}

impl Point {
    pub(super) fn nothing() -> Point {
        Point {
            value: None,
            settled: None,
            revised_from: Vec::new(),
            source: None,
            collected: None,
            note: None,
            forecast_by: None,
            made_of: None,
            decided: None,
        }
    }

    pub(super) fn of(p: Published<'_>, figure: &PublicFigure<'_>) -> Point {
        match figure {
            PublicFigure::Reported(measured) => Point::reported(p, measured),
            PublicFigure::Reckoned(reckoned) => Point::reckoned(p, reckoned),
        }
    }

    fn reckoned(p: Published<'_>, reckoned: &Reckoned) -> Point {
        let by = reckoned.settled.and_then(Settled::forecast_by);
        let sources = reckoned.sources.iter();
        let sources: Vec<_> = sources.filter_map(|id| source_link(p, *id)).collect();
        let value = reckoned.value.as_ref();
        Point {
            value: Some(value.copied().map_err(|why| NoFigure::of(p, why))),
            settled: reckoned.settled,
            // One source is the figure's own; several stand on the page.
            source: match sources.as_slice() {
                [one] => Some(one.clone()),
                _ => None,
            },
            collected: reckoned.collected,
            forecast_by: by.and_then(|by| body_name(p, by)).map(|(names, _)| names),
            made_of: Some(MadeOf {
                sources,
                bodies: body_names(p, &reckoned.bodies),
            }),
            ..Point::nothing()
        }
    }

    fn reported(p: Published<'_>, measured: &PublicMeasurement<'_>) -> Point {
        let measurement = measured.measurement;
        Point {
            value: Some(match &measurement.value {
                Value::Figure(figure) => Ok(*figure),
                Value::None(reason) => Err(NoFigure::Said(reason.clone())),
            }),
            settled: Some(measurement.settled),
            revised_from: measured.revised_from(),
            source: measurement.source().and_then(|id| source_link(p, id)),
            collected: measurement.collected,
            note: measurement.note.clone(),
            forecast_by: measurement
                .settled
                .forecast_by()
                .and_then(|by| body_name(p, by))
                .map(|(names, _)| names),
            made_of: None,
            decided: measurement.decision().and_then(|id| decision_ref(p, id)),
        }
    }
}

impl TargetPoint {
    /// Where it was found, or what shows its decision.
    pub fn source(&self) -> Option<&SourceLink> {
        match &self.basis {
            Basis::Source { source, .. } => Some(source),
            Basis::Decision(decision) => decision.source.as_ref(),
        }
    }

    pub(super) fn of(p: Published<'_>, period: Period, target: &Target) -> TargetPoint {
        let rests_on = match target.basis {
            TargetBasis::Decision(id) => decisions::Basis::Decision(id),
            TargetBasis::Source(id, since) => decisions::Basis::Source(id, since),
        };
        TargetPoint {
            period,
            aim: target.aim.clone(),
            interpretation: target.period_interpretation,
            basis: basis(p, rests_on),
            note: target.note.clone(),
        }
    }
}
