//! The pages that the municipality writes itself.

use super::frame::{Found, Frame};
use jiff::civil::Date;
use riktning_domain::published::{PublicWritten, Thing};
use riktning_domain::{Names, Published, Slug};

/// What a page that somebody has written knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// What every page knows.
    pub frame: Frame,
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub title: Names,
    /// What it says, in Markdown, or that it says nothing any more.
    pub says: Says,
    /// From which day it has said so.
    pub changed: Date,
}

/// What a page says.
#[derive(Clone, Debug, PartialEq)]
pub enum Says {
    /// Its text, in Markdown.
    Text(Names),
    /// It has been taken down: others have linked to it, so its address tells that. With the last day
    /// on which it stood, if it ever stood for one.
    TakenDown(Option<Date>),
}

/// A page that had not been written by the day.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenNotYet {
    /// What every page knows.
    pub frame: Frame,
    /// Its part of the address.
    pub slug: String,
    /// The day on which it was first written.
    pub from: Date,
}

impl Written {
    /// The page at an address on the lens's day.
    pub fn of(p: Published<'_>, slug: &str) -> Found<Written, WrittenNotYet> {
        let Some((slug, (id, from))) = Slug::parse(slug).and_then(|slug| {
            let first = p.first_written(&slug)?;
            Some((slug, first))
        }) else {
            return Found::Nowhere;
        };
        match p.written(id) {
            None => Found::NotYet(WrittenNotYet {
                frame: Frame::of(p),
                slug: slug.to_string(),
                from,
            }),
            Some(page) => Found::Here(Written {
                frame: Frame::about(p, [Thing::Written(id)]),
                slug: slug.to_string(),
                title: page.said.title.clone(),
                says: Says::of(p, &page),
                changed: page.on,
            }),
        }
    }
}

impl Says {
    fn of(p: Published<'_>, page: &PublicWritten<'_>) -> Says {
        if let Some(text) = page.text {
            return Says::Text(text.clone());
        }
        let before = page.on.yesterday().ok();
        let stood = |day: &Date| {
            let then = p.on(*day).written(page.id);
            then.is_some_and(|then| then.text.is_some())
        };
        Says::TakenDown(before.filter(stood))
    }
}

/// The list of them.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenList {
    /// What every page knows.
    pub frame: Frame,
    /// Each with its address and what it is called.
    pub pages: Vec<(String, Names)>,
}

impl WrittenList {
    /// The pages of the lens's day.
    pub fn of(p: Published<'_>) -> WrittenList {
        let pages = p.written_pages();
        let things = pages.iter().map(|page| Thing::Written(page.id));
        let frame = Frame::about(p, things);
        let pages = pages.iter();
        let pages = pages.map(|page| (page.said.slug.to_string(), page.said.title.clone()));
        WrittenList {
            frame,
            pages: pages.collect(),
        }
    }
}
