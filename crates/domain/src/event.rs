//! Events: what happened, in words a civil servant would use. Written once.
//!
//! This file is the table of contents of the journal. An event's content is the command
//! that it came from, in the module of its noun: it says what was meant, not which fields
//! differ, and holds no derived values. Fields may be added with a default; a changed
//! meaning is a new kind.

use crate::texts::{lift, lower};
use crate::{
    assessments, bodies, comparisons, decisions, directives, document_types, documents, elements,
    external_rules, financial_management, frames, group, indicators, models, notes, permissions,
    plans, proposals, reports, rounds, shares, site, sources, terms, threads, topics, visibility,
    visions,
};
use jiff::Timestamp;
use jiff::civil::Date;
use std::sync::Arc;

macro_rules! events {
    ($($(#[$doc:meta])* $kind:ident($content:ty),)*) => {
        /// What happened.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Event {
            $($(#[$doc])* $kind($content),)*
        }

        impl Event {
            /// Every kind, as rows name it.
            pub const KINDS: &'static [&'static str] = &[$(stringify!($kind)),*];

            /// The kind, as rows name it.
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Event::$kind(_) => stringify!($kind),)*
                }
            }

            /// The place of its kind among all kinds.
            pub(crate) fn place(&self) -> u8 {
                /// The kinds without their contents, in the same order.
                enum Place { $($kind,)* }
                match self {
                    $(Event::$kind(_) => Place::$kind as u8,)*
                }
            }

            /// The content without its texts, as JSON, and the texts.
            ///
            /// # Errors
            /// Never for the events of this version; serde keeps the possibility.
            pub fn to_body(&self) -> Result<(String, Vec<Arc<str>>), serde_json::Error> {
                match self {
                    $(Event::$kind(content) => lift(content),)*
                }
            }

            /// The event of a row; `None` if this version does not know the kind.
            ///
            /// # Errors
            /// If the body is not of the kind.
            pub fn from_body(
                kind: &str,
                body: &str,
                texts: Option<Vec<Arc<str>>>,
            ) -> Option<Result<Self, serde_json::Error>> {
                match kind {
                    $(stringify!($kind) => Some(lower(body, texts).map(Event::$kind)),)*
                    _ => None,
                }
            }
        }
    };
}

