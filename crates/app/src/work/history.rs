//! Who did what: the history of a thing, two days of it held against each other, and the whole
//! journal for whoever audits.
//!
//! The events of a thing are found in State, and only the rows that a page shows are read from the
//! journal (decision 084).

mod proposal;
mod said;
mod told;

pub use proposal::{Against, ProposedPlan, ProposedRow};
pub use said::{Difference, Field, Value, Word};

pub(super) use told::deeds;

use said::{Fields, beside};

use super::{WorkFrame, body};
use crate::app::{App, Unperformed};
use crate::views::frame::{DecisionRef, decision_ref};
use jiff::civil::{Date, DateTime};
use riktning_domain::documents::DocumentWording;
use riktning_domain::ids::{BodyId, DirectiveId, PersonId};
use riktning_domain::inside::{HistoryOf, InsideElement, Standing};
use riktning_domain::local_time::local;
use riktning_domain::permissions::{Actor, Role};
use riktning_domain::register::Sought;
use riktning_domain::topics::Dimension;
use riktning_domain::{Event, Inside, Names, Recorded, Slug, Text};
use riktning_store::{Digest, Store, StoreError, decode};
use std::ops::Range;
use std::sync::Arc;

/// How many events stand on a page.
const EVENTS: usize = 50;
/// How many roles of somebody are told beside what they did.
const ROLES: usize = 3;

/// The address of a thing's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HistoryPage {
    /// Of an element, by its number.
    Element(u32),
    /// Of an indicator, by its part of the address.
    Indicator(String),
    /// Of a governing document, likewise.
    Document(String),
    /// Of a law or other rule from outside, likewise.
    Rule(String),
    /// Of an owner directive.
    Directive(DirectiveId),
    /// Of a page that the municipality writes itself, by its part of the address.
    Page(String),
}

/// A thing by its name, and where its history is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// What it is called.
    pub title: Names,
    /// Where.
    pub to: Option<HistoryPage>,
}

impl Link {
    fn plain(title: Names) -> Link {
        Link { title, to: None }
    }
}

/// Who recorded something, as far as the journal can tell.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    /// Somebody by name.
    Person(Arc<str>),
    /// Somebody whose name has been erased.
    Erased,
    /// Whoever had the machine's command line: the journal knows no more.
    CommandLine,
    /// A file of facts that was read at the command line.
    Facts,
    /// A rule that gives roles by groups, when somebody signed in.
    Rule,
}

/// An event, as far as it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its place in the journal.
    pub position: u64,
    /// The beginning of its hash, by which it can be compared with another copy.
    pub hash: String,
    /// When it was recorded, on the municipality's clock.
    pub recorded_at: DateTime,
    /// The day from which it stood.
    pub on: Date,
    /// Who recorded it.
    pub who: Who,
    /// The roles that they held on the day, and where: at the body whose matter it was, if any.
    pub roles: Vec<(Role, Names)>,
    /// The kind, as rows of the journal name it.
    pub kind: &'static str,
    /// Which kind of topic it describes, if it does.
    pub dimension: Option<Dimension>,
    /// What it was about.
    pub about: Option<Link>,
    /// What was before and after.
    pub differences: Vec<Difference>,
    /// The decision behind it, with what it was about.
    pub decision: Option<(Option<Text>, DecisionRef)>,
}

/// A page of events.
#[derive(Clone, Debug, PartialEq)]
pub struct Events {
    /// Those that the person may read, the newest first.
    pub rows: Vec<Row>,
    /// How many of the page they may not read.
    pub hidden: usize,
    /// How many there are at all.
    pub total: usize,
    /// Which page.
    pub page: usize,
    /// Of how many.
    pub pages: usize,
}

/// Two days, or what is decided and what is proposed, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Each field of both, whether it differs or not.
    pub fields: Vec<Difference>,
    /// Whether there was anything on the one side and on the other that the person may read.
    pub was_there: (bool, bool),
}

