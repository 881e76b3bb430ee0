//! The red thread, walked: up by both ways from a commitment, and what is lacking on it said.

use crate::read::{eskilstuna, page};
use crate::town::Town;
use jiff::civil::date;

/// From a commitment up to the process goal, and from there down again: both by links.
#[tokio::test(flavor = "multi_thread")]
async fn the_way_up_by_the_process_can_be_walked_and_leads_back() {
    let town = Town::on(date(2026, 11, 24)).await;
    let plan = town.page("/2024-2027/arsplan/2026").await;
    let commitments = plan.split("href=\"/ataganden/").skip(1);
    let mut addresses: Vec<&str> = commitments.map(|a| a.split('"').next().unwrap()).collect();
    addresses.dedup();
    let mut walked = 0;
    for address in addresses.into_iter().take(40) {
        let own = town.page(&format!("/ataganden/{address}")).await;
        let thread = own.split("class=\"karta").nth(1).unwrap_or_default();
        let Some(goal) = thread.split("href=\"/processer/").skip(1).find(|a| {
            let to = a.split('"').next().unwrap();
            to.contains("#mal-")
        }) else {
            continue;
        };
        let to = goal.split('"').next().unwrap();
        let (process, mark) = to.split_once('#').unwrap();
        assert!(
            thread.contains(&format!("href=\"/processer/{process}\"")),
            "{address} does not lead to its process"
        );
        let process = town.page(&format!("/processer/{process}")).await;
        assert!(
            process.contains(&format!("id=\"{mark}\"")),
            "{address}: {to}"
        );
        assert!(
            process.contains(&format!("href=\"/ataganden/{address}")),
            "{address}"
        );
        walked += 1;
    }
    assert!(walked > 10, "{walked}");
}

/// A figure of last year says nothing of this one, and the page says that there is none.
#[tokio::test(flavor = "multi_thread")]
async fn an_indicator_without_this_years_value_is_a_gap_that_is_said() {
    let town = Town::on(date(2026, 11, 24)).await;
    let goal = "/2024-2027/mal/starkt-beredskap";
    let (gap, last) = ("Ingen siffra för 2026 än", "Ingen siffra för 2025 än");
    let now = town.page(goal).await;
    assert_eq!(
        now.matches(gap).count(),
        3,
        "under the chart, in the thread, on the card"
    );
    // As of a day on which the year before was in hand, and when its figure had come.
    let before = town.page(&format!("{goal}?per=2025-12-31")).await;
    assert!(before.contains(last) && !before.contains(gap));
    assert!(
        !town
            .page(&format!("{goal}?per=2026-01-30"))
            .await
            .contains(last)
    );
    // Of a period that is over the last year is reported, and a measure of every other year lacks
    // none between.
    let over = town.page("/2016-2019/mal/stabil-ekonomi").await;
    assert!(!over.contains("saknas.</"), "{over}");
    for (language, said) in [
        ("/en", "No figure for 2026 yet"),
        ("/fi", "Vuoden 2026 lukua ei ole vielä"),
    ] {
        says!(town.page(&format!("{language}{goal}")).await, said);
    }
}

/// What the sources of the real town do not say is not told as nothing.
#[tokio::test]
async fn what_no_source_says_is_no_nothing() {
    let app = eskilstuna().await;
    let vision = page(&app, "/vision").await;
    let current = vision.split("<section").next().unwrap();
    says!(
        current,
        "/styrdokument/vision-och-malbild-2030-for-eskilstuna",
        "Det är vår tolkning att de två är samma.",
        "2017"
    );
    assert!(!current.contains("Beslutet ej funnet"), "{current}");
    let document = page(&app, "/styrdokument/vision-och-malbild-2030-for-eskilstuna").await;
    says!(document, "<a href=\"/vision\">Vision Eskilstuna 2030</a>");

    let balance = page(&app, "/balans").await;
    let not_said = "Källorna säger inte vilka av de här värdena målen bidrar till:";
    let sides = balance.split("class=\"perspektiv\"").nth(1).unwrap();
    let sides = sides.split("</section></div>").next().unwrap();
    assert!(
        sides.contains(not_said) && !sides.contains("<h4>"),
        "{sides}"
    );

    // The year that stands in for one that no source names is told by nobody.
    let found = page(&app, "/sok?q=synpunkt").await;
    let hits = found.split("<ol class=\"traffar\">").nth(1).unwrap();
    let hits = hits.split("</ol>").next().unwrap();
    assert!(
        hits.contains("Besked på <mark>synpunkt") && !hits.contains("2026"),
        "{hits}"
    );
    let changes = page(&app, "/andringar").await;
    assert!(changes.contains("(dag ej funnen)</h2>") && !changes.contains("funnen))"));
    // What is compared is there from the day on which it was measured first, and says so.
    let before = page(&app, "/indikatorer/arbetsloshet/jamfor?per=2017-01-01").await;
    says!(before, "1 december 2019");

    // A share of girls is one figure and split by nothing; three figures in eight years lack none.
    let address = "/indikatorer/andel-flickor-bland-besokare-froslunda-fritidsgard";
    let share = page(&app, address).await;
    assert!(
        !share.contains("Pojkar") && !share.contains("Uppgift saknas"),
        "{share}"
    );
}
