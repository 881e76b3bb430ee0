//! The bodies of the group, and a body with what it carries: its name and what it answers to.

use super::WorkSite;
use super::answers::{Answer, Faults, key};
use super::meeting::carried;
use super::paths::WorkPaths;
use super::rehearsal::{Sent, Wish};
use super::session::Signed;
use super::shell::{Shell, speech};
use super::typed;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::bodies::kind_key;
use crate::pages::money::account_key;
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use jiff::civil::Date;
use riktning_app::work::{BodyPage, BodyRow, Carried, Change, ChangePart, Organisation};
use riktning_domain::bodies::BodyKind;
use riktning_domain::frames::Account;
use riktning_domain::ids::BodyId;
use riktning_domain::{Money, Names, Refusal, Text};
use riktning_words::Language;
use std::borrow::Cow;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The most characters of a name.
const NAME: usize = 120;

#[derive(Template)]
#[template(path = "work/organisation.html")]
struct ListPage {
    shell: Shell,
    view: Organisation,
    /// What has just been done, in a sentence.
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "work/organ.html")]
struct OnePage {
    shell: Shell,
    view: BodyPage,
    typed: Typed,
    faults: Faults,
    key: Uuid,
}

/// What was typed of a body.
#[derive(Debug, Default)]
struct Typed {
    names: [String; 3],
    names_from: String,
    above: Vec<String>,
    above_from: String,
    /// The form that was sent, with what was typed on the way of the decision behind it.
    decision: (String, Vec<(String, String)>),
}

pub(crate) async fn list(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = site.app.inside(me.colleague.person, Organisation::of);
    let view = view.ok_or(Failure::NotFound)?;
    let s = speech(&site);
    let done = match query.as_deref() {
        Some("gjort=andrat") => Some("organisation-done"),
        Some("gjort=beslut") => Some("organisation-done-decision"),
        _ => None,
    };
    let path = "/arbete/organisation";
    let title = s.t("organisation");
    let page = ListPage {
        shell: Shell::new(&site, Some(&me), view.frame.clone(), title, path),
        view,
        done: done.map(|key| s.t(key)),
    };
    passing(StatusCode::OK, &page)
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(slug): Path<String>,
) -> Answer {
    let view = view(&site, &me, &slug)?;
    let typed = Typed::standing(&view);
    page(&site, &me, view, typed, Faults::default(), Uuid::new_v4())
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(slug): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = view(&site, &me, &slug)?;
    let key = key(&form).unwrap_or_else(Uuid::new_v4);
    let mut faults = Faults::default();
    let change = read(&speech(&site), &mut faults, &form, &view);
    if let (Some(change), Some(wish), true) = (change, Wish::of(&form), faults.is_empty()) {
        let sent = Sent {
            site: &site,
            me: &me,
            form: &form,
            key,
            path: &path_of(&view),
            field,
        };
        if let Some(answer) = sent.go_on(&change, wish, &mut faults).await? {
            return Ok(answer);
        }
    }
    let typed = Typed::of(&form, &view);
    page(&site, &me, view, typed, faults, key)
}

/// The address of a body's page, in Swedish.
fn path_of(view: &BodyPage) -> String {
    WorkPaths(Language::Sv).organ(&view.row.slug)
}

fn field(part: ChangePart, refusal: Option<&Refusal>) -> &'static str {
    match part {
        ChangePart::Renames if refusal.is_none() => "namn",
        ChangePart::Renames => "namn-fran",
        _ => "under",
    }
}

fn view(site: &WorkSite, me: &Signed, slug: &str) -> Result<BodyPage, Failure> {
    let view = site
        .app
        .inside(me.colleague.person, |i, now| BodyPage::of(i, now, slug));
    view.ok_or(Failure::NotFound)
}

fn page(
    site: &WorkSite,
    me: &Signed,
    view: BodyPage,
    typed: Typed,
    faults: Faults,
    key: Uuid,
) -> Answer {
    let s = speech(site);
    let heading = s.name(&view.row.names).plain().to_owned();
    let (status, title) = faults.headed(&s, &heading);
    let path = path_of(&view);
    let page = OnePage {
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        view,
        typed,
        faults,
        key,
    };
    passing(status, &page)
}

/// The change that a form of the page of a body wants.
fn read(s: &Speech, faults: &mut Faults, form: &Form, view: &BodyPage) -> Option<Change> {
    let body = view.row.id;
    match form.typed("vad") {
        "namn" => {
            let typed = ["namn", "engelska", "finska"].map(|field| (field, form.typed(field)));
            let names = names(s, faults, typed);
            if names.is_none() && faults.is_empty() {
                faults.add("namn", s.t("organisation-fault-name"));
            }
            let from = typed::day(s, faults, "namn-fran", form.typed("namn-fran"));
            let (names, from) = (names?, from?);
            Some(Change::Rename { body, names, from })
        }
        "under" => {
            let above = form.all("under").map(|id| Uuid::parse_str(id).map(BodyId));
            let above: Result<BTreeSet<_>, _> = above.collect();
            let above = above.map(|above| above.into_iter().collect());
            if above.is_err() {
                faults.add("under", s.t("organisation-fault-gone"));
            }
            let from = typed::day(s, faults, "under-fran", form.typed("under-fran"));
            let (above, from) = (above.ok()?, from?);
            Some(Change::Move { body, above, from })
        }
        _ => None,
    }
}

/// The fields of a name in three languages: field, label, what is typed.
pub(crate) fn name_fields<'a>(
    s: &Speech,
    typed: &'a [String; 3],
) -> [(&'static str, String, &'a String); 3] {
    let [sv, en, fi] = typed;
    [
        ("namn", s.t("organisation-name"), sv),
        ("engelska", s.t("organisation-name-en"), en),
        ("finska", s.t("organisation-name-fi"), fi),
    ]
}

