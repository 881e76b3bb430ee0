//! Figures that are worked out: reckoned by hand in tables, and as properties.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, import};
use proptest::prelude::*;
use riktning_domain::bodies::EndBody;
use riktning_domain::ids::{BodyId, IndicatorId};
use riktning_domain::indicators::{
    Breakdown, Calculation, Class, DefineIndicator, Impossible, MeasuredKey, NoValue,
    ReportMeasurement, RollUp, Settled, Unit, Value, Weighed,
};
use riktning_domain::published::{PublicFigure, Reckoned, Unreckoned};
use riktning_domain::{Figure, Names, Period};
use uuid::Uuid;

const NOW: &str = "2019-01-01";
const WHOLE: usize = 9;

fn id(n: usize) -> IndicatorId {
    IndicatorId(Uuid::from_u128(1000 + n as u128))
}

fn define(n: usize, unit: Unit) -> DefineIndicator {
    let mut define = indicator(id(n), &format!("indikator-{n}"), Class::KeyFigure);
    define.definition.unit = unit;
    define.definition.names = Names::swedish(format!("Indikator {n}"));
    define.definition.source = Some(SOURCE);
    define
}

/// Parts 1–4, and the one that is worked out of them.
fn town(unit: Unit, how: Calculation) -> World {
    let parts = (1..=4).fold(exempelstad(), |town, n| {
        town.and(import(NOW), define(n, Unit::Count))
    });
    let mut whole = define(WHOLE, unit);
    whole.definition.calculation = Some(how);
    parts.and(import(NOW), whole)
}

fn report(n: usize, year: i16, value: Value) -> ReportMeasurement {
    ReportMeasurement {
        indicator: id(n),
        period: Period::Year(year),
        value,
        ..measured("0", "2018-06-01")
    }
}

fn said(text: &str) -> Value {
    match text {
        "-" => Value::None(NoValue::NotMeasured),
        figure => Value::Figure(figure.parse().unwrap()),
    }
}

/// The town with figures of 2017 by part: "-" is reported as missing, "" not at all.
fn with(world: World, figures: &[&str]) -> World {
    let all = figures.iter().enumerate();
    all.filter(|(_, figure)| !figure.is_empty())
        .fold(world, |world, (n, figure)| {
            world.and(import(NOW), report(n + 1, 2017, said(figure)))
        })
}

fn key(body: Option<BodyId>, year: i16) -> MeasuredKey {
    MeasuredKey {
        body,
        period: Period::Year(year),
        breakdown: Breakdown::All,
    }
}

fn asked(world: &World, key: MeasuredKey) -> Option<Reckoned> {
    let lens = world.published(NOW);
    match lens.indicator(id(WHOLE)).unwrap().figure(key)? {
        PublicFigure::Reckoned(reckoned) => Some(reckoned),
        PublicFigure::Reported(reported) => panic!("{reported:?}"),
    }
}

fn worked_out(world: &World) -> Result<Figure, Unreckoned> {
    asked(world, key(None, 2017)).unwrap().value
}

fn figure(text: &str) -> Figure {
    text.parse().unwrap()
}

fn ids(parts: &[usize]) -> Vec<IndicatorId> {
    parts.iter().map(|n| id(*n)).collect()
}

fn ratio(times: &str) -> Calculation {
    Calculation::Ratio {
        of: id(1),
        by: id(2),
        times: figure(times),
    }
}

fn weighted() -> Calculation {
    let weighed = |value, weight| Weighed {
        value: id(value),
        weight: id(weight),
    };
    Calculation::WeightedMean(vec![weighed(1, 2), weighed(3, 4)])
}

