//! The page of changes: the log day by day, or what differs between two days.

use super::frame::{DecisionRef, Frame, decision_ref};
use crate::changes::{Change, Log, What, all_between, belonging_to, decided};
use crate::search::Kind;
use jiff::civil::Date;
use riktning_domain::published::{Thing, Validity};
use riktning_domain::{Dated, Published, Text};
use std::sync::Arc;

/// How many changes stand on a page.
pub const ROWS: usize = 50;

/// What the page of changes knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// What every page knows.
    pub frame: Frame,
    /// What stands in the fields.
    pub asked: Asked,
    /// The one goal or commitment that alone is told of.
    pub subject: Option<Subject>,
    /// What is told.
    pub told: Told,
    /// Which page, from 1.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
}

/// The fields of the form, as they were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The first day.
    pub from: String,
    /// The last day.
    pub till: String,
}

/// One element, with what belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// Its number.
    pub number: u32,
    /// What it says.
    pub title: Text,
}

/// What the page tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Nothing: the days that were asked for are none.
    Nothing,
    /// Everything, day by day, the newest first.
    Log(Vec<Day>),
    /// What differs between two days.
    Between {
        /// The two days.
        days: (Date, Date),
        /// How much of each.
        counts: Counts,
        /// The changes, decisions first, then by kind.
        groups: Vec<(Option<Kind>, Vec<Row>)>,
    },
}

/// The changes of one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// The day, as exactly as it is known.
    pub day: Dated,
    /// By decision, then what no decision did.
    pub groups: Vec<(Option<Decided>, Vec<Row>)>,
}

/// A decision with what it was about.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// What it was about.
    pub title: Option<Text>,
    /// By whom, when and where it is found.
    pub reference: DecisionRef,
}

/// A change with the decision that did it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What changed and how.
    pub change: Arc<Change>,
    /// The decision.
    pub decision: Option<Decided>,
}

/// How many changes of each sort there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Decisions.
    pub decisions: usize,
    /// What is new.
    pub new: usize,
    /// What is otherwise.
    pub changed: usize,
    /// What ended.
    pub ended: usize,
    /// Verdicts.
    pub judged: usize,
    /// Figures and targets.
    pub measured: usize,
}

/// The newest changes, for who subscribes.
#[derive(Clone, Debug)]
pub struct Newest {
    /// What every page knows.
    pub frame: Frame,
    /// What they are of, if not of everything.
    pub subject: Option<Subject>,
    /// The changes with the day of each, the newest first.
    pub rows: Vec<(Date, Row)>,
}

impl Changes {
    /// A page of the log until the lens's day.
    pub fn log(p: Published<'_>, log: &Log, page: usize) -> Changes {
        // Newest first: what came after the day stands before.
        let after = log.rows.partition_point(|(day, _)| day.day() > p.day());
        let rows = &log.rows[after..];
        let shown = rows
            .iter()
            .skip((page.saturating_sub(1)).saturating_mul(ROWS));
        let mut days: Vec<Day> = Vec::new();
        for (day, change) in shown.take(ROWS) {
            if days.last().is_none_or(|last| last.day != *day) {
                let groups = Vec::new();
                days.push(Day { day: *day, groups });
            }
            let Some(last) = days.last_mut() else {
                continue;
            };
            let decision = decided_by(p, change);
            if last.groups.last().is_none_or(|(by, _)| *by != decision) {
                last.groups.push((decision, Vec::new()));
            }
            if let Some((_, rows)) = last.groups.last_mut()
                && change.thing.is_some()
            {
                rows.push(Row {
                    change: Arc::clone(change),
                    decision: None,
                });
            }
        }
        Changes {
            frame: Frame::of(p),
            asked: Asked::default(),
            subject: None,
            told: Told::Log(days),
            page,
            pages: rows.len().div_ceil(ROWS),
        }
    }

    /// The form, when what was asked for cannot be told.
    pub fn nothing(p: Published<'_>, asked: Asked, subject: Option<u32>) -> Changes {
        Changes {
            frame: Frame::of(p),
            asked,
            subject: subject.and_then(|number| Subject::of(p, number)),
            told: Told::Nothing,
            page: 1,
            pages: 1,
        }
    }

