//! A second factor on screen: turned on, asked for, used up, turned off and taken away.

use crate::desk::{Desk, encoded, form, form_to, send};
use crate::house::{Reply, Running};
use crate::telephone::shows;
use crate::town::Town;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use riktning_domain::permissions::Role;
use riktning_web::work::{Policy, ROUTES};
use riktning_web::{Settings, Site};

const FACTOR: &str = "/arbete/konto/tva-steg";
const STEP: &str = "/logga-in/kod";
const PASSWORD: &str = "en häst på sju ben";

async fn town() -> Town {
    Town::on(date(2026, 10, 5)).await
}

/// Somebody with a password of their own.
async fn somebody<'a>(town: &'a Town, roles: &[(Role, &str)]) -> Desk<'a> {
    let desk = Desk::of(town, "jag", roles).await;
    let own = format!("nytt={0}&igen={0}", encoded(PASSWORD));
    assert_eq!(desk.post("/arbete/losenord", &own).await.status, 303);
    desk
}

fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    let rest = page.split_once(before).unwrap().1;
    rest.split_once(after).unwrap().0
}

fn proof(does: &str, password: &str, code: &str) -> String {
    let (password, code) = (encoded(password), encoded(code));
    format!("gor={does}&losenord={password}&kod={code}")
}

/// What the app shows now, or half a minute from now, which is taken too.
fn code(secret: &str, steps: i32) -> String {
    let later = SignedDuration::from_secs(30) * steps;
    shows(secret, Timestamp::now() + later)
}

/// A second step that is on: the secret, the code that turned it on and those on paper.
struct On {
    secret: String,
    used: String,
    codes: Vec<String>,
}

async fn turned_on(desk: &Desk<'_>) -> On {
    assert_eq!(desk.post(FACTOR, "gor=borja").await.status, 303);
    let page = desk.page(FACTOR).await;
    let secret = between(&page, "<code class=\"nyckel\">", "<").to_owned();
    let used = code(&secret, 0);
    let on = desk.post(FACTOR, &proof("pa", PASSWORD, &used)).await;
    assert_eq!(on.status, 200, "{}", on.text());
    let codes = codes(&on.text());
    On {
        secret,
        used,
        codes,
    }
}

fn codes(page: &str) -> Vec<String> {
    let list = between(page, "<ul class=\"koder\">", "</ul>");
    let codes = list.split("<code>").skip(1);
    codes
        .map(|rest| rest.split('<').next().unwrap().to_owned())
        .collect()
}

async fn name_and_password(town: &Town, more: &str) -> Reply {
    let password = encoded(PASSWORD);
    let form = format!("login=jag&losenord={password}{more}");
    send(town, "/logga-in", "", &form).await
}

/// What a browser sends back of what it was given.
fn cookie(reply: &Reply) -> String {
    let cookie = reply.header("set-cookie").unwrap();
    format!("cookie: {}\r\n", cookie.split(';').next().unwrap())
}

