//! What is silent, and for whom; who reported on time; and figures that look as if a finger slipped.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, day, import, kim};
use riktning_domain::bodies::BodyKind;
use riktning_domain::decisions::Act;
use riktning_domain::elements::{DraftElement, LookAfter};
use riktning_domain::indicators::ReportMeasurement;
use riktning_domain::inside::{OnTime, Silence};
use riktning_domain::permissions::{GrantRole, Role};
use riktning_domain::rounds::OpenRound;
use riktning_domain::{Names, Period};

/// A follow-up of two weeks after its day, with a last day for committees.
fn follow_up(n: u128, cut_off: &str, last: &str) -> OpenRound {
    OpenRound {
        round: round(n),
        names: Names::swedish("Läget"),
        cut_off: day(cut_off),
        opens: None,
        deadlines: vec![(BodyKind::Committee, day(last))],
        since: Some(dated("2017-01-02")),
        ..interim()
    }
}

/// A commitment of the schools (2), decided on 1 February 2017 and leading to a goal (1); a strategist (3), who
/// approves at the schools (4), who writes there (1) and at the company (2); and two rounds.
fn town(promise: DraftElement) -> World {
    let now = import("2016-01-01");
    let acts = vec![adopt(1, 10), adopt(2, 20)];
    exempelstad()
        .and(now, grant(1, Role::Contributor, SCHOOLS))
        .and(now, grant(2, Role::Approver, COMPANY))
        .and(now, grant(3, Role::Strategist, BOARD))
        .and(now, grant(4, Role::Approver, SCHOOLS))
        .and(kim("2017-01-03"), goal(1))
        .and(kim("2017-01-03"), promise)
        .and(kim("2017-01-04"), ties(1, 2, 1))
        .and(kim("2017-02-01"), decides(1, "2017-02-01", acts))
        .and(
            import("2017-01-02"),
            follow_up(2, "2017-03-31", "2017-04-15"),
        )
        .and(
            import("2017-01-02"),
            follow_up(3, "2017-08-31", "2017-09-15"),
        )
}

/// The ways in which the commitment is silent for somebody on a day, each with since when.
fn silent(world: &World, who: u128, on: &str) -> Vec<(Silence, String)> {
    let i = world.state.inside(person(who), day(on));
    let Some(follows) = i.watches() else {
        return Vec::new();
    };
    let all = i.silent(&follows).into_iter();
    let own = all.filter(|one| one.element == element(2));
    own.map(|one| (one.silence, one.since.to_string()))
        .collect()
}

fn is(world: &World, silence: Silence, on: &str) -> Option<String> {
    let found = silent(world, 3, on).into_iter();
    let mut found = found.filter(|(own, _)| *own == silence);
    found.next().map(|(_, since)| since)
}

#[test]
fn a_row_is_silent_from_the_day_after_a_round_that_heard_nothing_of_it() {
    let world = town(commitment(2));
    let never = |world: &World, on| is(world, Silence::NeverReported, on);
    assert_eq!(never(&world, "2017-04-15"), None, "the last day is theirs");
    assert_eq!(never(&world, "2017-04-16").as_deref(), Some("2017-04-16"));
    // Written is no word; handed in is one, until a later round has closed.
    let mut said = judges(1, 100, 2);
    said.round = round(2);
    let written = world.and(kim("2017-04-20"), said);
    assert_eq!(never(&written, "2017-04-20").as_deref(), Some("2017-04-16"));
    let sent = written.and(kim("2017-04-21"), hands_in(1));
    assert_eq!(never(&sent, "2017-04-21"), None);
    let stale = |on| is(&sent, Silence::Stale, on);
    assert_eq!(stale("2017-09-15"), None);
    assert_eq!(stale("2017-09-16").as_deref(), Some("2017-09-16"));
    assert_eq!(never(&sent, "2017-09-16"), None, "it is one or the other");
}

#[test]
fn what_was_decided_after_a_round_owes_it_nothing() {
    let world = town(commitment(2))
        .and(kim("2017-05-01"), commitment(4))
        .and(kim("2017-05-02"), ties(2, 4, 1))
        .and(
            kim("2017-05-03"),
            decides(2, "2017-05-03", vec![adopt(4, 40)]),
        );
    let i = world.state.inside(person(3), day("2017-05-10"));
    let all = i.silent(&i.watches().unwrap());
    let own = all.iter().filter(|one| one.element == element(4));
    let own: Vec<_> = own.map(|one| one.silence).collect();
    assert_eq!(own, [Silence::NobodyLooksAfter]);
}

