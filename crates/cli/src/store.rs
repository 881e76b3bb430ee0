//! Which store a command is about.

use crate::explain;
use crate::options::{Defaults, Store};
use crate::progress::Progress;
use anyhow::Result;
use jiff::civil::Date;
use riktning_app::{App, Clock};
use riktning_store::{Journal as _, SqliteJournal, StoreError};
use riktning_words::Words;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The exit status of a command that was not given as it must be; clap's own.
pub(crate) const WRONG_USE: u8 = 2;

/// A command was not given as it must be.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct WrongUse(pub(crate) String);

/// The folder: from flag or variable, else from the file.
pub(crate) fn folder(store: &Store, defaults: &Defaults, words: Words) -> Result<PathBuf> {
    store
        .data
        .clone()
        .or_else(|| defaults.data.clone())
        .ok_or_else(|| {
            let flags = [("flag", "--data"), ("config", "--config")];
            WrongUse(words.with("cli-which-store", &flags)).into()
        })
}

/// The clock: the machine's. A day that was given is the one that pages show; what is recorded
/// has the machine's time all the same.
pub(crate) fn clock(today: Option<Date>, defaults: &Defaults) -> Clock {
    today
        .or(defaults.today)
        .map_or_else(Clock::stockholm, Clock::showing)
}

/// Opens a group, verified as it is read.
pub(crate) fn open(folder: &Path, clock: Clock, words: Words) -> Result<App> {
    let journal = SqliteJournal::open(folder)?;
    let mut progress = Progress::of(words.text("cli-reading"));
    Ok(App::open(Box::new(journal), clock, &mut |count| {
        progress.at(count);
    })?)
}

/// What went wrong in one sentence, and which option named the folder if it is about that.
pub(crate) fn explained(error: &anyhow::Error, defaults: &Defaults, words: Words) -> String {
    let said = explain::in_one_sentence(error, words);
    let about_the_folder = matches!(
        error.downcast_ref::<StoreError>(),
        Some(
            StoreError::Folder { .. }
                | StoreError::InUse { .. }
                | StoreError::NoStore { .. }
                | StoreError::NotOurs { .. }
                | StoreError::NotAFile { .. }
                | StoreError::NoRight { .. }
        )
    );
    match defaults.given_by("data", defaults.data.is_some(), words) {
        Some(by) if about_the_folder => format!("{said} ({by})"),
        _ => said,
    }
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

/// Whether there is a store in a folder, of whatever kind. Where nobody may look, opening it says
/// so.
pub(crate) fn has_store(folder: &Path) -> bool {
    let found = folder.join(STORE).symlink_metadata();
    found.map_or_else(
        |error| error.kind() == ErrorKind::PermissionDenied,
        |_| true,
    )
}
