//! Which store a command is about.

use crate::options::{Defaults, Store};
use crate::progress::Progress;
use anyhow::Result;
use jiff::civil::Date;
use riktning_app::{App, Clock};
use riktning_store::{Journal as _, SqliteJournal, StoreError};
use std::path::{Path, PathBuf};

/// The exit status of a command that was not given as it must be; clap's own.
pub(crate) const WRONG_USE: u8 = 2;

/// A command was not given as it must be.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct WrongUse(&'static str);

/// The folder: from flag or variable, else from the file.
pub(crate) fn folder(store: &Store, defaults: &Defaults) -> Result<PathBuf> {
    store
        .data
        .clone()
        .or_else(|| defaults.data.clone())
        .ok_or(WrongUse("say which store: --data DIR").into())
}

/// The clock: the machine's. A day that was given is the one that pages show; what is recorded
/// has the machine's time all the same.
pub(crate) fn clock(today: Option<Date>, defaults: &Defaults) -> Clock {
    today
        .or(defaults.today)
        .map_or_else(Clock::stockholm, Clock::showing)
}

/// Opens a group, verified as it is read.
pub(crate) fn open(folder: &Path, clock: Clock) -> Result<App> {
    let journal = SqliteJournal::open(folder)?;
    let mut progress = Progress::of("reading the journal");
    Ok(App::open(Box::new(journal), clock, &mut |count| {
        progress.at(count);
    })?)
}

/// What a command that makes a store leaves behind when it fails: nothing that was not there.
pub(crate) struct Trace {
    folder: PathBuf,
    /// Whether there was a store.
    stood: bool,
    /// The folders that were not there, the innermost first.
    made: Vec<PathBuf>,
}

impl Trace {
    /// Looks before anything is made.
    pub(crate) fn before(folder: &Path) -> Trace {
        let missing = folder.ancestors().take_while(|f| !f.exists());
        Trace {
            folder: folder.to_owned(),
            stood: has_store(folder),
            made: missing.map(Path::to_owned).collect(),
        }
    }

    /// After an error. Who has the store open meanwhile made it.
    pub(crate) fn remove_after(&self, error: &anyhow::Error) {
        if !is_in_use(error) {
            self.remove();
        }
    }

    /// Takes away what was made. What does not go stays, and so does a store that holds
    /// anything: it is somebody else's by now, since all that we do is done whole or not at all.
    pub(crate) fn remove(&self) {
        let journal = SqliteJournal::open_to_read(&self.folder);
        let head = journal.and_then(|journal| journal.head());
        if self.stood || head.is_ok_and(|head| head.position > 0) {
            return;
        }
        for end in ["", "-wal", "-shm", "-journal", ".new", ".new-journal"] {
            let _ = std::fs::remove_file(self.folder.join(format!("{STORE}{end}")));
        }
        let _ = std::fs::remove_file(self.folder.join("riktning.lock"));
        for folder in &self.made {
            let _ = std::fs::remove_dir(folder);
        }
    }
}

/// Whether somebody else has the store open.
pub(crate) fn is_in_use(error: &anyhow::Error) -> bool {
    let cause = error.downcast_ref::<StoreError>();
    matches!(cause, Some(StoreError::InUse { .. }))
}

const STORE: &str = "riktning.sqlite";

/// Whether there is a store in a folder, of whatever kind.
pub(crate) fn has_store(folder: &Path) -> bool {
    folder.join(STORE).exists()
}
