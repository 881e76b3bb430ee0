//! Plans: drafted, handed in, adopted, supplemented, closed.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, day, import, kim};
use riktning_domain::decisions::{Act, Authority, RecordDecision, Stage};
use riktning_domain::elements::{DropDraft, Origin, ProposeWording};
use riktning_domain::permissions::{GrantRole, Role};
use riktning_domain::plans::{DraftPlan, HandInPlan, PlaceInPlan, PlanStage, TakeBackPlan};
use riktning_domain::refusal::Fact;
use riktning_domain::{Names, Period, Refusal};

const NOW: &str = "2018-01-01";

fn hand_in() -> HandInPlan {
    HandInPlan {
        plan: plan(1),
        since: None,
    }
}

/// Plan 1 with goal 1 in it, goal 2 and a goal of the other model outside.
fn town() -> World {
    exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), goal(2))
        .and(kim("2016-01-01"), draft(3, MODEL_B, TASK))
        .and(kim("2016-02-01"), plans(1))
        .and(kim("2016-02-02"), places(1, &[element(1)]))
}

fn adopted() -> World {
    town().and(
        kim("2016-03-01"),
        decides(
            1,
            "2016-03-01",
            vec![adopt(1, 10), adopt(2, 20), Act::AdoptPlan(plan(1))],
        ),
    )
}

#[test]
fn a_plan_has_a_name_a_body_and_a_model() {
    let world = exempelstad();
    let unknown = |fact| Refusal::Unknown { fact };
    let nameless = DraftPlan {
        names: Names::swedish(""),
        ..plans(1)
    };
    let nobodys = DraftPlan {
        body: body(9),
        ..plans(1)
    };
    let modelless = DraftPlan {
        model: model(9),
        ..plans(1)
    };
    world
        .when(kim(NOW), nameless)
        .then_refused(Refusal::Blank { field: "names.sv" });
    world
        .when(kim(NOW), nobodys)
        .then_refused(unknown(Fact::Body));
    world
        .when(kim(NOW), modelless)
        .then_refused(unknown(Fact::Model));
    world
        .when(kim(NOW), places(1, &[]))
        .then_refused(unknown(Fact::Plan));
    world.when(kim(NOW), plans(1)).then_accepted();
}

#[test]
fn a_plan_is_started_once() {
    let other = DraftPlan {
        period: Period::Year(2018),
        ..plans(1)
    };
    town()
        .when(kim(NOW), other)
        .then_refused(Refusal::AlreadyThere { fact: Fact::Plan });
    town().when(kim(NOW), plans(1)).then_nothing();
}

#[test]
fn a_plan_holds_elements_of_its_own_model() {
    let world = town();
    world
        .when(kim(NOW), places(1, &[element(2), element(3)]))
        .then_refused(Refusal::OtherModel);
    world
        .when(kim(NOW), places(1, &[element(9)]))
        .then_refused(Refusal::Unknown {
            fact: Fact::Element,
        });
    world
        .when(kim(NOW), places(1, &[element(2)]))
        .then_accepted();
    let supplement = |e| decides(2, NOW, vec![Act::SupplementPlan(plan(1), vec![element(e)])]);
    adopted()
        .when(kim(NOW), supplement(3))
        .then_refused(Refusal::OtherModel);
    adopted().when(kim(NOW), supplement(2)).then_accepted();
}

#[test]
fn a_plan_is_adopted_by_one_decision_while_that_one_stands() {
    let again = |n, on| decides(n, on, vec![Act::AdoptPlan(plan(1))]);
    adopted()
        .when(kim(NOW), again(7, NOW))
        .then_refused(Refusal::PlanDecided);
    // What a court quashed is decided anew.
    let quashed = adopted().and(kim(NOW), marks(decision(1), Stage::Quashed, NOW));
    let anew = vec![adopt(1, 10), adopt(2, 20), Act::AdoptPlan(plan(1))];
    quashed
        .when(kim(NOW), decides(7, NOW, anew))
        .then_accepted();
}

