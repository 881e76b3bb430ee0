//! What a reader sees when something is wrong: a page, a reference, the headers, and no more.

use crate::house::{House, Running};
use riktning_web::{Settings, Site};
use std::sync::atomic::Ordering;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_inside_reaches_the_browser() {
    let server = Running::start(House::new().site()).await;
    for target in ["/panic", "/error", "/leaky", "/double-fault"] {
        let reply = server.get(target, "").await;
        assert_eq!(reply.status, 500, "{target}");
        assert!(
            !reply.text().contains("secret"),
            "{target}: {}",
            reply.text()
        );
        let reference = reply
            .text()
            .trim_end()
            .rsplit(['=', ' '])
            .next()
            .unwrap()
            .to_owned();
        assert_eq!(reference.len(), 8, "{target}: {}", reply.text());
        assert_ne!(
            reference,
            server
                .get(target, "")
                .await
                .text()
                .trim_end()
                .rsplit(['=', ' '])
                .next()
                .unwrap()
        );
    }
    let posted = server.send("POST /form-panic HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n\r\n").await;
    assert_eq!(posted.status, 500);
    assert!(!posted.text().contains("secret"));
    // The server is none the worse.
    assert_eq!(server.get("/vision", "").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_response_has_the_headers() {
    let settings = Settings {
        public_url: Some("https://mal.example.se".to_owned()),
        ..Settings::default()
    };
    let house = House::new();
    let server = Running::start(Site::from_source(house.source(), &settings)).await;
    let tag = server
        .get("/vision", "")
        .await
        .header("etag")
        .unwrap()
        .to_owned();
    house.ready.store(false, Ordering::SeqCst);
    let long = format!("/{}", "a".repeat(3000));
    let heavy = format!("x-heavy: {}\r\n", "a".repeat(20_000));
    let asked = [
        ("GET", "/vision", "", 200),
        ("GET", "/vision", &*format!("if-none-match: {tag}\r\n"), 304),
        ("HEAD", "/vision", "", 200),
        ("GET", "/unkept", "", 200),
        // What a page says of its own policy does not count.
        ("GET", "/lax", "", 200),
        ("GET", riktning_web::assets::url("style.css"), "", 200),
        ("GET", "/healthz", "", 200),
        ("GET", "/readyz", "", 503),
        ("GET", "/robots.txt", "", 200),
        ("GET", "/en", "", 301),
        ("GET", "/nothing", "", 404),
        ("GET", "/n%C3%B6jd", "", 404),
        ("GET", "/a%2Fb", "", 404),
        ("GET", "/%ff", "", 400),
        ("POST", "/%ff", "content-length: 0\r\n", 400),
        ("GET", "/vision?per=2015-13-01", "", 400),
        ("GET", "/vision?per=2027-01-01", "", 400),
        ("GET", "/vision?per=1599-12-31", "", 400),
        ("GET", "/vision?per=2015-01-01&per=2015-01-01", "", 400),
        ("GET", &long, "", 414),
        ("GET", "/nothing", &heavy, 431),
        ("POST", "/vision", "content-length: 0\r\n", 405),
        ("POST", "/nothing", "content-length: 0\r\n", 404),
        ("POST", "/form", "content-length: 9999999\r\n", 413),
        ("OPTIONS", "/vision", "", 405),
        ("TRACE", "/vision", "", 405),
        ("PROPFIND", "/vision", "", 405),
        ("GET", "/panic", "", 500),
        ("GET", "/double-fault", "", 500),
        ("GET", "/leaky", "", 500),
    ];
    for (method, target, headers, status) in asked {
        let reply = server
            .send(format!(
                "{method} {target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{headers}\r\n"
            ))
            .await;
        assert_eq!(
            reply.status, status,
            "{method} {target:.60}: {}",
            reply.head
        );
        for name in [
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
            "permissions-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "strict-transport-security",
            "date",
        ] {
            let times = reply.head.matches(&format!("{name}: ")).count();
            assert!(
                !reply.head.contains("default-src *"),
                "{method} {target:.60}"
            );
            assert_eq!(times, 1, "{name} in {method} {target:.60}: {}", reply.head);
        }
        assert!(
            reply.header("cache-control").is_some(),
            "{method} {target:.60}"
        );
        assert_eq!(reply.header("set-cookie"), None);
        assert_eq!(reply.header("server"), None);
        if status == 405 {
            assert!(
                reply.header("allow").unwrap().contains("GET"),
                "{method} {target}"
            );
        }
        assert!(
            !String::from_utf8_lossy(&reply.body).contains("secret"),
            "{method} {target}"
        );
        if !matches!(target, "/double-fault" | "/readyz") && status >= 400 {
            assert_eq!(
                reply.header("content-type"),
                Some("text/html; charset=utf-8"),
                "{method} {target:.60}"
            );
        }
    }
    let policy = server
        .get("/vision", "")
        .await
        .header("content-security-policy")
        .unwrap()
        .to_owned();
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"));
}

#[tokio::test(flavor = "multi_thread")]
async fn hsts_only_where_there_is_a_certificate() {
    for url in [None, Some("http://localhost:8080".to_owned())] {
        let settings = Settings {
            public_url: url,
            ..Settings::default()
        };
        let server = Running::start(Site::from_source(House::new().source(), &settings)).await;
        assert_eq!(
            server
                .get("/vision", "")
                .await
                .header("strict-transport-security"),
            None
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn readiness_and_life_are_two_things() {
    let house = House::new();
    let server = Running::start(house.site()).await;
    assert_eq!(server.get("/readyz", "").await.text(), "ready\n");
    house.ready.store(false, Ordering::SeqCst);
    let not = server.get("/readyz", "").await;
    assert_eq!((not.status, not.text().as_str()), (503, "not ready\n"));
    assert_eq!(server.get("/healthz", "").await.text(), "ok\n");
    assert_eq!(
        server.get("/healthz", "").await.header("cache-control"),
        Some("no-store")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_told_what_is_wrong_with_the_day() {
    let server = Running::start(House::new().site()).await;
    for (query, fault) in [
        ("per=2015-1-1", "Malformed"),
        ("per=2026-11-24", "Future"),
        ("per=1599-12-31", "TooEarly"),
        ("per=2015-01-01&per=2016-01-01", "Twice"),
        ("per=%FF", "Malformed"),
    ] {
        let reply = server.get(&format!("/vision?{query}"), "").await;
        assert!(
            reply.status == 400 && reply.text().contains(fault),
            "{query}: {}",
            reply.text()
        );
    }
}
