//! What somebody who is signed in sees: everything that is published, and beside it what
//! [`may_read`] opens to them. A view of the work area takes this and nothing else, so what a
//! person may not read is not there for them.
//!
//! Counts are another matter: before a plan is handed in, the centre sees how much there is in
//! it and never a word (`DESIGN.md` §2).

mod assessments;
mod comments;
mod continued;
mod decisions;
mod directives;
mod documents;
mod gaps;
mod grants;
mod history;
mod indicators;
mod looked_after;
mod models;
mod odd;
mod organisation;
mod outcomes;
mod referral;
mod report_days;
mod rounds;
mod silent;
mod site;
mod told;

pub use assessments::{InsideAssessment, ReportCounts};
pub use comments::CommentPlace;
pub use decisions::InsideDecision;
pub use directives::{DecidedDirective, InsideDirective};
pub use documents::InsideDocument;
pub use gaps::{DocumentInHand, Follows};
pub use grants::Held;
pub use history::{HistoryOf, Remembered};
pub use indicators::InsideIndicator;
pub use models::{InsideModel, LevelUse};
pub use odd::OddFigure;
pub use organisation::{OrganisedChange, Stopped};
pub use outcomes::{OwnIndicator, StandingFigure};
pub use referral::{AskedBody, InsideReferral, ReferralAnswer};
pub use report_days::{ReportDay, ToldOf};
pub use rounds::InsideRound;
pub use silent::{OnTime, Silence, Silent};
pub use told::LastDay;

use crate::command::{Command, Now, decide};
use crate::criteria::{self, Finding};
use crate::elements::{DropDraft, Element, Origin, Wording};
use crate::ids::{
    ArrangementId, BodyId, DecisionId, ElementId, ModelId, PersonId, PlanId, ThreadId, WordingId,
};
use crate::models::{Level, Purpose, Upward};
use crate::periods::Period;
use crate::permissions::{ReadSubject, Role, User, may_read, permit};
use crate::plans::{PlaceInOrder, Plan, PlanStage, UNPLACED};
use crate::published::Published;
use crate::refusal::Refusal;
use crate::slugs::Slug;
use crate::state::State;
use crate::texts::Names;
use crate::threads::ThreadEnd;
use crate::visibility::Readable;
use imbl::OrdSet;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What a person sees today.
#[derive(Clone, Copy, Debug)]
pub struct Inside<'a> {
    state: &'a State,
    person: PersonId,
    today: Date,
    /// The moment, where it is known: a notice may have come a minute ago.
    now: Option<Timestamp>,
}

impl State {
    /// What a person who is signed in sees today.
    pub fn inside(&self, person: PersonId, today: Date) -> Inside<'_> {
        Inside {
            state: self,
            person,
            today,
            now: None,
        }
    }
}

/// A plan: whose it is, how far it has come and how much is in it, which everybody who works
/// here may know. What stands in it is for those who may read it.
#[derive(Clone, Copy, Debug)]
pub struct InsidePlan<'a> {
    /// Which plan.
    pub id: PlanId,
    plan: &'a Plan,
    lens: Inside<'a>,
}

/// An element by its newest wording, adopted or not, which the person may read.
#[derive(Clone, Copy, Debug)]
pub struct InsideElement<'a> {
    /// Which element.
    pub id: ElementId,
    /// Its number: given once and never reused.
    pub number: u32,
    /// Its part of the address.
    pub slug: &'a Slug,
    /// The model it belongs to.
    pub model: ModelId,
    /// The level it stands on.
    pub level: &'a Level,
    /// Its newest wording: what a decision would adopt.
    pub wording_id: WordingId,
    /// What that wording says.
    pub wording: &'a Wording,
    /// How the newest wording stands to what has been decided.
    pub standing: Standing,
}

/// How the newest wording of an element stands to what has been decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing of it is decided.
    Draft,
    /// It is the wording that was adopted.
    Adopted,
    /// It is a proposal beside the adopted wording.
    Proposal,
}

impl<'a> Inside<'a> {
    /// The same at a moment of the day.
    pub fn at(self, now: Timestamp) -> Self {
        Inside {
            now: Some(now),
            ..self
        }
    }

