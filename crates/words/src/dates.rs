//! Days, periods and times as each language writes them.

use crate::{Language, Words};
use jiff::civil::{Date, Time};
use riktning_domain::{Dated, Period, Precision};

// words-keys: month-*

impl Words {
    /// A day: 27 september 2018, 27 September 2018, 27. syyskuuta 2018.
    pub fn day(self, day: Date) -> String {
        let month = self.text(&format!("month-{}-of", day.month()));
        self.with(
            "date-day",
            &[
                ("day", &day.day().to_string()),
                ("month", &month),
                ("year", &day.year().to_string()),
            ],
        )
    }

    /// A day of a year that the page says already: 27 september.
    pub fn day_and_month(self, day: Date) -> String {
        let month = self.text(&format!("month-{}-of", day.month()));
        let day = day.day().to_string();
        self.with("date-day-month", &[("day", &day), ("month", &month)])
    }

    /// A month, 1 to 12, where there is little room: sep.
    pub fn month_name_short(self, month: u8) -> String {
        self.text(&format!("month-{month}-short"))
    }

    /// A day in a table: 2018-09-27 in every language.
    pub fn day_in_table(self, day: Date) -> String {
        day.to_string()
    }

    /// A month, 1 to 12, by its name, alone and in a day: toukokuu, toukokuuta.
    pub fn month_names(self, month: u8) -> [String; 2] {
        [format!("month-{month}"), format!("month-{month}-of")].map(|key| self.text(&key))
    }

    /// A month, 1 to 12: september 2018.
    pub fn month(self, year: i16, month: u8) -> String {
        let month = self.text(&format!("month-{month}"));
        self.with(
            "date-month",
            &[("month", &month), ("year", &year.to_string())],
        )
    }

    /// A day by how exactly it is known. What no source dates says so after the day that
    /// stands in for it; a stand-in of 1 January is the year.
    pub fn dated(self, dated: Dated) -> String {
        let day = dated.day();
        match dated.precision() {
            Precision::Day => self.day(day),
            Precision::Month => self.month(day.year(), month_of(day)),
            Precision::Year => day.year().to_string(),
            Precision::NotFound => {
                // The day stands in for one that nobody found: only its year means anything.
                self.with("date-not-found", &[("date", &day.year().to_string())])
            }
        }
    }

    /// A period in a sentence: 2016–2019, läsåret 2016/17, januari–augusti 2018.
    pub fn period(self, period: Period) -> String {
        match period {
            Period::Year(year) => year.to_string(),
            Period::Years { from, to } => format!("{from}–{to}"),
            Period::SchoolYear(_) => {
                self.with("period-school-year", &[("years", &period.to_string())])
            }
            Period::HalfYear(year, n) => {
                let kind = if n == 1 { "first" } else { "second" };
                self.with(
                    "period-half",
                    &[("kind", kind), ("year", &year.to_string())],
                )
            }
            Period::Tertial(year, n) => self.part("period-tertial", year, n),
            Period::Quarter(year, n) => self.part("period-quarter", year, n),
            Period::Month(year, n) => self.month(year, n),
            Period::Day(day) => self.day(day),
            Period::YearToDate(day) => match (day, day.month()) {
                _ if day == day.first_of_year() => self.day(day),
                (end, 1) if end == end.last_of_month() => self.month(day.year(), 1),
                (end, month) if end == end.last_of_month() => {
                    let to = self.text(&format!("month-{month}"));
                    let year = day.year().to_string();
                    self.with("period-months", &[("to", &to), ("year", &year)])
                }
                _ => self.with("period-to-date", &[("day", &self.day(day))]),
            },
        }
    }

    fn part(self, key: &str, year: i16, n: u8) -> String {
        // words-keys: period-*
        self.with(
            key,
            &[("number", &n.to_string()), ("year", &year.to_string())],
        )
    }

