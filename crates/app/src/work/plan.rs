//! The plans of a year, and the plan of one body: what stands in it, what waits for an answer,
//! and what the person may do with it.

use super::arranging::may_arrange;
use super::history::{Difference, element_beside};
use super::plan_time::PlanTime;
use super::righting::may_right;
use super::rows::Details;
use super::year::plan_deadline;
use super::{
    AnswerForm, AskedPlan, ClosingForm, Referral, WorkFrame, body, decided_at_home, derived,
    readers,
};
use crate::views::criteria::FindingLine;
use crate::views::element_links::ElementPage;
use crate::views::frame::{DecisionRef, decision_ref};
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::ids::{BodyId, ElementId, PlanId};
use riktning_domain::inside::{InsideElement, InsidePlan, Standing};
use riktning_domain::models::{Level, Purpose, Upward};
use riktning_domain::permissions::Role;
use riktning_domain::plans::{HandInPlan, PlanStage, ReferPlan, TakeBackPlan, UNPLACED};
use riktning_domain::published::{PublicBody, Published};
use riktning_domain::{Dated, Inside, Names, Period, Refusal, Slug, Text};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The plans of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Plans {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The day it is.
    pub today: Date,
    /// The year, or the years of a model.
    pub time: PlanTime,
    /// The bodies that plan it, each with how far it has come. Counts, never a word.
    pub bodies: Vec<PlanOf>,
    /// The years of the models whose goals are written beside it.
    pub goals: Vec<PlanTime>,
}

/// How far a body has come with its plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanOf {
    /// Whose: name and address.
    pub body: (Names, String),
    /// How far it has come; none if nobody has begun.
    pub stage: Option<PlanStage>,
    /// How much is in it.
    pub count: usize,
    /// How much stands decided beside it, by decisions of its own.
    pub beside: usize,
    /// The day on which it was handed in.
    pub handed_in: Option<Date>,
    /// The last day on which it comes in, where one is set and it has not come in.
    pub deadline: Option<Date>,
    /// Whether the person may read it.
    pub is_readable: bool,
}

impl Plans {
    /// The plans of a year; none if no model is in force for it.
    pub fn of(i: Inside<'_>, time: PlanTime) -> Option<Plans> {
        let p = i.published();
        let period = time.period();
        let model = time.model(i)?;
        let plans = i.plans(period);
        let planning = |id: BodyId| {
            let mut levels = model.definition.levels.iter();
            levels.any(|level| time.holds(level) && decided_at_home(i, level, id))
        };
        let bodies = p.bodies().filter(|known| {
            plans.iter().any(|plan| plan.body() == known.id)
                || (!known.has_ended()
                    && known.from().day() <= period.last_day()
                    && plans_at_all(known.kind())
                    && planning(known.id))
        });
        let own = i.writes_for();
        let mut bodies: Vec<_> = bodies
            .filter_map(|known| {
                let all = plans.iter().filter(|plan| plan.body() == known.id);
                let all: Vec<_> = all.copied().collect();
                let plan = decided(&all).or_else(|| in_hand(&all));
                let readable = all.iter().any(InsidePlan::is_readable);
                Some(PlanOf {
                    body: body(p, known.id)?,
                    stage: plan.map(|plan| plan.stage()),
                    count: rows(&all),
                    beside: beside(i, time, known.id, &all).len(),
                    handed_in: plan.and_then(|plan| plan.handed_in()),
                    deadline: deadline(i, time, &known, &all),
                    is_readable: readable || own.contains(&known.id),
                })
            })
            .collect();
        bodies.sort_by(|a, b| a.body.1.cmp(&b.body.1));
        let goals = PlanTime::of_models(i).into_iter();
        let goals = goals.filter(|of| *of != time);
        Some(Plans {
            frame: WorkFrame::of(i),
            today: i.today(),
            time,
            bodies,
            goals: goals.collect(),
        })
    }
}

