//! What a reader would stumble over in a text: misspelt words, paragraphs that stand twice, and
//! sentences that are too long. It is pointed at and never in the way: whoever writes decides.
//!
//! The Swedish words are those of the dictionary that is installed on the machine (Debian's
//! `hunspell-sv`); where there is none nothing is said of spelling but that.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::Path;

/// The most words of a sentence that is read in one breath.
const WORDS: usize = 25;
/// The most misspelt words that are pointed at in one text.
const MOST: usize = 20;
/// The fewest letters of a paragraph that cannot stand twice by chance.
const PARAGRAPH: usize = 20;

/// Where a dictionary lies that somebody has installed, and what its two files are called.
const FOLDERS: [&str; 2] = ["/usr/share/hunspell", "/usr/share/myspell/dicts"];
const NAMES: [&str; 2] = ["sv_SE", "sv"];

/// A Swedish dictionary.
#[derive(Clone, Debug)]
pub struct Dictionary(spellbook::Dictionary);

/// Something to look at in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Point {
    /// Words that the dictionary does not know.
    Misspelt(Vec<String>),
    /// A paragraph that stands twice, by its first words.
    Doubled(String),
    /// A sentence of so many words, by its first ones.
    Long(usize, String),
}

impl Dictionary {
    /// The dictionary that is installed; none where none is.
    pub fn installed() -> Option<Dictionary> {
        let mut folders = FOLDERS.iter();
        folders.find_map(|folder| Dictionary::in_folder(Path::new(folder)))
    }

    /// The dictionary in a folder, if there is one that can be read.
    pub fn in_folder(folder: &Path) -> Option<Dictionary> {
        NAMES.iter().find_map(|name| {
            let text = |end: &str| fs::read_to_string(folder.join(format!("{name}.{end}"))).ok();
            Dictionary::of(&text("aff")?, &text("dic")?)
        })
    }

    /// A dictionary by what stands in its two files.
    pub fn of(rules: &str, words: &str) -> Option<Dictionary> {
        spellbook::Dictionary::new(rules, words)
            .ok()
            .map(Dictionary)
    }

    /// The words of a text that it does not know, each once, in their order. What has a digit or
    /// stands in capitals is no word; what begins with a capital within a sentence is a name.
    fn unknown(&self, text: &str, known: &BTreeSet<String>) -> Vec<String> {
        let mut told = HashSet::new();
        let wrong = words(text).filter(|word| {
            let is_known = known.contains(&word.text.to_lowercase());
            !is_known && !word.is_name && !self.0.check(word.text)
        });
        let wrong = wrong.map(|word| word.text.to_owned());
        wrong
            .filter(|word| told.insert(word.clone()))
            .take(MOST)
            .collect()
    }
}

/// What there is to look at in a text. Without a dictionary nothing is said of its spelling: that
/// of a text in another language is never asked. What the municipality calls its own is known.
pub fn look(text: &str, dictionary: Option<&Dictionary>, known: &BTreeSet<String>) -> Vec<Point> {
    let mut points = Vec::new();
    let wrong = dictionary.map(|dictionary| dictionary.unknown(text, known));
    points.extend(wrong.filter(|wrong| !wrong.is_empty()).map(Point::Misspelt));
    let mut seen = HashSet::new();
    for paragraph in text.split("\n\n").flat_map(|part| part.split("\r\n\r\n")) {
        let plain = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
        if plain.chars().count() >= PARAGRAPH && !seen.insert(plain.to_lowercase()) {
            points.push(Point::Doubled(begins(&plain)));
        }
    }
    for sentence in sentences(text) {
        let count = sentence.split_whitespace().filter(|w| is_word(w)).count();
        if count > WORDS {
            points.push(Point::Long(count, begins(sentence)));
        }
    }
    points
}

/// The first words of something, as a point names it.
fn begins(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(6).collect();
    format!("{} …", words.join(" "))
}

fn is_word(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// The sentences of a text: what ends with a point, a question or a call, and each line of a list.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.split("\n\n").flat_map(|paragraph| {
        let is_list = paragraph
            .lines()
            .any(|line| line.trim_start().starts_with(['-', '*', '#']));
        let parts: Vec<&str> = match is_list {
            true => paragraph.lines().collect(),
            false => vec![paragraph],
        };
        parts
    });
    lines.flat_map(|line| line.split_inclusive(['.', '!', '?', ':']))
}

/// A word as it stands in a text.
struct Word<'a> {
    text: &'a str,
    /// Whether it begins with a capital within a sentence.
    is_name: bool,
}

