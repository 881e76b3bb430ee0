//! How many gaps somebody has, for their desk: counted once, and again when anything has been
//! recorded or the day has turned. The desk is opened more often than anything else at work, and the
//! list is read out of everything.

use jiff::civil::Date;
use riktning_domain::Inside;
use riktning_domain::ids::PersonId;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// What was counted last for each person, at which position and on which day.
#[derive(Debug, Default)]
pub(crate) struct GapCounts(Mutex<HashMap<PersonId, Last>>);

#[derive(Clone, Copy, Debug)]
struct Last {
    position: u64,
    today: Date,
    count: Option<usize>,
}

impl GapCounts {
    /// How many gaps there are for whoever looks; none for whoever has no list of them.
    pub(in crate::work) fn of(&self, i: Inside<'_>) -> Option<usize> {
        let (person, today, position) = (i.person(), i.today(), i.position());
        let same = |last: &Last| (last.position, last.today) == (position, today);
        let last = self.lock(|counts| counts.get(&person).copied());
        if let Some(last) = last.filter(same) {
            return last.count;
        }
        // Nobody waits for another's count: two who count at once count the same.
        let count = super::count(i);
        let counted = Last {
            position,
            today,
            count,
        };
        self.lock(|counts| counts.insert(person, counted));
        count
    }

    fn lock<T>(&self, what: impl FnOnce(&mut HashMap<PersonId, Last>) -> T) -> T {
        // A number that was left half-way is not: it is written whole or not at all.
        what(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
