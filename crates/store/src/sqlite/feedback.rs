//! The table of answers, in SQLite.

use super::SqliteJournal;
use crate::error::StoreError;
use crate::feedback::{Answer, Erase, FeedbackTable};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

/// Made when a store is opened for writing, so that one made by an earlier version gets it too.
/// It is no part of the journal's form.
pub(super) const TABLE: &str = "
CREATE TABLE IF NOT EXISTS feedback (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    at INTEGER NOT NULL,
    page TEXT NOT NULL,
    helped INTEGER NOT NULL,
    comment TEXT
) STRICT, WITHOUT ROWID;
";

const COLUMNS: &str = "id, at, page, helped, comment";

impl FeedbackTable for SqliteJournal {
    fn answer(&mut self, answer: &Answer) -> Result<(), StoreError> {
        self.write(|transaction, _| {
            let sql = "INSERT INTO feedback (id, at, page, helped, comment) \
                       VALUES (?1, ?2, ?3, ?4, ?5)";
            let values = (
                answer.id.as_bytes(),
                answer.at.as_microsecond(),
                &answer.page,
                answer.helped,
                &answer.comment,
            );
            transaction.prepare_cached(sql)?.execute(values)?;
            Ok(())
        })
    }

    fn comment(
        &mut self,
        id: Uuid,
        comment: &str,
        not_before: Timestamp,
    ) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            let sql = "UPDATE feedback SET comment = ?2 \
                       WHERE id = ?1 AND comment IS NULL AND at >= ?3";
            let values = (id.as_bytes(), comment, not_before.as_microsecond());
            Ok(transaction.prepare_cached(sql)?.execute(values)? == 1)
        })
    }

    fn answered(&self, id: Uuid) -> Result<Option<Answer>, StoreError> {
        if !has_table(&self.connection)? {
            return Ok(None);
        }
        let sql = format!("SELECT {COLUMNS} FROM feedback WHERE id = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let answer = statement.query_row([id.as_bytes()], read).optional()?;
        Ok(answer.flatten())
    }

    fn answers(&self) -> Result<Vec<Answer>, StoreError> {
        if !has_table(&self.connection)? {
            return Ok(Vec::new());
        }
        let sql = format!("SELECT {COLUMNS} FROM feedback ORDER BY at, id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let answers = statement.query_map([], read)?;
        let answers = answers.collect::<Result<Vec<_>, _>>()?;
        Ok(answers.into_iter().flatten().collect())
    }

    fn erase(&mut self, which: Erase) -> Result<usize, StoreError> {
        let erased = self.write(|transaction, _| {
            Ok(match which {
                Erase::One(id) => {
                    transaction.execute("DELETE FROM feedback WHERE id = ?1", [id.as_bytes()])?
                }
                Erase::Before(at) => {
                    let at = at.as_microsecond();
                    transaction.execute("DELETE FROM feedback WHERE at < ?1", [at])?
                }
            })
        })?;
        // secure_delete has blanked the row in the file; this blanks the log of what it was.
        let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
        self.connection.query_row(checkpoint, [], |_| Ok(()))?;
        Ok(erased)
    }
}

/// A store that is opened to be read may be of a version that had no answers.
fn has_table(connection: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'feedback'";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.exists([])?)
}

/// A row that is none is left out: it is nobody's proof.
fn read(row: &Row<'_>) -> rusqlite::Result<Option<Answer>> {
    let (id, at): ([u8; 16], i64) = (row.get(0)?, row.get(1)?);
    let (page, helped, comment) = (row.get(2)?, row.get(3)?, row.get(4)?);
    Ok(Timestamp::from_microsecond(at).ok().map(|at| Answer {
        id: Uuid::from_bytes(id),
        at,
        page,
        helped,
        comment,
    }))
}
