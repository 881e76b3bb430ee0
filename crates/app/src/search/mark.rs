//! A text with the words that were found in it marked.

use riktning_words::Language;
use riktning_words::search::words_and_numbers;
use std::collections::BTreeSet;

/// How many characters of a long text are shown around what was found.
const WINDOW: usize = 170;

/// A text in runs, each with whether it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The runs, in order.
    pub runs: Vec<(String, bool)>,
    /// The language of the text.
    pub language: Language,
}

impl Marked {
    /// Whether anything is marked.
    pub fn is_marked(&self) -> bool {
        self.runs.iter().any(|(_, found)| *found)
    }
}

/// The whole text with what was found marked.
pub fn mark(text: &str, language: Language, found: &BTreeSet<String>) -> Marked {
    let mut runs: Vec<(String, bool)> = Vec::new();
    let mut done = 0;
    for standing in words_and_numbers(text) {
        // A number stands before its parts, and takes them with it.
        if standing.from >= done && found.contains(&standing.word) {
            if done < standing.from {
                runs.push((text[done..standing.from].to_owned(), false));
            }
            runs.push((text[standing.from..standing.to].to_owned(), true));
            done = standing.to;
        }
    }
    if done < text.len() {
        runs.push((text[done..].to_owned(), false));
    }
    Marked { runs, language }
}

/// The part of a text around the first word that was found; nothing if none was.
pub fn extract(text: &str, language: Language, found: &BTreeSet<String>) -> Option<Marked> {
    let standing = words_and_numbers(text);
    let first = standing.iter().find(|s| found.contains(&s.word))?;
    let before = |at: usize| text[..at].chars().count();
    let whole = before(text.len());
    // A third of the window before what was found, from the beginning of a word.
    let wanted = before(first.from).saturating_sub(WINDOW / 3);
    let from = match whole <= WINDOW || wanted == 0 {
        true => 0,
        false => standing
            .iter()
            .find(|s| before(s.from) >= wanted)
            .map_or(0, |s| s.from),
    };
    let rest = &text[from..];
    let long = rest.chars().count() > WINDOW;
    let to = match long {
        false => text.len(),
        true => {
            let last = standing.iter().rev();
            let mut last = last.filter(|s| before(s.to) <= before(from) + WINDOW);
            last.find(|s| s.to >= first.to).map_or(first.to, |s| s.to)
        }
    };
    let mut marked = mark(&text[from..to], language, found);
    if from > 0 {
        marked.runs.insert(0, ("… ".to_owned(), false));
    }
    if to < text.len() && long {
        marked.runs.push((" …".to_owned(), false));
    }
    Some(marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found() -> BTreeSet<String> {
        ["betygen".to_owned()].into()
    }

    #[test]
    fn what_was_found_is_marked_and_nothing_is_lost() {
        let marked = mark("Betygen, alla betyg.", Language::Sv, &found());
        let runs: Vec<_> = marked.runs.iter().map(|(t, f)| (t.as_str(), *f)).collect();
        assert_eq!(runs, [("Betygen", true), (", alla betyg.", false)]);
    }

    #[test]
    fn a_long_text_is_cut_at_words_around_what_was_found() {
        let long = format!(
            "{}betygen {}",
            "ett ord ".repeat(60),
            "till slut ".repeat(60)
        );
        let marked = extract(&long, Language::Sv, &found()).unwrap();
        let text: String = marked.runs.iter().map(|(t, _)| t.as_str()).collect();
        assert!(text.starts_with("… ") && text.ends_with(" …"), "{text}");
        assert!(text.chars().count() <= WINDOW + 4 && marked.is_marked());
        assert_eq!(extract("inget här", Language::Sv, &found()), None);
        let short = extract("Höj betygen nu", Language::Sv, &found()).unwrap();
        assert_eq!(short.runs.len(), 3);
    }
}
