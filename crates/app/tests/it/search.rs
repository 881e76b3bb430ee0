//! What search and the change log are made of: the days on which a thing may have changed.

use jiff::ToSpan;
use jiff::civil::date;
use riktning_app::changes::all_between;
use riktning_app::imports::facts;
use riktning_app::search::{Query, said};
use riktning_app::{App, Clock, scenario};
use riktning_domain::published::Thing;
use riktning_store::MemoryJournal;
use riktning_words::Language;

pub(crate) async fn both() -> [App; 2] {
    let open = |today| {
        let journal = Box::new(MemoryJournal::new().unwrap());
        App::open(journal, Clock::Fixed(today), &mut |_| {}).unwrap()
    };
    let invented = open(date(2018, 11, 1));
    let steps = scenario::read_all(&[
        include_str!("../../../../demo/exempelstad.json"),
        include_str!("../../../../demo/exempelstad-aret.json"),
    ]);
    invented.live_through(steps.unwrap()).await.unwrap();
    let real = open(date(2026, 11, 23));
    let file = include_bytes!("../../../../facts/eskilstuna.json");
    let plan = real.plan(|state, now| facts::read(file).unwrap().plan(state, now));
    real.import(plan.commands, Vec::new(), file.to_vec())
        .await
        .unwrap();
    [invented, real]
}

/// Exempelstad, if the council had waited with its direction until the last of October 2018:
/// plans and everything else had been adopted long before anybody could read them.
async fn late() -> App {
    let journal = Box::new(MemoryJournal::new().unwrap());
    let app = App::open(journal, Clock::Fixed(date(2018, 11, 1)), &mut |_| {}).unwrap();
    let in_force = "\"command\": {\"PutModelInForce\"";
    let first = include_str!("../../../../demo/exempelstad.json");
    let first: Vec<_> = first.lines().filter(|l| !l.contains(in_force)).collect();
    let late = r#"{"namespace": "exempelstad", "steps": [
{"day": "2018-10-31", "by": "@kim", "command": {"PutModelInForce": {"model": "@modell/2016"}}}
]}"#;
    let year = include_str!("../../../../demo/exempelstad-aret.json");
    let steps = scenario::read_all(&[&first.join("\n"), year, late]);
    app.live_through(steps.unwrap()).await.unwrap();
    app
}

#[tokio::test]
async fn a_plan_that_was_adopted_before_its_model_was_in_force_is_found_from_that_day() {
    let app = late().await;
    let query = Query::read("Årsplan 2017").unwrap().unwrap();
    app.readings(app.today(), |_, readings| {
        let index = readings.of_words().value;
        let found = |day| {
            let things = index.search(&query, Language::Sv, day).things;
            let mut things = things.into_iter();
            things.any(|(thing, _)| matches!(thing, Thing::Plan(_)))
        };
        assert!(found(date(2018, 10, 31)) && found(date(2018, 11, 1)));
        assert!(!found(date(2018, 10, 30)));
    });
}

/// If a day were missing, the search would find what no longer stood, and the log be silent.
#[tokio::test]
async fn between_two_turning_days_a_thing_says_the_same() {
    for app in both().await.into_iter().chain([late().await]) {
        let today = app.today();
        app.published(today, |p| {
            let mut days = 0;
            for thing in p.things() {
                let turns = p.turning_days(thing);
                let mut day = date(2009, 1, 1);
                while day <= today {
                    let last = turns.range(..=day).next_back();
                    let then = last.and_then(|last| said(p.on(*last), thing));
                    let now = said(p.on(day), thing);
                    // Where a period or a notice is over is told by the day, not by words.
                    assert_eq!(now, then, "{thing:?} on {day}, {turns:?}");
                    day = day.checked_add(97.days()).unwrap();
                    days += 1;
                }
            }
            assert!(days > 1000);
        });
    }
}

/// The log and the comparison of two days are one: whatever differs has a row on a day between,
/// and every row is of a thing that was seen on its day or the day before.
#[tokio::test]
async fn the_log_and_two_days_beside_each_other_agree() {
    for app in both().await {
        let today = app.today();
        app.readings(today, |p, readings| {
            let log = readings.of_changes().value;
            let log = &log.rows;
            assert!(log.len() > 200, "{}", log.len());
            let mut day = date(2010, 6, 30);
            while day < today {
                let later = day.checked_add(211.days()).unwrap().min(today);
                for change in all_between(p.on(day), p.on(later), None) {
                    let told = log.iter().any(|(on, row)| {
                        row.thing == change.thing && day < on.day() && on.day() <= later
                    });
                    assert!(told, "{change:?} from {day} to {later}");
                }
                day = later;
            }
            for (on, row) in log {
                let Some(thing) = row.thing else { continue };
                let eve = on.day().checked_sub(1.day()).unwrap();
                let seen = [on.day(), eve].map(|day| said(p.on(day), thing).is_some());
                assert_ne!(seen, [false, false], "{row:?}");
            }
        });
    }
}
