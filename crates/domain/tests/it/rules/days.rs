//! From which day each event stands: the table of DESIGN §3, and who may back-date.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{Wish, dated, day, import, kim};
use riktning_domain::assessments::{Step, StepAssessment};
use riktning_domain::bodies::{MoveBody, RenameBody};
use riktning_domain::decisions::{Act, Stage};
use riktning_domain::indicators::{Class, ReportMeasurement, ServeElement, SetTarget, TargetBasis};
use riktning_domain::models::{DefineModel, PutModelInForce};
use riktning_domain::permissions::{EndGrant, GrantRole, Role};
use riktning_domain::plans::{DraftPlan, HandInPlan, PlaceInPlan};
use riktning_domain::refusal::Fact;
use riktning_domain::rounds::OpenRound;
use riktning_domain::sources::{CiteSource, ImportedFacts};
use riktning_domain::threads::UntieThread;
use riktning_domain::topics::{DescribeTopic, Dimension};
use riktning_domain::visions::DraftVision;
use riktning_domain::{Command, Names, Period, Refusal, Slug};

const TODAY: &str = "2018-03-01";

/// A town where an element, a plan, a thread, a decision, a proposal and a grant stand.
fn busy() -> crate::world::World {
    exempelstad()
        .and(kim("2016-02-01"), goal(1))
        .and(kim("2016-02-01"), commitment(2))
        .and(kim("2016-02-02"), ties(1, 2, 1))
        .and(
            kim("2016-03-01"),
            decides(1, "2016-03-01", vec![adopt(1, 10)]),
        )
        .and(kim("2016-04-01"), plans(1))
        .and(kim("2017-09-01"), judges(1, 1, 1))
        .and(kim("2017-09-01"), hands_in(1))
        .and(
            kim("2016-01-01"),
            GrantRole {
                person: KIM,
                role: Role::Reader,
                body: SCHOOLS,
                from: day("2016-01-01"),
                to: None,
            },
        )
}

/// Every command that an import may date with `since` and a person may not.
fn dated_by_import(since: Option<riktning_domain::Dated>) -> Vec<Command> {
    vec![
        DraftVision {
            wording_id: wording(9001),
            since,
            ..vision()
        }
        .command(),
        DefineModel {
            definition: riktning_domain::models::ModelDefinition {
                note: Some("En anmärkning".into()),
                ..model_a().definition
            },
            since,
            ..model_a()
        }
        .command(),
        DescribeTopic {
            since,
            ..topic_named(topic(4), Dimension::Area, "Norra")
        }
        .command(),
        riktning_domain::elements::DraftElement { since, ..goal(9) }.command(),
        riktning_domain::elements::ProposeWording {
            instead_of: None,
            slug: None,
            since,
            ..rewording(1, 11)
        }
        .command(),
        riktning_domain::threads::TieThread {
            since,
            ..tie(
                thread(9),
                element(1),
                riktning_domain::threads::ThreadEnd::Vision(VISION),
            )
        }
        .command(),
        DraftPlan { since, ..plans(2) }.command(),
        PlaceInPlan {
            since,
            ..places(1, &[element(2)])
        }
        .command(),
        HandInPlan {
            plan: plan(1),
            since,
        }
        .command(),
        riktning_domain::indicators::DefineIndicator {
            since,
            slug: Slug::parse("nytt-namn").unwrap(),
            ..indicator(ORGANISATION, "x", Class::Organisation)
        }
        .command(),
        ServeElement {
            indicator: PLACE,
            element: element(1),
            order: 0,
            interpretation: Default::default(),
            since,
        }
        .command(),
        OpenRound {
            round: round(2),
            since,
            ..interim()
        }
        .command(),
        riktning_domain::assessments::ProposeAssessment {
            version: wording(2),
            since,
            ..judges(1, 2, 1)
        }
        .command(),
    ]
}

#[test]
fn a_draft_a_model_a_topic_an_indicator_and_a_round_stand_from_the_day_of_recording() {
    let world = busy();
    for command in dated_by_import(None) {
        world.when(kim(TODAY), command.clone()).then_on(TODAY);
        world.when(import(TODAY), command).then_on(TODAY);
    }
}

