//! What is proposed beside the plans: handed in, called back, and dropped before anybody decides it.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, kim};
use riktning_domain::Refusal;
use riktning_domain::directives::{DraftDirective, HandInDirective};
use riktning_domain::documents::{DraftDocument, HandInDocument};
use riktning_domain::ids::{PersonId, WordingId};
use riktning_domain::inside::Standing;
use riktning_domain::permissions::{GrantRole, Role};
use riktning_domain::proposals::{DropProposal, Proposable, RecallProposal};
use riktning_domain::refusal::Fact;

const PLAN: Proposable = Proposable::Document(document(1));
const ORDERS: Proposable = Proposable::Directive(directive(1));

fn recalls(what: Proposable, n: u128) -> RecallProposal {
    RecallProposal {
        what,
        wording: wording(n),
    }
}

fn drops(what: Proposable, n: u128) -> DropProposal {
    DropProposal {
        what,
        wording: wording(n),
    }
}

fn sends_plan(n: u128) -> HandInDocument {
    HandInDocument {
        document: document(1),
        wording: wording(n),
    }
}

fn sends_orders(n: u128) -> HandInDirective {
    HandInDirective {
        directive: directive(1),
        wording: wording(n),
    }
}

fn strategist() -> PersonId {
    person(71)
}

/// Somebody writes both, and reads them.
fn town() -> World {
    let roles = [(Role::Strategist, BOARD), (Role::Contributor, SCHOOLS)];
    let mut world = exempelstad();
    for (n, (role, at)) in roles.into_iter().enumerate() {
        let held = GrantRole {
            person: strategist(),
            ..grant(90 + n as u128, role, at)
        };
        world = world.and(kim("2016-01-01"), held);
    }
    world
}

/// The school plan, written and not sent.
fn plan() -> World {
    town().and(kim("2016-01-01"), writes(1, "skolplan"))
}

/// An owner directive, written and not sent.
fn orders() -> World {
    town().and(kim("2016-01-01"), directs(1, 700))
}

fn other_plan() -> DraftDocument {
    DraftDocument {
        wording_id: wording(101),
        ..writes(1, "skolplan")
    }
}

fn other_orders() -> DraftDirective {
    let mut other = directs(1, 701);
    other.wording.title = "Andra ord".into();
    other
}

#[test]
fn what_is_handed_in_is_called_back_and_handed_in_anew() {
    let now = kim("2016-02-01");
    let world = plan();
    world.when(now, recalls(PLAN, 100)).then_nothing();
    let world = world.and(now, sends_plan(100));
    world
        .when(now, drops(PLAN, 100))
        .then_refused(Refusal::ProposalHandedIn);
    let world = world.and(now, recalls(PLAN, 100));
    world.when(now, recalls(PLAN, 100)).then_nothing();
    world.when(now, drops(PLAN, 100)).then_accepted();
    let world = world.and(kim("2016-02-02"), sends_plan(100));
    world
        .when(kim("2016-02-03"), sends_plan(100))
        .then_nothing();
    // What is decided is nobody's to call back.
    let decided = decides(1, "2016-02-10", vec![adopt_document(1, 100)]);
    let world = world.and(kim("2016-02-10"), decided);
    let later = kim("2016-02-11");
    world
        .when(later, recalls(PLAN, 100))
        .then_refused(Refusal::DraftDecided);
    world
        .when(later, drops(PLAN, 100))
        .then_refused(Refusal::DraftDecided);
}

#[test]
fn a_directive_is_handed_in_called_back_and_dropped() {
    let now = kim("2016-02-01");
    let unknown = Refusal::Unknown {
        fact: Fact::Directive,
    };
    exempelstad()
        .when(now, sends_orders(700))
        .then_refused(unknown.clone());
    exempelstad()
        .when(now, drops(ORDERS, 700))
        .then_refused(unknown);
    let world = orders();
    let newest = wording(700);
    world
        .when(now, sends_orders(701))
        .then_refused(Refusal::WordingChanged { newest });
    let world = world.and(now, sends_orders(700));
    world.when(now, sends_orders(700)).then_nothing();
    world
        .when(now, other_orders())
        .then_refused(Refusal::ProposalHandedIn);
    world
        .when(now, drops(ORDERS, 700))
        .then_refused(Refusal::ProposalHandedIn);
    let world = world.and(now, recalls(ORDERS, 700));
    let world = world.and(now, drops(ORDERS, 700));
    world.when(now, drops(ORDERS, 700)).then_nothing();
    world
        .when(now, sends_orders(700))
        .then_refused(Refusal::ProposalDropped);
    let decided = decides(1, "2016-02-10", vec![decide_directive(1, 700)]);
    world
        .when(kim("2016-02-10"), decided)
        .then_refused(Refusal::ProposalDropped);
    // It may be written anew.
    world.when(now, other_orders()).then_accepted();
}

#[test]
fn a_dropped_proposal_beside_what_is_decided_leaves_that_as_the_newest() {
    let decided = decides(1, "2016-02-01", vec![decide_directive(1, 700)]);
    let world = orders().and(kim("2016-02-01"), decided);
    let now = kim("2016-03-01");
    let proposed = world.and(now, other_orders());
    let dropped = proposed.and(now, drops(ORDERS, 701));
    let inside = dropped.state.inside(strategist(), day("2016-03-01"));
    let directive = inside.directive(directive(1)).unwrap();
    assert_eq!(directive.standing, Standing::Adopted);
    assert_eq!(directive.wording_id, wording(700));
    let late = decides(2, "2016-03-02", vec![decide_directive(1, 701)]);
    let newest: WordingId = wording(700);
    dropped
        .when(kim("2016-03-02"), late)
        .then_refused(Refusal::WordingChanged { newest });
}

#[test]
fn a_dropped_document_is_nobodys_and_holds_nobody() {
    let now = kim("2016-02-01");
    let world = plan();
    let dropped = world.clone().and(now, drops(PLAN, 100));
    assert!(
        world
            .state
            .inside(strategist(), day("2016-02-01"))
            .document(document(1))
            .is_some()
    );
    assert!(
        dropped
            .state
            .inside(strategist(), day("2016-03-01"))
            .document(document(1))
            .is_none()
    );
    dropped
        .when(now, sends_plan(100))
        .then_refused(Refusal::ProposalDropped);
    dropped
        .when(
            kim("2016-02-10"),
            decides(1, "2016-02-10", vec![adopt_document(1, 100)]),
        )
        .then_refused(Refusal::ProposalDropped);
    let anew = dropped.clone().and(now, other_plan());
    assert!(
        anew.state
            .inside(strategist(), day("2016-02-01"))
            .document(document(1))
            .is_some()
    );
    // A committee that is to answer for it is there until then.
    let ends = ends(SCHOOLS, "2015-12-31");
    world
        .when(now, ends.clone())
        .then_refused(Refusal::WouldBreak {
            day: day("2016-01-01"),
            fact: Fact::WorkGiven,
        });
    dropped.when(now, ends).then_accepted();
}
