//! The days that the law sets for reports to council and its auditors.

use crate::rounds::{Occasion, OpenRound};
use jiff::ToSpan as _;
use jiff::civil::Date;

/// A day that the law sets for a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LawDay {
    /// Which report it is.
    pub report: LawfulReport,
    /// The last day on which it is to be with council and its auditors.
    pub last: Date,
}

/// A report that the law asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LawfulReport {
    /// The interim report of at least half and at most two thirds of the year (lagen 2018:597 om kommunal
    /// bokföring och redovisning, 13 kap. 1 §): within two months (kommunallagen 2017:725, 11 kap. 16 §).
    Interim,
    /// The annual report: by 15 April (kommunallagen 2017:725, 11 kap. 20 §).
    Annual,
}

impl OpenRound {
    /// The day that the law sets for the report of a round; none for a round that the law does not ask for.
    pub fn law_day(&self) -> Option<LawDay> {
        match self.occasion {
            Occasion::Planning => None,
            Occasion::Annual => {
                let next = self.cut_off.year().checked_add(1)?;
                let (report, last) = (LawfulReport::Annual, Date::new(next, 4, 15).ok()?);
                Some(LawDay { report, last })
            }
            Occasion::Interim => {
                let year = self.cut_off.year();
                let (half, two_thirds) = (Date::new(year, 6, 30), Date::new(year, 8, 31));
                let is_lawful = (half.ok()?..=two_thirds.ok()?).contains(&self.cut_off);
                is_lawful.then(|| LawDay {
                    report: LawfulReport::Interim,
                    last: two_months_after(self.cut_off),
                })
            }
        }
    }
}

/// The last day of the two months that follow a day: of the last of a month the last of that one.
fn two_months_after(day: Date) -> Date {
    let later = day.saturating_add(2.months());
    match day == day.last_of_month() {
        true => later.last_of_month(),
        false => later,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{ModelId, RoundId};
    use crate::texts::Names;
    use uuid::Uuid;

    fn last(occasion: Occasion, cut_off: &str) -> Option<String> {
        let round = OpenRound {
            round: RoundId(Uuid::nil()),
            model: ModelId(Uuid::nil()),
            names: Names::swedish("Läget"),
            occasion,
            cut_off: cut_off.parse().unwrap(),
            opens: None,
            deadlines: Vec::new(),
            meetings: Vec::new(),
            asks_for: Vec::new(),
            levels: Vec::new(),
            compiling: None,
            made_of: None,
            since: None,
        };
        Some(round.law_day()?.last.to_string())
    }

    #[test]
    fn the_law_sets_a_day_for_the_annual_report_and_for_one_interim_report() {
        let interim = |cut_off| last(Occasion::Interim, cut_off);
        assert_eq!(interim("2026-08-31").as_deref(), Some("2026-10-31"));
        assert_eq!(interim("2026-06-30").as_deref(), Some("2026-08-31"));
        assert_eq!(interim("2026-07-15").as_deref(), Some("2026-09-15"));
        assert_eq!(interim("2026-03-31"), None, "less than half of the year");
        assert_eq!(interim("2026-09-30"), None, "more than two thirds of it");
        let annual = last(Occasion::Annual, "2026-12-31");
        assert_eq!(annual.as_deref(), Some("2027-04-15"));
        assert_eq!(last(Occasion::Planning, "2027-01-01"), None);
    }
}
