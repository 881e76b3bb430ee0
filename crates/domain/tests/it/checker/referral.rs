//! Comment rounds, reckoned from the raw events: nobody is asked about a draft or about their own plan, and
//! nobody answers who was not asked since the plan was handed in.

use super::{Facts, Faults};
use crate::exempelstad::COUNCIL;
use jiff::ToSpan as _;
use riktning_domain::Event;
use riktning_domain::decisions::Act;
use riktning_domain::ids::{BodyId, PlanId};
use riktning_domain::plans::ReferPlan;
use std::collections::{BTreeMap, BTreeSet};

/// How far a plan has come, as the events were recorded.
#[derive(Default)]
struct Told {
    body: Option<BodyId>,
    handed_in: bool,
    asks: BTreeSet<BodyId>,
}

pub(super) fn check(facts: Facts<'_>, faults: &mut Faults) {
    let mut plans: BTreeMap<PlanId, Told> = BTreeMap::new();
    for recorded in facts.0 {
        match &recorded.event {
            Event::PlanDrafted(e) => plans.entry(e.plan).or_default().body = Some(e.body),
            Event::PlanHandedIn(e) => stands(plans.entry(e.plan).or_default(), true),
            Event::PlanTakenBack(e) => stands(plans.entry(e.plan).or_default(), false),
            Event::PlanReferred(e) => {
                let plan = plans.entry(e.plan).or_default();
                referred(plan, e, faults);
                let waits = recorded.on..=recorded.on.saturating_add(1.year());
                if !waits.contains(&e.until) || is_decided(facts, e.plan, recorded.position) {
                    faults.push(format!("{} is asked about too late", e.plan));
                }
            }
            Event::ReferralCalledOff(e) => plans.entry(e.plan).or_default().asks.clear(),
            Event::ReferralAnswered(e) => {
                let plan = plans.entry(e.plan).or_default();
                // In these towns what comes in the place of a body is the council.
                let is_asked = plan.asks.contains(&e.body) || e.body == COUNCIL;
                if plan.asks.is_empty() || !is_asked {
                    faults.push(format!("{} was not asked about {}", e.body, e.plan));
                }
            }
            _ => {}
        }
    }
}

fn stands(plan: &mut Told, handed_in: bool) {
    plan.handed_in = handed_in;
    plan.asks.clear();
}

fn referred(plan: &mut Told, e: &ReferPlan, faults: &mut Faults) {
    plan.asks = e.to.iter().copied().collect();
    let own = plan.body.is_some_and(|own| plan.asks.contains(&own));
    if !plan.handed_in || own || plan.asks.is_empty() || plan.asks.len() != e.to.len() {
        faults.push(format!("{} asks {:?}", e.plan, e.to));
    }
}

/// Whether a decision that stands had adopted a plan when an event was recorded.
fn is_decided(facts: Facts<'_>, plan: PlanId, position: u64) -> bool {
    let asked = facts.0.iter().find(|r| r.position == position);
    let before = facts.0.iter().filter(|r| r.position < position);
    let mut decided = before.filter_map(|r| match &r.event {
        Event::DecisionRecorded(e) if e.acts.contains(&Act::AdoptPlan(plan)) => Some(e.decision),
        _ => None,
    });
    decided.any(|decision| asked.is_some_and(|asked| facts.stands(decision, asked.on)))
}
