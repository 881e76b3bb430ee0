//! The governing documents of somebody's work: what waits, what is to be revised, and the decision
//! that adopts one.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::document::form_of;
use super::meeting::Meeting;
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use jiff::civil::Date;
use riktning_app::views::documents::Document;
use riktning_app::work::{AdoptForm, Adopting, DocumentDesk, DocumentRow, Unsaved};
use riktning_domain::Refusal;
use riktning_domain::documents::DocumentKind;
use riktning_domain::ids::{BodyId, WordingId};
use riktning_domain::inside::Standing;
use riktning_domain::published::Validity;
use uuid::Uuid;

/// What the dimensions of which a document may govern something are called, in their order.
pub(super) const GOVERNED: [&str; 5] = [
    "documents-processes",
    "documents-perspectives",
    "documents-values",
    "documents-target-groups",
    "documents-areas",
];

#[derive(Template)]
#[template(path = "work/documents.html")]
struct DocumentsPage {
    shell: Shell,
    view: DocumentDesk,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "work/adopt.html")]
struct AdoptPage {
    shell: Shell,
    view: AdoptForm,
    /// The page as residents will see it.
    shown: Option<Document>,
    typed: Typed,
    faults: Faults,
    heading: String,
    key: Uuid,
    action: String,
}

/// The fields of a decision as they were typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    decided_by: String,
    meeting: Meeting,
    seen: Option<WordingId>,
}

/// What there is, and what waits.
pub(crate) async fn desk(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = site.app.inside(me.colleague.person, DocumentDesk::of);
    let mut view = view.ok_or(Failure::NotFound)?;
    let s = speech(&site);
    view.decided.sort_by(|a, b| {
        let titles = s
            .words
            .compare(s.typed(&a.title).plain(), s.typed(&b.title).plain());
        a.kind.cmp(&b.kind).then(titles)
    });
    let done = match query.as_deref() {
        Some("gjort=beslut") => Some("documents-decided"),
        Some("gjort=borttaget") => Some("documents-dropped"),
        _ => None,
    };
    let title = s.t("documents-own");
    let page = DocumentsPage {
        shell: Shell::new(
            &site,
            Some(&me),
            view.frame.clone(),
            title,
            "/arbete/styrdokument",
        ),
        view,
        done: done.map(|key| s.t(key)),
    };
    passing(StatusCode::OK, &page)
}

/// The form of the decision.
pub(crate) async fn to_adopt(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(slug): Path<String>,
) -> Answer {
    let Ok(view) = adopt_form(&site, &me, &slug) else {
        // Who comes back after a decision is led to what was decided.
        form_of(&site, &me, Some(&slug))?;
        let to = WorkPaths(site.language).own_document(&slug);
        let decided = site.app.document_page(me.colleague.person, &slug);
        return decided.map(|_| see(&to)).ok_or(Failure::NotFound);
    };
    let typed = Typed::proposed(&speech(&site), &view);
    adopt_page(&site, &me, view, typed, Faults::default())
}

/// Records the decision.
pub(crate) async fn adopt(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(slug): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let (s, mut typed, mut faults) = (speech(&site), Typed::read(&form), Faults::default());
    let adopting = typed.to_adopting(&s, &mut faults, &form, &slug);
    let Some(adopting) = adopting.filter(|_| faults.is_empty()) else {
        let view = adopt_form(&site, &me, &slug)?;
        return adopt_page(&site, &me, view, typed, faults);
    };
    let person = me.colleague.person;
    match site.app.adopt_document(person, adopting).await {
        Ok(()) => {
            let to = WorkPaths(site.language).own_documents();
            return Ok(see(&format!("{to}?gjort=beslut")));
        }
        Err(Unsaved::Nowhere) => return Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => return Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => {
            faults.add(field_of(&refusal), s.words.refusal(&refusal));
        }
        Err(Unsaved::Changed) => faults.add("lydelse", s.t("documents-adopt-changed")),
    }
    let view = adopt_form(&site, &me, &slug)?;
    // From here on they have seen it.
    typed.seen = Some(view.seen);
    adopt_page(&site, &me, view, typed, faults)
}

fn field_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NotItsMatter | Refusal::WrongDecider => "organ",
        _ => "dag",
    }
}

fn adopt_form(site: &WorkSite, me: &Signed, slug: &str) -> Result<AdoptForm, Failure> {
    let person = me.colleague.person;
    let view = site
        .app
        .inside(person, |i, now| AdoptForm::of(i, now, slug));
    view.ok_or(Failure::NotFound)
}

