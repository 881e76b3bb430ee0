//! The tables of passkeys, in SQLite.

use super::people::{end_others, has_table, keep_row};
use super::{SqliteJournal, mail};
use crate::error::StoreError;
use crate::factors::TakenFactor;
use crate::passkeys::{EndPasskeys, NewPasskey, Passkey, PasskeyTable, PasskeyUse};
use crate::people::Login;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use rusqlite::{Row, Transaction};
use uuid::Uuid;

/// Made when a store is opened for writing, as the tables of people are.
pub(super) const TABLES: &str = "
CREATE TABLE IF NOT EXISTS passkeys (
    credential BLOB PRIMARY KEY CHECK (length(credential) BETWEEN 1 AND 1023),
    person BLOB NOT NULL CHECK (length(person) = 16),
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    made INTEGER NOT NULL,
    used INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS passkey_logins (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS taken_passkeys (
    person BLOB PRIMARY KEY CHECK (length(person) = 16),
    taken_by BLOB CHECK (length(taken_by) = 16),
    taken_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
";

impl PasskeyTable for SqliteJournal {
    fn passkeys(&self) -> Result<Vec<Passkey>, StoreError> {
        if !has_table(&self.connection, "passkeys")? {
            return Ok(Vec::new());
        }
        let sql = "SELECT credential, person, name, key, made, used FROM passkeys \
                   ORDER BY made, credential";
        let mut statement = self.connection.prepare_cached(sql)?;
        let all = statement.query_map([], passkey)?;
        Ok(all.collect::<Result<_, _>>()?)
    }

    fn taken_passkeys(&self) -> Result<Vec<TakenFactor>, StoreError> {
        if !has_table(&self.connection, "taken_passkeys")? {
            return Ok(Vec::new());
        }
        let sql = "SELECT person, taken_by, taken_at FROM taken_passkeys ORDER BY person";
        let mut statement = self.connection.prepare_cached(sql)?;
        let taken = statement.query_map([], super::factors::taken)?;
        Ok(taken.collect::<Result<_, _>>()?)
    }

    fn keep_passkey(&mut self, new: &NewPasskey) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            let (passkey, person) = (&new.passkey, new.passkey.person.0.as_bytes());
            let asks = "SELECT 1 FROM logins JOIN people ON people.id = logins.person \
                        WHERE digest = ?1 AND person = ?2";
            let mut asks = transaction.prepare_cached(asks)?;
            let known = "SELECT 1 FROM passkeys WHERE credential = ?1";
            let mut known = transaction.prepare_cached(known)?;
            if !asks.exists((new.stays.0, person))? || known.exists([&passkey.credential])? {
                return Ok(false);
            }
            end_others(transaction, passkey.person, Some(new.stays))?;
            transaction.execute("DELETE FROM taken_passkeys WHERE person = ?1", [person])?;
            let sql = "INSERT INTO passkeys (credential, person, name, key, made, used) \
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            let used = passkey.used.map(Timestamp::as_microsecond);
            let made = passkey.made.as_microsecond();
            let (credential, name, key) = (&passkey.credential, &passkey.name, &passkey.key);
            let values = (credential, person, name, key, made, used);
            transaction.prepare_cached(sql)?.execute(values)?;
            let mut told = new.told.iter();
            told.try_for_each(|news| mail::take(transaction, news))?;
            Ok(true)
        })
    }

    fn keep_passkey_login(&mut self, login: &Login, used: &PasskeyUse) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            let person = login.person.0.as_bytes();
            let sql = "UPDATE passkeys SET key = ?4, used = ?5 \
                       WHERE credential = ?1 AND person = ?2 AND key = ?3 \
                       AND person NOT IN (SELECT person FROM barred) \
                       AND person IN (SELECT id FROM people)";
            let begun = login.begun.as_microsecond();
            let values = (&used.of.credential, person, &used.of.key, &used.key, begun);
            if transaction.prepare_cached(sql)?.execute(values)? == 0 {
                return Ok(false);
            }
            keep_row(transaction, login)?;
            Ok(true)
        })
    }

    fn end_passkeys(&mut self, end: &EndPasskeys) -> Result<usize, StoreError> {
        self.write(|transaction, _| {
            let person = end.person.0.as_bytes();
            let sql = "DELETE FROM passkeys WHERE person = ?1 AND (?2 IS NULL OR credential = ?2)";
            let ended = transaction.execute(sql, (person, &end.credential))?;
            if ended == 0 {
                return Ok(0);
            }
            end_others(transaction, end.person, end.stays)?;
            if let Some(taken) = end.taken {
                let sql = "INSERT OR REPLACE INTO taken_passkeys (person, taken_by, taken_at) \
                           VALUES (?1, ?2, ?3)";
                let by = taken.by.map(|by| *by.0.as_bytes());
                let values = (person, by, taken.at.as_microsecond());
                transaction.prepare_cached(sql)?.execute(values)?;
            }
            let mut told = end.told.iter();
            told.try_for_each(|news| mail::take(transaction, news))?;
            Ok(ended)
        })
    }
}

/// Takes away all that is kept of a person's passkeys.
pub(super) fn forget(transaction: &Transaction<'_>, person: PersonId) -> rusqlite::Result<()> {
    let person = [person.0.as_bytes()];
    transaction.execute("DELETE FROM passkeys WHERE person = ?1", person)?;
    transaction.execute("DELETE FROM taken_passkeys WHERE person = ?1", person)?;
    Ok(())
}

/// Takes away that sign-ins which there are no longer came by a passkey.
pub(super) fn forget_ended(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    let sql = "DELETE FROM passkey_logins WHERE digest NOT IN (SELECT digest FROM logins)";
    transaction.execute(sql, [])?;
    Ok(())
}

fn passkey(row: &Row<'_>) -> rusqlite::Result<Passkey> {
    let instant = |at: i64| Timestamp::from_microsecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
    let used: Option<i64> = row.get(5)?;
    Ok(Passkey {
        credential: row.get(0)?,
        person: PersonId(Uuid::from_bytes(row.get(1)?)),
        name: row.get(2)?,
        key: row.get(3)?,
        made: instant(row.get(4)?),
        used: used.map(instant),
    })
}
