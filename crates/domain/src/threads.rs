//! The red thread (*den röda tråden*): what supports what. It is nothing but these links.

mod proposed;

pub use proposed::Link;
use proposed::nothing_waits;
pub(crate) use proposed::{comes_last, index, may_be_proposed};

use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::decisions::Basis;
use crate::elements::{Element, Wording};
use crate::event::{Event, Recorded};
use crate::ids::{DocumentId, ElementId, ThreadId, VisionId};
use crate::indicators::Interpretation;
use crate::models::Upward;
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::timeline::Timeline;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Ties a thread: this element supports that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TieThread {
    /// Which thread.
    pub thread: ThreadId,
    /// The element that supports.
    pub from: ElementId,
    /// What it supports.
    pub to: ThreadEnd,
    /// Whether the link is the source's word or ours.
    #[serde(default, skip_serializing_if = "Interpretation::is_stated")]
    pub interpretation: Interpretation,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// What an element can support.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ThreadEnd {
    /// Another element.
    Element(ElementId),
    /// A vision.
    Vision(VisionId),
    /// A governing document or an external rule that it rests on: sideways, not upwards.
    Document(DocumentId),
}

/// Unties a thread. It stays in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UntieThread {
    /// Which thread.
    pub thread: ThreadId,
}

/// Everything recorded about one thread.
#[derive(Clone, Debug)]
pub struct Thread {
    pub(crate) from: ElementId,
    pub(crate) to: ThreadEnd,
    pub(crate) interpretation: Interpretation,
    /// True from when it was tied, false from when it was untied, each by itself. A decision that
    /// adopts words which name the threads says it of all of them: [`State::tied`] asks both.
    pub(crate) tied: Timeline<bool>,
}

impl Thread {
    /// A thread that nothing has tied yet.
    fn between(from: ElementId, to: ThreadEnd) -> Thread {
        Thread {
            from,
            to,
            interpretation: Interpretation::Stated,
            tied: Timeline::default(),
        }
    }
}

pub(crate) fn tie(state: &State, now: Now, command: TieThread) -> Outcome {
    let on = now.on_recording(command.since)?;
    if let Some(thread) = state.threads.get(&command.thread) {
        let same = thread.from == command.from
            && thread.to == command.to
            && thread.interpretation == command.interpretation
            && state.is_tied(command.thread, thread, on);
        return if same {
            Ok(Vec::new())
        } else {
            Err(Refusal::AlreadyThere { fact: Fact::Thread })
        };
    }
    let from = state.element_known(command.from, on)?;
    nothing_waits(state, now, from, on)?;
    can_support(state, command.from, command.to, on)?;
    if state.is_tied_from(from, command.to, on) {
        return Err(Refusal::TwiceTheSame);
    }
    Ok(vec![now.happened(on, Event::ThreadTied(command))])
}

/// Refuses a thread that the level of an element does not lead to, that would run in a circle, or
/// that would lead to what is no more.
fn can_support(state: &State, from_id: ElementId, to: ThreadEnd, on: Date) -> Result<(), Refusal> {
    let from = state.element_known(from_id, on)?;
    let model = from.model.ok_or(Refusal::Unknown {
        fact: Fact::Element,
    })?;
    let level = from.level.ok_or(Refusal::Unknown {
        fact: Fact::Element,
    })?;
    let definition = state.model_on(model, on)?;
    let level = definition
        .level(level)
        .ok_or(Refusal::Unknown { fact: Fact::Level })?;
    let allowed = match to {
        ThreadEnd::Vision(vision) => {
            state.vision_known(vision, on)?;
            level.supports.iter().any(|s| s.upward == Upward::Vision)
        }
        // Whatever its level, anything may rest on what has been decided beside the plans.
        ThreadEnd::Document(document) => {
            state.document_known(document, on)?;
            true
        }
        ThreadEnd::Element(above) => {
            let above_element = state.element_known(above, on)?;
            if above == from_id || supports_somehow(state, above, from_id) {
                return Err(Refusal::ThreadInACircle);
            }
            // What a decision has withdrawn or closed carries nothing new.
            if state.ending_on(above_element, on).is_some() {
                return Err(Refusal::AlreadyEnded { on });
            }
            // A level of another model may be named by nobody, so links stay within one.
            let wanted = above_element.level;
            above_element.model == Some(model)
                && level
                    .supports
                    .iter()
                    .any(|s| wanted.is_some_and(|l| s.upward == Upward::Level(l)))
        }
    };
    match allowed {
        true => Ok(()),
        false => Err(Refusal::LevelDoesNotSupport),
    }
}

