//! A decided verdict that is put right: with a word on why, decided anew, and told to residents.

use crate::desk::{Desk, body, standing};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::Period;
use riktning_domain::models::Purpose;
use riktning_domain::permissions::Role;

const CARE: &str = "vard-och-omsorgsnamnden";
const GROUP: &str = "kommunkoncernen";
const WHY: &str = "Två boenden var räknade två gånger.";
const NOW: &str = "Arton fick plats, och fyra väntar.";

/// The address that a page leads to and that ends so.
fn led(page: &str, end: &str) -> String {
    let mut links = page.split("href=\"").skip(1);
    let link = links.find(|rest| rest.split('"').next().unwrap().contains(end));
    let link = link.unwrap_or_else(|| panic!("no link to {end}: {page}"));
    link.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_decided_is_put_right_with_a_word_and_a_decision_of_its_own() {
    let town = Town::on(date(2026, 9, 2)).await;
    let noa = Desk::of(&town, "noa", &[(Role::Contributor, CARE)]).await;
    let robin = Desk::of(&town, "robin", &[(Role::Approver, CARE)]).await;
    let alex = Desk::of(&town, "alex", &[(Role::Registrar, CARE)]).await;
    let kim = Desk::of(&town, "kim", &[(Role::Strategist, GROUP)]).await;
    let report = led(&noa.page("/arbete/").await, "/rapportera");
    let review = report.replace("/rapportera", "/granska");
    let rows = report.replace("/rapportera", &format!("/oversikt/{CARE}"));
    let decide = report.replace("/rapportera", &format!("/beslut/{CARE}"));
    let (number, address) = town.app.published(date(2026, 9, 2), |p| {
        let mut owned = p.owned_by(body(&town, CARE)).into_iter();
        let promise = owned.find(|e| {
            let of = e.level().purpose == Purpose::Commitment;
            of && e.period() == Period::Year(2026) && !e.has_ended()
        });
        let promise = promise.unwrap();
        let (number, slug) = (promise.number(), promise.slug());
        (number, format!("/ataganden/{number}-{slug}"))
    });
    let (status, why, because) = (
        format!("s-{number}"),
        format!("k-{number}"),
        format!("ratt-{number}"),
    );
    let page = noa.page(&report).await;
    let field = format!("name=\"{status}\" value=\"");
    let values: Vec<&str> = page
        .split(&field)
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    let decided = async |meeting: &[(&str, &str)]| {
        let waits = robin.page(&review).await;
        let approved = robin.post(&review, &standing(&waits, &[])).await;
        assert_eq!(approved.status, 303, "{}", approved.text());
        let form = alex.page(&decide).await;
        let done = alex.post(&decide, &standing(&form, meeting)).await;
        assert_eq!(done.status, 303, "{}", done.text());
        (waits, form)
    };
    let first = [
        (status.as_str(), values[2]),
        (&why, "Tjugo fick plats."),
        ("gor", "skicka"),
    ];
    assert_eq!(
        noa.post(&report, &standing(&page, &first)).await.status,
        303
    );
    decided(&[("dag", "2026-09-02"), ("paragraf", "61")]).await;
    says!(town.page(&address).await, "Tjugo fick plats.");

    // Without a word on why nothing is put right, and what was typed stands.
    let page = noa.page(&report).await;
    says!(
        page,
        "Rätta det som är beslutat",
        "Varför rättas bedömningen?"
    );
    let silent = [(why.as_str(), NOW), ("gor", "skicka")];
    let silent = noa.post(&report, &standing(&page, &silent)).await;
    assert_eq!(silent.status, 422);
    says!(
        silent.text(),
        &format!("href=\"#{because}\">"),
        ": skriv varför bedömningen rättas.",
        NOW
    );
    let saved = [
        (status.as_str(), values[3]),
        (&why, NOW),
        (&because, WHY),
        ("gor", "spara"),
    ];
    for _ in 0..2 {
        let saved = noa.post(&report, &standing(&page, &saved)).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
    }
    // It is the body's own, and residents read what is decided.
    let own = noa.page(&report).await;
    says!(own, NOW, WHY);
    let journal = format!("/arbete/historik/ataganden/{number}");
    let mika = Desk::of(&town, "mika", &[(Role::Auditor, GROUP)]).await;
    let told = mika.page(&journal).await;
    assert!(!told.contains(WHY) && !told.contains(NOW), "{told}");
    for others in [kim.page(&rows).await, town.page(&address).await] {
        says!(others, "Tjugo fick plats.");
        assert!(!others.contains(NOW) && !others.contains(WHY), "{others}");
    }
    let sent = noa
        .post(&report, &standing(&own, &[("gor", "skicka")]))
        .await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    says!(
        kim.page(&rows).await,
        NOW,
        "Rättar det som är beslutat:",
        WHY
    );
    says!(mika.page(&journal).await, WHY, NOW);
    let (waits, form) = decided(&[("dag", "2026-09-02"), ("paragraf", "66")]).await;
    says!(waits, WHY);
    says!(form, WHY);
    says!(
        town.page(&address).await,
        NOW,
        "Rättad den 2 september 2026.",
        WHY,
        "Tidigare:",
        "Tjugo fick plats.",
        "§ 66"
    );
}
