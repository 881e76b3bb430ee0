//! The pages that the municipality writes itself.

use super::markdown;
use super::shell::{Place, Shell, Visit};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::written::{Written, WrittenList};

#[derive(Template)]
#[template(path = "written.html")]
struct WrittenPage<'a> {
    shell: Shell,
    v: &'a Written,
    /// What it says, as markup.
    text: String,
    /// The language in which it says that, where it is another than the page's.
    other: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "written-list.html")]
struct WrittenListPage<'a> {
    shell: Shell,
    v: &'a WrittenList,
}

/// A page that somebody has written.
pub(crate) fn written(visit: &Visit, v: &Written) -> Result<Response, Failure> {
    let s = visit.speech();
    let title = s.name(&v.title).plain().to_owned();
    let (text, language) = s.words.name(&v.text);
    let other = (language != s.words.language()).then(|| language.tag());
    let page = WrittenPage {
        text: markdown::rendered(text.as_str().unwrap_or_default()),
        other,
        shell: Shell::new(visit, v.frame.clone(), title, Place::Elsewhere),
        v,
    };
    super::page(&page)
}

/// The list of them.
pub(crate) fn written_list(visit: &Visit, v: &WrittenList) -> Result<Response, Failure> {
    let title = visit.speech().t("written-pages");
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Elsewhere);
    super::page(&WrittenListPage { shell, v })
}
