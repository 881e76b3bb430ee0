//! The numbers that public papers are found by: of a case (*KSKF/2015:12*) and of a paragraph of
//! minutes (*§ 123*). However they are spaced, one number is one word.

use super::{Standing, words};

/// Whether a word is a number of a case or a paragraph: found whole or not at all, since § 12
/// is not the beginning of § 123.
pub fn is_number(word: &str) -> bool {
    word.starts_with('§') || word.contains(':')
}

/// The numbers of a text, in their order.
pub fn numbers(text: &str) -> Vec<Standing> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        match paragraph(&letters, at).or_else(|| case(&letters, at)) {
            Some((next, word)) => {
                found.push(Standing {
                    from: letters[at].0,
                    to: letters.get(next).map_or(text.len(), |(byte, _)| *byte),
                    word,
                });
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// The words of a text and its numbers, in their order; a number stands before its parts.
pub fn words_and_numbers(text: &str) -> Vec<Standing> {
    let mut all = numbers(text);
    if all.is_empty() {
        return words(text);
    }
    all.extend(words(text));
    all.sort_by_key(|standing| (standing.from, !is_number(&standing.word)));
    all
}

/// What somebody looks for: its numbers, and the words that are no part of one.
pub fn terms(text: &str) -> Vec<String> {
    let mut terms = Vec::new();
    let mut done = 0;
    for number in numbers(text) {
        terms.extend(words(&text[done..number.from]).into_iter().map(|s| s.word));
        done = number.to;
        terms.push(number.word);
    }
    terms.extend(words(&text[done..]).into_iter().map(|s| s.word));
    terms
}

/// *§ 123*, *§123*, *§§ 12*: from the sign to the last digit.
fn paragraph(letters: &[(usize, char)], at: usize) -> Option<(usize, String)> {
    let sign = |at: usize| letters.get(at).is_some_and(|(_, c)| *c == '§');
    if !sign(at) {
        return None;
    }
    let signs = (at..).take_while(|at| sign(*at)).count();
    let first = spaces(letters, at + signs);
    let (next, number) = digits(letters, first)?;
    Some((next, format!("§{number}")))
}

/// *2015:12* with or without spaces around the colon: a year of four digits and what was
/// numbered in it. What stands before it, *KSKF/*, is a word of its own.
fn case(letters: &[(usize, char)], at: usize) -> Option<(usize, String)> {
    let is_digit = |at: usize| letters.get(at).is_some_and(|(_, c)| c.is_ascii_digit());
    if at > 0 && is_digit(at - 1) {
        return None;
    }
    let year = (at..).take_while(|at| is_digit(*at)).count();
    let colon = spaces(letters, at + year);
    let is_colon = letters.get(colon).is_some_and(|(_, c)| *c == ':');
    if year != 4 || !is_colon {
        return None;
    }
    let year: String = letters[at..at + 4].iter().map(|(_, c)| *c).collect();
    let (next, number) = digits(letters, spaces(letters, colon + 1))?;
    Some((next, format!("{year}:{number}")))
}

fn spaces(letters: &[(usize, char)], from: usize) -> usize {
    let space = |at: &usize| letters.get(*at).is_some_and(|(_, c)| c.is_whitespace());
    from + (from..).take_while(space).count()
}

/// Digits, without the zeros that fill out a column.
fn digits(letters: &[(usize, char)], from: usize) -> Option<(usize, String)> {
    let rest = letters[from.min(letters.len())..].iter();
    let number: String = rest
        .map(|(_, c)| *c)
        .take_while(char::is_ascii_digit)
        .collect();
    if number.is_empty() || number.len() > 9 {
        return None;
    }
    let next = from + number.len();
    let short = number.trim_start_matches('0');
    let short = if short.is_empty() { "0" } else { short };
    Some((next, short.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_one_word_however_it_is_spaced() {
        for typed in [
            "KSKF/2015:12",
            "kskf 2015:12",
            "KSKF/2015 : 12",
            "KSKF2015:012",
        ] {
            assert_eq!(terms(typed), ["kskf", "2015:12"], "{typed}");
        }
        for typed in ["§ 123", "§123", "§\u{a0}123", "§§ 123"] {
            assert_eq!(terms(typed), ["§123"], "{typed}");
        }
        assert_eq!(
            terms("Budget § 7, KF 2016:40."),
            ["budget", "§7", "kf", "2016:40"]
        );
    }

    #[test]
    fn what_only_looks_like_a_number_is_its_words() {
        assert_eq!(terms("läsår 2015/2016"), ["läsår", "2015", "2016"]);
        assert_eq!(
            terms("kl. 10:30 den 12015:3"),
            ["kl", "10", "30", "den", "12015", "3"]
        );
        assert_eq!(terms("§ tolv 2015:"), ["tolv", "2015"]);
    }

    #[test]
    fn a_text_keeps_the_words_beside_the_numbers() {
        let text = "KSKF/2015:12";
        let all: Vec<_> = words_and_numbers(text)
            .into_iter()
            .map(|s| s.word)
            .collect();
        assert_eq!(all, ["kskf", "2015:12", "2015", "12"]);
        let number = &numbers(text)[0];
        assert_eq!(&text[number.from..number.to], "2015:12");
    }

    proptest! {
        #[test]
        fn any_text_has_its_numbers(text in "[§ :0-9a-zå\u{a0}]{0,40}") {
            for number in words_and_numbers(&text) {
                prop_assert!(text.get(number.from..number.to).is_some());
            }
            prop_assert!(terms(&text).iter().all(|term| !term.is_empty()));
        }
    }
}
