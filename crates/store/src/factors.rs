//! The second thing that proves who somebody is: what their telephone holds, and the codes on a
//! piece of paper. Rows, never events, as people are, and erased with them.

use crate::error::StoreError;
use crate::row::Digest;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use std::fmt;

/// What one person's telephone holds, and what is left of their recovery codes.
#[derive(Clone, PartialEq, Eq)]
pub struct Factor {
    /// Who.
    pub person: PersonId,
    /// What codes are reckoned from (RFC 6238). It has to be readable: whoever holds the file and
    /// the password can sign in (decision 078).
    pub secret: [u8; 20],
    /// The step of half a minute whose code was taken last: none up to it is taken again.
    pub step: i64,
    /// The salt of the recovery codes.
    pub salt: [u8; 16],
    /// The recovery codes that are left, by argon2id with the salt.
    pub codes: Vec<Digest>,
}

impl fmt::Debug for Factor {
    /// Never the secret: what is printed may be logged.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Factor")
            .field("person", &self.person)
            .field("codes", &self.codes.len())
            .finish_non_exhaustive()
    }
}

/// That somebody else took a factor away, until its owner turns one on again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakenFactor {
    /// Whose.
    pub person: PersonId,
    /// Who took it; none when it was done at the command line.
    pub by: Option<PersonId>,
    /// When, to the microsecond.
    pub at: Timestamp,
}

/// What proves that somebody holds their factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactorProof {
    /// A code of a step of half a minute.
    Step(i64),
    /// A recovery code, as it is stored.
    Code(Digest),
}

/// The tables of second factors.
pub trait FactorTable {
    /// Every factor.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn factors(&self) -> Result<Vec<Factor>, StoreError>;

    /// Every factor that was taken away and not turned on again.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn taken_factors(&self) -> Result<Vec<TakenFactor>, StoreError>;

    /// Keeps a factor with its codes instead of what the person had. Whether there is such a
    /// person.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn keep_factor(&mut self, factor: &Factor) -> Result<bool, StoreError>;

    /// Uses up what proves a factor. Whether it was there to be used: of two at the same instant
    /// one is.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn use_factor(&mut self, person: PersonId, proof: FactorProof) -> Result<bool, StoreError>;

    /// Takes a person's factor and codes away, also where the file once held them, and keeps who
    /// took it if it was not they themselves. Whether there was one.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn end_factor(
        &mut self,
        person: PersonId,
        taken: Option<TakenFactor>,
    ) -> Result<bool, StoreError>;
}
