//! Good financial management: the list of years, and a year.

use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::financial_management::{
    FinancialManagementYear, FinancialManagementYears,
};
use riktning_domain::assessments::Scope;

#[derive(Template)]
#[template(path = "financial-management.html")]
struct FinancialManagementPage<'a> {
    shell: Shell,
    v: &'a FinancialManagementYears,
}

#[derive(Template)]
#[template(path = "financial-management-year.html")]
struct FinancialManagementYearPage<'a> {
    shell: Shell,
    v: &'a FinancialManagementYear,
}

impl FinancialManagementYearPage<'_> {
    /// The other years that anything is known of.
    fn other_years(&self) -> Vec<i16> {
        let years = self.v.years.iter().copied();
        years.filter(|year| *year != self.v.year).collect()
    }

    /// Whether the year goes on or is to come on the day: then it has no result yet.
    fn goes_on(&self) -> bool {
        self.v.frame.day.year() <= self.v.year
    }
}

/// The key of whose good financial management is judged.
pub(crate) fn scope_key(scope: &Scope) -> &'static str {
    match scope {
        Scope::Municipality => "financial-management-municipality",
        Scope::Group => "financial-management-group",
    }
}

/// The years.
pub(crate) fn financial_management(
    visit: &Visit,
    v: &FinancialManagementYears,
) -> Result<Response, Failure> {
    let title = visit.speech().t("financial-management");
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&FinancialManagementPage { shell, v })
}

/// A year.
pub(crate) fn financial_management_year(
    visit: &Visit,
    v: &FinancialManagementYear,
) -> Result<Response, Failure> {
    let title = visit.speech().t1("financial-management-of", "year", v.year);
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&FinancialManagementYearPage { shell, v })
}
