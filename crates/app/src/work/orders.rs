//! What became of the orders of a year: who took each, in which words, and who has not.

use super::{PlanTime, WorkFrame, body};
use riktning_domain::elements::Origin;
use riktning_domain::ids::BodyId;
use riktning_domain::inside::{InsideElement, InsidePlan, Standing};
use riktning_domain::models::Purpose;
use riktning_domain::{Dated, Inside, Names, Text};

/// The orders of a year that have gone out.
#[derive(Clone, Debug, PartialEq)]
pub struct Orders {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The year.
    pub time: PlanTime,
    /// The orders that the person may read, in the order in which they were written down.
    pub orders: Vec<SentOrder>,
}

/// An order and what each body has made of it.
#[derive(Clone, Debug, PartialEq)]
pub struct SentOrder {
    /// Its number.
    pub number: u32,
    /// What it says.
    pub text: Text,
    /// What it means.
    pub description: Option<Text>,
    /// When it is due.
    pub due: Option<Dated>,
    /// Who gives it.
    pub from: Option<Names>,
    /// The bodies that it is addressed to, and those that answered and are no more or have an answer
    /// of another's, by address.
    pub bodies: Vec<TakenBy>,
}

/// What one body has made of an order.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenBy {
    /// Which body: name and address.
    pub body: (Names, String),
    /// Whether it is no more.
    pub has_ended: bool,
    /// Its answers that the person may read.
    pub answers: Vec<Taken>,
    /// How many answers there are at all: before they are handed in that is all that is told.
    pub count: usize,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// Its number.
    pub number: u32,
    /// What it says.
    pub text: Text,
    /// Whether the order was accepted as it stands.
    pub is_accepted: bool,
    /// How it stands to what has been decided.
    pub standing: Standing,
    /// Whether it has been handed in.
    pub is_sent: bool,
}

impl Orders {
    /// The orders of a year; none if no model is in force for it.
    pub fn of(i: Inside<'_>, time: PlanTime) -> Option<Orders> {
        time.as_year()?;
        time.model(i)?;
        let plans = i.plans(time.period());
        let all = plans.iter().flat_map(InsidePlan::elements);
        let all = all.filter(|e| e.level.purpose == Purpose::Assignment && i.is_sent(e.id));
        let mut orders: Vec<_> = all.map(|order| SentOrder::of(i, &order)).collect();
        orders.sort_by_key(|order| order.number);
        orders.dedup_by_key(|order| order.number);
        Some(Orders {
            frame: WorkFrame::of(i),
            time,
            orders,
        })
    }
}

impl SentOrder {
    fn of(i: Inside<'_>, order: &InsideElement<'_>) -> SentOrder {
        let p = i.published();
        let asked = i.asked(order.id).into_iter();
        let mut bodies: Vec<_> = asked
            .filter_map(|(id, count)| TakenBy::of(i, order, id, count))
            .collect();
        bodies.sort_by(|a, b| a.body.1.cmp(&b.body.1));
        SentOrder {
            number: order.number,
            text: order.wording.text.clone(),
            description: order.wording.description.clone(),
            due: order.wording.due,
            from: order.wording.owner.and_then(|id| Some(body(p, id)?.0)),
            bodies,
        }
    }

    /// How many bodies have not answered.
    pub fn untaken(&self) -> usize {
        let silent = self.bodies.iter().filter(|body| body.count == 0);
        silent.count()
    }
}

impl TakenBy {
    fn of(i: Inside<'_>, order: &InsideElement<'_>, id: BodyId, count: usize) -> Option<TakenBy> {
        let answers = i.answers_to(order.id).into_iter();
        let owner = |answer: &InsideElement<'_>| i.owner(answer.id).or(answer.wording.owner);
        let own = answers.filter(|answer| owner(answer) == Some(id));
        let answers = own.map(|answer| Taken {
            is_sent: i.is_sent(answer.id),
            number: answer.number,
            text: answer.wording.text.clone(),
            is_accepted: answer.wording.origin == Origin::Assigned(order.id),
            standing: answer.standing,
        });
        let p = i.published();
        Some(TakenBy {
            has_ended: p.body(id)?.has_ended(),
            body: body(p, id)?,
            answers: answers.collect(),
            count,
        })
    }
}
