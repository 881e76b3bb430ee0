//! Translations of what the municipality says: what lacks one, and the texts of one thing beside
//! what they are in Finnish and in English.

mod typed;

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use crate::cache::address::field;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::search::{kind_key, kind_of, one_key, typ};
use crate::routes::search::page_of;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use riktning_app::search::Kind;
use riktning_app::work::{
    KindCount, Lacking, OtherLanguage, TextKind, TranslationDesk, TranslationForm, Unsaved,
};
use riktning_words::Language;
use typed::{AllTyped, Card, Typed};

#[derive(Template)]
#[template(path = "work/translations.html")]
struct TranslationsPage {
    shell: Shell,
    view: TranslationDesk,
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "work/translation.html")]
struct TranslationPage {
    shell: Shell,
    view: TranslationForm,
    texts: Vec<Card>,
    /// What was translated while a decision gave the thing other words: theirs, and the translations.
    lost: Vec<Typed>,
    by: String,
    of_english: bool,
    faults: Faults,
    heading: String,
    action: String,
}

/// What lacks a translation.
pub(crate) async fn desk(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    RawQuery(query): RawQuery,
) -> Answer {
    let query = query.unwrap_or_default();
    let asked = asked(&query)?;
    let person = me.colleague.person;
    let view = site
        .app
        .inside(person, |i, _| TranslationDesk::of(i, asked));
    let view = view.ok_or(Failure::NotFound)?;
    let s = speech(&site);
    let saved = field(&query, "gjort").as_deref() == Some("sparat");
    let path = WorkPaths(Language::Sv).lacking(asked);
    let page = TranslationsPage {
        shell: Shell::new(
            &site,
            Some(&me),
            view.frame.clone(),
            s.t("translations"),
            path,
        ),
        view,
        done: saved.then(|| s.t("translations-saved")),
    };
    passing(StatusCode::OK, &page)
}

/// What the list is narrowed to.
fn asked(query: &str) -> Result<Lacking, Failure> {
    let kind = match field(query, "slag").as_deref() {
        None | Some("") => None,
        Some(word) => Some(kind_of(word).ok_or(Failure::NotFound)?),
    };
    let into = match field(query, "sprak").as_deref() {
        None | Some("" | "fi") => OtherLanguage::Finnish,
        Some("en") => OtherLanguage::English,
        Some(_) => return Err(Failure::NotFound),
    };
    let page = page_of(query)?;
    Ok(Lacking { kind, into, page })
}

/// The word that an address has for a language.
fn tag(into: OtherLanguage) -> &'static str {
    match into {
        OtherLanguage::Finnish => Language::Fi.tag(),
        OtherLanguage::English => Language::En.tag(),
    }
}

impl WorkPaths {
    /// What lacks a translation.
    fn lacking(self, asked: Lacking) -> String {
        let mut path = self.translations();
        let mut mark = '?';
        let mut add = |name: &str, value: &str| {
            path.push(mark);
            path.push_str(&format!("{name}={value}"));
            mark = '&';
        };
        if let Some(kind) = asked.kind {
            add("slag", typ(kind));
        }
        if asked.into != OtherLanguage::Finnish {
            add("sprak", tag(asked.into));
        }
        if asked.page > 1 {
            add("sida", &asked.page.to_string());
        }
        path
    }
}

impl TranslationsPage {
    fn kind_name(&self, kind: &Kind) -> String {
        self.shell.s.t(kind_key(kind))
    }

    /// Where what of a kind lacks a language stands.
    fn of_kind(&self, count: &KindCount, into: OtherLanguage) -> String {
        let kind = Some(count.kind);
        self.shell.w.lacking(Lacking {
            kind,
            into,
            page: 1,
        })
    }

    /// Whether the list below is that of a cell.
    fn is_shown(&self, count: &KindCount, into: OtherLanguage) -> bool {
        self.view.kind == Some(count.kind) && self.view.into == into
    }

    /// What of a kind lacks each language: the language, and how many.
    fn cells(&self, count: &KindCount) -> [(OtherLanguage, usize); 2] {
        let [finnish, english] = OtherLanguage::BOTH;
        [(finnish, count.lacking[0]), (english, count.lacking[1])]
    }

    /// What the list below is of.
    fn list_heading(&self, kind: &Kind) -> String {
        let key = match self.view.into {
            OtherLanguage::Finnish => "translations-without-finnish",
            OtherLanguage::English => "translations-without-english",
        };
        let kind = self.kind_name(kind);
        self.shell.s.t1(key, "kind", kind)
    }

