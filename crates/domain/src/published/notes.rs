//! What sources say beside the facts, and shares in companies, as residents see them.

use super::Published;
use crate::ids::{BodyId, NoteId};
use crate::notes::{About, TakeNote};
use crate::shares::HoldShare;
use crate::texts::Text;
use std::sync::Arc;

impl<'a> Published<'a> {
    /// Everything that had been noted by the day, by what it is about, the earliest day first,
    /// of one day by its heading.
    pub fn notes(&self) -> Vec<&'a TakeNote> {
        let notes = self.state.notes.values();
        let said = notes.filter_map(|note| note.at(self.day).map(Arc::as_ref));
        let mut notes: Vec<&TakeNote> = said.collect();
        notes.sort_by_key(|n| {
            let heading = n.heading.as_ref().and_then(Text::as_str);
            (n.about, n.date.map(|d| d.day()), n.period, heading, n.note)
        });
        notes
    }

    /// What had been noted under one id by the day.
    pub fn note(&self, id: NoteId) -> Option<&'a TakeNote> {
        let note = self.state.notes.get(&id)?;
        note.at(self.day).map(Arc::as_ref)
    }

    /// What had been noted about something by the day.
    pub fn notes_about(&self, about: About) -> Vec<&'a TakeNote> {
        let mut notes = self.notes();
        notes.retain(|note| note.about == about);
        notes
    }

    /// How much of a company the group owns on the day, as far as anybody has said.
    pub fn share_in(&self, company: BodyId) -> Option<&'a HoldShare> {
        let said = self.state.shares.get(&company)?.up_to(self.day).iter();
        let begun = said.filter(|said| said.value.from.day() <= self.day);
        // Of two from the same day the one said last: `max_by_key` answers the last of equals.
        let latest = begun.max_by_key(|said| (said.value.from.day(), said.position));
        latest.map(|said| said.value.as_ref())
    }
}
