//! Good financial management: guidelines from the council, goals that it marks, and verdicts
//! by who judges the whole.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::Refusal;
use riktning_domain::assessments::{ProposeAssessment, Scope, Subject};
use riktning_domain::decisions::{Act, RecordDecision, Stage};
use riktning_domain::financial_management::GuideFinancialManagement;
use riktning_domain::refusal::Fact;

const NOW: &str = "2017-02-01";

/// The council adopted goal 1 and commitment 3; the school committee decided of its own.
fn town() -> World {
    exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), goal(2))
        .and(kim("2016-01-01"), commitment(3))
        .and(kim("2016-01-02"), ties(1, 3, 1))
        .and(
            kim("2016-11-16"),
            decides(1, "2016-11-15", vec![adopt(1, 10)]),
        )
        .and(
            kim("2016-12-01"),
            RecordDecision {
                body: SCHOOLS,
                ..decides(2, "2016-12-01", vec![adopt(3, 30)])
            },
        )
}

#[test]
fn guidelines_stand_from_the_day_of_the_councils_decision() {
    let world = town();
    world
        .when(kim(NOW), guides(1, decision(1)))
        .then_on("2016-11-15");
    let world = world.and(kim(NOW), guides(1, decision(1)));
    assert!(
        world
            .published("2016-11-14")
            .financial_management(2017)
            .is_none()
    );
    let lens = world.published("2016-11-15");
    assert_eq!(lens.financial_management(2017).unwrap().goals, [element(1)]);
    assert_eq!(lens.financial_management(2018), None);
    assert_eq!(lens.financial_management_years(), [2017]);
    world
        .when(kim(NOW), guides(1, decision(9)))
        .then_refused(Refusal::Unknown {
            fact: Fact::Decision,
        });
}

#[test]
fn only_the_council_gives_guidelines() {
    let world = town();
    world
        .when(kim(NOW), guides(1, decision(2)))
        .then_refused(Refusal::WrongDecider);
    world.when(kim(NOW), guides(1, decision(1))).then_accepted();
}

#[test]
fn only_adopted_goals_of_the_year_are_marked_each_once() {
    let world = town();
    let marks = |goals: Vec<riktning_domain::ids::ElementId>| GuideFinancialManagement {
        goals,
        ..guides(1, decision(1))
    };
    let empty = Refusal::Blank { field: "goals" };
    world.when(kim(NOW), marks(vec![])).then_refused(empty);
    world
        .when(kim(NOW), marks(vec![element(1), element(1)]))
        .then_refused(Refusal::TwiceTheSame);
    world
        .when(kim(NOW), marks(vec![element(3)]))
        .then_refused(Refusal::NotAGoal);
    world
        .when(kim(NOW), marks(vec![element(1), element(2)]))
        .then_refused(Refusal::NotAdopted {
            on: day("2016-11-15"),
        });
    let of = |year| GuideFinancialManagement {
        year,
        ..guides(1, decision(1))
    };
    let period = "2016..2019".parse().unwrap();
    world
        .when(kim(NOW), of(2020))
        .then_refused(Refusal::PeriodOver { period });
    world
        .when(kim(NOW), of(2015))
        .then_refused(Refusal::PeriodToCome { period });
    world
        .when(kim(NOW), of(-1))
        .then_refused(Refusal::Blank { field: "year" });
    world.when(kim(NOW), of(2019)).then_accepted();
}

#[test]
fn words_that_are_given_are_not_blank() {
    let world = town();
    for (field, blank) in [
        (
            "guidelines",
            GuideFinancialManagement {
                guidelines: Some(" ".into()),
                ..guides(1, decision(1))
            },
        ),
        (
            "rule",
            GuideFinancialManagement {
                rule: Some(String::new().into()),
                ..guides(1, decision(1))
            },
        ),
    ] {
        world
            .when(kim(NOW), blank)
            .then_refused(Refusal::Blank { field });
    }
    let silent = GuideFinancialManagement {
        guidelines: None,
        rule: None,
        ..guides(1, decision(1))
    };
    world.when(kim(NOW), silent).then_accepted();
}

#[test]
fn a_decision_guides_a_year_once_and_a_quashed_one_not_at_all() {
    let world = town().and(kim(NOW), guides(1, decision(1)));
    world.when(kim(NOW), guides(1, decision(1))).then_nothing();
    let other = GuideFinancialManagement {
        guidance: guidance(9),
        ..guides(1, decision(1))
    };
    world
        .when(kim(NOW), other)
        .then_refused(Refusal::AlreadyThere {
            fact: Fact::Guidelines,
        });
    let quashed = world
        .and(
            kim("2017-06-20"),
            decides(4, "2017-06-20", vec![adopt(2, 20)]),
        )
        .and(kim("2017-06-20"), guides(2, decision(4)))
        .and(
            kim("2017-09-01"),
            marks(decision(4), Stage::Quashed, "2017-09-01"),
        );
    let marked = |on| {
        quashed
            .published(on)
            .financial_management(2017)
            .unwrap()
            .goals
            .clone()
    };
    assert_eq!(marked("2017-06-19"), [element(1)]);
    assert_eq!(marked("2017-06-20"), [element(2)]);
    assert_eq!(marked("2017-09-01"), [element(1)]);
    let later = GuideFinancialManagement {
        year: 2018,
        ..guides(1, decision(4))
    };
    quashed
        .when(kim("2017-09-02"), later)
        .then_refused(Refusal::WouldBreak {
            day: day("2017-06-20"),
            fact: Fact::Decision,
        });
}

