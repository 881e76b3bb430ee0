//! Models: sound as data, and never changed under what rests on them.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, dated, import, kim};
use jiff::civil::{Date, date};
use riktning_domain::bodies::BodyKind;
use riktning_domain::ids::{LevelId, YearlyRoundId};
use riktning_domain::models::{
    DayOfYear, DefineModel, DropModel, Level, Limit, ModelDefinition, Month, Purpose,
    PutModelInForce, Season, Upward, YearlyRound,
};
use riktning_domain::refusal::Fact;
use riktning_domain::rounds::Occasion;
use riktning_domain::{Names, Period, Refusal};

const NOW: &str = "2018-01-01";

/// Model A, its definition changed.
fn changed(change: impl FnOnce(&mut ModelDefinition)) -> DefineModel {
    let mut model = DefineModel {
        since: None,
        ..model_a()
    };
    change(&mut model.definition);
    model
}

#[test]
fn a_model_has_a_name_and_at_least_one_level_each_with_a_name() {
    let world = exempelstad();
    let nameless = changed(|d| d.names = Names::swedish(" "));
    let nameless_level = changed(|d| d.levels[0].names = Names::swedish(""));
    world.when(kim(NOW), nameless).then_refused(Refusal::Blank {
        field: "definition.names.sv",
    });
    world
        .when(kim(NOW), nameless_level)
        .then_refused(Refusal::Blank {
            field: "definition.levels.names.sv",
        });
    world
        .when(kim(NOW), changed(|d| d.levels.clear()))
        .then_refused(Refusal::NoLevels);
    world
        .when(kim(NOW), changed(|d| d.levels.truncate(1)))
        .then_accepted();
}

#[test]
fn a_limit_is_of_a_level_that_the_model_has_and_there_is_one_of_each() {
    let world = exempelstad();
    let limited = |limits: &[(LevelId, u16)]| {
        changed(|d| {
            let limits = limits.iter();
            d.limits = limits
                .map(|(level, at_most)| Limit {
                    level: *level,
                    at_most: *at_most,
                })
                .collect();
        })
    };
    world
        .when(kim(NOW), limited(&[(COMMITMENT, 10), (GOAL, 5)]))
        .then_accepted();
    world
        .when(kim(NOW), limited(&[(COMMITMENT, 10), (COMMITMENT, 5)]))
        .then_refused(Refusal::TwiceTheSame);
    // A level of another model is none of this one's.
    world
        .when(kim(NOW), limited(&[(TASK, 10)]))
        .then_refused(Refusal::Unknown { fact: Fact::Level });
    let definition = limited(&[(COMMITMENT, 10)]).definition;
    assert_eq!(definition.limit(COMMITMENT), Some(10));
    assert_eq!(definition.limit(GOAL), None);
}

#[test]
fn a_model_names_no_level_scale_or_value_twice() {
    let world = exempelstad();
    let level_twice = changed(|d| d.levels.push(d.levels[0].clone()));
    let scale_twice = changed(|d| d.scales.push(scale()));
    let value_twice = changed(|d| {
        let value = d.scales[0].values[0].clone();
        d.scales[0].values.push(value);
    });
    for model in [level_twice, scale_twice, value_twice] {
        world
            .when(kim(NOW), model)
            .then_refused(Refusal::TwiceTheSame);
    }
}

#[test]
fn a_model_refers_only_to_its_own_levels_and_scales() {
    let world = exempelstad();
    let stranger = changed(|d| d.levels[2].supports.push(optional(Upward::Level(AIM))));
    let no_scale = changed(|d| d.scales.clear());
    world
        .when(kim(NOW), stranger)
        .then_refused(Refusal::Unknown { fact: Fact::Level });
    world
        .when(kim(NOW), no_scale)
        .then_refused(Refusal::Unknown { fact: Fact::Scale });
    let sourced = changed(|d| d.source = Some(source(9)));
    world
        .when(kim(NOW), sourced)
        .then_refused(Refusal::Unknown { fact: Fact::Source });
    let followed = changed(|d| d.follows = Some(model(9)));
    world
        .when(kim(NOW), followed)
        .then_refused(Refusal::Unknown { fact: Fact::Model });
}

