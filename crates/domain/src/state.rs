//! State: everything recorded, folded from the events in order of position.
//!
//! An immutable value behind an `Arc`, built of persistent maps: a reader takes it and
//! nothing is locked. What can change is a timeline, and it is read through a lens:
//! [`State::on`] for those who work, [`State::published`] for residents. No accessor here
//! returns a timeline's last value without a day.

use crate::assessments::{self, Assessment, Subject};
use crate::bodies::{self, Body};
use crate::decisions::{self, Adoption, Basis, Decision};
use crate::directives::{self, Directive};
use crate::document_types;
use crate::documents::{self, Document, DocumentKind};
use crate::elements::{self, Addressed, Element, Ending, Wording};
use crate::event::{Event, Recorded};
use crate::external_rules::{self, ExternalRule};
use crate::frames::{self, Accounts, FrameEntry};
use crate::group::{self, DescribeGroup};
use crate::ids::{
    AccountsId, AssessmentId, BodyId, DecisionId, DirectiveId, DocumentId, ElementId, FrameEntryId,
    IndicatorId, ModelId, NoticeId, OfficeId, PersonId, PlanId, RoundId, ScaleValueId, SourceId,
    ThreadId, TopicId, VisionId,
};
use crate::indicators::{self, Definition, Indicator};
use crate::models::{self, Level, Model, ModelDefinition};
use crate::periods::Period;
use crate::permissions::{self, Grants};
use crate::plans::{self, Plan};
use crate::published::Published;
use crate::refusal::{Fact, Refusal};
use crate::rounds::{self, Round};
use crate::site;
use crate::site::notices::Notice;
use crate::site::offices::Office;
use crate::site::pages::Page;
use crate::slugs::Slug;
use crate::sources::{self, Citations, Source};
use crate::texts::Text;
use crate::threads::{self, Thread};
use crate::timeline::{Entry, Timeline};
use crate::topics::{self, Dimension, Topic};
use crate::visions::{self, Vision};
use imbl::{OrdMap, OrdSet};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Everything recorded.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub(crate) position: u64,
    pub(crate) public_position: u64,
    pub(crate) public_changed: Option<Date>,
    pub(crate) group: Timeline<Arc<DescribeGroup>>,
    pub(crate) sources: OrdMap<SourceId, Arc<Citations>>,
    pub(crate) bodies: OrdMap<BodyId, Arc<Body>>,
    pub(crate) body_slugs: OrdMap<Slug, BodyId>,
    pub(crate) grants: OrdMap<PersonId, Arc<Grants>>,
    pub(crate) visions: OrdMap<VisionId, Arc<Vision>>,
    pub(crate) vision_supports: OrdMap<VisionId, OrdSet<ThreadId>>,
    pub(crate) models: OrdMap<ModelId, Arc<Model>>,
    pub(crate) topics: OrdMap<TopicId, Arc<Topic>>,
    pub(crate) topic_slugs: OrdMap<(Dimension, Slug), TopicId>,
    pub(crate) elements: OrdMap<ElementId, Arc<Element>>,
    pub(crate) elements_of: OrdMap<ModelId, OrdSet<ElementId>>,
    pub(crate) element_slugs: OrdMap<(ModelId, Slug), ElementId>,
    pub(crate) element_numbers: OrdMap<u32, ElementId>,
    pub(crate) owned_by: OrdMap<BodyId, OrdSet<ElementId>>,
    pub(crate) continued_by: OrdMap<ElementId, OrdSet<ElementId>>,
    pub(crate) answered_by: OrdMap<ElementId, OrdSet<ElementId>>,
    pub(crate) threads: OrdMap<ThreadId, Arc<Thread>>,
    pub(crate) plans: OrdMap<PlanId, Arc<Plan>>,
    pub(crate) decisions: OrdMap<DecisionId, Arc<Decision>>,
    pub(crate) decided_by: OrdMap<BodyId, OrdSet<DecisionId>>,
    pub(crate) indicators: OrdMap<IndicatorId, Arc<Indicator>>,
    pub(crate) indicator_slugs: OrdMap<Slug, IndicatorId>,
    pub(crate) rounds: OrdMap<RoundId, Arc<Round>>,
    pub(crate) assessments: OrdMap<AssessmentId, Arc<Assessment>>,
    pub(crate) documents: OrdMap<DocumentId, Arc<Document>>,
    pub(crate) document_types: OrdMap<DocumentKind, document_types::Descriptions>,
    pub(crate) external_rules: OrdMap<DocumentId, Arc<ExternalRule>>,
    /// The addresses of documents and of rules: one room for both.
    pub(crate) document_slugs: OrdMap<Slug, DocumentId>,
    pub(crate) document_supports: OrdMap<DocumentId, OrdSet<ThreadId>>,
    pub(crate) directives: OrdMap<DirectiveId, Arc<Directive>>,
    pub(crate) directives_of: OrdMap<BodyId, OrdSet<DirectiveId>>,
    pub(crate) judged: OrdMap<Subject, OrdSet<AssessmentId>>,
    pub(crate) notices: OrdMap<NoticeId, Arc<Notice>>,
    pub(crate) offices: OrdMap<OfficeId, Arc<Office>>,
    pub(crate) pages: OrdMap<Text, Arc<Page>>,
    pub(crate) frame_entries: OrdMap<FrameEntryId, Arc<FrameEntry>>,
    pub(crate) accounts: OrdMap<AccountsId, Arc<Accounts>>,
}

