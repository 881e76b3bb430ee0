//! Bodies of the municipal group: who decides, who carries out, and from when to when.

mod work;

use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::ids::{BodyId, SourceId};
use crate::refusal::{Fact, Refusal};
use crate::slugs::Slug;
use crate::state::State;
use crate::texts::{Names, Text};
use crate::timeline::Timeline;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What kind of body it is, by the Local Government Act (*kommunallagen*) and the group's
/// own order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum BodyKind {
    /// The municipal group as a whole (*kommunkoncernen*).
    Group,
    /// The council (*kommunfullmäktige*).
    Council,
    /// A preparatory committee of the council (*fullmäktigeberedning*).
    PreparatoryCommittee,
    /// The executive board (*kommunstyrelsen*).
    ExecutiveBoard,
    /// A committee (*nämnd*).
    Committee,
    /// A working committee within another body (*utskott*).
    WorkingCommittee,
    /// A committee shared with other municipalities (*gemensam nämnd*).
    JointCommittee,
    /// A municipal association (*kommunalförbund*).
    MunicipalAssociation,
    /// A company of the group (*kommunalt bolag*). How much of it the group owns is a share's to
    /// say.
    Company,
    /// A company that others own a part of (*delägt bolag*).
    PartOwnedCompany,
    /// A company's general meeting (*bolagsstämma*).
    GeneralMeeting,
    /// A company's board (*bolagsstyrelse*).
    CompanyBoard,
    /// A company's managing director (*verkställande direktör*).
    ManagingDirector,
    /// A foundation (*stiftelse*).
    Foundation,
    /// An administration under a committee (*förvaltning*).
    Administration,
    /// A unit, the lowest level that plans (*enhet*).
    Unit,
    /// The elected auditors (*revisionen*).
    Audit,
    /// A party outside the group.
    External,
}

impl BodyKind {
    /// Whether council gives bodies of this kind orders: "every committee and company".
    pub fn takes_orders(self) -> bool {
        matches!(
            self,
            BodyKind::ExecutiveBoard
                | BodyKind::Committee
                | BodyKind::JointCommittee
                | BodyKind::Company
        )
    }
}

/// Founds a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FoundBody {
    /// Which body.
    pub body: BodyId,
    /// What kind.
    pub kind: BodyKind,
    /// Its part of the address, not used by another.
    pub slug: Slug,
    /// What it is called.
    pub names: Names,
    /// Its part in the group, in words, such as "parent company".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Text>,
    /// The bodies it answers to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers_to: Vec<BodyId>,
    /// The first day of its validity; may be still to come.
    pub from: Dated,
    /// The years in which sources were seen to name it, where nobody has said that it still is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<i16>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

/// Gives a body another name from a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenameBody {
    /// Which body.
    pub body: BodyId,
    /// What it is called from then on.
    pub names: Names,
    /// Its address from then on; the old one leads to it.
    pub slug: Slug,
    /// The first day of the name.
    pub from: Date,
}

/// Lets a body answer to others from a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoveBody {
    /// Which body.
    pub body: BodyId,
    /// The bodies it answers to from then on.
    pub answers_to: Vec<BodyId>,
    /// The first day.
    pub from: Date,
}

/// Ends a body. Its history stays; no work can be given to it from the day after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndBody {
    /// Which body.
    pub body: BodyId,
    /// Its last day; may be still to come.
    pub last_day: Date,
    /// The bodies that take over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succeeded_by: Vec<BodyId>,
}

/// A name of a body and its address, from a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyName {
    /// What it is called.
    pub names: Names,
    /// Its part of the address.
    pub slug: Slug,
    /// The first day of the name; may be later than the day it was recorded.
    pub from: Date,
}

/// When a body ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyEnd {
    /// Its last day.
    pub last_day: Date,
    /// The bodies that take over.
    pub succeeded_by: Vec<BodyId>,
}

/// Everything recorded about one body.
#[derive(Clone, Debug)]
pub struct Body {
    pub(crate) kind: BodyKind,
    pub(crate) from: Dated,
    pub(crate) on: Date,
    pub(crate) role: Option<Text>,
    pub(crate) seen: Vec<i16>,
    pub(crate) source: Option<SourceId>,
    pub(crate) names: Timeline<BodyName>,
    pub(crate) answers_to: Timeline<(Date, Vec<BodyId>)>,
    pub(crate) ends: Timeline<BodyEnd>,
}

impl Body {
    /// Whether the body exists on a day, as was known on that day.
    pub(crate) fn is_alive(&self, day: Date) -> bool {
        self.on <= day
            && self.from.day() <= day
            && self.ends.at(day).is_none_or(|end| end.last_day >= day)
    }

