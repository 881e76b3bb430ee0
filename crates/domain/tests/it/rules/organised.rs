//! The decision behind a change of the organisation: recorded with it or afterwards, of a meeting
//! that was before it, and by somebody who says which bodies there are.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::bodies::{BodyKind, EndBody, FoundBody, MoveBody, RenameBody};
use riktning_domain::decisions::{Act, Authority, Organised, RecordDecision, Stage};
use riktning_domain::ids::BodyId;
use riktning_domain::refusal::Fact;
use riktning_domain::{Names, Refusal, Slug};

/// The committee of schools is called something else from the new year, and its end is said.
fn changed() -> World {
    bodies()
        .and(kim("2016-03-01"), renames("Barnnämnden"))
        .and(
            kim("2016-03-01"),
            another_committee(5, "ny-namnd", "2017-01-01"),
        )
        .and(
            kim("2016-03-01"),
            MoveBody {
                body: COMPANY,
                answers_to: vec![COUNCIL],
                from: day("2017-01-01"),
            },
        )
        .and(
            kim("2016-03-01"),
            EndBody {
                body: SCHOOLS,
                last_day: day("2017-12-31"),
                succeeded_by: vec![body(5)],
            },
        )
}

fn renames(name: &str) -> RenameBody {
    RenameBody {
        body: SCHOOLS,
        names: Names::swedish(name),
        slug: Slug::parse("barnnamnden").unwrap(),
        from: day("2017-01-01"),
    }
}
fn named(name: &str) -> Organised {
    Organised::Renamed(SCHOOLS, Names::swedish(name), day("2017-01-01"))
}
fn moved() -> Organised {
    Organised::Moved(COMPANY, vec![COUNCIL], day("2017-01-01"))
}
fn ended() -> Organised {
    Organised::Ended(SCHOOLS, day("2017-12-31"), vec![body(5)])
}
fn organises(n: u128, on: &str, what: &[Organised]) -> RecordDecision {
    decides(n, on, what.iter().cloned().map(Act::Organise).collect())
}
fn of(body: BodyId, decision: RecordDecision) -> RecordDecision {
    RecordDecision { body, ..decision }
}

#[test]
fn a_decision_founds_renames_moves_and_ends_at_once_also_before_the_change_was_recorded() {
    let all = [
        Organised::Founded(body(5)),
        named("Barnnämnden"),
        moved(),
        ended(),
    ];
    let world = changed();
    // The minutes are of February; the change was typed in in March.
    world
        .when(kim("2016-06-01"), organises(1, "2016-02-01", &all))
        .then_accepted();
    let world = world.and(kim("2016-06-01"), organises(1, "2016-02-01", &all));
    world
        .when(kim("2016-06-02"), organises(1, "2016-02-01", &all))
        .then_nothing();
    for what in &all {
        let by = |on: &str| world.published(on).deciding(what).len();
        assert_eq!((by("2016-01-31"), by("2016-02-01")), (0, 1), "{what:?}");
    }
}

#[test]
fn what_has_not_become_of_a_body_cannot_be_decided_about() {
    let now = kim("2016-06-01");
    let world = changed();
    let nobody = organises(1, "2016-05-25", &[Organised::Founded(body(9))]);
    let fact = Fact::Body;
    world
        .when(now, nobody)
        .then_refused(Refusal::Unknown { fact });
    let others = [
        named("Skolnämnden"),
        named("Något annat"),
        Organised::Renamed(SCHOOLS, Names::swedish("Barnnämnden"), day("2017-01-02")),
        Organised::Moved(COMPANY, vec![BOARD], day("2017-01-01")),
        Organised::Ended(SCHOOLS, day("2017-12-31"), vec![]),
        Organised::Ended(BOARD, day("2017-12-31"), vec![]),
    ];
    for what in others {
        world
            .when(now, organises(1, "2016-05-25", &[what]))
            .then_refused(Refusal::NotOrganised);
    }
    // Another word of the same day is another change.
    let again = world.and(kim("2016-04-01"), renames("Ungdomsnämnden"));
    again
        .when(now, organises(1, "2016-05-25", &[named("Barnnämnden")]))
        .then_refused(Refusal::NotOrganised);
    again
        .when(now, organises(1, "2016-05-25", &[named("Ungdomsnämnden")]))
        .then_accepted();
}

