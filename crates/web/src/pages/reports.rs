//! Reports: the list, a report, and a report before it was decided.

use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::reports::{Report, ReportNotYet, Reports};

#[derive(Template)]
#[template(path = "reports.html")]
struct ReportsPage<'a> {
    shell: Shell,
    v: &'a Reports,
}

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage<'a> {
    shell: Shell,
    v: &'a Report,
}

#[derive(Template)]
#[template(path = "report-not-yet.html")]
struct ReportNotYetPage<'a> {
    shell: Shell,
    v: &'a ReportNotYet,
}

impl ReportPage<'_> {
    /// Whether any verdict of the report on a goal is known here.
    fn judges_goals(&self) -> bool {
        self.v.goals.iter().any(|goal| goal.verdict.is_some())
    }

    /// Whether any follow-up of the year's work is known here.
    fn judges_work(&self) -> bool {
        let tally = &self.v.commitments;
        tally.met + tally.partly + tally.not_met > 0
    }

    /// The public address of the document, unless it has been redacted.
    fn address(&self) -> Option<&str> {
        self.v.address.as_ref()?.as_str()
    }
}

/// The list.
pub(crate) fn reports(visit: &Visit, v: &Reports) -> Result<Response, Failure> {
    let title = visit.speech().t("reports");
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&ReportsPage { shell, v })
}

/// A report.
pub(crate) fn report(visit: &Visit, v: &Report) -> Result<Response, Failure> {
    let title = visit.speech().report_name(&v.line.occasion, &v.line.year);
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&ReportPage { shell, v })
}

/// A report before it was decided.
pub(crate) fn report_not_yet(visit: &Visit, v: &ReportNotYet) -> Result<Response, Failure> {
    let title = visit.speech().report_name(&v.line.occasion, &v.line.year);
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&ReportNotYetPage { shell, v })
}
