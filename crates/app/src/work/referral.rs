//! Comment rounds (*remiss*): whom a plan asks and by when, who has answered what, the form that asks, and
//! the one that answers.

use super::looking::Looked;
use super::plan::{decided, in_hand, plans_of};
use super::site::unsaved;
use super::{PlanTime, Unsaved, WorkFrame, body, derived};
use crate::app::App;
use jiff::civil::Date;
use riktning_domain::command::{Command, Now};
use riktning_domain::ids::{BodyId, PersonId, PlanId};
use riktning_domain::inside::{AskedBody, InsidePlan, ReferralAnswer};
use riktning_domain::plans::{AnswerReferral, CallOffReferral, PlanStage, ReferPlan};
use riktning_domain::{Inside, Names, Slug, Text};
use std::collections::BTreeSet;

/// A comment round on a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Referral {
    /// Whether it is open: somebody is asked, and nobody has decided the plan.
    pub is_open: bool,
    /// The last day; none where nobody is asked any longer.
    pub until: Option<Date>,
    /// Whether it is open and its last day has been.
    pub is_late: bool,
    /// Those who are asked, and after them those who have answered and are asked no longer.
    pub asked: Vec<AskedLine>,
}

/// The last day of the comment round that a plan is on, while it is open.
pub(super) fn open_until(i: Inside<'_>, plan: &InsidePlan<'_>) -> Option<Date> {
    let round = Referral::of(i, plan)?;
    round.until.filter(|_| round.is_open)
}

/// A body that is asked about a plan, or was.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedLine {
    /// What it is called.
    pub names: Names,
    /// What it has answered, the latest first: that one stands.
    pub answers: Vec<AnswerLine>,
}

/// What a body has answered.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerLine {
    /// Who answers in its place, where it is another.
    pub by: Option<Names>,
    /// The day.
    pub on: Date,
    /// What it says; none if it has nothing to object to.
    pub says: Option<Text>,
    /// Whether the plan has been changed since.
    pub is_of_other_words: bool,
}

impl Referral {
    /// The round of a plan, as far as somebody may know of it.
    pub(super) fn of(i: Inside<'_>, plan: &InsidePlan<'_>) -> Option<Referral> {
        let round = plan.referral()?;
        let until = round.until;
        let mut asked = round.asked;
        asked.sort_by_cached_key(|one| body(i.published(), one.body).map(|(_, slug)| slug));
        Some(Referral {
            is_open: round.is_open,
            until,
            is_late: round.is_open && until.is_some_and(|last| last < i.today()),
            asked: asked
                .iter()
                .filter_map(|one| AskedLine::of(i, one))
                .collect(),
        })
    }

    /// How many have answered.
    pub fn answered(&self) -> usize {
        let answered = self.asked.iter().filter(|one| !one.answers.is_empty());
        answered.count()
    }
}

impl AskedLine {
    fn of(i: Inside<'_>, asked: &AskedBody<'_>) -> Option<AskedLine> {
        let answers = asked.answers.iter().rev();
        let answers = answers.map(|answer| AnswerLine::of(i, asked.body, answer));
        Some(AskedLine {
            names: body(i.published(), asked.body)?.0,
            answers: answers.collect(),
        })
    }
}

impl AnswerLine {
    fn of(i: Inside<'_>, asked: BodyId, answer: &ReferralAnswer<'_>) -> AnswerLine {
        let other = Some(answer.by).filter(|by| *by != asked);
        AnswerLine {
            by: other.and_then(|by| Some(body(i.published(), by)?.0)),
            on: answer.on,
            says: answer.says.cloned(),
            is_of_other_words: answer.is_of_other_words,
        }
    }
}

/// The plan of a body for a time that can be asked about: the one in hand, or else the one that is
/// decided.
fn asked_about<'a>(i: Inside<'a>, slug: &str, time: PlanTime) -> Option<InsidePlan<'a>> {
    let id = i.published().body_at(&Slug::parse(slug)?)?.id;
    let plans = plans_of(i, id, time.period());
    in_hand(&plans).or_else(|| decided(&plans))
}

/// What the form knows in which others are asked, and whoever may read what they answer.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// The day it is.
    pub today: Date,
    /// Whose plan: name and address.
    pub body: (Names, String),
    /// For which time.
    pub time: PlanTime,
    /// How far it has come.
    pub stage: PlanStage,
    /// The round, if there is one.
    pub referral: Option<Referral>,
    /// Those who can be asked.
    pub offered: Vec<(BodyId, Names)>,
    /// Those who are asked.
    pub to: BTreeSet<BodyId>,
    /// Whether they are of those who ask others what they say of it.
    pub asks: bool,
    /// Whether they may ask now.
    pub may_ask: bool,
    /// A word for what is asked: what is said anew is said instead of that.
    pub seen: String,
    plan: PlanId,
}

