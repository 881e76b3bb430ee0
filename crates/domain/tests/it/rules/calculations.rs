//! Which indicators may be worked out of which.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::ids::IndicatorId;
use riktning_domain::indicators::{
    Calculation, Class, DefineIndicator, MOST_DEEP, ReportMeasurement, RollUp, Unit, Weighed,
};
use riktning_domain::refusal::Fact;
use riktning_domain::{Names, Refusal};
use uuid::Uuid;

const NOW: &str = "2019-01-01";

fn id(n: usize) -> IndicatorId {
    IndicatorId(Uuid::from_u128(1000 + n as u128))
}

fn counted(n: usize) -> DefineIndicator {
    let mut define = DefineIndicator {
        since: None,
        ..indicator(id(n), &format!("antal-{n}"), Class::KeyFigure)
    };
    define.definition.unit = Unit::Count;
    define.definition.names = Names::swedish(format!("Antal {n}"));
    define
}

fn worked_out(n: usize, how: Calculation) -> DefineIndicator {
    let mut define = counted(n);
    define.definition.calculation = Some(how);
    define
}

fn share(n: usize, of: usize, by: usize, times: &str) -> DefineIndicator {
    let mut define = worked_out(
        n,
        Calculation::Ratio {
            of: id(of),
            by: id(by),
            times: times.parse().unwrap(),
        },
    );
    define.definition.unit = Unit::Percent;
    define
}

fn sum(parts: &[usize]) -> Calculation {
    Calculation::Sum(parts.iter().map(|n| id(*n)).collect())
}

/// Three indicators that are counted.
fn town() -> World {
    let town = exempelstad();
    [1, 2, 3]
        .into_iter()
        .fold(town, |town, n| town.and(kim(NOW), counted(n)))
}

#[test]
fn an_indicator_is_worked_out_of_others_and_not_of_itself() {
    let town = town();
    let refused = |how, refusal| {
        town.when(kim(NOW), worked_out(4, how))
            .then_refused(refusal);
    };
    let unknown = Refusal::Unknown {
        fact: Fact::Indicator,
    };
    refused(sum(&[1, 9]), unknown);
    refused(sum(&[1, 4]), Refusal::CalculatedFromItself);
    refused(sum(&[1]), Refusal::TooFewParts);
    refused(sum(&[]), Refusal::TooFewParts);
    refused(sum(&[1, 1]), Refusal::TwiceTheSame);
    town.when(kim(NOW), worked_out(4, sum(&[1, 2, 3])))
        .then_accepted();
    // 5 = 4 + 1 and 4 = 1 + 2: then 4 is not worked out of 5, and 1 not of either.
    let town = town
        .and(kim(NOW), worked_out(4, sum(&[1, 2])))
        .and(kim(NOW), worked_out(5, sum(&[4, 1])));
    let in_a_circle = |part: &str| Refusal::CalculatedInACircle { part: part.into() };
    town.when(kim(NOW), worked_out(4, sum(&[2, 5])))
        .then_refused(in_a_circle("Antal 5"));
    town.when(kim(NOW), worked_out(1, sum(&[2, 5])))
        .then_refused(in_a_circle("Antal 5"));
    town.when(kim(NOW), worked_out(3, sum(&[4, 5])))
        .then_accepted();
}

#[test]
fn a_weight_leads_in_no_circle_either() {
    let mut weighed = counted(6);
    weighed.definition.roll_up = Some(RollUp::WeightedBy(id(1)));
    let town = town();
    town.when(kim(NOW), weighed.clone()).then_accepted();
    let town = town.and(kim(NOW), weighed);
    town.when(kim(NOW), worked_out(1, sum(&[2, 6])))
        .then_refused(Refusal::CalculatedInACircle {
            part: "Antal 6".into(),
        });
    let mut own = counted(6);
    own.definition.roll_up = Some(RollUp::WeightedBy(id(6)));
    town.when(kim(NOW), own)
        .then_refused(Refusal::CalculatedFromItself);
}

#[test]
fn only_so_many_lie_behind_one_another() {
    let mut town = town();
    for n in 10..10 + MOST_DEEP {
        let parts = if n == 10 { [1, 2] } else { [n - 1, 1] };
        town = town.and(kim(NOW), worked_out(n, sum(&parts)));
    }
    let last = 9 + MOST_DEEP;
    town.when(kim(NOW), worked_out(50, sum(&[last, 1])))
        .then_refused(Refusal::CalculationTooDeep);
    // Nor by putting one more under the lowest.
    town.when(kim(NOW), worked_out(1, sum(&[2, 3])))
        .then_refused(Refusal::CalculationTooDeep);
    town.when(kim(NOW), worked_out(50, sum(&[last - 1, 1])))
        .then_accepted();
}

#[test]
fn what_is_added_or_averaged_has_one_unit() {
    let differ = |part: &str| Refusal::UnitsDiffer { part: part.into() };
    let mut amount = counted(3);
    amount.definition.unit = Unit::ThousandSek;
    let town = town().and(kim(NOW), amount);
    let parts = vec![id(1), id(3)];
    let weighed = |value, weight| Weighed { value, weight };
    for how in [
        Calculation::Sum(parts.clone()),
        Calculation::Mean(parts),
        Calculation::WeightedMean(vec![weighed(id(1), id(2)), weighed(id(3), id(2))]),
    ] {
        town.when(kim(NOW), worked_out(4, how))
            .then_refused(differ("Antal 3"));
    }
    // Thousands of kronor make no count.
    let mut amounts = worked_out(4, sum(&[1, 2]));
    amounts.definition.unit = Unit::ThousandSek;
    town.when(kim(NOW), amounts).then_refused(differ("Antal 1"));
    // A weight may be counted in anything.
    let how = vec![weighed(id(1), id(3)), weighed(id(2), id(3))];
    town.when(kim(NOW), worked_out(4, Calculation::WeightedMean(how)))
        .then_accepted();
}

