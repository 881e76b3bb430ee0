//! *Mitt arbete*: what waits for somebody, and where their plans are.

use super::plan::{deadline, plans_of, rows, told_in_hand};
use super::plan_time::PlanTime;
use super::reporting::OpenReport;
use super::year::{Moment, coming};
use super::{
    AskedPlan, DirectiveDesk, DirectiveStep, DocumentDesk, WorkFrame, body, decided_at_home,
};
use crate::app::App;
use jiff::civil::Date;
use riktning_domain::command::Now;
use riktning_domain::ids::{BodyId, DirectiveId, PersonId};
use riktning_domain::inside::InsidePlan;
use riktning_domain::permissions::Role;
use riktning_domain::plans::PlanStage;
use riktning_domain::{Inside, Names, Text};

/// How many days to come stand on the desk.
const COMING: usize = 3;

/// What the desk knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Desk {
    /// How many indicators of theirs lack the outcome of a year that is due, with the year; none if they report none.
    pub outcomes: Option<(i16, usize)>,
    /// The rounds that take reports and in which there is something for them to do.
    pub reports: Vec<OpenReport>,
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The roles that the person holds, each with the bodies at which.
    pub roles: Vec<(Role, Vec<Names>)>,
    /// The plans of their own bodies, the year to come first.
    pub plans: Vec<PlanLink>,
    /// What has been handed in and waits for a decision that they record.
    pub to_decide: Vec<ToDecide>,
    /// What has been handed in to be decided where they are elected: they read it, and write nothing.
    pub to_read: Vec<ToDecide>,
    /// The plans of others that wait for what their bodies say of them.
    pub asked: Vec<AskedPlan>,
    /// How many gaps there are for them; none if they have no list of them.
    pub gaps: Option<usize>,
    /// What comes next in the cycle that concerns them.
    pub coming: Vec<Moment>,
    /// The day.
    pub today: Date,
    /// The governing documents of theirs; none if they have no list of them.
    pub documents: Option<Documents>,
    /// The owner directives; none if they have no list of them.
    pub directives: Option<Directives>,
}

/// What there is to do with owner directives.
#[derive(Clone, Debug, PartialEq)]
pub struct Directives {
    /// What waits for a decision that they record: which, whose it is to take, title.
    pub to_decide: Vec<(DirectiveId, DirectiveStep, Text)>,
    /// How many council has decided and no general meeting has adopted.
    pub not_binding: usize,
}

impl Directives {
    fn of(i: Inside<'_>, now: Now) -> Option<Directives> {
        let desk = DirectiveDesk::of(i, now)?;
        let to_decide = desk.to_decide.iter();
        let all = desk.companies.iter().flat_map(|of| &of.directives);
        Some(Directives {
            to_decide: to_decide
                .map(|(row, step)| (row.id, *step, row.title.clone()))
                .collect(),
            not_binding: all.filter(|row| row.waits_for_the_meeting).count(),
        })
    }
}

/// What there is to do with governing documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Documents {
    /// What has been sent and waits for a decision that they record: address, title.
    pub to_decide: Vec<(String, Text)>,
    /// How many are to be revised before long.
    pub due: usize,
}

impl Documents {
    fn of(i: Inside<'_>, now: Now) -> Option<Documents> {
        let desk = DocumentDesk::of(i, now)?;
        let to_decide = desk.to_decide.into_iter();
        Some(Documents {
            to_decide: to_decide.map(|row| (row.slug, row.title)).collect(),
            due: desk.to_revise.len(),
        })
    }
}

/// A plan of the person's own body, begun or not.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanLink {
    /// Whose: name and address.
    pub body: (Names, String),
    /// For which year, or the years of which model.
    pub time: PlanTime,
    /// How far it has come; none if nobody has begun.
    pub stage: Option<PlanStage>,
    /// How much is in it.
    pub count: usize,
    /// The orders to the body that it has not answered.
    pub unanswered: usize,
    /// The last day on which it comes in, if one is set and nothing is decided yet.
    pub deadline: Option<Date>,
}

/// A plan that waits for its decision to be recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct ToDecide {
    /// Whose: name and address.
    pub body: (Names, String),
    /// For which year, or the years of which model.
    pub time: PlanTime,
    /// How much is in it.
    pub count: usize,
}

impl ToDecide {
    fn of(i: Inside<'_>, plan: &InsidePlan<'_>, time: PlanTime) -> Option<ToDecide> {
        Some(ToDecide {
            body: body(i.published(), plan.body())?,
            time,
            count: InsidePlan::told(&[*plan]),
        })
    }
}

