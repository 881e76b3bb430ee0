//! What mends a gap, as a command: what was filled in must be what its step offers.

use super::found::Found;
use super::steps::{Step, Teller};
use super::{GapKind, Subject, Unmended, is_process};
use crate::work::meeting::Meeting;
use crate::work::{derived, tie};
use jiff::civil::Date;
use riktning_domain::Figure;
use riktning_domain::command::Command;
use riktning_domain::decisions::{Act, Adoptable, Authority};
use riktning_domain::documents::{DocumentWording, DraftDocument};
use riktning_domain::elements::{Addressed, LookAfter};
use riktning_domain::ids::{
    BodyId, DocumentId, ElementId, IndicatorId, PersonId, TopicId, WordingId,
};
use riktning_domain::indicators::{
    Breakdown, DefineIndicator, Definition, ReportMeasurement, Settled, Value,
};
use riktning_domain::threads::ThreadEnd;
use riktning_domain::topics::DescribeTopic;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What somebody fills in to mend a gap.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Filled {
    /// What was chosen.
    Chosen(Uuid),
    /// A figure.
    Figure(Figure),
    /// Nothing but the button.
    Pressed,
    /// A meeting: the deciding body, the day and by what right.
    Decided(BodyId, Date, Authority),
}

impl Teller<'_> {
    /// The wording that a decision over a gap would adopt now.
    pub(super) fn shows(&self, found: &Found) -> Option<WordingId> {
        match self.step(found, self.row(found.subject)) {
            Step::Decide(deciding) => Some(deciding.seen),
            _ => None,
        }
    }

    /// The command that mends a gap with what was filled in.
    ///
    /// # Errors
    /// [`Unmended::NotOffered`] if it is none of what its step offers, [`Unmended::Nowhere`] if its
    /// step is another.
    pub(super) fn mend(
        &self,
        found: &Found,
        filled: &Filled,
        key: Uuid,
    ) -> Result<Command, Unmended> {
        let step = self.step(found, self.row(found.subject));
        let command = match (&step, filled, found.subject) {
            (Step::Choose(options), Filled::Chosen(id), _) => {
                let mut options = options.iter();
                let is_offered = options.any(|option| option.id == *id);
                is_offered.then_some(()).ok_or(Unmended::NotOffered)?;
                self.chosen(found, *id, key)
            }
            (Step::Figure, Filled::Figure(figure), Subject::Indicator(id)) => {
                self.report(found, id, *figure)
            }
            (Step::Propose, Filled::Pressed, Subject::Document(id)) => self.redraft(id, None, key),
            (
                Step::Decide(deciding),
                Filled::Decided(by, day, authority),
                Subject::Document(id),
            ) => {
                let is_offered = deciding.deciders.iter().any(|(id, _)| id == by);
                let hand = self.i.document_in_hand(id).filter(|_| is_offered);
                hand.map(|hand| {
                    let act = Act::Adopt(Adoptable::Document(id), hand.id);
                    decision(*by, *day, authority.clone(), vec![act], key)
                })
            }
            _ => None,
        };
        command.ok_or(Unmended::Nowhere)
    }

    fn chosen(&self, found: &Found, id: Uuid, key: Uuid) -> Option<Command> {
        match (found.kind, found.subject) {
            (GapKind::LinkLacking, Subject::Element(row)) => {
                Some(tie(key, row, ThreadEnd::Element(ElementId(id))))
            }
            (GapKind::OwnerLeft, Subject::Element(row)) => {
                let person = Some(PersonId(id));
                Some(Command::LookAfter(LookAfter {
                    element: row,
                    person,
                    instead_of: None,
                }))
            }
            (GapKind::EndedBody, Subject::Document(document)) => {
                self.redraft(document, Some(BodyId(id)), key)
            }
            (_, subject) => self.answers(subject, BodyId(id)),
        }
    }

    /// The command by which a body answers for an indicator or a process.
    pub(super) fn answers(&self, subject: Subject, by: BodyId) -> Option<Command> {
        match subject {
            Subject::Indicator(id) => self.define(id, |d| Definition {
                responsible: Some(by),
                ..d
            }),
            Subject::Topic(id) => self.describe(id, by),
            Subject::Element(_) | Subject::Document(_) => None,
        }
    }

    fn define(
        &self,
        id: IndicatorId,
        changed: impl FnOnce(Definition) -> Definition,
    ) -> Option<Command> {
        let indicator = self.p.indicator(id)?;
        Some(Command::DefineIndicator(DefineIndicator {
            indicator: id,
            slug: indicator.slug.clone(),
            definition: changed(indicator.definition.clone()),
            since: None,
        }))
    }

    fn describe(&self, id: TopicId, owner: BodyId) -> Option<Command> {
        let description = self.p.topic(id)?.clone();
        let topic = id;
        is_process(description.dimension).then_some(())?;
        Some(Command::DescribeTopic(DescribeTopic {
            topic,
            description: riktning_domain::topics::TopicDescription {
                owner: Some(owner),
                ..description
            },
            since: None,
        }))
    }

    /// The figure of a period as whoever is asked for it reports it.
    pub(super) fn report(&self, found: &Found, id: IndicatorId, figure: Figure) -> Option<Command> {
        let indicator = self.p.indicator(id)?;
        Some(Command::ReportMeasurement(ReportMeasurement {
            indicator: id,
            period: found.period?,
            body: indicator.told_by(),
            breakdown: Breakdown::All,
            value: Value::Figure(figure),
            // The follow-up of the year settles it.
            settled: Settled::Preliminary,
            collected: Some(self.i.today()),
            source: None,
            note: None,
        }))
    }

    /// The wording of a document by which another body answers for it, or by which it holds until
    /// another replaces it.
    pub(super) fn redraft(&self, id: DocumentId, by: Option<BodyId>, key: Uuid) -> Option<Command> {
        let document = self.p.document(id)?;
        let wording = match by {
            Some(by) => handed_over(document.wording, by),
            None => still_applied(document.wording),
        };
        Some(Command::DraftDocument(DraftDocument {
            document: id,
            slug: document.slug.clone(),
            wording_id: WordingId(derived(key, "document")),
            wording,
            instead_of: None,
            since: None,
        }))
    }
}

/// What a document says, and that it is applied until another replaces it.
pub(super) fn still_applied(wording: &DocumentWording) -> DocumentWording {
    DocumentWording {
        still_applied: true,
        ..wording.clone()
    }
}

/// What a document says, with another body in every place of the one that answered for it: nobody
/// who is no more follows it up, or is bound by it.
pub(super) fn handed_over(wording: &DocumentWording, to: BodyId) -> DocumentWording {
    let of = |body: BodyId| match Some(body) == wording.responsible {
        true => to,
        false => body,
    };
    let applies_to = match &wording.applies_to {
        Addressed::To(bodies) => {
            let mut named = BTreeSet::new();
            let bodies = bodies.iter().map(|body| of(*body));
            Addressed::To(bodies.filter(|body| named.insert(*body)).collect())
        }
        others => others.clone(),
    };
    DocumentWording {
        responsible: Some(to),
        followed_up_by: wording.followed_up_by.map(of),
        revised_by: wording.revised_by.map(of),
        applies_to,
        ..wording.clone()
    }
}

/// A decision that says no more than its meeting.
pub(super) fn decision(
    body: BodyId,
    date: Date,
    authority: Authority,
    acts: Vec<Act>,
    key: Uuid,
) -> Command {
    let meeting = Meeting {
        key,
        date,
        authority,
        case_number: None,
        title: None,
    };
    Command::RecordDecision(meeting.record(body, acts, Vec::new()))
}
