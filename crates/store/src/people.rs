//! People and their sign-ins. Rows, never events: a name must be erasable, and nobody asks ten
//! years later who was signed in. An event carries a person's id and nothing else of them.

use crate::error::StoreError;
use crate::mail::News;
use crate::row::Digest;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;

/// Somebody who can sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who: what events name.
    pub id: PersonId,
    /// The name they sign in with, in small letters; no two people have the same.
    pub login: String,
    /// What colleagues see.
    pub name: String,
    /// What proves that it is they.
    pub secret: Secret,
}

/// What proves who somebody is, as it is stored: never the password itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Secret {
    /// Nothing: they cannot sign in before they are given a password.
    None,
    /// A password that somebody else has seen and that is used up at the first sign-in.
    Once(String),
    /// A password of their own.
    Own(String),
}

/// A new secret of somebody who is here, with all that follows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSecret {
    /// Whose.
    pub person: PersonId,
    /// What they have by now if it was made for that: one that was changed meanwhile is not written over.
    pub was: Option<Secret>,
    /// What proves from now on that it is they.
    pub secret: Secret,
    /// The sign-in that asks for it and stays: every other ends. One that has ended asks for nothing.
    pub stays: Option<Digest>,
    /// What they are told of it by mail.
    pub told: Option<News>,
}

/// One device on which somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login {
    /// SHA-256 of what the browser holds: whoever reads the store cannot be anybody by it.
    pub digest: Digest,
    /// Who.
    pub person: PersonId,
    /// When it began.
    pub begun: Timestamp,
    /// When it was last used, to the minute or so.
    pub seen: Timestamp,
    /// What the browser says that it is.
    pub device: String,
    /// The sign-in service that it came through, if it did.
    pub through: Option<Through>,
    /// Whether a passkey proved it, which asks for two things at once.
    pub by_passkey: bool,
}

/// What a sign-in through a service told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Through {
    /// The service, by its name in the settings.
    pub provider: String,
    /// Whether it asked for two things that prove who somebody is.
    pub two_steps: bool,
}

/// Which sign-ins end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndLogins {
    /// One.
    One(Digest),
    /// Every one of a person's.
    Of(PersonId),
    /// Every one that began, or was last used, before these instants.
    Stale {
        /// Those that began before.
        begun: Timestamp,
        /// Those that nobody has used since.
        seen: Timestamp,
    },
}

/// The tables of people and of sign-ins.
pub trait PeopleTable {
    /// Everybody, by the name that they sign in with.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn people(&self) -> Result<Vec<Person>, StoreError>;

    /// Keeps a person, instead of what was kept under the same id. When this comes back it is
    /// durable. Whether it was kept: not when somebody else has the name to sign in with.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn keep_person(&mut self, person: &Person) -> Result<bool, StoreError>;

    /// Gives somebody another secret, ends their sign-ins, lifts what bars them and puts the letter of it
    /// in the outbox, in one transaction. Whether it was given: not to somebody who is not here, nor
    /// when what it was made for stands no longer.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written; then all stands as before.
    fn keep_secret(&mut self, new: &NewSecret) -> Result<bool, StoreError>;

    /// Erases a person and every sign-in of theirs, also where the file once held them. Whether
    /// there was one. What they have done keeps their id and nothing else.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn erase_person(&mut self, id: PersonId) -> Result<bool, StoreError>;

    /// Every sign-in, the earliest first.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn logins(&self) -> Result<Vec<Login>, StoreError>;

    /// Keeps a new sign-in, if what proved it is still the person's: a password that was changed
    /// meanwhile proves nothing. A one-time password is used up in the same transaction. Whether
    /// it was kept.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn keep_login(&mut self, login: &Login, proof: &str) -> Result<bool, StoreError>;

    /// Notes that a sign-in was used. One that has ended meanwhile stays ended.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn note_login(&mut self, digest: Digest, seen: Timestamp) -> Result<(), StoreError>;

    /// Ends sign-ins; how many there were.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn end_logins(&mut self, which: EndLogins) -> Result<usize, StoreError>;
}
