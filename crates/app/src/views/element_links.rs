//! Elements below the strategic goals, as other pages lead to them.

use super::frame::{DecisionRef, VerdictMark, body_name, current_model, decision_ref, topic_name};
use jiff::civil::Date;
use riktning_domain::indicators::Interpretation;
use riktning_domain::models::Purpose;
use riktning_domain::published::PublicElement;
use riktning_domain::threads::ThreadEnd;
use riktning_domain::topics::Dimension;
use riktning_domain::{Money, Names, Period, Published, Text};

/// The page that an element has of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ElementPage {
    /// A goal: its model's period and its slug.
    Goal(Period, String),
    /// A commitment or anything else of the annual plan: its number and its slug.
    Commitment(u32, String),
    /// A process goal, on the page of its process: the slugs of both.
    ProcessGoal(String, String),
}

impl ElementPage {
    /// The page of an element. A process goal is shown with its process, while its model is the
    /// one of the day; an activity with its commitment and a service declaration among the others.
    pub fn of(p: Published<'_>, element: &PublicElement<'_>) -> Option<ElementPage> {
        let slug = element.slug().to_string();
        match element.level().purpose {
            Purpose::StrategicGoal => {
                let period = element.model().definition.period;
                Some(ElementPage::Goal(period, slug))
            }
            Purpose::ProcessGoal => {
                let process = process_of(p, element)?;
                Some(ElementPage::ProcessGoal(process, slug))
            }
            Purpose::FinancialGoal | Purpose::Activity | Purpose::ServiceDeclaration => None,
            Purpose::Commitment
            | Purpose::Assignment
            | Purpose::ControlPoint
            | Purpose::DeviationAction
            | Purpose::Other => Some(ElementPage::Commitment(element.number(), slug)),
        }
    }
}

/// The address of the first process that lists a process goal on the day.
fn process_of(p: Published<'_>, goal: &PublicElement<'_>) -> Option<String> {
    let is_of_the_day = current_model(p).is_some_and(|model| model.id == goal.model().id);
    if !is_of_the_day || goal.withdrawn().is_some() {
        return None;
    }
    let mut topics = goal.topics().iter();
    topics.find_map(|placed| {
        let topic = p.topic(placed.topic)?;
        let slug = p.topic_slug(placed.topic)?.to_string();
        (topic.dimension == Dimension::Process).then_some(slug)
    })
}

/// Whether elements of a purpose are what a year is made of.
pub(crate) fn is_of_the_year(purpose: Purpose) -> bool {
    matches!(
        purpose,
        Purpose::Commitment | Purpose::Assignment | Purpose::DeviationAction | Purpose::Other
    )
}

/// An element in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ElementLink {
    /// Where it is told of.
    pub page: Option<ElementPage>,
    /// What the municipality calls its level.
    pub level: Names,
    /// What its level is for.
    pub purpose: Purpose,
    /// What it says.
    pub title: Text,
    /// Its period.
    pub period: Period,
    /// The body that owns it: name and address.
    pub owner: Option<(Names, String)>,
    /// Who is responsible in the words of the source.
    pub owner_in_words: Option<Text>,
    /// The strategic goals that it serves, each with whether we have read that into a source.
    pub goals: Vec<(Text, Interpretation)>,
    /// The processes that it stands under, directly or by its process goals.
    pub processes: Vec<Names>,
    /// The money that goes with it.
    pub amount: Option<Money>,
    /// The latest decided verdict.
    pub verdict: Option<VerdictMark>,
    /// The day that the verdict is about.
    pub judged: Option<Date>,
    /// Whether its period is over on the day: what nobody has judged by then is not judged *yet*.
    pub over: bool,
    /// Whether the page shows it struck out, and the decision that struck it.
    pub struck: Option<(Struck, DecisionRef)>,
    /// The decision that closed it.
    pub closed: Option<DecisionRef>,
}

/// Why an element is shown struck out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Struck {
    /// A decision withdrew it.
    Withdrawn,
    /// A decision gave it to another body.
    Transferred,
}

impl ElementLink {
    pub(crate) fn of(p: Published<'_>, element: &PublicElement<'_>) -> ElementLink {
        ElementLink::under(p, element, &p.above(element))
    }

    /// The link of an element, where it is known what it supports.
    pub(crate) fn under(
        p: Published<'_>,
        element: &PublicElement<'_>,
        above: &[PublicElement<'_>],
    ) -> ElementLink {
        let supports = p.supports(element.id());
        let goals = above
            .iter()
            .filter(|e| e.level().purpose == Purpose::StrategicGoal);
        ElementLink {
            page: ElementPage::of(p, element),
            level: element.level().names.clone(),
            purpose: element.level().purpose,
            title: element.text().clone(),
            period: element.period(),
            owner: element.owner().and_then(|id| body_name(p, id)),
            owner_in_words: element.owner_in_words().cloned(),
            goals: goals
                .map(|goal| {
                    let link = supports
                        .iter()
                        .find(|(end, _)| *end == ThreadEnd::Element(goal.id()));
                    let read = link.map_or(Interpretation::Stated, |(_, read)| *read);
                    (goal.text().clone(), read)
                })
                .collect(),
            processes: processes(p, element, above),
            amount: element.amount(),
            verdict: VerdictMark::latest(p, element),
            judged: p.last_word(element).map(|word| word.round.cut_off),
            over: element.is_over(p.day()),
            struck: element
                .withdrawn()
                .and_then(|id| decision_ref(p, id))
                .map(|decision| (Struck::Withdrawn, decision)),
            closed: element.closed().and_then(|id| decision_ref(p, id)),
        }
    }
}

/// The processes that an element stands under, itself or by the process goals above it.
fn processes(
    p: Published<'_>,
    element: &PublicElement<'_>,
    above: &[PublicElement<'_>],
) -> Vec<Names> {
    let by_goals = above
        .iter()
        .filter(|e| e.level().purpose == Purpose::ProcessGoal);
    let placed = by_goals
        .flat_map(PublicElement::topics)
        .chain(element.topics());
    let mut names: Vec<Names> = Vec::new();
    for placement in placed {
        if let Some(topic) = topic_name(p, placement.topic, placement.interpretation)
            && topic.dimension == Dimension::Process
            && !names.contains(&topic.names)
        {
            names.push(topic.names);
        }
    }
    names
}
