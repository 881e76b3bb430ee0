//! The work area: what its pages know, and what its forms want.
//!
//! A view takes [`Inside`], which shows a person what they may read and nothing else; a form
//! becomes commands, which `permit` and `decide` ask again when they are performed.

mod answers;
mod arranging;
mod closing;
mod comments;
mod continuing;
mod decision;
mod decisions;
mod desk;
mod directives;
mod documents;
mod earlier;
mod gaps;
mod history;
mod indicators;
mod laws;
mod list;
mod load;
mod looking;
mod meeting;
mod memorandum;
mod modelling;
mod office;
mod offices;
mod orders;
mod organisation;
mod organised;
mod outcomes;
mod over;
mod overview;
mod pages;
mod people;
mod plan;
mod plan_time;
mod post;
mod proposing;
mod radar;
mod readers;
mod referral;
mod reorganising;
mod reporting;
mod righting;
mod rounds;
mod rows;
mod saving;
mod site;
mod terms;
mod translating;
mod writing;
mod year;

pub use crate::ours::dimension_key;
pub use answers::{Comment, Inbox, PageAnswers};
pub use arranging::{ArrangeForm, ArrangeRow, Arranged, Arranging, MOST_ROWS};
pub use closing::{Closed, Closing, ClosingForm};
pub use comments::{
    CommentAt, CommentCounts, CommentLine, CommentPage, CommentThread, Mentioned, Reader,
};
pub use continuing::{Continuation, Uncontinued};
pub use decision::{DecisionForm, Item, Recording, ToRecord};
pub use decisions::{
    Beside, BesideRow, Decider, DecisionRegister, DecisionRow, DecisionView, Deed, DeedLine,
};
pub use desk::{Desk, Directives, Documents, PlanLink, ToDecide};
pub use directives::{
    DecidingDirective, DirectiveDecision, DirectiveDesk, DirectiveForm, DirectiveRow,
    DirectiveSaid, DirectiveStep, DirectiveWriting, DirectivesOf,
};
pub use documents::{
    AdoptForm, Adopting, DocumentDesk, DocumentForm, DocumentRow, DocumentWriting, Previewed,
};
pub use earlier::{Continuable, EarlierPlan, EarlierRow, Proposal};
pub(crate) use gaps::GapCounts;
pub use gaps::{
    About, DocumentProposal, Gap, GapDecision, GapFilter, GapId, GapKind, GapList, Mended, Mending,
    NotAGap, Place, Step, Subject, Unmended, Waiting,
};
pub use history::{
    Against, Compared, Difference, Events, Field, History, HistoryPage, Journal, Link,
    ProposedPlan, ProposedRow, Row, Value, Who, Word,
};
pub use indicators::{
    IndicatorDesk, IndicatorForm, IndicatorRow, IndicatorWriting, Offered, ServedElement, Serving,
};
pub use laws::{CheckedBy, LawDesk, LawForm, LawWriting};
pub use list::{FoundInList, ListRow, Listing, Unlisted};
pub use load::{
    BodyLoad, Coming, DOCUMENT_MINUTES, FIGURE_MINUTES, FOLLOW_UPS, Figures, GOAL_MINUTES, Load,
    Over, ROW_MINUTES,
};
pub use meeting::Meeting;
pub use memorandum::Memorandum;
pub use modelling::{
    Beginning, BuiltIn, Edit, Effect, ForceEffect, Lack, LevelEffect, LevelPart, ModelDifference,
    ModelPage, ModelRow, ModelStage, Models, Origin, Shaping, TakenOver, TopicForm, TopicRow,
    Topics, Unshaped, Way, built_in,
};
pub use office::{OfficeForm, OfficeWriting};
pub use offices::{DaysForm, DaysWriting, HoursForm, HoursWriting, Offices};
pub use orders::{Orders, SentOrder, Taken, TakenBy};
pub use organisation::{BodyPage, BodyRow, Carried, Organisation, ReorganiseForm};
pub use organised::{OrganisedAsked, OrganisedDecided, OrganisedForm, OrganisedRow, ToldChange};
pub use outcomes::{
    CellSaid, KnownIndicator, NoRow, OutcomeCell, OutcomeRow, OutcomeSaid, Outcomes, OutcomesOf,
    OutcomesPage, RowKey, Unmeasured,
};
pub use over::{Asked, DecidedOver, Deciding, GoneRow, OverForm, OverRow};
pub use overview::{
    ActionLate, BodyRows, BodyStanding, Contradiction, Matter, Odd, Overview, Reminded, Reminding,
    RowGroup,
};
pub use pages::{OwnerForm, PageDesk, PageForm, PageRow, PageWriting, WRITTEN, WrittenRow};
pub use people::{GrantLine, NotPassed, PassOn, PeopleList, PersonPage};
pub use plan::{Line, Order, Part, PlanOf, PlanPage, Plans, WritableLevel};
pub use plan_time::PlanTime;
pub use post::{LetterDeed, LetterRow, Mended as MailMended, NoticeDraft, PostPage};
pub use proposing::{ProposalStep, ProposalSteps};
pub use radar::{
    Coverage, Punctual, Radar, RadarFilter, RadarGroup, RadarRow, RadarStep, RoundColumn,
    silence_of, silence_word,
};
pub use readers::ReadersForm;
pub use referral::{
    AnswerForm, AnswerLine, AnsweringBody, AskedLine, AskedPlan, ReferForm, Referral,
};
pub use reorganising::{
    Behind, Change, ChangePart, ChangeStep, MOST_NEW, NewAddress, NewBody, Rehearsal, Reorganising,
    Unchanged, alike,
};
pub use reporting::{
    ActionLine, BodyReport, FigureItem, Judged, JudgedItem, LastWord, LookedAfter, OpenReport,
    ReportDecision, ReportPage, ReportRecording, ReportRow, Reported, Reporting, Review, ReviewRow,
    Reviewing, RowSaid, RowState, Sent, Shown, Turn, Unreported, VerdictProposal,
};
pub use righting::{Righted, RightingForm};
pub use rounds::{
    Askable, CycleForm, MOST_MEETINGS, MOST_ROUNDS, Proposed, RoundDraft, RoundForm, StandingRound,
    Unopened, Whom,
};
pub use rows::Details;
pub use saving::{Decided, Late, made_by, same_row};
pub use site::{NoticeForm, NoticeRow, SiteDesk, new_notice};
pub use terms::{ElectedBody, TermRow, TermsPage, Unset};
pub use translating::{
    KindCount, Lacking, OneText, OtherLanguage, TextKind, ThingRow, Translated, TranslationDesk,
    TranslationForm,
};
pub use writing::{
    Choice, Choices, ElementForm, Links, Particulars, Saved, Target, Unsaved, Writing, Written,
    found,
};
pub use year::{ASKED, Happening, Moment, RoundRow, RoundStage, Stretch, Whose, YearPage, coming};

