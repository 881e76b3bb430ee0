//! Questions that devices have been asked and have not answered. In memory: a new start of the
//! program is a new beginning, as between the two steps of a password.

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How long a question waits: time to find a telephone and unlock it.
const WAITS: SignedDuration = SignedDuration::from_mins(5);
/// Questions that wait at once. When one more is asked, the one that has waited longest is over.
const MOST: usize = 10_000;

/// A question that waits.
#[derive(Debug)]
struct Asked<T> {
    /// Of what whoever was asked holds: nobody else answers in their place.
    holder: [u8; 32],
    what: T,
    begun: Timestamp,
}

impl<T> Asked<T> {
    fn is_on(&self, now: Timestamp) -> bool {
        now.duration_since(self.begun) < WAITS
    }
}

/// Every question of a kind that waits, by the digest of its id.
#[derive(Debug)]
pub(super) struct Questions<T>(Mutex<HashMap<[u8; 32], Asked<T>>>);

impl<T> Default for Questions<T> {
    fn default() -> Self {
        Questions(Mutex::default())
    }
}

impl<T> Questions<T> {
    pub(super) fn keep(&self, id: &str, holder: &str, what: T, now: Timestamp) {
        let mut held = self.held();
        if held.len() >= MOST {
            held.retain(|_, other| other.is_on(now));
        }
        if held.len() >= MOST {
            let longest = held.iter().min_by_key(|(_, other)| other.begun);
            let longest = longest.map(|(id, _)| *id);
            longest.and_then(|longest| held.remove(&longest));
        }
        let asked = Asked {
            holder: digest(holder),
            what,
            begun: now,
        };
        held.insert(digest(id), asked);
    }

    /// What was asked, once: the same answer a second time is to nothing. One that somebody else
    /// brings leaves the question waiting.
    pub(super) fn take(&self, id: &str, holder: &str, now: Timestamp) -> Option<T> {
        let (id, holder) = (digest(id), digest(holder));
        let mut held = self.held();
        let asked = held.get(&id)?;
        match asked.holder == holder && asked.is_on(now) {
            true => held.remove(&id).map(|asked| asked.what),
            false => None,
        }
    }

    /// Whether a question waits for whoever holds this.
    pub(super) fn is_held(&self, holder: &str, now: Timestamp) -> bool {
        let holder = digest(holder);
        let held = self.held();
        let mut held = held.values();
        held.any(|asked| asked.holder == holder && asked.is_on(now))
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.held().len()
    }

    fn held(&self) -> MutexGuard<'_, HashMap<[u8; 32], Asked<T>>> {
        // Each change is one insertion or removal: nothing is left half done by a panic.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_secs(second)
    }

    #[test]
    fn a_question_is_answered_once_within_five_minutes_by_whoever_was_asked() {
        let questions = Questions::default();
        questions.keep("a", "kim", 1, at(0));
        assert_eq!(questions.take("a", "alex", at(1)), None);
        assert_eq!(questions.take("b", "kim", at(1)), None);
        assert!(questions.is_held("kim", at(299)) && !questions.is_held("alex", at(0)));
        assert_eq!(questions.take("a", "kim", at(299)), Some(1));
        assert_eq!(questions.take("a", "kim", at(299)), None);
        questions.keep("b", "kim", 2, at(0));
        assert!(!questions.is_held("kim", at(300)));
        assert_eq!(questions.take("b", "kim", at(300)), None);
    }

    #[test]
    fn a_flood_pushes_out_the_one_that_has_waited_longest() {
        let questions = Questions::default();
        for n in 0..=MOST {
            let second = i64::try_from(n).unwrap_or(i64::MAX) / 100;
            questions.keep(&format!("{n}"), "kim", n, at(second));
        }
        assert_eq!(questions.len(), MOST);
        assert_eq!(questions.take("10000", "kim", at(100)), Some(MOST));
        let first = (0..100).filter(|n| questions.take(&format!("{n}"), "kim", at(100)).is_some());
        assert_eq!(first.count(), 99, "one of the first hundred");
    }
}
