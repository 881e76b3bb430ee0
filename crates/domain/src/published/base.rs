//! The base that residents see: governing documents, external rules, owner directives, and
//! the addresses of topics.

use super::{PublicElement, Published};
use crate::decisions::{Adoptable, Basis};
use crate::directives::{Directive, DirectiveWording};
use crate::document_types::DescribeDocumentType;
use crate::documents::{Document, DocumentKind, DocumentWording};
use crate::external_rules::RecordRule;
use crate::ids::{BodyId, DecisionId, DirectiveId, DocumentId, SourceId, TopicId};
use crate::indicators::Interpretation;
use crate::slugs::Slug;
use crate::topics::Dimension;
use jiff::civil::Date;

/// What has become of a document or rule by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Validity {
    /// It holds.
    InForce,
    /// It is decided, and its first day is still to come.
    ToCome,
    /// Its last day is over and it is applied all the same, until another replaces it.
    ExpiredButApplied,
    /// It held until another would replace it, and whether one has is not found.
    PerhapsReplaced,
    /// Its last day is over.
    Expired,
    /// Another document has replaced it.
    Replaced,
}

impl Validity {
    /// Whether it is applied.
    pub fn holds(self) -> bool {
        matches!(self, Validity::InForce | Validity::ExpiredButApplied)
    }
}

/// A governing document that had been adopted by the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicDocument<'a> {
    /// Which document.
    pub id: DocumentId,
    /// Its part of the address.
    pub slug: &'a Slug,
    /// What it says of itself.
    pub wording: &'a DocumentWording,
    /// What it rests on.
    pub basis: Basis,
    /// The day from which this wording stood.
    pub on: Date,
    document: &'a Document,
    lens: Published<'a>,
}

impl<'a> PublicDocument<'a> {
    /// The first day on which it holds: its own, or else that of the decision.
    pub fn first_day(&self) -> Date {
        self.wording.valid_from.map_or(self.on, |from| from.day())
    }

    /// The day from which residents could first see it.
    pub fn since(&self) -> Date {
        let adopted = self.document.adopted.entries();
        adopted.first().map_or(self.on, |e| e.on)
    }

    /// What first adopted it, where what it rests on is a later decision over it.
    pub fn first_basis(&self) -> Option<Basis> {
        let adopted = self.document.adopted.up_to(self.lens.day).iter();
        let stands = |basis: &Basis| match basis {
            Basis::Source(..) => true,
            Basis::Decision(id) => self.lens.state.decision_stands(*id, self.lens.day),
        };
        let mut bases = adopted.map(|entry| entry.value.basis).filter(stands);
        bases.next().filter(|first| *first != self.basis)
    }

    /// The documents that have replaced it by the day.
    pub fn replaced_by(&self) -> Vec<PublicDocument<'a>> {
        let day = self.lens.day;
        let later = self.document.replaced_by.iter();
        let later = later.filter_map(|id| self.lens.document(*id));
        later
            .filter(|next| next.wording.replaces.contains(&self.id) && next.first_day() <= day)
            .collect()
    }

    /// The day by which it is to be revised: the one that is set, or its last day. None of what
    /// another has replaced, and of what is applied until then although its last day is over.
    pub fn revise_by(&self) -> Option<Date> {
        let replaced = matches!(
            self.validity(),
            Validity::Replaced | Validity::PerhapsReplaced | Validity::Expired
        );
        let last = self.wording.valid_to.map(|to| to.last_day());
        let set = [self.wording.revise_by, last].into_iter().flatten().min();
        set.filter(|_| !replaced)
    }

    /// What has become of it by the day.
    pub fn validity(&self) -> Validity {
        let day = self.lens.day;
        let last = self.wording.valid_to;
        let over = last.is_some_and(|to| to.last_day() < day);
        if !self.replaced_by().is_empty() {
            Validity::Replaced
        } else if self.first_day() > day {
            Validity::ToCome
        } else if self.wording.until_replaced && (over || last.is_none()) {
            Validity::PerhapsReplaced
        } else if !over {
            Validity::InForce
        } else if self.wording.still_applied {
            Validity::ExpiredButApplied
        } else {
            Validity::Expired
        }
    }
}

/// An external rule as it was known on the day.
#[derive(Clone, Copy, Debug)]
pub struct PublicRule<'a> {
    /// Which rule.
    pub id: DocumentId,
    /// What it is.
    pub rule: &'a RecordRule,
    /// When number and days were checked, and against what; none if nobody has.
    pub checked: Option<(Date, SourceId)>,
    /// How often it has been recorded: what another word is written after.
    pub edition: usize,
    lens: Published<'a>,
}

impl PublicRule<'_> {
    /// Its last day. A page that shows the past does not tell of an end that came later.
    pub fn last_day(&self) -> Option<Date> {
        let last = self.rule.in_force_to?.last_day();
        let shown = self.lens.day == self.lens.today || last < self.lens.day;
        shown.then_some(last)
    }

    /// Whether it was in force on the day.
    pub fn validity(&self) -> Validity {
        if self.rule.in_force_from.day() > self.lens.day {
            Validity::ToCome
        } else if self.last_day().is_some_and(|last| last < self.lens.day) {
            Validity::Expired
        } else {
            Validity::InForce
        }
    }
}

/// An owner directive by the day: what the council has decided, and what binds the company.
#[derive(Clone, Copy, Debug)]
pub struct PublicDirective<'a> {
    /// Which directive.
    pub id: DirectiveId,
    /// The company that it is for.
    pub company: BodyId,
    /// What was decided last.
    pub wording: &'a DirectiveWording,
    /// What that rests on.
    pub basis: Basis,
    /// The decision by which the company's general meeting has adopted those very words;
    /// none says that they are decided but not binding.
    pub bound_by: Option<DecisionId>,
    /// An earlier wording that binds the company until the meeting adopts the new one.
    pub still_binding: Option<(&'a DirectiveWording, DecisionId)>,
}

