//! Owner directives (*ägardirektiv*): what the council orders a company that the municipality
//! owns. The council decides; the company's general meeting adopts, and only then is the
//! company bound (aktiebolagslagen: the meeting is its highest body).

use crate::bodies::BodyKind;
use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::decisions::{Adoption, Basis};
use crate::event::{Event, Recorded};
use crate::ids::{BodyId, DecisionId, DirectiveId, ElementId, SourceId, WordingId};
use crate::indicators::Interpretation;
use crate::proposals::{self, Proposable, Way};
use crate::refusal::{Fact, Refusal};
use crate::state::{State, stood_by};
use crate::texts::Text;
use crate::timeline::Timeline;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Drafts an owner directive, or proposes another wording of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftDirective {
    /// Which directive.
    pub directive: DirectiveId,
    /// The company that it is for; never changes.
    pub company: BodyId,
    /// This wording: what a decision names.
    pub wording_id: WordingId,
    /// What it says.
    pub wording: DirectiveWording,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// What an owner directive says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectiveWording {
    /// What it is called.
    pub title: Text,
    /// What the company shall do, sentence by sentence.
    pub orders: Vec<Text>,
    /// The goals that it springs from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<SpringsFrom>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

/// A goal that a directive springs from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpringsFrom {
    /// The goal.
    pub element: ElementId,
    /// Whose word that is.
    #[serde(default, skip_serializing_if = "Interpretation::is_stated")]
    pub interpretation: Interpretation,
}

/// Everything recorded about one owner directive.
#[derive(Clone, Debug)]
pub struct Directive {
    pub(crate) company: BodyId,
    pub(crate) drafts: Timeline<(WordingId, Arc<DirectiveWording>)>,
    /// What the council decided, or a source gives.
    pub(crate) decided: Timeline<Adoption>,
    /// What the general meeting adopted.
    pub(crate) bound: Timeline<(WordingId, DecisionId)>,
    /// What became of wordings on their way to council.
    pub(crate) way: Way,
}

impl Directive {
    pub(crate) fn wording(&self, id: WordingId) -> Option<&Arc<DirectiveWording>> {
        let drafts = self.drafts.entries().iter();
        drafts.map(|e| &e.value).find(|d| d.0 == id).map(|d| &d.1)
    }

    /// Whether council has ever decided a wording, or a source given it.
    pub(crate) fn is_decided(&self, id: WordingId) -> bool {
        let mut decided = self.decided.entries().iter();
        decided.any(|e| e.value.wording == id)
    }
}

pub(crate) fn draft(state: &State, now: Now, command: DraftDirective) -> Outcome {
    let words = &command.wording;
    if words.title.is_blank() {
        return Err(Refusal::Blank {
            field: "wording.title",
        });
    }
    if words.orders.is_empty() || words.orders.iter().any(Text::is_blank) {
        return Err(Refusal::Blank {
            field: "wording.orders",
        });
    }
    let on = now.on_recording(command.since)?;
    if let Some(directive) = state.directives.get(&command.directive) {
        if directive.company != command.company {
            return Err(Refusal::AlreadyThere {
                fact: Fact::Directive,
            });
        }
        if let Some(same) = directive.wording(command.wording_id) {
            return if **same == *words {
                Ok(Vec::new())
            } else {
                Err(Refusal::TwiceTheSame)
            };
        }
        // What waits for council is called back before other words are written.
        let newest = state.newest_directive(directive, on).map(|e| e.value.0);
        let waits = |id| directive.way.handed_in(id).is_some() && !directive.is_decided(id);
        if !now.imports() && newest.is_some_and(waits) {
            return Err(Refusal::ProposalHandedIn);
        }
    }
    let company = state.body_alive(command.company, on)?;
    if !matches!(
        company.kind,
        BodyKind::Company | BodyKind::PartOwnedCompany | BodyKind::Foundation
    ) {
        return Err(Refusal::NotACompany);
    }
    if let Some(source) = words.source {
        state.source_known(source)?;
    }
    for goal in &words.goals {
        state.element_known(goal.element, on)?;
    }
    Ok(vec![now.happened(on, Event::DirectiveDrafted(command))])
}

/// Hands a wording in to council: from then on whoever records for council, and who is elected to it, reads it.
/// Another wording is handed in anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandInDirective {
    /// Which directive.
    pub directive: DirectiveId,
    /// The wording that was seen: no other is handed in.
    pub wording: WordingId,
}

pub(crate) fn hand_in(state: &State, now: Now, command: HandInDirective) -> Outcome {
    let what = (Proposable::Directive(command.directive), command.wording);
    proposals::hand_in(state, now, what, Event::DirectiveHandedIn(command))
}