/// Whether `from` supports `to` by any way and on any day: threads are acyclic over all
/// days together, so that no page on any day can lead in a circle.
fn supports_somehow(state: &State, from: ElementId, to: ElementId) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = vec![from];
    while let Some(id) = next.pop() {
        if id == to {
            return true;
        }
        if seen.insert(id)
            && let Some(element) = state.elements.get(&id)
        {
            let ends = element
                .up
                .iter()
                .filter_map(|t| state.threads.get(t))
                .map(|t| t.to);
            next.extend(ends.filter_map(|end| match end {
                ThreadEnd::Element(above) => Some(above),
                ThreadEnd::Vision(_) | ThreadEnd::Document(_) => None,
            }));
        }
    }
    false
}

pub(crate) fn untie(state: &State, now: Now, command: UntieThread) -> Outcome {
    let thread = state
        .threads
        .get(&command.thread)
        .ok_or(Refusal::Unknown { fact: Fact::Thread })?;
    let on = now.today;
    if !state.is_tied(command.thread, thread, on) {
        return Ok(Vec::new());
    }
    if let Some(from) = state.elements.get(&thread.from) {
        nothing_waits(state, now, from, on)?;
    }
    // An adopted element keeps each link that its model requires and that it has, to what has
    // ended or was quashed too until there is another: what a public source left out holds
    // nothing in place.
    if let Some(element) = state.elements.get(&thread.from)
        && let Some(adoption) = state.adoption_on(&element.adopted, on)
        && let Some(words) = element.wording(adoption.value.wording)
    {
        // What had ended before this one was adopted never held it.
        let had_ended = |above: &Element| {
            let mut endings = above.endings.entries().iter();
            endings.any(|ending| {
                (ending.on, ending.position) < (adoption.on, adoption.position)
                    && state.decision_stands(ending.value.1, adoption.on)
            })
        };
        let lacks = |without: Option<ThreadId>| {
            let tied = state.tied(&element.up, on);
            let ends = tied.filter(|(id, _)| Some(*id) != without);
            let ends: Vec<_> = ends.map(|(_, thread)| thread.to).collect();
            let carries = |e: &Element, _| !e.adopted.up_to(on).is_empty() && !had_ended(e);
            state.first_missing((element, words), &ends, on, carries)
        };
        if let Some(upward) = lacks(Some(command.thread))
            && lacks(None) != Some(upward)
        {
            let number = element.number;
            return Err(Refusal::RequiredLinkMissing { number, upward });
        }
    }
    Ok(vec![now.happened(on, Event::ThreadUntied(command))])
}

impl State {
    /// The first link that the model requires and that an element would lack if these words of it were
    /// adopted on a day; `with` are elements that are adopted at the same moment.
    pub(crate) fn missing_link(
        &self,
        element: &Element,
        words: &Wording,
        on: Date,
        with: &[ElementId],
    ) -> Option<Upward> {
        let ends = self.ends_if_adopted((element, words), on, on);
        self.lacking((element, words), &ends, on, with)
    }

    /// The same where it is known what the element is tied to.
    fn lacking(
        &self,
        (element, words): (&Element, &Wording),
        ends: &[ThreadEnd],
        on: Date,
        with: &[ElementId],
    ) -> Option<Upward> {
        self.first_missing((element, words), ends, on, |above, id| {
            let adopted = with.contains(&id) || self.adoption_on(&above.adopted, on).is_some();
            adopted && self.ending_on(above, on).is_none()
        })
    }

    /// The first required link that an element lacks by its newest wording on a day. What it is
    /// tied to may still wait for its own decision.
    pub(crate) fn link_lacking(&self, id: ElementId, on: Date) -> Option<Upward> {
        let element = self.elements.get(&id)?;
        let (wording, words) = self.newest_wording(element, on)?;
        let ends = self.links_by(element, wording, on);
        let ends: Vec<_> = ends.into_iter().map(|(_, end)| end).collect();
        self.first_missing((element, words), &ends, on, |above, id| {
            !self.is_dropped(id, on) && self.ending_on(above, on).is_none()
        })
    }