/// The history of a thing.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The day it is.
    pub today: Date,
    /// What it is called.
    pub title: Names,
    /// What its level is called, and its number, if it is an element.
    pub level: Option<(Names, u32)>,
    /// Its own address.
    pub page: HistoryPage,
    /// What happened to it.
    pub events: Events,
    /// What is proposed beside what is in force.
    pub proposal: Option<Compared>,
    /// How it stood on the two days that were asked for.
    pub compared: Option<Compared>,
}

/// Who did what in the whole journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Journal {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The day it is.
    pub today: Date,
    /// What is found.
    pub events: Events,
    /// Everybody who ever recorded anything; none whose name has been erased.
    pub people: Vec<(PersonId, Option<Arc<str>>)>,
    /// Every body that anything was about.
    pub bodies: Vec<(BodyId, Names)>,
}

/// What an event is told by: what somebody may read, and the names of people, which stand in rows
/// that can be erased.
struct Seen<'a> {
    i: Inside<'a>,
    name_of: &'a dyn Fn(PersonId) -> Option<Arc<str>>,
}

impl App {
    /// The history of a thing; none where it is not there for the person, or has no such page.
    ///
    /// # Errors
    /// [`Unperformed`] if the journal cannot be read.
    pub async fn history(
        &self,
        me: PersonId,
        at: HistoryPage,
        page: usize,
        days: Option<(Date, Date)>,
    ) -> Result<Option<History>, Unperformed> {
        let found = self.inside(me, |i, _| {
            let what = at.find(i)?;
            Some((what, i.history_of(what)?))
        });
        let Some((what, positions)) = found else {
            return Ok(None);
        };
        let (total, stretch) = (positions.len(), stretch(page));
        let shown = positions.into_iter().skip(stretch.start);
        let shown: Vec<u64> = shown.take(EVENTS).collect();
        let Some(events) = self.events(me, Some(what), (total, shown), page).await? else {
            return Ok(None);
        };
        let names = |id| self.name_of(id);
        Ok(self.inside(me, |i, _| {
            let seen = Seen { i, name_of: &names };
            seen.history(what, at, events, days)
        }))
    }

    /// Who did what in the whole journal; none for whoever may not read it, or if there is no such
    /// page.
    ///
    /// # Errors
    /// [`Unperformed`] if the journal cannot be read.
    pub async fn journal(
        &self,
        me: PersonId,
        sought: Sought,
        page: usize,
    ) -> Result<Option<Journal>, Unperformed> {
        let stretch = stretch(page);
        let found = self.inside(me, |i, _| {
            i.reads_register().then(|| i.seek(sought, stretch))
        });
        let Some(found) = found else {
            return Ok(None);
        };
        let Some(events) = self.events(me, None, found, page).await? else {
            return Ok(None);
        };
        Ok(self.inside(me, |i, _| {
            let p = i.published();
            let (people, bodies) = i.registered_names();
            let people = people.into_iter().map(|id| (id, self.name_of(id)));
            let mut people: Vec<_> = people.collect();
            people.sort_by(|a, b| (a.1.is_none(), &a.1).cmp(&(b.1.is_none(), &b.1)));
            let named = bodies.into_iter();
            let named = named.filter_map(|id| Some((id, body(p, id)?.0)));
            let mut bodies: Vec<_> = named.collect();
            bodies.sort_by(|a, b| a.1.sv.cmp(&b.1.sv));
            Some(Journal {
                frame: WorkFrame::of(i),
                today: i.today(),
                events,
                people,
                bodies,
            })
        }))
    }

    /// A page of events by their positions, of so many in all; none if there is no such page.
    async fn events(
        &self,
        me: PersonId,
        focus: Option<HistoryOf>,
        (total, shown): (usize, Vec<u64>),
        page: usize,
    ) -> Result<Option<Events>, Unperformed> {
        let pages = total.div_ceil(EVENTS).max(1);
        if page == 0 || page > pages {
            return Ok(None);
        }
        let rows = self.rows(move |store| read(store, &shown)).await?;
        let names = |id| self.name_of(id);
        let events = self.inside(me, |i, _| {
            let seen = Seen { i, name_of: &names };
            let told = rows.iter().filter(|(at, _)| i.may_read_event(at));
            let told: Vec<Row> = told.map(|(at, hash)| seen.row(focus, at, *hash)).collect();
            Events {
                hidden: rows.len() - told.len(),
                rows: told,
                total,
                page,
                pages,
            }
        });
        Ok(Some(events))
    }
}

