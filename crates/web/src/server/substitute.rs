//! The page that stands in the place of a bare refusal of the HTTP library.
//!
//! hyper answers a head that it cannot read (a raw `<` or a space in the address, a name that is too
//! long) with a status and nothing else, before any of our code is asked. Whoever typed that address
//! gets the same page as for any other that cannot be understood.

use super::Site;
use crate::cache::page::Answer;
use crate::failure::Failure;
use axum::body::Bytes;
use http_body_util::BodyExt;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

/// The longest refusal: a status, a date, a length and that the connection closes.
const LONGEST: usize = 200;

/// The page while it is made, and then its bytes as they go out.
pub(super) enum Substitute {
    Coming(Pin<Box<dyn Future<Output = Bytes> + Send>>),
    Going(Bytes),
}

impl fmt::Debug for Substitute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Substitute::Coming(_) => "Coming",
            Substitute::Going(_) => "Going",
        })
    }
}

impl Substitute {
    /// The page for what hyper writes, if that is a bare refusal: our own answers of that kind all
    /// say something.
    pub(super) fn instead_of(written: &[u8], site: &Site) -> Option<Substitute> {
        let is_bare = written.len() <= LONGEST
            && written.starts_with(b"HTTP/1.1 4")
            && written.ends_with(b"\r\n\r\n");
        let text = std::str::from_utf8(written).ok().filter(|_| is_bare)?;
        text.contains("\r\ncontent-length: 0\r\n").then_some(())?;
        let failure = match text.get(9..12)? {
            "414" => Failure::AddressTooLong,
            "431" => Failure::HeadTooLarge,
            _ => Failure::BadRequest,
        };
        let date = text.lines().find(|line| line.starts_with("date: "));
        let (site, date) = (site.clone(), date.map(str::to_owned));
        Some(Substitute::Coming(Box::pin(async move {
            let answer = site.failed(failure, "/".to_owned()).await;
            written_out(answer, date).await
        })))
    }

    /// The bytes that are left to write; none when all are written.
    pub(super) fn poll_bytes(&mut self, cx: &mut Context<'_>) -> Poll<Option<Bytes>> {
        if let Substitute::Coming(coming) = self {
            match coming.as_mut().poll(cx) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(bytes) => *self = Substitute::Going(bytes),
            }
        }
        match self {
            Substitute::Going(bytes) if !bytes.is_empty() => Poll::Ready(Some(bytes.clone())),
            _ => Poll::Ready(None),
        }
    }

    /// So many of them are written.
    pub(super) fn wrote(&mut self, count: usize) {
        if let Substitute::Going(bytes) = self {
            *bytes = bytes.slice(count.min(bytes.len())..);
        }
    }
}

/// An answer as HTTP/1.1 has it on the wire, with the date that the library said, after which the
/// connection closes.
async fn written_out(answer: Answer, date: Option<String>) -> Bytes {
    let (head, body) = answer.into_parts();
    let body = match body.collect().await {
        Ok(body) => body.to_bytes(),
        Err(never) => match never {},
    };
    let mut out = format!("HTTP/1.1 {}\r\n", head.status).into_bytes();
    for (name, value) in &head.headers {
        if !matches!(name.as_str(), "connection" | "content-length") {
            out.extend_from_slice(name.as_str().as_bytes());
            out.extend_from_slice(b": ");
            out.extend_from_slice(value.as_bytes());
            out.extend_from_slice(b"\r\n");
        }
    }
    let end = format!(
        "connection: close\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    for line in date.iter().flat_map(|date| [date.as_str(), "\r\n"]) {
        out.extend_from_slice(line.as_bytes());
    }
    out.extend_from_slice(end.as_bytes());
    out.extend_from_slice(&body);
    out.into()
}
