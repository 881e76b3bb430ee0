//! A long list by period: what is in hand on the day stands open, the rest can be opened.

use jiff::civil::Date;
use riktning_domain::Period;
use std::cmp::Reverse;

/// A list of so many is read at one glance and is left whole.
const FEW: usize = 12;

/// The part of a list that is about one period.
pub(crate) struct Years<'a, T> {
    /// Which period; none where the whole list is short and stands in one part.
    pub(crate) period: Option<Period>,
    /// Whether it stands open.
    pub(crate) open: bool,
    /// What is in it, in the order of the list.
    pub(crate) items: Vec<&'a T>,
}

/// Takes a list apart by period: what holds the day stands open and first, then the latest. If no
/// period holds the day, the latest stands open. A short list is one part in the same order.
pub(crate) fn by_years<T>(
    list: &[T],
    day: Date,
    period_of: impl Fn(&T) -> Period,
) -> Vec<Years<'_, T>> {
    let latest = |period: &Period| Reverse((period.last_day(), period.first_day()));
    let first = |period: &Period| (!period.contains(day), latest(period));
    if list.len() <= FEW {
        let mut items: Vec<&T> = list.iter().collect();
        items.sort_by_key(|item| first(&period_of(item)));
        return vec![Years {
            period: None,
            open: true,
            items,
        }];
    }
    let mut periods: Vec<Period> = list.iter().map(&period_of).collect();
    periods.sort_by_key(first);
    periods.dedup();
    let holds = periods.iter().any(|period| period.contains(day));
    let parts = periods.iter().enumerate().map(|(place, period)| Years {
        period: Some(*period),
        open: period.contains(day) || (!holds && place == 0),
        items: list.iter().filter(|e| period_of(e) == *period).collect(),
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn shown(list: &[&str], day: Date) -> Vec<(Option<String>, bool, usize)> {
        let parts = by_years(list, day, |period| period.parse().unwrap());
        let parts = parts.into_iter();
        let said = parts.map(|p| (p.period.map(|p| p.to_string()), p.open, p.items.len()));
        said.collect()
    }

    #[test]
    fn a_short_list_stands_whole_with_what_is_in_hand_first() {
        let list = ["2024", "2027", "2026", "2025"];
        let day = date(2026, 5, 1);
        assert_eq!(shown(&list, day), [(None, true, 4)]);
        let parts = by_years(&list, day, |period| period.parse().unwrap());
        assert_eq!(parts[0].items, [&"2026", &"2027", &"2025", &"2024"]);
    }

    #[test]
    fn of_a_long_list_the_years_in_hand_stand_open() {
        let list: Vec<&str> = ["2024", "2025", "2026", "2024..2027"]
            .into_iter()
            .cycle()
            .take(13)
            .collect();
        let part = |period: &str, open, count| (Some(period.to_owned()), open, count);
        assert_eq!(
            shown(&list, date(2026, 5, 1)),
            [
                part("2024..2027", true, 3),
                part("2026", true, 3),
                part("2025", false, 3),
                part("2024", false, 4),
            ]
        );
        // What is to come stands folded, after what is in hand: the goals of the period are first.
        let list: Vec<&str> = ["2027", "2026", "2024..2027"]
            .into_iter()
            .cycle()
            .take(15)
            .collect();
        assert_eq!(
            shown(&list, date(2026, 5, 1)),
            [
                part("2024..2027", true, 5),
                part("2026", true, 5),
                part("2027", false, 5),
            ]
        );
        // Afterwards nothing is in hand, and the latest is what a reader came for.
        let after = shown(&list, date(2030, 1, 1));
        assert_eq!(after.iter().filter(|(_, open, _)| *open).count(), 1);
        assert!(after[0].1);
    }
}
