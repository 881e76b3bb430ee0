//! Who may do what and read what, as two tables to be read by eye.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{Wish, World, day, import, kim};
use riktning_domain::assessments::{Step, StepAssessment};
use riktning_domain::bodies::MoveBody;
use riktning_domain::comments::{Audience, CommentOn};
use riktning_domain::decisions::{Act, Organised};
use riktning_domain::directives::HandInDirective;
use riktning_domain::documents::HandInDocument;
use riktning_domain::elements::{DropDraft, HandOver, LookAfter, RightSlip, TakeBackProposal};
use riktning_domain::ids::{BodyId, PersonId};
use riktning_domain::indicators::{ReportMeasurement, ServeElement, StopServing};
use riktning_domain::models::{DropModel, PutModelInForce};
use riktning_domain::notes::About;
use riktning_domain::permissions::{
    EndGrant, GrantRole, ReadSubject, Role, may_read, may_read_comment, permit,
};
use riktning_domain::plans::{
    AnswerReferral, CallOffReferral, HandInPlan, ReferPlan, TakeBackPlan,
};
use riktning_domain::proposals::{DropProposal, Proposable, RecallProposal};
use riktning_domain::sources::ImportedFacts;
use riktning_domain::threads::UntieThread;
use riktning_domain::topics::Dimension;
use riktning_domain::visibility::Readable;
use riktning_domain::{Command, Refusal, User};
use std::fmt::Write;

const TODAY: &str = "2018-03-01";

/// A person with one role at one body.
fn holder(role: Role, body: BodyId) -> PersonId {
    let at = Role::ALL.iter().position(|r| *r == role).unwrap() as u128;
    PersonId(uuid::Uuid::from_u128(
        1000 + at * 100 + body.0.as_u128() % 100,
    ))
}

/// A town in which every role is held once at the school committee, once at the board above
/// it and once at the company beside it.
fn town() -> World {
    let mut world = exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2016-01-01"), commitment(2))
        .and(kim("2016-01-02"), ties(1, 2, 1))
        .and(
            kim("2016-01-10"),
            decides(1, "2016-01-10", vec![adopt(1, 10)]),
        )
        .and(kim("2016-01-03"), plans(1))
        .and(kim("2016-01-03"), places(1, &[element(2)]))
        .and(kim("2016-01-03"), writes(1, "skolplan"))
        .and(
            kim("2016-03-01"),
            riktning_domain::decisions::RecordDecision {
                body: SCHOOLS,
                ..decides(2, "2016-03-01", vec![adopt(2, 20)])
            },
        );
    world = world.and(kim("2017-09-01"), judges(1, 1, 1));
    for role in Role::ALL {
        for body in [SCHOOLS, BOARD, COMPANY] {
            world = world.and(kim("2016-01-01"), grant(role, body));
        }
    }
    world
}

fn grant(role: Role, body: BodyId) -> GrantRole {
    GrantRole {
        person: holder(role, body),
        role,
        body,
        from: day("2016-01-01"),
        to: None,
    }
}

fn secret(what: Readable) -> riktning_domain::visibility::SetVisibility {
    crate::rules::visibility::secret(what, None)
}

