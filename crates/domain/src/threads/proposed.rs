//! What a proposal beside a decided row contributes to: threads that its words name, and that are tied
//! from the decision that adopts them (decision record 108).
//!
//! What is tied on a day is asked of two timelines: what was said of each thread by itself, and the
//! adoption of words that name them all. Whichever was said last stands.

use super::{Thread, ThreadEnd, can_support};
use crate::adoptions::was_adopted;
use crate::command::Now;
use crate::decisions::{Adoption, Basis};
use crate::elements::{Element, ProposeWording, Wording};
use crate::ids::{ElementId, ThreadId, WordingId};
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::timeline::Entry;
use imbl::OrdSet;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A thread that a proposal names: one that is tied and goes on, or a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Which thread.
    pub thread: ThreadId,
    /// What it leads to.
    pub to: ThreadEnd,
}

/// The threads that some words name, and when those were adopted.
#[derive(Clone, Copy)]
struct Named<'a> {
    at: (Date, u64),
    links: &'a [Link],
}

/// Refuses a proposal that names threads which could not be tied. Only beside what has been decided
/// are threads proposed: those of a draft are tied as it is written, and residents see none of it.
pub(crate) fn may_be_proposed(
    state: &State,
    on: Date,
    command: &ProposeWording,
) -> Result<(), Refusal> {
    let Some(links) = &command.wording.links else {
        return Ok(());
    };
    let element = state.element_known(command.element, on)?;
    if element.adopted.up_to(on).is_empty() {
        return Err(Refusal::NotAdopted { on });
    }
    let threads: BTreeSet<ThreadId> = links.iter().map(|link| link.thread).collect();
    let ends: BTreeSet<ThreadEnd> = links.iter().map(|link| link.to).collect();
    if threads.len() < links.len() || ends.len() < links.len() {
        return Err(Refusal::TwiceTheSame);
    }
    for Link { thread, to } in links {
        let known = state.threads.get(thread);
        if known.is_some_and(|known| (known.from, known.to) != (command.element, *to)) {
            let fact = Fact::Thread;
            return Err(Refusal::AlreadyThere { fact });
        }
        if let Some(stands_from) = said_first(state, element, *thread).filter(|first| *first > on) {
            let fact = Fact::Thread;
            return Err(Refusal::TooEarly {
                on,
                stands_from,
                fact,
            });
        }
        // What is tied goes on as it is, also to what has ended since.
        if known.is_none_or(|known| !state.is_tied(*thread, known, on)) {
            can_support(state, command.element, *to, on)?;
        }
    }
    Ok(())
}

/// The day on which a thread of an element was first tied or proposed.
fn said_first(state: &State, element: &Element, thread: ThreadId) -> Option<Date> {
    let tied = state.threads.get(&thread)?.tied.entries().iter();
    let tied = tied.map(|e| e.on);
    let proposed = element.drafts.entries().iter().filter(|e| {
        let mut named = e.value.1.links.iter().flatten();
        named.any(|link| link.thread == thread)
    });
    tied.chain(proposed.map(|e| e.on)).min()
}

/// Refuses to tie or untie beside a proposal that names the threads: the decision would undo unseen
/// what nobody had proposed.
pub(super) fn nothing_waits(
    state: &State,
    now: Now,
    element: &Element,
    on: Date,
) -> Result<(), Refusal> {
    let newest = state.newest_wording(element, on);
    let waits = newest
        .is_some_and(|(id, words)| words.links.is_some() && !was_adopted(&element.adopted, id));
    match waits && !now.imports() {
        true => Err(Refusal::LinksProposed),
        false => Ok(()),
    }
}

/// Refuses to adopt words that name the threads on a day before another decision over the same
/// element: that one was made over the threads of its own day.
pub(crate) fn comes_last(element: &Element, words: &Wording, on: Date) -> Result<(), Refusal> {
    let mut later = element.adopted.entries().iter().filter(|e| e.on > on);
    match later.next().filter(|_| words.links.is_some()) {
        Some(later) => {
            let (day, fact) = (later.on, Fact::Element);
            Err(Refusal::WouldBreak { day, fact })
        }
        None => Ok(()),
    }
}

