//! Which colleague looks after an element (*handläggare*). Who does what in an administration is its
//! own affair: no meeting decides it, so it changes without another wording, and a person who leaves
//! hands over everything in one step (decision 102).

use super::Element;
use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::ids::{ElementId, PersonId};
use crate::refusal::Refusal;
use crate::state::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Says who looks after an element, decided or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookAfter {
    /// Which element.
    pub element: ElementId,
    /// Who looks after it from today; nobody in particular where none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Who looked after it when the writer looked, where they say so: nobody is taken out of a matter
    /// by somebody who has not seen that they are in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<LooksAfter>,
}

/// Who looks after an element, as somebody saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LooksAfter {
    /// Nobody in particular.
    Nobody,
    /// A colleague.
    Colleague(PersonId),
}

impl From<Option<PersonId>> for LooksAfter {
    fn from(person: Option<PersonId>) -> LooksAfter {
        person.map_or(LooksAfter::Nobody, LooksAfter::Colleague)
    }
}

/// Hands everything that one looks after over to another, from a day that may be still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// Who leaves it.
    pub of: PersonId,
    /// Who takes it over.
    pub to: PersonId,
    /// From which day.
    pub from: Date,
}

/// A handing over, with the event that said so.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HandedOver {
    of: PersonId,
    to: PersonId,
    from: Date,
    position: u64,
}

pub(crate) fn look_after(state: &State, now: Now, command: LookAfter) -> Outcome {
    let on = now.today;
    let element = state.element_known(command.element, on)?;
    if state.ending_on(element, on).is_some() {
        return Err(Refusal::AlreadyEnded { on });
    }
    let now_looks = state.looked_after_on(element, on);
    if now_looks == command.person {
        return Ok(Vec::new());
    }
    if command
        .instead_of
        .is_some_and(|seen| seen != now_looks.into())
    {
        return Err(Refusal::LookedAfterByAnother);
    }
    Ok(vec![now.happened(on, Event::LookedAfter(command))])
}

pub(crate) fn hand_over(state: &State, now: Now, command: HandOver) -> Outcome {
    let from = command.from.max(now.today);
    let theirs = |element: &Arc<Element>| state.looked_after_on(element, from) == Some(command.of);
    // What they look after nothing of cannot be handed over: the same said again is the same.
    if command.of == command.to || !state.elements.values().any(theirs) {
        return Ok(Vec::new());
    }
    let command = HandOver { from, ..command };
    Ok(vec![now.happened(now.today, Event::HandedOver(command))])
}

pub(crate) fn apply_looked_after(state: &mut State, at: &Recorded, event: &LookAfter) {
    if let Some(element) = state.elements.get_mut(&event.element) {
        let element = Arc::make_mut(element);
        element
            .looked_after
            .insert(at.on, at.position, event.person);
    }
}

pub(crate) fn apply_handed_over(state: &mut State, at: &Recorded, event: &HandOver) {
    let HandOver { of, to, from } = *event;
    let handed_over = HandedOver {
        of,
        to,
        from,
        position: at.position,
    };
    let earlier = state.handed_over.iter();
    let place = earlier.filter(|before| before.from <= from).count();
    state.handed_over.insert(place, handed_over);
}

impl State {
    /// Who looks after an element on a day.
    pub(crate) fn looked_after_on(&self, element: &Element, day: Date) -> Option<PersonId> {
        self.looked_after(element, day, |_| true)
    }

    /// The same by what had been recorded before a position.
    pub(crate) fn looked_after_by(
        &self,
        element: &Element,
        day: Date,
        before: u64,
    ) -> Option<PersonId> {
        self.looked_after(element, day, |position| position < before)
    }

    fn looked_after(
        &self,
        element: &Element,
        day: Date,
        is_known: impl Fn(u64) -> bool,
    ) -> Option<PersonId> {
        let mut said = element.looked_after.up_to(day).iter().rev();
        let said = said.find(|e| is_known(e.position))?;
        let handed_over = self.handed_over.iter();
        let since = handed_over.filter(|handed_over| {
            let holds = is_known(handed_over.position) && handed_over.from <= day;
            // What is said from that day on was said of whoever was there by then.
            holds && (said.on < handed_over.from || said.position < handed_over.position)
        });
        since.fold(said.value, |person, handed_over| match person {
            Some(person) if person == handed_over.of => Some(handed_over.to),
            person => person,
        })
    }
}

impl Element {
    /// The handings over that changed who looks after it, on the day from which each holds.
    pub(crate) fn handed_over<'a>(&'a self, state: &'a State) -> impl Iterator<Item = u64> + 'a {
        let handed_over = state.handed_over.iter();
        let own = handed_over.filter(|one| {
            let without = state.looked_after(self, one.from, |position| position != one.position);
            without != state.looked_after_on(self, one.from)
        });
        own.map(|one| one.position)
    }
}
