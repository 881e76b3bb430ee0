//! Terms of office (*mandattid*): council, committees and boards, each with its own dates. A
//! term is no goal period: the council is elected in September, a committee from January
//! (kommunallagen 2017:725, 5 kap. 7 § and 6 kap. 17 §).

use crate::bodies::BodyKind;
use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::ids::{BodyId, SourceId};
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::timeline::Timeline;
use imbl::OrdMap;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Says when a term of office of a body begins and ends. Said anew of the same first day, the
/// later word stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetTerm {
    /// Whose term.
    pub body: BodyId,
    /// Its first day; may be still to come.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

/// The terms of a body by their first day.
pub(crate) type Terms = OrdMap<Date, Timeline<Arc<SetTerm>>>;

/// Whether bodies of a kind are elected for a time.
pub fn has_terms(kind: BodyKind) -> bool {
    match kind {
        BodyKind::Council
        | BodyKind::PreparatoryCommittee
        | BodyKind::ExecutiveBoard
        | BodyKind::Committee
        | BodyKind::WorkingCommittee
        | BodyKind::JointCommittee
        | BodyKind::MunicipalAssociation
        | BodyKind::CompanyBoard
        | BodyKind::Audit => true,
        BodyKind::Group
        | BodyKind::Company
        | BodyKind::PartOwnedCompany
        | BodyKind::GeneralMeeting
        | BodyKind::ManagingDirector
        | BodyKind::Foundation
        | BodyKind::Administration
        | BodyKind::Unit
        | BodyKind::External => false,
    }
}

pub(crate) fn set(state: &State, now: Now, command: SetTerm) -> Outcome {
    if command.to < command.from {
        return Err(Refusal::EndsBeforeItStarts);
    }
    let on = command.from.min(now.today);
    let body = state.body_founded(command.body, on)?;
    if !has_terms(body.kind) {
        return Err(Refusal::NotElected);
    }
    if body.from.day() > command.from {
        return Err(Refusal::TooEarly {
            on: command.from,
            stands_from: body.from.day(),
            fact: Fact::Body,
        });
    }
    if let Some(source) = command.source {
        state.source_known(source)?;
    }
    let terms = state.terms.get(&command.body);
    let stand = terms.into_iter().flat_map(|terms| terms.values());
    let stand: Vec<_> = stand
        .filter_map(|said| said.entries().last())
        .map(|said| &said.value)
        .collect();
    let clash = stand.iter().any(|term| {
        term.from != command.from && term.from <= command.to && command.from <= term.to
    });
    if clash {
        return Err(Refusal::AlreadyThere { fact: Fact::Term });
    }
    if stand.iter().any(|term| ***term == command) {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::TermSet(command))])
}

pub(crate) fn apply_set(state: &mut State, at: &Recorded, event: &SetTerm) {
    let terms = Arc::make_mut(state.terms.entry(event.body).or_default());
    let said = terms.entry(event.from).or_default();
    said.insert(at.on, at.position, Arc::new(event.clone()));
}
