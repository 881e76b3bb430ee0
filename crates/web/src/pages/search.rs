//! The page of the search.

use super::shell::{Place, Shell, Visit};
use super::speech::{Said, Speech};
use crate::failure::Failure;
use crate::paths::{About, Paths};
use askama::Template;
use askama::filters::HtmlSafe;
use axum::http::StatusCode;
use axum::response::Response;
use riktning_app::search::{BadQuery, Kind, LONGEST, Marked, Query};
use riktning_app::views::Frame;
use riktning_app::views::search::{Asked, Hit, Search};
use riktning_words::Words;
use std::fmt;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    shell: Shell,
    v: &'a Search,
}

/// A text with what was found in it marked.
struct Shown<'a> {
    text: &'a Marked,
    words: Words,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let other = self.text.language != self.words.language();
        if other {
            write!(f, "<span lang=\"{}\">", self.text.language.tag())?;
        }
        for (run, found) in &self.text.runs {
            let run = Said::own(self.words.hyphenate(run).into_owned());
            match found {
                true => write!(f, "<mark>{run}</mark>")?,
                false => write!(f, "{run}")?,
            }
        }
        f.write_str(if other { "</span>" } else { "" })
    }
}

impl HtmlSafe for Shown<'_> {}

impl SearchPage<'_> {
    fn shown<'a>(&self, text: &'a Marked) -> Shown<'a> {
        let words = self.shell.s.words;
        Shown { text, words }
    }

    /// What stands in the field.
    fn typed(&self) -> &str {
        match &self.v.asked {
            Asked::Nothing => "",
            Asked::For(query) => query.typed(),
            Asked::Wrong(typed, _) => typed,
        }
    }

    /// Where all that a query finds is.
    fn all(&self, query: &str) -> String {
        self.shell.l.found(query, None, 1)
    }

    /// Where what it finds of one kind is.
    fn of_kind(&self, query: &str, kind: &Kind) -> String {
        self.shell.l.found(query, Some(typ(*kind)), 1)
    }

    fn is_shown(&self, kind: &Kind) -> bool {
        self.v.kind == Some(*kind)
    }

    fn before(&self, query: &str) -> String {
        let kind = self.v.kind.map(typ);
        self.shell
            .l
            .found(query, kind, self.v.page.saturating_sub(1))
    }

    fn next(&self, query: &str) -> String {
        let kind = self.v.kind.map(typ);
        self.shell.l.found(query, kind, self.v.page + 1)
    }

    fn query(&self) -> Option<&Query> {
        match &self.v.asked {
            Asked::For(query) => Some(query),
            Asked::Nothing | Asked::Wrong(..) => None,
        }
    }

    /// Why what was typed cannot be searched for.
    fn wrong(&self) -> Option<String> {
        let Asked::Wrong(_, bad) = &self.v.asked else {
            return None;
        };
        let words = self.shell.s.words;
        Some(match bad {
            BadQuery::TooLong => words.with("search-too-long", &[("most", &LONGEST.to_string())]),
            BadQuery::Control => words.text("search-control"),
            BadQuery::NoWords => words.text("search-no-words"),
        })
    }

    /// How much was found.
    fn finding(&self, query: &Query) -> String {
        let words = self.shell.s.words;
        let typed = [("query", query.typed())];
        match self.v.total() + self.pages(query).len() {
            0 => words.with("search-none", &typed),
            total => words.count("search-found", total, &typed),
        }
    }

    /// The site's own pages that are called what is searched for: name and address.
    fn pages(&self, query: &Query) -> Vec<(String, String)> {
        if self.v.kind.is_some() || self.v.page > 1 {
            return Vec::new();
        }
        let s = &self.shell.s;
        let pages = own_pages(s, self.shell.l, &self.shell.frame).into_iter();
        let found = pages.filter(|(name, _)| query.finds(name, s.words.language()));
        found.collect()
    }

    /// What a hit is, in the municipality's own word where it has one.
    fn label(&self, hit: &Hit) -> Said {
        match &hit.label {
            Some(names) => self.shell.s.name(names),
            None => Said::own(self.shell.s.t(one_key(hit.kind))),
        }
    }
}

