//! The table of calendar addresses, in SQLite.

use super::SqliteJournal;
use super::people::has_table;
use crate::error::StoreError;
use crate::feeds::FeedTable;
use crate::row::Digest;
use riktning_domain::ids::PersonId;
use rusqlite::{OptionalExtension as _, Transaction};
use uuid::Uuid;

/// Made when a store is opened for writing, as the tables of people are.
pub(super) const TABLE: &str = "
CREATE TABLE IF NOT EXISTS feeds (
    person BLOB PRIMARY KEY CHECK (length(person) = 16),
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32)
) STRICT, WITHOUT ROWID;
";

impl FeedTable for SqliteJournal {
    fn feed(&self, digest: Digest) -> Result<Option<PersonId>, StoreError> {
        if !has_table(&self.connection, "feeds")? {
            return Ok(None);
        }
        let sql = "SELECT person FROM feeds WHERE digest = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let person = statement.query_row([digest.0], |row| row.get(0));
        Ok(person.optional()?.map(|id| PersonId(Uuid::from_bytes(id))))
    }

    fn has_feed(&self, person: PersonId) -> Result<bool, StoreError> {
        if !has_table(&self.connection, "feeds")? {
            return Ok(false);
        }
        let sql = "SELECT 1 FROM feeds WHERE person = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.exists([person.0.as_bytes()])?)
    }

    fn keep_feed(&mut self, person: PersonId, digest: Option<Digest>) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            forget(transaction, person)?;
            let id = person.0.as_bytes();
            let sql = "SELECT 1 FROM people WHERE id = ?1";
            let is_there = transaction.prepare_cached(sql)?.exists([id])?;
            if let Some(digest) = digest.filter(|_| is_there) {
                let sql = "INSERT INTO feeds (person, digest) VALUES (?1, ?2)";
                transaction.execute(sql, (id, digest.0))?;
            }
            Ok(is_there)
        })
    }
}

/// Takes away the address of a person.
pub(super) fn forget(transaction: &Transaction<'_>, person: PersonId) -> Result<(), StoreError> {
    let person = [person.0.as_bytes()];
    transaction.execute("DELETE FROM feeds WHERE person = ?1", person)?;
    Ok(())
}
