//! The journal in one SQLite file, embedded: the default.

mod comments;
mod drafts;
mod factors;
mod feedback;
mod feeds;
mod file;
mod identities;
mod links;
mod log;
mod mail;
mod passkeys;
mod people;
mod writing;

use crate::error::StoreError;
use crate::journal::{Append, Appended, Head, Journal, Token, chained, given};
use crate::lock::{Lock, new_folder};
use crate::row::{Digest, Group, Row};
use crate::verify::{Broken, Flaw, Verifier};
use jiff::Timestamp;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Transaction, TransactionBehavior};
use std::fs::TryLockError;
use std::path::Path;
use std::time::Duration;

/// How long somebody else at the file is waited for: what SQLite's binding waits by itself.
const BUSY: Duration = Duration::from_secs(5);

/// Blobs lie in pieces of a mebibyte: no single row is larger.
const PIECE: usize = 1 << 20;

const COLUMNS: &str = "position, recorded_at, on_day, actor, kind, version, body, texts, salt, \
                       texts_hash, hash, token, request, last";

/// The journal in one SQLite file.
#[derive(Debug)]
pub struct SqliteJournal {
    connection: Connection,
    group: Group,
    /// After a failed write nothing more is written: the kernel may have dropped the page.
    poisoned: bool,
    /// Whether it was opened to write, and the file says so.
    writes: bool,
    /// Dropped, and so unlocked, after the connection is closed.
    _lock: Option<Lock>,
}

impl SqliteJournal {
    /// Opens the store in a folder, or makes one.
    ///
    /// # Errors
    /// The folder cannot be used, another process has the store open, or the file is not ours.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        file::new_enough(rusqlite::version_number(), rusqlite::version())?;
        let made = !folder.exists();
        let there = new_folder(folder);
        there.map_err(|source| StoreError::folder(folder, source))?;
        let opened = Self::open_in(folder);
        if opened.is_err() && made {
            // No trace behind: the folder was ours, and is empty unless something went in.
            let _ = std::fs::remove_dir(folder);
        }
        opened
    }

    fn open_in(folder: &Path) -> Result<Self, StoreError> {
        let mut lock = Lock::to_write(folder)?;
        if file::is_there(folder)? {
            file::is_ours(folder)?;
            file::may_be_written(folder)?;
            // Looked at before SQLite is let at the log, or makes one of its own.
            match file::has_log(folder) {
                true => log::is_whole(folder)?,
                false => writing::is_whole(&file::as_it_lies(folder)?, folder)?,
            }
        } else {
            file::make(folder)?;
        }
        let connection = file::to_write(folder)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "trusted_schema", false)?;
        connection.pragma_update(None, "secure_delete", true)?;
        file::holds_only_ours(&connection)?;
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.set_prepared_statement_cache_capacity(32);
        connection.execute_batch(feedback::TABLE)?;
        connection.execute_batch(feedback::NOTES)?;
        connection.execute_batch(people::TABLES)?;
        connection.execute_batch(factors::TABLES)?;
        connection.execute_batch(identities::TABLES)?;
        connection.execute_batch(passkeys::TABLES)?;
        connection.execute_batch(drafts::TABLE)?;
        connection.execute_batch(feeds::TABLE)?;
        connection.execute_batch(links::TABLES)?;
        connection.execute_batch(mail::TABLES)?;
        connection.execute_batch(comments::TABLES)?;
        let group = group_of(&connection)?;
        writing::begin(&connection)?;
        lock.stays();
        Ok(Self {
            connection,
            group,
            poisoned: false,
            writes: true,
            _lock: Some(lock),
        })
    }

    /// Opens the store in a folder to read it and nothing else, also while somebody writes, and
    /// leaves no trace behind.
    ///
    /// # Errors
    /// There is no store in the folder, it cannot be read, or its end is elsewhere.
    pub fn open_to_read(folder: &Path) -> Result<Self, StoreError> {
        if !file::is_there(folder)? {
            return Err(StoreError::NoStore {
                folder: folder.to_owned(),
            });
        }
        file::is_ours(folder)?;
        let lock = Lock::to_read(folder);
        // A file at rest is read as it lies, which makes no files beside it. Only with the lock:
        // SQLite looks at no log and asks for no lock then, and would see pages of two moments.
        // Where no lock can be made, in a folder that may only be read, nobody can write either.
        let at_rest = !file::has_full_log(folder) && !matches!(lock, Err(TryLockError::WouldBlock));
        if !matches!(lock, Err(TryLockError::WouldBlock)) {
            // Nobody writes. While somebody does, the log is theirs and SQLite's index tells.
            log::is_whole(folder)?;
        }
        let connection = match at_rest {
            true => file::as_it_lies(folder)?,
            false => file::to_read(folder)?,
        };
        file::holds_only_ours(&connection)?;
        if at_rest && !file::has_log(folder) {
            writing::is_whole(&connection, folder)?;
        }
        let group = group_of(&connection)?;
        Ok(Self {
            connection,
            group,
            poisoned: true,
            writes: false,
            _lock: lock.ok(),
        })
    }

    /// `secure_delete` has blanked the rows in the file; this blanks the log of what they were.
    fn blank_log(&self) -> Result<(), StoreError> {
        let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
        Ok(self.connection.query_row(checkpoint, [], |_| Ok(()))?)
    }

    /// Writes in one transaction, and refuses to write again if the disk failed.
    fn write<T>(
        &mut self,
        write: impl FnOnce(&Transaction<'_>, Group) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if self.poisoned {
            return Err(StoreError::Poisoned);
        }
        let group = self.group;
        // Immediate: the head is read under the lock that the write needs.
        let behavior = TransactionBehavior::Immediate;
        let transaction = self.connection.transaction_with_behavior(behavior)?;
        let written = write(&transaction, group).and_then(|value| {
            transaction.commit()?;
            Ok(value)
        });
        // What is broken in the rows that were given says nothing of the disk.
        if let Err(error @ StoreError::Sqlite(_)) = &written {
            self.poisoned = error.is_fatal();
        }
        written
    }
}

