//! Passkeys on screen: added, signed in with, removed and taken away, by a device that the tests hold.

use crate::desk::{Desk, encoded, fields, plain, send};
use crate::device::Device;
use crate::house::{Reply, Running};
use crate::town::Town;
use jiff::civil::date;
use riktning_app::passkeys::Passkeys;
use riktning_domain::permissions::Role;
use riktning_web::{Settings, Site};

const OWN: &str = "/arbete/konto/passnycklar";
const SIGN_IN: &str = "/logga-in/passnyckel";
const ASK: &str = "/logga-in/passnyckel/fraga";
const PASSWORD: &str = "en häst på sju ben";
const SITE: &str = "http://localhost:8080";

async fn town(second_step: bool) -> Town {
    let settings = Settings {
        passkeys: Passkeys::at(SITE),
        second_step,
        ..Settings::default()
    };
    let app = Town::on(date(2026, 10, 5)).await.app;
    let server = Running::start(Site::new(&app, &settings)).await;
    Town { app, server }
}

/// Somebody with a password of their own.
async fn somebody<'a>(town: &'a Town, login: &str, roles: &[(Role, &str)]) -> Desk<'a> {
    let desk = Desk::of(town, login, roles).await;
    let own = format!("nytt={0}&igen={0}", encoded(PASSWORD));
    assert_eq!(desk.post("/arbete/losenord", &own).await.status, 303);
    desk
}

/// The form of a page that a script sends to an address.
fn form_of<'a>(page: &'a str, path: &str) -> &'a str {
    let action = format!("action=\"{path}\" data-passnyckel");
    let (_, rest) = page.split_once(&action).unwrap();
    rest.split("</form>").next().unwrap()
}

/// What stands in an attribute of a page.
fn attribute(page: &str, name: &str) -> String {
    let rest = page.split(&format!(" {name}=\"")).nth(1).unwrap();
    plain(rest.split('"').next().unwrap())
}

fn begun(name: &str, password: &str) -> String {
    fields([("gor", "borja"), ("namn", name), ("losenord", password)])
}

/// Adds a passkey of a device to whoever is signed in.
async fn adds(desk: &Desk<'_>, device: &mut Device) -> Reply {
    let ready = desk.post(OWN, &begun("Min telefon", PASSWORD)).await;
    assert_eq!(ready.status, 200, "{}", ready.text());
    let page = ready.text();
    let own = form_of(&page, OWN);
    let made = device.make(&attribute(own, "data-val"));
    let id = own.split("name=\"fraga\" value=\"").nth(1).unwrap();
    let id = id.split('"').next().unwrap();
    let form = fields([("gor", "klar"), ("fraga", id), ("svar", &made)]);
    desk.post(OWN, &form).await
}

/// A browser that is asked for a passkey: the form that it sends when a device has signed, and what
/// it holds.
async fn asked(town: &Town, device: &mut Device) -> (String, String) {
    let asked = send(town, ASK, "", "").await;
    assert_eq!(asked.status, 200);
    let json: serde_json::Value = serde_json::from_str(&asked.text()).unwrap();
    let answer = device.sign(&json["val"].to_string());
    let id = json["fraga"].as_str().unwrap();
    (fields([("fraga", id), ("svar", &answer)]), cookie(&asked))
}

async fn signs_in(town: &Town, device: &mut Device) -> Reply {
    let (form, held) = asked(town, device).await;
    send(town, SIGN_IN, &held, &form).await
}

fn cookie(reply: &Reply) -> String {
    let cookie = reply.header("set-cookie").unwrap();
    format!("cookie: {}\r\n", cookie.split(';').next().unwrap())
}

fn device() -> Device {
    Device::new(7, SITE)
}

