//! The tables of mailboxes, of cursors and of the outbox, in SQLite.

use super::SqliteJournal;
use super::people::has_table;
use crate::error::StoreError;
use crate::mail::{Followed, Letter, LetterKind, LetterStanding, MailTable, Mailbox, News, Tiding};
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use rusqlite::types::Type;
use rusqlite::{OptionalExtension as _, Row, Transaction};
use uuid::Uuid;

/// Made when a store is opened for writing, as the tables of people are.
pub(super) const TABLES: &str = "
CREATE TABLE IF NOT EXISTS mailboxes (
    person BLOB PRIMARY KEY CHECK (length(person) = 16),
    address TEXT NOT NULL,
    language TEXT NOT NULL,
    digest INTEGER NOT NULL CHECK (digest IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cursors (
    follower TEXT PRIMARY KEY,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outbox (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    person BLOB NOT NULL CHECK (length(person) = 16),
    kind TEXT NOT NULL,
    standing TEXT NOT NULL,
    made INTEGER NOT NULL,
    due INTEGER NOT NULL,
    until INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    domain TEXT NOT NULL,
    answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tidings (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    letter BLOB NOT NULL CHECK (length(letter) = 16),
    what TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tidings_of ON tidings (letter);
CREATE INDEX IF NOT EXISTS outbox_of ON outbox (person);
CREATE INDEX IF NOT EXISTS outbox_due ON outbox (due) WHERE standing = 'waiting';
";

/// The letters of one person are few, and so are those that wait: no question reads the others.
const WAITS: &str = "SELECT 1 FROM outbox WHERE person = ?1 AND kind = ?2 AND standing = 'waiting'";
const OPEN: &str = "SELECT id FROM outbox WHERE person = ?1 AND kind = 'digest' \
                    AND standing = 'waiting' AND tries = 0 ORDER BY id";
const DUE: &str = "FROM outbox WHERE standing = 'waiting' AND due <= ?1 ORDER BY due, id";

const LETTER: &str = "id, person, kind, standing, made, due, until, tries, changed, domain, answer";

impl MailTable for SqliteJournal {
    fn mailboxes(&self) -> Result<Vec<Mailbox>, StoreError> {
        if !has_table(&self.connection, "mailboxes")? {
            return Ok(Vec::new());
        }
        let sql = "SELECT person, address, language, digest FROM mailboxes ORDER BY person";
        let mut statement = self.connection.prepare_cached(sql)?;
        let boxes = statement.query_map([], mailbox)?;
        Ok(boxes.collect::<Result<_, _>>()?)
    }

    fn mailbox(&self, person: PersonId) -> Result<Option<Mailbox>, StoreError> {
        if !has_table(&self.connection, "mailboxes")? {
            return Ok(None);
        }
        let sql = "SELECT person, address, language, digest FROM mailboxes WHERE person = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let own = statement.query_row([person.0.as_bytes()], mailbox);
        Ok(own.optional()?)
    }

    fn keep_mailbox(&mut self, mailbox: &Mailbox) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            let person = mailbox.person.0.as_bytes();
            let sql = "SELECT 1 FROM people WHERE id = ?1";
            if !transaction.prepare_cached(sql)?.exists([person])? {
                return Ok(false);
            }
            let sql = "INSERT OR REPLACE INTO mailboxes (person, address, language, digest) \
                       VALUES (?1, ?2, ?3, ?4)";
            let values = (person, &mailbox.address, &mailbox.language, mailbox.digest);
            transaction.prepare_cached(sql)?.execute(values)?;
            Ok(true)
        })
    }

    fn erase_mailbox(&mut self, person: PersonId) -> Result<bool, StoreError> {
        let erased = self.write(|transaction, _| forget(transaction, person))?;
        self.blank_log()?;
        Ok(erased)
    }

    fn cursor(&self, follower: &str) -> Result<Option<u64>, StoreError> {
        match has_table(&self.connection, "cursors")? {
            true => cursor(&self.connection, follower),
            false => Ok(None),
        }
    }

    fn tell(&mut self, news: &[News], followed: Option<Followed<'_>>) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            if let Some(Followed { follower, from, to }) = followed {
                if cursor(transaction, follower)? != from {
                    return Ok(false);
                }
                let sql = "INSERT OR REPLACE INTO cursors (follower, position) VALUES (?1, ?2)";
                transaction.execute(sql, (follower, super::signed(to)))?;
            }
            news.iter().try_for_each(|news| take(transaction, news))?;
            Ok(true)
        })
    }

    fn letters(&self) -> Result<Vec<Letter>, StoreError> {
        if !has_table(&self.connection, "outbox")? {
            return Ok(Vec::new());
        }
        let sql = format!("SELECT {LETTER} FROM outbox ORDER BY made, id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let letters = statement.query_map([], letter)?;
        Ok(letters.collect::<Result<_, _>>()?)
    }

    fn waits(&self, person: PersonId, kind: LetterKind) -> Result<bool, StoreError> {
        if !has_table(&self.connection, "outbox")? {
            return Ok(false);
        }
        let mut statement = self.connection.prepare_cached(WAITS)?;
        Ok(statement.exists((person.0.as_bytes(), kind.name()))?)
    }

    fn due_letters(&self, by: Timestamp) -> Result<Vec<Letter>, StoreError> {
        if !has_table(&self.connection, "outbox")? {
            return Ok(Vec::new());
        }
        let sql = format!("SELECT {LETTER} {DUE}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let letters = statement.query_map([by.as_microsecond()], letter)?;
        Ok(letters.collect::<Result<_, _>>()?)
    }

    fn letter(&self, id: Uuid) -> Result<Option<Letter>, StoreError> {
        let sql = format!("SELECT {LETTER} FROM outbox WHERE id = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([id.as_bytes()], letter).optional()?)
    }

    fn tidings(&self, letter: Uuid) -> Result<Vec<Tiding>, StoreError> {
        if !has_table(&self.connection, "tidings")? {
            return Ok(Vec::new());
        }
        let sql = "SELECT id, what, at FROM tidings WHERE letter = ?1 ORDER BY at, id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let tidings = statement.query_map([letter.as_bytes()], |row| {
            Ok(Tiding {
                id: Uuid::from_bytes(row.get(0)?),
                what: row.get(1)?,
                at: instant(row, 2)?,
            })
        })?;
        Ok(tidings.collect::<Result<_, _>>()?)
    }

    fn keep_letter(&mut self, letter: &Letter) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            let sql = "UPDATE outbox SET standing = ?2, due = ?3, until = ?4, tries = ?5, \
                       changed = ?6, domain = ?7, answer = ?8 WHERE id = ?1";
            let values = (
                letter.id.as_bytes(),
                letter.standing.name(),
                letter.due.as_microsecond(),
                letter.until.as_microsecond(),
                letter.tries,
                letter.changed.as_microsecond(),
                &letter.domain,
                &letter.answer,
            );
            Ok(transaction.prepare_cached(sql)?.execute(values)? == 1)
        })
    }

    fn erase_letters(&mut self, letters: &[Uuid]) -> Result<(), StoreError> {
        self.write(|transaction, _| {
            for letter in letters {
                let letter = [letter.as_bytes()];
                transaction.execute("DELETE FROM tidings WHERE letter = ?1", letter)?;
                transaction.execute("DELETE FROM outbox WHERE id = ?1", letter)?;
            }
            Ok(())
        })
    }
}

