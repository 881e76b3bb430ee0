//! Comparisons (*jämförelser*): groups of municipalities that the municipality measures itself
//! against, and what they measured. What others do is no goal of ours: it is shown beside our own
//! figure and never ranked.

use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::figures::Figure;
use crate::ids::{IndicatorId, PeersId, SourceId};
use crate::periods::Period;
use crate::refusal::{Fact, Refusal};
use crate::state::{State, stood_by};
use crate::texts::{Names, Text};
use crate::timeline::Timeline;
use imbl::OrdMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Describes a group of municipalities, or describes it anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DescribePeers {
    /// Which group.
    pub peers: PeersId,
    /// What it is called.
    pub names: Names,
    /// The municipalities in it, our own left out or not.
    pub members: Vec<Text>,
    /// What they have agreed to compare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// What one municipality measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeerFigure {
    /// Which municipality: a member of the group.
    pub municipality: Text,
    /// Its figure, in the indicator's unit.
    pub figure: Figure,
}

/// Records what the municipalities of a group measured of an indicator in a period. Said anew of
/// the same period, the later word stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordComparison {
    /// Of which indicator.
    pub indicator: IndicatorId,
    /// Which group.
    pub peers: PeersId,
    /// In which period.
    pub period: Period,
    /// The figures. Our own is not among them: it is the indicator's own.
    pub figures: Vec<PeerFigure>,
    /// Where they were found.
    pub source: SourceId,
    /// From which day they were known; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// What was said of a group.
pub(crate) type Peers = Timeline<Arc<DescribePeers>>;

/// The comparisons of an indicator, by period and group.
pub(crate) type Comparisons = OrdMap<(Period, PeersId), Timeline<Arc<RecordComparison>>>;

pub(crate) fn describe(state: &State, now: Now, command: DescribePeers) -> Outcome {
    let names = [Some(&command.names.sv), command.names.en.as_ref()];
    let all = names.into_iter().chain([command.names.fi.as_ref()]);
    if all.flatten().any(Text::is_blank) {
        return Err(Refusal::Blank { field: "names" });
    }
    if command.members.is_empty() || command.members.iter().any(Text::is_blank) {
        return Err(Refusal::Blank { field: "members" });
    }
    once(command.members.iter())?;
    let on = now.on_recording(command.since)?;
    if let Some(source) = command.source {
        state.source_known(source)?;
    }
    let standing = state.peers.get(&command.peers).and_then(|said| said.at(on));
    if standing.is_some_and(|said| **said == command) {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::PeersDescribed(command))])
}

pub(crate) fn record(state: &State, now: Now, command: RecordComparison) -> Outcome {
    if command.figures.is_empty() {
        return Err(Refusal::Blank { field: "figures" });
    }
    once(command.figures.iter().map(|f| &f.municipality))?;
    let on = now.on_recording(command.since)?;
    // As with a measurement of our own: a survey of a year is known before the year is over.
    if command.period.first_day() > on {
        return Err(Refusal::PeriodToCome {
            period: command.period,
        });
    }
    state.indicator_known(command.indicator, on)?;
    state.source_known(command.source)?;
    let unknown = Refusal::Unknown { fact: Fact::Peers };
    let peers = state.peers.get(&command.peers).ok_or(unknown.clone())?;
    stood_by(peers.entries(), on, Fact::Peers)?;
    let members = &peers.at(on).ok_or(unknown)?.members;
    for figure in &command.figures {
        if !members.contains(&figure.municipality) {
            let name = figure.municipality.as_str().unwrap_or_default().to_owned();
            return Err(Refusal::NotAMember { name });
        }
    }
    let known = state.comparisons.get(&command.indicator);
    let known = known.and_then(|all| all.get(&(command.period, command.peers)));
    if known
        .and_then(|said| said.at(on))
        .is_some_and(|said| **said == command)
    {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::ComparisonRecorded(command))])
}

/// Nobody is named twice.
fn once<'a>(names: impl Iterator<Item = &'a Text>) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            let name = name.as_str().unwrap_or_default().to_owned();
            return Err(Refusal::NamedTwice { name });
        }
    }
    Ok(())
}

pub(crate) fn apply_described(state: &mut State, at: &Recorded, event: &DescribePeers) {
    let peers = Arc::make_mut(state.peers.entry(event.peers).or_default());
    peers.insert(at.on, at.position, Arc::new(event.clone()));
}

pub(crate) fn apply_recorded(state: &mut State, at: &Recorded, event: &RecordComparison) {
    let all = Arc::make_mut(state.comparisons.entry(event.indicator).or_default());
    let said = all.entry((event.period, event.peers)).or_default();
    said.insert(at.on, at.position, Arc::new(event.clone()));
}
