//! What an address means: whether two of them are one page, and which of them are none.
//!
//! Only what comes out of here is rendered and kept. A reader can therefore not make a second
//! copy of a page by adding a field, by escaping a letter or by doubling a slash, and what they
//! add cannot reach the page that everybody else gets.

use crate::dates_in_query::{BadDay, day_in, decoded};
use jiff::civil::Date;
use std::fmt::Write as _;

/// The longest path or query that we look at. Ours are shorter than 200.
const LONGEST: usize = 2048;

/// An address in its one form: the path, and of the query only the known fields, in fixed order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    /// The path with its query.
    pub(crate) text: String,
    /// Whether it asks for an earlier day than today.
    pub(crate) past: bool,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// This may be a page.
    Page(Address),
    /// It is a page, at this address.
    Moved(String),
    /// Nothing of ours looks so.
    NotFound,
    /// The escapes of the path are no text.
    Unreadable,
    /// The address is longer than any of ours.
    TooLong,
    /// The day in the query cannot be shown.
    BadDay(BadDay),
}

/// Reads a path and a query as they came.
pub(crate) fn read(path: &str, query: Option<&str>, today: Date) -> Asked {
    if path.len() > LONGEST || query.is_some_and(|query| query.len() > LONGEST) {
        return Asked::TooLong;
    }
    let Some(plain) = decoded(path) else {
        return Asked::Unreadable;
    };
    // Our paths are written with these alone. An escaped slash, an å or a control character is
    // thus not one of ours, and the rest of this function may treat the path as its own text.
    let ours = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    if !plain.bytes().all(ours)
        || !plain.starts_with('/')
        || path.to_ascii_lowercase().contains("%2f")
    {
        return Asked::NotFound;
    }
    let day = match day_in(query.unwrap_or_default(), today) {
        Ok(day) => day.filter(|day| *day < today),
        Err(bad) => return Asked::BadDay(bad),
    };
    let text = single_slashes(&plain);
    let mut text = match goals_of(&text) {
        Some(direction) => direction.to_owned(),
        None => in_its_form(text),
    };
    let moved = text != path;
    let Some(fields) = fields(&text, query.unwrap_or_default()) else {
        return Asked::Unreadable;
    };
    let day = day.map(|day| ("per", day.to_string()));
    for (at, (name, value)) in day.iter().chain(&fields).enumerate() {
        text.push(if at == 0 { '?' } else { '&' });
        text.push_str(name);
        text.push('=');
        text.push_str(&escaped(value));
    }
    let day = day.is_some();
    if moved {
        Asked::Moved(text)
    } else {
        Asked::Page(Address { text, past: day })
    }
}

/// The fields beside the day that the page at a path takes, in their order. What a reader adds
/// otherwise is not looked at.
fn taken(path: &str) -> &'static [&'static str] {
    let inner = path
        .strip_prefix("/en/")
        .or_else(|| path.strip_prefix("/fi/"))
        .or_else(|| path.strip_prefix('/'));
    match inner {
        Some("sok") => &["q", "typ", "sida"],
        Some(path) if path.starts_with("indikatorer/") && path.ends_with("/jamfor") => {
            &["kommuner"]
        }
        Some("andringar") => &["fran", "till", "arende", "sida"],
        Some("andringar.atom") => &["arende"],
        _ => &[],
    }
}

/// The fields of a query that its page takes and that hold something; nothing if one of them is
/// no text or given twice.
fn fields(path: &str, query: &str) -> Option<Vec<(&'static str, String)>> {
    let mut fields = Vec::new();
    for name in taken(path) {
        let mut given = query.split('&').filter_map(|field| {
            let (own, value) = field.split_once('=').unwrap_or((field, ""));
            (decoded(own).as_deref() == Some(name)).then_some(value)
        });
        let Some(value) = given.next() else { continue };
        // A form writes a space as a plus.
        let value = value.replace('+', " ");
        let value = decoded(&value)?.into_owned();
        let mut value = value;
        for more in given {
            // Of boxes that are ticked the form sends each by itself.
            if *name != "kommuner" {
                return None;
            }
            value.push(',');
            value.push_str(&decoded(more)?);
        }
        if !value.is_empty() {
            fields.push((*name, value));
        }
    }
    Some(fields)
}

/// One field of a page's own address, which is in its one form.
pub(crate) fn field(query: &str, name: &str) -> Option<String> {
    let mut fields = query.split('&').filter_map(|field| field.split_once('='));
    let (_, value) = fields.find(|(own, _)| *own == name)?;
    decoded(value).map(std::borrow::Cow::into_owned)
}

/// A text as the value of a field of an address.
pub(crate) fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

/// `//evil.example/` in a Location header would be another host, so no address of ours ever has
/// two slashes beside each other.
fn single_slashes(path: &str) -> String {
    let mut single = String::with_capacity(path.len() + 1);
    for character in path.chars() {
        if character != '/' || !single.ends_with('/') {
            single.push(character);
        }
    }
    single
}

