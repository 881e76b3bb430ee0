//! The table of calendar addresses, in memory.

use super::MemoryJournal;
use crate::error::StoreError;
use crate::feeds::FeedTable;
use crate::row::Digest;
use riktning_domain::ids::PersonId;

impl FeedTable for MemoryJournal {
    fn feed(&self, digest: Digest) -> Result<Option<PersonId>, StoreError> {
        let mut feeds = self.feeds.iter();
        let feed = feeds.find(|(_, own)| **own == digest);
        Ok(feed.map(|(person, _)| *person))
    }

    fn has_feed(&self, person: PersonId) -> Result<bool, StoreError> {
        Ok(self.feeds.contains_key(&person))
    }

    fn keep_feed(&mut self, person: PersonId, digest: Option<Digest>) -> Result<bool, StoreError> {
        self.feeds.remove(&person);
        let is_there = self.people.contains_key(&person);
        if let Some(digest) = digest.filter(|_| is_there) {
            self.feeds.insert(person, digest);
        }
        Ok(is_there)
    }
}
