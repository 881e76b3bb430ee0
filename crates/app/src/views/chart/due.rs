//! In which periods a figure was due, and which target is for which.

use riktning_domain::Period;
use riktning_domain::ids::BodyId;
use riktning_domain::indicators::{Frequency, Target};
use std::collections::BTreeSet;

/// The years and school years between the first and the last that nobody reported although a
/// figure was due.
pub(super) fn skipped(
    periods: impl Iterator<Item = Period>,
    frequency: Option<Frequency>,
) -> BTreeSet<Period> {
    let step = match frequency {
        Some(Frequency::EveryOtherYear) => 2,
        _ => 1,
    };
    let (mut years, mut school) = (Vec::new(), Vec::new());
    for period in periods {
        match period {
            Period::Year(year) => years.push(year),
            Period::SchoolYear(year) => school.push(year),
            _ => {}
        }
    }
    // Periods are ordered, so each list is; what is due is counted from the figure before.
    let due = |years: Vec<i16>| -> Vec<i16> {
        let pairs = years.windows(2);
        pairs
            .flat_map(|pair| (pair[0]..pair[1]).step_by(step).skip(1))
            .collect()
    };
    let years = due(years).into_iter().map(Period::Year);
    let school = due(school).into_iter().map(Period::SchoolYear);
    years.chain(school).collect()
}

/// The target of the shortest period around one that has none of its own.
pub(super) fn narrowest<'a>(
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

#[cfg(test)]
mod tests {
    use super::*;

    fn periods(texts: &[&str]) -> BTreeSet<Period> {
        texts.iter().map(|t| t.parse().unwrap()).collect()
    }

    #[test]
    fn years_between_the_first_and_the_last_are_gaps() {
        let gaps = skipped(
            periods(&["2013", "2015", "2016/17", "2019/20", "2019-12"]).into_iter(),
            Some(Frequency::Yearly),
        );
        assert_eq!(gaps, periods(&["2014", "2017/18", "2018/19"]));
    }

    #[test]
    fn no_year_is_missing_in_which_none_was_due() {
        let measured = periods(&["2012", "2014", "2018", "2019", "2022"]);
        let gaps = skipped(measured.into_iter(), Some(Frequency::EveryOtherYear));
        assert_eq!(gaps, periods(&["2016", "2021"]));
    }
}
