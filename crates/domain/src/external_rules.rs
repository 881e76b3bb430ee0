//! External rules: laws and other rules from outside that the system rests on. No decision
//! of ours makes them; what we hold is their name, number and days, and whether anybody has
//! checked those against the statute book (*Svensk författningssamling*).

use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::ids::{DocumentId, SourceId};
use crate::refusal::{Fact, Refusal};
use crate::slugs::Slug;
use crate::state::{State, stood_by};
use crate::texts::Text;
use crate::timeline::Timeline;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Records an external rule, or records it anew: its last day, or what was put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordRule {
    /// Which rule. Rules and governing documents share their ids and their addresses.
    pub document: DocumentId,
    /// Its part of the address; an earlier one leads to it.
    pub slug: Slug,
    /// What it is called.
    pub title: Text,
    /// Its number, such as SFS 2017:725.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Text>,
    /// The first day on which it was in force.
    pub in_force_from: Dated,
    /// The last day on which it was in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_to: Option<Dated>,
    /// Whom it concerns and what it asks of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concerns: Option<Text>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

/// Says that somebody has checked number and days of a rule against a source. It names what
/// was checked: what is recorded otherwise later is unchecked again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckRule {
    /// Which rule.
    pub document: DocumentId,
    /// What it was checked against.
    pub source: SourceId,
    /// The number that was checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Text>,
    /// The first day that was checked.
    pub in_force_from: Dated,
    /// The last day that was checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_to: Option<Dated>,
}

impl CheckRule {
    /// Whether this is what the rule says.
    pub(crate) fn holds_for(&self, rule: &RecordRule) -> bool {
        self.number == rule.number
            && self.in_force_from == rule.in_force_from
            && self.in_force_to == rule.in_force_to
    }
}

/// Everything recorded about one external rule.
#[derive(Clone, Debug, Default)]
pub struct ExternalRule {
    pub(crate) versions: Timeline<Arc<RecordRule>>,
    pub(crate) checks: Timeline<Arc<CheckRule>>,
}

pub(crate) fn record(state: &State, now: Now, command: RecordRule) -> Outcome {
    if command.title.is_blank() {
        return Err(Refusal::Blank { field: "title" });
    }
    if command.number.as_ref().is_some_and(Text::is_blank) {
        return Err(Refusal::Blank { field: "number" });
    }
    if let Some(to) = command.in_force_to
        && to.last_day() < command.in_force_from.day()
    {
        return Err(Refusal::EndsBeforeItStarts);
    }
    if state.documents.contains_key(&command.document) {
        return Err(Refusal::AlreadyThere {
            fact: Fact::Document,
        });
    }
    // The first day of its validity, or the day of recording if that is still to come.
    let on = command.in_force_from.day().min(now.today);
    let said = state.external_rules.get(&command.document);
    let last = said.and_then(|rule| rule.versions.entries().iter().max_by_key(|e| e.position));
    if last.is_some_and(|e| *e.value == command) {
        return Ok(Vec::new());
    }
    state.slug_free(&command.slug, &state.document_slugs, &command.document)?;
    if let Some(source) = command.source {
        state.source_known(source)?;
    }
    Ok(vec![now.happened(on, Event::RuleRecorded(command))])
}

pub(crate) fn check(state: &State, now: Now, command: CheckRule) -> Outcome {
    let unknown = Refusal::Unknown {
        fact: Fact::Document,
    };
    let rule = state.external_rules.get(&command.document).ok_or(unknown)?;
    stood_by(rule.versions.entries(), now.today, Fact::Document)?;
    state.source_known(command.source)?;
    let stands = rule.versions.at(now.today);
    if !stands.is_some_and(|rule| command.holds_for(rule)) {
        return Err(Refusal::RuleChanged);
    }
    if rule.checks.at(now.today).is_some_and(|c| **c == command) {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(now.today, Event::RuleChecked(command))])
}

pub(crate) fn apply_recorded(state: &mut State, at: &Recorded, event: &RecordRule) {
    state
        .document_slugs
        .insert(event.slug.clone(), event.document);
    let rule = Arc::make_mut(state.external_rules.entry(event.document).or_default());
    rule.versions
        .insert(at.on, at.position, Arc::new(event.clone()));
}

pub(crate) fn apply_checked(state: &mut State, at: &Recorded, event: &CheckRule) {
    let rule = Arc::make_mut(state.external_rules.entry(event.document).or_default());
    rule.checks
        .insert(at.on, at.position, Arc::new(event.clone()));
}
