//! Every rule once more, asked of a finished history: on each day, out of the raw list of
//! events, without a look at how `decide` asks it.

mod base;
mod bodies;
mod closing;
mod elements;
mod figures;
mod follow_up;
mod jurisdiction;
mod links;
mod models;
mod referral;
mod righting;
mod rounds;
mod site;
mod topics;
mod visibility;

use crate::world::World;
use jiff::civil::Date;
use riktning_domain::decisions::{Act, MarkDecision, Organised, Stage};
use riktning_domain::ids::DecisionId;
use riktning_domain::permissions::Actor;
use riktning_domain::{Event, Recorded};
use std::collections::BTreeMap;

/// What a rule found broken, in words for whoever reads the failing test.
pub(crate) type Faults = Vec<String>;

/// Every rule that a history breaks.
pub(crate) fn broken(world: &World) -> Faults {
    let facts = Facts(&world.journal);
    let mut faults = Faults::new();
    days(facts, &mut faults);
    authors(facts, &mut faults);
    bodies::check(facts, &mut faults);
    base::check(facts, &mut faults);
    models::check(facts, &mut faults);
    referral::check(facts, &mut faults);
    rounds::check(facts, &mut faults);
    links::check(facts, &mut faults);
    topics::check(facts, &mut faults);
    // The rules of what stood are asked of the same town with nothing kept back.
    let open = open(facts);
    elements::check(facts, &open, &mut faults);
    links::shown(facts, &open, &mut faults);
    righting::check(facts, &mut faults);
    closing::check(facts, &mut faults);
    jurisdiction::check(facts, &mut faults);
    figures::check(facts, &open, &mut faults);
    site::check(facts, &open, &mut faults);
    follow_up::check(facts, &open, &mut faults);
    visibility::check(facts, world, &mut faults);
    faults
}

fn open(facts: Facts<'_>) -> World {
    let mut world = World::default();
    let kept = |recorded: &&Recorded| !matches!(recorded.event, Event::VisibilitySet(_));
    for recorded in facts.0.iter().filter(kept) {
        world.state.apply(recorded);
        world.journal.push(recorded.clone());
    }
    world
}

/// The raw list of events.
#[derive(Clone, Copy)]
pub(crate) struct Facts<'a>(&'a [Recorded]);

impl<'a> Facts<'a> {
    /// What `read` finds in the events, as a timeline: by the day from which it stood, then
    /// by position.
    fn timeline<T>(self, read: impl Fn(&'a Event) -> Option<T>) -> Vec<At<T>> {
        self.many(|event| read(event).into_iter().collect())
    }

    /// The same where one event may say several things.
    fn many<T>(self, read: impl Fn(&'a Event) -> Vec<T>) -> Vec<At<T>> {
        let all = self.0.iter().flat_map(|recorded| {
            let (on, position) = (recorded.on, recorded.position);
            let is_person = recorded.actor != Actor::Import;
            let values = read(&recorded.event).into_iter();
            values.map(move |value| At {
                on,
                position,
                is_person,
                value,
            })
        });
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|at| (at.on, at.position));
        all
    }

    /// Whether a decision had not been quashed by a day.
    fn stands(self, decision: DecisionId, day: Date) -> bool {
        !self.0.iter().any(|r| {
            let quashed = Event::DecisionMarked(MarkDecision {
                decision,
                stage: Stage::Quashed,
                on: r.on,
            });
            r.event == quashed && r.on <= day
        })
    }
}

/// Something said, and from which day.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    on: Date,
    position: u64,
    is_person: bool,
    value: T,
}

/// What of a timeline stood on a day.
fn on_day<T>(timeline: &[At<T>], day: Date) -> Option<&At<T>> {
    timeline.iter().rev().find(|at| at.on <= day)
}

/// `on` is never after the day of recording, never before what it refers to, and only what
/// the law of the matter dates is back-dated by a person.
fn days(facts: Facts<'_>, faults: &mut Faults) {
    let mut since: BTreeMap<String, Date> = BTreeMap::new();
    for recorded in facts.0 {
        let (on, event) = (recorded.on, &recorded.event);
        let utc = jiff::tz::TimeZone::UTC;
        let today = recorded.recorded_at.to_zoned(utc).date();
        if on > today {
            faults.push(format!("recorded {today} but stood from {on}: {event:?}"));
        }
        let may_be_back_dated = matches!(
            event,
            Event::DecisionRecorded(_)
                | Event::DecisionMarked(_)
                | Event::MeasurementReported(_)
                | Event::TargetSet(_)
                | Event::FrameEntered(_)
                | Event::FinancialManagementGuided(_)
                | Event::ReportFiled(_)
                | Event::TermSet(_)
                | Event::ShareHeld(_)
                | Event::BodyFounded(_)
                | Event::BodyRenamed(_)
                | Event::BodyMoved(_)
                | Event::BodyEnded(_)
                | Event::OfficeDescribed(_)
                | Event::HoursSet(_)
                | Event::HoursExcepted(_)
                | Event::DocumentDrafted(_)
                | Event::RuleRecorded(_)
        );
        if on != today && recorded.actor != Actor::Import && !may_be_back_dated {
            faults.push(format!("back-dated by a person to {on}: {event:?}"));
        }
        let defined = defined(event);
        let foretold = foretold(event);
        for id in ids(event) {
            if foretold.contains(&id) {
                continue;
            }
            if defined.contains(&id) {
                let first = since.entry(id).or_insert(on);
                *first = on.min(*first);
            } else if let Some(stands_from) = since.get(&id)
                && on < *stands_from
            {
                faults.push(format!(
                    "stood from {on}, refers to {stands_from}: {event:?}"
                ));
            }
        }
    }
}

