//! The rows of a plan in the order that its body chooses.

use super::plan::{decided, in_hand, plans_of};
use super::plan_time::PlanTime;
use super::{WorkFrame, body, derived};
use crate::app::{App, Unperformed};
use riktning_domain::command::{Command, Now};
use riktning_domain::ids::{ArrangementId, ElementId, PersonId, PlanId};
use riktning_domain::inside::InsidePlan;
use riktning_domain::permissions::User;
use riktning_domain::plans::ArrangePlan;
use riktning_domain::{Inside, Names, Refusal, Slug, Text};
use uuid::Uuid;

/// The most rows that are arranged on one page.
pub const MOST_ROWS: usize = 500;

/// What the page knows on which the rows of a plan are arranged.
#[derive(Clone, Debug, PartialEq)]
pub struct ArrangeForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Whose plan: name and address.
    pub body: (Names, String),
    /// The time of the plan.
    pub time: PlanTime,
    /// The rows in hand, as they stand.
    pub rows: Vec<ArrangeRow>,
    /// The rows in their order, as one mark: whoever moves one says that they saw it.
    pub seen: Uuid,
    plan: PlanId,
    arrangement: Option<ArrangementId>,
}

/// A row that can be moved.
#[derive(Clone, Debug, PartialEq)]
pub struct ArrangeRow {
    /// Its number.
    pub number: u32,
    /// What its level is called.
    pub level: Names,
    /// What it says.
    pub text: Text,
    element: ElementId,
}

/// An order that somebody wants.
#[derive(Clone, Debug, PartialEq)]
pub struct Arranging {
    /// The body's part of the address.
    pub body: String,
    /// The time of the plan.
    pub time: PlanTime,
    /// The key of the form together with what was wanted of it: the same again is the same.
    pub key: Uuid,
    /// The mark of what the form showed.
    pub seen: Uuid,
    /// The numbers of the rows, the first one first.
    pub numbers: Vec<u32>,
}

/// What became of an order that somebody wanted.
#[derive(Debug)]
pub enum Arranged {
    /// The rows stand so.
    Done,
    /// They are not what the form showed.
    Changed,
    /// There is nothing for this person to arrange.
    Nowhere,
    /// A rule said no.
    Refused(Refusal),
    /// The store could not take it.
    Unperformed(Unperformed),
}

/// The command that arranges a plan.
pub(super) fn arrange(plan: PlanId, rows: Vec<ElementId>) -> ArrangePlan {
    ArrangePlan {
        plan,
        arrangement: ArrangementId(Uuid::nil()),
        rows,
        instead_of: None,
        since: None,
    }
}

/// Whether somebody may arrange a plan that is in hand now.
pub(super) fn may_arrange(i: Inside<'_>, now: Now, plan: &InsidePlan<'_>) -> bool {
    let command = Command::ArrangePlan(arrange(plan.id, Vec::new()));
    plan.count() > 1 && i.may(now, &command)
}

impl ArrangeForm {
    /// The rows in hand of the plan of the body at an address; none if there is nothing that this
    /// person may arrange.
    pub fn of(i: Inside<'_>, now: Now, slug: &str, time: PlanTime) -> Option<ArrangeForm> {
        let p = i.published();
        let id = p.body_at(&Slug::parse(slug)?)?.id;
        let plans = plans_of(i, id, time.period());
        let plan = in_hand(&plans).filter(|plan| may_arrange(i, now, plan))?;
        let own = i.writes_for().contains(&id);
        let rows = plan.elements();
        let rows = rows.iter().map(|row| ArrangeRow {
            number: row.number,
            level: row.level.names.clone(),
            text: row.wording.text.clone(),
            element: row.id,
        });
        let rows: Vec<ArrangeRow> = rows.filter(|_| own).collect();
        if rows.len() < 2 {
            return None;
        }
        let order = rows.iter().map(|row| row.number.to_string());
        let order = order.collect::<Vec<_>>().join("/");
        Some(ArrangeForm {
            frame: WorkFrame::of(i),
            body: body(p, id)?,
            time,
            seen: derived(plan.id.0, &order),
            rows,
            plan: plan.id,
            arrangement: plan.arrangement(),
        })
    }

    /// Whether there is nothing to arrange because the plan is decided, for whoever could have.
    pub fn is_too_late(i: Inside<'_>, slug: &str, time: PlanTime) -> bool {
        let body = Slug::parse(slug).and_then(|slug| i.published().body_at(&slug));
        let own = body.filter(|body| i.writes_for().contains(&body.id));
        own.is_some_and(|body| {
            let plans = plans_of(i, body.id, time.period());
            in_hand(&plans).is_none() && decided(&plans).is_some()
        })
    }

    /// The command that puts them in an order; none if the form showed something else.
    fn command(&self, wish: &Arranging) -> Option<ArrangePlan> {
        let element = |number: &u32| {
            let mut rows = self.rows.iter();
            let row = rows.find(|row| row.number == *number);
            row.map(|row| row.element)
        };
        let rows: Option<Vec<ElementId>> = wish.numbers.iter().map(element).collect();
        let rows = rows.filter(|rows| rows.len() == self.rows.len() && wish.seen == self.seen)?;
        Some(ArrangePlan {
            arrangement: wish.arrangement(),
            instead_of: self.arrangement,
            ..arrange(self.plan, rows)
        })
    }
}

impl Arranging {
    fn arrangement(&self) -> ArrangementId {
        ArrangementId(derived(self.key, "arrangement"))
    }
}

impl App {
    /// Puts the rows of a plan in an order.
    pub async fn arrange(&self, person: PersonId, wish: Arranging) -> Arranged {
        let wanted = self.inside(person, |i, now| {
            let form = ArrangeForm::of(i, now, &wish.body, wish.time).ok_or(Arranged::Nowhere)?;
            // A double click.
            if form.arrangement == Some(wish.arrangement()) {
                return Err(Arranged::Done);
            }
            form.command(&wish).ok_or(Arranged::Changed)
        });
        let command = match wanted {
            Ok(command) => Command::ArrangePlan(command),
            Err(answer) => return answer,
        };
        let performed = self.perform(User::Person(person), command);
        match performed.await {
            Ok(_) => Arranged::Done,
            Err(Unperformed::Refused { refusal, .. }) => match refusal {
                Refusal::PlanRearranged | Refusal::NotInPlan => Arranged::Changed,
                Refusal::NotPermitted => Arranged::Nowhere,
                refusal => Arranged::Refused(refusal),
            },
            Err(error) => Arranged::Unperformed(error),
        }
    }
}
