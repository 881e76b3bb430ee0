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
        .when(kim(NOW), elected("2015-01-01", "2018-12-31"))
        .then_on("2015-01-01");
    let world = world
        .and(kim(NOW), elected("2015-01-01", "2018-12-31"))
        .and(kim(NOW), elected("2019-01-01", "2022-12-31"));
    let first = Some("2015-01-01 2018-12-31".to_owned());
    assert_eq!(shown(&world, "2014-12-31"), None);
    assert_eq!(shown(&world, "2015-01-01"), first);
    assert_eq!(shown(&world, "2018-12-31"), first);
    assert_ne!(shown(&world, "2019-01-01"), first);
    // One that is still to come is known from the day it was recorded.
    assert_eq!(world.published("2015-01-19").terms_of(SCHOOLS).len(), 1);
    assert_eq!(world.published(NOW).terms_of(SCHOOLS).len(), 2);
    world
        .when(kim(NOW), elected("2015-01-01", "2018-12-31"))
        .then_nothing();
}

#[test]
fn a_term_does_not_end_before_it_begins_and_no_two_overlap() {
    let world = exempelstad().and(kim(NOW), elected("2015-01-01", "2018-12-31"));
    world
        .when(kim(NOW), elected("2019-01-01", "2018-12-31"))
        .then_refused(Refusal::EndsBeforeItStarts);
    for (from, to) in [
        ("2018-12-31", "2022-12-31"),
        ("2014-01-01", "2015-01-01"),
        ("2016-01-01", "2016-12-31"),
        ("2014-01-01", "2019-12-31"),
    ] {
        world
            .when(kim(NOW), elected(from, to))
            .then_refused(Refusal::AlreadyThere { fact: Fact::Term });
    }
    world
        .when(kim(NOW), elected("2019-01-01", "2022-12-31"))
        .then_accepted();
    // A slip of the pen is put right by saying it anew of the same first day.
    let righted = world.and(kim(NOW), elected("2015-01-01", "2018-10-14"));
    assert_eq!(shown(&righted, "2018-10-15"), None);
}

#[test]
fn only_an_elected_body_that_exists_has_a_term() {
    let world = exempelstad();
    let of = |body| SetTerm {
        body,
        ..elected("2015-01-01", "2018-12-31")
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
