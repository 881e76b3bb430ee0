//! What the file says of things that are a name with a source: bodies, values, processes.

// `.text` is a field of a record here. words-keys: none

use super::notes::{AboutIn, NoteIn, Notes};
use super::reader::{At, SourceIn};
use riktning_domain::Figure;

/// A topic, body or other thing that is a name with a source.
#[derive(Debug)]
pub(crate) struct NamedIn {
    pub(super) path: String,
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) more: Option<String>,
    /// How many per cent of it the group owns.
    pub(super) owned: Option<Figure>,
    /// The years in which it was seen, the earliest first.
    pub(super) observed: Vec<i16>,
    pub(super) source: Option<SourceIn>,
}

#[derive(Debug)]
pub(crate) struct SubprocessIn {
    pub(super) path: String,
    pub(super) name: String,
    pub(super) parent: String,
    pub(super) owner: Option<String>,
    pub(super) source: Option<SourceIn>,
}

/// The years in which something was seen.
pub(super) const OBSERVED: &str = "observed_years";
/// How much of it the group owns.
pub(super) const OWNED: &str = "owned_percent";

/// The records of a section, with those of these fields that its things have beside a name:
/// more words about it, [`OBSERVED`], [`OWNED`]. Another field is nobody's and so told of.
pub(super) fn named(root: &At<'_>, section: &str, fields: &[&str]) -> Vec<NamedIn> {
    let records = root.records(section);
    let has = |field: &str| fields.contains(&field);
    let more = fields.iter().find(|f| ![OBSERVED, OWNED].contains(f));
    let read = |at: &At<'_>| {
        let observed = has(OBSERVED).then(|| at.items(OBSERVED));
        let observed = observed.unwrap_or_default();
        let mut observed: Vec<i16> = observed.iter().filter_map(At::as_year).collect();
        observed.sort_unstable();
        observed.dedup();
        Some(NamedIn {
            path: at.path.clone(),
            id: at.text("id"),
            name: at.needed("name")?,
            more: more.and_then(|field| at.text(field)),
            owned: has(OWNED)
                .then(|| at.get(OWNED))
                .flatten()
                .and_then(|at| at.as_figure()),
            observed,
            source: at.source("source"),
        })
    };
    records.iter().filter_map(read).collect()
}

/// The processes within processes, each with its owner; what else is said of processes is a note.
pub(super) fn subprocesses(root: &At<'_>, notes: &mut Notes) -> Vec<SubprocessIn> {
    let mut found = Vec::new();
    for record in root.records("processes_notes") {
        match (record.text("subprocess"), record.text("parent")) {
            (Some(name), Some(parent)) => found.push(SubprocessIn {
                owner: record.text("process_owner"),
                source: record.source("source"),
                path: record.path,
                name,
                parent,
            }),
            _ => notes.push(NoteIn {
                text: record.text("text"),
                ..NoteIn::of(&record, AboutIn::Processes)
            }),
        }
    }
    found
}
