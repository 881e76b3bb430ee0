//! An indicator beside what other municipalities measured, and what a reader of small things sees.

use crate::links::exempelstad;
use crate::read::{eskilstuna, get};
use axum::http::StatusCode;
use jiff::civil::date;

const PAGE: &str = "/indikatorer/trivs-i-skolan-arskurs-8/jamfor";

#[tokio::test]
async fn our_own_figure_stands_beside_the_others_and_nobody_is_ranked() {
    let app = exempelstad(date(2026, 11, 20)).await;
    let (status, page) = get(&app, PAGE).await;
    assert_eq!(status, StatusCode::OK);
    says!(
        page,
        "Exempelnätverket, 2026",
        "Exempelstad är romben",
        "ingen rangordnas",
        "Exempelby",
        "79,3",
        "82,3",
        "Påhittat",
    );
    // Eight rings, and our own by another shape.
    let wide = page
        .split("class=\"bred\"")
        .nth(1)
        .unwrap()
        .split("</svg>")
        .next()
        .unwrap();
    assert_eq!(wide.matches("<circle").count(), 8);
    assert_eq!(wide.matches("class=\"d-punkt\"").count(), 1);
    // It is reached from the indicator.
    let (_, indicator) = get(&app, "/indikatorer/trivs-i-skolan-arskurs-8").await;
    assert!(indicator.contains(&format!("href=\"{PAGE}\"")));
    // As of a day before it was known, another year stands there.
    let (_, before) = get(&app, &format!("{PAGE}?per=2026-09-20")).await;
    says!(before, "Exempelnätverket, 2025", "78,4");
    let (_, first) = get(&app, &format!("{PAGE}?per=2018-01-01")).await;
    says!(first, "Ingen jämförelse med andra kommuner har hittats");
}

#[tokio::test]
async fn the_reader_chooses_whom_to_see_and_is_told_who_is_not_there() {
    let app = exempelstad(date(2026, 11, 20)).await;
    let chosen = format!("{PAGE}?kommuner=exempelby%2Cprovinge");
    let (status, page) = get(&app, &chosen).await;
    assert_eq!(status, StatusCode::OK);
    let table = page
        .split("<tbody>")
        .nth(1)
        .unwrap()
        .split("</tbody>")
        .next()
        .unwrap();
    assert_eq!(table.matches("<tr>").count(), 3, "{table}");
    let (status, page) = get(&app, &format!("{PAGE}?kommuner=exempelby%2Cingenstans")).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    says!(page, "ingenstans", "Välj bland dem", "Exempelköping");
    let (status, _) = get(&app, "/indikatorer/finns-inte/jamfor").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let (status, _) = get(&app, "/indikatorer/trivs-i-skolan-arskurs-8/annat").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_figures_are_taken_away_as_files() {
    let app = exempelstad(date(2026, 11, 20)).await;
    let (_, csv) = get(&app, &format!("{PAGE}.csv")).await;
    assert_eq!(csv.lines().count(), 10, "{csv}");
    assert!(
        csv.contains(";Exempelby;2026;79,3;procent;Exempelnätverket;"),
        "{csv}"
    );
    let (_, json) = get(&app, &format!("{PAGE}.json")).await;
    assert!(
        json.contains("\"own\":\"82.3\"") && json.contains("\"invented\":true"),
        "{json}"
    );
    assert!(
        json.contains("{\"municipality\":\"Exempelby\",\"value\":\"79.3\"}"),
        "{json}"
    );
}

#[tokio::test]
async fn where_nobody_has_compared_the_page_says_so() {
    let app = eskilstuna().await;
    let (_, list) = get(&app, "/indikatorer/").await;
    let mut links = list.split("href=\"/indikatorer/").skip(1);
    let slug = links.find_map(|link| link.split('"').next().filter(|slug| !slug.is_empty()));
    let slug = slug.unwrap();
    let (status, page) = get(&app, &format!("/indikatorer/{slug}/jamfor")).await;
    assert_eq!(status, StatusCode::OK, "{slug}");
    says!(page, "Ingen jämförelse med andra kommuner har hittats");
    let (status, _) = get(&app, &format!("/indikatorer/{slug}/jamfor.csv")).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

/// The page of a goal of a period that an indicator serves.
async fn goal_of(app: &riktning_app::App, period: &str) -> String {
    let (_, indicator) = get(app, "/indikatorer/trivs-i-skolan-arskurs-8").await;
    let main = indicator.split("<main").nth(1).unwrap();
    let mut links = main.split("href=\"").skip(1);
    let goal = links.find(|to| to.starts_with(&format!("/{period}/mal/")));
    let (_, page) = get(app, goal.unwrap().split('"').next().unwrap()).await;
    page
}

#[tokio::test]
async fn a_goal_tells_what_others_measured_in_its_own_years_and_ranks_nobody() {
    let app = exempelstad(date(2026, 11, 20)).await;
    let page = goal_of(&app, "2024-2027").await;
    let beside = page.split("<p class=\"bredvid\">").skip(1);
    let mut beside = beside.filter_map(|part| part.split("</p>").next());
    let beside = beside.find(|part| part.contains(PAGE)).unwrap();
    says!(
        beside,
        "Bredvid andra kommuner, 2026:",
        "<strong>Exempelstad <span class=\"tal\">82,3",
        "Exempelby <span class=\"tal\">79,3",
        "rangordnas inte",
        &format!("href=\"{PAGE}\"")
    );
    // In the order of the group, as the comparison has them; a goal of earlier years has theirs.
    let places = ["Exempelby", "Exempelköping", "Påhittsund", "Hittepåby"];
    let places = places.map(|name| beside.find(name).unwrap());
    assert!(places.is_sorted(), "{beside}");
    let earlier = goal_of(&app, "2016-2019").await;
    says!(earlier, "Bredvid andra kommuner, 2018:", "79,0");
    assert!(!earlier.contains("andra kommuner, 2026"));
}

#[tokio::test]
async fn activities_are_read_where_the_start_page_leads() {
    let app = exempelstad(date(2026, 11, 20)).await;
    let (_, start) = get(&app, "/").await;
    assert!(start.contains("href=\"/2024-2027/arsplan/2026#akt-h\""));
    let (_, plan) = get(&app, "/2024-2027/arsplan/2026").await;
    let activities = plan.split("id=\"akt-h\"").nth(1).unwrap();
    says!(activities, "Aktiviteter", "Stöder: <a href=\"/ataganden/");
}

#[tokio::test]
async fn a_day_with_nothing_says_so_in_words() {
    let app = exempelstad(date(2026, 11, 20)).await;
    let (_, start) = get(&app, "/?per=2014-06-01").await;
    assert!(!start.contains("0 mål"), "{start}");
    says!(start, "Inga mål hittades för perioden.");
}
