//! Which address shows which page.

mod changes;
mod compare;
mod feedback;
mod follow_up;
pub(crate) mod search;

use crate::cache::Keep;
use crate::dates_in_query::AsOf;
use crate::door::Door;
use crate::failure::Failure;
use crate::pages::{self, Visit};
use crate::paths::{self, Paths};
use crate::server::Settings;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use riktning_app::views::annual_plan::AnnualPlan;
use riktning_app::views::bodies::{Bodies, Body, BodyList};
use riktning_app::views::commitment::{At, Commitment};
use riktning_app::views::contact::ContactPage;
use riktning_app::views::direction::Direction;
use riktning_app::views::documents::{Documents, Held};
use riktning_app::views::goal::{self, Goal};
use riktning_app::views::indicators::{Indicator, Indicators};
use riktning_app::views::notices::Notices;
use riktning_app::views::quashed::Quashed;
use riktning_app::views::site_map::SiteMap;
use riktning_app::views::start::Start;
use riktning_app::views::system::System;
use riktning_app::views::topics::{Topic, Topics};
use riktning_app::views::vision::Visions;
use riktning_app::views::written::{Written, WrittenList};
use riktning_app::{App, Found};
use riktning_domain::topics::Dimension;
use riktning_words::Language;
use std::sync::Arc;
use std::time::Instant;
use tower::ServiceExt as _;

type Answer = Result<Response, Failure>;

/// The public site: the same pages in three languages.
pub fn router(app: &App, settings: &Settings) -> Router {
    let public_url = settings.public_url.as_deref();
    let root: Arc<str> = public_url.unwrap_or_default().trim_end_matches('/').into();
    let languages = Language::ALL.into_iter();
    // One door for all languages.
    let door = Arc::new(Door::new(Instant::now()));
    let pages = languages.fold(Router::new(), |router, language| {
        let work = crate::work::routes(app, language, settings);
        let public = site(app, language, &door, &root);
        router.merge(public).merge(work)
    });
    let pages = pages.fallback(|| async { Failure::NotFound });
    pages.layer(from_fn_with_state(app.clone(), until_the_next_notice))
}

/// Folders of addresses that have no page of their own.
const FOLDERS: [&str; 4] = ["/mal/", "/organ/", "/ataganden/", "/tack/"];

/// Whether the site has a page at a Swedish address, or pages below it if it ends with a slash.
pub async fn has_page(app: &App, path: &str) -> bool {
    if FOLDERS.contains(&path) {
        return true;
    }
    // The folders of a period are there when its own page is.
    let folder = path
        .strip_suffix("/mal/")
        .or(path.strip_suffix("/arsplan/"));
    let page = folder.map_or_else(|| path.to_owned(), |period| format!("{period}/"));
    let source = crate::server::Source::of(app);
    let shown = async |page: &str| {
        let Ok(mut request) = Request::get(page).body(axum::body::Body::empty()) else {
            return false;
        };
        request.extensions_mut().insert((source.edition)());
        let Ok(response) = source.routes.clone().oneshot(request).await;
        response.status() == StatusCode::OK
    };
    shown(&page).await || (page.ends_with('/') && shown(page.trim_end_matches('/')).await)
}

/// A page holds until the next notice begins or ends, whatever else it says of itself: notices
/// stand above every page. Asked before the page is made, so that a notice that begins while it
/// is made is not missed.
async fn until_the_next_notice(State(app): State<App>, request: Request, next: Next) -> Response {
    let turns = app.holds_until();
    let mut response = next.run(request).await;
    if let Some(keep) = response.extensions_mut().get_mut::<Keep>() {
        keep.until = keep.until.into_iter().chain(turns).min();
    }
    response
}

