//! When mail is sent: at the hour of the digest, never in the quiet hours, and after a failed try later
//! and later. Hours are those of the municipality (`RELIABILITY.md` 10).

use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp};
use riktning_domain::local_time::{instant, local};
use std::time::Duration;
use uuid::Uuid;

/// How often the program looks whether there is anything to send.
pub(super) const LOOK: Duration = Duration::from_secs(5);
/// How long a letter is tried after the hour at which it was first due.
pub(super) const TRIED: SignedDuration = SignedDuration::from_hours(72);
/// How old what has happened may be when it is put in the outbox: what is older, because no mail
/// was sent then, is no news.
pub(super) const NEWS: SignedDuration = SignedDuration::from_hours(72);
/// How long what has become of a letter is kept.
pub(super) const KEPT: SignedDuration = SignedDuration::from_hours(60 * 24);
/// How long after the first failed try a letter is tried again, and the longest pause.
const FIRST: SignedDuration = SignedDuration::from_mins(2);
const LONGEST: SignedDuration = SignedDuration::from_hours(4);

/// Hours in which nobody is sent a digest, local time; they may go over midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    from: Time,
    to: Time,
}

/// What was written is no span of hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is not two times of the day; write 19:00-07:00")]
pub struct NotQuiet;

impl std::str::FromStr for Quiet {
    type Err = NotQuiet;

    fn from_str(text: &str) -> Result<Self, NotQuiet> {
        let (from, to) = text.split_once('-').ok_or(NotQuiet)?;
        let read = |time: &str| {
            let whole = time.len() == 5 && time.as_bytes()[2] == b':';
            whole.then(|| time.parse::<Time>().ok()).flatten()
        };
        let (from, to) = (read(from).ok_or(NotQuiet)?, read(to).ok_or(NotQuiet)?);
        Ok(Quiet { from, to })
    }
}

impl Quiet {
    /// Whether it is quiet at an instant.
    pub(super) fn holds(self, at: Timestamp) -> bool {
        let now = local(at).time();
        match self.from <= self.to {
            true => self.from <= now && now < self.to,
            false => self.from <= now || now < self.to,
        }
    }

    /// The instant, or the end of the quiet hours that it lies in.
    pub(super) fn after(self, at: Timestamp) -> Timestamp {
        if !self.holds(at) {
            return at;
        }
        next(self.to, at)
    }
}

/// The next time after an instant that the clock on the wall shows a time.
pub(super) fn next(time: Time, after: Timestamp) -> Timestamp {
    let day = local(after).date();
    let today = instant(day.to_datetime(time));
    if today > after {
        return today;
    }
    let tomorrow = day.tomorrow().map(|day| instant(day.to_datetime(time)));
    tomorrow.unwrap_or(after)
}

/// How long a letter waits after so many failed tries: twice as long each time, and each letter a
/// little longer or shorter than others, so that a server that was down does not get all at once.
pub(super) fn pause(letter: Uuid, tries: u32) -> SignedDuration {
    let doubled = FIRST.saturating_mul(1 << tries.saturating_sub(1).min(16));
    let whole = doubled.min(LONGEST);
    let seed = Uuid::new_v5(&letter, &tries.to_be_bytes());
    let part = i32::from(seed.as_bytes()[0]) - 128;
    // A quarter more or less.
    whole + whole / 512 * part
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn at(day: i8, hour: i8, minute: i8) -> Timestamp {
        instant(date(2026, 11, day).at(hour, minute, 0, 0))
    }

    #[test]
    fn quiet_hours_may_go_over_midnight_and_are_those_of_the_wall() {
        let night: Quiet = "19:00-07:00".parse().unwrap();
        for (hour, minute, quiet) in [(18, 59, false), (19, 0, true), (0, 0, true), (7, 0, false)] {
            assert_eq!(night.holds(at(3, hour, minute)), quiet, "{hour}.{minute}");
        }
        assert_eq!(night.after(at(3, 23, 0)), at(4, 7, 0));
        assert_eq!(night.after(at(3, 5, 0)), at(3, 7, 0));
        assert_eq!(night.after(at(3, 12, 0)), at(3, 12, 0));
        let lunch: Quiet = "12:00-13:00".parse().unwrap();
        assert_eq!(lunch.after(at(3, 12, 30)), at(3, 13, 0));
        // In summer seven on the wall is five in UTC.
        let summer = instant(date(2026, 7, 1).at(6, 59, 0, 0));
        assert!(night.holds(summer) && !night.holds(summer + SignedDuration::from_mins(1)));
        for odd in ["", "19-07", "19:00", "25:00-07:00", "19:00:00-07:00"] {
            assert_eq!(odd.parse::<Quiet>(), Err(NotQuiet), "{odd}");
        }
    }

    #[test]
    fn the_hour_of_the_digest_comes_once_a_day() {
        let seven = Time::constant(7, 30, 0, 0);
        assert_eq!(next(seven, at(3, 7, 29)), at(3, 7, 30));
        assert_eq!(next(seven, at(3, 7, 30)), at(4, 7, 30));
        assert_eq!(next(seven, at(3, 20, 0)), at(4, 7, 30));
    }

    #[test]
    fn each_pause_is_longer_up_to_the_longest_and_no_two_letters_wait_the_same() {
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let mut before = SignedDuration::ZERO;
        for tries in 1..=7 {
            let pause = pause(one, tries);
            assert!(pause > before, "{tries}: {pause} after {before}");
            before = pause;
        }
        assert_ne!(pause(one, 1), pause(other, 1));
        assert_eq!(pause(one, 1), pause(one, 1));
        for tries in [8, 40, u32::MAX] {
            let pause = pause(one, tries);
            assert!(
                pause >= LONGEST / 4 * 3 && pause <= LONGEST / 4 * 5,
                "{pause}"
            );
        }
    }
}
