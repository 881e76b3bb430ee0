//! Commands: what somebody wants. The table of contents of every rule.

use crate::dates::Dated;
use crate::event::{Event, Happened, Recorded};
use crate::permissions::{User, permit};
use crate::refusal::Refusal;
use crate::state::State;
use crate::{
    assessments, bodies, comparisons, decisions, directives, document_types, documents, elements,
    external_rules, financial_management, frames, group, indicators, models, notes, permissions,
    personal_numbers, plans, proposals, reports, rounds, shares, site, sources, terms, threads,
    topics, visibility, visions,
};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

impl State {
    /// Permits and decides a command and folds in what happened: what is to be recorded, in order.
    /// Whoever only wants to see what would come of it folds it into a copy.
    ///
    /// # Errors
    /// That it is not permitted, or the rule that it would break; then nothing was folded in.
    pub fn carry_out(
        &mut self,
        user: &User,
        now: Now,
        command: Command,
    ) -> Result<Vec<Recorded>, Refusal> {
        permit(self, now, user, &command)?;
        let happened = decide(self, now, command)?;
        let mut all = Vec::with_capacity(happened.len());
        for happened in happened {
            let recorded = Recorded {
                position: self.position() + 1,
                recorded_at: now.at,
                on: happened.on,
                actor: user.actor(),
                event: happened.event,
            };
            self.apply(&recorded);
            all.push(recorded);
        }
        Ok(all)
    }
}

/// What `decide` answers: the events, none if everything already stands as wanted.
pub type Outcome = Result<Vec<Happened>, Refusal>;

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident($content:ty) => $decide:expr,)*) => {
        /// What somebody wants.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Command {
            $($(#[$doc])* $name($content),)*
        }

        impl Command {
            /// Every command by its name.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];

            /// Its name.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Command::$name(_) => stringify!($name),)*
                }
            }
        }

        /// Decides a command: every rule is behind this function, none of it has an effect.
        ///
        /// # Errors
        /// The rule that the command would break.
        pub fn decide(state: &State, now: Now, command: Command) -> Outcome {
            let outcome = match command {
                $(Command::$name(content) => {
                    let decide: fn(&State, Now, $content) -> Outcome = $decide;
                    decide(state, now, content)
                })*
            };
            personal_numbers::refused(outcome)
        }
    };
}