/// The bodies that a decision founds, renames, moves or ends: each is so from the day of the meeting
/// at the earliest.
fn foretold(event: &Event) -> Vec<String> {
    let Event::DecisionRecorded(decision) = event else {
        return vec![];
    };
    let acts = decision.acts.iter().filter_map(|act| match act {
        Act::Organise(what) => Some(what),
        _ => None,
    });
    let named = acts.flat_map(|what| match what {
        Organised::Founded(body) | Organised::Renamed(body, ..) => vec![*body],
        Organised::Moved(body, others, _) | Organised::Ended(body, _, others) => {
            [&[*body], others.as_slice()].concat()
        }
    });
    named.map(|body| body.to_string()).collect()
}

fn ids(event: &Event) -> Vec<String> {
    let (body, _) = event.to_body().unwrap();
    let parts = body.split('"');
    let parts = parts.filter(|part| part.len() == 36 && part.as_bytes()[8] == b'-');
    parts.map(str::to_owned).collect()
}

/// The ids that an event brings into the world, or says anew. A source stands on every day.
fn defined(event: &Event) -> Vec<String> {
    match event {
        Event::BodyFounded(e) => vec![e.body.to_string()],
        Event::VisionDrafted(e) => vec![e.vision.to_string(), e.wording_id.to_string()],
        Event::ModelDefined(e) => {
            let levels = e.definition.levels.iter().map(|l| l.id.to_string());
            let scales = e.definition.scales.iter();
            let scales = scales.flat_map(|s| {
                let values = s.values.iter().map(|v| v.id.to_string());
                values.chain([s.id.to_string()])
            });
            levels.chain(scales).chain([e.model.to_string()]).collect()
        }
        Event::TopicDescribed(e) => vec![e.topic.to_string()],
        Event::ElementDrafted(e) => vec![e.element.to_string(), e.wording_id.to_string()],
        Event::WordingProposed(e) => vec![e.wording_id.to_string()],
        Event::ThreadTied(e) => vec![e.thread.to_string()],
        Event::PlanDrafted(e) => vec![e.plan.to_string()],
        Event::DecisionRecorded(e) => vec![e.decision.to_string()],
        Event::IndicatorDefined(e) => vec![e.indicator.to_string()],
        Event::RoundOpened(e) => vec![e.round.to_string()],
        Event::FrameEntered(e) => vec![e.entry.to_string()],
        Event::ReportFiled(e) => vec![e.report.to_string()],
        Event::TermSet(e) => vec![e.term.to_string()],
        Event::FinancialManagementGuided(e) => vec![e.guidance.to_string()],
        Event::AccountsReported(e) => vec![e.accounts.to_string()],
        Event::DocumentDrafted(e) => vec![e.document.to_string(), e.wording_id.to_string()],
        Event::RuleRecorded(e) => vec![e.document.to_string()],
        Event::DirectiveDrafted(e) => vec![e.directive.to_string(), e.wording_id.to_string()],
        Event::AssessmentProposed(e) => vec![e.assessment.to_string(), e.version.to_string()],
        _ => vec![],
    }
}

/// A person's decision names paragraph or delegation and does something; a person's draft
/// names an owner; a verdict has an author and a reason; only an import finds.
fn authors(facts: Facts<'_>, faults: &mut Faults) {
    use riktning_domain::decisions::Authority;
    use riktning_domain::decisions::Basis;
    use riktning_domain::indicators::TargetBasis;
    for recorded in facts.0.iter().filter(|r| r.actor != Actor::Import) {
        let is_fault = match &recorded.event {
            Event::DecisionRecorded(e) => {
                matches!(e.authority, Authority::Found { .. }) || e.acts.is_empty()
            }
            Event::FoundInSource(_) => true,
            Event::TargetSet(e) => matches!(e.basis, TargetBasis::Source(..)),
            Event::ReportFiled(e) => matches!(e.basis, Basis::Source(..)),
            Event::ElementDrafted(e) => e.wording.owner.is_none(),
            Event::WordingProposed(e) => e.wording.owner.is_none(),
            Event::AssessmentProposed(e) => e.body.is_none() || e.verdict.reason.is_blank(),
            _ => false,
        };
        if is_fault {
            faults.push(format!("a person may not: {:?}", recorded.event));
        }
    }
}
