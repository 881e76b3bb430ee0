//! Times a durable write of one event against a bare insert of the same bytes, for
//! `cargo xtask bench`:
//!
//! `cargo run --release -p riktning-store --example durable_write -- FOLDER PAIRS`
//!
//! Both go to the same disk, by turns, so that whatever else the disk does is done to both.
//! The first half of the pairs is not counted: until a log has grown to where SQLite turns
//! back in it, each write also lengthens a file, and ours, which holds more, is there first.
//! Prints the medians of the other half in microseconds: ours, then the bare one's.

use jiff::Timestamp;
use jiff::civil::date;
use riktning_store::{Append, Journal, NewRow, SqliteJournal};
use rusqlite::Connection;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(folder), Some(pairs)) = (args.next(), args.next()) else {
        return Err("durable_write FOLDER PAIRS".into());
    };
    let (folder, pairs): (&Path, u32) = (Path::new(&folder), pairs.parse()?);
    let mut journal = SqliteJournal::open(&folder.join("ours"))?;
    let bare = bare_table(&folder.join("bare.sqlite"))?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for n in 0..pairs {
        let row = row(n);
        let bytes = bytes_of(&row);
        // Whoever is second finds the disk warm: by turns, one and the other.
        for mine in [n % 2 == 0, n % 2 == 1] {
            let began = Instant::now();
            if mine {
                journal.append(Append {
                    expected_head: u64::from(n),
                    rows: vec![row.clone()],
                    ..Append::default()
                })?;
                ours.push(began.elapsed());
            } else {
                bare.prepare_cached("INSERT INTO rows (bytes) VALUES (?1)")?
                    .execute([&bytes])?;
                theirs.push(began.elapsed());
            }
        }
    }
    for times in [&mut ours, &mut theirs] {
        let counted = &mut times[pairs as usize / 2..];
        counted.sort_unstable();
        println!("{}", counted[counted.len() / 2].as_micros());
    }
    Ok(())
}

fn bare_table(file: &Path) -> Result<Connection, rusqlite::Error> {
    let bare = Connection::open(file)?;
    bare.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    bare.pragma_update(None, "synchronous", "FULL")?;
    bare.execute_batch("CREATE TABLE rows (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")?;
    Ok(bare)
}

/// A figure reported with a note: what a contributor's save comes to.
fn row(n: u32) -> NewRow {
    NewRow {
        recorded_at: Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_secs(i64::from(n)),
        on: date(2018, 8, 31),
        actor: "person:00000000-0000-0001-0000-000000000001".into(),
        kind: "MeasurementReported".into(),
        version: 1,
        body: format!(
            "{{\"indicator\":\"00000000-0000-000a-0000-{n:012x}\",\"period\":\"2018-08\",\
             \"breakdown\":\"All\",\"value\":{{\"Figure\":\"81.4\"}},\"settled\":\"Final\",\
             \"note\":0}}"
        ),
        texts: "[\"Fler har svarat än förra året, och svaren kom tidigare.\"]".into(),
    }
}

/// Everything that the row holds, and as many bytes as its salt and hashes.
fn bytes_of(row: &NewRow) -> Vec<u8> {
    let mut bytes = row.recorded_at.to_string().into_bytes();
    for part in [&row.actor, &row.kind, &row.body, &row.texts] {
        bytes.extend_from_slice(part.as_bytes());
    }
    bytes.extend([0x5a; 16 + 32 + 32]);
    bytes
}