impl State {
    /// The position of the last event that was folded in; 0 before the first.
    pub fn position(&self) -> u64 {
        self.position
    }

    /// The position of the last event that may have changed what residents see.
    pub fn public_position(&self) -> u64 {
        self.public_position
    }

    /// What residents see on a day. `today` is the day it is.
    pub fn published(&self, day: Date, today: Date) -> Published<'_> {
        Published::new(self, day, today)
    }

    /// Folds an event in. Holds no rule and cannot fail: `decide` has asked every rule, and
    /// an event in the journal is a fact.
    pub fn apply(&mut self, recorded: &Recorded) {
        self.position = recorded.position;
        if touches_published(&recorded.event) {
            self.public_position = recorded.position;
            self.public_changed = Some(recorded.recorded_day());
        }
        match &recorded.event {
            Event::GroupDescribed(e) => group::apply_described(self, recorded, e),
            Event::SourceCited(e) => sources::apply_cited(self, recorded, e),
            Event::BodyFounded(e) => bodies::apply_founded(self, recorded, e),
            Event::BodyRenamed(e) => bodies::apply_renamed(self, recorded, e),
            Event::BodyMoved(e) => bodies::apply_moved(self, recorded, e),
            Event::BodyEnded(e) => bodies::apply_ended(self, recorded, e),
            Event::RoleGranted(e) => permissions::apply_granted(self, recorded, e),
            Event::GrantEnded(e) => permissions::apply_grant_ended(self, recorded, e),
            Event::VisionDrafted(e) => visions::apply_drafted(self, recorded, e),
            Event::ModelDefined(e) => models::apply_defined(self, recorded, e),
            Event::ModelPutInForce(e) => models::apply_in_force(self, recorded, e),
            Event::TopicDescribed(e) => topics::apply_described(self, recorded, e),
            Event::ElementDrafted(e) => elements::apply_drafted(self, recorded, e),
            Event::WordingProposed(e) => elements::apply_proposed(self, recorded, e),
            Event::ThreadTied(e) => threads::apply_tied(self, recorded, e),
            Event::ThreadUntied(e) => threads::apply_untied(self, recorded, e),
            Event::PlanDrafted(e) => plans::apply_drafted(self, recorded, e),
            Event::PlacedInPlan(e) => plans::apply_placed(self, recorded, e),
            Event::PlanHandedIn(e) => plans::apply_handed_in(self, recorded, e),
            Event::DecisionRecorded(e) => decisions::apply_recorded(self, recorded, e),
            Event::DecisionMarked(e) => decisions::apply_marked(self, recorded, e),
            Event::FoundInSource(e) => decisions::apply_found(self, recorded, e),
            Event::IndicatorDefined(e) => indicators::apply_defined(self, recorded, e),
            Event::IndicatorServes(e) => indicators::apply_serves(self, recorded, e),
            Event::IndicatorServesNoLonger(e) => {
                indicators::apply_serves_no_longer(self, recorded, e);
            }
            Event::MeasurementReported(e) => indicators::apply_measured(self, recorded, e),
            Event::TargetSet(e) => indicators::apply_aimed(self, recorded, e),
            Event::RoundOpened(e) => rounds::apply_opened(self, recorded, e),
            Event::AssessmentProposed(e) => assessments::apply_proposed(self, recorded, e),
            Event::AssessmentStepped(e) => assessments::apply_stepped(self, recorded, e),
            Event::NoticePublished(e) => site::notices::apply_published(self, recorded, e),
            Event::NoticeEnded(e) => site::notices::apply_ended(self, recorded, e),
            Event::OfficeDescribed(e) => site::offices::apply_described(self, recorded, e),
            Event::HoursSet(e) => site::offices::apply_hours(self, recorded, e),
            Event::HoursExcepted(e) => site::offices::apply_exception(self, recorded, e),
            Event::PageDescribed(e) => site::pages::apply_described(self, recorded, e),
            Event::FrameEntered(e) => frames::apply_entered(self, recorded, e),
            Event::AccountsReported(e) => frames::apply_reported(self, recorded, e),
            Event::DocumentDrafted(e) => documents::apply_drafted(self, recorded, e),
            Event::DocumentTypeDescribed(e) => document_types::apply_described(self, recorded, e),
            Event::RuleRecorded(e) => external_rules::apply_recorded(self, recorded, e),
            Event::RuleChecked(e) => external_rules::apply_checked(self, recorded, e),
            Event::DirectiveDrafted(e) => directives::apply_drafted(self, recorded, e),
            // Evidence, not state: the file lies in a blob and its facts in their own events.
            Event::FactsImported(_) => {}
        }
    }
}

