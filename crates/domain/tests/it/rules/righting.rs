//! A slip of the pen in what is decided is put right by whoever records for the body that decided it.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::Refusal;
use riktning_domain::decisions::Stage;
use riktning_domain::elements::{RightSlip, TakeBackProposal};

const NOW: &str = "2018-01-01";

/// Goal 1 reads so from today, instead of the reading `was`.
fn rights(was: u128, reading: u128, text: &str) -> RightSlip {
    RightSlip {
        element: element(1),
        wording: wording(10),
        instead_of: wording(was),
        reading: wording(reading),
        text: text.into(),
        reason: "I protokollet står det rätt".into(),
    }
}

fn decided() -> World {
    exempelstad().and(kim("2016-01-01"), goal(1)).and(
        kim("2016-03-01"),
        decides(1, "2016-03-01", vec![adopt(1, 10)]),
    )
}

fn reads(world: &World, on: &str) -> Option<String> {
    let lens = world.state.published(day(on), day(NOW));
    let text = lens.element(element(1))?.text().as_str();
    Some(text.unwrap().to_owned())
}

#[test]
fn it_reads_otherwise_from_the_day_and_both_readings_are_told() {
    let before = reads(&decided(), NOW).unwrap();
    let world = decided()
        .and(kim("2016-05-01"), rights(10, 901, "Fler når målen"))
        .and(kim("2016-06-01"), rights(901, 902, "Flera når målen"));
    assert_eq!(reads(&world, "2016-04-30").as_deref(), Some(&*before));
    assert_eq!(
        reads(&world, "2016-05-01").as_deref(),
        Some("Fler når målen")
    );
    assert_eq!(reads(&world, NOW).as_deref(), Some("Flera når målen"));
    let told = |on: &str| {
        let lens = world.state.published(day(on), day(NOW));
        let all = lens.rightings(element(1)).into_iter();
        let all = all.map(|one| (one.before.as_str().unwrap().to_owned(), one.on));
        all.collect::<Vec<_>>()
    };
    assert_eq!(told("2016-04-30"), []);
    assert_eq!(
        told(NOW),
        [
            (before, day("2016-05-01")),
            ("Fler når målen".to_owned(), day("2016-06-01"))
        ]
    );
}

#[test]
fn it_is_put_right_over_what_was_seen_and_once() {
    let world = decided().and(kim(NOW), rights(10, 901, "Fler når målen"));
    // The other of two who press, and the same form sent again.
    world
        .when(kim(NOW), rights(10, 903, "Många når målen"))
        .then_refused(Refusal::WordingChanged {
            newest: wording(901),
        });
    world
        .when(kim(NOW), rights(10, 901, "Fler når målen"))
        .then_nothing();
    // A reading has an id of its own.
    for taken in [10, 901] {
        world
            .when(kim(NOW), rights(901, taken, "Många når målen"))
            .then_refused(Refusal::TwiceTheSame);
    }
    for (text, reason, field) in [(" ", "så", "text"), ("Nytt", " ", "reason")] {
        let blank = RightSlip {
            text: text.into(),
            reason: reason.into(),
            ..rights(901, 904, "")
        };
        world
            .when(kim(NOW), blank)
            .then_refused(Refusal::Blank { field });
    }
}

#[test]
fn only_what_stands_decided_is_put_right() {
    let draft = exempelstad().and(kim("2016-01-01"), goal(1));
    draft
        .when(kim(NOW), rights(10, 901, "Fler"))
        .then_refused(Refusal::NotAdopted { on: day(NOW) });
    let quashed = decided().and(kim(NOW), marks(decision(1), Stage::Quashed, "2017-01-01"));
    quashed
        .when(kim(NOW), rights(10, 901, "Fler"))
        .then_refused(Refusal::NotAdopted { on: day(NOW) });
    let appealed = decided().and(kim(NOW), marks(decision(1), Stage::Appealed, "2017-01-01"));
    appealed
        .when(kim(NOW), rights(10, 901, "Fler"))
        .then_accepted();
    // Other words have been decided since: those read as they were decided.
    let again = decided()
        .and(kim("2017-01-01"), rewording(1, 11))
        .and(kim(NOW), decides(2, NOW, vec![adopt(1, 11)]));
    again
        .when(kim(NOW), rights(10, 901, "Fler"))
        .then_refused(Refusal::WordingChanged {
            newest: wording(11),
        });
    let righted = decided()
        .and(kim("2016-05-01"), rights(10, 901, "Fler"))
        .and(kim("2017-01-01"), rewording(1, 11))
        .and(
            kim("2017-02-01"),
            decides(2, "2017-02-01", vec![adopt(1, 11)]),
        );
    assert_eq!(
        reads(&righted, NOW).as_deref(),
        Some("Element 1, lydelse 11")
    );
    // A court that quashes those lets the first stand again, as it reads since.
    let back = righted.and(kim(NOW), marks(decision(2), Stage::Quashed, "2017-09-01"));
    assert_eq!(reads(&back, NOW).as_deref(), Some("Fler"));
}

#[test]
fn a_proposal_beside_it_stays_and_what_is_taken_back_leaves_the_righted_words() {
    let world = decided()
        .and(kim("2017-01-01"), rewording(1, 11))
        .and(kim("2017-02-01"), rights(10, 901, "Fler når målen"));
    world
        .when(kim(NOW), decides(2, NOW, vec![adopt(1, 11)]))
        .then_accepted();
    let back = world.and(
        kim(NOW),
        TakeBackProposal {
            element: element(1),
        },
    );
    let (id, words) = back.state.on(day(NOW)).proposal(element(1)).unwrap();
    assert_eq!(
        (id, words.text.as_str()),
        (wording(10), Some("Fler når målen"))
    );
}

#[test]
fn what_a_source_told_has_no_decision_to_put_right() {
    let found = exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(import("2016-03-01"), finds(1, 10, "2016-03-01"));
    let command = riktning_domain::Command::RightSlip(rights(10, 901, "Fler"));
    let user = riktning_domain::User::Person(KIM);
    let allowed = riktning_domain::permissions::permit(&found.state, kim(NOW), &user, &command);
    assert_eq!(allowed, Err(Refusal::NotPermitted));
}
