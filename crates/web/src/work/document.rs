//! The form of a governing document: written, looked at as residents will see it, saved as a
//! proposal.

mod fields;

use self::fields::{Typed, kind_name};
use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::drafts::{self, Keeping, Left, scripted};
use super::paths::WorkPaths;
use super::points::Points;
use super::proposing::done;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::documents::{KINDS, kind_key};
use crate::pages::passing;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use riktning_app::work::{Choice, Choices, DocumentForm, Previewed, Unsaved};
use riktning_domain::Refusal;
use riktning_domain::documents::DocumentWording;
use riktning_domain::inside::Standing;
use riktning_words::Language;
use uuid::Uuid;

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
    save(&site, &me, None, &Form::read(&body, form::TEXTS)?).await
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(slug): Path<String>,
    body: Bytes,
) -> Answer {
    save(&site, &me, Some(slug), &Form::read(&body, form::TEXTS)?).await
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
        done: done(&speech(site), view.handed_in.is_some(), query.as_deref()),
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
        Refusal::EndsBeforeItStarts => "till",
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
