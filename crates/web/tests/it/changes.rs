//! What changed: the log, two days beside each other, and the feed; by the real router.

use crate::house::Running;
use crate::read::{SECRET, escaped, eskilstuna, exempelstad_and, get, page, secrets};
use axum::http::StatusCode;
use riktning_app::App;
use riktning_domain::models::Purpose;
use riktning_web::{Settings, Site};
use std::collections::BTreeSet;

/// A goal gets another wording by decision, and an indicator another name.
const CHANGED: &str = r#"
{"day": "2018-10-29", "by": "@kim", "command": {"ProposeWording": {"element": "@mal/social", "wording_id": "@mal/social/2", "wording": {"text": "Social hållbarhet", "description": "Alla ska kunna leva ett tryggt liv.", "why": "Den som kan påverka sin vardag mår bättre.", "owner": "@kf", "period": "2016..2019", "topics": [{"topic": "@p/hu"}, {"topic": "@v/soc"}, {"topic": "@mg/invanare"}]}}}},
{"day": "2018-10-30", "by": "@alex", "command": {"RecordDecision": {"decision": "@beslut/ny-lydelse", "body": "@kf", "date": "2018-10-30", "authority": {"Paragraph": "131"}, "title": "Ny lydelse <av> ett & mål", "acts": [{"Adopt": [{"Element": "@mal/social"}, "@mal/social/2"]}]}}}
"#;

async fn exempelstad() -> App {
    exempelstad_and(CHANGED).await
}

/// The page's text without tags, with single spaces.
fn said(html: &str) -> String {
    let html = html.split("<main").nth(1).unwrap_or(html);
    let html = html.split("</main>").next().unwrap();
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or("", |(_, text)| text));
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn the_log_tells_the_newest_day_first_with_decision_and_link() {
    let app = exempelstad().await;
    let html = page(&app, "/andringar").await;
    let text = said(&html);
    let place = |what: &str| {
        text.find(what)
            .unwrap_or_else(|| panic!("{what} in {text}"))
    };
    assert!(place("30 oktober 2018") < place("25 oktober 2018"));
    let new = &text[place("30 oktober 2018")..place("25 oktober 2018")];
    assert!(
        new.contains("§ 131") && new.contains("Ny lydelse Social hållbarhet"),
        "{new}"
    );
    assert!(
        new.contains("Före Social uthållighet Efter Social hållbarhet"),
        "{new}"
    );
    assert!(
        new.contains("Före Alla ska kunna leva ett tryggt liv och"),
        "{new}"
    );
    let round = &text[place("25 oktober 2018")..];
    assert!(
        round.contains("Delårsrapport 2, 2018") && round.contains("Bedömd"),
        "{round}"
    );
    assert!(html.contains("/2016-2019/mal/social-uthallighet\""));
    // Every page of the log, to its end, has at most 50 rows and none twice.
    let mut days = 0;
    for n in 2.. {
        let (status, html) = get(&app, &format!("/andringar?sida={n}")).await;
        if status == StatusCode::NOT_FOUND {
            break;
        }
        assert!(html.matches("class=\"andring\"").count() <= 50, "{n}");
        days += html.matches("class=\"andringsdag\"").count();
    }
    assert!(days > 10, "{days}");
}

#[tokio::test]
async fn two_days_are_laid_beside_each_other() {
    let app = exempelstad().await;
    let html = page(&app, "/andringar?fran=2018-10-24&till=2018-10-30").await;
    let text = said(&html);
    assert!(
        text.contains("Ändringar från 24 oktober 2018 till 30 oktober 2018"),
        "{text}"
    );
    assert!(
        text.contains("2 beslut") && text.contains("bedömningar"),
        "{text}"
    );
    assert!(text.contains("Före Social uthållighet Efter Social hållbarhet"));
    // A verdict stands beside the one before it.
    assert!(
        text.contains("Delårsrapport 2, 2018") && text.contains("(förut"),
        "{text}"
    );
    assert!(html.contains("value=\"2018-10-24\"") && html.contains("value=\"2018-10-30\""));
    assert!(html.contains("content=\"noindex\""));
    // What came and went between two days is not there; the same day is no time.
    let none = said(&page(&app, "/andringar?fran=2018-10-30&till=2018-10-30").await);
    assert!(none.contains("Inget ändrades"), "{none}");
    // A year is told whole, with what began and what ended.
    let year = said(&page(&app, "/andringar?fran=2016-01-01").await);
    assert!(
        year.contains("tillkom") && year.contains("mätvärden"),
        "{year}"
    );
}