#[test]
fn a_row_without_anybody_or_with_somebody_who_has_left_is_silent() {
    let gone = GrantRole {
        to: Some(day("2017-03-10")),
        ..grant(5, Role::Contributor, SCHOOLS)
    };
    let named = LookAfter {
        element: element(2),
        person: Some(person(5)),
        instead_of: None,
    };
    let world = town(commitment(2));
    let nobody = |world: &World, on| is(world, Silence::NobodyLooksAfter, on);
    assert_eq!(nobody(&world, "2017-03-01").as_deref(), Some("2017-02-01"));
    let world = world
        .and(import("2016-01-01"), gone)
        .and(kim("2017-03-02"), named);
    assert_eq!(nobody(&world, "2017-03-02"), None);
    let left = |on| is(&world, Silence::OwnerLeft, on);
    assert_eq!(left("2017-03-10"), None);
    assert_eq!(left("2017-03-11").as_deref(), Some("2017-03-11"));
}

#[test]
fn a_row_whose_day_has_passed_is_silent_until_a_later_round_hears_of_it() {
    let mut due = commitment(2);
    due.wording.due = Some(dated("2017-06"));
    let world = town(due);
    let expired = |world: &World, on| is(world, Silence::Expired, on);
    assert_eq!(
        expired(&world, "2017-06-30"),
        None,
        "June is due by its last day"
    );
    assert_eq!(expired(&world, "2017-07-01").as_deref(), Some("2017-07-01"));
    let mut early = judges(1, 100, 2);
    early.round = round(2);
    let mut late = judges(2, 101, 2);
    late.round = round(3);
    let world = world
        .and(kim("2017-07-01"), early)
        .and(kim("2017-07-01"), hands_in(1));
    assert!(
        expired(&world, "2017-09-01").is_some(),
        "it was said before"
    );
    let world = world
        .and(kim("2017-09-01"), late)
        .and(kim("2017-09-01"), hands_in(2));
    assert_eq!(expired(&world, "2017-09-01"), None);
}

#[test]
fn a_row_whose_every_goal_is_closed_or_whose_body_is_no_more_is_silent() {
    let world = town(commitment(2));
    let closed = |world: &World, on| is(world, Silence::GoalClosed, on);
    assert_eq!(closed(&world, "2017-03-01"), None);
    let ended = town(commitment(2)).and(
        kim("2017-03-01"),
        decides(3, "2017-03-01", vec![Act::Close(element(1))]),
    );
    assert_eq!(closed(&ended, "2017-03-05").as_deref(), Some("2017-03-01"));
    let gone = world.and(kim("2017-03-01"), ends(SCHOOLS, "2017-03-01"));
    let all = silent(&gone, 3, "2017-05-01");
    assert_eq!(all, [(Silence::BodyEnded, "2017-03-02".to_owned())]);
}

#[test]
fn each_keeps_an_eye_on_their_own() {
    let world = town(commitment(2));
    let sees = |who| !silent(&world, who, "2017-05-01").is_empty();
    assert_eq!([1, 2, 3, 4].map(sees), [false, false, true, true]);
    let i = world.state.inside(person(1), day("2017-05-01"));
    assert!(i.watches().is_none(), "who only writes has no radar");
}

#[test]
fn what_came_after_the_last_day_did_not_come_on_time() {
    let on_time = |world: &World, on: &str| {
        let i = world.state.inside(person(3), day(on));
        i.on_time(round(2), SCHOOLS)
    };
    let sent = |on: &str| {
        let mut said = judges(1, 100, 2);
        said.round = round(2);
        town(commitment(2))
            .and(kim(on), said)
            .and(kim(on), hands_in(1))
    };
    let early = sent("2017-04-15");
    assert_eq!(on_time(&early, "2017-04-15"), None, "it is not over");
    let told = |on_time| {
        Some(OnTime {
            rows: 2,
            on_time,
            came: 1,
        })
    };
    assert_eq!(on_time(&early, "2017-04-16"), told(1));
    assert_eq!(on_time(&sent("2017-04-16"), "2017-05-01"), told(0));
    let i = early.state.inside(person(3), day("2017-05-01"));
    assert_eq!(i.on_time(round(2), COMPANY), None, "asked for nothing");
}

#[test]
fn a_figure_ten_times_the_one_before_is_odd_in_its_own_year_alone() {
    let of = |year: i16, value: &str| ReportMeasurement {
        period: Period::Year(year),
        ..measured(value, "2017-03-01")
    };
    let world = |value: &str| {
        town(commitment(2))
            .and(import("2017-03-01"), of(2015, "84.5"))
            .and(import("2017-03-01"), of(2016, value))
    };
    let odd = |world: &World, after: &str, until: &str| {
        let i = world.state.inside(person(3), day("2017-05-01"));
        i.odd_figures(day(after), day(until)).len()
    };
    assert_eq!(odd(&world("8.45"), "2016-03-31", "2017-03-31"), 1);
    assert_eq!(odd(&world("8.46"), "2016-03-31", "2017-03-31"), 0);
    assert_eq!(
        odd(&world("8.45"), "2016-12-31", "2017-12-31"),
        0,
        "long ago"
    );
    assert_eq!(
        odd(&world("8.45"), "2015-06-30", "2016-06-30"),
        0,
        "not yet"
    );
}
