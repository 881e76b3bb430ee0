//! What is kept back on the day it is, residents see on no day.

use super::{Facts, Faults};
use crate::world::World;
use jiff::civil::{Date, date};
use riktning_domain::assessments::{Subject, Verdict};
use riktning_domain::ids::{AssessmentId, RoundId};
use riktning_domain::visibility::{Readable, Visibility};
use riktning_domain::{Event, Published};
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
                Readable::Element(id) => {
                    let judged = lens.assessments(Subject::Element(id));
                    let mut models = lens.models().into_iter();
                    lens.element(id).is_some()
                        || !judged.is_empty()
                        || models.any(|m| lens.elements_of(m.id).any(|e| e.id() == id))
                }
                Readable::Document(id) => {
                    lens.document(id).is_some() || lens.documents().any(|d| d.id == id)
                }
                Readable::Assessment(id) => verdicts_of(facts, id)
                    .into_iter()
                    .any(|version| tells(lens, version)),
                Readable::Vision(id) => {
                    lens.vision(id).is_some() || lens.visions().iter().any(|v| v.id == id)
                }
                Readable::Report(id) => lens.reports().iter().any(|r| r.record.report == id),
                Readable::Directive(id) => {
                    let mut bodies = lens.bodies();
                    bodies.any(|b| lens.directives_of(b.id).iter().any(|d| d.id == id))
                }
            };
            if seen {
                faults.push(format!("{what:?} is {visibility:?} and shown on {day}"));
            }
        }
    }
}

/// Everything that was proposed as an assessment, with what it is about.
fn verdicts_of(facts: Facts<'_>, id: AssessmentId) -> Vec<(Subject, RoundId, Verdict)> {
    let proposed = facts.many(|event| match event {
        Event::AssessmentProposed(e) if e.assessment == id => {
            vec![(e.subject, e.round, e.verdict.clone())]
        }
        _ => vec![],
    });
    proposed.into_iter().map(|at| at.value).collect()
}

/// Whether a verdict is among those that are shown of its subject. Another assessment may say
/// the same of the same subject in the same round by another body: then nobody can tell.
fn tells(lens: Published<'_>, (subject, round, verdict): (Subject, RoundId, Verdict)) -> bool {
    let mut shown = lens.assessments(subject).into_iter();
    shown.any(|a| a.round.round == round && *a.verdict == verdict)
}
