//! Comments on what is written and not decided: rows, never events. They are working material, and
//! are erased when their matter closes (`DESIGN.md` §2).

use crate::error::StoreError;
use jiff::Timestamp;
use riktning_domain::comments::CommentOn;
use riktning_domain::ids::{PersonId, PlanId};
use uuid::Uuid;

/// A comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Which.
    pub id: Uuid,
    /// What it is about, and for whom it was written.
    pub on: CommentOn,
    /// Who wrote it.
    pub author: PersonId,
    /// When.
    pub at: Timestamp,
    /// What it says: whom it mentions stands in it by `@` and their id, never by a name.
    pub text: String,
    /// The comment that it answers.
    pub answers: Option<Uuid>,
    /// When its author changed it last.
    pub changed: Option<Timestamp>,
    /// Who said that it is dealt with, and when.
    pub resolved: Option<(PersonId, Timestamp)>,
    /// Whom it mentions, by person.
    pub mentions: Vec<Mention>,
}

/// Somebody whom a comment mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Whom.
    pub person: PersonId,
    /// When they had answered, or had nothing more to do with it; none while it waits for them.
    pub done: Option<Timestamp>,
}

/// The table of comments.
pub trait CommentTable {
    /// The comments on a plan and on its rows, the earliest first.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn comments(&self, plan: PlanId) -> Result<Vec<Comment>, StoreError>;

    /// The plans that have comments.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn commented_plans(&self) -> Result<Vec<PlanId>, StoreError>;

    /// The comments in which a mention waits for somebody, the earliest first.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn mentioned(&self, person: PersonId) -> Result<Vec<Comment>, StoreError>;

    /// Keeps comments as they are now, all or none, instead of what was kept under the same ids;
    /// whether they were kept: not when whoever keeps them is no longer here.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn keep_comments(&mut self, by: PersonId, comments: &[Comment]) -> Result<bool, StoreError>;

    /// Erases comments, so that nothing of them is left in the file; how many there were.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn erase_comments(&mut self, ids: &[Uuid]) -> Result<usize, StoreError>;
}
