//! Soft hyphens in long Swedish compounds, so that a heading breaks where a reader would.

use crate::Words;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Shorter words are left whole: they fit on a line of a phone.
const LONG: usize = 14;
/// So many letters must be left after a break.
const LEAST: usize = 3;

const COMPOUNDS: &str = include_str!("../../../locales/sv/compounds.txt");

static PARTS: LazyLock<Parts> = LazyLock::new(|| Parts::of(COMPOUNDS));

/// What the word list says about the parts of words, the longest first.
struct Parts {
    /// After these a word may break if a part that is known follows.
    before: Vec<&'static str>,
    /// After these a word may break whatever follows.
    always: BTreeSet<&'static str>,
    /// What may follow: every part of every word.
    all: Vec<&'static str>,
}

impl Parts {
    fn of(list: &'static str) -> Self {
        let lines = || {
            list.lines()
                .filter(|line| !line.is_empty() && !line.starts_with('#'))
        };
        let longest_first = |parts: BTreeSet<&'static str>| {
            let mut parts: Vec<_> = parts.into_iter().collect();
            parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
            parts
        };
        let always = lines().filter_map(|word| word.strip_suffix('-')).collect();
        let before = lines().flat_map(|word| word.rsplit('-').skip(1)).collect();
        let all = lines()
            .flat_map(|word| word.split('-'))
            .filter(|part| !part.is_empty());
        Parts {
            before: longest_first(before),
            always,
            all: longest_first(all.collect()),
        }
    }

    /// How far the first part of `word` reaches, if the word may break after it.
    fn first(&self, word: &str) -> Option<usize> {
        let fits = |part: &&&str| {
            word.strip_prefix(**part).is_some_and(|rest| {
                let known = || self.all.iter().any(|part| rest.starts_with(part));
                rest.chars().count() >= LEAST && (self.always.contains(**part) || known())
            })
        };
        self.before.iter().find(fits).map(|part| part.len())
    }
}

/// Every part of the compounds of the list.
pub(crate) fn parts() -> impl Iterator<Item = &'static str> {
    PARTS.all.iter().copied()
}

impl Words {
    /// A text with a soft hyphen at the joints of its long Swedish words, which stand on pages
    /// of every language. Nothing else is changed; addresses of the web and of mail are left
    /// whole, since somebody may copy them.
    pub fn hyphenate(self, text: &str) -> Cow<'_, str> {
        let letter = |c: char| c.is_alphabetic();
        // Most texts have no long word, and cost one look at each letter.
        if !text.split(|c| !letter(c)).any(is_long) {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len() + 8);
        for token in text.split_inclusive(char::is_whitespace) {
            if token.contains(['@', '/', '\u{ad}']) {
                out.push_str(token);
                continue;
            }
            for piece in token.split_inclusive(|c| !letter(c)) {
                let word = piece.trim_end_matches(|c| !letter(c));
                push_broken(&mut out, word);
                out.push_str(&piece[word.len()..]);
            }
        }
        Cow::Owned(out)
    }
}

fn is_long(word: &str) -> bool {
    word.len() >= LONG && word.chars().count() >= LONG
}

/// Writes a word with its soft hyphens, if it is long and has any.
fn push_broken(out: &mut String, word: &str) {
    let mut from = 0;
    if let Some(lower) = is_long(word).then(|| lower(word)).flatten() {
        while let Some(part) = PARTS.first(&lower[from..]) {
            out.push_str(&word[from..from + part]);
            out.push('\u{ad}');
            from += part;
        }
    }
    out.push_str(&word[from..]);
}

