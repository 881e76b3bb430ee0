//! Who may open a store, and what opening leaves behind.

use crate::sample::append;
use riktning_store::{FeedbackTable, Journal, SqliteJournal, StoreError, verify};
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
    let erased = writer.erase(&[]);
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

/// Copies a store's files while it stands, those with one of these names.
fn copied(from: &Path, names: &[&str]) -> tempfile::TempDir {
    let to = tempfile::tempdir().unwrap();
    for name in names {
        fs::copy(from.join(name), to.path().join(name)).unwrap();
    }
    to
}

#[test]
fn a_copy_without_the_log_says_that_its_end_may_be_missing() {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = SqliteJournal::open(folder.path()).unwrap();
    append(&mut writer, &["a"]).unwrap();
    let (file, log) = ("riktning.sqlite", "riktning.sqlite-wal");
    let alone = copied(folder.path(), &[file]);
    for opened in [
        SqliteJournal::open_to_read(alone.path()),
        SqliteJournal::open(alone.path()),
    ] {
        assert!(
            matches!(opened, Err(StoreError::NoLog { .. })),
            "{opened:?}"
        );
    }
    assert!(!names(alone.path()).contains(&log.to_owned()));
    let both = copied(folder.path(), &[file, log]);
    let reader = SqliteJournal::open_to_read(both.path()).unwrap();
    assert_eq!(verify(&reader, &mut |_| {}).unwrap().events, 1);
    drop(reader);
    drop(SqliteJournal::open(both.path()).unwrap());
    // Closed, the file alone is the whole store.
    drop(writer);
    for from in [folder.path(), both.path()] {
        let alone = copied(from, &[file]);
        let reader = SqliteJournal::open_to_read(alone.path()).unwrap();
        assert_eq!(verify(&reader, &mut |_| {}).unwrap().events, 1);
    }
}

#[cfg(unix)]
#[test]
fn a_store_by_another_name_is_the_same_store() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let _writer = SqliteJournal::open(&data).unwrap();
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(&data, &link).unwrap();
    let second = SqliteJournal::open(&link);
    assert!(
        matches!(second, Err(StoreError::InUse { .. })),
        "{second:?}"
    );
    // A folder with a link to the database has a lock of its own.
    let other = folder.path().join("other");
    fs::create_dir(&other).unwrap();
    let target = data.join("riktning.sqlite");
    std::os::unix::fs::symlink(target, other.join("riktning.sqlite")).unwrap();
    for opened in [
        SqliteJournal::open_to_read(&other),
        SqliteJournal::open(&other),
    ] {
        assert!(
            matches!(opened, Err(StoreError::NotAFile { .. })),
            "{opened:?}"
        );
    }
    // Nor is a store made where a link leads nowhere: what it leads to may come back.
    let nowhere = folder.path().join("nowhere");
    fs::create_dir(&nowhere).unwrap();
    std::os::unix::fs::symlink("gone", nowhere.join("riktning.sqlite")).unwrap();
    assert!(SqliteJournal::open(&nowhere).is_err());
    assert_eq!(names(&nowhere), ["riktning.sqlite"]);
}

#[cfg(unix)]
#[test]
fn a_right_that_is_missing_is_told_as_such() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    append(&mut SqliteJournal::open(&data).unwrap(), &["a"]).unwrap();
    let file = data.join("riktning.sqlite");
    let may = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    may(&file, 0o000);
    if fs::File::open(&file).is_ok() {
        eprintln!("SKIPPED: whoever runs the tests may read everything");
        return;
    }
    for (path, back) in [(&file, 0o600), (&data, 0o700)] {
        may(path, 0o000);
        for opened in [
            SqliteJournal::open_to_read(&data),
            SqliteJournal::open(&data),
        ] {
            match opened {
                Err(StoreError::NoRight { path: said }) => assert_eq!(&said, path),
                other => panic!("{other:?}"),
            }
        }
        may(path, back);
    }
    // A file that may only be read is told before anything is made beside it.
    may(&file, 0o400);
    match SqliteJournal::open(&data) {
        Err(StoreError::NoRight { path }) => assert_eq!(path, file),
        other => panic!("{other:?}"),
    }
    assert_eq!(names(&data), ["riktning.lock", "riktning.sqlite"]);
    may(&file, 0o600);
    drop(SqliteJournal::open(&data).unwrap());
    verify(&SqliteJournal::open_to_read(&data).unwrap(), &mut |_| {}).unwrap();
}

#[cfg(unix)]
#[test]
fn any_name_that_a_folder_can_have_is_a_folder() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    for name in [&b"file:x"[..], b"a?mode=memory#b%20", b"\xe5\xff"] {
        let data = folder.path().join(std::ffi::OsStr::from_bytes(name));
        append(&mut SqliteJournal::open(&data).unwrap(), &["a"]).unwrap();
        assert_eq!(names(&data), ["riktning.lock", "riktning.sqlite"]);
        let reader = SqliteJournal::open_to_read(&data).unwrap();
        assert_eq!(verify(&reader, &mut |_| {}).unwrap().events, 1);
    }
}

#[cfg(unix)]
#[test]
fn a_store_is_its_owner_s_alone_with_what_lies_beside_it() {
    use std::os::unix::fs::PermissionsExt;
    let rights = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("made/by us");
    let mut journal = SqliteJournal::open(&data).unwrap();
    append(&mut journal, &["a"]).unwrap();
    assert_eq!(rights(&data), 0o700);
    assert_eq!(rights(data.parent().unwrap()), 0o700);
    let expected = [
        "riktning.lock",
        "riktning.sqlite",
        "riktning.sqlite-shm",
        "riktning.sqlite-wal",
    ];
    assert_eq!(names(&data), expected);
    for name in expected {
        assert_eq!(rights(&data.join(name)), 0o600, "{name}");
    }
    // A folder that somebody else made keeps the rights that he gave it.
    let given = folder.path().join("given");
    fs::create_dir(&given).unwrap();
    fs::set_permissions(&given, fs::Permissions::from_mode(0o750)).unwrap();
    drop(SqliteJournal::open(&given).unwrap());
    assert_eq!(rights(&given), 0o750);
    assert_eq!(rights(&given.join("riktning.sqlite")), 0o600);
}
