//! What changed: one thing between two days, everything between two days, and day by day.
//!
//! A change is what differs between two lenses of `Published`, so nothing is told here that
//! residents did not see on one of the two days. The log is the same comparison made at each
//! day on which a thing may have changed.

mod bodies;
mod documents;
mod elements;
mod indicators;
mod log;
mod money;
mod plans;
mod site;
mod told;
mod topics;
mod verdicts;
mod what;

pub use log::Log;
pub use what::{About, Change, End, What};

use crate::search::{Said, said};
use crate::views::frame::source_link;
use jiff::ToSpan;
use jiff::civil::Date;
use riktning_domain::assessments::Subject;
use riktning_domain::ids::ElementId;
use riktning_domain::published::{Thing, Turning};
use riktning_domain::{Dated, Precision, Published};
use std::collections::{BTreeSet, BinaryHeap};
use std::ops::Bound::{Excluded, Included};
use told::Told;

/// The day by the lens's on which any of some things changed last before the eyes of residents,
/// as exactly as it is known: that of the newest row of the log that is about one of them.
pub fn last_of(p: Published<'_>, things: impl IntoIterator<Item = Thing>) -> Option<Dated> {
    let before = |thing, by: Date| p.turned_last(thing, by).map(|day| (day, thing));
    let first = |thing| before(thing, p.day());
    let mut waiting: BinaryHeap<(Date, Thing)> = things.into_iter().filter_map(first).collect();
    let mut newest: Option<Dated> = None;
    while let Some((day, thing)) = waiting.pop() {
        // Several may have changed on the day, some known more exactly than others; of those
        // that changed on a day that is known, one is enough.
        if newest.is_some_and(|newest| day < newest.day() || is_exact(&newest)) {
            break;
        }
        match changed_on(p, day, thing) {
            Some(since) => newest = newest.into_iter().chain([since]).min_by_key(precision),
            // It may have changed on the day and did not.
            None => waiting.extend(day.yesterday().ok().and_then(|eve| before(thing, eve))),
        }
    }
    newest
}

fn precision(since: &Dated) -> Precision {
    since.precision()
}

fn is_exact(since: &Dated) -> bool {
    since.precision() == Precision::Day
}

/// The day of the first change of a thing on a day, if any.
fn changed_on(p: Published<'_>, day: Date, thing: Thing) -> Option<Dated> {
    let eve = day.checked_sub(1.day()).ok()?;
    let changes = between(p.on(eve), p.on(day), thing, &p.turning(thing));
    let since = changes
        .into_iter()
        .map(|change| log::heading(day, change).0);
    since.min_by_key(precision)
}

/// The decisions by the day of the lens, or after another day.
pub fn decided(p: Published<'_>, after: Option<Date>) -> Vec<(Date, Change)> {
    let made = p.decisions().into_iter();
    let made = made.filter(|(day, _)| after.is_none_or(|after| *day > after));
    made.map(|(day, decision)| {
        let change = Change {
            thing: None,
            about: None,
            what: What::Decided,
            since: decision.date(),
            decision: Some(decision.id()),
            source: decision.source().and_then(|id| source_link(p, id)),
        };
        (day, change)
    })
    .collect()
}

/// What changed of everything between two days, by kind; the decisions first.
pub fn all_between(
    before: Published<'_>,
    after: Published<'_>,
    wanted: Option<&BTreeSet<Thing>>,
) -> Vec<Change> {
    let things = after.things().into_iter();
    let things = things.filter(|thing| wanted.is_none_or(|wanted| wanted.contains(thing)));
    let mut changes: Vec<_> = things
        .flat_map(|thing| between(before, after, thing, &after.turning(thing)))
        .collect();
    // Stable: what is of one kind stands in the order in which it was first recorded.
    changes.sort_by_key(|change| {
        let kind = change.about.as_ref().map(|about| about.kind);
        (change.thing.is_some(), kind, rank(&change.what))
    });
    changes
}

/// The element with what supports it, and the indicators of them all.
pub fn belonging_to(p: Published<'_>, element: ElementId) -> BTreeSet<Thing> {
    let mut all = BTreeSet::new();
    let mut next = vec![element];
    while let Some(id) = next.pop() {
        if !all.insert(Thing::Element(id)) {
            continue;
        }
        let serving = p.indicators_of(id).into_iter();
        // What a figure is worked out of changes with it.
        let figures = serving.flat_map(|(indicator, _)| {
            let parts = indicator.worked_out_of().into_iter();
            parts.chain([indicator.id])
        });
        all.extend(figures.map(Thing::Indicator));
        next.extend(p.supported_by(id).iter().map(|below| below.id()));
    }
    all
}

