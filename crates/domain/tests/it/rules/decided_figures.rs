//! Figures without an open source, which become public when the body whose they are decides them.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::decisions::{Act, RecordDecision, Stage};
use riktning_domain::ids::BodyId;
use riktning_domain::indicators::{
    Breakdown, Class, DecidedFigure, DefineIndicator, ReportMeasurement, Settled, Value,
};
use riktning_domain::permissions::Role;
use riktning_domain::{Period, Refusal};

/// What the schools reported of 2016, and nobody else has told.
fn reported(value: &str, settled: Settled, on: &str) -> ReportMeasurement {
    ReportMeasurement {
        body: Some(SCHOOLS),
        source: None,
        settled,
        ..measured(value, on)
    }
}

fn figure(value: &str, settled: Settled, on: &str) -> DecidedFigure {
    DecidedFigure {
        period: Period::Year(2016),
        body: Some(SCHOOLS),
        breakdown: Breakdown::All,
        value: Value::Figure(value.parse().unwrap()),
        settled,
        collected: Some(day(on)),
        note: None,
    }
}

fn decide(n: u128, by: BodyId, on: &str, figures: &[DecidedFigure]) -> RecordDecision {
    let acts = vec![Act::DecideFigures(ORGANISATION, figures.to_vec())];
    RecordDecision {
        body: by,
        ..decides(n, on, acts)
    }
}

const NOW: &str = "2018-01-01";
const EARLY: &str = "2017-02-01";
const MEETING: &str = "2017-02-20";

fn town() -> World {
    let said = reported("84.5", Settled::Preliminary, EARLY);
    exempelstad().and(kim(EARLY), said)
}

fn early() -> DecidedFigure {
    figure("84.5", Settled::Preliminary, EARLY)
}

/// What residents see of it on a day, and how many outcomes stood before.
fn seen(world: &World, on: &str) -> Option<(Value, usize)> {
    let indicator = world.published(on).indicator(ORGANISATION)?;
    let all = indicator.measurements_of(Some(SCHOOLS));
    let last = all.last()?;
    Some((last.measurement.value.clone(), last.revised_from().len()))
}

fn value(figure: &str) -> Value {
    Value::Figure(figure.parse().unwrap())
}

#[test]
fn a_figure_is_public_from_the_day_of_the_decision_and_not_before() {
    let world = town().and(kim(NOW), decide(1, SCHOOLS, MEETING, &[early()]));
    assert_eq!(seen(&world, "2017-02-19"), None);
    assert_eq!(seen(&world, MEETING), Some((value("84.5"), 0)));
    // What is settled later waits for its own decision, and the first stands till then.
    let last = reported("85.1", Settled::Final, "2017-03-01");
    let world = world.and(kim("2017-03-01"), last);
    assert_eq!(seen(&world, "2017-03-02"), Some((value("84.5"), 0)));
    let settled = figure("85.1", Settled::Final, "2017-03-01");
    let world = world.and(kim(NOW), decide(2, SCHOOLS, "2017-03-15", &[settled]));
    assert_eq!(seen(&world, "2017-03-15"), Some((value("85.1"), 1)));
}

#[test]
fn exactly_what_stood_at_the_meeting_is_decided_and_once() {
    let changed = || Refusal::FigureChanged {
        period: Period::Year(2016),
    };
    let other = figure("84.6", Settled::Preliminary, EARLY);
    let settled = figure("84.5", Settled::Final, EARLY);
    for wrong in [other, settled] {
        let refused = town().when(kim(NOW), decide(1, SCHOOLS, MEETING, &[wrong]));
        refused.then_refused(changed());
    }
    // Before the meeting it said something else.
    let later = reported("85.0", Settled::Preliminary, "2017-03-01");
    let world = town().and(kim("2017-03-01"), later);
    world
        .when(kim(NOW), decide(1, SCHOOLS, MEETING, &[early()]))
        .then_accepted();
    world
        .when(kim(NOW), decide(1, SCHOOLS, "2017-03-02", &[early()]))
        .then_refused(changed());
    let twice = decide(1, SCHOOLS, MEETING, &[early(), early()]);
    town()
        .when(kim(NOW), twice)
        .then_refused(Refusal::TwiceTheSame);
    let nothing = decide(1, SCHOOLS, MEETING, &[]);
    town()
        .when(kim(NOW), nothing)
        .then_refused(Refusal::TwiceTheSame);
    let mut both = decide(1, SCHOOLS, MEETING, &[early()]);
    both.acts.extend(both.acts.clone());
    town()
        .when(kim(NOW), both)
        .then_refused(Refusal::TwiceTheSame);
    let decided = town().and(kim(NOW), decide(1, SCHOOLS, MEETING, &[early()]));
    decided
        .when(kim(NOW), decide(2, SCHOOLS, "2017-02-21", &[early()]))
        .then_refused(changed());
    // What a source told is open already.
    let told = ReportMeasurement {
        body: Some(SCHOOLS),
        settled: Settled::Preliminary,
        ..measured("84.5", EARLY)
    };
    let open = exempelstad().and(kim(EARLY), told);
    open.when(kim(NOW), decide(1, SCHOOLS, MEETING, &[early()]))
        .then_refused(changed());
}

