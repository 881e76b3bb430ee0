//! Who has which passkeys, and signing in with them (decision 100).

use super::factor::Taken;
use super::secrets::unless_one_waits;
use super::{Colleague, DEVICE, NotKept, NotProved, NotSignedIn, digest};
use crate::app::{App, Unperformed};
use crate::passkeys::{NoPasskeys, Owner, Passkeys, Question, Signature};
use crate::passwords;
use jiff::civil::DateTime;
use riktning_domain::ids::PersonId;
use riktning_domain::local_time::local;
use riktning_store::{
    EndPasskeys, LetterKind, Login, NewPasskey, News, Passkey, PasskeyUse, Secret, Store,
    StoreError, TakenFactor,
};
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// The most passkeys of one person: more than they have devices.
const MOST: usize = 20;
/// The most characters of what its owner calls one.
pub const NAME: usize = 100;

/// Every passkey, and whose somebody took away.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// By what its device calls it.
    all: HashMap<Vec<u8>, Passkey>,
    taken: HashMap<PersonId, TakenFactor>,
}

/// A passkey, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPasskey {
    /// What a form calls it: made of what is stored, and nothing that a device knows it by.
    pub id: String,
    /// What its owner calls it.
    pub name: String,
    /// When it was made.
    pub made: DateTime,
    /// When it signed them in last.
    pub used: Option<DateTime>,
}