    /// The first required link that is missing among the ends of an element's threads, where
    /// `carries` says which elements carry one.
    fn first_missing(
        &self,
        (element, wording): (&Element, &Wording),
        ends: &[ThreadEnd],
        on: Date,
        carries: impl Fn(&Element, ElementId) -> bool,
    ) -> Option<Upward> {
        let model = self.model_on(element.model?, on).ok()?;
        let level = model.level(element.level?)?;
        level
            .supports
            .iter()
            .filter(|s| s.required)
            .find_map(|support| {
                let mut ends = ends.iter();
                let there = match support.upward {
                    Upward::Vision => ends.any(|end| matches!(end, ThreadEnd::Vision(_))),
                    Upward::Level(above) => ends.any(|end| match end {
                        ThreadEnd::Vision(_) | ThreadEnd::Document(_) => false,
                        ThreadEnd::Element(id) => self
                            .elements
                            .get(id)
                            .is_some_and(|e| e.level == Some(above) && carries(e, *id)),
                    }),
                    Upward::Topic(dimension) => wording
                        .topics
                        .iter()
                        .any(|p| self.dimension_of(p.topic) == Some(dimension)),
                };
                (!there).then_some(support.upward)
            })
    }

    /// The first day after `on` on which a decision adopted an element that needed this one as
    /// its link upwards: it cannot have ended before that.
    pub(crate) fn first_adoption_resting_on(&self, above: &Element, on: Date) -> Option<Date> {
        let threads = above
            .down
            .iter()
            .filter_map(|id| Some((*id, self.threads.get(id)?)));
        let adoptions = threads.flat_map(|(id, thread)| {
            let below = self.elements.get(&thread.from);
            let adopted = below.into_iter().flat_map(|e| e.adopted.entries());
            adopted.filter_map(move |entry| {
                let stands = match entry.value.basis {
                    Basis::Decision(by) => self.decision_stands(by, entry.on),
                    // A public source owes no link.
                    Basis::Source(..) => false,
                };
                let below = below?;
                let words = below.wording(entry.value.wording)?;
                let without = || {
                    let tied = self.tied(&below.up, entry.on);
                    let ends = tied.filter(|(other, _)| *other != id);
                    ends.map(|(_, thread)| thread.to).collect::<Vec<_>>()
                };
                let needs = stands
                    && entry.on > on
                    && self.is_tied(id, thread, entry.on)
                    && self
                        .lacking((below, words), &without(), entry.on, &[])
                        .is_some();
                needs.then_some(entry.on)
            })
        });
        adoptions.min()
    }

    /// The first day after `on` on which a thread was untied and a required link with it:
    /// what a back-dated adoption must not leave behind.
    pub(crate) fn first_day_untied(
        &self,
        element: &Element,
        wording: &Wording,
        on: Date,
        with: &[ElementId],
    ) -> Option<Date> {
        let threads = element.up.iter().filter_map(|id| self.threads.get(id));
        let untied = threads.flat_map(|t| t.tied.entries());
        let untied = untied.filter(|e| !e.value && e.on > on).map(|e| e.on);
        let days: BTreeSet<Date> = untied.collect();
        let missing = |day: &Date| {
            let ends = self.ends_if_adopted((element, wording), on, *day);
            self.lacking((element, wording), &ends, *day, with)
                .is_some()
        };
        days.into_iter().find(missing)
    }
}

pub(crate) fn apply_tied(state: &mut State, at: &Recorded, event: &TieThread) {
    let mut thread = Thread::between(event.from, event.to);
    thread.interpretation = event.interpretation;
    thread.tied.insert(at.on, at.position, true);
    insert(state, event.thread, thread);
}

/// Puts a thread in with both its ends.
fn insert(state: &mut State, thread: ThreadId, between: Thread) {
    let (from, to) = (between.from, between.to);
    state.threads.insert(thread, Arc::new(between));
    Arc::make_mut(state.elements.entry(from).or_default())
        .up
        .insert(thread);
    match to {
        ThreadEnd::Element(above) => {
            Arc::make_mut(state.elements.entry(above).or_default())
                .down
                .insert(thread);
        }
        ThreadEnd::Document(document) => {
            state
                .document_supports
                .entry(document)
                .or_default()
                .insert(thread);
        }
        ThreadEnd::Vision(vision) => {
            state
                .vision_supports
                .entry(vision)
                .or_default()
                .insert(thread);
        }
    }
}

pub(crate) fn apply_untied(state: &mut State, at: &Recorded, event: &UntieThread) {
    if let Some(thread) = state.threads.get_mut(&event.thread) {
        Arc::make_mut(thread).tied.insert(at.on, at.position, false);
    }
}
