//! A change of the organisation: what somebody wants, what it would do, and doing it, with the
//! decision behind it where that is known.

use super::meeting::Meeting;
use super::organisation::{BodyRow, Carried, everybody};
use super::organised::deciders;
use super::{WorkFrame, body, derived};
use crate::app::{App, Unperformed};
use crate::work::looking::Looked;
use jiff::civil::Date;
use riktning_domain::bodies::{BodyKind, EndBody, FoundBody, MoveBody, RenameBody};
use riktning_domain::command::{Command, Now};
use riktning_domain::decisions::{Act, Organised};
use riktning_domain::ids::{BodyId, PersonId};
use riktning_domain::inside::Stopped;
use riktning_domain::refusal::Fact;
use riktning_domain::{Dated, Inside, Names, Published, Refusal, Slug};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The most bodies that one change founds.
pub const MOST_NEW: usize = 6;

/// A body that is to be founded.
#[derive(Clone, Debug, PartialEq)]
pub struct NewBody {
    /// What it is called.
    pub names: Names,
    /// What kind it is.
    pub kind: BodyKind,
}

/// A change of the organisation, as somebody wants it.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Some end, some are founded, and those that are left carry on.
    Reorganise(Reorganising),
    /// A body is called something else.
    Rename {
        /// Which.
        body: BodyId,
        /// What it is called.
        names: Names,
        /// From which day.
        from: Date,
    },
    /// A body answers to others.
    Move {
        /// Which.
        body: BodyId,
        /// To which.
        above: Vec<BodyId>,
        /// From which day.
        from: Date,
    },
}

/// Bodies that end, bodies that are founded, and who takes over.
#[derive(Clone, Debug, PartialEq)]
pub struct Reorganising {
    /// Which end.
    pub ends: Vec<BodyId>,
    /// Their last day; what it says is not asked where none ends.
    pub last_day: Date,
    /// Those that are there already and take over.
    pub takers: Vec<BodyId>,
    /// Those that are founded, and take over too.
    pub founds: Vec<NewBody>,
    /// The first day of those.
    pub from: Date,
    /// What they answer to; none that they answer to what those answered to that end.
    pub above: Option<BodyId>,
    /// Whether what answers to a body that ends answers to those who take over.
    pub follows: bool,
}

/// What a command of a change is about: where a form shows what it is refused for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangePart {
    /// A body that is founded, by its place in the form.
    Founds(usize),
    /// A body that answers to others.
    Moves,
    /// A body that ends.
    Ends,
    /// A body that is called something else.
    Renames,
    /// The decision behind it all.
    Decides,
}

/// The decision behind a change: who decided it, when and by what right.
#[derive(Clone, Debug, PartialEq)]
pub struct Behind {
    /// Which body.
    pub body: BodyId,
    /// The meeting.
    pub meeting: Meeting,
}

/// What a change would do, before it is done.
#[derive(Clone, Debug, PartialEq)]
pub struct Rehearsal {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The change, step by step.
    pub steps: Vec<ChangeStep>,
    /// The bodies that end, each with what rests on it after that.
    pub left: Vec<(BodyRow, Carried)>,
    /// Whether the last day of something has been: then it cannot be moved any more.
    pub has_been: bool,
    /// The bodies that can have decided it and that they may say so of: nobody is asked where there
    /// is none.
    pub deciders: Vec<(BodyId, Names)>,
    /// The day it is.
    pub today: Date,
    /// A word for all that was shown: whoever goes on says that this is what they saw.
    pub seen: String,
}

/// A step of a change.
#[derive(Clone, Debug, PartialEq)]
pub enum ChangeStep {
    /// A body is founded.
    Founds {
        /// What it is called.
        names: Names,
        /// What kind it is.
        kind: BodyKind,
        /// What it answers to.
        above: Vec<Names>,
        /// Its first day.
        from: Date,
    },
    /// A body answers to others from a day.
    Moves {
        /// Which.
        names: Names,
        /// To which.
        above: Vec<Names>,
        /// From which day.
        from: Date,
    },
    /// A body has a last day, and others take over; and what was said of its end before.
    Ends {
        /// Which.
        names: Names,
        /// Its last day.
        last_day: Date,
        /// Who takes over.
        next: Vec<Names>,
        /// The last day and the successors that it has been announced with, if they are others.
        instead_of: Option<(Date, Vec<Names>)>,
    },
    /// A body is called something else from a day.
    Renames {
        /// What it is called today.
        names: Names,
        /// What it is called then.
        new: Names,
        /// Its address then.
        address: NewAddress,
        /// From which day.
        from: Date,
    },
}

