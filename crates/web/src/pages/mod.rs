//! The pages: a view, words and a template become HTML.
//!
//! One module a page family. Templates hold markup and no words; what is said comes from
//! `locales/`, what is shown from a view.

pub(crate) mod about;
pub(crate) mod annual_plan;
mod balance;
pub(crate) mod bodies;
pub(crate) mod changes;
pub(crate) mod commitment;
mod compare;
mod contact;
mod direction;
pub(crate) mod documents;
pub mod errors;
mod feed;
mod feedback;
pub(crate) mod financial_management;
pub(crate) mod goal;
mod group;
mod hours;
pub(crate) mod indicators;
pub(crate) mod markdown;
pub(crate) mod marked;
pub(crate) mod money;
mod notices;
mod quashed;
mod reports;
pub(crate) mod search;
mod series;
mod services;
pub(crate) mod shell;
mod site_map;
pub(crate) mod speech;
pub(crate) mod start;
mod system;
mod system_picture;
mod tally;
pub(crate) mod topics;
mod vision;
mod written;
mod years;

pub(crate) use about::about;
pub(crate) use annual_plan::annual_plan;
pub(crate) use balance::balance;
pub(crate) use bodies::{bodies, body, body_not_yet};
pub(crate) use changes::{Fault, changes, log};
pub(crate) use commitment::{commitment, commitment_not_yet};
pub(crate) use compare::{comparison, comparison_csv, comparison_json};
pub(crate) use contact::contact;
pub(crate) use direction::{direction, direction_not_yet};
pub(crate) use documents::{document, document_not_yet, documents, rule};
pub use errors::bad_day;
pub(crate) use feed::feed;
pub(crate) use feedback::{CommentBox, Thanks, thanks};
pub(crate) use financial_management::{financial_management, financial_management_year};
pub(crate) use goal::{goal, goal_not_yet};
pub(crate) use group::group;
pub(crate) use indicators::{indicator, indicator_not_yet, indicators};
pub(crate) use notices::notices;
pub(crate) use quashed::quashed;
pub(crate) use reports::{report, report_not_yet, reports};
pub(crate) use search::{kind_of, search, typ};
pub(crate) use services::services;
pub(crate) use shell::Visit;
pub(crate) use site_map::site_map;
pub(crate) use start::start;
pub(crate) use system::system;
pub(crate) use topics::{topic, topic_not_yet, topics};
pub(crate) use vision::vision;
pub(crate) use written::{written, written_list, written_not_yet};

use crate::cache::Keep;
use crate::failure::Failure;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse, Response};

/// Which page of a long list this is.
pub(crate) fn page_of_pages(s: &speech::Speech, page: &usize, pages: &usize) -> String {
    let counts = [("page", *page), ("pages", *pages)];
    s.words.with_counts("page-of-pages", &counts, &[])
}

/// A page or a file that may be kept until the facts change.
pub(crate) fn kept(content_type: &'static str, body: String) -> Response {
    let mut response = ([(CONTENT_TYPE, content_type)], body).into_response();
    response.extensions_mut().insert(Keep::ALWAYS);
    response
}

/// A page for one reader, which nobody keeps.
pub(crate) fn passing(
    status: StatusCode,
    template: &impl askama::Template,
) -> Result<Response, Failure> {
    let html = template.render().map_err(Failure::internal)?;
    Ok((status, Html(html)).into_response())
}

/// A template as a page that may be kept.
pub(crate) fn page(template: &impl askama::Template) -> Result<Response, Failure> {
    let html = template.render().map_err(Failure::internal)?;
    Ok(kept("text/html; charset=utf-8", html))
}
