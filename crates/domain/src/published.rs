//! What residents see: a lens on State that has no way to reach a draft, a proposal, a
//! person or an undecided verdict. A public view takes this and nothing else, so a leak
//! does not compile. One file a noun.

mod assessments;
mod base;
mod bodies;
mod calculated;
mod comparisons;
mod decisions;
mod elements;
mod indicators;
mod models;
mod money;
mod notes;
mod quashed;
mod reports;
mod site;
mod terms;
mod things;
mod turns;
mod visions;
mod written;
mod year;

pub use assessments::PublicAssessment;
pub use base::{PublicDirective, PublicDocument, PublicRule, Validity};
pub use bodies::PublicBody;
pub use calculated::{PublicFigure, Reckoned, Unreckoned};
pub use comparisons::PublicComparison;
pub use decisions::PublicDecision;
pub use elements::PublicElement;
pub use indicators::{PublicIndicator, PublicMeasurement};
pub use models::PublicModel;
pub use quashed::{QuashedElement, QuashedPlan};
pub use reports::PublicReport;
pub use site::{DayHours, KnownOffice, Openness, PublicNotice, PublicOffice, PublicPage, Why};
pub use things::Thing;
pub use turns::Turning;
pub use visions::PublicVision;
pub use written::PublicWritten;
pub use year::{Deed, PublicPlan, Righting, Supplement};

use crate::decisions::Adoptable;
use crate::group::DescribeGroup;
use crate::ids::SourceId;
use crate::local_time::instant;
use crate::sources::Source;
use crate::state::State;
use crate::visibility::Readable;
use jiff::Timestamp;
use jiff::civil::Date;

/// What residents see on a day.
#[derive(Clone, Copy, Debug)]
pub struct Published<'a> {
    state: &'a State,
    day: Date,
    today: Date,
    now: Timestamp,
}

impl<'a> Published<'a> {
    pub(crate) fn new(state: &'a State, day: Date, today: Date) -> Self {
        let now = instant(today.at(12, 0, 0, 0));
        Published {
            state,
            day,
            today,
            now,
        }
    }

    /// The same lens at a moment of today; otherwise it is noon.
    pub fn at(self, now: Timestamp) -> Self {
        Published { now, ..self }
    }

    /// The day that is shown.
    pub fn day(&self) -> Date {
        self.day
    }

    /// The day it is.
    pub fn today(&self) -> Date {
        self.today
    }

    /// The same lens on today: for a page that must say when something began.
    pub fn as_of_today(&self) -> Published<'a> {
        Published {
            day: self.today,
            ..*self
        }
    }

    /// The position of the last event that may have changed what residents see.
    pub fn public_position(&self) -> u64 {
        self.state.public_position
    }

    /// The day on which that event was recorded.
    pub fn changed(&self) -> Option<Date> {
        self.state.public_changed
    }

    /// Whether everything was taken from public sources at the command line, and no person who
    /// works here has recorded a word that residents read. Then nobody here answers for what the site says.
    pub fn is_from_sources_alone(&self) -> bool {
        !self.state.has_hands
    }

    /// The municipality as it was described by the day; before anybody described it, as it
    /// was first described.
    pub fn group(&self) -> Option<&'a DescribeGroup> {
        let described = &self.state.group;
        let first = || described.entries().first().map(|e| &e.value);
        described.at(self.day).or_else(first).map(AsRef::as_ref)
    }

    /// A source.
    pub fn source(&self, id: SourceId) -> Option<&'a Source> {
        self.state.source(id)
    }

    /// Whether residents may read it at all. Asked of the day it is, whatever day is shown.
    fn may_show(&self, what: impl Into<Readable>) -> bool {
        self.state.is_open(what, self.today)
    }

    /// Whether anything had been adopted under an id by the day.
    pub fn stands(&self, what: Adoptable) -> bool {
        let adopted = self.state.adoptions(what).filter(|_| self.may_show(what));
        adopted.is_some_and(|t| self.state.adoption_on(t, self.day).is_some())
    }
}