#[test]
fn nobody_decides_afterwards_what_has_begun() {
    let world = changed();
    let now = kim("2018-02-01");
    for (what, last) in [
        (Organised::Founded(body(5)), "2017-01-01"),
        (named("Barnnämnden"), "2017-01-01"),
        (moved(), "2017-01-01"),
        (ended(), "2018-01-01"),
    ] {
        let begins = day(last);
        let late = begins.tomorrow().unwrap().to_string();
        let what = [what];
        world
            .when(now, organises(1, &late, &what))
            .then_refused(Refusal::DecidedAfterwards { begins });
        world.when(now, organises(1, last, &what)).then_accepted();
    }
    // Of a body that is known by its year the whole year will do.
    let old = [Organised::Founded(SCHOOLS)];
    let first = |on| RecordDecision {
        authority: Authority::Paragraph("§ 9".into()),
        ..organises(1, on, &old)
    };
    let begins = day("2010-12-31");
    world
        .when(import("2016-06-01"), first("2011-01-01"))
        .then_refused(Refusal::DecidedAfterwards { begins });
    world
        .when(import("2016-06-01"), first("2010-11-30"))
        .then_accepted();
    world
        .when(kim("2016-06-01"), organises(1, "2016-06-02", &[moved()]))
        .then_refused(Refusal::InTheFuture {
            day: day("2016-06-02"),
            today: day("2016-06-01"),
        });
}

#[test]
fn council_organises_and_whoever_a_body_answers_to_but_never_the_body_itself() {
    let meeting = FoundBody {
        kind: BodyKind::GeneralMeeting,
        answers_to: vec![COMPANY],
        ..another_committee(6, "stamma", "2015-06-01")
    };
    let world = changed().and(kim("2016-03-01"), meeting);
    let now = kim("2016-06-01");
    let by = |who, what: Organised| of(who, organises(1, "2016-05-25", &[what]));
    let organ = FoundBody {
        kind: BodyKind::WorkingCommittee,
        answers_to: vec![SCHOOLS],
        ..another_committee(7, "utskott", "2015-06-01")
    };
    let world = world.and(kim("2016-03-01"), organ);
    for (who, what) in [
        // Nor does an organ of its own in its name.
        (body(7), named("Barnnämnden")),
        (SCHOOLS, named("Barnnämnden")),
        (SCHOOLS, Organised::Founded(body(5))),
        (COMPANY, ended()),
        (COMPANY, moved()),
    ] {
        world
            .when(now, by(who, what))
            .then_refused(Refusal::NotItsMatter);
    }
    for (who, what) in [
        (COUNCIL, ended()),
        (BOARD, named("Barnnämnden")),
        // It was under the board until the day of the move.
        (BOARD, moved()),
        (BOARD, Organised::Founded(body(5))),
        (body(6), moved()),
    ] {
        world.when(now, by(who, what)).then_accepted();
    }
}

#[test]
fn a_change_has_one_decision_until_a_court_quashes_it() {
    let now = kim("2016-06-01");
    let twice = organises(1, "2016-05-25", &[moved(), moved()]);
    changed()
        .when(now, twice)
        .then_refused(Refusal::TwiceTheSame);
    let world = changed().and(now, organises(1, "2016-05-25", &[moved()]));
    let on = day("2016-05-25");
    let second = || organises(2, "2016-05-30", &[moved()]);
    world
        .when(now, second())
        .then_refused(Refusal::AlreadyOrganised { on });
    world
        .when(now, organises(2, "2016-05-30", &[ended()]))
        .then_accepted();
    let world = world
        .and(now, marks(decision(1), Stage::Quashed, "2016-06-01"))
        .and(now, second());
    // Both are told of, the quashed one as it is; and the company answers as it did.
    let lens = world.published("2016-06-01");
    let told = lens.deciding(&moved()).into_iter();
    let told: Vec<_> = told.map(|d| (d.id(), d.stage)).collect();
    assert_eq!(
        told,
        [(decision(1), Some(Stage::Quashed)), (decision(2), None)]
    );
    let company = world.published("2017-01-01");
    let company = company.body(COMPANY).unwrap();
    assert_eq!(company.answers_to(), [COUNCIL]);
    assert_eq!(company.placing(), Some(moved()));
}

#[test]
fn a_body_tells_what_it_was_decided_to_be_on_each_day() {
    let world = changed();
    let school = |on: &str| world.published(on).body(SCHOOLS).unwrap().naming();
    assert_eq!(
        school("2016-12-31"),
        None,
        "it has the name of its founding"
    );
    assert_eq!(school("2017-01-01"), Some(named("Barnnämnden")));
    let end = |on: &str| world.published(on).body(SCHOOLS).unwrap().ending();
    assert_eq!(
        (end("2016-02-28"), end("2016-03-01")),
        (None, Some(ended()))
    );
    let company = |on: &str| world.published(on).body(COMPANY).unwrap().placing();
    assert_eq!(company("2016-12-31"), None);
    assert_eq!(company("2017-01-01"), Some(moved()));
}