#[test]
fn the_whole_is_judged_by_who_leads_it_and_by_no_committee() {
    let world = town();
    let judging = |subject, body| ProposeAssessment {
        subject,
        body,
        ..judges(1, 1, 1)
    };
    let financial_management =
        [Scope::Municipality, Scope::Group].map(Subject::FinancialManagement);
    for subject in financial_management.into_iter().chain([Subject::Whole]) {
        let now = kim("2017-09-10");
        for body in [SCHOOLS, COMPANY] {
            world
                .when(now, judging(subject, Some(body)))
                .then_refused(Refusal::NotItsMatter);
        }
        for body in [BOARD, COUNCIL] {
            world
                .when(now, judging(subject, Some(body)))
                .then_accepted();
        }
        // A source need not say who judged.
        world
            .when(import("2017-09-10"), judging(subject, None))
            .then_accepted();
    }
    // Municipality and group are judged apart, in the same round and by the same body.
    let both = world
        .and(
            kim("2017-09-10"),
            judging(financial_management[0], Some(BOARD)),
        )
        .when(
            kim("2017-09-10"),
            ProposeAssessment {
                assessment: assessment(2),
                version: riktning_domain::ids::WordingId(uuid::Uuid::from_u128(77)),
                ..judging(financial_management[1], Some(BOARD))
            },
        );
    both.then_accepted();
}

#[test]
fn guidance_is_corrected_under_its_own_id() {
    let world = town().and(kim(NOW), guides(1, decision(1)));
    let righted = GuideFinancialManagement {
        rule: None,
        ..guides(1, decision(1))
    };
    world.when(kim(NOW), righted.clone()).then_on("2016-11-15");
    let corrected = world.clone().and(kim(NOW), righted.clone());
    assert_eq!(corrected.journal.len(), world.journal.len() + 1);
    let shown = |on| corrected.published(on).financial_management(2017);
    assert_eq!(shown("2016-11-14"), None);
    assert_eq!(shown("2016-11-15"), Some(&righted));
    corrected.when(kim(NOW), righted).then_nothing();
    // The wrong year is righted too, and leaves nothing behind.
    let of_2018 = GuideFinancialManagement {
        year: 2018,
        ..guides(1, decision(1))
    };
    let moved = corrected.and(kim(NOW), of_2018);
    assert_eq!(moved.published(NOW).financial_management_years(), [2018]);
    // A correction overtakes no later decision of the same day.
    let two = world
        .and(kim(NOW), decides(5, "2016-11-15", vec![adopt(2, 20)]))
        .and(kim(NOW), guides(2, decision(5)))
        .and(
            kim(NOW),
            GuideFinancialManagement {
                rule: None,
                ..guides(1, decision(1))
            },
        );
    let marked = two.published(NOW).financial_management(2017).unwrap();
    assert_eq!(marked.goals, [element(2)]);
}

#[test]
fn what_has_ended_is_not_marked_on_the_day() {
    let ends = |n, on: &str, act: fn(riktning_domain::ids::ElementId) -> Act| {
        decides(n, on, vec![act(element(1))])
    };
    // Nothing rests on goal 1 here.
    let goals = || {
        exempelstad()
            .and(kim("2016-01-01"), goal(1))
            .and(kim("2016-01-01"), goal(2))
            .and(
                kim("2016-11-15"),
                decides(1, "2016-11-15", vec![adopt(1, 10)]),
            )
    };
    for act in [Act::Withdraw, Act::Close] {
        let ended = goals().and(kim("2016-11-16"), ends(3, "2016-11-16", act));
        let ended = ended.and(
            kim("2016-11-17"),
            decides(4, "2016-11-17", vec![adopt(2, 20)]),
        );
        // On the day of the first decision it stood; on that of the second it had ended.
        ended.when(kim(NOW), guides(1, decision(1))).then_accepted();
        ended
            .when(kim(NOW), guides(1, decision(4)))
            .then_refused(Refusal::AlreadyEnded {
                on: day("2016-11-17"),
            });
        ended.when(kim(NOW), guides(2, decision(4))).then_accepted();
        // And what is marked does not turn out to have ended before.
        let marked = goals().and(kim(NOW), guides(1, decision(1)));
        marked
            .when(kim(NOW), ends(3, "2016-11-15", act))
            .then_refused(Refusal::WouldBreak {
                day: day("2016-11-15"),
                fact: Fact::Element,
            });
        let later = marked.and(kim(NOW), ends(3, "2016-11-16", act));
        // Withdrawn since, it is still what the council marked.
        let told = later.published(NOW).financial_management(2017).unwrap();
        assert_eq!(told.goals, [element(1)]);
    }
}
