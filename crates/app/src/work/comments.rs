//! What is said of a plan that is not decided, and of its rows: the page of it, how much there is, and
//! what waits on somebody's desk.

use super::plan::{decided, in_hand, plans_of};
use super::{PlanTime, WorkFrame, body};
use crate::app::{App, Unperformed};
use crate::comments::{Said, in_thread, mark, may_change};
use jiff::Timestamp;
use riktning_domain::comments::{Audience, Matter};
use riktning_domain::ids::{BodyId, ElementId, PersonId, PlanId};
use riktning_domain::inside::{CommentPlace, InsidePlan};
use riktning_domain::plans::PlanStage;
use riktning_domain::{Inside, Names, Slug, Text};
use riktning_store::Comment;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use uuid::Uuid;

/// The most characters of a comment that stand on a desk.
const EXCERPT: usize = 160;

/// Where something is said, by the parts of its address: of the plan of a body for a year, or of a row
/// of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommentAt {
    /// The body's part of the address.
    pub body: String,
    /// The time that it is for.
    pub time: PlanTime,
    /// The number of the row; none for the plan as a whole.
    pub row: Option<u32>,
}

impl CommentAt {
    fn plans<'a>(&self, i: Inside<'a>) -> Option<(BodyId, Vec<InsidePlan<'a>>)> {
        let id = i.published().body_at(&Slug::parse(&self.body)?)?.id;
        Some((id, plans_of(i, id, self.time.period())))
    }

    /// The place, where somebody may write and read; none where they may not.
    pub(crate) fn place(&self, i: Inside<'_>) -> Option<CommentPlace> {
        let (_, plans) = self.plans(i)?;
        let plan = in_hand(&plans)?;
        let row = match self.row {
            Some(number) => Some(i.numbered(number)?.id),
            None => None,
        };
        i.comment_place(plan.id, row)
    }

    /// Why nothing can be said there, for those who may read the plan.
    pub(crate) fn matter(&self, i: Inside<'_>) -> Option<Matter> {
        let (_, plans) = self.plans(i)?;
        let plan = in_hand(&plans).or_else(|| decided(&plans))?;
        let of_plan = i.matter(plan.id, None)?;
        match self.row.filter(|_| of_plan == Matter::Open) {
            None => Some(of_plan),
            Some(number) => match i.numbered(number) {
                Some(row) => i.matter(plan.id, Some(row.id)),
                None => Some(Matter::Gone),
            },
        }
    }
}

/// Somebody who can be told of a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Who.
    pub person: PersonId,
    /// What colleagues see.
    pub name: Arc<str>,
    /// The name that they sign in with: what is typed after `@`.
    pub login: String,
    /// Whether they read what is said within the administration.
    pub inside: bool,
}

/// The page of what is said of a plan or of a row of it.
#[derive(Clone, Debug, PartialEq)]
pub struct CommentPage {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Whose plan: name and address.
    pub body: (Names, String),
    /// For which time.
    pub time: PlanTime,
    /// The row: its number, its level and what it says; none for the plan as a whole.
    pub row: Option<(u32, Names, Text)>,
    /// Whether the plan has been handed in.
    pub handed_in: bool,
    /// Whether they may read the plan, and not only the row.
    pub reads_plan: bool,
    /// For whom they may write.
    pub place: CommentPlace,
    /// What is said, the latest thread last.
    pub threads: Vec<CommentThread>,
    /// The rows of the plan of which something is said, each with how much; none on the page of a row.
    pub rows: Vec<(u32, Text, usize)>,
    /// Those who can be told.
    pub readers: Vec<Reader>,
}

/// A comment with what answers it.
#[derive(Clone, Debug, PartialEq)]
pub struct CommentThread {
    /// The first comment, and what answers it, the latest last.
    pub lines: Vec<CommentLine>,
    /// Which thread: the id of its first comment.
    pub id: Uuid,
    /// For whom it is.
    pub audience: Audience,
    /// Who said that it is dealt with, and when. Nobody knows the name of who is no longer here.
    pub resolved: Option<(Option<Arc<str>>, Timestamp)>,
    /// Whether something in it waits for whoever reads.
    pub waits: bool,
    /// Whether they may answer.
    pub may_answer: bool,
}

