//! Verdicts that were decided, and those that stand no longer.

use super::told::Told;
use super::what::What;
use crate::views::frame::{VerdictMark, body_name};
use riktning_domain::Published;
use riktning_domain::assessments::Subject;
use riktning_domain::published::PublicAssessment;
use riktning_domain::rounds::Occasion;
use std::collections::BTreeMap;

pub(super) fn judged(told: &mut Told<'_>, subject: Subject) {
    if !told.turned_on(&told.turning.judged) {
        return;
    }
    let (before, after) = (told.before, told.after);
    let then = before.assessments(subject);
    let same = |a: &PublicAssessment<'_>, b: &PublicAssessment<'_>| {
        (a.round.round, a.body, a.verdict) == (b.round.round, b.body, b.verdict)
    };
    let mark = |p: Published<'_>, a: &PublicAssessment<'_>| {
        let model = p.model(a.round.model)?;
        let is_final = a.round.occasion == Occasion::Annual;
        VerdictMark::of(model.definition, a.verdict.for_year, is_final)
    };
    let mut all = after.assessments(subject);
    all.sort_by_key(|a| (a.on, a.round.cut_off));
    let mut earlier: BTreeMap<_, VerdictMark> = BTreeMap::new();
    for new in &all {
        let now = mark(after, new);
        if !then.iter().any(|old| same(old, new)) {
            let what = What::Judged {
                round: new.round.names.clone(),
                by: new.body.and_then(|id| body_name(after, id)).map(|(n, _)| n),
                before: earlier.get(&new.body).cloned(),
                mark: now.clone(),
            };
            told.tell_by(what, Some(new.basis));
        }
        if let Some(now) = now {
            earlier.insert(new.body, now);
        }
    }
    let gone = |old: &&PublicAssessment<'_>| {
        let stands =
            |new: &PublicAssessment<'_>| (new.round.round, new.body) == (old.round.round, old.body);
        !all.iter().any(stands)
    };
    for old in then.iter().filter(gone) {
        let round = old.round.names.clone();
        let by = old.body.and_then(|id| body_name(after, id)).map(|(n, _)| n);
        told.tell_by(What::Unjudged { round, by }, None);
    }
}
