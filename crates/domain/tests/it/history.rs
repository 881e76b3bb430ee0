//! What happened to a thing, and who may read it.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::decisions::{Act, RecordDecision};
use riktning_domain::elements::{DropDraft, HandOver, LookAfter, TakeBackProposal};
use riktning_domain::ids::{BodyId, PersonId};
use riktning_domain::inside::{HistoryOf, Inside, Standing};
use riktning_domain::permissions::{Actor, GrantRole, Role};
use riktning_domain::plans::{HandInPlan, PlanStage, TakeBackPlan};
use riktning_domain::refusal::Fact;
use riktning_domain::register::Sought;
use riktning_domain::sources::ImportedFacts;
use riktning_domain::{Event, Refusal, User};
use uuid::Uuid;

const TODAY: &str = "2016-02-01";

/// Whoever holds a role at a body.
fn person(role: Role, body: BodyId) -> PersonId {
    let at = Role::ALL.iter().position(|r| *r == role).unwrap() as u128;
    PersonId(Uuid::from_u128(70_000 + at * 100 + body.0.as_u128() % 100))
}

/// The commitment of the schools, written on 3 January, in their plan; and every role, at the
/// schools and at the company beside them.
fn town() -> World {
    let mut world = exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-03"), commitment(2))
        .and(kim("2016-01-03"), ties(1, 2, 1))
        .and(kim("2016-01-03"), plans(1))
        .and(kim("2016-01-03"), places(1, &[element(2)]));
    for role in Role::ALL {
        for body in [SCHOOLS, COMPANY] {
            let grant = GrantRole {
                person: person(role, body),
                role,
                body,
                from: day("2016-01-01"),
                to: None,
            };
            world = world.and(import("2016-01-01"), grant);
        }
    }
    world
}

/// The same commitment reworded on the 4th, handed in on the 5th, and reworded on the 6th.
fn handed_in() -> World {
    town()
        .and(kim("2016-01-04"), rewording(2, 21))
        .and(kim("2016-01-05"), hand_in())
        .and(kim("2016-01-06"), rewording(2, 22))
}

fn hand_in() -> HandInPlan {
    HandInPlan {
        plan: plan(1),
        since: None,
    }
}

/// The goal and the commitment decided on the 7th, and the commitment reworded on the 8th.
fn decided() -> World {
    let decides_at_home = RecordDecision {
        body: SCHOOLS,
        ..decides(2, "2016-01-07", vec![adopt(2, 22), Act::AdoptPlan(plan(1))])
    };
    handed_in()
        .and(
            kim("2016-01-07"),
            decides(1, "2016-01-07", vec![adopt(1, 10)]),
        )
        .and(kim("2016-01-07"), decides_at_home)
        .and(kim("2016-01-08"), rewording(2, 23))
}

fn inside<'a>(world: &'a World, role: Role, body: BodyId) -> Inside<'a> {
    world.state.inside(person(role, body), day(TODAY))
}

/// Which of the commitment's wordings somebody reads.
fn reads(world: &World, role: Role, body: BodyId) -> Vec<u128> {
    let i = inside(world, role, body);
    let all = [20, 21, 22, 23].into_iter();
    all.filter(|w| i.wording(element(2), wording(*w)).is_some())
        .collect()
}

#[test]
fn of_the_wordings_before_a_plan_was_handed_in_nobody_else_reads_a_word() {
    let world = handed_in();
    for role in [Role::Contributor, Role::Approver, Role::Registrar] {
        assert_eq!(reads(&world, role, SCHOOLS), [20, 21, 22], "{role:?}");
    }
    // 20 had been written over before it was handed in; 22 was written while it was.
    for (role, body) in [
        (Role::Auditor, COMPANY),
        (Role::Strategist, COMPANY),
        (Role::Reader, SCHOOLS),
    ] {
        assert_eq!(reads(&world, role, body), [21, 22], "{role:?}");
    }
    let others = [Role::Contributor, Role::Registrar, Role::Reader];
    for role in others.into_iter().chain([Role::Editor]) {
        assert_eq!(reads(&world, role, COMPANY), [0; 0], "{role:?}");
    }
    let none = reads(&world, Role::Administrator, SCHOOLS);
    assert_eq!(none, [0; 0], "who looks after sign-in reads no content");
}

