//! What a body answers when it is asked what it says of a plan (*remissvar*).

use super::WorkSite;
use super::answers::{Answer, Faults, of_plan, unwritten};
use super::kept::{self, Kept};
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
use axum::http::StatusCode;
use riktning_app::work::{AnswerForm, AnsweringBody, Unsaved};
use riktning_domain::ids::BodyId;
use riktning_domain::{Refusal, Text};
use riktning_words::Language;
use std::collections::BTreeMap;

/// The most characters of an answer: three pages or so.
const MOST: usize = 8_000;

#[derive(Template)]
#[template(path = "work/referral-answer.html")]
struct AnswerPage {
    shell: Shell,
    view: AnswerForm,
    typed: Typed,
    faults: Faults,
}

/// An answer as it was typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    body: String,
    how: String,
    text: String,
    /// What each body had answered when the form was made.
    seen: BTreeMap<String, String>,
}

impl Typed {
    fn of(view: &AnswerForm) -> Typed {
        let only = view.bodies.first().filter(|_| view.bodies.len() == 1);
        let before = only.and_then(|own| own.before.clone());
        let text = before.clone().flatten();
        let text = text.as_ref().and_then(Text::as_str);
        Typed {
            body: only.map_or_else(String::new, |own| own.id.to_string()),
            how: match before {
                None => String::new(),
                Some(None) => "ingen".to_owned(),
                Some(Some(_)) => "yttrande".to_owned(),
            },
            text: text.unwrap_or_default().to_owned(),
            seen: seen(view),
        }
    }

    fn read(form: &Form, view: Option<&AnswerForm>) -> Typed {
        let bodies = view.into_iter().flat_map(|view| &view.bodies);
        let ids = bodies.map(|own| own.id.to_string());
        Typed {
            body: form.typed("organ").to_owned(),
            how: form.typed("hur").to_owned(),
            text: form.typed("svar").to_owned(),
            seen: ids
                .map(|id| (id.clone(), form.typed(&format!("sedd-{id}")).to_owned()))
                .collect(),
        }
    }

    /// Whose answer it is, and what it says.
    fn wanted(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &AnswerForm,
    ) -> Option<(BodyId, Option<Text>)> {
        let mut own = view.bodies.iter();
        let own = own.find(|own| own.id.to_string() == self.body);
        if own.is_none() {
            faults.add("organ", s.t("referral-fault-whose"));
        }
        let text = typed::text(s, faults, "svar", &self.text, MOST, true);
        let says = match (self.how.as_str(), text) {
            ("ingen", None) => None,
            ("yttrande", Some(text)) => Some(text),
            ("ingen", Some(_)) => {
                faults.add("svar", s.t("referral-fault-both"));
                None
            }
            ("yttrande", None) => {
                faults.add("svar", s.t("referral-fault-empty"));
                None
            }
            _ => {
                faults.add("hur", s.t("referral-fault-how"));
                None
            }
        };
        faults.is_empty().then_some((own?.id, says))
    }
}

/// What each body had answered, as the form showed it.
fn seen(view: &AnswerForm) -> BTreeMap<String, String> {
    let bodies = view.bodies.iter();
    bodies
        .map(|own| (own.id.to_string(), own.seen.clone()))
        .collect()
}

/// The form in which a body answers, or who does.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((year, body)): Path<(String, String)>,
) -> Answer {
    let view = of_plan(&site, &me, (&year, &body), AnswerForm::of)?;
    let typed = Typed::of(&view);
    page(&site, &me, view, typed, Faults::default())
}

