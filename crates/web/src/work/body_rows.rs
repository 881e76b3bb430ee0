//! The rows of one body in a round: what each says once it has been handed in.

use super::WorkSite;
use super::answers::Answer;
use super::paths::WorkPaths;
use super::reporting::round_of;
use super::session::Signed;
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use riktning_app::work::{BodyRows, Judged, ReportRow, RowGroup};
use riktning_words::Language;

#[derive(Template)]
#[template(path = "work/body-rows.html")]
struct BodyRowsPage {
    shell: Shell,
    view: BodyRows,
}

/// A group of rows on the page.
struct Part {
    group: RowGroup,
    /// Its anchor: the cells of the overview lead to it.
    id: &'static str,
    heading: String,
    /// How many of them are handed in without being theirs to read.
    unread: usize,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((round, body)): Path<(String, String)>,
) -> Answer {
    let (id, person) = (round_of(&round)?, me.colleague.person);
    let view = site.app.inside(person, |i, _| BodyRows::of(i, id, &body));
    let view = view.ok_or(Failure::NotFound)?;
    let title = heading(&speech(&site), &view);
    let path = WorkPaths(Language::Sv).body_rows(&id, &view.standing.body.1);
    let page = BodyRowsPage {
        shell: Shell::new(&site, Some(&me), view.frame.clone(), title, path),
        view,
    };
    passing(StatusCode::OK, &page)
}

/// How much has been handed in, in words.
fn heading(s: &Speech, view: &BodyRows) -> String {
    let counts = view.standing.counts;
    match counts.handed_in {
        0 => s.t1(
            "body-rows-none",
            "body",
            s.name(&view.standing.body.0).plain(),
        ),
        sent if sent == counts.rows => s.t("body-rows-all"),
        sent => {
            let (sent, all) = (s.words.whole(sent), s.words.whole(counts.rows));
            let words = [("sent", sent.as_str()), ("all", &all)];
            s.words.with("body-rows-some", &words)
        }
    }
}

impl BodyRowsPage {
    /// The number and the part of the address of what is promised for the year: residents have a page of it.
    fn commitment<'a>(&self, row: &'a ReportRow) -> Option<(&'a u32, &'a String)> {
        match &row.about {
            Judged::Element { number, slug, .. } if row.is_promise => Some((number, slug)),
            _ => None,
        }
    }

    fn heading(&self) -> String {
        heading(&self.shell.s, &self.view)
    }

    /// How much is written, and no word of what.
    fn written(&self) -> String {
        let s = &self.shell.s;
        let counts = self.view.standing.counts;
        let (written, all) = (s.words.whole(counts.written), s.words.whole(counts.rows));
        let words = [("written", written.as_str()), ("all", &all)];
        s.words.with("body-rows-written", &words)
    }

    fn parts(&self) -> Vec<Part> {
        let parts = RowGroup::ALL.into_iter().map(|group| self.part(group));
        parts.collect()
    }

    fn part(&self, group: RowGroup) -> Part {
        let unread = match group {
            RowGroup::Unread => self.view.unread(),
            _ => 0,
        };
        let (id, key) = match group {
            RowGroup::Decided => ("beslutade", "body-rows-decided"),
            RowGroup::Approved => ("godkanda", "body-rows-approved"),
            RowGroup::HandedIn => ("inskickade", "body-rows-handed-in"),
            RowGroup::Unread if unread > 0 => ("ovriga", "body-rows-others"),
            RowGroup::Unread => ("ovriga", "body-rows-unsent"),
        };
        let s = &self.shell.s;
        let count = s.words.whole(self.view.rows_in(group).count());
        Part {
            group,
            id,
            heading: format!("{}: {count}", s.t(key)),
            unread,
        }
    }
}
