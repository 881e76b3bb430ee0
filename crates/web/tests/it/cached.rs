//! What a browser gets: forms, tags, heads, and the same page for every way of asking.

use crate::house::{House, Running};
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt as _;
use std::io::Read as _;

#[tokio::test(flavor = "multi_thread")]
async fn the_second_reader_gets_the_same_bytes_without_a_making() {
    let house = House::new();
    let server = Running::start(house.site()).await;
    let first = server.get("/vision", "").await;
    let second = server.get("/vision", "").await;
    assert_eq!((first.status, house.made()), (200, 1));
    assert_eq!(first.body, second.body);
    assert_eq!(first.header("etag"), second.header("etag"));
    let tally = server.site.tally();
    assert_eq!((tally.made, tally.current, tally.pages), (1, 1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn each_form_is_the_page_and_has_a_tag_of_its_own() {
    let server = Running::start(House::new().site()).await;
    let plain = server.get("/vision", "").await;
    let gzip = server
        .get("/vision", "accept-encoding: gzip, deflate\r\n")
        .await;
    let brotli = server
        .get("/vision", "accept-encoding: gzip, deflate, br, zstd\r\n")
        .await;
    let mut text = String::new();
    flate2::read::GzDecoder::new(&gzip.body[..])
        .read_to_string(&mut text)
        .unwrap();
    assert_eq!(text, plain.text());
    text.clear();
    brotli::Decompressor::new(&brotli.body[..], 4096)
        .read_to_string(&mut text)
        .unwrap();
    assert_eq!(text, plain.text());
    let forms = [&plain, &gzip, &brotli];
    assert_eq!(
        forms.map(|form| form.header("content-encoding")),
        [None, Some("gzip"), Some("br")]
    );
    assert!(
        forms
            .iter()
            .all(|form| form.header("vary") == Some("accept-encoding"))
    );
    assert!(
        forms
            .iter()
            .all(|form| form.header("content-length").unwrap() == form.body.len().to_string())
    );
    assert!(
        forms
            .iter()
            .all(|form| form.header("cache-control") == Some("public, no-cache"))
    );
    let tags = forms.map(|form| form.header("etag").unwrap());
    assert!(
        tags[0] != tags[1] && tags[1] != tags[2] && tags[0] != tags[2],
        "{tags:?}"
    );
    let refused = server
        .get("/vision", "accept-encoding: br;q=0, gzip;q=0\r\n")
        .await;
    assert_eq!(refused.body, plain.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_the_page_is_told_so() {
    let server = Running::start(House::new().site()).await;
    let page = server.get("/vision", "accept-encoding: br\r\n").await;
    let tag = page.header("etag").unwrap();
    for has in [
        format!("if-none-match: {tag}\r\n"),
        format!("if-none-match: \"x\", W/{tag}\r\n"),
    ] {
        let unchanged = server
            .get("/vision", &format!("accept-encoding: br\r\n{has}"))
            .await;
        assert_eq!((unchanged.status, unchanged.body.len()), (304, 0));
        assert_eq!(unchanged.header("etag"), Some(tag));
        assert_eq!(unchanged.header("vary"), Some("accept-encoding"));
        assert_eq!(unchanged.header("cache-control"), Some("public, no-cache"));
        assert_eq!(unchanged.header("content-encoding"), None);
    }
    // The tag of one form says nothing of another.
    let other = server
        .get(
            "/vision",
            &format!("accept-encoding: gzip\r\nif-none-match: {tag}\r\n"),
        )
        .await;
    assert_eq!(other.status, 200);
    assert_eq!(server.site.tally().unchanged, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn head_tells_what_get_would_give() {
    let server = Running::start(House::new().site()).await;
    for target in ["/vision", "/unkept", "/nothing-here", "/healthz", "/panic"] {
        // The first HEAD may make the page, the second finds it.
        for _ in 0..2 {
            let head = server
                .send(format!(
                    "HEAD {target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"
                ))
                .await;
            let get = server.get(target, "").await;
            assert_eq!((head.status, head.body.len()), (get.status, 0), "{target}");
            assert_eq!(head.header("etag"), get.header("etag"), "{target}");
            if target != "/panic" {
                assert_eq!(
                    head.header("content-length").unwrap(),
                    get.body.len().to_string(),
                    "{target}"
                );
            }
        }
    }
}

#[tokio::test]
async fn every_way_of_asking_is_one_page() {
    let house = House::new();
    let site = house.site();
    for target in [
        "/vision",
        "/vision?utm_source=brev",
        "/vision?per=2026-11-23",
        "/vision?per=",
        "http://other.example/vision",
    ] {
        let request = Request::get(target)
            .header("host", "evil.example")
            .header("cookie", "a=b")
            .body(Body::empty())
            .unwrap();
        let answer = site.respond(request).await;
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        let text = std::str::from_utf8(&body).unwrap();
        // Nothing of the reader reached the page that everybody gets.
        assert!(
            text.starts_with("<p>position 1 day 2026-11-23 headers 0"),
            "{target}: {text:.60}"
        );
    }
    assert_eq!(house.made(), 1);
    for target in [
        "/vision?per=2015-01-01",
        "/vision?x&per=2015-01-01",
        "/vision?per=2015%2d01-01",
    ] {
        let answer = site
            .respond(Request::get(target).body(Body::empty()).unwrap())
            .await;
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        assert!(
            body.starts_with(b"<p>position 1 day 2015-01-01"),
            "{target}"
        );
    }
    assert_eq!(house.made(), 2);
    assert_eq!(site.tally().pages, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn addresses_lead_to_their_one_form() {
    let server = Running::start(House::new().site()).await;
    for (from, to) in [
        ("/en", "/en/"),
        ("//vision", "/vision"),
        ("/en?per=2015-01-01&x=y", "/en/?per=2015-01-01"),
        ("//evil.example/..", "/evil.example/.."),
        ("/visio%6e", "/vision"),
    ] {
        let reply = server.get(from, "").await;
        assert_eq!(
            (reply.status, reply.header("location")),
            (301, Some(to)),
            "{from}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn assets_are_kept_by_the_browser_for_ever() {
    let server = Running::start(House::new().site()).await;
    let css = server
        .get(
            riktning_web::assets::url("style.css"),
            "accept-encoding: br\r\n",
        )
        .await;
    assert_eq!(css.status, 200);
    assert_eq!(css.header("content-type"), Some("text/css; charset=utf-8"));
    assert_eq!(
        css.header("cache-control"),
        Some("public, max-age=31536000, immutable")
    );
    assert_eq!(css.header("content-encoding"), Some("br"));
    for (name, content_type) in [
        ("favicon.svg", "image/svg+xml"),
        ("fonts/figtree-sv.woff2", "font/woff2"),
    ] {
        let asset = server.get(riktning_web::assets::url(name), "").await;
        assert_eq!(
            (asset.status, asset.header("content-type")),
            (200, Some(content_type))
        );
    }
    let font = server
        .get(
            riktning_web::assets::url("fonts/figtree-sv.woff2"),
            "accept-encoding: br\r\n",
        )
        .await;
    assert_eq!(font.header("content-encoding"), None);
    for none in [
        "/static/style.css",
        "/static/",
        "/static/missing",
        "/static/../Cargo.toml",
    ] {
        assert_eq!(server.get(none, "").await.status, 404, "{none}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn robots_are_asked_to_leave_what_is_invented() {
    let house = House::new();
    let server = Running::start(house.site()).await;
    assert_eq!(
        server.get("/robots.txt", "").await.text(),
        "User-agent: *\nDisallow:\n"
    );
    house
        .invented
        .store(true, std::sync::atomic::Ordering::SeqCst);
    assert_eq!(
        server.get("/robots.txt", "").await.text(),
        "User-agent: *\nDisallow: /\n"
    );
}
