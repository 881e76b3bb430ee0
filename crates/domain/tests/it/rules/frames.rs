//! Frames from decisions, and accounts as their source prints them.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, day, import, kim};
use riktning_domain::bodies::FoundBody;
use riktning_domain::decisions::{Act, RecordDecision, Stage};
use riktning_domain::frames::{
    Account, AccountsRow, EnterFrame, PrintedSums, ReportAccounts, Whose,
};
use riktning_domain::plans::DraftPlan;
use riktning_domain::refusal::Fact;
use riktning_domain::{Figure, Period, Refusal};

const NOW: &str = "2017-02-01";

/// Council decided on 15 November 2016 and 20 June 2017.
fn town() -> World {
    exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), goal(2))
        .and(
            kim("2016-11-16"),
            decides(1, "2016-11-15", vec![adopt(1, 10)]),
        )
}

fn supplemented() -> World {
    town()
        .and(kim("2016-11-16"), grants(1, "400", decision(1)))
        .and(
            kim("2017-06-20"),
            decides(2, "2017-06-20", vec![adopt(2, 20)]),
        )
        .and(kim("2017-06-20"), grants(2, "7.2", decision(2)))
}

fn frame(world: &World, on: &str) -> Option<String> {
    let lens = world.published(on);
    let frame = lens.frame(SCHOOLS, 2017, Account::Operating);
    frame.map(|money| money.value().to_string())
}

#[test]
fn a_frame_is_the_sum_of_its_entries_from_the_day_of_each_decision() {
    let world = supplemented();
    assert_eq!(frame(&world, "2016-11-14"), None);
    assert_eq!(frame(&world, "2016-11-15").as_deref(), Some("400"));
    assert_eq!(frame(&world, "2017-06-19").as_deref(), Some("400"));
    assert_eq!(frame(&world, "2017-06-20").as_deref(), Some("407.2"));
    let lens = world.published("2018-01-01");
    assert_eq!(lens.frame(SCHOOLS, 2018, Account::Operating), None);
    assert_eq!(lens.frame(SCHOOLS, 2017, Account::Investment), None);
    assert_eq!(lens.frame(COMPANY, 2017, Account::Operating), None);
}

#[test]
fn what_a_quashed_decision_granted_is_gone_from_that_day() {
    let world = supplemented().and(
        kim("2017-09-01"),
        marks(decision(2), Stage::Quashed, "2017-09-01"),
    );
    assert_eq!(frame(&world, "2017-08-31").as_deref(), Some("407.2"));
    assert_eq!(frame(&world, "2017-09-01").as_deref(), Some("400"));
    world
        .when(kim("2017-09-02"), grants(3, "1", decision(2)))
        .then_refused(Refusal::WouldBreak {
            day: day("2017-06-20"),
            fact: Fact::Decision,
        });
}

#[test]
fn an_entry_stands_from_the_day_of_its_decision_and_names_one() {
    let world = town();
    world
        .when(kim(NOW), grants(1, "400", decision(9)))
        .then_refused(Refusal::Unknown {
            fact: Fact::Decision,
        });
    world
        .when(kim(NOW), grants(1, "400", decision(1)))
        .then_on("2016-11-15");
}

#[test]
fn an_entry_is_made_once_and_changes_something() {
    let world = town();
    world
        .when(kim(NOW), grants(1, "0.0", decision(1)))
        .then_refused(Refusal::Blank { field: "amount" });
    let nameless = EnterFrame {
        year: 20170,
        ..grants(1, "400", decision(1))
    };
    world
        .when(kim(NOW), nameless)
        .then_refused(Refusal::Blank { field: "year" });
    let world = world.and(kim(NOW), grants(1, "400", decision(1)));
    world
        .when(kim(NOW), grants(1, "400", decision(1)))
        .then_nothing();
    world
        .when(kim(NOW), grants(1, "401", decision(1)))
        .then_refused(Refusal::AlreadyThere { fact: Fact::Frame });
    world
        .when(kim(NOW), grants(2, "-3.5", decision(1)))
        .then_accepted();
}

