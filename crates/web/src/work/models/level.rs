//! The form of a level: what it is for, what it supports, whose it is, and how it is judged.

use super::level_fields::{Fields, Row, field_of, row_fields};
use super::model::view;
use super::part::At;
use super::said::{CHECKS, KINDS, PURPOSES, month};
use super::sent::{Beside, Sent, WHOLE};
use super::{NAMES, said};
use crate::form::{self, Form};
use crate::pages::bodies::kind_key;
use crate::pages::passing;
use crate::pages::speech::Speech;
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
use riktning_domain::ids::LevelId;
use riktning_domain::models::{Month, Scale, Upward};

#[derive(Template)]
#[template(path = "work/model-level.html")]
struct LevelPage {
    shell: Shell,
    view: ModelPage,
    at: At<LevelId>,
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
    let typed = Fields::typed(&form, &view, at.id);
    let (mut faults, mut beside) = (Faults::default(), Beside::default());
    let sent = Sent::of((&site, &me), &form, &view, at.path(&view), field);
    if let Some(edit) = wanted(&sent, &mut faults, &typed, at.id) {
        if let Some(answer) = sent.go_on(&edit, &mut faults, &mut beside).await? {
            return Ok(answer);
        }
        circle(&speech(&site), &mut faults, &edit, &view);
    }
    at.goes_on(&beside, &view);
    page(&site, &me, view, at, typed, faults, beside)
}

/// The change that the form wants, if it is filled in.
fn wanted(sent: &Sent<'_>, faults: &mut Faults, typed: &Fields, id: LevelId) -> Option<Edit> {
    if sent.is_unfinished() {
        return None;
    }
    if sent.form.typed("vad") == "bort" {
        return Some(Edit::RemoveLevel(id));
    }
    let edit = typed.read(&speech(sent.site), faults, sent.view, id);
    edit.filter(|_| faults.is_empty())
}

/// Says by which levels one would support itself.
fn circle(s: &Speech, faults: &mut Faults, edit: &Edit, view: &ModelPage) {
    let Edit::Level(level, _) = edit else { return };
    let Some(fault) = faults.0.iter_mut().find(|fault| fault.field == "stoder") else {
        return;
    };
    let mut definition = view.definition.clone();
    definition.levels.retain(|own| own.id != level.id);
    // What somebody has just written is where the circle is told from.
    definition.levels.insert(0, (**level).clone());
    if let Some(way) = definition.circle() {
        let names = way
            .iter()
            .map(|id| said::upward(s, &definition, &Upward::Level(*id)));
        let names: Vec<_> = names.collect();
        fault.text = s.t1("model-fault-circle", "way", names.join(" → "));
    }
}

fn field(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::LevelsInACircle => "stoder",
        Refusal::PurposeInUse => "syfte",
        Refusal::LevelInUse | Refusal::NoLevels => "bort",
        _ => WHOLE,
    }
}

fn page(
    site: &WorkSite,
    me: &Signed,
    view: ModelPage,
    at: At<LevelId>,
    typed: Fields,
    faults: Faults,
    beside: Beside,
) -> Answer {
    let around = at.around((site, me), &view, &faults, &beside);
    let page = LevelPage {
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

impl LevelPage {
    /// The fields of the name: field, label, what is typed.
    fn name_fields(&self) -> [(&'static str, String, &String); 6] {
        let s = &self.shell.s;
        let ([sv, en, fi], [many, many_en, many_fi]) = (&self.typed.names, &self.typed.many);
        [
            (NAMES[0], s.t("model-one"), sv),
            (NAMES[1], s.t("model-one-en"), en),
            (NAMES[2], s.t("model-one-fi"), fi),
            ("flera", s.t("model-many"), many),
            ("flera-engelska", s.t("model-many-en"), many_en),
            ("flera-finska", s.t("model-many-fi"), many_fi),
        ]
    }

    /// What it can be for: value, name, whether it is chosen.
    fn purposes(&self) -> Vec<(&'static str, String, bool)> {
        let all = PURPOSES.iter();
        let option =
            all.map(|(word, _, key)| (*word, self.shell.s.t(key), self.typed.purpose == *word));
        option.collect()
    }

    /// What it can support: field, name, what is chosen.
    fn supports(&self) -> Vec<(String, String, &str)> {
        let s = &self.shell.s;
        let all = self.typed.supports.iter();
        let rows = all.map(|(upward, typed)| {
            let name = said::upward(s, &self.view.definition, upward);
            (field_of(upward), name, typed.as_str())
        });
        rows.collect()
    }

    /// The kinds of body: value, name, whether it owns, whether it decides.
    fn kinds(&self) -> Vec<(&'static str, String, bool, bool)> {
        let kinds = KINDS.iter().map(|kind| {
            let key = kind_key(kind);
            let is_in = |all: &[String]| all.iter().any(|own| own == key);
            let (owns, decides) = (is_in(&self.typed.owners), is_in(&self.typed.deciders));
            (key, self.shell.s.t(key), owns, decides)
        });
        kinds.collect()
    }

    fn is_judged_by(&self, scale: &Scale) -> bool {
        self.typed.scale == scale.id.to_string()
    }

    fn criteria(&self) -> Vec<RowShown<'_>> {
        let keys = [
            "organisation-name",
            "organisation-name-en",
            "organisation-name-fi",
        ];
        self.rows(&self.typed.criteria, ("kontroll", "kriterium"), keys)
    }

    fn checks(&self) -> [(&'static str, String); 4] {
        CHECKS.map(|(word, _, key)| (word, self.shell.s.t(key)))
    }

    fn seasons(&self) -> Vec<RowShown<'_>> {
        let keys = ["model-season-what", "model-season-en", "model-season-fi"];
        self.rows(&self.typed.seasons, ("manad", "tid"), keys)
    }

    fn rows<'a>(
        &self,
        rows: &'a [Row],
        (choice, name): (&str, &str),
        keys: [&str; 3],
    ) -> Vec<RowShown<'a>> {
        let labels = keys.map(|key| self.shell.s.t(key));
        let shown = rows.iter().enumerate().map(|(place, row)| {
            let [field, fields @ ..] = row_fields(choice, name, place + 1);
            let [chosen, typed @ ..] = row;
            let names = fields.into_iter().zip(labels.clone()).zip(typed);
            RowShown {
                number: place + 1,
                field,
                chosen,
                names: names
                    .map(|((field, label), typed)| (field, label, typed))
                    .collect(),
            }
        });
        shown.collect()
    }

    fn months(&self) -> [(String, String); 12] {
        Month::ALL.map(|of| (of.number().to_string(), month(&self.shell.s, &of)))
    }

    /// How much stands on it, as a sentence.
    fn stands(&self) -> Option<String> {
        let said = said::in_use(&self.shell.s, &self.view.uses_of(self.at.id))?;
        Some(self.shell.s.t1("model-stands", "what", said))
    }

    fn is_in_use(&self) -> bool {
        self.view.uses_of(self.at.id).is_in_use()
    }

    /// What is said in place of a choice of what it is for, once something stands on it.
    fn fixed_purpose(&self) -> Option<String> {
        let level = self.view.definition.level(self.at.id)?;
        self.is_in_use()
            .then(|| said::purpose(&self.shell.s, &level.purpose))
    }
}

/// A row with a choice and a name, as it is shown.
struct RowShown<'a> {
    number: usize,
    /// The field of the choice, and what is chosen.
    field: String,
    chosen: &'a String,
    /// The fields of the name: field, label, what is typed.
    names: Vec<(String, String, &'a String)>,
}