#[tokio::test]
async fn one_goal_is_told_of_alone_and_from_its_page() {
    let app = exempelstad().await;
    let goal = page(&app, "/2016-2019/mal/social-uthallighet").await;
    let href = goal
        .split("href=\"")
        .find(|part| part.starts_with("/andringar?fran="));
    let href = href.unwrap().split('"').next().unwrap();
    let href = href.replace("&amp;", "&").replace("&#38;", "&");
    assert!(href.contains("arende="), "{href}");
    let html = page(&app, &href).await;
    let text = said(&html);
    assert!(
        text.contains("Vad har ändrats i ”Social hållbarhet”"),
        "{text}"
    );
    assert!(text.contains("Före Social uthållighet"), "{text}");
    assert!(!text.contains("Höjd utbildningsnivå Strategiskt"), "{text}");
    assert!(html.contains("name=\"arende\""));
    // In English the Swedish words are marked.
    let html = page(&app, &format!("/en{href}")).await;
    assert!(
        html.contains("<dd><span lang=\"sv\">Social hållbarhet</span>"),
        "{html}"
    );
}

#[tokio::test]
async fn a_page_of_the_past_knows_nothing_later() {
    let app = exempelstad().await;
    let html = page(&app, "/andringar?per=2018-10-29").await;
    assert!(!html.contains("Social hållbarhet") && !html.contains("30 oktober 2018"));
    assert!(said(&html).contains("25 oktober 2018"));
    assert!(html.contains("/2016-2019/mal/social-uthallighet?per=2018-10-29"));
    let empty = said(&page(&app, "/andringar?per=1990-01-01").await);
    assert!(empty.contains("Inga ändringar hittades"), "{empty}");
}

