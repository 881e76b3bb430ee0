//! What residents never see, each told by its neighbour that they do see.

use crate::commands::*;
use crate::dump;
use crate::exempelstad::*;
use crate::world::{World, dated, day, import, kim};
use riktning_domain::assessments::{Step, StepAssessment};
use riktning_domain::bodies::RenameBody;
use riktning_domain::decisions::{Act, Adoptable, RecordDecision, Stage};
use riktning_domain::elements::DraftElement;
use riktning_domain::indicators::{ReportMeasurement, ServeElement, Settled};
use riktning_domain::models::{DefineModel, ModelDefinition, PutModelInForce};
use riktning_domain::plans::HandInPlan;
use riktning_domain::threads::ThreadEnd;
use riktning_domain::{Names, Period, Slug};

/// Everything that residents see on a day, as text.
fn shown(world: &World, on: &str) -> String {
    dump::published(&world.state, day(on), day("2030-12-31"))
}

/// A goal that says something no other text says, drafted on a day.
fn secret_goal(n: u128) -> DraftElement {
    let mut goal = goal(n);
    goal.wording.text = "HEMLIGT UTKAST".into();
    goal.wording.person = Some(KIM);
    goal
}

/// Goal 1 adopted in March 2016.
fn adopted() -> World {
    exempelstad().and(kim("2016-01-01"), secret_goal(1)).and(
        kim("2016-03-01"),
        decides(1, "2016-03-01", vec![adopt(1, 10)]),
    )
}

#[test]
fn a_draft_is_not_shown_before_the_decision_that_adopts_it() {
    let world = adopted();
    let published = |on| world.published(on);
    let slug = Slug::parse("e1").unwrap();
    assert!(!shown(&world, "2016-02-29").contains("HEMLIGT"));
    assert!(published("2016-02-29").element_at(MODEL_A, &slug).is_none());
    assert_eq!(published("2016-02-29").owned_by(SCHOOLS).len(), 0);
    assert!(shown(&world, "2016-03-01").contains("HEMLIGT"));
    assert!(published("2016-03-01").element_at(MODEL_A, &slug).is_some());
    assert_eq!(published("2016-03-01").owned_by(SCHOOLS).len(), 1);
}

#[test]
fn a_proposal_beside_an_adopted_wording_is_not_shown() {
    let mut proposal = rewording(1, 11);
    proposal.wording.text = "HEMLIGT FÖRSLAG".into();
    proposal.wording.owner = Some(COMPANY);
    let world = adopted();
    let before = shown(&world, "2018-01-01");
    let world = world.and(kim("2017-01-01"), proposal);
    assert_eq!(shown(&world, "2018-01-01"), before);
    assert_eq!(world.published("2018-01-01").owned_by(COMPANY).len(), 0);
}

#[test]
fn a_plan_is_nothing_that_residents_see_before_its_elements_are_adopted() {
    let world = adopted().and(kim("2016-04-01"), secret_goal(2));
    let before = shown(&world, "2018-01-01");
    let world = world
        .and(kim("2016-05-01"), plans(1))
        .and(kim("2016-05-02"), places(1, &[element(1), element(2)]))
        .and(
            kim("2016-05-03"),
            HandInPlan {
                plan: plan(1),
                since: None,
            },
        );
    assert_eq!(shown(&world, "2018-01-01"), before);
}

#[test]
fn no_link_leads_a_resident_to_a_draft() {
    let world = adopted()
        .and(kim("2016-01-02"), commitment(2))
        .and(kim("2016-01-03"), ties(1, 2, 1))
        .and(
            kim("2016-01-03"),
            tie(thread(2), element(1), ThreadEnd::Vision(VISION)),
        )
        .and(
            kim("2016-01-04"),
            ServeElement {
                indicator: ORGANISATION,
                element: element(2),
                order: 0,
                interpretation: Default::default(),
                since: None,
            },
        );
    let published = world.published("2016-06-01");
    // The commitment is a draft still, and so is the vision.
    assert_eq!(published.supported_by(element(1)).len(), 0);
    assert_eq!(published.supports(element(1)), []);
    assert_eq!(published.supports(element(2)), []);
    assert!(published.indicator(ORGANISATION).is_none());
    let decided = world.and(
        kim("2016-07-01"),
        decides(
            2,
            "2016-07-01",
            vec![
                adopt(2, 20),
                Act::Adopt(Adoptable::Vision(VISION), VISION_WORDING),
            ],
        ),
    );
    let published = decided.published("2016-07-01");
    assert_eq!(published.supported_by(element(1)).len(), 1);
    assert_eq!(published.supports(element(1)).len(), 1);
    assert_eq!(published.supports(element(2)).len(), 1);
    assert_eq!(published.supporting_vision(VISION).len(), 1);
    assert_eq!(published.indicator(ORGANISATION).unwrap().serves().len(), 1);
}

#[test]
fn a_vision_is_not_shown_before_it_is_adopted() {
    let world = exempelstad();
    assert_eq!(world.published("2018-01-01").visions().len(), 0);
    let act = Act::Adopt(Adoptable::Vision(VISION), VISION_WORDING);
    let world = world.and(kim("2017-01-01"), decides(1, "2017-01-01", vec![act]));
    assert_eq!(world.published("2016-12-31").visions().len(), 0);
    assert_eq!(world.published("2017-01-01").visions().len(), 1);
}

