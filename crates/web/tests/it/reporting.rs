//! Following up: one row from the first word to the page that residents read.

use crate::desk::{Desk, body, standing};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::Period;
use riktning_domain::models::Purpose;
use riktning_domain::permissions::Role;

const CARE: &str = "vard-och-omsorgsnamnden";
const OTHER: &str = "kultur-och-fritidsnamnden";

/// Two days after the second interim report of 2026 has opened.
async fn town() -> Town {
    Town::on(date(2026, 9, 2)).await
}

/// The address that a page leads to and that ends so.
fn led(page: &str, end: &str) -> String {
    let mut links = page.split("href=\"").skip(1);
    let link = links.find(|rest| rest.split('"').next().unwrap().contains(end));
    let link = link.unwrap_or_else(|| panic!("no link to {end}: {page}"));
    link.split('"').next().unwrap().to_owned()
}

/// The ids of what can be said of a row, the best first.
fn values(page: &str, number: &str) -> Vec<String> {
    let row = page.split(&format!("id=\"r-{number}\"")).nth(1).unwrap();
    let radios = row.split("type=\"radio\"").skip(1);
    let ids = radios.map(|radio| radio.split("value=\"").nth(1).unwrap());
    let ids = ids.map(|id| id.split('"').next().unwrap().to_owned());
    let own = row.matches(&format!("name=\"s-{number}\"")).count();
    ids.take(own).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_is_reported_reviewed_decided_and_read_by_residents() {
    let town = town().await;
    let noa = Desk::of(&town, "noa", &[(Role::Contributor, CARE)]).await;
    let robin = Desk::of(&town, "robin", &[(Role::Approver, CARE)]).await;
    let alex = Desk::of(&town, "alex", &[(Role::Registrar, CARE)]).await;
    let others = Desk::of(&town, "annan", &[(Role::Approver, OTHER)]).await;
    let report = led(&noa.page("/arbete/").await, "/rapportera");
    let review = report.replace("/rapportera", "/granska");
    let page = noa.page(&report).await;
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
    let row = number.to_string();
    let values = values(&page, &row);
    let (best, worst) = (&values[0], values.last().unwrap());
    let (status, why) = (format!("s-{row}"), format!("k-{row}"));
    let says = |value: &str, comment: &str, what: &str| {
        standing(&page, &[(&status, value), (&why, comment), ("gor", what)])
    };
    // What goes wrong asks why; a comment without a state asks for it. Nothing typed is lost.
    let silent = noa.post(&report, &says(worst, "", "spara")).await;
    assert_eq!(silent.status, 422);
    says!(
        silent.text(),
        &format!("href=\"#{why}\">"),
        ": skriv varför, och vad ni gör åt det."
    );
    let stateless = noa
        .post(&report, &says("", "Vi väntar på beslut.", "spara"))
        .await;
    assert_eq!(stateless.status, 422);
    says!(
        stateless.text(),
        &format!("href=\"#{status}\">"),
        ": välj hur det går.",
        "Vi väntar på beslut."
    );
    // As it was promised needs no word.
    let position = town.app.position();
    let saved = noa.post(&report, &says(best, "", "spara")).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert_eq!(town.app.position(), position + 1);
    let page = noa.page(&report).await;
    says!(page, "Utkast");
    let theirs = others.page(&report).await;
    assert!(
        !theirs.contains(&format!("id=\"r-{row}\"")),
        "another committee's"
    );
    assert_eq!(
        robin
            .page(&review)
            .await
            .matches("<fieldset class=\"rr")
            .count(),
        0
    );
    let sent = standing(&page, &[("gor", "skicka")]);
    for _ in 0..2 {
        let sent = noa.post(&report, &sent).await;
        assert!([303, 422].contains(&sent.status), "{}", sent.text());
    }
    assert_eq!(
        town.app.position(),
        position + 2,
        "a second click sends nothing"
    );
    // Sent back with a word, written anew, and then approved.
    let waits = robin.page(&review).await;
    says!(waits, "En rad att granska");
    let back = standing(&waits, &[(&why, "Hur många fick plats?")]);
    assert_eq!(robin.post(&review, &back).await.status, 303);
    let page = noa.page(&report).await;
    says!(
        page,
        "Det här behöver kompletteras:",
        "Hur många fick plats?"
    );
    let again = standing(&page, &[(&why, "Tjugo fick plats."), ("gor", "skicka")]);
    assert_eq!(noa.post(&report, &again).await.status, 303);
    let late = robin.post(&review, &back).await;
    assert_eq!(late.status, 422, "what was seen stands no more");
    let waits = robin.page(&review).await;
    says!(waits, "Tjugo fick plats.");
    assert_eq!(
        robin.post(&review, &standing(&waits, &[])).await.status,
        303
    );
    // The committee decides, and residents read it at once.
    assert!(!town.page(&address).await.contains("Tjugo fick plats."));
    let decide = led(&alex.page("/arbete/").await, &format!("/beslut/{CARE}"));
    let shown = alex.page(&decide).await;
    says!(shown, "Tjugo fick plats.");
    let early = [("dag", "2026-08-30"), ("paragraf", "61")];
    let refused = alex.post(&decide, &standing(&shown, &early)).await;
    assert_eq!(refused.status, 422, "before the day that it is about");
    let meeting = [("dag", "2026-09-02"), ("paragraf", "61")];
    let sent = standing(&shown, &meeting);
    for _ in 0..2 {
        let done = alex.post(&decide, &sent).await;
        assert_eq!(done.status, 303, "{}", done.text());
    }
    says!(town.page(&address).await, "Tjugo fick plats.", "§ 61");
    says!(noa.page(&report).await, "Beslutad");
}
