//! Slips of the pen: what is decided reads on each day as it was adopted, or as it was put right last by
//! then (`elements.rs` asks it of what residents are shown).

use super::{Facts, Faults};
use jiff::civil::Date;
use riktning_domain::ids::{ElementId, WordingId};
use riktning_domain::{Event, Text};
use std::collections::BTreeSet;

/// Each says something and why, over the reading before it, and under an id of its own.
pub(super) fn check(facts: Facts<'_>, faults: &mut Faults) {
    let mut ids = BTreeSet::new();
    let righted = facts.timeline(|event| match event {
        Event::SlipRighted(e) => Some(e),
        _ => None,
    });
    for (n, at) in righted.iter().enumerate() {
        let e = at.value;
        if e.text.is_blank() || e.reason.is_blank() || !ids.insert(e.reading) {
            faults.push(format!("nothing is put right: {e:?}"));
        }
        let earlier = righted[..n].iter().map(|at| at.value);
        let mut earlier = earlier.filter(|one| one.wording == e.wording);
        let read = earlier.next_back().map_or(e.wording, |one| one.reading);
        if read != e.instead_of {
            faults.push(format!("put right over {read}: {e:?}"));
        }
    }
}

/// What a decided wording was put right to last by a day.
pub(super) fn reads(facts: Facts<'_>, of: (ElementId, WordingId), day: Date) -> Option<&Text> {
    let righted = facts.timeline(|event| match event {
        Event::SlipRighted(e) if (e.element, e.wording) == of => Some(&e.text),
        _ => None,
    });
    super::on_day(&righted, day).map(|at| at.value)
}
