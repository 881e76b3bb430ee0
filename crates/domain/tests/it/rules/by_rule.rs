//! Roles that a rule gives by the groups of a sign-in service, beside those that people give.

use crate::exempelstad::*;
use crate::world::{World, day, kim, rule};
use riktning_domain::bodies::RenameBody;
use riktning_domain::inside::Held;
use riktning_domain::permissions::{EndGrant, GrantRole, Role, permit};
use riktning_domain::refusal::Fact;
use riktning_domain::{Command, Names, Refusal, Slug, User};

fn gives(from: &str, to: Option<&str>) -> GrantRole {
    GrantRole {
        person: KIM,
        role: Role::Contributor,
        body: SCHOOLS,
        from: day(from),
        to: to.map(day),
    }
}

fn ends(last_day: &str) -> EndGrant {
    EndGrant {
        person: KIM,
        role: Role::Contributor,
        body: SCHOOLS,
        last_day: day(last_day),
    }
}

/// What Kim holds, has held or is to hold, as Kim sees it on a day.
fn held(world: &World, on: &str) -> Vec<Held> {
    world.state.inside(KIM, day(on)).grants_of(KIM)
}

fn holds(world: &World, on: &str) -> bool {
    !world.state.inside(KIM, day(on)).roles().is_empty()
}

#[test]
fn a_rule_gives_a_role_and_ends_it_at_that_moment() {
    let given = exempelstad().and(rule("2018-03-01"), gives("2018-03-01", None));
    assert!(holds(&given, "2018-03-01"));
    assert!(held(&given, "2018-03-01")[0].by_rule);
    given
        .when(rule("2018-03-02"), gives("2018-03-01", None))
        .then_nothing();
    let ended = given.clone().and(rule("2018-03-10"), ends("2018-03-09"));
    assert!(holds(&ended, "2018-03-09"));
    assert!(!holds(&ended, "2018-03-10"), "no last day in a group");
    ended
        .when(rule("2018-03-10"), ends("2018-03-09"))
        .then_nothing();
    // Given and taken back on one day: it was never held.
    let never = given.and(rule("2018-03-01"), ends("2018-02-28"));
    assert!(!holds(&never, "2018-03-01"));
    assert_eq!(held(&never, "2018-03-01"), []);
    let again = never.and(rule("2018-03-01"), gives("2018-03-01", None));
    assert!(holds(&again, "2018-03-01"));
}

#[test]
fn what_a_person_gave_no_rule_touches() {
    let town = exempelstad;
    let by_hand = town().and(kim("2018-01-01"), gives("2018-01-01", Some("2018-06-30")));
    let from = "2018-03-01";
    by_hand.when(rule(from), gives(from, None)).then_nothing();
    by_hand.when(rule(from), ends("2018-02-28")).then_nothing();
    // What is to be held later is a person's word too.
    let later = town().and(kim("2018-01-01"), gives("2018-05-01", None));
    later.when(rule(from), gives(from, None)).then_nothing();
    // When it is over, a rule may give it.
    by_hand
        .when(rule("2018-07-01"), gives("2018-07-01", None))
        .then_accepted();
    // A person makes what a rule gave their own, and then it stands.
    let by_rule = town().and(rule(from), gives(from, None));
    let made_own = by_rule.and(kim("2018-03-02"), gives(from, None));
    assert!(!held(&made_own, "2018-03-02")[0].by_rule);
    made_own
        .when(rule("2018-03-03"), ends("2018-03-02"))
        .then_nothing();
}

#[test]
fn a_person_ends_what_a_rule_gave_by_whole_days() {
    let from = "2018-03-01";
    let by_rule = exempelstad().and(rule(from), gives(from, None));
    by_rule
        .when(kim(from), ends("2018-02-28"))
        .then_refused(Refusal::GrantUpsideDown);
    let ended = by_rule.and(kim("2018-03-05"), ends("2018-03-05"));
    assert!(!holds(&ended, "2018-03-06"));
    // The group gives it again when they sign in the next day: to end it they leave the group.
    ended
        .when(rule("2018-03-05"), gives("2018-03-05", None))
        .then_nothing();
    ended
        .when(rule("2018-03-06"), gives("2018-03-06", None))
        .then_accepted();
    exempelstad()
        .when(rule(from), ends("2018-02-28"))
        .then_refused(Refusal::Unknown { fact: Fact::Grant });
}

#[test]
fn a_rule_gives_and_ends_roles_and_may_do_nothing_else() {
    let town = exempelstad();
    let now = rule("2018-03-01");
    let may = |command: &Command| permit(&town.state, now, &User::Rule, command);
    assert_eq!(may(&Command::GrantRole(gives("2018-03-01", None))), Ok(()));
    assert_eq!(may(&Command::EndGrant(ends("2018-03-01"))), Ok(()));
    let rename = Command::RenameBody(RenameBody {
        body: SCHOOLS,
        names: Names::swedish("Reglernas nämnd"),
        slug: Slug::parse("reglernas-namnd").unwrap(),
        from: day("2018-03-01"),
    });
    assert_eq!(may(&rename), Err(Refusal::NotPermitted));
}
