//! The link of a letter: a page with one button, which exchanges it for a narrow sign-in. To open the page
//! changes nothing.

use super::WorkSite;
use super::answers::{Answer, unwritten};
use super::paths::WorkPaths;
use super::session::{see, with_link};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::pages::passing;
use crate::security::SecretAddress;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
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
    let round = site.app.led_to(&token).await.map_err(unwritten)?;
    page(&site, &token, round)
}

pub(crate) async fn exchange(State(site): State<WorkSite>, Path(token): Path<String>) -> Answer {
    let exchanged = site.app.exchange_link(&token).await.map_err(unwritten)?;
    let Some((held, round)) = exchanged else {
        return page(&site, &token, None);
    };
    let to = WorkPaths(site.language).report(&round);
    Ok(with_link(see(&to), &held, site.https))
}

fn page(site: &WorkSite, token: &str, round: Option<Names>) -> Answer {
    let s = speech(site);
    let (status, title) = match &round {
        Some(names) => (StatusCode::OK, s.name(names).plain().to_owned()),
        None => (StatusCode::GONE, s.t("link-over")),
    };
    // What is no link of ours is written into no page.
    let plain = token.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let token = Some(token).filter(|_| plain).ok_or(Failure::NotFound)?;
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
