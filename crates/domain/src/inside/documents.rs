//! Governing documents as whoever writes and decides them sees them: what is decided, what is
//! proposed beside it, and whether that has been sent to whoever decides.

use super::{Inside, InsideElement, Standing};
use crate::documents::{Document, DocumentWording};
use crate::external_rules::RecordRule;
use crate::ids::{DocumentId, ElementId, ModelId, WordingId};
use crate::permissions::{User, may_read_document};
use crate::slugs::Slug;
use crate::timeline::Timeline;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A governing document by the newest of its wordings that the person may read.
#[derive(Clone, Copy, Debug)]
pub struct InsideDocument<'a> {
    /// Which document.
    pub id: DocumentId,
    /// Its part of the address.
    pub slug: &'a Slug,
    /// Which wording: what another is written instead of, and what a decision adopts.
    pub wording_id: WordingId,
    /// What it says.
    pub wording: &'a DocumentWording,
    /// How it stands to what has been decided.
    pub standing: Standing,
    /// The day from which it was there.
    pub since: Date,
    /// The day on which it was sent to whoever decides.
    pub handed_in: Option<Date>,
    /// What is decided of the document, where this is a proposal beside it.
    pub decided: Option<&'a DocumentWording>,
}

impl<'a> Inside<'a> {
    /// The elements that rest on a document today, decided or not, that the person may read.
    pub fn resting_on(&self, id: DocumentId) -> Vec<InsideElement<'a>> {
        let threads = self.state.document_supports.get(&id).into_iter();
        let tied = threads.flat_map(|threads| self.state.tied(threads, self.today));
        let from: BTreeSet<ElementId> = tied.map(|(_, thread)| thread.from).collect();
        let rows = from.into_iter().filter_map(|id| self.element(id));
        let has_ended = |row: &InsideElement<'_>| {
            let element = self.state.elements.get(&row.id);
            element.is_some_and(|element| self.state.ending_on(element, self.today).is_some())
        };
        let mut rows: Vec<_> = rows.filter(|row| !has_ended(row)).collect();
        rows.sort_by_key(|row| row.number);
        rows
    }

    /// A governing document, if they may read any wording of it.
    pub fn document(&self, id: DocumentId) -> Option<InsideDocument<'a>> {
        let document = self.state.documents.get(&id)?;
        let decided = self.state.adoption_on(&document.adopted, self.today);
        let decided = decided.map(|entry| entry.value.wording);
        let newest = self.state.newest_draft(document, self.today)?;
        // What was decided after a later draft was written is what a new one is written instead
        // of all the same: the newest of its day.
        let reads = |wording| self.reads_document(id, wording);
        let shown = match reads(newest.value.id) {
            true => newest,
            false => {
                let decided = decided.filter(|wording| reads(*wording))?;
                let mut drafts = document.drafts.entries().iter();
                drafts.find(|e| e.value.id == decided)?
            }
        };
        let beside = decided.filter(|wording| *wording != shown.value.id && reads(*wording));
        Some(InsideDocument {
            id,
            slug: &shown.value.slug,
            wording_id: shown.value.id,
            wording: &shown.value.wording,
            standing: match decided {
                None => Standing::Draft,
                Some(decided) if decided == shown.value.id => Standing::Adopted,
                Some(_) => Standing::Proposal,
            },
            since: shown.on,
            handed_in: document.preparation.handed_in(shown.value.id),
            decided: beside.and_then(|wording| said(document, wording)),
        })
    }

    /// The governing documents of which they may read anything.
    pub fn documents(&self) -> Vec<InsideDocument<'a>> {
        let all = self.state.documents.keys();
        all.filter_map(|id| self.document(*id)).collect()
    }

    /// An address for a new document, by its title, that no other document or rule has.
    pub fn free_document_slug(&self, title: &str) -> Slug {
        Slug::first_free(title, |slug| self.state.document_slugs.contains_key(slug))
    }

    /// An address for a goal of a model, by its words, that no other element of it has.
    pub fn free_element_slug(
        &self,
        (model, own): (ModelId, Option<ElementId>),
        text: &str,
    ) -> Slug {
        let taken = |slug: &Slug| {
            let other = self.state.element_slugs.get(&(model, slug.clone()));
            other.is_some_and(|other| Some(*other) != own)
        };
        Slug::first_free(text, taken)
    }

    fn reads_document(&self, id: DocumentId, wording: WordingId) -> bool {
        let user = User::Person(self.person);
        may_read_document(self.state, self.today, &user, id, wording)
    }

    /// The law or other rule from outside at an address, also one that is no longer its own.
    pub fn rule_at(&self, slug: &Slug) -> Option<DocumentId> {
        let id = *self.state.document_slugs.get(slug)?;
        let known = self.state.external_rules.contains_key(&id);
        known.then_some(id).filter(|_| self.reads_content())
    }

    /// What was recorded of a rule last before an event.
    pub fn rule_before(&self, id: DocumentId, position: u64) -> Option<&'a RecordRule> {
        let rule = self.state.external_rules.get(&id)?;
        let last = rule.versions.recorded_before(position)?;
        Some(&*last.value)
    }

    /// What was known of a rule on a day.
    pub fn rule_on(&self, id: DocumentId, day: Date) -> Option<&'a RecordRule> {
        let rule = self.state.external_rules.get(&id)?;
        Some(&**rule.versions.at(day.min(self.today))?)
    }

    /// The event by which a rule was checked last, as it is recorded now.
    pub fn rule_checked_by(&self, id: DocumentId) -> Option<u64> {
        let rule = self.state.external_rules.get(&id)?;
        let stands = rule.versions.at(self.today)?;
        let mut checks = rule.checks.up_to(self.today).iter();
        let last = checks.rfind(|e| e.value.holds_for(stands))?;
        Some(last.position)
    }

    pub(super) fn of_rule(&self, id: DocumentId) -> Option<BTreeSet<u64>> {
        let rule = self.state.external_rules.get(&id)?;
        self.reads_content().then_some(())?;
        let mut all: BTreeSet<u64> = Timeline::positions(&rule.versions).collect();
        all.extend(rule.checks.positions());
        Some(all)
    }
}

fn said(document: &Document, wording: WordingId) -> Option<&DocumentWording> {
    document.draft(wording).map(|draft| &*draft.wording)
}
