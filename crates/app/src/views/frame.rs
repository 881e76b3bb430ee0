//! What every public page knows, and the small parts that several pages share.

use super::bodies::BodyList;
use super::chart::{Series, Sparkline};
use super::site::{Contact, Notice, Responsible};
use crate::changes;
use jiff::civil::Date;
use riktning_domain::bodies::BodyKind;
use riktning_domain::decisions::{self, Stage};
use riktning_domain::ids::{BodyId, DecisionId, ScaleValueId, SourceId, TopicId};
use riktning_domain::indicators::{Class, Interpretation};
use riktning_domain::models::{CountsAs, ModelDefinition, Shape};
use riktning_domain::published::{PublicAssessment, PublicElement, PublicModel, Thing};
use riktning_domain::rounds::Occasion;
use riktning_domain::topics::{Dimension, Direction};
use riktning_domain::{Dated, Names, Period, Published, Text};
use std::collections::BTreeSet;

/// What every public page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The municipality as it calls itself: "Exempelstads kommun".
    pub municipality: Text,
    /// The place: "Exempelstad".
    pub place: Text,
    /// Whether everything is invented; then the page says *Påhittat exempel*.
    pub invented: bool,
    /// Whether everything was taken from public sources, and nobody who works here wrote a word.
    pub only_sources: bool,
    /// The day that the page shows.
    pub day: Date,
    /// The day it is. Equal to `day` unless the page shows the past.
    pub today: Date,
    /// When something last changed, by the day shown.
    pub changed: Option<Changed>,
    /// The models that were in force by the day, the latest period first: links to each direction.
    pub periods: Vec<DirectionLink>,
    /// Which kinds of body there are to list.
    pub has_committees: bool,
    /// Whether there is a company to list.
    pub has_companies: bool,
    /// The service notices that stand above the page, the gravest first.
    pub notices: Vec<Notice>,
    /// The contact centre; none says that none was found for the day.
    pub contact: Option<Contact>,
    /// Who is responsible for which page.
    pub responsible: Vec<Responsible>,
    /// Whether there is a governing document or a law to list.
    pub has_documents: bool,
    /// Whether there are core values to show.
    pub has_core_values: bool,
    /// Whether there are pages that the municipality writes itself.
    pub has_written: bool,
    /// Whether there are processes to list.
    pub has_processes: bool,
}

/// When something last changed before the eyes of residents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// What the page is about: the day from which it stood, as exactly as it is known.
    Page(Dated),
    /// Anything at all on the site: the day on which it was recorded.
    Site(Date),
}

impl Changed {
    /// The day, however exactly it is known.
    pub fn day(self) -> Date {
        match self {
            Changed::Page(since) => since.day(),
            Changed::Site(day) => day,
        }
    }
}

/// A link to the strategic direction of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct DirectionLink {
    /// The goal period, which is also the address.
    pub period: Period,
    /// What the direction is called.
    pub names: Names,
    /// Whether the period holds the day that is shown.
    pub current: bool,
}

/// A source to link to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLink {
    /// What it is called.
    pub title: Text,
    /// Its public address.
    pub url: Option<Text>,
}

/// What a published fact rests on.
#[derive(Clone, Debug, PartialEq)]
pub enum Basis {
    /// A formal decision.
    Decision(DecisionRef),
    /// A public source that names no decision: the page says *beslutet ej funnet*.
    Source {
        /// The day from which it stood there.
        since: Dated,
        /// Where it was found.
        source: SourceLink,
    },
}

impl Basis {
    /// The day from which the fact stood, with its precision.
    pub fn since(&self) -> Dated {
        match self {
            Basis::Decision(decision) => decision.date,
            Basis::Source { since, .. } => *since,
        }
    }
}

/// A decision, as a page names it.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionRef {
    /// The body that decided.
    pub body: Names,
    /// The body's part of the address.
    pub body_slug: String,
    /// Whether the source names the body, or we read it so.
    pub body_interpretation: Interpretation,
    /// The day of the meeting.
    pub date: Dated,
    /// The paragraph of the minutes, or the delegation number.
    pub paragraph: Option<Text>,
    /// The case number (*diarienummer*).
    pub case_number: Option<Text>,
    /// Where the decision was found, if it was imported.
    pub source: Option<SourceLink>,
    /// What has become of the minutes.
    pub stage: DecisionStage,
}

