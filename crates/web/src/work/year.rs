//! The year: the wheel, the same days as a list, and the rounds of the cycle.

use super::WorkSite;
use super::answers::Answer;
use super::paths::{ALL_DAYS, WorkPaths};
use super::round_fields::occasion_key;
use super::session::Signed;
use super::shell::{Shell, speech};
use crate::cache::address::field;
use crate::failure::Failure;
use crate::pages::bodies::kind_key;
use crate::pages::passing;
use crate::pages::speech::Speech;
use crate::paths;
use askama::Template;
use axum::Extension;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use jiff::civil::Date;
use riktning_app::work::{Happening, Moment, RoundRow, RoundStage, Whose, YearPage};
use riktning_charts::{Arc, Wheel, wheel};
use riktning_domain::bodies::BodyKind;
use riktning_domain::rounds::Occasion;
use riktning_words::Language;

const MONTHS: [u8; 12] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

#[derive(Template)]
#[template(path = "work/year.html")]
struct Page {
    shell: Shell,
    view: YearPage,
    /// Whose days are asked for: so in the other years, too.
    whose: Whose,
    /// Whether something has just been done.
    is_done: bool,
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(year): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let year = paths::year(&year).ok_or(Failure::NotFound)?;
    let query = query.unwrap_or_default();
    let whose = match field(&query, "dagar").as_deref() {
        Some(ALL_DAYS) => Whose::Everybodys,
        _ => Whose::Mine,
    };
    let view = site
        .app
        .inside(me.colleague.person, |i, _| YearPage::of(i, year, whose));
    let view = view.ok_or(Failure::NotFound)?;
    let title = speech(&site).t1("year-page", "year", year);
    let path = WorkPaths(Language::Sv).year_of(&year, whose);
    let page = Page {
        shell: Shell::new(&site, Some(&me), view.frame.clone(), title, path),
        view,
        whose,
        is_done: field(&query, "gjort").as_deref() == Some("sparat"),
    };
    passing(StatusCode::OK, &page)
}

impl Page {
    /// The year may be made of the one before, or as its model says.
    fn as_before(&self) -> String {
        if self.view.pattern == 0 {
            return self.shell.s.t1("cycle", "year", self.view.year);
        }
        let (year, before) = (self.view.year.to_string(), (self.view.year - 1).to_string());
        let args = [("year", year.as_str()), ("before", &before)];
        self.shell.s.words.with("year-as-before", &args)
    }

    fn as_before_help(&self) -> String {
        if self.view.pattern == 0 {
            return self.shell.s.n("year-by-model-help", &self.view.of_model);
        }
        let before = (self.view.year - 1).to_string();
        let args = [("before", before.as_str())];
        let words = self.shell.s.words;
        words.count("year-as-before-help", self.view.pattern, &args)
    }

    /// What comes next, as the heading says it.
    fn heading(&self) -> String {
        let (s, view) = (&self.shell.s, &self.view);
        match &view.next {
            None if view.moments.is_empty() => s.t1("year-heading-empty", "year", view.year),
            None if view.goes_on => s.t1("year-heading-others", "year", view.year),
            None => s.t1("year-heading-over", "year", view.year),
            Some(next) => {
                let (what, day) = (said(s, next), s.words.day(next.on));
                let args = [("what", what.as_str()), ("day", &day)];
                s.words.with("year-heading", &args)
            }
        }
    }

    /// How long it is until what comes next.
    fn until(&self) -> Option<String> {
        let next = self.view.next.as_ref()?;
        Some(days_until(&self.shell.s, &self.view.today, &next.on))
    }

    /// The wheel; none where there is nothing to draw.
    fn wheel(&self) -> Option<(String, String)> {
        let (s, view) = (&self.shell.s, &self.view);
        if view.stretches.is_empty() && view.moments.is_empty() {
            return None;
        }
        let arcs = view.stretches.iter().map(|stretch| Arc {
            label: short(s.name(&stretch.names).plain(), view.year),
            plans: stretch.plans,
            from: stretch.from,
            to: stretch.to,
        });
        let council = view.moments.iter().filter(
            |moment| matches!(moment.what, Happening::Meeting { is_council, .. } if is_council),
        );
        let is_now = view.today.year() == view.year;
        let heading = match is_now {
            true => s.words.day_and_month(view.today),
            false => view.year.to_string(),
        };
        Some(wheel(&Wheel {
            id: "hjul".to_owned(),
            title: s.t1("year-wheel", "year", view.year),
            says: s.t("year-wheel-says"),
            months: MONTHS.map(|month| s.words.month_name_short(month)),
            year: view.year,
            arcs: arcs.collect(),
            knots: council.map(|moment| moment.on).collect(),
            own: view.own.iter().map(|moment| moment.on).collect(),
            today: is_now.then_some(view.today),
            middle: (heading, self.until().into_iter().collect()),
        }))
    }

