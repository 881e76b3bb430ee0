//! A quashed decision: what it did no longer stands, and what stood before stands again.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::Refusal;
use riktning_domain::assessments::Subject;
use riktning_domain::decisions::{Act, Adoptable, Basis, RecordDecision, Stage};
use riktning_domain::indicators::{Aim, SetTarget, TargetBasis};
use riktning_domain::plans::PlanStage;

/// Goal 1 adopted in March 2016 (decision 1); in 2017 decision 2 does `act`; a court quashes
/// it on 1 September.
fn quashed(act: Act) -> World {
    exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), goal(2))
        .and(kim("2016-01-01"), plans(1))
        .and(
            kim("2016-03-01"),
            decides(1, "2016-03-01", vec![adopt(1, 10)]),
        )
        .and(kim("2016-04-01"), places(1, &[element(1)]))
        .and(kim("2017-01-01"), rewording(1, 11))
        .and(kim("2017-02-01"), decides(2, "2017-02-01", vec![act]))
        .and(
            kim("2017-09-15"),
            marks(decision(2), Stage::Quashed, "2017-09-01"),
        )
}

fn goal_on<T>(
    world: &World,
    on: &str,
    read: impl Fn(riktning_domain::published::PublicElement<'_>) -> T,
) -> T {
    read(world.published(on).element(element(1)).unwrap())
}

#[test]
fn the_wording_before_stands_again() {
    let world = quashed(adopt(1, 11));
    let text = |on| goal_on(&world, on, |g| g.text().clone());
    let basis = |on| goal_on(&world, on, |g| g.basis());
    assert_eq!(text("2017-08-31"), "Element 1, lydelse 11".into());
    assert_eq!(text("2017-09-01"), "Element 1, första lydelsen".into());
    assert_eq!(basis("2017-08-31"), Basis::Decision(decision(2)));
    assert_eq!(basis("2017-09-01"), Basis::Decision(decision(1)));
}

#[test]
fn what_had_only_that_decision_is_no_longer_public() {
    let world = exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(
            kim("2016-03-01"),
            decides(1, "2016-03-01", vec![adopt(1, 10)]),
        )
        .and(
            kim("2016-06-01"),
            marks(decision(1), Stage::Quashed, "2016-05-01"),
        );
    let there = |on| world.published(on).element(element(1)).is_some();
    assert!(there("2016-04-30"));
    assert!(!there("2016-05-01"));
    let stands = |on| world.published(on).stands(Adoptable::Element(element(1)));
    assert!(stands("2016-04-30") && !stands("2016-05-01"));
    let withdraws = |on| decides(3, on, vec![Act::Withdraw(element(1))]);
    world
        .when(kim("2016-07-01"), withdraws("2016-07-01"))
        .then_refused(Refusal::NotAdopted {
            on: day("2016-07-01"),
        });
    world
        .when(
            kim("2016-07-01"),
            decides(3, "2016-07-01", vec![adopt(1, 10)]),
        )
        .then_accepted();
}

#[test]
fn what_was_withdrawn_stands_again() {
    let world = quashed(Act::Withdraw(element(1)));
    let withdrawn = |on| goal_on(&world, on, |g| g.withdrawn());
    assert_eq!(withdrawn("2017-08-31"), Some(decision(2)));
    assert_eq!(withdrawn("2017-09-01"), None);
    let closes = |on| decides(3, on, vec![Act::Close(element(1))]);
    world
        .when(kim("2018-01-01"), closes("2017-08-31"))
        .then_refused(Refusal::AlreadyEnded {
            on: day("2017-08-31"),
        });
    world
        .when(kim("2018-01-01"), closes("2017-09-01"))
        .then_accepted();
}

#[test]
fn what_was_transferred_returns() {
    let world = quashed(Act::Transfer(element(1), COMPANY));
    let owner = |on| goal_on(&world, on, |g| g.owner());
    assert_eq!(owner("2017-08-31"), Some(COMPANY));
    assert_eq!(owner("2017-09-01"), Some(SCHOOLS));
}

#[test]
fn a_plan_is_no_longer_adopted() {
    let world = quashed(Act::AdoptPlan(plan(1)));
    let stage = |on| world.state.on(day(on)).plan(plan(1)).unwrap().0;
    assert_eq!(stage("2017-08-31"), PlanStage::Adopted);
    assert_eq!(stage("2017-09-01"), PlanStage::Draft);
    // So it can be written again, from that day.
    world
        .when(kim("2017-10-01"), places(1, &[element(2)]))
        .then_accepted();
}

#[test]
fn what_supplemented_a_plan_leaves_it_again() {
    let world = exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), goal(2))
        .and(kim("2016-01-01"), plans(1))
        .and(kim("2016-01-01"), places(1, &[element(2)]))
        .and(
            kim("2016-02-01"),
            decides(
                1,
                "2016-02-01",
                vec![adopt(1, 10), adopt(2, 20), Act::AdoptPlan(plan(1))],
            ),
        )
        .and(
            kim("2016-03-01"),
            decides(
                2,
                "2016-03-01",
                vec![Act::SupplementPlan(plan(1), vec![element(1)])],
            ),
        )
        .and(
            kim("2016-04-01"),
            marks(decision(2), Stage::Quashed, "2016-04-01"),
        );
    let plan_on = |on| world.state.on(day(on)).plan(plan(1)).unwrap();
    assert_eq!(
        plan_on("2016-03-31"),
        (PlanStage::Supplemented, vec![element(1), element(2)])
    );
    assert_eq!(
        plan_on("2016-04-01"),
        (PlanStage::Adopted, vec![element(2)])
    );
}

