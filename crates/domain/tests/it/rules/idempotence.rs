//! A command that changes nothing emits nothing: a second run of an import is silent.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{Wish, World, dated, day, import, kim};
use riktning_domain::assessments::{Step, StepAssessment};
use riktning_domain::bodies::{EndBody, MoveBody, RenameBody};
use riktning_domain::decisions::{Act, Adoptable, FindInSource, Stage};
use riktning_domain::elements::DraftElement;
use riktning_domain::group::DescribeGroup;
use riktning_domain::indicators::{Class, ServeElement, Settled};
use riktning_domain::models::PutModelInForce;
use riktning_domain::permissions::{EndGrant, GrantRole, Role};
use riktning_domain::plans::HandInPlan;
use riktning_domain::threads::UntieThread;
use riktning_domain::topics::Dimension;
use riktning_domain::{Command, Names, Now, Slug, decide};

/// A run in which each command is given once, every kind among them.
fn run() -> Vec<(Now, Command)> {
    let now = import("2018-12-31");
    let at = |on: &'static str| import(on);
    let group = DescribeGroup {
        name: "Exempelstads kommun".into(),
        place: "Exempelstad".into(),
        code: Some("0000".into()),
        invented: true,
    };
    let rename = |name: &str, from: &str| RenameBody {
        body: COMPANY,
        names: Names::swedish(name),
        slug: Slug::parse("bolaget").unwrap(),
        from: day(from),
    };
    let moved = |to, from: &str| MoveBody {
        body: COMPANY,
        answers_to: vec![to],
        from: day(from),
    };
    let grant = GrantRole {
        person: KIM,
        role: Role::Reader,
        body: SCHOOLS,
        from: day("2016-01-01"),
        to: None,
    };
    let grant_end = EndGrant {
        person: KIM,
        role: Role::Editor,
        body: SCHOOLS,
        last_day: day("2018-01-01"),
    };
    let since = |draft: DraftElement| DraftElement {
        since: Some(dated("2016")),
        ..draft
    };
    let found = FindInSource {
        wordings: vec![
            (Adoptable::Element(element(3)), wording(30)),
            (Adoptable::Vision(VISION), VISION_WORDING),
        ],
        ..finds(3, 30, "2017")
    };
    let step = |step| StepAssessment {
        assessment: assessment(1),
        step,
        by_link: false,
    };
    let mut recounted = measured("81.0", "2018-02-01");
    recounted.settled = Settled::Revised;
    let serves = ServeElement {
        indicator: ORGANISATION,
        element: element(1),
        order: 2,
        interpretation: Default::default(),
        since: None,
    };
    let mut document = writes(1, "skolplan");
    document.wording.valid_from = Some(dated("2016"));
    vec![
        (now, group.command()),
        (now, another_committee(5, "forr", "2011").command()),
        (now, another_committee(6, "nu", "2018-07-01").command()),
        (now, rename("Bolaget AB", "2016-05-01").command()),
        (
            now,
            rename("Bolaget i Exempelstad AB", "2020-01-01").command(),
        ),
        (now, moved(COUNCIL, "2016-05-01").command()),
        (now, moved(BOARD, "2020-01-01").command()),
        (
            now,
            EndBody {
                succeeded_by: vec![body(6)],
                ..ends(body(5), "2018-06-30")
            }
            .command(),
        ),
        (now, ends(body(6), "2025-12-31").command()),
        (now, grant.command()),
        (now, grant_end.command()),
        (
            now,
            topic_named(topic(4), Dimension::Area, "Norra Exempelstad").command(),
        ),
        (now, since(goal(1)).command()),
        (now, since(commitment(2)).command()),
        (now, since(goal(3)).command()),
        (at("2018-01-10"), ties(1, 2, 1).command()),
        (at("2018-01-10"), plans(1).command()),
        (at("2018-01-11"), places(1, &[element(1)]).command()),
        (
            at("2018-01-12"),
            HandInPlan {
                plan: plan(1),
                since: None,
            }
            .command(),
        ),
        (now, decides(1, "2016-03-01", vec![adopt(1, 10)]).command()),
        (
            now,
            decides(2, "2018-02-01", vec![Act::AdoptPlan(plan(1)), adopt(2, 20)]).command(),
        ),
        (
            now,
            marks(decision(1), Stage::MinutesApproved, "2016-03-10").command(),
        ),
        (now, found.command()),
        (at("2018-02-02"), rewording(1, 11).command()),
        (now, serves.command()),
        (now, measured("80.0", "2017-02-01").command()),
        (now, recounted.command()),
        (now, target(decision(1)).command()),
        (at("2018-03-01"), judges(1, 1, 1).command()),
        (at("2018-03-01"), step(Step::HandedIn).command()),
        (
            now,
            PutModelInForce {
                model: MODEL_A,
                since: None,
            }
            .command(),
        ),
        (now, indicator(PLACE, "arbetslosa", Class::Place).command()),
        (now, model_a().command()),
        (now, vision().command()),
        (now, interim().command()),
        (now, document.command()),
        (
            now,
            decides(3, "2016-04-01", vec![adopt_document(1, 100)]).command(),
        ),
        (now, crate::rules::documents::kind().command()),
        (now, law(5, "1992").command()),
        (now, checks(5, "1992").command()),
        (at("2018-04-01"), directs(1, 700).command()),
        (
            now,
            decides(4, "2018-05-01", vec![decide_directive(1, 700)]).command(),
        ),
    ]
}

