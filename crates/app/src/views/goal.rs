//! The goal page: what was decided, how it goes, and the red thread up and down.

mod card;
mod thread;
mod verdict;

pub(crate) use card::levels_of;
pub use card::{CardTarget, GoalChart, GoalResult, IndicatorCard};
pub use thread::{Branch, ProcessGoal, Thread, VisionLink};
pub(crate) use thread::{branches, rests_on, topics_of, visions_of};
pub use verdict::{Standing, Verdict};

use super::frame::{
    Basis, Found, Frame, GoalLink, SourceLink, TopicName, add_sources, basis, body_name,
    current_model, source_link, topic_name,
};
use super::righted::RightedLine;
use crate::changes::belonging_to;
use card::Scorecard;
use riktning_domain::ids::ElementId;
use riktning_domain::indicators::Interpretation;
use riktning_domain::models::Purpose;
use riktning_domain::published::{PublicElement, PublicModel};
use riktning_domain::topics::Dimension;
use riktning_domain::{Names, Period, Published, Slug, Text};

/// What the goal page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// What every page knows.
    pub frame: Frame,
    /// Its goal period, also the first part of its address.
    pub period: Period,
    /// Whether no source gives the years of the period.
    pub period_not_found: bool,
    /// Its number in the group.
    pub number: u32,
    /// Its part of the address.
    pub slug: String,
    /// What the municipality calls its level: "Strategiskt mål".
    pub level: Names,
    /// What it says.
    pub title: Text,
    /// What it means.
    pub description: Option<Text>,
    /// Why it matters.
    pub why: Option<Text>,
    /// What has become of it by the day shown.
    pub standing: Standing,
    /// What it rests on.
    pub basis: Basis,
    /// The slips of the pen in it that were put right.
    pub righted: Vec<RightedLine>,
    /// The body that owns it: name and address.
    pub owner: Option<(Names, String)>,
    /// The perspective that it stands in, and that perspective's part if it has one.
    pub perspective: Vec<TopicName>,
    /// The other topics that it stands under: values created, processes …
    pub topics: Vec<TopicName>,
    /// The last word: the latest decided verdict about a day of its period.
    pub verdict: Option<Verdict>,
    /// Every decided verdict by the day shown: those of its period, the latest first, and then
    /// those about a day after it.
    pub verdicts: Vec<Verdict>,
    /// How other bodies than the owner and the executive board see the goal, the latest first.
    pub others: Vec<Verdict>,
    /// The organisation indicator that a chart says most of, drawn large.
    pub chart: Option<GoalChart>,
    /// What the thread ends in: the last figure within the goal's period of that indicator, else of
    /// the first organisation indicator that has one.
    pub result: Option<GoalResult>,
    /// The red thread.
    pub thread: Thread,
    /// Its indicators: organisation indicators first.
    pub indicators: Vec<IndicatorCard>,
    /// The goal of an earlier period that it continues.
    pub continues: Option<Kin>,
    /// The goals of later periods that continue it, as known by the day.
    pub continued_by: Vec<Kin>,
    /// Everything that the page was found in, once each.
    pub sources: Vec<SourceLink>,
}

/// The goal before it was decided, for a page that shows such a day. It names nothing that
/// was not public on the day: the reader asked for the address and learns when it began.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalNotYet {
    /// What every page knows.
    pub frame: Frame,
    /// Its goal period.
    pub period: Period,
    /// Its part of the address.
    pub slug: String,
    /// What it is called today.
    pub title: Text,
    /// What the municipality calls its level.
    pub level: Names,
    /// What it will rest on.
    pub basis: Basis,
    /// The goals in force on the day, if any.
    pub instead: Vec<GoalLink>,
}

/// A goal of another period.
#[derive(Clone, Debug, PartialEq)]
pub struct Kin {
    /// Its period.
    pub period: Period,
    /// Its part of the address.
    pub slug: String,
    /// What it says.
    pub title: Text,
    /// Whether the kinship is our reading.
    pub interpretation: Interpretation,
}

/// The goal of the direction that the day is governed by, or else of the latest direction
/// that has one with the address: where `/mal/{slug}` leads.
pub fn current(p: Published<'_>, slug: &str) -> Option<(Period, String)> {
    let slug = Slug::parse(slug)?;
    let first = current_model(p);
    let models = first.into_iter().chain(p.models());
    let goal = models
        .filter_map(|model| goal_at(p, &model, &slug))
        .next()?;
    Some((goal.model().definition.period, goal.slug().to_string()))
}

