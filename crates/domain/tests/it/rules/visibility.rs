//! Who may read what is decided: public until somebody says otherwise, and on no day of the
//! past either once it is kept back.

use crate::commands::*;
use crate::dump;
use crate::exempelstad::*;
use crate::world::{Wish, World, day, kim};
use riktning_domain::assessments::Subject;
use riktning_domain::decisions::{Act, Adoptable, RecordDecision};
use riktning_domain::ids::{BodyId, PersonId};
use riktning_domain::indicators::{ReportMeasurement, ServeElement};
use riktning_domain::permissions::{GrantRole, ReadSubject, Role, may_read, permit};
use riktning_domain::refusal::Fact;
use riktning_domain::visibility::{Readable, Secrecy, SetVisibility, Visibility};
use riktning_domain::{Refusal, Slug, User};

pub(crate) fn secret(what: Readable, until: Option<&str>) -> SetVisibility {
    let ground = "18 kap. 8 § OSL".into();
    let until = until.map(day);
    SetVisibility {
        what,
        visibility: Visibility::Secret(Secrecy { ground, until }),
    }
}

pub(crate) fn shown_to(what: Readable, visibility: Visibility) -> SetVisibility {
    SetVisibility { what, visibility }
}

/// A goal with a commitment under it, an indicator that serves only the commitment, a verdict
/// on it, and a document that governs: each says HEMLIGT somewhere.
fn town() -> World {
    let mut below = commitment(2);
    below.wording.text = "HEMLIGT ÅTAGANDE".into();
    let mut judged = judges(1, 1, 2);
    judged.verdict.reason = "HEMLIGT SKÄL".into();
    let mut plan = writes(1, "krisplan");
    plan.wording.title = "HEMLIG PLAN".into();
    let serves = ServeElement {
        indicator: ORGANISATION,
        element: element(2),
        order: 0,
        interpretation: Default::default(),
        since: None,
    };
    exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), below)
        .and(kim("2016-01-02"), ties(1, 2, 1))
        .and(kim("2016-01-02"), serves)
        .and(kim("2016-01-02"), plan)
        .and(
            kim("2016-03-01"),
            told(decides(1, "2016-03-01", vec![adopt(1, 10), adopt(2, 20)])),
        )
        .and(
            kim("2016-04-01"),
            told(decides(2, "2016-04-01", vec![adopt_document(1, 100)])),
        )
        .and(kim("2017-09-01"), judged)
        .and(kim("2017-09-02"), hands_in(1))
        .and(
            kim("2017-10-01"),
            RecordDecision {
                body: SCHOOLS,
                ..told(decides(3, "2017-10-01", vec![decide_verdict(1, 1)]))
            },
        )
}

/// A decision whose title and case number tell of what it is about.
fn told(decision: RecordDecision) -> RecordDecision {
    RecordDecision {
        title: Some("HEMLIGT ÄRENDE".into()),
        case_number: Some("HEMLIG 2016:1".into()),
        ..decision
    }
}

const COMMITMENT_2: fn() -> Readable = || Readable::Element(element(2));

fn shown(world: &World, on: &str, today: &str) -> String {
    dump::published(&world.state, day(on), day(today))
}

#[test]
fn what_is_kept_back_is_shown_on_no_day_and_takes_its_verdicts_and_threads_with_it() {
    let world = town();
    let open = shown(&world, "2017-12-31", "2018-06-01");
    for words in [
        "HEMLIGT ÅTAGANDE",
        "HEMLIGT SKÄL",
        "HEMLIG PLAN",
        "HEMLIGT ÄRENDE",
        "HEMLIG 2016:1",
    ] {
        assert!(open.contains(words), "{words}");
    }
    let world = world
        .and(kim("2018-05-01"), secret(COMMITMENT_2(), None))
        .and(
            kim("2018-05-01"),
            shown_to(Readable::Document(document(1)), Visibility::Internal),
        );
    for on in ["2016-06-01", "2017-12-31", "2018-06-01"] {
        let seen = shown(&world, on, "2018-06-01");
        assert!(!seen.contains("HEMLIG"), "{on}: {seen}");
        let lens = world.state.published(day(on), day("2018-06-01"));
        assert!(lens.supported_by(element(1)).is_empty());
        assert!(lens.owned_by(SCHOOLS).iter().all(|e| e.id() != element(2)));
        assert!(lens.deeds(element(2)).is_empty());
        assert!(lens.assessments(Subject::Element(element(2))).is_empty());
        assert!(
            lens.document_at(&Slug::parse("krisplan").unwrap())
                .is_none()
        );
        // The indicator served nothing else that is shown.
        assert!(
            lens.indicators_of(element(2))
                .iter()
                .all(|(i, _)| i.serves().is_empty())
        );
    }
}

#[test]
fn a_verdict_alone_may_be_kept_back() {
    let verdict = Readable::Assessment(assessment(1));
    let world = town().and(kim("2018-05-01"), secret(verdict, None));
    let seen = shown(&world, "2018-05-01", "2018-05-01");
    assert!(seen.contains("HEMLIGT ÅTAGANDE") && !seen.contains("HEMLIGT SKÄL"));
}

#[test]
fn secrecy_that_is_over_makes_nothing_public() {
    let world = town().and(
        kim("2018-05-01"),
        secret(COMMITMENT_2(), Some("2018-12-31")),
    );
    let seen = |today| shown(&world, "2018-05-02", today).contains("HEMLIGT ÅTAGANDE");
    assert!(!seen("2018-12-31"));
    assert!(!seen("2019-01-01"));
    let open = shown_to(COMMITMENT_2(), Visibility::Public);
    let world = world.and(kim("2019-01-02"), open);
    assert!(shown(&world, "2018-05-02", "2019-01-02").contains("HEMLIGT ÅTAGANDE"));
}

