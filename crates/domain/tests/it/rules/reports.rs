//! Reports: filed once, about a day of their own, on the day of the decision or publication.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{Wish, World, dated, day, import, kim};
use riktning_domain::decisions::{Basis, RecordDecision, Stage};
use riktning_domain::permissions::{GrantRole, Role, permit};
use riktning_domain::refusal::Fact;
use riktning_domain::reports::{FileReport, KeyMessage, ReportOccasion};
use riktning_domain::visibility::{Readable, SetVisibility, Visibility};
use riktning_domain::{Refusal, User};

const NOW: &str = "2018-06-01";

/// Report `n`, which a source says was published on 5 October 2017.
pub(crate) fn found(n: u128) -> FileReport {
    FileReport {
        basis: Basis::Source(SOURCE, dated("2017-10-05")),
        ..files(n, decision(1))
    }
}

/// The school committee's own report `n`.
fn of_schools(n: u128) -> FileReport {
    FileReport {
        body: Some(SCHOOLS),
        ..files(n, decision(2))
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
        basis: Basis::Source(SOURCE, dated("2018-06-02")),
        ..found(1)
    };
    world
        .when(import(NOW), tomorrow)
        .then_refused(Refusal::InTheFuture {
            day: day("2018-06-02"),
            today: day(NOW),
        });
    let unheard_of = FileReport {
        basis: Basis::Source(source(9), dated("2017-10-05")),
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
    let twice = Refusal::AlreadyThere { fact: Fact::Report };
    world.when(import(NOW), found(2)).then_refused(twice);
    let quashed = world.and(kim(NOW), marks(decision(1), Stage::Quashed, "2018-02-01"));
    assert_eq!(shown(&quashed, "2018-01-31").as_deref(), Some("2017-10-26"));
    assert_eq!(shown(&quashed, "2018-02-01"), None);
    // Another may be decided from that day on; before it there was one.
    quashed
        .when(import(NOW), found(2))
        .then_refused(Refusal::AlreadyThere { fact: Fact::Report });
    let later = FileReport {
        basis: Basis::Source(SOURCE, dated("2018-02-01")),
        ..found(2)
    };
    quashed.when(import(NOW), later).then_accepted();
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

#[test]
fn a_report_is_corrected_under_its_own_id() {
    let world = town()
        .and(import(NOW), found(1))
        .and(kim(NOW), of_schools(2));
    let righted = FileReport {
        cut_off: day("2017-07-31"),
        summary: Some("Rättad.".into()),
        ..files(1, decision(1))
    };
    let corrected = world.clone().and(kim("2018-06-02"), righted.clone());
    assert_eq!(corrected.journal.len(), world.journal.len() + 1);
    // It was never so as it was said first: it stands from the day of the decision alone.
    assert_eq!(shown(&world, "2017-10-05").as_deref(), Some("2017-10-05"));
    assert_eq!(shown(&corrected, "2017-10-25"), None);
    assert_eq!(
        shown(&corrected, "2017-10-26").as_deref(),
        Some("2017-10-26")
    );
    let lens = |on| {
        corrected
            .published(on)
            .report(2017, ReportOccasion::InterimTwo)
    };
    assert_eq!(lens("2018-06-03").unwrap().record, &righted);
    // That it was corrected is told from the day on which it was.
    assert_eq!(lens("2018-06-01").unwrap().corrected, None);
    let told = lens("2018-06-03").unwrap().corrected;
    assert_eq!(told, Some(day("2018-06-02")));
    // The file says what it said, and that changes nothing; what it says anew does.
    corrected
        .when(import("2018-06-02"), found(1))
        .then_nothing();
    corrected.when(kim("2018-06-02"), righted).then_nothing();
    let anew = FileReport {
        cut_off: day("2017-06-30"),
        ..found(1)
    };
    corrected.when(import("2018-06-02"), anew).then_accepted();
    // A correction keeps every rule of a report.
    let annual = FileReport {
        occasion: ReportOccasion::Annual,
        ..files(1, decision(1))
    };
    world
        .when(kim(NOW), annual)
        .then_refused(Refusal::CutOffOutsideReport);
    world
        .when(kim(NOW), files(2, decision(1)))
        .then_refused(Refusal::AlreadyThere { fact: Fact::Report });
}

#[test]
fn what_is_kept_back_of_a_report_is_the_report() {
    let world = town().and(kim(NOW), files(1, decision(1)));
    let what = Readable::Report(report(1));
    let internal = |world: &World| {
        let set = SetVisibility {
            what,
            visibility: Visibility::Internal,
        };
        world.clone().and(kim("2018-06-02"), set)
    };
    let hidden = internal(&world);
    // On no day that is shown, since the day it is decides.
    for on in ["2017-10-26", "2018-06-01", "2018-06-03"] {
        let lens = hidden.published(on);
        assert!(
            lens.report(2017, ReportOccasion::InterimTwo).is_none(),
            "{on}"
        );
        assert!(lens.reports().is_empty(), "{on}");
    }
    assert!(!world.published("2018-06-01").reports().is_empty());
    // One that is not filed cannot be kept back.
    let unheard_of = SetVisibility {
        what: Readable::Report(report(9)),
        visibility: Visibility::Internal,
    };
    world
        .when(kim(NOW), unheard_of)
        .then_refused(Refusal::Unknown { fact: Fact::Report });
}

#[test]
fn nobody_corrects_a_report_by_a_decision_of_another_body_than_decided_it() {
    let registrar = GrantRole {
        person: KIM,
        role: Role::Registrar,
        body: SCHOOLS,
        from: day("2016-01-01"),
        to: None,
    };
    let world = town()
        .and(kim("2017-01-01"), registrar)
        .and(kim(NOW), files(1, decision(1)))
        .and(kim(NOW), of_schools(2));
    let may = |said: FileReport| {
        let said = said.command();
        permit(&world.state, kim(NOW), &User::Person(KIM), &said).is_ok()
    };
    assert!(may(of_schools(2)), "its own, said otherwise");
    assert!(may(of_schools(3)), "another of its own");
    assert!(!may(of_schools(1)), "the council's, made its own");
}

#[test]
fn a_report_says_at_most_three_things_first_about_what_is_decided() {
    let says = |n: usize, about: Option<u128>| FileReport {
        messages: (0..n)
            .map(|n| KeyMessage {
                title: format!("Fynd {n}").into(),
                text: "En mening.".into(),
                about: about.map(element),
            })
            .collect(),
        ..files(1, decision(1))
    };
    let world = town();
    world.when(kim(NOW), says(3, None)).then_accepted();
    world
        .when(kim(NOW), says(4, None))
        .then_refused(Refusal::TooManyMessages);
    world
        .when(kim(NOW), says(1, Some(99)))
        .then_refused(Refusal::Unknown {
            fact: Fact::Element,
        });
    let mut blank = says(1, None);
    blank.messages[0].text = " ".into();
    world
        .when(kim(NOW), blank)
        .then_refused(Refusal::Blank { field: "messages" });
}
