//! What somebody who is signed in sees of drafts, plans and orders.

use crate::commands::*;
use crate::exempelstad::*;
use crate::rules::visibility::secret;
use crate::world::{World, day, import, kim};
use riktning_domain::assessments::{Step, StepAssessment, Subject};
use riktning_domain::bodies::EndBody;
use riktning_domain::decisions::{Act, RecordDecision, Stage};
use riktning_domain::elements::Addressed;
use riktning_domain::ids::BodyId;
use riktning_domain::inside::Standing;
use riktning_domain::permissions::Role;
use riktning_domain::plans::{HandInPlan, PlanStage};
use riktning_domain::visibility::Readable;
use riktning_domain::{Period, Refusal};

const TODAY: &str = "2016-01-09";

/// A contributor of the schools (1), of the company (2), and a strategist (3), with a commitment
/// of the schools in their plan.
fn town() -> World {
    exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), commitment(2))
        .and(kim("2016-01-02"), ties(1, 2, 1))
        .and(kim("2016-01-03"), plans(1))
        .and(kim("2016-01-03"), places(1, &[element(2)]))
        .and(import("2016-01-01"), grant(1, Role::Contributor, SCHOOLS))
        .and(import("2016-01-01"), grant(2, Role::Contributor, COMPANY))
        .and(import("2016-01-01"), grant(3, Role::Strategist, BOARD))
}

fn hands_in(n: u128) -> HandInPlan {
    HandInPlan {
        plan: plan(n),
        since: None,
    }
}

fn sees(world: &World, who: u128, n: u128) -> bool {
    let i = world.state.inside(person(who), day(TODAY));
    i.element(element(n)).is_some()
}

#[test]
fn a_draft_is_its_own_bodys_until_it_is_handed_in() {
    let world = town();
    assert_eq!(
        [1, 2, 3].map(|who| sees(&world, who, 2)),
        [true, false, false]
    );
    let handed = world.and(kim("2016-01-05"), hands_in(1));
    assert_eq!(
        [1, 2, 3].map(|who| sees(&handed, who, 2)),
        [true, false, true]
    );
    let i = handed.state.inside(person(2), day(TODAY));
    let year: Period = "2017".parse().unwrap();
    let plan = i.plans(year).into_iter().find(|p| p.body() == SCHOOLS);
    let plan = plan.unwrap();
    // How much there is everybody may know, and what there is they may not.
    assert_eq!((plan.stage(), plan.count()), (PlanStage::Proposed, 1));
    assert!(!plan.is_readable() && plan.elements().is_empty());
    assert_eq!(plan.handed_in(), Some(day("2016-01-05")));
}

#[test]
fn an_order_is_read_by_whoever_it_is_for_once_it_has_gone_out() {
    let mut order = commitment(3);
    order.wording.addressed_to = Addressed::To(vec![COMPANY]);
    let world = town()
        .and(kim("2016-01-04"), order)
        .and(kim("2016-01-04"), ties(2, 3, 1))
        .and(kim("2016-01-04"), places(1, &[element(3)]));
    assert_eq!(
        [1, 2, 3].map(|who| sees(&world, who, 3)),
        [true, false, false]
    );
    let sent = world.and(kim("2016-01-05"), hands_in(1));
    assert_eq!([1, 2, 3].map(|who| sees(&sent, who, 3)), [true, true, true]);
    assert!(
        !sees(&sent, 2, 2),
        "what lies beside it in the plan is not for them"
    );
    let i = sent.state.inside(person(2), day(TODAY));
    assert_eq!(i.addressed(element(3)), [COMPANY]);
    let i = sent.state.inside(person(2), day(TODAY));
    assert_eq!(i.element(element(3)).unwrap().standing, Standing::Draft);
}