    /// The names that had taken effect by a day, in the order of their first days. A name
    /// may be announced ahead, so the order of recording does not tell.
    pub(crate) fn names_by(&self, day: Date) -> Vec<&BodyName> {
        let known = self.names.up_to(day).iter().map(|e| &e.value);
        let mut names: Vec<&BodyName> = known.filter(|n| n.from <= day).collect();
        names.sort_by_key(|n| n.from);
        names
    }

    /// The name that it bears on a day: the last of them.
    pub(crate) fn name_by(&self, day: Date) -> Option<&BodyName> {
        let known = self.names.up_to(day).iter().map(|e| &e.value);
        known.filter(|n| n.from <= day).max_by_key(|n| n.from)
    }

    /// The bodies that have succeeded it by a day; none while it is there.
    pub(crate) fn succeeded_by_on(&self, day: Date) -> &[BodyId] {
        let ended = self.ends.at(day).filter(|end| end.last_day < day);
        ended.map_or(&[], |end| &end.succeeded_by)
    }

    /// The bodies it answers to on a day; a move may be announced ahead.
    pub(crate) fn answers_to_on(&self, day: Date) -> &[BodyId] {
        self.answers_to_by(day, day)
    }

    /// The bodies it answers to on a day, as was known on another.
    pub(crate) fn answers_to_by(&self, known: Date, day: Date) -> &[BodyId] {
        let known = self.answers_to.up_to(known).iter().map(|e| &e.value);
        known
            .filter(|(from, _)| *from <= day)
            .max_by_key(|(from, _)| *from)
            .map_or(&[], |(_, to)| to)
    }

    /// The link upwards of a day, with its first; none where that is the one it was founded with.
    pub(crate) fn link_by(&self, day: Date) -> Option<(Date, &[BodyId])> {
        let known = self.answers_to.up_to(day).iter().enumerate();
        let begun = known.filter(|(_, e)| e.value.0 <= day);
        let (at, last) = begun.max_by_key(|(_, e)| e.value.0)?;
        (at > 0).then_some((last.value.0, last.value.1.as_slice()))
    }

    /// The links upwards that hold from a later day than `day`, as was known on another: the last
    /// word of each day, the nearest first.
    pub(crate) fn links_after(&self, known: Date, day: Date) -> BTreeMap<Date, &[BodyId]> {
        let known = self.answers_to.up_to(known).iter();
        let later = known.filter(|e| e.value.0 > day);
        later.map(|e| (e.value.0, e.value.1.as_slice())).collect()
    }

    /// The names that it is to bear from a later day than `day`, likewise.
    pub(crate) fn names_after(&self, known: Date, day: Date) -> BTreeMap<Date, &Names> {
        let known = self.names.up_to(known).iter().map(|e| &e.value);
        let later = known.filter(|name| name.from > day);
        later.map(|name| (name.from, &name.names)).collect()
    }

    /// The first day after `day` from which something was said of the body.
    fn first_word_after(&self, day: Date) -> Option<Date> {
        let names = self.names.entries().iter().map(|e| e.on);
        let moves = self.answers_to.entries().iter().map(|e| e.on);
        let ends = self.ends.entries().iter().map(|e| e.on);
        // An end stands from the day after the last one.
        let said = names.chain(moves).chain(ends);
        said.filter(|on| *on > day).min()
    }
}

pub(crate) fn found(state: &State, now: Now, command: FoundBody) -> Outcome {
    if command.names.sv.is_blank() {
        return Err(Refusal::Blank { field: "names.sv" });
    }
    if let Some(body) = state.bodies.get(&command.body) {
        let name = body.names.entries().first().map(|e| &e.value);
        let above = body.answers_to.entries().first().map(|e| &e.value.1);
        let same = body.kind == command.kind
            && body.from == command.from
            && body.role == command.role
            && body.seen == command.seen
            && body.source == command.source
            && above == Some(&command.answers_to)
            && name.is_some_and(|n| n.names == command.names && n.slug == command.slug);
        return if same {
            Ok(Vec::new())
        } else {
            Err(Refusal::AlreadyThere { fact: Fact::Body })
        };
    }
    let on = command.from.day().min(now.today);
    state.slug_free(&command.slug, &state.body_slugs, &command.body)?;
    for above in &command.answers_to {
        if *above == command.body {
            return Err(Refusal::AnswersToItself);
        }
        // It is there when the body begins. Of two that are both still to come one may answer to the
        // other.
        let from = state.body_founded(*above, on)?.from.day();
        state.body_alive(*above, from.max(command.from.day()))?;
    }
    if let Some(source) = command.source {
        state.source_known(source)?;
    }
    Ok(vec![now.happened(on, Event::BodyFounded(command))])
}

