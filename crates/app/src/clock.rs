//! The clock that the program is given.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use riktning_domain::command::{Hand, Now};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// What tells the time. A value: a demonstration, a test or a screenshot gives its own day.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock, read in the municipality's zone.
    Machine(TimeZone),
    /// Always noon on one day, also for what is recorded: for tests and demonstrations, whose
    /// stores are made so.
    Fixed(Date),
    /// Pages show one day, as if it were noon on it. What is recorded has the machine's time:
    /// nobody chooses when something was learnt.
    Shown(TimeZone, Date),
    /// What a hand shows: for tests of what time ends.
    Turned(TimeZone, Hands),
}

/// The hands of a clock that somebody turns. A value: a clone turns the same clock.
#[derive(Clone, Debug)]
pub struct Hands(Arc<AtomicI64>);

impl Hands {
    /// Turns them on by a while.
    pub fn turn(&self, by: SignedDuration) {
        let by = i64::try_from(by.as_micros()).unwrap_or_default();
        self.0.fetch_add(by, Ordering::AcqRel);
    }

    /// What they show.
    pub fn now(&self) -> Timestamp {
        self.shown()
    }

    fn shown(&self) -> Timestamp {
        let shown = Timestamp::from_microsecond(self.0.load(Ordering::Acquire));
        shown.unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

impl Clock {
    /// The machine's clock in Europe/Stockholm: deadlines and days are local.
    pub fn stockholm() -> Self {
        Clock::Machine(zone())
    }

    /// Pages show a day; what is recorded has the machine's time.
    pub fn showing(day: Date) -> Self {
        Clock::Shown(zone(), day)
    }

    /// A clock of Stockholm that shows an instant until its hands are turned.
    pub fn turned(from: Timestamp) -> (Self, Hands) {
        let hands = Hands(Arc::new(AtomicI64::new(from.as_microsecond())));
        (Clock::Turned(zone(), hands.clone()), hands)
    }

    /// The day it is.
    pub fn today(&self) -> Date {
        self.moment().1
    }

    /// The instant and the day it is, of one reading.
    pub fn moment(&self) -> (Timestamp, Date) {
        match self {
            Clock::Machine(zone) => machine(zone),
            Clock::Fixed(day) | Clock::Shown(_, day) => (noon(*day), *day),
            Clock::Turned(zone, hands) => in_zone(zone, hands.shown()),
        }
    }

    /// The instant of recording, and the day up to which it may say that something stood: the
    /// shown one, but none that has not been.
    pub(crate) fn recording(&self) -> (Timestamp, Date) {
        match self {
            Clock::Machine(zone) => machine(zone),
            Clock::Fixed(day) => (noon(*day), *day),
            Clock::Turned(zone, hands) => in_zone(zone, hands.shown()),
            Clock::Shown(zone, day) => {
                let (now, today) = machine(zone);
                (now, today.min(*day))
            }
        }
    }

    /// The instant at which somebody signs in, waits or is away: a person's time goes on also where
    /// pages show one day.
    pub(crate) fn attended(&self) -> Timestamp {
        match self {
            Clock::Machine(_) | Clock::Fixed(_) | Clock::Shown(..) => Timestamp::now(),
            Clock::Turned(_, hands) => hands.shown(),
        }
    }

    /// Whether time goes on. On a fixed day nothing begins or ends by itself.
    pub fn runs(&self) -> bool {
        matches!(self, Clock::Machine(_))
    }

    /// This moment, for a command.
    pub fn now(&self, hand: Hand) -> Now {
        let (at, today) = self.recording();
        Now { at, today, hand }
    }
}

/// The zone data is inside the binary; UTC would only be used if it were taken out.
fn zone() -> TimeZone {
    TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC)
}

fn machine(zone: &TimeZone) -> (Timestamp, Date) {
    in_zone(zone, Timestamp::now())
}

fn in_zone(zone: &TimeZone, at: Timestamp) -> (Timestamp, Date) {
    (at, at.to_zoned(zone.clone()).date())
}

/// Noon in UTC. Every day of the calendar has one; the fallback is never seen.
fn noon(day: Date) -> Timestamp {
    let noon = day.at(12, 0, 0, 0).to_zoned(TimeZone::UTC);
    noon.map_or(Timestamp::UNIX_EPOCH, |noon| noon.timestamp())
}
