//! A body's page, and the lists of committees and of companies.

use super::shell::{Place, Shell, Visit};
use super::years::{Years, by_years};
use crate::failure::Failure;
use askama::Template;
use axum::response::Response;
use riktning_app::views::Basis;
use riktning_app::views::bodies::{
    Bodies, Body, BodyDecision, BodyLink, BodyList, BodyNotYet, OwnedElement, list_of,
};
use riktning_app::views::element_links::ElementLink;
use riktning_domain::bodies::BodyKind;

#[derive(Template)]
#[template(path = "body.html")]
struct BodyPage<'a> {
    shell: Shell,
    v: &'a Body,
}

#[derive(Template)]
#[template(path = "body-not-yet.html")]
struct BodyNotYetPage<'a> {
    shell: Shell,
    v: &'a BodyNotYet,
}

#[derive(Template)]
#[template(path = "bodies.html")]
struct BodiesPage {
    shell: Shell,
    list: BodyList,
    bodies: Vec<BodyLink>,
    earlier: Vec<BodyLink>,
    administrations: Vec<BodyLink>,
}

impl BodiesPage {
    fn is_companies(&self) -> bool {
        self.list == BodyList::Companies
    }
}

impl BodyPage<'_> {
    /// Whether it is a body that an owner may direct.
    fn is_company(&self) -> bool {
        list_of(self.v.kind) == Some(BodyList::Companies)
    }

    /// What it owns, by year.
    fn elements(&self) -> Vec<Years<'_, OwnedElement>> {
        by_years(&self.v.elements, self.v.frame.day, |e| e.period)
    }

    /// What it gave away, by year.
    fn given_away(&self) -> Vec<Years<'_, ElementLink>> {
        by_years(&self.v.given_away, self.v.frame.day, |e| e.period)
    }

    /// The decisions with their reference, so that the template need not take them apart.
    fn decisions(&self) -> Vec<(&BodyDecision, &riktning_app::views::frame::DecisionRef)> {
        let decisions = self.v.decisions.iter();
        decisions
            .filter_map(|decision| match &decision.basis {
                Basis::Decision(reference) => Some((decision, reference)),
                Basis::Source { .. } => None,
            })
            .collect()
    }
}

/// A body.
pub(crate) fn body(visit: &Visit, v: &Body) -> Result<Response, Failure> {
    let title = visit.speech().name(&v.names).plain().to_owned();
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Bodies);
    super::page(&BodyPage { shell, v })
}

/// A body before it was founded.
pub(crate) fn body_not_yet(visit: &Visit, v: &BodyNotYet) -> Result<Response, Failure> {
    let title = visit.speech().name(&v.names).plain().to_owned();
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Bodies);
    super::page(&BodyNotYetPage { shell, v })
}

/// A list of bodies: by kind, and by name in the order of the page's language.
pub(crate) fn bodies(visit: &Visit, v: Bodies) -> Result<Response, Failure> {
    let s = visit.speech();
    let (mut bodies, mut earlier, mut administrations) = (v.bodies, v.earlier, v.administrations);
    for list in [&mut bodies, &mut earlier, &mut administrations] {
        list.sort_by(|a, b| {
            let names = s
                .words
                .compare(s.name(&a.names).plain(), s.name(&b.names).plain());
            (a.ended, a.kind).cmp(&(b.ended, b.kind)).then(names)
        });
    }
    let key = match v.list {
        BodyList::Committees => "bodies-committees",
        BodyList::Companies => "bodies-companies",
    };
    let shell = Shell::new(visit, v.frame, s.t(key), Place::Bodies);
    super::page(&BodiesPage {
        shell,
        list: v.list,
        bodies,
        earlier,
        administrations,
    })
}

/// The key of a kind's name.
pub(crate) fn kind_key(kind: &BodyKind) -> &'static str {
    match kind {
        BodyKind::Group => "kind-group",
        BodyKind::Council => "kind-council",
        BodyKind::PreparatoryCommittee => "kind-preparatory-committee",
        BodyKind::ExecutiveBoard => "kind-executive-board",
        BodyKind::Committee => "kind-committee",
        BodyKind::WorkingCommittee => "kind-working-committee",
        BodyKind::JointCommittee => "kind-joint-committee",
        BodyKind::MunicipalAssociation => "kind-municipal-association",
        BodyKind::Company => "kind-company",
        BodyKind::PartOwnedCompany => "kind-part-owned-company",
        BodyKind::GeneralMeeting => "kind-general-meeting",
        BodyKind::CompanyBoard => "kind-company-board",
        BodyKind::ManagingDirector => "kind-managing-director",
        BodyKind::Foundation => "kind-foundation",
        BodyKind::Administration => "kind-administration",
        BodyKind::Unit => "kind-unit",
        BodyKind::Audit => "kind-audit",
        BodyKind::External => "kind-external",
    }
}
