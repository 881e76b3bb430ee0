//! What sources say beside the facts, on the page of what they are about; with a day they are
//! the calendar.

use super::bodies::BodyLink;
use super::frame::{SourceLink, source_link};
use riktning_domain::ids::BodyId;
use riktning_domain::indicators::Class;
use riktning_domain::notes::{About, TakeNote};
use riktning_domain::{Dated, Figure, Period, Published, Text};

/// A note as a page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteLine {
    /// The day of what it tells, if it tells of a day.
    pub date: Option<Dated>,
    /// The time that it tells of, if it is about one.
    pub period: Option<Period>,
    /// The body that it is about, if it is about one.
    pub body: Option<BodyLink>,
    /// What it is called.
    pub heading: Option<Text>,
    /// What the source says.
    pub text: Option<Text>,
    /// What it lists.
    pub items: Vec<Text>,
    /// What it counts, and how many of each.
    pub counts: Vec<(Text, Figure)>,
    /// Whether the sentences are ours, after the source.
    pub in_our_words: bool,
    /// Where it was found.
    pub source: Option<SourceLink>,
}

impl NoteLine {
    fn of(p: Published<'_>, note: &TakeNote) -> NoteLine {
        let body = match note.about {
            About::Body(id) => p.body(id).map(|body| BodyLink::of(&body)),
            _ => None,
        };
        let counts = note.counts.iter();
        NoteLine {
            date: note.date,
            period: note.period,
            body,
            heading: note.heading.clone(),
            text: note.text.clone(),
            items: note.items.clone(),
            counts: counts.map(|c| (c.of.clone(), c.number)).collect(),
            in_our_words: note.in_our_words,
            source: source_link(p, note.source),
        }
    }
}

impl NoteLine {
    /// What follows the name of the body that it is about, where its text begins with that: then
    /// the name is a part of the sentence and not said twice.
    pub fn after_body(&self) -> Option<Text> {
        if self.heading.is_some() || self.period.is_some() {
            return None;
        }
        let name = self.body.as_ref()?.names.sv.as_str()?;
        let rest = self.text.as_ref()?.as_str()?.strip_prefix(name)?;
        // "Kommunfullmäktiges" is another word.
        rest.starts_with(' ').then(|| Text::from(rest))
    }
}

/// What had been noted about something by the day, apart from the calendar.
pub(crate) fn about(p: Published<'_>, what: About) -> Vec<NoteLine> {
    let notes = p.notes_about(what).into_iter();
    let notes = notes.filter(|note| note.date.is_none());
    notes.map(|note| NoteLine::of(p, note)).collect()
}

/// The classes of indicators in the order in which they weigh.
const CLASSES: [Class; 3] = [Class::Organisation, Class::Place, Class::KeyFigure];

/// What sources say that each class of indicators is.
pub(crate) fn classes(p: Published<'_>) -> Vec<NoteLine> {
    let classes = CLASSES.iter();
    classes.flat_map(|of| about(p, About::Class(*of))).collect()
}

/// Everything that sources say of a body, days included.
pub(crate) fn about_body(p: Published<'_>, body: BodyId) -> Vec<NoteLine> {
    let notes = p.notes_about(About::Body(body)).into_iter();
    notes.map(|note| NoteLine::of(p, note)).collect()
}

/// The calendar: every day that a source tells of, by year, the latest first.
pub(crate) fn calendar(p: Published<'_>) -> Vec<(i16, Vec<NoteLine>)> {
    let notes = p.notes().into_iter();
    let mut dated: Vec<_> = notes.filter_map(|n| Some((n.date?.day(), n))).collect();
    dated.sort_by_key(|(day, note)| (std::cmp::Reverse(day.year()), *day, note.note));
    let mut years: Vec<(i16, Vec<NoteLine>)> = Vec::new();
    for (day, note) in dated {
        let line = NoteLine::of(p, note);
        match years.last_mut() {
            Some((year, lines)) if *year == day.year() => lines.push(line),
            _ => years.push((day.year(), vec![line])),
        }
    }
    years
}
