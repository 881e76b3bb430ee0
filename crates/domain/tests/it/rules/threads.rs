//! The red thread: acyclic over all days, and as the model says.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, day, import, kim};
use riktning_domain::models::{DefineModel, Level, Upward};
use riktning_domain::refusal::Fact;
use riktning_domain::threads::{ThreadEnd, TieThread, UntieThread};
use riktning_domain::topics::Dimension;
use riktning_domain::{Refusal, Slug};

const NOW: &str = "2018-01-01";

fn untie(t: u128) -> UntieThread {
    UntieThread { thread: thread(t) }
}
fn since(on: &str, mut tie: TieThread) -> TieThread {
    tie.since = Some(dated(on));
    tie
}
fn missing(number: u32, upward: Upward) -> Refusal {
    Refusal::RequiredLinkMissing { number, upward }
}

/// Goal 1, commitments 2 and 3, activity 4, all drafted in 2016.
fn town() -> World {
    exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), commitment(2))
        .and(kim("2016-01-01"), commitment(3))
        .and(kim("2016-01-01"), draft(4, MODEL_A, ACTIVITY))
}

/// A model whose only level supports itself is no model, so a circle of elements needs a
/// model that was changed meanwhile: first "ups" support "downs", later the other way.
fn turned_around() -> World {
    let turned = |from: riktning_domain::ids::LevelId, to, since: &str| {
        let mut model = model_a();
        model.definition.levels = vec![
            Level {
                supports: vec![],
                ..model_a().definition.levels[0].clone()
            },
            level(
                COMMITMENT,
                "Åtagande",
                riktning_domain::models::Purpose::Commitment,
            ),
            level(
                ACTIVITY,
                "Aktivitet",
                riktning_domain::models::Purpose::Activity,
            ),
        ];
        for level in &mut model.definition.levels {
            if level.id == from {
                level.supports = vec![optional(Upward::Level(to))];
            }
        }
        DefineModel {
            since: Some(dated(since)),
            ..model
        }
    };
    exempelstad()
        .and(import(NOW), turned(COMMITMENT, ACTIVITY, "2016"))
        .and(import(NOW), turned(ACTIVITY, COMMITMENT, "2017"))
        .and(
            import(NOW),
            riktning_domain::elements::DraftElement {
                since: Some(dated("2015-06")),
                ..commitment(2)
            },
        )
        .and(
            import(NOW),
            riktning_domain::elements::DraftElement {
                since: Some(dated("2015-06")),
                ..draft(4, MODEL_A, ACTIVITY)
            },
        )
}

#[test]
fn threads_are_acyclic_over_all_days_together() {
    let tied_in_2016 = turned_around().and(import(NOW), since("2016-02-01", ties(1, 2, 4)));
    tied_in_2016
        .when(import(NOW), since("2017-02-01", ties(2, 4, 2)))
        .then_refused(Refusal::ThreadInACircle);
    // Untied or not: it was tied on some day.
    let untied = tied_in_2016.and(import(NOW), untie(1));
    untied
        .when(import(NOW), since("2017-02-01", ties(2, 4, 2)))
        .then_refused(Refusal::ThreadInACircle);
    // And in the other order of recording: the later day first, then the back-dated one.
    let tied_in_2017 = turned_around().and(import(NOW), since("2017-02-01", ties(2, 4, 2)));
    tied_in_2017
        .when(import(NOW), since("2016-02-01", ties(1, 2, 4)))
        .then_refused(Refusal::ThreadInACircle);
    turned_around()
        .when(import(NOW), since("2017-02-01", ties(2, 4, 2)))
        .then_accepted();
}

#[test]
fn an_element_does_not_support_itself() {
    town()
        .when(kim(NOW), ties(1, 2, 2))
        .then_refused(Refusal::ThreadInACircle);
}