#[test]
fn council_grants_to_everybody_and_others_to_who_answers_to_them() {
    let by = |n, body| RecordDecision {
        body,
        ..decides(n, "2016-12-01", vec![Act::AdoptPlan(plan(n))])
    };
    let planned = |n, body| DraftPlan { body, ..plans(n) };
    let world = town()
        .and(kim("2016-11-20"), planned(2, BOARD))
        .and(kim("2016-11-20"), planned(3, SCHOOLS))
        .and(kim("2016-11-20"), places(2, &[element(1)]))
        .and(kim("2016-11-20"), places(3, &[element(1)]))
        .and(kim("2016-12-01"), by(2, BOARD))
        .and(kim("2016-12-01"), by(3, SCHOOLS));
    let to = |body, by| EnterFrame {
        body,
        ..grants(1, "400", decision(by))
    };
    world.when(kim(NOW), to(COMPANY, 1)).then_accepted();
    // The school committee answers to the board, and the company not to the schools.
    world.when(kim(NOW), to(SCHOOLS, 2)).then_accepted();
    world.when(kim(NOW), to(SCHOOLS, 3)).then_accepted();
    world
        .when(kim(NOW), to(COMPANY, 3))
        .then_refused(Refusal::WrongDecider);
    world
        .when(kim(NOW), to(BOARD, 3))
        .then_refused(Refusal::WrongDecider);
}

#[test]
fn a_frame_is_for_a_body_that_exists_some_day_of_the_year() {
    let next_year = FoundBody {
        from: dated("2017-07-01"),
        ..another_committee(5, "ny", "2017-07-01")
    };
    let world = town().and(import("2016-01-02"), next_year);
    let to = |body, year| EnterFrame {
        body,
        year,
        ..grants(1, "400", decision(1))
    };
    world.when(kim(NOW), to(body(5), 2017)).then_accepted();
    world
        .when(kim(NOW), to(body(5), 2016))
        .then_refused(Refusal::BodyNotAlive {
            on: day("2016-01-01"),
            last_day: None,
        });
    world
        .when(kim(NOW), to(body(9), 2017))
        .then_refused(Refusal::Unknown { fact: Fact::Body });
    let world = world.and(kim("2017-03-01"), ends(COMPANY, "2017-12-31"));
    world
        .when(kim("2017-04-01"), to(COMPANY, 2017))
        .then_accepted();
    world
        .when(kim("2017-04-01"), to(COMPANY, 2018))
        .then_refused(Refusal::BodyNotAlive {
            on: day("2018-01-01"),
            last_day: Some(day("2017-12-31")),
        });
}

#[test]
fn a_body_ends_before_a_year_for_which_it_has_a_frame_and_the_money_is_taken_back() {
    let next = |entry, amount: &str| EnterFrame {
        body: COMPANY,
        year: 2018,
        ..grants(entry, amount, decision(1))
    };
    let world = town().and(kim(NOW), next(1, "400"));
    // It was granted on 15 November 2016, and after its last day nothing is granted to a body.
    world
        .when(kim(NOW), ends(COMPANY, "2016-11-14"))
        .then_refused(Refusal::WouldBreak {
            day: day("2016-11-15"),
            fact: Fact::WorkGiven,
        });
    let world = world.and(kim("2017-03-01"), ends(COMPANY, "2017-12-31"));
    for wrong in ["1", "-401"] {
        world
            .when(kim("2017-04-01"), next(2, wrong))
            .then_refused(Refusal::BodyNotAlive {
                on: day("2018-01-01"),
                last_day: Some(day("2017-12-31")),
            });
    }
    // A decision of an earlier day, told of later, takes back no more than is left.
    let earlier = world
        .clone()
        .and(
            kim("2017-06-21"),
            decides(2, "2017-06-20", vec![adopt(2, 20)]),
        )
        .and(
            kim("2017-06-21"),
            EnterFrame {
                decision: decision(2),
                ..next(2, "-400")
            },
        );
    earlier
        .when(kim("2017-06-22"), next(3, "-1"))
        .then_refused(Refusal::BodyNotAlive {
            on: day("2018-01-01"),
            last_day: Some(day("2017-12-31")),
        });
    let world = world.and(kim("2017-04-01"), next(2, "-150"));
    let world = world.and(kim("2017-04-02"), next(3, "-250"));
    let left = world.published("2017-04-02");
    let left = left.frame(COMPANY, 2018, Account::Operating).unwrap();
    assert!(left.is_zero());
    world
        .when(kim("2017-04-03"), next(4, "-1"))
        .then_refused(Refusal::BodyNotAlive {
            on: day("2018-01-01"),
            last_day: Some(day("2017-12-31")),
        });
}

