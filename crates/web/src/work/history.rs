//! Who did what: the history of a thing, two days of it held against each other, and the journal
//! for whoever audits. Everything here is read and nothing written.

mod said;

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::paths::WorkPaths;
use super::plans::role_key;
use super::session::Signed;
use super::shell::{Shell, speech};
use crate::cache::address::{escaped, field};
use crate::dates_in_query::{DayFault, day, day_named};
use crate::failure::Failure;
use crate::pages::passing;
use crate::pages::speech::Speech;
use crate::routes::search::page_of;
use askama::Template;
use axum::Extension;
use axum::extract::{Path, RawQuery, State};
use jiff::civil::Date;
use riktning_app::work::{
    Difference, Events, History, HistoryPage, Journal, Row, Value, Who, dimension_key,
};
use riktning_domain::ids::{BodyId, PersonId};
use riktning_domain::local_time::{end_of, midnight};
use riktning_domain::permissions::Actor;
use riktning_domain::register::Sought;
use riktning_domain::{Event, Names};
use std::sync::Arc;
use uuid::Uuid;

pub(crate) use said::{of, said};

#[derive(Template)]
#[template(path = "work/history.html")]
struct ThingPage {
    shell: Shell,
    view: History,
    faults: Faults,
    /// The days as they were typed.
    from: String,
    till: String,
}

#[derive(Template)]
#[template(path = "work/journal.html")]
struct JournalPage {
    shell: Shell,
    view: Journal,
    faults: Faults,
    typed: Typed,
}

/// What was typed into the form over the journal.
#[derive(Debug, Default)]
struct Typed {
    body: String,
    person: String,
    kind: String,
    from: String,
    till: String,
    /// The day by whose end the journal is read as it was written.
    known: Option<Date>,
}

/// How an event of the command line is named among the people.
const IMPORT: &str = "import";
/// The same, of rules.
const RULE: &str = "rule";

/// The history of an element.
pub(crate) async fn element(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(number): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let value: u32 = number.parse().map_err(|_| Failure::NotFound)?;
    // Only the one way of writing it is an address.
    if value.to_string() != number {
        return Err(Failure::NotFound);
    }
    thing(&site, &me, HistoryPage::Element(value), query).await
}

/// The history of an indicator.
pub(crate) async fn indicator(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    thing(&site, &me, HistoryPage::Indicator(slug), query).await
}

/// The history of a governing document.
pub(crate) async fn document(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    thing(&site, &me, HistoryPage::Document(slug), query).await
}

/// The history of a page that the municipality writes itself.
pub(crate) async fn page(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    thing(&site, &me, HistoryPage::Page(slug), query).await
}

/// The history of a law or other rule from outside.
pub(crate) async fn rule(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    thing(&site, &me, HistoryPage::Rule(slug), query).await
}

/// The history of an owner directive.
pub(crate) async fn directive(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let id = super::directive::directive(&id)?;
    thing(&site, &me, HistoryPage::Directive(id), query).await
}

async fn thing(site: &WorkSite, me: &Signed, at: HistoryPage, query: Option<String>) -> Answer {
    let query = query.unwrap_or_default();
    let s = speech(site);
    let page = page_of(&query)?;
    let [from, till] = ["fran", "till"].map(|name| typed(&query, name));
    let (days, faults) = days(&s, &from, &till, site.app.today());
    let path = WorkPaths(riktning_words::Language::Sv).history(&at);
    let view = site.app.history(me.colleague.person, at, page, days).await;
    let view = view.map_err(unwritten)?.ok_or(Failure::NotFound)?;
    let name = s.name(&view.title).plain().to_owned();
    let (status, title) = faults.headed(&s, &s.t1("history-of", "name", name));
    let path = format!("{path}{}", compared(&from, &till, page));
    let page = ThingPage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        faults,
        from,
        till,
    };
    passing(status, &page)
}

