//! The register of decisions, one of them with what has become of it, and a new one over what
//! stands: what a registrar does beside deciding plans.

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::meeting::{Meeting, Met};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::cache::address::field;
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use crate::pages::speech::Speech;
use crate::routes::search::page_of;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use riktning_app::Unperformed;
use riktning_app::work::{
    DecidedOver, Deciding, DecisionRegister, DecisionRow, DecisionView, Deed, DeedLine, OverForm,
    OverRow, Which,
};
use riktning_domain::decisions::{Act, Authority, MarkDecision, Stage};
use riktning_domain::ids::{BodyId, DecisionId, ElementId, WordingId};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Bytes of the form: what becomes of a thousand elements, and a few short texts.
const FORM: usize = 256 << 10;
const SMALL: usize = 4 << 10;

#[derive(Template)]
#[template(path = "work/decisions.html")]
struct RegisterPage {
    shell: Shell,
    view: DecisionRegister,
}

#[derive(Template)]
#[template(path = "work/decided.html")]
struct DecidedPage {
    shell: Shell,
    view: DecisionView,
    typed: Mark,
    faults: Faults,
    heading: String,
    done: bool,
}

#[derive(Template)]
#[template(path = "work/over.html")]
struct OverPage {
    shell: Shell,
    view: OverForm,
    typed: Typed,
    faults: Faults,
    heading: String,
    key: Uuid,
    action: String,
    shows_all: bool,
}

/// The register, a page of it.
pub(crate) async fn register(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let page = page_of(&query.unwrap_or_default())?;
    let view = site
        .app
        .inside(me.colleague.person, |i, _| DecisionRegister::of(i, page));
    let view = view.ok_or(Failure::NotFound)?;
    let title = speech(&site).t("decisions");
    let path = match page {
        1 => "/arbete/beslut".to_owned(),
        page => format!("/arbete/beslut?sida={page}"),
    };
    let page = RegisterPage {
        shell: Shell::new(&site, Some(&me), view.frame.clone(), title, path),
        view,
    };
    passing(StatusCode::OK, &page)
}

/// One decision.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<Uuid>,
    RawQuery(query): RawQuery,
) -> Answer {
    let done = field(&query.unwrap_or_default(), "gjort").is_some();
    decided(&site, &me, id, Mark::default(), Faults::default(), done)
}

/// Says what has become of a decision.
pub(crate) async fn mark(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<Uuid>,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, SMALL)?;
    let s = speech(&site);
    let typed = Mark::read(&form);
    let mut faults = Faults::default();
    let mark = typed.to_mark(&s, &mut faults, DecisionId(id));
    if let Some(mark) = mark.filter(|_| faults.is_empty()) {
        let person = me.colleague.person;
        match site.app.mark_decision(person, mark).await {
            Ok(()) => {
                let to = WorkPaths(site.language).decided(&DecisionId(id));
                return Ok(see(&format!("{to}?gjort=markt")));
            }
            Err(Unperformed::Refused { refusal, .. }) => {
                faults.add("dag", s.words.refusal(&refusal));
            }
            Err(error) => return Err(unwritten(error)),
        }
    }
    decided(&site, &me, id, typed, faults, false)
}

fn decided(
    site: &WorkSite,
    me: &Signed,
    id: Uuid,
    typed: Mark,
    faults: Faults,
    done: bool,
) -> Answer {
    let id = DecisionId(id);
    let view = site
        .app
        .inside(me.colleague.person, |i, now| DecisionView::of(i, now, id));
    let view = view.ok_or(Failure::NotFound)?;
    let s = speech(site);
    let heading = titled(&s, &view.row);
    let (status, title) = faults.headed(&s, &heading);
    let path = format!("/arbete/beslut/{id}");
    let page = DecidedPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
        heading,
        done,
    };
    passing(status, &page)
}

/// The form of a decision over what stands.
pub(crate) async fn new(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(body): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let which = which(query.as_deref());
    let view = over(&site, &me, &body, which)?;
    page(
        &site,
        &me,
        (view, which),
        Typed::default(),
        Faults::default(),
    )
}

/// Records a decision over what stands.
pub(crate) async fn record(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(body): Path<String>,
    RawQuery(query): RawQuery,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, FORM)?;
    let s = speech(&site);
    let typed = Typed::read(&form);
    let mut faults = Faults::default();
    let deciding = typed.to_deciding(&s, &mut faults, &form, &body);
    if let Some(deciding) = deciding.filter(|_| faults.is_empty()) {
        match site.app.decide_over(me.colleague.person, deciding).await {
            DecidedOver::Recorded(id) => {
                let to = WorkPaths(site.language).decided(&id);
                return Ok(see(&format!("{to}?gjort=beslut")));
            }
            DecidedOver::Nowhere => return Err(Failure::NotFound),
            DecidedOver::Unperformed(error) => return Err(unwritten(error)),
            DecidedOver::Refused(refusal) => faults.add("gor", s.words.refusal(&refusal)),
            DecidedOver::Changed(_) => faults.add("gor", s.t("decisions-fault-changed")),
        }
    }
    let which = which(query.as_deref());
    let view = over(&site, &me, &body, which)?;
    page(&site, &me, (view, which), typed, faults)
}

