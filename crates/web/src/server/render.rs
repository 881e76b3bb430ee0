//! Making a page, or the page that tells why there is none.

use super::Site;
use super::answer::{Peer, TooSlow};
use crate::cache::making::Task;
use crate::cache::page::{Answer, Page, Parts};
use crate::cache::{Count, Edition, Found, Keep};
use crate::caller::{self, is_ours};
use crate::failure::{Failure, Panicked, chain, reference};
use crate::security::{Scripted, SecretAddress};
use axum::body::{Body, Bytes};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, RETRY_AFTER,
    SET_COOKIE,
};
use axum::http::{HeaderValue, Method, Request, Response, StatusCode};
use axum::response::IntoResponse as _;
use http_body_util::{BodyExt as _, Collected, Full, LengthLimitError};
use std::any::Any;
use std::error::Error;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::OwnedSemaphorePermit;
use tower::ServiceExt as _;

/// How long the page that tells a failure waits for a thread.
const PATIENCE: Duration = Duration::from_millis(500);

impl Site {
    /// Makes the page of a task, keeps it if it may be kept, and hands it to those who wait.
    pub(super) async fn make(self, task: Task, past: bool) {
        let Some(_thread) = self.parts.making.thread().await else {
            return;
        };
        let cache = &self.parts.cache;
        let page = loop {
            // Both before the page reads State. What it reads may be newer than the edition says,
            // and is then made once more; it is never older.
            let generation = cache.generation();
            let edition = (self.parts.source.edition)();
            let (site, address) = (self.clone(), Arc::clone(task.address()));
            let made =
                tokio::task::spawn_blocking(move || site.render(&address, edition, past)).await;
            let Ok((page, keep)) = made else { return };
            cache.count(Count::Made);
            let kept_back = (self.parts.source.edition)().kept_back;
            if cache.generation() != generation || kept_back != edition.kept_back {
                // Everything was forgotten meanwhile: what we have may hold what must not leave.
                continue;
            }
            let page = Arc::new(page);
            break match (keep, cache.look_up(task.address(), edition)) {
                (Made::Kept, _) => {
                    cache.keep(task.address(), Arc::clone(&page), generation);
                    page
                }
                // A page that cannot be made is our fault, and has been logged. Residents go on
                // reading what it was.
                (Made::Failed, Found::Current(older) | Found::Older(older)) => older,
                (Made::Gone, Found::Current(_) | Found::Older(_)) => {
                    cache.drop_page(task.address());
                    page
                }
                (Made::Failed | Made::Gone, Found::Missing) => page,
            };
        };
        task.done(page);
    }

    /// Asks the routes for a page. On a thread that may be busy for milliseconds.
    fn render(&self, address: &str, edition: Edition, past: bool) -> (Page, Made) {
        let path = address.split('?').next().unwrap_or(address);
        let mut request = Request::new(Body::empty());
        request.extensions_mut().insert(edition);
        let threads = Handle::current();
        let (mut parts, keep) = match address.parse() {
            Ok(uri) => {
                *request.uri_mut() = uri;
                // Nothing that was being made is used after a panic: the request was its own.
                let asked = catch_unwind(AssertUnwindSafe(|| threads.block_on(self.ask(request))));
                threads.block_on(self.told(asked.map_err(|panic| said(&*panic)), path))
            }
            Err(_) => (
                threads.block_on(self.failure_parts(&Failure::BadRequest, path)),
                None,
            ),
        };
        // What is made for everybody says nothing to one browser.
        parts.headers.remove(SET_COOKIE);
        match keep {
            Some(keep) if parts.status == StatusCode::OK => {
                (Page::kept(parts, edition, keep, past), Made::Kept)
            }
            _ if parts.status.is_server_error() => (Page::passing(parts, edition), Made::Failed),
            _ => (Page::passing(parts, edition), Made::Gone),
        }
    }

    /// Asks the routes.
    fn ask(&self, request: Request<Body>) -> impl Future<Output = Asked> + Send + use<> {
        let routes = self.parts.source.routes.clone();
        async move {
            // The error of a router is a type without values.
            let Ok(response) = routes.oneshot(request).await;
            let (head, body) = response.into_parts();
            (head, body.collect().await.map(Collected::to_bytes))
        }
    }

