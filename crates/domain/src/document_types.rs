//! What a municipality means by its kinds of governing document: a program here may be a
//! strategy there, so the word's meaning is data.

use crate::bodies::BodyKind;
use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::documents::DocumentKind;
use crate::event::{Event, Recorded};
use crate::ids::SourceId;
use crate::refusal::Refusal;
use crate::state::State;
use crate::texts::Text;
use crate::timeline::Timeline;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Describes a kind of document, or describes it anew from a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DescribeDocumentType {
    /// Which kind.
    pub kind: DocumentKind,
    /// What it is for, in a sentence.
    pub purpose: Text,
    /// Whether documents of the kind have a last day; none says that it was not found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_limited: Option<bool>,
    /// The kind of body that adopts them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted_by: Option<BodyKind>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// The descriptions of one kind over time.
pub(crate) type Descriptions = Timeline<Arc<DescribeDocumentType>>;

pub(crate) fn describe(state: &State, now: Now, command: DescribeDocumentType) -> Outcome {
    if command.purpose.is_blank() {
        return Err(Refusal::Blank { field: "purpose" });
    }
    if matches!(&command.kind, DocumentKind::Other(word) if word.is_blank()) {
        return Err(Refusal::Blank { field: "kind" });
    }
    let on = now.on_recording(command.since)?;
    if let Some(source) = command.source {
        state.source_known(source)?;
    }
    let standing = state.document_types.get(&command.kind);
    let same = |described: &Arc<DescribeDocumentType>| {
        let since = command.since;
        DescribeDocumentType {
            since,
            ..(**described).clone()
        } == command
    };
    if standing.and_then(|t| t.at(on)).is_some_and(same) {
        return Ok(Vec::new());
    }
    Ok(vec![
        now.happened(on, Event::DocumentTypeDescribed(command)),
    ])
}

pub(crate) fn apply_described(state: &mut State, at: &Recorded, event: &DescribeDocumentType) {
    let described = state.document_types.entry(event.kind.clone()).or_default();
    described.insert(at.on, at.position, Arc::new(event.clone()));
}
