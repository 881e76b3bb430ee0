//! A plan is closed by a decision: what holds it is told row by row, and every page that shows it says so.

use crate::desk::{Desk, body, form, form_to, number, only, standing};
use crate::history::element;
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::decisions::{Act, Authority, RecordDecision};
use riktning_domain::ids::DecisionId;
use riktning_domain::permissions::Role;
use riktning_domain::{Command, Dated, Text};
use uuid::Uuid;

const BODY: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const CLOSING: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden/avslut";
const MEETING: [(&str, &str); 3] = [
    ("dag", "2026-10-05"),
    ("paragraf", "§ 97"),
    ("diarienummer", "EXS 2026:97"),
];

async fn writes(noa: &Desk<'_>, text: &str) -> String {
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let page = noa.page(&path).await;
    let goal = choice(&page, "Processmål");
    let fields = [("text", text), ("val", goal.as_str())];
    assert_eq!(noa.post(&path, &form(&page, &fields)).await.status, 303);
    number(&noa.page(PLAN).await, text)
}

/// Council closes the orders that a page names as open.
pub(crate) async fn closes_orders(town: &Town, page: &str) {
    let named = page.split("uppdrag som är öppna: ").nth(1).unwrap();
    let named = named.split('.').next().unwrap().split(", ");
    let acts = named.map(|number| Act::Close(element(town, number)));
    let decide = RecordDecision {
        decision: DecisionId(Uuid::now_v7()),
        body: body(town, "kommunfullmaktige"),
        date: Dated::day_known(town.app.today()),
        authority: Authority::Paragraph(Text::new("§ 12")),
        case_number: None,
        title: Some(Text::new("Avslutade uppdrag")),
        acts: acts.collect(),
        seen: Vec::new(),
    };
    town.perform(Command::RecordDecision(decide)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_is_closed_by_a_decision_when_nothing_in_it_waits() {
    let town = Town::on(date(2026, 10, 5)).await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let kim = Desk::of(&town, "kim.ek", &[(Role::Registrar, BODY)]).await;
    let writer = [Role::Contributor, Role::Approver].map(|role| (role, BODY));
    let writer = Desk::of(&town, "skribent", &writer).await;
    let board = Desk::of(&town, "ks", &[(Role::Registrar, "kommunstyrelsen")]).await;
    writes(&noa, "Alla får en fast kontakt").await;
    // What is not decided is not closed.
    assert_eq!(noa.get(CLOSING).await.status, 404);
    assert!(!noa.page(PLAN).await.contains("/avslut\""));
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    noa.decides(PLAN, "§ 88").await;
    says!(noa.page(PLAN).await, CLOSING, "Avsluta planen");
    for desk in [&writer, &board] {
        assert_eq!(desk.get(CLOSING).await.status, 404);
        let sent = form(&noa.page(CLOSING).await, &MEETING);
        assert_eq!(desk.post(CLOSING, &sent).await.status, 404);
    }

    // A row that nobody has decided holds it, and is named.
    let row = writes(&noa, "Ännu ett löfte").await;
    let held = noa.page(CLOSING).await;
    says!(
        held,
        "Planen kan inte avslutas än",
        &format!("rader som ingen har beslutat: {row}.")
    );
    let refused = noa.post(CLOSING, &standing(&held, &MEETING)).await;
    assert_eq!(refused.status, 422);
    says!(refused.text(), "id=\"hinder\"", "§ 97", "EXS 2026:97");
    let page = noa.page(&format!("/arbete/ataganden/{row}")).await;
    let (to, own) = form_to(&page, "/ta-bort");
    assert_eq!(noa.post(&to, &only(own)).await.status, 303);

    // So does an order to the body that nothing answers, until council has closed it.
    says!(noa.page(CLOSING).await, "uppdrag som är öppna");
    closes_orders(&town, &noa.page(CLOSING).await).await;

    // A fault is told at its field.
    let open = noa.page(CLOSING).await;
    assert!(!open.contains("kan inte avslutas"), "{open}");
    for (fields, at) in [
        ([("dag", ""), ("paragraf", "§ 97")], "dag-f"),
        ([("dag", "2026-10-06"), ("paragraf", "§ 97")], "dag-f"),
        ([("dag", "2026-10-05"), ("paragraf", "")], "paragraf-f"),
    ] {
        let refused = noa.post(CLOSING, &standing(&open, &fields)).await;
        assert_eq!(refused.status, 422, "{fields:?}");
        says!(refused.text(), &format!("id=\"{at}\""));
    }

    // Closed once by a double click and by another who presses at the same time.
    let theirs = kim.page(CLOSING).await;
    let sent = standing(&open, &MEETING);
    let before = town.app.position();
    for _ in 0..2 {
        let done = noa.post(CLOSING, &sent).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let to = done.header("location").unwrap().to_owned();
        says!(noa.page(&to).await, "Planen är avslutad.");
    }
    let late = kim.post(CLOSING, &standing(&theirs, &MEETING)).await;
    assert_eq!(late.status, 303);
    assert_eq!(town.app.position(), before + 1, "one decision");
    let plan = noa.page(PLAN).await;
    says!(
        plan,
        "Avslutad",
        "Avslutad av",
        "§ 97",
        "Ingen skriver i den mer."
    );
    assert!(!plan.contains("Föreslå en ändring") && !plan.contains("niva="));
    assert_eq!(noa.get(CLOSING).await.status, 404);
    let year = town.page("/2024-2027/arsplan/2027").await;
    says!(
        year,
        "Alla får en fast kontakt",
        "Avslutad. Antagen av",
        "Avslutad av",
        "§ 97"
    );
    says!(noa.page("/arbete/planer/2027").await, "Avslutad");
    for language in ["/fi", "/en"] {
        says!(noa.page(&format!("{language}{PLAN}")).await, "EXS 2026:97");
    }
}
