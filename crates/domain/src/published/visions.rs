//! Adopted visions, as residents see them.

use super::{PublicDocument, PublicElement, Published};
use crate::decisions::{Adoptable, Basis};
use crate::ids::VisionId;
use crate::visions::VisionWording;
use jiff::civil::Date;

/// A vision that had been adopted by the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicVision<'a> {
    /// Which vision.
    pub id: VisionId,
    /// What it says.
    pub wording: &'a VisionWording,
    /// What it rests on.
    pub basis: Basis,
    /// The day from which this wording stood.
    pub on: Date,
}

impl<'a> Published<'a> {
    /// A vision that had been adopted by the day.
    pub fn vision(&self, id: VisionId) -> Option<PublicVision<'a>> {
        let vision = self.state.visions.get(&id)?;
        if !self.may_show(Adoptable::Vision(id)) {
            return None;
        }
        let adoption = self.state.adoption_on(&vision.adopted, self.day)?;
        let wording = vision.wording(adoption.value.wording)?.as_ref();
        Some(PublicVision {
            id,
            wording,
            basis: adoption.value.basis,
            on: adoption.on,
        })
    }

    /// The visions that had been adopted by the day, the latest first.
    pub fn visions(&self) -> Vec<PublicVision<'a>> {
        let mut all: Vec<_> = self
            .state
            .visions
            .keys()
            .filter_map(|id| self.vision(*id))
            .collect();
        all.sort_by_key(|v| std::cmp::Reverse((v.on, v.wording.horizon)));
        all
    }

    /// The governing document that a vision is by another name: one that is called a vision and
    /// names the horizon of this one and of no other. That the two are one is our reading.
    pub fn document_of(&self, vision: &PublicVision<'_>) -> Option<PublicDocument<'a>> {
        let horizon = vision.wording.horizon?;
        let visions = self.visions();
        let of_it = visions
            .iter()
            .filter(|v| v.wording.horizon == Some(horizon));
        if of_it.count() != 1 {
            return None;
        }
        let horizon = horizon.to_string();
        let names_it = |document: &PublicDocument<'_>| {
            let title = document.wording.title.as_str();
            document.wording.kind.is_vision() && title.is_some_and(|t| t.contains(&horizon))
        };
        self.documents().find(names_it)
    }

    /// The adopted elements that support a vision on the day.
    pub fn supporting_vision(&self, id: VisionId) -> Vec<PublicElement<'a>> {
        let threads = self.state.vision_supports.get(&id).into_iter();
        let tied = threads.flat_map(|all| self.state.tied(all, self.day));
        tied.filter_map(|(_, t)| self.element(t.from)).collect()
    }
}
