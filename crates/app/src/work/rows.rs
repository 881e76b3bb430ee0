//! What a row of a plan says of itself beside its sentence: all that a decision publishes with it.

use super::readers;
use jiff::civil::Date;
use riktning_domain::elements::{Quantity, Wording};
use riktning_domain::ids::PersonId;
use riktning_domain::inside::{InsideElement, Standing};
use riktning_domain::texts::is_like_a_name;
use riktning_domain::threads::ThreadEnd;
use riktning_domain::visibility::Visibility;
use riktning_domain::{Dated, Inside, Money, Names, Text};

/// What stands beside the sentence of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// What it means.
    pub description: Option<Text>,
    /// Why it matters.
    pub why: Option<Text>,
    /// What it supports.
    pub supports: Vec<Text>,
    /// The processes, perspectives and other topics that it is placed under.
    pub topics: Vec<Names>,
    /// Whether it lacks a link that its model requires.
    pub lacks_link: bool,
    /// Who in the body is responsible.
    pub role: Option<Text>,
    /// Whether that looks like the name of a person.
    pub role_is_like_a_name: bool,
    /// The colleague who is responsible, for those of its own body.
    pub person: Option<PersonId>,
    /// The money that goes with it.
    pub amount: Option<Money>,
    /// What happens if it is not kept.
    pub if_not_kept: Option<Text>,
    /// Who may read it.
    pub visibility: Visibility,
    /// How much is to be reached.
    pub quantity: Option<Quantity>,
    /// What can be tested instead.
    pub condition: Option<Text>,
    /// When it is due.
    pub due: Option<Dated>,
    /// Whether that is outside the time that the plan is for.
    pub due_outside: bool,
    /// The order that it answers.
    pub order: Option<Text>,
    /// The day on which that order was reworded, after the answer was written.
    pub order_reworded: Option<Date>,
    /// Whether nobody has decided that order.
    pub order_undecided: bool,
    /// Why the sentence is clear all the same, where somebody was asked.
    pub clear_anyway: Option<Text>,
    /// The number and the year of what it continues.
    pub continues: Option<(u32, i16)>,
}

impl Details {
    pub(super) fn of(i: Inside<'_>, element: &InsideElement<'_>) -> Details {
        let p = i.published();
        let wording = element.wording;
        let supports = i.supports_by(element);
        let supports = supports.iter().filter_map(|(_, end)| match end {
            ThreadEnd::Element(above) => Some(i.element(*above)?.wording.text.clone()),
            ThreadEnd::Vision(vision) => Some(p.vision(*vision)?.wording.title.clone()),
            ThreadEnd::Document(_) => None,
        });
        let topics = wording.topics.iter();
        let topics = topics.filter_map(|placed| Some(p.topic(placed.topic)?.names.clone()));
        let order = wording.origin.order().and_then(|order| i.element(order));
        Details {
            description: wording.description.clone(),
            why: wording.why.clone(),
            supports: supports.collect(),
            topics: topics.collect(),
            lacks_link: i.link_lacking(element.id).is_some(),
            role_is_like_a_name: wording
                .role
                .as_ref()
                .and_then(Text::as_str)
                .is_some_and(is_like_a_name),
            role: wording.role.clone(),
            person: i.looked_after_by(element.id),
            visibility: readers::visibility(i, element.id).clone(),
            amount: wording.amount,
            if_not_kept: wording.if_not_kept.clone(),
            quantity: wording.quantity.clone(),
            condition: wording.condition.clone(),
            due: wording.due,
            due_outside: is_due_outside(wording),
            order_reworded: order.and_then(|order| i.reworded_after(order.id, element.id)),
            order_undecided: order.is_some_and(|order| order.standing == Standing::Draft),
            order: order.map(|order| order.wording.text.clone()),
            clear_anyway: wording.clear_anyway.clone(),
            continues: wording.continues.and_then(|continues| {
                let earlier = i.decided_element(continues.element)?;
                Some((earlier.number, earlier.wording.period.year()))
            }),
        }
    }
}

/// Whether something is due outside the time that it is for. That is asked about and never
/// refused: what runs over several years is due when it is.
pub(super) fn is_due_outside(wording: &Wording) -> bool {
    let (first, last): (Date, Date) = (wording.period.first_day(), wording.period.last_day());
    let within = |due: Dated| first <= due.last_day() && due.day() <= last;
    wording.due.is_some_and(|due| !within(due))
}
