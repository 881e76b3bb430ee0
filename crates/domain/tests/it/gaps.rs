//! What is missing or left behind, as somebody who is signed in may know it.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, day, import, kim};
use riktning_domain::Period;
use riktning_domain::elements::DraftElement;
use riktning_domain::ids::BodyId;
use riktning_domain::indicators::{NoValue, ReportMeasurement, Settled, Value};
use riktning_domain::permissions::{GrantRole, Role};
use riktning_domain::plans::HandInPlan;

const TODAY: &str = "2017-03-01";

fn grant(n: u128, role: Role, body: BodyId, to: Option<&str>) -> GrantRole {
    GrantRole {
        person: person(n),
        role,
        body,
        from: day("2016-01-01"),
        to: to.map(day),
    }
}

/// A commitment for which somebody answers.
fn answered_for_by(n: u128, who: u128) -> DraftElement {
    let mut draft = commitment(n);
    draft.wording.person = Some(person(who));
    draft
}

/// Two contributors of the schools (1, 4), one of the company (2), a strategist (3), somebody who
/// has left (5), and a commitment of the schools (2) that supports nothing, in their plan.
fn town() -> World {
    let now = import("2016-01-01");
    exempelstad()
        .and(now, grant(1, Role::Contributor, SCHOOLS, None))
        .and(now, grant(2, Role::Contributor, COMPANY, None))
        .and(now, grant(3, Role::Strategist, BOARD, None))
        .and(now, grant(4, Role::Approver, SCHOOLS, None))
        .and(
            now,
            grant(5, Role::Contributor, SCHOOLS, Some("2016-12-31")),
        )
        .and(kim("2016-01-02"), goal(1))
        .and(kim("2016-01-03"), answered_for_by(2, 5))
        .and(kim("2016-01-04"), plans(1))
        .and(kim("2016-01-04"), places(1, &[element(2)]))
}

#[test]
fn of_a_plan_that_is_not_handed_in_only_the_number_of_links_lacking_is_known() {
    let world = town();
    let count = |world: &World, who| {
        let i = world.state.inside(person(who), day(TODAY));
        let plan = i.plan(plan(1)).unwrap();
        (plan.lacking(), i.element(element(2)).is_some())
    };
    // A count for the strategist, and nothing for another body.
    assert_eq!(count(&world, 3), (Some(1), false));
    assert_eq!(count(&world, 2), (None, false));
    assert_eq!(count(&world, 1), (Some(1), true));
    let known = |who| {
        let i = world.state.inside(person(who), day(TODAY));
        i.plan(plan(1)).unwrap().known()
    };
    assert_eq!([1, 2, 3].map(known), [Some(1), None, Some(1)]);
    // What nobody of it may read has no first day for them either.
    let since = |who| {
        let i = world.state.inside(person(who), day(TODAY));
        i.there_since(element(2))
    };
    assert_eq!(since(1), Some(day("2016-01-03")));
    assert_eq!((since(2), since(3)), (None, None));
    // Tied, it lacks nothing.
    let tied = world.and(kim("2016-02-01"), ties(1, 2, 1));
    assert_eq!(count(&tied, 3), (Some(0), false));
}

#[test]
fn who_answers_has_left_from_the_day_after_their_last_role() {
    let world = town();
    let left = |world: &World, who: u128, on: &str, n| {
        let i = world.state.inside(person(who), day(on));
        i.answered_for_by_who_left(element(n))
    };
    let gone = Some((person(5), day("2017-01-01")));
    assert_eq!(left(&world, 1, TODAY, 2), gone);
    assert_eq!(left(&world, 1, "2016-12-31", 2), None, "still here");
    // Whoever may not read the row learns of nobody.
    assert_eq!(left(&world, 2, TODAY, 2), None);
    assert_eq!(left(&world, 3, TODAY, 2), None);
    // A role that is held anywhere is a role, and one that never was is no leaving.
    let back = grant(5, Role::Reader, COMPANY, None);
    let world = world
        .and(import("2017-02-01"), back)
        .and(kim("2016-01-05"), answered_for_by(3, 77));
    assert_eq!(left(&world, 1, TODAY, 2), None);
    assert_eq!(left(&world, 1, TODAY, 3), None);
}

#[test]
fn colleagues_know_who_writes_where_they_write_and_others_do_not() {
    let world = town();
    let writers = |who, at| {
        let i = world.state.inside(person(who), day(TODAY));
        i.writers_at(at)
    };
    assert_eq!(writers(1, SCHOOLS), [person(1), person(4)]);
    assert_eq!(writers(1, COMPANY), []);
    assert_eq!(writers(3, SCHOOLS), [], "the strategist asks");
}