#[test]
fn a_share_is_of_two_alike_times_a_hundred() {
    let mut amount = counted(3);
    amount.definition.unit = Unit::MillionSek;
    let town = town().and(kim(NOW), amount);
    town.when(kim(NOW), share(4, 1, 3, "100"))
        .then_refused(Refusal::NoShare);
    town.when(kim(NOW), share(4, 1, 2, "1000"))
        .then_refused(Refusal::NoShare);
    for times in ["0", "-100"] {
        town.when(kim(NOW), share(4, 1, 2, times))
            .then_refused(Refusal::FactorNotPositive);
    }
    town.when(kim(NOW), share(4, 1, 1, "100"))
        .then_refused(Refusal::TwiceTheSame);
    town.when(kim(NOW), share(4, 1, 2, "100.0")).then_accepted();
    let per = |unit| {
        let mut define = worked_out(
            4,
            Calculation::PerInhabitants {
                of: id(3),
                population: id(1),
                per: "1000".parse().unwrap(),
            },
        );
        define.definition.unit = unit;
        define
    };
    town.when(kim(NOW), per(Unit::Percent))
        .then_refused(Refusal::NoShare);
    town.when(kim(NOW), per(Unit::Named("kronor per invånare".into())))
        .then_accepted();
}

#[test]
fn a_part_stays_what_another_is_worked_out_of() {
    let town = town().and(kim(NOW), worked_out(4, sum(&[1, 2])));
    let with = |unit: Unit| {
        let mut define = counted(1);
        define.definition.unit = unit;
        define.definition.decimals = 2;
        define
    };
    town.when(kim(NOW), with(Unit::Percent))
        .then_refused(Refusal::UsedInCalculation {
            by: "Antal 4".into(),
        });
    town.when(kim(NOW), with(Unit::Count)).then_accepted();
}

#[test]
fn a_definition_that_is_dated_back_is_asked_on_the_days_after_too() {
    let from = |since: &str, define: DefineIndicator| DefineIndicator {
        since: Some(since.parse().unwrap()),
        ..define
    };
    let town = (1..=3).fold(exempelstad(), |town, n| {
        town.and(import("2019-01-01"), from("2015", counted(n)))
    });
    let town = town.and(
        import("2019-01-01"),
        from("2018", worked_out(3, sum(&[1, 2]))),
    );
    // In 2016 the third was counted itself; from 2018 it was worked out of the first.
    town.when(
        import("2019-01-01"),
        from("2016", worked_out(1, sum(&[2, 3]))),
    )
    .then_refused(Refusal::WouldBreak {
        day: day("2018-01-01"),
        fact: Fact::Calculation,
    });
    // Where the first is counted again by then, it is well.
    let mut again = counted(1);
    again.definition.decimals = 0;
    town.and(import("2019-01-01"), from("2017", again))
        .when(
            import("2019-01-01"),
            from("2016", worked_out(1, sum(&[2, 3]))),
        )
        .then_accepted();
}

#[test]
fn bodies_figures_make_the_groups_as_somebody_has_said() {
    let town = town();
    let with = |unit, how| {
        let mut define = counted(4);
        define.definition.unit = unit;
        define.definition.roll_up = Some(how);
        define
    };
    for unit in [
        Unit::Percent,
        Unit::Index,
        Unit::Points,
        Unit::Grade,
        Unit::Rank,
    ] {
        town.when(kim(NOW), with(unit.clone(), RollUp::Sum))
            .then_refused(Refusal::NotSummed);
        town.when(kim(NOW), with(unit, RollUp::WeightedBy(id(1))))
            .then_accepted();
    }
    town.when(kim(NOW), with(Unit::Count, RollUp::Sum))
        .then_accepted();
    town.when(kim(NOW), with(Unit::Percent, RollUp::WeightedBy(id(9))))
        .then_refused(Refusal::Unknown {
            fact: Fact::Indicator,
        });
    let mut both = worked_out(4, sum(&[1, 2]));
    both.definition.roll_up = Some(RollUp::Sum);
    town.when(kim(NOW), both)
        .then_refused(Refusal::CalculatedNotRolledUp);
}

#[test]
fn nobody_reports_what_is_worked_out() {
    let report = |collected: &str| ReportMeasurement {
        indicator: id(4),
        ..measured("7", collected)
    };
    let town = town()
        .and(kim("2019-01-01"), counted(4))
        .and(kim("2019-01-02"), report("2019-01-02"))
        .and(kim("2019-01-03"), worked_out(4, sum(&[1, 2])));
    let refusal = Refusal::WorkedOut {
        parts: vec!["Antal 1".into(), "Antal 2".into()],
    };
    let later = ReportMeasurement {
        period: riktning_domain::Period::Year(2018),
        ..report("2019-01-03")
    };
    town.when(kim("2019-01-03"), later)
        .then_refused(refusal.clone());
    // Nor by saying that it was collected before.
    let back = ReportMeasurement {
        settled: riktning_domain::indicators::Settled::Revised,
        ..report("2019-01-02")
    };
    town.when(kim("2019-01-03"), back).then_refused(refusal);
    // What was said before is said already.
    town.when(kim("2019-01-03"), report("2019-01-02"))
        .then_nothing();
}
