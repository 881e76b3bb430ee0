//! What can change in the world, as a short sorted list: from which day it stood.

use jiff::civil::Date;

/// One value of a timeline: from `on` it stood, and event `position` said so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<T> {
    /// The day from which the value stood.
    pub on: Date,
    /// The event that said so. On the same day the later position wins.
    pub position: u64,
    /// The value.
    pub value: T,
}

/// Values sorted by (`on`, position).
///
/// A back-dated event inserts itself at its own day and disturbs nothing: what was true
/// from 2016 does not overrule what was true from 2018, whenever either was recorded.
///
/// ```
/// use jiff::civil::date;
/// use riktning_domain::Timeline;
/// let mut names = Timeline::default();
/// names.insert(date(2018, 1, 1), 1, "Socialnämnden");
/// names.insert(date(2016, 1, 1), 2, "Nämnden för vård"); // recorded later, true earlier
/// assert_eq!(names.at(date(2017, 6, 1)), Some(&"Nämnden för vård"));
/// assert_eq!(names.at(date(2019, 6, 1)), Some(&"Socialnämnden"));
/// assert_eq!(names.at(date(2015, 6, 1)), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline<T>(Vec<Entry<T>>);

impl<T> Default for Timeline<T> {
    fn default() -> Self {
        Timeline(Vec::new())
    }
}

impl<T> Timeline<T> {
    /// Puts a value in at its place.
    pub fn insert(&mut self, on: Date, position: u64, value: T) {
        let place = self
            .0
            .partition_point(|e| (e.on, e.position) <= (on, position));
        if place == self.0.len() && self.0.capacity() == place {
            // Most timelines hold one value for ever; do not make room for four.
            self.0.reserve_exact(1);
        }
        self.0.insert(
            place,
            Entry {
                on,
                position,
                value,
            },
        );
    }

    /// The value that stood on a day.
    pub fn at(&self, day: Date) -> Option<&T> {
        self.entry_at(day).map(|e| &e.value)
    }

    /// The value that stood on a day, with when and by which event.
    pub fn entry_at(&self, day: Date) -> Option<&Entry<T>> {
        self.up_to(day).last()
    }

    /// Whether something of this timeline came after the last value of another that had stood by a day.
    pub(crate) fn comes_after<U>(&self, last: &Entry<U>, day: Date) -> bool {
        let own = self.entry_at(day);
        own.is_some_and(|own| (own.on, own.position) > (last.on, last.position))
    }

    /// Every value that had stood by a day, the earliest first.
    pub fn up_to(&self, day: Date) -> &[Entry<T>] {
        &self.0[..self.0.partition_point(|e| e.on <= day)]
    }

    /// The whole timeline, for history pages and for rules that ask about every later day.
    pub fn entries(&self) -> &[Entry<T>] {
        &self.0
    }

    /// The events that said so, for history pages.
    pub fn positions(&self) -> impl Iterator<Item = u64> {
        self.0.iter().map(|e| e.position)
    }

    /// What was recorded last before an event, whatever day it stood from.
    pub fn recorded_before(&self, position: u64) -> Option<&Entry<T>> {
        let before = self.0.iter().filter(|e| e.position < position);
        before.max_by_key(|e| e.position)
    }

    /// Whether nothing has been said yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
