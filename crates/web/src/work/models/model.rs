//! One model whole: what it holds, its name and period, the order of its levels, and a draft that is
//! thrown away.

use super::sent::{Beside, Sent, WHOLE, status, told};
use super::{NAMES, model_id, said, whole_names, years};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use crate::work::WorkSite;
use crate::work::answers::{Answer, Faults};
use crate::work::paths::WorkPaths;
use crate::work::session::{Signed, see};
use crate::work::shell::{Shell, speech};
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use riktning_app::work::{Edit, ModelPage, ModelStage, Way};
use riktning_domain::ids::{LevelId, ModelId};
use riktning_domain::models::{Level, ScaleValue};
use riktning_domain::topics::Dimension;
use riktning_domain::{Refusal, Text};
use riktning_words::Language;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "work/model.html")]
struct OnePage {
    shell: Shell,
    view: ModelPage,
    typed: Typed,
    faults: Faults,
    beside: Beside,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

/// What was typed of the model itself.
#[derive(Debug, Default)]
struct Typed {
    names: [String; 3],
    years: [String; 2],
    follows: String,
    dimensions: Vec<String>,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(model): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = view(&site, &me, &model)?;
    let done = match query.as_deref() {
        Some("gjort=sparat") => Some(speech(&site).t("model-done-saved")),
        Some("gjort=galler") => Some(speech(&site).t("model-done-force")),
        _ => None,
    };
    let (typed, beside) = (Typed::standing(&view), Beside::default());
    page(&site, &me, (view, done), typed, Faults::default(), beside)
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(model): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    if form.typed("vad") == "kasta" {
        return throw(&site, &me, &model).await;
    }
    let view = view(&site, &me, &model)?;
    let (mut faults, mut beside) = (Faults::default(), Beside::default());
    let edit = wanted(&speech(&site), &mut faults, &form, &view);
    let sent = Sent::of((&site, &me), &form, &view, path_of(&view.id), field);
    let edit = edit.filter(|_| faults.is_empty() && !sent.is_unfinished());
    if let Some(edit) = edit
        && let Some(answer) = sent.go_on(&edit, &mut faults, &mut beside).await?
    {
        return Ok(answer);
    }
    let typed = Typed::of(&form, &view);
    page(&site, &me, (view, None), typed, faults, beside)
}

async fn throw(site: &WorkSite, me: &Signed, model: &str) -> Answer {
    let thrown = site.app.drop_model(me.colleague.person, model_id(model)?);
    let mut faults = Faults::default();
    match thrown.await {
        Ok(()) => {
            let to = WorkPaths(site.language).models();
            return Ok(see(&format!("{to}?gjort=kastat")));
        }
        Err(error) => told(&speech(site), &mut faults, error, |_| "kasta")?,
    }
    let view = view(site, me, model)?;
    let typed = Typed::standing(&view);
    page(site, me, (view, None), typed, faults, Beside::default())
}

/// The change that a form of the page wants.
fn wanted(s: &Speech, faults: &mut Faults, form: &Form, view: &ModelPage) -> Option<Edit> {
    if form.typed("vad") == "beskriv" {
        return Typed::of(form, view).read(s, faults, view);
    }
    let level = |name| Uuid::parse_str(form.typed(name)).ok().map(LevelId);
    let up = level("upp").map(|id| Edit::MoveLevel(id, Way::Up));
    up.or(level("ned").map(|id| Edit::MoveLevel(id, Way::Down)))
}

fn field(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::PeriodTaken { .. }
        | Refusal::PeriodInForce { .. }
        | Refusal::PeriodInUse { .. } => "fran-ar",
        Refusal::PredecessorNotEarlier => "foljer",
        _ => WHOLE,
    }
}

/// The address of a model, in Swedish.
pub(super) fn path_of(id: &ModelId) -> String {
    WorkPaths(Language::Sv).model(id)
}

pub(super) fn view(site: &WorkSite, me: &Signed, model: &str) -> Result<ModelPage, Failure> {
    let id = model_id(model)?;
    let person = me.colleague.person;
    let view = site.app.inside(person, |i, _| ModelPage::of(i, id));
    view.ok_or(Failure::NotFound)
}

fn page(
    site: &WorkSite,
    me: &Signed,
    (view, done): (ModelPage, Option<String>),
    typed: Typed,
    faults: Faults,
    beside: Beside,
) -> Answer {
    let s = speech(site);
    let heading = s.name(&view.definition.names).plain().to_owned();
    let (whole, title) = faults.headed(&s, &heading);
    let answer = status(&faults, &beside, whole);
    let path = path_of(&view.id);
    let page = OnePage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
        beside,
        done,
    };
    passing(answer, &page)
}