impl Drop for SqliteJournal {
    fn drop(&mut self) {
        if self.writes {
            writing::end(&self.connection, self.poisoned);
        }
    }
}

impl Journal for SqliteJournal {
    fn group(&self) -> Group {
        self.group
    }

    fn head(&self) -> Result<Head, StoreError> {
        head(&self.connection)
    }

    fn read(
        &self,
        after: u64,
        each: &mut dyn FnMut(&Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM events WHERE position >= ?1 ORDER BY position");
        let mut statement = self.connection.prepare_cached(&sql)?;
        // From the very beginning: what stands before the first position was never written.
        let first = if after == 0 {
            i64::MIN
        } else {
            signed(after + 1)
        };
        let mut rows = statement.query([first])?;
        let mut last = after;
        loop {
            let position = last + 1;
            let row = match rows.next() {
                Ok(Some(row)) => row,
                Ok(None) => return Ok(()),
                // A page that is no page any more is a row that is not what was written.
                Err(error) if is_damage(&error) => {
                    return Err(Broken {
                        position,
                        what: Flaw::Column,
                    }
                    .into());
                }
                Err(error) => return Err(error.into()),
            };
            let row = read_row(row).ok_or(Broken {
                position,
                what: Flaw::Column,
            })?;
            if row.position != position {
                return Err(Broken {
                    position,
                    what: Flaw::Gap,
                }
                .into());
            }
            each(&row)?;
            last = position;
        }
    }

    fn row(&self, position: u64) -> Result<Option<Row>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM events WHERE position = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_row([signed(position)], |row| Ok(read_row(row)));
        let what = Flaw::Column;
        match found.optional()? {
            None => Ok(None),
            Some(None) => Err(Broken { position, what }.into()),
            Some(row) => Ok(row),
        }
    }