commands! {
    /// Describe the municipality.
    DescribeGroup(group::DescribeGroup) => group::describe,
    /// Cite a public source.
    CiteSource(sources::CiteSource) => sources::cite,
    /// Found a body.
    FoundBody(bodies::FoundBody) => bodies::found,
    /// Rename a body.
    RenameBody(bodies::RenameBody) => bodies::rename,
    /// Let a body answer to others.
    MoveBody(bodies::MoveBody) => bodies::answer_to,
    /// End a body.
    EndBody(bodies::EndBody) => bodies::end,
    /// Grant a role.
    GrantRole(permissions::GrantRole) => permissions::grant,
    /// End a grant.
    EndGrant(permissions::EndGrant) => permissions::end_grant,
    /// Draft a vision.
    DraftVision(visions::DraftVision) => visions::draft,
    /// Define a model.
    DefineModel(models::DefineModel) => models::define,
    /// Put a model in force.
    PutModelInForce(models::PutModelInForce) => models::put_in_force,
    /// Throw a draft of a model away.
    DropModel(models::DropModel) => models::drop_model,
    /// Describe a topic.
    DescribeTopic(topics::DescribeTopic) => topics::describe,
    /// Draft an element.
    DraftElement(elements::DraftElement) => elements::draft,
    /// Propose another wording.
    ProposeWording(elements::ProposeWording) => elements::propose,
    /// Take back a draft that nobody has decided.
    DropDraft(elements::DropDraft) => elements::drop_draft,
    /// Take back what is proposed beside a decided wording.
    TakeBackProposal(elements::TakeBackProposal) => elements::proposals::take_back,
    /// Say who looks after an element.
    LookAfter(elements::LookAfter) => elements::looked_after::look_after,
    /// Puts right a slip of the pen in what is decided.
    RightSlip(elements::RightSlip) => elements::righting::right,
    /// Hand everything that one looks after over to another.
    HandOver(elements::HandOver) => elements::looked_after::hand_over,
    /// Tie a thread.
    TieThread(threads::TieThread) => threads::tie,
    /// Untie a thread.
    UntieThread(threads::UntieThread) => threads::untie,
    /// Start a plan.
    DraftPlan(plans::DraftPlan) => plans::draft,
    /// Place elements in a plan.
    PlaceInPlan(plans::PlaceInPlan) => plans::place,
    /// Put the rows of a plan in another order.
    ArrangePlan(plans::ArrangePlan) => plans::arrange,
    /// Hand a plan in.
    HandInPlan(plans::HandInPlan) => plans::hand_in,
    /// Take back a plan that was handed in.
    TakeBackPlan(plans::TakeBackPlan) => plans::take_back,
    /// Ask other bodies what they say of a plan, by a day.
    ReferPlan(plans::ReferPlan) => plans::refer,
    /// Ask nobody any longer.
    CallOffReferral(plans::CallOffReferral) => plans::call_off,
    /// Say what a body says of a plan that it was asked about.
    AnswerReferral(plans::AnswerReferral) => plans::answer,
    /// Record a decision.
    RecordDecision(decisions::RecordDecision) => decisions::record,
    /// Say what became of a decision.
    MarkDecision(decisions::MarkDecision) => decisions::mark,
    /// Say that wordings were found in a public source that names no decision.
    FindInSource(decisions::FindInSource) => decisions::find,
    /// Define an indicator.
    DefineIndicator(indicators::DefineIndicator) => indicators::define,
    /// Let an indicator serve an element.
    ServeElement(indicators::ServeElement) => indicators::serve,
    /// Let an indicator serve an element no longer.
    StopServing(indicators::StopServing) => indicators::stop_serving,
    /// Report a measurement.
    ReportMeasurement(indicators::ReportMeasurement) => indicators::report,
    /// Set a target.
    SetTarget(indicators::SetTarget) => indicators::aim,
    /// Open a round, or say anew when it is.
    OpenRound(rounds::OpenRound) => rounds::open,
    /// Call a round off.
    CallOffRound(rounds::CallOffRound) => rounds::call_off,
    /// Propose a verdict.
    ProposeAssessment(assessments::ProposeAssessment) => assessments::propose,
    /// Take an assessment a step further.
    StepAssessment(assessments::StepAssessment) => assessments::step,
    /// Publish a service notice.
    PublishNotice(site::notices::PublishNotice) => site::notices::publish,
    /// End a service notice.
    EndNotice(site::notices::EndNotice) => site::notices::end,
    /// Describe an office.
    DescribeOffice(site::offices::DescribeOffice) => site::offices::describe,
    /// Set the hours of an office.
    SetHours(site::offices::SetHours) => site::offices::set_hours,
    /// Set other hours for some dated days.
    SetException(site::offices::SetException) => site::offices::set_exception,
    /// Take back what was said of some days.
    TakeBackException(site::offices::TakeBackException) => site::offices::take_back_exception,
    /// Say who is responsible for a page.
    DescribePage(site::pages::DescribePage) => site::pages::describe,
    /// Write a page of the municipality's own, write it anew or take it down.
    WritePage(site::written::WritePage) => site::written::write,
    /// Translate a text.
    TranslateText(site::translations::TranslateText) => site::translations::translate,
    /// Record that answers of residents are erased under a decision on disposal.
    EraseAnswers(site::answers::EraseAnswers) => site::answers::erase,
    /// Enter an amount in the ledger of frames.
    EnterFrame(frames::EnterFrame) => frames::enter,
    /// Report accounts.
    ReportAccounts(frames::ReportAccounts) => frames::report,
    /// Describe a group of municipalities to compare with.
    DescribePeers(comparisons::DescribePeers) => comparisons::describe,
    /// Record what the municipalities of a group measured.
    RecordComparison(comparisons::RecordComparison) => comparisons::record,
    /// Draft a governing document.
    DraftDocument(documents::DraftDocument) => documents::draft,
    /// Send a governing document to whoever decides it.
    HandInDocument(documents::HandInDocument) => documents::hand_in,
    /// Hand an owner directive in to council.
    HandInDirective(directives::HandInDirective) => directives::hand_in,
    /// Call back a proposal that was handed in.
    RecallProposal(proposals::RecallProposal) => proposals::recall,
    /// Drop a proposal that is not handed in.
    DropProposal(proposals::DropProposal) => proposals::drop,
    /// Describe a kind of governing document.
    DescribeDocumentType(document_types::DescribeDocumentType) => document_types::describe,
    /// Record an external rule.
    RecordRule(external_rules::RecordRule) => external_rules::record,
    /// Say that an external rule was checked.
    CheckRule(external_rules::CheckRule) => external_rules::check,
    /// Draft an owner directive.
    DraftDirective(directives::DraftDirective) => directives::draft,
    /// Say who may read something.
    SetVisibility(visibility::SetVisibility) => visibility::set,
    /// Say what the council decided of good financial management.
    GuideFinancialManagement(financial_management::GuideFinancialManagement) => financial_management::guide,
    /// File a report.
    FileReport(reports::FileReport) => reports::file,
    /// Say when a term of office begins and ends.
    SetTerm(terms::SetTerm) => terms::set,
    /// Note what a source says.
    TakeNote(notes::TakeNote) => notes::take,
    /// Say how much of a company the group owns.
    HoldShare(shares::HoldShare) => shares::hold,
    /// Say that a file of facts was imported.
    ImportFacts(sources::ImportedFacts) => |_, now, command| sources::import(now, command),
}

/// When a command is given, and whether it comes from an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The instant of recording.
    pub at: Timestamp,
    /// The day it is, in the municipality's zone.
    pub today: Date,
    /// Whose hand gives it.
    pub hand: Hand,
}

/// Whose hand gives a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// A person's: what may be back-dated is what the law of the matter dates.
    Person,
    /// An import's: it may back-date everything, and name a source in place of a decision.
    Import,
    /// A rule's: it gives roles and ends those that it gave, and leaves alone what a person gave.
    Rule,
}

impl Now {
    pub(crate) fn imports(self) -> bool {
        self.hand == Hand::Import
    }

    /// An event of this moment that stood from `on`.
    pub(crate) fn happened(self, on: Date, event: Event) -> Happened {
        Happened { on, event }
    }

    /// The day of a fact that stands from its recording.
    pub(crate) fn on_recording(self, since: Option<Dated>) -> Result<Date, Refusal> {
        match since {
            None => Ok(self.today),
            Some(_) if !self.imports() => Err(Refusal::MayNotBackDate),
            Some(since) => self.not_after_today(since.day()),
        }
    }

    /// The day of a fact that carries its own date.
    pub(crate) fn not_after_today(self, day: Date) -> Result<Date, Refusal> {
        let today = self.today;
        if day > today {
            Err(Refusal::InTheFuture { day, today })
        } else {
            Ok(day)
        }
    }
}
