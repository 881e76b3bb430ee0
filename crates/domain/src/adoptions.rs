//! What stood on a day: the adoption, ending and transfer that counts is the latest whose
//! decision had not been quashed (kommunallagen 13 kap, *laglighetsprövning*).

use crate::decisions::{Adoption, Basis};
use crate::elements::{Element, Ending};
use crate::ids::{BodyId, DecisionId, WordingId};
use crate::state::State;
use crate::timeline::{Entry, Timeline};
use jiff::civil::Date;

/// Whether some decision or source has ever adopted a wording.
pub(crate) fn was_adopted(adopted: &Timeline<Adoption>, id: WordingId) -> bool {
    let mut adopted = adopted.entries().iter();
    adopted.any(|e| e.value.wording == id)
}

/// What the rules ask.
impl State {
    /// The adoption that stood on a day: the latest whose decision had not been quashed.
    pub(crate) fn adoption_on<'a>(
        &self,
        adopted: &'a Timeline<Adoption>,
        day: Date,
    ) -> Option<&'a Entry<Adoption>> {
        adopted
            .up_to(day)
            .iter()
            .rev()
            .find(|entry| match entry.value.basis {
                Basis::Source(..) => true,
                Basis::Decision(id) => self.decision_stands(id, day),
            })
    }

    /// The ending that stood on a day, likewise.
    pub(crate) fn ending_on(&self, element: &Element, day: Date) -> Option<(Ending, DecisionId)> {
        let endings = element.endings.up_to(day).iter().rev();
        endings
            .map(|e| e.value)
            .find(|(_, decision)| self.decision_stands(*decision, day))
    }

    /// The body that owns an element on a day: by the latest adopted wording or transfer.
    pub(crate) fn owner_on(&self, element: &Element, day: Date) -> Option<BodyId> {
        let adopted = self.adoption_on(&element.adopted, day);
        self.owner_by(element, adopted, day)
    }

    /// The same, where the adoption that stood on the day is known.
    pub(crate) fn owner_by(
        &self,
        element: &Element,
        adopted: Option<&Entry<Adoption>>,
        day: Date,
    ) -> Option<BodyId> {
        let transfer = element
            .transfers
            .up_to(day)
            .iter()
            .rev()
            .find(|e| self.decision_stands(e.value.1, day));
        let by_wording = || adopted.and_then(|e| element.wording(e.value.wording)?.owner);
        match (adopted, transfer) {
            (Some(a), Some(t)) if (a.on, a.position) > (t.on, t.position) => by_wording(),
            (_, Some(transfer)) => Some(transfer.value.0),
            (_, None) => by_wording(),
        }
    }

    /// The body whose matter an element is on a day: its owner, or, before it is adopted, the
    /// one that its draft names.
    pub(crate) fn owner_or_author(&self, element: &Element, day: Date) -> Option<BodyId> {
        match self.adoption_on(&element.adopted, day) {
            Some(_) => self.owner_on(element, day),
            None => element
                .drafts
                .at(day)
                .and_then(|(_, wording)| wording.owner),
        }
    }

    /// The first day after `day` on which something was decided of an element: what would
    /// then be decided of an element that had ended.
    pub(crate) fn first_act_after(&self, element: &Element, day: Date) -> Option<Date> {
        let adopted = element.adopted.entries().iter().map(|e| {
            (
                e.on,
                match e.value.basis {
                    Basis::Decision(id) => Some(id),
                    Basis::Source(..) => None,
                },
            )
        });
        let given = element.transfers.entries().iter();
        let ended = element.endings.entries().iter();
        let given = given.map(|e| (e.on, Some(e.value.1)));
        let ended = ended.map(|e| (e.on, Some(e.value.1)));
        let acts = adopted
            .chain(given)
            .chain(ended)
            .filter(|(on, _)| *on > day);
        let standing =
            acts.filter(|(_, by)| by.is_none_or(|id| self.decision_stands(id, Date::MAX)));
        standing.map(|(on, _)| on).min()
    }

    /// Whether a decision that some fact names had not been quashed by a day. That it was made,
    /// `decide` asked; few are quashed, so those are looked through and not all that were made.
    pub(crate) fn decision_stands(&self, id: DecisionId, day: Date) -> bool {
        self.quashed.get(&id).is_none_or(|since| day < *since)
    }
}