pub(crate) fn rename(state: &State, now: Now, command: RenameBody) -> Outcome {
    if command.names.sv.is_blank() {
        return Err(Refusal::Blank { field: "names.sv" });
    }
    let on = command.from.min(now.today);
    let body = state.body_alive(command.body, command.from)?;
    state.slug_free(&command.slug, &state.body_slugs, &command.body)?;
    // Of two names from the same day the one said last stands.
    let names = body.names.entries().iter().rev().map(|e| &e.value);
    let standing = names.into_iter().find(|n| n.from == command.from);
    if standing.is_some_and(|n| n.names == command.names && n.slug == command.slug) {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::BodyRenamed(command))])
}

pub(crate) fn answer_to(state: &State, now: Now, command: MoveBody) -> Outcome {
    let on = command.from.min(now.today);
    // Both are there from the day of the link, whether they are today or not.
    let body = state.body_alive(command.body, command.from)?;
    let links = body.answers_to.entries().iter().rev().map(|e| &e.value);
    let standing = links.into_iter().find(|(from, _)| *from == command.from);
    if standing.is_some_and(|(_, to)| *to == command.answers_to) {
        return Ok(Vec::new());
    }
    for above in &command.answers_to {
        state.body_alive(*above, command.from)?;
        if state.answers_up_to(*above, command.body) {
            return Err(Refusal::AnswersToItself);
        }
    }
    Ok(vec![now.happened(on, Event::BodyMoved(command))])
}

pub(crate) fn end(state: &State, now: Now, command: EndBody) -> Outcome {
    // It stands from the first day without the body, when a successor may begin.
    let first_without = command.last_day.tomorrow().unwrap_or(command.last_day);
    let on = first_without.min(now.today);
    let body = state.body_founded(command.body, command.last_day)?;
    let same = |end: &BodyEnd| {
        end.last_day == command.last_day && end.succeeded_by == command.succeeded_by
    };
    if body.ends.at(on).is_some_and(same) {
        return Ok(Vec::new());
    }
    // One that is to come can end before anybody has seen it, but not before it begins.
    let seen = now.today.max(body.from.day());
    let body = state.body_alive(command.body, command.last_day.min(seen))?;
    for next in &command.succeeded_by {
        // Nobody is succeeded by itself, by any way.
        if state.succeeds(*next, command.body) {
            return Err(Refusal::AnswersToItself);
        }
        let next = state.body_founded(*next, on)?;
        // Whoever takes over is there when it is time to.
        let gone = next.ends.at(on).map(|end| end.last_day);
        if gone.is_some_and(|gone| gone < first_without) {
            let (on, last_day) = (first_without, gone);
            return Err(Refusal::BodyNotAlive { on, last_day });
        }
    }
    // Back-dated: nothing may already have been said of it or given to it after its last day.
    let below = state.bodies.values();
    let below = below.flat_map(|b| b.links_after(Date::MAX, command.last_day));
    let below = below.filter(|(_, above)| above.contains(&command.body));
    let said = body.first_word_after(command.last_day);
    if let Some(day) = below.map(|(from, _)| from).chain(said).min() {
        let fact = Fact::Body;
        return Err(Refusal::WouldBreak { day, fact });
    }
    if let Some((day, fact)) = state.first_work_after(command.body, command.last_day) {
        return Err(Refusal::WouldBreak { day, fact });
    }
    Ok(vec![now.happened(on, Event::BodyEnded(command))])
}

pub(crate) fn apply_founded(state: &mut State, at: &Recorded, event: &FoundBody) {
    state.body_slugs.insert(event.slug.clone(), event.body);
    let mut names = Timeline::default();
    let name = BodyName {
        names: event.names.clone(),
        slug: event.slug.clone(),
        from: event.from.day(),
    };
    names.insert(at.on, at.position, name);
    let mut answers_to = Timeline::default();
    answers_to.insert(
        at.on,
        at.position,
        (event.from.day(), event.answers_to.clone()),
    );
    let body = Body {
        kind: event.kind,
        from: event.from,
        on: at.on,
        role: event.role.clone(),
        seen: event.seen.clone(),
        source: event.source,
        names,
        answers_to,
        ends: Timeline::default(),
    };
    state.bodies.insert(event.body, Arc::new(body));
}

