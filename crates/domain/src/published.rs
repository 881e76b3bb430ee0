//! What residents see: a lens on State that has no way to reach a draft, a proposal, a
//! person or an undecided verdict. A public view takes this and nothing else, so a leak
//! does not compile.

mod site;

pub use site::{DayHours, Openness, PublicNotice, PublicOffice, PublicPage, Why};
mod base;

pub use base::{PublicDirective, PublicDocument, PublicRule, Validity};

use crate::assessments::{Subject, Verdict};
use crate::bodies::{Body, BodyEnd, BodyKind, BodyName};
use crate::criteria::{self, Finding};
use crate::dates::Dated;
use crate::decisions::{Adoptable, Authority, Basis, Decision, RecordDecision, Stage};
use crate::elements::{Addressed, Continues, Ending, Origin, Placement, Quantity, Wording};
use crate::figures::Figure;
use crate::group::DescribeGroup;
use crate::ids::{
    BodyId, DecisionId, ElementId, IndicatorId, ModelId, RoundId, SourceId, TopicId, VisionId,
};
use crate::indicators::{
    Definition, Indicator, Interpretation, MeasuredKey, Measurement, Target, TargetBasis, Value,
};
use crate::local_time::instant;
use crate::models::{Level, ModelDefinition, Purpose};
use crate::money::Money;
use crate::periods::Period;
use crate::rounds::OpenRound;
use crate::slugs::Slug;
use crate::sources::Source;
use crate::state::State;
use crate::texts::Text;
use crate::threads::ThreadEnd;
use crate::timeline::Entry;
use crate::topics::{Dimension, TopicDescription};
use crate::visions::VisionWording;
use jiff::Timestamp;
use jiff::civil::Date;

mod money;
mod year;
pub use year::{Deed, PublicPlan, Supplement};

/// What residents see on a day.
#[derive(Clone, Copy, Debug)]
pub struct Published<'a> {
    state: &'a State,
    day: Date,
    today: Date,
    now: Timestamp,
}

impl<'a> Published<'a> {
    pub(crate) fn new(state: &'a State, day: Date, today: Date) -> Self {
        let now = instant(today.at(12, 0, 0, 0));
        Published {
            state,
            day,
            today,
            now,
        }
    }

    /// The same lens at a moment of today; otherwise it is noon.
    pub fn at(self, now: Timestamp) -> Self {
        Published { now, ..self }
    }

    /// The day that is shown.
    pub fn day(&self) -> Date {
        self.day
    }

    /// The day it is.
    pub fn today(&self) -> Date {
        self.today
    }

    /// The same lens on today: for a page that must say when something began.
    pub fn as_of_today(&self) -> Published<'a> {
        Published {
            day: self.today,
            ..*self
        }
    }

    /// The position of the last event that may have changed what residents see.
    pub fn public_position(&self) -> u64 {
        self.state.public_position
    }

    /// The day on which that event was recorded.
    pub fn changed(&self) -> Option<Date> {
        self.state.public_changed
    }

    /// The municipality as it was described by the day; before anybody described it, as it
    /// was first described.
    pub fn group(&self) -> Option<&'a DescribeGroup> {
        let described = &self.state.group;
        let first = || described.entries().first().map(|e| &e.value);
        described.at(self.day).or_else(first).map(AsRef::as_ref)
    }

    /// A source.
    pub fn source(&self, id: SourceId) -> Option<&'a Source> {
        self.state.source(id)
    }
}

/// A model in force.
#[derive(Clone, Copy, Debug)]
pub struct PublicModel<'a> {
    /// Which model.
    pub id: ModelId,
    /// What it holds on the day.
    pub definition: &'a ModelDefinition,
    /// From which day it is in force.
    pub in_force: Dated,
}