use crate::app::App;
use crate::views::site::Notice;
use riktning_domain::bodies::BodyKind;
use riktning_domain::command::{Command, Hand, Now};
use riktning_domain::ids::{BodyId, ElementId, PersonId, ThreadId};
use riktning_domain::indicators::Interpretation;
use riktning_domain::models::Level;
use riktning_domain::permissions::Role;
use riktning_domain::published::PublicModel;
use riktning_domain::site::notices::Severity;
use riktning_domain::threads::{ThreadEnd, TieThread};
use riktning_domain::{Inside, Names, Period, Published, Text};
use uuid::Uuid;

/// What stands around every page of the work area.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkFrame {
    /// The municipality as it calls itself.
    pub municipality: Text,
    /// Whether everything is invented.
    pub invented: bool,
    /// A crisis stands above every page here, too. Lesser notices are the residents' pages'.
    pub notices: Vec<Notice>,
    /// The year that is planned: the one to come.
    pub planned: i16,
    /// Whether whoever reads looks after the public site.
    pub edits_site: bool,
    /// Whether whoever reads looks after people and sign-in.
    pub looks_after_people: bool,
    /// Whether whoever reads reads content, and not only of people and sign-in.
    pub reads_content: bool,
    /// Whether whoever reads may read who did what in the whole journal.
    pub reads_register: bool,
    /// Whether whoever reads records what a body decides.
    pub records: bool,
    /// Whether whoever reads says which bodies there are.
    pub organises: bool,
    /// Whether whoever reads looks after mail.
    pub reads_post: bool,
    /// Whether whoever reads shapes the governance models.
    pub shapes_models: bool,
    /// Whether whoever reads keeps an eye on what is silent.
    pub watches: bool,
}

