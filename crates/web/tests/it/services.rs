//! Service declarations, as a resident reads them.

use crate::town::Town;
use crate::year::{eskilstuna, exempelstad, link, said};
use jiff::civil::date;

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

/// What is over is judged, or nobody has found that it was: it is not judged *yet* on no page.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_over_is_told_with_one_word_on_lists_and_pages() {
    let town = Town::on(date(2026, 11, 29)).await;
    let get = async |path: &str| town.server.get(path, "").await;
    let promises = said(&get("/servicedeklarationer").await);
    assert!(!promises.contains("Inte uppföljt än"), "{promises}");
    // An order that the council has judged and closed. It comes from nobody but the council.
    let plan = get("/2016-2019/arsplan/2017").await;
    let order = said(&get(&link(&plan, "Gör det lätt att få kontakt")).await);
    says!(
        order,
        "Klart 96 procent fick svar på sin e-post i tid.",
        "Avslutat genom beslut av Kommunfullmäktige 29 mars 2018, § 36"
    );
    assert!(!order.contains("Ursprung"), "{order}");
    // One that nobody followed up: the gap is told alike where it is listed.
    let committee = get("/namnder/kultur-och-fritidsnamnden?per=2025-01-15").await;
    let address = link(&committee, "Fira att bibliotek och badhus");
    let address = address.split('?').next().unwrap();
    let gap = said(&get(address).await);
    says!(gap, "Perioden är över", "Ingen bedömning hittad");
    assert!(!gap.contains("Inte uppföljt än"), "{gap}");
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
    let (dated, undated) = page.split_once("Utan år i källan").unwrap();
    assert!(!undated.contains("Servicenivå 2"), "{page}");
    // A source that is the version for a year tells of that year, whatever years it names beside.
    says!(
        dated,
        "Från tidigare perioder",
        "Plats i förskola: inom fyra månader",
        "Servicenivå 2017",
    );
    let then = said(&town.get("/servicedeklarationer?per=2017-12-31", "").await);
    says!(then, "Plats i förskola: inom fyra månader");
    says!(
        undated,
        "Besked på synpunkt: inom 10 arbetsdagar Du får vara anonym."
    );
}
