//! The page of the search: what was asked for, and what was found on the day.

use super::frame::Frame;
use crate::search::{BadQuery, Index, Kind, Marked, Query, Said, Target, extract, mark, said};
use riktning_domain::{Names, Period, Published, Text};
use riktning_words::{Language, Words};
use std::collections::BTreeSet;

/// How many hits stand on a page.
pub const HITS: usize = 20;

/// What the page of the search knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    /// What every page knows.
    pub frame: Frame,
    /// What was asked for, as it was read.
    pub asked: Asked,
    /// How many things were found of each kind, all kinds.
    pub kinds: Vec<(Kind, usize)>,
    /// The kind that alone is shown.
    pub kind: Option<Kind>,
    /// Which page, from 1.
    pub page: usize,
    /// How many pages there are; 0 if nothing was found.
    pub pages: usize,
    /// What was found, the best first.
    pub hits: Vec<Hit>,
    /// Whether nothing has all the words, so that these have some.
    pub some: bool,
    /// Other queries that find something.
    pub near: Vec<String>,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// Nothing yet.
    Nothing,
    /// A query.
    For(Query),
    /// Something that cannot be searched for: what was typed, and why.
    Wrong(String, BadQuery),
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// What the municipality calls its level, where it has one.
    pub label: Option<Names>,
    /// What it is called.
    pub title: Marked,
    /// The period that it is for.
    pub period: Option<Period>,
    /// Its number, where others have the same name.
    pub number: Option<Text>,
    /// The text around what was found, if that is not in the title.
    pub extract: Option<Marked>,
    /// Where it is told of.
    pub target: Target,
}

impl Search {
    /// The page before anything is asked for, or when what was asked for is no query.
    pub fn unasked(p: Published<'_>, asked: Asked) -> Search {
        Search {
            frame: Frame::of(p),
            asked,
            kinds: Vec::new(),
            kind: None,
            page: 1,
            pages: 0,
            hits: Vec::new(),
            some: false,
            near: Vec::new(),
        }
    }

    /// What a query finds on the lens's day.
    pub fn of(
        p: Published<'_>,
        index: &Index,
        language: Language,
        query: Query,
        kind: Option<Kind>,
        page: usize,
    ) -> Search {
        let answer = index.search(&query, language, p.day());
        let count = |kind: &Kind| answer.things.iter().filter(|(_, k)| k == kind).count();
        let kinds = Kind::ALL.into_iter().map(|kind| (kind, count(&kind)));
        let kinds: Vec<_> = kinds.filter(|(_, count)| *count > 0).collect();
        let wanted = |k: &Kind| kind.is_none_or(|kind| kind == *k);
        let things = answer.things.iter().filter(|(_, k)| wanted(k));
        let total = things.clone().count();
        let shown = things.skip((page.saturating_sub(1)).saturating_mul(HITS));
        let hits = shown
            .take(HITS)
            // The lens has the last word on what is seen on the day.
            .filter_map(|(thing, _)| Some(Hit::of(&said(p, *thing)?, language, &answer.found)));
        Search {
            frame: Frame::of(p),
            asked: Asked::For(query),
            kinds,
            kind,
            page,
            pages: total.div_ceil(HITS),
            hits: hits.collect(),
            some: answer.some,
            near: answer.near,
        }
    }

    /// How many things were found of the kind that is shown, or of all.
    pub fn total(&self) -> usize {
        let shown = self
            .kinds
            .iter()
            .filter(|(k, _)| self.kind.is_none_or(|kind| kind == *k));
        shown.map(|(_, count)| count).sum()
    }
}

impl Hit {
    fn of(said: &Said, language: Language, found: &BTreeSet<String>) -> Hit {
        let words = Words::of(language);
        let (title, own) = words.name(&said.title);
        let title = mark(&words.typed(title), own, found);
        let mut more: Vec<_> = said.parts().collect();
        more.sort_by_key(|(part, _)| *part);
        // A name that is found in another language than the page's is told as an extract.
        let texts = more.iter().flat_map(|(_, names)| variants(names, language));
        let mut extracts = texts.filter_map(|(language, text)| extract(text, language, found));
        let extract = match title.is_marked() {
            true => {
                let rest = more.iter().skip(1);
                let texts = rest.flat_map(|(_, names)| variants(names, language));
                let mut first = texts.filter_map(|(l, text)| extract(text, l, found));
                first.next()
            }
            false => extracts.next(),
        };
        Hit {
            kind: said.kind,
            label: said.label.clone(),
            period: said.period,
            number: said.number.clone(),
            title,
            extract,
            target: said.target.clone(),
        }
    }
}

/// A name in the page's language, then in the others.
fn variants(names: &Names, language: Language) -> Vec<(Language, &str)> {
    let of = |language| match language {
        Language::Sv => Some(&names.sv),
        Language::En => names.en.as_ref(),
        Language::Fi => names.fi.as_ref(),
    };
    let mut order = vec![language];
    order.extend(Language::ALL.into_iter().filter(|l| *l != language));
    order
        .into_iter()
        .filter_map(|language| Some((language, of(language)?.as_str()?)))
        .collect()
}
