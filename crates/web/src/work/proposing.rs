//! The steps of a governing document or an owner directive that is proposed: handed in, called back,
//! dropped.

use super::WorkSite;
use super::answers::{Answer, unwritten};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::speech::Speech;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use riktning_app::work::{ProposalStep, Unsaved};
use riktning_domain::ids::WordingId;
use riktning_domain::proposals::Proposable;
use uuid::Uuid;

/// The step that an address names.
fn step_of(word: &str) -> Result<ProposalStep, Failure> {
    match word {
        "lamna-in" => Ok(ProposalStep::HandIn),
        "ta-tillbaka" => Ok(ProposalStep::Recall),
        "ta-bort" => Ok(ProposalStep::Drop),
        _ => Err(Failure::NotFound),
    }
}

/// Takes a step with a governing document.
pub(crate) async fn document(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((slug, step)): Path<(String, String)>,
    body: Bytes,
) -> Answer {
    let (step, seen) = (step_of(&step)?, seen(&body)?);
    let person = me.colleague.person;
    let done = site.app.step_document(person, &slug, seen, step).await;
    let w = WorkPaths(site.language);
    led(done, step, &w.own_document(&slug), &w.own_documents())
}

/// Takes a step with an owner directive.
pub(crate) async fn directive(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((id, step)): Path<(String, String)>,
    body: Bytes,
) -> Answer {
    let (step, seen) = (step_of(&step)?, seen(&body)?);
    let id = super::directive::directive(&id)?;
    let (person, what) = (me.colleague.person, Proposable::Directive(id));
    let done = site.app.step_proposal(person, what, seen, step).await;
    let w = WorkPaths(site.language);
    led(done, step, &w.directive(&id), &w.directives())
}

/// The wording that the form showed.
fn seen(body: &Bytes) -> Result<WordingId, Failure> {
    let form = Form::read(body, form::TEXTS)?;
    let seen = Uuid::parse_str(form.typed("sedd")).map(WordingId);
    seen.map_err(|_| Failure::NotFound)
}

/// Where somebody is led after a step: to the form, or to the list where there is none any more.
fn led(done: Result<(), Unsaved>, step: ProposalStep, form: &str, list: &str) -> Answer {
    match done {
        Ok(()) => Ok(see(&match step {
            ProposalStep::HandIn => format!("{form}?gjort=lamnat"),
            ProposalStep::Recall => format!("{form}?gjort=tillbaka"),
            ProposalStep::Drop => format!("{list}?gjort=borttaget"),
        })),
        // The page that they are led to shows what stands now.
        Err(Unsaved::Changed | Unsaved::Refused(_)) => Ok(see(&format!("{form}?gjort=andrat"))),
        Err(Unsaved::Nowhere) => Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => Err(unwritten(error)),
    }
}

/// What has just been done, if the page shows that it is.
pub(super) fn done(s: &Speech, is_handed_in: bool, query: Option<&str>) -> Option<String> {
    match query {
        Some("gjort=sparat") => Some(s.t("documents-saved")),
        Some("gjort=lamnat") if is_handed_in => Some(s.t("documents-sent")),
        Some("gjort=tillbaka") if !is_handed_in => Some(s.t("documents-recalled")),
        Some("gjort=andrat") => Some(s.t("documents-send-changed")),
        _ => None,
    }
}
