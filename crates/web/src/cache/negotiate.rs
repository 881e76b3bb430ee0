//! What the reader's browser takes, and what it has already.

use axum::http::header::{ACCEPT_ENCODING, HeaderMap, IF_NONE_MATCH};

/// The forms of a page that a browser takes, besides the page as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Takes {
    pub(crate) gzip: bool,
    pub(crate) brotli: bool,
}

/// Reads `Accept-Encoding`. Of those that a browser takes at all we choose the smallest form;
/// its finer weights (`q=0.8`) say nothing that would make a larger one better for it.
pub(crate) fn takes(headers: &HeaderMap) -> Takes {
    let mut takes = Takes::default();
    let (mut gzip_named, mut brotli_named, mut any) = (false, false, false);
    for value in headers.get_all(ACCEPT_ENCODING) {
        for item in value.as_bytes().split(|byte| *byte == b',') {
            let mut parts = item.split(|byte| *byte == b';');
            let name = parts.next().unwrap_or_default().trim_ascii();
            let wanted = !parts.any(is_zero);
            if name.eq_ignore_ascii_case(b"br") {
                (takes.brotli, brotli_named) = (wanted, true);
            } else if name.eq_ignore_ascii_case(b"gzip") || name.eq_ignore_ascii_case(b"x-gzip") {
                (takes.gzip, gzip_named) = (wanted, true);
            } else if name == b"*" {
                any = wanted;
            }
        }
    }
    takes.brotli |= any && !brotli_named;
    takes.gzip |= any && !gzip_named;
    takes
}

/// Whether a parameter is `q=0`, `q=0.`, `q=0.000`: "do not send me that".
fn is_zero(parameter: &[u8]) -> bool {
    let parameter = parameter.trim_ascii();
    match parameter
        .strip_prefix(b"q=")
        .or_else(|| parameter.strip_prefix(b"Q="))
    {
        Some(weight) => weight.starts_with(b"0") && weight.iter().all(|byte| b"0.".contains(byte)),
        None => false,
    }
}

/// Whether the browser says that it has these bytes. `W/` is looked past, as RFC 9110 §13.1.2
/// asks: a proxy may have weakened our tag on the way.
pub(crate) fn has_already(headers: &HeaderMap, etag: &[u8]) -> bool {
    headers.get_all(IF_NONE_MATCH).iter().any(|value| {
        value.as_bytes().split(|byte| *byte == b',').any(|item| {
            let item = item.trim_ascii();
            item == b"*" || item.strip_prefix(b"W/").unwrap_or(item) == etag
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{Takes, has_already, takes};
    use axum::http::header::{ACCEPT_ENCODING, HeaderMap, HeaderValue, IF_NONE_MATCH};

    fn of(values: &[&'static str]) -> (bool, bool) {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(ACCEPT_ENCODING, HeaderValue::from_static(value));
        }
        let Takes { gzip, brotli } = takes(&headers);
        (gzip, brotli)
    }

    #[test]
    fn what_a_browser_takes() {
        assert_eq!(of(&[]), (false, false));
        assert_eq!(of(&["gzip, deflate, br, zstd"]), (true, true));
        assert_eq!(of(&["gzip", "BR"]), (true, true));
        assert_eq!(of(&["gzip;q=0.5,br;q=0"]), (true, false));
        assert_eq!(of(&["*"]), (true, true));
        assert_eq!(of(&["*, br; q=0.000"]), (true, false));
        assert_eq!(of(&["*;q=0"]), (false, false));
        assert_eq!(of(&["identity", "brotli", "", ";;,,"]), (false, false));
        assert_eq!(of(&["br;q=0.001"]), (false, true));
    }

    #[test]
    fn what_a_browser_has() {
        let has = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(IF_NONE_MATCH, HeaderValue::from_static(value));
            has_already(&headers, b"\"abc\"")
        };
        for yes in [
            "\"abc\"",
            "W/\"abc\"",
            "\"x\", \"abc\"",
            "*",
            "\"x\",W/\"abc\" ",
        ] {
            assert!(has(yes), "{yes}");
        }
        for no in ["abc", "\"ab\"", "", "\"abcd\"", "w/\"abc\""] {
            assert!(!has(no), "{no}");
        }
        assert!(!has_already(&HeaderMap::new(), b"\"abc\""));
    }
}
