//! What must hold of everything that a decision, or a source, adopts at one moment.

use super::{Act, Adoptable, decides_level};
use crate::bodies::BodyKind;
use crate::command::Now;
use crate::elements::Addressed;
use crate::ids::{BodyId, ElementId, WordingId};
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Who adopts, with everything that the same decision does.
#[derive(Clone, Copy)]
pub(super) struct Decider<'a> {
    pub(super) body: BodyId,
    pub(super) acts: &'a [Act],
}

/// What must hold of everything that is adopted at one moment. A source that names no
/// decision has no decider and owes no required link.
pub(super) fn adoptable(
    state: &State,
    now: Now,
    on: Date,
    decider: Option<Decider<'_>>,
    adopting: &[(Adoptable, WordingId)],
) -> Result<(), Refusal> {
    let subjects: BTreeSet<Adoptable> = adopting.iter().map(|(what, _)| *what).collect();
    if subjects.len() != adopting.len() {
        return Err(Refusal::TwiceTheSame);
    }
    let together: Vec<ElementId> = adopting
        .iter()
        .filter_map(|(what, _)| match what {
            Adoptable::Element(element) => Some(*element),
            Adoptable::Vision(_)
            | Adoptable::Assessment(_)
            | Adoptable::Document(_)
            | Adoptable::Directive(_) => None,
        })
        .collect();
    for (what, wording) in adopting {
        match what {
            Adoptable::Vision(vision) => {
                let vision = state.vision_known(*vision, on)?;
                newest(vision.drafts.at(on).map(|d| d.0), *wording)?;
                // A source may tell of a vision that somebody else decided, long ago.
                if let Some(decider) = decider
                    && !now.imports()
                    && state.body_alive(decider.body, on)?.kind != BodyKind::Council
                {
                    return Err(Refusal::WrongDecider);
                }
            }
            Adoptable::Assessment(id) => {
                let author = crate::assessments::decidable(state, now, on, *id, *wording)?;
                if let Some(decider) = decider {
                    state.is_its_matter(decider.body, author, on)?;
                }
            }
            Adoptable::Document(document) => {
                let body = decider.map(|decider| decider.body);
                crate::documents::adoptable(state, on, body, *document, *wording)?;
            }
            Adoptable::Directive(directive) => {
                let body = decider.map(|decider| decider.body);
                crate::directives::decidable(state, on, body, *directive, *wording)?;
            }
            Adoptable::Element(id) => {
                let element = state.element_known(*id, on)?;
                newest(state.newest_wording(element, on).map(|d| d.0), *wording)?;
                if state.ending_on(element, on).is_some() {
                    return Err(Refusal::AlreadyEnded { on });
                }
                let Some(words) = element.wording(*wording) else {
                    return Err(Refusal::Unknown {
                        fact: Fact::Wording,
                    });
                };
                if let Some(owner) = words.owner {
                    state.body_alive(owner, on)?;
                }
                if let Addressed::To(bodies) = &words.addressed_to {
                    for body in bodies {
                        state.can_be_ordered(*body, on)?;
                    }
                }
                crate::threads::comes_last(element, words, on)?;
                let Some(decider) = decider else { continue };
                if words.owner.is_none() && !now.imports() {
                    return Err(Refusal::OwnerMissing);
                }
                decides_level(state, element, decider.body, on)?;
                let owner = state.owner_on(element, on).or(words.owner);
                state.is_its_matter(decider.body, owner, on)?;
                // An adopted element comes to another owner by being transferred, never by a
                // wording that happens to name one.
                let gives = |act: &Act| matches!(act, Act::Transfer(e, to) if e == id && Some(*to) == words.owner);
                if words.owner != owner && !decider.acts.iter().any(gives) && !now.imports() {
                    return Err(Refusal::OwnerOnlyByTransfer);
                }
                if now.imports() {
                    continue;
                }
                if let Some(model) = element.model {
                    state.is_shown(model, now.today)?;
                }
                if let Some(upward) = state.missing_link(element, words, on, &together) {
                    let number = element.number;
                    return Err(Refusal::RequiredLinkMissing { number, upward });
                }
                if let Some(day) = state.first_day_untied(element, words, on, &together) {
                    let fact = Fact::Thread;
                    return Err(Refusal::WouldBreak { day, fact });
                }
            }
        }
    }
    Ok(())
}

/// The wording that stood as the proposal on the day of the meeting is the one to adopt.
pub(crate) fn newest(newest: Option<WordingId>, named: WordingId) -> Result<(), Refusal> {
    match newest {
        Some(newest) if newest == named => Ok(()),
        Some(newest) => Err(Refusal::WordingChanged { newest }),
        None => Err(Refusal::Unknown {
            fact: Fact::Wording,
        }),
    }
}