#[test]
fn every_way_of_working_out_is_as_by_hand() {
    let per = Calculation::PerInhabitants {
        of: id(1),
        population: id(2),
        per: figure("1000"),
    };
    let other = || Unit::Named("annat".into());
    let sum = || Calculation::Sum(ids(&[1, 2, 3]));
    let mean = || Calculation::Mean(ids(&[1, 2, 3]));
    let table: [(Unit, Calculation, &[&str], &str); 11] = [
        (Unit::Count, sum(), &["1", "2", "3"], "6"),
        (Unit::Count, sum(), &["0.1", "0.2", "-0.3"], "0"),
        (Unit::Count, sum(), &["1.25", "0", "0"], "1.25"),
        (Unit::Count, mean(), &["1", "2", "6"], "3"),
        (
            Unit::Count,
            mean(),
            &["1", "1", "2"],
            "1.3333333333333333333333333333",
        ),
        // 84 of 120 is 70 %.
        (Unit::Percent, ratio("100"), &["84", "120"], "70"),
        (Unit::Percent, ratio("100"), &["0", "120"], "0"),
        (
            Unit::Percent,
            ratio("100"),
            &["1", "3"],
            "33.333333333333333333333333333",
        ),
        (other(), ratio("1"), &["7", "2"], "3.5"),
        // 312 of 104 000 is 3 of 1 000.
        (other(), per, &["312", "104000"], "3"),
        // 80 of 10 pupils and 95 of 30: (800 + 2 850) ÷ 40.
        (Unit::Count, weighted(), &["80", "10", "95", "30"], "91.25"),
    ];
    for (unit, how, figures, expected) in table {
        let world = with(town(unit, how.clone()), figures);
        assert_eq!(
            worked_out(&world),
            Ok(figure(expected)),
            "{how:?} {figures:?}"
        );
    }
}

#[test]
fn a_missing_part_is_named_and_is_never_zero() {
    let missing = |parts: &[usize]| Err(Unreckoned::PartsMissing(ids(parts)));
    let sum = || Calculation::Sum(ids(&[1, 2, 3]));
    let table: [(Unit, Calculation, &[&str], &[usize]); 6] = [
        (Unit::Count, sum(), &["1", "2"], &[3]),
        (Unit::Count, sum(), &["1", "-", "3"], &[2]),
        (Unit::Count, sum(), &["-", "2", ""], &[1, 3]),
        (Unit::Percent, ratio("100"), &["84"], &[2]),
        (Unit::Percent, ratio("100"), &["", "120"], &[1]),
        (Unit::Count, weighted(), &["80", "10", "95", "-"], &[4]),
    ];
    for (unit, how, figures, expected) in table {
        let world = with(town(unit, how.clone()), figures);
        assert_eq!(worked_out(&world), missing(expected), "{how:?} {figures:?}");
    }
}

#[test]
fn what_cannot_be_worked_out_is_no_figure() {
    let impossible = |why| Err(Unreckoned::Impossible(why));
    let by_zero = impossible(Impossible::DividedByZero);
    let world = with(town(Unit::Percent, ratio("100")), &["5", "0.0"]);
    assert_eq!(worked_out(&world), by_zero);
    // Nor is nothing through nothing.
    let world = with(town(Unit::Percent, ratio("100")), &["0", "0"]);
    assert_eq!(worked_out(&world), by_zero);
    let world = with(town(Unit::Count, weighted()), &["80", "0", "95", "0"]);
    assert_eq!(worked_out(&world), by_zero);
    let most = "79228162514264337593543950335";
    let sum = Calculation::Sum(ids(&[1, 2]));
    let world = with(town(Unit::Count, sum), &[most, "1"]);
    assert_eq!(worked_out(&world), impossible(Impossible::TooLarge));
}

#[test]
fn the_whole_is_as_settled_as_the_least_settled_part() {
    use Settled::{Final, Forecast, Preliminary, Revised, Told};
    let table = [
        ([Final, Final], Final),
        ([Final, Preliminary], Preliminary),
        ([Told, Final], Told),
        ([Preliminary, Forecast(BOARD)], Forecast(BOARD)),
    ];
    for ([one, other], expected) in table {
        let reported = |n, settled: Settled| ReportMeasurement {
            settled,
            collected: Some("2017-02-01".parse().unwrap()),
            ..report(n, 2017, said("2"))
        };
        let world = town(Unit::Percent, ratio("100"))
            .and(import(NOW), reported(1, one))
            .and(import(NOW), reported(2, other));
        let reckoned = asked(&world, key(None, 2017)).unwrap();
        assert_eq!(reckoned.settled, Some(expected));
        assert_eq!(reckoned.sources, [SOURCE]);
        assert_eq!(reckoned.collected, Some("2017-02-01".parse().unwrap()));
    }
    let world = with(town(Unit::Percent, ratio("100")), &["84", "120"]);
    let revised = ReportMeasurement {
        settled: Revised,
        collected: Some("2018-09-01".parse().unwrap()),
        ..report(1, 2017, said("90"))
    };
    let world = world.and(import(NOW), revised);
    let reckoned = asked(&world, key(None, 2017)).unwrap();
    assert_eq!(reckoned.value, Ok(figure("75")));
    assert_eq!(reckoned.settled, Some(Revised));
    // As it stood before.
    let before = world.published("2018-08-31");
    let before = before.indicator(id(WHOLE)).unwrap().figure(key(None, 2017));
    assert_eq!(before.and_then(|f| f.figure()), Some(figure("70")));
}

