//! Who may read a comment, and so may answer it: within the body's own administration those who may
//! read what it has not handed in, and between bodies those who may read what it has. Never an
//! auditor: what is asked and answered on the way is working material (`DESIGN.md` §2).

use super::drafts::{Draft, drafted, opens_to};
use super::{ReadSubject, Role, User};
use crate::comments::{Audience, CommentOn};
use crate::ids::PersonId;
use crate::state::State;
use jiff::civil::Date;

/// Whether a user may read a comment on a day. Whoever may read it may answer it, for as long as its
/// matter is open ([`Inside::comment_place`](crate::Inside::comment_place)).
pub fn may_read_comment(state: &State, today: Date, user: &User, on: &CommentOn) -> bool {
    // No file and no command line has any business with them.
    let User::Person(person) = *user else {
        return false;
    };
    let Some(plan) = drafted(state, today, ReadSubject::Plan(on.plan)) else {
        return false;
    };
    let of = |draft: Draft| Draft {
        // What is said within the administration stays there when the plan has gone out of it.
        handed_in: draft.handed_in && plan.handed_in && on.audience == Audience::Between,
        ..draft
    };
    let open = |draft: Draft| opens(state, today, person, &of(draft));
    let Some(row) = on.row else {
        return open(plan);
    };
    // An order is read, and asked about, by whoever it is for, who reads nothing else of its plan.
    let row = drafted(state, today, ReadSubject::ElementDraft(row));
    row.is_some_and(open) && (on.audience == Audience::Between || open(plan))
}

/// Whether a role that somebody holds, but for that of an auditor, opens a draft to them.
fn opens(state: &State, today: Date, person: PersonId, draft: &Draft) -> bool {
    let roles = state.roles_of(person, today);
    let mut roles = roles.filter(|(role, _)| *role != Role::Auditor);
    roles.any(|held| opens_to(state, today, held, draft))
}
