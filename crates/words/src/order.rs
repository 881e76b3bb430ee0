//! The order of the alphabet: å ä ö last in Swedish and Finnish, with a and o in English.

use crate::Words;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::{Locale, locale};
use std::cmp::Ordering;
use std::sync::LazyLock;

/// One per language, in the order of [`crate::Language::ALL`]. `None` cannot happen: the data
/// is inside the binary, and a test sorts by it.
static COLLATORS: LazyLock<Option<[CollatorBorrowed<'static>; 3]>> = LazyLock::new(|| {
    let collator =
        |locale: Locale| Collator::try_new(locale.into(), CollatorOptions::default()).ok();
    Some([
        collator(locale!("sv"))?,
        collator(locale!("en"))?,
        collator(locale!("fi"))?,
    ])
});

impl Words {
    /// How two names stand in the language's alphabet. Only what is the same is equal, so a
    /// sorted list is always the same list.
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        self.collator()
            .map_or(Ordering::Equal, |collator| collator.compare(a, b))
            .then_with(|| a.cmp(b))
    }

    /// Bytes that sort as the name does: for a long list that is sorted once and kept. Keys of
    /// different languages, or of different releases, must never be compared.
    pub fn sort_key(self, name: &str) -> Vec<u8> {
        let mut key = Vec::new();
        if let Some(collator) = self.collator() {
            let Ok(()) = collator.write_sort_key_to(name, &mut key);
        }
        // The name itself last, as in `compare`; nothing before it can hold a zero alone.
        key.push(0);
        key.extend_from_slice(name.as_bytes());
        key
    }

    fn collator(self) -> Option<&'static CollatorBorrowed<'static>> {
        COLLATORS.as_ref().map(|all| &all[self.language().place()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use proptest::prelude::*;

    fn sorted<'a>(language: Language, names: &[&'a str]) -> Vec<&'a str> {
        let words = Words::of(language);
        let mut names = names.to_vec();
        // The answer must not come from the order in which the test was written.
        names.sort_by_key(|name| std::cmp::Reverse(name.as_bytes()));
        names.sort_by(|a, b| words.compare(a, b));
        names
    }

    #[test]
    fn swedish_names_stand_in_swedish_order() {
        let order = [
            "Aarhus",
            "Ale",
            "Alingsås",
            "Vara",
            "Wien",
            "Växjö",
            "Zinkgruvan",
            "Åre",
            "Ängelholm",
            "Östersund",
        ];
        let mut wanted = order.to_vec();
        // V and w have been letters of their own since SAOL 13 (2006).
        wanted.swap(4, 5);
        assert_eq!(sorted(Language::Sv, &order), wanted);
    }

    #[test]
    fn finnish_names_stand_in_finnish_order() {
        let wanted = [
            "Aura",
            "Vaasa",
            "Väinö",
            "Wäinö",
            "Ylöjärvi",
            "Zagreb",
            "Åbo",
            "Äänekoski",
            "Öja",
        ];
        assert_eq!(sorted(Language::Fi, &wanted), wanted);
    }

    #[test]
    fn english_puts_the_ring_with_its_letter() {
        let wanted = [
            "Aarhus",
            "Ale",
            "Ängelholm",
            "Åre",
            "Östersund",
            "Zinkgruvan",
        ];
        assert_eq!(sorted(Language::En, &wanted), wanted);
    }

    #[test]
    fn a_small_letter_does_not_part_a_word_from_its_neighbours() {
        let wanted = ["barn", "Barn och unga", "barnomsorg"];
        assert_eq!(sorted(Language::Sv, &wanted), wanted);
    }

    proptest! {
        #[test]
        fn a_key_sorts_as_its_name(a in "[a-zåäöA-ZÅÄÖéwvW -]{0,6}", b in "[a-zåäöA-ZÅÄÖéwvW -]{0,6}") {
            for words in Language::ALL.map(Words::of) {
                prop_assert_eq!(words.sort_key(&a).cmp(&words.sort_key(&b)), words.compare(&a, &b));
            }
        }

        /// The same to a reader, but not the same bytes.
        #[test]
        fn a_key_sorts_as_its_name_where_the_alphabet_sees_no_difference(
            a in "[aáe\u{301}\u{308}ä\u{200b}]{0,3}", b in "[aáe\u{301}\u{308}ä\u{200b}]{0,3}"
        ) {
            for words in Language::ALL.map(Words::of) {
                prop_assert_eq!(words.sort_key(&a).cmp(&words.sort_key(&b)), words.compare(&a, &b));
            }
        }

        #[test]
        fn only_the_same_is_equal(a in "\\PC{0,8}", b in "\\PC{0,8}") {
            for words in Language::ALL.map(Words::of) {
                prop_assert_eq!(words.compare(&a, &b) == Ordering::Equal, a == b);
            }
        }
    }
}