pub(crate) fn apply_renamed(state: &mut State, at: &Recorded, event: &RenameBody) {
    state.body_slugs.insert(event.slug.clone(), event.body);
    if let Some(body) = state.bodies.get_mut(&event.body) {
        let RenameBody {
            names, slug, from, ..
        } = event.clone();
        Arc::make_mut(body)
            .names
            .insert(at.on, at.position, BodyName { names, slug, from });
    }
}

pub(crate) fn apply_moved(state: &mut State, at: &Recorded, event: &MoveBody) {
    if let Some(body) = state.bodies.get_mut(&event.body) {
        let links = (event.from, event.answers_to.clone());
        Arc::make_mut(body)
            .answers_to
            .insert(at.on, at.position, links);
    }
}

pub(crate) fn apply_ended(state: &mut State, at: &Recorded, event: &EndBody) {
    if let Some(body) = state.bodies.get_mut(&event.body) {
        let EndBody {
            last_day,
            succeeded_by,
            ..
        } = event.clone();
        Arc::make_mut(body).ends.insert(
            at.on,
            at.position,
            BodyEnd {
                last_day,
                succeeded_by,
            },
        );
    }
}

/// What the rules ask.
impl State {
    /// A body that is recorded by a day, alive or not.
    pub(crate) fn body_founded(&self, id: BodyId, on: Date) -> Result<&Body, Refusal> {
        let body = self
            .bodies
            .get(&id)
            .ok_or(Refusal::Unknown { fact: Fact::Body })?;
        if body.on > on {
            return Err(Refusal::TooEarly {
                on,
                stands_from: body.on,
                fact: Fact::Body,
            });
        }
        Ok(body)
    }

    /// A body that exists on a day, so that work can be given to it.
    pub(crate) fn body_alive(&self, id: BodyId, on: Date) -> Result<&Body, Refusal> {
        let body = self.body_founded(id, on)?;
        if body.is_alive(on) {
            Ok(body)
        } else if body.from.day() > on {
            let stands_from = body.from.day();
            Err(Refusal::TooEarly {
                on,
                stands_from,
                fact: Fact::Body,
            })
        } else {
            let last_day = body.ends.at(on).map(|end| end.last_day);
            Err(Refusal::BodyNotAlive { on, last_day })
        }
    }

    /// Whether a body has come in the place of another by a day, by any way; each in its own.
    pub(crate) fn is_in_place_of(&self, heir: BodyId, body: BodyId, on: Date) -> bool {
        self.climbs(body, heir, |b| b.succeeded_by_on(on).to_vec())
    }

    /// Refuses to order something of a body that is not there on a day. An order to one that is no
    /// more is its successors'.
    pub(crate) fn can_be_ordered(&self, body: BodyId, on: Date) -> Result<(), Refusal> {
        let has_heir = |body: BodyId| {
            let mut all = self.bodies.keys();
            all.any(|heir| {
                self.body_alive(*heir, on).is_ok() && self.is_in_place_of(*heir, body, on)
            })
        };
        match self.body_alive(body, on) {
            Err(Refusal::BodyNotAlive { .. }) if has_heir(body) => Ok(()),
            other => other.map(drop),
        }
    }

    /// Whether `body` answers to `above`, by any way and on any day.
    pub(crate) fn answers_up_to(&self, body: BodyId, above: BodyId) -> bool {
        self.climbs(body, above, |b| {
            b.answers_to
                .entries()
                .iter()
                .flat_map(|e| e.value.1.clone())
                .collect()
        })
    }

    /// Whether `body` answers to `above` on a day, by any way.
    pub(crate) fn answers_up_to_on(&self, body: BodyId, above: BodyId, day: Date) -> bool {
        self.climbs(body, above, |b| b.answers_to_on(day).to_vec())
    }

    /// Whether `next` is `body`, or is succeeded by it by any way, as is said on any day.
    fn succeeds(&self, next: BodyId, body: BodyId) -> bool {
        self.climbs(next, body, |b| {
            let last = b.ends.entries().last();
            last.map_or_else(Vec::new, |e| e.value.succeeded_by.clone())
        })
    }

    /// Whether one comes from a body to another, by any way.
    pub(crate) fn climbs(
        &self,
        body: BodyId,
        above: BodyId,
        up: impl Fn(&Body) -> Vec<BodyId>,
    ) -> bool {
        let mut next = vec![body];
        let mut seen = BTreeSet::new();
        while let Some(id) = next.pop() {
            if id == above {
                return true;
            }
            if seen.insert(id)
                && let Some(body) = self.bodies.get(&id)
            {
                next.extend(up(body));
            }
        }
        false
    }
}