/// The last day on which the plan of a body comes in, where one is set and it has not come in. What is
/// decided is asked for no more.
pub(super) fn deadline(
    i: Inside<'_>,
    time: PlanTime,
    body: &PublicBody<'_>,
    plans: &[InsidePlan<'_>],
) -> Option<Date> {
    let waits = told_in_hand(plans).is_none_or(|plan| plan.stage() == PlanStage::Draft);
    let is_asked = !body.has_ended() && decided(plans).is_none() && waits;
    let year = time.as_year().filter(|_| is_asked)?;
    plan_deadline(i, body.kind(), year)
}

/// How many rows there are: what a decision took into the plan is one row of it and no more.
pub(super) fn rows(plans: &[InsidePlan<'_>]) -> usize {
    let own = plans.iter().filter(|plan| !plan.is_taken_up());
    InsidePlan::told(&own.copied().collect::<Vec<_>>())
}

/// Which kinds of body have a plan of their own for a year.
fn plans_at_all(kind: riktning_domain::bodies::BodyKind) -> bool {
    use riktning_domain::bodies::BodyKind;
    kind == BodyKind::Council || kind.takes_orders()
}

/// The plan of a body for a year.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanPage {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The day it is.
    pub today: Date,
    /// Whose: name and address.
    pub body: (Names, String),
    /// For which year, or the years of which model.
    pub time: PlanTime,
    /// How far it has come; none if nobody has begun.
    pub stage: Option<PlanStage>,
    /// How far what is to supplement an adopted plan has come.
    pub supplement: Option<PlanStage>,
    /// The day on which what is in hand was handed in.
    pub handed_in: Option<Date>,
    /// The decision that closed it.
    pub closed: Option<DecisionRef>,
    /// Whether the person may record a decision that closes it, if nothing holds it.
    pub may_close: bool,
    /// What stands in it: the plan as it was first decided, and after it each supplement.
    pub parts: Vec<Part>,
    /// The goals that stand decided beside it, by decisions of their own: what they say, and where
    /// residents read them.
    pub beside: Vec<(Text, Option<ElementPage>)>,
    /// Whether its body is no more: nobody writes in it.
    pub has_ended: bool,
    /// How many of the lines are in hand, and not decided.
    pub in_hand: usize,
    /// The numbers of those of them that lack a link that the model requires: until they have it
    /// the plan is not handed in.
    pub lacking: Vec<u32>,
    /// Whether the person has a role at the body itself.
    pub is_ours: bool,
    /// The orders to the body.
    pub orders: Vec<Order>,
    /// The levels on which the person may write in it.
    pub writable: Vec<WritableLevel>,
    /// Whether they may hand it in now.
    pub may_hand_in: bool,
    /// Whether it is written and handed in by somebody else: the person writes in it, and does not approve.
    pub approver_hands_in: bool,
    /// What the rows in hand say, as one mark: whoever hands the plan in says that they saw it.
    pub seen: Uuid,
    /// The numbers of the orders to the body that it has not answered: asked about before the plan is
    /// handed in, and no hindrance.
    pub unanswered: Vec<u32>,
    /// Whether they may take it back now: it is handed in and not decided.
    pub may_take_back: bool,
    /// Why they cannot take it back, where they could otherwise.
    pub held: Option<Refusal>,
    /// Whether they may record a decision over it now.
    pub may_record: bool,
    /// Whether the person records what the body decides, and it has decided this plan.
    pub has_recorded: bool,
    /// Whether they may put the rows in hand in another order.
    pub may_arrange: bool,
    /// The comment round of what is in hand, or of what was decided, if there is one.
    pub referral: Option<Referral>,
    /// Whether they may ask others what they say of it.
    pub may_refer: bool,
    /// The bodies of theirs that are asked about it and waited for.
    pub asks_us: Vec<Names>,
    /// Whether a body of theirs that is asked about it has answered.
    pub has_answered: bool,
    /// Whether they may answer for a body of theirs that is asked about it.
    pub may_answer: bool,
    /// The year of the earlier plan that the person can go on with here, if there is one.
    pub earlier: Option<i16>,
    /// Whether orders go out of it, rather than promises being handed in with it.
    pub sends_orders: bool,
    plan: Option<PlanId>,
}

/// A level on which somebody may write.
#[derive(Clone, Debug, PartialEq)]
pub struct WritableLevel {
    /// Its place in the model: its part of the address of the form.
    pub place: usize,
    /// What it is called.
    pub names: Names,
    /// What it is for.
    pub purpose: Purpose,
}

/// A part of a plan: as it was first decided, a supplement to it, or what is in hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The day of the decision; none for what is not decided.
    pub decided: Option<Date>,
    /// Whether it stands beside a plan that was decided before.
    pub is_supplement: bool,
    /// Whether it is to supplement a plan that is in hand again, and waits for its decision.
    pub waits: bool,
    /// What it has that the parts before it have not.
    pub lines: Vec<Line>,
}

