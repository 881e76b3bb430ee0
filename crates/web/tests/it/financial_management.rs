//! Good financial management, as a resident reads it.

use crate::town::Town;
use crate::year::{eskilstuna, exempelstad, link, said};
use jiff::civil::date;
use riktning_domain::bodies::BodyKind;
use riktning_domain::decisions::{Act, Authority, RecordDecision};
use riktning_domain::ids::DecisionId;
use riktning_domain::{Command, Dated};
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread")]
async fn a_year_shows_goals_judgement_result_and_auditors_side_by_side() {
    let town = exempelstad().await;
    let years = town.get("/god-ekonomisk-hushallning/", "").await;
    assert_eq!(link(&years, "2017"), "/god-ekonomisk-hushallning/2017");
    let page = said(&town.get("/god-ekonomisk-hushallning/2017", "").await);
    says!(
        page,
        "Kommunen Delvis uppnådd Två av tre finansiella mål nåddes, men bara ett av tre mål för verksamheten.",
        "Kommunen och bolagen tillsammans Uppnådd",
        "Kommunfullmäktige 29 mars 2018, § 35",
        "Kommunfullmäktige 14 juni 2016, § 62",
        "Finansiella mål 2 av 3 uppfyllda, 1 inte uppfyllt",
        "Investeringarna betalas utan nya lån Två nya förskolor betalades med lån. Inte uppfyllt",
        "Mål för verksamheten 1 av 3 uppfyllda, 1 delvis uppfyllt, 1 inte uppfyllt",
        "God ekonomisk hushållning är uppnådd när alla finansiella mål",
        "Regeln är ett råd.",
        "Målet för resultatet är 2,0 % av skatter och bidrag.",
        "114,0",
        "Revisorernas bedömning",
        "Kommunrevisionen 14 mars 2018, § 8",
        "Målen för verksamheten nås inte i tillräcklig grad.",
        "God ekonomisk hushållning 2018",
    );
    // The auditors' words stand in their own part and not among the municipality's.
    let own = page.find("Revisorernas bedömning").unwrap();
    let words = page.find("Målen för verksamheten nås inte i").unwrap();
    assert!(own < words);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_balanced_budget_result_stands_beside_the_result_with_its_source() {
    let real = eskilstuna().await;
    let list = said(&real.get("/god-ekonomisk-hushallning/", "").await);
    for (year, figure, source) in [
        (2013, "162 miljoner kronor", "Källa: Årsredovisning 2013"),
        (
            2020,
            "267 miljoner kronor",
            "Källa: Revisorernas granskning",
        ),
        (
            2022,
            "436 miljoner kronor",
            "Källa: Årsredovisningen för 2022",
        ),
    ] {
        assert!(list.contains(&year.to_string()), "{list}");
        let page = said(
            &real
                .get(&format!("/god-ekonomisk-hushallning/{year}"), "")
                .await,
        );
        says!(page, &format!("Balanskravsresultat : {figure} {source}"));
    }
    let without = said(&real.get("/god-ekonomisk-hushallning/2018", "").await);
    says!(without, "Balanskravsresultatet har inte hittats för året.");
    let town = Town::on(date(2026, 11, 29)).await;
    let of = async |year: i16| {
        let address = format!("/god-ekonomisk-hushallning/{year}");
        said(&town.server.get(&address, "").await)
    };
    for (year, result, counted) in [(2016, "149,0", 141), (2019, "62,0", 55), (2025, "47,0", 44)] {
        let figure = format!("Balanskravsresultat : {counted} miljoner kronor Källa: Påhittat");
        says!(of(year).await, result, &figure);
    }
    // A year that goes on has none yet, and that is no gap.
    says!(
        of(2026).await,
        "Året är inte slut. Balanskravsresultatet räknas fram till årsredovisningen."
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_on_an_earlier_day_knows_only_what_was_decided() {
    let town = exempelstad().await;
    let address = "/god-ekonomisk-hushallning/2018";
    let now = said(&town.get(address, "").await);
    says!(
        now,
        "Uppnås delvis De finansiella målen väntas nås.",
        "Det finns pengar för tre månaders utgifter Inte uppföljt än",
        "Inget resultat för hela kommunen har hittats för året.",
        "Revisorernas bedömning har inte hittats.",
    );
    let before = said(&town.get(&format!("{address}?per=2018-10-24"), "").await);
    assert!(!before.contains("väntas nås"), "{before}");
    says!(
        before,
        "Ingen beslutad bedömning har hittats för den här dagen.",
        "Finansiella mål 4, ingen bedömning hittad",
    );
    let early = said(&town.get(&format!("{address}?per=2017-06-12"), "").await);
    says!(early, "Vilka mål som budgeten pekar ut har inte hittats.",);
    for unknown in [
        "/god-ekonomisk-hushallning/1999",
        "/god-ekonomisk-hushallning/mal",
    ] {
        assert_eq!(town.get(unknown, "").await.status, 404, "{unknown}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_facts_tell_what_they_know_of_it_and_no_more() {
    let town = eskilstuna().await;
    let page = said(&town.get("/god-ekonomisk-hushallning/2023", "").await);
    says!(
        page,
        "Kommunen Delvis Fyra av fem finansiella mål och tre av åtta strategiska mål uppfyllda, övriga fem delvis",
        "Källan säger inte vem som bedömde",
        "Beslutet ej funnet.",
        "Årsredovisning och bokslut (2023)",
        "Vilka mål som budgeten pekar ut har inte hittats.",
        "Revisorernas bedömning har inte hittats.",
    );
    let aimed = said(&town.get("/god-ekonomisk-hushallning/2018", "").await);
    says!(
        aimed,
        "Målet för resultatet är 2,5 % av skatter och bidrag.",
        "158",
        "Ingen beslutad bedömning har hittats för den här dagen.",
    );
    let english = said(&town.get("/en/god-ekonomisk-hushallning/2023", "").await);
    says!(english, "Good financial management 2023");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_goal_that_was_withdrawn_since_is_struck_out_and_counted_apart() {
    let town = Town::on(date(2018, 11, 1)).await;
    let address = "/god-ekonomisk-hushallning/2018";
    let title = "Det finns pengar för tre månaders utgifter";
    let (council, goal) = town.app.published(date(2018, 11, 1), |p| {
        let council = p.bodies().find(|b| b.kind() == BodyKind::Council).unwrap();
        let goals = p.financial_management(2018).unwrap().goals.iter();
        let goal = goals.copied().find(|id| {
            let element = p.element(*id).unwrap();
            element.text().as_str().unwrap().replace('\u{ad}', "") == title
        });
        (council.id, goal.unwrap())
    });
    let before = said(&town.server.get(address, "").await);
    says!(before, "av 4 nås");
    assert!(!before.contains("återtaget"), "{before}");
    let decision = DecisionId(Uuid::from_u128(2018));
    town.perform(Command::RecordDecision(RecordDecision {
        decision,
        body: council,
        date: Dated::day_known(date(2018, 11, 1)),
        authority: Authority::Paragraph("177".into()),
        case_number: None,
        title: None,
        acts: vec![Act::Withdraw(goal)],
        seen: Vec::new(),
    }))
    .await;
    let reply = town.server.get(address, "").await;
    assert!(reply.text().contains("<del>"), "{}", reply.text());
    let after = said(&reply);
    says!(
        after,
        "av 3 nås",
        "Ett mål är återtaget och räknas inte med:",
        title,
        "Återtaget genom beslut av Kommunfullmäktige 1 november 2018, § 177",
    );
    // The day before it counted.
    let then = said(
        &town
            .server
            .get(&format!("{address}?per=2018-10-31"), "")
            .await,
    );
    says!(then, "av 4 nås");
}
