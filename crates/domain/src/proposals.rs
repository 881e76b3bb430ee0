//! What is proposed for somebody to decide beside the plans: governing documents and owner
//! directives. A proposal is its writers' until it is handed in (*lämnas till beslut*); from then on whoever
//! decides reads it. What nobody has decided is called back, and what has not been handed in is dropped:
//! the journal keeps what it said.

use crate::command::{Now, Outcome};
use crate::decisions::newest;
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

/// What became of wordings on their way to whoever decides.
#[derive(Clone, Debug, Default)]
pub(crate) struct Way {
    /// Those that were handed in, each time.
    pub(crate) handed_in: Timeline<WordingId>,
    /// Those that were called back.
    recalled: Timeline<WordingId>,
    /// Those that were dropped.
    dropped: Timeline<WordingId>,
}

impl Way {
    /// The day on which a wording was handed in, where it has not been called back since.
    pub(crate) fn handed_in(&self, id: WordingId) -> Option<Date> {
        let last = |way: &Timeline<WordingId>| {
            let own = way.entries().iter().filter(|e| e.value == id);
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

    /// Whether what was written last by a day was dropped.
    fn drops<T>(&self, last: &Entry<T>, day: Date) -> bool {
        self.dropped.comes_after(last, day)
    }

    /// The events of it.
    pub(crate) fn positions(&self) -> impl Iterator<Item = u64> {
        let ways = [&self.handed_in, &self.recalled, &self.dropped];
        ways.into_iter().flat_map(Timeline::positions)
    }
}

/// What a command about a proposal asks of it.
struct Proposal<'a> {
    way: &'a Way,
    newest: Option<WordingId>,
    is_decided: bool,
}

impl State {
    /// The newest wording of a document on a day: where what was proposed was dropped, that which is
    /// decided, and none where nothing is. It is asked and never stored, so that a decision that is
    /// recorded late tells the same as one that was recorded in time.
    pub(crate) fn newest_draft<'a>(
        &self,
        document: &'a Document,
        day: Date,
    ) -> Option<&'a Entry<Draft>> {
        let last = document.drafts.entry_at(day)?;
        if !document.way.drops(last, day) {
            return Some(last);
        }
        let decided = self.adoption_on(&document.adopted, day)?.value.wording;
        let mut drafts = document.drafts.entries().iter();
        drafts.find(|e| e.value.id == decided)
    }

    /// The newest wording of an owner directive on a day, likewise.
    pub(crate) fn newest_directive<'a>(
        &self,
        directive: &'a Directive,
        day: Date,
    ) -> Option<&'a Entry<(WordingId, Arc<DirectiveWording>)>> {
        let last = directive.drafts.entry_at(day)?;
        if !directive.way.drops(last, day) {
            return Some(last);
        }
        let decided = self.adoption_on(&directive.decided, day)?.value.wording;
        let mut drafts = directive.drafts.entries().iter();
        drafts.find(|e| e.value.0 == decided)
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
                    way: &document.way,
                    newest: self.newest_draft(document, on).map(|e| e.value.id),
                    is_decided: document.is_decided(wording),
                })
            }
            Proposable::Directive(id) => {
                let directive = self.directive_known(id, on)?;
                Ok(Proposal {
                    way: &directive.way,
                    newest: self.newest_directive(directive, on).map(|e| e.value.0),
                    is_decided: directive.is_decided(wording),
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
    if proposal.way.is_dropped(wording) {
        return Err(Refusal::ProposalDropped);
    }
    newest(proposal.newest, wording)?;
    if proposal.is_decided {
        return Err(Refusal::DraftDecided);
    }
    if proposal.way.handed_in(wording).is_some() {
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
    if proposal.way.handed_in(command.wording).is_none() {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::ProposalRecalled(command))])
}

pub(crate) fn drop(state: &State, now: Now, command: DropProposal) -> Outcome {
    let on = now.today;
    let proposal = state.proposal(command.what, command.wording, on)?;
    if proposal.way.is_dropped(command.wording) {
        return Ok(Vec::new());
    }
    newest(proposal.newest, command.wording)?;
    if proposal.is_decided {
        return Err(Refusal::DraftDecided);
    }
    if proposal.way.handed_in(command.wording).is_some() {
        return Err(Refusal::ProposalHandedIn);
    }
    Ok(vec![now.happened(on, Event::ProposalDropped(command))])
}

/// The way of the wordings of something, if anything is recorded of it.
fn way_of(state: &mut State, what: Proposable) -> Option<&mut Way> {
    match what {
        Proposable::Document(id) => {
            let document = state.documents.get_mut(&id)?;
            Some(&mut Arc::make_mut(document).way)
        }
        Proposable::Directive(id) => {
            let directive = state.directives.get_mut(&id)?;
            Some(&mut Arc::make_mut(directive).way)
        }
    }
}

pub(crate) fn apply_handed_in(
    state: &mut State,
    at: &Recorded,
    (what, wording): (Proposable, WordingId),
) {
    if let Some(way) = way_of(state, what) {
        way.handed_in.insert(at.on, at.position, wording);
    }
}

pub(crate) fn apply_recalled(state: &mut State, at: &Recorded, event: &RecallProposal) {
    if let Some(way) = way_of(state, event.what) {
        way.recalled.insert(at.on, at.position, event.wording);
    }
}

pub(crate) fn apply_dropped(state: &mut State, at: &Recorded, event: &DropProposal) {
    if let Some(way) = way_of(state, event.what) {
        way.dropped.insert(at.on, at.position, event.wording);
    }
}
