//! Whose matter something is: who decides of what, and whose verdict leads.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, day, import, kim};
use riktning_domain::assessments::{ProposeAssessment, Step, StepAssessment, Subject};
use riktning_domain::bodies::{BodyKind, EndBody, FoundBody};
use riktning_domain::decisions::{Act, Adoptable, RecordDecision, Stage};
use riktning_domain::elements::{ProposeWording, Wording};
use riktning_domain::ids::BodyId;
use riktning_domain::permissions::{GrantRole, ReadSubject, Role, User, may_read, permit};
use riktning_domain::plans::{DraftPlan, HandInPlan};
use riktning_domain::refusal::Fact;
use riktning_domain::topics::Dimension;
use riktning_domain::{Command, Refusal, Slug};

const NOW: &str = "2018-01-01";
const OTHER: BodyId = body(5);
const UTSKOTT: BodyId = body(6);

/// Goal 1 of the council and commitment 2 of the schools, adopted; a plan of the schools with
/// the commitment in it; another committee, and a working committee of the schools.
fn town() -> World {
    let council_goal = riktning_domain::elements::DraftElement {
        wording: Wording {
            owner: Some(COUNCIL),
            ..words("Fullmäktiges mål")
        },
        ..goal(1)
    };
    let utskott = FoundBody {
        body: UTSKOTT,
        kind: BodyKind::WorkingCommittee,
        slug: Slug::parse("skolutskottet").unwrap(),
        answers_to: vec![SCHOOLS],
        ..schools()
    };
    exempelstad()
        .and(
            import("2015-01-02"),
            another_committee(5, "fritidsnamnden", "2010"),
        )
        .and(import("2015-01-02"), utskott)
        .and(kim("2016-01-01"), council_goal)
        .and(kim("2016-01-01"), commitment(2))
        .and(kim("2016-01-01"), ties(1, 2, 1))
        .and(kim("2016-02-01"), by(COUNCIL, 1, vec![adopt(1, 10)]))
        .and(kim("2016-02-01"), by(SCHOOLS, 2, vec![adopt(2, 20)]))
        .and(kim("2016-02-02"), plans(1))
        .and(kim("2016-02-02"), places(1, &[element(2)]))
}

fn by(body: BodyId, n: u128, acts: Vec<Act>) -> RecordDecision {
    let date = if n < 3 { "2016-02-01" } else { NOW };
    RecordDecision {
        body,
        ..decides(n, date, acts)
    }
}

#[test]
fn a_body_decides_in_its_own_matters_and_in_those_of_whoever_answers_to_it() {
    let acts = [
        Act::Withdraw(element(2)),
        Act::Close(element(2)),
        Act::Transfer(element(2), COMPANY),
        Act::AdoptPlan(plan(1)),
    ];
    for act in acts {
        for stranger in [OTHER, COMPANY] {
            town()
                .when(kim(NOW), by(stranger, 3, vec![act.clone()]))
                .then_refused(Refusal::NotItsMatter);
        }
        // Itself, its working committee on its behalf, and those above.
        for entitled in [SCHOOLS, UTSKOTT, BOARD, COUNCIL] {
            town()
                .when(kim(NOW), by(entitled, 3, vec![act.clone()]))
                .then_accepted();
        }
    }
    let adopted = town().and(kim(NOW), by(SCHOOLS, 3, vec![Act::AdoptPlan(plan(1))]));
    for act in [
        Act::ClosePlan(plan(1)),
        Act::SupplementPlan(plan(1), vec![element(2)]),
    ] {
        adopted
            .when(kim(NOW), by(OTHER, 4, vec![act.clone()]))
            .then_refused(Refusal::NotItsMatter);
        adopted
            .when(kim(NOW), by(SCHOOLS, 4, vec![act]))
            .then_accepted();
    }
}

