//! Radar: what is silent, by body and by person, each with since when and the one step; and what nothing covers.
//!
//! What the list of gaps asks too is asked there and mended there: the radar leads to it.

mod coverage;
mod steps;

pub use coverage::{Coverage, Punctual, RoundColumn};
pub use steps::RadarStep;

use super::gaps::{GapId, GapKind, Place, Subject};
use super::{PlanTime, WorkFrame, body};
use crate::app::App;
use jiff::civil::Date;
use riktning_domain::command::Now;
use riktning_domain::ids::{BodyId, PersonId};
use riktning_domain::inside::{InsideElement, Silence, Silent};
use riktning_domain::{Inside, Names, Slug, Text};
use std::collections::BTreeMap;
use steps::Steps;

/// How many rows stand on a page.
const ON_A_PAGE: usize = 50;

/// The word of a silence in an address.
pub fn silence_word(silence: Silence) -> &'static str {
    match silence {
        Silence::BodyEnded => "upphort",
        Silence::GoalClosed => "mal",
        Silence::OwnerLeft => "slutat",
        Silence::Expired => "passerad",
        Silence::NeverReported => "aldrig",
        Silence::Stale => "gammal",
        Silence::NobodyLooksAfter => "ingen",
    }
}

/// The silence with a word.
pub fn silence_of(word: &str) -> Option<Silence> {
    let mut all = Silence::ALL.into_iter();
    all.find(|silence| silence_word(*silence) == word)
}

/// What is chosen of the radar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RadarFilter {
    /// One way of being silent.
    pub silence: Option<Silence>,
    /// One body, by its address.
    pub body: Option<String>,
    /// Which page, from 1.
    pub page: usize,
}

/// What is silent, for whoever keeps an eye on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Radar {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Whether it is of the whole group.
    pub is_of_all: bool,
    /// How many rows are silent in all, and in how many ways together.
    pub all: (usize, usize),
    /// How many there are of what is chosen.
    pub total: usize,
    /// Each way, with how many there are of it at the chosen body.
    pub kinds: Vec<(Silence, usize)>,
    /// Each body, with how many there are of the chosen way.
    pub bodies: Vec<((Names, String), usize)>,
    /// Those who look after silent rows, for whoever may know who does: what colleagues see, and how many.
    pub people: Vec<(String, usize)>,
    /// What is silent, body by body.
    pub groups: Vec<RadarGroup>,
    /// Which page.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// What nothing covers, and who reports on time.
    pub coverage: Coverage,
}

/// What is silent at one body.
#[derive(Clone, Debug, PartialEq)]
pub struct RadarGroup {
    /// Whose: name and address.
    pub body: (Names, String),
    /// How many there are of what is chosen, on this page or another.
    pub count: usize,
    /// Those on the page.
    pub rows: Vec<RadarRow>,
}

impl RadarGroup {
    /// Whether somebody else has to do something about any of them.
    pub fn asks(&self) -> bool {
        self.rows.iter().any(|row| row.step == RadarStep::Ask)
    }
}

/// A row that is silent in one way.
#[derive(Clone, Debug, PartialEq)]
pub struct RadarRow {
    /// In which way.
    pub silence: Silence,
    /// Its number.
    pub number: u32,
    /// What was decided.
    pub text: Text,
    /// Where it stands.
    pub place: Place,
    /// Who looks after it, for whoever may know.
    pub person: Option<String>,
    /// From which day.
    pub since: Date,
    /// The one step.
    pub step: RadarStep,
}

impl App {
    /// What is silent; none for whoever keeps an eye on nothing, and of a body that is none.
    pub fn radar(&self, me: PersonId, filter: &RadarFilter) -> Option<Radar> {
        self.inside(me, |i, now| {
            Radar::of(i, now, filter, &|id| self.called(id))
        })
    }
}

/// What colleagues call somebody; none when the row is erased.
type Called<'a> = &'a dyn Fn(PersonId) -> Option<String>;

/// What is silent, and what of it is chosen.
struct Chosen<'a> {
    all: &'a [Silent],
    filter: &'a RadarFilter,
    body: Option<BodyId>,
}

impl<'a> Chosen<'a> {
    fn at_body(&self, silent: &Silent) -> bool {
        self.body.is_none_or(|body| silent.body == body)
    }

    fn of_kind(&self, silent: &Silent) -> bool {
        let chosen = self.filter.silence;
        chosen.is_none_or(|silence| silent.silence == silence)
    }

    /// What is chosen: the body with most of it first, and within each the gravest first.
    fn shown(&self, counts: &BTreeMap<BodyId, usize>) -> Vec<&'a Silent> {
        let shown = self.all.iter();
        let shown = shown.filter(|s| self.at_body(s) && self.of_kind(s));
        let mut shown: Vec<&Silent> = shown.collect();
        let most = |body: &BodyId| std::cmp::Reverse(counts.get(body).copied().unwrap_or(0));
        shown.sort_by_key(|s| (most(&s.body), s.body, s.silence, s.since));
        shown
    }

    /// Each way of being silent, with how many there are of it at the chosen body.
    fn kinds(&self) -> Vec<(Silence, usize)> {
        let count = |silence| {
            let own = self.all.iter().filter(|s| s.silence == silence);
            own.filter(|s| self.at_body(s)).count()
        };
        let kinds = Silence::ALL.map(|silence| (silence, count(silence)));
        kinds.into()
    }

    /// How many there are of the chosen way at each body.
    fn bodies(&self) -> BTreeMap<BodyId, usize> {
        let own = self.all.iter().filter(|s| self.of_kind(s));
        counted(own.map(|s| s.body))
    }
}