impl Recorded {
    /// The day of recording, where the municipality is: when a page says that its facts last
    /// changed.
    fn recorded_day(&self) -> Date {
        crate::local_time::local(self.recorded_at).date()
    }
}

/// Whether an event may change what residents see. A draft, a proposal or a grant does not.
fn touches_published(event: &Event) -> bool {
    match event {
        Event::VisionDrafted(_)
        | Event::ElementDrafted(_)
        | Event::WordingProposed(_)
        | Event::PlanDrafted(_)
        | Event::PlacedInPlan(_)
        | Event::PlanHandedIn(_)
        | Event::RoleGranted(_)
        | Event::GrantEnded(_)
        | Event::AssessmentProposed(_)
        | Event::AssessmentStepped(_)
        | Event::RoundOpened(_)
        | Event::DocumentDrafted(_)
        | Event::DirectiveDrafted(_)
        | Event::FactsImported(_) => false,
        // A measurement without an open source is not public before its round is decided.
        Event::MeasurementReported(e) => e.source.is_some(),
        Event::GroupDescribed(_)
        | Event::SourceCited(_)
        | Event::BodyFounded(_)
        | Event::BodyRenamed(_)
        | Event::BodyMoved(_)
        | Event::BodyEnded(_)
        | Event::ModelDefined(_)
        | Event::ModelPutInForce(_)
        | Event::TopicDescribed(_)
        | Event::ThreadTied(_)
        | Event::ThreadUntied(_)
        | Event::DecisionRecorded(_)
        | Event::DecisionMarked(_)
        | Event::FoundInSource(_)
        | Event::DocumentTypeDescribed(_)
        | Event::RuleRecorded(_)
        | Event::RuleChecked(_)
        | Event::IndicatorDefined(_)
        | Event::IndicatorServes(_)
        | Event::FrameEntered(_)
        | Event::AccountsReported(_)
        | Event::IndicatorServesNoLonger(_)
        | Event::TargetSet(_)
        | Event::NoticePublished(_)
        | Event::NoticeEnded(_)
        | Event::OfficeDescribed(_)
        | Event::HoursSet(_)
        | Event::HoursExcepted(_)
        | Event::PageDescribed(_) => true,
    }
}

/// What the rules ask. Each refuses by naming what is missing and from when it stands.
impl State {
    pub(crate) fn source(&self, id: SourceId) -> Option<&Source> {
        // A source says what it said on every day; only our citation is corrected.
        self.sources.get(&id)?.entries().last().map(|e| &e.value)
    }

    pub(crate) fn source_known(&self, id: SourceId) -> Result<(), Refusal> {
        let known = self.sources.contains_key(&id);
        if known {
            Ok(())
        } else {
            Err(Refusal::Unknown { fact: Fact::Source })
        }
    }

    pub(crate) fn slug_free<I: PartialEq + Copy>(
        &self,
        slug: &Slug,
        taken: &OrdMap<Slug, I>,
        own: &I,
    ) -> Result<(), Refusal> {
        if !slug.is_sound() {
            return Err(Refusal::NotASlug {
                slug: slug.to_string(),
            });
        }
        match taken.get(slug) {
            Some(other) if other != own => Err(Refusal::SlugTaken {
                slug: slug.to_string(),
            }),
            Some(_) | None => Ok(()),
        }
    }

