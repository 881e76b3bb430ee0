//! What is proposed for somebody to decide beside the plans: governing documents and owner
//! directives. A proposal is its writers' until it is handed in (*lämnas till beslut*); from then on whoever
//! decides reads it. What nobody has decided is called back, and what has not been handed in is dropped:
//! the journal keeps what it said.

use crate::adoptions::was_adopted;
use crate::command::{Now, Outcome};
use crate::decisions::{Adoption, newest};
use crate::directives::{Directive, DirectiveWording};
use crate::documents::{Document, Draft};
use crate::event::{Event, Recorded};
use crate::ids::{DirectiveId, DocumentId, WordingId};
use crate::refusal::{Fact, Refusal};
use crate::state::{State, stood_by};
use crate::timeline::{Entry, Timeline};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Proposable {
    /// A governing document.
    Document(DocumentId),
    /// An owner directive.
    Directive(DirectiveId),
}

/// Calls back a proposal that was handed in (*ta tillbaka*): it is its writers' again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecallProposal {
    /// Of what.
    pub what: Proposable,
    /// The wording that was handed in.
    pub wording: WordingId,
}

/// Drops a proposal that is not handed in (*ta bort förslaget*): what is decided stands as it did, and
/// what was never decided is nobody's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DropProposal {
    /// Of what.
    pub what: Proposable,
    /// The wording that was seen: no other is dropped.
    pub wording: WordingId,
}

/// How the wordings of something are prepared for whoever decides (*beredning*).
#[derive(Clone, Debug, Default)]
pub(crate) struct Preparation {
    /// Those that were handed in, each time.
    handed_in: Timeline<WordingId>,
    /// Those that were called back.
    recalled: Timeline<WordingId>,
    /// Those that were dropped.
    dropped: Timeline<WordingId>,
}

impl Preparation {
    /// The day on which a wording was handed in, where it has not been called back since.
    pub(crate) fn handed_in(&self, id: WordingId) -> Option<Date> {
        let last = |acts: &Timeline<WordingId>| {
            let own = acts.entries().iter().filter(|e| e.value == id);
            own.map(|e| (e.position, e.on)).max()
        };
        let (position, on) = last(&self.handed_in)?;
        let is_back = last(&self.recalled).is_some_and(|(back, _)| back > position);
        (!is_back).then_some(on)
    }

    /// Whether a wording was dropped.
    pub(crate) fn is_dropped(&self, id: WordingId) -> bool {
        self.dropped.entries().iter().any(|e| e.value == id)
    }

    /// Whether a wording is handed in and nobody has decided it: then it is called back before others are
    /// written, so that nobody takes it from the meeting unawares.
    pub(crate) fn waits(&self, adopted: &Timeline<Adoption>, id: WordingId) -> bool {
        self.handed_in(id).is_some() && !was_adopted(adopted, id)
    }

    /// The events of it.
    pub(crate) fn positions(&self) -> impl Iterator<Item = u64> {
        let acts = [&self.handed_in, &self.recalled, &self.dropped];
        acts.into_iter().flat_map(Timeline::positions)
    }
}

/// What a command about a proposal asks of it.
struct Proposal<'a> {
    preparation: &'a Preparation,
    newest: Option<WordingId>,
    is_decided: bool,
}

