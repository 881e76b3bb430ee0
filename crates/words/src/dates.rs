//! Days, periods and times as each language writes them.

use crate::{Language, Words};
use jiff::civil::{Date, Time};
use riktning_domain::{Dated, Period, Precision};

impl Words {
    /// A day: 27 september 2018, 27 September 2018, 27. syyskuuta 2018.
    pub fn day(self, day: Date) -> String {
        let number = day.day().to_string();
        let year = day.year().to_string();
        let month = self.text(&format!("month-{}-of", day.month()));
        self.with(
            "date-day",
            &[("day", &number), ("month", &month), ("year", &year)],
        )
    }

    /// A day in a table: 2018-09-27 in every language.
    pub fn day_in_table(self, day: Date) -> String {
        day.to_string()
    }

    /// A month: september 2018.
    pub fn month(self, year: i16, month: u8) -> String {
        let month = self.text(&format!("month-{month}"));
        self.with(
            "date-month",
            &[("month", &month), ("year", &year.to_string())],
        )
    }

    /// A day by how exactly it is known. What no source dates says so.
    pub fn dated(self, dated: Dated) -> String {
        let day = dated.day();
        let first_of_year = day.month() == 1 && day.day() == 1;
        match dated.precision() {
            Precision::Day => self.day(day),
            Precision::Month => self.month(day.year(), day.month().unsigned_abs()),
            Precision::Year => day.year().to_string(),
            Precision::NotFound if first_of_year => {
                self.with("date-not-found", &[("date", &day.year().to_string())])
            }
            Precision::NotFound => self.with("date-not-found", &[("date", &self.day(day))]),
        }
    }

    /// A period in a sentence.
    pub fn period(self, period: Period) -> String {
        let year = |year: i16| year.to_string();
        match period {
            Period::Year(y) => year(y),
            Period::Years { from, to } => format!("{from}–{to}"),
            Period::SchoolYear(_) => {
                self.with("period-school-year", &[("years", &period.to_string())])
            }
            Period::HalfYear(y, n) => self.part("period-half", y, n),
            Period::Tertial(y, n) => self.part("period-tertial", y, n),
            Period::Quarter(y, n) => self.part("period-quarter", y, n),
            Period::Month(y, n) => self.month(y, n),
            Period::Day(day) => self.day(day),
            Period::YearToDate(day) if day == day.last_of_month() => {
                let from = self.text("month-1");
                let to = self.text(&format!("month-{}", day.month()));
                self.with(
                    "period-months",
                    &[("from", &from), ("to", &to), ("year", &year(day.year()))],
                )
            }
            Period::YearToDate(day) => self.with("period-to-date", &[("day", &self.day(day))]),
        }
    }

    fn part(self, key: &str, year: i16, n: u8) -> String {
        self.with(
            key,
            &[("kind", &n.to_string()), ("year", &year.to_string())],
        )
    }

    /// A period under an axis, as short as can be.
    pub fn period_short(self, period: Period) -> String {
        match period {
            Period::Year(_) | Period::SchoolYear(_) => period.to_string(),
            Period::Years { from, to } => format!("{from}–{to}"),
            Period::HalfYear(y, n) => self.part("period-half-short", y, n),
            Period::Tertial(y, n) => self.part("period-tertial-short", y, n),
            Period::Quarter(y, n) => self.part("period-quarter-short", y, n),
            Period::Month(y, n) => self.short_month(y, n),
            Period::Day(day) => day.to_string(),
            Period::YearToDate(day) => {
                let from = self.text("month-1-short");
                let to = self.short_month(day.year(), day.month().unsigned_abs());
                format!("{from}–{to}")
            }
        }
    }

    fn short_month(self, year: i16, month: u8) -> String {
        let month = self.text(&format!("month-{month}-short"));
        self.with(
            "date-month",
            &[("month", &month), ("year", &year.to_string())],
        )
    }

    /// A time of day: 10.42, 10:42.
    pub fn time(self, time: Time) -> String {
        let dot = match self.language() {
            Language::En => ':',
            Language::Sv | Language::Fi => '.',
        };
        format!("{:02}{dot}{:02}", time.hour(), time.minute())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn each_language_writes_its_days() {
        let [sv, en, fi] = Language::ALL.map(Words::of);
        let day = date(2018, 9, 27);
        assert_eq!(sv.day(day), "27 september 2018");
        assert_eq!(en.day(day), "27 September 2018");
        assert_eq!(fi.day(day), "27. syyskuuta 2018");
        assert_eq!(sv.time(Time::constant(10, 42, 0, 0)), "10.42");
        assert_eq!(en.time(Time::constant(10, 42, 0, 0)), "10:42");
    }

    #[test]
    fn a_day_is_said_as_exactly_as_it_is_known() {
        let sv = Words::of(Language::Sv);
        assert_eq!(sv.dated("2018".parse().unwrap()), "2018");
        assert_eq!(sv.dated("2018-10".parse().unwrap()), "oktober 2018");
        assert_eq!(
            sv.dated("2016-01-01?".parse().unwrap()),
            "2016 (dag ej funnen)"
        );
    }

    #[test]
    fn periods_are_said() {
        let [sv, en, fi] = Language::ALL.map(Words::of);
        let period = |text: &str| text.parse::<Period>().unwrap();
        assert_eq!(sv.period(period("2016..2019")), "2016–2019");
        assert_eq!(sv.period(period("2016/17")), "läsåret 2016/17");
        assert_eq!(en.period(period("2016/17")), "school year 2016/17");
        assert_eq!(fi.period(period("2016/17")), "lukuvuosi 2016/17");
        assert_eq!(
            sv.period(period("2018-01-01..2018-08-31")),
            "januari–augusti 2018"
        );
        assert_eq!(sv.period(period("2019-12")), "december 2019");
        assert_eq!(sv.period_short(period("2019-12")), "dec 2019");
    }

    proptest! {
        #[test]
        fn every_day_is_said_with_its_number_and_year(days in 0_i32..400_000) {
            let day = date(1600, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            for words in Language::ALL.map(Words::of) {
                let said = words.day(day);
                prop_assert!(said.contains(&day.year().to_string()), "{said}");
                prop_assert!(said.starts_with(&day.day().to_string()), "{said}");
                prop_assert!(!said.contains("month-"), "{said}");
            }
        }
    }
}
