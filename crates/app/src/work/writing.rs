//! Writing an element of a plan: what its form offers, and what it wants when it is sent.

mod offered;
mod written;

pub use written::{Particulars, Written};

use super::plan::{in_hand, plans_of};
use super::plan_time::PlanTime;
use super::referral::open_until;
use super::rows::is_due_outside;
use super::{WorkFrame, body, decided_at_home, derived, id_of, readers, thread_to, tie};
use crate::app::Unperformed;
use crate::views::criteria::FindingLine;
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::criteria;
use riktning_domain::elements::{
    Addressed, DraftElement, DropDraft, LookAfter, LooksAfter, Origin, Placement, ProposeWording,
    TakeBackProposal, Wording,
};
use riktning_domain::ids::{
    BodyId, ElementId, ModelId, PersonId, PlanId, ThreadId, TopicId, VisionId, WordingId,
};
use riktning_domain::indicators::Interpretation;
use riktning_domain::inside::{InsideElement, InsidePlan, Standing};
use riktning_domain::models::{Check, Level, Purpose};
use riktning_domain::plans::{DraftPlan, PlaceInPlan, PlanStage};
use riktning_domain::threads::{Link, ThreadEnd, UntieThread};
use riktning_domain::{Inside, Names, Period, Refusal, Slug, Text};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A new element in the plan of a body.
    New {
        /// The body's part of the address.
        body: String,
        /// The time of the plan.
        time: PlanTime,
        /// The level, by its place in the model.
        place: usize,
        /// The number of the order that it answers.
        order: Option<u32>,
    },
    /// Another wording of the element with a number.
    Change(u32),
}

/// What the form of an element knows.
#[derive(Clone, Debug, PartialEq)]
pub struct ElementForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Whose plan: name and address.
    pub body: (Names, String),
    /// The time of the plan.
    pub time: PlanTime,
    /// What the level is called.
    pub level: Names,
    /// What the level is for.
    pub purpose: Purpose,
    /// The element's number; none before it is saved.
    pub number: Option<u32>,
    /// The wording that the form shows: what another is written instead of.
    pub seen: Option<WordingId>,
    /// What the wording says now; for a new one what its order says.
    pub wording: Option<Wording>,
    /// The order that it answers: number, text, description.
    pub order: Option<(u32, Text, Option<Text>)>,
    /// What can be chosen of what its level supports.
    pub choices: Vec<Choices>,
    /// What else it can stand under: target groups, values, areas, the goals of Agenda 2030.
    pub beside: Vec<Choices>,
    /// The colleagues who can be responsible for it, and whoever is.
    pub people: Vec<PersonId>,
    /// The colleague who is responsible now.
    pub looked_after_by: Option<PersonId>,
    /// The bodies that an order can be addressed to; empty for anything else.
    pub addressees: Vec<Choice>,
    /// What is chosen now.
    pub chosen: Links,
    /// Whether its level has criteria for its words.
    pub has_criteria: bool,
    /// Whether it may say why it matters.
    pub says_why: bool,
    /// Whether it may say what happens if it is not kept.
    pub says_if_not_kept: bool,
    /// Whether its level asks whether it is clear.
    pub asks_if_clear: bool,
    /// Whether the saved wording is due outside the time that it is for.
    pub due_outside: bool,
    /// Whether the person may take the draft, or the proposal beside what is decided, back now.
    pub may_drop: bool,
    /// Whether the person may say who reads it.
    pub may_say_who_reads: bool,
    /// The day on which the plan that it lies in, or will, was handed in, while nobody has decided it.
    pub handed_in: Option<Date>,
    /// The last day of the comment round that the plan is on.
    pub referred_until: Option<Date>,
    /// What stands decided, where the form proposes other words beside it.
    pub decided: Option<Text>,
    take_back: Option<Command>,
}

/// What can be chosen of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// What the kind is called.
    pub names: Names,
    /// Whether nothing can be adopted without one.
    pub required: bool,
    /// What there is.
    pub options: Vec<Choice>,
}

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its id.
    pub id: Uuid,
    /// What it is called or says.
    pub names: Names,
    /// What it stands under, such as the process of a process goal.
    pub under: Option<Names>,
}

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Elements and topics.
    pub chosen: BTreeSet<Uuid>,
    /// The bodies that an order is addressed to.
    pub addressed: BTreeSet<Uuid>,
    /// Whether it is addressed to every committee and company.
    pub to_all: bool,
}

