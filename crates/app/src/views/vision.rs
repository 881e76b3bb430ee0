//! The vision: how the place shall be, with what it says.

use super::documents::DocumentLink;
use super::frame::{Basis, DirectionLink, Frame, SourceLink, basis, source_link};
use riktning_domain::ids::ModelId;
use riktning_domain::indicators::Interpretation;
use riktning_domain::published::{PublicVision, Thing};
use riktning_domain::threads::ThreadEnd;
use riktning_domain::{Published, Text, decisions};
use std::collections::BTreeSet;

/// What the vision page knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Visions {
    /// What every page knows.
    pub frame: Frame,
    /// The vision in force on the day; `None` says that none was found.
    pub current: Option<Vision>,
    /// Earlier visions, the latest first.
    pub earlier: Vec<Vision>,
}

/// A vision.
#[derive(Clone, Debug, PartialEq)]
pub struct Vision {
    /// What it is called.
    pub title: Text,
    /// Its slogan.
    pub slogan: Option<Text>,
    /// Its horizon, a year.
    pub horizon: Option<i16>,
    /// What it says about the place.
    pub statements: Vec<Text>,
    /// What it rests on.
    pub basis: Basis,
    /// Where no decision of its own was found: the governing document that it is by another name,
    /// and what that rests on. That the two are one is our reading.
    pub document: Option<(DocumentLink, Basis)>,
    /// Where its text was found.
    pub source: Option<SourceLink>,
    /// The directions whose goals support it.
    pub supported_by: Vec<DirectionLink>,
    /// Whether every one of those links is our reading.
    pub support_interpretation: Interpretation,
}

impl Visions {
    /// The visions on the lens's day.
    pub fn of(p: Published<'_>) -> Visions {
        let told = p.visions();
        let mut visions = told.iter().map(|vision| Vision::of(p, vision));
        Visions {
            frame: Frame::about(p, told.iter().map(|vision| Thing::Vision(vision.id))),
            current: visions.next(),
            earlier: visions.collect(),
        }
    }
}

impl Vision {
    fn of(p: Published<'_>, vision: &PublicVision<'_>) -> Vision {
        let wording = vision.wording;
        let supporting: BTreeSet<ModelId> = p
            .supporting_vision(vision.id)
            .iter()
            .map(|e| e.model().id)
            .collect();
        let stated = p.supporting_vision(vision.id).iter().any(|element| {
            let ends = p.supports(element.id());
            ends.contains(&(ThreadEnd::Vision(vision.id), Interpretation::Stated))
        });
        let models = p.models();
        let supported_by = models.iter().filter(|m| supporting.contains(&m.id));
        Vision {
            title: wording.title.clone(),
            slogan: wording.slogan.clone(),
            horizon: wording.horizon,
            statements: wording.statements.clone(),
            basis: basis(p, vision.basis),
            document: match vision.basis {
                decisions::Basis::Decision(_) => None,
                decisions::Basis::Source(..) => p.document_of(vision).map(|document| {
                    let decided = basis(p, document.basis);
                    (DocumentLink::of_document(&document), decided)
                }),
            },
            source: wording.source.and_then(|s| source_link(p, s)),
            supported_by: supported_by.map(|m| DirectionLink::of(p, m)).collect(),
            support_interpretation: if stated {
                Interpretation::Stated
            } else {
                Interpretation::Ours
            },
        }
    }
}
