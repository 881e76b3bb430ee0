//! Good financial management: the list of years, and a year.

use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::economy::{EconomyYear, EconomyYears};
use riktning_domain::assessments::Scope;

#[derive(Template)]
#[template(path = "economy.html")]
struct EconomyPage<'a> {
    shell: Shell,
    v: &'a EconomyYears,
}

#[derive(Template)]
#[template(path = "economy-year.html")]
struct EconomyYearPage<'a> {
    shell: Shell,
    v: &'a EconomyYear,
}

impl EconomyYearPage<'_> {
    /// The other years that anything is known of.
    fn other_years(&self) -> Vec<i16> {
        let years = self.v.years.iter().copied();
        years.filter(|year| *year != self.v.year).collect()
    }
}

/// The key of whose good financial management is judged.
pub(crate) fn scope_key(scope: &Scope) -> &'static str {
    match scope {
        Scope::Municipality => "economy-municipality",
        Scope::Group => "economy-group",
    }
}

/// The years.
pub(crate) fn economy(visit: &Visit, v: &EconomyYears) -> Result<Response, Failure> {
    let title = visit.speech().t("economy");
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&EconomyPage { shell, v })
}

/// A year.
pub(crate) fn economy_year(visit: &Visit, v: &EconomyYear) -> Result<Response, Failure> {
    let title = visit.speech().t1("economy-of", "year", v.year);
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&EconomyYearPage { shell, v })
}
