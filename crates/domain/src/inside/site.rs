//! The site's own matters behind its pages: what was erased of what residents answered, and what
//! happened to a page that the municipality writes itself.

use super::Inside;
use crate::ids::PageId;
use crate::permissions::Role;
use crate::site::answers::EraseAnswers;
use crate::site::written::WritePage;
use crate::slugs::Slug;
use crate::texts::Text;
use jiff::civil::Date;
use std::collections::BTreeSet;

impl<'a> Inside<'a> {
    /// Whether they look after the public site.
    pub fn edits_site(&self) -> bool {
        !self.holds(Role::Editor).is_empty()
    }

    /// What was erased, on which day and under which decision, the latest first.
    pub fn erased_answers(&self) -> Vec<(Date, &'a EraseAnswers)> {
        let mut roles = self.state.roles_of(self.person, self.today);
        let may = roles.any(|(role, _)| matches!(role, Role::Editor | Role::Auditor));
        let all = self.state.erased_answers.iter().rev();
        let all = all.map(|erased| (erased.on, &*erased.under));
        all.filter(|_| may).collect()
    }
}

/// What happened to a page that the municipality writes itself.
impl<'a> Inside<'a> {
    /// The page at an address, if they read content.
    pub fn page_at(&self, slug: &Slug) -> Option<PageId> {
        let id = self.state.written_slugs.get(slug).copied();
        id.filter(|_| self.reads_content())
    }

    /// What was written on a page last before an event.
    pub fn page_before(&self, id: PageId, position: u64) -> Option<&'a WritePage> {
        let written = self.state.written_pages.get(&id)?;
        Some(&*written.recorded_before(position)?.value)
    }

    /// What was written on a page by a day.
    pub fn page_on(&self, id: PageId, day: Date) -> Option<&'a WritePage> {
        let written = self.state.written_pages.get(&id)?;
        Some(&**written.at(day.min(self.today))?)
    }

    pub(super) fn of_page(&self, id: PageId) -> Option<BTreeSet<u64>> {
        let written = self.state.written_pages.get(&id)?;
        self.reads_content().then_some(())?;
        let mut all: BTreeSet<u64> = written.positions().collect();
        let slug = written.entries().first().map(|e| &e.value.slug);
        let path = slug.map(|slug| Text::new(format!("/sidor/{slug}")));
        let owned = path.and_then(|path| self.state.pages.get(&path));
        all.extend(owned.into_iter().flat_map(|page| page.positions()));
        Some(all)
    }
}
