//! Laws and other rules from outside: the list, the form of one, and that it was checked.

use super::WorkSite;
use super::answers::{Answer, Faults, key, unwritten};
use super::paths::WorkPaths;
use super::points::{Asks, Points};
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::speech::Speech;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use riktning_app::work::{CheckedBy, LawDesk, LawForm, LawWriting, Unsaved};
use riktning_domain::external_rules::RecordRule;
use riktning_domain::sources::is_web_address;
use riktning_domain::{Dated, Refusal, Text};
use riktning_words::Language;
use uuid::Uuid;

/// The most characters of each text.
const TITLE: usize = 200;
const NUMBER: usize = 40;
const CONCERNS: usize = 1_000;
const ADDRESS: usize = 500;

#[derive(Template)]
#[template(path = "work/laws.html")]
struct LawsPage {
    shell: Shell,
    view: LawDesk,
}

#[derive(Template)]
#[template(path = "work/law.html")]
struct LawPage {
    shell: Shell,
    view: LawForm,
    typed: Typed,
    /// Against what it is checked, as it was typed.
    source: Source,
    faults: Faults,
    heading: String,
    key: Uuid,
    action: String,
    /// How it would look to residents.
    preview: bool,
    /// What somebody else recorded while this was typed.
    stands_now: Option<RecordRule>,
    /// Who checked it last.
    checked_by: Option<String>,
    done: Option<String>,
    points: Points,
}

/// The fields as they were typed, or as they stand.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typed {
    title: String,
    number: String,
    from: String,
    to: String,
    concerns: String,
    source: Source,
    seen: usize,
}

/// A source as it was typed.
#[derive(Clone, Debug, Default, PartialEq)]
struct Source {
    title: String,
    url: String,
}

/// The fields of a source in each of the two forms.
const FOUND_IN: [&str; 2] = ["kalla", "adress"];
const CHECKED_IN: [&str; 2] = ["kontroll-kalla", "kontroll-adress"];

/// What a page shows beside its fields.
#[derive(Default)]
struct Beside {
    faults: Faults,
    preview: bool,
    stands_now: Option<RecordRule>,
    source: Option<Source>,
    done: Option<String>,
}

/// What there is.
pub(crate) async fn desk(State(site): State<WorkSite>, Extension(me): Extension<Signed>) -> Answer {
    let view = site.app.inside(me.colleague.person, LawDesk::of);
    let mut view = view.ok_or(Failure::NotFound)?;
    let s = speech(&site);
    view.laws.sort_by(|(a, _), (b, _)| {
        let (a, b) = (s.typed(&a.title), s.typed(&b.title));
        s.words.compare(a.plain(), b.plain())
    });
    let title = s.t("laws-own");
    let page = LawsPage {
        shell: Shell::new(&site, Some(&me), view.frame.clone(), title, "/arbete/lagar"),
        view,
    };
    passing(StatusCode::OK, &page)
}

pub(crate) async fn new(State(site): State<WorkSite>, Extension(me): Extension<Signed>) -> Answer {
    let view = form_of(&site, &me, None)?;
    let typed = Typed::of(&view);
    page(&site, &me, view, typed, Beside::default()).await
}

pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = form_of(&site, &me, Some(&slug))?;
    let (s, typed) = (speech(&site), Typed::of(&view));
    let done = match query.as_deref() {
        Some("gjort=sparat") => Some(s.t("laws-saved")),
        Some("gjort=kontrollerad") if view.checked.is_some() => Some(s.t("laws-checked-done")),
        _ => None,
    };
    let beside = Beside {
        done,
        ..Beside::default()
    };
    page(&site, &me, view, typed, beside).await
}

pub(crate) async fn create(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    body: Bytes,
) -> Answer {
    save(&site, &me, None, &Form::read(&body, form::TEXTS)?).await
}

pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(slug): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    match form.once("gor") {
        Some("kontrollera") => check(&site, &me, &slug, &form).await,
        _ => save(&site, &me, Some(&slug), &form).await,
    }
}

