//! A manifest slip of the pen in what is decided, put right by whoever records for the body that decided it
//! (förvaltningslagen (2017:900) 36 §). The decision stands as it was made: what it adopted reads
//! otherwise from a day, and both readings are told (decision record 109).

use super::{Element, Wording};
use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::ids::{ElementId, WordingId};
use crate::refusal::Refusal;
use crate::state::State;
use crate::texts::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Puts right a slip of the pen in the sentence of a decided element. It reads so from today; what it
/// means is changed by a decision alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RightSlip {
    /// Of which element.
    pub element: ElementId,
    /// The wording that was decided.
    pub wording: WordingId,
    /// How that read when the writer looked: the wording itself, or what it was put right to. Refused
    /// if it reads otherwise by now.
    pub instead_of: WordingId,
    /// This reading.
    pub reading: WordingId,
    /// The sentence as it reads from today.
    pub text: Text,
    /// What the slip was.
    pub reason: Text,
}

/// How a decided wording reads from a day.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub(crate) of: WordingId,
    pub(crate) id: WordingId,
    pub(crate) wording: Arc<Wording>,
    pub(crate) reason: Text,
}

pub(crate) fn right(state: &State, now: Now, command: RightSlip) -> Outcome {
    let on = now.today;
    let element = state.element_known(command.element, on)?;
    let adopted = state.adoption_on(&element.adopted, on);
    let adopted = adopted.ok_or(Refusal::NotAdopted { on })?;
    let decided = adopted.value.wording;
    if decided != command.wording {
        return Err(Refusal::WordingChanged { newest: decided });
    }
    for (field, text) in [("text", &command.text), ("reason", &command.reason)] {
        if text.is_blank() {
            return Err(Refusal::Blank { field });
        }
    }
    let (reads, words) = element
        .reading(decided, on, u64::MAX)
        .ok_or(Refusal::NotAdopted { on })?;
    // The same form sent twice has put it right once.
    if words.text == command.text {
        return Ok(Vec::new());
    }
    if reads != command.instead_of {
        return Err(Refusal::WordingChanged { newest: reads });
    }
    if element.wording(command.reading).is_some() || element.knows_reading(command.reading) {
        return Err(Refusal::TwiceTheSame);
    }
    Ok(vec![now.happened(on, Event::SlipRighted(command))])
}

pub(crate) fn apply_righted(state: &mut State, at: &Recorded, event: &RightSlip) {
    let Some(element) = state.elements.get_mut(&event.element) else {
        return;
    };
    let Some(decided) = element.wording(event.wording) else {
        return;
    };
    let wording = Wording {
        text: event.text.clone(),
        ..(**decided).clone()
    };
    let reading = Reading {
        of: event.wording,
        id: event.reading,
        wording: Arc::new(wording),
        reason: event.reason.clone(),
    };
    let element = Arc::make_mut(element);
    element.readings.insert(at.on, at.position, reading);
}

impl Element {
    /// How one of its wordings read on a day, by what had been recorded before an event.
    pub(crate) fn reading(
        &self,
        of: WordingId,
        day: Date,
        before: u64,
    ) -> Option<(WordingId, &Arc<Wording>)> {
        let mut righted = self.readings.up_to(day).iter().rev();
        let righted = righted.find(|e| e.value.of == of && e.position < before);
        match righted {
            Some(e) => Some((e.value.id, &e.value.wording)),
            None => Some((of, self.wording(of)?)),
        }
    }

    /// What one of its wordings said on a day.
    pub(crate) fn read_on(&self, of: WordingId, day: Date) -> Option<&Arc<Wording>> {
        self.reading(of, day, u64::MAX).map(|(_, wording)| wording)
    }

    fn knows_reading(&self, id: WordingId) -> bool {
        self.readings.entries().iter().any(|e| e.value.id == id)
    }
}
