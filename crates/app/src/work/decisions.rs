//! What has been decided, for whoever records it: the register of decisions, one decision with what
//! has become of it, and a new one over what stands.

use super::history::{Value, deeds};
use super::{WorkFrame, body, derived};
use crate::app::{App, Unperformed};
use crate::views::element_links::ElementPage;
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::decisions::{Act, Authority, MarkDecision, RecordDecision, Stage};
use riktning_domain::ids::{BodyId, DecisionId, ElementId, PersonId, WordingId};
use riktning_domain::inside::{InsideDecision, InsideElement};
use riktning_domain::models::Purpose;
use riktning_domain::permissions::{Role, User};
use riktning_domain::{Dated, Inside, Names, Period, Refusal, Slug, Text};
use riktning_store::StoreError;
use uuid::Uuid;

/// How many decisions stand on a page.
const DECISIONS: usize = 50;

/// The decisions that somebody records.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionRegister {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Those whose minutes are still to be approved, the latest first.
    pub awaiting: Vec<DecisionRow>,
    /// All of a page, the latest first.
    pub rows: Vec<DecisionRow>,
    /// How many there are at all.
    pub total: usize,
    /// Which page.
    pub page: usize,
    /// Of how many.
    pub pages: usize,
    /// The bodies that they record for today: name and address.
    pub bodies: Vec<(Names, String)>,
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
    pub fn of(i: Inside<'_>, page: usize) -> Option<DecisionRegister> {
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
        let awaiting = all.iter().filter(|decision| decision.awaits_approval());
        let shown = all.iter().skip((page - 1) * DECISIONS).take(DECISIONS);
        Some(DecisionRegister {
            frame: WorkFrame::of(i),
            awaiting: awaiting.filter_map(row).collect(),
            rows: shown.filter_map(row).collect(),
            total: all.len(),
            page,
            pages,
            bodies: own.into_iter().map(|(_, named)| named).collect(),
        })
    }
}

/// The bodies that somebody records for today, by name and address.
fn records_for(i: Inside<'_>) -> Vec<(BodyId, (Names, String))> {
    let p = i.published();
    let held = i.holds(Role::Registrar).into_iter();
    let alive = held.filter(|id| p.body(*id).is_some_and(|known| !known.has_ended()));
    let mut bodies: Vec<_> = alive.filter_map(|id| Some((id, body(p, id)?))).collect();
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
        Some(DecisionView {
            frame: WorkFrame::of(i),
            today: i.today(),
            row: DecisionRow::of(i, &decision)?,
            deeds: deeds(i, decision.record),
            stages: stages.into_iter().filter(can).collect(),
        })
    }
}

/// The form of a decision over what stands.
#[derive(Clone, Debug, PartialEq)]
pub struct OverForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The day it is: no meeting was later.
    pub today: Date,
    /// The body that decides: name and address.
    pub body: (Names, String),
    /// What it may withdraw, close or give to another.
    pub rows: Vec<OverRow>,
    /// The bodies that anything of it can be given to, by id.
    pub takers: Vec<(BodyId, Names)>,
    /// How many are left out whose year is over.
    pub older: usize,
    id: BodyId,
}

/// Something that stands decided.
#[derive(Clone, Debug, PartialEq)]
pub struct OverRow {
    /// Which element.
    pub element: ElementId,
    /// The wording that stands.
    pub wording: WordingId,
    /// Its number.
    pub number: u32,
    /// What its level is called.
    pub level: Names,
    /// What it says.
    pub text: Text,
    /// Its time.
    pub period: Period,
    /// Who has it.
    pub owner: Names,
    /// The bodies that it can be given to.
    pub takers: Vec<BodyId>,
    /// Where residents read of it.
    pub page: Option<ElementPage>,
}

impl OverRow {
    fn of(i: Inside<'_>, element: &InsideElement<'_>) -> Option<OverRow> {
        let p = i.published();
        let public = p.element(element.id);
        Some(OverRow {
            page: public.and_then(|public| ElementPage::of(p, &public)),
            element: element.id,
            wording: element.wording_id,
            number: element.number,
            level: element.level.names.clone(),
            text: element.wording.text.clone(),
            period: element.wording.period,
            owner: body(p, i.owner(element.id)?)?.0,
            takers: i.takers(element.id),
        })
    }
}

/// Which of what stands a form shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// What runs today or is to come, and orders, which run until they are closed.
    Running,
    /// Everything that has not ended.
    All,
}