fn cookies(reply: &Reply) -> Vec<&str> {
    let lines = reply.head.lines();
    lines
        .filter_map(|line| line.strip_prefix("set-cookie: "))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_turned_on_by_a_picture_or_a_text_and_the_first_code() {
    let town = town().await;
    let jag = Desk::of(&town, "jag", &[]).await;
    says!(jag.page(FACTOR).await, "Välj ett eget lösenord först.");
    assert_eq!(jag.post(FACTOR, "gor=borja").await.status, 303);
    assert!(!jag.page(FACTOR).await.contains("<svg class=\"qr\""));

    let own = format!("nytt={0}&igen={0}", encoded(PASSWORD));
    assert_eq!(jag.post("/arbete/losenord", &own).await.status, 303);
    says!(
        jag.page("/arbete/konto").await,
        "Avslagen.",
        "href=\"/arbete/konto/tva-steg\""
    );
    jag.post(FACTOR, "gor=borja").await;
    let page = jag.page(FACTOR).await;
    says!(
        page,
        "role=\"img\" aria-labelledby=\"qr-t\"",
        "<title id=\"qr-t\">QR-kod med nyckeln"
    );
    assert_eq!(
        jag.page(FACTOR).await,
        page,
        "it is the same until it is left"
    );
    let secret = between(&page, "<code class=\"nyckel\">", "<").to_owned();
    assert_eq!(secret.split(' ').map(str::len).collect::<Vec<_>>(), [4; 8]);
    says!(jag.page("/arbete/konto").await, "Påbörjad.");
    let alone = name_and_password(&town, "").await;
    assert_eq!(
        alone.header("location"),
        Some("/arbete/"),
        "it asks for nothing yet"
    );

    let wrong = jag
        .post(FACTOR, &proof("pa", "fel", &code(&secret, 0)))
        .await;
    assert_eq!(wrong.status, 422);
    says!(
        wrong.text(),
        "Det är inte ditt nuvarande lösenord.",
        "Fel:",
        &secret
    );
    let wrong = jag.post(FACTOR, &proof("pa", PASSWORD, "12345")).await;
    assert_eq!(wrong.status, 422);
    says!(wrong.text(), "Koden stämmer inte");
    assert!(
        !wrong.text().contains("12345\""),
        "a code is not shown again"
    );

    let sent = proof("pa", PASSWORD, &code(&secret, 0));
    let on = jag.post(FACTOR, &sent).await;
    assert_eq!(
        (on.status, on.header("cache-control")),
        (200, Some("no-store"))
    );
    let codes = codes(&on.text());
    assert_eq!(codes.len(), 10);
    assert_eq!(jag.post(FACTOR, &sent).await.status, 303, "a double click");
    let page = jag.page(FACTOR).await;
    says!(page, "10 reservkoder är kvar");
    assert!(
        !page.contains(&codes[0]) && !page.contains(&secret),
        "told once"
    );
    assert_eq!(
        town.server.get("/arbete/", &cookie(&alone)).await.status,
        303
    );
    for (path, said) in [
        ("/en/arbete/konto/tva-steg", "10 recovery codes are left"),
        ("/fi/arbete/konto/tva-steg", "10 varakoodia on jäljellä"),
    ] {
        says!(jag.page(path).await, said);
    }
    assert_eq!(jag.post(FACTOR, "gor=annat").await.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_begun_can_be_left() {
    let town = town().await;
    let jag = somebody(&town, &[]).await;
    jag.post(FACTOR, "gor=borja").await;
    assert_eq!(jag.post(FACTOR, "gor=avbryt").await.status, 303);
    says!(jag.page(FACTOR).await, "Avslagen.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_asks_for_a_code_and_nobody_is_in_before_it() {
    let town = town().await;
    let jag = somebody(&town, &[]).await;
    let On {
        secret,
        used,
        codes,
    } = turned_on(&jag).await;
    let asked = name_and_password(&town, "&till=/arbete/planer/2027").await;
    assert_eq!(asked.status, 303);
    let to = asked.header("location").unwrap().to_owned();
    assert!(to.starts_with("/logga-in/kod?till="), "{to}");
    let set = cookies(&asked);
    assert_eq!(set.len(), 1, "no sign-in: {set:?}");
    assert!(set[0].starts_with("riktning-steg="), "{set:?}");
    let rest = "; Path=/; HttpOnly; SameSite=Strict; Max-Age=300";
    assert!(set[0].ends_with(rest), "{set:?}");
    let half = cookie(&asked);
    assert_eq!(town.server.get("/arbete/", &half).await.status, 303);
    let renamed = half.replace("riktning-steg", "riktning");
    assert_eq!(town.server.get("/arbete/", &renamed).await.status, 303);

    let page = town.server.get(&to, &half).await;
    assert_eq!(
        (page.status, page.header("cache-control")),
        (200, Some("no-store"))
    );
    let page = page.text();
    says!(
        page,
        "autocomplete=\"one-time-code\"",
        "value=\"/arbete/planer/2027\""
    );
    let other = town.server.get(&to, "").await;
    let back = other.header("location").unwrap();
    assert!(
        back.starts_with("/logga-in?till="),
        "another browser: {back}"
    );

    let send_code = |code: String| {
        let form = form(&page, &[("kod", &code)]);
        let (town, half) = (&town, half.clone());
        async move { send(town, STEP, &half, &form).await }
    };
    let again = send_code(used).await;
    assert_eq!(again.status, 422);
    says!(
        again.text(),
        "redan använd",
        "value=\"/arbete/planer/2027\""
    );
    let let_in = send_code(code(&secret, 1)).await;
    assert_eq!(let_in.header("location"), Some("/arbete/planer/2027"));
    let set = cookies(&let_in);
    assert!(
        set[0].starts_with("riktning=") && set[1].starts_with("riktning-steg=; "),
        "{set:?}"
    );
    assert!(set[1].ends_with("Max-Age=0"), "{set:?}");
    assert_eq!(
        town.server.get("/arbete/", &cookie(&let_in)).await.status,
        200
    );
    let again = send_code(codes[0].clone()).await;
    assert_eq!(again.status, 422);
    says!(again.text(), "Det tog för lång tid", "name=\"losenord\"");

    // A recovery code, as it is read off the paper; and a wrong password tells nothing of it.
    let asked = name_and_password(&town, "").await;
    let typed = codes[0].to_uppercase().replace('-', " ");
    let typed = format!("kod={}", encoded(&typed));
    let by_paper = send(&town, STEP, &cookie(&asked), &typed).await;
    assert_eq!(by_paper.header("location"), Some("/arbete/"));
    says!(jag.page(FACTOR).await, "9 reservkoder är kvar");
    let without = Desk::of(&town, "annan", &[]).await;
    assert_eq!(without.get("/arbete/").await.status, 200);
    let wrong = |login: &str| format!("login={login}&losenord=fel");
    let mine = send(&town, "/logga-in", "", &wrong("jag")).await;
    let other = send(&town, "/logga-in", "", &wrong("annan")).await;
    assert_eq!(mine.status, other.status);
    assert!(cookies(&mine).is_empty());
    let same = |page: String, login: &str| page.replace(&format!("value=\"{login}\""), "");
    assert_eq!(same(mine.text(), "jag"), same(other.text(), "annan"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_goes_along_through_both_steps_and_a_code_through_none() {
    let town = town().await;
    let jag = somebody(&town, &[]).await;
    let On { codes, .. } = turned_on(&jag).await;
    let asked = name_and_password(
        &town,
        "&till=/arbete/planer/2027&buret.text=Ett+%3Cl%C3%B6fte",
    )
    .await;
    assert_eq!(asked.status, 200);
    let page = asked.text();
    says!(
        page,
        "name=\"buret.text\"",
        "Ett &#60;löfte",
        "Det du skrev finns kvar."
    );
    let form = format!(
        "kod={}&till=/arbete/planer/2027&buret.text=Ett+%3Cl%C3%B6fte",
        codes[0]
    );
    let late = send(&town, STEP, "", &form).await;
    assert_eq!(late.status, 422);
    says!(late.text(), "name=\"buret.text\"", "Ett &#60;löfte");
    let wrong = send(
        &town,
        STEP,
        &cookie(&asked),
        &form.replace("kod=", "kod=fel"),
    )
    .await;
    says!(wrong.text(), "name=\"buret.text\"", "Ett &#60;löfte");
    let resumed = send(&town, STEP, &cookie(&asked), &form).await;
    assert_eq!(resumed.status, 200);
    says!(
        resumed.text(),
        "action=\"/arbete/planer/2027\"",
        "name=\"text\"",
        "Ett &#60;löfte"
    );

    // A password and a code that were on their way when a sign-in ended are carried nowhere.
    let ended = send(&town, FACTOR, "", &proof("av", PASSWORD, &codes[1])).await;
    assert_eq!(
        (ended.status, ended.text().contains(&codes[1])),
        (303, false)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_are_made_anew_and_it_is_turned_off_by_password_and_code() {
    let town = town().await;
    let jag = somebody(&town, &[]).await;
    let On {
        secret, codes: old, ..
    } = turned_on(&jag).await;
    let wrong = jag.post(FACTOR, &proof("av", "fel", &old[0])).await;
    assert_eq!(wrong.status, 422);
    let wrong = jag.post(FACTOR, &proof("av", PASSWORD, "")).await;
    says!(wrong.text(), "Koden stämmer inte");
    let new = jag.post(FACTOR, &proof("nya", PASSWORD, &old[0])).await;
    let new = codes(&new.text());
    let gone = jag.post(FACTOR, &proof("av", PASSWORD, &old[1])).await;
    assert_eq!(gone.status, 422, "it is one of those of before");
    for (used, code) in new.iter().enumerate() {
        let said = match 10 - used {
            1 => "Bara en reservkod är kvar".to_owned(),
            left @ 2..=3 => format!("Bara {left} reservkoder är kvar"),
            left => format!("Påslagen. {left} reservkoder är kvar"),
        };
        says!(jag.page(FACTOR).await, &said);
        let asked = name_and_password(&town, "").await;
        let signed = send(&town, STEP, &cookie(&asked), &format!("kod={code}")).await;
        assert_eq!(signed.status, 303);
    }
    says!(jag.page(FACTOR).await, "Inga reservkoder är kvar. Gör nya.");
    let off = jag
        .post(FACTOR, &proof("av", PASSWORD, &code(&secret, 1)))
        .await;
    assert_eq!(off.status, 303);
    let page = jag.page(off.header("location").unwrap()).await;
    says!(page, "Inloggning i två steg är avslagen.", "Avslagen.");
    let alone = name_and_password(&town, "").await;
    assert_eq!(alone.header("location"), Some("/arbete/"));
}

#[tokio::test(flavor = "multi_thread")]
async fn five_wrong_codes_wait_on_both_pages() {
    let town = town().await;
    let jag = somebody(&town, &[]).await;
    let On { codes, .. } = turned_on(&jag).await;
    let asked = name_and_password(&town, "").await;
    for _ in 0..5 {
        let wrong = send(&town, STEP, &cookie(&asked), "kod=fel").await;
        says!(wrong.text(), "Koden stämmer inte");
    }
    let right = format!("kod={}", codes[0]);
    let waits = send(&town, STEP, &cookie(&asked), &right).await;
    assert_eq!(waits.status, 422);
    says!(waits.text(), "För många försök. Vänta 5 minuter");
    let waits = jag.post(FACTOR, &proof("av", PASSWORD, &codes[0])).await;
    says!(waits.text(), "För många försök");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_looks_after_people_takes_it_away_and_not_their_own() {
    let town = town().await;
    let jag = somebody(&town, &[]).await;
    let love = Desk::of(&town, "love", &[(Role::Administrator, "kommunkoncernen")]).await;
    let everybody = town.app.everybody();
    let at = |login: &str| {
        let person = everybody.iter().find(|p| p.login == login).unwrap();
        format!("/arbete/personer/{}", person.id)
    };
    assert!(
        !love.page(&at("jag")).await.contains("ta-steg"),
        "there is none"
    );
    turned_on(&jag).await;
    let page = love.page(&at("jag")).await;
    says!(page, "value=\"ta-steg\"");
    assert_eq!(form_to(&page, "/arbete/personer/").0, at("jag"));
    let taken = love.post(&at("jag"), "gor=ta-steg").await;
    assert_eq!(taken.status, 303);
    let page = love.page(taken.header("location").unwrap()).await;
    says!(page, "Inloggning i två steg är borttagen.");
    assert!(!page.contains("ta-steg"));
    assert_eq!(jag.get("/arbete/").await.status, 303, "signed out");
    let signed = name_and_password(&town, "").await;
    assert_eq!(signed.header("location"), Some("/arbete/"));
    let account = town.server.get("/arbete/konto", &cookie(&signed)).await;
    says!(
        account.text(),
        "love Exempel tog bort den",
        "Var det oväntat?"
    );

    let own = format!("nytt={0}&igen={0}", encoded(PASSWORD));
    assert_eq!(love.post("/arbete/losenord", &own).await.status, 303);
    turned_on(&love).await;
    let page = love.page(&at("love")).await;
    says!(page, "slår du av på Mitt konto");
    assert!(!page.contains("ta-steg"));
    let own = love.post(&at("love"), "gor=ta-steg").await;
    assert_eq!(own.status, 422);
    says!(love.page(FACTOR).await, "Påslagen.");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_it_is_demanded_whoever_decides_turns_it_on_before_all_else() {
    let settings = Settings {
        second_step: true,
        ..Settings::default()
    };
    let app = town().await.app;
    let server = Running::start(Site::new(&app, &settings)).await;
    let town = Town { app, server };
    const BODY: &str = "vard-och-omsorgsnamnden";
    let reader = Desk::of(&town, "las", &[(Role::Reader, BODY)]).await;
    assert_eq!(reader.get("/arbete/").await.status, 200);
    let passkeys = "/arbete/konto/passnycklar";
    let open = ["/arbete/konto", FACTOR, passkeys, "/arbete/losenord"];
    for role in [Role::Approver, Role::Registrar, Role::Administrator] {
        let desk = Desk::of(&town, &format!("{role:?}").to_lowercase(), &[(role, BODY)]).await;
        for route in ROUTES.iter().filter(|r| r.policy != Policy::Anybody) {
            let path: String = route.path.replace(['{', '}'], "");
            if open.contains(&path.as_str()) {
                desk.page(&path).await;
                continue;
            }
            for method in route.methods {
                let own = ["/logga-ut", "/arbete/konto/enheter"].contains(&path.as_str());
                let reply = match *method {
                    "get" => desk.get(&path).await,
                    _ if own => continue,
                    _ => desk.post(&path, "text=x").await,
                };
                let to = reply.header("location");
                assert_eq!(to, Some(FACTOR), "{role:?}: {method} {path}");
            }
        }
        let page = desk.page(FACTOR).await;
        says!(page, "Din roll kräver inloggning i två steg.");
        let english = desk.get("/en/arbete/").await;
        let to = english.header("location");
        assert_eq!(to, Some("/en/arbete/konto/tva-steg"));
    }
    let jag = somebody(&town, &[(Role::Registrar, BODY)]).await;
    let On { codes, .. } = turned_on(&jag).await;
    assert_eq!(jag.get("/arbete/").await.status, 200);
    assert!(!jag.page(FACTOR).await.contains("Din roll kräver"));
    let off = jag.post(FACTOR, &proof("av", PASSWORD, &codes[0])).await;
    assert_eq!(off.status, 303);
    assert_eq!(jag.get("/arbete/").await.status, 303, "as before");
}
