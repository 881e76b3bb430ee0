//! The base: governing documents and laws, as a list and each on its own page.

use super::bodies::BodyLink;
use super::element_links::ElementPage;
use super::frame::{Basis, Found, Frame, SourceLink, add_sources, basis, source_link};
use super::topics::TopicLink;
use jiff::civil::Date;
use riktning_domain::bodies::BodyKind;
use riktning_domain::documents::DocumentKind;
use riktning_domain::elements::Addressed;
use riktning_domain::ids::{BodyId, DocumentId};
use riktning_domain::indicators::Interpretation;
use riktning_domain::published::{PublicDocument, PublicElement, PublicRule, Thing, Validity};
use riktning_domain::{Dated, Names, Period, Published, Slug, Text};

/// The list of governing documents and laws.
#[derive(Clone, Debug, PartialEq)]
pub struct Documents {
    /// What every page knows.
    pub frame: Frame,
    /// Governing documents, kind by kind.
    pub governing: Vec<KindGroup>,
    /// Other provisions: regulations, tariffs, agreements …, kind by kind.
    pub other: Vec<KindGroup>,
    /// Laws and other rules from outside.
    pub rules: Vec<DocumentLink>,
    /// Whether nobody has checked the number and days of some rule.
    pub has_unchecked: bool,
    /// Where the kinds and the rules were found.
    pub sources: Vec<SourceLink>,
}

/// A kind of document with what the municipality means by it.
#[derive(Clone, Debug, PartialEq)]
pub struct KindGroup {
    /// Which kind.
    pub kind: DocumentKind,
    /// What it is for.
    pub purpose: Option<Text>,
    /// Whether documents of the kind have a last day.
    pub time_limited: Option<bool>,
    /// The kind of body that adopts them.
    pub adopted_by: Option<BodyKind>,
    /// Those that hold first, then those that do not.
    pub documents: Vec<DocumentLink>,
}

/// A document or law in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentLink {
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub title: Text,
    /// What kind it is; `None` says that it is a rule from outside.
    pub kind: Option<DocumentKind>,
    /// The case number, or the number of a law.
    pub number: Option<Text>,
    /// Its first day; `None` where it holds from the decision.
    pub from: Option<Dated>,
    /// Its last day.
    pub to: Option<Dated>,
    /// What has become of it by the day.
    pub validity: Validity,
    /// Whether the link to it is our reading.
    pub interpretation: Interpretation,
}

impl DocumentLink {
    /// Whether it held and does so no longer, as far as anybody knows.
    pub fn is_over(&self) -> bool {
        matches!(
            self.validity,
            Validity::Expired | Validity::Replaced | Validity::PerhapsReplaced
        )
    }
}

/// In which part of the base a kind of document stands.
fn is_governing(kind: &DocumentKind) -> bool {
    match kind {
        DocumentKind::Program
        | DocumentKind::Plan
        | DocumentKind::ActionPlan
        | DocumentKind::Strategy
        | DocumentKind::Policy
        | DocumentKind::Guideline
        | DocumentKind::Other(_) => true,
        DocumentKind::Regulations
        | DocumentKind::RulesOfProcedure
        | DocumentKind::Delegation
        | DocumentKind::Tariff
        | DocumentKind::LocalOrdinance
        | DocumentKind::Agreement
        | DocumentKind::ArticlesOfAssociation => false,
    }
}

/// What an address under the base holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// A governing document.
    Document(Box<Document>),
    /// A law or other rule from outside.
    Rule(Box<Rule>),
}

