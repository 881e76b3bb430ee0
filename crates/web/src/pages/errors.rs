//! Placeholder of the page author's error pages.
use crate::dates_in_query::BadDay;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use riktning_app::App;

/// Placeholder.
pub fn not_found(_: &App, path: &str) -> Response {
    (StatusCode::NOT_FOUND, Html(format!("404 {}", path.len()))).into_response()
}
/// Placeholder.
pub fn bad_request(_: &App, _path: &str) -> Response {
    (StatusCode::BAD_REQUEST, Html("400")).into_response()
}
/// Placeholder.
pub fn bad_day(_: &App, _path: &str, bad: &BadDay) -> Response {
    (StatusCode::BAD_REQUEST, Html(format!("{:?}", bad.fault))).into_response()
}
/// Placeholder.
pub fn failure(_: &App, _path: &str, status: StatusCode, reference: Option<&str>) -> Response {
    (status, Html(format!("{status} {reference:?}"))).into_response()
}
