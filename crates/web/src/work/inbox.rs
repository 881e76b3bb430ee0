//! What residents answered: read page by page, said what was changed because of it, and erased
//! under a decision on disposal.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::cache::address::field;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use riktning_app::feedback::{Chosen, Disposal, ToErase};
use riktning_app::work::{Comment, Inbox, PageAnswers, Unsaved};
use riktning_domain::Refusal;
use riktning_domain::local_time::midnight;
use riktning_domain::site::answers::ErasedOfPage;
use uuid::Uuid;

/// The most characters of what was changed, of what a decision is called, and of its number.
const NOTE: usize = 1_000;
const DECISION: usize = 200;
const NUMBER: usize = 60;

#[derive(Template)]
#[template(path = "work/answers.html")]
struct AnswersPage {
    shell: Shell,
    view: Inbox,
    /// What was typed of one answer and is not saved.
    typed: Option<(Uuid, String)>,
    faults: Faults,
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "work/erase.html")]
struct ErasePage {
    shell: Shell,
    view: Inbox,
    typed: Typed,
    faults: Faults,
    /// What would be erased, once somebody has asked to see it.
    shown: Option<Chosen>,
}

/// The form in which answers are erased, as it was typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    which: String,
    before: String,
    page: String,
    answer: String,
    decision: String,
    decided: String,
    case_number: String,
}

/// What residents answered when a page asked whether it helped.
pub(crate) async fn answers(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let s = speech(&site);
    let done = match query.as_deref() {
        Some("gjort=sparat") => Some(s.t("answers-note-saved")),
        Some("gjort=gallrat") => Some(s.t("answers-erased-done")),
        _ => None,
    };
    list(&site, &me, None, Faults::default(), done).await
}

/// Says what was changed because of an answer.
pub(crate) async fn note(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    body: Bytes,
) -> Answer {
    let id = Uuid::parse_str(&id).map_err(|_| Failure::NotFound)?;
    let form = Form::read(&body, form::TEXTS)?;
    let (s, mut faults) = (speech(&site), Faults::default());
    let words = form.typed("andrat").to_owned();
    let said = typed::text(&s, &mut faults, "andrat", &words, NOTE, true);
    let said = said.map(|said| said.as_str().unwrap_or_default().to_owned());
    if !faults.is_empty() {
        return list(&site, &me, Some((id, words)), faults, None).await;
    }
    let seen = Some(form.typed("sedd")).filter(|seen| !seen.is_empty());
    let seen = seen.map(|seen| seen.replace("\r\n", "\n"));
    let person = me.colleague.person;
    match site.app.note_answer(person, id, seen, said).await {
        Ok(()) => {
            let to = WorkPaths(site.language).answers();
            Ok(see(&format!("{to}?gjort=sparat#svar-{id}")))
        }
        Err(Unsaved::Unperformed(error)) => Err(unwritten(error)),
        Err(Unsaved::Changed) => {
            faults.add("andrat", s.t("answers-note-changed"));
            list(&site, &me, Some((id, words)), faults, None).await
        }
        Err(_) => Err(Failure::NotFound),
    }
}

async fn inbox(site: &WorkSite, me: &Signed) -> Result<Inbox, Failure> {
    match site.app.answers(me.colleague.person).await {
        Ok(view) => Ok(view),
        Err(Unsaved::Unperformed(error)) => Err(unwritten(error)),
        Err(_) => Err(Failure::NotFound),
    }
}

async fn list(
    site: &WorkSite,
    me: &Signed,
    typed: Option<(Uuid, String)>,
    faults: Faults,
    done: Option<String>,
) -> Answer {
    let view = inbox(site, me).await?;
    let (status, title) = faults.headed(&speech(site), &speech(site).t("work-answers"));
    let path = "/arbete/webbplats/svar";
    let page = AnswersPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
        done,
    };
    passing(status, &page)
}

/// The form in which answers are erased.
pub(crate) async fn to_erase(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let query = query.unwrap_or_default();
    let answer = field(&query, "svar").unwrap_or_default();
    let typed = Typed {
        which: if answer.is_empty() { "fore" } else { "ett" }.to_owned(),
        answer,
        ..Typed::default()
    };
    erase_page(&site, &me, typed, Faults::default(), None).await
}

