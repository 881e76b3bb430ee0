//! What no longer stands, since a court has quashed the decision that adopted it: it says so at the address
//! by which residents know it.

use super::commitment::{At, CommitmentNotYet};
use super::frame::{Basis, DecisionRef, Found, Frame, decision_ref};
use jiff::civil::Date;
use riktning_domain::ids::DecisionId;
use riktning_domain::published::{QuashedElement, QuashedPlan};
use riktning_domain::{Names, Period, Published, Slug, Text};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A goal or a commitment that no longer stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Quashed {
    /// What every page knows.
    pub frame: Frame,
    /// What was adopted.
    pub title: Text,
    /// What the municipality calls its level.
    pub level: Names,
    /// Its period.
    pub period: Period,
    /// The decision that was quashed.
    pub decision: DecisionRef,
    /// The first day on which it no longer stood.
    pub since: Date,
    /// The last day on which residents read it, if there was one.
    pub stood_on: Option<Date>,
}

/// A decision that a court has quashed, on a page that would else have what it adopted.
#[derive(Clone, Debug, PartialEq)]
pub struct QuashedDecision {
    /// The decision.
    pub decision: DecisionRef,
    /// What it was about.
    pub title: Option<Text>,
    /// The first day on which it no longer stood.
    pub since: Date,
    /// The last day on which residents read what it adopted, if there was one.
    pub stood_on: Option<Date>,
    /// The plans that it adopted, of those that the page would have.
    pub plans: Vec<Names>,
    /// How much else of the page it adopted.
    pub count: usize,
}

impl QuashedDecision {
    /// The decisions by which some things no longer stand, the latest first.
    pub(crate) fn all(
        p: Published<'_>,
        elements: &[QuashedElement<'_>],
        plans: &[QuashedPlan<'_>],
    ) -> Vec<QuashedDecision> {
        let mut all: BTreeMap<DecisionId, QuashedDecision> = BTreeMap::new();
        let of_elements = elements
            .iter()
            .map(|one| (one.decision.id(), one.quashed, None));
        let of_plans = plans.iter();
        let of_plans = of_plans.map(|plan| (plan.decision.id(), plan.quashed, Some(plan.names)));
        for (id, since, plan) in of_elements.chain(of_plans) {
            if !all.contains_key(&id)
                && let Some(decision) = QuashedDecision::of(p, id, since)
            {
                all.insert(id, decision);
            }
            match (all.get_mut(&id), plan) {
                (Some(own), Some(names)) => own.plans.push(names.clone()),
                (Some(own), None) => own.count += 1,
                (None, _) => {}
            }
        }
        let mut all: Vec<_> = all.into_values().collect();
        all.sort_by_key(|own| Reverse((own.since, own.decision.date.day())));
        all
    }

    fn of(p: Published<'_>, id: DecisionId, since: Date) -> Option<QuashedDecision> {
        let decision = decision_ref(p, id)?;
        let decided = decision.date.day();
        Some(QuashedDecision {
            title: p.decision(id)?.title().cloned(),
            since,
            stood_on: since.yesterday().ok().filter(|day| decided <= *day),
            plans: Vec::new(),
            count: 0,
            decision,
        })
    }
}

impl Quashed {
    /// What stands at the number of a row of a plan; what has its page elsewhere is not told of here.
    pub(super) fn numbered(p: Published<'_>, number: u32, slug: &str) -> Option<At> {
        let today = p.as_of_today();
        let now = p.quashed(number);
        let found = now.or_else(|| today.quashed(number));
        let found = found.filter(|found| found.level.purpose.is_planned())?;
        let address = format!("{number}-{}", found.slug);
        if found.slug.to_string() != slug {
            return Some(At::Commitment(Box::new(Found::Moved(address))));
        }
        if now.is_some() {
            return Some(At::Quashed(Box::new(Quashed::of(p, &found)?)));
        }
        // On a day before it was decided nothing is told of what a court did later.
        Some(At::Commitment(Box::new(Found::NotYet(CommitmentNotYet {
            frame: Frame::of(p),
            address,
            title: found.wording.text.clone(),
            level: found.level.names.clone(),
            period: found.wording.period,
            basis: Basis::Decision(decision_ref(today, found.decision.id())?),
        }))))
    }

    /// A goal that stood at an address of its period.
    pub fn goal(p: Published<'_>, period: Period, slug: &str) -> Option<Quashed> {
        let slug = Slug::parse(slug)?;
        let found = p.quashed_at(p.model_of(period)?.id, &slug)?;
        Quashed::of(p, &found)
    }

    fn of(p: Published<'_>, found: &QuashedElement<'_>) -> Option<Quashed> {
        let by = found.decision.id();
        let decided = found.decision.date().day();
        let before = found.quashed.yesterday().ok();
        Some(Quashed {
            frame: Frame::of(p),
            title: found.wording.text.clone(),
            level: found.level.names.clone(),
            period: found.wording.period,
            decision: decision_ref(p, by)?,
            since: found.quashed,
            stood_on: before.filter(|day| decided <= *day),
        })
    }
}
