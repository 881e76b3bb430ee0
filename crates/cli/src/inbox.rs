//! A folder in the store's folder through which a serving program takes what an editor wants.
//!
//! The serving program holds the store, so `riktning site` cannot open it. It lays an order in
//! `inbox` instead, in three steps that each happen whole or not at all, since each is a rename:
//! `ID.order` is asked for, `ID.taken` is being done, `ID.answer` is done. Whoever asked and has
//! waited long enough takes the order back; only one of the two can rename it. An order that was
//! taken when the program ended is done at its next start: doing it twice changes nothing.

use crate::site::{self, Order, Outcome};
use anyhow::{Context, Result, bail};
use riktning_app::App;
use riktning_store::StoreError;
use riktning_words::Words;
use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use uuid::Uuid;

const INBOX: &str = "inbox";
/// How often the serving program looks. Two seconds is what a crisis may take to every page.
const LOOK: Duration = Duration::from_millis(200);
/// How long whoever asked waits for the answer, and tries at all.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);
/// How long an order lies before whoever asked sees whether the store has come free: a program
/// that serves takes it well before.
const LIES: Duration = Duration::from_secs(1);
/// What an order may weigh: a file of an editor and some words around it.
const MOST: u64 = 4 << 20;
/// How long an answer that nobody fetched is kept.
const KEPT: Duration = Duration::from_secs(3600);

/// Looks into the folder for as long as the program serves.
pub(crate) async fn watch(app: App, store: PathBuf) {
    let inbox = store.join(INBOX);
    if let Err(error) = make(&inbox) {
        tracing::error!(%error, inbox = %inbox.display(), "no orders are taken");
        return;
    }
    loop {
        for id in waiting(&inbox) {
            let outcome = match read(&inbox, id) {
                Ok(Some(order)) => site::perform(&app, order).await,
                // Taken back meanwhile.
                Ok(None) => continue,
                Err(error) => Outcome::Failed(format!("the order cannot be read: {error}")),
            };
            if let Err(error) = write(&inbox, id, "answer", &outcome) {
                tracing::error!(%error, "an answer cannot be written");
            }
            // Gone already if somebody else tidies; then it is as it should be.
            let _ = fs::remove_file(named(&inbox, id, "taken"));
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// Asks the program that serves a store, and waits for its answer. `None` if nobody took the
/// order: whoever holds the store does not serve it, and may let it go at any moment.
pub(crate) fn ask(store: &Path, order: &Order, words: Words) -> Result<Option<Outcome>> {
    let inbox = store.join(INBOX);
    let unusable = |source| StoreError::Folder {
        folder: inbox.clone(),
        source,
    };
    make(&inbox).map_err(unusable)?;
    let id = Uuid::now_v7();
    write(&inbox, id, "order", order).with_context(|| inbox.display().to_string())?;
    if let Some(outcome) = answered(&inbox, id, LIES)? {
        return Ok(Some(outcome));
    }
    // Taking it back is a rename too: it succeeds only if the program has not taken it.
    let back = named(&inbox, id, "back");
    if fs::rename(named(&inbox, id, "order"), &back).is_ok() {
        let _ = fs::remove_file(back);
        return Ok(None);
    }
    let outcome = answered(&inbox, id, PATIENCE)?;
    Ok(Some(
        outcome.with_context(|| words.text("cli-not-answered"))?,
    ))
}

fn answered(inbox: &Path, id: Uuid, patience: Duration) -> Result<Option<Outcome>> {
    let file = named(inbox, id, "answer");
    let until = Instant::now() + patience;
    while Instant::now() < until {
        match fs::read(&file) {
            Ok(bytes) => {
                let _ = fs::remove_file(&file);
                return Ok(Some(serde_json::from_slice(&bytes)?));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(None)
}

/// The orders that wait, in the order in which they were laid there: their ids begin with the
/// time. Throws away answers that nobody has fetched for an hour.
fn waiting(inbox: &Path) -> Vec<Uuid> {
    let files = fs::read_dir(inbox).into_iter().flatten().flatten();
    let mut ids = Vec::new();
    for file in files.map(|file| file.path()) {
        let id = file.file_stem().and_then(OsStr::to_str);
        let Some(id) = id.and_then(|stem| Uuid::parse_str(stem).ok()) else {
            continue;
        };
        match file.extension().and_then(OsStr::to_str) {
            Some("order" | "taken") => ids.push(id),
            Some("answer") => {
                let written = fs::metadata(&file).and_then(|file| file.modified());
                let age = written.ok().and_then(|at| at.elapsed().ok());
                if age.is_some_and(|age| age > KEPT) {
                    let _ = fs::remove_file(&file);
                }
            }
            _ => {}
        }
    }
    ids.sort();
    ids.dedup();
    ids
}

/// Takes an order and reads it. `None` if it was taken back.
fn read(inbox: &Path, id: Uuid) -> Result<Option<Order>> {
    let (order, taken) = (named(inbox, id, "order"), named(inbox, id, "taken"));
    match fs::rename(order, &taken) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::NotFound && taken.exists() => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    }
    let file = fs::symlink_metadata(&taken)?;
    if !file.is_file() || file.len() > MOST {
        let _ = fs::remove_file(&taken);
        bail!("it is no file, or larger than an order");
    }
    Ok(Some(serde_json::from_slice(&fs::read(&taken)?)?))
}

/// Writes a file that is there whole or not at all.
fn write(inbox: &Path, id: Uuid, ending: &str, what: &impl serde::Serialize) -> Result<()> {
    let half = named(inbox, id, "half");
    fs::write(&half, serde_json::to_vec(what)?)?;
    fs::rename(half, named(inbox, id, ending))?;
    Ok(())
}

fn named(inbox: &Path, id: Uuid, ending: &str) -> PathBuf {
    inbox.join(format!("{id}.{ending}"))
}

/// Only whoever may write to the store may lay an order beside it.
fn make(inbox: &Path) -> std::io::Result<()> {
    if inbox.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(inbox)
}
