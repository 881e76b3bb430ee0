//! Service notices stand above every page, from the second they begin to the second they end.

use crate::town::Town;
use jiff::civil::date;
use jiff::{Timestamp, ToSpan};
use riktning_domain::ids::NoticeId;
use riktning_domain::local_time::local;
use riktning_domain::site::notices::{EndNotice, PublishNotice, Severity};
use riktning_domain::{Command, Names};
use std::time::Duration;

const PAGES: [&str; 18] = [
    "/",
    "/vision",
    "/sa-styrs-kommunen",
    "/2016-2019/",
    "/2016-2019/mal/hojd-utbildningsniva",
    "/indikatorer/",
    "/indikatorer/trivs-i-skolan-arskurs-8",
    "/namnder/",
    "/bolag/",
    "/namnder/barn-och-utbildningsnamnden",
    "/kontakt",
    "/driftinformation",
    "/en/",
    "/fi/vision",
    "/fi/kontakt",
    "/?per=2014-06-01",
    "/2016-2019/mal/hojd-utbildningsniva?per=2018-05-20",
    "/en/indikatorer/?per=2016-01-01",
];

fn notice(n: u128, severity: Severity, title: &str) -> PublishNotice {
    PublishNotice {
        notice: NoticeId(uuid::Uuid::from_u128(n)),
        severity,
        severity_is_ours: false,
        title: Names::swedish(title),
        text: None,
        alternatives: vec![],
        affects: vec![],
        from: None,
        to: None,
        link: None,
        updated: None,
        source: None,
        since: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crisis_is_on_every_page_from_the_first_request_after_publishing() {
    let town = Town::now().await;
    for page in PAGES {
        assert!(!town.page(page).await.contains("Gaslukt"), "{page}");
    }
    let crisis = notice(1, Severity::Crisis, "Gaslukt vid Norra kajen");
    town.perform(Command::PublishNotice(crisis)).await;
    // No page is a second late: the first request of each has it. The two seconds of
    // RELIABILITY.md are for the way from an editor to here.
    let mut pages: Vec<&str> = PAGES.to_vec();
    pages.extend(["/finns-inte", "/logga-in", "/fi/logga-in"]);
    for page in pages {
        let reply = town.server.get(page, "").await;
        let above = reply.text();
        let above = above.split("<header").next().unwrap();
        assert!(above.contains("Gaslukt vid Norra kajen"), "{page}: {above}");
        assert!(!above.contains("role="), "{page}");
    }
    let end = EndNotice {
        notice: NoticeId(uuid::Uuid::from_u128(1)),
    };
    town.perform(Command::EndNotice(end)).await;
    assert!(!town.page("/vision").await.contains("Gaslukt"));
    assert!(town.page("/driftinformation").await.contains("Gaslukt"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kept_page_turns_when_a_notice_begins_and_when_it_ends() {
    let town = Town::now().await;
    let at = |seconds: i64| local(Timestamp::now() + seconds.seconds());
    // A second may be cut off, so the beginning is at least two seconds ahead.
    let timed = PublishNotice {
        from: Some(at(3).with().subsec_nanosecond(0).build().unwrap()),
        to: Some(at(6).with().subsec_nanosecond(0).build().unwrap()),
        ..notice(1, Severity::Warning, "Strömavbrott")
    };
    town.perform(Command::PublishNotice(timed)).await;
    let mut seen = Vec::new();
    for _ in 0..5_000 {
        let page = town.page("/vision").await;
        let shown = page.contains("Störning: Strömavbrott");
        if seen.last() != Some(&shown) {
            seen.push(shown);
        }
        if seen.len() == 3 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    // Not yet, now, over: and no event came in between.
    assert_eq!(seen, [false, true, false]);
    assert!(
        town.server.site.tally().current > 2,
        "the page was not kept"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_gravest_stands_in_full_and_the_others_as_one_line_each() {
    let town = Town::on(date(2018, 11, 1)).await;
    let page = town.page("/").await;
    let (above, _) = page.split_once("<header").unwrap();
    assert_eq!(above.matches("<h2").count(), 1);
    assert!(
        above.contains("Störning: Problem med viss e-post"),
        "{above}"
    );
    assert!(above.contains("exempelpost.invalid"));
    assert!(above.contains("Från 24 oktober 2018 kl. 14.00 till 16 november 2018 kl. 17.00."));
    assert!(
        above.contains("Information: <a href=\"/driftinformation#"),
        "{above}"
    );
    assert!(
        !above.contains("Gå in från gården"),
        "the second stands in full"
    );
    let finnish = town.page("/fi/").await;
    assert!(finnish.contains("Häiriö: Ongelmia joissakin sähköposteissa"));
    // Words that nobody has translated are marked as Swedish.
    town.perform(Command::PublishNotice(notice(9, Severity::Crisis, "Brand")))
        .await;
    let english = town.page("/en/").await;
    assert!(english.contains("Crisis: <span lang=\"sv\">Brand</span>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_the_past_shows_the_notices_of_its_day() {
    let town = Town::on(date(2018, 11, 1)).await;
    let crisis = "Kris: Koka vattnet i Bydalen";
    for (day, shown) in [
        ("2018-02-04", false),
        ("2018-02-07", true),
        ("2018-02-10", false),
    ] {
        let page = town.page(&format!("/vision?per={day}")).await;
        assert_eq!(page.contains(crisis), shown, "{day}");
        assert_eq!(page.contains("Då, den 7 februari 2018. Kris: Koka"), shown);
        assert!(
            !page.contains("class=\"drift kris\""),
            "{day}: no crisis now"
        );
        assert!(
            !page.contains("Entrén på Torget 1"),
            "{day}: nothing from after the day"
        );
    }
    // What was then is told apart from what is now: a reader in a crisis follows an archived link.
    town.perform(Command::PublishNotice(notice(
        9,
        Severity::Crisis,
        "Strömlöst",
    )))
    .await;
    let both = town.page("/vision?per=2018-02-07").await;
    assert!(both.contains("<h2 id=\"drift-h\">Kris: Strömlöst</h2>"));
    assert!(both.contains("<li>Då, den 7 februari 2018. Kris: <a"));
    let english = town.page("/en/vision?per=2018-02-07").await;
    assert!(english.contains("Then, on 7 February 2018. Crisis: <a"));
    // Today's crisis is no past one, and today's page has none.
    assert!(!both.contains("Då, den 7 februari 2018. Kris: Strömlöst"));
    assert!(!town.page("/vision").await.contains("Då, den"));
    let list = town.page("/driftinformation?per=2018-02-07").await;
    assert!(list.contains("Den här dagen") && list.contains(crisis));
    assert!(!list.contains("Problem med viss e-post"));
    let now = town.page("/driftinformation").await;
    let order = ["Just nu", "Problem med viss e-post", "Tidigare", crisis];
    let places: Vec<_> = order.map(|part| now.rfind(part).unwrap()).to_vec();
    assert!(places.is_sorted(), "{places:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_typed_into_a_notice_is_text() {
    let town = Town::on(date(2018, 11, 1)).await;
    let mut nasty = notice(1, Severity::Crisis, "<script>alert(1)</script>\u{202e}");
    nasty.text = Some(Names::swedish("\"><img src=x onerror=alert(1)>"));
    town.perform(Command::PublishNotice(nasty)).await;
    let page = town.page("/").await;
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(!page.contains("<script") && !page.contains("<img") && !page.contains('\u{202e}'));
}
