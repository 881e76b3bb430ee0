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

pub(super) fn named(root: &At<'_>, section: &str, more: Option<&str>) -> Vec<NamedIn> {
    let records = root.records(section);
    let read = |at: &At<'_>| {
        let observed = at.items("observed_years");
        let mut observed: Vec<i16> = observed.iter().filter_map(At::as_year).collect();
        observed.sort_unstable();
        observed.dedup();
        Some(NamedIn {
            path: at.path.clone(),
            id: at.text("id"),
            name: at.needed("name")?,
            more: more.and_then(|field| at.text(field)),
            owned: at.get("owned_percent").and_then(|at| at.as_figure()),
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
