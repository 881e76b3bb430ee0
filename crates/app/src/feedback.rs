//! "Did this page help you?": what residents answer, and what they add in words.
//!
//! An answer is a row, not a command: it changes nothing in the governance of the town, is
//! nobody's decision, and is erased when it has been read.

use crate::app::{App, Unperformed};
use jiff::{Span, ToSpan};
use riktning_store::{Answer, Erase};
use uuid::Uuid;

/// The most characters of a comment.
pub const MOST_CHARACTERS: usize = 2_000;

/// How long after the answer a comment may be added, in minutes.
const MINUTES: i64 = 60;

/// What became of a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Commented {
    /// It was kept.
    Kept,
    /// Nothing was written in the box.
    Empty,
    /// It is longer than may be: how many characters it has.
    TooLong(usize),
    /// There is no such answer, or it has a comment, or more than an hour has passed.
    TooLate,
}

/// An answer, as the page that thanks for it knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The address of the page that it is about.
    pub page: String,
    /// Whether a comment may still be added.
    pub open: bool,
    /// Whether there is one.
    pub commented: bool,
}

impl App {
    /// Keeps an answer about a page and gives its id, which nobody can guess.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be kept.
    pub async fn answer(&self, page: String, helped: bool) -> Result<Uuid, Unperformed> {
        let answer = Answer {
            id: Uuid::new_v4(),
            at: self.instant(),
            page,
            helped,
            comment: None,
        };
        let id = answer.id;
        self.rows(move |store| store.answer(&answer)).await?;
        Ok(id)
    }

    /// Adds a comment to an answer, cleaned of what is no text.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be kept.
    pub async fn comment(&self, id: Uuid, typed: &str) -> Result<Commented, Unperformed> {
        let comment = cleaned(typed);
        let characters = comment.chars().count();
        if comment.is_empty() {
            return Ok(Commented::Empty);
        }
        if characters > MOST_CHARACTERS {
            return Ok(Commented::TooLong(characters));
        }
        let not_before = self.instant().saturating_sub(hour()).unwrap_or_default();
        let kept = self.rows(move |store| {
            if store.comment(id, &comment, not_before)? {
                return Ok(true);
            }
            // A double click sends it twice: what is there already is kept.
            let there = store.answered(id)?.and_then(|answer| answer.comment);
            Ok(there == Some(comment))
        });
        Ok(if kept.await? {
            Commented::Kept
        } else {
            Commented::TooLate
        })
    }

    /// Erases answers; how many there were.
    ///
    /// # Errors
    /// [`Unperformed`] if nothing could be written.
    pub async fn erase_answers(&self, which: Erase) -> Result<usize, Unperformed> {
        self.rows(move |store| store.erase(which)).await
    }

    /// An answer by its id.
    ///
    /// # Errors
    /// [`Unperformed`] if the store could not be asked.
    pub async fn answered(&self, id: Uuid) -> Result<Option<Answered>, Unperformed> {
        let answer = self.rows(move |store| store.answered(id)).await?;
        let not_before = self.instant().saturating_sub(hour()).unwrap_or_default();
        Ok(answer.map(|answer| Answered {
            open: answer.comment.is_none() && answer.at >= not_before,
            commented: answer.comment.is_some(),
            page: answer.page,
        }))
    }
}

fn hour() -> Span {
    MINUTES.minutes()
}

/// The text without control characters and without marks that turn the reading direction, which
/// would turn the lines around them in whatever shows the comment. Lines end with a line feed.
fn cleaned(typed: &str) -> String {
    let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
    let kept = lines.chars().filter(|c| {
        let turns = matches!(
            c,
            '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}' | '\u{feff}'
        );
        !turns && (!c.is_control() || matches!(c, '\n' | '\t'))
    });
    kept.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_text_and_nothing_else() {
        assert_eq!(
            cleaned("  Bra!\r\nMen \0tr\u{7}åkig\u{202e}t\u{200f}. "),
            "Bra!\nMen tråkigt."
        );
        assert_eq!(cleaned("\u{1b}[31m<script>"), "[31m<script>");
        assert_eq!(cleaned("\u{202e}\0 \r\n"), "");
    }
}
