//! People as a sign-in service knows them. Rows, never events, as people are, and erased with them.

use crate::error::StoreError;
use crate::people::{Login, Person};
use riktning_domain::ids::PersonId;

/// Somebody as a sign-in service knows them. No two people have the same, and two services that
/// say the same of somebody mean two people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity {
    /// The service, by the address that it calls itself.
    pub issuer: String,
    /// The claim that tells who it is: `sub`, if nobody says otherwise.
    pub claim: String,
    /// What the claim says.
    pub subject: String,
}

/// The tables of people whom a sign-in service knows.
pub trait IdentityTable {
    /// Everybody whom a service knows, by how it knows them.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn identities(&self) -> Result<Vec<(Identity, PersonId)>, StoreError>;

    /// Keeps somebody new together with how a service knows them. Whether they were kept: not when
    /// somebody else has the name to sign in with, or somebody is known so already.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn keep_known(&mut self, person: &Person, identity: &Identity) -> Result<bool, StoreError>;

    /// Gives a person the name that a service has for them, if it is still they whom it knows so.
    /// Whether it was given.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn rename_known(
        &mut self,
        person: PersonId,
        identity: &Identity,
        name: &str,
    ) -> Result<bool, StoreError>;

    /// Keeps a new sign-in through a service, if it knows the person so and they are not barred.
    /// Whether it was kept.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn keep_known_login(&mut self, login: &Login, identity: &Identity) -> Result<bool, StoreError>;

    /// Those who are barred, by the id.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn barred(&self) -> Result<Vec<PersonId>, StoreError>;

    /// Bars a person, in one transaction: no service lets them in, and their password, their passkeys,
    /// their sign-ins, their calendar, where they get mail and every letter to them are gone, the address also where
    /// the file once held it. Whether they are here.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn bar(&mut self, person: PersonId) -> Result<bool, StoreError>;

    /// Lets a person come through a service again. What barring took away is not given back.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn unbar(&mut self, person: PersonId) -> Result<(), StoreError>;
}
