//! Signing in through a real sign-in service: what lets somebody in, and each thing that does not.

mod groups;
mod refused;

use crate::desk::{Desk, encoded};
use crate::house::Running;
use crate::service::{Browser, PUBLIC, Service, field, leads_to, town, with};
use crate::town::Town;
use riktning_app::providers::{Providers, ServiceName, TwoSteps};
use riktning_domain::permissions::Role;
use riktning_web::{Settings, Site};
use serde_json::json;
use std::collections::BTreeMap;

/// A service that is started for a test, or the end of the test where there is no Node.
macro_rules! service {
    ($id:literal) => {
        match crate::service::Service::start($id) {
            Some(service) => service,
            None => return,
        }
    };
}
use service;

pub(crate) const BODY: &str = "vard-och-omsorgsnamnden";

/// Kim of the care committee, as a service tells of them.
pub(crate) async fn kim(service: &Service, groups: &[&str]) {
    let said = json!({
        "name": "Kim Exempel",
        "preferred_username": "kim@exempelstad.example",
        "groups": groups,
    });
    service.says("kim", said).await;
}

/// Somebody who looks after people, with a password of this program's.
pub(crate) async fn love(town: &Town) -> Desk<'_> {
    Desk::of(town, "love", &[(Role::Administrator, "kommunkoncernen")]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_is_sent_to_the_service_and_comes_back_signed_in() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    kim(&service, &["skribenter", "kaffe"]).await;
    let kim = Browser::new(&town);
    says!(
        kim.get("/logga-in").await.text(),
        "formaction=\"/logga-in/via/kommunen\"",
        "Logga in med Tjänsten kommunen",
        "name=\"losenord\""
    );
    let away = kim.begin("kommunen", "till=").await;
    assert!(away.starts_with(&service.address), "{away}");
    assert_eq!(field(&away, "code_challenge_method"), "S256");
    assert_eq!(field(&away, "response_type"), "code");
    assert_eq!(field(&away, "scope"), "openid+profile+groups");
    assert_eq!(field(&away, "ui_locales"), "sv");
    let back = encoded(&format!("{PUBLIC}/logga-in/via/kommunen"));
    assert_eq!(field(&away, "redirect_uri"), back);
    assert!(
        !away.contains("known-to-the-service"),
        "no secret goes by a browser"
    );
    let back = kim.abroad(&away, "kim").await;
    assert!(!kim.is_in().await, "not before the answer");
    let reply = kim.get(&back).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    assert_eq!(reply.header("location"), Some("/arbete/"));
    says!(kim.page("/arbete/").await, "Kim Exempel", "Rapportör");
    let held = kim.cookies.borrow().clone();
    assert_eq!(held.keys().collect::<Vec<_>>(), ["riktning"], "and no more");
    let everybody = town.app.everybody();
    assert_eq!(everybody[0].login, "kim@exempelstad.example");
    // The same somebody once more, under the name that they have by now.
    service
        .says(
            "kim",
            json!({ "name": " Kim\u{202e}\n Påhitt ", "groups": ["skribenter"] }),
        )
        .await;
    let telephone = Browser::new(&town);
    telephone.comes_in("kommunen", "kim").await;
    says!(telephone.page("/arbete/").await, "Kim Påhitt");
    assert_eq!(town.app.everybody().len(), 1);
    says!(
        telephone.page("/arbete/konto").await,
        "Du loggade in genom Tjänsten kommunen.",
        "är du fortfarande inloggad hos Tjänsten kommunen"
    );
    let left = telephone.post("/logga-ut", "").await;
    assert_eq!(left.status, 303);
    assert!(!telephone.is_in().await);
    assert!(kim.is_in().await, "the other device stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_gets_where_they_wanted_with_what_they_had_typed_and_nowhere_else() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    kim(&service, &["skribenter"]).await;
    let browser = Browser::new(&town);
    let to = format!("/arbete/planer/2027/{BODY}");
    let asked = browser.get(&to).await;
    let asked = asked.header("location").unwrap().to_owned();
    says!(
        browser.get(&asked).await.text(),
        &format!("name=\"till\" value=\"{to}\"")
    );
    let reply = browser.sign_in("kommunen", "kim", &to).await;
    assert_eq!(reply.header("location"), Some(to.as_str()));
    for elsewhere in [
        "https://evil.example/arbete/",
        "//evil.example/arbete/",
        "/\\evil/arbete",
    ] {
        let reply = browser.sign_in("kommunen", "kim", elsewhere).await;
        assert_eq!(reply.header("location"), Some("/arbete/"), "{elsewhere}");
    }
    // A form whose sign-in had ended goes along, a script and all, and is sent from a page of ours.
    let form = format!("{to}/nytt?niva=2");
    let typed = encoded("</textarea><script>Vi ska & vi \"vill\" 🧵");
    let ended = browser_without_sign_in(&town)
        .post(&form, &format!("text={typed}"))
        .await;
    assert_eq!(ended.status, 422);
    let text = ended.text();
    says!(
        text,
        "formaction=\"/logga-in/via/kommunen\"",
        "name=\"buret.text\""
    );
    let sent = format!("till={}&buret.text={typed}", encoded(&form));
    let away = browser.begin("kommunen", &sent).await;
    assert!(!away.contains("vill"), "what is typed goes to no service");
    let back = browser.abroad(&away, "kim").await;
    let resumed = browser.get(&back).await;
    assert_eq!(resumed.status, 200, "{}", resumed.text());
    says!(
        resumed.text(),
        "name=\"text\"",
        "&#60;/textarea&#62;&#60;script&#62;Vi ska &#38; vi &#34;vill&#34; 🧵"
    );
    assert!(browser.is_in().await);
}

fn browser_without_sign_in(town: &Town) -> Browser<'_> {
    Browser::new(town)
}