/// The pages in one language, under its prefix.
fn site(app: &App, language: Language, door: &Arc<Door>, root: &Arc<str>) -> Router {
    let at = |path: &str| format!("{}{path}", language.prefix());
    // One site map tells of each page in all languages.
    let map = match language {
        Language::Sv => Router::new().route("/sitemap.xml", get(site_map)),
        Language::En | Language::Fi => Router::new(),
    };
    map.route(&at("/"), get(start))
        .route(&at("/vision"), get(vision))
        .route(&at("/sa-styrs-kommunen"), get(system))
        .route(&at("/mal/{slug}"), get(current_goal))
        .route(&at("/indikatorer/"), get(indicators))
        .route(&at("/indikatorer/{slug}"), get(indicator))
        .route(&at("/indikatorer/{slug}/{file}"), get(compare::compare))
        .route(&at("/namnder/"), get(committees))
        .route(&at("/bolag/"), get(companies))
        .route(&at("/namnder/{slug}"), get(body))
        .route(&at("/bolag/{slug}"), get(body))
        .route(&at("/organ/{slug}"), get(body))
        .route(&at("/kontakt"), get(contact))
        .route(&at("/sok"), get(search::search))
        .route(&at("/andringar"), get(changes::changes))
        .route(&at("/andringar.atom"), get(changes::feed))
        .route(&at("/driftinformation"), get(notices))
        .route(&at("/tack"), post(feedback::answer))
        .route(
            &at("/tack/{id}"),
            get(feedback::thanks).post(feedback::comment),
        )
        .route(&at("/styrdokument/"), get(documents))
        .route(&at("/styrdokument/{slug}"), get(document))
        .route(&at("/sidor/"), get(written_list))
        .route(&at("/sidor/{slug}"), get(written))
        .route(&at("/varden"), get(core_values))
        .route(&at("/processer/"), get(processes))
        .route(&at("/processer/{slug}"), get(process))
        .route(&at("/malgrupper/"), get(target_groups))
        .route(&at("/malgrupper/{slug}"), get(target_group))
        .merge(follow_up::routes(at))
        .route(&at("/{period}/"), get(direction))
        .route(&at("/{period}/mal/{slug}"), get(show_goal))
        .route(&at("/{period}/arsplan/{year}"), get(annual_plan))
        .route(&at("/ataganden/{address}"), get(commitment))
        .with_state(Site {
            app: app.clone(),
            language,
            door: Arc::clone(door),
            root: Arc::clone(root),
        })
}

/// The site in one language.
#[derive(Clone, Debug)]
struct Site {
    app: App,
    language: Language,
    door: Arc<Door>,
    /// The address that residents know, without a last slash, for what leaves the site: feeds,
    /// the site map, each page's own address. Empty if nobody said.
    root: Arc<str>,
}

impl Site {
    fn visit(&self, as_of: AsOf, path: impl Into<String>) -> Visit {
        Visit {
            language: self.language,
            day: as_of.day,
            today: as_of.today,
            path: path.into(),
            root: Arc::clone(&self.root),
            translations: self.app.published(as_of.day, |p| p.translations()),
        }
    }

    fn paths(&self, as_of: AsOf) -> Paths {
        Paths::new(self.language, as_of.is_past().then_some(as_of.day))
    }
}

async fn start(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site.app.published(as_of.day, Start::of);
    pages::start(&site.visit(as_of, "/"), &view)
}

async fn site_map(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site.app.published(as_of.today, SiteMap::of);
    pages::site_map(&site.visit(as_of, "/sitemap.xml"), &view)
}

async fn vision(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site.app.published(as_of.day, Visions::of);
    pages::vision(&site.visit(as_of, "/vision"), &view)
}

async fn system(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site.app.published(as_of.day, System::of);
    pages::system(&site.visit(as_of, "/sa-styrs-kommunen"), &view)
}

async fn contact(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site.app.published(as_of.day, ContactPage::of);
    let turns = site.app.turning(view.until);
    pages::contact(&site.visit(as_of, "/kontakt"), &view, turns)
}

async fn notices(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site.app.published(as_of.day, Notices::of);
    pages::notices(&site.visit(as_of, "/driftinformation"), &view)
}

async fn direction(State(site): State<Site>, as_of: AsOf, Path(period): Path<String>) -> Answer {
    let visit = site.visit(as_of, format!("/{period}/"));
    let period = paths::period(&period).ok_or(Failure::NotFound)?;
    match site.app.published(as_of.day, |p| Direction::of(p, period)) {
        Found::Here(view) => pages::direction(&visit, &view),
        Found::NotYet(view) => pages::direction_not_yet(&visit, &view),
        Found::Moved(_) | Found::Nowhere => Err(Failure::NotFound),
    }
}

async fn show_goal(
    State(site): State<Site>,
    as_of: AsOf,
    Path((period, slug)): Path<(String, String)>,
) -> Answer {
    let visit = site.visit(as_of, format!("/{period}/mal/{slug}"));
    let period = paths::period(&period).ok_or(Failure::NotFound)?;
    match site
        .app
        .published(as_of.day, |p| Goal::of(p, period, &slug))
    {
        Found::Here(view) => pages::goal(&visit, &view),
        Found::NotYet(view) => pages::goal_not_yet(&visit, &view),
        Found::Moved(_) | Found::Nowhere => {
            let quashed = site
                .app
                .published(as_of.day, |p| Quashed::goal(p, period, &slug));
            let view = quashed.ok_or(Failure::NotFound)?;
            pages::quashed(&visit, &view)
        }
    }
}

