//! Public sources: where a fact was found outside Riktning.

use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::ids::SourceId;
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::texts::Text;
use crate::timeline::Timeline;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Cites a page or document that a fact was found in, or corrects an earlier citation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CiteSource {
    /// The source.
    pub source: SourceId,
    /// What it is called.
    pub title: Text,
    /// Its public address, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Text>,
}

/// What is known of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Which source.
    pub id: SourceId,
    /// What it is called.
    pub title: Text,
    /// Its public address, http or https, where it has one.
    pub url: Option<Text>,
}

/// A source cannot change what it says; only our citation of it can be put right.
pub(crate) type Citations = Timeline<Source>;

pub(crate) fn cite(state: &State, now: Now, command: CiteSource) -> Outcome {
    if command.title.is_blank() {
        return Err(Refusal::Blank { field: "title" });
    }
    if let Some(url) = command.url.as_ref().and_then(Text::as_str)
        && !(url.starts_with("https://") || url.starts_with("http://"))
    {
        return Err(Refusal::NotAnAddress {
            url: url.to_owned(),
        });
    }
    let same = |s: &Source| s.title == command.title && s.url == command.url;
    if state.source(command.source).is_some_and(same) {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(now.today, Event::SourceCited(command))])
}

pub(crate) fn apply_cited(state: &mut State, at: &Recorded, event: &CiteSource) {
    let CiteSource { source, title, url } = event.clone();
    let citations = Arc::make_mut(state.sources.entry(source).or_default());
    citations.insert(
        at.on,
        at.position,
        Source {
            id: source,
            title,
            url,
        },
    );
}

/// Says that a file of facts was imported. The file is kept as evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportedFacts {
    /// SHA-256 of the file, in hexadecimal: the blob it is kept as.
    pub file: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// How many records were taken.
    pub taken: u64,
    /// How many records were reported instead.
    pub reported: u64,
}

pub(crate) fn import(now: Now, command: ImportedFacts) -> Outcome {
    let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    if command.file.len() != 64 || !command.file.bytes().all(hex) {
        return Err(Refusal::Blank { field: "file" });
    }
    Ok(vec![now.happened(now.today, Event::FactsImported(command))])
}

/// What the rules ask.
impl State {
    pub(crate) fn source(&self, id: SourceId) -> Option<&Source> {
        // A source says what it said on every day; only our citation is corrected.
        self.sources.get(&id)?.entries().last().map(|e| &e.value)
    }

    pub(crate) fn source_known(&self, id: SourceId) -> Result<(), Refusal> {
        let known = self.sources.contains_key(&id);
        if known {
            Ok(())
        } else {
            Err(Refusal::Unknown { fact: Fact::Source })
        }
    }
}
