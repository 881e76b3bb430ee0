//! Sentences that hold a word of another language: the word is marked, so that a screen reader
//! says it right. An attribute and the title of a drawing can hold no mark: there it is not put.

use super::speech::{Said, Speech};
use askama::filters::HtmlSafe;
use riktning_words::Marked;
use std::fmt;

/// A sentence as markup.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spoken {
    parts: Vec<Said>,
}

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.iter().try_for_each(|said| said.fmt(f))
    }
}

impl HtmlSafe for Spoken {}

impl Spoken {
    /// The text alone, for a feed.
    pub(crate) fn plain(&self) -> String {
        self.parts.iter().map(Said::plain).collect()
    }

    /// Whether some of it is in another language than the page.
    pub(crate) fn is_mixed(&self) -> bool {
        self.parts.iter().any(Said::is_foreign)
    }

    /// Several, with something of the page's own between those that say anything.
    pub(crate) fn joined(all: impl IntoIterator<Item = Spoken>, between: &str) -> Spoken {
        let mut parts = Vec::new();
        for one in all.into_iter().filter(|one| !one.plain().is_empty()) {
            if !parts.is_empty() {
                parts.push(Said::own(between.to_owned()));
            }
            parts.extend(one.parts);
        }
        Spoken { parts }
    }

    /// After something of the page's own.
    pub(crate) fn after(mut self, own: String) -> Spoken {
        self.parts.insert(0, Said::own(own));
        self
    }
}

impl From<String> for Spoken {
    fn from(own: String) -> Spoken {
        let parts = vec![Said::own(own)];
        Spoken { parts }
    }
}

impl From<Said> for Spoken {
    fn from(said: Said) -> Spoken {
        Spoken { parts: vec![said] }
    }
}

impl Speech {
    /// A sentence whose parts have their languages.
    pub(crate) fn spoken(&self, sentence: &Marked) -> Spoken {
        let own = self.words.language();
        let parts = sentence.parts();
        let parts = parts.map(|(text, language)| Said::part(text, language, own));
        Spoken {
            parts: parts.collect(),
        }
    }

    /// The text of a key with one word put in that keeps the language that it is in.
    pub(crate) fn m1(&self, key: &str, name: &str, said: &Said) -> Spoken {
        let said = said.marked(self.words.language());
        self.spoken(&self.words.marked(key, &[(name, &said)]))
    }
}
