//! Comments: who reads them, and for how long their matter is open.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::comments::{Audience, CommentOn, Matter};
use riktning_domain::decisions::{Act, RecordDecision};
use riktning_domain::elements::{Addressed, DropDraft};
use riktning_domain::ids::ElementId;
use riktning_domain::permissions::Role;
use riktning_domain::plans::{HandInPlan, TakeBackPlan};
use riktning_domain::visibility::Readable;

const TODAY: &str = "2016-01-09";
const WRITER: u128 = 1;
const ADDRESSED: u128 = 2;
const STRATEGIST: u128 = 3;
const AUDITOR: u128 = 4;
const BOTH: u128 = 5;
const ELECTED: u128 = 6;
const EVERYBODY: [u128; 6] = [WRITER, ADDRESSED, STRATEGIST, AUDITOR, BOTH, ELECTED];

/// Plan 1 of the schools with commitment 2, and 3 that is an order to the company.
fn town() -> World {
    let mut order = commitment(3);
    order.wording.addressed_to = Addressed::To(vec![COMPANY]);
    exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(
            kim("2016-01-01"),
            decides(9, "2016-01-01", vec![adopt(1, 10)]),
        )
        .and(kim("2016-01-01"), commitment(2))
        .and(kim("2016-01-02"), ties(1, 2, 1))
        .and(kim("2016-01-02"), order)
        .and(kim("2016-01-02"), ties(2, 3, 1))
        .and(kim("2016-01-03"), plans(1))
        .and(kim("2016-01-03"), places(1, &[element(2), element(3)]))
        .and(
            import("2016-01-01"),
            grant(WRITER, Role::Contributor, SCHOOLS),
        )
        .and(
            import("2016-01-01"),
            grant(ADDRESSED, Role::Contributor, COMPANY),
        )
        .and(
            import("2016-01-01"),
            grant(STRATEGIST, Role::Strategist, BOARD),
        )
        .and(import("2016-01-01"), grant(AUDITOR, Role::Auditor, COUNCIL))
        .and(import("2016-01-01"), grant(BOTH, Role::Auditor, COUNCIL))
        .and(import("2016-01-01"), grant(BOTH, Role::Approver, SCHOOLS))
        .and(import("2016-01-01"), grant(ELECTED, Role::Reader, SCHOOLS))
}

fn handed_in() -> World {
    let plan = plan(1);
    town().and(kim("2016-01-05"), HandInPlan { plan, since: None })
}

/// Those who read a comment that somebody wrote for an audience.
fn readers(world: &World, row: Option<ElementId>, audience: Audience) -> Vec<u128> {
    let on = CommentOn {
        plan: plan(1),
        row,
        audience,
    };
    let reads = |n: &u128| {
        world
            .state
            .inside(person(*n), day(TODAY))
            .reads_comment(&on)
    };
    EVERYBODY.into_iter().filter(reads).collect()
}

/// For whom somebody may write: within, between.
fn writes(world: &World, n: u128, row: Option<ElementId>) -> Option<(bool, bool)> {
    let i = world.state.inside(person(n), day(TODAY));
    i.comment_place(plan(1), row)
        .map(|place| (place.inside, place.between))
}

fn matter(world: &World, row: Option<ElementId>) -> Matter {
    let on = CommentOn {
        plan: plan(1),
        row,
        audience: Audience::Inside,
    };
    world.state.matter(&on, day(TODAY))
}

#[test]
fn before_a_plan_is_handed_in_only_its_own_administration_reads_and_writes() {
    let world = town();
    for row in [None, Some(element(2)), Some(element(3))] {
        for audience in [Audience::Inside, Audience::Between] {
            assert_eq!(readers(&world, row, audience), [WRITER, BOTH], "{row:?}");
        }
        assert_eq!(writes(&world, WRITER, row), Some((true, false)));
        for other in [ADDRESSED, STRATEGIST, AUDITOR, ELECTED] {
            assert_eq!(writes(&world, other, row), None, "{other}");
        }
    }
}

#[test]
fn what_was_said_inside_stays_inside_and_between_is_for_those_who_read_the_plan() {
    let world = handed_in();
    let (own, all) = ([WRITER, BOTH], [WRITER, STRATEGIST, BOTH, ELECTED]);
    for row in [None, Some(element(2))] {
        assert_eq!(readers(&world, row, Audience::Inside), own);
        assert_eq!(readers(&world, row, Audience::Between), all);
        assert_eq!(writes(&world, WRITER, row), Some((true, true)));
        assert_eq!(writes(&world, STRATEGIST, row), Some((false, true)));
        assert_eq!(writes(&world, AUDITOR, row), None);
        assert_eq!(writes(&world, ADDRESSED, row), None);
    }
    // Taken back it is a draft again: what was asked is there for those whose plan it is.
    let back = world.and(kim("2016-01-06"), TakeBackPlan { plan: plan(1) });
    assert_eq!(readers(&back, None, Audience::Between), own);
    assert_eq!(writes(&back, WRITER, None), Some((true, false)));
    assert_eq!(writes(&back, STRATEGIST, None), None);
}