    pub(crate) fn element_slug_free(
        &self,
        model: ModelId,
        slug: &Slug,
        own: ElementId,
    ) -> Result<(), Refusal> {
        if !slug.is_sound() {
            return Err(Refusal::NotASlug {
                slug: slug.to_string(),
            });
        }
        match self.element_slugs.get(&(model, slug.clone())) {
            Some(other) if *other != own => Err(Refusal::SlugTaken {
                slug: slug.to_string(),
            }),
            Some(_) | None => Ok(()),
        }
    }

    /// A body that is recorded by a day, alive or not.
    pub(crate) fn body_founded(&self, id: BodyId, on: Date) -> Result<&Body, Refusal> {
        let body = self
            .bodies
            .get(&id)
            .ok_or(Refusal::Unknown { fact: Fact::Body })?;
        if body.on > on {
            return Err(Refusal::TooEarly {
                on,
                stands_from: body.on,
                fact: Fact::Body,
            });
        }
        Ok(body)
    }

    /// A body that exists on a day, so that work can be given to it.
    pub(crate) fn body_alive(&self, id: BodyId, on: Date) -> Result<&Body, Refusal> {
        let body = self.body_founded(id, on)?;
        if body.is_alive(on) {
            Ok(body)
        } else if body.from.day() > on {
            let stands_from = body.from.day();
            Err(Refusal::TooEarly {
                on,
                stands_from,
                fact: Fact::Body,
            })
        } else {
            let last_day = body.ends.at(on).map(|end| end.last_day);
            Err(Refusal::BodyNotAlive { on, last_day })
        }
    }

    /// The first day after `last_day` on which work was given to a body.
    ///
    /// Reads everything: a body ends once in many years, and an index of all that can be
    /// given to it would have to be kept right by every module.
    pub(crate) fn first_work_after(&self, body: BodyId, last_day: Date) -> Option<(Date, Fact)> {
        let elements = self.elements.values().flat_map(|element| {
            let gives = |wording: &Wording| {
                wording.owner == Some(body)
                    || matches!(&wording.addressed_to, Addressed::To(all) if all.contains(&body))
            };
            let drafted = element.drafts.entries().iter();
            let drafted = drafted.filter(move |e| gives(&e.value.1)).map(|e| e.on);
            let adopted = element.adopted.entries().iter().filter(move |e| {
                let wording = element.wording(e.value.wording);
                wording.is_some_and(|wording| gives(wording))
            });
            let given = element.transfers.entries().iter();
            let given = given.filter(move |e| e.value.0 == body).map(|e| e.on);
            drafted.chain(adopted.map(|e| e.on)).chain(given)
        });
        let plans = self.plans.values().filter(|plan| plan.body == body);
        let plans = plans.flat_map(|plan| plan.stages.entries().first().map(|e| e.on));
        let judged = self.assessments.values();
        let judged = judged.filter(|assessment| assessment.body == Some(body));
        let judged = judged.flat_map(|a| a.versions.entries().iter().map(|e| e.on));
        let topics = self.topics.values().flat_map(|topic| {
            let described = topic.descriptions.entries().iter();
            described
                .filter(|e| e.value.1.owner == Some(body))
                .map(|e| e.on)
        });
        let indicators = self.indicators.values().flat_map(|indicator| {
            let defined = indicator.definitions.entries().iter();
            defined
                .filter(|e| e.value.1.responsible == Some(body))
                .map(|e| e.on)
        });
        let work = elements
            .chain(plans)
            .chain(judged)
            .chain(topics)
            .chain(indicators)
            .chain(self.document_duties(body))
            .chain(self.directive_days(body));
        let frames = self.frame_entries.values().map(|entry| &entry.record);
        let frames = frames.filter(|entry| entry.body == body);
        let frames = frames.filter_map(|entry| Period::years(entry.year, entry.year));
        let work = work.chain(frames.map(Period::first_day));
        let decided = self.decided_by.get(&body).into_iter().flatten();
        let decided = decided
            .filter_map(|id| self.decisions.get(id))
            .map(|d| d.on);
        work.map(|day| (day, Fact::WorkGiven))
            .chain(decided.map(|day| (day, Fact::Decision)))
            .filter(|(day, _)| *day > last_day)
            .min()
    }

    /// Whether `body` answers to `above`, by any way and on any day.
    pub(crate) fn answers_up_to(&self, body: BodyId, above: BodyId) -> bool {
        self.climbs(body, above, |b| {
            b.answers_to
                .entries()
                .iter()
                .flat_map(|e| e.value.1.clone())
                .collect()
        })
    }

