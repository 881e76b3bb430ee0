//! The page of what no longer stands, since a court has quashed the decision on it.

use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::quashed::Quashed;

#[derive(Template)]
#[template(path = "quashed.html")]
struct QuashedPage<'a> {
    shell: Shell,
    v: &'a Quashed,
}

pub(crate) fn quashed(visit: &Visit, v: &Quashed) -> Result<Response, Failure> {
    let title = visit.speech().typed(&v.title).plain().to_owned();
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Goals);
    super::page(&QuashedPage { shell, v })
}
