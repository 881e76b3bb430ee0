//! The form of a scale: its values, their signs, and what each counts as.

use super::NAMES;
use super::level::now_seen;
use super::model::{path_of, view};
use super::said::{COUNTS, SHAPES};
use super::scale_fields::{Fields, Named, Value, scale_id};
use super::sent::{Beside, Sent, WHOLE, status};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::work::WorkSite;
use crate::work::answers::{Answer, Faults, key};
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
    id: ScaleId,
    /// The event that the form was written after.
    seen: String,
    typed: Fields,
    faults: Faults,
    beside: Beside,
    key: Uuid,
    action: String,
}

/// Where the form is and what it was written after.
struct At {
    scale: String,
    id: ScaleId,
    key: Uuid,
    seen: String,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((model, scale)): Path<(String, String)>,
) -> Answer {
    let view = view(&site, &me, &model)?;
    let key = Uuid::new_v4();
    let id = scale_id(&scale, key).ok_or(Failure::NotFound)?;
    let is_there = scale == "ny" || view.definition.scale(id).is_some();
    if !is_there || !view.stage.is_open() {
        return Err(Failure::NotFound);
    }
    let (typed, seen) = (Fields::of(&view, id), view.seen.to_string());
    let at = At {
        scale,
        id,
        key,
        seen,
    };
    page(
        &site,
        &me,
        view,
        at,
        typed,
        Faults::default(),
        Beside::default(),
    )
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((model, scale)): Path<(String, String)>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = view(&site, &me, &model)?;
    // What is over stands as it was.
    if !view.stage.is_open() {
        return Err(Failure::NotFound);
    }
    let mut at = At::sent(&form, scale)?;
    let typed = Fields::typed(&form);
    let (mut faults, mut beside) = (Faults::default(), Beside::default());
    let path = format!("{}/skala/{}", path_of(&view.id), at.scale);
    let sent = Sent::of((&site, &me), &form, &view, path, field);
    if let Some(edit) = wanted(&sent, &mut faults, &typed, (at.id, at.key))
        && let Some(answer) = sent.go_on(&edit, &mut faults, &mut beside).await?
    {
        return Ok(answer);
    }
    at.seen = now_seen(&form, &beside, &view);
    page(&site, &me, view, at, typed, faults, beside)
}

impl At {
    fn sent(form: &Form, scale: String) -> Result<At, Failure> {
        let key = key(form).unwrap_or_else(Uuid::new_v4);
        let id = scale_id(&scale, key).ok_or(Failure::NotFound)?;
        Ok(At {
            scale,
            id,
            key,
            seen: String::new(),
        })
    }
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
    at: At,
    typed: Fields,
    faults: Faults,
    beside: Beside,
) -> Answer {
    let s = speech(site);
    let scale = view.definition.scale(at.id);
    let heading = match scale {
        Some(scale) => s.name(&scale.names).plain().to_owned(),
        None => s.t("model-scale-new"),
    };
    let (whole, title) = faults.headed(&s, &heading);
    let answer = status(&faults, &beside, whole);
    let path = format!("{}/skala/{}", path_of(&view.id), at.scale);
    let page = ScalePage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path.as_str()),
        action: format!("{}{path}", site.language.prefix()),
        view,
        id: at.id,
        seen: at.seen,
        typed,
        faults,
        beside,
        key: at.key,
    };
    passing(answer, &page)
}

impl ScalePage {
    fn heading(&self) -> String {
        let scale = self.view.definition.scale(self.id);
        let named = scale.map(|scale| self.shell.s.name(&scale.names).plain().to_owned());
        named.unwrap_or_else(|| self.shell.s.t("model-scale-new"))
    }

    fn is_new(&self) -> bool {
        self.view.definition.scale(self.id).is_none()
    }

    /// Whether something was judged by it: then its values stay.
    fn is_in_use(&self) -> bool {
        self.view.judged.contains(&self.id)
    }

    /// The fields of the name: field, label, what is typed.
    fn name_fields(&self) -> [(&'static str, String, &String); 3] {
        let s = &self.shell.s;
        let [sv, en, fi] = &self.typed.names;
        [
            (NAMES[0], s.t("organisation-name"), sv),
            (NAMES[1], s.t("organisation-name-en"), en),
            (NAMES[2], s.t("organisation-name-fi"), fi),
        ]
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
