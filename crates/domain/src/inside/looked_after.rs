//! Who looks after what, for those who write for the body that has it: who does what in an
//! administration is its own (decision 102).

use super::Inside;
use crate::elements::Wording;
use crate::event::Recorded;
use crate::ids::{ElementId, PersonId};
use jiff::civil::Date;

impl Inside<'_> {
    /// The colleague who looks after an element today.
    pub fn looked_after_by(&self, id: ElementId) -> Option<PersonId> {
        let element = self.state.elements.get(&id);
        let element = element.filter(|_| self.writes_at(id))?;
        self.state.looked_after_on(element, self.today)
    }

    /// The colleague whom one of its wordings named.
    pub fn named_in(&self, id: ElementId, wording: &Wording) -> Option<PersonId> {
        wording.person.filter(|_| self.writes_at(id))
    }

    /// Who looked after an element before an event was recorded and after it.
    pub fn looked_after_about(
        &self,
        id: ElementId,
        at: &Recorded,
    ) -> (Option<PersonId>, Option<PersonId>) {
        let element = self.state.elements.get(&id);
        let element = element.filter(|_| self.writes_at(id));
        let by = |before| self.state.looked_after_by(element?, at.on, before);
        (by(at.position), by(at.position + 1))
    }

    /// How many elements somebody looks after on a day, for whoever looks after people: no word of any.
    pub fn looks_after(&self, person: PersonId, day: Date) -> usize {
        if !self.looks_after_people() {
            return 0;
        }
        let theirs = self.state.elements.values().filter(|element| {
            let stands = element.dropped.is_none() && self.state.ending_on(element, day).is_none();
            stands && self.state.looked_after_on(element, day) == Some(person)
        });
        theirs.count()
    }

    /// Whether they write for the body that has an element.
    pub(super) fn writes_at(&self, id: ElementId) -> bool {
        let element = self.element(id);
        let owner = element.and_then(|row| self.owner(id).or(row.wording.owner));
        owner.is_some_and(|owner| self.writes_for().contains(&owner))
    }
}
