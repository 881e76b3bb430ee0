//! A draft that is put in force from a day, after what it takes over has been seen.

use super::model::{path_of, view};
use super::said;
use super::sent::WHOLE;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use crate::work::WorkSite;
use crate::work::answers::{Answer, Faults, unwritten};
use crate::work::paths::WorkPaths;
use crate::work::session::{Signed, see};
use crate::work::shell::{Shell, speech};
use crate::work::typed;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use jiff::civil::Date;
use riktning_app::work::{ForceEffect, ModelPage, ModelStage, Unshaped};

#[derive(Template)]
#[template(path = "work/model-force.html")]
struct ForcePage {
    shell: Shell,
    view: ModelPage,
    /// What it would do from the day that was typed.
    effect: Option<ForceEffect>,
    typed: String,
    faults: Faults,
    action: String,
    /// What it touches has changed since it was shown.
    has_changed: bool,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(model): Path<String>,
) -> Answer {
    let view = open(&site, &me, &model)?;
    let from = first_day(&view);
    let (mut faults, s) = (Faults::default(), speech(&site));
    let effect = looked(&site, &me, (&view, from), &s, &mut faults)?;
    let typed = from.to_string();
    page(&site, &me, view, effect, typed, faults, false)
}

pub(crate) async fn put(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(model): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = view(&site, &me, &model)?;
    let (s, mut faults) = (speech(&site), Faults::default());
    let day = day(&s, &mut faults, &form, &view);
    let mut has_changed = false;
    if let (Some(from), "genomfor") = (day, form.typed("gor")) {
        let (app, shown) = (&site.app, form.typed("visat"));
        let put = app.put_model_in_force(me.colleague.person, (view.id, from), shown);
        match put.await {
            Ok(()) => return Ok(done(&site, &view)),
            Err(Unshaped::Unseen) => has_changed = true,
            Err(error) => told(&s, &mut faults, error)?,
        }
    }
    let effect = match day.filter(|_| faults.is_empty()) {
        Some(from) => looked(&site, &me, (&view, from), &s, &mut faults)?,
        None => None,
    };
    let typed = form.typed("fran").to_owned();
    page(&site, &me, view, effect, typed, faults, has_changed)
}

fn done(site: &WorkSite, view: &ModelPage) -> axum::response::Response {
    let to = WorkPaths(site.language).model(&view.id);
    see(&format!("{to}?gjort=galler"))
}

/// A day that has not been.
fn day(s: &Speech, faults: &mut Faults, form: &Form, view: &ModelPage) -> Option<Date> {
    let day = typed::day(s, faults, "fran", form.typed("fran"))?;
    // Of what is in force already the same form is sent a second time.
    if day < view.today && !view.stage.is_public() {
        faults.add("fran", s.t("model-fault-past"));
    }
    (day >= view.today || view.stage.is_public()).then_some(day)
}

/// The day that stands in the form first: the one that is said, or the first of the period.
fn first_day(view: &ModelPage) -> Date {
    match view.stage {
        ModelStage::Coming(day) => day,
        _ => view.definition.period.first_day().max(view.today),
    }
}

/// A model that is not in force yet.
fn open(site: &WorkSite, me: &Signed, model: &str) -> Result<ModelPage, Failure> {
    let view = view(site, me, model)?;
    match view.stage.is_public() {
        true => Err(Failure::NotFound),
        false => Ok(view),
    }
}

fn looked(
    site: &WorkSite,
    me: &Signed,
    (view, from): (&ModelPage, Date),
    s: &Speech,
    faults: &mut Faults,
) -> Result<Option<ForceEffect>, Failure> {
    let person = me.colleague.person;
    match site.app.effect_of_force(person, view.id, from) {
        Ok(effect) => Ok(Some(effect)),
        Err(Unshaped::Already) => Ok(None),
        Err(error) => told(s, faults, error).map(|()| None),
    }
}

fn told(s: &Speech, faults: &mut Faults, error: Unshaped) -> Result<(), Failure> {
    match error {
        Unshaped::Refused(refusal) => faults.add("fran", s.words.refusal(&refusal)),
        Unshaped::Unperformed(error) => return Err(unwritten(error)),
        Unshaped::Nowhere => return Err(Failure::NotFound),
        Unshaped::Already | Unshaped::Unseen | Unshaped::Changed => {
            faults.add(WHOLE, s.t("model-fault-changed"));
        }
    }
    Ok(())
}

fn page(
    site: &WorkSite,
    me: &Signed,
    view: ModelPage,
    effect: Option<ForceEffect>,
    typed: String,
    faults: Faults,
    has_changed: bool,
) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("model-force"));
    let path = format!("{}/galla", path_of(&view.id));
    let page = ForcePage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path.as_str()),
        action: format!("{}{path}", site.language.prefix()),
        view,
        effect,
        typed,
        faults,
        has_changed,
    };
    let status = match has_changed {
        true => StatusCode::CONFLICT,
        false => status,
    };
    passing(status, &page)
}

impl ForcePage {
    /// What is different from the model before, as sentences.
    fn differences(&self, effect: &ForceEffect) -> Vec<String> {
        let of = effect
            .against
            .iter()
            .flat_map(|(_, differences)| differences);
        of.map(|of| said::difference(&self.shell.s, of)).collect()
    }

    /// What stays in the model before, as a sentence.
    fn stays(&self, effect: &ForceEffect) -> Option<String> {
        let s = &self.shell.s;
        let (names, _) = effect.against.as_ref()?;
        let name = s.name(names).plain().to_owned();
        let counts = [("count", effect.stays)];
        let said = s
            .words
            .with_counts("model-stays", &counts, &[("name", &name)]);
        (effect.stays > 0).then_some(said)
    }

    /// What residents see, and from when.
    fn public(&self, effect: &ForceEffect) -> String {
        let s = &self.shell.s;
        let (day, period) = (s.day(&effect.from), s.period(&effect.period));
        let args = [("day", day.as_str()), ("period", &period)];
        s.words.with("model-becomes-public", &args)
    }
}