#[test]
fn the_matters_of_one_that_is_no_more_are_its_successors() {
    const THIRD: BodyId = body(7);
    let ends = |body, last_day: &str, next: BodyId| EndBody {
        body,
        last_day: day(last_day),
        succeeded_by: vec![next],
    };
    let world = town()
        .and(
            import("2015-01-02"),
            another_committee(7, "tredje-namnden", "2010"),
        )
        .and(import("2017-05-02"), ends(SCHOOLS, "2017-05-31", OTHER));
    let acts = [
        Act::Withdraw(element(2)),
        Act::Close(element(2)),
        // What it takes over is its own from then on.
        Act::Transfer(element(2), OTHER),
        Act::AdoptPlan(plan(1)),
    ];
    for act in acts {
        let decided = |who, date: &str| RecordDecision {
            date: dated(date),
            ..by(who, 3, vec![act.clone()])
        };
        // Not while the one before it was there, and nobody else.
        for (who, date) in [(OTHER, "2017-05-31"), (THIRD, "2017-06-01")] {
            world
                .when(kim(NOW), decided(who, date))
                .then_refused(Refusal::NotItsMatter);
        }
        world
            .when(kim(NOW), decided(OTHER, "2017-06-01"))
            .then_accepted();
    }
    let takes = |n| RecordDecision {
        date: dated("2017-06-01"),
        ..by(OTHER, n, vec![Act::Transfer(element(2), OTHER)])
    };
    let taken = world.clone().and(kim(NOW), takes(3));
    taken
        .when(kim(NOW), takes(4))
        .then_refused(Refusal::AlreadyThere {
            fact: Fact::Element,
        });
    // And of whoever succeeds the successor.
    let later = world.and(import("2017-07-01"), ends(OTHER, "2017-07-31", THIRD));
    let withdraws = by(THIRD, 3, vec![Act::Withdraw(element(2))]);
    later.when(kim(NOW), withdraws).then_accepted();
}

#[test]
fn the_kind_that_decides_a_level_also_withdraws_closes_and_transfers_on_it() {
    for act in [
        Act::Withdraw(element(1)),
        Act::Close(element(1)),
        Act::Transfer(element(1), BOARD),
    ] {
        town()
            .when(kim(NOW), by(BOARD, 3, vec![act.clone()]))
            .then_refused(Refusal::WrongDecider);
        town()
            .when(kim(NOW), by(COUNCIL, 3, vec![act]))
            .then_accepted();
    }
}

#[test]
fn only_council_adopts_a_vision() {
    let vision = || vec![Act::Adopt(Adoptable::Vision(VISION), VISION_WORDING)];
    town()
        .when(kim(NOW), by(SCHOOLS, 3, vision()))
        .then_refused(Refusal::WrongDecider);
    town()
        .when(kim(NOW), by(COUNCIL, 3, vision()))
        .then_accepted();
    // A public source may tell of another body.
    town()
        .when(import(NOW), by(BOARD, 3, vision()))
        .then_accepted();
}

#[test]
fn a_working_committee_does_not_decide_for_another_committee() {
    let others = FoundBody {
        body: body(7),
        kind: BodyKind::WorkingCommittee,
        slug: Slug::parse("fritidsutskottet").unwrap(),
        answers_to: vec![OTHER],
        ..schools()
    };
    town()
        .and(import("2016-03-01"), others)
        .when(kim(NOW), by(body(7), 3, vec![Act::Withdraw(element(2))]))
        .then_refused(Refusal::NotItsMatter);
}

#[test]
fn a_transfer_goes_to_a_body_that_may_own_the_level() {
    town()
        .when(
            kim(NOW),
            by(COUNCIL, 3, vec![Act::Transfer(element(2), BOARD)]),
        )
        .then_refused(Refusal::WrongOwner);
}

