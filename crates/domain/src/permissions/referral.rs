//! Who may read what a body has answered in a comment round (*remissvar*). It is the word of one authority
//! to another: once it has been sent it stands beside the plan, before the meeting that decides it.

use super::drafts::is_of_the_asked;
use super::{ReadSubject, User, may_read};
use crate::ids::{BodyId, PlanId};
use crate::state::State;
use jiff::civil::Date;

/// Whether a user may read what a body has answered about a plan: whoever may read the plan as it was
/// handed in, and, for good, those of the body whose word it is.
pub fn may_read_answer(
    state: &State,
    today: Date,
    user: &User,
    plan: PlanId,
    answered: BodyId,
) -> bool {
    let own = |person| {
        let mut roles = state.roles_of(person, today);
        roles.any(|(role, at)| at == answered && is_of_the_asked(role))
    };
    let is_own = matches!(user, User::Person(person) if own(*person));
    is_own || may_read(state, today, user, ReadSubject::Plan(plan))
}
