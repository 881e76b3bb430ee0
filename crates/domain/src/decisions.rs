//! Decisions: what a body or a delegate decided, when, and exactly which wordings.
//!
//! Deciding publishes; there is no second button.

mod adopting;
mod marking;
mod organising;
mod over;

pub(crate) use adopting::newest;
use adopting::{Decider, adoptable};
pub(crate) use marking::{apply_marked, mark};
pub use organising::Organised;

use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::elements::{Element, Ending};
use crate::event::{Event, Recorded};
use crate::ids::{
    AssessmentId, BodyId, DecisionId, DirectiveId, DocumentId, ElementId, IndicatorId, PlanId,
    SourceId, VisionId, WordingId,
};
use crate::indicators::{self, DecidedFigure, Interpretation};
use crate::periods::Period;
use crate::personal_numbers::found_in_case_number;
use crate::plans::PlanStage;
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::texts::Text;
use crate::timeline::Timeline;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Records a decision. It names each wording it adopts: what the registrar saw is what is
/// adopted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordDecision {
    /// Which decision.
    pub decision: DecisionId,
    /// The body that decided, or whose delegate did.
    pub body: BodyId,
    /// The day of the meeting.
    pub date: Dated,
    /// By what right.
    pub authority: Authority,
    /// The case number (*diarienummer*), such as KSKF/2015:579.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_number: Option<Text>,
    /// What it was about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// What it does. Only an imported decision may do nothing that we hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<Act>,
    /// The wordings that whoever recorded it saw of what it withdraws, closes or gives away:
    /// refused if others stand by then, so that nobody decides over what they have not read.
    /// Nothing where nobody looked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<(ElementId, WordingId)>,
}

impl RecordDecision {
    /// Whether it says which bodies there are, and nothing else.
    pub fn only_organises(&self) -> bool {
        let mut acts = self.acts.iter();
        !self.acts.is_empty() && acts.all(|act| matches!(act, Act::Organise(_)))
    }
}

/// By what right a decision was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Authority {
    /// At a meeting: the paragraph of the minutes.
    Paragraph(Text),
    /// By a delegate: the number in the scheme of delegation.
    Delegation(Text),
    /// Found in a public source that gives neither. Only an import may say so.
    Found {
        /// The source.
        source: SourceId,
        /// The paragraph, if the source gives one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        paragraph: Option<Text>,
        /// Whether the source names the body, or we read it so.
        #[serde(default, skip_serializing_if = "Interpretation::is_stated")]
        body_interpretation: Interpretation,
    },
}

/// What a decision does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    /// Adopts a wording, for the first time or instead of an earlier one.
    Adopt(Adoptable, WordingId),
    /// Withdraws an element: it is struck out, with the decision.
    Withdraw(ElementId),
    /// Closes an element.
    Close(ElementId),
    /// Gives an element to another body.
    Transfer(ElementId, BodyId),
    /// Adopts a plan: the elements in it on the day.
    AdoptPlan(PlanId),
    /// Supplements an adopted plan with elements.
    SupplementPlan(PlanId, Vec<ElementId>),
    /// Closes a plan.
    ClosePlan(PlanId),
    /// Adopts the body's plan for a period, of which a source tells that it was decided and
    /// not what stood in it. Only a decision that was found in a source may.
    AdoptUnseenPlan(Period),
    /// A company's general meeting adopts an owner directive that the council has decided:
    /// from then on it binds the company.
    AdoptDirective(DirectiveId, WordingId),
    /// Says which bodies there are: a change of one of them, as it was recorded.
    Organise(Organised),
    /// Decides figures of an indicator, which become public with it: each as it was shown.
    DecideFigures(IndicatorId, Vec<DecidedFigure>),
}

/// What can be adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Adoptable {
    /// An element of the plan.
    Element(ElementId),
    /// A vision.
    Vision(VisionId),
    /// An assessment.
    Assessment(AssessmentId),
    /// A governing document.
    Document(DocumentId),
    /// An owner directive, by the council. Its general meeting adopts it by
    /// [`Act::AdoptDirective`].
    Directive(DirectiveId),
}