#[test]
fn only_an_import_says_another_day_than_the_day_of_recording() {
    let world = busy();
    for command in dated_by_import(Some(dated("2017-11"))) {
        world
            .when(kim(TODAY), command.clone())
            .then_refused(Refusal::MayNotBackDate);
        world.when(import(TODAY), command).then_on("2017-11-01");
    }
}

#[test]
fn nothing_stands_from_a_day_after_today() {
    let world = busy();
    let refused = |on: &str| Refusal::InTheFuture {
        day: day(on),
        today: day(TODAY),
    };
    for command in dated_by_import(Some(dated("2018-03-02"))) {
        world
            .when(import(TODAY), command)
            .then_refused(refused("2018-03-02"));
    }
    world
        .when(kim(TODAY), decides(2, "2018-03-02", vec![adopt(1, 10)]))
        .then_refused(refused("2018-03-02"));
    world
        .when(kim(TODAY), measured("80.0", "2018-03-02"))
        .then_refused(refused("2018-03-02"));
    world
        .when(import(TODAY), finds(1, 10, "2018-03-02"))
        .then_refused(refused("2018-03-02"));
    world
        .when(
            kim(TODAY),
            marks(decision(1), Stage::MinutesApproved, "2018-03-02"),
        )
        .then_refused(refused("2018-03-02"));
    let by_source = SetTarget {
        basis: TargetBasis::Source(SOURCE, dated("2018-03-02")),
        ..target(decision(1))
    };
    world
        .when(import(TODAY), by_source)
        .then_refused(refused("2018-03-02"));
}

#[test]
fn a_decision_and_what_it_adopts_stand_from_the_day_of_the_meeting() {
    let world = busy();
    let event = world.when(kim(TODAY), decides(2, "2017-12-12", vec![adopt(1, 10)]));
    event.then_on("2017-12-12");
    world
        .when(kim(TODAY), target(decision(1)))
        .then_on("2016-03-01");
    world
        .when(
            kim(TODAY),
            marks(decision(1), Stage::MinutesApproved, "2016-03-15"),
        )
        .then_on("2016-03-15");
    world
        .when(import(TODAY), finds(1, 10, "2017"))
        .then_on("2017-01-01");
    let by_source = SetTarget {
        basis: TargetBasis::Source(SOURCE, dated("2017")),
        ..target(decision(1))
    };
    world.when(import(TODAY), by_source).then_on("2017-01-01");
}

#[test]
fn a_verdict_stands_from_the_day_it_was_decided_and_never_before_the_cut_off() {
    let world = busy();
    world
        .when(
            kim(TODAY),
            decides(2, "2017-10-25", vec![decide_verdict(1, 1)]),
        )
        .then_on("2017-10-25");
    let early = exempelstad()
        .and(kim("2016-02-01"), goal(1))
        .and(
            kim("2016-03-01"),
            decides(1, "2016-03-01", vec![adopt(1, 10)]),
        )
        .and(kim("2017-07-01"), judges(1, 1, 1))
        .and(kim("2017-07-01"), hands_in(1));
    early
        .when(
            kim(TODAY),
            decides(2, "2017-08-30", vec![decide_verdict(1, 1)]),
        )
        .then_refused(Refusal::TooEarly {
            on: day("2017-08-30"),
            stands_from: day("2017-08-31"),
            fact: Fact::Round,
        });
    early
        .when(
            kim(TODAY),
            decides(2, "2017-08-31", vec![decide_verdict(1, 1)]),
        )
        .then_on("2017-08-31");
}

#[test]
fn a_measurement_stands_from_the_day_it_was_collected_else_from_the_end_of_its_period() {
    let world = busy();
    let undated = |period: &str| ReportMeasurement {
        period: period.parse().unwrap(),
        collected: None,
        ..measured("80.0", TODAY)
    };
    world
        .when(kim(TODAY), measured("80.0", "2017-02-01"))
        .then_on("2017-02-01");
    world
        .when(kim(TODAY), undated("2016"))
        .then_on("2016-12-31");
    // A period that runs still: the day of recording. One from before the indicator: its day.
    world.when(kim(TODAY), undated("2018")).then_on(TODAY);
    world
        .when(kim(TODAY), undated("2009"))
        .then_on("2015-01-01");
}