/// What somebody wants an element to say: the form, as domain types.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// What is written.
    pub target: Target,
    /// The key of the form: the same again is the same.
    pub key: Uuid,
    /// The wording that the form showed.
    pub seen: Option<WordingId>,
    /// Who looked after it as the form showed it, if it did.
    pub looks_after: Option<LooksAfter>,
    /// What it is to say.
    pub written: Written,
    /// What it is tied to and addressed to.
    pub links: Links,
}

/// Where a saved element stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The body's part of the address.
    pub body: String,
    /// The time of the plan.
    pub time: PlanTime,
    /// Its number.
    pub number: u32,
}

/// Why nothing was saved.
#[derive(Debug, thiserror::Error)]
pub enum Unsaved {
    /// There is no such plan or element for this person.
    #[error("there is nothing here to write in")]
    Nowhere,
    /// Somebody else, or this form a moment ago, has saved another wording.
    #[error("somebody else has changed it")]
    Changed,
    /// A rule or a permission said no.
    #[error("refused")]
    Refused(Refusal),
    /// The store could not take it.
    #[error(transparent)]
    Unperformed(Unperformed),
}

/// Threads with what they lead to.
type Threads = Vec<(ThreadId, ThreadEnd)>;

/// Where a form writes.
pub(super) struct Place<'a> {
    i: Inside<'a>,
    pub(super) body: BodyId,
    pub(super) year: Period,
    pub(super) model: ModelId,
    pub(super) level: &'a Level,
    /// The plan that is in hand, if it has been started.
    plan: Option<PlanId>,
    /// How many plans the body has for the year: one that is decided is supplemented by another.
    earlier: usize,
    pub(super) element: Option<InsideElement<'a>>,
    order: Option<InsideElement<'a>>,
}

