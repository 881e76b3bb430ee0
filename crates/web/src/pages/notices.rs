//! The page of all service notices.

use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::notices::Notices;

#[derive(Template)]
#[template(path = "notices.html")]
struct NoticesPage<'a> {
    shell: Shell,
    v: &'a Notices,
}

/// All service notices.
pub(crate) fn notices(visit: &Visit, v: &Notices) -> Result<Response, Failure> {
    let title = visit.speech().t("notices");
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Elsewhere);
    super::page(&NoticesPage { shell, v })
}
