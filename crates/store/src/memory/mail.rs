//! The tables of mailboxes, of cursors and of the outbox, in memory.

use super::MemoryJournal;
use crate::error::StoreError;
use crate::mail::{Followed, Letter, LetterKind, LetterStanding, MailTable, Mailbox, News, Tiding};
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What is kept of mail.
#[derive(Clone, Debug, Default)]
pub(super) struct Mail {
    boxes: BTreeMap<PersonId, Mailbox>,
    cursors: BTreeMap<String, u64>,
    letters: BTreeMap<Uuid, Letter>,
    /// Each with the letter in which it is told.
    tidings: BTreeMap<Uuid, (Uuid, Tiding)>,
}

impl Mail {
    /// Takes away all that is a person's.
    pub(super) fn forget(&mut self, person: PersonId) -> bool {
        let letters = &mut self.letters;
        letters.retain(|_, letter| letter.person != person);
        self.tidings
            .retain(|_, (letter, _)| letters.contains_key(letter));
        self.boxes.remove(&person).is_some()
    }

    pub(super) fn take(&mut self, news: &News) {
        if self.tidings.contains_key(&news.tiding.id) || !self.boxes.contains_key(&news.person) {
            return;
        }
        let open = |letter: &&Letter| {
            letter.person == news.person
                && letter.kind == LetterKind::Digest
                && letter.standing == LetterStanding::Waiting
                && letter.tries == 0
        };
        let open = self.letters.values().find(open).map(|letter| letter.id);
        let open = open.filter(|_| news.kind == LetterKind::Digest);
        let letter = open.unwrap_or_else(|| {
            let begun = news.begun();
            let id = begun.id;
            self.letters.insert(id, begun);
            id
        });
        let tiding = (letter, news.tiding.clone());
        self.tidings.insert(news.tiding.id, tiding);
    }
}

impl MailTable for MemoryJournal {
    fn mailboxes(&self) -> Result<Vec<Mailbox>, StoreError> {
        Ok(self.mail.boxes.values().cloned().collect())
    }

    fn mailbox(&self, person: PersonId) -> Result<Option<Mailbox>, StoreError> {
        Ok(self.mail.boxes.get(&person).cloned())
    }

    fn keep_mailbox(&mut self, mailbox: &Mailbox) -> Result<bool, StoreError> {
        let is_here = self.people.contains_key(&mailbox.person);
        if is_here {
            let boxes = &mut self.mail.boxes;
            boxes.insert(mailbox.person, mailbox.clone());
        }
        Ok(is_here)
    }

    fn erase_mailbox(&mut self, person: PersonId) -> Result<bool, StoreError> {
        Ok(self.mail.forget(person))
    }

    fn cursor(&self, follower: &str) -> Result<Option<u64>, StoreError> {
        Ok(self.mail.cursors.get(follower).copied())
    }

    fn tell(&mut self, news: &[News], followed: Option<Followed<'_>>) -> Result<bool, StoreError> {
        if let Some(followed) = followed {
            if self.cursor(followed.follower)? != followed.from {
                return Ok(false);
            }
            let cursors = &mut self.mail.cursors;
            cursors.insert(followed.follower.to_owned(), followed.to);
        }
        news.iter().for_each(|news| self.mail.take(news));
        Ok(true)
    }

    fn letters(&self) -> Result<Vec<Letter>, StoreError> {
        let mut letters: Vec<_> = self.mail.letters.values().cloned().collect();
        letters.sort_by_key(|letter| (letter.made, letter.id));
        Ok(letters)
    }

    fn waits(&self, person: PersonId, kind: LetterKind) -> Result<bool, StoreError> {
        let waits = |letter: &Letter| {
            (letter.person, letter.kind) == (person, kind)
                && letter.standing == LetterStanding::Waiting
        };
        Ok(self.mail.letters.values().any(waits))
    }

    fn due_letters(&self, by: Timestamp) -> Result<Vec<Letter>, StoreError> {
        let letters = self.mail.letters.values();
        let due = letters.filter(|l| l.standing == LetterStanding::Waiting && l.due <= by);
        let mut due: Vec<_> = due.cloned().collect();
        due.sort_by_key(|letter| (letter.due, letter.id));
        Ok(due)
    }

    fn letter(&self, id: Uuid) -> Result<Option<Letter>, StoreError> {
        Ok(self.mail.letters.get(&id).cloned())
    }

    fn tidings(&self, letter: Uuid) -> Result<Vec<Tiding>, StoreError> {
        let tidings = self.mail.tidings.values();
        let tidings = tidings.filter(|(own, _)| *own == letter);
        let mut tidings: Vec<_> = tidings.map(|(_, tiding)| tiding.clone()).collect();
        tidings.sort_by_key(|tiding| (tiding.at, tiding.id));
        Ok(tidings)
    }

    fn keep_letter(&mut self, letter: &Letter) -> Result<bool, StoreError> {
        let own = self.mail.letters.get_mut(&letter.id);
        Ok(own.map(|own| own.clone_from(letter)).is_some())
    }

    fn erase_letters(&mut self, letters: &[Uuid]) -> Result<(), StoreError> {
        self.mail.letters.retain(|id, _| !letters.contains(id));
        let tidings = &mut self.mail.tidings;
        tidings.retain(|_, (letter, _)| !letters.contains(letter));
        Ok(())
    }
}
