//! Writing a governing document: what its form knows, how it would look, and saving it once for
//! each form and never over what its writer has not seen.

use super::{changes, deciders, is_seen, public_link};
use crate::app::{App, Unperformed};
use crate::views::documents::{Document, Held};
use crate::views::frame::Found;
use crate::work::history::Difference;
use crate::work::site::unsaved;
use crate::work::{Choice, Choices, Unsaved, WorkFrame, body, derived};
use crate::work::{ProposalStep, ProposalSteps};
use jiff::civil::Date;
use riktning_domain::command::{Command, Hand, Now};
use riktning_domain::decisions::{Act, Adoptable, Authority, RecordDecision};
use riktning_domain::documents::{DocumentWording, DraftDocument};
use riktning_domain::elements::Placement;
use riktning_domain::ids::{BodyId, DecisionId, DocumentId, PersonId, TopicId, WordingId};
use riktning_domain::inside::{InsideDocument, Standing};
use riktning_domain::permissions::User;
use riktning_domain::proposals::Proposable;
use riktning_domain::topics::Dimension;
use riktning_domain::{Dated, Inside, Names, Period, Refusal, Slug, State, Text};
use uuid::Uuid;

/// What the form of a governing document knows.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Its part of the address; none for a new one.
    pub slug: Option<String>,
    /// How the wording that is shown stands to what is decided; none for a new one.
    pub standing: Option<Standing>,
    /// The wording that is shown: what another is written instead of.
    pub seen: Option<WordingId>,
    /// What it says.
    pub wording: Option<DocumentWording>,
    /// What it changes of what is decided.
    pub changes: Vec<Difference>,
    /// The day on which it was sent to whoever decides.
    pub handed_in: Option<Date>,
    /// Its public address, where it has a page.
    pub public: Option<String>,
    /// The bodies for which they write, and so that may answer for it.
    pub owners: Vec<Choice>,
    /// The bodies that there are.
    pub bodies: Vec<Choice>,
    /// The documents that it may replace.
    pub documents: Vec<Choice>,
    /// The processes and other topics that it may govern.
    pub topics: Vec<Choices>,
    /// The rows that rest on it today, of those that they may read: numbers, levels, periods and sentences.
    pub resting: Vec<(u32, Names, Period, Text)>,
    /// Whether they may write in it.
    pub may_write: bool,
    /// What they may do with what is proposed, where nobody has decided it.
    pub steps: ProposalSteps,
    /// Whether they record what is decided of it.
    pub may_decide: bool,
    /// The day it is.
    pub today: Date,
}

/// The dimensions of which a document may govern something.
const GOVERNED: [Dimension; 5] = [
    Dimension::Process,
    Dimension::Perspective,
    Dimension::ValueCreated,
    Dimension::TargetGroup,
    Dimension::Area,
];

/// The bodies that somebody writes for and that are there: a document that another answers for is
/// theirs to write.
pub(super) fn owners(i: Inside<'_>) -> Vec<Choice> {
    let own = i.writes_for().into_iter();
    let own = own.filter(|id| {
        let known = i.published().body(*id);
        known.is_some_and(|known| !known.has_ended())
    });
    own.filter_map(|id| of_body(i, id)).collect()
}

fn of_body(i: Inside<'_>, id: BodyId) -> Option<Choice> {
    let names = body(i.published(), id)?.0;
    let id = id.0;
    Some(Choice {
        id,
        names,
        under: None,
    })
}

impl DocumentForm {
    /// The form of a new document, or of the one at an address; none for whoever may not write or
    /// read it.
    pub fn of(i: Inside<'_>, now: Now, slug: Option<&str>) -> Option<DocumentForm> {
        let document = match slug {
            None => None,
            Some(slug) => Some(i.document(i.document_at(&Slug::parse(slug)?)?)?),
        };
        i.follows()?;
        let mut owners = owners(i);
        let may_write = document.as_ref().map_or(!owners.is_empty(), |document| {
            i.may(now, &again(document, WordingId(Uuid::nil())))
        });
        if document.is_none() && !may_write {
            return None;
        }
        // Whoever follows a body from above may write for it, and leaves it to answer.
        let own = document.as_ref().and_then(|d| d.wording.responsible);
        let own = own.filter(|id| may_write && !owners.iter().any(|owner| owner.id == id.0));
        let is_there = |id: &BodyId| i.published().body(*id).is_some_and(|b| !b.has_ended());
        owners.extend(own.filter(is_there).and_then(|id| of_body(i, id)));
        let of = document.as_ref();
        let proposed = of.filter(|d| d.standing != Standing::Adopted);
        let steps = proposed.map(|d| {
            let what = (Proposable::Document(d.id), d.wording_id);
            ProposalSteps::of(i, now, what, d.handed_in.is_some())
        });
        let public = of.and_then(|d| public_link(i, d.id));
        Some(DocumentForm {
            frame: WorkFrame::of(i),
            slug: of.map(|d| d.slug.to_string()),
            standing: of.map(|d| d.standing),
            seen: of.map(|d| d.wording_id),
            wording: of.map(|d| d.wording.clone()),
            changes: of.map_or_else(Vec::new, |d| changes(i, d)),
            handed_in: of.and_then(|d| d.handed_in),
            public: public.map(|link| link.slug),
            bodies: bodies(i),
            documents: documents(i, of.map(|d| d.id)),
            topics: topics(i, of.map_or(&[], |d| d.wording.governs.as_slice())),
            resting: of.map_or_else(Vec::new, |d| resting(i, d.id)),
            steps: steps.unwrap_or_default(),
            may_decide: of.is_some_and(|d| !deciders(i, now, d).is_empty()),
            may_write,
            owners,
            today: i.today(),
        })
    }
}