#[test]
fn an_adopted_plan_is_supplemented_only_by_a_decision() {
    let world = adopted();
    world
        .when(kim(NOW), places(1, &[element(2)]))
        .then_refused(Refusal::PlanAdopted);
    // Not even an import slips something in on a day before the decision.
    let slipped = PlaceInPlan {
        since: Some(dated("2016-02-15")),
        ..places(1, &[element(2)])
    };
    world
        .when(import(NOW), slipped)
        .then_refused(Refusal::PlanAdopted);
    world
        .when(kim(NOW), places(1, &[element(1)]))
        .then_nothing();
    let supplement = decides(
        2,
        "2016-11-01",
        vec![Act::SupplementPlan(plan(1), vec![element(2)])],
    );
    let world = world.and(kim(NOW), supplement);
    let stood = |on| world.state.on(day(on)).plan(plan(1)).unwrap();
    assert_eq!(stood("2016-10-31"), (PlanStage::Adopted, vec![element(1)]));
    assert_eq!(
        stood("2016-11-01"),
        (PlanStage::Supplemented, vec![element(1), element(2)])
    );
}

#[test]
fn only_an_adopted_plan_is_supplemented_or_closed() {
    let acts = [
        Act::SupplementPlan(plan(1), vec![element(2)]),
        Act::ClosePlan(plan(1)),
    ];
    for act in acts {
        let decides = decides(2, "2016-12-01", vec![act]);
        town()
            .when(kim(NOW), decides.clone())
            .then_refused(Refusal::NotAdopted {
                on: day("2016-12-01"),
            });
        adopted().when(kim(NOW), decides).then_accepted();
    }
}

#[test]
fn a_plan_is_not_closed_before_what_waits_beside_it() {
    let beside = adopted()
        .and(kim("2016-11-01"), plans(2))
        .and(kim("2016-11-01"), goal(4))
        .and(kim("2016-11-01"), places(2, &[element(4)]));
    let closes = || decides(9, "2016-12-31", vec![Act::ClosePlan(plan(1))]);
    let waits = Refusal::RowsUndecided { numbers: vec![4] };
    beside.when(kim(NOW), closes()).then_refused(waits.clone());
    // Also of a meeting before anybody wrote it: it would wait for ever.
    let earlier = decides(9, "2016-10-15", vec![Act::ClosePlan(plan(1))]);
    beside.when(kim(NOW), earlier).then_refused(waits);
    let dropped = beside.clone().and(
        kim("2016-12-01"),
        DropDraft {
            element: element(4),
        },
    );
    dropped.when(kim(NOW), closes()).then_accepted();
    // What a source tells of an earlier time is told as it was.
    beside.when(import(NOW), closes()).then_accepted();
}

#[test]
fn a_closed_plan_stays_closed() {
    let world = adopted().and(
        kim("2016-12-31"),
        decides(2, "2016-12-31", vec![Act::ClosePlan(plan(1))]),
    );
    let ended = || Refusal::AlreadyEnded { on: day(NOW) };
    for act in [
        Act::AdoptPlan(plan(1)),
        Act::SupplementPlan(plan(1), vec![element(2)]),
        Act::ClosePlan(plan(1)),
    ] {
        world
            .when(kim(NOW), decides(3, NOW, vec![act]))
            .then_refused(ended());
    }
}

#[test]
fn a_plan_is_not_adopted_as_of_a_day_after_which_it_was_still_being_written() {
    let handed_in = town().and(kim("2016-04-01"), hand_in());
    let written = town().and(kim("2016-04-01"), places(1, &[element(2)]));
    for world in [handed_in, written] {
        let adopts = |on| {
            decides(
                1,
                on,
                vec![adopt(1, 10), adopt(2, 20), Act::AdoptPlan(plan(1))],
            )
        };
        world
            .when(kim(NOW), adopts("2016-03-01"))
            .then_refused(Refusal::WouldBreak {
                day: day("2016-04-01"),
                fact: Fact::Plan,
            });
        world.when(kim(NOW), adopts("2016-04-01")).then_accepted();
    }
}

