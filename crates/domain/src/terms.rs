//! Terms of office (*mandattid*): council, committees and boards, each with its own dates. A
//! term is no goal period: the council is elected in September, a committee from January
//! (kommunallagen 2017:725, 5 kap. 7 § and 6 kap. 17 §).

use crate::bodies::BodyKind;
use crate::command::{Now, Outcome};
use crate::corrections::Corrected;
use crate::event::{Event, Recorded};
use crate::ids::{BodyId, SourceId, TermId};
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Says when a term of office of a body begins and ends, or corrects it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetTerm {
    /// Which term. Said otherwise of the same one, it is corrected.
    pub term: TermId,
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

/// A recorded term.
pub(crate) type Term = Corrected<SetTerm>;

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
    let said = state.terms.get(&command.term);
    if said.is_some_and(|term| term.is_said(now, &command)) {
        return Ok(Vec::new());
    }
    // It is known from the day on which somebody first told of it, however it is corrected.
    let told_ahead = said
        .and_then(|term| term.last())
        .filter(|word| word.on < word.says.from);
    let on = told_ahead.map_or(now.today, |word| word.on);
    let on = command.from.min(now.today).min(on);
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
    let others = state.terms.iter().filter(|(id, _)| **id != command.term);
    let mut others = others.filter_map(|(_, term)| Some(&term.last()?.says));
    let clash = others.any(|term| {
        term.body == command.body && term.from <= command.to && command.from <= term.to
    });
    if clash {
        return Err(Refusal::AlreadyThere { fact: Fact::Term });
    }
    Ok(vec![now.happened(on, Event::TermSet(command))])
}

pub(crate) fn apply_set(state: &mut State, at: &Recorded, event: &SetTerm) {
    Arc::make_mut(state.terms.entry(event.term).or_default()).say(at, event);
}