#[test]
fn no_level_supports_itself_by_way_of_others() {
    let world = exempelstad();
    let circle = changed(|d| d.levels[0].supports.push(optional(Upward::Level(ACTIVITY))));
    let own = changed(|d| d.levels[0].supports.push(optional(Upward::Level(GOAL))));
    for model in [circle, own] {
        world
            .when(kim(NOW), model)
            .then_refused(Refusal::LevelsInACircle);
    }
    let shortcut = changed(|d| d.levels[2].supports.push(optional(Upward::Level(GOAL))));
    world.when(kim(NOW), shortcut).then_accepted();
}

#[test]
fn two_models_do_not_share_a_period() {
    let world = exempelstad();
    let twin = |period| DefineModel {
        model: model(3),
        ..changed(|d| d.period = period)
    };
    let taken = Period::Years {
        from: 2016,
        to: 2019,
    };
    world
        .when(kim(NOW), twin(taken))
        .then_refused(Refusal::PeriodTaken { period: taken });
    world
        .when(kim(NOW), twin(Period::Year(2015)))
        .then_accepted();
}

#[test]
fn a_model_follows_one_of_an_earlier_period_and_never_itself() {
    let world = exempelstad();
    let refused = Refusal::PredecessorNotEarlier;
    world
        .when(kim(NOW), changed(|d| d.follows = Some(MODEL_B)))
        .then_refused(refused.clone());
    let itself = changed(|d| {
        d.follows = Some(MODEL_A);
        d.period = Period::Years {
            from: 2017,
            to: 2019,
        };
    });
    world.when(kim(NOW), itself).then_refused(refused.clone());
    // Model B follows A: A cannot be moved behind it.
    let behind = changed(|d| {
        d.period = Period::Years {
            from: 2024,
            to: 2027,
        };
    });
    world.when(kim(NOW), behind).then_refused(refused);
    let earlier = changed(|d| {
        d.period = Period::Years {
            from: 2015,
            to: 2018,
        };
    });
    world.when(import(NOW), earlier).then_accepted();
}

#[test]
fn a_level_that_elements_stand_on_is_not_taken_away() {
    let world = exempelstad().and(kim("2016-01-01"), draft(1, MODEL_A, ACTIVITY));
    let without = |keep: fn(&Level) -> bool| changed(|d| d.levels.retain(keep));
    world
        .when(kim(NOW), without(|l| l.id != ACTIVITY))
        .then_refused(Refusal::LevelInUse);
    let task = DefineModel {
        since: None,
        definition: ModelDefinition {
            levels: vec![level(AIM, "Inriktningsmål", Purpose::StrategicGoal)],
            ..model_b().definition
        },
        ..model_b()
    };
    world.when(kim(NOW), task).then_accepted();
}

#[test]
fn an_element_is_not_drafted_on_a_level_that_is_gone_on_a_later_day() {
    let extra = LevelId(uuid::Uuid::from_u128(77));
    let with = |since: &str| {
        let mut model = changed(|d| d.levels.push(level(extra, "Extra", Purpose::Other)));
        model.since = Some(dated(since));
        model
    };
    // The level existed in 2016 only.
    let world = exempelstad().and(import(NOW), with("2016-01-01")).and(
        import(NOW),
        DefineModel {
            since: Some(dated("2017")),
            ..model_a()
        },
    );
    let back_dated = riktning_domain::elements::DraftElement {
        since: Some(dated("2016-06-01")),
        ..draft(1, MODEL_A, extra)
    };
    world
        .when(import(NOW), back_dated)
        .then_refused(Refusal::WouldBreak {
            day: crate::world::day("2017-01-01"),
            fact: Fact::Level,
        });
    world
        .when(
            import(NOW),
            riktning_domain::elements::DraftElement {
                since: Some(dated("2016-06-01")),
                ..draft(1, MODEL_A, ACTIVITY)
            },
        )
        .then_accepted();
}

#[test]
fn a_value_that_a_verdict_uses_is_not_taken_away() {
    let world = exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(kim("2017-09-01"), judges(1, 1, 1));
    let without = |id| {
        changed(|d| {
            d.scales[0].values.retain(|v| v.id != id);
        })
    };
    world
        .when(kim(NOW), without(PARTLY))
        .then_refused(Refusal::ScaleInUse);
    world.when(kim(NOW), without(MET)).then_accepted();
}

