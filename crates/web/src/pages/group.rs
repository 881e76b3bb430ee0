//! The group with its bodies and companies.

use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::group::{Group, Node, Step};

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

impl GroupPage<'_> {
    /// The years in which sources name every one of several bodies, if those are the same: said once.
    fn common<'n>(&self, nodes: &'n [Node]) -> Option<&'n [i16]> {
        let first = nodes.first().map(|node| node.link.seen.as_slice())?;
        let alike = nodes.len() > 1 && nodes.iter().all(|node| node.link.seen == first);
        Some(first).filter(|seen| alike && !seen.is_empty())
    }
}
