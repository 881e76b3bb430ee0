//! How much every body has been asked to do and to tell of.

use super::WorkSite;
use super::answers::Answer;
use super::session::Signed;
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use riktning_app::work::{
    BodyLoad, Coming, DOCUMENT_MINUTES, FIGURE_MINUTES, FOLLOW_UPS, Figures, GOAL_MINUTES, Load,
    Over, ROW_MINUTES,
};

#[derive(Template)]
#[template(path = "work/load.html")]
struct LoadPage {
    shell: Shell,
    view: Load,
}

/// What is counted of a body, in the order of the columns.
fn counted(figures: &Figures) -> [usize; 5] {
    [
        figures.goals,
        figures.indicators,
        figures.commitments,
        figures.assignments,
        figures.documents,
    ]
}

pub(crate) async fn show(State(site): State<WorkSite>, Extension(me): Extension<Signed>) -> Answer {
    let view = site.app.inside(me.colleague.person, |i, _| Load::of(i));
    let mut view = view.ok_or(Failure::NotFound)?;
    let s = speech(&site);
    view.bodies.sort_by(|a, b| {
        let (one, other) = (s.name(&a.body.0), s.name(&b.body.0));
        let most_first = b.now.minutes().cmp(&a.now.minutes());
        most_first.then_with(|| s.words.compare(one.plain(), other.plain()))
    });
    let title = s.t("load");
    let page = LoadPage {
        shell: Shell::new(
            &site,
            Some(&me),
            view.frame.clone(),
            title,
            "/arbete/styrtyngd",
        ),
        view,
    };
    passing(StatusCode::OK, &page)
}

impl LoadPage {
    /// The headings of the counts.
    fn headings(&self) -> [String; 5] {
        let s = &self.shell.s;
        [
            s.t("load-goals"),
            s.t("load-indicators"),
            s.t("load-commitments"),
            s.t("load-assignments"),
            s.t("load-documents"),
        ]
    }

    /// Each count with how it has changed since a year before.
    fn counts(&self, now: &Figures, before: Option<&Figures>) -> Vec<(String, Option<String>)> {
        let s = &self.shell.s;
        let before = before.map(counted);
        let each = counted(now).into_iter().enumerate().map(|(n, now)| {
            let change = before.and_then(|before| signed(s, now, before[n]));
            (s.words.whole(now), change)
        });
        each.collect()
    }

    fn minutes(&self, figures: &Figures) -> String {
        self.shell.s.words.whole(figures.minutes())
    }

    /// How the minutes have changed since a year before; none if they have not.
    fn change(&self, body: &BodyLoad) -> Option<String> {
        let before = body.before.as_ref()?;
        signed(&self.shell.s, body.now.minutes(), before.minutes())
    }

    fn total_change(&self) -> Option<String> {
        let (now, before) = (self.view.total.minutes(), self.view.total_before.minutes());
        signed(&self.shell.s, now, before)
    }

    /// How long the bar of a body is, of a hundred.
    fn length(&self, body: &BodyLoad) -> usize {
        match self.view.most() {
            0 => 0,
            most => body.now.minutes() * 100 / most,
        }
    }

    fn whole(&self, count: &usize) -> String {
        self.shell.s.words.whole(*count)
    }

    /// Whether there is a plan of which whoever reads may not know how much is in it.
    fn hides_some(&self) -> bool {
        self.view.bodies.iter().any(|body| body.proposed.is_none())
    }

    /// What all of them together is said to be, in the heading.
    fn heading(&self) -> String {
        let hours = self.view.total.minutes().div_ceil(60);
        self.shell.s.n("load-heading", &hours)
    }

    /// How the minutes are reckoned.
    fn reckoned(&self) -> String {
        let [times, goal, row, figure, document] = [
            FOLLOW_UPS,
            GOAL_MINUTES,
            ROW_MINUTES,
            FIGURE_MINUTES,
            DOCUMENT_MINUTES,
        ]
        .map(|count| self.shell.s.words.whole(count));
        let args = [
            ("times", times.as_str()),
            ("goal", &goal),
            ("row", &row),
            ("figure", &figure),
            ("document", &document),
        ];
        self.shell.s.words.with("load-reckoned", &args)
    }

    fn over(&self, over: &Over) -> String {
        said_over(&self.shell.s, over)
    }
}

/// That a body has more than its model lets one have.
pub(crate) fn said_over(s: &Speech, over: &Over) -> String {
    let (count, most) = (s.words.whole(over.count), s.words.whole(over.at_most));
    let many = s.name(&over.many).plain().to_lowercase();
    let args = [("count", count.as_str()), ("most", &most), ("many", &many)];
    s.words.with("load-over", &args)
}

/// The commitments, the orders and the minutes of a body, now and with what a decision adopts.
pub(crate) fn before_and_after(s: &Speech, coming: &Coming) -> [(String, String); 3] {
    let (now, with) = (&coming.now, &coming.with);
    let counts = [
        (now.commitments, with.commitments),
        (now.assignments, with.assignments),
        (now.minutes(), with.minutes()),
    ];
    counts.map(|(now, with)| (s.words.whole(now), s.words.whole(with)))
}

/// A change with its sign; none if there is none.
fn signed(s: &Speech, now: usize, before: usize) -> Option<String> {
    match now.cmp(&before) {
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(format!("+{}", s.words.whole(now - before))),
        std::cmp::Ordering::Less => Some(format!("\u{2212}{}", s.words.whole(before - now))),
    }
}
