//! Comment rounds (*remiss*): who asks whom, until when, who reads what is asked about, and what they
//! answer.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, day, import, kim};
use riktning_domain::bodies::EndBody;
use riktning_domain::comments::Audience;
use riktning_domain::decisions::{Act, RecordDecision, Stage};
use riktning_domain::elements::{LookAfter, TakeBackProposal};
use riktning_domain::ids::{BodyId, PersonId};
use riktning_domain::inside::Standing;
use riktning_domain::permissions::{Role, User, may_read_event};
use riktning_domain::plans::{
    AnswerReferral, CallOffReferral, HandInPlan, PlaceInPlan, ReferPlan, TakeBackPlan,
};
use riktning_domain::refusal::Fact;
use riktning_domain::visibility::Readable;
use riktning_domain::{Event, Refusal, Text};

const NOW: &str = "2016-01-10";
const UNTIL: &str = "2016-01-20";
const LATER: &str = "2016-01-25";

/// Everybody who holds a role, by their number.
const OWN: u128 = 1;
const ASKED: u128 = 2;
const ASKED_APPROVER: u128 = 3;
const ASKED_REGISTRAR: u128 = 4;
const ASKED_ELECTED: u128 = 5;
const BESIDE: u128 = 6;
const ABOVE: u128 = 7;
const EVERYBODY: [u128; 7] = [
    OWN,
    ASKED,
    ASKED_APPROVER,
    ASKED_REGISTRAR,
    ASKED_ELECTED,
    BESIDE,
    ABOVE,
];

/// Plan 1 of the schools with the commitments 2 and 3, of which 3 is secret. Plan 2 of theirs is not
/// handed in.
fn town() -> World {
    let secret = super::visibility::secret(Readable::Element(element(3)), None);
    let world = exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(
            kim("2016-01-01"),
            decides(9, "2016-01-01", vec![adopt(1, 10)]),
        )
        .and(kim("2016-01-01"), commitment(2))
        .and(kim("2016-01-02"), ties(1, 2, 1))
        .and(kim("2016-01-02"), commitment(3))
        .and(kim("2016-01-02"), ties(2, 3, 1))
        .and(kim("2016-01-02"), commitment(4))
        .and(kim("2016-01-03"), plans(1))
        .and(kim("2016-01-03"), places(1, &[element(2), element(3)]))
        .and(kim("2016-01-03"), plans(2))
        .and(kim("2016-01-03"), places(2, &[element(4)]))
        .and(kim("2016-01-03"), secret);
    let roles = [
        (OWN, Role::Approver, SCHOOLS),
        (ASKED, Role::Contributor, COMPANY),
        (ASKED_APPROVER, Role::Approver, COMPANY),
        (ASKED_REGISTRAR, Role::Registrar, COMPANY),
        (ASKED_ELECTED, Role::Reader, COMPANY),
        (BESIDE, Role::Contributor, BESIDES),
        (ABOVE, Role::Contributor, BOARD),
    ];
    let beside = another_committee(5, "kultur", "2015-01-01");
    let world = world.and(import("2016-01-01"), beside);
    roles.into_iter().fold(world, |world, (n, role, body)| {
        world.and(import("2016-01-01"), grant(n, role, body))
    })
}

const BESIDES: BodyId = body(5);

fn handed_in() -> World {
    town().and(kim("2016-01-05"), hand_in(1))
}

fn hand_in(n: u128) -> HandInPlan {
    let plan = plan(n);
    HandInPlan { plan, since: None }
}

fn asks(to: &[BodyId]) -> ReferPlan {
    ReferPlan {
        plan: plan(1),
        to: to.to_vec(),
        until: day(UNTIL),
    }
}

/// The company is asked.
fn asked() -> World {
    handed_in().and(kim(NOW), asks(&[COMPANY]))
}

fn answers(body: BodyId, says: Option<&str>) -> AnswerReferral {
    AnswerReferral {
        plan: plan(1),
        body,
        says: says.map(Text::new),
    }
}

const CALLS_OFF: CallOffReferral = CallOffReferral { plan: plan(1) };

