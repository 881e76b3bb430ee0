//! Translations on screen: what lacks one, the texts of a thing, two at once, and words that changed.

use crate::desk::{Desk, standing};
use crate::town::Town;
use jiff::civil::date;
use riktning_domain::permissions::Role;

const DESK: &str = "/arbete/webbplats/oversattningar";

/// Who has translated, as every form here says it.
const BY: (&str, &str) = ("av", "Kommunens översättare");

async fn editor<'a>(town: &'a Town, login: &str) -> Desk<'a> {
    Desk::of(town, login, &[(Role::Editor, "kommunkoncernen")]).await
}

/// Where the form of the first thing of a kind stands that lacks a language.
async fn first(desk: &Desk<'_>, kind: &str, language: &str) -> (String, String) {
    let list = desk
        .page(&format!("{DESK}?slag={kind}&sprak={language}"))
        .await;
    let below = list.split("id=\"saknar\"").nth(1).unwrap();
    let link = below.split("<a href=\"").nth(1).unwrap();
    let address = link.split('"').next().unwrap().to_owned();
    let title = link.split('>').nth(1).unwrap().split('<').next().unwrap();
    (address, title.to_owned())
}

/// The Swedish words of the first text of a form.
fn words(page: &str) -> String {
    let field = page.split("name=\"sv-1\" value=\"").nth(1).unwrap();
    field.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_lacks_a_language_is_counted_translated_and_on_the_site_at_once() {
    let town = Town::on(date(2026, 10, 5)).await;
    let sam = editor(&town, "webb").await;
    says!(
        sam.page("/arbete/webbplats").await,
        "href=\"/arbete/webbplats/oversattningar\""
    );
    let (at, title) = first(&sam, "ataganden", "fi").await;
    let page = sam.page(&at).await;
    says!(page, &title, "Vem har översatt?", "lang=\"fi\"");
    let before = town.app.position();
    let fields = [("fi-1", "Tämä on <b>käännetty</b>"), BY];
    let sent = standing(&page, &fields);
    for _ in 0..2 {
        let saved = sam.post(&at, &sent).await;
        let to = Some("/arbete/webbplats/oversattningar?slag=ataganden&gjort=sparat");
        assert_eq!(saved.header("location"), to, "{}", saved.text());
    }
    // The same form again is the same.
    assert_eq!(town.app.position(), before + 1);
    let found = town.page("/fi/sok?q=k%C3%A4%C3%A4nnetty").await;
    says!(found, "&lt;b&gt;");
    says!(found, "käännetty");
    let again = sam.page(&at).await;
    says!(again, "Tämä on &#60;b&#62;käännetty&#60;/b&#62;");
    // It is taken back by emptying it.
    let none = standing(&again, &[("fi-1", "")]);
    assert_eq!(sam.post(&at, &none).await.status, 303);
    assert!(
        !town
            .page("/fi/sok?q=k%C3%A4%C3%A4nnetty")
            .await
            .contains("&lt;b&gt;")
    );
}

/// Two editors who have opened the same form, of which the first has saved theirs.
struct Meanwhile<'a> {
    sam: Desk<'a>,
    kim: Desk<'a>,
    /// Where the form stands.
    at: String,
    /// What Sam saw before they saved.
    one: String,
    /// What Kim still sees.
    other: String,
}

