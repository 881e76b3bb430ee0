//! "Did this page help you?": what residents answer, and what they add in words.
//!
//! An answer is a row, not a command: it changes nothing in the governance of the town, is
//! nobody's decision, and is erased when it has been read.

use crate::app::{App, Unperformed};
use jiff::civil::Date;
use jiff::{Span, Timestamp, ToSpan};
use riktning_domain::command::Command;
use riktning_domain::ids::ErasureId;
use riktning_domain::permissions::User;
use riktning_domain::site::answers::{EraseAnswers, ErasedOfPage};
use riktning_domain::{Refusal, Text};
use riktning_store::Answer;
use std::collections::BTreeMap;
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
            note: None,
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

    /// What there is of what is to be erased.
    ///
    /// # Errors
    /// [`Unperformed`] if the store could not be asked.
    pub async fn to_erase(&self, which: &ToErase) -> Result<Chosen, Unperformed> {
        Ok(Chosen::of(&self.those(which).await?))
    }

    async fn those(&self, which: &ToErase) -> Result<Vec<Answer>, Unperformed> {
        let mut answers = self.rows(|store| store.answers()).await?;
        answers.retain(|answer| which.holds(answer));
        Ok(answers)
    }

    /// Says at the command line what was changed because of an answer, whatever was said before.
    /// Whether there is such an answer.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be kept.
    pub async fn say_of_answer(&self, id: Uuid, said: &str) -> Result<bool, Unperformed> {
        let (said, at) = (cleaned(said), self.instant());
        self.rows(move |store| {
            let Some(answer) = store.answered(id)? else {
                return Ok(false);
            };
            let before = answer.note.map(|(before, _)| before);
            let said = Some(said.as_str()).filter(|said| !said.is_empty());
            store.note(id, before.as_deref(), said, at)
        })
        .await
    }

    /// Erases answers under a decision on disposal, which is recorded first with what is erased by
    /// page and number: should the machine stop in between, they are there still and are erased
    /// under the same decision again. How many there were; nothing is recorded where there are none.
    /// Whoever has seen them says which they were, and then no other is erased.
    ///
    /// # Errors
    /// [`NotErased`]; then nothing was erased.
    pub async fn erase_answers(
        &self,
        user: User,
        which: &ToErase,
        disposal: Disposal,
        seen: Option<Uuid>,
    ) -> Result<usize, NotErased> {
        let answers = self.those(which).await?;
        if answers.is_empty() {
            return Ok(0);
        }
        if seen.is_some_and(|seen| seen != Chosen::of(&answers).seen) {
            return Err(NotErased::Changed);
        }
        let command = Command::EraseAnswers(EraseAnswers {
            erasure: disposal.of(&answers),
            decision: disposal.decision,
            decided: disposal.decided,
            case_number: disposal.case_number,
            erased: counted(answers.iter()),
        });
        match self.perform(user, command).await {
            Ok(_) => {}
            Err(Unperformed::Refused { refusal, .. }) => return Err(NotErased::Refused(refusal)),
            Err(error) => return Err(NotErased::Unperformed(error)),
        }
        let ids: Vec<Uuid> = answers.iter().map(|answer| answer.id).collect();
        Ok(self.rows(move |store| store.erase(&ids)).await?)
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

/// Which answers are to be erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToErase {
    /// One.
    One(Uuid),
    /// Every answer before an instant.
    Before(Timestamp),
    /// Every answer about a page, by its Swedish address without a day.
    Page(String),
}

impl ToErase {
    fn holds(&self, answer: &Answer) -> bool {
        match self {
            ToErase::One(id) => answer.id == *id,
            ToErase::Before(at) => answer.at < *at,
            ToErase::Page(page) => in_swedish(&answer.page) == *page,
        }
    }
}

/// Answers that were chosen to be erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// These very answers with these words: another one, or a word more, has another.
    pub seen: Uuid,
    /// How many, page by page.
    pub pages: Vec<ErasedOfPage>,
}

impl Chosen {
    fn of(answers: &[Answer]) -> Chosen {
        let each = answers.iter().map(|answer| (answer.id, &answer.comment));
        let all = format!("{:?}", each.collect::<Vec<_>>());
        Chosen {
            seen: Uuid::new_v5(&Uuid::NAMESPACE_OID, all.as_bytes()),
            pages: counted(answers.iter()),
        }
    }

    /// How many answers there are, and how many of them have words.
    pub fn how_many(&self) -> (usize, usize) {
        let sum = |of: fn(&ErasedOfPage) -> u32| {
            let all = self.pages.iter().map(|page| of(page) as usize);
            all.sum::<usize>()
        };
        (sum(|page| page.answers), sum(|page| page.comments))
    }
}

/// The decision on disposal (*gallringsbeslut*) under which answers are erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disposal {
    /// What it is called.
    pub decision: Text,
    /// Its day.
    pub decided: Date,
    /// Its case number.
    pub case_number: Text,
}

impl Disposal {
    /// The time that these very answers are erased under it: should the machine stop before they
    /// are gone, they are erased under the same event when somebody asks again.
    fn of(&self, answers: &[Answer]) -> ErasureId {
        let under = (&self.decision, self.decided, &self.case_number);
        let ids: Vec<Uuid> = answers.iter().map(|answer| answer.id).collect();
        let all = format!("{under:?} {ids:?}");
        ErasureId(Uuid::new_v5(&Uuid::NAMESPACE_OID, all.as_bytes()))
    }
}

/// Why nothing was erased.
#[derive(Debug, thiserror::Error)]
pub enum NotErased {
    /// A rule or a permission said no.
    #[error("refused")]
    Refused(Refusal),
    /// There are others than those that were seen.
    #[error("others than those that were seen")]
    Changed,
    /// The store could not take it.
    #[error(transparent)]
    Unperformed(#[from] Unperformed),
}

/// How many answers there are of each page, and how many of them have words.
fn counted<'a>(answers: impl Iterator<Item = &'a Answer>) -> Vec<ErasedOfPage> {
    let mut pages: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for answer in answers {
        let (all, words) = pages.entry(in_swedish(&answer.page)).or_default();
        *all += 1;
        *words += u32::from(answer.comment.is_some());
    }
    let pages = pages
        .into_iter()
        .map(|(page, (answers, comments))| ErasedOfPage {
            page: Text::new(page),
            answers,
            comments,
        });
    pages.collect()
}

/// The Swedish address of a page without the day that it was read as of.
pub(crate) fn in_swedish(page: &str) -> String {
    let path = page.split(['?', '#']).next().unwrap_or_default();
    let other = ["/en", "/fi"];
    let mut below = other.iter().filter_map(|prefix| path.strip_prefix(prefix));
    let path = below
        .find(|below| below.is_empty() || below.starts_with('/'))
        .unwrap_or(path);
    match path {
        "" => "/".to_owned(),
        path => path.to_owned(),
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
    fn a_page_is_the_same_in_every_language_and_on_every_day() {
        for (page, path) in [
            ("/", "/"),
            ("/en", "/"),
            ("/fi/", "/"),
            ("/fi/vision?per=2018-01-01", "/vision"),
            ("/english", "/english"),
        ] {
            assert_eq!(in_swedish(page), path, "{page}");
        }
    }

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
