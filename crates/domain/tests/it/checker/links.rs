//! The red thread: acyclic over all days, once at a time, and where the model requires it.

use super::{At, Facts, Faults, on_day};
use jiff::civil::Date;
use riktning_domain::Event;
use riktning_domain::decisions::{Act, Adoptable};
use riktning_domain::elements::Wording;
use riktning_domain::ids::{DecisionId, ElementId, LevelId, ModelId, WordingId};
use riktning_domain::models::{ModelDefinition, Upward};
use riktning_domain::threads::{ThreadEnd, TieThread};
use std::collections::{BTreeMap, BTreeSet};

/// A thread and when it was tied: from, and until it was untied.
struct Tied<'a> {
    thread: &'a TieThread,
    from: Date,
    until: Option<Date>,
}

impl Tied<'_> {
    fn on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

pub(super) fn check(facts: Facts<'_>, faults: &mut Faults) {
    let threads = threads(facts);
    let links = threads.iter().filter_map(|t| match t.thread.to {
        ThreadEnd::Element(to) => Some((t.thread.from, to)),
        ThreadEnd::Vision(_) | ThreadEnd::Document(_) => None,
    });
    let links: Vec<_> = links.collect();
    if has_circle(&links) {
        faults.push(format!("threads run in a circle: {links:?}"));
    }
    for (at, one) in threads.iter().enumerate() {
        for other in &threads[..at] {
            let same = one.thread.from == other.thread.from && one.thread.to == other.thread.to;
            if same && (one.on(other.from) || other.on(one.from)) {
                faults.push(format!("tied twice at once: {:?}", one.thread));
            }
        }
    }
    required(facts, &threads, faults);
}

fn threads(facts: Facts<'_>) -> Vec<Tied<'_>> {
    let tied = facts.timeline(|event| match event {
        Event::ThreadTied(thread) => Some(thread),
        _ => None,
    });
    let untied = facts.timeline(|event| match event {
        Event::ThreadUntied(e) => Some(e.thread),
        _ => None,
    });
    let all = tied.into_iter().map(|tied| Tied {
        thread: tied.value,
        from: tied.on,
        until: untied
            .iter()
            .find(|u| u.value == tied.value.thread)
            .map(|u| u.on),
    });
    all.collect()
}

/// Whether a list of links leads from anything back to itself: by taking away, again and
/// again, what leads nowhere.
pub(super) fn has_circle<T: Ord + Copy>(links: &[(T, T)]) -> bool {
    let mut left: Vec<(T, T)> = links.to_vec();
    loop {
        let starts: BTreeSet<T> = left.iter().map(|(from, _)| *from).collect();
        let before = left.len();
        left.retain(|(_, to)| starts.contains(to));
        if left.is_empty() {
            return false;
        }
        if left.len() == before {
            return true;
        }
    }
}

/// Where an element stands, and its wordings.
pub(super) struct Drafts<'a> {
    pub(super) place: BTreeMap<ElementId, (ModelId, LevelId)>,
    pub(super) wordings: BTreeMap<(ElementId, WordingId), &'a Wording>,
}

impl<'a> Drafts<'a> {
    pub(super) fn of(facts: Facts<'a>) -> Self {
        let mut place = BTreeMap::new();
        let mut wordings = BTreeMap::new();
        for recorded in facts.0 {
            match &recorded.event {
                Event::ElementDrafted(e) => {
                    place.insert(e.element, (e.model, e.level));
                    wordings.insert((e.element, e.wording_id), &e.wording);
                }
                Event::WordingProposed(e) => {
                    wordings.insert((e.element, e.wording_id), &e.wording);
                }
                _ => {}
            }
        }
        Drafts { place, wordings }
    }
}

/// An adoption: of which element, in which wording, by which decision if any.
pub(super) type Adopted = (ElementId, WordingId, Option<DecisionId>);

