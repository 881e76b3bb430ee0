//! Two who write in one row: what only the other has changed is kept, and where both have, both are shown.

use super::fields::Typed;
use crate::pages::speech::Speech;

/// A text field of the form: what it is called, and where it stands.
type Field = (&'static str, fn(&mut Typed) -> &mut String);

const FIELDS: [Field; 12] = [
    ("work-late-text", |t| &mut t.text),
    ("work-late-description", |t| &mut t.description),
    ("work-role", |t| &mut t.role),
    ("work-amount", |t| &mut t.amount),
    ("work-unit", |t| &mut t.unit),
    ("work-condition", |t| &mut t.condition),
    ("work-clear-anyway", |t| &mut t.clear_anyway),
    ("work-due-field", |t| &mut t.due),
    ("work-why", |t| &mut t.beside.why),
    ("work-if-not-kept", |t| &mut t.beside.if_not_kept),
    ("work-money", |t| &mut t.beside.money),
    ("work-person", |t| &mut t.beside.person),
];

/// Takes into what somebody typed all that only the other changed since both saw the same, and says
/// what else the other has otherwise: each field by its name, with what is saved in it now.
pub(super) fn merge(
    s: &Speech,
    typed: &mut Typed,
    mut base: Typed,
    mut now: Typed,
    named: impl Fn(&str) -> String,
) -> Vec<(String, String)> {
    let mut differing = Vec::new();
    for (name, field) in FIELDS {
        let (typed, base, now) = (field(typed), field(&mut base), field(&mut now));
        if same(typed, base) {
            typed.clone_from(now);
        } else if !same(typed, now) {
            let saved = match (name, now.trim().is_empty()) {
                (_, true) => s.t("work-saved-nothing"),
                ("work-person", false) => named(now),
                (_, false) => now.clone(),
            };
            differing.push((s.t(name), saved));
        }
    }
    if typed.at_least == base.at_least {
        typed.at_least = now.at_least;
    }
    if typed.beside.in_millions == base.beside.in_millions {
        typed.beside.in_millions = now.beside.in_millions;
    }
    differing
}

/// Whether two fields say the same: a browser sends line breaks of its own.
fn same(one: &str, other: &str) -> bool {
    one.trim().replace("\r\n", "\n") == other.trim().replace("\r\n", "\n")
}
