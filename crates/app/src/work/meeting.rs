//! When and by what right something was decided, as a form says it: one decision for each key.

use super::{body, derived};
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::decisions::{Act, Authority, RecordDecision};
use riktning_domain::ids::{BodyId, DecisionId, ElementId, WordingId};
use riktning_domain::permissions::Role;
use riktning_domain::{Dated, Inside, Names, Text};
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

/// Whether somebody may record that a body did something on a day, and it would be accepted.
pub(super) fn can(i: Inside<'_>, now: Now, body: BodyId, act: &Act, day: Date) -> bool {
    let record = RecordDecision {
        decision: DecisionId(Uuid::nil()),
        body,
        date: Dated::day_known(day),
        authority: Authority::Paragraph(Text::new("1")),
        case_number: None,
        title: None,
        acts: vec![act.clone()],
        seen: Vec::new(),
    };
    i.can(now, &Command::RecordDecision(record))
}

/// The bodies for which somebody records and that may do something today.
pub(super) fn deciders(i: Inside<'_>, now: Now, act: &Act) -> Vec<(BodyId, Names)> {
    let held = i.holds(Role::Registrar).into_iter();
    let may = held.filter(|id| can(i, now, *id, act, now.today));
    may.filter_map(|id| Some((id, body(i.published(), id)?.0)))
        .collect()
}