impl<'a> Published<'a> {
    /// The models that were in force by the day, the latest period first.
    pub fn models(&self) -> Vec<PublicModel<'a>> {
        let mut models: Vec<_> = self
            .state
            .models
            .keys()
            .filter_map(|id| self.model(*id))
            .collect();
        models.sort_by_key(|m| std::cmp::Reverse(m.definition.period));
        models
    }

    /// A model that was in force by the day.
    pub fn model(&self, id: ModelId) -> Option<PublicModel<'a>> {
        let model = self.state.models.get(&id)?;
        let in_force = model.in_force.filter(|since| since.day() <= self.day)?;
        let definition = model.definitions.at(self.day)?;
        Some(PublicModel {
            id,
            definition,
            in_force,
        })
    }

    /// The model whose period this is, if it was in force by the day.
    pub fn model_of(&self, period: Period) -> Option<PublicModel<'a>> {
        self.models()
            .into_iter()
            .find(|m| m.definition.period == period)
    }

    /// A topic, with the day from which it is described so.
    pub fn topic(&self, id: TopicId) -> Option<&'a TopicDescription> {
        self.state
            .topics
            .get(&id)?
            .descriptions
            .at(self.day)
            .map(|(_, d)| d.as_ref())
    }

    /// The topics of a dimension, in their order.
    pub fn topics(&self, dimension: Dimension) -> Vec<(TopicId, &'a TopicDescription)> {
        let topics = self
            .state
            .topics
            .keys()
            .filter_map(|id| Some((*id, self.topic(*id)?)));
        let mut topics: Vec<_> = topics.filter(|(_, t)| t.dimension == dimension).collect();
        topics.sort_by(|a, b| (a.1.order, &a.1.names.sv).cmp(&(b.1.order, &b.1.names.sv)));
        topics
    }
}

/// An adopted element as it stood on the day. It has no way to the responsible person.
#[derive(Clone, Copy, Debug)]
pub struct PublicElement<'a> {
    id: ElementId,
    number: u32,
    slug: &'a Slug,
    drafted: u64,
    wording: &'a Wording,
    basis: Basis,
    owner: Option<BodyId>,
    model: PublicModel<'a>,
    level: &'a Level,
    ending: Option<(Ending, DecisionId)>,
}

impl<'a> PublicElement<'a> {
    /// Which element.
    pub fn id(&self) -> ElementId {
        self.id
    }
    /// Its number in the group: given once and never reused.
    pub fn number(&self) -> u32 {
        self.number
    }
    /// Its part of the address.
    pub fn slug(&self) -> &'a Slug {
        self.slug
    }
    /// The model it belongs to.
    pub fn model(&self) -> PublicModel<'a> {
        self.model
    }
    /// The level it stands on.
    pub fn level(&self) -> &'a Level {
        self.level
    }
    /// The sentence.
    pub fn text(&self) -> &'a Text {
        &self.wording.text
    }
    /// What it means.
    pub fn description(&self) -> Option<&'a Text> {
        self.wording.description.as_ref()
    }
    /// Why it matters.
    pub fn why(&self) -> Option<&'a Text> {
        self.wording.why.as_ref()
    }
    /// The body that owns it on the day.
    pub fn owner(&self) -> Option<BodyId> {
        self.owner
    }
    /// Who is responsible in the words of the source, where they name no body here.
    pub fn owner_in_words(&self) -> Option<&'a Text> {
        self.wording.owner_in_words.as_ref()
    }
    /// To whom an assignment is addressed.
    pub fn addressed_to(&self) -> &'a Addressed {
        &self.wording.addressed_to
    }
    /// The responsible role.
    pub fn role(&self) -> Option<&'a Text> {
        self.wording.role.as_ref()
    }
    /// The period it is for.
    pub fn period(&self) -> Period {
        self.wording.period
    }
    /// The topics it stands under.
    pub fn topics(&self) -> &'a [Placement] {
        &self.wording.topics
    }
    /// How much is to be reached.
    pub fn quantity(&self) -> Option<&'a Quantity> {
        self.wording.quantity.as_ref()
    }
    /// What can be tested instead.
    pub fn condition(&self) -> Option<&'a Text> {
        self.wording.condition.as_ref()
    }
    /// The money that goes with it.
    pub fn amount(&self) -> Option<Money> {
        self.wording.amount
    }
    /// How its wording stands to the criteria of its level.
    pub fn findings(&self) -> Vec<Finding<'a>> {
        criteria::findings(self.level, self.wording)
    }
    /// When it is due.
    pub fn due(&self) -> Option<Dated> {
        self.wording.due
    }
    /// Where it comes from.
    pub fn origin(&self) -> Origin {
        self.wording.origin
    }
    /// The earlier element that it continues.
    pub fn continues(&self) -> Option<Continues> {
        self.wording.continues
    }
    /// Where it was found.
    pub fn source(&self) -> Option<SourceId> {
        self.wording.source
    }
    /// What it rests on.
    pub fn basis(&self) -> Basis {
        self.basis
    }
    /// Its place in the decision or source that adopted it: by when it was first drafted.
    pub fn drafted(&self) -> u64 {
        self.drafted
    }
    /// The decision that withdrew it.
    pub fn withdrawn(&self) -> Option<DecisionId> {
        self.ending
            .filter(|(ending, _)| *ending == Ending::Withdrawn)
            .map(|(_, d)| d)
    }
    /// The decision that closed it.
    pub fn closed(&self) -> Option<DecisionId> {
        self.ending
            .filter(|(ending, _)| *ending == Ending::Closed)
            .map(|(_, d)| d)
    }
}

