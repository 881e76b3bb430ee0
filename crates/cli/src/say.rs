//! Messages, in the reader's language.

use crate::options::LanguageOption;
use riktning_words::{Language, Words};
use std::io::Write;

/// The words to speak with: those asked for, else those of the terminal, else English.
pub(crate) fn words(asked: Option<LanguageOption>) -> Words {
    let language = asked.map_or_else(of_the_terminal, |asked| match asked {
        LanguageOption::Sv => Language::Sv,
        LanguageOption::En => Language::En,
        LanguageOption::Fi => Language::Fi,
    });
    Words::of(language)
}

fn of_the_terminal() -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match named.as_deref().and_then(|value| value.get(..2)) {
        Some("sv") => Language::Sv,
        Some("fi") => Language::Fi,
        _ => Language::En,
    }
}

/// An error with its causes, each said once.
pub(crate) fn in_one_sentence(error: &anyhow::Error) -> String {
    let mut said = String::new();
    for cause in error.chain().map(ToString::to_string) {
        if said.is_empty() {
            said = cause;
        } else if !said.contains(&cause) {
            said = format!("{said}: {cause}");
        }
    }
    said
}

/// Says a line to whoever reads it. A reader who has gone away, as `head` does, is no fault.
pub(crate) fn line(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}
