//! Who may read what happened: each wording that ever was, each event, and the register of all of
//! them. What somebody may not read of a thing they may not read of its past either, and a text
//! that was never handed in stays its body's own, also when a later one was.

use super::referral::may_read_answer;
use super::{Asks, Draft, ReadSubject, Role, User, may_read, opens, reads_kept_back};
use crate::adoptions::was_adopted;
use crate::assessments::{Assessment, Step, Subject};
use crate::bodies::BodyKind;
use crate::elements::{Element, Wording};
use crate::event::{Event, Recorded};
use crate::ids::{AssessmentId, BodyId, DirectiveId, DocumentId, ElementId, PersonId, WordingId};
use crate::plans::{Plan, PlanStage};
use crate::proposals::{DropProposal, Proposable, RecallProposal};
use crate::state::State;
use crate::timeline::Entry;
use crate::visibility::Readable;
use jiff::civil::Date;
use std::sync::Arc;

/// Whether a user may read who did what in the whole journal: whoever audits, and, of people and
/// their roles, whoever looks after them. Which events they read is [`may_read_event`]'s word.
pub fn may_read_register(state: &State, today: Date, user: &User) -> bool {
    match user {
        User::Import => true,
        User::Resident | User::Rule => false,
        User::Person(person) => state
            .roles_of(*person, today)
            .any(|(role, _)| matches!(role, Role::Auditor | Role::Administrator)),
    }
}

