//! What somebody is typing and has not saved (decision 085).
//!
//! Working material: outside the journal, read by nobody but whoever types it, and gone when the form
//! is saved, when they throw it away, and thirty days after the last key.

use crate::app::{App, Unperformed};
use jiff::{Timestamp, ToSpan as _};
use riktning_domain::ids::PersonId;
pub use riktning_store::Draft;
use riktning_store::{Store, StoreError};
use uuid::Uuid;

/// How many hours a draft is kept after the last key.
const HOURS: i64 = 30 * 24;

/// How many forms somebody can have begun at once. The one that was left first makes room.
const MOST: usize = 50;

impl App {
    /// Keeps what somebody has typed in a form so far; when it was kept, or nothing if it came too
    /// late.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be kept.
    pub async fn keep_draft(&self, draft: Draft) -> Result<Option<Timestamp>, Unperformed> {
        let at = self.instant();
        let draft = Draft { at, ..draft };
        let kept = self.rows(move |store| keep(store, &draft)).await?;
        Ok(kept.then_some(at))
    }

    /// What somebody has typed and not saved, the latest first.
    ///
    /// # Errors
    /// [`Unperformed`] if the store could not be asked.
    pub async fn drafts(&self, person: PersonId) -> Result<Vec<Draft>, Unperformed> {
        let drafts = self.rows(move |store| store.drafts(person)).await?;
        let until = self.instant().saturating_sub(HOURS.hours());
        let until = until.unwrap_or_default();
        Ok(drafts.into_iter().filter(|d| d.at >= until).collect())
    }

    /// A form was saved, under the keys that it was shown with, the last one first.
    ///
    /// # Errors
    /// [`Unperformed`] if what was typed in it could not be blanked.
    pub async fn end_draft(
        &self,
        person: PersonId,
        form: String,
        keys: Vec<Uuid>,
    ) -> Result<(), Unperformed> {
        let at = self.instant();
        self.rows(move |store| store.end_draft(person, &form, &keys, at))
            .await
    }

    /// Throws away what somebody had typed in a form.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be blanked.
    pub async fn throw_draft(&self, person: PersonId, form: String) -> Result<(), Unperformed> {
        self.rows(move |store| store.throw_draft(person, &form))
            .await
    }
}

fn keep(store: &mut dyn Store, draft: &Draft) -> Result<bool, StoreError> {
    let old = draft.at.saturating_sub(HOURS.hours()).unwrap_or_default();
    store.erase_drafts(old)?;
    let others = store.drafts(draft.person)?;
    let others = others.iter().filter(|other| other.form != draft.form);
    for too_many in others.skip(MOST - 1) {
        store.throw_draft(draft.person, &too_many.form)?;
    }
    store.keep_draft(draft)
}