impl Radar {
    fn of(i: Inside<'_>, now: Now, filter: &RadarFilter, called: Called<'_>) -> Option<Radar> {
        let follows = i.watches()?;
        let p = i.published();
        let body = match &filter.body {
            Some(slug) => Some(p.body_at(&Slug::parse(slug)?)?.id),
            None => None,
        };
        let all = i.silent(&follows);
        let all = all.as_slice();
        let chosen = Chosen { all, filter, body };
        let counts = chosen.bodies();
        let shown = chosen.shown(&counts);
        let pages = shown.len().div_ceil(ON_A_PAGE).max(1);
        let page = filter.page.clamp(1, pages);
        let on_page = shown.iter().skip((page - 1) * ON_A_PAGE).take(ON_A_PAGE);
        let on_page: Vec<&Silent> = on_page.copied().collect();
        Some(Radar {
            frame: WorkFrame::of(i),
            is_of_all: follows.all(),
            all: (counted(all.iter().map(|s| s.element)).len(), all.len()),
            total: shown.len(),
            kinds: chosen.kinds(),
            bodies: named(i, &counts, body),
            people: people(i, &shown, called),
            groups: groups(i, now, (&on_page, &counts), called),
            coverage: Coverage::of(i, &follows),
            page,
            pages,
        })
    }
}

fn counted<T: Ord>(all: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for one in all {
        *counts.entry(one).or_default() += 1;
    }
    counts
}

/// The bodies with how many there are, and the chosen one also when it has none.
fn named(
    i: Inside<'_>,
    counts: &BTreeMap<BodyId, usize>,
    chosen: Option<BodyId>,
) -> Vec<((Names, String), usize)> {
    let none = chosen
        .filter(|id| !counts.contains_key(id))
        .map(|id| (id, 0));
    let all = counts.iter().map(|(id, count)| (*id, *count)).chain(none);
    all.filter_map(|(id, count)| Some((body(i.published(), id)?, count)))
        .collect()
}

/// Those who look after rows that are silent, each row once: who does what in an administration is told to those
/// who write there alone.
fn people(i: Inside<'_>, shown: &[&Silent], called: Called<'_>) -> Vec<(String, usize)> {
    let rows = counted(shown.iter().map(|s| s.element));
    let by = rows.keys().filter_map(|row| i.looked_after_by(*row));
    let counts = counted(by).into_iter();
    counts
        .filter_map(|(person, count)| Some((called(person)?, count)))
        .collect()
}

fn groups(
    i: Inside<'_>,
    now: Now,
    (on_page, counts): (&[&Silent], &BTreeMap<BodyId, usize>),
    called: Called<'_>,
) -> Vec<RadarGroup> {
    let steps = Steps::of(i, now);
    let mut groups: Vec<(BodyId, RadarGroup)> = Vec::new();
    for silent in on_page {
        let Some(row) = row(i, &steps, silent, called) else {
            continue;
        };
        match groups.last_mut() {
            Some((id, group)) if *id == silent.body => group.rows.push(row),
            _ => {
                let Some(body) = body(i.published(), silent.body) else {
                    continue;
                };
                let count = counts.get(&silent.body).copied().unwrap_or_default();
                let rows = vec![row];
                groups.push((silent.body, RadarGroup { body, count, rows }));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn row(i: Inside<'_>, steps: &Steps<'_>, silent: &Silent, called: Called<'_>) -> Option<RadarRow> {
    let row = i.decided_element(silent.element)?;
    Some(RadarRow {
        silence: silent.silence,
        number: row.number,
        text: row.wording.text.clone(),
        place: place(i, &row)?,
        person: i.looked_after_by(row.id).and_then(called),
        since: silent.since,
        step: steps.step(silent, &row),
    })
}

/// Where residents read a row.
fn place(i: Inside<'_>, row: &InsideElement<'_>) -> Option<Place> {
    let slug = row.slug.to_string();
    if i.published().element(row.id).is_none() {
        let (_, at) = body(i.published(), row.wording.owner?)?;
        return Some(Place::Plan(
            PlanTime::of(row.wording.period),
            at,
            row.number,
        ));
    }
    Some(match row.level.purpose.is_planned() {
        true => Place::Row(row.number, slug),
        false => {
            let model = i.planned_model(row.model)?;
            Place::Goal(model.definition.period, slug)
        }
    })
}

/// The gap that says the same of a row, where the list of gaps has it.
fn gap(silent: &Silent) -> Option<GapId> {
    let kind = match silent.silence {
        Silence::BodyEnded => GapKind::EndedBody,
        Silence::OwnerLeft => GapKind::OwnerLeft,
        _ => return None,
    };
    let subject = Subject::Element(silent.element).uuid();
    Some(GapId { kind, subject })
}
