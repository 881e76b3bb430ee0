//! Elements and plans: what residents see is what a decision that stands, or a source,
//! named last; what has ended stays ended; an adopted plan is written only by decisions.

use super::links::{Adopted, Drafts, adoptions};
use super::{At, Facts, Faults};
use crate::exempelstad::{BOARD, COMPANY, KIM, SCHOOLS, element, plan};
use crate::histories::days_of;
use crate::world::{Wish as _, World, import_on};
use jiff::civil::{Date, date};
use riktning_domain::comments::{Audience, CommentOn, Matter};
use riktning_domain::decisions::{Act, Adoptable};
use riktning_domain::elements::TakeBackProposal;
use riktning_domain::ids::{BodyId, DecisionId, ElementId, PlanId};
use riktning_domain::permissions::{GrantRole, Role, User};
use riktning_domain::plans::PlanStage;
use riktning_domain::{Event, Happened, Period, State};

pub(super) fn check(facts: Facts<'_>, world: &World, faults: &mut Faults) {
    let adoptions = adoptions(facts);
    let endings = endings(facts);
    let transfers = acts(facts, |act| match act {
        Act::Transfer(id, to) => Some((*id, *to)),
        _ => None,
    });
    ended(facts, &adoptions, &endings, &transfers, faults);
    shown(facts, world, &adoptions, &endings, &transfers, faults);
    plans(facts, faults);
    arranged(facts, world, faults);
    unseen_plans(facts, world, faults);
    dropped(facts, world, faults);
    taken_back(facts, faults);
}

/// What ended by which decision.
pub(super) fn endings(facts: Facts<'_>) -> Vec<Ended> {
    acts(facts, |act| match act {
        Act::Withdraw(id) | Act::Close(id) => Some(*id),
        _ => None,
    })
}

fn acts<T>(facts: Facts<'_>, read: impl Fn(&Act) -> Option<T>) -> Vec<At<(T, DecisionId)>> {
    facts.many(|event| match event {
        Event::DecisionRecorded(e) => {
            let acts = e.acts.iter().filter_map(&read);
            acts.map(|act| (act, e.decision)).collect()
        }
        _ => vec![],
    })
}

pub(super) type Ended = At<(ElementId, DecisionId)>;
type Given = At<((ElementId, BodyId), DecisionId)>;

fn ended(
    facts: Facts<'_>,
    adoptions: &[At<Adopted>],
    endings: &[Ended],
    transfers: &[Given],
    faults: &mut Faults,
) {
    let adopted = adoptions
        .iter()
        .map(|a| (a.on, a.position, a.value.0, a.value.2));
    let given = transfers
        .iter()
        .map(|t| (t.on, t.position, t.value.0.0, Some(t.value.1)));
    let ended = endings
        .iter()
        .map(|e| (e.on, e.position, e.value.0, Some(e.value.1)));
    // A quashed act did nothing in the end, and may lie where it lies.
    let stood = |by: &Option<DecisionId>| by.is_none_or(|id| facts.stands(id, Date::MAX));
    for (on, position, element, _) in adopted.chain(given).chain(ended).filter(|a| stood(&a.3)) {
        let over = endings.iter().find(|e| {
            e.value.0 == element
                && (e.on, e.position) < (on, position)
                && facts.stands(e.value.1, on)
        });
        if let Some(over) = over {
            faults.push(format!(
                "{element} ended on {} and was acted on {on}",
                over.on
            ));
        }
    }
    for (on, element) in transfers
        .iter()
        .map(|t| (t.on, t.value.0.0))
        .chain(endings.iter().map(|e| (e.on, e.value.0)))
    {
        if !adoptions.iter().any(|a| a.value.0 == element && a.on <= on) {
            faults.push(format!("{element} was not adopted on {on}"));
        }
    }
}

