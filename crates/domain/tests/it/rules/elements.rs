//! Elements: drafted, reworded, and what their wordings may refer to.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, import, kim};
use riktning_domain::elements::{
    Continues, DraftElement, DropDraft, Origin, ProposeWording, Wording,
};
use riktning_domain::models::{DefineModel, ModelDefinition};
use riktning_domain::refusal::Fact;
use riktning_domain::{Period, Refusal, Slug};

const NOW: &str = "2018-01-01";

fn goal_with(change: impl FnOnce(&mut Wording)) -> DraftElement {
    let mut draft = goal(1);
    change(&mut draft.wording);
    draft
}

#[test]
fn a_persons_draft_names_an_owner_and_a_source_may_be_silent() {
    let world = exempelstad();
    let ownerless = || goal_with(|w| w.owner = None);
    world
        .when(kim(NOW), ownerless())
        .then_refused(Refusal::OwnerMissing);
    world.when(import(NOW), ownerless()).then_accepted();
    world.when(kim(NOW), goal(1)).then_accepted();
}

#[test]
fn a_level_is_owned_by_the_kinds_of_body_that_the_model_says() {
    let world = exempelstad();
    let owned = |owner| {
        let mut draft = commitment(1);
        draft.wording.owner = Some(owner);
        draft
    };
    world
        .when(kim(NOW), owned(BOARD))
        .then_refused(Refusal::WrongOwner);
    world.when(kim(NOW), owned(COMPANY)).then_accepted();
    // Model B says nothing of owners, so anybody will do.
    let mut task = draft(1, MODEL_B, TASK);
    task.wording.owner = Some(BOARD);
    world.when(kim(NOW), task).then_accepted();
    let reworded = world.and(kim("2017-01-01"), commitment(1));
    let mut proposal = rewording(1, 11);
    proposal.wording.owner = Some(BOARD);
    reworded
        .when(kim(NOW), proposal)
        .then_refused(Refusal::WrongOwner);
}

#[test]
fn an_element_says_something_on_a_known_level_of_a_known_model() {
    let world = exempelstad();
    world
        .when(kim(NOW), goal_with(|w| w.text = "\u{a0} ".into()))
        .then_refused(Refusal::Blank {
            field: "wording.text",
        });
    let unknown = |fact| Refusal::Unknown { fact };
    world
        .when(kim(NOW), draft(1, model(9), GOAL))
        .then_refused(unknown(Fact::Model));
    world
        .when(kim(NOW), draft(1, MODEL_B, GOAL))
        .then_refused(unknown(Fact::Level));
    world
        .when(kim(NOW), rewording(1, 11))
        .then_refused(unknown(Fact::Element));
    for (draft, fact) in [
        (goal_with(|w| w.topics[0].topic = topic(9)), Fact::Topic),
        (goal_with(|w| w.source = Some(source(9))), Fact::Source),
        (goal_with(|w| w.owner = Some(body(9))), Fact::Body),
        (
            goal_with(|w| w.origin = Origin::Assigned(element(9))),
            Fact::Element,
        ),
        (
            goal_with(|w| w.origin = Origin::Interpreted(element(9))),
            Fact::Element,
        ),
    ] {
        world.when(kim(NOW), draft).then_refused(unknown(fact));
    }
}

#[test]
fn an_element_has_an_address_of_its_own_within_its_model() {
    let world = exempelstad().and(kim("2017-01-01"), goal(1));
    let with = |slug: &str, mut draft: DraftElement| {
        draft.slug = serde_json::from_str(&format!("\"{slug}\"")).unwrap();
        draft
    };
    world
        .when(kim(NOW), with("e1", goal(2)))
        .then_refused(Refusal::SlugTaken { slug: "e1".into() });
    world
        .when(kim(NOW), with("E-två", goal(2)))
        .then_refused(Refusal::NotASlug {
            slug: "E-två".into(),
        });
    world
        .when(kim(NOW), with("e1", draft(2, MODEL_B, AIM)))
        .then_accepted();
}

