//! The work area: sign-in, the desk, plans and decisions.
//!
//! Nothing of it is kept or given to anybody else: its pages are made for one person. Every route
//! but that of signing in stands behind [`session::gate`], so a page that forgets to ask who is
//! there does not exist.

mod answers;
mod decision;
mod element;
mod notice;
mod paths;
mod plans;
mod session;
mod shell;
mod sign_in;
mod site;
mod typed;

pub(crate) use paths::is_work;

use crate::pages::speech::Speech;
use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use riktning_app::App;
use riktning_words::Language;

/// The work area in one language.
#[derive(Clone, Debug)]
pub(crate) struct WorkSite {
    pub(crate) app: App,
    pub(crate) language: Language,
    /// Whether residents know the site by an address that is https: then a cookie goes nowhere
    /// else.
    pub(crate) https: bool,
}

/// The routes of the work area, under the prefix of a language.
pub(crate) fn routes(app: &App, language: Language, public_url: Option<&str>) -> Router {
    let site = WorkSite {
        app: app.clone(),
        language,
        https: public_url.is_some_and(|url| url.starts_with("https://")),
    };
    let at = |path: &str| format!("{}{path}", language.prefix());
    let inside = Router::new()
        .route(&at("/arbete/"), get(plans::desk))
        .route(&at("/arbete/planer/{year}"), get(plans::plans))
        .route(&at("/arbete/planer/{year}/{body}"), get(plans::plan))
        .route(
            &at("/arbete/planer/{year}/{body}/lamna-in"),
            post(plans::hand_in),
        )
        .route(
            &at("/arbete/planer/{year}/{body}/nytt"),
            get(element::new).post(element::create),
        )
        .route(
            &at("/arbete/planer/{year}/{body}/beslut"),
            get(decision::show).post(decision::record),
        )
        .route(
            &at("/arbete/ataganden/{number}"),
            get(element::show).post(element::change),
        )
        .route(&at("/arbete/webbplats"), get(site::desk))
        .route(&at("/arbete/webbplats/svar"), get(site::answers))
        .route(
            &at("/arbete/webbplats/driftinformation/ny"),
            get(notice::new).post(notice::create),
        )
        .route(
            &at("/arbete/webbplats/driftinformation/{id}"),
            get(notice::show).post(notice::change),
        )
        .route(
            &at("/arbete/webbplats/driftinformation/{id}/ta-ner"),
            post(notice::end),
        )
        .route(
            &at("/arbete/losenord"),
            get(sign_in::password).post(sign_in::choose),
        )
        .route(&at("/logga-ut"), post(sign_in::leave))
        .route_layer(from_fn_with_state(site.clone(), session::gate));
    Router::new()
        .route(&at("/arbete"), get(plans::to_desk))
        .route(&at("/logga-in"), get(sign_in::show).post(sign_in::sign_in))
        .merge(inside)
        .with_state(site)
}

/// How many of the bodies have handed in, as the heading of the plans says it.
pub(crate) fn handed_in(s: &Speech, handed_in: &usize, all: &usize) -> String {
    let counts = [("count", *handed_in), ("all", *all)];
    if *handed_in == 0 {
        return s
            .words
            .with_counts("work-handed-in-none", &counts[1..], &[]);
    }
    s.words.with_counts("work-handed-in-of", &counts, &[])
}

/// How many rows there are in a plan.
pub(crate) fn rows(s: &Speech, count: &usize) -> String {
    match count {
        0 => s.t("work-items-none"),
        count => s.n("work-items", count),
    }
}
