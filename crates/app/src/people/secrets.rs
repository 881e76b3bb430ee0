//! Passwords that are given and chosen, and people who are barred: each in one transaction with all that
//! follows of it.

use super::{Held, NotKept, digest};
use crate::app::{App, Unperformed};
use crate::passwords;
use crate::work::WorkFrame;
use riktning_domain::ids::PersonId;
use riktning_store::{Digest, LetterKind, NewSecret, News, Secret, Store, StoreError};
use std::sync::Arc;
use uuid::Uuid;

impl App {
    /// Gives a person a password that is used up at the first sign-in. It is told once, here.
    /// Every device on which they are signed in is signed out.
    ///
    /// # Errors
    /// [`NotKept`].
    pub async fn one_time_password(&self, person: PersonId) -> Result<String, NotKept> {
        Ok(self.once(person, None).await?.0)
    }

    /// The same, and tells by mail that there is one, in the transaction in which it is given: none is
    /// given without its letter, and so none is lost. Whether a letter tells of it.
    pub(crate) async fn once(
        &self,
        person: PersonId,
        told: Option<News>,
    ) -> Result<(String, bool), NotKept> {
        self.person(person).ok_or(NotKept::Nobody)?;
        // Whoever has left the service would else come in past it.
        if self.comes_through(person).is_some() {
            return Err(NotKept::ComesThrough);
        }
        let password = passwords::one_time().ok_or(NotKept::Unmade)?;
        let hash = self.people().passwords.hash(password.clone()).await;
        let new = NewSecret {
            person,
            was: None,
            secret: Secret::Once(hash.ok_or(NotKept::Unmade)?),
            stays: None,
            told,
        };
        let told = self.set_secret(new).await?.ok_or(NotKept::Nobody)?;
        Ok((password, told))
    }

    /// Gives somebody who is signed in a password of their own choice, and tells them by mail. Whoever
    /// has one already says it first: a screen that was left unlocked is not enough. Their other devices
    /// are signed out.
    ///
    /// # Errors
    /// [`NotKept`].
    pub async fn choose_password(
        &self,
        person: PersonId,
        present: &str,
        password: &str,
        token: &str,
    ) -> Result<(), NotKept> {
        let known = self.person(person).ok_or(NotKept::Nobody)?;
        if self.comes_through(person).is_some() {
            return Err(NotKept::ComesThrough);
        }
        if let Secret::Own(hash) = &known.secret {
            let passwords = &self.people().passwords;
            let right = passwords.is_right(present.to_owned(), Some(hash.clone()));
            if !right.await.ok_or(NotKept::Unmade)? {
                return Err(NotKept::NotYours);
            }
        }
        let town = self.published(self.today(), |p| WorkFrame::for_everybody(p).municipality);
        let own = [
            &*known.login,
            &known.name,
            town.as_str().unwrap_or_default(),
        ];
        passwords::strong(password, &own).map_err(NotKept::Weak)?;
        let hash = self.people().passwords.hash(password.to_owned()).await;
        let new = NewSecret {
            person,
            // Whoever is barred, or given another password, while this one was made has said more.
            was: Some(known.secret.clone()),
            secret: Secret::Own(hash.ok_or(NotKept::Unmade)?),
            stays: Some(digest(token)),
            told: self.at_once(person, LetterKind::PasswordChanged, Uuid::new_v4()),
        };
        let kept = self.set_secret(new).await?;
        kept.map(|_| ()).ok_or(NotKept::NotYours)
    }

    /// Gives somebody another secret, with what follows of it. Whether a letter tells of it; nothing if
    /// it was not given.
    async fn set_secret(&self, mut new: NewSecret) -> Result<Option<bool>, Unperformed> {
        let (person, secret, stays) = (new.person, new.secret.clone(), new.stays);
        let write = move |store: &mut dyn Store| {
            let is_told = new.told.is_some() && store.mailbox(person)?.is_some();
            new.told = unless_one_waits(store, person, new.told)?;
            Ok(store.keep_secret(&new)?.then_some(is_told))
        };
        self.rows_and(write, move |held, given| {
            if given.is_none() {
                return;
            }
            held.barred.remove(&person);
            held.end_others(person, stays);
            held.give(person, secret);
        })
        .await
    }

    /// Bars a person: no password, passkey or sign-in service lets them in any more, every device is
    /// signed out, no calendar follows, and where they get mail is erased with every letter to them.
    ///
    /// # Errors
    /// [`NotKept`].
    pub async fn bar_person(&self, person: PersonId) -> Result<(), NotKept> {
        let write = move |store: &mut dyn Store| store.bar(person);
        let barred = self.rows_and(write, move |held, barred| {
            if *barred {
                held.barred.insert(person);
                held.passkeys.forget(person);
                held.end_others(person, None);
                held.give(person, Secret::None);
            }
        });
        match barred.await? {
            true => Ok(()),
            false => Err(NotKept::Nobody),
        }
    }
}

/// A letter, unless one waits that tells the same.
pub(super) fn unless_one_waits(
    store: &dyn Store,
    person: PersonId,
    told: Option<News>,
) -> Result<Option<News>, StoreError> {
    let Some(news) = told else {
        return Ok(None);
    };
    Ok((!store.waits(person, news.kind)?).then_some(news))
}

impl Held {
    /// Ends every sign-in of a person but one, if one stays.
    pub(super) fn end_others(&mut self, person: PersonId, stays: Option<Digest>) {
        let logins = &mut self.logins;
        logins.retain(|digest, login| login.person != person || Some(*digest) == stays);
    }

    /// Puts in another secret of somebody; what was counted of wrong ones counts no longer.
    fn give(&mut self, person: PersonId, secret: Secret) {
        if let Some(person) = self.people.get_mut(&person) {
            self.wrong.remove(&person.login);
            Arc::make_mut(person).secret = secret;
        }
    }
}
