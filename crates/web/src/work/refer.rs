//! Comment rounds (*remiss*): whom a plan asks what they say of it, by when, and what they have answered.

use super::WorkSite;
use super::answers::{Answer, Faults, of_plan, unwritten};
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
use jiff::civil::Date;
use riktning_app::work::{AnswerLine, AskedLine, ReferForm, Referral, Unsaved};
use riktning_domain::Refusal;
use riktning_domain::ids::BodyId;
use riktning_domain::plans::PlanStage;
use riktning_words::Language;
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "work/refer.html")]
struct ReferPage {
    shell: Shell,
    view: ReferForm,
    typed: Typed,
    faults: Faults,
}

/// Whom somebody wants to ask, and by when, as it was typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    to: Vec<String>,
    until: String,
    seen: String,
}

impl Typed {
    fn of(view: &ReferForm) -> Typed {
        let until = view.referral.as_ref().and_then(|round| round.until);
        let until = until.filter(|_| view.is_open());
        Typed {
            to: view.to.iter().map(BodyId::to_string).collect(),
            until: until.map_or_else(String::new, |day| day.to_string()),
            seen: view.seen.clone(),
        }
    }

    fn read(form: &Form) -> Typed {
        Typed {
            to: form.all("organ").map(str::to_owned).collect(),
            until: form.typed("till").to_owned(),
            seen: form.typed("sedd").to_owned(),
        }
    }

    fn chooses(&self, body: &BodyId) -> bool {
        self.to.contains(&body.to_string())
    }

    fn wanted(
        &self,
        s: &Speech,
        faults: &mut Faults,
        view: &ReferForm,
    ) -> Option<(BTreeSet<BodyId>, Date)> {
        let chosen = view.offered.iter().map(|(id, _)| *id);
        let chosen: BTreeSet<BodyId> = chosen.filter(|id| self.chooses(id)).collect();
        let sent: BTreeSet<&String> = self.to.iter().collect();
        if chosen.is_empty() {
            faults.add("organ", s.words.refusal(&Refusal::NobodyAsked));
        } else if chosen.len() < sent.len() {
            faults.add("organ", s.t("referral-fault-gone"));
        }
        let until = typed::day(s, faults, "till", &self.until)?;
        faults.is_empty().then_some((chosen, until))
    }
}

/// Who is asked and what they have answered; for whoever asks, the form.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((year, body)): Path<(String, String)>,
) -> Answer {
    let view = of_plan(&site, &me, (&year, &body), ReferForm::of)?;
    let typed = Typed::of(&view);
    page(&site, &me, view, typed, Faults::default())
}

/// Asks others, asks anew, or asks nobody any longer.
pub(crate) async fn ask(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((year, body)): Path<(String, String)>,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, form::TEXTS)?;
    let view = of_plan(&site, &me, (&year, &body), ReferForm::of)?;
    if !view.asks {
        return Err(Failure::NotFound);
    }
    let (s, typed, mut faults) = (speech(&site), Typed::read(&form), Faults::default());
    let (person, at) = (me.colleague.person, (body.as_str(), view.time));
    let (said, done) = match form.typed("gor") {
        "aterkalla" => {
            let said = site.app.call_off_referral(person, at, &typed.seen).await;
            (said, "gjort=remiss-aterkallad")
        }
        _ => {
            let Some(wanted) = typed.wanted(&s, &mut faults, &view) else {
                return page(&site, &me, view, typed, faults);
            };
            let said = site.app.refer(person, at, &typed.seen, wanted).await;
            (said, "gjort=remiss")
        }
    };
    match said {
        Ok(()) => {
            let to = WorkPaths(site.language).plan(&view.time, &view.body.1);
            Ok(see(&format!("{to}?{done}")))
        }
        Err(why) => refused(&site, &me, (&year, &body), typed, why),
    }
}