fn adopts() -> RecordDecision {
    let acts = vec![adopt(2, 20), adopt(3, 30), Act::AdoptPlan(plan(1))];
    RecordDecision {
        body: SCHOOLS,
        ..decides(1, LATER, acts)
    }
}

/// Those who read the plan, and whether each reads its row 2 and the secret row 3, on a day.
fn readers(world: &World, on: &str) -> Vec<(u128, bool, bool)> {
    let all = EVERYBODY.into_iter().map(|n| {
        let i = world.state.inside(person(n), day(on));
        let rows = [2, 3].map(|row| i.element(element(row)).is_some());
        let reads = i.plan(plan(1)).is_some_and(|plan| plan.is_readable());
        (n, reads, rows)
    });
    let all = all.filter(|(_, reads, rows)| *reads || rows.contains(&true));
    all.map(|(n, _, [row, secret])| (n, row, secret)).collect()
}

/// The bodies that somebody sees asked, each with its last answer: none, nothing to object to, words.
fn seen(world: &World, n: u128, on: &str) -> Vec<(BodyId, Option<Option<String>>)> {
    let i = world.state.inside(person(n), day(on));
    let referral = i.plan(plan(1)).and_then(|plan| plan.referral());
    let asked = referral.map(|r| r.asked).unwrap_or_default();
    let words = |says: Option<&Text>| says.and_then(Text::as_str).map(str::to_owned);
    let rows = asked.iter().map(|asked| {
        let last = asked.answers.last().map(|last| words(last.says));
        (asked.body, last)
    });
    rows.collect()
}

fn waited_for(world: &World, n: u128, on: &str) -> bool {
    let i = world.state.inside(person(n), day(on));
    i.is_waited_for(plan(1))
}

#[test]
fn a_plan_is_asked_about_while_it_waits_for_its_decision_and_no_longer() {
    let refer = asks(&[COMPANY]);
    town()
        .when(kim(NOW), refer.clone())
        .then_refused(Refusal::PlanNotHandedIn);
    handed_in().when(kim(NOW), refer.clone()).then_accepted();
    let back = handed_in().and(kim(NOW), TakeBackPlan { plan: plan(1) });
    back.when(kim(NOW), refer.clone())
        .then_refused(Refusal::PlanNotHandedIn);
    handed_in()
        .and(kim(LATER), adopts())
        .when(kim(LATER), refer.clone())
        .then_refused(Refusal::PlanDecided);
    let unknown = ReferPlan {
        plan: plan(9),
        ..refer
    };
    handed_in()
        .when(kim(NOW), unknown)
        .then_refused(Refusal::Unknown { fact: Fact::Plan });
}

#[test]
fn a_supplement_that_has_been_taken_up_is_asked_about_no_longer() {
    let refer = ReferPlan {
        plan: plan(2),
        ..asks(&[COMPANY])
    };
    let world = handed_in()
        .and(kim(NOW), ties(3, 4, 1))
        .and(kim(NOW), hand_in(2))
        .and(kim(NOW), refer.clone())
        .and(kim(LATER), adopts());
    let i = |world: &World| {
        let i = world.state.inside(person(ASKED), day("2016-01-28"));
        i.element(element(4))
            .is_some_and(|row| row.standing != Standing::Adopted)
    };
    assert!(i(&world));
    let takes_up = vec![adopt(4, 40), Act::SupplementPlan(plan(1), vec![element(4)])];
    let takes_up = RecordDecision {
        body: SCHOOLS,
        ..decides(2, "2016-01-27", takes_up)
    };
    let world = world.and(kim("2016-01-27"), takes_up);
    assert!(!i(&world));
    let again = ReferPlan {
        until: day("2016-02-20"),
        ..refer
    };
    world
        .when(kim("2016-01-28"), again)
        .then_refused(Refusal::PlanDecided);
}