impl Part {
    /// Each line in the first part that has it.
    fn all(i: Inside<'_>, plans: &[InsidePlan<'_>], lines: Vec<Line>) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let days = supplements(i, plans);
        let first = decided(plans);
        let waiting = waiting(plans);
        for line in lines {
            // What is proposed beside a decided wording is in hand, wherever that wording stands.
            let is_proposal = line.standing == Standing::Proposal;
            let day = days.get(&line.number).copied().filter(|_| !is_proposal);
            let is_supplement = match (day, first) {
                (Some((_, supplements)), _) => supplements,
                (None, decided) => decided.is_some(),
            };
            let of = Part {
                decided: day.map(|(day, _)| day),
                is_supplement,
                waits: day.is_none() && waiting.contains(&line.number),
                lines: Vec::new(),
            };
            match parts.iter_mut().find(|part| part.place() == of.place()) {
                Some(part) => part.lines.push(line),
                None => parts.push(Part {
                    lines: vec![line],
                    ..of
                }),
            }
        }
        // The decided ones by day, and last what nobody has decided.
        parts.sort_by_key(Part::place);
        parts
    }

    /// Where it stands among the others.
    fn place(&self) -> (bool, bool, bool, Option<Date>) {
        let is_open = self.decided.is_none();
        (is_open, self.waits, self.is_supplement, self.decided)
    }

    /// Whether it is in hand: what is handed in, and decided next.
    pub fn is_in_hand(&self) -> bool {
        self.decided.is_none() && !self.waits
    }
}

/// The numbers of the rows that lie in a plan which is to supplement one that is in hand again.
fn waiting(plans: &[InsidePlan<'_>]) -> BTreeSet<u32> {
    let numbers = |plan: &InsidePlan<'_>| {
        let rows = plan.elements().into_iter().map(|row| row.number);
        rows.collect::<BTreeSet<u32>>()
    };
    let mut all = all_in_hand(plans);
    let first = all.next().map(numbers).unwrap_or_default();
    let others: BTreeSet<u32> = all.flat_map(numbers).collect();
    others.difference(&first).copied().collect()
}

/// When each element came to be in the decided plan, and whether by a supplement.
fn supplements(i: Inside<'_>, plans: &[InsidePlan<'_>]) -> BTreeMap<u32, (Date, bool)> {
    let mut days = BTreeMap::new();
    let Some(plan) = decided(plans) else {
        return days;
    };
    for (element, day, is_supplement) in plan.came() {
        if let Some(element) = i.element(element) {
            days.entry(element.number).or_insert((day, is_supplement));
        }
    }
    days
}

/// An element in a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its number.
    pub number: u32,
    /// Its part of the address.
    pub slug: String,
    /// What its level is called.
    pub level: Names,
    /// What its level is for.
    pub purpose: Purpose,
    /// What it says.
    pub text: Text,
    /// How that stands to what has been decided.
    pub standing: Standing,
    /// The decided wording, where this is a proposal for another.
    pub before: Option<Text>,
    /// What else such a proposal changes.
    pub changes: Vec<Difference>,
    /// What it says of itself beside its sentence.
    pub details: Details,
    /// The criteria of its level, each with whether the wording fulfils it.
    pub findings: Vec<FindingLine>,
    /// To whom it goes, if it is an order, each with how many answers it has given.
    pub answers: Vec<((Names, String), usize)>,
    /// Whether the person may change it.
    pub may_write: bool,
    /// Whether it is decided, and the person may propose other words for it.
    pub may_propose: bool,
    /// Whether the person may say who reads it.
    pub may_say_who_reads: bool,
    /// Whether the person may put right a slip of the pen in it.
    pub may_right: bool,
    /// Whether it is what stands decided, and other words stand further down as a proposal.
    pub has_proposal: bool,
    /// Where residents read of it.
    pub page: Option<ElementPage>,
}

