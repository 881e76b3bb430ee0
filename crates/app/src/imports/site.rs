//! Files of an editor: notices, offices with their hours, who owns a page, translations, and what
//! sources say, in TOML.
//!
//! The whole file is checked, every fault is told with its path and its line, and nothing is done
//! unless all of it can be. What a file says again changes nothing, so it can be kept, edited and
//! given anew. Ids in a file are words of the editor's own, and the same word is the same notice;
//! or they are the ids that [`crate::views::listed`] shows of what is there already.

// `.text` is a field of a record here. words-keys: none

mod lines;
mod notes;
mod offices;
mod refused;

use self::lines::Lines;
use super::facts::facts_site::moment;
use super::facts::reader::{At, Fault, FaultKind, Reader};
use jiff::civil::DateTime;
use riktning_domain::command::Now;
use riktning_domain::ids::{BodyId, NoticeId, OfficeId};
use riktning_domain::local_time::is_on_the_clock;
use riktning_domain::site::notices::{EndNotice, NoticeLink, PublishNotice, Severity};
use riktning_domain::site::pages::DescribePage;
use riktning_domain::site::translations::TranslateText;
use riktning_domain::{Command, Names, Published, Refusal, Slug, State, Text};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The largest file that is read.
pub const MOST: usize = 1 << 20;

/// The most letters of who made a translation: it stands at the top of pages.
const MOST_OF_A_MAKER: usize = 100;

/// What a file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Kind {
    /// `[[notice]]`: service notices.
    Notice,
    /// `[[office]]`: the contact centre and its places.
    Office,
    /// `[[page]]`: who is responsible for a page.
    Page,
    /// `[[translation]]`: what a Swedish text is in other languages.
    Translation,
    /// `[[note]]`: what a source says about something that has a page.
    Note,
}

impl Kind {
    /// What each entry of the file is called.
    pub fn section(self) -> &'static str {
        match self {
            Kind::Notice => "notice",
            Kind::Office => "office",
            Kind::Page => "page",
            Kind::Translation => "translation",
            Kind::Note => "note",
        }
    }
}

/// A command with the path of the entry that it comes from.
pub type Planned = (String, Command);

/// What a file asks for, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Plan {
    /// The commands, in the order in which they are to be given.
    pub commands: Vec<Planned>,
    faults: Vec<Fault>,
    lines: Lines,
}

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The line, from 1; none for the file as a whole.
    pub line: Option<usize>,
    /// Where: `notice[0].to`; empty for the file as a whole.
    pub path: String,
    /// What.
    pub wrong: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It cannot be read so.
    Fault(FaultKind),
    /// A rule refuses it.
    Refused(Refusal),
}

impl Plan {
    /// Notes a fault that only whoever asked for the plan can see.
    pub fn fault(&mut self, path: &str, kind: FaultKind) {
        self.faults.push(Fault::of(path, kind));
    }

    /// The Swedish words that the file translates, each with the path of its entry. Who made a
    /// translation is called something in the other languages, too, and is not among them.
    pub fn translated(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.commands.iter().filter_map(|(path, command)| {
            let Command::TranslateText(made) = command else {
                return None;
            };
            Some((path.as_str(), made))
        });
        let makers: BTreeSet<&Text> = all.clone().map(|(_, made)| &made.by).collect();
        let words = all.filter(move |(_, made)| !makers.contains(&made.text.sv));
        words.filter_map(|(path, made)| Some((path, made.text.sv.as_str()?)))
    }

    /// Everything that is wrong with the file, in its order: what cannot be read and what the
    /// rules refuse. Nothing if all of it can be done.
    pub fn wrong(&self, state: &State, now: Now) -> Vec<Told> {
        let refused = refused::all(state, now, &self.commands, !self.faults.is_empty());
        let refused = refused
            .into_iter()
            .map(|(path, refusal)| (path, Wrong::Refused(refusal)));
        let faults = self.faults.iter();
        let faults = faults.map(|f| (f.path.clone(), Wrong::Fault(f.kind.clone())));
        let mut told: Vec<Told> = faults
            .chain(refused)
            .map(|(path, wrong)| Told {
                line: self.lines.of(&path),
                path,
                wrong,
            })
            .collect();
        // What is missing from the whole file stands on no line and comes last.
        told.sort_by(|a, b| {
            let key = |t: &Told| t.line.unwrap_or(usize::MAX);
            (key(a), &a.path).cmp(&(key(b), &b.path))
        });
        told
    }
}

