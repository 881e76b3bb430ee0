//! The link of a letter: opened by anybody it changes nothing, exchanged it opens its own rows and nothing
//! else, and it ends.

use super::{CARE, CULTURE, PostTown};
use crate::desk::{Desk, body, send, standing};
use crate::house::Reply;
use jiff::civil::{Date, date};
use riktning_domain::bodies::BodyKind;
use riktning_domain::elements::LookAfter;
use riktning_domain::ids::{ElementId, RoundId};
use riktning_domain::models::Purpose;
use riktning_domain::permissions::Role;
use riktning_domain::rounds::{Occasion, OpenRound};
use riktning_domain::{Command, Names, Period, User};
use uuid::Uuid;

const WRITER: &[(Role, &str)] = &[(Role::Contributor, CARE)];

/// A round of follow-up that is open, with a last day for committees.
pub(super) async fn opened(post: &PostTown, number: u128, last: Date) {
    let today = post.town.app.today();
    let model = post.town.app.published(today, |p| {
        let mut owned = p.owned_by(body(&post.town, CARE)).into_iter();
        let promise = owned.find(|e| e.period() == Period::Year(2026));
        promise.unwrap().model().id
    });
    let open = OpenRound {
        round: RoundId(Uuid::from_u128(number)),
        model,
        names: Names::swedish("Extra läge"),
        occasion: Occasion::Interim,
        cut_off: date(2026, 10, 1),
        opens: None,
        deadlines: vec![(BodyKind::Committee, last)],
        meetings: vec![],
        asks_for: Vec::new(),
        levels: Vec::new(),
        compiling: None,
        made_of: None,
        since: None,
    };
    let app = &post.town.app;
    let opened = app.perform(User::Import, Command::OpenRound(open)).await;
    opened.unwrap();
}

/// The calendar is looked at, and the next morning what it brings near is told.
async fn morning(post: &PostTown) {
    post.after(1, 0).await;
    post.next_morning().await;
}

/// The way that the link of a letter leads, of its text.
pub(super) fn link(text: &str) -> String {
    let start = text.find("/lank/").expect("no link in the letter");
    let end = text[start..].find(char::is_whitespace).unwrap();
    text[start..start + end].to_owned()
}

/// Exchanges a link, as the button of its page does: what the browser holds, and where it is led.
async fn exchanged(post: &PostTown, link: &str) -> (String, String) {
    let reply = send(&post.town, link, "", "").await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    let cookie = reply.header("set-cookie").unwrap();
    assert!(
        cookie.starts_with("riktning-lank=")
            && cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax"),
        "{cookie}"
    );
    let cookie = cookie.split(';').next().unwrap();
    let to = reply.header("location").unwrap().to_owned();
    (format!("cookie: {cookie}\r\n"), to)
}

async fn get(post: &PostTown, path: &str, cookie: &str) -> Reply {
    post.town.server.get(path, cookie).await
}