#[tokio::test(flavor = "multi_thread")]
async fn two_services_that_say_the_same_know_two_people_and_neither_is_somebody_here() {
    let (one, two) = (service!("kommunen"), service!("bolaget"));
    let (town, _) = town(vec![one.settings(), two.settings()], false).await;
    for service in [&one, &two] {
        let said = json!({ "name": service.id, "preferred_username": "love", "groups": [] });
        service.says("kim", said).await;
    }
    love(&town).await;
    let browsers = [Browser::new(&town), Browser::new(&town)];
    browsers[0].comes_in("kommunen", "kim").await;
    browsers[1].comes_in("bolaget", "kim").await;
    says!(browsers[0].page("/arbete/").await, ">kommunen</a>");
    says!(browsers[1].page("/arbete/").await, ">bolaget</a>");
    let everybody = town.app.everybody();
    assert_eq!(everybody.len(), 3, "{everybody:?}");
    for browser in &browsers {
        assert_eq!(
            browser.get("/arbete/personer").await.status,
            404,
            "nobody's roles"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_is_told_of_in_three_languages_and_answers_in_them() {
    let service = service!("kommunen");
    let each = [
        ("sv", "Kommunens inloggning"),
        ("fi", "Kunnan kirjautuminen"),
        ("en", "The town"),
    ];
    let each: BTreeMap<_, _> = each
        .into_iter()
        .map(|(l, name)| (l, name.to_owned()))
        .collect();
    let settings = riktning_app::providers::ProviderSettings {
        name: ServiceName::Each(each),
        ..service.settings()
    };
    let (town, _) = town(vec![settings], false).await;
    kim(&service, &[]).await;
    says!(
        Browser::new(&town).get("/fi/logga-in").await.text(),
        "Kirjaudu: Kunnan kirjautuminen"
    );
    let kim = Browser::new(&town);
    let page = kim
        .post("/en/logga-in/via/kommunen", "till=%2Fen%2Farbete%2Fkonto")
        .await
        .text();
    says!(page, "On to The town", "Go on to The town");
    let away = leads_to(&page);
    assert_eq!(field(&away, "ui_locales"), "en");
    let back = kim.abroad(&away, "kim").await;
    assert!(
        back.starts_with("/logga-in/via/kommunen?"),
        "one address for all languages"
    );
    // What goes wrong is told in the language in which it was begun.
    let denied = format!("{}&error=access_denied", with(&back, "code", None));
    let told = kim.get(&denied).await;
    assert_eq!(told.status, 403);
    says!(
        told.text(),
        "The town did not let you in, or you stopped it.",
        "lang=\"en\""
    );
    let away = leads_to(
        &kim.post("/en/logga-in/via/kommunen", "till=%2Fen%2Farbete%2Fkonto")
            .await
            .text(),
    );
    let reply = kim.get(&kim.abroad(&away, "kim").await).await;
    assert_eq!(reply.header("location"), Some("/en/arbete/konto"));
    says!(
        kim.page("/en/arbete/konto").await,
        "You signed in through The town."
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_no_role_is_told_so_and_whom_to_ask() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    kim(&service, &[]).await;
    let kim = Browser::new(&town);
    kim.comes_in("kommunen", "kim").await;
    let nobody = kim.page("/arbete/").await;
    says!(
        nobody,
        "Du är inloggad, Kim Exempel, men har ingen roll än",
        "Be den som sköter behörigheter i kommunen om en roll."
    );
    let love = love(&town).await;
    says!(
        kim.page("/arbete/").await,
        "Be den som sköter behörigheter om en roll:",
        "love Exempel"
    );
    // Whoever looks after people finds them in the list and gives them one, by hand.
    let list = love.page("/arbete/personer").await;
    says!(list, "kim@exempelstad.example", "Kan logga in");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_comes_through_a_service_has_no_password_here() {
    let service = service!("kommunen");
    let (town, _) = town(vec![service.settings()], false).await;
    kim(&service, &["skribenter"]).await;
    let kim = Browser::new(&town);
    kim.comes_in("kommunen", "kim").await;
    let page = kim.page("/arbete/losenord").await;
    says!(page, "Ditt lösenord byter du där.");
    assert!(!page.contains("name=\"nytt\""));
    assert!(!kim.page("/arbete/").await.contains("engångslösenord"));
    let long = encoded("en häst på sju ben");
    let sent = kim
        .post("/arbete/losenord", &format!("nytt={long}&igen={long}"))
        .await;
    assert_eq!(sent.status, 200, "nothing was taken");
    let form = format!("login=kim%40exempelstad.example&losenord={long}");
    assert_eq!(
        Browser::new(&town).post("/logga-in", &form).await.status,
        422
    );
    let love = love(&town).await;
    let id = town
        .app
        .everybody()
        .iter()
        .find(|p| p.login != "love")
        .unwrap()
        .id;
    let page = love.page(&format!("/arbete/personer/{id}")).await;
    says!(
        page,
        &format!("Loggar in genom {}.", service.address),
        "så länge personen är med i gruppen"
    );
    assert!(!page.contains("engangslosenord"));
    let once = love
        .post(&format!("/arbete/personer/{id}"), "gor=engangslosenord")
        .await;
    assert!(once.status >= 400, "{}", once.status);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_second_step_is_demanded_the_service_has_to_say_that_it_asked_for_one() {
    let service = service!("kommunen");
    let settings = service.settings();
    let kinds = TwoSteps::Kinds(vec!["urn:example:loa3".to_owned()]);
    for (when, trick, goes_on) in [
        (TwoSteps::Told, "", false),
        (TwoSteps::Told, "mfa", true),
        (TwoSteps::Told, "loa", false),
        (kinds.clone(), "", false),
        (kinds, "loa", true),
        (TwoSteps::Always, "", true),
    ] {
        let said = format!("{when:?} {trick}");
        let settings = riktning_app::providers::ProviderSettings {
            two_steps: when,
            ..settings.clone()
        };
        let (town, _) = town(vec![settings], true).await;
        service.plays(trick).await;
        // Whoever only reports is asked for nothing.
        kim(&service, &["skribenter"]).await;
        let writer = Browser::new(&town);
        writer.comes_in("kommunen", "kim").await;
        assert!(writer.is_in().await);
        kim(&service, &["chefer"]).await;
        let head = Browser::new(&town);
        head.comes_in("kommunen", "kim").await;
        let desk = head.get("/arbete/").await;
        if goes_on {
            assert_eq!(desk.status, 200, "{said}");
            continue;
        }
        assert_eq!(
            desk.header("location"),
            Some("/arbete/konto/tva-steg"),
            "{said}"
        );
        let page = head.page("/arbete/konto/tva-steg").await;
        says!(
            page,
            "Din roll kräver inloggning i två steg.",
            "har inte sagt"
        );
        assert!(
            !page.contains("name=\"gor\""),
            "none of this program's codes"
        );
        assert_eq!(head.post("/logga-ut", "").await.status, 303);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn over_https_what_the_browser_holds_goes_to_no_other_host_and_by_no_open_line() {
    let service = service!("kommunen");
    let app = Town::on(jiff::civil::date(2026, 10, 5)).await.app;
    let public = "https://mal.exempelstad.example";
    let settings = Settings {
        public_url: Some(public.to_owned()),
        providers: Providers::new(vec![service.settings()], public).unwrap(),
        ..Settings::default()
    };
    let server = Running::start(Site::new(&app, &settings)).await;
    let town = Town { app, server };
    let reply = Browser::new(&town)
        .post("/logga-in/via/kommunen", "till=")
        .await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    let cookie = reply.header("set-cookie").unwrap();
    assert!(cookie.starts_with("__Host-riktning-via="), "{cookie}");
    let rest = "; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=900";
    assert!(cookie.ends_with(rest), "{cookie}");
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    let away = leads_to(&reply.text());
    let back = encoded(&format!("{public}/logga-in/via/kommunen"));
    assert_eq!(field(&away, "redirect_uri"), back);
}
