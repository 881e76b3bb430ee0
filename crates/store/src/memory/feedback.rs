//! The table of answers, in memory.

use super::MemoryJournal;
use crate::error::StoreError;
use crate::feedback::{Answer, Erase, FeedbackTable};
use jiff::Timestamp;
use uuid::Uuid;

impl FeedbackTable for MemoryJournal {
    fn answer(&mut self, answer: &Answer) -> Result<(), StoreError> {
        self.answers.insert(answer.id, answer.clone());
        Ok(())
    }

    fn comment(
        &mut self,
        id: Uuid,
        comment: &str,
        not_before: Timestamp,
    ) -> Result<bool, StoreError> {
        let answer = self.answers.get_mut(&id);
        let open = answer.filter(|a| a.comment.is_none() && a.at >= not_before);
        Ok(open.map(|a| a.comment = Some(comment.to_owned())).is_some())
    }

    fn answered(&self, id: Uuid) -> Result<Option<Answer>, StoreError> {
        Ok(self.answers.get(&id).cloned())
    }

    fn answers(&self) -> Result<Vec<Answer>, StoreError> {
        let mut answers: Vec<_> = self.answers.values().cloned().collect();
        answers.sort_by_key(|a| (a.at, a.id));
        Ok(answers)
    }

    fn erase(&mut self, which: Erase) -> Result<usize, StoreError> {
        let before = self.answers.len();
        self.answers.retain(|id, answer| match which {
            Erase::One(one) => *id != one,
            Erase::Before(at) => answer.at >= at,
        });
        Ok(before - self.answers.len())
    }
}