impl ReferForm {
    /// The form of the plan of the body at an address; none if this person neither asks nor may know of
    /// a round.
    pub fn of(i: Inside<'_>, now: Now, slug: &str, time: PlanTime) -> Option<ReferForm> {
        let plan = asked_about(i, slug, time)?;
        let referral = Referral::of(i, &plan);
        let command = ReferPlan {
            plan: plan.id,
            to: Vec::new(),
            until: i.today(),
        };
        let asks = i.may(now, &Command::ReferPlan(command));
        if !asks && referral.is_none() {
            return None;
        }
        let to = asked_by(i, &plan);
        Some(ReferForm {
            frame: WorkFrame::of(i),
            today: i.today(),
            body: body(i.published(), plan.body())?,
            time,
            stage: plan.stage(),
            offered: offered(i, plan.body(), &to),
            asks,
            may_ask: asks && plan.stage() == PlanStage::Proposed && plan.is_in_hand(),
            seen: derived(plan.id.0, &format!("{:?}", plan.referral_edition())).to_string(),
            to,
            referral,
            plan: plan.id,
        })
    }

    /// Whether a round is open.
    pub fn is_open(&self) -> bool {
        self.referral.as_ref().is_some_and(|round| round.is_open)
    }

    /// Whether it says already what is wanted.
    fn stands(&self, to: &BTreeSet<BodyId>, until: Date) -> bool {
        let said = self.referral.as_ref().and_then(|round| round.until);
        self.is_open() && self.to == *to && said == Some(until)
    }
}

/// Those whom the open round of a plan asks; in the place of one that is no more those that have come
/// after it.
fn asked_by(i: Inside<'_>, plan: &InsidePlan<'_>) -> BTreeSet<BodyId> {
    let round = plan.referral().filter(|round| round.is_open);
    let asked = round.into_iter().flat_map(|round| round.to);
    asked.flat_map(|body| i.in_place_of(body)).collect()
}

/// The bodies that have an administration of their own to ask, but for the one whose plan it is, and
/// whoever is asked already.
fn offered(i: Inside<'_>, own: BodyId, to: &BTreeSet<BodyId>) -> Vec<(BodyId, Names)> {
    let published = i.published();
    let others = published.bodies().filter(|known| {
        let is_there = !known.has_ended() && known.from().day() <= i.today();
        known.id != own && is_there && (known.kind().takes_orders() || to.contains(&known.id))
    });
    let mut others: Vec<_> = others.collect();
    others.sort_by_cached_key(|known| known.name.slug.to_string());
    let named = others.into_iter();
    named
        .map(|known| (known.id, known.name.names.clone()))
        .collect()
}

/// What the form knows in which a body answers.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerForm {
    /// What stands around the page.
    pub frame: WorkFrame,
    /// Whose plan: name and address.
    pub body: (Names, String),
    /// For which time.
    pub time: PlanTime,
    /// The round.
    pub referral: Referral,
    /// The bodies for which they may answer now.
    pub bodies: Vec<AnsweringBody>,
    plan: PlanId,
}

/// A body for which somebody answers.
#[derive(Clone, Debug, PartialEq)]
pub struct AnsweringBody {
    /// Which body.
    pub id: BodyId,
    /// What it is called.
    pub names: Names,
    /// What it has answered before: nothing, that it has nothing to object to, or words.
    pub before: Option<Option<Text>>,
    /// A word for that: what is answered anew is said instead of it.
    pub seen: String,
}

impl AnswerForm {
    /// The form for the plan of the body at an address; none if no body of theirs is asked about it, or was
    /// until it was decided.
    pub fn of(i: Inside<'_>, now: Now, slug: &str, time: PlanTime) -> Option<AnswerForm> {
        let plan = asked_about(i, slug, time)?;
        let referral = Referral::of(i, &plan)?;
        let mut own = plan.asks();
        own.sort_by_cached_key(|own| body(i.published(), *own).map(|(_, slug)| slug));
        if own.is_empty() {
            return None;
        }
        let own = own.into_iter().filter(|body| {
            let command = answers(&plan, *body, None);
            referral.is_open && i.may(now, &command)
        });
        let bodies = own.filter_map(|own| AnsweringBody::of(i, &plan, own));
        Some(AnswerForm {
            frame: WorkFrame::of(i),
            body: body(i.published(), plan.body())?,
            time,
            bodies: bodies.collect(),
            referral,
            plan: plan.id,
        })
    }
}