#[test]
fn an_outcome_answers_for_its_period_and_a_forecast_or_what_is_not_out_yet_does_not() {
    let of = |value, settled| ReportMeasurement {
        value,
        settled,
        source: None,
        ..measured("80.0", "2017-02-01")
    };
    let figure = || Value::Figure("80".parse().unwrap());
    let reported = |said: ReportMeasurement, ends: &str| {
        let world = town().and(kim("2017-02-01"), said);
        let i = world.state.inside(person(1), day(TODAY));
        i.is_reported(ORGANISATION, day(ends))
    };
    let year = "2016-12-31";
    // Also a figure that residents do not see yet.
    assert!(reported(of(figure(), Settled::Preliminary), year));
    assert!(reported(of(figure(), Settled::Final), "2016-06-30"));
    assert!(!reported(of(figure(), Settled::Final), "2017-01-01"));
    // A forecast was made while the year went on, and is no outcome when it is over.
    let mut forecast = of(figure(), Settled::Forecast(SCHOOLS));
    forecast.collected = Some(day("2016-10-01"));
    let world = town().and(kim("2016-10-01"), forecast);
    let i = world.state.inside(person(1), day(TODAY));
    assert!(!i.is_reported(ORGANISATION, day(year)));
    let none = |why| of(Value::None(why), Settled::Final);
    assert!(reported(none(NoValue::TooFew), year));
    assert!(!reported(none(NoValue::NotYet), year));
    // A later part of the same year answers, an earlier one does not.
    let third = |n| ReportMeasurement {
        period: Period::Tertial(2016, n),
        ..of(figure(), Settled::Final)
    };
    assert!(reported(third(3), year));
    assert!(!reported(third(2), year));
    // Whoever holds no role is told of none.
    let world = town().and(kim("2017-02-01"), of(figure(), Settled::Final));
    let stranger = world.state.inside(person(99), day(TODAY));
    assert!(!stranger.is_reported(ORGANISATION, day(year)));
}

#[test]
fn a_wording_of_a_document_that_waits_for_its_decision_is_known_to_its_own_body() {
    let mut plan = writes(1, "skolplan");
    plan.wording.valid_to = Some(dated("2016"));
    let mut still = plan.clone();
    still.wording_id = wording(101);
    still.wording.still_applied = true;
    let world = exempelstad()
        .and(
            import("2016-01-01"),
            grant(1, Role::Contributor, SCHOOLS, None),
        )
        .and(
            import("2016-01-01"),
            grant(2, Role::Contributor, COMPANY, None),
        )
        .and(kim("2015-11-01"), plan)
        .and(
            kim("2015-12-10"),
            decides(1, "2015-12-10", vec![adopt_document(1, 100)]),
        );
    let hand = |world: &World, who| {
        let i = world.state.inside(person(who), day(TODAY));
        i.document_in_hand(document(1))
            .map(|hand| (hand.id, hand.since))
    };
    assert_eq!(hand(&world, 1), None, "the decided one is not in hand");
    let world = world.and(kim("2017-02-01"), still);
    assert_eq!(hand(&world, 1), Some((wording(101), day("2017-02-01"))));
    assert_eq!(hand(&world, 2), None);
    let decided = world.and(
        kim("2017-02-20"),
        decides(2, "2017-02-20", vec![adopt_document(1, 101)]),
    );
    assert_eq!(hand(&decided, 1), None);
}

#[test]
fn a_body_has_ended_the_day_after_its_last() {
    let world = town().and(import("2017-02-01"), ends(COMPANY, "2017-01-31"));
    let ended = |on: &str| world.state.inside(person(1), day(on)).ended_bodies();
    assert!(ended("2017-01-31").is_empty());
    assert_eq!(
        ended("2017-02-01").into_iter().collect::<Vec<_>>(),
        [COMPANY]
    );
}

#[test]
fn what_is_handed_in_is_read_and_counted_alike() {
    let handed_in = HandInPlan {
        plan: plan(1),
        since: None,
    };
    let world = town()
        .and(kim("2016-02-01"), ties(1, 2, 1))
        .and(kim("2016-02-02"), handed_in);
    let i = world.state.inside(person(3), day(TODAY));
    assert!(i.element(element(2)).is_some());
    assert_eq!(i.plan(plan(1)).unwrap().lacking(), Some(0));
}

#[test]
fn whose_gaps_somebody_knows_of_is_their_own_and_all_below_a_controller() {
    let now = import("2016-01-01");
    let world = town()
        .and(now, grant(6, Role::Registrar, COMPANY, None))
        .and(now, grant(7, Role::Reader, SCHOOLS, None))
        .and(now, grant(8, Role::Auditor, SCHOOLS, None))
        .and(now, grant(9, Role::Controller, BOARD, None));
    let follows = |who| {
        let i = world.state.inside(person(who), day(TODAY));
        i.follows()
            .map(|f| (f.all(), f.has(SCHOOLS), f.has(COMPANY)))
    };
    assert_eq!(follows(1), Some((false, true, false)));
    assert_eq!(follows(6), Some((false, false, true)));
    assert_eq!(follows(3), Some((true, true, true)));
    let below = |body, above| {
        let p = world.state.published(day(TODAY), day(TODAY));
        p.body(body).unwrap().answers_to().contains(&above)
    };
    let controls = (false, below(SCHOOLS, BOARD), below(COMPANY, BOARD));
    assert_eq!(follows(9), Some(controls));
    for nobody in [5, 7, 8, 99] {
        assert_eq!(follows(nobody), None, "{nobody}");
    }
    let writes = |who| world.state.inside(person(who), day(TODAY)).writes_for();
    assert_eq!(writes(1), [SCHOOLS]);
    assert_eq!(writes(6), []);
    assert_eq!(writes(9), [BOARD]);
}