impl<'a> Published<'a> {
    /// An element that a decision, or a public source, had adopted by the day.
    pub fn element(&self, id: ElementId) -> Option<PublicElement<'a>> {
        let element = self.state.elements.get(&id)?;
        let adoption = self.state.adoption_on(&element.adopted, self.day)?;
        let wording = element.wording(adoption.value.wording)?;
        let model = self.model(element.model?)?;
        let level = model.definition.level(element.level?)?;
        Some(PublicElement {
            id,
            number: element.number,
            slug: element.slug.as_ref()?,
            drafted: element.drafts.entries().first()?.position,
            wording,
            basis: adoption.value.basis,
            owner: self.state.owner_on(element, self.day),
            model,
            level,
            ending: self.state.ending_on(element, self.day),
        })
    }

    /// The adopted elements of a model.
    pub fn elements_of(&self, model: ModelId) -> impl Iterator<Item = PublicElement<'a>> {
        let ids = self.state.elements_of.get(&model).into_iter().flatten();
        let lens = *self;
        ids.filter_map(move |id| lens.element(*id))
    }

    /// The element of a model with an address.
    pub fn element_at(&self, model: ModelId, slug: &Slug) -> Option<PublicElement<'a>> {
        let id = self.state.element_slugs.get(&(model, slug.clone()))?;
        self.element(*id)
    }

    /// What an adopted element supports on the day, with whose word each link is. A link to
    /// a draft is not shown before the draft is adopted.
    pub fn supports(&self, id: ElementId) -> Vec<(ThreadEnd, Interpretation)> {
        let adopted = self.element(id).and(self.state.elements.get(&id));
        let threads = adopted.map(|e| &e.up).into_iter().flatten();
        let threads = threads.filter_map(|t| self.state.threads.get(t));
        let is_shown = |end| match end {
            ThreadEnd::Element(above) => self.element(above).is_some(),
            ThreadEnd::Vision(vision) => self.vision(vision).is_some(),
            ThreadEnd::Document(id) => self.document(id).is_some() || self.rule(id).is_some(),
        };
        threads
            .filter(|t| t.is_tied(self.day) && is_shown(t.to))
            .map(|t| (t.to, t.interpretation))
            .collect()
    }

    /// The adopted elements that support an element on the day, in a fixed order.
    pub fn supported_by(&self, id: ElementId) -> Vec<PublicElement<'a>> {
        let threads = self
            .state
            .elements
            .get(&id)
            .map(|e| &e.down)
            .into_iter()
            .flatten();
        let threads = threads.filter_map(|t| self.state.threads.get(t));
        let mut below: Vec<_> = threads
            .filter(|t| t.is_tied(self.day))
            .filter_map(|t| self.element(t.from))
            .collect();
        below.sort_by(|a, b| (a.period(), a.text(), a.id).cmp(&(b.period(), b.text(), b.id)));
        below
    }

    /// The adopted elements that continue an element.
    pub fn continued_by(&self, id: ElementId) -> Vec<PublicElement<'a>> {
        let ids = self.state.continued_by.get(&id).into_iter().flatten();
        let elements = ids.filter_map(|next| self.element(*next));
        elements
            .filter(|e| e.continues().is_some_and(|c| c.element == id))
            .collect()
    }

    /// The adopted elements that a body owns on the day.
    pub fn owned_by(&self, body: BodyId) -> Vec<PublicElement<'a>> {
        let ids = self.state.owned_by.get(&body).into_iter().flatten();
        ids.filter_map(|id| self.element(*id))
            .filter(|e| e.owner() == Some(body))
            .collect()
    }
}

