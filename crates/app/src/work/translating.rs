//! What the municipality's own texts are in Finnish and in English, for the editor: what lacks a
//! translation, and the form of one thing with all of its texts (decision records 081 and 104).

mod texts;

pub use texts::TextKind;

use super::site::unsaved;
use super::{Unsaved, WorkFrame};
use crate::app::App;
use crate::search::{Kind, said};
use crate::work::looking::Looked;
use riktning_domain::assessments::Scope;
use riktning_domain::command::Command;
use riktning_domain::ids::PersonId;
use riktning_domain::published::Thing;
use riktning_domain::site::translations::{TranslateText, Translations};
use riktning_domain::{Inside, Names, Period, Published, Text};

/// How many things are on a page of the list.
const A_PAGE: usize = 50;

/// A language that Swedish is translated into. Finnish stands first: it is an official minority language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherLanguage {
    /// Finnish.
    Finnish,
    /// English.
    English,
}

impl OtherLanguage {
    /// Both, in their order.
    pub const BOTH: [OtherLanguage; 2] = [OtherLanguage::Finnish, OtherLanguage::English];

    /// A name in this language, if it has one.
    pub fn of(self, names: &Names) -> Option<&Text> {
        match self {
            OtherLanguage::Finnish => names.fi.as_ref(),
            OtherLanguage::English => names.en.as_ref(),
        }
    }
}

/// How much of a kind is there, and how much of it lacks a translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindCount {
    /// Which kind.
    pub kind: Kind,
    /// How many things say anything.
    pub things: usize,
    /// How many of them are in Swedish only, in some text: in Finnish and in English.
    pub lacking: [usize; 2],
}

/// A thing that lacks a translation, on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct ThingRow {
    /// Its part of the address.
    pub address: String,
    /// What it is called.
    pub title: Names,
    /// Its period, where that tells it from others.
    pub period: Option<Period>,
    /// How many of its texts lack a translation.
    pub lacking: usize,
    /// Whether what it is called is one of them: that is what a reader meets first.
    pub in_title: bool,
}

/// What the list is narrowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// The kind; none for the first that lacks anything.
    pub kind: Option<Kind>,
    /// The language.
    pub into: OtherLanguage,
    /// Which page of them.
    pub page: usize,
}

/// What is translated and what is not.
#[derive(Clone, Debug, PartialEq)]
pub struct TranslationDesk {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Each kind that says anything.
    pub kinds: Vec<KindCount>,
    /// Of which kind the things below are; none if nothing is said at all.
    pub kind: Option<Kind>,
    /// Into which language.
    pub into: OtherLanguage,
    /// The things that lack it: those whose very name does first, and the latest period first.
    pub rows: Vec<ThingRow>,
    /// Which page of them.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
}

/// A text in the form of a thing.
#[derive(Clone, Debug, PartialEq)]
pub struct OneText {
    /// Which of its words they are.
    pub kind: TextKind,
    /// The words, with the languages that they have by themselves: those are written where the thing is.
    pub own: Names,
    /// What somebody has translated.
    pub made: Names,
    /// How often it has been translated: what another translation is written after.
    pub edition: usize,
}

impl OneText {
    fn of(all: &Translations, kind: TextKind, own: Names) -> OneText {
        let made = all.of(&own.sv).map(|made| made.text.clone());
        OneText {
            kind,
            made: made.unwrap_or_else(|| Names::swedish(own.sv.clone())),
            edition: all.edition(&own.sv),
            own,
        }
    }

    /// Whether pages in this language show the Swedish words.
    pub fn lacks(&self, into: OtherLanguage) -> bool {
        into.of(&self.own).is_none() && into.of(&self.made).is_none()
    }
}

/// What the form of a thing knows.
#[derive(Clone, Debug, PartialEq)]
pub struct TranslationForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// What the thing is.
    pub kind: Kind,
    /// What it is called.
    pub title: Names,
    /// Its texts.
    pub texts: Vec<OneText>,
    /// Who made the last translation of it, or of anything: what a translator would write again.
    pub by: Option<Text>,
    /// Its part of the address.
    pub address: String,
}

/// The part of an address that names a thing; none for what says nothing of its own.
fn address(thing: Thing) -> Option<String> {
    Some(match thing {
        Thing::Model(id) => format!("inriktning-{id}"),
        Thing::Vision(id) => format!("vision-{id}"),
        Thing::Topic(id) => format!("amne-{id}"),
        Thing::Element(id) => format!("rad-{id}"),
        Thing::Indicator(id) => format!("indikator-{id}"),
        Thing::Body(id) => format!("organ-{id}"),
        Thing::Document(id) => format!("dokument-{id}"),
        Thing::Rule(id) => format!("lag-{id}"),
        Thing::Guidelines(year) => format!("riktlinjer-{year}"),
        Thing::Report(id) => format!("rapport-{id}"),
        Thing::Note(id) => format!("uppgift-{id}"),
        Thing::Whole => "balansen".to_owned(),
        Thing::FinancialManagement(Scope::Municipality) => "hushallning-kommunen".to_owned(),
        Thing::FinancialManagement(Scope::Group) => "hushallning-koncernen".to_owned(),
        _ => return None,
    })
}

/// A thing that says something, with its texts and what they are translated to.
struct Speaking {
    address: String,
    kind: Kind,
    title: Names,
    period: Option<Period>,
    texts: Vec<OneText>,
}

