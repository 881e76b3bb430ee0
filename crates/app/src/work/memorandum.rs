//! The memorandum (*tjänsteskrivelse*) that goes with a plan to the meeting that decides it: what
//! is proposed, why, and to whom the decision is sent.

use super::plan::{Line, PlanPage};
use super::plan_time::PlanTime;
use riktning_domain::bodies::BodyKind;
use riktning_domain::command::Now;
use riktning_domain::published::PublicBody;
use riktning_domain::{Inside, Names};

/// What a memorandum knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Memorandum {
    /// The plan with the orders to its body.
    pub plan: PlanPage,
    /// What is proposed: what stands in the plan that is in hand.
    pub proposed: Vec<Line>,
    /// To whom the decision is sent: the executive board, or council of what the board itself decides,
    /// and those to whom orders go.
    pub sent_to: Vec<Names>,
}

impl Memorandum {
    /// The memorandum over the plan of the body at an address; none where the person may not read
    /// the plan, or where nothing in it waits for a decision.
    pub fn of(i: Inside<'_>, now: Now, slug: &str, time: PlanTime) -> Option<Memorandum> {
        let plan = PlanPage::of(i, now, slug, time)?;
        let open = plan.parts.iter().filter(|part| part.is_in_hand());
        let lines = open.flat_map(|part| &part.lines);
        // What is proposed beside what stands is proposed, and what stands is not.
        let proposed = lines.filter(|line| !line.has_proposal);
        let proposed: Vec<Line> = proposed.cloned().collect();
        if proposed.is_empty() {
            return None;
        }
        let p = i.published();
        let kind = |kind: BodyKind| {
            let all = p.bodies();
            all.filter(move |body| body.kind() == kind && !body.has_ended())
        };
        let is_own = |body: &PublicBody<'_>| body.name.slug.to_string() == plan.body.1;
        // The board oversees what the others decide; what it decides itself council is told.
        let told = match kind(BodyKind::ExecutiveBoard).any(|body| is_own(&body)) {
            true => kind(BodyKind::Council),
            false => kind(BodyKind::ExecutiveBoard),
        };
        let mut sent_to: Vec<Names> = told.map(|body| body.name.names.clone()).collect();
        let orders = proposed.iter().flat_map(|line| &line.answers);
        for ((names, _), _) in orders {
            if !sent_to.contains(names) {
                sent_to.push(names.clone());
            }
        }
        Some(Memorandum {
            plan,
            proposed,
            sent_to,
        })
    }

    /// Whether what is proposed supplements a plan that is decided.
    pub fn is_supplement(&self) -> bool {
        self.plan.supplement.is_some()
    }

    /// The orders to the body, and how many of them have an answer.
    pub fn answered(&self) -> (usize, usize) {
        let orders = &self.plan.orders;
        let answered = orders.iter().filter(|order| order.answered > 0);
        (answered.count(), orders.len())
    }
}
