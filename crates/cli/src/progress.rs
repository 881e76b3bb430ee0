//! Progress for anything over a second; quiet when nobody watches.

use std::io::{IsTerminal, Write, stderr};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Counts aloud on a terminal, at most ten times a second and only after the first second.
pub(crate) struct Progress {
    what: String,
    began: Instant,
    said: Option<Instant>,
    watched: bool,
}

impl Progress {
    pub(crate) fn of(what: String) -> Self {
        Progress {
            what,
            began: Instant::now(),
            said: None,
            watched: stderr().is_terminal(),
        }
    }

    pub(crate) fn at(&mut self, count: u64) {
        // Asking the time costs more than folding an event; a hundred are cheap.
        if !self.watched
            || !count.is_multiple_of(1_000)
            || self.began.elapsed() < Duration::from_secs(1)
        {
            return;
        }
        let now = Instant::now();
        if self
            .said
            .is_none_or(|said| now - said > Duration::from_millis(100))
        {
            self.said = Some(now);
            let mut to = stderr();
            // Nobody is harmed by a count that cannot be shown.
            let _ = write!(to, "\r{}: {count}", self.what);
            let _ = to.flush();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.said.is_some() {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}

/// Says how long something takes that counts nothing, after the first second and once a second.
pub(crate) struct Waiting {
    /// Gone when the work is done; and the thread that says it.
    running: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Waiting {
    pub(crate) fn of(what: String) -> Self {
        if !stderr().is_terminal() {
            return Waiting { running: None };
        }
        let (done, is_done) = channel();
        let began = Instant::now();
        let says = move || {
            let mut said = false;
            while is_done.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
                let _ = write!(stderr(), "\r{what}: {} s", began.elapsed().as_secs());
                said = true;
            }
            if said {
                let _ = write!(stderr(), "\r\x1b[K");
            }
        };
        // Nobody is harmed by a wait that cannot be told.
        let thread = thread::Builder::new().name("waiting".into()).spawn(says);
        Waiting {
            running: thread.ok().map(|thread| (done, thread)),
        }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if let Some((done, thread)) = self.running.take() {
            drop(done);
            let _ = thread.join();
        }
    }
}