#[test]
fn a_wording_that_names_another_owner_needs_a_transfer() {
    let theirs = || ProposeWording {
        wording: Wording {
            owner: Some(OTHER),
            ..words("Fritidsnämndens åtagande")
        },
        ..rewording(2, 21)
    };
    let world = town().and(kim("2017-01-01"), theirs());
    world
        .when(kim(NOW), by(SCHOOLS, 3, vec![adopt(2, 21)]))
        .then_refused(Refusal::OwnerOnlyByTransfer);
    world
        .when(
            kim(NOW),
            by(
                SCHOOLS,
                3,
                vec![adopt(2, 21), Act::Transfer(element(2), OTHER)],
            ),
        )
        .then_accepted();
    // Nor does an old wording undo a transfer.
    let given = town()
        .and(
            kim("2017-01-01"),
            by(COUNCIL, 3, vec![Act::Transfer(element(2), OTHER)]).on("2017-01-01"),
        )
        .and(kim("2017-02-01"), rewording(2, 22));
    given
        .when(kim(NOW), by(COUNCIL, 4, vec![adopt(2, 22)]))
        .then_refused(Refusal::OwnerOnlyByTransfer);
}

trait On {
    fn on(self, date: &str) -> Self;
}

impl On for RecordDecision {
    fn on(self, date: &str) -> Self {
        RecordDecision {
            date: dated(date),
            ..self
        }
    }
}

#[test]
fn a_plan_is_adopted_when_each_sentence_in_it_is() {
    let world = town()
        .and(kim("2016-03-01"), commitment(3))
        .and(kim("2016-03-01"), ties(2, 3, 1))
        .and(kim("2016-03-01"), places(1, &[element(3)]));
    world
        .when(kim(NOW), by(SCHOOLS, 3, vec![Act::AdoptPlan(plan(1))]))
        .then_refused(Refusal::NotAdopted { on: day(NOW) });
    world
        .when(
            kim(NOW),
            by(SCHOOLS, 3, vec![Act::AdoptPlan(plan(1)), adopt(3, 30)]),
        )
        .then_accepted();
    let empty = DraftPlan {
        plan: plan(2),
        ..plans(1)
    };
    town()
        .and(kim("2016-03-01"), empty)
        .when(kim(NOW), by(SCHOOLS, 3, vec![Act::AdoptPlan(plan(2))]))
        .then_refused(Refusal::PlanEmpty);
    let adopted = town().and(kim(NOW), by(SCHOOLS, 3, vec![Act::AdoptPlan(plan(1))]));
    adopted
        .and(kim(NOW), commitment(3))
        .when(
            kim(NOW),
            by(
                SCHOOLS,
                4,
                vec![Act::SupplementPlan(plan(1), vec![element(3)])],
            ),
        )
        .then_refused(Refusal::NotAdopted { on: day(NOW) });
}

#[test]
fn nobody_places_or_reads_anothers_draft_by_way_of_a_plan() {
    let theirs = DraftPlan {
        plan: plan(2),
        body: OTHER,
        ..plans(1)
    };
    let world = town()
        .and(kim("2017-01-01"), commitment(3))
        .and(kim("2017-01-01"), theirs);
    world
        .when(kim(NOW), places(2, &[element(3)]))
        .then_refused(Refusal::NotItsMatter);
    let auditor = riktning_domain::ids::PersonId(uuid::Uuid::from_u128(77));
    let world = world
        .and(
            import("2017-01-01"),
            GrantRole {
                person: auditor,
                role: Role::Auditor,
                body: COUNCIL,
                from: day("2017-01-01"),
                to: None,
            },
        )
        .and(
            kim("2017-02-01"),
            HandInPlan {
                plan: plan(2),
                since: None,
            },
        );
    let reads = |world: &World| {
        let subject = ReadSubject::ElementDraft(element(3));
        may_read(&world.state, day(NOW), &User::Person(auditor), subject)
    };
    assert!(!reads(&world));
    let tied = world.and(kim("2017-02-01"), ties(9, 3, 1));
    let own = tied.and(kim("2017-02-01"), places(1, &[element(3)])).and(
        kim("2017-02-02"),
        HandInPlan {
            plan: plan(1),
            since: None,
        },
    );
    assert!(reads(&own), "handed in by its own body");
}

