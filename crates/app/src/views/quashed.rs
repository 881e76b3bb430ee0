//! What no longer stands, since a court has quashed the decision that adopted it: it says so at the address
//! by which residents know it.

use super::commitment::{At, CommitmentNotYet};
use super::frame::{Basis, DecisionRef, Found, Frame, decision_ref};
use jiff::civil::Date;
use riktning_domain::published::QuashedElement;
use riktning_domain::{Names, Period, Published, Slug, Text};

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
