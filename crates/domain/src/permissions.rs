//! Who may do and read what. Every permission is in this file and in those below it: of drafts, of
//! comments on them, and of what happened.

mod comments;
mod drafts;
mod history;
mod referral;
mod who;

pub use who::{Actor, NotAnActor, User};

use drafts::{Asks, Draft, drafted, opens};

pub use comments::may_read_comment;
pub(crate) use drafts::is_of_the_asked;
pub(crate) use history::reads_content;
pub use history::{
    may_read_directive, may_read_document, may_read_event, may_read_register, may_read_verdict,
    may_read_wording,
};
pub use referral::may_read_answer;

use crate::bodies::BodyKind;
use crate::command::{Command, Hand, Now, Outcome};
use crate::decisions::Basis;
use crate::documents::HandInDocument;
use crate::elements::Wording;
use crate::event::{Event, Recorded};
use crate::ids::{AssessmentId, BodyId, DecisionId, ElementId, PersonId, PlanId};
use crate::plans;
use crate::proposals::{DropProposal, Proposable, RecallProposal};
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::timeline::Timeline;
use crate::topics::Dimension;
use crate::visibility::{Readable, Readers};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A role, granted at a body from a day to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Everyone employed or elected.
    Reader,
    /// Writes and reports for a body.
    Contributor,
    /// Reviews and approves for a body.
    Approver,
    /// Leads one process across bodies.
    ProcessOwner,
    /// Follows a body and all below it.
    Controller,
    /// Models, rounds and reports for the group.
    Strategist,
    /// Records decisions.
    Registrar,
    /// Public pages and notices.
    Editor,
    /// Reads everything handed in or decided, writes nothing.
    Auditor,
    /// People and sign-in, no content.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 10] = [
        Role::Reader,
        Role::Contributor,
        Role::Approver,
        Role::ProcessOwner,
        Role::Controller,
        Role::Strategist,
        Role::Registrar,
        Role::Editor,
        Role::Auditor,
        Role::Administrator,
    ];

    /// Whether whoever holds it hands in, decides or lets others in: a municipality may ask more of
    /// their sign-in.
    pub fn decides_or_administers(self) -> bool {
        match self {
            Role::Approver | Role::Registrar | Role::Administrator => true,
            Role::Reader
            | Role::Contributor
            | Role::ProcessOwner
            | Role::Controller
            | Role::Strategist
            | Role::Editor
            | Role::Auditor => false,
        }
    }
}

/// Grants a role to a person at a body. The event carries only the person's id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantRole {
    /// To whom.
    pub person: PersonId,
    /// Which role.
    pub role: Role,
    /// At which body.
    pub body: BodyId,
    /// The first day.
    pub from: Date,
    /// The last day; none until it is ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

/// Ends a grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndGrant {
    /// Whose.
    pub person: PersonId,
    /// Which role.
    pub role: Role,
    /// At which body.
    pub body: BodyId,
    /// The last day.
    pub last_day: Date,
}

/// When a role holds, by the word that stood latest.
pub(crate) type Grants = imbl::OrdMap<(Role, BodyId), Timeline<Grant>>;

/// The days on which a role holds, and whose word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Grant {
    /// The first day.
    pub(crate) from: Date,
    /// The last day; none until it is ended. One that a rule ended on its first day ends before it
    /// began: it holds no longer than the group did.
    pub(crate) to: Option<Date>,
    /// Whether a rule gave it, and not a person.
    pub(crate) by_rule: bool,
}

impl Grant {
    /// Whether it holds on a day.
    pub(crate) fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.lasts_on(day)
    }

    /// Whether it still holds on a day, or is to hold later.
    fn lasts_on(&self, day: Date) -> bool {
        self.to.is_none_or(|to| day <= to)
    }
}

/// The word of a person on a role stands against that of a rule.
fn is_a_persons(grant: &Grant, now: Now) -> bool {
    now.hand == Hand::Rule && !grant.by_rule && grant.lasts_on(now.today)
}

pub(crate) fn grant(state: &State, now: Now, command: GrantRole) -> Outcome {
    if command.to.is_some_and(|to| to < command.from) {
        return Err(Refusal::GrantUpsideDown);
    }
    let key = (command.role, command.body);
    let granted = state.grant_of(command.person, key, now.today);
    let wanted = Grant {
        from: command.from,
        to: command.to,
        by_rule: now.hand == Hand::Rule,
    };
    if granted.is_some_and(|granted| *granted == wanted || is_a_persons(granted, now)) {
        return Ok(Vec::new());
    }
    // A body that is to come has its people from its first day.
    state.body_alive(command.body, command.from.max(now.today))?;
    Ok(vec![now.happened(now.today, Event::RoleGranted(command))])
}