    /// Whether `body` answers to `above` on a day, by any way.
    pub(crate) fn answers_up_to_on(&self, body: BodyId, above: BodyId, day: Date) -> bool {
        self.climbs(body, above, |b| b.answers_to_on(day).to_vec())
    }

    fn climbs(&self, body: BodyId, above: BodyId, up: impl Fn(&Body) -> Vec<BodyId>) -> bool {
        let mut next = vec![body];
        let mut seen = BTreeSet::new();
        while let Some(id) = next.pop() {
            if id == above {
                return true;
            }
            if seen.insert(id)
                && let Some(body) = self.bodies.get(&id)
            {
                next.extend(up(body));
            }
        }
        false
    }

    pub(crate) fn model_on(&self, id: ModelId, on: Date) -> Result<&Arc<ModelDefinition>, Refusal> {
        let model = self
            .models
            .get(&id)
            .ok_or(Refusal::Unknown { fact: Fact::Model })?;
        stood_by(model.definitions.entries(), on, Fact::Model)?;
        model
            .definitions
            .at(on)
            .ok_or(Refusal::Unknown { fact: Fact::Model })
    }

    pub(crate) fn element_known(&self, id: ElementId, on: Date) -> Result<&Element, Refusal> {
        let element = self.elements.get(&id).ok_or(Refusal::Unknown {
            fact: Fact::Element,
        })?;
        stood_by(element.drafts.entries(), on, Fact::Element)?;
        Ok(element)
    }

    pub(crate) fn level_of(&self, element: &Element, on: Date) -> Result<&Level, Refusal> {
        let unknown = Refusal::Unknown { fact: Fact::Level };
        let (Some(model), Some(level)) = (element.model, element.level) else {
            return Err(unknown);
        };
        self.model_on(model, on)?.level(level).ok_or(unknown)
    }

    pub(crate) fn vision_known(&self, id: VisionId, on: Date) -> Result<&Vision, Refusal> {
        let vision = self
            .visions
            .get(&id)
            .ok_or(Refusal::Unknown { fact: Fact::Vision })?;
        stood_by(vision.drafts.entries(), on, Fact::Vision)?;
        Ok(vision)
    }

    pub(crate) fn plan_known(&self, id: PlanId, on: Date) -> Result<&Plan, Refusal> {
        let plan = self
            .plans
            .get(&id)
            .ok_or(Refusal::Unknown { fact: Fact::Plan })?;
        stood_by(plan.stages.entries(), on, Fact::Plan)?;
        Ok(plan)
    }

    pub(crate) fn round_known(&self, id: RoundId, on: Date) -> Result<&Round, Refusal> {
        let round = self
            .rounds
            .get(&id)
            .ok_or(Refusal::Unknown { fact: Fact::Round })?;
        if round.on > on {
            return Err(Refusal::TooEarly {
                on,
                stands_from: round.on,
                fact: Fact::Round,
            });
        }
        Ok(round)
    }

    pub(crate) fn assessment_known(
        &self,
        id: AssessmentId,
        on: Date,
    ) -> Result<&Assessment, Refusal> {
        let unknown = Refusal::Unknown {
            fact: Fact::Assessment,
        };
        let assessment = self.assessments.get(&id).ok_or(unknown)?;
        stood_by(assessment.versions.entries(), on, Fact::Assessment)?;
        Ok(assessment)
    }

    pub(crate) fn assessments_of(&self, subject: Subject) -> impl Iterator<Item = &Assessment> {
        let ids = self.judged.get(&subject).into_iter().flatten();
        ids.filter_map(|id| self.assessments.get(id))
            .map(AsRef::as_ref)
    }

    pub(crate) fn decision_standing(&self, id: DecisionId) -> Result<&Decision, Refusal> {
        self.decisions
            .get(&id)
            .map(AsRef::as_ref)
            .ok_or(Refusal::Unknown {
                fact: Fact::Decision,
            })
    }

    pub(crate) fn indicator_known(
        &self,
        id: IndicatorId,
        on: Date,
    ) -> Result<&Definition, Refusal> {
        let unknown = Refusal::Unknown {
            fact: Fact::Indicator,
        };
        let indicator = self.indicators.get(&id).ok_or(unknown.clone())?;
        stood_by(indicator.definitions.entries(), on, Fact::Indicator)?;
        indicator
            .definitions
            .at(on)
            .map(|(_, d)| d.as_ref())
            .ok_or(unknown)
    }

