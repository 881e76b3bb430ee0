//! What the words of a file tell where it has no field for it: who decided in which season, from
//! which day something holds, and whom a perspective is for.

use super::super::years::year_in;
use jiff::civil::Date;
use riktning_words::{Language, Words};

/// Who decided and the first day on which that can have been, where words tell the body and the
/// season: "beslutad av kommunfullmäktige hösten 2018".
pub(in super::super) fn decided_in_season(words: &str) -> Option<(&str, Date)> {
    let said = ["eslutad av ", "eslut i "];
    let (_, by) = said.into_iter().find_map(|it| words.split_once(it))?;
    let seasons = [
        (" vintern ", 1),
        (" våren ", 3),
        (" sommaren ", 6),
        (" hösten ", 9),
    ];
    seasons.into_iter().find_map(|(season, month)| {
        let (body, when) = by.split_once(season)?;
        let year = when.get(..4).and_then(year_in)?;
        let single = body.chars().all(char::is_alphabetic);
        Some((body, Date::new(year, month, 1).ok().filter(|_| single)?))
    })
}

/// The day and month that words begin with: "1 december (2017 enligt sammanhang)".
pub(in super::super) fn day_of_month(words: &str) -> Option<(i8, i8)> {
    let mut parts = words.split(|c: char| !c.is_alphanumeric());
    let day: i8 = parts.next()?.parse().ok()?;
    let name = parts.next()?.to_lowercase();
    // As we write it ourselves; the year is any that has every day.
    let written = format!("{day} {name} 2000");
    let is_written = |date: &Date| Words::of(Language::Sv).day(*date) == written;
    let days = (1..=12).filter_map(|month| Date::new(2000, month, day).ok());
    let found = days.into_iter().find(is_written)?;
    Some((found.day(), found.month()))
}

/// What is said of the first day of a document, in the words of its source.
pub(in super::super) fn valid_from(words: &str) -> String {
    format!("Gäller från: {words}")
}

/// Those whom the words of a perspective say that it is for, where they end in a list of
/// single words: "för invånare, brukare och kunder".
pub(in super::super) fn meant_for(words: &str) -> Vec<&str> {
    let words = words.trim_end_matches(['.', '?']);
    let Some((_, list)) = words.rsplit_once(" för ") else {
        return Vec::new();
    };
    let Some((first, last)) = list.rsplit_once(" och ") else {
        return Vec::new();
    };
    let named: Vec<&str> = first.split(", ").chain([last]).collect();
    let single = |name: &&str| !name.is_empty() && name.chars().all(char::is_alphabetic);
    if named.iter().all(single) {
        named
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_and_a_season_are_read_from_words() {
        let read = |words| decided_in_season(words).map(|(body, day)| format!("{body} {day}"));
        let autumn = Some("kommunfullmäktige 2018-09-01".to_owned());
        assert_eq!(read("beslutad av kommunfullmäktige hösten 2018"), autumn);
        assert_eq!(read("Beslutad av kommunfullmäktige hösten 2018."), autumn);
        let winter = Some("kommunfullmäktige 2017-01-01".to_owned());
        assert_eq!(read("beslut i kommunfullmäktige vintern 2017"), winter);
        for none in [
            "beslut i ärendet väntas hösten 2018",
            "beslutad hösten 2018",
            "beslutad av kommunfullmäktige 2018",
            "beslutad av kommunfullmäktige hösten",
            "beslutad av någon, troligen hösten 2018",
        ] {
            assert_eq!(read(none), None, "{none}");
        }
        assert_eq!(
            day_of_month("1 december (året ej utskrivet)"),
            Some((1, 12))
        );
        assert_eq!(day_of_month("december"), None);
    }

    #[test]
    fn those_whom_a_perspective_is_for_are_read_from_a_list_of_single_words() {
        let three = ["invånare", "brukare", "kunder"];
        assert_eq!(
            meant_for("vad vi ska göra för invånare, brukare och kunder"),
            three
        );
        for none in [
            "hur vi ska göra",
            "vad som krävs för att lyckas och växa",
            "vad vi gör för kommunen",
        ] {
            assert!(meant_for(none).is_empty(), "{none}");
        }
    }
}
