//! The link of a letter: a page with one button, which exchanges it for a narrow sign-in. To open the page
//! changes nothing.

use super::WorkSite;
use super::answers::{Answer, unwritten};
use super::paths::WorkPaths;
use super::session::{see, token_in, with_cookie, with_link};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::pages::passing;
use crate::security::SecretAddress;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use riktning_app::work::WorkFrame;
use riktning_domain::Names;

#[derive(Template)]
#[template(path = "work/link.html")]
struct LinkPage {
    shell: Shell,
    /// The round to which it leads; none if it leads nowhere any more.
    round: Option<Names>,
    action: String,
}

pub(crate) async fn show(State(site): State<WorkSite>, Path(token): Path<String>) -> Answer {
    let led = site.app.led_to(&token).await.map_err(unwritten)?;
    page(&site, &token, led.map(|led| led.names))
}

/// Exchanges a link. Whoever is signed in as the same person needs none, and somebody else is signed out: what is
/// reported from here on is in the name of whoever has the letter.
pub(crate) async fn exchange(
    State(site): State<WorkSite>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Answer {
    let led = site.app.led_to(&token).await.map_err(unwritten)?;
    let Some(led) = led else {
        return page(&site, &token, None);
    };
    let to = see(&WorkPaths(site.language).report(&led.round));
    let session = token_in(&headers, site.https);
    let signed = match &session {
        Some(session) => site.app.signed_in(session).await,
        None => None,
    };
    if signed.is_some_and(|colleague| colleague.person == led.person) {
        return Ok(to);
    }
    let exchanged = site.app.exchange_link(&token).await.map_err(unwritten)?;
    let Some(held) = exchanged else {
        return page(&site, &token, None);
    };
    let mut to = with_link(to, &held, site.https);
    if let Some(session) = session {
        site.app.sign_out(&session).await.map_err(unwritten)?;
        to = with_cookie(to, "", site.https);
    }
    Ok(to)
}

fn page(site: &WorkSite, token: &str, round: Option<Names>) -> Answer {
    let s = speech(site);
    let (status, title) = match &round {
        Some(names) => (StatusCode::OK, s.name(names).plain().to_owned()),
        None => (StatusCode::GONE, s.t("link-over")),
    };
    // What could be no link of ours is written into no page.
    let token = Some(token).filter(|token| riktning_app::links::is_one(token));
    let token = token.ok_or(Failure::NotFound)?;
    let today = site.app.today();
    let frame = site.app.published(today, WorkFrame::for_everybody);
    let page = LinkPage {
        action: WorkPaths(site.language).link(token),
        shell: Shell::new(site, None, frame, title, format!("/lank/{token}")),
        round,
    };
    let mut response = passing(status, &page)?;
    response.extensions_mut().insert(SecretAddress);
    Ok(response)
}