/// The two days that are held against each other; none where none is asked for, or one is no day.
fn days(s: &Speech, from: &str, till: &str, today: Date) -> (Option<(Date, Date)>, Faults) {
    let mut faults = Faults::default();
    if from.is_empty() && till.is_empty() {
        return (None, faults);
    }
    let first = match from {
        "" => {
            faults.add("fran", s.t("history-fault-from"));
            None
        }
        typed => a_day(s, &mut faults, "fran", typed, today),
    };
    let last = match till {
        "" => Some(today),
        typed => a_day(s, &mut faults, "till", typed, today),
    };
    match first.zip(last) {
        Some((first, last)) if first > last => {
            faults.add("fran", s.t("history-fault-reversed"));
            (None, faults)
        }
        days => (days.filter(|_| faults.is_empty()), faults),
    }
}

fn a_day(
    s: &Speech,
    faults: &mut Faults,
    name: &'static str,
    typed: &str,
    today: Date,
) -> Option<Date> {
    match day(typed, today) {
        Ok(day) => Some(day),
        Err(DayFault::Future) => {
            faults.add(name, s.t("history-fault-future"));
            None
        }
        Err(_) => {
            faults.add(name, s.t("history-fault-day"));
            None
        }
    }
}

/// A field of an address as it can be shown again.
fn typed(query: &str, name: &str) -> String {
    let typed = field(query, name).unwrap_or_default();
    let shown = typed.chars().filter(|c| !c.is_control()).take(80);
    shown.collect::<String>().trim().to_owned()
}

/// The part of an address that says which days and which page.
fn compared(from: &str, till: &str, page: usize) -> String {
    let page = (page > 1).then(|| page.to_string());
    let page = page.unwrap_or_default();
    query(&[("fran", from), ("till", till), ("sida", &page)])
}

fn query(fields: &[(&str, &str)]) -> String {
    let fields = fields.iter().filter(|(_, value)| !value.is_empty());
    let fields: Vec<String> = fields
        .map(|(name, value)| format!("{name}={}", escaped(value)))
        .collect();
    match fields.is_empty() {
        true => String::new(),
        false => format!("?{}", fields.join("&")),
    }
}

/// Who did what, in the order of recording.
pub(crate) async fn journal(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let query = query.unwrap_or_default();
    let s = speech(&site);
    let page = page_of(&query)?;
    let known = day_named(&query, "kant", site.app.today())?;
    let typed = Typed {
        known,
        ..Typed::read(&query)
    };
    let (sought, faults) = typed.sought(&s, site.app.today());
    let view = site.app.journal(me.colleague.person, sought, page).await;
    let mut view = view.map_err(unwritten)?.ok_or(Failure::NotFound)?;
    in_order(&s, &mut view);
    let (status, title) = faults.headed(&s, &s.t("history"));
    let path = format!("/arbete/historik{}", typed.query(page));
    let page = JournalPage {
        shell: Shell::new(&site, Some(&me), view.frame.clone(), title, path),
        view,
        faults,
        typed,
    };
    passing(status, &page)
}

