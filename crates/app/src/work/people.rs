//! People and their roles, for whoever looks after them.

use super::{WorkFrame, body};
use crate::app::{App, Unperformed};
use crate::people::{ComesThrough, FactorState};
use jiff::civil::Date;
use riktning_domain::elements::HandOver;
use riktning_domain::ids::{BodyId, PersonId};
use riktning_domain::inside::Held;
use riktning_domain::permissions::{EndGrant, GrantRole, Role};
use riktning_domain::{Command, Inside, Names, User};
use riktning_store::{Person, Secret};
use std::sync::Arc;

/// Somebody in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Who.
    pub id: PersonId,
    /// The name they sign in with.
    pub login: String,
    /// What colleagues see.
    pub name: String,
    /// Whether anything lets them in.
    pub can_sign_in: bool,
    /// Whether they are signed in: by a one-time password, where nothing lets them in any more.
    pub is_signed_in: bool,
    /// How they come in who have no password here.
    pub through: Option<ComesThrough>,
    /// The roles that they hold today, and where.
    pub roles: Vec<(Role, Vec<Names>)>,
}

/// Everybody who works here.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleList {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// By the name that they sign in with.
    pub people: Vec<Row>,
}

/// A grant, as the page of a person shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct GrantLine {
    /// What is held, where and how long.
    pub held: Held,
    /// Where, by name.
    pub names: Names,
    /// Whether it still holds, or is to hold later.
    pub lasts: bool,
}

/// The page of a person.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonPage {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Who.
    pub row: Row,
    /// What they hold, held and are to hold.
    pub grants: Vec<GrantLine>,
    /// Where a role can be given.
    pub bodies: Vec<(BodyId, Names)>,
    /// How many rows they look after in the plans of the bodies: they go along to whoever takes over.
    pub looks_after: usize,
    /// Who may stand in for them or take over.
    pub others: Vec<(PersonId, String)>,
    /// Whether a code is asked for when they sign in.
    pub has_factor: bool,
    /// How many passkeys they have.
    pub passkeys: usize,
    /// Whether it is the one who looks: nobody gives themselves a role.
    pub is_me: bool,
    /// The day it is.
    pub today: Date,
}

impl App {
    /// The list of everybody; none for whoever does not look after people.
    pub fn people_list(&self, me: PersonId) -> Option<PeopleList> {
        let everybody = self.everybody();
        self.inside(me, |i, _| {
            i.looks_after_people().then(|| PeopleList {
                frame: WorkFrame::of(i),
                people: everybody
                    .iter()
                    .map(|person| row(i, person, &self.comes_in(person.id)))
                    .collect(),
            })
        })
    }

    /// The page of a person; none for whoever does not look after people.
    pub fn person_page(&self, me: PersonId, person: PersonId) -> Option<PersonPage> {
        let everybody = self.everybody();
        let shown = everybody.iter().find(|known| known.id == person)?;
        let passkeys = self.passkeys(person).len();
        let has_factor = matches!(self.factor(person), FactorState::On(_));
        let others = everybody.iter().filter(|other| other.id != person);
        let others = others.map(|other| (other.id, other.name.clone())).collect();
        self.inside(me, |i, _| {
            i.looks_after_people().then(|| PersonPage {
                frame: WorkFrame::of(i),
                row: row(i, shown, &self.comes_in(person)),
                grants: grants(i, person),
                bodies: bodies(i),
                looks_after: i.looks_after(person, i.today()),
                others,
                has_factor,
                passkeys,
                is_me: me == person,
                today: i.today(),
            })
        })
    }

    /// How somebody comes in beside a password: through a service, or with a passkey.
    fn comes_in(&self, person: PersonId) -> ComesIn {
        ComesIn {
            through: self.comes_through(person),
            has_passkey: !self.passkeys(person).is_empty(),
            is_signed_in: self.is_signed_in(person),
        }
    }

    /// Lets somebody hold from a day what another holds, and until a day if they only stand in.
    /// Whoever takes over for good ends what the other held the day before, and looks after every row that
    /// the other looked after. All or nothing.
    ///
    /// # Errors
    /// [`NotPassed`]; then nothing was stored.
    pub async fn pass_on(&self, me: PersonId, pass: PassOn) -> Result<(), NotPassed> {
        let commands = self.inside(me, |i, _| {
            let mut commands =
                pass.commands(&i.grants_of(pass.of), &i.grants_of(pass.to), i.today())?;
            commands.extend(pass.rows(i));
            match commands.is_empty() {
                true => Err(NotPassed::Nothing),
                false => Ok(commands),
            }
        })?;
        self.perform_all(User::Person(me), commands, None).await?;
        Ok(())
    }
}

