//! What every journal promises.

use crate::sample::{append, naming, row, rows};
use riktning_store::{
    Append, Digest, Journal, MemoryJournal, SqliteJournal, Store, StoreError, Token, verify,
};

/// Tries a promise on a journal in memory and on one in a file.
pub(crate) fn each(promise: impl Fn(&mut dyn Store)) {
    promise(&mut MemoryJournal::new().unwrap());
    let folder = tempfile::tempdir().unwrap();
    promise(&mut SqliteJournal::open(folder.path()).unwrap());
}

fn token(request: &str) -> Token {
    Token {
        actor: "import".to_owned(),
        token: "a-token-of-sixteen".to_owned(),
        request: request.as_bytes().to_vec(),
    }
}

#[test]
fn positions_have_no_gaps_and_rows_come_in_order() {
    each(|journal| {
        assert_eq!(journal.head().unwrap().position, 0);
        assert_eq!(append(journal, &["a"]).unwrap().last, 1);
        let second = append(journal, &["b", "c"]).unwrap();
        assert_eq!((second.first, second.last), (2, 3));
        let all = rows(journal);
        assert_eq!(
            all.iter().map(|r| r.position).collect::<Vec<_>>(),
            [1, 2, 3]
        );
        assert!(all[2].texts.as_ref().unwrap().contains("\"c\""));
        let mut after = Vec::new();
        journal
            .read(2, &mut |r| {
                after.push(r.position);
                Ok(())
            })
            .unwrap();
        assert_eq!(after, [3]);
        assert_eq!(journal.head().unwrap().hash, all[2].hash);
        verify(journal, &mut |_| {}).unwrap();
    });
}

#[test]
fn a_row_is_found_by_its_position_and_none_where_there_is_none() {
    each(|journal| {
        let append = Append {
            rows: vec![row("a"), row("b")],
            ..Append::default()
        };
        journal.append(append).unwrap();
        for written in rows(journal) {
            assert_eq!(journal.row(written.position).unwrap(), Some(written));
        }
        for nowhere in [0, 3, u64::MAX] {
            assert_eq!(journal.row(nowhere).unwrap(), None, "{nowhere}");
        }
    });
}

#[test]
fn what_was_written_is_read_to_the_letter() {
    each(|journal| {
        let new = row("å \u{1F9F5} \"citat\" \\ \u{202e}");
        let wanted = new.clone();
        let append = Append {
            rows: vec![new],
            ..Append::default()
        };
        journal.append(append).unwrap();
        let row = rows(journal).remove(0);
        assert_eq!(row.recorded_at, wanted.recorded_at);
        assert_eq!(
            (row.on, row.actor, row.kind, row.version),
            (wanted.on, wanted.actor, wanted.kind, 1)
        );
        assert_eq!((row.body, row.texts), (wanted.body, Some(wanted.texts)));
    });
}

#[test]
fn a_stale_head_is_refused_and_nothing_is_written() {
    each(|journal| {
        append(journal, &["a"]).unwrap();
        let stale = Append {
            expected_head: 0,
            rows: vec![row("b")],
            ..Append::default()
        };
        let refused = journal.append(stale);
        assert!(matches!(
            refused,
            Err(StoreError::WrongHead {
                expected: 0,
                found: 1
            })
        ));
        assert_eq!(rows(journal).len(), 1);
    });
}

#[test]
fn a_token_answers_the_same_again_and_refuses_other_content() {
    each(|journal| {
        let ask = |request: &str, head: u64| Append {
            expected_head: head,
            rows: vec![row("a"), row("b")],
            token: Some(token(request)),
            ..Append::default()
        };
        let first = journal.append(ask("this", 0)).unwrap();
        append(journal, &["c"]).unwrap();
        // The same again, even with a head that is long gone.
        assert_eq!(journal.append(ask("this", 0)).unwrap(), first);
        assert_eq!(journal.remembered(&token("this")).unwrap(), Some(first));
        let other = journal.append(ask("that", 3));
        assert!(matches!(
            other,
            Err(StoreError::TokenReused { position: 1 })
        ));
        let mut stranger = token("this");
        stranger.actor = "person:somebody".to_owned();
        assert_eq!(journal.remembered(&stranger).unwrap(), None);
        assert_eq!(rows(journal).len(), 3);
    });
}

