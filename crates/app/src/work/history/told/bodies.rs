//! What became of a body: what it was called, answered to and was to end as before, and is since.

use super::super::Seen;
use super::super::said::{Difference, Field, Value, differing};
use super::set;
use crate::work::body;
use crate::work::decisions::Deed;
use riktning_domain::bodies::{BodyEnd, EndBody, FoundBody, MoveBody, RenameBody};
use riktning_domain::decisions::Organised;
use riktning_domain::ids::BodyId;
use riktning_domain::{Inside, Names};

/// What a decision did to a body.
pub(super) fn deed(i: Inside<'_>, what: &Organised) -> Deed {
    let named = |ids: &[BodyId]| -> Vec<Names> {
        let names = ids.iter().filter_map(|id| body(i.published(), *id));
        names.map(|(names, _)| names).collect()
    };
    match what {
        Organised::Founded(_) => Deed::Founded,
        Organised::Renamed(_, names, from) => Deed::Renamed(names.clone(), *from),
        Organised::Moved(_, to, from) => Deed::Moved(named(to), *from),
        Organised::Ended(_, last, next) => Deed::Ended(*last, named(next)),
    }
}

/// The body that a decision did something to: one that it gave another name by the one before.
pub(super) fn called(i: Inside<'_>, what: &Organised) -> Option<Names> {
    if let Organised::Renamed(id, names, from) = what {
        return i.renamed_from(*id, names, *from).cloned();
    }
    Some(body(i.published(), what.body())?.0)
}

impl Seen<'_> {
    pub(super) fn founded(&self, e: &FoundBody) -> Vec<Difference> {
        let said = vec![
            (Field::Name, vec![Value::Names(e.names.clone())]),
            (Field::BodyKind, vec![Value::BodyKind(e.kind)]),
            (Field::AnswersTo, self.bodies(&e.answers_to)),
            (Field::ValidFrom, vec![Value::Dated(e.from)]),
        ];
        differing(None, Some(said))
    }

    pub(super) fn renamed(&self, e: &RenameBody, position: u64) -> Vec<Difference> {
        let named = |names: &Names| vec![(Field::Name, vec![Value::Names(names.clone())])];
        let before = self.i.called_before(e.body, e.from, position);
        let mut all = differing(before.map(named), Some(named(&e.names)));
        all.extend(set(Field::ValidFrom, vec![Value::Day(e.from)]));
        all
    }

    pub(super) fn answers_to(&self, e: &MoveBody, position: u64) -> Vec<Difference> {
        let above = |ids: &[BodyId]| vec![(Field::AnswersTo, self.bodies(ids))];
        let before = self.i.answered_before(e.body, e.from, position);
        let mut all = differing(before.map(above), Some(above(&e.answers_to)));
        all.extend(set(Field::ValidFrom, vec![Value::Day(e.from)]));
        all
    }

    pub(super) fn ended(&self, e: &EndBody, position: u64) -> Vec<Difference> {
        let end = |end: BodyEnd| {
            vec![
                (Field::Until, vec![Value::Day(end.last_day)]),
                (Field::TakesOver, self.bodies(&end.succeeded_by)),
            ]
        };
        let before = self.i.ended_before(e.body, position);
        let now = BodyEnd {
            last_day: e.last_day,
            succeeded_by: e.succeeded_by.clone(),
        };
        differing(before.cloned().map(end), Some(end(now)))
    }

    fn bodies(&self, ids: &[BodyId]) -> Vec<Value> {
        ids.iter().flat_map(|id| self.body(*id)).collect()
    }
}