/// Says that wordings were found in a public source that names no decision. Only an import
/// may; the page then says *beslutet ej funnet*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindInSource {
    /// The source.
    pub source: SourceId,
    /// From which day they stood.
    pub since: Dated,
    /// The wordings.
    pub wordings: Vec<(Adoptable, WordingId)>,
}

/// Says what became of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkDecision {
    /// Which decision.
    pub decision: DecisionId,
    /// What became of it.
    pub stage: Stage,
    /// When.
    pub on: Date,
}

/// What has become of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// The minutes are approved (*justerat*).
    MinutesApproved,
    /// It has been appealed (*överklagat*).
    Appealed,
    /// A court has quashed it (*upphävt*): what it did no longer stands.
    Quashed,
}

/// What something decided rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// A decision.
    Decision(DecisionId),
    /// A public source that names no decision, and the day from which it tells. Only an import
    /// may say so.
    Source(SourceId, Dated),
}

/// That a wording was adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// The wording.
    pub wording: WordingId,
    /// What it rests on.
    pub basis: Basis,
}

/// Everything recorded about one decision.
#[derive(Clone, Debug)]
pub struct Decision {
    pub(crate) record: Arc<RecordDecision>,
    pub(crate) on: Date,
    /// The event that recorded it: the order among decisions of one day.
    pub(crate) position: u64,
    pub(crate) stages: Timeline<Stage>,
}

impl std::ops::Deref for Decision {
    type Target = RecordDecision;
    fn deref(&self) -> &RecordDecision {
        &self.record
    }
}

impl Decision {
    pub(crate) fn is_quashed(&self, day: Date) -> bool {
        self.stages
            .up_to(day)
            .iter()
            .any(|e| e.value == Stage::Quashed)
    }
}

pub(crate) fn record(state: &State, now: Now, command: RecordDecision) -> Outcome {
    if let Some(decision) = state.decisions.get(&command.decision) {
        let same = *decision.record == command;
        return if same {
            Ok(Vec::new())
        } else {
            Err(Refusal::AlreadyThere {
                fact: Fact::Decision,
            })
        };
    }
    let on = now.not_after_today(command.date.day())?;
    match &command.authority {
        Authority::Paragraph(number) | Authority::Delegation(number) if number.is_blank() => {
            return Err(Refusal::Blank { field: "authority" });
        }
        Authority::Paragraph(_) | Authority::Delegation(_) => {}
        Authority::Found { .. } if !now.imports() => return Err(Refusal::ParagraphMissing),
        Authority::Found { source, .. } => state.source_known(*source)?,
    }
    let case_number = command.case_number.as_ref().and_then(Text::as_str);
    if let Some(number) = case_number.and_then(found_in_case_number)
        && !now.imports()
    {
        return Err(Refusal::PersonalNumber { number });
    }
    if command.acts.is_empty() && !now.imports() {
        return Err(Refusal::DecidesNothing);
    }
    state.body_alive(command.body, on)?;
    let adopting: Vec<(Adoptable, WordingId)> = command
        .acts
        .iter()
        .filter_map(|act| match act {
            Act::Adopt(what, wording) => Some((*what, *wording)),
            _ => None,
        })
        .collect();
    let decider = Decider {
        body: command.body,
        acts: &command.acts,
    };
    adoptable(state, now, on, Some(decider), &adopting)?;
    let mut touched = BTreeSet::new();
    for act in &command.acts {
        let element = match act {
            Act::Adopt(..) => continue,
            Act::AdoptDirective(directive, wording) => {
                crate::directives::bindable(state, on, command.body, *directive, *wording)?;
                continue;
            }
            Act::Organise(what) => {
                let same = command.acts.iter().filter(|other| *other == act);
                if same.count() > 1 {
                    return Err(Refusal::TwiceTheSame);
                }
                organising::decidable(state, on, command.body, what)?;
                continue;
            }
            Act::DecideFigures(indicator, figures) => {
                let mut others = command
                    .acts
                    .iter()
                    .filter(|other| !std::ptr::eq(*other, act));
                let again =
                    |other: &Act| matches!(other, Act::DecideFigures(id, _) if id == indicator);
                if others.any(again) {
                    return Err(Refusal::TwiceTheSame);
                }
                indicators::decidable(state, on, command.body, *indicator, figures)?;
                continue;
            }
            Act::Withdraw(element) | Act::Close(element) | Act::Transfer(element, _) => *element,
            Act::AdoptPlan(_) | Act::ClosePlan(_) | Act::SupplementPlan(..) => {
                crate::plans::decidable(state, on, command.body, act, &adopting)?;
                if let (Act::ClosePlan(plan), false) = (act, now.imports()) {
                    crate::plans::closable(state, on, *plan, &command.acts)?;
                }
                continue;
            }
            Act::AdoptUnseenPlan(_) => {
                // Whoever decides knows what.
                if !matches!(command.authority, Authority::Found { .. }) {
                    return Err(Refusal::PlanEmpty);
                }
                // The plan has no other name.
                if command.title.as_ref().is_none_or(Text::is_blank) {
                    return Err(Refusal::Blank { field: "title" });
                }
                continue;
            }
        };
        let what = Adoptable::Element(element);
        let adopted_at_once = adopting.iter().any(|(adopted, _)| *adopted == what);
        let ends = !matches!(act, Act::Transfer(..));
        if !touched.insert(element) || (ends && adopted_at_once) {
            return Err(Refusal::TwiceTheSame);
        }
        over::may_be(state, command.body, act, element, on)?;
    }
    over::as_seen(state, &command.seen, now.today)?;
    Ok(vec![now.happened(on, Event::DecisionRecorded(command))])
}