#[test]
fn an_element_supports_what_its_model_says_and_nothing_else() {
    let world = town()
        .and(kim("2016-01-01"), draft(5, MODEL_B, AIM))
        .and(kim("2016-01-01"), draft(6, MODEL_B, TASK));
    let to_vision = |t, from| tie(thread(t), element(from), ThreadEnd::Vision(VISION));
    let no = || Refusal::LevelDoesNotSupport;
    world.when(kim(NOW), ties(1, 2, 1)).then_accepted();
    world.when(kim(NOW), ties(1, 4, 1)).then_refused(no());
    world.when(kim(NOW), ties(1, 1, 2)).then_refused(no());
    world.when(kim(NOW), ties(1, 6, 1)).then_refused(no());
    world.when(kim(NOW), ties(1, 6, 5)).then_accepted();
    world.when(kim(NOW), to_vision(1, 1)).then_accepted();
    world.when(kim(NOW), to_vision(1, 5)).then_accepted();
    world.when(kim(NOW), to_vision(1, 2)).then_refused(no());
}

#[test]
fn a_thread_has_two_known_ends() {
    let unknown = |fact| Refusal::Unknown { fact };
    let world = town();
    world
        .when(kim(NOW), ties(1, 2, 9))
        .then_refused(unknown(Fact::Element));
    world
        .when(kim(NOW), ties(1, 9, 1))
        .then_refused(unknown(Fact::Element));
    let nowhere = riktning_domain::ids::VisionId(uuid::Uuid::from_u128(99));
    world
        .when(
            kim(NOW),
            tie(thread(1), element(1), ThreadEnd::Vision(nowhere)),
        )
        .then_refused(unknown(Fact::Vision));
    world
        .when(kim(NOW), untie(1))
        .then_refused(unknown(Fact::Thread));
}

#[test]
fn two_elements_are_tied_once_at_a_time_on_every_day() {
    let world = town().and(import("2017-01-01"), ties(1, 2, 1));
    world
        .when(kim(NOW), ties(2, 2, 1))
        .then_refused(Refusal::TwiceTheSame);
    // Back-dated to before the first, it would stand beside it from 2017.
    world
        .when(import(NOW), since("2016-06-01", ties(2, 2, 1)))
        .then_refused(Refusal::TwiceTheSame);
    let untied = world.and(kim("2017-06-01"), untie(1));
    untied.when(kim(NOW), ties(2, 2, 1)).then_accepted();
    // Once untied a thread is history: tying again makes a new one.
    untied
        .when(kim(NOW), ties(1, 2, 1))
        .then_refused(Refusal::AlreadyThere { fact: Fact::Thread });
}

#[test]
fn a_thread_is_tied_once_and_whose_word_it_is_counts() {
    let world = town().and(kim("2017-01-01"), ties(1, 2, 1));
    let ours = TieThread {
        interpretation: riktning_domain::indicators::Interpretation::Ours,
        ..ties(1, 2, 1)
    };
    world
        .when(kim(NOW), ours)
        .then_refused(Refusal::AlreadyThere { fact: Fact::Thread });
    world.when(kim(NOW), ties(1, 2, 1)).then_nothing();
}

