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
    LazyLock::new(|| [bundle("sv", SV), bundle("en", EN), bundle("fi", FI)]);

fn bundle(tag: &str, files: &[&str]) -> Bundle {
    // The tags are ours; a language that cannot be read would only choose other plurals.
    let language = LanguageIdentifier::from_bytes(tag.as_bytes()).unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks around every argument would stand in headings, addresses and file names.
    bundle.set_use_isolating(false);
    for file in files {
        // What of a file can be read is used; a test refuses a file with an error in it.
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(part, _)| part);
        bundle.add_resource_overriding(resource);
    }
    bundle
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
        let args = args
            .iter()
            .map(|(name, value)| (*name, FluentValue::from(*value)));
        self.say(key, Some(&args.collect()))
    }

    /// The text of a key for a count: the plural is chosen by `$count`, and `$n` is the count
    /// as the language writes it.
    pub fn count(self, key: &str, count: usize, args: &[(&str, &str)]) -> String {
        let n = self.whole(count);
        let mut all: FluentArgs<'_> = args
            .iter()
            .map(|(name, value)| (*name, FluentValue::from(*value)))
            .collect();
        all.set("count", FluentValue::from(count));
        all.set("n", FluentValue::from(n));
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

fn said(language: Language, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let bundle = &BUNDLES[match language {
        Language::Sv => 0,
        Language::En => 1,
        Language::Fi => 2,
    }];
    let pattern = bundle.get_message(key)?.value()?;
    // An argument that is missing is said by its name; a test finds it.
    let mut errors = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, args, &mut errors)
            .into_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
    use std::collections::{BTreeMap, BTreeSet};

    /// Every key of a language with the variables that its text takes.
    fn keys(files: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
        let mut keys = BTreeMap::new();
        for file in files {
            let resource =
                fluent_syntax::parser::parse(*file).unwrap_or_else(|(_, e)| panic!("{e:?}"));
            for entry in resource.body {
                let Entry::Message(message) = entry else {
                    continue;
                };
                let mut variables = BTreeSet::new();
                in_pattern(&message.value.expect("a key has a text"), &mut variables);
                let twice = keys.insert(message.id.name.to_owned(), variables);
                assert!(twice.is_none(), "{} stands twice", message.id.name);
            }
        }
        keys
    }

    fn in_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else {
                continue;
            };
            match expression {
                Expression::Inline(inline) => in_inline(inline, found),
                Expression::Select { selector, variants } => {
                    in_inline(selector, found);
                    variants.iter().for_each(|v| in_pattern(&v.value, found));
                }
            }
        }
    }

    fn in_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                found.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => {
                if let Expression::Inline(inline) = expression.as_ref() {
                    in_inline(inline, found);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn every_key_is_in_three_languages() {
        let sv = keys(SV);
        for (tag, files) in [("en", EN), ("fi", FI)] {
            let other = keys(files);
            let missing: Vec<_> = sv.keys().filter(|key| !other.contains_key(*key)).collect();
            let extra: Vec<_> = other.keys().filter(|key| !sv.contains_key(*key)).collect();
            assert!(missing.is_empty(), "missing in {tag}: {missing:?}");
            assert!(extra.is_empty(), "only in {tag}: {extra:?}");
        }
    }

    /// A text may leave out what its grammar does not need (`$kind`, `$count`), but never ask
    /// for what the others are not given.
    #[test]
    fn no_language_asks_for_more_than_the_others_together() {
        let all: Vec<_> = [SV, EN, FI].map(keys).into();
        for key in all[0].keys() {
            let asked: Vec<_> = all.iter().filter_map(|k| k.get(key)).collect();
            let helpers = ["kind", "count", "n"];
            let plain: Vec<BTreeSet<_>> = asked
                .iter()
                .map(|v| {
                    v.iter()
                        .filter(|v| !helpers.contains(&v.as_str()))
                        .collect()
                })
                .collect();
            assert!(plain.windows(2).all(|w| w[0] == w[1]), "{key}: {asked:?}");
        }
    }

    #[test]
    fn texts_are_tidy() {
        for (tag, files) in [("sv", SV), ("en", EN), ("fi", FI)] {
            for line in files.iter().flat_map(|file| file.lines()) {
                let text = line.split_once(" = ").map_or(line, |(_, text)| text).trim();
                assert!(
                    line.starts_with('#') || !text.contains("  "),
                    "two spaces in {tag}: {line}"
                );
                assert!(
                    line.starts_with('#') || !text.contains("--"),
                    "two hyphens in {tag}: {line}"
                );
            }
        }
    }
}
