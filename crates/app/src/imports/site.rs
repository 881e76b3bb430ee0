//! Files of an editor: notices, offices with their hours, and who owns a page, in TOML.
//!
//! The whole file is checked, every fault is told with its path, and nothing is done unless all
//! of it can be. What a file says again changes nothing, so it can be kept, edited and given
//! anew. Ids in a file are words of the editor's own; the same word is the same notice.

// `.text` is a field of a record here. words-keys: none

use super::facts::facts_site::{moment, opening, rows};
use super::facts::json::Json;
use super::facts::reader::{At, Fault, FaultKind, Reader};
use jiff::civil::Date;
use riktning_domain::ids::{BodyId, NoticeId, OfficeId};
use riktning_domain::site::hours::{HoursKind, Opening};
use riktning_domain::site::notices::{EndNotice, NoticeLink, PublishNotice, Severity};
use riktning_domain::site::offices::{DescribeOffice, SetException, SetHours};
use riktning_domain::site::pages::DescribePage;
use riktning_domain::{Command, Dated, Names, Published, Slug, Text};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The largest file that is read.
pub const MOST: usize = 1 << 20;

/// What a file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Kind {
    /// `[[notice]]`: service notices.
    Notice,
    /// `[[office]]`: the contact centre and its places.
    Office,
    /// `[[page]]`: who is responsible for a page.
    Page,
}

impl Kind {
    /// What each entry of the file is called.
    pub fn section(self) -> &'static str {
        match self {
            Kind::Notice => "notice",
            Kind::Office => "office",
            Kind::Page => "page",
        }
    }
}

/// A command with the path of the entry that it comes from.
pub type Planned = (String, Command);

/// Reads an editor's file. Bodies are named by their address and looked up in what stands.
///
/// # Errors
/// Every fault with its path; then there is nothing to do.
pub fn read(kind: Kind, file: &str, p: Published<'_>) -> Result<Vec<Planned>, Vec<Fault>> {
    if file.len() > MOST {
        return Err(vec![Fault::of("", FaultKind::TooLarge)]);
    }
    let table: toml::Table = file.parse().map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        let before = file.get(..at).unwrap_or(file);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
        vec![Fault::of("", FaultKind::NotToml { line, column })]
    })?;
    let value = Json::Object(table.into_iter().map(|(k, v)| (k, json(v))).collect());
    let reader = Reader::with(Vec::new());
    let root = reader.root(&value);
    root.only(&[kind.section()]);
    let entries = root.records(kind.section());
    if entries.is_empty() {
        reader.fault(kind.section(), FaultKind::NothingIn);
    }
    let planned: Vec<Planned> = match kind {
        Kind::Notice => entries.iter().filter_map(notice).collect(),
        Kind::Office => offices(&entries),
        Kind::Page => entries.iter().filter_map(|at| page(at, p)).collect(),
    };
    let faults = reader.into_faults();
    if faults.is_empty() {
        Ok(planned)
    } else {
        Err(faults)
    }
}

/// TOML as JSON, with its days and times as they are written.
fn json(value: toml::Value) -> Json {
    match value {
        toml::Value::String(text) => Json::Text(text),
        toml::Value::Integer(number) => Json::Number(number.to_string()),
        toml::Value::Float(number) => Json::Number(number.to_string()),
        toml::Value::Boolean(is) => Json::Bool(is),
        toml::Value::Datetime(at) => Json::Text(at.to_string()),
        toml::Value::Array(items) => Json::List(items.into_iter().map(json).collect()),
        toml::Value::Table(fields) => {
            Json::Object(fields.into_iter().map(|(k, v)| (k, json(v))).collect())
        }
    }
}

fn id(kind: &str, word: &str) -> Uuid {
    let name = format!("riktning/site/{kind}/{word}");
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes())
}

fn notice(at: &At<'_>) -> Option<Planned> {
    at.only(&[
        "id",
        "severity",
        "title",
        "text",
        "affects",
        "alternatives",
        "from",
        "to",
        "link",
        "ended",
    ]);
    let notice = at.needed("id").map(|word| NoticeId(id("notice", &word)));
    if at.flag("ended") {
        // A notice that is over needs no more than its name; what else stands there may stay.
        let end = EndNotice { notice: notice? };
        return Some((at.path.clone(), Command::EndNotice(end)));
    }
    const SEVERITIES: &[(&str, Severity)] = &[
        ("crisis", Severity::Crisis),
        ("warning", Severity::Warning),
        ("information", Severity::Information),
    ];
    at.needed("severity");
    let severity = at
        .get("severity")
        .and_then(|_| at.among("severity", SEVERITIES));
    let title = at.needed_names("title");
    let text = at.names("text");
    let list = |field: &str| -> Vec<Names> {
        let items = at.items(field);
        items.iter().filter_map(At::as_names).collect()
    };
    let (affects, alternatives) = (list("affects"), list("alternatives"));
    let (from, to) = (moment(at, "from"), moment(at, "to"));
    let link = at.get("link").and_then(|link| {
        link.only(&["url", "text"]);
        let (url, names) = (link.needed("url"), link.needed_names("text"));
        Some(NoticeLink {
            url: url?.into(),
            names: names?,
        })
    });
    let command = PublishNotice {
        notice: notice?,
        severity: severity?,
        severity_is_ours: false,
        title: title?,
        text,
        alternatives,
        affects,
        from,
        to,
        link,
        updated: None,
        source: None,
        since: None,
    };
    Some((at.path.clone(), Command::PublishNotice(command)))
}

