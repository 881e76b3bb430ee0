//! Everything that changed, day by day.

use super::what::{Change, What};
use super::{between, decided};
use crate::search::Kind;
use jiff::ToSpan;
use jiff::civil::Date;
use riktning_domain::{Dated, Published};
use std::cmp::Reverse;
use std::sync::Arc;

/// Everything that changed, day by day, the newest first.
#[derive(Debug, Default)]
pub struct Log {
    /// The changes with the day of each, as exactly as it is known.
    pub rows: Vec<(Dated, Arc<Change>)>,
}

impl Log {
    /// The log until the day of the lens.
    pub fn of(p: Published<'_>) -> Log {
        let mut rows = Vec::new();
        for (day, decision) in decided(p, None) {
            rows.push(heading(day, decision));
        }
        for thing in p.things() {
            let turning = p.turning(thing);
            for day in &turning.days {
                let Ok(eve) = day.checked_sub(1.day()) else {
                    continue;
                };
                let changes = between(p.on(eve), p.on(*day), thing, &turning);
                rows.extend(changes.into_iter().map(|change| heading(*day, change)));
            }
        }
        // Stable: what is told of one day, by one decision and of one kind stands in the order
        // in which it was first recorded.
        rows.sort_by_cached_key(|(since, change)| {
            let day = (Reverse(since.day()), since.precision());
            (day, order(p, change))
        });
        Log { rows }
    }
}

/// Under which day a change stands: its own, as exactly as it is known.
pub(super) fn heading(day: Date, change: Change) -> (Dated, Arc<Change>) {
    let own = Some(change.since).filter(|since| since.day() == day);
    (own.unwrap_or(Dated::day_known(day)), Arc::new(change))
}

/// By decision in the order of the journal, the decision itself first; then what no decision
/// did. Within, by kind.
fn order(p: Published<'_>, change: &Change) -> (bool, Option<u64>, bool, Option<Kind>) {
    let decision = change.decision.and_then(|id| p.decision(id));
    (
        change.decision.is_none(),
        decision.map(|decision| decision.position),
        !matches!(change.what, What::Decided),
        change.about.as_ref().map(|about| about.kind),
    )
}
