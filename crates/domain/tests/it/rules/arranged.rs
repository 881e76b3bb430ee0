//! The order in which the rows of a plan stand: chosen by its body, of a day, until it is decided.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, day, import, kim};
use riktning_domain::decisions::{Act, Stage};
use riktning_domain::elements::DropDraft;
use riktning_domain::ids::ElementId;
use riktning_domain::permissions::{GrantRole, Role};
use riktning_domain::plans::{ArrangePlan, HandInPlan};
use riktning_domain::refusal::Fact;
use riktning_domain::{Period, Refusal};

const NOW: &str = "2018-01-01";

/// Plan 1 with goals 1, 2 and 3, and a fourth beside it.
fn town() -> World {
    let role = GrantRole {
        person: KIM,
        role: Role::Contributor,
        body: SCHOOLS,
        from: day("2016-01-01"),
        to: None,
    };
    let goals = (1..=4).map(goal);
    let world = goals.fold(exempelstad(), |world, goal| {
        world.and(kim("2016-01-01"), goal)
    });
    let all = [element(1), element(2), element(3)];
    world
        .and(import("2016-01-01"), role)
        .and(kim("2016-02-01"), plans(1))
        .and(kim("2016-02-02"), places(1, &all))
}

fn three_first() -> ArrangePlan {
    arranges(1, 1, &[element(3), element(1), element(2)])
}

fn rows(world: &World, n: u128, on: &str) -> Vec<ElementId> {
    let inside = world.state.inside(KIM, day(NOW));
    let plan = inside.plan(plan(n)).unwrap();
    plan.elements_on(day(on)).iter().map(|row| row.id).collect()
}

fn adopts(n: u128, on: &str) -> riktning_domain::decisions::RecordDecision {
    let adopt = (1..=3).map(|n| adopt(n, n * 10));
    let acts = adopt.chain([Act::AdoptPlan(plan(1))]);
    decides(n, on, acts.collect())
}

#[test]
fn rows_stand_as_they_were_written_down_until_somebody_arranges_them() {
    let world = town();
    let written = [element(1), element(2), element(3)];
    assert_eq!(rows(&world, 1, NOW), written);
    let world = world.and(kim("2016-02-10"), three_first());
    let arranged = [element(3), element(1), element(2)];
    assert_eq!(rows(&world, 1, NOW), arranged);
    // It is an order of a day.
    assert_eq!(rows(&world, 1, "2016-02-09"), written);
    // A row that comes later stands last, and one that is taken back leaves no hole.
    let world = world.and(kim("2016-02-11"), places(1, &[element(4)])).and(
        kim("2016-02-12"),
        DropDraft {
            element: element(1),
        },
    );
    assert_eq!(rows(&world, 1, NOW), [element(3), element(2), element(4)]);
    assert_eq!(world.state.on(day(NOW)).places(plan(9)), Default::default());
}

#[test]
fn only_rows_of_the_plan_are_arranged_and_each_once() {
    let world = town();
    let wants = |rows: &[ElementId]| arranges(1, 1, rows);
    world
        .when(kim(NOW), wants(&[element(1), element(4)]))
        .then_refused(Refusal::NotInPlan);
    world
        .when(kim(NOW), wants(&[element(1), element(9)]))
        .then_refused(Refusal::NotInPlan);
    world
        .when(kim(NOW), wants(&[element(1), element(2), element(1)]))
        .then_refused(Refusal::TwiceTheSame);
    world.when(kim(NOW), wants(&[])).then_nothing();
    world
        .when(kim(NOW), arranges(9, 1, &[element(1)]))
        .then_refused(Refusal::Unknown { fact: Fact::Plan });
    world.when(kim(NOW), wants(&[element(2)])).then_accepted();
    let back_dated = ArrangePlan {
        since: Some(dated("2016-02-03")),
        ..three_first()
    };
    world
        .when(kim(NOW), back_dated.clone())
        .then_refused(Refusal::MayNotBackDate);
    world.when(import(NOW), back_dated).then_on("2016-02-03");
}

