//! Looking among many goals, without a script: the form is sent and comes back with fewer to choose
//! from and everything that was typed.

use crate::desk::{Desk, form};
use crate::orders_and_lists::paste;
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const BODY: &str = "kommunstyrelsen";
const PLAN: &str = "/arbete/planer/2027/kommunstyrelsen";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

fn options(page: &str) -> Vec<String> {
    // What is seldom chosen is folded away, and is no part of what is looked through.
    let page = page.split("<details class=\"valj\"").next().unwrap();
    let options = page.split("name=\"val\"").skip(1);
    let said = options.map(|rest| rest.split("</label>").next().unwrap());
    said.map(str::to_owned).collect()
}

fn offers(page: &str, text: &str) -> bool {
    options(page).iter().any(|option| option.contains(text))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_narrows_what_is_offered_and_keeps_what_was_typed() {
    let town = town().await;
    let me = Desk::of(&town, "ks", &[(Role::Contributor, BODY)]).await;
    let path = new(&me.page(PLAN).await, "Åtagande");
    let page = me.page(&path).await;
    let all = options(&page).len();
    says!(page, "Leta bland det som går att välja");
    let goal = choice(&page, "Processmål");
    let typed = [
        ("text", "Ett löfte som \"inte\" är färdigt"),
        ("roll", "Kanslichef"),
        ("mangd", "tolv"),
        ("klart", "nästa vår"),
        ("val", goal.as_str()),
    ];
    // By the stem: *vägarna* finds *väg*.
    let look = |page: &str, words: &str, button: (&str, &str)| {
        let mut fields = typed.to_vec();
        fields.push(("sok", words));
        fields.push(button);
        form(page, &fields)
    };
    let reply = me
        .post(&path, &look(&page, "vägar jobb", ("leta", "1")))
        .await;
    assert_eq!(
        reply.status, 200,
        "to look is not to save, and no fault is told"
    );
    let found = reply.text();
    assert!(offers(&found, "Kortare väg till jobb"), "{found}");
    assert!(!offers(&found, "Alla barn får en bra start") || options(&found).len() < all);
    assert!(options(&found).len() < 4, "{:?}", options(&found));
    says!(
        found,
        "En träff",
        "visar ",
        "value=\"vägar jobb\"",
        "autofocus"
    );
    says!(
        found,
        "Ett löfte som",
        "value=\"Kanslichef\"",
        "value=\"tolv\"",
        "value=\"nästa vår\""
    );
    // What is chosen stays, also when it is not what is looked for.
    says!(found, &format!("value=\"{goal}\" checked"));
    // By what a goal stands under.
    let under = me
        .post(&path, &look(&page, "stadens gator", ("leta", "1")))
        .await;
    assert_eq!(under.status, 200);

    // Enter in the field looks, and elsewhere saves.
    let entered = me.post(&path, &look(&page, "jobb", ("retur", "1"))).await;
    assert_eq!(entered.status, 200);
    let saves = me
        .post(&path, &look(&entered.text(), "jobb", ("retur", "1")))
        .await;
    assert_eq!(saves.status, 422, "the amount is no figure");
    says!(saves.text(), "”tolv” är inget tal");
    assert!(options(&saves.text()).len() < all, "it stays narrowed");
    // All of them again.
    let again = me
        .post(&path, &look(&saves.text(), "jobb", ("allt", "1")))
        .await;
    assert_eq!(options(&again.text()).len(), all);
    assert!(!me.page(PLAN).await.contains("Ett löfte som"));

    // What was found and chosen is saved with what was chosen before.
    let word = choice(&found, "Processmål");
    let fields = [
        ("text", "Ett löfte"),
        ("val", &goal),
        ("val", &word),
        ("sok", "jobb"),
    ];
    let saved = me.post(&path, &form(&found, &fields)).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_searched_for_is_told_and_nothing_found_is_said() {
    let town = town().await;
    let me = Desk::of(&town, "ks", &[(Role::Contributor, BODY)]).await;
    let path = new(&me.page(PLAN).await, "Åtagande");
    let page = me.page(&path).await;
    let all = options(&page).len();
    let look = |words: &str| {
        form(
            &page,
            &[("text", "Ett löfte"), ("sok", words), ("leta", "1")],
        )
    };
    let none = me.post(&path, &look("rymdraket")).await;
    assert_eq!(none.status, 200);
    says!(
        none.text(),
        "Inget stämmer med det du letar efter",
        "Visa alla",
        "Ett löfte"
    );
    for (words, said) in [
        ("å".repeat(101), "högst 100 tecken"),
        ("?!".to_owned(), "Skriv minst ett ord"),
        ("a\u{1b}[31m".to_owned(), "tecken som inte går att läsa"),
    ] {
        let reply = me.post(&path, &look(&words)).await;
        assert_eq!(reply.status, 422, "{said}");
        says!(reply.text(), said, "id=\"sok-f\"", "Ett löfte");
        assert_eq!(options(&reply.text()).len(), all);
    }
    let script = me
        .post(&path, &look("<script>alert(1)</script>"))
        .await
        .text();
    assert!(!script.contains("<script>alert"), "{script}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_looked_at_with_fewer_goals_to_choose_from() {
    let town = town().await;
    let me = Desk::of(&town, "ks", &[(Role::Contributor, BODY)]).await;
    let path = paste(&me.page(PLAN).await);
    let page = me.page(&path).await;
    let fields = [
        ("lista", "Ett löfte\nEtt till"),
        ("sok", "jobb"),
        ("leta", "1"),
    ];
    let found = me.post(&path, &form(&page, &fields)).await;
    assert_eq!(found.status, 200);
    let found = found.text();
    says!(found, "Ett löfte\nEtt till");
    assert!(options(&found).len() < options(&page).len());
    let goal = choice(&found, "Processmål");
    let fields = [
        ("lista", "Ett löfte\nEtt till"),
        ("val", &goal),
        ("spara", "1"),
    ];
    assert_eq!(me.post(&path, &form(&found, &fields)).await.status, 303);
    assert!(!me.page(PLAN).await.contains("Saknar en koppling"));
}