    /// What residents see today.
    pub fn published(&self) -> Published<'a> {
        let published = self.state.published(self.today, self.today);
        match self.now {
            Some(now) => published.at(now),
            None => published,
        }
    }

    /// The day it is.
    pub fn today(&self) -> Date {
        self.today
    }

    /// The position of the journal at which they look.
    pub fn position(&self) -> u64 {
        self.state.position()
    }

    /// Who looks.
    pub fn person(&self) -> PersonId {
        self.person
    }

    /// The roles that they hold today, and where.
    pub fn roles(&self) -> Vec<(Role, BodyId)> {
        self.state.roles_of(self.person, self.today).collect()
    }

    /// The bodies at which they hold a role today.
    pub fn holds(&self, role: Role) -> Vec<BodyId> {
        let roles = self.state.roles_of(self.person, self.today);
        roles
            .filter(|(own, _)| *own == role)
            .map(|(_, body)| body)
            .collect()
    }

    /// Whether they may give a command. Says nothing of whether it makes sense.
    pub fn may(&self, now: Now, command: &Command) -> bool {
        permit(self.state, now, &User::Person(self.person), command).is_ok()
    }

    /// Whether they may give a command and it would be accepted: what a page offers a button for.
    pub fn can(&self, now: Now, command: &Command) -> bool {
        self.may(now, command) && decide(self.state, now, command.clone()).is_ok()
    }

    /// The plans for a period, adopted or not, by body and as they were begun: of two that are in
    /// hand the later one supplements the earlier.
    pub fn plans(&self, period: Period) -> Vec<InsidePlan<'a>> {
        let plans = self.state.plans.iter();
        let plans = plans.filter(|(_, plan)| plan.period == period);
        let plans = plans.filter_map(|(id, _)| self.plan(*id));
        let mut plans: Vec<_> = plans.collect();
        plans.sort_by_key(|plan| (plan.plan.body, plan.begun()));
        plans
    }

    /// A plan that has been started.
    pub fn plan(&self, id: PlanId) -> Option<InsidePlan<'a>> {
        let plan = self.state.plans.get(&id).filter(|_| self.works_here())?;
        self.state.plan_stage(plan, self.today)?;
        Some(InsidePlan {
            id,
            plan,
            lens: *self,
        })
    }

    /// An element by its newest wording, if they may read it.
    pub fn element(&self, id: ElementId) -> Option<InsideElement<'a>> {
        self.element_on(id, self.today)
    }

    /// An element by the wording that was its newest on a day: what a meeting on that day had
    /// before it. Whether they may read it is asked of today, whatever day is shown.
    pub fn element_on(&self, id: ElementId, day: Date) -> Option<InsideElement<'a>> {
        let day = day.min(self.today);
        let element = self.state.elements.get(&id)?;
        if self.state.is_dropped(id, day) {
            return None;
        }
        let adopted = self.state.adoption_on(&element.adopted, day);
        let adopted = adopted.map(|entry| entry.value.wording);
        let (newest, wording) = self.state.newest_wording(element, day)?;
        let (wording_id, wording) = match adopted {
            // What is decided has the rule of what is kept back; a proposal beside it, and what
            // nobody has decided, that of drafts.
            Some(adopted) if adopted == newest || !self.reads(ReadSubject::ElementDraft(id)) => {
                let may = self.reads(ReadSubject::KeptBack(Readable::Element(id)));
                (adopted, element.read_on(adopted, day).filter(|_| may)?)
            }
            _ => {
                let may = self.reads(ReadSubject::ElementDraft(id));
                (newest, Some(wording).filter(|_| may)?)
            }
        };
        let standing = match adopted {
            None => Standing::Draft,
            Some(adopted) if adopted == wording_id => Standing::Adopted,
            Some(_) => Standing::Proposal,
        };
        self.told(id, (wording_id, wording), standing, day)
    }

    /// An element by the wording that stands decided, whatever is proposed beside it, if they may
    /// read it.
    pub fn decided_element(&self, id: ElementId) -> Option<InsideElement<'a>> {
        let element = self.state.elements.get(&id)?;
        let adopted = self.state.adoption_on(&element.adopted, self.today)?;
        let adopted = adopted.value.wording;
        let may = self.reads(ReadSubject::KeptBack(Readable::Element(id)));
        let wording = element.read_on(adopted, self.today).filter(|_| may)?;
        self.told(id, (adopted, wording), Standing::Adopted, self.today)
    }

    fn told(
        &self,
        id: ElementId,
        (wording_id, wording): (WordingId, &'a Wording),
        standing: Standing,
        day: Date,
    ) -> Option<InsideElement<'a>> {
        let element = self.state.elements.get(&id)?;
        let model = element.model?;
        let definition = self.state.models.get(&model)?.definitions.at(day)?;
        Some(InsideElement {
            id,
            number: element.number,
            slug: element.slug()?,
            model,
            level: definition.level(element.level?)?,
            wording_id,
            wording,
            standing,
        })
    }

    /// The element that bears a number, if they may read it.
    pub fn numbered(&self, number: u32) -> Option<InsideElement<'a>> {
        self.element(*self.state.element_numbers.get(&number)?)
    }

    /// Whether the draft with a number was taken back, for those who may take back what is its
    /// body's.
    pub fn has_dropped(&self, now: Now, number: u32) -> bool {
        let element = self.state.element_numbers.get(&number).copied();
        let dropped = element.filter(|id| self.state.is_dropped(*id, self.today));
        let command = |element| Command::DropDraft(DropDraft { element });
        dropped.is_some_and(|id| self.may(now, &command(id)))
    }

    /// Whether what was proposed beside the decided words of the element with a number was taken back,
    /// and nothing has been proposed since.
    pub fn has_taken_back(&self, number: u32) -> bool {
        let id = self.state.element_numbers.get(&number).copied();
        let element = id.filter(|id| self.knows(*id));
        let element = element.and_then(|id| self.state.elements.get(&id));
        element.is_some_and(|element| self.state.is_taken_back(element, self.today))
    }

    /// What an element supports today, with the thread that says so.
    pub fn supports(&self, id: ElementId) -> Vec<(ThreadId, ThreadEnd)> {
        let Some(element) = self.state.elements.get(&id).filter(|_| self.knows(id)) else {
            return Vec::new();
        };
        let tied = self.state.tied(&element.up, self.today);
        tied.map(|(id, thread)| (id, thread.to)).collect()
    }

    /// What an element supports by the wording that is told: what a proposal names, and of anything
    /// else what it is tied to today.
    pub fn supports_by(&self, told: &InsideElement<'_>) -> Vec<(ThreadId, ThreadEnd)> {
        let element = self.state.elements.get(&told.id);
        let element = element.filter(|_| self.knows(told.id));
        element.map_or_else(Vec::new, |element| {
            self.state.links_by(element, told.wording_id, self.today)
        })
    }

    /// The first link that the model requires and that an element lacks today by its newest
    /// wording.
    pub fn link_lacking(&self, id: ElementId) -> Option<Upward> {
        let known = self.knows(id).then_some(id)?;
        self.state.link_lacking(known, self.today)
    }

    /// The assignments of a period that are addressed to a body and have gone out to it, in the
    /// order in which they were written down.
    pub fn assignments_to(&self, body: BodyId, period: Period) -> Vec<InsideElement<'a>> {
        let own = self.state.ordered_to.iter();
        let own = own.filter(|(named, _)| self.state.is_in_place_of(body, **named, self.today));
        let own = own.map(|(_, orders)| orders.clone());
        let all = own.fold(self.state.ordered_to_all.clone(), OrdSet::union);
        let all = all.into_iter().filter(|id| {
            let element = self.state.elements.get(id);
            element.is_some_and(|element| self.has_gone_out_to(element, body, period))
        });
        let all = all.filter_map(|id| self.element(id));
        let mut all: Vec<_> = all
            .filter(|element| element.level.purpose == Purpose::Assignment)
            .collect();
        all.sort_by_key(|element| element.number);
        all
    }

    fn has_gone_out_to(&self, element: &Element, body: BodyId, period: Period) -> bool {
        let orders = self.state.ordering(element, self.today);
        orders.is_some_and(|wording| period.covers(wording.period))
            && self.state.is_addressed(element, body, self.today)
            && self.has_gone_out(element)
    }

    /// Whether an order has gone out, in a plan that was handed in or by a decision.
    pub fn is_sent(&self, id: ElementId) -> bool {
        let element = self.state.elements.get(&id).filter(|_| self.knows(id));
        element.is_some_and(|element| self.has_gone_out(element))
    }

    /// The bodies that have answered an order, each with the number of its answers. No word of
    /// them is told, so whoever follows the whole may ask.
    pub fn answered(&self, order: ElementId) -> Vec<(BodyId, usize)> {
        let answers = self.state.answered_by.get(&order);
        let answers = answers.filter(|_| self.works_here()).into_iter().flatten();
        let mut by: Vec<(BodyId, usize)> = Vec::new();
        for id in answers.filter(|id| !self.state.is_dropped(**id, self.today)) {
            let owner = self.state.elements.get(id).and_then(|element| {
                let (_, wording) = self.state.newest_wording(element, self.today)?;
                let (Origin::Assigned(o) | Origin::Interpreted(o)) = wording.origin else {
                    return None;
                };
                (o == order).then_some(())?;
                self.state.owner_or_author(element, self.today)
            });
            let Some(owner) = owner else { continue };
            match by.iter_mut().find(|(body, _)| *body == owner) {
                Some((_, count)) => *count += 1,
                None => by.push((owner, 1)),
            }
        }
        by
    }

    /// How many answers a body has ever begun to an order, those among them that it took back or
    /// that have been given to another.
    pub fn times_answered(&self, order: ElementId, body: BodyId) -> usize {
        let answers = self.state.answered_by.get(&order);
        let answers = answers.filter(|_| self.works_here()).into_iter().flatten();
        let own = answers.filter(|id| {
            let element = self.state.elements.get(*id);
            let first = element.and_then(|e| e.drafts.entries().first());
            first.is_some_and(|e| e.value.1.owner == Some(body))
        });
        own.count()
    }

    /// The answers to an order that the person may read, in the order in which they were written
    /// down.
    pub fn answers_to(&self, order: ElementId) -> Vec<InsideElement<'a>> {
        let answers = self.state.answered_by.get(&order).into_iter().flatten();
        let answers = answers.filter_map(|id| self.element(*id)).filter(|answer| {
            matches!(answer.wording.origin,
                Origin::Assigned(o) | Origin::Interpreted(o) if o == order)
        });
        let mut answers: Vec<_> = answers.collect();
        answers.sort_by_key(|answer| answer.number);
        answers
    }

    /// The day on which an order was reworded after an answer to it was written, as the person
    /// reads both.
    pub fn reworded_after(&self, order: ElementId, answer: ElementId) -> Option<Date> {
        let (order, answer) = (self.element(order)?, self.element(answer)?);
        let written = |element: &InsideElement<'_>| {
            let drafts = self.state.elements.get(&element.id)?.drafts.entries();
            let mut drafts = drafts.iter().filter(|e| e.value.0 == element.wording_id);
            drafts.next().map(|e| (e.on, e.position))
        };
        let ((on, ordered), (_, answered)) = (written(&order)?, written(&answer)?);
        (ordered > answered).then_some(on)
    }

    /// Why a command would not be accepted, for whoever may give it.
    pub fn refusal(&self, now: Now, command: &Command) -> Option<Refusal> {
        let refused = decide(self.state, now, command.clone()).err();
        refused.filter(|_| self.may(now, command))
    }

    /// The bodies that an order goes to today; in the place of one that is no more its successors, unless
    /// it or one of them has answered for all of them.
    pub fn addressed(&self, order: ElementId) -> Vec<BodyId> {
        let found = self.state.elements.get(&order);
        let Some(element) = found.filter(|_| self.knows(order)) else {
            return Vec::new();
        };
        let named = match self.state.ordering(element, self.today) {
            Some(wording) => wording.addressed_to.named(),
            None => return Vec::new(),
        };
        let stands_for = |heir: BodyId, body: BodyId| {
            let state = self.state;
            state.is_in_place_of(heir, body, self.today)
        };
        let answered = self.answered(order);
        let is_answered_for = |heir: BodyId| {
            let mut before = named.iter().filter(|body| stands_for(heir, **body));
            let answers = |body: BodyId| answered.iter().any(|(by, _)| stands_for(*by, body));
            before.any(|body| answers(*body))
        };
        let goes_to = |body: &BodyId| {
            self.state.body_alive(*body, self.today).is_ok()
                && self.state.is_addressed(element, *body, self.today)
                && (named.is_empty() || named.contains(body) || !is_answered_for(*body))
        };
        let bodies = self.state.bodies.keys().copied();
        bodies.filter(goes_to).collect()
    }

    /// The bodies that are there today in the place of one: itself, or those that have come after it.
    pub fn in_place_of(&self, body: BodyId) -> Vec<BodyId> {
        let is_there = |heir: &BodyId| {
            self.state.body_alive(*heir, self.today).is_ok()
                && self.state.is_in_place_of(*heir, body, self.today)
        };
        let bodies = self.state.bodies.keys().copied();
        bodies.filter(is_there).collect()
    }

    /// The bodies that an order goes to or that have answered it, each with the number of its answers.
    pub fn asked(&self, order: ElementId) -> Vec<(BodyId, usize)> {
        let mut answered = self.answered(order);
        for body in self.addressed(order) {
            if answered.iter().all(|(by, _)| *by != body) {
                answered.push((body, 0));
            }
        }
        answered
    }

    /// Whether a body may decide in the matters of another.
    pub fn decides_for(&self, deciding: BodyId, owner: BodyId) -> bool {
        self.state.decides_for(deciding, owner, self.today)
    }

    fn reads(&self, subject: ReadSubject) -> bool {
        let user = User::Person(self.person);
        may_read(self.state, self.today, &user, subject)
    }

    /// Whether they hold any role: whoever has left sees what residents see.
    fn works_here(&self) -> bool {
        let mut roles = self.state.roles_of(self.person, self.today);
        roles.next().is_some()
    }

    fn knows(&self, id: ElementId) -> bool {
        self.element(id).is_some()
    }

    /// Whether an element is decided, or lies in a plan that has been handed in.
    fn has_gone_out(&self, element: &Element) -> bool {
        let decided = self.state.adoption_on(&element.adopted, self.today);
        let ended = self.state.ending_on(element, self.today).is_some();
        let is_handed_in = |id: &PlanId| self.state.is_handed_in(*id, self.today);
        let handed_in = || element.plans.iter().any(is_handed_in);
        !ended && (decided.is_some() || handed_in())
    }
}

