//! What mends a gap, as a command: what was filled in must be what its step offers.

use super::found::Found;
use super::steps::{Step, Teller};
use super::{GapKind, Subject, is_process};
use crate::work::{Choice, derived};
use jiff::civil::Date;
use riktning_domain::command::Command;
use riktning_domain::decisions::{Act, Adoptable, Authority, RecordDecision};
use riktning_domain::documents::DraftDocument;
use riktning_domain::elements::ProposeWording;
use riktning_domain::ids::{
    BodyId, DecisionId, DocumentId, ElementId, IndicatorId, PersonId, ThreadId, TopicId, WordingId,
};
use riktning_domain::indicators::{
    Breakdown, DefineIndicator, Definition, Interpretation, ReportMeasurement, Settled, Value,
};
use riktning_domain::threads::{ThreadEnd, TieThread};
use riktning_domain::topics::DescribeTopic;
use riktning_domain::{Dated, Figure, Slug};
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
    /// A meeting: the deciding body, the day, by what right, and to whom.
    Decided(BodyId, Date, Authority, Option<Uuid>),
}

impl Teller<'_> {
    /// The wording that a decision over a gap would adopt now.
    pub(super) fn shows(&self, found: &Found) -> Option<WordingId> {
        match self.step(found, self.row(found.subject)) {
            Step::Decide(deciding) => deciding.seen,
            _ => None,
        }
    }

    /// The command that mends a gap with what was filled in; none if that is not its step.
    pub(super) fn mend(&self, found: &Found, filled: &Filled, key: Uuid) -> Option<Command> {
        let row = self.row(found.subject);
        let step = self.step(found, row);
        match (&step, filled) {
            (Step::Choose(options), Filled::Chosen(id)) => {
                options.iter().find(|option| option.id == *id)?;
                self.chosen(found, *id, key)
            }
            (Step::Figure, Filled::Figure(figure)) => match found.subject {
                Subject::Indicator(id) => self.report(found, id, *figure),
                _ => None,
            },
            (Step::Propose, Filled::Pressed) => match found.subject {
                Subject::Document(id) => self.redraft(id, None, key),
                _ => None,
            },
            (Step::Decide(deciding), Filled::Decided(by, day, authority, to)) => {
                deciding.deciders.iter().find(|(id, _)| id == by)?;
                let act = self.act(found, &deciding.to, *to)?;
                let day = Dated::day_known(*day);
                Some(decision(*by, day, authority.clone(), vec![act], key))
            }
            _ => None,
        }
    }

    fn act(&self, found: &Found, options: &[Choice], to: Option<Uuid>) -> Option<Act> {
        match found.subject {
            Subject::Element(id) => {
                let to = to.filter(|to| options.iter().any(|option| option.id == *to))?;
                Some(Act::Transfer(id, BodyId(to)))
            }
            Subject::Document(id) => {
                let hand = self.i.document_in_hand(id)?;
                Some(Act::Adopt(Adoptable::Document(id), hand.id))
            }
            Subject::Indicator(_) | Subject::Topic(_) => None,
        }
    }

    fn chosen(&self, found: &Found, id: Uuid, key: Uuid) -> Option<Command> {
        match (found.kind, found.subject) {
            (GapKind::LinkLacking, Subject::Element(row)) => Some(tie(row, id, key)),
            (GapKind::OwnerLeft, Subject::Element(row)) => {
                let row = self.i.element(row)?;
                let mut wording = row.wording.clone();
                wording.person = Some(PersonId(id));
                Some(Command::ProposeWording(ProposeWording {
                    element: row.id,
                    wording_id: WordingId(derived(key, "wording")),
                    slug: Some(Slug::from_title(wording.text.as_str().unwrap_or_default())),
                    wording,
                    instead_of: Some(row.wording_id),
                    since: None,
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
        let mut wording = document.wording.clone();
        match by {
            Some(by) => wording.responsible = Some(by),
            None => wording.still_applied = true,
        }
        Some(Command::DraftDocument(DraftDocument {
            document: id,
            slug: document.slug.clone(),
            wording_id: WordingId(derived(key, "document")),
            wording,
            since: None,
        }))
    }
}

pub(super) fn tie(from: ElementId, to: Uuid, key: Uuid) -> Command {
    Command::TieThread(TieThread {
        thread: ThreadId(derived(key, &format!("thread/{to}"))),
        from,
        to: ThreadEnd::Element(ElementId(to)),
        interpretation: Interpretation::Stated,
        since: None,
    })
}

pub(super) fn decision(
    body: BodyId,
    date: Dated,
    by: Authority,
    acts: Vec<Act>,
    key: Uuid,
) -> Command {
    Command::RecordDecision(RecordDecision {
        decision: DecisionId(derived(key, "decision")),
        body,
        date,
        authority: by,
        case_number: None,
        title: None,
        acts,
        seen: Vec::new(),
    })
}