#[test]
fn it_says_on_what_ground_and_until_when() {
    let world = town();
    let now = kim("2018-05-01");
    let no_ground = shown_to(
        COMMITMENT_2(),
        Visibility::Secret(Secrecy {
            ground: " ".into(),
            until: None,
        }),
    );
    let blank = Refusal::Blank { field: "ground" };
    world.when(now, no_ground).then_refused(blank);
    let over = Refusal::SecrecyOver {
        until: day("2018-04-30"),
    };
    let ended = secret(COMMITMENT_2(), Some("2018-04-30"));
    world.when(now, ended).then_refused(over);
    world
        .when(now, secret(COMMITMENT_2(), Some("2018-05-01")))
        .then_on("2018-05-01");
}

#[test]
fn it_is_about_something_that_is_written() {
    let world = town();
    let unknown = [
        (Readable::Element(element(9)), Fact::Element),
        (Readable::Assessment(assessment(9)), Fact::Assessment),
        (Readable::Document(document(9)), Fact::Document),
        (Readable::Directive(directive(9)), Fact::Directive),
        (
            Readable::Vision(riktning_domain::ids::VisionId(uuid::Uuid::from_u128(9))),
            Fact::Vision,
        ),
    ];
    for (what, fact) in unknown {
        let refusal = Refusal::Unknown { fact };
        world
            .when(kim("2018-05-01"), secret(what, None))
            .then_refused(refusal);
    }
}

#[test]
fn what_is_said_already_is_not_said_again() {
    let world = town();
    let now = kim("2018-05-01");
    let public = shown_to(COMMITMENT_2(), Visibility::Public);
    world.when(now, public).then_nothing();
    let world = world.and(now, secret(COMMITMENT_2(), None));
    world.when(now, secret(COMMITMENT_2(), None)).then_nothing();
}

#[test]
fn a_figure_of_its_own_keeps_an_indicator_public() {
    // The figure has an open source: what it serves is kept back, the figure is not.
    let figure = ReportMeasurement {
        ..measured("80.0", "2017-01-15")
    };
    let world = town()
        .and(kim("2017-02-01"), figure)
        .and(kim("2018-05-01"), secret(COMMITMENT_2(), None));
    let lens = world.state.published(day("2018-06-01"), day("2018-06-01"));
    let indicator = lens.indicator(ORGANISATION).unwrap();
    assert!(indicator.serves().is_empty());
    assert_eq!(indicator.measurements().len(), 1);
}

fn registrar(body: BodyId, n: u128) -> GrantRole {
    GrantRole {
        person: PersonId(uuid::Uuid::from_u128(n)),
        role: Role::Registrar,
        body,
        from: day("2016-01-01"),
        to: None,
    }
}

#[test]
fn another_body_s_proposal_does_not_move_who_may_keep_a_document_back() {
    let mut theirs = writes(1, "krisplan");
    theirs.wording_id = wording(101);
    theirs.wording.responsible = Some(COMPANY);
    let world = town()
        .and(kim("2016-01-01"), registrar(SCHOOLS, 71))
        .and(kim("2016-01-01"), registrar(COMPANY, 72))
        .and(kim("2018-04-01"), theirs);
    let hide = secret(Readable::Document(document(1)), None).command();
    let may = |n| {
        let person = User::Person(PersonId(uuid::Uuid::from_u128(n)));
        permit(&world.state, kim("2018-05-01"), &person, &hide)
    };
    assert_eq!(may(71), Ok(()));
    assert_eq!(may(72), Err(Refusal::NotPermitted));
}

#[test]
fn what_is_secret_is_not_opened_by_handing_it_in() {
    let strategist = GrantRole {
        role: Role::Strategist,
        ..registrar(BOARD, 73)
    };
    let proposal = Readable::Assessment(assessment(2));
    let world = town()
        .and(kim("2016-01-01"), strategist)
        .and(kim("2016-01-01"), registrar(SCHOOLS, 71))
        .and(kim("2018-04-01"), judges(2, 2, 1))
        .and(kim("2018-04-02"), hands_in(2));
    let reads = |world: &World, n, subject| {
        let person = User::Person(PersonId(uuid::Uuid::from_u128(n)));
        may_read(&world.state, day("2018-05-01"), &person, subject)
    };
    let undecided = ReadSubject::Assessment(assessment(2));
    assert!(reads(&world, 73, undecided) && reads(&world, 71, undecided));
    let world = world.and(kim("2018-04-03"), secret(proposal, None));
    assert!(!reads(&world, 73, undecided) && reads(&world, 71, undecided));
    // A draft that nobody has decided is no decided thing that is open to all.
    let kept = ReadSubject::KeptBack(proposal);
    assert!(!reads(&world, 73, kept) && reads(&world, 71, kept));
}

#[test]
fn what_is_the_whole_group_s_and_secret_is_read_by_whoever_may_set_it() {
    let strategist = GrantRole {
        role: Role::Strategist,
        ..registrar(BOARD, 73)
    };
    let vision = Readable::Vision(VISION);
    let world = town()
        .and(kim("2016-01-01"), strategist)
        .and(kim("2016-01-01"), registrar(SCHOOLS, 71))
        .and(
            kim("2016-05-01"),
            decides(
                4,
                "2016-05-01",
                vec![Act::Adopt(Adoptable::Vision(VISION), VISION_WORDING)],
            ),
        )
        .and(kim("2018-05-01"), secret(vision, None));
    let reads = |n| {
        let person = User::Person(PersonId(uuid::Uuid::from_u128(n)));
        let kept = ReadSubject::KeptBack(vision);
        may_read(&world.state, day("2018-05-01"), &person, kept)
    };
    assert!(reads(73));
    assert!(!reads(71));
}
