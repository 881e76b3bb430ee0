//! Whether a promise is clear: the program points at words and asks, and whoever writes answers.

use crate::desk::{Desk, form};
use crate::plan_and_decide::{choice, link, new};
use crate::town::Town;
use crate::year::exempelstad;
use jiff::civil::date;

const BODY: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_found_of_words_is_told_before_they_are_saved_and_nothing_is() {
    let town = Town::on(date(2026, 10, 5)).await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let page = noa.page(&path).await;
    // Nobody is told what is missing before they have written anything.
    assert!(found(&page).is_empty(), "{page}");
    let position = town.app.position();
    let tried = |fields: &[(&str, &str)]| form(&page, &[fields, &[("prova", "1")]].concat());
    let fields = [("text", "Verka för ro"), ("roll", "Enhetschef")];
    let said = noa.post(&path, &tried(&fields)).await;
    assert_eq!(said.status, 200);
    let told = found(&said.text());
    says!(
        told,
        "Tydligt",
        "”Verka för”: vad ska bli gjort?",
        "Ansvarsfördelat</span><span class=\"dold\">: uppfyllt",
        "Kvantifierbart: saknas",
        "Tidssatt: saknas"
    );
    // What is typed stands there, and the eye is led to what was found.
    says!(
        said.text(),
        "Verka för ro</textarea>",
        "value=\"Enhetschef\"",
        "id=\"prov\" tabindex=\"-1\" aria-live=\"polite\" autofocus"
    );
    let fields = [
        ("text", "Öppna två rum"),
        ("mangd", "2"),
        ("enhet", "rum"),
        ("klart", "2027-08"),
    ];
    let told = found(&noa.post(&path, &tried(&fields)).await.text());
    says!(
        told,
        "Ansvarsfördelat: saknas",
        "Kvantifierbart</span><span class=\"dold\">: uppfyllt",
        "Tidssatt</span><span class=\"dold\">: uppfyllt"
    );
    assert!(!told.contains("vad ska bli gjort?"), "{told}");
    // A fault is told at its field, and what can be found is found all the same.
    let fields = [
        ("text", "Öppna två rum"),
        ("mangd", "tva"),
        ("klart", "snart"),
    ];
    let faulty = noa.post(&path, &tried(&fields)).await;
    assert_eq!(faulty.status, 422);
    says!(faulty.text(), "id=\"mangd-f\"", "id=\"klart-f\"");
    says!(found(&faulty.text()), "Tidssatt: saknas");
    // A day that is said, and is not of the year, is not missing.
    let late = [("text", "Öppna två rum"), ("klart", "2029-06")];
    let late = noa.post(&path, &tried(&late)).await.text();
    says!(found(&late), "Tidssatt: dagen ligger utanför perioden");
    // However often it is said: whoever tries saves nothing.
    let twice = tried(&[("text", "Öppna två rum"), ("prova", "1")]);
    assert_eq!(noa.post(&path, &twice).await.status, 200);
    let empty = noa.post(&path, &tried(&[("text", "")])).await;
    assert_eq!(empty.status, 422);
    assert!(found(&empty.text()).is_empty());
    assert_eq!(town.app.position(), position);
}

