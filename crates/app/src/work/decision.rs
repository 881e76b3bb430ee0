//! Recording the decision over a plan: exactly the wordings that were shown.

use super::history::{Difference, element_beside};
use super::load::Coming;
use super::meeting::Meeting;
use super::plan::unanswered;
use super::plan::{decided, decided_text, in_hand, plans_of};
use super::plan_time::PlanTime;
use super::referral::Referral;
use super::rows::Details;
use super::{WorkFrame, body};
use crate::app::{App, Unperformed};
use jiff::civil::Date;
use riktning_domain::command::Command;
use riktning_domain::decisions::{Act, Adoptable, RecordDecision};
use riktning_domain::ids::{BodyId, ElementId, PersonId, PlanId, WordingId};
use riktning_domain::inside::{InsideElement, Standing};
use riktning_domain::permissions::{Role, User};
use riktning_domain::plans::PlanStage;
use riktning_domain::{Inside, Names, Refusal, Slug, Text};
use std::collections::BTreeSet;

/// What the form of a decision knows.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionForm {
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
    /// The day of the meeting that the wordings are shown of.
    pub day: Date,
    /// What is decided: every wording in the plan on that day.
    pub items: Vec<Item>,
    /// How many rows have come since that day.
    pub since: usize,
    /// The comment round that the plan is on, if it is open.
    pub referral: Option<Referral>,
    /// The numbers of the orders to the body that nothing in its plan answers.
    pub unanswered: Vec<u32>,
    /// What they add to the load of whoever promises, or of whom an order goes to.
    pub coming: Vec<Coming>,
    plan: PlanId,
    /// The decided plan that this one supplements, with the elements that are in it already.
    pub supplements: Option<(PlanId, BTreeSet<ElementId>)>,
}

/// One wording that is decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Which element.
    pub element: ElementId,
    /// Which wording of it.
    pub wording: WordingId,
    /// Its number.
    pub number: u32,
    /// Its part of the address.
    pub slug: String,
    /// What its level is called.
    pub level: Names,
    /// What it says.
    pub text: Text,
    /// How that stands to what has been decided.
    pub standing: Standing,
    /// What stands decided, where this is proposed instead.
    pub before: Option<Text>,
    /// What else is otherwise than what stands decided.
    pub changes: Vec<Difference>,
    /// What is published with it.
    pub details: Details,
    /// What it was reworded to after the day of the meeting: no part of the decision.
    pub later: Option<Text>,
}

impl Item {
    fn of(i: Inside<'_>, element: &InsideElement<'_>) -> Item {
        let newest = i.element(element.id);
        let newest = newest.filter(|newest| newest.wording_id != element.wording_id);
        Item {
            element: element.id,
            wording: element.wording_id,
            number: element.number,
            slug: element.slug.to_string(),
            level: element.level.names.clone(),
            text: element.wording.text.clone(),
            standing: element.standing,
            before: decided_text(i, element),
            changes: element_beside(i, element),
            details: Details::of(i, element),
            later: newest.map(|newest| newest.wording.text.clone()),
        }
    }
}

/// What somebody wants recorded: the form, as domain types.
#[derive(Clone, Debug, PartialEq)]
pub struct Recording {
    /// Whose plan: the body's part of the address.
    pub body: String,
    /// The time of the plan.
    pub time: PlanTime,
    /// The body that decided.
    pub decided_by: BodyId,
    /// When and by what right.
    pub meeting: Meeting,
    /// The wordings that the form showed, in their order.
    pub seen: Vec<(ElementId, WordingId)>,
}

/// What was recorded, or why not. Nothing is stored but when it is [`ToRecord::Recorded`].
#[derive(Debug)]
pub enum ToRecord {
    /// It is recorded, and with that published.
    Recorded,
    /// The plan is not what the form showed.
    Changed,
    /// There is no such plan for this person to record a decision over.
    Nowhere,
    /// A rule said no.
    Refused(Refusal),
    /// The store could not take it.
    Unperformed(Unperformed),
}

