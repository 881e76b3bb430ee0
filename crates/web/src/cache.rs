//! The page cache: the bytes of each public page, made once per edition.
//!
//! An *edition* is what the whole public site depends on: the day it is, and the position of the
//! last public event. A page is kept under its address in one form (`address`) with the edition
//! that it was made for. While that edition lasts, its bytes are given away without a lock, a
//! query or a session; when it has passed, the next reader has the page made anew and everybody
//! else gets the older bytes until it is there.
//!
//! What is *not* in the address cannot be in the page: a page is made from a request that holds
//! its address and nothing else, neither the reader's headers nor unknown fields.

pub(crate) mod address;
pub(crate) mod making;
pub(crate) mod negotiate;
pub(crate) mod page;

use arc_swap::ArcSwap;
use jiff::Timestamp;
use jiff::civil::Date;
use page::Page;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What the bytes of all public pages depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The day it is where the municipality is.
    pub day: Date,
    /// The position of the last event that changed what residents see.
    pub position: u64,
    /// The position of the last event that said who may read something. Bytes from before it may
    /// tell what is kept back now: they are given to nobody, also when a page cannot be made anew.
    pub kept_back: u64,
}

/// Put on a response by a page that may be kept: `response.extensions_mut().insert(Keep::ALWAYS)`.
///
/// Without it, and with any status but 200, the bytes are given to those who wait for them and
/// then forgotten: a search or an address that somebody made up must not push a page out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keep {
    /// When the bytes stop to hold although no event has come: a notice that starts at nine,
    /// "open now". `None` if only events and the day change the page.
    pub until: Option<Timestamp>,
}

impl Keep {
    /// Only events and the day change the page.
    pub const ALWAYS: Keep = Keep { until: None };

    /// The page also changes by itself at this instant.
    pub fn until(instant: Timestamp) -> Self {
        Keep {
            until: Some(instant),
        }
    }
}

/// How much is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Bytes of all pages with their three forms and heads.
    pub bytes: usize,
    /// Pages.
    pub pages: usize,
}

impl Default for Bounds {
    /// A quarter of a gigabyte: some four thousand pages.
    fn default() -> Self {
        Bounds {
            bytes: 256 << 20,
            pages: 20_000,
        }
    }
}

/// A map that a reader takes whole. A change makes the next one, which shares all but a branch.
type Pages = imbl::HashMap<Arc<str>, Arc<Page>>;

/// What is kept.
#[derive(Debug)]
pub(crate) struct Cache {
    /// Read by every request, replaced whole: no reader waits for a writer, nor for another.
    pages: ArcSwap<Pages>,
    /// What it takes to change `pages`. A lock, since two writers who each replaced the whole map
    /// would lose one another's page. Held for a few map operations, never across an await.
    ledger: Mutex<Ledger>,
    bounds: Bounds,
    /// Steps with every change of `pages`; a page that is read notes the step it was read at.
    /// A count per change instead of per read, so that reading seldom writes to shared memory.
    step: AtomicU64,
    counts: Counts,
}

#[derive(Debug, Default)]
struct Ledger {
    /// What the pages in the map weigh together.
    bytes: usize,
    /// How many times everything was forgotten.
    forgotten: u64,
}

/// What the look-up found.
#[derive(Debug)]
pub(crate) enum Found {
    /// Bytes of this edition.
    Current(Arc<Page>),
    /// Bytes of an earlier edition, for those who do not wait.
    Older(Arc<Page>),
    /// Nothing.
    Missing,
}

/// Counted by plain atomics, in no order with anything else.
#[derive(Debug, Default)]
struct Counts {
    current: AtomicU64,
    unchanged: AtomicU64,
    older: AtomicU64,
    made: AtomicU64,
}

/// What the cache has done since it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Answers out of memory, in full.
    pub current: u64,
    /// Answers out of memory that the reader had already (304).
    pub unchanged: u64,
    /// Answers with older bytes while the page was made anew.
    pub older: u64,
    /// Pages made, kept or not.
    pub made: u64,
    /// Pages kept now.
    pub pages: usize,
    /// What they weigh.
    pub bytes: usize,
}

impl Cache {
    pub(crate) fn new(bounds: Bounds) -> Self {
        Cache {
            pages: ArcSwap::default(),
            ledger: Mutex::default(),
            bounds,
            step: AtomicU64::new(0),
            counts: Counts::default(),
        }
    }