/// What becomes of the address of a body that is called something else.
#[derive(Clone, Debug, PartialEq)]
pub enum NewAddress {
    /// It is another; the old one leads there.
    Other(String),
    /// It stays.
    Same,
    /// It is of no interest any more.
    Unsaid,
}

impl NewAddress {
    fn of(p: Published<'_>, renamed: &RenameBody) -> NewAddress {
        match p.body(renamed.body) {
            Some(body) if body.name.slug == renamed.slug => NewAddress::Same,
            _ => NewAddress::Other(renamed.slug.to_string()),
        }
    }
}

/// Why a change is not made.
#[derive(Debug, thiserror::Error)]
pub enum Unchanged {
    /// They do not organise, or a body is not there.
    #[error("there is no such change for this person")]
    Nowhere,
    /// A rule says no, to a part of it.
    #[error("refused: {1:?}")]
    Refused(ChangePart, Refusal),
    /// What it touches is another than what was shown.
    #[error("what it touches has changed")]
    Changed,
    /// It is as they want it.
    #[error("it is so already")]
    Already,
    /// The same form has been sent before, with something else in it.
    #[error("made already, otherwise")]
    MadeOtherwise,
    /// A body that stays is called so.
    #[error("another body has the name")]
    NameTaken(ChangePart),
    /// It was not written.
    #[error(transparent)]
    Unperformed(#[from] Unperformed),
}

impl Change {
    /// The commands, each with the part of the form that it comes from. `key` names what is
    /// founded: the same form sent again founds nothing more.
    fn commands(&self, i: Inside<'_>, key: Uuid) -> Option<Vec<(ChangePart, Command)>> {
        if !i.organises() {
            return None;
        }
        match self {
            Change::Reorganise(wanted) => wanted.commands(i.published(), key),
            Change::Rename { body, names, from } => {
                let p = i.published();
                let found = p.body(*body)?;
                if found.name.names == *names && found.coming_names().is_empty() {
                    return Some(Vec::new());
                }
                let command = RenameBody {
                    body: *body,
                    names: names.clone(),
                    slug: free(p, names, Some(*body), &mut BTreeSet::new()),
                    from: *from,
                };
                Some(vec![(ChangePart::Renames, Command::RenameBody(command))])
            }
            Change::Move { body, above, from } => {
                let p = i.published();
                p.body(*body)?;
                let command = MoveBody {
                    body: *body,
                    answers_to: above.clone(),
                    from: *from,
                };
                Some(vec![(ChangePart::Moves, Command::MoveBody(command))])
            }
        }
    }

    /// The part that gives a body a name that another has which stays: what ends may leave its name to
    /// whoever takes over. What the same form has founded already is no other.
    fn taken(&self, i: Inside<'_>, key: Uuid) -> Option<ChangePart> {
        let p = i.published();
        let has = |names: &Names, but: &dyn Fn(BodyId) -> bool| {
            let bodies = everybody(p).into_iter();
            let mut stay = bodies.filter(|b| !b.has_ended() && !but(b.id));
            // A name that somebody is to have is taken, and one that is left is free.
            stay.any(|b| {
                let coming = b.coming_names().into_values().next_back();
                alike(coming.unwrap_or(&b.name.names), names)
            })
        };
        match self {
            Change::Reorganise(wanted) => {
                let own: Vec<BodyId> = (0..MOST_NEW).map(|n| founded_by(key, n)).collect();
                let but = |id| own.contains(&id) || wanted.ends.contains(&id);
                let place = wanted.founds.iter().position(|new| has(&new.names, &but));
                place.map(ChangePart::Founds)
            }
            Change::Rename { body, names, .. } => {
                has(names, &|id| id == *body).then_some(ChangePart::Renames)
            }
            Change::Move { .. } => None,
        }
    }

