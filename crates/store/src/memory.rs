//! A journal in memory, for tests and for trying things out.

mod comments;
mod drafts;
mod factors;
mod feedback;
mod feeds;
mod identities;
mod links;
mod mail;
mod passkeys;
mod people;

use crate::comments::Comment;
use crate::drafts::Draft;
use crate::error::StoreError;
use crate::factors::{Factor, TakenFactor};
use crate::feedback::Answer;
use crate::identities::Identity;
use crate::journal::{Append, Appended, Head, Journal, Token, chained, given, salt};
use crate::links::{Link, LinkLogin};
use crate::passkeys::Passkey;
use crate::people::{Login, Person};
use crate::row::{Digest, Group, Row};
use crate::verify::Verifier;
use riktning_domain::ids::PersonId;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A journal in memory. Forgets everything when it is dropped.
#[derive(Clone, Debug)]
pub struct MemoryJournal {
    group: Group,
    rows: Vec<Row>,
    blobs: BTreeMap<Digest, Vec<u8>>,
    answers: BTreeMap<Uuid, Answer>,
    people: BTreeMap<PersonId, Person>,
    logins: BTreeMap<Digest, Login>,
    factors: BTreeMap<PersonId, Factor>,
    taken: BTreeMap<PersonId, TakenFactor>,
    passkeys: BTreeMap<Vec<u8>, Passkey>,
    taken_passkeys: BTreeMap<PersonId, TakenFactor>,
    identities: BTreeMap<Identity, PersonId>,
    barred: BTreeSet<PersonId>,
    drafts: BTreeMap<(PersonId, String), Draft>,
    feeds: BTreeMap<PersonId, Digest>,
    links: Vec<Link>,
    link_logins: Vec<LinkLogin>,
    /// The last form that was sent from each place where somebody types.
    sent: BTreeMap<(PersonId, String), Uuid>,
    mail: mail::Mail,
    comments: BTreeMap<Uuid, Comment>,
}

impl MemoryJournal {
    /// An empty journal of a new group.
    ///
    /// # Errors
    /// If the machine gives no random bytes.
    pub fn new() -> Result<Self, StoreError> {
        let group = Group(salt()?);
        Ok(Self {
            group,
            rows: Vec::new(),
            blobs: BTreeMap::new(),
            answers: BTreeMap::new(),
            people: BTreeMap::new(),
            logins: BTreeMap::new(),
            factors: BTreeMap::new(),
            taken: BTreeMap::new(),
            passkeys: BTreeMap::new(),
            taken_passkeys: BTreeMap::new(),
            identities: BTreeMap::new(),
            barred: BTreeSet::new(),
            drafts: BTreeMap::new(),
            feeds: BTreeMap::new(),
            links: Vec::new(),
            link_logins: Vec::new(),
            sent: BTreeMap::new(),
            mail: mail::Mail::default(),
            comments: BTreeMap::new(),
        })
    }
}

impl Journal for MemoryJournal {
    fn group(&self) -> Group {
        self.group
    }

    fn head(&self) -> Result<Head, StoreError> {
        Ok(self.rows.last().map_or(
            Head {
                position: 0,
                hash: Digest::ZERO,
            },
            |row| Head {
                position: row.position,
                hash: row.hash,
            },
        ))
    }

    fn read(
        &self,
        after: u64,
        each: &mut dyn FnMut(&Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let after = usize::try_from(after).unwrap_or(usize::MAX);
        self.rows.iter().skip(after).try_for_each(each)
    }

    fn row(&self, position: u64) -> Result<Option<Row>, StoreError> {
        let place = position
            .checked_sub(1)
            .and_then(|at| usize::try_from(at).ok());
        Ok(place.and_then(|place| self.rows.get(place)).cloned())
    }

    fn at_one_moment(
        &self,
        look: &mut dyn FnMut(&dyn Journal) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        // Nobody else can append to it.
        look(self)
    }

    fn append(&mut self, append: Append) -> Result<Appended, StoreError> {
        if let Some(token) = &append.token
            && let Some(answer) = self.remembered(token)?
        {
            return Ok(answer);
        }
        let head = self.head()?;
        if head.position != append.expected_head {
            let (expected, found) = (append.expected_head, head.position);
            return Err(StoreError::WrongHead { expected, found });
        }
        let rows = chained(self.group, head, &append)?;
        given(&rows, &append.blobs, |digest| {
            Ok(self.blobs.contains_key(&digest))
        })?;
        let appended = Appended {
            first: head.position + 1,
            last: head.position + rows.len() as u64,
        };
        self.rows.extend(rows);
        for blob in append.blobs {
            self.blobs.insert(Digest::of(&blob), blob);
        }
        Ok(appended)
    }

    fn remembered(&self, token: &Token) -> Result<Option<Appended>, StoreError> {
        let digest = Some(token.digest());
        let Some(row) = self.rows.iter().find(|row| row.token == digest) else {
            return Ok(None);
        };
        let position = row.position;
        if row.request != Some(token.request_digest()) {
            return Err(StoreError::TokenReused { position });
        }
        Ok(Some(Appended {
            first: position,
            last: row.last.unwrap_or(position),
        }))
    }

    fn blob(&self, digest: Digest) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.blobs.get(&digest).cloned())
    }

    fn blobs(&self) -> Result<Vec<Digest>, StoreError> {
        Ok(self.blobs.keys().copied().collect())
    }

    fn restore(
        &mut self,
        group: Group,
        rows: &mut dyn Iterator<Item = Result<Row, StoreError>>,
        blobs: &mut dyn Iterator<Item = Result<Vec<u8>, StoreError>>,
    ) -> Result<Head, StoreError> {
        if let Some(last) = self.rows.last() {
            return Err(StoreError::WrongHead {
                expected: 0,
                found: last.position,
            });
        }
        let mut verifier = Verifier::new(group);
        let mut taken = Vec::new();
        for row in rows {
            let row = row?;
            verifier.next(&row)?;
            taken.push(row);
        }
        let blobs = blobs.map(|blob| blob.map(|blob| (Digest::of(&blob), blob)));
        let blobs: BTreeMap<_, _> = blobs.collect::<Result<_, _>>()?;
        verifier.all_there(&blobs.keys().copied().collect::<Vec<_>>())?;
        self.blobs = blobs;
        self.rows = taken;
        self.group = group;
        self.head()
    }
}
