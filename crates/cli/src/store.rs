//! Which store a command is about.

use crate::options::{Defaults, Store};
use crate::progress::Progress;
use anyhow::{Context, Result};
use jiff::civil::Date;
use riktning_app::{App, Clock};
use riktning_store::SqliteJournal;
use std::path::{Path, PathBuf};

/// The folder: from flag or variable, else from the file.
pub(crate) fn folder(store: &Store, defaults: &Defaults) -> Result<PathBuf> {
    store
        .data
        .clone()
        .or_else(|| defaults.data.clone())
        .context("say which store: --data DIR")
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