fn twice(later: Option<Now>) -> World {
    let editor = GrantRole {
        person: KIM,
        role: Role::Editor,
        body: SCHOOLS,
        from: day("2016-01-01"),
        to: None,
    };
    // Granted outside the run: after its end, granting it again would be another grant.
    let mut world = exempelstad().and(import("2018-12-31"), editor);
    for (now, command) in run() {
        let shown = format!("{command:?}");
        world.perform(now, command).unwrap_or_else(|refusal| {
            panic!("{refusal:?} in the first run: {shown}");
        });
    }
    for (now, command) in run() {
        let shown = format!("{command:?}");
        let again = decide(&world.state, later.unwrap_or(now), command);
        assert_eq!(again, Ok(vec![]), "in the second run: {shown}");
    }
    world
}

#[test]
fn a_second_run_of_the_same_commands_changes_nothing() {
    twice(None);
}

#[test]
fn a_second_run_a_year_later_changes_nothing() {
    twice(Some(import("2019-12-31")));
}

#[test]
fn untying_twice_is_untying_once() {
    let untie = || UntieThread { thread: thread(1) };
    let world = exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), commitment(2))
        .and(kim("2016-02-01"), ties(1, 2, 1))
        .and(kim("2016-03-01"), untie());
    world.when(kim("2016-04-01"), untie()).then_nothing();
}

#[test]
fn what_stood_before_and_was_changed_meanwhile_is_said_again() {
    let named = |name: &str| RenameBody {
        body: SCHOOLS,
        names: Names::swedish(name),
        slug: Slug::parse("skola").unwrap(),
        from: day("2016-05-01"),
    };
    let world = bodies()
        .and(kim("2016-01-01"), named("A"))
        .and(kim("2016-01-02"), named("B"));
    world.when(kim("2016-01-03"), named("B")).then_nothing();
    world.when(kim("2016-01-03"), named("A")).then_accepted();
}

#[test]
fn only_the_wordings_that_are_new_are_found_again() {
    let world = exempelstad()
        .and(import("2016-01-01"), goal(1))
        .and(import("2016-01-01"), goal(2))
        .and(import("2017-01-01"), finds(1, 10, "2016-06"));
    let both = FindInSource {
        wordings: vec![
            (Adoptable::Element(element(1)), wording(10)),
            (Adoptable::Element(element(2)), wording(20)),
        ],
        ..finds(1, 10, "2016-06")
    };
    let event = world.when(import("2017-02-01"), both).then_on("2016-06-01");
    let only_new = finds(2, 20, "2016-06");
    assert_eq!(event, riktning_domain::Event::FoundInSource(only_new));
}
