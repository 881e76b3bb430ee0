//! The decision behind a change of the organisation that stands already: which changes wait for one,
//! and recording it.

use super::meeting::Meeting;
use super::reorganising::{ChangeStep, NewAddress};
use super::{WorkFrame, body, derived};
use crate::app::{App, Unperformed};
use crate::views::frame::{DecisionRef, decision_ref};
use crate::work::looking::Looked;
use jiff::ToSpan as _;
use jiff::civil::Date;
use riktning_domain::bodies::BodyKind;
use riktning_domain::command::{Command, Now};
use riktning_domain::decisions::{Act, Organised, RecordDecision};
use riktning_domain::ids::{BodyId, DecisionId, PersonId};
use riktning_domain::inside::OrganisedChange;
use riktning_domain::permissions::Role;
use riktning_domain::{Inside, Names, Refusal, Slug, Text};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What is older than that many years is shown when it is asked for: few look for its minutes.
const YEARS: i32 = 2;

/// The form of a decision about changes that stand.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganisedForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The changes that wait for a decision, those that belong together first and the latest first.
    pub rows: Vec<OrganisedRow>,
    /// How many older ones are left out.
    pub older: usize,
    /// The bodies that can have decided any of them and that they may say so of.
    pub deciders: Vec<(BodyId, Names)>,
    /// The day it is.
    pub today: Date,
}

/// A change that waits for a decision.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganisedRow {
    /// A word for what it says: another name or day is another change.
    pub mark: Uuid,
    /// What it is.
    pub step: ChangeStep,
    /// Whether it belongs to the change of a body that was asked for.
    pub is_asked: bool,
    change: OrganisedChange,
}

/// Something that became of a body, with the decisions about it.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldChange {
    /// What it is.
    pub step: ChangeStep,
    /// The decisions, quashed ones among them, the earliest first.
    pub decisions: Vec<DecisionRef>,
}

/// Which changes somebody wants to see.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OrganisedAsked {
    /// Those of the body at an address, and what belongs to the latest of them, first.
    pub organ: Option<String>,
    /// Old ones, too.
    pub all: bool,
}

/// What becomes of a form that records a decision about changes that stand.
#[derive(Debug)]
pub enum OrganisedDecided {
    /// It is recorded.
    Recorded(DecisionId),
    /// They record none.
    Nowhere,
    /// One of the changes has been changed, or has a decision by now.
    Changed,
    /// The same form has recorded something else.
    MadeOtherwise,
    /// A rule says no.
    Refused(Refusal),
    /// It was not written.
    Unperformed(Unperformed),
}

/// The bodies that can have decided all of some acts, on the last day on which they can, and that
/// somebody may say so of.
pub(super) fn deciders(i: Inside<'_>, now: Now, acts: &[Act]) -> Vec<(BodyId, Names)> {
    let p = i.published();
    let known = i.organised();
    let is_done = |change: &&OrganisedChange| {
        let mut done = acts.iter();
        done.any(|act| matches!(act, Act::Organise(what) if what.is(&change.what)))
    };
    let begins = known.iter().filter(is_done);
    let Some(first) = begins.map(|change| change.begins).min() else {
        return Vec::new();
    };
    let can = |id: &BodyId| i.can(now, &record(*id, first.min(i.today()), acts.to_vec()));
    let may = candidates(i).into_iter().filter(can);
    in_order(i, may.filter_map(|id| Some((id, body(p, id)?.0))).collect())
}

/// Council first, since it mostly decides; the others by name.
fn in_order(i: Inside<'_>, mut all: Vec<(BodyId, Names)>) -> Vec<(BodyId, Names)> {
    let kind = |id: BodyId| i.published().body(id).map(|b| b.kind());
    all.sort_by(|(a, one), (b, other)| {
        let council = |id: &BodyId| kind(*id) != Some(BodyKind::Council);
        (council(a), &one.sv).cmp(&(council(b), &other.sv))
    });
    all
}

/// Council for whoever organises, and the bodies that somebody records for.
fn candidates(i: Inside<'_>) -> BTreeSet<BodyId> {
    let p = i.published();
    let councils = p
        .bodies()
        .filter(|b| i.organises() && b.kind() == BodyKind::Council);
    let councils = councils.map(|b| b.id);
    councils.chain(i.holds(Role::Registrar)).collect()
}

/// A decision as it would be, to ask whether it may.
fn record(body: BodyId, date: Date, acts: Vec<Act>) -> Command {
    let meeting = Meeting {
        key: Uuid::nil(),
        date,
        authority: riktning_domain::decisions::Authority::Paragraph(Text::new("1")),
        case_number: None,
        title: None,
    };
    Command::RecordDecision(meeting.record(body, acts, Vec::new()))
}

