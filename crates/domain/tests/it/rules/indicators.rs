//! Indicators, measurements and targets.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::ids::BodyId;
use riktning_domain::indicators::{
    Aim, Breakdown, Class, DefineIndicator, MethodBreak, NoValue, ReportMeasurement, ServeElement,
    SetTarget, Settled, StopServing, Value,
};
use riktning_domain::models::DefineModel;
use riktning_domain::refusal::Fact;
use riktning_domain::{Names, Period, Refusal, Slug};

const NOW: &str = "2019-01-01";

fn defined(change: impl FnOnce(&mut DefineIndicator)) -> DefineIndicator {
    let id = riktning_domain::ids::IndicatorId(uuid::Uuid::from_u128(70));
    let mut define = DefineIndicator {
        since: None,
        ..indicator(id, "ny-indikator", Class::Organisation)
    };
    change(&mut define);
    define
}

#[test]
fn an_indicator_has_a_name_an_address_and_at_most_six_decimals() {
    let world = exempelstad();
    world
        .when(
            kim(NOW),
            defined(|i| i.definition.names = Names::swedish("")),
        )
        .then_refused(Refusal::Blank { field: "names.sv" });
    world
        .when(
            kim(NOW),
            defined(|i| i.slug = Slug::parse("behoriga").unwrap()),
        )
        .then_refused(Refusal::SlugTaken {
            slug: "behoriga".into(),
        });
    world
        .when(kim(NOW), defined(|i| i.definition.decimals = 7))
        .then_refused(Refusal::TooManyDecimals { decimals: 7 });
    for (define, fact) in [
        (
            defined(|i| i.definition.responsible = Some(body(9))),
            Fact::Body,
        ),
        (
            defined(|i| i.definition.source = Some(source(9))),
            Fact::Source,
        ),
    ] {
        world
            .when(kim(NOW), define)
            .then_refused(Refusal::Unknown { fact });
    }
    world
        .when(kim(NOW), defined(|i| i.definition.decimals = 6))
        .then_accepted();
}

#[test]
fn a_change_of_method_says_from_when_and_how_once() {
    let world = exempelstad();
    let change = |from: i16, how: &str| MethodBreak {
        from: Period::Year(from),
        how: how.into(),
    };
    let with = |breaks: Vec<MethodBreak>| defined(|i| i.definition.breaks = breaks);
    world
        .when(kim(NOW), with(vec![change(2017, " ")]))
        .then_refused(Refusal::Blank {
            field: "breaks.how",
        });
    let twice = vec![change(2017, "På webben."), change(2017, "På papper.")];
    world
        .when(kim(NOW), with(twice))
        .then_refused(Refusal::TwiceTheSame);
    let both = vec![change(2014, "På papper."), change(2017, "På webben.")];
    world.when(kim(NOW), with(both)).then_accepted();
    let later = change(2017, "På webben.");
    assert!(later.lies_between(Period::Year(2016), Period::Year(2017)));
    assert!(!later.lies_between(Period::Year(2017), Period::Year(2018)));
    assert!(!later.lies_between(Period::Year(2015), Period::Year(2016)));
}

