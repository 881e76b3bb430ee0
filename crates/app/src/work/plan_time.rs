//! The time that a plan is for: a year, or all the years of a model, in which its goals are written.

use super::model_of;
use jiff::civil::Date;
use riktning_domain::models::{Level, Purpose};
use riktning_domain::published::PublicModel;
use riktning_domain::{Inside, Period};
use std::fmt;

/// A year, or the years of a model. Shown as `2027` and `2028–2031`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlanTime(Period);

impl PlanTime {
    /// A year.
    pub fn year(year: i16) -> Option<PlanTime> {
        Period::years(year, year).map(PlanTime)
    }

    /// The time that a plan or a row of one is for.
    pub(crate) fn of(period: Period) -> PlanTime {
        match period {
            Period::Years { .. } => PlanTime(period),
            other => PlanTime(Period::Year(other.year())),
        }
    }

    /// The years of the models that are not over, the earliest first; of a model for one year nothing is
    /// written but in the plan of that year.
    pub(crate) fn of_models(i: Inside<'_>) -> Vec<PlanTime> {
        let models = i.planned_models().into_iter();
        let times = models.map(|model| PlanTime::of(model.definition.period));
        let open = times.filter(|time| time.as_year().is_none() && !time.is_over(i.today()));
        let mut open: Vec<PlanTime> = open.collect();
        open.sort();
        open.dedup();
        open
    }

    /// The time by its part of the address: `2027` or `2028-2031`.
    pub fn parse(text: &str) -> Option<PlanTime> {
        let year = |text: &str| {
            let is_year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
            is_year.then(|| text.parse().ok()).flatten()
        };
        match text.split_once('-') {
            None => PlanTime::year(year(text)?),
            Some((from, to)) => {
                let period = Period::years(year(from)?, year(to)?)?;
                matches!(period, Period::Years { .. }).then_some(PlanTime(period))
            }
        }
    }

    /// Its part of the address.
    pub fn address(self) -> String {
        match self.0 {
            Period::Years { from, to } => format!("{from}-{to}"),
            other => other.year().to_string(),
        }
    }

    /// The time itself.
    pub fn period(self) -> Period {
        self.0
    }

    /// The year, if it is one.
    pub fn as_year(self) -> Option<i16> {
        match self.0 {
            Period::Years { .. } => None,
            other => Some(other.year()),
        }
    }

    /// The model by which it is planned: of several years, the one that is for just those.
    pub(crate) fn model(self, i: Inside<'_>) -> Option<PublicModel<'_>> {
        let model = model_of(i, self.0)?;
        let is_its = self.as_year().is_some() || model.definition.period == self.0;
        is_its.then_some(model)
    }

    /// Whether goals can be written for it no longer: the years of its model are over.
    pub(crate) fn is_over(self, today: Date) -> bool {
        self.as_year().is_none() && self.0.last_day() < today
    }

    /// Whether the rows of a level are written in a plan for it: promises and orders year by year, goals
    /// and what residents are promised of a service for all the years of the model.
    pub(crate) fn holds(self, level: &Level) -> bool {
        match self.as_year() {
            Some(_) => level.purpose.is_planned(),
            None => matches!(
                level.purpose,
                Purpose::StrategicGoal
                    | Purpose::ProcessGoal
                    | Purpose::FinancialGoal
                    | Purpose::ServiceDeclaration
            ),
        }
    }
}

impl fmt::Display for PlanTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Period::Years { from, to } => write!(f, "{from}–{to}"),
            other => write!(f, "{}", other.year()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PlanTime;

    #[test]
    fn an_address_is_a_year_or_the_years_of_a_model() {
        for text in ["2027", "2028-2031"] {
            assert_eq!(PlanTime::parse(text).unwrap().address(), text);
        }
        let shown = PlanTime::parse("2028-2031").unwrap().to_string();
        assert_eq!(shown, "2028–2031");
        for text in [
            "",
            "27",
            "2031-2028",
            "2028-2028",
            "2028-",
            "+2028",
            "2028-2031-2033",
            "9999",
        ] {
            assert_eq!(PlanTime::parse(text), None, "{text}");
        }
    }
}
