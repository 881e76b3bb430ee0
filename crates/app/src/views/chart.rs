//! An indicator as a series of figures: what a chart, its table, CSV and JSON are made of.

use super::frame::{Basis, SourceLink, add_sources, basis, body_name, source_link};
use jiff::civil::Date;
use riktning_domain::decisions;
use riktning_domain::ids::BodyId;
use riktning_domain::indicators::{
    Aim, Better, Breakdown, Class, Frequency, Interpretation, MethodBreak, NoValue, Settled,
    Target, TargetBasis, Unit, Value,
};
use riktning_domain::published::{PublicIndicator, PublicMeasurement};
use riktning_domain::{Figure, Names, Period, Published, Text};
use std::collections::{BTreeSet, HashMap};

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
    pub value: Option<Result<Figure, NoValue>>,
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

/// How a figure changed from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// Moved the way that is good.
    Better,
    /// The same.
    Unchanged,
    /// Moved the other way.
    Worse,
    /// Rose, where neither way is good or a place indicator is not judged.
    Rose,
    /// Fell, likewise.
    Fell,
    /// Came higher up in a ranking, where nobody is judged by it: the number fell.
    HigherUp,
    /// Came further down in a ranking, likewise: the number rose.
    FurtherDown,
}

/// How a figure stands to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelToTarget {
    /// Meets or is better than the target.
    Better,
    /// Within the indicator's tolerance of it.
    Near,
    /// Worse than it.
    Worse,
}

/// A decorative small curve; the sentence beside it carries the meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Sparkline {
    /// The figures in order; `None` where a period has none.
    pub figures: Vec<Option<Figure>>,
    /// How many of them, from the first, are outcomes; those after are forecasts.
    pub outcomes: usize,
    /// The latest target.
    pub target: Option<Figure>,
}

/// A figure and its period.
pub type Dot = (Period, Figure);

impl Series {
    /// The figures of an indicator as they stood on the lens's day.
    pub(crate) fn of(p: Published<'_>, indicator: &PublicIndicator<'_>) -> Series {
        let definition = indicator.definition;
        let measured = indicator.measurements();
        let body = whose(&measured);
        let measured: Vec<_> = measured
            .into_iter()
            .filter(|m| m.key.body == body)
            .collect();
        let breakdowns: BTreeSet<Breakdown> = measured.iter().map(|m| m.key.breakdown).collect();
        let breakdowns: Vec<Breakdown> = match breakdowns.is_empty() {
            true => vec![Breakdown::All],
            false => breakdowns.into_iter().collect(),
        };
        let targets: Vec<_> = indicator
            .targets()
            .into_iter()
            .filter(|(_, whose, _)| *whose == body || whose.is_none())
            .collect();
        let mut by_place = HashMap::with_capacity(measured.len());
        for m in &measured {
            by_place.entry((m.key.period, m.key.breakdown)).or_insert(m);
        }
        let mut own = HashMap::with_capacity(targets.len());
        for (period, _, target) in &targets {
            own.entry(*period).or_insert(*target);
        }
        let mut periods: BTreeSet<Period> = measured.iter().map(|m| m.key.period).collect();
        // A forecast reaches over years whose outcomes are not due yet.
        let outcomes = measured
            .iter()
            .filter(|m| !m.measurement.settled.is_forecast())
            .map(|m| m.key.period)
            .collect();
        let mut gaps = skipped(&outcomes, definition.frequency);
        gaps.retain(|gap| !periods.contains(gap));
        periods.extend(&gaps);
        for (period, _, _) in &targets {
            if !periods.contains(period) && !periods.iter().any(|row| period.covers(*row)) {
                periods.insert(*period);
            }
        }
        let rows = periods.into_iter().map(|period| Row {
            period,
            points: breakdowns
                .iter()
                .map(|breakdown| {
                    by_place
                        .get(&(period, *breakdown))
                        .map_or_else(Point::nothing, |m| Point::of(p, m))
                })
                .collect(),
            target: own
                .get(&period)
                .map(|target| (period, *target))
                .or_else(|| narrowest(&targets, period))
                .map(|(period, target)| TargetPoint::of(p, period, target)),
            gap: gaps.contains(&period),
        });
        let mut series = Series {
            names: definition.names.clone(),
            unit: definition.unit.clone(),
            decimals: definition.decimals,
            better: definition.better,
            class: definition.class,
            class_interpretation: definition.class_interpretation,
            frequency: definition.frequency,
            breaks: definition.breaks.clone(),
            rows: rows.collect(),
            breakdowns,
            trend: None,
            level: None,
        };
        series.tell_breaks();
        series.trend = series.find_trend();
        series.level = series.find_level(definition.tolerance);
        series
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
        self.breakdowns
            .iter()
            .position(|b| *b == Breakdown::All)
            .unwrap_or(0)
    }

