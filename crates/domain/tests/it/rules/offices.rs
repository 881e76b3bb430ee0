//! Offices: their hours, the days that differ, and whether they are open now.

use crate::exempelstad::*;
use crate::site::*;
use crate::world::{World, dated, day, import, kim};
use jiff::Timestamp;
use jiff::civil::DateTime;
use riktning_domain::holidays::Holiday;
use riktning_domain::local_time::instant;
use riktning_domain::published::{Openness, Why};
use riktning_domain::refusal::Fact;
use riktning_domain::site::hours::{HoursKind, HoursRow, Opening, Weekday};
use riktning_domain::site::offices::{DescribeOffice, SetException, SetHours, TakeBackException};
use riktning_domain::{Names, Refusal};

const NOW: &str = "2018-10-26";

fn at(text: &str) -> DateTime {
    text.parse().unwrap()
}

fn moment(text: &str) -> Timestamp {
    instant(at(text))
}

#[test]
fn an_office_has_a_name_a_telephone_number_and_one_centre_above_it() {
    let world = exempelstad();
    let refused = |office, refusal| world.when(kim(NOW), office).then_refused(refusal);
    let blank = |field| Refusal::Blank { field };
    refused(
        DescribeOffice {
            names: Names::swedish(""),
            ..office(1)
        },
        blank("names"),
    );
    refused(
        DescribeOffice {
            address: Some("".into()),
            ..office(1)
        },
        blank("address"),
    );
    for phone in ["ring oss", "12", "0123-45 67 89 a", "0123456789012345"] {
        let refusal = Refusal::NotAPhone {
            phone: phone.into(),
        };
        refused(
            DescribeOffice {
                phone: Some(phone.into()),
                ..office(1)
            },
            refusal,
        );
    }
    refused(
        DescribeOffice {
            from: dated("2018"),
            to: Some(day("2017-12-31")),
            ..office(1)
        },
        Refusal::EndsBeforeItStarts,
    );
    refused(
        DescribeOffice {
            source: Some(source(1)),
            ..office(1)
        },
        Refusal::MayNotBackDate,
    );
    let under = |n, centre| DescribeOffice {
        part_of: Some(office_id(centre)),
        ..office(n)
    };
    refused(under(1, 1), Refusal::OfficeUnderItself);
    refused(under(2, 1), Refusal::Unknown { fact: Fact::Office });
    let unknown = DescribeOffice {
        source: Some(source(9)),
        ..office(1)
    };
    world
        .when(import(NOW), unknown)
        .then_refused(Refusal::Unknown { fact: Fact::Source });
    let world = world.and(kim(NOW), office(1)).and(kim(NOW), under(2, 1));
    world
        .when(kim(NOW), under(3, 2))
        .then_refused(Refusal::OfficeUnderItself);
    let world = world.and(kim(NOW), office(4));
    world
        .when(kim(NOW), under(1, 4))
        .then_refused(Refusal::OfficeUnderItself);
    world.when(kim(NOW), office(1)).then_nothing();
}

#[test]
fn no_two_contact_centres_of_one_name_stand_at_the_same_time() {
    let named_as_first = |n: u128| DescribeOffice {
        names: office(1).names,
        ..office(n)
    };
    let taken = Refusal::OfficeNameTaken {
        office: office_id(1),
    };
    let world = exempelstad().and(kim(NOW), office(1));
    world
        .when(kim(NOW), named_as_first(2))
        .then_refused(taken.clone());
    // A place may be called as its centre.
    let place = DescribeOffice {
        part_of: Some(office_id(1)),
        ..named_as_first(2)
    };
    world.when(kim(NOW), place).then_accepted();
    // One that ends before the first begins, and one that begins when the first has ended.
    let before = DescribeOffice {
        from: dated("2015"),
        to: Some(day("2015-12-31")),
        ..named_as_first(2)
    };
    world.when(kim(NOW), before).then_accepted();
    let closed = DescribeOffice {
        to: Some(day("2017-12-31")),
        ..office(1)
    };
    let world = world.and(kim(NOW), closed);
    let after = DescribeOffice {
        from: dated("2018-01-01"),
        ..named_as_first(2)
    };
    world.when(kim(NOW), after).then_accepted();
    let on_its_last_day = DescribeOffice {
        from: dated("2017-12-31"),
        ..named_as_first(2)
    };
    world.when(kim(NOW), on_its_last_day).then_refused(taken);
}

