//! Last year's plan as a proposal for this year's: what stands in it, how it went, and what of it
//! this year's plan can go on with.
//!
//! What is continued becomes a new draft in its old words that says what it continues; the old
//! promise stays what it was, with its verdicts (decision 087).

use super::plan::{PlanPage, WritableLevel};
use super::plan_time::PlanTime;
use super::rows::is_due_outside;
use super::writing::{Choices, Place, Target};
use super::{WorkFrame, body, derived, tie};
use crate::views::frame::VerdictMark;
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::elements::{
    Addressed, Continues, DraftElement, Origin, Placement, Quantity, Wording,
};
use riktning_domain::ids::{BodyId, DocumentId, ElementId, WordingId};
use riktning_domain::indicators::Interpretation;
use riktning_domain::inside::{InsideElement, InsidePlan};
use riktning_domain::models::Upward;
use riktning_domain::plans::PlaceInPlan;
use riktning_domain::published::Validity;
use riktning_domain::threads::ThreadEnd;
use riktning_domain::{Dated, Inside, Names, Period, Published, Slug, Text};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What can be continued of an earlier plan.
#[derive(Clone, Debug, PartialEq)]
pub struct EarlierPlan {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Whose plan is written: name and address.
    pub body: (Names, String),
    /// The year that is written for.
    pub time: PlanTime,
    /// The year of the plan that is gone on with; none if no plan has been decided.
    pub from: Option<i16>,
    /// The bodies that had that plan, where it was not the body's own.
    pub taken_over: Vec<Names>,
    /// Its rows, in the order in which they stood.
    pub rows: Vec<EarlierRow>,
    /// How many of its rows others answer for now.
    pub elsewhere: usize,
    /// The first level that is written on, by its place in the model.
    level: usize,
}

/// A row of an earlier plan.
#[derive(Clone, Debug, PartialEq)]
pub struct EarlierRow {
    /// Which element.
    pub element: ElementId,
    /// The wording that was decided: what is continued in its words.
    pub wording: WordingId,
    /// Its number.
    pub number: u32,
    /// Its part of the address.
    pub slug: String,
    /// What its level is called.
    pub level: Names,
    /// What it says.
    pub text: Text,
    /// How it went: the latest decided verdict.
    pub verdict: Option<VerdictMark>,
    /// The day that the verdict is about.
    pub judged: Option<Date>,
    /// Whether its period is over: until then it is not judged *yet*.
    pub over: bool,
    /// When it was due.
    pub was_due: Option<Dated>,
    /// Whether it can be continued, and else why not.
    pub standing: Continuable,
    /// What would be written, where it can be.
    pub proposal: Option<Proposal>,
}

/// Whether a row of an earlier plan can be continued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Continuable {
    /// It can.
    Yes,
    /// A decision has withdrawn it.
    Withdrawn,
    /// A decision has closed it.
    Closed,
    /// The body has continued it for the year: number and words of what it wrote.
    Already(u32, Text),
    /// Nothing of its kind is written in this year's plan.
    NoLevel,
    /// Everybody to whom it went has ended.
    NobodyLeft,
}

/// What this year's plan would say.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Who in the body is responsible.
    pub role: Option<Text>,
    /// How much is to be reached.
    pub quantity: Option<Quantity>,
    /// What can be tested instead.
    pub condition: Option<Text>,
    /// When it is due: as many years later as the plan is.
    pub due: Option<Dated>,
    /// Whether that is outside the year.
    pub due_outside: bool,
    /// What it would support: what still stands of what it supported.
    pub supports: Vec<Text>,
    /// The visions, documents and laws that it would rest on.
    pub rests_on: Vec<Text>,
    /// Rows of the same plan that it would support if they go on too.
    pub beside: Vec<Text>,
    /// What does not come along: what it supported and that stands no longer under this year's
    /// model, an order that has ended, and whom it went to and who is no more.
    pub left_out: Vec<Text>,
    /// How many links do not come along to what whoever looks may not read.
    pub unnamed: usize,
    draft: DraftElement,
    ends: Vec<ThreadEnd>,
    /// Rows of the same plan that it supported: their continuations, if they are continued too.
    rows: Vec<ElementId>,
}

