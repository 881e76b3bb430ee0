//! Who may open a store, and what opening leaves behind.

use crate::sample::append;
use riktning_store::{Erase, FeedbackTable, Journal, SqliteJournal, StoreError, verify};
use std::fs;
use std::path::Path;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn whoever_reads_while_somebody_writes_sees_what_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = SqliteJournal::open(folder.path()).unwrap();
    // Empties the log, so that the file looks at rest.
    let erased = writer.erase(Erase::Before(jiff::Timestamp::UNIX_EPOCH));
    assert_eq!(erased.unwrap(), 0);
    let reader = SqliteJournal::open_to_read(folder.path()).unwrap();
    append(&mut writer, &["a"]).unwrap();
    assert_eq!(reader.head().unwrap().position, 1);
    verify(&reader, &mut |_| {}).unwrap();
}

#[test]
fn nobody_writes_while_somebody_reads_the_file_as_it_lies() {
    let folder = tempfile::tempdir().unwrap();
    append(&mut SqliteJournal::open(folder.path()).unwrap(), &["a"]).unwrap();
    let readers = [(); 2].map(|()| SqliteJournal::open_to_read(folder.path()).unwrap());
    let refused = SqliteJournal::open(folder.path());
    assert!(
        matches!(refused, Err(StoreError::InUse { .. })),
        "{refused:?}"
    );
    drop(readers);
    SqliteJournal::open(folder.path()).unwrap();
}

#[test]
fn a_copy_without_its_lock_is_read_without_a_trace() {
    let folder = tempfile::tempdir().unwrap();
    append(&mut SqliteJournal::open(folder.path()).unwrap(), &["a"]).unwrap();
    fs::remove_file(folder.path().join("riktning.lock")).unwrap();
    {
        let _first = SqliteJournal::open_to_read(folder.path()).unwrap();
        let second = SqliteJournal::open_to_read(folder.path()).unwrap();
        verify(&second, &mut |_| {}).unwrap();
    }
    assert_eq!(names(folder.path()), ["riktning.sqlite"]);
}

#[test]
fn what_was_left_half_made_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["riktning.sqlite.new", "riktning.sqlite.new-journal"] {
        fs::write(folder.path().join(name), b"SQLite format 3").unwrap();
    }
    let mut journal = SqliteJournal::open(folder.path()).unwrap();
    append(&mut journal, &["a"]).unwrap();
    drop(journal);
    assert_eq!(names(folder.path()), ["riktning.lock", "riktning.sqlite"]);
}

#[test]
fn a_refused_opening_leaves_no_trace() {
    for name in ["riktning.sqlite", "riktning.sqlite-wal"] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(name), "somebody's").unwrap();
        let refused = SqliteJournal::open(folder.path());
        assert!(
            matches!(refused, Err(StoreError::NotOurs { .. })),
            "{name}: {refused:?}"
        );
        assert_eq!(names(folder.path()), [name]);
    }
}
