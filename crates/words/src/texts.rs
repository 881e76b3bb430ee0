//! Texts by key.

use crate::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use riktning_domain::{Names, Text};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; 3]> =
    LazyLock::new(|| [bundle::<0>(SV), bundle::<1>(EN), bundle::<2>(FI)]);

/// The texts of the language at a place in [`Language::ALL`].
fn bundle<const AT: usize>(files: &[&str]) -> Bundle {
    let tag = Language::ALL[AT].tag();
    // The tags are ours; a language that cannot be read would only choose other plurals.
    let language = LanguageIdentifier::from_bytes(tag.as_bytes()).unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks around every argument would stand in headings, addresses and file names.
    bundle.set_use_isolating(false);
    // Fluent itself would print 104709, whatever the language.
    bundle.set_formatter(Some(number::<AT, _>));
    for file in files {
        // What of a file can be read is used; a test refuses a file with an error in it.
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(part, _)| part);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A number within a text, as the language writes it. The place is a constant because fluent
/// takes a function that holds nothing.
fn number<const AT: usize, M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            let words = Words::of(Language::ALL[AT]);
            Some(words.grouped(&number.value.to_string()))
        }
        _ => None,
    }
}

/// The words of one language. A value as cheap as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Words {
    language: Language,
}

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> Self {
        Words { language }
    }

    /// Which language.
    pub fn language(self) -> Language {
        self.language
    }

    /// The text of a key.
    pub fn text(self, key: &str) -> String {
        self.say(key, None)
    }

    /// The text of a key, with words put in.
    pub fn with(self, key: &str, args: &[(&str, &str)]) -> String {
        self.with_counts(key, &[], args)
    }

    /// The text of a key for one count: the plural is chosen by `$count`, and `$count` and `$n`
    /// are the count as the language writes it.
    pub fn count(self, key: &str, count: usize, args: &[(&str, &str)]) -> String {
        self.with_counts(key, &[("count", count), ("n", count)], args)
    }

    /// The text of a key for several counts. Each may choose a plural, and is written as the
    /// language writes numbers.
    pub fn with_counts(self, key: &str, counts: &[(&str, usize)], args: &[(&str, &str)]) -> String {
        let mut all = FluentArgs::with_capacity(counts.len() + args.len());
        for (name, count) in counts {
            all.set(*name, FluentValue::from(*count));
        }
        for (name, text) in args {
            all.set(*name, FluentValue::from(*text));
        }
        self.say(key, Some(&all))
    }

    /// What is missing in a language is said in Swedish, and what is missing there by its key.
    /// Tests refuse both.
    fn say(self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        [self.language, Language::Sv]
            .into_iter()
            .find_map(|language| said(language, key, args))
            .unwrap_or_else(|| key.to_owned())
    }

    /// Whether there is a text of a key: where the closest of several is said.
    pub fn knows(self, key: &str) -> bool {
        said(Language::Sv, key, None).is_some()
    }

    /// A text that somebody typed, or that it has been taken away.
    pub fn typed(self, text: &Text) -> String {
        match text.as_str() {
            Some(text) => text.to_owned(),
            None => self.text("redacted"),
        }
    }

    /// A name in this language, else in Swedish, and the language that it is in.
    pub fn name(self, names: &Names) -> (&Text, Language) {
        let own = match self.language {
            Language::Sv => None,
            Language::En => names.en.as_ref(),
            Language::Fi => names.fi.as_ref(),
        };
        own.map_or((&names.sv, Language::Sv), |own| (own, self.language))
    }
}

/// The whole text, or nothing: a sentence with a hole in it is not shown.
fn said(language: Language, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let bundle = &BUNDLES[language.place()];
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, args, &mut errors);
    errors.is_empty().then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::keys;

    #[test]
    fn a_number_in_a_text_is_written_as_the_language_does_and_chooses_the_plural() {
        // The words for a list take any value, so they serve as a text with two places.
        let both = |language, count: usize| {
            Words::of(language).with_counts("list-and", &[("first", count)], &[("last", "x")])
        };
        assert_eq!(both(Language::Sv, 104_709), "104\u{a0}709 och x");
        assert_eq!(both(Language::En, 104_709), "104,709 and x");
        assert_eq!(both(Language::Fi, 104_709), "104\u{a0}709 ja x");
    }

    #[test]
    fn a_plural_is_chosen_by_the_count() {
        let mut bundle = bundle::<0>(&[
            "goals = { $count ->\n    [one] { $n } mål\n   *[other] { $n } målen\n}\n",
        ]);
        bundle.set_use_isolating(false);
        let say = |count: usize| {
            let mut args = FluentArgs::new();
            args.set("count", count);
            args.set("n", count);
            let pattern = bundle.get_message("goals").unwrap().value().unwrap();
            bundle
                .format_pattern(pattern, Some(&args), &mut Vec::new())
                .into_owned()
        };
        assert_eq!(say(1), "1 mål");
        assert_eq!(say(1000), "1\u{a0}000 målen");
    }

    #[test]
    fn every_text_for_a_count_is_said_whole_in_each_language() {
        let counted = keys(SV).into_iter().filter(|(_, said)| {
            let variables: Vec<_> = said.variables.iter().map(String::as_str).collect();
            variables == ["count", "n"]
        });
        for (key, _) in counted {
            for words in Language::ALL.map(Words::of) {
                for count in [0, 1, 2, 1234] {
                    let said = words.count(&key, count, &[]);
                    assert_ne!(said, key, "{:?}", words.language());
                }
            }
        }
    }

    #[test]
    fn what_is_missing_is_its_key_and_never_a_panic() {
        for words in Language::ALL.map(Words::of) {
            assert_eq!(words.text("no-such-key"), "no-such-key");
            assert_eq!(words.text("no such key {"), "no such key {");
            assert_eq!(words.with("list-and", &[("first", "a")]), "list-and");
        }
    }

    #[test]
    fn what_is_put_in_stands_as_it_was() {
        let text = Words::of(Language::Sv).with(
            "list-and",
            &[("first", "{ $x } <b>"), ("last", "\u{2068}y")],
        );
        assert_eq!(text, "{ $x } <b> och \u{2068}y");
    }

    #[test]
    fn a_name_is_in_the_language_of_the_page_or_in_swedish() {
        let names = Names {
            sv: "mål".into(),
            en: Some("goal".into()),
            fi: None,
        };
        assert_eq!(
            Words::of(Language::En).name(&names),
            (&"goal".into(), Language::En)
        );
        assert_eq!(
            Words::of(Language::Fi).name(&names),
            (&"mål".into(), Language::Sv)
        );
        assert_eq!(
            Words::of(Language::Sv).name(&names),
            (&"mål".into(), Language::Sv)
        );
        assert_eq!(
            Words::of(Language::En).typed(&Text::Redacted),
            "The text has been redacted"
        );
    }
}