/// What residents are shown on each day, reckoned from the raw events.
fn shown(
    facts: Facts<'_>,
    world: &World,
    adoptions: &[At<Adopted>],
    endings: &[Ended],
    transfers: &[Given],
    faults: &mut Faults,
) {
    let drafts = Drafts::of(facts);
    for day in days_of(world) {
        let lens = world.state.published(day, date(2030, 12, 31));
        for (element, (model, _)) in &drafts.place {
            let stands = |by: DecisionId| facts.stands(by, day);
            let adoption = adoptions
                .iter()
                .rev()
                .find(|a| a.value.0 == *element && a.on <= day && a.value.2.is_none_or(stands));
            let ending = endings
                .iter()
                .rev()
                .find(|e| e.value.0 == *element && e.on <= day && stands(e.value.1));
            let transfer = transfers
                .iter()
                .rev()
                .find(|t| t.value.0.0 == *element && t.on <= day && stands(t.value.1));
            let in_force = lens.model(*model).is_some();
            let expected = adoption.filter(|_| in_force).map(|a| {
                let wording = drafts.wordings[&(*element, a.value.1)];
                let later = transfer.filter(|t| (t.on, t.position) >= (a.on, a.position));
                let owner = later.map(|t| t.value.0.1).or(wording.owner);
                let righted = super::righting::reads(facts, (*element, a.value.1), day);
                (
                    righted.unwrap_or(&wording.text),
                    owner,
                    ending.map(|e| e.value.1),
                )
            });
            let found = lens.element(*element);
            let found = found
                .as_ref()
                .map(|e| (e.text(), e.owner(), e.withdrawn().or(e.closed())));
            if found != expected {
                faults.push(format!("{element} on {day}: {found:?}, not {expected:?}"));
            }
            if lens.stands(Adoptable::Element(*element)) != adoption.is_some() {
                faults.push(format!("{element} stands, or not, on {day}"));
            }
        }
    }
}

fn plans(facts: Facts<'_>, faults: &mut Faults) {
    let stages = acts(facts, |act| match act {
        Act::AdoptPlan(plan) => Some((*plan, PlanStage::Adopted)),
        Act::SupplementPlan(plan, _) => Some((*plan, PlanStage::Supplemented)),
        Act::ClosePlan(plan) => Some((*plan, PlanStage::Closed)),
        _ => None,
    });
    let written = facts.timeline(|event| match event {
        Event::PlacedInPlan(e) => Some(e.plan),
        Event::PlanHandedIn(e) => Some(e.plan),
        _ => None,
    });
    let stage = |plan: PlanId, on: Date, position: u64| {
        let mut decided = stages.iter().rev();
        let last = decided.find(|s| {
            s.value.0.0 == plan
                && (s.on, s.position) < (on, position)
                && facts.stands(s.value.1, on)
        });
        last.map(|s| s.value.0.1)
    };
    for at in written {
        if stage(at.value, at.on, at.position).is_some() {
            faults.push(format!(
                "{} was adopted and written in on {}",
                at.value, at.on
            ));
        }
    }
    for at in stages.iter().filter(|s| facts.stands(s.value.1, Date::MAX)) {
        let (plan, to) = at.value.0;
        let before = stage(plan, at.on, at.position);
        let is_closed = before == Some(PlanStage::Closed);
        if is_closed {
            faults.push(format!("{plan} was closed and decided of on {}", at.on));
        }
        if to != PlanStage::Adopted
            && !stages
                .iter()
                .any(|s| s.value.0.0 == plan && s.on <= at.on && s.value.0.1 == PlanStage::Adopted)
        {
            faults.push(format!("{plan} was never adopted by {}", at.on));
        }
    }
}

/// An adopted plan stands as it was arranged on the day of the meeting, and nobody arranges it after
/// that is known.
fn arranged(facts: Facts<'_>, world: &World, faults: &mut Faults) {
    let adopted = acts(facts, |act| match act {
        Act::AdoptPlan(plan) => Some(*plan),
        _ => None,
    });
    let arranged = facts.timeline(|event| match event {
        Event::PlanArranged(e) => Some((e.plan, &e.rows)),
        _ => None,
    });
    for at in &arranged {
        let decided = adopted.iter().find(|a| {
            let known = a.position < at.position && a.on <= at.on;
            a.value.0 == at.value.0 && known && facts.stands(a.value.1, at.on)
        });
        if decided.is_some() {
            faults.push(format!(
                "{} was adopted and arranged on {}",
                at.value.0, at.on
            ));
        }
    }
    for day in days_of(world) {
        let lens = world.state.published(day, day);
        for plan in lens.plans(Period::Year(2017)) {
            let mut standing = adopted
                .iter()
                .filter(|a| a.value.0 == plan.id && a.on <= day && facts.stands(a.value.1, day));
            let meeting = standing.next().map_or(day, |a| a.on);
            let mut before = arranged.iter().rev();
            let rows = before.find(|at| at.value.0 == plan.id && at.on <= meeting);
            let places = plan.places();
            let rows = rows
                .into_iter()
                .flat_map(|at| at.value.1.iter().enumerate());
            for (place, row) in rows {
                if places.get(row) != Some(&(0, place)) {
                    faults.push(format!("{row} stands at {:?} on {day}", places.get(row)));
                }
            }
        }
    }
}

