//! Whether a document or a law holds, and that somebody checked it.

use super::told::Told;
use super::what::What;
use jiff::ToSpan;
use riktning_domain::Dated;
use riktning_domain::ids::DocumentId;
use riktning_domain::published::{PublicDocument, PublicRule, Validity};

/// That a document came into force, that its last day passed, or that another took its place.
pub(super) fn document(told: &mut Told<'_>, id: DocumentId) {
    let (Some(then), Some(now)) = (told.before.document(id), told.after.document(id)) else {
        return;
    };
    let validity = now.validity();
    if then.validity() == validity {
        return;
    }
    match since(&now, validity) {
        Some(since) => told.tell_since(What::Turned(validity), since),
        None => told.tell_by(What::Turned(validity), None),
    }
}

/// From which day a document is what it is.
fn since(document: &PublicDocument<'_>, validity: Validity) -> Option<Dated> {
    let wording = document.wording;
    match validity {
        Validity::InForce | Validity::ToCome => wording.valid_from,
        Validity::Expired | Validity::ExpiredButApplied | Validity::PerhapsReplaced => {
            // What holds until something replaces it, and says no last day, is so from its first.
            wording.valid_to.map_or(wording.valid_from, after)
        }
        Validity::Replaced => {
            let replacing = document.replaced_by();
            let first = replacing.iter().map(PublicDocument::first_day).min();
            first.map(Dated::day_known)
        }
    }
}

/// The day after a last one.
fn after(last: Dated) -> Option<Dated> {
    let next = last.last_day().checked_add(1.day()).ok()?;
    Some(Dated::day_known(next))
}

/// That a law came into force or was repealed, and that its number and days were checked.
pub(super) fn rule(told: &mut Told<'_>, id: DocumentId) {
    let (then, Some(now)) = (told.before.rule(id), told.after.rule(id)) else {
        return;
    };
    let checked = |rule: &PublicRule<'_>| rule.checked;
    if now.checked.is_some() && then.as_ref().and_then(checked) != now.checked {
        told.tell(What::Checked);
    }
    let Some(then) = then else { return };
    let validity = now.validity();
    if then.validity() == validity {
        return;
    }
    let since = match validity {
        Validity::Expired => now.rule.in_force_to.and_then(after),
        _ => Some(now.rule.in_force_from),
    };
    match since {
        Some(since) => told.tell_since(What::Turned(validity), since),
        None => told.tell_by(What::Turned(validity), None),
    }
}