/// The words of a text that can be looked up. An address of the web or of mail is none.
fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut begins_sentence = true;
    text.split_whitespace().flat_map(move |token| {
        let first = begins_sentence;
        begins_sentence =
            token.ends_with(['.', '!', '?', ':']) || token.starts_with(['-', '*', '#']);
        let inner = token.trim_matches(|c: char| !c.is_alphanumeric());
        let is_address = inner.contains(['@', '/', '\\']) || inner.contains("](") || {
            let mut parts = inner.split('.');
            parts.next().is_some_and(|part| !part.is_empty()) && parts.next().is_some_and(is_word)
        };
        let mut found = Vec::new();
        if !is_address {
            for part in inner.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '’' | ':'))
            {
                let part = part.trim_matches(|c: char| !c.is_alphanumeric());
                let letters = part.chars().filter(|c| c.is_alphabetic()).count();
                let capitals = part.chars().filter(|c| c.is_uppercase()).count();
                let is_odd = part.chars().any(|c| c.is_ascii_digit()) || letters < 2;
                let is_short_for = capitals > 1;
                if is_odd || is_short_for {
                    continue;
                }
                found.push(Word {
                    text: part,
                    is_name: capitals > 0 && !first,
                });
            }
        }
        found
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An invented dictionary: a few words, one ending, and compounds.
    fn dictionary() -> Dictionary {
        let rules = "SET UTF-8\nSFX A Y 1\nSFX A 0 en .\nCOMPOUNDFLAG C\nCOMPOUNDMIN 3\n";
        let words = "7\nskol/C\nbuss/AC\ntelefon/AC\när\nstängd\nring\noss\n";
        Dictionary::of(rules, words).unwrap()
    }

    fn wrong(text: &str) -> Vec<String> {
        let known = BTreeSet::from(["exempelstad".to_owned()]);
        match look(text, Some(&dictionary()), &known).into_iter().next() {
            Some(Point::Misspelt(words)) => words,
            _ => Vec::new(),
        }
    }

    #[test]
    fn words_that_the_dictionary_does_not_know_are_pointed_at_once() {
        assert_eq!(wrong("Bussen är stängd. Ring oss!"), [""; 0]);
        assert_eq!(
            wrong("Busen är stängd, busen är stengd."),
            ["Busen", "busen", "stengd"]
        );
        // Compounds are known by their parts, and endings by the rules.
        assert_eq!(wrong("Skolbussen är stängd"), [""; 0]);
        assert_eq!(wrong("Skolbuskn är stängd"), ["Skolbuskn"]);
    }

    #[test]
    fn names_numbers_and_addresses_are_no_words() {
        assert_eq!(wrong("Ring Alva oss"), [""; 0]);
        assert_eq!(wrong("Exempelstad är stängd"), [""; 0]);
        assert_eq!(wrong("Ring 016-12 34 oss, 4G och SFS"), ["och"]);
        assert_eq!(wrong("Ring kim@exempel.invalid oss"), [""; 0]);
        assert_eq!(
            wrong("Ring [oss](/kontakt/felstavat) exempel.invalid/fel"),
            [""; 0]
        );
    }

    #[test]
    fn without_a_dictionary_nothing_is_said_of_spelling() {
        assert_eq!(look("Busen är stengd.", None, &BTreeSet::new()), []);
    }

    #[test]
    fn a_paragraph_that_stands_twice_is_pointed_at() {
        let text = "Biblioteket är stängt i dag.\n\nRing oss.\n\nbiblioteket är  stängt i dag.\n\nRing oss.";
        let points = look(text, None, &BTreeSet::new());
        assert_eq!(
            points,
            [Point::Doubled("biblioteket är stängt i dag. …".to_owned())]
        );
    }

    #[test]
    fn a_sentence_is_long_by_its_words_and_a_list_is_many() {
        let words = |n: usize| vec!["ord"; n].join(" ");
        let none = BTreeSet::new();
        assert_eq!(look(&format!("{}.", words(25)), None, &none), []);
        let long = look(&format!("{}. Kort.", words(26)), None, &none);
        assert_eq!(
            long,
            [Point::Long(26, "ord ord ord ord ord ord …".to_owned())]
        );
        let list = format!("- {}\n- {}", words(20), words(20));
        assert_eq!(look(&list, None, &none), []);
        // A number or a dash is no word of it.
        assert_eq!(
            look(&format!("{} – 12 000 000.", words(25)), None, &none),
            []
        );
    }
}