#[test]
fn nobody_moves_rows_that_they_have_not_seen() {
    let world = town().and(kim("2016-02-10"), three_first());
    // The same again is the same, and another under its name is not.
    world.when(kim(NOW), three_first()).then_nothing();
    world
        .when(kim(NOW), arranges(1, 1, &[element(2)]))
        .then_refused(Refusal::TwiceTheSame);
    let second = arranges(1, 2, &[element(2)]);
    world
        .when(kim(NOW), second.clone())
        .then_refused(Refusal::PlanRearranged);
    let seen = ArrangePlan {
        instead_of: Some(arrangement(1)),
        ..second
    };
    let world = world.and(kim("2016-02-11"), seen.clone());
    let late = ArrangePlan {
        arrangement: arrangement(3),
        ..seen
    };
    world
        .when(kim(NOW), late.clone())
        .then_refused(Refusal::PlanRearranged);
    // An import tells what was, whoever looked.
    world.when(import(NOW), late).then_accepted();
}

#[test]
fn a_decision_takes_the_plan_as_it_lay_on_the_day_of_the_meeting() {
    let handed_in = HandInPlan {
        plan: plan(1),
        since: None,
    };
    let later = ArrangePlan {
        instead_of: Some(arrangement(1)),
        ..arranges(1, 2, &[element(2)])
    };
    // Until it is decided it may be arranged, handed in or not.
    let world = town()
        .and(kim("2016-02-10"), three_first())
        .and(kim("2016-02-11"), handed_in)
        .and(kim("2016-03-05"), later);
    let decided = world.and(kim("2016-03-07"), adopts(1, "2016-03-01"));
    let met = [element(3), element(1), element(2)];
    assert_eq!(rows(&decided, 1, NOW), met);
    let public = |world: &World, on: &str| {
        let lens = world.state.published(day(on), day(NOW));
        let plans = lens.plans(Period::Year(2017));
        let mut places: Vec<_> = plans.iter().flat_map(|plan| plan.places()).collect();
        places.sort_by_key(|(_, place)| *place);
        places.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(public(&decided, NOW), met);
    assert_eq!(public(&decided, "2016-02-28"), []);
    // From then on nobody moves anything, not even on an earlier day.
    let again = ArrangePlan {
        instead_of: Some(arrangement(2)),
        ..arranges(1, 3, &[element(2)])
    };
    decided
        .when(kim(NOW), again.clone())
        .then_refused(Refusal::PlanAdopted);
    let before = ArrangePlan {
        since: Some(dated("2016-02-20")),
        ..again.clone()
    };
    decided
        .when(import(NOW), before)
        .then_refused(Refusal::PlanAdopted);
    // What a court quashed is a draft again, as it was left.
    let quashed = decided.and(
        kim("2016-06-01"),
        marks(decision(1), Stage::Quashed, "2016-06-01"),
    );
    quashed.when(kim(NOW), again).then_accepted();
    assert_eq!(rows(&quashed, 1, NOW), [element(2), element(1), element(3)]);
}

#[test]
fn a_supplement_stands_as_its_own_plan_was_arranged() {
    let extra = [element(4), element(5)];
    let supplement = Act::SupplementPlan(plan(1), extra.to_vec());
    let decided = town()
        .and(kim("2016-03-01"), adopts(1, "2016-03-01"))
        .and(kim("2016-10-01"), goal(5))
        .and(kim("2016-10-01"), plans(2))
        .and(kim("2016-10-01"), places(2, &extra));
    let november = |world: World| {
        let acts = vec![adopt(4, 40), adopt(5, 50), supplement.clone()];
        world.and(kim("2016-11-01"), decides(2, "2016-11-01", acts))
    };
    // Nobody arranged anything: everything stands as it did.
    let plain = november(decided.clone());
    let all: Vec<_> = (1..=5).map(element).collect();
    assert_eq!(rows(&plain, 1, NOW), all);
    assert_eq!(plain.state.on(day(NOW)).places(plan(1)), Default::default());

    let turned = arranges(2, 1, &[element(5), element(4)]);
    let world = november(decided.and(kim("2016-10-02"), turned));
    let places = world.state.on(day(NOW)).places(plan(1));
    let at = |n: u128| places[&element(n)];
    assert_eq!((at(5), at(4)), ((1, 0), (1, 1)));
    assert_eq!(at(1).0, 0, "what was first decided stands before it");
    assert_eq!(rows(&world, 1, NOW), [1, 2, 3, 5, 4].map(element));
    let lens = world.state.published(day(NOW), day(NOW));
    let public = &lens.plans(Period::Year(2017))[0];
    assert_eq!(public.supplements()[0].elements, [5, 4].map(element));
    // What has been taken up is arranged no more.
    let again = ArrangePlan {
        instead_of: Some(arrangement(1)),
        ..arranges(2, 2, &[element(4)])
    };
    world
        .when(kim(NOW), again)
        .then_refused(Refusal::PlanAdopted);
}
