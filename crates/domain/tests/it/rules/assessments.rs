//! Rounds and assessments: a verdict has an author, a date and a reason, and place
//! indicators and key figures never inform one.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, day, import, kim};
use riktning_domain::assessments::{ProposeAssessment, Step, StepAssessment, Subject, Verdict};
use riktning_domain::decisions::RecordDecision;
use riktning_domain::elements::Quantity;
use riktning_domain::ids::ScaleValueId;
use riktning_domain::indicators::{Class, DefineIndicator};
use riktning_domain::models::DefineModel;
use riktning_domain::refusal::Fact;
use riktning_domain::rounds::{Occasion, OpenRound};
use riktning_domain::{Names, Refusal};

const NOW: &str = "2017-09-15";

/// Goal 1 is adopted, activity 2 and a task of the other model are drafts.
fn town() -> World {
    exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), draft(2, MODEL_A, ACTIVITY))
        .and(kim("2016-01-01"), draft(3, MODEL_B, TASK))
        .and(kim("2016-01-01"), goal(4))
        .and(
            kim("2016-03-01"),
            decides(1, "2016-03-01", vec![adopt(1, 10)]),
        )
}

fn about(subject: Subject) -> ProposeAssessment {
    ProposeAssessment {
        subject,
        ..judges(1, 1, 1)
    }
}
fn informed_by(indicator: riktning_domain::ids::IndicatorId) -> ProposeAssessment {
    let mut proposal = judges(1, 1, 1);
    proposal.verdict.informed_by = vec![indicator];
    proposal
}
fn decided(on: &str) -> RecordDecision {
    RecordDecision {
        body: SCHOOLS,
        ..decides(2, on, vec![decide_verdict(1, 1)])
    }
}
/// The organisation indicator, put in another class from a day.
fn class_from(class: Class, since: &str) -> DefineIndicator {
    DefineIndicator {
        since: Some(dated(since)),
        ..indicator(ORGANISATION, "behoriga", class)
    }
}

#[test]
fn a_round_has_a_name_a_model_and_deadlines_after_its_opening() {
    let world = exempelstad();
    let round = |change: fn(&mut OpenRound)| {
        let mut round_2 = OpenRound {
            round: round(2),
            since: None,
            opens: Some(day("2017-08-01")),
            ..interim()
        };
        change(&mut round_2);
        round_2
    };
    world
        .when(kim(NOW), round(|r| r.names = Names::swedish("")))
        .then_refused(Refusal::Blank { field: "names.sv" });
    world
        .when(kim(NOW), round(|r| r.model = model(9)))
        .then_refused(Refusal::Unknown { fact: Fact::Model });
    let last = |r: &mut OpenRound, on| {
        let kind = riktning_domain::bodies::BodyKind::Committee;
        r.deadlines = vec![(kind, day(on))];
    };
    let with = |on: &'static str| {
        let mut opened = round(|_| ());
        last(&mut opened, on);
        opened
    };
    world
        .when(kim(NOW), with("2017-07-31"))
        .then_refused(Refusal::DeadlineBeforeOpening);
    world.when(kim(NOW), with("2017-08-01")).then_accepted();
}

#[test]
fn a_verdict_has_an_author_and_a_reason() {
    let world = town();
    let mut reasonless = judges(1, 1, 1);
    reasonless.verdict.reason = " ".into();
    let authorless = || ProposeAssessment {
        body: None,
        ..judges(1, 1, 1)
    };
    world
        .when(kim(NOW), reasonless)
        .then_refused(Refusal::ReasonMissing);
    world
        .when(kim(NOW), authorless())
        .then_refused(Refusal::AuthorMissing);
    world.when(import(NOW), authorless()).then_accepted();
    // What an import left without an author is not decided by a person.
    let imported = world
        .clone()
        .and(import("2017-09-01"), authorless())
        .and(kim("2017-09-01"), hands_in(1));
    imported
        .when(kim(NOW), decided(NOW))
        .then_refused(Refusal::AuthorMissing);
    imported.when(import(NOW), decided(NOW)).then_accepted();
    world.when(kim(NOW), judges(1, 1, 1)).then_accepted();
}