/// Reads an editor's file. Bodies are named by their address and looked up in what stands.
pub fn read(kind: Kind, file: &str, p: Published<'_>) -> Plan {
    let mut plan = Plan::default();
    if file.len() > MOST {
        plan.fault("", FaultKind::TooLarge);
        return plan;
    }
    let value = match lines::read(file) {
        Ok((value, lines)) => {
            plan.lines = lines;
            value
        }
        Err(places) => {
            for (line, column) in places {
                plan.fault("", FaultKind::NotToml { line, column });
            }
            return plan;
        }
    };
    let reader = Reader::with(Vec::new());
    let root = reader.root(&value);
    root.only(&[kind.section()]);
    let entries = root.records(kind.section());
    if entries.is_empty() {
        reader.fault(kind.section(), FaultKind::NothingIn);
    }
    let ids = Ids::of(p);
    plan.commands = match kind {
        Kind::Notice => notices(&entries, &ids),
        Kind::Office => offices::read(&entries, &ids),
        Kind::Page => pages(&entries, p),
        Kind::Translation => translations(&entries),
        Kind::Note => notes::read(&entries, p),
    };
    plan.faults = reader.into_faults();
    plan
}

/// The ids of what is there. A word of the editor's own may be new; an id may not, since nobody
/// makes one up, so one that is not there is mistyped.
struct Ids {
    notices: BTreeSet<Uuid>,
    offices: BTreeSet<Uuid>,
}

impl Ids {
    fn of(p: Published<'_>) -> Ids {
        Ids {
            notices: p.notices().iter().map(|n| n.id.0).collect(),
            offices: p.known_offices().iter().map(|o| o.id.0).collect(),
        }
    }

    fn notice(&self, at: &At<'_>) -> Option<NoticeId> {
        named(at, "id", "notice", &self.notices).map(NoticeId)
    }

    fn office(&self, at: &At<'_>, field: &str) -> Option<OfficeId> {
        named(at, field, "office", &self.offices).map(OfficeId)
    }
}

fn named(at: &At<'_>, field: &str, kind: &str, known: &BTreeSet<Uuid>) -> Option<Uuid> {
    let word = at.needed(field)?;
    match Uuid::parse_str(&word) {
        Ok(id) if known.contains(&id) => Some(id),
        Ok(_) => {
            at.fault_at(field, FaultKind::UnknownId);
            None
        }
        Err(_) => {
            let name = format!("riktning/site/{kind}/{word}");
            Some(Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()))
        }
    }
}

/// Notices. Two entries about the same one contradict each other, whatever they say.
fn notices(entries: &[At<'_>], ids: &Ids) -> Vec<Planned> {
    let mut seen = BTreeSet::new();
    let mut planned = Vec::new();
    for at in entries {
        let id = ids.notice(at);
        if id.is_some_and(|id| !seen.insert(id)) {
            at.fault_at("id", FaultKind::Twice);
        }
        planned.extend(notice(at, id));
    }
    planned
}

fn notice(at: &At<'_>, notice: Option<NoticeId>) -> Option<Planned> {
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
    let (from, to) = (on_the_clock(at, "from"), on_the_clock(at, "to"));
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

/// A local time that there is: in spring the clock leaps over an hour, and a notice that begins
/// in it would begin at another hour than the file says.
fn on_the_clock(at: &At<'_>, field: &str) -> Option<DateTime> {
    let moment = moment(at, field)?;
    if !is_on_the_clock(moment) {
        at.fault_at(field, FaultKind::HourSkipped);
        return None;
    }
    Some(moment)
}

/// Pages, each once.
fn pages(entries: &[At<'_>], p: Published<'_>) -> Vec<Planned> {
    let mut seen = BTreeSet::new();
    let mut planned = Vec::new();
    for at in entries {
        if at.text("path").is_some_and(|path| !seen.insert(path)) {
            at.fault_at("path", FaultKind::Twice);
        }
        planned.extend(page(at, p));
    }
    planned
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

/// Translations, each Swedish text once.
fn translations(entries: &[At<'_>]) -> Vec<Planned> {
    let mut seen = BTreeSet::new();
    let mut planned = Vec::new();
    for at in entries {
        at.only(&["sv", "en", "fi", "by"]);
        let (sv, by) = (at.needed("sv"), at.needed("by"));
        if by
            .as_ref()
            .is_some_and(|by| by.chars().count() > MOST_OF_A_MAKER)
        {
            let most = MOST_OF_A_MAKER;
            at.fault_at("by", FaultKind::LongerThan { most });
        }
        if sv.as_ref().is_some_and(|text| !seen.insert(text.clone())) {
            at.fault_at("sv", FaultKind::Twice);
        }
        let [en, fi] = ["en", "fi"].map(|field| at.text(field).map(Into::into));
        let is_told = ["en", "fi"]
            .into_iter()
            .any(|field| at.get(field).is_some());
        if is_told && en.is_none() && fi.is_none() {
            // What stands there is no text, and that is told.
            continue;
        }
        let (Some(sv), Some(by)) = (sv, by) else {
            continue;
        };
        let sv = sv.into();
        let command = TranslateText {
            text: Names { sv, en, fi },
            by: by.into(),
        };
        planned.push((at.path.clone(), Command::TranslateText(command)));
    }
    planned
}
