//! What the file says of days: decisions, reports made public, and everything else that has a
//! day. Promises about services have none and stand here for want of more.

// `.text` is a field of a record here. words-keys: none

use super::notes::{AboutIn, NoteIn, Notes};
use super::reader::{At, SourceIn};
use super::swedish;
use jiff::civil::Date;
use riktning_domain::Dated;
use riktning_domain::indicators::Interpretation;
use riktning_domain::reports::ReportOccasion;
use std::collections::BTreeMap;

/// The days of a file.
#[derive(Debug, Default)]
pub(crate) struct Calendar {
    pub(super) decisions: Vec<DecisionIn>,
    pub(super) reports: Vec<ReportIn>,
    /// The month and day that each of the year's reports is about.
    pub(super) cut_offs: BTreeMap<ReportOccasion, (i8, i8)>,
}

#[derive(Debug)]
pub(crate) struct DecisionIn {
    pub(super) path: String,
    pub(super) date: Dated,
    pub(super) body: String,
    pub(super) body_interpretation: Interpretation,
    pub(super) title: String,
    pub(super) paragraph: Option<String>,
    pub(super) source: Option<SourceIn>,
}

/// A report that a source tells was made public, without a decision.
#[derive(Debug)]
pub(crate) struct ReportIn {
    pub(super) path: String,
    pub(super) date: Dated,
    pub(super) occasion: ReportOccasion,
    pub(super) year: i16,
    pub(super) source: Option<SourceIn>,
}

/// A promise about a service.
#[derive(Debug)]
pub(crate) struct ServiceIn {
    pub(super) path: String,
    pub(super) name: String,
    pub(super) promise: String,
    /// Whether one may ask without saying who one is.
    pub(super) anonymous: Option<bool>,
    pub(super) source: Option<SourceIn>,
}

impl Calendar {
    pub(super) fn read(root: &At<'_>, notes: &mut Notes) -> Calendar {
        let mut calendar = Calendar::default();
        for record in root.records("calendar") {
            calendar.day(record, notes);
        }
        for record in root.records("interim_reports") {
            calendar.cut_off(&record, notes);
        }
        calendar
    }

    fn day(&mut self, record: At<'_>, notes: &mut Notes) {
        let (date, event) = (record.date("date"), record.needed("event"));
        let (Some(date), Some(event)) = (date, event) else {
            return;
        };
        if let Some((body, title, paragraph)) = swedish::decision(&event) {
            self.decisions.push(DecisionIn {
                date,
                body: body.to_owned(),
                body_interpretation: Interpretation::Stated,
                title: title.to_owned(),
                paragraph: paragraph.map(str::to_owned),
                source: record.source("source"),
                path: record.path,
            });
            return;
        }
        // That it had been decided by then is told; on which day and by whom is not. The budget
        // is the council's to decide (kommunallagen 2017:725, 5 kap. 1 §).
        if let Some(title) = swedish::decided_plan(&event) {
            self.decisions.push(DecisionIn {
                date: Dated::not_found(date.day()),
                body: swedish::COUNCIL.to_owned(),
                body_interpretation: Interpretation::Ours,
                title: title.to_owned(),
                paragraph: None,
                source: record.source("source"),
                path: record.path.clone(),
            });
        }
        match swedish::report(&event) {
            Some((occasion, year, rest)) if swedish::is_published(&rest) => {
                self.reports.push(ReportIn {
                    date,
                    occasion,
                    year,
                    source: record.source("source"),
                    path: record.path,
                });
            }
            _ => notes.push(NoteIn {
                date: Some(date),
                text: Some(event.clone()),
                ..NoteIn::of(&record, AboutIn::BodyIn(event))
            }),
        }
    }

    /// Which day each interim report is about, and what it holds.
    fn cut_off(&mut self, record: &At<'_>, notes: &mut Notes) {
        let number = record.small("no");
        let occasion = match number {
            1 => Some(ReportOccasion::InterimOne),
            2 => Some(ReportOccasion::InterimTwo),
            _ => None,
        };
        let text = record.text("cut_off");
        let day = text.as_deref().and_then(month_and_day);
        match (occasion, day) {
            (Some(occasion), Some(day)) if !self.cut_offs.contains_key(&occasion) => {
                self.cut_offs.insert(occasion, day);
            }
            _ => {
                notes.elsewhere.push(record.path.clone());
                return;
            }
        }
        let (items, text) = (record.texts("content"), record.text("form"));
        if !items.is_empty() || text.is_some() {
            notes.push(NoteIn {
                heading: Some(swedish::interim_report(number)),
                text,
                items,
                ..NoteIn::of(record, AboutIn::Reports)
            });
        }
    }
}

/// Promises about services. What else is said of one has no place here.
pub(super) fn services(root: &At<'_>, notes: &mut Notes) -> Vec<ServiceIn> {
    let mut services = Vec::new();
    for record in root.records("service_levels") {
        let (name, promise) = (record.needed("name"), record.needed("promise"));
        let said = record.get("anonymous_allowed");
        let anonymous = said.as_ref().and_then(|at| at.value.as_bool());
        let unclear = said.filter(|_| anonymous.is_none());
        notes.elsewhere.extend(unclear.map(|at| at.path));
        if let (Some(name), Some(promise)) = (name, promise) {
            services.push(ServiceIn {
                anonymous,
                source: record.source("source"),
                path: record.path,
                name,
                promise,
            });
        }
    }
    services
}

/// A month and a day as the file writes them: "08-31".
fn month_and_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    // Any leap year will do.
    Date::new(2000, month, day).ok().map(|_| (month, day))
}