    /// Whether a moment is the next one, so that the list marks it.
    fn is_next(&self, moment: &Moment) -> bool {
        self.view.next.as_ref() == Some(moment)
    }

    /// Whether a moment is one's own among everybody's, so that the list marks it.
    fn is_own(&self, moment: &Moment) -> bool {
        self.view.whose == Some(Whose::Everybodys) && self.view.own.contains(moment)
    }

    /// The two lists that there are to choose from: what each is called, where it is, and whether it is
    /// the one that is shown.
    fn choices(&self) -> Vec<(String, String, bool)> {
        let (s, w) = (&self.shell.s, self.shell.w);
        let both = [("year-mine", Whose::Mine), ("year-all", Whose::Everybodys)];
        let choices = self.view.whose.iter().flat_map(|shown| {
            both.map(|(key, whose)| (s.t(key), w.year_of(&self.view.year, whose), whose == *shown))
        });
        choices.collect()
    }

    /// Another year, with the days of the same.
    fn at(&self, year: &i16) -> String {
        self.shell.w.year_of(year, self.whose)
    }

    /// What the marks in the wheel mean.
    fn legend(&self) -> String {
        self.shell.s.t(match self.view.own.is_empty() {
            true => "year-wheel-help",
            false => "year-wheel-help-own",
        })
    }

    /// A day of the year that the page is about.
    fn day(&self, day: &Date) -> String {
        self.shell.s.words.day_and_month(*day)
    }

    fn said(&self, moment: &Moment) -> String {
        said(&self.shell.s, moment)
    }

    fn occasion(&self, row: &RoundRow) -> String {
        let s = &self.shell.s;
        let key = match row.occasion {
            Occasion::Planning => "round-plans",
            _ => "round-follows",
        };
        s.t1(key, "year", row.in_hand)
    }

    fn stage(&self, row: &RoundRow) -> String {
        self.shell.s.t(match row.stage {
            RoundStage::ToCome => "round-to-come",
            RoundStage::Open => "round-open",
            RoundStage::Over => "round-over",
            RoundStage::CalledOff => "round-called-off",
        })
    }

    /// The shape of a stage, never colour alone.
    fn shape(&self, row: &RoundRow) -> &'static str {
        match row.stage {
            RoundStage::ToCome => "tom",
            RoundStage::Open => "delvis",
            RoundStage::Over => "bra",
            RoundStage::CalledOff => "oklar",
        }
    }

    /// The heading of the table: what kind of occasion.
    fn kind_of(&self, row: &RoundRow) -> String {
        self.shell.s.t(occasion_key(row.occasion))
    }
}

/// What happens on a day, as a sentence of its own.
pub(crate) fn said(s: &Speech, moment: &Moment) -> String {
    let round = s.name(&moment.names).plain().to_owned();
    match &moment.what {
        Happening::Opens => s.t1("moment-opens", "round", round),
        Happening::CutOff => s.t1("moment-cut-off", "round", round),
        Happening::Deadline(kinds) => {
            let kinds: Vec<String> = kinds.iter().map(|kind| asked(s, kind)).collect();
            let kinds = s.words.list(&kinds);
            let args = [("kinds", kinds.as_str()), ("round", &round)];
            s.words.with("moment-deadline", &args)
        }
        Happening::Meeting { names, .. } => {
            let body = s.name(names).plain().to_owned();
            let args = [("body", body.as_str()), ("round", &round)];
            s.words.with("moment-meeting", &args)
        }
    }
}

/// The bodies of a kind, as they are asked for something.
pub(crate) fn asked(s: &Speech, kind: &BodyKind) -> String {
    match kind {
        BodyKind::Council => s.t("asked-council"),
        BodyKind::ExecutiveBoard => s.t("asked-board"),
        BodyKind::Committee => s.t("asked-committees"),
        BodyKind::JointCommittee => s.t("asked-joint"),
        BodyKind::Company => s.t("asked-companies"),
        BodyKind::Administration => s.t("asked-administrations"),
        other => s.t(kind_key(other)).to_lowercase(),
    }
}

/// How many days there are until a day, in words.
pub(crate) fn days_until(s: &Speech, today: &Date, day: &Date) -> String {
    let days = today.until(*day).map_or(0, |span| span.get_days());
    match usize::try_from(days) {
        Ok(0) | Err(_) => s.t("days-today"),
        Ok(days) => s.n("days-left", &days),
    }
}

/// A name without the year that the page says already: "Delårsrapport 2, 2026" in 2026.
fn short(name: &str, year: i16) -> String {
    let year = year.to_string();
    let without = name
        .strip_suffix(&year)
        .map(|name| name.trim_end_matches([' ', ',']));
    without
        .filter(|name| !name.is_empty())
        .unwrap_or(name)
        .to_owned()
}
