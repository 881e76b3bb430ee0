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

/// Nobody at the municipality has written anything: no statement is put in its mouth.
#[tokio::test(flavor = "multi_thread")]
async fn on_a_site_of_sources_alone_the_accessibility_statement_is_the_programs_own() {
    let real = eskilstuna().await;
    for (address, own, not) in [
        (
            "/om/tillganglighet",
            "Eskilstuna kommun står inte bakom webbplatsen",
            "Vi har granskat själva",
        ),
        (
            "/en/om/tillganglighet",
            "Eskilstuna Municipality is not behind this website",
            "We have examined it ourselves",
        ),
        (
            "/fi/om/tillganglighet",
            "Sivuston takana ei ole Eskilstunan kunta",
            "Olemme tarkistaneet sivuston itse",
        ),
    ] {
        let reply = real.get(address, "").await;
        let page = said(&reply);
        says!(page, own);
        assert!(!page.contains(not), "{address}");
        assert!(!reply.text().contains("digg.se"), "{address}");
    }
    let page = said(&real.get("/om/tillganglighet", "").await);
    says!(
        page,
        "Den som står bakom Den som har satt upp programmet Riktning.",
        "Den hör till programmets version",
    );
    assert!(!page.contains("Den som står bakom Eskilstuna kommun"));
    assert!(!page.contains("Kommunen har inte daterat"));
    assert!(!page.contains("förenlig med lagen"));
}

/// The sources name four kinds; the page tells of the program's three and leads to their words.
#[tokio::test(flavor = "multi_thread")]
async fn the_method_says_how_the_program_sorts_and_where_the_municipalitys_own_kinds_stand() {
    let real = eskilstuna().await;
    let method = real.get("/om/metod", "").await;
    says!(
        said(&method),
        "Så sorterar Riktning indikatorer",
        "Kommunens egna slag kan vara fler",
    );
    says!(method.text(), "href=\"/indikatorer/\"");
    let own = said(&real.get("/indikatorer/", "").await);
    says!(own, "Styrtal");
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
