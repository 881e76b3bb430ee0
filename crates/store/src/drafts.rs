//! What somebody is typing: rows, never events. Nobody else reads them, and none is kept for long.

use crate::error::StoreError;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use uuid::Uuid;

/// What stands in a form that has not been sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Who types.
    pub person: PersonId,
    /// The address of the form.
    pub form: String,
    /// The form as it was shown: each time it is shown it has another.
    pub key: Uuid,
    /// What the form is called.
    pub heading: String,
    /// Its fields, as `application/x-www-form-urlencoded`.
    pub fields: String,
    /// When it was typed, to the microsecond.
    pub at: Timestamp,
}

/// The table of drafts.
pub trait DraftTable {
    /// Keeps a draft instead of what the person had in that form; whether it was kept. A form that
    /// was sent is done: what comes of it later is too late, and is not kept. Nor is what nobody
    /// types who is no longer here.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn keep_draft(&mut self, draft: &Draft) -> Result<bool, StoreError>;

    /// The drafts of a person, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn drafts(&self, person: PersonId) -> Result<Vec<Draft>, StoreError>;

    /// Blanks what a person had in a form, whoever shows it.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn throw_draft(&mut self, person: PersonId, form: &str) -> Result<(), StoreError>;

    /// A form was sent, under the keys that it was shown with, the last one first: nothing more is
    /// kept of it. What was typed in the same form somewhere else stands.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn end_draft(
        &mut self,
        person: PersonId,
        form: &str,
        keys: &[Uuid],
        at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Erases the drafts that were typed before a moment; how many there were.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn erase_drafts(&mut self, before: Timestamp) -> Result<usize, StoreError>;
}
