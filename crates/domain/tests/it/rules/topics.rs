//! Topics: nodes of a dimension.

use crate::commands::{commitment, ends, rewording};
use crate::exempelstad::*;
use crate::world::{day, import, kim};
use jiff::civil::Date;
use riktning_domain::elements::Placement;
use riktning_domain::ids::TopicId;
use riktning_domain::indicators::Interpretation;
use riktning_domain::refusal::Fact;
use riktning_domain::topics::{DescribeTopic, Dimension, TopicDescription};
use riktning_domain::{Names, Period, Refusal};

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

#[test]
fn the_address_of_a_topic_follows_its_name_and_an_old_one_leads_on() {
    let process = |n, name: &str| DescribeTopic {
        since: None,
        ..topic_named(topic(n), Dimension::Process, name)
    };
    let now = kim("2017-01-01");
    let world = exempelstad()
        .and(now, process(4, "Vård och omsorg"))
        // The same name in the same dimension, as a source may have it, and in another.
        .and(now, process(5, "Vård & omsorg"))
        .and(import("2017-01-01"), process(6, "Vård och omsorg"))
        .and(
            now,
            DescribeTopic {
                since: None,
                ..topic_named(topic(7), Dimension::TargetGroup, "Vård och omsorg")
            },
        )
        .and(kim("2017-06-01"), process(4, "Omsorg"));
    let slug = |n, on| {
        let published = world.published(on);
        published.topic_slug(topic(n)).map(ToString::to_string)
    };
    let named = |text: &str| Some(text.to_owned());
    assert_eq!(slug(4, "2017-05-31"), named("vard-och-omsorg"));
    assert_eq!(slug(4, "2017-06-01"), named("omsorg"));
    assert_eq!(slug(5, "2017-06-01"), named("vard-omsorg"));
    assert_eq!(slug(6, "2017-06-01"), named("vard-och-omsorg-2"));
    assert_eq!(slug(7, "2017-06-01"), named("vard-och-omsorg"));
    assert_eq!(slug(4, "2016-12-31"), None);
    let at = |slug: &str| {
        let slug = riktning_domain::Slug::parse(slug).unwrap();
        world
            .published("2018-01-01")
            .topic_at(Dimension::Process, &slug)
    };
    for old in ["omsorg", "vard-och-omsorg"] {
        assert_eq!(at(old), Some(topic(4)));
    }
    assert_eq!(at("finns-inte"), None);
}

fn placed(topic: TopicId) -> Placement {
    Placement {
        topic,
        interpretation: Interpretation::Stated,
    }
}

fn ends_on(last: &str) -> impl FnOnce(&mut TopicDescription) {
    let last = day(last);
    move |topic| topic.last_day = Some(last)
}

#[test]
fn a_topic_ends_today_or_later_and_a_source_may_say_an_earlier_day() {
    let world = exempelstad().and(kim("2017-01-01"), area(|_| ()));
    let last_day = day("2017-12-31");
    world
        .when(kim(NOW), area(ends_on("2017-12-31")))
        .then_refused(Refusal::TopicEndsInThePast { last_day });
    world
        .when(import(NOW), area(ends_on("2017-12-31")))
        .then_accepted();
    world.when(kim(NOW), area(ends_on(NOW))).then_accepted();
    // Whoever changes something else of one that has ended says nothing new of its end.
    let ended = world.and(kim("2017-06-01"), area(ends_on("2017-12-31")));
    let renamed = |topic: &mut TopicDescription| {
        topic.order = 7;
        topic.last_day = Some(day("2017-12-31"));
    };
    ended.when(kim(NOW), area(renamed)).then_accepted();
    ended.when(kim(NOW), area(|_| ())).then_accepted();
}

