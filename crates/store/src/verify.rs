//! Walking the chain: whether every word is what was written.

use crate::error::StoreError;
use crate::journal::{Head, Journal};
use crate::row::{Digest, Group, Row, chain};
use std::collections::BTreeMap;

/// A row, or a blob, is not what was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the journal is broken at position {position}: {what}")]
pub struct Broken {
    /// The first position that does not hold.
    pub position: u64,
    /// What does not hold.
    pub what: Flaw,
}

/// What does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// A position is missing or stands twice.
    #[error("a position is missing or out of order")]
    Gap,
    /// The row's hash does not follow from the row and the one before it.
    #[error("the row is not the one that was written")]
    Hash,
    /// The texts do not have the hash that was written.
    #[error("the texts are not those that were written")]
    Texts,
    /// The texts are gone, and nothing in the journal says who took them away and why.
    #[error("the texts are gone without a redaction")]
    Emptied,
    /// A column holds what no row of ours holds.
    #[error("a column holds what was never written")]
    Column,
    /// The journal ends before the head that the store remembers.
    #[error("the end of the journal is missing")]
    Tail,
    /// A blob is missing or is not what its name says.
    #[error("a file kept beside the rows is missing or changed")]
    Blob,
}

/// What a walk of the whole chain found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many rows there are.
    pub events: u64,
    /// How many blobs there are.
    pub blobs: u64,
    /// How many rows have lost their texts. The chain holds without them, so that what the law
    /// wants erased can be; this version writes no redaction, so none of them is accounted for.
    pub emptied: u64,
    /// The first of them.
    pub first_emptied: Option<u64>,
    /// The end of the journal. Keep it outside: a tail that is cut off, head and all, can only
    /// be seen against it.
    pub head: Head,
}

/// Checks rows one after another.
#[derive(Clone, Debug)]
pub struct Verifier {
    group: Group,
    head: Head,
    /// The blobs that must be there, with the first position that names each.
    named: BTreeMap<Digest, u64>,
}

impl Verifier {
    /// Before the first row.
    pub fn new(group: Group) -> Self {
        Verifier {
            group,
            head: Head {
                position: 0,
                hash: Digest::ZERO,
            },
            named: BTreeMap::new(),
        }
    }

    /// The row that must follow.
    ///
    /// # Errors
    /// [`Broken`] at its position.
    pub fn next(&mut self, row: &Row) -> Result<(), Broken> {
        let position = self.head.position + 1;
        let broken = |what| Broken { position, what };
        if row.position != position {
            return Err(broken(Flaw::Gap));
        }
        if chain(self.head.hash, row.leaf(self.group)) != row.hash {
            return Err(broken(Flaw::Hash));
        }
        if !row.texts_match() {
            return Err(broken(Flaw::Texts));
        }
        // What a redacted row named may have gone with its texts.
        if row.texts.is_some() {
            for blob in row.named() {
                self.named.entry(blob).or_insert(position);
            }
        }
        self.head = Head {
            position,
            hash: row.hash,
        };
        Ok(())
    }

    /// After the last row: whether every blob that a row names is among these, given
    /// in order.
    ///
    /// # Errors
    /// [`Flaw::Blob`] at the first position that names one that is not.
    pub fn all_there(&self, blobs: &[Digest]) -> Result<(), Broken> {
        let there = |digest| blobs.binary_search(digest).is_ok();
        let missing = self.named.iter().filter(|(named, _)| !there(named));
        match missing.map(|(_, position)| *position).min() {
            None => Ok(()),
            Some(position) => Err(Broken {
                position,
                what: Flaw::Blob,
            }),
        }
    }

    /// The end of what was checked.
    pub fn head(&self) -> Head {
        self.head
    }
}

/// Walks the whole chain and every blob, and asks for every blob that a row names.
///
/// # Errors
/// [`StoreError::Broken`] with the first position that does not hold, or what kept the store
/// from being read.
pub fn verify(
    journal: &dyn Journal,
    progress: &mut dyn FnMut(u64),
) -> Result<Verified, StoreError> {
    let mut verified = Err(StoreError::Busy);
    // As it stands at one moment: a head that moved on meanwhile is not a tail that is missing.
    journal.at_one_moment(&mut |journal| {
        verified = walk(journal, progress);
        Ok(())
    })?;
    verified
}

fn walk(journal: &dyn Journal, progress: &mut dyn FnMut(u64)) -> Result<Verified, StoreError> {
    let mut verifier = Verifier::new(journal.group());
    let (mut emptied, mut first_emptied) = (0, None);
    journal.read(0, &mut |row| {
        verifier.next(row)?;
        if row.texts.is_none() {
            emptied += 1;
            first_emptied.get_or_insert(row.position);
        }
        progress(row.position);
        Ok(())
    })?;
    let head = verifier.head();
    if journal.head()? != head {
        return Err(Broken {
            position: head.position + 1,
            what: Flaw::Tail,
        }
        .into());
    }
    let blobs = journal.blobs()?;
    verifier.all_there(&blobs)?;
    for digest in &blobs {
        let sound = journal
            .blob(*digest)?
            .is_some_and(|blob| Digest::of(&blob) == *digest);
        if !sound {
            return Err(Broken {
                position: head.position,
                what: Flaw::Blob,
            }
            .into());
        }
    }
    Ok(Verified {
        events: head.position,
        blobs: blobs.len() as u64,
        emptied,
        first_emptied,
        head,
    })
}
