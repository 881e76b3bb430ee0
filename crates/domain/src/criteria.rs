//! The criteria for a wording (TAKT: *tydligt, ansvarsfördelat, kvantifierbart, tidssatt*),
//! and what can be found of each by reading the fields.
//!
//! Whether a sentence is clear is judged by a person who reads it, never by the program.

use crate::elements::Wording;
use crate::models::{Check, Criterion, Level};

/// How a wording stands to one criterion of its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding<'a> {
    /// The criterion, by the model's own name for it.
    pub criterion: &'a Criterion,
    /// Whether the wording fulfils it; `None` where only a person can tell.
    pub fulfilled: Option<bool>,
}

/// The findings of a wording, in the order of its level's criteria.
pub fn findings<'a>(level: &'a Level, wording: &Wording) -> Vec<Finding<'a>> {
    let finding = |criterion: &'a Criterion| Finding {
        criterion,
        fulfilled: fulfils(wording, criterion.checks),
    };
    level.criteria.iter().map(finding).collect()
}

fn fulfils(wording: &Wording, check: Check) -> Option<bool> {
    match check {
        Check::Clear => None,
        // A body alone leaves open who in it does the work.
        Check::Assigned => Some(wording.owner.is_some() && wording.role.is_some()),
        Check::Quantifiable => Some(wording.quantity.is_some() || wording.condition.is_some()),
        Check::Timed => {
            let due = wording.due.map(|due| due.last_day());
            Some(due.is_some_and(|due| wording.period.contains(due)))
        }
    }
}