fn adopt_page(
    site: &WorkSite,
    me: &Signed,
    view: AdoptForm,
    typed: Typed,
    faults: Faults,
) -> Answer {
    let s = speech(site);
    let heading = s.t("documents-adopt");
    let (status, title) = faults.headed(&s, &heading);
    let path = format!("/arbete/styrdokument/{}/beslut", view.slug);
    let page = AdoptPage {
        action: WorkPaths(site.language).adopt_document(&view.slug),
        shown: site.app.proposed_document(me.colleague.person, &view.slug),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
        heading,
        key: Uuid::new_v4(),
    };
    passing(status, &page)
}

impl Typed {
    /// What the form proposes.
    fn proposed(s: &Speech, view: &AdoptForm) -> Typed {
        let only = view.deciders.first().filter(|_| view.deciders.len() == 1);
        let title = s.typed(&view.wording.title).plain().to_owned();
        let case_number = view.wording.case_number.as_ref();
        Typed {
            decided_by: only.map_or(String::new(), |(id, _)| id.to_string()),
            meeting: Meeting {
                title,
                case_number: case_number
                    .and_then(|number| number.as_str())
                    .unwrap_or_default()
                    .to_owned(),
                ..Meeting::default()
            },
            seen: Some(view.seen),
        }
    }

    fn read(form: &Form) -> Typed {
        Typed {
            decided_by: form.typed("organ").to_owned(),
            meeting: Meeting::read(form),
            seen: Uuid::parse_str(form.typed("sedd")).ok().map(WordingId),
        }
    }

    /// The fields as domain types; every fault at once.
    fn to_adopting(
        &self,
        s: &Speech,
        faults: &mut Faults,
        form: &Form,
        slug: &str,
    ) -> Option<Adopting> {
        let meeting = self.meeting.held(s, faults, form);
        let decided_by = Uuid::parse_str(&self.decided_by).ok();
        if decided_by.is_none() {
            faults.add("organ", s.t("work-fault-body"));
        }
        if self.seen.is_none() {
            faults.add("lydelse", s.t("documents-adopt-changed"));
        }
        Some(Adopting {
            slug: slug.to_owned(),
            decided_by: BodyId(decided_by?),
            meeting: meeting?,
            seen: self.seen?,
        })
    }
}

/// How a wording stands to what is decided, in words.
pub(super) fn standing(s: &Speech, standing: Standing, sent: Option<Date>) -> String {
    match (standing, sent) {
        (Standing::Adopted, _) => s.t("work-standing-adopted"),
        (_, Some(day)) => s.t1("documents-sent-on", "day", s.day(&day)),
        (Standing::Draft, None) => s.t("work-standing-draft"),
        (Standing::Proposal, None) => s.t("documents-proposal"),
    }
}

impl DocumentsPage {
    /// What there is of each kind, in the order of the kinds.
    fn kinds(&self) -> Vec<(&DocumentKind, Vec<&DocumentRow>)> {
        let mut kinds: Vec<(&DocumentKind, Vec<&DocumentRow>)> = Vec::new();
        for row in &self.view.decided {
            match kinds.last_mut() {
                Some((kind, rows)) if **kind == row.kind => rows.push(row),
                _ => kinds.push((&row.kind, vec![row])),
            }
        }
        kinds
    }

    fn standing(&self, row: &DocumentRow) -> String {
        standing(&self.shell.s, row.standing, row.handed_in)
    }

    /// How what is decided stands, where it does not simply hold.
    fn validity(&self, row: &DocumentRow) -> Option<String> {
        let key = match row.validity? {
            Validity::InForce => return None,
            Validity::ToCome => "validity-to-come",
            Validity::ExpiredButApplied => "validity-expired-but-applied",
            Validity::PerhapsReplaced => "validity-perhaps-replaced",
            Validity::Expired => "validity-expired",
            Validity::Replaced => "validity-replaced",
        };
        Some(self.shell.s.t(key))
    }

    /// By when a document is to be revised, or should have been.
    fn due(&self, row: &DocumentRow) -> String {
        let s = &self.shell.s;
        let Some(day) = row.revise_by else {
            return String::new();
        };
        let key = match (row.validity, row.is_late) {
            (Some(Validity::Expired), _) => "documents-expired-on",
            (_, true) => "documents-revise-late",
            (_, false) => "documents-revise-by",
        };
        s.t1(key, "day", s.day(&day))
    }
}
