//! What whoever is signed in is told where nothing is, or nothing that they may read.

use super::WorkSite;
use super::answers::Answer;
use super::session::Signed;
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::pages::passing;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use riktning_app::work::WorkFrame;

#[derive(Template)]
#[template(path = "work/missing.html")]
struct MissingPage {
    shell: Shell,
    /// Whether they have no role: then nothing is theirs to read yet.
    has_no_role: bool,
}

/// An address of the work area at which there is nothing: whoever is signed in stays in it.
pub(crate) async fn nowhere() -> Failure {
    Failure::NotFound
}

/// The same answer in the work area's own dress, where it says that nothing is there.
pub(crate) fn dressed(site: &WorkSite, me: &Signed, answer: Response) -> Response {
    match answer.extensions().get::<Failure>() {
        Some(Failure::NotFound) => page(site, me).unwrap_or_else(IntoResponse::into_response),
        _ => answer,
    }
}

fn page(site: &WorkSite, me: &Signed) -> Answer {
    let person = me.colleague.person;
    let seen = |i: riktning_domain::Inside<'_>, _| (WorkFrame::of(i), i.roles().is_empty());
    let (frame, has_no_role) = site.app.inside(person, seen);
    let title = speech(site).t("missing");
    let page = MissingPage {
        shell: Shell::new(site, Some(me), frame, title, "/arbete/"),
        has_no_role,
    };
    passing(StatusCode::NOT_FOUND, &page)
}
