//! What a decided row contributes to is proposed beside it, and holds from the decision that adopts it.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::Refusal;
use riktning_domain::decisions::Stage;
use riktning_domain::elements::{ProposeWording, TakeBackProposal, Wording};
use riktning_domain::ids::{ElementId, ThreadId};
use riktning_domain::models::Upward;
use riktning_domain::refusal::Fact;
use riktning_domain::threads::{Link, ThreadEnd, UntieThread};

const NOW: &str = "2018-01-01";

fn link(t: u128, to: u128) -> Link {
    Link {
        thread: thread(t),
        to: ThreadEnd::Element(element(to)),
    }
}

/// Other words of an element that name its threads.
fn naming(n: u128, w: u128, links: &[Link]) -> ProposeWording {
    ProposeWording {
        wording: Wording {
            links: Some(links.to_vec()),
            ..rewording(n, w).wording
        },
        ..rewording(n, w)
    }
}

/// Goals 1 and 5 and commitment 2, which supports goal 1 by thread 1: all decided in March 2016.
fn decided() -> World {
    exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), goal(5))
        .and(kim("2016-01-01"), commitment(2))
        .and(kim("2016-02-01"), ties(1, 2, 1))
        .and(
            kim("2016-03-01"),
            decides(
                1,
                "2016-03-01",
                vec![adopt(1, 10), adopt(5, 50), adopt(2, 20)],
            ),
        )
}

fn proposed() -> World {
    decided().and(kim("2017-01-01"), naming(2, 21, &[link(7, 5)]))
}

/// What residents read on a day that commitment 2 supports, and what supports goal 5.
fn supports(world: &World, on: &str) -> (Vec<ElementId>, usize) {
    let lens = world.state.published(day(on), day(NOW));
    let ends = lens.supports(element(2)).into_iter();
    let ends = ends.filter_map(|(end, _)| match end {
        ThreadEnd::Element(id) => Some(id),
        ThreadEnd::Vision(_) | ThreadEnd::Document(_) => None,
    });
    (ends.collect(), lens.supported_by(element(5)).len())
}

fn untied(t: u128) -> UntieThread {
    UntieThread { thread: thread(t) }
}

#[test]
fn the_decision_puts_the_proposed_links_in_force_and_ends_those_left_out() {
    let world = proposed();
    assert_eq!(supports(&world, NOW), (vec![element(1)], 0));
    let world = world.and(kim(NOW), decides(2, "2017-06-01", vec![adopt(2, 21)]));
    assert_eq!(supports(&world, "2017-05-31"), (vec![element(1)], 0));
    assert_eq!(supports(&world, "2017-06-01"), (vec![element(5)], 1));
    assert_eq!(supports(&world, NOW), (vec![element(5)], 1));
    // Goal 1 carries nothing any more, and may be closed; goal 5 may not be closed before that day.
    let close = |n, on| {
        decides(
            3,
            on,
            vec![riktning_domain::decisions::Act::Close(element(n))],
        )
    };
    world.when(kim(NOW), close(1, "2017-07-01")).then_accepted();
    world
        .when(kim(NOW), close(5, "2017-05-01"))
        .then_refused(Refusal::WouldBreak {
            day: day("2017-06-01"),
            fact: Fact::Element,
        });
    // What a court quashes never tied anything from that day.
    let quashed = world.and(kim(NOW), marks(decision(2), Stage::Quashed, "2017-09-01"));
    assert_eq!(supports(&quashed, "2017-08-31"), (vec![element(5)], 1));
    assert_eq!(supports(&quashed, NOW), (vec![element(1)], 0));
}

#[test]
fn a_proposal_that_is_taken_back_takes_its_links_with_it() {
    let world = proposed().and(
        kim("2017-02-01"),
        TakeBackProposal {
            element: element(2),
        },
    );
    assert_eq!(supports(&world, NOW), (vec![element(1)], 0));
    world
        .when(kim(NOW), decides(2, NOW, vec![adopt(2, 21)]))
        .then_refused(Refusal::WordingChanged {
            newest: wording(20),
        });
    // It is proposed anew without them, and then they are never tied.
    let world = world
        .and(kim("2017-03-01"), rewording(2, 22))
        .and(kim(NOW), decides(2, NOW, vec![adopt(2, 22)]));
    assert_eq!(supports(&world, NOW), (vec![element(1)], 0));
}