#[test]
fn the_target_before_stands_again() {
    let aim = |by, aim: &str| SetTarget {
        aim: Aim::At(aim.parse().unwrap()),
        ..target(decision(by))
    };
    let world = quashed(adopt(1, 11))
        .and(kim("2017-09-16"), aim(1, "80"))
        .and(kim("2017-09-16"), aim(2, "90"));
    let aims = |on: &str| -> Vec<Aim> {
        let published = world.published(on);
        let targets = published.indicator(ORGANISATION).unwrap().targets();
        targets.iter().map(|t| t.2.aim.clone()).collect()
    };
    assert_eq!(aims("2016-03-01"), [Aim::At("80".parse().unwrap())]);
    assert_eq!(aims("2017-08-31"), [Aim::At("90".parse().unwrap())]);
    assert_eq!(aims("2017-09-01"), [Aim::At("80".parse().unwrap())]);
    let basis = TargetBasis::Decision(decision(9));
    let unknown = SetTarget {
        basis,
        ..target(decision(1))
    };
    world
        .when(kim("2018-01-01"), unknown)
        .then_refused(Refusal::Unknown {
            fact: riktning_domain::refusal::Fact::Decision,
        });
}

#[test]
fn an_indicator_that_only_a_quashed_target_made_public_is_not_public() {
    let world = quashed(adopt(1, 11)).and(kim("2017-09-16"), target(decision(2)));
    let shown = |on| world.published(on).indicator(ORGANISATION).is_some();
    assert!(shown("2017-08-31"));
    assert!(!shown("2017-09-01"));
}

#[test]
fn a_verdict_is_no_longer_public_and_may_be_proposed_anew() {
    let world = exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(
            kim("2016-03-01"),
            decides(1, "2016-03-01", vec![adopt(1, 10)]),
        )
        .and(kim("2017-09-01"), judges(1, 1, 1))
        .and(kim("2017-09-01"), hands_in(1))
        .and(
            kim("2017-10-01"),
            RecordDecision {
                body: SCHOOLS,
                ..decides(2, "2017-10-01", vec![decide_verdict(1, 1)])
            },
        )
        .and(
            kim("2017-12-01"),
            marks(decision(2), Stage::Quashed, "2017-11-15"),
        );
    let verdicts = |on| {
        let subject = Subject::Element(element(1));
        world.published(on).assessments(subject).len()
    };
    assert_eq!(verdicts("2017-11-14"), 1);
    assert_eq!(verdicts("2017-11-15"), 0);
    world
        .when(kim("2017-12-01"), judges(1, 2, 1))
        .then_accepted();
    // On a day when it stood decided, an import proposes nothing either.
    let while_decided = riktning_domain::assessments::ProposeAssessment {
        since: Some(crate::world::dated("2017-10-15")),
        ..judges(1, 2, 1)
    };
    world
        .when(import("2017-12-01"), while_decided)
        .then_refused(Refusal::AlreadyDecided);
}
