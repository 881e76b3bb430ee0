//! What changed: one thing between two days, everything between two days, and day by day.
//!
//! A change is what differs between two lenses of `Published`, so nothing is told here that
//! residents did not see on one of the two days. The log is the same comparison made at each
//! day on which a thing may have changed.

use crate::search::{Kind, Part, Said, Target, said};
use crate::views::SourceLink;
use crate::views::frame::{VerdictMark, basis_of, body_name, source_link};
use jiff::ToSpan;
use jiff::civil::Date;
use riktning_domain::assessments::Subject;
use riktning_domain::decisions::Basis;
use riktning_domain::ids::{DecisionId, ElementId};
use riktning_domain::indicators::{Aim, Breakdown, TargetBasis, Unit, Value};
use riktning_domain::plans::PlanStage;
use riktning_domain::published::{Deed, PublicAssessment, Thing};
use riktning_domain::rounds::Occasion;
use riktning_domain::site::hours::HoursKind;
use riktning_domain::{Dated, Figure, Names, Period, Published, Text};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What became of a thing.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// It is there for the first time.
    New,
    /// It is there no longer: what it rested on was quashed.
    Gone,
    /// It is called otherwise, or its sentence is another.
    Reworded {
        /// What it said.
        before: Names,
        /// What it says.
        now: Names,
    },
    /// What it means is told otherwise.
    Redescribed {
        /// What was told that is told no longer.
        before: Vec<Names>,
        /// What is told instead.
        now: Vec<Names>,
    },
    /// How much, by when or for how much is another.
    Terms,
    /// Another body owns it: names and addresses.
    Given {
        /// Who owned it.
        from: Option<(Names, String)>,
        /// Who owns it.
        to: Option<(Names, String)>,
    },
    /// A decision withdrew it.
    Withdrawn,
    /// A decision closed it.
    Closed,
    /// A decision added to a plan.
    Supplemented,
    /// A body ended, or a notice was ended.
    Ended,
    /// A body answers to others.
    Moved,
    /// It was judged.
    Judged {
        /// In which round.
        round: Names,
        /// By whom.
        by: Option<Names>,
        /// How.
        mark: Option<VerdictMark>,
        /// How it was judged last before.
        before: Option<VerdictMark>,
    },
    /// Figures came, or were revised.
    Measured {
        /// How many.
        figures: usize,
        /// The one of the latest period, for everybody.
        latest: Option<(Period, Figure)>,
        /// What it is counted in, and with how many decimals.
        unit: (Unit, u8),
    },
    /// Targets were set.
    Aimed {
        /// How many.
        targets: usize,
        /// The one of the latest period.
        latest: Option<(Period, Aim)>,
        /// What it is counted in, and with how many decimals.
        unit: (Unit, u8),
    },
    /// Somebody checked number and days of a law.
    Checked,
    /// An owner directive was decided.
    Directed(Text),
    /// An owner directive came to bind the company.
    Bound(Text),
    /// Other hours.
    Hours,
    /// A decision was made.
    Decided,
}

/// A change of a thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What changed; `None` for a decision itself.
    pub thing: Option<Thing>,
    /// What it is, is called, and where it is told of, after the change.
    pub about: Option<About>,
    /// What became of it.
    pub what: What,
    /// Since when, with the precision of the source.
    pub since: Dated,
    /// The decision that did it.
    pub decision: Option<DecisionId>,
    /// Where it was found, where no decision is.
    pub source: Option<SourceLink>,
}

/// A thing as a change names it.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// What it is.
    pub kind: Kind,
    /// What the municipality calls its level.
    pub label: Option<Names>,
    /// What it is called.
    pub title: Names,
    /// The period that it is for.
    pub period: Option<Period>,
    /// Where it is told of.
    pub target: Target,
}

impl From<&Said> for About {
    fn from(said: &Said) -> About {
        About {
            kind: said.kind,
            label: said.label.clone(),
            title: said.title.clone(),
            period: said.period,
            target: said.target.clone(),
        }
    }
}

/// Everything that changed, day by day, the newest first.
#[derive(Debug, Default)]
pub struct Log {
    /// The changes with the day of each, as exactly as it is known.
    pub rows: Vec<(Dated, Arc<Change>)>,
}

