//! Owner directives: the council decides, the general meeting adopts, and only then is the
//! company bound.

use crate::commands::*;
use crate::exempelstad::*;
use crate::rules::visibility::secret;
use crate::world::{World, dated, day, import, kim};
use riktning_domain::Refusal;
use riktning_domain::bodies::{BodyKind, FoundBody, MoveBody};
use riktning_domain::decisions::{Adoptable, FindInSource, RecordDecision, Stage};
use riktning_domain::directives::{DraftDirective, HandInDirective, SpringsFrom};
use riktning_domain::ids::BodyId;
use riktning_domain::inside::Standing;
use riktning_domain::permissions::{Role, User, may_read_directive};
use riktning_domain::refusal::Fact;
use riktning_domain::visibility::Readable;

const MEETING: BodyId = body(7);

/// The company answers to its general meeting, which answers to the council.
fn town() -> World {
    let meeting = |n: u128, slug: &str| FoundBody {
        kind: BodyKind::GeneralMeeting,
        answers_to: vec![COUNCIL],
        ..another_committee(n, slug, "2010")
    };
    let moved = MoveBody {
        body: COMPANY,
        answers_to: vec![MEETING],
        from: day("2015-02-01"),
    };
    exempelstad()
        .and(kim("2015-02-01"), meeting(7, "stamman"))
        .and(kim("2015-02-01"), meeting(8, "en-annan-stamma"))
        .and(kim("2015-02-01"), moved)
}

fn meets(n: u128, on: &str, body: BodyId, w: u128) -> RecordDecision {
    RecordDecision {
        body,
        ..decides(n, on, vec![adopt_directive(1, w)])
    }
}

fn decided() -> World {
    town().and(kim("2016-01-01"), directs(1, 700)).and(
        kim("2016-02-01"),
        decides(1, "2016-02-01", vec![decide_directive(1, 700)]),
    )
}

/// What is decided and what binds, as text.
fn shown(world: &World, on: &str) -> String {
    let said = world.published(on).directives_of(COMPANY);
    let said = said.iter().map(|d| {
        let orders = d.wording.orders[0].as_str().unwrap();
        let bound = d.bound_by.map_or("not binding", |_| "binding");
        let before = d
            .still_binding
            .map_or("", |(words, _)| words.orders[0].as_str().unwrap());
        format!("{orders} {bound} {before}")
    });
    said.collect::<Vec<_>>().join("; ").trim_end().to_owned()
}

#[test]
fn it_is_given_to_a_company_and_orders_something() {
    let world = town();
    let now = kim("2016-01-01");
    let with = |change: &dyn Fn(&mut DraftDirective)| {
        let mut directive = directs(1, 700);
        change(&mut directive);
        directive
    };
    let blank = |field| Refusal::Blank { field };
    let unknown = |fact| Refusal::Unknown { fact };
    let goal = SpringsFrom {
        element: element(9),
        interpretation: Default::default(),
    };
    for (directive, refusal) in [
        (
            with(&|d| d.wording.title = "".into()),
            blank("wording.title"),
        ),
        (
            with(&|d| d.wording.orders = vec![]),
            blank("wording.orders"),
        ),
        (
            with(&|d| d.wording.orders = vec![" ".into()]),
            blank("wording.orders"),
        ),
        (with(&|d| d.company = SCHOOLS), Refusal::NotACompany),
        (with(&|d| d.company = body(9)), unknown(Fact::Body)),
        (
            with(&|d| d.wording.source = Some(source(9))),
            unknown(Fact::Source),
        ),
        (
            with(&|d| d.wording.goals = vec![goal]),
            unknown(Fact::Element),
        ),
    ] {
        world.when(now, directive).then_refused(refusal);
    }
    let world = world.and(now, directs(1, 700));
    world.when(now, directs(1, 700)).then_nothing();
    world
        .when(now, with(&|d| d.wording.title = "Ett annat".into()))
        .then_refused(Refusal::TwiceTheSame);
    let elsewhere = with(&|d| {
        d.company = SCHOOLS;
        d.wording_id = wording(701);
    });
    world
        .when(now, elsewhere)
        .then_refused(Refusal::AlreadyThere {
            fact: Fact::Directive,
        });
}

