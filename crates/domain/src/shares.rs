//! How much of a company the municipality owns (*ägarandel*), itself and through its companies.

use crate::bodies::BodyKind;
use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::figures::Figure;
use crate::ids::{BodyId, SourceId};
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::timeline::Timeline;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Says how much of a company the group owns from a day. Said anew of the same first day, the
/// later word stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoldShare {
    /// The company.
    pub company: BodyId,
    /// How many per cent of it the group owns: more than none, at most all.
    pub percent: Figure,
    /// From when; may be still to come.
    pub from: Dated,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

/// What has been said of the share in one company.
pub(crate) type Shares = Timeline<Arc<HoldShare>>;

pub(crate) fn hold(state: &State, now: Now, command: HoldShare) -> Outcome {
    let from = command.from.day();
    let on = from.min(now.today);
    let body = state.body_founded(command.company, on)?;
    if !is_owned(body.kind) {
        return Err(Refusal::NotACompany);
    }
    if from < body.from.day() {
        return Err(Refusal::TooEarly {
            on: from,
            stands_from: body.from.day(),
            fact: Fact::Body,
        });
    }
    let percent = command.percent.value();
    if percent <= Decimal::ZERO || percent > Decimal::ONE_HUNDRED {
        return Err(Refusal::NotAShare);
    }
    if let Some(source) = command.source {
        state.source_known(source)?;
    }
    let shares = state.shares.get(&command.company);
    let said = shares.into_iter().flat_map(|shares| shares.entries());
    let mut same_day = said.filter(|said| said.value.from.day() == from);
    if same_day
        .next_back()
        .is_some_and(|said| *said.value == command)
    {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::ShareHeld(command))])
}

/// Whether bodies of a kind are owned.
pub fn is_owned(kind: BodyKind) -> bool {
    matches!(kind, BodyKind::Company | BodyKind::PartOwnedCompany)
}

pub(crate) fn apply_held(state: &mut State, at: &Recorded, event: &HoldShare) {
    let shares = Arc::make_mut(state.shares.entry(event.company).or_default());
    shares.insert(at.on, at.position, Arc::new(event.clone()));
}