fn form_of(site: &WorkSite, me: &Signed, slug: Option<&str>) -> Result<LawForm, Failure> {
    let person = me.colleague.person;
    let view = site.app.inside(person, |i, now| LawForm::of(i, now, slug));
    view.ok_or(Failure::NotFound)
}

async fn save(site: &WorkSite, me: &Signed, slug: Option<&str>, form: &Form) -> Answer {
    let view = form_of(site, me, slug)?;
    let (s, mut typed, mut beside) = (speech(site), Typed::read(form), Beside::default());
    let writing = typed.to_writing(&s, &mut beside.faults, slug, form);
    let Some(writing) = writing.filter(|_| beside.faults.is_empty()) else {
        return page(site, me, view, typed, beside).await;
    };
    if form.once("granska").is_some() {
        beside.preview = true;
        return page(site, me, view, typed, beside).await;
    }
    match site.app.write_law(me.colleague.person, writing).await {
        Ok(slug) => {
            let to = WorkPaths(site.language).law(&slug);
            return Ok(see(&format!("{to}?gjort=sparat")));
        }
        Err(Unsaved::Nowhere) => return Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => return Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => {
            let field = match refusal {
                Refusal::EndsBeforeItStarts => "till",
                Refusal::NotAnAddress { .. } => "adress",
                _ => "rubrik",
            };
            beside.faults.add(field, s.words.refusal(&refusal));
        }
        Err(Unsaved::Changed) => {
            beside
                .faults
                .add("rubrik", s.t("documents-changed-by-other"));
            let now = form_of(site, me, slug)?;
            // From here on they have seen both.
            typed.seen = now.edition;
            beside.stands_now = now.rule;
        }
    }
    page(site, me, view, typed, beside).await
}

/// Says that number and days are what a source says.
async fn check(site: &WorkSite, me: &Signed, slug: &str, form: &Form) -> Answer {
    let view = form_of(site, me, Some(slug))?;
    let (s, mut beside) = (speech(site), Beside::default());
    let typed = Typed::of(&view);
    let source = Source::read(form, CHECKED_IN);
    let said = source.said(&s, &mut beside.faults, CHECKED_IN);
    if said.is_none() && beside.faults.is_empty() {
        beside
            .faults
            .add(CHECKED_IN[0], s.t("laws-fault-checked-source"));
    }
    beside.source = Some(source);
    let key = key(form).ok_or(Failure::NotFound)?;
    let seen = form.typed("sedd").parse().unwrap_or_default();
    let Some(said) = said.filter(|_| beside.faults.is_empty()) else {
        return page(site, me, view, typed, beside).await;
    };
    let person = me.colleague.person;
    match site.app.check_law(person, slug, (key, seen), said).await {
        Ok(()) => {
            let to = WorkPaths(site.language).law(slug);
            return Ok(see(&format!("{to}?gjort=kontrollerad")));
        }
        Err(Unsaved::Nowhere) => return Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => return Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => {
            beside.faults.add(CHECKED_IN[1], s.words.refusal(&refusal));
        }
        Err(Unsaved::Changed) => {
            beside
                .faults
                .add(CHECKED_IN[0], s.t("laws-fault-check-changed"));
        }
    }
    page(site, me, view, typed, beside).await
}

async fn page(site: &WorkSite, me: &Signed, view: LawForm, typed: Typed, beside: Beside) -> Answer {
    let s = speech(site);
    let heading = match &view.rule {
        None => s.t("laws-new"),
        Some(rule) => s.typed(&rule.title).plain().to_owned(),
    };
    let swedish = WorkPaths(Language::Sv);
    let path = match &view.slug {
        None => swedish.new_law(),
        Some(slug) => swedish.law(slug),
    };
    let (status, title) = beside.faults.headed(&s, &heading);
    let checked_by = site.app.law_checked_by(me.colleague.person, &view);
    let points = Points::of(site, typed.asks()).await;
    let page = LawPage {
        points,
        action: WorkPaths(site.language).form(&path),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        source: beside.source.unwrap_or_else(|| typed.source.clone()),
        view,
        typed,
        faults: beside.faults,
        heading,
        key: Uuid::new_v4(),
        preview: beside.preview,
        stands_now: beside.stands_now,
        checked_by: checked_by.map(|by| match by {
            CheckedBy::Person(name) => name.to_string(),
            CheckedBy::Erased => s.t("history-erased"),
            CheckedBy::CommandLine => s.t("history-command-line"),
        }),
        done: beside.done,
    };
    passing(status, &page)
}

