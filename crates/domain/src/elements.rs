//! Elements: any one sentence of the plan, on a level of a model.
//!
//! Drafts and adopted wordings are two timelines. Editing an adopted element makes a
//! proposal beside it, never a change of it: it changes only by a decision that names the
//! wording.

mod continuing;
pub(crate) mod looked_after;
pub(crate) mod proposals;
pub(crate) mod righting;

pub use continuing::Continues;
pub(crate) use looked_after::HandedOver;
pub use looked_after::{HandOver, LookAfter, LooksAfter};
pub use proposals::TakeBackProposal;
pub(crate) use righting::Reading;
pub use righting::RightSlip;

use crate::command::{Now, Outcome};
use crate::dates::Dated;
use crate::decisions::Adoption;
use crate::event::{Event, Recorded};
use crate::figures::Figure;
use crate::ids::{
    BodyId, DecisionId, ElementId, IndicatorId, LevelId, ModelId, PersonId, PlanId, SourceId,
    ThreadId, TopicId, WordingId,
};
use crate::indicators::Interpretation;
use crate::models::Level;
use crate::money::Money;
use crate::periods::Period;
use crate::plans::PlanStage;
use crate::refusal::{Fact, Refusal};
use crate::slugs::Slug;
use crate::state::{State, stood_by};
use crate::texts::Text;
use crate::threads::Link;
use crate::timeline::Timeline;
use imbl::{OrdMap, OrdSet};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Drafts an element on a level. Residents see it from the decision that adopts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftElement {
    /// Which element.
    pub element: ElementId,
    /// The model it belongs to; never changes.
    pub model: ModelId,
    /// The level it stands on; never changes.
    pub level: LevelId,
    /// Its part of the address, not used by another element of the model; never changes.
    pub slug: Slug,
    /// Its first wording.
    pub wording_id: WordingId,
    /// What it says.
    pub wording: Wording,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// Proposes another wording of an element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposeWording {
    /// Which element.
    pub element: ElementId,
    /// The new wording.
    pub wording_id: WordingId,
    /// What it says.
    pub wording: Wording,
    /// The wording that it was written instead of: refused if that is no longer the newest, so
    /// that nobody writes over what they have not seen. None where nobody looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<WordingId>,
    /// The part of the address that these words make, where the element is of a year: a page is
    /// never known by words that nobody decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slug: Option<Slug>,
    /// From which day; only an import may say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Dated>,
}

/// Takes back a draft that nobody has decided (*ta bort utkast*): it lies in no plan and answers
/// nothing from then on, and nobody takes it up again. The journal keeps what it said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DropDraft {
    /// Which element.
    pub element: ElementId,
}

/// Everything that an element says: what a decision adopts as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The sentence.
    pub text: Text,
    /// What it means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// Why it matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
    /// The body that owns it. A person's draft must name one; a public source may not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<BodyId>,
    /// Who is responsible in the words of the source, where they name no body here: "the
    /// police and the municipality".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_in_words: Option<Text>,
    /// To whom an assignment is addressed.
    #[serde(default, skip_serializing_if = "Addressed::is_none")]
    pub addressed_to: Addressed,
    /// The responsible role: "head of unit".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Text>,
    /// The responsible person; never shown to residents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The period it is for.
    pub period: Period,
    /// The topics it stands under.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Placement>,
    /// How much is to be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// What can be tested instead of counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Text>,
    /// Why the sentence is clear all the same, by whoever wrote it: an answer to what the criterion
    /// points at (*tydligt ändå*).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clear_anyway: Option<Text>,
    /// What happens if a service declaration is not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub if_not_kept: Option<Text>,
    /// The money that goes with it: what a supplement of the annual plan grants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// When it is due. A source may say no more than the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Dated>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Origin::is_own")]
    pub origin: Origin,
    /// The earlier element that it continues.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub continues: Option<Continues>,
    /// What it supports and rests on from the decision that adopts these words, where they are proposed
    /// beside what is decided and change that: all of it. None where it stands as it is tied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub links: Option<Vec<Link>>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
}

/// Under which topic an element stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// The topic.
    pub topic: TopicId,
    /// Whose word that is.
    #[serde(default, skip_serializing_if = "Interpretation::is_stated")]
    pub interpretation: Interpretation,
}

/// How much is to be reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// How much.
    pub value: Figure,
    /// Of what: "platser".
    pub unit: Text,
    /// Whether it is the least that is promised: "at least 4".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub at_least: bool,
}

