//! Last year's plan as a proposal: what stands in it, and what this year's plan goes on with.

use super::WorkSite;
use super::answers::{Answer, Faults, key, of_plan, unwritten};
use super::element::plan_names;
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use riktning_app::work::{
    Continuable, Continuation, EarlierPlan, EarlierRow, Uncontinued, Unsaved,
};
use riktning_domain::ids::{ElementId, WordingId};
use riktning_words::Language;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Bytes of the form: what ten thousand rows have, so that they are answered in words.
const FORM: usize = 1 << 20;
/// The most rows at once.
const ROWS: usize = 200;

/// Rows, each by the wording that the page showed.
type Chosen = BTreeSet<(ElementId, WordingId)>;

#[derive(Template)]
#[template(path = "work/earlier.html")]
struct EarlierPage {
    shell: Shell,
    view: EarlierPlan,
    chosen: Chosen,
    faults: Faults,
    key: Uuid,
    heading: String,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(at): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = view(&site, &me, &at)?;
    let all = view
        .offered()
        .filter(|_| query.as_deref() == Some("val=alla"));
    let chosen = all.map(|row| (row.element, row.wording)).collect();
    page(&site, &me, view, chosen, Faults::default())
}

pub(crate) async fn go_on(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(at): Path<(String, String)>,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, FORM)?;
    let view = view(&site, &me, &at)?;
    let s = speech(&site);
    let mut faults = Faults::default();
    let wish = wanted(&s, &form, &view, &mut faults);
    let chosen = wish.chosen.clone();
    if !faults.is_empty() {
        return page(&site, &me, view, chosen, faults);
    }
    let (person, names) = (me.colleague.person, plan_names(view.time));
    let Uncontinued { number, why } = match site.app.continue_rows(person, &wish, &names).await {
        Ok(saved) => {
            let to = WorkPaths(site.language).plan(&saved.time, &saved.body);
            return Ok(see(&format!("{to}?gjort=fortsatt#nr-{}", saved.number)));
        }
        Err(uncontinued) => uncontinued,
    };
    let why = told(&s, why)?;
    faults.add(
        "val",
        match number {
            Some(number) => format!("{} {why}", s.t1("earlier-row", "number", number)),
            None => why,
        },
    );
    // As it is now: some of what was chosen may be gone.
    let view = self::view(&site, &me, &at)?;
    page(&site, &me, view, chosen, faults)
}

/// Why nothing was continued, in a sentence.
fn told(s: &Speech, why: Unsaved) -> Result<String, Failure> {
    match why {
        Unsaved::Nowhere => Err(Failure::NotFound),
        Unsaved::Unperformed(error) => Err(unwritten(error)),
        Unsaved::Changed => Ok(s.t("earlier-changed")),
        Unsaved::Refused(refusal) => Ok(s.words.refusal(&refusal)),
    }
}

fn view(
    site: &WorkSite,
    me: &Signed,
    (year, body): &(String, String),
) -> Result<EarlierPlan, Failure> {
    of_plan(site, me, (year, body), EarlierPlan::of)
}

/// What was chosen of what the page showed.
fn wanted(s: &Speech, form: &Form, view: &EarlierPlan, faults: &mut Faults) -> Continuation {
    let sent = form.all("val").count();
    if sent > ROWS {
        let (rows, most) = (s.words.whole(sent), s.words.whole(ROWS));
        let args = [("rows", rows.as_str()), ("most", &most)];
        faults.add("val", s.words.with("earlier-too-many", &args));
    }
    let read: Option<Chosen> = form.all("val").take(ROWS).map(pair).collect();
    let key = key(form);
    if sent == 0 {
        faults.add("val", s.t("earlier-none-chosen"));
    } else if read.is_none() || key.is_none() {
        faults.add("val", s.t("work-fault-form"));
    }
    Continuation {
        body: view.body.1.clone(),
        time: view.time,
        key: key.unwrap_or_default(),
        chosen: read.unwrap_or_default(),
    }
}

/// A row and its wording, as the form names them.
fn pair(value: &str) -> Option<(ElementId, WordingId)> {
    let (element, wording) = value.split_once(':')?;
    let id = |text| Uuid::parse_str(text).ok();
    Some((ElementId(id(element)?), WordingId(id(wording)?)))
}

fn page(site: &WorkSite, me: &Signed, view: EarlierPlan, chosen: Chosen, faults: Faults) -> Answer {
    let s = speech(site);
    let heading = match view.from {
        Some(from) => s.t1("earlier", "year", from),
        None => s.t("earlier-no-plan"),
    };
    let (status, title) = faults.headed(&s, &heading);
    let path = WorkPaths(Language::Sv).earlier(&view.time, &view.body.1);
    let page = EarlierPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        chosen,
        faults,
        key: Uuid::new_v4(),
        heading,
    };
    passing(status, &page)
}

impl EarlierPage {
    fn is_chosen(&self, row: &EarlierRow) -> bool {
        self.chosen.contains(&(row.element, row.wording))
    }

    /// Why a row cannot be continued.
    fn why_not(&self, row: &EarlierRow) -> String {
        let s = &self.shell.s;
        match &row.standing {
            Continuable::Yes => String::new(),
            Continuable::Withdrawn => s.t("earlier-withdrawn"),
            Continuable::Closed => s.t("earlier-closed"),
            Continuable::Already(..) => s.t("earlier-already"),
            Continuable::NoLevel => s.t("earlier-no-level"),
            Continuable::NobodyLeft => s.t("earlier-nobody-left"),
        }
    }

    fn is_struck(&self, row: &EarlierRow) -> bool {
        row.standing == Continuable::Withdrawn
    }

    /// The number of what continues a row already.
    fn already(&self, row: &EarlierRow) -> Option<u32> {
        match &row.standing {
            Continuable::Already(number, _) => Some(*number),
            _ => None,
        }
    }

    /// Whose plan it was, where another body had it.
    fn taken_over(&self) -> Option<String> {
        let s = &self.shell.s;
        let names = self.view.taken_over.iter();
        let names: Vec<String> = names
            .map(|names| s.name(names).plain().to_owned())
            .collect();
        (!names.is_empty()).then(|| s.t1("earlier-taken-over", "bodies", s.words.list(&names)))
    }
}
