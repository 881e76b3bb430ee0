//! How a round of follow-up goes, and reminding those who are missing: looked at first, then sent.

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::paths::WorkPaths;
use super::reporting::round_of;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::failure::Failure;
use crate::form::Form;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use riktning_app::views::balance::Counted;
use riktning_app::work::{
    BodyStanding, Contradiction, GapKind, Matter, Odd, Overview, Reminded, Reminding,
};
use riktning_domain::Names;
use riktning_domain::ids::RoundId;
use riktning_domain::law_days::{LawDay, LawfulReport};
use riktning_words::Language;
use uuid::Uuid;

/// Bytes of the form.
const SMALL: usize = 4 << 10;
/// The id of what is wrong.
const SEND: &str = "paminn";

#[derive(Template)]
#[template(path = "work/overview.html")]
struct OverviewPage {
    shell: Shell,
    view: Overview,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "work/remind.html")]
struct RemindPage {
    shell: Shell,
    view: Reminding,
    faults: Faults,
    key: Uuid,
    action: String,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(round): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let (id, person) = (round_of(&round)?, me.colleague.person);
    let view = site.app.inside(person, |i, _| Overview::of(i, id));
    let mut view = view.ok_or(Failure::NotFound)?;
    let s = speech(&site);
    view.bodies.sort_by(|a, b| {
        let (a, b) = (s.name(&a.body.0), s.name(&b.body.0));
        s.words.compare(a.plain(), b.plain())
    });
    let told = query.and_then(|query| query.strip_prefix("gjort=").map(str::to_owned));
    let told: Option<usize> = told.and_then(|told| told.parse().ok());
    let page = OverviewPage {
        shell: Shell::new(
            &site,
            Some(&me),
            view.frame.clone(),
            heading(&s, &view),
            WorkPaths(Language::Sv).overview(&id),
        ),
        done: told.map(|told| s.n("remind-done", &told)),
        view,
    };
    passing(StatusCode::OK, &page)
}

pub(crate) async fn remind(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(round): Path<String>,
) -> Answer {
    reminding(&site, &me, round_of(&round)?, Faults::default()).await
}

pub(crate) async fn send(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(round): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, SMALL)?;
    let (id, s) = (round_of(&round)?, speech(&site));
    let key = key(&form).unwrap_or_else(Uuid::new_v4);
    let told = site.app.remind_of_round(me.colleague.person, id, key);
    match told.await.map_err(unwritten)? {
        None => Err(Failure::NotFound),
        Some(0) => {
            let mut faults = Faults::default();
            faults.add(SEND, s.t("remind-nobody"));
            reminding(&site, &me, id, faults).await
        }
        Some(told) => {
            let to = WorkPaths(site.language).overview(&id);
            Ok(see(&format!("{to}?gjort={told}")))
        }
    }
}

async fn reminding(site: &WorkSite, me: &Signed, id: RoundId, faults: Faults) -> Answer {
    let view = site.app.reminding(me.colleague.person, id);
    let view = view.await.map_err(unwritten)?.ok_or(Failure::NotFound)?;
    let s = speech(site);
    let (status, title) = faults.headed(&s, &s.t("remind"));
    let page = RemindPage {
        shell: Shell::new(
            site,
            Some(me),
            view.overview.frame.clone(),
            title,
            WorkPaths(Language::Sv).remind(&id),
        ),
        action: WorkPaths(site.language).remind(&id),
        view,
        faults,
        key: Uuid::new_v4(),
    };
    passing(status, &page)
}

/// How much has been handed in, in words.
fn heading(s: &Speech, view: &Overview) -> String {
    let (rows, sent) = view.rows();
    let eighths = sent * 8 / rows.max(1);
    let key = match eighths {
        _ if sent == 0 => "overview-none",
        _ if sent == rows => "overview-all",
        0 => "overview-begun",
        1 | 2 => "overview-quarter",
        3 | 4 => "overview-half",
        5 | 6 => "overview-three-quarters",
        _ => "overview-nearly",
    };
    s.t1(key, "round", s.name(&view.names).plain())
}

/// How far so many of so many rows are.
struct Cell {
    done: usize,
    all: usize,
    /// How the box looks, and the shape in it.
    class: &'static str,
    shape: &'static str,
    /// What it is called.
    key: &'static str,
    /// The part of the page of rows that it leads to.
    part: &'static str,
}

