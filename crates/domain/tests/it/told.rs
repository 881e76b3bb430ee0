//! What somebody is told without having asked: what concerns the bodies at which they hold a role.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::Names;
use riktning_domain::assessments::{ProposeAssessment, Step, StepAssessment};
use riktning_domain::bodies::BodyKind;
use riktning_domain::decisions::{Act, RecordDecision};
use riktning_domain::elements::LookAfter;
use riktning_domain::ids::RoundId;
use riktning_domain::inside::ToldOf;
use riktning_domain::permissions::Role;
use riktning_domain::rounds::{Occasion, OpenRound};
use uuid::Uuid;

const TODAY: &str = "2016-01-09";

/// Readers of the schools (1), of the company (2) and of the council (3), and somebody who looks after
/// sign-in at the schools (4); a commitment of the schools.
fn town() -> World {
    exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), commitment(2))
        .and(kim("2016-01-02"), ties(1, 2, 1))
        .and(import("2016-01-01"), grant(1, Role::Reader, SCHOOLS))
        .and(import("2016-01-01"), grant(2, Role::Reader, COMPANY))
        .and(import("2016-01-01"), grant(3, Role::Reader, COUNCIL))
        .and(import("2016-01-01"), grant(4, Role::Administrator, SCHOOLS))
}

fn concerned(world: &World, n: u128) -> [bool; 4] {
    [1, 2, 3, 4].map(|who| {
        let i = world.state.inside(person(who), day(TODAY));
        i.is_concerned_by(decision(n))
    })
}

#[test]
fn a_decision_concerns_who_decided_and_whose_matter_it_is() {
    let councils = decides(1, "2016-01-05", vec![adopt(1, 10)]);
    let own = RecordDecision {
        body: SCHOOLS,
        ..decides(2, "2016-01-06", vec![adopt(2, 20)])
    };
    let withdrawn = RecordDecision {
        body: SCHOOLS,
        ..decides(3, "2016-01-07", vec![Act::Withdraw(element(2))])
    };
    let world = town()
        .and(kim("2016-01-05"), councils)
        .and(kim("2016-01-06"), own)
        .and(kim("2016-01-07"), withdrawn);
    // The council decides over the schools' goal.
    assert_eq!(concerned(&world, 1), [true, false, true, false]);
    assert_eq!(concerned(&world, 2), [true, false, false, false]);
    assert_eq!(concerned(&world, 3), [true, false, false, false]);
    assert_eq!(
        concerned(&world, 9),
        [false; 4],
        "there is no such decision"
    );
}

fn round(n: u128, occasion: Occasion, opens: Option<&str>, last: &str) -> OpenRound {
    OpenRound {
        round: RoundId(Uuid::from_u128(n)),
        model: MODEL_A,
        names: Names {
            sv: "Planering 2017".into(),
            en: None,
            fi: None,
        },
        occasion,
        cut_off: day("2017-12-31"),
        opens: opens.map(day),
        deadlines: vec![(BodyKind::Committee, day(last))],
        meetings: vec![],
        asks_for: Vec::new(),
        levels: Vec::new(),
        compiling: None,
        made_of: None,
        since: None,
    }
}

#[test]
fn the_last_day_of_a_planning_round_is_for_who_writes_or_hands_in_at_such_a_body() {
    let world = town()
        .and(import("2016-01-01"), grant(5, Role::Contributor, SCHOOLS))
        .and(import("2016-01-01"), grant(5, Role::Approver, SCHOOLS))
        .and(import("2016-01-01"), grant(6, Role::Approver, COMPANY))
        .and(
            kim("2016-01-02"),
            round(1, Occasion::Planning, None, "2016-01-09"),
        )
        .and(
            kim("2016-01-02"),
            round(2, Occasion::Planning, None, "2016-01-08"),
        )
        .and(
            kim("2016-01-02"),
            round(3, Occasion::Interim, None, "2016-02-01"),
        )
        .and(
            kim("2016-01-02"),
            round(4, Occasion::Planning, Some("2016-01-10"), "2016-02-01"),
        );
    let days = |who| world.state.inside(person(who), day(TODAY)).last_days();
    let own = days(5);
    assert_eq!(own.len(), 1, "{own:?}");
    let told = (
        own[0].body,
        own[0].year,
        own[0].last,
        own[0].round.0.as_u128(),
    );
    assert_eq!(told, (SCHOOLS, 2017, day("2016-01-09"), 1));
    for other in [1, 2, 4, 6] {
        assert_eq!(days(other), [], "{other}");
    }
}

