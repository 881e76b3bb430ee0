//! Units that people typed, in the reader's language.

use crate::{Language, Words};
use riktning_domain::Text;

/// The units that we know in every language. What a model counts in is free; these are common.
const KNOWN: &[&str] = &[
    "days",
    "weeks",
    "hours",
    "minutes",
    "persons",
    "households",
    "pupils",
    "schools",
    "preschools",
    "homes",
    "companies",
    "places",
    "occasions",
    "kilometres",
    "square-metres",
    "tonnes-carbon-dioxide",
    "tonnes-co2e",
];

impl Words {
    /// A unit that somebody typed in Swedish, in the reader's language if it is one that we know,
    /// else as it was typed; and the language that it is in.
    // words-keys: typed-unit-*
    pub fn unit(self, typed: &Text) -> (String, Language) {
        let said = self.typed(typed);
        if self.language() == Language::Sv || typed.as_str().is_none() {
            return (said, self.language());
        }
        let swedish = Words::of(Language::Sv);
        let key = |name: &&str| format!("typed-unit-{name}");
        let mut keys = KNOWN.iter().map(key);
        match keys.find(|key| swedish.text(key) == said.trim()) {
            Some(key) => (self.text(&key), self.language()),
            None => (said, Language::Sv),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_that_we_know_is_in_the_reader_s_language_and_another_says_its_own() {
        let said = |language, typed: &str| Words::of(language).unit(&typed.into());
        let tonnes = "ton koldioxid";
        assert_eq!(said(Language::Sv, tonnes), (tonnes.into(), Language::Sv));
        let english = said(Language::En, tonnes);
        assert_eq!(english, ("tonnes of carbon dioxide".into(), Language::En));
        let finnish = said(Language::Fi, tonnes);
        assert_eq!(finnish, ("tonnia hiilidioksidia".into(), Language::Fi));
        let odd = said(Language::En, "bockar");
        assert_eq!(odd, ("bockar".into(), Language::Sv));
    }
}