impl WorkFrame {
    /// What stands around a page of whoever is signed in.
    pub fn of(i: Inside<'_>) -> WorkFrame {
        WorkFrame {
            edits_site: i.edits_site(),
            looks_after_people: i.looks_after_people(),
            reads_content: i.reads_content(),
            reads_register: i.reads_register(),
            records: !i.holds(Role::Registrar).is_empty(),
            organises: i.organises(),
            reads_post: post::reads_post(i),
            shapes_models: i.shapes_models(),
            watches: i.watches().is_some(),
            ..WorkFrame::for_everybody(i.published())
        }
    }

    /// What stands around a page that is nobody's, as the one to sign in on.
    pub fn for_everybody(p: Published<'_>) -> WorkFrame {
        let group = p.group();
        WorkFrame {
            municipality: group.map_or_else(|| Text::new(""), |group| group.name.clone()),
            invented: group.is_some_and(|group| group.invented),
            notices: Notice::above(p)
                .into_iter()
                .filter(|notice| notice.severity == Severity::Crisis)
                .collect(),
            planned: p.today().year() + 1,
            edits_site: false,
            looks_after_people: false,
            reads_content: false,
            reads_register: false,
            records: false,
            organises: false,
            reads_post: false,
            shapes_models: false,
            watches: false,
        }
    }
}

impl App {
    /// A view of the work area: `view` reads what a person sees today and answers with a value
    /// of its own.
    pub fn inside<T>(&self, person: PersonId, view: impl FnOnce(Inside<'_>, Now) -> T) -> T {
        let state = self.state();
        let now = self.clock().now(Hand::Person);
        view(state.inside(person, now.today).at(now.at), now)
    }
}

/// The name and the address of a body.
pub(crate) fn body(p: Published<'_>, id: BodyId) -> Option<(Names, String)> {
    let body = p.body(id)?;
    Some((body.name.names.clone(), body.name.slug.to_string()))
}

/// The model by which a time is planned: the latest whose period holds it and that is in force by
/// then. All the years of a model are planned by it as soon as its first day is said.
pub(crate) fn model_of(i: Inside<'_>, time: Period) -> Option<PublicModel<'_>> {
    let by = i.today().max(time.first_day());
    let mut models = i.planned_models().into_iter();
    models.find(|model| {
        let period = model.definition.period;
        period == time || (period.covers(time) && model.in_force.day() <= by)
    })
}

/// Whether the elements of a level are decided at home by a body: by itself, or by an organ in
/// its name, as a board for its company.
pub(crate) fn decided_at_home(i: Inside<'_>, level: &Level, body: BodyId) -> bool {
    let Some(own) = i.published().body(body) else {
        return false;
    };
    let owns = level.owners.is_empty() || level.owners.contains(&own.kind());
    let decides = |kind: BodyKind| level.decided_by.is_empty() || level.decided_by.contains(&kind);
    let organ = i.published().bodies().any(|organ| {
        matches!(
            organ.kind(),
            BodyKind::CompanyBoard | BodyKind::GeneralMeeting
        ) && organ.answers_to().contains(&body)
            && decides(organ.kind())
    });
    owns && (decides(own.kind()) || organ)
}

/// An id that a form's key gives each time the form is sent: a double click is one event.
pub(crate) fn derived(key: Uuid, of: &str) -> Uuid {
    Uuid::new_v5(&key, of.as_bytes())
}

/// The id of what a thread leads to.
pub(super) fn id_of(end: ThreadEnd) -> Uuid {
    match end {
        ThreadEnd::Element(id) => id.0,
        ThreadEnd::Vision(id) => id.0,
        ThreadEnd::Document(id) => id.0,
    }
}

/// The thread that a form's key ties to something.
pub(super) fn thread_to(key: Uuid, to: ThreadEnd) -> ThreadId {
    ThreadId(derived(key, &format!("thread/{}", id_of(to))))
}

/// The thread by which one element supports something; the same key ties the same thread.
pub(super) fn tie(key: Uuid, from: ElementId, to: ThreadEnd) -> Command {
    Command::TieThread(TieThread {
        thread: thread_to(key, to),
        from,
        to,
        interpretation: Interpretation::Stated,
        since: None,
    })
}

/// A year as a period.
pub(crate) fn year_of(year: i16) -> Option<Period> {
    Period::years(year, year)
}