pub(crate) fn end_grant(state: &State, now: Now, command: EndGrant) -> Outcome {
    let key = (command.role, command.body);
    let granted = state.grant_of(command.person, key, now.today);
    let granted = granted.ok_or(Refusal::Unknown { fact: Fact::Grant })?;
    // What a rule gave today and gives no longer never held; a person's word counts whole days.
    let upside_down = command.last_day < granted.from && now.hand != Hand::Rule;
    match granted.to {
        _ if is_a_persons(granted, now) => Ok(Vec::new()),
        Some(last) if last == command.last_day => Ok(Vec::new()),
        _ if upside_down => Err(Refusal::GrantUpsideDown),
        // Ending is never a longer grant.
        Some(last) if last < command.last_day => Err(Refusal::AlreadyEnded { on: last }),
        _ => Ok(vec![now.happened(now.today, Event::GrantEnded(command))]),
    }
}

pub(crate) fn apply_granted(state: &mut State, at: &Recorded, event: &GrantRole) {
    let grants = Arc::make_mut(state.grants.entry(event.person).or_default());
    let grant = grants.entry((event.role, event.body)).or_default();
    let given = Grant {
        from: event.from,
        to: event.to,
        by_rule: at.actor == Actor::Rule,
    };
    grant.insert(at.on, at.position, given);
}

pub(crate) fn apply_grant_ended(state: &mut State, at: &Recorded, event: &EndGrant) {
    let grants = Arc::make_mut(state.grants.entry(event.person).or_default());
    let grant = grants.entry((event.role, event.body)).or_default();
    let ended = Grant {
        from: grant.at(at.on).map_or(at.on, |grant| grant.from),
        to: Some(event.last_day),
        by_rule: at.actor == Actor::Rule,
    };
    grant.insert(at.on, at.position, ended);
}

/// Which body a command is about.
enum At {
    /// The group as a whole: a grant at any body will do, since these roles are the group's.
    Group,
    /// One body.
    Body(BodyId),
    /// One body, and whoever follows the whole group: what it compiles for council.
    Compiled(BodyId),
    /// No body: only an import may.
    Nowhere,
}

/// Whether a user may give a command. Says nothing of whether the command makes sense.
///
/// # Errors
/// [`Refusal::NotPermitted`].
pub fn permit(state: &State, now: Now, user: &User, command: &Command) -> Result<(), Refusal> {
    let person = match user {
        User::Import => return Ok(()),
        User::Resident => return Err(Refusal::NotPermitted),
        User::Rule => {
            return match command {
                Command::GrantRole(_) | Command::EndGrant(_) => Ok(()),
                _ => Err(Refusal::NotPermitted),
            };
        }
        User::Person(person) => *person,
    };
    // Nobody gives themselves a role: it takes two.
    if matches!(command, Command::GrantRole(grant) if grant.person == person) {
        return Err(Refusal::NotPermitted);
    }
    let (roles, place) = needed(state, now.today, command);
    let holds = |place_of: &At| {
        state.roles_of(person, now.today).any(|(role, body)| {
            roles.contains(&role)
                && match *place_of {
                    At::Group => true,
                    At::Nowhere => false,
                    At::Body(place) | At::Compiled(place) => {
                        // Separate authorities stay separate: what is another body's, the
                        // strategist asks for and does not write.
                        let is_whole =
                            matches!(place_of, At::Compiled(_)) || state.is_the_whole_groups(place);
                        body == place
                            || (role == Role::Strategist && is_whole)
                            || (role == Role::Controller
                                && state.answers_up_to_on(place, body, now.today))
                    }
                }
        })
    };
    // Nobody corrects what another body has decided by resting it on a decision of their own.
    if holds(&place) && corrects(state, now.today, command).is_none_or(|place| holds(&place)) {
        Ok(())
    } else {
        Err(Refusal::NotPermitted)
    }
}