#[test]
fn accounts_have_rows_that_say_something_once() {
    let world = town();
    let rows = |rows| ReportAccounts {
        rows,
        ..prints(1, "98")
    };
    let blank = |field| Refusal::Blank { field };
    world
        .when(kim(NOW), rows(vec![]))
        .then_refused(blank("rows"));
    let silent = vec![row(Whose::Body(SCHOOLS))];
    world
        .when(kim(NOW), rows(silent))
        .then_refused(blank("rows"));
    let frame = |whose| AccountsRow {
        frame: Some(mnkr("100")),
        ..row(whose)
    };
    world
        .when(kim(NOW), rows(vec![frame(Whose::Named(" ".into()))]))
        .then_refused(blank("rows.whose"));
    world
        .when(kim(NOW), rows(vec![frame(Whose::Body(body(9)))]))
        .then_refused(Refusal::Unknown { fact: Fact::Body });
    let twice = vec![frame(Whose::Whole), frame(Whose::Whole)];
    world
        .when(kim(NOW), rows(twice))
        .then_refused(Refusal::TwiceTheSame);
    let other_kind = AccountsRow {
        account: Account::Investment,
        ..frame(Whose::Whole)
    };
    world
        .when(kim(NOW), rows(vec![frame(Whose::Whole), other_kind]))
        .then_accepted();
    let unsourced = ReportAccounts {
        source: source(9),
        ..prints(1, "98")
    };
    world
        .when(kim(NOW), unsourced)
        .then_refused(Refusal::Unknown { fact: Fact::Source });
}

#[test]
fn an_outcome_is_known_when_its_period_is_over() {
    let world = town();
    let period = Period::Year(2017);
    let this_year = ReportAccounts {
        period,
        ..prints(1, "98")
    };
    world
        .when(kim("2017-12-30"), this_year.clone())
        .then_refused(Refusal::PeriodToCome { period });
    world
        .when(kim("2017-12-31"), this_year.clone())
        .then_accepted();
    let forecast = ReportAccounts {
        rows: vec![AccountsRow {
            forecast: Some(mnkr("99")),
            ..row(Whose::Body(SCHOOLS))
        }],
        ..this_year
    };
    world.when(kim("2017-09-01"), forecast).then_accepted();
}

#[test]
fn accounts_are_revised_and_never_written_over() {
    let world = town().and(kim(NOW), prints(1, "98"));
    world.when(kim(NOW), prints(1, "98")).then_nothing();
    let other_year = ReportAccounts {
        period: Period::Year(2015),
        ..prints(1, "98")
    };
    world
        .when(kim(NOW), other_year)
        .then_refused(Refusal::AlreadyThere {
            fact: Fact::Accounts,
        });
    let world = world.and(kim("2017-05-01"), prints(1, "97"));
    let outcome = |on: &str| {
        let accounts = world.published(on).accounts();
        accounts.first().and_then(|a| a.rows[0].outcome)
    };
    assert_eq!(outcome("2017-01-31"), None);
    assert_eq!(outcome("2017-04-30"), Some(mnkr("98")));
    assert_eq!(outcome("2017-05-01"), Some(mnkr("97")));
    world
        .when(
            kim("2017-06-01"),
            ReportAccounts {
                since: Some(dated("2017-01-01")),
                ..prints(2, "97")
            },
        )
        .then_refused(Refusal::MayNotBackDate);
}

