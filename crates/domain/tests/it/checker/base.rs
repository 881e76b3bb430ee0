//! The base: nothing replaces itself, nobody answers for a document when they are not there,
//! and a directive binds only what the council has decided.

use super::{Facts, Faults, bodies};
use jiff::civil::Date;
use riktning_domain::Event;
use riktning_domain::bodies::BodyKind;
use riktning_domain::decisions::{Act, Adoptable};
use riktning_domain::documents::DocumentWording;
use riktning_domain::ids::{BodyId, DecisionId, DirectiveId, WordingId};
use riktning_domain::proposals::{DropProposal, RecallProposal};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(facts: Facts<'_>, faults: &mut Faults) {
    circles(facts, faults);
    addresses(facts, faults);
    duties(facts, faults);
    sent(facts, faults);
    directives(facts, faults);
}

fn circles(facts: Facts<'_>, faults: &mut Faults) {
    let links = facts.many(|event| match event {
        Event::DocumentDrafted(e) => {
            let earlier = e.wording.replaces.iter();
            earlier.map(|earlier| (e.document, *earlier)).collect()
        }
        _ => vec![],
    });
    let links: Vec<_> = links.into_iter().map(|at| at.value).collect();
    if super::links::has_circle(&links) {
        faults.push(format!("documents replace in a circle: {links:?}"));
    }
}

fn addresses(facts: Facts<'_>, faults: &mut Faults) {
    let slugs = facts.timeline(|event| match event {
        Event::DocumentDrafted(e) => Some((e.slug.clone(), e.document)),
        Event::RuleRecorded(e) => Some((e.slug.clone(), e.document)),
        _ => None,
    });
    let pairs: BTreeSet<_> = slugs.iter().map(|at| at.value.clone()).collect();
    let alone: BTreeSet<_> = pairs.iter().map(|(slug, _)| slug).collect();
    if pairs.len() != alone.len() {
        faults.push(format!("two documents share an address: {pairs:?}"));
    }
}

/// A wording is sent to whoever decides once, after it was written and before it is decided.
fn sent(facts: Facts<'_>, faults: &mut Faults) {
    let (mut written, mut done) = (BTreeSet::new(), BTreeSet::new());
    for recorded in facts.0 {
        match &recorded.event {
            Event::DocumentDrafted(e) => {
                written.insert(e.wording_id);
            }
            Event::DocumentHandedIn(e)
                if !written.contains(&e.wording) || !done.insert(e.wording) =>
            {
                faults.push(format!("sent twice, or too early or late: {e:?}"));
            }
            Event::ProposalRecalled(RecallProposal { wording, .. }) if !done.remove(wording) => {
                faults.push(format!("called back and not sent: {wording:?}"));
            }
            Event::ProposalDropped(DropProposal { wording, .. }) if !done.insert(*wording) => {
                faults.push(format!("dropped, and sent or decided: {wording:?}"));
            }
            Event::DecisionRecorded(e) => done.extend(e.acts.iter().filter_map(|act| match act {
                Act::Adopt(Adoptable::Document(_), id) => Some(*id),
                _ => None,
            })),
            _ => {}
        }
    }
}

/// Whoever a wording names is there on its first day, as written down and as adopted.
fn duties(facts: Facts<'_>, faults: &mut Faults) {
    let mut wordings: BTreeMap<WordingId, &DocumentWording> = BTreeMap::new();
    for recorded in facts.0 {
        if let Event::DocumentDrafted(e) = &recorded.event {
            wordings.insert(e.wording_id, &e.wording);
        }
    }
    let named = facts.many(|event| match event {
        Event::DocumentDrafted(e) => vec![e.wording_id],
        Event::DecisionRecorded(e) => {
            let adopted = e.acts.iter().filter_map(|act| match act {
                Act::Adopt(Adoptable::Document(_), id) => Some(*id),
                _ => None,
            });
            adopted.collect()
        }
        _ => vec![],
    });
    for at in named {
        let words = wordings[&at.value];
        let first: Date = words.valid_from.map_or(at.on, |from| from.day().max(at.on));
        let all = [words.responsible, words.revised_by, words.followed_up_by];
        for body in all.into_iter().flatten() {
            if !bodies::is_alive(facts, body, first) {
                faults.push(format!("{body} was not there on {first}: {words:?}"));
            }
        }
    }
}

/// A meeting adopts the very words that the council had decided last by then.
fn directives(facts: Facts<'_>, faults: &mut Faults) {
    let kinds: BTreeMap<BodyId, BodyKind> = facts
        .timeline(|event| match event {
            Event::BodyFounded(e) => Some((e.body, e.kind)),
            _ => None,
        })
        .into_iter()
        .map(|at| at.value)
        .collect();
    type Said = (DirectiveId, WordingId, Option<DecisionId>, Option<BodyId>);
    let decided = facts.many(|event| -> Vec<Said> {
        match event {
            Event::DecisionRecorded(e) => {
                let acts = e.acts.iter().filter_map(|act| match act {
                    Act::Adopt(Adoptable::Directive(id), w) => {
                        Some((*id, *w, Some(e.decision), Some(e.body)))
                    }
                    _ => None,
                });
                acts.collect()
            }
            Event::FoundInSource(e) => {
                let found = e.wordings.iter().filter_map(|(what, w)| match what {
                    Adoptable::Directive(id) => Some((*id, *w, None, None)),
                    _ => None,
                });
                found.collect()
            }
            _ => vec![],
        }
    });
    for at in &decided {
        if let (_, _, _, Some(body)) = at.value
            && kinds[&body] != BodyKind::Council
        {
            faults.push(format!("no council decided a directive: {:?}", at.value));
        }
    }
    for recorded in facts.0 {
        let Event::DecisionRecorded(e) = &recorded.event else {
            continue;
        };
        for act in &e.acts {
            let Act::AdoptDirective(id, wording) = act else {
                continue;
            };
            let by_then = decided.iter().filter(|at| {
                let stands = at.value.2.is_none_or(|d| facts.stands(d, recorded.on));
                at.value.0 == *id && at.on <= recorded.on && stands
            });
            let known = by_then.filter(|at| at.position < recorded.position);
            if !known.into_iter().any(|at| at.value.1 == *wording) {
                faults.push(format!("bound to what was not decided: {e:?}"));
            }
            if kinds[&e.body] != BodyKind::GeneralMeeting {
                faults.push(format!("bound by no general meeting: {e:?}"));
            }
        }
    }
}