/// The word in lower case, if each letter keeps its length: what is found in the one is then in
/// the same place in the other. Every Swedish word does.
fn lower(word: &str) -> Option<String> {
    let mut lower = String::with_capacity(word.len());
    for letter in word.chars() {
        let mut small = letter.to_lowercase();
        let first = small
            .next()
            .filter(|small| small.len_utf8() == letter.len_utf8())?;
        if small.next().is_some() {
            return None;
        }
        lower.push(first);
    }
    Some(lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use proptest::prelude::*;

    /// With a bar where the soft hyphens are.
    fn broken(text: &str) -> String {
        Words::of(Language::Sv)
            .hyphenate(text)
            .replace('\u{ad}', "|")
    }

    #[test]
    fn long_words_break_at_their_joints() {
        assert_eq!(broken("Höjd utbildningsnivå"), "Höjd utbildnings|nivå");
        assert_eq!(broken("Verksamhetsprocesser."), "Verksamhets|processer.");
        assert_eq!(
            broken("VUXENUTBILDNINGSNÄMNDENS"),
            "VUXENUTBILDNINGS|NÄMNDENS"
        );
        assert_eq!(
            broken("(samhällsbyggnadsarbete)"),
            "(samhällsbyggnads|arbete)"
        );
    }

    #[test]
    fn a_word_breaks_that_is_not_in_the_list_but_whose_parts_are() {
        assert!(!COMPOUNDS.contains("utbildnings-process"));
        assert_eq!(broken("utbildningsprocesserna"), "utbildnings|processerna");
        assert_eq!(
            broken("arbetsmarknadsfrågor"),
            "arbetsmarknads|frågor",
            "whatever follows"
        );
    }

    #[test]
    fn every_word_of_the_list_breaks_as_it_is_written() {
        let words = COMPOUNDS
            .lines()
            .filter(|line| !line.starts_with('#') && !line.ends_with('-'));
        for word in words.filter(|word| !word.is_empty()) {
            let whole = word.replace('-', "");
            let wanted = match is_long(&whole) {
                true => word.replace('-', "|"),
                false => whole.clone(),
            };
            assert_eq!(broken(&whole), wanted);
        }
    }

    #[test]
    fn the_list_is_in_lower_case_and_has_each_word_once() {
        let mut seen = BTreeSet::new();
        for line in COMPOUNDS
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            assert!(seen.insert(line), "{line} stands twice");
            assert!(line.chars().all(|c| c == '-' || c.is_lowercase()), "{line}");
            assert!(
                line.contains('-') && !line.contains("--") && !line.starts_with('-'),
                "{line}"
            );
        }
    }

    #[test]
    fn an_ending_is_not_parted_from_its_word() {
        assert_eq!(broken("kommunfullmäktiges"), "kommun|fullmäktiges");
    }

    #[test]
    fn what_only_looks_like_a_part_is_left_whole() {
        for word in [
            "barndomsminnen",
            "administration",
            "responsibilities",
            "målarmästarnas",
            "organisationer",
            "verksamhetens",
            "kommunikationer",
            "Kommuninvånarna",
            "osavuosikatsaus",
        ] {
            assert_eq!(broken(word), word);
        }
    }

    #[test]
    fn short_words_and_addresses_are_left_whole() {
        for text in [
            "Fler jobb i hela kommunen",
            "årsplan",
            "energiprocess",
            "https://exempelstad.se/utbildningsnivå",
            "utbildningsnivå@exempelstad.se",
            "vuxenutbildnings\u{ad}nämnden",
            // The sign for kelvin is a k when it is small, and two bytes shorter.
            "\u{212a}ommunfullmäktige",
        ] {
            assert_eq!(Words::of(Language::Fi).hyphenate(text), text);
        }
    }

    #[test]
    fn a_text_without_long_words_is_not_copied() {
        let text = "Fler jobb i hela kommunen";
        assert!(matches!(
            Words::of(Language::Sv).hyphenate(text),
            Cow::Borrowed(_)
        ));
    }

    proptest! {
        #[test]
        fn nothing_but_soft_hyphens_is_added(text in "[^\u{ad}]{0,60}") {
            let hyphenated = Words::of(Language::Sv).hyphenate(&text).replace('\u{ad}', "");
            prop_assert_eq!(hyphenated, text);
        }

        /// Letters whose small form has another length, beside parts that are known.
        #[test]
        fn strange_letters_within_known_words_do_no_harm(
            words in proptest::collection::vec("(utbildnings|verksamhets|İ|ẞ|\u{212a}ommun|ǅ|nivå|NÄMNDEN|process| |-){1,6}", 1..4)
        ) {
            let text = words.concat();
            let hyphenated = Words::of(Language::Sv).hyphenate(&text).replace('\u{ad}', "");
            prop_assert_eq!(hyphenated, text);
        }
    }
}