/// A name in three languages, each at its field; none if the Swedish one is missing.
pub(super) fn names(
    s: &Speech,
    faults: &mut Faults,
    typed: [(impl Into<Cow<'static, str>>, &str); 3],
) -> Option<Names> {
    let typed = typed.map(|(field, typed)| (field.into(), typed));
    let first = typed[0].0.clone();
    let [sv, en, fi] =
        typed.map(|(field, typed)| typed::text(s, faults, field, typed, NAME, false));
    if sv.is_none() && (en.is_some() || fi.is_some()) {
        faults.add(first.clone(), s.t("organisation-fault-name"));
    }
    let says = |text: &Text| {
        text.as_str()
            .is_some_and(|t| t.chars().any(char::is_alphabetic))
    };
    if sv.as_ref().is_some_and(|sv| !says(sv)) {
        faults.add(first, s.t("organisation-fault-name"));
    }
    sv.map(|sv| Names { sv, en, fi })
}

impl Typed {
    fn standing(view: &BodyPage) -> Typed {
        let text = |text: Option<&Text>| text.and_then(Text::as_str).unwrap_or_default().to_owned();
        let names = &view.row.names;
        let first = view.today.max(view.row.from.day());
        Typed {
            names: [
                text(Some(&names.sv)),
                text(names.en.as_ref()),
                text(names.fi.as_ref()),
            ],
            names_from: first.to_string(),
            above: view.above.iter().map(ToString::to_string).collect(),
            above_from: first.to_string(),
            decision: Default::default(),
        }
    }

    /// What was typed in one of the two forms; the other stands as it stood.
    fn of(form: &Form, view: &BodyPage) -> Typed {
        let standing = Typed {
            decision: (form.typed("vad").to_owned(), carried(form)),
            ..Typed::standing(view)
        };
        let one = |name: &str| form.typed(name).to_owned();
        match form.typed("vad") {
            "namn" => Typed {
                names: ["namn", "engelska", "finska"].map(one),
                names_from: one("namn-fran"),
                ..standing
            },
            _ => Typed {
                above: form.all("under").map(str::to_owned).collect(),
                above_from: one("under-fran"),
                ..standing
            },
        }
    }
}

impl OnePage {
    /// What was typed of the decision, in the form that was sent.
    fn decision(&self, of: &str) -> &[(String, String)] {
        let (sent, typed) = &self.typed.decision;
        match sent == of {
            true => typed,
            false => &[],
        }
    }

    fn is_above(&self, organ: &BodyRow) -> bool {
        self.typed.above.contains(&organ.id.to_string())
    }

    /// That it was called something else before a day.
    fn was_called(&self, names: &Names, day: &Date) -> String {
        let s = &self.shell.s;
        let (name, day) = (s.name(names).plain().to_owned(), s.words.day(*day));
        let args = [("name", name.as_str()), ("day", &day)];
        s.words.with("organisation-was-called", &args)
    }

    /// Whether the list of bodies is open: whoever typed in its form has something to mend.
    fn is_open(&self) -> bool {
        let mut faults = self.faults.0.iter();
        faults.any(|fault| fault.field.starts_with("under"))
    }
}

/// What kind of body it is.
pub(crate) fn kind(s: &Speech, kind: &BodyKind) -> String {
    s.t(kind_key(kind))
}

/// What a body answers to.
pub(crate) fn listed(s: &Speech, names: &[Names]) -> String {
    let names: Vec<_> = names
        .iter()
        .map(|names| s.name(names).plain().to_owned())
        .collect();
    s.words.list(&names)
}

/// What a body was granted for a year after its last day, as a sentence.
pub(crate) fn granted(s: &Speech, (year, account, money): &(i16, Account, Money)) -> String {
    let (year, money) = (year.to_string(), s.money(money));
    let account = s.t(account_key(account));
    let args = [
        ("year", year.as_str()),
        ("account", &account),
        ("money", &money),
    ];
    s.words.with("organisation-granted", &args)
}

/// What is said of a body that is under way, each as a sentence: when it begins and ends, who takes
/// over, and what else comes.
pub(crate) fn said(s: &Speech, row: &BodyRow, today: &Date) -> Vec<String> {
    let from = Some(&row.from).filter(|from| from.day() > *today);
    let mut said: Vec<String> = from
        .map(|from| s.t1("organisation-first-day", "day", s.dated(from)))
        .into_iter()
        .collect();
    if let Some((day, next)) = &row.end {
        said.push(s.t1("organisation-last-day", "day", s.day(day)));
        if !next.is_empty() {
            said.push(s.t1("organisation-next", "next", listed(s, next)));
        }
    }
    said.extend(coming(s, row));
    said
}

/// What is said of a body that comes later than today, each as a sentence.
pub(crate) fn coming(s: &Speech, organ: &BodyRow) -> Vec<String> {
    let names = organ.coming_names.iter().map(|(names, day)| {
        let (name, day) = (s.name(names).plain().to_owned(), s.words.day(*day));
        let args = [("name", name.as_str()), ("day", &day)];
        s.words.with("organisation-coming-name", &args)
    });
    let links = organ.coming_links.iter().map(|(above, day)| {
        let (above, day) = (listed(s, above), s.words.day(*day));
        let args = [("above", above.as_str()), ("day", &day)];
        s.words.with("organisation-coming-link", &args)
    });
    names.chain(links).collect()
}

/// What a body carries that is told by a count: each as a sentence.
pub(crate) fn counts(s: &Speech, carries: &Carried) -> Vec<String> {
    let counted = [
        ("organisation-undecided", carries.undecided),
        ("organisation-people", carries.people),
    ];
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    counted.map(|(key, count)| s.n(key, &count)).collect()
}
