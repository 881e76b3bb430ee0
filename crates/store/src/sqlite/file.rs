//! The database file: how it is made, opened and known, and what must not be in it.

use super::{
    comments, drafts, factors, feedback, feeds, identities, links, mail, passkeys, people, writing,
};
use crate::error::StoreError;
use crate::folder::{regular_file, sync_folder};
use crate::journal::salt;
use crate::lock::new_file;
use crate::row::Digest;
use rusqlite::{Connection, OpenFlags};
use std::collections::BTreeMap;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The file in the store's folder.
const FILE: &str = "riktning.sqlite";
/// What was written last, until SQLite moves it into the file.
const LOG: &str = "riktning.sqlite-wal";
/// The file's name until it is whole.
const UNFINISHED: &str = "riktning.sqlite.new";
/// "Rikt": marks the file as ours.
const APPLICATION_ID: i64 = 0x5269_6b74;
/// The form of the tables.
const FORM: i64 = 1;
/// Earlier versions have a race when the write-ahead log is reset.
const OLDEST_SQLITE: (i32, &str) = (3_053_002, "3.53.2");

const TABLES: &str = "
CREATE TABLE head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    group_id BLOB NOT NULL CHECK (length(group_id) = 16),
    position INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    recorded_at INTEGER NOT NULL,
    on_day TEXT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    texts TEXT,
    salt BLOB,
    texts_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    token BLOB,
    request BLOB,
    last INTEGER
) STRICT;
CREATE UNIQUE INDEX tokens ON events (token) WHERE token IS NOT NULL;
CREATE TABLE blobs (
    digest BLOB NOT NULL,
    piece INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (digest, piece)
) STRICT, WITHOUT ROWID;
";

/// Refuses a SQLite that is too old to be trusted with the journal.
pub(super) fn new_enough(number: i32, found: &str) -> Result<(), StoreError> {
    let (oldest, wanted) = OLDEST_SQLITE;
    if number >= oldest {
        Ok(())
    } else {
        Err(StoreError::SqliteTooOld {
            found: found.to_owned(),
            wanted,
        })
    }
}

/// Whether anything has the name of the database, be it a link to what is not there now.
pub(super) fn is_there(folder: &Path) -> Result<bool, StoreError> {
    match folder.join(FILE).symlink_metadata() {
        Ok(_) => Ok(true),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(false)
        }
        // Whoever may not look does not know.
        Err(error) => Err(StoreError::folder(folder, error)),
    }
}

/// Whether there is a log, be it empty.
pub(super) fn has_log(folder: &Path) -> bool {
    log(folder).symlink_metadata().is_ok()
}

/// Whether there is a log that holds anything.
pub(super) fn has_full_log(folder: &Path) -> bool {
    std::fs::metadata(log(folder)).is_ok_and(|log| log.len() > 0)
}

/// Where the log is.
pub(super) fn log(folder: &Path) -> PathBuf {
    folder.join(LOG)
}

/// Refuses a file that is not a journal of ours before SQLite is let at it: opening another
/// program's database would change it. The numbers stand at fixed places of the file's head.
///
/// A link is refused as well: the lock stands in the folder, so a database that two folders
/// have would be open to two programs at once.
pub(super) fn is_ours(folder: &Path) -> Result<(), StoreError> {
    let file = folder.join(FILE);
    let not_ours = || StoreError::NotOurs { file: file.clone() };
    if file.symlink_metadata().is_ok_and(|file| !file.is_file()) {
        return Err(StoreError::NotAFile { file });
    }
    let mut start = [0; 100];
    let read = regular_file(&file).and_then(|mut file| file.read_exact(&mut start));
    read.map_err(|error| match error.kind() {
        ErrorKind::PermissionDenied => StoreError::NoRight { path: file.clone() },
        _ => not_ours(),
    })?;
    let number = |at: usize| {
        i64::from(u32::from_be_bytes([
            start[at],
            start[at + 1],
            start[at + 2],
            start[at + 3],
        ]))
    };
    let ours = start.starts_with(b"SQLite format 3\0")
        && number(68) == APPLICATION_ID
        && number(60) == FORM;
    if ours { Ok(()) } else { Err(not_ours()) }
}

/// Refuses a file, or one that SQLite left beside it, that may not be written to, before SQLite
/// makes files beside it with the same rights, which would outlive the mending.
pub(super) fn may_be_written(folder: &Path) -> Result<(), StoreError> {
    for name in [FILE.to_owned(), LOG.to_owned(), format!("{FILE}-shm")] {
        let path = folder.join(name);
        match std::fs::OpenOptions::new().write(true).open(&path) {
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                return Err(StoreError::NoRight { path });
            }
            // Whatever else is wrong is told by who opens it.
            Ok(_) | Err(_) => {}
        }
    }
    Ok(())
}

/// Opens the file to write.
pub(super) fn to_write(folder: &Path) -> Result<Connection, StoreError> {
    open(folder, "rw", OpenFlags::SQLITE_OPEN_READ_WRITE)
}

