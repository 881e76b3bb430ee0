//! What is read out of everything published, once per change of it: the index of the search and
//! the log of changes.
//!
//! Like a page, a reading is a function of `Published`. A small one is made by the first who
//! asks after a public event or a new day; whoever asks meanwhile waits for that one. A large
//! one takes longer than a reader should wait: a thread makes it anew after each public event,
//! and until it is done the one before stands in, unless something has been kept back since.
//! Decision 054.

use crate::changes::Log;
use crate::search::Index;
use arc_swap::ArcSwapOption;
use jiff::civil::Date;
use riktning_domain::{Published, State};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Instant;

/// From how many things or rows a reading is large: what is smaller is read while one waits.
const LARGE: usize = 2000;

/// The readings of what was published at a position, on a day.
#[derive(Debug)]
pub struct Readings {
    state: Arc<State>,
    today: Date,
    /// Made by the first who asks, whatever else is read.
    index: OnceLock<Arc<Index>>,
    log: OnceLock<Arc<Log>>,
    kept: Kept,
}

/// A reading, and whether it is of all that is published now.
#[derive(Clone, Debug)]
pub struct Reading<T> {
    /// The index, or the log.
    pub value: Arc<T>,
    /// Whether it is the newest. What is made of an older one is told and not kept.
    pub current: bool,
}

/// A large reading that was made, and of what.
#[derive(Debug)]
struct Made<T> {
    position: u64,
    value: Arc<T>,
}

/// The readings that are kept: the newest, and the large ones that stand in for it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept(Arc<Shelf>);

#[derive(Debug, Default)]
struct Shelf {
    /// A lock, since "are these still the newest? then these, else new ones" is one step. Held
    /// for a comparison, never while something is read.
    newest: Mutex<Option<Arc<Readings>>>,
    index: ArcSwapOption<Made<Index>>,
    log: ArcSwapOption<Made<Log>>,
    /// A lock, since a maker that finds nothing more to make and ends, and somebody who gives it
    /// more, must not miss each other. Held for that, never while something is made.
    making: Mutex<Making>,
}

/// The one thread that makes large readings.
#[derive(Debug, Default)]
struct Making {
    goes_on: bool,
    /// What it makes next: the newest that it has been given.
    next: Option<Arc<Readings>>,
}

/// A lock whose holder only compares and stores: nothing is left half done.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Readings {
    /// The index of the search.
    pub fn of_words(self: &Arc<Self>) -> Reading<Index> {
        let shelf = &self.kept.0.index;
        self.read(&self.index, shelf, Index::of, Index::size)
    }

    /// The log of changes.
    pub fn of_changes(self: &Arc<Self>) -> Reading<Log> {
        let shelf = &self.kept.0.log;
        self.read(&self.log, shelf, Log::of, |log| log.rows.len())
    }

    fn lens(&self) -> Published<'_> {
        self.state.published(self.today, self.today)
    }

    fn read<T>(
        self: &Arc<Self>,
        own: &OnceLock<Arc<T>>,
        shelf: &ArcSwapOption<Made<T>>,
        make: fn(Published<'_>) -> T,
        size: fn(&T) -> usize,
    ) -> Reading<T> {
        let current = |value: &Arc<T>| Reading {
            value: Arc::clone(value),
            current: true,
        };
        // The maker puts it here last: what is not its own yet after this was not on the shelf.
        let on_the_shelf = shelf.load_full();
        if let Some(made) = own.get() {
            return current(made);
        }
        // What was made before somebody kept something back would tell of it.
        let kept_back = self.state.kept_back_position();
        if let Some(before) = on_the_shelf.filter(|b| b.position >= kept_back)
            && self.kept.make(self)
        {
            let value = Arc::clone(&before.value);
            return Reading {
                value,
                current: false,
            };
        }
        let made = own.get_or_init(|| Arc::new(make(self.lens())));
        let position = self.state.public_position();
        let older = shelf.load().as_ref().is_none_or(|b| b.position <= position);
        if older && size(made) >= LARGE {
            let value = Arc::clone(made);
            shelf.store(Some(Arc::new(Made { position, value })));
        }
        current(made)
    }

    /// Makes what somebody has asked for before.
    fn make(self: &Arc<Self>) {
        let position = self.state.public_position();
        let shelf = &self.kept.0;
        if shelf.index.load().is_some() {
            let made = self.index.get_or_init(|| Arc::new(Index::of(self.lens())));
            let value = Arc::clone(made);
            shelf.index.store(Some(Arc::new(Made { position, value })));
        }
        if shelf.log.load().is_some() {
            let made = self.log.get_or_init(|| Arc::new(Log::of(self.lens())));
            let value = Arc::clone(made);
            shelf.log.store(Some(Arc::new(Made { position, value })));
        }
    }
}

impl Kept {
    /// The readings of a State on a day.
    pub(crate) fn of(&self, state: &Arc<State>, today: Date) -> Arc<Readings> {
        let position = state.public_position();
        let mut newest = held(&self.0.newest);
        let of = |kept: &Readings| (kept.state.public_position(), kept.today);
        if let Some(kept) = newest.as_ref()
            && of(kept) == (position, today)
        {
            return Arc::clone(kept);
        }
        let readings = Arc::new(Readings {
            state: Arc::clone(state),
            today,
            index: OnceLock::new(),
            log: OnceLock::new(),
            kept: self.clone(),
        });
        // Whoever took an older State just before an event reads it alone.
        let older = newest.as_ref().is_some_and(|kept| of(kept).0 > position);
        if !older {
            *newest = Some(Arc::clone(&readings));
        }
        readings
    }

    /// What was published has changed: large readings are made anew before anybody asks.
    pub(crate) fn changed(&self, state: &Arc<State>, today: Date) {
        let large = self.0.index.load().is_some() || self.0.log.load().is_some();
        if large {
            self.make(&self.of(state, today));
        }
    }

    /// Gives the maker something to make; whether there is a maker.
    fn make(&self, readings: &Arc<Readings>) -> bool {
        let mut making = held(&self.0.making);
        making.next = Some(Arc::clone(readings));
        if !making.goes_on {
            let shelf = Arc::clone(&self.0);
            let maker = std::thread::Builder::new().name("readings".into());
            making.goes_on = maker.spawn(move || shelf.make_all()).is_ok();
        }
        making.goes_on
    }
}

/// Says that the maker has ended, if it ends by a panic: whoever asks next reads it alone.
struct Ends<'a>(&'a Shelf);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        held(&self.0.making).goes_on = false;
    }
}

impl Shelf {
    /// Makes what it is given until there is nothing more, and rests as long as it worked: where
    /// events follow each other closely it takes half a core and no more.
    fn make_all(&self) {
        loop {
            let next = {
                let mut making = held(&self.making);
                let next = making.next.take();
                making.goes_on = next.is_some();
                next
            };
            let Some(readings) = next else { return };
            let began = Instant::now();
            let ends = Ends(self);
            readings.make();
            std::mem::forget(ends);
            drop(readings);
            std::thread::sleep(began.elapsed());
        }
    }
}
