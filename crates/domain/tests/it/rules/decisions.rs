//! Decisions: an adopted element changes only by a decision that names the wording.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, day, import, kim};
use riktning_domain::decisions::{Act, Adoptable, Authority, FindInSource, RecordDecision, Stage};
use riktning_domain::elements::{ProposeWording, Wording};
use riktning_domain::indicators::{SetTarget, TargetBasis};
use riktning_domain::refusal::Fact;
use riktning_domain::{Refusal, Text};

const NOW: &str = "2018-01-01";

fn shown(world: &World, on: &str) -> Option<String> {
    let published = world.published(on);
    let goal = published.element(element(1))?;
    Some(goal.text().as_str()?.to_owned())
}

/// Goal 1, adopted in March 2016.
fn adopted() -> World {
    exempelstad().and(kim("2016-01-01"), goal(1)).and(
        kim("2016-03-01"),
        decides(1, "2016-03-01", vec![adopt(1, 10)]),
    )
}

#[test]
fn an_adopted_element_changes_only_by_a_decision_that_names_the_wording() {
    let world = adopted().and(kim("2017-01-01"), rewording(1, 11));
    assert_eq!(shown(&world, "2016-02-29"), None);
    assert_eq!(
        shown(&world, NOW).as_deref(),
        Some("Element 1, första lydelsen")
    );
    let changed = world.and(
        kim("2017-02-01"),
        decides(2, "2017-02-01", vec![adopt(1, 11)]),
    );
    assert_eq!(
        shown(&changed, "2017-01-31").as_deref(),
        Some("Element 1, första lydelsen")
    );
    assert_eq!(
        shown(&changed, "2017-02-01").as_deref(),
        Some("Element 1, lydelse 11")
    );
}

#[test]
fn a_wording_that_changed_since_the_form_was_shown_is_refused_with_the_newest() {
    let world = adopted()
        .and(kim("2017-01-01"), rewording(1, 11))
        .and(kim("2017-01-20"), rewording(1, 12));
    let decides = |on, w| decides(2, on, vec![adopt(1, w)]);
    world
        .when(kim(NOW), decides("2017-02-01", 11))
        .then_refused(Refusal::WordingChanged {
            newest: wording(12),
        });
    world
        .when(kim(NOW), decides("2017-02-01", 12))
        .then_accepted();
    // On the day of an earlier meeting the earlier proposal was the newest.
    world
        .when(kim(NOW), decides("2017-01-10", 11))
        .then_accepted();
    world
        .when(kim(NOW), decides("2017-01-10", 12))
        .then_refused(Refusal::WordingChanged {
            newest: wording(11),
        });
}

#[test]
fn a_vision_and_a_source_name_the_newest_wording_too() {
    let world = adopted().and(kim("2017-01-01"), rewording(1, 11));
    world
        .when(import(NOW), finds(1, 10, NOW))
        .then_refused(Refusal::WordingChanged {
            newest: wording(11),
        });
    let vision_act = |w| vec![Act::Adopt(Adoptable::Vision(VISION), w)];
    world
        .when(kim(NOW), decides(2, NOW, vision_act(wording(8))))
        .then_refused(Refusal::WordingChanged {
            newest: VISION_WORDING,
        });
    world
        .when(kim(NOW), decides(2, NOW, vision_act(VISION_WORDING)))
        .then_accepted();
}

#[test]
fn a_persons_decision_needs_a_paragraph_or_a_delegation_and_an_import_may_name_a_source() {
    let world = adopted();
    let by = |authority| RecordDecision {
        authority,
        ..decides(2, NOW, vec![Act::Withdraw(element(1))])
    };
    let found = |source| Authority::Found {
        source,
        paragraph: None,
        body_interpretation: Default::default(),
    };
    world
        .when(kim(NOW), by(found(SOURCE)))
        .then_refused(Refusal::ParagraphMissing);
    world.when(import(NOW), by(found(SOURCE))).then_accepted();
    world
        .when(import(NOW), by(found(source(9))))
        .then_refused(Refusal::Unknown { fact: Fact::Source });
    for blank in [
        Authority::Paragraph(Text::new(" ")),
        Authority::Delegation(Text::new("")),
    ] {
        world
            .when(kim(NOW), by(blank))
            .then_refused(Refusal::Blank { field: "authority" });
    }
    world
        .when(kim(NOW), by(Authority::Delegation("D 12".into())))
        .then_accepted();
}