/// To whom an assignment is addressed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Addressed {
    /// To nobody but its owner.
    #[default]
    None,
    /// To these bodies.
    To(Vec<BodyId>),
    /// To every committee and company.
    All,
}

impl Addressed {
    /// The bodies that are named.
    pub(crate) fn named(&self) -> &[BodyId] {
        match self {
            Addressed::To(bodies) => bodies,
            Addressed::None | Addressed::All => &[],
        }
    }

    pub(crate) fn is_none(&self) -> bool {
        *self == Addressed::None
    }
}

/// Where an element comes from. An assigned item keeps its link to the order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// The body's own (*eget*).
    #[default]
    Own,
    /// Assigned, in the words of the order (*tilldelat*).
    Assigned(ElementId),
    /// Assigned, in the body's own words (*tolkat*).
    Interpreted(ElementId),
}

impl Origin {
    fn is_own(&self) -> bool {
        *self == Origin::Own
    }

    /// The order that it answers.
    pub fn order(self) -> Option<ElementId> {
        match self {
            Origin::Own => None,
            Origin::Assigned(order) | Origin::Interpreted(order) => Some(order),
        }
    }
}

/// How a decision ended an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    Withdrawn,
    Closed,
}

/// Everything recorded about one element.
#[derive(Clone, Debug, Default)]
pub struct Element {
    /// Its number: given once and never reused.
    pub(crate) number: u32,
    pub(crate) model: Option<ModelId>,
    pub(crate) level: Option<LevelId>,
    drafted_as: Option<Slug>,
    /// The addresses that later wordings make.
    reworded_as: OrdMap<WordingId, Slug>,
    pub(crate) drafts: Timeline<(WordingId, Arc<Wording>)>,
    pub(crate) adopted: Timeline<Adoption>,
    pub(crate) transfers: Timeline<(BodyId, DecisionId)>,
    pub(crate) endings: Timeline<(Ending, DecisionId)>,
    /// The threads that start here: what it supports.
    pub(crate) up: OrdSet<ThreadId>,
    /// The threads that end here: what supports it.
    pub(crate) down: OrdSet<ThreadId>,
    /// Whether any of its wordings names its threads: for all others each thread knows when it is tied.
    pub(crate) names_threads: bool,
    pub(crate) indicators: OrdSet<IndicatorId>,
    /// The plans that it was ever placed in.
    pub(crate) plans: OrdSet<PlanId>,
    /// How decided wordings read since slips of the pen in them were put right.
    pub(crate) readings: Timeline<Reading>,
    /// When what was proposed beside the decided wording was taken back.
    pub(crate) unproposed: Timeline<()>,
    /// Who looks after it, as its wordings say and whoever said it since.
    pub(crate) looked_after: Timeline<Option<PersonId>>,
    /// The day on which the draft was taken back, for good, and the event that said so.
    pub(crate) dropped: Option<(Date, u64)>,
}

impl Element {
    /// Its part of the address: of the words that were decided first, and before any are, of the
    /// newest.
    pub(crate) fn slug(&self) -> Option<&Slug> {
        let decided = self.adopted.entries().first().map(|e| e.value.wording);
        let newest = || self.drafts.entries().last().map(|e| e.value.0);
        let wording = decided.or_else(newest)?;
        let own = self.reworded_as.get(&wording);
        own.or(self.drafted_as.as_ref())
    }

    /// The last day that any of its wordings is for.
    fn last_day(&self) -> Date {
        let drafts = self.drafts.entries().iter();
        let days = drafts.map(|e| e.value.1.period.last_day());
        days.max().unwrap_or(Date::MAX)
    }

    pub(crate) fn wording(&self, id: WordingId) -> Option<&Arc<Wording>> {
        self.drafts
            .entries()
            .iter()
            .find(|e| e.value.0 == id)
            .map(|e| &e.value.1)
    }
}