/// Bodies and people as the reader's language sorts them; those whose names are erased last.
fn in_order(s: &Speech, view: &mut Journal) {
    let body = |names: &Names| s.name(names).plain().to_owned();
    view.bodies
        .sort_by(|a, b| s.words.compare(&body(&a.1), &body(&b.1)));
    view.people.sort_by(|a, b| match (&a.1, &b.1) {
        (Some(one), Some(other)) => s.words.compare(one, other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    });
}

impl Typed {
    fn read(query: &str) -> Typed {
        Typed {
            body: typed(query, "organ"),
            person: typed(query, "person"),
            kind: typed(query, "slag"),
            from: typed(query, "fran"),
            till: typed(query, "till"),
            known: None,
        }
    }

    /// What is looked for. A field that says nothing that we know is a fault, and looks for
    /// nothing.
    fn sought(&self, s: &Speech, today: Date) -> (Sought, Faults) {
        let mut faults = Faults::default();
        let id = |typed: &str| Uuid::parse_str(typed).ok();
        let mut chosen = |name, typed: &str, is_known: bool| {
            if !typed.is_empty() && !is_known {
                faults.add(name, s.t("history-fault-choice"));
            }
        };
        let body = id(&self.body).map(BodyId);
        chosen("organ", &self.body, body.is_some());
        let actor = match self.person.as_str() {
            IMPORT => Some(Actor::Import),
            RULE => Some(Actor::Rule),
            typed => id(typed).map(|id| Actor::Person(PersonId(id))),
        };
        chosen("person", &self.person, actor.is_some());
        let kinds = Event::KINDS.iter().copied();
        let kind = kinds.into_iter().find(|kind| *kind == self.kind);
        chosen("slag", &self.kind, kind.is_some());
        let mut on = |name, typed: &str| match typed {
            "" => None,
            typed => a_day(s, &mut faults, name, typed, today),
        };
        let (from, till) = (on("fran", &self.from), on("till", &self.till));
        if from.zip(till).is_some_and(|(from, till)| from > till) {
            faults.add("fran", s.t("history-fault-reversed"));
        }
        let sought = Sought {
            actor,
            body,
            kind,
            from: from.map(midnight),
            // Nothing was known by a day that was recorded after it.
            until: till.into_iter().chain(self.known).min().map(end_of),
        };
        (sought, faults)
    }

    fn query(&self, page: usize) -> String {
        let page = (page > 1).then(|| page.to_string());
        let known = self.known.map(|day| day.to_string());
        query(&[
            ("organ", &self.body),
            ("person", &self.person),
            ("slag", &self.kind),
            ("fran", &self.from),
            ("till", &self.till),
            ("kant", &known.unwrap_or_default()),
            ("sida", &page.unwrap_or_default()),
        ])
    }

    fn is_empty(&self) -> bool {
        self.query(1).is_empty()
    }
}

impl ThingPage {
    /// The fields that differ, and those that say the same.
    fn parted<'a>(&self, fields: &'a [Difference], same: bool) -> Vec<&'a Difference> {
        let fields = fields.iter();
        fields.filter(|field| field.is_same() == same).collect()
    }

    fn between(&self) -> String {
        let s = &self.shell.s;
        let said = |typed: &str| {
            let day: Option<Date> = typed.parse().ok();
            s.day(&day.unwrap_or(self.view.today))
        };
        let (from, till) = (said(&self.from), said(&self.till));
        s.words
            .with("history-between", &[("from", &from), ("till", &till)])
    }

    fn at(&self, page: usize) -> String {
        let path = self.shell.w.history(&self.view.page);
        format!("{path}{}", compared(&self.from, &self.till, page))
    }

    fn before(&self) -> String {
        self.at(self.view.events.page.saturating_sub(1))
    }

    fn next(&self) -> String {
        self.at(self.view.events.page + 1)
    }
}

impl JournalPage {
    /// The kinds of events by their names.
    fn kinds(&self) -> Vec<(&'static str, String)> {
        let s = &self.shell.s;
        let kinds = Event::KINDS.iter().copied();
        let mut kinds: Vec<_> = kinds.map(|kind| (kind, kind_name(s, kind))).collect();
        kinds.sort_by(|a, b| s.words.compare(&a.1, &b.1));
        kinds
    }

    /// Whoever recorded anything. Two whose names have been erased are told apart by the end of
    /// their ids.
    fn person(&self, id: &PersonId, name: &Option<Arc<str>>) -> String {
        let s = &self.shell.s;
        match name {
            Some(name) => name.to_string(),
            None => {
                let id = id.to_string();
                let end = id.get(id.len().saturating_sub(4)..).unwrap_or_default();
                format!("{} …{end}", s.t("history-erased"))
            }
        }
    }

