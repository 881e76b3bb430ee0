//! No plan is closed while rows beside it wait for a decision.

use super::{Facts, Faults};
use crate::exempelstad::plan;
use riktning_domain::decisions::{Act, Adoptable, RecordDecision};
use riktning_domain::ids::{BodyId, ElementId, PlanId};
use riktning_domain::permissions::Actor;
use riktning_domain::plans::PlanStage;
use riktning_domain::{Event, Period, State};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(facts: Facts<'_>, faults: &mut Faults) {
    let mut state = State::default();
    let mut adopted: BTreeSet<ElementId> = BTreeSet::new();
    let mut of: BTreeMap<PlanId, (BodyId, Period)> = BTreeMap::new();
    for recorded in facts.0 {
        match &recorded.event {
            Event::PlanDrafted(e) => drop(of.insert(e.plan, (e.body, e.period))),
            Event::FoundInSource(e) => {
                adopted.extend(e.wordings.iter().filter_map(|(what, _)| row(*what)));
            }
            Event::DecisionRecorded(e) => {
                adopted.extend(e.acts.iter().filter_map(|act| match act {
                    Act::Adopt(what, _) => row(*what),
                    _ => None,
                }));
                if recorded.actor != Actor::Import {
                    beside(&state, e, (&of, &adopted), faults);
                }
            }
            _ => {}
        }
        state.apply(recorded);
    }
}

fn row(what: Adoptable) -> Option<ElementId> {
    match what {
        Adoptable::Element(id) => Some(id),
        _ => None,
    }
}

fn beside(
    before: &State,
    decision: &RecordDecision,
    (of, adopted): (&BTreeMap<PlanId, (BodyId, Period)>, &BTreeSet<ElementId>),
    faults: &mut Faults,
) {
    for act in &decision.acts {
        let Act::ClosePlan(closed) = act else {
            continue;
        };
        for other in [plan(1), plan(2)].into_iter().filter(|id| id != closed) {
            let found = before.on(jiff::civil::Date::MAX).plan(other);
            let Some((stage, rows)) = found.filter(|_| of.get(&other) == of.get(closed)) else {
                continue;
            };
            let waits = rows.iter().any(|id| !adopted.contains(id));
            if stage < PlanStage::Adopted && waits {
                faults.push(format!("{closed} was closed before what waits in {other}"));
            }
        }
    }
}
