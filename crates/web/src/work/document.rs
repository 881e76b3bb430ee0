//! The form of a governing document: written, looked at as residents will see it, saved as a
//! proposal.

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::drafts::{self, Keeping, Left, scripted};
use super::paths::WorkPaths;
use super::points::{Asks, Points};
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::documents::{KINDS, kind_key};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use riktning_app::App;
use riktning_app::work::{Choice, Choices, DocumentForm, DocumentWriting, Previewed, Unsaved};
use riktning_domain::documents::{DocumentKind, DocumentWording};
use riktning_domain::elements::{Addressed, Placement};
use riktning_domain::ids::{BodyId, DocumentId, TopicId, WordingId};
use riktning_domain::indicators::Interpretation;
use riktning_domain::inside::Standing;
use riktning_domain::{Dated, Refusal, Text};
use riktning_words::Language;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Bytes of the form: its texts at their longest, and the ids of what is chosen.
const FORM: usize = 256 << 10;
/// The most characters of each text.
const TITLE: usize = 200;
const WORD: usize = 60;
const MEANING: usize = 1_000;

#[derive(Template)]
#[template(path = "work/document.html")]
struct DocumentPage {
    shell: Shell,
    view: DocumentForm,
    typed: Typed,
    faults: Faults,
    key: Uuid,
    action: String,
    heading: String,
    /// How it would look to residents.
    preview: Option<Previewed>,
    /// What somebody else saved while this was typed.
    stands_now: Option<DocumentWording>,
    keeping: Keeping,
    points: Points,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

/// The fields as they were typed, or as they stand.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typed {
    kind: String,
    other_kind: String,
    title: String,
    meaning: String,
    case_number: String,
    applies: String,
    bodies: BTreeSet<Uuid>,
    from: String,
    to: String,
    still_applied: bool,
    owner: String,
    role: String,
    revises: String,
    revise_by: String,
    follows_up: String,
    replaces: BTreeSet<Uuid>,
    replaces_other: String,
    governs: BTreeSet<Uuid>,
    note: String,
    since: String,
    seen: Option<WordingId>,
    /// The keys of the form under which this was typed, the last one first.
    keys: Vec<Uuid>,
}

/// What a page shows beside its fields.
#[derive(Default)]
struct Beside {
    faults: Faults,
    preview: Option<Previewed>,
    stands_now: Option<DocumentWording>,
    left: Option<Left>,
    done: Option<String>,
}

pub(crate) async fn new(State(site): State<WorkSite>, Extension(me): Extension<Signed>) -> Answer {
    open(&site, &me, None, None).await
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    open(&site, &me, Some(slug), query).await
}

pub(crate) async fn create(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    save(&site, &me, None, &Form::read(&body, FORM)?).await
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(slug): Path<String>,
    body: Bytes,
) -> Answer {
    save(&site, &me, Some(slug), &Form::read(&body, FORM)?).await
}

pub(super) fn form_of(
    site: &WorkSite,
    me: &Signed,
    slug: Option<&str>,
) -> Result<DocumentForm, Failure> {
    let view = site
        .app
        .inside(me.colleague.person, |i, now| DocumentForm::of(i, now, slug));
    view.ok_or(Failure::NotFound)
}

/// The form as the document stands, or as whoever opens it left it.
async fn open(site: &WorkSite, me: &Signed, slug: Option<String>, query: Option<String>) -> Answer {
    let view = form_of(site, me, slug.as_deref())?;
    let stands = Typed::of(&view);
    let mut beside = Beside {
        done: done(&speech(site), &view, query.as_deref()),
        ..Beside::default()
    };
    if !view.may_write {
        return page(site, me, view, stands, beside).await;
    }
    let left = drafts::left(site, me, &address(slug.as_deref())).await;
    let was_left = left.is_some();
    let Some(left) = left.filter(|left| !Typed::read(&left.form).says_as(&stands)) else {
        if was_left {
            drafts::undone(site, me, &address(slug.as_deref())).await;
        }
        return page(site, me, view, stands, beside).await;
    };
    let mut typed = Typed::read(&left.form);
    if typed.seen != view.seen {
        // From here on they have seen both.
        typed.seen = view.seen;
        beside.stands_now = view.wording.clone();
    }
    beside.left = Some(left);
    page(site, me, view, typed, beside).await
}

/// What has just been done, if the page shows that it is.
fn done(s: &Speech, view: &DocumentForm, query: Option<&str>) -> Option<String> {
    let is_sent = view.handed_in.is_some();
    match query {
        Some("gjort=sparat") => Some(s.t("documents-saved")),
        Some("gjort=lamnat") if is_sent => Some(s.t("documents-sent")),
        Some("gjort=andrat") => Some(s.t("documents-send-changed")),
        _ => None,
    }
}

/// The address of the form, in Swedish.
fn address(slug: Option<&str>) -> String {
    let swedish = WorkPaths(Language::Sv);
    match slug {
        None => swedish.new_document(),
        Some(slug) => swedish.own_document(slug),
    }
}

