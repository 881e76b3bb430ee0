//! What is asked before a plan is handed in, and what lies in hand when a court has quashed it.

use crate::desk::{Desk, body, form, form_to, number, only};
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::Command;
use riktning_domain::decisions::{Basis, MarkDecision, Stage};
use riktning_domain::models::{Level, Purpose};
use riktning_domain::permissions::Role;
use riktning_domain::published::PublicElement;

const CARE: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const COUNCIL: &str = "/arbete/planer/2027/kommunfullmaktige";
const GROUP: &str = "kommunkoncernen";

async fn writes(desk: &Desk<'_>, text: &str) {
    let path = new(&desk.page(PLAN).await, "Åtagande");
    let goal = choice(&desk.page(&path).await, "Processmål");
    let saved = desk.fill(&path, &[("text", text), ("val", &goal)]).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn orders_that_are_not_answered_are_asked_about_and_block_nothing() {
    let town = Town::on(date(2026, 10, 5)).await;
    let noa = Desk::of_a_small_body(&town, CARE).await;
    writes(&noa, "Ett löfte").await;
    let before = noa.page(PLAN).await;
    let kim = Desk::of(&town, "strateg", &[(Role::Strategist, GROUP)]).await;
    let to = body(&town, CARE).0.to_string();
    let path = new(&kim.page(COUNCIL).await, "Uppdrag");
    let order = [("text", "Korta vägen hem"), ("till", to.as_str())];
    assert_eq!(kim.fill(&path, &order).await.status, 303);
    let council = kim.page(COUNCIL).await;
    let number = number(&council, "Korta vägen hem");
    assert!(
        !council.contains("är inte besvarat"),
        "council answers to nobody"
    );
    assert_eq!(kim.fill_hand_in(COUNCIL).await, 303);

    // Whoever opened the page before the order came is shown it first.
    let (to, own) = form_to(&before, "/lamna-in");
    let late = noa.post(&to, &only(own)).await;
    assert_eq!(late.status, 422);
    says!(late.text(), "Planen har ändrats");
    let page = noa.page(PLAN).await;
    let section = page.split("id=\"in-h\"").nth(1).unwrap();
    says!(
        section,
        "Ska planen lämnas in ändå?",
        &format!("<a href=\"#uppdrag-{number}\">Uppdraget {number} är inte besvarat</a>")
    );
    says!(page, &format!("id=\"uppdrag-{number}\""));
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    says!(noa.page(PLAN).await, "Inlämnad");
    // Nor is whoever records the decision left to find it out.
    says!(
        noa.page(&format!("{PLAN}/beslut")).await,
        "Det här har organet inte svarat på.",
        &format!("href=\"{PLAN}#uppdrag-{number}\">Uppdraget {number} är inte besvarat</a>")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quashed_plan_is_in_hand_and_what_was_to_supplement_it_waits() {
    let today = date(2026, 10, 5);
    let town = Town::on(today).await;
    let noa = Desk::of_a_small_body(&town, CARE).await;
    let (first, second) = ("Ett löfte som var beslutat", "Ett löfte till");
    writes(&noa, first).await;
    writes(&noa, "Ett löfte bredvid").await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let meeting = [("dag", "2026-10-05"), ("paragraf", "7")];
    let decision = format!("{PLAN}/beslut");
    assert_eq!(noa.fill(&decision, &meeting).await.status, 303);
    writes(&noa, second).await;
    let (of, address) = town.app.published(today, |p| {
        let mut owned = p.owned_by(body(&town, CARE)).into_iter();
        let row = owned.find(|e| e.text().as_str() == Some(first)).unwrap();
        let address = format!("/ataganden/{}-{}", row.number(), row.slug());
        match row.basis() {
            Basis::Decision(id) => (id, address),
            Basis::Source(..) => panic!("a decision"),
        }
    });
    says!(town.page(&address).await, first);
    town.perform(Command::MarkDecision(MarkDecision {
        decision: of,
        stage: Stage::Quashed,
        on: today,
    }))
    .await;
    // Residents who come by the address that they know are told, wherever they look.
    says!(
        town.page(&address).await,
        first,
        "En domstol har upphävt beslutet om det här. Det gäller inte längre från och med den 5 oktober 2026.",
        "5 oktober 2026, § 7"
    );
    let earlier = town.page(&format!("{address}?per=2026-10-04")).await;
    says!(earlier, "inte beslutat");
    assert!(!earlier.contains("En domstol har upphävt beslutet om det här"));
    let other = format!("{address}-ett-annat-namn");
    let moved = town.server.get(&other, "").await;
    assert_eq!(moved.header("location"), Some(address.as_str()));
    let log = town.page("/andringar").await;
    says!(log, "<strong>En domstol har upphävt beslutet");
    // What would have listed it says why it is not there.
    let year = town.page("/2024-2027/arsplan/2027").await;
    says!(
        year,
        "En domstol har upphävt ett beslut. Det som beslutades gäller inte längre från och med den 5 oktober 2026.",
        "Planer som inte längre gäller:",
        "2 beslutade punkter gäller inte längre.",
        "5 oktober 2026, § 7"
    );
    let own = town.page(&format!("/namnder/{CARE}")).await;
    says!(
        own,
        "En domstol har upphävt ett beslut",
        "2 beslutade punkter gäller inte längre."
    );
    let other = town.page("/namnder/kultur-och-fritidsnamnden").await;
    assert!(
        !other.contains("En domstol har upphävt ett beslut"),
        "{other}"
    );
    // The plan waits for its decision again; what was to come after it stands apart.
    let page = noa.page(PLAN).await;
    let (own, waits) = page
        .split_once("Komplettering som väntar på planen")
        .unwrap();
    assert!(own.contains(first) && !own.contains(second), "{page}");
    assert!(waits.contains(second) && !waits.contains(first), "{page}");
    let shown = noa.page(&decision).await;
    assert!(shown.contains(first) && !shown.contains(second));
    // And its rows are put in order again.
    let order = format!("{PLAN}/ordning");
    let rows = noa.page(&order).await;
    assert!(rows.contains(first) && !rows.contains(second));
    let last = number(&rows, "Ett löfte bredvid");
    let up = [("plats", "1"), ("plats", "2"), ("upp", last.as_str())];
    let moved = noa.post(&order, &form(&rows, &up)).await;
    assert_eq!(moved.status, 303, "{}", moved.text());
    let rows = noa.page(&order).await;
    assert!(rows.find("Ett löfte bredvid") < rows.find(first), "{rows}");
    // Decided again, the other is what is in hand.
    let again = [("dag", "2026-10-05"), ("paragraf", "8")];
    let decided = noa.fill(&decision, &again).await;
    assert_eq!(decided.status, 303, "{}", decided.text());
    let page = noa.page(PLAN).await;
    assert!(!page.contains("Komplettering som väntar"), "{page}");
    says!(page, "Komplettering: utkast");
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_goal_whose_decision_was_quashed_says_so_at_the_address_that_residents_know() {
    let today = date(2026, 10, 5);
    let town = Town::on(today).await;
    let (of, address) = town.app.published(today, |p| {
        let model = p
            .models()
            .into_iter()
            .find(|m| m.definition.period.contains(today));
        let goals = p.elements_where(model.unwrap().id, |level, _| {
            level.purpose == Purpose::StrategicGoal
        });
        let goal = goals.first().unwrap();
        let address = format!("/2024-2027/mal/{}", goal.slug());
        match goal.basis() {
            Basis::Decision(id) => (id, address),
            Basis::Source(..) => panic!("a decision"),
        }
    });
    town.page(&address).await;
    town.perform(Command::MarkDecision(MarkDecision {
        decision: of,
        stage: Stage::Quashed,
        on: today,
    }))
    .await;
    let page = town.page(&address).await;
    says!(
        page,
        "En domstol har upphävt beslutet om det här.",
        "?per=2026-10-04\">Visa sidan som den var innan"
    );
    town.page(&format!("{address}?per=2026-10-04")).await;
    // So do the pages that would have listed it, from that day on.
    let goals = town.app.published(date(2026, 10, 4), |p| {
        let mut models = p.models().into_iter();
        let model = models
            .find(|m| m.definition.period.contains(today))
            .unwrap()
            .id;
        let by = |e: &PublicElement<'_>| matches!(e.basis(), Basis::Decision(id) if id == of);
        let wanted = |level: &Level, _| level.purpose == Purpose::StrategicGoal;
        let adopted = p.elements_where(model, wanted);
        adopted.iter().filter(|e| by(e)).count()
    });
    assert!(goals > 1, "a whole direction");
    let whole = "En domstol har upphävt ett beslut. Det som beslutades gäller inte längre från och med den 5 oktober 2026.";
    let counted = format!("{goals} mål gäller inte längre.");
    for path in ["/", "/2024-2027/"] {
        let page = town.page(path).await;
        says!(page, whole, &counted, "Kommunfullmäktige</a>");
        assert!(!page.contains("Inga mål hittades"), "{path}");
        says!(
            page,
            &format!("{path}?per=2026-10-04\">Visa sidan som den var innan")
        );
        let earlier = town.page(&format!("{path}?per=2026-10-04")).await;
        assert!(!earlier.contains("En domstol har upphävt"), "{path}");
    }
    // The log says by which decision each had stood, and whose that was.
    let log = town.page("/andringar").await;
    let gone = log
        .split("Gäller inte längre, eftersom beslutet är upphävt")
        .next();
    let group = gone.unwrap().rsplit("<h3>").next().unwrap();
    says!(
        group,
        "Kommunfullmäktige</a>",
        "<strong>En domstol har upphävt beslutet"
    );
    // What has its page there has none among the rows of plans.
    let other = town.server.get("/2024-2027/mal/inget-sadant-mal", "").await;
    assert_eq!(other.status, 404);
}
