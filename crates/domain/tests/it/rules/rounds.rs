//! Rounds: said anew as long as they are open, and called off as long as nobody has reported.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, day, import, kim};
use riktning_domain::assessments::ProposeAssessment;
use riktning_domain::bodies::{BodyKind, EndBody};
use riktning_domain::permissions::{GrantRole, Role};
use riktning_domain::refusal::Fact;
use riktning_domain::rounds::{CallOffRound, Meeting, Occasion, OpenRound};
use riktning_domain::{Names, Refusal};

const NOW: &str = "2017-06-15";

/// The interim round as the strategist says it, with a change.
fn says(change: impl FnOnce(&mut OpenRound)) -> OpenRound {
    let mut round = OpenRound {
        since: None,
        ..interim()
    };
    change(&mut round);
    round
}

/// A goal is adopted, and the round of 2017 has been open since June.
fn town() -> World {
    let strategist = GrantRole {
        person: KIM,
        role: Role::Strategist,
        body: COUNCIL,
        from: day("2016-01-01"),
        to: None,
    };
    exempelstad()
        .and(import("2016-01-01"), strategist)
        .and(kim("2016-01-01"), goal(1))
        .and(
            kim("2016-03-01"),
            decides(1, "2016-03-01", vec![adopt(1, 10)]),
        )
}

#[test]
fn a_round_is_said_anew_until_it_is_over() {
    let later = |r: &mut OpenRound| r.deadlines = vec![(BodyKind::Committee, day("2017-09-20"))];
    let world = town().and(kim("2017-06-10"), says(later));
    let on = |today: &str| {
        let inside = world.state.inside(KIM, day(today));
        let round = inside.round(ROUND).unwrap();
        round.said.deadline(BodyKind::Committee)
    };
    assert_eq!(on("2017-06-09"), None);
    assert_eq!(on("2017-06-10"), Some(day("2017-09-20")));
    // The same once more says nothing, whatever the order of its days.
    world.when(kim(NOW), says(later)).then_nothing();
}

#[test]
fn what_is_said_of_it_later_is_not_overtaken_from_behind() {
    let behind = OpenRound {
        since: Some(dated("2017-05-20")),
        names: Names::swedish("Delårsrapporten"),
        ..interim()
    };
    let (day, fact) = (day("2017-06-01"), Fact::Round);
    town()
        .when(import(NOW), behind.clone())
        .then_refused(Refusal::WouldBreak { day, fact });
    let after = OpenRound {
        since: Some(dated("2017-06-02")),
        ..behind
    };
    town().when(import(NOW), after).then_accepted();
}

#[test]
fn model_and_occasion_stay() {
    let fact = Fact::Round;
    town()
        .when(kim(NOW), says(|r| r.occasion = Occasion::Annual))
        .then_refused(Refusal::AlreadyThere { fact });
    town()
        .when(kim(NOW), says(|r| r.model = MODEL_B))
        .then_refused(Refusal::AlreadyThere { fact });
    town()
        .when(kim(NOW), says(|r| r.names = Names::swedish("Delår 2")))
        .then_accepted();
}

#[test]
fn its_day_stays_once_a_verdict_is_written_and_so_does_the_round() {
    let used = town().and(kim("2017-06-10"), judges(1, 1, 1));
    let other_day = || says(|r| r.cut_off = day("2017-07-31"));
    used.when(kim(NOW), other_day())
        .then_refused(Refusal::RoundInUse);
    used.when(kim(NOW), calls_off(ROUND))
        .then_refused(Refusal::RoundInUse);
    town().when(kim(NOW), other_day()).then_accepted();
    town().when(kim(NOW), calls_off(ROUND)).then_accepted();
}

#[test]
fn a_round_that_is_called_off_takes_nothing_more() {
    let blank = CallOffRound {
        reason: " ".into(),
        ..calls_off(ROUND)
    };
    town()
        .when(kim(NOW), blank)
        .then_refused(Refusal::Blank { field: "reason" });
    let off = town().and(kim("2017-06-10"), calls_off(ROUND));
    let judges = || ProposeAssessment {
        round: ROUND,
        ..judges(1, 1, 1)
    };
    off.when(kim("2017-06-10"), judges())
        .then_refused(Refusal::RoundCalledOff);
    off.when(kim(NOW), says(|r| r.names = Names::swedish("Ändå")))
        .then_refused(Refusal::RoundCalledOff);
    let on = |today: &str| {
        let round = off.state.inside(KIM, day(today)).round(ROUND).unwrap();
        round.called_off.cloned()
    };
    assert_eq!(on("2017-06-09"), None);
    assert_eq!(on("2017-06-10"), Some("Pandemi".into()));
    off.when(kim(NOW), calls_off(ROUND)).then_nothing();
    off.when(kim(NOW), calls_off(round(7)))
        .then_refused(Refusal::Unknown { fact: Fact::Round });
}

