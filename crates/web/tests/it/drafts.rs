//! What is typed and not saved: kept while it is typed, shown when they come back, and read by
//! nobody else.

use crate::desk::{Desk, encoded, form, form_to, only, send};
use crate::plan_and_decide::{choice, link, new};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const BODY: &str = "vard-och-omsorgsnamnden";
const PLAN: &str = "/arbete/planer/2027/vard-och-omsorgsnamnden";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

async fn writer<'a>(town: &'a Town, login: &str) -> Desk<'a> {
    Desk::of(town, login, &[(Role::Contributor, BODY)]).await
}

/// Where the script of a page sends the fields.
fn keeps(page: &str) -> String {
    let rest = page.split_once("data-utkast=\"").unwrap().1;
    rest.split('"').next().unwrap().replace("&#38;", "&")
}

/// The form that is kept, of a page that has another one before it.
fn main_form(page: &str) -> String {
    let own = page.split("<form class=\"stapel bred\"").nth(1).unwrap();
    format!("<main<form{own}")
}

/// What the script sends: the fields as they are on the page, with some typed.
async fn type_in(desk: &Desk<'_>, page: &str, fields: &[(&str, &str)]) -> u16 {
    desk.post(&keeps(page), &form(page, fields)).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_stands_in_the_form_until_it_is_saved() {
    let town = town().await;
    let noa = writer(&town, "noa").await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let reply = noa.get(&path).await;
    let policy = reply.header("content-security-policy").unwrap().to_owned();
    assert!(
        policy.contains("script-src 'self'; connect-src 'self';") && !policy.contains("unsafe")
    );
    let page = reply.text();
    says!(
        page,
        "<script src=\"/static/work.",
        "role=\"status\" data-utloggad="
    );
    assert!(!page.contains("Det du skrev här finns kvar"));
    let goal = choice(&page, "Processmål");
    let position = town.app.position();
    let typed = [
        ("text", "Färre får <vänta>"),
        ("val", goal.as_str()),
        ("mangd", "tolv"),
    ];
    assert_eq!(type_in(&noa, &page, &typed[..1]).await, 200);
    assert_eq!(type_in(&noa, &page, &typed).await, 200);
    assert_eq!(town.app.position(), position, "no event");

    says!(
        noa.page("/arbete/").await,
        "Påbörjat och inte sparat",
        "Vård- och omsorgsnämnden</a>"
    );
    let again = noa.page(&path).await;
    says!(
        again,
        "Det du skrev här finns kvar",
        "Färre får &#60;vänta&#62;</textarea>",
        "value=\"tolv\"",
        &format!("value=\"{goal}\" checked")
    );
    says!(
        noa.page(&format!("/fi{path}")).await,
        "Tähän kirjoittamasi on yhä täällä"
    );
    let saved = [("text", "Färre får vänta"), ("val", goal.as_str())];
    let sent = form(&main_form(&again), &saved);
    assert_eq!(noa.post(&path, &sent).await.status, 303);
    assert!(
        !noa.page(&path)
            .await
            .contains("Det du skrev här finns kvar")
    );
    assert!(
        !noa.page("/arbete/")
            .await
            .contains("Påbörjat och inte sparat")
    );
    // What was on its way when it was saved comes too late.
    assert_eq!(noa.post(&keeps(&again), &sent).await.status, 205);
    assert!(
        !noa.page(&path)
            .await
            .contains("Det du skrev här finns kvar")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_somebody_else_changed_meanwhile_shows_both_texts() {
    let town = town().await;
    let (noa, kim) = (writer(&town, "noa").await, writer(&town, "kim2").await);
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let goal = choice(&noa.page(&path).await, "Processmål");
    let said = |text| [("text", text), ("val", goal.as_str())];
    assert_eq!(noa.fill(&path, &said("Första lydelsen")).await.status, 303);
    let plan = noa.page(PLAN).await;
    let row = plan.split("/arbete/ataganden/").nth(1).unwrap();
    let row = format!("/arbete/ataganden/{}", link(row));
    let page = noa.page(&row).await;
    assert_eq!(type_in(&noa, &page, &said("Min halva mening")).await, 200);
    assert!(
        !kim.page(&row).await.contains("Min halva mening"),
        "nobody else"
    );
    assert_eq!(kim.fill(&row, &said("Kims lydelse")).await.status, 303);
    let back = noa.page(&row).await;
    says!(
        back,
        "Det här är sparat nu",
        "Kims lydelse",
        "Min halva mening</textarea>"
    );
    // Thrown away: the form is as it stands.
    let (to, own) = form_to(&back, "/arbete/utkast/slang");
    let thrown = noa.post(&to, &only(own)).await;
    assert_eq!(thrown.header("location"), Some(row.as_str()));
    let page = noa.page(&row).await;
    assert!(page.contains("Kims lydelse</textarea>") && !page.contains("halva"));
    // What says what stands is nothing that was left.
    assert_eq!(type_in(&noa, &page, &said("Kims lydelse")).await, 200);
    assert!(!noa.page(&row).await.contains("Det du skrev här finns kvar"));
    assert!(
        !noa.page("/arbete/")
            .await
            .contains("Påbörjat och inte sparat")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_in_one_tab_stands_when_another_is_saved_and_goes_with_its_own_form() {
    let town = town().await;
    let noa = writer(&town, "noa").await;
    let path = new(&noa.page(PLAN).await, "Åtagande");
    let (one, other) = (noa.page(&path).await, noa.page(&path).await);
    let goal = choice(&one, "Processmål");
    assert_eq!(
        type_in(&noa, &one, &[("text", "I den ena fliken")]).await,
        200
    );
    let said = [("text", "I den andra fliken"), ("val", goal.as_str())];
    assert_eq!(noa.post(&path, &form(&other, &said)).await.status, 303);
    says!(noa.page(&path).await, "I den ena fliken</textarea>");
    // A fault, and typed on: what was kept before the fault goes when it is saved.
    let left = noa.page(&path).await;
    let wrong = form(&main_form(&left), &[("text", "")]);
    let faulty = noa.post(&path, &wrong).await;
    assert_eq!(faulty.status, 422);
    let again = form(
        &faulty.text(),
        &[("text", "I den tredje"), ("val", goal.as_str())],
    );
    assert_eq!(noa.post(&path, &again).await.status, 303);
    assert!(
        !noa.page(&path)
            .await
            .contains("Det du skrev här finns kvar")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_and_a_notice_are_kept_and_nothing_but_forms_of_ours() {
    let town = town().await;
    let noa = writer(&town, "noa").await;
    let plan = noa.page(PLAN).await;
    let list = plan.split("/lista?").nth(1).unwrap();
    let list = format!("{PLAN}/lista?{}", list.split('"').next().unwrap());
    let page = noa.page(&list).await;
    assert_eq!(type_in(&noa, &page, &[("lista", "Ett\nTvå")]).await, 200);
    says!(
        noa.page(&list).await,
        "Ett\nTvå</textarea>",
        "Det du skrev här finns kvar"
    );

    let sam = Desk::of(&town, "webb", &[(Role::Editor, "kommunkoncernen")]).await;
    let new = "/arbete/webbplats/driftinformation/ny";
    let page = sam.page(new).await;
    assert_eq!(
        type_in(&sam, &page, &[("rubrik-sv", "Halv rubrik")]).await,
        200
    );
    says!(
        sam.page(new).await,
        "value=\"Halv rubrik\"",
        "Det du skrev här finns kvar"
    );
    assert!(!town.page("/driftinformation").await.contains("Halv rubrik"));

    // Nobody signed in: the script is told so, and the fields are carried nowhere.
    let ended = send(
        &town,
        &keeps(&page),
        "",
        &form(&page, &[("rubrik-sv", "Borta")]),
    )
    .await;
    assert_eq!(ended.header("location"), Some("/logga-in"));
    assert!(!ended.text().contains("Borta"));

    let key = "nyckel=00000000-0000-0000-0000-000000000001&text=x";
    for form in [
        "/arbete/losenord",
        "/arbete/konto/tva-steg",
        "/vision",
        "//evil.example/arbete/ataganden/1",
        "https://evil.example/arbete/",
        "/arbete/planer/../losenord/nytt",
        "/arbete/planer/2027/../../konto/nytt",
        "/arbete/ataganden/../konto",
        "/arbete/ataganden/./1",
        "/arbete/ataganden/%2e%2e/konto",
        "/arbete/webbplats/driftinformation/..",
        "",
    ] {
        let to = format!("/arbete/utkast?form={}&rubrik=x", encoded(form));
        assert_eq!(noa.post(&to, key).await.status, 404, "{form}");
        let thrown = format!("form={}", encoded(form));
        assert_eq!(
            noa.post("/arbete/utkast/slang", &thrown).await.status,
            404,
            "{form}"
        );
    }
    let form = encoded("/arbete/ataganden/1");
    let to = format!("/arbete/utkast?form={form}&rubrik=x");
    assert_eq!(noa.post(&to, "text=utan+nyckel").await.status, 404);
    // What would turn the text of the desk around is no heading.
    for turned in ["%E2%80%AEKontot", "Rad%E2%81%A6", "Rad%0Atill", "Rad%C2%85"] {
        let to = format!("/arbete/utkast?form={form}&rubrik={turned}");
        assert_eq!(noa.post(&to, key).await.status, 404, "{turned}");
    }
    let heavy = format!("{key}{}", "a".repeat(300_000));
    assert_eq!(noa.post(&to, &heavy).await.status, 413);
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_forms_are_kept_and_what_is_left_of_a_row_that_is_gone_is_shown() {
    let town = town().await;
    let noa = writer(&town, "noa").await;
    for number in 1..=52 {
        let form = encoded(&format!("/arbete/ataganden/9{number:03}"));
        let to = format!("/arbete/utkast?form={form}&rubrik=Rad%20{number:03}");
        let typed = "nyckel=00000000-0000-0000-0000-000000000001&text=Mitt+ord";
        assert_eq!(noa.post(&to, typed).await.status, 200);
    }
    let desk = noa.page("/arbete/").await;
    assert_eq!(desk.matches(">Rad 0").count(), 50);
    assert!(!desk.contains(">Rad 002<"), "the first ones made room");
    let gone = noa.get("/arbete/ataganden/9052").await;
    assert_eq!(gone.status, 409);
    let gone = gone.text();
    says!(gone, "Mitt ord");
    let (to, own) = form_to(&gone, "/arbete/utkast/slang");
    let thrown = noa.post(&to, &only(own)).await;
    assert_eq!(thrown.header("location"), Some("/arbete/"));
    assert_eq!(noa.get("/arbete/ataganden/9052").await.status, 404);
    assert!(!noa.page("/arbete/").await.contains(">Rad 052<"));
    assert_eq!(noa.get("/arbete/ataganden/9001").await.status, 404);
}