#[test]
fn a_model_is_put_in_force_once() {
    let world = exempelstad();
    let in_force = |model, since: &str| PutModelInForce {
        model,
        since: Some(dated(since)),
    };
    world
        .when(import(NOW), in_force(MODEL_A, "2016-01-01"))
        .then_refused(Refusal::AlreadyThere { fact: Fact::Model });
    world
        .when(import(NOW), in_force(MODEL_A, "2015-01-01"))
        .then_nothing();
    world
        .when(import(NOW), in_force(model(9), "2016"))
        .then_refused(Refusal::Unknown { fact: Fact::Model });
}

/// A model for 2024 that nobody has put in force.
fn coming() -> DefineModel {
    DefineModel {
        model: model(3),
        definition: ModelDefinition {
            period: Period::Year(2024),
            follows: None,
            ..model_b().definition
        },
        since: None,
    }
}

fn put(since: Option<&str>) -> PutModelInForce {
    PutModelInForce {
        model: model(3),
        since: since.map(dated),
    }
}

#[test]
fn a_person_says_a_day_to_come_and_another_until_it_has_come() {
    let world = exempelstad().and(kim(NOW), coming());
    world
        .when(kim(NOW), put(Some("2017-12-31")))
        .then_refused(Refusal::MayNotBackDate);
    // While its years last, and on their last day.
    let period = coming().definition.period;
    let last = period.last_day();
    world
        .when(kim(NOW), put(Some(&last.tomorrow().unwrap().to_string())))
        .then_refused(Refusal::ModelOver { period });
    world
        .when(kim(NOW), put(Some(&last.to_string())))
        .then_accepted();
    let world = world.and(kim(NOW), put(Some("2018-06-01")));
    world.when(kim(NOW), put(Some("2018-06-01"))).then_nothing();
    // Who says no day wants it now, and not when it was to come.
    let at_once = world.clone().and(kim(NOW), put(None));
    assert!(at_once.published(NOW).model(model(3)).is_some());
    at_once.when(kim(NOW), put(None)).then_nothing();
    let found = |world: &World, on: &str| world.published(on).model(model(3)).is_some();
    assert!(!found(&world, "2018-05-31"));
    assert!(found(&world, "2018-06-01"));
    let world = world.and(kim("2018-05-31"), put(Some("2018-07-01")));
    assert!(!found(&world, "2018-06-30"));
    assert!(found(&world, "2018-07-01"));
    world
        .when(kim("2018-07-01"), put(Some("2018-08-01")))
        .then_refused(Refusal::AlreadyThere { fact: Fact::Model });
}

#[test]
fn a_draft_of_a_model_is_nothing_that_residents_see() {
    let world = exempelstad();
    let before = world.state.public_position();
    let world = world.and(kim(NOW), coming());
    assert_eq!(world.state.public_position(), before);
    let world = world.and(kim(NOW), put(None));
    assert!(world.state.public_position() > before);
    let after = world.state.public_position();
    let named = changed(|d| d.names = Names::swedish("Ett annat namn"));
    let world = world.and(kim(NOW), named);
    assert!(world.state.public_position() > after);
}

#[test]
fn a_draft_that_nothing_rests_on_is_thrown_away_and_its_period_is_free() {
    let dropped = |n| DropModel { model: model(n) };
    let again = DefineModel {
        model: model(4),
        ..coming()
    };
    let world = exempelstad().and(kim(NOW), coming());
    world
        .when(kim(NOW), again.clone())
        .then_refused(Refusal::PeriodTaken {
            period: Period::Year(2024),
        });
    let thrown = exempelstad()
        .and(kim(NOW), coming())
        .and(kim(NOW), dropped(3));
    thrown.when(kim(NOW), again).then_accepted();
    thrown.when(kim(NOW), dropped(3)).then_nothing();
    let unknown = Refusal::Unknown { fact: Fact::Model };
    thrown
        .when(kim(NOW), coming())
        .then_refused(unknown.clone());
    thrown
        .when(kim(NOW), put(None))
        .then_refused(unknown.clone());
    thrown.when(kim(NOW), dropped(9)).then_refused(unknown);
    let in_use = Refusal::ModelInUse;
    exempelstad()
        .when(kim(NOW), dropped(1))
        .then_refused(in_use.clone());
    let followed = DefineModel {
        model: model(4),
        definition: ModelDefinition {
            period: Period::Year(2025),
            follows: Some(model(3)),
            ..coming().definition
        },
        since: None,
    };
    for world in [
        world.and(kim(NOW), followed),
        exempelstad()
            .and(kim(NOW), coming())
            .and(kim(NOW), draft(1, model(3), TASK)),
        exempelstad()
            .and(kim(NOW), coming())
            .and(kim(NOW), put(Some("2019-01-01"))),
    ] {
        world
            .when(kim(NOW), dropped(3))
            .then_refused(in_use.clone());
    }
}

