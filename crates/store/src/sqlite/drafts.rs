//! The table of drafts, in SQLite.

use super::SqliteJournal;
use super::people::has_table;
use crate::drafts::{Draft, DraftTable};
use crate::error::StoreError;
use jiff::Timestamp;
use riktning_domain::ids::PersonId;
use rusqlite::{OptionalExtension as _, Row, Transaction};
use uuid::Uuid;

/// Made when a store is opened for writing, as the tables of people are. A form that was sent stays
/// as a row without fields, so that what was on its way is known to come too late.
pub(super) const TABLE: &str = "
CREATE TABLE IF NOT EXISTS drafts (
    person BLOB NOT NULL CHECK (length(person) = 16),
    form TEXT NOT NULL,
    key BLOB NOT NULL CHECK (length(key) = 16),
    heading TEXT NOT NULL,
    fields TEXT,
    at INTEGER NOT NULL,
    PRIMARY KEY (person, form)
) STRICT, WITHOUT ROWID;
";

impl DraftTable for SqliteJournal {
    fn keep_draft(&mut self, draft: &Draft) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            let person = draft.person.0.as_bytes();
            let sql = "SELECT 1 FROM people WHERE id = ?1";
            if !transaction.prepare_cached(sql)?.exists([person])? {
                return Ok(false);
            }
            let sql = "INSERT INTO drafts (person, form, key, heading, fields, at) \
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE SET \
                       key = excluded.key, heading = excluded.heading, \
                       fields = excluded.fields, at = excluded.at \
                       WHERE fields IS NOT NULL OR key <> excluded.key";
            let values = (
                person,
                &draft.form,
                draft.key.as_bytes(),
                &draft.heading,
                &draft.fields,
                draft.at.as_microsecond(),
            );
            Ok(transaction.prepare_cached(sql)?.execute(values)? == 1)
        })
    }

    fn drafts(&self, person: PersonId) -> Result<Vec<Draft>, StoreError> {
        if !has_table(&self.connection, "drafts")? {
            return Ok(Vec::new());
        }
        let sql = "SELECT person, form, key, heading, fields, at FROM drafts \
                   WHERE person = ?1 AND fields IS NOT NULL ORDER BY at DESC, form DESC";
        let mut statement = self.connection.prepare_cached(sql)?;
        let drafts = statement.query_map([person.0.as_bytes()], draft)?;
        Ok(drafts.collect::<Result<_, _>>()?)
    }

    fn throw_draft(&mut self, person: PersonId, form: &str) -> Result<(), StoreError> {
        self.write(|transaction, _| {
            let sql = "DELETE FROM drafts WHERE person = ?1 AND form = ?2 AND fields IS NOT NULL";
            transaction.execute(sql, (person.0.as_bytes(), form))?;
            Ok(())
        })
    }

    fn end_draft(
        &mut self,
        person: PersonId,
        form: &str,
        keys: &[Uuid],
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let Some(sent) = keys.first() else {
            return Ok(());
        };
        self.write(|transaction, _| {
            let whose = (person.0.as_bytes(), form);
            let sql = "SELECT key FROM drafts \
                       WHERE person = ?1 AND form = ?2 AND fields IS NOT NULL";
            let there: Option<[u8; 16]> = transaction
                .query_row(sql, whose, |row| row.get(0))
                .optional()?;
            if there.is_some_and(|key| !keys.contains(&Uuid::from_bytes(key))) {
                return Ok(());
            }
            let sql = "INSERT INTO drafts (person, form, key, heading, fields, at) \
                       VALUES (?1, ?2, ?3, '', NULL, ?4) ON CONFLICT DO UPDATE SET \
                       key = excluded.key, heading = '', fields = NULL, at = excluded.at";
            let values = (
                person.0.as_bytes(),
                form,
                sent.as_bytes(),
                at.as_microsecond(),
            );
            transaction.execute(sql, values)?;
            Ok(())
        })
    }

    fn erase_drafts(&mut self, before: Timestamp) -> Result<usize, StoreError> {
        self.write(|transaction, _| {
            let before = [before.as_microsecond()];
            let sql = "DELETE FROM drafts WHERE at < ?1 AND fields IS NULL";
            transaction.execute(sql, before)?;
            Ok(transaction.execute("DELETE FROM drafts WHERE at < ?1", before)?)
        })
    }
}

/// Takes away all that a person had typed.
pub(super) fn forget(transaction: &Transaction<'_>, person: PersonId) -> Result<(), StoreError> {
    let person = [person.0.as_bytes()];
    transaction.execute("DELETE FROM drafts WHERE person = ?1", person)?;
    Ok(())
}

fn draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    let at = Timestamp::from_microsecond(row.get(5)?);
    Ok(Draft {
        person: PersonId(Uuid::from_bytes(row.get(0)?)),
        form: row.get(1)?,
        key: Uuid::from_bytes(row.get(2)?),
        heading: row.get(3)?,
        fields: row.get(4)?,
        at: at.unwrap_or(Timestamp::UNIX_EPOCH),
    })
}