#[test]
fn an_order_to_one_that_is_no_more_is_its_successors() {
    const CARE: BodyId = body(5);
    const THIRD: BodyId = body(6);
    let mut order = commitment(3);
    order.wording.addressed_to = Addressed::To(vec![COMPANY, CARE]);
    let ends = |next: Vec<BodyId>| EndBody {
        body: CARE,
        last_day: day("2016-01-06"),
        succeeded_by: next,
    };
    let world = town()
        .and(
            import("2015-01-02"),
            another_committee(5, "omsorgen", "2010"),
        )
        .and(
            import("2015-01-02"),
            another_committee(6, "aldrenamnden", "2010"),
        )
        .and(kim("2016-01-04"), order)
        .and(kim("2016-01-04"), ties(3, 3, 1))
        .and(
            kim("2016-01-05"),
            decides(2, "2016-01-05", vec![adopt(1, 10)]),
        );
    let decided = RecordDecision {
        body: SCHOOLS,
        ..decides(1, TODAY, vec![adopt(3, 30)])
    };
    let last_day = Some(day("2016-01-06"));
    let on = day(TODAY);
    world
        .clone()
        .and(import("2016-01-05"), ends(Vec::new()))
        .when(kim(TODAY), decided.clone())
        .then_refused(Refusal::BodyNotAlive { on, last_day });
    let world = world
        .and(import("2016-01-05"), ends(vec![THIRD]))
        .and(kim(TODAY), decided);
    let i = world.state.inside(person(1), on);
    assert_eq!(i.addressed(element(3)), [COMPANY, THIRD]);
    let earlier = world.state.inside(person(1), day("2016-01-05"));
    assert!(!earlier.addressed(element(3)).contains(&THIRD));
}

/// An order of the schools' to the company, decided on 5 January, and a proposal of the 7th that
/// gives it to everybody else.
fn reordered() -> World {
    let mut order = commitment(3);
    order.wording.addressed_to = Addressed::To(vec![COMPANY]);
    let mut proposal = rewording(3, 31);
    proposal.wording.addressed_to = Addressed::To(vec![SCHOOLS]);
    let decided = RecordDecision {
        body: SCHOOLS,
        ..decides(1, "2016-01-05", vec![adopt(3, 30)])
    };
    town()
        .and(kim("2016-01-04"), order)
        .and(kim("2016-01-04"), ties(3, 3, 1))
        .and(
            kim("2016-01-05"),
            decides(2, "2016-01-05", vec![adopt(1, 10)]),
        )
        .and(kim("2016-01-05"), decided)
        .and(kim("2016-01-07"), proposal)
}

#[test]
fn an_order_goes_to_whom_the_decided_wording_says() {
    let world = reordered();
    let i = world.state.inside(person(1), day(TODAY));
    assert_eq!(i.addressed(element(3)), [COMPANY]);
    let others = world.state.inside(person(2), day(TODAY));
    assert_eq!(others.addressed(element(3)), [COMPANY]);
}

#[test]
fn a_meeting_had_the_wordings_of_its_own_day() {
    let world = reordered();
    let i = world.state.inside(person(1), day(TODAY));
    let then = i.element_on(element(3), day("2016-01-06")).unwrap();
    assert_eq!(
        (then.wording_id, then.standing),
        (wording(30), Standing::Adopted)
    );
    let now = i.element(element(3)).unwrap();
    assert_eq!(
        (now.wording_id, now.standing),
        (wording(31), Standing::Proposal)
    );
    assert!(i.element_on(element(3), day("2016-01-03")).is_none());
    // Who may read is asked of today, whatever day is shown.
    let others = world.state.inside(person(2), day(TODAY));
    assert!(others.element_on(element(2), day("2016-01-06")).is_none());
    let plan = i.plan(plan(1)).unwrap();
    assert_eq!((plan.count_on(day("2016-01-02")), plan.count()), (0, 1));
}