/// A section ends with a slash and a page does not (`DESIGN-UX.md` §1).
fn in_its_form(mut path: String) -> String {
    let bare = path.trim_end_matches('/').len();
    if is_section(&path[..bare]) {
        path.truncate(bare);
        path.push('/');
    } else if is_page(&path[..bare]) {
        path.truncate(bare);
    }
    path
}

/// The direction of a period, for whoever leaves out the name of a goal: it lists them all.
fn goals_of(path: &str) -> Option<&str> {
    let direction = path.trim_end_matches('/').strip_suffix("mal")?;
    let period = without_language(direction.strip_suffix('/')?).strip_prefix('/')?;
    is_period(period).then_some(direction)
}

/// Whether the path names a section, but for its slash: a language, a period, or one of the lists.
fn is_section(path: &str) -> bool {
    let inner = without_language(path);
    match inner.strip_prefix('/') {
        None => inner.is_empty(),
        Some(name) => {
            matches!(
                name,
                "indikatorer"
                    | "namnder"
                    | "bolag"
                    | "rapporter"
                    | "god-ekonomisk-hushallning"
                    | "sidor"
                    | "styrdokument"
                    | "processer"
                    | "malgrupper"
            ) || is_period(name)
        }
    }
}

/// Whether the path may name a page: one of those that stand alone, or anything below another.
/// What is neither is left to the router as it is, which knows it not.
fn is_page(path: &str) -> bool {
    let inner = without_language(path).trim_start_matches('/');
    match inner.split_once('/') {
        Some((above, _)) => above != "static",
        None => matches!(
            inner,
            "vision"
                | "sa-styrs-kommunen"
                | "sok"
                | "kontakt"
                | "driftinformation"
                | "varden"
                | "servicedeklarationer"
                | "balans"
                | "kommunkoncernen"
                | "andringar"
                | "andringar.atom"
        ),
    }
}

fn without_language(path: &str) -> &str {
    let below = path
        .strip_prefix("/en")
        .or_else(|| path.strip_prefix("/fi"));
    below
        .filter(|below| below.is_empty() || below.starts_with('/'))
        .unwrap_or(path)
}

