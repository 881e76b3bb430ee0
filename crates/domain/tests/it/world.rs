//! `given(commands).when(command).then(events or refusal)`.

use jiff::Timestamp;
use jiff::civil::Date;
use riktning_domain::command::Hand;
use riktning_domain::permissions::Actor;
use riktning_domain::{
    Command, Dated, Event, Happened, Now, Published, Recorded, Refusal, State, decide,
};

/// A day as tests write it: "2018-05-01".
pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A day with its precision: "2018", "2018-05", "2018-05-01".
pub(crate) fn dated(text: &str) -> Dated {
    text.parse().unwrap()
}

fn on_the(today: Date, hand: Hand) -> Now {
    let noon = today.at(12, 0, 0, 0);
    let at: Timestamp = noon.to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
    Now { at, today, hand }
}

/// Kim Exempel, a person, on a day.
pub(crate) fn kim(today: &str) -> Now {
    person_on(day(today))
}

/// An import on a day.
pub(crate) fn import(today: &str) -> Now {
    import_on(day(today))
}

/// A rule for groups, on a day on which somebody signs in.
pub(crate) fn rule(today: &str) -> Now {
    on_the(day(today), Hand::Rule)
}

/// A person on a day.
pub(crate) fn person_on(today: Date) -> Now {
    on_the(today, Hand::Person)
}

/// An import on a day.
pub(crate) fn import_on(today: Date) -> Now {
    on_the(today, Hand::Import)
}

/// What a test may hand to `decide`: any command's content.
pub(crate) trait Wish {
    /// The command.
    fn command(self) -> Command;
}

macro_rules! wishes {
    ($($name:ident($content:ty),)*) => {
        impl Wish for Command {
            fn command(self) -> Command {
                self
            }
        }
        $(impl Wish for $content {
            fn command(self) -> Command {
                Command::$name(self)
            }
        })*
    };
}

wishes! {
    DescribeGroup(riktning_domain::group::DescribeGroup),
    CiteSource(riktning_domain::sources::CiteSource),
    FoundBody(riktning_domain::bodies::FoundBody),
    RenameBody(riktning_domain::bodies::RenameBody),
    MoveBody(riktning_domain::bodies::MoveBody),
    EndBody(riktning_domain::bodies::EndBody),
    GrantRole(riktning_domain::permissions::GrantRole),
    EndGrant(riktning_domain::permissions::EndGrant),
    DraftVision(riktning_domain::visions::DraftVision),
    DefineModel(riktning_domain::models::DefineModel),
    PutModelInForce(riktning_domain::models::PutModelInForce),
    DropModel(riktning_domain::models::DropModel),
    DescribeTopic(riktning_domain::topics::DescribeTopic),
    DraftElement(riktning_domain::elements::DraftElement),
    ProposeWording(riktning_domain::elements::ProposeWording),
    DropDraft(riktning_domain::elements::DropDraft),
    TakeBackProposal(riktning_domain::elements::TakeBackProposal),
    LookAfter(riktning_domain::elements::LookAfter),
    HandOver(riktning_domain::elements::HandOver),
    RightSlip(riktning_domain::elements::RightSlip),
    TieThread(riktning_domain::threads::TieThread),
    UntieThread(riktning_domain::threads::UntieThread),
    DraftPlan(riktning_domain::plans::DraftPlan),
    PlaceInPlan(riktning_domain::plans::PlaceInPlan),
    ArrangePlan(riktning_domain::plans::ArrangePlan),
    HandInPlan(riktning_domain::plans::HandInPlan),
    TakeBackPlan(riktning_domain::plans::TakeBackPlan),
    ReferPlan(riktning_domain::plans::ReferPlan),
    CallOffReferral(riktning_domain::plans::CallOffReferral),
    AnswerReferral(riktning_domain::plans::AnswerReferral),
    RecordDecision(riktning_domain::decisions::RecordDecision),
    MarkDecision(riktning_domain::decisions::MarkDecision),
    FindInSource(riktning_domain::decisions::FindInSource),
    DefineIndicator(riktning_domain::indicators::DefineIndicator),
    ServeElement(riktning_domain::indicators::ServeElement),
    StopServing(riktning_domain::indicators::StopServing),
    ReportMeasurement(riktning_domain::indicators::ReportMeasurement),
    SetTarget(riktning_domain::indicators::SetTarget),
    OpenRound(riktning_domain::rounds::OpenRound),
    CallOffRound(riktning_domain::rounds::CallOffRound),
    ProposeAssessment(riktning_domain::assessments::ProposeAssessment),
    StepAssessment(riktning_domain::assessments::StepAssessment),
    PublishNotice(riktning_domain::site::notices::PublishNotice),
    EndNotice(riktning_domain::site::notices::EndNotice),
    DescribeOffice(riktning_domain::site::offices::DescribeOffice),
    SetHours(riktning_domain::site::offices::SetHours),
    SetException(riktning_domain::site::offices::SetException),
    TakeBackException(riktning_domain::site::offices::TakeBackException),
    DescribePage(riktning_domain::site::pages::DescribePage),
    TranslateText(riktning_domain::site::translations::TranslateText),
    EnterFrame(riktning_domain::frames::EnterFrame),
    ReportAccounts(riktning_domain::frames::ReportAccounts),
    DraftDocument(riktning_domain::documents::DraftDocument),
    WritePage(riktning_domain::site::written::WritePage),
    EraseAnswers(riktning_domain::site::answers::EraseAnswers),
    HandInDocument(riktning_domain::documents::HandInDocument),
    HandInDirective(riktning_domain::directives::HandInDirective),
    RecallProposal(riktning_domain::proposals::RecallProposal),
    DropProposal(riktning_domain::proposals::DropProposal),
    DescribeDocumentType(riktning_domain::document_types::DescribeDocumentType),
    RecordRule(riktning_domain::external_rules::RecordRule),
    CheckRule(riktning_domain::external_rules::CheckRule),
    DraftDirective(riktning_domain::directives::DraftDirective),
    SetVisibility(riktning_domain::visibility::SetVisibility),
    GuideFinancialManagement(riktning_domain::financial_management::GuideFinancialManagement),
    SetTerm(riktning_domain::terms::SetTerm),
    TakeNote(riktning_domain::notes::TakeNote),
    HoldShare(riktning_domain::shares::HoldShare),
    DescribePeers(riktning_domain::comparisons::DescribePeers),
    RecordComparison(riktning_domain::comparisons::RecordComparison),
    FileReport(riktning_domain::reports::FileReport),
    ImportFacts(riktning_domain::sources::ImportedFacts),
}