/// One comment.
#[derive(Clone, Debug, PartialEq)]
pub struct CommentLine {
    /// Which.
    pub id: Uuid,
    /// Who said it; none who is no longer here.
    pub author: Option<Arc<str>>,
    /// When.
    pub at: Timestamp,
    /// When it was changed.
    pub changed: Option<Timestamp>,
    /// What it says.
    pub said: Vec<Said>,
    /// Who is told of it, those who are still here.
    pub told: Vec<Arc<str>>,
    /// What its author changes it from, while they may: as they typed it, whom they told, and the mark
    /// of it.
    pub mine: Option<(String, BTreeSet<PersonId>, Uuid)>,
}

/// How much is said of a plan and of its rows, where somebody may say more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommentCounts {
    /// Of the plan as a whole; none where nothing can be said.
    pub plan: Option<usize>,
    /// Of each row of it that can be commented on, by its number.
    pub rows: BTreeMap<u32, usize>,
    /// Of each order to the body, by its number, with the address of the body whose plan it is in and
    /// its year.
    pub orders: BTreeMap<u32, (String, PlanTime, usize)>,
}

/// A comment that waits for somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Mentioned {
    /// Which.
    pub id: Uuid,
    /// Who mentions them; none who is no longer here.
    pub by: Option<Arc<str>>,
    /// When.
    pub at: Timestamp,
    /// How it begins.
    pub said: Vec<Said>,
    /// Whose plan: name and address.
    pub body: (Names, String),
    /// The time of the plan.
    pub time: PlanTime,
    /// The number of the row.
    pub row: Option<u32>,
}

impl App {
    /// The page at an address; none if somebody may not comment there.
    ///
    /// # Errors
    /// [`Unperformed`] if the store could not be asked.
    pub async fn comment_page(
        &self,
        person: PersonId,
        at: &CommentAt,
    ) -> Result<Option<CommentPage>, Unperformed> {
        let found = self.inside(person, |i, _| CommentPage::begun(i, at));
        let Some(mut page) = found else {
            return Ok(None);
        };
        let (plan, row) = (page.place.plan, page.place.row);
        let all = self.comments_on(person, BTreeSet::from([plan])).await?;
        let heads = all
            .iter()
            .filter(|c| c.on.row == row && c.answers.is_none());
        page.threads = heads
            .map(|head| self.thread(person, &page.place, head, &all))
            .collect();
        page.rows = self.inside(person, |i, _| rows_with(i, plan, row, &all));
        page.readers = self.whom_to_tell(person, plan, row);
        Ok(Some(page))
    }

    fn thread(
        &self,
        person: PersonId,
        place: &CommentPlace,
        head: &Comment,
        all: &[Comment],
    ) -> CommentThread {
        let thread = all.iter().filter(|comment| in_thread(comment, head.id));
        let thread: Vec<Comment> = thread.cloned().collect();
        let waits = |comment: &Comment| {
            let mut mentions = comment.mentions.iter();
            mentions.any(|mention| mention.person == person && mention.done.is_none())
        };
        CommentThread {
            id: head.id,
            audience: head.on.audience,
            resolved: head.resolved.map(|(by, at)| (self.name_of(by), at)),
            waits: thread.iter().any(waits),
            may_answer: place.opens(head.on.audience),
            lines: thread
                .iter()
                .map(|own| self.comment_line(person, own, &thread))
                .collect(),
        }
    }

