//! That answers of residents were erased (*gallring*), and under which decision. What was erased
//! is told by page and number, and never a word of it: the answers themselves are rows, and were
//! never in the journal.

use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::ids::ErasureId;
use crate::refusal::Refusal;
use crate::state::State;
use crate::texts::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Records that answers of residents are erased under a decision on disposal
/// (*gallringsbeslut*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EraseAnswers {
    /// Which time: the same answers under the same decision are erased once.
    pub erasure: ErasureId,
    /// What the decision is called.
    pub decision: Text,
    /// The day of the decision.
    pub decided: Date,
    /// Its case number (*diarienummer*).
    pub case_number: Text,
    /// What is erased, page by page.
    pub erased: Vec<ErasedOfPage>,
}

/// How much is erased of what residents answered of one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErasedOfPage {
    /// Its Swedish address without a day.
    pub page: Text,
    /// How many answers, those with words among them.
    pub answers: u32,
    /// How many of them had words.
    pub comments: u32,
}

/// That answers were erased, and when.
#[derive(Clone, Debug)]
pub(crate) struct Erased {
    pub(crate) on: Date,
    pub(crate) under: Arc<EraseAnswers>,
}

pub(crate) fn erase(state: &State, now: Now, command: EraseAnswers) -> Outcome {
    let mut known = state.erased_answers.iter();
    if let Some(known) = known.find(|known| known.under.erasure == command.erasure) {
        return match *known.under == command {
            true => Ok(Vec::new()),
            false => Err(Refusal::TwiceTheSame),
        };
    }
    if command.decision.is_blank() {
        return Err(Refusal::Blank { field: "decision" });
    }
    if command.case_number.is_blank() {
        return Err(Refusal::Blank {
            field: "case_number",
        });
    }
    now.not_after_today(command.decided)?;
    let mut erased = command.erased.iter();
    if command.erased.is_empty() || erased.any(|e| e.answers == 0 || e.comments > e.answers) {
        return Err(Refusal::Blank { field: "erased" });
    }
    Ok(vec![now.happened(now.today, Event::AnswersErased(command))])
}

pub(crate) fn apply_erased(state: &mut State, at: &Recorded, event: &EraseAnswers) {
    state.erased_answers.push_back(Erased {
        on: at.on,
        under: Arc::new(event.clone()),
    });
}
