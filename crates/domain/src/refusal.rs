//! Refusals: one per rule, carrying what is needed to explain it.
//!
//! A refusal is an answer, not an accident. It has a translation, not a message: the words
//! are in `locales/*/refusals.ftl`, under the key of [`Refusal::key`].

use crate::decisions::Stage;
use crate::ids::{OfficeId, WordingId};
use crate::models::Upward;
use crate::periods::Period;
use crate::texts::Text;
use jiff::civil::Date;

/// What a refusal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// A body.
    Body,
    /// A public source.
    Source,
    /// A vision.
    Vision,
    /// A model.
    Model,
    /// A level of a model.
    Level,
    /// A scale of a model.
    Scale,
    /// A topic.
    Topic,
    /// An element.
    Element,
    /// A wording of an element or a vision, or a version of an assessment.
    Wording,
    /// A thread.
    Thread,
    /// A plan.
    Plan,
    /// A decision.
    Decision,
    /// An indicator.
    Indicator,
    /// A measurement.
    Measurement,
    /// A round.
    Round,
    /// An assessment.
    Assessment,
    /// How an indicator is worked out of others.
    Calculation,
    /// A verdict that an indicator informed.
    VerdictInformed,
    /// Work that was given to a body.
    WorkGiven,
    /// A frame.
    Frame,
    /// Accounts.
    Accounts,
    /// A grant of a role.
    Grant,
    /// A service notice.
    Notice,
    /// An office.
    Office,
    /// Days with other hours than the week's.
    Exception,
    /// A group of municipalities to compare with.
    Peers,
    /// A governing document or an external rule.
    Document,
    /// An owner directive.
    Directive,
    /// Guidelines for good financial management.
    Guidelines,
    /// A report.
    Report,
    /// A term of office.
    Term,
    /// What a source says.
    Note,
}

impl Fact {
    /// The last part of its key in `refusals.ftl`.
    pub fn key(self) -> &'static str {
        match self {
            Fact::Body => "body",
            Fact::Source => "source",
            Fact::Vision => "vision",
            Fact::Model => "model",
            Fact::Level => "level",
            Fact::Scale => "scale",
            Fact::Topic => "topic",
            Fact::Element => "element",
            Fact::Wording => "wording",
            Fact::Thread => "thread",
            Fact::Plan => "plan",
            Fact::Decision => "decision",
            Fact::Indicator => "indicator",
            Fact::Measurement => "measurement",
            Fact::Round => "round",
            Fact::Assessment => "assessment",
            Fact::Calculation => "calculation",
            Fact::VerdictInformed => "verdict-informed",
            Fact::WorkGiven => "work-given",
            Fact::Frame => "frame",
            Fact::Accounts => "accounts",
            Fact::Grant => "grant",
            Fact::Notice => "notice",
            Fact::Office => "office",
            Fact::Exception => "exception",
            Fact::Peers => "peers",
            Fact::Document => "document",
            Fact::Directive => "directive",
            Fact::Guidelines => "guidelines",
            Fact::Report => "report",
            Fact::Term => "term",
            Fact::Note => "note",
        }
    }
}

