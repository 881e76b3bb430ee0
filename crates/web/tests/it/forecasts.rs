//! A forecast says so wherever it stands, and an indicator is read the way it was measured.

use crate::town::Town;
use jiff::civil::date;

#[tokio::test(flavor = "multi_thread")]
async fn a_forecast_is_no_outcome_on_any_page() {
    let town = Town::on(date(2018, 11, 1)).await;
    let goal = "/2016-2019/mal/stabil-ekonomi";
    let page = town.page(goal).await;
    let heading = "114 miljoner kronor (2017), ned från 149 (2016). \
                   Målet 100 miljoner kronor är nått. \
                   Prognos för 2018: 96 miljoner kronor, målet är 108 miljoner kronor.";
    assert!(page.contains(heading), "{page}");
    assert!(page.contains("Kommunstyrelsen, 30 augusti 2018"));
    assert!(page.contains("d-prog") && page.contains("g-prog"));
    for (language, word) in [("/en", "Forecast for 2018"), ("/fi", "Ennuste (2018)")] {
        let page = town.page(&format!("{language}{goal}")).await;
        assert!(page.contains(word), "{language}");
    }
    // The day before it was made there was none.
    let before = town.page(&format!("{goal}?per=2018-08-29")).await;
    assert!(!before.contains("Prognos för 2018") && !before.contains("d-prog"));
    let list = town.page("/2016-2019/").await;
    assert!(list.contains("Prognos: <span class=\"tal\">84,5"), "{list}");
    let file = town.page("/indikatorer/kommunens-resultat.csv").await;
    assert!(file.contains(";prognos;Kommunstyrelsen;"), "{file}");
    let data = town.page("/indikatorer/kommunens-resultat.json").await;
    assert!(data.contains("\"settled\":\"forecast\""), "{data}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mark_of_what_is_invented_stands_once_in_a_table() {
    let town = Town::on(date(2018, 11, 1)).await;
    let page = town
        .page("/indikatorer/hallbart-medarbetarengagemang")
        .await;
    let (_, table) = page.split_once("<table class=\"data\">").unwrap();
    let (table, _) = table.split_once("</table>").unwrap();
    assert_eq!(table.to_lowercase().matches("påhittat exempel").count(), 1);
    assert!(page.contains("vartannat år") && page.contains("Mäts vartannat år."));
    assert!(
        !page.contains("d-lucka"),
        "no year without a survey is a gap"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_about_people_are_of_women_and_men_or_say_why_not() {
    let town = Town::on(date(2018, 11, 1)).await;
    let page = town.page("/2016-2019/mal/social-uthallighet").await;
    assert!(
        page.contains("Kvinnor 56") && page.contains("Män 59"),
        "{page}"
    );
    for slug in [
        "gymnasieexamen-inom-fyra-ar",
        "forskoleplats-pa-onskat-datum",
        "eftergymnasial-utbildning",
        "fran-vuxenutbildning-till-jobb",
        "hallbart-medarbetarengagemang",
    ] {
        let page = town.page(&format!("/indikatorer/{slug}")).await;
        assert!(page.contains("Delas inte upp på"), "{slug}");
    }
}
