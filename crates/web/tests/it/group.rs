//! The group and the terms of office, as a resident reads them.

use crate::year::{eskilstuna, exempelstad, said};

#[tokio::test(flavor = "multi_thread")]
async fn the_group_is_a_nested_list_with_the_council_on_top_of_those_who_decide() {
    let town = exempelstad().await;
    let html = town.get("/kommunkoncernen", "").await.text();
    let place = |slug: &str| {
        let found = html.find(&format!("/{slug}\">"));
        found.unwrap_or_else(|| panic!("{slug} is not there"))
    };
    let lists = |slug: &str| {
        let before = &html[..place(slug)];
        before
            .matches("<ul")
            .count()
            .wrapping_sub(before.matches("</ul>").count())
    };
    // How deep each stands is counted from the same place in the same page.
    let group = lists("organ/kommunkoncernen");
    assert_eq!(lists("organ/kommunfullmaktige"), group + 1);
    assert_eq!(lists("namnder/kommunstyrelsen"), group + 2);
    assert_eq!(lists("namnder/barn-och-utbildningsnamnden"), group + 2);
    assert_eq!(lists("organ/kommunledningskontoret"), group + 3);
    assert_eq!(lists("bolag/exempelenergi"), group + 2);
    let page = said(&town.get("/kommunkoncernen", "").await);
    says!(
        page,
        "Kommunfullmäktige är högst.",
        "Kommunfullmäktige Fullmäktige · från 15 oktober 2018 till och med 14 oktober 2022",
        "Kommunstyrelsen Styrelse · från 1 januari 2015 till och med 31 december 2018",
        "Exempelenergi AB Bolag · Ägarandel: 100 % ägs av koncernen, från 1 januari 2011",
    );
    let before = said(&town.get("/kommunkoncernen?per=2014-06-01", "").await);
    // Nobody had said anything of a term then, and the page tells of none.
    let (before, _) = before.split_once("Hjälpte informationen").unwrap();
    assert!(!before.contains("till och med"), "{before}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_council_is_a_part_of_the_group_and_answers_to_nobody() {
    let town = exempelstad().await;
    let page = said(&town.get("/organ/kommunfullmaktige", "").await);
    assert!(!page.contains("Lyder under"), "{page}");
    says!(
        page,
        "Ingår i Exempelstads kommunkoncern",
        "Mandattid från 15 oktober 2018 till och med 14 oktober 2022",
    );
    let board = said(&town.get("/namnder/kommunstyrelsen", "").await);
    says!(
        board,
        "Lyder under Kommunfullmäktige",
        "Mandattid från 1 januari 2015 till och med 31 december 2018",
    );
    let earlier = said(
        &town
            .get("/organ/kommunfullmaktige?per=2018-10-14", "")
            .await,
    );
    says!(
        earlier,
        "Mandattid från 15 oktober 2014 till och med 14 oktober 2018"
    );
    // An administration is not elected, and nothing is said to be missing.
    let office = said(&town.get("/organ/kommunledningskontoret", "").await);
    assert!(!office.contains("Mandattid"), "{office}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_sources_do_not_say_of_the_group_is_said_to_be_missing() {
    let town = eskilstuna().await;
    let page = said(&town.get("/kommunkoncernen", "").await);
    let (today, apart) = page.split_once("Nämns bara i äldre källor").unwrap();
    says!(apart, "Vuxennämnden Nämnd · Nämns i källor från 2014");
    assert!(!today.contains("Vuxennämnden") && !today.contains("Barn- och utbildningsnämnden"));
    says!(
        page,
        "Vem de lyder under har inte hittats",
        "Grundskolenämnden",
        "Destination Eskilstuna AB dotterbolag · Ägarandel: uppgift saknas",
        // What is said of every committee is said once, above them.
        "Nämnd Nämns i källor från 2020 och 2021",
    );
    let committees = today.split("Nämnd Nämns i källor").nth(1).unwrap();
    let committees = committees.split("Bolag").next().unwrap();
    assert!(!committees.contains("Nämns i källor"), "{committees}");
    let company = said(&town.get("/bolag/destination-eskilstuna-ab", "").await);
    says!(company, "Ägarandel uppgift saknas");
    let board = said(&town.get("/namnder/kommunstyrelsen", "").await);
    says!(board, "Mandattiden hittades inte.");
    says!(
        said(&town.get("/fi/kommunkoncernen", "").await),
        "Kunnanvaltuusto on ylin"
    );
}
