//! The red thread: acyclic over all days, once at a time, and where the model requires it.

use super::{At, Facts, Faults, on_day};
use crate::world::World;
use jiff::civil::Date;
use riktning_domain::Event;
use riktning_domain::decisions::{Act, Adoptable};
use riktning_domain::elements::Wording;
use riktning_domain::ids::{DecisionId, ElementId, LevelId, ModelId, ThreadId, WordingId};
use riktning_domain::models::{ModelDefinition, Upward};
use riktning_domain::threads::{Link, ThreadEnd};
use std::collections::{BTreeMap, BTreeSet};

/// What was said of the threads of an element.
enum Said<'a> {
    Tied(ThreadId, ThreadEnd),
    Untied(ThreadId),
    /// Words were adopted that name all of them.
    Named(&'a [Link], Option<DecisionId>),
}

/// What was said of the threads of every element, in order.
struct Threads<'a>(Facts<'a>, BTreeMap<ElementId, Vec<At<Said<'a>>>>);

impl<'a> Threads<'a> {
    fn of(facts: Facts<'a>) -> Self {
        let drafts = Drafts::of(facts);
        let mut from = BTreeMap::new();
        for recorded in facts.0 {
            if let Event::ThreadTied(e) = &recorded.event {
                from.insert(e.thread, e.from);
            }
        }
        for ((element, _), words) in &drafts.wordings {
            let named = words.links.iter().flatten();
            from.extend(named.map(|link| (link.thread, *element)));
        }
        let one = |event: &'a Event| match event {
            Event::ThreadTied(e) => vec![(e.from, Said::Tied(e.thread, e.to))],
            Event::ThreadUntied(e) => vec![(from[&e.thread], Said::Untied(e.thread))],
            _ => adopted(event)
                .into_iter()
                .filter_map(|(element, wording, by)| {
                    let links = drafts.wordings.get(&(element, wording))?.links.as_ref()?;
                    Some((element, Said::Named(links, by)))
                })
                .collect(),
        };
        let mut all: BTreeMap<ElementId, Vec<At<Said<'a>>>> = BTreeMap::new();
        for at in facts.many(one) {
            let (element, value) = at.value;
            all.entry(element).or_default().push(At {
                on: at.on,
                position: at.position,
                is_person: at.is_person,
                value,
            });
        }
        Threads(facts, all)
    }

    fn said(&self, element: ElementId) -> &[At<Said<'a>>] {
        self.1.get(&element).map_or(&[], Vec::as_slice)
    }

    /// What an element is tied to on a day: all that had been said by then, one after another.
    fn tied(&self, element: ElementId, day: Date) -> BTreeMap<ThreadId, ThreadEnd> {
        let mut tied = BTreeMap::new();
        for at in self.said(element).iter().filter(|at| at.on <= day) {
            match at.value {
                Said::Tied(thread, to) => drop(tied.insert(thread, to)),
                Said::Untied(thread) => drop(tied.remove(&thread)),
                Said::Named(links, by) if by.is_none_or(|by| self.0.stands(by, day)) => {
                    tied = links.iter().map(|link| (link.thread, link.to)).collect();
                }
                Said::Named(..) => {}
            }
        }
        tied
    }

    /// Whether a court had quashed by a day what named the threads of an element.
    fn quashed(&self, element: ElementId, day: Date) -> bool {
        self.said(element).iter().any(|at| match at.value {
            Said::Named(_, Some(by)) => !self.0.stands(by, day),
            _ => false,
        })
    }

    fn days(&self, element: ElementId) -> impl Iterator<Item = Date> {
        self.said(element).iter().map(|at| at.on)
    }
}

pub(super) fn check(facts: Facts<'_>, faults: &mut Faults) {
    let threads = Threads::of(facts);
    let tied = facts.many(|event| match event {
        Event::ThreadTied(e) => vec![(e.from, e.to)],
        // Also what nobody has decided: it may be.
        Event::WordingProposed(e) => {
            let named = e.wording.links.iter().flatten();
            named.map(|link| (e.element, link.to)).collect()
        }
        _ => vec![],
    });
    let links = tied.iter().filter_map(|at| match at.value.1 {
        ThreadEnd::Element(to) => Some((at.value.0, to)),
        ThreadEnd::Vision(_) | ThreadEnd::Document(_) => None,
    });
    let links: Vec<_> = links.collect();
    if has_circle(&links) {
        faults.push(format!("threads run in a circle: {links:?}"));
    }
    for element in threads.1.keys() {
        for day in threads.days(*element) {
            let tied = threads.tied(*element, day);
            let ends: BTreeSet<_> = tied.values().collect();
            if ends.len() < tied.len() && !threads.quashed(*element, day) {
                faults.push(format!("{element} is tied twice to the same on {day}"));
            }
        }
    }
    required(facts, &threads, faults);
}

/// Residents see on each day exactly what an element is tied to, as far as that is decided itself.
pub(super) fn shown(facts: Facts<'_>, open: &World, faults: &mut Faults) {
    let threads = Threads::of(facts);
    let days: BTreeSet<Date> = facts.0.iter().map(|recorded| recorded.on).collect();
    for day in days {
        let lens = open.state.published(day, day);
        for element in threads.1.keys().filter(|id| lens.element(**id).is_some()) {
            let tied = threads.tied(*element, day).into_values();
            let tied = tied.filter(|end| match end {
                ThreadEnd::Element(id) => lens.element(*id).is_some(),
                ThreadEnd::Vision(id) => lens.vision(*id).is_some(),
                ThreadEnd::Document(_) => true,
            });
            let tied: BTreeSet<ThreadEnd> = tied.collect();
            let told = lens.supports(*element);
            let told: Vec<ThreadEnd> = told.into_iter().map(|(end, _)| end).collect();
            let same = told.iter().copied().collect::<BTreeSet<_>>() == tied;
            if !same || told.len() != tied.len() {
                faults.push(format!("{element} on {day}: {told:?} told, {tied:?} tied"));
            }
        }
    }
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
    facts.many(adopted)
}

fn adopted(event: &Event) -> Vec<Adopted> {
    match event {
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
    }
}

pub(super) fn definitions(facts: Facts<'_>, model: ModelId) -> Vec<At<&ModelDefinition>> {
    facts.timeline(|event| match event {
        Event::ModelDefined(e) if e.model == model => Some(&e.definition),
        _ => None,
    })
}

/// What a person adopted has the links that its model required that day, and keeps their
/// threads on each later day while that adoption stands.
fn required(facts: Facts<'_>, threads: &Threads<'_>, faults: &mut Faults) {
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
            let later = threads.days(element).filter(|day| *day > adoption.on);
            for day in later.chain([adoption.on]) {
                let latest = adoptions.iter().rev().find(|a| {
                    a.value.0 == element
                        && a.on <= day
                        && a.value.2.is_none_or(|id| facts.stands(id, day))
                });
                let is_standing = latest.is_some_and(|a| a.position == adoption.position);
                let mut ends = threads.tied(element, day).into_values();
                if is_standing
                    && facts.stands(decision, day)
                    // Nobody chose what a court left.
                    && !threads.quashed(element, day)
                    && !ends.any(|end| leads(end, day))
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
