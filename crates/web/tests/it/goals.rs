//! The goals of a direction, written on screen: of council for the years of a model, of a committee for its
//! process; handed in, decided, and on the public site under their own addresses.

use crate::desk::{Desk, form, standing};
use crate::model_editor::{LIST, copy, holds_from, strategist};
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const COUNCIL: &str = "/arbete/planer/2028-2031/kommunfullmaktige";
const BOARD: &str = "/arbete/planer/2028-2031/kommunstyrelsen";
const GOAL: &str = "Alla vågar gå hem ensamma";
const FIELDS: [(&str, &str); 3] = [
    ("dag", "2026-10-05"),
    ("paragraf", "§ 77"),
    ("diarienummer", "EXS 2026:77"),
];

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

/// A model for 2028–2031 that is in force from today.
async fn directed(desk: &Desk<'_>) {
    let model = copy(desk, "Strategisk inriktning 2028–2031").await;
    in_force(desk, &model).await;
}

/// Puts a model in force from today, after it has been seen.
async fn in_force(desk: &Desk<'_>, model: &str) {
    holds_from(desk, model, "2026-10-05").await;
}

/// Writes a goal of a level, with the first choice under each of some headings.
async fn writes(desk: &Desk<'_>, plan: &str, level: &str, text: &str, under: &[&str]) {
    let path = new(&desk.page(plan).await, level);
    let page = desk.page(&path).await;
    let chosen: Vec<String> = under.iter().map(|kind| choice(&page, kind)).collect();
    let chosen = chosen.iter().map(|id| ("val", id.as_str()));
    // The same sentence twice is asked about, and may be meant.
    let fields = [("text", text), ("anda", "1")].into_iter();
    let fields: Vec<_> = fields.chain(chosen).collect();
    let saved = desk.post(&path, &form(&page, &fields)).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn goals_are_written_before_their_direction_is_shown_and_decided_when_it_is() {
    let town = town().await;
    let kim = strategist(&town, "strateg").await;
    let model = copy(&kim, "Strategisk inriktning 2028–2031").await;
    assert_eq!(kim.get(COUNCIL).await.status, 404, "no day is said");
    holds_from(&kim, &model, "2026-11-30").await;
    let under = ["Bidrar till Visionen", "Bidrar till Perspektiv"];
    writes(&kim, COUNCIL, "Strategiskt mål", GOAL, &under).await;
    assert_eq!(kim.fill_hand_in(COUNCIL).await, 303);
    says!(kim.page("/arbete/").await, &format!("href=\"{COUNCIL}\""));
    assert_eq!(town.server.get("/2028-2031/", "").await.status, 404);
    // Nobody decides what nobody sees.
    let council = Desk::of(&town, "sekr", &[(Role::Registrar, "kommunfullmaktige")]).await;
    let decides = format!("{COUNCIL}/beslut");
    let refused = council.fill(&decides, &FIELDS).await;
    assert_eq!(refused.status, 422);
    says!(refused.text(), "gäller först från 30 november 2026");
    holds_from(&kim, &model, "2026-10-05").await;
    let decided = council.fill(&decides, &FIELDS).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
    says!(town.page("/2028-2031/").await, GOAL);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_goals_of_a_direction_are_written_handed_in_decided_and_read() {
    let town = town().await;
    let kim = strategist(&town, "strateg").await;
    // The direction that runs has its goals, and another may be added.
    let running = kim.page("/arbete/planer/2024-2027").await;
    says!(
        running,
        "Kommunfullmäktige",
        "Vård- och omsorgsnämnden",
        "Målen är beslutade"
    );
    says!(
        kim.page("/arbete/planer/2024-2027/kommunfullmaktige").await,
        "Mål som redan är beslutade",
        "href=\"/2024-2027/mal/"
    );
    directed(&kim).await;
    says!(kim.page(LIST).await, "2028–2031");
    says!(
        kim.page("/arbete/planer/2027").await,
        "href=\"/arbete/planer/2028-2031\">Mål 2028–2031</a>"
    );
    says!(kim.page("/arbete/").await, &format!("href=\"{COUNCIL}\""));
    let plan = kim.page(COUNCIL).await;
    says!(plan, "Plan 2028–2031", "Strategiskt mål</a>");
    assert!(!plan.contains("Uppdrag</a>") && !plan.contains("Åtagande</a>"));
    let page = kim.page(&new(&plan, "Strategiskt mål")).await;
    says!(page, "Vilket mål?", "Visionen", "Perspektiv");
    let empty = kim
        .post(
            &new(&plan, "Strategiskt mål"),
            &form(&page, &[("text", " ")]),
        )
        .await;
    assert_eq!(empty.status, 422);
    says!(empty.text(), "vad som ska vara sant när perioden är slut");
    let under = ["Bidrar till Visionen", "Bidrar till Perspektiv"];
    writes(&kim, COUNCIL, "Strategiskt mål", GOAL, &under).await;
    // Two may be called the same: each has its own address.
    writes(&kim, COUNCIL, "Strategiskt mål", GOAL, &under).await;
    writes(&kim, COUNCIL, "Strategiskt mål", "Ett mål utan vision", &[]).await;
    let plan = kim.page(COUNCIL).await;
    says!(plan, GOAL, "Saknar en koppling");
    assert!(
        !plan.contains("/lamna-in\""),
        "one lacks what it must support"
    );
    assert_eq!(
        town.server
            .get("/2028-2031/mal/alla-vagar-ga-hem-ensamma", "")
            .await
            .status,
        404
    );
    // It is given a vision and a perspective, other words, and an address of those words.
    let row = crate::desk::number(&plan, "Ett mål utan vision");
    let row = format!("/arbete/ataganden/{row}");
    let open = kim.page(&row).await;
    let [vision, perspective] = under.map(|kind| choice(&open, kind));
    let fields = [
        ("text", "Ett mål med vision"),
        ("val", vision.as_str()),
        ("val", perspective.as_str()),
    ];
    let saved = kim.post(&row, &form(&open, &fields)).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(kim.fill_hand_in(COUNCIL).await, 303);
    let council = Desk::of(&town, "sekr", &[(Role::Registrar, "kommunfullmaktige")]).await;
    says!(council.page("/arbete/").await, &format!("{COUNCIL}/beslut"));
    let decided = council.fill(&format!("{COUNCIL}/beslut"), &FIELDS).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
    for slug in ["alla-vagar-ga-hem-ensamma", "alla-vagar-ga-hem-ensamma-2"] {
        let goal = town.page(&format!("/2028-2031/mal/{slug}")).await;
        says!(goal, GOAL, "§ 77", "EXS 2026:77");
    }
    says!(town.page("/2028-2031/").await, GOAL, "Ett mål med vision");
    says!(
        kim.page(COUNCIL).await,
        "href=\"/2028-2031/mal/alla-vagar-ga-hem-ensamma\""
    );
    // Its address is of the words that were decided, and what was only written leads nowhere.
    says!(
        town.page("/2028-2031/mal/ett-mal-med-vision").await,
        "Ett mål med vision"
    );
    let unsent = town
        .server
        .get("/2028-2031/mal/ett-mal-utan-vision", "")
        .await;
    assert_eq!(unsent.status, 404);
    // A year's plan knows nothing of it.
    assert!(!town.page("/2028-2031/arsplan/2028").await.contains(GOAL));
    assert!(!kim.page("/arbete/planer/2027").await.contains(GOAL));

    // A committee writes the goal of a process, and another does not read it before it is handed in.
    let roles = [Role::Contributor, Role::Approver, Role::Registrar];
    let noa = Desk::of(&town, "noa", &roles.map(|role| (role, "kommunstyrelsen"))).await;
    let other = Desk::of(&town, "annan", &[(Role::Contributor, "forskolenamnden")]).await;
    let process = "Svar samma dag till den som ringer";
    writes(
        &noa,
        BOARD,
        "Processmål",
        process,
        &["Bidrar till Processer"],
    )
    .await;
    assert_eq!(other.get(BOARD).await.status, 404);
    assert_eq!(noa.fill_hand_in(BOARD).await, 303);
    let decided = noa.fill(&format!("{BOARD}/beslut"), &FIELDS).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
    says!(town.page("/andringar").await, process, GOAL);
    // A promise of 2028 rests on it.
    let promise = new(
        &noa.page("/arbete/planer/2028/kommunstyrelsen").await,
        "Åtagande",
    );
    says!(noa.page(&promise).await, process);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_of_internal_control_is_written_and_stands_in_the_annual_plan() {
    let town = town().await;
    let kim = strategist(&town, "strateg").await;
    let carried = [
        ("fran", "mal-och-processer"),
        ("namn", "Inriktning med internkontroll"),
        ("fran-ar", "2028"),
        ("till-ar", "2031"),
    ];
    let page = kim.page(LIST).await;
    let begun = kim.post(LIST, &standing(&page, &carried)).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    in_force(&kim, begun.header("location").unwrap()).await;
    let roles = [Role::Contributor, Role::Approver, Role::Registrar];
    let noa = Desk::of(&town, "noa", &roles.map(|role| (role, "kommunstyrelsen"))).await;
    let plan = "/arbete/planer/2028/kommunstyrelsen";
    let page = noa.page(plan).await;
    says!(page, "Riskområde</a>", "Eget kontrollmoment</a>");
    assert!(
        !page.contains("Koncerngemensamt kontrollmoment</a>"),
        "that is council's"
    );
    let (risk, control) = (
        "Fakturor betalas två gånger",
        "Stickprov på hundra fakturor",
    );
    writes(&noa, plan, "Riskområde", risk, &[]).await;
    writes(
        &noa,
        plan,
        "Eget kontrollmoment",
        control,
        &["Bidrar till Riskområde"],
    )
    .await;
    assert_eq!(noa.fill_hand_in(plan).await, 303);
    let decided = noa.fill(&format!("{plan}/beslut"), &FIELDS).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
    let public = town.page("/2028-2031/arsplan/2028").await;
    says!(public, "Intern kontroll", control);
    // Two may check the same: it is known by its number.
    writes(
        &noa,
        plan,
        "Eget kontrollmoment",
        control,
        &["Bidrar till Riskområde"],
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_of_no_time_is_nowhere_and_of_years_without_a_model_too() {
    let town = town().await;
    let kim = strategist(&town, "strateg").await;
    for time in [
        "2024-2026",
        "2027-2024",
        "24-27",
        "2024%E2%80%932027",
        "2024-2027-2030",
        "2028-2031",
    ] {
        for rest in ["", "/kommunfullmaktige", "/kommunfullmaktige/nytt?niva=0"] {
            let path = format!("/arbete/planer/{time}{rest}");
            assert_eq!(kim.get(&path).await.status, 404, "{path}");
        }
    }
    let orders = kim.get("/arbete/uppdrag/2024-2027").await;
    assert_eq!(orders.status, 404, "orders go out year by year");
    // What is over gets no new goals.
    let over = "/arbete/planer/2016-2019/kommunfullmaktige";
    assert!(!kim.page(over).await.contains("/nytt?niva="));
    let new = format!("{over}/nytt?niva=0");
    assert_eq!(kim.get(&new).await.status, 404);
    let earlier = kim
        .get("/arbete/planer/2024-2027/kommunfullmaktige/tidigare")
        .await;
    assert_eq!(earlier.status, 404);
}
