//! The table of answers, in memory.

use super::MemoryJournal;
use crate::error::StoreError;
use crate::feedback::{Answer, FeedbackTable};
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

    fn note(
        &mut self,
        id: Uuid,
        before: Option<&str>,
        note: Option<&str>,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        let answer = self.answers.get_mut(&id);
        let said = |a: &Answer| a.note.as_ref().map(|(said, _)| said.as_str()) == before;
        let as_seen = answer.filter(|a| said(a));
        Ok(as_seen
            .map(|a| a.note = note.map(|note| (note.to_owned(), at)))
            .is_some())
    }

    fn erase(&mut self, ids: &[Uuid]) -> Result<usize, StoreError> {
        let before = self.answers.len();
        self.answers.retain(|id, _| !ids.contains(id));
        Ok(before - self.answers.len())
    }
}