/// An order to the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// Its number.
    pub number: u32,
    /// What it says.
    pub text: Text,
    /// What it means.
    pub description: Option<Text>,
    /// When it is due.
    pub due: Option<Dated>,
    /// Who gives it.
    pub from: Option<Names>,
    /// The body's answers, by their number, that the person may read.
    pub answers: Vec<(u32, Text)>,
    /// How many answers there are at all.
    pub answered: usize,
    /// Whether the body is asked to answer it: it has not, and nobody has whose place it has taken or
    /// who has taken the same place.
    pub asks: bool,
    /// The key of the form that takes it as it stands: the same for all who see it unanswered, so
    /// that two who take it at once take it once.
    pub key: Uuid,
}

impl PlanPage {
    /// The plan of the body at an address; none if there is no such body, no model for the year,
    /// or nothing that the person may read.
    pub fn of(i: Inside<'_>, now: Now, slug: &str, time: PlanTime) -> Option<PlanPage> {
        let p = i.published();
        let period = time.period();
        let model = time.model(i)?;
        let id = p.body_at(&Slug::parse(slug)?)?.id;
        let all = plans_of(i, id, period);
        let plan = in_hand(&all);
        let is_own = i.writes_for().contains(&id);
        if !(is_own || all.iter().any(InsidePlan::is_readable)) {
            return None;
        }
        let decided = decided(&all);
        let in_hand_stage = plan.map(|plan| plan.stage());
        let stage = decided.map(|plan| plan.stage()).or(in_hand_stage);
        let has_ended = p.body(id)?.has_ended();
        let is_open = !has_ended && !time.is_over(i.today());
        let writes = is_own && is_open && stage.is_none_or(|stage| stage < PlanStage::Closed);
        let levels = model.definition.levels.iter().enumerate();
        let own = |level: &Level| time.holds(level) && decided_at_home(i, level, id);
        // What must support a level of the year that this body has none of could never be decided.
        let can_stand = |level: &Level| {
            let mut required = level.supports.iter().filter(|support| support.required);
            required.all(|support| match support.upward {
                Upward::Level(above) => {
                    let above = model.definition.level(above);
                    above.is_some_and(|above| !time.holds(above) || own(above))
                }
                Upward::Topic(_) | Upward::Vision => true,
            })
        };
        let writable = levels.filter(|(_, level)| writes && own(level) && can_stand(level));
        let writable: Vec<_> = writable
            .map(|(place, level)| WritableLevel {
                place,
                names: level.names.clone(),
                purpose: level.purpose,
            })
            .collect();
        let hand_in = |plan: &InsidePlan<'_>| {
            let command = HandInPlan {
                plan: plan.id,
                since: None,
            };
            is_drafted(plan) && i.may(now, &Command::HandInPlan(command))
        };
        let may_hand_in = plan.as_ref().is_some_and(hand_in);
        let lines = in_order(&all);
        let lines = lines.iter().flat_map(|e| {
            let stands = Line::beside_its_proposal(i, now, e);
            stands.into_iter().chain([Line::of(i, now, e, writes)])
        });
        let lines = lines.map(|line| Line {
            // While it is written its own form asks who reads it, and the list asks for the sentence.
            may_say_who_reads: line.may_say_who_reads && !may_hand_in,
            ..line
        });
        let lines: Vec<_> = lines.collect();
        let parts = Part::all(i, &all, lines);
        let take_back = |plan: &InsidePlan<'_>| {
            let command = Command::TakeBackPlan(TakeBackPlan { plan: plan.id });
            plan.stage() == PlanStage::Proposed && i.can(now, &command)
        };
        let held = |plan: &InsidePlan<'_>| {
            let command = Command::TakeBackPlan(TakeBackPlan { plan: plan.id });
            let refusal = i.refusal(now, &command);
            refusal.filter(|_| plan.stage() == PlanStage::Proposed)
        };
        let orders = i.assignments_to(id, period);
        let orders: Vec<_> = orders.iter().map(|order| Order::of(i, order, id)).collect();
        let unanswered = unanswered(i, id, period);
        let mut registrars = i.holds(Role::Registrar).into_iter();
        let records = registrars.any(|registrar| i.decides_for(registrar, id));
        let asked = plan.as_ref().and_then(|plan| AskedPlan::of(i, plan, time));
        Some(PlanPage {
            frame: WorkFrame::of(i),
            today: i.today(),
            body: body(p, id)?,
            time,
            stage,
            supplement: decided.and(told_in_hand(&all)).map(|plan| plan.stage()),
            in_hand: plan.map_or(0, |plan| plan.count()),
            lacking: lacking(&parts),
            beside: beside(i, time, id, &all),
            has_ended,
            handed_in: plan.and_then(|plan| plan.handed_in()),
            is_ours: i.roles().iter().any(|(_, at)| *at == id),
            orders,
            may_arrange: writes && plan.as_ref().is_some_and(|p| may_arrange(i, now, p)),
            may_refer: plan.as_ref().is_some_and(|plan| may_refer(i, now, plan)),
            asks_us: asked.map_or_else(Vec::new, |asked| asked.of),
            has_answered: plan.as_ref().is_some_and(has_answered),
            may_answer: AnswerForm::of(i, now, slug, time).is_some_and(|f| !f.bodies.is_empty()),
            referral: plan.or(decided).and_then(|plan| Referral::of(i, &plan)),
            earlier: earlier_year(i, id, period)
                .filter(|_| !writable.is_empty() && time.as_year().is_some()),
            sends_orders: writable.iter().any(|l| l.purpose == Purpose::Assignment),
            writable,
            parts,
            may_hand_in,
            approver_hands_in: writes && !may_hand_in && plan.as_ref().is_some_and(is_drafted),
            seen: plan
                .as_ref()
                .map_or(Uuid::nil(), |plan| seen(plan, &unanswered)),
            unanswered,
            may_take_back: plan.as_ref().is_some_and(take_back),
            held: plan.as_ref().and_then(held),
            may_record: records && in_hand_stage == Some(PlanStage::Proposed),
            has_recorded: records && decided.is_some(),
            closed: decided.and_then(|plan| closed(p, plan.id)),
            may_close: ClosingForm::of(i, now, slug, time).is_some(),
            plan: plan.map(|plan| plan.id),
        })
    }

    /// How many lines there are in all its parts.
    pub fn count(&self) -> usize {
        let lines = self.parts.iter().flat_map(|part| &part.lines);
        lines.filter(|line| !line.has_proposal).count()
    }

    /// The command that hands it in.
    pub fn hand_in(&self) -> Option<Command> {
        let plan = self.plan.filter(|_| self.may_hand_in)?;
        Some(Command::HandInPlan(HandInPlan { plan, since: None }))
    }

    /// The command that takes it back.
    pub fn take_back(&self) -> Option<Command> {
        let plan = self.plan.filter(|_| self.may_take_back)?;
        Some(Command::TakeBackPlan(TakeBackPlan { plan }))
    }
}

