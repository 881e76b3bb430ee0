//! Numbers, orders and their answers, transfers, and the plans of a year.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, import, kim};
use riktning_domain::Period;
use riktning_domain::decisions::{Act, RecordDecision, Stage};
use riktning_domain::elements::Origin;
use riktning_domain::plans::PlanStage;
use riktning_domain::published::Deed;

fn numbers(world: &World, on: &str) -> Vec<(u32, u128)> {
    let lens = world.published(on);
    let elements = lens.elements_of(MODEL_A);
    let mut numbers: Vec<_> = elements
        .map(|e| (e.number(), e.id().0.as_u128() & u128::from(u64::MAX)))
        .collect();
    numbers.sort_unstable();
    numbers
}

#[test]
fn a_number_is_given_by_the_order_of_recording_once_and_for_all() {
    let world = exempelstad()
        .and(kim("2016-01-01"), goal(7))
        .and(kim("2016-01-01"), goal(3))
        .and(kim("2016-01-02"), rewording(7, 71))
        .and(
            kim("2016-03-01"),
            decides(1, "2016-03-01", vec![adopt(3, 30), adopt(7, 71)]),
        );
    assert_eq!(numbers(&world, "2016-03-01"), [(1, 7), (2, 3)]);
    // An import that dates its element earlier takes the next number, never one before.
    let mut earlier = goal(5);
    earlier.since = Some("2015-06-01".parse().unwrap());
    let world = world
        .and(import("2017-01-01"), earlier)
        .and(import("2017-01-01"), finds(5, 50, "2015-06-01"));
    let all = [(1, 7), (2, 3), (3, 5)];
    assert_eq!(numbers(&world, "2017-01-01"), all);
    let published = world.published("2017-01-01");
    assert_eq!(published.numbered(2).unwrap().id(), element(3));
    assert!(published.numbered(4).is_none() && published.numbered(0).is_none());
    // A draft has its number, and residents do not see it before it is adopted.
    let world = world.and(kim("2017-02-01"), goal(9));
    assert!(world.published("2017-02-01").numbered(4).is_none());
    // The journal replayed gives the same numbers.
    let mut again = riktning_domain::State::default();
    world
        .journal
        .iter()
        .for_each(|recorded| again.apply(recorded));
    let again = World {
        state: again,
        journal: world.journal,
    };
    assert_eq!(numbers(&again, "2017-02-01"), all);
}

#[test]
fn an_order_is_answered_by_each_wording_that_a_decision_has_adopted() {
    let mut assigned = commitment(2);
    assigned.wording.origin = Origin::Assigned(element(1));
    let mut interpreted = commitment(3);
    interpreted.wording.origin = Origin::Interpreted(element(1));
    let world = exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), interpreted)
        .and(kim("2016-01-01"), assigned)
        .and(kim("2016-01-02"), ties(1, 2, 1))
        .and(kim("2016-01-02"), ties(2, 3, 1))
        .and(
            kim("2016-03-01"),
            decides(1, "2016-03-01", vec![adopt(1, 10)]),
        );
    let answers = |world: &World, on: &str| {
        let all = world.published(on).answers_to_order(element(1));
        all.iter().map(|e| e.id()).collect::<Vec<_>>()
    };
    assert_eq!(answers(&world, "2016-03-01"), []);
    let world = world.and(
        kim("2016-04-01"),
        RecordDecision {
            body: SCHOOLS,
            ..decides(2, "2016-04-01", vec![adopt(2, 20), adopt(3, 30)])
        },
    );
    assert_eq!(answers(&world, "2016-03-31"), []);
    assert_eq!(answers(&world, "2016-04-01"), [element(3), element(2)]);
}

/// Goal 1 adopted, given to the company and withdrawn.
fn given() -> World {
    exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(
            kim("2016-03-01"),
            decides(1, "2016-03-01", vec![adopt(1, 10)]),
        )
        .and(
            kim("2016-05-01"),
            decides(2, "2016-05-01", vec![Act::Transfer(element(1), COMPANY)]),
        )
        .and(
            kim("2016-07-01"),
            decides(3, "2016-07-01", vec![Act::Withdraw(element(1))]),
        )
}

fn deeds(world: &World, on: &str) -> Vec<&'static str> {
    let deeds = world.published(on).deeds(element(1));
    let words = deeds.iter().map(|(_, deed, _)| match deed {
        Deed::Adopted { .. } => "adopted",
        Deed::Transferred(_) => "transferred",
        Deed::Withdrawn => "withdrawn",
        Deed::Closed => "closed",
    });
    words.collect()
}

#[test]
fn everything_that_was_decided_of_an_element_is_told_in_order() {
    let world = given();
    assert_eq!(deeds(&world, "2016-02-28"), [""; 0]);
    assert_eq!(deeds(&world, "2016-05-01"), ["adopted", "transferred"]);
    let all = ["adopted", "transferred", "withdrawn"];
    assert_eq!(deeds(&world, "2016-07-01"), all);
    let world = world.and(
        kim("2016-09-01"),
        marks(decision(2), Stage::Quashed, "2016-09-01"),
    );
    assert_eq!(deeds(&world, "2016-08-31"), all);
    assert_eq!(deeds(&world, "2016-09-01"), ["adopted", "withdrawn"]);
}

#[test]
fn a_body_lists_what_a_decision_took_from_it() {
    let world = given();
    let listed = |body, on: &str| {
        let given = world.published(on).given_away_by(body);
        given.iter().map(|e| e.id()).collect::<Vec<_>>()
    };
    assert_eq!(listed(SCHOOLS, "2016-04-30"), []);
    assert_eq!(listed(SCHOOLS, "2016-05-01"), [element(1)]);
    assert_eq!(listed(COMPANY, "2016-05-01"), []);
    assert_eq!(listed(BOARD, "2016-05-01"), []);
}

#[test]
fn a_plan_is_shown_when_adopted_with_its_supplements_in_order() {
    let world = exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), goal(2))
        .and(kim("2016-02-01"), plans(1))
        .and(kim("2016-02-02"), places(1, &[element(1)]))
        .and(
            kim("2016-03-01"),
            decides(1, "2016-03-01", vec![adopt(1, 10), Act::AdoptPlan(plan(1))]),
        )
        .and(
            kim("2016-11-01"),
            decides(
                2,
                "2016-11-01",
                vec![adopt(2, 20), Act::SupplementPlan(plan(1), vec![element(2)])],
            ),
        );
    let year = Period::Year(2017);
    assert!(world.published("2016-02-28").plans(year).is_empty());
    assert!(
        world
            .published("2016-12-31")
            .plans(Period::Year(2018))
            .is_empty()
    );
    let adopted = world.published("2016-03-01").plans(year);
    assert_eq!(adopted.len(), 1);
    assert_eq!(adopted[0].stage(), PlanStage::Adopted);
    assert_eq!(adopted[0].adopted_by(), Some(decision(1)));
    assert_eq!(adopted[0].elements().len(), 1);
    assert!(adopted[0].supplements().is_empty());
    let later = world.published("2016-11-01").plans(year);
    assert_eq!(later[0].stage(), PlanStage::Supplemented);
    let supplements = later[0].supplements();
    assert_eq!(supplements.len(), 1);
    assert_eq!(supplements[0].decision, decision(2));
    assert_eq!(supplements[0].elements, [element(2)]);
    assert_eq!(later[0].elements().len(), 1);
}
