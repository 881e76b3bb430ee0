//! Years as texts name them.

use jiff::civil::Date;
use riktning_domain::Period;

/// The first year that a text names, between 1900 and 2099.
pub(super) fn year_in(text: &str) -> Option<i16> {
    years_named(text).first().copied()
}

/// The last of the years that a text names, of those that have begun by a day.
pub(super) fn latest_year_in(text: &str, by: Date) -> Option<i16> {
    let named = years_named(text).into_iter();
    named.filter(|year| *year <= by.year()).max()
}

/// Every year that a text names, between 1900 and 2099, as they come.
fn years_named(text: &str) -> Vec<i16> {
    let digits: Vec<char> = text.chars().collect();
    let named = digits.windows(4).enumerate().filter_map(|(i, four)| {
        let alone = |c: Option<&char>| c.is_none_or(|c| !c.is_ascii_digit());
        let whole = alone(i.checked_sub(1).and_then(|before| digits.get(before)))
            && alone(digits.get(i + 4));
        let year: i16 = four.iter().collect::<String>().parse().ok()?;
        (whole && four.iter().all(char::is_ascii_digit) && (1900..2100).contains(&year))
            .then_some(year)
    });
    named.collect()
}

/// The first day that a text or an address names: `2018-09-21`, `/2017/12/12/`.
pub(super) fn day_in(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    parts.windows(3).find_map(|three| {
        let [year, month, day] = three else {
            return None;
        };
        let lengths = (year.len(), month.len(), day.len()) == (4, 2, 2);
        let named = ['-', '/']
            .iter()
            .any(|c| text.contains(&format!("{year}{c}{month}{c}{day}")));
        let year = lengths.then(|| year_in(year)).flatten()?;
        Date::new(year, month.parse().ok()?, day.parse().ok()?)
            .ok()
            .filter(|_| named)
    })
}

/// The year in a text that names one and no other: a span of years is not a year.
pub(super) fn only_year_in(text: &str) -> Option<i16> {
    let year = year_in(text)?;
    let rest = text.replacen(&year.to_string(), "", usize::MAX);
    year_in(&rest).is_none().then_some(year)
}

/// The year that a title says its text is the version for: `(version för 2017)`, also where it
/// names the years of a direction beside it.
pub(super) fn version_year_in(title: &str) -> Option<i16> {
    let title = title.to_lowercase();
    let (_, version) = title.rsplit_once(VERSION)?;
    let year = version.split(|c: char| !c.is_ascii_digit()).next()?;
    let rest = version.get(year.len()..)?;
    year_in(year).filter(|read| read.to_string() == year && rest.starts_with(')'))
}

/// What stands before the year of a version in a title.
const VERSION: &str = "(version för ";

/// The years of a name such as `2015_2018`.
pub(super) fn years_in(name: &str) -> Option<Period> {
    let (from, to) = name.split_once('_')?;
    let year = |text: &str| year_in(text).filter(|year| year.to_string() == text);
    Period::years(year(from)?, year(to)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_found_where_it_stands_alone() {
        assert_eq!(year_in("gällande 2011"), Some(2011));
        assert_eq!(year_in("2018-09-21"), Some(2018));
        assert_eq!(year_in("nr 12011 och 3050"), None);
    }

    #[test]
    fn a_day_is_found_in_an_address_and_a_title() {
        let day = |text| day_in(text).map(|day| day.to_string());
        let named = Some("2019-03-06".to_owned());
        assert_eq!(
            day("https://x.invalid/nyheter/2019-03-06-resultat.html"),
            named
        );
        assert_eq!(day("http://x.invalid/2019/03/06/nojda"), named);
        assert_eq!(day("protokoll 2019-03-06"), named);
        for none in [
            "2019-2023-06",
            "2019 03 06",
            "12019-03-06",
            "2019-13-06",
            "2019",
            "",
        ] {
            assert_eq!(day(none), None, "{none}");
        }
    }

    #[test]
    fn the_latest_year_is_one_that_has_begun() {
        let latest = |text| latest_year_in(text, Date::constant(2021, 5, 1));
        assert_eq!(latest("2020–2023 har ett mål"), Some(2020));
        assert_eq!(latest("2016, 2018 och 2017"), Some(2018));
        assert_eq!(latest("2022 och utan år"), None);
    }

    #[test]
    fn a_version_is_for_the_year_that_its_title_says() {
        let of = version_year_in;
        assert_eq!(of("Mål 2016–2019 (version för 2017)"), Some(2017));
        assert_eq!(of("Mål (Version för 2018)"), Some(2018));
        for none in [
            "Mål 2017",
            "(version för 2016–2019)",
            "(version för våren)",
            "",
        ] {
            assert_eq!(of(none), None, "{none}");
        }
    }

    #[test]
    fn years_are_two_in_their_order() {
        assert_eq!(years_in("2015_2018"), Period::years(2015, 2018));
        for wrong in ["2018_2015", "2015", "2015_20181", "x_2018", ""] {
            assert_eq!(years_in(wrong), None, "{wrong}");
        }
    }
}
