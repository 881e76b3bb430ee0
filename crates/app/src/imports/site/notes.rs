//! What sources say about something that has a page: each note with its source.

// `.text` is a field of a record here. words-keys: none

use super::Planned;
use crate::imports::facts::FaultKind;
use crate::imports::facts::reader::At;
use riktning_domain::ids::{NoteId, SourceId};
use riktning_domain::notes::{About, TakeNote};
use riktning_domain::sources::{CiteSource, is_web_address};
use riktning_domain::{Command, Published, Slug};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What a note may be about, beside a body.
const ABOUT: &[(&str, About)] = &[
    ("group", About::Group),
    ("processes", About::Processes),
    ("scales", About::Scales),
    ("fulfilment", About::Fulfilment),
    ("financial-management", About::FinancialManagement),
    ("audit", About::Audit),
    ("reports", About::Reports),
    ("comparisons", About::Comparisons),
    ("internal-control", About::InternalControl),
    ("minority-languages", About::MinorityLanguages),
];

/// Notes, each id once, with the citations of their sources before them.
pub(super) fn read(entries: &[At<'_>], p: Published<'_>) -> Vec<Planned> {
    let mut seen = BTreeSet::new();
    let mut planned = Vec::new();
    for at in entries {
        if at.text("id").is_some_and(|id| !seen.insert(id)) {
            at.fault_at("id", FaultKind::Twice);
        }
        planned.extend(note(at, p).into_iter().flatten());
    }
    planned
}

fn note(at: &At<'_>, p: Published<'_>) -> Option<[Planned; 2]> {
    at.only(&["id", "about", "body", "heading", "text", "source", "from"]);
    let (id, text) = (at.needed("id"), at.needed("text"));
    let heading = at.text("heading").map(Into::into);
    let since = at.get("from").and_then(|_| at.date("from"));
    let (about, cited) = (about(at, p), source(at));
    let (cited, about) = (cited?, about?);
    let note = TakeNote {
        note: NoteId(named("note", &id?)),
        about,
        date: None,
        period: None,
        heading,
        text: Some(text?.into()),
        items: Vec::new(),
        counts: Vec::new(),
        in_our_words: false,
        source: cited.source,
        since,
    };
    Some([
        (format!("{}.source", at.path), Command::CiteSource(cited)),
        (at.path.clone(), Command::TakeNote(note)),
    ])
}

/// A body by its address, or one of the things that a note may be about; not both.
fn about(at: &At<'_>, p: Published<'_>) -> Option<About> {
    let Some(field) = at.get("body") else {
        at.needed("about");
        return at.get("about").and_then(|_| at.among("about", ABOUT));
    };
    if at.get("about").is_some() {
        at.fault_at("body", FaultKind::NotBoth);
    }
    let slug = field.as_text()?;
    let body = Slug::parse(&slug).and_then(|slug| p.body_at(&slug));
    if body.is_none() {
        field.fault(FaultKind::UnknownBody);
    }
    body.map(|body| About::Body(body.id))
}

/// The source: where anybody can read it. The same address is the same source.
fn source(at: &At<'_>) -> Option<CiteSource> {
    let Some(field) = at.get("source") else {
        at.fault_at("source", FaultKind::NotAnObject);
        return None;
    };
    field.only(&["title", "url"]);
    let (title, url) = (field.needed("title"), field.needed("url"));
    let url = url.filter(|url| {
        let is_one = is_web_address(url);
        if !is_one {
            field.fault_at("url", FaultKind::NotAnAddress);
        }
        is_one
    })?;
    Some(CiteSource {
        source: SourceId(named("source", &url)),
        title: title?.into(),
        url: Some(url.into()),
    })
}

fn named(kind: &str, word: &str) -> Uuid {
    let name = format!("riktning/site/{kind}/{word}");
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes())
}
