//! Reports: filed once, about a day of their own, on the day of the decision or publication.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, day, import, kim};
use riktning_domain::Refusal;
use riktning_domain::decisions::{RecordDecision, Stage};
use riktning_domain::refusal::Fact;
use riktning_domain::reports::{FileReport, ReportBasis, ReportOccasion};

const NOW: &str = "2018-06-01";

/// Report `n`, which a source says was published on 5 October 2017.
pub(crate) fn found(n: u128) -> FileReport {
    FileReport {
        basis: ReportBasis::Source(SOURCE, dated("2017-10-05")),
        ..files(n, decision(1))
    }
}

/// The council decided on 26 October 2017, the school committee on 19 September and the
/// council once more in March.
fn town() -> World {
    exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), goal(2))
        .and(kim("2016-01-01"), commitment(3))
        .and(kim("2016-01-02"), ties(1, 3, 1))
        .and(
            kim("2016-02-01"),
            decides(9, "2016-02-01", vec![adopt(1, 10)]),
        )
        .and(
            kim("2017-09-19"),
            RecordDecision {
                body: SCHOOLS,
                ..decides(2, "2017-09-19", vec![adopt(3, 30)])
            },
        )
        .and(
            kim("2017-10-26"),
            decides(1, "2017-10-26", vec![adopt(2, 20)]),
        )
}

fn shown(world: &World, on: &str) -> Option<String> {
    let report = world.published(on).report(2017, ReportOccasion::InterimTwo);
    report.map(|report| report.on.to_string())
}

#[test]
fn a_report_stands_from_the_day_it_was_decided() {
    let world = town();
    world
        .when(kim(NOW), files(1, decision(1)))
        .then_on("2017-10-26");
    let world = world.and(kim(NOW), files(1, decision(1)));
    assert_eq!(shown(&world, "2017-10-25"), None);
    assert_eq!(shown(&world, "2017-10-26").as_deref(), Some("2017-10-26"));
    let lens = world.published(NOW);
    assert!(lens.report(2017, ReportOccasion::Annual).is_none());
    assert!(lens.report(2018, ReportOccasion::InterimTwo).is_none());
    // What stood when it was decided is read through the lens of that day, never a later one.
    assert_eq!(lens.as_of(day("2017-10-26")).day(), day("2017-10-26"));
    assert_eq!(lens.as_of(day("2019-01-01")).day(), day(NOW));
}

#[test]
fn a_report_is_about_a_day_of_its_kind() {
    let world = town();
    let about = |occasion, cut_off: &str| FileReport {
        occasion,
        cut_off: day(cut_off),
        ..files(1, decision(1))
    };
    for wrong in [
        about(ReportOccasion::InterimTwo, "2017-12-31"),
        about(ReportOccasion::InterimOne, "2016-03-31"),
        about(ReportOccasion::Annual, "2017-08-31"),
        about(ReportOccasion::Annual, "2016-12-31"),
    ] {
        world
            .when(kim(NOW), wrong)
            .then_refused(Refusal::CutOffOutsideReport);
    }
    world
        .when(kim(NOW), about(ReportOccasion::InterimOne, "2017-03-31"))
        .then_accepted();
    world
        .when(kim(NOW), about(ReportOccasion::InterimTwo, "2017-11-30"))
        .then_refused(Refusal::TooEarly {
            on: day("2017-10-26"),
            stands_from: day("2017-11-30"),
            fact: Fact::Report,
        });
}

#[test]
fn the_whole_report_is_decided_by_council_or_board_and_a_bodys_by_itself() {
    let world = town();
    world
        .when(kim(NOW), files(1, decision(2)))
        .then_refused(Refusal::WrongDecider);
    let own = |body, by| FileReport {
        body: Some(body),
        ..files(1, decision(by))
    };
    world.when(kim(NOW), own(SCHOOLS, 2)).then_accepted();
    world
        .when(kim(NOW), own(COMPANY, 2))
        .then_refused(Refusal::NotItsMatter);
    world.when(kim(NOW), own(SCHOOLS, 1)).then_accepted();
    world
        .when(kim(NOW), files(1, decision(7)))
        .then_refused(Refusal::Unknown {
            fact: Fact::Decision,
        });
}

#[test]
fn only_an_import_files_a_report_without_a_decision() {
    let world = town();
    world
        .when(kim(NOW), found(1))
        .then_refused(Refusal::DecisionMissing);
    world.when(import(NOW), found(1)).then_on("2017-10-05");
    let tomorrow = FileReport {
        basis: ReportBasis::Source(SOURCE, dated("2018-06-02")),
        ..found(1)
    };
    world
        .when(import(NOW), tomorrow)
        .then_refused(Refusal::InTheFuture {
            day: day("2018-06-02"),
            today: day(NOW),
        });
    let unheard_of = FileReport {
        basis: ReportBasis::Source(source(9), dated("2017-10-05")),
        ..found(1)
    };
    world
        .when(import(NOW), unheard_of)
        .then_refused(Refusal::Unknown { fact: Fact::Source });
}

#[test]
fn there_is_one_report_of_each_occasion_until_its_decision_is_quashed() {
    let world = town().and(kim(NOW), files(1, decision(1)));
    world.when(kim(NOW), files(1, decision(1))).then_nothing();
    let other = FileReport {
        summary: Some("Annat.".into()),
        ..files(1, decision(1))
    };
    let twice = Refusal::AlreadyThere { fact: Fact::Report };
    world.when(kim(NOW), other).then_refused(twice.clone());
    world.when(import(NOW), found(2)).then_refused(twice);
    let quashed = world.and(kim(NOW), marks(decision(1), Stage::Quashed, "2018-02-01"));
    assert_eq!(shown(&quashed, "2018-01-31").as_deref(), Some("2017-10-26"));
    assert_eq!(shown(&quashed, "2018-02-01"), None);
    quashed.when(import(NOW), found(2)).then_accepted();
    quashed
        .when(kim(NOW), files(3, decision(1)))
        .then_refused(Refusal::WouldBreak {
            day: day("2017-10-26"),
            fact: Fact::Decision,
        });
}

#[test]
fn an_address_is_one_and_a_summary_says_something() {
    let world = town();
    let at = |url: &str| FileReport {
        address: Some(url.into()),
        ..files(1, decision(1))
    };
    world
        .when(kim(NOW), at("ftp://x"))
        .then_refused(Refusal::NotAnAddress {
            url: "ftp://x".into(),
        });
    world
        .when(kim(NOW), at("https://exempel.invalid/d2"))
        .then_accepted();
    let blank = FileReport {
        summary: Some(" ".into()),
        ..files(1, decision(1))
    };
    world
        .when(kim(NOW), blank)
        .then_refused(Refusal::Blank { field: "summary" });
}