    /// What the routes answered, with every header; a panic is a failure like any other.
    async fn told(&self, asked: Result<Asked, String>, path: &str) -> (Parts, Option<Keep>) {
        let (mut head, body) = match asked {
            Ok((head, Ok(body))) => (head, body),
            Ok((_, Err(error))) => {
                return (
                    self.failure_parts(&Failure::internal(error), path).await,
                    None,
                );
            }
            Err(panic) => {
                return (
                    self.failure_parts(&Failure::internal(Panicked(panic)), path)
                        .await,
                    None,
                );
            }
        };
        if let Some(failure) = failure_of(&mut head) {
            let mut parts = self.failure_parts(&failure, path).await;
            if let Some(allow) = head.headers.remove(ALLOW) {
                parts.headers.insert(ALLOW, allow);
            }
            return (parts, None);
        }
        let keep = head.extensions.remove::<Keep>();
        let mut parts = self.finished(head.status, &head.headers, body, keep.is_some());
        if let Some(scripted) = head.extensions.remove::<Scripted>() {
            scripted.allow(&mut parts.headers);
        }
        if let Some(secret) = head.extensions.remove::<SecretAddress>() {
            secret.keep(&mut parts.headers);
        }
        (parts, keep)
    }

    /// Gives a response of the routes the headers of every response. Ours win.
    fn finished(&self, status: StatusCode, own: &HeaderMap, raw: Bytes, kept: bool) -> Parts {
        let mut headers = self.parts.headers.clone();
        for (name, value) in own {
            if !self.parts.headers.contains_key(name) {
                headers.append(name.clone(), value.clone());
            }
        }
        headers.remove(CONTENT_LENGTH);
        if !kept {
            headers
                .entry(CACHE_CONTROL)
                .or_insert(HeaderValue::from_static("no-store"));
        }
        Parts {
            status,
            headers,
            raw,
        }
    }

    /// The page that tells a failure, and the one line in the log.
    async fn failure_parts(&self, failure: &Failure, path: &str) -> Parts {
        let status = failure.status();
        let reference = status.is_server_error().then(reference);
        let path = crate::work::without_secret(path);
        match (failure, &reference) {
            (Failure::Internal(error) | Failure::Unwritten(error), Some(reference)) => {
                tracing::error!(reference, path, error = chain(&**error), "a page failed");
            }
            (failure, Some(reference)) => {
                tracing::warn!(reference, path, %failure, "a request was turned away");
            }
            (failure, None) => tracing::debug!(path, %failure, "a request was turned away"),
        }
        let page = || (self.parts.source.failure_page)(path, failure, reference.as_deref());
        // The page that tells a failure may have the same fault as the page that failed.
        let page = catch_unwind(AssertUnwindSafe(page)).unwrap_or_else(|panic| {
            tracing::error!(
                error = said(&*panic),
                "the page that tells a failure failed"
            );
            format!(
                "{} {}\n",
                status.as_u16(),
                reference.as_deref().unwrap_or_default()
            )
            .into_response()
        });
        let (own, body) = page.into_parts();
        let raw = body
            .collect()
            .await
            .map(Collected::to_bytes)
            .unwrap_or_default();
        let mut parts = self.finished(status, &own.headers, raw, false);
        let retry_after = match failure {
            Failure::Busy => Some("2"),
            Failure::TooMany => Some("600"),
            _ => None,
        };
        if let Some(seconds) = retry_after {
            let seconds = HeaderValue::from_static(seconds);
            parts.headers.insert(RETRY_AFTER, seconds);
        }
        if matches!(failure, Failure::MethodNotAllowed) {
            let read = HeaderValue::from_static("GET, HEAD");
            parts.headers.entry(ALLOW).or_insert(read);
        }
        if matches!(failure, Failure::TooSlow | Failure::BodyTooLarge) {
            // The rest of that body is still on its way and must not be read as a request.
            parts
                .headers
                .insert(CONNECTION, HeaderValue::from_static("close"));
        }
        parts
    }

    /// The answer to a request that failed before any route was asked.
    pub(super) async fn failed(&self, failure: Failure, path: String) -> Answer {
        let thread = tokio::time::timeout(PATIENCE, self.parts.making.thread()).await;
        let Ok(_thread) = thread else {
            // Every thread makes a slow page. This one is quick and must not wait for them.
            return answer_of(self.failure_parts(&failure, &path).await);
        };
        let (site, status) = (self.clone(), failure.status());
        let told = tokio::task::spawn_blocking(move || {
            Handle::current().block_on(site.failure_parts(&failure, &path))
        });
        told.await.map_or_else(|_| self.bare(status, ""), answer_of)
    }

    /// The answer when too much waits for a thread: it does not wait for one itself.
    pub(super) async fn busy(&self, path: &str) -> Answer {
        answer_of(self.failure_parts(&Failure::Busy, path).await)
    }