#[test]
fn hours_may_be_back_dated_and_told_ahead_but_not_before_the_office() {
    let world = exempelstad();
    world
        .when(kim(NOW), hours(1))
        .then_refused(Refusal::Unknown { fact: Fact::Office });
    let world = world.and(kim(NOW), office(1));
    world.when(kim(NOW), hours(1)).then_on("2016-01-01");
    let ahead = SetHours {
        from: dated("2019"),
        ..hours(1)
    };
    world.when(kim(NOW), ahead).then_on(NOW);
    let early = SetHours {
        from: dated("2015-12-31"),
        ..hours(1)
    };
    world.when(kim(NOW), early).then_refused(Refusal::TooEarly {
        on: day("2015-12-31"),
        stands_from: day("2016-01-01"),
        fact: Fact::Office,
    });
}

#[test]
fn hours_are_in_order_and_apart() {
    let world = exempelstad().and(kim(NOW), office(1));
    let refused = |hours, refusal| world.when(kim(NOW), hours).then_refused(refusal);
    let row = |first, last, open| HoursRow { first, last, open };
    use Weekday::{Friday, Monday, Thursday, Wednesday};
    let open = || opening("08:00", "16:30");
    let rows = |rows| SetHours { rows, ..hours(1) };
    refused(rows(vec![]), Refusal::Blank { field: "rows" });
    for bad in [
        row(Friday, Monday, open()),
        row(Monday, Friday, opening("16:00", "16:00")),
    ] {
        refused(rows(vec![bad]), Refusal::HoursUpsideDown);
    }
    let twice = vec![
        row(Monday, Thursday, open()),
        row(Thursday, Friday, opening("16:29", "18:00")),
    ];
    refused(rows(twice), Refusal::HoursOverlap);
    let eves = Some(vec![opening("08:00", "12:00"), opening("11:00", "13:00")]);
    refused(
        SetHours {
            on_eves: eves,
            ..hours(1)
        },
        Refusal::HoursOverlap,
    );
    let to = Some(day("2015-12-31"));
    refused(SetHours { to, ..hours(1) }, Refusal::EndsBeforeItStarts);
    // A source may be cut off; a person knows when they go home.
    let cut = Opening { to: None, ..open() };
    refused(
        rows(vec![row(Monday, Friday, cut)]),
        Refusal::MayNotBackDate,
    );
    world
        .when(import(NOW), rows(vec![row(Monday, Friday, cut)]))
        .then_accepted();
    let unknown = SetHours {
        source: Some(source(9)),
        ..hours(1)
    };
    world
        .when(import(NOW), unknown)
        .then_refused(Refusal::Unknown { fact: Fact::Source });
    let lunch = vec![
        row(Monday, Wednesday, opening("08:00", "12:00")),
        row(Monday, Friday, opening("13:00", "16:00")),
    ];
    world.when(kim(NOW), rows(lunch)).then_accepted();
    let world = world.clone().and(kim(NOW), hours(1));
    world.when(kim(NOW), hours(1)).then_nothing();
}

#[test]
fn an_exception_has_a_reason_and_days_in_order() {
    let world = exempelstad();
    world
        .when(kim(NOW), exception(1))
        .then_refused(Refusal::Unknown { fact: Fact::Office });
    let world = world.and(kim(NOW), office(1));
    let refused = |e, refusal| world.when(kim(NOW), e).then_refused(refusal);
    let blank = Refusal::Blank { field: "reason" };
    refused(
        SetException {
            reason: Names::swedish(""),
            ..exception(1)
        },
        blank,
    );
    let to = day("2018-12-26");
    refused(
        SetException { to, ..exception(1) },
        Refusal::EndsBeforeItStarts,
    );
    let open = vec![opening("12:00", "08:00")];
    refused(
        SetException {
            open,
            ..exception(1)
        },
        Refusal::HoursUpsideDown,
    );
    let open = vec![opening("08:00", "12:00"), opening("10:00", "11:00")];
    refused(
        SetException {
            open,
            ..exception(1)
        },
        Refusal::HoursOverlap,
    );
    let world = world.clone().and(kim(NOW), exception(1));
    world.when(kim(NOW), exception(1)).then_nothing();
}

