//! What can go wrong with a journal, in words that say where and what to do.

use crate::verify::Broken;
use rusqlite::ErrorCode;
use std::path::{Path, PathBuf};

/// What went wrong with a journal.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The folder cannot be made or used.
    #[error("the folder {folder} cannot be used: {source}")]
    Folder {
        /// Which folder.
        folder: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Another process has the store open.
    #[error("the store in {folder} is open in another process; stop that one first")]
    InUse {
        /// Which folder.
        folder: PathBuf,
    },
    /// There is no store in the folder.
    #[error("there is no store in {folder}")]
    NoStore {
        /// Which folder.
        folder: PathBuf,
    },
    /// The file is not a journal of ours, or of a later version.
    #[error("the file {file} is not a journal that this version can open")]
    NotOurs {
        /// Which file.
        file: PathBuf,
    },
    /// What should be a database is a link, a folder, a pipe or a device.
    #[error("{file} is no regular file; name the folder in which the file itself lies")]
    NotAFile {
        /// Which file.
        file: PathBuf,
    },
    /// The machine does not let this user at a file or a folder.
    #[error("there is no right to use {path}; ask its owner, or run as a user who has it")]
    NoRight {
        /// Which.
        path: PathBuf,
    },
    /// The database was copied while it was written to, and the log with its end is not there.
    #[error(
        "the store was copied while it was written to and {log} is missing, so that its end may \
         be missing too; copy that file as well"
    )]
    NoLog {
        /// What is missing.
        log: PathBuf,
    },
    /// Something in the log beside the database is no longer what was written.
    #[error(
        "the log {log} is damaged: what was written last cannot be read, and nothing of it is left \
         out in silence; take back a sound copy of the store"
    )]
    LogDamaged {
        /// Which log.
        log: PathBuf,
    },
    /// The database holds what this program does not make, or not as this program makes it.
    #[error("the {what} in the database is not as this program makes it")]
    NotAsMade {
        /// What, as SQLite names it: `trigger x`.
        what: String,
    },
    /// The row that tells which journal it is and where it ends is gone.
    #[error("the row that tells where the journal ends is missing; take back a sound copy")]
    NoHead,
    /// The SQLite in the program is too old to be trusted with the journal.
    #[error("SQLite {found} is in the program; at least {wanted} is needed")]
    SqliteTooOld {
        /// What is there.
        found: String,
        /// What is needed.
        wanted: &'static str,
    },
    /// Somebody else appended first: catch up and decide again. Nothing was written.
    #[error("the journal is at position {found}, not {expected}")]
    WrongHead {
        /// Where the caller thought it was.
        expected: u64,
        /// Where it is.
        found: u64,
    },
    /// The token has been used for another request. Nothing was written.
    #[error("the token was used before, at position {position}, for another request")]
    TokenReused {
        /// The first row of what it was used for.
        position: u64,
    },
    /// A row names a file that is neither in the append nor in the store. Nothing was written.
    #[error("the event at position {position} names a file that nobody gave")]
    NamesNoBlob {
        /// Which position the row would have had.
        position: u64,
    },
    /// A row is not what was written.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// A row holds an event that this version cannot read. It is never skipped.
    #[error("the event at position {position} cannot be read")]
    Unreadable {
        /// Where.
        position: u64,
        /// Why.
        source: crate::NotAnEvent,
    },
    /// The random generator of the machine gave nothing.
    #[error("the machine gives no random bytes: {0}")]
    Random(getrandom::Error),
    /// A thread could not be started.
    #[error("the writer could not be started")]
    Thread(#[source] std::io::Error),
    /// There is no room on the disk. Nothing was written, and reading goes on.
    #[error("the disk is full and nothing was written; make room, then try again")]
    Full,
    /// The disk or the file may not be written to. Nothing was written, and reading goes on.
    #[error("the store may not be written to; make it writable, then try again")]
    ReadOnly,
    /// Another program is at the database file. Nothing was written.
    #[error("another program is at the database; try again")]
    Busy,
    /// The database did not answer as it should.
    #[error("the database failed")]
    Sqlite(#[source] rusqlite::Error),
    /// A write failed before; the disk may hold less than it said. Start the program again.
    #[error("a write failed before; start the program again to see what the disk holds")]
    Poisoned,
}

impl StoreError {
    /// Why a folder cannot be used.
    pub(crate) fn folder(folder: &Path, source: std::io::Error) -> Self {
        let path = folder.to_owned();
        match source.kind() {
            std::io::ErrorKind::PermissionDenied => StoreError::NoRight { path },
            _ => StoreError::Folder {
                folder: path,
                source,
            },
        }
    }

    /// The writer's thread could not be started.
    pub fn thread(source: std::io::Error) -> Self {
        StoreError::Thread(source)
    }

    /// Whether writing must stop until the next start. After a failed fsync the kernel may
    /// have dropped the page and say that all is well the next time. What passes is no reason:
    /// a full disk, a disk that may only be read, somebody else at the file, or a row that the
    /// tables refuse. Then the transaction is undone, and the next write may be tried.
    pub fn is_fatal(&self) -> bool {
        match self {
            StoreError::Sqlite(error) => {
                error.sqlite_error_code() != Some(ErrorCode::ConstraintViolation)
            }
            StoreError::Poisoned | StoreError::Broken(_) => true,
            _ => false,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::Full,
            Some(ErrorCode::ReadOnly) => StoreError::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
            _ => StoreError::Sqlite(error),
        }
    }
}