impl Cell {
    fn of(part: &'static str, done: usize, all: usize, is_late: bool) -> Cell {
        let (class, shape, key) = match done {
            _ if done == all => ("a", "bra", "overview-done"),
            _ if is_late => ("d", "ej", "overview-late"),
            0 => ("c", "tom", "overview-not-begun"),
            _ => ("b", "delvis", "overview-going-on"),
        };
        Cell {
            done,
            all,
            class,
            shape,
            key,
            part,
        }
    }
}

impl OverviewPage {
    fn heading(&self) -> String {
        heading(&self.shell.s, &self.view)
    }

    /// How many rows are handed in, and whether anybody is late.
    fn lead(&self) -> String {
        let s = &self.shell.s;
        let (rows, sent) = self.view.rows();
        let (sent, rows) = (s.words.whole(sent), s.words.whole(rows));
        let args = [("sent", sent.as_str()), ("all", &rows)];
        let told = s.words.with("overview-lead", &args);
        let late = self.view.bodies.iter();
        let late = late.filter(|of| of.is_late(self.view.today)).count();
        let late = match late {
            0 => s.t("overview-nobody-late"),
            late => s.n("overview-some-late", &late),
        };
        format!("{told} {late}")
    }

    /// The next last day, with how many bodies it is for.
    fn next_day(&self) -> Option<String> {
        let s = &self.shell.s;
        let (day, bodies) = self.view.last_days().into_iter().next()?;
        let day = s.day(&day);
        let args = [("day", day.as_str())];
        Some(s.words.count("overview-next-day", bodies.len(), &args))
    }

    /// The cells of a body, in the order of the columns.
    fn cells(&self, of: &BodyStanding) -> [Cell; 4] {
        let (counts, is_late) = (of.counts, of.is_late(self.view.today));
        [
            Cell::of("ovriga", counts.written, counts.rows, is_late),
            Cell::of("inskickade", counts.handed_in, counts.rows, is_late),
            Cell::of("godkanda", counts.approved, counts.rows, false),
            Cell::of("beslutade", counts.decided, counts.rows, false),
        ]
    }

    /// What there is to say of a body below its name: its last day, and that it has not handed in.
    fn below(&self, of: &BodyStanding) -> Option<String> {
        let s = &self.shell.s;
        let last = of.last.filter(|_| of.is_missing())?;
        let key = match of.is_late(self.view.today) {
            true => "overview-was-due",
            false => "overview-is-due",
        };
        Some(s.t1(key, "day", s.day(&last)))
    }
}

/// What somebody has to take a stand on, in words, with the one step.
struct Told {
    heading: String,
    says: String,
    href: String,
    step: String,
    /// What the step is about, for whoever hears it without its row.
    about: String,
}

/// The last day that the law sets for a report, in a sentence.
pub(super) fn law(s: &Speech, day: &LawDay) -> String {
    let key = match day.report {
        LawfulReport::Interim => "law-day-interim",
        LawfulReport::Annual => "law-day-annual",
    };
    s.t1(key, "day", s.day(&day.last))
}