#[test]
fn what_addresses_rest_on_stays_and_a_period_that_is_over_is_what_it_was() {
    let world = exempelstad().and(kim("2016-01-01"), goal(1));
    let moved = changed(|d| d.period = Period::Year(2016));
    let period = model_a().definition.period;
    world
        .when(kim(NOW), moved.clone())
        .then_refused(Refusal::PeriodInForce { period });
    world.when(import(NOW), moved).then_accepted();
    let purpose = |at: usize, purpose| changed(move |d| d.levels[at].purpose = purpose);
    world
        .when(kim(NOW), purpose(0, Purpose::Other))
        .then_refused(Refusal::PurposeInUse);
    world
        .when(kim(NOW), purpose(2, Purpose::Other))
        .then_accepted();
    let named = changed(|d| d.names = Names::swedish("Efteråt"));
    world.when(kim("2019-12-31"), named.clone()).then_accepted();
    world
        .when(kim("2020-01-01"), named.clone())
        .then_refused(Refusal::ModelOver { period });
    world.when(import("2020-01-01"), named).then_accepted();
}

#[test]
fn what_is_written_by_a_model_to_come_waits_for_its_day_with_the_decision() {
    let since = dated("2018-07-01").day();
    let world = exempelstad()
        .and(kim("2018-05-01"), coming())
        .and(kim("2018-05-01"), put(Some("2018-07-01")));
    let moved = || {
        let mut model = coming();
        model.definition.period = Period::Year(2025);
        model
    };
    world.when(kim("2018-05-02"), moved()).then_accepted();
    let world = world.and(kim("2018-05-02"), draft(1, model(3), TASK));
    let period = coming().definition.period;
    world
        .when(kim("2018-05-02"), moved())
        .then_refused(Refusal::PeriodInUse { period });
    let decided = |on: &str| decides(1, on, vec![adopt(1, 10)]);
    world
        .when(kim("2018-06-30"), decided("2018-06-29"))
        .then_refused(Refusal::ModelNotInForce { since });
    // Of a meeting before that day: residents see it from the day of the model.
    let world = world.and(kim("2018-07-01"), decided("2018-06-29"));
    let found = |on: &str| world.published(on).element(element(1)).is_some();
    assert!(!found("2018-06-30"));
    assert!(found("2018-07-01"));
}

#[test]
fn the_levels_of_a_circle_are_named_in_their_order() {
    let circle = changed(|d| d.levels[0].supports.push(optional(Upward::Level(ACTIVITY))));
    let way = circle.definition.circle().unwrap();
    assert_eq!(way.first(), way.last());
    assert!(way.len() > 2, "{way:?}");
    for two in way.windows(2) {
        let level = circle.definition.level(two[0]).unwrap();
        let mut above = level.supports.iter();
        assert!(above.any(|s| s.upward == Upward::Level(two[1])), "{way:?}");
    }
    assert_eq!(model_a().definition.circle(), None);
}

#[test]
fn what_is_done_in_a_month_is_said() {
    let season = |what: &str| {
        let what = Names::swedish(what);
        let month = Month::November;
        changed(move |d| d.levels[0].seasons = vec![Season { month, what }])
    };
    let world = exempelstad();
    world
        .when(kim(NOW), season("Fullmäktige beslutar"))
        .then_accepted();
    world
        .when(kim(NOW), season(" "))
        .then_refused(Refusal::Blank {
            field: "definition.levels.seasons.what.sv",
        });
    let numbers = Month::ALL.map(Month::number);
    assert_eq!((numbers[0], numbers[11]), (1, 12));
}