/// The office with the hours of `hours(1)`, with two versions and short eves.
fn open_office() -> World {
    let afternoons = SetHours {
        rows: vec![HoursRow {
            first: Weekday::Monday,
            last: Weekday::Friday,
            open: opening("10:00", "17:00"),
        }],
        on_eves: Some(vec![opening("10:00", "13:00")]),
        from: dated("2019"),
        ..hours(1)
    };
    exempelstad()
        .and(kim(NOW), office(1))
        .and(
            kim(NOW),
            SetHours {
                to: Some(day("2017-12-31")),
                ..hours(1)
            },
        )
        .and(
            kim(NOW),
            SetHours {
                from: dated("2018-03"),
                ..hours(1)
            },
        )
        .and(kim(NOW), afternoons)
        .and(kim(NOW), exception(1))
}

#[test]
fn each_day_has_the_hours_that_held_then() {
    let world = open_office();
    let hours = |on: &str, of: &str| {
        let lens = world.published(on);
        let office = lens.offices()[0];
        office.day(HoursKind::Visiting, day(of)).map(|h| h.open)
    };
    let working_day = Some(vec![opening("08:00", "16:30")]);
    assert_eq!(hours("2017-12-29", "2017-12-29"), working_day);
    // Nothing was known of the first two months of 2018.
    assert_eq!(hours("2018-02-01", "2018-02-01"), None);
    assert_eq!(hours("2018-03-01", "2018-03-01"), working_day);
    // Told in October what holds from January, and known from then.
    assert_eq!(hours("2018-10-25", "2019-01-02"), working_day);
    assert_eq!(
        hours("2018-10-26", "2019-01-02"),
        Some(vec![opening("10:00", "17:00")])
    );
    let lens = world.published("2018-10-26");
    let coming = lens.offices()[0].coming_hours(HoursKind::Visiting);
    assert_eq!(coming.unwrap().from, dated("2019"));
    assert!(lens.offices()[0].hours(HoursKind::Telephone).is_none());
}

#[test]
fn a_day_is_closed_or_short_for_a_reason() {
    let world = open_office();
    let lens = world.published("2018-12-01");
    let office = lens.offices()[0];
    let on = |of: &str| office.day(HoursKind::Visiting, day(of)).unwrap();
    assert_eq!(
        on("2018-12-25").why,
        Some(Why::Holiday(Holiday::ChristmasDay))
    );
    assert_eq!(on("2018-12-25").open, []);
    assert!(matches!(on("2018-12-27").why, Some(Why::Excepted(e)) if e.open.is_empty()));
    assert_eq!(on("2018-12-28").open, []);
    assert_eq!(
        (on("2018-12-29").open, on("2018-12-29").why),
        (vec![], None)
    );
    // Walpurgis Night, the day before the first of May: short, by the hours of 2019.
    assert_eq!(on("2019-04-30").why, Some(Why::Eve));
    assert_eq!(on("2019-04-30").open, [opening("10:00", "13:00")]);
    // Easter Saturday is an eve, and closed on Saturdays as always.
    assert_eq!(on("2019-04-20").open, []);
    let dates: Vec<_> = office.exceptions(30).iter().map(|e| e.from).collect();
    assert_eq!(dates, [day("2018-12-27")]);
    assert!(office.exceptions(25).is_empty());
}

#[test]
fn a_later_exception_for_the_same_days_is_the_one_that_holds() {
    let open = vec![opening("09:00", "11:00")];
    let world = open_office().and(
        kim("2018-12-20"),
        SetException {
            open,
            ..exception(1)
        },
    );
    let lens = world.published("2018-12-20");
    let office = lens.offices()[0];
    let hours = office.day(HoursKind::Visiting, day("2018-12-27")).unwrap();
    assert_eq!(hours.open, [opening("09:00", "11:00")]);
    assert_eq!(office.exceptions(30).len(), 1);
}

