//! Swedish public holidays (*allmänna helgdagar*) and the eves that go with them, computed.
//!
//! The holidays are those of the Public Holidays Act (*lagen 1989:253 om allmänna helgdagar*).
//! Three eves count as Sundays by the Annual Leave Act (*semesterlagen 1977:480, 3 a §*):
//! Midsummer Eve, Christmas Eve and New Year's Eve.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// A public holiday, or an eve that counts as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holiday {
    /// *Nyårsdagen*, 1 January.
    NewYearsDay,
    /// *Trettondedag jul*, 6 January.
    Epiphany,
    /// *Långfredagen*, the Friday before Easter.
    GoodFriday,
    /// *Påskdagen*, by the moon.
    EasterSunday,
    /// *Annandag påsk*.
    EasterMonday,
    /// *Första maj*.
    FirstOfMay,
    /// *Kristi himmelsfärdsdag*, the sixth Thursday after Easter.
    AscensionDay,
    /// *Pingstdagen*, the seventh Sunday after Easter.
    WhitSunday,
    /// *Annandag pingst*, a holiday until and including 2004.
    WhitMonday,
    /// *Sveriges nationaldag*, 6 June, a holiday since 2005.
    NationalDay,
    /// *Midsommarafton*, the Friday before Midsummer Day; counts as a Sunday.
    MidsummerEve,
    /// *Midsommardagen*, the Saturday between 20 and 26 June.
    MidsummerDay,
    /// *Alla helgons dag*, the Saturday between 31 October and 6 November.
    AllSaintsDay,
    /// *Julafton*, 24 December; counts as a Sunday.
    ChristmasEve,
    /// *Juldagen*.
    ChristmasDay,
    /// *Annandag jul*.
    BoxingDay,
    /// *Nyårsafton*, 31 December; counts as a Sunday.
    NewYearsEve,
}

impl Holiday {
    /// Every holiday, in the order of the year.
    pub const ALL: [Holiday; 17] = [
        Holiday::NewYearsDay,
        Holiday::Epiphany,
        Holiday::GoodFriday,
        Holiday::EasterSunday,
        Holiday::EasterMonday,
        Holiday::FirstOfMay,
        Holiday::AscensionDay,
        Holiday::WhitSunday,
        Holiday::WhitMonday,
        Holiday::NationalDay,
        Holiday::MidsummerEve,
        Holiday::MidsummerDay,
        Holiday::AllSaintsDay,
        Holiday::ChristmasEve,
        Holiday::ChristmasDay,
        Holiday::BoxingDay,
        Holiday::NewYearsEve,
    ];

    /// The holiday of a day, if it is one.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use riktning_domain::holidays::Holiday;
    /// assert_eq!(Holiday::on(date(2026, 4, 3)), Some(Holiday::GoodFriday));
    /// assert_eq!(Holiday::on(date(2026, 4, 2)), None);
    /// ```
    pub fn on(day: Date) -> Option<Holiday> {
        let of_the_year = |holiday: &Holiday| holiday.in_year(day.year()) == Some(day);
        // National Day and Whit Sunday can be one day; the law names both, we say the first.
        Holiday::ALL.into_iter().find(of_the_year)
    }

    /// Its day in a year; none in a year when it was no holiday.
    pub fn in_year(self, year: i16) -> Option<Date> {
        let fixed = |month, day| Date::new(year, month, day).ok();
        let after_easter = |days: i64| easter(year)?.checked_add(days.days()).ok();
        match self {
            Holiday::NewYearsDay => fixed(1, 1),
            Holiday::Epiphany => fixed(1, 6),
            Holiday::GoodFriday => after_easter(-2),
            Holiday::EasterSunday => easter(year),
            Holiday::EasterMonday => after_easter(1),
            Holiday::FirstOfMay => fixed(5, 1),
            Holiday::AscensionDay => after_easter(39),
            Holiday::WhitSunday => after_easter(49),
            Holiday::WhitMonday => after_easter(50).filter(|_| year < 2005),
            Holiday::NationalDay => fixed(6, 6).filter(|_| year >= 2005),
            Holiday::MidsummerEve => Holiday::MidsummerDay.in_year(year)?.yesterday().ok(),
            Holiday::MidsummerDay => saturday_from(fixed(6, 20)?),
            Holiday::AllSaintsDay => saturday_from(fixed(10, 31)?),
            Holiday::ChristmasEve => fixed(12, 24),
            Holiday::ChristmasDay => fixed(12, 25),
            Holiday::BoxingDay => fixed(12, 26),
            Holiday::NewYearsEve => fixed(12, 31),
        }
    }

    /// Whether it is a holiday by the Public Holidays Act, and not an eve that counts as a Sunday.
    pub fn is_public(self) -> bool {
        let eves = [
            Holiday::MidsummerEve,
            Holiday::ChristmasEve,
            Holiday::NewYearsEve,
        ];
        !eves.contains(&self)
    }

