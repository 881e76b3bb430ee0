//! What is said under an id and may be corrected: terms of office, filed reports, guidelines.
//!
//! Said otherwise under the same id it is a correction: what was said first was never so, and
//! no day shows it any more. It stays in the history, with the day on which it was righted.
//! What was known on an earlier day is read by folding the journal no further than that day.

use crate::command::Now;
use crate::event::Recorded;
use crate::permissions::Actor;
use jiff::civil::Date;
use std::sync::Arc;

/// One word about a thing.
#[derive(Clone, Debug)]
pub(crate) struct Word<T> {
    /// The day from which it stood.
    pub(crate) on: Date,
    /// What it says.
    pub(crate) says: Arc<T>,
    position: u64,
    recorded: Date,
    by_import: bool,
}

/// Everything said under one id, in the order in which it was said.
#[derive(Clone, Debug)]
pub(crate) struct Corrected<T>(Vec<Word<T>>);

impl<T> Default for Corrected<T> {
    fn default() -> Self {
        Corrected(Vec::new())
    }
}

impl<T: Clone + PartialEq> Corrected<T> {
    /// What stands: what was said last.
    pub(crate) fn last(&self) -> Option<&Word<T>> {
        self.0.last()
    }

    /// What stands, if it had begun to by a day.
    pub(crate) fn by(&self, day: Date) -> Option<&Word<T>> {
        self.last().filter(|word| word.on <= day)
    }

    /// Its place among others of the same day: a correction moves nothing.
    pub(crate) fn position(&self) -> u64 {
        self.0.first().map_or(0, |word| word.position)
    }

    /// The day on which it was last corrected.
    pub(crate) fn corrected(&self) -> Option<Date> {
        let correction = self.0.get(1..).and_then(<[_]>::last);
        correction.map(|word| word.recorded)
    }

    /// Whether this is said already. A file that is imported again says what it said before:
    /// what a person has corrected since stands until the file itself says otherwise.
    pub(crate) fn is_said(&self, now: Now, wanted: &T) -> bool {
        let own = self.0.iter().rev().find(|word| word.by_import);
        let own = own.filter(|_| now.imports());
        let words = self.last().into_iter().chain(own);
        words.into_iter().any(|word| *word.says == *wanted)
    }

    /// Folds a word in.
    pub(crate) fn say(&mut self, at: &Recorded, event: &T) {
        self.0.push(Word {
            on: at.on,
            says: Arc::new(event.clone()),
            position: at.position,
            recorded: at.recorded_day(),
            by_import: at.actor == Actor::Import,
        });
    }
}