#[test]
fn at_least_one_other_body_that_is_there_is_asked_and_each_once() {
    let refused = |to: &[BodyId], refusal| {
        handed_in().when(kim(NOW), asks(to)).then_refused(refusal);
    };
    refused(&[], Refusal::NobodyAsked);
    refused(&[COMPANY, COMPANY], Refusal::TwiceTheSame);
    refused(&[COMPANY, SCHOOLS], Refusal::AsksItself);
    refused(&[body(9)], Refusal::Unknown { fact: Fact::Body });
    handed_in()
        .when(kim(NOW), asks(&[COMPANY, BOARD]))
        .then_accepted();
    let ended = handed_in().and(kim(NOW), ends(COMPANY, NOW));
    ended.when(kim(NOW), asks(&[COMPANY])).then_accepted();
    ended
        .when(kim("2016-01-11"), asks(&[COMPANY]))
        .then_refused(Refusal::BodyNotAlive {
            on: day("2016-01-11"),
            last_day: Some(day(NOW)),
        });
}

#[test]
fn the_last_day_is_today_or_later() {
    let until = |on: &str| ReferPlan {
        until: day(on),
        ..asks(&[COMPANY])
    };
    handed_in()
        .when(kim(NOW), until("2016-01-09"))
        .then_refused(Refusal::AskedForDayOver {
            until: day("2016-01-09"),
            today: day(NOW),
        });
    handed_in().when(kim(NOW), until(NOW)).then_on(NOW);
    handed_in()
        .when(kim(NOW), until("2017-01-11"))
        .then_refused(Refusal::AskedForTooLong {
            until: day("2017-01-11"),
            last: day("2017-01-10"),
        });
    handed_in().when(kim(NOW), until("2017-01-10")).then_on(NOW);
}

#[test]
fn said_anew_it_replaces_whom_it_asks_and_the_day_and_the_same_again_is_nothing() {
    let world = asked();
    world.when(kim(NOW), asks(&[COMPANY])).then_nothing();
    // The form that was sent again on the day after is the same form.
    world.when(kim(LATER), asks(&[COMPANY])).then_nothing();
    let longer = ReferPlan {
        until: day(LATER),
        ..asks(&[BESIDES])
    };
    let world = world.and(kim("2016-01-11"), longer);
    assert_eq!(seen(&world, OWN, NOW), [(COMPANY, None)]);
    assert_eq!(seen(&world, OWN, "2016-01-11"), [(BESIDES, None)]);
    let may = |n| {
        readers(&world, "2016-01-12")
            .iter()
            .any(|(who, ..)| *who == n)
    };
    assert_eq!([may(ASKED), may(BESIDE)], [false, true]);
}

#[test]
fn whoever_is_asked_reads_what_is_handed_in_but_for_what_is_secret_and_nobody_else_gains() {
    let own = [(OWN, true, true)];
    assert_eq!(readers(&town(), NOW), own);
    assert_eq!(readers(&handed_in(), NOW), own);
    let asked_too = [
        (OWN, true, true),
        (ASKED, true, false),
        (ASKED_APPROVER, true, false),
        (ASKED_REGISTRAR, true, false),
    ];
    let world = asked();
    assert_eq!(readers(&world, NOW), asked_too);
    // Late is still open.
    assert_eq!(readers(&world, LATER), asked_too);
    let off = world.clone().and(kim("2016-01-12"), CALLS_OFF);
    assert_eq!(readers(&off, "2016-01-12"), own);
    let back = world
        .clone()
        .and(kim("2016-01-12"), TakeBackPlan { plan: plan(1) });
    assert_eq!(readers(&back, "2016-01-12"), own);
    // Handed in anew it is asked about anew.
    let again = back.and(kim("2016-01-13"), hand_in(1));
    assert_eq!(readers(&again, "2016-01-13"), own);
    // The other plan of the same body is nobody's who is asked about this one, by no id.
    let i = world.state.inside(person(ASKED), day(NOW));
    assert!(i.element(element(4)).is_none());
    assert!(!i.plan(plan(2)).unwrap().is_readable());
    assert!(i.numbered(i.element(element(2)).unwrap().number).is_some());
}