/// One example of each command, about the school committee where it is about a body.
fn examples() -> Vec<(&'static str, Command)> {
    let step = |step| StepAssessment {
        assessment: assessment(1),
        step,
        by_link: false,
    };
    let imported = ImportedFacts {
        file: "0".repeat(64),
        bytes: 0,
        taken: 0,
        reported: 0,
    };
    let group = riktning_domain::group::DescribeGroup {
        name: "Exempelstads kommun".into(),
        place: "Exempelstad".into(),
        code: None,
        invented: true,
    };
    let cite = riktning_domain::sources::CiteSource {
        source: source(2),
        title: "Källa".into(),
        url: None,
    };
    let rename = riktning_domain::bodies::RenameBody {
        body: SCHOOLS,
        names: riktning_domain::Names::swedish("Ny"),
        slug: riktning_domain::Slug::parse("ny").unwrap(),
        from: day(TODAY),
    };
    let decide = riktning_domain::decisions::RecordDecision {
        body: SCHOOLS,
        ..decides(9, TODAY, vec![adopt(1, 10)])
    };
    let organises = |body| riktning_domain::decisions::RecordDecision {
        body,
        ..decides(9, TODAY, vec![Act::Organise(Organised::Founded(SCHOOLS))])
    };
    let theirs = ReportMeasurement {
        body: Some(SCHOOLS),
        ..measured("80.0", TODAY)
    };
    let stage = riktning_domain::decisions::Stage::Appealed;
    let organisation = riktning_domain::indicators::Class::Organisation;
    let stops = StopServing {
        indicator: ORGANISATION,
        element: element(1),
    };
    let serves = ServeElement {
        indicator: ORGANISATION,
        element: element(1),
        order: 0,
        interpretation: Default::default(),
        since: None,
    };
    let moved = MoveBody {
        body: SCHOOLS,
        answers_to: vec![COUNCIL],
        from: day(TODAY),
    };
    let ended = EndGrant {
        person: KIM,
        role: Role::Reader,
        body: SCHOOLS,
        last_day: day(TODAY),
    };
    vec![
        ("", group.command()),
        ("", cite.command()),
        ("", another_committee(5, "ny", TODAY).command()),
        ("", rename.command()),
        ("", moved.command()),
        ("", ends(SCHOOLS, TODAY).command()),
        ("", grant(Role::Reader, SCHOOLS).command()),
        ("", ended.command()),
        ("", vision().command()),
        ("", model_a().command()),
        (
            "",
            PutModelInForce {
                model: MODEL_A,
                since: None,
            }
            .command(),
        ),
        ("", DropModel { model: MODEL_A }.command()),
        (
            "",
            topic_named(topic(4), Dimension::Area, "Norra").command(),
        ),
        ("", grants(1, "9", decision(2)).command()),
        ("", prints(1, "9").command()),
        ("", goal(9).command()),
        ("", rewording(1, 11).command()),
        (
            "",
            DropDraft {
                element: element(2),
            }
            .command(),
        ),
        (
            "",
            TakeBackProposal {
                element: element(2),
            }
            .command(),
        ),
        (
            "",
            LookAfter {
                element: element(2),
                person: None,
                instead_of: None,
            }
            .command(),
        ),
        (
            "",
            RightSlip {
                element: element(2),
                wording: wording(20),
                instead_of: wording(20),
                reading: wording(99),
                text: "Mål".into(),
                reason: "Skrivfel".into(),
            }
            .command(),
        ),
        (
            "",
            HandOver {
                of: KIM,
                to: person(1),
                from: day(TODAY),
            }
            .command(),
        ),
        ("", ties(9, 2, 1).command()),
        ("", UntieThread { thread: thread(1) }.command()),
        ("", plans(2).command()),
        ("", places(1, &[element(1)]).command()),
        (
            "",
            HandInPlan {
                plan: plan(1),
                since: None,
            }
            .command(),
        ),
        ("", TakeBackPlan { plan: plan(1) }.command()),
        (
            "",
            ReferPlan {
                plan: plan(1),
                to: vec![COMPANY],
                until: day(TODAY),
            }
            .command(),
        ),
        ("", CallOffReferral { plan: plan(1) }.command()),
        (
            "of the body that is asked",
            AnswerReferral {
                plan: plan(1),
                body: COMPANY,
                says: None,
            }
            .command(),
        ),
        ("", arranges(1, 1, &[element(2)]).command()),
        ("", decide.command()),
        ("of council's about a body", organises(COUNCIL).command()),
        (
            "of a committee's about a body",
            organises(SCHOOLS).command(),
        ),
        ("", marks(decision(2), stage, TODAY).command()),
        ("", finds(1, 10, TODAY).command()),
        ("", indicator(ORGANISATION, "ny", organisation).command()),
        ("", serves.command()),
        ("", stops.command()),
        ("of a body", theirs.command()),
        ("of the group", measured("80.0", TODAY).command()),
        ("", target(decision(2)).command()),
        ("", interim().command()),
        ("", calls_off(ROUND).command()),
        ("", judges(2, 9, 1).command()),
        ("hand in", step(Step::HandedIn).command()),
        ("approve", step(Step::Approved).command()),
        ("", crate::site::notice(1).command()),
        (
            "",
            riktning_domain::site::notices::EndNotice {
                notice: crate::site::notice_id(1),
            }
            .command(),
        ),
        ("", crate::site::office(1).command()),
        ("", crate::site::hours(1).command()),
        ("", crate::site::exception(1).command()),
        ("", crate::site::taken_back(1).command()),
        ("", crate::site::page("/").command()),
        ("", crate::site::translation().command()),
        ("", crate::site::erased().command()),
        ("", crate::site::written(1, "Så gör du").command()),
        (
            "of a core value",
            topic_named(topic(4), Dimension::CoreValue, "Mod").command(),
        ),
        ("", writes(1, "skolplan").command()),
        (
            "nobody answers for",
            crate::rules::documents::unanswered().command(),
        ),
        (
            "that another body answers for",
            crate::rules::documents::taken_over(COMPANY).command(),
        ),
        (
            "",
            HandInDocument {
                document: document(1),
                wording: wording(100),
            }
            .command(),
        ),
        ("", crate::rules::documents::kind().command()),
        ("", law(5, "2015").command()),
        ("", checks(5, "2015").command()),
        ("", directs(1, 700).command()),
        (
            "",
            HandInDirective {
                directive: directive(1),
                wording: wording(700),
            }
            .command(),
        ),
        (
            "of a document",
            RecallProposal {
                what: Proposable::Document(document(1)),
                wording: wording(100),
            }
            .command(),
        ),
        (
            "of a directive",
            RecallProposal {
                what: Proposable::Directive(directive(1)),
                wording: wording(700),
            }
            .command(),
        ),
        (
            "of a document",
            DropProposal {
                what: Proposable::Document(document(1)),
                wording: wording(100),
            }
            .command(),
        ),
        (
            "of a directive",
            DropProposal {
                what: Proposable::Directive(directive(1)),
                wording: wording(700),
            }
            .command(),
        ),
        (
            "of a body's element",
            secret(Readable::Element(element(2))).command(),
        ),
        (
            "of the group's vision",
            secret(Readable::Vision(VISION)).command(),
        ),
        ("", elected(1, "2015-01-01", "2018-12-31").command()),
        ("", crate::rules::notes::notes(About::Group).command()),
        ("", crate::rules::shares::holds("100", "2016").command()),
        ("", peers(1).command()),
        ("", compared(1, 2017).command()),
        ("", guides(1, decision(2)).command()),
        ("", files(1, decision(2)).command()),
        (
            "without a decision",
            crate::rules::reports::found(2).command(),
        ),
        ("", imported.command()),
    ]
}

