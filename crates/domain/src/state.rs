//! State: everything recorded, folded from the events in order of position.
//!
//! An immutable value behind an `Arc`, built of persistent maps: a reader takes it and
//! nothing is locked. What can change is a timeline, and it is read through a lens:
//! [`State::on`] for those who work, [`State::published`] for residents. No accessor here
//! returns a timeline's last value without a day, but that of translations, which are no part of a
//! decision and serve every day (decision 081).

use crate::assessments::{self, Assessment, Subject};
use crate::bodies::{self, Body};
use crate::comparisons::{self, Comparisons, Peers};
use crate::decisions::{self, Decision};
use crate::directives::{self, Directive};
use crate::documents::{self, Document, DocumentKind};
use crate::elements::{self, Element};
use crate::event::{Event, Recorded};
use crate::external_rules::{self, ExternalRule};
use crate::financial_management::{self, Guidance};
use crate::frames::{self, Accounts, FrameEntry};
use crate::group::{self, DescribeGroup};
use crate::ids::{
    AccountsId, AssessmentId, BodyId, DecisionId, DirectiveId, DocumentId, ElementId, FrameEntryId,
    GuidanceId, IndicatorId, LevelId, ModelId, NoteId, NoticeId, OfficeId, PageId, PeersId,
    PersonId, PlanId, ReportId, RoundId, SourceId, TermId, ThreadId, TopicId, VisionId,
};
use crate::indicators::{self, Indicator};
use crate::models::{self, Model};
use crate::notes::{self, Note};
use crate::periods::Period;
use crate::permissions::{self, Grants};
use crate::plans::{self, Plan};
use crate::proposals::{self, Proposable};
use crate::published::Published;
use crate::refusal::{Fact, Refusal};
use crate::register::{self, Register};
use crate::reports::{self, Report};
use crate::rounds::{self, Round};
use crate::shares::{self, Shares};
use crate::site::notices::Notice;
use crate::site::offices::Office;
use crate::site::pages::Page;
use crate::slugs::Slug;
use crate::sources::{self, Citations};
use crate::terms::{self, Term};
use crate::texts::Text;
use crate::threads::{self, Thread};
use crate::timeline::{Entry, Timeline};
use crate::topics::{self, Dimension, Topic};
use crate::visibility::{self, Readable, Visibility};
use crate::visions::{self, Vision};
use crate::{document_types, site};
use imbl::{OrdMap, OrdSet, Vector};
use jiff::civil::Date;
use std::sync::Arc;