#[test]
fn who_owns_an_adopted_element_writes_its_proposals() {
    let writer = |n: u128| riktning_domain::ids::PersonId(uuid::Uuid::from_u128(n));
    let grant = |n, body| GrantRole {
        person: writer(n),
        role: Role::Contributor,
        body,
        from: day("2016-01-01"),
        to: None,
    };
    let world = town()
        .and(import("2016-01-01"), grant(1, SCHOOLS))
        .and(import("2016-01-01"), grant(2, OTHER));
    let may = |world: &World, n| {
        let command = Command::ProposeWording(rewording(2, 25));
        permit(&world.state, kim(NOW), &User::Person(writer(n)), &command).is_ok()
    };
    assert!(may(&world, 1) && !may(&world, 2));
    // A proposal that names another owner gives that owner nothing before it is decided.
    let proposal = ProposeWording {
        wording: Wording {
            owner: Some(OTHER),
            ..words("Fritidsnämndens åtagande")
        },
        ..rewording(2, 21)
    };
    let proposed = world.clone().and(kim("2017-01-01"), proposal);
    assert!(may(&proposed, 1) && !may(&proposed, 2));
    let given = world.and(
        kim(NOW),
        by(COUNCIL, 3, vec![Act::Transfer(element(2), OTHER)]),
    );
    assert!(!may(&given, 1) && may(&given, 2));
}

#[test]
fn what_a_decision_ended_carries_nothing_new() {
    let ended = town().and(
        kim("2017-01-01"),
        by(COUNCIL, 3, vec![Act::Withdraw(element(1))]).on("2017-01-01"),
    );
    let world = ended.and(kim("2017-02-01"), commitment(3));
    world
        .when(kim(NOW), ties(5, 3, 1))
        .then_refused(Refusal::AlreadyEnded { on: day(NOW) });
    // Tied before the goal was withdrawn, adopted after.
    let world = town()
        .and(kim("2016-03-01"), commitment(3))
        .and(kim("2016-03-01"), ties(5, 3, 1))
        .and(
            kim("2017-01-01"),
            by(COUNCIL, 3, vec![Act::Withdraw(element(1))]).on("2017-01-01"),
        );
    world
        .when(kim(NOW), by(SCHOOLS, 4, vec![adopt(3, 30)]))
        .then_refused(Refusal::RequiredLinkMissing {
            number: 3,
            upward: riktning_domain::models::Upward::Level(GOAL),
        });
    // Nor does a withdrawal reach back behind what was adopted under the goal.
    let back = |on| by(COUNCIL, 3, vec![Act::Withdraw(element(1))]).on(on);
    let world = town()
        .and(kim("2016-03-01"), commitment(3))
        .and(kim("2016-03-01"), ties(5, 3, 1))
        .and(
            kim("2017-06-01"),
            by(SCHOOLS, 4, vec![adopt(3, 30)]).on("2017-06-01"),
        );
    world
        .when(kim(NOW), back("2017-05-31"))
        .then_refused(Refusal::WouldBreak {
            day: day("2017-06-01"),
            fact: Fact::Element,
        });
    world.when(kim(NOW), back("2017-06-01")).then_accepted();
}

#[test]
fn a_verdict_is_decided_by_its_author_or_above_and_others_do_not_lead() {
    let judged = |body, n| ProposeAssessment {
        body: Some(body),
        ..judges(n, n, 1)
    };
    let world = town()
        .and(kim("2017-09-01"), judged(BOARD, 1))
        .and(kim("2017-09-01"), hands_in(1))
        .and(kim("2017-09-01"), judged(OTHER, 2))
        .and(kim("2017-09-01"), hands_in(2));
    for stranger in [SCHOOLS, COMPANY] {
        world
            .when(kim(NOW), by(stranger, 3, vec![decide_verdict(2, 2)]))
            .then_refused(Refusal::NotItsMatter);
    }
    let world = world
        .and(
            kim("2017-10-01"),
            by(COUNCIL, 3, vec![decide_verdict(1, 1)]).on("2017-10-01"),
        )
        .and(
            kim("2017-11-01"),
            by(OTHER, 4, vec![decide_verdict(2, 2)]).on("2017-11-01"),
        );
    let published = world.published(NOW);
    let shown = published.assessments(Subject::Element(element(1)));
    let authors: Vec<_> = shown.iter().map(|a| (a.body, a.leads)).collect();
    assert_eq!(authors, [(Some(BOARD), true), (Some(OTHER), false)]);
}