#[test]
fn no_part_of_a_topic_goes_on_after_the_whole() {
    let part = |last: Option<&str>| {
        let mut part = DescribeTopic {
            since: None,
            ..topic_named(topic(5), Dimension::Area, "Norra kajen")
        };
        part.description.parent = Some(topic(4));
        part.description.last_day = last.map(day);
        part
    };
    let refused = || Refusal::PartOutlivesWhole {
        part: "Norra kajen".into(),
        last_day: day("2018-06-30"),
    };
    let world = exempelstad()
        .and(kim("2017-01-01"), area(|_| ()))
        .and(kim("2017-01-01"), part(None));
    world
        .when(kim(NOW), area(ends_on("2018-06-30")))
        .then_refused(refused());
    let both = world
        .and(kim("2017-02-01"), part(Some("2018-06-30")))
        .and(kim("2017-02-01"), area(ends_on("2018-06-30")));
    both.when(kim(NOW), part(None)).then_refused(refused());
    both.when(kim(NOW), part(Some("2018-07-01")))
        .then_refused(refused());
    both.when(kim(NOW), part(Some("2018-06-29")))
        .then_accepted();
}

#[test]
fn two_topics_of_a_dimension_have_two_names() {
    let world = exempelstad().and(kim("2017-01-01"), area(|_| ()));
    let called = |n, name: &str| {
        let mut other = area(|_| ());
        other.topic = topic(n);
        other.description.names = Names::swedish(name);
        other
    };
    let taken = || Refusal::TopicNameTaken {
        name: "Norra Exempelstad".into(),
    };
    for same in ["Norra Exempelstad", " norra exempelstad"] {
        let new = called(8, same);
        world
            .when(kim("2017-01-02"), new.clone())
            .then_refused(taken());
        // A file of facts says what its source says.
        world.when(import("2017-01-02"), new).then_accepted();
    }
    world
        .when(kim("2017-01-02"), called(8, "Södra Exempelstad"))
        .then_accepted();
    // Of another dimension it is another thing.
    let mut process = called(8, "Norra Exempelstad");
    process.description.dimension = Dimension::Process;
    world.when(kim("2017-01-02"), process).then_accepted();
    // What is called so already is described on, and what has ended gives its name away.
    let both = world
        .clone()
        .and(import("2017-01-02"), called(8, "Norra Exempelstad"));
    let mut on = called(8, "Norra Exempelstad");
    on.description.order = 7;
    both.when(kim("2017-01-03"), on).then_accepted();
    let end = area(|topic| topic.last_day = Some(day("2017-01-31")));
    let ended = world.and(kim("2017-01-02"), end);
    let new = || called(8, "Norra Exempelstad");
    ended.when(kim("2017-01-31"), new()).then_refused(taken());
    ended.when(kim("2017-02-01"), new()).then_accepted();
}

#[test]
fn nothing_of_a_later_period_is_placed_under_a_topic_that_has_ended() {
    let world = exempelstad().and(kim("2017-01-01"), area(|_| ()));
    let of = |n, topics: &[TopicId]| {
        let mut draft = commitment(n);
        draft.wording.period = Period::Year(2018);
        draft.wording.topics = topics.iter().map(|id| placed(*id)).collect();
        draft
    };
    let first = of(1, &[]).wording.period.first_day();
    let before = first.yesterday().unwrap();
    let ended = |last: Date| {
        let end = area(move |topic| topic.last_day = Some(last));
        world
            .clone()
            .and(kim("2017-01-02"), of(1, &[topic(4)]))
            .and(kim("2017-01-02"), end)
    };
    let refused = || Refusal::TopicEnded {
        topic: "Norra Exempelstad".into(),
    };
    let gone = ended(before);
    gone.when(kim("2017-01-03"), of(2, &[topic(4)]))
        .then_refused(refused());
    gone.when(import("2017-01-03"), of(2, &[topic(4)]))
        .then_accepted();
    gone.when(kim("2017-01-03"), of(2, &[])).then_accepted();
    ended(first)
        .when(kim("2017-01-03"), of(2, &[topic(4)]))
        .then_accepted();
    // What stood there before stays, also with other words.
    let mut reworded = rewording(1, 11);
    reworded.wording.period = Period::Year(2018);
    reworded.wording.topics = vec![placed(topic(4))];
    gone.when(kim("2017-01-03"), reworded).then_accepted();
}