/// What a governing document's page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What every page knows.
    pub frame: Frame,
    /// How a list shows it.
    pub link: DocumentLink,
    /// What kind it is.
    pub kind: DocumentKind,
    /// What the municipality means by the kind.
    pub purpose: Option<Text>,
    /// What it means, in a sentence.
    pub meaning: Option<Text>,
    /// Whom it holds for.
    pub applies_to: AppliesTo,
    /// The body and the role that answer for it.
    pub responsible: (Option<BodyLink>, Option<Text>),
    /// The body that revises it.
    pub revised_by: Option<BodyLink>,
    /// The day by which that is to be done, where one is set.
    pub revise_by: Option<Date>,
    /// The body that follows it up.
    pub followed_up_by: Option<BodyLink>,
    /// What it replaces.
    pub replaces: Vec<DocumentLink>,
    /// An earlier document that is not recorded.
    pub replaces_unrecorded: Option<Text>,
    /// What has replaced it.
    pub replaced_by: Vec<DocumentLink>,
    /// The processes and other topics that it governs.
    pub governs: Vec<TopicLink>,
    /// The goals and other elements that rest on it.
    pub resting: Vec<Resting>,
    /// The vision that it is by another name, in our reading.
    pub vision: Option<Text>,
    /// What a reader must know.
    pub note: Option<Text>,
    /// What it rests on itself.
    pub basis: Basis,
    /// What first adopted it, where a later decision stands over it.
    pub first_basis: Option<Basis>,
    /// Where it was found.
    pub sources: Vec<SourceLink>,
}

/// Whom a document holds for.
#[derive(Clone, Debug, PartialEq)]
pub enum AppliesTo {
    /// Nothing says so.
    NotFound,
    /// Every committee and company.
    All,
    /// These.
    Bodies(Vec<BodyLink>),
}

/// What a law's page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// What every page knows.
    pub frame: Frame,
    /// How a list shows it.
    pub link: DocumentLink,
    /// Whom it concerns.
    pub concerns: Option<Text>,
    /// When number and days were checked, and against what.
    pub checked: Option<(Date, Option<SourceLink>)>,
    /// The goals and other elements that rest on it.
    pub resting: Vec<Resting>,
    /// Where it was found.
    pub sources: Vec<SourceLink>,
}

/// An element that rests on a document or law.
#[derive(Clone, Debug, PartialEq)]
pub struct Resting {
    /// What the municipality calls its level.
    pub level: Names,
    /// What it says.
    pub title: Text,
    /// Its own period.
    pub period: Period,
    /// The page that it has of its own.
    pub page: Option<ElementPage>,
    /// Whether the link is our reading.
    pub interpretation: Interpretation,
}

/// A document or law before it was there.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentNotYet {
    /// What every page knows.
    pub frame: Frame,
    /// Its part of the address.
    pub slug: String,
    /// What it is called.
    pub title: Text,
    /// What kind it is; `None` says that it is a rule from outside.
    pub kind: Option<DocumentKind>,
    /// From which day it is there.
    pub since: Date,
}

impl DocumentLink {
    pub(crate) fn of_document(d: &PublicDocument<'_>) -> DocumentLink {
        DocumentLink {
            slug: d.slug.to_string(),
            title: d.wording.title.clone(),
            kind: Some(d.wording.kind.clone()),
            number: d.wording.case_number.clone(),
            from: d.wording.valid_from,
            to: d.wording.valid_to,
            validity: d.validity(),
            interpretation: Interpretation::Stated,
        }
    }

    pub(crate) fn of_rule(r: &PublicRule<'_>) -> DocumentLink {
        DocumentLink {
            slug: r.rule.slug.to_string(),
            title: r.rule.title.clone(),
            kind: None,
            number: r.rule.number.clone(),
            from: Some(r.rule.in_force_from),
            to: r.rule.in_force_to.filter(|_| r.last_day().is_some()),
            validity: r.validity(),
            interpretation: Interpretation::Stated,
        }
    }

    /// A document or law by its id.
    pub(crate) fn of(
        p: Published<'_>,
        id: DocumentId,
        interpretation: Interpretation,
    ) -> Option<Self> {
        let document = p.document(id).map(|d| DocumentLink::of_document(&d));
        let link = document.or_else(|| p.rule(id).map(|r| DocumentLink::of_rule(&r)))?;
        Some(DocumentLink {
            interpretation,
            ..link
        })
    }
}