#[test]
fn a_body_that_deals_with_it_is_there_on_the_day_of_its_meeting() {
    let ended = EndBody {
        body: SCHOOLS,
        last_day: day("2017-09-30"),
        succeeded_by: vec![],
    };
    let world = town().and(kim("2017-06-02"), ended);
    let meets = |on: &str| {
        let on = day(on);
        says(|r| r.meetings = vec![Meeting { on, body: SCHOOLS }])
    };
    world.when(kim(NOW), meets("2017-09-30")).then_accepted();
    world
        .when(kim(NOW), meets("2017-10-01"))
        .then_refused(Refusal::BodyNotAlive {
            on: day("2017-10-01"),
            last_day: Some(day("2017-09-30")),
        });
}

#[test]
fn one_last_day_for_a_kind_and_one_meeting_of_a_body_on_a_day() {
    let committee = (BodyKind::Committee, day("2017-09-20"));
    let meeting = Meeting {
        on: day("2017-09-28"),
        body: SCHOOLS,
    };
    town()
        .when(kim(NOW), says(|r| r.deadlines = vec![committee, committee]))
        .then_refused(Refusal::TwiceTheSame);
    town()
        .when(kim(NOW), says(|r| r.meetings = vec![meeting, meeting]))
        .then_refused(Refusal::TwiceTheSame);
    let company = (BodyKind::Company, day("2017-09-10"));
    let both = |deadlines: [_; 2]| {
        says(|r| {
            r.deadlines = deadlines.to_vec();
            r.meetings = vec![meeting];
        })
    };
    let world = town().and(kim(NOW), both([committee, company]));
    world
        .when(kim(NOW), both([company, committee]))
        .then_nothing();
}

#[test]
fn verdicts_bear_the_name_that_their_round_had_on_the_day() {
    let named = |name: &str| says(|r| r.names = Names::swedish(name));
    let world = town()
        .and(kim("2017-09-01"), judges(1, 1, 1))
        .and(kim("2017-09-01"), hands_in(1))
        .and(kim("2017-09-10"), {
            let verdict = decides(2, "2017-09-10", vec![decide_verdict(1, 1)]);
            riktning_domain::decisions::RecordDecision {
                body: SCHOOLS,
                ..verdict
            }
        })
        .and(kim("2017-10-01"), named("Tertialrapport 2"));
    let on = |today: &str| {
        let published = world.published(today);
        let rounds = published.decided_rounds(MODEL_A);
        rounds.first().map(|(_, round)| round.names.sv.clone())
    };
    assert_eq!(on("2017-09-30"), Some("Delårsrapport 2, 2017".into()));
    assert_eq!(on("2017-10-01"), Some("Tertialrapport 2".into()));
    // Residents see it at once: what is shown to them is made anew.
    assert_eq!(world.state.public_position(), world.journal.len() as u64);
}

#[test]
fn a_round_is_made_of_one_that_there_is() {
    let of = |n| {
        says(|r| {
            r.round = round(2);
            r.names = Names::swedish("Delårsrapport 2, 2018");
            r.made_of = Some(round(n));
        })
    };
    town()
        .when(kim(NOW), of(7))
        .then_refused(Refusal::Unknown { fact: Fact::Round });
    town().when(kim(NOW), of(1)).then_accepted();
}

#[test]
fn a_round_that_was_called_off_meanwhile_was_not_seen() {
    let off = town().and(kim("2017-06-10"), calls_off(ROUND));
    let seen = |world: &World, today: &str| {
        let inside = world.state.inside(KIM, day(today));
        inside.round(ROUND).unwrap().position
    };
    assert!(seen(&off, "2017-06-10") > seen(&town(), "2017-06-10"));
}

#[test]
fn no_day_of_a_round_is_years_from_the_day_that_it_is_about() {
    let world = town();
    let about = says(|_| ()).cut_off;
    let far = |year: i16| day(&format!("{year:04}-06-01"));
    let refused = |day| Refusal::RoundDayFar {
        day,
        cut_off: about,
    };
    let opens = |day| says(|round| round.opens = Some(day));
    world
        .when(kim(NOW), opens(far(2007)))
        .then_refused(refused(far(2007)));
    world.when(import(NOW), opens(far(2007))).then_accepted();
    let ends = |day| says(|round| round.deadlines = vec![(BodyKind::Committee, day)]);
    world
        .when(kim(NOW), ends(far(2071)))
        .then_refused(refused(far(2071)));
    let of_another_age = says(|round| {
        round.cut_off = far(2071);
        (round.opens, round.deadlines) = (None, vec![]);
    });
    world
        .when(kim(NOW), of_another_age)
        .then_refused(Refusal::RoundYearFar { cut_off: far(2071) });
    let meets = |on| {
        says(|round| {
            round.meetings = vec![Meeting { body: COUNCIL, on }];
        })
    };
    world
        .when(kim(NOW), meets(far(2071)))
        .then_refused(refused(far(2071)));
    world.when(kim(NOW), meets(about)).then_accepted();
}
