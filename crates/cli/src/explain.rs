//! What went wrong, in the reader's language.

use crate::options::DefaultsError;
use anyhow::Error;
use riktning_app::Unperformed;
use riktning_store::{Broken, Flaw, FolderError, StoreError};
use riktning_words::Words;
use std::error::Error as Cause;
use std::io::{self, ErrorKind};
use std::path::Path;

/// An error with its causes in one sentence, each said once.
pub(crate) fn in_one_sentence(error: &Error, words: Words) -> String {
    let mut said = String::new();
    let mut cause: Option<&(dyn Cause + 'static)> = Some(error.as_ref());
    while let Some(this) = cause {
        let (sentence, next) = sentence(this, words);
        let sentence = sentence.trim().replace('\n', " ");
        if said.is_empty() {
            said = sentence;
        } else if !said.contains(&sentence) {
            said = format!("{said}: {sentence}");
        }
        cause = next;
    }
    said
}

/// What a store answered.
pub(crate) fn store(error: &StoreError, words: Words) -> String {
    let (said, cause) = of_store(error, words);
    match cause {
        None => said,
        Some(cause) => format!("{said}: {cause}"),
    }
}

/// Why the file of defaults cannot be used. What is wrong with its TOML is said by its reader.
pub(crate) fn defaults(error: &DefaultsError, words: Words) -> String {
    match error {
        DefaultsError::Read(error) => of_the_machine(error, words),
        DefaultsError::NoFolder => words.text("cli-empty-folder"),
        DefaultsError::Toml { .. } => error.to_string(),
    }
}

type Said<'a> = (String, Option<&'a (dyn Cause + 'static)>);

/// What an error says, and the cause that it has not said.
fn sentence<'a>(error: &'a (dyn Cause + 'static), words: Words) -> Said<'a> {
    if let Some(error) = error.downcast_ref::<StoreError>() {
        return of_store(error, words);
    }
    if let Some(error) = error.downcast_ref::<FolderError>() {
        return of_folder(error, words);
    }
    match error.downcast_ref::<Unperformed>() {
        Some(Unperformed::Refused { refusal, .. }) => return (words.refusal(refusal), None),
        Some(Unperformed::Store(error)) => return of_store(error, words),
        Some(
            Unperformed::NotEmpty
            | Unperformed::Moved
            | Unperformed::Encoding(_)
            | Unperformed::Stopped,
        )
        | None => {}
    }
    match error.downcast_ref::<io::Error>() {
        Some(error) => (of_the_machine(error, words), None),
        None => (error.to_string(), error.source()),
    }
}

fn of_store<'a>(error: &'a StoreError, words: Words) -> Said<'a> {
    let said = match error {
        StoreError::Folder { folder, source } => {
            let (folder, why) = (name(folder), of_the_machine(source, words));
            words.with("store-folder", &[("folder", &folder), ("why", &why)])
        }
        StoreError::InUse { folder } => words.with("store-in-use", &[("folder", &name(folder))]),
        StoreError::NoStore { folder } => words.with("store-none", &[("folder", &name(folder))]),
        StoreError::NotOurs { file } => words.with("store-not-ours", &[("file", &name(file))]),
        StoreError::NotAFile { file } => words.with("store-not-a-file", &[("file", &name(file))]),
        StoreError::NoRight { path } => words.with("store-no-right", &[("path", &name(path))]),
        StoreError::LogDamaged { log } => words.with("store-log-damaged", &[("log", &name(log))]),
        StoreError::NoLog { log } => words.with("store-no-log", &[("log", &name(log))]),
        StoreError::NotAsMade { what } => words.with("store-not-as-made", &[("what", what)]),
        StoreError::NoHead => words.text("store-no-head"),
        StoreError::WrongHead { expected: 0, .. } => words.text("store-not-empty"),
        StoreError::Broken(broken) => of_rows(broken, words),
        StoreError::Unreadable { position, source } => {
            let said = words.with("store-unreadable", &[("position", &position.to_string())]);
            return (said, Some(source));
        }
        StoreError::Full => words.text("store-full"),
        StoreError::ReadOnly => words.text("store-read-only"),
        StoreError::Busy => words.text("store-busy"),
        StoreError::Poisoned => words.text("store-poisoned"),
        StoreError::Sqlite(source) => return (words.text("store-failed"), Some(source)),
        other => return (other.to_string(), other.source()),
    };
    (said, None)
}

fn of_rows(broken: &Broken, words: Words) -> String {
    let what = words.text(match broken.what {
        Flaw::Gap => "store-flaw-gap",
        Flaw::Hash => "store-flaw-hash",
        Flaw::Texts => "store-flaw-texts",
        Flaw::Emptied => "store-flaw-emptied",
        Flaw::Column => "store-flaw-column",
        Flaw::Tail => "store-flaw-tail",
        Flaw::Blob => "store-flaw-blob",
    });
    let position = broken.position.to_string();
    words.with("store-broken", &[("position", &position), ("what", &what)])
}

fn of_folder<'a>(error: &'a FolderError, words: Words) -> Said<'a> {
    let said = match error {
        FolderError::Store(error) => return of_store(error, words),
        FolderError::NotEmpty(folder) => {
            words.with("store-folder-not-empty", &[("folder", &name(folder))])
        }
        FolderError::File { file, source } => {
            let (file, why) = (name(file), of_the_machine(source, words));
            words.with("cli-file-unusable", &[("file", &file), ("why", &why)])
        }
        FolderError::Manifest(file) => words.with("store-no-manifest", &[("file", &name(file))]),
        FolderError::Line { file, line } => {
            let (file, line) = (name(file), line.to_string());
            words.with("store-no-row", &[("file", &file), ("line", &line)])
        }
        FolderError::Cut { found, expected } => {
            let (found, expected) = (found.to_string(), expected.to_string());
            words.with("store-cut", &[("found", &found), ("expected", &expected)])
        }
    };
    (said, None)
}

/// What the machine answered. What is rare is said as the machine says it.
fn of_the_machine(error: &io::Error, words: Words) -> String {
    match error.kind() {
        ErrorKind::NotFound => words.text("cli-not-found"),
        ErrorKind::PermissionDenied => words.text("cli-no-right"),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => words.text("cli-in-the-way"),
        ErrorKind::InvalidInput | ErrorKind::IsADirectory => words.text("cli-not-regular"),
        ErrorKind::StorageFull => words.text("cli-disk-full"),
        ErrorKind::ReadOnlyFilesystem => words.text("cli-read-only-disk"),
        ErrorKind::InvalidData => words.text("cli-not-text"),
        _ => error.to_string(),
    }
}

fn name(path: &Path) -> String {
    path.display().to_string()
}
