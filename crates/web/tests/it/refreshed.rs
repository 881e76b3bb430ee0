//! What happens to a kept page when facts, the day or the code under it change.

use crate::house::{House, Running, TODAY, until};
use riktning_web::Site;
use std::sync::Arc;
use std::sync::atomic::Ordering;

#[tokio::test(flavor = "multi_thread")]
async fn an_event_or_a_new_day_makes_the_page_anew() {
    let house = House::new();
    let server = Running::start(house.site()).await;
    assert!(
        server
            .get("/vision", "")
            .await
            .text()
            .starts_with("<p>position 1 day 2026-11-23")
    );
    house.position.store(2, Ordering::SeqCst);
    assert!(
        server
            .get("/vision", "")
            .await
            .text()
            .starts_with("<p>position 2 day 2026-11-23")
    );
    *house.day.lock().unwrap() = TODAY.tomorrow().unwrap();
    assert!(
        server
            .get("/vision", "")
            .await
            .text()
            .starts_with("<p>position 2 day 2026-11-24")
    );
    assert!(
        server
            .get("/vision?per=2026-11-23", "")
            .await
            .text()
            .starts_with("<p>position 2 day 2026-11-23")
    );
    assert_eq!((house.made(), server.site.tally().pages), (4, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_makes_the_page_while_others_get_the_older_bytes() {
    let house = House::new();
    let server = Arc::new(Running::start(house.site()).await);
    house.gate.add_permits(1);
    assert_eq!(server.get("/slow", "").await.text(), "slow at 1");
    house.position.store(2, Ordering::SeqCst);
    let waits = tokio::spawn({
        let server = Arc::clone(&server);
        async move { server.get("/slow", "").await.text() }
    });
    until(|| house.made() == 2).await;
    for _ in 0..5 {
        assert_eq!(server.get("/slow", "").await.text(), "slow at 1");
    }
    assert_eq!((house.made(), server.site.tally().older), (2, 5));
    house.gate.add_permits(1);
    assert_eq!(waits.await.unwrap(), "slow at 2");
    assert_eq!(server.get("/slow", "").await.text(), "slow at 2");
    assert_eq!(house.made(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn those_who_come_first_share_one_making() {
    let house = House::new();
    let server = Arc::new(Running::start(house.site()).await);
    let readers: Vec<_> = (0..20)
        .map(|_| {
            let server = Arc::clone(&server);
            tokio::spawn(async move { server.get("/slow", "").await.text() })
        })
        .collect();
    until(|| house.made() == 1).await;
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    house.gate.add_permits(1);
    for reader in readers {
        assert_eq!(reader.await.unwrap(), "slow at 1");
    }
    assert_eq!(house.made(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_who_hangs_up_takes_nothing_from_the_others() {
    let house = House::new();
    let server = Running::start(house.site()).await;
    let mut client = crate::house::Client::connect(server.address);
    client.write(b"GET /slow HTTP/1.1\r\nhost: x\r\n\r\n");
    until(|| house.made() == 1).await;
    drop(client);
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    house.gate.add_permits(1);
    assert_eq!(server.get("/slow", "").await.text(), "slow at 1");
    assert_eq!(house.made(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_pages_hold_up_neither_kept_pages_nor_assets() {
    let house = House::new();
    let server = Arc::new(Running::start(house.site()).await);
    server.get("/vision", "").await;
    // More slow pages than there are threads to make pages on.
    for target in ["/slow", "/slow-too", "/slow", "/slow-too"] {
        let server = Arc::clone(&server);
        tokio::spawn(async move { server.get(target, "").await });
    }
    until(|| house.made() == 3).await;
    assert_eq!(server.get("/vision", "").await.status, 200);
    assert_eq!(server.get("/healthz", "").await.status, 200);
    house.gate.add_permits(2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_breaks_goes_on_as_it_was_and_one_that_goes_is_gone() {
    let house = House::new();
    let server = Running::start(house.site()).await;
    server.get("/vision", "").await;
    house.position.store(2, Ordering::SeqCst);
    house.broken.store(true, Ordering::SeqCst);
    for _ in 0..2 {
        assert!(
            server
                .get("/vision", "")
                .await
                .text()
                .starts_with("<p>position 1 ")
        );
    }
    assert_eq!(server.get("/en/", "").await.status, 500);
    house.broken.store(false, Ordering::SeqCst);
    assert!(
        server
            .get("/vision", "")
            .await
            .text()
            .starts_with("<p>position 2 ")
    );
    house.position.store(3, Ordering::SeqCst);
    house.gone.store(true, Ordering::SeqCst);
    assert_eq!(server.get("/vision", "").await.status, 404);
    // And no older bytes are left to give.
    house.broken.store(true, Ordering::SeqCst);
    assert_eq!(server.get("/vision", "").await.status, 500);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_forgetting_no_older_byte_leaves() {
    let house = House::new();
    let site: Site = house.site();
    let server = Running::start(site.clone()).await;
    server.get("/vision", "").await;
    let waits = tokio::spawn({
        let address = server.address;
        async move {
            crate::house::blocking(move || {
                let mut client = crate::house::Client::connect(address);
                client.write(b"GET /slow HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
                client.rest().text()
            })
            .await
        }
    });
    until(|| house.made() == 2).await;
    // The page under way has taken its place in the queue before the text was redacted.
    site.forget_pages();
    assert_eq!(site.tally().pages, 0);
    house.position.store(9, Ordering::SeqCst);
    house.gate.add_permits(2);
    assert_eq!(waits.await.unwrap(), "slow at 9");
    assert_eq!(house.made(), 3, "the page under way is made again");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_says_so_is_kept_and_nothing_sets_a_cookie() {
    let house = House::new();
    let server = Running::start(house.site()).await;
    for _ in 0..2 {
        let unkept = server.get("/unkept", "").await;
        assert_eq!(unkept.header("cache-control"), Some("no-store"));
        assert_eq!(server.get("/cookie", "").await.header("set-cookie"), None);
    }
    let tally = server.site.tally();
    assert_eq!((tally.made, tally.pages), (3, 1));
}

#[tokio::test]
async fn ten_thousand_made_up_addresses_leave_nothing_behind() {
    use axum::body::Body;
    use axum::http::Request;
    let house = House::new();
    let site = house.site();
    let ask = |target: String| {
        let site = site.clone();
        async move {
            site.respond(Request::get(target).body(Body::empty()).unwrap())
                .await
                .status()
                .as_u16()
        }
    };
    assert_eq!(ask("/vision".to_owned()).await, 200);
    let before = site.tally();
    for number in 0..2_500 {
        assert_eq!(ask(format!("/mal/made-up-{number}")).await, 404);
        assert_eq!(
            ask(format!("/{number}-{number}/x?per=2015-01-01")).await,
            404
        );
        assert_eq!(ask(format!("/vision?per={number}")).await, 400);
        assert_eq!(ask(format!("/vision?made-up={number}")).await, 200);
    }
    let after = site.tally();
    assert_eq!((after.pages, after.bytes), (before.pages, before.bytes));
    assert_eq!(site.pages_under_way(), 0);
    assert_eq!(house.made(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_pages_at_once_are_turned_away_and_kept_ones_still_given() {
    use axum::body::Body;
    use axum::http::Request;
    let house = House::new();
    let site = house.site();
    let server = Running::start(site.clone()).await;
    server.get("/vision", "").await;
    // Two slow pages hold every thread that makes pages on a machine with two processors; on a
    // larger one the rest are made, so the gate holds all of them.
    let waiting: Vec<_> = (0..1024)
        .map(|number| {
            let site = site.clone();
            let request = Request::get(format!("/gated/{number}"))
                .body(Body::empty())
                .unwrap();
            tokio::spawn(async move { site.respond(request).await.status().as_u16() })
        })
        .collect();
    until(|| site.pages_under_way() == 1024).await;
    let turned_away = server.get("/mal/a", "").await;
    assert_eq!(
        (turned_away.status, turned_away.header("retry-after")),
        (503, Some("2"))
    );
    assert_eq!(server.get("/vision", "").await.status, 200);
    house.gate.add_permits(1024);
    for page in waiting {
        assert_eq!(page.await.unwrap(), 200);
    }
    assert_eq!(server.get("/mal/a", "").await.status, 200);
}