/// A vision that had been adopted by the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicVision<'a> {
    /// Which vision.
    pub id: VisionId,
    /// What it says.
    pub wording: &'a VisionWording,
    /// What it rests on.
    pub basis: Basis,
    /// The day from which this wording stood.
    pub on: Date,
}

impl<'a> Published<'a> {
    /// A vision that had been adopted by the day.
    pub fn vision(&self, id: VisionId) -> Option<PublicVision<'a>> {
        let vision = self.state.visions.get(&id)?;
        let adoption = self.state.adoption_on(&vision.adopted, self.day)?;
        let wording = vision.wording(adoption.value.wording)?.as_ref();
        Some(PublicVision {
            id,
            wording,
            basis: adoption.value.basis,
            on: adoption.on,
        })
    }

    /// The visions that had been adopted by the day, the latest first.
    pub fn visions(&self) -> Vec<PublicVision<'a>> {
        let mut all: Vec<_> = self
            .state
            .visions
            .keys()
            .filter_map(|id| self.vision(*id))
            .collect();
        all.sort_by_key(|v| std::cmp::Reverse((v.on, v.wording.horizon)));
        all
    }

    /// The adopted elements that support a vision on the day.
    pub fn supporting_vision(&self, id: VisionId) -> Vec<PublicElement<'a>> {
        let threads = self.state.vision_supports.get(&id).into_iter().flatten();
        let threads = threads.filter_map(|t| self.state.threads.get(t));
        threads
            .filter(|t| t.is_tied(self.day))
            .filter_map(|t| self.element(t.from))
            .collect()
    }
}

/// An indicator as it stood on the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicIndicator<'a> {
    /// Which indicator.
    pub id: IndicatorId,
    /// Its part of the address.
    pub slug: &'a Slug,
    /// What it is called and measures.
    pub definition: &'a Definition,
    indicator: &'a Indicator,
    day: Date,
    lens: Published<'a>,
}

/// A published measurement with the day from which it stood.
#[derive(Clone, Copy, Debug)]
pub struct PublicMeasurement<'a> {
    /// What it is about.
    pub key: MeasuredKey,
    /// What it says.
    pub measurement: &'a Measurement,
    /// The day from which it stood.
    pub on: Date,
    earlier: &'a [Entry<Measurement>],
}

impl PublicMeasurement<'_> {
    /// The published outcomes that stood before this one, the earliest first. A forecast is
    /// no outcome: what takes its place revises nothing.
    pub fn revised_from(&self) -> Vec<Figure> {
        let figures = self.earlier.iter().filter(|e| e.value.source.is_some());
        figures
            .filter(|e| !e.value.settled.is_forecast())
            .filter_map(|e| match &e.value.value {
                Value::Figure(figure) => Some(*figure),
                Value::None(_) => None,
            })
            .collect()
    }
}

