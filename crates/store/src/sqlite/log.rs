//! Whether the log beside the database is what was written to it.
//!
//! SQLite reads its log up to the first frame whose check figure does not fit and takes that for the
//! end: so ends what was being written when the power went. A bit that has turned in an earlier
//! frame looks the same to it, and everything after would be gone without a word. But each
//! transaction is on disk before the next begins: where a frame does not fit and a later transaction
//! is there, what did not fit was whole once.
//!
//! Of the last transaction nothing can tell. So what is in the log is moved into the file as soon as
//! nobody writes (`Journal::settle`), where the chain of hashes tells.
//!
//! The form of the log: <https://www.sqlite.org/fileformat2.html#the_write_ahead_log>.

use super::{BUSY, file};
use crate::error::StoreError;
use rusqlite::Connection;
use std::fs::File;
use std::io::{BufReader, ErrorKind, Read};
use std::path::Path;
use std::time::Duration;

/// Bytes of the head of a log and of a frame.
const HEAD: usize = 32;
const FRAME: usize = 24;

/// Refuses a log of which something that was on disk is no longer what was written. Nobody may be
/// writing: whoever asks holds the lock.
pub(super) fn is_whole(folder: &Path) -> Result<(), StoreError> {
    let log = file::log(folder);
    let opened = match File::open(&log) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        opened => opened,
    };
    let read = opened.and_then(|file| looks_whole(&mut BufReader::with_capacity(1 << 20, file)));
    match read {
        Ok(true) => Ok(()),
        Ok(false) => Err(StoreError::LogDamaged { log }),
        Err(source) => Err(StoreError::folder(&log, source)),
    }
}

/// Moves what lies in the log into the file; whether all of it has been moved.
pub(super) fn empty(connection: &Connection) -> rusqlite::Result<bool> {
    // A reader of an older moment may hold some of it in the log. Nobody who wants to write waits
    // for that: it is moved when the reader is gone.
    connection.busy_timeout(Duration::ZERO)?;
    let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
    let held: rusqlite::Result<i64> = connection.query_row(sql, [], |row| row.get(0));
    connection.busy_timeout(BUSY)?;
    Ok(held? == 0)
}

fn looks_whole(log: &mut impl Read) -> std::io::Result<bool> {
    let mut head = [0; HEAD];
    if !fill(log, &mut head)? {
        // Not even a head: nothing was ever in it.
        return Ok(true);
    }
    let Some(head) = Head::read(&head) else {
        // A head is on disk before the first frame is.
        return Ok(log.read(&mut [0])? == 0);
    };
    let mut sums = head.sums;
    let mut frame = vec![0; FRAME + head.page];
    let mut after = After::Fitting;
    while fill(log, &mut frame)? {
        let first = number(&frame, 8) == head.salts.0;
        let second = number(&frame, 12) == head.salts.1;
        let is_of_this_log = first && second;
        let commits = number(&frame, 4) != 0;
        match after {
            After::Fitting => {
                sums = head.sum(sums, &frame[..8]);
                sums = head.sum(sums, &frame[FRAME..]);
                let fits = is_of_this_log && sums == (number(&frame, 16), number(&frame, 20));
                after = match (fits, commits) {
                    (true, _) => After::Fitting,
                    // Half of what says of which log it is may be what has turned.
                    (false, true) if first || second => After::Committed,
                    (false, _) => After::Unfitting,
                };
            }
            After::Unfitting if commits && is_of_this_log => after = After::Committed,
            After::Committed if is_of_this_log => return Ok(false),
            After::Unfitting | After::Committed => {}
        }
    }
    Ok(true)
}

/// How far the frames have come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    /// All of them fit so far.
    Fitting,
    /// One did not, and its transaction is not over.
    Unfitting,
    /// The transaction of the one that did not is over.
    Committed,
}

struct Head {
    /// Bytes of a page.
    page: usize,
    salts: (u32, u32),
    sums: (u32, u32),
    /// Whether words are added as the machine that wrote them had them: the largest byte first.
    big_endian: bool,
}

impl Head {
    /// The head, if it is one.
    fn read(bytes: &[u8; HEAD]) -> Option<Head> {
        let magic = number(bytes, 0);
        let head = Head {
            page: usize::try_from(number(bytes, 8)).ok()?,
            salts: (number(bytes, 16), number(bytes, 20)),
            sums: (number(bytes, 24), number(bytes, 28)),
            big_endian: magic & 1 == 1,
        };
        let is_one = magic & !1 == 0x377f_0682
            && head.page.is_power_of_two()
            && (512..=1 << 16).contains(&head.page)
            && head.sum((0, 0), &bytes[..24]) == head.sums;
        is_one.then_some(head)
    }

    /// The check figures after some more bytes, eight at a time.
    fn sum(&self, (mut first, mut second): (u32, u32), bytes: &[u8]) -> (u32, u32) {
        let word = |bytes: &[u8], at: usize| match self.big_endian {
            true => number(bytes, at),
            false => number(bytes, at).swap_bytes(),
        };
        for pair in bytes.chunks_exact(8) {
            first = first.wrapping_add(word(pair, 0)).wrapping_add(second);
            second = second.wrapping_add(word(pair, 4)).wrapping_add(first);
        }
        (first, second)
    }
}

fn number(bytes: &[u8], at: usize) -> u32 {
    bytes[at..at + 4]
        .iter()
        .fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// Fills the room, or says that the log ends before.
fn fill(log: &mut impl Read, room: &mut [u8]) -> std::io::Result<bool> {
    match log.read_exact(room) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}
