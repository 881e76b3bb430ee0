//! Whether two sentences say the same: two bodies that promise one thing in nearly the same words,
//! or one that promises it twice.
//!
//! Two sentences are alike when their words are the same, whatever their order and endings, or
//! when one has all the words of the other and at most a third more. Where each has a word that
//! the other lacks they are two things: *flickor* and *pojkar*, *öka* and *minska*, 2026 and 2027.

use super::{is_number, stem, swedish, words};
use crate::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// How few words a sentence may have that is found again in a longer one.
const FEWEST: usize = 3;

/// How many letters a word has at least before the ending of an adjective is taken away.
const ADJECTIVE: usize = 5;
/// How many letters of a word are asked for before its stem is.
const BEGINNING: usize = 3;

/// Small words that hold a sentence together, beside those of four letters and more.
const SMALL: [&str; 36] = [
    "att", "av", "de", "dem", "den", "det", "en", "er", "ett", "från", "för", "får", "ha", "har",
    "i", "kan", "med", "men", "när", "och", "om", "på", "sig", "sin", "sina", "sitt", "ska",
    "skall", "som", "till", "vi", "vid", "vår", "våra", "vårt", "är",
];

static LINKING: LazyLock<BTreeSet<&str>> = LazyLock::new(|| SMALL.into_iter().collect());

/// What a sentence says: the stems of the words that carry its meaning.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sense(BTreeSet<String>);

impl Sense {
    /// What a Swedish sentence says.
    pub fn of(text: &str) -> Sense {
        Sense(carrying(text).map(|word| stemmed(&word)).collect())
    }

    /// Whether another says the same.
    pub fn is_like(&self, other: &Sense) -> bool {
        let (short, long) = match self.0.len() <= other.0.len() {
            true => (&self.0, &other.0),
            false => (&other.0, &self.0),
        };
        if short.len() == long.len() {
            return !short.is_empty() && short == long;
        }
        short.len() >= FEWEST && short.len() * 4 >= long.len() * 3 && short.is_subset(long)
    }
}

/// The words of a sentence that carry its meaning, in small letters.
fn carrying(text: &str) -> impl Iterator<Item = String> {
    let all = words(text).into_iter().map(|standing| standing.word);
    all.filter(|word| !LINKING.contains(word.as_str()) && !is_joining(word))
}

/// Whether a word is one of those that only hold a sentence together, in the very form in which it
/// is listed: *olika* is, *olikhet* is not.
fn is_joining(word: &str) -> bool {
    super::HOLDS_TOGETHER.contains(&word)
}

/// The stem of a word, and a number as it stands. An adjective is the same whatever it stands
/// beside: *särskilt boende*, *särskilda boenden*.
fn stemmed(word: &str) -> String {
    if is_number(word) {
        return word.to_owned();
    }
    let stem = stem(word, Language::Sv);
    match stem.strip_suffix(['t', 'd']) {
        Some(bare) if bare.chars().count() >= ADJECTIVE => bare.to_owned(),
        _ => stem,
    }
}

/// A sentence among others.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// What it says.
    pub text: &'a str,
    /// What it answers, where it does: two answers to one order are no repetition.
    pub answers: Option<u128>,
}

