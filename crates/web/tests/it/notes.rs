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
        "Mer av vad källorna säger om nivåerna står under bilden.",
    );
    says!(
        page,
        "TAKT T betyder att åtaganden ska vara tydliga. A betyder att åtaganden ska vara \
         ansvarsfördelade. K betyder att åtaganden ska vara kvantifierbara. T betyder att \
         åtaganden ska vara tidssatta. Åtaganden ska vara relevanta för processmål.",
        "Åtaganden är i första hand resultat. Tillåtet är också: större aktivitet.",
        "Åtaganden gäller huvudsakligen i ett år. Åtaganden får sakna strategiskt mål. \
         Formulerat av oss efter källan Källa: Planering (årlig styrning)",
        "koncernen har högre rådighet",
        "utvecklingen på orten; koncernen har begränsad rådighet",
        "Indikator mot mål bättre än målet nära målet sämre än målet",
        "ej uppfyllt är en följdtolkning",
        "21 november 2019",
        // The body is linked where the sentence names it.
        "14 februari 2019 Kommunfullmäktige sammanträder klockan 09.00.",
        "Kommunfullmäktige godkänner granskningsrapport",
        "Revisorernas skrivelse om årsredovisning 2020",
        "Sju övergripande verksamhetsprocesser; delprocesser kan ha bolag som processägare.",
        "Varje enhet förväntas bidra till de inåtriktade målen utifrån eget nuläge.",
        "Folkmängd 2017",
        "antal 104 709",
        "fungerar i huvudsak tillfredsställande",
    );
    assert!(
        !page.contains("Kommunfullmäktige . Kommunfullmäktige"),
        "{page}"
    );
    // Of a day, what had not been yet is not told.
    let then = said(&town.get("/sa-styrs-kommunen?per=2018-12-31", "").await);
    assert!(!then.contains("Revisorernas skrivelse"), "{then}");
    says!(then, "KFN behandlar behov och prioriteringar 2016");
    // In another language as somebody has translated it, else marked as Swedish.
    let html = town.get("/en/sa-styrs-kommunen", "").await.text();
    says!(html, "The year in days", "The council meets at 9.00.",);
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
        "Revisorernas bedömning, årsredovisning 2020 : inte fullt ut förenligt med målen för god \
         ekonomisk hushållning",
    );
    let balance = said(&town.get("/balans", "").await);
    says!(
        balance,
        "Måluppfyllelse, samlad 2019 : bättre än eller nära målet i alla områden"
    );
    let reports = said(&town.get("/rapporter/", "").await);
    says!(reports, "delårsbokslut enligt redovisningslagen");
    let process = said(&town.get("/processer/varna-demokrati", "").await);
    says!(
        process,
        "Inflytandet upplevs bättre men tryggheten ligger kvar lågt"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn hours_that_only_a_source_tells_of_say_in_the_foot_of_which_time_they_are() {
    let town = eskilstuna().await;
    let page = said(&town.get("/vision", "").await);
    says!(
        page,
        "Gäller från 2020. Anges som: ca 2020. Källa: Finskt förvaltningsområde",
        "Tiderna är hämtade ur källan och kan ha ändrats.",
    );
    // Of its own time they are what held, and nobody is asked to call about today.
    let then = said(&town.get("/vision?per=2017-06-01", "").await);
    says!(then, "Gäller från 2016 till och med 31 december 2018.");
    assert!(!then.contains("Tiderna är hämtade ur källan"), "{then}");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_figure_in_a_list_of_goals_links_to_its_source() {
    let town = eskilstuna().await;
    let mut told = 0;
    for path in ["/", "/?per=2018-12-31", "/2016-2019/", "/fi/2016-2019/"] {
        let html = town.get(path, "").await.text();
        let messages = html.split("<p class=\"besked\">").skip(1);
        let messages = messages.filter_map(|rest| rest.split("</p>").next());
        for message in messages.filter(|message| message.contains("class=\"tal\"")) {
            assert!(message.contains("<a href=\"http"), "{path}: {message}");
            told += 1;
        }
    }
    assert!(told > 10, "{told}");
}
