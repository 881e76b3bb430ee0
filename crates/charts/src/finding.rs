//! What a series says, in a sentence that is true whatever anybody thinks of it.

use crate::say::Say;
use riktning_app::views::chart::{LevelToTarget, Series};
use riktning_domain::indicators::{Aim, Class, Unit};
use riktning_words::Words;
use std::cmp::Ordering;

/// The heading of a series: the latest outcome, how it stands to the one before of the same kind
/// of period, and whether it reaches its target. It says rose and fell, never why, and never
/// better or worse; of a place indicator not even whether a target is reached. A forecast follows
/// as one, never as reached.
pub fn finding(series: &Series, words: Words) -> String {
    let say = Say::new(series, words);
    say.capital(&sentence(say))
}

fn sentence(say: Say<'_>) -> String {
    match (outcome(say), forecast(say)) {
        (Some(outcome), Some(forecast)) => {
            let outcome = outcome.trim_end_matches('.');
            let args = [("finding", outcome), ("forecast", &forecast)];
            say.with("chart-finding-and-forecast", &args)
        }
        (Some(told), None) | (None, Some(told)) => told,
        (None, None) => say.text("chart-finding-none"),
    }
}

/// What is expected, and the target for it. A forecast reaches nothing: it has not happened.
fn forecast(say: Say<'_>) -> Option<String> {
    let forecast = say.series.forecast()?;
    let (period, figure) = (say.period(forecast.period), say.prose(forecast.figure));
    let args = [("period", period.as_str()), ("figure", &figure)];
    Some(match forecast.aim {
        Some(aim @ (Aim::At(_) | Aim::Between(..))) if say.series.class != Class::Place => {
            let aim = say.aim_prose(&aim);
            say.with(
                "chart-finding-forecast-aim",
                &[args[0], args[1], ("aim", &aim)],
            )
        }
        _ => say.with("chart-finding-forecast", &args),
    })
}

fn outcome(say: Say<'_>) -> Option<String> {
    let series = say.series;
    let ((period, figure), before) = match series.last_two() {
        (Some(latest), before) => (latest, before),
        (None, _) => return None,
    };
    let latest = say.dated(figure, period);
    let Some((period_before, before)) = before else {
        let only = series
            .rows
            .iter()
            .flat_map(|row| &row.points)
            .filter(|point| point.outcome().is_some())
            .count()
            == 1;
        let key = match only {
            true => "chart-finding-one",
            false => "chart-finding-one-of-kind",
        };
        return Some(say.with(key, &[("latest", &latest)]));
    };
    let key = match (figure.cmp(&before), &series.unit) {
        (Ordering::Equal, _) => "chart-finding-same",
        // A lower number is a place higher up.
        (Ordering::Less, Unit::Rank) => "chart-finding-rank-up",
        (Ordering::Greater, Unit::Rank) => "chart-finding-rank-down",
        (Ordering::Greater, _) => "chart-finding-rose",
        (Ordering::Less, _) => "chart-finding-fell",
    };
    let before = say.dated_again(before, period_before);
    let period = say.period(period_before);
    let args = [
        ("latest", latest.as_str()),
        ("before", &before),
        ("period", &period),
    ];
    let finding = say.with(key, &args);
    let told = preliminary(say, &finding).or_else(|| with_level(say, &finding));
    Some(told.unwrap_or(finding))
}

/// A figure that may still change reaches nothing yet.
fn preliminary(say: Say<'_>, finding: &str) -> Option<String> {
    if !say.series.is_preliminary() {
        return None;
    }
    let (latest, _) = say.series.latest()?;
    let row = say.series.rows.iter().find(|row| row.period == latest)?;
    let aim = row.target.as_ref().map(|target| &target.aim);
    Some(match aim {
        Some(aim @ (Aim::At(_) | Aim::Between(..))) if say.series.class != Class::Place => {
            let aim = say.aim_prose(aim);
            let args = [("finding", finding), ("aim", &aim)];
            say.with("chart-finding-preliminary-aim", &args)
        }
        _ => say.with("chart-finding-preliminary", &[("finding", finding)]),
    })
}

fn with_level(say: Say<'_>, finding: &str) -> Option<String> {
    let series = say.series;
    if series.class == Class::Place {
        return None;
    }
    let key = match series.level? {
        LevelToTarget::Better => "chart-finding-reached",
        LevelToTarget::Near => "chart-finding-near",
        LevelToTarget::Worse => "chart-finding-not-reached",
    };
    let (latest, _) = series.latest()?;
    let row = series.rows.iter().find(|row| row.period == latest)?;
    let aim = say.aim_prose(&row.target.as_ref()?.aim);
    Some(say.with(key, &[("finding", finding), ("aim", &aim)]))
}
