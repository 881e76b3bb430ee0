//! The base: the list of governing documents and laws, and a page for each.

use super::shell::{Place, Shell, Visit};
use super::speech::Speech;
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::Basis;
use riktning_app::views::documents::{
    Document, DocumentLink, DocumentNotYet, Documents, KindGroup, Rule,
};
use riktning_domain::bodies::BodyKind;
use riktning_domain::documents::DocumentKind;
use riktning_domain::published::Validity;

#[derive(Template)]
#[template(path = "documents.html")]
struct DocumentsPage {
    shell: Shell,
    v: Documents,
}

#[derive(Template)]
#[template(path = "document.html")]
struct DocumentPage<'a> {
    shell: Shell,
    v: &'a Document,
}

#[derive(Template)]
#[template(path = "rule.html")]
struct RulePage<'a> {
    shell: Shell,
    v: &'a Rule,
}

#[derive(Template)]
#[template(path = "document-not-yet.html")]
struct DocumentNotYetPage<'a> {
    shell: Shell,
    v: &'a DocumentNotYet,
}

impl DocumentsPage {
    /// What is known of a kind beyond its purpose: who adopts it, and whether it ends.
    fn about(&self, group: &KindGroup) -> String {
        let s = &self.shell.s;
        let limited = group.time_limited.map(|limited| match limited {
            true => s.t("kind-limited"),
            false => s.t("kind-unlimited"),
        });
        let adopted = group.adopted_by.and_then(adopter_key).map(|key| s.t(key));
        let parts = [limited, adopted].into_iter().flatten();
        parts.collect::<Vec<_>>().join(" ")
    }
}

fn adopter_key(kind: BodyKind) -> Option<&'static str> {
    match kind {
        BodyKind::Council => Some("kind-adopted-by-council"),
        BodyKind::ExecutiveBoard => Some("kind-adopted-by-board"),
        BodyKind::Committee => Some("kind-adopted-by-committee"),
        _ => None,
    }
}

/// What has become of a document, and from when to when it holds. Where a source gives no days,
/// that is all that can be said.
pub(crate) fn said_validity(s: &Speech, v: &Document) -> String {
    let days = match (holds(s, &v.link), &v.basis) {
        (Some(days), _) => days,
        (None, Basis::Decision(decision)) if decision.source.is_none() => {
            s.t("holds-from-decision")
        }
        (None, _) => {
            return s.t(validity_key(&v.link).unwrap_or("holds-not-found"));
        }
    };
    let key = validity_key(&v.link).unwrap_or("validity-in-force");
    format!("{}: {days}", s.t(key))
}

/// The base.
pub(crate) fn documents(visit: &Visit, mut v: Documents) -> Result<Response, Failure> {
    let s = visit.speech();
    let over = DocumentLink::is_over;
    let sort = |links: &mut Vec<DocumentLink>| {
        links.sort_by(|a, b| {
            let titles = s
                .words
                .compare(&s.words.typed(&a.title), &s.words.typed(&b.title));
            over(a)
                .cmp(&over(b))
                .then(titles)
                .then_with(|| a.number.cmp(&b.number))
        });
    };
    for group in v.governing.iter_mut().chain(&mut v.other) {
        sort(&mut group.documents);
    }
    sort(&mut v.rules);
    let shell = Shell::new(
        visit,
        v.frame.clone(),
        s.t("documents-title"),
        Place::System,
    );
    super::page(&DocumentsPage { shell, v })
}

/// A governing document.
pub(crate) fn document(visit: &Visit, v: &Document) -> Result<Response, Failure> {
    let title = visit.speech().typed(&v.link.title).plain().to_owned();
    let shell = Shell::new(visit, v.frame.clone(), title, Place::System);
    super::page(&DocumentPage { shell, v })
}

/// A law or other rule from outside.
pub(crate) fn rule(visit: &Visit, v: &Rule) -> Result<Response, Failure> {
    let title = visit.speech().typed(&v.link.title).plain().to_owned();
    let shell = Shell::new(visit, v.frame.clone(), title, Place::System);
    super::page(&RulePage { shell, v })
}

/// A document or law before it was there.
pub(crate) fn document_not_yet(visit: &Visit, v: &DocumentNotYet) -> Result<Response, Failure> {
    let title = visit.speech().typed(&v.title).plain().to_owned();
    let shell = Shell::new(visit, v.frame.clone(), title, Place::System);
    super::page(&DocumentNotYetPage { shell, v })
}

/// From when to when a document or law holds, as far as that is known.
pub(crate) fn holds(s: &Speech, link: &DocumentLink) -> Option<String> {
    let from = link.from.as_ref().map(|day| s.dated(day));
    let to = link.to.as_ref().map(|day| s.dated(day));
    match (from, to) {
        (None, None) => None,
        (Some(from), None) => Some(s.t1("holds-from", "from", from)),
        (None, Some(to)) => Some(s.t1("holds-to", "to", to)),
        (Some(from), Some(to)) => Some(
            s.words
                .with("holds-from-to", &[("from", &from), ("to", &to)]),
        ),
    }
}

/// The key of what has become of a document or law; none where it simply holds.
pub(crate) fn validity_key(link: &DocumentLink) -> Option<&'static str> {
    match (link.validity, &link.kind) {
        (Validity::InForce, _) => None,
        (Validity::ToCome, _) => Some("validity-to-come"),
        (Validity::ExpiredButApplied, _) => Some("validity-expired-but-applied"),
        (Validity::PerhapsReplaced, _) => Some("validity-perhaps-replaced"),
        (Validity::Expired, Some(_)) => Some("validity-expired"),
        (Validity::Expired, None) => Some("validity-repealed"),
        (Validity::Replaced, _) => Some("validity-replaced"),
    }
}

/// The kinds that have a name of ours, as a form offers them.
pub(crate) const KINDS: [DocumentKind; 13] = [
    DocumentKind::Program,
    DocumentKind::Plan,
    DocumentKind::ActionPlan,
    DocumentKind::Strategy,
    DocumentKind::Policy,
    DocumentKind::Guideline,
    DocumentKind::Regulations,
    DocumentKind::RulesOfProcedure,
    DocumentKind::Delegation,
    DocumentKind::Tariff,
    DocumentKind::LocalOrdinance,
    DocumentKind::Agreement,
    DocumentKind::ArticlesOfAssociation,
];

/// The key of a kind's name.
pub(crate) fn kind_key(kind: &DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Program => "document-program",
        DocumentKind::Plan => "document-plan",
        DocumentKind::ActionPlan => "document-action-plan",
        DocumentKind::Strategy => "document-strategy",
        DocumentKind::Policy => "document-policy",
        DocumentKind::Guideline => "document-guideline",
        DocumentKind::Regulations => "document-regulations",
        DocumentKind::RulesOfProcedure => "document-rules-of-procedure",
        DocumentKind::Delegation => "document-delegation",
        DocumentKind::Tariff => "document-tariff",
        DocumentKind::LocalOrdinance => "document-local-ordinance",
        DocumentKind::Agreement => "document-agreement",
        DocumentKind::ArticlesOfAssociation => "document-articles",
        DocumentKind::Other(_) => "document-other",
    }
}