/// Shows what would be erased, or erases what was shown.
pub(crate) async fn erase(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let (s, typed, mut faults) = (speech(&site), Typed::read(&form), Faults::default());
    let person = me.colleague.person;
    let which = typed.which(&site, &s, &mut faults);
    let disposal = typed.disposal(&s, &mut faults);
    let Some(which) = which else {
        return erase_page(&site, &me, typed, faults, None).await;
    };
    let there = match site.app.answers_to_erase(person, &which).await {
        Ok(there) => there,
        Err(Unsaved::Unperformed(error)) => return Err(unwritten(error)),
        Err(_) => return Err(Failure::NotFound),
    };
    let wants = form.once("gor") == Some("gallra");
    let seen = form.once("sedd");
    if wants && there.pages.is_empty() && seen.is_some() {
        // A double click: it is gone.
        return Ok(erased(&site));
    }
    if there.pages.is_empty() {
        faults.add(typed.field(), s.t("answers-fault-none"));
    }
    // Who has seen nothing is shown it.
    let seen = seen.and_then(|seen| Uuid::parse_str(seen).ok());
    let seen = seen.unwrap_or_default();
    let Some(disposal) = disposal.filter(|_| faults.is_empty() && wants) else {
        return erase_page(&site, &me, typed, faults, Some(there)).await;
    };
    match site.app.dispose(person, &which, disposal, seen).await {
        Ok(_) => Ok(erased(&site)),
        Err(Unsaved::Nowhere) => Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => Err(unwritten(error)),
        Err(Unsaved::Changed) => {
            faults.add(typed.field(), s.t("answers-fault-other"));
            erase_page(&site, &me, typed, faults, Some(there)).await
        }
        Err(Unsaved::Refused(refusal)) => {
            let field = match refusal {
                Refusal::InTheFuture { .. } => "beslutsdag",
                _ => "beslut",
            };
            faults.add(field, s.words.refusal(&refusal));
            erase_page(&site, &me, typed, faults, Some(there)).await
        }
    }
}

fn erased(site: &WorkSite) -> axum::response::Response {
    let to = WorkPaths(site.language).answers();
    see(&format!("{to}?gjort=gallrat"))
}

async fn erase_page(
    site: &WorkSite,
    me: &Signed,
    typed: Typed,
    faults: Faults,
    shown: Option<Chosen>,
) -> Answer {
    let view = inbox(site, me).await?;
    let (status, title) = faults.headed(&speech(site), &speech(site).t("answers-erase"));
    let path = "/arbete/webbplats/svar/gallra";
    let page = ErasePage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        shown: shown.filter(|shown| !shown.pages.is_empty()),
        faults,
    };
    passing(status, &page)
}

impl Typed {
    fn read(form: &Form) -> Typed {
        let one = |name: &str| form.typed(name).to_owned();
        Typed {
            which: one("vilka"),
            before: one("fore"),
            page: one("sida"),
            answer: one("svar"),
            decision: one("beslut"),
            decided: one("beslutsdag"),
            case_number: one("diarienummer"),
        }
    }

    /// The field that says which answers are meant.
    fn field(&self) -> &'static str {
        match self.which.as_str() {
            "fore" => "fore",
            "sida" => "sida",
            _ => "vilka",
        }
    }

    fn which(&self, site: &WorkSite, s: &Speech, faults: &mut Faults) -> Option<ToErase> {
        match self.which.as_str() {
            "fore" => {
                let day = typed::day(s, faults, "fore", &self.before)?;
                if day > site.app.today() {
                    faults.add("fore", s.t("answers-fault-future"));
                    return None;
                }
                Some(ToErase::Before(midnight(day)))
            }
            "sida" if !self.page.is_empty() => Some(ToErase::Page(self.page.clone())),
            "sida" => {
                faults.add("sida", s.t("answers-fault-page"));
                None
            }
            "ett" => {
                let id = Uuid::parse_str(&self.answer).ok();
                if id.is_none() {
                    faults.add("vilka", s.t("answers-fault-none"));
                }
                id.map(ToErase::One)
            }
            _ => {
                faults.add("vilka", s.t("answers-fault-which"));
                None
            }
        }
    }

    fn disposal(&self, s: &Speech, faults: &mut Faults) -> Option<Disposal> {
        let decision = typed::text(s, faults, "beslut", &self.decision, DECISION, false);
        if decision.is_none() && faults.at("beslut").is_none() {
            faults.add("beslut", s.t("answers-fault-decision"));
        }
        let decided = typed::day(s, faults, "beslutsdag", &self.decided);
        let number = &self.case_number;
        let case_number = typed::case_number(s, faults, "diarienummer", number, NUMBER);
        if case_number.is_none() && faults.at("diarienummer").is_none() {
            faults.add("diarienummer", s.t("answers-fault-number"));
        }
        Some(Disposal {
            decision: decision?,
            decided: decided?,
            case_number: case_number?,
        })
    }
}

impl AnswersPage {
    /// How many answered of a page, and how many it helped.
    fn counted(&self, page: &PageAnswers) -> String {
        let counts = [("helped", page.helped), ("all", page.helped + page.not)];
        let words = &self.shell.s.words;
        words.with_counts("work-answers-of", &counts, &[])
    }

    /// What stands in the field of an answer, and whether it is not saved.
    fn note(&self, comment: &Comment) -> (String, bool) {
        match &self.typed {
            Some((id, typed)) if *id == comment.id => (typed.clone(), true),
            _ => (self.said(comment), false),
        }
    }

    /// What was said of an answer.
    fn said(&self, comment: &Comment) -> String {
        let note = comment.note.as_ref();
        note.map_or(String::new(), |(said, _)| said.clone())
    }
}

/// How much was erased of a page, in words.
pub(crate) fn erased_of(s: &Speech, erased: &ErasedOfPage) -> String {
    let counts = [
        ("count", erased.answers as usize),
        ("comments", erased.comments as usize),
    ];
    s.words.with_counts("answers-erased-of", &counts, &[])
}
