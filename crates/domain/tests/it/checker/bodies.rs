//! An ended body is given no work; nobody answers to itself.

use super::{At, Facts, Faults, on_day};
use crate::exempelstad::COUNCIL;
use jiff::civil::Date;
use riktning_domain::Event;
use riktning_domain::decisions::{Act, Adoptable, Organised, RecordDecision};
use riktning_domain::elements::{Addressed, Wording};
use riktning_domain::ids::{BodyId, WordingId};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(facts: Facts<'_>, faults: &mut Faults) {
    for work in work(facts) {
        let (body, what) = &work.value;
        // An order to one that is no more is its successors'.
        let has_heirs = *what == ADDRESSED && is_succeeded(facts, *body, work.on);
        if !is_alive(facts, *body, work.on) && !has_heirs {
            faults.push(format!("{} was not there on {}: {what}", body, work.on));
        }
    }
    circles(facts, faults);
    names(facts, faults);
    organised(facts, faults);
}

const ADDRESSED: &str = "is addressed";

/// Whether somebody who is there has come in the place of a body that is no more, by any way.
fn is_succeeded(facts: Facts<'_>, body: BodyId, day: Date) -> bool {
    let (mut next, mut seen) = (vec![body], BTreeSet::new());
    while let Some(body) = next.pop() {
        if is_alive(facts, body, day) {
            return true;
        }
        let ends = facts.timeline(|event| match event {
            Event::BodyEnded(e) if e.body == body => Some((e.last_day, e.succeeded_by.clone())),
            _ => None,
        });
        let ended = on_day(&ends, day).filter(|end| end.value.0 < day);
        if seen.insert(body) {
            next.extend(ended.into_iter().flat_map(|end| end.value.1.clone()));
        }
    }
    false
}

pub(super) fn is_alive(facts: Facts<'_>, body: BodyId, day: Date) -> bool {
    let founded = facts.timeline(|event| match event {
        Event::BodyFounded(e) if e.body == body => Some(e.from.day()),
        _ => None,
    });
    let ends = facts.timeline(|event| match event {
        Event::BodyEnded(e) if e.body == body => Some(e.last_day),
        _ => None,
    });
    let begun = founded.iter().any(|at| at.on <= day && at.value <= day);
    begun && on_day(&ends, day).is_none_or(|end| end.value >= day)
}

/// What was given to whom, and when.
fn work(facts: Facts<'_>) -> Vec<At<(BodyId, &'static str)>> {
    let mut wordings: BTreeMap<WordingId, &Wording> = BTreeMap::new();
    for recorded in facts.0 {
        match &recorded.event {
            Event::ElementDrafted(e) => wordings.insert(e.wording_id, &e.wording),
            Event::WordingProposed(e) => wordings.insert(e.wording_id, &e.wording),
            _ => None,
        };
    }
    let named = |wording: &Wording| -> Vec<(BodyId, &'static str)> {
        let owner = wording.owner.map(|body| (body, "owns"));
        let addressed = match &wording.addressed_to {
            Addressed::To(bodies) => bodies.clone(),
            Addressed::None | Addressed::All => vec![],
        };
        let addressed = addressed.into_iter().map(|body| (body, ADDRESSED));
        owner.into_iter().chain(addressed).collect()
    };
    let decided = |decision: &RecordDecision| {
        let mut all = vec![(decision.body, "decides")];
        for act in &decision.acts {
            match act {
                Act::Adopt(Adoptable::Element(_), id) => all.extend(named(wordings[id])),
                Act::Transfer(_, to) => all.push((*to, "is given")),
                _ => {}
            }
        }
        all
    };
    facts.many(|event| match event {
        Event::ElementDrafted(e) => named(&e.wording),
        Event::WordingProposed(e) => named(&e.wording),
        Event::DecisionRecorded(e) => decided(e),
        Event::FoundInSource(e) => {
            let wordings = e.wordings.iter().filter_map(|(_, id)| wordings.get(id));
            let owned = wordings.filter_map(|w| w.owner);
            owned.map(|body| (body, "owns")).collect()
        }
        Event::PlanDrafted(e) => vec![(e.body, "plans")],
        Event::AssessmentProposed(e) => e.body.map(|body| (body, "judges")).into_iter().collect(),
        Event::TopicDescribed(e) => {
            let owner = e.description.owner.into_iter();
            owner.map(|body| (body, "leads")).collect()
        }
        Event::BodyFounded(e) => {
            let above = e.answers_to.iter().map(|body| (*body, "is answered to"));
            above.collect()
        }
        Event::BodyRenamed(e) => vec![(e.body, "is renamed")],
        Event::BodyMoved(e) => {
            let above = e.answers_to.iter().map(|body| (*body, "is answered to"));
            above.chain([(e.body, "is moved")]).collect()
        }
        _ => vec![],
    })
}

