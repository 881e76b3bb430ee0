//! Terms of office, reports and good financial management: of each id the last word counts, on
//! every day; and each keeps the rules of its noun.

use super::elements::endings;
use super::links::adoptions;
use super::{Facts, Faults};
use crate::histories::days_of;
use crate::world::World;
use jiff::civil::{Date, date};
use riktning_domain::bodies::BodyKind;
use riktning_domain::decisions::{Basis, RecordDecision};
use riktning_domain::financial_management::GuideFinancialManagement;
use riktning_domain::ids::{BodyId, DecisionId};
use riktning_domain::reports::{FileReport, ReportOccasion};
use riktning_domain::terms::SetTerm;
use riktning_domain::{Event, Recorded};
use std::collections::BTreeMap;

const TODAY: Date = date(2030, 12, 31);

pub(super) fn check(facts: Facts<'_>, world: &World, faults: &mut Faults) {
    terms(facts, world, faults);
    reports(facts, world, faults);
    guidance(facts, world, faults);
}

/// What was said of one id, and then said otherwise.
struct Told<'a, T> {
    first: u64,
    last: &'a Recorded,
    says: &'a T,
}

/// The last word on each id, in the order in which the ids were first told of.
fn last_words<'a, T, K: Ord>(
    facts: Facts<'a>,
    read: impl Fn(&'a Event) -> Option<(K, &'a T)>,
) -> Vec<Told<'a, T>> {
    let mut told: BTreeMap<K, Told<'a, T>> = BTreeMap::new();
    for recorded in facts.0 {
        if let Some((id, says)) = read(&recorded.event) {
            let first = told.get(&id).map_or(recorded.position, |told| told.first);
            let last = recorded;
            told.insert(id, Told { first, last, says });
        }
    }
    let mut told: Vec<_> = told.into_values().collect();
    told.sort_by_key(|told| told.first);
    told
}

fn kind_of(facts: Facts<'_>, body: BodyId) -> Option<(BodyKind, Date)> {
    facts.0.iter().find_map(|r| match &r.event {
        Event::BodyFounded(e) if e.body == body => Some((e.kind, e.from.day())),
        _ => None,
    })
}

fn decision(facts: Facts<'_>, id: DecisionId) -> Option<(&RecordDecision, Date)> {
    facts.0.iter().find_map(|r| match &r.event {
        Event::DecisionRecorded(e) if e.decision == id => Some((e, r.on)),
        _ => None,
    })
}

/// Elected bodies have terms that lie within their lives and one after another.
fn terms(facts: Facts<'_>, world: &World, faults: &mut Faults) {
    let told = last_words(facts, |event| match event {
        Event::TermSet(e) => Some((e.term, e)),
        _ => None,
    });
    for term in told.iter().map(|told| told.says) {
        let body = kind_of(facts, term.body);
        let elected = [
            BodyKind::Council,
            BodyKind::ExecutiveBoard,
            BodyKind::Committee,
        ];
        if !body.is_some_and(|(kind, from)| elected.contains(&kind) && from <= term.from) {
            faults.push(format!("{body:?} is not elected then: {term:?}"));
        }
        if term.to < term.from {
            faults.push(format!("ends before it begins: {term:?}"));
        }
        let meets = |other: &SetTerm| {
            other.body == term.body
                && other.term != term.term
                && other.from <= term.to
                && term.from <= other.to
        };
        if told.iter().any(|told| meets(told.says)) {
            faults.push(format!("another holds on the same days: {term:?}"));
        }
    }
    for day in days_of(world) {
        let lens = world.state.published(day, TODAY);
        for body in lens.bodies() {
            let holds =
                |term: &&SetTerm| term.body == body.id && term.from <= day && day <= term.to;
            let mut known = told.iter().map(|told| told.says);
            if lens.term_on(body.id) != known.find(holds) {
                faults.push(format!("{} has another term on {day}", body.id));
            }
        }
    }
}

