//! What has been decided, for whoever records it: the register of decisions, and one decision with
//! what has become of it.

use super::history::{Value, deeds};
use super::organised::count_waiting;
use super::{WorkFrame, body};
use crate::app::{App, Unperformed};
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::decisions::{Authority, MarkDecision, Stage};
use riktning_domain::ids::{BodyId, DecisionId, PersonId};
use riktning_domain::inside::InsideDecision;
use riktning_domain::permissions::{Role, User};
use riktning_domain::{Dated, Inside, Names, Text};

/// How many decisions stand on a page.
const DECISIONS: usize = 50;
/// How many decisions beside one are told one by one on each side.
const BESIDE: usize = 20;

/// The decisions that somebody records.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionRegister {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Those whose minutes are still to be approved, the latest first: as many as a page holds.
    pub awaiting: Vec<DecisionRow>,
    /// How many more wait.
    pub more_awaiting: usize,
    /// All of a page, the latest first.
    pub rows: Vec<DecisionRow>,
    /// How many there are at all.
    pub total: usize,
    /// Which page.
    pub page: usize,
    /// Of how many.
    pub pages: usize,
    /// The bodies that they record for; those that are no more come last, and only if something
    /// of their matters still stands.
    pub bodies: Vec<Decider>,
    /// How many changes of the organisation of late wait for the decision behind them.
    pub unorganised: usize,
}

/// A body that decides, or decided while it was there.
#[derive(Clone, Debug, PartialEq)]
pub struct Decider {
    /// What it is called.
    pub names: Names,
    /// Its part of the address.
    pub slug: String,
    /// Its last day, if it is no more.
    pub last_day: Option<Date>,
}

impl Decider {
    fn of(i: Inside<'_>, id: BodyId, (names, slug): (Names, String)) -> Option<Decider> {
        let known = i.published().body(id)?;
        let last_day = i.decides_until(id).filter(|_| known.has_ended());
        let left = last_day.is_none_or(|last| !i.decided_over(id, last).is_empty());
        left.then_some(Decider {
            names,
            slug,
            last_day,
        })
    }
}

/// A decision on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionRow {
    /// Which decision.
    pub id: DecisionId,
    /// The body that decided.
    pub body: Names,
    /// The day of the meeting.
    pub date: Dated,
    /// By what right.
    pub authority: Authority,
    /// The case number.
    pub case_number: Option<Text>,
    /// What it was about.
    pub title: Option<Text>,
    /// What has become of it, the earliest first.
    pub marks: Vec<(Stage, Date)>,
    /// Whether its minutes are still to be approved.
    pub awaits_approval: bool,
}

impl DecisionRow {
    fn of(i: Inside<'_>, decision: &InsideDecision<'_>) -> Option<DecisionRow> {
        let record = decision.record;
        Some(DecisionRow {
            id: decision.id,
            body: body(i.published(), record.body)?.0,
            date: record.date,
            authority: record.authority.clone(),
            case_number: record.case_number.clone(),
            title: record.title.clone(),
            marks: decision.marks(),
            awaits_approval: decision.awaits_approval(),
        })
    }
}

impl DecisionRegister {
    /// A page of the register; none for whoever records nothing, or if there is no such page.
    pub fn of(i: Inside<'_>, now: Now, page: usize) -> Option<DecisionRegister> {
        let own = records_for(i);
        if own.is_empty() {
            return None;
        }
        let all = i.all_recorded();
        let pages = all.len().div_ceil(DECISIONS).max(1);
        if page == 0 || page > pages {
            return None;
        }
        let row = |decision: &InsideDecision<'_>| DecisionRow::of(i, decision);
        let awaiting = || all.iter().filter(|decision| decision.awaits_approval());
        let bodies = own.into_iter();
        let bodies = bodies.filter_map(|(id, named)| Decider::of(i, id, named));
        let mut bodies: Vec<Decider> = bodies.collect();
        bodies.sort_by_key(|body| body.last_day.is_some());
        let shown = all.iter().skip((page - 1) * DECISIONS).take(DECISIONS);
        Some(DecisionRegister {
            frame: WorkFrame::of(i),
            awaiting: awaiting().take(DECISIONS).filter_map(row).collect(),
            more_awaiting: awaiting().skip(DECISIONS).count(),
            rows: shown.filter_map(row).collect(),
            total: all.len(),
            page,
            pages,
            bodies,
            unorganised: count_waiting(i, now),
        })
    }
}

/// The bodies that somebody records for, those that are no more among them, by name and address.
pub(super) fn records_for(i: Inside<'_>) -> Vec<(BodyId, (Names, String))> {
    let p = i.published();
    let held = i.holds(Role::Registrar).into_iter();
    let mut bodies: Vec<_> = held.filter_map(|id| Some((id, body(p, id)?))).collect();
    bodies.sort_by(|a, b| a.1.1.cmp(&b.1.1));
    bodies.dedup_by_key(|(id, _)| *id);
    bodies
}

/// What a decision did to one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct DeedLine {
    /// What it did.
    pub deed: Deed,
    /// To what.
    pub to: Value,
}

