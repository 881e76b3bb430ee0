//! What is read out of everything published, once per change of it: the index of the search and
//! the log of changes.
//!
//! Like a page, a reading is a function of `Published`. It is made by the first who asks after
//! a public event or a new day; whoever asks meanwhile waits for that one.

use crate::changes::Log;
use crate::search::Index;
use jiff::civil::Date;
use riktning_domain::Published;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The readings of what was published at a position, on a day.
#[derive(Debug)]
pub struct Readings {
    position: u64,
    today: Date,
    /// Made by the first who asks, whatever else is read.
    index: OnceLock<Index>,
    log: OnceLock<Log>,
}

impl Readings {
    /// The index of the search.
    pub fn of_words(&self, p: Published<'_>) -> &Index {
        self.index.get_or_init(|| Index::of(p.as_of_today()))
    }

    /// The log of changes.
    pub fn of_changes(&self, p: Published<'_>) -> &Log {
        self.log.get_or_init(|| Log::of(p.as_of_today()))
    }
}

/// The readings that are kept: the newest.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// A lock, since "are these still the newest? then these, else new ones" is one step. Held
    /// for a comparison, never while something is read.
    newest: Mutex<Option<Arc<Readings>>>,
}

impl Kept {
    /// The readings of what a lens sees.
    pub(crate) fn of(&self, p: Published<'_>) -> Arc<Readings> {
        let (position, today) = (p.public_position(), p.today());
        // A comparison and a store cannot be left half done.
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = newest.as_ref()
            && (kept.position, kept.today) == (position, today)
        {
            return Arc::clone(kept);
        }
        let readings = Arc::new(Readings {
            position,
            today,
            index: OnceLock::new(),
            log: OnceLock::new(),
        });
        // Whoever took an older State just before an event reads it alone.
        let older = newest.as_ref().is_some_and(|kept| kept.position > position);
        if !older {
            *newest = Some(Arc::clone(&readings));
        }
        readings
    }
}
