//! Whether somebody writes to the store, as the database file itself says it.
//!
//! While a program writes, what came last lies in a log beside the file. A copy of the file alone
//! is then a sound journal without its end, and perhaps without a single event. So the file says
//! that it is being written to, and a file that says so and has no log beside it is not whole.

use super::file;
use crate::error::StoreError;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::path::Path;

/// Made when a store is opened for writing, so that one made by an earlier version gets it too.
pub(super) const TABLE: &str = "
CREATE TABLE IF NOT EXISTS writing (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    now INTEGER NOT NULL CHECK (now IN (0, 1))
) STRICT;
INSERT OR IGNORE INTO writing (id, now) VALUES (1, 0);
";

/// Says in the file that somebody writes, before anything is written.
pub(super) fn begin(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(TABLE)?;
    connection.execute("UPDATE writing SET now = 1", [])?;
    // Out of the log into the file. A reader may keep the log from being emptied; what is in it
    // is moved as far as the reader lets it, and the rest at the next time.
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// Says that nobody writes any more. Closing the connection then moves the log into the file and
/// takes it away. Where that cannot be said, the log stays as it is, and with it the end.
pub(super) fn end(connection: &Connection, failed: bool) {
    let said = !failed && connection.execute("UPDATE writing SET now = 0", []).is_ok();
    if !said {
        // Without it, closing would take the log away and leave a file that asks for it.
        let _ = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
    }
}

/// Refuses a file that was being written to when it was copied and came without its log.
pub(super) fn is_whole(connection: &Connection, folder: &Path) -> Result<(), StoreError> {
    let sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'writing'";
    let says = connection.prepare(sql)?.exists([])?;
    let written = says
        && connection
            .prepare("SELECT 1 FROM writing WHERE now <> 0")?
            .exists([])?;
    match written {
        false => Ok(()),
        true => Err(StoreError::NoLog {
            log: file::log(folder),
        }),
    }
}
