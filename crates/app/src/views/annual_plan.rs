//! The annual plan: what was decided for one year of a direction, and by whom.

use super::direction::DirectionNotYet;
use super::element_links::{ElementLink, is_of_the_year};
use super::frame::{DecisionRef, DirectionLink, Found, Frame, body_name, decision_ref};
use super::money::{FrameLine, MoneyTable, frames, totals};
use super::placed::{Placed, stands_under, with_parts};
use super::quashed::QuashedDecision;
use jiff::civil::Date;
use riktning_domain::bodies::BodyKind;
use riktning_domain::elements::Addressed;
use riktning_domain::frames::Account;
use riktning_domain::ids::ElementId;
use riktning_domain::models::Purpose;
use riktning_domain::plans::{PlanStage, UNPLACED};
use riktning_domain::published::{PublicDecision, PublicElement, PublicModel, PublicPlan, Thing};
use riktning_domain::topics::{Dimension, TopicDescription};
use riktning_domain::{Money, Names, Period, Published, Text};
use std::collections::BTreeMap;

/// What the page of an annual plan knows.
#[derive(Clone, Debug, PartialEq)]
pub struct AnnualPlan {
    /// What every page knows.
    pub frame: Frame,
    /// The direction that the year belongs to.
    pub direction: DirectionLink,
    /// The year.
    pub year: i16,
    /// The plans that bodies had adopted for the year by the day, council's first.
    pub plans: Vec<PlanLine>,
    /// The decisions on plans for the year that a court has quashed.
    pub quashed: Vec<QuashedDecision>,
    /// Everything decided for the year, by who is responsible.
    pub groups: Vec<Group>,
    /// How many of it serve goals in each perspective, by its name.
    pub perspectives: Vec<(Names, usize)>,
    /// How many of it serve no strategic goal: normal, and no gap.
    pub without_goal: usize,
    /// How many of it stand in each process, by its name.
    pub processes: Vec<(Names, usize)>,
    /// How many of it stand in no process: a gap.
    pub without_process: usize,
    /// The activities that support it.
    pub activities: Vec<ActivityLine>,
    /// What bodies control in the year: no commitments, and not counted among them.
    pub controls: Vec<ElementLink>,
    /// The frames that decisions have granted for the year.
    pub frames: Vec<FrameLine>,
    /// Their sums, by kind of money.
    pub totals: Vec<(Account, Option<Money>)>,
    /// What is printed of the year's money.
    pub tables: Vec<MoneyTable>,
    /// What somebody proposed for the year and nobody has decided: no frames, and in no sum.
    pub proposals: Vec<MoneyTable>,
    /// The years of the direction, this one among them.
    pub years: Vec<i16>,
}

/// An adopted plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanLine {
    /// What it is called.
    pub names: Names,
    /// Whose plan: name and address.
    pub body: Option<(Names, String)>,
    /// Whether it is council's own.
    pub is_councils: bool,
    /// How far it had come.
    pub stage: PlanStage,
    /// The decision that adopted it.
    pub adopted: Option<DecisionRef>,
    /// The decision that closed it.
    pub closed: Option<DecisionRef>,
    /// The last day of the council that adopted it, where another sits when the year begins.
    pub until_election: Option<Date>,
    /// How many elements it held when it was adopted; `None` where only the decision is known.
    pub held: Option<usize>,
    /// The supplements in order.
    pub supplements: Vec<SupplementLine>,
}

/// What a decision supplemented a plan with.
#[derive(Clone, Debug, PartialEq)]
pub struct SupplementLine {
    /// The decision.
    pub decision: DecisionRef,
    /// What it added.
    pub added: Vec<ElementLink>,
    /// What of the plan it gave other words.
    pub reworded: Vec<ElementLink>,
}

/// An activity with what it supports: it has no page of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct ActivityLine {
    /// The activity.
    pub activity: ElementLink,
    /// The commitments and others that it supports.
    pub supports: Vec<ElementLink>,
}

impl ActivityLine {
    /// The activities of a year. Many support the same commitment, which is looked up once.
    fn all(p: Published<'_>, activities: &[PublicElement<'_>]) -> Vec<ActivityLine> {
        let mut known: BTreeMap<ElementId, ElementLink> = BTreeMap::new();
        let mut link = |above: &PublicElement<'_>| {
            let known = known.entry(above.id());
            known.or_insert_with(|| ElementLink::of(p, above)).clone()
        };
        let lines = activities.iter().map(|activity| {
            let placed = Placed::of(p, *activity);
            ActivityLine {
                activity: placed.link(p),
                supports: placed.above().iter().map(&mut link).collect(),
            }
        });
        lines.collect()
    }
}

