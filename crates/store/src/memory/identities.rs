//! The tables of people whom a sign-in service knows, in memory.

use super::MemoryJournal;
use crate::error::StoreError;
use crate::identities::{Identity, IdentityTable};
use crate::people::{Login, PeopleTable as _, Person, Secret};
use riktning_domain::ids::PersonId;

impl IdentityTable for MemoryJournal {
    fn identities(&self) -> Result<Vec<(Identity, PersonId)>, StoreError> {
        let all = self.identities.iter();
        Ok(all.map(|(own, person)| (own.clone(), *person)).collect())
    }

    fn keep_known(&mut self, person: &Person, identity: &Identity) -> Result<bool, StoreError> {
        if self.identities.contains_key(identity) || !self.keep_person(person)? {
            return Ok(false);
        }
        self.identities.insert(identity.clone(), person.id);
        Ok(true)
    }

    fn rename_known(
        &mut self,
        person: PersonId,
        identity: &Identity,
        name: &str,
    ) -> Result<bool, StoreError> {
        let known = self.identities.get(identity) == Some(&person);
        let row = self.people.get_mut(&person).filter(|_| known);
        Ok(row.map(|row| name.clone_into(&mut row.name)).is_some())
    }

    fn keep_known_login(&mut self, login: &Login, identity: &Identity) -> Result<bool, StoreError> {
        let known = self.identities.get(identity) == Some(&login.person);
        if !known || self.barred.contains(&login.person) {
            return Ok(false);
        }
        self.logins.insert(login.digest, login.clone());
        Ok(true)
    }

    fn barred(&self) -> Result<Vec<PersonId>, StoreError> {
        Ok(self.barred.iter().copied().collect())
    }

    fn bar(&mut self, person: PersonId) -> Result<bool, StoreError> {
        let Some(row) = self.people.get_mut(&person) else {
            return Ok(false);
        };
        row.secret = Secret::None;
        self.end_others(person, None);
        self.passkeys.retain(|_, row| row.person != person);
        self.taken_passkeys.remove(&person);
        self.feeds.remove(&person);
        self.mail.forget(person);
        self.barred.insert(person);
        Ok(true)
    }

    fn unbar(&mut self, person: PersonId) -> Result<(), StoreError> {
        self.barred.remove(&person);
        Ok(())
    }
}