pub(crate) fn find(state: &State, now: Now, mut command: FindInSource) -> Outcome {
    if !now.imports() {
        return Err(Refusal::DecisionMissing);
    }
    let on = now.not_after_today(command.since.day())?;
    state.source_known(command.source)?;
    let basis = Basis::Source(command.source, command.since);
    let stands = |(what, wording): &(Adoptable, WordingId)| {
        let timeline = state.adoptions(*what);
        timeline.is_some_and(|t| {
            t.entries().iter().any(|e| {
                e.value
                    == Adoption {
                        wording: *wording,
                        basis,
                    }
            })
        })
    };
    command.wordings.retain(|w| !stands(w));
    if command.wordings.is_empty() {
        return Ok(Vec::new());
    }
    adoptable(state, now, on, None, &command.wordings)?;
    Ok(vec![now.happened(on, Event::FoundInSource(command))])
}

impl State {
    pub(crate) fn adoptions(&self, what: Adoptable) -> Option<&Timeline<Adoption>> {
        match what {
            Adoptable::Element(id) => self.elements.get(&id).map(|e| &e.adopted),
            Adoptable::Vision(id) => self.visions.get(&id).map(|v| &v.adopted),
            Adoptable::Assessment(id) => self.assessments.get(&id).map(|a| &a.decided),
            Adoptable::Document(id) => self.documents.get(&id).map(|d| &d.adopted),
            Adoptable::Directive(id) => self.directives.get(&id).map(|d| &d.decided),
        }
    }

    fn adopt(&mut self, what: Adoptable, on: Date, position: u64, adoption: Adoption) {
        let timeline = match what {
            Adoptable::Element(id) => {
                &mut Arc::make_mut(self.elements.entry(id).or_default()).adopted
            }
            Adoptable::Vision(id) => {
                &mut Arc::make_mut(self.visions.entry(id).or_default()).adopted
            }
            Adoptable::Assessment(id) => match self.assessments.get_mut(&id) {
                Some(assessment) => &mut Arc::make_mut(assessment).decided,
                None => return,
            },
            Adoptable::Document(id) => {
                &mut Arc::make_mut(self.documents.entry(id).or_default()).adopted
            }
            Adoptable::Directive(id) => match self.directives.get_mut(&id) {
                Some(directive) => &mut Arc::make_mut(directive).decided,
                None => return,
            },
        };
        timeline.insert(on, position, adoption);
    }
}

