//! The goal page: what was decided, how it goes, and the red thread up and down.

use super::chart::{Forecast, LevelToTarget, Series, Sparkline, Trend};
use super::documents::{self, DocumentLink};
use super::element_links::ElementPage;
use super::frame::{
    Basis, Found, Frame, GoalLink, SourceLink, TopicName, VerdictMark, add_sources, basis,
    body_name, current_model, decision_ref, source_link, topic_name,
};
use super::ways::called_below;
use jiff::civil::Date;
use riktning_domain::assessments::Subject;
use riktning_domain::ids::ElementId;
use riktning_domain::indicators::{Class, Interpretation, Unit};
use riktning_domain::models::Purpose;
use riktning_domain::published::{PublicElement, PublicIndicator, PublicModel};
use riktning_domain::rounds::Occasion;
use riktning_domain::threads::ThreadEnd;
use riktning_domain::topics::Dimension;
use riktning_domain::{Figure, Names, Period, Published, Slug, Text};
use std::collections::BTreeSet;

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
    /// The first organisation indicator with figures, drawn large.
    pub chart: Option<(String, Series)>,
    /// What the thread ends in: the last figure within the goal's period of the first
    /// organisation indicator that has one.
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

/// What has become of a published element.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// It stands, and its period holds the day.
    InForce,
    /// It stands, but its period has not begun.
    ToCome,
    /// Its period is over.
    PeriodOver,
    /// A decision withdrew it: struck out, with the decision.
    Withdrawn(super::frame::DecisionRef),
    /// A decision closed it.
    Closed(super::frame::DecisionRef),
}

/// A decided verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The occasion: "Delårsrapport 2, 2018".
    pub round: Names,
    /// The day that the figures and texts are about.
    pub cut_off: Date,
    /// Whether that day lies after the period.
    pub is_after_period: bool,
    /// For the year.
    pub for_year: VerdictMark,
    /// To the end of the goal period.
    pub to_period_end: Option<VerdictMark>,
    /// Whether the words are final ("Uppfyllt") or a forecast ("Nås").
    pub is_final: bool,
    /// Why.
    pub reason: Text,
    /// What happened; why; what it means and for whom; what we do now.
    pub texts: [Option<Text>; 4],
    /// The body that judged: name and address. `None` if the source does not say.
    pub judged_by: Option<(Names, String)>,
    /// What it was decided by, or found in.
    pub basis: Basis,
    /// The day to ask for to see the page as it was.
    pub see: Date,
}

/// The red thread of a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread {
    /// The visions that it supports.
    pub visions: Vec<VisionLink>,
    /// The process goals that what supports it serves as well: the other way up.
    pub process_goals: Vec<ProcessGoal>,
    /// The documents and laws that it rests on: sideways.
    pub rests_on: Vec<DocumentLink>,
    /// The elements that support it, level by level.
    pub below: Vec<Branch>,
    /// Whether its model has a level below that should support it. If so and `below` is
    /// empty, the page says that none was found.
    pub expects_below: bool,
}

/// A process goal on the other way up to the vision.
#[derive(Clone, Debug, PartialEq)]
pub struct ProcessGoal {
    /// What the municipality calls its level.
    pub level: Names,
    /// What it says.
    pub title: Text,
    /// Its period.
    pub period: Period,
    /// The processes that it stands under.
    pub processes: Vec<TopicName>,
    /// The documents and laws that it rests on.
    pub rests_on: Vec<DocumentLink>,
}

/// A vision that the thread reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct VisionLink {
    /// What it is called.
    pub title: Text,
    /// Its horizon, a year.
    pub horizon: Option<i16>,
    /// Whether the link is our reading.
    pub interpretation: Interpretation,
}

/// An element that supports the one above it.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// Where it is told of, if it has a page.
    pub page: Option<ElementPage>,
    /// What its level is for.
    pub purpose: Purpose,
    /// What the municipality calls its level.
    pub level: Names,
    /// What it says.
    pub title: Text,
    /// Its period.
    pub period: Period,
    /// The body that owns it: name and address.
    pub owner: Option<(Names, String)>,
    /// Names of the process goals or other elements that it serves beside this goal.
    pub also_serves: Vec<Text>,
    /// The processes that it stands under.
    pub processes: Vec<TopicName>,
    /// The latest decided verdict.
    pub verdict: Option<VerdictMark>,
    /// Struck out: a decision withdrew it.
    pub withdrawn: Option<super::frame::DecisionRef>,
    /// Due day.
    pub due: Option<riktning_domain::Dated>,
    /// What must be reached: a quantity with its unit, or a condition in words.
    pub quantity: Option<(Figure, Text)>,
    /// A testable condition.
    pub condition: Option<Text>,
    /// What supports it in turn.
    pub below: Vec<Branch>,
    /// Whether its level expects something below.
    pub expects_below: bool,
}

