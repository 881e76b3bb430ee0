//! An indicator as a series of figures: what a chart, its table, CSV and JSON are made of.

mod change;
mod curve;
mod due;
mod figures;
mod formula;
mod point;

pub use change::{LevelToTarget, Trend};
pub use curve::Sparkline;
pub use due::YearWithoutFigure;
pub use formula::{Formula, NoFigure, Piece, Way};
pub use point::{Forecast, MadeOf, Point, Row, TargetPoint};

use super::frame::{Basis, IndicatorMessage, SourceLink, add_sources};
use figures::Figures;
use jiff::civil::Date;
use riktning_domain::indicators::{
    Better, Breakdown, Class, Frequency, Interpretation, MethodBreak, Settled, Unit,
};
use riktning_domain::published::PublicIndicator;
use riktning_domain::{Figure, Names, Period, Published, Text};

/// Everything that one indicator's chart and table show on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What the indicator is called.
    pub names: Names,
    /// What it is counted in.
    pub unit: Unit,
    /// How many decimals its figures are shown with.
    pub decimals: u8,
    /// Which way is good.
    pub better: Better,
    /// What it may be used for.
    pub class: Class,
    /// Whether the class is our reading.
    pub class_interpretation: Interpretation,
    /// How often figures come, where known.
    pub frequency: Option<Frequency>,
    /// How its figures are worked out, where they are.
    pub formula: Option<Formula>,
    /// When it began to be measured in another way: the first row from then on says so.
    pub breaks: Vec<MethodBreak>,
    /// The breakdowns that have any row, everybody first, then women, men, girls, boys.
    pub breakdowns: Vec<Breakdown>,
    /// One row per period, the earliest first; never two with the same period. Periods between
    /// the first and the last of the same kind that have no figure are in it, as gaps.
    pub rows: Vec<Row>,
    /// How the latest outcome changed from the one before, for everybody. A forecast is never
    /// held against anything.
    pub trend: Option<Trend>,
    /// How the latest outcome stands to its target, for everybody. Never for a place indicator.
    pub level: Option<LevelToTarget>,
}

/// What a list says of an indicator.
pub(crate) struct Brief {
    pub(crate) message: IndicatorMessage,
    pub(crate) sparkline: Option<Sparkline>,
    /// How much its line says.
    pub(crate) tells: usize,
}

/// A figure and its period.
pub type Dot = (Period, Figure);

impl Series {
    /// The figures of an indicator as they stood on the lens's day.
    pub(crate) fn of(p: Published<'_>, indicator: &PublicIndicator<'_>) -> Series {
        let mut series = Figures::of(indicator).series(p, indicator, |_| false);
        series.tell_breaks();
        series.trend = series.find_trend();
        series.level = series.find_level(indicator.definition.tolerance);
        series
    }

    /// The small curve of an indicator and what it says in a sentence, if it has an outcome. Only
    /// the periods that these look at are reckoned: a list of goals costs as much after ten years as
    /// after one.
    pub(crate) fn in_brief(p: Published<'_>, indicator: &PublicIndicator<'_>) -> Option<Brief> {
        let figures = Figures::of(indicator);
        let main = main_of(&figures.breakdowns);
        let (mut rows, mut latest, mut before) = (0, None, false);
        let mut series = figures.series(p, indicator, |row| {
            rows += 1;
            if row.points.get(main).and_then(Point::outcome).is_some() {
                let kind = std::mem::discriminant(&row.period);
                before |= latest.is_some_and(|latest| latest == kind);
                latest = latest.or(Some(kind));
            }
            rows >= curve::MOST && before
        });
        series.trend = series.find_trend();
        Some(Brief {
            message: IndicatorMessage::of(&series)?,
            sparkline: series.sparkline(),
            tells: series.tells(),
        })
    }

    /// The same figures and targets, held against nothing: under a goal that began after the
    /// latest of them they judge nothing.
    pub(crate) fn unjudged(self) -> Series {
        Series {
            trend: None,
            level: None,
            ..self
        }
    }

    /// Whether it was measured in another way in the later of two periods.
    pub fn is_broken_between(&self, before: Period, after: Period) -> bool {
        self.breaks.iter().any(|b| b.lies_between(before, after))
    }

    /// Writes beside the first figure after each change what was changed.
    fn tell_breaks(&mut self) {
        for change in &self.breaks {
            let from = change.from.first_day();
            let mut rows = self.rows.iter_mut();
            let row = rows.find(|row| row.period.first_day() >= from);
            let Some(point) = row.and_then(|row| row.points.first_mut()) else {
                continue;
            };
            let how = change.how.as_str().unwrap_or_default();
            let note = match point.note.as_ref().and_then(Text::as_str) {
                Some(note) => format!("{how} {note}"),
                None => how.to_owned(),
            };
            point.note = Some(note.as_str().into());
        }
    }

    /// Which column is everybody, or the first where nobody reported everybody.
    fn main(&self) -> usize {
        main_of(&self.breakdowns)
    }

    fn outcomes(&self) -> impl DoubleEndedIterator<Item = (&Row, Figure)> {
        let main = self.main();
        self.rows
            .iter()
            .filter_map(move |row| Some((row, row.points.get(main)?.outcome()?)))
    }

