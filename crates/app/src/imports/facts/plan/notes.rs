//! What sources say beside the facts, each beside what it is about.

use super::super::notes::{AboutIn, NoteIn};
use super::super::years::{day_in, latest_year_in, year_in};
use super::{Planner, Reason};
use jiff::civil::Date;
use riktning_domain::ids::{NoteId, SourceId};
use riktning_domain::models::Purpose;
use riktning_domain::notes::{About, Count, TakeNote};
use riktning_domain::{Command, Dated, Period, Text};
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
            let id = NoteId(self.id("note", &note.record));
            if !taken.insert(id) {
                self.report(&note.path, Reason::Repeated);
                continue;
            }
            let (about, stands_from) = self.about(note);
            let first = self.told_on(note).max(stands_from).min(self.today);
            let mut command = command(note, id, about, source);
            command.since = Some(Dated::not_found(first));
            // What we make of a record otherwise than before stands from today.
            if let Some(known) = self.published.note(id) {
                if known.about != about {
                    self.report(&note.path, Reason::Conflict);
                    continue;
                }
                command.since = known.since;
                if *known != command {
                    command.since = Some(Dated::day_known(self.today));
                }
            }
            self.add(&note.path, Command::TakeNote(command));
        }
    }

    /// The first day on which what a note says can have been known: its own, that on which its
    /// source was published, the last of the time that it is about, of the year in its source's
    /// title, or of the latest year that it names; else the day on which we read it.
    fn told_on(&self, note: &NoteIn) -> Date {
        let source = note.source.as_ref();
        let title = source.map(|source| source.title.as_str());
        let address = source.and_then(|source| source.url.as_deref());
        let own = note.date.map(Dated::last_day);
        let published = || title.into_iter().chain(address).find_map(day_in);
        let over = note.period.map(|period| period.last_day());
        let of_source = || year_in(title?);
        let named = || {
            let texts = note.heading.iter().chain(&note.text).chain(&note.items);
            let years = texts.filter_map(|text| latest_year_in(text, self.today));
            years.max()
        };
        let end = |year: i16| Period::Year(year).last_day();
        own.or_else(published)
            .or(over)
            .or_else(|| of_source().or_else(named).map(end))
            .unwrap_or(self.today)
            .min(self.today)
    }

    /// What a note is about, and from which day that is known.
    fn about(&self, note: &NoteIn) -> (About, Date) {
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
        (about, Date::MIN)
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
            .map(|note| self.told_on(note))
            .min()
    }
}

/// What is noted of a record.
fn command(note: &NoteIn, id: NoteId, about: About, source: SourceId) -> TakeNote {
    let text = |text: &String| Text::from(text.as_str());
    let counts = note.counts.iter().map(|(of, number)| Count {
        of: of.as_str().into(),
        number: *number,
    });
    TakeNote {
        note: id,
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
    }
}