#[test]
fn what_a_decision_took_into_the_plan_is_in_hand_no_longer() {
    let decides_at_home = |n, on, acts| RecordDecision {
        body: SCHOOLS,
        ..decides(n, on, acts)
    };
    let adopted = vec![adopt(2, 20), Act::AdoptPlan(plan(1))];
    let supplemented = vec![adopt(4, 40), Act::SupplementPlan(plan(1), vec![element(4)])];
    let world = town()
        .and(
            kim("2016-01-05"),
            decides(2, "2016-01-05", vec![adopt(1, 10)]),
        )
        .and(kim("2016-01-05"), decides_at_home(1, "2016-01-05", adopted))
        .and(kim("2016-01-06"), commitment(4))
        .and(kim("2016-01-06"), ties(4, 4, 1))
        .and(kim("2016-01-06"), plans(2))
        .and(kim("2016-01-06"), places(2, &[element(4)]))
        .and(kim("2016-01-07"), hands_in(2));
    let taken_up = |world: &World| {
        let i = world.state.inside(person(1), day(TODAY));
        [1, 2].map(|n| i.plan(plan(n)).unwrap().is_taken_up())
    };
    assert_eq!(taken_up(&world), [false, false]);
    let world = world.and(
        kim("2016-01-08"),
        decides_at_home(3, "2016-01-08", supplemented),
    );
    assert_eq!(taken_up(&world), [false, true]);
    let i = world.state.inside(person(1), day(TODAY));
    let came = i.plan(plan(1)).unwrap().came();
    let expected = [
        (element(2), day("2016-01-05"), false),
        (element(4), day("2016-01-08"), true),
    ];
    assert_eq!(came, expected);
    // What a court quashes was never taken in: it is handed in and undecided again.
    let world = world.and(kim(TODAY), marks(decision(3), Stage::Quashed, TODAY));
    assert_eq!(taken_up(&world), [false, false]);
    let i = world.state.inside(person(1), day(TODAY));
    let (june, november) = (i.plan(plan(1)).unwrap(), i.plan(plan(2)).unwrap());
    assert_eq!(june.came(), expected[..1]);
    assert_eq!((june.stage(), june.count()), (PlanStage::Adopted, 1));
    assert_eq!(
        (november.stage(), november.count()),
        (PlanStage::Proposed, 1)
    );
    assert_eq!(november.handed_in(), Some(day("2016-01-07")));
}

#[test]
fn a_decision_tells_of_the_others_over_what_its_registrar_may_read() {
    let closes = RecordDecision {
        body: SCHOOLS,
        ..decides(2, "2016-01-06", vec![Act::Close(element(2))])
    };
    let world = town()
        .and(import("2016-01-01"), grant(4, Role::Registrar, SCHOOLS))
        .and(import("2016-01-01"), grant(5, Role::Registrar, COUNCIL))
        .and(
            kim("2016-01-05"),
            decides(1, "2016-01-05", vec![adopt(1, 10), adopt(2, 20)]),
        )
        .and(kim("2016-01-06"), closes)
        .and(
            kim("2016-01-07"),
            marks(decision(2), Stage::Appealed, "2016-01-07"),
        );
    let beside = |world: &World, who, n| {
        let i = world.state.inside(person(who), day(TODAY));
        let record = i.recorded(decision(n)).unwrap().record;
        i.beside(record).into_iter().collect::<Vec<_>>()
    };
    assert_eq!(beside(&world, 4, 2), [decision(1)]);
    assert_eq!(beside(&world, 5, 1), [decision(2)]);
    let i = world.state.inside(person(5), day(TODAY));
    let appealed = (Stage::Appealed, day("2016-01-07"));
    assert_eq!(i.marks_of(decision(2)), [appealed]);
    // What is secret is its own body's: another one hears of nothing that was done to it.
    let secret = secret(Readable::Element(element(2)), None);
    let world = world.and(kim("2016-01-08"), secret);
    assert_eq!(beside(&world, 4, 2), [decision(1)]);
    assert_eq!(beside(&world, 5, 1), []);
}