impl DecisionForm {
    /// The form for the plan of a body and a year, with the wordings that a meeting on a day had
    /// before it; none if this person records no decision over it now.
    pub fn of(
        i: Inside<'_>,
        slug: &str,
        time: PlanTime,
        day: Option<Date>,
    ) -> Option<DecisionForm> {
        let p = i.published();
        let id = p.body_at(&Slug::parse(slug)?)?.id;
        let plans = plans_of(i, id, time.period());
        let plan = in_hand(&plans)?;
        let before = decided(&plans);
        if plan.stage() != PlanStage::Proposed {
            return None;
        }
        let recorded = i.holds(Role::Registrar).into_iter();
        let mut deciders: Vec<_> = recorded
            .filter(|registrar| i.decides_for(*registrar, id))
            .filter_map(|registrar| Some((registrar, body(p, registrar)?.0)))
            .collect();
        // The body's own decision comes before that of who stands above it.
        deciders.sort_by_key(|(registrar, _)| (*registrar != id, *registrar));
        if deciders.is_empty() {
            return None;
        }
        let day = day.unwrap_or(i.today()).min(i.today());
        let elements = plan.elements_on(day);
        // Nobody records a decision over what they may not read.
        if elements.len() != plan.count_on(day) {
            return None;
        }
        Some(DecisionForm {
            frame: WorkFrame::of(i),
            body: body(p, id)?,
            time,
            today: i.today(),
            deciders,
            day,
            items: elements
                .iter()
                .map(|element| Item::of(i, element))
                .collect(),
            since: plan.count() - elements.len(),
            coming: Coming::of(i, plan.period(), &elements),
            referral: Referral::of(i, &plan).filter(|round| round.is_open),
            unanswered: unanswered(i, id, time.period()),
            plan: plan.id,
            supplements: before.map(|before| {
                let there = before.came().into_iter().map(|(id, ..)| id);
                (before.id, there.collect())
            }),
        })
    }

    /// The command that records it; none if the form showed something else.
    fn record(&self, recording: Recording) -> Option<RecordDecision> {
        // In the order that was shown, too: it is a part of what is decided.
        let there: Vec<_> = self.items.iter().map(|i| (i.element, i.wording)).collect();
        if there != recording.seen {
            return None;
        }
        let new = self
            .items
            .iter()
            .filter(|i| i.standing != Standing::Adopted);
        let adopt = new.map(|i| Act::Adopt(Adoptable::Element(i.element), i.wording));
        let mut acts: Vec<Act> = adopt.collect();
        acts.push(match &self.supplements {
            None => Act::AdoptPlan(self.plan),
            // It becomes a part of the plan that was decided before, and no plan beside it.
            Some((before, there)) => {
                let new = self.items.iter().map(|item| item.element);
                Act::SupplementPlan(*before, new.filter(|id| !there.contains(id)).collect())
            }
        });
        let meeting = recording.meeting;
        Some(meeting.record(recording.decided_by, acts, Vec::new()))
    }
}

impl App {
    /// Records the decision over a plan: it publishes what it adopts.
    pub async fn record(&self, person: PersonId, recording: Recording) -> ToRecord {
        let id = recording.meeting.id();
        let key = recording.meeting.key.to_string();
        let wanted = self.inside(person, |i, _| {
            if i.published().decision(id).is_some() {
                let record = i.recorded(id).ok_or(ToRecord::Nowhere)?.record;
                let of_this_plan = record.acts.iter().any(|act| match act {
                    Act::AdoptPlan(plan) | Act::SupplementPlan(plan, _) => {
                        i.plan(*plan).is_some_and(|plan| {
                            let body = body(i.published(), plan.body());
                            PlanTime::of(plan.period()) == recording.time
                                && body.is_some_and(|(_, slug)| slug == recording.body)
                        })
                    }
                    _ => false,
                });
                let said = recording.meeting.is_of(recording.decided_by, record);
                let same = of_this_plan && said;
                return Err(match same {
                    true => ToRecord::Recorded,
                    false => ToRecord::Changed,
                });
            }
            let form = DecisionForm::of(
                i,
                &recording.body,
                recording.time,
                Some(recording.meeting.date),
            );
            let form = form.ok_or(ToRecord::Nowhere)?;
            form.record(recording).ok_or(ToRecord::Changed)
        });
        match wanted {
            Ok(record) => self.record_seen(person, record, key).await,
            Err(answer) => answer,
        }
    }

    /// Records a decision over what a form showed, once for each key of a form.
    pub(super) async fn record_seen(
        &self,
        person: PersonId,
        record: RecordDecision,
        key: String,
    ) -> ToRecord {
        let command = Command::RecordDecision(record);
        let performed = self.perform_all(User::Person(person), vec![command], Some(key));
        match performed.await {
            Ok(_) => ToRecord::Recorded,
            Err(Unperformed::Refused { refusal, .. }) => match refusal {
                Refusal::WordingChanged { .. } => ToRecord::Changed,
                Refusal::NotPermitted => ToRecord::Nowhere,
                refusal => ToRecord::Refused(refusal),
            },
            Err(Unperformed::Store(riktning_store::StoreError::TokenReused { .. })) => {
                ToRecord::Changed
            }
            Err(error) => ToRecord::Unperformed(error),
        }
    }
}
