//! From what the file says to commands, in an order in which every reference is there.

mod bodies;
mod decisions;
mod financial_management;
mod foundation;
mod goals;
mod indicators;
mod models;
mod notes;
mod reports;
mod services;
mod site;
mod topics;
mod verdicts;
mod visions;
mod year;

use super::Facts;
use super::directions::{GoalIn, PeriodIn};
use super::reader::SourceIn;
use super::sections::Sections;
use super::swedish;
use jiff::civil::Date;
use riktning_domain::command::Now;
use riktning_domain::group::DescribeGroup;
use riktning_domain::ids::{
    BodyId, LevelId, ModelId, ScaleValueId, SourceId, TopicId, VisionId, WordingId,
};
use riktning_domain::reports::ReportOccasion;
use riktning_domain::sources::CiteSource;
use riktning_domain::topics::Dimension;
use riktning_domain::{Command, Dated, Published, Slug, State, Text};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What an import is going to do.
#[derive(Debug, Default)]
pub struct Plan {
    /// The commands in order, each with the path of the record that it comes from.
    pub commands: Vec<(String, Command)>,
    /// The records that are not taken, with why.
    pub reported: Vec<Reported>,
}

/// A record that is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// Its path.
    pub path: String,
    /// Why.
    pub reason: Reason,
}

/// Why a record is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// This version has no place for it.
    NoPlace,
    /// It tells how a page that was read was made, and nothing about the municipality.
    OfThePage,
    /// It tells how the file itself was made.
    OfTheFile,
    /// It names no source, and a fact without a source is not shown.
    NoSource,
    /// It is about a time that has not been.
    NotYet,
    /// What it is about is not in the file.
    NotInTheFile,
    /// Another record says something else about the same.
    Conflict,
    /// Another record has already said it.
    Repeated,
    /// It gives no reason, and a verdict without a reason is none.
    NoReason,
    /// It is about a decision and says no year.
    NoYear,
}

impl Reason {
    /// Its key in `imports.ftl`.
    pub fn key(self) -> &'static str {
        match self {
            Reason::NoPlace => "import-reason-no-place",
            Reason::OfThePage => "import-reason-of-the-page",
            Reason::OfTheFile => "import-reason-of-the-file",
            Reason::NoSource => "import-reason-no-source",
            Reason::NotYet => "import-reason-not-yet",
            Reason::NotInTheFile => "import-reason-not-in-the-file",
            Reason::Conflict => "import-reason-conflict",
            Reason::Repeated => "import-reason-repeated",
            Reason::NoReason => "import-reason-no-reason",
            Reason::NoYear => "import-reason-no-year",
        }
    }
}

impl Facts {
    /// The commands that bring the facts into a journal. Those that everything already stands
    /// as they want decide to nothing, so a second run changes nothing.
    pub fn plan(&self, state: &State, now: Now) -> Plan {
        let mut planner = Planner::new(&self.sections, state, now);
        planner.group();
        planner.sources();
        planner.bodies();
        planner.topics();
        planner.visions();
        planner.models();
        planner.goals();
        planner.commitments();
        planner.services();
        planner.money();
        planner.foundation();
        planner.indicators();
        planner.assessments();
        planner.judged_processes();
        planner.financial_management();
        planner.decisions();
        planner.reports();
        planner.site();
        planner.notes();
        for (paths, reason) in [
            (&self.sections.elsewhere, Reason::NoPlace),
            (&self.sections.disputed, Reason::Conflict),
            (&self.sections.of_the_page, Reason::OfThePage),
            (&self.sections.of_the_file, Reason::OfTheFile),
        ] {
            paths.iter().for_each(|path| planner.report(path, reason));
        }
        planner.plan
    }
}

struct Planner<'a> {
    facts: &'a Sections,
    state: &'a State,
    published: Published<'a>,
    today: Date,
    namespace: Uuid,
    plan: Plan,
    /// What has no date of its own stands from the first day of the earliest goal period.
    base: Date,
    /// The companies among the bodies.
    companies: BTreeSet<BodyId>,
    /// Bodies by their name in lower case, with the day from which they are known.
    bodies: BTreeMap<String, (BodyId, Date)>,
    /// Visions with the day from which they stood, the earliest first.
    visions: Vec<(Date, VisionId)>,
    /// The reports filed so far.
    filed: BTreeSet<(i16, ReportOccasion)>,
    /// The topics described so far.
    topics: BTreeSet<TopicId>,
    slugs: BTreeSet<(Room, String)>,
    /// The last number that a title got in a room.
    numbers: BTreeMap<(Room, String), usize>,
}

/// A room of addresses, in which each slug is one thing's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Room {
    Bodies,
    Goals(ModelId),
    Indicators,
    Documents,
}