#[test]
fn what_was_reported_before_it_was_worked_out_stays() {
    let world = exempelstad()
        .and(import(NOW), define(1, Unit::Count))
        .and(import(NOW), define(2, Unit::Count))
        .and(import(NOW), define(WHOLE, Unit::Count));
    let reported = |year, settled, figure: &str| ReportMeasurement {
        settled,
        ..report(WHOLE, year, said(figure))
    };
    let world = world
        .and(import(NOW), reported(2015, Settled::Final, "7"))
        .and(import(NOW), reported(2016, Settled::Preliminary, "8"))
        .and(import(NOW), reported(2017, Settled::Preliminary, "9"));
    let mut sum = define(WHOLE, Unit::Count);
    sum.definition.calculation = Some(Calculation::Sum(ids(&[1, 2])));
    sum.since = Some("2018-07-01".parse().unwrap());
    let mut world = world.and(import(NOW), sum);
    for (n, year, figure) in [
        (1, 2015, "1"),
        (2, 2015, "1"),
        (1, 2017, "2"),
        (2, 2017, "3"),
    ] {
        world = world.and(import(NOW), report(n, year, said(figure)));
    }
    let lens = world.published(NOW);
    let (whose, told) = lens.indicator(id(WHOLE)).unwrap().told();
    let told: Vec<_> = told
        .iter()
        .map(|f| (f.key().period.year(), f.figure()))
        .collect();
    let of = |text| Some(figure(text));
    // What is settled stands; what might still change gives way, where there is another.
    assert_eq!(told, [(2015, of("7")), (2016, of("8")), (2017, of("5"))]);
    assert_eq!(whose, None);
}

#[test]
fn it_is_told_of_what_all_its_parts_are_told_of() {
    let months = |n, month, figure| ReportMeasurement {
        period: Period::Month(2016, month),
        ..report(n, 0, said(figure))
    };
    let mut women = report(1, 2016, said("3"));
    women.breakdown = Breakdown::Women;
    let world = town(Unit::Percent, ratio("100"))
        .and(import(NOW), report(1, 2015, said("1")))
        .and(import(NOW), report(1, 2016, said("6")))
        .and(import(NOW), women)
        .and(import(NOW), report(2, 2016, said("12")))
        .and(import(NOW), report(2, 2017, said("12")))
        .and(import(NOW), months(2, 5, "7"));
    let lens = world.published(NOW);
    let (_, told) = lens.indicator(id(WHOLE)).unwrap().told();
    let told: Vec<_> = told.iter().map(|f| (f.key(), f.figure())).collect();
    // Not of women, nor by month, nor before both had begun; of 2017 it says that one is missing.
    let expected = [
        (key(None, 2016), Some(figure("50"))),
        (key(None, 2017), None),
    ];
    assert_eq!(told, expected);
    // A part of which there is nothing at all is missing in every year.
    let world = with(town(Unit::Percent, ratio("100")), &["84"]);
    let lens = world.published(NOW);
    let (_, told) = lens.indicator(id(WHOLE)).unwrap().told();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].figure(), None);
}

#[test]
fn what_residents_may_not_see_is_missing_to_them() {
    let inside = ReportMeasurement {
        source: None,
        ..report(2, 2017, said("120"))
    };
    let world = with(town(Unit::Percent, ratio("100")), &["84"]).and(import(NOW), inside);
    let missing = Unreckoned::PartsMissing(ids(&[2]));
    assert_eq!(worked_out(&world), Err(missing));
}

