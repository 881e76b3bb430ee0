//! What somebody is told by mail without having asked: what has to do with the bodies at which they
//! hold a role, and nothing that a page would not show them.

use super::{Inside, InsidePlan};
use crate::Period;
use crate::decisions::{Act, RecordDecision};
use crate::ids::{BodyId, DecisionId, DocumentId, PlanId, RoundId};
use crate::permissions::Role;
use crate::plans::PlanStage;
use crate::rounds::{Occasion, OpenRound};
use crate::visibility::Readable;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How many days before a last day somebody is reminded of it, the nearest first.
const REMINDED: [i32; 2] = [3, 14];

/// How many days before a governing document is to be revised whoever answers for it is reminded: time
/// enough to write it anew, and time enough to have it decided.
const REVISED: [i32; 2] = [14, 90];
/// For how many days after each of those it may still be said: whoever gets an address later is not told
/// of all that was.
const STILL: i32 = 7;

/// A planning round with the last day of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LastDay {
    /// Which round.
    pub round: RoundId,
    /// Whose last day.
    pub body: BodyId,
    /// The year that is planned.
    pub year: i16,
    /// The last day.
    pub last: Date,
}

impl<'a> Inside<'a> {
    /// Whether a plan has been handed in and waits, and they are to be told: whoever records what is
    /// decided of it, and whoever follows the whole.
    pub fn is_told_of_plan(&self, id: PlanId) -> bool {
        let plan = self.plan(id).filter(InsidePlan::is_readable);
        let waits =
            |plan: &InsidePlan<'_>| plan.stage() == PlanStage::Proposed && plan.is_in_hand();
        let Some(plan) = plan.filter(waits) else {
            return false;
        };
        let mut roles = self.roles().into_iter();
        roles.any(|(role, at)| match role {
            Role::Registrar => self.decides_for(at, plan.body()),
            Role::Strategist => true,
            _ => false,
        })
    }

    /// Whether a decision has to do with a body at which they hold a role: the one that decided, or
    /// one whose matters it is about. Who looks after sign-in is concerned by nothing.
    pub fn is_concerned_by(&self, id: DecisionId) -> bool {
        let decision = self.state.decisions.get(&id);
        let Some(decision) = decision.filter(|d| d.on <= self.today) else {
            return false;
        };
        let concerned = self.concerned(&decision.record);
        let roles = self.state.roles_of(self.person, self.today);
        let mut own = roles.filter(|(role, _)| *role != Role::Administrator);
        own.any(|(_, body)| concerned.contains(&body))
    }

    fn concerned(&self, record: &RecordDecision) -> Vec<BodyId> {
        let of = |what| self.state.body_of(what, self.today);
        let plan = |id: &PlanId| self.state.plans.get(id).map(|plan| plan.body);
        let mut bodies = vec![record.body];
        for act in &record.acts {
            let of_act = match act {
                Act::Adopt(what, _) => of(Readable::from(*what)),
                Act::Withdraw(id) | Act::Close(id) => of(Readable::Element(*id)),
                Act::Transfer(id, to) => {
                    bodies.push(*to);
                    of(Readable::Element(*id))
                }
                Act::AdoptPlan(id) | Act::SupplementPlan(id, _) | Act::ClosePlan(id) => plan(id),
                Act::AdoptDirective(id, _) => self
                    .state
                    .directives
                    .get(id)
                    .map(|directive| directive.company),
                Act::Organise(what) => Some(what.body()),
                Act::DecideFigures(id, figures) => {
                    bodies.extend(figures.iter().filter_map(|figure| figure.body));
                    self.state.answers_for_figure(*id, None, self.today)
                }
                Act::AdoptUnseenPlan(_) => None,
            };
            bodies.extend(of_act);
        }
        bodies
    }