#[test]
fn what_was_taken_back_is_its_bodys_own_again() {
    let taken_back = TakeBackPlan { plan: plan(1) };
    let world = handed_in().and(kim("2016-01-09"), taken_back);
    assert_eq!(reads(&world, Role::Auditor, COMPANY), [0; 0]);
    assert_eq!(reads(&world, Role::Contributor, SCHOOLS), [20, 21, 22]);
    // Handed in once more, it is the wording of that day, and nothing of the first time.
    let world = world
        .and(kim("2016-01-10"), rewording(2, 23))
        .and(kim("2016-01-11"), hand_in());
    assert_eq!(reads(&world, Role::Auditor, COMPANY), [23]);
}

#[test]
fn what_is_written_after_a_decision_is_a_draft_again_and_what_was_handed_in_stays_read() {
    let world = decided();
    assert_eq!(reads(&world, Role::Auditor, COMPANY), [21, 22]);
    assert_eq!(reads(&world, Role::Contributor, SCHOOLS), [20, 21, 22, 23]);
    // Also when it has been written over: it is of whoever owned the element then.
    let again = decided().and(kim("2016-01-09"), rewording(2, 24));
    assert_eq!(reads(&again, Role::Contributor, SCHOOLS), [20, 21, 22, 23]);
    // What was decided everybody who works here reads, and nobody who has left.
    assert_eq!(reads(&world, Role::Reader, COMPANY), [22]);
    let nobody = world.state.inside(PersonId(Uuid::nil()), day(TODAY));
    assert!(nobody.wording(element(2), wording(22)).is_none());
    assert!(nobody.history_of(HistoryOf::Element(element(2))).is_none());
}

#[test]
fn a_proposal_beside_a_supplement_that_was_taken_up_is_not_handed_in_with_it() {
    let supplement = HandInPlan {
        plan: plan(2),
        since: None,
    };
    let taken_up = RecordDecision {
        body: SCHOOLS,
        ..decides(
            3,
            "2016-01-12",
            vec![adopt(2, 23), Act::SupplementPlan(plan(1), vec![])],
        )
    };
    let proposed = decided()
        .and(kim("2016-01-09"), plans(2))
        .and(kim("2016-01-09"), places(2, &[element(2)]))
        .and(kim("2016-01-10"), supplement);
    let auditor = |world: &World| {
        let i = inside(world, Role::Auditor, COMPANY);
        i.element(element(2)).unwrap().wording_id
    };
    assert_eq!(auditor(&proposed), wording(23));
    let world = proposed
        .and(kim("2016-01-12"), taken_up)
        .and(kim("2016-01-13"), rewording(2, 24));
    assert_eq!(
        auditor(&world),
        wording(23),
        "24 has been handed in with nothing"
    );
    let i = inside(&world, Role::Auditor, COMPANY);
    assert!(i.wording(element(2), wording(24)).is_none());
    let own = inside(&world, Role::Contributor, SCHOOLS);
    assert!(own.wording(element(2), wording(24)).is_some());
}

/// The kinds of the events about a thing that somebody reads, the newest first, and how many they
/// do not.
fn told(world: &World, i: Inside<'_>, what: HistoryOf) -> (Vec<&'static str>, usize) {
    let positions = i.history_of(what).unwrap();
    let events = positions.iter().map(|position| {
        let at = &world.journal[usize::try_from(*position).unwrap() - 1];
        assert_eq!(at.position, *position);
        at
    });
    let (read, hidden): (Vec<_>, Vec<_>) = events.partition(|at| i.may_read_event(at));
    (
        read.iter().map(|at| at.event.kind()).collect(),
        hidden.len(),
    )
}

