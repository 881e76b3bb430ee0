//! The indicators as whoever looks after them sees them, open to residents yet or not.

use super::{Inside, InsideElement};
use crate::ids::IndicatorId;
use crate::indicators::{Definition, Interpretation};
use crate::slugs::Slug;

/// An indicator as it is defined today.
#[derive(Clone, Copy, Debug)]
pub struct InsideIndicator<'a> {
    /// Which indicator.
    pub id: IndicatorId,
    /// Its part of the address.
    pub slug: &'a Slug,
    /// What it is called and measures.
    pub definition: &'a Definition,
    /// By which event: whoever changes it has seen that one.
    pub position: u64,
}

/// What an address of a new one never is: a page of its own has it.
const NEW: &str = "ny";

impl<'a> Inside<'a> {
    /// Every indicator that is defined today, for whoever shapes the models of the group.
    pub fn indicators(&self) -> Vec<InsideIndicator<'a>> {
        let all = self.state.indicators.keys();
        all.filter_map(|id| self.indicator(*id)).collect()
    }

    /// One of them.
    pub fn indicator(&self, id: IndicatorId) -> Option<InsideIndicator<'a>> {
        let indicator = self.state.indicators.get(&id);
        let indicator = indicator.filter(|_| self.shapes_models())?;
        let entry = indicator.definitions.entry_at(self.today)?;
        let (slug, definition) = &entry.value;
        Some(InsideIndicator {
            id,
            slug,
            definition,
            position: entry.position,
        })
    }

    /// What an indicator serves today of what they may read, decided or not, with its place there.
    pub fn served_by(&self, id: IndicatorId) -> Vec<(InsideElement<'a>, u16, Interpretation)> {
        let indicator = self.state.indicators.get(&id);
        let serves = indicator.into_iter().flat_map(|i| i.serves.iter());
        let standing = serves.filter_map(|(element, link)| {
            let (order, ours) = (*link.at(self.today)?)?;
            Some((self.element(*element)?, order, ours))
        });
        standing.collect()
    }

    /// An address for a new indicator, by its name, that no other has.
    pub fn free_indicator_slug(&self, name: &str) -> Slug {
        Slug::first_free(name, |slug| {
            slug.as_str() == Some(NEW) || self.state.indicator_slugs.contains_key(slug)
        })
    }
}
