//! Decisions and what became of them, as residents see them.

use super::Published;
use crate::decisions::{Authority, Decision, RecordDecision, Stage};
use crate::ids::{BodyId, DecisionId, SourceId};
use crate::texts::Text;

/// A decision that had been made by the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicDecision<'a> {
    /// What was recorded.
    pub record: &'a RecordDecision,
    /// The event that recorded it: the order among the decisions of one day.
    pub position: u64,
    /// What had become of it; `None` if nothing was recorded.
    pub stage: Option<Stage>,
}

impl<'a> PublicDecision<'a> {
    /// The paragraph or delegation number, where there is one.
    pub fn paragraph(&self) -> Option<&'a Text> {
        match &self.record.authority {
            Authority::Paragraph(number) | Authority::Delegation(number) => Some(number),
            Authority::Found { paragraph, .. } => paragraph.as_ref(),
        }
    }

    /// Where an imported decision was found.
    pub fn source(&self) -> Option<SourceId> {
        match &self.record.authority {
            Authority::Found { source, .. } => Some(*source),
            Authority::Paragraph(_) | Authority::Delegation(_) => None,
        }
    }
}

impl<'a> Published<'a> {
    /// A decision that had been made by the day, and what had become of it.
    pub fn decision(&self, id: DecisionId) -> Option<PublicDecision<'a>> {
        let decision = self.state.decisions.get(&id).filter(|d| d.on <= self.day)?;
        Some(PublicDecision {
            record: &decision.record,
            position: decision.position,
            stage: self.stage(decision),
        })
    }

    fn stage(&self, decision: &Decision) -> Option<Stage> {
        if decision.is_quashed(self.day) {
            return Some(Stage::Quashed);
        }
        decision.stages.at(self.day).copied()
    }

    /// The decisions of a body by the day, the latest first.
    pub fn decisions_of(&self, body: BodyId) -> Vec<PublicDecision<'a>> {
        let ids = self.state.decided_by.get(&body).into_iter().flatten();
        let mut all: Vec<_> = ids.filter_map(|id| self.decision(*id)).collect();
        all.sort_by_key(|d| std::cmp::Reverse((d.record.date, d.position)));
        all
    }
}