#[test]
fn an_element_is_not_adopted_without_the_links_that_its_model_requires() {
    let world = town()
        .and(kim("2016-01-01"), draft(5, MODEL_B, AIM))
        .and(kim("2016-01-01"), draft(6, MODEL_B, TASK));
    let now = kim("2016-03-01");
    let adopts = |acts| decides(1, "2016-03-01", acts);
    // A commitment needs a goal, and one that is adopted.
    world
        .when(now, adopts(vec![adopt(2, 20)]))
        .then_refused(missing(2, Upward::Level(GOAL)));
    let tied = world.clone().and(kim("2016-02-01"), ties(1, 2, 1));
    tied.when(now, adopts(vec![adopt(2, 20)]))
        .then_refused(missing(2, Upward::Level(GOAL)));
    tied.when(now, adopts(vec![adopt(2, 20), adopt(1, 10)]))
        .then_accepted();
    // A goal needs a perspective; the vision is optional.
    let process = riktning_domain::elements::DraftElement {
        wording: riktning_domain::elements::Wording {
            topics: vec![riktning_domain::elements::Placement {
                topic: SCHOOLING,
                interpretation: Default::default(),
            }],
            ..words("Ett mål utan perspektiv")
        },
        slug: Slug::parse("utan").unwrap(),
        ..goal(7)
    };
    let world = world.and(kim("2016-01-01"), process);
    world
        .when(now, adopts(vec![adopt(7, 70)]))
        .then_refused(missing(7, Upward::Topic(Dimension::Perspective)));
    world.when(now, adopts(vec![adopt(1, 10)])).then_accepted();
    // In the other model an aim needs the vision and a task needs nothing.
    world
        .when(now, adopts(vec![adopt(5, 50)]))
        .then_refused(missing(5, Upward::Vision));
    world
        .clone()
        .and(
            kim("2016-02-01"),
            tie(thread(5), element(5), ThreadEnd::Vision(VISION)),
        )
        .when(now, adopts(vec![adopt(5, 50)]))
        .then_accepted();
    world.when(now, adopts(vec![adopt(6, 60)])).then_accepted();
}

#[test]
fn a_public_source_owes_no_required_link() {
    town()
        .when(import("2016-03-01"), finds(2, 20, "2016-03-01"))
        .then_accepted();
    town()
        .when(
            import("2016-03-01"),
            decides(1, "2016-03-01", vec![adopt(2, 20)]),
        )
        .then_accepted();
}

fn adopted() -> World {
    town()
        .and(kim("2016-02-01"), ties(1, 2, 1))
        .and(
            kim("2016-02-01"),
            tie(thread(2), element(1), ThreadEnd::Vision(VISION)),
        )
        .and(
            kim("2016-03-01"),
            decides(1, "2016-03-01", vec![adopt(1, 10), adopt(2, 20)]),
        )
}

#[test]
fn an_adopted_element_keeps_the_links_that_its_model_requires() {
    let world = adopted();
    world
        .when(kim(NOW), untie(1))
        .then_refused(missing(2, Upward::Level(GOAL)));
    world.when(kim(NOW), untie(2)).then_accepted();
    // A draft may do as it likes.
    town()
        .and(kim("2016-02-01"), ties(1, 2, 1))
        .when(kim(NOW), untie(1))
        .then_accepted();
}

#[test]
fn a_proposal_without_a_perspective_does_not_hold_the_adopted_goals_other_links() {
    let mut proposal = rewording(1, 11);
    proposal.wording.topics.clear();
    let world = adopted().and(kim("2017-01-01"), proposal);
    world.when(kim(NOW), untie(2)).then_accepted();
}

#[test]
fn what_a_source_left_out_does_not_hold_the_other_links() {
    let world = town()
        .and(
            kim("2016-02-01"),
            tie(thread(2), element(1), ThreadEnd::Vision(VISION)),
        )
        .and(import("2016-02-01"), {
            let mut bare = rewording(1, 11);
            bare.wording.topics.clear();
            bare
        })
        .and(import("2016-03-01"), finds(1, 11, "2016-03-01"));
    world.when(kim(NOW), untie(2)).then_accepted();
}

#[test]
fn a_back_dated_decision_does_not_adopt_what_lost_its_required_link_later() {
    let world = town()
        .and(
            kim("2016-01-15"),
            decides(1, "2016-01-15", vec![adopt(1, 10)]),
        )
        .and(kim("2016-02-01"), ties(1, 2, 1))
        .and(kim("2016-06-01"), untie(1));
    let adopts = |on| decides(2, on, vec![adopt(2, 20)]);
    world
        .when(kim(NOW), adopts("2016-03-01"))
        .then_refused(Refusal::WouldBreak {
            day: day("2016-06-01"),
            fact: Fact::Thread,
        });
    // Tied anew on the same day, nothing is ever missing.
    let again = world.and(kim("2016-06-01"), ties(2, 2, 1));
    again.when(kim(NOW), adopts("2016-03-01")).then_accepted();
}
