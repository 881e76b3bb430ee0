//! "Did this page help you?": two buttons on every page, thanks, a comment, and nothing else.

use crate::house::{Client, Reply, blocking};
use crate::town::Town;
use jiff::civil::date;
use jiff::{Timestamp, ToSpan};
use riktning_app::Clock;
use riktning_store::{Answer, FeedbackTable, MemoryJournal, SqliteJournal};
use std::fmt::Write as _;

const TODAY: jiff::civil::Date = date(2018, 11, 1);

fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        write!(out, "%{byte:02X}").unwrap();
    }
    out
}

fn posting(path: &str, headers: &str, body: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n\
         content-length: {}\r\n{headers}\r\n{body}",
        body.len()
    )
}

async fn post(town: &Town, path: &str, headers: &str, body: &str) -> Reply {
    let headers = format!("connection: close\r\n{headers}");
    town.server.send(posting(path, &headers, body)).await
}

/// Answers, and says where the thanks are.
async fn answer(town: &Town, path: &str, body: &str) -> String {
    let reply = post(town, path, "", body).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    assert!(reply.header("set-cookie").is_none());
    reply.header("location").unwrap().to_owned()
}

fn kept(folder: &std::path::Path) -> Vec<Answer> {
    SqliteJournal::open_to_read(folder)
        .unwrap()
        .answers()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_kept_and_thanked_for_in_each_language() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteJournal::open(folder.path()).unwrap();
    let town = Town::with(Clock::Fixed(TODAY), Box::new(store)).await;
    let page = town.page("/fi/vision?per=2018-02-07").await;
    assert!(page.contains("<form method=\"post\" action=\"/fi/tack\">"));
    assert!(page.contains("name=\"sida\" value=\"/fi/vision?per=2018-02-07\""));
    let before = (town.app.position(), town.page("/").await);
    for (path, thanks) in [
        (
            "/tack",
            "Tack för ditt svar! Du har nu hjälpt oss att förbättra webbplatsen för Exempelstads kommun.",
        ),
        (
            "/en/tack",
            "Thank you for your answer! You have now helped us improve the website of Exempelstads kommun.",
        ),
        (
            "/fi/tack",
            "Kiitos vastauksestasi! Autoit meitä parantamaan sivustoa.",
        ),
    ] {
        let to = answer(&town, path, "sida=%2Fvision%3Fper%3D2018-02-07&svar=nej").await;
        assert!(to.starts_with(&format!("{path}/")), "{to}");
        let reply = town.server.get(&to, "").await;
        assert_eq!(
            (reply.status, reply.header("cache-control")),
            (200, Some("no-store"))
        );
        assert!(reply.text().contains(thanks), "{to}");
        assert!(!reply.text().contains("aterk"), "the thanks ask again");
    }
    let rows = kept(folder.path());
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0].page, "/vision?per=2018-02-07");
    assert!(!rows[0].helped && rows[0].comment.is_none());
    // Never an event, and pages stay the same bytes.
    assert_eq!(before, (town.app.position(), town.page("/").await));
    answer(&town, "/tack", "svar=ja&sida=%2F").await;
    assert!(kept(folder.path()).iter().any(|row| row.helped));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_is_text_whatever_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteJournal::open(folder.path()).unwrap();
    let town = Town::with(Clock::Fixed(TODAY), Box::new(store)).await;
    let to = answer(&town, "/tack", "svar=ja&sida=%2F").await;
    let typed = "<script>alert(1)</script>\0\u{202e}\u{200f} =HYPERLINK(1)\r\nå";
    let body = format!("text={}", encoded(typed));
    let reply = post(&town, &to, "", &body).await;
    assert_eq!((reply.status, reply.header("location")), (303, Some(&*to)));
    let rows = kept(folder.path());
    let comment = rows[0].comment.as_deref();
    assert_eq!(comment, Some("<script>alert(1)</script> =HYPERLINK(1)\nå"));
    let page = town.server.get(&to, "").await.text();
    assert!(page.contains("Din kommentar är sparad."));
    assert!(!page.contains("<textarea") && !page.contains("<script"));
    // A double click is one comment; another comment does not write over the first.
    assert_eq!(post(&town, &to, "", &body).await.status, 303);
    let other = post(&town, &to, "", "text=Annat+som+jag+skrev").await;
    assert_eq!(other.status, 409);
    assert!(
        other.text().contains("Annat som jag skrev"),
        "what was typed is lost"
    );
    assert_eq!(kept(folder.path()), rows);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_that_is_too_long_or_empty_keeps_what_was_typed() {
    let town = Town::on(TODAY).await;
    let to = answer(&town, "/tack", "svar=ja&sida=%2F").await;
    let longest = "å".repeat(2_000);
    let typed = format!("</textarea><b>{longest}");
    let reply = post(&town, &to, "", &format!("text={}", encoded(&typed))).await;
    assert_eq!(reply.status, 422);
    let page = reply.text();
    assert!(page.contains("Du har skrivit 2\u{a0}014 tecken. Korta till 2\u{a0}000."));
    assert!(page.contains(&longest) && page.contains("&#60;/textarea&#62;"));
    assert!(page.contains("<title>Fel: ") && page.contains("aria-invalid=\"true\""));
    assert!(!page.contains("<b>å"));
    let empty = post(&town, &to, "", "text=+%0D%0A%E2%80%AE").await;
    assert_eq!(empty.status, 422);
    assert_eq!(post(&town, &to, "", "").await.status, 422);
    let fits = post(&town, &to, "", &format!("text={}", encoded(&longest))).await;
    assert_eq!(fits.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_of_a_megabyte_is_refused_and_the_site_goes_on() {
    let town = Town::on(TODAY).await;
    let to = answer(&town, "/tack", "svar=ja&sida=%2F").await;
    for bytes in [200 << 10, 1 << 20, 2 << 20] {
        let reply = post(&town, &to, "", &format!("text={}", "x".repeat(bytes))).await;
        assert_eq!(reply.status, 413, "{bytes}");
        assert!(reply.text().contains("Det var för mycket text"), "{bytes}");
    }
    assert_eq!(post(&town, &to, "", "text=Bra").await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_from_another_site_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteJournal::open(folder.path()).unwrap();
    let town = Town::with(Clock::Fixed(TODAY), Box::new(store)).await;
    let body = "svar=nej&sida=%2F";
    for headers in [
        "sec-fetch-site: cross-site\r\n",
        "sec-fetch-site: same-site\r\norigin: http://x\r\n",
        "origin: https://evil.example\r\n",
        "origin: null\r\n",
    ] {
        let reply = post(&town, "/tack", headers, body).await;
        assert_eq!(reply.status, 403, "{headers}");
        assert!(
            reply
                .text()
                .contains("Formuläret kom från en annan webbplats")
        );
    }
    assert_eq!(kept(folder.path()), []);
    for headers in [
        "sec-fetch-site: same-origin\r\n",
        "origin: http://x\r\n",
        "",
    ] {
        assert_eq!(
            post(&town, "/tack", headers, body).await.status,
            303,
            "{headers}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_answer_is_refused_and_nothing_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteJournal::open(folder.path()).unwrap();
    let town = Town::with(Clock::Fixed(TODAY), Box::new(store)).await;
    let long = format!("svar=ja&sida=%2F{}", "a".repeat(400));
    for body in [
        "",
        "svar=ja",
        "svar=kanske&sida=%2F",
        "svar=ja&svar=nej&sida=%2F",
        "svar=ja&sida=https%3A%2F%2Fevil.example%2F",
        "svar=ja&sida=%2F%2Fevil.example",
        "svar=ja&sida=%2F%3Cscript%3E",
        "svar=ja&sida=%2F%3Fper%3D9999-01-01",
        &long,
    ] {
        let reply = post(&town, "/tack", "", body).await;
        assert_eq!(reply.status, 400, "{body}");
        assert!(
            reply.text().contains("Svaret gick inte att förstå"),
            "{body}"
        );
    }
    assert_eq!(kept(folder.path()), []);
    for path in [
        "/tack/x",
        "/tack/00000000-0000-0000-0000-000000000001",
        "/fi/tack/%00",
    ] {
        assert_eq!(town.server.get(path, "").await.status, 404, "{path}");
    }
    let nobody = "/tack/00000000-0000-0000-0000-000000000001";
    assert_eq!(post(&town, nobody, "", "text=x").await.status, 409);
    assert_eq!(town.server.get("/tack", "").await.status, 405);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_is_contained_and_readers_do_not_notice() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteJournal::open(folder.path()).unwrap();
    let town = Town::with(Clock::Fixed(TODAY), Box::new(store)).await;
    let address = town.server.address;
    let statuses = blocking(move || {
        let mut client = Client::connect(address);
        let mut statuses = Vec::new();
        for _ in 0..1_000 {
            client.write(posting("/tack", "", "svar=nej&sida=%2F").as_bytes());
            let reply = client.reply();
            if reply.status == 429 {
                assert_eq!(reply.header("retry-after"), Some("600"));
            }
            statuses.push(reply.status);
        }
        statuses
    })
    .await;
    let of = |status: u16| statuses.iter().filter(|s| **s == status).count();
    assert_eq!((of(303), of(429)), (30, 970));
    assert_eq!(kept(folder.path()).len(), 30);
    assert_eq!(town.server.get("/vision", "").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_an_hour_a_comment_is_too_late_and_is_given_back() {
    let mut store = MemoryJournal::new().unwrap();
    let noon: Timestamp = "2018-11-01T12:00:00Z".parse().unwrap();
    let old = |n, minutes: i64| Answer {
        id: uuid::Uuid::from_u128(n),
        at: noon - minutes.minutes(),
        page: "/".to_owned(),
        helped: true,
        comment: None,
        note: None,
    };
    store.answer(&old(1, 60)).unwrap();
    store.answer(&old(2, 61)).unwrap();
    let town = Town::with(Clock::Fixed(TODAY), Box::new(store)).await;
    let thanks = |n| format!("/tack/{}", uuid::Uuid::from_u128(n));
    assert!(town.page(&thanks(1)).await.contains("<textarea"));
    assert!(!town.page(&thanks(2)).await.contains("<textarea"));
    let late = post(&town, &thanks(2), "", "text=Mina+tankar").await;
    assert_eq!(late.status, 409);
    assert!(late.text().contains("Mina tankar"));
    assert_eq!(
        post(&town, &thanks(1), "", "text=Mina+tankar").await.status,
        303
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn when_nothing_can_be_written_the_answer_says_so_and_pages_go_on() {
    let town = Town::on(TODAY).await;
    town.page("/").await;
    town.app.close().await;
    let reply = post(&town, "/tack", "", "svar=ja&sida=%2F").await;
    assert_eq!(reply.status, 503);
    assert_eq!(town.server.get("/", "").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_searched_for_is_not_kept_with_the_answer() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteJournal::open(folder.path()).unwrap();
    let town = Town::with(Clock::Fixed(TODAY), Box::new(store)).await;
    let page = encoded("/sok?per=2018-02-07&q=Kim%20Exempel");
    answer(&town, "/tack", &format!("svar=ja&sida={page}")).await;
    let pages: Vec<String> = kept(folder.path()).into_iter().map(|a| a.page).collect();
    assert_eq!(pages, ["/sok?per=2018-02-07"]);
}
