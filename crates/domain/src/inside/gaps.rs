//! What is missing or left behind in what a person may read, and how much of it there is in what
//! they may not.

use super::{Inside, InsidePlan};
use crate::documents::DocumentWording;
use crate::ids::{BodyId, DocumentId, ElementId, IndicatorId, PersonId, WordingId};
use crate::indicators::{MeasuredKey, NoValue, Value};
use crate::periods::Period;
use crate::permissions::{Role, may_read_document};
use crate::published::Published;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The newest wording of a document, where nobody has decided it.
#[derive(Clone, Copy, Debug)]
pub struct DocumentInHand<'a> {
    /// Which wording: what a decision would adopt.
    pub id: WordingId,
    /// What it says.
    pub wording: &'a DocumentWording,
    /// The day from which it was there.
    pub since: Date,
}

impl<'a> Inside<'a> {
    /// What residents saw on a day.
    pub fn published_on(&self, day: Date) -> Published<'a> {
        self.state.published(day.min(self.today), self.today)
    }

    /// The day from which an element was there, as a draft or decided.
    pub fn there_since(&self, id: ElementId) -> Option<Date> {
        let element = self.state.elements.get(&id).filter(|_| self.knows(id))?;
        Some(element.drafts.entries().first()?.on)
    }

    /// The person who answers for an element, if they hold no role any longer, and from which day.
    pub fn answered_for_by_who_left(&self, id: ElementId) -> Option<(PersonId, Date)> {
        let person = self.element(id)?.wording.person?;
        let grants = self.state.grants.get(&person);
        let grants = grants.into_iter().flat_map(|grants| grants.values());
        let held = grants.filter_map(|grant| grant.at(self.today));
        let mut left = Date::MIN;
        for (from, to) in held.filter(|(from, _)| *from <= self.today) {
            match to.filter(|to| *to < self.today) {
                // They are here still. What has not begun is not held.
                None => return None,
                Some(to) => left = left.max(to.max(*from)),
            }
        }
        // Of whoever never held a role it is not known when they came or left.
        let left = left.tomorrow().ok().filter(|_| left > Date::MIN)?;
        Some((person, left))
    }

    /// Those who write for a body today, for whoever writes there too.
    pub fn writers_at(&self, body: BodyId) -> Vec<PersonId> {
        const WRITE: [Role; 3] = [Role::Contributor, Role::Approver, Role::ProcessOwner];
        let writes = |person: PersonId| {
            let mut roles = self.state.roles_of(person, self.today);
            roles.any(|(role, at)| at == body && WRITE.contains(&role))
        };
        let everybody = self.state.grants.keys().copied();
        let colleagues: Vec<_> = everybody.filter(|person| writes(*person)).collect();
        let me = colleagues.contains(&self.person);
        colleagues.into_iter().filter(|_| me).collect()
    }

    /// Whether an outcome was reported of an indicator for any period that ends on a day or later,
    /// open to residents yet or not. A reason why there is none is an answer too, but that it is
    /// not out yet is not.
    pub fn is_reported(&self, id: IndicatorId, ends: Date) -> bool {
        let Some(indicator) = self.state.indicators.get(&id).filter(|_| self.works_here()) else {
            return false;
        };
        // Periods are ordered by their last day: nobody's earlier figures are looked at.
        let before = Period::Day(ends.yesterday().unwrap_or(ends));
        let bodies = indicator.measured_first.keys();
        let mut measured = bodies.flat_map(|body| {
            let own = MeasuredKey::from(*body, before)..MeasuredKey::after(*body);
            indicator.measurements.range(own)
        });
        measured.any(|(key, said)| {
            said.at(self.today).is_some_and(|m| {
                let says = !matches!(m.value, Value::None(NoValue::NotYet | NoValue::NotStated));
                says && key.period.last_day() >= ends && !m.settled.is_forecast()
            })
        })
    }

    /// The newest wording of a document, where it is another than the decided one and the person
    /// may read it.
    pub fn document_in_hand(&self, id: DocumentId) -> Option<DocumentInHand<'a>> {
        let document = self.state.documents.get(&id)?;
        let newest = document.drafts.entry_at(self.today)?;
        let decided = self.state.adoption_on(&document.adopted, self.today)?;
        let user = crate::permissions::User::Person(self.person);
        let reads = may_read_document(self.state, self.today, &user, id, newest.value.id);
        let is_another = newest.value.id != decided.value.wording;
        (is_another && reads).then(|| DocumentInHand {
            id: newest.value.id,
            wording: &newest.value.wording,
            since: newest.on,
        })
    }

    /// The bodies that answer for anything and have ended.
    pub fn ended_bodies(&self) -> BTreeSet<BodyId> {
        let bodies = self.state.bodies.iter();
        let ended = bodies.filter(|(_, body)| {
            let end = body.ends.at(self.today);
            end.is_some_and(|end| end.last_day < self.today)
        });
        ended.map(|(id, _)| *id).collect()
    }
}

impl InsidePlan<'_> {
    /// How many elements in it lack a link that the model requires. A count, and no word of what
    /// they say: whoever follows the whole may ask before it is handed in.
    pub fn lacking(&self) -> usize {
        let (state, today) = (self.lens.state, self.lens.today);
        let elements = state.elements_in(self.plan, today);
        let lacking = elements
            .iter()
            .filter(|id| state.link_lacking(**id, today).is_some());
        lacking.count()
    }
}
