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

/// Förordningen (2009:1299) om nationella minoriteter och minoritetsspråk.
const AREAS: &str = "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/forordning-20091299-om-nationella-minoriteter_sfs-2009-1299/";

/// The key of the title of a page.
pub(crate) fn title_key(page: &About) -> &'static str {
    match page {
        About::Accessibility => "about-accessibility",
        About::Method => "about-method",
        About::OpenData => "about-open-data",
        About::Cookies => "about-cookies",
        About::Records => "about-records",
        About::Finnish => "about-finnish",
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

    /// The ordinance that says which municipalities have joined the administrative areas.
    fn areas(&self) -> &'static str {
        AREAS
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
