//! A row of the journal, and how it is hashed.

use jiff::Timestamp;
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};
use std::fmt;

/// A SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// What the first row is chained to.
    pub const ZERO: Digest = Digest([0; 32]);

    /// The digest of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Digest(Sha256::digest(bytes).into())
    }

    /// A digest as it stands in a file: 64 hexadecimal digits in lower case.
    pub fn from_hex(hex: &str) -> Option<Self> {
        if hex.len() != 64 {
            return None;
        }
        let bytes = from_hex(hex)?;
        Some(Digest(bytes.try_into().ok()?))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

pub(crate) fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn from_hex(hex: &str) -> Option<Vec<u8>> {
    let lower = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    if !hex.len().is_multiple_of(2) || !hex.bytes().all(lower) {
        return None;
    }
    hex.as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}

/// The random id of a group, made with its store. It is part of every hash, so that rows
/// cannot be moved from one store to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Group(pub [u8; 16]);

/// What the caller gives of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRow {
    /// When we learnt it; kept to the microsecond.
    pub recorded_at: Timestamp,
    /// The day from which it stood.
    pub on: Date,
    /// Who recorded it.
    pub actor: String,
    /// The kind of event.
    pub kind: String,
    /// The form of its content.
    pub version: u32,
    /// The content without texts, as JSON.
    pub body: String,
    /// The texts, as a JSON array of strings.
    pub texts: String,
}

/// A row as it stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place, from 1 without gaps.
    pub position: u64,
    /// When we learnt it.
    pub recorded_at: Timestamp,
    /// The day from which it stood.
    pub on: Date,
    /// Who recorded it.
    pub actor: String,
    /// The kind of event.
    pub kind: String,
    /// The form of its content.
    pub version: u32,
    /// The content without texts, as JSON.
    pub body: String,
    /// The texts, as a JSON array of strings; none once they were redacted.
    pub texts: Option<String>,
    /// Sixteen random bytes, so that a redacted text cannot be guessed from its hash; none
    /// once the texts were redacted.
    pub salt: Option<[u8; 16]>,
    /// SHA-256 of salt and texts. Stays when they are redacted.
    pub texts_hash: Digest,
    /// SHA-256 of the hash before it and of the row's own leaf.
    pub hash: Digest,
    /// Outside the hash, on the first row of an append: SHA-256 of actor and token.
    pub token: Option<Digest>,
    /// Outside the hash, beside the token: HMAC-SHA-256 of the request under the token.
    pub request: Option<Digest>,
    /// Outside the hash, beside the token: the last position of the append.
    pub last: Option<u64>,
}

impl Row {
    /// A new row after the row with hash `previous`.
    pub(crate) fn chained(
        group: Group,
        position: u64,
        previous: Digest,
        salt: [u8; 16],
        new: NewRow,
    ) -> Row {
        let mut row = Row {
            position,
            recorded_at: to_the_microsecond(new.recorded_at),
            on: new.on,
            actor: new.actor,
            kind: new.kind,
            version: new.version,
            body: new.body,
            texts_hash: texts_hash(&salt, new.texts.as_bytes()),
            texts: Some(new.texts),
            salt: Some(salt),
            hash: Digest::ZERO,
            token: None,
            request: None,
            last: None,
        };
        row.hash = chain(previous, row.leaf(group));
        row
    }

    /// The row's own hash: what a tree over the journal would have as its leaf.
    pub fn leaf(&self, group: Group) -> Digest {
        let mut hash = Sha256::new();
        let mut part = |bytes: &[u8]| {
            // A length before each part: no two rows are the same bytes with a border moved.
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        part(&group.0);
        part(&self.position.to_be_bytes());
        part(&self.recorded_at.as_microsecond().to_be_bytes());
        part(self.on.to_string().as_bytes());
        part(self.actor.as_bytes());
        part(self.kind.as_bytes());
        part(&self.version.to_be_bytes());
        part(&Digest::of(self.body.as_bytes()).0);
        part(&self.texts_hash.0);
        Digest(hash.finalize().into())
    }

    /// The blobs that the row names: every string of its body that is a digest. A body holds
    /// nothing that a person typed, so that nothing else looks like one.
    pub(crate) fn named(&self) -> impl Iterator<Item = Digest> {
        self.body.split('"').filter_map(Digest::from_hex)
    }

    /// Whether the texts that are there are those that were hashed. A redacted row has none,
    /// and has no salt either.
    pub(crate) fn texts_match(&self) -> bool {
        match (&self.texts, &self.salt) {
            (Some(texts), Some(salt)) => texts_hash(salt, texts.as_bytes()) == self.texts_hash,
            (None, None) => true,
            _ => false,
        }
    }
}

/// The hash of a row: of the hash before it and of its leaf.
pub(crate) fn chain(previous: Digest, leaf: Digest) -> Digest {
    let mut hash = Sha256::new();
    hash.update(previous.0);
    hash.update(leaf.0);
    Digest(hash.finalize().into())
}

fn texts_hash(salt: &[u8; 16], texts: &[u8]) -> Digest {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(texts);
    Digest(hash.finalize().into())
}

/// What a row keeps of an instant.
fn to_the_microsecond(at: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)
}
