//! The table of drafts, in memory.

use super::MemoryJournal;
use crate::drafts::{Draft, DraftTable};
use crate::error::StoreError;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use uuid::Uuid;

impl DraftTable for MemoryJournal {
    fn keep_draft(&mut self, draft: &Draft) -> Result<bool, StoreError> {
        let place = (draft.person, draft.form.clone());
        let is_sent = self.sent.get(&place) == Some(&draft.key);
        if is_sent || !self.people.contains_key(&draft.person) {
            return Ok(false);
        }
        self.sent.remove(&place);
        self.drafts.insert(place, draft.clone());
        Ok(true)
    }

    fn drafts(&self, person: PersonId) -> Result<Vec<Draft>, StoreError> {
        let drafts = self.drafts.values().filter(|draft| draft.person == person);
        let mut drafts: Vec<_> = drafts.cloned().collect();
        drafts.sort_by(|a, b| (b.at, &b.form).cmp(&(a.at, &a.form)));
        Ok(drafts)
    }

    fn throw_draft(&mut self, person: PersonId, form: &str) -> Result<(), StoreError> {
        self.drafts.remove(&(person, form.to_owned()));
        Ok(())
    }

    fn end_draft(
        &mut self,
        person: PersonId,
        form: &str,
        keys: &[Uuid],
        _at: Timestamp,
    ) -> Result<(), StoreError> {
        let place = (person, form.to_owned());
        let others = self.drafts.get(&place);
        if others.is_some_and(|draft| !keys.contains(&draft.key)) {
            return Ok(());
        }
        self.drafts.remove(&place);
        if let Some(sent) = keys.first() {
            self.sent.insert(place, *sent);
        }
        Ok(())
    }

    fn erase_drafts(&mut self, before: Timestamp) -> Result<usize, StoreError> {
        let there = self.drafts.len();
        self.drafts.retain(|_, draft| draft.at >= before);
        Ok(there - self.drafts.len())
    }
}
