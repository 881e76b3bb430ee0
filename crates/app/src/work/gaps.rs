//! Gaps: what is missing or left behind, and the one step that mends each.
//!
//! First they are found, cheaply and all; then only those that a page shows are told in full.
//! What is said of a gap is read through [`Inside`]: in another body's plan that is not handed in
//! there is a count of gaps and no word.

mod commands;
mod counted;
mod found;
mod mended;
mod steps;

pub(crate) use counted::GapCounts;
pub(super) use found::answered_for;
pub use mended::{Mended, Mending, Unmended};
pub use steps::{GapDecision, Step};

use super::{PlanTime, WorkFrame, body, model_of, year_of};
use crate::app::App;
use found::Found;
use jiff::civil::Date;
use riktning_domain::command::Now;
use riktning_domain::ids::{BodyId, DocumentId, ElementId, IndicatorId, PersonId, TopicId};
use riktning_domain::inside::Follows;
use riktning_domain::topics::Dimension;
use riktning_domain::{Inside, Names, Period, Published, Slug, Text};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// How many gaps stand on a page.
const ON_A_PAGE: usize = 50;

/// What is missing or left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GapKind {
    /// A goal that no commitment of this year or the next supports.
    GoalWithoutCommitments,
    /// A commitment that lacks a link that its model requires.
    LinkLacking,
    /// An indicator of a goal for which no body answers.
    IndicatorWithoutResponsible,
    /// An indicator of a goal whose latest period that is over has no outcome.
    IndicatorWithoutValue,
    /// Something for which a body answers that is no more.
    EndedBody,
    /// A wording that says again what another says.
    SimilarWording,
    /// A governing document whose last day is over, of which nobody has said what holds.
    ExpiredDocument,
    /// Something for which a person answers who holds no role any longer.
    OwnerLeft,
}

impl GapKind {
    /// Every kind, in the order in which a list shows them.
    pub const ALL: [GapKind; 8] = [
        GapKind::LinkLacking,
        GapKind::GoalWithoutCommitments,
        GapKind::SimilarWording,
        GapKind::EndedBody,
        GapKind::OwnerLeft,
        GapKind::IndicatorWithoutResponsible,
        GapKind::IndicatorWithoutValue,
        GapKind::ExpiredDocument,
    ];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            GapKind::GoalWithoutCommitments => "mal",
            GapKind::LinkLacking => "koppling",
            GapKind::IndicatorWithoutResponsible => "ansvarig",
            GapKind::IndicatorWithoutValue => "varde",
            GapKind::EndedBody => "upphort",
            GapKind::SimilarWording => "likt",
            GapKind::ExpiredDocument => "dokument",
            GapKind::OwnerLeft => "slutat",
        }
    }

    /// The kind with a word.
    pub fn of(word: &str) -> Option<GapKind> {
        GapKind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What a gap is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// An element of the plan.
    Element(ElementId),
    /// An indicator.
    Indicator(IndicatorId),
    /// A process or another topic.
    Topic(TopicId),
    /// A governing document.
    Document(DocumentId),
}

impl Subject {
    pub(super) fn uuid(self) -> Uuid {
        match self {
            Subject::Element(id) => id.0,
            Subject::Indicator(id) => id.0,
            Subject::Topic(id) => id.0,
            Subject::Document(id) => id.0,
        }
    }
}

/// A gap by its kind and what it is in: what a form names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GapId {
    /// Which kind.
    pub kind: GapKind,
    /// The id of what it is in.
    pub subject: Uuid,
}

impl fmt::Display for GapId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.kind.word(), self.subject)
    }
}

/// It names no gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a gap")]
pub struct NotAGap;

impl FromStr for GapId {
    type Err = NotAGap;

    fn from_str(s: &str) -> Result<Self, NotAGap> {
        let (word, id) = s.split_once('-').ok_or(NotAGap)?;
        Ok(GapId {
            kind: GapKind::of(word).ok_or(NotAGap)?,
            subject: Uuid::parse_str(id).map_err(|_| NotAGap)?,
        })
    }
}

/// A thing as it is named and where its page is.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// What it says or is called.
    pub names: Names,
    /// Where it stands.
    pub place: Place,
}

