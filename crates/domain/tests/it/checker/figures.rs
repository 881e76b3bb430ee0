//! Indicators and verdicts: only organisation indicators inform one; nothing is overwritten;
//! what is decided is not proposed again.

use super::{At, Facts, Faults, on_day};
use crate::commands::person;
use crate::exempelstad::COUNCIL;
use crate::histories::days_of;
use crate::world::World;
use jiff::civil::date;
use riktning_domain::assessments::{ProposeAssessment, Subject};
use riktning_domain::decisions::{Act, Adoptable, Stage};
use riktning_domain::ids::{AssessmentId, BodyId, DecisionId, IndicatorId, WordingId};
use riktning_domain::indicators::{
    Breakdown, Class, DecidedFigure, NoValue, ReportMeasurement, Settled, Value,
};
use riktning_domain::permissions::{GrantRole, Role};
use riktning_domain::{Event, Period, Recorded};
use std::collections::BTreeMap;

pub(super) fn check(facts: Facts<'_>, world: &World, faults: &mut Faults) {
    classes(facts, faults);
    revisions(facts, world, faults);
    reported(facts, world, faults);
    decided(facts, world, faults);
}

fn proposals(facts: Facts<'_>) -> Vec<At<&ProposeAssessment>> {
    facts.timeline(|event| match event {
        Event::AssessmentProposed(e) => Some(e),
        _ => None,
    })
}

fn decisions(facts: Facts<'_>) -> Vec<At<(AssessmentId, WordingId, DecisionId)>> {
    facts.many(|event| match event {
        Event::DecisionRecorded(e) => {
            let acts = e.acts.iter().filter_map(|act| match act {
                Act::Adopt(Adoptable::Assessment(id), v) => Some((*id, *v, e.decision)),
                _ => None,
            });
            acts.collect()
        }
        _ => vec![],
    })
}

fn classes(facts: Facts<'_>, faults: &mut Faults) {
    let class = |indicator: IndicatorId, day| {
        let definitions = facts.timeline(|event| match event {
            Event::IndicatorDefined(e) if e.indicator == indicator => Some(e.definition.class),
            _ => None,
        });
        on_day(&definitions, day).map(|d| d.value)
    };
    let proposals = proposals(facts);
    let proposed = proposals.iter().map(|p| (p.on, p.value));
    let decisions = decisions(facts);
    let decided = decisions.iter().filter_map(|d| {
        let named = proposals.iter().find(|p| p.value.version == d.value.1)?;
        Some((d.on, named.value))
    });
    for (day, proposal) in proposed.chain(decided) {
        for indicator in &proposal.verdict.informed_by {
            if class(*indicator, day) != Some(Class::Organisation) {
                faults.push(format!("{indicator} informed a verdict on {day}"));
            }
        }
        if let Subject::Indicator(indicator) = proposal.subject
            && class(indicator, day) == Some(Class::Place)
        {
            faults.push(format!("{indicator} was judged on {day}"));
        }
    }
}

type Key = (IndicatorId, Period, Option<BodyId>, Breakdown);

/// The figures that decisions made open, each with what it is about and by which decision.
fn opened(facts: Facts<'_>) -> Vec<At<(Key, DecisionId, &DecidedFigure)>> {
    facts.many(|event| match event {
        Event::DecisionRecorded(e) => {
            let acts = e.acts.iter().filter_map(|act| match act {
                Act::DecideFigures(id, figures) => Some((*id, figures)),
                _ => None,
            });
            let figures = acts.flat_map(|(id, figures)| figures.iter().map(move |f| (id, f)));
            let key = |id, f: &DecidedFigure| (id, f.period, f.body, f.breakdown);
            figures.map(|(id, f)| (key(id, f), e.decision, f)).collect()
        }
        _ => vec![],
    })
}

