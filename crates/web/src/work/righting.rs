//! Putting right a manifest slip of the pen in the sentence of a decided row (förvaltningslagen 36 §).

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::element::SENTENCE;
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use riktning_app::work::{Righted, RightingForm, Unsaved};
use riktning_domain::ids::WordingId;
use riktning_words::Language;
use uuid::Uuid;

const REASON: usize = 500;

#[derive(Template)]
#[template(path = "work/righting.html")]
struct RightingPage {
    shell: Shell,
    view: RightingForm,
    typed: Typed,
    faults: Faults,
    key: Uuid,
}

/// How it should read, as it was typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    text: String,
    reason: String,
    seen: String,
}

impl Typed {
    fn of(s: &Speech, view: &RightingForm) -> Typed {
        Typed {
            text: s.words.typed(&view.text),
            reason: String::new(),
            seen: view.seen.to_string(),
        }
    }

    fn read(form: &Form) -> Typed {
        let one = |name: &str| form.typed(name).to_owned();
        Typed {
            text: one("text"),
            reason: one("skal"),
            seen: one("sedd"),
        }
    }

    fn to_righted(&self, s: &Speech, faults: &mut Faults, form: &Form) -> Option<Righted> {
        let text = typed::text(s, faults, "text", &self.text, SENTENCE, false);
        if text.is_none() {
            faults.add("text", s.t("work-fault-text"));
        }
        let reason = typed::text(s, faults, "skal", &self.reason, REASON, false);
        if reason.is_none() {
            faults.add("skal", s.t("righting-fault-reason"));
        }
        let key = key(form);
        if key.is_none() {
            faults.add("text", s.t("work-fault-form"));
        }
        Some(Righted {
            key: key?,
            seen: Uuid::parse_str(&self.seen).ok().map(WordingId),
            text: text?,
            reason: reason?,
        })
    }
}

/// A decided row as it reads.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(number): Path<String>,
) -> Answer {
    let view = form_of(&site, &me, &number)?;
    let typed = Typed::of(&speech(&site), &view);
    page(&site, &me, view, typed, Faults::default())
}

/// Puts it right.
pub(crate) async fn right(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(number): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = form_of(&site, &me, &number)?;
    let (s, mut typed, mut faults) = (speech(&site), Typed::read(&form), Faults::default());
    let righted = typed.to_righted(&s, &mut faults, &form);
    // Nothing is put right where it reads as it did; what another has put right meanwhile is told below.
    let same = righted.as_ref().is_some_and(|r| r.text == view.text);
    if same && typed.seen == view.seen.to_string() {
        faults.add("text", s.t("righting-fault-same"));
    }
    let Some(righted) = righted.filter(|_| faults.is_empty()) else {
        return page(&site, &me, view, typed, faults);
    };
    let said = site
        .app
        .right_slip(me.colleague.person, view.number, righted);
    match said.await {
        Ok(view) => {
            let ((_, body), time) = &view.plan;
            let to = WorkPaths(site.language).plan(time, body);
            Ok(see(&format!("{to}?gjort=rattelse#nr-{}", view.number)))
        }
        Err(Unsaved::Nowhere) => Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => {
            faults.add("text", s.words.refusal(&refusal));
            page(&site, &me, view, typed, faults)
        }
        Err(Unsaved::Changed) => {
            faults.add("text", s.t("righting-changed-by-other"));
            let view = form_of(&site, &me, &number)?;
            // From here on they have seen both.
            typed.seen = view.seen.to_string();
            page(&site, &me, view, typed, faults)
        }
    }
}

fn form_of(site: &WorkSite, me: &Signed, number: &str) -> Result<RightingForm, Failure> {
    let number = number.parse().map_err(|_| Failure::NotFound)?;
    let person = me.colleague.person;
    let view = site
        .app
        .inside(person, |i, now| RightingForm::of(i, now, number));
    view.ok_or(Failure::NotFound)
}

fn page(site: &WorkSite, me: &Signed, view: RightingForm, typed: Typed, faults: Faults) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("righting"));
    let path = WorkPaths(Language::Sv).righting(&view.number);
    let page = RightingPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
        key: Uuid::now_v7(),
    };
    passing(status, &page)
}
