//! When and by what right something was decided, as a form says it: one decision for each key.

use super::derived;
use jiff::civil::Date;
use riktning_domain::decisions::{Act, Authority, RecordDecision};
use riktning_domain::ids::{BodyId, DecisionId, ElementId, WordingId};
use riktning_domain::{Dated, Text};
use uuid::Uuid;

/// What every form of a decision says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// The key of the form: the same again is the same.
    pub key: Uuid,
    /// The day of the meeting.
    pub date: Date,
    /// Paragraph or delegation number.
    pub authority: Authority,
    /// The case number.
    pub case_number: Option<Text>,
    /// What it was about.
    pub title: Option<Text>,
}

/// The decision that the form of a key makes.
pub(super) fn decision_of(key: Uuid) -> DecisionId {
    DecisionId(derived(key, "decision"))
}

impl Meeting {
    /// The decision that the form makes.
    pub(super) fn id(&self) -> DecisionId {
        decision_of(self.key)
    }

    /// The decision of a body, with what it does and the wordings that were seen of it.
    pub(super) fn record(
        self,
        body: BodyId,
        acts: Vec<Act>,
        seen: Vec<(ElementId, WordingId)>,
    ) -> RecordDecision {
        RecordDecision {
            decision: self.id(),
            body,
            date: Dated::day_known(self.date),
            authority: self.authority,
            case_number: self.case_number,
            title: self.title,
            acts,
            seen,
        }
    }

    /// Whether a decision of a body is what the form says, whatever it does.
    pub(super) fn is_of(&self, body: BodyId, record: &RecordDecision) -> bool {
        let RecordDecision { acts, seen, .. } = record.clone();
        self.clone().record(body, acts, seen) == *record
    }
}