fn cursor(connection: &rusqlite::Connection, follower: &str) -> Result<Option<u64>, StoreError> {
    let sql = "SELECT position FROM cursors WHERE follower = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let found: Option<i64> = statement
        .query_row([follower], |row| row.get(0))
        .optional()?;
    Ok(found.map(|position| u64::try_from(position).unwrap_or_default()))
}

/// Takes away all that is a person's.
pub(super) fn forget(transaction: &Transaction<'_>, person: PersonId) -> Result<bool, StoreError> {
    let person = [person.0.as_bytes()];
    let told = "DELETE FROM tidings WHERE letter IN (SELECT id FROM outbox WHERE person = ?1)";
    transaction.execute(told, person)?;
    transaction.execute("DELETE FROM outbox WHERE person = ?1", person)?;
    Ok(transaction.execute("DELETE FROM mailboxes WHERE person = ?1", person)? > 0)
}

pub(super) fn take(transaction: &Transaction<'_>, news: &News) -> Result<(), StoreError> {
    let person = news.person.0.as_bytes();
    let told = "SELECT 1 FROM tidings WHERE id = ?1";
    let mut told = transaction.prepare_cached(told)?;
    let has_box = "SELECT 1 FROM mailboxes WHERE person = ?1";
    let mut has_box = transaction.prepare_cached(has_box)?;
    if told.exists([news.tiding.id.as_bytes()])? || !has_box.exists([person])? {
        return Ok(());
    }
    let open: Option<[u8; 16]> = match news.kind {
        LetterKind::Digest => {
            let mut statement = transaction.prepare_cached(OPEN)?;
            statement.query_row([person], |row| row.get(0)).optional()?
        }
        LetterKind::Invitation
        | LetterKind::NewPassword
        | LetterKind::PasswordChanged
        | LetterKind::PasskeysChanged
        | LetterKind::Reminder => None,
    };
    let letter = match open {
        Some(open) => Uuid::from_bytes(open),
        None => begin(transaction, &news.begun())?,
    };
    let sql = "INSERT INTO tidings (id, letter, what, at) VALUES (?1, ?2, ?3, ?4)";
    let values = (
        news.tiding.id.as_bytes(),
        letter.as_bytes(),
        &news.tiding.what,
        news.tiding.at.as_microsecond(),
    );
    transaction.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

fn begin(transaction: &Transaction<'_>, letter: &Letter) -> Result<Uuid, StoreError> {
    let sql = format!(
        "INSERT INTO outbox ({LETTER}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
    );
    let values = (
        letter.id.as_bytes(),
        letter.person.0.as_bytes(),
        letter.kind.name(),
        letter.standing.name(),
        letter.made.as_microsecond(),
        letter.due.as_microsecond(),
        letter.until.as_microsecond(),
        letter.tries,
        letter.changed.as_microsecond(),
        &letter.domain,
        &letter.answer,
    );
    transaction.prepare_cached(&sql)?.execute(values)?;
    Ok(letter.id)
}

fn mailbox(row: &Row<'_>) -> rusqlite::Result<Mailbox> {
    Ok(Mailbox {
        person: PersonId(Uuid::from_bytes(row.get(0)?)),
        address: row.get(1)?,
        language: row.get(2)?,
        digest: row.get(3)?,
    })
}

fn letter(row: &Row<'_>) -> rusqlite::Result<Letter> {
    let (kind, standing): (String, String) = (row.get(2)?, row.get(3)?);
    let kind = LetterKind::ALL.into_iter().find(|k| k.name() == kind);
    let standing = LetterStanding::ALL
        .into_iter()
        .find(|s| s.name() == standing);
    Ok(Letter {
        id: Uuid::from_bytes(row.get(0)?),
        person: PersonId(Uuid::from_bytes(row.get(1)?)),
        kind: kind.ok_or_else(|| odd(2))?,
        standing: standing.ok_or_else(|| odd(3))?,
        made: instant(row, 4)?,
        due: instant(row, 5)?,
        until: instant(row, 6)?,
        tries: row.get(7)?,
        changed: instant(row, 8)?,
        domain: row.get(9)?,
        answer: row.get(10)?,
    })
}

/// A word that this version does not write.
fn odd(column: usize) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(column, "outbox".to_owned(), Type::Text)
}

