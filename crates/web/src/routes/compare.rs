//! An indicator beside what other municipalities measured.

use super::{Answer, Site};
use crate::cache::address;
use crate::dates_in_query::AsOf;
use crate::failure::Failure;
use crate::pages::{self, Visit};
use axum::extract::{Path, State};
use axum::http::Uri;
use riktning_app::views::Found;
use riktning_app::views::compare::Comparison;
use riktning_app::views::indicators::Indicator;

/// The page, or its figures as a file. Who is asked for stands in the address, parted by commas.
pub(super) async fn compare(
    State(site): State<Site>,
    as_of: AsOf,
    uri: Uri,
    Path((slug, file)): Path<(String, String)>,
) -> Answer {
    let asked = address::field(uri.query().unwrap_or_default(), "kommuner").unwrap_or_default();
    let asked: Vec<&str> = asked.split(',').filter(|name| !name.is_empty()).collect();
    let path = format!("/indikatorer/{slug}/jamfor");
    let path = match asked.as_slice() {
        [] => path,
        some => format!("{path}?kommuner={}", address::escaped(&some.join(","))),
    };
    let visit = site.visit(as_of, path);
    let view = site
        .app
        .published(as_of.day, |p| Comparison::of(p, &slug, &asked));
    let Some(view) = view else {
        return not_there(&site, as_of, &visit, &slug);
    };
    match file.as_str() {
        "jamfor" => pages::comparison(&visit, &view),
        "jamfor.csv" => pages::comparison_csv(&visit, &view),
        "jamfor.json" => pages::comparison_json(&view),
        _ => Err(Failure::NotFound),
    }
}

/// An indicator that is not there on the day: from when it is, if it ever comes.
fn not_there(site: &Site, as_of: AsOf, visit: &Visit, slug: &str) -> Answer {
    match site.app.published(as_of.day, |p| Indicator::of(p, slug)) {
        Found::NotYet(view) => pages::indicator_not_yet(visit, &view),
        Found::Here(_) | Found::Moved(_) | Found::Nowhere => Err(Failure::NotFound),
    }
}