impl<'a> Published<'a> {
    /// A governing document that had been adopted by the day.
    pub fn document(&self, id: DocumentId) -> Option<PublicDocument<'a>> {
        let document = self.state.documents.get(&id)?;
        if !self.may_show(Adoptable::Document(id)) {
            return None;
        }
        let adoption = self.state.adoption_on(&document.adopted, self.day)?;
        let draft = document.draft(adoption.value.wording)?;
        Some(PublicDocument {
            id,
            slug: &draft.slug,
            wording: &draft.wording,
            basis: adoption.value.basis,
            on: adoption.on,
            document,
            lens: *self,
        })
    }

    /// The governing documents that had been adopted by the day.
    pub fn documents(&self) -> impl Iterator<Item = PublicDocument<'a>> {
        let lens = *self;
        self.state
            .documents
            .keys()
            .filter_map(move |id| lens.document(*id))
    }

    /// An external rule that was known on the day.
    pub fn rule(&self, id: DocumentId) -> Option<PublicRule<'a>> {
        let rule = self.state.external_rules.get(&id)?;
        let version = rule.versions.entry_at(self.day)?;
        let mut checks = rule.checks.up_to(self.day).iter();
        let checked = checks.rfind(|e| e.value.holds_for(&version.value));
        Some(PublicRule {
            id,
            rule: &version.value,
            checked: checked.map(|e| (e.on, e.value.source)),
            edition: rule.versions.entries().len(),
            lens: *self,
        })
    }

    /// The external rules that were known on the day.
    pub fn rules(&self) -> impl Iterator<Item = PublicRule<'a>> {
        let lens = *self;
        self.state
            .external_rules
            .keys()
            .filter_map(move |id| lens.rule(*id))
    }

    /// The document or rule that has, or once publicly had, an address.
    pub fn document_at(&self, slug: &Slug) -> Option<DocumentId> {
        let id = *self.state.document_slugs.get(slug)?;
        let Some(document) = self.state.documents.get(&id) else {
            return Some(id);
        };
        if !self.may_show(Adoptable::Document(id)) {
            return None;
        }
        // An address that only a proposal has is nobody's yet.
        let adopted = document.adopted.up_to(self.today).iter();
        let mut drafts = adopted.filter_map(|e| document.draft(e.value.wording));
        drafts.any(|draft| draft.slug == *slug).then_some(id)
    }

    /// What the municipality means by a kind of document.
    pub fn document_type(&self, kind: &DocumentKind) -> Option<&'a DescribeDocumentType> {
        let described = self.state.document_types.get(kind)?;
        described.at(self.day).map(AsRef::as_ref)
    }

    /// The kinds of document that are described on the day.
    pub fn document_types(&self) -> impl Iterator<Item = &'a DescribeDocumentType> {
        let day = self.day;
        let all = self.state.document_types.values();
        all.filter_map(move |described| described.at(day).map(AsRef::as_ref))
    }

    /// The adopted elements that rest on a document or rule on the day.
    pub fn resting_on(&self, id: DocumentId) -> Vec<(PublicElement<'a>, Interpretation)> {
        let threads = self.state.document_supports.get(&id).into_iter();
        let tied = threads.flat_map(|all| self.state.tied(all, self.day));
        tied.filter_map(|(_, t)| Some((self.element(t.from)?, t.interpretation)))
            .collect()
    }

    /// The owner directives of a company that had been decided by the day.
    pub fn directives_of(&self, company: BodyId) -> Vec<PublicDirective<'a>> {
        let ids = self.state.directives_of.get(&company).into_iter().flatten();
        let directives = ids.filter_map(|id| Some((*id, self.state.directives.get(id)?)));
        directives
            .filter_map(|(id, directive)| self.directive(id, directive))
            .collect()
    }

    fn directive(&self, id: DirectiveId, directive: &'a Directive) -> Option<PublicDirective<'a>> {
        if !self.may_show(Adoptable::Directive(id)) {
            return None;
        }
        let decided = self.state.adoption_on(&directive.decided, self.day)?.value;
        let bound = self.state.bound_on(directive, self.day);
        let same = bound.filter(|(wording, _)| *wording == decided.wording);
        let earlier = bound.filter(|(wording, _)| *wording != decided.wording);
        let earlier = earlier.and_then(|(wording, by)| Some((directive.wording(wording)?, by)));
        Some(PublicDirective {
            id,
            company: directive.company,
            wording: directive.wording(decided.wording)?,
            basis: decided.basis,
            bound_by: same.map(|(_, by)| by),
            still_binding: earlier.map(|(wording, by)| (wording.as_ref(), by)),
        })
    }

    /// A topic's part of the address on the day.
    pub fn topic_slug(&self, id: TopicId) -> Option<&'a Slug> {
        self.state.topics.get(&id)?.slugs.at(self.day)
    }

    /// The topic of a dimension that has, or once had, an address.
    pub fn topic_at(&self, dimension: Dimension, slug: &Slug) -> Option<TopicId> {
        let place = (dimension, slug.clone());
        self.state.topic_slugs.get(&place).copied()
    }

    /// The first day from which a topic is described.
    pub fn topic_since(&self, id: TopicId) -> Option<Date> {
        let described = self.state.topics.get(&id)?.descriptions.entries();
        described.first().map(|e| e.on)
    }
}