#[test]
fn handing_in_is_a_dated_act_before_the_decision() {
    let world = town().and(kim("2016-02-10"), hand_in());
    let stage = |on| world.state.on(day(on)).plan(plan(1)).unwrap().0;
    assert_eq!(stage("2016-02-09"), PlanStage::Draft);
    assert_eq!(stage("2016-02-10"), PlanStage::Proposed);
    world.when(kim(NOW), hand_in()).then_nothing();
    adopted().when(kim(NOW), hand_in()).then_nothing();
}

#[test]
fn a_source_may_tell_that_a_plan_was_decided_and_not_what_stood_in_it() {
    let found = RecordDecision {
        authority: Authority::Found {
            source: SOURCE,
            paragraph: None,
            body_interpretation: Default::default(),
        },
        title: Some("Årsplan 2017".into()),
        ..decides(
            1,
            "2016-11-24",
            vec![Act::AdoptUnseenPlan(Period::Year(2017))],
        )
    };
    let world = exempelstad();
    let nameless = RecordDecision {
        title: None,
        ..found.clone()
    };
    world
        .when(import(NOW), nameless)
        .then_refused(Refusal::Blank { field: "title" });
    let seen = RecordDecision {
        authority: Authority::Paragraph("§ 1".into()),
        ..found.clone()
    };
    world
        .when(import(NOW), seen.clone())
        .then_refused(Refusal::PlanEmpty);
    world.when(kim(NOW), seen).then_refused(Refusal::PlanEmpty);
    let world = world.and(import(NOW), found);
    let shown = |on: &str, year| {
        let lens = world.state.published(day(on), day(NOW));
        lens.unseen_plans(Period::Year(year)).len()
    };
    assert_eq!(shown("2016-11-23", 2017), 0);
    assert_eq!(shown("2016-11-24", 2017), 1);
    assert_eq!(shown("2016-11-24", 2018), 0);
}

const TAKE_BACK: TakeBackPlan = TakeBackPlan { plan: plan(1) };

fn drop_draft(n: u128) -> DropDraft {
    DropDraft {
        element: element(n),
    }
}

/// The same town, in which Kim works.
fn staffed() -> World {
    let role = GrantRole {
        person: KIM,
        role: Role::Strategist,
        body: COUNCIL,
        from: day("2016-01-01"),
        to: None,
    };
    town().and(import("2016-01-01"), role)
}

fn in_the_plan(world: &World) -> Option<usize> {
    let inside = world.state.inside(KIM, day(NOW));
    inside.plan(plan(1)).map(|plan| plan.count())
}

#[test]
fn a_draft_is_taken_back_for_good_and_lies_in_no_plan() {
    let world = staffed().and(kim(NOW), drop_draft(1));
    assert_eq!(
        (in_the_plan(&staffed()), in_the_plan(&world)),
        (Some(1), Some(0))
    );
    // Once more is nothing, and everything else about it is refused.
    world.when(kim(NOW), drop_draft(1)).then_nothing();
    world
        .when(kim(NOW), rewording(1, 11))
        .then_refused(Refusal::DraftDropped);
    world
        .when(kim(NOW), places(1, &[element(1)]))
        .then_refused(Refusal::DraftDropped);
    world
        .when(kim(NOW), decides(1, "2016-03-01", vec![adopt(1, 10)]))
        .then_refused(Refusal::DraftDropped);
    world
        .when(kim(NOW), drop_draft(9))
        .then_refused(Refusal::Unknown {
            fact: Fact::Element,
        });
    // An empty plan is adopted by nobody.
    world
        .when(kim(NOW), decides(1, NOW, vec![Act::AdoptPlan(plan(1))]))
        .then_refused(Refusal::PlanEmpty);
}