fn revisions(facts: Facts<'_>, world: &World, faults: &mut Faults) {
    let reports = facts.timeline(|event| match event {
        Event::MeasurementReported(e) => Some(e),
        _ => None,
    });
    let key = |m: &ReportMeasurement| (m.indicator, m.period, m.body, m.breakdown);
    let mut by_key: BTreeMap<_, Vec<&At<&ReportMeasurement>>> = BTreeMap::new();
    for report in &reports {
        by_key.entry(key(report.value)).or_default().push(report);
    }
    let opened = opened(facts);
    let quashed = facts.many(|event| match event {
        Event::DecisionMarked(e) if e.stage == Stage::Quashed => vec![(e.decision, e.on)],
        _ => vec![],
    });
    let quashed: Vec<_> = quashed.iter().map(|q| q.value).collect();
    for (key, words) in &by_key {
        for pair in words.windows(2) {
            let (before, after) = (pair[0].value.settled, pair[1].value.settled);
            let settled = before >= Settled::Told;
            if pair[0].position > pair[1].position {
                faults.push(format!("{key:?} was revised behind its back"));
            }
            if after.is_forecast() && !before.is_forecast() {
                faults.push(format!("{key:?}: a forecast took the place of an outcome"));
            }
            if settled != (after == Settled::Revised) {
                faults.push(format!("{key:?} went from {before:?} to {after:?}"));
            }
        }
        if words
            .first()
            .is_some_and(|w| w.value.settled == Settled::Revised)
        {
            faults.push(format!("{key:?} was revised out of nothing"));
        }
        for word in words {
            if word.value.settled == Settled::Told && word.value.source.is_none() {
                faults.push(format!("{key:?} was told by nobody"));
            }
            let forecast = word.value.settled.is_forecast();
            if forecast && word.on > word.value.period.last_day() {
                faults.push(format!("{key:?} was forecast when it was over"));
            }
        }
        for day in days_of(world) {
            let found = words.iter().filter(|w| w.value.source.is_some());
            let found = found.map(|w| (w.on, w.position, &w.value.value, w.value.settled));
            let gone = |by| quashed.iter().any(|(of, since)| *of == by && *since <= day);
            let of_key = opened
                .iter()
                .filter(|w| w.value.0 == *key && !gone(w.value.1));
            let made = of_key.map(|w| (w.on, w.position, &w.value.2.value, w.value.2.settled));
            let mut open: Vec<_> = found.chain(made).filter(|w| w.0 <= day).collect();
            open.sort_by_key(|w| (w.0, w.1));
            let lens = world.state.published(day, date(2030, 12, 31));
            let all = lens
                .indicator(key.0)
                .map(|i| i.measurements())
                .unwrap_or_default();
            let mut of_key = all
                .iter()
                .filter(|m| (m.key.period, m.key.body, m.key.breakdown) == (key.1, key.2, key.3));
            let shown = of_key
                .next()
                .map(|m| (&m.measurement.value, m.revised_from().len()));
            let outcomes =
                |words: &[(_, _, _, Settled)]| words.iter().filter(|w| !w.3.is_forecast()).count();
            let expected = open.split_last();
            let expected = expected.map(|(last, before)| (last.2, outcomes(before)));
            if shown != expected {
                faults.push(format!("{key:?} on {day}: {shown:?}, not {expected:?}"));
            }
        }
    }
}

/// Whether an outcome is there, asked of every word about every period: whoever looks for gaps asks it the
/// short way.
fn reported(facts: Facts<'_>, world: &World, faults: &mut Faults) {
    let Some(last) = facts.0.last() else { return };
    let (mut state, me) = (world.state.clone(), person(99));
    let grant = GrantRole {
        person: me,
        role: Role::Auditor,
        body: COUNCIL,
        from: date(2000, 1, 1),
        to: None,
    };
    state.apply(&Recorded {
        on: grant.from,
        position: last.position + 1,
        event: Event::RoleGranted(grant),
        ..last.clone()
    });
    let mut words: BTreeMap<_, BTreeMap<_, Vec<_>>> = BTreeMap::new();
    for said in facts.timeline(|event| match event {
        Event::MeasurementReported(e) => Some(e),
        _ => None,
    }) {
        let (m, key) = (
            said.value,
            (said.value.period, said.value.body, said.value.breakdown),
        );
        let of = words.entry(m.indicator).or_default().entry(key);
        of.or_default().push(said);
    }
    for (indicator, by_key) in &words {
        for day in days_of(world) {
            for ends in (2014..2021).map(|year| date(year, 12, 31)) {
                let mut known = by_key.values().filter_map(|words| on_day(words, day));
                let expected = known.any(|said| {
                    let m = said.value;
                    let none = matches!(m.value, Value::None(NoValue::NotYet | NoValue::NotStated));
                    m.period.last_day() >= ends && !none && !m.settled.is_forecast()
                });
                if state.inside(me, day).is_reported(*indicator, ends) != expected {
                    faults.push(format!("{indicator} to {ends} on {day}: not {expected}"));
                }
            }
        }
    }
}

fn decided(facts: Facts<'_>, world: &World, faults: &mut Faults) {
    let proposals = proposals(facts);
    let decisions = decisions(facts);
    for d in &decisions {
        let (assessment, version, decision) = d.value;
        for p in proposals
            .iter()
            .filter(|p| p.value.assessment == assessment)
        {
            if p.on > d.on && facts.stands(decision, p.on) {
                faults.push(format!("{assessment} was decided and proposed on {}", p.on));
            }
        }
        for other in decisions.iter().filter(|o| o.value.0 == assessment) {
            let both = facts.stands(decision, other.on) && other.on >= d.on;
            if both && other.value.1 != version && facts.stands(other.value.2, other.on) {
                faults.push(format!("{assessment} was decided two ways"));
            }
        }
    }
    let mut cases = BTreeMap::new();
    for p in &proposals {
        let case = (p.value.round, p.value.subject, p.value.body);
        let first = cases.entry(case).or_insert(p.value.assessment);
        if *first != p.value.assessment {
            faults.push(format!("two assessments of {case:?}"));
        }
    }
    for day in days_of(world) {
        let lens = world.state.published(day, date(2030, 12, 31));
        for p in &proposals {
            let standing = decisions.iter().rev().find(|d| {
                d.value.0 == p.value.assessment && d.on <= day && facts.stands(d.value.2, day)
            });
            let shown = lens.assessments(p.value.subject);
            let is_shown = shown.iter().any(|a| {
                a.round.round == p.value.round
                    && a.body == p.value.body
                    && *a.verdict == p.value.verdict
            });
            let is_decided = standing.is_some_and(|d| {
                let named = proposals.iter().find(|q| q.value.version == d.value.1);
                named.is_some_and(|q| q.value.verdict == p.value.verdict)
            });
            if is_shown != is_decided {
                faults.push(format!("{:?} on {day}: shown {is_shown}", p.value));
            }
        }
    }
}