/// Everything recorded.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub(crate) position: u64,
    pub(crate) public_position: u64,
    pub(crate) public_changed: Option<Date>,
    /// Whether any person has recorded anything that residents see.
    pub(crate) has_hands: bool,
    pub(crate) kept_back_position: u64,
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
    /// What people have handed over to others, by the day from which it holds.
    pub(crate) handed_over: Vector<elements::HandedOver>,
    pub(crate) elements_of: OrdMap<ModelId, OrdSet<ElementId>>,
    /// The elements of a level, by each period that any of their wordings is for.
    pub(crate) elements_on: OrdMap<(ModelId, LevelId), OrdMap<Period, OrdSet<ElementId>>>,
    pub(crate) element_slugs: OrdMap<(ModelId, Slug), ElementId>,
    pub(crate) element_numbers: OrdMap<u32, ElementId>,
    pub(crate) owned_by: OrdMap<BodyId, OrdSet<ElementId>>,
    pub(crate) continued_by: OrdMap<ElementId, OrdSet<ElementId>>,
    pub(crate) answered_by: OrdMap<ElementId, OrdSet<ElementId>>,
    pub(crate) ordered_to: OrdMap<BodyId, OrdSet<ElementId>>,
    pub(crate) ordered_to_all: OrdSet<ElementId>,
    pub(crate) threads: OrdMap<ThreadId, Arc<Thread>>,
    pub(crate) plans: OrdMap<PlanId, Arc<Plan>>,
    /// The decisions that adopted a plan for a period of which nothing else is known.
    pub(crate) unseen_plans: OrdMap<Period, OrdSet<DecisionId>>,
    pub(crate) decisions: OrdMap<DecisionId, Arc<Decision>>,
    /// The decisions that a court has quashed, with the first day on which they no longer stood.
    pub(crate) quashed: OrdMap<DecisionId, Date>,
    pub(crate) decided_by: OrdMap<BodyId, OrdSet<DecisionId>>,
    /// The decisions that changed something of a body.
    pub(crate) organised_by: OrdMap<BodyId, OrdSet<DecisionId>>,
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
    pub(crate) written_pages: OrdMap<PageId, Arc<site::written::WrittenPage>>,
    pub(crate) written_slugs: OrdMap<Slug, PageId>,
    pub(crate) translations: site::translations::Translations,
    /// What was erased of what residents answered, and under which decisions.
    pub(crate) erased_answers: Vector<site::answers::Erased>,
    pub(crate) frame_entries: OrdMap<FrameEntryId, Arc<FrameEntry>>,
    pub(crate) accounts: OrdMap<AccountsId, Arc<Accounts>>,
    pub(crate) visibility: OrdMap<Readable, Timeline<Visibility>>,
    pub(crate) guidance: OrdMap<GuidanceId, Arc<Guidance>>,
    pub(crate) reports: OrdMap<ReportId, Arc<Report>>,
    pub(crate) terms: OrdMap<TermId, Arc<Term>>,
    pub(crate) notes: OrdMap<NoteId, Arc<Note>>,
    pub(crate) shares: OrdMap<BodyId, Arc<Shares>>,
    pub(crate) peers: OrdMap<PeersId, Arc<Peers>>,
    pub(crate) comparisons: OrdMap<IndicatorId, Arc<Comparisons>>,
    /// Who recorded what, and when.
    pub(crate) register: Register,
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

    /// The position of the last event that said who may read something: no page that was made
    /// before it may be given out after it.
    pub fn kept_back_position(&self) -> u64 {
        self.kept_back_position
    }

    /// What residents see on a day. `today` is the day it is.
    pub fn published(&self, day: Date, today: Date) -> Published<'_> {
        Published::new(self, day, today)
    }

    /// Folds an event in. Holds no rule and cannot fail: `decide` has asked every rule, and
    /// an event in the journal is a fact.
    pub fn apply(&mut self, recorded: &Recorded) {
        self.position = recorded.position;
        if self.touches_published(&recorded.event) {
            self.public_position = recorded.position;
            self.public_changed = Some(recorded.recorded_day());
            self.has_hands |= matches!(recorded.actor, permissions::Actor::Person(_));
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
            Event::ModelDropped(e) => models::apply_dropped(self, recorded, e),
            Event::TopicDescribed(e) => topics::apply_described(self, recorded, e),
            Event::ElementDrafted(e) => elements::apply_drafted(self, recorded, e),
            Event::WordingProposed(e) => elements::apply_proposed(self, recorded, e),
            Event::DraftDropped(e) => elements::apply_dropped(self, recorded, e),
            Event::ProposalTakenBack(e) => {
                elements::proposals::apply_taken_back(self, recorded, e);
            }
            Event::LookedAfter(e) => {
                elements::looked_after::apply_looked_after(self, recorded, e);
            }
            Event::SlipRighted(e) => elements::righting::apply_righted(self, recorded, e),
            Event::HandedOver(e) => elements::looked_after::apply_handed_over(self, recorded, e),
            Event::ThreadTied(e) => threads::apply_tied(self, recorded, e),
            Event::ThreadUntied(e) => threads::apply_untied(self, recorded, e),
            Event::PlanDrafted(e) => plans::apply_drafted(self, recorded, e),
            Event::PlacedInPlan(e) => plans::apply_placed(self, recorded, e),
            Event::PlanArranged(e) => plans::apply_arranged(self, recorded, e),
            Event::PlanHandedIn(e) => plans::apply_handed_in(self, recorded, e),
            Event::PlanTakenBack(e) => plans::apply_taken_back(self, recorded, e),
            Event::PlanReferred(e) => plans::apply_referred(self, recorded, e),
            Event::ReferralCalledOff(e) => plans::apply_called_off(self, recorded, e),
            Event::ReferralAnswered(e) => plans::apply_answered(self, recorded, e),
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
            Event::RoundCalledOff(e) => rounds::apply_called_off(self, recorded, e),
            Event::AssessmentProposed(e) => assessments::apply_proposed(self, recorded, e),
            Event::AssessmentStepped(e) => assessments::apply_stepped(self, recorded, e),
            Event::NoticePublished(e) => site::notices::apply_published(self, recorded, e),
            Event::NoticeEnded(e) => site::notices::apply_ended(self, recorded, e),
            Event::OfficeDescribed(e) => site::offices::apply_described(self, recorded, e),
            Event::HoursSet(e) => site::offices::apply_hours(self, recorded, e),
            Event::HoursExcepted(e) => site::offices::apply_exception(self, recorded, e),
            Event::ExceptionTakenBack(e) => site::offices::apply_taken_back(self, recorded, e),
            Event::PageDescribed(e) => site::pages::apply_described(self, recorded, e),
            Event::PageWritten(e) => site::written::apply_written(self, recorded, e),
            Event::TextTranslated(e) => site::translations::apply_translated(self, recorded, e),
            Event::AnswersErased(e) => site::answers::apply_erased(self, recorded, e),
            Event::FrameEntered(e) => frames::apply_entered(self, recorded, e),
            Event::AccountsReported(e) => frames::apply_reported(self, recorded, e),
            Event::DocumentDrafted(e) => documents::apply_drafted(self, recorded, e),
            Event::DocumentHandedIn(e) => {
                let what = (Proposable::Document(e.document), e.wording);
                proposals::apply_handed_in(self, recorded, what);
            }
            Event::DirectiveHandedIn(e) => {
                let what = (Proposable::Directive(e.directive), e.wording);
                proposals::apply_handed_in(self, recorded, what);
            }
            Event::ProposalRecalled(e) => proposals::apply_recalled(self, recorded, e),
            Event::ProposalDropped(e) => proposals::apply_dropped(self, recorded, e),
            Event::DocumentTypeDescribed(e) => document_types::apply_described(self, recorded, e),
            Event::RuleRecorded(e) => external_rules::apply_recorded(self, recorded, e),
            Event::RuleChecked(e) => external_rules::apply_checked(self, recorded, e),
            Event::DirectiveDrafted(e) => directives::apply_drafted(self, recorded, e),
            Event::VisibilitySet(e) => visibility::apply_set(self, recorded, e),
            Event::FinancialManagementGuided(e) => {
                financial_management::apply_guided(self, recorded, e);
            }
            Event::ReportFiled(e) => reports::apply_filed(self, recorded, e),
            Event::TermSet(e) => terms::apply_set(self, recorded, e),
            Event::NoteTaken(e) => notes::apply_taken(self, recorded, e),
            Event::ShareHeld(e) => shares::apply_held(self, recorded, e),
            Event::PeersDescribed(e) => comparisons::apply_described(self, recorded, e),
            Event::ComparisonRecorded(e) => comparisons::apply_recorded(self, recorded, e),
            // Evidence, not state: the file lies in a blob and its facts in their own events.
            Event::FactsImported(_) => {}
        }
        register::register(self, recorded);
    }

    /// Whether an event may change what residents see. A draft, a proposal or a grant does not.
    fn touches_published(&self, event: &Event) -> bool {
        match event {
            Event::VisionDrafted(_)
            | Event::ElementDrafted(_)
            | Event::WordingProposed(_)
            | Event::PlanDrafted(_)
            | Event::PlacedInPlan(_)
            | Event::PlanArranged(_)
            | Event::PlanHandedIn(_)
            | Event::PlanTakenBack(_)
            | Event::PlanReferred(_)
            | Event::ReferralCalledOff(_)
            | Event::ReferralAnswered(_)
            | Event::DraftDropped(_)
            | Event::ProposalTakenBack(_)
            | Event::LookedAfter(_)
            | Event::HandedOver(_)
            | Event::RoleGranted(_)
            | Event::GrantEnded(_)
            | Event::AssessmentProposed(_)
            | Event::AssessmentStepped(_)
            | Event::RoundCalledOff(_)
            | Event::DocumentDrafted(_)
            | Event::DocumentHandedIn(_)
            | Event::DirectiveHandedIn(_)
            | Event::ProposalRecalled(_)
            | Event::ProposalDropped(_)
            | Event::AnswersErased(_)
            | Event::DirectiveDrafted(_)
            | Event::ModelDropped(_)
            | Event::FactsImported(_) => false,
            // A model is a draft until it is in force, or is said to come into force.
            Event::ModelDefined(e) => self.has_force(e.model),
            // A measurement without an open source is not public before its round is decided.
            Event::MeasurementReported(e) => e.source.is_some(),
            // The verdicts in a round bear its name: a new one is theirs, too.
            Event::RoundOpened(e) => self.rounds.contains_key(&e.round),
            Event::GroupDescribed(_)
            | Event::SourceCited(_)
            | Event::BodyFounded(_)
            | Event::BodyRenamed(_)
            | Event::BodyMoved(_)
            | Event::BodyEnded(_)
            | Event::ModelPutInForce(_)
            | Event::TopicDescribed(_)
            | Event::ThreadTied(_)
            | Event::ThreadUntied(_)
            | Event::DecisionRecorded(_)
            | Event::DecisionMarked(_)
            | Event::SlipRighted(_)
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
            | Event::ExceptionTakenBack(_)
            | Event::VisibilitySet(_)
            | Event::FinancialManagementGuided(_)
            | Event::ReportFiled(_)
            | Event::TermSet(_)
            | Event::NoteTaken(_)
            | Event::ShareHeld(_)
            | Event::PeersDescribed(_)
            | Event::ComparisonRecorded(_)
            | Event::PageDescribed(_)
            | Event::PageWritten(_)
            | Event::TextTranslated(_) => true,
        }
    }
}

impl Recorded {
    /// The day of recording, where the municipality is: when a page says that its facts last
    /// changed.
    pub(crate) fn recorded_day(&self) -> Date {
        crate::local_time::local(self.recorded_at).date()
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
