//! When a connection is overdue.
//!
//! The reading, the writing and the answering of one connection note here what it waits for;
//! its task asks now and then whether it has waited too long. Noting is a clock reading and one
//! store: a timer that were set and reset for each request would cost more than its answer.

use super::Limits;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How long an idle connection may stay when connections run short.
const SHORT_IDLE: Duration = Duration::from_secs(1);
/// How often a connection looks at its watch at least: what it waits for may change right after a
/// look, and it must see when connections run short. A deadline is missed by so much at most.
const LOOK: Duration = Duration::from_secs(5);
/// What reading a kilobyte of an answer buys a slow reader.
const SECOND_PER_KIB: u64 = 1024;

/// What a connection waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub(super) enum Waiting {
    /// The first byte of all.
    FirstByte = 0,
    /// The rest of the head of a request.
    Head = 1,
    /// Us. A body that is read meanwhile has a deadline of its own.
    Us = 2,
    /// The next request.
    Next = 3,
    /// The other side to close, after us.
    Close = 4,
}

/// The state of one connection.
///
/// Plain atomics although one task does everything: its parts hold it by shared reference, and
/// the task may move between threads. Nobody else reads it, so no order is asked for.
#[derive(Debug)]
pub(super) struct Watch {
    opened: Instant,
    /// What it waits for in the three lowest bits, above them since when, in milliseconds.
    waiting: AtomicU64,
    /// Until when the reader may take nothing of the answer, in milliseconds; 0 if it reads.
    stalled: AtomicU64,
    stall: Duration,
    look: Duration,
}

impl Watch {
    pub(super) fn new(limits: &Limits) -> Self {
        let shortest = limits
            .head
            .min(limits.first_byte)
            .min(limits.idle)
            .min(limits.stalled);
        Watch {
            opened: Instant::now(),
            waiting: AtomicU64::new(0),
            stalled: AtomicU64::new(0),
            stall: limits.stalled,
            look: shortest.min(LOOK),
        }
    }

    /// How long until the first look.
    pub(super) fn first_look(&self) -> Duration {
        self.look
    }

    pub(super) fn set(&self, waiting: Waiting) {
        self.waiting
            .store(self.now() << 3 | waiting as u64, Ordering::Relaxed);
    }

    /// Bytes came from the other side.
    pub(super) fn read(&self) {
        if matches!(self.state().0, Waiting::FirstByte | Waiting::Next) {
            self.set(Waiting::Head);
        }
    }

    /// The other side takes no more bytes for now.
    pub(super) fn stalled(&self) {
        if self.stalled.load(Ordering::Relaxed) == 0 {
            self.stalled
                .store(self.now() + millis(self.stall), Ordering::Relaxed);
        }
    }

    /// The other side took bytes. A reader who was slow is given a second per kilobyte, never
    /// more than the whole patience again: one byte at a time does not hold a connection.
    pub(super) fn wrote(&self, bytes: usize) {
        let until = self.stalled.load(Ordering::Relaxed);
        if until != 0 {
            let earned = until + bytes as u64 * 1000 / SECOND_PER_KIB;
            self.stalled.store(
                earned.min(self.now() + millis(self.stall)),
                Ordering::Relaxed,
            );
        }
    }

    /// Everything is with the other side.
    pub(super) fn flushed(&self) {
        if self.stalled.load(Ordering::Relaxed) != 0 {
            self.stalled.store(0, Ordering::Relaxed);
        }
    }

    /// How long until the connection must be looked at again; `Err` with what it waited for too
    /// long.
    pub(super) fn look(&self, limits: &Limits, open: &AtomicUsize) -> Result<Duration, Overdue> {
        let now = self.now();
        let stalled = self.stalled.load(Ordering::Relaxed);
        let (deadline, overdue) = if stalled != 0 {
            (stalled, Overdue::Reader)
        } else {
            let (waiting, since) = self.state();
            let short = open.load(Ordering::Relaxed) > limits.connections / 4 * 3;
            let idle = |limit: Duration| if short { limit.min(SHORT_IDLE) } else { limit };
            let limit = match waiting {
                Waiting::FirstByte => idle(limits.first_byte),
                Waiting::Head => limits.head,
                Waiting::Us => return Ok(self.look),
                Waiting::Next => idle(limits.idle),
                Waiting::Close => SHORT_IDLE,
            };
            (since + millis(limit), Overdue::Sender(waiting))
        };
        match deadline.saturating_sub(now) {
            0 => Err(overdue),
            left => Ok(Duration::from_millis(left).min(self.look)),
        }
    }

    fn state(&self) -> (Waiting, u64) {
        let state = self.waiting.load(Ordering::Relaxed);
        let waiting = match state & 7 {
            0 => Waiting::FirstByte,
            1 => Waiting::Head,
            2 => Waiting::Us,
            3 => Waiting::Next,
            _ => Waiting::Close,
        };
        (waiting, state >> 3)
    }

    fn now(&self) -> u64 {
        millis(self.opened.elapsed())
    }
}

/// Why a connection is cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overdue {
    /// It did not send what it had to.
    Sender(Waiting),
    /// It did not read what it asked for.
    Reader,
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX >> 4)
}
