//! When a page says that what it is about last changed.

use crate::search::both;
use jiff::civil::date;
use riktning_app::changes::{Change, belonging_to, last_of};
use riktning_app::views::frame::Changed;
use riktning_app::views::goal::Goal;
use riktning_app::views::{Found, Frame};
use riktning_domain::models::Purpose;
use riktning_domain::published::Thing;
use riktning_domain::{Dated, Published};
use std::collections::BTreeSet;

/// The goals of a day, each with the frame of its page and what that is about.
fn goals(p: Published<'_>) -> Vec<(Frame, BTreeSet<Thing>)> {
    let models = p.models().into_iter();
    let goals = models.flat_map(|m| {
        let goals = p.elements_where(m.id, |level, _| level.purpose == Purpose::StrategicGoal);
        goals
            .into_iter()
            .map(move |goal| (m.definition.period, goal))
    });
    let pages = goals.filter_map(|(period, goal)| {
        let Found::Here(page) = Goal::of(p, period, &goal.slug().to_string()) else {
            return None;
        };
        Some((page.frame, belonging_to(p, goal.id())))
    });
    pages.collect()
}

/// The page and the log of changes say the same, on every day that the page shows.
#[tokio::test]
async fn a_page_changed_last_on_the_day_of_the_newest_row_about_it() {
    let mut days: BTreeSet<Dated> = BTreeSet::new();
    let mut told = 0;
    for app in both().await {
        let today = app.today();
        app.readings(today, |p, readings| {
            let rows = &readings.of_changes().value.rows;
            for day in [
                date(2016, 12, 31),
                date(2017, 10, 1),
                date(2018, 6, 30),
                today,
            ] {
                for (frame, about) in goals(p.on(day)) {
                    let newest = rows.iter().find(|(since, row)| {
                        since.day() <= day && row.thing.is_some_and(|thing| about.contains(&thing))
                    });
                    let newest = newest.map(|(since, _)| *since).unwrap();
                    assert_eq!(
                        frame.changed,
                        Some(Changed::Page(newest)),
                        "{about:?} on {day}"
                    );
                    days.insert(newest);
                    told += 1;
                }
            }
        });
    }
    assert!(told > 40 && days.len() > 8, "{told} {days:?}");
}

/// A day on which a thing may have changed and did not is no day of its own.
#[tokio::test]
async fn each_thing_changed_last_on_the_day_of_its_newest_row() {
    let (mut told, mut never) = (0, 0);
    for app in both().await {
        let today = app.today();
        app.readings(today, |p, readings| {
            let rows = &readings.of_changes().value.rows;
            for day in [date(2017, 10, 1), today] {
                for thing in p.things() {
                    let about = |row: &Change| row.thing == Some(thing) && !is_decision(thing);
                    let mut rows = rows.iter().filter(|(since, _)| since.day() <= day);
                    let newest = rows.find(|(_, row)| about(row)).map(|(since, _)| *since);
                    assert_eq!(last_of(p.on(day), [thing]), newest, "{thing:?} on {day}");
                    told += usize::from(newest.is_some());
                    never += usize::from(newest.is_none());
                }
            }
        });
    }
    assert!(told > 400 && never > 100, "{told} {never}");
}

fn is_decision(thing: Thing) -> bool {
    matches!(thing, Thing::Decision(_))
}
