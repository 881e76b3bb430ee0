//! What the file says was judged, and in which words.

// `.text` is a field of a record here. words-keys: none

use super::notes::{AboutIn, NoteIn, Notes};
use super::plan::capital;
use super::reader::{At, SourceIn};
use super::swedish;
use riktning_domain::Period;
use riktning_domain::assessments::Scope;

/// What the file says was judged.
#[derive(Debug, Default)]
pub(crate) struct Judged {
    pub(super) goal_scale: Vec<String>,
    pub(super) goals: Vec<AssessmentIn>,
    pub(super) processes: Vec<AssessmentIn>,
    pub(super) financial_management: Vec<FinancialManagementIn>,
}

#[derive(Debug)]
pub(crate) struct AssessmentIn {
    pub(super) path: String,
    pub(super) year: i16,
    pub(super) name: String,
    pub(super) result: String,
    pub(super) reason: Option<String>,
    pub(super) source: Option<SourceIn>,
}

/// An assessment of good financial management.
#[derive(Debug)]
pub(crate) struct FinancialManagementIn {
    pub(super) path: String,
    pub(super) year: i16,
    pub(super) scope: Scope,
    pub(super) by_auditors: bool,
    pub(super) result: String,
    pub(super) reason: Option<String>,
    pub(super) source: Option<SourceIn>,
}

impl Judged {
    pub(super) fn read(root: &At<'_>, notes: &mut Notes) -> Judged {
        let mut judged = Judged::default();
        for scale in root.records("assessment_scales") {
            judged.scale(&scale, notes);
        }
        for record in root.records("assessments") {
            judged.judgement(&record, notes);
        }
        judged
    }

    /// The scale of goals is a part of every model. The words of others, and what is said of
    /// the scale of goals, are notes.
    fn scale(&mut self, at: &At<'_>, notes: &mut Notes) {
        let of_goals = at.text("id").as_deref() == Some(swedish::GOAL_SCALE);
        let (values, text) = (at.texts("values"), at.text("note"));
        if of_goals && self.goal_scale.is_empty() {
            self.goal_scale.clone_from(&values);
            if text.is_none() {
                return;
            }
        }
        notes.push(NoteIn {
            heading: at.text("name"),
            text,
            items: values,
            ..NoteIn::of(at, AboutIn::Scales)
        });
    }

    fn judgement(&mut self, record: &At<'_>, notes: &mut Notes) {
        match record.text("object").as_deref() {
            Some(swedish::GOAL_OBJECT) => self.goals.extend(assessment(record)),
            Some(swedish::PROCESS_OBJECT) => self.processes.extend(assessment(record)),
            Some(swedish::FINANCIAL_MANAGEMENT_OBJECT) => {
                let judged = financial_management(record, false);
                self.financial_management.extend(judged);
            }
            // A verdict has a reason; without one a source has told words and no verdict.
            Some(swedish::AUDITORS_OBJECT) if record.get("reason").is_some() => {
                let judged = financial_management(record, true);
                self.financial_management.extend(judged);
            }
            Some(object @ swedish::AUDITORS_OBJECT) => {
                quotation(record, object, AboutIn::Audit, notes);
            }
            Some(object @ swedish::FULFILMENT_OBJECT) => {
                quotation(record, object, AboutIn::Fulfilment, notes);
            }
            _ => notes.elsewhere.push(record.path.clone()),
        }
    }
}

fn assessment(record: &At<'_>) -> Option<AssessmentIn> {
    let (year, name) = (record.needed_year("year"), record.needed("name"));
    let result = record.needed("result");
    Some(AssessmentIn {
        path: record.path.clone(),
        year: year?,
        name: name?,
        result: result?,
        reason: record.text("reason"),
        source: record.source("source"),
    })
}

/// What was found of a year, in the source's words. It is called what it is, and the year is
/// said once.
fn quotation(record: &At<'_>, object: &str, about: AboutIn, notes: &mut Notes) {
    let (year, result) = (record.needed_year("year"), record.needed("result"));
    let (Some(year), Some(result)) = (year, result) else {
        return;
    };
    let said = [Some(result), record.text("reason")];
    let said: Vec<String> = said.into_iter().flatten().collect();
    let name = record.text("name").map(|name| {
        let without = name.strip_suffix(&year.to_string());
        without.unwrap_or(&name).trim().to_owned()
    });
    let called = [Some(capital(object)), name.filter(|name| !name.is_empty())];
    let called: Vec<String> = called.into_iter().flatten().collect();
    notes.push(NoteIn {
        period: Some(Period::Year(year)),
        heading: Some(called.join(", ")),
        text: Some(said.join(". ")),
        ..NoteIn::of(record, about)
    });
}

/// What was judged of good financial management. The auditors' is about the municipality.
fn financial_management(at: &At<'_>, by_auditors: bool) -> Option<FinancialManagementIn> {
    let (year, result) = (at.needed_year("year"), at.needed("result"));
    let scope = match by_auditors {
        true => Some(Scope::Municipality),
        false => at.among("name", swedish::SCOPES),
    };
    Some(FinancialManagementIn {
        path: at.path.clone(),
        year: year?,
        scope: scope?,
        by_auditors,
        result: result?,
        reason: at.text("reason"),
        source: at.source("source"),
    })
}