    /// What differs between two days, for everything or for an element with what belongs to it.
    /// Nothing if residents know of no element with the number.
    pub fn between(
        p: Published<'_>,
        days: (Date, Date),
        subject: Option<u32>,
        page: usize,
    ) -> Option<Changes> {
        let (before, after) = (p.on(days.0), p.on(days.1));
        let subject = match subject {
            None => None,
            Some(number) => Some(Subject::of(p, number)?),
        };
        let wanted = subject.as_ref().and_then(|subject| {
            let id = p.as_of_today().numbered(subject.number)?.id();
            let mut all = belonging_to(before, id);
            all.append(&mut belonging_to(after, id));
            Some(all)
        });
        let mut changes = all_between(before, after, wanted.as_ref());
        if subject.is_none() {
            let mut made = decided(after, Some(days.0));
            // The newest first, as the page says.
            made.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
            let mut all: Vec<_> = made.into_iter().map(|(_, change)| change).collect();
            all.append(&mut changes);
            changes = all;
        }
        let counts = Counts::of(&changes);
        let pages = changes.len().div_ceil(ROWS);
        let shown = changes.into_iter();
        let shown = shown.skip((page.saturating_sub(1)).saturating_mul(ROWS));
        let mut groups: Vec<(Option<Kind>, Vec<Row>)> = Vec::new();
        for change in shown.take(ROWS) {
            let kind = change.about.as_ref().map(|about| about.kind);
            if groups.last().is_none_or(|(last, _)| *last != kind) {
                groups.push((kind, Vec::new()));
            }
            let row = Row {
                decision: decided_by(after, &change),
                change: Arc::new(change),
            };
            if let Some((_, rows)) = groups.last_mut() {
                rows.push(row);
            }
        }
        let told = Told::Between {
            days,
            counts,
            groups,
        };
        Some(Changes {
            frame: Frame::of(p),
            asked: Asked {
                from: days.0.to_string(),
                till: days.1.to_string(),
            },
            subject,
            told,
            page,
            pages,
        })
    }

    /// The newest changes until the lens's day, for a feed: of everything, or of an element and what belongs to
    /// it. Nothing if residents know of no element with the number.
    pub fn newest(p: Published<'_>, log: &Log, subject: Option<u32>) -> Option<Newest> {
        let subject = match subject {
            None => None,
            Some(number) => Some(Subject::of(p, number)?),
        };
        let wanted = subject.as_ref().and_then(|subject| {
            let id = p.numbered(subject.number)?.id();
            Some(belonging_to(p, id))
        });
        let is_wanted = |change: &Change| match (&wanted, change.thing) {
            (None, _) => true,
            (Some(wanted), Some(thing)) => wanted.contains(&thing),
            (Some(_), None) => false,
        };
        let after = log.rows.partition_point(|(day, _)| day.day() > p.day());
        let rows = log.rows[after..].iter();
        let rows = rows.filter(|(_, change)| is_wanted(change)).take(ROWS);
        let rows = rows.map(|(day, change)| {
            let row = Row {
                decision: decided_by(p, change),
                change: Arc::clone(change),
            };
            (day.day(), row)
        });
        Some(Newest {
            frame: Frame::of(p),
            subject,
            rows: rows.collect(),
        })
    }
}

impl Subject {
    fn of(p: Published<'_>, number: u32) -> Option<Subject> {
        let element = p.numbered(number)?;
        Some(Subject {
            number,
            title: element.text().clone(),
        })
    }
}

fn decided_by(p: Published<'_>, change: &Change) -> Option<Decided> {
    let id = change.decision?;
    Some(Decided {
        title: p.decision(id)?.title().cloned(),
        reference: decision_ref(p, id)?,
    })
}

impl Counts {
    fn of(changes: &[Change]) -> Counts {
        let mut counts = Counts::default();
        for change in changes {
            let count = match &change.what {
                What::Decided => &mut counts.decisions,
                What::New | What::Granted { .. } => &mut counts.new,
                What::Turned(
                    Validity::Expired | Validity::Replaced | Validity::PerhapsReplaced,
                ) => &mut counts.ended,
                What::Gone | What::Withdrawn | What::Closed | What::Ended => &mut counts.ended,
                What::Judged { .. } => &mut counts.judged,
                What::Measured { figures, .. } => {
                    counts.measured += figures;
                    continue;
                }
                What::Aimed { targets, .. } => {
                    counts.measured += targets;
                    continue;
                }
                _ => &mut counts.changed,
            };
            *count += 1;
        }
        counts
    }
}

/// The thing that a change is of, as a part of a permanent name.
pub fn named(thing: Option<Thing>) -> Option<uuid::Uuid> {
    let ours = |name: String| uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_OID, name.as_bytes());
    Some(match thing? {
        Thing::Decision(id) => id.0,
        Thing::Report(id) => id.0,
        Thing::Frame(id) => id.0,
        Thing::Accounts(id) => id.0,
        Thing::Whole => ours("balans".into()),
        Thing::FinancialManagement(scope) => ours(format!("hushallning/{scope:?}")),
        Thing::Guidelines(year) => ours(format!("hushallning/{year}")),
        Thing::Pages => ours("sidor".into()),
        Thing::Model(id) => id.0,
        Thing::Vision(id) => id.0,
        Thing::Topic(id) => id.0,
        Thing::Element(id) => id.0,
        Thing::Indicator(id) => id.0,
        Thing::Plan(id) => id.0,
        Thing::Body(id) => id.0,
        Thing::Document(id) | Thing::Rule(id) => id.0,
        Thing::Note(id) => id.0,
        Thing::Notice(id) => id.0,
        Thing::Office(id) => id.0,
        Thing::Written(id) => id.0,
    })
}