/// Whose it is already, where a command says otherwise what stands: a report, or a document for
/// which another body that is there answers.
fn corrects(state: &State, today: Date, command: &Command) -> Option<At> {
    if let Command::DraftDocument(said) = command {
        let own = state.document_answered_for(said.document, today)?;
        let is_there = state.body_alive(own, today).is_ok();
        return (is_there && said.wording.responsible != Some(own)).then_some(At::Body(own));
    }
    let Command::FileReport(said) = command else {
        return None;
    };
    let filed = &state.reports.get(&said.report)?.last()?.says;
    match filed.basis {
        Basis::Decision(id) => {
            let decision = state.decisions.get(&id);
            decision.map(|decision| At::Body(decision.body))
        }
        // A report of the whole municipality that a source told of is no single body's to correct.
        Basis::Source(..) => Some(filed.body.map_or(At::Nowhere, At::Body)),
    }
}

/// Those who write what a body promises, reports and proposes.
pub(crate) const WRITERS: &[Role] = {
    use Role::{Approver, Contributor, Controller, ProcessOwner, Strategist};
    &[Contributor, Approver, Controller, ProcessOwner, Strategist]
};

/// The roles that may give a command, and where they must be held.
fn needed(state: &State, today: Date, command: &Command) -> (&'static [Role], At) {
    use Role::{Administrator, Approver, Controller, Editor, Registrar, Strategist};
    let owner = |wording: &Wording| wording.owner.map_or(At::Nowhere, At::Body);
    let element = |id: ElementId| {
        let element = state.elements.get(&id);
        let owner = element.and_then(|e| state.owner_or_author(e, today));
        owner.map_or(At::Nowhere, At::Body)
    };
    let plan = |id: PlanId| {
        state
            .plans
            .get(&id)
            .map_or(At::Nowhere, |p| At::Body(p.body))
    };
    let decider = |id: DecisionId| {
        let decision = state.decisions.get(&id);
        decision.map_or(At::Nowhere, |d| At::Body(d.body))
    };
    let judge = |body, round, subject| match state.is_compiled(round, body, subject) {
        true => At::Compiled(body),
        false => At::Body(body),
    };
    let assessment = |id: AssessmentId| {
        let of = state.assessments.get(&id);
        let place = of.and_then(|of| Some(judge(of.body?, of.round, of.subject)));
        place.unwrap_or(At::Nowhere)
    };
    match command {
        Command::GrantRole(_) | Command::EndGrant(_) | Command::HandOver(_) => {
            (&[Administrator], At::Group)
        }
        // The core values are shown and never scored: they are the public site's, too.
        Command::DescribeTopic(c) if c.description.dimension == Dimension::CoreValue => {
            (&[Editor, Strategist], At::Group)
        }
        Command::DescribeGroup(_)
        | Command::CiteSource(_)
        | Command::FoundBody(_)
        | Command::RenameBody(_)
        | Command::MoveBody(_)
        | Command::SetTerm(_)
        | Command::TakeNote(_)
        | Command::HoldShare(_)
        | Command::EndBody(_)
        | Command::DefineModel(_)
        | Command::PutModelInForce(_)
        | Command::DropModel(_)
        | Command::DescribeTopic(_)
        | Command::DraftVision(_)
        | Command::OpenRound(_)
        | Command::CallOffRound(_)
        | Command::DescribeDocumentType(_)
        | Command::DescribePeers(_)
        | Command::RecordComparison(_)
        | Command::RecordRule(_)
        | Command::CheckRule(_)
        | Command::DraftDirective(_)
        | Command::HandInDirective(_)
        | Command::RecallProposal(RecallProposal {
            what: Proposable::Directive(_),
            ..
        })
        | Command::DropProposal(DropProposal {
            what: Proposable::Directive(_),
            ..
        })
        | Command::DefineIndicator(_) => (&[Strategist], At::Group),
        Command::ServeElement(c) => (WRITERS, element(c.element)),
        Command::StopServing(c) => (WRITERS, element(c.element)),
        Command::DraftElement(c) => (WRITERS, owner(&c.wording)),
        Command::ProposeWording(c) => (WRITERS, element(c.element)),
        Command::DropDraft(c) => (WRITERS, element(c.element)),
        Command::TakeBackProposal(c) => (WRITERS, element(c.element)),
        Command::LookAfter(c) => (WRITERS, element(c.element)),
        // Whoever decided puts it right, whose matter it is by now or not.
        Command::RightSlip(c) => {
            let element = state.elements.get(&c.element);
            let adopted = element.and_then(|e| state.adoption_on(&e.adopted, today));
            let by = adopted.and_then(|adopted| match adopted.value.basis {
                Basis::Decision(by) => Some(by),
                Basis::Source(..) => None,
            });
            (&[Registrar], by.map_or(At::Nowhere, decider))
        }
        Command::TieThread(c) => (WRITERS, element(c.from)),
        Command::UntieThread(c) => {
            let from = state.threads.get(&c.thread).map(|t| t.from);
            (WRITERS, from.map_or(At::Nowhere, element))
        }
        Command::DraftPlan(c) => (WRITERS, At::Body(c.body)),
        Command::PlaceInPlan(c) => (WRITERS, plan(c.plan)),
        Command::ArrangePlan(c) => (WRITERS, plan(c.plan)),
        Command::HandInPlan(plans::HandInPlan { plan: id, .. })
        | Command::ReferPlan(plans::ReferPlan { plan: id, .. })
        | Command::CallOffReferral(plans::CallOffReferral { plan: id })
        | Command::TakeBackPlan(plans::TakeBackPlan { plan: id }) => {
            // Council has no administration of its own: the strategist sends its orders out.
            let body = state.plans.get(id).map(|p| p.body);
            match body.is_some_and(|body| state.is_the_whole_groups(body)) {
                true => (&[Approver, Strategist], plan(*id)),
                false => (&[Approver], plan(*id)),
            }
        }
        Command::AnswerReferral(c) => match state.is_the_whole_groups(c.body) {
            true => (&[Approver, Strategist], At::Body(c.body)),
            false => (&[Approver], At::Body(c.body)),
        },
        // Whoever organises says by which decision of council's; for any other body its own registrar
        // does.
        Command::RecordDecision(c) if c.only_organises() => {
            (&[Registrar, Strategist], At::Body(c.body))
        }
        Command::RecordDecision(c) => (&[Registrar], At::Body(c.body)),
        Command::MarkDecision(c) => {
            let body = state.decisions.get(&c.decision).map(|d| d.body);
            (&[Registrar], body.map_or(At::Nowhere, At::Body))
        }
        Command::SetTarget(c) => {
            let decision = match &c.basis {
                crate::indicators::TargetBasis::Decision(id) => state.decisions.get(id),
                crate::indicators::TargetBasis::Source(..) => None,
            };
            (
                &[Registrar],
                decision.map_or(At::Nowhere, |d| At::Body(d.body)),
            )
        }
        Command::EnterFrame(c) => (&[Registrar], decider(c.decision)),
        Command::GuideFinancialManagement(c) => (&[Registrar], decider(c.decision)),
        Command::FileReport(c) => match c.basis {
            Basis::Decision(id) => (&[Registrar], decider(id)),
            Basis::Source(..) => (&[], At::Nowhere),
        },
        Command::ReportAccounts(_) => (&[Controller, Strategist], At::Group),
        Command::ReportMeasurement(c) => match c.body {
            Some(body) => (WRITERS, At::Body(body)),
            None => {
                let definition = state.indicators.get(&c.indicator);
                let definition = definition.and_then(|i| i.definitions.at(today));
                let responsible = definition.and_then(|(_, d)| d.responsible);
                match responsible {
                    Some(body) => (WRITERS, At::Body(body)),
                    None => (&[Strategist], At::Group),
                }
            }
        },
        Command::DraftDocument(c) => match c.wording.responsible {
            Some(body) => (WRITERS, At::Body(body)),
            None => (&[Strategist], At::Group),
        },
        Command::DropProposal(DropProposal {
            what: Proposable::Document(id),
            ..
        }) => match state.document_answered_for(*id, today) {
            Some(body) => (WRITERS, At::Body(body)),
            None => (&[Strategist], At::Group),
        },
        Command::HandInDocument(HandInDocument { document: id, .. })
        | Command::RecallProposal(RecallProposal {
            what: Proposable::Document(id),
            ..
        }) => match state.document_answered_for(*id, today) {
            // Council has no administration of its own: the strategist sends what it answers for.
            Some(body) if state.is_the_whole_groups(body) => {
                (&[Approver, Strategist], At::Body(body))
            }
            Some(body) => (&[Approver], At::Body(body)),
            None => (&[Strategist], At::Group),
        },
        Command::ProposeAssessment(c) => {
            let place = c.body.map(|body| judge(body, c.round, c.subject));
            (WRITERS, place.unwrap_or(At::Nowhere))
        }
        Command::StepAssessment(c) => match (&c.step, assessment(c.assessment)) {
            (crate::assessments::Step::HandedIn, place) => (WRITERS, place),
            // Council has no administration of its own: the strategist looks at what it is to decide.
            (_, At::Body(body) | At::Compiled(body)) if state.is_the_whole_groups(body) => {
                (&[Approver, Strategist], At::Body(body))
            }
            (_, place) => (&[Approver], place),
        },
        Command::PublishNotice(_)
        | Command::EndNotice(_)
        | Command::DescribeOffice(_)
        | Command::SetHours(_)
        | Command::SetException(_)
        | Command::TakeBackException(_)
        | Command::DescribePage(_)
        | Command::EraseAnswers(_)
        | Command::WritePage(_)
        | Command::TranslateText(_) => (&[Editor], At::Group),
        Command::SetVisibility(c) => match state.body_of(c.what, today) {
            Some(body) => (&[Approver, Registrar], At::Body(body)),
            None => (&[Strategist], At::Group),
        },
        Command::FindInSource(_) | Command::ImportFacts(_) => (&[], At::Nowhere),
    }
}

