//! Reporting periods: the stretch of time that a figure, a goal or a plan is about.

use jiff::civil::{Date, date};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A period, as a municipality reports: a year, a school year, an interim …
///
/// Written `2018`, `2016..2019`, `2016/17`, `2018H1`, `2018T2`, `2018Q3`, `2018-12`,
/// `2018-12-31`, and `2018-01-01..2018-08-31` for a year so far.
///
/// Two periods are ordered by their last day, then by their first: the order in which
/// their figures can be known.
///
/// ```
/// use riktning_domain::Period;
/// let school_year: Period = "2016/17".parse().expect("a school year");
/// assert_eq!(school_year.last_day().to_string(), "2017-06-30");
/// assert!("2016/18".parse::<Period>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A calendar year.
    Year(i16),
    /// Several calendar years, both included: a goal period.
    Years {
        /// The first year.
        from: i16,
        /// The last year, later than the first.
        to: i16,
    },
    /// A school year (*läsår*), named by the year in which it starts: 1 July to 30 June.
    SchoolYear(i16),
    /// A half of a year, 1 or 2.
    HalfYear(i16, u8),
    /// A third of a year (*tertial*), 1 to 3.
    Tertial(i16, u8),
    /// A quarter, 1 to 4.
    Quarter(i16, u8),
    /// A month, 1 to 12.
    Month(i16, u8),
    /// One day: a value that holds at a date.
    Day(Date),
    /// From 1 January up to and including a day: what an interim report is about.
    YearToDate(Date),
}

impl Period {
    /// The first day of the period.
    pub fn first_day(self) -> Date {
        match self {
            Period::Year(year) | Period::Years { from: year, .. } => day(year, 1, 1),
            Period::SchoolYear(year) => day(year, 7, 1),
            Period::HalfYear(year, n) => day(year, (n - 1) * 6 + 1, 1),
            Period::Tertial(year, n) => day(year, (n - 1) * 4 + 1, 1),
            Period::Quarter(year, n) => day(year, (n - 1) * 3 + 1, 1),
            Period::Month(year, n) => day(year, n, 1),
            Period::Day(d) => d,
            Period::YearToDate(d) => day(d.year(), 1, 1),
        }
    }

    /// The last day of the period, included.
    pub fn last_day(self) -> Date {
        match self {
            Period::Year(year) | Period::Years { to: year, .. } => day(year, 12, 31),
            Period::SchoolYear(year) => day(year + 1, 6, 30),
            Period::HalfYear(year, n) => day(year, n * 6, 1).last_of_month(),
            Period::Tertial(year, n) => day(year, n * 4, 1).last_of_month(),
            Period::Quarter(year, n) => day(year, n * 3, 1).last_of_month(),
            Period::Month(year, n) => day(year, n, 1).last_of_month(),
            Period::Day(d) | Period::YearToDate(d) => d,
        }
    }

    /// Whether a day lies in the period.
    pub fn contains(self, day: Date) -> bool {
        self.first_day() <= day && day <= self.last_day()
    }

    /// Whether every day of `other` lies in this period.
    pub fn covers(self, other: Period) -> bool {
        self.first_day() <= other.first_day() && other.last_day() <= self.last_day()
    }

    /// The year in which the period ends: what a chart writes under it.
    pub fn year(self) -> i16 {
        self.last_day().year()
    }

    /// A goal period of several years, or a single year where both are the same.
    /// `None` if it would end before it starts or lie outside 1600–2999.
    pub fn years(from: i16, to: i16) -> Option<Self> {
        match (valid_year(from) && valid_year(to), from.cmp(&to)) {
            (true, Ordering::Less) => Some(Period::Years { from, to }),
            (true, Ordering::Equal) => Some(Period::Year(from)),
            _ => None,
        }
    }
}

/// Every constructor keeps years within 1600–2999 and parts within the year, so a day
/// always exists; the fallback is never seen.
fn day(year: i16, month: u8, dom: i8) -> Date {
    let month = i8::try_from(month).unwrap_or(1);
    Date::new(year, month, dom).unwrap_or(date(1, 1, 1))
}

fn valid_year(year: i16) -> bool {
    (1600..3000).contains(&year)
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        // Figures lie by period, and nearly always two of one kind are compared: no day has to
        // be found for that, and the order is the same.
        match (self, other) {
            (Period::Year(a), Period::Year(b)) => a.cmp(b),
            (Period::Month(a, n), Period::Month(b, m)) => (a, n).cmp(&(b, m)),
            (Period::Day(a), Period::Day(b)) => a.cmp(b),
            _ => self.place().cmp(&other.place()),
        }
    }
}

impl Period {
    /// Its place among all periods.
    fn place(self) -> (Date, Date, u8) {
        (self.last_day(), self.first_day(), self.rank())
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Period {
    /// Tells apart periods with the same days, such as a year and a year to 31 December.
    fn rank(self) -> u8 {
        match self {
            Period::Year(_) => 0,
            Period::Years { .. } => 1,
            Period::SchoolYear(_) => 2,
            Period::HalfYear(..) => 3,
            Period::Tertial(..) => 4,
            Period::Quarter(..) => 5,
            Period::Month(..) => 6,
            Period::Day(_) => 7,
            Period::YearToDate(_) => 8,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Year(y) => write!(f, "{y}"),
            Period::Years { from, to } => write!(f, "{from}..{to}"),
            Period::SchoolYear(y) => write!(f, "{y}/{:02}", (y + 1) % 100),
            Period::HalfYear(y, n) => write!(f, "{y}H{n}"),
            Period::Tertial(y, n) => write!(f, "{y}T{n}"),
            Period::Quarter(y, n) => write!(f, "{y}Q{n}"),
            Period::Month(y, n) => write!(f, "{y}-{n:02}"),
            Period::Day(d) => write!(f, "{d}"),
            Period::YearToDate(d) => write!(f, "{}-01-01..{d}", d.year()),
        }
    }
}

/// The text is not a period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "not a period: {0:?}; write 2018, 2016..2019, 2016/17, 2018H1, 2018T1, 2018Q1, 2018-12 or 2018-12-31"
)]
pub struct NotAPeriod(pub String);

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(s: &str) -> Result<Self, NotAPeriod> {
        parse(s).ok_or_else(|| NotAPeriod(s.to_owned()))
    }
}