impl EarlierPlan {
    /// What the plan of the body at an address can go on with; none if this person writes nothing
    /// in it.
    pub fn of(i: Inside<'_>, now: Now, slug: &str, time: PlanTime) -> Option<EarlierPlan> {
        let year = time.as_year()?;
        let page = PlanPage::of(i, now, slug, time)?;
        let continuing = Continuing::of(i, slug, time, &page.writable)?;
        let plans = i.earlier_plans(continuing.body, continuing.year);
        let from = plans.first().map(InsidePlan::period);
        let rows = continuing.rows(&plans);
        let whose = continuing.whose();
        let (own, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| {
            let owner = i.owner_on(row.id, i.today());
            owner.is_some_and(|owner| whose.contains(&owner))
        });
        let offered: BTreeSet<ElementId> = own.iter().map(|row| row.id).collect();
        let years = from.map_or(0, |from| year - from.year());
        let rows = own.iter().map(|row| continuing.row(row, &offered, years));
        Some(EarlierPlan {
            frame: page.frame,
            body: page.body,
            time,
            from: from.map(Period::year),
            taken_over: taken_over(i, continuing.body, &plans),
            rows: rows.collect(),
            elsewhere: others.len(),
            level: page.writable.first()?.place,
        })
    }

    /// Where the rows are written.
    pub(super) fn place<'a>(&self, i: Inside<'a>) -> Option<Place<'a>> {
        Place::of(i, &first_row(&self.body.1, self.time, self.level))
    }

    /// Those that can be continued.
    pub fn offered(&self) -> impl Iterator<Item = &EarlierRow> {
        self.rows.iter().filter(|row| row.proposal.is_some())
    }

    /// Those that cannot, with why.
    pub fn others(&self) -> impl Iterator<Item = &EarlierRow> {
        self.rows.iter().filter(|row| row.proposal.is_none())
    }

    /// The commands that continue some rows, each with the number of the row that it is of, and the
    /// first of the new elements.
    pub(super) fn commands(
        &self,
        place: &Place<'_>,
        chosen: &BTreeSet<ElementId>,
        plan_names: &Names,
    ) -> Option<(ElementId, Vec<(Command, u32)>)> {
        let rows = self.offered().filter(|row| chosen.contains(&row.element));
        let rows = rows.filter_map(|row| Some((row.number, row.element, row.proposal.as_ref()?)));
        let rows: Vec<_> = rows.collect();
        let new: BTreeMap<ElementId, ElementId> = rows
            .iter()
            .map(|(_, old, proposal)| (*old, proposal.draft.element))
            .collect();
        let (last, _, first) = rows.first()?;
        let mut commands: Vec<(Command, u32)> = Vec::new();
        for (number, _, proposal) in &rows {
            let draft = Command::DraftElement(proposal.draft.clone());
            commands.push((draft, *number));
        }
        // Threads when all are there: a row may support another one of them.
        for (number, _, proposal) in &rows {
            let also = proposal.rows.iter().filter_map(|row| new.get(row));
            let also = also.map(|row| ThreadEnd::Element(*row));
            let ends = proposal.ends.iter().copied().chain(also);
            let from = proposal.draft.element;
            commands.extend(ends.map(|to| (tie(from.0, from, to), *number)));
        }
        let (plan, start) = place.started(plan_names);
        commands.extend(start.map(|start| (start, *last)));
        let elements = rows.iter().map(|(_, _, proposal)| proposal.draft.element);
        let placed = Command::PlaceInPlan(PlaceInPlan {
            plan,
            elements: elements.collect(),
            since: None,
        });
        commands.push((placed, *last));
        Some((first.draft.element, commands))
    }
}

