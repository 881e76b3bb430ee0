//! Reports (*delårsrapport*, *årsredovisning*): that a body's report for a part of a year was
//! decided or published, when, and about which day.
//!
//! A report is looked up by year and occasion. What the system knows as of the day it was
//! decided is read through the lens of that day and never stored twice.

use crate::bodies::BodyKind;
use crate::command::{Now, Outcome};
use crate::corrections::Corrected;
use crate::decisions::Basis;
use crate::event::{Event, Recorded};
use crate::ids::{BodyId, DecisionId, ElementId, ReportId};
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::texts::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Files a report that was decided, or that a public source tells of, or corrects what was
/// filed of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileReport {
    /// Which report. Said otherwise of the same one, it is corrected.
    pub report: ReportId,
    /// Whose report; none says that it is the whole municipality's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<BodyId>,
    /// About which year.
    pub year: i16,
    /// Which of the year's reports.
    pub occasion: ReportOccasion,
    /// The day that figures and texts are about.
    pub cut_off: Date,
    /// What it rests on: the decision that approved it, or a public source that names none and
    /// the day on which it was published. Only an import may say the latter.
    pub basis: Basis,
    /// The public address of the document itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
    /// What it says in a few sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// The things that a reader should know first, at most [`MOST_MESSAGES`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<KeyMessage>,
}

/// How many key messages a report has at most: who is told ten things is told none.
pub const MOST_MESSAGES: usize = 3;

/// One of the things that a reader of a report should know first (*huvudbudskap*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyMessage {
    /// The finding, in a few words.
    pub title: Text,
    /// What it is, in a sentence or two.
    pub text: Text,
    /// The goal that it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<ElementId>,
}

/// Which of the year's reports (lag 2018:597 om kommunal bokföring och redovisning: the annual
/// report 4–12 kap., an interim report 13 kap.).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ReportOccasion {
    /// The first interim report (*delårsrapport 1*).
    InterimOne,
    /// The second, which the law asks for (*delårsrapport 2*).
    InterimTwo,
    /// The annual report (*årsredovisning*).
    Annual,
}

/// A recorded report.
pub(crate) type Report = Corrected<FileReport>;

impl ReportOccasion {
    /// Every occasion, in the order of the year.
    pub const ALL: [ReportOccasion; 3] = [
        ReportOccasion::InterimOne,
        ReportOccasion::InterimTwo,
        ReportOccasion::Annual,
    ];

    /// Whether a report of this occasion may be about a day: an annual report is about the
    /// whole year, an interim report about a part of it.
    fn may_end(self, year: i16, day: Date) -> bool {
        let is_last = (day.month(), day.day()) == (12, 31);
        day.year() == year && is_last == (self == ReportOccasion::Annual)
    }
}

pub(crate) fn file(state: &State, now: Now, command: FileReport) -> Outcome {
    let filed = state.reports.get(&command.report);
    if filed.is_some_and(|report| report.is_said(now, &command)) {
        return Ok(Vec::new());
    }
    if !command.occasion.may_end(command.year, command.cut_off) {
        return Err(Refusal::CutOffOutsideReport);
    }
    if let Some(url) = command.address.as_ref().and_then(Text::as_str)
        && !(url.starts_with("https://") || url.starts_with("http://"))
    {
        let url = url.to_owned();
        return Err(Refusal::NotAnAddress { url });
    }
    if command.summary.as_ref().is_some_and(Text::is_blank) {
        return Err(Refusal::Blank { field: "summary" });
    }
    let on = match &command.basis {
        Basis::Source(..) if !now.imports() => return Err(Refusal::DecisionMissing),
        Basis::Source(source, published) => {
            state.source_known(*source)?;
            now.not_after_today(published.day())?
        }
        Basis::Decision(id) => decided(state, *id, command.body)?,
    };
    if on < command.cut_off {
        let (stands_from, fact) = (command.cut_off, Fact::Report);
        return Err(Refusal::TooEarly {
            on,
            stands_from,
            fact,
        });
    }
    if let Some(body) = command.body {
        state.body_founded(body, on)?;
    }
    messages(state, &command.messages, on)?;
    // A report whose decision a court has quashed is no report: another may be decided from
    // that day on.
    let others = state
        .reports
        .iter()
        .filter(|(id, _)| **id != command.report);
    let mut others = others.filter_map(|(_, report)| report.last());
    let twin = others.any(|word| {
        let other = &word.says;
        let same = (other.body, other.year, other.occasion);
        let both = on.max(word.on);
        let stands = match other.basis {
            Basis::Decision(id) => state.decision_stands(id, both),
            Basis::Source(..) => true,
        };
        stands && same == (command.body, command.year, command.occasion)
    });
    if twin {
        return Err(Refusal::AlreadyThere { fact: Fact::Report });
    }
    Ok(vec![now.happened(on, Event::ReportFiled(command))])
}

/// A few, each with a finding and a sentence, about what was decided when the report was.
fn messages(state: &State, messages: &[KeyMessage], on: Date) -> Result<(), Refusal> {
    if messages.len() > MOST_MESSAGES {
        return Err(Refusal::TooManyMessages);
    }
    for message in messages {
        if message.title.is_blank() || message.text.is_blank() {
            return Err(Refusal::Blank { field: "messages" });
        }
        if let Some(about) = message.about {
            let element = state.element_known(about, on)?;
            if state.adoption_on(&element.adopted, on).is_none() {
                return Err(Refusal::NotAdopted { on });
            }
        }
    }
    Ok(())
}

/// The day of the decision that approves a report. The whole municipality's is approved by
/// the council, or, where the law does not ask for it, by the executive board
/// (kommunallagen 2017:725, 5 kap. 1 § and 11 kap. 16–20 §§); a body's own by who decides in
/// its matters.
fn decided(state: &State, id: DecisionId, body: Option<BodyId>) -> Result<Date, Refusal> {
    let decision = state.decision_standing(id)?;
    let on = decision.on;
    if decision.is_quashed(Date::MAX) {
        let fact = Fact::Decision;
        return Err(Refusal::WouldBreak { day: on, fact });
    }
    let whole = matches!(
        state.body_founded(decision.body, on)?.kind,
        BodyKind::Council | BodyKind::ExecutiveBoard
    );
    match body {
        None if whole => {}
        None => return Err(Refusal::WrongDecider),
        Some(_) => state.is_its_matter(decision.body, body, on)?,
    }
    Ok(on)
}

pub(crate) fn apply_filed(state: &mut State, at: &Recorded, event: &FileReport) {
    Arc::make_mut(state.reports.entry(event.report).or_default()).say(at, event);
}
