//! The tables of passkeys, in memory.

use super::MemoryJournal;
use crate::error::StoreError;
use crate::factors::TakenFactor;
use crate::passkeys::{EndPasskeys, NewPasskey, Passkey, PasskeyTable, PasskeyUse};
use crate::people::Login;

impl PasskeyTable for MemoryJournal {
    fn passkeys(&self) -> Result<Vec<Passkey>, StoreError> {
        let mut all: Vec<_> = self.passkeys.values().cloned().collect();
        all.sort_by(|a, b| (a.made, &a.credential).cmp(&(b.made, &b.credential)));
        Ok(all)
    }

    fn taken_passkeys(&self) -> Result<Vec<TakenFactor>, StoreError> {
        Ok(self.taken_passkeys.values().copied().collect())
    }

    fn keep_passkey(&mut self, new: &NewPasskey) -> Result<bool, StoreError> {
        let passkey = &new.passkey;
        let asks = self.logins.get(&new.stays);
        let asks = asks.is_some_and(|login| login.person == passkey.person);
        let is_there = self.passkeys.contains_key(&passkey.credential);
        if !asks || is_there || !self.people.contains_key(&passkey.person) {
            return Ok(false);
        }
        self.end_others(passkey.person, Some(new.stays));
        self.taken_passkeys.remove(&passkey.person);
        self.passkeys
            .insert(passkey.credential.clone(), passkey.clone());
        new.told.iter().for_each(|news| self.mail.take(news));
        Ok(true)
    }

    fn keep_passkey_login(&mut self, login: &Login, used: &PasskeyUse) -> Result<bool, StoreError> {
        let is_barred = self.barred.contains(&login.person);
        let row = self.passkeys.get_mut(&used.of.credential);
        let row = row.filter(|row| row.person == login.person && row.key == used.of.key);
        let Some(row) = row.filter(|_| !is_barred) else {
            return Ok(false);
        };
        row.key.clone_from(&used.key);
        row.used = Some(login.begun);
        self.logins.insert(login.digest, login.clone());
        Ok(true)
    }

    fn end_passkeys(&mut self, end: &EndPasskeys) -> Result<usize, StoreError> {
        let before = self.passkeys.len();
        let person = end.person;
        self.passkeys.retain(|credential, row| {
            row.person != person || end.credential.as_ref().is_some_and(|one| one != credential)
        });
        let ended = before - self.passkeys.len();
        if ended == 0 {
            return Ok(0);
        }
        self.end_others(person, end.stays);
        if let Some(taken) = end.taken {
            self.taken_passkeys.insert(person, taken);
        }
        end.told.iter().for_each(|news| self.mail.take(news));
        Ok(ended)
    }
}
