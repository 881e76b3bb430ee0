//! The balance, as a resident reads it.

use crate::year::{eskilstuna, exempelstad, link, said};

#[tokio::test(flavor = "multi_thread")]
async fn the_balance_is_counted_by_side_and_judged_in_words_and_is_no_index() {
    let town = exempelstad().await;
    let start = town.get("/", "").await;
    assert_eq!(link(&start, "Se balansen"), "/balans");
    let page = said(&town.get("/balans", "").await);
    says!(
        page,
        "Balansen är ingen siffra.",
        "Vi åstadkommer mycket för dem som bor här, men det sliter på medarbetarna. Balansen är inte god.",
        "Kommunstyrelsen 9 oktober 2018, § 133",
        // What was judged before stands below, and is not written over.
        "Ekonomin är god och invånarna nöjdare",
        "Hållbar utveckling",
        "Effektiv organisation",
        // Five goals look outward and three inward; one of the five is not met, one partly.
        "Strategiska mål 2 av 5 nås, 2 nås delvis, 1 nås inte",
        "Strategiska mål 1 av 3 nås, 1 nås delvis, 1 går inte att bedöma",
        "Åtaganden och uppdrag 2018",
        "enligt plan",
        "Vård och sociala tjänster",
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_judgement_of_the_balance_is_told_from_the_day_of_its_decision() {
    let town = exempelstad().await;
    let before = said(&town.get("/balans?per=2018-10-08", "").await);
    assert!(!before.contains("Balansen är inte god"), "{before}");
    says!(before, "Ekonomin är god och invånarna nöjdare");
    let first = said(&town.get("/balans?per=2016-05-16", "").await);
    says!(
        first,
        "Ingen bedömning av balansen har hittats för den här dagen.",
        // No goal had been judged: silence is never counted as met.
        "5, ingen bedömning hittad",
    );
    // Before there was any direction the page says what is missing.
    let empty = said(&town.get("/balans?per=2014-06-01", "").await);
    says!(empty, "Inga perspektiv hittades för den här dagen.");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_sources_do_not_say_of_the_balance_is_said_to_be_missing() {
    let town = eskilstuna().await;
    let page = said(&town.get("/balans", "").await);
    says!(
        page,
        "Ingen bedömning av balansen har hittats för den här dagen.",
        "Hållbar utveckling",
        "inga hittades",
    );
    for (path, words) in [
        ("/en/balans", "The balance is not a number."),
        ("/fi/balans", "Tasapaino ei ole luku."),
    ] {
        says!(said(&town.get(path, "").await), words);
    }
}
