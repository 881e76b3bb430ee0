//! What one body compiles for council in a round of follow-up (*sammanställer*): what council's own goals
//! have come to, and what is judged of the whole. The executive board leads and oversees the rest
//! (kommunallagen 2017:725, 6 kap. 1 §); council takes up what it compiles (11 kap. 16 § and 20 §).

use crate::assessments::{Scope, Subject};
use crate::bodies::BodyKind;
use crate::ids::{BodyId, RoundId};
use crate::refusal::Refusal;
use crate::state::State;
use crate::topics::Dimension;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Who compiles a round for council, and what is judged of the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Compiling {
    /// The body that compiles: it judges council's goals beside its own rows, and the whole.
    pub body: BodyId,
    /// What is judged of the whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wholes: Vec<Whole>,
}

/// What can be asked of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Whole {
    /// Whether the two perspectives are in balance.
    Balance,
    /// Good financial management (*god ekonomisk hushållning*).
    FinancialManagement(Scope),
    /// Each process or perspective: by who owns it, and else by who compiles.
    Topics(Dimension),
}

impl Compiling {
    /// What must hold of it, on the day on which it is said and on the day that the round is about.
    pub(crate) fn sound(&self, state: &State, on: Date, cut_off: Date) -> Result<(), Refusal> {
        let known = state.body_founded(self.body, on)?;
        if !compiles(known.kind) {
            return Err(Refusal::NotItsMatter);
        }
        state.body_alive(self.body, cut_off.max(on))?;
        let asked: BTreeSet<Whole> = self.wholes.iter().copied().collect();
        if asked.contains(&Whole::Topics(Dimension::CoreValue)) {
            return Err(Refusal::NeverScored);
        }
        match asked.len() == self.wholes.len() {
            true => Ok(()),
            false => Err(Refusal::TwiceTheSame),
        }
    }
}

/// Whether bodies of a kind compile for council.
pub fn compiles(kind: BodyKind) -> bool {
    matches!(kind, BodyKind::ExecutiveBoard | BodyKind::Council)
}

impl State {
    /// Whether what a body says of something in a round is what it compiles for council, and not what it
    /// answers for itself.
    pub(crate) fn is_compiled(&self, round: RoundId, body: BodyId, subject: Subject) -> bool {
        let round = self.rounds.get(&round);
        let said = round.and_then(|round| round.said.entries().last());
        let compiling = said.and_then(|said| said.value.compiling.as_ref());
        let compiles = compiling.is_some_and(|compiling| compiling.body == body);
        compiles
            && match subject {
                Subject::Whole | Subject::FinancialManagement(_) | Subject::Topic(_) => true,
                Subject::Indicator(_) => false,
                Subject::Element(id) => {
                    let element = self.elements.get(&id);
                    let owner = element.and_then(|e| self.owner_or_author(e, Date::MAX));
                    owner.is_some_and(|owner| self.is_the_whole_groups(owner))
                }
            }
    }
}
