//! The day in the address: `?per=2015-01-01` shows a page as it was on that day.
//!
//! The same reading serves the cache, which must know whether two addresses are one page, and
//! the pages, through [`AsOf`]: they cannot disagree on what an address means.

use crate::cache::Edition;
use crate::failure::Failure;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jiff::civil::Date;
use std::borrow::Cow;

/// The first year that a page can be asked for. Older days are typing errors.
pub const FIRST_YEAR: i16 = 1600;

/// The day that a page shall show, as an argument of a handler.
///
/// Both days come from the server, which read the clock once for the whole request, so a page
/// made at midnight cannot be one day in its heading and another in its facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The day to show: `?per=`, or else today. Never after today.
    pub day: Date,
    /// The day it is.
    pub today: Date,
}

impl AsOf {
    /// Whether the page shows another day than today.
    pub fn is_past(self) -> bool {
        self.day < self.today
    }
}

/// What is wrong with a `?per=`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadDay {
    /// What was given, at most 40 characters of it. Somebody else's text: escape it.
    pub given: String,
    /// What is wrong.
    pub fault: DayFault,
}

/// Why a `?per=` cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayFault {
    /// Not a day of the calendar, written as 2015-01-31.
    Malformed,
    /// After today: nothing is known of it.
    Future,
    /// Before the year 1600.
    TooEarly,
    /// Given more than once.
    Twice,
}

/// Reads the day in a query. `None` is no day: the field is missing, or empty as a form sends it
/// when nothing is chosen.
///
/// # Errors
///
/// When the day is malformed, after `today`, before 1600, or given twice.
pub fn day_in(query: &str, today: Date) -> Result<Option<Date>, BadDay> {
    day_named(query, "per", today)
}

/// The same of the day in another field.
pub(crate) fn day_named(query: &str, wanted: &str, today: Date) -> Result<Option<Date>, BadDay> {
    let mut given: Option<Cow<'_, str>> = None;
    for field in query.split('&') {
        let (name, value) = field.split_once('=').unwrap_or((field, ""));
        if decoded(name).as_deref() != Some(wanted) {
            continue;
        }
        // A value that is not UTF-8 is shown as it was written.
        let value = decoded(value).unwrap_or(Cow::Borrowed(value));
        if given.is_some() {
            return Err(bad(&value, DayFault::Twice));
        }
        given = Some(value);
    }
    match given {
        None => Ok(None),
        Some(value) if value.is_empty() => Ok(None),
        Some(value) => day(&value, today)
            .map(Some)
            .map_err(|fault| bad(&value, fault)),
    }
}

/// Reads one day, strictly: ten characters, so that each day has one address.
pub(crate) fn day(value: &str, today: Date) -> Result<Date, DayFault> {
    let digits = value.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    if value.len() != 10 || !digits {
        return Err(DayFault::Malformed);
    }
    let day: Date = value.parse().map_err(|_| DayFault::Malformed)?;
    if day > today {
        Err(DayFault::Future)
    } else if day.year() < FIRST_YEAR {
        Err(DayFault::TooEarly)
    } else {
        Ok(day)
    }
}

fn bad(given: &str, fault: DayFault) -> BadDay {
    BadDay {
        given: given.chars().take(40).collect(),
        fault,
    }
}

/// Undoes percent-encoding. `None` if what comes out is not UTF-8 or an escape is cut.
pub(crate) fn decoded(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

impl<S: Sync> FromRequestParts<S> for AsOf {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        // The server puts the edition there before any route is asked.
        let edition = parts.extensions.get::<Edition>().copied();
        let today = edition.ok_or_else(|| Failure::internal(NoEdition))?.day;
        let asked = day_in(parts.uri.query().unwrap_or_default(), today)?;
        Ok(AsOf {
            day: asked.unwrap_or(today),
            today,
        })
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the request did not come through the server, so nobody has said which day it is")]
struct NoEdition;

#[cfg(test)]
mod tests {
    use super::{BadDay, DayFault, day_in, decoded};
    use jiff::civil::{Date, date};

    const TODAY: Date = date(2026, 11, 23);

    fn fault(query: &str) -> DayFault {
        day_in(query, TODAY).expect_err(query).fault
    }

    #[test]
    fn a_day_is_read_wherever_it_stands() {
        for query in [
            "per=2015-01-01",
            "x=1&per=2015-01-01&y",
            "per=2015%2D01%2D01",
            "p%65r=2015-01-01",
        ] {
            assert_eq!(day_in(query, TODAY), Ok(Some(date(2015, 1, 1))), "{query}");
        }
        assert_eq!(day_in("per=2026-11-23", TODAY), Ok(Some(TODAY)));
        assert_eq!(day_in("per=1600-01-01", TODAY), Ok(Some(date(1600, 1, 1))));
    }

    #[test]
    fn no_day_is_no_day() {
        for query in ["", "x=1", "per=", "per", "Per=2015-01-01", "&&", "%=%"] {
            assert_eq!(day_in(query, TODAY), Ok(None), "{query}");
        }
    }

    #[test]
    fn what_is_wrong_is_told() {
        for query in [
            "per=2015",
            "per=2015-1-1",
            "per=2015-02-30",
            "per=20150101",
            "per=+2015-01-01",
            "per=2015-01-01T00:00",
            "per=%FF",
            "per=2015-01-0%",
            "per=%E2%91%A0015-01-01",
            "per=2015-01-01%00",
        ] {
            assert_eq!(fault(query), DayFault::Malformed, "{query}");
        }
        assert_eq!(fault("per=2026-11-24"), DayFault::Future);
        assert_eq!(fault("per=9999-12-31"), DayFault::Future);
        assert_eq!(fault("per=1599-12-31"), DayFault::TooEarly);
        assert_eq!(fault("per=0000-01-01"), DayFault::TooEarly);
        assert_eq!(fault("per=2015-01-01&per=2015-01-01"), DayFault::Twice);
        assert_eq!(fault("per=&per=2015-01-01"), DayFault::Twice);
        let long = format!("per={}", "å".repeat(500));
        assert_eq!(
            day_in(&long, TODAY),
            Err(BadDay {
                given: "å".repeat(40),
                fault: DayFault::Malformed
            })
        );
    }

    #[test]
    fn escapes_are_undone_or_refused() {
        assert_eq!(decoded("%C3%B6l").as_deref(), Some("öl"));
        for cut in ["%", "%4", "%zz", "%C3", "%FF", "a%"] {
            assert_eq!(decoded(cut), None, "{cut}");
        }
    }
}
