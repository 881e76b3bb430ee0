//! Bodies, as residents see them.

use super::Published;
use crate::bodies::{Body, BodyEnd, BodyKind, BodyName};
use crate::dates::Dated;
use crate::decisions::Organised;
use crate::ids::{BodyId, SourceId};
use crate::slugs::Slug;
use crate::texts::{Names, Text};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A body as it stood on the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicBody<'a> {
    /// Which body.
    pub id: BodyId,
    /// Its name and address on the day.
    pub name: &'a BodyName,
    body: &'a Body,
    day: Date,
}

impl<'a> PublicBody<'a> {
    /// What kind it is.
    pub fn kind(&self) -> BodyKind {
        self.body.kind
    }
    /// Its part in the group, in words.
    pub fn role(&self) -> Option<&'a Text> {
        self.body.role.as_ref()
    }
    /// The years by the day in which sources were seen to name it, the earliest first; none where
    /// it stands without that.
    pub fn seen(&self) -> Vec<i16> {
        let by_the_day = self.body.seen.iter().copied();
        by_the_day.filter(|year| *year <= self.day.year()).collect()
    }
    /// From which day it is known.
    pub fn from(&self) -> Dated {
        self.body.from
    }
    /// Where it was found.
    pub fn source(&self) -> Option<SourceId> {
        self.body.source
    }
    /// When it ends, as was known on the day.
    pub fn end(&self) -> Option<&'a BodyEnd> {
        self.body.ends.at(self.day)
    }
    /// Whether it has ended by the day.
    pub fn has_ended(&self) -> bool {
        self.end().is_some_and(|end| end.last_day < self.day)
    }
    /// The bodies it answers to on the day.
    pub fn answers_to(&self) -> &'a [BodyId] {
        self.body.answers_to_on(self.day)
    }
    /// The bodies it answers to on the day; where it is still to come, those it is to answer to first.
    pub fn answers_to_then(&self) -> &'a [BodyId] {
        self.answers_to_from(self.day)
    }
    /// The bodies it is to answer to on a day, as was known on that of the lens; where it is still to
    /// come then, on its first.
    pub fn answers_to_from(&self, day: Date) -> &'a [BodyId] {
        let day = day.max(self.body.from.day());
        self.body.answers_to_by(self.day, day)
    }
    /// The names that it is to have after the day, as was known on it, the nearest first.
    pub fn coming_names(&self) -> BTreeMap<Date, &'a Names> {
        self.body.names_after(self.day, self.then())
    }
    /// The bodies that it is to answer to after the day, as was known on it, the nearest first.
    pub fn coming_links(&self) -> BTreeMap<Date, &'a [BodyId]> {
        self.body.links_after(self.day, self.then())
    }
    /// The day, or its first where it is still to come.
    fn then(&self) -> Date {
        self.day.max(self.body.from.day())
    }
    /// Whether its first day is later than the day.
    pub fn is_to_come(&self) -> bool {
        self.body.from.day() > self.day
    }
    /// Whether it is there on the day.
    pub fn stands(&self) -> bool {
        !self.has_ended() && !self.is_to_come()
    }
    /// That it was founded, as a decision says it.
    pub fn founding(&self) -> Organised {
        Organised::Founded(self.id)
    }
    /// That it was given the name of the day, likewise; none where it was founded with it.
    pub fn naming(&self) -> Option<Organised> {
        let first = self.body.names.entries().first().map(|e| &e.value);
        let BodyName { names, from, .. } = self.name;
        let given = first.is_some_and(|first| !std::ptr::eq(first, self.name));
        given.then(|| Organised::Renamed(self.id, names.clone(), *from))
    }
    /// That it was laid under those that it answers to on the day, likewise; none where it was
    /// founded under them.
    pub fn placing(&self) -> Option<Organised> {
        let (from, above) = self.body.link_by(self.day)?;
        Some(Organised::Moved(self.id, above.to_vec(), from))
    }
    /// Its end, as was known on the day, likewise.
    pub fn ending(&self) -> Option<Organised> {
        let end = self.end()?;
        let next = end.succeeded_by.clone();
        Some(Organised::Ended(self.id, end.last_day, next))
    }
    /// Its earlier names, each with the first day of the next.
    pub fn earlier_names(&self) -> Vec<(&'a BodyName, Date)> {
        let names = self.body.names_by(self.day);
        // A name that was put right before it took effect was never borne.
        let pairs = names.windows(2).filter(|pair| pair[0].from < pair[1].from);
        pairs.map(|pair| (pair[0], pair[1].from)).collect()
    }
}

impl<'a> Published<'a> {
    /// A body that was known by the day.
    pub fn body(&self, id: BodyId) -> Option<PublicBody<'a>> {
        let body = self.state.bodies.get(&id)?;
        let name = body.name_by(self.day);
        // A body that starts later than it was recorded goes by its first name until then.
        let name = name.or_else(|| Some(&body.names.up_to(self.day).first()?.value))?;
        Some(PublicBody {
            id,
            name,
            body,
            day: self.day,
        })
    }

    /// The body that has, or once had, an address.
    pub fn body_at(&self, slug: &Slug) -> Option<PublicBody<'a>> {
        self.body(*self.state.body_slugs.get(slug)?)
    }

    /// Every body that was known by the day.
    pub fn bodies(&self) -> impl Iterator<Item = PublicBody<'a>> {
        let lens = *self;
        self.state
            .bodies
            .keys()
            .filter_map(move |id| lens.body(*id))
    }
}