    /// The first day on which an indicator stood.
    pub(crate) fn indicator_since(&self, id: IndicatorId) -> Result<Date, Refusal> {
        let first = self
            .indicators
            .get(&id)
            .and_then(|i| i.definitions.entries().first());
        first.map(|e| e.on).ok_or(Refusal::Unknown {
            fact: Fact::Indicator,
        })
    }

    pub(crate) fn dimension_of(&self, id: TopicId) -> Option<Dimension> {
        // A topic's dimension never changes, so any of its descriptions tells.
        self.topics
            .get(&id)?
            .descriptions
            .entries()
            .first()
            .map(|e| e.value.1.dimension)
    }

    pub(crate) fn verdict_uses_any(&self, values: &BTreeSet<ScaleValueId>) -> bool {
        self.assessments
            .values()
            .flat_map(|a| a.versions.entries())
            .any(|e| {
                let verdict = &e.value.verdict;
                values.contains(&verdict.for_year)
                    || verdict.to_period_end.is_some_and(|v| values.contains(&v))
            })
    }

    /// The adoption that stood on a day: the latest whose decision had not been quashed.
    pub(crate) fn adoption_on<'a>(
        &self,
        adopted: &'a Timeline<Adoption>,
        day: Date,
    ) -> Option<&'a Entry<Adoption>> {
        adopted
            .up_to(day)
            .iter()
            .rev()
            .find(|entry| match entry.value.basis {
                Basis::Source(..) => true,
                Basis::Decision(id) => self.decision_stands(id, day),
            })
    }

    /// The ending that stood on a day, likewise.
    pub(crate) fn ending_on(&self, element: &Element, day: Date) -> Option<(Ending, DecisionId)> {
        let endings = element.endings.up_to(day).iter().rev();
        endings
            .map(|e| e.value)
            .find(|(_, decision)| self.decision_stands(*decision, day))
    }

    /// The body that owns an element on a day: by the latest adopted wording or transfer.
    pub(crate) fn owner_on(&self, element: &Element, day: Date) -> Option<BodyId> {
        let adopted = self.adoption_on(&element.adopted, day);
        let transfer = element
            .transfers
            .up_to(day)
            .iter()
            .rev()
            .find(|e| self.decision_stands(e.value.1, day));
        let by_wording = adopted.and_then(|e| element.wording(e.value.wording)?.owner);
        match (adopted, transfer) {
            (Some(a), Some(t)) if (a.on, a.position) > (t.on, t.position) => by_wording,
            (_, Some(transfer)) => Some(transfer.value.0),
            (_, None) => by_wording,
        }
    }

    /// The body whose matter an element is on a day: its owner, or, before it is adopted, the
    /// one that its draft names.
    pub(crate) fn owner_or_author(&self, element: &Element, day: Date) -> Option<BodyId> {
        match self.adoption_on(&element.adopted, day) {
            Some(_) => self.owner_on(element, day),
            None => element
                .drafts
                .at(day)
                .and_then(|(_, wording)| wording.owner),
        }
    }

    /// The first day after `day` on which something was decided of an element: what would
    /// then be decided of an element that had ended.
    pub(crate) fn first_act_after(&self, element: &Element, day: Date) -> Option<Date> {
        let adopted = element.adopted.entries().iter().map(|e| {
            (
                e.on,
                match e.value.basis {
                    Basis::Decision(id) => Some(id),
                    Basis::Source(..) => None,
                },
            )
        });
        let given = element.transfers.entries().iter();
        let ended = element.endings.entries().iter();
        let given = given.map(|e| (e.on, Some(e.value.1)));
        let ended = ended.map(|e| (e.on, Some(e.value.1)));
        let acts = adopted
            .chain(given)
            .chain(ended)
            .filter(|(on, _)| *on > day);
        let standing =
            acts.filter(|(_, by)| by.is_none_or(|id| self.decision_stands(id, Date::MAX)));
        standing.map(|(on, _)| on).min()
    }

    pub(crate) fn decision_stands(&self, id: DecisionId, day: Date) -> bool {
        self.decisions.get(&id).is_some_and(|d| !d.is_quashed(day))
    }
}

/// Refuses what would refer to a fact before the fact stood.
pub(crate) fn stood_by<T>(entries: &[Entry<T>], on: Date, fact: Fact) -> Result<(), Refusal> {
    match entries.first() {
        None => Err(Refusal::Unknown { fact }),
        Some(first) if first.on > on => Err(Refusal::TooEarly {
            on,
            stands_from: first.on,
            fact,
        }),
        Some(_) => Ok(()),
    }
}
