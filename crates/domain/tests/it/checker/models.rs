//! Models: what rests on them stays, on every later day; predecessors are earlier.

use super::links::{Drafts, definitions};
use super::{At, Facts, Faults, on_day};
use riktning_domain::Event;
use riktning_domain::ids::{ModelId, RoundId};
use riktning_domain::models::ModelDefinition;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(facts: Facts<'_>, faults: &mut Faults) {
    levels_and_values(facts, faults);
    predecessors(facts, faults);
    periods(facts, faults);
}

fn levels_and_values(facts: Facts<'_>, faults: &mut Faults) {
    let mut rounds: BTreeMap<RoundId, ModelId> = BTreeMap::new();
    for recorded in facts.0 {
        if let Event::RoundOpened(e) = &recorded.event {
            rounds.insert(e.round, e.model);
        }
    }
    for recorded in facts.0 {
        let on = recorded.on;
        let later = |model| {
            let all = definitions(facts, model);
            let first = on_day(&all, on).map(|d| (d.on, d.position));
            let standing = all
                .into_iter()
                .filter(move |d| Some((d.on, d.position)) >= first);
            standing.collect::<Vec<_>>()
        };
        match &recorded.event {
            Event::ElementDrafted(e) => {
                for definition in later(e.model) {
                    if definition.value.level(e.level).is_none() {
                        faults.push(format!("{} has no level on {}", e.element, definition.on));
                    }
                }
            }
            Event::AssessmentProposed(e) => {
                let values: Vec<_> = e.verdict.values().collect();
                for definition in later(rounds[&e.round]) {
                    let mut used = values.iter();
                    if used.any(|value| definition.value.value(*value).is_none()) {
                        faults.push(format!(
                            "{} has no value on {}",
                            e.assessment, definition.on
                        ));
                    }
                }
            }
            _ => {}
        }
    }
}

fn predecessors(facts: Facts<'_>, faults: &mut Faults) {
    let drafts = Drafts::of(facts);
    let days: BTreeSet<_> = facts.0.iter().map(|r| r.on).collect();
    let wordings = facts.timeline(|event| match event {
        Event::ElementDrafted(e) => Some((e.element, &e.wording)),
        Event::WordingProposed(e) => Some((e.element, &e.wording)),
        _ => None,
    });
    // A draft that was taken back continues nothing: nobody can decide it any more (decision 087).
    let dropped = facts.0.iter().filter_map(|r| match &r.event {
        Event::DraftDropped(e) => Some(e.element),
        _ => None,
    });
    let dropped: BTreeSet<_> = dropped.collect();
    for at in wordings
        .into_iter()
        .filter(|at| !dropped.contains(&at.value.0))
    {
        let (later, Some(continues)) = (at.value.0, at.value.1.continues) else {
            continue;
        };
        let earlier = continues.element;
        let first = at.value.1.period.first_day();
        let words = drafts.wordings.iter().filter(|((id, _), _)| *id == earlier);
        let mut last = words.map(|(_, wording)| wording.period.last_day());
        let (later, earlier) = (drafts.place[&later].0, drafts.place[&earlier].0);
        // Within one model it is the year that is earlier, by whatever wording.
        if later == earlier {
            if last.any(|last| last >= first) {
                faults.push(format!("{:?} continues what is not earlier", at.value.0));
            }
            continue;
        }
        let (later, earlier) = (definitions(facts, later), definitions(facts, earlier));
        for day in days.iter().filter(|day| **day >= at.on) {
            let period = |all: &[At<&ModelDefinition>]| on_day(all, *day).map(|d| d.value.period);
            if period(&earlier) >= period(&later) {
                faults.push(format!("{:?} is no predecessor on {day}", at.value));
            }
        }
    }
}

fn periods(facts: Facts<'_>, faults: &mut Faults) {
    let all = facts.timeline(|event| match event {
        Event::ModelDefined(e) => Some((e.definition.period, e.model)),
        _ => None,
    });
    for one in &all {
        let mut others = all.iter().map(|at| at.value);
        if others.any(|(period, model)| period == one.value.0 && model != one.value.1) {
            faults.push(format!("two models share {:?}", one.value.0));
        }
    }
    for at in facts.timeline(|event| match event {
        Event::ModelDefined(e) => Some((e.definition.follows?, e.definition.period)),
        _ => None,
    }) {
        let (before, period) = at.value;
        let before = definitions(facts, before);
        let mut on_or_after = before.iter().filter(|d| d.on >= at.on);
        let standing = on_day(&before, at.on);
        if standing.is_none_or(|d| d.value.period >= period)
            || on_or_after.any(|d| d.value.period >= period)
        {
            faults.push(format!(
                "the model of {period} follows none that is earlier"
            ));
        }
    }
}
