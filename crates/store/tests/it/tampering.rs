//! Whatever is changed in a row is found.

use crate::sample::append;
use riktning_store::{Flaw, SqliteJournal, StoreError, verify};
use rusqlite::Connection;
use std::path::Path;

fn store(folder: &Path) {
    let mut journal = SqliteJournal::open(folder).unwrap();
    append(&mut journal, &["a", "b", "c", "d", "e"]).unwrap();
}

fn change(folder: &Path, sql: &str) {
    let changed = Connection::open(folder.join("riktning.sqlite"))
        .unwrap()
        .execute(sql, []);
    assert!(changed.unwrap() > 0, "{sql}");
}

fn flaw(folder: &Path) -> (u64, Flaw) {
    match verify(&SqliteJournal::open_to_read(folder).unwrap(), &mut |_| {}) {
        Err(StoreError::Broken(broken)) => (broken.position, broken.what),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_changed_column_is_found_at_its_position() {
    let changes = [
        ("recorded_at = recorded_at + 1", Flaw::Hash),
        ("on_day = '2018-10-26'", Flaw::Hash),
        ("on_day = '2018-10-25 '", Flaw::Column),
        ("actor = 'person:x'", Flaw::Hash),
        ("kind = 'GroupDescribed '", Flaw::Hash),
        ("version = 2", Flaw::Hash),
        ("body = replace(body, 'true', 'false')", Flaw::Hash),
        ("texts = replace(texts, 'c', 'C')", Flaw::Texts),
        ("texts = NULL", Flaw::Texts),
        ("salt = randomblob(16)", Flaw::Texts),
        ("salt = randomblob(15)", Flaw::Column),
        ("texts_hash = randomblob(32)", Flaw::Hash),
        ("hash = randomblob(32)", Flaw::Hash),
        ("recorded_at = 9223372036854775807", Flaw::Column),
    ];
    for (set, what) in changes {
        let folder = tempfile::tempdir().unwrap();
        store(folder.path());
        change(
            folder.path(),
            &format!("UPDATE events SET {set} WHERE position = 3"),
        );
        assert_eq!(flaw(folder.path()), (3, what), "{set}");
    }
}

#[test]
fn every_flipped_bit_of_every_column_is_found() {
    let folder = tempfile::tempdir().unwrap();
    store(folder.path());
    let file = folder.path().join("riktning.sqlite");
    let read = |column: &str| -> Vec<u8> {
        let sql = format!("SELECT CAST({column} AS BLOB) FROM events WHERE position = 2");
        Connection::open(&file)
            .unwrap()
            .query_row(&sql, [], |row| row.get(0))
            .unwrap()
    };
    let write = |column: &str, bytes: &[u8]| {
        let text = ["on_day", "actor", "kind", "body", "texts"].contains(&column);
        let value = if text { "CAST(?1 AS TEXT)" } else { "?1" };
        let sql = format!("UPDATE events SET {column} = {value} WHERE position = 2");
        Connection::open(&file)
            .unwrap()
            .execute(&sql, [bytes])
            .unwrap();
    };
    for column in [
        "on_day",
        "actor",
        "kind",
        "body",
        "texts",
        "salt",
        "texts_hash",
        "hash",
    ] {
        let original = read(column);
        for bit in 0..original.len() * 8 {
            // Every bit of the short ones, every seventh of the long.
            if original.len() > 20 && bit % 7 != 0 {
                continue;
            }
            let mut flipped = original.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            write(column, &flipped);
            assert_eq!(flaw(folder.path()).0, 2, "bit {bit} of {column}");
        }
        write(column, &original);
    }
    verify(
        &SqliteJournal::open_to_read(folder.path()).unwrap(),
        &mut |_| {},
    )
    .unwrap();
}

#[test]
fn rows_that_are_gone_moved_or_added_are_found() {
    let cases = [
        ("DELETE FROM events WHERE position = 1", 1),
        ("DELETE FROM events WHERE position = 3", 3),
        ("DELETE FROM events WHERE position = 5", 5),
        ("UPDATE events SET position = 9 WHERE position = 4", 4),
        (
            "INSERT INTO events SELECT 6, recorded_at, on_day, actor, kind, version, body, texts, \
             salt, texts_hash, hash, token, request, last FROM events WHERE position = 5",
            6,
        ),
        ("UPDATE events SET position = 0 WHERE position = 1", 1),
        (
            "INSERT INTO events SELECT -1, recorded_at, on_day, actor, kind, version, body, texts, \
             salt, texts_hash, hash, token, request, last FROM events WHERE position = 5",
            1,
        ),
        (
            "INSERT INTO events SELECT 0, recorded_at, on_day, actor, kind, version, body, texts, \
             salt, texts_hash, hash, token, request, last FROM events WHERE position = 5",
            1,
        ),
        ("UPDATE head SET position = 4", 6),
        ("UPDATE head SET hash = randomblob(32)", 6),
    ];
    for (sql, position) in cases {
        let folder = tempfile::tempdir().unwrap();
        store(folder.path());
        change(folder.path(), sql);
        assert_eq!(flaw(folder.path()).0, position, "{sql}");
    }
}

#[test]
fn what_is_not_ours_in_the_database_is_named_and_nothing_is_read_or_written() {
    let cases = [
        (
            "CREATE TRIGGER sneaky AFTER INSERT ON events BEGIN DELETE FROM blobs; END",
            "trigger sneaky",
        ),
        ("CREATE VIEW v AS SELECT * FROM events", "view v"),
        ("CREATE TABLE notes (a)", "table notes"),
        ("CREATE INDEX i ON events (kind)", "index i"),
        ("ALTER TABLE events ADD COLUMN c TEXT", "table events"),
        ("DROP INDEX tokens", "index tokens"),
        (
            "ALTER TABLE events RENAME TO e; CREATE VIEW events AS SELECT * FROM e",
            "index tokens",
        ),
    ];
    for (sql, odd) in cases {
        let folder = tempfile::tempdir().unwrap();
        store(folder.path());
        let file = folder.path().join("riktning.sqlite");
        Connection::open(file).unwrap().execute_batch(sql).unwrap();
        for opened in [
            SqliteJournal::open_to_read(folder.path()),
            SqliteJournal::open(folder.path()),
        ] {
            match opened {
                Err(StoreError::NotAsMade { what }) => assert_eq!(what, odd, "{sql}"),
                other => panic!("{sql}: {other:?}"),
            }
        }
    }
    // What SQLite notes about its tables is nobody's.
    let folder = tempfile::tempdir().unwrap();
    store(folder.path());
    let file = folder.path().join("riktning.sqlite");
    let connection = Connection::open(file).unwrap();
    connection.execute_batch("ANALYZE").unwrap();
    drop(connection);
    SqliteJournal::open(folder.path()).unwrap();
}

#[test]
fn a_changed_blob_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = SqliteJournal::open(folder.path()).unwrap();
    let rows = vec![crate::sample::row("with a file")];
    let blobs = vec![vec![7; (1 << 20) + 9]];
    riktning_store::Journal::append(
        &mut journal,
        riktning_store::Append {
            rows,
            blobs,
            ..riktning_store::Append::default()
        },
    )
    .unwrap();
    drop(journal);
    change(
        folder.path(),
        "UPDATE blobs SET bytes = zeroblob(9) WHERE piece = 1",
    );
    assert_eq!(flaw(folder.path()).1, Flaw::Blob);
}

/// A store whose third row names a file of a piece and a bit.
fn store_with_a_file(folder: &Path) {
    let mut journal = SqliteJournal::open(folder).unwrap();
    append(&mut journal, &["a", "b"]).unwrap();
    let file = vec![7; (1 << 20) + 9];
    let append = riktning_store::Append {
        expected_head: 2,
        rows: vec![crate::sample::naming(&file), crate::sample::row("c")],
        blobs: vec![file],
        ..Default::default()
    };
    riktning_store::Journal::append(&mut journal, append).unwrap();
}

#[test]
fn a_file_that_a_row_names_and_that_is_gone_is_found_at_the_row() {
    for sql in ["DELETE FROM blobs", "DELETE FROM blobs WHERE piece = 1"] {
        let folder = tempfile::tempdir().unwrap();
        store_with_a_file(folder.path());
        change(folder.path(), sql);
        assert_eq!(flaw(folder.path()).1, Flaw::Blob, "{sql}");
    }
    let folder = tempfile::tempdir().unwrap();
    store_with_a_file(folder.path());
    change(folder.path(), "DELETE FROM blobs");
    assert_eq!(flaw(folder.path()), (3, Flaw::Blob));
    // Nor does such a store start, nor go out as if nothing were missing.
    let journal = SqliteJournal::open(folder.path()).unwrap();
    let folded = riktning_store::fold(&journal, &mut |_| {});
    assert!(matches!(folded, Err(StoreError::Broken(_))), "{folded:?}");
    let out = folder.path().join("out");
    assert!(riktning_store::export(&journal, &out, &mut |_| {}).is_err());
    assert!(!out.exists());
}

#[test]
fn a_file_of_a_redacted_row_may_be_gone() {
    let folder = tempfile::tempdir().unwrap();
    store_with_a_file(folder.path());
    change(folder.path(), "DELETE FROM blobs");
    change(
        folder.path(),
        "UPDATE events SET texts = NULL, salt = NULL WHERE position = 3",
    );
    let journal = SqliteJournal::open_to_read(folder.path()).unwrap();
    verify(&journal, &mut |_| {}).unwrap();
}

#[test]
fn a_redacted_row_still_verifies_and_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    store(folder.path());
    change(
        folder.path(),
        "UPDATE events SET texts = NULL, salt = NULL WHERE position = 3",
    );
    let journal = SqliteJournal::open_to_read(folder.path()).unwrap();
    let verified = verify(&journal, &mut |_| {}).unwrap();
    assert_eq!((verified.emptied, verified.first_emptied), (1, Some(3)));
    // It is not served and not passed on: a page would claim a redaction that nothing tells of.
    let emptied = |refused: &StoreError| matches!(refused, StoreError::Broken(b) if (b.position, b.what) == (3, Flaw::Emptied));
    let folded = riktning_store::fold(&journal, &mut |_| {}).unwrap_err();
    assert!(emptied(&folded), "{folded:?}");
    let out = folder.path().join("out");
    let exported = riktning_store::export(&journal, &out, &mut |_| {}).unwrap_err();
    assert!(
        matches!(&exported, riktning_store::FolderError::Store(why) if emptied(why)),
        "{exported:?}"
    );
    assert!(!out.exists());
}