    /// The bodies that end, and when.
    fn ends(&self) -> (&[BodyId], Option<Date>) {
        match self {
            Change::Reorganise(wanted) => (&wanted.ends, Some(wanted.last_day)),
            Change::Rename { .. } | Change::Move { .. } => (&[], None),
        }
    }
}

/// An address that is free, or the body's own: that of the name, with a number where another has it.
fn free(p: Published<'_>, names: &Names, own: Option<BodyId>, taken: &mut BTreeSet<Slug>) -> Slug {
    let wanted = Slug::from_title(names.sv.as_str().unwrap_or_default());
    let numbered = (2..1000).map(|n| wanted.numbered(n));
    let mut slugs = std::iter::once(wanted.clone()).chain(numbered);
    let is_free = |slug: &Slug, taken: &BTreeSet<Slug>| {
        let theirs = p.body_at(slug).map(|b| b.id);
        !taken.contains(slug) && (theirs.is_none() || theirs == own)
    };
    let slug = slugs.find(|slug| is_free(slug, taken)).unwrap_or(wanted);
    taken.insert(slug.clone());
    slug
}

impl Reorganising {
    fn commands(&self, p: Published<'_>, key: Uuid) -> Option<Vec<(ChangePart, Command)>> {
        let ends: Vec<_> = self
            .ends
            .iter()
            .map(|id| p.body(*id))
            .collect::<Option<_>>()?;
        let above: Vec<BodyId> = match self.above {
            Some(above) => vec![above],
            None => {
                let all = ends.iter().flat_map(|b| b.answers_to_from(self.last_day));
                let stay = all.filter(|id| !self.ends.contains(id));
                let stay: BTreeSet<_> = stay.copied().collect();
                stay.into_iter().collect()
            }
        };
        let mut taken = BTreeSet::new();
        let mut commands = Vec::new();
        let mut next = self.takers.clone();
        for (place, new) in self.founds.iter().enumerate() {
            let id = founded_by(key, place);
            next.push(id);
            let command = FoundBody {
                body: id,
                kind: new.kind,
                slug: free(p, &new.names, Some(id), &mut taken),
                names: new.names.clone(),
                role: None,
                answers_to: above.clone(),
                from: Dated::day_known(self.from),
                seen: Vec::new(),
                source: None,
            };
            commands.push((ChangePart::Founds(place), Command::FoundBody(command)));
        }
        if !ends.is_empty() {
            commands.extend(self.moves(p, &next));
        }
        for id in &self.ends {
            let command = EndBody {
                body: *id,
                last_day: self.last_day,
                succeeded_by: next.clone(),
            };
            commands.push((ChangePart::Ends, Command::EndBody(command)));
        }
        Some(commands)
    }

    /// What is to answer to a body that ends when it ends, or is announced to later, answers to those
    /// who take over, beside what else it is to answer to then.
    fn moves(&self, p: Published<'_>, next: &[BodyId]) -> Vec<(ChangePart, Command)> {
        let from = self.last_day.tomorrow().unwrap_or(self.last_day);
        let mut moves = Vec::new();
        for b in everybody(p).into_iter().filter(|_| self.follows) {
            let goes_before = b.end().is_some_and(|end| end.last_day < from);
            if goes_before || self.ends.contains(&b.id) {
                continue;
            }
            let first = from.max(b.from().day());
            let later = b.coming_links().into_iter();
            let later = later.filter(|(day, _)| *day > first);
            for (day, above) in [(first, b.answers_to_from(first))].into_iter().chain(later) {
                if above.iter().any(|id| self.ends.contains(id)) {
                    let command = MoveBody {
                        body: b.id,
                        answers_to: self.instead(above, next, b.id),
                        from: day,
                    };
                    moves.push((ChangePart::Moves, Command::MoveBody(command)));
                }
            }
        }
        moves
    }