#[test]
fn the_events_of_an_element_are_those_of_its_timelines_the_newest_first() {
    let world = decided();
    let own = inside(&world, Role::Contributor, SCHOOLS);
    let what = HistoryOf::Element(element(2));
    let all = [
        "WordingProposed",
        "DecisionRecorded",
        "WordingProposed",
        "PlanHandedIn",
        "WordingProposed",
        "PlacedInPlan",
        "ThreadTied",
        "ElementDrafted",
    ];
    assert_eq!(told(&world, own, what), (all.to_vec(), 0));
    let auditor = inside(&world, Role::Auditor, COMPANY);
    let read = [
        "DecisionRecorded",
        "WordingProposed",
        "PlanHandedIn",
        "WordingProposed",
        "PlacedInPlan",
        "ThreadTied",
    ];
    assert_eq!(told(&world, auditor, what), (read.to_vec(), 2));
    // Before it is handed in it is not there for them at all.
    let drafted = town();
    let auditor = inside(&drafted, Role::Auditor, COMPANY);
    assert!(auditor.history_of(what).is_none());
}

#[test]
fn a_proposal_beside_what_is_decided_is_taken_back_until_it_is_handed_in() {
    let take_back = || TakeBackProposal {
        element: element(2),
    };
    let supplement = || HandInPlan {
        plan: plan(2),
        since: None,
    };
    let proposed = decided()
        .and(kim("2016-01-09"), plans(2))
        .and(kim("2016-01-09"), places(2, &[element(2)]));
    let own = |world: &World| {
        let i = inside(world, Role::Contributor, SCHOOLS);
        let plan = i.plan(plan(2)).unwrap();
        let row = i.element(element(2)).unwrap();
        (
            row.wording_id,
            row.standing,
            plan.count(),
            plan.is_in_hand(),
        )
    };
    let waits = (wording(23), Standing::Proposal, 1, true);
    assert_eq!(own(&proposed), waits);
    proposed
        .clone()
        .and(kim("2016-01-10"), supplement())
        .when(kim("2016-01-11"), take_back())
        .then_refused(Refusal::PlanHandedIn);
    let world = proposed.and(kim("2016-01-10"), take_back());
    assert_eq!(
        own(&world),
        (wording(22), Standing::Adopted, 0, true),
        "the plan that was decided has its row as it was"
    );
    let i = inside(&world, Role::Contributor, SCHOOLS);
    assert_eq!(i.plan(plan(1)).unwrap().count(), 1);
    let what = HistoryOf::Element(element(2));
    assert_eq!(told(&world, i, what).0[0], "ProposalTakenBack");
    let auditor = inside(&world, Role::Auditor, COMPANY);
    assert!(!told(&world, auditor, what).0.contains(&"ProposalTakenBack"));
    world.when(kim("2016-01-10"), take_back()).then_nothing();
    // Whatever it is proposed beside has been decided in more plans than one, or lies in a draft
    // that was decided by itself: what meetings decided stays as they decided it.
    let next_year = decided()
        .and(kim("2016-01-09"), plans(2))
        .and(kim("2016-01-09"), places(2, &[element(2)]))
        .and(
            kim("2016-01-10"),
            RecordDecision {
                body: SCHOOLS,
                ..decides(3, "2016-01-10", vec![adopt(2, 23), Act::AdoptPlan(plan(2))])
            },
        )
        .and(kim("2016-01-11"), rewording(2, 24))
        .and(kim("2016-01-12"), take_back());
    let stands = |n| {
        let i = inside(&next_year, Role::Contributor, SCHOOLS);
        let plan = i.plan(plan(n)).unwrap();
        (plan.stage(), plan.count())
    };
    assert_eq!(stands(1), (PlanStage::Adopted, 1));
    assert_eq!(stands(2), (PlanStage::Adopted, 1));
    // A meeting that is recorded late decided what nobody had taken back by then: a plan that is
    // decided has no row less the day after.
    let recorded_late = RecordDecision {
        body: SCHOOLS,
        ..decides(3, "2016-01-09", vec![adopt(2, 23), Act::AdoptPlan(plan(2))])
    };
    world
        .when(kim("2016-01-11"), recorded_late)
        .then_refused(Refusal::WouldBreak {
            day: day("2016-01-10"),
            fact: Fact::Plan,
        });
    // Another is proposed, and decided: then the plan that it lay in is in hand no longer.
    let again = world
        .and(kim("2016-01-11"), rewording(2, 24))
        .and(kim("2016-01-11"), places(2, &[element(2)]))
        .and(kim("2016-01-11"), supplement());
    assert_eq!(own(&again), (wording(24), Standing::Proposal, 1, true));
    let taken_up = RecordDecision {
        body: SCHOOLS,
        ..decides(
            3,
            "2016-01-12",
            vec![adopt(2, 24), Act::SupplementPlan(plan(1), vec![])],
        )
    };
    let world = again.and(kim("2016-01-12"), taken_up);
    assert_eq!(own(&world), (wording(24), Standing::Adopted, 1, false));
    let nobody_decided = TakeBackProposal {
        element: element(1),
    };
    town()
        .when(kim("2016-01-04"), nobody_decided)
        .then_refused(Refusal::Unknown {
            fact: Fact::Element,
        });
}

