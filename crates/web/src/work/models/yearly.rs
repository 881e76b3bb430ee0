//! The form of a round that every year of a model has: when it is about, and by which day it comes in.

use super::model::view;
use super::part::At;
use super::said;
use super::sent::{Beside, Sent, WHOLE};
use super::yearly_fields::{Fields, KINDS, last_day};
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use crate::work::WorkSite;
use crate::work::answers::{Answer, Faults};
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

#[derive(Template)]
#[template(path = "work/model-yearly.html")]
struct YearlyPage {
    shell: Shell,
    view: ModelPage,
    at: At<YearlyRoundId>,
    typed: Fields,
    faults: Faults,
    beside: Beside,
    /// What is saved, where somebody else saved it meanwhile.
    saved: Vec<String>,
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
    let typed = Fields::of(&speech(&site), view.definition.yearly(at.id));
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
    if let Some(edit) = wanted(&sent, &mut faults, &typed, at.id)
        && let Some(answer) = sent.go_on(&edit, &mut faults, &mut beside).await?
    {
        return Ok(answer);
    }
    at.goes_on(&beside, &view);
    page(&site, &me, view, at, typed, faults, beside)
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
    at: At<YearlyRoundId>,
    typed: Fields,
    faults: Faults,
    beside: Beside,
) -> Answer {
    let around = at.around((site, me), &view, &faults, &beside);
    let page = YearlyPage {
        saved: saved(&speech(site), &view, at.id, &beside),
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
    fn occasions(&self) -> &'static Occasions {
        &OCCASIONS
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
