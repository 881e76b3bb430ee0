//! Addresses: who says them, what is no address, and letters that somebody waits for.

use super::{CARE, GROUP, PostTown};
use crate::desk::{Desk, fields, password};
use crate::device::Device;
use crate::town::Town;
use jiff::civil::date;
use riktning_app::passkeys::Passkeys;
use riktning_domain::permissions::Role;

const ACCOUNT: &str = "/arbete/konto";
const OWN: &str = "/arbete/konto/post";
const PEOPLE: &str = "/arbete/personer";
const SITE: &str = "https://mal.exempelstad.example";

#[tokio::test(flavor = "multi_thread")]
async fn where_one_gets_mail_is_said_on_ones_account_and_taken_away_there() {
    let town = Town::on(date(2026, 10, 5)).await;
    let me = Desk::of(&town, "jag", &[(Role::Reader, CARE)]).await;
    says!(
        me.page(ACCOUNT).await,
        "E-postadress",
        "Just nu skickas ingen post härifrån"
    );
    let kept = fields([
        ("epost", " Jag@SKÄRGÅRD.example "),
        ("sprak", "fi"),
        ("besked", "1"),
    ]);
    for _ in 0..2 {
        let reply = me.post(OWN, &kept).await;
        assert_eq!(reply.status, 303);
        assert_eq!(reply.header("location"), Some("/arbete/konto?gjort=epost"));
    }
    let page = me.page(ACCOUNT).await;
    says!(
        page,
        "value=\"Jag@xn--skrgrd-cuak.example\"",
        "<option value=\"fi\" lang=\"fi\" selected>",
        "name=\"besked\" value=\"1\" checked"
    );
    let position = town.app.position();
    for typed in [
        "kim",
        "kim@exempelstad.se\r\nBcc: alla@exempelstad.se",
        "<b>@x.se",
    ] {
        let reply = me
            .post(OWN, &fields([("epost", typed), ("sprak", "en")]))
            .await;
        assert_eq!(reply.status, 422, "{typed}");
        says!(
            reply.text(),
            "Skriv en e-postadress",
            "<title>Fel:",
            "selected>English"
        );
    }
    assert_eq!(town.app.position(), position, "no address in the journal");
    let other = fields([("epost", "jag@exempelstad.se"), ("sprak", "xx")]);
    assert_eq!(me.post(OWN, &other).await.status, 303);
    let page = me.page(ACCOUNT).await;
    says!(page, "<option value=\"sv\" lang=\"sv\" selected>");
    assert!(!page.contains("value=\"1\" checked"), "no digest");
    assert_eq!(me.post(OWN, "epost=&sprak=sv").await.status, 303);
    assert!(!me.page(ACCOUNT).await.contains("jag@"));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_mail_is_sent_the_page_says_so_and_nobody_else_finds_it() {
    let town = Town::on(date(2026, 10, 5)).await;
    for (n, role) in [Role::Administrator, Role::Editor].into_iter().enumerate() {
        let desk = Desk::of(&town, &format!("post{n}"), &[(role, GROUP)]).await;
        let page = desk.page("/arbete/post").await;
        says!(
            page,
            "Ingen post skickas",
            "--smtp-host",
            "Inget brev väntar"
        );
        says!(desk.page("/en/arbete/post").await, "No mail is sent");
        says!(desk.page("/fi/arbete/post").await, "Postia ei lähetetä");
        assert_eq!(desk.post("/arbete/post", "gor=annat").await.status, 400);
    }
    let other = Desk::of(&town, "annan", &[(Role::Strategist, GROUP)]).await;
    assert_eq!(other.get("/arbete/post").await.status, 404);
    assert_eq!(other.post("/arbete/post", "gor=igen").await.status, 404);
    assert!(!other.page("/arbete/").await.contains("/arbete/post\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_let_in_is_told_where_and_never_by_which_password() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let love = Desk::of(&post.town, "love", &[(Role::Administrator, GROUP)]).await;
    let person = riktning_app::people::new_person();
    let app = &post.town.app;
    let name = "Åsa \"Å\" Påhitt, <b>";
    app.add_person(person, "asa", name).await.unwrap();
    let page = format!("{PEOPLE}/{person}");
    let bad = love.post(&page, "gor=epost&epost=asa&sprak=sv").await;
    assert_eq!(bad.status, 422);
    says!(bad.text(), "Skriv en e-postadress", "value=\"asa\"");
    let own = fields([
        ("gor", "epost"),
        ("epost", "asa@exempelstad.example"),
        ("sprak", "en"),
        ("besked", "1"),
    ]);
    assert_eq!(love.post(&page, &own).await.status, 303);
    let told = love.post(&page, "gor=engangslosenord").await.text();
    says!(
        told,
        "Ett brev säger att lösenordet finns, men inte vilket det är."
    );
    let password = password(&told);
    post.turn().await;
    let letter = post.peer.one();
    let (text, html) = letter.parts();
    says!(
        text,
        "Your user name is asa.",
        "https://mal.exempelstad.example/en/logga-in",
        "Passwords are never sent by e-mail."
    );
    says!(
        html,
        "&lt;b&gt;",
        "<a href=\"https://mal.exempelstad.example/en/logga-in\">Sign in</a>"
    );
    assert!(!text.contains(&password) && !html.contains(&password));
    assert!(letter.header("List-Unsubscribe").is_none());
    let head = letter.raw.split("\r\n\r\n").next().unwrap();
    assert!(head.is_ascii() && head.lines().all(|line| line.len() <= 998));

    // A double click on the button is one letter.
    let key = "nyckel=00000000-0000-4000-8000-000000000001&gor=bjud-in";
    for _ in 0..2 {
        assert_eq!(love.post(&page, key).await.status, 303);
    }
    post.turn().await;
    assert_eq!(love.post(&page, key).await.status, 303, "nor later");
    post.turn().await;
    assert_eq!(post.peer.came().len(), 1);
    let told = love.post(&page, "gor=engangslosenord").await;
    assert_eq!(told.status, 200);
    post.turn().await;
    says!(
        post.peer.one().parts().0,
        "made a new one-time password for you"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_password_is_told_at_once_and_a_name_can_hold_no_header() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let me = Desk::of(&post.town, "jag", &[(Role::Reader, CARE)]).await;
    let own = fields([("epost", "jag@exempelstad.example"), ("sprak", "sv")]);
    assert_eq!(me.post(OWN, &own).await.status, 303);
    let long = "nytt=en+h%C3%A4st+p%C3%A5+sju+ben&igen=en+h%C3%A4st+p%C3%A5+sju+ben";
    assert_eq!(me.post("/arbete/losenord", long).await.status, 303);
    post.turn().await;
    let letter = post.peer.one();
    says!(
        letter.parts().0,
        "Du har valt ett nytt lösenord",
        "Var det inte du?"
    );
    assert!(!letter.raw.contains("sju"), "never the password");
    assert!(letter.header("Bcc").is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_change_of_passkeys_is_told_at_once_and_never_which() {
    const PASSWORD: &str = "en häst på sju ben";
    let Some(post) = PostTown::open().await else {
        return;
    };
    let me = Desk::of(&post.town, "jag", &[(Role::Reader, CARE)]).await;
    let chosen = fields([("nytt", PASSWORD), ("igen", PASSWORD)]);
    assert_eq!(me.post("/arbete/losenord", &chosen).await.status, 303);
    let own = fields([("epost", "jag@exempelstad.example"), ("sprak", "sv")]);
    assert_eq!(me.post(OWN, &own).await.status, 303);
    let app = &post.town.app;
    let token = me.cookie.strip_prefix("riktning=").unwrap();
    let person = app.signed_in(token).await.unwrap().person;
    let passkeys = Passkeys::at(SITE);
    let proof = (PASSWORD, "");
    let asked = app.begin_passkey(&passkeys, person, "Hemlig telefon", proof, token);
    let asked = asked.await.unwrap();
    let made = Device::new(7, SITE).make(&asked.options);
    let kept = app.keep_passkey(&passkeys, person, (&asked.id, &made), token);
    kept.await.unwrap();
    post.turn().await;
    let letter = post.peer.one();
    let (told, _) = letter.parts();
    says!(told, "har lagts till eller tagits bort", "Var det inte du?");
    assert!(!letter.raw.contains("Hemlig"), "never what it is called");
    app.take_passkeys(person, None).await.unwrap();
    post.turn().await;
    let letter = post.peer.one();
    says!(letter.parts().0, "har lagts till eller tagits bort");
}
