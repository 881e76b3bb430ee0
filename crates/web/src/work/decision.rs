//! Recording the decision over a plan: the registrar's form.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::meeting::Meeting;
use super::paths::WorkPaths;
use super::plans;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use jiff::civil::Date;
use riktning_app::work::{DecisionForm, PlanTime, Recording, ToRecord};
use riktning_domain::ids::{BodyId, ElementId, WordingId};
use uuid::Uuid;

/// The fields as they were typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    decided_by: String,
    meeting: Meeting,
    /// The wordings that the form showed.
    seen: Vec<(ElementId, WordingId)>,
    /// The day that it showed them of.
    shown: String,
    /// Whether they only want to see the wordings of the day that they typed.
    looks: bool,
}

#[derive(Template)]
#[template(path = "work/decision.html")]
struct DecisionPage {
    shell: Shell,
    view: DecisionForm,
    typed: Typed,
    faults: Faults,
    key: Uuid,
    action: String,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((year, body)): Path<(String, String)>,
) -> Answer {
    let Ok(view) = form_of(&site, &me, &year, &body, None) else {
        // Who comes back after a decision is led to what was decided.
        let plan = plans::view(&site, &me, &year, &body)?;
        let to = WorkPaths(site.language).plan(&plan.time, &plan.body.1);
        return match plan.has_recorded {
            true => Ok(see(&to)),
            false => Err(Failure::NotFound),
        };
    };
    let typed = Typed::proposed(&speech(&site), &view);
    page(&site, &me, view, typed, Faults::default())
}

pub(crate) async fn record(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((year, body)): Path<(String, String)>,
    bytes: Bytes,
) -> Answer {
    let form = Form::read(&bytes, form::TEXTS)?;
    let time = PlanTime::parse(&year).ok_or(Failure::NotFound)?;
    let s = speech(&site);
    let typed = Typed::read(&form);
    let mut faults = Faults::default();
    let recording = typed.to_recording(&s, &mut faults, &form, &body, time);
    let view = form_of(&site, &me, &year, &body, typed.meeting.day());
    let recording = recording.filter(|_| faults.is_empty() && !typed.looks);
    let Some(recording) = recording else {
        let Ok(view) = view else {
            return already(&site, &me, &year, &body).await;
        };
        typed.told_of(&s, &view, &mut faults);
        return page(&site, &me, view, typed, faults);
    };
    match site.app.record(me.colleague.person, recording).await {
        ToRecord::Recorded => {
            let to = WorkPaths(site.language).plan(&time, &body);
            return Ok(see(&format!("{to}?gjort=beslut")));
        }
        ToRecord::Nowhere => return already(&site, &me, &year, &body).await,
        ToRecord::Unperformed(error) => return Err(unwritten(error)),
        ToRecord::Refused(refusal) => faults.add("dag", s.words.refusal(&refusal)),
        ToRecord::Changed => faults.add("ord", typed.changed(&s)),
    }
    page(&site, &me, view?, typed, faults)
}

/// Nothing of the plan waits for a decision: if it has one, whoever came too late is told.
async fn already(site: &WorkSite, me: &Signed, year: &str, body: &str) -> Answer {
    if !plans::view(site, me, year, body)?.has_recorded {
        return Err(Failure::NotFound);
    }
    let why = speech(site).t("work-decision-already");
    plans::show(site, me, year, body, plans::Told::fault(why)).await
}

fn form_of(
    site: &WorkSite,
    me: &Signed,
    year: &str,
    body: &str,
    day: Option<Date>,
) -> Result<DecisionForm, Failure> {
    let time = PlanTime::parse(year).ok_or(Failure::NotFound)?;
    let view = site.app.inside(me.colleague.person, |i, _| {
        DecisionForm::of(i, body, time, day)
    });
    view.ok_or(Failure::NotFound)
}

fn page(site: &WorkSite, me: &Signed, view: DecisionForm, typed: Typed, faults: Faults) -> Answer {
    let s = speech(site);
    let heading = s.t("work-decision");
    let (status, title) = faults.headed(&s, &heading);
    let path = format!(
        "/arbete/planer/{}/{}/beslut",
        view.time.address(),
        view.body.1
    );
    let page = DecisionPage {
        action: WorkPaths(site.language).decision(&view.time, &view.body.1),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
        key: Uuid::new_v4(),
    };
    passing(status, &page)
}

impl Typed {
    /// What the form proposes.
    fn proposed(s: &Speech, view: &DecisionForm) -> Typed {
        // The body's own comes first: whoever stands above it decides for it only now and then.
        let own = view.deciders.first();
        Typed {
            decided_by: own.map_or(String::new(), |(id, _)| id.to_string()),
            meeting: Meeting {
                title: s.t1("work-plan", "year", view.time),
                ..Meeting::default()
            },
            ..Typed::default()
        }
    }

    /// Why the wordings are not those that the form showed: another day, or somebody wrote.
    fn changed(&self, s: &Speech) -> String {
        match self.meeting.day() {
            Some(day) if self.shown.trim() != self.meeting.day.trim() => {
                s.t1("work-decision-other-day", "day", s.day(&day))
            }
            _ => s.t("work-decision-changed"),
        }
    }

    /// Says it if the wordings are not those that were shown. Whoever only looks is told nothing.
    fn told_of(&self, s: &Speech, view: &DecisionForm, faults: &mut Faults) {
        if self.looks {
            *faults = Faults::default();
        } else if !self.saw(view) {
            faults.add("ord", self.changed(s));
        }
    }

    fn read(form: &Form) -> Typed {
        let one = |name: &str| form.typed(name).to_owned();
        Typed {
            decided_by: one("organ"),
            meeting: Meeting::read(form),
            seen: form.all("ord").filter_map(typed::pair).collect(),
            shown: one("visad"),
            looks: form.once("visa").is_some(),
        }
    }

    /// Whether the form showed what stands in the plan now.
    fn saw(&self, view: &DecisionForm) -> bool {
        let there = view.items.iter().map(|item| (item.element, item.wording));
        there.eq(self.seen.iter().copied())
    }

    /// The fields as domain types; every fault at once.
    fn to_recording(
        &self,
        s: &Speech,
        faults: &mut Faults,
        form: &Form,
        body: &str,
        time: PlanTime,
    ) -> Option<Recording> {
        let meeting = self.meeting.held(s, faults, form);
        let decided_by = Uuid::parse_str(&self.decided_by).ok();
        if decided_by.is_none() {
            faults.add("organ", s.t("work-fault-body"));
        }
        Some(Recording {
            body: body.to_owned(),
            time,
            decided_by: BodyId(decided_by?),
            meeting: meeting?,
            seen: self.seen.clone(),
        })
    }
}

impl DecisionPage {
    /// Which years the load is told of, before and with the decision.
    fn coming(&self) -> String {
        let (now, year) = (
            self.view.today.year().to_string(),
            self.view.time.to_string(),
        );
        let args = [("now", now.as_str()), ("year", &year)];
        self.shell.s.words.with("load-coming-help", &args)
    }
}
