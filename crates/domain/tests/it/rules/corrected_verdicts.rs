//! What is decided is put right by a verdict of its own: seen, decided, and never written over.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::assessments::{ProposeAssessment, Step, StepAssessment, Subject};
use riktning_domain::permissions::{ReadSubject, Role, may_read};
use riktning_domain::published::PublicAssessment;
use riktning_domain::{Refusal, Text, User};

fn corrects(v: u128, why: Option<&str>) -> ProposeAssessment {
    ProposeAssessment {
        version: wording(v),
        verdict: verdict(NOT_MET),
        corrects: why.map(Text::new),
        ..judges(1, 100, 2)
    }
}

fn approves() -> StepAssessment {
    StepAssessment {
        assessment: assessment(1),
        step: Step::Approved,
        by_link: false,
    }
}

/// A commitment of the schools, judged partly met, approved and decided on 10 September 2017; who writes there (1), who
/// approves there (2), and a strategist (3).
fn decided() -> World {
    let now = import("2016-01-01");
    exempelstad()
        .and(now, grant(1, Role::Contributor, SCHOOLS))
        .and(now, grant(2, Role::Approver, SCHOOLS))
        .and(now, grant(3, Role::Strategist, BOARD))
        .and(kim("2017-01-03"), goal(1))
        .and(kim("2017-01-03"), commitment(2))
        .and(kim("2017-01-04"), ties(1, 2, 1))
        .and(
            kim("2017-02-01"),
            decides(1, "2017-02-01", vec![adopt(1, 10), adopt(2, 20)]),
        )
        .and(kim("2017-09-02"), judges(1, 100, 2))
        .and(kim("2017-09-03"), hands_in(1))
        .and(kim("2017-09-04"), approves())
        .and(
            kim("2017-09-10"),
            decides(2, "2017-09-10", vec![decide_verdict(1, 100)]),
        )
}

fn corrected() -> World {
    decided()
        .and(
            kim("2017-09-20"),
            corrects(101, Some("Två skolor var räknade dubbelt.")),
        )
        .and(kim("2017-09-21"), hands_in(1))
        .and(kim("2017-09-22"), approves())
        .and(
            kim("2017-10-10"),
            decides(3, "2017-10-10", vec![decide_verdict(1, 101)]),
        )
}

fn read(world: &World, on: &str, tell: impl Fn(&PublicAssessment<'_>)) {
    let all = world
        .published(on)
        .assessments(Subject::Element(element(2)));
    assert_eq!(
        all.len(),
        1,
        "one assessment, however often it is put right"
    );
    tell(&all[0]);
}

#[test]
fn a_correction_takes_force_when_it_is_decided_and_says_what_stood() {
    let world = corrected();
    read(&world, "2017-10-09", |said| {
        assert_eq!(said.verdict.for_year, PARTLY);
        assert!(said.corrects.is_none());
    });
    read(&world, "2017-10-10", |said| {
        assert_eq!(said.verdict.for_year, NOT_MET);
        let (why, before) = said.corrects.unwrap();
        assert_eq!(why.as_str(), Some("Två skolor var räknade dubbelt."));
        assert_eq!(before.for_year, PARTLY);
        assert_eq!(said.on, day("2017-10-10"));
    });
}

#[test]
fn nothing_decided_is_written_over_without_a_word() {
    let world = decided();
    let refused = |says: ProposeAssessment, refusal| {
        world.when(kim("2017-09-20"), says).then_refused(refusal);
    };
    refused(corrects(101, None), Refusal::AlreadyDecided);
    refused(
        corrects(101, Some("  ")),
        Refusal::Blank { field: "corrects" },
    );
    let twice = world.when(kim("2017-09-20"), hands_in(1));
    twice.then_refused(Refusal::AlreadyDecided);
    // What nobody has decided is no correction.
    let first = exempelstad()
        .and(kim("2017-01-03"), goal(1))
        .and(kim("2017-01-03"), commitment(2));
    let says = corrects(101, Some("Fel"));
    first
        .when(kim("2017-09-20"), says.clone())
        .then_refused(Refusal::NothingToCorrect);
    first
        .and(kim("2017-09-02"), judges(1, 100, 2))
        .when(kim("2017-09-20"), says)
        .then_refused(Refusal::NothingToCorrect);
}

#[test]
fn a_correction_is_handed_in_before_it_is_decided_and_what_is_decided_stands_until_then() {
    let world = decided().and(kim("2017-09-20"), corrects(101, Some("Fel")));
    let acts = vec![decide_verdict(1, 101)];
    world
        .when(kim("2017-10-10"), decides(3, "2017-10-10", acts))
        .then_refused(Refusal::NotHandedIn);
    read(&world, "2017-10-10", |said| {
        assert_eq!(said.verdict.for_year, PARTLY);
    });
    // It is put right once more after that.
    let again = corrected()
        .and(kim("2017-11-01"), corrects(102, Some("Ändå inte")))
        .and(kim("2017-11-02"), hands_in(1));
    let acts = vec![decide_verdict(1, 102)];
    let again = again.and(kim("2017-11-10"), decides(4, "2017-11-10", acts));
    read(&again, "2017-11-10", |said| {
        let (why, before) = said.corrects.unwrap();
        assert_eq!(why.as_str(), Some("Ändå inte"));
        assert_eq!(
            before.for_year, NOT_MET,
            "what stood, and not what stood first"
        );
    });
}

#[test]
fn a_correction_is_its_bodys_own_until_it_is_handed_in() {
    let world = decided().and(kim("2017-09-20"), corrects(101, Some("Fel")));
    let reads = |world: &World, n: u128| {
        let what = ReadSubject::Assessment(assessment(1));
        may_read(
            &world.state,
            day("2017-09-25"),
            &User::Person(person(n)),
            what,
        )
    };
    assert!(reads(&world, 1) && reads(&world, 2) && !reads(&world, 3));
    let told = |world: &World, n: u128| {
        let i = world.state.inside(person(n), day("2017-09-25"));
        let said = i
            .assessed(ROUND, SCHOOLS, Subject::Element(element(2)))
            .unwrap();
        (said.verdict().for_year, said.is_decided)
    };
    assert_eq!(told(&world, 1), (NOT_MET, false));
    assert_eq!(
        told(&world, 3),
        (PARTLY, true),
        "the strategist reads what stands"
    );
    // Nobody is reminded of what was handed in once.
    let counts = |world: &World| {
        let i = world.state.inside(person(3), day("2017-09-25"));
        let counts = i.report_counts(ROUND, SCHOOLS);
        (counts.handed_in, counts.decided)
    };
    assert_eq!(counts(&world), (1, 0));
    let sent = world.and(kim("2017-09-21"), hands_in(1));
    assert_eq!(told(&sent, 3), (NOT_MET, false));
    assert_eq!(counts(&sent), (1, 0));
}

#[test]
fn where_a_court_quashes_the_correction_what_was_decided_first_stands() {
    let quashed = riktning_domain::decisions::Stage::Quashed;
    let world = corrected().and(kim("2018-01-10"), marks(decision(3), quashed, "2018-01-10"));
    read(&world, "2018-01-10", |said| {
        assert_eq!(said.verdict.for_year, PARTLY);
        assert!(said.corrects.is_none());
    });
}
