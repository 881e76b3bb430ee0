//! The indicators, by the strategist: which there are, what each is and how its figures come about, and
//! what each serves.

use super::organisation::everybody;
use super::site::unsaved;
use super::{Unsaved, WorkFrame, derived};
use crate::app::App;
use crate::views::chart::Way;
use crate::work::looking::Looked;
use riktning_domain::command::{Command, Now};
use riktning_domain::ids::{BodyId, ElementId, IndicatorId, PersonId};
use riktning_domain::indicators::{
    Class, DefineIndicator, Definition, Interpretation, ServeElement, StopServing, Unit,
};
use riktning_domain::inside::InsideIndicator;
use riktning_domain::models::Purpose;
use riktning_domain::{Inside, Names, Period, Slug, Text};
use uuid::Uuid;

/// An indicator in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorRow {
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub names: Names,
    /// What it may be used for.
    pub class: Class,
    /// What it is counted in.
    pub unit: Unit,
    /// How its figures are worked out, where they are.
    pub way: Option<Way>,
    /// The body that answers for the figures.
    pub responsible: Option<Names>,
    /// Whether residents see it.
    pub is_public: bool,
    /// How much it serves.
    pub serves: usize,
}

/// The list.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorDesk {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Every indicator that is defined.
    pub rows: Vec<IndicatorRow>,
}

/// What an indicator serves.
#[derive(Clone, Debug, PartialEq)]
pub struct ServedElement {
    /// Which element.
    pub element: ElementId,
    /// What it says.
    pub text: Text,
    /// Its period.
    pub period: Period,
    /// What its level is called.
    pub level: Names,
    /// Its place among the element's indicators; the first is drawn large.
    pub order: u16,
    /// Whether the link is our reading.
    pub interpretation: Interpretation,
    /// Whether it is theirs to say that it serves it no longer.
    pub may_stop: bool,
}

/// What can be served: the goals of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// What their level is called.
    pub level: Names,
    /// Their period.
    pub period: Period,
    /// Each with what it says.
    pub elements: Vec<(ElementId, Text)>,
}

/// The form of one.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Its part of the address; none of a new one.
    pub slug: Option<String>,
    /// What it is, and by which event.
    pub said: Option<(Definition, u64)>,
    /// Whether residents see it.
    pub is_public: bool,
    /// Whether a figure of it has been reported.
    pub is_measured: bool,
    /// The other indicators that it can be worked out of, in no order.
    pub others: Vec<(IndicatorId, Names, Unit)>,
    /// The bodies that can answer for it.
    pub bodies: Vec<(BodyId, Names)>,
    /// What it serves.
    pub serves: Vec<ServedElement>,
    /// What else it can serve.
    pub offers: Vec<Offered>,
    id: Option<IndicatorId>,
}

impl IndicatorDesk {
    /// The page; none for whoever defines none.
    pub fn of(i: Inside<'_>) -> Option<IndicatorDesk> {
        i.shapes_models().then(|| IndicatorDesk {
            frame: WorkFrame::of(i),
            rows: i.indicators().iter().map(|one| row(i, one)).collect(),
        })
    }
}

fn row(i: Inside<'_>, one: &InsideIndicator<'_>) -> IndicatorRow {
    let (p, definition) = (i.published(), one.definition);
    let responsible = definition.responsible.and_then(|id| p.body(id));
    IndicatorRow {
        slug: one.slug.to_string(),
        names: definition.names.clone(),
        class: definition.class,
        unit: definition.unit.clone(),
        way: Way::of(definition),
        responsible: responsible.map(|body| body.name.names.clone()),
        is_public: p.indicator(one.id).is_some(),
        serves: i.served_by(one.id).len(),
    }
}

impl IndicatorForm {
    /// The form of a new indicator, or of the one at an address; none for whoever defines none.
    pub fn of(i: Inside<'_>, now: Now, slug: Option<&str>) -> Option<IndicatorForm> {
        if !i.shapes_models() {
            return None;
        }
        let one = match slug {
            None => None,
            Some(slug) => Some(i.indicator(i.indicator_at(&Slug::parse(slug)?)?)?),
        };
        let p = i.published();
        let id = one.map(|one| one.id);
        let shown = id.and_then(|id| p.indicator(id));
        let serves = id.map(|id| served(i, now, id)).unwrap_or_default();
        let others = i
            .indicators()
            .into_iter()
            .filter(|other| Some(other.id) != id);
        let responsible = one.and_then(|one| one.definition.responsible);
        let bodies = everybody(p).into_iter();
        let bodies = bodies.filter(|b| !b.has_ended() || Some(b.id) == responsible);
        Some(IndicatorForm {
            frame: WorkFrame::of(i),
            slug: one.map(|one| one.slug.to_string()),
            said: one.map(|one| (one.definition.clone(), one.position)),
            is_public: shown.is_some(),
            is_measured: shown.is_some_and(|shown| !shown.measurements().is_empty()),
            others: others
                .map(|o| (o.id, o.definition.names.clone(), o.definition.unit.clone()))
                .collect(),
            bodies: bodies.map(|b| (b.id, b.name.names.clone())).collect(),
            offers: offers(i, now, &serves),
            serves,
            id,
        })
    }
}