/// What a decision says of the organisation had been said by then of the body, and it was not so
/// before the meeting. Only council, or somebody to whom a body answers, decides about it.
fn organised(facts: Facts<'_>, faults: &mut Faults) {
    for (at, recorded) in facts.0.iter().enumerate() {
        let Event::DecisionRecorded(decision) = &recorded.event else {
            continue;
        };
        let known = Facts(&facts.0[..at]);
        for act in &decision.acts {
            let Act::Organise(what) = act else { continue };
            let begins = known.0.iter().filter_map(|r| begins(&r.event, what));
            if begins.max().is_none_or(|day| day < recorded.on) {
                faults.push(format!("nobody had said on {}: {what:?}", recorded.on));
            }
            if decision.body != COUNCIL && decision.body == what.body() {
                faults.push(format!("{} organised itself: {what:?}", decision.body));
            }
        }
    }
}

/// The first day of what an event says, where it says that of a body.
fn begins(event: &Event, what: &Organised) -> Option<Date> {
    match (event, what) {
        (Event::BodyFounded(e), Organised::Founded(body)) if e.body == *body => {
            Some(e.from.last_day())
        }
        (Event::BodyRenamed(e), Organised::Renamed(body, names, from))
            if (e.body, &e.names, e.from) == (*body, names, *from) =>
        {
            Some(e.from)
        }
        (Event::BodyMoved(e), Organised::Moved(body, to, from))
            if (e.body, &e.answers_to, e.from) == (*body, to, *from) =>
        {
            Some(e.from)
        }
        (Event::BodyEnded(e), Organised::Ended(body, last, next))
            if (e.body, e.last_day, &e.succeeded_by) == (*body, *last, next) =>
        {
            Some(e.last_day.tomorrow().unwrap())
        }
        _ => None,
    }
}

fn circles(facts: Facts<'_>, faults: &mut Faults) {
    let links = facts.many(|event| match event {
        Event::BodyFounded(e) => e.answers_to.iter().map(|to| (e.body, *to)).collect(),
        Event::BodyMoved(e) => e.answers_to.iter().map(|to| (e.body, *to)).collect(),
        _ => vec![],
    });
    let links: Vec<_> = links.into_iter().map(|at| at.value).collect();
    if super::links::has_circle(&links) {
        faults.push(format!("bodies answer in a circle: {links:?}"));
    }
}

fn names(facts: Facts<'_>, faults: &mut Faults) {
    let slugs = facts.timeline(|event| match event {
        Event::BodyFounded(e) => Some((e.slug.clone(), e.body)),
        Event::BodyRenamed(e) => Some((e.slug.clone(), e.body)),
        _ => None,
    });
    let pairs: BTreeSet<_> = slugs.iter().map(|at| at.value.clone()).collect();
    let alone: BTreeSet<_> = pairs.iter().map(|(slug, _)| slug).collect();
    if pairs.len() != alone.len() {
        faults.push(format!("two bodies share an address: {pairs:?}"));
    }
}
