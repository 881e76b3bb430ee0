//! The days of the year in somebody's own calendar program (RFC 5545, RFC 7986).

use super::WorkSite;
use super::answers::{Answer, unwritten};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::speech;
use super::year::said;
use crate::failure::Failure;
use crate::form::Form;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST};
use axum::response::IntoResponse as _;
use icalendar::{Calendar as File, Component as _, Event, Property};
use jiff::civil::Date;
use riktning_app::calendar::Calendar;

/// Bytes of a form without texts.
const SMALL: usize = 4 << 10;

/// Gives whoever is signed in an address, told this once, or takes it away.
pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, SMALL)?;
    let person = me.colleague.person;
    match form.typed("gor") {
        "stang" => {
            site.app.end_calendar(person).await.map_err(unwritten)?;
            let account = WorkPaths(site.language).account();
            return Ok(see(&format!("{account}?gjort=kalender")));
        }
        // Whoever reads nothing here has nothing to follow.
        "ny" if site.app.inside(person, |i, _| i.reads_content()) => {}
        _ => return Err(Failure::NoDeed),
    }
    let token = site.app.new_calendar(person).await.map_err(unwritten)?;
    let token = token.ok_or(Failure::Busy)?;
    let address = format!(
        "{}{}",
        origin(&site, &headers),
        WorkPaths(site.language).calendar(&token)
    );
    super::account::page(&site, &me, None, Some(address)).await
}

/// Where the site is: as residents know it, or where this browser found it.
fn origin(site: &WorkSite, headers: &HeaderMap) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
    let host = || {
        headers
            .get(HOST)?
            .to_str()
            .ok()
            .filter(|host| host.bytes().all(plain))
    };
    match host().filter(|_| site.root.is_empty()) {
        Some(host) => format!("http://{host}"),
        None => site.root.to_string(),
    }
}

/// The calendar that an address leads to, for whoever has the address.
pub(crate) async fn show(State(site): State<WorkSite>, Path(file): Path<String>) -> Answer {
    let token = file.strip_suffix(".ics").ok_or(Failure::NotFound)?;
    let calendar = site.app.calendar(token).await.map_err(unwritten)?;
    let calendar = calendar.ok_or(Failure::NotFound)?;
    let headers = [
        (CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (CACHE_CONTROL, "private, no-cache"),
    ];
    Ok((headers, written(&site, &calendar)).into_response())
}

/// The calendar as a file.
fn written(site: &WorkSite, calendar: &Calendar) -> String {
    let s = speech(site);
    let mut file = File::empty();
    file.append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Riktning//Riktning//SV"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .append_property(Property::new("METHOD", "PUBLISH"))
        .append_property(
            Property::new("REFRESH-INTERVAL", "PT6H")
                .add_parameter("VALUE", "DURATION")
                .done(),
        )
        .append_property(Property::new("X-PUBLISHED-TTL", "PT6H"));
    file.name(&s.t1(
        "feed-name",
        "municipality",
        s.typed(&calendar.municipality).plain(),
    ));
    let stamp = calendar.at.strftime("%Y%m%dT%H%M%SZ").to_string();
    for moment in &calendar.moments {
        let uid = format!("{}-{}@riktning", moment.round, moment.part);
        let mut event = Event::new();
        event
            .uid(&uid)
            .add_property("DTSTAMP", &stamp)
            .summary(&said(&s, moment))
            .append_property(day("DTSTART", moment.on))
            .append_property(day("DTEND", moment.on.tomorrow().unwrap_or(moment.on)))
            .add_property("TRANSP", "TRANSPARENT");
        file.push(event.done());
    }
    file.to_string()
}

fn day(name: &str, day: Date) -> Property {
    let written = day.strftime("%Y%m%d").to_string();
    Property::new(name, written)
        .add_parameter("VALUE", "DATE")
        .done()
}
