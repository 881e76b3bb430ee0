//! What is compiled for council: by whom, what is asked of them, and who writes and reads it before it is sent.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::assessments::{ProposeAssessment, Scope, Step, StepAssessment, Subject};
use riktning_domain::compiled::{Compiling, Whole};
use riktning_domain::elements::DraftElement;
use riktning_domain::ids::{BodyId, ElementId, LevelId};
use riktning_domain::permissions::{ReadSubject, Role, may_read, permit};
use riktning_domain::refusal::Fact;
use riktning_domain::rounds::{Occasion, OpenRound};
use riktning_domain::topics::{DescribeTopic, Dimension};
use riktning_domain::{Command, Refusal, User};

const NOW: &str = "2017-09-01";

fn owned(draft: DraftElement, owner: BodyId) -> DraftElement {
    let mut draft = draft;
    draft.wording.owner = Some(owner);
    draft
}

fn round_of(compiling: Option<Compiling>, levels: &[LevelId]) -> OpenRound {
    OpenRound {
        since: None,
        levels: levels.to_vec(),
        compiling,
        ..interim()
    }
}

fn by(body: BodyId, wholes: &[Whole]) -> Option<Compiling> {
    let wholes = wholes.to_vec();
    Some(Compiling { body, wholes })
}

/// Council's goal (1), a goal of the board's own (2) and a commitment of the schools (4), decided on 1 February 2017; a
/// strategist (3), and who writes and who approves at the board (1, 2) and at the schools (4, 5).
fn town() -> World {
    let now = import("2016-01-01");
    let acts = vec![adopt(1, 10), adopt(2, 20), adopt(4, 40)];
    exempelstad()
        .and(now, grant(1, Role::Contributor, BOARD))
        .and(now, grant(2, Role::Approver, BOARD))
        .and(now, grant(3, Role::Strategist, SCHOOLS))
        .and(now, grant(4, Role::Contributor, SCHOOLS))
        .and(now, grant(5, Role::Approver, SCHOOLS))
        .and(kim("2017-01-03"), owned(goal(1), COUNCIL))
        .and(kim("2017-01-03"), owned(goal(2), BOARD))
        .and(kim("2017-01-03"), owned(commitment(4), SCHOOLS))
        .and(kim("2017-01-04"), ties(2, 4, 1))
        .and(kim("2017-02-01"), decides(1, "2017-02-01", acts))
}

fn compiled(wholes: &[Whole]) -> World {
    town().and(kim("2017-06-10"), round_of(by(BOARD, wholes), &[]))
}

fn rows(world: &World, body: BodyId) -> Vec<ElementId> {
    let i = world.state.inside(person(3), day(NOW));
    let rows = i.reported_rows(ROUND, body).into_iter();
    rows.map(|row| row.id).collect()
}

fn wholes(world: &World, body: BodyId) -> Vec<Subject> {
    let i = world.state.inside(person(3), day(NOW));
    i.reported_wholes(ROUND, body)
}

/// What the board says of something in the round.
fn says(a: u128, subject: Subject) -> ProposeAssessment {
    ProposeAssessment {
        subject,
        body: Some(BOARD),
        ..judges(a, 100 + a, 1)
    }
}

#[test]
fn who_compiles_is_asked_for_councils_goals_beside_its_own_rows() {
    let world = town();
    assert_eq!(rows(&world, COUNCIL), [element(1)]);
    assert_eq!(rows(&world, BOARD), [element(2)]);
    let world = compiled(&[]);
    assert_eq!(rows(&world, COUNCIL), []);
    let mut asked = rows(&world, BOARD);
    asked.sort_unstable();
    assert_eq!(asked, [element(1), element(2)]);
    assert_eq!(
        rows(&world, SCHOOLS),
        [element(4)],
        "each reports on its own"
    );
}

#[test]
fn where_who_compiles_is_no_more_council_is_asked() {
    let world = town()
        .and(
            kim("2017-06-10"),
            round_of(by(BOARD, &[Whole::Balance]), &[]),
        )
        .and(kim("2017-08-01"), ends(BOARD, "2017-08-31"));
    assert_eq!(rows(&world, COUNCIL), [element(1)]);
    assert_eq!(wholes(&world, COUNCIL), [Subject::Whole]);
    assert_eq!(rows(&world, BOARD), []);
    let i = world.state.inside(person(3), day(NOW));
    assert_eq!(i.judge_of(ROUND, COUNCIL), Some(COUNCIL));
    assert_eq!(i.reports_for(ROUND), [(COUNCIL, false)]);
}

#[test]
fn a_round_asks_for_the_levels_that_it_names() {
    let world = town().and(kim("2017-06-10"), round_of(None, &[GOAL]));
    assert_eq!(rows(&world, COUNCIL), [element(1)]);
    assert_eq!(rows(&town(), SCHOOLS), [element(4)]);
    let i = world.state.inside(person(3), day(NOW));
    assert_eq!(i.report_counts(ROUND, SCHOOLS).rows, 0);
}