    /// A period in a table or a label, without a word more than it needs: 2018, 2016/17,
    /// dec 2019.
    pub fn period_short(self, period: Period) -> String {
        match period {
            Period::Year(_) | Period::SchoolYear(_) | Period::Day(_) => period.to_string(),
            Period::Years { from, to } => format!("{from}–{to}"),
            Period::HalfYear(year, n) => self.part("period-half-short", year, n),
            Period::Tertial(year, n) => self.part("period-tertial-short", year, n),
            Period::Quarter(year, n) => self.part("period-quarter-short", year, n),
            Period::Month(year, n) => self.month_short(year, n),
            Period::YearToDate(day) => match day.month() {
                _ if day != day.last_of_month() => {
                    self.with("period-to-date-short", &[("day", &day.to_string())])
                }
                1 => self.month_short(day.year(), 1),
                _ => {
                    let from = self.text("month-1-short");
                    format!("{from}–{}", self.month_short(day.year(), month_of(day)))
                }
            },
        }
    }

    /// A period under the axis of a chart, where every letter takes room: as
    /// [`Words::period_short`], but a school year is 16/17.
    pub fn period_tick(self, period: Period) -> String {
        match period {
            Period::SchoolYear(year) => {
                let two = |year: i16| year.rem_euclid(100);
                format!("{:02}/{:02}", two(year), two(year + 1))
            }
            other => self.period_short(other),
        }
    }

    fn month_short(self, year: i16, month: u8) -> String {
        let month = self.text(&format!("month-{month}-short"));
        self.with(
            "date-month",
            &[("month", &month), ("year", &year.to_string())],
        )
    }

    /// A time of day in a sentence: 10.42, 10:42, klo 10.42.
    pub fn time(self, time: Time) -> String {
        let hour = match self.language() {
            Language::Fi => time.hour().to_string(),
            Language::Sv | Language::En => format!("{:02}", time.hour()),
        };
        let minute = format!("{:02}", time.minute());
        self.with("time-of-day", &[("hour", &hour), ("minute", &minute)])
    }
}