    /// The plan that a decision adopted, supplemented or closed, if it was about one.
    pub fn plan_decided_by(&self, id: DecisionId) -> Option<InsidePlan<'a>> {
        let decision = self.state.decisions.get(&id)?;
        let mut plans = decision.record.acts.iter().filter_map(|act| match act {
            Act::AdoptPlan(id) | Act::SupplementPlan(id, _) | Act::ClosePlan(id) => Some(*id),
            _ => None,
        });
        self.plan(plans.next()?)
    }

    /// The last days that come near and by which nothing has been handed in, each with how many days
    /// before it they are reminded: of each twice, and of one that is nearer than both once.
    pub fn reminders(&self) -> Vec<(LastDay, i32)> {
        let days = self.last_days().into_iter().filter(|day| self.lacks(day));
        let near = days.filter_map(|day| {
            let left = (day.last - self.today).get_days();
            let step = REMINDED.into_iter().find(|step| left <= *step)?;
            Some((day, step))
        });
        near.collect()
    }

    /// The governing documents that are to be revised before long and that they are reminded of, with the
    /// day and how many days before it that is said.
    pub fn revisions(&self) -> Vec<(DocumentId, Date, i32)> {
        let published = self.published();
        let documents = published.documents();
        let near = documents.filter_map(|document| {
            let by = document.revise_by()?;
            let left = (by - self.today).get_days();
            let is_near = |step: &i32| (step - STILL..=*step).contains(&left);
            let step = REVISED.into_iter().find(is_near)?;
            Some((document.id, by, step))
        });
        near.filter(|(id, by, _)| self.is_reminded_of_revision(*id, *by))
            .collect()
    }

    /// Whether a document is still to be revised by a day, and by a body for which they write.
    pub fn is_reminded_of_revision(&self, id: DocumentId, by: Date) -> bool {
        let Some(document) = self.published().document(id) else {
            return false;
        };
        let wording = document.wording;
        let of = [wording.responsible, wording.revised_by];
        let mut roles = self.roles().into_iter();
        let answers = roles.any(|(role, at)| {
            matches!(role, Role::Contributor | Role::Approver) && of.contains(&Some(at))
        });
        answers && by >= self.today && document.revise_by() == Some(by)
    }

    /// Whether a last day still stands for them and nothing has been handed in by it.
    pub fn is_reminded_of(&self, day: &LastDay) -> bool {
        self.last_days().contains(day) && self.lacks(day)
    }

    fn lacks(&self, day: &LastDay) -> bool {
        let Some(year) = Period::years(day.year, day.year) else {
            return false;
        };
        let plans = self.plans(year).into_iter();
        let mut own = plans.filter(|plan| plan.body() == day.body);
        own.all(|plan| plan.stage() == PlanStage::Draft)
    }

    /// The last days of planning rounds that are still to come for the bodies at which they write or
    /// hand in.
    pub fn last_days(&self) -> Vec<LastDay> {
        let roles = self.state.roles_of(self.person, self.today);
        let mut own: Vec<BodyId> = roles
            .filter(|(role, _)| matches!(role, Role::Contributor | Role::Approver))
            .map(|(_, body)| body)
            .collect();
        own.sort_unstable();
        own.dedup();
        let rounds = self.rounds().into_iter();
        let open = rounds.filter(|round| {
            let is_open = round.said.opens.is_none_or(|opens| opens <= self.today);
            round.said.occasion == Occasion::Planning && round.called_off.is_none() && is_open
        });
        let days = open.flat_map(|round| {
            own.iter()
                .filter_map(|body| self.last_day(*body, round.said))
        });
        days.filter(|day| day.last >= self.today).collect()
    }

    /// The last day of a body in a round, if there is one for bodies of its kind.
    fn last_day(&self, body: BodyId, round: &OpenRound) -> Option<LastDay> {
        let kind = self.state.bodies.get(&body)?.kind;
        let mut days = round.deadlines.iter();
        let (_, last) = days.find(|(of, _)| *of == kind)?;
        Some(LastDay {
            round: round.round,
            body,
            year: round.cut_off.year(),
            last: *last,
        })
    }
}
