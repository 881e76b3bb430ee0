//! Rounds: the planning and follow-up occasions of the cycle.

use crate::bodies::BodyKind;
use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::ids::{ModelId, RoundId};
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::texts::{Names, Text};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Opens a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenRound {
    /// Which round.
    pub round: RoundId,
    /// By which model.
    pub model: ModelId,
    /// What it is called: "Delårsrapport 2, 2018".
    pub names: Names,
    /// What it is.
    pub occasion: Occasion,
    /// The day that figures and texts are about.
    pub cut_off: Date,
    /// From which day it takes reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<Date>,
    /// The last day for each kind of body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<(BodyKind, Date)>,
    /// What is asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asks_for: Vec<Text>,
    /// From which day it was announced; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// What kind of occasion a round is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Occasion {
    /// Planning.
    Planning,
    /// Follow-up within the year (*delårsrapport*): its verdicts are forecasts.
    Interim,
    /// Follow-up of the whole year (*årsredovisning*): its verdicts are final.
    Annual,
}

/// Everything recorded about one round.
#[derive(Clone, Debug)]
pub struct Round {
    pub(crate) opened: Arc<OpenRound>,
    pub(crate) on: Date,
}

impl std::ops::Deref for Round {
    type Target = OpenRound;
    fn deref(&self) -> &OpenRound {
        &self.opened
    }
}

pub(crate) fn open(state: &State, now: Now, command: OpenRound) -> Outcome {
    if command.names.sv.is_blank() {
        return Err(Refusal::Blank { field: "names.sv" });
    }
    let on = now.on_recording(command.since)?;
    state.model_on(command.model, on)?;
    if let Some(opens) = command.opens
        && command.deadlines.iter().any(|(_, last)| *last < opens)
    {
        return Err(Refusal::DeadlineBeforeOpening);
    }
    if let Some(round) = state.rounds.get(&command.round) {
        let same = *round.opened == command;
        return if same {
            Ok(Vec::new())
        } else {
            Err(Refusal::AlreadyThere { fact: Fact::Round })
        };
    }
    Ok(vec![now.happened(on, Event::RoundOpened(command))])
}

pub(crate) fn apply_opened(state: &mut State, at: &Recorded, event: &OpenRound) {
    let round = Round {
        opened: Arc::new(event.clone()),
        on: at.on,
    };
    state.rounds.insert(event.round, Arc::new(round));
}

/// What the rules ask.
impl State {
    pub(crate) fn round_known(&self, id: RoundId, on: Date) -> Result<&Round, Refusal> {
        let round = self
            .rounds
            .get(&id)
            .ok_or(Refusal::Unknown { fact: Fact::Round })?;
        if round.on > on {
            return Err(Refusal::TooEarly {
                on,
                stands_from: round.on,
                fact: Fact::Round,
            });
        }
        Ok(round)
    }
}
