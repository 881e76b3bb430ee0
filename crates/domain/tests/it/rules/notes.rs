//! Notes: what a source says, beside what it is about.

use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::models::Purpose;
use riktning_domain::notes::{About, Count, TakeNote};
use riktning_domain::refusal::Fact;
use riktning_domain::{Dated, Refusal};

const NOW: &str = "2016-05-20";

pub(crate) fn notes(about: About) -> TakeNote {
    TakeNote {
        note: note(1),
        about,
        date: None,
        period: None,
        heading: None,
        text: Some("Nämnden är gemensam med grannkommunen.".into()),
        items: Vec::new(),
        counts: Vec::new(),
        in_our_words: false,
        source: SOURCE,
        since: None,
    }
}

fn said(world: &World, about: About, on: &str) -> Vec<String> {
    let notes = world.published(on).notes_about(about);
    let texts = notes.iter().filter_map(|n| n.text.as_ref()?.as_str());
    texts.map(str::to_owned).collect()
}

#[test]
fn a_note_stands_beside_what_it_is_about_from_its_day() {
    let about = About::Body(SCHOOLS);
    let world = exempelstad().and(kim(NOW), notes(about));
    assert_eq!(said(&world, about, "2016-05-19"), Vec::<String>::new());
    assert_eq!(said(&world, about, NOW).len(), 1);
    assert_eq!(said(&world, About::Body(BOARD), NOW), Vec::<String>::new());
    world.when(kim("2016-06-01"), notes(about)).then_nothing();
    // A source read anew: the later word stands from its day, the earlier one before it.
    let later = TakeNote {
        text: Some("Nämnden är kommunens egen.".into()),
        ..notes(about)
    };
    let world = world.and(kim("2016-06-01"), later);
    assert_ne!(said(&world, about, NOW), said(&world, about, "2016-06-01"));
}

#[test]
fn a_note_says_something_and_has_a_source() {
    let blank = || TakeNote {
        text: None,
        ..notes(About::Group)
    };
    let world = exempelstad();
    world
        .when(kim(NOW), blank())
        .then_refused(Refusal::Blank { field: "text" });
    let blanks = [
        TakeNote {
            text: Some(" ".into()),
            ..blank()
        },
        TakeNote {
            items: vec!["Ett".into(), " ".into()],
            ..blank()
        },
    ];
    for command in blanks {
        world
            .when(kim(NOW), command)
            .then_refused(Refusal::Blank { field: "text" });
    }
    let counts = vec![Count {
        of: "åtaganden".into(),
        number: "18".parse().unwrap(),
    }];
    world
        .when(kim(NOW), TakeNote { counts, ..blank() })
        .then_accepted();
    let heading = Some(" ".into());
    world
        .when(
            kim(NOW),
            TakeNote {
                heading,
                ..notes(About::Group)
            },
        )
        .then_refused(Refusal::Blank { field: "heading" });
    let elsewhere = TakeNote {
        source: source(9),
        ..notes(About::Group)
    };
    world
        .when(kim(NOW), elsewhere)
        .then_refused(Refusal::Unknown { fact: Fact::Source });
}

#[test]
fn a_note_is_about_what_is_there_and_about_one_thing_for_ever() {
    let world = exempelstad();
    let unknown = [
        (About::Body(body(99)), Fact::Body),
        (About::Topic(topic(99)), Fact::Topic),
    ];
    for (about, fact) in unknown {
        world
            .when(kim(NOW), notes(about))
            .then_refused(Refusal::Unknown { fact });
    }
    for about in [About::Topic(SCHOOLING), About::Model(MODEL_A)] {
        world.when(kim(NOW), notes(about)).then_accepted();
    }
    let world = world.and(kim(NOW), notes(About::Group));
    world
        .when(kim(NOW), notes(About::Level(Purpose::Commitment)))
        .then_refused(Refusal::AlreadyThere { fact: Fact::Note });
}

#[test]
fn only_an_import_says_that_a_source_spoke_earlier() {
    let since = Some(Dated::day_known(day("2016-02-01")));
    let earlier = || TakeNote {
        since,
        ..notes(About::Group)
    };
    let world = exempelstad();
    world
        .when(kim(NOW), earlier())
        .then_refused(Refusal::MayNotBackDate);
    world.when(import(NOW), earlier()).then_on("2016-02-01");
    let world = world.and(import(NOW), earlier());
    world.when(import(NOW), earlier()).then_nothing();
}
