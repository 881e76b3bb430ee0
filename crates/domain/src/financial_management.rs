//! Good financial management (*god ekonomisk hushållning*): the council's guidelines for a
//! year and the goals that the budget marks as important for it (kommunallagen 2017:725,
//! 11 kap. 1 and 6 §§).
//!
//! Whether the goals were reached is an assessment of [`Subject::FinancialManagement`], by
//! people and in words. The municipality's own rule for it is advice and is never computed
//! into a verdict.
//!
//! [`Subject::FinancialManagement`]: crate::assessments::Subject::FinancialManagement

use crate::bodies::BodyKind;
use crate::command::{Now, Outcome};
use crate::corrections::Corrected;
use crate::event::{Event, Happened, Recorded};
use crate::ids::{DecisionId, ElementId, GuidanceId};
use crate::models::Purpose;
use crate::periods::Period;
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::texts::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Records what the council has decided of good financial management for a year: its
/// guidelines and the goals that are important for it, or corrects what was recorded of it. A
/// later decision of the same year stands in its place from its own day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideFinancialManagement {
    /// Which guidance. Said otherwise of the same one, it is corrected.
    pub guidance: GuidanceId,
    /// The budget year.
    pub year: i16,
    /// The guidelines, in the council's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guidelines: Option<Text>,
    /// The financial goals, and those operational goals that the budget marks. Which of them
    /// are financial their level says.
    pub goals: Vec<ElementId>,
    /// The municipality's rule for the judgement, as advice to who judges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Text>,
    /// The decision of the council.
    pub decision: DecisionId,
}

/// What was recorded of one decision on a year.
pub(crate) type Guidance = Corrected<GuideFinancialManagement>;

pub(crate) fn guide(state: &State, now: Now, command: GuideFinancialManagement) -> Outcome {
    let year = Period::years(command.year, command.year);
    let year = year.ok_or(Refusal::Blank { field: "year" })?;
    for (text, field) in [(&command.guidelines, "guidelines"), (&command.rule, "rule")] {
        if text.as_ref().is_some_and(Text::is_blank) {
            return Err(Refusal::Blank { field });
        }
    }
    if command.goals.is_empty() {
        return Err(Refusal::Blank { field: "goals" });
    }
    let known = state.guidance.get(&command.guidance);
    if known.is_some_and(|guidance| guidance.is_said(now, &command)) {
        return Ok(Vec::new());
    }
    let others = state
        .guidance
        .iter()
        .filter(|(id, _)| **id != command.guidance);
    let mut others = others.filter_map(|(_, guidance)| Some(&guidance.last()?.says));
    if others.any(|other| (other.year, other.decision) == (command.year, command.decision)) {
        let fact = Fact::Guidelines;
        return Err(Refusal::AlreadyThere { fact });
    }
    let on = council_day(state, command.decision)?;
    for (i, goal) in command.goals.iter().enumerate() {
        if command.goals[..i].contains(goal) {
            return Err(Refusal::TwiceTheSame);
        }
        let element = state.element_known(*goal, on)?;
        let purpose = state.level_of(element, on)?.purpose;
        let is_goal = matches!(
            purpose,
            Purpose::StrategicGoal | Purpose::ProcessGoal | Purpose::FinancialGoal
        );
        if !is_goal {
            return Err(Refusal::NotAGoal);
        }
        let adopted = state.adoption_on(&element.adopted, on);
        let wording = adopted.and_then(|e| element.wording(e.value.wording));
        let period = wording.ok_or(Refusal::NotAdopted { on })?.period;
        if state.ending_on(element, on).is_some() {
            return Err(Refusal::AlreadyEnded { on });
        }
        if period.last_day() < year.first_day() {
            return Err(Refusal::PeriodOver { period });
        }
        if period.first_day() > year.last_day() {
            return Err(Refusal::PeriodToCome { period });
        }
    }
    let event = Event::FinancialManagementGuided(command);
    Ok(vec![Happened { on, event }])
}

/// The day of a decision of the council that stands.
fn council_day(state: &State, decision: DecisionId) -> Result<Date, Refusal> {
    let decision = state.decision_standing(decision)?;
    let on = decision.on;
    if decision.is_quashed(Date::MAX) {
        let fact = Fact::Decision;
        return Err(Refusal::WouldBreak { day: on, fact });
    }
    // Council decides the budget and its goals (kommunallagen 2017:725, 5 kap. 1 §).
    match state.body_founded(decision.body, on)?.kind {
        BodyKind::Council => Ok(on),
        _ => Err(Refusal::WrongDecider),
    }
}

pub(crate) fn apply_guided(state: &mut State, at: &Recorded, event: &GuideFinancialManagement) {
    Arc::make_mut(state.guidance.entry(event.guidance).or_default()).say(at, event);
}

/// What the rules ask.
impl State {
    /// The first day from `day` on which the council, by a decision that stands, marked an
    /// element as important: what has ended on a day is not marked on it.
    pub(crate) fn first_marked_from(&self, element: ElementId, day: Date) -> Option<Date> {
        let words = self
            .guidance
            .values()
            .filter_map(|guidance| guidance.last());
        let marking = words.filter(|word| word.on >= day && word.says.goals.contains(&element));
        let standing = marking.filter(|word| self.decision_stands(word.says.decision, Date::MAX));
        standing.map(|word| word.on).min()
    }
}