#[test]
fn a_body_stands_from_its_first_day_or_from_recording_if_that_is_to_come() {
    let world = busy();
    let founded = |from| another_committee(5, "ny", from);
    let renamed = |from| RenameBody {
        body: SCHOOLS,
        names: Names::swedish("Nytt"),
        slug: Slug::parse("nytt").unwrap(),
        from: day(from),
    };
    let moved = |from| MoveBody {
        body: SCHOOLS,
        answers_to: vec![COUNCIL],
        from: day(from),
    };
    let now = kim(TODAY);
    world.when(now, founded("2012-05-01")).then_on("2012-05-01");
    world.when(now, founded("2019-01-01")).then_on(TODAY);
    world.when(now, renamed("2012-05-01")).then_on("2012-05-01");
    world.when(now, renamed("2019-01-01")).then_on(TODAY);
    world.when(now, moved("2012-05-01")).then_on("2012-05-01");
    world.when(now, moved("2019-01-01")).then_on(TODAY);
    // An end stands from the first day without the body.
    world
        .when(now, ends(COMPANY, "2017-12-31"))
        .then_on("2018-01-01");
    world.when(now, ends(COMPANY, "2018-12-31")).then_on(TODAY);
}

#[test]
fn what_nobody_dates_stands_from_the_day_of_recording() {
    let world = busy();
    let grant = GrantRole {
        person: KIM,
        role: Role::Editor,
        body: SCHOOLS,
        from: day("2015-01-01"),
        to: None,
    };
    let ended = EndGrant {
        person: KIM,
        role: Role::Reader,
        body: SCHOOLS,
        last_day: day("2017-01-01"),
    };
    let step = StepAssessment {
        assessment: assessment(1),
        step: Step::Reviewed,
        by_link: false,
    };
    let cited = CiteSource {
        source: source(5),
        title: "Ny källa".into(),
        url: None,
    };
    let imported = ImportedFacts {
        file: "0".repeat(64),
        bytes: 0,
        taken: 0,
        reported: 0,
    };
    for command in [
        grant.command(),
        ended.command(),
        step.command(),
        cited.command(),
        UntieThread { thread: thread(1) }.command(),
        imported.command(),
    ] {
        world.when(kim(TODAY), command.clone()).then_on(TODAY);
        world.when(import(TODAY), command).then_on(TODAY);
    }
    let model = DefineModel {
        model: model(3),
        definition: riktning_domain::models::ModelDefinition {
            period: Period::Year(2030),
            follows: None,
            ..model_b().definition
        },
        since: Some(dated("2016")),
    };
    let in_force = |since| PutModelInForce {
        model: riktning_domain::ids::ModelId(model.model.0),
        since,
    };
    let world = world.and(import(TODAY), model.clone());
    world.when(kim(TODAY), in_force(None)).then_on(TODAY);
    world
        .when(kim(TODAY), in_force(Some(dated("2017"))))
        .then_refused(Refusal::MayNotBackDate);
    world
        .when(import(TODAY), in_force(Some(dated("2017"))))
        .then_on("2017-01-01");
}

#[test]
fn nothing_stands_before_what_it_refers_to() {
    let world = busy();
    let early = |on: &str, from: &str, fact| Refusal::TooEarly {
        on: day(on),
        stands_from: day(from),
        fact,
    };
    let now = import(TODAY);
    world
        .when(now, decides(2, "2016-01-31", vec![adopt(1, 10)]))
        .then_refused(early("2016-01-31", "2016-02-01", Fact::Element));
    world
        .when(now, measured("80.0", "2014-12-31"))
        .then_refused(early("2014-12-31", "2015-01-01", Fact::Indicator));
    world
        .when(now, marks(decision(1), Stage::Quashed, "2016-02-29"))
        .then_refused(early("2016-02-29", "2016-03-01", Fact::Decision));
    world
        .when(now, decides(2, "2016-03-31", vec![Act::AdoptPlan(plan(1))]))
        .then_refused(early("2016-03-31", "2016-04-01", Fact::Plan));
    let verdict = decides(2, "2017-08-31", vec![decide_verdict(1, 1)]);
    world
        .when(now, verdict)
        .then_refused(early("2017-08-31", "2017-09-01", Fact::Assessment));
    let theirs = ReportMeasurement {
        body: Some(body(5)),
        ..measured("80.0", "2017-01-01")
    };
    world
        .and(now, another_committee(5, "ny", "2017-06-01"))
        .when(now, theirs)
        .then_refused(early("2017-01-01", "2017-06-01", Fact::Body));
}