#[test]
fn the_whole_is_asked_of_who_compiles_and_a_process_of_its_owner() {
    let all = [
        Whole::Balance,
        Whole::FinancialManagement(Scope::Group),
        Whole::Topics(Dimension::Process),
    ];
    let world = compiled(&all);
    let group = Subject::FinancialManagement(Scope::Group);
    let process = Subject::Topic(SCHOOLING);
    assert_eq!(wholes(&world, BOARD), [Subject::Whole, group, process]);
    assert_eq!(wholes(&world, SCHOOLS), []);
    let i = world.state.inside(person(3), day(NOW));
    assert_eq!(i.report_counts(ROUND, BOARD).rows, 5);
    let mut schooling = topic_named(SCHOOLING, Dimension::Process, "Lärande");
    schooling.since = None;
    schooling.description.owner = Some(SCHOOLS);
    let world = world.and(kim("2017-06-20"), DescribeTopic { ..schooling });
    assert_eq!(wholes(&world, BOARD), [Subject::Whole, group]);
    assert_eq!(wholes(&world, SCHOOLS), [process]);
}

#[test]
fn the_strategist_writes_what_is_compiled_and_no_other_row_of_the_board() {
    let world = compiled(&[Whole::Balance]);
    let may = |n: u128, command: Command| {
        permit(&world.state, kim(NOW), &User::Person(person(n)), &command).is_ok()
    };
    for subject in [Subject::Whole, Subject::Element(element(1))] {
        assert!(may(3, Command::ProposeAssessment(says(1, subject))));
        assert!(may(1, Command::ProposeAssessment(says(1, subject))));
        assert!(!may(4, Command::ProposeAssessment(says(1, subject))));
    }
    let own = says(1, Subject::Element(element(2)));
    assert!(may(1, Command::ProposeAssessment(own.clone())));
    assert!(!may(3, Command::ProposeAssessment(own)));
    let i = world.state.inside(person(3), day(NOW));
    assert_eq!(i.reports_for(ROUND), [(COUNCIL, false), (BOARD, true)]);
}

#[test]
fn what_is_compiled_is_approved_by_the_board_and_read_by_nobody_else_before_it_is_sent() {
    let world = compiled(&[Whole::Balance]).and(kim(NOW), says(1, Subject::Whole));
    let reads = |world: &World, n: u128| {
        let subject = ReadSubject::Assessment(assessment(1));
        may_read(&world.state, day(NOW), &User::Person(person(n)), subject)
    };
    let readers: Vec<u128> = (1..=5).filter(|n| reads(&world, *n)).collect();
    assert_eq!(readers, [1, 2, 3]);
    let sent = world.and(kim(NOW), hands_in(1));
    let approves = Command::StepAssessment(StepAssessment {
        assessment: assessment(1),
        step: Step::Approved,
        by_link: false,
    });
    let may = |n: u128| {
        let user = User::Person(person(n));
        permit(&sent.state, kim(NOW), &user, &approves).is_ok()
    };
    let approvers: Vec<u128> = (1..=5).filter(|n| may(*n)).collect();
    assert_eq!(approvers, [2]);
}

#[test]
fn what_council_compiles_itself_the_strategist_looks_at() {
    let says = ProposeAssessment {
        body: Some(COUNCIL),
        ..judges(1, 100, 1)
    };
    let world = town().and(kim(NOW), says).and(kim(NOW), hands_in(1));
    let approves = Command::StepAssessment(StepAssessment {
        assessment: assessment(1),
        step: Step::Approved,
        by_link: false,
    });
    let may = |n: u128| {
        let user = User::Person(person(n));
        permit(&world.state, kim(NOW), &user, &approves).is_ok()
    };
    let approvers: Vec<u128> = (1..=5).filter(|n| may(*n)).collect();
    assert_eq!(approvers, [3]);
}

#[test]
fn who_cannot_compile_and_what_is_never_judged_is_refused() {
    let refused = |compiling, levels: &[LevelId], refusal| {
        let round = round_of(compiling, levels);
        town().when(kim("2017-06-10"), round).then_refused(refusal);
    };
    refused(by(SCHOOLS, &[]), &[], Refusal::NotItsMatter);
    let values = [Whole::Topics(Dimension::CoreValue)];
    refused(by(BOARD, &values), &[], Refusal::NeverScored);
    let twice = [Whole::Balance, Whole::Balance];
    refused(by(BOARD, &twice), &[], Refusal::TwiceTheSame);
    refused(None, &[GOAL, GOAL], Refusal::TwiceTheSame);
    refused(None, &[ACTIVITY], Refusal::LevelNotJudged);
    let unknown = Refusal::Unknown { fact: Fact::Level };
    refused(None, &[AIM], unknown);
    let planning = OpenRound {
        round: round(9),
        occasion: Occasion::Planning,
        ..round_of(by(BOARD, &[]), &[])
    };
    let then = town().when(kim("2017-06-10"), planning);
    then.then_refused(Refusal::NothingToJudge);
}

#[test]
fn the_same_said_in_another_order_says_nothing() {
    let all = [Whole::Balance, Whole::Topics(Dimension::Process)];
    let other = [all[1], all[0]];
    let again = round_of(by(BOARD, &other), &[]);
    compiled(&all).when(kim("2017-06-11"), again).then_nothing();
}