fn parse(s: &str) -> Option<Period> {
    let year = |t: &str| -> Option<i16> {
        let digits = t.len() == 4 && t.bytes().all(|b| b.is_ascii_digit());
        digits
            .then(|| t.parse().ok())
            .flatten()
            .filter(|y| valid_year(*y))
    };
    let whole_day = |t: &str| -> Option<Date> {
        let shape = t.len() == 10 && t.is_ascii() && t.as_bytes()[4] == b'-';
        shape
            .then(|| t.parse::<Date>().ok())
            .flatten()
            .filter(|d| valid_year(d.year()))
    };
    if let Some((from, to)) = s.split_once("..") {
        if let (Some(from), Some(to)) = (year(from), year(to)) {
            return (from < to).then_some(Period::Years { from, to });
        }
        let (from, to) = (whole_day(from)?, whole_day(to)?);
        return (from == day(to.year(), 1, 1)).then_some(Period::YearToDate(to));
    }
    if !s.is_ascii() {
        return None;
    }
    if s.len() == 4 {
        return year(s).map(Period::Year);
    }
    if s.len() == 10 {
        return whole_day(s).map(Period::Day);
    }
    let first = year(s.get(..4)?)?;
    let rest = s.get(4..)?;
    let part = |t: &str, most: u8| -> Option<u8> {
        let n: u8 = t
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| t.parse().ok())??;
        (1..=most).contains(&n).then_some(n)
    };
    match (rest.len(), rest.as_bytes().first()?) {
        (3, b'/') => {
            let end = i16::from(part_of_century(&rest[1..])?);
            ((first + 1) % 100 == end).then_some(Period::SchoolYear(first))
        }
        (3, b'-') => Some(Period::Month(first, part(&rest[1..], 12)?)),
        (2, b'H') => Some(Period::HalfYear(first, part(&rest[1..], 2)?)),
        (2, b'T') => Some(Period::Tertial(first, part(&rest[1..], 3)?)),
        (2, b'Q') => Some(Period::Quarter(first, part(&rest[1..], 4)?)),
        _ => None,
    }
}

/// Two digits and nothing else: `parse` alone would read a sign as well.
fn part_of_century(t: &str) -> Option<u8> {
    let digits = t.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| t.parse().ok()).flatten()
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_written_and_read_back() {
        for text in [
            "2018",
            "2016..2019",
            "2016/17",
            "1999/00",
            "2018H2",
            "2018T3",
            "2018Q4",
            "2018-02",
            "2018-12-31",
            "2018-01-01..2018-08-31",
        ] {
            let period: Period = text.parse().unwrap();
            assert_eq!(period.to_string(), text);
            assert!(period.first_day() <= period.last_day());
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "",
            "18",
            "2018H3",
            "2018T0",
            "2018Q5",
            "2018-13",
            "2016/18",
            "2019..2016",
            "2018x1",
            "9999",
            "2018-02-30",
            "2018-02-01..2018-08-31",
            "2018-+1",
            "åååå",
        ] {
            assert!(
                text.parse::<Period>().is_err(),
                "{text:?} was read as a period"
            );
        }
    }

    #[test]
    fn periods_sort_by_when_their_figures_can_be_known() {
        let mut periods: Vec<Period> = ["2018", "2017/18", "2018-12", "2018T1"]
            .iter()
            .map(|t| t.parse().unwrap())
            .collect();
        periods.sort();
        let order: Vec<String> = periods.iter().map(ToString::to_string).collect();
        assert_eq!(order, ["2018T1", "2017/18", "2018", "2018-12"]);
    }

    #[test]
    fn two_of_one_kind_are_ordered_as_their_days_are() {
        let years = 2015..2018;
        let months = years
            .clone()
            .flat_map(|y| (1..=12).map(move |n| Period::Month(y, n)));
        let days = (1..=12).flat_map(|m| [1, 2, 28].map(|d| Period::Day(date(2016, m, d))));
        let others = [
            "2015..2018",
            "2016..2017",
            "2016/17",
            "2016H2",
            "2016T1",
            "2017Q4",
        ];
        let others = others.into_iter().map(|text| text.parse().unwrap());
        let all = years.map(Period::Year).chain(months);
        let all: Vec<Period> = all.chain(days).chain(others).collect();
        for (a, b) in all.iter().flat_map(|a| all.iter().map(move |b| (a, b))) {
            assert_eq!(a.cmp(b), a.place().cmp(&b.place()), "{a} {b}");
            assert_eq!(a.cmp(b) == Ordering::Equal, a == b, "{a} {b}");
        }
    }

    #[test]
    fn february_ends_on_its_own_day() {
        assert_eq!(Period::Month(2016, 2).last_day(), date(2016, 2, 29));
        assert_eq!(Period::Tertial(2018, 2).last_day(), date(2018, 8, 31));
    }
}
