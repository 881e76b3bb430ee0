//! What a decision may say of the organisation: that a body is founded, called something else,
//! answers to others, or ends.
//!
//! The bodies change by events of their own, since many changes are typed in before the minutes
//! exist. The decision names what it changed as it was said, not by number: another word of the same
//! day is another change, and nobody has decided it yet.

use super::{Act, Decision};
use crate::bodies::{Body, BodyKind};
use crate::command::Command;
use crate::ids::{BodyId, DecisionId};
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::texts::Names;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What becomes of a body by a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Organised {
    /// It is founded.
    Founded(BodyId),
    /// It is called that from a day.
    Renamed(BodyId, Names, Date),
    /// It answers to those from a day.
    Moved(BodyId, Vec<BodyId>, Date),
    /// It has a last day, and those take over.
    Ended(BodyId, Date, Vec<BodyId>),
}

impl Organised {
    /// What a command changes of a body; none for any other command.
    pub fn by(command: &Command) -> Option<Organised> {
        Some(match command {
            Command::FoundBody(new) => Organised::Founded(new.body),
            Command::RenameBody(said) => {
                Organised::Renamed(said.body, said.names.clone(), said.from)
            }
            Command::MoveBody(said) => {
                Organised::Moved(said.body, said.answers_to.clone(), said.from)
            }
            Command::EndBody(said) => {
                Organised::Ended(said.body, said.last_day, said.succeeded_by.clone())
            }
            _ => return None,
        })
    }

    /// The body that it becomes of.
    pub fn body(&self) -> BodyId {
        match self {
            Organised::Founded(body)
            | Organised::Renamed(body, ..)
            | Organised::Moved(body, ..)
            | Organised::Ended(body, ..) => *body,
        }
    }

    /// Whether it says the same as another. A name is its Swedish one, whatever it is called in other languages.
    pub fn is(&self, other: &Organised) -> bool {
        match (self, other) {
            (Organised::Renamed(one, names, from), Organised::Renamed(two, said, day)) => {
                (one, &names.sv, from) == (two, &said.sv, day)
            }
            _ => self == other,
        }
    }

    /// The first day on which it is so: of an end the day after the last one, and of a founding that
    /// is known as a year the last day of that year.
    fn begins(&self, body: &Body) -> Date {
        match self {
            Organised::Founded(_) => body.from.last_day(),
            Organised::Renamed(_, _, from) | Organised::Moved(_, _, from) => *from,
            Organised::Ended(_, last, _) => last.tomorrow().unwrap_or(*last),
        }
    }

    /// All that stands of a body, in the order of its days; one of which a public source tells was
    /// founded by nobody's word here.
    fn all_of(id: BodyId, body: &Body) -> Vec<Organised> {
        let founded = body.source.is_none().then_some(Organised::Founded(id));
        // The same name in another language more is no other name.
        let names = body.names.entries().windows(2).filter_map(|two| match two {
            [before, name] if before.value.names.sv != name.value.names.sv => Some(&name.value),
            _ => None,
        });
        let names = names.map(|name| Organised::Renamed(id, name.names.clone(), name.from));
        let links = body.answers_to.entries().iter().skip(1).map(|e| &e.value);
        let links = links.map(|(from, to)| Organised::Moved(id, to.clone(), *from));
        let end = body.ends.entries().last().map(|e| &e.value);
        let end = end.map(|end| Organised::Ended(id, end.last_day, end.succeeded_by.clone()));
        let said = founded.into_iter().chain(names).chain(links).chain(end);
        let mut all: Vec<_> = said.filter(|what| what.stands(body)).collect();
        all.sort_by_key(|what| what.begins(body));
        all.dedup();
        all
    }