#[test]
fn only_an_import_finds_a_wording_or_a_target_without_a_decision() {
    let world = adopted();
    world
        .when(kim(NOW), finds(1, 10, NOW))
        .then_refused(Refusal::DecisionMissing);
    world.when(import(NOW), finds(1, 10, NOW)).then_accepted();
    let by_source = SetTarget {
        basis: TargetBasis::Source(SOURCE, dated("2016")),
        ..target(decision(1))
    };
    world
        .when(kim(NOW), by_source.clone())
        .then_refused(Refusal::DecisionMissing);
    world.when(import(NOW), by_source).then_accepted();
}

#[test]
fn a_persons_decision_does_something() {
    let world = adopted();
    let nothing = decides(2, NOW, vec![]);
    world
        .when(kim(NOW), nothing.clone())
        .then_refused(Refusal::DecidesNothing);
    world.when(import(NOW), nothing).then_accepted();
}

#[test]
fn a_decision_is_recorded_once() {
    let world = adopted();
    let other = RecordDecision {
        title: Some("Något annat".into()),
        ..decides(1, "2016-03-01", vec![adopt(1, 10)])
    };
    world
        .when(kim(NOW), other)
        .then_refused(Refusal::AlreadyThere {
            fact: Fact::Decision,
        });
    world
        .when(kim(NOW), decides(1, "2016-03-01", vec![adopt(1, 10)]))
        .then_nothing();
}

#[test]
fn a_level_is_decided_by_the_kinds_of_body_that_the_model_says() {
    let world = exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), draft(2, MODEL_B, TASK));
    let by = |body, n, w| RecordDecision {
        body,
        ..decides(1, "2016-03-01", vec![adopt(n, w)])
    };
    world
        .when(kim(NOW), by(SCHOOLS, 1, 10))
        .then_refused(Refusal::WrongDecider);
    world.when(kim(NOW), by(COUNCIL, 1, 10)).then_accepted();
    world.when(kim(NOW), by(SCHOOLS, 2, 20)).then_accepted();
}

#[test]
fn a_person_adopts_nothing_that_nobody_owns() {
    let mut ownerless = goal(1);
    ownerless.wording.owner = None;
    let world = exempelstad().and(import("2016-01-01"), ownerless);
    let decides = || decides(1, "2016-03-01", vec![adopt(1, 10)]);
    world
        .when(kim(NOW), decides())
        .then_refused(Refusal::OwnerMissing);
    world.when(import(NOW), decides()).then_accepted();
}

#[test]
fn a_decision_names_each_thing_once() {
    let world = adopted().and(kim("2017-01-01"), rewording(1, 11));
    let twice = [
        vec![adopt(1, 11), adopt(1, 10)],
        vec![Act::Withdraw(element(1)), Act::Close(element(1))],
        vec![adopt(1, 11), Act::Withdraw(element(1))],
        vec![adopt(1, 11), Act::Close(element(1))],
    ];
    for acts in twice {
        world
            .when(kim(NOW), decides(2, NOW, acts))
            .then_refused(Refusal::TwiceTheSame);
    }
    // A new wording and a new owner at once is one decision.
    world
        .when(
            kim(NOW),
            decides(
                2,
                NOW,
                vec![adopt(1, 11), Act::Transfer(element(1), COMPANY)],
            ),
        )
        .then_accepted();
    let both = FindInSource {
        source: SOURCE,
        since: dated(NOW),
        wordings: vec![
            (Adoptable::Element(element(1)), wording(10)),
            (Adoptable::Element(element(1)), wording(11)),
        ],
    };
    world
        .when(import(NOW), both)
        .then_refused(Refusal::TwiceTheSame);
}

