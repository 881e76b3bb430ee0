//! The tables of people and of sign-ins, in memory.

use super::MemoryJournal;
use crate::error::StoreError;
use crate::people::{EndLogins, Login, NewSecret, PeopleTable, Person, Secret};
use crate::row::Digest;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;

impl MemoryJournal {
    /// Ends every sign-in of a person but one, if one stays, and every link of theirs.
    pub(super) fn end_others(&mut self, person: PersonId, stays: Option<Digest>) {
        self.logins
            .retain(|digest, login| login.person != person || Some(*digest) == stays);
        self.forget_links(|link| link.person == person);
    }
}

impl PeopleTable for MemoryJournal {
    fn people(&self) -> Result<Vec<Person>, StoreError> {
        let mut people: Vec<_> = self.people.values().cloned().collect();
        people.sort_by(|a, b| a.login.cmp(&b.login));
        Ok(people)
    }

    fn keep_person(&mut self, person: &Person) -> Result<bool, StoreError> {
        let mut others = self.people.values().filter(|other| other.id != person.id);
        if others.any(|other| other.login == person.login) {
            return Ok(false);
        }
        self.people.insert(person.id, person.clone());
        Ok(true)
    }

    fn keep_secret(&mut self, new: &NewSecret) -> Result<bool, StoreError> {
        let person = new.person;
        let own = |login: &Login| login.person == person;
        let asks = |digest| self.logins.get(&digest).is_some_and(own);
        let asks = new.stays.is_none_or(asks);
        let row = self.people.get_mut(&person);
        let row = row.filter(|row| asks && new.was.as_ref().is_none_or(|was| *was == row.secret));
        let Some(row) = row else {
            return Ok(false);
        };
        row.secret = new.secret.clone();
        self.end_others(person, new.stays);
        self.barred.remove(&person);
        new.told.iter().for_each(|news| self.mail.take(news));
        Ok(true)
    }

    fn erase_person(&mut self, id: PersonId) -> Result<bool, StoreError> {
        self.logins.retain(|_, login| login.person != id);
        self.factors.remove(&id);
        self.taken.remove(&id);
        self.passkeys.retain(|_, row| row.person != id);
        self.taken_passkeys.remove(&id);
        self.feeds.remove(&id);
        self.forget_links(|link| link.person == id);
        self.identities.retain(|_, person| *person != id);
        self.barred.remove(&id);
        self.drafts.retain(|(person, _), _| *person != id);
        self.sent.retain(|(person, _), _| *person != id);
        self.mail.forget(id);
        self.forget_mentions(id);
        Ok(self.people.remove(&id).is_some())
    }

    fn logins(&self) -> Result<Vec<Login>, StoreError> {
        let mut logins: Vec<_> = self.logins.values().cloned().collect();
        logins.sort_by_key(|login| (login.begun, login.digest));
        Ok(logins)
    }

    fn keep_login(&mut self, login: &Login, proof: &str) -> Result<bool, StoreError> {
        let Some(person) = self.people.get_mut(&login.person) else {
            return Ok(false);
        };
        match &person.secret {
            Secret::Once(secret) if secret == proof => person.secret = Secret::None,
            Secret::Own(secret) if secret == proof => {}
            _ => return Ok(false),
        }
        self.logins.insert(login.digest, login.clone());
        Ok(true)
    }

    fn note_login(&mut self, digest: Digest, seen: Timestamp) -> Result<(), StoreError> {
        if let Some(login) = self.logins.get_mut(&digest) {
            login.seen = seen;
        }
        Ok(())
    }

    fn end_logins(&mut self, which: EndLogins) -> Result<usize, StoreError> {
        let before = self.logins.len();
        self.logins.retain(|digest, login| match which {
            EndLogins::One(one) => *digest != one,
            EndLogins::Of(person) => login.person != person,
            EndLogins::Stale { begun, seen } => login.begun >= begun && login.seen >= seen,
        });
        Ok(before - self.logins.len())
    }
}