    fn at_one_moment(
        &self,
        look: &mut dyn FnMut(&dyn Journal) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        if !self.connection.is_autocommit() {
            // Somebody further out looks already.
            return look(self);
        }
        // Deferred: a reader's view, which keeps nobody from writing. Undone when it is dropped.
        let _moment = self.connection.unchecked_transaction()?;
        look(self)
    }

    fn append(&mut self, append: Append) -> Result<Appended, StoreError> {
        self.write(|transaction, group| {
            if let Some(token) = &append.token
                && let Some(answer) = remembered(transaction, token)?
            {
                return Ok(answer);
            }
            let head = head(transaction)?;
            if head.position != append.expected_head {
                let (expected, found) = (append.expected_head, head.position);
                return Err(StoreError::WrongHead { expected, found });
            }
            let rows = chained(group, head, &append)?;
            given(&rows, &append.blobs, |digest| has_blob(transaction, digest))?;
            let last = head.position + rows.len() as u64;
            for row in &rows {
                insert(transaction, row)?;
            }
            for blob in &append.blobs {
                insert_blob(transaction, blob)?;
            }
            if let Some(row) = rows.last() {
                set_head(
                    transaction,
                    Head {
                        position: last,
                        hash: row.hash,
                    },
                )?;
            }
            Ok(Appended {
                first: head.position + 1,
                last,
            })
        })
    }

    fn settle(&mut self) -> Result<bool, StoreError> {
        if self.poisoned {
            return Ok(true);
        }
        Ok(log::empty(&self.connection)?)
    }

    fn remembered(&self, token: &Token) -> Result<Option<Appended>, StoreError> {
        remembered(&self.connection, token)
    }

    fn blob(&self, digest: Digest) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT bytes FROM blobs WHERE digest = ?1 ORDER BY piece";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([digest.0])?;
        let (mut blob, mut found) = (Vec::new(), false);
        while let Some(row) = rows.next()? {
            blob.extend_from_slice(row.get_ref(0)?.as_blob().unwrap_or_default());
            found = true;
        }
        if found && Digest::of(&blob) != digest {
            let position = self.head()?.position;
            return Err(Broken {
                position,
                what: Flaw::Blob,
            }
            .into());
        }
        Ok(found.then_some(blob))
    }

    fn blobs(&self) -> Result<Vec<Digest>, StoreError> {
        all_blobs(&self.connection)
    }

    fn restore(
        &mut self,
        group: Group,
        rows: &mut dyn Iterator<Item = Result<Row, StoreError>>,
        blobs: &mut dyn Iterator<Item = Result<Vec<u8>, StoreError>>,
    ) -> Result<Head, StoreError> {
        let head = self.write(|transaction, _| {
            let before = head(transaction)?.position;
            if before != 0 {
                return Err(StoreError::WrongHead {
                    expected: 0,
                    found: before,
                });
            }
            let mut verifier = Verifier::new(group);
            for row in rows {
                let row = row?;
                verifier.next(&row)?;
                insert(transaction, &row)?;
            }
            for blob in blobs {
                insert_blob(transaction, &blob?)?;
            }
            verifier.all_there(&all_blobs(transaction)?)?;
            transaction.execute("UPDATE head SET group_id = ?1", [group.0])?;
            set_head(transaction, verifier.head())?;
            Ok(verifier.head())
        })?;
        self.group = group;
        Ok(head)
    }
}

fn group_of(connection: &Connection) -> Result<Group, StoreError> {
    let sql = "SELECT group_id FROM head";
    let group = connection.query_row(sql, [], |row| row.get(0)).optional()?;
    group.map(Group).ok_or(StoreError::NoHead)
}

fn head(connection: &Connection) -> Result<Head, StoreError> {
    let mut statement = connection.prepare_cached("SELECT position, hash FROM head")?;
    let found = statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?)));
    let (position, hash): (i64, [u8; 32]) = found.optional()?.ok_or(StoreError::NoHead)?;
    let position = u64::try_from(position).map_err(|_| Broken {
        position: 0,
        what: Flaw::Tail,
    })?;
    Ok(Head {
        position,
        hash: Digest(hash),
    })
}

