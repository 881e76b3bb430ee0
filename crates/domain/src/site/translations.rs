//! What somebody has translated. The council decides a wording in Swedish; a translation is no part
//! of the decision. It belongs to the very words that it translates, wherever they stand, so that
//! words that change have none until somebody translates them anew (decision record 081).

use super::said;
use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::refusal::Refusal;
use crate::state::State;
use crate::texts::{Names, Text};
use crate::timeline::Timeline;
use imbl::OrdMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Gives a text that stands in Swedish in other languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TranslateText {
    /// The very words in Swedish, and what they are in the others. A language that is not here
    /// has no translation, even if it had one before.
    pub text: Names,
    /// Who made it, as pages say: a role, a bureau or a program, and never a person.
    pub by: Text,
}

/// What is translated, by the Swedish words: the last translation of each, whatever the day that
/// is shown. A translation says what was decided, and decides nothing itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translations(OrdMap<Text, Timeline<Arc<TranslateText>>>);

impl Translations {
    /// The translation of these words.
    pub fn of(&self, text: &Text) -> Option<&TranslateText> {
        // Words that were taken away are nobody's; their translation is taken away on its own.
        text.as_str()?;
        let last = self.0.get(text)?.entries().last()?;
        Some(&last.value)
    }

    /// How often these words have been translated.
    pub fn edition(&self, text: &Text) -> usize {
        self.0.get(text).map_or(0, |all| all.entries().len())
    }

    /// Who made the latest of some.
    pub fn last_by(&self, some: impl Fn(&Names) -> bool) -> Option<&Text> {
        let last = self.0.values().filter_map(|all| all.entries().last());
        let some = last.filter(|entry| some(&entry.value.text));
        let latest = some.max_by_key(|entry| entry.position)?;
        Some(&latest.value.by)
    }

    /// Who made those that a page may show, each once and in their own words.
    pub fn makers(&self, shows: impl Fn(&Names) -> bool) -> BTreeSet<&Text> {
        let made = self.all().filter(|made| shows(&made.text));
        made.map(|made| &made.by).collect()
    }

    fn all(&self) -> impl Iterator<Item = &TranslateText> {
        let last = self.0.values().filter_map(|all| all.entries().last());
        last.map(|entry| &*entry.value)
    }
}

impl State {
    /// Every translation, by the Swedish words, for whoever looks after them. No lens of residents
    /// gives this: somebody may have translated what is kept back.
    pub fn translated(&self) -> impl Iterator<Item = &TranslateText> {
        self.translations.all()
    }
}

pub(crate) fn translate(state: &State, now: Now, command: TranslateText) -> Outcome {
    said(&command.text, "text")?;
    if command.by.is_blank() {
        return Err(Refusal::Blank { field: "by" });
    }
    let standing = state.translations.of(&command.text.sv);
    let nothing = command.text.en.is_none() && command.text.fi.is_none();
    if nothing && standing.is_none() {
        return Err(Refusal::NotTranslated);
    }
    if standing == Some(&command) {
        return Ok(Vec::new());
    }
    let on = now.on_recording(None)?;
    Ok(vec![now.happened(on, Event::TextTranslated(command))])
}

pub(crate) fn apply_translated(state: &mut State, at: &Recorded, event: &TranslateText) {
    let translations = &mut state.translations.0;
    let one = translations.entry(event.text.sv.clone()).or_default();
    one.insert(at.on, at.position, Arc::new(event.clone()));
}