    /// Whether the latest outcome may still change: then it reaches no target.
    pub fn is_preliminary(&self) -> bool {
        let main = self.main();
        let latest = self.outcomes().next_back();
        let point = latest.and_then(|(row, _)| row.points.get(main));
        point.is_some_and(|point| point.settled == Some(Settled::Preliminary))
    }

    /// What is expected of everybody's next period after the latest outcome, if anybody has
    /// said so.
    pub fn forecast(&self) -> Option<Forecast> {
        let main = self.main();
        let known = self.latest().map(|(period, _)| period.last_day());
        self.rows.iter().find_map(|row| {
            let point = row.points.get(main).filter(|p| p.is_forecast())?;
            let is_next = known.is_none_or(|known| row.period.last_day() > known);
            is_next.then_some(Forecast {
                period: row.period,
                figure: point.figure()?,
                by: point.forecast_by.clone(),
                made: point.collected,
                aim: row.target.as_ref().map(|target| target.aim.clone()),
            })
        })
    }

    /// The latest period that has no figure because it cannot be worked out, if that is after the
    /// latest outcome, and why.
    pub fn unreckoned(&self) -> Option<(Period, &NoFigure)> {
        let main = self.main();
        let known = self.latest().map(|(period, _)| period);
        let mut rows = self.rows.iter().rev();
        rows.find_map(|row| match &row.points.get(main)?.value {
            Some(Err(why)) if why.is_unreckoned() => Some((row.period, why)),
            _ => None,
        })
        .filter(|(period, _)| known.is_none_or(|known| known < *period))
    }

    /// The latest outcome for everybody, with its period.
    pub fn latest(&self) -> Option<Dot> {
        self.outcomes()
            .next_back()
            .map(|(row, figure)| (row.period, figure))
    }

    /// The year, within a period and by a day, of which there is neither outcome nor forecast
    /// although one is due.
    pub(crate) fn lacking(&self, within: Period, day: Date) -> Option<YearWithoutFigure> {
        let (told, _) = self.latest()?;
        let lacking = due::lacking(told, within, self.frequency, day)?;
        let expected = self.forecast();
        let is_told = expected.is_some_and(|f| f.period.last_day().year() >= lacking.year);
        (!is_told).then_some(lacking)
    }

    /// The outcome for everybody of a period.
    pub(crate) fn outcome_of(&self, period: Period) -> Option<Figure> {
        let mut outcomes = self.outcomes();
        let found = outcomes.find(|(row, _)| row.period == period);
        found.map(|(_, figure)| figure)
    }

    /// The latest outcome for everybody whose period had begun by a day.
    pub(crate) fn latest_by(&self, day: Date) -> Option<Dot> {
        let mut outcomes = self.outcomes().rev();
        let found = outcomes.find(|(row, _)| row.period.first_day() <= day);
        found.map(|(row, figure)| (row.period, figure))
    }

    /// The latest outcome and the one before it of the same kind of period.
    pub fn last_two(&self) -> (Option<Dot>, Option<Dot>) {
        let latest = self.latest();
        let before = latest.and_then(|(latest, _)| {
            let kind = std::mem::discriminant(&latest);
            let mut earlier = self
                .outcomes()
                .rev()
                .skip(1)
                .map(|(row, figure)| (row.period, figure));
            let before = earlier.find(|(period, _)| std::mem::discriminant(period) == kind);
            before.filter(|(before, _)| !self.is_broken_between(*before, latest))
        });
        (latest, before)
    }

    /// Where everybody's figures of some periods were found, once each.
    pub(crate) fn found_in(&self, periods: &[Period]) -> Vec<SourceLink> {
        let mut all = Vec::new();
        for row in self.rows.iter().filter(|row| periods.contains(&row.period)) {
            let point = row.points.get(self.main());
            add_sources(&mut all, point.and_then(|point| point.source.clone()));
        }
        all
    }

    /// Whether a figure is shown from the last day of its period, because no day of publishing
    /// was found.
    pub fn has_undated(&self) -> bool {
        let mut points = self.rows.iter().flat_map(|row| &row.points);
        points.any(|point| {
            let told = point.settled == Some(Settled::Told) && point.outcome().is_some();
            told && point.collected.is_none()
        })
    }

    /// Every source of its figures and targets, once each.
    pub(crate) fn sources(&self) -> Vec<SourceLink> {
        let mut all = Vec::new();
        for row in &self.rows {
            add_sources(
                &mut all,
                row.points.iter().filter_map(|point| point.source.clone()),
            );
            let made_of = row.points.iter().filter_map(|point| point.made_of.as_ref());
            add_sources(&mut all, made_of.flat_map(|made| made.sources.clone()));
            if let Some(Basis::Source { source, .. }) = row.target.as_ref().map(|t| &t.basis) {
                add_sources(&mut all, [source.clone()]);
            }
        }
        all
    }
}

fn main_of(breakdowns: &[Breakdown]) -> usize {
    let all = breakdowns.iter().position(|b| *b == Breakdown::All);
    all.unwrap_or(0)
}
