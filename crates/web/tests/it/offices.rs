//! The contact centre, its hours on any day, and who is responsible for a page.

use crate::town::Town;
use jiff::civil::date;

#[tokio::test(flavor = "multi_thread")]
async fn hours_that_changed_are_shown_as_they_were() {
    let town = Town::on(date(2018, 11, 1)).await;
    for path in ["/kontakt", "/"] {
        let now = town.page(path).await;
        assert!(
            now.contains("<caption>Besökstid Bydalen</caption>"),
            "{path}"
        );
        assert!(now.contains("10.00–18.00"), "{path}");
        let then = town.page(&format!("{path}?per=2016-05-02")).await;
        assert!(
            !then.contains("10.00–18.00") && then.contains("10.00–15.00"),
            "{path}"
        );
        let before = town.page(&format!("{path}?per=2014-12-31")).await;
        assert!(
            before.contains("Kontaktuppgifter för den här dagen hittades inte."),
            "{path}"
        );
    }
    // Told in August what holds from September.
    let told = town.page("/kontakt?per=2017-08-25").await;
    assert!(told.contains("Från 1 september 2017"));
    assert!(
        !town
            .page("/kontakt?per=2017-08-20")
            .await
            .contains("Från 1 september 2017")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn open_now_is_said_today_and_never_of_the_past() {
    // The clock stands at noon in UTC: one o'clock in winter.
    let town = Town::on(date(2018, 11, 1)).await;
    let page = town.page("/kontakt").await;
    assert!(page.contains("Öppet nu, till 16.30."));
    assert!(page.contains("Telefonen är öppen nu, till 16.30."));
    assert!(
        town.page("/fi/kontakt")
            .await
            .contains("Avoinna nyt, 16.30 asti.")
    );
    let past = town.page("/kontakt?per=2018-10-31").await;
    assert!(!past.contains("Öppet nu") && !past.contains("Öppnar igen"));
    // All Saints' Day is a Saturday; the Friday before it is short, and so is the afternoon.
    let friday = Town::on(date(2018, 11, 2)).await.page("/kontakt").await;
    assert!(friday.contains("Stängt just nu. Öppnar igen måndag 5 november 2018 kl. 08.00."));
    let christmas = Town::on(date(2018, 12, 25)).await.page("/kontakt").await;
    assert!(christmas.contains("Öppnar igen torsdag 27 december 2018 kl. 10.00."));
    assert!(christmas.contains("Öppnar igen torsdag 27 december 2018 kl. 09.00."));
    assert!(christmas.contains("Annandag jul") && christmas.contains("Mellandagarna"));
}

#[tokio::test(flavor = "multi_thread")]
async fn each_table_has_a_caption_and_the_number_can_be_dialled() {
    let town = Town::on(date(2018, 11, 1)).await;
    let page = town.page("/kontakt").await;
    let main = page
        .split("<main")
        .nth(1)
        .unwrap()
        .split("</main>")
        .next()
        .unwrap();
    assert_eq!(
        main.matches("<table").count(),
        main.matches("<caption>").count()
    );
    assert!(main.contains("href=\"tel:+46123456789\""));
    assert!(main.contains("Utbildning för personalen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_names_a_role_and_never_a_person() {
    let town = Town::on(date(2018, 11, 1)).await;
    for (path, role) in [
        ("/", "Kommunstrateg"),
        ("/vision", "Kommunstrateg"),
        ("/indikatorer/", "Utredare"),
        ("/indikatorer/trivs-i-skolan-arskurs-8", "Utredare"),
        ("/kontakt", "Chef för Exempelstad direkt"),
        ("/en/kontakt", "Head of Exempelstad Direct"),
        ("/fi/indikatorer/", "Selvittäjä"),
    ] {
        let page = town.page(path).await;
        let foot = page.split("<footer").nth(1).unwrap();
        assert!(foot.contains(role), "{path}");
        assert!(foot.contains("kommunledningskontoret"), "{path}");
    }
    let before = town.page("/vision?per=2015-01-05").await;
    assert!(before.contains("Ansvarig för sidan hittades inte."));
}
