//! What somebody typed in the search field, as words.

use riktning_domain::texts::is_invisible;
use riktning_words::search::{self, before_tail, plain, stem, words};
use riktning_words::{Language, Words};
use std::collections::BTreeSet;

/// The most characters that are searched for.
pub const LONGEST: usize = 100;

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadQuery {
    /// More than [`LONGEST`] characters.
    TooLong,
    /// A character that no keyboard writes.
    Control,
    /// Neither a letter nor a digit.
    NoWords,
}

/// What is searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    typed: String,
    terms: Vec<String>,
}

impl Query {
    /// Reads what was typed; nothing where nothing was. What comes along when something is
    /// pasted and nobody sees is left out, and white space is one space.
    ///
    /// # Errors
    /// When it is too long, holds control characters, or no word.
    pub fn read(typed: &str) -> Result<Option<Query>, BadQuery> {
        if typed.chars().count() > LONGEST {
            return Err(BadQuery::TooLong);
        }
        if typed.chars().any(|c| c.is_control() && !c.is_whitespace()) {
            return Err(BadQuery::Control);
        }
        let seen: String = typed.chars().filter(|c| !is_invisible(*c)).collect();
        let typed = seen.split_whitespace().collect::<Vec<_>>().join(" ");
        if typed.is_empty() {
            return Ok(None);
        }
        let mut terms: Vec<String> = Vec::new();
        for term in search::terms(&typed) {
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        if terms.is_empty() {
            return Err(BadQuery::NoWords);
        }
        let small = small_words();
        if terms.iter().any(|term| !small.contains(term)) {
            terms.retain(|term| !small.contains(term));
        }
        Ok(Some(Query { typed, terms }))
    }

    /// What was typed, as it is shown again.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The words that are searched for.
    pub fn terms(&self) -> &[String] {
        &self.terms
    }

    /// Whether every word of the query is in a text that is in no index: the names of pages.
    pub fn finds(&self, text: &str, language: Language) -> bool {
        let there: Vec<_> = words(text).into_iter().map(|s| s.word).collect();
        let finds = |term: &String| {
            let stemmed = stem(term, language);
            there.iter().any(|word| {
                let begins = term.chars().count() > 2 && word.starts_with(term.as_str());
                let same = stem(word, language) == stemmed;
                let ends = language == Language::Sv && before_tail(word, term).is_some();
                same || begins || ends || plain(word) == *term
            })
        };
        self.terms.iter().all(finds)
    }

    /// The query with another word in place of one.
    pub(crate) fn instead(&self, term: &str, other: &str) -> String {
        let mut instead = String::new();
        let mut done = 0;
        for standing in words(&self.typed) {
            if standing.word == term {
                instead.push_str(&self.typed[done..standing.from]);
                instead.push_str(other);
                done = standing.to;
            }
        }
        instead.push_str(&self.typed[done..]);
        instead
    }
}

/// Words that are in every text and tell nothing: *och*, *the*.
fn small_words() -> BTreeSet<String> {
    let of = |language| Words::of(language).text("search-small-words");
    let lists = Language::ALL.map(of);
    let words = lists.iter().flat_map(|list| list.split_whitespace());
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(typed: &str) -> Vec<String> {
        Query::read(typed).unwrap().unwrap().terms
    }

    #[test]
    fn what_was_typed_is_its_words() {
        assert_eq!(
            terms("Barn- och utbildningsnämnden"),
            ["barn", "utbildningsnämnden"]
        );
        assert_eq!(terms("  betyg\tbetyg\n"), ["betyg"]);
        assert_eq!(
            terms("och"),
            ["och"],
            "small words are searched for when alone"
        );
        assert_eq!(Query::read(" \u{200b} "), Ok(None));
        let pasted = Query::read("\u{202e}be\u{ad}tyg <script>")
            .unwrap()
            .unwrap();
        assert_eq!(pasted.typed(), "betyg <script>");
    }

    #[test]
    fn what_cannot_be_searched_for_is_told() {
        assert_eq!(Query::read(&"a".repeat(101)), Err(BadQuery::TooLong));
        assert!(Query::read(&"å".repeat(100)).is_ok());
        assert_eq!(Query::read("bet\0yg"), Err(BadQuery::Control));
        assert_eq!(Query::read("\u{1b}[31m"), Err(BadQuery::Control));
        assert_eq!(Query::read("?! …"), Err(BadQuery::NoWords));
    }

    #[test]
    fn a_page_is_found_by_its_name() {
        let finds = |typed: &str, text: &str| {
            let query = Query::read(typed).unwrap().unwrap();
            query.finds(text, Language::Sv)
        };
        assert!(finds("processerna", "Processer"));
        assert!(finds("målgr", "Målgrupper"));
        assert!(finds("malgrupper", "Målgrupper"));
        assert!(finds("grupper", "Målgrupper"));
        assert!(!finds("mål", "Kontakt") && !finds("å", "Årsplan"));
    }

    #[test]
    fn another_word_can_be_put_in_place_of_one() {
        let query = Query::read("beytg i Skolan").unwrap().unwrap();
        assert_eq!(query.instead("beytg", "betyg"), "betyg i Skolan");
    }
}
