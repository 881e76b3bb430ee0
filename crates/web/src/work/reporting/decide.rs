//! Recording what a body decided of its report: the registrar's form.

use super::round_of;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use crate::work::WorkSite;
use crate::work::answers::{Answer, Faults, unwritten};
use crate::work::meeting::Meeting;
use crate::work::outcomes;
use crate::work::paths::WorkPaths;
use crate::work::session::{Signed, see};
use crate::work::shell::{Shell, speech};
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use riktning_app::work::{FigureItem, ReportDecision, ReportRecording, ToRecord};
use riktning_domain::ids::{AssessmentId, BodyId, IndicatorId, WordingId};
use riktning_domain::indicators::{DecidedFigure, Settled, Value};
use uuid::Uuid;

#[derive(Clone, Debug, Default)]
struct Typed {
    decided_by: String,
    meeting: Meeting,
    /// The verdicts that the form showed.
    seen: Vec<(AssessmentId, WordingId)>,
    /// The outcomes that were chosen, as it showed them; nothing where nobody has chosen yet.
    figures: Option<Vec<Figures>>,
}

/// The outcomes of an indicator, as the form has them.
type Figures = (IndicatorId, Vec<DecidedFigure>);

#[derive(Template)]
#[template(path = "work/report-decision.html")]
struct DecisionPage {
    shell: Shell,
    view: ReportDecision,
    typed: Typed,
    faults: Faults,
    key: Uuid,
    action: String,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((round, body)): Path<(String, String)>,
) -> Answer {
    let view = view(&site, &me, &round, &body)?;
    let s = speech(&site);
    let own = view.deciders.first();
    let typed = Typed {
        decided_by: own.map_or_else(String::new, |(id, _)| id.to_string()),
        meeting: Meeting {
            title: s.name(&view.names).plain().to_owned(),
            ..Meeting::default()
        },
        ..Typed::default()
    };
    page(&site, &me, view, typed, Faults::default())
}

pub(crate) async fn record(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((round, body)): Path<(String, String)>,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, form::TEXTS)?;
    let (s, mut faults) = (speech(&site), Faults::default());
    let typed = Typed::read(&form);
    let id = round_of(&round)?;
    let Some(recording) = typed.to_recording(&s, &mut faults, &form, (id, &body)) else {
        let view = view(&site, &me, &round, &body)?;
        return page(&site, &me, view, typed, faults);
    };
    match site.app.record_report(me.colleague.person, recording).await {
        ToRecord::Recorded => {
            let to = WorkPaths(site.language).desk();
            return Ok(see(&format!("{to}?gjort=beslut")));
        }
        ToRecord::Nowhere => return Err(Failure::NotFound),
        ToRecord::Unperformed(error) => return Err(unwritten(error)),
        ToRecord::Refused(refusal) => faults.add("dag", s.words.refusal(&refusal)),
        ToRecord::Changed => faults.add("ord", s.t("report-decision-changed")),
    }
    let view = view(&site, &me, &round, &body)?;
    page(&site, &me, view, typed, faults)
}

fn view(site: &WorkSite, me: &Signed, round: &str, body: &str) -> Result<ReportDecision, Failure> {
    let id = round_of(round)?;
    let person = me.colleague.person;
    let view = site
        .app
        .inside(person, |i, _| ReportDecision::of(i, id, body));
    view.ok_or(Failure::NotFound)
}

fn page(
    site: &WorkSite,
    me: &Signed,
    view: ReportDecision,
    typed: Typed,
    faults: Faults,
) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("work-decision"));
    let path = format!("/arbete/omgang/{}/beslut/{}", view.round, view.body.1);
    let page = DecisionPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        action: WorkPaths(site.language).decide_report(&view.round, &view.body.1),
        view,
        typed,
        faults,
        key: Uuid::new_v4(),
    };
    passing(status, &page)
}

/// A verdict and its version, as the form has them.
fn pair(typed: &str) -> Option<(AssessmentId, WordingId)> {
    let (assessment, version) = typed.split_once(':')?;
    let id = |typed: &str| Uuid::parse_str(typed).ok();
    Some((AssessmentId(id(assessment)?), WordingId(id(version)?)))
}

/// What a form says that it showed; what is no figure of ours was not shown.
fn figures<'a>(typed: impl Iterator<Item = &'a str>) -> Vec<Figures> {
    typed
        .filter_map(|typed| serde_json::from_str(typed).ok())
        .collect()
}

impl Typed {
    fn read(form: &Form) -> Typed {
        Typed {
            decided_by: form.typed("organ").to_owned(),
            meeting: Meeting::read(form),
            seen: form.all("ord").filter_map(pair).collect(),
            figures: Some(figures(form.all("siffror"))),
        }
    }

    /// The fields as domain types; every fault at once.
    fn to_recording(
        &self,
        s: &Speech,
        faults: &mut Faults,
        form: &Form,
        (round, body): (riktning_domain::ids::RoundId, &str),
    ) -> Option<ReportRecording> {
        let meeting = self.meeting.held(s, faults, form);
        let decided_by = Uuid::parse_str(&self.decided_by).ok();
        if decided_by.is_none() {
            faults.add("organ", s.t("work-fault-body"));
        }
        faults.is_empty().then_some(())?;
        Some(ReportRecording {
            round,
            body: body.to_owned(),
            decided_by: BodyId(decided_by?),
            meeting: meeting?,
            seen: self.seen.clone(),
            figures: self.figures.clone().unwrap_or_default(),
        })
    }
}

impl DecisionPage {
    /// The outcomes of an indicator as the form has them, so that exactly what was shown is decided.
    fn shown(&self, item: &FigureItem) -> String {
        let shown: (_, &Vec<DecidedFigure>) = (item.indicator, &item.figures);
        serde_json::to_string(&shown).unwrap_or_default()
    }

    /// Whether the outcomes of an indicator are decided: all, until somebody leaves some out.
    fn is_chosen(&self, item: &FigureItem) -> bool {
        let chosen = self.typed.figures.as_ref();
        chosen.is_none_or(|chosen| chosen.iter().any(|(id, _)| *id == item.indicator))
    }

    /// A figure, of which time and which people it is, and how settled.
    fn figure(&self, item: &FigureItem, figure: &DecidedFigure) -> String {
        let s = &self.shell.s;
        let value = match &figure.value {
            Value::Figure(value) => {
                // Exactly what is decided, and not rounded.
                let own = u8::try_from(value.decimals()).unwrap_or(u8::MAX);
                s.with_unit(value, &item.unit.0, &item.unit.1.max(own))
                    .plain()
            }
            Value::None(reason) => outcomes::reason(s, reason),
        };
        let people = s.t(outcomes::breakdown_key(&figure.breakdown));
        let about = format!(
            "{}, {}: {value}",
            s.period(&figure.period),
            people.to_lowercase()
        );
        match figure.settled {
            Settled::Preliminary => format!("{about} ({})", s.t("figure-preliminary")),
            _ => about,
        }
    }
}
