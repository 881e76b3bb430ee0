//! The municipal group that this journal is about.

use crate::command::{Now, Outcome};
use crate::event::{Event, Recorded};
use crate::refusal::Refusal;
use crate::state::State;
use crate::texts::Text;
use serde::{Deserialize, Serialize};

/// Says which municipality the journal is about. Said once, and again when it changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DescribeGroup {
    /// The municipality as it calls itself, such as "Exempelstads kommun".
    pub name: Text,
    /// The place, such as "Exempelstad".
    pub place: Text,
    /// The municipality code of Statistics Sweden, four digits; none for an invented one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Text>,
    /// Whether the municipality is invented. Then every page says *Påhittat exempel*.
    #[serde(default)]
    pub invented: bool,
}

/// Whether a text is the code of a municipality: four digits (SCB, *kommunkod*).
pub fn is_code(code: &str) -> bool {
    code.len() == 4 && code.bytes().all(|b| b.is_ascii_digit())
}

pub(crate) fn describe(state: &State, now: Now, command: DescribeGroup) -> Outcome {
    if command.name.is_blank() {
        return Err(Refusal::Blank { field: "name" });
    }
    if command.place.is_blank() {
        return Err(Refusal::Blank { field: "place" });
    }
    if let Some(code) = command.code.as_ref().and_then(Text::as_str)
        && !is_code(code)
    {
        return Err(Refusal::NotAMunicipalityCode {
            code: code.to_owned(),
        });
    }
    if let Some(known) = state.group.entries().last().map(|entry| &entry.value)
        && !is_same(known, &command)
    {
        return Err(Refusal::OtherMunicipality {
            known: known.name.clone(),
        });
    }
    if state.group.at(now.today).map(AsRef::as_ref) == Some(&command) {
        return Ok(Vec::new());
    }
    Ok(vec![
        now.happened(now.today, Event::GroupDescribed(command)),
    ])
}

pub(crate) fn apply_described(state: &mut State, at: &Recorded, event: &DescribeGroup) {
    let described = std::sync::Arc::new(event.clone());
    state.group.insert(at.on, at.position, described);
}

/// Whether two descriptions may be of the same municipality: its code, once said, never changes,
/// nor does whether it is invented. Until a code is said, its name is all that tells which it is.
/// What has been redacted tells nothing.
fn is_same(known: &DescribeGroup, command: &DescribeGroup) -> bool {
    let code = known.code.as_ref().filter(|code| code.as_str().is_some());
    let same = match code {
        Some(_) => known.code == command.code,
        None => known.name.as_str().is_none() || known.name == command.name,
    };
    known.invented == command.invented && same
}