fn goal_at<'a>(
    p: Published<'a>,
    model: &PublicModel<'a>,
    slug: &Slug,
) -> Option<PublicElement<'a>> {
    p.element_at(model.id, slug)
        .filter(|e| e.level().purpose == Purpose::StrategicGoal)
}

impl Goal {
    /// The goal of a period with an address.
    pub fn of(p: Published<'_>, period: Period, slug: &str) -> Found<Goal, GoalNotYet> {
        let Some(slug) = Slug::parse(slug) else {
            return Found::Nowhere;
        };
        let at = |p: Published<'_>| -> Option<ElementId> {
            goal_at(p, &p.model_of(period)?, &slug).map(|goal| goal.id())
        };
        if let Some(goal) = at(p).and_then(|id| p.element(id)) {
            return Found::Here(Goal::here(p, &goal));
        }
        let later = p.as_of_today();
        match at(later).and_then(|id| later.element(id)) {
            None => Found::Nowhere,
            Some(goal) => Found::NotYet(GoalNotYet {
                frame: Frame::of(p),
                period,
                slug: slug.to_string(),
                title: goal.text().clone(),
                level: goal.level().names.clone(),
                basis: basis(later, goal.basis()),
                instead: current_model(p)
                    .map(|model| super::direction::goals(p, &model))
                    .unwrap_or_default()
                    .iter()
                    .map(|goal| GoalLink::of(p, goal))
                    .collect(),
            }),
        }
    }

    fn here(p: Published<'_>, goal: &PublicElement<'_>) -> Goal {
        let scorecard = Scorecard::of(p, goal);
        let verdicts = Verdict::all(p, goal, true);
        let others = Verdict::all(p, goal, false);
        let rests_on = basis(p, goal.basis());
        let mut sources = Vec::new();
        add_sources(&mut sources, source_of(&rests_on));
        add_sources(&mut sources, goal.source().and_then(|s| source_link(p, s)));
        for verdict in verdicts.iter().chain(&others) {
            add_sources(&mut sources, source_of(&verdict.basis));
        }
        add_sources(&mut sources, scorecard.sources());
        let topics = goal.topics().iter();
        let named = topics.filter_map(|t| topic_name(p, t.topic, t.interpretation));
        let topics = named
            .filter(|t| t.dimension != Dimension::Perspective)
            .collect();
        let definition = goal.model().definition;
        Goal {
            frame: Frame::about(p, belonging_to(p, goal.id())),
            period: definition.period,
            period_not_found: definition.period_not_found,
            number: goal.number(),
            slug: goal.slug().to_string(),
            level: goal.level().names.clone(),
            title: goal.text().clone(),
            description: goal.description().cloned(),
            why: goal.why().cloned(),
            standing: Standing::of(p, goal),
            basis: rests_on,
            righted: RightedLine::all(p, goal.id()),
            owner: goal.owner().and_then(|id| body_name(p, id)),
            perspective: perspective(p, goal),
            topics,
            verdict: verdicts.first().filter(|v| !v.is_after_period).cloned(),
            verdicts,
            others,
            chart: scorecard.chart(),
            result: scorecard.result(goal.period()),
            thread: Thread::of(p, goal),
            indicators: scorecard.cards(),
            continues: goal.continues().and_then(|c| {
                let earlier = p.element(c.element)?;
                Some(Kin::of(&earlier, c.interpretation))
            }),
            continued_by: p
                .continued_by(goal.id())
                .iter()
                .filter_map(|next| Some(Kin::of(next, next.continues()?.interpretation)))
                .collect(),
            sources,
        }
    }
}

/// The source of what was found in one.
fn source_of(basis: &Basis) -> Option<SourceLink> {
    match basis {
        Basis::Source { source, .. } => Some(source.clone()),
        Basis::Decision(_) => None,
    }
}

/// The perspective that an element stands in, from the top.
fn perspective(p: Published<'_>, goal: &PublicElement<'_>) -> Vec<TopicName> {
    let placed = goal.topics().iter().find(|t| {
        p.topic(t.topic)
            .is_some_and(|topic| topic.dimension == Dimension::Perspective)
    });
    let Some(placed) = placed else {
        return Vec::new();
    };
    let parent = p.topic(placed.topic).and_then(|t| t.parent);
    let ids = parent.into_iter().chain([placed.topic]);
    ids.filter_map(|id| topic_name(p, id, placed.interpretation))
        .collect()
}

impl Kin {
    fn of(goal: &PublicElement<'_>, interpretation: Interpretation) -> Kin {
        Kin {
            period: goal.model().definition.period,
            slug: goal.slug().to_string(),
            title: goal.text().clone(),
            interpretation,
        }
    }
}
