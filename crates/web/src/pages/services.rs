//! Service declarations.

use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::services::Services;

#[derive(Template)]
#[template(path = "services.html")]
struct ServicesPage<'a> {
    shell: Shell,
    v: &'a Services,
}

/// The service declarations.
pub(crate) fn services(visit: &Visit, v: &Services) -> Result<Response, Failure> {
    let title = visit.speech().t("services");
    let shell = Shell::new(visit, v.frame.clone(), title, Place::System);
    super::page(&ServicesPage { shell, v })
}