/// What a body says of its commitment 5, in a round and without a word on why.
fn silent(for_year: ScaleValueId) -> ProposeAssessment {
    let mut proposal = judges(1, 1, 5);
    proposal.verdict = Verdict {
        reason: " ".into(),
        ..verdict(for_year)
    };
    proposal
}

#[test]
fn a_promise_that_goes_as_it_was_made_needs_no_reason_and_nothing_else_does_without() {
    let world = town().and(kim("2016-01-01"), commitment(5));
    let missing = || Refusal::ReasonMissing;
    world.when(kim(NOW), silent(MET)).then_accepted();
    for value in [PARTLY, NOT_MET] {
        world.when(kim(NOW), silent(value)).then_refused(missing());
    }
    // Neither does what goes wrong so far, or what is thought to end otherwise.
    let mut proposal = silent(MET);
    proposal.verdict.so_far = Some(PARTLY);
    world.when(kim(NOW), proposal).then_refused(missing());
    let mut proposal = silent(MET);
    proposal.verdict.to_period_end = Some(NOT_MET);
    world.when(kim(NOW), proposal).then_refused(missing());
    // A goal of council is judged in words, however well it goes.
    let mut goal = judges(1, 1, 1);
    goal.verdict = Verdict {
        reason: "".into(),
        ..verdict(MET)
    };
    world.when(kim(NOW), goal).then_refused(missing());
}

#[test]
fn how_much_is_reached_is_said_of_what_promises_a_figure() {
    let reached = || {
        let mut proposal = judges(1, 1, 5);
        proposal.verdict.outcome = Some("12.5".parse().unwrap());
        proposal
    };
    let says = |quantity: bool| {
        let mut promise = commitment(5);
        promise.wording.quantity = quantity.then(|| Quantity {
            value: "18".parse().unwrap(),
            unit: "platser".into(),
            at_least: false,
        });
        town().and(kim("2016-01-01"), promise)
    };
    says(true).when(kim(NOW), reached()).then_accepted();
    let refused = says(false).when(kim(NOW), reached());
    refused.then_refused(Refusal::NoFigurePromised);
    // Neither does an indicator.
    let mut indicator = judges(1, 1, 5);
    indicator.subject = Subject::Indicator(ORGANISATION);
    indicator.verdict.outcome = Some("1".parse().unwrap());
    let refused = says(true).when(kim(NOW), indicator);
    refused.then_refused(Refusal::NoFigurePromised);
}

#[test]
fn how_it_goes_so_far_is_on_the_scale_and_said_while_the_year_goes_on() {
    let so_far = |round, value| {
        let mut proposal = judges(1, 1, 1);
        proposal.round = round;
        proposal.verdict.so_far = Some(value);
        proposal
    };
    let annual = OpenRound {
        round: round(2),
        occasion: Occasion::Annual,
        ..interim()
    };
    let world = town().and(import("2017-06-01"), annual);
    world
        .when(kim(NOW), so_far(ROUND, ELSEWHERE))
        .then_refused(Refusal::NotOnTheScale);
    world
        .when(kim(NOW), so_far(round(2), NOT_MET))
        .then_refused(Refusal::YearIsOver);
    world.when(kim(NOW), so_far(ROUND, NOT_MET)).then_accepted();
}

#[test]
fn a_decided_verdict_is_published_with_author_date_and_reason() {
    let world = town()
        .and(kim("2017-09-01"), judges(1, 1, 1))
        .and(kim("2017-09-01"), hands_in(1))
        .and(kim(NOW), decided("2017-09-10"));
    let published = world.published(NOW);
    let shown = published.assessments(Subject::Element(element(1)));
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].body, Some(SCHOOLS));
    assert_eq!(shown[0].on, day("2017-09-10"));
    assert_eq!(shown[0].verdict.reason, "Fler elever når målen.".into());
    assert_eq!(shown[0].verdict.for_year, PARTLY);
}