#[test]
fn steps_come_in_their_order_and_a_new_version_begins_anew() {
    let step = |step| StepAssessment {
        assessment: assessment(1),
        step,
        by_link: false,
    };
    let back = || Step::SentBack("Vad betyder det för eleverna?".into());
    let world = town().and(kim("2017-09-01"), judges(1, 1, 1));
    for early in [Step::Reviewed, Step::Approved, back()] {
        world
            .when(kim(NOW), step(early))
            .then_refused(Refusal::StepOutOfOrder);
    }
    let handed_in = world.and(kim("2017-09-02"), hands_in(1));
    let reviewed = handed_in
        .clone()
        .and(kim("2017-09-03"), step(Step::Reviewed));
    let approved = reviewed
        .clone()
        .and(kim("2017-09-04"), step(Step::Approved));
    approved
        .when(kim(NOW), step(Step::Reviewed))
        .then_refused(Refusal::StepOutOfOrder);
    approved
        .when(kim(NOW), hands_in(1))
        .then_refused(Refusal::StepOutOfOrder);
    let decides_it = || by(SCHOOLS, 3, vec![decide_verdict(1, 1)]);
    for ready in [&handed_in, &reviewed, &approved] {
        ready.when(kim(NOW), decides_it()).then_accepted();
    }
    let sent_back = approved.and(kim("2017-09-05"), step(back()));
    sent_back
        .when(kim(NOW), decides_it())
        .then_refused(Refusal::NotHandedIn);
    sent_back.when(kim(NOW), hands_in(1)).then_accepted();
    let anew = handed_in.and(kim("2017-09-05"), judges(1, 2, 1));
    anew.when(kim(NOW), by(SCHOOLS, 3, vec![decide_verdict(1, 2)]))
        .then_refused(Refusal::NotHandedIn);
    anew.when(kim(NOW), hands_in(1)).then_accepted();
}

#[test]
fn core_values_are_never_scored_and_a_planning_round_judges_nothing() {
    let value = riktning_domain::ids::TopicId(uuid::Uuid::from_u128(99));
    let world = town().and(
        import("2016-01-01"),
        topic_named(value, Dimension::CoreValue, "Öppenhet"),
    );
    let about = ProposeAssessment {
        subject: Subject::Topic(value),
        ..judges(1, 1, 1)
    };
    world
        .when(kim(NOW), about)
        .then_refused(Refusal::NeverScored);
    let planning = riktning_domain::rounds::OpenRound {
        round: round(2),
        occasion: riktning_domain::rounds::Occasion::Planning,
        ..interim()
    };
    let later = riktning_domain::rounds::OpenRound {
        round: round(3),
        opens: Some(day("2018-02-01")),
        ..interim()
    };
    let world = world
        .and(import("2017-07-01"), planning)
        .and(import("2017-07-01"), later);
    let within = |n| ProposeAssessment {
        round: round(n),
        ..judges(1, 1, 1)
    };
    world
        .when(kim(NOW), within(2))
        .then_refused(Refusal::NothingToJudge);
    world
        .when(kim(NOW), within(3))
        .then_refused(Refusal::TooEarly {
            on: day(NOW),
            stands_from: day("2018-02-01"),
            fact: Fact::Round,
        });
    world.when(kim("2018-02-01"), within(3)).then_accepted();
}

#[test]
fn a_quashed_decision_stays_quashed() {
    let world = town().and(
        kim("2017-01-01"),
        marks(decision(2), Stage::Quashed, "2017-01-01"),
    );
    world
        .when(kim(NOW), marks(decision(2), Stage::MinutesApproved, NOW))
        .then_refused(Refusal::DecisionQuashed);
    // The minutes were approved before, and are written down after.
    let world = world.and(
        kim(NOW),
        marks(decision(2), Stage::MinutesApproved, "2016-02-10"),
    );
    let stage = |on| world.published(on).decision(decision(2)).unwrap().stage;
    assert_eq!(stage("2016-12-31"), Some(Stage::MinutesApproved));
    assert_eq!(stage(NOW), Some(Stage::Quashed));
}
