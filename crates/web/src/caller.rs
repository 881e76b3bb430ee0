//! Who sends a form: from which site, and from which address.
//!
//! A form of ours is sent by a page of ours. A browser says so itself (`Sec-Fetch-Site`), or at
//! least from where (`Origin`); what a page of somebody else's makes a browser send is refused
//! before any route sees it (`RELIABILITY.md` 12). What says neither is no browser, and has
//! nobody's session to abuse.

use axum::http::HeaderMap;
use axum::http::header::{HOST, HeaderName, ORIGIN};
use std::net::IpAddr;

/// The address of whoever sent a form: of the connection, or as a trusted proxy tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caller(pub IpAddr);

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Whether a form comes from a page of ours, or from no page at all.
pub(crate) fn is_ours(headers: &HeaderMap, public_url: Option<&str>) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if let Some(site) = text(SEC_FETCH_SITE) {
        return site == "same-origin" || site == "none";
    }
    let Some(origin) = text(ORIGIN) else {
        return true;
    };
    let Some((_, host)) = origin.split_once("://") else {
        return false;
    };
    let public = public_url.map(|url| url.trim_end_matches('/'));
    text(HOST) == Some(host) || public == Some(origin)
}

/// The address of a caller. What a header says counts only if the connection comes from a proxy
/// that we were told to trust; then the last address that is no such proxy, since everything
/// before it is the caller's own word.
pub(crate) fn address(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> Caller {
    if !trusted.contains(&peer) {
        return Caller(peer);
    }
    let forwarded = headers.get_all(X_FORWARDED_FOR).iter();
    let forwarded = forwarded.filter_map(|value| value.to_str().ok());
    let forwarded: Vec<&str> = forwarded.flat_map(|value| value.split(',')).collect();
    for address in forwarded.iter().rev() {
        match address.trim().parse::<IpAddr>() {
            Ok(address) if trusted.contains(&address) => {}
            Ok(address) => return Caller(address),
            Err(_) => break,
        }
    }
    Caller(peer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn headers(all: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut map = HeaderMap::new();
        for (name, value) in all {
            map.append(*name, HeaderValue::from_static(value));
        }
        map
    }

    #[test]
    fn a_form_of_ours_is_sent_by_a_page_of_ours() {
        let public = Some("https://mal.example.se/");
        let ours: [&[_]; 5] = [
            &[("sec-fetch-site", "same-origin"), ("host", "x")],
            &[("sec-fetch-site", "none")],
            &[
                ("host", "mal.example.se:8080"),
                ("origin", "http://mal.example.se:8080"),
            ],
            &[
                ("host", "127.0.0.1:8080"),
                ("origin", "https://mal.example.se"),
            ],
            &[("host", "x")],
        ];
        for all in ours {
            assert!(is_ours(&headers(all), public), "{all:?}");
        }
        let others: [&[_]; 7] = [
            &[("sec-fetch-site", "cross-site"), ("host", "x")],
            &[("sec-fetch-site", "same-site"), ("host", "x")],
            &[
                ("sec-fetch-site", "cross-site"),
                ("host", "x"),
                ("origin", "http://x"),
            ],
            &[("host", "x"), ("origin", "null")],
            &[("host", "x"), ("origin", "https://evil.example")],
            &[("host", "x"), ("origin", "http://x:81")],
            &[
                ("host", "mal.example.se"),
                ("origin", "https://mal.example.se.evil.example"),
            ],
        ];
        for all in others {
            assert!(!is_ours(&headers(all), public), "{all:?}");
        }
    }

    #[test]
    fn a_forwarded_address_counts_only_from_a_proxy_that_we_trust() {
        let ip = |text: &str| text.parse::<IpAddr>().unwrap();
        let proxy = ip("10.0.0.1");
        let said = |value| headers(&[("x-forwarded-for", value)]);
        let caller = |peer: IpAddr, headers: &HeaderMap| address(peer, headers, &[proxy]).0;
        let stranger = ip("192.0.2.7");
        assert_eq!(caller(stranger, &said("203.0.113.9")), stranger);
        assert_eq!(
            caller(proxy, &said("1.2.3.4, 203.0.113.9")),
            ip("203.0.113.9")
        );
        assert_eq!(
            caller(proxy, &said("203.0.113.9, 10.0.0.1")),
            ip("203.0.113.9")
        );
        assert_eq!(caller(proxy, &said("2001:db8::1")), ip("2001:db8::1"));
        for odd in ["", "unknown", "203.0.113.9, nobody"] {
            assert_eq!(caller(proxy, &said(odd)), proxy, "{odd}");
        }
        assert_eq!(caller(proxy, &HeaderMap::new()), proxy);
    }
}
