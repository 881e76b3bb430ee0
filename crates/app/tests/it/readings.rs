//! What is read out of everything published, where there is so much of it that nobody waits.

use jiff::civil::{Date, date};
use riktning_app::search::{Answer, Query};
use riktning_app::{App, Clock, scenario};
use riktning_store::MemoryJournal;
use riktning_words::Language;
use std::fmt::Write;

const TODAY: Date = date(2018, 11, 1);
/// More things than a reading may have that is made while somebody waits.
const INDICATORS: usize = 2100;
/// A vision that is adopted and then kept back.
const VISION: &str = r#"
{"day": "2018-10-29", "by": "@kim", "command": {"DraftVision": {"vision": "@vision/x", "wording_id": "@vision/x/1", "wording": {"title": "Xylofonen", "horizon": 2040, "statements": ["Alla får plats"]}}}},
{"day": "2018-10-30", "by": "@alex", "command": {"RecordDecision": {"decision": "@beslut/x", "body": "@kf", "date": "2018-10-30", "authority": {"Paragraph": "131"}, "acts": [{"Adopt": [{"Vision": "@vision/x"}, "@vision/x/1"]}]}}}
"#;

fn indicator(n: usize, name: &str) -> String {
    format!(
        r#"{{"day": "2018-10-26", "by": "import", "command": {{"DefineIndicator": {{"indicator": "@i/x{n}", "slug": "x-{n}", "definition": {{"names": {{"sv": "{name}"}}, "unit": "Points", "decimals": 0, "better": "Up", "class": "KeyFigure", "source": "@kalla/exempel"}}}}}}}}"#
    )
}

fn file(steps: &str) -> String {
    format!("{{\"namespace\": \"exempelstad\", \"steps\": [{steps}]}}")
}

async fn large() -> App {
    let journal = Box::new(MemoryJournal::new().unwrap());
    let app = App::open(journal, Clock::Fixed(TODAY), &mut |_| {}).unwrap();
    let mut many = String::new();
    for n in 0..INDICATORS {
        write!(many, "{},", indicator(n, &format!("Mått {n}"))).unwrap();
    }
    many.push_str(VISION);
    let first = include_str!("../../../../demo/exempelstad.json");
    let year = include_str!("../../../../demo/exempelstad-aret.json");
    let steps = scenario::read_all(&[first, year, &file(&many)]).unwrap();
    app.live_through(steps).await.unwrap();
    app
}

async fn perform(app: &App, step: &str) {
    let step = scenario::read(&file(step)).unwrap().remove(0);
    app.perform(step.user, step.command).await.unwrap();
}

/// What is found, and whether it is of everything that is published.
fn search(app: &App, typed: &str) -> (Answer, bool) {
    let query = Query::read(typed).unwrap().unwrap();
    app.readings(TODAY, |_, readings| {
        let index = readings.of_words();
        let found = index.value.search(&query, Language::Sv, TODAY);
        (found, index.current)
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn until_a_large_index_is_made_anew_the_one_before_stands_in() {
    let app = large().await;
    // The first is waited for: there is none before it.
    let (found, current) = search(&app, "mått");
    assert!(current && found.things.len() >= INDICATORS);
    perform(&app, &indicator(INDICATORS, "Snödjup")).await;
    let (found, current) = loop {
        let (found, current) = search(&app, "snödjup");
        if current {
            break (found, current);
        }
        // Nobody waited, and it tells of nothing but what was there before.
        assert_eq!(found.things, []);
        tokio::task::yield_now().await;
    };
    assert!(current && found.things.len() == 1);
    // The log goes the same way.
    let rows = || {
        app.readings(TODAY, |_, readings| {
            let log = readings.of_changes();
            (log.value.rows.len(), log.current)
        })
    };
    let (before, current) = rows();
    assert!(current);
    perform(&app, &indicator(INDICATORS + 1, "Islossning")).await;
    loop {
        match rows() {
            (now, true) => break assert_eq!(now, before + 1),
            (now, false) => assert_eq!(now, before),
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_stands_in_after_something_has_been_kept_back() {
    let app = large().await;
    assert_eq!(search(&app, "xylofonen").0.things.len(), 1);
    let (slip, _) = search(&app, "xylofomen");
    assert!(!slip.near.is_empty());
    let rows = |app: &App| app.readings(TODAY, |_, r| r.of_changes().value.rows.len());
    let before = rows(&app);
    perform(&app, r#"{"day": "2018-11-01", "by": "@kim", "command": {"SetVisibility": {"what": {"Vision": "@vision/x"}, "visibility": "Internal"}}}"#).await;
    let (found, current) = search(&app, "xylofonen");
    assert!(current);
    assert_eq!(found.things, []);
    let (slip, _) = search(&app, "xylofomen");
    assert_eq!(slip.near, Vec::<String>::new());
    assert!(rows(&app) < before);
}