#[test]
fn an_indicator_serves_what_is_recorded() {
    let serves = |indicator, n| ServeElement {
        indicator,
        element: element(n),
        order: 0,
        interpretation: Default::default(),
        since: None,
    };
    let world = exempelstad().and(kim("2016-01-01"), goal(1));
    let unknown = |fact| Refusal::Unknown { fact };
    let nothing = riktning_domain::ids::IndicatorId(uuid::Uuid::from_u128(71));
    world
        .when(kim(NOW), serves(nothing, 1))
        .then_refused(unknown(Fact::Indicator));
    world
        .when(kim(NOW), serves(ORGANISATION, 9))
        .then_refused(unknown(Fact::Element));
    world.when(kim(NOW), serves(PLACE, 1)).then_accepted();
    // What the model does not measure has no indicators.
    let mut unmeasured = model_b();
    for level in &mut unmeasured.definition.levels {
        level.measured = false;
    }
    world
        .clone()
        .and(kim("2016-01-01"), draft(5, MODEL_B, AIM))
        .and(
            import("2016-01-02"),
            DefineModel {
                since: None,
                ..unmeasured
            },
        )
        .when(kim(NOW), serves(PLACE, 5))
        .then_refused(Refusal::LevelNotMeasured);
    // A wrong link is taken away, and is seen on the days when it was there.
    let stops = || StopServing {
        indicator: PLACE,
        element: element(1),
    };
    world.when(kim(NOW), stops()).then_nothing();
    let world = world
        .and(
            kim("2016-02-01"),
            decides(1, "2016-02-01", vec![adopt(1, 10)]),
        )
        .and(kim("2016-03-01"), serves(PLACE, 1))
        .and(kim("2016-04-01"), stops());
    let served = |on| world.published(on).indicators_of(element(1)).len();
    assert_eq!((served("2016-03-31"), served("2016-04-01")), (1, 0));
    assert!(world.published("2016-03-31").indicator(PLACE).is_some());
    assert!(world.published("2016-04-01").indicator(PLACE).is_none());
    world.when(kim(NOW), serves(PLACE, 1)).then_accepted();
}

#[test]
fn an_indicator_that_is_prepared_for_a_draft_is_not_public() {
    let world = exempelstad().and(kim("2016-01-01"), goal(1)).and(
        kim("2016-03-01"),
        ServeElement {
            indicator: ORGANISATION,
            element: element(1),
            order: 0,
            interpretation: Default::default(),
            since: None,
        },
    );
    let shown = |world: &World, on| world.published(on).indicator(ORGANISATION).is_some();
    assert!(!shown(&world, NOW));
    let inner = ReportMeasurement {
        source: None,
        ..measured("80.0", "2017-03-01")
    };
    assert!(!shown(&world.clone().and(kim("2017-03-01"), inner), NOW));
    let open = world
        .clone()
        .and(kim("2017-03-01"), measured("80.0", "2017-03-01"));
    assert!(shown(&open, "2017-03-01") && !shown(&open, "2017-02-28"));
    let adopted = world.and(
        kim("2017-03-01"),
        decides(1, "2017-03-01", vec![adopt(1, 10)]),
    );
    assert!(shown(&adopted, "2017-03-01") && !shown(&adopted, "2017-02-28"));
}

fn revised(value: &str, collected: &str) -> ReportMeasurement {
    ReportMeasurement {
        settled: Settled::Revised,
        ..measured(value, collected)
    }
}
fn preliminary(value: &str, collected: &str) -> ReportMeasurement {
    ReportMeasurement {
        settled: Settled::Preliminary,
        ..measured(value, collected)
    }
}
fn taken() -> Refusal {
    Refusal::AlreadyMeasured {
        period: Period::Year(2016),
    }
}

/// The figure shown for 2016 on a day, and those before it.
fn figures(world: &World, on: &str) -> (String, Vec<String>) {
    let published = world.published(on);
    let all = published.indicator(ORGANISATION).unwrap().measurements();
    let shown = &all[0];
    let earlier = shown.revised_from();
    let value = match &shown.measurement.value {
        Value::Figure(figure) => figure.to_string(),
        Value::None(why) => format!("{why:?}"),
    };
    (value, earlier.iter().map(ToString::to_string).collect())
}

#[test]
fn a_revision_stands_beside_what_was_and_never_overwrites_it() {
    let world = exempelstad()
        .and(kim("2017-02-01"), preliminary("79.0", "2017-02-01"))
        .and(kim("2017-03-01"), measured("80.0", "2017-03-01"))
        .and(kim("2018-01-01"), revised("81.5", "2018-01-01"));
    let none: [String; 0] = [];
    assert_eq!(
        figures(&world, "2017-02-15"),
        ("79.0".into(), none.to_vec())
    );
    assert_eq!(
        figures(&world, "2017-12-31"),
        ("80.0".into(), vec!["79.0".into()])
    );
    assert_eq!(
        figures(&world, "2018-01-01"),
        ("81.5".into(), vec!["79.0".into(), "80.0".into()])
    );
}

