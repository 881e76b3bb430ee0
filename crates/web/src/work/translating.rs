//! Translations of what the municipality says: what lacks one, and the texts of one thing beside
//! what they are in Finnish and in English.

use super::WorkSite;
use super::answers::{Answer, Faults, unwritten};
use super::paths::WorkPaths;
use super::session::{Signed, see};
use super::shell::{Shell, speech};
use super::typed;
use crate::cache::address::field;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::pages::passing;
use crate::pages::search::{kind_key, kind_of, one_key, typ};
use crate::pages::speech::Speech;
use crate::routes::search::page_of;
use askama::Template;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use riktning_app::search::Kind;
use riktning_app::work::{
    KindCount, Lacking, OneText, OtherLanguage, Translated, TranslationDesk, TranslationForm,
    Unsaved, Which,
};
use riktning_domain::{Names, Text};
use riktning_words::Language;

/// The most characters of what something is called, of any other text, and of who translated it.
const TITLE: usize = 400;
const TEXT: usize = 8_000;
const BY: usize = 120;

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

/// A text with its fields.
struct Card {
    text: OneText,
    typed: Typed,
    /// What somebody else made of it while this was typed.
    stands_now: Option<Names>,
}

/// The fields of a text, as they were typed or as they stand.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typed {
    sv: String,
    fi: String,
    en: String,
    /// What the form showed in the two before anybody typed.
    were: [String; 2],
    seen: usize,
}

/// Everything that was typed.
#[derive(Clone, Debug, Default, PartialEq)]
struct AllTyped {
    texts: Vec<Typed>,
    by: String,
    /// The list from which whoever translates came: that of what lacks English, or the other.
    of_english: bool,
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
        let key = match card.text.which {
            Which::Title => return self.shell.s.t(one_key(self.view.kind)),
            Which::Meaning => "translations-meaning",
            Which::Why => "translations-why",
            Which::Role => "translations-role",
            Which::Condition => "translations-condition",
            Which::IfNotKept => "translations-if-not-kept",
            Which::Order => "translations-order",
            Which::Text => "translations-text",
            Which::Judgement => "translations-judgement",
        };
        self.shell.s.t(key)
    }
}

/// A language of a card: its own name, its tag, its field, what is typed, and how many lines it
/// wants; or what the thing itself says in it.
struct Side<'a> {
    language: Language,
    field: String,
    typed: &'a str,
    rows: usize,
    own: Option<&'a Text>,
}

impl Card {
    fn sides(&self, n: &usize) -> [Side<'_>; 2] {
        let rows = plain(&self.text.own.sv).chars().count() / 60 + 1;
        let side = |into: OtherLanguage, language: Language, typed| Side {
            language,
            field: format!("{}-{n}", language.tag()),
            typed,
            rows: rows.clamp(1, 12),
            own: into.of(&self.text.own),
        };
        [
            side(OtherLanguage::Finnish, Language::Fi, &self.typed.fi),
            side(OtherLanguage::English, Language::En, &self.typed.en),
        ]
    }
}

impl Typed {
    /// The fields of a text as it stands.
    fn of(text: &OneText) -> Typed {
        let made = |text: Option<&Text>| text.map(as_sent).unwrap_or_default();
        let [fi, en] = [&text.made.fi, &text.made.en].map(|text| made(text.as_ref()));
        Typed {
            sv: as_sent(&text.own.sv),
            were: [fi.clone(), en.clone()],
            fi,
            en,
            seen: text.edition,
        }
    }

    /// The same where somebody else has translated since: a language that nobody touched here says
    /// what it says now, and where nobody else touched what was typed here, all of it has been seen.
    fn beside(&self, text: &OneText) -> Typed {
        let stands = Typed::of(text);
        let sides = [
            (&self.fi, &self.were[0], &stands.fi),
            (&self.en, &self.were[1], &stands.en),
        ];
        let is_seen = sides
            .iter()
            .all(|(typed, was, now)| typed == was || was == now);
        let [fi, en] = sides.map(|(typed, was, now)| match typed == was {
            true => now.clone(),
            false => typed.clone(),
        });
        Typed {
            fi,
            en,
            sv: stands.sv,
            were: self.were.clone(),
            seen: if is_seen { text.edition } else { self.seen },
        }
    }

