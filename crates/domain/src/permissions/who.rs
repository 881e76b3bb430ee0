//! Who asks, and who an event is recorded as.

use crate::ids::PersonId;
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum User {
    /// A resident: nobody has to say who they are to read what is public.
    Resident,
    /// The program itself, importing from a file at the command line.
    Import,
    /// A rule that gives and ends roles by the groups that a sign-in service tells of somebody, at
    /// the moment when they sign in. It may do nothing else (decision 091).
    Rule,
    /// Somebody signed in.
    Person(PersonId),
}

impl User {
    /// Who an event is recorded as.
    pub fn actor(&self) -> Actor {
        match self {
            User::Person(person) => Actor::Person(*person),
            User::Rule => Actor::Rule,
            // A resident gives no command: `permit` refuses.
            User::Import | User::Resident => Actor::Import,
        }
    }
}

/// Who recorded an event: never a name, only an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Actor {
    /// An import at the command line.
    Import,
    /// A rule that gives roles by groups, when somebody signs in.
    Rule,
    /// A person.
    Person(PersonId),
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Actor::Import => f.write_str("import"),
            Actor::Rule => f.write_str("rule"),
            Actor::Person(person) => write!(f, "person:{person}"),
        }
    }
}

/// The text names no actor.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an actor: {0:?}")]
pub struct NotAnActor(pub String);

impl FromStr for Actor {
    type Err = NotAnActor;

    fn from_str(s: &str) -> Result<Self, NotAnActor> {
        let wrong = || NotAnActor(s.to_owned());
        match s.strip_prefix("person:") {
            Some(id) => Ok(Actor::Person(PersonId(
                Uuid::parse_str(id).map_err(|_| wrong())?,
            ))),
            None if s == "import" => Ok(Actor::Import),
            None if s == "rule" => Ok(Actor::Rule),
            None => Err(wrong()),
        }
    }
}