    fn is(&self, typed: &str, id: &impl ToString) -> bool {
        typed == id.to_string()
    }

    fn at(&self, page: usize) -> String {
        let path = self.shell.w.journal();
        format!("{path}{}", self.typed.query(page))
    }

    fn before(&self) -> String {
        self.at(self.view.events.page.saturating_sub(1))
    }

    fn next(&self) -> String {
        self.at(self.view.events.page + 1)
    }
}

/// A thing with a history of its own: what it is called, and where that is told.
pub(crate) fn linked<'a>(w: &WorkPaths, value: &'a Value) -> Option<(&'a Names, String)> {
    match value {
        Value::Link(link) => Some((&link.title, w.history(link.to.as_ref()?))),
        _ => None,
    }
}

/// What became of something, as the heading of a row says it.
pub(crate) fn happened(s: &Speech, row: &Row) -> String {
    match row.dimension {
        None => kind_name(s, row.kind),
        Some(dimension) => {
            let kind = s.t(dimension_key(dimension)).to_lowercase();
            s.t1("history-topic-of", "kind", kind)
        }
    }
}

/// What a kind of event is called.
pub(crate) fn kind_name(s: &Speech, kind: &str) -> String {
    let mut name = String::with_capacity(kind.len() + 4);
    for letter in kind.chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    s.t(&format!("history-kind-{name}"))
}

/// Who recorded an event, with the roles that they held then.
pub(crate) fn who(s: &Speech, row: &Row) -> String {
    let who = match &row.who {
        Who::Person(name) => name.to_string(),
        Who::Erased => s.t("history-erased"),
        Who::CommandLine => s.t("history-command-line"),
        Who::Facts => s.t("history-facts"),
        Who::Rule => s.t("history-rule"),
    };
    let mut at: Vec<(&Names, Vec<String>)> = Vec::new();
    for (role, body) in &row.roles {
        let role = s.t(role_key(*role)).to_lowercase();
        match at.iter_mut().find(|(own, _)| *own == body) {
            Some((_, roles)) => roles.push(role),
            None => at.push((body, vec![role])),
        }
    }
    let held = |(body, roles): &(&Names, Vec<String>)| {
        let (role, body) = (s.words.list(roles), s.name(body));
        s.words
            .with("history-role", &[("role", &role), ("body", body.plain())])
    };
    let roles: Vec<String> = at.iter().map(held).collect();
    match roles.is_empty() {
        true => who,
        false => format!("{who} ({})", roles.join("; ")),
    }
}

/// When an event was recorded, to the minute.
pub(crate) fn recorded(s: &Speech, row: &Row) -> String {
    let day = s.day(&row.recorded_at.date());
    let time = s.words.time(row.recorded_at.time());
    s.words
        .with("history-recorded", &[("day", &day), ("time", &time)])
}

/// From which day it stands.
pub(crate) fn stands(s: &Speech, row: &Row) -> String {
    s.t1("history-stands", "day", s.day(&row.on))
}

/// Its number, and the beginning of its hash.
pub(crate) fn numbered(s: &Speech, row: &Row) -> String {
    let number = usize::try_from(row.position).unwrap_or(usize::MAX);
    s.t1("history-number", "number", s.words.whole(number))
}

/// How many events of the page are not shown, and why.
pub(crate) fn hidden(s: &Speech, events: &Events) -> Option<String> {
    (events.hidden > 0).then(|| s.n("history-hidden", &events.hidden))
}

#[cfg(test)]
mod tests {
    use super::kind_name;
    use crate::pages::speech::Speech;
    use riktning_domain::Event;
    use riktning_words::{Language, Words};

    #[test]
    fn every_kind_of_event_has_a_name_in_each_language() {
        for language in Language::ALL {
            let s = Speech::of(Words::of(language));
            for kind in Event::KINDS {
                let name = kind_name(&s, kind);
                assert!(!name.contains("history-kind"), "{name} in {language:?}");
            }
        }
    }
}
