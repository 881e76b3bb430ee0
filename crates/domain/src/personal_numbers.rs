//! Personal identity numbers, which have no business in the governance of a town: what is written
//! here becomes public, and a text in the journal is taken away only by a decision (*gallring*).
//!
//! The number is a day of birth, three figures and a check figure (folkbokföringslagen 1991:481
//! 18 §); a co-ordination number has sixty added to its day. A register number of an
//! organisation has the same shape with a month above nineteen, and is none.

use crate::command::Outcome;
use crate::refusal::Refusal;
use crate::texts::is_invisible;
use jiff::civil::Date;

/// The first personal identity number in a text as it may be shown again: its day of birth and
/// none of the figures after it.
///
/// ```
/// use riktning_domain::personal_numbers::found;
/// assert_eq!(found("Ansvarig: 19121212-1212"), Some("19121212-…".to_owned()));
/// assert_eq!(found("19121212 1212, det vill säga 121212\u{2011}1212"), Some("121212-…".to_owned()));
/// assert_eq!(found("121212 1212"), Some("121212-…".to_owned()));
/// assert_eq!(found("１９１２１２１２－１２１２"), Some("19121212-…".to_owned()));
/// assert_eq!(found("121212 1213, 2027 1212 och 150000 2500 kronor"), None);
/// assert_eq!(found("Bolaget 556000-0000 har telefon 016-710 10 00"), None);
/// ```
pub fn found(text: &str) -> Option<String> {
    let plain = text.chars().filter(|c| !is_invisible(*c));
    let dashes = '\u{2010}'..='\u{2015}';
    let plain: String = plain
        .map(|c| match c {
            '\u{2212}' | '\u{ff0d}' => '-',
            '\u{ff0b}' => '+',
            c if dashes.contains(&c) => '-',
            c => figure(c).unwrap_or(c),
        })
        .collect();
    let runs = plain.split(|c: char| !c.is_ascii_digit() && !matches!(c, '-' | '+'));
    runs.filter_map(number).next().or_else(|| spaced(&plain))
}

/// A figure of another kind as ours: full width, Arabic, Persian, Devanagari, Bengali, or of mathematics.
fn figure(c: char) -> Option<char> {
    let code = u32::from(c);
    let noughts = [0xff10, 0x660, 0x6f0, 0x966, 0x9e6];
    let maths = (0x1d7ce..=0x1d7ff)
        .contains(&code)
        .then(|| (code - 0x1d7ce) % 10);
    let value = noughts
        .into_iter()
        .find_map(|nought| code.checked_sub(nought).filter(|v| *v < 10));
    char::from_digit(maths.or(value)?, 10)
}

/// A number whose last four figures stand apart: *19121212 1212*. Ten figures so are a telephone number as
/// often, and are one here only where the first six are a day and the last is the check figure.
fn spaced(plain: &str) -> Option<String> {
    let words: Vec<&str> = plain
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .collect();
    words.windows(2).find_map(|pair| {
        let [born, rest] = pair else { return None };
        let apart = format!("{born} {rest}");
        let stands = matches!(born.len(), 6 | 8) && rest.len() == 4;
        let stands = stands && plain.replace('\u{a0}', " ").contains(&apart);
        stands.then(|| number(&format!("{born}-{rest}"))).flatten()
    })
}

/// The first personal identity number in a case number. Ten figures without a mark are one there: nobody
/// telephones to a case.
///
/// ```
/// use riktning_domain::personal_numbers::found_in_case_number;
/// assert_eq!(found_in_case_number("KS 1212121212"), Some("121212-…".to_owned()));
/// assert_eq!(found_in_case_number("KSKF/2027:1212121213"), None);
/// ```
pub fn found_in_case_number(text: &str) -> Option<String> {
    let mut runs = text.split(|c: char| !c.is_ascii_digit());
    let ten = runs.find(|run| run.len() == 10 && is_day(&run[..6]) && checks(run));
    found(text).or_else(|| Some(format!("{}-…", &ten?[..6])))
}

/// The day of birth of a run of figures and hyphens that is a number.
fn number(run: &str) -> Option<String> {
    let run = run.trim_matches(['-', '+']);
    let figures: String = run.chars().filter(char::is_ascii_digit).collect();
    let marks: Vec<usize> = run.match_indices(['-', '+']).map(|(at, _)| at).collect();
    let (born, rest) = match (figures.len(), marks.as_slice()) {
        (12, [] | [8]) if figures.starts_with("19") || figures.starts_with("20") => {
            figures.split_at(8)
        }
        // Ten figures without a mark are a telephone number as often.
        (10, [6]) => figures.split_at(6),
        _ => return None,
    };
    let ten = format!("{}{rest}", &born[born.len() - 6..]);
    (is_day(&born[born.len() - 6..]) && checks(&ten)).then(|| format!("{born}-…"))
}

/// Whether six figures are a day of some year, with or without the sixty of a co-ordination
/// number.
fn is_day(figures: &str) -> bool {
    let pair = |at: usize| {
        figures
            .get(at..at + 2)
            .and_then(|pair| pair.parse::<i8>().ok())
    };
    let (Some(year), Some(month), Some(day)) = (pair(0), pair(2), pair(4)) else {
        return false;
    };
    let day = if day > 60 { day - 60 } else { day };
    // The century is not said: a leap day stands in one of them.
    let years = [1900, 2000].map(|century| century + i16::from(year));
    years
        .into_iter()
        .any(|year| Date::new(year, month, day).is_ok())
}

/// Whether the last figure is the check figure of the nine before it (Luhn's formula).
fn checks(ten: &str) -> bool {
    let figures = ten.bytes().map(|b| u32::from(b - b'0'));
    let weighed = figures.enumerate().map(|(at, figure)| {
        let twice = figure * 2;
        if at % 2 == 0 {
            twice / 10 + twice % 10
        } else {
            figure
        }
    });
    weighed.sum::<u32>() % 10 == 0
}

/// Refuses events in whose texts a personal identity number stands.
pub(crate) fn refused(outcome: Outcome) -> Outcome {
    let happened = outcome?;
    for one in &happened {
        let texts = one.event.to_body().map(|(_, texts)| texts);
        let mut texts = texts.iter().flatten();
        if let Some(number) = texts.find_map(|text| found(text)) {
            return Err(Refusal::PersonalNumber { number });
        }
    }
    Ok(happened)
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn a_number_is_found_however_it_is_written() {
        for written in [
            "19121212-1212",
            "191212121212",
            "121212-1212",
            "121212+1212",
            "19121212\u{2013}1212",
            "kim, 121212-1212.",
            "12\u{200b}1212-1212",
        ] {
            assert!(found(written).is_some(), "{written}");
        }
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for written in [
            "121212-1213",
            "1212121212",
            "556000-0000",
            "121312-1212",
            "KS/2019:121212",
            "2019-12-12",
            "016-710 10 00",
            "19121212-12120",
            "18121212-1212",
        ] {
            assert_eq!(found(written), None, "{written}");
        }
    }

    #[test]
    fn none_of_the_last_figures_is_told() {
        assert_eq!(found("121212-1212"), Some("121212-…".to_owned()));
    }
}