async fn annual_plan(
    State(site): State<Site>,
    as_of: AsOf,
    Path((period, year)): Path<(String, String)>,
) -> Answer {
    let visit = site.visit(as_of, format!("/{period}/arsplan/{year}"));
    let period = paths::period(&period).ok_or(Failure::NotFound)?;
    let year = paths::year(&year).ok_or(Failure::NotFound)?;
    match site
        .app
        .published(as_of.day, |p| AnnualPlan::of(p, period, year))
    {
        Found::Here(view) => pages::annual_plan(&visit, &view),
        Found::NotYet(view) => pages::direction_not_yet(&visit, &view),
        Found::Moved(_) | Found::Nowhere => Err(Failure::NotFound),
    }
}

/// A commitment's number decides where it is; its words in the address may be old or missing.
async fn commitment(State(site): State<Site>, as_of: AsOf, Path(address): Path<String>) -> Answer {
    let visit = site.visit(as_of, format!("/ataganden/{address}"));
    let paths = site.paths(as_of);
    let to = match site
        .app
        .published(as_of.day, |p| Commitment::at(p, &address))
    {
        At::Elsewhere(page) => paths.element(&page),
        At::Quashed(view) => return pages::quashed(&visit, &view),
        At::Commitment(found) => match *found {
            Found::Here(view) => return pages::commitment(&visit, &view),
            Found::NotYet(view) => return pages::commitment_not_yet(&visit, &view),
            Found::Moved(address) => paths.commitment(&address),
            Found::Nowhere => return Err(Failure::NotFound),
        },
    };
    Ok(elsewhere(StatusCode::MOVED_PERMANENTLY, to))
}

/// `/mal/{slug}` leads to the goal of the period that the day is governed by.
async fn current_goal(State(site): State<Site>, as_of: AsOf, Path(slug): Path<String>) -> Answer {
    let (period, slug) = site
        .app
        .published(as_of.day, |p| goal::current(p, &slug))
        .ok_or(Failure::NotFound)?;
    Ok(elsewhere(
        StatusCode::FOUND,
        site.paths(as_of).goal(&period, &slug),
    ))
}

async fn indicators(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site.app.published(as_of.day, Indicators::of);
    pages::indicators(&site.visit(as_of, "/indikatorer/"), view)
}

async fn indicator(State(site): State<Site>, as_of: AsOf, Path(name): Path<String>) -> Answer {
    let (slug, ending) = match name.rsplit_once('.') {
        Some((slug, ending)) => (slug, Some(ending)),
        None => (name.as_str(), None),
    };
    let visit = site.visit(as_of, format!("/indikatorer/{slug}"));
    match (
        site.app.published(as_of.day, |p| Indicator::of(p, slug)),
        ending,
    ) {
        (Found::Here(view), None) => pages::indicator(&visit, &view),
        (Found::NotYet(view), None) => pages::indicator_not_yet(&visit, &view),
        (Found::Here(view), Some("csv")) => {
            let csv = riktning_charts::csv(&view.series, visit.speech().words, view.frame.invented);
            Ok(pages::kept("text/csv; charset=utf-8", csv))
        }
        (Found::Here(view), Some("json")) => {
            let json = riktning_charts::json(&view.series, view.frame.invented);
            Ok(pages::kept("application/json", json.to_string()))
        }
        (Found::Moved(slug), ending) => {
            let to = match ending {
                Some(ending) => site.paths(as_of).figures(&slug, ending),
                None => site.paths(as_of).indicator(&slug),
            };
            Ok(elsewhere(StatusCode::MOVED_PERMANENTLY, to))
        }
        _ => Err(Failure::NotFound),
    }
}

async fn committees(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site
        .app
        .published(as_of.day, |p| Bodies::of(p, BodyList::Committees));
    pages::bodies(&site.visit(as_of, "/namnder/"), view)
}

async fn companies(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site
        .app
        .published(as_of.day, |p| Bodies::of(p, BodyList::Companies));
    pages::bodies(&site.visit(as_of, "/bolag/"), view)
}

