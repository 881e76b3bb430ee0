//! The page of changes and its feed.

use super::marked::Spoken;
use super::money::account_key;
use super::search::{kind_key, one_key};
use super::shell::{Place, Shell, Visit};
use super::speech::{Measured, Said, Speech};
use crate::failure::Failure;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::civil::Date;
use riktning_app::changes::{About, What};
use riktning_app::views::Basis;
use riktning_app::views::changes::{Changes, Counts, Told};
use riktning_domain::frames::Account;
use riktning_domain::indicators::{Aim, Unit};
use riktning_domain::published::Validity;
use riktning_domain::{Dated, Figure, Money, Names, Period, Precision};
use riktning_words::Marked;

/// What is wrong with the days that were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The first day is missing.
    FromMissing,
    /// The first day is no day.
    FromMalformed,
    /// The last day is no day.
    TillMalformed,
    /// The first day is still to come.
    FromFuture,
    /// The last day is still to come.
    TillFuture,
    /// The first day comes after the last.
    Reversed,
}

impl Fault {
    fn key(self) -> &'static str {
        match self {
            Fault::FromMissing => "changes-fault-from-missing",
            Fault::FromMalformed => "changes-fault-from-malformed",
            Fault::TillMalformed => "changes-fault-till-malformed",
            Fault::FromFuture => "changes-fault-from-future",
            Fault::TillFuture => "changes-fault-till-future",
            Fault::Reversed => "changes-fault-reversed",
        }
    }

    /// Whether it is in the first field.
    fn is_first(self) -> bool {
        !matches!(self, Fault::TillMalformed | Fault::TillFuture)
    }
}

#[derive(Template)]
#[template(path = "changes.html")]
struct ChangesPage<'a> {
    shell: Shell,
    v: &'a Changes,
    fault: Option<Fault>,
}

impl ChangesPage<'_> {
    fn fault_text(&self) -> Option<String> {
        Some(self.shell.s.t(self.fault?.key()))
    }

    fn fault_id(&self) -> &'static str {
        match self.fault.is_none_or(Fault::is_first) {
            true => "fran",
            false => "till",
        }
    }

    /// The sum of what changed, in a sentence a sort.
    fn counted(&self, counts: &Counts) -> Vec<String> {
        let s = &self.shell.s;
        let all = [
            ("changes-count-decisions", counts.decisions),
            ("changes-count-new", counts.new),
            ("changes-count-changed", counts.changed),
            ("changes-count-ended", counts.ended),
            ("changes-count-judged", counts.judged),
            ("changes-count-measured", counts.measured),
        ];
        let some = all.iter().filter(|(_, count)| *count > 0);
        some.map(|(key, count)| s.n(key, count)).collect()
    }

    fn between(&self, days: &(Date, Date)) -> String {
        let s = &self.shell.s;
        let days = [("from", s.day(&days.0)), ("till", s.day(&days.1))];
        let days = days.each_ref().map(|(name, day)| (*name, day.as_str()));
        s.words.with("changes-between", &days)
    }

    /// A day as exactly as it is known; one that no source gives, with the day that stands in.
    fn day(&self, dated: &Dated) -> String {
        let s = &self.shell.s;
        match dated.precision() {
            Precision::NotFound => s.t1("date-not-found", "date", s.day(&dated.day())),
            _ => s.dated(dated),
        }
    }

    fn before(&self) -> String {
        self.at(self.v.page.saturating_sub(1))
    }

    fn next(&self) -> String {
        self.at(self.v.page + 1)
    }

    fn at(&self, page: usize) -> String {
        let asked = &self.v.asked;
        let subject = self.v.subject.as_ref().map(|subject| subject.number);
        self.shell
            .l
            .changes_between(&asked.from, &asked.till, subject, page)
    }

    fn kind(&self, kind: &Option<riktning_app::search::Kind>) -> String {
        let key = kind.as_ref().map_or("changes-decisions", kind_key);
        self.shell.s.t(key)
    }

    fn label(&self, about: &About) -> Said {
        match &about.label {
            Some(names) => self.shell.s.name(names),
            None => Said::own(self.shell.s.t(one_key(about.kind))),
        }
    }
}

/// The words and the address of what has changed of an element since it was adopted, or since
/// its period began where its wording is younger.
pub(crate) fn since(shell: &Shell, basis: &Basis, period: Period, number: u32) -> (String, String) {
    let day = basis.since().day().min(period.first_day());
    after(shell, day, Some(number))
}

/// The words and the address of what has changed since a day.
pub(crate) fn after(shell: &Shell, day: Date, number: Option<u32>) -> (String, String) {
    let till = shell
        .l
        .past()
        .map(|day| day.to_string())
        .unwrap_or_default();
    let words = shell.s.t1("changes-since", "day", shell.s.day(&day));
    let href = shell.l.changes_between(&day.to_string(), &till, number, 1);
    (words, href)
}