    /// Which of the texts of a thing this was typed for, if its words stand there still.
    fn place(&self, view: &TranslationForm) -> Option<usize> {
        let mut texts = view.texts.iter();
        texts.position(|text| as_sent(&text.own.sv) == self.sv)
    }
}

impl AllTyped {
    fn of(view: &TranslationForm) -> AllTyped {
        AllTyped {
            texts: view.texts.iter().map(Typed::of).collect(),
            by: view.by.as_ref().map(plain).unwrap_or_default(),
            of_english: false,
        }
    }

    fn read(form: &Form) -> AllTyped {
        let nth = |n: usize| {
            let one = |name: &str| form.typed(&format!("{name}-{n}")).to_owned();
            let lines = |name: &str| typed::cleaned(&one(name), true);
            Some(Typed {
                sv: typed::cleaned(form.once(&format!("sv-{n}"))?, true),
                fi: lines("fi"),
                en: lines("en"),
                were: [lines("var-fi"), lines("var-en")],
                seen: one("sedd").parse().unwrap_or_default(),
            })
        };
        AllTyped {
            texts: (1..).map_while(nth).collect(),
            by: form.typed("av").to_owned(),
            of_english: form.once("sprak") == Some("en"),
        }
    }

    /// The card of a text: with what was typed for it, and what somebody else made of it meanwhile.
    fn card(&self, text: &OneText) -> Card {
        let stands = Typed::of(text);
        let own = self.texts.iter().find(|typed| typed.sv == stands.sv);
        let mut typed = own.map_or(stands.clone(), |typed| typed.beside(text));
        let stands_now = (typed.seen != text.edition).then(|| text.made.clone());
        // From here on they have seen both.
        typed.seen = text.edition;
        typed.were = stands.were;
        Card {
            text: text.clone(),
            typed,
            stands_now,
        }
    }

    /// The fields as domain types; every fault at once.
    fn to_translated(
        &self,
        site: &WorkSite,
        s: &Speech,
        view: &TranslationForm,
        faults: &mut Faults,
    ) -> Option<(Vec<Translated>, Text)> {
        let texts = self.texts.iter().map(|typed| {
            let place = typed.place(view);
            // Where the words stand now is where a fault is told.
            let n = place.map_or(0, |place| place + 1);
            let own = place.and_then(|place| view.texts.get(place));
            let sv = own.map_or_else(|| typed.sv.as_str().into(), |text| text.own.sv.clone());
            let lines = typed.sv.contains('\n');
            let is_title = own.is_some_and(|text| text.which == Which::Title);
            let most = if is_title { TITLE } else { TEXT };
            let typed = own.map_or_else(|| typed.clone(), |text| typed.beside(text));
            let mut one = |tag: &str, said: &str| {
                let field = format!("{tag}-{n}");
                typed::text(s, faults, field, said, most, lines)
            };
            Translated {
                text: Names {
                    fi: one("fi", &typed.fi),
                    en: one("en", &typed.en),
                    ..Names::swedish(sv)
                },
                seen: typed.seen,
            }
        });
        let texts: Vec<Translated> = texts.collect();
        let by = typed::text(s, faults, "av", &self.by, BY, false);
        match by.as_ref().and_then(Text::as_str) {
            Some(by) if site.app.names_somebody(by) => {
                faults.add("av", s.t("work-fault-role-name"));
            }
            None if faults.at("av").is_none() => faults.add("av", s.t("translations-fault-by")),
            _ => {}
        }
        Some((texts, by?))
    }
}

/// The words as they come back in a form: a browser sends its own ends of lines.
fn as_sent(text: &Text) -> String {
    typed::cleaned(&plain(text), true)
}

fn plain(text: &Text) -> String {
    text.as_str().unwrap_or_default().to_owned()
}
