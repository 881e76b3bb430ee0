//! The pages about the site itself.

use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use crate::paths::About;
use askama::Template;
use axum::response::Response;
use riktning_app::views::about::AboutPage as View;
use riktning_app::views::site::Responsible;

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage<'a> {
    shell: Shell,
    v: &'a View,
    page: About,
}

/// Where whoever is not content with the answer complains: Digg (lag 2018:1937, 16 §).
const DIGG: &str = "https://www.digg.se/tdosanmalan";

/// The key of the title of a page.
pub(crate) fn title_key(page: &About) -> &'static str {
    match page {
        About::Accessibility => "about-accessibility",
        About::Method => "about-method",
        About::OpenData => "about-open-data",
        About::Cookies => "about-cookies",
        About::Records => "about-records",
    }
}

impl AboutPage<'_> {
    /// Who has looked at this very page.
    fn responsible(&self) -> Option<&Responsible> {
        self.v.responsible(self.page.path())
    }

    /// Which version of the program answers.
    fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    fn digg(&self) -> &'static str {
        DIGG
    }
}

/// A page about the site.
pub(crate) fn about(visit: &Visit, page: About, v: &View) -> Result<Response, Failure> {
    let title = visit.speech().t(title_key(&page));
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Elsewhere);
    super::page(&AboutPage { shell, v, page })
}
