//! What the file says of the base: governing documents with their kinds, rules from outside,
//! and owner directives, which the file lists among the commitments.

// `.text` is a field of a record here. words-keys: none

use super::reader::{At, FaultKind, SourceIn};
use super::swedish;
use super::years::{only_year_in, year_in};
use jiff::civil::Date;
use riktning_domain::documents::DocumentKind;
use riktning_domain::{Dated, Text};
use std::collections::BTreeSet;

/// A kind of governing document.
#[derive(Debug)]
pub(crate) struct KindIn {
    pub(super) path: String,
    pub(super) kind: DocumentKind,
    pub(super) purpose: String,
    pub(super) time_limited: Option<bool>,
    pub(super) adopted_by: Option<String>,
    pub(super) source: Option<SourceIn>,
}

/// A governing document.
#[derive(Debug)]
pub(crate) struct DocumentIn {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) kind: DocumentKind,
    pub(super) case_number: Option<String>,
    pub(super) valid: Option<(Dated, Dated)>,
    pub(super) still_applied: bool,
    pub(super) until_replaced: bool,
    pub(super) decided_by: Option<String>,
    /// Whether it is the words of its note that say who decided, and in which season.
    pub(super) decided_in_words: bool,
    pub(super) paragraph: Option<String>,
    pub(super) followed_up_by: Option<String>,
    pub(super) replaces: Option<String>,
    /// The source's own words about days and about what the file has no field for.
    pub(super) note: Option<String>,
    pub(super) since: Option<Dated>,
    /// Whether the record itself tells of that day, or only its source's title or its number.
    pub(super) since_is_told: bool,
    pub(super) source: Option<SourceIn>,
}

/// A law or another rule from outside.
#[derive(Debug)]
pub(crate) struct RuleIn {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) number: Option<String>,
    pub(super) from: Dated,
    pub(super) to: Option<Dated>,
    pub(super) source: Option<SourceIn>,
}

/// An owner directive.
#[derive(Debug)]
pub(crate) struct DirectiveIn {
    pub(super) path: String,
    pub(super) id: String,
    pub(super) company: String,
    pub(super) text: String,
    pub(super) year: i16,
    pub(super) goal: Option<(String, bool)>,
    pub(super) source: Option<SourceIn>,
}

/// The base of a file.
#[derive(Debug, Default)]
pub(crate) struct Foundation {
    pub(super) kinds: Vec<KindIn>,
    pub(super) documents: Vec<DocumentIn>,
    pub(super) rules: Vec<RuleIn>,
    pub(super) directives: Vec<DirectiveIn>,
}

impl Foundation {
    pub(super) fn read(root: &At<'_>) -> Foundation {
        Foundation {
            kinds: each(root, "governing_document_types", kind),
            documents: each(root, "governing_documents", document),
            rules: each(root, "external_rules", rule),
            directives: Vec::new(),
        }
    }

    /// Takes a record of the commitments that is an owner directive.
    pub(super) fn take_directive(&mut self, record: &At<'_>) {
        self.directives.extend(directive(record));
    }

    pub(super) fn sources(&self) -> Vec<Option<SourceIn>> {
        let kinds = self.kinds.iter().map(|k| k.source.clone());
        let documents = self.documents.iter().map(|d| d.source.clone());
        let rules = self.rules.iter().map(|r| r.source.clone());
        let directives = self.directives.iter().map(|d| d.source.clone());
        kinds
            .chain(documents)
            .chain(rules)
            .chain(directives)
            .collect()
    }

    /// The goals that directives name and that are not in the file, with their paths.
    pub(super) fn unknown_goals(&self, goals: &BTreeSet<String>) -> Vec<String> {
        let named = self.directives.iter().filter_map(|directive| {
            let (goal, ours) = directive.goal.as_ref()?;
            let field = if *ours {
                "goal_link_interpreted"
            } else {
                "goal_link"
            };
            (!goals.contains(goal)).then(|| format!("{}.{field}", directive.path))
        });
        named.collect()
    }
}

fn each<T>(root: &At<'_>, section: &str, read: impl Fn(&At<'_>) -> Option<T>) -> Vec<T> {
    root.records(section).iter().filter_map(read).collect()
}

fn kind(at: &At<'_>) -> Option<KindIn> {
    let (kind, purpose) = (at.needed("type"), at.needed("purpose"));
    let limited = at.get("time_limited").and_then(|limited| {
        let said = limited.value.as_bool();
        if said.is_none() {
            limited.fault(FaultKind::not_among(["true", "false"].into_iter()));
        }
        said
    });
    Some(KindIn {
        path: at.path.clone(),
        kind: swedish::document_kind(&kind?),
        purpose: purpose?,
        time_limited: limited,
        adopted_by: at.text("adopted_by"),
        source: at.source("source"),
    })
}