/// Why nothing was passed on.
#[derive(Debug, thiserror::Error)]
pub enum NotPassed {
    /// They hold nothing then.
    #[error("there is nothing to pass on")]
    Nothing,
    /// Whoever takes over is to hold one of the roles later, and would hold it in between.
    #[error("one of the roles is held later")]
    Later,
    /// Refused, or not written.
    #[error(transparent)]
    Unperformed(#[from] Unperformed),
}

/// Somebody is to hold what another holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassOn {
    /// Whose roles.
    pub of: PersonId,
    /// Who is to hold them.
    pub to: PersonId,
    /// From which day.
    pub from: Date,
    /// Until which day somebody stands in; none when they take over for good.
    pub until: Option<Date>,
}

impl PassOn {
    fn commands(
        self,
        held: &[Held],
        theirs: &[Held],
        today: Date,
    ) -> Result<Vec<Command>, NotPassed> {
        let lasts = |held: &&Held| {
            let begins = self.until.is_none_or(|until| held.from <= until);
            begins && held.lasts_on(self.from.max(today))
        };
        let mut commands = Vec::new();
        for own in held.iter().filter(lasts) {
            let same = |held: &&Held| (held.role, held.body) == (own.role, own.body);
            let had = theirs.iter().find(same);
            if let Some(granted) = beside(self.wanted(own), had)? {
                commands.push(Command::GrantRole(GrantRole {
                    person: self.to,
                    role: own.role,
                    body: own.body,
                    from: granted.from,
                    to: granted.to,
                }));
            }
            let last_day = self.from.yesterday().ok().filter(|_| self.until.is_none());
            if let Some(last_day) = last_day {
                commands.push(Command::EndGrant(EndGrant {
                    person: self.of,
                    role: own.role,
                    body: own.body,
                    last_day: last_day.max(own.from),
                }));
            }
        }
        Ok(commands)
    }

    /// Whoever takes over for good looks after what the other looked after; whoever stands in does not.
    fn rows(self, i: Inside<'_>) -> Option<Command> {
        let from = self.from.max(i.today());
        let any = self.until.is_none() && i.looks_after(self.of, from) > 0;
        any.then_some(Command::HandOver(HandOver {
            of: self.of,
            to: self.to,
            from,
        }))
    }

    /// What is to be held of something that another holds: nobody stands in for longer.
    fn wanted(self, own: &Held) -> Held {
        Held {
            from: self.from.max(own.from),
            to: self.until.into_iter().chain(own.to).min(),
            ..*own
        }
    }
}

/// What is to be held beside what is held already: none if that is enough. A grant is one stretch
/// of days, so two that do not meet cannot both stand.
fn beside(wanted: Held, had: Option<&Held>) -> Result<Option<Held>, NotPassed> {
    let Some(had) = had.filter(|had| had.lasts_on(wanted.from)) else {
        return Ok(Some(wanted));
    };
    let next = wanted.to.and_then(|to| to.tomorrow().ok());
    if next.is_some_and(|next| next < had.from) {
        return Err(NotPassed::Later);
    }
    let to = wanted.to.zip(had.to).map(|(one, other)| one.max(other));
    let from = wanted.from.min(had.from);
    let both = Held { from, to, ..wanted };
    Ok((both != *had).then_some(both))
}

/// How somebody comes in, and whether they have.
struct ComesIn {
    through: Option<ComesThrough>,
    has_passkey: bool,
    is_signed_in: bool,
}

fn row(i: Inside<'_>, person: &Arc<Person>, comes_in: &ComesIn) -> Row {
    let p = i.published();
    let held = i.grants_of(person.id).into_iter();
    let now = held.filter(|held| held.from <= i.today() && held.lasts_on(i.today()));
    let mut roles: Vec<(Role, Vec<Names>)> = Vec::new();
    for (role, names) in now.filter_map(|held| Some((held.role, body(p, held.body)?.0))) {
        match roles.iter_mut().find(|(own, _)| *own == role) {
            Some((_, bodies)) => bodies.push(names),
            None => roles.push((role, vec![names])),
        }
    }
    Row {
        id: person.id,
        login: person.login.clone(),
        name: person.name.clone(),
        can_sign_in: person.secret != Secret::None
            || comes_in.has_passkey
            || (comes_in.through.as_ref()).is_some_and(|through| !through.barred),
        is_signed_in: comes_in.is_signed_in,
        through: comes_in.through.clone(),
        roles,
    }
}

fn grants(i: Inside<'_>, person: PersonId) -> Vec<GrantLine> {
    let p = i.published();
    let lines = i.grants_of(person).into_iter().filter_map(|held| {
        let (names, _) = body(p, held.body)?;
        let lasts = held.lasts_on(i.today());
        Some(GrantLine { held, names, lasts })
    });
    let mut lines: Vec<_> = lines.collect();
    lines.sort_by_key(|line| (!line.lasts, line.held.from, line.held.role));
    lines
}

/// Every body that is, in the order of its Swedish name.
fn bodies(i: Inside<'_>) -> Vec<(BodyId, Names)> {
    let p = i.published();
    let alive = p.bodies().filter(|body| !body.has_ended());
    let mut bodies: Vec<_> = alive
        .map(|body| (body.id, body.name.names.clone()))
        .collect();
    bodies.sort_by(|a, b| a.1.sv.cmp(&b.1.sv));
    bodies
}
