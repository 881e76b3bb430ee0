//! Offices of a file: the centre before its places, and each office before its hours.

// `.text` is a field of a record here. words-keys: none

use super::super::facts::facts_site::{opening, rows};
use super::super::facts::reader::{At, FaultKind};
use super::{Ids, Planned};
use jiff::civil::Date;
use riktning_domain::ids::OfficeId;
use riktning_domain::site::hours::{HoursKind, Opening};
use riktning_domain::site::offices::{DescribeOffice, SetException, SetHours};
use riktning_domain::{Command, Dated, Text};
use std::collections::BTreeSet;

pub(super) fn read(entries: &[At<'_>], ids: &Ids) -> Vec<Planned> {
    let (mut centres, mut places, mut hours) = (Vec::new(), Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    for at in entries {
        at.only(&[
            "id",
            "name",
            "part_of",
            "address",
            "phone",
            "order",
            "from",
            "to",
            "hours",
            "exception",
        ]);
        let Some(office) = ids.office(at, "id") else {
            continue;
        };
        if !seen.insert(office) {
            at.fault_at("id", FaultKind::Twice);
        }
        // An entry with hours alone is about an office that is there.
        let described = ["name", "part_of", "address", "phone", "order", "from", "to"];
        if described.into_iter().any(|field| at.get(field).is_some())
            && let Some(command) = office_at(at, office, ids)
        {
            let into = match command.part_of {
                None => &mut centres,
                Some(_) => &mut places,
            };
            into.push((at.path.clone(), Command::DescribeOffice(command)));
        }
        hours.extend(set(at, office));
        hours.extend(excepted(at, office));
    }
    centres.into_iter().chain(places).chain(hours).collect()
}

fn office_at(at: &At<'_>, office: OfficeId, ids: &Ids) -> Option<DescribeOffice> {
    let (names, from) = (at.needed_names("name"), at.date("from"));
    let part_of = at.get("part_of").map(|_| ids.office(at, "part_of"));
    let (address, phone) = (at.text("address"), at.text("phone"));
    let order = at.small("order");
    let to = at.day("to");
    Some(DescribeOffice {
        office,
        names: names?,
        part_of: match part_of {
            None => None,
            Some(centre) => Some(centre?),
        },
        address: address.map(Text::from),
        phone: phone.map(Text::from),
        order,
        from: from?,
        to,
        source: None,
    })
}

const KINDS: &[(&str, HoursKind)] = &[
    ("visiting", HoursKind::Visiting),
    ("telephone", HoursKind::Telephone),
];

/// The hours of one office. Two of a kind from the same day say two things at once.
fn set(at: &At<'_>, office: OfficeId) -> Vec<Planned> {
    let mut seen = BTreeSet::new();
    let mut planned = Vec::new();
    for at in at.records("hours") {
        let Some(command) = hours_at(&at, office) else {
            continue;
        };
        if !seen.insert((command.kind, command.from.day())) {
            at.fault_at("from", FaultKind::Twice);
        }
        planned.push((at.path.clone(), Command::SetHours(command)));
    }
    planned
}

fn hours_at(at: &At<'_>, office: OfficeId) -> Option<SetHours> {
    at.only(&["kind", "from", "to", "days", "before_holiday"]);
    at.needed("kind");
    let kind = at.get("kind").and_then(|_| at.among("kind", KINDS));
    let (from, to) = (at.date("from"), at.day("to"));
    let said = at.records("days");
    for row in &said {
        row.only(&["days", "open", "close"]);
        row.needed("close");
    }
    let week = rows(at, "days");
    // A row that cannot be read is a fault of its own; a week without it would be another one.
    let week = (week.len() == said.len()).then_some(week);
    let on_eves = at
        .get("before_holiday")
        .map(|_| openings(at, "before_holiday"));
    Some(SetHours {
        office,
        kind: kind?,
        rows: week?,
        on_eves,
        from: from?,
        to,
        note: None,
        source: None,
    })
}

/// The exceptions of one office. Two about the same hours of the same day contradict each other.
fn excepted(at: &At<'_>, office: OfficeId) -> Vec<Planned> {
    let mut before: Vec<SetException> = Vec::new();
    let mut planned = Vec::new();
    for at in at.records("exception") {
        let Some(command) = exception_at(&at, office) else {
            continue;
        };
        let meets = |other: &SetException| {
            let same_kind = other.kind == command.kind || other.kind.is_none();
            let same_kind = same_kind || command.kind.is_none();
            same_kind && other.from <= command.to && command.from <= other.to
        };
        if before.iter().any(meets) {
            at.fault_at("from", FaultKind::Twice);
        }
        before.push(command.clone());
        planned.push((at.path.clone(), Command::SetException(command)));
    }
    planned
}

fn exception_at(at: &At<'_>, office: OfficeId) -> Option<SetException> {
    at.only(&["kind", "from", "to", "open", "reason"]);
    let kind = at.get("kind").and_then(|_| at.among("kind", KINDS));
    let from: Option<Date> = at.date("from").map(Dated::day);
    let (from, to) = (from.and(at.day("from")), at.day("to"));
    let reason = at.needed_names("reason");
    let open = openings(at, "open");
    Some(SetException {
        office,
        kind,
        from: from?,
        to: to.or(from)?,
        open,
        reason: reason?,
    })
}

fn openings(at: &At<'_>, field: &str) -> Vec<Opening> {
    let records = at.records(field);
    let read = |at: &At<'_>| {
        at.only(&["open", "close"]);
        at.needed("close");
        opening(at)
    };
    records.iter().filter_map(read).collect()
}
