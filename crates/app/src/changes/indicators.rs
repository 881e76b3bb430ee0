//! Figures that came or were revised, and targets that were set.

use super::told::Told;
use super::what::What;
use riktning_domain::decisions::Basis;
use riktning_domain::ids::IndicatorId;
use riktning_domain::indicators::{Breakdown, MeasuredKey, OpenBy, TargetBasis, Value};
use riktning_domain::published::{PublicIndicator, PublicMeasurement};
use riktning_domain::{Dated, Figure};
use std::collections::BTreeSet;
use std::ops::Bound::{Excluded, Included};

/// What changed of an indicator's figures and targets.
pub(super) fn figures(told: &mut Told<'_>, id: IndicatorId) {
    let Some(now) = told.after.indicator(id) else {
        return;
    };
    let then = told.before.indicator(id);
    measured(told, then.as_ref(), &now);
    aimed(told, then.as_ref(), &now);
}

/// Only what is dated between the two days is looked at: an indicator has figures by the
/// thousand, and a log that looked through all of them on each of its days would take the
/// square of them.
fn measured(told: &mut Told<'_>, then: Option<&PublicIndicator<'_>>, now: &PublicIndicator<'_>) {
    let between = (Excluded(told.before.day()), Included(told.after.day()));
    if told.before.day() >= told.after.day() {
        return;
    }
    let dated = told.turning.measured.range(between);
    let dated: BTreeSet<MeasuredKey> = dated.flat_map(|(_, keys)| keys.iter().copied()).collect();
    let is_new = |new: &PublicMeasurement<'_>| {
        let old = then.and_then(|then| then.measurement(new.key));
        let said = |m: &PublicMeasurement<'_>| (m.measurement.value.clone(), m.measurement.settled);
        old.is_none_or(|old| said(&old) != said(new))
    };
    let new = dated.into_iter().filter_map(|key| now.measurement(key));
    let new: Vec<_> = new.filter(is_new).collect();
    let Some(last) = new.iter().max_by_key(|m| (m.on, m.key.period)) else {
        return;
    };
    let whole = new.iter().filter(|m| m.key.breakdown == Breakdown::All);
    let latest = whole.max_by_key(|m| m.key.period);
    let latest = latest.and_then(|m| Some((m.key.period, figure(&m.measurement.value)?)));
    let since = match last.measurement.collected {
        Some(_) => Dated::day_known(last.on),
        None => Dated::not_found(last.on),
    };
    let basis = last.measurement.open_by.map(|by| match by {
        OpenBy::Source(id) => Basis::Source(id, since),
        OpenBy::Decision(id) => Basis::Decision(id),
    });
    let what = What::Measured {
        figures: new.len(),
        latest,
        unit: (now.definition.unit.clone(), now.definition.decimals),
    };
    told.tell_by(what, basis);
}

fn figure(value: &Value) -> Option<Figure> {
    match value {
        Value::Figure(figure) => Some(*figure),
        Value::None(_) => None,
    }
}

fn aimed(told: &mut Told<'_>, then: Option<&PublicIndicator<'_>>, now: &PublicIndicator<'_>) {
    if !told.turned_on(&told.turning.aimed) {
        return;
    }
    let old = then.map(PublicIndicator::targets).unwrap_or_default();
    let was = |period, body| old.iter().find(|(p, b, _)| (*p, *b) == (period, body));
    let all = now.targets();
    let new = all.iter().filter(|(period, body, target)| {
        was(*period, *body).is_none_or(|(_, _, was)| was.aim != target.aim)
    });
    let new: Vec<_> = new.collect();
    let Some((period, _, target)) = new.iter().max_by_key(|(period, _, _)| *period) else {
        return;
    };
    let basis = match &target.basis {
        TargetBasis::Decision(id) => Basis::Decision(*id),
        TargetBasis::Source(id, since) => Basis::Source(*id, *since),
    };
    let what = What::Aimed {
        targets: new.len(),
        latest: Some((*period, target.aim.clone())),
        unit: (now.definition.unit.clone(), now.definition.decimals),
    };
    told.tell_by(what, Some(basis));
}

/// What others measured of it, by group and period.
pub(super) fn compared(told: &mut Told<'_>, id: IndicatorId) {
    let then = told.before.comparisons_of(id);
    for now in told.after.comparisons_of(id) {
        if then.iter().any(|then| then.record == now.record) {
            continue;
        }
        let basis = match now.record.since {
            Some(since) => Basis::Source(now.record.source, since),
            None => told.found_in(now.record.source),
        };
        let peers = now.peers.names.clone();
        let period = now.record.period;
        told.tell_by(What::Compared { peers, period }, Some(basis));
    }
}
