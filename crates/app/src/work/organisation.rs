//! The bodies of the group, for whoever says which there are: what there is, and what rests on each.

use super::gaps::{Subject, answered_for};
use super::organised::{ToldChange, awaits, count_waiting, told};
use super::{WorkFrame, body};
use jiff::civil::Date;
use riktning_domain::bodies::BodyKind;
use riktning_domain::command::Now;
use riktning_domain::frames::Account;
use riktning_domain::ids::BodyId;
use riktning_domain::published::PublicBody;
use riktning_domain::{Dated, Inside, Money, Names, Published, Slug, Text};
use std::collections::BTreeSet;

/// A body in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyRow {
    /// Which body.
    pub id: BodyId,
    /// What it is called today, or is to be called first.
    pub names: Names,
    /// Its part of the address.
    pub slug: String,
    /// What kind it is.
    pub kind: BodyKind,
    /// The bodies that it answers to.
    pub above: Vec<Names>,
    /// Its first day.
    pub from: Dated,
    /// Its last day and those who take over, once that is said.
    pub end: Option<(Date, Vec<Names>)>,
    /// Those who take over, by id.
    pub successors: Vec<BodyId>,
    /// What it is to be called, and from which day, where that is said.
    pub coming_names: Vec<(Names, Date)>,
    /// What it is to answer to, and from which day, where that is said.
    pub coming_links: Vec<(Vec<Names>, Date)>,
}

/// The bodies of the group.
#[derive(Clone, Debug, PartialEq)]
pub struct Organisation {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Those that are, the highest kind first.
    pub standing: Vec<BodyRow>,
    /// Those that are to come.
    pub coming: Vec<BodyRow>,
    /// Those that were, the latest to end first.
    pub ended: Vec<BodyRow>,
    /// How many changes of late wait for the decision behind them.
    pub undecided: usize,
    /// The day it is.
    pub today: Date,
}

/// A body with what it is asked to carry.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyPage {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The body.
    pub row: BodyRow,
    /// The bodies that it answers to.
    pub above: Vec<BodyId>,
    /// Its earlier names, each with the first day of the next.
    pub earlier: Vec<(Names, Date)>,
    /// What became of it, or is to, each with the decisions about it.
    pub told: Vec<ToldChange>,
    /// Whether they may say by which decision any of it was done that has none.
    pub awaits_decision: bool,
    /// What rests on it today.
    pub carries: Carried,
    /// Every body that it can answer to.
    pub others: Vec<BodyRow>,
    /// The day it is.
    pub today: Date,
    /// Whether it can be changed: what has ended is what it was.
    pub stands: bool,
    /// Whether it can be given a last day: the group and its council cannot.
    pub can_end: bool,
}

/// What rests on a body: what has to find a new home when it ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Carried {
    /// What it owns that is open to all and not over: the level, the number and the wording.
    pub elements: Vec<(Names, u32, Text)>,
    /// The processes that it owns.
    pub processes: Vec<Names>,
    /// The indicators that it answers for.
    pub indicators: Vec<Names>,
    /// The documents in force that it answers for.
    pub documents: Vec<Text>,
    /// What it was granted for years that are not over on its last day: the year, for what, how much.
    pub frames: Vec<(i16, Account, Money)>,
    /// The bodies that answer to it.
    pub below: Vec<Names>,
    /// How many rows of plans it has that nobody has decided.
    pub undecided: usize,
    /// How many people hold a role there.
    pub people: usize,
}

impl Carried {
    /// Whether nothing rests on it.
    pub fn is_nothing(&self) -> bool {
        *self == Carried::default()
    }

    /// What rests on a body after a day, but for the bodies of `homed`.
    pub(super) fn of(
        i: Inside<'_>,
        id: BodyId,
        last_day: Date,
        homed: &BTreeSet<BodyId>,
    ) -> Carried {
        let p = i.published();
        let mut carried = Carried {
            frames: frames(p, id, last_day),
            undecided: i.undecided_rows(id),
            people: i.people_at_after(id, last_day),
            ..Carried::default()
        };
        for (subject, _) in answered_for(p, &BTreeSet::from([id]), last_day) {
            carried.add(p, subject);
        }
        carried.elements.sort_by_key(|(_, number, _)| *number);
        let after = last_day.tomorrow().unwrap_or(last_day);
        let below = p.bodies().filter(|b| {
            !b.has_ended() && !homed.contains(&b.id) && b.answers_to_from(after).contains(&id)
        });
        carried.below = below.map(|b| b.name.names.clone()).collect();
        carried
    }

    fn add(&mut self, p: Published<'_>, subject: Subject) {
        match subject {
            Subject::Element(id) => self.elements.extend(p.element(id).map(|element| {
                let level = element.level().names.clone();
                (level, element.number(), element.text().clone())
            })),
            Subject::Topic(id) => {
                let topic = p.topic(id);
                self.processes
                    .extend(topic.map(|topic| topic.names.clone()));
            }
            Subject::Indicator(id) => {
                let indicator = p.indicator(id);
                let names = indicator.map(|one| one.definition.names.clone());
                self.indicators.extend(names);
            }
            Subject::Document(id) => {
                let document = p.document(id);
                let title = document.map(|one| one.wording.title.clone());
                self.documents.extend(title);
            }
        }
    }
}

/// What a body was granted for the years that are not over on a day, where anything is left of it.
fn frames(p: Published<'_>, id: BodyId, day: Date) -> Vec<(i16, Account, Money)> {
    let first = day.tomorrow().unwrap_or(day).year();
    let entries = p.frame_entries().into_iter();
    let own = entries.filter(|entry| entry.body == id && entry.year >= first);
    let years: BTreeSet<_> = own.map(|entry| (entry.year, entry.account)).collect();
    let frames = years.into_iter().filter_map(|(year, account)| {
        let frame = p.frame(id, year, account)?;
        (!frame.is_zero()).then_some((year, account, frame))
    });
    frames.collect()
}

