//! What the file says beside its nouns: of bodies, of directions, of days, of what words mean.
//! Each becomes a note beside what it is about.

// `.text` is a field of a record here. words-keys: none

use super::exact::exact;
use super::json::Json;
use super::reader::{At, FaultKind, SourceIn};
use super::swedish;
use super::years::year_in;
use riktning_domain::indicators::Class;
use riktning_domain::{Dated, Figure, Period};

/// What a note is about, as the file tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum AboutIn {
    /// The body that the text begins with, else the group.
    BodyIn(String),
    /// The direction whose years the text names, else the goals of every direction.
    DirectionIn(String),
    Group,
    Processes,
    Commitments,
    Class(Class),
    Scales,
    Fulfilment,
    Audit,
    Reports,
    Comparisons,
}

/// A note.
#[derive(Clone, Debug)]
pub(crate) struct NoteIn {
    pub(super) path: String,
    /// The record that it is made of, as the file has it: the words that we put around what it
    /// says are no part of what it is.
    pub(super) record: String,
    pub(super) about: AboutIn,
    pub(super) date: Option<Dated>,
    pub(super) period: Option<Period>,
    pub(super) heading: Option<String>,
    pub(super) text: Option<String>,
    pub(super) items: Vec<String>,
    pub(super) counts: Vec<(String, Figure)>,
    /// Whether the file says it in fields, and the sentence is ours.
    pub(super) in_our_words: bool,
    pub(super) source: Option<SourceIn>,
}

impl NoteIn {
    pub(super) fn of(at: &At<'_>, about: AboutIn) -> NoteIn {
        NoteIn {
            path: at.path.clone(),
            record: at.record(),
            about,
            date: None,
            period: None,
            heading: None,
            text: None,
            items: Vec::new(),
            counts: Vec::new(),
            in_our_words: false,
            source: at.source("source"),
        }
    }
}

/// The notes of a file, and the paths of what even they have no place for.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(super) taken: Vec<NoteIn>,
    /// What the letters of the rule for commitments stand for, in its order.
    pub(super) criteria: Vec<String>,
    /// What every commitment is to be relevant to: a level between them and the processes.
    pub(super) relevant_to: Option<String>,
    pub(super) elsewhere: Vec<String>,
}

/// The section of a year's council meetings, which ends in the year.
const MEETINGS: &str = "council_meetings_";
/// The field of what internal control came to, which ends in the year.
const CONCLUSION: &str = "conclusion_";

impl Notes {
    pub(super) fn read(root: &At<'_>) -> Notes {
        let mut notes = Notes::default();
        notes.told(root, "committee_notes", AboutIn::BodyIn);
        notes.told(root, "strategic_goals_notes", AboutIn::DirectionIn);
        for record in root.records("investment_projects_and_events") {
            notes.happened(&record);
        }
        for record in root.records("indicator_types") {
            notes.class(&record);
        }
        for record in root.records("commitment_counts") {
            notes.counted(root, &record);
        }
        notes.whole(root, "commitment_rules", Notes::rules);
        notes.whole(root, "internal_control", Notes::control);
        notes.whole(root, "facts", Notes::facts);
        for (section, _) in meeting_sections(root) {
            notes.whole(root, &section, Notes::meetings);
        }
        notes
    }

