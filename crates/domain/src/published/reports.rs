//! What residents see of the year's reports and of good financial management.

use super::Published;
use crate::decisions::Basis;
use crate::financial_management::GuideFinancialManagement;
use crate::ids::ReportId;
use crate::reports::{FileReport, ReportOccasion};
use crate::visibility::Readable;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A report that had been decided, or was published, by the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicReport<'a> {
    /// What was recorded.
    pub record: &'a FileReport,
    /// The day on which it was decided or published.
    pub on: Date,
    /// The day on which what was filed of it was last corrected, if it was by the day.
    pub corrected: Option<Date>,
}

impl<'a> Published<'a> {
    /// A report that had been decided by the day and stands.
    pub fn filed(&self, id: ReportId) -> Option<PublicReport<'a>> {
        let report = self.state.reports.get(&id)?;
        if !self.may_show(Readable::Report(id)) {
            return None;
        }
        let word = report.by(self.day)?;
        let record = word.says.as_ref();
        if let Basis::Decision(id) = record.basis
            && !self.state.decision_stands(id, self.day)
        {
            return None;
        }
        Some(PublicReport {
            record,
            on: word.on,
            corrected: report.corrected().filter(|righted| *righted <= self.day),
        })
    }

    /// The reports that had been decided by the day and stand, the latest first.
    pub fn reports(&self) -> Vec<PublicReport<'a>> {
        let filed = self.state.reports.keys();
        let mut reports: Vec<_> = filed.filter_map(|id| self.filed(*id)).collect();
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
        let known = self.state.guidance.values();
        let known = known.filter_map(|guidance| Some((guidance.by(self.day)?, guidance)));
        let of_year = known.filter(|(word, _)| word.says.year == year);
        let stands =
            of_year.filter(|(word, _)| self.state.decision_stands(word.says.decision, self.day));
        let latest = stands.max_by_key(|(word, guidance)| (word.on, guidance.position()));
        latest.map(|(word, _)| word.says.as_ref())
    }

    /// The years for which the council had decided anything of it.
    pub fn financial_management_years(&self) -> Vec<i16> {
        let words = self.state.guidance.values().filter_map(|g| g.by(self.day));
        let years: BTreeSet<i16> = words.map(|word| word.says.year).collect();
        let known = years.into_iter();
        known
            .filter(|year| self.financial_management(*year).is_some())
            .collect()
    }
}
