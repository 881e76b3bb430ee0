//! What stands around every page: head, menu, languages, the bar of the day, footer.

use super::speech::Speech;
use crate::assets;
use crate::cache::address;
use crate::paths::Paths;
use jiff::civil::Date;
use riktning_app::views::Frame;
use riktning_app::views::frame::Changed;
use riktning_app::views::site::Responsible;
use riktning_domain::site::notices::Severity;
use riktning_domain::site::translations::Translations;
use riktning_words::{Language, Words};
use std::sync::Arc;

/// A visit to a page: in which language, on which day, by which Swedish path.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    pub(crate) language: Language,
    pub(crate) day: Date,
    pub(crate) today: Date,
    /// The path in Swedish, without language and day: `/vision`, `/sok?q=betyg`.
    pub(crate) path: String,
    /// The address that residents know the site by, without a last slash; empty if nobody said.
    pub(crate) root: Arc<str>,
    /// What somebody has translated of what is written in Swedish.
    pub(crate) translations: Translations,
}

/// Which entry of the menu a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Goals,
    Bodies,
    Indicators,
    System,
    Elsewhere,
}

/// What stands around a page.
#[derive(Debug)]
pub(crate) struct Shell {
    pub(crate) s: Speech,
    pub(crate) l: Paths,
    pub(crate) frame: Frame,
    /// The page's own part of the title, plain.
    pub(crate) title: String,
    pub(crate) place: Place,
    /// Whether the page asks if it helped.
    pub(crate) asks: bool,
    /// Whether search engines are asked to leave the page out.
    pub(crate) unlisted: bool,
    /// What stands before an address that leaves the site.
    pub(crate) root: Arc<str>,
    path: String,
}

/// A link to the page in another language.
pub(crate) struct Alternate {
    pub(crate) tag: &'static str,
    pub(crate) name: &'static str,
    pub(crate) href: String,
    pub(crate) current: bool,
}

impl Shell {
    pub(crate) fn new(visit: &Visit, frame: Frame, title: String, place: Place) -> Self {
        let past = (visit.day < visit.today).then_some(visit.day);
        Shell {
            s: visit.speech(),
            l: Paths::new(visit.language, past),
            frame,
            title,
            place,
            asks: true,
            unlisted: false,
            path: visit.path.clone(),
            root: Arc::clone(&visit.root),
        }
    }

    /// A page that there is nothing to ask about.
    pub(crate) fn without_question(self) -> Self {
        Shell {
            asks: false,
            ..self
        }
    }

    /// A page that search engines leave out.
    pub(crate) fn without_listing(self) -> Self {
        Shell {
            unlisted: true,
            ..self
        }
    }

    /// The fields of the page's own address: what the form of the day must keep.
    pub(crate) fn fields(&self) -> Vec<(String, String)> {
        let fields = self.path.split_once('?').map_or("", |(_, fields)| fields);
        let named = fields.split('&').filter_map(|field| field.split_once('='));
        let values = named.filter_map(|(name, _)| Some((name, address::field(fields, name)?)));
        values
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }

    /// Whether the notice in full above the page is of a crisis now.
    pub(crate) fn is_crisis(&self) -> bool {
        let first = self.frame.notices.first();
        first.is_some_and(|n| n.severity == Severity::Crisis && n.then.is_none())
    }

    /// When what the page is about last changed, or else when anything on the site did.
    pub(crate) fn changed(&self) -> Option<String> {
        let s = &self.s;
        self.frame.changed.map(|changed| match changed {
            Changed::Page(day) => s.t1("page-changed", "day", s.dated(&day)),
            Changed::Site(day) => s.t1("footer-changed", "day", s.day(&day)),
        })
    }

    /// Who is responsible for the page.
    pub(crate) fn responsible(&self) -> Option<&Responsible> {
        let path = self.path.split('?').next().unwrap_or_default();
        Responsible::for_page(&self.frame.responsible, path)
    }

    /// What that is called: a source tells of the page on the municipality's own site, and whoever
    /// answers for that has written nothing here.
    pub(crate) fn owner_key(&self) -> &'static str {
        match self.responsible().is_some_and(|r| r.source.is_some()) {
            true => "page-owner-theirs",
            false => "page-owner",
        }
    }

    pub(crate) fn lang(&self) -> &'static str {
        self.s.words.language().tag()
    }

    /// The page in each language, on the same day.
    pub(crate) fn alternates(&self) -> Vec<Alternate> {
        let alternate = |language: Language| Alternate {
            tag: language.tag(),
            name: language.own_name(),
            href: self.l.in_language(language).to(&self.path),
            current: language == self.s.words.language(),
        };
        Language::ALL.into_iter().map(alternate).collect()
    }

    /// The page's own address, on its day.
    pub(crate) fn canonical(&self) -> String {
        self.l.to(&self.path)
    }

    /// The page's address without a day: where the form of the day leads.
    pub(crate) fn now(&self) -> String {
        self.l.today().to(&self.path)
    }

    pub(crate) fn is_past(&self) -> bool {
        self.frame.day < self.frame.today
    }

    pub(crate) fn is_at(&self, place: Place) -> bool {
        self.place == place
    }

    pub(crate) fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }

    /// The title of the window, the page's own part first.
    pub(crate) fn window_title(&self) -> String {
        let municipality = self.s.typed(&self.frame.municipality);
        let site = self.s.t("site-name");
        // What is invented says so also in a tab and among search results.
        let invented = match self.frame.invented {
            true => self.s.t("invented"),
            false => String::new(),
        };
        let mut parts = vec![
            self.title.as_str(),
            site.as_str(),
            municipality.plain(),
            invented.as_str(),
        ];
        parts.retain(|part| !part.is_empty());
        parts.join(" – ")
    }
}

impl Visit {
    pub(crate) fn speech(&self) -> Speech {
        Speech::with(Words::of(self.language), self.translations.clone())
    }
}