    /// Its key in `site.ftl`.
    pub fn key(self) -> &'static str {
        match self {
            Holiday::NewYearsDay => "holiday-new-years-day",
            Holiday::Epiphany => "holiday-epiphany",
            Holiday::GoodFriday => "holiday-good-friday",
            Holiday::EasterSunday => "holiday-easter-sunday",
            Holiday::EasterMonday => "holiday-easter-monday",
            Holiday::FirstOfMay => "holiday-first-of-may",
            Holiday::AscensionDay => "holiday-ascension-day",
            Holiday::WhitSunday => "holiday-whit-sunday",
            Holiday::WhitMonday => "holiday-whit-monday",
            Holiday::NationalDay => "holiday-national-day",
            Holiday::MidsummerEve => "holiday-midsummer-eve",
            Holiday::MidsummerDay => "holiday-midsummer-day",
            Holiday::AllSaintsDay => "holiday-all-saints-day",
            Holiday::ChristmasEve => "holiday-christmas-eve",
            Holiday::ChristmasDay => "holiday-christmas-day",
            Holiday::BoxingDay => "holiday-boxing-day",
            Holiday::NewYearsEve => "holiday-new-years-eve",
        }
    }
}

/// Whether a day is an eve: a working day before a public holiday, when many close early.
/// Twelfth Night, Maundy Thursday, Walpurgis Night and the like. The three eves that count as
/// Sundays are no public holidays, so the days before them are none: 23 and 30 December are not.
pub fn is_eve(day: Date) -> bool {
    let eve_of = day.tomorrow().ok().and_then(Holiday::on);
    Holiday::on(day).is_none() && eve_of.is_some_and(Holiday::is_public)
}

/// Easter Sunday in the Gregorian calendar, by the anonymous rule of 1876 (Meeus, Jones,
/// Butcher).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let moon =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * late + 114;
    let (month, day) = (
        i8::try_from(days / 31).ok()?,
        i8::try_from(days % 31 + 1).ok()?,
    );
    Date::new(i16::try_from(year).ok()?, month, day).ok()
}

/// The first Saturday on or after a day.
fn saturday_from(day: Date) -> Option<Date> {
    let days = (0..7).filter_map(|days: i64| day.checked_add(days.days()).ok());
    days.into_iter().find(|d| d.weekday() == Weekday::Saturday)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// Easter Sundays as almanacs print them.
    #[test]
    fn easter_falls_where_the_almanac_says() {
        for day in [
            date(1990, 4, 15),
            date(2000, 4, 23),
            date(2004, 4, 11),
            date(2008, 3, 23),
            date(2011, 4, 24),
            date(2016, 3, 27),
            date(2018, 4, 1),
            date(2024, 3, 31),
            date(2025, 4, 20),
            date(2026, 4, 5),
            date(2027, 3, 28),
            date(2038, 4, 25),
        ] {
            assert_eq!(easter(day.year()), Some(day));
        }
    }

    #[test]
    fn the_holidays_of_2018_and_2026_are_those_of_the_almanac() {
        let of = |year: i16| -> Vec<Date> {
            let days = Holiday::ALL.into_iter();
            days.filter_map(|holiday| holiday.in_year(year)).collect()
        };
        let expected = |year: i16, days: [(i8, i8); 16]| -> Vec<Date> {
            days.into_iter().map(|(m, d)| date(year, m, d)).collect()
        };
        let in_2018 = [
            (1, 1),
            (1, 6),
            (3, 30),
            (4, 1),
            (4, 2),
            (5, 1),
            (5, 10),
            (5, 20),
            (6, 6),
            (6, 22),
            (6, 23),
            (11, 3),
            (12, 24),
            (12, 25),
            (12, 26),
            (12, 31),
        ];
        let in_2026 = [
            (1, 1),
            (1, 6),
            (4, 3),
            (4, 5),
            (4, 6),
            (5, 1),
            (5, 14),
            (5, 24),
            (6, 6),
            (6, 19),
            (6, 20),
            (10, 31),
            (12, 24),
            (12, 25),
            (12, 26),
            (12, 31),
        ];
        assert_eq!(of(2018), expected(2018, in_2018));
        assert_eq!(of(2026), expected(2026, in_2026));
    }

    #[test]
    fn whit_monday_gave_way_to_the_national_day_in_2005() {
        assert_eq!(Holiday::on(date(2004, 5, 31)), Some(Holiday::WhitMonday));
        assert_eq!(Holiday::on(date(2004, 6, 6)), None);
        assert_eq!(Holiday::on(date(2005, 5, 16)), None);
        assert_eq!(Holiday::on(date(2005, 6, 6)), Some(Holiday::NationalDay));
    }

    #[test]
    fn an_eve_is_a_working_day_before_a_holiday() {
        for eve in [
            date(2026, 1, 5),
            date(2026, 4, 2),
            date(2026, 4, 30),
            date(2026, 10, 30),
        ] {
            assert!(is_eve(eve), "{eve}");
        }
        // Christmas Eve is a holiday of its own, and the day after one is no eve.
        for other in [date(2026, 12, 24), date(2026, 4, 7), date(2026, 3, 2)] {
            assert!(!is_eve(other), "{other}");
        }
        // Christmas Eve, New Year's Eve and Midsummer Eve are no public holidays by the Act.
        for other in [date(2026, 12, 23), date(2026, 12, 30), date(2026, 6, 18)] {
            assert!(!is_eve(other), "{other}");
        }
    }
}