#[test]
fn a_settled_figure_changes_only_by_one_that_calls_itself_revised() {
    let world = exempelstad().and(kim("2017-03-01"), measured("80.0", "2017-03-01"));
    world
        .when(kim(NOW), measured("81.0", "2018-01-01"))
        .then_refused(taken());
    world
        .when(kim(NOW), preliminary("81.0", "2018-01-01"))
        .then_refused(taken());
    world
        .when(kim(NOW), revised("81.0", "2018-01-01"))
        .then_accepted();
    let revised_once = world.and(kim(NOW), revised("81.0", "2018-01-01"));
    revised_once
        .when(kim(NOW), measured("82.0", "2018-06-01"))
        .then_refused(taken());
    // The same identity in another breakdown is another figure.
    let women = ReportMeasurement {
        breakdown: Breakdown::Women,
        ..measured("82.0", "2018-06-01")
    };
    revised_once.when(kim(NOW), women).then_accepted();
}

#[test]
fn only_a_settled_figure_can_be_revised() {
    let nothing = || Refusal::NothingToRevise {
        period: Period::Year(2016),
    };
    exempelstad()
        .when(kim(NOW), revised("81.0", "2018-01-01"))
        .then_refused(nothing());
    let world = exempelstad().and(kim("2017-02-01"), preliminary("79.0", "2017-02-01"));
    world
        .when(kim(NOW), revised("81.0", "2018-01-01"))
        .then_refused(nothing());
    for settled in [
        preliminary("79.5", "2018-01-01"),
        measured("80.0", "2018-01-01"),
    ] {
        world.when(kim(NOW), settled).then_accepted();
    }
}

fn forecast(value: &str, made: &str) -> ReportMeasurement {
    ReportMeasurement {
        settled: Settled::Forecast(SCHOOLS),
        ..measured(value, made)
    }
}

#[test]
fn a_forecast_is_made_before_its_period_is_over() {
    let over = Refusal::PeriodOver {
        period: Period::Year(2016),
    };
    exempelstad()
        .when(kim(NOW), forecast("81.0", "2017-01-01"))
        .then_refused(over);
    exempelstad()
        .when(kim(NOW), forecast("81.0", "2016-12-31"))
        .then_accepted();
    // Also before it has begun, which no outcome can be.
    let to_come = ReportMeasurement {
        period: Period::Year(2030),
        ..forecast("86.0", "2018-09-25")
    };
    exempelstad().when(kim(NOW), to_come).then_accepted();
}

#[test]
fn a_forecast_is_a_figure_of_a_body_on_a_day() {
    let blank = |field| Refusal::Blank { field };
    let undated = ReportMeasurement {
        collected: None,
        ..forecast("81.0", "2016-09-25")
    };
    exempelstad()
        .when(kim(NOW), undated)
        .then_refused(blank("collected"));
    let nothing = ReportMeasurement {
        value: Value::None(NoValue::NotYet),
        ..forecast("81.0", "2016-09-25")
    };
    exempelstad()
        .when(kim(NOW), nothing)
        .then_refused(blank("value"));
    let nobody = ReportMeasurement {
        settled: Settled::Forecast(BodyId(uuid::Uuid::from_u128(71))),
        ..forecast("81.0", "2016-09-25")
    };
    exempelstad()
        .when(kim(NOW), nobody)
        .then_refused(Refusal::Unknown { fact: Fact::Body });
}