#[test]
fn a_goals_address_is_of_its_words_until_they_are_decided_and_of_no_others_after() {
    let called = |n, w, slug: &str| ProposeWording {
        slug: Slug::parse(slug),
        ..rewording(n, w)
    };
    let world = exempelstad()
        .and(kim("2017-01-01"), goal(1))
        .and(kim("2017-01-01"), goal(2));
    world
        .when(kim(NOW), called(1, 11, "e2"))
        .then_refused(Refusal::SlugTaken { slug: "e2".into() });
    let world = world
        .and(kim("2017-02-01"), called(1, 11, "andra-ord"))
        .and(
            kim("2017-03-01"),
            decides(1, "2017-03-01", vec![adopt(1, 11)]),
        );
    let p = world.published(NOW);
    let at = |slug: &str| p.element_at(MODEL_A, &Slug::parse(slug).unwrap());
    assert_eq!(at("andra-ord").map(|goal| goal.id()), Some(element(1)));
    assert!(at("e1").is_none(), "what nobody decided leads nowhere");
    world
        .when(kim(NOW), called(1, 12, "tredje"))
        .then_refused(Refusal::AlreadyThere {
            fact: Fact::Element,
        });
    world.when(kim(NOW), rewording(1, 12)).then_accepted();
    // What was taken back leaves its address to others.
    let dropped = world.and(
        kim("2017-03-02"),
        DropDraft {
            element: element(2),
        },
    );
    let mut third = goal(3);
    third.slug = Slug::parse("e2").unwrap();
    dropped.when(kim(NOW), third).then_accepted();
}

#[test]
fn no_address_tells_that_somebody_else_drafts_the_same() {
    let mut twin = commitment(2);
    twin.slug = commitment(1).slug;
    twin.wording.owner = Some(COMPANY);
    let world = exempelstad().and(kim("2017-01-01"), commitment(1));
    world.when(kim(NOW), twin.clone()).then_accepted();
    // Nor does a promise that nobody has decided take the address of a goal.
    let mut above = goal(3);
    above.slug = commitment(1).slug;
    world.when(kim(NOW), above).then_accepted();
    twin.slug = serde_json::from_str("\"E-två\"").unwrap();
    let slug = "E-två".to_owned();
    world
        .when(kim(NOW), twin)
        .then_refused(Refusal::NotASlug { slug });
}

#[test]
fn an_element_is_drafted_once_and_every_field_counts() {
    let world = exempelstad().and(kim("2017-01-01"), goal(1));
    let there = Refusal::AlreadyThere {
        fact: Fact::Element,
    };
    let other_slug = DraftElement {
        slug: Slug::parse("annan").unwrap(),
        ..goal(1)
    };
    let other_level = DraftElement {
        level: ACTIVITY,
        ..goal(1)
    };
    let other_words = goal_with(|w| w.text = "Något annat".into());
    for draft in [other_slug, other_level, other_words] {
        world.when(kim(NOW), draft).then_refused(there.clone());
    }
    world.when(kim(NOW), goal(1)).then_nothing();
}

#[test]
fn a_wording_keeps_its_id_for_itself() {
    let world = exempelstad().and(kim("2017-01-01"), goal(1));
    let reused = ProposeWording {
        wording_id: wording(10),
        ..rewording(1, 11)
    };
    world
        .when(kim(NOW), reused)
        .then_refused(Refusal::TwiceTheSame);
    world.when(kim(NOW), rewording(1, 11)).then_accepted();
}

#[test]
fn an_assigned_element_keeps_its_link_to_the_order() {
    let assigned = |origin| {
        let mut draft = commitment(2);
        draft.wording.origin = origin;
        draft
    };
    let world = exempelstad().and(kim("2017-01-01"), goal(1));
    for origin in [
        Origin::Assigned(element(1)),
        Origin::Interpreted(element(1)),
    ] {
        world.when(kim(NOW), assigned(origin)).then_accepted();
    }
    // An element is not its own order.
    let own = ProposeWording {
        wording: Wording {
            origin: Origin::Assigned(element(1)),
            ..words("Tilldelat av sig självt")
        },
        ..rewording(1, 11)
    };
    world
        .when(kim(NOW), own)
        .then_refused(Refusal::TwiceTheSame);
}

