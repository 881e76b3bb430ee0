//! Who is responsible for a page of the public site, and when it is to be looked over.

use super::{only_from_a_source, said};
use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::ids::{BodyId, SourceId};
use crate::refusal::Refusal;
use crate::state::State;
use crate::texts::{Names, Text};
use crate::timeline::Timeline;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Says who is responsible for a page and for the pages below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DescribePage {
    /// Its Swedish address without language and query: `/`, `/kontakt`, `/indikatorer/`. What
    /// ends with a slash is a section and speaks for all below that do not speak for themselves.
    pub path: Text,
    /// What the page is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Names>,
    /// The body that owns it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<BodyId>,
    /// The responsible role, never a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Names>,
    /// The day by which it is to be looked over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// Everything recorded about one page.
pub(crate) type Page = Timeline<Arc<DescribePage>>;

pub(crate) fn describe(state: &State, now: Now, command: DescribePage) -> Outcome {
    if let Some(path) = command.path.as_str() {
        let ours = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-/".contains(&b);
        let sound = path.starts_with('/') && path.bytes().all(ours) && !path.contains("//");
        if !sound || path.len() > 200 {
            let path = path.to_owned();
            return Err(Refusal::NotAPath { path });
        }
    }
    for (names, field) in [(&command.title, "title"), (&command.role, "role")] {
        if let Some(names) = names {
            said(names, field)?;
        }
    }
    if command.owner.is_none() && command.role.is_none() {
        return Err(Refusal::OwnerMissing);
    }
    only_from_a_source(now, command.source.is_some())?;
    let on = now.on_recording(command.since)?;
    if let Some(owner) = command.owner {
        state.body_alive(owner, on)?;
    }
    if let Some(source) = command.source {
        state.source_known(source)?;
    }
    let standing = state.pages.get(&command.path).and_then(|page| page.at(on));
    if standing.is_some_and(|page| **page == command) {
        return Ok(Vec::new());
    }
    Ok(vec![now.happened(on, Event::PageDescribed(command))])
}

pub(crate) fn apply_described(state: &mut State, at: &Recorded, event: &DescribePage) {
    let page = Arc::make_mut(state.pages.entry(event.path.clone()).or_default());
    page.insert(at.on, at.position, Arc::new(event.clone()));
}