fn set_head(transaction: &Transaction<'_>, head: Head) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached("UPDATE head SET position = ?1, hash = ?2")?;
    statement.execute((signed(head.position), head.hash.0))?;
    Ok(())
}

fn insert(transaction: &Transaction<'_>, row: &Row) -> Result<(), StoreError> {
    let sql = "INSERT INTO events (position, recorded_at, on_day, actor, kind, version, body, \
               texts, salt, texts_hash, hash, token, request, last) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
    let mut statement = transaction.prepare_cached(sql)?;
    statement.execute((
        signed(row.position),
        row.recorded_at.as_microsecond(),
        row.on.to_string(),
        &row.actor,
        &row.kind,
        row.version,
        &row.body,
        &row.texts,
        row.salt,
        row.texts_hash.0,
        row.hash.0,
        row.token.map(|t| t.0),
        row.request.map(|r| r.0),
        row.last.map(signed),
    ))?;
    Ok(())
}

fn insert_blob(transaction: &Transaction<'_>, blob: &[u8]) -> Result<(), StoreError> {
    let digest = Digest::of(blob);
    let sql = "INSERT OR IGNORE INTO blobs (digest, piece, bytes) VALUES (?1, ?2, ?3)";
    let mut statement = transaction.prepare_cached(sql)?;
    // An empty blob has one empty piece, so that it is there.
    let pieces = blob.chunks(PIECE).chain(blob.is_empty().then_some(blob));
    for (n, piece) in (0_i64..).zip(pieces) {
        statement.execute((digest.0, n, piece))?;
    }
    Ok(())
}

fn has_blob(connection: &Connection, digest: Digest) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM blobs WHERE digest = ?1 LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.exists([digest.0])?)
}

fn all_blobs(connection: &Connection) -> Result<Vec<Digest>, StoreError> {
    let sql = "SELECT DISTINCT digest FROM blobs ORDER BY digest";
    let mut statement = connection.prepare_cached(sql)?;
    let names = statement.query_map([], |row| row.get::<_, Vec<u8>>(0))?;
    let names = names.collect::<Result<Vec<_>, _>>()?;
    let digests = names.into_iter().map(|name| name.try_into().map(Digest));
    let digests = digests.collect::<Result<Vec<_>, _>>();
    // A piece of a blob under a name that is no digest was never written.
    match digests {
        Ok(digests) => Ok(digests),
        Err(_) => Err(Broken {
            position: head(connection)?.position,
            what: Flaw::Blob,
        }
        .into()),
    }
}