/// Whether a user may read an event today.
pub fn may_read_event(state: &State, today: Date, user: &User, at: &Recorded) -> bool {
    let person = match user {
        User::Import => return true,
        User::Resident | User::Rule => return false,
        User::Person(person) => *person,
    };
    if let Event::RoleGranted(_) | Event::GrantEnded(_) = &at.event {
        return may_read_register(state, today, user);
    }
    if !reads_content(state, today, person) {
        return false;
    }
    let wording = |id, wording| may_read_wording(state, today, user, id, wording);
    let element = |id| reads_element(state, today, user, id);
    let kept_back = |what| may_read(state, today, user, ReadSubject::KeptBack(what));
    match &at.event {
        Event::ElementDrafted(e) => wording(e.element, e.wording_id),
        Event::WordingProposed(e) => wording(e.element, e.wording_id),
        Event::DraftDropped(e) => {
            let newest = state.elements.get(&e.element);
            let newest = newest.and_then(|element| element.drafts.entries().last());
            newest.is_some_and(|newest| wording(e.element, newest.value.0))
        }
        // What was taken back was the wording before it.
        Event::ProposalTakenBack(e) => {
            let drafts = state.elements.get(&e.element).map(|e| &e.drafts);
            let earlier = drafts.into_iter().flat_map(|drafts| drafts.entries());
            let earlier = earlier.filter(|draft| draft.position < at.position);
            let before = earlier.max_by_key(|draft| draft.position);
            before.is_some_and(|before| wording(e.element, before.value.0))
        }
        // It is what was decided, read otherwise.
        Event::SlipRighted(e) => wording(e.element, e.wording),
        // Who does what in an administration is its own.
        Event::LookedAfter(e) => {
            let owner = state.elements.get(&e.element);
            let owner = owner.and_then(|element| state.owner_or_author(element, today));
            owner.is_some_and(|owner| state.inside(person, today).writes_for().contains(&owner))
        }
        Event::HandedOver(_) => {
            let writes = !state.inside(person, today).writes_for().is_empty();
            writes || may_read_register(state, today, user)
        }
        // What one authority has sent another stands beside the plan for whoever read it there.
        Event::ReferralAnswered(e) => may_read_answer(state, today, user, e.plan, e.body),
        Event::ThreadTied(e) => element(e.from),
        Event::ThreadUntied(e) => {
            let thread = state.threads.get(&e.thread);
            thread.is_some_and(|thread| element(thread.from))
        }
        Event::IndicatorServes(e) => element(e.element),
        Event::IndicatorServesNoLonger(e) => element(e.element),
        Event::FoundInSource(e) => {
            let mut found = e.wordings.iter();
            found.any(|(what, _)| kept_back(Readable::from(*what)))
        }
        Event::AssessmentProposed(e) => {
            may_read_verdict(state, today, user, e.assessment, e.version)
        }
        Event::AssessmentStepped(e) => steps(state, today, user, e.assessment, &e.step),
        Event::VisibilitySet(e) => kept_back(e.what),
        Event::DocumentDrafted(e) => {
            may_read_document(state, today, user, e.document, e.wording_id)
        }
        Event::DocumentHandedIn(e) => {
            may_read_document(state, today, user, e.document, e.wording)
        }
        Event::DirectiveDrafted(e) => {
            may_read_directive(state, today, user, e.directive, e.wording_id)
        }
        Event::DirectiveHandedIn(e) => {
            may_read_directive(state, today, user, e.directive, e.wording)
        }
        Event::ProposalRecalled(RecallProposal { what, wording })
        | Event::ProposalDropped(DropProposal { what, wording }) => match *what {
            Proposable::Document(id) => may_read_document(state, today, user, id, *wording),
            Proposable::Directive(id) => may_read_directive(state, today, user, id, *wording),
        },
        Event::VisionDrafted(e) => {
            let vision = state.visions.get(&e.vision);
            let mut decided = vision.into_iter().flat_map(|v| v.adopted.entries());
            match decided.any(|d| d.value.wording == e.wording_id) {
                true => kept_back(Readable::Vision(e.vision)),
                false => is_strategist(state, today, person),
            }
        }
        Event::ReportFiled(e) => kept_back(Readable::Report(e.report)),
        // A figure without an open source waits for its round.
        Event::MeasurementReported(e) if e.source.is_none() => {
            let definition = state.indicators.get(&e.indicator);
            let definition = definition.and_then(|i| i.definitions.at(today));
            let responsible = definition.and_then(|(_, d)| d.responsible);
            is_own(state, today, person, e.body.or(responsible))
        }
        // Whose plan it is and how far it has come, everybody who works here may know.
        Event::PlanDrafted(_)
        | Event::PlacedInPlan(_)
        | Event::PlanArranged(_)
        | Event::PlanHandedIn(_)
        | Event::PlanTakenBack(_)
        | Event::PlanReferred(_)
        | Event::ReferralCalledOff(_)
        // What is decided is told by the lens that residents have, which holds back a title.
        | Event::DecisionRecorded(_)
        | Event::DecisionMarked(_)
        // These are open from the moment they are recorded.
        | Event::GroupDescribed(_)
        | Event::SourceCited(_)
        | Event::BodyFounded(_)
        | Event::BodyRenamed(_)
        | Event::BodyMoved(_)
        | Event::BodyEnded(_)
        | Event::ModelDefined(_)
        | Event::ModelPutInForce(_)
        | Event::ModelDropped(_)
        | Event::TopicDescribed(_)
        | Event::IndicatorDefined(_)
        | Event::PeersDescribed(_)
        | Event::ComparisonRecorded(_)
        | Event::MeasurementReported(_)
        | Event::TargetSet(_)
        | Event::RoundOpened(_)
        | Event::RoundCalledOff(_)
        | Event::NoticePublished(_)
        | Event::NoticeEnded(_)
        | Event::OfficeDescribed(_)
        | Event::HoursSet(_)
        | Event::HoursExcepted(_)
        | Event::ExceptionTakenBack(_)
        | Event::PageDescribed(_)
        | Event::TextTranslated(_)
        | Event::AnswersErased(_)
        | Event::PageWritten(_)
        | Event::FrameEntered(_)
        | Event::AccountsReported(_)
        | Event::DocumentTypeDescribed(_)
        | Event::RuleRecorded(_)
        | Event::RuleChecked(_)
        | Event::FinancialManagementGuided(_)
        | Event::TermSet(_)
        | Event::NoteTaken(_)
        | Event::ShareHeld(_)
        | Event::FactsImported(_) => true,
        Event::RoleGranted(_) | Event::GrantEnded(_) => false,
    }
}

/// Whether a user may read one of the wordings that an element ever had.
pub fn may_read_wording(
    state: &State,
    today: Date,
    user: &User,
    id: ElementId,
    wording: WordingId,
) -> bool {
    let person = match user {
        User::Import => return true,
        User::Resident | User::Rule => return false,
        User::Person(person) => *person,
    };
    let Some(element) = state.elements.get(&id) else {
        return false;
    };
    if !reads_content(state, today, person) {
        return false;
    }
    if was_adopted(&element.adopted, wording) {
        return reads_kept_back(state, today, person, Readable::Element(id));
    }
    let drafts = element.drafts.entries();
    let Some(own) = drafts.iter().find(|e| e.value.0 == wording) else {
        return false;
    };
    // What was taken back stood until then.
    let later = drafts.iter().map(|e| e.position);
    let later = later.chain(element.unproposed.positions());
    let next = later.filter(|position| *position > own.position).min();
    let draft = ReadSubject::ElementDraft(id);
    if next.is_none() && may_read(state, today, user, draft) {
        return true;
    }
    let Some(body) = author(state, element, own) else {
        return false;
    };
    let stood = (own.position, next.unwrap_or(u64::MAX));
    let draft = Draft {
        body,
        handed_in: was_handed_in(state, id, element, stood),
        is_secret: state.is_secret(Readable::Element(id), today),
        element: Some(id),
        // Whoever is asked about a plan is asked about what stands in it now.
        is_compiled: false,
        asks: Asks::Nobody,
    };
    opens(state, today, person, &draft)
}