impl Desk {
    /// The desk of a person, who has so many gaps.
    fn of(i: Inside<'_>, now: Now, gaps: Option<usize>) -> Desk {
        let frame = WorkFrame::of(i);
        let p = i.published();
        let mut roles: Vec<(Role, Vec<Names>)> = Vec::new();
        for (role, at) in i.roles() {
            let Some((names, _)) = body(p, at) else {
                continue;
            };
            match roles.iter_mut().find(|(own, _)| *own == role) {
                Some((_, bodies)) => bodies.push(names),
                None => roles.push((role, vec![names])),
            }
        }
        let times = times(i, frame.planned);
        let own = i.writes_for();
        let plans = times.iter().flat_map(|time| {
            own.iter()
                .filter_map(|body| PlanLink::of(i, *body, *time))
                .collect::<Vec<_>>()
        });
        let mut plans: Vec<PlanLink> = plans.collect();
        plans.sort_by_key(PlanLink::turn);
        let recorded = i.holds(Role::Registrar);
        let to_decide = times.iter().flat_map(|time| {
            i.plans(time.period())
                .into_iter()
                .filter(|plan| plan.stage() == PlanStage::Proposed && !plan.is_taken_up())
                .filter(|plan| recorded.iter().any(|r| i.decides_for(*r, plan.body())))
                .filter_map(|plan| ToDecide::of(i, &plan, *time))
                .collect::<Vec<_>>()
        });
        let writes_or_records =
            |body| own.contains(&body) || recorded.iter().any(|r| i.decides_for(*r, body));
        let elected = i.holds(Role::Reader);
        let to_read = times.iter().flat_map(|time| {
            let plans = i.plans(time.period()).into_iter();
            plans
                .filter(|plan| plan.stage() == PlanStage::Proposed && !plan.is_taken_up())
                .filter(|plan| plan.is_readable())
                .filter(|plan| elected.iter().any(|at| i.decides_for(*at, plan.body())))
                .filter(|plan| !writes_or_records(plan.body()))
                .filter_map(|plan| ToDecide::of(i, &plan, *time))
                .collect::<Vec<_>>()
        });
        let asked = times.iter().flat_map(|time| {
            let plans = i.plans(time.period()).into_iter();
            plans
                .filter_map(|plan| AskedPlan::of(i, &plan, *time))
                .collect::<Vec<_>>()
        });
        Desk {
            outcomes: outcomes_left(i),
            reports: OpenReport::all(i),
            asked: asked.collect(),
            to_read: to_read.collect(),
            roles,
            plans,
            to_decide: to_decide.collect(),
            gaps,
            coming: coming(i, i.today()).into_iter().take(COMING).collect(),
            today: i.today(),
            documents: Documents::of(i, now),
            directives: Directives::of(i, now),
            frame,
        }
    }
}

/// What is planned: the year to come, the one that it is, and the years of each model that is not over.
fn times(i: Inside<'_>, planned: i16) -> Vec<PlanTime> {
    let years = [planned, planned - 1]
        .into_iter()
        .filter_map(PlanTime::year);
    let all = years.chain(PlanTime::of_models(i));
    all.filter(|time| time.model(i).is_some()).collect()
}

/// Whether a body has goals to write for years that have not begun.
fn is_coming(i: Inside<'_>, body: BodyId, time: PlanTime) -> bool {
    let model = time.model(i);
    let mut levels = model.iter().flat_map(|model| &model.definition.levels);
    time.period().first_day() > i.today()
        && levels.any(|level| time.holds(level) && decided_at_home(i, level, body))
}

impl App {
    /// The desk of a person.
    pub fn desk(&self, person: PersonId) -> Desk {
        self.inside(person, |i, now| Desk::of(i, now, self.gap_counts().of(i)))
    }
}

impl PlanLink {
    /// When its turn is: first what they still write, the one that comes in next before the others.
    fn turn(&self) -> (bool, Date) {
        let is_written = matches!(self.stage, None | Some(PlanStage::Draft)) || self.unanswered > 0;
        (!is_written, self.deadline.unwrap_or(Date::MAX))
    }

    fn of(i: Inside<'_>, id: BodyId, time: PlanTime) -> Option<PlanLink> {
        let p = i.published();
        let period = time.period();
        let known = p.body(id)?;
        if known.has_ended() {
            return None;
        }
        let plans = plans_of(i, id, period);
        // What is being written comes before what is decided.
        let in_hand = told_in_hand(&plans);
        // Goals are written once in some years: while nobody does they stand in no list of work.
        if time.as_year().is_none() && in_hand.is_none() && !is_coming(i, id, time) {
            return None;
        }
        let plan = in_hand.or_else(|| plans.first().copied());
        let orders = i.assignments_to(id, period);
        let unanswered = orders.iter().filter(|order| {
            let asked = i.asked(order.id);
            asked.contains(&(id, 0))
        });
        Some(PlanLink {
            body: body(p, id)?,
            time,
            stage: plan.map(|plan| plan.stage()),
            count: rows(&plans),
            unanswered: unanswered.count(),
            deadline: deadline(i, time, &known, &plans),
        })
    }
}

/// The year whose outcomes are asked for, and how many indicators lack one: last year's as long as any do.
fn outcomes_left(i: Inside<'_>) -> Option<(i16, usize)> {
    let year = i.today().year();
    match i.outcomes_left(year - 1)? {
        0 => Some((year, i.outcomes_left(year)?)),
        left => Some((year - 1, left)),
    }
}