/// Who reports for the schools (1), reports for the company (2), reviews for the schools (3), audits (4).
/// Commitment 2 of the schools for 2017 is decided; the interim round of that year is open.
fn reporting() -> World {
    let supplied = |on| RecordDecision {
        body: SCHOOLS,
        ..decides(1, on, vec![adopt(2, 20)])
    };
    exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), commitment(2))
        .and(kim("2016-01-01"), commitment(3))
        .and(kim("2016-01-02"), ties(1, 2, 1))
        .and(
            import("2016-03-01"),
            decides(2, "2016-03-01", vec![adopt(1, 10)]),
        )
        .and(import("2016-03-02"), supplied("2016-03-02"))
        .and(import("2016-01-01"), grant(1, Role::Contributor, SCHOOLS))
        .and(import("2016-01-01"), grant(2, Role::Contributor, COMPANY))
        .and(import("2016-01-01"), grant(3, Role::Approver, SCHOOLS))
        .and(import("2016-01-01"), grant(4, Role::Auditor, BOARD))
}

/// Whether somebody reads what the schools say of their commitment.
fn told(world: &World, who: u128) -> bool {
    let i = world.state.inside(person(who), day("2017-09-15"));
    let subject = Subject::Element(element(2));
    i.assessed(ROUND, SCHOOLS, subject).is_some()
}

#[test]
fn what_is_reported_is_its_own_bodys_until_it_is_handed_in() {
    let begun = reporting().and(kim("2017-09-01"), judges(1, 1, 2));
    assert_eq!(
        [1, 2, 3, 4].map(|who| told(&begun, who)),
        [true, false, true, false]
    );
    let sent = begun.and(kim("2017-09-02"), crate::commands::hands_in(1));
    assert_eq!(
        [1, 2, 3, 4].map(|who| told(&sent, who)),
        [true, false, true, true]
    );
    let i = sent.state.inside(person(2), day("2017-09-15"));
    // Counts are for everybody: of both rows one is handed in.
    let counts = |i: &riktning_domain::Inside<'_>| {
        let of = i.report_counts(ROUND, SCHOOLS);
        [of.rows, of.written, of.handed_in, of.approved, of.decided]
    };
    assert_eq!(counts(&i), [2, 1, 1, 0, 0]);
    let back = sent.and(
        kim("2017-09-03"),
        StepAssessment {
            assessment: assessment(1),
            step: Step::SentBack("Hur många?".into()),
            by_link: false,
        },
    );
    let i = back.state.inside(person(1), day("2017-09-15"));
    assert_eq!(counts(&i), [2, 1, 0, 0, 0]);
    let said = i.assessed(ROUND, SCHOOLS, Subject::Element(element(2)));
    let (asked, of) = said.unwrap().sent_back().unwrap();
    assert_eq!((asked, of.for_year), (&"Hur många?".into(), PARTLY));
    // Written anew it says something else, and what was asked of the first words still stands.
    let mut anew = judges(1, 2, 2);
    anew.verdict.for_year = MET;
    let anew = back.and(kim("2017-09-04"), anew);
    let i = anew.state.inside(person(1), day("2017-09-15"));
    let said = i
        .assessed(ROUND, SCHOOLS, Subject::Element(element(2)))
        .unwrap();
    assert_eq!((said.version(), said.step), (wording(2), None));
    assert_eq!(said.sent_back().unwrap().1.for_year, PARTLY);
    let versions: Vec<_> = said.versions().map(|(id, _)| id).collect();
    assert_eq!(versions, [wording(1), wording(2)]);
}

#[test]
fn a_body_reports_on_what_it_owns_and_is_decided_and_goes_on() {
    let rows = |world: &World, body| {
        let i = world.state.inside(person(1), day("2017-09-15"));
        let rows = i.reported_rows(ROUND, body).into_iter();
        rows.map(|row| row.id).collect::<Vec<_>>()
    };
    let world = reporting();
    // The third is a draft.
    assert_eq!(rows(&world, SCHOOLS), [element(1), element(2)]);
    assert_eq!(rows(&world, COMPANY), []);
    let withdrawn = world.and(
        import("2017-05-02"),
        RecordDecision {
            body: SCHOOLS,
            ..decides(3, "2017-05-02", vec![Act::Withdraw(element(2))])
        },
    );
    assert_eq!(rows(&withdrawn, SCHOOLS), [element(1)]);
}