/// A round of every year: what it is about, when it opens, and the last day of committees.
fn yearly(occasion: Occasion, about: &str, opens: Option<&str>, last: &str) -> YearlyRound {
    let day = |text: &str| DayOfYear::try_from(text.to_owned()).unwrap();
    YearlyRound {
        id: YearlyRoundId(uuid::Uuid::from_u128(1)),
        names: Names::swedish("Omgång"),
        occasion,
        cut_off: day(about),
        opens: opens.map(day),
        deadlines: vec![(BodyKind::Committee, day(last))],
        asks_for: vec![],
    }
}

#[test]
fn a_round_of_every_year_has_a_name_and_a_last_day_and_asks_each_once() {
    let world = exempelstad();
    let round = yearly(Occasion::Interim, "08-31", None, "09-20");
    let with = |rounds: Vec<YearlyRound>| changed(|d| d.yearly = rounds);
    world
        .when(kim(NOW), with(vec![round.clone()]))
        .then_accepted();
    let nameless = YearlyRound {
        names: Names::swedish(" "),
        ..round.clone()
    };
    world
        .when(kim(NOW), with(vec![nameless]))
        .then_refused(Refusal::Blank {
            field: "definition.yearly.names.sv",
        });
    let never = YearlyRound {
        deadlines: vec![],
        ..round.clone()
    };
    world
        .when(kim(NOW), with(vec![never]))
        .then_refused(Refusal::Blank {
            field: "definition.yearly.deadlines",
        });
    let last = round.deadlines[0];
    let twice = YearlyRound {
        deadlines: vec![last, last],
        ..round.clone()
    };
    for rounds in [vec![twice], vec![round.clone(), round]] {
        world
            .when(kim(NOW), with(rounds))
            .then_refused(Refusal::TwiceTheSame);
    }
}

#[test]
fn the_days_of_a_round_follow_from_the_year_in_which_it_is_worked_on() {
    let days = |round: YearlyRound| {
        let days = round.worked_on_in(2028).unwrap();
        let last: Vec<Date> = days.deadlines.iter().map(|(_, day)| *day).collect();
        (days.cut_off, days.opens, last)
    };
    // Next year is planned; what is followed up is over; what opens after its deadline opened before.
    assert_eq!(
        days(yearly(Occasion::Planning, "01-01", Some("05-01"), "10-15")),
        (
            date(2029, 1, 1),
            Some(date(2028, 5, 1)),
            vec![date(2028, 10, 15)]
        )
    );
    assert_eq!(
        days(yearly(Occasion::Interim, "08-31", Some("08-31"), "09-20")),
        (
            date(2028, 8, 31),
            Some(date(2028, 8, 31)),
            vec![date(2028, 9, 20)]
        )
    );
    assert_eq!(
        days(yearly(Occasion::Annual, "12-31", Some("12-15"), "02-10")),
        (
            date(2027, 12, 31),
            Some(date(2027, 12, 15)),
            vec![date(2028, 2, 10)]
        )
    );
    // Some before New Year, some after it: the year is that of the last.
    let both = YearlyRound {
        deadlines: vec![
            (BodyKind::Company, "01-15".to_owned().try_into().unwrap()),
            (BodyKind::Committee, "12-15".to_owned().try_into().unwrap()),
        ],
        ..yearly(Occasion::Planning, "01-01", Some("10-01"), "12-15")
    };
    assert_eq!(
        days(both.clone()),
        (
            date(2028, 1, 1),
            Some(date(2027, 10, 1)),
            vec![date(2028, 1, 15), date(2027, 12, 15)]
        )
    );
    let interim = YearlyRound {
        occasion: Occasion::Interim,
        cut_off: "11-30".to_owned().try_into().unwrap(),
        ..both
    };
    assert_eq!(days(interim).0, date(2027, 11, 30));
    assert_eq!(
        days(yearly(Occasion::Annual, "12-31", None, "12-31")),
        (date(2028, 12, 31), None, vec![date(2028, 12, 31)])
    );
}
