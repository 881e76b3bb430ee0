//! Between an event and its row: the only place that knows both.

use crate::{Journal, NewRow, Row, StoreError};
use riktning_domain::permissions::Actor;
use riktning_domain::{Event, Recorded, State};
use std::sync::Arc;

/// The version of the content of every kind of event so far. A changed meaning is a new kind;
/// a changed form would raise this, and the old form be translated when it is read.
const VERSION: u32 = 1;

/// An event cannot be written as a row, or a row is no event that this version knows.
#[derive(Debug, thiserror::Error)]
pub enum NotAnEvent {
    /// The content cannot be JSON, or is not the JSON of its kind.
    #[error("the content is not that of its kind")]
    Content(#[from] serde_json::Error),
    /// This version does not know the kind. It is never skipped.
    #[error("this version does not know events of kind {0:?}")]
    Kind(String),
    /// This version does not know this form of the kind.
    #[error("this version does not know form {version} of events of kind {kind:?}")]
    Version {
        /// The kind.
        kind: String,
        /// The form.
        version: u32,
    },
    /// The actor is nobody that this version knows.
    #[error("this version does not know the actor {0:?}")]
    Actor(String),
}

/// The row of an event, without what the journal adds: its position is checked there.
///
/// # Errors
/// [`NotAnEvent::Content`], which no event of this version gives.
pub fn encode(recorded: &Recorded) -> Result<NewRow, NotAnEvent> {
    let (body, texts) = recorded.event.to_body()?;
    Ok(NewRow {
        recorded_at: recorded.recorded_at,
        on: recorded.on,
        actor: recorded.actor.to_string(),
        kind: recorded.event.kind().to_owned(),
        version: VERSION,
        body,
        texts: serde_json::to_string(&texts)?,
    })
}

/// The event of a row. Texts that were redacted come back as redacted.
///
/// # Errors
/// [`NotAnEvent`].
pub fn decode(row: &Row) -> Result<Recorded, NotAnEvent> {
    if row.version != VERSION {
        return Err(NotAnEvent::Version {
            kind: row.kind.clone(),
            version: row.version,
        });
    }
    let texts: Option<Vec<Arc<str>>> = match &row.texts {
        Some(texts) => Some(serde_json::from_str(texts)?),
        None => None,
    };
    let event = Event::from_body(&row.kind, &row.body, texts)
        .ok_or_else(|| NotAnEvent::Kind(row.kind.clone()))??;
    let actor: Actor = row
        .actor
        .parse()
        .map_err(|_| NotAnEvent::Actor(row.actor.clone()))?;
    Ok(Recorded {
        position: row.position,
        recorded_at: row.recorded_at,
        on: row.on,
        actor,
        event,
    })
}

/// Refuses a row whose texts are gone. The chain holds without them, so that what the law wants
/// erased can be; but a page that said so would claim a decision, and this version writes no
/// redaction that could tell of one.
///
/// # Errors
/// [`crate::Flaw::Emptied`].
pub(crate) fn unredacted(row: &Row) -> Result<(), crate::Broken> {
    let position = row.position;
    let what = crate::Flaw::Emptied;
    match row.texts {
        Some(_) => Ok(()),
        None => Err(crate::Broken { position, what }),
    }
}

/// Folds a whole journal into State, checking every row's hash on the way: what is served has
/// been verified. Of the blobs only that each is there: reading them all is for `verify`.
///
/// # Errors
/// The first row that is not what was written, or that this version cannot read.
pub fn fold(journal: &dyn Journal, progress: &mut dyn FnMut(u64)) -> Result<State, StoreError> {
    let mut state = State::default();
    let mut verifier = crate::Verifier::new(journal.group());
    journal.read(0, &mut |row| {
        verifier.next(row)?;
        let position = row.position;
        unredacted(row)?;
        let recorded = decode(row).map_err(|source| StoreError::Unreadable { position, source })?;
        state.apply(&recorded);
        progress(position);
        Ok(())
    })?;
    let head = verifier.head();
    if journal.head()? != head {
        let position = head.position + 1;
        return Err(crate::Broken {
            position,
            what: crate::Flaw::Tail,
        }
        .into());
    }
    verifier.all_there(&journal.blobs()?)?;
    Ok(state)
}
