//! Topics that end: no part outlives the whole, and nobody places under one what is of a later period.

use super::{Facts, Faults};
use jiff::civil::Date;
use riktning_domain::elements::Wording;
use riktning_domain::ids::{ElementId, TopicId};
use riktning_domain::permissions::Actor;
use riktning_domain::topics::TopicDescription;
use riktning_domain::{Event, Recorded};
use std::collections::{BTreeMap, BTreeSet};

/// What is said of a topic, by the day from which it stands.
type Said<'a> = BTreeMap<(Date, u64), &'a TopicDescription>;

pub(super) fn check(facts: Facts<'_>, faults: &mut Faults) {
    let mut said: BTreeMap<TopicId, Said<'_>> = BTreeMap::new();
    let mut stood: BTreeSet<(ElementId, TopicId)> = BTreeSet::new();
    for recorded in facts.0 {
        match &recorded.event {
            Event::TopicDescribed(e) => {
                let at = (recorded.on, recorded.position);
                said.entry(e.topic).or_default().insert(at, &e.description);
                outlived(&said, faults);
            }
            Event::ElementDrafted(e) => {
                placed(&said, &mut stood, recorded, (e.element, &e.wording), faults);
            }
            Event::WordingProposed(e) => {
                placed(&said, &mut stood, recorded, (e.element, &e.wording), faults);
            }
            _ => {}
        }
    }
}

fn newest<'a>(said: &BTreeMap<TopicId, Said<'a>>, id: TopicId) -> Option<&'a TopicDescription> {
    said.get(&id)?.values().next_back().copied()
}

fn outlived(said: &BTreeMap<TopicId, Said<'_>>, faults: &mut Faults) {
    for id in said.keys() {
        let part = newest(said, *id);
        let whole = part.and_then(|part| newest(said, part.parent?));
        let (Some(part), Some(end)) = (part, whole.and_then(|whole| whole.last_day)) else {
            continue;
        };
        if part.last_day.is_none_or(|last| end < last) {
            faults.push(format!(
                "{id} goes on after {end}, when its whole has ended"
            ));
        }
    }
}

fn placed(
    said: &BTreeMap<TopicId, Said<'_>>,
    stood: &mut BTreeSet<(ElementId, TopicId)>,
    recorded: &Recorded,
    (element, wording): (ElementId, &Wording),
    faults: &mut Faults,
) {
    for placed in &wording.topics {
        let is_new = stood.insert((element, placed.topic));
        let end = newest(said, placed.topic).and_then(|topic| topic.last_day);
        let is_late = end.is_some_and(|end| end < wording.period.first_day());
        if is_new && is_late && recorded.actor != Actor::Import {
            faults.push(format!(
                "{element} was placed under {} after its end",
                placed.topic
            ));
        }
    }
}