/// Whether a user may read one of the versions that a verdict ever had.
pub fn may_read_verdict(
    state: &State,
    today: Date,
    user: &User,
    id: AssessmentId,
    version: WordingId,
) -> bool {
    let User::Person(person) = *user else {
        return *user == User::Import;
    };
    let Some(assessment) = state.assessments.get(&id) else {
        return false;
    };
    if !reads_judged(state, today, user, assessment) {
        return false;
    }
    if was_adopted(&assessment.decided, version) {
        return reads_kept_back(state, today, person, Readable::Assessment(id));
    }
    let versions = assessment.versions.entries();
    let Some(own) = versions.iter().find(|e| e.value.id == version) else {
        return false;
    };
    let later = versions.iter().map(|e| e.position);
    let next = later.filter(|position| *position > own.position).min();
    let mut steps = assessment.steps.entries().iter();
    let handed_in = steps.any(|step| {
        let stood = own.position < step.position && next.is_none_or(|next| step.position < next);
        stood && step.value == Step::HandedIn
    });
    of_a_verdict(state, today, person, (id, assessment), handed_in)
}

/// Whether a user may read one of the wordings that a document ever had. What nobody has decided
/// is read by those of the body that answers for it, once it is sent also by whoever decides in
/// its matters and whoever follows the whole, and where no body answers by the strategist.
pub fn may_read_document(
    state: &State,
    today: Date,
    user: &User,
    id: DocumentId,
    wording: WordingId,
) -> bool {
    let User::Person(person) = *user else {
        return *user == User::Import;
    };
    let Some(document) = state.documents.get(&id) else {
        return false;
    };
    if !reads_content(state, today, person) {
        return false;
    }
    if was_adopted(&document.adopted, wording) {
        return reads_kept_back(state, today, person, Readable::Document(id));
    }
    let Some(draft) = document.draft(wording) else {
        return false;
    };
    let Some(body) = draft.wording.responsible else {
        return is_strategist(state, today, person);
    };
    let draft = Draft {
        body,
        handed_in: document.preparation.handed_in(wording).is_some(),
        is_secret: state.is_secret(Readable::Document(id), today),
        element: None,
        is_compiled: false,
        asks: Asks::Nobody,
    };
    opens(state, today, person, &draft)
}

/// Whether a user may read a wording of an owner directive. What is proposed is read by those who
/// may write it and, once it is handed in, as what is handed in to council.
pub fn may_read_directive(
    state: &State,
    today: Date,
    user: &User,
    id: DirectiveId,
    wording: WordingId,
) -> bool {
    let User::Person(person) = *user else {
        return *user == User::Import;
    };
    let Some(directive) = state.directives.get(&id) else {
        return false;
    };
    if directive.wording(wording).is_none() {
        return false;
    }
    let what = Readable::Directive(id);
    if is_strategist(state, today, person) {
        return true;
    }
    if was_adopted(&directive.decided, wording) {
        return reads_kept_back(state, today, person, what);
    }
    // Council has no administration that writes: nobody there reads what is being written.
    let handed_in = directive.preparation.handed_in(wording).is_some();
    handed_in && !state.is_secret(what, today) && reads_for_council(state, today, person)
}

/// Whether somebody reads what is handed in to council: whoever records for it or is elected to it,
/// and who audits.
fn reads_for_council(state: &State, today: Date, person: PersonId) -> bool {
    let mut roles = state.roles_of(person, today);
    roles.any(|(role, at)| {
        let kind = state.bodies.get(&at).map(|body| body.kind);
        let of_council = matches!(role, Role::Registrar | Role::Controller | Role::Reader);
        role == Role::Auditor || (of_council && kind == Some(BodyKind::Council))
    })
}

/// A step on the way of a verdict. Why it was sent back is a comment within its body.
fn steps(state: &State, today: Date, user: &User, id: AssessmentId, step: &Step) -> bool {
    let Some(assessment) = state.assessments.get(&id) else {
        return false;
    };
    let User::Person(person) = *user else {
        return *user == User::Import;
    };
    let is_comment = matches!(step, Step::SentBack(_));
    reads_judged(state, today, user, assessment)
        && of_a_verdict(state, today, person, (id, assessment), !is_comment)
}

