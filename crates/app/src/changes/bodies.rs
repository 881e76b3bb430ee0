//! What changed of a body beside its name: what it is directed to, its terms, its place, its end.

use super::told::Told;
use super::what::What;
use riktning_domain::decisions::{Basis, Stage};
use riktning_domain::ids::{BodyId, DecisionId};
use riktning_domain::terms::SetTerm;
use riktning_domain::{Published, Text};

/// Its directives and terms of office, and its place and end where it was there before.
pub(super) fn body(told: &mut Told<'_>, id: BodyId, new: bool) {
    directed(told, id);
    elected(told, id);
    owned(told, id);
    let (Some(was), Some(now)) = (told.before.body(id), told.after.body(id)) else {
        return;
    };
    if new {
        return;
    }
    if was.answers_to() != now.answers_to() {
        told.tell_by(What::Moved, None);
    }
    if now.has_ended() && !was.has_ended() {
        told.tell_by(What::Ended, None);
    }
}

/// By which decision each change of the body itself was made. It is so from the day of the change,
/// and not from that of the meeting. Of several the last that no court has quashed.
pub(super) fn decided(told: &mut Told<'_>, id: BodyId) {
    let p = told.after;
    let Some(body) = p.body(id) else {
        return;
    };
    for change in &mut told.changes {
        let what = match change.what {
            What::New => Some(body.founding()),
            What::Reworded { .. } => body.naming(),
            What::Moved => body.placing(),
            What::Ended => body.ending(),
            _ => None,
        };
        let by = what.map(|what| p.deciding(&what)).unwrap_or_default();
        let standing = by.iter().rfind(|d| d.stage != Some(Stage::Quashed));
        if let Some(decision) = standing.or(by.last()) {
            change.decision = Some(decision.id());
            change.source = None;
        }
    }
}

/// A term that was set for the first time, or whose last day is another.
fn elected(told: &mut Told<'_>, id: BodyId) {
    let then = told.before.terms_of(id);
    for term in told.after.terms_of(id) {
        let same = |old: &&SetTerm| (old.from, old.to) == (term.from, term.to);
        if then.iter().any(same) {
            continue;
        }
        let (from, to) = (term.from, term.to);
        let basis = term.source.map(|source| told.found_in(source));
        told.tell_by(What::Elected { from, to }, basis);
    }
}

/// How much of a company the municipality owns, said for the first time or otherwise.
fn owned(told: &mut Told<'_>, id: BodyId) {
    let share = |p: Published<'_>| p.share_in(id).map(|share| (share.percent, share.from));
    let (then, now) = (share(told.before), told.after.share_in(id));
    let Some(now) = now.filter(|now| then != Some((now.percent, now.from))) else {
        return;
    };
    let basis = now.source.map(|source| Basis::Source(source, now.from));
    let percent = now.percent;
    told.tell_by(What::Owned { percent }, basis);
}

/// What the council has decided of a company, and what came to bind it.
fn directed(told: &mut Told<'_>, id: BodyId) {
    let (before, after) = (told.before, told.after);
    let directives = |p: Published<'_>| -> Vec<(Text, Basis, Option<DecisionId>)> {
        let all = p.directives_of(id).into_iter();
        all.map(|d| (d.wording.title.clone(), d.basis, d.bound_by))
            .collect()
    };
    let then = directives(before);
    for (title, basis, bound) in directives(after) {
        let was = then
            .iter()
            .find(|(old, by, _)| (old, by) == (&title, &basis));
        if was.is_none() {
            told.tell_by(What::Directed(title.clone()), Some(basis));
        }
        if let Some(by) = bound.filter(|_| was.is_none_or(|(_, _, bound)| bound.is_none())) {
            told.tell_by(What::Bound(title), Some(Basis::Decision(by)));
        }
    }
}