/// The decision that closed a plan, if one has.
fn closed(p: Published<'_>, plan: PlanId) -> Option<DecisionRef> {
    let plan = p
        .plan(plan)
        .filter(|plan| plan.stage() == PlanStage::Closed)?;
    decision_ref(p, plan.closed_by()?)
}

/// Whether somebody has written in a plan that nobody has handed in.
fn is_drafted(plan: &InsidePlan<'_>) -> bool {
    plan.stage() == PlanStage::Draft && plan.count() > 0
}

/// Whether somebody may ask others what they say of a plan now.
fn may_refer(i: Inside<'_>, now: Now, plan: &InsidePlan<'_>) -> bool {
    let command = ReferPlan {
        plan: plan.id,
        to: Vec::new(),
        until: i.today(),
    };
    plan.stage() == PlanStage::Proposed && i.may(now, &Command::ReferPlan(command))
}

/// Whether a body of theirs that is asked about a plan has answered.
fn has_answered(plan: &InsidePlan<'_>) -> bool {
    plan.asks().len() > plan.waits_for().len()
}

/// The goals of a body for a time that stand and lie in none of its plans.
fn beside(
    i: Inside<'_>,
    time: PlanTime,
    body: BodyId,
    plans: &[InsidePlan<'_>],
) -> Vec<(Text, Option<ElementPage>)> {
    let p = i.published();
    let Some(model) = time.model(i).filter(|_| time.as_year().is_none()) else {
        return Vec::new();
    };
    let planned = plans.iter().flat_map(InsidePlan::elements);
    let planned: BTreeSet<ElementId> = planned.map(|row| row.id).collect();
    let goals = p.elements_where(model.id, |level, _| time.holds(level));
    let own = goals.into_iter().filter(|goal| {
        let stands = goal.withdrawn().is_none() && goal.closed().is_none();
        goal.owner() == Some(body) && stands && !planned.contains(&goal.id())
    });
    own.map(|goal| (goal.text().clone(), ElementPage::of(p, &goal)))
        .collect()
}

/// The rows of a body's plans, each once and as it arranged them: what it decided by the plan that
/// it decided, and the rest by the one in hand.
fn in_order<'a>(plans: &[InsidePlan<'a>]) -> Vec<InsideElement<'a>> {
    let mut rows: Vec<_> = plans.iter().flat_map(InsidePlan::elements).collect();
    rows.sort_by_key(|row| row.number);
    rows.dedup_by_key(|row| row.number);
    let decided = decided(plans);
    let mut places = decided.map_or_else(BTreeMap::new, |plan| plan.places());
    let came: BTreeSet<ElementId> = decided
        .iter()
        .flat_map(InsidePlan::came)
        .map(|(id, ..)| id)
        .collect();
    let open = in_hand(plans).map_or_else(BTreeMap::new, |plan| plan.places());
    places.extend(open.into_iter().filter(|(id, _)| !came.contains(id)));
    rows.sort_by_key(|row| {
        let place = places.get(&row.id).copied();
        (place.unwrap_or(UNPLACED), row.number)
    });
    rows
}