fn continuing(mut draft: DraftElement, earlier: u128) -> DraftElement {
    draft.wording.continues = Some(Continues {
        element: element(earlier),
        interpretation: Default::default(),
    });
    draft
}

#[test]
fn a_goals_predecessor_is_of_an_earlier_model() {
    let world = exempelstad()
        .and(kim("2017-01-01"), goal(1))
        .and(kim("2017-01-01"), draft(2, MODEL_B, AIM));
    world
        .when(kim(NOW), continuing(goal(3), 1))
        .then_refused(Refusal::PredecessorNotEarlier);
    world
        .when(kim(NOW), continuing(goal(3), 2))
        .then_refused(Refusal::PredecessorNotEarlier);
    world
        .when(kim(NOW), continuing(draft(3, MODEL_B, AIM), 9))
        .then_refused(Refusal::Unknown {
            fact: Fact::Element,
        });
    world
        .when(kim(NOW), continuing(draft(3, MODEL_B, AIM), 1))
        .then_accepted();
}

fn model_a_for(from: i16, to: i16, since: Option<&str>) -> DefineModel {
    DefineModel {
        definition: ModelDefinition {
            period: Period::Years { from, to },
            ..model_a().definition
        },
        since: since.map(dated),
        ..model_a()
    }
}

#[test]
fn a_models_period_is_not_moved_behind_the_goals_that_continue_it() {
    let loose = DefineModel {
        definition: ModelDefinition {
            follows: None,
            ..model_b().definition
        },
        since: None,
        ..model_b()
    };
    let world = |loose| {
        exempelstad()
            .and(kim("2016-01-01"), loose)
            .and(kim("2017-01-01"), goal(1))
    };
    let continued = world(loose).and(kim("2017-01-01"), continuing(draft(2, MODEL_B, AIM), 1));
    // Only the first definition of B followed A, so it is the goals that hold A in place.
    let later = || model_a_for(2021, 2024, None);
    continued
        .when(kim(NOW), later())
        .then_refused(Refusal::PredecessorNotEarlier);
    continued
        .when(import(NOW), model_a_for(2015, 2018, None))
        .then_accepted();
}

#[test]
fn a_predecessor_is_earlier_on_every_later_day_too() {
    let lonely = |n: u128, from, to, since: &str| DefineModel {
        model: model(n),
        definition: ModelDefinition {
            period: Period::Years { from, to },
            follows: None,
            ..model_a().definition
        },
        since: Some(dated(since)),
    };
    let at = |n: u128, m: u128| DraftElement {
        since: Some(dated("2015-06-01")),
        ..draft(n, model(m), GOAL)
    };
    // Model 3 lay before model 4 in 2015; in 2016 it was moved behind it.
    let world: World = exempelstad()
        .and(import(NOW), lonely(3, 2001, 2004, "2015-01-01"))
        .and(import(NOW), lonely(4, 2005, 2008, "2015-01-01"))
        .and(import(NOW), lonely(3, 2009, 2012, "2016-01-01"))
        .and(import(NOW), at(1, 3));
    world
        .when(import(NOW), continuing(at(2, 4), 1))
        .then_refused(Refusal::PredecessorNotEarlier);
    world.when(import(NOW), at(2, 4)).then_accepted();
}

#[test]
fn nobody_writes_over_a_wording_that_they_have_not_seen() {
    let world = exempelstad()
        .and(kim("2017-01-01"), goal(1))
        .and(kim("2017-01-02"), rewording(1, 11));
    let instead_of = |seen: u128| ProposeWording {
        instead_of: Some(wording(seen)),
        ..rewording(1, 12)
    };
    let newest = wording(11);
    world
        .when(kim(NOW), instead_of(10))
        .then_refused(Refusal::WordingChanged { newest });
    world.when(kim(NOW), instead_of(11)).then_accepted();
    world.when(kim(NOW), rewording(1, 12)).then_accepted();
}
