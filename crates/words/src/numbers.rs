//! Numbers as each language writes them: decimal comma, grouped thousands, a real minus.

use crate::{Language, Words};
use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::{Locale, locale};
use riktning_domain::Figure;
use rust_decimal::RoundingStrategy;
use std::sync::LazyLock;

/// One per language, in the order of [`Language::ALL`]. `None` cannot happen: the data is
/// inside the binary, and a test writes with it.
static FORMATTERS: LazyLock<Option<[DecimalFormatter; 3]>> = LazyLock::new(|| {
    let formatter = |locale: Locale| {
        DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).ok()
    };
    Some([
        formatter(locale!("sv"))?,
        formatter(locale!("en"))?,
        formatter(locale!("fi"))?,
    ])
});

/// Keeps a number and its unit on one line.
const NO_BREAK: char = '\u{a0}';

impl Words {
    /// A figure with a number of decimals, rounded half away from zero as Swedish statistics
    /// do; with as many as its source gave where none is asked for.
    pub fn figure(self, figure: Figure, decimals: Option<u8>) -> String {
        self.grouped(&rounded(figure, decimals).to_string())
    }

    /// A figure with its sign, for a difference: +1,5 or −1,5. What is shown as zero has none.
    pub fn signed(self, figure: Figure, decimals: Option<u8>) -> String {
        let value = rounded(figure, decimals);
        let text = self.grouped(&value.to_string());
        if value.is_zero() || value.is_sign_negative() {
            text
        } else {
            format!("+{text}")
        }
    }

    /// A count.
    pub fn whole(self, count: usize) -> String {
        self.grouped(&count.to_string())
    }

    /// A share: 84,5 % with a space that does not break; in English without.
    pub fn percent(self, figure: Figure, decimals: Option<u8>) -> String {
        let text = self.figure(figure, decimals);
        match self.language() {
            Language::En => format!("{text}%"),
            Language::Sv | Language::Fi => format!("{text}{NO_BREAK}%"),
        }
    }

    /// How far two shares are from each other: 1,5 procentenheter.
    pub fn percentage_points(self, figure: Figure, decimals: Option<u8>) -> String {
        self.some("percentage-points", &self.figure(figure, decimals))
    }

    /// How a share has changed: +1,5 procentenheter.
    pub fn signed_percentage_points(self, figure: Figure, decimals: Option<u8>) -> String {
        self.some("percentage-points", &self.signed(figure, decimals))
    }

    /// A figure before its unit: 216 poäng. A share is [`Words::percent`].
    pub fn with_unit(self, figure: Figure, decimals: Option<u8>, unit: &str) -> String {
        format!("{}{NO_BREAK}{unit}", self.figure(figure, decimals))
    }

    /// An amount in millions of kronor: 112 miljoner kronor.
    pub fn million_kronor(self, figure: Figure, decimals: Option<u8>) -> String {
        self.some("amount-million-kronor", &self.figure(figure, decimals))
    }

    /// An amount in thousands of kronor: 350 tusen kronor.
    pub fn thousand_kronor(self, figure: Figure, decimals: Option<u8>) -> String {
        self.some("amount-thousand-kronor", &self.figure(figure, decimals))
    }

    /// A text about as much as a figure says. Only a bare 1 is singular in all three languages:
    /// *1 miljon*, but *1,0 miljoner*.
    // words-keys: percentage-points amount-*
    fn some(self, key: &str, figure: &str) -> String {
        let kind = match figure.trim_start_matches(['+', '\u{2212}']) {
            "1" => "one",
            _ => "other",
        };
        self.with(key, &[("kind", kind), ("figure", figure)])
    }

    /// The digits grouped, with the language's own signs.
    pub(crate) fn grouped(self, plain: &str) -> String {
        let formatter = FORMATTERS.as_ref().map(|all| &all[self.language().place()]);
        let written = match (formatter, plain.parse::<Decimal>()) {
            (Some(formatter), Ok(decimal)) => formatter.format(&decimal).to_string(),
            // Our own digits are always a decimal, and the data is inside the binary.
            _ => plain.to_owned(),
        };
        // A hyphen is no minus, and the space between groups is one of the page's fonts,
        // whatever a locale's data says.
        written
            .replace('-', "\u{2212}")
            .replace('\u{202f}', "\u{a0}")
    }
}

