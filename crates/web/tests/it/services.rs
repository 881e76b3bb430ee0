//! Service declarations, as a resident reads them.

use crate::year::{eskilstuna, exempelstad, said};

#[tokio::test(flavor = "multi_thread")]
async fn a_declaration_says_promise_measure_and_what_happens_if_it_is_not_kept() {
    let town = exempelstad().await;
    let page = said(&town.get("/servicedeklarationer", "").await);
    says!(
        page,
        "Ditt barn får plats i förskola inom fyra månader Inte uppföljt än",
        "Så mäts det Andelen barn som fick plats inom fyra månader",
        "Om det inte hålls Du får prata med förskolechefen",
        "Svarar för det Barn- och utbildningsnämnden",
        "Kommunfullmäktige 14 juni 2016, § 63",
    );
    let before = said(&town.get("/servicedeklarationer?per=2016-06-13", "").await);
    says!(
        before,
        "Ingen servicedeklaration som gäller den här dagen har hittats."
    );
    assert!(!before.contains("förskolechefen"), "{before}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_facts_promises_come_in_and_their_holes_are_said() {
    let town = eskilstuna().await;
    let page = said(&town.get("/servicedeklarationer", "").await);
    says!(
        page,
        "Ingen servicedeklaration som gäller den här dagen har hittats.",
        "Utan år i källan",
        "Plats i förskola: inom fyra månader",
        "Servicenivå Året hittades inte",
        "Hur det mäts hittades inte.",
        "Vad som händer då hittades inte.",
        "Källan säger inte vem",
        "Beslutet ej funnet.",
    );
    // A year that no source names is shown nowhere.
    assert!(!page.contains("Servicenivå 2"), "{page}");
}