/// What an import asks.
impl State {
    /// What a decision that is recorded does.
    pub fn acts_of(&self, id: DecisionId) -> Option<&[Act]> {
        self.decisions.get(&id).map(|d| d.record.acts.as_slice())
    }
}

pub(crate) fn apply_recorded(state: &mut State, at: &Recorded, event: &RecordDecision) {
    let record = Arc::new(event.clone());
    let decision = Decision {
        record,
        on: at.on,
        position: at.position,
        stages: Timeline::default(),
    };
    state.decisions.insert(event.decision, Arc::new(decision));
    state
        .decided_by
        .entry(event.body)
        .or_default()
        .insert(event.decision);
    for act in &event.acts {
        let element = |state: &mut State, id: ElementId, ending: Ending| {
            let element = Arc::make_mut(state.elements.entry(id).or_default());
            element
                .endings
                .insert(at.on, at.position, (ending, event.decision));
        };
        match act {
            Act::Adopt(what, wording) => {
                let basis = Basis::Decision(event.decision);
                state.adopt(
                    *what,
                    at.on,
                    at.position,
                    Adoption {
                        wording: *wording,
                        basis,
                    },
                );
            }
            Act::AdoptDirective(directive, wording) => {
                let decision = event.decision;
                crate::directives::apply_bound(state, at, *directive, *wording, decision);
            }
            Act::Withdraw(id) => element(state, *id, Ending::Withdrawn),
            Act::Close(id) => element(state, *id, Ending::Closed),
            Act::Transfer(id, to) => {
                let element = Arc::make_mut(state.elements.entry(*id).or_default());
                element
                    .transfers
                    .insert(at.on, at.position, (*to, event.decision));
                state.owned_by.entry(*to).or_default().insert(*id);
            }
            Act::AdoptPlan(plan) => {
                let stage = (PlanStage::Adopted, Some(event.decision));
                crate::plans::apply_decided(state, at, *plan, stage, &[]);
            }
            Act::SupplementPlan(plan, elements) => {
                let stage = (PlanStage::Supplemented, Some(event.decision));
                crate::plans::apply_decided(state, at, *plan, stage, elements);
            }
            Act::ClosePlan(plan) => {
                let stage = (PlanStage::Closed, Some(event.decision));
                crate::plans::apply_decided(state, at, *plan, stage, &[]);
            }
            Act::AdoptUnseenPlan(period) => {
                let unseen = state.unseen_plans.entry(*period).or_default();
                unseen.insert(event.decision);
            }
            Act::DecideFigures(indicator, figures) => {
                indicators::apply_decided(state, at, event.decision, *indicator, figures);
            }
            Act::Organise(what) => {
                let about = state.organised_by.entry(what.body()).or_default();
                about.insert(event.decision);
            }
        }
    }
}

pub(crate) fn apply_found(state: &mut State, at: &Recorded, event: &FindInSource) {
    let basis = Basis::Source(event.source, event.since);
    for (what, wording) in &event.wordings {
        state.adopt(
            *what,
            at.on,
            at.position,
            Adoption {
                wording: *wording,
                basis,
            },
        );
    }
}

/// Refuses a body of a kind that does not decide the level of an element.
fn decides_level(state: &State, element: &Element, body: BodyId, on: Date) -> Result<(), Refusal> {
    let kinds = &state.level_of(element, on)?.decided_by;
    if kinds.is_empty() || kinds.contains(&state.body_alive(body, on)?.kind) {
        Ok(())
    } else {
        Err(Refusal::WrongDecider)
    }
}

/// What the rules ask.
impl State {
    pub(crate) fn decision_standing(&self, id: DecisionId) -> Result<&Decision, Refusal> {
        self.decisions
            .get(&id)
            .map(AsRef::as_ref)
            .ok_or(Refusal::Unknown {
                fact: Fact::Decision,
            })
    }
}
