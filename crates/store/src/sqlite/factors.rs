//! The tables of second factors, in SQLite.

use super::SqliteJournal;
use super::people::has_table;
use crate::error::StoreError;
use crate::factors::{Factor, FactorProof, FactorTable, TakenFactor};
use crate::row::Digest;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use rusqlite::{Connection, Row, Transaction};
use uuid::Uuid;

/// Made when a store is opened for writing, as the tables of people are.
pub(super) const TABLES: &str = "
CREATE TABLE IF NOT EXISTS factors (
    person BLOB PRIMARY KEY CHECK (length(person) = 16),
    secret BLOB NOT NULL CHECK (length(secret) = 20),
    step INTEGER NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) = 16)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS recovery_codes (
    person BLOB NOT NULL CHECK (length(person) = 16),
    code BLOB NOT NULL CHECK (length(code) = 32),
    PRIMARY KEY (person, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS taken_factors (
    person BLOB PRIMARY KEY CHECK (length(person) = 16),
    taken_by BLOB CHECK (length(taken_by) = 16),
    taken_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
";

impl FactorTable for SqliteJournal {
    fn factors(&self) -> Result<Vec<Factor>, StoreError> {
        if !has_table(&self.connection, "factors")? {
            return Ok(Vec::new());
        }
        let sql = "SELECT person, secret, step, salt FROM factors ORDER BY person";
        let mut statement = self.connection.prepare_cached(sql)?;
        let factors = statement.query_map([], factor)?;
        let mut factors = factors.collect::<Result<Vec<_>, _>>()?;
        for factor in &mut factors {
            factor.codes = codes(&self.connection, factor.person)?;
        }
        Ok(factors)
    }

    fn taken_factors(&self) -> Result<Vec<TakenFactor>, StoreError> {
        if !has_table(&self.connection, "taken_factors")? {
            return Ok(Vec::new());
        }
        let sql = "SELECT person, taken_by, taken_at FROM taken_factors ORDER BY person";
        let mut statement = self.connection.prepare_cached(sql)?;
        let taken = statement.query_map([], taken)?;
        Ok(taken.collect::<Result<_, _>>()?)
    }

    fn keep_factor(&mut self, factor: &Factor) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            let person = factor.person.0.as_bytes();
            let sql = "SELECT 1 FROM people WHERE id = ?1";
            if !transaction.prepare_cached(sql)?.exists([person])? {
                return Ok(false);
            }
            forget(transaction, factor.person)?;
            let sql = "INSERT INTO factors (person, secret, step, salt) VALUES (?1, ?2, ?3, ?4)";
            let values = (person, factor.secret, factor.step, factor.salt);
            transaction.prepare_cached(sql)?.execute(values)?;
            let sql = "INSERT INTO recovery_codes (person, code) VALUES (?1, ?2)";
            let mut keep = transaction.prepare_cached(sql)?;
            for code in &factor.codes {
                keep.execute((person, code.0))?;
            }
            Ok(true)
        })
    }

    fn use_factor(&mut self, person: PersonId, proof: FactorProof) -> Result<bool, StoreError> {
        let person = person.0.as_bytes();
        let used = self.write(|transaction, _| {
            let used = match proof {
                FactorProof::Step(step) => transaction.execute(
                    "UPDATE factors SET step = ?2 WHERE person = ?1 AND step < ?2",
                    (person, step),
                )?,
                FactorProof::Code(code) => transaction.execute(
                    "DELETE FROM recovery_codes WHERE person = ?1 AND code = ?2",
                    (person, code.0),
                )?,
            };
            Ok(used > 0)
        })?;
        Ok(used)
    }

    fn end_factor(
        &mut self,
        person: PersonId,
        taken: Option<TakenFactor>,
    ) -> Result<bool, StoreError> {
        let ended = self.write(|transaction, _| {
            let sql = "SELECT 1 FROM factors WHERE person = ?1";
            let id = [person.0.as_bytes()];
            if !transaction.prepare_cached(sql)?.exists(id)? {
                return Ok(false);
            }
            forget(transaction, person)?;
            if let Some(taken) = taken {
                let sql = "INSERT INTO taken_factors (person, taken_by, taken_at) \
                           VALUES (?1, ?2, ?3)";
                let by = taken.by.map(|by| *by.0.as_bytes());
                let values = (person.0.as_bytes(), by, taken.at.as_microsecond());
                transaction.prepare_cached(sql)?.execute(values)?;
            }
            Ok(true)
        })?;
        // secure_delete has blanked the rows in the file; this blanks the log of what they were.
        let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
        self.connection.query_row(checkpoint, [], |_| Ok(()))?;
        Ok(ended)
    }
}

/// Takes away all that is kept of a person's factor.
pub(super) fn forget(transaction: &Transaction<'_>, person: PersonId) -> Result<(), StoreError> {
    let person = [person.0.as_bytes()];
    transaction.execute("DELETE FROM factors WHERE person = ?1", person)?;
    transaction.execute("DELETE FROM recovery_codes WHERE person = ?1", person)?;
    transaction.execute("DELETE FROM taken_factors WHERE person = ?1", person)?;
    Ok(())
}

fn codes(connection: &Connection, person: PersonId) -> Result<Vec<Digest>, StoreError> {
    let sql = "SELECT code FROM recovery_codes WHERE person = ?1 ORDER BY code";
    let mut statement = connection.prepare_cached(sql)?;
    let codes = statement.query_map([person.0.as_bytes()], |row| Ok(Digest(row.get(0)?)))?;
    Ok(codes.collect::<Result<_, _>>()?)
}

fn factor(row: &Row<'_>) -> rusqlite::Result<Factor> {
    Ok(Factor {
        person: PersonId(Uuid::from_bytes(row.get(0)?)),
        secret: row.get(1)?,
        step: row.get(2)?,
        salt: row.get(3)?,
        codes: Vec::new(),
    })
}

pub(super) fn taken(row: &Row<'_>) -> rusqlite::Result<TakenFactor> {
    let by: Option<[u8; 16]> = row.get(1)?;
    let at = Timestamp::from_microsecond(row.get(2)?);
    Ok(TakenFactor {
        person: PersonId(Uuid::from_bytes(row.get(0)?)),
        by: by.map(|by| PersonId(Uuid::from_bytes(by))),
        at: at.unwrap_or(Timestamp::UNIX_EPOCH),
    })
}
