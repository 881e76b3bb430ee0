//! What a reader would stumble over is pointed at in rows, laws, offices and topics, and blocks nothing.

use crate::desk::{Desk, form, number};
use crate::plan_and_decide::{choice, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_app::proofread::Dictionary;
use riktning_domain::permissions::Role;

const BODY: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";
const UNKNOWN: &str = "Finns inte i ordlistan:";

/// A town whose dictionary knows few words.
async fn town() -> Town {
    let town = Town::on(date(2026, 10, 5)).await;
    let words = "6\nalla\nfår\nhjälp\nfler\nväljer\nsjälva\n";
    let dictionary = Dictionary::of("SET UTF-8\n", words).unwrap();
    town.app.teach(dictionary);
    town
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_row_that_is_saved_the_plan_says_what_there_is_to_look_at() {
    let town = town().await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let page = noa.page(&path).await;
    let goal = choice(&page, "Processmål");
    let good = [("text", "Alla får hjälp"), ("val", goal.as_str())];
    let saved = noa.post(&path, &form(&page, &good)).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    assert!(!saved.header("location").unwrap().contains("titta"));
    let page = noa.page(&path).await;
    let odd = [
        ("text", "Fler väljer sjelva"),
        ("beskrivning", "Alla får jälp"),
        ("val", goal.as_str()),
    ];
    let saved = noa.post(&path, &form(&page, &odd)).await;
    let plan = noa.page(saved.header("location").unwrap()).await;
    let row = number(&plan, "<h3>Fler väljer sjelva");
    let form_of = format!("/arbete/ataganden/{row}");
    says!(
        plan,
        "Det finns 2 saker att titta på. De hindrar ingenting.",
        &format!("<a href=\"{form_of}\">")
    );
    let page = noa.page(&form_of).await;
    says!(
        page,
        &format!("<li>{UNKNOWN} sjelva</li>"),
        &format!("<li>{UNKNOWN} jälp</li>")
    );
    // An address says nothing that is not so.
    let other = number(&plan, "<h3>Alla får hjälp");
    for odd in [other.as_str(), "999999", "x", ""] {
        let plan = noa.page(&format!("{PLAN}?gjort=sparat&titta={odd}")).await;
        assert!(!plan.contains("att titta på"), "{odd}");
    }
    let elected = Desk::of(&town, "ledamot", &[(Role::Reader, BODY)]).await;
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let plan = elected.page(&format!("{PLAN}?titta={row}")).await;
    assert!(!plan.contains("att titta på"));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_law_an_office_and_a_topic_their_forms_say_it() {
    let town = town().await;
    let kim = Desk::of(
        &town,
        "kim.ek",
        &[
            (Role::Strategist, "kommunstyrelsen"),
            (Role::Editor, "kommunstyrelsen"),
        ],
    )
    .await;
    let law = "/arbete/lagar/ny";
    let fields = [
        ("rubrik", "Påhittad lag"),
        ("galler", "Alla får jälp"),
        ("adress", "/finns-inte"),
        ("granska", "1"),
    ];
    let looked = kim.fill(law, &fields).await.text();
    says!(
        looked,
        &format!("<li>{UNKNOWN} jälp</li>"),
        "leder ingenstans på webbplatsen: /finns-inte"
    );
    let office = "/arbete/webbplats/kontakt/nytt";
    let fields = [("namn-sv", "Alla får jälp"), ("granska", "1")];
    let looked = kim.fill(office, &fields).await.text();
    says!(looked, &format!("<li>{UNKNOWN} jälp</li>"));
    let topics = kim.page("/arbete/malmodell/amnen").await;
    let topic = topics.split("<h3><a href=\"").nth(1).unwrap();
    let topic = topic.split('"').next().unwrap();
    let fields = [
        ("namn", "Alla får hjälp"),
        ("betyder", "Fler väljer sjelva"),
    ];
    assert_eq!(kim.fill(topic, &fields).await.status, 303);
    says!(kim.page(topic).await, &format!("<li>{UNKNOWN} sjelva</li>"));
}