/// Says at its field why nobody was asked, with what stands now.
fn refused(
    site: &WorkSite,
    me: &Signed,
    at: (&str, &str),
    mut typed: Typed,
    why: Unsaved,
) -> Answer {
    let (s, mut faults) = (speech(site), Faults::default());
    let view = of_plan(site, me, at, ReferForm::of)?;
    match why {
        Unsaved::Nowhere => return Err(Failure::NotFound),
        Unsaved::Unperformed(error) => return Err(unwritten(error)),
        Unsaved::Refused(refusal) => {
            let field = match refusal {
                Refusal::AskedForDayOver { .. } | Refusal::AskedForTooLong { .. } => "till",
                _ => "organ",
            };
            faults.add(field, s.words.refusal(&refusal));
        }
        Unsaved::Changed => {
            faults.add("organ", s.t("referral-changed-by-other"));
            // From here on they have seen both.
            typed.seen.clone_from(&view.seen);
        }
    }
    page(site, me, view, typed, faults)
}

fn page(site: &WorkSite, me: &Signed, view: ReferForm, typed: Typed, faults: Faults) -> Answer {
    let s = speech(site);
    let body = s.name(&view.body.0).plain().to_owned();
    let plan = format!("{body}, {}", s.t1("work-plan", "year", view.time));
    let (status, title) = faults.headed(&s, &format!("{}, {plan}", s.t("referral")));
    let path = WorkPaths(Language::Sv).refer(&view.time, &view.body.1);
    let page = ReferPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
    };
    passing(status, &page)
}

impl ReferPage {
    /// Whether there is a form: for whoever may ask, and for whoever has just been told why not.
    fn has_form(&self) -> bool {
        self.view.may_ask || !self.faults.is_empty()
    }

    /// Why whoever asks cannot ask now.
    fn why_not(&self) -> Option<String> {
        let key = match self.view.stage {
            _ if self.view.may_ask || !self.view.asks => return None,
            PlanStage::Draft => "referral-not-handed-in",
            _ => "referral-decided",
        };
        Some(self.shell.s.t(key)) // words-keys: referral-*
    }
}

/// How a round stands: how many of how many have answered, and until when.
pub(crate) fn said(s: &Speech, round: &Referral) -> String {
    let counts = [("count", round.answered()), ("all", round.asked.len())];
    let answered = match round.answered() {
        0 => s.t("referral-answered-none"),
        all if all == round.asked.len() => s.t("referral-answered-all"),
        _ => s.words.with_counts("referral-answered", &counts, &[]),
    };
    let until = match round.until {
        None => return s.t("referral-called-off"),
        Some(day) => {
            let key = match (round.is_open, round.is_late) {
                (false, _) => "referral-was-until",
                (true, true) => "referral-until-late",
                (true, false) => "referral-until",
            };
            s.t1(key, "day", s.day(&day)) // words-keys: referral-*
        }
    };
    format!("{until} {answered}")
}

/// How one who is asked has answered, in a sentence.
pub(crate) fn standing(s: &Speech, round: &Referral, asked: &AskedLine) -> String {
    match asked.answers.first() {
        Some(answer) => answered(s, round, answer),
        None if round.is_late => s.t("referral-late"),
        None if round.is_open => s.t("referral-waits"),
        None => s.t("referral-no-answer"),
    }
}

/// That an answer came, and when; by whom, where another has answered in the place of who was asked.
fn answered(s: &Speech, round: &Referral, answer: &AnswerLine) -> String {
    let is_late = round.until.is_some_and(|last| last < answer.on);
    let day = s.day(&answer.on);
    let said = match (&answer.by, is_late) {
        (None, false) => s.t1("referral-answered-on", "day", day),
        (None, true) => s.t1("referral-answered-late", "day", day),
        (Some(by), _) => {
            let by = s.name(by).plain().to_owned();
            let args = [("day", day.as_str()), ("body", &by)];
            s.words.with("referral-answered-by", &args)
        }
    };
    let said = match answer.says {
        Some(_) => said,
        None => format!("{said} {}", s.t("referral-no-objection")),
    };
    match answer.is_of_other_words {
        true => format!("{said} {}", s.t("referral-other-words")),
        false => said,
    }
}
