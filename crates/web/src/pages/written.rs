//! The pages that the municipality writes itself.

use super::markdown;
use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use crate::paths::Paths;
use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use riktning_app::views::written::{Says, Written, WrittenList, WrittenNotYet};
use riktning_domain::Names;

#[derive(Template)]
#[template(path = "written.html")]
struct WrittenPage<'a> {
    shell: Shell,
    v: &'a Written,
}

#[derive(Template)]
#[template(path = "written-not-yet.html")]
struct NotYetPage<'a> {
    shell: Shell,
    v: &'a WrittenNotYet,
}

#[derive(Template)]
#[template(path = "written-list.html")]
struct WrittenListPage<'a> {
    shell: Shell,
    v: &'a WrittenList,
}

/// A page that somebody has written, also one that has been taken down.
pub(crate) fn written(visit: &Visit, v: &Written) -> Result<Response, Failure> {
    let title = visit.speech().name(&v.title).plain().to_owned();
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Elsewhere);
    super::page(&WrittenPage { shell, v })
}

/// A page that had not been written by the day.
pub(crate) fn written_not_yet(visit: &Visit, v: &WrittenNotYet) -> Result<Response, Failure> {
    let title = visit.speech().t("written-pages");
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Elsewhere);
    super::page(&NotYetPage { shell, v })
}

/// The list of them.
pub(crate) fn written_list(visit: &Visit, v: &WrittenList) -> Result<Response, Failure> {
    let title = visit.speech().t("written-pages");
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Elsewhere);
    super::page(&WrittenListPage { shell, v })
}

impl WrittenPage<'_> {
    /// What it says, as markup, with the language where that is another than the page's.
    fn markup(&self, text: &Names) -> (String, Option<&'static str>) {
        let words = self.shell.s.words;
        let (text, language) = words.name(text);
        let other = (language != words.language()).then(|| language.tag());
        (markdown::rendered(text.as_str().unwrap_or_default()), other)
    }

    /// The page as it was on its last day.
    fn then(&self, day: &Date) -> String {
        let language = self.shell.s.words.language();
        Paths::new(language, Some(*day)).written(&self.v.slug)
    }
}