fn printed(rows: Vec<AccountsRow>, frame: &str, outcome: &str, deviation: &str) -> ReportAccounts {
    ReportAccounts {
        rows,
        printed: Some(PrintedSums {
            frame: Some(mnkr(frame)),
            outcome: Some(mnkr(outcome)),
            deviation: Some(mnkr(deviation)),
        }),
        ..prints(1, "1")
    }
}

fn result(n: u128, frame: &str, outcome: &str, deviation: &str) -> AccountsRow {
    AccountsRow {
        account: Account::Result,
        frame: Some(mnkr(frame)),
        outcome: Some(mnkr(outcome)),
        deviation: Some(mnkr(deviation)),
        ..row(Whose::Body(body(n)))
    }
}

#[test]
fn a_sum_that_does_not_add_up_is_told_from_one_that_does() {
    let rows = vec![result(5, "-13", "-10", "3"), result(6, "200", "220", "20")];
    let check = printed(rows.clone(), "187", "210", "50").check();
    assert_eq!(check.frame.adds_up, Some(true));
    assert_eq!(check.outcome.adds_up, Some(true));
    assert_eq!(check.deviation.adds_up, Some(false));
    assert_eq!(check.deviation.computed, Some(mnkr("23")));
    // Two rows and their sum were each rounded to whole millions: 1,5 may be lost, 2 not.
    assert_eq!(
        printed(rows.clone(), "188", "210", "23")
            .check()
            .frame
            .adds_up,
        Some(true)
    );
    assert_eq!(
        printed(rows, "189", "210", "23").check().frame.adds_up,
        Some(false)
    );
    assert_eq!(prints(1, "98").check().frame.adds_up, None);
}

#[test]
fn a_deviation_that_has_lost_its_minus_is_found_by_its_percent() {
    let row = |deviation: &str, percent: &str| AccountsRow {
        frame: Some(mnkr("518.1")),
        deviation: Some(mnkr(deviation)),
        percent: Some(percent.parse::<Figure>().unwrap()),
        ..row(Whose::Body(SCHOOLS))
    };
    assert!(row("101.5", "-19.6").signs_disagree());
    assert!(!row("-101.5", "-19.6").signs_disagree());
    assert!(!row("101.5", "0.0").signs_disagree());
    assert_eq!(row("-101.5", "-19.6").percent_agrees(), Some(true));
    assert_eq!(row("-101.5", "-18.6").percent_agrees(), Some(false));
    // 0,55 to 0,65 of 3,05 to 3,15 is between 17 and 21 per cent.
    let small = |percent: &str| AccountsRow {
        frame: Some(mnkr("3.1")),
        ..row("0.6", percent)
    };
    assert_eq!(small("20.5").percent_agrees(), Some(true));
    assert_eq!(small("21.5").percent_agrees(), Some(false));
    let lost = printed(vec![row("101.5", "-19.6")], "518.1", "0", "-101.5").check();
    assert_eq!(lost.deviation.adds_up, Some(false));
    assert_eq!(lost.deviation_turned, Some(mnkr("-101.5")));
    let sound = printed(vec![row("-101.5", "-19.6")], "518.1", "0", "-101.5").check();
    assert_eq!(sound.deviation.adds_up, Some(true));
    assert_eq!(sound.deviation_turned, None);
}

#[test]
fn a_deviation_is_what_is_left_of_a_cost_and_gained_of_a_revenue() {
    let both = |by_revenue, account| AccountsRow {
        frame: Some(mnkr("671.1")),
        outcome: Some(mnkr("682.4")),
        account,
        by_revenue,
        ..row(Whose::Body(SCHOOLS))
    };
    let deviation = |row: AccountsRow| row.computed_deviation();
    assert_eq!(
        deviation(both(false, Account::Operating)),
        Some(mnkr("-11.3"))
    );
    assert_eq!(
        deviation(both(true, Account::Operating)),
        Some(mnkr("11.3"))
    );
    assert_eq!(deviation(both(false, Account::Result)), Some(mnkr("11.3")));
    assert_eq!(result(5, "18", "14", "4").deviation_agrees(), Some(false));
    assert_eq!(result(5, "18", "14", "-4").deviation_agrees(), Some(true));
}