    fn comment_line(&self, person: PersonId, own: &Comment, thread: &[Comment]) -> CommentLine {
        let told: BTreeSet<PersonId> = own.mentions.iter().map(|mention| mention.person).collect();
        let is_mine = own.author == person && may_change(own, thread);
        CommentLine {
            id: own.id,
            author: self.name_of(own.author),
            at: own.at,
            changed: own.changed,
            said: self.spoken(&own.text),
            told: told
                .iter()
                .filter_map(|person| self.name_of(*person))
                .collect(),
            mine: is_mine.then(|| (self.typed(&own.text), told, mark(own))),
        }
    }

    /// Those who can be told of what somebody says of a plan or a row, by name.
    pub(crate) fn whom_to_tell(
        &self,
        author: PersonId,
        plan: PlanId,
        row: Option<ElementId>,
    ) -> Vec<Reader> {
        let own = self.inside(author, |i, _| i.comment_place(plan, row));
        let everybody = self.everybody().into_iter().filter(|one| one.id != author);
        let readers = everybody.filter_map(|one| {
            let place = self.inside(one.id, |i, _| i.comment_place(plan, row))?;
            // Whoever does not read what is said within learns from nobody who does.
            let shared = own
                .is_some_and(|own| (own.inside && place.inside) || (own.between && place.between));
            shared.then(|| Reader {
                person: one.id,
                name: Arc::from(one.name.as_str()),
                login: one.login.clone(),
                inside: place.inside,
            })
        });
        let mut readers: Vec<_> = readers.collect();
        readers.sort_by_cached_key(|one| (one.name.to_lowercase(), one.login.clone()));
        readers
    }

    /// How much is said of a plan and of its rows, as somebody reads it. Where the store cannot be
    /// asked the plan can still be read.
    pub async fn comment_counts(
        &self,
        person: PersonId,
        body: &str,
        time: PlanTime,
    ) -> CommentCounts {
        let at = CommentAt {
            body: body.to_owned(),
            time,
            row: None,
        };
        let places = self.inside(person, |i, _| Places::of(i, &at));
        let plans: BTreeSet<PlanId> = places.all().map(|place| place.plan).collect();
        if plans.is_empty() {
            return CommentCounts::default();
        }
        match self.comments_on(person, plans).await {
            Ok(all) => places.counted(&all),
            Err(_) => CommentCounts::default(),
        }
    }

    /// Why nothing can be said somewhere, for those who may know.
    pub fn comment_matter(&self, person: PersonId, at: &CommentAt) -> Option<Matter> {
        self.inside(person, |i, _| at.matter(i))
    }

    /// What waits for somebody because they are mentioned, the earliest first.
    ///
    /// # Errors
    /// [`Unperformed`] if the store could not be asked.
    pub async fn mentions_of(&self, person: PersonId) -> Result<Vec<Mentioned>, Unperformed> {
        let all = self.rows(move |store| store.mentioned(person)).await?;
        Ok(self.inside(person, |i, _| {
            let read = all.iter().filter(|comment| i.reads_comment(&comment.on));
            read.filter_map(|comment| self.mentioned_in(i, comment))
                .collect()
        }))
    }

    fn mentioned_in(&self, i: Inside<'_>, comment: &Comment) -> Option<Mentioned> {
        let plan = i.plan(comment.on.plan)?;
        let row = match comment.on.row {
            Some(row) => Some(i.element(row)?.number),
            None => None,
        };
        Some(Mentioned {
            id: comment.id,
            by: self.name_of(comment.author),
            at: comment.at,
            said: excerpt(self.spoken(&comment.text)),
            body: body(i.published(), plan.body())?,
            time: PlanTime::of(plan.period()),
            row,
        })
    }
}

impl CommentPage {
    /// The page without what is said.
    fn begun(i: Inside<'_>, at: &CommentAt) -> Option<CommentPage> {
        let place = at.place(i)?;
        let plan = i.plan(place.plan)?;
        let row = match place.row {
            Some(row) => {
                let row = i.element(row)?;
                Some((
                    row.number,
                    row.level.names.clone(),
                    row.wording.text.clone(),
                ))
            }
            None => None,
        };
        Some(CommentPage {
            frame: WorkFrame::of(i),
            body: body(i.published(), plan.body())?,
            time: at.time,
            row,
            handed_in: plan.stage() == PlanStage::Proposed,
            reads_plan: plan.is_readable() || i.writes_for().contains(&plan.body()),
            place,
            threads: Vec::new(),
            rows: Vec::new(),
            readers: Vec::new(),
        })
    }

