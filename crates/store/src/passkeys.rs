//! Passkeys: what somebody's devices sign with instead of a password. Rows, never events, as people
//! are, and erased with them.

use crate::error::StoreError;
use crate::factors::TakenFactor;
use crate::mail::News;
use crate::people::Login;
use crate::row::Digest;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use std::fmt;

/// One passkey of a person: what looks at its signatures, and nothing that can make one.
#[derive(Clone, PartialEq, Eq)]
pub struct Passkey {
    /// Whose.
    pub person: PersonId,
    /// What its device calls it: no two passkeys have the same.
    pub credential: Vec<u8>,
    /// What its owner calls it.
    pub name: String,
    /// The public key with what is known of the device, as `webauthn-rs` writes it.
    pub key: String,
    /// When it was made, to the microsecond.
    pub made: Timestamp,
    /// When it signed somebody in last.
    pub used: Option<Timestamp>,
}

impl fmt::Debug for Passkey {
    /// Never what a device is known by: what is printed may be logged.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Passkey")
            .field("person", &self.person)
            .field("made", &self.made)
            .finish_non_exhaustive()
    }
}

/// A new passkey, with all that follows of it.
#[derive(Clone, Debug)]
pub struct NewPasskey {
    /// The passkey.
    pub passkey: Passkey,
    /// The sign-in that asks for it and stays: one that has ended asks for nothing, and every other
    /// of the person's ends.
    pub stays: Digest,
    /// What they are told of it by mail.
    pub told: Option<News>,
}

/// A signature of a passkey that has been found right.
#[derive(Clone, Debug)]
pub struct PasskeyUse {
    /// The passkey as it was when the signature was looked at.
    pub of: Passkey,
    /// What is known of its device from now on.
    pub key: String,
}

/// Passkeys that are taken away, with all that follows of it.
#[derive(Clone, Debug)]
pub struct EndPasskeys {
    /// Whose.
    pub person: PersonId,
    /// One of them; every one if none is named.
    pub credential: Option<Vec<u8>>,
    /// The sign-in that stays, if any does.
    pub stays: Option<Digest>,
    /// Who took them, if it was not they themselves.
    pub taken: Option<TakenFactor>,
    /// What they are told of it by mail.
    pub told: Option<News>,
}

/// The tables of passkeys.
pub trait PasskeyTable {
    /// Every passkey, the earliest first.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn passkeys(&self) -> Result<Vec<Passkey>, StoreError>;

    /// Those whose passkeys somebody else took away, until they make one again.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn taken_passkeys(&self) -> Result<Vec<TakenFactor>, StoreError>;

    /// Keeps a new passkey, ends the other sign-ins of its owner and puts the letter of it in the
    /// outbox, in one transaction. Whether it was kept: not when the sign-in that asks for it has
    /// ended or is another person's, nor when there is such a passkey already.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written; then all stands as before.
    fn keep_passkey(&mut self, new: &NewPasskey) -> Result<bool, StoreError>;

    /// Keeps a new sign-in by a passkey and when it was used, if it is still the person's, is as it
    /// was when its signature was looked at, and the person is not barred. Whether it was kept.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn keep_passkey_login(&mut self, login: &Login, used: &PasskeyUse) -> Result<bool, StoreError>;

    /// Takes passkeys away, ends sign-ins, keeps who took them if it was not they themselves, and puts
    /// the letter of it in the outbox, in one transaction. How many there were; of none, nothing else
    /// follows.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written; then all stands as before.
    fn end_passkeys(&mut self, end: &EndPasskeys) -> Result<usize, StoreError>;
}
