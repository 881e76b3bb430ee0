//! The pages about the site itself.

use crate::year::{eskilstuna, exempelstad, said};

const PAGES: [&str; 5] = [
    "/om/tillganglighet",
    "/om/metod",
    "/om/oppna-data",
    "/om/kakor",
    "/om/begar-handling",
];

#[tokio::test(flavor = "multi_thread")]
async fn every_page_leads_to_the_pages_about_the_site_in_its_language() {
    let town = exempelstad().await;
    for prefix in ["", "/en", "/fi"] {
        let vision = town.get(&format!("{prefix}/vision"), "").await.text();
        for page in PAGES {
            let address = format!("{prefix}{page}");
            assert!(vision.contains(&format!("href=\"{address}\"")), "{address}");
            let html = town.get(&address, "").await.text();
            assert_eq!(html.matches("<h1>").count(), 1, "{address}");
            let language = prefix.strip_prefix('/').unwrap_or("sv");
            assert!(
                html.contains(&format!("<html lang=\"{language}\">")),
                "{address}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_accessibility_statement_says_what_the_law_asks() {
    let town = exempelstad().await;
    let html = town.get("/om/tillganglighet", "").await;
    let page = said(&html);
    says!(
        page,
        "Den som står bakom Exempelstads kommun",
        "delvis förenlig med lagen",
        "Orsak:",
        "Vi har granskat själva.",
        "Ska ses över senast 31 januari 2019",
        "Webbansvarig",
    );
    says!(
        html.text(),
        "href=\"https://www.digg.se/tdosanmalan\"",
        "href=\"#aterk-h\"",
        "id=\"aterk-h\"",
        "href=\"/kontakt\"",
    );
    let before = said(&town.get("/om/tillganglighet?per=2017-01-01", "").await);
    says!(before, "Kommunen har inte daterat redogörelsen.");
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_to_ask_for_a_record_is_said_or_said_to_be_missing() {
    let town = exempelstad().await;
    let page = said(&town.get("/om/begar-handling", "").await);
    says!(
        page,
        "EXS 2018:380",
        "Registrator, Kommunledningskontoret",
        "Exempelstad direkt, 0123-45 67 89",
    );
    let early = said(&town.get("/om/begar-handling?per=2010-06-01", "").await);
    says!(
        early,
        "Inget diarienummer hittades för den här dagen.",
        "Registrator hittades inte.",
    );
    let real = eskilstuna().await;
    says!(
        said(&real.get("/om/begar-handling", "").await),
        "Registrator hittades inte.",
    );
    says!(
        said(&real.get("/om/oppna-data", "").await),
        "indikatorer kan hämtas som CSV och JSON",
        "Ingen licens för uppgifterna har hittats.",
    );
}