fn document(at: &At<'_>) -> Option<DocumentIn> {
    let (title, kind) = (at.needed("title"), at.needed("type"));
    let valid = at.text("valid");
    let years = valid.as_deref().and_then(swedish::years);
    let valid_from = at.text("valid_from");
    let first_day: Option<Dated> = valid_from.as_deref().and_then(|text| text.parse().ok());
    let (note, source) = (at.text("note"), at.source("source"));
    let in_season = note.as_deref().and_then(swedish::decided_in_season);
    let season = in_season.map(|(_, day)| Dated::not_found(day));
    let by_words = in_season.map(|(body, _)| body.to_owned());
    let decided_by = at.text("decided_by");
    let decided_in_words = decided_by.is_none() && by_words.is_some();
    let (adopted, case_number) = (at.year("adopted_year"), at.text("case_number"));
    let mut applied = valid.iter().chain(&note).map(String::as_str);
    let until_replaced = applied.clone().any(swedish::is_until_replaced);
    let still_applied = years.is_some() && applied.any(swedish::is_still_applied);
    // A day that the file gives in words stands in the note, in those words.
    let in_words = valid_from.filter(|_| first_day.is_none());
    let year = |text: Option<&str>| text.and_then(year_in).and_then(Dated::year_known);
    let known = adopted
        .and_then(Dated::year_known)
        .or(first_day)
        .or(years.map(|(from, _)| from))
        .or(season)
        .or_else(|| year(note.as_deref()));
    // One year in the words about its first day is read there and not stated.
    let told = known.or(in_words
        .as_deref()
        .and_then(first_day_in)
        .map(Dated::not_found));
    // The year of its source, or that its case was opened, is no day of its own; and nothing was
    // decided before its case was opened.
    let of_source = year(source.as_ref().map(|s| s.title.as_str()));
    let seen = of_source.max(year(case_number.as_deref()));
    let since = told.or(seen.map(|year| Dated::not_found(year.day())));
    let in_words = in_words.as_deref().map(swedish::valid_from);
    let said = [note, in_words, valid.filter(|_| years.is_none())];
    let said: Vec<String> = said.into_iter().flatten().collect();
    Some(DocumentIn {
        path: at.path.clone(),
        title: title?,
        kind: swedish::document_kind(&kind?),
        case_number,
        valid: years,
        still_applied,
        until_replaced,
        decided_by: decided_by.or(by_words),
        decided_in_words,
        paragraph: at.text("paragraph"),
        followed_up_by: at.text("follow_up_responsible"),
        replaces: at.text("replaces"),
        note: (!said.is_empty()).then(|| said.join(". ")),
        since,
        since_is_told: told.is_some(),
        source,
    })
}

/// The first day that words can mean: the day and month that they begin with, in the one year
/// that they name.
fn first_day_in(words: &str) -> Option<Date> {
    let year = only_year_in(words)?;
    let (day, month) = swedish::day_of_month(words).unwrap_or((1, 1));
    Date::new(year, month, day).ok()
}

fn rule(at: &At<'_>) -> Option<RuleIn> {
    let (title, number) = (at.needed("title"), at.text("sfs"));
    let from = at.date("in_force_from");
    let to = at.get("in_force_to").and_then(|to| {
        let dated = to.as_text()?.parse().ok();
        if dated.is_none() {
            to.fault(FaultKind::NotADate);
        }
        dated
    });
    Some(RuleIn {
        path: at.path.clone(),
        title: title?,
        number,
        from: from?,
        to,
        source: at.source("source"),
    })
}

fn directive(at: &At<'_>) -> Option<DirectiveIn> {
    let (id, company) = (at.needed("id"), at.needed("owner"));
    let (text, year) = (at.needed("text"), at.needed_year("year"));
    let goal = at.interpreted("goal_link");
    let goal = goal.and_then(|(goal, whose)| Some((goal.as_text()?, whose.is_ours())));
    Some(DirectiveIn {
        path: at.path.clone(),
        id: id?,
        company: company?,
        text: text?,
        year: year?,
        goal,
        source: at.source("source"),
    })
}

impl RuleIn {
    /// What its address is made of: laws of the same name are told apart by their numbers.
    pub(super) fn name(&self) -> String {
        match &self.number {
            Some(number) => format!("{} {number}", self.title),
            None => self.title.clone(),
        }
    }

    pub(super) fn number(&self) -> Option<Text> {
        self.number.as_deref().map(Text::from)
    }
}
