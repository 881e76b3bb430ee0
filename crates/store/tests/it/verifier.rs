//! A verifier in another language, written from the document alone, agrees with ours.

use crate::sample::{append, naming};
use riktning_store::{Append, Journal, SqliteJournal, verify};
use rusqlite::Connection;
use std::path::Path;
use std::process::Command;

/// What the other verifier says: `None` where this machine has no Python.
fn other(folder: &Path) -> Option<(bool, String)> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/verifier.py");
    let output = Command::new("python3")
        .arg(script)
        .arg(folder.join("riktning.sqlite"))
        .output();
    match output {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(
                !said.is_empty(),
                "{}",
                String::from_utf8_lossy(&output.stderr)
            );
            Some((output.status.success(), said))
        }
        Err(_) => {
            assert!(
                std::env::var_os("RIKTNING_CHECK").is_none(),
                "check needs python3"
            );
            eprintln!("SKIPPED: the verifier in another language needs python3");
            None
        }
    }
}

#[test]
fn both_verifiers_agree_on_sound_and_on_changed_stores() {
    let changes = [
        None,
        Some("UPDATE events SET texts = NULL, salt = NULL WHERE position = 2"),
        Some("UPDATE events SET body = body || ' ' WHERE position = 2"),
        Some("UPDATE events SET texts = texts || ' ' WHERE position = 2"),
        Some("UPDATE events SET on_day = '2018-10-26' WHERE position = 2"),
        Some("UPDATE events SET recorded_at = 1 WHERE position = 3"),
        Some("UPDATE events SET salt = NULL WHERE position = 1"),
        Some("DELETE FROM events WHERE position = 3"),
        Some("UPDATE head SET position = 2"),
        Some("DELETE FROM blobs"),
        Some("UPDATE blobs SET bytes = zeroblob(6)"),
        Some("UPDATE blobs SET digest = zeroblob(32)"),
        Some("UPDATE events SET position = 0 WHERE position = 1"),
        Some("CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM blobs; END"),
        Some("UPDATE writing SET now = 1"),
        Some("DELETE FROM writing"),
        Some("CREATE TABLE notes (text TEXT)"),
        Some("CREATE INDEX days ON events (on_day)"),
        Some("CREATE VIEW days AS SELECT on_day FROM events"),
    ];
    for change in changes {
        let folder = tempfile::tempdir().unwrap();
        {
            let mut journal = SqliteJournal::open(folder.path()).unwrap();
            append(&mut journal, &["a", "b", "c"]).unwrap();
            let append = Append {
                expected_head: 3,
                rows: vec![naming(b"a file")],
                blobs: vec![b"a file".to_vec()],
                ..Append::default()
            };
            journal.append(append).unwrap();
        }
        if let Some(sql) = change {
            let changed = Connection::open(folder.path().join("riktning.sqlite"))
                .unwrap()
                .execute(sql, []);
            assert!(changed.is_ok(), "{sql}: {changed:?}");
        }
        // As the command `verify` answers: rows that have lost their texts are not sound.
        let ours = SqliteJournal::open_to_read(folder.path())
            .and_then(|journal| verify(&journal, &mut |_| {}))
            .and_then(|verified| match verified.first_emptied {
                None => Ok(verified),
                Some(position) => Err(riktning_store::Broken {
                    position,
                    what: riktning_store::Flaw::Emptied,
                }
                .into()),
            });
        let Some((sound, said)) = other(folder.path()) else {
            return;
        };
        assert_eq!(ours.is_ok(), sound, "{change:?}: {ours:?} but {said}");
        if let Ok(verified) = ours {
            assert!(said.contains(&verified.head.hash.to_string()), "{said}");
        }
    }
}
