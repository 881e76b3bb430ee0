//! The table of answers, in SQLite.

use super::SqliteJournal;
use crate::error::StoreError;
use crate::feedback::{Answer, FeedbackTable};
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

/// What was changed because of an answer: a table of its own, since stores are there that have the
/// other one, and a table that is there is never changed.
pub(super) const NOTES: &str = "
CREATE TABLE IF NOT EXISTS feedback_notes (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    at INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

/// The columns of an answer, with what was said of it.
const WITH_NOTES: &str = "SELECT f.id, f.at, f.page, f.helped, f.comment, n.note, n.at \
    FROM feedback AS f LEFT JOIN feedback_notes AS n ON n.id = f.id";
/// The same of a store of a version that had no notes.
const WITHOUT_NOTES: &str = "SELECT f.id, f.at, f.page, f.helped, f.comment, NULL, NULL \
    FROM feedback AS f";

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
        let Some(select) = select(&self.connection)? else {
            return Ok(None);
        };
        let sql = format!("{select} WHERE f.id = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let answer = statement.query_row([id.as_bytes()], read).optional()?;
        Ok(answer.flatten())
    }

    fn answers(&self) -> Result<Vec<Answer>, StoreError> {
        let Some(select) = select(&self.connection)? else {
            return Ok(Vec::new());
        };
        let sql = format!("{select} ORDER BY f.at, f.id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let answers = statement.query_map([], read)?;
        let answers = answers.collect::<Result<Vec<_>, _>>()?;
        Ok(answers.into_iter().flatten().collect())
    }

    fn note(
        &mut self,
        id: Uuid,
        before: Option<&str>,
        note: Option<&str>,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            let sql = "SELECT n.note FROM feedback AS f \
                       LEFT JOIN feedback_notes AS n ON n.id = f.id WHERE f.id = ?1";
            let said = transaction.query_row(sql, [id.as_bytes()], |row| row.get(0));
            let said: Option<Option<String>> = said.optional()?;
            if said.is_none_or(|said| said.as_deref() != before) {
                return Ok(false);
            }
            match note {
                Some(note) => {
                    let sql = "INSERT INTO feedback_notes (id, at, note) VALUES (?1, ?2, ?3) \
                               ON CONFLICT (id) DO UPDATE SET at = ?2, note = ?3";
                    transaction.execute(sql, (id.as_bytes(), at.as_microsecond(), note))?
                }
                None => {
                    let sql = "DELETE FROM feedback_notes WHERE id = ?1";
                    transaction.execute(sql, [id.as_bytes()])?
                }
            };
            Ok(true)
        })
    }

    fn erase(&mut self, ids: &[Uuid]) -> Result<usize, StoreError> {
        let erased = self.write(|transaction, _| {
            let mut erased = 0;
            for id in ids {
                let id = [id.as_bytes()];
                transaction.execute("DELETE FROM feedback_notes WHERE id = ?1", id)?;
                erased += transaction.execute("DELETE FROM feedback WHERE id = ?1", id)?;
            }
            Ok(erased)
        })?;
        // secure_delete has blanked the row in the file; this blanks the log of what it was.
        let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
        self.connection.query_row(checkpoint, [], |_| Ok(()))?;
        Ok(erased)
    }
}

/// A store that is opened to be read may be of a version that had no answers, or no notes on them.
fn select(connection: &Connection) -> Result<Option<&'static str>, StoreError> {
    let sql = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(match statement.exists(["feedback"])? {
        false => None,
        true if statement.exists(["feedback_notes"])? => Some(WITH_NOTES),
        true => Some(WITHOUT_NOTES),
    })
}

/// A row that is none is left out: it is nobody's proof.
fn read(row: &Row<'_>) -> rusqlite::Result<Option<Answer>> {
    let (id, at): ([u8; 16], i64) = (row.get(0)?, row.get(1)?);
    let (page, helped, comment) = (row.get(2)?, row.get(3)?, row.get(4)?);
    let (note, noted): (Option<String>, Option<i64>) = (row.get(5)?, row.get(6)?);
    let noted = noted.and_then(|at| Timestamp::from_microsecond(at).ok());
    Ok(Timestamp::from_microsecond(at).ok().map(|at| Answer {
        id: Uuid::from_bytes(id),
        at,
        page,
        helped,
        comment,
        note: note.zip(noted),
    }))
}
