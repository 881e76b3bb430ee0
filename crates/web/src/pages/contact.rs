//! The contact page.

use super::shell::{Place, Shell, Visit};
use crate::cache::Keep;
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use riktning_app::views::contact::ContactPage;

#[derive(Template)]
#[template(path = "contact.html")]
struct Contact<'a> {
    shell: Shell,
    v: &'a ContactPage,
}

/// The contact centre with its offices. `turns` is when a door next opens or closes.
pub(crate) fn contact(
    visit: &Visit,
    v: &ContactPage,
    turns: Option<Timestamp>,
) -> Result<Response, Failure> {
    let title = visit.speech().t("contact");
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Elsewhere);
    let mut response = super::page(&Contact { shell, v })?;
    response.extensions_mut().insert(Keep { until: turns });
    Ok(response)
}