#[test]
fn what_was_said_of_days_is_taken_back_and_the_week_holds_on_them() {
    let world = open_office();
    world
        .when(
            kim("2018-12-20"),
            TakeBackException {
                to: day("2018-12-27"),
                ..taken_back(1)
            },
        )
        .then_refused(Refusal::Unknown {
            fact: Fact::Exception,
        });
    world
        .when(kim("2018-12-29"), taken_back(1))
        .then_refused(Refusal::DaysHaveBeen);
    let longer = SetException {
        from: day("2018-12-26"),
        ..exception(1)
    };
    let world = world.and(kim("2018-12-10"), longer.clone());
    world
        .when(kim("2018-12-28"), taken_back(1))
        .then_on("2018-12-28");
    let world = world.and(kim("2018-12-20"), taken_back(1));
    world.when(kim("2018-12-20"), taken_back(1)).then_nothing();
    let shown = |world: &World, known: &str| {
        let lens = world.published(known);
        let office = lens.offices()[0];
        let hours = office.day(HoursKind::Visiting, day("2018-12-27")).unwrap();
        (office.exceptions(30).len(), hours.open.len())
    };
    assert_eq!(shown(&world, "2018-12-19"), (2, 0), "as it was told then");
    assert_eq!(shown(&world, "2018-12-20"), (1, 0), "the longer stands");
    let days = TakeBackException {
        from: longer.from,
        ..taken_back(1)
    };
    let world = world.and(kim("2018-12-21"), days);
    assert_eq!(shown(&world, "2018-12-21"), (0, 1), "a Thursday as others");
    let world = world.and(kim("2018-12-22"), exception(1));
    assert_eq!(shown(&world, "2018-12-22"), (1, 0), "said anew");
}

#[test]
fn it_is_open_now_or_opens_again() {
    let world = open_office();
    let openness = |now: &str| {
        let now = at(now);
        let lens = world
            .state
            .published(now.date(), now.date())
            .at(instant(now));
        lens.offices()[0].openness(HoursKind::Visiting)
    };
    let closed = |opens| Some(Openness::Closed(Some(at(opens))));
    assert_eq!(openness("2018-10-26T07:59:59"), closed("2018-10-26T08:00"));
    assert_eq!(
        openness("2018-10-26T08:00"),
        Some(Openness::OpenUntil(at("2018-10-26T16:30")))
    );
    // Friday evening, over the week-end in which the clock is put back.
    assert_eq!(openness("2018-10-26T16:30"), closed("2018-10-29T08:00"));
    // Over Christmas, with the exception after it.
    assert_eq!(openness("2018-12-21T18:00"), closed("2019-01-02T10:00"));
    // Of a time without known hours nothing is said.
    assert_eq!(openness("2018-02-01T10:00"), None);
    // Nor of the past.
    let lens = world.published("2018-10-26").at(moment("2018-10-26T10:00"));
    assert_eq!(lens.offices()[0].openness(HoursKind::Visiting), None);
}

#[test]
fn nobody_says_open_now_of_hours_that_were_found_in_a_source() {
    let found = SetHours {
        source: Some(source(1)),
        ..hours(1)
    };
    let world = exempelstad()
        .and(kim(NOW), office(1))
        .and(import(NOW), found);
    let lens = world.state.published(day(NOW), day(NOW));
    assert_eq!(lens.offices()[0].openness(HoursKind::Visiting), None);
    assert!(lens.offices()[0].hours(HoursKind::Visiting).is_some());
}

#[test]
fn an_office_that_closed_for_good_is_gone_the_day_after() {
    let closing = DescribeOffice {
        to: Some(day("2018-06-30")),
        ..office(1)
    };
    let world = exempelstad().and(kim(NOW), closing);
    assert_eq!(world.published("2018-06-30").offices().len(), 1);
    assert_eq!(world.published("2018-07-01").offices().len(), 0);
}
