//! The rounds that every year of a model has, and by which day of it what is asked for comes in.

use super::ModelDefinition;
use crate::bodies::BodyKind;
use crate::ids::YearlyRoundId;
use crate::refusal::Refusal;
use crate::rounds::Occasion;
use crate::texts::{Names, Text};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// A round of every year: "the committees' plans for next year, by 15 September".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearlyRound {
    /// Which.
    pub id: YearlyRoundId,
    /// What it is called, without its year: "Delårsrapport 2".
    pub names: Names,
    /// What it is.
    pub occasion: Occasion,
    /// The day that figures and texts are about, or one of the year that is planned.
    pub cut_off: DayOfYear,
    /// From which day it takes plans or reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<DayOfYear>,
    /// The last day for each kind of body.
    pub deadlines: Vec<(BodyKind, DayOfYear)>,
    /// What is asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asks_for: Vec<Text>,
}

/// A day that every year has, as it is written in JSON: `"09-15"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DayOfYear {
    month: i8,
    day: i8,
}

/// No such day is in every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a day of every year is written as month and day, as in 09-15")]
pub struct NoDayOfYear;

/// A year that has no 29 February.
const COMMON: i16 = 2025;

impl DayOfYear {
    /// The day of a month, both from 1; none if some year lacks it.
    pub fn new(month: i8, day: i8) -> Option<DayOfYear> {
        Date::new(COMMON, month, day).ok()?;
        Some(DayOfYear { month, day })
    }

    /// All of them, from 1 January.
    pub fn all() -> impl Iterator<Item = DayOfYear> {
        let days = |month| (1..=31).filter_map(move |day| DayOfYear::new(month, day));
        (1..=12).flat_map(days)
    }

    /// The same day of one year.
    pub fn of_year(self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day).ok()
    }
}

impl fmt::Display for DayOfYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl From<DayOfYear> for String {
    fn from(day: DayOfYear) -> String {
        day.to_string()
    }
}

impl TryFrom<String> for DayOfYear {
    type Error = NoDayOfYear;

    fn try_from(text: String) -> Result<DayOfYear, NoDayOfYear> {
        let part = |part: &str| match part.as_bytes() {
            [a, b] if a.is_ascii_digit() && b.is_ascii_digit() => {
                part.parse().map_err(|_| NoDayOfYear)
            }
            _ => Err(NoDayOfYear),
        };
        let (month, day) = text.split_once('-').ok_or(NoDayOfYear)?;
        DayOfYear::new(part(month)?, part(day)?).ok_or(NoDayOfYear)
    }
}

/// The days of a round of every year, of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaysOfRound {
    /// The day that figures and texts are about, or one of the year that is planned.
    pub cut_off: Date,
    /// From which day it takes plans or reports.
    pub opens: Option<Date>,
    /// The last day for each kind of body.
    pub deadlines: Vec<(BodyKind, Date)>,
}

impl YearlyRound {
    /// Its days in the year in which it is worked on, which is that of its last deadline; none without a
    /// deadline. A deadline whose day comes before the day on which it opens is of the next year. A plan is
    /// for the year after its first deadline, and what is followed up is over by its last.
    pub fn worked_on_in(&self, year: i16) -> Option<DaysOfRound> {
        let is_later = |day: DayOfYear| self.opens.is_some_and(|opens| day < opens);
        let spans = self.deadlines.iter().any(|(_, day)| is_later(*day));
        let begins = if spans { year.checked_sub(1)? } else { year };
        let of = |day: DayOfYear| day.of_year(if is_later(day) { year } else { begins });
        let deadlines = self.deadlines.iter();
        let deadlines = deadlines.map(|(kind, day)| Some((*kind, of(*day)?)));
        let deadlines = deadlines.collect::<Option<Vec<_>>>()?;
        let days = || deadlines.iter().map(|(_, day)| *day);
        let (first, last) = (days().min()?, days().max()?);
        let over = || {
            let same = self.cut_off.of_year(last.year())?;
            let before = || self.cut_off.of_year(last.year().checked_sub(1)?);
            Some(same).filter(|day| *day <= last).or_else(before)
        };
        Some(DaysOfRound {
            cut_off: match self.occasion {
                Occasion::Planning => self.cut_off.of_year(first.year().checked_add(1)?)?,
                Occasion::Interim | Occasion::Annual => over()?,
            },
            opens: match self.opens {
                Some(opens) => Some(opens.of_year(begins)?),
                None => None,
            },
            deadlines,
        })
    }
}

impl ModelDefinition {
    /// The round of every year with an id.
    pub fn yearly(&self, id: YearlyRoundId) -> Option<&YearlyRound> {
        self.yearly.iter().find(|round| round.id == id)
    }
}

/// Each round of the year is called something, is due some day, and asks no kind of body twice.
pub(super) fn sound(definition: &ModelDefinition) -> Result<(), Refusal> {
    let ids: BTreeSet<YearlyRoundId> = definition.yearly.iter().map(|round| round.id).collect();
    if ids.len() != definition.yearly.len() {
        return Err(Refusal::TwiceTheSame);
    }
    for round in &definition.yearly {
        if round.names.sv.is_blank() {
            let field = "definition.yearly.names.sv";
            return Err(Refusal::Blank { field });
        }
        if round.deadlines.is_empty() {
            let field = "definition.yearly.deadlines";
            return Err(Refusal::Blank { field });
        }
        let kinds: BTreeSet<BodyKind> = round.deadlines.iter().map(|(kind, _)| *kind).collect();
        if kinds.len() != round.deadlines.len() {
            return Err(Refusal::TwiceTheSame);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::DayOfYear;

    #[test]
    fn a_day_of_every_year_is_read_as_it_is_written() {
        let read = |text: &str| DayOfYear::try_from(text.to_owned());
        let day = read("09-15").unwrap();
        assert_eq!(day, DayOfYear::new(9, 15).unwrap());
        assert_eq!(day.to_string(), "09-15");
        for wrong in [
            "02-29", "13-01", "00-10", "9-15", "09-31", "0915", "09-+1", "-1-01", "",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        assert!(read("02-28").is_ok());
    }
}