/// Opens the file to read, with the log that somebody may be writing.
pub(super) fn to_read(folder: &Path) -> Result<Connection, StoreError> {
    open(folder, "ro", OpenFlags::SQLITE_OPEN_READ_ONLY)
}

/// Opens the file as it lies, without a log and without a lock.
pub(super) fn as_it_lies(folder: &Path) -> Result<Connection, StoreError> {
    open(folder, "ro&immutable=1", OpenFlags::SQLITE_OPEN_READ_ONLY)
}

/// By a whole address, so that a folder that is called `file:x` or has a name that is no text is
/// a folder like another.
fn open(folder: &Path, mode: &str, flags: OpenFlags) -> Result<Connection, StoreError> {
    let file = std::path::absolute(folder.join(FILE))
        .map_err(|source| StoreError::folder(folder, source))?;
    let uri = format!("file:{}?mode={mode}", escaped(&file));
    let flags = flags | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(uri, flags)?)
}

/// A path as a part of a URI.
fn escaped(path: &Path) -> String {
    let mut escaped = String::new();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'-' | b'_' | b'.' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                escaped.push(char::from(*byte));
            }
            _ => escaped.push_str(&format!("%{byte:02x}")),
        }
    }
    escaped
}

/// Refuses a database with anything in it that this program does not make. A trigger or a view
/// changes what is written or read, and no hash would tell.
pub(super) fn holds_only_ours(connection: &Connection) -> Result<(), StoreError> {
    let fresh = Connection::open_in_memory()?;
    fresh.execute_batch(TABLES)?;
    let needed = schema(&fresh)?;
    fresh.execute_batch(feedback::TABLE)?;
    fresh.execute_batch(feedback::NOTES)?;
    fresh.execute_batch(people::TABLES)?;
    fresh.execute_batch(factors::TABLES)?;
    fresh.execute_batch(identities::TABLES)?;
    fresh.execute_batch(passkeys::TABLES)?;
    fresh.execute_batch(drafts::TABLE)?;
    fresh.execute_batch(feeds::TABLE)?;
    fresh.execute_batch(links::TABLES)?;
    fresh.execute_batch(mail::TABLES)?;
    fresh.execute_batch(comments::TABLES)?;
    fresh.execute_batch(writing::TABLE)?;
    let ours = schema(&fresh)?;
    let found = schema(connection)?;
    let odd = found
        .iter()
        .find(|(what, made)| ours.get(*what) != Some(made));
    let missing = needed.iter().find(|(what, _)| !found.contains_key(*what));
    match odd.or(missing) {
        None => Ok(()),
        Some((what, _)) => Err(StoreError::NotAsMade { what: what.clone() }),
    }
}

/// What a database holds, as `table events`, and how it was made. What SQLite notes for itself
/// about its tables (ANALYZE) is nobody's.
fn schema(connection: &Connection) -> Result<BTreeMap<String, Option<String>>, StoreError> {
    let sql = "SELECT type || ' ' || name, sql FROM sqlite_schema \
               WHERE NOT (type = 'table' AND name GLOB 'sqlite_stat[1-4]')";
    let mut statement = connection.prepare(sql)?;
    let made = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(made.collect::<Result<_, _>>()?)
}

/// Makes an empty store under another name and then gives it its own. Whoever is stopped
/// half-way leaves what the next opening throws away, never half a store.
pub(super) fn make(folder: &Path) -> Result<(), StoreError> {
    if has_log(folder) {
        // The end of a journal whose beginning is gone; a new file would be mixed with it.
        return Err(StoreError::NotOurs { file: log(folder) });
    }
    let unfinished = folder.join(UNFINISHED);
    let throw_away = || {
        for name in [UNFINISHED.to_owned(), format!("{UNFINISHED}-journal")] {
            let _ = std::fs::remove_file(folder.join(name));
        }
    };
    throw_away();
    let made = fill(&unfinished).and_then(|()| {
        let renamed = std::fs::rename(&unfinished, folder.join(FILE));
        renamed
            .and_then(|()| sync_folder(folder))
            .map_err(|source| StoreError::folder(folder, source))
    });
    if made.is_err() {
        throw_away();
    }
    made
}

/// Fills a new file with empty tables. It is whole on disk when this answers: no log beside it.
fn fill(file: &Path) -> Result<(), StoreError> {
    let file = std::path::absolute(file).map_err(|source| StoreError::folder(file, source))?;
    new_file(&file).map_err(|source| StoreError::folder(&file, source))?;
    let mut connection = Connection::open(file)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    let group = salt()?;
    let transaction = connection.transaction()?;
    transaction.execute_batch(TABLES)?;
    transaction.execute(
        "INSERT INTO head (id, group_id, position, hash) VALUES (1, ?1, 0, ?2)",
        (group, Digest::ZERO.0),
    )?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", FORM)?;
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_sqlite_is_refused() {
        assert!(new_enough(3_053_001, "3.53.1").is_err());
        assert!(new_enough(rusqlite::version_number(), rusqlite::version()).is_ok());
    }
}