/// What has become of a decision by the day shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecisionStage {
    /// Decided; the minutes are not approved yet.
    Decided,
    /// The minutes are approved (*justerat*).
    MinutesApproved,
    /// Appealed.
    Appealed,
    /// Quashed by a court: what it did no longer stands.
    Quashed,
    /// Imported from a source that says nothing of the minutes.
    NotKnown,
}

/// A topic by its name.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicName {
    /// Its dimension: decides whether it has a page.
    pub dimension: Dimension,
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub names: Names,
    /// What it means, in a sentence.
    pub meaning: Option<Text>,
    /// Which way a perspective looks.
    pub direction: Option<Direction>,
    /// Whether the link to it is ours.
    pub interpretation: Interpretation,
}

/// A verdict by its word and shape.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictMark {
    /// The word: "Nås delvis", "Uppfyllt".
    pub names: Names,
    /// Its shape.
    pub shape: Shape,
    /// What it counts as.
    pub counts_as: CountsAs,
    /// Whether it is the last word on its year, and no forecast.
    pub is_final: bool,
}

/// A goal in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalLink {
    /// Its period: the first part of the address.
    pub period: Period,
    /// Its part of the address.
    pub slug: String,
    /// What it says.
    pub title: Text,
    /// The values created or perspective parts that it stands under.
    pub contributes: Vec<TopicName>,
    /// The latest decided verdict, if any: `None` reads "inte uppföljt än".
    pub verdict: Option<VerdictMark>,
    /// The day that the verdict is about.
    pub judged: Option<Date>,
    /// Whether it is known from a public source alone: then a verdict may be somewhere else.
    pub from_source: bool,
    /// What has happened, in the words of that verdict.
    pub happened: Option<Text>,
    /// What the first organisation indicator says, if there is one with a figure.
    pub message: Option<IndicatorMessage>,
    /// Whose word it is that the indicator of the message serves it.
    pub message_link: Interpretation,
    /// How many indicators serve it.
    pub indicators: usize,
    /// Whether it is our reading that any of them does.
    pub indicators_ours: bool,
    /// The small curve of the first organisation indicator.
    pub sparkline: Option<Sparkline>,
}

/// What an indicator says in a sentence: its name, its latest figure and what it was before.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorMessage {
    /// What the indicator is called.
    pub names: Names,
    /// What it is counted in.
    pub unit: riktning_domain::indicators::Unit,
    /// How many decimals its figures are shown with.
    pub decimals: u8,
    /// The latest figure and its period.
    pub latest: (Period, riktning_domain::Figure),
    /// Whether the latest figure may still change.
    pub preliminary: bool,
    /// The figure before it and its period.
    pub before: Option<(Period, riktning_domain::Figure)>,
    /// What is expected of the period after it.
    pub forecast: Option<super::chart::Forecast>,
    /// Whether the change is for the better; `None` if equal, unknown or neither way is good.
    pub trend: Option<super::chart::Trend>,
    /// Where these figures were found, once each.
    pub sources: Vec<SourceLink>,
}

/// What a page finds at an address on a day.
#[derive(Clone, Debug, PartialEq)]
pub enum Found<T, N> {
    /// It stood on the day.
    Here(T),
    /// It began later; the page says when.
    NotYet(N),
    /// It has another address now: the slug.
    Moved(String),
    /// There is nothing at the address.
    Nowhere,
}

impl Frame {
    /// The frame of a page that is about some things: it tells when one of them last changed.
    pub(crate) fn about(p: Published<'_>, things: impl IntoIterator<Item = Thing>) -> Frame {
        let frame = Frame::of(p);
        let changed = changes::last_of(p, things).map(Changed::Page);
        Frame {
            changed: changed.or(frame.changed),
            ..frame
        }
    }