fn instant(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    let at = Timestamp::from_microsecond(row.get(column)?);
    at.map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{NewSecret, PeopleTable as _, Person, Secret};

    #[test]
    fn a_password_is_given_with_its_letter_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = SqliteJournal::open(folder.path()).unwrap();
        let person = PersonId(Uuid::from_u128(1));
        let kim = Person {
            id: person,
            login: "kim".to_owned(),
            name: "Kim Exempel".to_owned(),
            secret: Secret::Own("$before".to_owned()),
        };
        assert!(store.keep_person(&kim).unwrap());
        let own = Mailbox {
            person,
            address: "kim@exempelstad.se".to_owned(),
            language: "sv".to_owned(),
            digest: true,
        };
        assert!(store.keep_mailbox(&own).unwrap());
        let at = Timestamp::UNIX_EPOCH;
        let tiding = Tiding {
            id: Uuid::from_u128(2),
            what: "\"NewPassword\"".to_owned(),
            at,
        };
        let told = News {
            person,
            kind: LetterKind::NewPassword,
            tiding,
            due: at,
            until: at,
        };
        let new = NewSecret {
            person,
            was: None,
            secret: Secret::Once("$after".to_owned()),
            stays: None,
            told: Some(told),
        };
        let breaks = "CREATE TEMP TRIGGER breaks BEFORE INSERT ON tidings \
                      BEGIN SELECT RAISE(ABORT, 'as if there were no room'); END";
        store.connection.execute_batch(breaks).unwrap();
        assert!(store.keep_secret(&new).is_err());
        assert_eq!(store.people().unwrap(), [kim], "the old one stands");
        assert_eq!(store.letters().unwrap(), []);
        store
            .connection
            .execute_batch("DROP TRIGGER breaks")
            .unwrap();
        assert!(store.keep_secret(&new).unwrap());
        assert_eq!(store.people().unwrap()[0].secret, new.secret);
        assert!(store.waits(person, LetterKind::NewPassword).unwrap());
    }

    #[test]
    fn no_question_of_a_turn_reads_every_letter() {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteJournal::open(folder.path()).unwrap();
        for (sql, index) in [
            (WAITS.to_owned(), "outbox_of"),
            (OPEN.to_owned(), "outbox_of"),
            (format!("SELECT {LETTER} {DUE}"), "outbox_due"),
            (
                "DELETE FROM outbox WHERE person = ?1".to_owned(),
                "outbox_of",
            ),
        ] {
            let sql = format!("EXPLAIN QUERY PLAN {sql}");
            let mut statement = store.connection.prepare(&sql).unwrap();
            let values = (1..=statement.parameter_count()).map(|_| [0; 16]);
            let values = rusqlite::params_from_iter(values);
            let plan = statement.query_map(values, |row| row.get::<_, String>(3));
            let plan: Vec<_> = plan.unwrap().map(Result::unwrap).collect();
            let seeks = format!("SEARCH outbox USING INDEX {index} (");
            assert!(plan[0].starts_with(&seeks), "{sql}: {plan:?}");
        }
    }
}