    /// Anything but GET and HEAD, and everything of the work area: the routes see the request
    /// whole, and nothing is kept.
    pub(super) async fn passed_on(&self, mut request: Request<Body>) -> Answer {
        let path = request.uri().path().to_owned();
        if crate::dates_in_query::decoded(&path).is_none() {
            return self.failed(Failure::BadRequest, path).await;
        }
        // Whoever only reads may come from anywhere, as from a link in a mail.
        let reads = matches!(*request.method(), Method::GET | Method::HEAD);
        if !reads && !is_ours(request.headers(), self.parts.public_url.as_deref()) {
            return self.failed(Failure::OtherSite, path).await;
        }
        if let Some(Peer(peer)) = request.extensions_mut().remove::<Peer>() {
            let caller = caller::address(peer, request.headers(), &self.parts.trusted_proxies);
            request.extensions_mut().insert(caller);
        }
        // Who says beforehand that it is too large need not send it.
        let length = request
            .headers()
            .get(CONTENT_LENGTH)
            .and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
        if length.is_some_and(|length| length > self.parts.limits.body_bytes as u64) {
            return self.failed(Failure::BodyTooLarge, path).await;
        }
        // The body is read here, so that its cap and its deadline are ours and not a matter of
        // what a handler does.
        let body = std::mem::take(request.body_mut());
        let (body, _held) = match self.arrived(body).await {
            Ok(arrived) => arrived,
            Err(failure) => {
                let mut answer = self.failed(failure, path).await;
                // The rest of that body is still on its way and must not be read as a request.
                let close = HeaderValue::from_static("close");
                answer.headers_mut().insert(CONNECTION, close);
                return answer;
            }
        };
        *request.body_mut() = Body::from(body);
        request
            .extensions_mut()
            .insert((self.parts.source.edition)());
        // A task of its own: what is begun is not dropped half-way when the browser hangs up.
        let asked = tokio::spawn(self.ask(request)).await;
        let asked = asked.map_err(|error| match error.try_into_panic() {
            Ok(panic) => said(&*panic),
            Err(error) => error.to_string(),
        });
        answer_of(self.told(asked, &path).await.0)
    }

    /// A body when it is whole, with what it holds of the bytes that all bodies may have. Each
    /// piece takes its own when it is there: who announces much and sends little holds little.
    async fn arrived(&self, mut body: Body) -> Result<(Bytes, Vec<OwnedSemaphorePermit>), Failure> {
        let (mut whole, mut held) = (Vec::new(), Vec::new());
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|error| body_failure(&error))?;
            let Ok(piece) = frame.into_data() else {
                continue;
            };
            let bytes = u32::try_from(piece.len()).map_err(|_| Failure::BodyTooLarge)?;
            let room = Arc::clone(&self.parts.bodies).try_acquire_many_owned(bytes);
            held.push(room.map_err(|_| Failure::Busy)?);
            whole.extend_from_slice(&piece);
        }
        Ok((Bytes::from(whole), held))
    }

    /// A line of plain text, or nothing, with the headers of every response.
    pub(super) fn bare(&self, status: StatusCode, line: impl Into<Bytes>) -> Answer {
        let raw: Bytes = line.into();
        let mut headers = self.parts.headers.clone();
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if !raw.is_empty() {
            headers.insert(
                CONTENT_TYPE,
                HeaderValue::from_static("text/plain; charset=utf-8"),
            );
        }
        answer_of(Parts {
            status,
            headers,
            raw,
        })
    }
}

/// A response of the routes with its body, or why the body did not come.
type Asked = (axum::http::response::Parts, Result<Bytes, axum::Error>);

/// What became of making a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Made {
    /// A page that may be kept.
    Kept,
    /// Something else than a page that may be kept: whatever was kept there no longer holds.
    Gone,
    /// Our fault.
    Failed,
}

fn answer_of(parts: Parts) -> Answer {
    let mut answer = Response::new(Full::new(parts.raw));
    *answer.status_mut() = parts.status;
    *answer.headers_mut() = parts.headers;
    answer
}

/// The failure that a response stands for, if it has no page of its own: one that a handler
/// returned, or a bare refusal by the router or by an extractor.
fn failure_of(head: &mut axum::http::response::Parts) -> Option<Failure> {
    if let Some(failure) = head.extensions.remove::<Failure>() {
        return Some(failure);
    }
    let refused = head.status.is_client_error() || head.status.is_server_error();
    let content_type = head
        .headers
        .get(CONTENT_TYPE)
        .map(HeaderValue::as_bytes)
        .unwrap_or_default();
    let own_words =
        content_type.starts_with(b"text/html") || content_type.starts_with(b"application/");
    (refused && !own_words).then(|| Failure::of_status(head.status))
}

/// What is wrong with a body that did not come.
fn body_failure(error: &axum::Error) -> Failure {
    let mut cause: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(this) = cause {
        if this.is::<LengthLimitError>() {
            return Failure::BodyTooLarge;
        }
        if this.is::<TooSlow>() {
            return Failure::TooSlow;
        }
        cause = this.source();
    }
    Failure::BadRequest
}

/// What a panic said.
fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no message".to_owned())
}