/// An indicator on a goal's scorecard.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorCard {
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub names: Names,
    /// What it may be used for.
    pub class: Class,
    /// Whether the class is our reading.
    pub class_interpretation: Interpretation,
    /// Whether the link to the goal is our reading.
    pub link_interpretation: Interpretation,
    /// What it is counted in.
    pub unit: Unit,
    /// How many decimals its figures are shown with.
    pub decimals: u8,
    /// The latest outcome and its period; `None` says that data is missing.
    pub latest: Option<(Period, Figure)>,
    /// What is expected of the period after it.
    pub forecast: Option<Forecast>,
    /// The latest outcome after the period of the goal that it is shown under: told as such,
    /// and held against nothing.
    pub later: Option<(Period, Figure)>,
    /// Where the latest figure was found.
    pub source: Option<SourceLink>,
    /// The target that holds for the latest figure's period, else the latest one.
    pub target: Option<riktning_domain::indicators::Aim>,
    /// How the latest figure changed.
    pub trend: Option<Trend>,
    /// How it stands to the target; never for a place indicator.
    pub level: Option<LevelToTarget>,
    /// The small curve.
    pub sparkline: Option<Sparkline>,
}

/// What it came to, by one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalResult {
    /// What the indicator is called.
    pub names: Names,
    /// What it is counted in.
    pub unit: Unit,
    /// How many decimals its figures are shown with.
    pub decimals: u8,
    /// The last period within the goal's own.
    pub period: Period,
    /// Its figure.
    pub figure: Figure,
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
        let serving = p.indicators_of(goal.id());
        let mut indicators: Vec<(Series, IndicatorCard)> = serving
            .iter()
            .map(|(indicator, ours)| {
                let series = Series::of(p, indicator);
                let later = later_than_period(p, indicator);
                let card = IndicatorCard::of(indicator, &series, *ours);
                (series, IndicatorCard { later, ..card })
            })
            .collect();
        indicators.sort_by_key(|(_, card)| card.class);
        let chart = indicators
            .iter()
            .filter(|(_, card)| card.class == Class::Organisation)
            .rev()
            .max_by_key(|(series, _)| drawable(series))
            .filter(|(series, _)| series.latest().is_some() || series.forecast().is_some())
            .map(|(series, card)| (card.slug.clone(), series.clone()));
        let last_day = goal.period().last_day();
        let informing = indicators
            .iter()
            .filter(|(_, c)| c.class == Class::Organisation);
        let result = informing.into_iter().find_map(|(series, card)| {
            let (period, figure) = series.latest_by(last_day)?;
            Some(GoalResult {
                names: card.names.clone(),
                unit: card.unit.clone(),
                decimals: card.decimals,
                period,
                figure,
            })
        });
        let verdicts = Verdict::all(p, goal, true);
        let others = Verdict::all(p, goal, false);
        let rests_on = basis(p, goal.basis());
        let mut sources = Vec::new();
        if let Basis::Source { source, .. } = &rests_on {
            add_sources(&mut sources, [source.clone()]);
        }
        add_sources(&mut sources, goal.source().and_then(|s| source_link(p, s)));
        for verdict in verdicts.iter().chain(&others) {
            if let Basis::Source { source, .. } = &verdict.basis {
                add_sources(&mut sources, [source.clone()]);
            }
        }
        for (series, _) in &indicators {
            add_sources(&mut sources, series.sources());
        }
        let topics = goal.topics().iter();
        let named = topics.filter_map(|t| topic_name(p, t.topic, t.interpretation));
        let topics = named
            .filter(|t| t.dimension != Dimension::Perspective)
            .collect();
        let definition = goal.model().definition;
        Goal {
            frame: Frame::of(p),
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
            owner: goal.owner().and_then(|id| body_name(p, id)),
            perspective: perspective(p, goal),
            topics,
            verdict: verdicts.first().filter(|v| !v.is_after_period).cloned(),
            verdicts,
            others,
            chart,
            result,
            thread: Thread::of(p, goal),
            indicators: indicators.into_iter().map(|(_, card)| card).collect(),
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

/// The latest outcome of a period that began after the one an indicator is read for.
fn later_than_period(
    p: Published<'_>,
    indicator: &PublicIndicator<'_>,
) -> Option<(Period, Figure)> {
    let until = indicator.until()?;
    let latest = Series::of(p, &indicator.whole()).latest();
    latest.filter(|(period, _)| period.first_day() > until)
}

/// How much a chart of the series would say: a line before a single point before nothing.
/// Among equals the first in the goal's order is drawn: `max_by_key` takes the last it meets,
/// so the cards are read backwards.
fn drawable(series: &Series) -> usize {
    let figures = series
        .rows
        .iter()
        .filter(|row| row.points.iter().any(|p| p.figure().is_some()));
    figures.count().min(2)
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

impl Standing {
    pub(crate) fn of(p: Published<'_>, element: &PublicElement<'_>) -> Standing {
        let withdrawn = element.withdrawn().and_then(|id| decision_ref(p, id));
        let closed = element.closed().and_then(|id| decision_ref(p, id));
        match (withdrawn, closed) {
            (Some(decision), _) => Standing::Withdrawn(decision),
            (None, Some(decision)) => Standing::Closed(decision),
            (None, None) if element.period().last_day() < p.day() => Standing::PeriodOver,
            (None, None) if element.period().first_day() > p.day() => Standing::ToCome,
            (None, None) => Standing::InForce,
        }
    }
}

impl Verdict {
    /// The verdicts that lead, or those that are other bodies' views, the latest first.
    pub(crate) fn all(p: Published<'_>, goal: &PublicElement<'_>, leads: bool) -> Vec<Verdict> {
        let model = goal.model().definition;
        let assessments = p.assessments(Subject::Element(goal.id()));
        let wanted = assessments.iter().filter(|a| a.leads == leads);
        let verdicts = wanted.filter_map(|assessment| {
            let is_final = assessment.round.occasion == Occasion::Annual;
            let verdict = assessment.verdict;
            let mark = |value| VerdictMark::of(model, value, is_final);
            // To the end of the period is a forecast even in the annual report, unless the
            // year is the last of the period.
            let ends = assessment.round.cut_off >= model.period.last_day();
            let to_end = |value| VerdictMark::of(model, value, is_final && ends);
            Some(Verdict {
                round: assessment.round.names.clone(),
                cut_off: assessment.round.cut_off,
                is_after_period: assessment.is_after_period,
                for_year: mark(verdict.for_year)?,
                to_period_end: verdict.to_period_end.and_then(to_end),
                is_final,
                reason: verdict.reason.clone(),
                texts: [
                    verdict.happened.clone(),
                    verdict.cause.clone(),
                    verdict.meaning.clone(),
                    verdict.now.clone(),
                ],
                judged_by: assessment.body.and_then(|id| body_name(p, id)),
                basis: basis(p, assessment.basis),
                see: assessment.on,
            })
        });
        verdicts.collect()
    }
}

impl Thread {
    fn of(p: Published<'_>, goal: &PublicElement<'_>) -> Thread {
        Thread {
            visions: visions_of(p, goal),
            rests_on: rests_on(p, goal.id()),
            process_goals: process_goals(p, goal),
            below: branches(p, goal, goal.text()),
            expects_below: expects_below(goal),
        }
    }
}

/// The documents and laws that an element rests on.
pub(crate) fn rests_on(p: Published<'_>, id: ElementId) -> Vec<DocumentLink> {
    let supports = p.supports(id).into_iter();
    let links = supports.filter_map(|(end, ours)| match end {
        ThreadEnd::Document(id) => DocumentLink::of(p, id, ours),
        ThreadEnd::Element(_) | ThreadEnd::Vision(_) => None,
    });
    documents::in_order(links.collect())
}

/// The visions that an element supports.
pub(crate) fn visions_of(p: Published<'_>, element: &PublicElement<'_>) -> Vec<VisionLink> {
    let supports = p.supports(element.id());
    let visions = supports.iter().filter_map(|(end, ours)| match end {
        ThreadEnd::Element(_) | ThreadEnd::Document(_) => None,
        ThreadEnd::Vision(id) => {
            let vision = p.vision(*id)?;
            Some(VisionLink {
                title: vision.wording.title.clone(),
                horizon: vision.wording.horizon,
                interpretation: *ours,
            })
        }
    });
    visions.collect()
}

/// The process goals that the elements below a goal serve, once each. A commitment serves a
/// process goal whether or not it serves a strategic goal; both ways hold at the same time.
fn process_goals(p: Published<'_>, goal: &PublicElement<'_>) -> Vec<ProcessGoal> {
    let below = p.supported_by(goal.id());
    let ends = below.iter().flat_map(|element| p.supports(element.id()));
    let ids: BTreeSet<ElementId> = ends
        .filter_map(|(end, _)| match end {
            ThreadEnd::Element(id) => Some(id),
            ThreadEnd::Vision(_) | ThreadEnd::Document(_) => None,
        })
        .collect();
    let mut goals: Vec<_> = ids
        .into_iter()
        .filter_map(|id| p.element(id))
        .filter(|element| element.level().purpose == Purpose::ProcessGoal)
        .collect();
    goals.sort_by_key(|element| (element.drafted(), element.id()));
    goals
        .iter()
        .map(|element| ProcessGoal {
            level: element.level().names.clone(),
            title: element.text().clone(),
            period: element.period(),
            processes: topics_of(p, element, Dimension::Process),
            rests_on: rests_on(p, element.id()),
        })
        .collect()
}

/// The topics of a dimension that an element stands under.
pub(crate) fn topics_of(
    p: Published<'_>,
    element: &PublicElement<'_>,
    dimension: Dimension,
) -> Vec<TopicName> {
    let topics = element.topics().iter();
    let topics = topics.filter_map(|t| topic_name(p, t.topic, t.interpretation));
    topics.filter(|t| t.dimension == dimension).collect()
}

/// The elements that support one. Threads have no circles, so this ends.
pub(crate) fn branches(p: Published<'_>, above: &PublicElement<'_>, goal: &Text) -> Vec<Branch> {
    p.supported_by(above.id())
        .iter()
        .map(|element| Branch::of(p, element, above, goal))
        .collect()
}

impl Branch {
    fn of(
        p: Published<'_>,
        element: &PublicElement<'_>,
        above: &PublicElement<'_>,
        goal: &Text,
    ) -> Branch {
        let others = p
            .supports(element.id())
            .into_iter()
            .filter_map(|(end, _)| match end {
                ThreadEnd::Element(id) if id != above.id() => p.element(id),
                ThreadEnd::Element(_) | ThreadEnd::Vision(_) | ThreadEnd::Document(_) => None,
            });
        Branch {
            page: ElementPage::of(element),
            purpose: element.level().purpose,
            level: element.level().names.clone(),
            title: element.text().clone(),
            period: element.period(),
            owner: element.owner().and_then(|id| body_name(p, id)),
            also_serves: others
                .map(|e| e.text().clone())
                .filter(|t| t != goal)
                .collect(),
            processes: topics_of(p, element, Dimension::Process),
            verdict: VerdictMark::latest(p, element),
            withdrawn: element.withdrawn().and_then(|id| decision_ref(p, id)),
            due: element.due(),
            quantity: element.quantity().map(|q| (q.value, q.unit.clone())),
            condition: element.condition().cloned(),
            below: branches(p, element, goal),
            expects_below: expects_below(element),
        }
    }
}

/// Whether the model has a level whose elements support this one's.
fn expects_below(element: &PublicElement<'_>) -> bool {
    called_below(element).is_some()
}

impl IndicatorCard {
    pub(crate) fn of(
        indicator: &PublicIndicator<'_>,
        series: &Series,
        link_interpretation: Interpretation,
    ) -> IndicatorCard {
        let latest = series.latest();
        let row = latest.and_then(|(period, _)| series.rows.iter().find(|r| r.period == period));
        let own_target = row.and_then(|r| r.target.as_ref());
        let last_target = || series.rows.iter().rev().find_map(|r| r.target.as_ref());
        let point = row.and_then(|r| r.points.iter().find(|p| p.outcome().is_some()));
        IndicatorCard {
            slug: indicator.slug.to_string(),
            names: series.names.clone(),
            class: series.class,
            class_interpretation: series.class_interpretation,
            link_interpretation,
            unit: series.unit.clone(),
            decimals: series.decimals,
            latest,
            forecast: series.forecast(),
            later: None,
            source: point.and_then(|p| p.source.clone()),
            target: own_target.or_else(last_target).map(|t| t.aim.clone()),
            trend: series.trend,
            level: series.level,
            sparkline: series.sparkline(),
        }
    }
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
