//! How the municipality is governed.

use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::system::System;

#[derive(Template)]
#[template(path = "system.html")]
struct SystemPage<'a> {
    shell: Shell,
    v: &'a System,
}

/// How the municipality is governed.
pub(crate) fn system(visit: &Visit, v: &System) -> Result<Response, Failure> {
    let shell = Shell::new(
        visit,
        v.frame.clone(),
        visit.speech().t("nav-system"),
        Place::System,
    );
    super::page(&SystemPage { shell, v })
}
