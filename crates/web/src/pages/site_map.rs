//! The site map: every page that search engines may read, in each language.

use super::search::own_pages;
use super::shell::Visit;
use crate::failure::Failure;
use crate::paths::Paths;
use askama::Template;
use axum::response::Response;
use riktning_app::views::site_map::SiteMap;
use riktning_words::Language;
use std::collections::BTreeSet;

/// How many pages a site map may hold, by the protocol of sitemaps.org.
const MOST: usize = 50_000;

#[derive(Template)]
#[template(path = "sitemap.xml")]
struct SiteMapFile<'a> {
    root: &'a str,
    /// Each page's address in each language, the Swedish first.
    pages: Vec<Vec<(&'static str, String)>>,
}

/// The site map. There is none where nobody said under which address the site is known, since
/// it holds whole addresses, and none of what is invented.
pub(crate) fn site_map(visit: &Visit, v: &SiteMap) -> Result<Response, Failure> {
    if visit.root.is_empty() || v.frame.invented {
        return Err(Failure::NotFound);
    }
    let swedish = Paths::new(Language::Sv, None);
    let things = v.targets.iter().map(|target| swedish.target(target));
    let years = v
        .years
        .iter()
        .map(|(period, year)| swedish.annual_plan(period, year));
    let compared = v.compared.iter().map(|slug| swedish.comparison(slug, &[]));
    let managed = v
        .managed
        .iter()
        .map(|year| swedish.financial_management_year(year));
    let own = own_pages(&visit.speech(), swedish, &v.frame);
    let own = own.into_iter().map(|(_, href)| href);
    let all = [swedish.start()]
        .into_iter()
        .chain(own)
        .chain(things)
        .chain(years)
        .chain(compared)
        .chain(managed);
    // What has no page of its own is told of on another's.
    let pages: BTreeSet<String> = all.filter(|href| !href.contains(['?', '#'])).collect();
    let languages = |href: String| {
        let path = href.as_str();
        let each = Language::ALL.into_iter();
        each.map(|language| (language.tag(), Paths::new(language, None).to(path)))
            .collect()
    };
    let file = SiteMapFile {
        root: &visit.root,
        pages: pages.into_iter().take(MOST).map(languages).collect(),
    };
    let xml = file.render().map_err(Failure::internal)?;
    Ok(super::kept("application/xml; charset=utf-8", xml))
}