/// Answers.
pub(crate) async fn answer(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((year, body)): Path<(String, String)>,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, form::TEXTS)?;
    let view = of_plan(&site, &me, (&year, &body), |i, now, body, time| {
        Some(AnswerForm::of(i, now, body, time))
    })?;
    let typed = Typed::read(&form, view.as_ref());
    let Some(view) = view.filter(|view| !view.bodies.is_empty()) else {
        return late(&site, &me, &typed);
    };
    let (s, mut faults) = (speech(&site), Faults::default());
    let Some(wanted) = typed.wanted(&s, &mut faults, &view) else {
        return page(&site, &me, view, typed, faults);
    };
    let (person, at) = (me.colleague.person, (body.as_str(), view.time));
    let seen = typed.seen.get(&typed.body).cloned().unwrap_or_default();
    let said = site.app.answer_referral(person, at, &seen, wanted).await;
    match said {
        Ok(()) => {
            let to = WorkPaths(site.language).plan(&view.time, &view.body.1);
            Ok(see(&format!("{to}?gjort=remissvar")))
        }
        Err(why) => refused(&site, &me, (&year, &body), typed, why),
    }
}

/// Says at its field why nothing was answered.
fn refused(
    site: &WorkSite,
    me: &Signed,
    at: (&str, &str),
    mut typed: Typed,
    why: Unsaved,
) -> Answer {
    let (s, mut faults) = (speech(site), Faults::default());
    let view = of_plan(site, me, at, |i, now, body, time| {
        Some(AnswerForm::of(i, now, body, time))
    })?;
    let Some(view) = view.filter(|view| !view.bodies.is_empty()) else {
        return late(site, me, &typed);
    };
    match why {
        Unsaved::Nowhere => return Err(Failure::NotFound),
        Unsaved::Unperformed(error) => return Err(unwritten(error)),
        Unsaved::Refused(Refusal::PlanDecided | Refusal::PlanNotHandedIn | Refusal::NotAsked) => {
            return late(site, me, &typed);
        }
        Unsaved::Refused(refusal) => faults.add("svar", s.words.refusal(&refusal)),
        Unsaved::Changed => {
            faults.add("svar", s.t("referral-answer-changed"));
            // From here on they have seen both.
            typed.seen = seen(&view);
        }
    }
    page(site, me, view, typed, faults)
}

/// Nothing can be answered here any longer, or never could: whatever they typed is shown again, and nothing
/// is told of what they may not read.
fn late(site: &WorkSite, me: &Signed, typed: &Typed) -> Answer {
    if typed.text.trim().is_empty() {
        return Err(Failure::NotFound);
    }
    let s = speech(site);
    let kept = Kept {
        title: s.t("referral-late-title"),
        why: s.t("referral-late-why"),
        texts: vec![typed.text.clone()],
        plan: None,
        form: None,
    };
    kept::page(site, me, StatusCode::CONFLICT, kept)
}

fn page(site: &WorkSite, me: &Signed, view: AnswerForm, typed: Typed, faults: Faults) -> Answer {
    let s = speech(site);
    let body = s.name(&view.body.0).plain().to_owned();
    let plan = format!("{body}, {}", s.t1("work-plan", "year", view.time));
    let (status, title) = faults.headed(&s, &format!("{}, {plan}", s.t("referral-answer")));
    let path = WorkPaths(Language::Sv).answer_referral(&view.time, &view.body.1);
    let page = AnswerPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
    };
    passing(status, &page)
}

impl AnswerPage {
    /// The only body for which they answer, if there is but one.
    fn only(&self) -> Option<&AnsweringBody> {
        let first = self.view.bodies.first();
        first.filter(|_| self.view.bodies.len() == 1)
    }

    fn is(&self, own: &AnsweringBody) -> bool {
        self.typed.body == own.id.to_string()
    }

    fn seen(&self, own: &AnsweringBody) -> String {
        let seen = self.typed.seen.get(&own.id.to_string());
        seen.unwrap_or(&own.seen).clone()
    }

    fn help(&self) -> String {
        let most = self.shell.s.words.whole(MOST);
        self.shell.s.t1("referral-answer-help", "most", most)
    }

    /// What stands answered before, where the form has been sent.
    fn before(&self, own: &AnsweringBody) -> Option<String> {
        let s = &self.shell.s;
        let said = |says: &Option<Text>| match says {
            Some(text) => s.words.typed(text),
            None => s.t("referral-no-objection"),
        };
        let before = own.before.as_ref();
        before.filter(|_| !self.faults.is_empty()).map(said)
    }
}