    /// What a body answers to that answered to one that ends.
    fn instead(&self, above: &[BodyId], next: &[BodyId], own: BodyId) -> Vec<BodyId> {
        let stays = above.iter().filter(|id| !self.ends.contains(id));
        let mut instead: Vec<_> = stays.copied().collect();
        let more = next.iter().filter(|id| **id != own && !above.contains(id));
        instead.extend(more);
        instead
    }
}

/// A step as it is shown, from the command that it becomes. `founded` are those that the same change
/// founds before it.
fn step(p: Published<'_>, founded: &[(BodyId, Names)], command: &Command) -> Option<ChangeStep> {
    let name = |id: &BodyId| {
        let new = founded.iter().find(|(own, _)| own == id);
        new.map(|(_, names)| names.clone())
            .or_else(|| Some(body(p, *id)?.0))
    };
    let named = |ids: &[BodyId]| -> Vec<Names> { ids.iter().filter_map(name).collect() };
    Some(match command {
        Command::FoundBody(new) => ChangeStep::Founds {
            names: new.names.clone(),
            kind: new.kind,
            above: named(&new.answers_to),
            from: new.from.day(),
        },
        Command::MoveBody(moved) => ChangeStep::Moves {
            names: name(&moved.body)?,
            above: named(&moved.answers_to),
            from: moved.from,
        },
        Command::EndBody(end) => {
            let said = p.body(end.body)?.end();
            let said = said.map(|said| (said.last_day, named(&said.succeeded_by)));
            let (last_day, next) = (end.last_day, named(&end.succeeded_by));
            ChangeStep::Ends {
                names: name(&end.body)?,
                instead_of: said.filter(|said| *said != (last_day, next.clone())),
                last_day,
                next,
            }
        }
        Command::RenameBody(renamed) => ChangeStep::Renames {
            names: name(&renamed.body)?,
            new: renamed.names.clone(),
            address: NewAddress::of(p, renamed),
            from: renamed.from,
        },
        _ => return None,
    })
}

/// Whether two are called the same.
pub fn alike(one: &Names, other: &Names) -> bool {
    let small = |names: &Names| names.sv.as_str().map(str::to_lowercase);
    small(one) == small(other)
}

/// The body that a form founds in one of its rows, by its key.
fn founded_by(key: Uuid, place: usize) -> BodyId {
    BodyId(derived(key, &format!("body-{place}")))
}

/// A change with its commands, which the rules would take.
struct Rehearsed {
    parts: Vec<ChangePart>,
    commands: Vec<Command>,
    shown: Rehearsal,
}

fn refused(parts: &[ChangePart], at: usize, refusal: Refusal) -> Unchanged {
    match refusal {
        // What a form founds bears its key.
        Refusal::AlreadyThere { fact: Fact::Body } => Unchanged::MadeOtherwise,
        refusal => Unchanged::Refused(parts.get(at).copied().unwrap_or(ChangePart::Ends), refusal),
    }
}

/// What a change would do, and the commands of it with the decision behind it.
fn rehearse(
    i: Inside<'_>,
    now: Now,
    change: &Change,
    key: Uuid,
    behind: Option<&Behind>,
) -> Result<Rehearsed, Unchanged> {
    let parts = change.commands(i, key).ok_or(Unchanged::Nowhere)?;
    if let Some(part) = change.taken(i, key) {
        return Err(Unchanged::NameTaken(part));
    }
    let (mut parts, mut commands): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    let acts = undecided(i, acts(&commands));
    let rehearsed = i.rehearsed(now, &commands, i.today(), |after| {
        deciders(after, now, &acts)
    });
    let stopped = |parts: &[ChangePart]| {
        let parts = parts.to_vec();
        move |stopped: Stopped| refused(&parts, stopped.at, stopped.refusal)
    };
    let (mut events, deciders) = rehearsed.map_err(stopped(&parts))?;
    let shown = shown(i, change, &commands, key, deciders);
    if let Some(command) = decision(i, behind, acts)? {
        parts.push(ChangePart::Decides);
        commands.push(command);
        events = i.rehearse(now, &commands).map_err(stopped(&parts))?;
    }
    match events {
        0 => Err(Unchanged::Already),
        _ => Ok(Rehearsed {
            parts,
            commands,
            shown,
        }),
    }
}

/// What the commands of a change do, as a decision says it.
fn acts(commands: &[Command]) -> Vec<Act> {
    let done = commands.iter().filter_map(Organised::by);
    done.map(Act::Organise).collect()
}

/// Those of some acts that no decision stands behind: what a form says again of what was decided before
/// is nothing to decide.
fn undecided(i: Inside<'_>, acts: Vec<Act>) -> Vec<Act> {
    let known = i.organised();
    let is_decided = |act: &Act| {
        let mut decided = known.iter().filter(|change| change.is_decided);
        decided.any(|change| matches!(act, Act::Organise(what) if what.is(&change.what)))
    };
    acts.into_iter().filter(|act| !is_decided(act)).collect()
}

/// The command that records the decision behind a change; none where the same form has recorded it for
/// all that is left to decide, or there is nothing.
fn decision(
    i: Inside<'_>,
    behind: Option<&Behind>,
    acts: Vec<Act>,
) -> Result<Option<Command>, Unchanged> {
    let Some(Behind { body, meeting }) = behind else {
        return Ok(None);
    };
    match i.organising(meeting.id()) {
        Some(record) if meeting.is_of(*body, record) && acts.is_empty() => Ok(None),
        Some(_) => Err(Unchanged::MadeOtherwise),
        None if acts.is_empty() => Ok(None),
        None => {
            let record = meeting.clone().record(*body, acts, Vec::new());
            Ok(Some(Command::RecordDecision(record)))
        }
    }
}

/// What is shown of a change.
fn shown(
    i: Inside<'_>,
    change: &Change,
    commands: &[Command],
    key: Uuid,
    deciders: Vec<(BodyId, Names)>,
) -> Rehearsal {
    let p = i.published();
    let founded = commands.iter().filter_map(|command| match command {
        Command::FoundBody(new) => Some((new.body, new.names.clone())),
        _ => None,
    });
    let founded: Vec<_> = founded.collect();
    let (ends, last_day) = change.ends();
    let homed = homed(commands);
    let left = ends.iter().filter_map(|id| {
        let found = p.body(*id)?;
        let carried = Carried::of(i, *id, last_day?, &homed);
        Some((BodyRow::of(p, &found), carried))
    });
    let left: Vec<_> = left.collect();
    let steps = commands.iter();
    let steps: Vec<_> = steps.filter_map(|c| step(p, &founded, c)).collect();
    // Names of bodies, wordings and counts: another of them is another sight.
    let seen = derived(key, &format!("{steps:?}{left:?}")).to_string();
    Rehearsal {
        frame: WorkFrame::of(i),
        has_been: last_day.is_some_and(|day| !ends.is_empty() && day < i.today()),
        steps,
        left,
        deciders,
        today: i.today(),
        seen,
    }
}

/// The bodies that have their home by the change itself: those that move along and that end too.
fn homed(commands: &[Command]) -> BTreeSet<BodyId> {
    let homed = commands.iter().filter_map(|command| match command {
        Command::MoveBody(moved) => Some(moved.body),
        Command::EndBody(end) => Some(end.body),
        _ => None,
    });
    homed.collect()
}

impl App {
    /// What a change would do. Nothing is stored.
    ///
    /// # Errors
    /// [`Unchanged`].
    pub fn rehearse(
        &self,
        person: PersonId,
        change: &Change,
        key: Uuid,
    ) -> Result<Rehearsal, Unchanged> {
        let rehearsed = self.inside(person, |i, now| rehearse(i, now, change, key, None));
        Ok(rehearsed?.shown)
    }

    /// Makes a change, as one transaction, if it still does what was shown, and records the decision
    /// behind it if that is said. What stands already is made.
    ///
    /// # Errors
    /// [`Unchanged`]; then nothing was stored.
    pub async fn reorganise(
        &self,
        person: PersonId,
        change: &Change,
        key: Uuid,
        seen: &str,
        behind: Option<&Behind>,
    ) -> Result<(), Unchanged> {
        let look = |i: Inside<'_>, now| match rehearse(i, now, change, key, behind) {
            Err(Unchanged::Already) => Ok(Looked::Stands(Vec::new())),
            Err(other) => Err(other),
            Ok(rehearsed) if rehearsed.shown.seen != seen => Err(Unchanged::Changed),
            Ok(rehearsed) => Ok(Looked::Asks(rehearsed.commands, rehearsed.parts)),
        };
        let failed = |parts: &Vec<_>, error| match error {
            Unperformed::Refused { refusal, place } => refused(parts, place, refusal),
            error => Unchanged::Unperformed(error),
        };
        let done = self.perform_looked(person, look, failed);
        done.await.map(drop)
    }
}
