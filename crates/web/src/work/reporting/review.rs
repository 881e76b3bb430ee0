//! What waits to be looked at: approved as it is, or sent back with a word on what is asked for.

use super::{REASON, round_of};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::work::WorkSite;
use crate::work::answers::{Answer, Faults, unwritten};
use crate::work::paths::WorkPaths;
use crate::work::session::{Signed, see};
use crate::work::shell::{Shell, speech};
use crate::work::typed;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use riktning_app::work::{Review, ReviewRow, Reviewing, Unreported};
use riktning_domain::Text;
use riktning_domain::ids::{ElementId, WordingId};
use std::collections::BTreeMap;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "work/review.html")]
struct ReviewPage {
    shell: Shell,
    view: Review,
    /// What was typed of what is asked for, by the number of the row.
    typed: BTreeMap<u32, String>,
    faults: Faults,
    action: String,
    done: bool,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(round): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = view(&site, &me, &round)?;
    let done = query.is_some_and(|query| query == "gjort=granskat");
    page(&site, &me, view, (BTreeMap::new(), Faults::default(), done))
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
    let numbers = view.rows.iter().map(|row| row.row.number);
    let typed: BTreeMap<u32, String> = numbers
        .map(|number| (number, form.typed(&format!("k-{number}")).to_owned()))
        .collect();
    let mut rows: Vec<(ElementId, WordingId, Option<Text>)> = Vec::new();
    for ReviewRow { row, .. } in &view.rows {
        let (field, number) = (format!("k-{}", row.number), row.number);
        let asked = typed.get(&number).map(String::as_str).unwrap_or_default();
        let asked = typed::text(&s, &mut faults, field, asked, REASON, true);
        let seen = form.typed(&format!("sedd-{number}"));
        // A row that came after the page was opened has not been looked at.
        if let Ok(seen) = Uuid::parse_str(seen) {
            rows.push((row.element, WordingId(seen), asked));
        }
    }
    if !faults.is_empty() {
        return page(&site, &me, view, (typed, faults, false));
    }
    let reviewing = Reviewing {
        round: view.round,
        rows,
    };
    match site.app.review(me.colleague.person, &reviewing).await {
        Ok(_) => {
            let to = WorkPaths(site.language).review(&view.round);
            return Ok(see(&format!("{to}?gjort=granskat")));
        }
        Err(Unreported::Nowhere) => return Err(Failure::NotFound),
        Err(Unreported::Unperformed(error)) => return Err(unwritten(error)),
        Err(Unreported::Refused(_, refusal)) => faults.add("granska", s.words.refusal(&refusal)),
        Err(Unreported::Changed(_)) => faults.add("granska", s.t("review-changed")),
    }
    let now = self::view(&site, &me, &round)?;
    page(&site, &me, now, (typed, faults, false))
}

fn view(site: &WorkSite, me: &Signed, round: &str) -> Result<Review, Failure> {
    let id = round_of(round)?;
    let person = me.colleague.person;
    let view = site.app.inside(person, |i, now| Review::of(i, now, id));
    view.ok_or(Failure::NotFound)
}

fn page(
    site: &WorkSite,
    me: &Signed,
    view: Review,
    (typed, faults, done): (BTreeMap<u32, String>, Faults, bool),
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

    fn typed(&self, number: &u32) -> &str {
        self.typed
            .get(number)
            .map(String::as_str)
            .unwrap_or_default()
    }
}
