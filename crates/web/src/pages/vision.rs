//! The vision page.

use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::vision::Visions;

#[derive(Template)]
#[template(path = "vision.html")]
struct VisionPage<'a> {
    shell: Shell,
    v: &'a Visions,
}

/// The vision, and those before it.
pub(crate) fn vision(visit: &Visit, v: &Visions) -> Result<Response, Failure> {
    let shell = Shell::new(
        visit,
        v.frame.clone(),
        visit.speech().t("vision"),
        Place::Goals,
    );
    super::page(&VisionPage { shell, v })
}
