//! Terms of office: of elected bodies, one at a time.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::Refusal;
use riktning_domain::bodies::{BodyKind, FoundBody};
use riktning_domain::refusal::Fact;
use riktning_domain::terms::SetTerm;

const NOW: &str = "2015-01-20";

fn shown(world: &World, on: &str) -> Option<String> {
    let term = world.published(on).term_on(SCHOOLS);
    term.map(|term| format!("{} {}", term.from, term.to))
}

#[test]
fn a_term_holds_from_its_first_day_to_its_last() {
    let world = exempelstad();
    world
        .when(kim(NOW), elected(1, "2015-01-01", "2018-12-31"))
        .then_on("2015-01-01");
    let world = world
        .and(kim(NOW), elected(1, "2015-01-01", "2018-12-31"))
        .and(kim(NOW), elected(2, "2019-01-01", "2022-12-31"));
    let first = Some("2015-01-01 2018-12-31".to_owned());
    assert_eq!(shown(&world, "2014-12-31"), None);
    assert_eq!(shown(&world, "2015-01-01"), first);
    assert_eq!(shown(&world, "2018-12-31"), first);
    assert_ne!(shown(&world, "2019-01-01"), first);
    // One that is still to come is known from the day it was recorded.
    assert_eq!(world.published("2015-01-19").terms_of(SCHOOLS).len(), 1);
    assert_eq!(world.published(NOW).terms_of(SCHOOLS).len(), 2);
    world
        .when(kim(NOW), elected(1, "2015-01-01", "2018-12-31"))
        .then_nothing();
}

#[test]
fn a_term_does_not_end_before_it_begins_and_no_two_overlap() {
    let world = exempelstad().and(kim(NOW), elected(1, "2015-01-01", "2018-12-31"));
    world
        .when(kim(NOW), elected(2, "2019-01-01", "2018-12-31"))
        .then_refused(Refusal::EndsBeforeItStarts);
    for (from, to) in [
        ("2018-12-31", "2022-12-31"),
        ("2014-01-01", "2015-01-01"),
        ("2016-01-01", "2016-12-31"),
        ("2014-01-01", "2019-12-31"),
    ] {
        world
            .when(kim(NOW), elected(2, from, to))
            .then_refused(Refusal::AlreadyThere { fact: Fact::Term });
    }
    world
        .when(kim(NOW), elected(2, "2019-01-01", "2022-12-31"))
        .then_accepted();
}

#[test]
fn a_term_is_corrected_under_its_own_id() {
    let later = "2016-03-01";
    let world = exempelstad()
        .and(kim(NOW), elected(1, "2015-01-01", "2017-12-31"))
        .and(kim(NOW), elected(2, "2019-01-01", "2022-12-31"));
    let righted = world
        .clone()
        .and(kim(later), elected(1, "2014-10-15", "2018-10-14"));
    // A new event; the earlier one stands in the journal as it was said.
    assert_eq!(righted.journal.len(), world.journal.len() + 1);
    assert_eq!(shown(&world, "2018-06-01"), None);
    let right = Some("2014-10-15 2018-10-14".to_owned());
    for on in ["2014-10-15", "2015-06-01", "2018-10-14"] {
        assert_eq!(shown(&righted, on), right, "{on}");
    }
    assert_eq!(shown(&righted, "2018-10-15"), None);
    assert_eq!(righted.published(NOW).terms_of(SCHOOLS).len(), 2);
    // What was told ahead is known from then, and the other terms still bound it.
    let moved = righted
        .clone()
        .and(kim(later), elected(2, "2019-02-01", "2022-12-31"));
    assert_eq!(moved.published(NOW).terms_of(SCHOOLS).len(), 2);
    righted
        .when(kim(later), elected(2, "2018-10-14", "2022-12-31"))
        .then_refused(Refusal::AlreadyThere { fact: Fact::Term });
    // It may turn out to be another body's.
    let of_board = SetTerm {
        body: BOARD,
        ..elected(1, "2015-01-01", "2018-12-31")
    };
    let other = righted.and(kim(later), of_board);
    assert_eq!(shown(&other, "2015-06-01"), None);
    assert!(other.published("2015-06-01").term_on(BOARD).is_some());
}

#[test]
fn an_import_that_runs_again_does_not_undo_what_a_person_corrected() {
    let found = || elected(1, "2015-01-01", "2018-12-31");
    let righted = || elected(1, "2014-10-15", "2018-10-14");
    let world = exempelstad()
        .and(import(NOW), found())
        .and(kim(NOW), righted());
    world.when(import(NOW), found()).then_nothing();
    world.when(kim(NOW), righted()).then_nothing();
    // A person may take the correction back, and a file that says something new is heard.
    world.when(kim(NOW), found()).then_accepted();
    world.when(import(NOW), righted()).then_nothing();
    let anew = elected(1, "2014-11-01", "2018-10-31");
    world.when(import(NOW), anew).then_accepted();
}

#[test]
fn only_an_elected_body_that_exists_has_a_term() {
    let world = exempelstad();
    let of = |body| SetTerm {
        body,
        ..elected(1, "2015-01-01", "2018-12-31")
    };
    world
        .when(kim(NOW), of(COMPANY))
        .then_refused(Refusal::NotElected);
    for body in [COUNCIL, BOARD] {
        world.when(kim(NOW), of(body)).then_accepted();
    }
    world
        .when(kim(NOW), of(body(99)))
        .then_refused(Refusal::Unknown { fact: Fact::Body });
    let later = FoundBody {
        kind: BodyKind::Committee,
        ..another_committee(5, "ny", "2016-01-01")
    };
    world
        .and(kim("2015-01-02"), later)
        .when(
            kim(NOW),
            SetTerm {
                from: day("2015-02-01"),
                ..of(body(5))
            },
        )
        .then_refused(Refusal::TooEarly {
            on: day("2015-02-01"),
            stands_from: day("2016-01-01"),
            fact: Fact::Body,
        });
    let sourced = SetTerm {
        source: Some(source(9)),
        ..of(COUNCIL)
    };
    exempelstad()
        .when(import(NOW), sourced)
        .then_refused(Refusal::Unknown { fact: Fact::Source });
}
