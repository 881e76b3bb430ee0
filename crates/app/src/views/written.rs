//! The pages that the municipality writes itself.

use super::frame::{Found, Frame};
use jiff::civil::Date;
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
    /// What it says, in Markdown.
    pub text: Names,
    /// From which day it has said so.
    pub changed: Date,
}

impl Written {
    /// The page at an address on the lens's day.
    pub fn of(p: Published<'_>, slug: &str) -> Found<Written, ()> {
        let found = Slug::parse(slug).and_then(|slug| p.written_at(&slug));
        let text = found.and_then(|page| Some((page, page.text?)));
        match text {
            None => Found::Nowhere,
            Some((page, text)) => Found::Here(Written {
                frame: Frame::of(p),
                slug: page.said.slug.to_string(),
                title: page.said.title.clone(),
                text: text.clone(),
                changed: page.on,
            }),
        }
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
        let pages = p.written_pages().into_iter();
        let pages = pages.map(|page| (page.said.slug.to_string(), page.said.title.clone()));
        WrittenList {
            frame: Frame::of(p),
            pages: pages.collect(),
        }
    }
}