pub(crate) fn draft(state: &State, now: Now, command: DraftElement) -> Outcome {
    let on = now.on_recording(command.since)?;
    let model = state.model_on(command.model, on)?;
    let level = model
        .level(command.level)
        .ok_or(Refusal::Unknown { fact: Fact::Level })?;
    if let Some(element) = state.elements.get(&command.element)
        && !element.drafts.is_empty()
    {
        let wording = element.wording(command.wording_id);
        let same = element.model == Some(command.model)
            && element.level == Some(command.level)
            && element.drafted_as.as_ref() == Some(&command.slug)
            && wording.is_some_and(|w| **w == command.wording);
        return if same {
            Ok(Vec::new())
        } else {
            Err(Refusal::AlreadyThere {
                fact: Fact::Element,
            })
        };
    }
    match level.purpose.is_planned() {
        true => command.slug.sound()?,
        false => state.element_slug_free(command.model, &command.slug, command.element)?,
    }
    if let Some(day) =
        state.first_definition_without(command.model, on, |d| d.level(command.level).is_some())
    {
        let fact = Fact::Level;
        return Err(Refusal::WouldBreak { day, fact });
    }
    sound(
        state,
        now,
        on,
        command.model,
        level.owners.as_slice(),
        &command.wording,
    )?;
    placed_in_time(state, now, &command.wording, None)?;
    if command.wording.links.is_some() {
        return Err(Refusal::NotAdopted { on });
    }
    Ok(vec![now.happened(on, Event::ElementDrafted(command))])
}

pub(crate) fn drop_draft(state: &State, now: Now, command: DropDraft) -> Outcome {
    let id = command.element;
    let known = state.elements.get(&id).filter(|e| !e.drafts.is_empty());
    let element = known.ok_or(Refusal::Unknown {
        fact: Fact::Element,
    })?;
    if element.dropped.is_some() {
        return Ok(Vec::new());
    }
    // Also what a court has quashed since was once decided, and is kept.
    if !element.adopted.entries().is_empty() {
        return Err(Refusal::DraftDecided);
    }
    let on = now.today;
    let mut plans = element.plans.iter().filter_map(|id| state.plans.get(id));
    if plans.any(|plan| state.plan_stage(plan, on) == Some(PlanStage::Proposed)) {
        return Err(Refusal::PlanHandedIn);
    }
    if state.is_answered(id) {
        return Err(Refusal::OrderAnswered);
    }
    Ok(vec![now.happened(on, Event::DraftDropped(command))])
}

pub(crate) fn apply_dropped(state: &mut State, at: &Recorded, event: &DropDraft) {
    let Some(element) = state.elements.get_mut(&event.element) else {
        return;
    };
    Arc::make_mut(element).dropped = Some((at.on, at.position));
    // Its addresses are free again.
    let slugs = element
        .drafted_as
        .iter()
        .chain(element.reworded_as.values());
    let model = element.model;
    let addresses = slugs.filter_map(|slug| Some((model?, slug.clone())));
    let addresses: Vec<_> = addresses.collect();
    for address in addresses {
        if state.element_slugs.get(&address) == Some(&event.element) {
            state.element_slugs.remove(&address);
        }
    }
}

pub(crate) fn propose(state: &State, now: Now, command: ProposeWording) -> Outcome {
    let on = now.on_recording(command.since)?;
    let element = state.element_known(command.element, on)?;
    if let Some(same) = element.wording(command.wording_id) {
        return if **same == command.wording {
            Ok(Vec::new())
        } else {
            Err(Refusal::TwiceTheSame)
        };
    }
    let newest = state.newest_wording(element, on).map(|(id, _)| id);
    if let (Some(seen), Some(newest)) = (command.instead_of, newest)
        && seen != newest
    {
        return Err(Refusal::WordingChanged { newest });
    }
    // An element is never its own order.
    if let Origin::Assigned(order) | Origin::Interpreted(order) = command.wording.origin
        && order == command.element
    {
        return Err(Refusal::TwiceTheSame);
    }
    let (Some(model_id), Some(level_id)) = (element.model, element.level) else {
        return Err(Refusal::Unknown {
            fact: Fact::Element,
        });
    };
    let model = state.model_on(model_id, on)?;
    let level = model
        .level(level_id)
        .ok_or(Refusal::Unknown { fact: Fact::Level })?;
    if let Some(slug) = &command.slug {
        slug.sound()?;
        // What is not of a year is known by its address alone, once it is decided.
        if !level.purpose.is_planned() {
            if !element.adopted.entries().is_empty() {
                let fact = Fact::Element;
                return Err(Refusal::AlreadyThere { fact });
            }
            state.element_slug_free(model_id, slug, command.element)?;
        }
    }
    continuing::stays_before(state, command.element, &command.wording)?;
    // Whoever has answered an order goes on having it.
    let mut answered_by = state.answering(command.element);
    let still_has_it = |answer: &Element| {
        let owner = state.owner_or_author(answer, on);
        // One that is no more has left it to others.
        let has_it = |owner| {
            let is_gone = state.body_alive(owner, on).is_err();
            is_gone || state.addresses(&command.wording, owner, on)
        };
        owner.is_none_or(has_it)
    };
    if !now.imports() && !answered_by.all(still_has_it) {
        return Err(Refusal::OrderAnswered);
    }
    sound(
        state,
        now,
        on,
        model_id,
        level.owners.as_slice(),
        &command.wording,
    )?;
    placed_in_time(state, now, &command.wording, Some(element))?;
    crate::threads::may_be_proposed(state, on, &command)?;
    Ok(vec![now.happened(on, Event::WordingProposed(command))])
}