/// The commitment, which a contributor of the schools looks after, decided.
fn looked_after() -> World {
    let mut named = rewording(2, 21);
    named.wording.person = Some(person(Role::Contributor, SCHOOLS));
    town()
        .and(kim("2016-01-04"), named)
        .and(kim("2016-01-05"), hand_in())
        .and(
            kim("2016-01-07"),
            decides(1, "2016-01-07", vec![adopt(1, 10)]),
        )
        .and(
            kim("2016-01-07"),
            RecordDecision {
                body: SCHOOLS,
                ..decides(2, "2016-01-07", vec![adopt(2, 21), Act::AdoptPlan(plan(1))])
            },
        )
}

fn looks_after(n: u128, who: Option<PersonId>) -> LookAfter {
    LookAfter {
        element: element(n),
        person: who,
        instead_of: None,
    }
}

#[test]
fn who_looks_after_a_row_is_for_those_who_write_for_the_body_that_has_it() {
    let given = looked_after().and(
        kim("2016-01-08"),
        decides(3, "2016-01-08", vec![Act::Transfer(element(2), COMPANY)]),
    );
    let reads = |world: &World, role, body| {
        let i = inside(world, role, body);
        let row = i.element(element(2)).unwrap();
        let named = i.named_in(row.id, row.wording);
        assert_eq!(named, i.looked_after_by(row.id));
        named.is_some()
    };
    for (world, own, other) in [
        (&looked_after(), SCHOOLS, COMPANY),
        (&given, COMPANY, SCHOOLS),
    ] {
        assert!(reads(world, Role::Contributor, own));
        assert!(!reads(world, Role::Contributor, other));
        assert!(!reads(world, Role::Auditor, own));
        assert!(!reads(world, Role::Reader, own));
    }
}