#[tokio::test(flavor = "multi_thread")]
async fn one_is_added_by_the_password_and_signs_in_to_where_one_was_going() {
    let town = town(false).await;
    let (jag, mut device) = (somebody(&town, "jag", &[]).await, device());
    let page = jag.get(OWN).await;
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains("script-src 'self'; connect-src 'self';"));
    let page = page.text();
    says!(
        page,
        "Du har ingen passnyckel.",
        "data-adress=\"http://localhost:8080\"",
        "data-kan hidden><input type=\"hidden\" name=\"gor\" value=\"borja\">",
        "Passnycklar fungerar på http://localhost:8080",
    );
    assert!(!page.contains("value=\"ta-bort\""));
    for (form, said) in [
        (
            begun("Min telefon", "fel"),
            "Det är inte ditt nuvarande lösenord.",
        ),
        (begun(" ", PASSWORD), "Skriv ett namn på högst 100 tecken."),
    ] {
        let wrong = jag.post(OWN, &form).await;
        assert_eq!(wrong.status, 422);
        says!(wrong.text(), said);
    }
    let added = adds(&jag, &mut device).await;
    assert_eq!(added.status, 303, "{}", added.text());
    let page = jag.page(added.header("location").unwrap()).await;
    says!(
        page,
        "Passnyckeln är tillagd.",
        "Min telefon",
        "inte använd än"
    );
    says!(
        jag.page("/arbete/konto").await,
        "Min telefon",
        "inte använd än"
    );
    for (path, said) in [
        ("/en/arbete/konto/passnycklar", "not used yet"),
        ("/fi/arbete/konto/passnycklar", "ei vielä käytetty"),
    ] {
        says!(jag.page(path).await, said);
    }

    let page = town
        .server
        .get("/logga-in?till=/arbete/planer/2027", "")
        .await;
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains("script-src 'self'; connect-src 'self';"));
    let page = page.text();
    let own = form_of(&page, SIGN_IN);
    says!(
        own,
        "data-kan hidden",
        "value=\"/arbete/planer/2027\"",
        "Logga in med passnyckel"
    );
    let (form, held) = asked(&town, &mut device).await;
    let form = format!("{form}&till=/arbete/planer/2027");
    let signed = send(&town, SIGN_IN, &held, &form).await;
    assert_eq!(signed.header("location"), Some("/arbete/planer/2027"));
    let me = town.server.get("/arbete/konto", &cookie(&signed)).await;
    says!(me.text(), "Min telefon", "senast använd");
    let again = send(&town, SIGN_IN, &held, &form).await;
    assert_eq!(again.status, 422);
    says!(
        again.text(),
        "Det tog för lång tid att använda passnyckeln."
    );
    assert_eq!(jag.post(OWN, "gor=annat").await.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_is_for_one_browser_and_what_it_holds_leaves_it() {
    let town = town(false).await;
    let asked = send(&town, ASK, "", "").await;
    assert_eq!(asked.header("content-type"), Some("application/json"));
    assert_eq!(asked.header("cache-control"), Some("no-store"));
    let set = asked.header("set-cookie").unwrap();
    assert!(set.starts_with("riktning-nyckel="), "{set}");
    let rest = "; Path=/; HttpOnly; SameSite=Strict; Max-Age=300";
    assert!(set.ends_with(rest), "{set}");
    let (jag, mut device) = (somebody(&town, "jag", &[]).await, device());
    assert_eq!(adds(&jag, &mut device).await.status, 303);
    let (form, _) = self::asked(&town, &mut device).await;
    for other in [String::new(), cookie(&asked)] {
        let elsewhere = send(&town, SIGN_IN, &other, &form).await;
        assert_eq!(elsewhere.status, 422, "{other}");
        assert!(elsewhere.header("set-cookie").is_none());
    }
    let far = "x-forwarded-for: 192.0.2.1\r\n";
    assert_eq!(
        send(&town, ASK, far, "").await.status,
        200,
        "no proxy is trusted"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_goes_along() {
    let town = town(false).await;
    let (jag, mut device) = (somebody(&town, "jag", &[]).await, device());
    assert_eq!(adds(&jag, &mut device).await.status, 303);
    let form = "text=Ett+%3Cl%C3%B6fte";
    let ended = send(&town, "/arbete/planer/2027/kommunstyrelsen/nytt", "", form).await;
    let page = ended.text();
    let own = form_of(&page, SIGN_IN);
    says!(own, "name=\"buret.text\"", "Ett &#60;löfte");
    let along = "&till=/arbete/planer/2027&buret.text=Ett+%3Cl%C3%B6fte";
    let (form, held) = asked(&town, &mut device).await;
    let wrong = send(&town, SIGN_IN, "", &format!("{form}{along}")).await;
    says!(wrong.text(), "name=\"buret.text\"", "Ett &#60;löfte");
    let resumed = send(&town, SIGN_IN, &held, &format!("{form}{along}")).await;
    assert_eq!(resumed.status, 200);
    says!(
        resumed.text(),
        "action=\"/arbete/planer/2027\"",
        "Ett &#60;löfte"
    );
    // A password that was on its way when a sign-in ended is carried nowhere.
    let ended = send(&town, OWN, "", &begun("Nyckel", PASSWORD)).await;
    assert_eq!((ended.status, ended.text().contains("sju")), (303, false));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_not_let_in_reads_the_same_as_after_a_wrong_password() {
    let town = town(false).await;
    let said = "Det gick inte att logga in: användarnamn och lösenord hör inte ihop";
    let wrong = send(&town, "/logga-in", "", "login=jag&losenord=fel").await;
    says!(wrong.text(), said);
    let (jag, mut device) = (somebody(&town, "jag", &[]).await, device());
    assert_eq!(adds(&jag, &mut device).await.status, 303);
    let mut unknown = Device::new(9, SITE);
    unknown.user.clone_from(&device.user);
    let mut locked = device.clone();
    locked.unlocked = false;
    let everybody = town.app.everybody();
    let person = everybody.iter().find(|p| p.login == "jag").unwrap().id;
    let mut pages = Vec::new();
    for own in [&mut unknown, &mut locked] {
        pages.push(signs_in(&town, own).await);
    }
    town.app.bar_person(person).await.unwrap();
    pages.push(signs_in(&town, &mut device).await);
    town.app.erase_person(person).await.unwrap();
    pages.push(signs_in(&town, &mut device).await);
    for page in &pages {
        assert_eq!((page.status, page.text()), (422, pages[0].text()));
        says!(page.text(), said);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_is_removed_by_the_password_and_none_without_one_of_ones_own() {
    let town = town(false).await;
    let (jag, mut device) = (somebody(&town, "jag", &[]).await, device());
    assert_eq!(adds(&jag, &mut device).await.status, 303);
    let page = jag.page(OWN).await;
    let which = page.split("<option value=\"").nth(1).unwrap();
    let which = which.split('"').next().unwrap();
    let remove = |password| {
        fields([
            ("gor", "ta-bort"),
            ("vilken", which),
            ("losenord", password),
        ])
    };
    let wrong = jag.post(OWN, &remove("fel")).await;
    assert_eq!(wrong.status, 422);
    says!(
        wrong.text(),
        "id=\"losenord-bort-f\"",
        "Det är inte ditt nuvarande lösenord."
    );
    for _ in 0..2 {
        let removed = jag.post(OWN, &remove(PASSWORD)).await;
        assert_eq!(removed.status, 303, "also by a double click");
        let page = jag.page(removed.header("location").unwrap()).await;
        says!(
            page,
            "Passnyckeln är borttagen.",
            "Du har ingen passnyckel."
        );
    }
    assert_eq!(signs_in(&town, &mut device).await.status, 422);

    let new = Desk::of(&town, "ny", &[]).await;
    let page = new.page(OWN).await;
    says!(page, "Välj ett eget lösenord först");
    assert!(!page.contains("value=\"borja\""));
    let begun = new.post(OWN, &begun("Nyckel", PASSWORD)).await;
    assert!(!begun.text().contains("data-val"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_looks_after_people_takes_all_of_somebody_elses() {
    let town = town(false).await;
    let love = [(Role::Administrator, "kommunkoncernen")];
    let love = somebody(&town, "love", &love).await;
    let (jag, mut device) = (somebody(&town, "jag", &[]).await, device());
    let everybody = town.app.everybody();
    let at = |login: &str| {
        let person = everybody.iter().find(|p| p.login == login).unwrap();
        format!("/arbete/personer/{}", person.id)
    };
    assert!(
        !love.page(&at("jag")).await.contains("ta-nycklar"),
        "there is none"
    );
    assert_eq!(adds(&jag, &mut device).await.status, 303);
    says!(love.page(&at("jag")).await, "value=\"ta-nycklar\"");
    let taken = love.post(&at("jag"), "gor=ta-nycklar").await;
    let page = love.page(taken.header("location").unwrap()).await;
    says!(page, "Passnycklarna är borttagna.");
    assert!(!page.contains("ta-nycklar"));
    assert_eq!(jag.get("/arbete/").await.status, 303, "signed out");
    assert_eq!(signs_in(&town, &mut device).await.status, 422);
    let password = encoded(PASSWORD);
    let signed = send(
        &town,
        "/logga-in",
        "",
        &format!("login=jag&losenord={password}"),
    )
    .await;
    let account = town.server.get("/arbete/konto", &cookie(&signed)).await;
    says!(
        account.text(),
        "love Exempel tog bort dina passnycklar",
        "Var det oväntat?"
    );

    let mut own = Device::new(8, SITE);
    assert_eq!(adds(&love, &mut own).await.status, 303);
    let page = love.page(&at("love")).await;
    says!(page, "Dina egna passnycklar tar du bort på Mitt konto.");
    let refused = love.post(&at("love"), "gor=ta-nycklar").await;
    assert_eq!(refused.status, 422);
    assert_eq!(signs_in(&town, &mut own).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_second_step_is_demanded_a_passkey_is_one() {
    let town = town(true).await;
    let roles = [(Role::Registrar, "vard-och-omsorgsnamnden")];
    let (jag, mut device) = (somebody(&town, "jag", &roles).await, device());
    let owed = jag.get("/arbete/").await;
    assert_eq!(owed.header("location"), Some("/arbete/konto/tva-steg"));
    let page = jag.page("/arbete/konto/tva-steg").await;
    says!(
        page,
        "det räknas som två steg",
        "href=\"/arbete/konto/passnycklar\""
    );
    assert_eq!(adds(&jag, &mut device).await.status, 303);
    assert_eq!(
        jag.get("/arbete/").await.status,
        303,
        "it came by a password"
    );
    let signed = signs_in(&town, &mut device).await;
    let desk = town.server.get("/arbete/", &cookie(&signed)).await;
    assert_eq!(desk.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_address_allows_none_the_pages_are_as_before_and_say_why() {
    let app = Town::on(date(2026, 10, 5)).await.app;
    for (address, said) in [
        ("https://192.0.2.7", "programmets adress är ett nummer"),
        ("http://mal.example.se", "börjar inte med https"),
        ("", "programmet har ingen adress"),
    ] {
        let settings = Settings {
            passkeys: Passkeys::at(address),
            ..Settings::default()
        };
        let server = Running::start(Site::new(&app, &settings)).await;
        let town = Town {
            app: app.clone(),
            server,
        };
        let page = town.server.get("/logga-in", "").await;
        let policy = page.header("content-security-policy").unwrap();
        assert!(!policy.contains("script-src"), "{policy}");
        let page = page.text();
        assert!(!page.contains("<script") && !page.contains("passnyckel\""));
        assert_eq!(send(&town, ASK, "", "").await.status, 404);
        let login = format!("jag{}", said.len());
        let jag = somebody(&town, &login, &[]).await;
        let page = jag.page(OWN).await;
        says!(page, said);
        assert!(!page.contains("<script") && !page.contains("value=\"borja\""));
        let begun = jag.post(OWN, &begun("Nyckel", PASSWORD)).await;
        assert!(!begun.text().contains("data-val"));
    }
}
