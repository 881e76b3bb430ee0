//! Opening hours: from when to when somebody answers, by weekday.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// What the hours are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum HoursKind {
    /// Visits (*besökstid*).
    Visiting,
    /// The telephone (*telefontid*).
    Telephone,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Weekday {
    /// *Måndag*.
    Monday,
    /// *Tisdag*.
    Tuesday,
    /// *Onsdag*.
    Wednesday,
    /// *Torsdag*.
    Thursday,
    /// *Fredag*.
    Friday,
    /// *Lördag*.
    Saturday,
    /// *Söndag*.
    Sunday,
}

impl Weekday {
    /// Every day, the week beginning on Monday.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// The weekday of a day.
    pub fn of(day: Date) -> Weekday {
        let place = day.weekday().to_monday_zero_offset();
        Weekday::ALL[usize::from(place.unsigned_abs()) % 7]
    }
}

/// Hours on some days in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoursRow {
    /// The first day.
    pub first: Weekday,
    /// The last day; the same for one day.
    pub last: Weekday,
    /// The hours.
    pub open: Opening,
}

impl HoursRow {
    /// Whether the row is about a weekday.
    pub fn holds(&self, day: Weekday) -> bool {
        self.first <= day && day <= self.last
    }
}

/// From when to when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// When it opens.
    pub from: Time,
    /// When it closes; none if the source does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Time>,
}

impl Opening {
    /// Whether it closes after it opens.
    pub(crate) fn is_sound(&self) -> bool {
        self.to.is_none_or(|to| self.from < to)
    }

    /// Whether one begins before the other has ended.
    pub(crate) fn meets(&self, other: &Opening) -> bool {
        let (early, late) = if self.from <= other.from {
            (self, other)
        } else {
            (other, self)
        };
        early.to.is_none_or(|to| late.from < to)
    }
}
