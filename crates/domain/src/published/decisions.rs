//! Decisions and what became of them, as residents see them.

use super::Published;
use crate::assessments::Subject;
use crate::dates::Dated;
use crate::decisions::{Act, Adoptable, Authority, Decision, Organised, RecordDecision, Stage};
use crate::ids::{AssessmentId, BodyId, DecisionId, SourceId};
use crate::indicators::Interpretation;
use crate::texts::Text;
use crate::visibility::Readable;

/// A decision that had been made by the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicDecision<'a> {
    record: &'a RecordDecision,
    /// Whether everything that it was about is open to residents.
    is_open: bool,
    /// The event that recorded it: the order among the decisions of one day.
    pub position: u64,
    /// What had become of it; `None` if nothing was recorded.
    pub stage: Option<Stage>,
}

impl<'a> PublicDecision<'a> {
    /// Which decision.
    pub fn id(&self) -> DecisionId {
        self.record.decision
    }

    /// The body that decided, or whose delegate did.
    pub fn body(&self) -> BodyId {
        self.record.body
    }

    /// The day of the meeting.
    pub fn date(&self) -> Dated {
        self.record.date
    }

    /// What it was about. Nothing, if something that it decided is kept back: a title may name it.
    pub fn title(&self) -> Option<&'a Text> {
        self.record.title.as_ref().filter(|_| self.is_open)
    }

    /// The case number, likewise: by it the case is found.
    pub fn case_number(&self) -> Option<&'a Text> {
        self.record.case_number.as_ref().filter(|_| self.is_open)
    }

    /// The paragraph or delegation number, where there is one.
    pub fn paragraph(&self) -> Option<&'a Text> {
        match &self.record.authority {
            Authority::Paragraph(number) | Authority::Delegation(number) => Some(number),
            Authority::Found { paragraph, .. } => paragraph.as_ref(),
        }
    }

    /// Whether its source names the body, or we read it so.
    pub fn body_interpretation(&self) -> Interpretation {
        match &self.record.authority {
            Authority::Found {
                body_interpretation,
                ..
            } => *body_interpretation,
            Authority::Paragraph(_) | Authority::Delegation(_) => Interpretation::Stated,
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
            is_open: self.may_show_all(&decision.record.acts),
            position: decision.position,
            stage: self.stage(decision),
        })
    }

    /// Whether residents may read everything that acts are about. Asked of today, as always.
    fn may_show_all(&self, acts: &[Act]) -> bool {
        acts.iter().all(|act| match act {
            Act::Adopt(Adoptable::Assessment(id), _) => {
                self.may_show(Readable::Assessment(*id)) && self.may_show_judged(*id)
            }
            Act::Adopt(what, _) => self.may_show(*what),
            Act::Withdraw(id) | Act::Close(id) | Act::Transfer(id, _) => {
                self.may_show(Readable::Element(*id))
            }
            Act::SupplementPlan(_, ids) => {
                let mut ids = ids.iter();
                ids.all(|id| self.may_show(Readable::Element(*id)))
            }
            Act::AdoptDirective(id, _) => self.may_show(Readable::Directive(*id)),
            // What lies in a plan is adopted by acts of its own.
            Act::AdoptPlan(_) | Act::ClosePlan(_) | Act::AdoptUnseenPlan(_) => true,
            // Which bodies there are is open to all, and so is what was measured once it is decided.
            Act::Organise(_) | Act::DecideFigures(..) => true,
        })
    }

    /// Whether residents may read what a verdict is on.
    fn may_show_judged(&self, id: AssessmentId) -> bool {
        let assessment = self.state.assessments.get(&id);
        assessment.is_none_or(|assessment| match assessment.subject {
            Subject::Element(id) => self.may_show(Readable::Element(id)),
            Subject::Indicator(_)
            | Subject::Topic(_)
            | Subject::Whole
            | Subject::FinancialManagement(_) => true,
        })
    }

    fn stage(&self, decision: &Decision) -> Option<Stage> {
        if decision.is_quashed(self.day) {
            return Some(Stage::Quashed);
        }
        decision.stages.at(self.day).copied()
    }

    /// The decisions by the day about a change of the organisation, the earliest first. One that was
    /// quashed stands among them, and says so: the bodies are as they are.
    pub fn deciding(&self, what: &Organised) -> Vec<PublicDecision<'a>> {
        let ids = self
            .state
            .organising(what)
            .map(|decision| decision.record.decision);
        let mut all: Vec<_> = ids.filter_map(|id| self.decision(id)).collect();
        // Not by position: which was recorded first says nothing of which was made first.
        all.sort_by_key(|d| (d.date(), d.id()));
        all
    }

    /// The decisions of a body by the day, the latest first.
    pub fn decisions_of(&self, body: BodyId) -> Vec<PublicDecision<'a>> {
        let ids = self.state.decided_by.get(&body).into_iter().flatten();
        let mut all: Vec<_> = ids.filter_map(|id| self.decision(*id)).collect();
        all.sort_by_key(|d| std::cmp::Reverse((d.date(), d.position)));
        all
    }
}