#[test]
fn a_last_day_is_told_of_from_fourteen_days_before_and_again_from_three() {
    let world = town()
        .and(import("2016-01-01"), grant(5, Role::Contributor, SCHOOLS))
        .and(import("2016-01-01"), grant(6, Role::Reader, SCHOOLS))
        .and(
            kim("2016-01-02"),
            round(1, Occasion::Planning, None, "2016-01-24"),
        );
    let steps = |who, today: &str| {
        let near = world.state.inside(person(who), day(today)).reminders();
        near.into_iter().map(|(_, step)| step).collect::<Vec<_>>()
    };
    for (today, told) in [
        ("2016-01-09", None),
        ("2016-01-10", Some(14)),
        ("2016-01-20", Some(14)),
        ("2016-01-21", Some(3)),
        ("2016-01-24", Some(3)),
        ("2016-01-25", None),
    ] {
        assert_eq!(steps(5, today), Vec::from_iter(told), "{today}");
        assert!(steps(6, today).is_empty(), "a reader");
    }
    let i = world.state.inside(person(5), day("2016-01-21"));
    let last = i.last_days()[0];
    assert!(i.is_reminded_of(&last));
    // Another last day has been said since.
    let moved = riktning_domain::inside::LastDay {
        last: day("2016-01-23"),
        ..last
    };
    assert!(!i.is_reminded_of(&moved));
    let reader = world.state.inside(person(6), day("2016-01-21"));
    assert!(!reader.is_reminded_of(&last));
}

#[test]
fn who_answers_for_a_document_is_reminded_as_long_as_it_is_to_be_revised() {
    let document = |by: &str| {
        let mut document = writes(1, "skolplan");
        document.wording.responsible = Some(SCHOOLS);
        document.wording.revise_by = Some(day(by));
        document
    };
    let world = town()
        .and(import("2016-01-01"), grant(5, Role::Contributor, SCHOOLS))
        .and(import("2016-01-01"), grant(6, Role::Contributor, COMPANY))
        .and(import("2016-01-02"), document("2016-09-30"))
        .and(
            import("2016-01-03"),
            decides(1, "2016-01-03", vec![adopt_document(1, 100)]),
        );
    let told = |who: u128, on: &str| {
        let i = world.state.inside(person(who), day(on));
        i.revisions()
            .into_iter()
            .map(|(_, by, step)| (by, step))
            .collect::<Vec<_>>()
    };
    let by = day("2016-09-30");
    assert_eq!(told(5, "2016-07-01"), []);
    assert_eq!(told(5, "2016-07-02"), [(by, 90)]);
    assert_eq!(told(5, "2016-07-09"), [(by, 90)]);
    assert_eq!(
        told(5, "2016-07-10"),
        [],
        "whoever comes later is not told of it"
    );
    assert_eq!(told(5, "2016-09-16"), [(by, 14)]);
    assert_eq!(told(6, "2016-09-16"), [], "it is not theirs");
    assert_eq!(told(1, "2016-09-16"), [], "who only reads revises nothing");
}

/// Who reports for the schools (5) and for the company (6), reviews (7) and audits (8); commitment 2 of the schools
/// is decided, and a round of follow-up is open from 20 August to 20 September 2017.
fn reporting() -> World {
    let supplied = RecordDecision {
        body: SCHOOLS,
        ..decides(1, "2016-03-02", vec![adopt(2, 20)])
    };
    let open = OpenRound {
        cut_off: day("2017-08-31"),
        ..round(7, Occasion::Interim, Some("2017-08-20"), "2017-09-20")
    };
    town()
        .and(import("2016-01-01"), grant(5, Role::Contributor, SCHOOLS))
        .and(import("2016-01-01"), grant(6, Role::Contributor, COMPANY))
        .and(import("2016-01-01"), grant(7, Role::Approver, SCHOOLS))
        .and(import("2016-01-01"), grant(8, Role::Auditor, BOARD))
        .and(
            import("2016-03-01"),
            decides(2, "2016-03-01", vec![adopt(1, 10)]),
        )
        .and(import("2016-03-02"), supplied)
        .and(kim("2017-06-01"), open)
}