fn which(query: Option<&str>) -> Which {
    match field(query.unwrap_or_default(), "alla").is_some() {
        true => Which::All,
        false => Which::Running,
    }
}

fn over(site: &WorkSite, me: &Signed, body: &str, which: Which) -> Result<OverForm, Failure> {
    let view = site
        .app
        .inside(me.colleague.person, |i, _| OverForm::of(i, body, which));
    view.ok_or(Failure::NotFound)
}

fn page(
    site: &WorkSite,
    me: &Signed,
    (view, which): (OverForm, Which),
    typed: Typed,
    faults: Faults,
) -> Answer {
    let s = speech(site);
    let heading = s.t1("decisions-new-of", "body", s.name(&view.body.0).plain());
    let (status, title) = faults.headed(&s, &heading);
    let shows_all = which == Which::All;
    let path = over_path(&view.body.1, shows_all);
    let page = OverPage {
        action: WorkPaths(site.language).form(&path),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
        heading,
        key: Uuid::new_v4(),
        shows_all,
    };
    passing(status, &page)
}

/// The address of the form over a body's matters, in Swedish.
fn over_path(body: &str, all: bool) -> String {
    let all = if all { "?alla=1" } else { "" };
    format!("/arbete/beslut/nytt/{body}{all}")
}

/// What a decision is called: by its title, or by its day.
pub(crate) fn titled(s: &Speech, row: &DecisionRow) -> String {
    match &row.title {
        Some(title) => s.words.typed(title),
        None => s.t1("decisions-of-day", "day", s.dated(&row.date)),
    }
}

/// By what right it was decided.
pub(crate) fn right(s: &Speech, row: &DecisionRow) -> Option<String> {
    match &row.authority {
        Authority::Paragraph(number) => Some(format!("§ {}", s.words.typed(number))),
        Authority::Delegation(number) => {
            Some(s.t1("decisions-delegation", "number", s.words.typed(number)))
        }
        Authority::Found { paragraph, .. } => {
            let number = paragraph.as_ref()?;
            Some(format!("§ {}", s.words.typed(number)))
        }
    }
}

/// What has become of it, each with its day.
pub(crate) fn marks(s: &Speech, row: &DecisionRow) -> Vec<String> {
    let said =
        |(stage, on): &(Stage, jiff::civil::Date)| s.t1(marked_key(*stage), "day", s.day(on));
    let marked: Vec<String> = row.marks.iter().map(said).collect();
    match row.awaits_approval {
        true => [vec![s.t("stage-decided")], marked].concat(),
        false => marked,
    }
}

fn marked_key(stage: Stage) -> &'static str {
    match stage {
        Stage::MinutesApproved => "decisions-marked-approved",
        Stage::Appealed => "decisions-marked-appealed",
        Stage::Quashed => "decisions-marked-quashed",
    }
}

/// What it did to a thing.
pub(crate) fn deed(s: &Speech, line: &DeedLine) -> String {
    match &line.deed {
        Deed::Adopted => s.t("decisions-deed-adopted"),
        Deed::Withdrew => s.t("decisions-deed-withdrew"),
        Deed::Closed => s.t("decisions-deed-closed"),
        Deed::Supplemented => s.t("decisions-deed-supplemented"),
        Deed::Gave(to) => s.t1("decisions-deed-gave", "body", s.name(to).plain()),
    }
}

/// What somebody says has become of a decision, as it was typed.
#[derive(Clone, Debug, Default)]
struct Mark {
    stage: String,
    day: String,
}

impl Mark {
    fn read(form: &Form) -> Mark {
        Mark {
            stage: form.typed("steg").to_owned(),
            day: form.typed("dag").to_owned(),
        }
    }

    fn to_mark(
        &self,
        s: &Speech,
        faults: &mut Faults,
        decision: DecisionId,
    ) -> Option<MarkDecision> {
        let mut stages = STAGES.iter();
        let stage = stages.find(|(name, _)| *name == self.stage);
        if stage.is_none() {
            faults.add("steg", s.t("decisions-fault-stage"));
        }
        let on = typed::day(s, faults, "dag", &self.day)?;
        let stage = stage?.1;
        Some(MarkDecision {
            decision,
            stage,
            on,
        })
    }
}

/// What can become of a decision, as the form names it.
const STAGES: [(&str, Stage); 3] = [
    ("justerat", Stage::MinutesApproved),
    ("overklagat", Stage::Appealed),
    ("upphavt", Stage::Quashed),
];