fn remembered(connection: &Connection, token: &Token) -> Result<Option<Appended>, StoreError> {
    let sql = "SELECT position, request, last FROM events WHERE token = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let found: Option<(i64, Option<Vec<u8>>, Option<i64>)> = statement
        .query_row([token.digest().0], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    let Some((position, request, last)) = found else {
        return Ok(None);
    };
    let first = u64::try_from(position).unwrap_or_default();
    if request.as_deref() != Some(&token.request_digest().0[..]) {
        return Err(StoreError::TokenReused { position: first });
    }
    let last = last
        .and_then(|last| u64::try_from(last).ok())
        .unwrap_or(first);
    Ok(Some(Appended { first, last }))
}

/// A row as it stands in the file, or nothing if a column holds what was never written.
fn read_row(row: &rusqlite::Row<'_>) -> Option<Row> {
    let text = |i: usize| row.get_ref(i).ok()?.as_str().ok().map(str::to_owned);
    let number = |i: usize| row.get_ref(i).ok()?.as_i64().ok();
    let digest = |i: usize| {
        row.get_ref(i)
            .ok()?
            .as_blob()
            .ok()?
            .try_into()
            .ok()
            .map(Digest)
    };
    let absent = |i: usize| matches!(row.get_ref(i), Ok(ValueRef::Null));
    let perhaps = |i: usize| {
        if absent(i) {
            Some(None)
        } else {
            digest(i).map(Some)
        }
    };
    Some(Row {
        position: u64::try_from(number(0)?).ok()?,
        recorded_at: Timestamp::from_microsecond(number(1)?).ok()?,
        on: day(&text(2)?)?,
        actor: text(3)?,
        kind: text(4)?,
        version: u32::try_from(number(5)?).ok()?,
        body: text(6)?,
        texts: if absent(7) { None } else { Some(text(7)?) },
        salt: if absent(8) {
            None
        } else {
            Some(row.get_ref(8).ok()?.as_blob().ok()?.try_into().ok()?)
        },
        texts_hash: digest(9)?,
        hash: digest(10)?,
        token: perhaps(11)?,
        request: perhaps(12)?,
        last: if absent(13) {
            None
        } else {
            Some(u64::try_from(number(13)?).ok()?)
        },
    })
}

/// A day written as we write it and in no other way, so that no other bytes read as the same.
fn day(text: &str) -> Option<jiff::civil::Date> {
    let day: jiff::civil::Date = text.parse().ok()?;
    (day.to_string() == text).then_some(day)
}

/// Positions are counted from 1 and never come near the end of a signed number.
fn signed(position: u64) -> i64 {
    i64::try_from(position).unwrap_or(i64::MAX)
}

fn is_damage(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row::NewRow;
    use crate::verify::verify;

    fn rows(texts: &str) -> Append {
        let row = NewRow {
            recorded_at: Timestamp::UNIX_EPOCH,
            on: jiff::civil::date(1970, 1, 1),
            actor: "import".to_owned(),
            kind: "GroupDescribed".to_owned(),
            version: 1,
            body: "{}".to_owned(),
            texts: format!("[{texts:?}]"),
        };
        Append {
            rows: vec![row],
            ..Append::default()
        }
    }

    #[test]
    fn a_full_disk_refuses_what_has_no_room_and_takes_it_when_there_is() {
        let folder = tempfile::tempdir().unwrap();
        let mut journal = SqliteJournal::open(folder.path()).unwrap();
        journal.append(rows("a")).unwrap();
        // SQLite answers as for a disk without room.
        let most = |journal: &SqliteJournal, pages: i64| {
            let set =
                journal
                    .connection
                    .pragma_update_and_check(None, "max_page_count", pages, |row| {
                        row.get::<_, i64>(0)
                    });
            set.unwrap()
        };
        most(&journal, 1);
        let mut large = rows(&"x".repeat(1 << 20));
        large.expected_head = 1;
        for _ in 0..2 {
            let refused = journal.append(large.clone()).unwrap_err();
            assert!(matches!(refused, StoreError::Full), "{refused:?}");
            assert!(!refused.is_fatal());
            assert_eq!(journal.head().unwrap().position, 1);
            verify(&journal, &mut |_| {}).unwrap();
        }
        most(&journal, 1 << 30);
        journal.append(large).unwrap();
        assert_eq!(verify(&journal, &mut |_| {}).unwrap().events, 2);
    }

    #[test]
    fn only_what_may_have_lost_a_page_stops_the_writing() {
        use rusqlite::ffi;
        let of = |code| {
            let error = ffi::Error::new(code);
            StoreError::from(rusqlite::Error::SqliteFailure(error, None))
        };
        for code in [
            ffi::SQLITE_FULL,
            ffi::SQLITE_READONLY,
            ffi::SQLITE_BUSY,
            ffi::SQLITE_LOCKED,
            ffi::SQLITE_CONSTRAINT,
        ] {
            assert!(!of(code).is_fatal(), "{code}");
        }
        for code in [
            ffi::SQLITE_IOERR_FSYNC,
            ffi::SQLITE_IOERR,
            ffi::SQLITE_CORRUPT,
        ] {
            assert!(of(code).is_fatal(), "{code}");
        }
    }
}
