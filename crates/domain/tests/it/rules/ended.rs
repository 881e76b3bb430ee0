//! A goal whose period is over: it is read in its own time, and what came later is told as
//! later.

use crate::commands::*;
use crate::exempelstad::*;
use crate::world::{World, day, import, kim};
use riktning_domain::assessments::{ProposeAssessment, Subject};
use riktning_domain::indicators::{ReportMeasurement, ServeElement, SetTarget};
use riktning_domain::rounds::{Occasion, OpenRound};
use riktning_domain::{Period, Published};

const NOW: &str = "2022-06-01";

/// A goal of 2016–2019 with an indicator.
fn town() -> World {
    let serves = ServeElement {
        indicator: ORGANISATION,
        element: element(1),
        order: 0,
        interpretation: Default::default(),
        since: None,
    };
    exempelstad()
        .and(kim("2016-01-01"), goal(1))
        .and(
            kim("2016-02-01"),
            decides(1, "2016-02-01", vec![adopt(1, 10)]),
        )
        .and(kim("2016-02-02"), serves)
}

fn figure(period: Period, value: &str, collected: &str) -> ReportMeasurement {
    ReportMeasurement {
        period,
        ..measured(value, collected)
    }
}

#[test]
fn an_indicator_is_read_for_the_period_of_the_element_that_it_serves() {
    let aims = |year| SetTarget {
        period: Period::Year(year),
        ..target(decision(1))
    };
    let world = town()
        .and(kim(NOW), aims(2019))
        .and(kim(NOW), aims(2021))
        .and(kim(NOW), figure(Period::Year(2018), "70", "2019-02-01"))
        // A school year that began within the period is of it.
        .and(
            kim(NOW),
            figure(Period::SchoolYear(2019), "72", "2020-09-01"),
        )
        .and(kim(NOW), figure(Period::Year(2021), "60", "2022-02-01"));
    let lens = world.published(NOW);
    let serving = lens.indicators_of(element(1));
    let [(indicator, _)] = serving.as_slice() else {
        panic!("{serving:?}")
    };
    let periods = |i: &riktning_domain::published::PublicIndicator<'_>| -> Vec<Period> {
        i.measurements().iter().map(|m| m.key.period).collect()
    };
    let within = [Period::Year(2018), Period::SchoolYear(2019)];
    assert_eq!(periods(indicator), within);
    let aimed: Vec<_> = indicator.targets().iter().map(|t| t.0).collect();
    assert_eq!(aimed, [Period::Year(2019)]);
    assert_eq!(indicator.until(), Some(day("2019-12-31")));
    // The indicator itself has them all.
    assert_eq!(periods(&indicator.whole()).len(), 3);
    assert_eq!(periods(&lens.indicator(ORGANISATION).unwrap()).len(), 3);
    assert_eq!(indicator.whole().targets().len(), 2);
}

#[test]
fn the_last_word_on_a_goal_is_about_a_day_of_its_period() {
    let round_of = |n, occasion, cut_off: &str| OpenRound {
        round: round(n),
        occasion,
        cut_off: day(cut_off),
        since: None,
        ..interim()
    };
    let judged = |world: World, n: u128, on: &str, value| {
        let proposed = ProposeAssessment {
            round: round(n),
            verdict: verdict(value),
            since: Some(crate::world::dated(on)),
            ..judges(n, n, 1)
        };
        let act = decide_verdict(n, n);
        world
            .and(import(NOW), proposed)
            .and(import(NOW), decides(n, on, vec![act]))
    };
    let opened = import("2019-06-01");
    let rounds = town()
        .and(opened, round_of(2, Occasion::Interim, "2019-08-31"))
        .and(opened, round_of(3, Occasion::Annual, "2019-12-31"))
        .and(opened, round_of(4, Occasion::Interim, "2020-08-31"));
    let word = |lens: Published<'_>| {
        let judged = lens.last_word(&lens.element(element(1))?)?;
        Some(judged.verdict.for_year)
    };
    // Judged only afterwards: nobody judged it in its time.
    let late = judged(rounds.clone(), 4, "2020-10-01", NOT_MET);
    assert_eq!(word(late.published(NOW)), None);
    let all = judged(rounds, 2, "2019-10-01", NOT_MET);
    let all = judged(all, 4, "2020-10-01", NOT_MET);
    assert_eq!(word(all.published(NOW)), Some(NOT_MET));
    // The final follow-up is decided after the period, about its last day.
    let all = judged(all, 3, "2020-03-01", MET);
    assert_eq!(word(all.published("2020-02-29")), Some(NOT_MET));
    assert_eq!(word(all.published(NOW)), Some(MET));
    let lens = all.published(NOW);
    let told = lens.assessments(Subject::Element(element(1)));
    let after: Vec<_> = told
        .iter()
        .map(|a| (a.round.round, a.is_after_period))
        .collect();
    assert_eq!(
        after,
        [(round(3), false), (round(2), false), (round(4), true)]
    );
}