#[test]
fn an_unknown_kind_stops_and_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = SqliteJournal::open(folder.path()).unwrap();
    append(&mut journal, &["a"]).unwrap();
    let mut new = crate::sample::row("b");
    new.kind = "SomethingNewer".to_owned();
    let append = riktning_store::Append {
        expected_head: 1,
        rows: vec![new],
        ..Default::default()
    };
    riktning_store::Journal::append(&mut journal, append).unwrap();
    let folded = riktning_store::fold(&journal, &mut |_| {});
    assert!(
        matches!(folded, Err(StoreError::Unreadable { position: 2, .. })),
        "{folded:?}"
    );
}

#[test]
fn a_store_without_its_head_says_so() {
    let folder = tempfile::tempdir().unwrap();
    store(folder.path());
    change(folder.path(), "DELETE FROM head");
    for opened in [
        SqliteJournal::open_to_read(folder.path()),
        SqliteJournal::open(folder.path()),
    ] {
        assert!(matches!(opened, Err(StoreError::NoHead)), "{opened:?}");
    }
}

#[test]
fn a_piece_under_a_name_that_is_no_digest_is_a_flaw_of_a_blob() {
    for name in ["zeroblob(31)", "zeroblob(0)"] {
        let folder = tempfile::tempdir().unwrap();
        store(folder.path());
        let sql = format!("INSERT INTO blobs (digest, piece, bytes) VALUES ({name}, 0, x'07')");
        change(folder.path(), &sql);
        assert_eq!(flaw(folder.path()), (5, Flaw::Blob), "{name}");
    }
}

