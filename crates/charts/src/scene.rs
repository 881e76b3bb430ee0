//! What a drawing shows, before anybody has decided how large it is.

use crate::axis::Axis;
use crate::gaps::{Gap, Missing, gaps, missing};
use crate::ink::Hue;
use crate::say::Say;
use riktning_app::views::chart::Series;
use riktning_domain::indicators::{Aim, Breakdown, Settled};
use riktning_domain::{Figure, Period};
use riktning_words::Marked;
use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};

/// A series as lines, dots, steps and gaps along time.
pub(crate) struct Scene<'a> {
    pub(crate) say: Say<'a>,
    /// The last day of each row's period, counted from the first row's.
    pub(crate) days: Vec<f64>,
    pub(crate) axis: Axis,
    pub(crate) lines: Vec<Line>,
    pub(crate) steps: Vec<Step>,
    pub(crate) gaps: Vec<Gap>,
    pub(crate) missing: Vec<Missing>,
}

/// The figures of one breakdown.
pub(crate) struct Line {
    pub(crate) breakdown: Breakdown,
    pub(crate) hue: Hue,
    pub(crate) dots: Vec<Dot>,
}

/// One figure.
pub(crate) struct Dot {
    pub(crate) row: usize,
    pub(crate) period: Period,
    pub(crate) figure: Figure,
    pub(crate) settled: Settled,
    /// Who made it and when, if it is a forecast: "Kommunstyrelsen" and "30 augusti 2018".
    pub(crate) made: Vec<Marked>,
    /// The dot before it that a line goes from, as its place in the list.
    pub(crate) after: Option<usize>,
}

/// The target of one row, with the stretch of time that it is drawn over.
pub(crate) struct Step {
    pub(crate) row: usize,
    pub(crate) from: f64,
    pub(crate) to: f64,
    pub(crate) low: Figure,
    /// The upper limit, where the target is a range.
    pub(crate) high: Option<Figure>,
}

impl<'a> Scene<'a> {
    pub(crate) fn new(say: Say<'a>) -> Scene<'a> {
        let series = say.series;
        let days = days(series);
        let lines: Vec<Line> = (0..series.breakdowns.len())
            .filter_map(|column| Line::of(say, &days, column))
            .collect();
        let steps = steps(series, &days);
        let figures: Vec<Figure> = lines
            .iter()
            .flat_map(|line| line.dots.iter().map(|dot| dot.figure))
            .chain(steps.iter().map(|step| step.low))
            .chain(steps.iter().filter_map(|step| step.high))
            .collect();
        Scene {
            axis: Axis::fit(&figures, &series.unit, series.better, series.decimals),
            gaps: gaps(say),
            missing: missing(say),
            say,
            days,
            lines,
            steps,
        }
    }

    /// Whether there is anything to draw a line between: two figures of the same people at
    /// different times.
    pub(crate) fn is_a_line(&self) -> bool {
        self.lines.iter().any(|line| {
            let mut days = line.dots.iter().map(|dot| self.days[dot.row]);
            let first = days.next();
            days.any(|day| Some(day) != first)
        })
    }

    /// The line that the heading speaks of: everybody, or the first where nobody counted all.
    pub(crate) fn main(&self) -> Option<&Line> {
        let all = self.lines.iter().find(|l| l.breakdown == Breakdown::All);
        all.or(self.lines.first())
    }

    /// The line whose forecast has the word *Prognos* written first.
    pub(crate) fn leading_forecast(&self) -> Option<&Line> {
        let expects = |line: &&Line| line.forecasts().next().is_some();
        let main = self.main().filter(expects);
        main.or_else(|| self.lines.iter().find(expects))
    }
}

impl Dot {
    pub(crate) fn is_forecast(&self) -> bool {
        self.settled.is_forecast()
    }
}

impl Line {
    /// What came out, without what was only expected.
    pub(crate) fn outcomes(&self) -> impl DoubleEndedIterator<Item = &Dot> {
        self.dots.iter().filter(|dot| !dot.is_forecast())
    }

    pub(crate) fn forecasts(&self) -> impl DoubleEndedIterator<Item = &Dot> {
        self.dots.iter().filter(|dot| dot.is_forecast())
    }

