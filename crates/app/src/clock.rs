//! The clock that the program is given.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use riktning_domain::command::{Hand, Now};

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

    /// The day it is.
    pub fn today(&self) -> Date {
        self.moment().1
    }

    /// The instant and the day it is, of one reading.
    pub fn moment(&self) -> (Timestamp, Date) {
        match self {
            Clock::Machine(zone) => machine(zone),
            Clock::Fixed(day) | Clock::Shown(_, day) => (noon(*day), *day),
        }
    }

    /// The instant of recording, and the day up to which it may say that something stood: the
    /// shown one, but none that has not been.
    pub(crate) fn recording(&self) -> (Timestamp, Date) {
        match self {
            Clock::Machine(zone) => machine(zone),
            Clock::Fixed(day) => (noon(*day), *day),
            Clock::Shown(zone, day) => {
                let (now, today) = machine(zone);
                (now, today.min(*day))
            }
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
    let now = Timestamp::now();
    (now, now.to_zoned(zone.clone()).date())
}

/// Noon in UTC. Every day of the calendar has one; the fallback is never seen.
fn noon(day: Date) -> Timestamp {
    let noon = day.at(12, 0, 0, 0).to_zoned(TimeZone::UTC);
    noon.map_or(Timestamp::UNIX_EPOCH, |noon| noon.timestamp())
}
