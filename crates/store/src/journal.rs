//! What every journal does, whatever it is kept in.

use crate::error::StoreError;
use crate::row::{Digest, Group, NewRow, Row};
use hmac::{Hmac, Mac};
use sha2::{Digest as _, Sha256};

/// The end of a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The last position; 0 before the first row.
    pub position: u64,
    /// The hash of the last row; [`Digest::ZERO`] before the first.
    pub hash: Digest,
}

/// Rows to append as one transaction.
#[derive(Clone, Debug, Default)]
pub struct Append {
    /// The position that the caller decided on. Another is refused.
    pub expected_head: u64,
    /// The rows, in order. At least one.
    pub rows: Vec<NewRow>,
    /// The blobs that they name.
    pub blobs: Vec<Vec<u8>>,
    /// What makes a second attempt answer as the first.
    pub token: Option<Token>,
}

/// An idempotency token with what it stands for.
#[derive(Clone, Debug)]
pub struct Token {
    /// Whose token: the same token of another actor is another token.
    pub actor: String,
    /// The token as the client sent it.
    pub token: String,
    /// The request that it stands for.
    pub request: Vec<u8>,
}

impl Token {
    /// What is stored of the token: SHA-256 of actor and token, each with its length.
    pub(crate) fn digest(&self) -> Digest {
        let mut hash = Sha256::new();
        for part in [&self.actor, &self.token] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        Digest(hash.finalize().into())
    }

    /// What is stored of the request: HMAC-SHA-256 under the token, so that nobody who reads
    /// the store can test a guess at what was asked.
    pub(crate) fn request_digest(&self) -> Digest {
        match Hmac::<Sha256>::new_from_slice(self.token.as_bytes()) {
            Ok(mut mac) => {
                mac.update(&self.request);
                Digest(mac.finalize().into_bytes().into())
            }
            // HMAC takes keys of any length.
            Err(_) => Digest::ZERO,
        }
    }
}

/// Where rows were appended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appended {
    /// The first position.
    pub first: u64,
    /// The last position.
    pub last: u64,
}

/// An ordered list of rows, each chained to the one before it, and the blobs they name.
pub trait Journal {
    /// The random id made with the store.
    fn group(&self) -> Group;

    /// The end of the journal.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn head(&self) -> Result<Head, StoreError>;

    /// Gives each row after a position to `each`, in order and without gaps.
    ///
    /// # Errors
    /// A gap, a row that is no row, or the first error that `each` gives.
    fn read(
        &self,
        after: u64,
        each: &mut dyn FnMut(&Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

    /// The row at a position; none after the last.
    ///
    /// # Errors
    /// A row that is no row, or [`StoreError`] if the store cannot be read.
    fn row(&self, position: u64) -> Result<Option<Row>, StoreError>;

    /// Lets `look` read the journal as it stands at one moment, whatever is appended meanwhile
    /// from elsewhere.
    ///
    /// # Errors
    /// Those of `look`, or [`StoreError`] if the store cannot be read.
    fn at_one_moment(
        &self,
        look: &mut dyn FnMut(&dyn Journal) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

    /// Appends rows and blobs, all or none. When it answers they are durable. The same token
    /// with the same request answers as the first time and writes nothing. A token stands on the
    /// first row of its append: without a row there is nothing to remember (decision record 32).
    ///
    /// # Errors
    /// [`StoreError::WrongHead`], [`StoreError::TokenReused`], [`StoreError::NamesNoBlob`], or a failure of the store.
    fn append(&mut self, append: Append) -> Result<Appended, StoreError>;

    /// Moves what was written last to where the chain of hashes guards it, if it lies elsewhere;
    /// whether all of it has been moved. What was appended is durable before and after.
    ///
    /// # Errors
    /// [`StoreError`] if it could not be moved. It lies where it lay.
    fn settle(&mut self) -> Result<bool, StoreError> {
        Ok(true)
    }

    /// What a token was answered before.
    ///
    /// # Errors
    /// [`StoreError::TokenReused`] if it was used for another request.
    fn remembered(&self, token: &Token) -> Result<Option<Appended>, StoreError>;

    /// A blob by its digest.
    ///
    /// # Errors
    /// If it is not what was written.
    fn blob(&self, digest: Digest) -> Result<Option<Vec<u8>>, StoreError>;

    /// The digests of all blobs, in order.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read.
    fn blobs(&self) -> Result<Vec<Digest>, StoreError>;

    /// Takes rows as they stand in another store of the same group, with its blobs, into this
    /// one, which must be empty.
    ///
    /// # Errors
    /// If it is not empty or the rows do not chain; then nothing was written.
    fn restore(
        &mut self,
        group: Group,
        rows: &mut dyn Iterator<Item = Result<Row, StoreError>>,
        blobs: &mut dyn Iterator<Item = Result<Vec<u8>, StoreError>>,
    ) -> Result<Head, StoreError>;
}

pub(crate) fn salt() -> Result<[u8; 16], StoreError> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(StoreError::Random)?;
    Ok(salt)
}

/// The rows of an append, chained; the first carries the token.
pub(crate) fn chained(group: Group, head: Head, append: &Append) -> Result<Vec<Row>, StoreError> {
    let mut rows: Vec<Row> = Vec::with_capacity(append.rows.len());
    let mut previous = head.hash;
    for (position, new) in (head.position + 1..).zip(&append.rows) {
        let row = Row::chained(group, position, previous, salt()?, new.clone());
        previous = row.hash;
        rows.push(row);
    }
    let last = rows.last().map(|row| row.position);
    if let (Some(first), Some(token)) = (rows.first_mut(), &append.token) {
        first.last = last;
        first.token = Some(token.digest());
        first.request = Some(token.request_digest());
    }
    Ok(rows)
}

/// Whether every blob that the rows name is given with them or is there already: what `verify`
/// would find missing is never written.
pub(crate) fn given(
    rows: &[Row],
    blobs: &[Vec<u8>],
    there: impl Fn(Digest) -> Result<bool, StoreError>,
) -> Result<(), StoreError> {
    let blobs: Vec<Digest> = blobs.iter().map(|blob| Digest::of(blob)).collect();
    for row in rows {
        for named in row.named() {
            if !blobs.contains(&named) && !there(named)? {
                let position = row.position;
                return Err(StoreError::NamesNoBlob { position });
            }
        }
    }
    Ok(())
}