async fn meanwhile(town: &Town) -> Meanwhile<'_> {
    let (sam, kim) = (editor(town, "webb").await, editor(town, "webb2").await);
    let (at, _) = first(&sam, "ataganden", "fi").await;
    let (one, other) = (sam.page(&at).await, kim.page(&at).await);
    let saved = standing(&one, &[("fi-1", "Ensimmäinen"), BY]);
    assert_eq!(sam.post(&at, &saved).await.status, 303);
    Meanwhile {
        sam,
        kim,
        at,
        one,
        other,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_translate_the_same_words_see_both_and_nothing_typed_is_lost() {
    let town = Town::on(date(2026, 10, 5)).await;
    let Meanwhile { kim, at, other, .. } = meanwhile(&town).await;
    let before = town.app.position();
    let second = kim
        .post(&at, &standing(&other, &[("fi-1", "Toinen"), BY]))
        .await;
    assert_eq!((second.status, town.app.position()), (422, before));
    says!(second.text(), "Ensimmäinen", "Toinen", "någon annan");
    // They have seen both now.
    let saved = kim.post(&at, &standing(&second.text(), &[])).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    says!(kim.page(&at).await, "Toinen");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_else_translated_meanwhile_is_not_taken_away_by_who_did_not_touch_it() {
    let town = Town::on(date(2026, 10, 5)).await;
    let Meanwhile {
        sam,
        kim,
        at,
        one,
        other,
    } = meanwhile(&town).await;
    // Another text, and the other language of the same text: both stand.
    let second = standing(&other, &[("fi-2", "Toinen"), ("en-1", "First"), BY]);
    let saved = kim.post(&at, &second).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    says!(kim.page(&at).await, "Ensimmäinen", "Toinen", "First");
    // What is shown beside a fault is what stands by then.
    let both = [("fi-2", "Kolmas"), BY];
    let late = sam.post(&at, &standing(&one, &both)).await;
    assert_eq!(late.status, 422);
    says!(late.text(), "Ensimmäinen</textarea>", "Toinen", "Kolmas");
    let saved = sam.post(&at, &standing(&late.text(), &[])).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    says!(kim.page(&at).await, "Ensimmäinen", "Kolmas", "First");
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_stand_there_no_more_are_not_translated_and_not_lost() {
    let town = Town::on(date(2026, 10, 5)).await;
    let sam = editor(&town, "webb").await;
    let (at, _) = first(&sam, "ataganden", "fi").await;
    let page = sam.page(&at).await;
    let fields = [
        ("sv-1", "Ord som ingen har beslutat"),
        ("fi-1", "Sanat"),
        BY,
    ];
    let before = town.app.position();
    let reply = sam.post(&at, &standing(&page, &fields)).await;
    assert_eq!((reply.status, town.app.position()), (422, before));
    says!(reply.text(), "Orden har ändrats", "Sanat", "Ord som ingen");
    says!(reply.text(), &words(&page));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_is_told_at_its_field() {
    let town = Town::on(date(2026, 10, 5)).await;
    let sam = editor(&town, "webb").await;
    let (at, _) = first(&sam, "ataganden", "en").await;
    let page = sam.page(&at).await;
    let before = town.app.position();
    let long = "long ".repeat(2_000);
    let fields = [
        ("en-1", long.as_str()),
        ("fi-1", "Soita Kimille 850101-1236"),
        ("av", ""),
    ];
    let reply = sam.post(&at, &standing(&page, &fields)).await;
    assert_eq!((reply.status, town.app.position()), (422, before));
    says!(
        reply.text(),
        "href=\"#en-1\"",
        "href=\"#fi-1\"",
        "href=\"#av\"",
        "Skriv vem som har översatt",
        "long long",
        "Soita Kimille"
    );
    // Nobody's name is on every page.
    let fields = [("en-1", "Short"), ("av", "Webb Exempel")];
    let reply = sam.post(&at, &standing(&page, &fields)).await;
    assert_eq!((reply.status, town.app.position()), (422, before));
    says!(reply.text(), "href=\"#av\"");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_judgement_of_a_thing_is_told_by_its_day() {
    let town = Town::on(date(2026, 10, 5)).await;
    let sam = editor(&town, "webb").await;
    let list = sam.page(&format!("{DESK}?slag=mal&sprak=en")).await;
    let forms = list.split("<a href=\"").skip(1);
    let forms = forms.map(|rest| rest.split('"').next().unwrap());
    let mut days = Vec::new();
    for at in forms.filter(|at| at.starts_with(&format!("{DESK}/"))) {
        let page = sam.page(at).await;
        let told = page.split("Bedömning, läget den ").skip(1);
        days.extend(told.map(|rest| rest.split('<').next().unwrap().to_owned()));
    }
    days.sort();
    days.dedup();
    assert!(days.len() > 1, "{days:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_is_not_found() {
    let town = Town::on(date(2026, 10, 5)).await;
    let sam = editor(&town, "webb").await;
    for query in [
        "?slag=finns-inte",
        "?sprak=sv",
        "?sida=0",
        "?sida=9999",
        "/rad-0",
        "/kommunen",
    ] {
        let reply = sam.get(&format!("{DESK}{query}")).await;
        assert_eq!(reply.status, 404, "{query}");
    }
    let writer = Desk::of(&town, "skriver", &[(Role::Strategist, "kommunkoncernen")]).await;
    assert_eq!(writer.get(DESK).await.status, 404);
    let (at, _) = first(&sam, "mal", "en").await;
    assert_eq!(writer.get(&at).await.status, 404);
}