/// What somebody wants to read beyond what is public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadSubject {
    /// A draft or proposal of an element.
    ElementDraft(ElementId),
    /// A plan that is not decided.
    Plan(PlanId),
    /// A verdict that is not decided.
    Assessment(AssessmentId),
    /// What is decided and kept back.
    KeptBack(Readable),
}

/// Whether a user may read something on a day. What a user may not see does not exist for
/// them. A draft is seen only within its body until it is handed in; then also by those who
/// follow the whole group and by auditors.
pub fn may_read(state: &State, today: Date, user: &User, subject: ReadSubject) -> bool {
    let person = match user {
        User::Import => return true,
        User::Resident | User::Rule => return false,
        User::Person(person) => *person,
    };
    if let ReadSubject::KeptBack(what) = subject {
        return reads_kept_back(state, today, person, what);
    }
    drafted(state, today, subject).is_some_and(|draft| opens(state, today, person, &draft))
}

/// Whether a person may read what is decided and kept back from residents.
fn reads_kept_back(state: &State, today: Date, person: PersonId, what: Readable) -> bool {
    if !state.is_decided(what, today) {
        // What is not decided is a draft, and keeps the rule of drafts.
        let draft = match what {
            Readable::Element(id) => ReadSubject::ElementDraft(id),
            Readable::Assessment(id) => ReadSubject::Assessment(id),
            Readable::Vision(_)
            | Readable::Document(_)
            | Readable::Directive(_)
            | Readable::Report(_) => return false,
        };
        return may_read(state, today, &User::Person(person), draft);
    }
    let own = state.body_of(what, today);
    let mut roles = state.roles_of(person, today);
    match state.readers(what, today) {
        Readers::Everybody => true,
        // Who looks after sign-in reads no content by that.
        Readers::Employed => roles.any(|(role, _)| role != Role::Administrator),
        Readers::OwnBody => roles.any(|(role, at)| match role {
            Role::Auditor => true,
            Role::Contributor | Role::Approver | Role::ProcessOwner | Role::Registrar => {
                own == Some(at)
            }
            // What is the whole group's is looked after by the strategist, who may also set it.
            Role::Strategist => own.is_none(),
            Role::Reader | Role::Controller | Role::Editor | Role::Administrator => false,
        }),
    }
}

impl State {
    /// Whether a body's plans are the whole group's: council's, or those of the group itself.
    pub(crate) fn is_the_whole_groups(&self, body: BodyId) -> bool {
        let kind = self.bodies.get(&body).map(|body| body.kind);
        matches!(kind, Some(BodyKind::Group | BodyKind::Council))
    }

    /// The roles that a person holds on a day.
    pub(crate) fn roles_of(
        &self,
        person: PersonId,
        day: Date,
    ) -> impl Iterator<Item = (Role, BodyId)> {
        let grants = self.grants.get(&person).map(|g| g.iter());
        grants
            .into_iter()
            .flatten()
            .filter_map(move |(key, grant)| {
                let grant = grant.at(day)?;
                grant.holds_on(day).then_some(*key)
            })
    }

    fn grant_of(&self, person: PersonId, key: (Role, BodyId), day: Date) -> Option<&Grant> {
        self.grants.get(&person)?.get(&key)?.at(day)
    }
}