#[test]
fn only_what_is_adopted_is_withdrawn_closed_or_transferred() {
    let world = exempelstad().and(kim("2016-01-01"), goal(1));
    let adopted = adopted();
    for act in [
        Act::Withdraw(element(1)),
        Act::Close(element(1)),
        Act::Transfer(element(1), COMPANY),
    ] {
        world
            .when(kim(NOW), decides(2, NOW, vec![act.clone()]))
            .then_refused(Refusal::NotAdopted { on: day(NOW) });
        adopted
            .when(kim(NOW), decides(2, "2016-02-01", vec![act.clone()]))
            .then_refused(Refusal::NotAdopted {
                on: day("2016-02-01"),
            });
        adopted
            .when(kim(NOW), decides(2, NOW, vec![act]))
            .then_accepted();
    }
}

#[test]
fn what_has_ended_stays_ended() {
    let world = adopted()
        .and(
            kim("2017-01-01"),
            decides(2, "2017-01-01", vec![Act::Withdraw(element(1))]),
        )
        .and(kim("2017-02-01"), rewording(1, 11));
    for act in [
        adopt(1, 11),
        Act::Close(element(1)),
        Act::Transfer(element(1), COMPANY),
    ] {
        world
            .when(kim(NOW), decides(3, NOW, vec![act]))
            .then_refused(Refusal::AlreadyEnded { on: day(NOW) });
    }
    world
        .when(import(NOW), finds(1, 11, NOW))
        .then_refused(Refusal::AlreadyEnded { on: day(NOW) });
    // A transfer on a day before that disturbs nothing.
    world
        .when(
            kim(NOW),
            decides(3, "2016-06-01", vec![Act::Transfer(element(1), COMPANY)]),
        )
        .then_accepted();
}

#[test]
fn an_element_is_not_ended_as_of_a_day_after_which_something_was_decided_of_it() {
    let later = |act| {
        adopted()
            .and(kim("2017-01-01"), rewording(1, 11))
            .and(kim("2017-06-01"), decides(2, "2017-06-01", vec![act]))
    };
    let worlds = [
        later(adopt(1, 11)),
        later(Act::Withdraw(element(1))),
        later(Act::Close(element(1))),
        later(Act::Transfer(element(1), COMPANY)),
        adopted().and(import("2017-06-01"), finds(1, 10, "2017-06-01")),
    ];
    for world in worlds {
        for act in [Act::Withdraw(element(1)), Act::Close(element(1))] {
            world
                .when(kim(NOW), decides(3, "2017-03-01", vec![act]))
                .then_refused(Refusal::WouldBreak {
                    day: day("2017-06-01"),
                    fact: Fact::Element,
                });
        }
        world
            .when(
                kim(NOW),
                decides(3, "2017-03-01", vec![Act::Transfer(element(1), BOARD)]),
            )
            .then_accepted();
    }
}

#[test]
fn a_decision_is_marked_once_with_each_stage() {
    let world = adopted().and(
        kim("2016-04-01"),
        marks(decision(1), Stage::MinutesApproved, "2016-03-15"),
    );
    world
        .when(
            kim(NOW),
            marks(decision(1), Stage::MinutesApproved, "2016-03-15"),
        )
        .then_nothing();
    world
        .when(
            kim(NOW),
            marks(decision(1), Stage::MinutesApproved, "2016-03-16"),
        )
        .then_refused(Refusal::AlreadyMarked {
            stage: Stage::MinutesApproved,
            on: day("2016-03-15"),
        });
    world
        .when(kim(NOW), marks(decision(9), Stage::Appealed, "2016-03-16"))
        .then_refused(Refusal::Unknown {
            fact: Fact::Decision,
        });
}

