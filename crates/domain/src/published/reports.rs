//! What residents see of the year's reports and of good financial management.

use super::Published;
use crate::decisions::Basis;
use crate::financial_management::GuideFinancialManagement;
use crate::reports::{FileReport, ReportBasis, ReportOccasion};
use jiff::civil::Date;

/// A report that had been decided, or was published, by the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicReport<'a> {
    /// What was recorded.
    pub record: &'a FileReport,
    /// What it rests on.
    pub basis: Basis,
    /// The day on which it was decided or published.
    pub on: Date,
}

impl<'a> Published<'a> {
    /// The same lens on an earlier day: for a page that tells what stood when a report was
    /// decided. A day after the one that is shown is left alone.
    pub fn as_of(&self, day: Date) -> Published<'a> {
        Published {
            day: day.min(self.day),
            ..*self
        }
    }

    /// The reports that had been decided by the day and stand, the latest first.
    pub fn reports(&self) -> Vec<PublicReport<'a>> {
        let filed = self.state.reports.values();
        let filed = filed.filter(|report| report.on <= self.day);
        let mut reports: Vec<_> = filed
            .filter_map(|report| {
                let record = report.record.as_ref();
                let basis = match record.basis {
                    ReportBasis::Decision(id) if !self.state.decision_stands(id, self.day) => {
                        return None;
                    }
                    ReportBasis::Decision(id) => Basis::Decision(id),
                    ReportBasis::Source(source, since) => Basis::Source(source, since),
                };
                let on = report.on;
                Some(PublicReport { record, basis, on })
            })
            .collect();
        reports.sort_by_key(|r| {
            let report = std::cmp::Reverse((r.record.cut_off, r.on));
            (report, r.record.body, r.record.report)
        });
        reports
    }

    /// The whole municipality's report of an occasion.
    pub fn report(&self, year: i16, occasion: ReportOccasion) -> Option<PublicReport<'a>> {
        let mut reports = self.reports().into_iter();
        reports.find(|r| {
            let record = r.record;
            record.body.is_none() && record.year == year && record.occasion == occasion
        })
    }

    /// What the council had decided of good financial management for a year, by the day.
    pub fn financial_management(&self, year: i16) -> Option<&'a GuideFinancialManagement> {
        let decided = self.state.financial_management.get(&year)?.up_to(self.day);
        let mut latest = decided.iter().rev();
        let stands = latest.find(|e| self.state.decision_stands(e.value.decision, self.day));
        stands.map(|e| e.value.as_ref())
    }

    /// The years for which the council had decided anything of it.
    pub fn financial_management_years(&self) -> Vec<i16> {
        let years = self.state.financial_management.keys();
        years
            .copied()
            .filter(|year| self.financial_management(*year).is_some())
            .collect()
    }
}
