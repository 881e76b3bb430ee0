//! From a request to its answer: out of memory at once, or by making the page.

use super::watch::{Waiting, Watch};
use super::{Limits, Site};
use crate::cache::address::{self, Address, Asked};
use crate::cache::making::{Part, arrival};
use crate::cache::page::Answer;
use crate::cache::{Count, Found};
use crate::failure::Failure;
use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_LENGTH, HOST, HeaderMap, LOCATION};
use axum::http::{HeaderValue, Method, Request, StatusCode, Uri, Version};
use http_body_util::Limited;
use hyper::body::{Body as _, Frame, Incoming, SizeHint};
use hyper::service::Service;
use std::convert::Infallible;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::time::Sleep;

/// The names and values of the largest head that we accept. Browsers send a tenth of it.
const HEAD_BYTES: usize = 16 << 10;

impl Site {
    /// Answers one request, as the server does for those that come over a connection.
    pub async fn respond(&self, request: Request<Body>) -> Answer {
        match self.at_once(request.method(), request.uri(), request.headers()) {
            Some(answer) => answer,
            None => self.in_time(request).await,
        }
    }

    /// The answer out of memory, if there is one. What stands in the request is looked up as it
    /// stands: only addresses in their one form are kept, so whatever is found is right.
    fn at_once(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Option<Answer> {
        if method != Method::GET && method != Method::HEAD {
            return None;
        }
        if weight(headers) > HEAD_BYTES {
            return None;
        }
        let site = &*self.parts;
        let address = uri.path_and_query()?.as_str();
        let kept = site
            .cache
            .current(address, (site.source.edition)(), |page| {
                page.answer(method, headers)
            });
        let (answer, count) = match kept {
            Some(kept) => kept,
            None => site.fixed.get(address)?.answer(method, headers),
        };
        site.cache.count(count);
        Some(answer)
    }

    /// The answer to what is not in memory as it stands.
    async fn in_time(&self, request: Request<Body>) -> Answer {
        let method = request.method().clone();
        let path = request.uri().path().to_owned();
        if weight(request.headers()) > HEAD_BYTES {
            return self.failed(Failure::HeadTooLarge, path).await;
        }
        match method {
            Method::GET | Method::HEAD if crate::work::is_work(&path) => {
                return self.passed_on(request).await;
            }
            Method::GET | Method::HEAD => {}
            // Neither is anything that a page does.
            Method::TRACE | Method::CONNECT => {
                return self.failed(Failure::MethodNotAllowed, path).await;
            }
            _ if self.is_only_read(&path) => {
                return self.failed(Failure::MethodNotAllowed, path).await;
            }
            _ => return self.passed_on(request).await,
        }
        let today = (self.parts.source.edition)().day;
        match address::read(&path, request.uri().query(), today) {
            Asked::Page(address) => self.page(address, &method, request.headers(), path).await,
            Asked::Moved(to) => self.moved(&to),
            Asked::NotFound => self.failed(Failure::NotFound, path).await,
            Asked::Unreadable => self.failed(Failure::BadRequest, path).await,
            Asked::TooLong => self.failed(Failure::AddressTooLong, path).await,
            Asked::BadDay(bad) => self.failed(Failure::BadDay(bad), path).await,
        }
    }

    /// Whether the server itself answers at an address, so that no route is asked: what is
    /// always the same, the two questions of an operator, and what has its page elsewhere.
    fn is_only_read(&self, path: &str) -> bool {
        let today = (self.parts.source.edition)().day;
        self.parts.fixed.contains_key(path)
            || matches!(path, "/readyz" | "/robots.txt")
            || matches!(address::read(path, None, today), Asked::Moved(_))
    }

    /// The page at an address in its one form.
    async fn page(
        &self,
        address: Address,
        method: &Method,
        headers: &HeaderMap,
        path: String,
    ) -> Answer {
        let site = &*self.parts;
        let given = |page: &crate::cache::page::Page, count| {
            let (answer, answered) = page.answer(method, headers);
            site.cache.count(count);
            if let Count::Unchanged = answered {
                site.cache.count(answered);
            }
            answer
        };
        if let Some(page) = site.fixed.get(&address.text) {
            return given(page, Count::Current);
        }
        match address.text.as_str() {
            "/readyz" => return self.readiness(),
            "/robots.txt" => return self.robots(),
            _ => {}
        }
        let older = match site.cache.look_up(&address.text, (site.source.edition)()) {
            Found::Current(page) => return given(&page, Count::Current),
            Found::Older(page) => Some(page),
            Found::Missing => None,
        };
        let coming = match (site.making.join(&Arc::from(address.text.as_str())), older) {
            (Part::Make(task, coming), _) => {
                // A task of its own: the page is finished also if this reader hangs up. It ends
                // with the page, and a stop of the process may cut it.
                tokio::spawn(self.clone().make(task, address.past));
                coming
            }
            (Part::Wait(_) | Part::Full, Some(older)) => return given(&older, Count::Older),
            (Part::Wait(coming), None) => coming,
            (Part::Full, None) => return self.busy(&path).await,
        };
        match arrival(coming).await {
            Some(page) => page.answer(method, headers).0,
            None => self.failed(Failure::internal(NobodyMadeIt), path).await,
        }
    }

    /// Sends on to the address that the page has.
    fn moved(&self, to: &str) -> Answer {
        let mut answer = self.bare(StatusCode::MOVED_PERMANENTLY, "");
        // As GET would say it, also to HEAD.
        answer
            .headers_mut()
            .insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        match HeaderValue::from_str(to) {
            Ok(to) => answer.headers_mut().insert(LOCATION, to),
            Err(_) => return self.bare(StatusCode::NOT_FOUND, ""),
        };
        answer
    }

    /// What search engines may read: nothing that is invented.
    fn robots(&self) -> Answer {
        let invented = (self.parts.source.invented)();
        if invented {
            return self.bare(StatusCode::OK, "User-agent: *\nDisallow: /\n");
        }
        let map = self.parts.public_url.as_deref().map(|url| {
            let root = url.trim_end_matches('/');
            format!("Sitemap: {root}/sitemap.xml\n")
        });
        let map = map.unwrap_or_default();
        self.bare(StatusCode::OK, format!("User-agent: *\nDisallow:\n{map}"))
    }

    /// Whether the site can take part in the work. The reason is for the log, not for whoever
    /// asks.
    fn readiness(&self) -> Answer {
        match (self.parts.source.ready)() {
            Ok(()) => self.bare(StatusCode::OK, "ready\n"),
            Err(reason) => {
                tracing::warn!(reason, "not ready");
                self.bare(StatusCode::SERVICE_UNAVAILABLE, "not ready\n")
            }
        }
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the task that made the page ended without one")]
struct NobodyMadeIt;

fn weight(headers: &HeaderMap) -> usize {
    headers
        .iter()
        .map(|(name, value)| name.as_str().len() + value.len())
        .sum()
}

/// Whether it is said once whom a request is for, as HTTP/1.1 wants it (RFC 9112 §3.2).
fn has_one_host(request: &Request<Incoming>) -> bool {
    request.version() != Version::HTTP_11 || request.headers().get_all(HOST).iter().count() == 1
}

/// What hyper calls for each request of one connection.
#[derive(Debug)]
pub(super) struct Answering {
    pub(super) site: Site,
    pub(super) watch: Arc<Watch>,
    pub(super) peer: IpAddr,
}

/// The address at the other end of the connection.
#[derive(Clone, Copy, Debug)]
pub(super) struct Peer(pub(super) IpAddr);

impl Service<Request<Incoming>> for Answering {
    type Response = Answer;
    type Error = Infallible;
    type Future = Answered;

    fn call(&self, request: Request<Incoming>) -> Answered {
        if !has_one_host(&request) {
            self.watch.set(Waiting::Us);
            let (site, watch) = (self.site.clone(), Arc::clone(&self.watch));
            let path = request.uri().path().to_owned();
            return Answered::Later(Box::pin(async move {
                let answer = site.failed(Failure::BadRequest, path).await;
                watch.set(Waiting::Next);
                answer
            }));
        }
        if let Some(answer) = self
            .site
            .at_once(request.method(), request.uri(), request.headers())
        {
            self.watch.set(Waiting::Next);
            return Answered::Now(Some(answer));
        }
        self.watch.set(Waiting::Us);
        let (site, watch) = (self.site.clone(), Arc::clone(&self.watch));
        let peer = Peer(self.peer);
        let mut request = request.map(|body| {
            let limits = &site.parts.limits;
            if body.is_end_stream() {
                Body::empty()
            } else {
                Body::new(Arriving::new(body, limits))
            }
        });
        request.extensions_mut().insert(peer);
        Answered::Later(Box::pin(async move {
            let answer = site.in_time(request).await;
            watch.set(Waiting::Next);
            answer
        }))
    }
}

/// An answer that is there, or one that comes. Kept pages need no allocation for the second.
pub(super) enum Answered {
    Now(Option<Answer>),
    Later(Pin<Box<dyn Future<Output = Answer> + Send>>),
}

impl Future for Answered {
    type Output = Result<Answer, Infallible>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match self.get_mut() {
            // hyper does not poll a future again that is ready.
            Answered::Now(answer) => answer
                .take()
                .map_or(Poll::Pending, |answer| Poll::Ready(Ok(answer))),
            Answered::Later(coming) => coming.as_mut().poll(cx).map(Ok),
        }
    }
}

/// A body with a cap and a deadline.
struct Arriving {
    body: Limited<Incoming>,
    deadline: Pin<Box<Sleep>>,
}

impl Arriving {
    fn new(body: Incoming, limits: &Limits) -> Self {
        Arriving {
            body: Limited::new(body, limits.body_bytes),
            deadline: Box::pin(tokio::time::sleep(limits.body)),
        }
    }
}

/// The body did not arrive in time.
#[derive(Debug, thiserror::Error)]
#[error("the body did not arrive in time")]
pub(super) struct TooSlow;

impl hyper::body::Body for Arriving {
    type Data = Bytes;
    type Error = Box<dyn std::error::Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        match Pin::new(&mut self.body).poll_frame(cx) {
            Poll::Pending => self
                .deadline
                .as_mut()
                .poll(cx)
                .map(|()| Some(Err(TooSlow.into()))),
            ready => ready,
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