/// Which of all events stand on a page.
fn stretch(page: usize) -> Range<usize> {
    let first = page.saturating_sub(1).saturating_mul(EVENTS);
    first..first.saturating_add(EVENTS)
}

impl Compared {
    fn of(before: Option<Fields>, after: Option<Fields>) -> Compared {
        Compared {
            was_there: (before.is_some(), after.is_some()),
            fields: beside(before, after),
        }
    }
}

/// The events at some positions, each with its hash.
fn read(store: &dyn Store, positions: &[u64]) -> Result<Vec<(Recorded, Digest)>, StoreError> {
    let mut events = Vec::with_capacity(positions.len());
    for position in positions.iter().copied() {
        let Some(row) = store.row(position)? else {
            continue;
        };
        let event = decode(&row).map_err(|source| StoreError::Unreadable { position, source })?;
        events.push((event, row.hash));
    }
    Ok(events)
}

/// What a wording of a governing document says otherwise than another.
pub(super) fn document_beside(
    i: Inside<'_>,
    before: &DocumentWording,
    after: &DocumentWording,
) -> Vec<Difference> {
    let seen = Seen {
        i,
        name_of: &|_| None,
    };
    let both = Compared::of(Some(seen.document(before)), Some(seen.document(after)));
    let mut fields = both.fields;
    fields.retain(|field| !field.is_same());
    fields
}

/// What a proposal changes of what stands decided, beside the sentence, which is shown by itself.
pub(super) fn element_beside(i: Inside<'_>, proposed: &InsideElement<'_>) -> Vec<Difference> {
    let is_proposal = proposed.standing == Standing::Proposal;
    let Some(decided) = i.decided_element(proposed.id).filter(|_| is_proposal) else {
        return Vec::new();
    };
    let seen = Seen {
        i,
        name_of: &|_| None,
    };
    let (before, now) = (seen.said_by(&decided), seen.said_by(proposed));
    let mut all = said::differing(Some(before), Some(now));
    all.retain(|d| !matches!(d.field, Field::Text | Field::Person));
    all
}

impl HistoryPage {
    fn find(&self, i: Inside<'_>) -> Option<HistoryOf> {
        match self {
            HistoryPage::Element(number) => Some(HistoryOf::Element(i.remembered_by(*number)?.id)),
            HistoryPage::Indicator(slug) => {
                Some(HistoryOf::Indicator(i.indicator_at(&Slug::parse(slug)?)?))
            }
            HistoryPage::Document(slug) => {
                Some(HistoryOf::Document(i.document_at(&Slug::parse(slug)?)?))
            }
            HistoryPage::Directive(id) => Some(HistoryOf::Directive(*id)),
            HistoryPage::Page(slug) => Some(HistoryOf::Page(i.page_at(&Slug::parse(slug)?)?)),
            HistoryPage::Rule(slug) => Some(HistoryOf::Rule(i.rule_at(&Slug::parse(slug)?)?)),
        }
    }
}

