//! The site map and the address that each page says is its own.

use crate::links::{Page, eskilstuna, exempelstad, follow};
use jiff::civil::{Date, date};
use riktning_app::App;
use riktning_web::server::Source;
use std::collections::BTreeSet;

const TODAY: Date = date(2026, 11, 24);
const ROOT: &str = "https://mal.example.se";

/// The Swedish pages that a reader finds by links alone, and that may be listed.
async fn found_by_links(source: &Source) -> BTreeSet<String> {
    let mut listed = BTreeSet::new();
    follow(source, |path, page| {
        if page.to.is_some() {
            return;
        }
        assert_eq!(page.status, 200, "{path}");
        if !page.html.contains("content=\"noindex\"") {
            let own = format!("<link rel=\"canonical\" href=\"{ROOT}{path}\">");
            assert!(page.html.contains(&own), "{path}");
            listed.insert(path.to_owned());
        }
    })
    .await;
    listed
}

/// The addresses of a site map that are in Swedish.
fn mapped(map: &Page) -> BTreeSet<String> {
    let each = map.html.split("<loc>").skip(1);
    let each = each.filter_map(|rest| rest.split('<').next()?.strip_prefix(ROOT));
    each.filter(|path| !path.starts_with("/en/") && !path.starts_with("/fi/"))
        .map(str::to_owned)
        .collect()
}

async fn map_of(app: &App, root: Option<&str>) -> Page {
    Page::ask(&Source::known_as(app, root), "/sitemap.xml").await
}

#[tokio::test]
async fn the_site_map_holds_what_links_lead_to_and_nothing_that_is_not_there() {
    let app = eskilstuna(TODAY).await;
    // A last slash is nobody's mistake.
    let map = map_of(&app, Some(&format!("{ROOT}/"))).await;
    assert_eq!(map.status, 200);
    let source = Source::known_as(&app, Some(ROOT));
    let (found, mapped) = (found_by_links(&source).await, mapped(&map));
    assert!(found.len() > 150, "{}", found.len());
    let missing: Vec<_> = found.difference(&mapped).collect();
    assert_eq!(missing, [] as [&String; 0]);
    for path in mapped.difference(&found) {
        assert_eq!(Page::ask(&source, path).await.status, 200, "{path}");
    }
    // Each page in each language, with the others beside it.
    assert_eq!(map.html.matches("<loc>").count(), 3 * mapped.len());
    assert_eq!(
        map.html.matches("hreflang=\"fi\"").count(),
        3 * mapped.len()
    );
    assert!(map.html.contains(&format!("<loc>{ROOT}/fi/vision</loc>")));
}

#[tokio::test]
async fn what_is_invented_has_no_site_map_and_neither_has_a_site_without_an_address() {
    let invented = exempelstad(TODAY).await;
    assert_eq!(map_of(&invented, Some(ROOT)).await.status, 404);
    let nowhere = eskilstuna(TODAY).await;
    assert_eq!(map_of(&nowhere, None).await.status, 404);
    let start = Page::ask(&Source::of(&nowhere), "/").await;
    assert!(start.html.contains("<link rel=\"canonical\" href=\"/\">"));
}