#[test]
fn what_is_decided_handed_in_or_answered_is_no_draft_to_take_back() {
    adopted()
        .when(kim(NOW), drop_draft(1))
        .then_refused(Refusal::DraftDecided);
    let handed_in = town().and(kim("2016-04-01"), hand_in());
    handed_in
        .when(kim(NOW), drop_draft(1))
        .then_refused(Refusal::PlanHandedIn);
    // What lies in no plan is nobody's proposal yet.
    handed_in.when(kim(NOW), drop_draft(2)).then_accepted();
    let answer = ProposeWording {
        wording: riktning_domain::elements::Wording {
            origin: Origin::Interpreted(element(1)),
            ..rewording(2, 21).wording
        },
        ..rewording(2, 21)
    };
    let answered = town().and(kim("2016-03-01"), answer);
    answered
        .when(kim(NOW), drop_draft(1))
        .then_refused(Refusal::OrderAnswered);
    let answered = answered.and(kim("2016-04-01"), hand_in());
    answered
        .when(kim(NOW), TAKE_BACK)
        .then_refused(Refusal::OrderAnswered);
    // When the answer is taken back, so can the order.
    let world = answered.and(kim("2016-05-01"), drop_draft(2));
    world.when(kim(NOW), TAKE_BACK).then_accepted();
}

#[test]
fn a_plan_that_was_handed_in_is_taken_back_until_it_is_decided() {
    let draft = town();
    draft.when(kim(NOW), TAKE_BACK).then_nothing();
    let stage = |world: &World, on: &str| {
        let inside = world.state.inside(KIM, day(on));
        inside
            .plan(plan(1))
            .map(|plan| (plan.stage(), plan.handed_in()))
    };
    let back = staffed()
        .and(kim("2016-04-01"), hand_in())
        .and(kim("2016-04-05"), TAKE_BACK);
    assert_eq!(
        stage(&back, "2016-04-04"),
        Some((PlanStage::Proposed, Some(day("2016-04-01"))))
    );
    assert_eq!(stage(&back, "2016-04-05"), Some((PlanStage::Draft, None)));
    let again = back.and(kim("2016-04-09"), hand_in());
    assert_eq!(
        stage(&again, NOW),
        Some((PlanStage::Proposed, Some(day("2016-04-09"))))
    );
    // A meeting that had it before it decided it; that is not typed in behind the back of
    // whoever has taken it back since.
    let meeting = decides(1, "2016-04-03", vec![adopt(1, 10), Act::AdoptPlan(plan(1))]);
    again
        .when(kim(NOW), meeting)
        .then_refused(Refusal::WouldBreak {
            day: day("2016-04-05"),
            fact: Fact::Plan,
        });
    adopted()
        .when(kim(NOW), TAKE_BACK)
        .then_refused(Refusal::PlanAdopted);
    town()
        .when(kim(NOW), TakeBackPlan { plan: plan(9) })
        .then_refused(Refusal::Unknown { fact: Fact::Plan });
}

/// What lacks a link that the model requires could never be decided: whoever wrote it mends it
/// before the plan goes to whoever only records.
#[test]
fn a_plan_is_not_handed_in_while_a_row_lacks_a_required_link() {
    let world = exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), commitment(2))
        .and(kim("2016-01-01"), commitment(3))
        .and(kim("2016-01-01"), plans(1))
        .and(kim("2016-01-01"), places(1, &[element(2), element(3)]))
        .and(kim("2016-01-02"), ties(1, 2, 1));
    let lacks = |number| Refusal::RequiredLinkMissing {
        number,
        upward: riktning_domain::models::Upward::Level(GOAL),
    };
    world.when(kim(NOW), hand_in()).then_refused(lacks(3));
    // An import tells what was, whether or not it should have been.
    let mut told = hand_in();
    told.since = Some(dated("2016-02-01"));
    world.when(import(NOW), told).then_accepted();
    // The goal may wait for its own decision, and may not have been taken back.
    let tied = world.and(kim("2016-01-03"), ties(2, 3, 1));
    tied.when(kim(NOW), hand_in()).then_accepted();
    let drop = DropDraft {
        element: element(1),
    };
    let gone = tied.and(kim("2016-01-04"), drop);
    gone.when(kim(NOW), hand_in()).then_refused(lacks(2));
}
