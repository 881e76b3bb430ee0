//! What whoever is signed in is told where nothing is, or nothing that they may read.

use super::WorkSite;
use super::answers::Answer;
use super::kept::{self, Kept, Sent};
use super::session::Signed;
use super::shell::speech;
use crate::failure::Failure;
use crate::form::TEXTS;
use axum::body::{Body, to_bytes};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use riktning_domain::Inside;

/// An address of the work area at which there is nothing: whoever is signed in stays in it. What they
/// sent is read, so that it can be shown to them.
pub(crate) async fn nowhere(body: Body) -> Failure {
    let _ = to_bytes(body, TEXTS).await;
    Failure::NotFound
}

/// The same answer in the work area's own dress, where it says that nothing is there: with all that was
/// sent to it.
pub(crate) fn dressed(site: &WorkSite, me: &Signed, sent: &Sent, answer: Response) -> Response {
    let Some(Failure::NotFound) = answer.extensions().get::<Failure>() else {
        return answer;
    };
    page(site, me, sent.texts()).unwrap_or_else(IntoResponse::into_response)
}

fn page(site: &WorkSite, me: &Signed, texts: Vec<String>) -> Answer {
    let (s, person) = (speech(site), me.colleague.person);
    let has_no_role = site
        .app
        .inside(person, |i: Inside<'_>, _| i.roles().is_empty());
    let why = match (texts.is_empty(), has_no_role) {
        (false, _) => "missing-sent",
        (true, true) => "missing-no-role",
        (true, false) => "missing-help",
    };
    let kept = Kept {
        title: s.t("missing"),
        why: s.t(why),
        texts,
        plan: None,
        form: None,
    };
    kept::page(site, me, StatusCode::NOT_FOUND, kept)
}
