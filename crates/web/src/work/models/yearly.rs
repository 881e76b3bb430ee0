//! The form of a round that every year of a model has: when it is about, and by which day it comes in.

use super::NAMES;
use super::level::now_seen;
use super::model::{path_of, view};
use super::said;
use super::sent::{Beside, Sent, WHOLE, status};
use super::yearly_fields::{Fields, KINDS, last_day};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use crate::work::WorkSite;
use crate::work::answers::{Answer, Faults, key};
use crate::work::round_fields::{OCCASIONS, Occasions};
use crate::work::session::Signed;
use crate::work::shell::{Shell, speech};
use crate::work::year::asked;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use riktning_app::work::{Edit, ModelPage};
use riktning_domain::ids::YearlyRoundId;
use riktning_domain::{Refusal, Text};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "work/model-yearly.html")]
struct YearlyPage {
    shell: Shell,
    view: ModelPage,
    id: YearlyRoundId,
    /// The event that the form was written after.
    seen: String,
    typed: Fields,
    faults: Faults,
    beside: Beside,
    /// What is saved, where somebody else saved it meanwhile.
    saved: Vec<String>,
    key: Uuid,
    action: String,
    heading: String,
}

/// Where the form is and what it was written after.
struct At {
    round: String,
    id: YearlyRoundId,
    key: Uuid,
    seen: String,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((model, round)): Path<(String, String)>,
) -> Answer {
    let view = view(&site, &me, &model)?;
    let at = At::of(round, Uuid::new_v4(), view.seen.to_string())?;
    let is_there = at.round == NEW || view.definition.yearly(at.id).is_some();
    if !is_there || !view.stage.is_open() {
        return Err(Failure::NotFound);
    }
    let typed = Fields::of(&speech(&site), view.definition.yearly(at.id));
    let (faults, beside) = (Faults::default(), Beside::default());
    page(&site, &me, view, at, typed, faults, beside)
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((model, round)): Path<(String, String)>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = view(&site, &me, &model)?;
    // What is over stands as it was.
    if !view.stage.is_open() {
        return Err(Failure::NotFound);
    }
    let key = key(&form).unwrap_or_else(Uuid::new_v4);
    let mut at = At::of(round, key, String::new())?;
    let typed = Fields::typed(&form);
    let (mut faults, mut beside) = (Faults::default(), Beside::default());
    let path = format!("{}/omgang/{}", path_of(&view.id), at.round);
    let sent = Sent::of((&site, &me), &form, &view, path, field);
    if let Some(edit) = wanted(&sent, &mut faults, &typed, at.id)
        && let Some(answer) = sent.go_on(&edit, &mut faults, &mut beside).await?
    {
        return Ok(answer);
    }
    at.seen = now_seen(&form, &beside, &view);
    page(&site, &me, view, at, typed, faults, beside)
}

/// How the address of a new one ends.
const NEW: &str = "ny";

impl At {
    /// A new one has the id of the form's key.
    fn of(round: String, key: Uuid, seen: String) -> Result<At, Failure> {
        let id = match round.as_str() {
            NEW => Some(key),
            typed => Uuid::parse_str(typed).ok(),
        };
        let id = YearlyRoundId(id.ok_or(Failure::NotFound)?);
        Ok(At {
            round,
            id,
            key,
            seen,
        })
    }
}

/// The change that the form wants, if it is filled in.
fn wanted(sent: &Sent<'_>, faults: &mut Faults, typed: &Fields, id: YearlyRoundId) -> Option<Edit> {
    if sent.is_unfinished() {
        return None;
    }
    if sent.form.typed("vad") == "bort" {
        return Some(Edit::RemoveYearly(id));
    }
    let round = typed.read(
        &speech(sent.site),
        faults,
        id,
        sent.view.definition.yearly(id),
    );
    round.filter(|_| faults.is_empty()).map(Edit::Yearly)
}

fn field(_: &Refusal) -> &'static str {
    WHOLE
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
    let heading = match view.definition.yearly(at.id) {
        Some(round) => s.name(&round.names).plain().to_owned(),
        None => s.t("model-yearly-new"),
    };
    let (whole, title) = faults.headed(&s, &heading);
    let answer = status(&faults, &beside, whole);
    let path = format!("{}/omgang/{}", path_of(&view.id), at.round);
    let page = YearlyPage {
        saved: saved(&s, &view, at.id, &beside),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path.as_str()),
        action: format!("{}{path}", site.language.prefix()),
        view,
        id: at.id,
        seen: at.seen,
        typed,
        faults,
        beside,
        key: at.key,
        heading,
    };
    passing(answer, &page)
}

/// What a round says that somebody else has saved meanwhile, a sentence each.
fn saved(s: &Speech, view: &ModelPage, id: YearlyRoundId, beside: &Beside) -> Vec<String> {
    let round = view.definition.yearly(id).filter(|_| !beside.0.is_empty());
    let said = round.into_iter().flat_map(|round| {
        let name = s.name(&round.names).plain().to_owned();
        let asked = round.asks_for.iter().filter_map(Text::as_str);
        let asked = asked.map(str::to_owned).collect::<Vec<_>>();
        [name]
            .into_iter()
            .chain(said::yearly(s, round))
            .chain(asked)
    });
    said.collect()
}

impl YearlyPage {
    fn is_new(&self) -> bool {
        self.view.definition.yearly(self.id).is_none()
    }

    fn occasions(&self) -> &'static Occasions {
        &OCCASIONS
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

    /// The last day of each kind of body: field, label, what is typed.
    fn deadlines(&self) -> Vec<(String, String, &String)> {
        let s = &self.shell.s;
        let kinds = KINDS.iter().zip(&self.typed.deadlines);
        let field = |(kind, typed)| {
            let label = s.words.capital(&asked(s, kind));
            (last_day(*kind), label, typed)
        };
        kinds.map(field).collect()
    }
}
