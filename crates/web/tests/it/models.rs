//! Levels, names, scales, criteria and calendar are data: two other ways to steer a
//! municipality, read from `docs/models`, on the same pages.

use crate::town::Town;
use jiff::civil::{Date, date};

const RESULT_GOALS: &str = include_str!("../../../../docs/models/result-goals.json");
const CORE_MISSION: &str = include_str!("../../../../docs/models/core-mission.json");

/// The words of a page as a reader sees them.
async fn read(town: &Town, path: &str) -> String {
    let page = town.page(path).await;
    let page = page.replace('\u{ad}', "").replace("&shy;", "");
    let mut text = String::new();
    for part in page.split('<').skip(1) {
        let (_, words) = part.split_once('>').unwrap();
        text.push_str(words);
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn says(town: &Town, path: &str, wanted: &[&str]) {
    let text = read(town, path).await;
    for words in wanted {
        assert!(text.contains(words), "{path} lacks {words:?}: {text}");
    }
}

/// The picture of the system has its lines between its boxes.
async fn is_drawn(town: &Town) {
    let page = town.page("/sa-styrs-kommunen").await;
    let part = page.split("class=\"styrbild").nth(1).unwrap();
    crate::walk::lines_meet_boxes(part.split("</svg>").next().unwrap());
}

async fn living(file: &str, today: Date) -> Town {
    Town::of(&[file], today).await
}

#[tokio::test(flavor = "multi_thread")]
async fn goals_of_three_years_result_goals_of_the_board_and_a_yellow_that_counts_as_unknown() {
    let town = living(RESULT_GOALS, date(2017, 6, 1)).await;
    is_drawn(&town).await;
    says(&town, "/", &["Fler bostäder i hela kommunen"]).await;
    says(
        &town,
        "/sa-styrs-kommunen",
        &["Prioriterat mål", "Resultatmål", "Insats"],
    )
    .await;
    says(
        &town,
        "/2017-2019/",
        &["Mål och budget 2017–2019", "Fler bostäder i hela kommunen"],
    )
    .await;
    says(
        &town,
        "/2017-2019/mal/fler-bostader",
        &["Prioriterat mål", "Minst 100 bygglov för bostäder om året"],
    )
    .await;
    let hundred = "/ataganden/2-hundra-bygglov";
    says(
        &town,
        hundred,
        &[
            "Resultatmål",
            "Gul: pågår, kan inte bedömas än",
            "Bara fyra månader har gått.",
            "Tertialrapport 1 2017",
            "Specifikt",
            "Mätbart",
            "Kommunstyrelsen",
        ],
    )
    .await;
    says(&town, "/ataganden/3-kortare-vantan", &["Röd: inte nått"]).await;
    for path in ["/2017-2019/mal/fler-bostader", hundred, "/2017-2019/", "/"] {
        let text = read(&town, path).await;
        for foreign in [
            "Strategiskt mål",
            "Åtagande",
            "Processmål",
            "TAKT",
            "Delårsrapport",
        ] {
            assert!(!text.contains(foreign), "{path} says {foreign:?}: {text}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn core_missions_beside_focus_goals_and_an_order_that_two_committees_answer() {
    let town = living(CORE_MISSION, date(2019, 4, 1)).await;
    is_drawn(&town).await;
    says(
        &town,
        "/sa-styrs-kommunen",
        &["Grunduppdrag", "Fokusmål", "Uppdrag", "Nämndens svar"],
    )
    .await;
    says(
        &town,
        "/2018/mal/alla-barn-laser",
        &[
            "Fokusmål",
            "Indikatorer saknas, bara insatser",
            "Bokbussen stannar vid fyra skolor",
        ],
    )
    .await;
    says(
        &town,
        "/ataganden/2-lasning-pa-fritiden",
        &[
            "Uppdrag",
            "Bokbussen stannar vid fyra skolor",
            "Varje skoldag börjar med tio minuters läsning",
        ],
    )
    .await;
    says(
        &town,
        "/ataganden/3-bibliotek-i-alla-kommundelar",
        &["Grunduppdrag", "God", "Alla sju biblioteken"],
    )
    .await;
    says(
        &town,
        "/namnder/kulturnamnden",
        &["Grunduppdrag", "Nämndens svar"],
    )
    .await;
    for path in [
        "/2018/mal/alla-barn-laser",
        "/2018/",
        "/namnder/kulturnamnden",
        "/",
    ] {
        let text = read(&town, path).await;
        for foreign in ["Strategiskt mål", "Åtagande", "Processmål", "TAKT"] {
            assert!(!text.contains(foreign), "{path} says {foreign:?}: {text}");
        }
    }
}
