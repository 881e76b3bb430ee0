//! The year's reports, as a resident reads them: what was known when each was decided.

use crate::town::Town;
use crate::year::{eskilstuna, exempelstad, link, said};
use jiff::civil::date;

#[tokio::test(flavor = "multi_thread")]
async fn the_list_leads_to_each_report_and_to_the_state_of_play_when_it_was_decided() {
    let town = exempelstad().await;
    let start = town.get("/", "").await;
    assert_eq!(link(&start, "Alla rapporter"), "/rapporter/");
    // What a report page says of itself: nothing is copied, and what is corrected later shows.
    says!(
        said(&start),
        "Varje beslutad rapport leder till läget den dag den beslutades, enligt det som är känt i dag."
    );
    let list = town.get("/rapporter/", "").await;
    assert_eq!(
        link(&list, "Delårsrapport 2, 2018"),
        "/rapporter/2018/delarsrapport-2"
    );
    assert_eq!(
        link(&list, "Årsredovisning 2017"),
        "/rapporter/2017/arsredovisning"
    );
    let state = link(
        &list,
        "Läget den 31 augusti 2018, godkänt den 25 oktober 2018",
    );
    assert_eq!(state, "/?per=2018-10-25");
    let words = said(&list);
    says!(
        words,
        "Nämndernas och bolagens egna rapporter",
        "Barn- och utbildningsnämnden , Delårsrapport 2, 2018",
    );
    let early = said(&town.get("/rapporter/?per=2016-05-16", "").await);
    says!(
        early,
        "Ingen beslutad rapport har hittats för den här dagen."
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_shows_what_was_known_on_the_day_it_was_decided_and_not_later() {
    let town = exempelstad().await;
    let address = "/rapporter/2018/delarsrapport-1";
    let reply = town.get(address, "").await;
    let page = said(&reply);
    says!(
        page,
        "Delårsrapport 1, 2018",
        "Avser läget 31 mars 2018",
        "Kommunstyrelsen 15 maj 2018, § 88",
        "Höjd utbildningsnivå Vårens resultat pekar uppåt, men skillnaden mellan flickor och pojkar består. Nås delvis",
        "Ingen bedömning av balansen har hittats för den här dagen.",
    );
    // Of an invented report there is no document to look for.
    assert!(!page.contains("dokumentet"), "{page}");
    // What the next report says is not in it.
    assert!(!page.contains("Med nuvarande takt saknas"), "{page}");
    assert_eq!(
        link(&reply, "Höjd utbildningsnivå"),
        "/2016-2019/mal/hojd-utbildningsniva?per=2018-05-15"
    );
    assert_eq!(
        link(&reply, "Se balansen som den var då"),
        "/balans?per=2018-05-15"
    );
    let second = said(&town.get("/rapporter/2018/delarsrapport-2", "").await);
    says!(
        second,
        "3 av 8 nås",
        "Balansen är inte god.",
        "Kommunen och bolagen tillsammans Uppnås Kommunen och bolagen väntas tillsammans nå sina ekonomiska mål.",
    );
    let before = said(&town.get(&format!("{address}?per=2018-05-14"), "").await);
    says!(before, "Rapporten fanns inte den här dagen.", "15 maj 2018");
    assert!(!before.contains("Höjd utbildningsnivå"), "{before}");
    for unknown in [
        "/rapporter/2018/delarsrapport-3",
        "/rapporter/2018/arsredovisning",
        "/rapporter/igar/arsredovisning",
    ] {
        assert_eq!(town.get(unknown, "").await.status, 404, "{unknown}");
    }
}

/// What was judged is read as of the day of the report; whether its minutes have been approved is
/// told as of the day that the page is about, as on the body's own page.
#[tokio::test(flavor = "multi_thread")]
async fn a_report_of_years_ago_awaits_no_minutes() {
    let town = Town::on(date(2026, 11, 29)).await;
    let list = town.page("/rapporter/").await;
    let addresses = list.split("href=\"/rapporter/").skip(1);
    let addresses = addresses.filter_map(|rest| rest.split('"').next());
    let mut read = 0;
    for address in addresses.filter(|address| address.contains('/')) {
        let page = town.page(&format!("/rapporter/{address}")).await;
        assert!(!page.contains("inte justerat än"), "{address}");
        read += 1;
    }
    assert!(read > 10, "{read}");
    let annual = "/rapporter/2025/arsredovisning?per=2026-03-26";
    says!(
        said(&town.server.get(annual, "").await),
        "§ 41, EXS 2026:94. Protokollet är inte justerat än"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_annual_report_says_what_was_met_and_an_interim_report_what_will_be() {
    let town = Town::on(date(2026, 11, 29)).await;
    let of = async |path: &str| said(&town.server.get(path, "").await);
    let annual = of("/rapporter/2025/arsredovisning").await;
    says!(
        annual,
        "4 av 10 uppfyllda, 5 delvis uppfyllda, 1 inte uppfyllt",
        "47 av 90 klara, 30 avviker"
    );
    assert!(!annual.contains(" nås,") && !annual.contains("enligt plan"));
    let interim = of("/rapporter/2026/delarsrapport-2").await;
    says!(interim, " nås,", " enligt plan,");
    let english = of("/en/rapporter/2026/delarsrapport-2").await;
    says!(english, " will be met, ");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_facts_reports_come_in_with_decision_or_day_of_publishing() {
    let town = eskilstuna().await;
    let list = said(&town.get("/rapporter/", "").await);
    says!(
        list,
        "Årsredovisning 2019 Kommunfullmäktige 26 mars 2020",
        "Läget den 31 december 2017, godkänt den 29 mars 2018",
        "Läget den 31 augusti 2018, publicerat 5 oktober 2018",
        "Läget den 31 mars 2018, publicerat 4 maj 2018",
        "Beslutet ej funnet.",
    );
    let reply = town.get("/rapporter/2018/delarsrapport-2", "").await;
    let page = said(&reply);
    says!(
        page,
        "Avser läget 31 augusti 2018",
        "Själva dokumentet Ingen adress till dokumentet hittades.",
        "bedömningar av målen har inte hittats"
    );
    // Nobody is sent to read what has no address: the page says how to ask for it.
    assert!(!page.contains("Läs dem i rapporten"), "{page}");
    assert_eq!(
        link(&reply, "Så begär du rapporten av kommunen"),
        "/om/begar-handling"
    );
    let finnish = said(&town.get("/fi/rapporter/2018/delarsrapport-2", "").await);
    says!(finnish, "Osavuosikatsaus 2, 2018", "julkaistu");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_start_page_says_what_the_latest_report_says_first() {
    let town = Town::on(date(2026, 11, 1)).await;
    let page = said(&town.server.get("/", "").await);
    says!(
        page,
        "Det viktigaste just nu Fler elever blir behöriga",
        "Läs om målet Varje barn lyckas i skolan",
        "Senaste rapporterna Delårsrapport 2, 2026",
        "Fler elever blir behöriga och fler tar examen.",
        "Logga in (medarbetare)",
    );
    let report = said(&town.server.get("/rapporter/2026/delarsrapport-2", "").await);
    says!(report, "Det viktigaste Fler elever blir behöriga");
    // The day before it was decided, another was the latest, and it said none.
    let before = said(&town.server.get("/?per=2026-10-21", "").await);
    assert!(!before.contains("Det viktigaste just nu"), "{before}");
    says!(before, "Senaste rapporterna Delårsrapport 1, 2026");
    let real = said(&eskilstuna().await.get("/", "").await);
    says!(
        real,
        "Ingen på Eskilstuna kommun har skrivit",
        "Ingen bedömning hittad"
    );
    assert!(!real.contains("Logga in"), "{real}");
}
