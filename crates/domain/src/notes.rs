//! Notes (*uppgifter ur källor*): what a public source says about something that Riktning holds,
//! and that is no noun of its own. A note decides nothing and judges nothing: it is read beside
//! what it is about, with its source. One with a day is a line of the calendar.

use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::event::{Event, Recorded};
use crate::figures::Figure;
use crate::ids::{BodyId, ModelId, NoteId, SourceId, TopicId};
use crate::indicators::Class;
use crate::models::Purpose;
use crate::periods::Period;
use crate::refusal::{Fact, Refusal};
use crate::state::State;
use crate::texts::Text;
use crate::timeline::Timeline;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum About {
    /// The municipal group, or the place, as a whole.
    Group,
    /// A body.
    Body(BodyId),
    /// A model, and with it the direction of its period.
    Model(ModelId),
    /// The processes as a whole.
    Processes,
    /// A topic.
    Topic(TopicId),
    /// What every element of a kind of level is to be: commitments, goals …
    Level(Purpose),
    /// A class of indicators.
    Class(Class),
    /// The words that verdicts are given in.
    Scales,
    /// Whether the goals of a period were met, as a whole.
    Fulfilment,
    /// Good financial management, as the municipality judged it.
    FinancialManagement,
    /// Good financial management, as the auditors judged it.
    Audit,
    /// The reports of a part of a year.
    Reports,
    /// With whom the municipality compares itself, and in which surveys.
    Comparisons,
    /// Internal control (*intern kontroll*).
    InternalControl,
    /// The languages of national minorities: whether the municipality belongs to an area where
    /// they may be used with it (lag 2009:724, 6–7 §§).
    MinorityLanguages,
}

/// A number of something: "11 assigned by the council".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// What is counted.
    pub of: Text,
    /// How many.
    pub number: Figure,
}

/// Notes what a source says. Said anew under the same id, the later word stands from its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeNote {
    /// Which note.
    pub note: NoteId,
    /// What it is about.
    pub about: About,
    /// The day of what it tells, if it tells of a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Dated>,
    /// The time that it tells of, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// What it is called, where the source has a name for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Text>,
    /// What the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// What it lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Text>,
    /// What it counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<Count>,
    /// Whether the sentences are ours: the source says the same in a table or in another form.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_our_words: bool,
    /// Where it was found: a note without a source would be an opinion.
    pub source: SourceId,
    /// The first day of the word; only an import may say another than the day of recording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// What has been noted under one id.
pub(crate) type Note = Timeline<Arc<TakeNote>>;

pub(crate) fn take(state: &State, now: Now, command: TakeNote) -> Outcome {
    let on = now.on_recording(command.since)?;
    let says = |text: &Text| !text.is_blank();
    let counted = command.counts.iter().map(|count| &count.of);
    let listed = command.items.iter().chain(counted);
    let parts = command.text.iter().chain(listed);
    if !parts.clone().all(says) || parts.count() == 0 {
        return Err(Refusal::Blank { field: "text" });
    }
    if command.heading.as_ref().is_some_and(Text::is_blank) {
        return Err(Refusal::Blank { field: "heading" });
    }
    state.source_known(command.source)?;
    match command.about {
        About::Body(body) => state.body_founded(body, on).map(drop)?,
        About::Model(model) => state.model_on(model, on).map(drop)?,
        About::Topic(topic) => state.topic_known(topic, on)?,
        About::Group
        | About::Processes
        | About::Level(_)
        | About::Class(_)
        | About::Scales
        | About::Fulfilment
        | About::FinancialManagement
        | About::Audit
        | About::Reports
        | About::Comparisons
        | About::InternalControl
        | About::MinorityLanguages => {}
    }
    if let Some(note) = state.notes.get(&command.note) {
        let first = note.entries().first();
        if first.is_some_and(|said| said.value.about != command.about) {
            return Err(Refusal::AlreadyThere { fact: Fact::Note });
        }
        // The same word said again changes nothing, from whatever day it is said.
        let same = |said: &Arc<TakeNote>| {
            let since = said.since;
            **said
                == TakeNote {
                    since,
                    ..command.clone()
                }
        };
        if note.at(on).is_some_and(same) {
            return Ok(Vec::new());
        }
    }
    Ok(vec![now.happened(on, Event::NoteTaken(command))])
}

pub(crate) fn apply_taken(state: &mut State, at: &Recorded, event: &TakeNote) {
    let note = Arc::make_mut(state.notes.entry(event.note).or_default());
    note.insert(at.on, at.position, Arc::new(event.clone()));
}
