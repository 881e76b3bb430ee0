//! What waits to be looked at: approved as it is, or sent back with a word on what is asked for.

use super::typed::{Kept, MOST_KEPT};
use super::{REASON, round_of};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use crate::work::WorkSite;
use crate::work::answers::{Answer, Faults, unwritten};
use crate::work::paths::WorkPaths;
use crate::work::session::{Signed, see};
use crate::work::shell::{Shell, speech};
use crate::work::typed::text;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use riktning_app::work::{ReportRow, Review, Reviewing, Unreported};
use riktning_domain::Text;
use riktning_domain::assessments::Subject;
use riktning_domain::ids::WordingId;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "work/review.html")]
struct ReviewPage {
    shell: Shell,
    view: Review,
    typed: Typed,
    faults: Faults,
    /// What was asked for of rows that somebody else has looked at meanwhile.
    kept: Vec<Kept>,
    action: String,
    done: bool,
}

/// What was typed.
#[derive(Debug, Default)]
struct Typed {
    /// What is asked for, by the key of the row.
    asked: BTreeMap<String, String>,
    /// The rows that wait until another time.
    waiting: BTreeSet<String>,
    /// The rows that wait no more and of which something was asked, with that.
    gone: Vec<(String, String)>,
}

/// The rows of the page: those that wait, and those that can be sent back still.
fn shown(view: &Review) -> impl Iterator<Item = &ReportRow> {
    let all = view.rows.iter().chain(&view.approved);
    all.map(|one| &one.row)
}

impl Typed {
    fn read(form: &Form, view: &Review) -> Typed {
        let of = |key: &str| form.together(&format!("k-{key}"));
        let keys = shown(view).map(ReportRow::key);
        let asked = keys.map(|key| (key.clone(), of(&key)));
        let asked: BTreeMap<_, _> = asked.collect();
        let shown = form
            .fields()
            .filter_map(|(name, _)| name.strip_prefix("sedd-"));
        let shown: BTreeSet<&str> = shown.collect();
        let gone = shown.into_iter().filter(|key| !asked.contains_key(*key));
        let gone = gone.map(|key| (key.to_owned(), of(key)));
        // Where nothing was asked of it nothing is lost: somebody else was quicker.
        let gone = gone.filter(|(_, asked)| !asked.trim().is_empty());
        Typed {
            gone: gone.take(MOST_KEPT).collect(),
            waiting: form.all("vanta").map(str::to_owned).collect(),
            asked,
        }
    }

    /// What was asked for of rows that wait no more.
    fn kept(&self) -> Vec<Kept> {
        let told = self.gone.iter().map(|(key, asked)| Kept {
            key: key.clone(),
            about: None,
            chosen: None,
            texts: vec![asked.clone()],
        });
        told.collect()
    }

    /// The rows that are answered, each with the version that the form showed; every fault at once.
    fn rows(
        &self,
        (s, form): (&Speech, &Form),
        faults: &mut Faults,
        view: &Review,
    ) -> Vec<(Subject, WordingId, Option<Text>)> {
        let mut rows = Vec::new();
        for row in shown(view) {
            let key = row.key();
            let field = format!("k-{key}");
            let asked = self.asked.get(&key).map(String::as_str);
            let asked = asked.unwrap_or_default();
            let asked = text(s, faults, field, asked, REASON, true);
            let seen = Uuid::parse_str(form.typed(&format!("sedd-{key}")));
            // A row that came after the page was opened has not been looked at.
            if let Ok(seen) = seen
                && !self.waiting.contains(&key)
            {
                rows.push((row.subject, WordingId(seen), asked));
            }
        }
        rows
    }
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(round): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = view(&site, &me, &round)?;
    let done = query.is_some_and(|query| query == "gjort=granskat");
    page(
        &site,
        &me,
        view,
        (Typed::default(), Faults::default(), done),
    )
}

pub(crate) async fn answer(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(round): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = view(&site, &me, &round)?;
    let (s, mut faults) = (speech(&site), Faults::default());
    let typed = Typed::read(&form, &view);
    let rows = typed.rows((&s, &form), &mut faults, &view);
    if !typed.gone.is_empty() {
        faults.add("granska", s.t("review-changed"));
    }
    if !faults.is_empty() {
        return page(&site, &me, view, (typed, faults, false));
    }
    let reviewing = Reviewing {
        round: view.round,
        rows,
    };
    match site.app.review(me.colleague.person, &reviewing).await {
        Ok((0, 0)) => faults.add("granska", s.t("review-nothing")),
        Ok(_) => {
            let to = WorkPaths(site.language).review(&view.round);
            return Ok(see(&format!("{to}?gjort=granskat")));
        }
        Err(Unreported::Nowhere) => return Err(Failure::NotFound),
        Err(Unreported::Unperformed(error)) => return Err(unwritten(error)),
        Err(Unreported::Refused(_, refusal)) => faults.add("granska", s.words.refusal(&refusal)),
        Err(Unreported::Changed(_)) => faults.add("granska", s.t("review-changed")),
    }
    // As it is by now: what was asked of a row that waits no more stands beside the form.
    let now = self::view(&site, &me, &round)?;
    let typed = Typed::read(&form, &now);
    page(&site, &me, now, (typed, faults, false))
}

fn view(site: &WorkSite, me: &Signed, round: &str) -> Result<Review, Failure> {
    let id = round_of(round)?;
    let person = me.colleague.person;
    let view = site.app.inside(person, |i, _| Review::of(i, id));
    view.ok_or(Failure::NotFound)
}

fn page(
    site: &WorkSite,
    me: &Signed,
    view: Review,
    (typed, faults, done): (Typed, Faults, bool),
) -> Answer {
    let s = speech(site);
    let heading = match view.rows.len() {
        0 => s.t("review-none"),
        rows => s.n("review-rows", &rows),
    };
    let (status, title) = faults.headed(&s, &heading);
    let path = format!("/arbete/omgang/{}/granska", view.round);
    let page = ReviewPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        action: WorkPaths(site.language).review(&view.round),
        view,
        kept: typed.kept(),
        typed,
        faults,
        done,
    };
    passing(status, &page)
}

impl ReviewPage {
    fn heading(&self) -> String {
        let s = &self.shell.s;
        match self.view.rows.len() {
            0 => s.t("review-none"),
            rows => s.n("review-rows", &rows),
        }
    }

    /// Whether something is asked of a row that is approved.
    fn asks_of_approved(&self) -> bool {
        let mut rows = self.view.approved.iter();
        rows.any(|one| !self.typed(&one.row.key()).trim().is_empty())
    }

    fn waits(&self, key: &str) -> bool {
        self.typed.waiting.contains(key)
    }

    fn typed(&self, key: &str) -> &str {
        let asked = self.typed.asked.get(key);
        asked.map(String::as_str).unwrap_or_default()
    }
}