impl State {
    /// The newest wording of a document on a day.
    pub(crate) fn newest_draft<'a>(
        &self,
        document: &'a Document,
        day: Date,
    ) -> Option<&'a Entry<Draft>> {
        let Document {
            drafts,
            adopted,
            preparation,
            ..
        } = document;
        self.newest_proposed(drafts, (adopted, preparation), day, |draft| draft.id)
    }

    /// The newest wording of an owner directive on a day.
    pub(crate) fn newest_directive<'a>(
        &self,
        directive: &'a Directive,
        day: Date,
    ) -> Option<&'a Entry<(WordingId, Arc<DirectiveWording>)>> {
        let Directive {
            drafts,
            decided,
            preparation,
            ..
        } = directive;
        self.newest_proposed(drafts, (decided, preparation), day, |(id, _)| *id)
    }

    /// What was written last by a day; where it was dropped, what is decided, and none where nothing is. It
    /// is asked and never stored, so that a decision that is recorded late tells the same as one that
    /// was recorded in time.
    fn newest_proposed<'a, T>(
        &self,
        drafts: &'a Timeline<T>,
        (adopted, preparation): (&Timeline<Adoption>, &Preparation),
        day: Date,
        id_of: impl Fn(&T) -> WordingId,
    ) -> Option<&'a Entry<T>> {
        let last = drafts.entry_at(day)?;
        if !preparation.dropped.comes_after(last, day) {
            return Some(last);
        }
        let decided = self.adoption_on(adopted, day)?.value.wording;
        let mut drafts = drafts.entries().iter();
        drafts.find(|e| id_of(&e.value) == decided)
    }

    /// A proposal by one of its wordings, as it stands on a day.
    fn proposal(
        &self,
        what: Proposable,
        wording: WordingId,
        on: Date,
    ) -> Result<Proposal<'_>, Refusal> {
        match what {
            Proposable::Document(id) => {
                let fact = Fact::Document;
                let document = self.documents.get(&id).ok_or(Refusal::Unknown { fact })?;
                stood_by(document.drafts.entries(), on, fact)?;
                Ok(Proposal {
                    preparation: &document.preparation,
                    newest: self.newest_draft(document, on).map(|e| e.value.id),
                    is_decided: was_adopted(&document.adopted, wording),
                })
            }
            Proposable::Directive(id) => {
                let directive = self.directive_known(id, on)?;
                Ok(Proposal {
                    preparation: &directive.preparation,
                    newest: self.newest_directive(directive, on).map(|e| e.value.0),
                    is_decided: was_adopted(&directive.decided, wording),
                })
            }
        }
    }
}

/// Hands in a wording that is the newest and that nobody has decided; nothing if it is handed in.
pub(crate) fn hand_in(
    state: &State,
    now: Now,
    (what, wording): (Proposable, WordingId),
    event: Event,
) -> Outcome {
    let on = now.today;
    let proposal = state.proposal(what, wording, on)?;
    if proposal.preparation.is_dropped(wording) {
        return Err(Refusal::ProposalDropped);
    }
    newest(proposal.newest, wording)?;
    if proposal.is_decided {
        return Err(Refusal::DraftDecided);
    }
    if proposal.preparation.handed_in(wording).is_some() {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, event)])
}

pub(crate) fn recall(state: &State, now: Now, command: RecallProposal) -> Outcome {
    let on = now.today;
    let proposal = state.proposal(command.what, command.wording, on)?;
    if proposal.is_decided {
        return Err(Refusal::DraftDecided);
    }
    if proposal.preparation.handed_in(command.wording).is_none() {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::ProposalRecalled(command))])
}

pub(crate) fn drop(state: &State, now: Now, command: DropProposal) -> Outcome {
    let on = now.today;
    let proposal = state.proposal(command.what, command.wording, on)?;
    if proposal.preparation.is_dropped(command.wording) {
        return Ok(Vec::new());
    }
    newest(proposal.newest, command.wording)?;
    if proposal.is_decided {
        return Err(Refusal::DraftDecided);
    }
    if proposal.preparation.handed_in(command.wording).is_some() {
        return Err(Refusal::ProposalHandedIn);
    }
    Ok(vec![now.happened(on, Event::ProposalDropped(command))])
}

/// How the wordings of something are prepared, if anything is recorded of it.
fn preparation_of(state: &mut State, what: Proposable) -> Option<&mut Preparation> {
    match what {
        Proposable::Document(id) => {
            let document = state.documents.get_mut(&id)?;
            Some(&mut Arc::make_mut(document).preparation)
        }
        Proposable::Directive(id) => {
            let directive = state.directives.get_mut(&id)?;
            Some(&mut Arc::make_mut(directive).preparation)
        }
    }
}

pub(crate) fn apply_handed_in(
    state: &mut State,
    at: &Recorded,
    (what, wording): (Proposable, WordingId),
) {
    if let Some(preparation) = preparation_of(state, what) {
        preparation.handed_in.insert(at.on, at.position, wording);
    }
}

pub(crate) fn apply_recalled(state: &mut State, at: &Recorded, event: &RecallProposal) {
    if let Some(preparation) = preparation_of(state, event.what) {
        preparation
            .recalled
            .insert(at.on, at.position, event.wording);
    }
}

pub(crate) fn apply_dropped(state: &mut State, at: &Recorded, event: &DropProposal) {
    if let Some(preparation) = preparation_of(state, event.what) {
        preparation
            .dropped
            .insert(at.on, at.position, event.wording);
    }
}