/// Committees with figures of the whole, and pupils that weigh them.
fn rolled(unit: Unit, how: Option<RollUp>) -> World {
    let world = exempelstad()
        .and(import(NOW), another_committee(20, "n20", "2015"))
        .and(import(NOW), another_committee(21, "n21", "2015"))
        .and(import(NOW), define(1, Unit::Count));
    let mut whole = define(WHOLE, unit);
    whole.definition.roll_up = how;
    world.and(import(NOW), whole)
}

fn by(n: usize, body: BodyId, year: i16, figure: &str) -> ReportMeasurement {
    ReportMeasurement {
        body: Some(body),
        ..report(n, year, said(figure))
    }
}

#[test]
fn the_groups_figure_is_made_of_its_bodies_where_somebody_said_how() {
    let (one, other) = (body(20), body(21));
    let figures = |world: World| {
        world
            .and(import(NOW), by(WHOLE, one, 2017, "80"))
            .and(import(NOW), by(WHOLE, other, 2017, "95"))
            .and(import(NOW), by(1, one, 2017, "10"))
            .and(import(NOW), by(1, other, 2017, "30"))
    };
    let group = key(None, 2017);
    let world = figures(rolled(Unit::Count, Some(RollUp::Sum)));
    let reckoned = asked(&world, group).unwrap();
    assert_eq!(reckoned.value, Ok(figure("175")));
    assert_eq!(reckoned.bodies, [one, other]);
    let world = figures(rolled(Unit::Percent, Some(RollUp::WeightedBy(id(1)))));
    assert_eq!(asked(&world, group).unwrap().value, Ok(figure("91.25")));
    // Nobody has said how: nothing is guessed, and one body's figures tell of it.
    let world = figures(rolled(Unit::Count, None));
    assert_eq!(asked(&world, group), None);
    let lens = world.published(NOW);
    assert_eq!(lens.indicator(id(WHOLE)).unwrap().told().0, Some(one));
}

#[test]
fn a_group_without_one_of_its_bodies_has_no_figure() {
    let (one, other) = (body(20), body(21));
    let group = |year| key(None, year);
    let world = rolled(Unit::Count, Some(RollUp::Sum))
        .and(import(NOW), by(WHOLE, one, 2016, "80"))
        .and(import(NOW), by(WHOLE, other, 2016, "95"))
        .and(import(NOW), by(WHOLE, one, 2017, "81"));
    let missing = |bodies: &[BodyId]| Err(Unreckoned::BodiesMissing(bodies.to_vec()));
    assert_eq!(asked(&world, group(2016)).unwrap().value, Ok(figure("175")));
    assert_eq!(asked(&world, group(2017)).unwrap().value, missing(&[other]));
    assert_eq!(asked(&world, group(2015)), None, "nobody was measured");
    // A body that was no more when the year ended is not waited for.
    let ended = EndBody {
        body: other,
        last_day: "2017-06-30".parse().unwrap(),
        succeeded_by: vec![one],
    };
    let after = world.clone().and(import(NOW), ended);
    assert_eq!(asked(&after, group(2017)).unwrap().value, Ok(figure("81")));
    assert_eq!(asked(&after, group(2016)).unwrap().value, Ok(figure("175")));
    // A figure without what it weighs weighs nothing known.
    let weighed = rolled(Unit::Percent, Some(RollUp::WeightedBy(id(1))))
        .and(import(NOW), by(WHOLE, one, 2017, "80"))
        .and(import(NOW), by(WHOLE, other, 2017, "95"))
        .and(import(NOW), by(1, one, 2017, "10"));
    assert_eq!(
        asked(&weighed, group(2017)).unwrap().value,
        missing(&[other])
    );
    // What the group reported itself stands.
    let itself = world.and(import(NOW), report(WHOLE, 2017, said("200")));
    let lens = itself.published(NOW);
    let told = lens
        .indicator(id(WHOLE))
        .unwrap()
        .figure(group(2017))
        .unwrap();
    assert!(matches!(told, PublicFigure::Reported(_)));
}

