//! What changed of an element beside its words: its terms, its owner, its end and its links.

use super::told::Told;
use super::what::{End, What};
use crate::search::{Said, said};
use crate::views::frame::body_name;
use riktning_domain::Published;
use riktning_domain::decisions::Basis;
use riktning_domain::ids::ElementId;
use riktning_domain::published::{Deed, PublicElement, Thing};
use riktning_domain::threads::ThreadEnd;

pub(super) fn element(told: &mut Told<'_>, id: ElementId) {
    let (before, after) = (told.before, told.after);
    let (Some(then), Some(now)) = (before.element(id), after.element(id)) else {
        return;
    };
    let terms = |e: &PublicElement<'_>| {
        let more = (
            e.condition().cloned(),
            e.due(),
            e.amount(),
            e.role().cloned(),
        );
        (e.quantity().cloned(), more, e.period())
    };
    if terms(&then) != terms(&now) {
        told.tell(What::Terms);
    }
    if then.owner() != now.owner() {
        let deeds = after.deeds(id);
        let given = deeds.iter().rev();
        let mut given = given.filter(|(_, deed, _)| matches!(deed, Deed::Transferred(_)));
        let by = given.next().map(|(_, _, by)| *by);
        let name = |owner: Option<_>| owner.and_then(|id| body_name(after, id));
        let (from, to) = (name(then.owner()), name(now.owner()));
        told.tell_by(What::Given { from, to }, by.or(told.basis));
    }
    if let Some(by) = now.withdrawn().filter(|_| then.withdrawn().is_none()) {
        told.tell_by(What::Withdrawn, Some(Basis::Decision(by)));
    }
    if let Some(by) = now.closed().filter(|_| then.closed().is_none()) {
        told.tell_by(What::Closed, Some(Basis::Decision(by)));
    }
    linked(told, id);
}

/// What it came to support or rest on, and what it supports no longer.
fn linked(told: &mut Told<'_>, id: ElementId) {
    let ends = |p: Published<'_>| -> Vec<ThreadEnd> {
        let supports = p.supports(id).into_iter();
        supports.map(|(end, _)| end).collect()
    };
    let (then, now) = (ends(told.before), ends(told.after));
    let differ = |p: Published<'_>, all: &[ThreadEnd], others: &[ThreadEnd]| -> Vec<End> {
        let differ = all.iter().filter(|end| !others.contains(end));
        differ.filter_map(|end| named(p, *end)).collect()
    };
    let tied = differ(told.after, &now, &then);
    let untied = differ(told.before, &then, &now);
    if !tied.is_empty() {
        told.tell_by(What::Tied(tied), None);
    }
    if !untied.is_empty() {
        told.tell_by(What::Untied(untied), None);
    }
}

fn named(p: Published<'_>, end: ThreadEnd) -> Option<End> {
    let said = match end {
        ThreadEnd::Element(id) => said(p, Thing::Element(id)),
        ThreadEnd::Vision(id) => said(p, Thing::Vision(id)),
        ThreadEnd::Document(id) => {
            said(p, Thing::Document(id)).or_else(|| said(p, Thing::Rule(id)))
        }
    };
    let Said { title, target, .. } = said?;
    Some(End { title, target })
}
