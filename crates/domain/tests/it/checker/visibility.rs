//! What is kept back on the day it is, residents see on no day.

use super::{Facts, Faults};
use crate::world::World;
use jiff::civil::{Date, date};
use riktning_domain::Event;
use riktning_domain::assessments::Subject;
use riktning_domain::decisions::Adoptable;
use riktning_domain::visibility::Visibility;
use std::collections::BTreeMap;

const LAST: Date = date(2030, 12, 31);

pub(super) fn check(facts: Facts<'_>, world: &World, faults: &mut Faults) {
    let told = facts.timeline(|event| match event {
        Event::VisibilitySet(e) => Some((e.what, e.visibility.clone())),
        _ => None,
    });
    let told: BTreeMap<_, _> = told.into_iter().map(|at| at.value).collect();
    let days: Vec<Date> = facts.0.iter().map(|r| r.on).chain([LAST]).collect();
    for (what, visibility) in told {
        if visibility == Visibility::Public {
            continue;
        }
        for day in &days {
            let lens = world.state.published(*day, LAST);
            let seen = match what {
                Adoptable::Element(id) => {
                    let judged = lens.assessments(Subject::Element(id));
                    let mut models = lens.models().into_iter();
                    lens.element(id).is_some()
                        || !judged.is_empty()
                        || models.any(|m| lens.elements_of(m.id).any(|e| e.id() == id))
                }
                Adoptable::Document(id) => lens.document(id).is_some(),
                what => lens.stands(what),
            };
            if seen {
                faults.push(format!("{what:?} is {visibility:?} and shown on {day}"));
            }
        }
    }
}
