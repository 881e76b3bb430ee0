//! What is kept, and what goes first.

use super::page::{Page, Parts};
use super::{Bounds, Cache, Edition, Found, Keep};
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::http::header::HeaderMap;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

const NOW: Edition = Edition {
    day: date(2026, 11, 23),
    position: 7,
    kept_back: 3,
};

fn page(bytes: usize, past: bool, keep: Keep) -> Arc<Page> {
    let parts = Parts {
        status: StatusCode::OK,
        headers: HeaderMap::new(),
        raw: Bytes::from(vec![b'x'; bytes]),
    };
    Arc::new(Page::kept(parts, NOW, keep, past))
}

fn put(cache: &Cache, address: &str, past: bool) {
    cache.keep(
        &Arc::from(address),
        page(10, past, Keep::ALWAYS),
        cache.generation(),
    );
}

fn kept(cache: &Cache, addresses: &[&str]) -> Vec<bool> {
    addresses
        .iter()
        .map(|address| !matches!(cache.look_up(address, NOW), Found::Missing))
        .collect()
}

fn of_pages(pages: usize) -> Cache {
    Cache::new(Bounds {
        bytes: 1 << 20,
        pages,
    })
}

#[test]
fn pages_of_earlier_days_leave_first() {
    let cache = of_pages(3);
    put(&cache, "/a", false);
    put(&cache, "/a?per=2015-01-01", true);
    put(&cache, "/b", false);
    // The page of the earlier day was read last, and leaves all the same.
    assert!(cache.current("/a?per=2015-01-01", NOW, |_| ()).is_some());
    put(&cache, "/c", false);
    assert_eq!(
        kept(&cache, &["/a", "/b", "/c", "/a?per=2015-01-01"]),
        [false, true, true, false]
    );
}

#[test]
fn a_flood_of_earlier_days_pushes_out_only_itself() {
    let cache = of_pages(20);
    for address in ["/a", "/b", "/c"] {
        put(&cache, address, false);
    }
    for day in 0..500 {
        put(&cache, &format!("/a?per={day}"), true);
    }
    assert_eq!(kept(&cache, &["/a", "/b", "/c", "/a?per=499"]), [true; 4]);
    assert!(cache.tally().pages <= 20);
}

#[test]
fn what_nobody_has_read_for_longest_leaves_first() {
    let cache = of_pages(3);
    for address in ["/a", "/b", "/c"] {
        put(&cache, address, false);
    }
    assert!(cache.current("/a", NOW, |_| ()).is_some());
    put(&cache, "/d", false);
    // Nine tenths of three is two: the newest, and the one that was read after the others came.
    assert_eq!(
        kept(&cache, &["/a", "/b", "/c", "/d"]),
        [true, false, false, true]
    );
}

#[test]
fn bytes_are_bounded_too_and_the_sum_is_right() {
    let cache = Cache::new(Bounds {
        bytes: 60_000,
        pages: 1000,
    });
    for number in 0..100 {
        let address: Arc<str> = Arc::from(format!("/{number}"));
        cache.keep(
            &address,
            page(1000, false, Keep::ALWAYS),
            cache.generation(),
        );
        assert!(cache.tally().bytes <= 60_000);
    }
    put(&cache, "/99", false);
    let pages = cache.pages.load();
    assert_eq!(
        cache.tally().bytes,
        pages.values().map(|page| page.weight).sum::<usize>()
    );
    // A page larger than everything is given away but never kept: it would empty the cache.
    cache.keep(
        &Arc::from("/huge"),
        page(70_000, false, Keep::ALWAYS),
        cache.generation(),
    );
    assert_eq!(kept(&cache, &["/huge", "/99"]), [false, true]);
    cache.drop_page("/99");
    let pages = cache.pages.load();
    assert_eq!(
        cache.tally().bytes,
        pages.values().map(|page| page.weight).sum::<usize>()
    );
}

#[test]
fn bytes_from_before_something_was_kept_back_are_given_to_nobody() {
    let cache = of_pages(9);
    put(&cache, "/a", false);
    let later = Edition { position: 8, ..NOW };
    assert!(matches!(cache.look_up("/a", later), Found::Older(_)));
    let hidden = Edition {
        position: 8,
        kept_back: 8,
        ..NOW
    };
    assert!(matches!(cache.look_up("/a", hidden), Found::Missing));
    assert!(cache.current("/a", hidden, |_| ()).is_none());
}

#[test]
fn an_edition_or_an_instant_ends_a_page() {
    let cache = of_pages(9);
    put(&cache, "/a", false);
    for (edition, current) in [
        (NOW, true),
        (Edition { position: 8, ..NOW }, false),
        (
            Edition {
                day: date(2026, 11, 24),
                ..NOW
            },
            false,
        ),
    ] {
        assert_eq!(
            cache.current("/a", edition, |_| ()).is_some(),
            current,
            "{edition:?}"
        );
        assert_eq!(
            matches!(cache.look_up("/a", edition), Found::Current(_)),
            current,
            "{edition:?}"
        );
    }
    for (seconds, current) in [(-1, false), (3600, true)] {
        let until = Timestamp::now() + SignedDuration::from_secs(seconds);
        cache.keep(
            &Arc::from("/b"),
            page(10, false, Keep::until(until)),
            cache.generation(),
        );
        assert_eq!(
            cache.current("/b", NOW, |_| ()).is_some(),
            current,
            "{seconds}"
        );
    }
}

#[test]
fn what_was_begun_before_the_forgetting_is_not_kept() {
    let cache = of_pages(9);
    put(&cache, "/a", false);
    let before = cache.generation();
    cache.forget();
    cache.keep(&Arc::from("/b"), page(10, false, Keep::ALWAYS), before);
    assert_eq!(kept(&cache, &["/a", "/b"]), [false, false]);
    assert_eq!(cache.tally().bytes, 0);
    put(&cache, "/b", false);
    assert_eq!(kept(&cache, &["/b"]), [true]);
}
