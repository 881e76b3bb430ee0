//! The table of comments, in memory.

use super::MemoryJournal;
use crate::comments::{Comment, CommentTable};
use crate::error::StoreError;
use riktning_domain::ids::{PersonId, PlanId};
use std::collections::BTreeSet;
use uuid::Uuid;

impl MemoryJournal {
    /// The comments for which something holds, the earliest first.
    fn comments_that(&self, holds: impl Fn(&Comment) -> bool) -> Vec<Comment> {
        let comments = self.comments.values().filter(|comment| holds(comment));
        let mut comments: Vec<_> = comments.cloned().collect();
        comments.sort_by_key(|comment| (comment.at, comment.id));
        comments
    }

    /// Nothing waits any longer for somebody who is erased.
    pub(super) fn forget_mentions(&mut self, person: PersonId) {
        for comment in self.comments.values_mut() {
            comment.mentions.retain(|mention| mention.person != person);
        }
    }
}

impl CommentTable for MemoryJournal {
    fn comments(&self, plan: PlanId) -> Result<Vec<Comment>, StoreError> {
        Ok(self.comments_that(|comment| comment.on.plan == plan))
    }

    fn commented_plans(&self) -> Result<Vec<PlanId>, StoreError> {
        let plans = self.comments.values().map(|comment| comment.on.plan);
        let plans: BTreeSet<PlanId> = plans.collect();
        Ok(plans.into_iter().collect())
    }

    fn mentioned(&self, person: PersonId) -> Result<Vec<Comment>, StoreError> {
        Ok(self.comments_that(|comment| {
            let mut mentions = comment.mentions.iter();
            mentions.any(|mention| mention.person == person && mention.done.is_none())
        }))
    }

    fn keep_comments(&mut self, by: PersonId, comments: &[Comment]) -> Result<bool, StoreError> {
        if !self.people.contains_key(&by) {
            return Ok(false);
        }
        for comment in comments {
            let mut comment = comment.clone();
            comment.mentions.sort_by_key(|mention| mention.person);
            self.comments.insert(comment.id, comment);
        }
        Ok(true)
    }

    fn erase_comments(&mut self, ids: &[Uuid]) -> Result<usize, StoreError> {
        let there = self.comments.len();
        self.comments.retain(|id, _| !ids.contains(id));
        Ok(there - self.comments.len())
    }
}