    fn of(say: Say<'_>, days: &[f64], column: usize) -> Option<Line> {
        let series = say.series;
        let breakdown = *series.breakdowns.get(column)?;
        let mut dots: Vec<Dot> = Vec::new();
        for (index, row) in series.rows.iter().enumerate() {
            let Some(point) = row.points.get(column) else {
                continue;
            };
            let Some(figure) = point.figure() else {
                continue;
            };
            let settled = point.settled.unwrap_or(Settled::Final);
            dots.push(Dot {
                row: index,
                period: row.period,
                figure,
                settled,
                made: say.made(point),
                after: None,
            });
        }
        join(series, days, &mut dots);
        (!dots.is_empty()).then(|| Line {
            breakdown,
            hue: match (breakdown.is_female(), breakdown.is_male()) {
                (true, _) => Hue::Female,
                (_, true) => Hue::Male,
                _ => Hue::Total,
            },
            dots,
        })
    }
}

/// Tells each dot which one a line goes from to it: the one before of the same kind of period,
/// unless something is missing between them. A line across a gap would be a figure that nobody
/// has.
fn join(series: &Series, days: &[f64], dots: &mut [Dot]) {
    let mut latest: HashMap<Discriminant<Period>, usize> = HashMap::new();
    let before: Vec<Option<usize>> = dots
        .iter()
        .enumerate()
        .map(|(i, dot)| latest.insert(discriminant(&dot.period), i))
        .collect();
    let stretch = |i: usize, before: usize| days[dots[i].row] - days[dots[before].row];
    // The view fills in skipped years and school years. For shorter periods the usual distance
    // tells: three times a year and then nothing for two years is a gap as well.
    let mut stretches: HashMap<Discriminant<Period>, Vec<f64>> = HashMap::new();
    for (i, dot) in dots.iter().enumerate() {
        if let Some(before) = before[i] {
            let of_kind = stretches.entry(discriminant(&dot.period)).or_default();
            of_kind.push(stretch(i, before));
        }
    }
    let usual: HashMap<Discriminant<Period>, f64> = stretches
        .into_iter()
        .map(|(kind, mut all)| {
            all.sort_by(f64::total_cmp);
            (kind, all[(all.len() - 1) / 2])
        })
        .collect();
    let joined = |i: usize| {
        let (dot, before) = (&dots[i], before[i]?);
        // No line goes from what was only expected to what came out.
        if dots[before].is_forecast() && !dot.is_forecast() {
            return None;
        }
        // What is measured in another way is another figure.
        if series.is_broken_between(dots[before].period, dot.period) {
            return None;
        }
        let kind = discriminant(&dot.period);
        let between = series.rows.get(dots[before].row + 1..dot.row)?;
        // A row of the same kind between them has no figure here, or it would be the dot before;
        // one that is only there for a target of another length of time breaks nothing.
        let broken = between.iter().any(|row| discriminant(&row.period) == kind);
        let far =
            !matches!(dot.period, Period::Day(_)) && stretch(i, before) > usual.get(&kind)? * 1.8;
        (!broken && !far).then_some(before)
    };
    let joined: Vec<Option<usize>> = (0..dots.len()).map(joined).collect();
    for (dot, after) in dots.iter_mut().zip(joined) {
        dot.after = after;
    }
}

/// The last day of each row's period, in days after the first row's.
fn days(series: &Series) -> Vec<f64> {
    let first = series.rows.first().map(|row| row.period.last_day());
    let after = |row: &riktning_app::views::chart::Row| {
        let span = first?.until(row.period.last_day()).ok()?;
        Some(f64::from(span.get_days()))
    };
    let days = series.rows.iter().map(|row| after(row).unwrap_or(0.0));
    days.collect()
}

/// The targets in figures. A year's dot stands on its last day, so its target is drawn half a
/// year to each side of it; a goal period's over all of its years.
fn steps(series: &Series, days: &[f64]) -> Vec<Step> {
    const YEAR: f64 = 366.0;
    let mut steps: Vec<Step> = Vec::new();
    for (row, (content, day)) in series.rows.iter().zip(days).enumerate() {
        let (low, high) = match content.target.as_ref().map(|target| &target.aim) {
            Some(Aim::At(figure)) => (*figure, None),
            Some(Aim::Between(low, high)) => (*low, Some(*high)),
            Some(Aim::InWords(_)) | None => continue,
        };
        let length = length(content.period);
        let half = length.min(YEAR) / 2.0;
        let mut step = Step {
            row,
            from: day - length + half,
            to: day + half,
            low,
            high,
        };
        if let Some(before) = steps.last_mut()
            && before.to > step.from
        {
            if step.to <= before.to {
                // A month's target within a year's: what is left of the year is before it.
                before.to = step.from;
            } else if step.from <= before.from {
                step.from = before.to;
            } else {
                let middle = f64::midpoint(before.to, step.from);
                before.to = middle;
                step.from = middle;
            }
        }
        steps.push(step);
    }
    steps
}

fn length(period: Period) -> f64 {
    let span = period.first_day().until(period.last_day());
    span.map_or(0.0, |span| f64::from(span.get_days() + 1))
}
