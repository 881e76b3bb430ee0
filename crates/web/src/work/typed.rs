//! From what somebody typed to domain types: one reading for each kind of field.

use super::answers::Faults;
use crate::pages::speech::Speech;
use jiff::civil::{Date, DateTime, Time};
use riktning_app::App;
use riktning_domain::ids::{ElementId, WordingId};
use riktning_domain::local_time::is_on_the_clock;
use riktning_domain::site::hours::Opening;
use riktning_domain::texts::is_invisible;
use riktning_domain::{Dated, Figure, Precision, Refusal, Text, personal_numbers};
use riktning_words::{Language, Words};
use std::borrow::Cow;
use std::ops::RangeInclusive;
use uuid::Uuid;

/// The years that anybody means.
const YEARS: RangeInclusive<i16> = 1900..=2200;
/// The most characters of a role.
const ROLE: usize = 120;

/// Whether a field for days can show it. A browser shows nothing else in one, and then what somebody typed would be gone.
pub(crate) fn is_day(typed: &str) -> bool {
    typed.is_empty() || (typed.len() == 10 && typed.parse::<Date>().is_ok())
}

/// A line or a paragraph without what is no text: control characters, and marks that turn the
/// reading direction. Emoji and every script stay.
pub(crate) fn cleaned(typed: &str, lines: bool) -> String {
    let one_kind = typed.replace("\r\n", "\n").replace('\r', "\n");
    // In a line a break is a space: what stood on both sides of it are two words.
    let one_kind = match lines {
        true => one_kind,
        false => one_kind.replace(['\n', '\t', '\u{b}', '\u{c}', '\u{85}'], " "),
    };
    let kept = one_kind.chars().filter(|c| {
        let keeps = !c.is_control() || (lines && matches!(c, '\n' | '\t'));
        // A joiner holds an emoji together, a soft hyphen a word.
        keeps && (!is_invisible(*c) || matches!(c, '\u{200d}' | '\u{ad}'))
    });
    let kept: String = kept.collect();
    match lines {
        true => kept.trim().to_owned(),
        false => kept.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// A text of at most so many characters; none if nothing was typed.
pub(crate) fn text(
    s: &Speech,
    faults: &mut Faults,
    field: impl Into<Cow<'static, str>>,
    typed: &str,
    most: usize,
    lines: bool,
) -> Option<Text> {
    let field = field.into();
    let cleaned = cleaned(typed, lines);
    let characters = cleaned.chars().count();
    if characters > most {
        let (characters, most) = (s.words.whole(characters), s.words.whole(most));
        let args = [("characters", characters.as_str()), ("most", &most)];
        faults.add(field.clone(), s.words.with("work-fault-too-long", &args));
    }
    if let Some(number) = personal_numbers::found(&cleaned) {
        let refusal = Refusal::PersonalNumber { number };
        faults.add(field.clone(), s.words.refusal(&refusal));
    }
    let text = Text::new(cleaned);
    (!text.is_blank()).then_some(text)
}

/// A case number; none if nothing was typed.
pub(crate) fn case_number(
    s: &Speech,
    faults: &mut Faults,
    field: &'static str,
    typed: &str,
    most: usize,
) -> Option<Text> {
    let text = text(s, faults, field, typed, most, false)?;
    let found = text
        .as_str()
        .and_then(personal_numbers::found_in_case_number);
    if let Some(number) = found.filter(|_| faults.at(field).is_none()) {
        let refusal = Refusal::PersonalNumber { number };
        faults.add(field, s.words.refusal(&refusal));
    }
    Some(text)
}

/// Who in a body is responsible: a role, and never the name of somebody who works here.
pub(crate) fn role(
    app: &App,
    s: &Speech,
    faults: &mut Faults,
    field: &'static str,
    typed: &str,
) -> Option<Text> {
    let role = text(s, faults, field, typed, ROLE, false)?;
    if app.names_somebody(role.as_str().unwrap_or_default()) {
        faults.add(field, s.t("work-fault-role-name"));
    }
    Some(role)
}

/// A figure with comma or point, with spaces between the thousands; none if nothing was typed.
pub(crate) fn figure(
    s: &Speech,
    faults: &mut Faults,
    field: impl Into<Cow<'static, str>>,
    typed: &str,
) -> Option<Figure> {
    if typed.trim().is_empty() {
        return None;
    }
    let figure = read_figure(typed);
    if figure.is_none() {
        faults.add(field, s.t1("work-fault-figure", "typed", shown(typed)));
    }
    figure
}

/// The most characters of a figure.
const FIGURE: usize = 24;

/// A figure as people type and spreadsheets paste it: with comma or point, spaces between the thousands, a real
/// minus or a per cent sign behind it; none if it is no figure.
pub(crate) fn read_figure(typed: &str) -> Option<Figure> {
    let seen = |c: &char| !(c.is_whitespace() || c.is_control() || is_invisible(*c));
    let plain: String = typed.chars().filter(seen).collect();
    let plain = plain.strip_suffix('%').unwrap_or(&plain);
    let plain = plain.replace('\u{2212}', "-");
    let plain = match plain.matches(',').count() {
        1 if !plain.contains('.') => plain.replace(',', "."),
        _ => plain,
    };
    plain.parse().ok().filter(|_| plain.len() <= FIGURE)
}

/// A day, or no more than a month or a year; none if nothing was typed.
pub(crate) fn dated(
    s: &Speech,
    faults: &mut Faults,
    field: &'static str,
    typed: &str,
) -> Option<Dated> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let dated = day_first(typed).map(Dated::day_known);
    let dated: Option<Dated> = dated.or_else(|| typed.parse().ok());
    let dated = dated.or_else(|| in_words(typed));
    let sensible = dated.filter(|d| YEARS.contains(&d.day().year()));
    if sensible.is_none() {
        faults.add(field, s.t1("work-fault-day", "typed", shown(typed)));
    }
    sensible
}

/// A day of the calendar.
pub(crate) fn day(
    s: &Speech,
    faults: &mut Faults,
    field: impl Into<Cow<'static, str>>,
    typed: &str,
) -> Option<Date> {
    let field = field.into();
    if typed.trim().is_empty() {
        faults.add(field.clone(), s.t("work-fault-no-day"));
        return None;
    }
    let day = whole_day(typed);
    if day.is_none() {
        faults.add(field.clone(), s.t1("work-fault-day", "typed", shown(typed)));
    }
    day
}

/// A day of the calendar, if that is what was typed.
pub(crate) fn whole_day(typed: &str) -> Option<Date> {
    let typed = typed.trim();
    let whole = Some(typed).filter(|day| day.len() == 10);
    let day: Option<Date> = whole.and_then(|day| day.parse().ok());
    let in_words = || in_words(typed).filter(|dated| dated.precision() == Precision::Day);
    day.or_else(|| day_first(typed))
        .or_else(|| in_words().map(Dated::day))
        .filter(|day| YEARS.contains(&day.year()))
}

/// A day as it is written in Finland and in letters: 31.8.2027. With a stroke it could be either of
/// two days, so that is not guessed.
fn day_first(typed: &str) -> Option<Date> {
    let mut parts = typed.split('.').map(str::trim);
    let mut part = |digits: RangeInclusive<usize>| {
        let part = parts.next()?;
        let plain = digits.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse::<i16>().ok()).flatten()
    };
    let (day, month, year) = (part(1..=2)?, part(1..=2)?, part(4..=4)?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A day or a month by its name, in any of the languages: 1 september 2027, augusti 2027.
fn in_words(typed: &str) -> Option<Dated> {
    let parts: Vec<&str> = typed.split_whitespace().collect();
    let (day, month, year) = match parts.as_slice() {
        [day, month, year] => (Some(*day), *month, *year),
        [month, year] => (None, *month, *year),
        _ => return None,
    };
    let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    let year: i16 = year.parse().ok().filter(|_| is_year)?;
    let month = i8::try_from(month_named(month)?).ok()?;
    match day {
        None => Some(Dated::month_known(Date::new(year, month, 1).ok()?)),
        Some(day) => {
            let ending = |c: char| c.is_alphabetic() || ".:,".contains(c);
            let day = day.trim_end_matches(ending).parse().ok()?;
            Some(Dated::day_known(Date::new(year, month, day).ok()?))
        }
    }
}

/// The month of a whole name in any of the languages, as it stands alone or in a day.
fn month_named(typed: &str) -> Option<u8> {
    let typed = typed.trim_end_matches(',').to_lowercase();
    let is_so = |month: &u8| {
        Language::ALL.into_iter().any(|language| {
            let names = Words::of(language).month_names(*month);
            names.iter().any(|name| name.to_lowercase() == typed)
        })
    };
    (1..=12).find(is_so)
}

/// An element and the wording of it that was on the page, as a form names them.
pub(super) fn pair(value: &str) -> Option<(ElementId, WordingId)> {
    let (element, wording) = value.split_once(':')?;
    let element = ElementId(Uuid::parse_str(element).ok()?);
    Some((element, WordingId(Uuid::parse_str(wording).ok()?)))
}

/// What was typed, as a message may show it.
fn shown(typed: &str) -> String {
    cleaned(typed, false).chars().take(40).collect()
}

/// A local time, as a browser's own field or a person writes it; none if nothing was typed.
pub(crate) fn moment(
    s: &Speech,
    faults: &mut Faults,
    field: &'static str,
    typed: &str,
) -> Option<DateTime> {
    let plain = typed.trim().replace(' ', "T").replace('.', ":");
    if plain.is_empty() {
        return None;
    }
    let time: Option<DateTime> = plain.parse().ok();
    let time = time.filter(|time| YEARS.contains(&time.year()) && plain.len() >= 16);
    match time {
        None => faults.add(field, s.t1("work-fault-moment", "typed", shown(typed))),
        Some(time) if !is_on_the_clock(time) => {
            faults.add(field, s.t("import-fault-hour-skipped"));
        }
        Some(_) => {}
    }
    time
}

/// Texts in lines of at most so many characters, at most so many lines.
pub(crate) fn lines(
    s: &Speech,
    faults: &mut Faults,
    field: impl Into<Cow<'static, str>>,
    typed: &str,
    (most, characters): (usize, usize),
) -> Vec<Text> {
    let field = field.into();
    let lines = typed.lines().filter(|line| !line.trim().is_empty());
    let lines: Vec<_> = lines
        .filter_map(|line| text(s, faults, field.clone(), line, characters, false))
        .collect();
    if lines.len() > most {
        faults.add(field.clone(), s.t1("work-fault-lines", "most", most));
    }
    lines
}

/// The openings of a day: 08.00–12.00, 13.00–16.00. A word for closed is none of them; nothing
/// typed is nothing said.
pub(crate) fn openings(
    s: &Speech,
    faults: &mut Faults,
    field: &'static str,
    typed: &str,
) -> Option<Vec<Opening>> {
    let plain = typed.trim().to_lowercase();
    if plain.is_empty() {
        return None;
    }
    let closed = s.t("hours-closed").to_lowercase();
    if plain == closed || plain == "-" {
        return Some(Vec::new());
    }
    let read = plain.split(',').map(|part| {
        let (from, to) = part.split_once(['–', '-', '—'])?;
        let (from, to) = (clock(from)?, clock(to)?);
        Some(Opening { from, to: Some(to) })
    });
    let openings: Option<Vec<Opening>> = read.collect();
    if openings.is_none() {
        faults.add(field, s.t1("work-fault-hours", "typed", shown(typed)));
    }
    openings
}

/// A time of the day: 8, 08.00, 8:30.
fn clock(typed: &str) -> Option<Time> {
    let typed = typed.trim().trim_start_matches("kl.").trim_start();
    let (hour, minute) = typed.split_once(['.', ':']).unwrap_or((typed, "0"));
    let short = |part: &str| (1..=2).contains(&part.len()).then(|| part.parse().ok())?;
    Time::new(short(hour)?, short(minute)?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_is_read_year_first_or_day_first_and_never_guessed() {
        for typed in ["2027-08-31", "31.8.2027", "31.08.2027", " 31. 8. 2027 "] {
            assert_eq!(whole_day(typed), Some(date(2027, 8, 31)), "{typed}");
        }
        for typed in [
            "31/8/2027",
            "31.8.27",
            "32.8.2027",
            "8.31.2027",
            "31.8",
            "31.8.2027.1",
            "+1.8.2027",
        ] {
            assert_eq!(whole_day(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_day_or_a_month_is_read_by_its_name_in_each_language() {
        for (typed, read) in [
            ("1 september 2027", Some("2027-09-01")),
            ("31 maj 2027", Some("2027-05-31")),
            ("augusti 2027", Some("2027-08")),
            ("1st September 2027", Some("2027-09-01")),
            ("12 aug. 2027", None),
            ("jul 2027", None),
            ("majblomman 2027", None),
            ("den 1 maj 2027", None),
            ("1. toukokuuta 2027", Some("2027-05-01")),
            ("elokuu 2027", Some("2027-08")),
            ("1 May 2027", Some("2027-05-01")),
            ("1 mar 2027", None),
            ("31 februari 2027", None),
            ("1 september", None),
            ("1 september 27", None),
            ("september", None),
            ("1/9 2027", None),
        ] {
            let found = in_words(typed).map(|dated| dated.to_string());
            assert_eq!(found.as_deref(), read, "{typed}");
        }
        assert!(whole_day("1 september 2027").is_some());
        assert!(whole_day("augusti 2027").is_none());
    }
}
