//! Recording that a governing document was adopted: exactly the wording that was shown.

use super::{changes, deciders, public_link};
use crate::app::{App, Unperformed};
use crate::views::documents::Document;
use crate::work::history::Difference;
use crate::work::site::unsaved;
use crate::work::{Meeting, Unsaved, WorkFrame};
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::decisions::{Act, Adoptable, RecordDecision};
use riktning_domain::documents::DocumentWording;
use riktning_domain::ids::{BodyId, DocumentId, PersonId, WordingId};
use riktning_domain::inside::Standing;
use riktning_domain::permissions::User;
use riktning_domain::{Inside, Names, Refusal, Slug};

/// What the form of the decision over a document knows.
#[derive(Clone, Debug, PartialEq)]
pub struct AdoptForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Its part of the address.
    pub slug: String,
    /// The wording that is adopted.
    pub seen: WordingId,
    /// What it says.
    pub wording: DocumentWording,
    /// What it changes of what is decided.
    pub changes: Vec<Difference>,
    /// The bodies for which the person records and that may decide it.
    pub deciders: Vec<(BodyId, Names)>,
    /// The day from which the proposal was there: no earlier meeting had it before it.
    pub since: Date,
    /// The day it is.
    pub today: Date,
    id: DocumentId,
}

/// A decision over a document, as its form wants it recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Adopting {
    /// The document's part of the address.
    pub slug: String,
    /// The body that decided.
    pub decided_by: BodyId,
    /// When and by what right.
    pub meeting: Meeting,
    /// The wording that the form showed.
    pub seen: WordingId,
}

impl AdoptForm {
    /// The form for the document at an address; none for whoever records nothing of it, and where
    /// nothing waits.
    pub fn of(i: Inside<'_>, now: Now, slug: &str) -> Option<AdoptForm> {
        let document = i.document(i.document_at(&Slug::parse(slug)?)?)?;
        let waits = document.standing != Standing::Adopted;
        let deciders = deciders(i, now, &document);
        if !waits || deciders.is_empty() {
            return None;
        }
        Some(AdoptForm {
            frame: WorkFrame::of(i),
            slug: document.slug.to_string(),
            seen: document.wording_id,
            wording: document.wording.clone(),
            changes: changes(i, &document),
            deciders,
            since: document.since,
            today: i.today(),
            id: document.id,
        })
    }
}

impl App {
    /// The public page that a document has, by its address in the work area: where whoever comes
    /// after the decision is led.
    pub fn document_page(&self, person: PersonId, slug: &str) -> Option<String> {
        self.inside(person, |i, _| {
            i.follows()?;
            let link = public_link(i, i.document_at(&Slug::parse(slug)?)?)?;
            Some(link.slug)
        })
    }

    /// What a document that waits would look like, for whoever decides it.
    pub fn proposed_document(&self, person: PersonId, slug: &str) -> Option<Document> {
        let form = self.inside(person, |i, now| AdoptForm::of(i, now, slug))?;
        let state = (*self.state()).clone();
        self.as_if_decided(state, person, form.id).ok()?.document
    }

    /// Records the decision over a document: it publishes what it adopts.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn adopt_document(
        &self,
        person: PersonId,
        adopting: Adopting,
    ) -> Result<(), Unsaved> {
        let key = adopting.meeting.key.to_string();
        let wanted = self.inside(person, |i, now| adopting.wanted(i, now));
        let Some(record) = wanted? else {
            return Ok(());
        };
        let commands = vec![Command::RecordDecision(record)];
        match self
            .perform_all(User::Person(person), commands, Some(key))
            .await
        {
            Ok(_) => Ok(()),
            Err(Unperformed::Refused {
                refusal: Refusal::WordingChanged { .. },
                ..
            }) => Err(Unsaved::Changed),
            Err(error) => Err(unsaved(error)),
        }
    }
}

impl Adopting {
    /// The decision; none if it is recorded already.
    fn wanted(self, i: Inside<'_>, now: Now) -> Result<Option<RecordDecision>, Unsaved> {
        let known = Slug::parse(&self.slug).and_then(|slug| i.document_at(&slug));
        let document = known.ok_or(Unsaved::Nowhere)?;
        let act = Act::Adopt(Adoptable::Document(document), self.seen);
        let id = self.meeting.id();
        let record = self.meeting.record(self.decided_by, vec![act], Vec::new());
        if let Some(there) = i.recorded(id) {
            return match *there.record == record {
                true => Ok(None),
                false => Err(Unsaved::Changed),
            };
        }
        let form = AdoptForm::of(i, now, &self.slug).ok_or(Unsaved::Nowhere)?;
        match form.seen == self.seen {
            true => Ok(Some(record)),
            false => Err(Unsaved::Changed),
        }
    }
}