/// `2016-2019`, or `2011` for a period whose years no source gives.
fn is_period(name: &str) -> bool {
    let year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    match name.split_once('-') {
        Some((first, last)) => year(first) && year(last),
        None => year(name),
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, Asked, read};
    use crate::dates_in_query::DayFault;
    use jiff::civil::{Date, date};

    const TODAY: Date = date(2026, 11, 23);

    fn asked(address: &str) -> Asked {
        match address.split_once('?') {
            Some((path, query)) => read(path, Some(query), TODAY),
            None => read(address, None, TODAY),
        }
    }

    fn page(text: &str) -> Asked {
        Asked::Page(Address {
            text: text.to_owned(),
            past: text.contains("?per="),
        })
    }

    #[test]
    fn one_page_has_one_address() {
        for same in [
            "/vision",
            "/vision?",
            "/vision?utm_source=brev",
            "/vision?per=",
            "/vision?per=2026-11-23",
            "/vision?&&x",
        ] {
            assert_eq!(asked(same), page("/vision"), "{same}");
        }
        for same in [
            "/?per=2015-01-01",
            "/?a=b&per=2015-01-01",
            "/?per=2015-01-01&per2=x",
            "/?per=2015%2d01-01",
        ] {
            assert_eq!(asked(same), page("/?per=2015-01-01"), "{same}");
        }
    }

    #[test]
    fn sections_end_with_a_slash_and_pages_do_not() {
        for (from, to) in [
            ("/en", "/en/"),
            ("/fi", "/fi/"),
            ("/2016-2019", "/2016-2019/"),
            ("/2011", "/2011/"),
            ("/en/indikatorer", "/en/indikatorer/"),
            ("/bolag?x=1", "/bolag/"),
            ("/fi/2011?per=2012-03-04&x", "/fi/2011/?per=2012-03-04"),
        ] {
            assert_eq!(asked(from), Asked::Moved(to.to_owned()), "{from}");
        }
        for (from, to) in [
            ("/vision/", "/vision"),
            ("/en/vision/?per=2015-01-01", "/en/vision?per=2015-01-01"),
            ("/2016-2019/mal/x/", "/2016-2019/mal/x"),
            ("/2016-2019/mal/", "/2016-2019/"),
            ("/fi/2011/mal", "/fi/2011/"),
        ] {
            assert_eq!(asked(from), Asked::Moved(to.to_owned()), "{from}");
        }
        for same in ["/", "/en/", "/2011/", "/fi/2011/", "/bolag/", "/en/bolag/"] {
            assert_eq!(asked(same), page(same), "{same}");
        }
        // The router says what these are.
        for same in [
            "/mal",
            "/bolag/mal",
            "/static/",
            "/ataganden/",
            "/enkla",
            "/en/vision",
            "/2016",
            "/20166",
            "/2016-201",
            "/english",
        ] {
            let expected = if same == "/2016" {
                Asked::Moved("/2016/".to_owned())
            } else {
                page(same)
            };
            assert_eq!(asked(same), expected, "{same}");
        }
    }

    #[test]
    fn every_address_of_the_routes_is_in_its_form_with_and_without_a_slash() {
        let routes = include_str!("../routes.rs");
        let at = routes.split("at(\"").skip(1);
        let paths: Vec<String> = at
            .filter_map(|rest| rest.split('"').next())
            .map(|path| {
                path.replace("{period}", "2016-2019")
                    .replace(['{', '}'], "")
            })
            .collect();
        assert!(paths.iter().any(|path| path == "/vision"));
        for path in paths.iter().filter(|path| *path != "/tack") {
            assert_eq!(asked(path), page(path), "{path}");
            let other = match path.strip_suffix('/') {
                Some("") => continue,
                Some(bare) => bare.to_owned(),
                None => format!("{path}/"),
            };
            assert_eq!(asked(&other), Asked::Moved(path.clone()), "{other}");
        }
    }

    #[test]
    fn oddities_lead_home_or_nowhere_but_never_to_another_host() {
        for (from, to) in [
            ("//evil.example/", "/evil.example/"),
            ("///vision", "/vision"),
            ("//en", "/en/"),
            ("/2016%2D2019/m%61l/x", "/2016-2019/mal/x"),
            ("/%76ision?per=2015-01-01", "/vision?per=2015-01-01"),
        ] {
            assert_eq!(asked(from), Asked::Moved(to.to_owned()), "{from}");
        }
        for nowhere in [
            "/n%C3%B6jd",
            "/a%2Fb",
            "/a%2fb",
            "/%2F/evil.example",
            "/\\evil",
            "/a%00b",
            "/a;b",
            "/a:b",
            "*",
            "",
            "/%0d%0aX:1",
            "/a b",
        ] {
            assert_eq!(asked(nowhere), Asked::NotFound, "{nowhere}");
        }
        for unreadable in ["/%ff", "/%", "/%4", "/%zz", "/%C3"] {
            assert_eq!(asked(unreadable), Asked::Unreadable, "{unreadable}");
        }
        assert_eq!(asked(&"/a".repeat(1025)), Asked::TooLong);
        assert_eq!(asked(&format!("/?x={}", "a".repeat(2048))), Asked::TooLong);
    }

    #[test]
    fn a_search_is_its_words_its_kind_and_its_page() {
        for (same, one) in [
            ("/sok?q=betyg", "/sok?q=betyg"),
            ("/sok?x=1&sida=2&q=betyg&typ=", "/sok?q=betyg&sida=2"),
            (
                "/en/sok?q=h%c3%b6j+niv%C3%A5n",
                "/en/sok?q=h%C3%B6j%20niv%C3%A5n",
            ),
            ("/sok?q=a%26per%3D1", "/sok?q=a%26per%3D1"),
            ("/sok?q=", "/sok"),
            ("/vision?q=betyg", "/vision"),
        ] {
            assert_eq!(asked(same), page(one), "{same}");
        }
        let past = "/sok?per=2015-01-01&q=betyg";
        assert_eq!(asked("/sok?q=betyg&per=2015-01-01"), page(past));
        for unreadable in ["/sok?q=%ff", "/sok?q=a&q=b", "/sok?q=%"] {
            assert_eq!(asked(unreadable), Asked::Unreadable, "{unreadable}");
        }
        assert_eq!(
            super::field("per=1&q=h%C3%B6j", "q").as_deref(),
            Some("höj")
        );
    }

    #[test]
    fn two_days_and_a_page_are_fields_of_the_changes() {
        for (same, one) in [
            ("/andringar?sida=2&x", "/andringar?sida=2"),
            (
                "/fi/andringar?till=&fran=2015-01-01",
                "/fi/andringar?fran=2015-01-01",
            ),
            ("/andringar.atom?sida=2", "/andringar.atom"),
            ("/andringar.atom?x&arende=4", "/andringar.atom?arende=4"),
        ] {
            assert_eq!(asked(same), page(one), "{same}");
        }
        let past = "/andringar?per=2018-01-01&fran=2015-01-01&till=2016-01-01&arende=4";
        let mixed = "/andringar?arende=4&till=2016-01-01&per=2018-01-01&fran=2015-01-01";
        assert_eq!(asked(mixed), page(past));
    }

    #[test]
    fn a_bad_day_is_told() {
        assert!(
            matches!(asked("/vision?per=igår"), Asked::BadDay(bad) if bad.fault == DayFault::Malformed)
        );
        assert!(
            matches!(asked("/vision?per=2026-11-24"), Asked::BadDay(bad) if bad.fault == DayFault::Future)
        );
    }
}
