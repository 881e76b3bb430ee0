//! Numbers as each language writes them: decimal comma, thin groups, a real minus.

use crate::{Language, Words};
use fixed_decimal::Decimal;
use icu_decimal::DecimalFormatter;
use icu_locale_core::locale;
use riktning_domain::Figure;
use rust_decimal::RoundingStrategy;
use std::sync::LazyLock;

static FORMATTERS: LazyLock<Option<[DecimalFormatter; 3]>> = LazyLock::new(|| {
    let formatter = |locale: icu_locale_core::Locale| {
        DecimalFormatter::try_new(
            locale.into(),
            icu_decimal::options::DecimalFormatterOptions::default(),
        )
        .ok()
    };
    Some([
        formatter(locale!("sv"))?,
        formatter(locale!("en"))?,
        formatter(locale!("fi"))?,
    ])
});

impl Words {
    /// A figure with a number of decimals, rounded half away from zero as Swedish statistics
    /// do; with its own number where none is given.
    pub fn figure(self, figure: Figure, decimals: Option<u8>) -> String {
        let mut value = figure.value();
        if let Some(decimals) = decimals.map(u32::from) {
            value = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
            value.rescale(decimals);
        }
        if value.is_zero() {
            value.set_sign_positive(true);
        }
        self.grouped(&value.to_string())
    }

    /// A figure with its sign, for a difference: +1,5 or −1,5, and 0 without.
    pub fn signed(self, figure: Figure, decimals: Option<u8>) -> String {
        let text = self.figure(figure, decimals);
        let value = figure.value();
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
            Language::Sv | Language::Fi => format!("{text}\u{a0}%"),
        }
    }

    /// The digits grouped, with the language's own signs.
    fn grouped(self, plain: &str) -> String {
        let formatter = FORMATTERS.as_ref().map(|all| match self.language() {
            Language::Sv => &all[0],
            Language::En => &all[1],
            Language::Fi => &all[2],
        });
        let written = match (formatter, plain.parse::<Decimal>()) {
            (Some(formatter), Ok(decimal)) => formatter.format(&decimal).to_string(),
            // Our own digits are always a decimal, and the data is inside the binary.
            _ => plain.to_owned(),
        };
        // A hyphen is no minus, whatever a locale's data says.
        written
            .replace('-', "\u{2212}")
            .replace('\u{202f}', "\u{a0}")
    }
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
        assert_eq!(fi.figure(figure("104709"), None), "104\u{a0}709");
        assert_eq!(sv.percent(figure("84.5"), Some(1)), "84,5\u{a0}%");
        assert_eq!(en.percent(figure("84.5"), Some(1)), "84.5%");
        assert_eq!(sv.signed(figure("1.5"), None), "+1,5");
    }

    #[test]
    fn decimals_are_added_and_taken_away() {
        let sv = Words::of(Language::Sv);
        assert_eq!(sv.figure(figure("216"), Some(1)), "216,0");
        assert_eq!(sv.figure(figure("74.65"), Some(1)), "74,7");
        assert_eq!(sv.figure(figure("-0.04"), Some(1)), "0,0");
    }

    proptest! {
        #[test]
        fn no_digit_is_lost(number in any::<i64>(), scale in 0_u32..8) {
            let figure = Figure::new(rust_decimal::Decimal::new(number, scale));
            for words in Language::ALL.map(Words::of) {
                let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
                prop_assert_eq!(digits(&words.figure(figure, None)), digits(&figure.to_string()));
            }
        }
    }
}