/// A report is about a day of its kind, not after the day it was decided or published; there
/// is one of each occasion on every day.
fn reports(facts: Facts<'_>, world: &World, faults: &mut Faults) {
    let told = last_words(facts, |event| match event {
        Event::ReportFiled(e) => Some((e.report, e)),
        _ => None,
    });
    for Told { last, says, .. } in &told {
        let is_last_day = (says.cut_off.month(), says.cut_off.day()) == (12, 31);
        let of_kind = is_last_day == (says.occasion == ReportOccasion::Annual);
        if says.cut_off.year() != says.year || !of_kind || last.on < says.cut_off {
            faults.push(format!(
                "about another day than it can be, {}: {says:?}",
                last.on
            ));
        }
        if let Basis::Decision(id) = says.basis {
            let decided = decision(facts, id);
            let kind = decided.and_then(|(by, _)| kind_of(facts, by.body));
            let whole = matches!(
                kind,
                Some((BodyKind::Council | BodyKind::ExecutiveBoard, _))
            );
            if decided.is_none_or(|(_, on)| on != last.on) || (says.body.is_none() && !whole) {
                faults.push(format!("not approved by who may, {}: {says:?}", last.on));
            }
        }
    }
    for day in days_of(world) {
        let stand = told.iter().filter(|told| {
            let stands = match told.says.basis {
                Basis::Decision(id) => facts.stands(id, day),
                Basis::Source(..) => true,
            };
            told.last.on <= day && stands
        });
        let mut expected: Vec<&FileReport> = stand.map(|told| told.says).collect();
        expected.sort_by_key(|says| (says.body, says.year, says.occasion));
        let same = |a: &FileReport, b: &FileReport| {
            (a.body, a.year, a.occasion) == (b.body, b.year, b.occasion)
        };
        if expected.windows(2).any(|two| same(two[0], two[1])) {
            faults.push(format!(
                "two reports of one occasion on {day}: {expected:?}"
            ));
        }
        let lens = world.state.published(day, TODAY);
        let mut shown: Vec<&FileReport> = lens.reports().iter().map(|r| r.record).collect();
        shown.sort_by_key(|says| (says.body, says.year, says.occasion));
        if shown != expected {
            faults.push(format!("{day}: {shown:?}, not {expected:?}"));
        }
    }
}

/// The council marks goals of the year that are adopted and have not ended on the day.
fn guidance(facts: Facts<'_>, world: &World, faults: &mut Faults) {
    let told = last_words(facts, |event| match event {
        Event::FinancialManagementGuided(e) => Some((e.guidance, e)),
        _ => None,
    });
    for (place, one) in told.iter().enumerate() {
        marked(facts, one, faults);
        let of = |told: &Told<'_, GuideFinancialManagement>| (told.says.year, told.says.decision);
        if told[..place].iter().any(|other| of(other) == of(one)) {
            faults.push(format!("one decision guides a year twice: {:?}", one.says));
        }
    }
    for day in days_of(world) {
        let lens = world.state.published(day, TODAY);
        for year in 2015..2022 {
            let stand = told.iter().filter(|told| {
                let says = told.says;
                says.year == year && told.last.on <= day && facts.stands(says.decision, day)
            });
            let latest = stand.max_by_key(|told| (told.last.on, told.first));
            if lens.financial_management(year) != latest.map(|told| told.says) {
                faults.push(format!("{year} was guided otherwise on {day}"));
            }
        }
    }
}

fn marked(facts: Facts<'_>, told: &Told<'_, GuideFinancialManagement>, faults: &mut Faults) {
    let (says, on) = (told.says, told.last.on);
    let decided = decision(facts, says.decision);
    let by_council = decided.is_some_and(|(by, day)| {
        let kind = kind_of(facts, by.body);
        day == on && kind.is_some_and(|(kind, _)| kind == BodyKind::Council)
    });
    if !by_council || says.goals.is_empty() {
        faults.push(format!("the council marked nothing on {on}: {says:?}"));
    }
    // What was known when it was last said. A court may quash an adoption at any time.
    let known = usize::try_from(told.last.position).unwrap();
    let known = Facts(&facts.0[..known]);
    let adopted = adoptions(known);
    let ended = endings(facts);
    for (place, goal) in says.goals.iter().enumerate() {
        if says.goals[..place].contains(goal) {
            faults.push(format!("{goal} is marked twice: {says:?}"));
        }
        let adopted = adopted.iter().any(|a| {
            a.value.0 == *goal && a.on <= on && a.value.2.is_none_or(|id| known.stands(id, on))
        });
        if !adopted {
            faults.push(format!("{goal} was not adopted on {on}: {says:?}"));
        }
        // A quashed decision marks nothing in the end.
        let over = ended.iter().any(|e| {
            let stands = facts.stands(e.value.1, Date::MAX);
            e.value.0 == *goal && e.on <= on && stands
        });
        if over && facts.stands(says.decision, Date::MAX) {
            faults.push(format!("{goal} had ended on {on} and was marked: {says:?}"));
        }
    }
}