#[test]
fn until_the_meeting_has_adopted_it_it_is_decided_but_not_binding() {
    let world = decided().and(kim("2016-04-20"), meets(2, "2016-04-20", MEETING, 700));
    assert_eq!(shown(&world, "2016-01-31"), "");
    assert_eq!(shown(&world, "2016-02-01"), "Bygg 700 hus. not binding");
    assert_eq!(shown(&world, "2016-04-20"), "Bygg 700 hus. binding");
    // A new one binds nobody until the meeting has met again; the old one does.
    let world = world.and(kim("2017-01-01"), directs(1, 900)).and(
        kim("2017-02-01"),
        decides(3, "2017-02-01", vec![decide_directive(1, 900)]),
    );
    assert_eq!(
        shown(&world, "2017-02-01"),
        "Bygg 900 hus. not binding Bygg 700 hus."
    );
    let world = world.and(kim("2017-04-20"), meets(4, "2017-04-20", MEETING, 900));
    assert_eq!(shown(&world, "2017-04-20"), "Bygg 900 hus. binding");
}

#[test]
fn the_council_decides_and_nobody_else() {
    let world = town().and(kim("2016-01-01"), directs(1, 700));
    let by = |body| RecordDecision {
        body,
        ..decides(1, "2016-02-01", vec![decide_directive(1, 700)])
    };
    let now = kim("2016-02-01");
    for body in [BOARD, SCHOOLS, MEETING] {
        world
            .when(now, by(body))
            .then_refused(Refusal::WrongDecider);
    }
    world.when(now, by(COUNCIL)).then_accepted();
    let unknown = Refusal::Unknown {
        fact: Fact::Directive,
    };
    world
        .when(
            now,
            decides(1, "2016-02-01", vec![decide_directive(9, 700)]),
        )
        .then_refused(unknown);
}

#[test]
fn the_companys_own_meeting_adopts_what_the_council_decided() {
    let world = decided().and(kim("2016-03-01"), directs(1, 900));
    let now = kim("2016-04-20");
    for other in [COUNCIL, body(8)] {
        world
            .when(now, meets(2, "2016-04-20", other, 700))
            .then_refused(Refusal::WrongDecider);
    }
    world
        .when(now, meets(2, "2016-04-20", MEETING, 900))
        .then_refused(Refusal::WordingChanged {
            newest: wording(700),
        });
    world
        .when(now, meets(2, "2016-01-31", MEETING, 700))
        .then_refused(Refusal::NotAdopted {
            on: day("2016-01-31"),
        });
    world
        .when(now, meets(2, "2016-04-20", MEETING, 700))
        .then_accepted();
}

#[test]
fn a_quashed_decision_binds_nobody() {
    let bound = decided().and(kim("2016-04-20"), meets(2, "2016-04-20", MEETING, 700));
    let quashed = |n: u128| {
        let mark = marks(decision(n), Stage::Quashed, "2016-06-01");
        bound.clone().and(kim("2016-06-01"), mark)
    };
    assert_eq!(
        shown(&quashed(2), "2016-06-01"),
        "Bygg 700 hus. not binding"
    );
    assert_eq!(shown(&quashed(1), "2016-06-01"), "");
    assert_eq!(shown(&quashed(1), "2016-05-31"), "Bygg 700 hus. binding");
}

#[test]
fn a_source_gives_a_directive_without_saying_who_adopted_it() {
    let now = import("2016-02-01");
    let found = FindInSource {
        source: SOURCE,
        since: dated("2016-01-01"),
        wordings: vec![(Adoptable::Directive(directive(1)), wording(700))],
    };
    let dated_back = DraftDirective {
        since: Some(dated("2016-01-01")),
        ..directs(1, 700)
    };
    let world = town().and(now, dated_back).and(now, found);
    assert_eq!(shown(&world, "2016-01-01"), "Bygg 700 hus. not binding");
}

