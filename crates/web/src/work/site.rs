//! The public site's own work: the editor's page, and what residents answered.

use super::WorkSite;
use super::answers::{Answer, unwritten};
use super::session::Signed;
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::pages::passing;
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use riktning_app::views::listed::Standing;
use riktning_app::work::{Inbox, SiteDesk, Unsaved};

#[derive(Template)]
#[template(path = "work/site.html")]
struct SitePage {
    shell: Shell,
    view: SiteDesk,
    /// Whether the page of mail has a notice to publish or to take down.
    mail: bool,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "work/answers.html")]
struct AnswersPage {
    shell: Shell,
    view: Inbox,
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
    let done = match query.as_deref() {
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
    };
    passing(StatusCode::OK, &page)
}

/// What residents answered when a page asked whether it helped.
pub(crate) async fn answers(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
) -> Answer {
    let view = match site.app.answers(me.colleague.person).await {
        Ok(view) => view,
        Err(Unsaved::Unperformed(error)) => return Err(unwritten(error)),
        Err(_) => return Err(Failure::NotFound),
    };
    let title = speech(&site).t("work-answers");
    let path = "/arbete/webbplats/svar";
    let shell = Shell::new(&site, Some(&me), view.frame.clone(), title, path);
    passing(StatusCode::OK, &AnswersPage { shell, view })
}

/// The key of how a notice stands.
pub(crate) fn standing_key(standing: &Standing) -> &'static str {
    match standing {
        Standing::Stands => "work-notice-stands",
        Standing::Coming => "work-notice-coming",
        Standing::Over | Standing::Undated => "work-notice-over",
    }
}

impl AnswersPage {
    /// How many answered of a page, and how many it helped.
    fn counted(&self, page: &riktning_app::work::PageAnswers) -> String {
        let counts = [("helped", page.helped), ("all", page.helped + page.not)];
        self.shell
            .s
            .words
            .with_counts("work-answers-of", &counts, &[])
    }
}
