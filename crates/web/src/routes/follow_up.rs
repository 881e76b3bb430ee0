//! The addresses of follow-up and of the site itself: balance, good financial management,
//! reports, and the pages about the site.

use super::{Answer, Site};
use crate::dates_in_query::AsOf;
use crate::failure::Failure;
use crate::pages;
use crate::paths::{self, About};
use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use riktning_app::Found;
use riktning_app::views::about::AboutPage;
use riktning_app::views::balance::Balance;
use riktning_app::views::financial_management::{
    FinancialManagementYear, FinancialManagementYears,
};
use riktning_app::views::group::Group;
use riktning_app::views::reports::{Report, Reports};
use riktning_app::views::services::Services;

/// The routes; `at` puts the language's prefix before a path.
pub(super) fn routes(at: impl Fn(&str) -> String) -> Router<Site> {
    let mut router = Router::new()
        .route(&at("/balans"), get(balance))
        .route(
            &at("/god-ekonomisk-hushallning/"),
            get(financial_management),
        )
        .route(
            &at("/god-ekonomisk-hushallning/{year}"),
            get(financial_management_year),
        )
        .route(&at("/kommunkoncernen"), get(group))
        .route(&at("/servicedeklarationer"), get(services))
        .route(&at("/rapporter/"), get(reports))
        .route(&at("/rapporter/{year}/{occasion}"), get(report));
    for page in About::ALL {
        let show = move |site: State<Site>, as_of: AsOf| about(site, as_of, page);
        router = router.route(&at(page.path()), get(show));
    }
    router
}

async fn balance(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site.app.published(as_of.day, Balance::of);
    pages::balance(&site.visit(as_of, "/balans"), &view)
}

async fn financial_management(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site.app.published(as_of.day, FinancialManagementYears::of);
    pages::financial_management(&site.visit(as_of, "/god-ekonomisk-hushallning/"), &view)
}

async fn financial_management_year(
    State(site): State<Site>,
    as_of: AsOf,
    Path(year): Path<String>,
) -> Answer {
    let visit = site.visit(as_of, format!("/god-ekonomisk-hushallning/{year}"));
    let year = paths::year(&year).ok_or(Failure::NotFound)?;
    let view = site
        .app
        .published(as_of.day, |p| FinancialManagementYear::of(p, year))
        .ok_or(Failure::NotFound)?;
    pages::financial_management_year(&visit, &view)
}

async fn reports(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site.app.published(as_of.day, Reports::of);
    pages::reports(&site.visit(as_of, "/rapporter/"), &view)
}

async fn report(
    State(site): State<Site>,
    as_of: AsOf,
    Path((year, occasion)): Path<(String, String)>,
) -> Answer {
    let visit = site.visit(as_of, format!("/rapporter/{year}/{occasion}"));
    let year = paths::year(&year).ok_or(Failure::NotFound)?;
    let occasion = paths::report_occasion(&occasion).ok_or(Failure::NotFound)?;
    match site
        .app
        .published(as_of.day, |p| Report::of(p, year, occasion))
    {
        Found::Here(view) => pages::report(&visit, &view),
        Found::NotYet(view) => pages::report_not_yet(&visit, &view),
        Found::Moved(_) | Found::Nowhere => Err(Failure::NotFound),
    }
}

async fn group(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site.app.published(as_of.day, Group::of);
    pages::group(&site.visit(as_of, "/kommunkoncernen"), &view)
}

async fn services(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site.app.published(as_of.day, Services::of);
    pages::services(&site.visit(as_of, "/servicedeklarationer"), &view)
}

async fn about(State(site): State<Site>, as_of: AsOf, page: About) -> Answer {
    let view = site.app.published(as_of.day, AboutPage::of);
    pages::about(&site.visit(as_of, page.path()), page, &view)
}