#[test]
fn a_request_that_is_no_digest_is_another_request() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = SqliteJournal::open(folder.path()).unwrap();
    let token = || {
        Some(riktning_store::Token {
            actor: "import".to_owned(),
            token: "t".repeat(16),
            request: b"request".to_vec(),
        })
    };
    let with_token = || riktning_store::Append {
        rows: vec![crate::sample::row("a")],
        token: token(),
        ..Default::default()
    };
    let first = riktning_store::Journal::append(&mut journal, with_token()).unwrap();
    let again = riktning_store::Journal::append(&mut journal, with_token()).unwrap();
    assert_eq!(first, again);
    change(folder.path(), "UPDATE events SET request = zeroblob(3)");
    let refused = riktning_store::Journal::append(&mut journal, with_token());
    assert!(
        matches!(refused, Err(StoreError::TokenReused { position: 1 })),
        "{refused:?}"
    );
}

#[test]
fn looking_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    store(folder.path());
    let names = || {
        let mut names: Vec<_> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|e| e.unwrap().file_name())
            .collect();
        names.sort();
        names
    };
    let before = names();
    verify(
        &SqliteJournal::open_to_read(folder.path()).unwrap(),
        &mut |_| {},
    )
    .unwrap();
    assert_eq!(names(), before);
}