impl<'a> Place<'a> {
    pub(super) fn of(i: Inside<'a>, target: &Target) -> Option<Place<'a>> {
        let p = i.published();
        let (id, time, element) = match target {
            Target::New { body, time, .. } => (p.body_at(&Slug::parse(body)?)?.id, *time, None),
            Target::Change(number) => {
                let element = i.numbered(*number)?;
                let time = PlanTime::of(element.wording.period);
                // What is decided may have been given to another since it was worded.
                let owner = i.owner(element.id).or(element.wording.owner);
                (owner?, time, Some(element))
            }
        };
        if !i.writes_for().contains(&id) {
            return None;
        }
        let year = time.period();
        let model = time.model(i)?;
        let level = match (target, &element) {
            (Target::New { place, .. }, _) => model.definition.levels.get(*place)?,
            (Target::Change(_), Some(element)) if element.model == model.id => element.level,
            (Target::Change(_), _) => return None,
        };
        let plans = plans_of(i, id, year);
        let is_closed = plans.iter().any(|plan| plan.stage() == PlanStage::Closed);
        let open = !is_closed && !time.is_over(i.today()) && !p.body(id)?.has_ended();
        // What has ended stands as it ended.
        let stands = element.is_none_or(|element| i.ended_on(element.id, i.today()).is_none());
        if !open || !stands || !time.holds(level) || !decided_at_home(i, level, id) {
            return None;
        }
        let order = match (target, &element) {
            (Target::New { order: Some(n), .. }, _) => {
                let orders = i.assignments_to(id, year);
                Some(orders.into_iter().find(|order| order.number == *n)?)
            }
            (Target::New { order: None, .. }, _) | (_, None) => None,
            (Target::Change(_), Some(element)) => match element.wording.origin {
                Origin::Own => None,
                Origin::Assigned(order) | Origin::Interpreted(order) => i.element(order),
            },
        };
        Some(Place {
            i,
            body: id,
            year,
            model: model.id,
            level,
            plan: in_hand(&plans).map(|plan| plan.id),
            earlier: plans.len(),
            element,
            order,
        })
    }

    /// Everything that the element is to say.
    fn wording(&self, written: &Written, links: &Links, choices: &[Choices]) -> Wording {
        let offered: BTreeSet<Uuid> = choices
            .iter()
            .flat_map(|kind| kind.options.iter().map(|option| option.id))
            .collect();
        let p = self.i.published();
        let known = self.element.as_ref().map(|element| element.wording);
        let kept = known.map(|wording| wording.topics.as_slice());
        let kept = kept.unwrap_or_default().iter().copied();
        let chosen = &links.chosen;
        // What stands already stands as it was said, by whose word it was.
        let mut topics: Vec<Placement> = kept
            .filter(|placed| !offered.contains(&placed.topic.0) || chosen.contains(&placed.topic.0))
            .collect();
        let placed: Vec<TopicId> = topics.iter().map(|placed| placed.topic).collect();
        let wanted = chosen.iter().map(|id| TopicId(*id));
        topics.extend(
            wanted
                .filter(|id| offered.contains(&id.0) && p.topic(*id).is_some())
                .filter(|id| !placed.contains(id))
                .map(|topic| Placement {
                    topic,
                    interpretation: Interpretation::Stated,
                }),
        );
        let addressed_to = match (&links.to_all, links.addressed.len()) {
            _ if self.level.purpose != Purpose::Assignment => Addressed::None,
            (true, _) => Addressed::All,
            (false, 0) => Addressed::None,
            (false, _) => {
                let bodies = links.addressed.iter();
                Addressed::To(bodies.map(|id| BodyId(*id)).collect())
            }
        };
        let origin = match &self.order {
            None => known.map_or(Origin::Own, |wording| wording.origin),
            // In the words of the order, or in the body's own.
            Some(order) if order.wording.text == written.text => Origin::Assigned(order.id),
            Some(order) => Origin::Interpreted(order.id),
        };
        let particulars = self.particulars(&written.particulars);
        Wording {
            text: written.text.clone(),
            description: written.description.clone(),
            why: particulars.why,
            owner: Some(self.body),
            owner_in_words: None,
            addressed_to,
            role: written.role.clone(),
            person: particulars.person,
            period: known.map_or(self.year, |wording| wording.period),
            topics,
            quantity: written.quantity.clone(),
            condition: written.condition.clone(),
            clear_anyway: written.clear_anyway.clone(),
            if_not_kept: particulars.if_not_kept,
            amount: particulars.amount,
            due: written.due,
            origin,
            continues: known.and_then(|wording| wording.continues),
            links: None,
            source: None,
        }
    }

    /// What a form says beside the sentence: of what it does not ask for, that stands which stood.
    pub(super) fn particulars(&self, typed: &Particulars) -> Particulars {
        let known = self.element.map(|element| element.wording);
        let keep = |asks: bool, typed: &Option<Text>, known: Option<&Option<Text>>| match asks {
            true => typed.clone(),
            false => known.cloned().flatten(),
        };
        Particulars {
            why: keep(self.says_why(), &typed.why, known.map(|w| &w.why)),
            if_not_kept: keep(
                self.says_if_not_kept(),
                &typed.if_not_kept,
                known.map(|w| &w.if_not_kept),
            ),
            ..typed.clone()
        }
    }

    /// A goal for the years of a model may say why it matters.
    fn says_why(&self) -> bool {
        PlanTime::of(self.year).as_year().is_none() && !self.says_if_not_kept()
    }

    /// A promise about a service says what happens if it is not kept.
    fn says_if_not_kept(&self) -> bool {
        self.level.purpose == Purpose::ServiceDeclaration
    }

    /// The threads that the element has and those that it is to have, so that of those that are offered
    /// it has those that are chosen; a new one by the key of its form.
    fn threads(&self, writing: &Writing, choices: &[Choices]) -> (Threads, Threads) {
        let offered = choices.iter().flat_map(|kind| &kind.options);
        let offered: BTreeSet<Uuid> = offered.map(|option| option.id).collect();
        let p = self.i.published();
        let element = self.element.as_ref();
        let there = element.map_or_else(Vec::new, |element| self.i.supports_by(element));
        let stays = |(_, end): &(ThreadId, ThreadEnd)| {
            let id = id_of(*end);
            !offered.contains(&id) || writing.links.chosen.contains(&id)
        };
        let mut wanted: Threads = there.iter().copied().filter(stays).collect();
        for id in writing.links.chosen.intersection(&offered) {
            if p.topic(TopicId(*id)).is_some() {
                continue;
            }
            let end = match p.vision(VisionId(*id)) {
                Some(vision) => ThreadEnd::Vision(vision.id),
                None => ThreadEnd::Element(ElementId(*id)),
            };
            if !there.iter().any(|(_, known)| *known == end) {
                wanted.push((thread_to(writing.key, end), end));
            }
        }
        (there, wanted)
    }

    /// The commands that tie and untie the threads of what nobody has decided.
    fn ties(&self, element: ElementId, writing: &Writing, choices: &[Choices]) -> Vec<Command> {
        if self.proposes_links() {
            return Vec::new();
        }
        let (there, wanted) = self.threads(writing, choices);
        let gone = there.iter().filter(|thread| !wanted.contains(thread));
        let gone = gone.map(|(thread, _)| Command::UntieThread(UntieThread { thread: *thread }));
        let new = wanted.iter().filter(|thread| !there.contains(thread));
        let new = new.map(|(_, end)| tie(writing.key, element, *end));
        gone.chain(new).collect()
    }

    /// What is proposed that a decided element contributes to, where that is another than what is in
    /// force.
    fn proposed_links(&self, writing: &Writing, choices: &[Choices]) -> Option<Vec<Link>> {
        let known = self.element.filter(|_| self.proposes_links())?;
        let (_, wanted) = self.threads(writing, choices);
        let in_force = self.i.supports(known.id).into_iter();
        let in_force: BTreeSet<ThreadEnd> = in_force.map(|(_, end)| end).collect();
        let ends: BTreeSet<ThreadEnd> = wanted.iter().map(|(_, end)| *end).collect();
        let links = wanted.into_iter();
        let links = links.map(|(thread, to)| Link { thread, to });
        (ends != in_force).then(|| links.collect())
    }

    /// Whether what it contributes to waits with its words for a decision: a thread that is tied is
    /// tied for residents at once.
    fn proposes_links(&self) -> bool {
        let words = self.element.map(|element| element.wording);
        self.is_decided() || words.is_some_and(|words| words.links.is_some())
    }

    /// The commands of a form, and the element that they are about.
    pub(super) fn commands(
        &self,
        writing: &Writing,
        plan_names: &Names,
    ) -> (ElementId, Vec<Command>) {
        let choices = self.all_choices();
        let wording = Wording {
            links: self.proposed_links(writing, &choices),
            ..self.wording(&writing.written, &writing.links, &choices)
        };
        if let Some(known) = &self.element
            && self.says_the_same(known, &wording)
            && self.ties(known.id, writing, &choices).is_empty()
        {
            let look_after = LookAfter {
                instead_of: writing.looks_after,
                element: known.id,
                person: wording.person,
            };
            return (known.id, vec![Command::LookAfter(look_after)]);
        }
        let wording_id = WordingId(derived(writing.key, "wording"));
        let text = writing.written.text.as_str().unwrap_or_default();
        let is_numbered = self.level.purpose.is_planned();
        let slug = match is_numbered {
            true => Slug::from_title(text),
            // A goal is known by its address alone.
            false => {
                let own = self.element.map(|element| element.id);
                self.i.free_element_slug((self.model, own), text)
            }
        };
        let (element, first) = match &self.element {
            Some(known) => {
                let propose = ProposeWording {
                    element: known.id,
                    wording_id,
                    wording,
                    instead_of: writing.seen,
                    // A goal that is decided keeps its address.
                    slug: (is_numbered || !self.is_decided()).then_some(slug),
                    since: None,
                };
                (known.id, Command::ProposeWording(propose))
            }
            None => {
                let element = ElementId(derived(writing.key, "element"));
                let draft = DraftElement {
                    element,
                    model: self.model,
                    level: self.level.id,
                    slug,
                    wording_id,
                    wording,
                    since: None,
                };
                (element, Command::DraftElement(draft))
            }
        };
        let mut commands = vec![first];
        commands.extend(self.ties(element, writing, &choices));
        let lies_in_hand = |element| {
            let plan = self.plan.and_then(|plan| self.i.plan(plan));
            let rows = plan.map(|plan| plan.elements()).unwrap_or_default();
            rows.iter().any(|row| row.id == element)
        };
        // What is proposed beside a decided wording waits in the plan that supplements it.
        if self.element.is_none() || (self.is_decided() && !lies_in_hand(element)) {
            let (plan, start) = self.started(plan_names);
            commands.extend(start);
            commands.push(Command::PlaceInPlan(PlaceInPlan {
                plan,
                elements: vec![element],
                since: None,
            }));
        }
        (element, commands)
    }

    /// Whether a wording says what stands there already, but for who looks after it: that no meeting
    /// decides, and it is no other wording. What the form does not ask for, as the source of an imported
    /// row or the body that had it before it was given away, makes no other wording either.
    fn says_the_same(&self, known: &InsideElement<'_>, wording: &Wording) -> bool {
        let stands = known.wording;
        let is_order = self.level.purpose == Purpose::Assignment;
        let same = Wording {
            person: stands.person,
            owner: stands.owner,
            owner_in_words: stands.owner_in_words.clone(),
            source: stands.source,
            origin: stands.origin,
            addressed_to: match is_order {
                true => wording.addressed_to.clone(),
                false => stands.addressed_to.clone(),
            },
            ..wording.clone()
        };
        same == *stands
    }

    /// The plan in hand, if it is handed in.
    fn handed_in(&self) -> Option<InsidePlan<'a>> {
        let plan = self.i.plan(self.plan?)?;
        Some(plan).filter(|plan| plan.stage() == PlanStage::Proposed)
    }