#[test]
fn who_looks_after_a_row_and_what_it_said_before_is_not_for_those_who_are_asked() {
    let looks_after = LookAfter {
        element: element(2),
        person: Some(KIM),
        instead_of: None,
    };
    let world = handed_in()
        .and(kim("2016-01-07"), rewording(2, 21))
        .and(kim("2016-01-08"), looks_after)
        .and(kim(NOW), asks(&[COMPANY]));
    let i = |n| world.state.inside(person(n), day(NOW));
    assert_eq!(i(OWN).looked_after_by(element(2)), Some(KIM));
    assert_eq!(i(ASKED).looked_after_by(element(2)), None);
    let reads = |n, w| {
        let user = User::Person(person(n));
        let id = element(2);
        riktning_domain::permissions::may_read_wording(
            &world.state,
            day(NOW),
            &user,
            id,
            wording(w),
        )
    };
    assert_eq!([reads(OWN, 20), reads(OWN, 21)], [true, true]);
    assert_eq!([reads(ASKED, 20), reads(ASKED, 21)], [false, true]);
}

#[test]
fn whoever_is_asked_comments_between_bodies_and_reads_nothing_that_is_said_inside() {
    let place = |world: &World, n, row| {
        let i = world.state.inside(person(n), day(NOW));
        i.comment_place(plan(1), row)
            .map(|place| [Audience::Inside, Audience::Between].map(|a| place.opens(a)))
    };
    assert_eq!(place(&handed_in(), ASKED, None), None);
    let world = asked();
    for row in [None, Some(element(2))] {
        assert_eq!(place(&world, ASKED, row), Some([false, true]));
        assert_eq!(place(&world, OWN, row), Some([true, true]));
        assert_eq!(place(&world, BESIDE, row), None);
    }
    assert_eq!(place(&world, ASKED, Some(element(3))), None, "it is secret");
}

#[test]
fn a_body_that_is_asked_answers_and_its_last_word_stands() {
    let world = asked();
    assert!(waited_for(&world, ASKED, NOW) && waited_for(&world, ASKED_APPROVER, NOW));
    assert!(!waited_for(&world, OWN, NOW) && !waited_for(&world, ASKED_ELECTED, NOW));
    world
        .when(kim(NOW), answers(COMPANY, Some(" ")))
        .then_refused(Refusal::Blank { field: "says" });
    world
        .when(kim(NOW), answers(BESIDES, Some("Bra!")))
        .then_refused(Refusal::NotAsked);
    world
        .when(kim(NOW), answers(COMPANY, Some("Kim har 121212-1212.")))
        .then_refused(Refusal::PersonalNumber {
            number: "121212-…".into(),
        });
    let world = world.and(kim("2016-01-11"), answers(COMPANY, Some("Bygg mer!")));
    world
        .when(kim("2016-01-12"), answers(COMPANY, Some("Bygg mer!")))
        .then_nothing();
    assert!(!waited_for(&world, ASKED, "2016-01-11"));
    let word = |words: &str| Some(Some(words.to_owned()));
    for n in [OWN, ASKED] {
        assert_eq!(
            seen(&world, n, "2016-01-11"),
            [(COMPANY, word("Bygg mer!"))]
        );
    }
    // Late is heard, too; and what was said before is kept.
    let world = world.and(kim(LATER), answers(COMPANY, None));
    assert_eq!(seen(&world, OWN, LATER), [(COMPANY, Some(None))]);
    let i = world.state.inside(person(OWN), day(LATER));
    let referral = i.plan(plan(1)).unwrap().referral().unwrap();
    assert_eq!(referral.asked[0].answers.len(), 2);
    assert_eq!(seen(&world, BESIDE, LATER), []);
}

#[test]
fn nobody_answers_what_is_not_asked_or_is_over() {
    let answer = answers(COMPANY, None);
    town()
        .when(kim(NOW), answer.clone())
        .then_refused(Refusal::PlanNotHandedIn);
    handed_in()
        .when(kim(NOW), answer.clone())
        .then_refused(Refusal::NotAsked);
    asked()
        .and(kim(NOW), CALLS_OFF)
        .when(kim(NOW), answer.clone())
        .then_refused(Refusal::NotAsked);
    asked()
        .and(kim(LATER), adopts())
        .when(kim(LATER), answer)
        .then_refused(Refusal::PlanDecided);
}

