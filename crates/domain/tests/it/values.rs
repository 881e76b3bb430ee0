//! Days, periods, figures, slugs and timelines: written and read back, and nothing else read.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use riktning_domain::permissions::Actor;
use riktning_domain::{Dated, Figure, Period, Precision, Slug, Timeline};

fn a_day() -> impl Strategy<Value = Date> {
    let day = |(year, month, day): (i16, i8, i8)| Date::new(year, month, day).ok();
    (1600i16..3000, 1i8..=12, 1i8..=31).prop_filter_map("no such day", day)
}

fn a_period() -> impl Strategy<Value = Period> {
    let year = || 1600i16..2999;
    prop_oneof![
        year().prop_map(Period::Year),
        (year(), 1i16..9).prop_filter_map("too late", |(from, n)| Period::years(from, from + n)),
        year().prop_map(Period::SchoolYear),
        (year(), 1u8..=2).prop_map(|(y, n)| Period::HalfYear(y, n)),
        (year(), 1u8..=3).prop_map(|(y, n)| Period::Tertial(y, n)),
        (year(), 1u8..=4).prop_map(|(y, n)| Period::Quarter(y, n)),
        (year(), 1u8..=12).prop_map(|(y, n)| Period::Month(y, n)),
        a_day().prop_map(Period::Day),
        a_day().prop_map(Period::YearToDate),
    ]
}