impl<'a> Planner<'a> {
    fn new(facts: &'a Sections, state: &'a State, now: Now) -> Self {
        // A code that is told later makes no record another: the ids are made of what was told first.
        let told = state.published(Date::MIN, now.today).group();
        let code = told.map_or(facts.code.as_deref(), |told| told.code.as_ref()?.as_str());
        let name = code.unwrap_or(&facts.municipality);
        let address = format!("riktning/facts/{name}");
        let first = facts.periods.iter().map(|p| p.period.first_day()).min();
        Planner {
            facts,
            state,
            published: state.published(now.today, now.today),
            today: now.today,
            namespace: Uuid::new_v5(&Uuid::NAMESPACE_URL, address.as_bytes()),
            plan: Plan::default(),
            base: first.unwrap_or(now.today).min(now.today),
            companies: BTreeSet::new(),
            bodies: BTreeMap::new(),
            visions: Vec::new(),
            filed: BTreeSet::new(),
            topics: BTreeSet::new(),
            slugs: BTreeSet::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// An id from what the record is, never from its place in the file.
    fn id(&self, kind: &str, key: &str) -> Uuid {
        Uuid::new_v5(&self.namespace, format!("{kind}/{key}").as_bytes())
    }

    fn add(&mut self, path: &str, command: Command) {
        self.plan.commands.push((path.to_owned(), command));
    }

    fn report(&mut self, path: &str, reason: Reason) {
        self.plan.reported.push(Reported {
            path: path.to_owned(),
            reason,
        });
    }

    fn source(&self, source: &SourceIn) -> SourceId {
        let key = source.url.as_ref().map_or_else(
            || source.title.clone(),
            |url| format!("{url}#{}", source.title),
        );
        SourceId(self.id("source", &key))
    }

    fn source_id(&self, source: &Option<SourceIn>) -> Option<SourceId> {
        source.as_ref().map(|s| self.source(s))
    }

    /// A slug that nobody else has in its room of addresses, neither in this file nor among
    /// what stands. Records come in the order of their ids, so the same file gives the same
    /// addresses.
    fn slug(&mut self, room: Room, title: &str) -> Slug {
        let wanted = Slug::from_title(title);
        // Where the last record of this title ended: ten thousand of one title are not tried
        // from the first each time.
        let titled = (room, wanted.to_string());
        let mut number = self.numbers.get(&titled).map_or(1, |last| last + 1);
        let slug = loop {
            let slug = match number {
                1 => wanted.clone(),
                n => wanted.numbered(n),
            };
            if !self.taken(room, &slug) && self.slugs.insert((room, slug.to_string())) {
                break slug;
            }
            number += 1;
        };
        self.numbers.insert(titled, number);
        slug
    }

    fn taken(&self, room: Room, slug: &Slug) -> bool {
        match room {
            Room::Bodies => self.published.body_at(slug).is_some(),
            Room::Goals(model) => self.published.element_at(model, slug).is_some(),
            Room::Indicators => self.published.indicator_at(slug).is_some(),
            Room::Documents => self.published.document_at(slug).is_some(),
        }
    }

    fn group(&mut self) {
        let command = DescribeGroup {
            name: self.facts.municipality.as_str().into(),
            place: swedish::place(&self.facts.municipality).into(),
            code: self.facts.code.as_deref().map(Text::from),
            invented: false,
        };
        self.add("meta", Command::DescribeGroup(command));
    }

    fn sources(&mut self) {
        for source in &self.facts.sources {
            let command = CiteSource {
                source: self.source(source),
                title: source.title.as_str().into(),
                url: source.url.as_deref().map(Text::from),
            };
            self.add("sources", Command::CiteSource(command));
        }
    }

    fn topic(&self, dimension: Dimension, name: &str) -> TopicId {
        TopicId(self.id("topic", &format!("{dimension:?}/{}", name.to_lowercase())))
    }

    fn wording_id(&self, kind: &str, key: &str, content: &impl serde::Serialize) -> WordingId {
        // A changed text is another wording.
        let content = serde_json::to_string(content).unwrap_or_default();
        WordingId(self.id("wording", &format!("{kind}/{key}/{content}")))
    }

    fn level(&self, period: &PeriodIn) -> LevelId {
        LevelId(self.id("level", &period.id))
    }

    fn model(&self, period: &PeriodIn) -> ModelId {
        ModelId(self.id("model", &period.id))
    }

    fn scale_value(&self, period: &PeriodIn, word: &str) -> ScaleValueId {
        ScaleValueId(self.id("scale-value", &format!("{}/{word}", period.id)))
    }

    fn period_of(&self, goal: &GoalIn) -> Option<&'a PeriodIn> {
        self.facts.periods.iter().find(|p| p.id == goal.period)
    }
}

/// Places in an order, from `first` on. Those beyond the last share it: a file may have more
/// records than there are places, and their order is then that of their ids.
fn places(first: u16) -> impl Iterator<Item = u16> {
    (first..=u16::MAX).chain(std::iter::repeat(u16::MAX))
}

fn same_name(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// A text with a capital first letter, as a name or a sentence begins.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// From when a description is to stand, `None` for today: from its own day if nothing stood
/// then, and from today if it says something else than what stands. What once stood otherwise
/// is not written over.
fn standing_from(day: Date, anew: bool, stood: bool) -> Vec<Option<Dated>> {
    let first = (!stood).then_some(Some(Dated::not_found(day)));
    let today = (anew || stood).then_some(None);
    first.into_iter().chain(today).collect()
}