/// A plan of which only the decision is known stands while the decision does.
fn unseen_plans(facts: Facts<'_>, world: &World, faults: &mut Faults) {
    let adopted = acts(facts, |act| match act {
        Act::AdoptUnseenPlan(period) => Some(*period),
        _ => None,
    });
    for day in days_of(world) {
        for at in &adopted {
            let (period, decision) = at.value;
            let expected = at.on <= day && facts.stands(decision, day);
            let shown = world.state.published(day, day).unseen_plans(period);
            if shown.iter().any(|d| d.id() == decision) != expected {
                faults.push(format!(
                    "the unseen plan of {period} by {decision} on {day}"
                ));
            }
        }
    }
}

/// What was taken back is decided on no day, before or after, and written in no more.
fn dropped(facts: Facts<'_>, world: &World, faults: &mut Faults) {
    let dropped = facts.timeline(|event| match event {
        Event::DraftDropped(e) => Some(e.element),
        _ => None,
    });
    let adoptions = adoptions(facts);
    let state = &read_by_kim(world);
    for at in &dropped {
        let id = at.value;
        if adoptions.iter().any(|a| a.value.0 == id) {
            faults.push(format!("{id} was taken back and decided"));
        }
        let written = facts.timeline(|event| match event {
            Event::WordingProposed(e) => Some(vec![e.element]),
            Event::PlacedInPlan(e) => Some(e.elements.clone()),
            _ => None,
        });
        let after = |w: &At<Vec<ElementId>>| w.position > at.position && w.value.contains(&id);
        if written.iter().any(after) {
            faults.push(format!("{id} was written in after it was taken back"));
        }
        let inside = state.inside(KIM, at.on);
        if inside.element(id).is_some() {
            faults.push(format!(
                "{id} is shown on the day on which it was taken back"
            ));
        }
    }
}

/// The same town, where Kim writes for each body that ever owns something: whoever holds no role
/// there reads of what is left of nothing.
fn read_by_kim(world: &World) -> State {
    let mut world = world.clone();
    for body in [SCHOOLS, COMPANY, BOARD] {
        let role = GrantRole {
            person: KIM,
            role: Role::Contributor,
            body,
            from: date(2015, 1, 1),
            to: None,
        };
        // Recorded and not asked for: a body that has ended gives nobody a role any more.
        let given = Happened {
            on: role.from,
            event: Event::RoleGranted(role),
        };
        world.record(import_on(date(2020, 1, 1)), &given);
    }
    world.state
}

/// A proposal that is taken back leaves what is decided as it was, and is in no plan that waits: each
/// that was, and at the end each that can be.
fn taken_back(facts: Facts<'_>, faults: &mut Faults) {
    let mut state = State::default();
    for recorded in facts.0 {
        let before = state.clone();
        state.apply(recorded);
        if let Event::ProposalTakenBack(taken_back) = &recorded.event {
            left(&before, &state, taken_back.element, recorded.on, faults);
        }
    }
    let last = facts.0.last().map_or(date(2020, 1, 1), |last| last.on);
    let now = import_on(last.max(date(2020, 1, 1)));
    for id in (1..=6).map(element) {
        let mut after = state.clone();
        let command = TakeBackProposal { element: id }.command();
        if after.carry_out(&User::Import, now, command).is_ok() {
            left(&state, &after, id, now.today, faults);
        }
    }
}

fn left(before: &State, after: &State, id: ElementId, on: Date, faults: &mut Faults) {
    let shown = |state: &State| crate::dump::published(state, on, on);
    if shown(after) != shown(before) {
        faults.push(format!("residents saw that {id} was taken back on {on}"));
    }
    for plan in [plan(1), plan(2)] {
        let (was, is) = (before.on(on).plan(plan), after.on(on).plan(plan));
        let (Some((stage, was)), Some((_, is))) = (was, is) else {
            continue;
        };
        if stage > PlanStage::Draft && was != is {
            faults.push(format!("{id} was taken out of what was decided on {on}"));
        }
        let whole = CommentOn {
            plan,
            row: None,
            audience: Audience::Inside,
        };
        let in_hand = after.matter(&whole, on) == Matter::Open;
        if in_hand && is.contains(&id) && before.on(on).proposal(id) != after.on(on).proposal(id) {
            faults.push(format!("{id} lies in what is in hand still on {on}"));
        }
    }
}