/// The centre before its places, and each office before its hours.
fn offices(entries: &[At<'_>]) -> Vec<Planned> {
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
        let Some(word) = at.needed("id") else {
            continue;
        };
        if !seen.insert(word.clone()) {
            at.fault_at("id", FaultKind::Twice);
        }
        let office = OfficeId(id("office", &word));
        // An entry with hours alone is about an office that is there.
        let described = ["name", "part_of", "address", "phone", "order", "from", "to"];
        if described.into_iter().any(|field| at.get(field).is_some())
            && let Some(command) = office_at(at, office)
        {
            let into = match command.part_of {
                None => &mut centres,
                Some(_) => &mut places,
            };
            into.push((at.path.clone(), Command::DescribeOffice(command)));
        }
        let set = at.records("hours");
        hours.extend(set.iter().filter_map(|h| hours_at(h, office)));
        let excepted = at.records("exception");
        hours.extend(excepted.iter().filter_map(|e| exception_at(e, office)));
    }
    centres.into_iter().chain(places).chain(hours).collect()
}

fn office_at(at: &At<'_>, office: OfficeId) -> Option<DescribeOffice> {
    let (names, from) = (at.needed_names("name"), at.date("from"));
    let part_of = at.text("part_of");
    let (address, phone) = (at.text("address"), at.text("phone"));
    let order = at.small("order");
    let to = at.day("to");
    Some(DescribeOffice {
        office,
        names: names?,
        part_of: part_of.map(|word| OfficeId(id("office", &word))),
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

fn hours_at(at: &At<'_>, office: OfficeId) -> Option<Planned> {
    at.only(&["kind", "from", "to", "days", "before_holiday"]);
    at.needed("kind");
    let kind = at.get("kind").and_then(|_| at.among("kind", KINDS));
    let (from, to) = (at.date("from"), at.day("to"));
    let days = at.records("days");
    for row in &days {
        row.only(&["days", "open", "close"]);
        row.needed("close");
    }
    let week = rows(at, "days");
    let on_eves = at
        .get("before_holiday")
        .map(|_| openings(at, "before_holiday"));
    let command = SetHours {
        office,
        kind: kind?,
        rows: week,
        on_eves,
        from: from?,
        to,
        note: None,
        source: None,
    };
    Some((at.path.clone(), Command::SetHours(command)))
}

fn exception_at(at: &At<'_>, office: OfficeId) -> Option<Planned> {
    at.only(&["kind", "from", "to", "open", "reason"]);
    let kind = at.get("kind").and_then(|_| at.among("kind", KINDS));
    let from: Option<Date> = at.date("from").map(Dated::day);
    let (from, to) = (from.and(at.day("from")), at.day("to"));
    let reason = at.needed_names("reason");
    let open = openings(at, "open");
    let command = SetException {
        office,
        kind,
        from: from?,
        to: to.or(from)?,
        open,
        reason: reason?,
    };
    Some((at.path.clone(), Command::SetException(command)))
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

fn page(at: &At<'_>, p: Published<'_>) -> Option<Planned> {
    at.only(&["path", "title", "owner", "role", "review"]);
    let (path, title) = (at.needed("path"), at.names("title"));
    let owner = at.get("owner").and_then(|field| {
        let slug = field.as_text()?;
        let body = Slug::parse(&slug).and_then(|slug| p.body_at(&slug));
        if body.is_none() {
            field.fault(FaultKind::UnknownBody);
        }
        body.map(|body| body.id)
    });
    let owner: Option<BodyId> = owner;
    let (role, review_by) = (at.names("role"), at.day("review"));
    let command = DescribePage {
        path: path?.into(),
        title,
        owner,
        role,
        review_by,
        source: None,
        since: None,
    };
    Some((at.path.clone(), Command::DescribePage(command)))
}
