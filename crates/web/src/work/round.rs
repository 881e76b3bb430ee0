//! The form of a round: when plans or reports are asked for, of whom, and who deals with them.

use super::WorkSite;
use super::answers::{Answer, Faults, key};
use super::paths::WorkPaths;
use super::round_fields::{Fields, OCCASIONS, Occasions, in_order, kinds};
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::paths;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use riktning_app::work::{RoundForm, StandingRound, Unopened};
use riktning_domain::Text;
use riktning_domain::ids::RoundId;
use uuid::Uuid;

/// The most characters of why a round is called off.
const REASON: usize = 1000;
/// The id of a form whole, for what is wrong with no single field.
pub(super) const WHOLE: &str = "omgang";

#[derive(Template)]
#[template(path = "work/round.html")]
struct RoundPage {
    shell: Shell,
    view: RoundForm,
    fields: Fields,
    reason: String,
    faults: Faults,
    key: Uuid,
    /// The event that was seen.
    seen: u64,
    action: String,
}

/// What stands in the form, and what is wrong with it.
struct Sent {
    fields: Fields,
    reason: String,
    faults: Faults,
    key: Uuid,
    seen: u64,
}

pub(crate) async fn new(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = view(&site, &me, None)?;
    let mut fields = Fields::blank(&view.whom);
    let year = query.as_deref().and_then(|q| q.strip_prefix("ar="));
    if let Some(year) = year.and_then(paths::year) {
        fields.cut_off = format!("{year}-12-31");
    }
    page(&site, &me, view, Sent::untouched(fields, 0))
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
) -> Answer {
    let view = view(&site, &me, Some(&id))?;
    let round = view.round.as_ref().ok_or(Failure::NotFound)?;
    let mut fields = Fields::of(&round.draft, &view.whom, String::new());
    fields.is_fixed = (true, round.is_in_use);
    let sent = Sent::untouched(fields, round.seen);
    page(&site, &me, view, sent)
}

pub(crate) async fn create(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = view(&site, &me, None)?;
    let mut sent = Sent::of(&form, Fields::typed(&form, &view.whom, String::new()));
    let s = speech(&site);
    if let Some(draft) = sent.fields.read(&s, &mut sent.faults, &view.whom) {
        let done = site.app.open_round(me.colleague.person, &draft, sent.key);
        match done.await {
            Ok(year) => return Ok(done_in(&site, year)),
            Err(error) => sent
                .fields
                .refused(&s, &mut sent.faults, error, &view.whom)?,
        }
    }
    page(&site, &me, view, sent)
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = view(&site, &me, Some(&id))?;
    let round = view.round.as_ref().ok_or(Failure::NotFound)?;
    let mut sent = Sent::of(&form, Fields::changing(&form, &view.whom, round));
    let done = match form.typed("gor") {
        "stall-in" => sent.call_off(&site, &me, round).await,
        _ => sent.say_anew(&site, &me, &view, round).await,
    };
    match done {
        Some(Ok(year)) => return Ok(done_in(&site, year)),
        Some(Err(error)) => {
            let s = speech(&site);
            sent.fields
                .refused(&s, &mut sent.faults, error, &view.whom)?;
        }
        None => {}
    }
    page(&site, &me, view, sent)
}

/// On to the year in which the round is worked on.
fn done_in(site: &WorkSite, year: i16) -> axum::response::Response {
    see(&WorkPaths(site.language).year_done(year))
}

fn view(site: &WorkSite, me: &Signed, id: Option<&str>) -> Result<RoundForm, Failure> {
    let id = id.map(|id| Uuid::parse_str(id).map(RoundId));
    let id = id.transpose().map_err(|_| Failure::NotFound)?;
    let view = site
        .app
        .inside(me.colleague.person, |i, _| RoundForm::of(i, id));
    let mut view = view.ok_or(Failure::NotFound)?;
    in_order(&speech(site), &mut view.whom);
    Ok(view)
}

fn page(site: &WorkSite, me: &Signed, view: RoundForm, sent: Sent) -> Answer {
    let s = speech(site);
    let (path, heading) = match &view.round {
        None => ("/arbete/omgangar/ny".to_owned(), s.t("round-new")),
        Some(round) => {
            let heading = s.name(&round.draft.names).plain().to_owned();
            (format!("/arbete/omgangar/{}", round.id), heading)
        }
    };
    let (status, title) = sent.faults.headed(&s, &heading);
    let action = format!("{}{path}", site.language.prefix());
    let page = RoundPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        fields: sent.fields,
        reason: sent.reason,
        faults: sent.faults,
        key: sent.key,
        seen: sent.seen,
        action,
    };
    passing(status, &page)
}

impl Sent {
    fn untouched(fields: Fields, seen: u64) -> Sent {
        Sent {
            fields,
            reason: String::new(),
            faults: Faults::default(),
            key: Uuid::new_v4(),
            seen,
        }
    }

    fn of(form: &Form, fields: Fields) -> Sent {
        Sent {
            fields,
            reason: form.typed("skal").to_owned(),
            faults: Faults::default(),
            key: key(form).unwrap_or_else(Uuid::new_v4),
            seen: form.typed("sedd").parse().unwrap_or_default(),
        }
    }

    /// Says anew when a round is; none if something is wrong with what was typed.
    async fn say_anew(
        &mut self,
        site: &WorkSite,
        me: &Signed,
        view: &RoundForm,
        round: &StandingRound,
    ) -> Option<Result<i16, Unopened>> {
        let s = speech(site);
        let draft = self.fields.read(&s, &mut self.faults, &view.whom)?;
        let (person, seen) = (me.colleague.person, (round.id, self.seen));
        Some(site.app.change_round(person, seen, &draft).await)
    }

    /// Calls a round off, likewise.
    async fn call_off(
        &mut self,
        site: &WorkSite,
        me: &Signed,
        round: &StandingRound,
    ) -> Option<Result<i16, Unopened>> {
        let s = speech(site);
        let reason = typed::text(&s, &mut self.faults, "skal", &self.reason, REASON, true);
        if reason.is_none() {
            self.faults.add("skal", s.t("round-fault-reason"));
        }
        let reason = reason.filter(|_| self.faults.is_empty())?;
        let (person, seen) = (me.colleague.person, (round.id, self.seen));
        Some(site.app.call_off_round(person, seen, &reason).await)
    }
}

impl RoundPage {
    fn kinds(&self) -> Vec<(&'static str, String)> {
        kinds(&self.shell.s, &self.view.whom)
    }

    fn occasions(&self) -> &'static Occasions {
        &OCCASIONS
    }

    /// Whether the form is there: a round that is called off has none, but for what somebody typed
    /// before they knew.
    fn is_shown(&self) -> bool {
        self.called_off().is_none() || !self.faults.is_empty()
    }

    /// Why the round was called off, if it was.
    fn called_off(&self) -> Option<&Text> {
        self.view.round.as_ref()?.called_off.as_ref()
    }

    fn can_be_called_off(&self) -> bool {
        let standing = self.view.round.as_ref();
        standing.is_some_and(|round| !round.is_in_use)
    }

    /// The year in which the round is worked on: where the form leads back to.
    fn year(&self) -> i16 {
        let standing = self.view.round.as_ref().map(|round| round.runs_in);
        let typed = || Some(typed::whole_day(&self.fields.cut_off)?.year());
        standing
            .or_else(typed)
            .unwrap_or(self.shell.frame.planned - 1)
    }
}