/// The same words said anew: what somebody must be allowed who writes in a document.
fn again(document: &InsideDocument<'_>, wording_id: WordingId) -> Command {
    Command::DraftDocument(DraftDocument {
        document: document.id,
        slug: document.slug.clone(),
        wording_id,
        wording: document.wording.clone(),
        instead_of: None,
        since: None,
    })
}

fn resting(i: Inside<'_>, id: DocumentId) -> Vec<(u32, Names, Period, Text)> {
    let rows = i.resting_on(id).into_iter();
    let rows = rows.map(|row| {
        let said = row.wording;
        (
            row.number,
            row.level.names.clone(),
            said.period,
            said.text.clone(),
        )
    });
    rows.collect()
}

fn bodies(i: Inside<'_>) -> Vec<Choice> {
    let p = i.published();
    let there = p.bodies().filter(|body| !body.has_ended());
    let there: Vec<BodyId> = there.map(|body| body.id).collect();
    there.into_iter().filter_map(|id| of_body(i, id)).collect()
}

fn documents(i: Inside<'_>, own: Option<DocumentId>) -> Vec<Choice> {
    let p = i.published();
    let others = p.documents().filter(|d| Some(d.id) != own);
    let others = others.map(|d| Choice {
        id: d.id.0,
        names: Names::swedish(d.wording.title.clone()),
        under: None,
    });
    others.collect()
}

/// What it can govern: what it governs already stays to be chosen, also where that has ended.
fn topics(i: Inside<'_>, governed: &[Placement]) -> Vec<Choices> {
    let p = i.published();
    let governs = |id: TopicId| governed.iter().any(|placed| placed.topic == id);
    let of = |dimension: Dimension| {
        let topics = p.topics_from(dimension, Date::MIN).into_iter();
        let topics = topics.filter(|(id, topic)| topic.lasts(p.day()) || governs(*id));
        let options = topics.map(|(id, topic)| Choice {
            id: id.0,
            names: topic.names.clone(),
            under: topic.parent.and_then(|up| Some(p.topic(up)?.names.clone())),
        });
        Choices {
            names: Names::swedish(Text::new("")),
            required: false,
            options: options.collect(),
        }
    };
    GOVERNED.map(of).into_iter().collect()
}

/// A governing document as its form wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentWriting {
    /// Its part of the address; none for a new one.
    pub slug: Option<String>,
    /// The key of the form: the same again is the same.
    pub key: Uuid,
    /// The wording that the form showed.
    pub seen: Option<WordingId>,
    /// What it is to say.
    pub wording: DocumentWording,
    /// From which day it was there, where it was decided before it was written down here.
    pub since: Option<Date>,
}

/// How a document would look to residents.
#[derive(Clone, Debug, PartialEq)]
pub struct Previewed {
    /// The page as it would be if it were decided today; none where residents may not read it.
    pub document: Option<Document>,
    /// What it changes of what is decided.
    pub changes: Vec<Difference>,
}

/// What a form wants.
enum Wanted {
    /// It is saved already.
    Already(String),
    /// This, under that address.
    Draft(Box<DraftDocument>),
}

impl DocumentWriting {
    fn wanted(&self, i: Inside<'_>, now: Now) -> Result<Wanted, Unsaved> {
        let form = DocumentForm::of(i, now, self.slug.as_deref()).ok_or(Unsaved::Nowhere)?;
        if !form.may_write {
            return Err(Unsaved::Nowhere);
        }
        let document = self.id(i).ok_or(Unsaved::Nowhere)?;
        let wording_id = WordingId(derived(self.key, "document-wording"));
        let known = i.document(document);
        if let Some(known) = &known {
            let same = *known.wording == self.wording;
            if same && (known.wording_id == wording_id || is_seen(known, self.seen)) {
                return Ok(Wanted::Already(known.slug.to_string()));
            }
            // Written by somebody else meanwhile, or by this very form, with other words.
            if !is_seen(known, self.seen) {
                return Err(Unsaved::Changed);
            }
        }
        let slug = match &known {
            Some(known) => known.slug.clone(),
            None => i.free_document_slug(&self.title()),
        };
        Ok(Wanted::Draft(Box::new(DraftDocument {
            document,
            slug,
            wording_id,
            wording: self.wording.clone(),
            instead_of: self.seen,
            since: self.since.map(Dated::day_known),
        })))
    }