    fn outcomes(&self) -> impl DoubleEndedIterator<Item = (&Row, Figure)> {
        let main = self.main();
        self.rows
            .iter()
            .filter_map(move |row| Some((row, row.points.get(main)?.outcome()?)))
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

    /// The latest outcome for everybody, with its period.
    pub fn latest(&self) -> Option<Dot> {
        self.outcomes()
            .next_back()
            .map(|(row, figure)| (row.period, figure))
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

    /// The small curve, if there are two figures to draw it between.
    pub(crate) fn sparkline(&self) -> Option<Sparkline> {
        const MOST: usize = 10;
        let main = self.main();
        let rows = &self.rows[self.rows.len().saturating_sub(MOST)..];
        // Where it began to be measured in another way the curve is broken.
        let mut before: Option<Period> = None;
        let points: Vec<Option<&Point>> = rows
            .iter()
            .flat_map(|row| {
                let last = before.replace(row.period);
                let broken = last.is_some_and(|last| self.is_broken_between(last, row.period));
                let point = row.points.get(main);
                broken.then_some(None).into_iter().chain([point])
            })
            .collect();
        let points = || points.iter().copied();
        let is_outcome = |point: Option<&Point>| point.and_then(Point::outcome).is_some();
        let outcomes = points().rposition(is_outcome).map_or(0, |last| last + 1);
        let figures: Vec<Option<Figure>> = points()
            .enumerate()
            .map(|(index, point)| match index < outcomes {
                true => point?.outcome(),
                false => point?.figure(),
            })
            .collect();
        let target = rows
            .iter()
            .rev()
            .find_map(|row| match row.target.as_ref()?.aim {
                Aim::At(figure) => Some(figure),
                Aim::Between(..) | Aim::InWords(_) => None,
            });
        (figures.iter().flatten().count() >= 2).then_some(Sparkline {
            figures,
            outcomes,
            target,
        })
    }

    fn find_trend(&self) -> Option<Trend> {
        let ((_, latest), (_, before)) = match self.last_two() {
            (Some(latest), Some(before)) => (latest, before),
            _ => return None,
        };
        // A place indicator shows how the place develops and is never judged.
        let judged = self.class != Class::Place;
        Some(trend(before, latest, self.better, judged, &self.unit))
    }

    fn find_level(&self, tolerance: Option<Figure>) -> Option<LevelToTarget> {
        if self.class == Class::Place {
            return None;
        }
        let (row, figure) = self.outcomes().next_back()?;
        let (low, high) = match row.target.as_ref()?.aim {
            Aim::At(aim) => match self.better {
                Better::Up => (Some(aim), None),
                Better::Down => (None, Some(aim)),
                Better::Near => (Some(aim), Some(aim)),
                Better::Neither => return None,
            },
            Aim::Between(low, high) => (Some(low), Some(high)),
            Aim::InWords(_) => return None,
        };
        level(figure, low, high, tolerance)
    }

    /// Every source of its figures and targets, once each.
    pub(crate) fn sources(&self) -> Vec<SourceLink> {
        let mut all = Vec::new();
        for row in &self.rows {
            add_sources(
                &mut all,
                row.points.iter().filter_map(|point| point.source.clone()),
            );
            if let Some(Basis::Source { source, .. }) = row.target.as_ref().map(|t| &t.basis) {
                add_sources(&mut all, [source.clone()]);
            }
        }
        all
    }
}

/// What it means that a figure followed another.
fn trend(before: Figure, latest: Figure, better: Better, judged: bool, unit: &Unit) -> Trend {
    if latest == before {
        return Trend::Unchanged;
    }
    let rose = latest > before;
    match (better, judged, unit) {
        (Better::Up, true, _) if rose => Trend::Better,
        (Better::Up, true, _) => Trend::Worse,
        (Better::Down, true, _) if rose => Trend::Worse,
        (Better::Down, true, _) => Trend::Better,
        // A lower number is a place higher up.
        (_, _, Unit::Rank) if rose => Trend::FurtherDown,
        (_, _, Unit::Rank) => Trend::HigherUp,
        _ if rose => Trend::Rose,
        _ => Trend::Fell,
    }
}

/// How a figure stands to the limits of a target; `None` where the difference is too large to
/// be told exactly.
fn level(
    figure: Figure,
    low: Option<Figure>,
    high: Option<Figure>,
    tolerance: Option<Figure>,
) -> Option<LevelToTarget> {
    let by = match (low, high) {
        (Some(low), _) if figure < low => low.minus(figure)?,
        (_, Some(high)) if figure > high => figure.minus(high)?,
        _ => return Some(LevelToTarget::Better),
    };
    Some(match tolerance {
        Some(tolerance) if by <= tolerance => LevelToTarget::Near,
        Some(_) | None => LevelToTarget::Worse,
    })
}

/// Whose figures are drawn: the whole group's, else those of the first body that has any.
fn whose(measured: &[PublicMeasurement<'_>]) -> Option<BodyId> {
    let whole = measured.iter().any(|m| m.key.body.is_none());
    if whole {
        None
    } else {
        measured.iter().find_map(|m| m.key.body)
    }
}

/// The years and school years between the first and the last that nobody reported although a
/// figure was due.
fn skipped(periods: &BTreeSet<Period>, frequency: Option<Frequency>) -> BTreeSet<Period> {
    let step = match frequency {
        Some(Frequency::EveryOtherYear) => 2,
        _ => 1,
    };
    let years = periods.iter().filter_map(|p| match p {
        Period::Year(y) => Some(*y),
        _ => None,
    });
    let school = periods.iter().filter_map(|p| match p {
        Period::SchoolYear(y) => Some(*y),
        _ => None,
    });
    // Periods are ordered, so each list is; what is due is counted from the figure before.
    let due = |years: Vec<i16>| -> Vec<i16> {
        let pairs = years.windows(2);
        pairs
            .flat_map(|pair| (pair[0]..pair[1]).step_by(step).skip(1))
            .collect()
    };
    let years = due(years.collect()).into_iter().map(Period::Year);
    let school = due(school.collect()).into_iter().map(Period::SchoolYear);
    years.chain(school).collect()
}

/// The target of the shortest period around one that has none of its own.
fn narrowest<'a>(
    targets: &[(Period, Option<BodyId>, &'a Target)],
    period: Period,
) -> Option<(Period, &'a Target)> {
    let around = targets
        .iter()
        .filter(|(target, _, _)| target.covers(period));
    let length = |p: Period| {
        p.first_day()
            .until(p.last_day())
            .map_or(i32::MAX, |s| s.get_days())
    };
    around
        .min_by_key(|(target, _, _)| length(*target))
        .map(|(period, _, target)| (*period, *target))
}

impl Point {
    fn nothing() -> Point {
        Point {
            value: None,
            settled: None,
            revised_from: Vec::new(),
            source: None,
            collected: None,
            note: None,
            forecast_by: None,
        }
    }

    fn of(p: Published<'_>, measured: &PublicMeasurement<'_>) -> Point {
        let measurement = measured.measurement;
        Point {
            value: Some(match &measurement.value {
                Value::Figure(figure) => Ok(*figure),
                Value::None(reason) => Err(reason.clone()),
            }),
            settled: Some(measurement.settled),
            revised_from: measured.revised_from(),
            source: measurement.source.and_then(|id| source_link(p, id)),
            collected: measurement.collected_known.then_some(measured.on),
            note: measurement.note.clone(),
            forecast_by: measurement
                .settled
                .forecast_by()
                .and_then(|by| body_name(p, by))
                .map(|(names, _)| names),
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

    fn of(p: Published<'_>, period: Period, target: &Target) -> TargetPoint {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn periods(texts: &[&str]) -> BTreeSet<Period> {
        texts.iter().map(|t| t.parse().unwrap()).collect()
    }

    #[test]
    fn years_between_the_first_and_the_last_are_gaps() {
        let gaps = skipped(
            &periods(&["2013", "2015", "2016/17", "2019/20", "2019-12"]),
            Some(Frequency::Yearly),
        );
        assert_eq!(gaps, periods(&["2014", "2017/18", "2018/19"]));
    }

    #[test]
    fn no_year_is_missing_in_which_none_was_due() {
        let measured = periods(&["2012", "2014", "2018", "2019", "2022"]);
        let gaps = skipped(&measured, Some(Frequency::EveryOtherYear));
        assert_eq!(gaps, periods(&["2016", "2021"]));
    }

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    #[test]
    fn a_lower_number_in_a_ranking_is_higher_up() {
        let of = |before, latest, judged, unit: &Unit| {
            trend(figure(before), figure(latest), Better::Down, judged, unit)
        };
        assert_eq!(of("206", "169", false, &Unit::Rank), Trend::HigherUp);
        assert_eq!(of("149", "172", false, &Unit::Rank), Trend::FurtherDown);
        assert_eq!(of("149", "149", false, &Unit::Rank), Trend::Unchanged);
        assert_eq!(of("206", "169", true, &Unit::Rank), Trend::Better);
        assert_eq!(of("206", "169", false, &Unit::Count), Trend::Fell);
    }

    #[test]
    fn a_difference_too_large_to_tell_is_no_level() {
        let (least, most) = (
            figure("-79228162514264337593543950335"),
            figure("79228162514264337593543950335"),
        );
        assert_eq!(level(least, Some(most), None, None), None);
        assert_eq!(level(most, None, Some(least), None), None);
        assert_eq!(
            level(most, Some(least), None, None),
            Some(LevelToTarget::Better)
        );
    }

    #[test]
    fn a_figure_is_near_a_target_within_the_tolerance() {
        let near = |text| level(figure(text), Some(figure("80")), None, Some(figure("1.0")));
        assert_eq!(near("80"), Some(LevelToTarget::Better));
        assert_eq!(near("79.0"), Some(LevelToTarget::Near));
        assert_eq!(near("78.9"), Some(LevelToTarget::Worse));
    }
}