/// What holds before what does not, then by title and number.
pub(crate) fn in_order(mut links: Vec<DocumentLink>) -> Vec<DocumentLink> {
    let over = DocumentLink::is_over;
    links.sort_by(|a, b| {
        (over(a), &a.title, &a.number, &a.slug).cmp(&(over(b), &b.title, &b.number, &b.slug))
    });
    links
}

/// How many documents of a part of the base hold on the day.
pub(crate) fn holding(p: Published<'_>, governing: bool) -> usize {
    let holds = |d: &PublicDocument<'_>| {
        let validity = d.validity();
        is_governing(&d.wording.kind) == governing && validity.holds()
    };
    p.documents().filter(holds).count()
}

/// How many laws are in force on the day.
pub(crate) fn laws_in_force(p: Published<'_>) -> usize {
    let laws = p.rules().filter(|r| r.validity() == Validity::InForce);
    laws.count()
}

impl Documents {
    /// The base on the lens's day.
    pub fn of(p: Published<'_>) -> Documents {
        let mut sources = Vec::new();
        for described in p.document_types() {
            let source = described.source.and_then(|s| source_link(p, s));
            add_sources(&mut sources, source);
        }
        for rule in p.rules() {
            add_sources(
                &mut sources,
                rule.rule.source.and_then(|s| source_link(p, s)),
            );
        }
        let rules = p.rules().map(|r| DocumentLink::of_rule(&r)).collect();
        let (governing, other) = kinds(p).into_iter().partition(|g| is_governing(&g.kind));
        Documents {
            frame: Frame::of(p),
            governing,
            other,
            rules: in_order(rules),
            has_unchecked: p.rules().any(|r| r.checked.is_none()),
            sources,
        }
    }
}

/// The kinds that there are documents of, or that are described.
fn kinds(p: Published<'_>) -> Vec<KindGroup> {
    let of_documents = p.documents().map(|d| d.wording.kind.clone());
    let described = p.document_types().map(|described| described.kind.clone());
    let mut kinds: Vec<DocumentKind> = of_documents.chain(described).collect();
    kinds.sort();
    kinds.dedup();
    let group = |kind: DocumentKind| {
        let described = p.document_type(&kind);
        let documents = p.documents().filter(|d| d.wording.kind == kind);
        let documents = documents.map(|d| DocumentLink::of_document(&d)).collect();
        KindGroup {
            purpose: described.map(|described| described.purpose.clone()),
            time_limited: described.and_then(|described| described.time_limited),
            adopted_by: described.and_then(|described| described.adopted_by),
            documents: in_order(documents),
            kind,
        }
    };
    kinds.into_iter().map(group).collect()
}

impl Held {
    /// The document or law with an address.
    pub fn of(p: Published<'_>, slug: &str) -> Found<Held, DocumentNotYet> {
        let Some(slug) = Slug::parse(slug) else {
            return Found::Nowhere;
        };
        let Some(id) = p.document_at(&slug) else {
            return Found::Nowhere;
        };
        if let Some(document) = p.document(id) {
            return if *document.slug == slug {
                Found::Here(Held::Document(Box::new(Document::of(p, &document))))
            } else {
                Found::Moved(document.slug.to_string())
            };
        }
        if let Some(rule) = p.rule(id) {
            return if rule.rule.slug == slug {
                Found::Here(Held::Rule(Box::new(Rule::of(p, &rule))))
            } else {
                Found::Moved(rule.rule.slug.to_string())
            };
        }
        let today = p.as_of_today();
        let later = today.document(id).map(|d| {
            let kind = Some(d.wording.kind.clone());
            (d.slug.to_string(), d.wording.title.clone(), kind, d.since())
        });
        let later = later.or_else(|| {
            let r = today.rule(id)?;
            let since = r.rule.in_force_from.day();
            Some((r.rule.slug.to_string(), r.rule.title.clone(), None, since))
        });
        match later {
            None => Found::Nowhere,
            Some((slug, title, kind, since)) => Found::NotYet(DocumentNotYet {
                frame: Frame::of(p),
                slug,
                title,
                kind,
                since,
            }),
        }
    }
}