/// What a decision does.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Adopted it.
    Adopted,
    /// Withdrew it.
    Withdrew,
    /// Closed it.
    Closed,
    /// Gave it to another body.
    Gave(Names),
    /// Took it into a plan that was decided before.
    Supplemented,
    /// Founded it.
    Founded,
    /// Gave it a name from a day.
    Renamed(Names, Date),
    /// Let it answer to others from a day.
    Moved(Vec<Names>, Date),
    /// Gave it a last day, and said who takes over.
    Ended(Date, Vec<Names>),
}

/// A decision with what has become of it.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionView {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The day it is.
    pub today: Date,
    /// The decision.
    pub row: DecisionRow,
    /// What it did.
    pub deeds: Vec<DeedLine>,
    /// What can be said to have become of it now.
    pub stages: Vec<Stage>,
    /// Whether it says which bodies there are and nothing else: they stay, also where it is quashed.
    pub organises: bool,
    /// What was decided before it over the same elements, the latest first.
    pub earlier: Beside,
    /// What has been decided over them since, the earliest first: to quash this one leaves it
    /// standing.
    pub later: Beside,
}

/// The other decisions over the same elements, those nearest to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside {
    /// As many as are told one by one.
    pub rows: Vec<BesideRow>,
    /// How many more there are.
    pub more: usize,
}

/// A decision, of any body, over something that another one is about, too.
#[derive(Clone, Debug, PartialEq)]
pub struct BesideRow {
    /// Which decision.
    pub id: DecisionId,
    /// Whether whoever reads records what its body decides: then it has a page here.
    pub is_own: bool,
    /// The body that decided.
    pub body: Names,
    /// The day of the meeting.
    pub date: Dated,
    /// What it was about, as far as they may read it.
    pub title: Option<Text>,
    /// What has become of it, the earliest first.
    pub marks: Vec<(Stage, Date)>,
}

impl Beside {
    fn of(i: Inside<'_>, ids: impl Iterator<Item = DecisionId>) -> Beside {
        let mut ids: Vec<DecisionId> = ids.collect();
        let more = ids.len().saturating_sub(BESIDE);
        ids.truncate(BESIDE);
        let rows = ids.into_iter().filter_map(|id| BesideRow::of(i, id));
        Beside {
            rows: rows.collect(),
            more,
        }
    }
}

impl BesideRow {
    fn of(i: Inside<'_>, id: DecisionId) -> Option<BesideRow> {
        let public = i.published().decision(id)?;
        let own = i.recorded(id);
        // A title may name what is kept back: of another body's decision they read what residents
        // read.
        let title = match &own {
            Some(own) => own.record.title.as_ref(),
            None => public.title(),
        };
        Some(BesideRow {
            id,
            is_own: own.is_some(),
            body: body(i.published(), public.body())?.0,
            date: public.date(),
            title: title.cloned(),
            marks: i.marks_of(id),
        })
    }
}

/// The decisions before one and those after it, over the same elements, the nearest first.
fn beside(i: Inside<'_>, decision: &InsideDecision<'_>) -> (Beside, Beside) {
    let p = i.published();
    let place = |id: DecisionId| {
        let other = p.decision(id)?;
        Some(((other.date().day(), other.position), id))
    };
    let others = i.beside(decision.record).into_iter().filter_map(place);
    let mut others: Vec<_> = others.collect();
    others.sort_unstable();
    let own = (decision.on, decision.position);
    let (earlier, later) = others.split_at(others.partition_point(|(at, _)| *at < own));
    let earlier = Beside::of(i, earlier.iter().rev().map(|(_, id)| *id));
    (earlier, Beside::of(i, later.iter().map(|(_, id)| *id)))
}

impl DecisionView {
    /// A decision of a body that somebody records for.
    pub fn of(i: Inside<'_>, now: Now, id: DecisionId) -> Option<DecisionView> {
        let decision = i.recorded(id)?;
        let can = |stage: &Stage| {
            let mark = MarkDecision {
                decision: id,
                stage: *stage,
                on: i.today(),
            };
            !decision.has(*stage) && i.can(now, &Command::MarkDecision(mark))
        };
        let stages = [Stage::MinutesApproved, Stage::Appealed, Stage::Quashed];
        let (earlier, later) = beside(i, &decision);
        Some(DecisionView {
            frame: WorkFrame::of(i),
            today: i.today(),
            row: DecisionRow::of(i, &decision)?,
            deeds: deeds(i, decision.record),
            stages: stages.into_iter().filter(can).collect(),
            organises: decision.record.only_organises(),
            earlier,
            later,
        })
    }
}

impl App {
    /// Says what has become of a decision.
    ///
    /// # Errors
    /// [`Unperformed`] if it could not be said.
    pub async fn mark_decision(
        &self,
        person: PersonId,
        mark: MarkDecision,
    ) -> Result<(), Unperformed> {
        let command = Command::MarkDecision(mark);
        self.perform(User::Person(person), command).await.map(drop)
    }
}
