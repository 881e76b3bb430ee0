//! Owner directives: what binds, what waits, and the two decisions by which one comes to bind.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::directive::directive;
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
use riktning_app::work::{
    DecidingDirective, DirectiveDecision, DirectiveDesk, DirectiveStep, Unsaved,
};
use riktning_domain::Refusal;
use riktning_domain::ids::{BodyId, DirectiveId, WordingId};
use riktning_words::Language;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "work/directives.html")]
struct DirectivesPage {
    shell: Shell,
    view: DirectiveDesk,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "work/directive-decision.html")]
struct DecisionPage {
    shell: Shell,
    view: DirectiveDecision,
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
    let view = site.app.inside(me.colleague.person, DirectiveDesk::of);
    let mut view = view.ok_or(Failure::NotFound)?;
    let s = speech(&site);
    view.companies.sort_by(|a, b| {
        let (a, b) = (s.name(&a.company), s.name(&b.company));
        s.words.compare(a.plain(), b.plain())
    });
    let done = match query.as_deref() {
        Some("gjort=borttaget") => Some(s.t("documents-dropped")),
        Some("gjort=beslut") => Some(s.t("directives-decided")),
        Some("gjort=stamma") => Some(s.t("directives-bound")),
        _ => None,
    };
    let (title, path) = (s.t("directives-own"), "/arbete/agardirektiv");
    let page = DirectivesPage {
        shell: Shell::new(&site, Some(&me), view.frame.clone(), title, path),
        view,
        done,
    };
    passing(StatusCode::OK, &page)
}

/// The form of council's decision.
pub(crate) async fn by_council(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
) -> Answer {
    open(&site, &me, directive(&id)?, DirectiveStep::Council)
}

/// The form of the general meeting's decision.
pub(crate) async fn by_meeting(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
) -> Answer {
    open(&site, &me, directive(&id)?, DirectiveStep::Meeting)
}

/// Records what council decided.
pub(crate) async fn council_decided(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    record(&site, &me, (directive(&id)?, DirectiveStep::Council), &form).await
}

/// Records what the general meeting adopted.
pub(crate) async fn meeting_adopted(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    record(&site, &me, (directive(&id)?, DirectiveStep::Meeting), &form).await
}

fn open(site: &WorkSite, me: &Signed, id: DirectiveId, step: DirectiveStep) -> Answer {
    let Ok(view) = form_of(site, me, (id, step)) else {
        // Who comes back after a decision is led to what was decided.
        let known = site.app.inside(me.colleague.person, |i, now| {
            DirectiveDesk::of(i, now).and_then(|_| i.directive(id).map(|_| ()))
        });
        let to = WorkPaths(site.language).directives();
        return known.map(|()| see(&to)).ok_or(Failure::NotFound);
    };
    let typed = Typed::proposed(&speech(site), &view);
    page(site, me, view, typed, Faults::default())
}

async fn record(
    site: &WorkSite,
    me: &Signed,
    of: (DirectiveId, DirectiveStep),
    form: &Form,
) -> Answer {
    let (s, mut typed, mut faults) = (speech(site), Typed::read(form), Faults::default());
    let deciding = typed.to_deciding(&s, &mut faults, form, of);
    let Some(deciding) = deciding.filter(|_| faults.is_empty()) else {
        let view = form_of(site, me, of)?;
        return page(site, me, view, typed, faults);
    };
    match site
        .app
        .decide_directive(me.colleague.person, deciding)
        .await
    {
        Ok(()) => {
            let done = match of.1 {
                DirectiveStep::Council => "beslut",
                DirectiveStep::Meeting => "stamma",
            };
            let to = WorkPaths(site.language).directives();
            return Ok(see(&format!("{to}?gjort={done}")));
        }
        Err(Unsaved::Nowhere) => return Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => return Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => {
            faults.add(field_of(&refusal), s.words.refusal(&refusal));
        }
        Err(Unsaved::Changed) => faults.add("lydelse", s.t("directives-changed")),
    }
    let view = form_of(site, me, of)?;
    // From here on they have seen it.
    typed.seen = Some(view.seen);
    page(site, me, view, typed, faults)
}

fn field_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NotItsMatter | Refusal::WrongDecider => "organ",
        _ => "dag",
    }
}

fn form_of(
    site: &WorkSite,
    me: &Signed,
    (id, step): (DirectiveId, DirectiveStep),
) -> Result<DirectiveDecision, Failure> {
    let person = me.colleague.person;
    let view = site
        .app
        .inside(person, |i, now| DirectiveDecision::of(i, now, id, step));
    view.ok_or(Failure::NotFound)
}

fn page(
    site: &WorkSite,
    me: &Signed,
    view: DirectiveDecision,
    typed: Typed,
    faults: Faults,
) -> Answer {
    let s = speech(site);
    let heading = s.t(match view.step {
        DirectiveStep::Council => "directives-decide",
        DirectiveStep::Meeting => "directives-bind",
    });
    let (status, title) = faults.headed(&s, &heading);
    let path = WorkPaths(Language::Sv).decide_directive(&view.id, &view.step);
    let page = DecisionPage {
        action: WorkPaths(site.language).form(&path),
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
    fn proposed(s: &Speech, view: &DirectiveDecision) -> Typed {
        let only = view.deciders.first().filter(|_| view.deciders.len() == 1);
        let title = s.typed(&view.wording.title).plain().to_owned();
        Typed {
            decided_by: only.map_or(String::new(), |(id, _)| id.to_string()),
            meeting: Meeting {
                title,
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
    fn to_deciding(
        &self,
        s: &Speech,
        faults: &mut Faults,
        form: &Form,
        (directive, step): (DirectiveId, DirectiveStep),
    ) -> Option<DecidingDirective> {
        let meeting = self.meeting.held(s, faults, form);
        let decided_by = Uuid::parse_str(&self.decided_by).ok();
        if decided_by.is_none() {
            faults.add("organ", s.t("work-fault-body"));
        }
        if self.seen.is_none() {
            faults.add("lydelse", s.t("directives-changed"));
        }
        Some(DecidingDirective {
            directive,
            step,
            decided_by: BodyId(decided_by?),
            meeting: meeting?,
            seen: self.seen?,
        })
    }
}

impl DecisionPage {
    /// Since when it is there to decide.
    fn since(&self) -> String {
        let s = &self.shell.s;
        let key = match self.view.step {
            DirectiveStep::Council => "documents-since-there",
            DirectiveStep::Meeting => "directives-decided-on",
        };
        s.t1(key, "day", s.day(&self.view.since))
    }

    fn help(&self) -> String {
        self.shell.s.t(match self.view.step {
            DirectiveStep::Council => "directives-decide-help",
            DirectiveStep::Meeting => "directives-bind-help",
        })
    }
}

/// Whose decision over a directive it is, in words.
pub(crate) fn whose(s: &Speech, step: &DirectiveStep) -> String {
    s.t(match step {
        DirectiveStep::Council => "directives-of-council",
        DirectiveStep::Meeting => "directives-of-meeting",
    })
}
