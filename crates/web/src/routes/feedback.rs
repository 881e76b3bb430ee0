//! "Did this page help you?": an answer, the thanks for it, and a comment.

use super::{Answer, Site};
use crate::cache::address::{self, Asked};
use crate::caller::Caller;
use crate::dates_in_query::AsOf;
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::{self, CommentBox, Thanks};
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use riktning_app::Unperformed;
use riktning_app::feedback::Commented;
use riktning_app::views::Frame;
use std::time::Instant;
use uuid::Uuid;

/// Bytes of an answer: a word and an address.
const ANSWER: usize = 4 << 10;
/// Bytes of a comment: two thousand characters, each escaped, and what somebody pasted too much,
/// so that they get it back with a word on how long it is.
const COMMENT: usize = 128 << 10;

/// Takes an answer and leads to the thanks.
pub(super) async fn answer(
    State(site): State<Site>,
    as_of: AsOf,
    caller: Option<Extension<Caller>>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, ANSWER)?;
    let helped = match form.once("svar") {
        Some("ja") => true,
        Some("nej") => false,
        Some(_) | None => return Err(Failure::NoAnswer),
    };
    let page = page_named(form.once("sida").unwrap_or_default(), as_of)?;
    if let Some(Extension(Caller(address))) = caller
        && !site.door.admits(address, Instant::now())
    {
        return Err(Failure::TooMany);
    }
    // An answer about a page that nobody can have read is no resident's.
    let path = page.split('?').next().unwrap_or_default();
    if !super::has_page(&site.app, path).await {
        return Err(Failure::NoAnswer);
    }
    let id = site.app.answer(page, helped).await.map_err(unwritten)?;
    Ok(see(site.paths(as_of).thanks(id)))
}

/// Thanks for an answer, and offers a box for words within the hour.
pub(super) async fn thanks(
    State(site): State<Site>,
    as_of: AsOf,
    Path(id): Path<String>,
) -> Answer {
    let id = id_of(&id)?;
    let answered = site.app.answered(id).await.map_err(unwritten)?;
    let answered = answered.ok_or(Failure::NotFound)?;
    let shown = match (answered.open, answered.commented) {
        (_, true) => CommentBox::Kept,
        (true, false) => CommentBox::Open,
        (false, false) => CommentBox::Closed,
    };
    let shown = Thanks {
        id,
        page: Some(answered.page),
        shown,
    };
    show(&site, as_of, &shown, StatusCode::OK)
}

/// Takes a comment and leads back to the thanks; what is wrong is said with all of it kept.
pub(super) async fn comment(
    State(site): State<Site>,
    as_of: AsOf,
    Path(id): Path<String>,
    body: Bytes,
) -> Answer {
    let id = id_of(&id)?;
    let form = Form::read(&body, COMMENT)?;
    let typed = form.once("text").unwrap_or_default();
    let kept = site.app.comment(id, typed).await.map_err(unwritten)?;
    let typed = typed.to_owned();
    let (shown, status) = match kept {
        Commented::Kept => return Ok(see(site.paths(as_of).thanks(id))),
        Commented::Empty => (CommentBox::Empty, StatusCode::UNPROCESSABLE_ENTITY),
        Commented::TooLong(characters) => (
            CommentBox::TooLong { characters, typed },
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        Commented::TooLate => (CommentBox::TooLate { typed }, StatusCode::CONFLICT),
    };
    let answered = site.app.answered(id).await.map_err(unwritten)?;
    let page = answered.map(|answered| answered.page);
    let shown = Thanks { id, page, shown };
    show(&site, as_of, &shown, status)
}

fn show(site: &Site, as_of: AsOf, shown: &Thanks, status: StatusCode) -> Answer {
    let frame = site.app.published(as_of.today, Frame::of);
    let visit = site.visit(as_of, format!("/tack/{}", shown.id));
    pages::thanks(&visit, frame, shown, status)
}

/// The page that an answer is about, in the one form of its address.
fn page_named(named: &str, as_of: AsOf) -> Result<String, Failure> {
    let (path, query) = named.split_once('?').unwrap_or((named, ""));
    // The day and nothing else: what somebody searched for is not what they wanted to tell us.
    let day = query.split('&').find(|field| field.starts_with("per="));
    match address::read(path, day, as_of.today) {
        Asked::Page(address) if address.text.len() <= 300 => Ok(address.text),
        _ => Err(Failure::NoAnswer),
    }
}

/// Only the one way of writing an id is an address.
fn id_of(text: &str) -> Result<Uuid, Failure> {
    let id = Uuid::parse_str(text).map_err(|_| Failure::NotFound)?;
    (id.to_string() == text)
        .then_some(id)
        .ok_or(Failure::NotFound)
}

fn unwritten(error: Unperformed) -> Failure {
    Failure::unwritten(error)
}

fn see(to: String) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response()
}
