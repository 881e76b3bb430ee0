//! The tables of people and of sign-ins, in SQLite.

use super::{SqliteJournal, comments, drafts, factors, feeds, identities, links, mail, passkeys};
use crate::error::StoreError;
use crate::people::{EndLogins, Login, NewSecret, PeopleTable, Person, Secret, Through};
use crate::row::Digest;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use rusqlite::{Connection, Row, Transaction};
use uuid::Uuid;

/// Made when a store is opened for writing, so that one made by an earlier version gets them too.
/// They are no part of the journal's form.
pub(super) const TABLES: &str = "
CREATE TABLE IF NOT EXISTS people (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    secret TEXT,
    once INTEGER NOT NULL CHECK (once IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS logins (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    person BLOB NOT NULL CHECK (length(person) = 16),
    begun INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    device TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

impl PeopleTable for SqliteJournal {
    fn people(&self) -> Result<Vec<Person>, StoreError> {
        if !has_table(&self.connection, "logins")? {
            return Ok(Vec::new());
        }
        let sql = "SELECT id, login, name, secret, once FROM people ORDER BY login";
        let mut statement = self.connection.prepare_cached(sql)?;
        let people = statement.query_map([], person)?;
        Ok(people.collect::<Result<_, _>>()?)
    }

    fn keep_person(&mut self, person: &Person) -> Result<bool, StoreError> {
        self.write(|transaction, _| Ok(keep(transaction, person)?))
    }

    fn keep_secret(&mut self, new: &NewSecret) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            let id = new.person.0.as_bytes();
            let stays = new.stays.map(|digest| digest.0);
            if let Some(digest) = stays {
                let sql = "SELECT 1 FROM logins WHERE digest = ?1 AND person = ?2";
                if !transaction.prepare_cached(sql)?.exists((digest, id))? {
                    return Ok(false);
                }
            }
            let (secret, once) = stored(&new.secret);
            let (is_made_for, (was, was_once)) = (
                new.was.is_some(),
                new.was.as_ref().map_or((None, false), stored),
            );
            let sql = "UPDATE people SET secret = ?2, once = ?3 \
                       WHERE id = ?1 AND (NOT ?4 OR (secret IS ?5 AND once = ?6))";
            let values = (id, secret, once, is_made_for, was, was_once);
            if transaction.prepare_cached(sql)?.execute(values)? == 0 {
                return Ok(false);
            }
            end_others(transaction, new.person, new.stays)?;
            transaction.execute("DELETE FROM barred WHERE person = ?1", [id])?;
            let mut told = new.told.iter();
            told.try_for_each(|news| mail::take(transaction, news))?;
            Ok(true)
        })
    }

    fn erase_person(&mut self, person: PersonId) -> Result<bool, StoreError> {
        let id = [person.0.as_bytes()];
        let erased = self.write(|transaction, _| {
            transaction.execute("DELETE FROM logins WHERE person = ?1", id)?;
            factors::forget(transaction, person)?;
            passkeys::forget(transaction, person)?;
            identities::forget(transaction, person)?;
            forget_ended(transaction)?;
            drafts::forget(transaction, person)?;
            feeds::forget(transaction, person)?;
            links::forget(transaction, person)?;
            mail::forget(transaction, person)?;
            comments::forget(transaction, person)?;
            Ok(transaction.execute("DELETE FROM people WHERE id = ?1", id)? > 0)
        })?;
        self.blank_log()?;
        Ok(erased)
    }

    fn logins(&self) -> Result<Vec<Login>, StoreError> {
        if !has_table(&self.connection, "logins")? {
            return Ok(Vec::new());
        }
        // A store of a version without sign-in services is read too, before it is written.
        let through = match has_table(&self.connection, "known_logins")? {
            true => "provider, two_steps FROM logins LEFT JOIN known_logins USING (digest)",
            false => "NULL, 0 FROM logins",
        };
        // And one of a version without passkeys.
        let by_passkey = match has_table(&self.connection, "passkey_logins")? {
            true => "digest IN (SELECT digest FROM passkey_logins)",
            false => "0",
        };
        let sql = &format!(
            "SELECT digest, person, begun, seen, device, {by_passkey}, {through} \
             ORDER BY begun, digest"
        );
        let mut statement = self.connection.prepare_cached(sql)?;
        let logins = statement.query_map([], login)?;
        let logins = logins.collect::<Result<Vec<_>, _>>()?;
        // One whose times are none signs nobody in.
        Ok(logins.into_iter().flatten().collect())
    }

    fn keep_login(&mut self, login: &Login, proof: &str) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            let whose = (login.person.0.as_bytes(), proof);
            let sql = "SELECT 1 FROM people WHERE id = ?1 AND secret = ?2";
            if !transaction.prepare_cached(sql)?.exists(whose)? {
                return Ok(false);
            }
            let sql = "UPDATE people SET secret = NULL, once = 0 \
                       WHERE id = ?1 AND once = 1 AND secret = ?2";
            transaction.prepare_cached(sql)?.execute(whose)?;
            keep_row(transaction, login)?;
            Ok(true)
        })
    }

    fn note_login(&mut self, digest: Digest, seen: Timestamp) -> Result<(), StoreError> {
        self.write(|transaction, _| {
            let sql = "UPDATE logins SET seen = ?2 WHERE digest = ?1";
            let noted = (digest.0, seen.as_microsecond());
            transaction.prepare_cached(sql)?.execute(noted)?;
            Ok(())
        })
    }

    fn end_logins(&mut self, which: EndLogins) -> Result<usize, StoreError> {
        self.write(|transaction, _| {
            let ended = match which {
                EndLogins::One(digest) => {
                    transaction.execute("DELETE FROM logins WHERE digest = ?1", [digest.0])?
                }
                EndLogins::Of(person) => transaction.execute(
                    "DELETE FROM logins WHERE person = ?1",
                    [person.0.as_bytes()],
                )?,
                EndLogins::Stale { begun, seen } => transaction.execute(
                    "DELETE FROM logins WHERE begun < ?1 OR seen < ?2",
                    [begun.as_microsecond(), seen.as_microsecond()],
                )?,
            };
            forget_ended(transaction)?;
            Ok(ended)
        })
    }
}