impl<'a> InsidePlan<'a> {
    /// Whose plan.
    pub fn body(&self) -> BodyId {
        self.plan.body
    }

    /// By which model.
    pub fn model(&self) -> ModelId {
        self.plan.model
    }

    /// For which period.
    pub fn period(&self) -> Period {
        self.plan.period
    }

    /// What it is called.
    pub fn names(&self) -> &'a Names {
        &self.plan.names
    }

    /// The position of the event that began it.
    fn begun(&self) -> u64 {
        let first = self.plan.stages.entries().iter().map(|e| e.position);
        first.min().unwrap_or_default()
    }

    /// How far it has come.
    pub fn stage(&self) -> PlanStage {
        let stage = self.lens.state.plan_stage(self.plan, self.lens.today);
        stage.unwrap_or(PlanStage::Draft)
    }

    /// The decision that took it as far as it has come, with its day.
    pub fn decided(&self) -> Option<(DecisionId, Date)> {
        let stages = self.plan.stages.up_to(self.lens.today).iter().rev();
        let mut stages = stages.filter(|e| self.lens.state.stood(e.value.1, self.lens.today));
        let last = stages.next()?;
        Some((last.value.1?, last.on))
    }

    /// Whether a decision has taken all that is in it into a plan that was decided before: then
    /// it has been a supplement, and is in hand no longer.
    pub fn is_taken_up(&self) -> bool {
        self.lens.state.is_taken_up(self.plan, self.lens.today)
    }

    /// Whether it is being written or waits for its decision.
    pub fn is_in_hand(&self) -> bool {
        self.stage() < PlanStage::Adopted && !self.is_taken_up()
    }

    /// The arrangement of its rows that stands today, if somebody has chosen one.
    pub fn arrangement(&self) -> Option<ArrangementId> {
        let newest = self.plan.arrangements.at(self.lens.today);
        newest.map(|newest| newest.id)
    }

    /// Where its rows stand, as its body arranged them; nothing where nobody has.
    pub fn places(&self) -> BTreeMap<ElementId, PlaceInOrder> {
        self.lens.state.places_in(self.plan, self.lens.today)
    }

    /// The day on which it was handed in.
    pub fn handed_in(&self) -> Option<Date> {
        let stages = self.plan.stages.up_to(self.lens.today).iter();
        let mut handed_in = stages.filter(|e| e.value == (PlanStage::Proposed, None));
        let last = handed_in.next_back().map(|e| e.on);
        last.filter(|_| self.stage() > PlanStage::Draft)
    }

    /// The elements that a decision has taken into it, each with the day of the first decision
    /// that did, and whether it supplemented the plan with it.
    pub fn came(&self) -> Vec<(ElementId, Date, bool)> {
        let (state, today) = (self.lens.state, self.lens.today);
        let stages = self.plan.stages.up_to(today).iter();
        let mut adopted =
            stages.filter(|e| e.value.0 == PlanStage::Adopted && state.stood(e.value.1, today));
        let adopted = adopted.next().map(|e| e.on);
        let placed = self.plan.elements.up_to(today).iter();
        let placed = placed.filter(|e| state.stood(e.value.1, today));
        let came = placed.filter_map(|e| {
            let (elements, by) = &e.value;
            let day = if by.is_some() { e.on } else { adopted? };
            Some(elements.iter().map(move |id| (*id, day, by.is_some())))
        });
        came.flatten().collect()
    }

    /// How many elements lie in it.
    pub fn count(&self) -> usize {
        self.count_on(self.lens.today)
    }

    /// Whether the person may read what stands in it.
    pub fn is_readable(&self) -> bool {
        let user = User::Person(self.lens.person);
        let subject = ReadSubject::Plan(self.id);
        may_read(self.lens.state, self.lens.today, &user, subject)
            || self.stage() >= PlanStage::Adopted
    }

    /// The elements that lay in it on a day, by the wordings and in the order of that day.
    pub fn elements_on(&self, day: Date) -> Vec<InsideElement<'a>> {
        let day = day.min(self.lens.today);
        let ids = self.lens.state.elements_in(self.plan, day);
        let elements = ids.iter().filter_map(|id| self.lens.element_on(*id, day));
        let mut elements: Vec<_> = elements.collect();
        let places = self.lens.state.places_in(self.plan, day);
        elements.sort_by_key(|element| {
            let placed = places.get(&element.id);
            (placed.copied().unwrap_or(UNPLACED), element.number)
        });
        elements
    }

    /// How many elements lay in it on a day.
    pub fn count_on(&self, day: Date) -> usize {
        let day = day.min(self.lens.today);
        self.lens.state.elements_in(self.plan, day).len()
    }

    /// The elements in it that the person may read, as its body arranged them, and else in the order
    /// in which they were written down.
    pub fn elements(&self) -> Vec<InsideElement<'a>> {
        self.elements_on(self.lens.today)
    }
}

impl<'a> InsideElement<'a> {
    /// How its wording stands to the criteria of its level.
    pub fn findings(&self) -> Vec<Finding<'a>> {
        criteria::findings(self.level, self.wording)
    }
}

impl State {
    /// The wording by which an order goes out: the decided one, and before any is decided the
    /// newest. A proposal beside it orders nobody.
    fn ordering<'a>(&self, element: &'a Element, day: Date) -> Option<&'a Wording> {
        match self.adoption_on(&element.adopted, day) {
            Some(adopted) => element.read_on(adopted.value.wording, day).map(|w| &**w),
            None => self
                .newest_wording(element, day)
                .map(|(_, wording)| &**wording),
        }
    }

    /// Whether an order is addressed to a body on a day, alone or among all.
    pub(crate) fn is_addressed(&self, element: &Element, body: BodyId, day: Date) -> bool {
        let wording = self.ordering(element, day);
        wording.is_some_and(|wording| self.addresses(wording, body, day))
    }
}
