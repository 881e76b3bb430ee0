//! A store that an earlier build made is opened by this one, with the tables as they were then.

use crate::sample::{append, rows};
use riktning_store::{FeedbackTable, SqliteJournal, verify};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The file of the form that this build writes. `tests/stores/README.md` tells how it was made.
const FORM_1: &str = "form-1.sqlite";
/// The same with the tables of people, sign-ins, second factors, drafts, those whom a sign-in service
/// knows, calendars, notes on answers, mail, comments, passkeys and links: every table and index that this version makes.
const NEWEST: &str = "form-1-links.sqlite";

fn older(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/stores")
        .join(name)
}

/// A copy of an older store in a folder of its own.
fn copied(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(older(name), folder.path().join("riktning.sqlite")).unwrap();
    folder
}

/// How each table of a file was made, and the numbers in the file's head.
fn schema(file: &Path) -> (BTreeMap<String, String>, i64, i64) {
    let connection = Connection::open(file).unwrap();
    let sql = "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema";
    let mut statement = connection.prepare(sql).unwrap();
    let made = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    let made = made.unwrap().map(Result::unwrap).collect();
    let number = |pragma: &str| {
        let read = connection.pragma_query_value(None, pragma, |row| row.get(0));
        read.unwrap()
    };
    (made, number("application_id"), number("user_version"))
}

#[test]
fn every_older_store_opens_whole_and_is_written_on() {
    let stores = fs::read_dir(older("")).unwrap();
    let names = stores.map(|file| file.unwrap().file_name().into_string().unwrap());
    let names: Vec<_> = names.filter(|name| name.ends_with(".sqlite")).collect();
    assert!(names.contains(&FORM_1.to_owned()), "{names:?}");
    for name in names {
        let folder = copied(&name);
        let journal = SqliteJournal::open_to_read(folder.path()).unwrap();
        let verified = verify(&journal, &mut |_| {}).unwrap();
        assert_eq!((verified.events, verified.blobs), (4, 1), "{name}");
        assert_eq!(
            verified.head.hash.to_string(),
            "de25efdd74b5c24d114c55a35f4d4975184039cfb3ebe762a7c5fd322102757c",
            "{name}"
        );
        assert_eq!(journal.answers().unwrap().len(), 1, "{name}");
        drop(journal);
        let mut journal = SqliteJournal::open(folder.path()).unwrap();
        append(&mut journal, &["e"]).unwrap();
        verify(&journal, &mut |_| {}).unwrap();
        assert_eq!(rows(&journal).len(), 5, "{name}");
    }
}

#[test]
fn a_store_from_before_the_answers_and_the_sign_of_writing_gets_both() {
    let folder = copied(FORM_1);
    let file = folder.path().join("riktning.sqlite");
    let sql = "DROP TABLE feedback; DROP TABLE writing";
    Connection::open(&file).unwrap().execute_batch(sql).unwrap();
    let journal = SqliteJournal::open_to_read(folder.path()).unwrap();
    assert_eq!(journal.answers().unwrap(), []);
    drop(journal);
    drop(SqliteJournal::open(folder.path()).unwrap());
    assert_eq!(schema(&file), schema(&older(NEWEST)));
}

#[test]
fn the_tables_are_made_as_the_older_file_has_them() {
    let folder = tempfile::tempdir().unwrap();
    drop(SqliteJournal::open(folder.path()).unwrap());
    let made = schema(&folder.path().join("riktning.sqlite"));
    assert_eq!(
        made,
        schema(&older(NEWEST)),
        "The text of a table is compared when a store is opened, so that every store out there \
         would be refused. A changed table is a new form with its migration: give FORM in \
         sqlite/file.rs the next number, bring an older file over when it is opened to write, \
         leave the older files as they are, and lay the file of the new form beside them. A table \
         that is new leaves the form as it is: lay a file that has it beside the others."
    );
}