impl BodyRow {
    /// Whether its last day has been.
    pub fn has_ended(&self, today: Date) -> bool {
        self.end.as_ref().is_some_and(|(last, _)| *last < today)
    }

    pub(super) fn of(p: Published<'_>, found: &PublicBody<'_>) -> BodyRow {
        let named = |ids: &[BodyId]| ids.iter().filter_map(|id| Some(body(p, *id)?.0)).collect();
        BodyRow {
            id: found.id,
            names: found.name.names.clone(),
            slug: found.name.slug.to_string(),
            kind: found.kind(),
            above: named(found.answers_to_then()),
            from: found.from(),
            coming_names: found
                .coming_names()
                .into_iter()
                .map(|(from, names)| (names.clone(), from))
                .collect(),
            coming_links: found
                .coming_links()
                .into_iter()
                .map(|(from, ids)| (named(ids), from))
                .collect(),
            successors: found
                .end()
                .map_or_else(Vec::new, |end| end.succeeded_by.clone()),
            end: found
                .end()
                .map(|end| (end.last_day, named(&end.succeeded_by))),
        }
    }
}

/// Every body but the parties outside, by kind and name.
pub(super) fn everybody(p: Published<'_>) -> Vec<PublicBody<'_>> {
    let inside = p.bodies().filter(|b| b.kind() != BodyKind::External);
    let mut all: Vec<_> = inside.collect();
    all.sort_by(|a, b| (a.kind(), &a.name.names.sv).cmp(&(b.kind(), &b.name.names.sv)));
    all
}

impl Organisation {
    /// The bodies; none for whoever does not organise.
    pub fn of(i: Inside<'_>, now: Now) -> Option<Organisation> {
        if !i.organises() {
            return None;
        }
        let p = i.published();
        let all = everybody(p);
        let (ended, known): (Vec<&PublicBody<'_>>, Vec<_>) =
            all.iter().partition(|b| b.has_ended());
        let (coming, standing): (Vec<&PublicBody<'_>>, Vec<_>) =
            known.into_iter().partition(|b| b.from().day() > i.today());
        let organs = |bodies: Vec<&PublicBody<'_>>| -> Vec<BodyRow> {
            bodies.into_iter().map(|b| BodyRow::of(p, b)).collect()
        };
        let mut ended = organs(ended);
        ended.sort_by_key(|o| std::cmp::Reverse(o.end.as_ref().map(|(day, _)| *day)));
        Some(Organisation {
            frame: WorkFrame::of(i),
            standing: organs(standing),
            coming: organs(coming),
            ended,
            undecided: count_waiting(i, now),
            today: i.today(),
        })
    }
}

impl BodyPage {
    /// The page of a body by its address; none for whoever does not organise.
    pub fn of(i: Inside<'_>, now: Now, slug: &str) -> Option<BodyPage> {
        let p = i.published();
        let found = p.body_at(&Slug::parse(slug)?).filter(|_| i.organises())?;
        let others = everybody(p).into_iter();
        let others = others.filter(|b| b.id != found.id && !b.has_ended());
        let names = found.earlier_names().into_iter();
        Some(BodyPage {
            frame: WorkFrame::of(i),
            row: BodyRow::of(p, &found),
            above: found.answers_to_then().to_vec(),
            earlier: names.map(|(name, day)| (name.names.clone(), day)).collect(),
            told: told(i, found.id),
            awaits_decision: awaits(i, now, found.id),
            carries: Carried::of(i, found.id, i.today(), &BTreeSet::new()),
            others: others.map(|b| BodyRow::of(p, &b)).collect(),
            today: i.today(),
            stands: !found.has_ended(),
            can_end: can_end(found.kind()),
        })
    }
}

/// Whether bodies of a kind end by a form: the group and its council are what the rest answers to.
fn can_end(kind: BodyKind) -> bool {
    !matches!(kind, BodyKind::Group | BodyKind::Council)
}

impl Organisation {
    /// Those of which something is said that comes: a last day, a name, another above; and those that
    /// are to come.
    pub fn under_way(&self) -> impl Iterator<Item = &BodyRow> {
        let changing = self.standing.iter().filter(|organ| {
            organ.end.is_some() || !organ.coming_names.is_empty() || !organ.coming_links.is_empty()
        });
        changing.chain(&self.coming)
    }
}

/// What the form of a reorganisation offers.
#[derive(Clone, Debug, PartialEq)]
pub struct ReorganiseForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The bodies that end by a form, those that have ended among them: whoever sends a form twice
    /// names one.
    pub can_end: Vec<BodyRow>,
    /// The bodies that can take over.
    pub can_take_over: Vec<BodyRow>,
    /// The day it is.
    pub today: Date,
}

impl ReorganiseForm {
    /// The form; none for whoever does not organise.
    pub fn of(i: Inside<'_>) -> Option<ReorganiseForm> {
        let p = i.published();
        let all: Vec<_> = everybody(p).iter().map(|b| BodyRow::of(p, b)).collect();
        i.organises().then(|| ReorganiseForm {
            frame: WorkFrame::of(i),
            can_end: all.iter().filter(|o| can_end(o.kind)).cloned().collect(),
            can_take_over: all
                .iter()
                .filter(|o| !o.has_ended(i.today()))
                .cloned()
                .collect(),
            today: i.today(),
        })
    }

    /// The bodies that are offered to end.
    pub fn offered(&self) -> impl Iterator<Item = &BodyRow> {
        self.can_end.iter().filter(|o| !o.has_ended(self.today))
    }
}
