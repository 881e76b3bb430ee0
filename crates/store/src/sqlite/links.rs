//! The tables of links, in SQLite.

use super::SqliteJournal;
use super::people::has_table;
use crate::error::StoreError;
use crate::links::{Link, LinkLogin, LinkTable};
use crate::row::Digest;
use jiff::Timestamp;
use riktning_domain::ids::{ElementId, PersonId, RoundId};
use rusqlite::{OptionalExtension as _, Row, Transaction};
use uuid::Uuid;

/// Made when a store is opened for writing, as the tables of people are.
pub(super) const TABLES: &str = "
CREATE TABLE IF NOT EXISTS links (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    person BLOB NOT NULL CHECK (length(person) = 16),
    round BLOB NOT NULL CHECK (length(round) = 16),
    elements BLOB NOT NULL CHECK (length(elements) % 16 = 0),
    letter BLOB NOT NULL CHECK (length(letter) = 16),
    made INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS link_logins (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    link BLOB NOT NULL CHECK (length(link) = 32),
    begun INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
";

/// The columns of a link.
const LINK: &str = "links.digest, person, round, elements, letter, made";

impl LinkTable for SqliteJournal {
    fn keep_link(&mut self, link: &Link) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            let (person, round) = (link.person.0.as_bytes(), link.round.0.as_bytes());
            let letter = link.letter.as_bytes();
            let sql = "SELECT 1 FROM people WHERE id = ?1";
            if !transaction.prepare_cached(sql)?.exists([person])? {
                return Ok(false);
            }
            let sql = "DELETE FROM links WHERE person = ?1 AND round = ?2 AND letter <> ?3";
            transaction.execute(sql, (person, round, letter))?;
            let rows: Vec<u8> = link.rows.iter().flat_map(|id| *id.0.as_bytes()).collect();
            let sql = "INSERT INTO links (digest, person, round, elements, letter, made) \
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            let made = link.made.as_microsecond();
            transaction.execute(sql, (link.digest.0, person, round, rows, letter, made))?;
            forget_ended(transaction)?;
            Ok(true)
        })
    }

    fn link(&self, digest: Digest) -> Result<Option<Link>, StoreError> {
        if !has_table(&self.connection, "links")? {
            return Ok(None);
        }
        let sql = &format!("SELECT {LINK} FROM links WHERE digest = ?1");
        let mut statement = self.connection.prepare_cached(sql)?;
        let link = statement.query_row([digest.0], link);
        Ok(link.optional()?.flatten())
    }

    fn keep_link_login(&mut self, login: &LinkLogin) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            let sql = "INSERT INTO link_logins (digest, link, begun) \
                       SELECT ?1, digest, ?3 FROM links WHERE digest = ?2";
            let values = (login.digest.0, login.link.0, login.begun.as_microsecond());
            Ok(transaction.execute(sql, values)? > 0)
        })
    }

    fn link_login(&self, digest: Digest) -> Result<Option<(Link, Timestamp)>, StoreError> {
        if !has_table(&self.connection, "link_logins")? {
            return Ok(None);
        }
        let sql = &format!(
            "SELECT {LINK}, begun FROM link_logins JOIN links ON links.digest = link_logins.link \
             WHERE link_logins.digest = ?1"
        );
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_row([digest.0], |row| {
            let begun = Timestamp::from_microsecond(row.get(6)?).ok();
            Ok(link(row)?.zip(begun))
        });
        Ok(found.optional()?.flatten())
    }

    fn end_links(&mut self, person: PersonId) -> Result<(), StoreError> {
        self.write(|transaction, _| Ok(forget(transaction, person)?))
    }

    fn erase_links(&mut self, made: Timestamp, begun: Timestamp) -> Result<(), StoreError> {
        self.write(|transaction, _| {
            let sql = "DELETE FROM link_logins WHERE begun < ?1";
            transaction.execute(sql, [begun.as_microsecond()])?;
            let sql = "DELETE FROM links WHERE made < ?1";
            transaction.execute(sql, [made.as_microsecond()])?;
            forget_ended(transaction)?;
            Ok(())
        })
    }

    fn end_link_login(&mut self, digest: Digest) -> Result<(), StoreError> {
        self.write(|transaction, _| {
            transaction.execute("DELETE FROM link_logins WHERE digest = ?1", [digest.0])?;
            Ok(())
        })
    }
}

/// A link as it is kept; none whose time is none.
fn link(row: &Row<'_>) -> rusqlite::Result<Option<Link>> {
    let id = |place| row.get(place).map(Uuid::from_bytes);
    let elements: Vec<u8> = row.get(3)?;
    let ids = elements.chunks_exact(16).map(Uuid::from_slice);
    let rows: Vec<_> = ids.flatten().map(ElementId).collect();
    let Ok(made) = Timestamp::from_microsecond(row.get(5)?) else {
        return Ok(None);
    };
    Ok(Some(Link {
        digest: Digest(row.get(0)?),
        person: PersonId(id(1)?),
        round: RoundId(id(2)?),
        rows,
        letter: id(4)?,
        made,
    }))
}

/// Takes away the browsers whose link has ended.
fn forget_ended(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    let sql = "DELETE FROM link_logins WHERE link NOT IN (SELECT digest FROM links)";
    transaction.execute(sql, [])?;
    Ok(())
}

/// Takes away the links of a person.
pub(super) fn forget(transaction: &Transaction<'_>, person: PersonId) -> rusqlite::Result<()> {
    let person = [person.0.as_bytes()];
    transaction.execute("DELETE FROM links WHERE person = ?1", person)?;
    forget_ended(transaction)
}