#[test]
fn a_figure_that_is_put_back_is_another_word() {
    let world = town().and(kim(EARLY), reported("90.0", Settled::Preliminary, EARLY));
    let back = || reported("84.5", Settled::Preliminary, EARLY);
    world.when(kim(EARLY), back()).then_accepted();
    world
        .and(kim(EARLY), back())
        .when(kim(EARLY), back())
        .then_nothing();
    // The same word about what is decided says nothing new.
    let decided = town().and(kim(NOW), decide(1, SCHOOLS, MEETING, &[early()]));
    decided.when(kim(NOW), back()).then_nothing();
}

#[test]
fn a_body_decides_its_own_figures_and_who_answers_for_the_indicator_the_whole_groups() {
    let by = |body| town().when(kim(NOW), decide(1, body, MEETING, &[early()]));
    by(SCHOOLS).then_accepted();
    // Council decides for whoever answers to it; another body does not.
    by(COUNCIL).then_accepted();
    by(COMPANY).then_refused(Refusal::NotItsMatter);
    let whole = ReportMeasurement {
        body: None,
        ..reported("84.5", Settled::Preliminary, EARLY)
    };
    let answers = |responsible| {
        let mut defined = indicator(ORGANISATION, "behoriga", Class::Organisation);
        defined.definition.responsible = responsible;
        let world = match responsible {
            Some(_) => exempelstad().and(import("2016-01-01"), defined),
            None => exempelstad(),
        };
        world.and(kim(EARLY), whole.clone())
    };
    let groups = DecidedFigure {
        body: None,
        ..early()
    };
    let decided = decide(1, COMPANY, MEETING, &[groups]);
    let nobodys = answers(None).when(kim(NOW), decided.clone());
    nobodys.then_refused(Refusal::NotItsMatter);
    // What nobody answers for is decided by who leads the whole.
    let by_board = RecordDecision {
        body: BOARD,
        ..decided.clone()
    };
    answers(None).when(kim(NOW), by_board).then_accepted();
    let others = answers(Some(SCHOOLS)).when(kim(NOW), decided.clone());
    others.then_refused(Refusal::NotItsMatter);
    answers(Some(COMPANY))
        .when(kim(NOW), decided)
        .then_accepted();
}

#[test]
fn what_a_court_has_quashed_is_not_public_any_more_and_waits_again() {
    let world = town().and(kim(NOW), decide(1, SCHOOLS, MEETING, &[early()]));
    let quashed = marks(decision(1), Stage::Quashed, "2017-05-02");
    let world = world.and(kim(NOW), quashed);
    assert_eq!(seen(&world, "2017-05-01"), Some((value("84.5"), 0)));
    assert_eq!(seen(&world, "2017-05-02"), None);
    world
        .when(kim(NOW), decide(2, SCHOOLS, "2017-05-20", &[early()]))
        .then_accepted();
}

#[test]
fn what_waits_is_shown_to_those_who_report_it_and_who_record_its_decision() {
    let world = town()
        .and(import("2016-01-01"), grant(1, Role::Contributor, SCHOOLS))
        .and(import("2016-01-01"), grant(2, Role::Registrar, SCHOOLS))
        .and(import("2016-01-01"), grant(3, Role::Contributor, COMPANY))
        .and(import("2016-01-01"), grant(4, Role::Auditor, COUNCIL));
    let waits = |world: &World, who| {
        let i = world.state.inside(person(who), day("2017-02-20"));
        i.waiting_figures(SCHOOLS)
    };
    let own = vec![(ORGANISATION, vec![early()])];
    let seen = [1, 2, 3, 4].map(|who| waits(&world, who));
    assert_eq!(seen, [own.clone(), own, Vec::new(), Vec::new()]);
    let decided = world.and(kim(NOW), decide(1, SCHOOLS, "2017-02-19", &[early()]));
    assert_eq!(waits(&decided, 1), Vec::new());
}

#[test]
fn who_reports_an_indicator_is_its_body_or_who_answers_for_it() {
    let mut groups: DefineIndicator = indicator(KEY_FIGURE, "nyckeltal", Class::KeyFigure);
    groups.definition.responsible = Some(COMPANY);
    let world = town()
        .and(import("2016-01-01"), groups)
        .and(import("2016-01-01"), grant(1, Role::Contributor, SCHOOLS))
        .and(import("2016-01-01"), grant(2, Role::Contributor, COMPANY))
        .and(import("2016-01-01"), grant(3, Role::Controller, COUNCIL));
    let own = |who| {
        let i = world.state.inside(person(who), day("2017-02-20"));
        let own = i.own_indicators().into_iter();
        own.map(|one| (one.id, one.body)).collect::<Vec<_>>()
    };
    assert_eq!(own(1), vec![(ORGANISATION, Some(SCHOOLS))]);
    assert_eq!(own(2), vec![(KEY_FIGURE, None)]);
    // Separate authorities stay separate, also from those above.
    assert_eq!(own(3), Vec::new());
}