#[test]
fn a_round_is_called_off_once_and_what_was_answered_stands() {
    handed_in().when(kim(NOW), CALLS_OFF).then_nothing();
    let unknown = CallOffReferral { plan: plan(9) };
    asked()
        .when(kim(NOW), unknown)
        .then_refused(Refusal::Unknown { fact: Fact::Plan });
    let world = asked()
        .and(kim(NOW), answers(COMPANY, Some("Bygg mer!")))
        .and(kim("2016-01-11"), CALLS_OFF);
    world.when(kim("2016-01-11"), CALLS_OFF).then_nothing();
    let word = Some(Some("Bygg mer!".to_owned()));
    assert_eq!(seen(&world, OWN, "2016-01-11"), [(COMPANY, word)]);
    world
        .when(kim("2016-01-11"), asks(&[COMPANY]))
        .then_accepted();
}

#[test]
fn a_decision_closes_the_round_and_a_body_keeps_its_own_word() {
    let world = asked()
        .and(kim(NOW), answers(COMPANY, Some("Bygg mer!")))
        .and(kim(LATER), adopts());
    let open = |world: &World, n| {
        let i = world.state.inside(person(n), day("2016-02-20"));
        i.plan(plan(1))
            .and_then(|plan| plan.referral())
            .map(|r| r.is_open)
    };
    assert_eq!(open(&world, OWN), Some(false));
    assert!(!waited_for(&world, ASKED, LATER));
    let word = Some(Some("Bygg mer!".to_owned()));
    assert_eq!(seen(&world, OWN, LATER), [(COMPANY, word.clone())]);
    assert_eq!(seen(&world, ASKED, LATER), [(COMPANY, word)]);
    assert_eq!(seen(&world, BESIDE, LATER), []);
    // Nobody waits any longer for whoever has not answered.
    let unanswered = asked().and(kim(LATER), adopts());
    assert!(waited_for(&asked(), ASKED, LATER) && !waited_for(&unanswered, ASKED, LATER));
    // What a court quashes waits for its decision again, and is asked about still.
    let world = world.and(
        kim("2016-02-15"),
        marks(decision(1), Stage::Appealed, "2016-02-10"),
    );
    let world = world.and(
        kim("2016-02-15"),
        marks(decision(1), Stage::Quashed, "2016-02-15"),
    );
    assert_eq!(open(&world, ASKED), Some(true));
}

#[test]
fn what_was_taken_out_of_a_plan_before_it_was_asked_about_is_not_asked_about() {
    // Row 2 is decided, proposed anew in plan 2 and taken out of it, and proposed in plan 3.
    let refer = ReferPlan {
        plan: plan(2),
        ..asks(&[COMPANY])
    };
    let taken_back = TakeBackProposal {
        element: element(2),
    };
    let world = handed_in()
        .and(
            kim("2016-01-06"),
            RecordDecision {
                date: dated("2016-01-06"),
                ..adopts()
            },
        )
        .and(kim("2016-01-07"), rewording(2, 21))
        .and(kim("2016-01-07"), places(2, &[element(2)]))
        .and(kim("2016-01-07"), taken_back)
        .and(kim("2016-01-07"), ties(3, 4, 1))
        .and(kim("2016-01-08"), hand_in(2))
        .and(kim("2016-01-08"), rewording(2, 22))
        .and(kim("2016-01-08"), plans(3))
        .and(kim("2016-01-08"), places(3, &[element(2)]))
        .and(kim("2016-01-09"), hand_in(3))
        .and(kim(NOW), refer);
    let standing = |n| {
        let i = world.state.inside(person(n), day(NOW));
        [2, 4].map(|row| i.element(element(row)).map(|row| row.standing))
    };
    let (draft, proposal) = (Some(Standing::Draft), Some(Standing::Proposal));
    assert_eq!(standing(OWN), [proposal, draft]);
    assert_eq!(standing(ASKED), [Some(Standing::Adopted), draft]);
}