#[test]
fn blobs_of_every_size_come_back() {
    const MEBIBYTE: usize = 1 << 20;
    for size in [0, 1, MEBIBYTE - 1, MEBIBYTE, MEBIBYTE + 1, 3 * MEBIBYTE] {
        each(|journal| {
            let blob: Vec<u8> = (0..size).map(|i| (i % 251) as u8).collect();
            let digest = Digest::of(&blob);
            let rows = vec![row("with a file")];
            let blobs = vec![blob.clone(), blob.clone()];
            journal
                .append(Append {
                    rows,
                    blobs,
                    ..Append::default()
                })
                .unwrap();
            assert_eq!(journal.blob(digest).unwrap(), Some(blob), "{size} bytes");
            assert_eq!(journal.blobs().unwrap(), [digest]);
            assert_eq!(journal.blob(Digest::of(b"another")).unwrap(), None);
            assert_eq!(verify(journal, &mut |_| {}).unwrap().blobs, 1);
        });
    }
}

#[test]
fn an_append_with_a_blob_is_all_or_nothing() {
    each(|journal| {
        append(journal, &["a"]).unwrap();
        let blobs = vec![b"never kept".to_vec()];
        let stale = Append {
            expected_head: 7,
            rows: vec![row("b")],
            blobs,
            ..Append::default()
        };
        assert!(journal.append(stale).is_err());
        assert!(journal.blobs().unwrap().is_empty());
    });
}

#[test]
fn a_row_that_names_a_file_which_nobody_gave_is_refused() {
    each(|journal| {
        let rows = vec![row("a"), naming(b"a file")];
        let append = Append {
            rows: rows.clone(),
            blobs: vec![b"another".to_vec()],
            ..Append::default()
        };
        let refused = journal.append(append);
        assert!(
            matches!(refused, Err(StoreError::NamesNoBlob { position: 2 })),
            "{refused:?}"
        );
        assert_eq!(journal.head().unwrap().position, 0);
        let append = Append {
            rows,
            blobs: vec![b"a file".to_vec()],
            ..Append::default()
        };
        journal.append(append).unwrap();
        // The same file again need not be given again.
        let append = Append {
            expected_head: 2,
            rows: vec![naming(b"a file")],
            ..Append::default()
        };
        journal.append(append).unwrap();
        verify(journal, &mut |_| {}).unwrap();
    });
}

#[test]
fn two_groups_with_the_same_rows_have_other_hashes() {
    let hashes = [0, 1].map(|_| {
        let mut journal = MemoryJournal::new().unwrap();
        append(&mut journal, &["a"]).unwrap();
        journal.head().unwrap().hash
    });
    assert_ne!(hashes[0], hashes[1]);
}

#[test]
fn a_store_is_there_again_after_it_was_closed() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = SqliteJournal::open(folder.path()).unwrap();
    append(&mut journal, &["a", "b"]).unwrap();
    let (group, before) = (journal.group(), rows(&journal));
    drop(journal);
    let again = SqliteJournal::open(folder.path()).unwrap();
    assert_eq!((again.group(), rows(&again)), (group, before));
}

#[test]
fn a_second_opening_is_refused_until_the_first_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let first = SqliteJournal::open(folder.path()).unwrap();
    let second = SqliteJournal::open(folder.path());
    let Err(StoreError::InUse { folder: named }) = second else {
        panic!("{second:?}")
    };
    assert_eq!(named, folder.path());
    drop(first);
    assert!(SqliteJournal::open(folder.path()).is_ok());
}

#[test]
fn another_programs_file_is_refused_and_left_alone() {
    for content in [&b""[..], b"diary", b"SQLite format 3\0 of somebody else"] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("riktning.sqlite");
        std::fs::write(&file, content).unwrap();
        let opened = SqliteJournal::open(folder.path());
        assert!(
            matches!(opened, Err(StoreError::NotOurs { .. })),
            "{opened:?}"
        );
        assert_eq!(std::fs::read(&file).unwrap(), content);
    }
}

#[test]
fn many_writers_take_turns_without_gap_or_fork() {
    use std::sync::{Arc, Mutex};
    let folder = tempfile::tempdir().unwrap();
    let journal = Arc::new(Mutex::new(SqliteJournal::open(folder.path()).unwrap()));
    let writers = (0..4).map(|writer| {
        let journal = journal.clone();
        std::thread::spawn(move || {
            for turn in 0..10 {
                // Read, then write on what was read, as a node would; whoever loses tries again.
                loop {
                    let expected_head = journal.lock().unwrap().head().unwrap().position;
                    let rows = vec![row(&format!("{writer} {turn}"))];
                    let append = Append {
                        expected_head,
                        rows,
                        ..Append::default()
                    };
                    match journal.lock().unwrap().append(append) {
                        Ok(_) => break,
                        Err(StoreError::WrongHead { .. }) => {}
                        Err(error) => panic!("{error}"),
                    }
                }
            }
        })
    });
    writers
        .collect::<Vec<_>>()
        .into_iter()
        .for_each(|writer| writer.join().unwrap());
    let journal = journal.lock().unwrap();
    assert_eq!(verify(&*journal, &mut |_| {}).unwrap().events, 40);
}
