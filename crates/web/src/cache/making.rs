//! One making at a time per page, and few at a time in all.

use super::page::Page;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

/// How many pages may wait to be made. More readers than that who ask for different pages that
/// nobody has made are not residents; they are told to come back, and everything kept is still
/// given away.
const MOST_WAITING: usize = 1024;

/// Tells those who wait for a page that it is there. Each of them has its own copy; a reader who
/// hangs up takes nothing from the others.
pub(crate) type Coming = watch::Receiver<Option<Arc<Page>>>;

/// The pages that are being made.
#[derive(Debug)]
pub(crate) struct Making {
    /// By address. A lock, since "is anybody making it? then I do" is one step; held for one map
    /// operation, never across an await.
    under_way: Mutex<HashMap<Arc<str>, Coming>>,
    /// Pages are made on threads of their own, as many as there are processors: the operating
    /// system then shares the processors between them and the threads that serve, and a hundred
    /// slow pages cannot hold up a kept one.
    threads: Arc<Semaphore>,
}

/// Whether the caller makes the page.
#[derive(Debug)]
pub(crate) enum Part {
    /// It does, and keeps the task until the page is there.
    Make(Task, Coming),
    /// Somebody else does.
    Wait(Coming),
    /// Too many pages wait already.
    Full,
}

/// The duty to make one page. Dropping it, with or without a page, lets the next reader try.
#[derive(Debug)]
pub(crate) struct Task {
    making: Arc<Making>,
    address: Arc<str>,
    done: watch::Sender<Option<Arc<Page>>>,
}

impl Making {
    pub(crate) fn new() -> Arc<Self> {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        Arc::new(Making {
            under_way: Mutex::default(),
            threads: Arc::new(Semaphore::new(threads)),
        })
    }

    /// Joins the making of a page, or begins it.
    pub(crate) fn join(self: &Arc<Self>, address: &Arc<str>) -> Part {
        let mut under_way = self.under_way();
        if let Some(coming) = under_way.get(address) {
            return Part::Wait(coming.clone());
        }
        if under_way.len() >= MOST_WAITING {
            return Part::Full;
        }
        let (done, coming) = watch::channel(None);
        under_way.insert(Arc::clone(address), coming.clone());
        Part::Make(
            Task {
                making: Arc::clone(self),
                address: Arc::clone(address),
                done,
            },
            coming,
        )
    }

    /// Waits for a thread to make something on.
    pub(crate) async fn thread(&self) -> Option<OwnedSemaphorePermit> {
        // The semaphore is never closed.
        Arc::clone(&self.threads).acquire_owned().await.ok()
    }

    /// How many pages are being made.
    pub(crate) fn len(&self) -> usize {
        self.under_way().len()
    }

    fn under_way(&self) -> MutexGuard<'_, HashMap<Arc<str>, Coming>> {
        // One map operation is done whole or not at all.
        self.under_way
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Task {
    /// The address of the page.
    pub(crate) fn address(&self) -> &Arc<str> {
        &self.address
    }

    /// Hands the page to all who wait. It must be in the cache by then: a reader who comes
    /// between the two would otherwise begin anew.
    pub(crate) fn done(self, page: Arc<Page>) {
        // Sending fails if nobody waits any more, which is their right.
        self.done.send_replace(Some(page));
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.making.under_way().remove(&self.address);
    }
}

/// The page when it is there; `None` if the one who made it gave up.
pub(crate) async fn arrival(mut coming: Coming) -> Option<Arc<Page>> {
    coming.wait_for(Option::is_some).await.ok()?.clone()
}
