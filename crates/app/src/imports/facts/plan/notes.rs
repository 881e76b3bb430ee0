//! What sources say beside the facts, each beside what it is about.

use super::super::notes::{AboutIn, NoteIn};
use super::super::years::year_in;
use super::{Planner, Reason};
use jiff::civil::{Date, date};
use riktning_domain::ids::NoteId;
use riktning_domain::models::Purpose;
use riktning_domain::notes::{About, Count, TakeNote};
use riktning_domain::{Command, Dated, Text};
use std::collections::BTreeSet;

impl Planner<'_> {
    pub(super) fn notes(&mut self) {
        let mut taken = BTreeSet::new();
        for note in &self.facts.notes.taken {
            let Some(source) = self.source_id(&note.source) else {
                self.report(&note.path, Reason::NoSource);
                continue;
            };
            let begins = note.period.map(|period| period.first_day());
            let begins = note.date.map(Dated::day).or(begins);
            if begins.is_some_and(|day| day > self.today) {
                self.report(&note.path, Reason::NotYet);
                continue;
            }
            let (told, (about, stands_from)) = (day_of(note), self.about(note));
            let text = |text: &String| Text::from(text.as_str());
            let counts = note.counts.iter().map(|(of, number)| Count {
                of: of.as_str().into(),
                number: *number,
            });
            let mut command = TakeNote {
                note: NoteId(self.id("note", "")),
                about,
                date: note.date,
                period: note.period,
                heading: note.heading.as_ref().map(text),
                text: note.text.as_ref().map(text),
                items: note.items.iter().map(text).collect(),
                counts: counts.collect(),
                in_our_words: note.in_our_words,
                source,
                since: None,
            };
            // By its content: a note has no name of its own, and what a source says otherwise
            // another time is another note.
            let content = serde_json::to_string(&command).unwrap_or_default();
            command.note = NoteId(self.id("note", &content));
            command.since = Some(Dated::not_found(told.max(stands_from).min(self.today)));
            if taken.insert(command.note) {
                self.add(&note.path, Command::TakeNote(command));
            } else {
                self.report(&note.path, Reason::Repeated);
            }
        }
    }

    /// What a note is about, and from which day that is known.
    fn about(&self, note: &NoteIn) -> (About, Date) {
        let first = self.base;
        let about = match &note.about {
            AboutIn::BodyIn(text) => return self.body_in(text),
            AboutIn::DirectionIn(text) => return self.direction_in(text),
            AboutIn::Group => About::Group,
            AboutIn::Processes => About::Processes,
            AboutIn::Commitments => About::Level(Purpose::Commitment),
            AboutIn::Class(class) => About::Class(*class),
            AboutIn::Scales => About::Scales,
            AboutIn::Fulfilment => About::Fulfilment,
            AboutIn::Audit => About::Audit,
            AboutIn::Reports => About::Reports,
            AboutIn::Comparisons => About::Comparisons,
        };
        // What has no date of its own stands from the first day of all, and what has one from
        // that, be it earlier.
        let told = note.date.is_some() || note.period.is_some();
        (about, if told { Date::MIN } else { first })
    }

    /// The body that a text begins with, by its longest name.
    fn body_in(&self, text: &str) -> (About, Date) {
        let text = text.to_lowercase();
        let named = self
            .bodies
            .iter()
            .filter(|(name, _)| text.starts_with(*name));
        match named.max_by_key(|(name, _)| name.len()) {
            Some((_, (body, from))) => (About::Body(*body), *from),
            None => (About::Group, self.base),
        }
    }

    /// The direction whose first and last year a text names.
    fn direction_in(&self, text: &str) -> (About, Date) {
        let names = |year: i16| text.contains(&year.to_string());
        let period = self.facts.periods.iter().find(|p| {
            let (first, last) = (p.period.first_day(), p.period.last_day());
            p.found && first <= self.today && names(first.year()) && names(last.year())
        });
        match period {
            Some(period) => (About::Model(self.model(period)), period.period.first_day()),
            None => (About::Level(Purpose::StrategicGoal), self.base),
        }
    }

    /// The first day on which a note is told of a body.
    pub(super) fn noted_of(&self, key: &str) -> Option<Date> {
        let notes = self
            .facts
            .notes
            .taken
            .iter()
            .filter(|note| match &note.about {
                AboutIn::BodyIn(text) => {
                    note.source.is_some() && text.to_lowercase().starts_with(key)
                }
                _ => false,
            });
        notes
            .filter(|note| note.date.is_some() || note.period.is_some())
            .map(day_of)
            .min()
    }
}

/// The day from which a note stands: its own, the last of the time that it tells of, the year
/// of its source.
fn day_of(note: &NoteIn) -> Date {
    let own = note.date.map(Dated::day);
    let over = note.period.map(|period| period.last_day());
    let cited = note
        .source
        .as_ref()
        .and_then(|source| year_in(&source.title));
    let cited = cited.map(|year| date(year, 1, 1));
    own.or(over).or(cited).unwrap_or(Date::MIN)
}
