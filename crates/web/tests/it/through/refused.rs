//! Each link of the chain, broken: nobody is let in by what is not a service's own word for this
//! very sign-in. Beside each stands the same unbroken, which lets somebody in.

use super::{kim, service};
use crate::desk::encoded;
use crate::house::Reply;
use crate::service::{Browser, field, town, with};
use crate::town::Town;
use jiff::SignedDuration;
use riktning_app::providers::{ProviderSettings, ServiceSecret};

const OVER: &str = "Inloggningen gick inte att slutföra";
const UNTRUSTED: &str = "gick inte att lita på, så du är inte inloggad";

/// A browser that was sent away, and what it was sent with and came back with.
struct Sent<'a> {
    browser: Browser<'a>,
    back: String,
}

async fn sent<'a>(town: &'a Town, change: impl Fn(&str) -> String) -> Sent<'a> {
    let browser = Browser::new(town);
    let away = browser.begin("kommunen", "till=").await;
    let back = browser.abroad(&change(&away), "kim").await;
    Sent { browser, back }
}

async fn unchanged(town: &Town) -> Sent<'_> {
    sent(town, str::to_owned).await
}

/// Nobody was let in, the page says so, and nothing of what is inside stands in it.
async fn refused(browser: &Browser<'_>, reply: &Reply, status: u16, said: &str) {
    let page = reply.text();
    assert_eq!(reply.status, status, "{page}");
    says!(page, said, "formaction=\"/logga-in/via/kommunen\"");
    for inside in [
        "invalid_grant",
        "nonce",
        "JWT",
        "token",
        "client",
        "secret",
        "127.0.0.1:",
    ] {
        assert!(!page.contains(inside), "{inside}: {page}");
    }
    assert!(!browser.is_in().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_of_another_sign_in_or_another_browser_lets_nobody_in() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    kim(&service, &["skribenter"]).await;
    // Another state, none, and two.
    for state in [Some("ett-annat"), Some(""), None] {
        let Sent { browser, back } = unchanged(&town).await;
        let reply = browser.get(&with(&back, "state", state)).await;
        refused(&browser, &reply, 400, OVER).await;
        // It was not this sign-in's answer: that one still goes on.
        assert_eq!(browser.get(&back).await.status, 303, "the control");
    }
    let Sent { browser, back } = unchanged(&town).await;
    let twice = format!("{back}&state=ett-annat");
    refused(&browser, &browser.get(&twice).await, 400, OVER).await;
    // Somebody else's answer, as a link that they send: their sign-in in this browser.
    let Sent { back, .. } = unchanged(&town).await;
    let victim = Browser::new(&town);
    refused(&victim, &victim.get(&back).await, 400, OVER).await;
    victim.begin("kommunen", "till=").await;
    refused(&victim, &victim.get(&back).await, 400, OVER).await;
    let cookie = "x".repeat(64);
    let own = ("riktning-via".to_owned(), cookie);
    victim.cookies.borrow_mut().extend([own]);
    refused(&victim, &victim.get(&back).await, 400, OVER).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_does_not_say_that_it_is_this_services_lets_nobody_in() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    kim(&service, &["skribenter"]).await;
    let other = encoded("https://login.example.com");
    for iss in [Some(other.as_str()), Some(""), None] {
        let Sent { browser, back } = unchanged(&town).await;
        let reply = browser.get(&with(&back, "iss", iss)).await;
        refused(&browser, &reply, 403, UNTRUSTED).await;
        // A sign-in whose answer was tampered with is over.
        refused(&browser, &browser.get(&back).await, 400, OVER).await;
    }
    let Sent { browser, back } = unchanged(&town).await;
    assert_eq!(browser.get(&back).await.status, 303, "the control");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_challenge_or_a_nonce_that_was_changed_on_the_way_lets_nobody_in() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    kim(&service, &["skribenter"]).await;
    // Base64url of 32 bytes, as a challenge is: of somebody who wants to use the code themselves.
    let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    let Sent { browser, back } =
        sent(&town, |away| with(away, "code_challenge", Some(challenge))).await;
    refused(&browser, &browser.get(&back).await, 403, UNTRUSTED).await;
    let Sent { browser, back } = sent(&town, |away| with(away, "nonce", Some("en-annan"))).await;
    refused(&browser, &browser.get(&back).await, 403, UNTRUSTED).await;
    let Sent { browser, back } = sent(&town, |away| with(away, "nonce", None)).await;
    refused(&browser, &browser.get(&back).await, 403, UNTRUSTED).await;
    let Sent { browser, back } = unchanged(&town).await;
    assert_eq!(browser.get(&back).await.status, 303, "the control");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_taken_once_and_for_its_own_sign_in() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    kim(&service, &["skribenter"]).await;
    let first = unchanged(&town).await;
    assert_eq!(first.browser.get(&first.back).await.status, 303);
    let again = first.browser.get(&first.back).await;
    assert_eq!(again.status, 400, "the same answer again is nobody's");
    assert!(first.browser.is_in().await, "and ends nothing");
    // The used code, and one that somebody else was given and has not used, in another's answer.
    for spent in [true, false] {
        let other = unchanged(&town).await;
        if spent {
            assert_eq!(other.browser.get(&other.back).await.status, 303);
        }
        let Sent { browser, back } = unchanged(&town).await;
        let code = field(&other.back, "code");
        let reply = browser.get(&with(&back, "code", Some(&code))).await;
        refused(&browser, &reply, 403, UNTRUSTED).await;
    }
    let Sent { browser, back } = unchanged(&town).await;
    let reply = browser.get(&with(&back, "code", None)).await;
    refused(&browser, &reply, 403, UNTRUSTED).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_is_not_the_services_word_for_this_program_now_lets_nobody_in() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    kim(&service, &["skribenter"]).await;
    for trick in [
        "aud", "aud-list", "iss", "exp", "iat", "nbf", "nonce", "azp", "unsigned", "hmac",
        "stranger",
    ] {
        service.plays(trick).await;
        let Sent { browser, back } = unchanged(&town).await;
        let reply = browser.get(&back).await;
        assert_eq!(reply.status, 403, "{trick}");
        refused(&browser, &reply, 403, UNTRUSTED).await;
    }
    assert!(town.app.everybody().is_empty(), "nobody came of it");
    // A clock that is half a minute off is nobody's trick.
    for good in ["skew", "late", ""] {
        service.plays(good).await;
        let Sent { browser, back } = unchanged(&town).await;
        assert_eq!(browser.get(&back).await.status, 303, "the control: {good}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_answer_of_one_service_is_not_taken_for_anothers() {
    let (good, evil) = (service!("kommunen"), service!("bolaget"));
    let (town, _) = town(vec![good.settings(), evil.settings()], false).await;
    kim(&good, &["chefer"]).await;
    kim(&evil, &["chefer"]).await;
    // The good one's answer brought to the other's address, with either's state.
    let Sent { browser, back } = unchanged(&town).await;
    let there = back.replace("/via/kommunen", "/via/bolaget");
    refused(&browser, &browser.get(&there).await, 400, OVER).await;
    let away = browser.begin("bolaget", "till=").await;
    let mixed = with(&there, "state", Some(&field(&away, "state")));
    refused(&browser, &browser.get(&mixed).await, 403, UNTRUSTED).await;
    // And the other's at the good one's.
    let away = browser.begin("bolaget", "till=").await;
    let theirs = browser.abroad(&away, "kim").await;
    let own = browser.begin("kommunen", "till=").await;
    let mixed = theirs.replace("/via/bolaget", "/via/kommunen");
    let mixed = with(&mixed, "state", Some(&field(&own, "state")));
    refused(&browser, &browser.get(&mixed).await, 403, UNTRUSTED).await;
    // Two at once in one browser, each at its own: both are waited for.
    let first = browser.begin("kommunen", "till=").await;
    let second = browser.begin("bolaget", "till=").await;
    let (first, second) = (
        browser.abroad(&first, "kim").await,
        browser.abroad(&second, "kim").await,
    );
    assert_eq!(browser.get(&second).await.status, 303);
    assert!(browser.is_in().await);
    assert_eq!(browser.get(&first).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_is_away_too_long_begins_anew() {
    let service = service!("kommunen");
    let (town, hands) = town(vec![service.settings()], false).await;
    kim(&service, &["skribenter"]).await;
    let Sent { browser, back } = unchanged(&town).await;
    hands.turn(SignedDuration::from_mins(15));
    refused(&browser, &browser.get(&back).await, 400, OVER).await;
    let Sent { browser, back } = unchanged(&town).await;
    hands.turn(SignedDuration::from_secs(14 * 60 + 59));
    assert_eq!(browser.get(&back).await.status, 303, "the control");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_ends_the_one_that_the_browser_had() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    kim(&service, &["skribenter"]).await;
    let browser = Browser::new(&town);
    browser.comes_in("kommunen", "kim").await;
    let before = browser.cookies.borrow().clone();
    browser.comes_in("kommunen", "kim").await;
    let after = browser.cookies.borrow().clone();
    assert_ne!(before, after);
    assert!(browser.is_in().await);
    let old = Browser::new(&town);
    old.cookies.borrow_mut().extend(before);
    assert!(!old.is_in().await);
    // By a password too.
    let person = riktning_app::people::new_person();
    town.app
        .add_person(person, "love", "Love Exempel")
        .await
        .unwrap();
    let once = town.app.one_time_password(person).await.unwrap();
    let form = format!("login=love&losenord={once}");
    assert_eq!(browser.post("/logga-in", &form).await.status, 303);
    old.cookies.borrow_mut().extend(after);
    assert!(!old.is_in().await);
    says!(browser.page("/arbete/").await, "Love Exempel");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_is_away_is_told_of_and_a_password_still_lets_in() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    kim(&service, &["skribenter"]).await;
    let away = unchanged(&town).await;
    let settings = service.settings();
    drop(service);
    // While somebody was there.
    let reply = away.browser.get(&away.back).await;
    let said = "svarar inte just nu, så det går inte att logga in den vägen";
    refused(&away.browser, &reply, 503, said).await;
    // Before anybody was: nothing is known of it, and what was typed stands.
    let (empty, _) = self::town(vec![settings], false).await;
    let browser = Browser::new(&empty);
    for _ in 0..2 {
        let sent = "till=%2Farbete%2Fkonto&buret.text=Mitt+mål";
        let reply = browser.post("/logga-in/via/kommunen", sent).await;
        assert_eq!(reply.status, 503);
        says!(reply.text(), said, "Mitt mål", "value=\"/arbete/konto\"");
    }
    super::love(&empty).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn new_keys_of_a_service_are_asked_for_and_old_ones_no_longer_taken() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    kim(&service, &["skribenter"]).await;
    let browser = Browser::new(&town);
    browser.comes_in("kommunen", "kim").await;
    service.told(serde_json::json!({ "rotate": true })).await;
    browser.comes_in("kommunen", "kim").await;
    browser.comes_in("kommunen", "kim").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_service_or_a_browser_says_of_a_fault_is_told_in_words_of_ours() {
    let service = service!("kommunen");
    let wrong = ProviderSettings {
        client_secret: Some(ServiceSecret("not-the-secret".to_owned())),
        ..service.settings()
    };
    let (town, _) = town(vec![wrong], false).await;
    kim(&service, &["skribenter"]).await;
    let Sent { browser, back } = unchanged(&town).await;
    refused(&browser, &browser.get(&back).await, 403, UNTRUSTED).await;
    for (error, status, said) in [
        (
            "access_denied",
            403,
            "släppte inte in dig, eller så avbröt du",
        ),
        ("server_error", 503, "svarar inte just nu"),
        ("%3Cscript%3Ealert(1)%3C%2Fscript%3E", 403, UNTRUSTED),
    ] {
        let Sent { browser, back } = unchanged(&town).await;
        let back = with(&back, "code", None);
        let told = "error_description=invalid_grant+JWT+client";
        let reply = browser.get(&format!("{back}&error={error}&{told}")).await;
        refused(&browser, &reply, status, said).await;
        assert!(!reply.text().contains("alert("));
    }
    let none = browser.get("/logga-in/via/kommunen").await;
    refused(&browser, &none, 400, OVER).await;
    let nowhere = "/logga-in/via/en-annan";
    assert_eq!(browser.get(nowhere).await.status, 404);
    assert_eq!(browser.post(nowhere, "till=").await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_calls_itself_something_else_is_away() {
    let service = service!("kommunen");
    let other = ProviderSettings {
        issuer: service.address.replace("127.0.0.1", "localhost"),
        ..service.settings()
    };
    let (town, _) = town(vec![other], false).await;
    let browser = Browser::new(&town);
    let reply = browser.post("/logga-in/via/kommunen", "till=").await;
    refused(&browser, &reply, 503, "svarar inte just nu").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_known_by_another_claim_is_known_by_that_and_by_no_lack_of_it() {
    let service = service!("kommunen");
    let by = |person: &str| ProviderSettings {
        person: person.to_owned(),
        ..service.settings()
    };
    let (town, _) = town(vec![by("employee_number")], false).await;
    let Sent { browser, back } = unchanged(&town).await;
    refused(&browser, &browser.get(&back).await, 403, UNTRUSTED).await;
    assert!(town.app.everybody().is_empty());
    // Two who have it in common are one, whatever the service calls them beside it.
    let (town, _) = self::town(vec![by("family_name")], false).await;
    for sub in ["kim", "kim-2"] {
        let own =
            serde_json::json!({ "name": "Kim Exempel", "family_name": "E-117", "groups": [] });
        service.says(sub, own).await;
        Browser::new(&town).comes_in("kommunen", sub).await;
    }
    assert_eq!(town.app.everybody().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn when_too_much_is_carried_what_was_typed_stays_on_the_page() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    let browser = Browser::new(&town);
    let long = format!("till=&buret.text={}", "x".repeat(250_000));
    let mut taken = 0;
    let full = loop {
        let reply = browser.post("/logga-in/via/kommunen", &long).await;
        if reply.status != 200 {
            break reply;
        }
        taken += 1;
        assert!(taken < 100, "there is an end to it");
    };
    assert!(taken > 50, "{taken}");
    assert_eq!(full.status, 503);
    let page = full.text();
    says!(
        page,
        "så många in att det du skrev inte får plats",
        &"x".repeat(250_000)
    );
    // Whoever carries nothing is sent all the same.
    browser.begin("kommunen", "till=").await;
}