    /// Whether they choose for whom they write.
    pub fn chooses(&self) -> bool {
        self.place.inside && self.place.between
    }
}

/// The rows of a plan of which something is said.
fn rows_with(
    i: Inside<'_>,
    plan: PlanId,
    row: Option<ElementId>,
    all: &[Comment],
) -> Vec<(u32, Text, usize)> {
    let rows = i.plan(plan).filter(|_| row.is_none());
    let rows = rows.map_or_else(Vec::new, |plan| plan.elements());
    let with = rows
        .iter()
        .map(|row| (row, of_row(all, plan, Some(row.id))));
    let with = with.filter(|(_, count)| *count > 0);
    with.map(|(row, count)| (row.number, row.wording.text.clone(), count))
        .collect()
}

fn of_row(all: &[Comment], plan: PlanId, row: Option<ElementId>) -> usize {
    let own = all.iter().filter(|c| (c.on.plan, c.on.row) == (plan, row));
    own.count()
}

/// The places of a plan where somebody may comment.
#[derive(Default)]
struct Places {
    plan: Option<CommentPlace>,
    rows: Vec<(u32, CommentPlace)>,
    orders: Vec<(u32, CommentPlace, String, PlanTime)>,
}

impl Places {
    fn of(i: Inside<'_>, at: &CommentAt) -> Places {
        let Some((own, plans)) = at.plans(i) else {
            return Places::default();
        };
        let plan = in_hand(&plans);
        let rows = plan.map_or_else(Vec::new, |plan| plan.elements());
        let place = |row: ElementId| i.comment_place(plan?.id, Some(row));
        let rows = rows
            .iter()
            .filter_map(|row| Some((row.number, place(row.id)?)));
        let orders = i.assignments_to(own, at.time.period());
        let orders = orders.iter().filter_map(|order| {
            let plan = i.commented_plan(order.id)?;
            let place = i.comment_place(plan.id, Some(order.id))?;
            let (_, slug) = body(i.published(), plan.body())?;
            Some((order.number, place, slug, PlanTime::of(plan.period())))
        });
        Places {
            plan: plan.and_then(|plan| i.comment_place(plan.id, None)),
            rows: rows.collect(),
            orders: orders.collect(),
        }
    }

    fn all(&self) -> impl Iterator<Item = &CommentPlace> {
        let rows = self.rows.iter().map(|(_, place)| place);
        let orders = self.orders.iter().map(|(_, place, ..)| place);
        self.plan.iter().chain(rows).chain(orders)
    }

    fn counted(self, all: &[Comment]) -> CommentCounts {
        let count = |place: &CommentPlace| of_row(all, place.plan, place.row);
        let rows = self
            .rows
            .iter()
            .map(|(number, place)| (*number, count(place)));
        let orders = self
            .orders
            .iter()
            .map(|(number, place, slug, time)| (*number, (slug.clone(), *time, count(place))));
        CommentCounts {
            plan: self.plan.as_ref().map(count),
            rows: rows.collect(),
            orders: orders.collect(),
        }
    }
}

/// How a comment begins.
fn excerpt(said: Vec<Said>) -> Vec<Said> {
    let mut left = EXCERPT;
    let mut begun = Vec::new();
    for part in said {
        let Said::Text(text) = part else {
            begun.push(part);
            continue;
        };
        let length = text.chars().count();
        if length > left {
            let text: String = text.chars().take(left).collect();
            begun.push(Said::Text(format!("{}…", text.trim_end())));
            break;
        }
        left -= length;
        begun.push(Said::Text(text));
    }
    begun
}
