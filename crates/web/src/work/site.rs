//! The public site's own work: the editor's page.

use super::WorkSite;
use super::answers::{Answer, unwritten};
use super::paths::WorkPaths;
use super::session::Signed;
use super::shell::{Shell, speech};
use crate::cache::address::field;
use crate::failure::Failure;
use crate::pages::passing;
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use riktning_app::views::listed::Standing;
use riktning_app::work::SiteDesk;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "work/site.html")]
struct SitePage {
    shell: Shell,
    view: SiteDesk,
    /// Whether the page of mail has a notice to publish or to take down.
    mail: bool,
    /// What has just been done, in a sentence.
    done: Option<String>,
    /// What there is to look at in what was just published, and where.
    look: Option<(String, String)>,
}

/// The notices, and the way to what residents answered.
pub(crate) async fn desk(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = site.app.inside(me.colleague.person, |i, _| SiteDesk::of(i));
    let view = view.ok_or(Failure::NotFound)?;
    let s = speech(&site);
    let mail = site.app.post_page(me.colleague.person).await;
    let mail = mail.map_err(unwritten)?;
    let query = query.unwrap_or_default();
    let done = match query.split('&').next() {
        Some("gjort=publicerad") if !view.notices.is_empty() => Some("work-notice-done"),
        Some("gjort=nedtagen") if !view.over.is_empty() => Some("work-notice-ended"),
        _ => None,
    };
    let (title, path) = (s.t("work-site"), "/arbete/webbplats");
    let page = SitePage {
        shell: Shell::new(&site, Some(&me), view.frame.clone(), title, path),
        view,
        mail: mail.is_some_and(|page| page.has_proposal()),
        done: done.map(|key| s.t(key)),
        look: look(&site, &query),
    };
    passing(StatusCode::OK, &page)
}

/// What there is to look at in a notice that was just published, and its form.
fn look(site: &WorkSite, query: &str) -> Option<(String, String)> {
    let id = Uuid::parse_str(&field(query, "titta")?).ok()?;
    let count = field(query, "saker")?.parse().ok()?;
    let said = speech(site).n("points-count", &count);
    Some((said, WorkPaths(site.language).notice(&id.to_string())))
}

/// The key of how a notice stands.
pub(crate) fn standing_key(standing: &Standing) -> &'static str {
    match standing {
        Standing::Stands => "work-notice-stands",
        Standing::Coming => "work-notice-coming",
        Standing::Over | Standing::Undated => "work-notice-over",
    }
}