fn of_a_verdict(
    state: &State,
    today: Date,
    person: PersonId,
    (id, assessment): (AssessmentId, &Assessment),
    handed_in: bool,
) -> bool {
    let is_secret = state.is_secret(Readable::Assessment(id), today);
    assessment.body.is_some_and(|body| {
        let draft = Draft {
            body,
            handed_in,
            is_secret,
            element: None,
            is_compiled: state.is_compiled(assessment.round, body, assessment.subject),
            asks: Asks::Nobody,
        };
        opens(state, today, person, &draft)
    })
}

/// What is on something secret is as secret as that.
fn reads_judged(state: &State, today: Date, user: &User, assessment: &Assessment) -> bool {
    match assessment.subject {
        Subject::Element(id) => reads_element(state, today, user, id),
        Subject::Indicator(_)
        | Subject::Topic(_)
        | Subject::Whole
        | Subject::FinancialManagement(_) => true,
    }
}

fn reads_element(state: &State, today: Date, user: &User, id: ElementId) -> bool {
    let draft = ReadSubject::ElementDraft(id);
    may_read(state, today, user, draft)
        || (state.is_decided(Readable::Element(id), today)
            && may_read(
                state,
                today,
                user,
                ReadSubject::KeptBack(Readable::Element(id)),
            ))
}

/// Whether somebody is of the body whose unsent matter something is, or, where it is no single
/// body's, the strategist.
fn is_own(state: &State, today: Date, person: PersonId, body: Option<BodyId>) -> bool {
    match body {
        Some(body) => {
            let draft = Draft {
                body,
                handed_in: false,
                is_secret: false,
                element: None,
                is_compiled: false,
                asks: Asks::Nobody,
            };
            opens(state, today, person, &draft)
        }
        None => is_strategist(state, today, person),
    }
}

fn is_strategist(state: &State, today: Date, person: PersonId) -> bool {
    let mut roles = state.roles_of(person, today);
    roles.any(|(role, _)| role == Role::Strategist)
}

/// Whoever only looks after sign-in reads no content by that.
pub(crate) fn reads_content(state: &State, today: Date, person: PersonId) -> bool {
    let mut roles = state.roles_of(person, today);
    roles.any(|(role, _)| role != Role::Administrator)
}

/// The body that wrote a wording: who owned the element then, or whom its draft named.
fn author(
    state: &State,
    element: &Element,
    own: &Entry<(WordingId, Arc<Wording>)>,
) -> Option<BodyId> {
    let mut decided = element.adopted.entries().iter();
    match decided.any(|e| e.position < own.position) {
        true => state.owner_on(element, own.on),
        false => own.value.1.owner,
    }
}

/// Whether an element lay in a plan that was handed in while a wording was its newest, from one
/// event to another. What was taken back again was not handed in, and what was decided is not in
/// hand any more: a wording that comes after is handed in with another plan.
fn was_handed_in(
    state: &State,
    id: ElementId,
    element: &Element,
    (since, next): (u64, u64),
) -> bool {
    let plans = element.plans.iter().filter_map(|id| state.plans.get(id));
    let adopted = element.adopted.entries().iter().map(|e| e.position);
    let adopted: Vec<u64> = adopted.collect();
    // What its body took back before the plan was handed in was not handed in with it.
    let next = element
        .dropped
        .map_or(next, |(_, dropped)| next.min(dropped));
    plans.into_iter().any(|plan| {
        let placed = plan.elements.entries().iter();
        let placed = placed.filter(|e| e.value.0.contains(&id));
        let Some(placed) = placed.map(|e| e.position).min() else {
            return false;
        };
        stretches(plan).any(|(from, to)| {
            let decided = adopted.iter().copied().filter(|position| *position > from);
            let to = decided.min().unwrap_or(u64::MAX).min(to);
            since.max(placed).max(from) < next.min(to)
        })
    })
}

/// The stretches of the journal over which a plan was handed in and not taken back.
fn stretches(plan: &Plan) -> impl Iterator<Item = (u64, u64)> {
    let mut stages: Vec<_> = plan.stages.entries().iter().collect();
    stages.sort_by_key(|e| e.position);
    let next: Vec<_> = stages.iter().skip(1).map(|e| Some(*e)).collect();
    let pairs = stages.into_iter().zip(next.into_iter().chain([None]));
    let pairs: Vec<_> = pairs
        .filter(|(own, _)| own.value.0 == PlanStage::Proposed)
        .filter_map(|(own, next)| match next {
            None => Some((own.position, u64::MAX)),
            Some(next) if next.value.0 == PlanStage::Draft => None,
            Some(next) => Some((own.position, next.position)),
        })
        .collect();
    pairs.into_iter()
}
