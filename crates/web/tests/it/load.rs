//! Steering load: what every body has on its desk, and what a decision adds.

use crate::desk::{Desk, body};
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const LOAD: &str = "/arbete/styrtyngd";
const CARE: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const COUNCIL: &str = "/arbete/planer/2027/kommunfullmaktige";
const GROUP: &str = "kommunkoncernen";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

/// The text of the row of a body.
fn row(page: &str, body: &str) -> String {
    let mut rows = page.split("<tr>");
    let row = rows
        .find(|row| row.contains(&format!("row\">{body}")))
        .unwrap();
    let mut text = String::new();
    let mut inside = false;
    for c in row.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test(flavor = "multi_thread")]
async fn every_body_is_shown_with_what_it_has_and_how_that_has_grown() {
    let town = town().await;
    let reader = Desk::of(&town, "lasare", &[(Role::Reader, CARE)]).await;
    let page = reader.page(LOAD).await;
    // Two goals, two indicators, eighteen commitments, four orders: three times a year 20 for a
    // goal and 10 for a row, and 15 for each figure.
    assert_eq!((2 * 20 + 22 * 10) * 3 + 2 * 15, 810);
    let care = row(&page, "Vård- och omsorgsnämnden");
    says!(
        care,
        "810 +90",
        "18 +1",
        "4 +2",
        "18 åtaganden, och modellen säger högst 15"
    );
    // A committee of May 2025 was there a year ago, and one that is no more has nothing.
    says!(row(&page, "Förskolenämnden"), "375");
    assert!(!page.contains("Barn- och utbildningsnämnden"), "{page}");
    says!(
        page,
        "Åtaganden: högst 15 för varje organ",
        "tumregel",
        "5 oktober 2025"
    );
    says!(reader.page("/arbete/").await, LOAD);
    // It is not for residents, and not for whoever only looks after sign-in.
    assert!(!town.page("/").await.contains("styrtyngd"));
    let love = Desk::of(&town, "love", &[(Role::Administrator, GROUP)]).await;
    assert_eq!(love.get(LOAD).await.status, 404);
    assert!(!love.page("/arbete/").await.contains(LOAD));
    says!(
        reader.page("/en/arbete/styrtyngd").await,
        "Steering load",
        "Minutes a year"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn before_a_decision_is_recorded_it_says_what_it_adds() {
    let town = town().await;
    let kim = Desk::of(&town, "strateg", &[(Role::Strategist, GROUP)]).await;
    let noa = [(Role::Contributor, CARE), (Role::Approver, CARE)];
    let noa = Desk::of(&town, "namnd", &noa).await;
    let alex = [
        (Role::Registrar, CARE),
        (Role::Registrar, "kommunfullmaktige"),
    ];
    let alex = Desk::of(&town, "sekreterare", &alex).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let goal = choice(&noa.page(&path).await, "Processmål");
    let row_of = [("text", "hemligordet"), ("val", goal.as_str())];
    assert_eq!(noa.fill(&path, &row_of).await.status, 303);
    // Nobody else reads it; how many there are everybody may know.
    let load = kim.page(LOAD).await;
    assert!(!load.contains("hemligordet"));
    let care = row(&load, "Vård- och omsorgsnämnden");
    assert!(care.ends_with(" 1"), "{care}");
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let page = alex.page(&format!("{PLAN}/beslut")).await;
    says!(page, "Vad beslutet lägger på bordet", LOAD);
    // This year's eighteen, and of 2027 the one: all else is as today.
    assert_eq!(810 - 17 * 30, 300);
    says!(
        row(&page, "Vård- och omsorgsnämnden"),
        "18 → , blir 1 4 → , blir 4 810 → , blir 300"
    );
    // An order adds to whom it goes.
    let path = new(&kim.page(COUNCIL).await, "Uppdrag");
    let to = body(&town, CARE).0.to_string();
    let order = [("text", "Korta vägen"), ("till", to.as_str())];
    assert_eq!(kim.fill(&path, &order).await.status, 303);
    assert_eq!(kim.fill_hand_in(COUNCIL).await, 303);
    let page = alex.page(&format!("{COUNCIL}/beslut")).await;
    let care = row(&page, "Vård- och omsorgsnämnden");
    // Four are open, one of June is for 2027, and this one.
    says!(care, "18 → , blir 18 4 → , blir 6 810 → , blir 870");
    assert!(
        !page.contains("row\">Kommunstyrelsen"),
        "it goes to nobody else"
    );
}