/// Something that stands of a body, as a step.
fn step(i: Inside<'_>, what: &Organised) -> Option<ChangeStep> {
    let p = i.published();
    let named = |ids: &[BodyId]| -> Vec<Names> {
        let names = ids.iter().filter_map(|id| body(p, *id));
        names.map(|(names, _)| names).collect()
    };
    let own = p.body(what.body())?;
    let first = own.from().day();
    let called = |day: Date| i.called_before(own.id, day, u64::MAX).cloned();
    Some(match what {
        Organised::Founded(id) => ChangeStep::Founds {
            names: called(first)?,
            kind: own.kind(),
            above: named(i.answered_before(*id, first, u64::MAX)?),
            from: first,
        },
        Organised::Renamed(_, new, from) => ChangeStep::Renames {
            names: i.renamed_from(own.id, new, *from)?.clone(),
            new: new.clone(),
            address: NewAddress::Unsaid,
            from: *from,
        },
        Organised::Moved(_, to, from) => ChangeStep::Moves {
            names: called(*from)?,
            above: named(to),
            from: *from,
        },
        Organised::Ended(_, last_day, next) => ChangeStep::Ends {
            names: called(*last_day)?,
            last_day: *last_day,
            next: named(next),
            instead_of: None,
        },
    })
}

/// All that became of a body, or is to, with the decisions about it: in the order of its days.
pub(super) fn told(i: Inside<'_>, id: BodyId) -> Vec<ToldChange> {
    let p = i.published();
    let all = i.organised_of(id).into_iter();
    let told = all.filter_map(|change| {
        let by = p.deciding(&change.what).into_iter();
        Some(ToldChange {
            step: step(i, &change.what)?,
            decisions: by.filter_map(|d| decision_ref(p, d.id())).collect(),
        })
    });
    told.collect()
}

/// The bodies that a change is about.
fn about(what: &Organised) -> BTreeSet<BodyId> {
    let more = match what {
        Organised::Moved(_, others, _) | Organised::Ended(_, _, others) => others.as_slice(),
        Organised::Founded(_) | Organised::Renamed(..) => &[],
    };
    more.iter().copied().chain([what.body()]).collect()
}

/// The bodies of the changes of one day that a body's latest change hangs together with: what ends,
/// what takes over, and what moves along.
fn together(changes: &[OrganisedChange], id: BodyId) -> Option<(Date, BTreeSet<BodyId>)> {
    let own = changes.iter().filter(|change| change.what.body() == id);
    let day = own.map(|change| change.begins).max()?;
    let mut all = BTreeSet::from([id]);
    loop {
        let same_day = changes.iter().filter(|change| change.begins == day);
        let tied = same_day.map(|change| about(&change.what));
        let tied = tied.filter(|about| !about.is_disjoint(&all));
        let more: BTreeSet<BodyId> = tied.flatten().chain(all.iter().copied()).collect();
        if more.len() == all.len() {
            return Some((day, all));
        }
        all = more;
    }
}

/// The changes that wait for a decision that somebody may record, the latest first.
fn waiting(i: Inside<'_>, now: Now) -> Vec<OrganisedChange> {
    let all = i.organised().into_iter();
    let mut all: Vec<_> = all.filter(|c| !c.is_decided && can(i, now, c)).collect();
    all.sort_by_key(|change| std::cmp::Reverse(change.begins));
    all
}

/// Whether a change is so old that it is shown only when it is asked for.
fn is_old(change: &OrganisedChange, today: Date) -> bool {
    change.begins < today.saturating_sub(YEARS.years())
}

/// Whether something that became of a body waits for a decision that somebody may record.
pub(super) fn awaits(i: Inside<'_>, now: Now, id: BodyId) -> bool {
    let own = i.organised_of(id).into_iter();
    own.filter(|change| !change.is_decided)
        .any(|change| can(i, now, &change))
}

/// Whether somebody may record the decision of any body that can have decided a change.
fn can(i: Inside<'_>, now: Now, change: &OrganisedChange) -> bool {
    let acts = vec![Act::Organise(change.what.clone())];
    let day = change.begins.min(i.today());
    let mut may = candidates(i).into_iter();
    may.any(|id| i.can(now, &record(id, day, acts.clone())))
}

/// How many changes of late wait for a decision that somebody may record.
pub(super) fn count_waiting(i: Inside<'_>, now: Now) -> usize {
    let all = waiting(i, now).into_iter();
    all.filter(|change| !is_old(change, i.today())).count()
}