/// Whose plan it was, where it was not the body's own.
fn taken_over(i: Inside<'_>, own: BodyId, plans: &[InsidePlan<'_>]) -> Vec<Names> {
    let others = plans.iter().map(InsidePlan::body).filter(|id| *id != own);
    let names = others.filter_map(|id| Some(body(i.published(), id)?.0));
    names.collect()
}

/// A body that goes on with an earlier plan in its plan for a year.
pub(super) struct Continuing<'a> {
    i: Inside<'a>,
    body: BodyId,
    year: Period,
    /// The levels that it may write on, each with what can be supported on it.
    levels: Vec<(WritableLevel, Place<'a>, Vec<Choices>)>,
}

/// What a row supported, and what of it still stands.
#[derive(Default)]
struct Links {
    ends: Vec<ThreadEnd>,
    rows: Vec<ElementId>,
    supports: Vec<Text>,
    beside: Vec<Text>,
    rests_on: Vec<Text>,
    left_out: Vec<Text>,
    unnamed: usize,
}

impl Links {
    /// A link to what is no element: it comes along if it still holds.
    fn end(&mut self, end: ThreadEnd, title: Option<&Text>, holds: bool) {
        match title {
            Some(title) if holds => {
                self.ends.push(end);
                self.rests_on.push(title.clone());
            }
            Some(title) => self.left_out.push(title.clone()),
            None => self.unnamed += 1,
        }
    }
}

/// What a document or a law is called, and whether it holds or may still do.
fn document(p: Published<'_>, id: DocumentId) -> (Option<&Text>, bool) {
    let rule = p.rule(id);
    let document = p.document(id);
    match (document, rule) {
        (Some(document), _) => {
            let is_over = matches!(document.validity(), Validity::Expired | Validity::Replaced);
            (Some(&document.wording.title), !is_over)
        }
        (None, Some(rule)) => {
            let is_over = rule.last_day().is_some_and(|last| last < p.today());
            (Some(&rule.rule.title), !is_over)
        }
        (None, None) => (None, false),
    }
}