#[test]
fn what_a_decision_names_is_recorded() {
    let world = adopted();
    let unknown = |acts, fact| {
        world
            .when(kim(NOW), decides(2, NOW, acts))
            .then_refused(Refusal::Unknown { fact });
    };
    unknown(vec![adopt(9, 90)], Fact::Element);
    unknown(vec![Act::Withdraw(element(9))], Fact::Element);
    unknown(vec![Act::AdoptPlan(plan(9))], Fact::Plan);
    unknown(vec![Act::Transfer(element(1), body(9))], Fact::Body);
    unknown(vec![decide_verdict(9, 1)], Fact::Assessment);
    let nobody = RecordDecision {
        body: body(9),
        ..decides(2, NOW, vec![Act::Withdraw(element(1))])
    };
    world
        .when(kim(NOW), nobody)
        .then_refused(Refusal::Unknown { fact: Fact::Body });
    world
        .when(
            import(NOW),
            FindInSource {
                source: source(9),
                ..finds(1, 10, NOW)
            },
        )
        .then_refused(Refusal::Unknown { fact: Fact::Source });
}

#[test]
fn a_transfer_gives_the_element_to_the_other_body_until_a_later_wording_says_otherwise() {
    let world = adopted()
        .and(
            kim("2017-01-01"),
            decides(2, "2017-01-01", vec![Act::Transfer(element(1), COMPANY)]),
        )
        .and(
            kim("2017-02-01"),
            ProposeWording {
                wording: Wording {
                    owner: Some(BOARD),
                    ..words("Styrelsens mål")
                },
                ..rewording(1, 11)
            },
        )
        .and(
            kim("2017-06-01"),
            decides(
                3,
                "2017-06-01",
                vec![adopt(1, 11), Act::Transfer(element(1), BOARD)],
            ),
        );
    let owner = |on| world.published(on).element(element(1)).unwrap().owner();
    assert_eq!(owner("2016-12-31"), Some(SCHOOLS));
    assert_eq!(owner("2017-01-01"), Some(COMPANY));
    assert_eq!(owner("2017-06-01"), Some(BOARD));
    let theirs = |on, body| world.published(on).owned_by(body).len();
    assert_eq!(
        (theirs("2017-03-01", COMPANY), theirs("2017-03-01", SCHOOLS)),
        (1, 0)
    );
}

#[test]
fn nobody_decides_over_words_that_they_have_not_seen() {
    let saw = |w| RecordDecision {
        seen: vec![(element(1), wording(w))],
        ..decides(3, "2017-03-01", vec![Act::Close(element(1))])
    };
    let world = adopted();
    world.when(kim(NOW), saw(10)).then_accepted();
    // Somebody else's decision came between.
    let reworded = world.and(kim("2017-01-01"), rewording(1, 11)).and(
        kim("2017-02-01"),
        decides(2, "2017-02-01", vec![adopt(1, 11)]),
    );
    let newest = wording(11);
    reworded
        .when(kim(NOW), saw(10))
        .then_refused(Refusal::WordingChanged { newest });
    reworded.when(kim(NOW), saw(11)).then_accepted();
    // A proposal that nobody has decided changes nothing.
    let proposed = reworded.and(kim("2017-02-02"), rewording(1, 12));
    proposed.when(kim(NOW), saw(11)).then_accepted();
    // The same once more is the same, whatever stands by then.
    let closed = proposed.and(kim(NOW), saw(11));
    closed.when(kim(NOW), saw(11)).then_nothing();
}

#[test]
fn what_became_of_a_decision_is_said_once_and_in_the_order_of_a_court() {
    let world = adopted().and(
        kim("2016-05-01"),
        marks(decision(1), Stage::Appealed, "2016-04-10"),
    );
    let again = |on| marks(decision(1), Stage::Appealed, on);
    world.when(kim(NOW), again("2016-04-10")).then_nothing();
    world
        .when(kim(NOW), again("2016-04-11"))
        .then_refused(Refusal::AlreadyMarked {
            stage: Stage::Appealed,
            on: day("2016-04-10"),
        });
    let quashed = |on| marks(decision(1), Stage::Quashed, on);
    world
        .when(kim(NOW), quashed("2016-04-09"))
        .then_refused(Refusal::QuashedBeforeAppeal {
            appealed: day("2016-04-10"),
        });
    world.when(kim(NOW), quashed("2016-04-10")).then_accepted();
    // Nobody has to have recorded the appeal: a court has spoken all the same.
    adopted()
        .when(kim(NOW), quashed("2016-04-09"))
        .then_accepted();
}