/// Keeps a person; not when somebody else has the name to sign in with.
pub(super) fn keep(transaction: &Transaction<'_>, person: &Person) -> rusqlite::Result<bool> {
    let taken = "SELECT 1 FROM people WHERE login = ?1 AND id <> ?2";
    let mut taken = transaction.prepare_cached(taken)?;
    if taken.exists((&person.login, person.id.0.as_bytes()))? {
        return Ok(false);
    }
    let (secret, once) = stored(&person.secret);
    let sql = "INSERT OR REPLACE INTO people (id, login, name, secret, once) \
               VALUES (?1, ?2, ?3, ?4, ?5)";
    let values = (
        person.id.0.as_bytes(),
        &person.login,
        &person.name,
        secret,
        once,
    );
    transaction.prepare_cached(sql)?.execute(values)?;
    Ok(true)
}

/// A secret as its two columns.
fn stored(secret: &Secret) -> (Option<&str>, bool) {
    match secret {
        Secret::None => (None, false),
        Secret::Once(secret) => (Some(secret), true),
        Secret::Own(secret) => (Some(secret), false),
    }
}

/// Keeps a sign-in that has been proved.
pub(super) fn keep_row(transaction: &Transaction<'_>, login: &Login) -> rusqlite::Result<()> {
    let sql = "INSERT INTO logins (digest, person, begun, seen, device) \
               VALUES (?1, ?2, ?3, ?4, ?5)";
    let values = (
        login.digest.0,
        login.person.0.as_bytes(),
        login.begun.as_microsecond(),
        login.seen.as_microsecond(),
        &login.device,
    );
    transaction.prepare_cached(sql)?.execute(values)?;
    if let Some(through) = &login.through {
        let sql = "INSERT INTO known_logins (digest, provider, two_steps) VALUES (?1, ?2, ?3)";
        let values = (login.digest.0, &through.provider, through.two_steps);
        transaction.prepare_cached(sql)?.execute(values)?;
    }
    if login.by_passkey {
        let sql = "INSERT INTO passkey_logins (digest) VALUES (?1)";
        transaction.prepare_cached(sql)?.execute([login.digest.0])?;
    }
    Ok(())
}

/// Ends every sign-in of a person but one, if one stays.
pub(super) fn end_others(
    transaction: &Transaction<'_>,
    person: PersonId,
    stays: Option<Digest>,
) -> rusqlite::Result<()> {
    let sql = "DELETE FROM logins WHERE person = ?1 AND digest IS NOT ?2";
    transaction.execute(sql, (person.0.as_bytes(), stays.map(|digest| digest.0)))?;
    forget_ended(transaction)?;
    // Whoever has lost a password may have lost their mail.
    links::forget(transaction, person)
}

/// Takes away what stands beside sign-ins that there are no longer.
pub(super) fn forget_ended(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    identities::forget_ended(transaction)?;
    passkeys::forget_ended(transaction)
}

/// A store that is opened to be read may be of a version that had no people, or no factors.
pub(super) fn has_table(connection: &Connection, name: &str) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.exists([name])?)
}

fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    let (secret, once): (Option<String>, bool) = (row.get(3)?, row.get(4)?);
    Ok(Person {
        id: PersonId(Uuid::from_bytes(row.get(0)?)),
        login: row.get(1)?,
        name: row.get(2)?,
        secret: match (secret, once) {
            (None, _) => Secret::None,
            (Some(secret), true) => Secret::Once(secret),
            (Some(secret), false) => Secret::Own(secret),
        },
    })
}

fn login(row: &Row<'_>) -> rusqlite::Result<Option<Login>> {
    let (begun, seen): (i64, i64) = (row.get(2)?, row.get(3)?);
    let (digest, person): ([u8; 32], [u8; 16]) = (row.get(0)?, row.get(1)?);
    let device = row.get(4)?;
    let by_passkey = row.get(5)?;
    let provider: Option<String> = row.get(6)?;
    let two_steps: Option<bool> = row.get(7)?;
    let two_steps = two_steps == Some(true);
    let instants = Timestamp::from_microsecond(begun).ok();
    let instants = instants.zip(Timestamp::from_microsecond(seen).ok());
    Ok(instants.map(|(begun, seen)| Login {
        digest: Digest(digest),
        person: PersonId(Uuid::from_bytes(person)),
        begun,
        seen,
        device,
        through: provider.map(|provider| Through {
            provider,
            two_steps,
        }),
        by_passkey,
    }))
}