/// Where a thing stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A goal of a period, by its part of the address.
    Goal(Period, String),
    /// A row, published, by its number and its part of the address.
    Row(u32, String),
    /// A row that is not published, in the plan of a body: year and address.
    Plan(PlanTime, String, u32),
    /// An indicator.
    Indicator(String),
    /// A governing document.
    Document(String),
    /// A topic, by its name alone.
    Topic,
}

/// One gap, told in full.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// Which.
    pub id: GapId,
    /// Whose: name and address.
    pub body: Option<(Names, String)>,
    /// What it is in.
    pub about: About,
    /// What its level is called, if it is a row or a goal.
    pub level: Option<Names>,
    /// What the model calls the link that it lacks.
    pub lacks: Option<Names>,
    /// The other wording.
    pub beside: Option<About>,
    /// Whose the other wording is.
    pub beside_body: Option<Names>,
    /// The period of which there is no outcome.
    pub period: Option<Period>,
    /// What colleagues call whoever has left.
    pub person: Option<String>,
    /// What somebody has said is to hold, where that waits for its decision.
    pub waits: Option<Waiting>,
    /// From which day.
    pub since: Date,
    /// What mends it.
    pub step: Step,
}

/// A wording of a document that waits for its decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// From which day.
    pub since: Date,
    /// What it says that the decided one does not; none if that is more than a list can show.
    pub says: Option<DocumentProposal>,
}

/// What is proposed of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum DocumentProposal {
    /// It is applied until another replaces it.
    StillApplied,
    /// Another body answers for it.
    Responsible(Names),
}

/// What is chosen of the gaps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GapFilter {
    /// One kind.
    pub kind: Option<GapKind>,
    /// One body, by its address.
    pub body: Option<String>,
    /// Which page, from 1.
    pub page: usize,
}

/// The list of gaps.
#[derive(Clone, Debug, PartialEq)]
pub struct GapList {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The year that it is and the one that is planned: what gaps are sought in.
    pub years: (i16, i16),
    /// Whether it is of the whole group.
    pub is_of_all: bool,
    /// How many there are in all that the person has.
    pub all: usize,
    /// How many there are of what is chosen.
    pub total: usize,
    /// Each kind, with how many there are of it at the chosen body.
    pub kinds: Vec<(GapKind, usize)>,
    /// Each body with gaps, with how many there are of the chosen kind.
    pub bodies: Vec<((Names, String), usize)>,
    /// The rows that lack a link in plans that are not handed in: whose, of which year, how many.
    pub unsent: Vec<((Names, String), PlanTime, usize)>,
    /// The gaps of the page.
    pub gaps: Vec<Gap>,
    /// Which page.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
}

/// The gaps that a person has, in the order of the list.
fn of(i: Inside<'_>, follows: &Follows) -> Vec<Found> {
    let mut all = found::all(i);
    all.retain(|found| found.is_of(follows));
    let place = |kind| GapKind::ALL.iter().position(|own| *own == kind);
    all.sort_by_key(|found| (place(found.kind), found.since, found.subject));
    all
}

/// How many gaps there are for somebody; none for whoever has no list of them.
fn count(i: Inside<'_>) -> Option<usize> {
    Some(of(i, &i.follows()?).len())
}

/// How many commitments that somebody knows of lack a link that their model requires.
pub(super) fn links_lacking(i: Inside<'_>) -> usize {
    let Some(follows) = i.follows() else { return 0 };
    let lacking = found::links_lacking(i).into_iter();
    lacking.filter(|found| found.is_of(&follows)).count()
}

/// How many goals are without commitments, and how many indicators without the value that is due, of those
/// that somebody knows of.
pub(super) fn uncovered(i: Inside<'_>) -> (usize, usize) {
    let follows = i.follows();
    let of = |kind, found: &[Found]| {
        let own = found.iter().filter(|found| found.kind == kind);
        let theirs = |found: &&Found| follows.as_ref().is_some_and(|own| found.is_of(own));
        own.filter(theirs).count()
    };
    let found = found::uncovered(i);
    let goals = of(GapKind::GoalWithoutCommitments, &found);
    (goals, of(GapKind::IndicatorWithoutValue, &found))
}