/// "own" at the body itself, "above" at the one it answers to, "other" beside it.
const WHERE: [(&str, BodyId); 3] = [("own", SCHOOLS), ("above", BOARD), ("other", COMPANY)];

fn table<T>(rows: &[(String, T)], may: impl Fn(&User, &T) -> bool) -> String {
    let mut out = String::new();
    for (name, what) in rows {
        writeln!(out, "{name}").unwrap();
        for role in Role::ALL {
            let places = WHERE.iter().filter(|(_, body)| {
                let person = User::Person(holder(role, *body));
                may(&person, what)
            });
            let places: Vec<&str> = places.map(|(place, _)| *place).collect();
            if !places.is_empty() {
                writeln!(out, "    {role:?}: {}", places.join(", ")).unwrap();
            }
        }
        let users = [("Resident", User::Resident), ("Import", User::Import)];
        for (user, _) in users.iter().filter(|(_, user)| may(user, what)) {
            writeln!(out, "    {user}").unwrap();
        }
    }
    out
}

#[test]
fn the_table_of_who_may_give_which_command() {
    let world = town();
    let rows = examples().into_iter().map(|(which, command)| {
        let name = format!("{} {which}", command.name());
        (name.trim_end().to_owned(), command)
    });
    let rows: Vec<_> = rows.collect();
    for name in Command::NAMES {
        assert!(
            rows.iter().any(|(row, _)| row.starts_with(name)),
            "{name} has no row"
        );
    }
    insta::assert_snapshot!(table(&rows, |user, command| {
        permit(&world.state, kim(TODAY), user, command).is_ok()
    }));
}

#[test]
fn the_table_of_who_may_read_what_is_not_public() {
    let handed_in = town()
        .and(
            kim("2016-02-01"),
            HandInPlan {
                plan: plan(1),
                since: None,
            },
        )
        .and(
            kim("2017-09-02"),
            StepAssessment {
                assessment: assessment(1),
                step: Step::HandedIn,
                by_link: false,
            },
        );
    let referred = ReferPlan {
        plan: plan(1),
        to: vec![COMPANY],
        until: day("2016-03-01"),
    };
    let asked = handed_in.clone().and(kim("2016-02-01"), referred);
    // The decision came before the plan was handed in, so both towns have a draft in it.
    let rows = [
        ("a draft", ReadSubject::ElementDraft(element(2))),
        ("a plan", ReadSubject::Plan(plan(1))),
        ("a verdict", ReadSubject::Assessment(assessment(1))),
        ("an unknown draft", ReadSubject::ElementDraft(element(9))),
        ("an unknown plan", ReadSubject::Plan(plan(9))),
        ("an unknown verdict", ReadSubject::Assessment(assessment(9))),
    ];
    let table_of = |world: &World, when: &str| {
        let rows = rows.map(|(name, subject)| (format!("{name}{when}"), subject));
        table(&rows, |user, subject| {
            may_read(&world.state, day(TODAY), user, *subject)
        })
    };
    let kept = Readable::Element(element(1));
    let internal = riktning_domain::visibility::Visibility::Internal;
    let internal = crate::rules::visibility::shown_to(kept, internal);
    let internal = town().and(kim("2018-02-01"), internal);
    let hidden = town().and(kim("2018-02-01"), secret(kept));
    let reads = |world: &World, name: &str| {
        let rows = [(name.to_owned(), ReadSubject::KeptBack(kept))];
        table(&rows, |user, subject| {
            may_read(&world.state, day(TODAY), user, *subject)
        })
    };
    insta::assert_snapshot!(
        "the_table_of_who_may_read_what_is_kept_back",
        reads(&internal, "an internal goal") + &reads(&hidden, "a secret goal")
    );
    let both = table_of(&town(), "") + &table_of(&handed_in, ", handed in");
    let both = both + &table_of(&asked, ", and the other body asked");
    let both = both + &comments_on(&town(), "") + &comments_on(&handed_in, ", handed in");
    let both = both + &comments_on(&asked, ", and the other body asked");
    insta::assert_snapshot!(both);
}

