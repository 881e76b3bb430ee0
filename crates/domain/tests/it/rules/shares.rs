//! How much of a company the group owns.

use crate::exempelstad::*;
use crate::world::{World, import, kim};
use riktning_domain::bodies::{BodyKind, FoundBody};
use riktning_domain::refusal::Fact;
use riktning_domain::shares::HoldShare;
use riktning_domain::{Dated, Refusal};

const NOW: &str = "2016-05-20";

pub(crate) fn holds(percent: &str, from: &str) -> HoldShare {
    HoldShare {
        company: COMPANY,
        percent: percent.parse().unwrap(),
        from: from.parse::<Dated>().unwrap(),
        source: None,
    }
}

fn share(world: &World, on: &str) -> Option<String> {
    let share = world.published(on).share_in(COMPANY);
    share.map(|share| share.percent.to_string())
}

#[test]
fn a_share_holds_from_its_day_until_another_is_said() {
    let world = exempelstad();
    world
        .when(kim(NOW), holds("100", "2016-03-01"))
        .then_on("2016-03-01");
    let world = world
        .and(kim(NOW), holds("100", "2016-03-01"))
        .and(kim(NOW), holds("66.7", "2017-01-01"));
    assert_eq!(share(&world, "2016-02-28"), None);
    assert_eq!(share(&world, "2016-03-01"), Some("100".to_owned()));
    assert_eq!(share(&world, "2016-12-31"), Some("100".to_owned()));
    assert_eq!(share(&world, "2017-01-01"), Some("66.7".to_owned()));
    world
        .when(kim(NOW), holds("66.7", "2017-01-01"))
        .then_nothing();
    // A slip of the pen is put right by saying it anew of the same day, announced or begun.
    let righted = world
        .and(kim(NOW), holds("99", "2016-03-01"))
        .and(kim(NOW), holds("67", "2017-01-01"));
    assert_eq!(share(&righted, "2016-12-31"), Some("99".to_owned()));
    assert_eq!(share(&righted, "2017-01-01"), Some("67".to_owned()));
}

#[test]
fn a_share_is_a_part_of_a_company_that_exists() {
    let world = exempelstad();
    for percent in ["0", "-1", "100.01"] {
        world
            .when(kim(NOW), holds(percent, "2016-03-01"))
            .then_refused(Refusal::NotAShare);
    }
    for percent in ["0.1", "100", "100.00"] {
        world
            .when(kim(NOW), holds(percent, "2016-03-01"))
            .then_accepted();
    }
    let of = |company, from| HoldShare {
        company,
        ..holds("100", from)
    };
    world
        .when(kim(NOW), of(SCHOOLS, "2016-03-01"))
        .then_refused(Refusal::NotACompany);
    world
        .when(kim(NOW), of(body(99), "2016-03-01"))
        .then_refused(Refusal::Unknown { fact: Fact::Body });
    let later = FoundBody {
        kind: BodyKind::PartOwnedCompany,
        ..another_committee(5, "ny", "2017-01-01")
    };
    let world = world.and(kim(NOW), later);
    world
        .when(kim(NOW), of(body(5), "2016-12-31"))
        .then_refused(Refusal::TooEarly {
            on: "2016-12-31".parse().unwrap(),
            stands_from: "2017-01-01".parse().unwrap(),
            fact: Fact::Body,
        });
    world
        .when(kim(NOW), of(body(5), "2017-01-01"))
        .then_accepted();
    let sourced = HoldShare {
        source: Some(source(9)),
        ..holds("100", "2016-03-01")
    };
    world
        .when(import(NOW), sourced)
        .then_refused(Refusal::Unknown { fact: Fact::Source });
}