impl Log {
    /// The log until the day of the lens.
    pub fn of(p: Published<'_>) -> Log {
        let mut rows = Vec::new();
        for thing in p.things() {
            for day in p.turning_days(thing) {
                let Ok(eve) = day.checked_sub(1.day()) else {
                    continue;
                };
                let changes = between(p.on(eve), p.on(day), thing, day);
                rows.extend(changes.into_iter().map(|change| heading(day, change)));
            }
        }
        for (day, decision) in decided(p, None) {
            rows.push(heading(day, decision));
        }
        rows.sort_by_cached_key(|(since, change)| {
            let day = (Reverse(since.day()), since.precision());
            (day, order(change))
        });
        Log { rows }
    }
}

/// Under which day a change stands: its own, as exactly as it is known.
fn heading(day: Date, change: Change) -> (Dated, Arc<Change>) {
    let own = Some(change.since).filter(|since| since.day() == day);
    (own.unwrap_or(Dated::day_known(day)), Arc::new(change))
}

/// By decision, the decision itself first; then what no decision did. Within, by kind and name.
fn order(
    change: &Change,
) -> (
    bool,
    Option<DecisionId>,
    bool,
    Option<Kind>,
    String,
    Option<Thing>,
) {
    let about = change.about.as_ref();
    let title = about.and_then(|about| about.title.sv.as_str());
    (
        change.decision.is_none(),
        change.decision,
        change.thing.is_some(),
        about.map(|about| about.kind),
        title.unwrap_or_default().to_owned(),
        change.thing,
    )
}

/// The decisions by the day of the lens, or after another day.
pub fn decided(p: Published<'_>, after: Option<Date>) -> Vec<(Date, Change)> {
    let made = p.decisions().into_iter();
    let made = made.filter(|(day, _)| after.is_none_or(|after| *day > after));
    made.map(|(day, decision)| {
        let change = Change {
            thing: None,
            about: None,
            what: What::Decided,
            since: decision.record.date,
            decision: Some(decision.record.decision),
            source: decision.source().and_then(|id| source_link(p, id)),
        };
        (day, change)
    })
    .collect()
}

/// What changed of everything between two days, by kind and name; the decisions first.
pub fn all_between(
    before: Published<'_>,
    after: Published<'_>,
    wanted: Option<&BTreeSet<Thing>>,
) -> Vec<Change> {
    let things = after.things().into_iter();
    let things = things.filter(|thing| wanted.is_none_or(|wanted| wanted.contains(thing)));
    let mut changes: Vec<_> = things
        .flat_map(|thing| {
            let turns = after.turning_days(thing).into_iter();
            let within = turns.filter(|d| *d > before.day() && *d <= after.day());
            // What has no day between the two is the same on both.
            let last = within.max();
            last.map(|turned| between(before, after, thing, turned))
                .unwrap_or_default()
        })
        .collect();
    changes.sort_by_key(|change| {
        let (_, _, is_thing, kind, title, thing) = order(change);
        (is_thing, kind, rank(&change.what), title, thing)
    });
    changes
}

/// The element with what supports it, and the indicators of them all.
pub fn belonging_to(p: Published<'_>, element: ElementId) -> BTreeSet<Thing> {
    let mut all = BTreeSet::new();
    let mut next = vec![element];
    while let Some(id) = next.pop() {
        if !all.insert(Thing::Element(id)) {
            continue;
        }
        let serving = p.indicators_of(id).into_iter();
        all.extend(serving.map(|(indicator, _)| Thing::Indicator(indicator.id)));
        next.extend(p.supported_by(id).iter().map(|below| below.id()));
    }
    all
}

/// The order in which changes of one kind of thing are told.
fn rank(what: &What) -> u8 {
    match what {
        What::Decided => 0,
        What::New => 1,
        What::Reworded { .. } => 2,
        What::Redescribed { .. } | What::Terms | What::Hours | What::Checked => 3,
        What::Given { .. } | What::Moved | What::Supplemented => 4,
        What::Directed(_) | What::Bound(_) => 5,
        What::Withdrawn | What::Closed | What::Ended | What::Gone => 6,
        What::Judged { .. } => 7,
        What::Aimed { .. } => 8,
        What::Measured { .. } => 9,
    }
}