/// A body answers in the folder of its kind; from another it leads there.
async fn body(
    State(site): State<Site>,
    as_of: AsOf,
    uri: axum::http::Uri,
    Path(slug): Path<String>,
) -> Answer {
    let paths = site.paths(as_of);
    let (kind, to) = match site.app.published(as_of.day, |p| Body::of(p, &slug)) {
        Found::Nowhere => return Err(Failure::NotFound),
        Found::Moved(slug) => {
            return Ok(elsewhere(
                StatusCode::MOVED_PERMANENTLY,
                paths.body_of_any_kind(&slug),
            ));
        }
        Found::Here(view) => (view.kind, Found::Here(view)),
        Found::NotYet(view) => (view.kind, Found::NotYet(view)),
    };
    let path = format!("{}{slug}", paths::folder(kind));
    if !uri.path().ends_with(&path) {
        return Ok(elsewhere(StatusCode::MOVED_PERMANENTLY, paths.to(&path)));
    }
    let visit = site.visit(as_of, path);
    match to {
        Found::Here(view) => pages::body(&visit, &view),
        Found::NotYet(view) => pages::body_not_yet(&visit, &view),
        Found::Moved(_) | Found::Nowhere => Err(Failure::NotFound),
    }
}

async fn documents(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site.app.published(as_of.day, Documents::of);
    pages::documents(&site.visit(as_of, "/styrdokument/"), view)
}

/// A governing document or a law: one room of addresses.
async fn document(State(site): State<Site>, as_of: AsOf, Path(slug): Path<String>) -> Answer {
    let visit = site.visit(as_of, format!("/styrdokument/{slug}"));
    match site.app.published(as_of.day, |p| Held::of(p, &slug)) {
        Found::Here(Held::Document(view)) => pages::document(&visit, &view),
        Found::Here(Held::Rule(view)) => pages::rule(&visit, &view),
        Found::NotYet(view) => pages::document_not_yet(&visit, &view),
        Found::Moved(slug) => Ok(elsewhere(
            StatusCode::MOVED_PERMANENTLY,
            site.paths(as_of).document(&slug),
        )),
        Found::Nowhere => Err(Failure::NotFound),
    }
}

async fn written_list(State(site): State<Site>, as_of: AsOf) -> Answer {
    let view = site.app.published(as_of.day, WrittenList::of);
    pages::written_list(&site.visit(as_of, "/sidor/"), &view)
}

async fn written(State(site): State<Site>, as_of: AsOf, Path(slug): Path<String>) -> Answer {
    let visit = site.visit(as_of, format!("/sidor/{slug}"));
    match site.app.published(as_of.day, |p| Written::of(p, &slug)) {
        Found::Here(view) => pages::written(&visit, &view),
        Found::NotYet(view) => pages::written_not_yet(&visit, &view),
        Found::Moved(_) | Found::Nowhere => Err(Failure::NotFound),
    }
}

async fn core_values(State(site): State<Site>, as_of: AsOf) -> Answer {
    topics(&site, as_of, Dimension::CoreValue, "/varden")
}

async fn processes(State(site): State<Site>, as_of: AsOf) -> Answer {
    topics(&site, as_of, Dimension::Process, "/processer/")
}

async fn target_groups(State(site): State<Site>, as_of: AsOf) -> Answer {
    topics(&site, as_of, Dimension::TargetGroup, "/malgrupper/")
}

async fn process(State(site): State<Site>, as_of: AsOf, Path(slug): Path<String>) -> Answer {
    topic(&site, as_of, Dimension::Process, &slug)
}

async fn target_group(State(site): State<Site>, as_of: AsOf, Path(slug): Path<String>) -> Answer {
    topic(&site, as_of, Dimension::TargetGroup, &slug)
}

fn topics(site: &Site, as_of: AsOf, dimension: Dimension, path: &str) -> Answer {
    let view = site.app.published(as_of.day, |p| Topics::of(p, dimension));
    pages::topics(&site.visit(as_of, path), &view)
}

fn topic(site: &Site, as_of: AsOf, dimension: Dimension, slug: &str) -> Answer {
    let paths = site.paths(as_of);
    let at = |paths: Paths, slug: &str| paths.topic(&dimension, slug).ok_or(Failure::NotFound);
    let visit = site.visit(as_of, at(Paths::new(Language::Sv, None), slug)?);
    match site
        .app
        .published(as_of.day, |p| Topic::of(p, dimension, slug))
    {
        Found::Here(view) => pages::topic(&visit, &view),
        Found::NotYet(view) => pages::topic_not_yet(&visit, &view),
        Found::Moved(slug) => Ok(elsewhere(StatusCode::MOVED_PERMANENTLY, at(paths, &slug)?)),
        Found::Nowhere => Err(Failure::NotFound),
    }
}

/// An answer that leads elsewhere. It depends on the facts and only pages are kept, so nobody
/// keeps it: a browser that did would still be led there when the address has its own page.
fn elsewhere(status: StatusCode, to: String) -> Response {
    (status, [(LOCATION, to)]).into_response()
}
