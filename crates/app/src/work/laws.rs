//! Laws and other rules from outside, for whoever looks after the base: recorded, put right, and
//! checked against a source.

use super::site::unsaved;
use super::{Unsaved, WorkFrame, derived};
use crate::app::{App, Unperformed};
use crate::views::documents::DocumentLink;
use crate::views::frame::{SourceLink, source_link};
use crate::work::looking::Looked;
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::external_rules::{CheckRule, RecordRule};
use riktning_domain::ids::{DocumentId, PersonId, SourceId};
use riktning_domain::permissions::{Actor, User};
use riktning_domain::sources::CiteSource;
use riktning_domain::{Dated, Inside, Refusal, Slug, Text};
use std::sync::Arc;
use uuid::Uuid;

/// The laws of somebody's work.
#[derive(Clone, Debug, PartialEq)]
pub struct LawDesk {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Each with the day on which it was checked.
    pub laws: Vec<(DocumentLink, Option<Date>)>,
    /// Whether they may record one.
    pub may_write: bool,
}

/// What the form of a law knows.
#[derive(Clone, Debug, PartialEq)]
pub struct LawForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Its part of the address; none for a new one.
    pub slug: Option<String>,
    /// What is recorded of it.
    pub rule: Option<RecordRule>,
    /// How often it has been recorded: what another word is written after.
    pub edition: usize,
    /// Where it was found.
    pub source: Option<SourceLink>,
    /// When number and days were checked, and against what.
    pub checked: Option<(Date, Option<SourceLink>)>,
    /// The event of that.
    checked_by: Option<u64>,
    /// The day it is.
    pub today: Date,
    id: Option<DocumentId>,
}

/// Who checked a law, as far as the journal can tell.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckedBy {
    /// Somebody by name.
    Person(Arc<str>),
    /// Somebody whose name has been erased.
    Erased,
    /// Whoever had the machine's command line, or a file.
    CommandLine,
}

/// Whether somebody may record laws.
fn may_write(i: Inside<'_>, now: Now) -> bool {
    let command = Command::CheckRule(CheckRule {
        document: DocumentId(Uuid::nil()),
        source: SourceId(Uuid::nil()),
        number: None,
        in_force_from: Dated::day_known(now.today),
        in_force_to: None,
    });
    i.may(now, &command)
}

impl LawDesk {
    /// The page; none for whoever neither writes nor records for a body, nor follows the whole.
    pub fn of(i: Inside<'_>, now: Now) -> Option<LawDesk> {
        i.follows()?;
        let p = i.published();
        let laws = p.rules().map(|rule| {
            let checked = rule.checked.map(|(day, _)| day);
            (DocumentLink::of_rule(&rule), checked)
        });
        Some(LawDesk {
            frame: WorkFrame::of(i),
            laws: laws.collect(),
            may_write: may_write(i, now),
        })
    }
}

impl LawForm {
    /// The form of a new law, or of the one at an address; none for whoever may record none.
    pub fn of(i: Inside<'_>, now: Now, slug: Option<&str>) -> Option<LawForm> {
        if !may_write(i, now) {
            return None;
        }
        let p = i.published();
        let id = match slug {
            None => None,
            Some(slug) => Some(i.rule_at(&Slug::parse(slug)?)?),
        };
        let rule = match id {
            None => None,
            Some(id) => Some(p.rule(id)?),
        };
        let checked = rule.and_then(|rule| rule.checked);
        let source = rule.and_then(|rule| rule.rule.source);
        Some(LawForm {
            frame: WorkFrame::of(i),
            slug: rule.map(|rule| rule.rule.slug.to_string()),
            rule: rule.map(|rule| rule.rule.clone()),
            edition: rule.map_or(0, |rule| rule.edition),
            source: source.and_then(|id| source_link(p, id)),
            checked: checked.map(|(day, source)| (day, source_link(p, source))),
            checked_by: id.and_then(|id| i.rule_checked_by(id)),
            today: i.today(),
            id,
        })
    }
}

/// A law as its form wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct LawWriting {
    /// Its part of the address; none for a new one.
    pub slug: Option<String>,
    /// The key of the form: the same again is the same.
    pub key: Uuid,
    /// The edition that the form showed.
    pub seen: usize,
    /// What it is called.
    pub title: Text,
    /// Its number.
    pub number: Option<Text>,
    /// The first day on which it was in force.
    pub from: Dated,
    /// The last one.
    pub to: Option<Dated>,
    /// Whom it concerns and what it asks of them.
    pub concerns: Option<Text>,
    /// Where it was found: what that is called, and its address.
    pub source: Option<(Text, Text)>,
}