/// The kinds with the word that an address has for each and the keys of its names: of many, and
/// of one.
const KINDS: [(Kind, &str, &str, &str); 25] = [
    (Kind::Goal, "mal", "kind-goal", "one-goal"),
    (
        Kind::ProcessGoal,
        "processmal",
        "kind-process-goal",
        "one-process-goal",
    ),
    (
        Kind::Commitment,
        "ataganden",
        "kind-commitment",
        "one-commitment",
    ),
    (
        Kind::Activity,
        "aktiviteter",
        "kind-activity",
        "one-activity",
    ),
    (
        Kind::ServiceDeclaration,
        "servicedeklarationer",
        "kind-service",
        "one-service",
    ),
    (
        Kind::Indicator,
        "indikatorer",
        "kind-indicator",
        "one-indicator",
    ),
    (Kind::Body, "organ", "kind-body", "one-body"),
    (Kind::Process, "processer", "kind-process", "one-process"),
    (
        Kind::TargetGroup,
        "malgrupper",
        "kind-target-group",
        "one-target-group",
    ),
    (
        Kind::Document,
        "styrdokument",
        "kind-document",
        "one-document",
    ),
    (Kind::Decision, "beslut", "kind-decision", "one-decision"),
    (Kind::Rule, "lagar", "kind-rule", "one-rule"),
    (Kind::Vision, "visioner", "kind-vision", "one-vision"),
    (
        Kind::Direction,
        "inriktningar",
        "kind-direction",
        "one-direction",
    ),
    (Kind::Plan, "planer", "kind-plan", "one-plan"),
    (Kind::Report, "rapporter", "kind-report", "one-report"),
    (Kind::Balance, "balansen", "kind-balance", "one-balance"),
    (
        Kind::FinancialManagement,
        "god-ekonomisk-hushallning",
        "kind-good-management",
        "one-good-management",
    ),
    (Kind::Value, "varden", "kind-value", "one-value"),
    (
        Kind::Notice,
        "driftinformation",
        "kind-notice",
        "one-notice",
    ),
    (Kind::Office, "kontaktcenter", "kind-office", "one-office"),
    (Kind::Frame, "ramar", "kind-frame", "one-frame"),
    (Kind::Accounts, "utfall", "kind-accounts", "one-accounts"),
    (Kind::Note, "uppgifter", "kind-note", "one-note"),
    (Kind::Page, "sidor", "kind-page", "one-page"),
];

// words-keys: kind-*
// words-keys: one-*
fn row(kind: Kind) -> &'static (Kind, &'static str, &'static str, &'static str) {
    // Every kind has its row; a test asks for each.
    KINDS.iter().find(|row| row.0 == kind).unwrap_or(&KINDS[0])
}

/// What an address calls a kind.
pub(crate) fn typ(kind: Kind) -> &'static str {
    row(kind).1
}

/// The kind that an address names.
pub(crate) fn kind_of(typ: &str) -> Option<Kind> {
    KINDS.iter().find(|row| row.1 == typ).map(|row| row.0)
}

/// The key of the name of a kind.
pub(crate) fn kind_key(kind: &Kind) -> &'static str {
    row(*kind).2
}

/// The key of what one thing of a kind is called.
pub(crate) fn one_key(kind: Kind) -> &'static str {
    row(kind).3
}

/// What a query found, or the form to ask with.
pub(crate) fn search(visit: &Visit, v: &Search) -> Result<Response, Failure> {
    let s = visit.speech();
    let title = match &v.asked {
        Asked::For(query) => format!("{} – {}", query.typed(), s.t("search")),
        Asked::Nothing => s.t("search"),
        Asked::Wrong(..) => s.t("search-title-fault"),
    };
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Elsewhere).without_listing();
    let page = SearchPage { shell, v };
    match &v.asked {
        Asked::Nothing => super::page(&page),
        Asked::For(_) => super::passing(StatusCode::OK, &page),
        Asked::Wrong(..) => super::passing(StatusCode::BAD_REQUEST, &page),
    }
}

/// The site's own pages that are there: name and address.
pub(crate) fn own_pages(s: &Speech, l: Paths, frame: &Frame) -> Vec<(String, String)> {
    let pages = [
        (true, s.t("vision"), l.vision()),
        (true, s.t("nav-system"), l.system()),
        (true, s.t("nav-indicators"), l.indicators()),
        (true, s.t("contact"), l.contact()),
        (true, s.t("notices"), l.notices()),
        (true, s.t("changes"), l.changes()),
        (frame.has_processes, s.t("processes"), l.processes()),
        (true, s.t("target-groups"), l.target_groups()),
        (frame.has_documents, s.t("documents-title"), l.documents()),
        (frame.has_core_values, s.t("core-values"), l.core_values()),
        (frame.has_written, s.t("written-pages"), l.written_pages()),
        (
            frame.has_committees,
            s.t("bodies-committees"),
            l.committees(),
        ),
        (frame.has_companies, s.t("bodies-companies"), l.companies()),
        (true, s.t("group"), l.group()),
        (true, s.t("balance"), l.balance()),
        (true, s.t("financial-management"), l.financial_management()),
        (true, s.t("reports"), l.reports()),
        (true, s.t("services"), l.services()),
    ];
    let about = About::ALL
        .iter()
        .map(|about| (true, s.t(super::about::title_key(about)), l.about(about)));
    let pages = pages.into_iter().chain(about);
    let there = pages.filter(|(there, ..)| *there);
    there.map(|(_, name, href)| (name, href)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_word_in_an_address() {
        for kind in Kind::ALL {
            assert_eq!(kind_of(typ(kind)), Some(kind));
        }
        assert_eq!(kind_of("allt"), None);
    }
}