impl DecidedPage {
    /// What can be said of it now: the value of the field, its name, and what it means.
    fn stages(&self) -> Vec<(&'static str, String, String)> {
        let s = &self.shell.s;
        let now = STAGES
            .iter()
            .filter(|(_, stage)| self.view.stages.contains(stage));
        let said = now.map(|(name, _)| {
            let text = |part: &str| s.t(&format!("decisions-stage-{name}{part}"));
            (*name, text(""), text("-help"))
        });
        said.collect()
    }
}

/// The fields of a new decision as they were typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    meeting: Meeting,
    /// What becomes of an element: the wording that was seen, and what was chosen.
    chosen: BTreeMap<ElementId, (WordingId, Chosen)>,
    /// How many of the choices were none of ours.
    strange: usize,
}

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chosen {
    Withdraw,
    Close,
    Give(BodyId),
}

impl Typed {
    fn read(form: &Form) -> Typed {
        let chosen = form.all("gor").filter(|choice| !choice.is_empty());
        let chosen: Vec<_> = chosen.map(choice).collect();
        Typed {
            meeting: Meeting::read(form),
            strange: chosen.iter().filter(|choice| choice.is_none()).count(),
            chosen: chosen.into_iter().flatten().collect(),
        }
    }

    fn to_deciding(
        &self,
        s: &Speech,
        faults: &mut Faults,
        form: &Form,
        body: &str,
    ) -> Option<Deciding> {
        let met = self.meeting.met(s, faults);
        if self.strange > 0 {
            faults.add("gor", s.t("decisions-fault-changed"));
        } else if self.chosen.is_empty() {
            faults.add("gor", s.t("decisions-fault-nothing"));
        }
        let key = key(form);
        if key.is_none() {
            faults.add("gor", s.t("work-fault-form"));
        }
        let acts = self.chosen.iter().map(|(element, (wording, chosen))| {
            let act = match chosen {
                Chosen::Withdraw => Act::Withdraw(*element),
                Chosen::Close => Act::Close(*element),
                Chosen::Give(body) => Act::Transfer(*element, *body),
            };
            (act, *wording)
        });
        let Met {
            date,
            authority,
            case_number,
            title,
        } = met?;
        Some(Deciding {
            body: body.to_owned(),
            key: key?,
            date,
            authority,
            case_number,
            title,
            acts: acts.collect(),
        })
    }
}

/// A choice as the form holds it: the element, its wording, and what becomes of it.
fn choice(value: &str) -> Option<(ElementId, (WordingId, Chosen))> {
    let mut parts = value.split(':');
    let mut id = || Uuid::parse_str(parts.next()?).ok();
    let (element, wording) = (ElementId(id()?), WordingId(id()?));
    let chosen = match parts.next()? {
        "dras" => Chosen::Withdraw,
        "avslutas" => Chosen::Close,
        body => Chosen::Give(BodyId(Uuid::parse_str(body).ok()?)),
    };
    parts
        .next()
        .is_none()
        .then_some((element, (wording, chosen)))
}

impl OverPage {
    fn is(&self, row: &OverRow, chosen: Chosen) -> bool {
        let there = self.typed.chosen.get(&row.element);
        there.is_some_and(|(_, own)| *own == chosen)
    }

    fn is_withdrawn(&self, row: &OverRow) -> bool {
        self.is(row, Chosen::Withdraw)
    }

    fn is_closed(&self, row: &OverRow) -> bool {
        self.is(row, Chosen::Close)
    }

    fn is_given(&self, row: &OverRow, to: &BodyId) -> bool {
        self.is(row, Chosen::Give(*to))
    }

    /// The bodies that a row can be given to.
    fn takers(&self, row: &OverRow) -> Vec<(BodyId, String)> {
        let s = &self.shell.s;
        let takers = self.view.takers.iter();
        let takers = takers.filter(|(id, _)| row.takers.contains(id));
        let mut named: Vec<_> = takers
            .map(|(id, names)| (*id, s.name(names).plain().to_owned()))
            .collect();
        named.sort_by(|a, b| s.words.compare(&a.1, &b.1));
        named
    }

    /// The rows level by level, in the order of the first of each.
    fn levels(&self) -> Vec<(String, Vec<&OverRow>)> {
        let mut levels: Vec<(String, Vec<&OverRow>)> = Vec::new();
        for row in &self.view.rows {
            let name = self.shell.s.name(&row.level).plain().to_owned();
            match levels.iter_mut().find(|(level, _)| *level == name) {
                Some((_, rows)) => rows.push(row),
                None => levels.push((name, vec![row])),
            }
        }
        levels
    }
}

impl RegisterPage {
    fn at(&self, page: usize) -> String {
        format!("{}?sida={page}", self.shell.w.decisions())
    }

    fn before(&self) -> String {
        self.at(self.view.page.saturating_sub(1))
    }

    fn next(&self) -> String {
        self.at(self.view.page + 1)
    }
}