#[tokio::test]
async fn days_that_are_none_are_told_with_the_fields_as_they_were() {
    let app = exempelstad().await;
    for (query, told) in [
        ("fran=2018-10-30&till=2018-10-01", "kommer efter den sista"),
        (
            "fran=2018-10-30&till=2099-01-01",
            "Den sista dagen ligger efter dagen som sidan visar",
        ),
        (
            "fran=2099-01-01",
            "Den första dagen ligger efter dagen som sidan visar",
        ),
        ("fran=igar&till=2018-10-01", "Den första dagen är ingen dag"),
        ("fran=2018-02-30", "Den första dagen är ingen dag"),
        (
            "fran=2018-10-01&till=%3Cscript%3E",
            "Den sista dagen är ingen dag",
        ),
        ("till=2018-10-01", "Välj den första dagen"),
        ("arende=1", "Välj den första dagen"),
    ] {
        let (status, html) = get(&app, &format!("/andringar?{query}")).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{query}");
        assert!(said(&html).contains(told), "{query}");
        assert!(
            html.contains("<title>Fel:") && !html.contains("<script"),
            "{query}"
        );
        for field in query
            .split('&')
            .filter(|f| !f.contains('%') && !f.starts_with("arende"))
        {
            let (name, value) = field.split_once('=').unwrap();
            let kept =
                format!("name=\"{name}\" min=\"1600-01-01\" max=\"2018-11-01\" value=\"{value}\"");
            assert!(html.contains(&kept), "{query}: {kept}");
        }
    }
    for nowhere in [
        "sida=0",
        "sida=1",
        "sida=999",
        "sida=x",
        "arende=x",
        "arende=0&fran=2018-01-01",
        "arende=99999&fran=2018-01-01",
        "fran=2018-10-24&till=2018-10-25&sida=9",
    ] {
        let (status, _) = get(&app, &format!("/andringar?{nowhere}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{nowhere}");
    }
}

#[tokio::test]
async fn nothing_unpublished_is_told() {
    let app = exempelstad_and(&secrets()).await;
    for path in [
        "/andringar",
        "/andringar?fran=2018-10-20&till=2018-11-01",
        "/andringar?fran=2018-10-27&till=2018-11-01",
        "/andringar.atom",
        "/en/andringar",
    ] {
        let (status, html) = get(&app, path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert!(!html.contains(SECRET), "{path}");
    }
    // The days on which there was only internal work are no days of the log.
    let log = page(&app, "/andringar").await;
    for day in ["26 oktober 2018", "27 oktober 2018", "28 oktober 2018"] {
        assert!(!log.contains(&format!(">{day}</h2>")), "{day}");
    }
}

#[tokio::test]
async fn what_is_kept_back_later_leaves_the_log_and_the_search() {
    let app = exempelstad().await;
    let word = "/sok?q=hallbarhet";
    assert!(page(&app, "/andringar").await.contains("Social hållbarhet"));
    assert!(page(&app, word).await.contains("<mark>hållbarhet</mark>"));
    let step = r#"{"namespace": "exempelstad", "steps": [{"day": "2018-11-01", "by": "@alex", "command": {"SetVisibility": {"what": {"Element": "@mal/social"}, "visibility": "Internal"}}}]}"#;
    let step = riktning_app::scenario::read(step).unwrap().remove(0);
    app.perform(step.user, step.command).await.unwrap();
    for path in [
        "/andringar",
        "/andringar?fran=2018-10-29",
        "/andringar.atom",
        word,
    ] {
        let (_, html) = get(&app, path).await;
        assert!(
            !html.contains("Social hållbarhet") && !html.contains("Social uthållighet"),
            "{path}"
        );
    }
    assert!(!page(&app, word).await.contains("<mark>hållbarhet</mark>"));
}

#[tokio::test]
async fn the_feed_is_atom_with_names_that_last() {
    let app = exempelstad().await;
    let settings = Settings {
        public_url: Some("https://mal.example.se".to_owned()),
        ..Settings::default()
    };
    let server = Running::start(Site::new(&app, &settings)).await;
    let reply = server.get("/andringar.atom", "").await;
    assert_eq!(reply.status, 200);
    assert!(
        reply
            .header("content-type")
            .unwrap()
            .starts_with("application/atom+xml")
    );
    let feed = reply.text();
    assert!(feed.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"sv\">"));
    assert!(feed.contains("<author><name>Exempelstads kommun</name></author>"));
    assert!(feed.contains("<link rel=\"self\" type=\"application/atom+xml\" href=\"https://mal.example.se/andringar.atom\"/>"));
    assert!(
        feed.contains("<updated>2018-10-29T23:00:00Z</updated>"),
        "{feed}"
    );
    let ids: Vec<_> = feed
        .split("<id>")
        .skip(1)
        .map(|id| id.split('<').next().unwrap())
        .collect();
    assert!(ids.iter().all(|id| id.starts_with("urn:uuid:")));
    assert_eq!(
        ids.iter().collect::<BTreeSet<_>>().len(),
        ids.len(),
        "an id stands twice"
    );
    assert_eq!(ids.len(), 51, "fifty entries and the feed");
    let links = feed.matches("href=\"https://mal.example.se/").count();
    assert_eq!(
        links,
        feed.matches("href=").count(),
        "an address without its host"
    );
    // What is typed is text: this is what an editor would break the feed with.
    assert!(!feed.contains("<av>") && !feed.contains(" & "));
    // The names are the same in every language and after a start.
    let again = Running::start(Site::new(&exempelstad().await, &Settings::default())).await;
    let english = again.get("/en/andringar.atom", "").await.text();
    for id in &ids[1..] {
        assert!(english.contains(id), "{id}");
    }
    assert!(english.contains(
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"/en/andringar.atom\"/>"
    ));
    // A reader that reads aloud hears what is Swedish, and markup is said to be markup.
    let marked = "<title type=\"html\">Decision: &#60;span lang=&#34;sv&#34;&#62;";
    assert!(english.contains(marked), "{english}");
    assert!(!feed.contains("type=\"html\""), "{feed}");
}

#[tokio::test]
async fn the_log_is_reached_from_every_page_and_kept_and_pairs_of_days_are_not() {
    let app = eskilstuna().await;
    for path in ["/", "/vision", "/2016-2019/", "/2020-2023/arsplan/2021"] {
        let html = page(&app, path).await;
        assert!(html.contains("type=\"application/atom+xml\""), "{path}");
        assert!(html.matches("href=\"/andringar\"").count() >= 1, "{path}");
    }
    let plan = page(&app, "/2020-2023/arsplan/2021").await;
    assert!(plan.contains("/andringar?fran=2021-01-01\""));
    // No two days of a page have one name.
    let two = page(&app, "/andringar?sida=2").await;
    let names: Vec<_> = two.split("<h2 id=\"dag").skip(1).collect();
    let names = names
        .iter()
        .map(|day| day.split(['>', '<']).nth(1).unwrap());
    let names: Vec<_> = names.collect();
    assert_eq!(
        names.iter().collect::<BTreeSet<_>>().len(),
        names.len(),
        "{names:?}"
    );
    let server = Running::start(Site::new(&app, &Settings::default())).await;
    let log = server.get("/andringar", "accept-encoding: br\r\n").await;
    assert_eq!((log.status, server.site.tally().pages), (200, 1));
    assert!(log.body.len() < 20_000, "{} bytes", log.body.len());
    for day in 1..20 {
        let pair = server
            .get(
                &format!("/andringar?fran=2015-01-{day:02}&till=2018-01-01"),
                "",
            )
            .await;
        assert_eq!(pair.status, 200);
    }
    let all = server
        .get("/andringar?fran=2009-01-01", "accept-encoding: br\r\n")
        .await;
    // Made for one reader, and so not pressed: some ten kilobytes if it were.
    assert!(all.body.len() < 50_000, "{} bytes", all.body.len());
    assert_eq!(server.site.tally().pages, 1, "a pair of days is kept");
    let (status, _) = get(
        &app,
        &format!("/andringar?fran={}", escaped("2018-01-01\u{202e}")),
    )
    .await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_page_of_the_past_compares_no_day_after_it() {
    let app = exempelstad().await;
    let asked = |till| format!("/andringar?per=2018-01-01&fran=2016-01-01&till={till}");
    let (status, html) = get(&app, &asked("2018-10-30")).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(said(&html).contains("efter dagen som sidan visar"));
    let (status, _) = get(&app, &asked("2018-01-01")).await;
    assert_eq!(status, StatusCode::OK);
}

#[tokio::test]
async fn a_new_name_is_told_of_its_own_day_and_not_of_the_founding() {
    let rename = r#"{"day": "2018-10-26", "by": "import", "command": {"RenameBody": {"body": "@byd", "names": {"sv": "Bydalens nya nämnd"}, "slug": "bydalens-nya-namnd", "from": "2018-10-26"}}}"#;
    let app = exempelstad_and(rename).await;
    let html = page(&app, "/andringar?fran=2018-10-01&till=2018-11-01").await;
    let text = said(&html);
    let (_, after) = text.split_once("Bydalens nya nämnd").unwrap();
    let told: String = after.chars().take(200).collect();
    assert!(told.contains("26 oktober 2018"), "{told}");
    assert!(!told.contains("2011"), "{told}");
}

/// The names of the entries of a feed.
fn entries(feed: &str) -> BTreeSet<String> {
    let all = feed.split("<entry>").skip(1);
    let ids = all.map(|entry| entry.split("<id>").nth(1).unwrap());
    ids.map(|id| id.split('<').next().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn a_goal_is_followed_by_a_feed_of_what_belongs_to_it() {
    let app = exempelstad().await;
    let server = Running::start(Site::new(&app, &Settings::default())).await;
    let goals = app.published(app.today(), |p| {
        let models = p.models().into_iter().map(|model| model.id);
        let goals = models.flat_map(|id| {
            p.elements_where(id, |level, _| level.purpose == Purpose::StrategicGoal)
        });
        let goals = goals.map(|goal| (goal.number(), goal.text().as_str().unwrap().to_owned()));
        goals.collect::<Vec<_>>()
    });
    assert!(goals.len() > 5);
    let mut feeds = Vec::new();
    for (number, text) in goals.iter().take(6) {
        let own = format!("/andringar.atom?arende={number}");
        let reply = server.get(&own, "").await;
        assert_eq!(reply.status, 200, "{text}");
        let feed = reply.text();
        let title = format!(
            "<title>{} – Exempelstads kommun",
            text.replace('&', "&#38;")
        );
        assert!(feed.contains(&title), "{title}: {feed}");
        assert!(feed.contains(&format!(
            "rel=\"self\" type=\"application/atom+xml\" href=\"{own}\""
        )));
        assert!(
            !entries(&feed).is_empty(),
            "{text} has changed since it was nothing"
        );
        let own = entries(&feed);
        feeds.push((feed, own));
    }
    for (at, (_, own)) in feeds.iter().enumerate() {
        let others = feeds.iter().enumerate().filter(|(other, _)| *other != at);
        assert!(others.into_iter().all(|(_, (_, other))| other != own));
    }
    let ids: BTreeSet<_> = feeds
        .iter()
        .map(|(feed, _)| {
            feed.split("<id>")
                .nth(1)
                .unwrap()
                .split('<')
                .next()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(ids.len(), feeds.len(), "each feed has a name of its own");
    for wrong in ["0", "007", "99999", "x", "-1"] {
        let reply = server
            .get(&format!("/andringar.atom?arende={wrong}"), "")
            .await;
        assert_eq!(reply.status, 404, "{wrong}");
    }
}