impl<'a> PublicIndicator<'a> {
    /// The first day on which it stood.
    pub fn since(&self) -> Date {
        self.indicator
            .definitions
            .entries()
            .first()
            .map_or(self.day, |e| e.on)
    }

    /// Its published measurements, by period. A measurement without an open source is not
    /// public before its round is decided.
    pub fn measurements(&self) -> Vec<PublicMeasurement<'a>> {
        let all = self.indicator.measurements.iter();
        let day = self.day;
        all.filter_map(move |(key, timeline)| {
            let stood = timeline.up_to(day);
            let last = stood.iter().rposition(|e| e.value.source.is_some())?;
            let entry = &stood[last];
            let earlier = &stood[..last];
            Some(PublicMeasurement {
                key: *key,
                measurement: &entry.value,
                on: entry.on,
                earlier,
            })
        })
        .collect()
    }

    /// Its targets on the day, by period and body.
    pub fn targets(&self) -> Vec<(Period, Option<BodyId>, &'a Target)> {
        let all = self.indicator.targets.iter();
        all.filter_map(|((period, body), t)| {
            let standing = t
                .up_to(self.day)
                .iter()
                .rev()
                .find(|e| match e.value.basis {
                    TargetBasis::Decision(id) => self.lens.state.decision_stands(id, self.day),
                    TargetBasis::Source(..) => true,
                });
            Some((*period, *body, &standing?.value))
        })
        .collect()
    }

    /// The adopted elements that it serves on the day.
    pub fn serves(&self) -> Vec<(ElementId, u16, Interpretation)> {
        let all = self.indicator.serves.iter();
        let all = all.filter(|(id, _)| self.lens.element(**id).is_some());
        all.filter_map(|(id, t)| {
            let (order, ours) = (*t.at(self.day)?)?;
            Some((*id, order, ours))
        })
        .collect()
    }
}

impl<'a> Published<'a> {
    /// An indicator that stood on the day and is public: it has a source, a published
    /// figure or a decided target, or it serves an element that is adopted. One that is prepared for a draft is not
    /// shown.
    pub fn indicator(&self, id: IndicatorId) -> Option<PublicIndicator<'a>> {
        let indicator = self.state.indicators.get(&id)?;
        let (slug, definition) = indicator.definitions.at(self.day)?;
        let has_figure = || {
            let mut measured = indicator.measurements.values();
            measured.any(|t| t.up_to(self.day).iter().any(|e| e.value.source.is_some()))
        };
        let serves = || {
            let mut served = indicator.serves.iter();
            served.any(|(id, t)| {
                t.at(self.day).is_some_and(Option::is_some) && self.stands(Adoptable::Element(*id))
            })
        };
        let has_target = || {
            let mut aimed = indicator.targets.values();
            aimed.any(|t| !t.up_to(self.day).is_empty())
        };
        let is_public = definition.source.is_some() || serves() || has_figure() || has_target();
        is_public.then_some(PublicIndicator {
            id,
            slug,
            definition,
            indicator,
            day: self.day,
            lens: *self,
        })
    }

    /// The indicator that has, or once had, an address.
    pub fn indicator_at(&self, slug: &Slug) -> Option<PublicIndicator<'a>> {
        self.indicator(*self.state.indicator_slugs.get(slug)?)
    }

    /// Every indicator that stood on the day.
    pub fn indicators(&self) -> impl Iterator<Item = PublicIndicator<'a>> {
        let lens = *self;
        self.state
            .indicators
            .keys()
            .filter_map(move |id| lens.indicator(*id))
    }

    /// The indicators that serve an element on the day, in their order.
    pub fn indicators_of(&self, id: ElementId) -> Vec<(PublicIndicator<'a>, Interpretation)> {
        let ids = self
            .state
            .elements
            .get(&id)
            .map(|e| &e.indicators)
            .into_iter()
            .flatten();
        let mut serving: Vec<_> = ids
            .filter_map(|indicator| {
                let indicator = self.indicator(*indicator)?;
                let (order, ours) = (*indicator.indicator.serves.get(&id)?.at(self.day)?)?;
                Some((order, indicator, ours))
            })
            .collect();
        serving.sort_by(|a, b| (a.0, &a.1.slug).cmp(&(b.0, &b.1.slug)));
        serving
            .into_iter()
            .map(|(_, indicator, ours)| (indicator, ours))
            .collect()
    }
}

