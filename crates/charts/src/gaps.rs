//! What is missing, and why: gaps in the whole series, and figures missing for some people.

use crate::say::Say;
use riktning_app::views::chart::{NoFigure, Row, Series};
use riktning_domain::Period;
use riktning_domain::indicators::{Breakdown, NoValue};
use riktning_words::Marked;
use std::collections::HashSet;
use std::mem::{Discriminant, discriminant};

/// Periods in a row for which nobody has a figure, for one reason.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Gap {
    /// The first row of it.
    pub(crate) first: usize,
    /// The last row of it.
    pub(crate) last: usize,
    /// Why, in the reader's words.
    pub(crate) reason: Marked,
    /// Whether somebody wrote the reason.
    is_written: bool,
}

impl Gap {
    /// What stands in its band: "Ingen mätning 2015"; the period first where somebody has
    /// written the reason, which may be a whole sentence.
    pub(crate) fn words(&self, say: Say<'_>) -> String {
        let key = match self.is_written {
            true => "chart-gap-written",
            false => "chart-gap-label",
        };
        let reason = self.reason.to_string();
        let args = [("reason", reason.as_str()), ("period", &self.periods(say))];
        say.with(key, &args)
    }

    /// The language of the reason, where it is not the reader's.
    pub(crate) fn language(&self, say: Say<'_>) -> Option<&'static str> {
        let mut parts = self.reason.parts();
        let other = !say.is_own(&self.reason);
        parts.next().filter(|_| other).map(|(_, own)| own.tag())
    }

    /// Its periods: "2015", or "2014–2016".
    pub(crate) fn periods(&self, say: Say<'_>) -> String {
        run(say, self.first, self.last)
    }
}

/// The periods in which a breakdown has no figure although others have, for one reason.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Missing {
    /// Whose figure is missing.
    pub(crate) breakdown: Breakdown,
    /// Why, in the reader's words.
    pub(crate) reason: Marked,
    /// The periods, in words.
    pub(crate) periods: String,
}

/// The gaps of a series, the earliest first.
pub(crate) fn gaps(say: Say<'_>) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for (index, row) in say.series.rows.iter().enumerate() {
        let Some((reason, is_written)) = reason_of_gap(say, row) else {
            continue;
        };
        match gaps.last_mut() {
            Some(gap) if gap.last + 1 == index && gap.reason == reason => gap.last = index,
            _ => gaps.push(Gap {
                first: index,
                last: index,
                reason,
                is_written,
            }),
        }
    }
    gaps
}

/// Why nobody has a figure in the row; `None` if somebody has, or if the row is only there for
/// its target and nothing was to be expected. And whether somebody wrote the reason.
fn reason_of_gap(say: Say<'_>, row: &Row) -> Option<(Marked, bool)> {
    if row.points.iter().any(|point| point.figure().is_some()) {
        return None;
    }
    let stated = row.points.iter().find_map(|point| match &point.value {
        Some(Err(reason)) => Some((
            say.reason(reason),
            matches!(reason, NoFigure::Said(NoValue::Because(_))),
        )),
        Some(Ok(_)) | None => None,
    });
    stated.or_else(|| row.gap.then(|| (say.own(say.text("chart-missing")), false)))
}

/// What is missing for some people in periods where others have a figure.
pub(crate) fn missing(say: Say<'_>) -> Vec<Missing> {
    let mut all = Vec::new();
    for (column, breakdown) in say.series.breakdowns.iter().enumerate() {
        let counted = counted_by(say.series, column);
        let mut reasons: Vec<(Marked, Vec<usize>)> = Vec::new();
        for (index, row) in say.series.rows.iter().enumerate() {
            let Some(reason) = reason_of_missing(say, row, column, &counted) else {
                continue;
            };
            match reasons.iter_mut().find(|(known, _)| *known == reason) {
                Some((_, rows)) => rows.push(index),
                None => reasons.push((reason, vec![index])),
            }
        }
        all.extend(reasons.into_iter().map(|(reason, rows)| Missing {
            breakdown: *breakdown,
            reason,
            periods: periods_of(say, &rows),
        }));
    }
    all
}

fn reason_of_missing(
    say: Say<'_>,
    row: &Row,
    column: usize,
    counted: &HashSet<Discriminant<Period>>,
) -> Option<Marked> {
    // Nobody misses a forecast that was not made.
    if !row.points.iter().any(|point| point.outcome().is_some()) {
        return None;
    }
    match &row.points.get(column)?.value {
        Some(Ok(_)) => None,
        Some(Err(reason)) => Some(say.reason(reason)),
        // Girls counted by school year miss nothing in a row that is a calendar year.
        None => counted
            .contains(&discriminant(&row.period))
            .then(|| say.own(say.text("chart-missing"))),
    }
}

/// The kinds of period in which a breakdown has any figure.
fn counted_by(series: &Series, column: usize) -> HashSet<Discriminant<Period>> {
    let counted = series.rows.iter().filter(|row| {
        let figure = row.points.get(column).and_then(|point| point.figure());
        figure.is_some()
    });
    counted.map(|row| discriminant(&row.period)).collect()
}

/// The periods of rows in words, those in a row as from–to.
pub(crate) fn periods_of(say: Say<'_>, rows: &[usize]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => runs.push((*row, *row)),
        }
    }
    let runs = runs.into_iter().map(|(first, last)| run(say, first, last));
    runs.collect::<Vec<_>>().join(", ")
}

fn run(say: Say<'_>, first: usize, last: usize) -> String {
    let period = |row: usize| say.series.rows.get(row).map(|row| row.period);
    match (period(first), period(last)) {
        (Some(first), Some(last)) => say.periods(first, last),
        _ => String::new(),
    }
}
