//! The place of a level in the year: "in November council decides the control points".

use super::ModelDefinition;
use crate::refusal::Refusal;
use crate::texts::Names;
use serde::{Deserialize, Serialize};

/// A month of the year in which something is done with the elements of a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Season {
    /// In which month.
    pub month: Month,
    /// What is done.
    pub what: Names,
}

/// A month of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Month {
    /// *januari*
    January,
    /// *februari*
    February,
    /// *mars*
    March,
    /// *april*
    April,
    /// *maj*
    May,
    /// *juni*
    June,
    /// *juli*
    July,
    /// *augusti*
    August,
    /// *september*
    September,
    /// *oktober*
    October,
    /// *november*
    November,
    /// *december*
    December,
}

impl Month {
    /// Every month, from January.
    pub const ALL: [Month; 12] = [
        Month::January,
        Month::February,
        Month::March,
        Month::April,
        Month::May,
        Month::June,
        Month::July,
        Month::August,
        Month::September,
        Month::October,
        Month::November,
        Month::December,
    ];

    /// Its number, from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }
}

/// Whatever is done in a month is said.
pub(super) fn sound(definition: &ModelDefinition) -> Result<(), Refusal> {
    let mut seasons = definition.levels.iter().flat_map(|level| &level.seasons);
    match seasons.any(|season| season.what.sv.is_blank()) {
        true => Err(Refusal::Blank {
            field: "definition.levels.seasons.what.sv",
        }),
        false => Ok(()),
    }
}
