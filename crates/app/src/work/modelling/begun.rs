//! A new model, from one that the program carries or from a copy. Its levels, scales and values are
//! its own: nothing that is judged by an old one is changed by a new.

use super::edit::Unshaped;
use crate::app::{App, Unperformed};
use crate::work::derived;
use riktning_domain::command::{Command, Now};
use riktning_domain::ids::{ModelId, PersonId};
use riktning_domain::models::{DefineModel, ModelDefinition};
use riktning_domain::permissions::User;
use riktning_domain::refusal::Fact;
use riktning_domain::{Inside, Names, Period, Refusal};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The models that the program carries, each by the word for it in a form.
const FILES: [(&str, &str); 2] = [
    (
        "mal-och-processer",
        include_str!("../../../../../models/mal-och-processer.json"),
    ),
    (
        "grunduppdrag",
        include_str!("../../../../../models/grunduppdrag.json"),
    ),
];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    names: Names,
    about: Names,
    /// A definition without names and period, where `@…` stands for an id.
    definition: Value,
}

/// A model that the program carries.
#[derive(Clone, Debug, PartialEq)]
pub struct BuiltIn {
    /// The word for it in a form.
    pub word: &'static str,
    /// What it is called.
    pub names: Names,
    /// What it is like, in a sentence.
    pub about: Names,
}

/// The models that the program carries.
pub fn built_in() -> Vec<BuiltIn> {
    let files = FILES.into_iter();
    let read = files.filter_map(|(word, file)| {
        let file: File = serde_json::from_str(file).ok()?;
        Some(BuiltIn {
            word,
            names: file.names,
            about: file.about,
        })
    });
    read.collect()
}

/// What a new model begins as.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// One that the program carries, by its word.
    BuiltIn(String),
    /// A copy of a model that there is.
    Copy(ModelId),
}

/// A new model.
#[derive(Clone, Debug, PartialEq)]
pub struct Beginning {
    /// What it begins as.
    pub origin: Origin,
    /// What it is called.
    pub names: Names,
    /// Its goal period.
    pub period: Period,
}

impl Beginning {
    fn definition(&self, i: Inside<'_>, id: ModelId) -> Option<ModelDefinition> {
        let mut definition = match &self.origin {
            Origin::BuiltIn(word) => self.carried(word, id)?,
            Origin::Copy(model) => copied(i.shaped_model(*model)?.definition, id)?,
        };
        definition.names = self.names.clone();
        definition.period = self.period;
        definition.follows = self.follows(i);
        Some(definition)
    }

    /// A model that the program carries, with ids of its own.
    fn carried(&self, word: &str, id: ModelId) -> Option<ModelDefinition> {
        let (_, file) = FILES.into_iter().find(|(own, _)| *own == word)?;
        let mut value = serde_json::from_str::<File>(file).ok()?.definition;
        each_text(&mut value, &mut |text| {
            if text.starts_with('@') {
                *text = derived(id.0, text).to_string();
            }
        });
        let whole = value.as_object_mut()?;
        whole.insert("names".into(), serde_json::to_value(&self.names).ok()?);
        whole.insert("period".into(), json!(self.period.to_string()));
        serde_json::from_value(value).ok()
    }

    /// The model of the period before.
    fn follows(&self, i: Inside<'_>) -> Option<ModelId> {
        let models = i.shaped_models().into_iter();
        let mut earlier = models
            .filter(|model| model.in_force.is_some() && model.definition.period < self.period);
        earlier.next().map(|model| model.id)
    }
}

/// A definition for another model: its levels, scales, values and rounds are new ones. What a source said of
/// the old one is not said of this.
pub(super) fn copied(definition: &ModelDefinition, id: ModelId) -> Option<ModelDefinition> {
    let mut own: BTreeSet<Uuid> = definition.levels.iter().map(|level| level.id.0).collect();
    own.extend(definition.scales.iter().map(|scale| scale.id.0));
    let values = definition.scales.iter().flat_map(|scale| &scale.values);
    own.extend(values.map(|value| value.id.0));
    own.extend(definition.yearly.iter().map(|round| round.id.0));
    let own = own
        .into_iter()
        .map(|old| (old, derived(id.0, &old.to_string())));
    let copy = with_ids(definition, &own.collect())?;
    Some(ModelDefinition {
        period_not_found: false,
        note: None,
        source: None,
        ..copy
    })
}

/// The same with other ids of its parts, wherever they stand in it.
pub(super) fn with_ids(
    definition: &ModelDefinition,
    ids: &BTreeMap<Uuid, Uuid>,
) -> Option<ModelDefinition> {
    let mut value = serde_json::to_value(definition).ok()?;
    each_text(&mut value, &mut |text| {
        let old = Uuid::parse_str(text).ok();
        if let Some(new) = old.and_then(|old| ids.get(&old)) {
            *text = new.to_string();
        }
    });
    serde_json::from_value(value).ok()
}

fn each_text(value: &mut Value, change: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(text) => change(text),
        Value::Array(all) => all.iter_mut().for_each(|value| each_text(value, change)),
        Value::Object(all) => all.values_mut().for_each(|value| each_text(value, change)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

impl App {
    /// Begins a model. The same form sent again has begun it.
    ///
    /// # Errors
    /// [`Unshaped`]; then nothing was stored.
    pub async fn begin_model(
        &self,
        person: PersonId,
        beginning: &Beginning,
        key: Uuid,
    ) -> Result<ModelId, Unshaped> {
        let id = ModelId(derived(key, "model"));
        let begun = self.inside(person, |i, now| begun(i, now, beginning, id));
        let Some(command) = begun? else {
            return Ok(id);
        };
        let done = self.perform(User::Person(person), command).await;
        match done {
            Ok(_) => Ok(id),
            Err(Unperformed::Refused { refusal, .. }) => Err(Unshaped::Refused(refusal)),
            Err(error) => Err(Unshaped::Unperformed(error)),
        }
    }
}

/// The command that begins a model; none if it has been begun.
fn begun(
    i: Inside<'_>,
    now: Now,
    beginning: &Beginning,
    id: ModelId,
) -> Result<Option<Command>, Unshaped> {
    if let Some(there) = i.shaped_model(id) {
        let own = there.definition;
        // The browser's way back, and another model under the same form's key.
        let is_same = own.names.sv == beginning.names.sv && own.period == beginning.period;
        let fact = Fact::Model;
        let other = Unshaped::Refused(Refusal::AlreadyThere { fact });
        return if is_same { Ok(None) } else { Err(other) };
    }
    let gone = match beginning.origin {
        Origin::Copy(_) => Unshaped::Refused(Refusal::Unknown { fact: Fact::Model }),
        Origin::BuiltIn(_) => Unshaped::Nowhere,
    };
    if !i.shapes_models() {
        return Err(Unshaped::Nowhere);
    }
    let definition = beginning.definition(i, id).ok_or(gone)?;
    let command = Command::DefineModel(DefineModel {
        model: id,
        definition,
        since: None,
    });
    match i.rehearse(now, std::slice::from_ref(&command)) {
        Ok(_) => Ok(Some(command)),
        Err(stopped) => Err(Unshaped::Refused(stopped.refusal)),
    }
}