#[test]
fn who_looks_after_what_is_decided_changes_without_another_decision() {
    let world = looked_after();
    let (first, other) = (
        person(Role::Contributor, SCHOOLS),
        person(Role::Approver, SCHOOLS),
    );
    let by = |world: &World| {
        let i = inside(world, Role::Contributor, SCHOOLS);
        let row = i.element(element(2)).unwrap();
        assert_eq!(row.standing, Standing::Adopted);
        i.looked_after_by(row.id)
    };
    world
        .when(kim("2016-01-09"), looks_after(2, Some(first)))
        .then_nothing();
    let changed = world.and(kim("2016-01-09"), looks_after(2, Some(other)));
    assert_eq!(by(&changed), Some(other));
    let nobody = changed.clone().and(kim("2016-01-10"), looks_after(2, None));
    assert_eq!(by(&nobody), None);
    // It is told in the row's history, before and after, to those who write for its body.
    let what = HistoryOf::Element(element(2));
    let own = inside(&changed, Role::Contributor, SCHOOLS);
    assert_eq!(told(&changed, own, what).0[0], "LookedAfter");
    let said = changed.journal.last().unwrap();
    assert_eq!(
        own.looked_after_about(element(2), said),
        (Some(first), Some(other))
    );
    let auditor = inside(&changed, Role::Auditor, COMPANY);
    assert!(!told(&changed, auditor, what).0.contains(&"LookedAfter"));
    assert_eq!(auditor.looked_after_about(element(2), said), (None, None));
    // What has ended nobody looks after any longer, and what was never there nobody does.
    let ended = RecordDecision {
        body: SCHOOLS,
        ..decides(3, "2016-01-10", vec![Act::Close(element(2))])
    };
    let ended = changed.and(kim("2016-01-10"), ended);
    ended
        .when(kim("2016-01-11"), looks_after(2, Some(first)))
        .then_refused(Refusal::AlreadyEnded {
            on: day("2016-01-11"),
        });
    ended
        .when(kim("2016-01-11"), looks_after(9, Some(first)))
        .then_refused(Refusal::Unknown {
            fact: Fact::Element,
        });
}

#[test]
fn a_source_that_names_nobody_takes_a_row_from_nobody() {
    let world = looked_after().and(import("2016-01-09"), rewording(2, 22));
    let i = inside(&world, Role::Contributor, SCHOOLS);
    assert_eq!(
        i.looked_after_by(element(2)),
        Some(person(Role::Contributor, SCHOOLS))
    );
    let by_hand = looked_after().and(kim("2016-01-09"), rewording(2, 22));
    let i = inside(&by_hand, Role::Contributor, SCHOOLS);
    assert_eq!(i.looked_after_by(element(2)), None);
}

#[test]
fn everything_that_one_looks_after_is_handed_over_from_a_day_in_one_step() {
    let (first, other, third) = (
        person(Role::Contributor, SCHOOLS),
        person(Role::Approver, SCHOOLS),
        person(Role::Controller, SCHOOLS),
    );
    let mut written = commitment(3);
    written.wording.person = Some(first);
    let world = looked_after().and(kim("2016-01-08"), written);
    let hands_over = |of, to, from: &str| HandOver {
        of,
        to,
        from: day(from),
    };
    world
        .when(kim("2016-01-09"), hands_over(other, third, "2016-01-09"))
        .then_nothing();
    let later = hands_over(first, other, "2016-02-01");
    let world = world.and(kim("2016-01-09"), later);
    world.when(kim("2016-01-09"), later).then_nothing();
    let on = |world: &World, n, today: &str| {
        let i = world.state.inside(first, day(today));
        i.looked_after_by(element(n))
    };
    for n in [2, 3] {
        assert_eq!(on(&world, n, "2016-01-31"), Some(first));
        assert_eq!(on(&world, n, "2016-02-01"), Some(other));
    }
    let administrator = inside(&world, Role::Administrator, SCHOOLS);
    let count = |who, on| administrator.looks_after(who, day(on));
    assert_eq!(
        (count(first, "2016-01-31"), count(other, "2016-01-31")),
        (2, 0)
    );
    assert_eq!(
        (count(first, "2016-02-01"), count(other, "2016-02-01")),
        (0, 2)
    );
    let own = inside(&world, Role::Contributor, SCHOOLS);
    assert_eq!(
        own.looks_after(first, day("2016-01-31")),
        0,
        "no other counts"
    );
    // What is given to them before that day goes along; what they take back from it on does not.
    let mut third_row = commitment(4);
    third_row.wording.person = Some(first);
    let world = world.and(kim("2016-01-20"), third_row);
    assert_eq!(on(&world, 4, "2016-01-20"), Some(first));
    assert_eq!(on(&world, 4, "2016-02-01"), Some(other));
    let world = world.and(kim("2016-02-02"), looks_after(2, Some(first)));
    assert_eq!(on(&world, 2, "2016-02-02"), Some(first));
    // Handed on, each from its day, in whatever order it is said.
    let world = world
        .and(kim("2016-02-03"), hands_over(other, first, "2016-04-01"))
        .and(kim("2016-02-03"), hands_over(other, third, "2016-03-01"));
    assert_eq!(on(&world, 3, "2016-03-01"), Some(third));
    assert_eq!(on(&world, 3, "2016-04-01"), Some(third));
    // What was given to them between the saying and its day has it in its history, too.
    let own = inside(&world, Role::Contributor, SCHOOLS);
    assert!(
        told(&world, own, HistoryOf::Element(element(4)))
            .0
            .contains(&"HandedOver")
    );
    // Who writes elsewhere, and who audits, reads of no row that it was handed over.
    for (role, at) in [(Role::Contributor, COMPANY), (Role::Auditor, COMPANY)] {
        let other = inside(&world, role, at);
        let positions = other.history_of(HistoryOf::Element(element(2))).unwrap();
        let kinds = positions.iter().map(|position| {
            let at = usize::try_from(*position).unwrap();
            world.journal[at - 1].event.kind()
        });
        assert!(!kinds.collect::<Vec<_>>().contains(&"HandedOver"));
    }
    let what = HistoryOf::Element(element(3));
    assert_eq!(
        told(&world, own, what).0,
        ["HandedOver", "HandedOver", "ElementDrafted"],
        "what was handed on before its day came is no one's to hand over on it"
    );
}