#[test]
fn place_indicators_and_key_figures_never_inform_a_verdict() {
    let world = town();
    for indicator in [PLACE, KEY_FIGURE] {
        world
            .when(kim(NOW), informed_by(indicator))
            .then_refused(Refusal::PlaceIndicator);
        world
            .when(import(NOW), informed_by(indicator))
            .then_refused(Refusal::PlaceIndicator);
    }
    world
        .when(kim(NOW), informed_by(ORGANISATION))
        .then_accepted();
    world
        .when(kim(NOW), about(Subject::Indicator(PLACE)))
        .then_refused(Refusal::PlaceIndicator);
    for indicator in [ORGANISATION, KEY_FIGURE] {
        world
            .when(kim(NOW), about(Subject::Indicator(indicator)))
            .then_accepted();
    }
}

#[test]
fn an_indicator_that_changed_class_since_the_proposal_stops_the_decision() {
    for class in [Class::Place, Class::KeyFigure] {
        let world = town()
            .and(kim("2017-09-01"), informed_by(ORGANISATION))
            .and(kim("2017-09-01"), hands_in(1))
            .and(import(NOW), class_from(class, "2017-09-05"));
        world
            .when(kim(NOW), decided("2017-09-10"))
            .then_refused(Refusal::PlaceIndicator);
        world.when(kim(NOW), decided("2017-09-04")).then_accepted();
    }
    let judged = |class| {
        town()
            .and(kim("2017-09-01"), about(Subject::Indicator(ORGANISATION)))
            .and(kim("2017-09-01"), hands_in(1))
            .and(import(NOW), class_from(class, "2017-09-05"))
    };
    judged(Class::Place)
        .when(kim(NOW), decided("2017-09-10"))
        .then_refused(Refusal::PlaceIndicator);
    judged(Class::KeyFigure)
        .when(kim(NOW), decided("2017-09-10"))
        .then_accepted();
}

#[test]
fn an_indicator_is_not_reclassified_back_past_a_verdict_that_it_informed() {
    let proposed = town()
        .and(kim("2017-09-01"), informed_by(ORGANISATION))
        .and(kim("2017-09-01"), hands_in(1));
    let world = proposed.clone().and(kim(NOW), decided("2017-09-10"));
    for class in [Class::Place, Class::KeyFigure] {
        let refused = |on: &str| Refusal::WouldBreak {
            day: day(on),
            fact: Fact::VerdictInformed,
        };
        proposed
            .when(import(NOW), class_from(class, "2017-09-01"))
            .then_refused(refused("2017-09-01"));
        world
            .when(import(NOW), class_from(class, "2017-09-02"))
            .then_refused(refused("2017-09-10"));
        world
            .when(import(NOW), class_from(class, "2017-09-11"))
            .then_accepted();
        // Earlier, if a later definition says organisation again before the verdict.
        let again = town()
            .and(import("2017-08-01"), {
                let mut define = class_from(Class::Organisation, "2017-08-01");
                define.definition.decimals = 0;
                define
            })
            .and(kim("2017-09-01"), informed_by(ORGANISATION))
            .and(kim("2017-09-01"), hands_in(1));
        again
            .when(import(NOW), class_from(class, "2017-07-01"))
            .then_accepted();
    }
}

#[test]
fn an_indicator_that_was_judged_itself_does_not_become_a_place_indicator_behind_it() {
    let world = town()
        .and(kim("2017-09-01"), about(Subject::Indicator(ORGANISATION)))
        .and(kim("2017-09-01"), hands_in(1));
    world
        .when(import(NOW), class_from(Class::Place, "2017-08-01"))
        .then_refused(Refusal::WouldBreak {
            day: day("2017-09-01"),
            fact: Fact::VerdictInformed,
        });
    world
        .when(import(NOW), class_from(Class::KeyFigure, "2017-08-01"))
        .then_accepted();
    world
        .when(import(NOW), class_from(Class::Place, "2017-09-02"))
        .then_accepted();
}

