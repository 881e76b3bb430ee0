//! Progress for anything over a second; quiet when nobody watches.

use std::io::{IsTerminal, Write, stderr};
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