#[test]
fn an_outcome_takes_the_place_of_a_forecast_and_revises_nothing() {
    let foreseen = exempelstad()
        .and(kim("2016-04-25"), forecast("83.0", "2016-04-25"))
        .and(kim("2016-09-25"), forecast("82.0", "2016-09-25"));
    assert_eq!(figures(&foreseen, "2016-05-01").0, "83.0");
    assert_eq!(figures(&foreseen, "2016-10-01"), ("82.0".into(), vec![]));
    foreseen
        .when(kim(NOW), revised("81.0", "2017-02-01"))
        .then_refused(Refusal::NothingToRevise {
            period: Period::Year(2016),
        });
    let known = foreseen
        .and(kim("2017-02-01"), preliminary("81.0", "2017-02-01"))
        .and(kim("2017-03-01"), measured("81.5", "2017-03-01"));
    assert_eq!(figures(&known, "2017-02-15"), ("81.0".into(), vec![]));
    assert_eq!(
        figures(&known, "2017-03-01"),
        ("81.5".into(), vec!["81.0".into()])
    );
}

#[test]
fn a_forecast_never_takes_the_place_of_an_outcome() {
    let year = |settled: ReportMeasurement| ReportMeasurement {
        period: Period::Year(2018),
        ..settled
    };
    for outcome in [
        preliminary("79.0", "2018-06-20"),
        measured("80.0", "2018-06-20"),
    ] {
        let world = exempelstad().and(kim("2018-06-20"), year(outcome));
        world
            .when(kim(NOW), year(forecast("81.0", "2018-09-25")))
            .then_refused(Refusal::AlreadyMeasured {
                period: Period::Year(2018),
            });
    }
}

#[test]
fn a_later_word_about_a_figure_stands_after_the_earlier_one() {
    let world = exempelstad().and(kim("2018-01-01"), measured("80.0", "2018-01-01"));
    world
        .when(import(NOW), revised("81.0", "2017-12-31"))
        .then_refused(Refusal::TooEarly {
            on: day("2017-12-31"),
            stands_from: day("2018-01-01"),
            fact: Fact::Measurement,
        });
    world
        .when(import(NOW), revised("81.0", "2018-01-01"))
        .then_accepted();
}

#[test]
fn a_figure_that_is_revised_back_is_said_again() {
    let world = exempelstad()
        .and(kim("2017-03-01"), measured("80.0", "2017-03-01"))
        .and(kim("2017-06-01"), revised("81.0", "2017-06-01"))
        .and(kim("2017-09-01"), revised("82.0", "2017-09-01"))
        .and(kim("2018-01-01"), revised("81.0", "2018-01-01"));
    assert_eq!(figures(&world, NOW).0, "81.0");
    // Each of the four is known when the same report comes again.
    for report in [
        measured("80.0", "2017-03-01"),
        revised("81.0", "2017-06-01"),
        revised("82.0", "2017-09-01"),
        revised("81.0", "2018-01-01"),
    ] {
        world.when(kim(NOW), report).then_nothing();
    }
}

#[test]
fn a_measurement_is_of_a_period_that_has_begun() {
    let of = |period: &str| ReportMeasurement {
        period: period.parse().unwrap(),
        ..measured("80.0", NOW)
    };
    exempelstad()
        .when(kim(NOW), of("2020"))
        .then_refused(Refusal::PeriodToCome {
            period: Period::Year(2020),
        });
    exempelstad().when(kim(NOW), of("2019")).then_accepted();
}

#[test]
fn no_value_says_why() {
    let without = |why| ReportMeasurement {
        value: Value::None(why),
        ..measured("80.0", NOW)
    };
    let world = exempelstad();
    world
        .when(kim(NOW), without(NoValue::Because(" ".into())))
        .then_refused(Refusal::Blank { field: "value" });
    for why in [
        NoValue::Because("Enkäten gjordes inte.".into()),
        NoValue::TooFew,
        NoValue::NotMeasured,
    ] {
        world.when(kim(NOW), without(why)).then_accepted();
    }
}