/// Which sentences say again what an earlier one says: each with the first such, by their places.
/// Only sentences that share their rarest word are held against each other, so ten years of them
/// cost no more than ten times one.
pub fn repeated(said: &[Said<'_>]) -> Vec<(usize, usize)> {
    let (rough, places) = numbered(said);
    // Whichever of two is shorter has all its words in the other, so its rarest is there too.
    let rarest = |words: &[usize]| {
        let known = words.iter().map(|word| places[*word].as_slice());
        known.min_by_key(|places| places.len()).unwrap_or_default()
    };
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    let mut senses: BTreeMap<usize, Sense> = BTreeMap::new();
    for (at, words) in rough.iter().enumerate() {
        // Whatever comes later and is like a repetition is like what it repeats, and was asked of that.
        let is_repeated = first.get(&at).is_some_and(|first| {
            said[*first].answers.is_none() && senses.get(first) == senses.get(&at)
        });
        let others = rarest(words).iter();
        for other in others.filter(|other| !is_repeated || **other < at) {
            let (earlier, later) = (at.min(*other), at.max(*other));
            let known = first.get(&later).is_some_and(|first| *first <= earlier);
            let may = earlier != later && !known && is_rough(&rough[earlier], &rough[later]);
            let answer_one =
                said[earlier].answers.is_some() && said[earlier].answers == said[later].answers;
            if !may || answer_one {
                continue;
            }
            for at in [earlier, later] {
                senses.entry(at).or_insert_with(|| Sense::of(said[at].text));
            }
            if senses[&earlier].is_like(&senses[&later]) {
                first.insert(later, earlier);
            }
        }
    }
    first.into_iter().collect()
}

/// The beginnings of the words of each sentence as numbers, in order, and where each of them stands.
/// A million pairs are held against each other sooner by numbers than by letters.
fn numbered(said: &[Said<'_>]) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut places: Vec<Vec<usize>> = Vec::new();
    let mut all = Vec::with_capacity(said.len());
    for (at, one) in said.iter().enumerate() {
        let mut own = BTreeSet::new();
        for word in rough(one.text) {
            let new = numbers.len();
            let number = *numbers.entry(word).or_insert(new);
            if number == places.len() {
                places.push(Vec::new());
            }
            places[number].push(at);
            own.insert(number);
        }
        all.push(own.into_iter().collect());
    }
    (all, places)
}

/// The beginnings of the words that carry a meaning: what is asked before the stems are, which
/// cost more to find.
fn rough(text: &str) -> BTreeSet<String> {
    let begun = |word: String| match is_number(&word) {
        true => word,
        false => swedish_vowel(&word).chars().take(BEGINNING).collect(),
    };
    carrying(text).map(begun).collect()
}

/// *Bostäder* begins as *bostad* does.
fn swedish_vowel(word: &str) -> String {
    match word.contains(['ä', 'ö']) {
        true => swedish(word),
        false => word.to_owned(),
    }
}

/// Whether two can be alike by the beginnings of their words: one has all those of the other.
fn is_rough(one: &[usize], other: &[usize]) -> bool {
    let (short, long) = match one.len() <= other.len() {
        true => (one, other),
        false => (other, one),
    };
    // Both are in order, so each word is sought after the one before it.
    let mut rest = long.iter();
    short
        .iter()
        .all(|word| rest.find(|own| *own >= word) == Some(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(one: &str, other: &str) -> bool {
        let said = [one, other].map(|text| Said {
            text,
            answers: None,
        });
        let found = repeated(&said) == [(1, 0)];
        // The rough question never says no to what the stems say yes to.
        assert_eq!(found, Sense::of(one).is_like(&Sense::of(other)), "{one}");
        found
    }

    #[test]
    fn the_same_in_another_order_and_with_other_endings_is_alike() {
        for (one, other) in [
            ("Fler platser i förskolan", "Fler platser i förskolan"),
            ("Fler platser i förskolan", "I förskolorna fler platser."),
            (
                "Vi ska öka antalet platser på särskilt boende",
                "Öka antal platser på särskilda boenden",
            ),
            (
                "Bygga bostäder vid stationen",
                "Bygga en bostad vid en station",
            ),
            (
                "Planera skogen vid ån för fler besökare",
                "Fler besökare: planera skogen vid ån!",
            ),
            (
                "Alla elever i årskurs 6 kan simma",
                "Alla elever i årskurs 6 kan simma tryggt",
            ),
        ] {
            assert!(like(one, other), "{one} / {other}");
        }
    }

    #[test]
    fn what_differs_in_one_word_on_each_side_is_two_things() {
        for (one, other) in [
            (
                "Fler flickor i årskurs 9 ska vara behöriga till gymnasiet efter vårens prov",
                "Fler pojkar i årskurs 9 ska vara behöriga till gymnasiet efter vårens prov",
            ),
            (
                "Öka antalet platser på särskilt boende i tätorten",
                "Minska antalet platser på särskilt boende i tätorten",
            ),
            (
                "Minst 40 platser på särskilt boende",
                "Minst 60 platser på särskilt boende",
            ),
            (
                "Fler speciallärare i årskurs 7–9",
                "Fler speciallärare i årskurs 4–6",
            ),
            (
                "Minska utsläppen från bilar",
                "Minska utsläppen från bilar och bussar i hela kommunens verksamhet",
            ),
            ("Budget i balans", "Budget"),
            ("", ""),
        ] {
            assert!(!like(one, other), "{one} / {other}");
        }
    }

    #[test]
    fn two_answers_to_one_order_are_no_repetition_and_a_third_sentence_is() {
        let order = |answers| Said {
            text: "Korta vägen till den som kan svara",
            answers,
        };
        let said = [order(Some(7)), order(Some(7)), order(None), order(Some(8))];
        assert_eq!(repeated(&said), [(2, 0), (3, 0)]);
    }

    #[test]
    fn each_repetition_points_at_the_first() {
        let said = [
            "Laga taket på badhuset",
            "Måla väggen",
            "Laga badhusets tak",
        ]
        .map(|text| Said {
            text,
            answers: None,
        });
        assert_eq!(repeated(&said), [(2, 0)]);
    }

    /// The same, asked of every two sentences.
    fn slowly(said: &[Said<'_>]) -> Vec<(usize, usize)> {
        let senses: Vec<Sense> = said.iter().map(|one| Sense::of(one.text)).collect();
        let is_like = |earlier: usize, later: usize| {
            let answers_one =
                said[earlier].answers.is_some() && said[earlier].answers == said[later].answers;
            !answers_one && senses[earlier].is_like(&senses[later])
        };
        let first = |later| (0..later).find(|earlier| is_like(*earlier, later));
        let all = (0..said.len()).filter_map(|later| Some((later, first(later)?)));
        all.collect()
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config {
            failure_persistence: None,
            cases: 500,
            ..Default::default()
        })]

        #[test]
        fn the_quick_way_finds_what_asking_every_two_finds(
            sentences in proptest::collection::vec(
                (
                    proptest::collection::vec(proptest::sample::select(&[
                        "fler", "platser", "platserna", "förskolan", "förskolor", "särskilt",
                        "särskilda", "boende", "boenden", "2026", "2027", "i", "bygga", "bostäder",
                        "bostad", "trygga", "skolor",
                    ][..]), 0..7),
                    proptest::option::of(0..2_u128),
                ),
                0..24,
            ),
        ) {
            let texts = sentences.iter().map(|(words, answers)| (words.join(" "), *answers));
            let texts: Vec<_> = texts.collect();
            let said = texts.iter().map(|(text, answers)| Said { text, answers: *answers });
            let said: Vec<_> = said.collect();
            proptest::prop_assert_eq!(repeated(&said), slowly(&said));
        }
    }
}