fn a_dated() -> impl Strategy<Value = Dated> {
    prop_oneof![
        a_day().prop_map(Dated::day_known),
        a_day().prop_map(Dated::month_known),
        (0i16..9999).prop_filter_map("no year", Dated::year_known),
        a_day().prop_map(Dated::not_found),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_date_is_written_and_read_back_with_its_precision(dated in a_dated()) {
        prop_assert_eq!(dated.to_string().parse::<Dated>(), Ok(dated));
        let json = serde_json::to_string(&dated).unwrap();
        prop_assert_eq!(serde_json::from_str::<Dated>(&json).unwrap(), dated);
        if dated.precision() == Precision::Month {
            prop_assert_eq!(dated.day().day(), 1);
        }
    }

    #[test]
    fn a_period_is_written_and_read_back(period in a_period()) {
        prop_assert_eq!(period.to_string().parse::<Period>(), Ok(period));
        let json = serde_json::to_string(&period).unwrap();
        prop_assert_eq!(serde_json::from_str::<Period>(&json).unwrap(), period);
    }

    #[test]
    fn a_period_holds_its_first_and_last_day_and_none_outside(period in a_period(), day in a_day()) {
        let (first, last) = (period.first_day(), period.last_day());
        prop_assert!(first <= last);
        prop_assert!(period.contains(first) && period.contains(last));
        prop_assert!(!period.contains(first.yesterday().unwrap()));
        prop_assert!(!period.contains(last.tomorrow().unwrap()));
        prop_assert_eq!(period.contains(day), period.covers(Period::Day(day)));
    }

    #[test]
    fn periods_are_ordered_by_when_their_figures_can_be_known(a in a_period(), b in a_period()) {
        if a.last_day() != b.last_day() {
            prop_assert_eq!(a.cmp(&b), a.last_day().cmp(&b.last_day()));
        }
        prop_assert_eq!(a.cmp(&b) == std::cmp::Ordering::Equal, a == b);
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
    }

    #[test]
    fn what_is_read_as_a_period_or_a_date_is_written_the_same(text in "[0-9+.THQ/?-]{0,21}") {
        if let Ok(period) = text.parse::<Period>() {
            prop_assert_eq!(period.to_string(), text.clone());
        }
        if let Ok(dated) = text.parse::<Dated>() {
            prop_assert_eq!(dated.to_string(), text);
        }
    }

    #[test]
    fn what_nearly_is_a_school_year_is_none(year in 1600i16..2998, sign in "[+ -]", digit in 0u8..10) {
        let text = format!("{year}/{sign}{digit}");
        prop_assert!(text.parse::<Period>().is_err(), "{} was read", text);
    }

    #[test]
    fn a_figure_keeps_every_decimal(whole in -99_999i64..99_999, cents in 0u32..1000, places in 0usize..4) {
        let cents = format!("{cents:03}");
        let text = match places {
            0 => whole.to_string(),
            n => format!("{whole}.{}", &cents[..n]),
        };
        let figure: Figure = text.parse().unwrap();
        prop_assert_eq!(figure.to_string(), text);
        prop_assert_eq!(figure.decimals() as usize, places);
        let json = serde_json::to_string(&figure).unwrap();
        prop_assert_eq!(serde_json::from_str::<Figure>(&json).unwrap(), figure);
        prop_assert_eq!(figure.minus(figure).unwrap().value(), rust_decimal::Decimal::ZERO);
    }

    #[test]
    fn a_slug_of_any_title_is_one_that_an_address_holds(title in "\\PC{0,120}", n in 2usize..1000) {
        let slug = Slug::from_title(&title);
        prop_assert!(slug.is_sound(), "{} of {:?}", slug, title);
        prop_assert_eq!(Slug::parse(&slug.to_string()), Some(slug.clone()));
        let numbered = slug.numbered(n);
        prop_assert!(numbered.is_sound(), "{}", numbered);
        prop_assert_ne!(numbered, slug);
    }

    /// Against the plainest reading: all values, sorted, the last that had begun.
    #[test]
    fn a_timeline_says_what_stood_last(
        entries in proptest::collection::vec((0i8..28, any::<u8>()), 0..12),
        asked in 0i8..28,
    ) {
        let on = |n: i8| date(2018, 2, n + 1);
        let mut timeline = Timeline::default();
        for (position, (day, value)) in entries.iter().enumerate() {
            timeline.insert(on(*day), position as u64, *value);
        }
        let mut plain: Vec<_> = entries.iter().enumerate().map(|(p, (d, v))| (*d, p, *v)).collect();
        plain.sort();
        let stood: Vec<u8> = plain.iter().filter(|e| e.0 <= asked).map(|e| e.2).collect();
        let read: Vec<u8> = timeline.up_to(on(asked)).iter().map(|e| e.value).collect();
        prop_assert_eq!(timeline.at(on(asked)), stood.last());
        prop_assert_eq!(read, stood);
        prop_assert_eq!(timeline.is_empty(), entries.is_empty());
    }

    /// Events about other days may be recorded in any order.
    #[test]
    fn a_timeline_of_other_days_does_not_mind_the_order(
        entries in proptest::collection::btree_map(0i8..28, any::<u8>(), 0..12),
        asked in 0i8..28,
    ) {
        let on = |n: i8| date(2018, 2, n + 1);
        let (mut one, mut other) = (Timeline::default(), Timeline::default());
        for (position, (day, value)) in entries.iter().enumerate() {
            one.insert(on(*day), position as u64, *value);
        }
        for (position, (day, value)) in entries.iter().rev().enumerate() {
            other.insert(on(*day), position as u64, *value);
        }
        prop_assert_eq!(one.at(on(asked)), other.at(on(asked)));
    }
}

#[test]
fn what_is_no_figure_is_refused() {
    for text in [
        "", "84,5", "1 000", "1e3", "--1", "NaN", "∞", "0x1F", "+5", ".5", "5.", "1_000",
    ] {
        assert!(
            text.parse::<Figure>().is_err(),
            "{text:?} was read as a figure"
        );
    }
}

#[test]
fn what_cannot_be_kept_exactly_is_refused() {
    let long = format!("0.{}", "1".repeat(40));
    assert!(long.parse::<Figure>().is_err());
    assert!("1".repeat(40).parse::<Figure>().is_err());
}

#[test]
fn an_actor_is_written_and_read_back() {
    for actor in [Actor::Import, Actor::Person(crate::exempelstad::KIM)] {
        assert_eq!(actor.to_string().parse::<Actor>(), Ok(actor));
    }
    for text in ["", "person:", "person:kim", "Import", "import "] {
        assert!(
            text.parse::<Actor>().is_err(),
            "{text:?} was read as an actor"
        );
    }
}

#[test]
fn goal_periods_of_one_year_are_years() {
    assert_eq!(Period::years(2016, 2016), Some(Period::Year(2016)));
    assert_eq!(Period::years(2019, 2016), None);
    assert_eq!(Period::years(1599, 2016), None);
    assert_eq!(Period::years(2016, 3000), None);
    assert_eq!(Period::Year(2018).year(), 2018);
    assert_eq!(Period::SchoolYear(2018).year(), 2019);
}
