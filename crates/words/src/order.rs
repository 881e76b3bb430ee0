//! The order of the alphabet: å ä ö last in Swedish and Finnish, with a and o in English.

use crate::{Language, Words};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;
use std::cmp::Ordering;
use std::sync::LazyLock;

static COLLATORS: LazyLock<Option<[CollatorBorrowed<'static>; 3]>> = LazyLock::new(|| {
    let collator = |locale: icu_locale_core::Locale| {
        Collator::try_new(locale.into(), CollatorOptions::default()).ok()
    };
    Some([
        collator(locale!("sv"))?,
        collator(locale!("en"))?,
        collator(locale!("fi"))?,
    ])
});

impl Words {
    /// How two names stand in the language's alphabet.
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        match COLLATORS.as_ref() {
            Some(all) => match self.language() {
                Language::Sv => all[0].compare(a, b),
                Language::En => all[1].compare(a, b),
                Language::Fi => all[2].compare(a, b),
            },
            // The data is inside the binary.
            None => a.cmp(b),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_names_stand_in_swedish_order() {
        let sv = Words::of(Language::Sv);
        let mut names = [
            "Östersund",
            "Ale",
            "Åre",
            "Aarhus",
            "Ängelholm",
            "Zinkgruvan",
            "Alingsås",
        ];
        names.sort_by(|a, b| sv.compare(a, b));
        assert_eq!(
            names,
            [
                "Aarhus",
                "Ale",
                "Alingsås",
                "Zinkgruvan",
                "Åre",
                "Ängelholm",
                "Östersund"
            ]
        );
    }
}
