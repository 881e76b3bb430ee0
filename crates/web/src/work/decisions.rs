//! The register of decisions, and one of them with what has become of it: what a registrar does
//! beside recording new ones.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::organisation::listed;
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
use jiff::civil::Date;
use riktning_app::Unperformed;
use riktning_app::work::{BesideRow, DecisionRegister, DecisionRow, DecisionView, Deed, DeedLine};
use riktning_domain::decisions::{Authority, MarkDecision, Stage};
use riktning_domain::ids::DecisionId;
use riktning_domain::{Dated, Refusal, Text};
use uuid::Uuid;

/// Bytes of a form without texts.
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

/// The register, a page of it.
pub(crate) async fn register(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let page = page_of(&query.unwrap_or_default())?;
    let view = site.app.inside(me.colleague.person, |i, now| {
        DecisionRegister::of(i, now, page)
    });
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
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let done = field(&query.unwrap_or_default(), "gjort").is_some();
    let id = id_of(&id)?;
    decided(&site, &me, id, Mark::default(), Faults::default(), done)
}

/// Says what has become of a decision.
pub(crate) async fn mark(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    bytes: Bytes,
) -> Answer {
    let id = id_of(&id)?;
    let form = Form::read(&bytes, SMALL)?;
    let s = speech(&site);
    let typed = Mark::read(&form);
    let mut faults = Faults::default();
    let mark = typed.to_mark(&s, &mut faults, id);
    if let Some(mark) = mark.filter(|_| faults.is_empty()) {
        let person = me.colleague.person;
        match site.app.mark_decision(person, mark).await {
            Ok(()) => {
                let to = WorkPaths(site.language).decided(&id);
                return Ok(see(&format!("{to}?gjort=markt")));
            }
            Err(Unperformed::Refused { refusal, .. }) => {
                let field = match refusal {
                    // No day makes it otherwise.
                    Refusal::DecisionQuashed => "blev",
                    _ => "dag",
                };
                faults.add(field, s.words.refusal(&refusal));
            }
            Err(error) => return Err(unwritten(error)),
        }
    }
    decided(&site, &me, id, typed, faults, false)
}

/// What an address names; what names nothing is not there.
fn id_of(id: &str) -> Result<DecisionId, Failure> {
    let id = Uuid::parse_str(id).map_err(|_| Failure::NotFound)?;
    Ok(DecisionId(id))
}

fn decided(
    site: &WorkSite,
    me: &Signed,
    id: DecisionId,
    typed: Mark,
    faults: Faults,
    done: bool,
) -> Answer {
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

/// What a decision is called: by its title, or by its day.
pub(crate) fn titled(s: &Speech, row: &DecisionRow) -> String {
    named(s, row.title.as_ref(), &row.date)
}

/// What a decision beside another one is called.
pub(crate) fn titled_beside(s: &Speech, row: &BesideRow) -> String {
    named(s, row.title.as_ref(), &row.date)
}

fn named(s: &Speech, title: Option<&Text>, date: &Dated) -> String {
    match title {
        Some(title) => s.words.typed(title),
        None => s.t1("decisions-of-day", "day", s.dated(date)),
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
    let marked = said(s, &row.marks);
    match row.awaits_approval {
        true => [vec![s.t("stage-decided")], marked].concat(),
        false => marked,
    }
}

/// What has become of a decision beside another one.
pub(crate) fn marks_beside(s: &Speech, row: &BesideRow) -> Vec<String> {
    said(s, &row.marks)
}

fn said(s: &Speech, marks: &[(Stage, Date)]) -> Vec<String> {
    let said = |(stage, on): &(Stage, Date)| s.t1(marked_key(*stage), "day", s.day(on));
    marks.iter().map(said).collect()
}

fn marked_key(stage: Stage) -> &'static str {
    match stage {
        Stage::MinutesApproved => "decisions-marked-approved",
        Stage::Appealed => "decisions-marked-appealed",
        Stage::Quashed => "decisions-marked-quashed",
    }
}

/// What it did to a body, from which day.
fn organised(s: &Speech, deed: &Deed) -> String {
    let with = |key, day: &Date, whom: String| {
        let day = s.words.day(*day);
        let args = [("day", day.as_str()), ("whom", &whom)];
        s.words.with(key, &args)
    };
    match deed {
        Deed::Renamed(names, from) => with(
            "decisions-deed-renamed",
            from,
            s.name(names).plain().to_owned(),
        ),
        Deed::Moved(to, from) if to.is_empty() => {
            with("decisions-deed-moved-alone", from, String::new())
        }
        Deed::Moved(to, from) => with("decisions-deed-moved", from, listed(s, to)),
        Deed::Ended(last, next) if next.is_empty() => {
            with("decisions-deed-ended-alone", last, String::new())
        }
        Deed::Ended(last, next) => with("decisions-deed-ended", last, listed(s, next)),
        _ => String::new(),
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
        Deed::Founded => s.t("decisions-deed-founded"),
        Deed::Renamed(..) | Deed::Moved(..) | Deed::Ended(..) => organised(s, &line.deed),
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
        let said = now.map(|(name, stage)| {
            let text = |part: &str| s.t(&format!("decisions-stage-{name}{part}"));
            let help = match (stage, self.view.organises) {
                (Stage::Quashed, true) => s.t("decisions-organised-quashed"),
                _ => text("-help"),
            };
            (*name, text(""), help)
        });
        said.collect()
    }
}

impl RegisterPage {
    fn at(&self, page: usize) -> String {
        format!("{}?sida={page}", self.shell.w.decisions())
    }

    fn before(&self) -> String {
        match self.view.page {
            ..=2 => self.shell.w.decisions(),
            page => self.at(page - 1),
        }
    }

    fn next(&self) -> String {
        self.at(self.view.page + 1)
    }
}