/// A decided assessment.
#[derive(Clone, Copy, Debug)]
pub struct PublicAssessment<'a> {
    /// In which round.
    pub round: &'a OpenRound,
    /// The body that judged.
    pub body: Option<BodyId>,
    /// The verdict.
    pub verdict: &'a Verdict,
    /// What decided it.
    pub basis: Basis,
    /// The day from which it stood.
    pub on: Date,
    /// Whether it leads: it is by the subject's owner, by who decides for the owner, or by the
    /// executive board. Another body's verdict is that body's view.
    pub leads: bool,
}

impl<'a> Published<'a> {
    /// The decided assessments of a subject, those that lead before others', the latest
    /// cut-off first.
    pub fn assessments(&self, subject: Subject) -> Vec<PublicAssessment<'a>> {
        let owner = self.answerable(subject);
        let ids = self.state.judged.get(&subject).into_iter().flatten();
        let all = ids.filter_map(|id| {
            let assessment = self.state.assessments.get(id)?;
            let adoption = self.state.adoption_on(&assessment.decided, self.day)?;
            let version = assessment.version(adoption.value.wording)?;
            Some(PublicAssessment {
                round: self.round(assessment.round)?,
                body: assessment.body,
                verdict: &version.verdict,
                basis: adoption.value.basis,
                on: adoption.on,
                leads: self
                    .state
                    .verdict_leads(assessment.body, owner, adoption.on),
            })
        });
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|a| std::cmp::Reverse((a.leads, a.round.cut_off, a.on)));
        all
    }

    /// The body that answers for what is judged, on the day.
    fn answerable(&self, subject: Subject) -> Option<BodyId> {
        match subject {
            Subject::Element(id) => self.element(id)?.owner(),
            Subject::Indicator(id) => self.indicator(id)?.definition.responsible,
            Subject::Topic(id) => self.topic(id)?.owner,
            Subject::Whole => None,
        }
    }

    fn round(&self, id: RoundId) -> Option<&'a OpenRound> {
        self.state.rounds.get(&id).map(|r| r.opened.as_ref())
    }
}

/// A body as it stood on the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicBody<'a> {
    /// Which body.
    pub id: BodyId,
    /// Its name and address on the day.
    pub name: &'a BodyName,
    body: &'a Body,
    day: Date,
}

impl<'a> PublicBody<'a> {
    /// What kind it is.
    pub fn kind(&self) -> BodyKind {
        self.body.kind
    }
    /// Its part in the group, in words.
    pub fn role(&self) -> Option<&'a Text> {
        self.body.role.as_ref()
    }
    /// From which day it is known.
    pub fn from(&self) -> Dated {
        self.body.from
    }
    /// Where it was found.
    pub fn source(&self) -> Option<SourceId> {
        self.body.source
    }
    /// When it ends, as was known on the day.
    pub fn end(&self) -> Option<&'a BodyEnd> {
        self.body.ends.at(self.day)
    }
    /// Whether it has ended by the day.
    pub fn has_ended(&self) -> bool {
        self.end().is_some_and(|end| end.last_day < self.day)
    }
    /// The bodies it answers to on the day.
    pub fn answers_to(&self) -> &'a [BodyId] {
        self.body.answers_to_on(self.day)
    }
    /// Its earlier names, each with the first day of the next.
    pub fn earlier_names(&self) -> Vec<(&'a BodyName, Date)> {
        let names = self.body.names_by(self.day);
        // A name that was put right before it took effect was never borne.
        let pairs = names.windows(2).filter(|pair| pair[0].from < pair[1].from);
        pairs.map(|pair| (pair[0], pair[1].from)).collect()
    }
}