/// What changed of a thing between two days, as residents saw it on each. `turned` is the last
/// day between them on which it changed: what rests on nothing of those days is told of that day.
pub fn between(
    before: Published<'_>,
    after: Published<'_>,
    thing: Thing,
    turned: Date,
) -> Vec<Change> {
    let (then, now) = (said(before, thing), said(after, thing));
    let Some(about) = now.as_ref().or(then.as_ref()).map(About::from) else {
        return Vec::new();
    };
    let mut told = Told {
        thing,
        about,
        basis: None,
        before,
        after,
        turned,
        changes: Vec::new(),
    };
    told.basis = stands_on(after, thing);
    match (&then, &now) {
        (Some(_), None) => told.tell(What::Gone),
        (None, Some(_)) => told.tell(What::New),
        (Some(then), Some(now)) => told.words(then, now),
        (None, None) => {}
    }
    if now.is_some() {
        let new = then.is_none();
        match thing {
            Thing::Element(id) => {
                if !new {
                    element(&mut told, before, id);
                }
                judged(&mut told, before, Subject::Element(id));
            }
            Thing::Indicator(id) => {
                judged(&mut told, before, Subject::Indicator(id));
                figures(&mut told, before, id);
            }
            Thing::Topic(id) => judged(&mut told, before, Subject::Topic(id)),
            Thing::Plan(id) if !new => plan(&mut told, before, id),
            Thing::Body(id) => body(&mut told, before, id, new),
            Thing::Rule(id) => {
                let checked = |p: Published<'_>| p.rule(id).and_then(|rule| rule.checked);
                if checked(after).is_some() && checked(before) != checked(after) {
                    told.tell(What::Checked);
                }
            }
            Thing::Notice(id) if !new => {
                let ends = |p: Published<'_>| {
                    let notice = p.notices().into_iter().find(|n| n.id == id);
                    notice.and_then(|notice| notice.ends())
                };
                if ends(after).is_some() && ends(before) != ends(after) {
                    told.tell(What::Ended);
                }
            }
            Thing::Office(id) if !new => {
                let hours = |p: Published<'_>| {
                    let office = p.offices().into_iter().find(|o| o.id == id)?;
                    let of = |kind| office.hours(kind).cloned();
                    Some([of(HoursKind::Visiting), of(HoursKind::Telephone)])
                };
                if hours(before) != hours(after) {
                    told.tell(What::Hours);
                }
            }
            Thing::Model(_)
            | Thing::Vision(_)
            | Thing::Document(_)
            | Thing::Plan(_)
            | Thing::Notice(_)
            | Thing::Office(_) => {}
        }
    }
    told.changes
}

/// What a thing's words rest on.
fn stands_on(p: Published<'_>, thing: Thing) -> Option<Basis> {
    match thing {
        Thing::Element(id) => Some(p.element(id)?.basis()),
        Thing::Vision(id) => Some(p.vision(id)?.basis),
        Thing::Document(id) => Some(p.document(id)?.basis),
        Thing::Plan(id) => Some(Basis::Decision(p.plan(id)?.adopted_by()?)),
        Thing::Topic(id) => source(p, p.topic(id)?.source),
        Thing::Indicator(id) => source(p, p.indicator(id)?.definition.source),
        Thing::Body(id) => {
            let body = p.body(id)?;
            Some(Basis::Source(body.source()?, body.from()))
        }
        Thing::Rule(id) => source(p, p.rule(id)?.rule.source),
        Thing::Model(id) => {
            let model = p.model(id)?;
            Some(Basis::Source(model.definition.source?, model.in_force))
        }
        Thing::Notice(_) | Thing::Office(_) => None,
    }
}

/// A source, for what names no day of its own.
fn source(p: Published<'_>, id: Option<riktning_domain::ids::SourceId>) -> Option<Basis> {
    Some(Basis::Source(id?, Dated::day_known(p.day())))
}

/// The changes of one thing, while they are told.
struct Told<'a> {
    thing: Thing,
    about: About,
    basis: Option<Basis>,
    before: Published<'a>,
    after: Published<'a>,
    turned: Date,
    changes: Vec<Change>,
}