    fn of_english(&self) -> bool {
        self.view.into == OtherLanguage::English
    }

    fn turned(&self, page: usize) -> String {
        let (kind, into) = (self.view.kind, self.view.into);
        self.shell.w.lacking(Lacking { kind, into, page })
    }

    fn before(&self) -> String {
        self.turned(self.view.page - 1)
    }

    fn next(&self) -> String {
        self.turned(self.view.page + 1)
    }
}

/// The texts of a thing.
pub(crate) async fn show(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(address): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    let view = form_of(&site, &me, &address)?;
    let mut typed = AllTyped::of(&view);
    let from = field(&query.unwrap_or_default(), "sprak");
    typed.of_english = from.as_deref() == Some("en");
    page(&site, &me, view, typed, Faults::default())
}

/// Saves the texts of a thing.
pub(crate) async fn change(
    State(site): State<WorkSite>,
    Extension(me): Extension<Signed>,
    Path(address): Path<String>,
    body: Bytes,
) -> Answer {
    let form = Form::read(&body, form::TEXTS)?;
    let view = form_of(&site, &me, &address)?;
    let (s, typed, mut faults) = (speech(&site), AllTyped::read(&form), Faults::default());
    let wanted = typed.to_translated(&site, &s, &view, &mut faults);
    let Some((texts, by)) = wanted.filter(|_| faults.is_empty()) else {
        return page(&site, &me, view, typed, faults);
    };
    let (person, of_english) = (me.colleague.person, typed.of_english);
    match site.app.translate(person, &address, texts, by).await {
        Ok(()) => {
            let to = WorkPaths(site.language).translations();
            let into = if of_english { "&sprak=en" } else { "" };
            let kind = typ(view.kind);
            Ok(see(&format!("{to}?slag={kind}{into}&gjort=sparat")))
        }
        Err(Unsaved::Nowhere) => Err(Failure::NotFound),
        Err(Unsaved::Unperformed(error)) => Err(unwritten(error)),
        Err(Unsaved::Refused(refusal)) => {
            faults.add("av", s.words.refusal(&refusal));
            page(&site, &me, view, typed, faults)
        }
        Err(Unsaved::Changed) => {
            faults.add("texter", s.t("translations-changed-by-other"));
            let view = form_of(&site, &me, &address)?;
            page(&site, &me, view, typed, faults)
        }
    }
}

fn form_of(site: &WorkSite, me: &Signed, address: &str) -> Result<TranslationForm, Failure> {
    let person = me.colleague.person;
    let view = site
        .app
        .inside(person, |i, _| TranslationForm::of(i, address));
    view.ok_or(Failure::NotFound)
}

fn page(
    site: &WorkSite,
    me: &Signed,
    view: TranslationForm,
    typed: AllTyped,
    faults: Faults,
) -> Answer {
    let s = speech(site);
    let heading = s.name(&view.title).plain().to_owned();
    let (status, title) = faults.headed(&s, &s.t1("translations-of", "name", &heading));
    let path = WorkPaths(Language::Sv).translation(&view.address);
    let lost = typed.texts.iter().filter(|t| t.place(&view).is_none());
    let lost = lost.cloned();
    let page = TranslationPage {
        action: WorkPaths(site.language).form(&path),
        lost: lost.collect(),
        texts: view.texts.iter().map(|text| typed.card(text)).collect(),
        shell: Shell::new(site, Some(me), view.frame.clone(), title, path),
        of_english: typed.of_english,
        by: typed.by,
        view,
        faults,
        heading,
    };
    passing(status, &page)
}

impl TranslationPage {
    /// What a text is, in a word.
    fn which(&self, card: &Card) -> String {
        let key = match card.text.kind {
            TextKind::Title => return self.shell.s.t(one_key(self.view.kind)),
            TextKind::Meaning => "translations-meaning",
            TextKind::Why => "translations-why",
            TextKind::Role => "translations-role",
            TextKind::Condition => "translations-condition",
            TextKind::IfNotKept => "translations-if-not-kept",
            TextKind::Order => "translations-order",
            TextKind::Text => "translations-text",
            TextKind::Judgement(day) => {
                let s = &self.shell.s;
                return s.t1("translations-judgement", "day", s.day(&day));
            }
        };
        self.shell.s.t(key)
    }
}