/// Who reads the comments on a plan and on a row in it, and so may answer them.
fn comments_on(world: &World, when: &str) -> String {
    let mut rows = Vec::new();
    for (of, row) in [("plan", None), ("draft", Some(element(2)))] {
        for (whom, audience) in [("within", Audience::Inside), ("between", Audience::Between)] {
            let plan = plan(1);
            let on = CommentOn {
                plan,
                row,
                audience,
            };
            rows.push((format!("a comment on a {of}, {whom}{when}"), on));
        }
    }
    table(&rows, |user, on| {
        may_read_comment(&world.state, day(TODAY), user, on)
    })
}

#[test]
fn a_role_holds_from_its_first_day_to_its_last() {
    let granted = GrantRole {
        person: KIM,
        role: Role::Contributor,
        body: SCHOOLS,
        from: day("2017-01-01"),
        to: Some(day("2017-12-31")),
    };
    let world = exempelstad().and(kim("2016-06-01"), granted);
    let may = |world: &World, on| {
        permit(
            &world.state,
            kim(on),
            &User::Person(KIM),
            &goal(1).command(),
        )
    };
    let no = Err(Refusal::NotPermitted);
    assert_eq!(may(&world, "2016-12-31"), no);
    assert_eq!(may(&world, "2017-01-01"), Ok(()));
    assert_eq!(may(&world, "2017-12-31"), Ok(()));
    assert_eq!(may(&world, "2018-01-01"), no);
    let ended = EndGrant {
        person: KIM,
        role: Role::Contributor,
        body: SCHOOLS,
        last_day: day("2017-06-30"),
    };
    let world = world.and(kim("2017-06-15"), ended);
    assert_eq!(may(&world, "2017-06-30"), Ok(()));
    assert_eq!(may(&world, "2017-07-01"), no);
}

#[test]
fn a_controller_follows_the_body_from_the_day_it_moves() {
    let moved = MoveBody {
        body: SCHOOLS,
        answers_to: vec![COMPANY],
        from: day("2018-01-01"),
    };
    let world = town().and(import("2017-10-01"), moved);
    let may = |on, body| {
        let user = User::Person(holder(Role::Controller, body));
        permit(&world.state, kim(on), &user, &goal(9).command()).is_ok()
    };
    assert!(may("2017-12-31", BOARD) && !may("2017-12-31", COMPANY));
    assert!(may("2018-01-01", COMPANY));
    // The company answers to the board, so the board's controller follows still.
    assert!(may("2018-01-01", BOARD));
}

#[test]
fn nobody_gives_themselves_a_role_and_whoever_ends_ones_own_may() {
    let world = town();
    let administrator = holder(Role::Administrator, SCHOOLS);
    let to = |person| GrantRole {
        person,
        role: Role::Editor,
        body: SCHOOLS,
        from: day(TODAY),
        to: None,
    };
    let may = |command: Command| {
        let user = User::Person(administrator);
        permit(&world.state, kim(TODAY), &user, &command)
    };
    let mine = Command::GrantRole(to(administrator));
    assert_eq!(may(mine), Err(Refusal::NotPermitted));
    assert_eq!(may(Command::GrantRole(to(KIM))), Ok(()));
    let ended = EndGrant {
        person: administrator,
        role: Role::Administrator,
        body: SCHOOLS,
        last_day: day(TODAY),
    };
    assert_eq!(may(Command::EndGrant(ended)), Ok(()));
}
