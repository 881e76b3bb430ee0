//! Governing documents (*styrdokument*): what a body has decided shall hold until further
//! notice or for some years, beside the plans. They belong to no model and outlive them.
//!
//! As with elements, drafts and adopted wordings are two timelines: a document changes, or
//! gets a last day, only by a decision that names the wording.

use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::decisions::Adoption;
use crate::elements::{Addressed, Placement};
use crate::event::{Event, Recorded};
use crate::ids::{BodyId, DocumentId, SourceId, WordingId};
use crate::proposals::{self, Proposable, Way};
use crate::refusal::{Fact, Refusal};
use crate::slugs::Slug;
use crate::state::{State, stood_by};
use crate::texts::Text;
use crate::timeline::Timeline;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What kind of document it is. Municipalities use the words differently; what one means by
/// a word it says in [`crate::document_types::DescribeDocumentType`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DocumentKind {
    /// What is to be reached in an area (*program*).
    Program,
    /// Goals and work for some years (*plan*).
    Plan,
    /// Steps towards a goal (*handlingsplan*).
    ActionPlan,
    /// Choice of way (*strategi*).
    Strategy,
    /// An attitude (*policy*).
    Policy,
    /// How something is handled (*riktlinje*).
    Guideline,
    /// What a committee answers for (*reglemente*).
    Regulations,
    /// How a body works (*arbetsordning*).
    RulesOfProcedure,
    /// Who may decide in whose stead (*delegationsordning*).
    Delegation,
    /// What a service costs (*taxa*).
    Tariff,
    /// What holds for everybody in the place (*lokal föreskrift*).
    LocalOrdinance,
    /// What parties have agreed (*avtal*).
    Agreement,
    /// What a company is for (*bolagsordning*).
    ArticlesOfAssociation,
    /// Another kind, in the municipality's own word.
    Other(Text),
}

impl DocumentKind {
    /// Whether it is a vision, by the municipality's own word for the kind.
    pub fn is_vision(&self) -> bool {
        let DocumentKind::Other(word) = self else {
            return false;
        };
        word.as_str().is_some_and(|w| w.to_lowercase() == "vision")
    }
}

/// Drafts a governing document, or proposes another wording of it. Residents see it from the
/// decision that adopts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftDocument {
    /// Which document.
    pub document: DocumentId,
    /// Its part of the address, not used by another document or rule; an earlier one that
    /// was adopted leads to it.
    pub slug: Slug,
    /// This wording: what a decision names.
    pub wording_id: WordingId,
    /// What it says of itself.
    pub wording: DocumentWording,
    /// The wording that it was written instead of: refused if that is no longer the newest, so
    /// that nobody writes over what they have not seen. None where nobody looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<WordingId>,
    /// From which day the draft was there. A document may be dated back by anybody, since
    /// many are written down long after they were decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// Sends a wording of a document to whoever decides it (*lämna till beslut*): from then on they
/// read it too. Another wording is sent anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandInDocument {
    /// Which document.
    pub document: DocumentId,
    /// The wording that was seen: no other is sent.
    pub wording: WordingId,
}

/// What a document is and holds for: what a decision adopts as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentWording {
    /// What it is called.
    pub title: Text,
    /// What kind it is.
    pub kind: DocumentKind,
    /// What it means, in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Text>,
    /// The case number (*diarienummer*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_number: Option<Text>,
    /// The bodies that it holds for; none says that it was not found.
    #[serde(default, skip_serializing_if = "Addressed::is_none")]
    pub applies_to: Addressed,
    /// Its first day; none where it holds from the decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Dated>,
    /// Its last day; none where it holds until further notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Dated>,
    /// Whether it is applied after its last day, until another replaces it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub still_applied: bool,
    /// Whether its source says that it holds until another replaces it, and nobody has found
    /// whether and when one did.
    #[serde(default, skip_serializing_if = "is_false")]
    pub until_replaced: bool,
    /// The body that answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<BodyId>,
    /// The role that answers for it: "head of human resources".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Text>,
    /// The body that revises it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revised_by: Option<BodyId>,
    /// The day by which it is to be revised. A document with a last day is revised before that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revise_by: Option<Date>,
    /// The body that follows it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub followed_up_by: Option<BodyId>,
    /// The documents that it replaces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<DocumentId>,
    /// An earlier document that it replaces and that is not recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces_unrecorded: Option<Text>,
    /// The processes and other topics that it governs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub governs: Vec<Placement>,
    /// What a reader must know, such as a date in the source's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

fn is_false(value: &bool) -> bool {
    !*value
}