impl Typed {
    /// What is looked at for a reader's sake.
    fn asks(&self) -> Vec<Asks<'_>> {
        let concerns = Asks::plain("galler", Language::Sv, &self.concerns);
        vec![concerns, Asks::address("adress", &self.source.url)]
    }

    /// The fields as the law stands.
    fn of(view: &LawForm) -> Typed {
        let source = view.source.as_ref();
        let source = source.map(|source| Source {
            title: plain(Some(&source.title)),
            url: plain(source.url.as_ref()),
        });
        let Some(rule) = &view.rule else {
            return Typed::default();
        };
        Typed {
            title: plain(Some(&rule.title)),
            number: plain(rule.number.as_ref()),
            from: rule.in_force_from.to_string(),
            to: rule.in_force_to.map_or(String::new(), |to| to.to_string()),
            concerns: plain(rule.concerns.as_ref()),
            source: source.unwrap_or_default(),
            seen: view.edition,
        }
    }

    fn read(form: &Form) -> Typed {
        let one = |name: &str| form.typed(name).to_owned();
        Typed {
            title: one("rubrik"),
            number: one("nummer"),
            from: one("fran"),
            to: one("till"),
            concerns: one("galler"),
            source: Source::read(form, FOUND_IN),
            seen: form.typed("sedd").parse().unwrap_or_default(),
        }
    }

    /// The fields as domain types; every fault at once.
    fn to_writing(
        &self,
        s: &Speech,
        faults: &mut Faults,
        slug: Option<&str>,
        form: &Form,
    ) -> Option<LawWriting> {
        let title = typed::text(s, faults, "rubrik", &self.title, TITLE, false);
        if title.is_none() && faults.at("rubrik").is_none() {
            faults.add("rubrik", s.t("laws-fault-title"));
        }
        let number = typed::text(s, faults, "nummer", &self.number, NUMBER, false);
        let from = typed::dated(s, faults, "fran", &self.from);
        if from.is_none() && faults.at("fran").is_none() {
            faults.add("fran", s.t("laws-fault-from"));
        }
        let to: Option<Dated> = typed::dated(s, faults, "till", &self.to);
        let concerns = typed::text(s, faults, "galler", &self.concerns, CONCERNS, true);
        let source = self.source.said(s, faults, FOUND_IN);
        let key = key(form);
        if key.is_none() {
            // A form of ours has one; without it a double click would be two.
            faults.add("rubrik", s.t("work-fault-form"));
        }
        Some(LawWriting {
            slug: slug.map(str::to_owned),
            key: key?,
            seen: self.seen,
            title: title?,
            number,
            from: from?,
            to,
            concerns,
            source,
        })
    }
}

impl Source {
    fn read(form: &Form, [title, url]: [&'static str; 2]) -> Source {
        Source {
            title: form.typed(title).to_owned(),
            url: form.typed(url).to_owned(),
        }
    }

    /// What a source is called with its address: both, or neither.
    fn said(
        &self,
        s: &Speech,
        faults: &mut Faults,
        [title, url]: [&'static str; 2],
    ) -> Option<(Text, Text)> {
        let said = typed::text(s, faults, title, &self.title, TITLE, false);
        let at = typed::text(s, faults, url, &self.url, ADDRESS, false);
        let is_good = at
            .as_ref()
            .and_then(Text::as_str)
            .is_none_or(is_web_address);
        match (&said, &at) {
            (Some(_), None) => faults.add(url, s.t("laws-fault-address")),
            (None, Some(_)) => faults.add(title, s.t("laws-fault-source")),
            _ if !is_good => faults.add(url, s.t("laws-fault-address")),
            _ => {}
        }
        Some((said?, at?))
    }
}

fn plain(text: Option<&Text>) -> String {
    text.and_then(Text::as_str).unwrap_or_default().to_owned()
}
