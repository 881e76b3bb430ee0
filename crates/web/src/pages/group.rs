//! The group with its bodies and companies.

use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::group::{Group, Step};

#[derive(Template)]
#[template(path = "group.html")]
struct GroupPage<'a> {
    shell: Shell,
    v: &'a Group,
}

/// The group.
pub(crate) fn group(visit: &Visit, v: &Group) -> Result<Response, Failure> {
    let title = visit.speech().t("group");
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Bodies);
    super::page(&GroupPage { shell, v })
}