#[test]
fn no_link_that_the_model_requires_may_be_left_out() {
    let world = decided().and(kim("2017-01-01"), naming(2, 21, &[]));
    world
        .when(kim(NOW), decides(2, NOW, vec![adopt(2, 21)]))
        .then_refused(Refusal::RequiredLinkMissing {
            number: 3,
            upward: Upward::Level(GOAL),
        });
    // Nor may it lead to what was closed meanwhile, or to what nobody decides.
    let closed = proposed().and(
        kim("2017-03-01"),
        decides(
            3,
            "2017-03-01",
            vec![riktning_domain::decisions::Act::Close(element(5))],
        ),
    );
    closed
        .when(kim(NOW), decides(2, NOW, vec![adopt(2, 21)]))
        .then_refused(Refusal::RequiredLinkMissing {
            number: 3,
            upward: Upward::Level(GOAL),
        });
}

#[test]
fn only_what_could_be_tied_is_proposed_and_only_beside_what_is_decided() {
    let now = kim(NOW);
    let world = decided();
    let names = |links: &[Link]| naming(2, 21, links);
    let taken = Refusal::AlreadyThere { fact: Fact::Thread };
    // The thread of another end, the same end twice, and what the level does not lead to.
    world.when(now, names(&[link(1, 5)])).then_refused(taken);
    for twice in [[link(7, 5), link(8, 5)], [link(1, 1), link(1, 1)]] {
        world
            .when(now, names(&twice))
            .then_refused(Refusal::TwiceTheSame);
    }
    world
        .when(now, naming(1, 11, &[link(7, 5)]))
        .then_refused(Refusal::LevelDoesNotSupport);
    world
        .when(now, names(&[link(7, 9)]))
        .then_refused(Refusal::Unknown {
            fact: Fact::Element,
        });
    world
        .when(now, names(&[link(1, 1), link(7, 5)]))
        .then_accepted();
    // A draft is tied as it is written.
    let draft = world.and(kim("2017-01-01"), commitment(3));
    draft
        .when(now, naming(3, 31, &[link(7, 5)]))
        .then_refused(Refusal::NotAdopted { on: day(NOW) });
    let mut drafted = commitment(4);
    drafted.wording.links = Some(vec![]);
    draft
        .when(now, drafted)
        .then_refused(Refusal::NotAdopted { on: day(NOW) });
}

#[test]
fn nobody_ties_or_unties_beside_a_proposal_that_names_the_threads() {
    let world = proposed();
    let tie: ThreadId = thread(9);
    let vision = crate::commands::tie(tie, element(2), ThreadEnd::Element(element(5)));
    world
        .when(kim(NOW), vision.clone())
        .then_refused(Refusal::LinksProposed);
    world
        .when(kim(NOW), untied(1))
        .then_refused(Refusal::LinksProposed);
    // A source goes on telling, and once it is decided anybody may.
    world.when(import(NOW), vision).then_accepted();
    let world = world.and(kim(NOW), decides(2, "2017-06-01", vec![adopt(2, 21)]));
    world.when(kim(NOW), ties(9, 2, 1)).then_accepted();
    world
        .when(kim(NOW), ties(9, 2, 5))
        .then_refused(Refusal::TwiceTheSame);
    world
        .when(kim(NOW), untied(7))
        .then_refused(Refusal::RequiredLinkMissing {
            number: 3,
            upward: Upward::Level(GOAL),
        });
}

#[test]
fn what_is_tied_by_itself_after_the_decision_stands_beside_what_it_named() {
    let world = proposed()
        .and(kim(NOW), decides(2, "2017-06-01", vec![adopt(2, 21)]))
        .and(kim(NOW), ties(9, 2, 1));
    assert_eq!(supports(&world, "2017-12-31"), (vec![element(5)], 1));
    assert_eq!(supports(&world, NOW).0.len(), 2);
    let world = world.and(kim(NOW), untied(7));
    assert_eq!(supports(&world, NOW), (vec![element(1)], 0));
    // A later decision over other words leaves the threads as they are.
    let world = world
        .and(kim(NOW), rewording(2, 22))
        .and(kim(NOW), decides(3, NOW, vec![adopt(2, 22)]));
    assert_eq!(supports(&world, NOW), (vec![element(1)], 0));
}

#[test]
fn what_names_the_threads_comes_in_behind_no_later_decision() {
    let world = proposed().and(kim("2017-03-01"), rewording(2, 22)).and(
        kim("2017-04-01"),
        decides(3, "2017-04-01", vec![adopt(2, 22)]),
    );
    world
        .when(kim(NOW), decides(2, "2017-02-01", vec![adopt(2, 21)]))
        .then_refused(Refusal::WouldBreak {
            day: day("2017-04-01"),
            fact: Fact::Element,
        });
}