#[test]
fn a_draft_that_was_taken_back_keeps_its_history_within_its_body() {
    let drop = DropDraft {
        element: element(2),
    };
    let world = town().and(kim("2016-01-04"), drop);
    let what = HistoryOf::Element(element(2));
    let own = inside(&world, Role::Contributor, SCHOOLS);
    assert!(own.element(element(2)).is_none());
    assert!(own.remembered(element(2)).unwrap().is_dropped);
    assert_eq!(told(&world, own, what).0[0], "DraftDropped");
    let auditor = inside(&world, Role::Auditor, SCHOOLS);
    assert!(auditor.history_of(what).is_none());
    // Nor is it there for them when the plan is handed in afterwards, with what is left of it.
    let world = world.and(kim("2016-01-05"), hand_in());
    let auditor = inside(&world, Role::Auditor, SCHOOLS);
    assert!(auditor.history_of(what).is_none());
}

#[test]
fn an_element_stood_on_a_day_as_far_as_somebody_reads_it() {
    let world = decided();
    let on = |role, body, on: &str| {
        let i = inside(&world, role, body);
        i.stood_on(element(2), day(on))
            .map(|(w, _)| w.text.as_str().unwrap().to_owned())
    };
    let own = |day| on(Role::Contributor, SCHOOLS, day);
    let auditor = |day| on(Role::Auditor, COMPANY, day);
    assert_eq!(own("2016-01-02"), None);
    assert!(own("2016-01-03").is_some() && auditor("2016-01-03").is_none());
    assert!(auditor("2016-01-05").unwrap().contains("lydelse 21"));
    assert!(auditor("2016-01-06").unwrap().contains("lydelse 22"));
    // Beside the decided wording stands a proposal, for those who read it.
    assert!(own("2016-01-08").unwrap().contains("lydelse 23"));
    assert!(auditor("2016-01-08").unwrap().contains("lydelse 22"));
}