impl OverForm {
    /// The form for a body by its address; none for whoever does not record what it decides.
    pub fn of(i: Inside<'_>, slug: &str, which: Which) -> Option<OverForm> {
        let p = i.published();
        let id = p.body_at(&Slug::parse(slug)?)?.id;
        let (_, named) = records_for(i).into_iter().find(|(own, _)| *own == id)?;
        let all = i.decided_over(id);
        let runs = |element: &&InsideElement<'_>| {
            let order = element.level.purpose == Purpose::Assignment;
            order || element.wording.period.last_day() >= i.today()
        };
        let shown = all.iter().filter(|e| which == Which::All || runs(e));
        let rows: Vec<OverRow> = shown.filter_map(|e| OverRow::of(i, e)).collect();
        let mut takers: Vec<BodyId> = rows.iter().flat_map(|r| r.takers.clone()).collect();
        takers.sort_unstable();
        takers.dedup();
        let named_takers = takers.into_iter();
        let named_takers = named_takers.filter_map(|id| Some((id, body(p, id)?.0)));
        Some(OverForm {
            frame: WorkFrame::of(i),
            today: i.today(),
            body: named,
            older: all.len() - all.iter().filter(runs).count(),
            rows,
            takers: named_takers.collect(),
            id,
        })
    }
}

/// A decision over what stands, as its form wants it recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Deciding {
    /// The body that decides, by its address.
    pub body: String,
    /// The key of the form: the same again is the same.
    pub key: Uuid,
    /// The day of the meeting.
    pub date: Date,
    /// Paragraph or delegation number.
    pub authority: Authority,
    /// The case number.
    pub case_number: Option<Text>,
    /// What it was about.
    pub title: Option<Text>,
    /// What it does, each with the wording that the form showed.
    pub acts: Vec<(Act, WordingId)>,
}

/// What became of a decision over what stands.
#[derive(Debug)]
pub enum DecidedOver {
    /// It is recorded.
    Recorded(DecisionId),
    /// Something of it is not what the form showed: the numbers.
    Changed(Vec<ElementId>),
    /// The person records nothing for such a body.
    Nowhere,
    /// A rule said no; to which element, where it is about one.
    Refused(Refusal),
    /// The store could not take it.
    Unperformed(Unperformed),
}

impl App {
    /// Records a decision over what stands. All of it is done or nothing.
    pub async fn decide_over(&self, person: PersonId, deciding: Deciding) -> DecidedOver {
        let id = DecisionId(derived(deciding.key, "decision"));
        let key = deciding.key.to_string();
        let wanted = self.inside(person, |i, _| {
            if i.recorded(id).is_some() {
                return Ok(command(id, None, deciding.clone()));
            }
            let form = OverForm::of(i, &deciding.body, Which::All).ok_or(DecidedOver::Nowhere)?;
            let changed = form.changed(&deciding.acts);
            match changed.is_empty() {
                true => Ok(command(id, Some(form.id), deciding.clone())),
                false => Err(DecidedOver::Changed(changed)),
            }
        });
        let record = match wanted {
            Ok(Some(record)) => record,
            // The same form again, or another one under its key.
            Ok(None) => return self.again(person, id, &deciding),
            Err(answer) => return answer,
        };
        let command = Command::RecordDecision(record);
        let performed = self.perform_all(User::Person(person), vec![command], Some(key));
        match performed.await {
            Ok(_) => DecidedOver::Recorded(id),
            Err(Unperformed::Refused { refusal, .. }) => match refusal {
                Refusal::NotPermitted => DecidedOver::Nowhere,
                refusal => DecidedOver::Refused(refusal),
            },
            Err(Unperformed::Store(StoreError::TokenReused { .. })) => {
                DecidedOver::Changed(Vec::new())
            }
            Err(error) => DecidedOver::Unperformed(error),
        }
    }

    /// Whether a decision that stands is the one that is sent again.
    fn again(&self, person: PersonId, id: DecisionId, deciding: &Deciding) -> DecidedOver {
        let same = self.inside(person, |i, _| {
            i.recorded(id).is_some_and(|there| {
                let wanted = command(id, Some(there.record.body), deciding.clone());
                wanted.as_ref() == Some(there.record)
            })
        });
        match same {
            true => DecidedOver::Recorded(id),
            false => DecidedOver::Changed(Vec::new()),
        }
    }

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

fn command(id: DecisionId, body: Option<BodyId>, deciding: Deciding) -> Option<RecordDecision> {
    Some(RecordDecision {
        decision: id,
        body: body?,
        date: Dated::day_known(deciding.date),
        authority: deciding.authority,
        case_number: deciding.case_number,
        title: deciding.title,
        acts: deciding.acts.into_iter().map(|(act, _)| act).collect(),
    })
}

impl OverForm {
    /// What of the acts is not as the form showed it: decided otherwise, or gone.
    fn changed(&self, acts: &[(Act, WordingId)]) -> Vec<ElementId> {
        let there = |id: ElementId, wording: WordingId, to: Option<BodyId>| {
            let takes = |row: &OverRow| to.is_none_or(|to| row.takers.contains(&to));
            let mut rows = self.rows.iter();
            rows.any(|row| row.element == id && row.wording == wording && takes(row))
        };
        let acted = acts.iter().filter_map(|(act, wording)| match act {
            Act::Withdraw(id) | Act::Close(id) => Some((*id, *wording, None)),
            Act::Transfer(id, to) => Some((*id, *wording, Some(*to))),
            _ => None,
        });
        let gone = acted.filter(|(id, wording, to)| !there(*id, *wording, *to));
        gone.map(|(id, ..)| id).collect()
    }
}
