//! Pages that the municipality writes itself, in Markdown: how something is done, whom to ask.

use super::said;
use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::ids::PageId;
use crate::refusal::Refusal;
use crate::slugs::Slug;
use crate::state::State;
use crate::texts::Names;
use crate::timeline::Timeline;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Writes a page of the public site, writes it anew, or takes it down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WritePage {
    /// Which page.
    pub page: PageId,
    /// Its part of the address, which never changes: others have linked to it.
    pub slug: Slug,
    /// What it is called.
    pub title: Names,
    /// What it says, in Markdown; none where it is taken down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Names>,
}

/// Everything that was ever written on one page.
pub(crate) type WrittenPage = Timeline<Arc<WritePage>>;

pub(crate) fn write(state: &State, now: Now, command: WritePage) -> Outcome {
    said(&command.title, "title")?;
    if let Some(text) = &command.text {
        said(text, "text")?;
    }
    state.slug_free(&command.slug, &state.written_slugs, &command.page)?;
    let written = state.written_pages.get(&command.page);
    let first = written.and_then(|page| page.entries().first());
    let taken = || Refusal::SlugTaken {
        slug: command.slug.to_string(),
    };
    match first {
        Some(first) if first.value.slug != command.slug => return Err(taken()),
        // What never was is not taken down.
        None if command.text.is_none() => return Err(Refusal::Blank { field: "text" }),
        _ => {}
    }
    let stands = written.and_then(|page| page.at(now.today));
    if stands.is_some_and(|page| **page == command) {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(now.today, Event::PageWritten(command))])
}

pub(crate) fn apply_written(state: &mut State, at: &Recorded, event: &WritePage) {
    state.written_slugs.insert(event.slug.clone(), event.page);
    let page = Arc::make_mut(state.written_pages.entry(event.page).or_default());
    page.insert(at.on, at.position, Arc::new(event.clone()));
}