async fn save(site: &WorkSite, me: &Signed, slug: Option<String>, form: &Form) -> Answer {
    let view = form_of(site, me, slug.as_deref())?;
    if !view.may_write {
        return Err(Failure::NotFound);
    }
    let (s, mut typed, mut beside) = (speech(site), Typed::read(form), Beside::default());
    let person = me.colleague.person;
    let writing = typed.to_writing(&site.app, &s, &mut beside.faults, &view, form);
    let Some(writing) = writing.filter(|_| beside.faults.is_empty()) else {
        return page(site, me, view, typed, beside).await;
    };
    let saved = match form.once("granska") {
        Some(_) => match site.app.preview_document(person, &writing) {
            Ok(preview) => {
                beside.preview = Some(preview);
                return page(site, me, view, typed, beside).await;
            }
            Err(unsaved) => Err(unsaved),
        },
        None => site.app.write_document(person, writing).await,
    };
    let unsaved = match saved {
        Ok(saved) => {
            drafts::sent(site, me, &address(slug.as_deref()), form).await;
            let to = WorkPaths(site.language).own_document(&saved);
            return Ok(see(&format!("{to}?gjort=sparat")));
        }
        Err(unsaved) => unsaved,
    };
    match unsaved {
        Unsaved::Nowhere => return Err(Failure::NotFound),
        Unsaved::Unperformed(error) => return Err(unwritten(error)),
        Unsaved::Refused(refusal) => {
            beside
                .faults
                .add(field_of(&refusal), s.words.refusal(&refusal));
        }
        Unsaved::Changed => {
            beside
                .faults
                .add("rubrik", s.t("documents-changed-by-other"));
            let now = form_of(site, me, slug.as_deref())?;
            // From here on they have seen both.
            typed.seen = now.seen;
            beside.stands_now = now.wording;
        }
    }
    page(site, me, view, typed, beside).await
}

/// The field that a rule's answer is about.
fn field_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::RangeUpsideDown => "till",
        Refusal::ReplacesItself => "ersatter",
        Refusal::BodyNotAlive { .. } | Refusal::NotItsMatter => "ansvarig",
        Refusal::InTheFuture { .. } | Refusal::TooEarly { .. } => "fanns",
        Refusal::Blank {
            field: "wording.valid_to",
        } => "till",
        _ => "rubrik",
    }
}

async fn page(
    site: &WorkSite,
    me: &Signed,
    mut view: DocumentForm,
    typed: Typed,
    beside: Beside,
) -> Answer {
    let (s, w) = (speech(site), WorkPaths(site.language));
    let by_name = |all: &mut Vec<Choice>| {
        all.sort_by(|a, b| {
            let (a, b) = (s.name(&a.names), s.name(&b.names));
            s.words.compare(a.plain(), b.plain())
        });
    };
    by_name(&mut view.owners);
    by_name(&mut view.bodies);
    by_name(&mut view.documents);
    let heading = match &view.wording {
        None => s.t("documents-new"),
        Some(wording) => s.typed(&wording.title).plain().to_owned(),
    };
    let path = address(view.slug.as_deref());
    let (status, title) = beside.faults.headed(&s, &heading);
    let points = Points::of(site, typed.asks()).await;
    let page = DocumentPage {
        points,
        keeping: Keeping::of(
            site,
            &path,
            &heading,
            beside.left.as_ref(),
            typed.keys.clone(),
        ),
        action: w.form(&path),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults: beside.faults,
        key: Uuid::new_v4(),
        heading,
        preview: beside.preview,
        stands_now: beside.stands_now,
        done: beside.done,
    };
    passing(status, &page).map(scripted)
}

impl Typed {
    /// What is looked at for a reader's sake.
    fn asks(&self) -> Vec<Asks<'_>> {
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
    fn says_as(&self, other: &Typed) -> bool {
        Typed {
            seen: other.seen,
            keys: other.keys.clone(),
            ..self.clone()
        } == *other
    }

    /// The fields as the document stands.
    fn of(view: &DocumentForm) -> Typed {
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

    fn read(form: &Form) -> Typed {
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
    fn to_writing(
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
fn kind_name(kind: &DocumentKind) -> &'static str {
    let key = kind_key(kind);
    key.strip_prefix("document-").unwrap_or(key)
}

fn plain(text: Option<&Text>) -> String {
    text.and_then(Text::as_str).unwrap_or_default().to_owned()
}

impl DocumentPage {
    /// The kinds: their name in the form, and what they are called.
    fn kinds(&self) -> Vec<(&'static str, String)> {
        let s = &self.shell.s;
        let kinds = KINDS
            .iter()
            .map(|kind| (kind_name(kind), s.t(kind_key(kind))));
        kinds.collect()
    }

    fn is_owner(&self, id: &Uuid) -> bool {
        self.typed.owner == id.to_string()
    }

    fn is_chosen(&self, typed: &str, id: &Uuid) -> bool {
        typed == id.to_string()
    }

    /// The topics by their dimension, those of which there are any.
    fn topics(&self) -> Vec<(String, &Choices)> {
        let s = &self.shell.s;
        let names = super::documents::GOVERNED.map(|key| s.t(key));
        let all = names.into_iter().zip(&self.view.topics);
        all.filter(|(_, kind)| !kind.options.is_empty()).collect()
    }

    /// How what is shown stands to what is decided.
    fn standing(&self) -> Option<String> {
        let s = &self.shell.s;
        let (standing, sent) = (self.view.standing?, self.view.handed_in);
        Some(super::documents::standing(s, standing, sent))
    }
}