impl<'a> Published<'a> {
    /// A body that was known by the day.
    pub fn body(&self, id: BodyId) -> Option<PublicBody<'a>> {
        let body = self.state.bodies.get(&id)?;
        let name = body.names_by(self.day).last().copied();
        // A body that starts later than it was recorded goes by its first name until then.
        let name = name.or_else(|| Some(&body.names.up_to(self.day).first()?.value))?;
        Some(PublicBody {
            id,
            name,
            body,
            day: self.day,
        })
    }

    /// The body that has, or once had, an address.
    pub fn body_at(&self, slug: &Slug) -> Option<PublicBody<'a>> {
        self.body(*self.state.body_slugs.get(slug)?)
    }

    /// Every body that was known by the day.
    pub fn bodies(&self) -> impl Iterator<Item = PublicBody<'a>> {
        let lens = *self;
        self.state
            .bodies
            .keys()
            .filter_map(move |id| lens.body(*id))
    }

    /// A decision that had been made by the day, and what had become of it.
    pub fn decision(&self, id: DecisionId) -> Option<PublicDecision<'a>> {
        let decision = self.state.decisions.get(&id).filter(|d| d.on <= self.day)?;
        Some(PublicDecision {
            record: &decision.record,
            stage: self.stage(decision),
        })
    }

    fn stage(&self, decision: &Decision) -> Option<Stage> {
        if decision.is_quashed(self.day) {
            return Some(Stage::Quashed);
        }
        decision.stages.at(self.day).copied()
    }

    /// The decisions of a body by the day, the latest first.
    pub fn decisions_of(&self, body: BodyId) -> Vec<PublicDecision<'a>> {
        let ids = self.state.decided_by.get(&body).into_iter().flatten();
        let mut all: Vec<_> = ids.filter_map(|id| self.decision(*id)).collect();
        all.sort_by_key(|d| std::cmp::Reverse((d.record.date, d.record.decision)));
        all
    }

    /// The days on which verdicts on the goals of a model were decided by the day, with the
    /// round, the latest first. What a committee decides of its own commitments is its own.
    pub fn decided_rounds(&self, model: ModelId) -> Vec<(Date, &'a OpenRound)> {
        let mut days: Vec<(Date, &OpenRound)> = Vec::new();
        let goals = self
            .elements_of(model)
            .filter(|e| e.level().purpose == Purpose::StrategicGoal);
        for element in goals {
            let assessments = self.assessments(Subject::Element(element.id()));
            for assessment in assessments.into_iter().filter(|a| a.leads) {
                let seen = |(on, round): &(Date, &OpenRound)| {
                    *on == assessment.on && round.round == assessment.round.round
                };
                if !days.iter().any(seen) {
                    days.push((assessment.on, assessment.round));
                }
            }
        }
        days.sort_by_key(|(on, round)| std::cmp::Reverse((*on, round.cut_off)));
        days
    }

    /// Whether anything had been adopted under an id by the day.
    pub fn stands(&self, what: Adoptable) -> bool {
        let adopted = self.state.adoptions(what);
        adopted.is_some_and(|t| self.state.adoption_on(t, self.day).is_some())
    }
}

/// A decision that had been made by the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicDecision<'a> {
    /// What was recorded.
    pub record: &'a RecordDecision,
    /// What had become of it; `None` if nothing was recorded.
    pub stage: Option<Stage>,
}

impl<'a> PublicDecision<'a> {
    /// The paragraph or delegation number, where there is one.
    pub fn paragraph(&self) -> Option<&'a Text> {
        match &self.record.authority {
            Authority::Paragraph(number) | Authority::Delegation(number) => Some(number),
            Authority::Found { paragraph, .. } => paragraph.as_ref(),
        }
    }

    /// Where an imported decision was found.
    pub fn source(&self) -> Option<SourceId> {
        match &self.record.authority {
            Authority::Found { source, .. } => Some(*source),
            Authority::Paragraph(_) | Authority::Delegation(_) => None,
        }
    }
}
