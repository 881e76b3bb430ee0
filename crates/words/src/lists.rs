//! Lists, small numbers in words, and first letters.

use crate::{Language, Words};

/// How the thing that is counted bends *one* in Swedish: *en indikator*, *ett mål*. The other
/// languages do not ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// *En*: indikator, aktivitet, nämnd.
    Common,
    /// *Ett*: mål, åtagande, bolag.
    Neuter,
}

/// Where a number stands in its sentence.
#[derive(Clone, Copy)]
enum Place {
    Alone(Gender),
    /// After *av*; Finnish bends it: *kolme kahdeksasta*.
    Whole,
}

/// The largest number that is written as a word.
const LARGEST_WORD: usize = 12;

impl Words {
    /// Several things in a sentence: a, b och c. Nothing at all is an empty text.
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        match items {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [first @ .., last] => {
                let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
                self.with(
                    "list-and",
                    &[("first", &first.join(", ")), ("last", last.as_ref())],
                )
            }
        }
    }

    /// A count in words up to twelve, else in digits: *en*, *tre*, *13*. Of a thing that is
    /// neuter in Swedish, ask [`Words::number_word_of`].
    pub fn number_word(self, count: usize) -> String {
        self.number_word_of(count, Gender::Common)
    }

    /// A count of things of a gender: *ett* mål, *en* indikator.
    pub fn number_word_of(self, count: usize, gender: Gender) -> String {
        self.in_words(count, Place::Alone(gender))
    }

    /// A part and the whole that it is of, for a heading such as "Tre av åtta mål nås": *tre*
    /// and *åtta*, in Finnish *kolme* and *kahdeksasta*. Both are words or both are digits. A
    /// heading for none is a sentence of its own.
    pub fn part_of(self, part: usize, whole: usize, gender: Gender) -> (String, String) {
        let (alone, of) = (Place::Alone(gender), Place::Whole);
        if part.max(whole) <= LARGEST_WORD {
            (self.in_words(part, alone), self.in_words(whole, of))
        } else {
            (self.in_digits(part, alone), self.in_digits(whole, of))
        }
    }

    fn in_words(self, count: usize, place: Place) -> String {
        if count > LARGEST_WORD {
            return self.in_digits(count, place);
        }
        let kind = match place {
            Place::Alone(Gender::Common) => "common",
            Place::Alone(Gender::Neuter) => "neuter",
            Place::Whole => "whole",
        };
        // words-keys: number-*
        self.with(&format!("number-{count}"), &[("kind", kind)])
    }

    fn in_digits(self, count: usize, place: Place) -> String {
        let digits = self.whole(count);
        match (self.language(), place) {
            (Language::Fi, Place::Whole) => {
                let kind = if has_back_vowels(count) {
                    "back"
                } else {
                    "front"
                };
                self.with(
                    "number-digits-whole",
                    &[("kind", kind), ("digits", &digits)],
                )
            }
            _ => digits,
        }
    }

    /// A text with a capital first letter.
    pub fn capital(self, text: &str) -> String {
        let mut letters = text.chars();
        match letters.next() {
            None => String::new(),
            Some(first) => first.to_uppercase().chain(letters).collect(),
        }
    }
}

/// Whether the last word of a Finnish number has back vowels, so that its ending is *-sta*:
/// kahdesta, kolmesta, kuudesta, kahdeksasta, -toista, sadasta, tuhannesta, nollasta.
fn has_back_vowels(count: usize) -> bool {
    let teen = (11..20).contains(&(count % 100));
    let hundreds = count.is_multiple_of(100);
    teen || hundreds || matches!(count % 10, 2 | 3 | 6 | 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ends_with_and() {
        let [sv, en, fi] = Language::ALL.map(Words::of);
        assert_eq!(sv.list(&["a", "b", "c"]), "a, b och c");
        assert_eq!(en.list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(fi.list(&["a", "b", "c"]), "a, b ja c");
        assert_eq!(sv.list(&["a", "b"]), "a och b");
        assert_eq!(sv.list(&["a".to_owned()]), "a");
        assert_eq!(sv.list::<&str>(&[]), "");
    }

    #[test]
    fn numbers_are_words_up_to_twelve() {
        let words = |language| {
            let words = Words::of(language);
            (0..=13)
                .map(|count| words.number_word(count))
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(
            words(Language::Sv),
            "noll en två tre fyra fem sex sju åtta nio tio elva tolv 13"
        );
        assert_eq!(
            words(Language::En),
            "zero one two three four five six seven eight nine ten eleven twelve 13"
        );
        assert_eq!(
            words(Language::Fi),
            "nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen \
             yksitoista kaksitoista 13"
        );
    }

    #[test]
    fn a_part_bends_with_its_thing_and_the_whole_with_its_language() {
        let say = |language, part, whole| {
            let (part, whole) = Words::of(language).part_of(part, whole, Gender::Neuter);
            format!("{part} {whole}")
        };
        assert_eq!(say(Language::Sv, 1, 8), "ett åtta");
        assert_eq!(say(Language::En, 1, 8), "one eight");
        assert_eq!(say(Language::Fi, 3, 8), "kolme kahdeksasta");
        assert_eq!(
            Words::of(Language::Sv).number_word_of(1, Gender::Common),
            "en"
        );
    }

    #[test]
    fn a_part_and_its_whole_are_both_words_or_both_digits() {
        let say = |language, part, whole| Words::of(language).part_of(part, whole, Gender::Common);
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(say(Language::Sv, 3, 12), pair("tre", "tolv"));
        assert_eq!(say(Language::Sv, 3, 13), pair("3", "13"));
        assert_eq!(say(Language::Fi, 3, 13), pair("3", "13:sta"));
        assert_eq!(say(Language::Fi, 3, 20), pair("3", "20:stä"));
        assert_eq!(say(Language::Fi, 3, 100), pair("3", "100:sta"));
        assert_eq!(say(Language::Fi, 3, 28), pair("3", "28:sta"));
        assert_eq!(say(Language::Fi, 3, 25), pair("3", "25:stä"));
    }

    #[test]
    fn every_word_has_the_finnish_ending_that_its_digits_would_have() {
        let fi = Words::of(Language::Fi);
        for count in 0..=LARGEST_WORD {
            let said = fi.in_words(count, Place::Whole);
            let back = said.ends_with("sta") || said.ends_with("toista");
            assert!(back || said.ends_with("stä"), "{said}");
            assert_eq!(back, has_back_vowels(count), "{said}");
        }
    }

    #[test]
    fn the_first_letter_is_a_capital_and_the_rest_stays() {
        let sv = Words::of(Language::Sv);
        assert_eq!(sv.capital("åtta av ELVA"), "Åtta av ELVA");
        assert_eq!(sv.capital("ßa"), "SSa");
        assert_eq!(sv.capital(""), "");
        assert_eq!(sv.capital("4 mål"), "4 mål");
    }
}