#[test]
fn an_order_is_asked_about_by_whoever_it_is_for_and_the_rest_of_its_plan_is_not() {
    let world = handed_in();
    let order = Some(element(3));
    let all = [WRITER, ADDRESSED, STRATEGIST, BOTH, ELECTED];
    assert_eq!(readers(&world, order, Audience::Between), all);
    assert_eq!(readers(&world, order, Audience::Inside), [WRITER, BOTH]);
    assert_eq!(writes(&world, ADDRESSED, order), Some((false, true)));
    assert_eq!(writes(&world, ADDRESSED, None), None);
    let i = world.state.inside(person(ADDRESSED), day(TODAY));
    let found = |n| i.commented_plan(element(n)).map(|plan| plan.id);
    assert_eq!([found(2), found(3)], [None, Some(plan(1))]);
}

#[test]
fn a_row_that_went_out_with_one_plan_is_commented_on_within_another() {
    let world = handed_in()
        .and(kim("2016-01-06"), plans(2))
        .and(kim("2016-01-06"), places(2, &[element(2)]));
    let on = CommentOn {
        plan: plan(2),
        row: Some(element(2)),
        audience: Audience::Between,
    };
    let reads = |n: u128| {
        let i = world.state.inside(person(n), day(TODAY));
        (i.element(element(2)).is_some(), i.reads_comment(&on))
    };
    assert_eq!(
        [WRITER, STRATEGIST].map(reads),
        [(true, true), (true, false)]
    );
}

#[test]
fn a_secret_row_is_commented_on_within_its_body_alone() {
    let secret = super::visibility::secret(Readable::Element(element(2)), None);
    let world = handed_in().and(kim("2016-01-06"), secret);
    for audience in [Audience::Inside, Audience::Between] {
        let row = Some(element(2));
        assert_eq!(readers(&world, row, audience), [WRITER, BOTH]);
    }
}

#[test]
fn the_matter_of_a_row_ends_when_it_is_taken_back_or_decided_and_of_a_plan_when_it_is_decided() {
    let world = handed_in();
    assert_eq!(matter(&world, None), Matter::Open);
    assert_eq!(matter(&world, Some(element(2))), Matter::Open);
    assert_eq!(matter(&world, Some(element(1))), Matter::Gone, "not in it");
    assert_eq!(matter(&world, Some(element(99))), Matter::Gone);
    let dropped = town().and(
        kim("2016-01-06"),
        DropDraft {
            element: element(2),
        },
    );
    assert_eq!(matter(&dropped, Some(element(2))), Matter::Gone);
    assert_eq!(readers(&dropped, Some(element(2)), Audience::Inside), []);
    let decides = |acts| RecordDecision {
        body: SCHOOLS,
        ..decides(1, "2016-01-06", acts)
    };
    let row = handed_in().and(kim("2016-01-06"), decides(vec![adopt(2, 20)]));
    assert_eq!(matter(&row, Some(element(2))), Matter::Decided);
    assert_eq!(matter(&row, None), Matter::Open);
    // Another wording of it is another matter.
    let again = row.and(kim("2016-01-07"), rewording(2, 21));
    assert_eq!(matter(&again, Some(element(2))), Matter::Open);
    let whole = vec![adopt(2, 20), adopt(3, 30), Act::AdoptPlan(plan(1))];
    let world = world.and(kim("2016-01-06"), decides(whole));
    for row in [None, Some(element(2)), Some(element(3))] {
        assert_eq!(matter(&world, row), Matter::Decided);
        assert_eq!(readers(&world, row, Audience::Between), []);
    }
}

#[test]
fn what_is_recorded_closes_a_matter_and_not_the_day_on_a_clock() {
    let on = |n, row| CommentOn {
        plan: plan(n),
        row,
        audience: Audience::Inside,
    };
    let row = Some(element(2));
    let open = handed_in();
    assert!(!open.state.has_closed(&on(1, None)) && !open.state.has_closed(&on(1, row)));
    assert!(
        !open.state.has_closed(&on(9, None)),
        "nothing is known of it"
    );
    let long_ago = open.state.matter(&on(1, row), day("2015-01-01"));
    assert_eq!(long_ago, Matter::Gone, "as a clock that goes wrong has it");
    let dropped = town().and(
        kim("2016-01-06"),
        DropDraft {
            element: element(2),
        },
    );
    assert!(dropped.state.has_closed(&on(1, row)) && !dropped.state.has_closed(&on(1, None)));
}
