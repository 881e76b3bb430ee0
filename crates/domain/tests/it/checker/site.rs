//! The public site: what stands above a page, and which office lies under which.

use super::{Facts, Faults};
use crate::world::World;
use riktning_domain::site::notices::Severity;
use riktning_domain::{Event, Recorded};
use std::collections::BTreeSet;

pub(super) fn check(facts: Facts<'_>, world: &World, faults: &mut Faults) {
    places(facts.0, faults);
    names(facts.0, world, faults);
    above(facts.0, world, faults);
}

/// One centre and its places: no office that is a place has places of its own, on any day.
fn places(journal: &[Recorded], faults: &mut Faults) {
    let described = journal.iter().filter_map(|r| match &r.event {
        Event::OfficeDescribed(e) => Some(e),
        _ => None,
    });
    let links: Vec<_> = described
        .filter_map(|e| Some((e.office, e.part_of?)))
        .collect();
    let centres: BTreeSet<_> = links.iter().map(|(_, centre)| *centre).collect();
    for (office, _) in links.iter().filter(|(office, _)| centres.contains(office)) {
        faults.push(format!("office {office} is a place and has places"));
    }
}

/// On no day do two contact centres of one name stand.
fn names(journal: &[Recorded], world: &World, faults: &mut Faults) {
    let described = journal.iter().filter_map(|r| match &r.event {
        Event::OfficeDescribed(e) => Some(e.from.day()),
        _ => None,
    });
    for day in described.collect::<BTreeSet<_>>() {
        let offices = world.state.published(day, day).offices();
        let centres = offices.iter().map(|o| o.description);
        let centres = centres.filter(|d| d.part_of.is_none());
        let mut seen = BTreeSet::new();
        for name in centres.filter_map(|d| d.names.sv.as_str()) {
            if !seen.insert(name) {
                faults.push(format!("two contact centres are called {name} on {day}"));
            }
        }
    }
}

/// On the day itself every notice that stands is above the page, the gravest first; of the
/// past only crises are, and what stood that day.
fn above(journal: &[Recorded], world: &World, faults: &mut Faults) {
    let Some(last) = journal.last() else { return };
    let today = riktning_domain::local_time::local(last.recorded_at).date();
    let lens = world.state.published(today, today).at(last.recorded_at);
    let standing = lens
        .notices()
        .into_iter()
        .filter(|n| n.stands_at(last.recorded_at));
    let mut expected: Vec<_> = standing.map(|n| (n.said().severity, n.id)).collect();
    let shown = lens.notices_above();
    let mut shown: Vec<_> = shown.iter().map(|n| (n.said().severity, n.id)).collect();
    if !shown.is_sorted_by(|a, b| a.0 >= b.0) {
        faults.push(format!("a graver notice stands below: {shown:?}"));
    }
    expected.sort();
    shown.sort();
    if expected != shown {
        faults.push(format!("{expected:?} stand and {shown:?} are shown"));
    }
    let past = world.state.published(jiff::civil::date(1999, 1, 1), today);
    for notice in past.at(last.recorded_at).notices_above() {
        if notice.said().severity != Severity::Crisis {
            faults.push(format!("{} is shown before it was known", notice.id));
        }
    }
}
