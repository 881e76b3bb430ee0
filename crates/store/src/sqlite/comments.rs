//! The table of comments, in SQLite.

use super::SqliteJournal;
use super::people::has_table;
use crate::comments::{Comment, CommentTable, Mention};
use crate::error::StoreError;
use jiff::Timestamp;
use riktning_domain::comments::{Audience, CommentOn};
use riktning_domain::ids::{ElementId, PersonId, PlanId};
use rusqlite::{Params, Row, Transaction};
use uuid::Uuid;

/// Made when a store is opened for writing, as the tables of people are. A comment says of what kind
/// its subject is, so that one on a report has its place beside one on a plan; `part` is a row of it.
pub(super) const TABLES: &str = "
CREATE TABLE IF NOT EXISTS comments (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL,
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    part BLOB CHECK (length(part) = 16),
    audience TEXT NOT NULL CHECK (audience IN ('inside', 'between')),
    author BLOB NOT NULL CHECK (length(author) = 16),
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    answers BLOB CHECK (length(answers) = 16),
    changed INTEGER,
    resolved_by BLOB CHECK (length(resolved_by) = 16),
    resolved_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mentions (
    comment BLOB NOT NULL CHECK (length(comment) = 16),
    person BLOB NOT NULL CHECK (length(person) = 16),
    done INTEGER,
    PRIMARY KEY (comment, person)
) STRICT, WITHOUT ROWID;
";

const COLUMNS: &str = "id, subject, part, audience, author, at, text, answers, changed, \
                       resolved_by, resolved_at";

impl SqliteJournal {
    /// The comments on plans for which a condition holds, the earliest first.
    fn comments_that(&self, holds: &str, of: impl Params) -> Result<Vec<Comment>, StoreError> {
        if !has_table(&self.connection, "mentions")? {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT {COLUMNS} FROM comments WHERE kind = 'plan' AND {holds} ORDER BY at, id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let comments = statement.query_map(of, comment)?;
        let mut comments = comments.collect::<Result<Vec<_>, _>>()?;
        let sql = "SELECT person, done FROM mentions WHERE comment = ?1 ORDER BY person";
        let mut statement = self.connection.prepare_cached(sql)?;
        for comment in &mut comments {
            let mentions = statement.query_map([comment.id.as_bytes()], |row| {
                let done: Option<i64> = row.get(1)?;
                Ok(Mention {
                    person: PersonId(Uuid::from_bytes(row.get(0)?)),
                    done: done.map(instant),
                })
            })?;
            comment.mentions = mentions.collect::<Result<_, _>>()?;
        }
        Ok(comments)
    }
}

impl CommentTable for SqliteJournal {
    fn comments(&self, plan: PlanId) -> Result<Vec<Comment>, StoreError> {
        self.comments_that("subject = ?1", [plan.0.as_bytes()])
    }

    fn commented_plans(&self) -> Result<Vec<PlanId>, StoreError> {
        if !has_table(&self.connection, "mentions")? {
            return Ok(Vec::new());
        }
        let sql = "SELECT DISTINCT subject FROM comments WHERE kind = 'plan' ORDER BY subject";
        let mut statement = self.connection.prepare_cached(sql)?;
        let plans = statement.query_map([], |row| Ok(PlanId(Uuid::from_bytes(row.get(0)?))))?;
        Ok(plans.collect::<Result<_, _>>()?)
    }

    fn mentioned(&self, person: PersonId) -> Result<Vec<Comment>, StoreError> {
        let waits = "id IN (SELECT comment FROM mentions WHERE person = ?1 AND done IS NULL)";
        self.comments_that(waits, [person.0.as_bytes()])
    }

    fn keep_comments(&mut self, by: PersonId, comments: &[Comment]) -> Result<bool, StoreError> {
        self.write(|transaction, _| {
            let sql = "SELECT 1 FROM people WHERE id = ?1";
            if !transaction.prepare_cached(sql)?.exists([by.0.as_bytes()])? {
                return Ok(false);
            }
            for comment in comments {
                keep(transaction, comment)?;
            }
            Ok(true)
        })
    }

    fn erase_comments(&mut self, ids: &[Uuid]) -> Result<usize, StoreError> {
        let erased = self.write(|transaction, _| {
            let mut erased = 0;
            for id in ids {
                let id = [id.as_bytes()];
                transaction.execute("DELETE FROM mentions WHERE comment = ?1", id)?;
                erased += transaction.execute("DELETE FROM comments WHERE id = ?1", id)?;
            }
            Ok(erased)
        })?;
        // secure_delete has blanked the rows in the file; this blanks the log of what they were.
        let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
        self.connection.query_row(checkpoint, [], |_| Ok(()))?;
        Ok(erased)
    }
}

/// Nothing waits any longer for somebody who is erased.
pub(super) fn forget(transaction: &Transaction<'_>, person: PersonId) -> Result<(), StoreError> {
    let person = [person.0.as_bytes()];
    transaction.execute("DELETE FROM mentions WHERE person = ?1", person)?;
    Ok(())
}

fn keep(transaction: &Transaction<'_>, comment: &Comment) -> Result<(), StoreError> {
    let sql = "INSERT OR REPLACE INTO comments (kind, id, subject, part, audience, author, at, \
               text, answers, changed, resolved_by, resolved_at) \
               VALUES ('plan', ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    let resolved = comment.resolved.as_ref();
    let values = (
        comment.id.as_bytes(),
        comment.on.plan.0.as_bytes(),
        comment.on.row.as_ref().map(|row| row.0.as_bytes()),
        match comment.on.audience {
            Audience::Inside => "inside",
            Audience::Between => "between",
        },
        comment.author.0.as_bytes(),
        comment.at.as_microsecond(),
        &comment.text,
        comment.answers.as_ref().map(Uuid::as_bytes),
        comment.changed.map(Timestamp::as_microsecond),
        resolved.map(|(by, _)| by.0.as_bytes()),
        resolved.map(|(_, at)| at.as_microsecond()),
    );
    transaction.prepare_cached(sql)?.execute(values)?;
    let sql = "DELETE FROM mentions WHERE comment = ?1";
    transaction
        .prepare_cached(sql)?
        .execute([comment.id.as_bytes()])?;
    let sql = "INSERT OR REPLACE INTO mentions (comment, person, done) VALUES (?1, ?2, ?3)";
    let mut statement = transaction.prepare_cached(sql)?;
    for mention in &comment.mentions {
        let done = mention.done.map(Timestamp::as_microsecond);
        statement.execute((comment.id.as_bytes(), mention.person.0.as_bytes(), done))?;
    }
    Ok(())
}

fn comment(row: &Row<'_>) -> rusqlite::Result<Comment> {
    let audience: String = row.get(3)?;
    let part: Option<[u8; 16]> = row.get(2)?;
    let answers: Option<[u8; 16]> = row.get(7)?;
    let changed: Option<i64> = row.get(8)?;
    let (by, at): (Option<[u8; 16]>, Option<i64>) = (row.get(9)?, row.get(10)?);
    let person = |id| PersonId(Uuid::from_bytes(id));
    Ok(Comment {
        id: Uuid::from_bytes(row.get(0)?),
        on: CommentOn {
            plan: PlanId(Uuid::from_bytes(row.get(1)?)),
            row: part.map(|id| ElementId(Uuid::from_bytes(id))),
            audience: match audience.as_str() {
                "between" => Audience::Between,
                _ => Audience::Inside,
            },
        },
        author: person(row.get(4)?),
        at: instant(row.get(5)?),
        text: row.get(6)?,
        answers: answers.map(Uuid::from_bytes),
        changed: changed.map(instant),
        resolved: by.map(person).zip(at.map(instant)),
        mentions: Vec::new(),
    })
}

fn instant(microsecond: i64) -> Timestamp {
    Timestamp::from_microsecond(microsecond).unwrap_or(Timestamp::UNIX_EPOCH)
}