    fn id(&self, i: Inside<'_>) -> Option<DocumentId> {
        match &self.slug {
            None => Some(DocumentId(derived(self.key, "document"))),
            Some(slug) => i.document_at(&Slug::parse(slug)?),
        }
    }

    fn title(&self) -> String {
        let title = self.wording.title.as_str();
        title.unwrap_or_default().to_owned()
    }
}

impl App {
    /// Saves a governing document as a proposal; where it stands.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn write_document(
        &self,
        person: PersonId,
        writing: DocumentWriting,
    ) -> Result<String, Unsaved> {
        let draft = match self.inside(person, |i, now| writing.wanted(i, now))? {
            Wanted::Already(slug) => return Ok(slug),
            Wanted::Draft(draft) => draft,
        };
        let slug = draft.slug.to_string();
        let token = Some(writing.key.to_string());
        let commands = vec![Command::DraftDocument(*draft)];
        match self
            .perform_all(User::Person(person), commands, token)
            .await
        {
            Ok(_) => Ok(slug),
            Err(Unperformed::Refused {
                refusal: Refusal::WordingChanged { .. },
                ..
            }) => Err(Unsaved::Changed),
            Err(error) => Err(unsaved(error)),
        }
    }

    /// How a document would look to residents if it were decided today. Nothing is stored.
    ///
    /// # Errors
    /// [`Unsaved`], as it would be if it were saved.
    pub fn preview_document(
        &self,
        person: PersonId,
        writing: &DocumentWriting,
    ) -> Result<Previewed, Unsaved> {
        let mut state = (*self.state()).clone();
        let now = self.clock().now(Hand::Person);
        let i = state.inside(person, now.today).at(now.at);
        let id = writing.id(i).ok_or(Unsaved::Nowhere)?;
        if let Wanted::Draft(draft) = writing.wanted(i, now)? {
            let command = Command::DraftDocument(*draft);
            let done = state.carry_out(&User::Person(person), now, command);
            done.map_err(|refusal| match refusal {
                Refusal::NotPermitted => Unsaved::Nowhere,
                refusal => Unsaved::Refused(refusal),
            })?;
        }
        self.as_if_decided(state, person, id)
    }

    /// How a document would look if what is proposed of it were decided today.
    pub(super) fn as_if_decided(
        &self,
        mut state: State,
        person: PersonId,
        id: DocumentId,
    ) -> Result<Previewed, Unsaved> {
        let now = self.clock().now(Hand::Import);
        let i = state.inside(person, now.today);
        let written = i.document(id).ok_or(Unsaved::Nowhere)?;
        let (slug, changes) = (written.slug.to_string(), changes(i, &written));
        if let Some(decision) = as_decided(&written, now.today) {
            let command = Command::RecordDecision(decision);
            let done = state.carry_out(&User::Import, now, command);
            done.map_err(Unsaved::Refused)?;
        }
        let document = match Held::of(state.published(now.today, now.today), &slug) {
            Found::Here(Held::Document(document)) => Some(*document),
            _ => None,
        };
        Ok(Previewed { document, changes })
    }

    /// Takes a step with the proposal at an address. Once more is the same.
    ///
    /// # Errors
    /// [`Unsaved`]; then it stands as it stood.
    pub async fn step_document(
        &self,
        person: PersonId,
        slug: &str,
        seen: WordingId,
        step: ProposalStep,
    ) -> Result<(), Unsaved> {
        let document = self.inside(person, |i, _| {
            let id = i.document_at(&Slug::parse(slug)?)?;
            // One that was dropped has a history, and no page of its own.
            i.document_before(id, u64::MAX).map(|_| id)
        });
        let what = Proposable::Document(document.ok_or(Unsaved::Nowhere)?);
        self.step_proposal(person, what, seen, step).await
    }
}

/// A decision of nobody's that adopts what is proposed, for a copy that is thrown away.
fn as_decided(document: &InsideDocument<'_>, today: Date) -> Option<RecordDecision> {
    if document.standing == Standing::Adopted {
        return None;
    }
    let adopts = Act::Adopt(Adoptable::Document(document.id), document.wording_id);
    Some(RecordDecision {
        decision: DecisionId(Uuid::nil()),
        body: document.wording.responsible?,
        date: Dated::day_known(today.max(document.since)),
        authority: Authority::Paragraph(Text::new("0")),
        case_number: None,
        title: None,
        acts: vec![adopts],
        seen: Vec::new(),
    })
}