/// A text of a name as it stands in a field.
pub(super) fn in_field(text: Option<&Text>) -> String {
    text.and_then(Text::as_str).unwrap_or_default().to_owned()
}

/// A name as it stands in its three fields.
pub(super) fn names_in_fields(names: &riktning_domain::Names) -> [String; 3] {
    [Some(&names.sv), names.en.as_ref(), names.fi.as_ref()].map(in_field)
}

impl Typed {
    fn standing(view: &ModelPage) -> Typed {
        let definition = &view.definition;
        let period = definition.period;
        let years = [period.first_day().year(), period.last_day().year()];
        let dimensions = definition.dimensions.iter();
        let dimensions = dimensions.map(|of| said::word(&said::DIMENSIONS, of).to_owned());
        Typed {
            names: names_in_fields(&definition.names),
            years: years.map(|year| year.to_string()),
            follows: definition
                .follows
                .map(|id| id.to_string())
                .unwrap_or_default(),
            dimensions: dimensions.collect(),
        }
    }

    /// What was typed; where something else of the page was sent, what stands.
    fn of(form: &Form, view: &ModelPage) -> Typed {
        if form.typed("vad") != "beskriv" {
            return Typed::standing(view);
        }
        let one = |name: &str| form.typed(name).to_owned();
        Typed {
            names: NAMES.map(one),
            years: ["fran-ar", "till-ar"].map(one),
            follows: one("foljer"),
            dimensions: form.all("dimension").map(str::to_owned).collect(),
        }
    }

    fn read(&self, s: &Speech, faults: &mut Faults, view: &ModelPage) -> Option<Edit> {
        let names = whole_names(s, faults, &self.names);
        // Of what is in force the period is no field.
        let period = match view.stage.is_public() {
            true => Some(view.definition.period),
            false => years(s, faults, &self.years),
        };
        let follows = match self.follows.as_str() {
            "" => Some(None),
            typed => view
                .earlier
                .iter()
                .map(|(id, _)| *id)
                .find(|id| id.to_string() == typed)
                .map(Some),
        };
        if follows.is_none() {
            faults.add("foljer", s.t("model-fault-gone"));
        }
        Some(Edit::Describe {
            names: names?,
            period: period?,
            follows: follows?,
            dimensions: self.chosen_dimensions(),
        })
    }

    fn chosen_dimensions(&self) -> Vec<Dimension> {
        let all = said::DIMENSIONS.iter();
        let chosen = all.filter(|(word, ..)| self.dimensions.iter().any(|own| own == word));
        chosen.map(|(_, dimension, _)| *dimension).collect()
    }
}

impl OnePage {
    fn dimensions(&self) -> Vec<(&'static str, String, bool)> {
        let all = said::DIMENSIONS.iter();
        let field = |(word, _, key): &(&'static str, Dimension, &str)| {
            let chosen = self.typed.dimensions.iter().any(|own| own == word);
            (*word, self.shell.s.t(key), chosen)
        };
        all.map(field).collect()
    }

    fn is_followed(&self, id: &ModelId) -> bool {
        self.typed.follows == id.to_string()
    }

    fn is_draft(&self) -> bool {
        self.view.stage == ModelStage::Draft
    }

    /// Whether it is not in force yet: then a day can be said.
    fn is_to_come(&self) -> bool {
        !self.view.stage.is_public()
    }

    /// What is said of a level, each as a sentence.
    fn said_of(&self, level: &Level) -> Vec<String> {
        let (s, view) = (&self.shell.s, &self.view);
        let mut said = said::supports(s, &view.definition, level);
        said.extend(said::whose(s, level));
        said.extend(said::judged(s, view, level));
        said.extend(said::seasons(s, level));
        said
    }

    /// What a value counts as, where its name says something else.
    fn counts_as(&self, value: &ScaleValue) -> Option<String> {
        let s = &self.shell.s;
        let counts = said::counts_as(s, &value.counts_as);
        let is_said = s.name(&value.names).plain() == counts;
        (!is_said).then(|| s.t1("model-counts-as", "what", counts.to_lowercase()))
    }

    /// How much stands on a level, as a sentence.
    fn stands(&self, level: &Level) -> Option<String> {
        let said = said::in_use(&self.shell.s, &self.view.uses_of(level.id))?;
        Some(self.shell.s.t1("model-stands", "what", said))
    }
}