    /// A section that is one record. One that says nothing is told of and not lost.
    fn whole(&mut self, root: &At<'_>, section: &str, read: fn(&mut Notes, &At<'_>)) {
        let Some(at) = root.get(section) else {
            return;
        };
        if at.value.as_object().is_none() {
            at.fault(FaultKind::NotAnObject);
            return;
        }
        let before = self.taken.len() + self.elsewhere.len();
        read(self, &at);
        if self.taken.len() + self.elsewhere.len() == before {
            self.elsewhere.push(at.path);
        }
    }

    fn told(&mut self, root: &At<'_>, section: &str, about: fn(String) -> AboutIn) {
        for record in root.records(section) {
            let Some(text) = record.needed("text") else {
                continue;
            };
            self.taken.push(NoteIn {
                text: Some(text.clone()),
                ..NoteIn::of(&record, about(text))
            });
        }
    }

    /// What happened in a year of which no day is told.
    fn happened(&mut self, record: &At<'_>) {
        let (text, year) = (record.needed("text"), record.needed_year("year"));
        let (Some(text), Some(year)) = (text, year) else {
            return;
        };
        self.taken.push(NoteIn {
            date: Dated::year_known(year),
            text: Some(text),
            ..NoteIn::of(record, AboutIn::Group)
        });
    }

    /// What a class of indicators is. Whether it judges goals is the class's own rule: a file
    /// that says otherwise is told of.
    fn class(&mut self, record: &At<'_>) {
        let class = record.text("id").and_then(|id| {
            let mut classes = swedish::CLASSES.iter();
            classes
                .find(|(word, _)| *word == id)
                .map(|(_, class)| *class)
        });
        let (heading, text) = (record.needed("name"), record.text("meaning"));
        let (Some(class), Some(text)) = (class, text) else {
            self.elsewhere.push(record.path.clone());
            return;
        };
        let judges = record.get("used_for_goal_assessment");
        let as_ours = Some(class == Class::Organisation);
        let otherwise = judges.filter(|judges| judges.value.as_bool() != as_ours);
        self.elsewhere.extend(otherwise.map(|judges| judges.path));
        self.taken.push(NoteIn {
            heading,
            text: Some(text),
            ..NoteIn::of(record, AboutIn::Class(class))
        });
    }

    /// How many commitments of which origin a document has. What a field counts that is none
    /// of ours is read from the names that the file lists.
    fn counted(&mut self, root: &At<'_>, record: &At<'_>) {
        let Some(document) = record.needed("document") else {
            return;
        };
        let mut note = NoteIn {
            heading: Some(document.clone()),
            text: record.text("note"),
            ..NoteIn::of(record, AboutIn::BodyIn(document))
        };
        let fields = record.value.as_object().into_iter().flatten();
        for (field, _) in fields {
            let Some(of) = swedish::counted(field).or_else(|| named(root, field)) else {
                continue;
            };
            let Some(at) = record.get(field) else {
                continue;
            };
            match at.value.as_number().and_then(exact) {
                Some(number) => note.counts.push((of, number)),
                None => self.elsewhere.push(at.path),
            }
        }
        self.push(note);
    }

    /// What internal control came to, and what bodies control themselves.
    fn control(&mut self, at: &At<'_>) {
        let fields = at.value.as_object().into_iter().flatten();
        for (field, _) in fields {
            match field.as_str() {
                "source" | "source_own" | "codes" => {}
                "own_moments_examples" => self.push(NoteIn {
                    record: at.get(field).map(|at| at.record()).unwrap_or_default(),
                    heading: Some(swedish::OWN_CONTROL.to_owned()),
                    items: at.texts(field),
                    source: at.source("source_own"),
                    ..NoteIn::of(at, AboutIn::Group)
                }),
                // The points themselves are elements.
                _ => {
                    let year = field.strip_prefix(CONCLUSION).and_then(year_in);
                    if let Some(year) = year
                        && let Some(text) = at.text(field)
                    {
                        self.push(NoteIn {
                            record: at.get(field).map(|at| at.record()).unwrap_or_default(),
                            heading: Some(swedish::INTERNAL_CONTROL.to_owned()),
                            period: Some(Period::Year(year)),
                            text: Some(text),
                            ..NoteIn::of(at, AboutIn::Group)
                        });
                    }
                }
            }
        }
    }

    /// The days on which the council meets.
    fn meetings(&mut self, at: &At<'_>) {
        let meets = swedish::council_meets(at.text("start").as_deref());
        for day in at.items("dates") {
            let Some(date) = dated(&day) else { continue };
            self.taken.push(NoteIn {
                record: day.record(),
                path: day.path,
                date: Some(date),
                text: Some(meets.clone()),
                in_our_words: true,
                ..NoteIn::of(at, AboutIn::BodyIn(swedish::COUNCIL.to_owned()))
            });
        }
    }

    /// Takes a note that says anything.
    pub(super) fn push(&mut self, note: NoteIn) {
        if note.text.is_none() && note.items.is_empty() && note.counts.is_empty() {
            self.elsewhere.push(note.path);
        } else {
            self.taken.push(note);
        }
    }
}

/// A value of a list that is a day, month or year.
fn dated(at: &At<'_>) -> Option<Dated> {
    let dated: Option<Dated> = at.as_text()?.parse().ok();
    let dated = dated.filter(|dated| (1600..3000).contains(&dated.day().year()));
    if dated.is_none() {
        at.fault(FaultKind::NotADate);
    }
    dated
}

/// The sections of council meetings, each with its year.
pub(super) fn meeting_sections(root: &At<'_>) -> Vec<(String, i16)> {
    let fields = root.value.as_object().into_iter().flatten();
    let sections = fields.filter_map(|(field, value)| {
        let year = field.strip_prefix(MEETINGS)?;
        let year = year_in(year).filter(|y| y.to_string() == year)?;
        (*value != Json::Null).then(|| (field.clone(), year))
    });
    sections.collect()
}

/// The year of a field that lists the control points of the whole group.
pub(super) fn control_year(field: &str) -> Option<i16> {
    let year = field.strip_prefix("group_wide_moments_")?;
    year_in(year).filter(|y| y.to_string() == year)
}

/// The name in the file that the name of a field is a plain form of: `hallbar_utveckling`.
fn named(root: &At<'_>, field: &str) -> Option<String> {
    let plain = field
        .strip_prefix("varav_")
        .unwrap_or(field)
        .replace('_', "-");
    let sections = ["perspectives", "committees", "companies"];
    let records = sections
        .iter()
        .filter_map(|section| root.value.get(section)?.as_list());
    let mut names = records
        .flatten()
        .filter_map(|record| record.get("name")?.as_text());
    let name = names.find(|name| riktning_domain::Slug::from_title(name).to_string() == plain)?;
    Some(match field.starts_with("varav_") {
        true => swedish::of_which(name),
        false => name.to_owned(),
    })
}