pub(super) fn adoptions(facts: Facts<'_>) -> Vec<At<Adopted>> {
    facts.many(|event| match event {
        Event::DecisionRecorded(e) => {
            let acts = e.acts.iter().filter_map(|act| match act {
                Act::Adopt(Adoptable::Element(id), w) => Some((*id, *w, Some(e.decision))),
                _ => None,
            });
            acts.collect()
        }
        Event::FoundInSource(e) => {
            let found = e.wordings.iter().filter_map(|(what, w)| match what {
                Adoptable::Element(id) => Some((*id, *w, None)),
                _ => None,
            });
            found.collect()
        }
        _ => vec![],
    })
}

pub(super) fn definitions(facts: Facts<'_>, model: ModelId) -> Vec<At<&ModelDefinition>> {
    facts.timeline(|event| match event {
        Event::ModelDefined(e) if e.model == model => Some(&e.definition),
        _ => None,
    })
}

/// What a person adopted has the links that its model required that day, and keeps their
/// threads on each later day while that adoption stands.
fn required(facts: Facts<'_>, threads: &[Tied<'_>], faults: &mut Faults) {
    let drafts = Drafts::of(facts);
    let adoptions = adoptions(facts);
    let endings = super::elements::endings(facts);
    for adoption in adoptions.iter().filter(|a| a.is_person) {
        let (element, wording, Some(decision)) = adoption.value else {
            continue;
        };
        let (model, level) = drafts.place[&element];
        let definitions = definitions(facts, model);
        let Some(definition) = on_day(&definitions, adoption.on) else {
            faults.push(format!("{element} was adopted without a model"));
            continue;
        };
        let supports = definition.value.level(level).map(|l| l.supports.as_slice());
        for support in supports.unwrap_or_default().iter().filter(|s| s.required) {
            let leads = |end: ThreadEnd, day: Date| match (support.upward, end) {
                (Upward::Vision, ThreadEnd::Vision(_)) => true,
                (Upward::Level(above), ThreadEnd::Element(to)) => {
                    // The one above was adopted by then, or at once, and had not ended when
                    // this one was adopted; that it ends later is another decision.
                    let had_ended = endings.iter().any(|e| {
                        e.value.0 == to
                            && (e.on, e.position) < (adoption.on, adoption.position)
                            && facts.stands(e.value.1, adoption.on)
                    });
                    drafts.place[&to].1 == above
                        && !had_ended
                        && adoptions.iter().any(|a| a.value.0 == to && a.on <= day)
                }
                _ => false,
            };
            if let Upward::Topic(dimension) = support.upward {
                let placed = drafts.wordings[&(element, wording)].topics.iter();
                let mut there = placed.filter(|p| is_of(facts, p.topic, dimension));
                if there.next().is_none() {
                    faults.push(format!("{element} lacks a topic on {}", adoption.on));
                }
                continue;
            }
            let untied = threads.iter().filter_map(|t| t.until);
            for day in untied.filter(|day| *day > adoption.on).chain([adoption.on]) {
                let latest = adoptions.iter().rev().find(|a| {
                    a.value.0 == element
                        && a.on <= day
                        && a.value.2.is_none_or(|id| facts.stands(id, day))
                });
                let is_standing = latest.is_some_and(|a| a.position == adoption.position);
                let mut tied = threads
                    .iter()
                    .filter(|t| t.thread.from == element && t.on(day));
                if is_standing
                    && facts.stands(decision, day)
                    && !tied.any(|t| leads(t.thread.to, day))
                {
                    faults.push(format!("{element} lacks {support:?} on {day}"));
                }
            }
        }
    }
}

fn is_of(
    facts: Facts<'_>,
    topic: riktning_domain::ids::TopicId,
    dimension: riktning_domain::topics::Dimension,
) -> bool {
    facts.0.iter().any(|r| match &r.event {
        Event::TopicDescribed(e) => e.topic == topic && e.description.dimension == dimension,
        _ => false,
    })
}