#[test]
fn the_register_is_for_whoever_audits_and_tells_who_when_and_whose() {
    let world = decided();
    for role in Role::ALL {
        let i = inside(&world, role, SCHOOLS);
        let may = matches!(role, Role::Auditor | Role::Administrator);
        assert_eq!(i.reads_register(), may, "{role:?}");
        assert_eq!(
            i.seek(Sought::default(), 0..50).1.is_empty(),
            !may,
            "{role:?}"
        );
    }
    let i = inside(&world, Role::Auditor, COMPANY);
    let (count, all) = i.seek(Sought::default(), 0..usize::MAX);
    assert_eq!((count, all.len()), (world.journal.len(), count));
    assert_eq!(all[0], world.state.position());
    let (_, some) = i.seek(Sought::default(), 2..5);
    assert_eq!(some, all[2..5]);
    let drafts = Sought {
        kind: Some("ElementDrafted"),
        ..Sought::default()
    };
    let (count, drafted) = i.seek(drafts, 1..2);
    assert_eq!((count, drafted.len()), (2, 1));
    for at in &world.journal {
        let line = i.registered(at.position).unwrap();
        let known = (line.recorded_at, line.actor, line.kind);
        assert_eq!(known, (at.recorded_at, at.actor, at.event.kind()));
    }
    let kinds = |sought| -> Vec<&str> {
        let found = i.seek(sought, 0..50).1.into_iter();
        found.map(|at| i.registered(at).unwrap().kind).collect()
    };
    let of_schools = kinds(Sought {
        body: Some(SCHOOLS),
        kind: Some("WordingProposed"),
        ..Sought::default()
    });
    assert_eq!(of_schools, ["WordingProposed"; 3]);
    let by_kim = Sought {
        actor: Some(Actor::Person(KIM)),
        kind: Some("DecisionRecorded"),
        ..Sought::default()
    };
    assert_eq!(kinds(by_kim).len(), 2);
    let nobody = Sought {
        actor: Some(Actor::Person(PersonId(Uuid::nil()))),
        ..Sought::default()
    };
    assert_eq!(kinds(nobody), [""; 0]);
    let midnight = riktning_domain::local_time::midnight;
    let on_the_8th = Sought {
        from: Some(midnight(day("2016-01-08"))),
        until: Some(midnight(day("2016-01-09"))),
        ..Sought::default()
    };
    assert_eq!(kinds(on_the_8th), ["WordingProposed"]);
    let last = world.journal.last().unwrap().recorded_at;
    let until = |until| Sought {
        until: Some(until),
        ..on_the_8th
    };
    assert_eq!(kinds(until(last)), [""; 0], "before that instant");
}

#[test]
fn who_looks_after_people_reads_of_roles_and_of_nothing_else() {
    let world = decided();
    let love = inside(&world, Role::Administrator, SCHOOLS);
    let auditor = inside(&world, Role::Auditor, COMPANY);
    let strategist = inside(&world, Role::Strategist, COMPANY);
    for at in &world.journal {
        let is_grant = matches!(at.event, Event::RoleGranted(_) | Event::GrantEnded(_));
        assert_eq!(love.may_read_event(at), is_grant, "{:?}", at.event);
        if is_grant {
            assert!(auditor.may_read_event(at) && !strategist.may_read_event(at));
        }
    }
    let user = User::Resident;
    let first = &world.journal[0];
    let state = &world.state;
    use riktning_domain::permissions::may_read_event;
    assert!(!may_read_event(state, day(TODAY), &user, first));
}

#[test]
fn an_event_of_a_file_is_told_from_one_of_the_command_line() {
    let file = ImportedFacts {
        file: "0".repeat(64),
        bytes: 0,
        taken: 1,
        reported: 0,
    };
    let world = exempelstad()
        .and(import("2016-01-02"), goal(1))
        .and(import("2016-01-03"), goal(3))
        .and(import("2016-01-03"), file)
        .and(import("2016-01-04"), rewording(1, 11));
    let i = world.state.inside(KIM, day(TODAY));
    let last = world.state.position();
    let of_a_file = [last - 3, last - 2, last - 1, last].map(|at| i.is_of_a_file(at));
    assert_eq!(of_a_file, [false, true, true, false]);
}