impl DocumentWording {
    /// Every body that it gives something to do.
    pub(crate) fn bodies(&self) -> impl Iterator<Item = BodyId> {
        let addressed: &[BodyId] = match &self.applies_to {
            Addressed::To(bodies) => bodies,
            Addressed::None | Addressed::All => &[],
        };
        let named = [self.responsible, self.revised_by, self.followed_up_by];
        named.into_iter().flatten().chain(addressed.iter().copied())
    }

    /// The day on which those bodies must be there: a document that is decided for a
    /// committee to come is its own from the first day.
    pub(crate) fn duty_from(&self, on: Date) -> Date {
        self.valid_from.map_or(on, |from| from.day().max(on))
    }
}

/// A wording with its address and its id.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) id: WordingId,
    pub(crate) slug: Slug,
    pub(crate) wording: Arc<DocumentWording>,
}

/// Everything recorded about one document.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pub(crate) drafts: Timeline<Draft>,
    pub(crate) adopted: Timeline<Adoption>,
    /// What became of wordings on their way to whoever decides.
    pub(crate) way: Way,
    /// The documents of which some wording says that they replace this one.
    pub(crate) replaced_by: BTreeSet<DocumentId>,
}

impl Document {
    pub(crate) fn draft(&self, id: WordingId) -> Option<&Draft> {
        let drafts = self.drafts.entries().iter();
        drafts.map(|e| &e.value).find(|draft| draft.id == id)
    }

    /// Whether a wording is handed in and nobody has decided it: then it is called back before others are
    /// written, so that nobody takes it from the meeting unawares.
    fn waits(&self, id: WordingId) -> bool {
        self.way.handed_in(id).is_some() && !self.is_decided(id)
    }

    /// Whether some decision or source has ever adopted a wording.
    pub(crate) fn is_decided(&self, id: WordingId) -> bool {
        let mut adopted = self.adopted.entries().iter();
        adopted.any(|e| e.value.wording == id)
    }
}

pub(crate) fn draft(state: &State, now: Now, command: DraftDocument) -> Outcome {
    let words = &command.wording;
    if words.title.is_blank() {
        return Err(Refusal::Blank {
            field: "wording.title",
        });
    }
    if matches!(&words.kind, DocumentKind::Other(word) if word.is_blank()) {
        return Err(Refusal::Blank {
            field: "wording.kind",
        });
    }
    // Only what has a last day can be applied after it.
    if words.still_applied && words.valid_to.is_none() {
        return Err(Refusal::Blank {
            field: "wording.valid_to",
        });
    }
    if let (Some(from), Some(to)) = (words.valid_from, words.valid_to)
        && to.last_day() < from.day()
    {
        return Err(Refusal::EndsBeforeItStarts);
    }
    if state.external_rules.contains_key(&command.document) {
        return Err(Refusal::AlreadyThere {
            fact: Fact::Document,
        });
    }
    let known = state.documents.get(&command.document);
    if let Some(same) = known.and_then(|document| document.draft(command.wording_id)) {
        return if *same.wording == *words && same.slug == command.slug {
            Ok(Vec::new())
        } else {
            Err(Refusal::TwiceTheSame)
        };
    }
    let newest = known.and_then(|document| state.newest_draft(document, now.today));
    if let (Some(seen), Some(newest)) = (command.instead_of, newest.map(|e| e.value.id))
        && seen != newest
    {
        return Err(Refusal::WordingChanged { newest });
    }
    let waits = known.zip(newest.map(|e| e.value.id));
    if waits.is_some_and(|(document, id)| !now.imports() && document.waits(id)) {
        return Err(Refusal::ProposalHandedIn);
    }
    let first_day = words.valid_from.filter(|_| known.is_none());
    let on = match command.since {
        Some(since) => now.not_after_today(since.day())?,
        None => first_day.map_or(now.today, |from| from.day().min(now.today)),
    };
    state.slug_free(&command.slug, &state.document_slugs, &command.document)?;
    if let Some(source) = words.source {
        state.source_known(source)?;
    }
    for placement in &words.governs {
        state.topic_known(placement.topic, on)?;
    }
    named_are_there(state, words, on)?;
    for earlier in &words.replaces {
        if *earlier == command.document || state.replaces_somehow(*earlier, command.document) {
            return Err(Refusal::ReplacesItself);
        }
        state.document_known(*earlier, on)?;
    }
    Ok(vec![now.happened(on, Event::DocumentDrafted(command))])
}

pub(crate) fn hand_in(state: &State, now: Now, command: HandInDocument) -> Outcome {
    let what = (Proposable::Document(command.document), command.wording);
    proposals::hand_in(state, now, what, Event::DocumentHandedIn(command))
}

