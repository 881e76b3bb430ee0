//! Topics: nodes of a dimension.

use crate::commands::ends;
use crate::exempelstad::*;
use crate::world::{day, kim};
use riktning_domain::refusal::Fact;
use riktning_domain::topics::{DescribeTopic, Dimension, TopicDescription};
use riktning_domain::{Names, Refusal};

const NOW: &str = "2018-01-01";

fn area(change: impl FnOnce(&mut TopicDescription)) -> DescribeTopic {
    let mut topic = DescribeTopic {
        since: None,
        ..topic_named(topic(4), Dimension::Area, "Norra Exempelstad")
    };
    change(&mut topic.description);
    topic
}

#[test]
fn a_topic_has_a_name_and_refers_to_what_is_recorded() {
    let world = exempelstad();
    world
        .when(kim(NOW), area(|t| t.names = Names::swedish("")))
        .then_refused(Refusal::Blank {
            field: "description.names.sv",
        });
    for (topic, fact) in [
        (area(|t| t.parent = Some(topic(9))), Fact::Topic),
        (area(|t| t.owner = Some(body(9))), Fact::Body),
        (area(|t| t.source = Some(source(9))), Fact::Source),
    ] {
        world
            .when(kim(NOW), topic)
            .then_refused(Refusal::Unknown { fact });
    }
    world.when(kim(NOW), area(|_| ())).then_accepted();
}

#[test]
fn a_topic_keeps_its_dimension() {
    let world = exempelstad().and(kim("2017-01-01"), area(|_| ()));
    world
        .when(kim(NOW), area(|t| t.dimension = Dimension::Process))
        .then_refused(Refusal::DimensionChanged);
    world.when(kim(NOW), area(|t| t.order = 3)).then_accepted();
}

#[test]
fn a_topic_is_never_a_part_of_itself() {
    let part = DescribeTopic {
        since: None,
        ..topic_named(topic(5), Dimension::Area, "Norra kajen")
    };
    let part = |parent| {
        let mut part = part.clone();
        part.description.parent = parent;
        part
    };
    let world = exempelstad()
        .and(kim("2017-01-01"), area(|_| ()))
        .and(kim("2017-01-01"), part(Some(topic(4))))
        .and(kim("2017-02-01"), part(None));
    // Once a part of the north, so never above it: no page on any day runs in a circle.
    world
        .when(kim(NOW), area(|t| t.parent = Some(topic(5))))
        .then_refused(Refusal::TopicUnderItself);
    world
        .when(kim(NOW), area(|t| t.parent = Some(topic(4))))
        .then_refused(Refusal::TopicUnderItself);
    world
        .when(kim(NOW), area(|t| t.parent = Some(OUTWARD)))
        .then_accepted();
}

#[test]
fn an_ended_body_owns_no_process_anew() {
    let world = exempelstad().and(kim("2017-01-01"), ends(SCHOOLS, "2017-06-30"));
    let process = |t: &mut TopicDescription| t.owner = Some(SCHOOLS);
    world
        .when(kim("2017-07-01"), area(process))
        .then_refused(Refusal::BodyNotAlive {
            on: day("2017-07-01"),
            last_day: Some(day("2017-06-30")),
        });
    let owned = exempelstad().and(kim("2017-06-30"), area(process));
    owned
        .when(kim(NOW), ends(SCHOOLS, "2017-06-29"))
        .then_refused(Refusal::WouldBreak {
            day: day("2017-06-30"),
            fact: Fact::WorkGiven,
        });
    owned
        .when(kim(NOW), ends(SCHOOLS, "2017-06-30"))
        .then_accepted();
}
