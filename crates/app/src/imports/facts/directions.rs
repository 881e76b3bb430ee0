//! What the file says of the long view: visions, goal periods, perspectives and goals.

// `.text` is a field of a record here. words-keys: none

use super::plan::Reason;
use super::reader::{At, FaultKind, SourceIn};
use super::swedish;
use super::years::year_in;
use riktning_domain::topics::Direction;
use riktning_domain::{Dated, Period};

#[derive(Debug)]
pub(crate) struct VisionIn {
    pub(super) path: String,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) slogan: Option<String>,
    pub(super) horizon: Option<i16>,
    pub(super) statements: Vec<String>,
    pub(super) decided: Option<(String, Dated)>,
    /// What is said of the decision without being enough for one, with why.
    pub(super) undecided: Option<(String, Reason)>,
    pub(super) source: Option<SourceIn>,
    pub(super) text_source: Option<SourceIn>,
}

#[derive(Debug)]
pub(crate) struct PeriodIn {
    pub(super) path: String,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) note: Option<String>,
    pub(super) period: Period,
    pub(super) found: bool,
    pub(super) source: Option<SourceIn>,
}

#[derive(Debug)]
pub(crate) struct PerspectiveIn {
    pub(super) path: String,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) direction: Option<Direction>,
    pub(super) question: Option<String>,
    pub(super) parts: Vec<String>,
    pub(super) source: Option<SourceIn>,
}

#[derive(Debug)]
pub(crate) struct GoalIn {
    pub(super) path: String,
    pub(super) id: String,
    pub(super) period: String,
    pub(super) perspective: Option<String>,
    pub(super) name: String,
    pub(super) source: Option<SourceIn>,
}

pub(super) fn vision(at: &At<'_>) -> Option<VisionIn> {
    let (by, year) = (at.text("decided_by"), at.year("decided_year"));
    let undecided = match (&by, year) {
        (Some(_), None) => Some((format!("{}.decided_by", at.path), Reason::NoYear)),
        (None, Some(_)) => Some((format!("{}.decided_year", at.path), Reason::NotInTheFile)),
        _ => None,
    };
    let decided = by.zip(year);
    Some(VisionIn {
        undecided,
        path: at.path.clone(),
        id: at.needed("id")?,
        title: at.needed("title")?,
        slogan: at.text("slogan"),
        horizon: at.year("horizon_year"),
        statements: at.texts("statements"),
        decided: decided.and_then(|(body, year)| Some((body, Dated::year_known(year)?))),
        source: at.source("source"),
        text_source: at.source("source_statements"),
    })
}

/// A goal period. Where no source gives its years, it goes by the year in which it was seen:
/// the first that its name, its note or its source's title tells.
pub(super) fn period(at: &At<'_>) -> Option<PeriodIn> {
    let (id, name) = (at.needed("id"), at.needed("name"));
    let (note, source) = (at.text("note"), at.source("source"));
    let (from, to) = (at.year("from"), at.year("to"));
    let name = name?;
    let seen = || {
        let texts = [
            Some(&name),
            note.as_ref(),
            source.as_ref().map(|s| &s.title),
        ];
        texts.into_iter().flatten().find_map(|text| year_in(text))
    };
    let (period, found) = match (from, to) {
        (Some(from), Some(to)) => (Period::years(from, to), true),
        // A year that is stated goes before one that is only mentioned.
        (from, to) => {
            let year = from.or(to).or_else(seen);
            (year.and_then(|year| Period::years(year, year)), false)
        }
    };
    if period.is_none() {
        at.fault(FaultKind::NotAPeriod);
    }
    Some(PeriodIn {
        path: at.path.clone(),
        id: id?,
        name,
        note,
        period: period?,
        found,
        source,
    })
}

pub(super) fn perspective(at: &At<'_>) -> Option<PerspectiveIn> {
    Some(PerspectiveIn {
        path: at.path.clone(),
        id: at.needed("id")?,
        name: at.needed("name")?,
        direction: at.among("direction", swedish::DIRECTIONS),
        question: at.text("question"),
        parts: at.texts("parts"),
        source: at.source("source"),
    })
}

pub(super) fn goal(at: &At<'_>) -> Option<GoalIn> {
    let (id, period, name) = (at.needed("id"), at.needed("mandate"), at.needed("name"));
    Some(GoalIn {
        path: at.path.clone(),
        id: id?,
        period: period?,
        perspective: at.text("perspective"),
        name: name?,
        source: at.source("source"),
    })
}
