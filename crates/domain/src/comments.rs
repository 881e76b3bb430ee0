//! Comments on what is written and not decided: rows and no events (`DESIGN.md` §2), so here is only
//! what they are about, for whom they are written, and for how long their matter is open.

use crate::event::Event;
use crate::ids::{ElementId, PlanId};
use crate::plans::PlanStage;
use crate::state::State;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The most characters of a comment.
pub const MOST_CHARACTERS: usize = 2_000;

/// For whom a comment is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Within the body's own administration.
    Inside,
    /// All who may read what has been handed in, but for auditors.
    Between,
}

/// What a comment is about, and for whom it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommentOn {
    /// The plan.
    pub plan: PlanId,
    /// The row of it; none for the plan as a whole.
    pub row: Option<ElementId>,
    /// For whom.
    pub audience: Audience,
}

/// How the matter of a comment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// It is being written or waits for its decision: it can be commented on.
    Open,
    /// It has been decided, and the comments on it are erased.
    Decided,
    /// The row was taken back, or there is no such thing.
    Gone,
}

/// Where something that was recorded may have closed the matter of a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MayClose {
    /// In these plans and in no other.
    In(BTreeSet<PlanId>),
    /// In any: a decision reaches what it does not name.
    Anywhere,
}

impl Default for MayClose {
    fn default() -> Self {
        MayClose::In(BTreeSet::new())
    }
}

impl MayClose {
    /// Where the one or the other may have.
    #[must_use]
    pub fn and(self, other: MayClose) -> MayClose {
        match (self, other) {
            (MayClose::In(mut plans), MayClose::In(more)) => {
                plans.extend(more);
                MayClose::In(plans)
            }
            _ => MayClose::Anywhere,
        }
    }
}

impl State {
    /// Where an event that has been applied may have closed the matter of a comment. What people
    /// write from day to day is named here one by one, so that nobody's comments are read for it; of
    /// all else it may be anywhere.
    pub fn may_close(&self, event: &Event) -> MayClose {
        let plans = match event {
            Event::DraftDropped(dropped) => self.plans_ever_with(dropped.element),
            Event::ProposalTakenBack(taken_back) => self.plans_ever_with(taken_back.element),
            // What a decision has taken elsewhere may be all that lies in it now.
            Event::PlacedInPlan(placed) => BTreeSet::from([placed.plan]),
            Event::ElementDrafted(_)
            | Event::WordingProposed(_)
            | Event::LookedAfter(_)
            | Event::SlipRighted(_)
            | Event::HandedOver(_)
            | Event::ThreadTied(_)
            | Event::ThreadUntied(_)
            | Event::PlanDrafted(_)
            | Event::PlanArranged(_)
            | Event::PlanHandedIn(_)
            | Event::PlanTakenBack(_)
            | Event::PlanReferred(_)
            | Event::ReferralCalledOff(_)
            | Event::ReferralAnswered(_)
            | Event::MeasurementReported(_)
            | Event::TargetSet(_)
            | Event::AssessmentProposed(_)
            | Event::AssessmentStepped(_)
            | Event::DocumentDrafted(_)
            | Event::DocumentHandedIn(_)
            | Event::DirectiveHandedIn(_)
            | Event::DirectiveDrafted(_)
            | Event::ProposalRecalled(_)
            | Event::ProposalDropped(_)
            | Event::RoleGranted(_)
            | Event::GrantEnded(_) => BTreeSet::new(),
            _ => return MayClose::Anywhere,
        };
        MayClose::In(plans)
    }

    fn plans_ever_with(&self, row: ElementId) -> BTreeSet<PlanId> {
        let element = self.elements.get(&row);
        element.map_or_else(BTreeSet::new, |e| e.plans.iter().copied().collect())
    }

    /// Whether what is recorded has closed the matter of a comment: then it is erased. Of a plan that
    /// is not known nothing has been recorded, and the day on the clock says nothing here: a clock
    /// that goes wrong erases nobody's words.
    pub fn has_closed(&self, on: &CommentOn) -> bool {
        self.plans.contains_key(&on.plan) && self.matter(on, Date::MAX) != Matter::Open
    }

    /// How the matter of a plan, or of a row in it, stands on a day.
    pub fn matter(&self, on: &CommentOn, day: Date) -> Matter {
        let Some(plan) = self.plans.get(&on.plan) else {
            return Matter::Gone;
        };
        match self.plan_stage(plan, day) {
            None => return Matter::Gone,
            Some(PlanStage::Draft | PlanStage::Proposed) => {}
            Some(_) => return Matter::Decided,
        }
        if self.is_taken_up(plan, day) {
            return Matter::Decided;
        }
        let Some(row) = on.row else {
            return Matter::Open;
        };
        let element = self.elements.get(&row);
        let Some(element) = element.filter(|_| self.lies_in(plan, row, day)) else {
            return Matter::Gone;
        };
        let newest = self
            .newest_wording(element, day)
            .map(|(wording, _)| wording);
        let decided = self.adoption_on(&element.adopted, day);
        let decided = decided.map(|entry| entry.value.wording);
        match decided.is_some() && decided == newest {
            true => Matter::Decided,
            false => Matter::Open,
        }
    }
}
