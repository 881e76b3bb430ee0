//! Closing a plan by a decision: nothing is written in it any more.

use super::meeting::Meeting;
use super::plan::{decided, plans_of};
use super::{PlanTime, WorkFrame, body};
use crate::app::{App, Unperformed};
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::decisions::{Act, Authority, RecordDecision};
use riktning_domain::ids::{BodyId, DecisionId, PersonId, PlanId};
use riktning_domain::permissions::{Role, User};
use riktning_domain::plans::PlanStage;
use riktning_domain::{Dated, Inside, Names, Refusal, Slug, Text};
use riktning_store::StoreError;
use uuid::Uuid;

/// What the form knows.
#[derive(Clone, Debug, PartialEq)]
pub struct ClosingForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Whose plan: name and address.
    pub body: (Names, String),
    /// The time of the plan.
    pub time: PlanTime,
    /// The day it is: no meeting was later.
    pub today: Date,
    /// The bodies that may have decided and whose registrar the person is.
    pub deciders: Vec<(BodyId, Names)>,
    /// How many rows stand in the plan.
    pub rows: usize,
    /// Why it cannot be closed today, if it cannot.
    pub held: Option<Refusal>,
    plan: PlanId,
}

/// What somebody wants recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Closing {
    /// Whose plan: the body's part of the address.
    pub body: String,
    /// The time of the plan.
    pub time: PlanTime,
    /// The body that decided.
    pub decided_by: BodyId,
    /// When and by what right.
    pub meeting: Meeting,
}

/// What became of it.
#[derive(Debug)]
pub enum Closed {
    /// The plan is closed, by this decision or by another before it.
    Closed,
    /// There is no such plan for this person to close.
    Nowhere,
    /// A rule said no.
    Refused(Refusal),
    /// The store could not take it.
    Unperformed(Unperformed),
}

impl ClosingForm {
    /// The form for the decided plan of a body; none if it is closed, or for whoever records no
    /// decision over it.
    pub fn of(i: Inside<'_>, now: Now, slug: &str, time: PlanTime) -> Option<ClosingForm> {
        let p = i.published();
        let id = p.body_at(&Slug::parse(slug)?)?.id;
        let plan = decided(&plans_of(i, id, time.period()))?;
        let recorded = i.holds(Role::Registrar).into_iter();
        let recorded = recorded.filter(|registrar| i.decides_for(*registrar, id));
        let deciders = recorded.filter_map(|id| Some((id, body(p, id)?.0)));
        let mut deciders: Vec<_> = deciders.collect();
        // The body's own decision comes before that of who stands above it.
        deciders.sort_by_key(|(registrar, _)| (*registrar != id, *registrar));
        let (first, _) = deciders.first()?;
        if plan.stage() == PlanStage::Closed {
            return None;
        }
        let sample = RecordDecision {
            decision: DecisionId(Uuid::nil()),
            body: *first,
            date: Dated::day_known(i.today()),
            authority: Authority::Paragraph(Text::new("1")),
            case_number: None,
            title: None,
            acts: vec![Act::ClosePlan(plan.id)],
            seen: Vec::new(),
        };
        Some(ClosingForm {
            frame: WorkFrame::of(i),
            body: body(p, id)?,
            time,
            today: i.today(),
            deciders,
            rows: plan.count(),
            held: i.refusal(now, &Command::RecordDecision(sample)),
            plan: plan.id,
        })
    }
}

/// Whether the decided plan of a body is closed, for whoever may read it.
fn is_closed(i: Inside<'_>, slug: &str, time: PlanTime) -> bool {
    let id = Slug::parse(slug).and_then(|slug| i.published().body_at(&slug));
    let plan = id.and_then(|body| decided(&plans_of(i, body.id, time.period())));
    plan.is_some_and(|plan| plan.stage() == PlanStage::Closed)
}

impl App {
    /// Records the decision that closes a plan. Once more is the same.
    pub async fn close_plan(&self, person: PersonId, closing: Closing) -> Closed {
        let (slug, time) = (closing.body.clone(), closing.time);
        let records = |i: Inside<'_>| {
            let body = Slug::parse(&slug).and_then(|slug| i.published().body_at(&slug));
            let mut held = i.holds(Role::Registrar).into_iter();
            body.is_some_and(|body| held.any(|own| i.decides_for(own, body.id)))
        };
        let key = closing.meeting.key.to_string();
        let wanted = self.inside(person, |i, now| {
            let form = ClosingForm::of(i, now, &slug, time);
            let Some(form) = form else {
                return Err(match records(i) && is_closed(i, &slug, time) {
                    true => Closed::Closed,
                    false => Closed::Nowhere,
                });
            };
            let acts = vec![Act::ClosePlan(form.plan)];
            Ok(closing.meeting.record(closing.decided_by, acts, Vec::new()))
        });
        let command = match wanted {
            Ok(record) => Command::RecordDecision(record),
            Err(became) => return became,
        };
        let performed = self.perform_all(User::Person(person), vec![command], Some(key));
        let refusal = match performed.await {
            Ok(_) => return Closed::Closed,
            Err(Unperformed::Refused { refusal, .. }) => refusal,
            Err(Unperformed::Store(StoreError::TokenReused { .. })) => return Closed::Closed,
            Err(error) => return Closed::Unperformed(error),
        };
        // Somebody else has closed it at the same moment.
        match (
            refusal,
            self.inside(person, |i, _| is_closed(i, &slug, time)),
        ) {
            (Refusal::NotPermitted, _) => Closed::Nowhere,
            (_, true) => Closed::Closed,
            (refusal, false) => Closed::Refused(refusal),
        }
    }
}
