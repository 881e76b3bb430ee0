//! Changes: the log, what differs between two days, and the feed.

use super::search::page_of;
use super::{Answer, Site};
use crate::cache::address::field;
use crate::dates_in_query::{AsOf, DayFault, day};
use crate::failure::Failure;
use crate::pages::{self, Fault};
use crate::paths::Paths;
use axum::extract::State;
use axum::http::Uri;
use jiff::civil::Date;
use riktning_app::views::changes::{Asked, Changes};
use riktning_words::Language;

/// The log, or what differs between the days that are asked for.
pub(super) async fn changes(State(site): State<Site>, as_of: AsOf, uri: Uri) -> Answer {
    let query = uri.query().unwrap_or_default();
    let page = page_of(query)?;
    let subject = field(query, "arende").map(|typed| number(&typed).ok_or(Failure::NotFound));
    let subject = subject.transpose()?;
    let asked = Asked {
        from: field(query, "fran").unwrap_or_default(),
        till: field(query, "till").unwrap_or_default(),
    };
    if asked == Asked::default() && subject.is_none() {
        return log(&site, as_of, page);
    }
    let days = match days(&asked, as_of) {
        Ok(days) => days,
        Err(fault) => {
            let asked = shown(&asked);
            let view = site
                .app
                .published(as_of.day, |p| Changes::nothing(p, asked, subject));
            return pages::changes(&site.visit(as_of, "/andringar"), &view, Some(fault));
        }
    };
    let view = site
        .app
        .published(as_of.day, |p| Changes::between(p, days, subject, page))
        .ok_or(Failure::NotFound)?;
    if page > 1 && page > view.pages {
        return Err(Failure::NotFound);
    }
    let (from, till) = (days.0.to_string(), days.1.to_string());
    let path = Paths::new(Language::Sv, None).changes_between(&from, &till, subject, page);
    pages::changes(&site.visit(as_of, path), &view, None)
}

fn log(site: &Site, as_of: AsOf, page: usize) -> Answer {
    let (view, current) = site.app.readings(as_of.day, |p, readings| {
        let log = readings.of_changes();
        (Changes::log(p, &log.value, page), log.current)
    });
    if page > 1 && page > view.pages {
        return Err(Failure::NotFound);
    }
    let path = Paths::new(Language::Sv, None).changes_between("", "", None, page);
    let visit = site.visit(as_of, path);
    pages::log(&visit, &view, current)
}

/// The newest changes for those who subscribe.
/// Of one element they are of what belongs to it, too.
pub(super) async fn feed(State(site): State<Site>, as_of: AsOf, uri: Uri) -> Answer {
    let query = uri.query().unwrap_or_default();
    let subject = field(query, "arende").map(|typed| number(&typed).ok_or(Failure::NotFound));
    let subject = subject.transpose()?;
    let (newest, current) = site.app.readings(as_of.day, |p, readings| {
        let log = readings.of_changes();
        (Changes::newest(p, &log.value, subject), log.current)
    });
    let newest = newest.ok_or(Failure::NotFound)?;
    let path = Paths::new(Language::Sv, None).feed_of(subject);
    pages::feed(&site.visit(as_of, path), &newest, current)
}

/// The two days, the last being the one that is shown where none is given.
fn days(asked: &Asked, as_of: AsOf) -> Result<(Date, Date), Fault> {
    if asked.from.is_empty() {
        return Err(Fault::FromMissing);
    }
    let from = day(&asked.from, as_of.day).map_err(|fault| match fault {
        DayFault::Future => Fault::FromFuture,
        _ => Fault::FromMalformed,
    })?;
    let till = match asked.till.as_str() {
        "" => as_of.day,
        till => day(till, as_of.day).map_err(|fault| match fault {
            DayFault::Future => Fault::TillFuture,
            _ => Fault::TillMalformed,
        })?,
    };
    if from > till {
        return Err(Fault::Reversed);
    }
    Ok((from, till))
}

/// What was typed as it can be shown again.
fn shown(asked: &Asked) -> Asked {
    let cut = |typed: &str| typed.chars().filter(|c| !c.is_control()).take(40).collect();
    Asked {
        from: cut(&asked.from),
        till: cut(&asked.till),
    }
}

/// A number as it is written in an address: without sign or leading zero.
fn number(typed: &str) -> Option<u32> {
    let value: u32 = typed.parse().ok()?;
    (value.to_string() == typed).then_some(value)
}