/// Every row of a page with a value and a comment, as a form sends them.
fn all_rows(page: &str, what: &str) -> String {
    let numbers = page.split("id=\"r-").skip(1);
    let numbers: Vec<_> = numbers.filter_map(|row| row.split('"').next()).collect();
    let mut fields = vec![("gor".to_owned(), what.to_owned())];
    for number in numbers {
        let field = format!("s-{number}");
        let value = page.split(&format!("name=\"{field}\" value=\"")).nth(1);
        let value = value.unwrap().split('"').next().unwrap();
        fields.push((field, value.to_owned()));
        fields.push((format!("k-{number}"), "Det går bra.".to_owned()));
    }
    let fields: Vec<_> = fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    standing(page, &fields)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_is_opened_changes_nothing_and_one_that_is_exchanged_opens_its_own_rows() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    post.reads("noa", WRITER, "sv").await;
    opened(&post, 7, date(2026, 10, 12)).await;
    morning(&post).await;
    let letter = post.peer.one();
    let (text, page) = letter.parts();
    says!(
        text,
        "Extra läge: ",
        "rader väntar på dig för Vård- och omsorgsnämnden.",
        "Skicka den inte vidare."
    );
    let to = link(&text);
    says!(page, &to);
    // Whatever looks through mail opens it, as often as it likes.
    let position = post.town.app.position();
    for _ in 0..3 {
        let opened = get(&post, &to, "").await;
        assert_eq!(opened.status, 200);
        says!(opened.text(), "Extra läge", "Gå till mina rader");
        assert_eq!(opened.header("set-cookie"), None);
        assert_eq!(opened.header("referrer-policy"), Some("strict-origin"));
        assert_eq!(opened.header("cache-control"), Some("no-store"));
    }
    assert_eq!(post.town.app.position(), position);
    let (cookie, report) = exchanged(&post, &to).await;
    let shown = get(&post, &report, &cookie).await;
    assert_eq!(shown.status, 200);
    let shown = shown.text();
    says!(
        shown,
        "Noa".to_lowercase().as_str(),
        "Skicka in till granskning"
    );
    assert!(!shown.contains("href=\"/arbete/planer/"), "it leads on");
    // Nothing else opens, and nothing else is kept.
    for other in ["/arbete/", "/arbete/planer/2027", "/arbete/konto"] {
        let reply = get(&post, other, &cookie).await;
        assert_eq!(reply.status, 303, "{other}");
        assert!(reply.header("location").unwrap().starts_with("/logga-in"));
    }
    let elsewhere = report.replace(
        &Uuid::from_u128(7).to_string(),
        &Uuid::from_u128(8).to_string(),
    );
    assert_eq!(get(&post, &elsewhere, &cookie).await.status, 303);
    let keeps = "/arbete/utkast?form=/arbete/planer/2027/vard-och-omsorgsnamnden/nytt&rubrik=x";
    let form = format!("nyckel={}&text=x", Uuid::from_u128(9));
    let kept = send(&post.town, keeps, &cookie, &form).await;
    assert_eq!(kept.status, 404);
    // What is said is theirs, and says how it came.
    let saved = all_rows(&shown, "spara");
    let saved = send(&post.town, &report, &cookie, &saved).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let auditor = Desk::of(&post.town, "mika", &[(Role::Auditor, "kommunkoncernen")]).await;
    let again = get(&post, &to, "").await;
    assert_eq!(again.status, 200, "it opens until the rows are handed in");
    let sent = get(&post, &report, &cookie).await.text();
    let sent = send(
        &post.town,
        &report,
        &cookie,
        &standing(&sent, &[("gor", "skicka")]),
    )
    .await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    says!(
        auditor.page("/arbete/historik").await,
        "Genom länk i mejl",
        "noa Exempel"
    );
    let over = get(&post, &to, "").await;
    assert_eq!(over.status, 410);
    says!(over.text(), "Länken gäller inte längre", "Logga in");
    assert_eq!(send(&post.town, &to, "", "").await.status, 410);
    // Who came by it reads what they sent, changes nothing of it, and leaves.
    let read = get(&post, &report, &cookie).await.text();
    says!(read, "Inskickad");
    assert!(!read.contains("type=\"radio\""), "it can be written still");
    let position = post.town.app.position();
    let late = all_rows(&shown, "skicka").replace("bra", "annorlunda");
    assert_eq!(send(&post.town, &report, &cookie, &late).await.status, 422);
    assert_eq!(post.town.app.position(), position);
    let left = send(&post.town, "/logga-ut", &cookie, "").await;
    assert_eq!(left.status, 303);
    assert_eq!(get(&post, &report, &cookie).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_letter_the_grace_and_a_bar_end_a_link() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let noa = post.reads("noa", WRITER, "sv").await;
    opened(&post, 7, date(2026, 10, 12)).await;
    morning(&post).await;
    let first = link(&post.peer.one().parts().0);
    let (cookie, report) = exchanged(&post, &first).await;
    let on = async |day: Date| {
        let evening = riktning_domain::local_time::instant(day.at(18, 0, 0, 0));
        post.hands.turn(evening.duration_since(post.hands.now()));
        post.next_morning().await;
    };
    on(date(2026, 10, 9)).await;
    let newer = link(&post.peer.one().parts().0);
    assert_ne!(newer, first);
    assert_eq!(
        get(&post, &first, "").await.status,
        410,
        "a newer one ends it"
    );
    assert_eq!(get(&post, &report, &cookie).await.status, 303);
    assert_eq!(get(&post, &newer, "").await.status, 200);
    // After the last day it is told once more, and may still be used for a while.
    on(date(2026, 10, 13)).await;
    let late = post.peer.one().parts().0;
    says!(late, "skulle ha kommit den 12 oktober 2026");
    let late = link(&late);
    let (cookie, _) = exchanged(&post, &late).await;
    assert_eq!(get(&post, &report, &cookie).await.status, 200);
    on(date(2026, 10, 27)).await;
    assert!(post.peer.came().is_empty());
    assert_eq!(get(&post, &late, "").await.status, 410, "the grace is over");
    assert_eq!(get(&post, &report, &cookie).await.status, 303);
    // Whoever is barred comes in by no link.
    opened(&post, 8, date(2026, 11, 9)).await;
    morning(&post).await;
    let other = link(&post.peer.one().parts().0);
    let (cookie, report) = exchanged(&post, &other).await;
    post.town.app.bar_person(noa).await.unwrap();
    assert_eq!(get(&post, &other, "").await.status, 410);
    assert_eq!(get(&post, &report, &cookie).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_and_a_guess_come_nowhere_and_a_browser_is_let_in_for_half_a_day() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    post.reads("noa", WRITER, "sv").await;
    let robin = [(Role::Contributor, CULTURE)];
    post.reads("robin", &robin, "sv").await;
    opened(&post, 7, date(2026, 10, 12)).await;
    morning(&post).await;
    let letters = post.peer.came();
    assert_eq!(letters.len(), 2);
    let of = |to: &str| {
        let letter = letters.iter().find(|letter| letter.to.starts_with(to));
        link(&letter.unwrap().parts().0)
    };
    let (noas, robins) = (of("noa"), of("robin"));
    let last = if noas.ends_with('0') { "1" } else { "0" };
    let guess = format!("{}{last}", &noas[..noas.len() - 1]);
    for bad in [guess.as_str(), "/lank/x", "/lank/<b>"] {
        let reply = get(&post, bad, "").await;
        assert!([400, 404, 410].contains(&reply.status), "{bad}");
        let reply = send(&post.town, bad, "", "").await;
        assert!([400, 404, 410].contains(&reply.status), "{bad}");
    }
    // By one link nobody writes in the rows of another.
    let ((noa, report), (robin, _)) = (
        exchanged(&post, &noas).await,
        exchanged(&post, &robins).await,
    );
    let shown = get(&post, &report, &noa).await.text();
    let position = post.town.app.position();
    let foreign = send(&post.town, &report, &robin, &all_rows(&shown, "skicka")).await;
    assert_eq!(foreign.status, 422);
    assert_eq!(post.town.app.position(), position);
    post.after(13, 0).await;
    assert_eq!(get(&post, &report, &noa).await.status, 303);
    assert_eq!(get(&post, &noas, "").await.status, 200, "it opens again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_municipality_may_turn_links_off() {
    let Some(peer) = super::Peer::start() else {
        return;
    };
    let Some(post) = PostTown::with(peer, |settings| settings.links = false).await else {
        return;
    };
    post.reads("noa", WRITER, "sv").await;
    opened(&post, 7, date(2026, 10, 12)).await;
    morning(&post).await;
    let text = post.peer.one().parts().0;
    assert!(!text.contains("/lank/"), "{text}");
    says!(
        text,
        &format!("/arbete/omgang/{}/rapportera", Uuid::from_u128(7))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_by_a_link_and_what_is_typed_when_signed_in_are_kept_apart() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let noa = post.reads("noa", WRITER, "sv").await;
    opened(&post, 7, date(2026, 10, 12)).await;
    // One row is a colleague's: the link does not open it.
    let (number, element) = a_row(&post);
    let li = post.reads("li", WRITER, "sv").await;
    let own = LookAfter {
        element,
        person: Some(li),
        instead_of: None,
    };
    post.town.perform(Command::LookAfter(own)).await;
    morning(&post).await;
    post.peer.came();
    let report = format!("/arbete/omgang/{}/rapportera", Uuid::from_u128(7));
    // What noa typed of that row when they were signed in.
    let desk = Desk::back(&post.town, noa, "noa").await;
    let page = desk.page(&report).await;
    let keeps = keeps_at(&page);
    let typed = standing(&page, &[(&format!("k-{number}"), "Hemligt halvskrivet")]);
    assert_eq!(desk.post(&keeps, &typed).await.status, 200);
    says!(desk.page(&report).await, "Hemligt halvskrivet");
    // The one-time password has ended the link: there is a new letter.
    let (cookie, report) = again(&post).await;
    let shown = get(&post, &report, &cookie).await.text();
    assert!(
        !shown.contains("Hemligt halvskrivet"),
        "unsent words of another row"
    );
    // What is typed by the link goes over nothing, and nothing is planted.
    assert_eq!(send(&post.town, &keeps, &cookie, &typed).await.status, 404);
    let planted = standing(&shown, &[(&format!("k-{number}"), "Inplanterat")]);
    let kept = send(&post.town, &keeps_at(&shown), &cookie, &planted).await;
    assert_eq!(kept.status, 200);
    let page = desk.page(&report).await;
    says!(page, "Hemligt halvskrivet");
    assert!(!page.contains("Inplanterat"));
    assert_eq!(desk.post(&keeps_at(&shown), &planted).await.status, 404);
    assert!(!desk.page("/arbete/").await.contains("?lank"));
    let saved = send(&post.town, &report, &cookie, &all_rows(&shown, "spara")).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    says!(desk.page(&report).await, "Hemligt halvskrivet");
}

/// A row of the committee that is reported on: its number and element.
fn a_row(post: &PostTown) -> (u32, ElementId) {
    let today = post.town.app.today();
    post.town.app.published(today, |p| {
        let mut owned = p.owned_by(body(&post.town, CARE)).into_iter();
        let promise = owned.find(|e| {
            let of = e.level().purpose == Purpose::Commitment;
            of && e.period() == Period::Year(2026) && !e.has_ended()
        });
        let promise = promise.unwrap();
        (promise.number(), promise.id())
    })
}

/// Where the script of a page sends the fields.
fn keeps_at(page: &str) -> String {
    let rest = page.split_once("data-utkast=\"").unwrap().1;
    rest.split('"').next().unwrap().replace("&#38;", "&")
}

/// A new letter to noa, whose link is exchanged.
async fn again(post: &PostTown) -> (String, String) {
    let to = newest(post).await;
    exchanged(post, &to).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_came_by_a_link_is_out_when_its_owner_signs_out_or_has_another_password() {
    let Some(post) = PostTown::open().await else {
        return;
    };
    let noa = post.reads("noa", WRITER, "sv").await;
    opened(&post, 7, date(2026, 10, 12)).await;
    morning(&post).await;
    let to = link(&post.peer.one().parts().0);
    let (cookie, report) = exchanged(&post, &to).await;
    // Another password ends the link and every browser that came by it.
    let desk = Desk::back(&post.town, noa, "noa").await;
    assert_eq!(get(&post, &report, &cookie).await.status, 303);
    assert_eq!(get(&post, &to, "").await.status, 410);
    // Whoever leaves leaves both ways.
    let (cookie, report) = again(&post).await;
    let held = cookie.trim_end().strip_prefix("cookie: ").unwrap();
    let session = desk.session();
    let both = format!("cookie: {session}; {held}\r\n");
    let left = send(&post.town, "/logga-ut", &both, "").await;
    assert_eq!(left.status, 303);
    assert_eq!(get(&post, &report, &both).await.status, 303, "out of both");
    // Whoever has the letter while somebody else is signed in writes in their own name, and not in the other's.
    let robin = Desk::of(&post.town, "robin", WRITER).await;
    let to = newest(&post).await;
    let headers = format!("cookie: {}\r\n", robin.session());
    let reply = send(&post.town, &to, &headers, "").await;
    assert_eq!(reply.status, 303);
    assert_eq!(
        robin.get("/arbete/").await.status,
        303,
        "robin is signed out"
    );
}

/// The link of a new letter to noa.
async fn newest(post: &PostTown) -> String {
    let login = format!("leder.{}", post.town.app.position());
    let ask = Desk::of(&post.town, &login, &[(Role::Strategist, "kommunkoncernen")]).await;
    let remind = format!("/arbete/omgang/{}/paminn", Uuid::from_u128(7));
    let sent = standing(&ask.page(&remind).await, &[]);
    assert_eq!(ask.post(&remind, &sent).await.status, 303);
    post.turn().await;
    let mut letters = post.peer.came().into_iter();
    let letter = letters.rfind(|letter| letter.to.starts_with("noa"));
    link(&letter.unwrap().parts().0)
}