/// The value that is shown. Rounded to zero it has no sign: −0,04 is 0,0 and not −0,0.
fn rounded(figure: Figure, decimals: Option<u8>) -> rust_decimal::Decimal {
    let mut value = figure.value();
    if let Some(decimals) = decimals {
        // A decimal that is stretched beyond what it can hold panics when it is written.
        let decimals = u32::from(decimals).min(rust_decimal::Decimal::MAX_SCALE);
        value = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        value.rescale(decimals);
    }
    if value.is_zero() {
        value.set_sign_positive(true);
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    #[test]
    fn each_language_writes_its_numbers() {
        let [sv, en, fi] = Language::ALL.map(Words::of);
        assert_eq!(
            sv.figure(figure("-1234567.9"), None),
            "\u{2212}1\u{a0}234\u{a0}567,9"
        );
        assert_eq!(en.figure(figure("-1234567.9"), None), "\u{2212}1,234,567.9");
        assert_eq!(
            fi.figure(figure("-1234567.9"), None),
            "\u{2212}1\u{a0}234\u{a0}567,9"
        );
        assert_eq!(sv.figure(figure("1000"), None), "1\u{a0}000");
        assert_eq!(fi.whole(104_709), "104\u{a0}709");
        assert_eq!(en.whole(104_709), "104,709");
    }

    #[test]
    fn a_share_has_the_sign_of_its_language() {
        let [sv, en, fi] = Language::ALL.map(Words::of);
        assert_eq!(sv.percent(figure("84.5"), Some(1)), "84,5\u{a0}%");
        assert_eq!(en.percent(figure("84.5"), Some(1)), "84.5%");
        assert_eq!(fi.percent(figure("84.5"), Some(1)), "84,5\u{a0}%");
    }

    #[test]
    fn differences_have_their_sign_unless_they_are_shown_as_zero() {
        let sv = Words::of(Language::Sv);
        assert_eq!(sv.signed(figure("1.5"), None), "+1,5");
        assert_eq!(sv.signed(figure("-1.5"), None), "\u{2212}1,5");
        assert_eq!(sv.signed(figure("0.04"), Some(1)), "0,0");
        assert_eq!(sv.signed(figure("-0.04"), Some(1)), "0,0");
        assert_eq!(sv.signed(figure("0"), None), "0");
    }

    #[test]
    fn nothing_is_minus_zero() {
        let mut zero = rust_decimal::Decimal::ZERO;
        zero.set_sign_negative(true);
        let sv = Words::of(Language::Sv);
        assert_eq!(sv.figure(Figure::new(zero), None), "0");
        assert_eq!(sv.signed(Figure::new(zero), Some(1)), "0,0");
    }

    #[test]
    fn more_decimals_than_a_decimal_holds_do_no_harm() {
        let small = figure("0.0018446744073709551616");
        for words in Language::ALL.map(Words::of) {
            assert_eq!(words.signed(small, Some(31)), words.signed(small, Some(28)));
            assert_eq!(
                words.figure(small, Some(255)).len(),
                "0.0018446744073709551616000000".len()
            );
        }
    }

    #[test]
    fn differences_of_shares_are_percentage_points() {
        let [sv, en, fi] = Language::ALL.map(Words::of);
        assert_eq!(
            sv.percentage_points(figure("1.5"), None),
            "1,5\u{a0}procentenheter"
        );
        assert_eq!(
            sv.percentage_points(figure("1"), None),
            "1\u{a0}procentenhet"
        );
        assert_eq!(
            sv.signed_percentage_points(figure("-1"), None),
            "\u{2212}1\u{a0}procentenhet"
        );
        assert_eq!(
            sv.signed_percentage_points(figure("1.0"), None),
            "+1,0\u{a0}procentenheter"
        );
        assert_eq!(
            en.signed_percentage_points(figure("1.5"), None),
            "+1.5\u{a0}percentage points"
        );
        assert_eq!(
            fi.percentage_points(figure("1"), None),
            "1\u{a0}prosenttiyksikkö"
        );
        assert_eq!(
            fi.percentage_points(figure("2"), None),
            "2\u{a0}prosenttiyksikköä"
        );
    }

    #[test]
    fn amounts_say_their_size() {
        let [sv, en, fi] = Language::ALL.map(Words::of);
        assert_eq!(
            sv.million_kronor(figure("112"), None),
            "112\u{a0}miljoner kronor"
        );
        assert_eq!(sv.million_kronor(figure("1"), None), "1\u{a0}miljon kronor");
        assert_eq!(
            sv.thousand_kronor(figure("-350"), None),
            "\u{2212}350\u{a0}tusen kronor"
        );
        assert_eq!(
            en.million_kronor(figure("112.4"), Some(0)),
            "112\u{a0}million kronor"
        );
        assert_eq!(
            fi.million_kronor(figure("112"), None),
            "112\u{a0}miljoonaa kruunua"
        );
        assert_eq!(
            sv.with_unit(figure("216"), Some(1), "poäng"),
            "216,0\u{a0}poäng"
        );
    }

    #[test]
    fn decimals_are_added_and_taken_away() {
        let sv = Words::of(Language::Sv);
        assert_eq!(sv.figure(figure("216"), Some(1)), "216,0");
        assert_eq!(sv.figure(figure("216"), None), "216");
        assert_eq!(sv.figure(figure("216.0"), None), "216,0");
        assert_eq!(sv.figure(figure("74.65"), Some(1)), "74,7");
        assert_eq!(sv.figure(figure("-74.65"), Some(1)), "\u{2212}74,7");
        assert_eq!(sv.figure(figure("-0.04"), Some(1)), "0,0");
    }

    /// Any figure that there is: 96 bits, a sign and up to 28 decimals.
    fn any_figure() -> impl Strategy<Value = Figure> {
        let parts = (
            any::<u32>(),
            any::<u32>(),
            any::<u32>(),
            any::<bool>(),
            0_u32..=28,
        );
        parts.prop_map(|(low, mid, high, minus, scale)| {
            Figure::new(rust_decimal::Decimal::from_parts(
                low, mid, high, minus, scale,
            ))
        })
    }

    fn digits(text: &str) -> String {
        text.chars().filter(char::is_ascii_digit).collect()
    }

    proptest! {
        #[test]
        fn no_digit_is_lost(figure in any_figure()) {
            for words in Language::ALL.map(Words::of) {
                let said = words.figure(figure, None);
                prop_assert_eq!(digits(&said), digits(&figure.to_string()));
                prop_assert_eq!(said.starts_with('\u{2212}'), figure.value() < 0.into());
                prop_assert!(!said.contains(['-', ' ', '\u{202f}']), "{}", said);
            }
        }

        #[test]
        fn as_many_decimals_stand_as_were_asked_for(number in any::<i32>(), scale in 0_u32..8, asked in 0_u8..8) {
            let figure = Figure::new(rust_decimal::Decimal::new(number.into(), scale));
            let said = Words::of(Language::Sv).figure(figure, Some(asked));
            let decimals = said.split_once(',').map_or(0, |(_, decimals)| decimals.len());
            prop_assert_eq!(decimals, usize::from(asked));
        }

        #[test]
        fn nothing_that_is_asked_of_a_figure_panics(figure in any_figure(), decimals in any::<u8>()) {
            for words in Language::ALL.map(Words::of) {
                for decimals in [None, Some(decimals)] {
                    words.signed(figure, decimals);
                    words.percent(figure, decimals);
                    words.signed_percentage_points(figure, decimals);
                    words.million_kronor(figure, decimals);
                }
            }
        }
    }
}