#[test]
fn an_ended_company_is_given_no_directive() {
    let world = town().and(kim("2016-01-01"), ends(COMPANY, "2016-06-30"));
    let gone = Refusal::BodyNotAlive {
        on: day("2016-07-01"),
        last_day: Some(day("2016-06-30")),
    };
    world
        .when(kim("2016-07-01"), directs(1, 700))
        .then_refused(gone);
    decided()
        .when(kim("2016-03-01"), ends(COMPANY, "2016-01-31"))
        .then_refused(Refusal::WouldBreak {
            day: day("2016-02-01"),
            fact: Fact::WorkGiven,
        });
    let twice = decides(
        9,
        "2016-02-01",
        vec![decide_directive(1, 700), decide_directive(1, 700)],
    );
    town()
        .and(kim("2016-01-01"), directs(1, 700))
        .when(kim("2016-02-01"), twice)
        .then_refused(Refusal::TwiceTheSame);
}

#[test]
fn a_proposal_is_its_writers_until_it_is_handed_in_to_council() {
    let roles = [
        (Role::Strategist, BOARD),
        (Role::Registrar, COUNCIL),
        (Role::Registrar, MEETING),
        (Role::Auditor, COUNCIL),
        (Role::Administrator, COUNCIL),
    ];
    let mut world = town().and(kim("2016-01-01"), directs(1, 700));
    for (n, (role, at)) in roles.into_iter().enumerate() {
        world = world.and(kim("2016-01-01"), grant(71 + n as u128, role, at));
    }
    let reads = |world: &World, w: u128| {
        let all = (0..roles.len() as u128).filter(|n| {
            let person = User::Person(person(71 + n));
            let (today, id) = (day("2018-05-01"), directive(1));
            may_read_directive(&world.state, today, &person, id, wording(w))
        });
        all.collect::<Vec<_>>()
    };
    assert_eq!(reads(&world, 700), [0]);
    let handed_in = |w: u128| HandInDirective {
        directive: directive(1),
        wording: wording(w),
    };
    let world = world.and(kim("2016-01-01"), handed_in(700));
    assert_eq!(reads(&world, 700), [0, 1, 3]);
    assert_eq!(reads(&world, 900), [0; 0], "there are no such words");
    // What is kept back is the strategist's, and what council has decided is everybody's.
    let what = Readable::Directive(directive(1));
    let hidden = world.clone().and(kim("2016-01-02"), secret(what, None));
    assert_eq!(reads(&hidden, 700), [0]);
    let decided = decides(1, "2016-02-01", vec![decide_directive(1, 700)]);
    let decided = world.and(kim("2016-02-01"), decided);
    let decided = decided.and(kim("2017-01-01"), directs(1, 900));
    assert_eq!(reads(&decided, 700), [0, 1, 2, 3, 4]);
    assert_eq!(reads(&decided, 900), [0]);
    let decided = decided.and(kim("2017-01-02"), handed_in(900));
    assert_eq!(reads(&decided, 900), [0, 1, 3]);
    let inside = decided.state.inside(person(73), day("2018-05-01"));
    let of_meeting = inside.directive(directive(1)).unwrap();
    assert_eq!(of_meeting.wording_id, wording(700));
    assert_eq!(of_meeting.standing, Standing::Adopted);
    assert!(of_meeting.waits_for_the_meeting() && of_meeting.bound.is_none());
    let inside = decided.state.inside(person(72), day("2018-05-01"));
    let of_council = inside.directive(directive(1)).unwrap();
    assert_eq!(of_council.wording_id, wording(900));
    assert_eq!(of_council.standing, Standing::Proposal);
}
