//! Public sources: where a fact was found outside Riktning.

use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::ids::SourceId;
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::texts::{Text, is_invisible};
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

/// Whether a text is a whole address on the web that a page may link to (RFC 3986): `http` or
/// `https` in any case, a host, and nothing that a reader could not see or be misled by: no
/// space, no invisible or control character, no user before the host.
pub fn is_web_address(text: &str) -> bool {
    let odd = |c: char| {
        c.is_control() || c.is_whitespace() || is_invisible(c) || r#"<>"\^`{|}"#.contains(c)
    };
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    let web = ["http", "https"]
        .iter()
        .any(|s| scheme.eq_ignore_ascii_case(s));
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    web && text.len() <= 2_000 && !text.contains(odd) && is_host(authority)
}

/// A name or a number of a machine, and a port where there is one.
fn is_host(authority: &str) -> bool {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((v6, port)) if v6.parse::<std::net::Ipv6Addr>().is_ok() => (None, port),
            _ => return false,
        },
        None => {
            let end = authority.find(':').unwrap_or(authority.len());
            let (host, port) = authority.split_at(end);
            (Some(host), port)
        }
    };
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && label
                .chars()
                .all(|c| c.is_alphanumeric() || c == '-' || c == '_')
    };
    let named =
        host.is_none_or(|host| host.strip_suffix('.').unwrap_or(host).split('.').all(label));
    let number =
        |port: &str| port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok();
    named && (port.is_empty() || port.strip_prefix(':').is_some_and(number))
}

/// A source cannot change what it says; only our citation of it can be put right.
pub(crate) type Citations = Timeline<Source>;

pub(crate) fn cite(state: &State, now: Now, command: CiteSource) -> Outcome {
    if command.title.is_blank() {
        return Err(Refusal::Blank { field: "title" });
    }
    if let Some(url) = command.url.as_ref().and_then(Text::as_str)
        && !is_web_address(url)
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
