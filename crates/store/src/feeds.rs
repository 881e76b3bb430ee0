//! The addresses by which calendars follow the year of somebody: rows, never events, erased with the
//! person. Whoever knows an address reads what stands in that calendar and nothing else.

use crate::error::StoreError;
use crate::row::Digest;
use riktning_domain::ids::PersonId;

/// The table of calendar addresses.
pub trait FeedTable {
    /// Whose calendar an address is, by its hash.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn feed(&self, digest: Digest) -> Result<Option<PersonId>, StoreError>;

    /// Whether somebody has an address.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn has_feed(&self, person: PersonId) -> Result<bool, StoreError>;

    /// Gives somebody an address instead of the one they had, or none; whether they are there to have
    /// one.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be written.
    fn keep_feed(&mut self, person: PersonId, digest: Option<Digest>) -> Result<bool, StoreError>;
}