/// Why a command was refused. Nothing was stored.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("refused: {}", self.key())]
#[allow(missing_docs, reason = "each field is named by what the variant says")]
pub enum Refusal {
    /// The user may not give this command.
    NotPermitted,
    /// A field is empty.
    Blank { field: &'static str },
    /// An address of a source does not begin with http.
    NotAnAddress { url: String },
    /// A municipality code is not four digits.
    NotAMunicipalityCode { code: String },
    /// The journal is about another municipality, which never changes.
    #[error("the journal is about another municipality")]
    OtherMunicipality { known: Text },
    /// A slug is not one, or another has it.
    SlugTaken { slug: String },
    /// A slug holds other characters than a–z, 0–9 and hyphens.
    NotASlug { slug: String },
    /// The command names what is not recorded.
    Unknown { fact: Fact },
    /// What it creates is already there, with other content.
    AlreadyThere { fact: Fact },
    /// The same thing is named twice.
    TwiceTheSame,
    /// The day is after today.
    InTheFuture { day: Date, today: Date },
    /// Only an import may say another day than the day of recording.
    MayNotBackDate,
    /// It would stand before what it refers to.
    TooEarly {
        on: Date,
        stands_from: Date,
        fact: Fact,
    },
    /// Recorded now, it would break a rule on a later day.
    WouldBreak { day: Date, fact: Fact },
    /// The body does not exist on the day: no work can be given to it.
    BodyNotAlive { on: Date, last_day: Option<Date> },
    /// A body answers to itself, or succeeds itself.
    AnswersToItself,
    /// A person's draft names no owner.
    OwnerMissing,
    /// Bodies of this kind own no elements of the level.
    WrongOwner,
    /// Bodies of this kind decide no elements of the level.
    WrongDecider,
    /// Another model has the period.
    PeriodTaken { period: Period },
    /// The model has no levels.
    NoLevels,
    /// A level supports itself by way of others.
    LevelsInACircle,
    /// Elements stand on a level that would be taken away.
    LevelInUse,
    /// What a level is for stays, once elements stand on it: their addresses rest on it.
    PurposeInUse,
    /// The period of a model stays, once it is in force: its addresses rest on it.
    PeriodInForce { period: Period },
    /// The period of a model by which something is already written.
    #[error("goals or plans are written for {period:?}")]
    PeriodInUse { period: Period },
    /// The period of the model is over: it is what it was.
    ModelOver { period: Period },
    /// What is decided is public at once, and the model is in force only from a day.
    #[error("the model is in force only from {since}")]
    ModelNotInForce { since: Date },
    /// The model is in force, or something rests on it.
    ModelInUse,
    /// Verdicts use a value that would be taken away.
    ScaleInUse,
    /// Somebody has already written a verdict in the round.
    RoundInUse,
    /// Another colleague looks after it than its writer saw.
    LookedAfterByAnother,
    /// The round was called off.
    RoundCalledOff,
    /// A round is about a day that is more than ten years off.
    RoundYearFar { cut_off: Date },
    /// A day of a round is years from the day that it is about.
    RoundDayFar { day: Date, cut_off: Date },
    /// What continues something comes after it: a goal of an earlier model, or what is of an
    /// earlier year.
    PredecessorNotEarlier,
    /// A topic would be a part of itself.
    TopicUnderItself,
    /// A topic's dimension never changes.
    DimensionChanged,
    /// The last day of a topic had passed when it was said.
    TopicEndsInThePast { last_day: Date },
    /// A part of a topic would go on when the whole has ended.
    PartOutlivesWhole { part: Text, last_day: Date },
    /// Another topic of the dimension has the name.
    TopicNameTaken { name: Text },
    /// The topic has ended before the period of what would be placed under it.
    TopicEnded { topic: Text },
    /// The thread would lead in a circle, on some day.
    ThreadInACircle,
    /// The model has no such support.
    LevelDoesNotSupport,
    /// The model requires a link that the element lacks.
    RequiredLinkMissing { number: u32, upward: Upward },
    /// The plan is adopted: only a decision supplements it.
    PlanAdopted,
    /// A personal identity number stands in what was written: its day of birth.
    PersonalNumber { number: String },
    /// The element belongs to another model.
    OtherModel,
    /// The wording changed since the decision was prepared.
    WordingChanged { newest: WordingId },
    /// Another figure stands for a period than the one that was shown, or it is decided already.
    FigureChanged { period: Period },
    /// A person's decision names no paragraph and no delegation number.
    ParagraphMissing,
    /// A person's command names no decision.
    DecisionMissing,
    /// A decision does nothing.
    DecidesNothing,
    /// The element is not adopted on the day.
    NotAdopted { on: Date },
    /// A decision has already withdrawn or closed the element.
    AlreadyEnded { on: Date },
    /// More decimals than a figure is shown with.
    TooManyDecimals { decimals: u8 },
    /// An indicator would be worked out of itself.
    CalculatedFromItself,
    /// Likewise, by way of one of its parts.
    #[error("{part:?} is itself worked out of the indicator")]
    CalculatedInACircle { part: Text },
    /// More indicators lie behind one another than a reader can follow.
    CalculationTooDeep,
    /// A sum, a mean or a quotient of fewer than two.
    TooFewParts,
    /// A part of a sum or a mean has another unit than the whole.
    #[error("{part:?} has another unit")]
    UnitsDiffer { part: Text },
    /// Per cent of two that have not the same unit, or with another factor than 100.
    NoShare,
    /// A factor is 0 or less.
    FactorNotPositive,
    /// Bodies' shares, grades or places would be added together.
    NotSummed,
    /// The group's figure would be worked out both of other indicators and of its bodies'.
    CalculatedNotRolledUp,
    /// Another indicator is worked out of this one, and could be no longer.
    #[error("{by:?} could not be worked out of it")]
    UsedInCalculation { by: Text },
    /// Nobody reports what is worked out.
    #[error("it is worked out of {parts:?}")]
    WorkedOut { parts: Vec<Text> },
    /// The period has not begun.
    PeriodToCome { period: Period },
    /// The period was over on the day of the forecast.
    PeriodOver { period: Period },
    /// The last day of a secrecy is over already.
    SecrecyOver { until: Date },
    /// There is a settled figure: a new one must be called revised.
    AlreadyMeasured { period: Period },
    /// There is no figure to revise.
    NothingToRevise { period: Period },
    /// A range ends before it starts.
    RangeUpsideDown,
    /// A deadline lies before the opening.
    DeadlineBeforeOpening,
    /// A verdict has no reason.
    ReasonMissing,
    /// A verdict has no author.
    AuthorMissing,
    /// The level is not judged.
    LevelNotJudged,
    /// Nothing is decided that could be put right.
    NothingToCorrect,
    /// The level is not measured.
    LevelNotMeasured,
    /// The value is not on the scale of the level.
    NotOnTheScale,
    /// A place indicator or key figure cannot inform a verdict.
    PlaceIndicator,
    /// The assessment is decided: a new round makes a new one.
    AlreadyDecided,
    /// Sending back needs a comment.
    CommentMissing,
    /// A grant ends before it starts.
    GrantUpsideDown,
    /// The body decides in matters that are another's.
    NotItsMatter,
    /// A new wording names another owner, and the decision transfers nothing.
    OwnerOnlyByTransfer,
    /// A court has quashed the decision.
    DecisionQuashed,
    /// That has become of the decision already, on another day.
    AlreadyMarked { stage: Stage, on: Date },
    /// A court would have quashed the decision before it was appealed.
    QuashedBeforeAppeal { appealed: Date },
    /// Nothing of the kind has become of the body: there is nothing to decide about.
    NotOrganised,
    /// The organisation was changed before the meeting.
    DecidedAfterwards { begins: Date },
    /// The change of the organisation has its decision already, of another meeting perhaps.
    AlreadyOrganised { on: Date },
    /// There is nothing in the plan.
    PlanEmpty,
    /// Somebody else has put the rows of the plan in another order meanwhile.
    PlanRearranged,
    /// A row that is placed lies in the plan no longer.
    NotInPlan,
    /// The plan is handed in: it is taken back before something is taken out of it.
    PlanHandedIn,
    /// A proposal that is handed in is called back first.
    ProposalHandedIn,
    /// The proposal was dropped.
    ProposalDropped,
    /// The plan is not handed in: nobody is asked what they say of a draft.
    PlanNotHandedIn,
    /// Nobody is named who is asked.
    NobodyAsked,
    /// A body would be asked what it says of its own plan.
    AsksItself,
    /// The last day to answer has been.
    AskedForDayOver { until: Date, today: Date },
    /// The last day to answer is further away than anybody waits: a slip of the pen.
    AskedForTooLong { until: Date, last: Date },
    /// The body is not asked what it says of the plan.
    NotAsked,
    /// A decision has adopted the plan already.
    PlanDecided,
    /// A decision, or a source, has adopted the element: it is no draft.
    DraftDecided,
    /// The draft was taken back.
    DraftDropped,
    /// Rows beside the plan wait for a decision.
    RowsUndecided { numbers: Vec<u32> },
    /// Orders are open that the plan gives or that its body has not answered.
    OrdersOpen { numbers: Vec<u32> },
    /// Somebody has answered the order.
    OrderAnswered,
    /// What the element contributes to is proposed anew beside what is decided, and that waits.
    LinksProposed,
    /// Core values are shown, never scored.
    NeverScored,
    /// In a planning round nothing is judged.
    NothingToJudge,
    /// What is approved waits for its decision as it is, until whoever approved it sends it back.
    AlreadyApproved,
    /// When a year is over there is no "so far" beside what became of it.
    YearIsOver,
    /// How much was reached of something that promises no figure.
    NoFigurePromised,
    /// The step does not follow the one that the assessment has come to.
    StepOutOfOrder,
    /// The assessment is not handed in, or was sent back.
    NotHandedIn,
    /// A notice, hours or an exception ends before it starts.
    EndsBeforeItStarts,
    /// What was said of days that have been is what they were.
    DaysHaveBeen,
    /// A notice would be over before it is published.
    NoticeAlreadyOver,
    /// Hours close before they open, or days stand in the wrong order.
    HoursUpsideDown,
    /// Two openings at once on the same day.
    HoursOverlap,
    /// An office would be a place of itself or of another place.
    OfficeUnderItself,
    /// A municipality is not a member of the group on the day.
    NotAMember {
        /// Its name.
        name: String,
    },
    /// A municipality is named twice.
    NamedTwice {
        /// Its name.
        name: String,
    },
    /// Another contact centre of that name stands at the same time.
    OfficeNameTaken {
        /// The one that has the name.
        office: OfficeId,
    },
    /// A telephone number is not one.
    NotAPhone { phone: String },
    /// A translation gives a text in no other language.
    NotTranslated,
    /// An address of a page is not one of ours.
    NotAPath { path: String },
    /// A document replaces itself, alone or by way of others.
    ReplacesItself,
    /// Number or days of the rule are not what was checked.
    RuleChanged,
    /// An owner directive is given to a body that is no company.
    NotACompany,
    /// What is marked as important for good financial management is no goal.
    NotAGoal,
    /// A report is about another day than its kind can be about.
    CutOffOutsideReport,
    /// A body of this kind is not elected for a time.
    NotElected,
    /// A share in a company is none, or more than the whole.
    NotAShare,
    /// A report has more key messages than a reader takes in.
    TooManyMessages,
}

impl Refusal {
    /// Its key in `refusals.ftl`.
    pub fn key(&self) -> &'static str {
        match self {
            Refusal::NotPermitted => "refusal-not-permitted",
            Refusal::Blank { .. } => "refusal-blank",
            Refusal::NotAnAddress { .. } => "refusal-not-an-address",
            Refusal::NotAMunicipalityCode { .. } => "refusal-not-a-municipality-code",
            Refusal::OtherMunicipality { .. } => "refusal-other-municipality",
            Refusal::SlugTaken { .. } => "refusal-slug-taken",
            Refusal::NotASlug { .. } => "refusal-not-a-slug",
            Refusal::Unknown { .. } => "refusal-unknown",
            Refusal::AlreadyThere { .. } => "refusal-already-there",
            Refusal::TwiceTheSame => "refusal-twice-the-same",
            Refusal::InTheFuture { .. } => "refusal-in-the-future",
            Refusal::MayNotBackDate => "refusal-may-not-back-date",
            Refusal::TooEarly { .. } => "refusal-too-early",
            Refusal::WouldBreak { .. } => "refusal-would-break",
            Refusal::BodyNotAlive { .. } => "refusal-body-not-alive",
            Refusal::AnswersToItself => "refusal-answers-to-itself",
            Refusal::OwnerMissing => "refusal-owner-missing",
            Refusal::WrongOwner => "refusal-wrong-owner",
            Refusal::WrongDecider => "refusal-wrong-decider",
            Refusal::PeriodTaken { .. } => "refusal-period-taken",
            Refusal::NoLevels => "refusal-no-levels",
            Refusal::LevelsInACircle => "refusal-levels-in-a-circle",
            Refusal::LevelInUse => "refusal-level-in-use",
            Refusal::PurposeInUse => "refusal-purpose-in-use",
            Refusal::PeriodInForce { .. } => "refusal-period-in-force",
            Refusal::PeriodInUse { .. } => "refusal-period-in-use",
            Refusal::ModelOver { .. } => "refusal-model-over",
            Refusal::ModelNotInForce { .. } => "refusal-model-not-in-force",
            Refusal::ModelInUse => "refusal-model-in-use",
            Refusal::ScaleInUse => "refusal-scale-in-use",
            Refusal::RoundInUse => "refusal-round-in-use",
            Refusal::LookedAfterByAnother => "refusal-looked-after-by-another",
            Refusal::RoundYearFar { .. } => "refusal-round-year-far",
            Refusal::RoundDayFar { .. } => "refusal-round-day-far",
            Refusal::RoundCalledOff => "refusal-round-called-off",
            Refusal::PredecessorNotEarlier => "refusal-predecessor-not-earlier",
            Refusal::TopicUnderItself => "refusal-topic-under-itself",
            Refusal::TopicEndsInThePast { .. } => "refusal-topic-ends-in-the-past",
            Refusal::PartOutlivesWhole { .. } => "refusal-part-outlives-whole",
            Refusal::TopicNameTaken { .. } => "refusal-topic-name-taken",
            Refusal::TopicEnded { .. } => "refusal-topic-ended",
            Refusal::DimensionChanged => "refusal-dimension-changed",
            Refusal::ThreadInACircle => "refusal-thread-in-a-circle",
            Refusal::LevelDoesNotSupport => "refusal-level-does-not-support",
            Refusal::RequiredLinkMissing { .. } => "refusal-required-link-missing",
            Refusal::PlanAdopted => "refusal-plan-adopted",
            Refusal::PersonalNumber { .. } => "refusal-personal-number",
            Refusal::OtherModel => "refusal-other-model",
            Refusal::WordingChanged { .. } => "refusal-wording-changed",
            Refusal::FigureChanged { .. } => "refusal-figure-changed",
            Refusal::ParagraphMissing => "refusal-paragraph-missing",
            Refusal::DecisionMissing => "refusal-decision-missing",
            Refusal::DecidesNothing => "refusal-decides-nothing",
            Refusal::NotAdopted { .. } => "refusal-not-adopted",
            Refusal::AlreadyEnded { .. } => "refusal-already-ended",
            Refusal::TooManyDecimals { .. } => "refusal-too-many-decimals",
            Refusal::CalculatedFromItself => "refusal-calculated-from-itself",
            Refusal::CalculatedInACircle { .. } => "refusal-calculated-in-a-circle",
            Refusal::CalculationTooDeep => "refusal-calculation-too-deep",
            Refusal::TooFewParts => "refusal-too-few-parts",
            Refusal::UnitsDiffer { .. } => "refusal-units-differ",
            Refusal::NoShare => "refusal-no-share",
            Refusal::FactorNotPositive => "refusal-factor-not-positive",
            Refusal::NotSummed => "refusal-not-summed",
            Refusal::CalculatedNotRolledUp => "refusal-calculated-not-rolled-up",
            Refusal::UsedInCalculation { .. } => "refusal-used-in-calculation",
            Refusal::WorkedOut { .. } => "refusal-worked-out",
            Refusal::PeriodToCome { .. } => "refusal-period-to-come",
            Refusal::PeriodOver { .. } => "refusal-period-over",
            Refusal::SecrecyOver { .. } => "refusal-secrecy-over",
            Refusal::AlreadyMeasured { .. } => "refusal-already-measured",
            Refusal::NothingToRevise { .. } => "refusal-nothing-to-revise",
            Refusal::RangeUpsideDown => "refusal-range-upside-down",
            Refusal::DeadlineBeforeOpening => "refusal-deadline-before-opening",
            Refusal::ReasonMissing => "refusal-reason-missing",
            Refusal::AuthorMissing => "refusal-author-missing",
            Refusal::LevelNotJudged => "refusal-level-not-judged",
            Refusal::NothingToCorrect => "refusal-nothing-to-correct",
            Refusal::LevelNotMeasured => "refusal-level-not-measured",
            Refusal::NotOnTheScale => "refusal-not-on-the-scale",
            Refusal::PlaceIndicator => "refusal-place-indicator",
            Refusal::AlreadyDecided => "refusal-already-decided",
            Refusal::CommentMissing => "refusal-comment-missing",
            Refusal::GrantUpsideDown => "refusal-grant-upside-down",
            Refusal::NotItsMatter => "refusal-not-its-matter",
            Refusal::OwnerOnlyByTransfer => "refusal-owner-only-by-transfer",
            Refusal::DecisionQuashed => "refusal-decision-quashed",
            Refusal::AlreadyMarked { stage, .. } => match stage {
                Stage::MinutesApproved => "refusal-marked-approved",
                Stage::Appealed => "refusal-marked-appealed",
                Stage::Quashed => "refusal-marked-quashed",
            },
            Refusal::QuashedBeforeAppeal { .. } => "refusal-quashed-before-appeal",
            Refusal::NotOrganised => "refusal-not-organised",
            Refusal::DecidedAfterwards { .. } => "refusal-decided-afterwards",
            Refusal::AlreadyOrganised { .. } => "refusal-already-organised",
            Refusal::PlanEmpty => "refusal-plan-empty",
            Refusal::PlanRearranged => "refusal-plan-rearranged",
            Refusal::NotInPlan => "refusal-not-in-plan",
            Refusal::PlanHandedIn => "refusal-plan-handed-in",
            Refusal::ProposalHandedIn => "refusal-proposal-handed-in",
            Refusal::ProposalDropped => "refusal-proposal-dropped",
            Refusal::PlanNotHandedIn => "refusal-plan-not-handed-in",
            Refusal::NobodyAsked => "refusal-nobody-asked",
            Refusal::AsksItself => "refusal-asks-itself",
            Refusal::AskedForDayOver { .. } => "refusal-asked-for-day-over",
            Refusal::AskedForTooLong { .. } => "refusal-asked-for-too-long",
            Refusal::NotAsked => "refusal-not-asked",
            Refusal::PlanDecided => "refusal-plan-decided",
            Refusal::DraftDecided => "refusal-draft-decided",
            Refusal::DraftDropped => "refusal-draft-dropped",
            Refusal::RowsUndecided { .. } => "refusal-rows-undecided",
            Refusal::OrdersOpen { .. } => "refusal-orders-open",
            Refusal::OrderAnswered => "refusal-order-answered",
            Refusal::LinksProposed => "refusal-links-proposed",
            Refusal::NeverScored => "refusal-never-scored",
            Refusal::NothingToJudge => "refusal-nothing-to-judge",
            Refusal::AlreadyApproved => "refusal-already-approved",
            Refusal::YearIsOver => "refusal-year-is-over",
            Refusal::NoFigurePromised => "refusal-no-figure-promised",
            Refusal::StepOutOfOrder => "refusal-step-out-of-order",
            Refusal::NotHandedIn => "refusal-not-handed-in",
            Refusal::EndsBeforeItStarts => "refusal-ends-before-it-starts",
            Refusal::DaysHaveBeen => "refusal-days-have-been",
            Refusal::NoticeAlreadyOver => "refusal-notice-already-over",
            Refusal::HoursUpsideDown => "refusal-hours-upside-down",
            Refusal::HoursOverlap => "refusal-hours-overlap",
            Refusal::OfficeUnderItself => "refusal-office-under-itself",
            Refusal::NotAMember { .. } => "refusal-not-a-member",
            Refusal::NamedTwice { .. } => "refusal-named-twice",
            Refusal::OfficeNameTaken { .. } => "refusal-office-name-taken",
            Refusal::NotAPhone { .. } => "refusal-not-a-phone",
            Refusal::NotTranslated => "refusal-not-translated",
            Refusal::NotAPath { .. } => "refusal-not-a-path",
            Refusal::ReplacesItself => "refusal-replaces-itself",
            Refusal::RuleChanged => "refusal-rule-changed",
            Refusal::NotACompany => "refusal-not-a-company",
            Refusal::NotAGoal => "refusal-not-a-goal",
            Refusal::CutOffOutsideReport => "refusal-cut-off-outside-report",
            Refusal::NotElected => "refusal-not-elected",
            Refusal::NotAShare => "refusal-not-a-share",
            Refusal::TooManyMessages => "refusal-too-many-messages",
        }
    }
}
