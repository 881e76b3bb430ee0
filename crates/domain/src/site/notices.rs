//! Service notices (*driftinformation*): what does not work as it should just now.

use super::{is_address, only_from_a_source, said};
use crate::command::{Now, Outcome};
use crate::dates::{Dated, Precision};
use crate::event::{Event, Recorded};
use crate::ids::{NoticeId, SourceId};
use crate::local_time::{end_of, instant, midnight};
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::texts::{Names, Text};
use crate::timeline::Timeline;
use jiff::Timestamp;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How grave a notice is. The gravest stands in full above every page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Good to know.
    Information,
    /// Something does not work.
    Warning,
    /// A crisis: life, health or the town's most important services.
    Crisis,
}

/// Where to read more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeLink {
    /// The address, http or https.
    pub url: Text,
    /// What the link says.
    pub names: Names,
}

/// Publishes a notice, or publishes it anew with other words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishNotice {
    /// Which notice.
    pub notice: NoticeId,
    /// How grave it is.
    pub severity: Severity,
    /// Whether the gravity is our reading, since the source does not say.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub severity_is_ours: bool,
    /// Its heading.
    pub title: Names,
    /// What has happened, and what to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Names>,
    /// Other ways for those who are affected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Names>,
    /// What is affected: mail domains, places, services.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub affects: Vec<Names>,
    /// From when, local time; otherwise from the moment it is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<DateTime>,
    /// Until when, local time; otherwise until it is ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<DateTime>,
    /// Where to read more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<NoticeLink>,
    /// When the source last changed it; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<DateTime>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// From which day it is known; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// Ends a notice at the moment of recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndNotice {
    /// Which notice.
    pub notice: NoticeId,
}

/// Everything recorded about one notice.
#[derive(Clone, Debug, Default)]
pub struct Notice {
    pub(crate) versions: Timeline<NoticeVersion>,
}

/// A notice as it was said at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NoticeVersion {
    pub(crate) published: Arc<PublishNotice>,
    /// From when it stands; none if no source says on which day it stood.
    pub(crate) starts: Option<Timestamp>,
    /// Until when; none until it is ended.
    pub(crate) ends: Option<Timestamp>,
    /// Whether an editor ended it, before or without its own end.
    pub(crate) ended: bool,
    /// When it was said.
    pub(crate) said: Timestamp,
}

impl NoticeVersion {
    /// Whether it stands at an instant.
    pub(crate) fn stands_at(&self, at: Timestamp) -> bool {
        self.starts.is_some_and(|starts| starts <= at) && self.ends.is_none_or(|ends| at < ends)
    }
}

pub(crate) fn publish(state: &State, now: Now, command: PublishNotice) -> Outcome {
    said(&command.title, "title")?;
    let texts = command.text.iter().map(|t| (t, "text"));
    let ways = command.alternatives.iter().map(|a| (a, "alternatives"));
    let affects = command.affects.iter().map(|a| (a, "affects"));
    for (names, field) in texts.chain(ways).chain(affects) {
        said(names, field)?;
    }
    if let Some(link) = &command.link {
        is_address(&link.url)?;
        said(&link.names, "link.names")?;
    }
    let by_source = command.updated.is_some() || command.severity_is_ours;
    only_from_a_source(now, by_source || command.source.is_some())?;
    if let Some(source) = command.source {
        state.source_known(source)?;
    }
    if let (Some(from), Some(to)) = (command.from, command.to)
        && instant(to) <= instant(from)
    {
        return Err(Refusal::EndsBeforeItStarts);
    }
    let on = now.on_recording(command.since)?;
    let versions = state.notices.get(&command.notice).map(|n| &n.versions);
    let standing = versions.and_then(|versions| versions.at(on));
    if standing.is_some_and(|v| !v.ended && *v.published == command) {
        return Ok(Vec::new());
    }
    // What was said later was said of what stood then: nothing slips in behind it.
    let later = versions.and_then(|v| v.entries().iter().find(|e| e.on > on));
    if let Some(later) = later {
        return Err(Refusal::WouldBreak {
            day: later.on,
            fact: Fact::Notice,
        });
    }
    if !now.imports() && command.to.is_some_and(|to| instant(to) <= now.at) {
        return Err(Refusal::NoticeAlreadyOver);
    }
    Ok(vec![now.happened(on, Event::NoticePublished(command))])
}

pub(crate) fn end(state: &State, now: Now, command: EndNotice) -> Outcome {
    let versions = state.notices.get(&command.notice).map(|n| &n.versions);
    match versions.and_then(|versions| versions.at(now.today)) {
        None => Err(Refusal::Unknown { fact: Fact::Notice }),
        Some(v) if v.ends.is_some_and(|ends| ends <= now.at) => Ok(Vec::new()),
        Some(_) => Ok(vec![now.happened(now.today, Event::NoticeEnded(command))]),
    }
}

pub(crate) fn apply_published(state: &mut State, at: &Recorded, event: &PublishNotice) {
    let notice = Arc::make_mut(state.notices.entry(event.notice).or_default());
    let before = notice.versions.at(at.on).filter(|v| !v.ended);
    // A source that names a day and no hours says that it stood on that day, and no more.
    let day = event.since.filter(|d| d.precision() == Precision::Day);
    let (starts, ends) = match event.since {
        Some(_) => (day.map(|d| midnight(d.day())), day.map(|d| end_of(d.day()))),
        // Other words for a notice that stands do not move its beginning.
        None => (before.and_then(|v| v.starts).or(Some(at.recorded_at)), None),
    };
    let version = NoticeVersion {
        published: Arc::new(event.clone()),
        starts: event.from.map(instant).or(starts),
        ends: event.to.map(instant).or(ends),
        ended: false,
        said: at.recorded_at,
    };
    notice.versions.insert(at.on, at.position, version);
}

pub(crate) fn apply_ended(state: &mut State, at: &Recorded, event: &EndNotice) {
    if let Some(notice) = state.notices.get_mut(&event.notice) {
        let notice = Arc::make_mut(notice);
        if let Some(before) = notice.versions.at(at.on).cloned() {
            let version = NoticeVersion {
                ends: Some(at.recorded_at),
                ended: true,
                said: at.recorded_at,
                ..before
            };
            notice.versions.insert(at.on, at.position, version);
        }
    }
}
