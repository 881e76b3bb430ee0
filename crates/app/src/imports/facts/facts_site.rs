//! The public site's own things, as the file tells of them: the contact centre with its
//! versions, and what was seen on the pages.

// `.text` is a field of a record here. words-keys: none

use super::reader::{At, FaultKind, SourceIn};
use super::swedish;
use super::years::year_in;
use jiff::civil::{Date, DateTime, Time};
use riktning_domain::Dated;
use riktning_domain::indicators::Interpretation;
use riktning_domain::site::hours::{HoursRow, Opening};
use riktning_domain::site::notices::Severity;

/// The contact centre.
#[derive(Debug)]
pub(crate) struct CentreIn {
    pub(super) path: String,
    pub(super) name: String,
    pub(super) phone: Option<String>,
    pub(super) versions: Vec<VersionIn>,
}

/// The contact centre as a source told of it at one time.
#[derive(Debug)]
pub(crate) struct VersionIn {
    pub(super) path: String,
    pub(super) label: Option<String>,
    /// The first and last day that the label names; none if it names no year.
    pub(super) valid: Option<(Dated, Option<Date>)>,
    pub(super) places: Vec<PlaceIn>,
    pub(super) phone: Vec<HoursRow>,
    pub(super) source: Option<SourceIn>,
}

/// A place to visit.
#[derive(Debug)]
pub(crate) struct PlaceIn {
    pub(super) path: String,
    pub(super) name: String,
    pub(super) address: Option<String>,
    pub(super) hours: Vec<HoursRow>,
}

/// A service notice that was seen on a page.
#[derive(Debug)]
pub(crate) struct NoticeIn {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) severity: (Severity, Interpretation),
    pub(super) affects: Vec<String>,
    pub(super) alternatives: Vec<String>,
    pub(super) updated: Option<DateTime>,
    pub(super) source: Option<SourceIn>,
}

/// A role that a page named as responsible.
#[derive(Debug)]
pub(crate) struct RoleIn {
    pub(super) path: String,
    pub(super) role: String,
    pub(super) source: Option<SourceIn>,
}

pub(super) fn centre(at: &At<'_>) -> Option<CentreIn> {
    let (name, phone) = (at.needed("name"), at.text("phone"));
    let versions = at.records("versions").iter().map(version).collect();
    Some(CentreIn {
        path: at.path.clone(),
        name: name?,
        phone,
        versions,
    })
}

fn version(at: &At<'_>) -> VersionIn {
    let label = at.text("label");
    let places = at.records("offices");
    VersionIn {
        path: at.path.clone(),
        valid: label.as_deref().and_then(valid),
        label,
        places: places.iter().filter_map(place).collect(),
        phone: rows(at, "phone_hours"),
        source: at.source("source"),
    }
}

fn place(at: &At<'_>) -> Option<PlaceIn> {
    let (name, address) = (at.needed("name"), at.text("address"));
    let hours = rows(at, "hours");
    Some(PlaceIn {
        path: at.path.clone(),
        name: name?,
        address,
        hours,
    })
}

/// The years that a label names: "2016–2018" are two, "ca 2020" is one.
fn valid(label: &str) -> Option<(Dated, Option<Date>)> {
    let first = year_in(label)?;
    let (_, rest) = label.split_once(&first.to_string())?;
    let last = year_in(rest).and_then(|year| Date::new(year, 12, 31).ok());
    Some((Dated::year_known(first)?, last))
}

pub(crate) fn rows(at: &At<'_>, field: &str) -> Vec<HoursRow> {
    at.records(field).iter().filter_map(row).collect()
}

fn row(at: &At<'_>) -> Option<HoursRow> {
    let days = at.needed("days").and_then(|text| {
        let days = swedish::weekdays(&text);
        if days.is_none() {
            at.get("days")?.fault(FaultKind::NotDays);
        }
        days
    });
    let open = opening(at);
    let (first, last) = days?;
    Some(HoursRow {
        first,
        last,
        open: open?,
    })
}

pub(crate) fn opening(at: &At<'_>) -> Option<Opening> {
    let from = at.needed("open").and_then(|_| clock(at, "open"));
    let to = at.get("close").map(|_| clock(at, "close"));
    Some(Opening {
        from: from?,
        to: match to {
            None => None,
            Some(to) => Some(to?),
        },
    })
}

/// A time as 08:00, or with seconds that are none.
fn clock(at: &At<'_>, field: &str) -> Option<Time> {
    let text = at.text(field)?;
    let digits = |b: u8| b.is_ascii_digit() || b == b':';
    let time = Some(&text).filter(|t| matches!(t.len(), 5 | 8) && t.bytes().all(digits));
    let time: Option<Time> = time.and_then(|t| t.parse().ok());
    if time.is_none() {
        at.get(field)?.fault(FaultKind::NotAClock);
    }
    time
}

pub(super) fn notice(at: &At<'_>) -> Option<NoticeIn> {
    let title = at.needed("title");
    let severity = severity(at);
    Some(NoticeIn {
        path: at.path.clone(),
        severity,
        affects: at.texts("affects"),
        alternatives: at.texts("alternatives"),
        updated: moment(at, "updated"),
        source: at.source("source"),
        title: title?,
    })
}

/// How grave it is. One of which nobody says is information, by our reading.
fn severity(at: &At<'_>) -> (Severity, Interpretation) {
    let said = at.interpreted("severity").and_then(|(field, ours)| {
        let word = field.as_text()?;
        let known = swedish::SEVERITIES.iter().find(|(name, _)| *name == word);
        if known.is_none() {
            field.fault(FaultKind::not_among(
                swedish::SEVERITIES.iter().map(|(name, _)| *name),
            ));
        }
        known.map(|(_, severity)| (*severity, ours))
    });
    said.unwrap_or((Severity::Information, Interpretation::Ours))
}

/// A day and a time on the wall: 2026-11-24 13:00. A zone would be another wall.
pub(crate) fn moment(at: &At<'_>, field: &str) -> Option<DateTime> {
    let text = at.text(field)?;
    let local = text.replacen(' ', "T", 1);
    let digits = |(i, b): (usize, u8)| match i {
        4 | 7 => b == b'-',
        10 => b == b'T',
        13 | 16 => b == b':',
        _ => b.is_ascii_digit(),
    };
    let sound = matches!(local.len(), 16 | 19) && local.bytes().enumerate().all(digits);
    let moment: Option<DateTime> = sound.then(|| local.parse().ok()).flatten();
    if moment.is_none() {
        at.get(field)?.fault(FaultKind::NotAMoment);
    }
    moment
}

pub(super) fn role(at: &At<'_>) -> Option<RoleIn> {
    Some(RoleIn {
        path: at.path.clone(),
        role: at.needed("role")?,
        source: at.source("source"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_valid_for_the_years_that_it_names() {
        let dated = |text: &str| text.parse::<Dated>().unwrap();
        let last = Date::new(2018, 12, 31).ok();
        assert_eq!(valid("2016–2018 (seed)"), Some((dated("2016"), last)));
        assert_eq!(valid("ca 2020"), Some((dated("2020"), None)));
        assert_eq!(valid("nyss"), None);
    }
}
