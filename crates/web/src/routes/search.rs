//! The search. What it answers is kept for nobody: there are more queries than pages.

use super::{Answer, Site};
use crate::cache::address::field;
use crate::dates_in_query::AsOf;
use crate::failure::Failure;
use crate::pages;
use crate::paths::Paths;
use axum::extract::State;
use axum::http::Uri;
use riktning_app::search::{Kind, Query};
use riktning_app::views::search::{Asked, Search};
use riktning_words::Language;

/// What a query finds on the day, or the form to ask with.
pub(super) async fn search(State(site): State<Site>, as_of: AsOf, uri: Uri) -> Answer {
    let query = uri.query().unwrap_or_default();
    let typed = field(query, "q").unwrap_or_default();
    let kind = field(query, "typ").map(|typ| pages::kind_of(&typ).ok_or(Failure::NotFound));
    let (kind, page) = (kind.transpose()?, page_of(query)?);
    let asked = match Query::read(&typed) {
        Ok(Some(query)) => return found(&site, as_of, query, kind, page),
        Ok(None) => Asked::Nothing,
        Err(bad) => Asked::Wrong(shown(&typed), bad),
    };
    let view = site.app.published(as_of.day, |p| Search::unasked(p, asked));
    pages::search(&site.visit(as_of, "/sok"), &view)
}

/// What was typed as it can be shown again: without what no page may hold.
fn shown(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_control()).collect()
}

fn found(site: &Site, as_of: AsOf, query: Query, kind: Option<Kind>, page: usize) -> Answer {
    let typ = kind.map(pages::typ);
    let path = Paths::new(Language::Sv, None).found(query.typed(), typ, page);
    let view = site.app.readings(as_of.day, |p, readings| {
        let index = readings.of_words().value;
        Search::of(p, &index, site.language, query, kind, page)
    });
    if page > 1 && page > view.pages {
        return Err(Failure::NotFound);
    }
    pages::search(&site.visit(as_of, path), &view)
}

/// The page of a long list, from 1.
pub(crate) fn page_of(query: &str) -> Result<usize, Failure> {
    let Some(typed) = field(query, "sida") else {
        return Ok(1);
    };
    let page: usize = typed.parse().map_err(|_| Failure::NotFound)?;
    // Only the one way of writing it is an address.
    let one = page > 1 && page.to_string() == typed;
    one.then_some(page).ok_or(Failure::NotFound)
}