    /// Whether it is decided: other words are a proposal beside it.
    fn is_decided(&self) -> bool {
        let element = self.element.as_ref();
        element.is_some_and(|element| element.standing != Standing::Draft)
    }

    /// The plan that is in hand, and the command that starts it where nobody has.
    pub(super) fn started(&self, plan_names: &Names) -> (PlanId, Option<Command>) {
        if let Some(plan) = self.plan {
            return (plan, None);
        }
        let time = PlanTime::of(self.year).address();
        let of = format!("plan/{time}/{}", self.earlier);
        let plan = PlanId(derived(self.body.0, &of));
        let start = Command::DraftPlan(DraftPlan {
            plan,
            body: self.body,
            model: self.model,
            period: self.year,
            names: plan_names.clone(),
            since: None,
        });
        (plan, Some(start))
    }
}

/// What is found of words by the criteria of their level, before anybody saves them; nothing where there is
/// no such form for this person.
pub fn found(i: Inside<'_>, target: &Target, written: &Written) -> Vec<FindingLine> {
    let Some(place) = Place::of(i, target) else {
        return Vec::new();
    };
    let wording = place.wording(written, &Links::default(), &[]);
    FindingLine::all(criteria::findings(place.level, &wording))
}

/// Takes back what nobody has decided; none of what stands decided and nothing is proposed beside.
fn drop_draft(element: &InsideElement<'_>) -> Option<Command> {
    let id = element.id;
    match element.standing {
        Standing::Draft => Some(Command::DropDraft(DropDraft { element: id })),
        Standing::Proposal => Some(Command::TakeBackProposal(TakeBackProposal { element: id })),
        Standing::Adopted => None,
    }
}