/// The order in which changes of one kind of thing are told.
fn rank(what: &What) -> u8 {
    match what {
        What::Decided => 0,
        What::New => 1,
        What::Reworded { .. } | What::Righted { .. } => 2,
        What::Redescribed { .. } | What::Terms | What::Hours | What::Checked => 3,
        What::Owned { .. } | What::Granted { .. } | What::Revised | What::Elected { .. } => 3,
        What::Given { .. } | What::Moved | What::Supplemented => 4,
        What::Answers { .. } | What::Marked { .. } => 4,
        What::Directed(_) | What::Bound(_) | What::Tied(_) | What::Untied(_) => 5,
        What::Withdrawn | What::Closed | What::Ended | What::Gone | What::Turned(_) => 6,
        What::Judged { .. } | What::Unjudged { .. } => 7,
        What::Aimed { .. } => 8,
        What::Measured { .. } => 9,
        What::Compared { .. } => 10,
    }
}

/// What changed of a thing between two days, as residents saw it on each.
fn between(
    before: Published<'_>,
    after: Published<'_>,
    thing: Thing,
    turning: &Turning,
) -> Vec<Change> {
    // Decisions are told by themselves: `decided`.
    if let Thing::Decision(_) = thing {
        return Vec::new();
    }
    // What has no day between the two is the same on both. What changed on several of them and
    // rests on nothing of those days is told of the last.
    let days = (Excluded(before.day()), Included(after.day()));
    let turned = match before.day() < after.day() {
        true => turning.days.range(days).next_back(),
        false => None,
    };
    let Some(turned) = turned else {
        return Vec::new();
    };
    let (then, now) = (said(before, thing), said(after, thing));
    let Some(about) = now.as_ref().or(then.as_ref()).map(About::from) else {
        return Vec::new();
    };
    let mut told = Told::new((before, after), thing, about, turning, *turned);
    words(&mut told, then.as_ref(), now.as_ref());
    if now.is_some() || is_its_verdicts(thing) {
        more(&mut told, then.is_none());
    }
    if let Thing::Body(id) = thing {
        bodies::decided(&mut told, id);
    }
    told.changes
}

/// That it came, that it is gone, or what it says otherwise.
fn words(told: &mut Told<'_>, then: Option<&Said>, now: Option<&Said>) {
    if is_its_verdicts(told.thing) || told.thing == Thing::Pages {
        return;
    }
    match (then, now) {
        (Some(_), None) => told.tell_gone(),
        // How much is granted tells that it is new.
        (None, Some(_)) if matches!(told.thing, Thing::Frame(_)) => {}
        (None, Some(_)) => told.tell(What::New),
        (Some(then), Some(now)) => told.words(then, now),
        (None, None) => {}
    }
}

/// Whether a thing is nothing but the verdicts on it.
fn is_its_verdicts(thing: Thing) -> bool {
    matches!(thing, Thing::Whole | Thing::FinancialManagement(_))
}

/// What changed of a thing beside its words. What is new says the rest with its coming.
fn more(told: &mut Told<'_>, new: bool) {
    match told.thing {
        Thing::Element(id) => {
            if !new {
                elements::element(told, id);
            }
            verdicts::judged(told, Subject::Element(id));
        }
        Thing::Indicator(id) => {
            verdicts::judged(told, Subject::Indicator(id));
            indicators::figures(told, id);
            indicators::compared(told, id);
        }
        Thing::Topic(id) => {
            topics::topic(told, id);
            verdicts::judged(told, Subject::Topic(id));
        }
        Thing::Whole => verdicts::judged(told, Subject::Whole),
        Thing::FinancialManagement(scope) => {
            verdicts::judged(told, Subject::FinancialManagement(scope));
        }
        Thing::Guidelines(year) if !new => money::guidelines(told, year),
        Thing::Frame(id) if new => money::frame(told, id),
        Thing::Accounts(id) if !new => money::accounts(told, id),
        Thing::Plan(id) if !new => plans::plan(told, id),
        Thing::Body(id) => bodies::body(told, id, new),
        Thing::Document(id) if !new => documents::document(told, id),
        Thing::Rule(id) => documents::rule(told, id),
        Thing::Notice(id) if !new => site::notice(told, id),
        Thing::Office(id) if !new => site::office(told, id),
        Thing::Pages => site::pages(told),
        Thing::Model(_)
        | Thing::Vision(_)
        | Thing::Decision(_)
        | Thing::Report(_)
        | Thing::Guidelines(_)
        | Thing::Frame(_)
        | Thing::Accounts(_)
        | Thing::Note(_)
        | Thing::Plan(_)
        | Thing::Document(_)
        | Thing::Notice(_)
        | Thing::Office(_)
        | Thing::Written(_) => {}
    }
}
