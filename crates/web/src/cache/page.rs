//! A page as it leaves: its bytes in up to three forms, each with its whole response head.

use super::negotiate::{Takes, has_already, takes};
use super::{Count, Edition, Keep};
use crate::compress::{Effort, both, shrinks};
use axum::body::Bytes;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue,
    VARY,
};
use axum::http::{Method, Response, StatusCode};
use http_body_util::Full;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use std::sync::atomic::{AtomicU64, Ordering};

/// What every answer is: all our bodies are in memory.
pub(crate) type Answer = Response<Full<Bytes>>;

/// What a browser may do with a page: keep it, and ask each time whether it still holds. The
/// question costs a head and no body, and a crisis notice is then seen at once; any `max-age`
/// would be the time that a reader may not see it.
pub(crate) const ASK_EACH_TIME: HeaderValue = HeaderValue::from_static("public, no-cache");

/// What a head is counted as in the weight of a form: sixteen entries of a header map.
const HEAD_WEIGHT: usize = 2_500;

/// A page.
#[derive(Debug)]
pub(crate) struct Page {
    status: StatusCode,
    plain: Form,
    gzip: Option<Form>,
    brotli: Option<Form>,
    /// What it was made for; `None` if it always holds, as the style sheet does.
    edition: Option<Edition>,
    /// When it stops to hold by itself.
    until: Option<Timestamp>,
    /// Whether it shows an earlier day.
    pub(super) past: bool,
    /// Bytes of memory.
    pub(super) weight: usize,
    /// The step of the cache at which it was last read.
    read_at: AtomicU64,
}

/// One form of a page.
#[derive(Debug)]
struct Form {
    /// The strong tag of these very bytes; a page that is never kept has none.
    etag: Option<HeaderValue>,
    /// The whole head, made once.
    head: HeaderMap,
    body: Bytes,
}

/// What a page is made of.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) status: StatusCode,
    /// The headers of the page itself and those of every response.
    pub(crate) headers: HeaderMap,
    pub(crate) raw: Bytes,
}

impl Page {
    /// A page to be given to those who wait for it, and not kept.
    pub(crate) fn passing(parts: Parts, edition: Edition) -> Self {
        Page::of(
            parts.status,
            Form::new(parts.headers, parts.raw, None, false),
            None,
            None,
            Some(edition),
        )
    }

    /// A page to be kept. Takes milliseconds: never on a thread that serves.
    pub(crate) fn kept(mut parts: Parts, edition: Edition, keep: Keep, past: bool) -> Self {
        parts.headers.entry(CACHE_CONTROL).or_insert(ASK_EACH_TIME);
        let pressed = if text_of(&parts.headers) {
            both(&parts.raw, Effort::Page)
        } else {
            (None, None)
        };
        Page {
            until: keep.until,
            past,
            ..Page::of_bytes(parts, pressed, Some(edition))
        }
    }

    /// A page that holds as long as the process lives, with its compressed bytes.
    pub(crate) fn fixed(parts: Parts, pressed: (Option<Bytes>, Option<Bytes>)) -> Self {
        Page::of_bytes(parts, pressed, None)
    }

    fn of_bytes(
        mut parts: Parts,
        pressed: (Option<Bytes>, Option<Bytes>),
        edition: Option<Edition>,
    ) -> Self {
        // Also on the form for those who take no other: a cache between us must know that there
        // are others.
        parts
            .headers
            .insert(VARY, HeaderValue::from_static("accept-encoding"));
        let form = |body: Bytes, coding| Form::new(parts.headers.clone(), body, coding, true);
        let gzip = pressed.0.map(|body| form(body, Some("gzip")));
        let brotli = pressed.1.map(|body| form(body, Some("br")));
        Page::of(parts.status, form(parts.raw, None), gzip, brotli, edition)
    }

