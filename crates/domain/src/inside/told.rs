//! What somebody is told by mail without having asked: what has to do with the bodies at which they
//! hold a role, and nothing that a page would not show them.

use super::{Inside, InsidePlan};
use crate::decisions::{Act, RecordDecision};
use crate::ids::{BodyId, DecisionId, PlanId, RoundId};
use crate::permissions::Role;
use crate::rounds::{Occasion, OpenRound};
use crate::visibility::Readable;
use jiff::civil::Date;

/// A planning round with the last day of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
        let rounds = self.planning_rounds();
        let all = own.into_iter().flat_map(|body| {
            let kind = self.state.bodies.get(&body).map(|known| known.kind);
            let of_kind = move |round: &&OpenRound| {
                let mut days = round.deadlines.iter();
                let (_, last) = days.find(|(of, _)| Some(*of) == kind)?;
                Some(LastDay {
                    round: round.round,
                    body,
                    year: round.cut_off.year(),
                    last: *last,
                })
            };
            rounds.iter().filter_map(of_kind).collect::<Vec<_>>()
        });
        all.filter(|day| day.last >= self.today).collect()
    }

    /// The planning rounds that have been opened by today.
    fn planning_rounds(&self) -> Vec<&'a OpenRound> {
        let rounds = self.state.rounds.values();
        let stand = rounds.filter(|round| round.called_off_on(self.today).is_none());
        let known = stand.filter_map(|round| round.said_on(self.today));
        let known = known.map(AsRef::as_ref);
        let open = known.filter(|round| {
            round.occasion == Occasion::Planning
                && round.opens.is_none_or(|opens| opens <= self.today)
        });
        open.collect()
    }
}