    /// The frame of a page that shows what stood on the lens's day.
    pub fn of(p: Published<'_>) -> Frame {
        let group = p.group();
        let models = p.models();
        let kinds: BTreeSet<BodyKind> = p.bodies().map(|b| b.kind()).collect();
        Frame {
            municipality: group.map_or_else(|| Text::new(""), |g| g.name.clone()),
            place: group.map_or_else(|| Text::new(""), |g| g.place.clone()),
            invented: group.is_some_and(|g| g.invented),
            only_sources: p.is_from_sources_alone(),
            day: p.day(),
            today: p.today(),
            // A page of the past does not tell of a change that came later.
            changed: p
                .changed()
                .filter(|changed| *changed <= p.day())
                .map(Changed::Site),
            periods: models.iter().map(|m| DirectionLink::of(p, m)).collect(),
            has_committees: kinds
                .iter()
                .any(|k| super::bodies::is_on_list(BodyList::Committees, *k)),
            has_companies: kinds
                .iter()
                .any(|k| super::bodies::is_on_list(BodyList::Companies, *k)),
            notices: Notice::above(p),
            contact: Contact::of(p),
            responsible: Responsible::all(p),
            has_documents: p.documents().next().is_some() || p.rules().next().is_some(),
            has_written: p.has_written_pages(),
            has_core_values: !p.topics(Dimension::CoreValue).is_empty(),
            has_processes: !p.topics(Dimension::Process).is_empty(),
        }
    }
}

impl DirectionLink {
    pub(crate) fn of(p: Published<'_>, model: &PublicModel<'_>) -> DirectionLink {
        DirectionLink {
            period: model.definition.period,
            names: model.definition.names.clone(),
            current: model.definition.period.contains(p.day()),
        }
    }
}

/// The direction that a day is governed by: the one whose period holds the day, else the
/// latest before it, else the first one to come that is already in force.
pub(crate) fn current_model<'a>(p: Published<'a>) -> Option<PublicModel<'a>> {
    let models = p.models();
    let holds = models
        .iter()
        .find(|m| m.definition.period.contains(p.day()));
    let before = models
        .iter()
        .find(|m| m.definition.period.last_day() < p.day());
    holds.or(before).or(models.last()).copied()
}

pub(crate) fn source_link(p: Published<'_>, id: SourceId) -> Option<SourceLink> {
    let source = p.source(id)?;
    Some(SourceLink {
        title: source.title.clone(),
        url: source.url.clone(),
    })
}

/// Adds sources that are not there yet, in the order in which the page meets them.
pub(crate) fn add_sources(all: &mut Vec<SourceLink>, more: impl IntoIterator<Item = SourceLink>) {
    for source in more {
        if !all.contains(&source) {
            all.push(source);
        }
    }
}

pub(crate) fn basis(p: Published<'_>, basis: decisions::Basis) -> Basis {
    match basis {
        decisions::Basis::Source(source, since) => {
            let source = source_link(p, source);
            Basis::Source {
                since,
                source: source.unwrap_or_else(nameless),
            }
        }
        // A basis names a decision that is in the journal: `decide` asked.
        decisions::Basis::Decision(id) => match decision_ref(p, id) {
            Some(decision) => Basis::Decision(decision),
            None => Basis::Source {
                since: Dated::not_found(p.day()),
                source: nameless(),
            },
        },
    }
}

/// Since when a fact stands, the decision that it rests on, or else where it was found.
pub(crate) fn basis_of(
    p: Published<'_>,
    basis: Option<decisions::Basis>,
) -> (Option<Dated>, Option<DecisionId>, Option<SourceLink>) {
    match basis {
        None => (None, None, None),
        Some(decisions::Basis::Source(id, since)) => (Some(since), None, source_link(p, id)),
        Some(decisions::Basis::Decision(id)) => {
            let made = p.decision(id).map(|decision| decision.date());
            (made, Some(id), None)
        }
    }
}

fn nameless() -> SourceLink {
    SourceLink {
        title: Text::Redacted,
        url: None,
    }
}

pub(crate) fn decision_ref(p: Published<'_>, id: DecisionId) -> Option<DecisionRef> {
    let decision = p.decision(id)?;
    let body = p.body(decision.body())?;
    let stage = match (decision.stage, decision.source()) {
        (Some(Stage::MinutesApproved), _) => DecisionStage::MinutesApproved,
        (Some(Stage::Appealed), _) => DecisionStage::Appealed,
        (Some(Stage::Quashed), _) => DecisionStage::Quashed,
        (None, Some(_)) => DecisionStage::NotKnown,
        (None, None) => DecisionStage::Decided,
    };
    Some(DecisionRef {
        body: body.name.names.clone(),
        body_slug: body.name.slug.to_string(),
        body_interpretation: decision.body_interpretation(),
        date: decision.date(),
        paragraph: decision.paragraph().cloned(),
        case_number: decision.case_number().cloned(),
        source: decision.source().and_then(|s| source_link(p, s)),
        stage,
    })
}