/// What a form tells of the words in it.
fn found(page: &str) -> String {
    let told = page.split("id=\"prov\"").nth(1).unwrap();
    let told = told.split_once('>').unwrap().1;
    told.split("</div>").next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_vague_word_is_asked_about_and_a_reason_answers_until_the_words_are_others() {
    let town = Town::on(date(2026, 10, 5)).await;
    let noa = Desk::of_a_small_body(&town, BODY).await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let page = noa.page(&path).await;
    let goal = choice(&page, "Processmål");
    says!(page, "Tydligt ändå? Säg varför");
    let words = "Verka för ro samt öppna ett <rum>";
    let fields = |why| [("text", words), ("val", goal.as_str()), ("tydligt", why)];
    assert_eq!(noa.fill(&path, &fields("")).await.status, 303);

    let plan = noa.page(PLAN).await;
    says!(
        plan,
        "”Verka för”: vad ska bli gjort?",
        "”samt öppna”: är det ett löfte till? Skriv det i så fall för sig.",
    );
    let row = plan.split("/arbete/ataganden/").nth(1).unwrap();
    let row = format!("/arbete/ataganden/{}", link(row));
    let page = noa.page(&row).await;
    says!(page, "”Verka för”: vad ska bli gjort?");
    // On a page in another language the words are marked as Swedish.
    says!(
        noa.page(&format!("/fi{row}")).await,
        "”<span lang=\"sv\">Verka för</span>”: mitä saadaan tehdyksi?"
    );

    // It blocks nothing, and an answer that is too long is told of at its field with all typed.
    let long = "å".repeat(501);
    let faulty = noa.post(&row, &form(&page, &fields(&long))).await;
    assert_eq!(faulty.status, 422);
    says!(faulty.text(), &long, "id=\"tydligt-f\"");
    let why = "Rummet är ett & samma sak som ron.";
    let sent = form(&page, &fields(why));
    assert_eq!(noa.post(&row, &sent).await.status, 303);
    // The same form once more is the same, and with another reason it is not.
    assert_eq!(noa.post(&row, &sent).await.status, 303);
    let other = form(&page, &fields("Något annat"));
    assert_eq!(noa.post(&row, &other).await.status, 422);
    let plan = noa.page(PLAN).await;
    says!(plan, "Tydligt ändå: Rummet är ett &amp; samma sak som ron.");
    assert!(!plan.contains("vad ska bli gjort?"), "{plan}");

    // Other words are asked anew, whatever the form still held of the old reason.
    let page = noa.page(&row).await;
    let others = [
        ("text", "Verka för fler rum"),
        ("val", goal.as_str()),
        ("tydligt", why),
    ];
    assert_eq!(noa.post(&row, &form(&page, &others)).await.status, 303);
    says!(noa.page(PLAN).await, "”Verka för”: vad ska bli gjort?");
    let back = form(&noa.page(&row).await, &fields(why));
    assert_eq!(noa.post(&row, &back).await.status, 303);
    let letter = noa.page(&format!("{PLAN}/tjansteskrivelse.txt")).await;
    says!(letter, "Tydligt ändå: Rummet är ett & samma sak som ron.");

    // What was found of each of the words stands in the history of the row, with what answered it.
    let number = row.rsplit('/').next().unwrap();
    let history = noa
        .page(&format!("/arbete/historik/ataganden/{number}"))
        .await;
    says!(
        history,
        "Kriterierna",
        "Tydligt: ”Verka för”: vad ska bli gjort? ”samt öppna”: är det ett löfte till?",
        "Tydligt: uppfyllt",
        "Tidssatt: saknas"
    );

    // Residents read the reason when the promise is decided, and not what was asked.
    assert_eq!(noa.fill_hand_in(PLAN).await, 303);
    let decision = format!("{PLAN}/beslut");
    let fields = [
        ("dag", "2026-10-05"),
        ("paragraf", "88"),
        ("diarienummer", "EXS 2026:88"),
    ];
    assert_eq!(noa.fill(&decision, &fields).await.status, 303);
    let plan = noa.page(PLAN).await;
    let to = plan.split("Öppna sidan").next().unwrap();
    let public = town.page(&link(to.rsplit("href=\"").next().unwrap())).await;
    says!(
        public,
        "Tydligt ändå: Rummet är ett &amp; samma sak som ron."
    );
    assert!(!public.contains("vad ska bli gjort?"), "{public}");
}

#[tokio::test(flavor = "multi_thread")]
async fn exempelstad_has_a_promise_that_is_clear_all_the_same() {
    let town = exempelstad().await;
    let found = town.get("/sok?q=macken&per=2018-10-01", "").await.text();
    let to = found
        .split("verka-for-att-macken-finns-kvar")
        .next()
        .unwrap();
    let to = to.rsplit("href=\"").next().unwrap();
    let path = format!("{to}verka-for-att-macken-finns-kvar");
    let page = town.get(&path, "").await.text();
    says!(page, "Tydligt ändå: Macken är inte vår.");
}
