//! The decision behind a change of the organisation that stands already.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::paths::WorkPaths;
use super::rehearsal::{Typed as Decision, decision_field, proposed};
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::cache::address::field;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use riktning_app::work::{Meeting, OrganisedAsked, OrganisedDecided, OrganisedForm, OrganisedRow};
use riktning_domain::Slug;
use riktning_domain::ids::{BodyId, DecisionId};
use riktning_words::Language;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "work/organised.html")]
struct OrganisedPage {
    shell: Shell,
    view: OrganisedForm,
    typed: Typed,
    faults: Faults,
    key: Uuid,
    action: String,
}

/// What was typed.
#[derive(Debug, Default)]
struct Typed {
    /// The marks of what is chosen; none before anything has been typed.
    chosen: Option<Vec<String>>,
    decision: Decision,
    /// Whether old changes are shown, too.
    all: bool,
    /// The body from whose page they came.
    from: String,
}

/// The form of a decision about changes that stand.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let mut typed = Typed::asking(query.as_deref().unwrap_or_default());
    let view = view(&site, &me, &typed)?;
    typed.decision.meeting.title = title(&speech(&site), &view);
    page(&site, &me, view, typed, Faults::default())
}

/// Records it.
pub(crate) async fn record(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let typed = Typed::read(&form);
    let view = view(&site, &me, &typed)?;
    let (s, mut faults) = (speech(&site), Faults::default());
    if let Some((body, meeting, marks)) = typed.wanted(&s, &mut faults, &form) {
        let person = me.colleague.person;
        let decided = site.app.decide_organised(person, body, &meeting, &marks);
        match decided.await {
            OrganisedDecided::Recorded(id) => {
                return Ok(see(&done(&site, view.frame.organises, id)));
            }
            OrganisedDecided::Nowhere => return Err(Failure::NotFound),
            OrganisedDecided::Unperformed(error) => return Err(unwritten(error)),
            OrganisedDecided::Changed => {
                faults.add("andring", s.t("organisation-fault-changed"));
            }
            OrganisedDecided::MadeOtherwise => {
                faults.add("andring", s.t("organisation-fault-recorded"));
            }
            OrganisedDecided::Refused(refusal) => {
                faults.add(decision_field(&refusal), s.words.refusal(&refusal));
            }
        }
    }
    page(&site, &me, view, typed, faults)
}

fn view(site: &WorkSite, me: &Signed, typed: &Typed) -> Result<OrganisedForm, Failure> {
    let asked = OrganisedAsked {
        organ: Some(typed.from.clone()).filter(|slug| !slug.is_empty()),
        all: typed.all,
    };
    let person = me.colleague.person;
    let view = site
        .app
        .inside(person, |i, now| OrganisedForm::of(i, now, &asked));
    view.ok_or(Failure::NotFound)
}

/// What the decision about what is asked for would be called.
fn title(s: &Speech, view: &OrganisedForm) -> String {
    let asked = view.rows.iter().filter(|row| row.is_asked);
    let steps: Vec<_> = asked.map(|row| row.step.clone()).collect();
    proposed(s, &steps)
}

/// Where they go when it is recorded: whoever records for the body to the decision itself.
fn done(site: &WorkSite, organises: bool, id: DecisionId) -> String {
    let w = WorkPaths(site.language);
    match organises {
        true => format!("{}?gjort=beslut", w.organisation()),
        false => format!("{}?gjort=beslut", w.decided(&id)),
    }
}

fn page(site: &WorkSite, me: &Signed, view: OrganisedForm, typed: Typed, faults: Faults) -> Answer {
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("organisation-organised"));
    let path = typed.path(typed.all);
    let page = OrganisedPage {
        action: WorkPaths(site.language).organised(),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
        key: Uuid::new_v4(),
    };
    passing(status, &page)
}

/// The body at an address; nothing where it is none.
fn from_address(typed: &str) -> String {
    let slug = Slug::parse(typed);
    slug.map(|slug| slug.to_string()).unwrap_or_default()
}

impl Typed {
    fn asking(query: &str) -> Typed {
        let from = field(query, "organ").unwrap_or_default();
        let from = from_address(&from);
        Typed {
            all: field(query, "alla").is_some(),
            from,
            ..Typed::default()
        }
    }

    fn read(form: &Form) -> Typed {
        Typed {
            chosen: Some(form.all("andring").map(str::to_owned).collect()),
            decision: Decision::read(form),
            all: form.once("alla").is_some(),
            from: from_address(form.typed("fran")),
        }
    }

    /// The address of the form, in Swedish.
    fn path(&self, all: bool) -> String {
        let swedish = WorkPaths(Language::Sv);
        match (self.from.as_str(), all) {
            ("", false) => swedish.organised(),
            ("", true) => format!("{}?alla=1", swedish.organised()),
            (slug, false) => swedish.organised_of(slug),
            (slug, true) => format!("{}&alla=1", swedish.organised_of(slug)),
        }
    }

    /// The fields as domain types; every fault at once. Who decided and what about is asked of what
    /// stands, since a form that is sent twice offers nothing the second time.
    fn wanted(
        &self,
        s: &Speech,
        faults: &mut Faults,
        form: &Form,
    ) -> Option<(BodyId, Meeting, Vec<Uuid>)> {
        let chosen = self.chosen.as_deref().unwrap_or_default();
        let marks = chosen.iter().map(|mark| Uuid::parse_str(mark).ok());
        let marks = marks.collect::<Option<Vec<_>>>().unwrap_or_default();
        if marks.is_empty() {
            faults.add("andring", s.t("organisation-fault-choose"));
        }
        let body = Uuid::parse_str(&self.decision.organ).ok().map(BodyId);
        if body.is_none() {
            faults.add("organ", s.t("organisation-fault-decider"));
        }
        let meeting = self.decision.meeting.held(s, faults, form);
        let wanted = Some((body?, meeting?, marks));
        wanted.filter(|_| faults.is_empty())
    }
}

impl OrganisedPage {
    /// What belongs to the body they came from is chosen until somebody chooses otherwise.
    fn is_chosen(&self, row: &OrganisedRow) -> bool {
        match &self.typed.chosen {
            Some(chosen) => chosen.contains(&row.mark.to_string()),
            None => row.is_asked,
        }
    }

    fn back(&self) -> String {
        match (self.shell.frame.organises, self.typed.from.as_str()) {
            (false, _) => self.shell.w.decisions(),
            (true, "") => self.shell.w.organisation(),
            (true, slug) => self.shell.w.organ(slug),
        }
    }

    /// The same with what is older.
    fn older(&self) -> String {
        let prefix = self.shell.w.0.prefix();
        format!("{prefix}{}", self.typed.path(true))
    }
}