events! {
    /// The municipality was described.
    GroupDescribed(group::DescribeGroup),
    /// A public source was cited.
    SourceCited(sources::CiteSource),
    /// A body was founded.
    BodyFounded(bodies::FoundBody),
    /// A body got another name.
    BodyRenamed(bodies::RenameBody),
    /// A body came to answer to others.
    BodyMoved(bodies::MoveBody),
    /// A body ended.
    BodyEnded(bodies::EndBody),
    /// A role was granted.
    RoleGranted(permissions::GrantRole),
    /// A grant was ended.
    GrantEnded(permissions::EndGrant),
    /// A vision was drafted.
    VisionDrafted(visions::DraftVision),
    /// A model was defined.
    ModelDefined(models::DefineModel),
    /// A model was put in force.
    ModelPutInForce(models::PutModelInForce),
    /// A draft of a model was thrown away.
    ModelDropped(models::DropModel),
    /// A topic was described.
    TopicDescribed(topics::DescribeTopic),
    /// An element was drafted.
    ElementDrafted(elements::DraftElement),
    /// Another wording of an element was proposed.
    WordingProposed(elements::ProposeWording),
    /// A draft was taken back.
    DraftDropped(elements::DropDraft),
    /// What was proposed beside a decided wording was taken back.
    ProposalTakenBack(elements::TakeBackProposal),
    /// Somebody looks after an element.
    LookedAfter(elements::LookAfter),
    /// A slip of the pen in what is decided was put right.
    SlipRighted(elements::RightSlip),
    /// Everything that one looked after was handed over to another.
    HandedOver(elements::HandOver),
    /// A thread was tied.
    ThreadTied(threads::TieThread),
    /// A thread was untied.
    ThreadUntied(threads::UntieThread),
    /// A plan was started.
    PlanDrafted(plans::DraftPlan),
    /// Elements were placed in a plan.
    PlacedInPlan(plans::PlaceInPlan),
    /// The rows of a plan were put in another order.
    PlanArranged(plans::ArrangePlan),
    /// A plan was handed in.
    PlanHandedIn(plans::HandInPlan),
    /// A plan that was handed in was taken back.
    PlanTakenBack(plans::TakeBackPlan),
    /// Other bodies were asked what they say of a plan.
    PlanReferred(plans::ReferPlan),
    /// Nobody is asked any longer.
    ReferralCalledOff(plans::CallOffReferral),
    /// A body said what it says of a plan that it was asked about.
    ReferralAnswered(plans::AnswerReferral),
    /// A decision was recorded.
    DecisionRecorded(decisions::RecordDecision),
    /// Something became of a decision.
    DecisionMarked(decisions::MarkDecision),
    /// Wordings were found in a public source that names no decision.
    FoundInSource(decisions::FindInSource),
    /// An indicator was defined.
    IndicatorDefined(indicators::DefineIndicator),
    /// A group of municipalities to compare with was described.
    PeersDescribed(comparisons::DescribePeers),
    /// What the municipalities of a group measured was recorded.
    ComparisonRecorded(comparisons::RecordComparison),
    /// An indicator came to serve an element.
    IndicatorServes(indicators::ServeElement),
    /// An indicator came to serve an element no longer.
    IndicatorServesNoLonger(indicators::StopServing),
    /// A measurement was reported.
    MeasurementReported(indicators::ReportMeasurement),
    /// A target was set.
    TargetSet(indicators::SetTarget),
    /// A round was opened, or it was said anew when it is.
    RoundOpened(rounds::OpenRound),
    /// A round was called off.
    RoundCalledOff(rounds::CallOffRound),
    /// A verdict was proposed.
    AssessmentProposed(assessments::ProposeAssessment),
    /// An assessment came a step further.
    AssessmentStepped(assessments::StepAssessment),
    /// A service notice was published, or published anew.
    NoticePublished(site::notices::PublishNotice),
    /// A service notice was ended.
    NoticeEnded(site::notices::EndNotice),
    /// An office was described.
    OfficeDescribed(site::offices::DescribeOffice),
    /// The hours of an office were set.
    HoursSet(site::offices::SetHours),
    /// Other hours were set for some dated days.
    HoursExcepted(site::offices::SetException),
    /// What was said of some days was taken back.
    ExceptionTakenBack(site::offices::TakeBackException),
    /// It was said who is responsible for a page.
    PageDescribed(site::pages::DescribePage),
    /// A page of the municipality's own was written, written anew or taken down.
    PageWritten(site::written::WritePage),
    /// A text was translated.
    TextTranslated(site::translations::TranslateText),
    /// Answers of residents were erased under a decision on disposal.
    AnswersErased(site::answers::EraseAnswers),
    /// An amount was entered in the ledger of frames.
    FrameEntered(frames::EnterFrame),
    /// Accounts were reported.
    AccountsReported(frames::ReportAccounts),
    /// A governing document was drafted.
    DocumentDrafted(documents::DraftDocument),
    /// A governing document was sent to whoever decides it.
    DocumentHandedIn(documents::HandInDocument),
    /// An owner directive was handed in to council.
    DirectiveHandedIn(directives::HandInDirective),
    /// A proposal that was handed in was called back.
    ProposalRecalled(proposals::RecallProposal),
    /// A proposal that was not handed in was dropped.
    ProposalDropped(proposals::DropProposal),
    /// A kind of governing document was described.
    DocumentTypeDescribed(document_types::DescribeDocumentType),
    /// An external rule was recorded.
    RuleRecorded(external_rules::RecordRule),
    /// Number and days of an external rule were checked.
    RuleChecked(external_rules::CheckRule),
    /// An owner directive was drafted.
    DirectiveDrafted(directives::DraftDirective),
    /// It was said who may read something.
    VisibilitySet(visibility::SetVisibility),
    /// The council gave its guidelines for good financial management in a year.
    FinancialManagementGuided(financial_management::GuideFinancialManagement),
    /// A report was decided, or found published.
    ReportFiled(reports::FileReport),
    /// A term of office was given its days.
    TermSet(terms::SetTerm),
    /// What a source says was noted.
    NoteTaken(notes::TakeNote),
    /// It was said how much of a company the group owns.
    ShareHeld(shares::HoldShare),
    /// A file of facts was imported: which blob it is, and what came of it.
    FactsImported(sources::ImportedFacts),
}

/// An event and the day from which it stood: what `decide` answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// The day from which it stood.
    pub on: Date,
    /// What happened.
    pub event: Event,
}

/// An event as it stands in the journal, apart from its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its place in the journal, from 1 without gaps.
    pub position: u64,
    /// When we learnt it.
    pub recorded_at: Timestamp,
    /// The day from which it stood.
    pub on: Date,
    /// Who recorded it.
    pub actor: permissions::Actor,
    /// What happened.
    pub event: Event,
}
