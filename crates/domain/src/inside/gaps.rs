//! What is missing or left behind in what a person may read, and how much of it there is in what
//! they may not.

use super::{Inside, InsidePlan};
use crate::bodies::BodyKind;
use crate::documents::DocumentWording;
use crate::ids::{BodyId, DocumentId, ElementId, IndicatorId, PersonId, WordingId};
use crate::indicators::{MeasuredKey, NoValue, Value};
use crate::periods::Period;
use crate::permissions::{Role, WRITERS, may_read_document};
use crate::published::Published;
use crate::visibility::Readable;
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
        let element = self.state.elements.get(&id).filter(|_| self.knows(id))?;
        let person = self.state.looked_after_on(element, self.today)?;
        let grants = self.state.grants.get(&person);
        let grants = grants.into_iter().flat_map(|grants| grants.values());
        let held = grants.filter_map(|grant| grant.at(self.today));
        let mut left = Date::MIN;
        for grant in held.filter(|grant| grant.from <= self.today) {
            match grant.to.filter(|to| *to < self.today) {
                // They are here still. What has not begun is not held.
                None => return None,
                Some(to) => left = left.max(to.max(grant.from)),
            }
        }
        // Of whoever never held a role it is not known when they came or left.
        let left = left.tomorrow().ok().filter(|_| left > Date::MIN)?;
        Some((person, left))
    }

    /// Those who write for a body today, for whoever writes there too.
    pub fn writers_at(&self, body: BodyId) -> Vec<PersonId> {
        let writes = |person: PersonId| {
            let mut roles = self.state.roles_of(person, self.today);
            roles.any(|(role, at)| at == body && WRITERS.contains(&role))
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
        // Periods are ordered by their last day: nobody's earlier figures are looked at, and nothing of
        // a body that has none as late as that.
        let before = Period::Day(ends.yesterday().unwrap_or(ends));
        let bodies = indicator.measured_over.iter();
        let late = bodies.filter(|(_, (_, last))| last.last_day() >= ends);
        let mut measured = late.flat_map(|(body, _)| {
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
        let newest = self.state.newest_draft(document, self.today)?;
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

    /// The bodies that have ended, whether anything of theirs is left or not.
    pub fn ended_bodies(&self) -> BTreeSet<BodyId> {
        let bodies = self.state.bodies.iter();
        let ended = bodies.filter(|(_, body)| {
            let end = body.ends.at(self.today);
            end.is_some_and(|end| end.last_day < self.today)
        });
        ended.map(|(id, _)| *id).collect()
    }
}

impl Inside<'_> {
    /// The bodies whose plans somebody writes or sends: those at which they hold a role that
    /// writes, and for the strategist council's, which has no administration of its own.
    pub fn writes_for(&self) -> Vec<BodyId> {
        let roles = self.state.roles_of(self.person, self.today);
        let writing = roles.filter(|(role, _)| *role != Role::Strategist && WRITERS.contains(role));
        let mut own: Vec<BodyId> = writing.map(|(_, body)| body).collect();
        if self.follows_the_whole() {
            let bodies = self.state.bodies.iter();
            let council = bodies.filter(|(_, body)| body.kind == BodyKind::Council);
            own.extend(council.map(|(id, _)| *id));
        }
        own.sort_unstable();
        own.dedup();
        own
    }

    /// Whether somebody follows the whole group: to them counts are told of what is not handed in.
    pub(super) fn follows_the_whole(&self) -> bool {
        !self.holds(Role::Strategist).is_empty()
    }

    /// Whose gaps are theirs to know of; none for whoever neither follows the whole nor writes or
    /// records for a body. A controller follows all below theirs.
    pub fn follows(&self) -> Option<Follows> {
        let mut own: BTreeSet<BodyId> = self.writes_for().into_iter().collect();
        own.extend(self.holds(Role::Registrar));
        own.extend(self.controlled());
        let all = self.follows_the_whole();
        (all || !own.is_empty()).then_some(Follows { all, own })
    }

    /// The bodies below those at which they are controller, these among them.
    pub(super) fn controlled(&self) -> BTreeSet<BodyId> {
        let above = self.holds(Role::Controller);
        let bodies = self.state.bodies.keys().copied();
        let below = |id: &BodyId| {
            let mut above = above.iter();
            above.any(|above| self.state.answers_up_to_on(*id, *above, self.today))
        };
        bodies.filter(below).collect()
    }

    /// The figure, or the reason why there is none, that was reported of an indicator, open to
    /// residents yet or not.
    pub fn reported(&self, id: IndicatorId, key: &MeasuredKey) -> Option<&Value> {
        let indicator = self
            .state
            .indicators
            .get(&id)
            .filter(|_| self.works_here())?;
        Some(&indicator.measurements.get(key)?.at(self.today)?.value)
    }
}

/// Whose gaps somebody knows of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follows {
    pub(super) all: bool,
    pub(super) own: BTreeSet<BodyId>,
}

impl Follows {
    /// Whether they are those of the whole group.
    pub fn all(&self) -> bool {
        self.all
    }

    /// Whether they are those of a body, among others or alone.
    pub fn has(&self, body: BodyId) -> bool {
        self.all || self.own.contains(&body)
    }
}

impl InsidePlan<'_> {
    /// How many elements in it lack a link that the model requires, and no word of what they say:
    /// for whoever may read it, and before it is handed in for whoever follows the whole. None for
    /// everybody else.
    pub fn lacking(&self) -> Option<usize> {
        let (state, today) = (self.lens.state, self.lens.today);
        self.count_known(|id| state.link_lacking(id, today).is_some())
    }

    /// How many elements lie in it that the person may know of: those that they may read, and before
    /// it is handed in for whoever follows the whole all that are not secret. None for whoever may
    /// know of none.
    pub fn known(&self) -> Option<usize> {
        self.count_known(|_| true)
    }

    /// How many rows lie in some plans, each once, that the person may know of: what is counted for
    /// somebody holds nothing that is kept from them.
    pub fn told(plans: &[InsidePlan<'_>]) -> usize {
        let rows: BTreeSet<ElementId> = plans.iter().flat_map(InsidePlan::rows_told).collect();
        rows.len()
    }

    /// The rows that they read, and of what they do not read yet all that are not secret.
    fn rows_told(&self) -> Vec<ElementId> {
        let lens = self.lens;
        let reads = self.is_readable();
        let is_told = |id: &ElementId| match reads {
            true => lens.element(*id).is_some(),
            false => !lens.state.is_secret(Readable::Element(*id), lens.today),
        };
        let all = lens.state.elements_in(self.plan, lens.today);
        all.into_iter().filter(is_told).collect()
    }

    fn count_known(&self, counts: impl Fn(ElementId) -> bool) -> Option<usize> {
        (self.is_readable() || self.lens.follows_the_whole()).then_some(())?;
        let known = self.rows_told();
        Some(known.into_iter().filter(|id| counts(*id)).count())
    }
}
