//! The pages that the municipality writes itself, as residents see them.

use super::Published;
use crate::ids::PageId;
use crate::site::written::WritePage;
use crate::slugs::Slug;
use crate::texts::Names;
use jiff::civil::Date;

/// A page that the municipality has written.
#[derive(Clone, Copy, Debug)]
pub struct PublicWritten<'a> {
    /// Which page.
    pub id: PageId,
    /// What was written last.
    pub said: &'a WritePage,
    /// What it says; none where it has been taken down, which only an editor is told.
    pub text: Option<&'a Names>,
    /// The day from which it has said so.
    pub on: Date,
    /// How often it has been written: what another word is written after.
    pub edition: usize,
}

impl<'a> Published<'a> {
    /// A page that had been written by the day, also one that has been taken down.
    pub fn written(&self, id: PageId) -> Option<PublicWritten<'a>> {
        let page = self.state.written_pages.get(&id)?;
        let stands = page.entry_at(self.day)?;
        Some(PublicWritten {
            id,
            said: &stands.value,
            text: stands.value.text.as_ref(),
            on: stands.on,
            edition: page.entries().len(),
        })
    }

    /// The day on which a page was first written, as is known today.
    pub fn first_written(&self, slug: &Slug) -> Option<(PageId, Date)> {
        let id = *self.state.written_slugs.get(slug)?;
        let first = self
            .state
            .written_pages
            .get(&id)?
            .up_to(self.today)
            .first()?;
        Some((id, first.on))
    }

    /// The page at an address.
    pub fn written_at(&self, slug: &Slug) -> Option<PublicWritten<'a>> {
        self.written(*self.state.written_slugs.get(slug)?)
    }

    /// The pages that stood on the day, by their title.
    pub fn written_pages(&self) -> Vec<PublicWritten<'a>> {
        let all = self.state.written_pages.keys();
        let all = all.filter_map(|id| self.written(*id));
        let mut all: Vec<_> = all.filter(|page| page.text.is_some()).collect();
        all.sort_by(|a, b| a.said.title.sv.cmp(&b.said.title.sv));
        all
    }

    /// Whether any page stood on the day: what every page's foot asks.
    pub fn has_written_pages(&self) -> bool {
        let mut all = self.state.written_pages.keys();
        all.any(|id| self.written(*id).is_some_and(|page| page.text.is_some()))
    }

    /// Every page that was ever written, those that were taken down last.
    pub fn all_written(&self) -> Vec<PublicWritten<'a>> {
        let all = self.state.written_pages.keys();
        let mut all: Vec<_> = all.filter_map(|id| self.written(*id)).collect();
        all.sort_by_key(|page| (page.text.is_none(), page.said.title.sv.clone()));
        all
    }

    /// An address for a new page, by its title, that no other page has.
    pub fn free_page_slug(&self, title: &str) -> Slug {
        Slug::first_free(title, |slug| self.state.written_slugs.contains_key(slug))
    }
}