/// A State with the journal that it was folded from.
#[derive(Clone, Debug, Default)]
pub(crate) struct World {
    pub(crate) state: State,
    pub(crate) journal: Vec<Recorded>,
}

impl World {
    /// Decides and, if accepted, appends and applies: what `app.perform` does, in memory.
    pub(crate) fn perform(&mut self, now: Now, command: Command) -> Result<Vec<Happened>, Refusal> {
        let events = decide(&self.state, now, command)?;
        for happened in &events {
            self.record(now, happened);
        }
        Ok(events)
    }

    /// Appends and applies what was decided elsewhere.
    pub(crate) fn record(&mut self, now: Now, happened: &Happened) {
        let actor = match now.hand {
            Hand::Import => Actor::Import,
            Hand::Rule => Actor::Rule,
            Hand::Person => Actor::Person(crate::exempelstad::KIM),
        };
        let recorded = Recorded {
            position: self.state.position() + 1,
            recorded_at: now.at,
            on: happened.on,
            actor,
            event: happened.event.clone(),
        };
        self.state.apply(&recorded);
        self.journal.push(recorded);
    }

    /// The same world after a command that must be accepted and must change something.
    #[track_caller]
    pub(crate) fn and(mut self, now: Now, wish: impl Wish) -> World {
        let command = wish.command();
        let shown = format!("{command:?}");
        match self.perform(now, command) {
            Ok(events) => assert!(!events.is_empty(), "changed nothing: {shown}"),
            Err(refusal) => panic!("{refusal:?} on {}: {shown}", now.today),
        }
        self
    }

    /// Asks for a command without recording its events.
    pub(crate) fn when(&self, now: Now, wish: impl Wish) -> Then {
        Then(decide(&self.state, now, wish.command()))
    }

    /// What residents see on a day, read on the last day of the story.
    pub(crate) fn published(&self, on: &str) -> Published<'_> {
        self.state.published(day(on), day("2030-12-31"))
    }
}

/// What became of a command.
#[derive(Debug)]
pub(crate) struct Then(Result<Vec<Happened>, Refusal>);

impl Then {
    /// It was accepted and stood from a day.
    #[track_caller]
    pub(crate) fn then_on(self, on: &str) -> Event {
        let mut events = self.0.expect("refused");
        assert_eq!(events.len(), 1, "not one event: {events:?}");
        let happened = events.remove(0);
        assert_eq!(happened.on, day(on));
        happened.event
    }

    /// It was accepted and changes something.
    #[track_caller]
    pub(crate) fn then_accepted(self) {
        let events = self.0.expect("refused");
        assert!(!events.is_empty(), "it changed nothing");
    }

    /// It was accepted and changes nothing.
    #[track_caller]
    pub(crate) fn then_nothing(self) {
        assert_eq!(self.0.expect("refused"), []);
    }

    /// It was refused so.
    #[track_caller]
    pub(crate) fn then_refused(self, refusal: Refusal) {
        assert_eq!(self.0, Err(refusal));
    }
}