#[test]
fn an_undecided_verdict_is_not_shown_whatever_step_it_is_at() {
    let world = adopted();
    let before = shown(&world, "2018-01-01");
    let mut proposal = judges(1, 1, 1);
    proposal.verdict.reason = "HEMLIG BEDÖMNING".into();
    let step = |step| StepAssessment {
        assessment: assessment(1),
        step,
        by_link: false,
    };
    let world = world
        .and(kim("2017-09-01"), proposal)
        .and(kim("2017-09-02"), step(Step::HandedIn))
        .and(kim("2017-09-03"), step(Step::SentBack("Skriv om".into())))
        .and(kim("2017-09-04"), step(Step::HandedIn))
        .and(kim("2017-09-05"), step(Step::Approved));
    assert_eq!(shown(&world, "2018-01-01"), before);
    let world = world.and(
        kim("2017-10-01"),
        RecordDecision {
            body: SCHOOLS,
            ..decides(2, "2017-10-01", vec![decide_verdict(1, 1)])
        },
    );
    assert!(!shown(&world, "2017-09-30").contains("HEMLIG B"));
    assert!(shown(&world, "2017-10-01").contains("HEMLIG B"));
    let rounds = world.published("2017-10-01").decided_rounds(MODEL_A).len();
    assert_eq!(rounds, 1);
}

#[test]
fn a_measurement_without_an_open_source_is_not_shown_and_hides_none() {
    let inner = |value, collected, settled| ReportMeasurement {
        source: None,
        settled,
        ..measured(value, collected)
    };
    let world = exempelstad()
        .and(
            kim("2017-02-01"),
            inner("11.1", "2017-02-01", Settled::Preliminary),
        )
        .and(kim("2017-03-01"), measured("80.0", "2017-03-01"))
        .and(
            kim("2017-04-01"),
            inner("22.2", "2017-04-01", Settled::Revised),
        );
    let published = world.published("2018-01-01");
    let all = published.indicator(ORGANISATION).unwrap().measurements();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].on, day("2017-03-01"));
    assert_eq!(all[0].revised_from(), []);
    let text = shown(&world, "2018-01-01");
    assert!(!text.contains("11.1") && !text.contains("22.2") && text.contains("80.0"));
    assert!(!shown(&world, "2017-02-28").contains("11.1"));
}

#[test]
fn a_model_that_is_not_in_force_is_not_shown_nor_what_it_holds() {
    let quiet = DefineModel {
        model: model(3),
        definition: ModelDefinition {
            names: Names::swedish("HEMLIG MODELL"),
            period: Period::Year(2024),
            follows: None,
            ..model_b().definition
        },
        since: None,
    };
    let world = exempelstad()
        .and(kim("2018-01-01"), quiet)
        .and(kim("2018-01-01"), draft(1, model(3), TASK))
        .and(
            kim("2018-02-01"),
            decides(1, "2018-02-01", vec![adopt(1, 10)]),
        );
    assert!(!shown(&world, "2018-06-01").contains("HEMLIG M"));
    assert!(world.published("2018-06-01").element(element(1)).is_none());
    let world = world.and(
        kim("2018-06-02"),
        PutModelInForce {
            model: model(3),
            since: None,
        },
    );
    assert!(!shown(&world, "2018-06-01").contains("HEMLIG M"));
    assert!(shown(&world, "2018-06-02").contains("HEMLIG M"));
    assert!(world.published("2018-06-02").element(element(1)).is_some());
    let found = world.published("2018-06-02").model_of(Period::Year(2024));
    assert_eq!(found.unwrap().id, model(3));
}

#[test]
fn nothing_from_after_the_day_is_shown() {
    let world = adopted();
    let on = "2016-06-01";
    let before = shown(&world, on);
    let renamed = RenameBody {
        body: SCHOOLS,
        names: Names::swedish("Senare namn"),
        slug: Slug::parse("senare").unwrap(),
        from: day("2016-06-02"),
    };
    let mut again = indicator(
        ORGANISATION,
        "senare",
        riktning_domain::indicators::Class::Organisation,
    );
    again.since = Some(dated("2016-06-02"));
    let world = world
        .and(kim("2016-07-01"), renamed)
        .and(import("2016-07-01"), again)
        .and(kim("2016-07-01"), rewording(1, 11))
        .and(
            kim("2016-07-01"),
            decides(2, "2016-07-01", vec![adopt(1, 11)]),
        )
        .and(
            kim("2016-08-01"),
            marks(decision(1), Stage::Quashed, "2016-06-02"),
        )
        .and(kim("2016-08-01"), another_committee(5, "ny", "2016-06-02"))
        .and(kim("2017-02-01"), measured("80.0", "2016-06-02"))
        .and(kim("2017-02-01"), ends(COMPANY, "2016-06-01"));
    assert_eq!(shown(&world, on), before);
    assert_ne!(shown(&world, "2016-06-02"), shown(&adopted(), "2016-06-02"));
}

#[test]
fn a_page_of_the_past_knows_the_way_to_today() {
    let world = adopted();
    let past = world.published("2016-01-15");
    assert!(past.element(element(1)).is_none());
    assert!(past.as_of_today().element(element(1)).is_some());
    assert_eq!(past.today(), day("2030-12-31"));
    assert_eq!(past.day(), day("2016-01-15"));
}

#[test]
fn a_draft_does_not_move_the_public_position_and_a_decision_does() {
    let world = exempelstad();
    let before = world.state.public_position();
    let drafted = world.and(kim("2018-01-01"), goal(1));
    assert_eq!(drafted.state.public_position(), before);
    let decided = drafted.and(
        kim("2018-02-03"),
        decides(1, "2018-02-01", vec![adopt(1, 10)]),
    );
    assert_eq!(decided.state.public_position(), decided.state.position());
    let changed = decided.published("2018-03-01").changed();
    assert_eq!(changed, Some(day("2018-02-03")));
}
