//! Who has a store open. SQLite's own locks would let a second process in between two writes.

use crate::error::StoreError;
use crate::folder::regular_file;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// Held for as long as the store is open to write, or is read as it lies.
const LOCK: &str = "riktning.lock";
/// How often the file may be taken away under us before we give up: each time somebody else
/// looked at the store and went.
const TRIES: usize = 16;

/// A lock on a store, until it is dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
    path: PathBuf,
    /// Whether the file goes with the lock: it was not there before, and no store was made.
    fleeting: bool,
}

impl Lock {
    /// To write: refused while anybody has it.
    pub(crate) fn to_write(folder: &Path) -> Result<Lock, StoreError> {
        match Lock::take(folder, File::try_lock) {
            Ok(lock) => Ok(lock),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse {
                folder: folder.to_owned(),
            }),
            Err(TryLockError::Error(source)) => Err(StoreError::folder(folder, source)),
        }
    }

    /// To read the file as it lies: nobody writes to it meanwhile. Nothing if somebody may.
    /// Several may read so at once.
    pub(crate) fn to_read(folder: &Path) -> Result<Lock, TryLockError> {
        Lock::take(folder, File::try_lock_shared)
    }

    fn take(
        folder: &Path,
        lock: impl Fn(&File) -> Result<(), TryLockError>,
    ) -> Result<Lock, TryLockError> {
        let path = folder.join(LOCK);
        for _ in 0..TRIES {
            let (file, fleeting) = open(&path).map_err(TryLockError::Error)?;
            lock(&file)?;
            let taken = Lock {
                file,
                path: path.clone(),
                fleeting,
            };
            // Whoever made the file for a moment takes it away before unlocking it: a lock on a
            // file that is no longer there would keep nobody out.
            if taken.is_there() {
                return Ok(taken);
            }
        }
        Err(TryLockError::WouldBlock)
    }

    /// Lets the file stay: there is a store.
    pub(crate) fn stays(&mut self) {
        self.fleeting = false;
    }

    #[cfg(unix)]
    fn is_there(&self) -> bool {
        use std::os::unix::fs::MetadataExt;
        let number = |of: io::Result<std::fs::Metadata>| of.map(|m| (m.dev(), m.ino())).ok();
        let there = number(std::fs::metadata(&self.path));
        there.is_some() && there == number(self.file.metadata())
    }

    /// Elsewhere a file that is open cannot be taken away.
    #[cfg(not(unix))]
    fn is_there(&self) -> bool {
        true
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Only if nobody else reads under it, and while it is ours alone.
        if self.fleeting && self.is_there() && self.file.try_lock().is_ok() {
            let _ = std::fs::remove_file(&self.path);
        }
        // Closing lets go only when nobody else has the file open by the same door: a process that somebody
        // starts at this moment has, until it has begun its own work.
        let _ = self.file.unlock();
    }
}

/// Makes a file that only its owner may read or write: a store holds what is not published.
/// SQLite gives the files that it makes beside a database the database's own rights.
pub(crate) fn new_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create_new(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a folder that only its owner may look into, with those above it. One that is there
/// keeps the rights that somebody gave it.
pub(crate) fn new_folder(path: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// The lock's file, and whether it was made for this.
fn open(path: &Path) -> io::Result<(File, bool)> {
    match new_file(path) {
        Ok(file) => Ok((file, true)),
        // Reading is enough to lock, and all that somebody may be allowed who only looks.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Ok((regular_file(path)?, false))
        }
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::Lock;

    /// As a process does that was started a moment ago, and has inherited it.
    #[test]
    fn a_lock_is_let_go_though_somebody_else_has_the_same_door_open() {
        let folder = tempfile::tempdir().unwrap();
        let mut lock = Lock::to_write(folder.path()).unwrap();
        lock.stays();
        let inherited = lock.file.try_clone().unwrap();
        assert!(Lock::to_write(folder.path()).is_err());
        drop(lock);
        assert!(Lock::to_write(folder.path()).is_ok());
        drop(inherited);
    }
}
