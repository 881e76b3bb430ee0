//! Pages that tell why there is no page, and what to do.

use super::shell::{Place, Shell, Visit};
use crate::dates_in_query::{BadDay, DayFault};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use riktning_app::App;
use riktning_app::views::Frame;
use riktning_words::Language;

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    shell: Shell,
    heading: String,
    text: String,
    reference: Option<String>,
}

/// Nothing is at the address.
pub fn not_found(app: &App, path: &str) -> Response {
    say(app, path, StatusCode::NOT_FOUND, "error-not-found", None)
}

/// The address makes no sense.
pub fn bad_request(app: &App, path: &str) -> Response {
    say(
        app,
        path,
        StatusCode::BAD_REQUEST,
        "error-bad-request",
        None,
    )
}

/// A form was sent that is no answer to what the page asks.
pub fn no_answer(app: &App, path: &str) -> Response {
    say(app, path, StatusCode::BAD_REQUEST, "error-no-answer", None)
}

/// A form of the work area asks for nothing that its page offers.
pub fn no_deed(app: &App, path: &str) -> Response {
    say(app, path, StatusCode::BAD_REQUEST, "error-no-deed", None)
}

/// More was sent than is taken in.
pub fn too_large(app: &App, path: &str) -> Response {
    let status = StatusCode::PAYLOAD_TOO_LARGE;
    say(app, path, status, "error-too-large", None)
}

/// A form was sent by somebody else's page.
pub fn other_site(app: &App, path: &str) -> Response {
    say(app, path, StatusCode::FORBIDDEN, "error-other-site", None)
}

/// More answers than residents give.
pub fn too_many(app: &App, path: &str) -> Response {
    let status = StatusCode::TOO_MANY_REQUESTS;
    say(app, path, status, "error-too-many", None)
}

/// The day asked for cannot be shown.
pub fn bad_day(app: &App, path: &str, bad: &BadDay) -> Response {
    let visit = visit(app, path);
    let s = visit.speech();
    let key = match bad.fault {
        DayFault::Malformed => "error-day-malformed",
        DayFault::Future => "error-day-future",
        DayFault::TooEarly => "error-day-too-early",
        DayFault::Twice => "error-day-twice",
    };
    let args = [
        ("given", bad.given.as_str()),
        ("today", &s.day(&visit.today)),
    ];
    let text = s.words.with(key, &args);
    page(
        app,
        &visit,
        StatusCode::BAD_REQUEST,
        s.t("error-day"),
        text,
        None,
    )
}

/// Something else went wrong; a reference if it was our fault.
pub fn failure(app: &App, path: &str, status: StatusCode, reference: Option<&str>) -> Response {
    let key = match status {
        StatusCode::URI_TOO_LONG => "error-too-long",
        _ if status.is_server_error() => "error-internal",
        _ => "error-refused",
    };
    say(app, path, status, key, reference)
}

fn say(app: &App, path: &str, status: StatusCode, key: &str, reference: Option<&str>) -> Response {
    // words-keys: error-*
    let visit = visit(app, path);
    let s = visit.speech();
    let text = s.t(&format!("{key}-text"));
    page(
        app,
        &visit,
        status,
        s.t(key),
        text,
        reference.map(str::to_owned),
    )
}

/// The language is that of the address, whatever else is wrong with it.
fn visit(app: &App, path: &str) -> Visit {
    let segment = path.split('/').nth(1).unwrap_or_default();
    let language = Language::of_segment(segment).unwrap_or(Language::Sv);
    let today = app.today();
    Visit {
        language,
        day: today,
        today,
        path: "/".into(),
        root: "".into(),
        translations: Default::default(),
    }
}

fn page(
    app: &App,
    visit: &Visit,
    status: StatusCode,
    heading: String,
    text: String,
    reference: Option<String>,
) -> Response {
    let frame = app.published(visit.day, Frame::of);
    let shell = Shell::new(visit, frame, heading.clone(), Place::Elsewhere).without_question();
    let template = ErrorPage {
        shell,
        heading,
        text,
        reference,
    };
    match template.render() {
        Ok(html) => (status, Html(html)).into_response(),
        // The words without the page are still an answer.
        Err(_) => (status, template.text).into_response(),
    }
}