/// Refuses to place under a topic what is of a period after its last day. What stood there before stays.
fn placed_in_time(
    state: &State,
    now: Now,
    wording: &Wording,
    earlier: Option<&Element>,
) -> Result<(), Refusal> {
    let stood_there = |topic: TopicId| {
        let drafts = earlier.map(|element| element.drafts.entries());
        let mut said = drafts
            .unwrap_or_default()
            .iter()
            .flat_map(|e| &e.value.1.topics);
        said.any(|placed| placed.topic == topic)
    };
    let topics = wording.topics.iter().map(|placed| placed.topic);
    for topic in topics.filter(|topic| !now.imports() && !stood_there(*topic)) {
        state.topic_lasts(topic, wording.period)?;
    }
    Ok(())
}

/// What must hold of any wording on the day it is written.
fn sound(
    state: &State,
    now: Now,
    on: Date,
    model: ModelId,
    owners: &[crate::bodies::BodyKind],
    wording: &Wording,
) -> Result<(), Refusal> {
    if wording.text.is_blank() {
        return Err(Refusal::Blank {
            field: "wording.text",
        });
    }
    match wording.owner {
        None if !now.imports() => return Err(Refusal::OwnerMissing),
        None => {}
        Some(owner) => {
            let kind = state.body_alive(owner, on)?.kind;
            if !owners.is_empty() && !owners.contains(&kind) {
                return Err(Refusal::WrongOwner);
            }
        }
    }
    if let Addressed::To(bodies) = &wording.addressed_to {
        for body in bodies {
            state.can_be_ordered(*body, on)?;
        }
    }
    for placement in &wording.topics {
        state.topic_known(placement.topic, on)?;
    }
    if let Some(source) = wording.source {
        state.source_known(source)?;
    }
    if let Origin::Assigned(order) | Origin::Interpreted(order) = wording.origin {
        state.element_known(order, on)?;
    }
    if let Some(continues) = wording.continues {
        continuing::comes_after(state, on, model, wording, continues.element)?;
    }
    Ok(())
}

pub(crate) fn apply_drafted(state: &mut State, at: &Recorded, event: &DraftElement) {
    if !state.is_numbered(event.model, event.level, at.on) {
        let address = (event.model, event.slug.clone());
        state.element_slugs.insert(address, event.element);
    }
    // Its number is its place among all drafts of the group in the order of recording. That
    // order never changes and no draft leaves the journal, so a number is never reused.
    let number = u32::try_from(state.element_numbers.len() + 1).unwrap_or(u32::MAX);
    state.element_numbers.insert(number, event.element);
    let element = Arc::make_mut(state.elements.entry(event.element).or_default());
    element.number = number;
    element.model = Some(event.model);
    element.level = Some(event.level);
    element.drafted_as = Some(event.slug.clone());
    let wording = (event.wording_id, Arc::new(event.wording.clone()));
    element.drafts.insert(at.on, at.position, wording);
    let person = event.wording.person;
    element.looked_after.insert(at.on, at.position, person);
    state
        .elements_of
        .entry(event.model)
        .or_default()
        .insert(event.element);
    index(state, event.element, &event.wording);
}

pub(crate) fn apply_proposed(state: &mut State, at: &Recorded, event: &ProposeWording) {
    let element = Arc::make_mut(state.elements.entry(event.element).or_default());
    let wording = (event.wording_id, Arc::new(event.wording.clone()));
    element.drafts.insert(at.on, at.position, wording);
    // A source says nothing of who looks after it here.
    if at.actor != crate::permissions::Actor::Import || event.wording.person.is_some() {
        let person = event.wording.person;
        element.looked_after.insert(at.on, at.position, person);
    }
    if let Some(slug) = &event.slug {
        element.reworded_as.insert(event.wording_id, slug.clone());
        let placed = element.model.zip(element.level);
        if let Some((model, level)) = placed
            && !state.is_numbered(model, level, at.on)
        {
            let address = (model, slug.clone());
            state.element_slugs.insert(address, event.element);
        }
    }
    index(state, event.element, &event.wording);
}

