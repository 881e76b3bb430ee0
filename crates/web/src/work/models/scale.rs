//! The form of a scale: its values, their signs, and what each counts as.

use super::model::view;
use super::part::At;
use super::said::{COUNTS, SHAPES};
use super::scale_fields::{Fields, Named, Value};
use super::sent::{Beside, Sent, WHOLE};
use crate::form::{self, Form};
use crate::pages::passing;
use crate::work::WorkSite;
use crate::work::answers::{Answer, Faults};
use crate::work::session::Signed;
use crate::work::shell::{Shell, speech};
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use riktning_app::work::{Edit, ModelPage};
use riktning_domain::Refusal;
use riktning_domain::ids::ScaleId;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "work/model-scale.html")]
struct ScalePage {
    shell: Shell,
    view: ModelPage,
    at: At<ScaleId>,
    typed: Fields,
    faults: Faults,
    beside: Beside,
    action: String,
    heading: String,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((model, part)): Path<(String, String)>,
) -> Answer {
    let view = view(&site, &me, &model)?;
    let at = At::opened(&view, part)?;
    let typed = Fields::of(&view, at.id);
    let (faults, beside) = (Faults::default(), Beside::default());
    page(&site, &me, view, at, typed, faults, beside)
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((model, part)): Path<(String, String)>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = view(&site, &me, &model)?;
    let mut at = At::sent(&view, part, &form)?;
    let typed = Fields::typed(&form);
    let (mut faults, mut beside) = (Faults::default(), Beside::default());
    let sent = Sent::of((&site, &me), &form, &view, at.path(&view), field);
    if let Some(edit) = wanted(&sent, &mut faults, &typed, (at.id, at.key))
        && let Some(answer) = sent.go_on(&edit, &mut faults, &mut beside).await?
    {
        return Ok(answer);
    }
    at.goes_on(&beside, &view);
    page(&site, &me, view, at, typed, faults, beside)
}

/// The change that the form wants, if it is filled in.
fn wanted(
    sent: &Sent<'_>,
    faults: &mut Faults,
    typed: &Fields,
    (id, key): (ScaleId, Uuid),
) -> Option<Edit> {
    if sent.is_unfinished() {
        return None;
    }
    if sent.form.typed("vad") == "bort" {
        return Some(Edit::RemoveScale(id));
    }
    let edit = typed.read(&speech(sent.site), faults, sent.view, (id, key));
    edit.filter(|_| faults.is_empty())
}

fn field(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::ScaleInUse => "varden",
        _ => WHOLE,
    }
}

fn page(
    site: &WorkSite,
    me: &Signed,
    view: ModelPage,
    at: At<ScaleId>,
    typed: Fields,
    faults: Faults,
    beside: Beside,
) -> Answer {
    let around = at.around((site, me), &view, &faults, &beside);
    let page = ScalePage {
        shell: around.shell,
        view,
        at,
        typed,
        faults,
        beside,
        action: around.action,
        heading: around.heading,
    };
    passing(around.status, &page)
}

impl ScalePage {
    /// Whether something was judged by it: then its values stay.
    fn is_in_use(&self) -> bool {
        self.view.judged.contains(&self.at.id)
    }

    /// The values: number, fields, what is typed, and each of its names.
    fn values(&self) -> Vec<ValueShown<'_>> {
        let labels = NAME_KEYS.map(|key| self.shell.s.t(key));
        let shown = self.typed.values.iter().enumerate().map(|(place, value)| {
            let named = Named::of(place + 1);
            let fields = named.names.iter().chain(&named.forecast).cloned();
            let typed = value.names.iter().chain(&value.forecast);
            let names = fields.zip(labels.clone()).zip(typed);
            ValueShown {
                number: place + 1,
                names: names
                    .map(|((field, label), typed)| (field, label, typed))
                    .collect(),
                named,
                value,
            }
        });
        shown.collect()
    }

    fn shapes(&self) -> [(&'static str, String); 6] {
        SHAPES.map(|(word, _, key)| (word, self.shell.s.t(key)))
    }

    fn counts(&self) -> [(&'static str, String); 4] {
        COUNTS.map(|(word, _, key)| (word, self.shell.s.t(key)))
    }
}

/// What the names of a value are called: when the year is over, and during it.
const NAME_KEYS: [&str; 6] = [
    "model-value-name",
    "organisation-name-en",
    "organisation-name-fi",
    "model-forecast",
    "model-forecast-en",
    "model-forecast-fi",
];

/// A value as it is shown.
struct ValueShown<'a> {
    number: usize,
    named: Named,
    value: &'a Value,
    /// Its names: field, label, what is typed.
    names: Vec<(String, String, &'a String)>,
}
