//! The year's reports: those that a decision in the calendar approved, and those of which only
//! the day of publishing is known.

use super::super::calendar::DecisionIn;
use super::super::swedish;
use super::{Planner, Reason};
use jiff::civil::Date;
use riktning_domain::Command;
use riktning_domain::bodies::BodyKind;
use riktning_domain::decisions::Basis;
use riktning_domain::ids::{DecisionId, ReportId};
use riktning_domain::reports::{FileReport, ReportOccasion};

impl Planner<'_> {
    /// The report that a decision approved, if that is what it says of itself. A body's own is
    /// a decision and no more: its cut-off is its own matter.
    pub(super) fn decided_report(&mut self, decision: &DecisionIn, id: DecisionId) {
        let Some((occasion, year, rest)) = swedish::report(&decision.title) else {
            return;
        };
        let whole = matches!(
            swedish::committee_kind(&decision.body),
            BodyKind::Council | BodyKind::ExecutiveBoard
        );
        if whole && rest.is_empty() {
            let basis = Basis::Decision(id);
            self.report_of(&decision.path, occasion, year, basis);
        }
    }

    /// Reports that were made public. A decision that is known says more.
    pub(super) fn reports(&mut self) {
        for report in &self.facts.calendar.reports {
            let Some(source) = self.source_id(&report.source) else {
                self.report(&report.path, Reason::NoSource);
                continue;
            };
            if report.date.day() > self.today {
                self.report(&report.path, Reason::NotYet);
                continue;
            }
            let basis = Basis::Source(source, report.date);
            self.report_of(&report.path, report.occasion, report.year, basis);
        }
    }

    fn report_of(&mut self, path: &str, occasion: ReportOccasion, year: i16, basis: Basis) {
        let day = match occasion {
            ReportOccasion::Annual => Some((12, 31)),
            interim => self.facts.calendar.cut_offs.get(&interim).copied(),
        };
        let cut_off = day.and_then(|(month, day)| Date::new(year, month, day).ok());
        let Some(cut_off) = cut_off else {
            self.report(path, Reason::NotInTheFile);
            return;
        };
        if !self.filed.insert((year, occasion)) {
            self.report(path, Reason::Repeated);
            return;
        }
        let command = FileReport {
            report: ReportId(self.id("report", &format!("{year}/{occasion:?}"))),
            body: None,
            year,
            occasion,
            cut_off,
            basis,
            address: None,
            summary: None,
            messages: Vec::new(),
        };
        self.add(path, Command::FileReport(command));
    }
}
