//! Local time where the municipality is: Europe/Stockholm.
//!
//! A notice that stops at nine stops at nine on the wall, summer and winter. So the journal
//! holds local times, and this module says which instant each of them is. The rule is the one
//! of the European Union since 1996 (directive 2000/84/EC): an hour ahead of UTC, two between
//! the last Sundays of March and October. It is written out here, since a table of zones that
//! is read from the machine would make `decide` and `apply` depend on the machine.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use std::sync::LazyLock;

static STOCKHOLM: LazyLock<TimeZone> = LazyLock::new(|| {
    // The text is ours and is read by a test; UTC would only be used if it were wrong.
    TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or(TimeZone::UTC)
});

/// The instant of a local time. An hour that the clock skips in spring counts from before the
/// leap; of an hour that comes twice in autumn the first is meant.
///
/// ```
/// use jiff::civil::date;
/// use riktning_domain::local_time::instant;
/// let summer = instant(date(2026, 7, 1).at(9, 0, 0, 0));
/// assert_eq!(summer.to_string(), "2026-07-01T07:00:00Z");
/// ```
pub fn instant(local: DateTime) -> Timestamp {
    STOCKHOLM.to_timestamp(local).unwrap_or(Timestamp::MAX)
}

/// Whether the clock on the wall ever shows a local time. When summer time begins it leaps from
/// two to three.
///
/// ```
/// use jiff::civil::date;
/// use riktning_domain::local_time::is_on_the_clock;
/// assert!(is_on_the_clock(date(2026, 3, 29).at(1, 59, 0, 0)));
/// assert!(!is_on_the_clock(date(2026, 3, 29).at(2, 30, 0, 0)));
/// ```
pub fn is_on_the_clock(time: DateTime) -> bool {
    local(instant(time)) == time
}

/// The local time of an instant.
pub fn local(instant: Timestamp) -> DateTime {
    STOCKHOLM.to_datetime(instant)
}

/// The first instant of a day.
pub fn midnight(day: Date) -> Timestamp {
    instant(day.at(0, 0, 0, 0))
}

/// The first instant after a day.
pub fn end_of(day: Date) -> Timestamp {
    day.tomorrow().map_or(Timestamp::MAX, midnight)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_clock_leaps_where_the_table_of_zones_says() {
        let table = TimeZone::get("Europe/Stockholm").unwrap();
        for year in 1996..2040 {
            for (month, day) in [
                (1, 1),
                (3, 24),
                (3, 31),
                (6, 30),
                (10, 25),
                (10, 31),
                (12, 31),
            ] {
                for hour in [0, 1, 2, 3, 4, 12, 23] {
                    let local = date(year, month, day).at(hour, 30, 0, 0);
                    let listed = table.to_timestamp(local).unwrap();
                    assert_eq!(instant(local), listed, "{local}");
                    assert_eq!(super::local(listed), table.to_datetime(listed));
                }
            }
        }
    }

    #[test]
    fn a_day_in_march_has_23_hours() {
        let hours = end_of(date(2026, 3, 29)).duration_since(midnight(date(2026, 3, 29)));
        assert_eq!(hours.as_hours(), 23);
    }
}