/// The key of what became of something.
pub(crate) fn what_key(what: &What) -> &'static str {
    match what {
        What::New => "change-new",
        What::Gone => "change-gone",
        What::Reworded { .. } => "change-reworded",
        What::Righted { .. } => "change-righted",
        What::Redescribed { .. } => "change-redescribed",
        What::Terms => "change-terms",
        What::Given { .. } => "change-given",
        What::Withdrawn => "change-withdrawn",
        What::Closed => "change-closed",
        What::Supplemented => "change-supplemented",
        What::Ended => "change-ended",
        What::Moved => "change-moved",
        What::Judged { .. } => "change-judged",
        What::Measured { .. } => "change-measured",
        What::Aimed { .. } => "change-aimed",
        What::Checked => "change-checked",
        What::Directed(_) => "change-directed",
        What::Bound(_) => "change-bound",
        What::Unjudged { .. } => "change-unjudged",
        What::Tied(_) => "change-tied",
        What::Untied(_) => "change-untied",
        What::Turned(Validity::InForce) => "change-in-force",
        What::Turned(Validity::ToCome) => "change-to-come",
        What::Turned(Validity::ExpiredButApplied) => "change-expired-but-applied",
        What::Turned(Validity::PerhapsReplaced) => "change-perhaps-replaced",
        What::Turned(Validity::Expired) => "change-expired",
        What::Turned(Validity::Replaced) => "change-replaced",
        What::Marked { .. } => "change-marked",
        What::Elected { .. } => "change-elected",
        What::Granted { amount, .. } if amount.is_negative() => "change-cut",
        What::Granted { .. } => "change-granted",
        What::Revised => "change-revised",
        What::Answers { .. } => "change-answers",
        What::Owned { .. } => "change-owned",
        What::Compared { .. } => "change-compared",
        What::Hours => "change-hours",
        What::Decided => "change-decided",
    }
}

/// What a decision granted: how much, of what and for which year.
pub(crate) fn granted(s: &Speech, year: &i16, account: &Account, amount: &Money) -> String {
    let account = s.t(account_key(account));
    format!("{} ({account} {year})", s.money(amount))
}

/// The days of a term of office.
pub(crate) fn elected(s: &Speech, from: &Date, to: &Date) -> String {
    let days = [("from", s.day(from)), ("till", s.day(to))];
    let days = days.each_ref().map(|(name, day)| (*name, day.as_str()));
    s.words.with("change-term", &days)
}

/// The share of a company that the municipality owns.
pub(crate) fn owned(s: &Speech, percent: &Figure) -> String {
    s.t1("share-owned", "percent", s.percent(percent))
}

/// Who measured the same, and in which period.
pub(crate) fn compared(s: &Speech, peers: &Names, period: &Period) -> Spoken {
    let period = format!(" ({})", s.period(period));
    Spoken::joined([s.name(peers).into(), period.into()], "")
}

/// How many figures came, and the latest.
pub(crate) fn measured(
    s: &Speech,
    figures: &usize,
    latest: &Option<(Period, Figure)>,
    unit: &(Unit, u8),
) -> Spoken {
    let latest = latest
        .as_ref()
        .map(|(period, figure)| (period, s.with_unit(figure, &unit.0, &unit.1)));
    and_latest(s, s.n("change-figures", figures), latest)
}

/// How many targets were set, and the latest.
pub(crate) fn aimed(
    s: &Speech,
    targets: &usize,
    latest: &Option<(Period, Aim)>,
    unit: &(Unit, u8),
) -> Spoken {
    let latest = latest
        .as_ref()
        .map(|(period, aim)| (period, s.aim(aim, &unit.0, &unit.1)));
    and_latest(s, s.n("change-targets", targets), latest)
}

fn and_latest(s: &Speech, count: String, latest: Option<(&Period, Measured)>) -> Spoken {
    let Some((period, figure)) = latest else {
        return count.into();
    };
    let own = s.words.language();
    let period = Marked::of(s.period(period), own);
    let args = [("period", &period), ("figure", &figure.marked(own))];
    let latest = s.spoken(&s.words.marked("change-latest", &args));
    latest.after(format!("{count} "))
}

/// The log, kept unless it is of what was published before the last event: that one is told
/// while the next is made, and kept by nobody.
pub(crate) fn log(visit: &Visit, v: &Changes, current: bool) -> Result<Response, Failure> {
    let title = visit.speech().t("changes");
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Elsewhere);
    let page = ChangesPage {
        shell,
        v,
        fault: None,
    };
    match current {
        true => super::page(&page),
        false => super::passing(StatusCode::OK, &page),
    }
}

/// What differs between two days; a fault in what was asked for is told with the fields as they were.
pub(crate) fn changes(
    visit: &Visit,
    v: &Changes,
    fault: Option<Fault>,
) -> Result<Response, Failure> {
    let s = visit.speech();
    let title = match fault {
        Some(_) => s.t("changes-title-fault"),
        None => s.t("changes"),
    };
    let shell = Shell::new(visit, v.frame.clone(), title, Place::Elsewhere);
    // There are more pairs of days than pages.
    let shell = shell.without_listing();
    let page = ChangesPage { shell, v, fault };
    match v.told {
        Told::Log(_) | Told::Between { .. } => super::passing(StatusCode::OK, &page),
        Told::Nothing => super::passing(StatusCode::BAD_REQUEST, &page),
    }
}
