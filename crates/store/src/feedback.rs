//! What residents answered when a page asked whether it helped. Rows, never events: nobody
//! asks ten years later who clicked "no", and what somebody wrote in a box must be erasable.
//! A journal that is exported, verified or restored knows nothing of them.

use crate::comments::CommentTable;
use crate::drafts::DraftTable;
use crate::error::StoreError;
use crate::factors::FactorTable;
use crate::feeds::FeedTable;
use crate::identities::IdentityTable;
use crate::journal::Journal;
use crate::links::LinkTable;
use crate::mail::MailTable;
use crate::passkeys::PasskeyTable;
use crate::people::PeopleTable;
use jiff::Timestamp;
use uuid::Uuid;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// A random id: whoever has it may add a comment within the hour.
    pub id: Uuid,
    /// When it was given.
    pub at: Timestamp,
    /// The address of the page, with its language and day.
    pub page: String,
    /// Whether the page helped.
    pub helped: bool,
    /// What they wrote, if they did.
    pub comment: Option<String>,
    /// What was changed because of it, in the words of whoever looks after the site, and when they
    /// said so.
    pub note: Option<(String, Timestamp)>,
}

/// The table of answers.
pub trait FeedbackTable {
    /// Keeps an answer. When this comes back it is durable.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn answer(&mut self, answer: &Answer) -> Result<(), StoreError>;

    /// Adds a comment to an answer that has none and is not older than `not_before`. Whether
    /// there was one.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn comment(
        &mut self,
        id: Uuid,
        comment: &str,
        not_before: Timestamp,
    ) -> Result<bool, StoreError>;

    /// An answer by its id.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn answered(&self, id: Uuid) -> Result<Option<Answer>, StoreError>;

    /// Every answer, the earliest first.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn answers(&self) -> Result<Vec<Answer>, StoreError>;

    /// Says what was changed because of an answer, instead of what was said before; nothing takes
    /// it back. Whether that is what had been said, and the answer was there.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn note(
        &mut self,
        id: Uuid,
        before: Option<&str>,
        note: Option<&str>,
        at: Timestamp,
    ) -> Result<bool, StoreError>;

    /// Erases answers with what was said of them, so that nothing of them is left in the file; how
    /// many there were.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn erase(&mut self, ids: &[Uuid]) -> Result<usize, StoreError>;
}

/// Everything that a group keeps: its journal, and the rows beside it.
pub trait Store:
    Journal
    + FeedbackTable
    + PeopleTable
    + FactorTable
    + IdentityTable
    + PasskeyTable
    + DraftTable
    + FeedTable
    + LinkTable
    + MailTable
    + CommentTable
{
}

impl<T> Store for T where
    T: Journal
        + FeedbackTable
        + PeopleTable
        + FactorTable
        + IdentityTable
        + PasskeyTable
        + DraftTable
        + FeedTable
        + LinkTable
        + MailTable
        + CommentTable
        + ?Sized
{
}