impl Speaking {
    fn of(p: Published<'_>, all: &Translations, thing: Thing) -> Option<Speaking> {
        let address = address(thing)?;
        let texts = texts::texts(p, thing).into_iter();
        let texts = texts.map(|(kind, own)| OneText::of(all, kind, own));
        let texts: Vec<OneText> = texts.collect();
        let said = said(p, thing).filter(|_| !texts.is_empty())?;
        Some(Speaking {
            address,
            kind: said.kind,
            title: said.title,
            period: said.period,
            texts,
        })
    }

    fn lacking(&self, into: OtherLanguage) -> usize {
        self.texts.iter().filter(|text| text.lacks(into)).count()
    }
}

/// Everything that says something, the latest period first.
fn speaking(p: Published<'_>) -> Vec<Speaking> {
    let all = p.translations();
    let things = p.things().into_iter();
    let mut things: Vec<Speaking> = things
        .filter_map(|thing| Speaking::of(p, &all, thing))
        .collect();
    let starts = |thing: &Speaking| thing.period.map(|period| period.first_day());
    things.sort_by_key(|thing| std::cmp::Reverse(starts(thing)));
    things
}

/// How much of each kind there is, in the order of kinds.
fn counted(things: &[Speaking]) -> Vec<KindCount> {
    let counts = Kind::ALL.into_iter().map(|kind| {
        let own: Vec<&Speaking> = things.iter().filter(|t| t.kind == kind).collect();
        let lacking = |into| own.iter().filter(|t| t.lacking(into) > 0).count();
        KindCount {
            kind,
            things: own.len(),
            lacking: OtherLanguage::BOTH.map(lacking),
        }
    });
    counts.filter(|count| count.things > 0).collect()
}

impl TranslationDesk {
    /// The list; none for who is no editor, and for a page that is not there.
    pub fn of(i: Inside<'_>, asked: Lacking) -> Option<TranslationDesk> {
        if !i.edits_site() {
            return None;
        }
        let things = speaking(i.published());
        let kinds = counted(&things);
        let lacks = |count: &&KindCount| count.lacking[asked.into as usize] > 0;
        let first = kinds.iter().find(lacks).or(kinds.first());
        let kind = asked.kind.or(first.map(|count| count.kind));
        let rows = things.into_iter().filter(|thing| Some(thing.kind) == kind);
        let rows = rows.map(|thing| ThingRow {
            lacking: thing.lacking(asked.into),
            in_title: thing.texts.first().is_some_and(|t| t.lacks(asked.into)),
            address: thing.address,
            title: thing.title,
            period: thing.period,
        });
        let mut rows: Vec<ThingRow> = rows.filter(|row| row.lacking > 0).collect();
        rows.sort_by_key(|row| !row.in_title);
        let pages = rows.len().div_ceil(A_PAGE).max(1);
        let rows = rows.into_iter().skip((asked.page - 1) * A_PAGE);
        (asked.page <= pages).then(|| TranslationDesk {
            frame: WorkFrame::of(i),
            kinds,
            kind,
            into: asked.into,
            rows: rows.take(A_PAGE).collect(),
            page: asked.page,
            pages,
        })
    }
}

impl TranslationForm {
    /// The form of the thing at an address; none for who is no editor.
    pub fn of(i: Inside<'_>, asked: &str) -> Option<TranslationForm> {
        if !i.edits_site() {
            return None;
        }
        let p = i.published();
        let mut things = p.things().into_iter();
        let thing = things.find(|thing| address(*thing).as_deref() == Some(asked))?;
        let all = p.translations();
        let speaking = Speaking::of(p, &all, thing)?;
        let own = |names: &Names| speaking.texts.iter().any(|t| t.own.sv == names.sv);
        let by = all.last_by(own).or_else(|| all.last_by(|_| true));
        Some(TranslationForm {
            frame: WorkFrame::of(i),
            kind: speaking.kind,
            by: by.cloned(),
            title: speaking.title,
            texts: speaking.texts,
            address: speaking.address,
        })
    }
}

/// A translation as its form wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct Translated {
    /// The words in Swedish, and what they are in the others.
    pub text: Names,
    /// The edition that the form showed.
    pub seen: usize,
}

/// Translates the texts of a form: none that stands already, and all or nothing.
fn wanted(form: &TranslationForm, all: &[Translated], by: &Text) -> Result<Vec<Command>, Unsaved> {
    let mut commands = Vec::new();
    for wanted in all {
        let stands = form.texts.iter().find(|t| t.own.sv == wanted.text.sv);
        // The words have been changed by a decision since: this would be a translation of nothing.
        let stands = stands.ok_or(Unsaved::Changed)?;
        if stands.made == wanted.text {
            continue;
        }
        if stands.edition != wanted.seen {
            return Err(Unsaved::Changed);
        }
        commands.push(Command::TranslateText(TranslateText {
            text: wanted.text.clone(),
            by: by.clone(),
        }));
    }
    Ok(commands)
}

impl App {
    /// Translates what a thing says, after the editions that the form showed. It is on the next page that
    /// anybody asks for when this comes back.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn translate(
        &self,
        person: PersonId,
        address: &str,
        all: Vec<Translated>,
        by: Text,
    ) -> Result<(), Unsaved> {
        let look = |i: Inside<'_>, _| {
            let form = TranslationForm::of(i, address).ok_or(Unsaved::Nowhere)?;
            let commands = wanted(&form, &all, &by)?;
            Ok(match commands.is_empty() {
                true => Looked::Stands(()),
                false => Looked::Asks(commands, ()),
            })
        };
        let failed = |(): &(), error| unsaved(error);
        self.perform_looked(person, look, failed).await
    }
}