    /// Whether it is what was said last of the body for its day.
    fn stands(&self, body: &Body) -> bool {
        match self {
            Organised::Founded(_) => true,
            Organised::Renamed(_, names, from) => {
                let said = body.names.entries().iter().skip(1).rev();
                let last = said.map(|e| &e.value).find(|name| name.from == *from);
                last.is_some_and(|name| name.names.sv == names.sv)
            }
            Organised::Moved(_, to, from) => {
                let said = body.answers_to.entries().iter().skip(1).rev();
                let last = said.map(|e| &e.value).find(|link| link.0 == *from);
                last.is_some_and(|link| link.1 == *to)
            }
            Organised::Ended(_, last_day, next) => {
                let last = body.ends.entries().last().map(|e| &e.value);
                last.is_some_and(|end| end.last_day == *last_day && end.succeeded_by == *next)
            }
        }
    }
}

/// Refuses a change of the organisation that a body cannot have decided on a day.
pub(super) fn decidable(
    state: &State,
    on: Date,
    decider: BodyId,
    what: &Organised,
) -> Result<(), Refusal> {
    let unknown = Refusal::Unknown { fact: Fact::Body };
    let id = what.body();
    let body = state.bodies.get(&id).ok_or(unknown)?;
    if !what.stands(body) {
        return Err(Refusal::NotOrganised);
    }
    let begins = what.begins(body);
    if on > begins {
        return Err(Refusal::DecidedAfterwards { begins });
    }
    if !state.organises(decider, id, begins) {
        return Err(Refusal::NotItsMatter);
    }
    // What a court has quashed can be decided anew.
    let standing = |decision: &&Decision| !state.quashed.contains_key(&decision.record.decision);
    match state.organising(what).find(standing) {
        None => Ok(()),
        Some(decision) => Err(Refusal::AlreadyOrganised { on: decision.on }),
    }
}

/// What the rules and the lenses ask.
impl State {
    /// All that has become of a body by today's word, each with its first day and whether a decision
    /// stands behind it.
    pub(crate) fn organised(&self, id: BodyId) -> Vec<(Organised, Date, bool)> {
        let Some(body) = self.bodies.get(&id) else {
            return Vec::new();
        };
        let stands = |d: &Decision| !self.quashed.contains_key(&d.record.decision);
        let all = Organised::all_of(id, body).into_iter();
        let told = all.map(|what| {
            let decided = self.organising(&what).any(stands);
            let begins = what.begins(body);
            (what, begins, decided)
        });
        told.collect()
    }

    /// Whether a body says which others there are below it: council of the whole group, and
    /// otherwise whoever one answers to, or the general meeting of a company. No committee founds or
    /// ends itself (kommunallagen 2017:725, 6 kap. 2 §), by an organ of its own neither. Asked of the
    /// day on which it is so, by everything that has been said: on the day of the meeting a new body
    /// answers to nobody yet.
    fn organises(&self, decider: BodyId, body: BodyId, from: Date) -> bool {
        let kind = self.bodies.get(&decider).map(|b| b.kind);
        let is_council = kind == Some(BodyKind::Council);
        let is_meeting = kind == Some(BodyKind::GeneralMeeting);
        let eve = from.yesterday().unwrap_or(from);
        let above =
            |day: Date| self.climbs(body, decider, |b| b.answers_to_by(Date::MAX, day).to_vec());
        is_council
            || (is_meeting && self.acts_for(decider, body, from))
            || (decider != body && (above(from) || above(eve)))
    }

    /// The decisions about a change of the organisation, quashed ones among them.
    pub(crate) fn organising<'a>(&'a self, what: &Organised) -> impl Iterator<Item = &'a Decision> {
        let ids = self.organised_by.get(&what.body()).into_iter().flatten();
        let about = ids.filter_map(|id: &DecisionId| self.decisions.get(id));
        about
            .map(AsRef::as_ref)
            .filter(move |decision| decision.organises(what))
    }
}

impl Decision {
    fn organises(&self, what: &Organised) -> bool {
        let mut acts = self.record.acts.iter();
        acts.any(|act| matches!(act, Act::Organise(own) if own.is(what)))
    }
}
