//! The fields of a governing document: as they were typed, as they stand, and as domain types.

use super::super::answers::{Faults, key};
use super::super::drafts;
use super::super::points::Asks;
use super::super::typed;
use crate::form::Form;
use crate::pages::documents::{KINDS, kind_key};
use crate::pages::speech::Speech;
use riktning_app::App;
use riktning_app::work::{Choice, DocumentForm, DocumentWriting};
use riktning_domain::documents::{DocumentKind, DocumentWording};
use riktning_domain::elements::{Addressed, Placement};
use riktning_domain::ids::{BodyId, DocumentId, TopicId, WordingId};
use riktning_domain::indicators::Interpretation;
use riktning_domain::{Dated, Text};
use riktning_words::Language;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The most characters of each text.
const TITLE: usize = 200;
const WORD: usize = 60;
const MEANING: usize = 1_000;

/// The fields as they were typed, or as they stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Typed {
    pub(super) kind: String,
    pub(super) other_kind: String,
    pub(super) title: String,
    pub(super) meaning: String,
    pub(super) case_number: String,
    pub(super) applies: String,
    pub(super) bodies: BTreeSet<Uuid>,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) still_applied: bool,
    pub(super) owner: String,
    pub(super) role: String,
    pub(super) revises: String,
    pub(super) revise_by: String,
    pub(super) follows_up: String,
    pub(super) replaces: BTreeSet<Uuid>,
    pub(super) replaces_other: String,
    pub(super) governs: BTreeSet<Uuid>,
    pub(super) note: String,
    pub(super) since: String,
    pub(super) seen: Option<WordingId>,
    /// The keys of the form under which this was typed, the last one first.
    pub(super) keys: Vec<Uuid>,
}