/// Who may own, continue, answer or be ordered what, and for which period it may be, so that a
/// body's page, a goal's successors, an order's wordings, a body's orders and a year's commitments
/// are found without reading every element. The lens decides what of it stood on the day.
fn index(state: &mut State, element: ElementId, wording: &Wording) {
    crate::threads::index(state, element, wording);
    let placed = state.elements.get(&element);
    if let Some(level) = placed.and_then(|e| Some((e.model?, e.level?))) {
        let periods = state.elements_on.entry(level).or_default();
        periods.entry(wording.period).or_default().insert(element);
    }
    if let Some(owner) = wording.owner {
        state.owned_by.entry(owner).or_default().insert(element);
    }
    if let Some(continues) = wording.continues {
        state
            .continued_by
            .entry(continues.element)
            .or_default()
            .insert(element);
    }
    if let Origin::Assigned(order) | Origin::Interpreted(order) = wording.origin {
        state.answered_by.entry(order).or_default().insert(element);
    }
    match &wording.addressed_to {
        Addressed::None => {}
        Addressed::All => {
            state.ordered_to_all.insert(element);
        }
        Addressed::To(bodies) => {
            for body in bodies {
                state.ordered_to.entry(*body).or_default().insert(element);
            }
        }
    }
}

/// What the rules ask.
impl State {
    /// Whether the elements of a level are found by their numbers, as what is written for a year.
    fn is_numbered(&self, model: ModelId, level: LevelId, on: Date) -> bool {
        let model = self.model_on(model, on).ok();
        let level = model.and_then(|model| model.level(level));
        level.is_some_and(|level| level.purpose.is_planned())
    }

    pub(crate) fn element_slug_free(
        &self,
        model: ModelId,
        slug: &Slug,
        own: ElementId,
    ) -> Result<(), Refusal> {
        slug.sound()?;
        match self.element_slugs.get(&(model, slug.clone())) {
            Some(other) if *other != own => Err(Refusal::SlugTaken {
                slug: slug.to_string(),
            }),
            Some(_) | None => Ok(()),
        }
    }

    pub(crate) fn element_known(&self, id: ElementId, on: Date) -> Result<&Element, Refusal> {
        let element = self.elements.get(&id).ok_or(Refusal::Unknown {
            fact: Fact::Element,
        })?;
        stood_by(element.drafts.entries(), on, Fact::Element)?;
        if element.dropped.is_some() {
            return Err(Refusal::DraftDropped);
        }
        Ok(element)
    }

    /// Whether a draft has been taken back by a day.
    pub(crate) fn is_dropped(&self, id: ElementId, day: Date) -> bool {
        let dropped = self.elements.get(&id).and_then(|element| element.dropped);
        dropped.is_some_and(|(on, _)| on <= day)
    }

    /// Whether an order has an answer that nobody has taken back.
    pub(crate) fn is_answered(&self, order: ElementId) -> bool {
        self.answering(order).next().is_some()
    }

    /// The answers to an order that nobody has taken back.
    pub(crate) fn answering(&self, order: ElementId) -> impl Iterator<Item = &Element> {
        let answers = self.answered_by.get(&order).into_iter().flatten();
        let answers = answers.filter_map(|id| self.elements.get(id));
        answers.map(|answer| &**answer).filter(move |answer| {
            let newest = self.newest_wording(answer, Date::MAX);
            let order_of_newest = newest.and_then(|(_, wording)| wording.origin.order());
            answer.dropped.is_none() && order_of_newest == Some(order)
        })
    }

    /// Whether a wording orders a body on a day, alone or among all, or in the place of one that is
    /// no more.
    pub(crate) fn addresses(&self, wording: &Wording, body: BodyId, on: Date) -> bool {
        match &wording.addressed_to {
            Addressed::None => false,
            Addressed::To(bodies) => {
                let mut bodies = bodies.iter();
                bodies.any(|named| self.is_in_place_of(body, *named, on))
            }
            Addressed::All => {
                let body = self.bodies.get(&body);
                body.is_some_and(|body| body.kind.takes_orders())
            }
        }
    }

    pub(crate) fn level_of(&self, element: &Element, on: Date) -> Result<&Level, Refusal> {
        let unknown = Refusal::Unknown { fact: Fact::Level };
        let (Some(model), Some(level)) = (element.model, element.level) else {
            return Err(unknown);
        };
        self.model_on(model, on)?.level(level).ok_or(unknown)
    }
}
