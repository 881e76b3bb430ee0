//! The grants of people, for whoever looks after them, and one's own.

use super::Inside;
use crate::ids::{BodyId, PersonId};
use crate::permissions::Role;
use jiff::civil::Date;

/// A role that is or was held, or is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which role.
    pub role: Role,
    /// At which body.
    pub body: BodyId,
    /// The first day.
    pub from: Date,
    /// The last day; none until it is ended.
    pub to: Option<Date>,
    /// Whether a rule gave it, by the groups of a sign-in service.
    pub by_rule: bool,
}

impl Held {
    /// Whether it still holds on a day, or is to hold later.
    pub fn lasts_on(&self, day: Date) -> bool {
        self.to.is_none_or(|to| day <= to)
    }
}

impl Inside<'_> {
    /// Whether they look after people and sign-in.
    pub fn looks_after_people(&self) -> bool {
        !self.holds(Role::Administrator).is_empty()
    }

    /// Those who look after people and sign-in today: whom anybody may ask for a role.
    pub fn who_looks_after_people(&self) -> Vec<PersonId> {
        let looks_after = |person: &PersonId| {
            let mut roles = self.state.roles_of(*person, self.today);
            roles.any(|(role, _)| role == Role::Administrator)
        };
        let everybody = self.state.grants.keys().copied();
        everybody.filter(looks_after).collect()
    }

    /// Whether they hand in, decide or let others in anywhere.
    pub fn decides_or_administers(&self) -> bool {
        let mut roles = self.state.roles_of(self.person, self.today);
        roles.any(|(role, _)| role.decides_or_administers())
    }

    /// The grants of somebody, ended ones too: for whoever looks after people, and for oneself.
    pub fn grants_of(&self, person: PersonId) -> Vec<Held> {
        let may = person == self.person || self.looks_after_people();
        let grants = self.state.grants.get(&person).filter(|_| may);
        let grants = grants.into_iter().flat_map(|grants| grants.iter());
        let held = grants.filter_map(|((role, body), grant)| {
            let grant = *grant.at(self.today)?;
            // What a rule took back on the day on which it gave it was never held.
            let was_held = grant.to.is_none_or(|to| grant.from <= to);
            was_held.then_some(Held {
                role: *role,
                body: *body,
                from: grant.from,
                to: grant.to,
                by_rule: grant.by_rule,
            })
        });
        held.collect()
    }
}