impl AnsweringBody {
    fn of(i: Inside<'_>, plan: &InsidePlan<'_>, id: BodyId) -> Option<AnsweringBody> {
        let round = plan.referral()?;
        let mut answers = round.asked.iter().flat_map(|asked| &asked.answers);
        let last = answers.rfind(|answer| answer.by == id);
        let before = last.map(|last| last.says.cloned());
        let (_, handed_in) = plan.referral_edition();
        Some(AnsweringBody {
            id,
            names: body(i.published(), id)?.0,
            seen: derived(id.0, &format!("{before:?}/{handed_in}")).to_string(),
            before,
        })
    }
}

fn answers(plan: &InsidePlan<'_>, body: BodyId, says: Option<Text>) -> Command {
    let plan = plan.id;
    Command::AnswerReferral(AnswerReferral { plan, body, says })
}

/// The plan that somebody is asked about.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedPlan {
    /// Whose: name and address.
    pub body: (Names, String),
    /// For which time.
    pub time: PlanTime,
    /// The last day.
    pub until: Date,
    /// Which bodies of theirs are waited for.
    pub of: Vec<Names>,
}

impl AskedPlan {
    /// A plan that waits for what somebody's body says of it.
    pub(super) fn of(i: Inside<'_>, plan: &InsidePlan<'_>, time: PlanTime) -> Option<AskedPlan> {
        let mut of: Vec<(Names, String)> = Vec::new();
        for own in plan.waits_for() {
            of.extend(body(i.published(), own));
        }
        of.sort_by(|a, b| a.1.cmp(&b.1));
        if of.is_empty() {
            return None;
        }
        Some(AskedPlan {
            of: of.into_iter().map(|(names, _)| names).collect(),
            body: body(i.published(), plan.body())?,
            time,
            until: plan.referral()?.until?,
        })
    }
}

impl App {
    /// Asks bodies what they say of a plan, instead of what the form showed.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn refer(
        &self,
        person: PersonId,
        at: (&str, PlanTime),
        seen: &str,
        wanted: (BTreeSet<BodyId>, Date),
    ) -> Result<(), Unsaved> {
        let (to, until) = wanted;
        let look = |i: Inside<'_>, now| {
            let form = ReferForm::of(i, now, at.0, at.1).ok_or(Unsaved::Nowhere)?;
            // The same form sent twice has asked once.
            if form.stands(&to, until) {
                return Ok(Looked::Stands(()));
            }
            if form.may_ask && form.seen != seen {
                return Err(Unsaved::Changed);
            }
            let command = Command::ReferPlan(ReferPlan {
                plan: form.plan,
                to: to.iter().copied().collect(),
                until,
            });
            Ok(Looked::Asks(vec![command], ()))
        };
        self.perform_looked(person, look, |(), error| unsaved(error))
            .await
    }

    /// Asks nobody any longer.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn call_off_referral(
        &self,
        person: PersonId,
        at: (&str, PlanTime),
        seen: &str,
    ) -> Result<(), Unsaved> {
        let look = |i: Inside<'_>, now| {
            let form = ReferForm::of(i, now, at.0, at.1).ok_or(Unsaved::Nowhere)?;
            let plan = form.plan;
            let command = Command::CallOffReferral(CallOffReferral { plan });
            if !i.may(now, &command) {
                return Err(Unsaved::Nowhere);
            }
            if !form.is_open() {
                return Ok(Looked::Stands(()));
            }
            match form.seen == seen {
                true => Ok(Looked::Asks(vec![command], ())),
                false => Err(Unsaved::Changed),
            }
        };
        self.perform_looked(person, look, |(), error| unsaved(error))
            .await
    }

    /// Says what a body says of a plan that it is asked about, instead of what the form showed.
    ///
    /// # Errors
    /// [`Unsaved`]; then nothing was stored.
    pub async fn answer_referral(
        &self,
        person: PersonId,
        at: (&str, PlanTime),
        seen: &str,
        (body, says): (BodyId, Option<Text>),
    ) -> Result<(), Unsaved> {
        let look = |i: Inside<'_>, now| {
            let form = AnswerForm::of(i, now, at.0, at.1).ok_or(Unsaved::Nowhere)?;
            let own = form.bodies.iter().find(|own| own.id == body);
            let before = own.map(|own| &own.before);
            // The same form sent twice has answered once.
            if before == Some(&Some(says.clone())) {
                return Ok(Looked::Stands(()));
            }
            if own.is_some_and(|own| own.seen != seen) {
                return Err(Unsaved::Changed);
            }
            let (plan, says) = (form.plan, says.clone());
            let command = Command::AnswerReferral(AnswerReferral { plan, body, says });
            Ok(Looked::Asks(vec![command], ()))
        };
        self.perform_looked(person, look, |(), error| unsaved(error))
            .await
    }
}
