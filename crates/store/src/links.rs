//! The links by which somebody reports without a password: rows, never events, erased with the person.
//! Whoever has one may write in a few rows of one round, in that person's name, and nothing else.

use crate::error::StoreError;
use crate::row::Digest;
use jiff::Timestamp;
use riktning_domain::ids::{ElementId, PersonId, RoundId};
use uuid::Uuid;

/// A link that was sent to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// SHA-256 of what stands in the letter: whoever reads the store cannot report by it.
    pub digest: Digest,
    /// Whose.
    pub person: PersonId,
    /// In which round.
    pub round: RoundId,
    /// The rows that it is for.
    pub rows: Vec<ElementId>,
    /// The letter that it stands in.
    pub letter: Uuid,
    /// When it was made.
    pub made: Timestamp,
}

/// A browser that a link has been exchanged in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkLogin {
    /// SHA-256 of what the browser holds.
    pub digest: Digest,
    /// The link.
    pub link: Digest,
    /// When it was exchanged.
    pub begun: Timestamp,
}

/// The tables of links and of the browsers in which they were exchanged.
pub trait LinkTable {
    /// Keeps a new link, and ends those of the same person and round that stand in other letters: a letter
    /// that is sent once more, since nobody knows whether it came, has two. Whether it was kept: not for
    /// somebody who is not here.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn keep_link(&mut self, link: &Link) -> Result<bool, StoreError>;

    /// The link of what stands in a letter; none if it has ended or never was.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn link(&self, digest: Digest) -> Result<Option<Link>, StoreError>;

    /// Keeps that a link was exchanged in a browser. Whether it was kept: not when the link has ended.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn keep_link_login(&mut self, login: &LinkLogin) -> Result<bool, StoreError>;

    /// The link that a browser came by, and when; none if the link has ended, or the browser was signed
    /// out.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn link_login(&self, digest: Digest) -> Result<Option<(Link, Timestamp)>, StoreError>;

    /// Ends every link of somebody, with the browsers that came by one.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn end_links(&mut self, person: PersonId) -> Result<(), StoreError>;

    /// Erases links that were made before an instant, and browsers that came by one before another.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn erase_links(&mut self, made: Timestamp, begun: Timestamp) -> Result<(), StoreError>;

    /// Signs a browser out.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn end_link_login(&mut self, digest: Digest) -> Result<(), StoreError>;
}
