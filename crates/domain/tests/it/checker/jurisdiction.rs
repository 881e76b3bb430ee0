//! Whose matter: a decision was in the deciding body's own matters, or in those of whoever
//! answered to it, by what was known when it was recorded. The histories hold no organ that
//! decides on behalf of another.

use super::{Facts, Faults, on_day};
use jiff::civil::Date;
use riktning_domain::Event;
use riktning_domain::decisions::{Act, Adoptable};
use riktning_domain::elements::Wording;
use riktning_domain::ids::{BodyId, ElementId};
use std::collections::BTreeSet;

pub(super) fn check(facts: Facts<'_>, faults: &mut Faults) {
    for (at, recorded) in facts.0.iter().enumerate() {
        let Event::DecisionRecorded(decision) = &recorded.event else {
            continue;
        };
        let known = Facts(&facts.0[..at]);
        for act in &decision.acts {
            let owners = matter(known, act, recorded.on);
            for owner in owners {
                if !answers_up_to(known, owner, decision.body, recorded.on) {
                    faults.push(format!(
                        "{} decided in the matters of {owner} on {}: {act:?}",
                        decision.body, recorded.on
                    ));
                }
            }
        }
    }
}

/// The bodies whose matter an act is, as far as an element's adopted wordings and a plan or
/// assessment name one.
fn matter(known: Facts<'_>, act: &Act, on: Date) -> Vec<BodyId> {
    let first =
        |read: &dyn Fn(&Event) -> Option<BodyId>| known.0.iter().find_map(|r| read(&r.event));
    let owner = match act {
        Act::Adopt(Adoptable::Element(id), wording) => {
            let named = wordings(known).find(|(e, w, _)| e == id && w == wording);
            owner_on(known, *id, on).or(named.and_then(|(_, _, words)| words.owner))
        }
        Act::Adopt(Adoptable::Assessment(id), _) => first(&|event| match event {
            Event::AssessmentProposed(e) if e.assessment == *id => e.body,
            _ => None,
        }),
        Act::Adopt(Adoptable::Document(_), wording) => first(&|event| match event {
            Event::DocumentDrafted(e) if e.wording_id == *wording => e.wording.responsible,
            _ => None,
        }),
        // Who decides and who adopts a directive is asked with the rest of the base.
        Act::Adopt(Adoptable::Directive(_), _) | Act::AdoptDirective(..) => None,
        Act::Adopt(Adoptable::Vision(_), _) => None,
        // Who says which bodies there are is asked with the bodies.
        Act::Organise(_) => None,
        Act::DecideFigures(_, figures) => {
            return figures.iter().filter_map(|figure| figure.body).collect();
        }
        // A body's own, whatever stood in it.
        Act::AdoptUnseenPlan(_) => None,
        Act::Withdraw(id) | Act::Close(id) | Act::Transfer(id, _) => owner_on(known, *id, on),
        Act::AdoptPlan(id) | Act::ClosePlan(id) | Act::SupplementPlan(id, _) => {
            first(&|event| match event {
                Event::PlanDrafted(e) if e.plan == *id => Some(e.body),
                _ => None,
            })
        }
    };
    owner.into_iter().collect()
}

fn wordings(
    known: Facts<'_>,
) -> impl Iterator<Item = (ElementId, riktning_domain::ids::WordingId, &Wording)> {
    known.0.iter().filter_map(|r| match &r.event {
        Event::ElementDrafted(e) => Some((e.element, e.wording_id, &e.wording)),
        Event::WordingProposed(e) => Some((e.element, e.wording_id, &e.wording)),
        _ => None,
    })
}

/// The owner of an adopted element by its latest standing adoption or transfer; `None` before.
fn owner_on(known: Facts<'_>, element: ElementId, on: Date) -> Option<BodyId> {
    let adoptions = super::links::adoptions(known);
    let adopted = adoptions.iter().rev().find(|a| {
        let stands = a.value.2.is_none_or(|id| known.stands(id, on));
        a.value.0 == element && a.on <= on && stands
    });
    let transfers = known.many(|event| match event {
        Event::DecisionRecorded(e) => {
            let given = e.acts.iter().filter_map(|act| match act {
                Act::Transfer(id, to) if *id == element => Some((*to, e.decision)),
                _ => None,
            });
            given.collect()
        }
        _ => vec![],
    });
    let given = transfers
        .iter()
        .rev()
        .find(|t| t.on <= on && known.stands(t.value.1, on));
    let adopted = adopted?;
    match given {
        Some(given) if (given.on, given.position) >= (adopted.on, adopted.position) => {
            Some(given.value.0)
        }
        _ => {
            let named = wordings(known).find(|(e, w, _)| *e == element && *w == adopted.value.1);
            named.and_then(|(_, _, words)| words.owner)
        }
    }
}

fn answers_up_to(known: Facts<'_>, body: BodyId, above: BodyId, day: Date) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = vec![body];
    while let Some(body) = next.pop() {
        if body == above {
            return true;
        }
        if !seen.insert(body) {
            continue;
        }
        let said = known.timeline(|event| match event {
            Event::BodyFounded(e) if e.body == body => Some((e.from.day(), &e.answers_to)),
            Event::BodyMoved(e) if e.body == body => Some((e.from, &e.answers_to)),
            _ => None,
        });
        let mut begun: Vec<_> = said.into_iter().filter(|at| at.value.0 <= day).collect();
        begun.sort_by_key(|at| (at.value.0, at.on, at.position));
        next.extend(
            on_day(&begun, day)
                .into_iter()
                .flat_map(|at| at.value.1.clone()),
        );
        // Whoever took over from one that is no more.
        let ends = known.timeline(|event| match event {
            Event::BodyEnded(e) if e.body == body => Some((e.last_day, &e.succeeded_by)),
            _ => None,
        });
        let ended = on_day(&ends, day).filter(|at| at.value.0 < day);
        next.extend(ended.into_iter().flat_map(|at| at.value.1.clone()));
    }
    false
}