/// Why a passkey was not made or taken away.
#[derive(Debug, thiserror::Error)]
pub enum NoPasskey {
    /// There can be none at the address of the site.
    #[error("there can be no passkeys here")]
    Nowhere(#[from] NoPasskeys),
    /// They have no password of their own, so that a passkey may be the last way in.
    #[error("there is no password beside it")]
    OwnFirst,
    /// It is called nothing, or something that is too long.
    #[error("not a name")]
    Name,
    /// They have as many as anybody may.
    #[error("there are too many")]
    TooMany,
    /// They have not proved who they are.
    #[error(transparent)]
    NotProved(#[from] NotProved),
    /// It took too long, or it was answered before.
    #[error("nobody waits for it")]
    Over,
    /// What the device made is not to be trusted, or is here already.
    #[error("what the device made is not to be trusted")]
    Untrue,
    /// The store could not take it.
    #[error(transparent)]
    Unperformed(#[from] Unperformed),
}

impl Kept {
    pub(super) fn of(store: &dyn Store) -> Result<Self, StoreError> {
        let all = store.passkeys()?.into_iter();
        let taken = store.taken_passkeys()?.into_iter();
        Ok(Kept {
            all: all.map(|one| (one.credential.clone(), one)).collect(),
            taken: taken.map(|taken| (taken.person, taken)).collect(),
        })
    }

    pub(super) fn forget(&mut self, person: PersonId) {
        self.all.retain(|_, one| one.person != person);
        self.taken.remove(&person);
    }

    fn own(&self, person: PersonId) -> impl Iterator<Item = &Passkey> {
        self.all.values().filter(move |one| one.person == person)
    }

    /// The passkey that a device says it signs with, if it is whose it says.
    fn signing(&self, signature: &Signature) -> Option<&Passkey> {
        let one = self.all.get(&signature.credential)?;
        (one.person == signature.person).then_some(one)
    }
}

impl App {
    /// The passkeys of a person, the earliest first.
    pub fn passkeys(&self, person: PersonId) -> Vec<OwnPasskey> {
        let held = self.people().held();
        let mut own: Vec<_> = held.passkeys.own(person).collect();
        own.sort_by(|a, b| (a.made, &a.credential).cmp(&(b.made, &b.credential)));
        let own = own.into_iter().map(|one| OwnPasskey {
            id: id(&one.credential),
            name: one.name.clone(),
            made: local(one.made),
            used: one.used.map(local),
        });
        own.collect()
    }

    /// Who took a person's passkeys away, until they make one again.
    pub fn taken_passkeys(&self, person: PersonId) -> Option<Taken> {
        let held = self.people().held();
        let taken = held.passkeys.taken.get(&person)?;
        let by = taken.by.and_then(|by| held.people.get(&by));
        Some(Taken {
            by: by.map(|by| Arc::from(by.name.as_str())),
            at: local(taken.at),
        })
    }

    /// Whether somebody may have passkeys: they have a password of their own.
    pub fn may_have_passkeys(&self, me: &Colleague) -> bool {
        let person = self.person(me.person);
        person.is_some_and(|person| matches!(person.secret, Secret::Own(_)))
    }

    /// Asks a browser to sign somebody in, whoever it is; none where there are no passkeys.
    pub fn ask_for_passkey(&self, passkeys: &Passkeys, browser: Option<&str>) -> Option<Question> {
        passkeys.ask(browser, self.clock().attended())
    }

    /// Signs in whoever's device has answered: the token is for their browser and nobody else. It
    /// asks for no code, since the device was unlocked.
    ///
    /// # Errors
    /// [`NotSignedIn`]: the same for a passkey that nobody has, one that is another's, one of
    /// somebody who is barred, and a signature that does not hold.
    pub async fn sign_in_by_passkey(
        &self,
        passkeys: &Passkeys,
        (question, answer): (&str, &str),
        browser: Option<&str>,
        device: &str,
    ) -> Result<String, NotSignedIn> {
        let (people, now) = (self.people(), self.clock().attended());
        let asked = passkeys.answered(question, browser, now);
        let signature = asked.ok_or(NotSignedIn::Over)?.read(answer);
        let signature = signature.ok_or(NotSignedIn::Wrong)?;
        // Names to sign in with have no space: nobody's wrong password is counted with it.
        let counted = format!("passkey {}", id(&signature.credential));
        let line = people.line(&counted).ok_or(NotSignedIn::Busy)?;
        let _turn = line.lock().await;
        let of = {
            let mut held = people.held();
            let of = held.passkeys.signing(&signature).cloned();
            let of = of.filter(|of| !held.barred.contains(&of.person));
            let of = of.ok_or(NotSignedIn::Wrong)?;
            if let Some(left) = held.pause(&counted, now) {
                return Err(NotSignedIn::Wait(left));
            }
            held.count(&counted, now, true);
            of
        };
        let person = of.person;
        let key = passkeys.verified(signature, &of.key).map_err(|why| {
            tracing::warn!(%person, why = %why, "a passkey let nobody in");
            NotSignedIn::Wrong
        })?;
        people.held().wrong.remove(&counted);
        self.begin_passkey_login(PasskeyUse { of, key }, device)
            .await
    }

    async fn begin_passkey_login(
        &self,
        used: PasskeyUse,
        device: &str,
    ) -> Result<String, NotSignedIn> {
        let now = self.clock().attended();
        let token = passwords::token().ok_or(NotSignedIn::Busy)?;
        let device = device.chars().filter(|c| !c.is_control()).take(DEVICE);
        let login = Login {
            digest: digest(&token),
            person: used.of.person,
            begun: now,
            seen: now,
            device: device.collect(),
            through: None,
            by_passkey: true,
        };
        let (row, stale, was) = (login.clone(), super::stale(now), used.clone());
        let write = move |store: &mut dyn Store| {
            store.end_logins(stale)?;
            store.keep_passkey_login(&row, &was)
        };
        let kept = self.rows_and(write, move |held, kept| {
            held.logins.retain(|_, login| super::is_on(login, now));
            let one = held.passkeys.all.get_mut(&used.of.credential);
            if let Some(one) = one.filter(|_| *kept) {
                (one.key, one.used) = (used.key, Some(now));
                held.logins.insert(login.digest, login);
            }
        });
        match kept.await? {
            true => Ok(token),
            // Taken away or barred while this went on, or of two with one counter the other one.
            false => Err(NotSignedIn::Wrong),
        }
    }

    /// Asks the device of somebody who is signed in to make a passkey, by their password, and a code
    /// if one is asked for when they sign in.
    ///
    /// # Errors
    /// [`NoPasskey`].
    pub async fn begin_passkey(
        &self,
        passkeys: &Passkeys,
        person: PersonId,
        called: &str,
        proof: (&str, &str),
        token: &str,
    ) -> Result<Question, NoPasskey> {
        passkeys.origin()?;
        let known = self.proved_by_own(person, proof, || {
            let called = cleaned(called).ok_or(NoPasskey::Name)?;
            let held = self.people().held();
            let has: Vec<_> = held.passkeys.own(person).collect();
            let has: Vec<_> = has.iter().map(|one| one.credential.clone()).collect();
            match has.len() < MOST {
                true => Ok((called, has)),
                false => Err(NoPasskey::TooMany),
            }
        });
        let (known, (called, has)) = known.await?;
        let of = Owner {
            person,
            login: &known.login,
            name: &known.name,
            has,
        };
        let begun = passkeys.begin(of, called, token, self.clock().attended());
        begun.ok_or(NoPasskey::NotProved(NotProved::Busy))
    }

    /// Keeps the passkey that a device has made. Other devices, which nobody asked for one, are
    /// signed out, and its owner is told by mail.
    ///
    /// # Errors
    /// [`NoPasskey`].
    pub async fn keep_passkey(
        &self,
        passkeys: &Passkeys,
        person: PersonId,
        (question, answer): (&str, &str),
        token: &str,
    ) -> Result<(), NoPasskey> {
        let now = self.clock().attended();
        let made = passkeys.made(question, answer, token, now);
        let made = made.ok_or(NoPasskey::Over)?.map_err(|why| {
            tracing::warn!(%person, why = %why, "a passkey was not kept");
            NoPasskey::Untrue
        })?;
        if made.making.person != person {
            return Err(NoPasskey::Over);
        }
        let passkey = Passkey {
            person,
            credential: made.credential,
            name: made.making.name,
            key: made.key,
            made: now,
            used: None,
        };
        let new = NewPasskey {
            passkey: passkey.clone(),
            stays: digest(token),
            told: self.passkeys_changed(person),
        };
        let stays = Some(new.stays);
        let write = move |store: &mut dyn Store| {
            let told = unless_one_waits(store, person, new.told)?;
            store.keep_passkey(&NewPasskey { told, ..new })
        };
        let kept = self.rows_and(write, move |held, kept| {
            if *kept {
                held.passkeys.taken.remove(&person);
                let credential = passkey.credential.clone();
                held.passkeys.all.insert(credential, passkey);
                held.end_others(person, stays);
            }
        });
        if !kept.await? {
            return Err(NoPasskey::Untrue);
        }
        tracing::info!(%person, "a passkey was made");
        Ok(())
    }

    /// Takes away one of a person's own passkeys, by their password and a code as it was made.
    ///
    /// # Errors
    /// [`NoPasskey`].
    pub async fn end_passkey(
        &self,
        person: PersonId,
        passkey: &str,
        proof: (&str, &str),
        token: &str,
    ) -> Result<(), NoPasskey> {
        let proved = self.proved_by_own(person, proof, || Ok(()));
        proved.await?;
        let credential = {
            let held = self.people().held();
            let mut own = held.passkeys.own(person);
            let found = own.find(|one| id(&one.credential) == passkey);
            found.map(|one| one.credential.clone())
        };
        let end = EndPasskeys {
            person,
            // The same form a second time: it is gone.
            credential: Some(credential.ok_or(NoPasskey::Over)?),
            stays: Some(digest(token)),
            taken: None,
            told: self.passkeys_changed(person),
        };
        self.end_passkeys(end).await?;
        tracing::info!(%person, "a passkey was taken away by its owner");
        Ok(())
    }

    /// Takes all of somebody else's passkeys away, when a device is lost. They are signed out
    /// everywhere, and are told of it by mail, and on their page until they make one again.
    ///
    /// # Errors
    /// [`NotKept`].
    pub async fn take_passkeys(
        &self,
        person: PersonId,
        by: Option<PersonId>,
    ) -> Result<(), NotKept> {
        self.person(person).ok_or(NotKept::Nobody)?;
        if by == Some(person) {
            return Err(NotKept::Oneself);
        }
        let at = self.clock().attended();
        let end = EndPasskeys {
            person,
            credential: None,
            stays: None,
            taken: Some(TakenFactor { person, by, at }),
            told: self.passkeys_changed(person),
        };
        if self.end_passkeys(end).await? == 0 {
            return Err(NotKept::NoPasskey);
        }
        let by = by.map(|by| by.to_string());
        tracing::warn!(%person, by, "passkeys were taken away");
        Ok(())
    }

    async fn end_passkeys(&self, end: EndPasskeys) -> Result<usize, Unperformed> {
        let EndPasskeys {
            person,
            credential,
            stays,
            taken,
            ..
        } = end.clone();
        let write = move |store: &mut dyn Store| {
            let told = unless_one_waits(store, person, end.told.clone())?;
            store.end_passkeys(&EndPasskeys { told, ..end })
        };
        self.rows_and(write, move |held, ended| {
            if *ended == 0 {
                return;
            }
            let is_one = |own: &Vec<u8>| credential.as_ref().is_none_or(|one| one == own);
            let all = &mut held.passkeys.all;
            all.retain(|own, one| one.person != person || !is_one(own));
            let taken = taken.map(|taken| (person, taken));
            held.passkeys.taken.extend(taken);
            held.end_others(person, stays);
        })
        .await
    }

    /// Whoever proves who they are by a password of their own and a code, if a code is asked for
    /// when they sign in. What is asked before is asked before anything is used up.
    async fn proved_by_own<T>(
        &self,
        person: PersonId,
        (password, code): (&str, &str),
        before: impl FnOnce() -> Result<T, NoPasskey>,
    ) -> Result<(Arc<riktning_store::Person>, T), NoPasskey> {
        let known = self.person(person).ok_or(NotProved::Nothing)?;
        if !matches!(known.secret, Secret::Own(_)) {
            return Err(NoPasskey::OwnFirst);
        }
        let before = before()?;
        let line = self.people().line(&known.login).ok_or(NotProved::Busy)?;
        let _turn = line.lock().await;
        self.prove_own(person, &known.login, (password, code))
            .await?;
        Ok((known, before))
    }

    fn passkeys_changed(&self, person: PersonId) -> Option<News> {
        self.at_once(person, LetterKind::PasskeysChanged, Uuid::new_v4())
    }
}

/// What somebody calls a passkey, on one line; none if it is nothing, or more than a name.
fn cleaned(called: &str) -> Option<String> {
    let called: String = called.split_whitespace().collect::<Vec<_>>().join(" ");
    let odd = |c: char| c.is_control() || riktning_domain::texts::is_invisible(c);
    let fits = !called.is_empty() && called.chars().count() <= NAME && !called.chars().any(odd);
    fits.then_some(called)
}

/// The digest of what its device calls it: a page shows nothing that stands in the store.
fn id(credential: &[u8]) -> String {
    let digest = Sha256::digest(credential);
    let hex = digest.iter().take(16).map(|byte| format!("{byte:02x}"));
    hex.collect()
}
