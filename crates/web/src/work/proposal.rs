//! What a body proposes against what is in force.

use super::WorkSite;
use super::answers::Answer;
use super::paths::WorkPaths;
use super::session::Signed;
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::pages::passing;
use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use riktning_app::work::{Against, PlanTime, ProposedPlan, ProposedRow};
use riktning_words::Language;

#[derive(Template)]
#[template(path = "work/proposal.html")]
struct ProposalPage {
    shell: Shell,
    view: ProposedPlan,
}

/// What a body proposes against what is in force.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path((year, body)): Path<(String, String)>,
) -> Answer {
    let time = PlanTime::parse(&year).ok_or(Failure::NotFound)?;
    let view = site.app.proposed_plan(me.colleague.person, &body, time);
    let view = view.ok_or(Failure::NotFound)?;
    let title = speech(&site).t("proposal");
    let path = WorkPaths(Language::Sv).proposal(&time, &body);
    let page = ProposalPage {
        shell: Shell::new(&site, Some(&me), view.frame.clone(), title, path),
        view,
    };
    passing(StatusCode::OK, &page)
}

impl ProposalPage {
    /// What it is held against, in a sentence.
    fn against(&self) -> String {
        let s = &self.shell.s;
        match self.view.against {
            Against::Decided => s.t1("proposal-against-decided", "year", self.view.time),
            Against::Earlier(year) => s.t1("proposal-against-earlier", "year", year),
            Against::Nothing => s.t("proposal-against-nothing"),
        }
    }

    /// The lists that are not empty, each with its heading.
    fn lists(&self) -> Vec<(&'static str, String, &[ProposedRow])> {
        let v = &self.view;
        let lists = [
            ("andras", "proposal-changed", v.changed.as_slice()),
            ("nytt", "proposal-new", &v.new),
            ("upphor", "proposal-falls", &v.falls),
            ("kvar", "proposal-kept", &v.kept),
        ];
        let s = &self.shell.s;
        let lists = lists.into_iter().filter(|(.., rows)| !rows.is_empty());
        lists
            .map(|(id, key, rows)| (id, s.n(key, &rows.len()), rows))
            .collect()
    }
}