impl App {
    /// The list of gaps; none for whoever has no list, and of a body that is none.
    pub fn gaps(&self, me: PersonId, filter: &GapFilter) -> Option<GapList> {
        self.inside(me, |i, now| {
            GapList::of(i, now, filter, &|id| self.called(id))
        })
    }

    pub(super) fn called(&self, person: PersonId) -> Option<String> {
        self.name_of(person).map(|name| name.to_string())
    }
}

/// What colleagues call somebody; none when the row is erased.
type Called<'a> = &'a dyn Fn(PersonId) -> Option<String>;

impl GapList {
    fn of(i: Inside<'_>, now: Now, filter: &GapFilter, called: Called<'_>) -> Option<GapList> {
        let follows = i.follows()?;
        let p = i.published();
        let at = |slug: &String| Some(p.body_at(&Slug::parse(slug)?)?.id);
        let chosen_body = match &filter.body {
            Some(slug) => Some(at(slug)?),
            None => None,
        };
        let all = of(i, &follows);
        let at_body = |f: &&Found| chosen_body.is_none_or(|body| f.owner == Some(body));
        let of_kind = |f: &&Found| filter.kind.is_none_or(|kind| f.kind == kind);
        let count = |kind| {
            all.iter()
                .filter(at_body)
                .filter(|f| f.kind == kind)
                .count()
        };
        let chosen: Vec<_> = all.iter().filter(at_body).filter(of_kind).collect();
        let pages = chosen.len().div_ceil(ON_A_PAGE).max(1);
        let page = filter.page.clamp(1, pages);
        let shown = chosen.iter().skip((page - 1) * ON_A_PAGE).take(ON_A_PAGE);
        let teller = steps::Teller::of(i, now, &follows, called);
        let frame = WorkFrame::of(i);
        Some(GapList {
            years: (frame.planned - 1, frame.planned),
            is_of_all: follows.all(),
            all: all.len(),
            total: chosen.len(),
            kinds: GapKind::ALL.map(|kind| (kind, count(kind))).into(),
            bodies: bodies(p, all.iter().filter(of_kind), chosen_body),
            unsent: unsent(i),
            gaps: shown.filter_map(|found| teller.tell(found)).collect(),
            page,
            pages,
            frame,
        })
    }

    /// The gap with a name, if it is on the page.
    pub fn gap(&self, id: GapId) -> Option<&Gap> {
        self.gaps.iter().find(|gap| gap.id == id)
    }
}

/// The bodies that have gaps, each with how many, and the chosen one also when it has none left.
fn bodies<'a>(
    p: Published<'_>,
    all: impl Iterator<Item = &'a Found>,
    chosen: Option<BodyId>,
) -> Vec<((Names, String), usize)> {
    let mut counts: BTreeMap<BodyId, usize> = chosen.map(|id| (id, 0)).into_iter().collect();
    for id in all.filter_map(|found| found.owner) {
        *counts.entry(id).or_default() += 1;
    }
    let named = counts
        .into_iter()
        .filter_map(|(id, n)| Some((body(p, id)?, n)));
    named.collect()
}

/// How many rows lack a link in the plans that the person follows and may not read: before a plan
/// is handed in that is all that is told.
fn unsent(i: Inside<'_>) -> Vec<((Names, String), PlanTime, usize)> {
    let p = i.published();
    let years = years(i);
    let plans = years.into_iter().flat_map(|year| i.plans(year));
    let unread = plans.filter(|plan| !plan.is_readable());
    let lacking = unread.filter_map(|plan| {
        let lacking = plan.lacking().filter(|lacking| *lacking > 0)?;
        Some((body(p, plan.body())?, PlanTime::of(plan.period()), lacking))
    });
    lacking.collect()
}

/// The year that it is and the one to come: both are in hand at once.
fn years(i: Inside<'_>) -> Vec<Period> {
    let year = i.today().year();
    let years = [year, year + 1].into_iter().filter_map(year_of);
    years.filter(|year| model_of(i, *year).is_some()).collect()
}

/// Something typed in Swedish, as a name.
fn named(text: &Text) -> Names {
    Names::swedish(text.clone())
}

/// Whether a topic is a process: what a body owns.
fn is_process(dimension: Dimension) -> bool {
    dimension == Dimension::Process
}