    /// The page at an address, if its bytes are of this edition, handed to `give` where it lies.
    ///
    /// This is the first thing that happens to a request: no lock, no allocation of its own.
    pub(crate) fn current<T>(
        &self,
        address: &str,
        edition: Edition,
        give: impl FnOnce(&Page) -> T,
    ) -> Option<T> {
        let pages = self.pages.load();
        let page = pages.get(address)?;
        if !page.holds(edition) {
            return None;
        }
        page.read_at(self.step.load(Ordering::Relaxed));
        Some(give(page))
    }

    /// The page at an address, of whatever edition.
    pub(crate) fn look_up(&self, address: &str, edition: Edition) -> Found {
        match self.pages.load().get(address) {
            None => Found::Missing,
            Some(page) if page.holds(edition) => Found::Current(Arc::clone(page)),
            Some(page) if page.may_tell_what_is_kept_back(edition) => Found::Missing,
            Some(page) => Found::Older(Arc::clone(page)),
        }
    }

    /// Keeps a page in place of what was there, unless everything was forgotten after `since`.
    pub(crate) fn keep(&self, address: &Arc<str>, page: Arc<Page>, since: Generation) {
        let mut ledger = self.ledger();
        if Generation(ledger.forgotten) != since || page.weight > self.bounds.bytes {
            return;
        }
        // Two steps: one for the page that comes, one for those that are read after it came.
        page.read_at(self.step.fetch_add(2, Ordering::Relaxed) + 1);
        let mut pages = Pages::clone(&self.pages.load());
        ledger.bytes += page.weight;
        if let Some(before) = pages.insert(Arc::clone(address), page) {
            ledger.bytes -= before.weight;
        }
        if ledger.bytes > self.bounds.bytes || pages.len() > self.bounds.pages {
            self.make_room(&mut pages, &mut ledger.bytes, address);
        }
        self.pages.store(Arc::new(pages));
    }

    /// Lets a page go: it is no longer what the address answers.
    pub(crate) fn drop_page(&self, address: &str) {
        let mut ledger = self.ledger();
        let mut pages = Pages::clone(&self.pages.load());
        if let Some(before) = pages.remove(address) {
            ledger.bytes -= before.weight;
            self.pages.store(Arc::new(pages));
        }
    }

    /// Forgets everything, also what is being made now: after `redact`, no older byte may leave.
    pub(crate) fn forget(&self) {
        let mut ledger = self.ledger();
        ledger.forgotten += 1;
        ledger.bytes = 0;
        self.pages.store(Arc::default());
    }

    /// Which forgetting a page that is begun now comes after.
    pub(crate) fn generation(&self) -> Generation {
        Generation(self.ledger().forgotten)
    }

    /// Takes pages out until a tenth is free: pages of earlier days first, since anybody can ask
    /// for a hundred thousand of those, and of each kind those that nobody has read for longest.
    /// A tenth at a time, so that the sorting is paid once for many pages.
    fn make_room(&self, pages: &mut Pages, bytes: &mut usize, newest: &str) {
        let mut order: Vec<_> = pages
            .iter()
            .filter(|(address, _)| &***address != newest)
            .map(|(address, page)| {
                (
                    !page.past,
                    page.last_read(),
                    Arc::clone(address),
                    page.weight,
                )
            })
            .collect();
        order.sort_unstable_by_key(|(present, last_read, ..)| (*present, *last_read));
        let room = |bytes: usize, pages: &Pages| {
            bytes <= self.bounds.bytes / 10 * 9
                && pages.len() <= (self.bounds.pages * 9 / 10).max(1)
        };
        for (_, _, address, weight) in order {
            if room(*bytes, pages) {
                break;
            }
            pages.remove(&*address);
            *bytes -= weight;
        }
    }

    fn ledger(&self) -> MutexGuard<'_, Ledger> {
        // Nothing in a locked section can panic half-way through a change that matters: the map
        // is replaced in one store.
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn count(&self, what: Count) {
        let count = match what {
            Count::Current => &self.counts.current,
            Count::Unchanged => &self.counts.unchanged,
            Count::Older => &self.counts.older,
            Count::Made => &self.counts.made,
        };
        count.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn tally(&self) -> Tally {
        let count = |count: &AtomicU64| count.load(Ordering::Relaxed);
        Tally {
            current: count(&self.counts.current),
            unchanged: count(&self.counts.unchanged),
            older: count(&self.counts.older),
            made: count(&self.counts.made),
            pages: self.pages.load().len(),
            bytes: self.ledger().bytes,
        }
    }
}

/// Which forgetting a page comes after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Generation(u64);

/// What is counted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Count {
    Current,
    Unchanged,
    Older,
    Made,
}

#[cfg(test)]
mod tests;