impl Told<'_> {
    /// Tells a change that rests on what the thing itself rests on.
    fn tell(&mut self, what: What) {
        self.tell_by(what, self.basis);
    }

    fn tell_by(&mut self, what: What, basis: Option<Basis>) {
        let (since, decision, source) = basis_of(self.after, basis);
        // A body's source tells when it was founded, not when it got another name.
        let since = since.filter(|s| s.day() > self.before.day() && s.day() <= self.after.day());
        self.changes.push(Change {
            thing: Some(self.thing),
            about: Some(self.about.clone()),
            what,
            since: since.unwrap_or_else(|| Dated::day_known(self.turned)),
            decision,
            source,
        });
    }

    /// What differs in words.
    fn words(&mut self, then: &Said, now: &Said) {
        if then.title != now.title {
            self.tell(What::Reworded {
                before: then.title.clone(),
                now: now.title.clone(),
            });
        }
        let told = |said: &Said| -> Vec<Names> {
            let parts = said.parts().skip(1);
            let lead = parts.filter(|(part, _)| *part != Part::Body);
            lead.map(|(_, names)| names.clone()).collect()
        };
        let (before, after) = (told(then), told(now));
        // A body's earlier names are told with it, and are no change of it.
        if before != after && now.kind != Kind::Body {
            let without = |all: &[Names], other: &[Names]| {
                let differ = all.iter().filter(|names| !other.contains(names));
                differ.cloned().collect::<Vec<_>>()
            };
            self.tell(What::Redescribed {
                before: without(&before, &after),
                now: without(&after, &before),
            });
        }
    }
}

fn element(told: &mut Told<'_>, before: Published<'_>, id: ElementId) {
    let after = told.after;
    let (Some(then), Some(now)) = (before.element(id), after.element(id)) else {
        return;
    };
    let terms = |e: &riktning_domain::published::PublicElement<'_>| {
        let more = (
            e.condition().cloned(),
            e.due(),
            e.amount(),
            e.role().cloned(),
        );
        (e.quantity().cloned(), more, e.period())
    };
    if terms(&then) != terms(&now) {
        told.tell(What::Terms);
    }
    if then.owner() != now.owner() {
        let deeds = after.deeds(id);
        let given = deeds.iter().rev();
        let mut given = given.filter(|(_, deed, _)| matches!(deed, Deed::Transferred(_)));
        let by = given.next().map(|(_, _, by)| *by);
        let name = |owner: Option<_>| owner.and_then(|id| body_name(after, id));
        let (from, to) = (name(then.owner()), name(now.owner()));
        told.tell_by(What::Given { from, to }, by.or(told.basis));
    }
    if let Some(by) = now.withdrawn().filter(|_| then.withdrawn().is_none()) {
        told.tell_by(What::Withdrawn, Some(Basis::Decision(by)));
    }
    if let Some(by) = now.closed().filter(|_| then.closed().is_none()) {
        told.tell_by(What::Closed, Some(Basis::Decision(by)));
    }
}

fn judged(told: &mut Told<'_>, before: Published<'_>, subject: Subject) {
    let after = told.after;
    let then = before.assessments(subject);
    let same = |a: &PublicAssessment<'_>, b: &PublicAssessment<'_>| {
        (a.round.round, a.body, a.verdict) == (b.round.round, b.body, b.verdict)
    };
    let mark = |p: Published<'_>, a: &PublicAssessment<'_>| {
        let model = p.model(a.round.model)?;
        let is_final = a.round.occasion == Occasion::Annual;
        VerdictMark::of(model.definition, a.verdict.for_year, is_final)
    };
    let mut all = after.assessments(subject);
    all.sort_by_key(|a| (a.on, a.round.cut_off));
    let mut earlier: BTreeMap<_, VerdictMark> = BTreeMap::new();
    for new in &all {
        let now = mark(after, new);
        if !then.iter().any(|old| same(old, new)) {
            let what = What::Judged {
                round: new.round.names.clone(),
                by: new.body.and_then(|id| body_name(after, id)).map(|(n, _)| n),
                before: earlier.get(&new.body).cloned(),
                mark: now.clone(),
            };
            told.tell_by(what, Some(new.basis));
        }
        if let Some(now) = now {
            earlier.insert(new.body, now);
        }
    }
}