impl Document {
    fn of(p: Published<'_>, d: &PublicDocument<'_>) -> Document {
        let words = d.wording;
        let body = |id: Option<BodyId>| id.and_then(|id| BodyLink::by_id(p, id));
        let kind = words.kind.clone();
        let rests_on = basis(p, d.basis);
        let mut sources = Vec::new();
        if let Basis::Source { source, .. } = &rests_on {
            add_sources(&mut sources, [source.clone()]);
        }
        add_sources(&mut sources, words.source.and_then(|s| source_link(p, s)));
        let replaced = d.replaced_by();
        let governs = words.governs.iter();
        Document {
            frame: Frame::about(p, [Thing::Document(d.id)]),
            link: DocumentLink::of_document(d),
            purpose: p.document_type(&kind).map(|kind| kind.purpose.clone()),
            kind,
            meaning: words.meaning.clone(),
            applies_to: match &words.applies_to {
                Addressed::None => AppliesTo::NotFound,
                Addressed::All => AppliesTo::All,
                Addressed::To(ids) => {
                    let bodies = ids.iter().filter_map(|id| BodyLink::by_id(p, *id));
                    AppliesTo::Bodies(bodies.collect())
                }
            },
            responsible: (body(words.responsible), words.role.clone()),
            revised_by: body(words.revised_by),
            revise_by: words.revise_by,
            followed_up_by: body(words.followed_up_by),
            replaces: words
                .replaces
                .iter()
                .filter_map(|id| DocumentLink::of(p, *id, Interpretation::Stated))
                .collect(),
            replaces_unrecorded: words.replaces_unrecorded.clone(),
            replaced_by: replaced.iter().map(DocumentLink::of_document).collect(),
            governs: governs
                .filter_map(|t| TopicLink::of(p, t.topic, t.interpretation))
                .collect(),
            resting: resting(p, d.id),
            vision: p.visions().iter().find_map(|vision| {
                let own = p.document_of(vision)?;
                (own.id == d.id).then(|| vision.wording.title.clone())
            }),
            note: words.note.clone(),
            basis: rests_on,
            first_basis: d.first_basis().map(|first| basis(p, first)),
            sources,
        }
    }
}

impl Rule {
    fn of(p: Published<'_>, r: &PublicRule<'_>) -> Rule {
        let source = r.rule.source.and_then(|s| source_link(p, s));
        Rule {
            frame: Frame::about(p, [Thing::Rule(r.id)]),
            link: DocumentLink::of_rule(r),
            concerns: r.rule.concerns.clone(),
            checked: r.checked.map(|(day, source)| (day, source_link(p, source))),
            resting: resting(p, r.id),
            sources: source.into_iter().collect(),
        }
    }
}

fn resting(p: Published<'_>, id: DocumentId) -> Vec<Resting> {
    let resting = p.resting_on(id);
    let mut all: Vec<Resting> = resting
        .iter()
        .map(|(element, interpretation)| Resting::of(p, element, *interpretation))
        .collect();
    all.sort_by(|a, b| (b.period, &a.title).cmp(&(a.period, &b.title)));
    all
}

impl Resting {
    pub(crate) fn of(
        p: Published<'_>,
        element: &PublicElement<'_>,
        interpretation: Interpretation,
    ) -> Resting {
        Resting {
            level: element.level().names.clone(),
            title: element.text().clone(),
            period: element.period(),
            page: ElementPage::of(p, element),
            interpretation,
        }
    }
}