impl Typed {
    /// What is looked at for a reader's sake.
    pub(super) fn asks(&self) -> Vec<Asks<'_>> {
        let texts = [
            ("rubrik", &self.title),
            ("sammanfattning", &self.meaning),
            ("anmarkning", &self.note),
        ];
        let texts = texts.into_iter();
        texts
            .map(|(field, text)| Asks::plain(field, Language::Sv, text))
            .collect()
    }

    /// Whether it says what another says, whichever wording was on the page.
    pub(super) fn says_as(&self, other: &Typed) -> bool {
        Typed {
            seen: other.seen,
            keys: other.keys.clone(),
            ..self.clone()
        } == *other
    }

    /// The fields as the document stands.
    pub(super) fn of(view: &DocumentForm) -> Typed {
        let Some(wording) = &view.wording else {
            let only = view.owners.first().filter(|_| view.owners.len() == 1);
            return Typed {
                applies: "okant".to_owned(),
                owner: only.map_or(String::new(), |only| only.id.to_string()),
                ..Typed::default()
            };
        };
        let body = |id: Option<BodyId>| id.map_or(String::new(), |id| id.to_string());
        let dated = |day: Option<Dated>| day.map_or(String::new(), |day| day.to_string());
        let (kind, other_kind) = match &wording.kind {
            DocumentKind::Other(word) => ("annat", plain(Some(word))),
            kind => (kind_name(kind), String::new()),
        };
        let (applies, bodies) = match &wording.applies_to {
            Addressed::None => ("okant", BTreeSet::new()),
            Addressed::All => ("alla", BTreeSet::new()),
            Addressed::To(bodies) => ("valda", bodies.iter().map(|id| id.0).collect()),
        };
        Typed {
            kind: kind.to_owned(),
            other_kind,
            title: plain(Some(&wording.title)),
            meaning: plain(wording.meaning.as_ref()),
            case_number: plain(wording.case_number.as_ref()),
            applies: applies.to_owned(),
            bodies,
            from: dated(wording.valid_from),
            to: dated(wording.valid_to),
            still_applied: wording.still_applied,
            owner: body(wording.responsible),
            role: plain(wording.role.as_ref()),
            revises: body(wording.revised_by),
            revise_by: wording.revise_by.map_or(String::new(), |d| d.to_string()),
            follows_up: body(wording.followed_up_by),
            replaces: wording.replaces.iter().map(|id| id.0).collect(),
            replaces_other: plain(wording.replaces_unrecorded.as_ref()),
            governs: wording.governs.iter().map(|t| t.topic.0).collect(),
            note: plain(wording.note.as_ref()),
            since: String::new(),
            seen: view.seen,
            keys: Vec::new(),
        }
    }

    pub(super) fn read(form: &Form) -> Typed {
        let one = |name: &str| form.typed(name).to_owned();
        let ids = |name| form.all(name).filter_map(|id| Uuid::parse_str(id).ok());
        Typed {
            kind: one("typ"),
            other_kind: one("annan-typ"),
            title: one("rubrik"),
            meaning: one("sammanfattning"),
            case_number: one("diarienummer"),
            applies: one("galler"),
            bodies: ids("organ").collect(),
            from: one("fran"),
            to: one("till"),
            still_applied: form.once("tillampas").is_some(),
            owner: one("ansvarig"),
            role: one("roll"),
            revises: one("reviderar"),
            revise_by: one("ses-over"),
            follows_up: one("foljer-upp"),
            replaces: ids("ersatter").collect(),
            replaces_other: one("ersatter-annat"),
            governs: ids("styr").collect(),
            note: one("anmarkning"),
            since: one("fanns"),
            seen: Uuid::parse_str(form.typed("sedd")).ok().map(WordingId),
            keys: drafts::keys_of(form),
        }
    }

    /// The fields as domain types; every fault at once.
    pub(super) fn to_writing(
        &self,
        app: &App,
        s: &Speech,
        faults: &mut Faults,
        view: &DocumentForm,
        form: &Form,
    ) -> Option<DocumentWriting> {
        let key = key(form);
        if key.is_none() {
            // A form of ours has one; without it a double click would be two.
            faults.add("rubrik", s.t("work-fault-form"));
        }
        let wording = self.to_wording(app, s, faults, view);
        // Another wording of what is there stands from the day it is written.
        let since = match self.since.trim().is_empty() || view.slug.is_some() {
            true => None,
            false => typed::day(s, faults, "fanns", &self.since),
        };
        Some(DocumentWriting {
            slug: view.slug.clone(),
            key: key?,
            seen: self.seen,
            wording: wording?,
            since,
        })
    }

    fn to_wording(
        &self,
        app: &App,
        s: &Speech,
        faults: &mut Faults,
        view: &DocumentForm,
    ) -> Option<DocumentWording> {
        let kind = self.kind(s, faults);
        let title = typed::text(s, faults, "rubrik", &self.title, TITLE, false);
        if title.is_none() && faults.at("rubrik").is_none() {
            faults.add("rubrik", s.t("documents-fault-title"));
        }
        let meaning = typed::text(s, faults, "sammanfattning", &self.meaning, MEANING, true);
        let case_number = typed::text(s, faults, "diarienummer", &self.case_number, WORD, false);
        let applies_to = self.applies_to(s, faults, view);
        let valid_from = typed::dated(s, faults, "fran", &self.from);
        let valid_to = typed::dated(s, faults, "till", &self.to);
        if self.still_applied && self.to.trim().is_empty() {
            faults.add("till", s.t("documents-fault-applied"));
        }
        let responsible = one_of(&view.owners, &self.owner).map(BodyId);
        if responsible.is_none() {
            faults.add("ansvarig", s.t("documents-fault-owner"));
        }
        let role = typed::role(app, s, faults, "roll", &self.role);
        let revise_by = match self.revise_by.trim().is_empty() {
            true => None,
            false => typed::day(s, faults, "ses-over", &self.revise_by),
        };
        let other = &self.replaces_other;
        let replaces_unrecorded = typed::text(s, faults, "ersatter-annat", other, TITLE, false);
        let note = typed::text(s, faults, "anmarkning", &self.note, MEANING, true);
        let revised_by = self.body(s, faults, view, "reviderar", &self.revises);
        let followed_up_by = self.body(s, faults, view, "foljer-upp", &self.follows_up);
        let before = view.wording.as_ref();
        let chosen = |all: &[Choice], own: &BTreeSet<Uuid>| -> Vec<Uuid> {
            let offered = all.iter().map(|choice| choice.id);
            offered.filter(|id| own.contains(id)).collect()
        };
        Some(DocumentWording {
            title: title?,
            kind: kind?,
            meaning,
            case_number,
            applies_to: applies_to?,
            valid_from,
            valid_to,
            still_applied: self.still_applied,
            // Only a source can say so; whoever gives it a last day has found out.
            until_replaced: before.is_some_and(|before| before.until_replaced),
            responsible,
            role,
            revised_by,
            revise_by,
            followed_up_by,
            replaces: chosen(&view.documents, &self.replaces)
                .into_iter()
                .map(DocumentId)
                .collect(),
            replaces_unrecorded,
            governs: self.governs(view),
            note,
            source: before.and_then(|before| before.source),
        })
    }

    fn kind(&self, s: &Speech, faults: &mut Faults) -> Option<DocumentKind> {
        if self.kind == "annat" {
            let word = typed::text(s, faults, "annan-typ", &self.other_kind, WORD, false);
            if word.is_none() && faults.at("annan-typ").is_none() {
                faults.add("annan-typ", s.t("documents-fault-other-kind"));
            }
            return word.map(DocumentKind::Other);
        }
        let known = KINDS.iter().find(|kind| kind_name(kind) == self.kind);
        if known.is_none() {
            faults.add("typ", s.t("documents-fault-kind"));
        }
        known.cloned()
    }

    fn applies_to(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &DocumentForm,
    ) -> Option<Addressed> {
        match self.applies.as_str() {
            "alla" => Some(Addressed::All),
            "valda" => {
                let offered = view.bodies.iter().map(|choice| choice.id);
                let named = offered.filter(|id| self.bodies.contains(id));
                let named: Vec<BodyId> = named.map(BodyId).collect();
                if named.is_empty() {
                    faults.add("galler", s.t("documents-fault-bodies"));
                }
                (!named.is_empty()).then_some(Addressed::To(named))
            }
            "okant" => Some(Addressed::None),
            _ => {
                faults.add("galler", s.t("documents-fault-applies"));
                None
            }
        }
    }

    /// A body that is chosen; one that is no more is chosen anew.
    fn body(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &DocumentForm,
        field: &'static str,
        typed: &str,
    ) -> Option<BodyId> {
        if typed.is_empty() {
            return None;
        }
        let body = one_of(&view.bodies, typed);
        if body.is_none() {
            faults.add(field, s.t("documents-fault-body"));
        }
        body.map(BodyId)
    }

    /// What it governs; what was our reading of a source stays that.
    fn governs(&self, view: &DocumentForm) -> Vec<Placement> {
        let offered = view.topics.iter().flat_map(|kind| &kind.options);
        let chosen = offered.filter(|topic| self.governs.contains(&topic.id));
        let before = view.wording.as_ref().map(|wording| &wording.governs);
        let placed = chosen.map(|topic| {
            let topic = TopicId(topic.id);
            let known = before.and_then(|all| all.iter().find(|own| own.topic == topic));
            known.cloned().unwrap_or(Placement {
                topic,
                interpretation: Interpretation::Stated,
            })
        });
        placed.collect()
    }
}

/// What was chosen of what there is.
fn one_of(all: &[Choice], typed: &str) -> Option<Uuid> {
    let id = Uuid::parse_str(typed).ok()?;
    let is_there = all.iter().any(|choice| choice.id == id);
    is_there.then_some(id)
}

/// What a kind is called in the form: the end of its key.
pub(super) fn kind_name(kind: &DocumentKind) -> &'static str {
    let key = kind_key(kind);
    key.strip_prefix("document-").unwrap_or(key)
}

fn plain(text: Option<&Text>) -> String {
    text.and_then(Text::as_str).unwrap_or_default().to_owned()
}