fn figures(told: &mut Told<'_>, before: Published<'_>, id: riktning_domain::ids::IndicatorId) {
    let after = told.after;
    let Some(now) = after.indicator(id) else {
        return;
    };
    let then = before.indicator(id);
    let unit = (now.definition.unit.clone(), now.definition.decimals);
    let old = then.as_ref().map(|i| i.measurements()).unwrap_or_default();
    let old: BTreeMap<_, _> = old.iter().map(|m| (m.key, m.measurement)).collect();
    let all = now.measurements();
    let new = all.iter().filter(|m| {
        let was = old.get(&m.key);
        was.is_none_or(|was| {
            (&was.value, was.settled) != (&m.measurement.value, m.measurement.settled)
        })
    });
    let new: Vec<_> = new.collect();
    let figure = |value: &Value| match value {
        Value::Figure(figure) => Some(*figure),
        Value::None(_) => None,
    };
    if let Some(last) = new.iter().max_by_key(|m| m.on) {
        let whole = new.iter().filter(|m| m.key.breakdown == Breakdown::All);
        let latest = whole.max_by_key(|m| m.key.period);
        let latest = latest.and_then(|m| Some((m.key.period, figure(&m.measurement.value)?)));
        let since = match last.measurement.collected_known {
            true => Dated::day_known(last.on),
            false => Dated::not_found(last.on),
        };
        let basis = last.measurement.source.map(|id| Basis::Source(id, since));
        let figures = new.len();
        let unit = unit.clone();
        told.tell_by(
            What::Measured {
                figures,
                latest,
                unit,
            },
            basis,
        );
    }
    let old = then.as_ref().map(|i| i.targets()).unwrap_or_default();
    let was = |period, body| old.iter().find(|(p, b, _)| (*p, *b) == (period, body));
    let all = now.targets();
    let new = all.iter().filter(|(period, body, target)| {
        was(*period, *body).is_none_or(|(_, _, was)| was.aim != target.aim)
    });
    let new: Vec<_> = new.collect();
    if let Some((period, _, target)) = new.iter().max_by_key(|(period, _, _)| *period) {
        let basis = match &target.basis {
            TargetBasis::Decision(id) => Basis::Decision(*id),
            TargetBasis::Source(id, since) => Basis::Source(*id, *since),
        };
        let latest = Some((*period, target.aim.clone()));
        let targets = new.len();
        told.tell_by(
            What::Aimed {
                targets,
                latest,
                unit,
            },
            Some(basis),
        );
    }
}

fn plan(told: &mut Told<'_>, before: Published<'_>, id: riktning_domain::ids::PlanId) {
    let (Some(then), Some(now)) = (before.plan(id), told.after.plan(id)) else {
        return;
    };
    let added = now.supplements();
    if added.len() > then.supplements().len() {
        let by = added.last().map(|s| Basis::Decision(s.decision));
        told.tell_by(What::Supplemented, by);
    }
    if now.stage() == PlanStage::Closed && then.stage() != PlanStage::Closed {
        told.tell_by(What::Closed, now.closed_by().map(Basis::Decision));
    }
}

fn body(told: &mut Told<'_>, before: Published<'_>, id: riktning_domain::ids::BodyId, new: bool) {
    let after = told.after;
    let directives = |p: Published<'_>| -> Vec<(Text, Basis, Option<DecisionId>)> {
        let all = p.directives_of(id).into_iter();
        all.map(|d| (d.wording.title.clone(), d.basis, d.bound_by))
            .collect()
    };
    let then = directives(before);
    for (title, basis, bound) in directives(after) {
        let was = then
            .iter()
            .find(|(old, by, _)| (old, by) == (&title, &basis));
        if was.is_none() {
            told.tell_by(What::Directed(title.clone()), Some(basis));
        }
        if let Some(by) = bound.filter(|_| was.is_none_or(|(_, _, bound)| bound.is_none())) {
            told.tell_by(What::Bound(title), Some(Basis::Decision(by)));
        }
    }
    let (Some(was), Some(now)) = (before.body(id), after.body(id)) else {
        return;
    };
    if new {
        return;
    }
    if was.answers_to() != now.answers_to() {
        told.tell_by(What::Moved, None);
    }
    if now.has_ended() && !was.has_ended() {
        told.tell_by(What::Ended, None);
    }
}
