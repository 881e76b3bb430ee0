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
    /// Always noon on one day.
    Fixed(Date),
}

impl Clock {
    /// The machine's clock in Europe/Stockholm: deadlines and days are local.
    pub fn stockholm() -> Self {
        // The zone data is inside the binary; UTC would only be used if it were taken out.
        Clock::Machine(TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC))
    }

    /// The day it is.
    pub fn today(&self) -> Date {
        self.moment().1
    }

    /// The instant and the day it is, of one reading.
    pub fn moment(&self) -> (Timestamp, Date) {
        match self {
            Clock::Machine(zone) => {
                let now = Timestamp::now();
                (now, now.to_zoned(zone.clone()).date())
            }
            Clock::Fixed(day) => (noon(*day), *day),
        }
    }

    /// Whether time goes on. On a fixed day nothing begins or ends by itself.
    pub fn runs(&self) -> bool {
        matches!(self, Clock::Machine(_))
    }

    /// This moment, for a command.
    pub fn now(&self, hand: Hand) -> Now {
        let (at, today) = self.moment();
        Now { at, today, hand }
    }
}

/// Noon in UTC. Every day of the calendar has one; the fallback is never seen.
fn noon(day: Date) -> Timestamp {
    let noon = day.at(12, 0, 0, 0).to_zoned(TimeZone::UTC);
    noon.map_or(Timestamp::UNIX_EPOCH, |noon| noon.timestamp())
}