/// The year of the decided plan that a body can go on with.
fn earlier_year(i: Inside<'_>, body: BodyId, period: Period) -> Option<i16> {
    let plans = i.earlier_plans(body, period);
    let readable = plans.iter().find(|plan| plan.count() > 0)?;
    Some(readable.period().year())
}

/// The numbers of the orders of a time that a body is asked to answer and has not.
pub(super) fn unanswered(i: Inside<'_>, body: BodyId, period: Period) -> Vec<u32> {
    let orders = i.assignments_to(body, period).into_iter();
    let asked = orders.filter(|order| i.asked(order.id).contains(&(body, 0)));
    asked.map(|order| order.number).collect()
}

/// The rows of a plan with what each says, and the orders that are not answered, as one mark.
fn seen(plan: &InsidePlan<'_>, unanswered: &[u32]) -> Uuid {
    let rows = plan.elements();
    let rows = rows.iter().map(|row| row.wording_id.to_string());
    let orders = unanswered.iter().map(u32::to_string);
    derived(plan.id.0, &rows.chain(orders).collect::<Vec<_>>().join("/"))
}

/// The numbers of the rows that nobody has decided and that lack a required link.
fn lacking(parts: &[Part]) -> Vec<u32> {
    let rows = parts.iter().filter(|part| part.is_in_hand());
    let rows = rows.flat_map(|part| &part.lines);
    let rows = rows.filter(|line| line.standing != Standing::Adopted && line.details.lacks_link);
    rows.map(|line| line.number).collect()
}

/// The plans of a body for a period: its plan, and what supplements it.
pub(super) fn plans_of<'a>(i: Inside<'a>, body: BodyId, period: Period) -> Vec<InsidePlan<'a>> {
    let plans = i.plans(period).into_iter();
    plans.filter(|plan| plan.body() == body).collect()
}

/// The one that is being written, or waits for its decision. Where a court has quashed the plan, that
/// one before what was to supplement it.
pub(super) fn in_hand<'a>(plans: &[InsidePlan<'a>]) -> Option<InsidePlan<'a>> {
    all_in_hand(plans).next().copied()
}

fn all_in_hand<'p, 'a>(plans: &'p [InsidePlan<'a>]) -> impl Iterator<Item = &'p InsidePlan<'a>> {
    plans.iter().filter(|plan| plan.is_in_hand())
}

