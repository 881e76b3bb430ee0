//! Who may read what has been decided: everybody, those who work here, or only the body whose
//! matter it is (*offentlighets- och sekretesslagen*, OSL).
//!
//! Everything decided is public until somebody says otherwise. What is kept back is kept back
//! on every day that is shown: a page of the past is no way round secrecy of today.

use crate::command::{Now, Outcome};
use crate::decisions::Adoptable;
use crate::event::{Event, Recorded};
use crate::ids::{AssessmentId, BodyId, DirectiveId, DocumentId, ElementId, ReportId, VisionId};
use crate::refusal::{Fact, Refusal};
use crate::state::{State, stood_by};
use crate::texts::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Says who may read something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetVisibility {
    /// What.
    pub what: Readable,
    /// Who may read it.
    pub visibility: Visibility,
}

/// What may be kept back: all that can be adopted, and a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Readable {
    /// An element of the plan.
    Element(ElementId),
    /// A vision.
    Vision(VisionId),
    /// An assessment.
    Assessment(AssessmentId),
    /// A governing document.
    Document(DocumentId),
    /// An owner directive.
    Directive(DirectiveId),
    /// A report: that there is one, and what it says.
    Report(ReportId),
}

impl From<Adoptable> for Readable {
    fn from(what: Adoptable) -> Self {
        match what {
            Adoptable::Element(id) => Readable::Element(id),
            Adoptable::Vision(id) => Readable::Vision(id),
            Adoptable::Assessment(id) => Readable::Assessment(id),
            Adoptable::Document(id) => Readable::Document(id),
            Adoptable::Directive(id) => Readable::Directive(id),
        }
    }
}

/// Who may read something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Visibility {
    /// Everybody, from the decision that adopts it.
    #[default]
    Public,
    /// Those who are employed or elected here.
    Internal,
    /// Those of the body whose matter it is, and the auditors.
    Secret(Secrecy),
}

/// Why something is secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Secrecy {
    /// The ground in the law, such as *18 kap. 8 § OSL*.
    pub ground: Text,
    /// The last day. After it the matter is internal and has to be tried anew: nothing becomes
    /// public because a day went by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Who may read something on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Readers {
    /// Everybody.
    Everybody,
    /// Those who are employed or elected here.
    Employed,
    /// Those of the body whose matter it is, and the auditors.
    OwnBody,
}

impl Visibility {
    /// Who may read on a day.
    fn readers(&self, day: Date) -> Readers {
        match self {
            Visibility::Public => Readers::Everybody,
            Visibility::Secret(secrecy) if secrecy.until.is_none_or(|until| day <= until) => {
                Readers::OwnBody
            }
            Visibility::Internal | Visibility::Secret(_) => Readers::Employed,
        }
    }
}

pub(crate) fn set(state: &State, now: Now, command: SetVisibility) -> Outcome {
    state.is_written(command.what, now.today)?;
    if let Visibility::Secret(secrecy) = &command.visibility {
        if secrecy.ground.is_blank() {
            return Err(Refusal::Blank { field: "ground" });
        }
        if let Some(until) = secrecy.until
            && until < now.today
        {
            return Err(Refusal::SecrecyOver { until });
        }
    }
    let standing = state.visibility.get(&command.what);
    let standing = standing.and_then(|told| told.at(now.today));
    if *standing.unwrap_or(&Visibility::Public) == command.visibility {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(now.today, Event::VisibilitySet(command))])
}

pub(crate) fn apply_set(state: &mut State, at: &Recorded, event: &SetVisibility) {
    let told = state.visibility.entry(event.what).or_default();
    told.insert(at.on, at.position, event.visibility.clone());
    state.kept_back_position = at.position;
}

impl State {
    /// Who may read something on the day it is.
    pub(crate) fn readers(&self, what: impl Into<Readable>, today: Date) -> Readers {
        let told = self
            .visibility
            .get(&what.into())
            .and_then(|told| told.at(today));
        told.map_or(Readers::Everybody, |told| told.readers(today))
    }

    /// Whether only its own body and the auditors may read something.
    pub(crate) fn is_secret(&self, what: impl Into<Readable>, today: Date) -> bool {
        self.readers(what, today) == Readers::OwnBody
    }

    /// Whether residents may read something, once it is adopted.
    pub(crate) fn is_open(&self, what: impl Into<Readable>, today: Date) -> bool {
        self.readers(what, today) == Readers::Everybody
    }

    /// Whether something is decided, or a report filed, on a day.
    pub(crate) fn is_decided(&self, what: Readable, today: Date) -> bool {
        let adoptable = match what {
            Readable::Element(id) => Adoptable::Element(id),
            Readable::Vision(id) => Adoptable::Vision(id),
            Readable::Assessment(id) => Adoptable::Assessment(id),
            Readable::Document(id) => Adoptable::Document(id),
            Readable::Directive(id) => Adoptable::Directive(id),
            Readable::Report(id) => {
                let report = self.reports.get(&id);
                return report.is_some_and(|report| report.by(today).is_some());
            }
        };
        let adopted = self.adoptions(adoptable);
        adopted.is_some_and(|t| self.adoption_on(t, today).is_some())
    }

    /// The body whose matter something is: the one that may say who reads it. `None` for what is
    /// the whole group's: a vision, an owner directive, a document that nobody answers for.
    pub(crate) fn body_of(&self, what: Readable, today: Date) -> Option<BodyId> {
        match what {
            Readable::Element(id) => self.owner_or_author(self.elements.get(&id)?, today),
            Readable::Assessment(id) => self.assessments.get(&id)?.body,
            Readable::Document(id) => {
                // Another body's proposal moves nothing: the adopted wording says whose it is.
                let document = self.documents.get(&id)?;
                let adopted = self.adoption_on(&document.adopted, today);
                let standing = adopted.and_then(|e| document.draft(e.value.wording));
                standing
                    .or_else(|| self.newest_draft(document, today).map(|e| &e.value))?
                    .wording
                    .responsible
            }
            Readable::Report(id) => self.reports.get(&id)?.last()?.says.body,
            Readable::Directive(_) | Readable::Vision(_) => None,
        }
    }

    fn is_written(&self, what: Readable, on: Date) -> Result<(), Refusal> {
        match what {
            Readable::Element(id) => self.element_known(id, on).map(|_| ()),
            Readable::Vision(id) => self.vision_known(id, on).map(|_| ()),
            Readable::Assessment(id) => self.assessment_known(id, on).map(|_| ()),
            Readable::Document(id) => {
                let fact = Fact::Document;
                let known = self.documents.get(&id).ok_or(Refusal::Unknown { fact })?;
                stood_by(known.drafts.entries(), on, fact)
            }
            Readable::Directive(id) => {
                let fact = Fact::Directive;
                let known = self.directives.get(&id).ok_or(Refusal::Unknown { fact })?;
                stood_by(known.drafts.entries(), on, fact)
            }
            Readable::Report(id) => {
                let fact = Fact::Report;
                let report = self.reports.get(&id).and_then(|report| report.last());
                let stands_from = report.ok_or(Refusal::Unknown { fact })?.on;
                let early = Refusal::TooEarly {
                    on,
                    stands_from,
                    fact,
                };
                if on < stands_from { Err(early) } else { Ok(()) }
            }
        }
    }
}