/// Of what somebody is told on a day.
fn told_on(world: &World, who: u128, on: &str) -> Vec<ToldOf> {
    let i = world.state.inside(person(who), day(on));
    let told = i.report_reminders().into_iter();
    told.map(|(day, told)| {
        assert_eq!(
            (day.body, day.last),
            (SCHOOLS, crate::world::day("2017-09-20"))
        );
        assert!(
            i.is_reminded_of_report(&day),
            "it is asked once more when it is sent"
        );
        told
    })
    .collect()
}

#[test]
fn who_reports_is_told_that_a_round_opened_comes_near_and_is_over_and_nobody_else() {
    let world = reporting();
    for (on, told) in [
        ("2017-08-19", vec![]),
        ("2017-08-20", vec![ToldOf::Opened]),
        ("2017-08-27", vec![ToldOf::Opened]),
        ("2017-08-28", vec![]),
        ("2017-09-05", vec![]),
        ("2017-09-06", vec![ToldOf::Near(14)]),
        ("2017-09-16", vec![ToldOf::Near(14)]),
        ("2017-09-17", vec![ToldOf::Near(3)]),
        ("2017-09-20", vec![ToldOf::Near(3)]),
        ("2017-09-21", vec![ToldOf::Late]),
        ("2017-09-27", vec![ToldOf::Late]),
        ("2017-09-28", vec![]),
    ] {
        assert_eq!(told_on(&world, 5, on), told, "{on}");
    }
    for who in [1, 4, 6, 7, 8] {
        assert_eq!(told_on(&world, who, "2017-09-17"), [], "{who}");
    }
    // A link may be used for as long as the grace after the last day.
    let takes = |who, on| {
        let i = world.state.inside(person(who), day(on));
        i.takes_links(RoundId(Uuid::from_u128(7)))
    };
    let days = ["2017-08-19", "2017-08-20", "2017-10-04", "2017-10-05"];
    assert_eq!(days.map(|on| takes(5, on)), [false, true, true, false]);
    assert!(!takes(7, "2017-09-01"), "who reviews comes by no link");
}

#[test]
fn what_is_handed_in_or_looked_after_by_a_colleague_waits_for_nobody_else() {
    let round = RoundId(Uuid::from_u128(7));
    let rows = |world: &World, who| {
        let i = world.state.inside(person(who), day("2017-09-10"));
        i.rows_to_report(round)
    };
    let world = reporting().and(import("2016-01-01"), grant(9, Role::Contributor, SCHOOLS));
    assert_eq!(rows(&world, 5), [element(1), element(2)]);
    let looked_after = world.clone().and(
        import("2017-06-02"),
        LookAfter {
            element: element(2),
            person: Some(person(9)),
            instead_of: None,
        },
    );
    assert_eq!(rows(&looked_after, 5), [element(1)]);
    assert_eq!(rows(&looked_after, 9), [element(1), element(2)]);
    let of = |n, version, e| ProposeAssessment {
        round,
        ..judges(n, version, e)
    };
    let begun = world.and(kim("2017-09-01"), of(1, 1, 2));
    assert_eq!(
        rows(&begun, 5),
        [element(1), element(2)],
        "begun is not sent"
    );
    let sent = begun.and(kim("2017-09-02"), hands_in(1));
    assert_eq!(rows(&sent, 5), [element(1)]);
    let back = StepAssessment {
        assessment: assessment(1),
        step: Step::SentBack("Hur många?".into()),
        by_link: false,
    };
    let back = sent.and(kim("2017-09-03"), back);
    assert_eq!(rows(&back, 5), [element(1), element(2)]);
}