impl State {
    /// Those of some threads that are tied on a day.
    pub(crate) fn tied<'a>(
        &'a self,
        threads: &'a OrdSet<ThreadId>,
        day: Date,
    ) -> impl Iterator<Item = (ThreadId, &'a Thread)> {
        let known = threads.iter();
        let known = known.filter_map(|id| Some((*id, &**self.threads.get(id)?)));
        known.filter(move |(id, thread)| self.is_tied(*id, thread, day))
    }

    /// Whether a thread is tied on a day.
    pub(crate) fn is_tied(&self, id: ThreadId, thread: &Thread, day: Date) -> bool {
        let from = self.elements.get(&thread.from);
        match from.filter(|from| from.names_threads) {
            None => thread.tied.at(day).is_some_and(|tied| *tied),
            Some(from) => {
                let tied = self.tied_as_known(from, day, u64::MAX);
                tied.iter().any(|(tied, _)| *tied == id)
            }
        }
    }

    /// Whether an element is tied to something on a day or any later one.
    pub(super) fn is_tied_from(&self, from: &Element, to: ThreadEnd, day: Date) -> bool {
        let threads = from.up.iter().filter_map(|id| self.threads.get(id));
        let said = threads.flat_map(|thread| thread.tied.entries());
        let adopted = from.adopted.entries().iter().map(|e| e.on);
        let days = said.map(|e| e.on).chain(adopted);
        let later: BTreeSet<Date> = days.filter(|on| *on > day).collect();
        let mut days = later.into_iter().chain([day]);
        days.any(|day| self.tied(&from.up, day).any(|(_, thread)| thread.to == to))
    }

    /// What an element is tied to on a day, by what had been recorded before an event.
    pub(crate) fn tied_as_known(
        &self,
        from: &Element,
        day: Date,
        before: u64,
    ) -> Vec<(ThreadId, ThreadEnd)> {
        self.tied_by(from, day, before, self.named_on(from, day, before))
    }

    /// The threads of an element by one of its wordings: those that it names while it waits for a
    /// decision, or else those that are tied on the day.
    pub(crate) fn links_by(
        &self,
        element: &Element,
        wording: WordingId,
        day: Date,
    ) -> Vec<(ThreadId, ThreadEnd)> {
        let adopted = self.adoption_on(&element.adopted, day);
        let waits = adopted.is_none_or(|adopted| adopted.value.wording != wording);
        let words = element.wording(wording).filter(|_| waits);
        match words.and_then(|words| words.links.as_deref()) {
            Some(links) => links.iter().map(|link| (link.thread, link.to)).collect(),
            None => self.tied_as_known(element, day, u64::MAX),
        }
    }

    /// What an element would be tied to on a day, if some words of it were adopted on that day or one
    /// before.
    pub(super) fn ends_if_adopted(
        &self,
        (element, words): (&Element, &Wording),
        on: Date,
        day: Date,
    ) -> Vec<ThreadEnd> {
        let at = (on, u64::MAX);
        let own = words.links.as_deref().map(|links| Named { at, links });
        let named = own.or_else(|| self.named_on(element, day, u64::MAX));
        let tied = self.tied_by(element, day, u64::MAX, named);
        tied.into_iter().map(|(_, end)| end).collect()
    }

    /// The newest adoption by a day of words that name the threads, by what had been recorded before
    /// an event; what a court has quashed named nothing.
    fn named_on<'a>(&self, from: &'a Element, day: Date, before: u64) -> Option<Named<'a>> {
        let mut adopted = from.adopted.up_to(day).iter().rev();
        adopted.find_map(|entry: &Entry<Adoption>| {
            let stands = match entry.value.basis {
                Basis::Source(..) => true,
                Basis::Decision(id) => self.decision_stands(id, day),
            };
            let words = from.wording(entry.value.wording)?;
            let links = words.links.as_deref()?;
            let at = (entry.on, entry.position);
            (stands && entry.position < before).then_some(Named { at, links })
        })
    }

    fn tied_by(
        &self,
        from: &Element,
        day: Date,
        before: u64,
        named: Option<Named<'_>>,
    ) -> Vec<(ThreadId, ThreadEnd)> {
        let is_tied = |id: ThreadId, thread: &Thread| {
            let mut said = thread.tied.up_to(day).iter().rev();
            let said = said.find(|e| e.position < before);
            match (named, said) {
                (Some(named), said) if said.is_none_or(|e| (e.on, e.position) < named.at) => {
                    named.links.iter().any(|link| link.thread == id)
                }
                (_, said) => said.is_some_and(|e| e.value),
            }
        };
        // Where a court has quashed what named the threads, the earlier ones are tied again, and one
        // that was tied by itself since may lead to the same.
        let mut ends = BTreeSet::new();
        let threads = from.up.iter();
        let threads = threads.filter_map(|id| Some((*id, self.threads.get(id)?)));
        let tied = threads.filter(|(id, thread)| is_tied(*id, thread));
        let tied = tied.map(|(id, thread)| (id, thread.to));
        tied.filter(|(_, end)| ends.insert(*end)).collect()
    }
}

/// Lets both ends know the threads that a proposal names. Nothing ties them but its adoption.
pub(crate) fn index(state: &mut State, element: ElementId, wording: &Wording) {
    let Some(links) = &wording.links else {
        return;
    };
    let from = Arc::make_mut(state.elements.entry(element).or_default());
    from.names_threads = true;
    for Link { thread, to } in links {
        if !state.threads.contains_key(thread) {
            super::insert(state, *thread, Thread::between(element, *to));
        }
    }
}
