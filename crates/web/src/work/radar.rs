//! What is silent, body by body, and what nothing covers.

// words-keys: silence-*

use super::WorkSite;
use super::answers::Answer;
use super::session::Signed;
use super::shell::{Shell, speech};
use crate::cache::address::{escaped, field};
use crate::failure::Failure;
use crate::pages::passing;
use crate::pages::speech::Speech;
use crate::routes::search::page_of;
use askama::Template;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use riktning_app::work::{
    GapKind, Place, Radar, RadarFilter, RadarGroup, RadarRow, RadarStep, silence_of, silence_word,
};
use riktning_domain::inside::{OnTime, Silence};
use riktning_domain::{Figure, Names};

#[derive(Template)]
#[template(path = "work/radar.html")]
struct RadarPage {
    shell: Shell,
    view: Radar,
    filter: RadarFilter,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let filter = filter_of(query.as_deref().unwrap_or_default())?;
    let view = site.app.radar(me.colleague.person, &filter);
    let mut view = view.ok_or(Failure::NotFound)?;
    let s = speech(&site);
    in_order(&s, &mut view);
    let path = format!("/arbete/radar{}", address(&filter, filter.page));
    let page = RadarPage {
        shell: Shell::new(&site, Some(&me), view.frame.clone(), s.t("radar"), path),
        view,
        filter,
    };
    passing(StatusCode::OK, &page)
}

/// What is chosen: a way of being silent that is none is no address.
fn filter_of(query: &str) -> Result<RadarFilter, Failure> {
    let said = |name| field(query, name).filter(|value| !value.is_empty());
    let silence = said("slag").map(|word| silence_of(&word).ok_or(Failure::NotFound));
    Ok(RadarFilter {
        silence: silence.transpose()?,
        body: said("organ"),
        page: page_of(query)?,
    })
}

/// The part of an address that says what is chosen, and which page.
fn address(filter: &RadarFilter, page: usize) -> String {
    let silence = filter
        .silence
        .map(|silence| format!("slag={}", silence_word(silence)));
    let body = filter.body.as_deref();
    let body = body.map(|body| format!("organ={}", escaped(body)));
    let page = (page > 1).then(|| format!("sida={page}"));
    let fields: Vec<String> = [silence, body, page].into_iter().flatten().collect();
    match fields.is_empty() {
        true => String::new(),
        false => format!("?{}", fields.join("&")),
    }
}

/// Names stand in the order of the reader's language, and those with most to look after first.
fn in_order(s: &Speech, view: &mut Radar) {
    let by_name = |a: &Names, b: &Names| s.words.compare(s.name(a).plain(), s.name(b).plain());
    view.bodies.sort_by(|a, b| by_name(&a.0.0, &b.0.0));
    view.coverage
        .bodies
        .sort_by(|a, b| by_name(&a.body.0, &b.body.0));
    view.people.sort_by(|a, b| {
        let most_first = b.1.cmp(&a.1);
        most_first.then_with(|| s.words.compare(&a.0, &b.0))
    });
}

impl RadarPage {
    /// How many rows are silent, in words.
    fn heading(&self) -> String {
        let s = &self.shell.s;
        match self.view.all.0 {
            0 => s.t("radar-none"),
            rows => s.n("radar-heading", &rows),
        }
    }

    fn kind(&self, silence: &Silence) -> String {
        self.shell
            .s
            .t(&format!("silence-{}", silence_word(*silence)))
    }

    fn says(&self, silence: &Silence) -> String {
        let word = silence_word(*silence);
        self.shell.s.t(&format!("silence-says-{word}"))
    }

    fn word(&self, silence: &Silence) -> &'static str {
        silence_word(*silence)
    }

    fn is_kind(&self, silence: &Silence) -> bool {
        self.filter.silence.as_ref() == Some(silence)
    }

    fn is_body(&self, slug: &str) -> bool {
        self.filter.body.as_deref() == Some(slug)
    }

    fn counted(&self, name: &str, count: &usize) -> String {
        format!("{name} ({})", self.shell.s.words.whole(*count))
    }

    fn group(&self, group: &RadarGroup) -> String {
        let s = &self.shell.s;
        let name = s.name(&group.body.0).plain().to_owned();
        let words = [("body", name.as_str())];
        s.words.count("radar-group", group.count, &words)
    }

    /// Where residents read a row; none for what has no page.
    fn place(&self, place: &Place) -> Option<String> {
        let (l, w) = (&self.shell.l, &self.shell.w);
        match place {
            Place::Goal(period, slug) => Some(l.goal(period, slug)),
            Place::Row(number, slug) => Some(l.commitment_at(number, slug)),
            Place::Plan(year, body, number) => Some(format!("{}#nr-{number}", w.plan(year, body))),
            Place::Indicator(_) | Place::Document(_) | Place::Topic => None,
        }
    }

    /// Where the one step is taken and what it says; where somebody else takes it the row is read.
    fn step(&self, group: &RadarGroup, row: &RadarRow) -> Option<(String, String)> {
        let (s, w) = (&self.shell.s, &self.shell.w);
        let (href, key) = match &row.step {
            RadarStep::Gap(gap) => {
                let (kind, body) = (gap.kind.word(), escaped(&group.body.1));
                let of = format!("{}?slag={kind}&organ={body}#{gap}", w.gaps());
                (of, "radar-hand-over")
            }
            RadarStep::Open(number) if row.silence == Silence::NobodyLooksAfter => {
                (w.element(number), "radar-choose-person")
            }
            RadarStep::Open(number) => (w.element(number), "radar-open"),
            RadarStep::Report(round) => (w.report(round), "radar-report"),
            RadarStep::Remind(round) => (w.remind(round), "remind"),
            RadarStep::Decide(body, number) => (w.decide_over_row(body, *number), "radar-retire"),
            RadarStep::Ask => (self.place(&row.place)?, "radar-read"),
        };
        Some((href, s.t(key)))
    }

    /// Who takes the steps that whoever looks cannot.
    fn ask(&self, group: &RadarGroup) -> String {
        let s = &self.shell.s;
        s.t1("radar-ask", "body", s.name(&group.body.0).plain())
    }

    /// The list of gaps of one kind.
    fn gaps(&self, kind: GapKind) -> String {
        format!("{}?slag={}", self.shell.w.gaps(), kind.word())
    }

    fn without_commitments(&self) -> String {
        self.gaps(GapKind::GoalWithoutCommitments)
    }

    fn without_value(&self) -> String {
        self.gaps(GapKind::IndicatorWithoutValue)
    }

    /// The share of rows that came on time: "75 % (6/8)".
    fn share(&self, came: &OnTime) -> String {
        let words = &self.shell.s.words;
        let share = came.on_time * 100 / came.rows.max(1);
        let share: Figure = share.to_string().parse().unwrap_or(Figure::ZERO);
        let (on_time, rows) = (words.whole(came.on_time), words.whole(came.rows));
        format!("{} ({on_time}/{rows})", words.percent(share, Some(0)))
    }

    fn page_at(&self, page: usize) -> String {
        format!("{}{}", self.shell.w.radar(), address(&self.filter, page))
    }

    fn before(&self) -> String {
        self.page_at(self.view.page - 1)
    }

    fn next(&self) -> String {
        self.page_at(self.view.page + 1)
    }
}