impl OrganisedForm {
    /// The form; none for whoever records no such decision.
    pub fn of(i: Inside<'_>, now: Now, asked: &OrganisedAsked) -> Option<OrganisedForm> {
        if candidates(i).is_empty() {
            return None;
        }
        let all = waiting(i, now);
        let organ = asked.organ.as_deref().and_then(Slug::parse);
        let organ = organ.and_then(|slug| i.published().body_at(&slug));
        let first = organ.and_then(|organ| together(&all, organ.id));
        let is_asked = |change: &OrganisedChange| {
            let tied = first.as_ref();
            tied.is_some_and(|(day, all)| {
                change.begins == *day && all.contains(&change.what.body())
            })
        };
        let shows = |c: &OrganisedChange| asked.all || is_asked(c) || !is_old(c, i.today());
        let (shown, left): (Vec<_>, Vec<_>) = all.into_iter().partition(shows);
        let rows = shown.into_iter().filter_map(|change| {
            let is_asked = is_asked(&change);
            OrganisedRow::of(i, change, is_asked)
        });
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by_key(|row| !row.is_asked);
        Some(OrganisedForm {
            frame: WorkFrame::of(i),
            deciders: any_of(i, now, &rows),
            rows,
            older: left.len(),
            today: i.today(),
        })
    }
}

/// The bodies that can have decided any of some changes.
fn any_of(i: Inside<'_>, now: Now, rows: &[OrganisedRow]) -> Vec<(BodyId, Names)> {
    let all = rows.iter().flat_map(|row| {
        let acts = [Act::Organise(row.change.what.clone())];
        deciders(i, now, &acts)
    });
    let mut all: Vec<(BodyId, Names)> = all.collect();
    all.sort_by_key(|(id, _)| *id);
    all.dedup_by_key(|(id, _)| *id);
    in_order(i, all)
}

impl OrganisedRow {
    fn of(i: Inside<'_>, change: OrganisedChange, is_asked: bool) -> Option<OrganisedRow> {
        Some(OrganisedRow {
            mark: mark(&change.what),
            step: step(i, &change.what)?,
            is_asked,
            change,
        })
    }
}

fn mark(what: &Organised) -> Uuid {
    derived(Uuid::nil(), &format!("{what:?}"))
}

/// What a form records: the decision of a body about the marked changes, or that it is recorded.
fn wanted(
    i: Inside<'_>,
    now: Now,
    (body, meeting): (BodyId, &Meeting),
    marks: &[Uuid],
) -> Result<Looked<()>, OrganisedDecided> {
    if !candidates(i).contains(&body) {
        return Err(OrganisedDecided::Nowhere);
    }
    let acts_of = |changes: &[OrganisedChange]| -> Vec<Act> {
        let chosen = changes.iter().filter(|c| marks.contains(&mark(&c.what)));
        chosen.map(|c| Act::Organise(c.what.clone())).collect()
    };
    if let Some(recorded) = i.organising(meeting.id()) {
        let same = meeting.is_of(body, recorded) && has_all(recorded, marks);
        return match same {
            true => Ok(Looked::Stands(())),
            false => Err(OrganisedDecided::MadeOtherwise),
        };
    }
    let acts = acts_of(&waiting(i, now));
    if acts.is_empty() || acts.len() < marks.len() {
        return Err(OrganisedDecided::Changed);
    }
    let record = meeting.clone().record(body, acts, Vec::new());
    Ok(Looked::Asks(vec![Command::RecordDecision(record)], ()))
}

/// Whether a decision is about exactly the marked changes.
fn has_all(record: &RecordDecision, marks: &[Uuid]) -> bool {
    let own = record.acts.iter().filter_map(|act| match act {
        Act::Organise(what) => Some(mark(what)),
        _ => None,
    });
    own.collect::<BTreeSet<_>>() == marks.iter().copied().collect()
}

impl App {
    /// Records the decision of a body about changes of the organisation that stand: all that are
    /// marked, or nothing.
    pub async fn decide_organised(
        &self,
        person: PersonId,
        body: BodyId,
        meeting: &Meeting,
        marks: &[Uuid],
    ) -> OrganisedDecided {
        let marks: BTreeSet<Uuid> = marks.iter().copied().collect();
        let marks: Vec<Uuid> = marks.into_iter().collect();
        let look = |i: Inside<'_>, now| wanted(i, now, (body, meeting), &marks);
        let failed = |(): &(), error| match error {
            Unperformed::Refused { refusal, .. } => OrganisedDecided::Refused(refusal),
            error => OrganisedDecided::Unperformed(error),
        };
        match self.perform_looked(person, look, failed).await {
            Ok(()) => OrganisedDecided::Recorded(meeting.id()),
            Err(other) => other,
        }
    }
}