/// The one in hand, as it is told of: a supplement with nothing in it is none.
pub(super) fn told_in_hand<'a>(plans: &[InsidePlan<'a>]) -> Option<InsidePlan<'a>> {
    let is_decided = decided(plans).is_some();
    in_hand(plans).filter(|plan| !is_decided || plan.count() > 0)
}

/// The one that is decided, which what comes later supplements.
pub(super) fn decided<'a>(plans: &[InsidePlan<'a>]) -> Option<InsidePlan<'a>> {
    let mut decided = plans
        .iter()
        .filter(|plan| plan.stage() >= PlanStage::Adopted);
    decided.next().copied()
}

impl Line {
    fn of(i: Inside<'_>, now: Now, element: &InsideElement<'_>, writes: bool) -> Line {
        let p = i.published();
        let public = p.element(element.id);
        let has_ended = i.ended_on(element.id, i.today()).is_some();
        Line {
            page: public.and_then(|public| ElementPage::of(p, &public)),
            number: element.number,
            slug: element.slug.to_string(),
            level: element.level.names.clone(),
            purpose: element.level.purpose,
            text: element.wording.text.clone(),
            standing: element.standing,
            before: decided_text(i, element),
            changes: element_beside(i, element),
            details: Details::of(i, element),
            findings: FindingLine::all(element.findings()),
            answers: answers(i, element.id),
            may_write: writes && element.standing != Standing::Adopted,
            may_propose: writes && !has_ended && element.standing == Standing::Adopted,
            may_say_who_reads: readers::may_say(i, now, element.id),
            may_right: element.standing == Standing::Adopted && may_right(i, now, element.id),
            has_proposal: false,
        }
    }

    /// What stands decided, where something else is proposed: it is written in no more than once.
    fn beside_its_proposal(i: Inside<'_>, now: Now, element: &InsideElement<'_>) -> Option<Line> {
        let is_proposal = element.standing == Standing::Proposal;
        let decided = i.decided_element(element.id).filter(|_| is_proposal)?;
        Some(Line {
            has_proposal: true,
            ..Line::of(i, now, &decided, false)
        })
    }
}

/// The sentence that stands decided, where another is proposed.
pub(super) fn decided_text(i: Inside<'_>, element: &InsideElement<'_>) -> Option<Text> {
    let is_proposal = element.standing == Standing::Proposal;
    let decided = i.decided_element(element.id).filter(|_| is_proposal)?;
    let text = &decided.wording.text;
    // Where only something beside the sentence changes, that is told by itself.
    (*text != element.wording.text).then(|| text.clone())
}

/// To whom an order goes, each with how many answers it has given.
fn answers(i: Inside<'_>, order: ElementId) -> Vec<((Names, String), usize)> {
    let asked = i.asked(order).into_iter();
    let mut answers: Vec<_> = asked
        .filter_map(|(id, count)| Some((body(i.published(), id)?, count)))
        .collect();
    answers.sort_by(|a, b| a.0.1.cmp(&b.0.1));
    answers
}

/// A body's own answers to an order, by number and text.
fn own_answers(i: Inside<'_>, order: ElementId, own: BodyId) -> Vec<(u32, Text)> {
    let answers = i.answers_to(order).into_iter();
    // What it took over is its own, whoever worded it.
    let owner = |answer: &InsideElement<'_>| i.owner(answer.id).or(answer.wording.owner);
    let answers = answers.filter(|answer| owner(answer) == Some(own));
    answers
        .map(|answer| (answer.number, answer.wording.text.clone()))
        .collect()
}

impl Order {
    fn of(i: Inside<'_>, order: &InsideElement<'_>, own: BodyId) -> Order {
        let answered = i.answered(order.id);
        let answered = answered.iter().find(|(body, _)| *body == own);
        Order {
            number: order.number,
            text: order.wording.text.clone(),
            description: order.wording.description.clone(),
            due: order.wording.due,
            from: order
                .wording
                .owner
                .and_then(|id| Some(body(i.published(), id)?.0)),
            answers: own_answers(i, order.id, own),
            answered: answered.map_or(0, |(_, count)| *count),
            asks: i.asked(order.id).contains(&(own, 0)),
            key: derived(
                order.id.0,
                &format!("taken/{}/{}", own.0, i.times_answered(order.id, own)),
            ),
        }
    }
}