/// What must hold when a wording is adopted on a day, by a body's decision or in a source. A
/// body decides for those that answer to it, and never for one that a standing wording gives
/// to another.
pub(crate) fn adoptable(
    state: &State,
    on: Date,
    decided_by: Option<BodyId>,
    id: DocumentId,
    wording: WordingId,
) -> Result<(), Refusal> {
    let unknown = Refusal::Unknown {
        fact: Fact::Document,
    };
    let document = state.documents.get(&id).ok_or(unknown)?;
    stood_by(document.drafts.entries(), on, Fact::Document)?;
    let Some(newest) = state.newest_draft(document, on) else {
        return Err(Refusal::ProposalDropped);
    };
    let draft = &newest.value;
    crate::decisions::newest(Some(draft.id), wording)?;
    named_are_there(state, &draft.wording, on)?;
    let Some(body) = decided_by else {
        return Ok(());
    };
    let standing = state.adoption_on(&document.adopted, on);
    let standing = standing.and_then(|e| document.draft(e.value.wording));
    for draft in standing.into_iter().chain([draft]) {
        state.is_its_matter(body, draft.wording.responsible, on)?;
    }
    Ok(())
}

fn named_are_there(state: &State, words: &DocumentWording, on: Date) -> Result<(), Refusal> {
    for body in words.bodies() {
        state.body_founded(body, on)?;
        state.body_alive(body, words.duty_from(on))?;
    }
    Ok(())
}

impl State {
    /// A document or an external rule that is recorded by a day.
    pub(crate) fn document_known(&self, id: DocumentId, on: Date) -> Result<(), Refusal> {
        let fact = Fact::Document;
        match (self.documents.get(&id), self.external_rules.get(&id)) {
            (Some(document), _) => stood_by(document.drafts.entries(), on, fact),
            (None, Some(rule)) => stood_by(rule.versions.entries(), on, fact),
            (None, None) => Err(Refusal::Unknown { fact }),
        }
    }

    /// The body that answers for a document by its newest wording of a day.
    pub(crate) fn document_answered_for(&self, id: DocumentId, day: Date) -> Option<BodyId> {
        let document = self.documents.get(&id)?;
        let newest = self.newest_draft(document, day);
        // Whose a dropped document was is still whose history it is.
        let newest = newest.or_else(|| document.drafts.entry_at(day))?;
        newest.value.wording.responsible
    }

    /// Whether `document` replaces `earlier` by any wording, adopted or not, and by any way:
    /// no list of what replaced what leads in a circle on any day.
    fn replaces_somehow(&self, document: DocumentId, earlier: DocumentId) -> bool {
        let mut next = vec![document];
        let mut seen = BTreeSet::new();
        while let Some(id) = next.pop() {
            if id == earlier {
                return true;
            }
            if seen.insert(id)
                && let Some(document) = self.documents.get(&id)
            {
                let drafts = document.drafts.entries().iter();
                next.extend(drafts.flat_map(|e| e.value.wording.replaces.iter().copied()));
            }
        }
        false
    }

    /// The days from which documents give a body something to do.
    pub(crate) fn document_duties(&self, body: BodyId) -> impl Iterator<Item = Date> {
        self.documents.values().flat_map(move |document| {
            let gives = move |draft: &Draft, on: Date| {
                let named = draft.wording.bodies().any(|named| named == body);
                named.then(|| draft.wording.duty_from(on))
            };
            let drafted = document.drafts.entries().iter();
            // What was dropped gives nobody anything.
            let drafted = drafted.filter(|e| !document.way.is_dropped(e.value.id));
            let drafted = drafted.filter_map(move |e| gives(&e.value, e.on));
            let adopted = document.adopted.entries().iter();
            let adopted =
                adopted.filter_map(move |e| gives(document.draft(e.value.wording)?, e.on));
            drafted.chain(adopted)
        })
    }
}

pub(crate) fn apply_drafted(state: &mut State, at: &Recorded, event: &DraftDocument) {
    state
        .document_slugs
        .insert(event.slug.clone(), event.document);
    for earlier in &event.wording.replaces {
        let earlier = Arc::make_mut(state.documents.entry(*earlier).or_default());
        earlier.replaced_by.insert(event.document);
    }
    let document = Arc::make_mut(state.documents.entry(event.document).or_default());
    let draft = Draft {
        id: event.wording_id,
        slug: event.slug.clone(),
        wording: Arc::new(event.wording.clone()),
    };
    document.drafts.insert(at.on, at.position, draft);
}