/// A body by its name and address.
pub(crate) fn body_name(p: Published<'_>, id: BodyId) -> Option<(Names, String)> {
    let body = p.body(id)?;
    Some((body.name.names.clone(), body.name.slug.to_string()))
}

pub(crate) fn topic_name(
    p: Published<'_>,
    id: TopicId,
    interpretation: Interpretation,
) -> Option<TopicName> {
    let topic = p.topic(id)?;
    Some(TopicName {
        dimension: topic.dimension,
        slug: p.topic_slug(id)?.to_string(),
        names: topic.names.clone(),
        meaning: topic.meaning.clone(),
        direction: topic.direction,
        interpretation,
    })
}

impl VerdictMark {
    /// The mark of a value: final words after the year, forecast words within it.
    pub(crate) fn of(model: &ModelDefinition, value: ScaleValueId, is_final: bool) -> Option<Self> {
        let value = model.value(value)?;
        let forecast = value.forecast.as_ref().filter(|_| !is_final);
        Some(VerdictMark {
            names: forecast.unwrap_or(&value.names).clone(),
            shape: value.shape,
            counts_as: value.counts_as,
            is_final,
        })
    }

    /// The mark of the last word on an element: no other body's view stands for the owner's.
    pub(crate) fn latest(p: Published<'_>, element: &PublicElement<'_>) -> Option<Self> {
        VerdictMark::by(element, &p.last_word(element)?)
    }

    /// The mark of a verdict on an element.
    fn by(element: &PublicElement<'_>, judged: &PublicAssessment<'_>) -> Option<Self> {
        let is_final = judged.round.occasion == Occasion::Annual;
        let model = element.model().definition;
        VerdictMark::of(model, judged.verdict.for_year, is_final)
    }
}

impl GoalLink {
    pub(crate) fn of(p: Published<'_>, goal: &PublicElement<'_>) -> GoalLink {
        let serving = p.indicators_of(goal.id());
        let told = serving
            .iter()
            .filter(|(i, _)| i.definition.class == Class::Organisation)
            .filter_map(|(i, link)| Some((Series::in_brief(p, i)?, *link)))
            // A figure from before the goal's own period says nothing of the goal.
            .filter(|(brief, _)| brief.message.latest.0.last_day() >= goal.period().first_day());
        // The one that its own page draws: of equals the first, where `max_by_key` takes the last.
        let told: Vec<_> = told.collect();
        let first = told.into_iter().rev().max_by_key(|(brief, _)| brief.tells);
        let message_link = first
            .as_ref()
            .map_or(Interpretation::Stated, |(_, link)| *link);
        let (message, sparkline) = first
            .map(|(brief, _)| (brief.message, brief.sparkline))
            .unzip();
        let word = p.last_word(goal);
        let contributes = goal.topics().iter().filter_map(|placement| {
            let topic = topic_name(p, placement.topic, placement.interpretation)?;
            (topic.dimension == Dimension::ValueCreated).then_some(topic)
        });
        GoalLink {
            period: goal.model().definition.period,
            slug: goal.slug().to_string(),
            title: goal.text().clone(),
            contributes: contributes.collect(),
            verdict: word.and_then(|word| VerdictMark::by(goal, &word)),
            judged: word.map(|word| word.round.cut_off),
            from_source: matches!(goal.basis(), decisions::Basis::Source(..)),
            happened: word.and_then(|word| word.verdict.happened.clone()),
            message,
            message_link,
            indicators: serving.len(),
            indicators_ours: serving.iter().any(|(_, link)| link.is_ours()),
            sparkline: sparkline.flatten(),
        }
    }
}

impl IndicatorMessage {
    pub(crate) fn of(series: &Series) -> Option<IndicatorMessage> {
        let (latest, before) = series.last_two();
        let forecast = series.forecast();
        let told = latest.iter().chain(&before).map(|(period, _)| *period);
        let told: Vec<Period> = told.chain(forecast.as_ref().map(|f| f.period)).collect();
        Some(IndicatorMessage {
            names: series.names.clone(),
            unit: series.unit.clone(),
            decimals: series.decimals,
            latest: latest?,
            preliminary: series.is_preliminary(),
            before,
            forecast,
            trend: series.trend,
            sources: series.found_in(&told),
        })
    }
}