/// Whether somebody says what serves an element: whoever writes in its matters.
fn may_serve(i: Inside<'_>, now: Now, element: ElementId) -> bool {
    let stop = StopServing {
        indicator: IndicatorId(Uuid::nil()),
        element,
    };
    i.may(now, &Command::StopServing(stop))
}

fn served(i: Inside<'_>, now: Now, id: IndicatorId) -> Vec<ServedElement> {
    let served = i.served_by(id).into_iter();
    let mut all: Vec<ServedElement> = served
        .map(|(row, order, interpretation)| ServedElement {
            element: row.id,
            text: row.wording.text.clone(),
            period: row.wording.period,
            level: row.level.names.clone(),
            order,
            interpretation,
            may_stop: may_serve(i, now, row.id),
        })
        .collect();
    all.sort_by_key(|row| (std::cmp::Reverse(row.period), row.order));
    all
}

/// The goals that stand today, those of the latest period first. What is promised below them is
/// measured by its own quantity. Of a goal that a
/// committee has decided its own writers say what shows it.
fn offers(i: Inside<'_>, now: Now, serves: &[ServedElement]) -> Vec<Offered> {
    let p = i.published();
    let mut models = p.models();
    models.sort_by_key(|model| std::cmp::Reverse(model.definition.period));
    let mut all: Vec<Offered> = Vec::new();
    for model in models {
        let goals = p.elements_where(model.id, |level, period| {
            let is_goal = matches!(level.purpose, Purpose::StrategicGoal | Purpose::ProcessGoal);
            is_goal && level.measured && p.day() <= period.last_day()
        });
        for goal in goals.into_iter().filter(|goal| !goal.has_ended()) {
            let (level, period) = (&goal.level().names, goal.period());
            let is_served = serves.iter().any(|row| row.element == goal.id());
            if is_served || !may_serve(i, now, goal.id()) {
                continue;
            }
            let row = (goal.id(), goal.text().clone());
            let known = all
                .iter_mut()
                .find(|o| o.level == *level && o.period == period);
            match known {
                Some(known) => known.elements.push(row),
                None => all.push(Offered {
                    level: level.clone(),
                    period,
                    elements: vec![row],
                }),
            }
        }
    }
    all
}

/// An indicator as its form wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorWriting {
    /// Its part of the address; none for a new one.
    pub slug: Option<String>,
    /// The key of the form: the same again is the same.
    pub key: Uuid,
    /// The event that the form was written after; none of a new one.
    pub seen: Option<u64>,
    /// What it is to be.
    pub definition: Definition,
}

/// What an indicator is to serve, or to serve no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Serving {
    /// It serves the element, at a place among its indicators.
    Serve(ElementId, u16),
    /// It serves the element no longer.
    Stop(ElementId),
}

impl App {
    /// Defines an indicator, new or as it is from today; where it stands.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn write_indicator(
        &self,
        person: PersonId,
        writing: IndicatorWriting,
    ) -> Result<String, Unsaved> {
        let made = IndicatorId(derived(writing.key, "indicator"));
        let look = |i: Inside<'_>, now| {
            // The same form sent again is the same indicator.
            let again = i.indicator(made).map(|one| one.slug.to_string());
            let slug = writing.slug.clone().or(again);
            let form = IndicatorForm::of(i, now, slug.as_deref()).ok_or(Unsaved::Nowhere)?;
            match (&form.said, &form.slug) {
                (Some((said, _)), Some(slug)) if *said == writing.definition => {
                    return Ok(Looked::Stands(slug.clone()));
                }
                (Some((_, position)), _) if Some(*position) != writing.seen => {
                    return Err(Unsaved::Changed);
                }
                _ => {}
            }
            let name = writing.definition.names.sv.as_str().unwrap_or_default();
            let slug = match &form.slug {
                Some(slug) => Slug::parse(slug).ok_or(Unsaved::Nowhere)?,
                None => i.free_indicator_slug(name),
            };
            let address = slug.to_string();
            let command = Command::DefineIndicator(DefineIndicator {
                indicator: form.id.unwrap_or(made),
                slug,
                definition: writing.definition.clone(),
                since: None,
            });
            Ok(Looked::Asks(vec![command], address))
        };
        let failed = |_: &String, error| unsaved(error);
        self.perform_looked(person, look, failed).await
    }

    /// Says what an indicator serves, or serves no longer. Said again it is the same.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn let_indicator_serve(
        &self,
        person: PersonId,
        slug: &str,
        serving: Serving,
    ) -> Result<(), Unsaved> {
        let look = |i: Inside<'_>, now| {
            let form = IndicatorForm::of(i, now, Some(slug)).ok_or(Unsaved::Nowhere)?;
            let indicator = form.id.ok_or(Unsaved::Nowhere)?;
            let known = |element| form.serves.iter().find(|row| row.element == element);
            let command = match serving {
                Serving::Serve(element, order) => Command::ServeElement(ServeElement {
                    indicator,
                    element,
                    order,
                    interpretation: known(element)
                        .map(|row| row.interpretation)
                        .unwrap_or_default(),
                    since: None,
                }),
                Serving::Stop(element) => Command::StopServing(StopServing { indicator, element }),
            };
            Ok(Looked::Asks(vec![command], ()))
        };
        let failed = |(): &(), error| unsaved(error);
        self.perform_looked(person, look, failed).await
    }
}
