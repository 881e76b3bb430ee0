//! Closing a plan by a decision.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
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
use axum::extract::{Path, State};
use riktning_app::work::{Closed, Closing, ClosingForm, PlanTime};
use riktning_domain::Refusal;
use riktning_domain::ids::BodyId;
use riktning_words::Language;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "work/closing.html")]
struct ClosingPage {
    shell: Shell,
    view: ClosingForm,
    typed: Typed,
    faults: Faults,
    key: Uuid,
}

/// The fields as they were typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    decided_by: String,
    meeting: Meeting,
}

impl Typed {
    /// What the form proposes.
    fn proposed(s: &Speech, view: &ClosingForm) -> Typed {
        let own = view.deciders.first();
        Typed {
            decided_by: own.map_or(String::new(), |(id, _)| id.to_string()),
            meeting: Meeting {
                title: s.t1("closing-title", "year", view.time),
                ..Meeting::default()
            },
        }
    }

    fn read(form: &Form) -> Typed {
        Typed {
            decided_by: form.typed("organ").to_owned(),
            meeting: Meeting::read(form),
        }
    }
}

/// The form.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((time, body)): Path<(String, String)>,
) -> Answer {
    let time = PlanTime::parse(&time).ok_or(Failure::NotFound)?;
    let view = form_of(&site, &me, time, &body)?;
    let typed = Typed::proposed(&speech(&site), &view);
    page(&site, &me, view, typed, Faults::default())
}

/// Records the decision.
pub(crate) async fn close(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((time, body)): Path<(String, String)>,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, form::TEXTS)?;
    let time = PlanTime::parse(&time).ok_or(Failure::NotFound)?;
    let (s, typed, mut faults) = (speech(&site), Typed::read(&form), Faults::default());
    let meeting = typed.meeting.held(&s, &mut faults, &form);
    let decided_by = Uuid::parse_str(&typed.decided_by).ok().map(BodyId);
    if decided_by.is_none() {
        faults.add("organ", s.t("work-fault-body"));
    }
    let both = meeting.zip(decided_by).filter(|_| faults.is_empty());
    let Some((meeting, decided_by)) = both else {
        let view = form_of(&site, &me, time, &body)?;
        return page(&site, &me, view, typed, faults);
    };
    let closing = Closing {
        body: body.clone(),
        time,
        decided_by,
        meeting,
    };
    match site.app.close_plan(me.colleague.person, closing).await {
        Closed::Closed => {
            let to = WorkPaths(site.language).plan(&time, &body);
            Ok(see(&format!("{to}?gjort=avslutad")))
        }
        Closed::Nowhere => Err(Failure::NotFound),
        Closed::Unperformed(error) => Err(unwritten(error)),
        Closed::Refused(refusal) => {
            faults.add(field_of(&refusal), s.words.refusal(&refusal));
            let view = form_of(&site, &me, time, &body)?;
            page(&site, &me, view, typed, faults)
        }
    }
}

/// Where what a rule says stands: most speak of the day.
fn field_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::RowsUndecided { .. } | Refusal::OrdersOpen { .. } => "hinder",
        _ => "dag",
    }
}

fn form_of(
    site: &WorkSite,
    me: &Signed,
    time: PlanTime,
    body: &str,
) -> Result<ClosingForm, Failure> {
    let view = site.app.inside(me.colleague.person, |i, now| {
        ClosingForm::of(i, now, body, time)
    });
    view.ok_or(Failure::NotFound)
}

fn page(site: &WorkSite, me: &Signed, view: ClosingForm, typed: Typed, faults: Faults) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("closing"));
    let path = WorkPaths(Language::Sv).closing(&view.time, &view.body.1);
    let page = ClosingPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
        key: Uuid::now_v7(),
    };
    passing(status, &page)
}
