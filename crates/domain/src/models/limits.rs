//! How much a model lets one body have on its desk: "at most ten goals for a committee".

use super::ModelDefinition;
use crate::ids::LevelId;
use crate::refusal::{Fact, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How many elements of a level one body has at most, of those that stand at the same time. It is
/// shown before something is decided and refuses nothing: a meeting may decide otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Which level.
    pub level: LevelId,
    /// How many at most.
    pub at_most: u16,
}

impl ModelDefinition {
    /// How many elements of a level one body has at most, if the model says so.
    pub fn limit(&self, level: LevelId) -> Option<u16> {
        let mut limits = self.limits.iter();
        let limit = limits.find(|limit| limit.level == level)?;
        Some(limit.at_most)
    }
}

/// A limit is of a level that the model has, and there is one of each.
pub(super) fn sound(definition: &ModelDefinition) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    for limit in &definition.limits {
        if definition.level(limit.level).is_none() {
            return Err(Refusal::Unknown { fact: Fact::Level });
        }
        if !seen.insert(limit.level) {
            return Err(Refusal::TwiceTheSame);
        }
    }
    Ok(())
}