impl LawWriting {
    /// The commands, and under which token; none if all of it stands.
    fn wanted(&self, form: &LawForm, i: Inside<'_>) -> Result<Vec<Command>, Unsaved> {
        let stands = |rule: &RecordRule| {
            let source = form.source.as_ref();
            let source = source.map(|s| (s.title.clone(), s.url.clone()));
            let own = self.source.clone().map(|(title, url)| (title, Some(url)));
            (
                &rule.title,
                &rule.number,
                rule.in_force_from,
                rule.in_force_to,
                &rule.concerns,
            ) == (
                &self.title,
                &self.number,
                self.from,
                self.to,
                &self.concerns,
            ) && source == own
        };
        if form.rule.as_ref().is_some_and(stands) {
            return Ok(Vec::new());
        }
        if form.rule.is_some() && form.edition != self.seen {
            return Err(Unsaved::Changed);
        }
        let title = self.title.as_str().unwrap_or_default();
        let slug = match &form.rule {
            Some(rule) => rule.slug.clone(),
            None => i.free_document_slug(title),
        };
        let (cited, source) = cited(form, self.key, self.source.as_ref());
        let recorded = RecordRule {
            document: form.id.unwrap_or(DocumentId(derived(self.key, "law"))),
            slug,
            title: self.title.clone(),
            number: self.number.clone(),
            in_force_from: self.from,
            in_force_to: self.to,
            concerns: self.concerns.clone(),
            source,
        };
        let commands = cited.into_iter().chain([Command::RecordRule(recorded)]);
        Ok(commands.collect())
    }
}

/// The source of a law: the one that it has, or another that is cited first.
fn cited(
    form: &LawForm,
    key: Uuid,
    source: Option<&(Text, Text)>,
) -> (Option<Command>, Option<SourceId>) {
    let Some((title, url)) = source else {
        return (None, None);
    };
    let known = form.rule.as_ref().and_then(|rule| rule.source);
    let same = form
        .source
        .as_ref()
        .is_some_and(|s| s.title == *title && s.url.as_ref() == Some(url));
    match known.filter(|_| same) {
        Some(known) => (None, Some(known)),
        None => {
            let id = SourceId(derived(key, "source"));
            let cite = CiteSource {
                source: id,
                title: title.clone(),
                url: Some(url.clone()),
            };
            (Some(Command::CiteSource(cite)), Some(id))
        }
    }
}

impl App {
    /// Records a law, or records it anew after the edition that its form showed; where it stands.
    /// It is public when this comes back.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn write_law(
        &self,
        person: PersonId,
        writing: LawWriting,
    ) -> Result<String, Unsaved> {
        let look = |i: Inside<'_>, now| {
            // The same form sent again is the same law.
            let made = DocumentId(derived(writing.key, "law"));
            let made = i.published().rule(made);
            let made = made.map(|rule| rule.rule.slug.to_string());
            let slug = writing.slug.clone().or(made);
            let form = LawForm::of(i, now, slug.as_deref()).ok_or(Unsaved::Nowhere)?;
            let commands = writing.wanted(&form, i)?;
            let recorded = commands.iter().find_map(|command| match command {
                Command::RecordRule(rule) => Some(rule.slug.to_string()),
                _ => None,
            });
            match recorded {
                Some(slug) => Ok(Looked::Asks(commands, slug)),
                None => form.slug.map(Looked::Stands).ok_or(Unsaved::Nowhere),
            }
        };
        let failed = |_: &String, error| unsaved(error);
        self.perform_looked(person, look, failed).await
    }

    /// Says that number and days of a law are what a source says, as the form showed them.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn check_law(
        &self,
        person: PersonId,
        slug: &str,
        (key, seen): (Uuid, usize),
        source: (Text, Text),
    ) -> Result<(), Unsaved> {
        let commands = self.inside(person, |i, now| {
            let form = LawForm::of(i, now, Some(slug)).ok_or(Unsaved::Nowhere)?;
            let (Some(rule), Some(document)) = (&form.rule, form.id) else {
                return Err(Unsaved::Nowhere);
            };
            if form.edition != seen {
                return Err(Unsaved::Changed);
            }
            let (cited, source) = cited(&form, key, Some(&source));
            let checked = CheckRule {
                document,
                source: source.ok_or(Unsaved::Nowhere)?,
                number: rule.number.clone(),
                in_force_from: rule.in_force_from,
                in_force_to: rule.in_force_to,
            };
            let commands = cited.into_iter().chain([Command::CheckRule(checked)]);
            Ok(commands.collect())
        });
        let token = Some(key.to_string());
        match self
            .perform_all(User::Person(person), commands?, token)
            .await
        {
            Ok(_) => Ok(()),
            Err(Unperformed::Refused {
                refusal: Refusal::RuleChanged,
                ..
            }) => Err(Unsaved::Changed),
            Err(error) => Err(unsaved(error)),
        }
    }

    /// Who checked a law last.
    pub fn law_checked_by(&self, person: PersonId, form: &LawForm) -> Option<CheckedBy> {
        let position = form.checked_by?;
        let registered = self.inside(person, |i, _| i.registered(position))?;
        Some(match registered.actor {
            // A rule gives and ends roles, and does nothing else.
            Actor::Import | Actor::Rule => CheckedBy::CommandLine,
            Actor::Person(id) => match self.name_of(id) {
                Some(name) => CheckedBy::Person(name),
                None => CheckedBy::Erased,
            },
        })
    }
}
