//! Rounds: what kind of occasion one is and by which model never changes; the day that its verdicts
//! are about stays once there is one; nothing comes after it was called off.

use super::{Facts, Faults};
use riktning_domain::Event;
use riktning_domain::ids::RoundId;
use riktning_domain::rounds::OpenRound;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(facts: Facts<'_>, faults: &mut Faults) {
    let mut said: BTreeMap<RoundId, &OpenRound> = BTreeMap::new();
    let mut used: BTreeSet<RoundId> = BTreeSet::new();
    let mut called_off = BTreeMap::new();
    for recorded in facts.0 {
        match &recorded.event {
            Event::RoundOpened(e) => {
                if called_off.contains_key(&e.round) {
                    faults.push(format!("{} was called off", e.round));
                }
                let Some(before) = said.insert(e.round, e) else {
                    continue;
                };
                if (before.model, before.occasion) != (e.model, e.occasion) {
                    faults.push(format!("{} is another occasion", e.round));
                }
                if used.contains(&e.round) && before.cut_off != e.cut_off {
                    faults.push(format!("{} is about another day", e.round));
                }
            }
            Event::RoundCalledOff(e) => {
                if used.contains(&e.round) || !said.contains_key(&e.round) {
                    faults.push(format!("{} cannot be called off", e.round));
                }
                called_off.insert(e.round, recorded.on);
            }
            Event::AssessmentProposed(e) => {
                if called_off
                    .get(&e.round)
                    .is_some_and(|on| *on <= recorded.on)
                {
                    faults.push(format!("{} takes no verdicts", e.round));
                }
                used.insert(e.round);
            }
            _ => {}
        }
    }
}
