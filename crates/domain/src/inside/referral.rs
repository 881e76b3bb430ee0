//! Comment rounds (*remiss*): who is asked about a plan, what they have answered, and who is waited for.

use super::{Inside, InsidePlan};
use crate::ids::{BodyId, PlanId};
use crate::permissions::{ReadSubject, User, is_of_the_asked, may_read_answer};
use crate::plans::Plan;
use crate::state::State;
use crate::texts::Text;
use jiff::civil::Date;

/// How many days before the last day whoever is waited for is reminded.
const REMINDED: i32 = 3;

/// The comment round of a plan, as far as somebody may know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InsideReferral<'a> {
    /// Whether it is open: somebody is asked, and nobody has decided the plan.
    pub is_open: bool,
    /// The last day to answer; none where it was called off.
    pub until: Option<Date>,
    /// Whom it asks.
    pub to: Vec<BodyId>,
    /// Those who are asked, and after them those who have answered and are asked no longer.
    pub asked: Vec<AskedBody<'a>>,
}

/// A body that is asked about a plan, or was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedBody<'a> {
    /// Which body.
    pub body: BodyId,
    /// What it has answered, or what has come in its place, the latest last: that one stands.
    pub answers: Vec<ReferralAnswer<'a>>,
}

/// What a body has answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReferralAnswer<'a> {
    /// Which body says it.
    pub by: BodyId,
    /// The day.
    pub on: Date,
    /// What it says; none if it has nothing to object to.
    pub says: Option<&'a Text>,
    /// Whether something in the plan has got other words since, or has come or gone.
    pub is_of_other_words: bool,
}

impl<'a> Inside<'a> {
    /// Whether a plan asks a body of theirs what it says, and waits for the answer.
    pub fn is_waited_for(&self, plan: PlanId) -> bool {
        let plan = self.plan(plan);
        plan.is_some_and(|plan| !plan.waits_for().is_empty())
    }

    /// The plans that wait for a body of theirs and whose last day comes near, each with that day. Whoever
    /// was asked a moment ago is not reminded at once.
    pub fn referral_reminders(&self) -> Vec<(PlanId, Date)> {
        let near = self.state.plans.iter().filter_map(|(id, plan)| {
            let asked = self.state.asked(plan, self.today)?;
            let said = plan.referrals.entry_at(self.today)?;
            let days = |from: Date| (asked.until - from).get_days();
            let is_near = (0..=REMINDED).contains(&days(self.today));
            (is_near && days(said.on) > REMINDED).then_some((*id, asked.until))
        });
        near.filter(|(id, _)| self.is_waited_for(*id)).collect()
    }

    /// Whether a plan waits for a body of theirs until a day, which has not been.
    pub fn is_reminded_of_referral(&self, plan: PlanId, until: Date) -> bool {
        let round = self.plan(plan).and_then(|plan| plan.referral());
        let stands = round.is_some_and(|round| round.until == Some(until));
        stands && until >= self.today && self.is_waited_for(plan)
    }
}

impl<'a> InsidePlan<'a> {
    /// Its comment round since it was handed in; none if there is none that they may know of. Whoever
    /// reads the plan as it was handed in reads the whole of it; whoever has been asked keeps their own
    /// word of it when it is over.
    pub fn referral(&self) -> Option<InsideReferral<'a>> {
        let (state, today) = (self.lens.state, self.lens.today);
        let said = state.asked_in_round(self.plan, today);
        let all = self.lens.reads(ReadSubject::Plan(self.id));
        let mine = self.asks();
        let asked = said.into_iter().flat_map(|asked| asked.to.iter().copied());
        let in_place = |body: &BodyId| mine.iter().any(|own| self.answers_for(*own, *body));
        let to: Vec<BodyId> = asked.filter(|body| all || in_place(body)).collect();
        let mut bodies = to.clone();
        let answers = self.answers();
        let mut rows: Vec<AskedBody<'a>> = Vec::new();
        for answer in &answers {
            let known = bodies.iter().any(|body| self.answers_for(answer.by, *body));
            if !known {
                bodies.push(answer.by);
            }
        }
        rows.extend(bodies.into_iter().map(|body| {
            let own = answers.iter().filter(|a| self.answers_for(a.by, body));
            let answers = own.copied().collect();
            AskedBody { body, answers }
        }));
        (!rows.is_empty()).then(|| InsideReferral {
            is_open: state.asked(self.plan, today).is_some(),
            until: said.map(|asked| asked.until),
            to,
            asked: rows,
        })
    }

    /// By which event the plan was sent to others or called off last, and by which it was handed in or taken
    /// back: what is said anew of a round, and what is answered in it, is said of those.
    pub fn referral_edition(&self) -> (u64, u64) {
        let said = self.plan.referrals.positions().max();
        let handed_in = self.plan.stages.positions().max();
        (said.unwrap_or(0), handed_in.unwrap_or(0))
    }

    /// The bodies of theirs that are asked what they say of it, or were until it was decided.
    pub fn asks(&self) -> Vec<BodyId> {
        let (state, today) = (self.lens.state, self.lens.today);
        let roles = state.roles_of(self.lens.person, today);
        let said = state.asked_in_round(self.plan, today);
        let own = roles.filter(|(role, at)| {
            let mut to = said.into_iter().flat_map(|asked| &asked.to);
            is_of_the_asked(*role) && to.any(|body| self.answers_for(*at, *body))
        });
        let mut own: Vec<BodyId> = own.map(|(_, at)| at).collect();
        own.sort_unstable();
        own.dedup();
        own
    }

    /// Those of them whose answer is waited for.
    pub fn waits_for(&self) -> Vec<BodyId> {
        let (state, today) = (self.lens.state, self.lens.today);
        if state.asked(self.plan, today).is_none() {
            return Vec::new();
        }
        let mut own = self.asks();
        if !own.is_empty() {
            let answers = self.answers();
            own.retain(|body| !answers.iter().any(|a| self.answers_for(a.by, *body)));
        }
        own
    }

    /// What they may read of the answers since it was handed in.
    fn answers(&self) -> Vec<ReferralAnswer<'a>> {
        let (state, today) = (self.lens.state, self.lens.today);
        let user = User::Person(self.lens.person);
        let answers = state.answers_in(self.plan, today);
        let answers = answers.filter(|e| {
            let by = e.value.body;
            may_read_answer(state, today, &user, self.id, by)
        });
        let changed = state.rows_changed(self.plan, today);
        let answers = answers.map(|e| ReferralAnswer {
            by: e.value.body,
            on: e.on,
            says: e.value.says.as_ref(),
            is_of_other_words: changed > e.position,
        });
        answers.collect()
    }

    /// Whether what a body says is the word of another: its own, or of one in whose place it is.
    fn answers_for(&self, by: BodyId, body: BodyId) -> bool {
        self.lens.state.is_in_place_of(by, body, self.lens.today)
    }
}

impl State {
    /// The last event by which something in a plan got other words, came or went.
    fn rows_changed(&self, plan: &Plan, day: Date) -> u64 {
        let rows = self.elements_in(plan, day);
        let rows = rows.iter().filter_map(|id| self.elements.get(id));
        let worded = rows.flat_map(|row| row.drafts.positions().chain(row.unproposed.positions()));
        let placed = plan.elements.positions().chain(plan.taken_out.positions());
        worded.chain(placed).max().unwrap_or(0)
    }
}