fn month_of(day: Date) -> u8 {
    day.month().unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn said(language: Language, period: &str) -> String {
        Words::of(language).period(period.parse().unwrap())
    }

    fn short(language: Language, period: &str) -> String {
        Words::of(language).period_short(period.parse().unwrap())
    }

    #[test]
    fn each_language_writes_its_days() {
        let [sv, en, fi] = Language::ALL.map(Words::of);
        let day = date(2018, 9, 27);
        assert_eq!(sv.day(day), "27 september 2018");
        assert_eq!(en.day(day), "27 September 2018");
        assert_eq!(fi.day(day), "27. syyskuuta 2018");
        assert_eq!(sv.day(date(2018, 5, 1)), "1 maj 2018");
        for words in [sv, en, fi] {
            assert_eq!(words.day_in_table(day), "2018-09-27");
        }
    }

    #[test]
    fn each_language_writes_its_time() {
        let [sv, en, fi] = Language::ALL.map(Words::of);
        let time = Time::constant(10, 42, 0, 0);
        assert_eq!(sv.time(time), "10.42");
        assert_eq!(en.time(time), "10:42");
        assert_eq!(fi.time(time), "klo 10.42");
        assert_eq!(sv.time(Time::constant(8, 5, 0, 0)), "08.05");
        assert_eq!(fi.time(Time::constant(8, 5, 0, 0)), "klo 8.05");
    }

    #[test]
    fn a_day_is_said_as_exactly_as_it_is_known() {
        let [sv, en, fi] = Language::ALL.map(Words::of);
        let dated = |text: &str| text.parse::<Dated>().unwrap();
        assert_eq!(sv.dated(dated("2018-10-25")), "25 oktober 2018");
        assert_eq!(sv.dated(dated("2018")), "2018");
        assert_eq!(sv.dated(dated("2018-10")), "oktober 2018");
        assert_eq!(en.dated(dated("2018-10")), "October 2018");
        assert_eq!(fi.dated(dated("2018-10")), "lokakuu 2018");
        assert_eq!(sv.dated(dated("2016-01-01?")), "2016 (dag ej funnen)");
        assert_eq!(en.dated(dated("2016-01-01?")), "2016 (day not found)");
        assert_eq!(fi.dated(dated("2016-01-01?")), "2016 (päivää ei löytynyt)");
        // A day that nobody found is never written out, whichever it stands in for.
        assert_eq!(sv.dated(dated("2016-05-02?")), "2016 (dag ej funnen)");
    }

    #[test]
    fn each_language_writes_its_periods() {
        let all = |period| Language::ALL.map(|language| said(language, period));
        assert_eq!(all("2018"), ["2018", "2018", "2018"]);
        assert_eq!(all("2016..2019"), ["2016–2019", "2016–2019", "2016–2019"]);
        assert_eq!(
            all("2016/17"),
            [
                "läsåret 2016/17",
                "school year 2016/17",
                "lukuvuosi 2016/17"
            ]
        );
        assert_eq!(
            all("2018H1"),
            [
                "första halvåret 2018",
                "first half of 2018",
                "vuoden 2018 alkupuolisko"
            ]
        );
        assert_eq!(
            all("2018H2"),
            [
                "andra halvåret 2018",
                "second half of 2018",
                "vuoden 2018 loppupuolisko"
            ]
        );
        assert_eq!(
            all("2018T1"),
            ["tertial 1 2018", "tertial 1 2018", "1. tertiaali 2018"]
        );
        assert_eq!(
            all("2018Q3"),
            ["kvartal 3 2018", "quarter 3 2018", "3. neljännes 2018"]
        );
        assert_eq!(
            all("2019-12"),
            ["december 2019", "December 2019", "joulukuu 2019"]
        );
        assert_eq!(
            all("2018-12-31"),
            [
                "31 december 2018",
                "31 December 2018",
                "31. joulukuuta 2018"
            ]
        );
    }

    #[test]
    fn a_year_so_far_is_said_in_months_when_it_ends_with_one() {
        let all = |period| Language::ALL.map(|language| said(language, period));
        assert_eq!(
            all("2018-01-01..2018-08-31"),
            [
                "januari–augusti 2018",
                "January–August 2018",
                "tammi–elokuu 2018"
            ]
        );
        assert_eq!(
            all("2018-01-01..2018-01-31"),
            ["januari 2018", "January 2018", "tammikuu 2018"]
        );
        assert_eq!(
            all("2018-01-01..2018-08-15"),
            [
                "1 januari–15 augusti 2018",
                "1 January to 15 August 2018",
                "1. tammikuuta – 15. elokuuta 2018"
            ]
        );
        assert_eq!(
            said(Language::Sv, "2016-01-01..2016-02-28"),
            "1 januari–28 februari 2016"
        );
        assert_eq!(
            said(Language::Sv, "2018-01-01..2018-01-01"),
            "1 januari 2018"
        );
    }

    #[test]
    fn short_periods_fit_a_table() {
        let all = |period| Language::ALL.map(|language| short(language, period));
        assert_eq!(all("2018"), ["2018", "2018", "2018"]);
        assert_eq!(all("2016/17"), ["2016/17", "2016/17", "2016/17"]);
        assert_eq!(all("2016..2019"), ["2016–2019", "2016–2019", "2016–2019"]);
        assert_eq!(all("2019-12"), ["dec 2019", "Dec 2019", "joulu 2019"]);
        assert_eq!(all("2018T2"), ["T2 2018", "T2 2018", "T2 2018"]);
        assert_eq!(all("2018Q2"), ["K2 2018", "Q2 2018", "Q2 2018"]);
        assert_eq!(
            all("2018H2"),
            ["halvår 2 2018", "half 2 2018", "vuosipuolisko 2 2018"]
        );
        assert_eq!(
            all("2018-12-31"),
            ["2018-12-31", "2018-12-31", "2018-12-31"]
        );
        assert_eq!(
            all("2018-01-01..2018-08-31"),
            ["jan–aug 2018", "Jan–Aug 2018", "tammi–elo 2018"]
        );
        assert_eq!(
            all("2018-01-01..2018-01-31"),
            ["jan 2018", "Jan 2018", "tammi 2018"]
        );
        assert_eq!(
            all("2018-01-01..2018-08-15"),
            ["till 2018-08-15", "to 2018-08-15", "2018-08-15 asti"]
        );
    }

    #[test]
    fn a_school_year_under_an_axis_is_two_short_years() {
        let sv = Words::of(Language::Sv);
        let tick = |period: &str| sv.period_tick(period.parse().unwrap());
        assert_eq!(tick("2016/17"), "16/17");
        assert_eq!(tick("1999/00"), "99/00");
        assert_eq!(tick("2018"), "2018");
        assert_eq!(tick("2019-12"), "dec 2019");
    }

    fn any_day() -> impl Strategy<Value = Date> {
        (0_i32..500_000).prop_map(|days| {
            date(1600, 1, 1)
                .checked_add(jiff::Span::new().days(days))
                .unwrap()
        })
    }

    fn any_period() -> impl Strategy<Value = Period> {
        let year = 1600_i16..2999;
        prop_oneof![
            year.clone().prop_map(Period::Year),
            (year.clone(), 1_i16..10).prop_map(|(from, n)| Period::Years { from, to: from + n }),
            year.clone().prop_map(Period::SchoolYear),
            (year.clone(), 1_u8..=2).prop_map(|(year, n)| Period::HalfYear(year, n)),
            (year.clone(), 1_u8..=3).prop_map(|(year, n)| Period::Tertial(year, n)),
            (year.clone(), 1_u8..=4).prop_map(|(year, n)| Period::Quarter(year, n)),
            (year, 1_u8..=12).prop_map(|(year, n)| Period::Month(year, n)),
            any_day().prop_map(Period::Day),
            any_day().prop_map(Period::YearToDate),
        ]
    }

    fn any_dated() -> impl Strategy<Value = Dated> {
        // Also days that no municipality has: a typing error must not take a page down.
        let year = -9999_i16..=9999;
        let day = (year.clone(), 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| date(y, m, d));
        prop_oneof![
            day.clone().prop_map(Dated::day_known),
            day.clone().prop_map(Dated::month_known),
            day.prop_map(Dated::not_found),
            year.prop_map(|year| Dated::year_known(year).unwrap()),
        ]
    }

    /// Said without a hole, and without a key in place of its text.
    fn is_whole(said: &str) -> bool {
        let keys = ["month-", "period-", "date-", "time-"];
        !said.is_empty() && !said.contains(['{', '$']) && !keys.iter().any(|key| said.contains(key))
    }

    proptest! {
        #[test]
        fn every_day_is_said_with_its_number_and_year(day in any_day()) {
            for words in Language::ALL.map(Words::of) {
                let said = words.day(day);
                prop_assert!(said.ends_with(&format!(" {}", day.year())), "{}", said);
                prop_assert!(said.starts_with(&day.day().to_string()), "{}", said);
                prop_assert!(is_whole(&said), "{}", said);
            }
        }

        #[test]
        fn every_period_is_said_with_its_last_year(period in any_period()) {
            let last = format!("{:02}", period.year() % 100);
            for words in Language::ALL.map(Words::of) {
                for said in [words.period(period), words.period_short(period), words.period_tick(period)] {
                    prop_assert!(said.contains(&last), "{}", said);
                    prop_assert!(is_whole(&said), "{}", said);
                }
            }
        }

        #[test]
        fn every_dated_day_is_said(dated in any_dated()) {
            for words in Language::ALL.map(Words::of) {
                let said = words.dated(dated);
                prop_assert!(said.contains(&dated.day().year().to_string()), "{}", said);
                prop_assert!(is_whole(&said), "{}", said);
            }
        }

        #[test]
        fn every_time_is_said(hour in 0_i8..24, minute in 0_i8..60) {
            for words in Language::ALL.map(Words::of) {
                prop_assert!(is_whole(&words.time(Time::constant(hour, minute, 0, 0))));
            }
        }
    }
}