    fn of(
        status: StatusCode,
        plain: Form,
        gzip: Option<Form>,
        brotli: Option<Form>,
        edition: Option<Edition>,
    ) -> Self {
        let weigh = |form: &Form| form.body.len() + HEAD_WEIGHT;
        let weight =
            weigh(&plain) + gzip.as_ref().map_or(0, weigh) + brotli.as_ref().map_or(0, weigh);
        Page {
            status,
            plain,
            gzip,
            brotli,
            edition,
            until: None,
            past: false,
            weight,
            read_at: AtomicU64::new(0),
        }
    }

    /// Whether its bytes are of this edition and still hold.
    pub(super) fn holds(&self, edition: Edition) -> bool {
        self.edition.is_none_or(|own| own == edition)
            && self.until.is_none_or(|until| Timestamp::now() < until)
    }

    /// Whether its bytes are from before somebody last said who may read what.
    pub(super) fn may_tell_what_is_kept_back(&self, edition: Edition) -> bool {
        self.edition
            .is_some_and(|own| own.kept_back != edition.kept_back)
    }

    /// Notes that somebody read it. Written only when the step has moved, so that two processors
    /// that serve one page do not take its memory from each other.
    pub(super) fn read_at(&self, step: u64) {
        if self.read_at.load(Ordering::Relaxed) != step {
            self.read_at.store(step, Ordering::Relaxed);
        }
    }

    pub(super) fn last_read(&self) -> u64 {
        self.read_at.load(Ordering::Relaxed)
    }

    /// The answer for one reader: the smallest form that they take, or that they have it.
    pub(crate) fn answer(&self, method: &Method, headers: &HeaderMap) -> (Answer, Count) {
        let form = self.form(takes(headers));
        if let Some(etag) = &form.etag
            && has_already(headers, etag.as_bytes())
        {
            return (form.unchanged(), Count::Unchanged);
        }
        // The length in the head tells a HEAD request what GET would have given.
        let body = if method == Method::HEAD {
            Bytes::new()
        } else {
            form.body.clone()
        };
        let mut answer = Response::new(Full::new(body));
        *answer.status_mut() = self.status;
        *answer.headers_mut() = form.head.clone();
        (answer, Count::Current)
    }

    fn form(&self, takes: Takes) -> &Form {
        match (&self.brotli, &self.gzip) {
            (Some(brotli), _) if takes.brotli => brotli,
            (_, Some(gzip)) if takes.gzip => gzip,
            _ => &self.plain,
        }
    }
}

impl Form {
    fn new(mut head: HeaderMap, body: Bytes, coding: Option<&'static str>, tagged: bool) -> Self {
        head.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        if let Some(coding) = coding {
            head.insert(CONTENT_ENCODING, HeaderValue::from_static(coding));
        }
        let etag = tagged.then(|| tag(&body));
        if let Some(etag) = &etag {
            head.insert(ETAG, etag.clone());
        }
        Form { etag, head, body }
    }

    /// "You have it": the head without what describes a body (RFC 9110 §15.4.5).
    fn unchanged(&self) -> Answer {
        let mut answer = Response::new(Full::default());
        *answer.status_mut() = StatusCode::NOT_MODIFIED;
        let mut head = self.head.clone();
        for of_the_body in [CONTENT_LENGTH, CONTENT_TYPE, CONTENT_ENCODING] {
            head.remove(of_the_body);
        }
        *answer.headers_mut() = head;
        answer
    }
}

/// A tag is the hash of the bytes: the same bytes after a new start, or on another node, have
/// the same tag, and the browser need not fetch them again.
fn tag(body: &[u8]) -> HeaderValue {
    let mut tag = String::with_capacity(26);
    tag.push('"');
    for byte in &Sha256::digest(body)[..12] {
        tag.push_str(&format!("{byte:02x}"));
    }
    tag.push('"');
    HeaderValue::from_str(&tag).expect("quotes and hexadecimal digits are a header value")
}

fn text_of(headers: &HeaderMap) -> bool {
    headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(shrinks)
}