/// Everything for the year that one body, or somebody in a source's words, answers for.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The body: name and address.
    pub owner: Option<(Names, String)>,
    /// Who, in the words of the source, if no body.
    pub in_words: Option<Text>,
    /// Whether it is addressed to every committee and company.
    pub all: bool,
    /// What they answer for.
    pub elements: Vec<ElementLink>,
}

impl AnnualPlan {
    /// The annual plan of a year in the direction of a period.
    pub fn of(p: Published<'_>, period: Period, year: i16) -> Found<AnnualPlan, DirectionNotYet> {
        let Some(the_year) = Period::years(year, year).filter(|y| period.covers(*y)) else {
            return Found::Nowhere;
        };
        match p.model_of(period) {
            Some(model) => Found::Here(AnnualPlan::here(p, &model, the_year)),
            None => DirectionNotYet::of(p, period).map_or(Found::Nowhere, Found::NotYet),
        }
    }

    fn here(p: Published<'_>, model: &PublicModel<'_>, year: Period) -> AnnualPlan {
        let mut elements = p.elements_for(model.id, year, |level| is_of_the_year(level.purpose));
        // Rows of one body stand together, and then as that body arranged its plan.
        let plans_of_year = p.plans(year);
        let places: BTreeMap<_, _> = plans_of_year.iter().flat_map(PublicPlan::places).collect();
        elements.sort_by_key(|e| (places.get(&e.id()).copied().unwrap_or(UNPLACED), e.number()));
        let activities = p.elements_for(model.id, year, |l| l.purpose == Purpose::Activity);
        let controls = p.elements_for(model.id, year, |l| l.purpose == Purpose::ControlPoint);
        let mut plans: Vec<PlanLine> = plans_of_year
            .iter()
            .filter(|plan| plan.model() == model.id)
            .map(|plan| PlanLine::of(p, plan))
            .chain(p.unseen_plans(year).iter().map(|d| PlanLine::unseen(p, d)))
            .collect();
        plans.sort_by(|a, b| {
            let name = |plan: &PlanLine| plan.body.as_ref().map(|(_, slug)| slug.clone());
            (!a.is_councils, name(a)).cmp(&(!b.is_councils, name(b)))
        });
        // Each is looked up once, with what it supports: a year may hold thousands.
        let work: Vec<_> = elements.iter().map(|e| Placed::of(p, *e)).collect();
        let links: Vec<_> = work.iter().map(|work| work.link(p)).collect();
        let counting = |stands: &dyn Fn(&Placed<'_>) -> bool| {
            let counted = work.iter().filter(|w| w.element.withdrawn().is_none());
            counted.filter(|work| stands(work)).count()
        };
        let without_process = links
            .iter()
            .zip(&work)
            .filter(|(link, work)| link.processes.is_empty() && work.element.withdrawn().is_none());
        let without_process = without_process.count();
        let period = model.definition.period;
        // What ended before the year is told of where something of the year stands under it all the same.
        let is_told =
            |topic: &TopicDescription, count: usize| count > 0 || topic.lasts(year.first_day());
        let frames = frames(p, None, Some(year.year()));
        let listed = elements.iter().chain(&activities).chain(&controls);
        let (gone, quashed) = quashed_of_year(p, model, year);
        let things = listed.map(PublicElement::id).chain(gone);
        let things = things.map(Thing::Element);
        let of_bodies = plans_of_year.iter().map(|plan| Thing::Plan(plan.id));
        AnnualPlan {
            frame: Frame::about(p, things.chain(of_bodies)),
            direction: DirectionLink::of(p, model),
            year: year.year(),
            plans,
            quashed,
            groups: groups(elements.iter().map(PublicElement::addressed_to).zip(links)),
            perspectives: p
                .topics_from(Dimension::Perspective, period.first_day())
                .into_iter()
                .filter(|(_, topic)| topic.parent.is_none())
                .filter_map(|(id, topic)| {
                    let own = with_parts(p, Dimension::Perspective, id);
                    let count = counting(&|w| w.by_goals(|e| stands_under(e, &own)));
                    is_told(topic, count).then(|| (topic.names.clone(), count))
                })
                .collect(),
            without_goal: counting(&|w| w.is_without_goal()),
            processes: p
                .topics_from(Dimension::Process, period.first_day())
                .into_iter()
                .filter(|(_, topic)| topic.parent.is_none())
                .filter_map(|(id, topic)| {
                    let own = with_parts(p, Dimension::Process, id);
                    let count = counting(&|w| w.in_process(&own));
                    is_told(topic, count).then(|| (topic.names.clone(), count))
                })
                .collect(),
            without_process,
            activities: ActivityLine::all(p, &activities),
            controls: controls.iter().map(|e| ElementLink::of(p, e)).collect(),
            totals: totals(&frames),
            frames,
            tables: MoneyTable::of_year(p, year.year()),
            proposals: MoneyTable::proposed(p, year.year()),
            years: (period.first_day().year()..=period.last_day().year()).collect(),
        }
    }