impl<'a> Continuing<'a> {
    fn of(
        i: Inside<'a>,
        slug: &str,
        time: PlanTime,
        writable: &[WritableLevel],
    ) -> Option<Continuing<'a>> {
        time.model(i)?;
        let levels = writable.iter().filter_map(|level| {
            let place = Place::of(i, &first_row(slug, time, level.place))?;
            let choices = place.choices();
            Some((level.clone(), place, choices))
        });
        let levels: Vec<_> = levels.collect();
        let (_, place, _) = levels.first()?;
        Some(Continuing {
            i,
            body: place.body,
            year: place.year,
            levels,
        })
    }

    /// The bodies whose rows are this one's to go on with: itself, and those that it took over from
    /// as far as nobody has given their rows to another.
    fn whose(&self) -> BTreeSet<BodyId> {
        let mut whose = self.i.predecessors(self.body);
        whose.insert(self.body);
        whose
    }

    /// The decided rows of some plans, each once and in their order, and after them what others had
    /// in the same period and have given to this body.
    fn rows(&self, plans: &[InsidePlan<'a>]) -> Vec<InsideElement<'a>> {
        let mut seen = BTreeSet::new();
        let lay = plans.iter().flat_map(InsidePlan::elements);
        let period = plans.first().map(InsidePlan::period);
        let owned = self.i.published().owned_by(self.body).into_iter();
        let mut owned: Vec<_> = owned
            .filter(|own| Some(own.period()) == period)
            .filter(|own| own.level().purpose.is_planned())
            .collect();
        owned.sort_by_key(|own| own.number());
        let ids = lay
            .map(|row| row.id)
            .chain(owned.iter().map(|own| own.id()));
        let ids = ids.filter(|id| seen.insert(*id));
        ids.filter_map(|id| self.i.decided_element(id)).collect()
    }

    /// The level of this year's model on which a row is written: its own, or in another model the
    /// one that is for the same.
    fn level(&self, row: &InsideElement<'_>) -> Option<&(WritableLevel, Place<'a>, Vec<Choices>)> {
        let mut levels = self.levels.iter();
        levels.find(|(level, place, _)| match place.model == row.model {
            true => place.level.id == row.level.id,
            false => level.purpose == row.level.purpose,
        })
    }

    fn row(
        &self,
        row: &InsideElement<'a>,
        offered: &BTreeSet<ElementId>,
        years: i16,
    ) -> EarlierRow {
        let p = self.i.published();
        let public = p.element(row.id);
        let (standing, proposal) = self.proposal(row, offered, years);
        EarlierRow {
            element: row.id,
            wording: row.wording_id,
            number: row.number,
            slug: row.slug.to_string(),
            level: row.level.names.clone(),
            text: row.wording.text.clone(),
            verdict: public.and_then(|e| VerdictMark::latest(p, &e)),
            judged: public.and_then(|e| Some(p.last_word(&e)?.round.cut_off)),
            over: row.wording.period.last_day() < p.today(),
            was_due: row.wording.due,
            standing,
            proposal,
        }
    }

    fn proposal(
        &self,
        row: &InsideElement<'a>,
        offered: &BTreeSet<ElementId>,
        years: i16,
    ) -> (Continuable, Option<Proposal>) {
        let i = self.i;
        match i.ended_on(row.id, i.today()) {
            Some(true) => return (Continuable::Withdrawn, None),
            Some(false) => return (Continuable::Closed, None),
            None => {}
        }
        if let Some(next) = i.continuing(row.id, self.body, self.year).first() {
            let text = next.wording.text.clone();
            return (Continuable::Already(next.number, text), None);
        }
        let Some((_, place, choices)) = self.level(row) else {
            return (Continuable::NoLevel, None);
        };
        let (addressed_to, ended) = self.addressed(&row.wording.addressed_to);
        if addressed_to == Addressed::To(Vec::new()) {
            return (Continuable::NobodyLeft, None);
        }
        let mut links = self.links(row.id, place, choices, offered);
        links.left_out.extend(ended);
        links.left_out.extend(self.ended_order(row));
        let wording = self.wording(row, addressed_to, years);
        let times = i.times_continued(row.id, self.body, self.year);
        let of = format!("continued/{}/{}/{times}", self.body, self.year.year());
        let element = ElementId(derived(row.id.0, &of));
        let slug = Slug::from_title(wording.text.as_str().unwrap_or_default());
        let proposal = Proposal {
            role: wording.role.clone(),
            quantity: wording.quantity.clone(),
            condition: wording.condition.clone(),
            due: wording.due,
            due_outside: is_due_outside(&wording),
            supports: links.supports,
            beside: links.beside,
            rests_on: links.rests_on,
            left_out: links.left_out,
            unnamed: links.unnamed,
            ends: links.ends,
            rows: links.rows,
            draft: DraftElement {
                element,
                model: place.model,
                level: place.level.id,
                slug,
                wording_id: WordingId(derived(element.0, "wording")),
                wording,
                since: None,
            },
        };
        (Continuable::Yes, Some(proposal))
    }

    /// The same words for the year. The money of a year is decided anew, and who was named as
    /// responsible may have left; everything else is proposed as it was.
    fn wording(&self, row: &InsideElement<'_>, addressed_to: Addressed, years: i16) -> Wording {
        let old = row.wording;
        let p = self.i.published();
        let topics = old.topics.iter().copied();
        let goes_on = |placed: &Placement| {
            let topic = p.topic(placed.topic);
            topic.is_some_and(|topic| topic.lasts(self.year.first_day()))
        };
        let topics: Vec<Placement> = topics.filter(goes_on).collect();
        // An order that still stands is still answered.
        let origin = match old.origin.order() {
            Some(order) if self.stands(order) => old.origin,
            _ => Origin::Own,
        };
        Wording {
            owner: Some(self.body),
            owner_in_words: None,
            addressed_to,
            person: None,
            period: self.year,
            topics,
            amount: None,
            due: old.due.and_then(|due| due.years_later(years)),
            origin,
            continues: Some(Continues {
                element: row.id,
                interpretation: Interpretation::Stated,
            }),
            links: None,
            source: None,
            ..old.clone()
        }
    }

    fn stands(&self, order: ElementId) -> bool {
        self.i.element(order).is_some() && self.i.ended_on(order, self.i.today()).is_none()
    }

    /// The words of the order that a row answered, if it has ended.
    fn ended_order(&self, row: &InsideElement<'_>) -> Option<Text> {
        let order = row.wording.origin.order();
        let order = order.filter(|order| !self.stands(*order))?;
        let order = self.i.decided_element(order)?;
        Some(order.wording.text.clone())
    }

    /// To whom an order goes that went to some: those of them that there still are, and the names of
    /// the others.
    fn addressed(&self, before: &Addressed) -> (Addressed, Vec<Text>) {
        let Addressed::To(bodies) = before else {
            return (before.clone(), Vec::new());
        };
        let p = self.i.published();
        let bodies = bodies.iter().filter_map(|id| p.body(*id));
        let (ended, left): (Vec<_>, Vec<_>) = bodies.partition(|body| body.has_ended());
        let ended = ended.iter().map(|body| body.name.names.sv.clone());
        let left = left.iter().map(|body| body.id);
        (Addressed::To(left.collect()), ended.collect())
    }

    fn links(
        &self,
        row: ElementId,
        place: &Place<'a>,
        choices: &[Choices],
        offered: &BTreeSet<ElementId>,
    ) -> Links {
        let p = self.i.published();
        let options = choices.iter().flat_map(|kind| &kind.options);
        let options: BTreeSet<Uuid> = options.map(|option| option.id).collect();
        let mut links = Links::default();
        for (_, end) in self.i.supports(row) {
            match end {
                ThreadEnd::Element(above) => self.link_to(above, &options, offered, &mut links),
                ThreadEnd::Vision(vision) => {
                    let mut supports = place.level.supports.iter();
                    let may = supports.any(|s| s.upward == Upward::Vision);
                    let vision = p.vision(vision).map(|vision| &vision.wording.title);
                    links.end(end, vision, may);
                }
                ThreadEnd::Document(id) => {
                    let (title, holds) = document(p, id);
                    links.end(end, title, holds);
                }
            }
        }
        links
    }

    /// What a row supported: the same if it can still be, what this year's model or plan continues
    /// it with, or a row that is continued at the same time.
    fn link_to(
        &self,
        above: ElementId,
        options: &BTreeSet<Uuid>,
        offered: &BTreeSet<ElementId>,
        links: &mut Links,
    ) {
        let Some(was) = self
            .i
            .decided_element(above)
            .or_else(|| self.i.element(above))
        else {
            return;
        };
        let next = self.i.published().continued_by(above).into_iter();
        let next = next.map(|next| next.id());
        let own = self.i.continuing(above, self.body, self.year).into_iter();
        let own = own.map(|own| own.id);
        let mut stands = [above].into_iter().chain(next).chain(own);
        if let Some(stands) = stands.find(|id| options.contains(&id.0)) {
            let end = ThreadEnd::Element(stands);
            if !links.ends.contains(&end) {
                links.ends.push(end);
                let now = self.i.element(stands);
                let text = now.map_or(&was.wording.text, |now| &now.wording.text);
                links.supports.push(text.clone());
            }
        } else if offered.contains(&above) {
            links.rows.push(above);
            links.beside.push(was.wording.text.clone());
        } else {
            links.left_out.push(was.wording.text.clone());
        }
    }
}

/// A new row of a level, in the plan of a body.
fn first_row(slug: &str, time: PlanTime, place: usize) -> Target {
    Target::New {
        body: slug.to_owned(),
        time,
        place,
        order: None,
    }
}