#[test]
fn what_lies_in_anothers_figure_is_not_counted_once_more() {
    let mut unit = another_committee(22, "n22", "2015");
    unit.kind = riktning_domain::bodies::BodyKind::Administration;
    unit.answers_to = vec![body(20)];
    let world = rolled(Unit::Count, Some(RollUp::Sum))
        .and(import(NOW), unit)
        .and(import(NOW), by(WHOLE, body(20), 2017, "80"))
        .and(import(NOW), by(WHOLE, body(21), 2017, "95"))
        .and(import(NOW), by(WHOLE, body(22), 2017, "30"));
    let reckoned = asked(&world, key(None, 2017)).unwrap();
    assert_eq!(reckoned.value, Ok(figure("175")));
    assert_eq!(reckoned.bodies, [body(20), body(21)]);
}

#[test]
fn a_whole_of_wholes_is_worked_out_too() {
    let mut world = exempelstad();
    for n in 1..=4 {
        world = world.and(import(NOW), define(n, Unit::Count));
    }
    for (whole, parts) in [(10, [1, 2]), (11, [3, 4]), (WHOLE, [10, 11])] {
        let mut sum = define(whole, Unit::Count);
        sum.definition.calculation = Some(Calculation::Sum(ids(&parts)));
        world = world.and(import(NOW), sum);
    }
    let all = with(world.clone(), &["1", "2", "3", "4"]);
    assert_eq!(worked_out(&all), Ok(figure("10")));
    let lacking = with(world, &["1", "2", "3", "-"]);
    assert_eq!(
        worked_out(&lacking),
        Err(Unreckoned::PartsMissing(ids(&[11])))
    );
    let lens = all.published(NOW);
    let whole = lens.indicator(id(WHOLE)).unwrap();
    assert_eq!(whole.worked_out_of().len(), 6);
}

fn figures() -> impl Strategy<Value = Vec<Option<i32>>> {
    proptest::collection::vec(proptest::option::weighted(0.9, -5000i32..5000), 3)
}

fn shown(figure: Option<i32>) -> String {
    figure.map_or(String::new(), |f| {
        Figure::new(rust_decimal::Decimal::new(f.into(), 2)).to_string()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// The parts sum to the whole, in whichever order they are said or reported; and where one
    /// is missing there is no sum, not the sum of the others.
    #[test]
    fn parts_sum_to_wholes(figures in figures(), order in Just(vec![1usize, 2, 3]).prop_shuffle()) {
        let texts: Vec<String> = figures.iter().map(|f| shown(*f)).collect();
        let world = town(Unit::Count, Calculation::Sum(ids(&order)));
        let world = order.iter().filter(|n| !texts[*n - 1].is_empty()).fold(world, |world, n| {
            world.and(import(NOW), report(*n, 2017, said(&texts[n - 1])))
        });
        let reckoned = asked(&world, key(None, 2017)).unwrap().value;
        let all: Option<Vec<i32>> = figures.iter().copied().collect();
        let sum = all.map(|all| figure(&shown(Some(all.iter().sum()))));
        prop_assert_eq!(reckoned.clone().ok(), sum);
        let missing: Vec<_> = order.iter().filter(|n| figures[*n - 1].is_none()).collect();
        let named: Vec<_> = missing.into_iter().map(|n| id(*n)).collect();
        match reckoned {
            Ok(_) => prop_assert!(named.is_empty()),
            Err(why) => prop_assert_eq!(why, Unreckoned::PartsMissing(named)),
        }
    }

    /// Shares of the same whole make a hundred, as far as digits reach.
    #[test]
    fn shares_make_a_hundred(one in 0i32..100_000, other in 1i32..100_000) {
        let whole = (one + other).to_string();
        let share = |part: i32| {
            let world = town(Unit::Percent, ratio("100"));
            let reckoned = worked_out(&with(world, &[&part.to_string(), &whole]));
            reckoned.map(|share| share.value())
        };
        let both = share(one).unwrap() + share(other).unwrap();
        let hundred = rust_decimal::Decimal::ONE_HUNDRED;
        prop_assert!((both - hundred).abs() < rust_decimal::Decimal::new(1, 20), "{}", both);
    }
}
