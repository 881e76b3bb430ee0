//! Messages, in the reader's language.

use crate::options::LanguageOption;
use riktning_domain::texts::is_invisible;
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

/// Says a line to whoever reads it. A reader who has gone away, as `head` does, is no fault.
pub(crate) fn line(text: &str) {
    let _ = writeln!(std::io::stdout(), "{}", plain(text));
}

/// Writes a file to whoever reads it: in it a line break is one, and other characters that would
/// move the cursor of a terminal are still shown as what they are.
pub(crate) fn file(text: &str) {
    let is_line = |c: char| matches!(c, '\r' | '\n');
    let mut out = String::with_capacity(text.len());
    for part in text.split_inclusive(is_line) {
        let end = part.trim_end_matches(is_line).len();
        let (words, line_end) = part.split_at(end);
        out.push_str(&plain(words));
        out.push_str(line_end);
    }
    let _ = std::io::stdout().write_all(out.as_bytes());
}

/// Says a line of what is wrong. Where it cannot be written, the exit status tells.
pub(crate) fn fault(text: &str) {
    let _ = writeln!(std::io::stderr(), "{}", plain(text));
}

/// Says the one sentence that a command ends with when it did not do what was asked.
pub(crate) fn error(sentence: &str) {
    fault(&format!("riktning: {sentence}"));
}

/// A text in characters that can be seen. Names of files and what stands in them come from
/// others, and must not move the cursor of a terminal or begin a line of their own.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_invisible(c) {
            plain.extend(c.escape_unicode());
        } else {
            plain.push(c);
        }
    }
    plain
}
