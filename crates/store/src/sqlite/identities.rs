//! The tables of people whom a sign-in service knows, in SQLite.

use super::people::{end_others, has_table, keep, keep_row};
use super::{SqliteJournal, feeds, links, mail, passkeys};
use crate::error::StoreError;
use crate::identities::{Identity, IdentityTable};
use crate::people::{Login, Person};
use riktning_domain::ids::PersonId;
use rusqlite::Transaction;
use uuid::Uuid;

/// Made when a store is opened for writing, as the tables of people are.
pub(super) const TABLES: &str = "
CREATE TABLE IF NOT EXISTS identities (
    issuer TEXT NOT NULL,
    claim TEXT NOT NULL,
    subject TEXT NOT NULL,
    person BLOB NOT NULL CHECK (length(person) = 16),
    PRIMARY KEY (issuer, claim, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS known_logins (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    provider TEXT NOT NULL,
    two_steps INTEGER NOT NULL CHECK (two_steps IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS barred (
    person BLOB PRIMARY KEY CHECK (length(person) = 16)
) STRICT, WITHOUT ROWID;
";

impl IdentityTable for SqliteJournal {
    fn identities(&self) -> Result<Vec<(Identity, PersonId)>, StoreError> {
        if !has_table(&self.connection, "identities")? {
            return Ok(Vec::new());
        }
        let sql = "SELECT issuer, claim, subject, person FROM identities \
                   ORDER BY issuer, claim, subject";
        let mut statement = self.connection.prepare_cached(sql)?;
        let all = statement.query_map([], |row| {
            let identity = Identity {
                issuer: row.get(0)?,
                claim: row.get(1)?,
                subject: row.get(2)?,
            };
            Ok((identity, PersonId(Uuid::from_bytes(row.get(3)?))))
        })?;
        Ok(all.collect::<Result<_, _>>()?)
    }

    fn keep_known(&mut self, person: &Person, identity: &Identity) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            if known(transaction, identity)?.is_some() || !keep(transaction, person)? {
                return Ok(false);
            }
            let sql = "INSERT INTO identities (issuer, claim, subject, person) \
                       VALUES (?1, ?2, ?3, ?4)";
            let values = (
                &identity.issuer,
                &identity.claim,
                &identity.subject,
                person.id.0.as_bytes(),
            );
            transaction.prepare_cached(sql)?.execute(values)?;
            Ok(true)
        })
    }

    fn rename_known(
        &mut self,
        person: PersonId,
        identity: &Identity,
        name: &str,
    ) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            if known(transaction, identity)? != Some(person) {
                return Ok(false);
            }
            let sql = "UPDATE people SET name = ?2 WHERE id = ?1";
            let mut statement = transaction.prepare_cached(sql)?;
            Ok(statement.execute((person.0.as_bytes(), name))? > 0)
        })
    }

    fn keep_known_login(&mut self, login: &Login, identity: &Identity) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            let sql = "SELECT 1 FROM barred WHERE person = ?1";
            let whose = [login.person.0.as_bytes()];
            let barred = transaction.prepare_cached(sql)?.exists(whose)?;
            if barred || known(transaction, identity)? != Some(login.person) {
                return Ok(false);
            }
            keep_row(transaction, login)?;
            Ok(true)
        })
    }

    fn barred(&self) -> Result<Vec<PersonId>, StoreError> {
        if !has_table(&self.connection, "barred")? {
            return Ok(Vec::new());
        }
        let sql = "SELECT person FROM barred ORDER BY person";
        let mut statement = self.connection.prepare_cached(sql)?;
        let all = statement.query_map([], |row| Ok(PersonId(Uuid::from_bytes(row.get(0)?))))?;
        Ok(all.collect::<Result<_, _>>()?)
    }

    fn bar(&mut self, person: PersonId) -> Result<bool, StoreError> {
        let id = [person.0.as_bytes()];
        let barred = self.write(|transaction, _| {
            let sql = "UPDATE people SET secret = NULL, once = 0 WHERE id = ?1";
            if transaction.execute(sql, id)? == 0 {
                return Ok(false);
            }
            end_others(transaction, person, None)?;
            passkeys::forget(transaction, person)?;
            feeds::forget(transaction, person)?;
            links::forget(transaction, person)?;
            mail::forget(transaction, person)?;
            let sql = "INSERT OR IGNORE INTO barred (person) VALUES (?1)";
            transaction.execute(sql, id)?;
            Ok(true)
        })?;
        self.blank_log()?;
        Ok(barred)
    }

    fn unbar(&mut self, person: PersonId) -> Result<(), StoreError> {
        self.write(|transaction, _| {
            let sql = "DELETE FROM barred WHERE person = ?1";
            transaction.execute(sql, [person.0.as_bytes()])?;
            Ok(())
        })
    }
}

/// Takes away how services know a person, with everything beside it.
pub(super) fn forget(transaction: &Transaction<'_>, person: PersonId) -> rusqlite::Result<()> {
    let person = [person.0.as_bytes()];
    transaction.execute("DELETE FROM identities WHERE person = ?1", person)?;
    transaction.execute("DELETE FROM barred WHERE person = ?1", person)?;
    Ok(())
}

/// Takes away what is known of sign-ins that there are no longer.
pub(super) fn forget_ended(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    let sql = "DELETE FROM known_logins WHERE digest NOT IN (SELECT digest FROM logins)";
    transaction.execute(sql, [])?;
    Ok(())
}

/// Whom a service knows so.
fn known(transaction: &Transaction<'_>, identity: &Identity) -> rusqlite::Result<Option<PersonId>> {
    let sql = "SELECT person FROM identities WHERE issuer = ?1 AND claim = ?2 AND subject = ?3";
    let mut statement = transaction.prepare_cached(sql)?;
    let values = (&identity.issuer, &identity.claim, &identity.subject);
    let mut rows = statement.query(values)?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    Ok(Some(PersonId(Uuid::from_bytes(row.get(0)?))))
}