#[test]
fn a_measurement_refers_to_what_is_recorded() {
    let world = exempelstad();
    let cases = [
        (
            ReportMeasurement {
                indicator: riktning_domain::ids::IndicatorId(uuid::Uuid::from_u128(71)),
                ..measured("1", NOW)
            },
            Fact::Indicator,
        ),
        (
            ReportMeasurement {
                body: Some(body(9)),
                ..measured("1", NOW)
            },
            Fact::Body,
        ),
        (
            ReportMeasurement {
                source: Some(source(9)),
                ..measured("1", NOW)
            },
            Fact::Source,
        ),
    ];
    for (report, fact) in cases {
        world
            .when(kim(NOW), report)
            .then_refused(Refusal::Unknown { fact });
    }
    // A body that has ended was measured once, and its figures may still be reported.
    world
        .and(kim("2016-06-01"), ends(SCHOOLS, "2016-06-30"))
        .when(
            kim(NOW),
            ReportMeasurement {
                body: Some(SCHOOLS),
                ..measured("80.0", NOW)
            },
        )
        .then_accepted();
}

#[test]
fn a_target_aims_at_something() {
    let world = exempelstad().and(kim("2016-01-01"), goal(1)).and(
        kim("2016-03-01"),
        decides(1, "2016-03-01", vec![adopt(1, 10)]),
    );
    let aims = |aim| SetTarget {
        aim,
        ..target(decision(1))
    };
    let figure = |text: &str| text.parse().unwrap();
    world
        .when(kim(NOW), aims(Aim::Between(figure("80"), figure("79.9"))))
        .then_refused(Refusal::RangeUpsideDown);
    world
        .when(kim(NOW), aims(Aim::Between(figure("80"), figure("80"))))
        .then_accepted();
    world
        .when(kim(NOW), aims(Aim::InWords("".into())))
        .then_refused(Refusal::Blank { field: "aim" });
    world
        .when(kim(NOW), aims(Aim::InWords("Ska öka".into())))
        .then_accepted();
}

#[test]
fn a_targets_period_may_turn_out_to_be_our_reading() {
    let world = exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(
            kim("2016-03-01"),
            decides(1, "2016-03-01", vec![adopt(1, 10)]),
        )
        .and(kim("2016-03-02"), target(decision(1)));
    let ours = SetTarget {
        period_interpretation: riktning_domain::indicators::Interpretation::Ours,
        ..target(decision(1))
    };
    world.when(kim(NOW), ours).then_accepted();
    world.when(kim(NOW), target(decision(1))).then_nothing();
}

/// Whose figures tell of the indicator, and the periods of each that it has figures of.
fn told(world: &World) -> (Option<BodyId>, [Vec<String>; 3]) {
    let published = world.published(NOW);
    let indicator = published.indicator(ORGANISATION).unwrap();
    let periods = |body| {
        let own = indicator.measurements_of(body);
        own.inspect(|m| assert_eq!(m.key.body, body))
            .map(|m| m.key.period.to_string())
            .collect()
    };
    let each = [None, Some(SCHOOLS), Some(COMPANY)].map(periods);
    (indicator.told_by(), each)
}

#[test]
fn the_whole_groups_figures_tell_of_an_indicator_or_else_those_measured_first() {
    let of = |body: Option<BodyId>, period: &str| ReportMeasurement {
        body,
        period: period.parse().unwrap(),
        ..measured("80.0", NOW)
    };
    let by_bodies = exempelstad()
        .and(kim(NOW), of(Some(SCHOOLS), "2017"))
        .and(kim(NOW), of(Some(COMPANY), "2018"))
        .and(kim(NOW), of(Some(COMPANY), "2016"));
    let (by, [whole, schools, company]) = told(&by_bodies);
    assert_eq!(by, Some(COMPANY));
    assert_eq!(whole, Vec::<String>::new());
    assert_eq!(
        (schools, company),
        (
            vec!["2017".to_owned()],
            vec!["2016".to_owned(), "2018".to_owned()]
        )
    );
    // What has no open source is not public, and tells nobody anything.
    let hidden = ReportMeasurement {
        source: None,
        ..of(Some(SCHOOLS), "2015")
    };
    assert_eq!(
        told(&by_bodies.clone().and(kim(NOW), hidden)).0,
        Some(COMPANY)
    );
    let whole = by_bodies.and(kim(NOW), of(None, "2018"));
    let (by, [periods, ..]) = told(&whole);
    assert_eq!((by, periods), (None, vec!["2018".to_owned()]));
}