impl Seen<'_> {
    fn history(
        &self,
        what: HistoryOf,
        page: HistoryPage,
        events: Events,
        days: Option<(Date, Date)>,
    ) -> Option<History> {
        let (title, level) = match what {
            HistoryOf::Element(id) => {
                let known = self.i.remembered(id)?;
                let title = Names::swedish(known.wording.text.clone());
                (title, Some((known.level.names.clone(), known.number)))
            }
            HistoryOf::Indicator(id) => {
                let (_, definition) = self.i.definition_before(id, u64::MAX)?;
                (definition.names.clone(), None)
            }
            HistoryOf::Document(id) => {
                let (_, wording) = self.i.document_before(id, u64::MAX)?;
                (Names::swedish(wording.title.clone()), None)
            }
            HistoryOf::Directive(id) => {
                let wording = self.i.directive_before(id, u64::MAX)?;
                (Names::swedish(wording.title.clone()), None)
            }
            HistoryOf::Page(id) => (self.i.page_before(id, u64::MAX)?.title.clone(), None),
            HistoryOf::Rule(id) => {
                let rule = self.i.rule_before(id, u64::MAX)?;
                (Names::swedish(rule.title.clone()), None)
            }
        };
        Some(History {
            frame: WorkFrame::of(self.i),
            today: self.i.today(),
            title,
            level,
            page,
            events,
            proposal: self.proposal(what),
            compared: days.map(|days| self.compared(what, days)),
        })
    }

    /// What is proposed beside what is in force.
    fn proposal(&self, what: HistoryOf) -> Option<Compared> {
        let HistoryOf::Element(id) = what else {
            return None;
        };
        let today = self.i.today();
        let (proposed, standing) = self.i.stood_on(id, today)?;
        let in_force = self.i.in_force_on(id, today);
        let in_force = in_force.filter(|_| standing == Standing::Proposal)?;
        let (before, now) = (self.wording(id, in_force), self.wording(id, proposed));
        let tied = self.i.supported_on(id, today);
        let named = self.i.supported_by_words(id, proposed, (today, u64::MAX));
        let both = (self.with_ends(before, tied), self.with_ends(now, named));
        Some(Compared::of(Some(both.0), Some(both.1)))
    }

    /// How a thing stood on two days.
    fn compared(&self, what: HistoryOf, (from, till): (Date, Date)) -> Compared {
        let on = |day: Date| match what {
            HistoryOf::Element(id) => self.stood_on(id, day),
            HistoryOf::Indicator(id) => {
                let definition = self.i.definition_on(id, day);
                definition.map(|d| self.definition(d))
            }
            HistoryOf::Document(id) => {
                let wording = self.i.document_on(id, day);
                wording.map(|d| self.document(d))
            }
            HistoryOf::Directive(id) => {
                let wording = self.i.directive_on(id, day);
                wording.map(|d| self.directive(d))
            }
            HistoryOf::Page(id) => self.i.page_on(id, day).map(|page| self.page(page)),
            HistoryOf::Rule(id) => self.i.rule_on(id, day).map(|r| self.rule(r)),
        };
        Compared::of(on(from), on(till))
    }

    fn row(&self, focus: Option<HistoryOf>, at: &Recorded, hash: Digest) -> Row {
        let p = self.i.published();
        let told = self.tell(focus, at);
        let recorded_at = local(at.recorded_at);
        let decision = told.decision.and_then(|id| {
            let title = p.decision(id)?.title().cloned();
            Some((title, decision_ref(p, id)?))
        });
        let mut hash = hash.to_string();
        hash.truncate(12);
        Row {
            position: at.position,
            hash,
            recorded_at,
            on: at.on,
            who: self.who(at),
            roles: self.roles(at, recorded_at.date()),
            kind: at.event.kind(),
            dimension: match &at.event {
                Event::TopicDescribed(e) => Some(e.description.dimension),
                _ => None,
            },
            about: told.about,
            differences: told.differences,
            decision,
        }
    }

    fn who(&self, at: &Recorded) -> Who {
        match at.actor {
            Actor::Person(id) => (self.name_of)(id).map_or(Who::Erased, Who::Person),
            Actor::Import if matches!(at.event, Event::FactsImported(_)) => Who::Facts,
            Actor::Import if self.i.is_of_a_file(at.position) => Who::Facts,
            Actor::Import => Who::CommandLine,
            Actor::Rule => Who::Rule,
        }
    }

    /// The roles of whoever recorded something: those at the body whose matter it was, or, where
    /// they held none there, the others.
    fn roles(&self, at: &Recorded, day: Date) -> Vec<(Role, Names)> {
        let Actor::Person(person) = at.actor else {
            return Vec::new();
        };
        let body_of_it = self.i.registered(at.position).and_then(|line| line.body);
        let mut roles = self.i.roles_on(person, day);
        if roles.iter().any(|(_, at)| Some(*at) == body_of_it) {
            roles.retain(|(_, at)| Some(*at) == body_of_it);
        }
        roles.truncate(ROLES);
        let p = self.i.published();
        let named = roles.into_iter();
        let named = named.filter_map(|(role, at)| Some((role, body(p, at)?.0)));
        named.collect()
    }
}