#[test]
fn only_a_level_with_a_scale_is_judged_and_only_on_its_scale() {
    let world = town();
    world
        .when(kim(NOW), about(Subject::Element(element(2))))
        .then_refused(Refusal::LevelNotJudged);
    let valued = |for_year, to_period_end| {
        let mut proposal = judges(1, 1, 1);
        proposal.verdict.for_year = for_year;
        proposal.verdict.to_period_end = to_period_end;
        proposal
    };
    for proposal in [valued(ELSEWHERE, None), valued(MET, Some(ELSEWHERE))] {
        world
            .when(kim(NOW), proposal)
            .then_refused(Refusal::NotOnTheScale);
    }
    let whole = |value| {
        let mut proposal = about(Subject::Whole);
        proposal.body = Some(BOARD);
        proposal.verdict.for_year = value;
        proposal
    };
    world
        .when(kim(NOW), whole(ELSEWHERE))
        .then_refused(Refusal::NotOnTheScale);
    world.when(kim(NOW), whole(MET)).then_accepted();
    world
        .when(kim(NOW), valued(MET, Some(PARTLY)))
        .then_accepted();
}

#[test]
fn a_verdict_uses_no_value_that_is_gone_on_a_later_day() {
    let mut without = model_a();
    without.definition.scales[0].values.remove(1);
    let world = town().and(
        import(NOW),
        DefineModel {
            since: Some(dated("2017-09-05")),
            ..without
        },
    );
    let back_dated = ProposeAssessment {
        since: Some(dated("2017-09-01")),
        ..judges(1, 1, 1)
    };
    world
        .when(import(NOW), back_dated)
        .then_refused(Refusal::WouldBreak {
            day: day("2017-09-05"),
            fact: Fact::Scale,
        });
}

#[test]
fn a_verdict_is_about_something_of_the_rounds_model() {
    let world = town();
    world
        .when(kim(NOW), about(Subject::Element(element(3))))
        .then_refused(Refusal::OtherModel);
    let unknown = |fact| Refusal::Unknown { fact };
    world
        .when(kim(NOW), about(Subject::Element(element(9))))
        .then_refused(unknown(Fact::Element));
    world
        .when(kim(NOW), about(Subject::Topic(topic(9))))
        .then_refused(unknown(Fact::Topic));
    let roundless = ProposeAssessment {
        round: round(9),
        ..judges(1, 1, 1)
    };
    world
        .when(kim(NOW), roundless)
        .then_refused(unknown(Fact::Round));
    let step = StepAssessment {
        assessment: assessment(9),
        step: Step::HandedIn,
        by_link: false,
    };
    world
        .when(kim(NOW), step)
        .then_refused(unknown(Fact::Assessment));
    world
        .when(kim(NOW), about(Subject::Topic(OUTWARD)))
        .then_accepted();
}

#[test]
fn one_body_has_one_assessment_of_a_subject_in_a_round() {
    let world = town()
        .and(kim("2017-09-01"), judges(1, 1, 1))
        .and(kim("2017-09-01"), hands_in(1));
    let there = || Refusal::AlreadyThere {
        fact: Fact::Assessment,
    };
    world.when(kim(NOW), judges(2, 5, 1)).then_refused(there());
    let other = ProposeAssessment {
        body: Some(COMPANY),
        ..judges(2, 5, 1)
    };
    world.when(kim(NOW), other.clone()).then_accepted();
    // And an assessment keeps its subject, round and author.
    world
        .when(
            kim(NOW),
            ProposeAssessment {
                assessment: assessment(1),
                ..other
            },
        )
        .then_refused(there());
    let mut changed = judges(1, 1, 1);
    changed.verdict.for_year = MET;
    world
        .when(kim(NOW), changed)
        .then_refused(Refusal::TwiceTheSame);
    world.when(kim(NOW), judges(1, 2, 1)).then_accepted();
}