impl ElementForm {
    /// The form for what is to be written; none if there is nothing for this person to write in.
    pub fn of(i: Inside<'_>, now: Now, target: &Target) -> Option<ElementForm> {
        let place = Place::of(i, target)?;
        let ordered = |order: &InsideElement<'_>| Wording {
            // The order's own words are where an answer begins, and no more than that.
            owner: None,
            addressed_to: Addressed::None,
            topics: Vec::new(),
            ..order.wording.clone()
        };
        let wording = match &place.element {
            Some(element) => Some(element.wording.clone()),
            None => place.order.as_ref().map(ordered),
        };
        let take_back = place.element.as_ref().and_then(drop_draft);
        Some(ElementForm {
            frame: WorkFrame::of(i),
            body: body(i.published(), place.body)?,
            time: PlanTime::of(place.year),
            level: place.level.names.clone(),
            purpose: place.level.purpose,
            number: place.element.map(|element| element.number),
            seen: place.element.map(|element| element.wording_id),
            wording,
            order: place.order.map(|order| {
                let wording = order.wording;
                (
                    order.number,
                    wording.text.clone(),
                    wording.description.clone(),
                )
            }),
            choices: place.choices(),
            beside: place.beside(),
            people: place.people(),
            looked_after_by: place.looked_after_by(),
            addressees: place.addressees(),
            chosen: place.chosen(),
            has_criteria: !place.level.criteria.is_empty(),
            says_why: place.says_why(),
            says_if_not_kept: place.says_if_not_kept(),
            asks_if_clear: place
                .level
                .criteria
                .iter()
                .any(|criterion| criterion.checks == Check::Clear),
            due_outside: place
                .element
                .is_some_and(|element| is_due_outside(element.wording)),
            may_drop: take_back
                .as_ref()
                .is_some_and(|command| i.can(now, command)),
            may_say_who_reads: place
                .element
                .is_some_and(|element| readers::may_say(i, now, element.id)),
            decided: place
                .element
                .as_ref()
                .filter(|_| place.is_decided())
                .and_then(|element| i.decided_element(element.id))
                .map(|decided| decided.wording.text.clone()),
            take_back,
            handed_in: place.handed_in().and_then(|plan| plan.handed_in()),
            referred_until: place.handed_in().and_then(|plan| open_until(i, &plan)),
        })
    }

    /// The command that takes the draft, or the proposal, back.
    pub fn take_back(&self) -> Option<Command> {
        self.take_back.clone()
    }
}
