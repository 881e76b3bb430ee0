//! In which periods a figure was due, and which target is for which.

use jiff::civil::Date;
use riktning_domain::Period;
use riktning_domain::ids::BodyId;
use riktning_domain::indicators::{Frequency, Target};
use std::collections::BTreeSet;

/// The years and school years between the first and the last that nobody reported although a
/// figure was due. Where nobody says how often it is measured, most years must have a figure for
/// the others to lack one.
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
        let lacking = pairs.flat_map(|pair| (pair[0]..pair[1]).step_by(step).skip(1));
        let lacking: Vec<i16> = lacking.collect();
        let is_rare = frequency.is_none() && lacking.len() > years.len();
        if is_rare { Vec::new() } else { lacking }
    };
    let years = due(years).into_iter().map(Period::Year);
    let school = due(school).into_iter().map(Period::SchoolYear);
    years.chain(school).collect()
}

/// A year of which an indicator has no figure although it is measured then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearWithoutFigure {
    /// The year.
    pub year: i16,
    /// Whether it was over by the day shown: before that there can be none.
    pub is_over: bool,
}

/// The year in hand on a day, or the last one of a period that is over by then, if what is told
/// last is of an earlier one. Of what is measured now and then nothing is lacking.
pub(super) fn lacking(
    told: Period,
    within: Period,
    frequency: Option<Frequency>,
    day: Date,
) -> Option<YearWithoutFigure> {
    let year = day.year().min(within.last_day().year());
    let since = year - told.last_day().year();
    let is_due = match frequency {
        Some(Frequency::Irregular) => false,
        Some(Frequency::EveryOtherYear) => since > 0 && since % 2 == 0,
        _ => since > 0,
    };
    is_due.then_some(YearWithoutFigure {
        year,
        is_over: day.year() > year,
    })
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
    fn the_year_in_hand_is_lacking_until_somebody_reported_it() {
        let period = Period::years(2024, 2027).unwrap();
        let day = |year| jiff::civil::date(year, 11, 24);
        let asked = |told: &str, frequency, on| {
            let found = lacking(told.parse().unwrap(), period, Some(frequency), on);
            found.map(|found| (found.year, found.is_over))
        };
        use Frequency::{EveryOtherYear, Irregular, Monthly, SchoolYearly, Yearly};
        assert_eq!(asked("2025", Yearly, day(2026)), Some((2026, false)));
        assert_eq!(asked("2026", Yearly, day(2026)), None);
        assert_eq!(asked("2026-10", Monthly, day(2026)), None);
        assert_eq!(asked("2025/26", SchoolYearly, day(2026)), None);
        assert_eq!(asked("2026", Yearly, day(2030)), Some((2027, true)));
        assert_eq!(asked("2027", Yearly, day(2030)), None);
        assert_eq!(asked("2025", EveryOtherYear, day(2026)), None);
        assert_eq!(
            asked("2024", EveryOtherYear, day(2026)),
            Some((2026, false))
        );
        assert_eq!(asked("2020", Irregular, day(2026)), None);
    }

    #[test]
    fn of_what_was_measured_now_and_then_no_year_is_missing() {
        let measured = || periods(&["2010", "2016", "2017"]).into_iter();
        assert_eq!(skipped(measured(), None), periods(&[]));
        let yearly = Some(Frequency::Yearly);
        assert_eq!(skipped(measured(), yearly).len(), 5);
        let once = periods(&["2013", "2014", "2016"]).into_iter();
        assert_eq!(skipped(once, None), periods(&["2015"]));
    }

    #[test]
    fn no_year_is_missing_in_which_none_was_due() {
        let measured = periods(&["2012", "2014", "2018", "2019", "2022"]);
        let gaps = skipped(measured.into_iter(), Some(Frequency::EveryOtherYear));
        assert_eq!(gaps, periods(&["2016", "2021"]));
    }
}
