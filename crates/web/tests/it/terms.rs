//! Terms of office on screen: an election sets them for many bodies, and touches nothing that goes on.

use crate::desk::{Desk, body, form, form_to};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const TERMS: &str = "/arbete/mandattider";
const GROUP: &str = "kommunkoncernen";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

async fn strategist<'a>(town: &'a Town) -> Desk<'a> {
    Desk::of(town, "strateg", &[(Role::Strategist, GROUP)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_election_sets_the_terms_of_many_bodies_at_once_and_nothing_else() {
    let town = town().await;
    let desk = strategist(&town).await;
    says!(
        desk.page("/arbete/organisation").await,
        &format!("href=\"{TERMS}\"")
    );
    let page = desk.page(TERMS).await;
    says!(page, "Mandattider", "Efter ett val");
    let plan = desk.page("/arbete/planer/2027/kommunfullmaktige").await;
    let ids = ["grundskolenamnden", "kultur-och-fritidsnamnden"]
        .map(|slug| body(&town, slug).0.to_string());
    let fields = [
        ("organ", ids[0].as_str()),
        ("organ", ids[1].as_str()),
        ("fran", "2031-01-01"),
        ("till", "2034-12-31"),
    ];
    let position = town.app.position();
    let sent = form(&page, &fields);
    for _ in 0..2 {
        let done = desk.post(TERMS, &sent).await;
        assert_eq!(done.status, 303, "{}", done.text());
    }
    assert_eq!(town.app.position(), position + 2, "two terms, once");
    let page = desk.page(&format!("{TERMS}?gjort=sparat")).await;
    says!(page, "Det är sparat.");
    let days = "1 januari 2031 till och med 31 december 2034";
    assert_eq!(
        page.matches(&format!("<p>Sedan: {days}</p>")).count(),
        2,
        "{page}"
    );
    assert_eq!(
        desk.page("/arbete/planer/2027/kommunfullmaktige").await,
        plan
    );
    // A term that would lie over another is told of with whose it is, and nothing is half done.
    let over = [
        ("organ", ids[0].as_str()),
        ("fran", "2034-12-01"),
        ("till", "2038-12-31"),
    ];
    let wrong = desk.fill(TERMS, &over).await;
    assert_eq!(wrong.status, 422);
    says!(
        wrong.text(),
        "id=\"fran-f\"",
        "Grundskolenämnden: ",
        "2034-12-01"
    );
    assert_eq!(town.app.position(), position + 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_term_is_corrected_and_what_is_wrong_is_told_at_its_field() {
    let town = town().await;
    let desk = strategist(&town).await;
    let council = body(&town, "kommunfullmaktige").0.to_string();
    let fields = [
        ("organ", council.as_str()),
        ("fran", "2030-10-15"),
        ("till", "2034-10-14"),
    ];
    assert_eq!(desk.fill(TERMS, &fields).await.status, 303);
    let page = desk.page(TERMS).await;
    let row = page
        .split("15 oktober 2030 till och med 14 oktober 2034")
        .last()
        .unwrap();
    let id = row.split("name=\"ratta\" value=\"").nth(1).unwrap();
    let id = id.split('"').next().unwrap();
    let (from, to) = (format!("fran-{id}"), format!("till-{id}"));
    let shown = "2030-10-15/2034-10-14";
    says!(page, &format!("name=\"sedd-{id}\" value=\"{shown}\""));
    let sent = |first: &str, last: &str| {
        format!("ratta={id}&sedd-{id}={shown}&{from}={first}&{to}={last}")
    };
    let wrong = desk.post(TERMS, &sent("2030-10-15", "2029-10-14")).await;
    assert_eq!(wrong.status, 422);
    says!(
        wrong.text(),
        &format!("id=\"{to}-f\""),
        "value=\"2029-10-14\""
    );
    let right = desk.post(TERMS, &sent("2030-10-15", "2034-10-13")).await;
    assert_eq!(right.status, 303, "{}", right.text());
    let page = desk.page(TERMS).await;
    says!(page, "15 oktober 2030 till och med 13 oktober 2034");
    assert!(
        !page.contains("14 oktober 2034"),
        "it is corrected and not beside"
    );
    // A second click is the first; whoever had it open from before is told what it says now.
    let position = town.app.position();
    let again = desk.post(TERMS, &sent("2030-10-15", "2034-10-13")).await;
    assert_eq!(again.status, 303);
    let over = desk.post(TERMS, &sent("2030-10-15", "2034-10-20")).await;
    assert_eq!((over.status, town.app.position()), (422, position));
    says!(
        over.text(),
        "Någon annan har ändrat dagarna",
        "nu gäller 15 oktober 2030 till och med 13 oktober 2034",
        "value=\"2034-10-20\""
    );
    let own = form_to(&page, TERMS).1;
    assert!(!own.is_empty());
    let position = town.app.position();
    for (fields, field) in [
        (
            vec![("fran", "2038-10-15"), ("till", "2042-10-14")],
            "organ",
        ),
        (
            vec![
                ("organ", council.as_str()),
                ("fran", ""),
                ("till", "2042-10-14"),
            ],
            "fran",
        ),
        (
            vec![
                ("organ", council.as_str()),
                ("fran", "2038-10-15"),
                ("till", "igår"),
            ],
            "till",
        ),
        (
            vec![
                ("organ", "nej"),
                ("fran", "2038-10-15"),
                ("till", "2042-10-14"),
            ],
            "organ",
        ),
    ] {
        let answer = desk.fill(TERMS, &fields).await;
        assert_eq!(answer.status, 422, "{fields:?}");
        says!(answer.text(), &format!("id=\"{field}-f\""));
    }
    assert_eq!(town.app.position(), position);
}