    /// How many elements were decided for the year and not withdrawn.
    pub fn count(&self) -> usize {
        let all = self.groups.iter().flat_map(|group| &group.elements);
        all.filter(|element| element.struck.is_none()).count()
    }

    /// How many activities support it and are not withdrawn.
    pub fn activity_count(&self) -> usize {
        let all = self.activities.iter();
        all.filter(|line| line.activity.struck.is_none()).count()
    }
}

impl PlanLine {
    /// A plan of which only the decision is known. It is called what the decision is.
    fn unseen(p: Published<'_>, decision: &PublicDecision<'_>) -> PlanLine {
        let title = decision.title().cloned().unwrap_or_else(|| Text::from(""));
        let kind = p.body(decision.body()).map(|body| body.kind());
        PlanLine {
            names: Names::swedish(title),
            body: body_name(p, decision.body()),
            is_councils: kind == Some(BodyKind::Council),
            stage: PlanStage::Adopted,
            adopted: decision_ref(p, decision.id()),
            closed: None,
            until_election: None,
            held: None,
            supplements: Vec::new(),
        }
    }

    fn of(p: Published<'_>, plan: &PublicPlan<'_>) -> PlanLine {
        let supplements = plan.supplements().into_iter().filter_map(|supplement| {
            let link = |id: &ElementId| Some(ElementLink::of(p, &p.element(*id)?));
            // In the words of that decision, whatever has been decided since.
            let reworded = supplement.reworded.iter().filter_map(|(id, text)| {
                Some(ElementLink {
                    title: text.clone(),
                    ..link(id)?
                })
            });
            Some(SupplementLine {
                decision: decision_ref(p, supplement.decision)?,
                added: supplement.elements.iter().filter_map(link).collect(),
                reworded: reworded.collect(),
            })
        });
        let kind = p.body(plan.body()).map(|body| body.kind());
        let is_councils = kind == Some(BodyKind::Council);
        let adopted = plan.adopted_by().and_then(|id| decision_ref(p, id));
        let on = adopted.as_ref().filter(|_| is_councils);
        let on = on.map(|decision| decision.date.last_day());
        PlanLine {
            names: plan.names().clone(),
            body: body_name(p, plan.body()),
            is_councils,
            stage: plan.stage(),
            until_election: on.and_then(|on| until_election(p, plan, on)),
            adopted,
            closed: plan
                .closed_by()
                .filter(|_| plan.stage() == PlanStage::Closed)
                .and_then(|id| decision_ref(p, id)),
            held: Some(plan.elements().len()),
            supplements: supplements.collect(),
        }
    }
}

/// What of a year nothing holds up any more, and by which decisions.
fn quashed_of_year(
    p: Published<'_>,
    model: &PublicModel<'_>,
    year: Period,
) -> (Vec<ElementId>, Vec<QuashedDecision>) {
    let elements = p.quashed_where(model.id, |level, period| {
        is_of_the_year(level.purpose) && year.covers(period)
    });
    let mut plans = p.quashed_plans();
    plans.retain(|plan| plan.period == year);
    let ids = elements.iter().map(|one| one.id).collect();
    (ids, QuashedDecision::all(p, &elements, &plans))
}

/// The last day of the council that adopted its plan on a day, if that lies before the plan's year:
/// then the newly elected council settles the budget (kommunallagen 2017:725, 11 kap. 10 §).
fn until_election(p: Published<'_>, plan: &PublicPlan<'_>, on: Date) -> Option<Date> {
    let mut terms = p.terms_of(plan.body()).into_iter();
    let sat = terms.find(|term| term.from <= on && on <= term.to)?;
    (sat.to < plan.period().first_day()).then_some(sat.to)
}

/// By who is responsible: bodies in the order of their addresses, then others.
fn groups<'a>(elements: impl Iterator<Item = (&'a Addressed, ElementLink)>) -> Vec<Group> {
    let mut groups = BTreeMap::new();
    for (addressed, element) in elements {
        let all = element.owner.is_none() && *addressed == Addressed::All;
        let slug = element.owner.as_ref().map(|(_, slug)| slug.clone());
        let whose = (slug.is_none(), slug, !all, element.owner_in_words.clone());
        let group = groups.entry(whose).or_insert_with(|| Group {
            owner: element.owner.clone(),
            in_words: element.owner_in_words.clone(),
            all,
            elements: Vec::new(),
        });
        group.elements.push(element);
    }
    groups.into_values().collect()
}