/// What must hold when the council decides a wording, or a source gives it.
pub(crate) fn decidable(
    state: &State,
    on: Date,
    decided_by: Option<BodyId>,
    id: DirectiveId,
    wording: WordingId,
) -> Result<(), Refusal> {
    let directive = state.directive_known(id, on)?;
    let Some(newest) = state.newest_directive(directive, on) else {
        return Err(Refusal::ProposalDropped);
    };
    crate::decisions::newest(Some(newest.value.0), wording)?;
    state.body_alive(directive.company, on)?;
    let Some(body) = decided_by else {
        return Ok(());
    };
    match state.body_alive(body, on)?.kind {
        BodyKind::Council => Ok(()),
        _ => Err(Refusal::WrongDecider),
    }
}

/// What must hold when a general meeting adopts a wording: it is the company's own meeting,
/// and the council has decided that very wording.
pub(crate) fn bindable(
    state: &State,
    on: Date,
    meeting: BodyId,
    id: DirectiveId,
    wording: WordingId,
) -> Result<(), Refusal> {
    let directive = state.directive_known(id, on)?;
    let kind = state.body_alive(meeting, on)?.kind;
    state.body_alive(directive.company, on)?;
    if kind != BodyKind::GeneralMeeting || !state.decides_for(meeting, directive.company, on) {
        return Err(Refusal::WrongDecider);
    }
    match state.adoption_on(&directive.decided, on) {
        None => Err(Refusal::NotAdopted { on }),
        Some(decided) => crate::decisions::newest(Some(decided.value.wording), wording),
    }
}

impl State {
    pub(crate) fn directive_known(&self, id: DirectiveId, on: Date) -> Result<&Directive, Refusal> {
        let unknown = Refusal::Unknown {
            fact: Fact::Directive,
        };
        let directive = self.directives.get(&id).ok_or(unknown)?;
        stood_by(directive.drafts.entries(), on, Fact::Directive)?;
        Ok(directive)
    }

    /// The days on which a company was given a directive.
    pub(crate) fn directive_days(&self, company: BodyId) -> impl Iterator<Item = Date> {
        let ids = self.directives_of.get(&company).into_iter().flatten();
        let directives = ids.filter_map(|id| self.directives.get(id));
        directives.flat_map(|directive| {
            // What was dropped was given to nobody.
            let drafted = directive.drafts.entries().iter();
            let drafted = drafted.filter(|e| !directive.way.is_dropped(e.value.0));
            let drafted = drafted.map(|e| e.on);
            let decided = directive.decided.entries().iter().map(|e| e.on);
            let bound = directive.bound.entries().iter().map(|e| e.on);
            drafted.chain(decided).chain(bound)
        })
    }

    /// The wording that bound the company on a day, with the decision of its meeting. The
    /// meeting binds nobody to what a court has quashed.
    pub(crate) fn bound_on(
        &self,
        directive: &Directive,
        day: Date,
    ) -> Option<(WordingId, DecisionId)> {
        let bound = directive.bound.up_to(day).iter().rev().map(|e| e.value);
        let decided = |wording: WordingId| {
            directive.decided.up_to(day).iter().any(|e| {
                let stands = match e.value.basis {
                    Basis::Decision(id) => self.decision_stands(id, day),
                    Basis::Source(..) => true,
                };
                e.value.wording == wording && stands
            })
        };
        bound
            .into_iter()
            .find(|(wording, by)| self.decision_stands(*by, day) && decided(*wording))
    }
}

pub(crate) fn apply_drafted(state: &mut State, at: &Recorded, event: &DraftDirective) {
    let of_company = state.directives_of.entry(event.company).or_default();
    of_company.insert(event.directive);
    let directive = state.directives.entry(event.directive).or_insert_with(|| {
        Arc::new(Directive {
            company: event.company,
            drafts: Timeline::default(),
            decided: Timeline::default(),
            bound: Timeline::default(),
            way: Way::default(),
        })
    });
    let wording = (event.wording_id, Arc::new(event.wording.clone()));
    Arc::make_mut(directive)
        .drafts
        .insert(at.on, at.position, wording);
}

pub(crate) fn apply_bound(
    state: &mut State,
    at: &Recorded,
    directive: DirectiveId,
    wording: WordingId,
    decision: DecisionId,
) {
    if let Some(directive) = state.directives.get_mut(&directive) {
        let bound = (wording, decision);
        Arc::make_mut(directive)
            .bound
            .insert(at.on, at.position, bound);
    }
}