#[test]
fn a_decided_assessment_is_neither_proposed_nor_stepped_nor_decided_otherwise() {
    let open = town()
        .and(kim("2017-09-01"), judges(1, 1, 1))
        .and(kim("2017-09-01"), hands_in(1));
    let world = open.clone().and(kim(NOW), decided(NOW));
    let step = || StepAssessment {
        assessment: assessment(1),
        step: Step::HandedIn,
        by_link: false,
    };
    world
        .when(kim(NOW), judges(1, 2, 1))
        .then_refused(Refusal::AlreadyDecided);
    world
        .when(kim(NOW), step())
        .then_refused(Refusal::AlreadyDecided);
    open.when(kim(NOW), step()).then_nothing();
    // Two versions, decided as of different days: the second decision finds it decided.
    let two = open
        .and(kim("2017-09-10"), judges(1, 2, 1))
        .and(kim("2017-09-10"), hands_in(1))
        .and(
            kim("2017-09-12"),
            RecordDecision {
                body: SCHOOLS,
                ..decides(3, "2017-09-12", vec![decide_verdict(1, 2)])
            },
        );
    two.when(kim(NOW), decided("2017-09-05"))
        .then_refused(Refusal::AlreadyDecided);
}

#[test]
fn a_verdict_is_not_decided_as_of_a_day_after_which_it_was_still_proposed() {
    let world = town()
        .and(kim("2017-09-01"), judges(1, 1, 1))
        .and(kim("2017-09-01"), hands_in(1))
        .and(kim("2017-09-10"), judges(1, 2, 1))
        .and(kim("2017-09-10"), hands_in(1));
    world
        .when(kim(NOW), decided("2017-09-05"))
        .then_refused(Refusal::WouldBreak {
            day: day("2017-09-10"),
            fact: Fact::Assessment,
        });
    world
        .when(kim(NOW), decided("2017-09-10"))
        .then_refused(Refusal::WordingChanged { newest: wording(2) });
}

#[test]
fn a_verdict_on_an_element_waits_until_the_element_is_adopted() {
    let world = town()
        .and(kim("2017-09-01"), judges(1, 1, 4))
        .and(kim("2017-09-01"), hands_in(1));
    world
        .when(kim(NOW), decided(NOW))
        .then_refused(Refusal::NotAdopted { on: day(NOW) });
    world
        .and(
            kim("2017-09-05"),
            decides(3, "2017-09-05", vec![adopt(4, 40)]),
        )
        .when(kim(NOW), decided(NOW))
        .then_accepted();
}

#[test]
fn sending_back_needs_a_comment() {
    let world = town()
        .and(kim("2017-09-01"), judges(1, 1, 1))
        .and(kim("2017-09-01"), hands_in(1));
    let back = |comment: &str| StepAssessment {
        assessment: assessment(1),
        step: Step::SentBack(comment.into()),
        by_link: false,
    };
    world
        .when(kim(NOW), back(" "))
        .then_refused(Refusal::CommentMissing);
    world
        .when(kim(NOW), back("Vad betyder det för eleverna?"))
        .then_accepted();
}

#[test]
fn what_is_approved_is_not_written_anew_until_it_is_sent_back() {
    let step = |step| StepAssessment {
        assessment: assessment(1),
        step,
        by_link: false,
    };
    let world = town()
        .and(kim("2017-09-01"), judges(1, 1, 1))
        .and(kim("2017-09-01"), hands_in(1))
        .and(kim("2017-09-02"), step(Step::Approved));
    let anew = || {
        let mut anew = judges(1, 2, 1);
        anew.verdict.for_year = MET;
        anew
    };
    world
        .when(kim(NOW), anew())
        .then_refused(Refusal::AlreadyApproved);
    // The same once more is nothing new.
    world.when(kim(NOW), judges(1, 1, 1)).then_nothing();
    world.when(import(NOW), anew()).then_accepted();
    let back = world.and(kim("2017-09-03"), step(Step::SentBack("Hur många?".into())));
    back.when(kim(NOW), anew()).then_accepted();
}
