//! Days that carry their precision: what is known only as a year is shown as a year.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// How exactly a day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// The day itself is known.
    Day,
    /// Only the month and year are known.
    Month,
    /// Only the year is known.
    Year,
    /// No source gives a date; the day stands in for it and pages say *dag ej funnen*.
    NotFound,
}

/// A day with its precision. The day is the first that the precision allows, so that
/// "2018" sorts as 1 January 2018.
///
/// Written `2018-10-25`, `2018-10`, `2018`, or `2018-01-01?` when no source gives a date.
///
/// ```
/// use riktning_domain::{Dated, Precision};
/// let decided: Dated = "2007".parse().expect("a year");
/// assert_eq!(decided.precision(), Precision::Year);
/// assert_eq!(decided.day().to_string(), "2007-01-01");
/// assert!("2007-13".parse::<Dated>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dated {
    day: Date,
    precision: Precision,
}

impl Dated {
    /// A day that is known.
    pub fn day_known(day: Date) -> Self {
        Self {
            day,
            precision: Precision::Day,
        }
    }

    /// Only the month is known. The day is moved to the first of the month.
    pub fn month_known(day: Date) -> Self {
        Self {
            day: day.first_of_month(),
            precision: Precision::Month,
        }
    }

    /// Only the year is known. `None` outside the years that a calendar has.
    pub fn year_known(year: i16) -> Option<Self> {
        let day = Date::new(year, 1, 1).ok()?;
        Some(Self {
            day,
            precision: Precision::Year,
        })
    }

    /// No source gives a date; `stand_in` is the day that the rules of the model give it.
    pub fn not_found(stand_in: Date) -> Self {
        Self {
            day: stand_in,
            precision: Precision::NotFound,
        }
    }

    /// The day from which the fact stood.
    pub fn day(self) -> Date {
        self.day
    }

    /// The last day that the precision allows: what is due in 2020 is due by 31 December.
    pub fn last_day(self) -> Date {
        match self.precision {
            Precision::Day | Precision::NotFound => self.day,
            Precision::Month => self.day.last_of_month(),
            Precision::Year => last_day_of(self.day.year()),
        }
    }

    /// The same so many years later, as exactly known; 29 February becomes the last of the month.
    /// `None` outside the years that a calendar has.
    ///
    /// ```
    /// use riktning_domain::Dated;
    /// let due: Dated = "2024-02-29".parse().expect("a day");
    /// assert_eq!(due.years_later(1).map(|d| d.to_string()), Some("2025-02-28".to_owned()));
    /// let due: Dated = "2026-06".parse().expect("a month");
    /// assert_eq!(due.years_later(2).map(|d| d.to_string()), Some("2028-06".to_owned()));
    /// assert_eq!(due.years_later(9_000), None);
    /// ```
    pub fn years_later(self, years: i16) -> Option<Self> {
        let day = self.day.checked_add(i64::from(years).years()).ok()?;
        Some(Self { day, ..self })
    }

    /// How exactly that day is known.
    pub fn precision(self) -> Precision {
        self.precision
    }
}

impl fmt::Display for Dated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m) = (self.day.year(), self.day.month());
        match self.precision {
            Precision::Day => write!(f, "{}", self.day),
            Precision::Month => write!(f, "{y:04}-{m:02}"),
            Precision::Year => write!(f, "{y:04}"),
            Precision::NotFound => write!(f, "{}?", self.day),
        }
    }
}

/// The text is not a day, a month or a year.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date: {0:?}; write 2018-10-25, 2018-10 or 2018")]
pub struct NotADate(pub String);

impl FromStr for Dated {
    type Err = NotADate;

    fn from_str(s: &str) -> Result<Self, NotADate> {
        let wrong = || NotADate(s.to_owned());
        let (rest, unknown) = match s.strip_suffix('?') {
            Some(rest) => (rest, true),
            None => (s, false),
        };
        let digits = |t: &str, n: usize| t.len() == n && t.bytes().all(|b| b.is_ascii_digit());
        let parts: Vec<&str> = rest.split('-').collect();
        let number = |t: &str| t.parse::<i16>().map_err(|_| wrong());
        let dated = match parts.as_slice() {
            [y] if digits(y, 4) && !unknown => Self::year_known(number(y)?).ok_or_else(wrong)?,
            [y, m] if digits(y, 4) && digits(m, 2) && !unknown => {
                let month = i8::try_from(number(m)?).map_err(|_| wrong())?;
                Self::month_known(Date::new(number(y)?, month, 1).map_err(|_| wrong())?)
            }
            [y, m, d] if digits(y, 4) && digits(m, 2) && digits(d, 2) => {
                let day: Date = rest.parse().map_err(|_| wrong())?;
                if unknown {
                    Self::not_found(day)
                } else {
                    Self::day_known(day)
                }
            }
            _ => return Err(wrong()),
        };
        Ok(dated)
    }
}

impl Serialize for Dated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Dated {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The last day of a year; years of the calendar only.
pub fn last_day_of(year: i16) -> Date {
    Date::new(year, 12, 31).unwrap_or(date(9999, 12, 31))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_precision_is_written_and_read_back() {
        for text in ["2018-10-25", "2018-10", "2018", "2011-01-01?"] {
            let read: Dated = text.parse().unwrap();
            assert_eq!(read.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "18",
            "2018-1",
            "2018-02-30",
            "2018?",
            "2018-10-25 ",
            "+018",
            "2018-+1",
        ] {
            assert!(
                text.parse::<Dated>().is_err(),
                "{text:?} was read as a date"
            );
        }
    }

    #[test]
    fn what_ends_with_a_year_ends_on_its_last_day() {
        let last = |text: &str| text.parse::<Dated>().unwrap().last_day().to_string();
        assert_eq!(last("2018"), "2018-12-31");
        assert_eq!(last("2016-02"), "2016-02-29");
        assert_eq!(last("2016-02-03"), "2016-02-03");
    }

    #[test]
    fn a_month_stands_from_its_first_day() {
        assert_eq!(
            Dated::month_known(date(2018, 10, 25)).day(),
            date(2018, 10, 1)
        );
    }
}
