//! What sources say beside the facts, as a resident reads it on the page of what it is about.

use crate::year::{eskilstuna, said};

macro_rules! says {
    ($page:expr, $($text:expr),+ $(,)?) => {$(
        assert!($page.contains($text), "not said: {:?}\n{}", $text, $page);
    )+};
}

#[tokio::test(flavor = "multi_thread")]
async fn so_styrs_kommunen_has_the_rules_the_classes_the_scales_and_the_calendar() {
    let town = eskilstuna().await;
    let page = said(&town.get("/sa-styrs-kommunen", "").await);
    says!(
        page,
        "TAKT Ska vara relevanta för: processmål",
        "Får sakna strategiskt mål. Källa: Planering (årlig styrning)",
        "koncernen har högre rådighet",
        "utvecklingen på orten; koncernen har begränsad rådighet",
        "Indikator mot mål bättre än målet nära målet sämre än målet",
        "ej uppfyllt är en följdtolkning",
        "21 november 2019",
        "Kommunfullmäktige sammanträder. Börjar 09:00",
        "Revisorernas skrivelse om årsredovisning 2020",
        "Sju övergripande verksamhetsprocesser; delprocesser kan ha bolag som processägare.",
        "Varje enhet förväntas bidra till de inåtriktade målen utifrån eget nuläge.",
        "Folkmängd 2017",
        "antal 104 709",
        "fungerar i huvudsak tillfredsställande",
    );
    // Of a day, what had not been yet is not told.
    let then = said(&town.get("/sa-styrs-kommunen?per=2018-12-31", "").await);
    assert!(!then.contains("Revisorernas skrivelse"), "{then}");
    says!(then, "KFN behandlar behov och prioriteringar 2016");
    // The frame in another language, the source's words marked as Swedish.
    let html = town.get("/en/sa-styrs-kommunen", "").await.text();
    says!(
        html,
        "The year in days",
        "lang=\"sv\">Kommunfullmäktige sammanträder"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_stands_on_the_page_of_its_body_its_direction_and_its_year() {
    let town = eskilstuna().await;
    let guardians = said(&town.get("/namnder/overformyndarnamnden", "").await);
    says!(
        guardians,
        "Det här säger källorna också",
        "Överförmyndarnämnden är gemensam med Strängnäs",
        "Överförmyndarnämndens preliminära verksamhetsplan 2019",
        "uppdrag från kommunfullmäktige 11",
    );
    let council = said(&town.get("/organ/kommunfullmaktige", "").await);
    says!(
        council,
        "Mandat i kommunfullmäktige 2015–2018",
        "politiskt obunden 1"
    );
    let direction = said(&town.get("/2020-2023/", "").await);
    says!(
        direction,
        "2020–2023 har ett femte utåtriktat mål på miljöområdet"
    );
    let year = said(&town.get("/god-ekonomisk-hushallning/2020", "").await);
    says!(
        year,
        "Källan återger vad revisorerna kom fram till men inte varför.",
        "inte fullt ut förenligt med målen för god ekonomisk hushållning",
    );
    let balance = said(&town.get("/balans", "").await);
    says!(balance, "bättre än eller nära målet i alla områden");
    let reports = said(&town.get("/rapporter/", "").await);
    says!(reports, "delårsbokslut enligt redovisningslagen");
    let process = said(&town.get("/processer/varna-demokrati", "").await);
    says!(
        process,
        "Inflytandet upplevs bättre men tryggheten ligger kvar lågt"
    );
}
