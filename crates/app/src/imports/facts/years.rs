//! Years as texts name them.

use riktning_domain::Period;

/// The first year that a text names, between 1900 and 2099.
pub(super) fn year_in(text: &str) -> Option<i16> {
    let digits: Vec<char> = text.chars().collect();
    digits.windows(4).enumerate().find_map(|(i, four)| {
        let alone = |c: Option<&char>| c.is_none_or(|c| !c.is_ascii_digit());
        let whole = alone(i.checked_sub(1).and_then(|before| digits.get(before)))
            && alone(digits.get(i + 4));
        let year: i16 = four.iter().collect::<String>().parse().ok()?;
        (whole && four.iter().all(char::is_ascii_digit) && (1900..2100).contains(&year))
            .then_some(year)
    })
}

/// The year in a text that names one and no other: a span of years is not a year.
pub(super) fn only_year_in(text: &str) -> Option<i16> {
    let year = year_in(text)?;
    let rest = text.replacen(&year.to_string(), "", usize::MAX);
    year_in(&rest).is_none().then_some(year)
}

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
    fn years_are_two_in_their_order() {
        assert_eq!(years_in("2015_2018"), Period::years(2015, 2018));
        for wrong in ["2018_2015", "2015", "2015_20181", "x_2018", ""] {
            assert_eq!(years_in(wrong), None, "{wrong}");
        }
    }
}
