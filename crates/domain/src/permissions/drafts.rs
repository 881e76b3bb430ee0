//! Who may read what is written and not decided.

use super::{ReadSubject, Role};
use crate::bodies::BodyKind;
use crate::ids::{BodyId, ElementId, PersonId, PlanId};
use crate::plans::PlanStage;
use crate::state::State;
use crate::visibility::Readable;
use jiff::civil::Date;

/// What is written and not decided, as the rule of drafts asks of it.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    /// Whose it is.
    pub(super) body: BodyId,
    /// Whether it has been handed in.
    pub(super) handed_in: bool,
    /// Whether it is secret.
    pub(super) is_secret: bool,
    /// The element that it is a wording of: it may be an order.
    pub(super) element: Option<ElementId>,
    /// Whether it is what a body compiles for council: the strategist writes it with them.
    pub(super) is_compiled: bool,
    /// By what other bodies may be asked what they say of it.
    pub(super) asks: Asks,
}

/// By what other bodies are asked what they say of a draft, if they are.
#[derive(Clone, Copy)]
pub(super) enum Asks {
    /// It is asked about nowhere.
    Nobody,
    /// By the comment round of a plan.
    Plan(PlanId),
    /// By those of the plans in which a row lies.
    Row(ElementId),
}

/// What the rule of drafts asks of a thing; none if there is no such thing, or it is no draft.
pub(super) fn drafted(state: &State, today: Date, subject: ReadSubject) -> Option<Draft> {
    match subject {
        ReadSubject::KeptBack(_) => None,
        ReadSubject::ElementDraft(id) => {
            let element = state.elements.get(&id)?;
            Some(Draft {
                body: state.owner_or_author(element, today)?,
                handed_in: is_handed_in(state, today, id),
                is_secret: state.is_secret(Readable::Element(id), today),
                element: Some(id),
                is_compiled: false,
                asks: Asks::Row(id),
            })
        }
        ReadSubject::Plan(id) => {
            let plan = state.plans.get(&id)?;
            Some(Draft {
                body: plan.body,
                handed_in: state.plan_stage(plan, today) > Some(PlanStage::Draft),
                is_secret: false,
                element: None,
                is_compiled: false,
                asks: Asks::Plan(id),
            })
        }
        ReadSubject::Assessment(id) => {
            let assessment = state.assessments.get(&id)?;
            let body = assessment.body?;
            Some(Draft {
                body,
                // What is written anew is handed in anew: until then it is its body's.
                handed_in: assessment.step_on(today).is_some(),
                is_secret: state.is_secret(Readable::Assessment(id), today),
                element: None,
                is_compiled: state.is_compiled(assessment.round, body, assessment.subject),
                asks: Asks::Nobody,
            })
        }
    }
}

/// Whether the newest wording of an element has been handed in with a plan.
fn is_handed_in(state: &State, today: Date, id: ElementId) -> bool {
    let Some(element) = state.elements.get(&id) else {
        return false;
    };
    // What is proposed beside a decided wording is handed in with a plan that waits for its
    // decision, never with the one that was decided: nor with a supplement that has been taken up,
    // which was handed in before that wording was decided.
    let decided = state.adoption_on(&element.adopted, today);
    let mut plans = element.plans.iter().filter_map(|id| state.plans.get(id));
    plans.any(|plan| {
        let stage = state.plan_stage(plan, today);
        let is_in = match decided {
            Some(decided) => {
                let proposed = plan.stages.up_to(today).iter();
                let mut proposed = proposed.filter(|e| e.value.0 == PlanStage::Proposed);
                stage == Some(PlanStage::Proposed)
                    && proposed.any(|e| e.position > decided.position)
            }
            None => stage > Some(PlanStage::Draft),
        };
        is_in && state.lies_in(plan, id, today)
    })
}

/// Whether a draft is open to a person.
pub(super) fn opens(state: &State, today: Date, person: PersonId, draft: &Draft) -> bool {
    let mut roles = state.roles_of(person, today);
    roles.any(|held| opens_to(state, today, held, draft))
}

/// Whether a role at a body opens a draft to whoever holds it.
pub(super) fn opens_to(
    state: &State,
    today: Date,
    (role, at): (Role, BodyId),
    draft: &Draft,
) -> bool {
    let Draft {
        body,
        handed_in,
        is_secret,
        element,
        is_compiled,
        asks,
    } = *draft;
    // An order that has gone out is read by whoever it is addressed to.
    let ordered = || {
        let element = element.filter(|_| handed_in && !is_secret);
        let element = element.and_then(|id| state.elements.get(&id));
        element.is_some_and(|element| state.is_addressed(element, at, today))
    };
    // Whoever is asked what they say of it reads it, and of what is secret nobody is asked.
    if is_of_the_asked(role) && handed_in && !is_secret && is_asked(state, today, at, asks) {
        return true;
    }
    match role {
        // Handing in opens nothing that is secret to other bodies.
        Role::Controller | Role::Strategist if is_secret => at == body && role == Role::Controller,
        // Separate authorities stay separate: within the body's own administration.
        Role::Contributor | Role::Approver | Role::ProcessOwner => at == body || ordered(),
        // A board decides for its company: who records what it decides reads what it decided.
        Role::Registrar => {
            let decides = handed_in && !is_secret && state.decides_for(at, body, today);
            at == body || ordered() || decides
        }
        Role::Controller => at == body || (handed_in && state.answers_up_to_on(body, at, today)),
        // Council has no administration of its own: the strategist writes what it is asked.
        Role::Strategist => {
            at == body || handed_in || is_compiled || state.is_the_whole_groups(body)
        }
        Role::Auditor => handed_in,
        // Who is elected to a body reads what has been handed in for it to decide, and council's what has
        // been handed in anywhere.
        Role::Reader => {
            let council = state.bodies.get(&at).map(|at| at.kind) == Some(BodyKind::Council);
            let decides = at == body || (council && state.decides_for(at, body, today));
            handed_in && !is_secret && decides
        }
        Role::Editor | Role::Administrator => false,
    }
}

/// Whether a role is of those who answer for a body that is asked: who writes for it, and who records
/// what it decides, since a committee may decide what it answers.
pub(crate) fn is_of_the_asked(role: Role) -> bool {
    match role {
        Role::Contributor
        | Role::Approver
        | Role::ProcessOwner
        | Role::Controller
        | Role::Registrar => true,
        Role::Reader | Role::Strategist | Role::Editor | Role::Auditor | Role::Administrator => {
            false
        }
    }
}

/// Whether a body is asked what it says of a draft, in a comment round that is open.
fn is_asked(state: &State, today: Date, body: BodyId, asks: Asks) -> bool {
    match asks {
        Asks::Nobody => false,
        Asks::Plan(id) => {
            let plan = state.plans.get(&id);
            plan.is_some_and(|plan| state.is_asked(plan, body, today))
        }
        Asks::Row(id) => state.is_asked_about(id, body, today),
    }
}
