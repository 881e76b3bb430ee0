//! A text of which some words are in another language than the rest.

use crate::{Language, Words};

/// A text in parts, each with the language that it is in: a page marks what is not in its own,
/// so that a screen reader says it right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    parts: Vec<(String, Language)>,
}

impl Marked {
    /// A text that is all in one language.
    pub fn of(text: String, language: Language) -> Self {
        let parts = vec![(text, language)];
        Marked { parts }
    }

    /// Several, with something in the reader's language between them.
    pub fn joined(all: &[Marked], between: &str, own: Language) -> Self {
        let mut parts = Vec::new();
        for (place, one) in all.iter().enumerate() {
            if place > 0 {
                parts.push((between.to_owned(), own));
            }
            parts.extend(one.parts.iter().cloned());
        }
        Marked { parts }
    }

    /// Whether all of it is in one language.
    pub fn is_all(&self, language: Language) -> bool {
        self.parts.iter().all(|(_, own)| *own == language)
    }

    /// The parts in their order, each with its language.
    pub fn parts(&self) -> impl Iterator<Item = (&str, Language)> {
        let parts = self.parts.iter();
        parts.map(|(text, language)| (text.as_str(), *language))
    }
}

impl std::fmt::Display for Marked {
    /// The text alone.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.parts().try_for_each(|(text, _)| f.write_str(text))
    }
}

/// What stands where a word will: no text holds it, since it is no letter of any script.
const HERE: char = '\u{f8ff}';

impl Words {
    /// The text of a key, with words put in that keep the language that they are in.
    ///
    /// ```
    /// # use riktning_words::{Language, Marked, Words};
    /// let name = Marked::of("Elever som trivs".to_owned(), Language::Sv);
    /// let unit = Marked::of("per cent".to_owned(), Language::En);
    /// let words = Words::of(Language::En);
    /// let said = words.marked("chart-subtitle", &[("name", &name), ("unit", &unit)]);
    /// let parts: Vec<_> = said.parts().collect();
    /// assert_eq!(parts[0], ("Elever som trivs", Language::Sv));
    /// assert_eq!(parts[1], (", per cent", Language::En));
    /// assert_eq!(said.to_string(), "Elever som trivs, per cent");
    /// ```
    pub fn marked(self, key: &str, args: &[(&str, &Marked)]) -> Marked {
        let places: Vec<String> = (0..args.len())
            .map(|place| format!("{HERE}{place}{HERE}"))
            .collect();
        let named = args.iter().zip(&places);
        let named: Vec<(&str, &str)> = named.map(|((name, _), p)| (*name, p.as_str())).collect();
        let said = self.with(key, &named);
        let mut all: Vec<(String, Language)> = Vec::new();
        let mut put = |text: &str, language: Language| match all.last_mut() {
            Some((known, own)) if *own == language => known.push_str(text),
            _ if text.is_empty() => {}
            _ => all.push((text.to_owned(), language)),
        };
        for (index, part) in said.split(HERE).enumerate() {
            let put_in = args.get(part.parse().unwrap_or(usize::MAX));
            match put_in.filter(|_| index % 2 == 1) {
                Some((_, words)) => words.parts().for_each(|(text, own)| put(text, own)),
                None => put(part, self.language()),
            }
        }
        Marked { parts: all }
    }
}