impl OverviewPage {
    /// What stands in no perspective, if anything does.
    fn unplaced<'a>(&self, counted: &'a Counted) -> Option<&'a Counted> {
        (counted.goals.all + counted.commitments.all > 0).then_some(counted)
    }

    fn told(&self, matter: &Matter) -> Told {
        let (s, w) = (&self.shell.s, &self.shell.w);
        match matter {
            Matter::AgainstFigures(against) => self.contradiction(against),
            Matter::OddFigure(odd) => self.odd(odd),
            Matter::NothingIn(body, last) => {
                let (name, day) = (s.name(&body.0).plain().to_owned(), s.day(last));
                let words = [("body", name.as_str()), ("day", &day)];
                Told {
                    heading: s.t("matter-nothing-in"),
                    says: s.words.with("matter-nothing-in-says", &words),
                    href: match self.view.reminds {
                        true => w.remind(&self.view.round),
                        false => w.body_rows(&self.view.round, &body.1),
                    },
                    step: s.t(match self.view.reminds {
                        true => "remind",
                        false => "matter-see-rows",
                    }),
                    about: name,
                }
            }
            Matter::ActionLate(late) => {
                let (body, day) = (s.name(&late.body.0).plain().to_owned(), s.day(&late.last));
                let row = s.typed(&late.text).plain().to_owned();
                let words = [("body", body.as_str()), ("row", &row), ("day", &day)];
                let rows = w.body_rows(&self.view.round, &late.body.1);
                Told {
                    heading: s.t("matter-action"),
                    says: s.words.with("matter-action-says", &words),
                    href: format!("{rows}#nr-{}", late.number),
                    step: s.t("matter-see-rows"),
                    about: row,
                }
            }
            Matter::PastTheLaw(day) => Told {
                heading: s.t("matter-law"),
                says: law(s, day),
                href: match self.view.reminds {
                    true => w.round(&self.view.round),
                    false => w.year(self.view.cut_off.year()),
                },
                step: s.t("matter-law-meeting"),
                about: s.t("matter-law"),
            },
            Matter::LinksLacking(count) => Told {
                heading: s.n("matter-links", count),
                says: s.t("matter-links-says"),
                href: format!("{}?slag={}", w.gaps(), GapKind::LinkLacking.word()),
                step: s.t("matter-tie"),
                about: s.n("matter-links", count),
            },
        }
    }

    fn contradiction(&self, against: &Contradiction) -> Told {
        let (s, w) = (&self.shell.s, &self.shell.w);
        let plain = |names: &Names| s.name(names).plain().to_owned();
        let indicators: Vec<String> = against.indicators.iter().map(plain).collect();
        let (body, mark) = (plain(&against.body.0), plain(&against.mark.names));
        let row = s.typed(&against.text).plain().to_owned();
        let indicators = s.words.list(&indicators);
        let words = [
            ("body", body.as_str()),
            ("row", &row),
            ("mark", &mark),
            ("indicators", &indicators),
        ];
        let key = match against.figures_are_better {
            true => "matter-against-better",
            false => "matter-against-worse",
        };
        let rows = w.body_rows(&self.view.round, &against.body.1);
        Told {
            heading: s.t("matter-against"),
            says: s.words.with(key, &words),
            href: format!("{rows}#nr-{}", against.number),
            step: s.t("matter-read"),
            about: row,
        }
    }

    fn odd(&self, odd: &Odd) -> Told {
        let s = &self.shell.s;
        let indicator = s.name(&odd.indicator.0).plain().to_owned();
        let figure = |figure| s.with_unit(figure, &odd.unit, &odd.decimals).plain();
        let (before, latest) = (figure(&odd.before.1), figure(&odd.latest.1));
        let (earlier, period) = (s.period(&odd.before.0), s.period(&odd.latest.0));
        let body = odd
            .body
            .as_ref()
            .map(|names| s.name(names).plain().to_owned());
        let mut words = vec![
            ("indicator", indicator.as_str()),
            ("before", &before),
            ("latest", &latest),
            ("earlier", &earlier),
            ("period", &period),
        ];
        let key = match &body {
            Some(body) => {
                words.push(("body", body));
                "matter-odd-of"
            }
            None => "matter-odd-says",
        };
        Told {
            heading: s.t("matter-odd"),
            says: s.words.with(key, &words),
            href: self.shell.l.indicator(&odd.indicator.1),
            step: s.t("matter-see-indicator"),
            about: indicator,
        }
    }
}

impl RemindPage {
    /// Who is reminded, with how many rows for which body.
    fn line(&self, told: &Reminded) -> String {
        let s = &self.shell.s;
        let mut bodies = self.view.overview.bodies.iter();
        let body = bodies.find(|of| of.id == told.body);
        let body = body.map(|of| s.name(&of.body.0).plain().to_owned());
        let body = body.unwrap_or_default();
        let args = [("body", body.as_str()), ("name", &told.name)];
        s.words.count("remind-line", told.rows, &args)
    }

    /// What the letter says, as the first of them reads it.
    fn letter(&self) -> Option<String> {
        let s = &self.shell.s;
        let first = self.view.told.first()?;
        let own = self.view.told.iter();
        let own = own.filter(|told| told.person == first.person);
        let rows = own.map(|told| told.rows).sum();
        let round = s.name(&self.view.overview.names).plain().to_owned();
        let args = [("round", round.as_str())];
        Some(s.words.count("mail-asked", rows, &args))
    }
}