#[test]
fn whoever_is_waited_for_is_reminded_three_days_before_and_not_at_once() {
    let world = asked();
    let near = |world: &World, n, on: &str| {
        let i = world.state.inside(person(n), day(on));
        let near = i.referral_reminders();
        assert!(
            near.iter()
                .all(|(plan, until)| i.is_reminded_of_referral(*plan, *until))
        );
        near.len()
    };
    let on = |on| near(&world, ASKED, on);
    assert_eq!(
        ["2016-01-16", "2016-01-17", UNTIL, "2016-01-21"].map(on),
        [0, 1, 1, 0]
    );
    assert_eq!(near(&world, OWN, "2016-01-17"), 0);
    let answered = asked().and(kim("2016-01-11"), answers(COMPANY, None));
    assert_eq!(near(&answered, ASKED, "2016-01-17"), 0);
    let soon = ReferPlan {
        until: day("2016-01-12"),
        ..asks(&[COMPANY])
    };
    let world = handed_in().and(kim(NOW), soon);
    assert_eq!(
        [NOW, "2016-01-12"].map(|on| near(&world, ASKED, on)),
        [0, 0]
    );
}

#[test]
fn what_comes_in_the_place_of_a_body_is_asked_in_its_place() {
    let ended = EndBody {
        body: COMPANY,
        last_day: day("2016-01-12"),
        succeeded_by: vec![BESIDES],
    };
    let world = asked().and(kim(NOW), ended);
    let on = "2016-01-13";
    assert!(waited_for(&world, BESIDE, on));
    world
        .when(kim(on), answers(COMPANY, None))
        .then_refused(Refusal::BodyNotAlive {
            on: day(on),
            last_day: Some(day("2016-01-12")),
        });
    let world = world.and(kim(on), answers(BESIDES, None));
    assert!(!waited_for(&world, BESIDE, on));
    assert_eq!(seen(&world, OWN, on), [(COMPANY, Some(None))]);
}

#[test]
fn an_answer_is_read_in_the_journal_by_those_who_read_it_beside_the_plan() {
    let world = asked().and(kim(NOW), answers(COMPANY, Some("Bygg mer!")));
    let row = world.journal.last().unwrap();
    assert!(matches!(row.event, Event::ReferralAnswered(_)));
    let reads = |n: &u128| {
        let user = User::Person(PersonId(person(*n).0));
        may_read_event(&world.state, day(NOW), &user, row)
    };
    let readers: Vec<u128> = EVERYBODY.into_iter().filter(reads).collect();
    assert_eq!(readers, [OWN, ASKED, ASKED_APPROVER, ASKED_REGISTRAR]);
}

#[test]
fn other_words_for_a_row_are_read_while_they_are_asked_about() {
    let world = asked();
    let world = world.and(kim("2016-01-11"), rewording(2, 21));
    assert!(readers(&world, "2016-01-11").contains(&(ASKED, true, false)));
}

#[test]
fn nothing_is_placed_in_a_plan_behind_the_day_on_which_it_was_taken_out() {
    // Row 2 is decided and proposed anew, and that is taken back on the 9th.
    let decided = RecordDecision {
        date: dated("2016-01-06"),
        ..adopts()
    };
    let taken_back = TakeBackProposal {
        element: element(2),
    };
    let world = handed_in()
        .and(kim("2016-01-06"), decided)
        .and(kim("2016-01-07"), rewording(2, 21))
        .and(kim("2016-01-09"), taken_back);
    let placed = |since| PlaceInPlan {
        since: Some(dated(since)),
        ..places(2, &[element(2)])
    };
    world
        .when(import(NOW), placed("2016-01-08"))
        .then_refused(Refusal::WouldBreak {
            day: day("2016-01-09"),
            fact: Fact::Element,
        });
    world
        .when(import(NOW), placed("2016-01-09"))
        .then_on("2016-01-09");
}
