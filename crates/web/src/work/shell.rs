//! What stands around every page of the work area.

use super::WorkSite;
use super::paths::WorkPaths;
use super::session::Signed;
use crate::assets;
use crate::pages::shell::Alternate;
use crate::pages::speech::Speech;
use crate::paths::Paths;
use jiff::civil::Date;
use riktning_app::work::WorkFrame;
use riktning_domain::site::notices::Severity;
use riktning_words::{Language, Words};
use std::sync::Arc;

/// What stands around a page.
#[derive(Debug)]
pub(crate) struct Shell {
    pub(crate) s: Speech,
    /// The addresses of the work area.
    pub(crate) w: WorkPaths,
    /// The addresses of the public site.
    pub(crate) l: Paths,
    pub(crate) frame: WorkFrame,
    /// The page's own part of the title, plain.
    pub(crate) title: String,
    /// Whose page it is; nobody's while they sign in.
    pub(crate) name: Option<Arc<str>>,
    /// A day of the past that the address asks for, which no page of the work area shows.
    pub(crate) asked: Option<Date>,
    /// Whether they still need a password of their own.
    pub(crate) lacks_password: bool,
    /// Whether they came by the link of a letter, to one page.
    pub(crate) by_link: bool,
    path: String,
}

impl Shell {
    /// `path` is the page's own, in Swedish.
    pub(crate) fn new(
        site: &WorkSite,
        signed: Option<&Signed>,
        frame: WorkFrame,
        title: String,
        path: impl Into<String>,
    ) -> Self {
        Shell {
            s: speech(site),
            w: WorkPaths(site.language),
            l: Paths::new(site.language, None),
            frame,
            title,
            name: signed.map(|signed| Arc::clone(&signed.colleague.name)),
            asked: signed.and_then(|signed| signed.asked),
            lacks_password: signed.is_some_and(|signed| signed.colleague.lacks_password),
            by_link: signed.is_some_and(|signed| signed.by_link.is_some()),
            path: path.into(),
        }
    }

    /// What residents saw on a day.
    pub(crate) fn public_on(&self, day: &Date) -> String {
        Paths::new(self.s.words.language(), Some(*day)).start()
    }

    pub(crate) fn lang(&self) -> &'static str {
        self.s.words.language().tag()
    }

    /// The page in each language.
    pub(crate) fn alternates(&self) -> Vec<Alternate> {
        let alternate = |language: Language| Alternate {
            tag: language.tag(),
            name: language.own_name(),
            href: format!("{}{}", language.prefix(), self.path),
            current: language == self.s.words.language(),
        };
        Language::ALL.into_iter().map(alternate).collect()
    }

    /// Whether the gravest notice is a crisis.
    pub(crate) fn is_crisis(&self) -> bool {
        let first = self.frame.notices.first();
        first.is_some_and(|notice| notice.severity == Severity::Crisis)
    }

    pub(crate) fn is_at(&self, path: &str) -> bool {
        self.path == path
    }

    pub(crate) fn is_below(&self, path: &str) -> bool {
        self.path.starts_with(path)
    }

    pub(crate) fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }

    pub(crate) fn window_title(&self) -> String {
        let municipality = self.s.words.typed(&self.frame.municipality);
        let area = self.s.t("work-area");
        let mut parts = vec![self.title.as_str(), area.as_str(), municipality.as_str()];
        parts.retain(|part| !part.is_empty());
        parts.join(" – ")
    }
}

pub(crate) fn speech(site: &WorkSite) -> Speech {
    Speech::of(Words::of(site.language))
}
