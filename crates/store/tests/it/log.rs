//! What came last lies in a log beside the file until it is moved: a bit that turns in it is found.

use crate::sample::append;
use riktning_store::{Journal, SqliteJournal, StoreError, verify};
use std::fs;
use std::path::Path;

const LOG: &str = "riktning.sqlite-wal";

/// A store whose program was killed after some appends, of which the last two lie in the log alone.
fn killed(folder: &Path, settled: bool) -> SqliteJournal {
    let mut journal = SqliteJournal::open(folder).unwrap();
    append(&mut journal, &["a"]).unwrap();
    assert!(journal.settle().unwrap());
    append(&mut journal, &["b", "c"]).unwrap();
    append(&mut journal, &["d"]).unwrap();
    if settled {
        assert!(journal.settle().unwrap());
    }
    journal
}

/// The files as they lay when the program was killed, in a folder of their own.
fn left_by(folder: &Path, log: &[u8]) -> tempfile::TempDir {
    let left = tempfile::tempdir().unwrap();
    fs::copy(
        folder.join("riktning.sqlite"),
        left.path().join("riktning.sqlite"),
    )
    .unwrap();
    fs::write(left.path().join(LOG), log).unwrap();
    left
}

/// The position at which a store ends; none says that its log is told to be damaged, to whoever
/// reads and to whoever writes.
fn end(left: &Path) -> Option<u64> {
    let read = SqliteJournal::open_to_read(left);
    let damaged = matches!(read, Err(StoreError::LogDamaged { .. }));
    if damaged {
        let written = SqliteJournal::open(left);
        assert!(matches!(written, Err(StoreError::LogDamaged { .. })));
        assert!(left.join(LOG).exists(), "it is left as it is");
        return None;
    }
    let read = read.unwrap();
    Some(verify(&read, &mut |_| {}).unwrap().head.position)
}

#[test]
fn what_was_appended_is_moved_out_of_the_log_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let journal = killed(folder.path(), true);
    assert_eq!(fs::metadata(folder.path().join(LOG)).unwrap().len(), 0);
    let left = left_by(folder.path(), b"");
    assert_eq!(end(left.path()), Some(4));
    drop(journal);
}

#[test]
fn a_bit_that_turns_in_the_log_is_found_where_a_later_transaction_tells() {
    let folder = tempfile::tempdir().unwrap();
    let journal = killed(folder.path(), false);
    let log = fs::read(folder.path().join(LOG)).unwrap();
    assert_eq!(end(left_by(folder.path(), &log).path()), Some(4));
    let frame = 24 + usize::from(u16::from_be_bytes([log[10], log[11]]));
    let commits = |at: &usize| log[at + 4..at + 8] != [0; 4];
    let frames: Vec<usize> = (32..log.len()).step_by(frame).collect();
    let ends: Vec<usize> = frames.iter().copied().filter(commits).collect();
    assert_eq!(ends.len(), 2, "two transactions");
    let last = ends[0] + frame;
    // The head, and each frame of the first: what it says of itself, and its page.
    let mut places = vec![0, 9, 13, 17, 25];
    for at in frames.iter().filter(|at| **at < last) {
        places.extend([0, 9, 13, 17, 21, 24, 700, frame - 1].map(|of| at + of));
    }
    for place in places {
        for bit in [0, 7] {
            let mut log = log.clone();
            log[place] ^= 1 << bit;
            let left = left_by(folder.path(), &log);
            assert_eq!(end(left.path()), None, "byte {place}, bit {bit}");
        }
    }
    // Of the last one nothing can tell: it may be what was being written when the power went.
    let mut torn = log.clone();
    torn[last + 100] ^= 1;
    assert_eq!(end(left_by(folder.path(), &torn).path()), Some(3));
    torn.truncate(log.len() - 10);
    assert_eq!(end(left_by(folder.path(), &torn).path()), Some(3));
    for short in [0, 10, 32, 40] {
        let left = left_by(folder.path(), &log[..short]);
        assert_eq!(end(left.path()), Some(1), "{short} bytes");
    }
    drop(journal);
}

#[test]
fn a_reader_keeps_nobody_from_writing_and_what_it_holds_is_moved_later() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = killed(folder.path(), false);
    let reader = SqliteJournal::open_to_read(folder.path()).unwrap();
    reader
        .at_one_moment(&mut |_| {
            assert_eq!(reader.head()?.position, 4);
            append(&mut journal, &["e"]).unwrap();
            assert!(!journal.settle()?, "the reader's moment is held");
            append(&mut journal, &["f"]).unwrap();
            Ok(())
        })
        .unwrap();
    assert!(journal.settle().unwrap());
    assert_eq!(reader.head().unwrap().position, 6);
}
