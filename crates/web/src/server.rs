//! The server: a site on a listener, until it is told to stop.
//!
//! `axum::serve` has no deadline for the head of a request, for its first byte or for a reader
//! who does not read, and no cap on connections; so we accept ourselves and give each
//! connection to hyper with a watch beside it (`connection`).

mod answer;
mod connection;
mod render;
mod substitute;
mod watch;

use crate::cache::making::Making;
use crate::cache::page::{Page, Parts};
use crate::cache::{Bounds, Cache, Edition, Tally};
use crate::failure::Failure;
use crate::form;
use crate::{assets, pages, routes, security};
use axum::Router;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderMap, HeaderValue};
use axum::response::Response;
use connection::Orders;
use riktning_app::App;
use riktning_app::passkeys::Passkeys;
use riktning_app::providers::Providers;
use std::collections::HashMap;
use std::fmt;
use std::io;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

/// What a connection may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Connections at once. The next one waits to be accepted; while three quarters are in use,
    /// idle ones are closed after a second.
    pub connections: usize,
    /// From the opening of a connection to its first byte.
    pub first_byte: Duration,
    /// From the first byte of a request to the end of its head.
    pub head: Duration,
    /// From the end of the head to the end of the body.
    pub body: Duration,
    /// Bytes of a body.
    pub body_bytes: usize,
    /// Bytes of all bodies that are held at once. What goes beyond is told to come again.
    pub all_bodies: usize,
    /// Between an answer and the next request.
    pub idle: Duration,
    /// How long a reader may take none of an answer. Reading a kilobyte buys a second more.
    pub stalled: Duration,
    /// From the order to stop until what is still under way is cut off.
    pub grace: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            connections: 10_000,
            first_byte: Duration::from_secs(10),
            head: Duration::from_secs(10),
            body: Duration::from_secs(30),
            body_bytes: form::LARGEST,
            all_bodies: 128 << 20,
            idle: Duration::from_secs(60),
            stalled: Duration::from_secs(20),
            grace: Duration::from_secs(10),
        }
    }
}

/// What the site is told from outside.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The address that residents know, as `https://mal.example.se`. HSTS is sent if it is https.
    pub public_url: Option<String>,
    /// The proxies whose word of a caller's address counts.
    pub trusted_proxies: Vec<IpAddr>,
    /// Whether those who hand in, decide or let others in turn on a second factor before all else.
    pub second_step: bool,
    /// The services that somebody who works here may sign in through.
    pub providers: Providers,
    /// The passkeys that whoever works here may sign in with, where the address allows any.
    pub passkeys: Passkeys,
    /// What a connection may cost.
    pub limits: Limits,
    /// How much the page cache holds.
    pub bounds: Bounds,
}

/// Where the server gets its pages from. The application is one such source ([`Source::of`]);
/// it is taken apart here so that the server can be tried with routes that panic, hang or grow.
#[derive(Clone)]
pub struct Source {
    /// The pages. A request for one holds its address in its one form, and nothing else.
    pub routes: Router,
    /// What the pages depend on now. Asked by every request: two plain reads.
    pub edition: Arc<dyn Fn() -> Edition + Send + Sync>,
    /// Whether the site can take part in the work; the text is for the log.
    pub ready: Arc<dyn Fn() -> Result<(), String> + Send + Sync>,
    /// Whether everything is invented: search engines are then asked to stay away.
    pub invented: Arc<dyn Fn() -> bool + Send + Sync>,
    /// The page that tells a failure.
    pub failure_page: Arc<FailurePage>,
}

/// The page that tells a failure, for a path (which has the language in it), with the reference
/// if there is one.
pub type FailurePage = dyn Fn(&str, &Failure, Option<&str>) -> Response + Send + Sync;

impl Source {
    /// The application as a source of pages.
    pub fn of(app: &App) -> Self {
        Source::known_as(app, None)
    }

    /// The same, with the address that residents know it by.
    pub fn known_as(app: &App, public_url: Option<&str>) -> Self {
        let settings = Settings {
            public_url: public_url.map(str::to_owned),
            ..Settings::default()
        };
        Source::served(app, &settings)
    }

    fn served(app: &App, settings: &Settings) -> Self {
        let [edition, ready, group, failure] = [(); 4].map(|()| app.clone());
        Source {
            routes: routes::router(app, settings),
            // The position is read before the day and before any page reads State: what is made
            // may then be newer than its edition says, and be made once more, but never older.
            edition: Arc::new(move || Edition {
                position: edition.public_position(),
                kept_back: edition.kept_back_position(),
                day: edition.today(),
            }),
            ready: Arc::new(move || ready.ready()),
            invented: Arc::new(move || {
                group.published(group.today(), |published| {
                    published.group().is_some_and(|group| group.invented)
                })
            }),
            failure_page: Arc::new(move |path, why, reference| match why {
                Failure::NotFound => pages::errors::not_found(&failure, path),
                Failure::BadDay(bad) => pages::bad_day(&failure, path, bad),
                Failure::BadRequest => pages::errors::bad_request(&failure, path),
                Failure::NoAnswer => pages::errors::no_answer(&failure, path),
                Failure::NoDeed => pages::errors::no_deed(&failure, path),
                Failure::BodyTooLarge => pages::errors::too_large(&failure, path),
                Failure::OtherSite => pages::errors::other_site(&failure, path),
                Failure::TooMany => pages::errors::too_many(&failure, path),
                other => pages::errors::failure(&failure, path, other.status(), reference),
            }),
        }
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").finish_non_exhaustive()
    }
}

/// A public site. A value: a clone is the same site.
#[derive(Clone, Debug)]
pub struct Site {
    parts: Arc<SiteParts>,
}

#[derive(Debug)]
struct SiteParts {
    source: Source,
    public_url: Option<String>,
    trusted_proxies: Vec<IpAddr>,
    limits: Limits,
    /// The headers of every response.
    headers: HeaderMap,
    cache: Cache,
    making: Arc<Making>,
    /// A permit for each byte of a body that is held: from its arrival to the answer.
    bodies: Arc<Semaphore>,
    /// The style sheet, the fonts, the mark and `/healthz`, by address.
    fixed: HashMap<String, Page>,
}

impl Site {
    /// The site of an application.
    pub fn new(app: &App, settings: &Settings) -> Self {
        let source = Source::served(app, settings);
        Site::from_source(source, settings)
    }

    /// A site with pages from elsewhere.
    pub fn from_source(source: Source, settings: &Settings) -> Self {
        let headers = security::headers(
            settings
                .public_url
                .as_deref()
                .is_some_and(|url| url.starts_with("https://")),
        );
        let fixed = fixed(&headers);
        Site {
            parts: Arc::new(SiteParts {
                source,
                public_url: settings.public_url.clone(),
                trusted_proxies: settings.trusted_proxies.clone(),
                limits: settings.limits,
                headers,
                cache: Cache::new(settings.bounds),
                making: Making::new(),
                bodies: Arc::new(Semaphore::new(
                    settings.limits.all_bodies.min(Semaphore::MAX_PERMITS),
                )),
                fixed,
            }),
        }
    }

    /// What the page cache has done.
    pub fn tally(&self) -> Tally {
        self.parts.cache.tally()
    }

    /// How many pages are being made.
    pub fn pages_under_way(&self) -> usize {
        self.parts.making.len()
    }

    /// Forgets every kept page, and what is being made now is made again. For `redact`, after the
    /// State without the redacted text is in place: an older byte must not leave after that.
    pub fn forget_pages(&self) {
        self.parts.cache.forget();
    }
}

/// What always has the same bytes.
fn fixed(headers: &HeaderMap) -> HashMap<String, Page> {
    let page = |raw: Bytes, content_type: &'static str, cache: HeaderValue, pressed| {
        let mut headers = headers.clone();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        headers.insert(CACHE_CONTROL, cache);
        Page::fixed(
            Parts {
                status: StatusCode::OK,
                headers,
                raw,
            },
            pressed,
        )
    };
    let for_ever = HeaderValue::from_static("public, max-age=31536000, immutable");
    let mut fixed: HashMap<String, Page> = assets::all()
        .iter()
        .map(|asset| {
            let pressed = (asset.gzip.clone(), asset.brotli.clone());
            (
                asset.address.clone(),
                page(
                    asset.raw.clone(),
                    asset.content_type,
                    for_ever.clone(),
                    pressed,
                ),
            )
        })
        .collect();
    const TEXT: &str = "text/plain; charset=utf-8";
    let unkept = HeaderValue::from_static("no-store");
    fixed.insert(
        "/healthz".to_owned(),
        page(Bytes::from_static(b"ok\n"), TEXT, unkept, (None, None)),
    );
    fixed
}

/// The listener cannot give any more connections.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The operating system says that the listener is none.
    #[error("the listener cannot accept connections any more")]
    Listener(#[source] io::Error),
}

/// Serves a site until `shutdown` is done; then takes no more connections, lets what is under way
/// finish, and cuts off what has not by the end of the grace.
///
/// # Errors
///
/// When the listener itself is broken. Everything that passes, such as too many open files, is
/// waited out.
pub async fn serve(
    listener: TcpListener,
    site: Site,
    shutdown: impl Future,
) -> Result<(), ServeError> {
    // From here to every connection: go on, finish, or stop. Each connection holds a receiver, so
    // that all of them are gone is seen as the channel being closed.
    let (orders, order) = tokio::sync::watch::channel(Orders::GoOn);
    let outcome = {
        let accepting = accept_all(&listener, &site, &order);
        tokio::pin!(shutdown, accepting);
        tokio::select! {
            broken = &mut accepting => Err(broken),
            _ = &mut shutdown => Ok(()),
        }
    };
    // Before the order: a connection that came in after it would not be told.
    drop(listener);
    drop(order);
    orders.send_replace(Orders::Finish);
    if tokio::time::timeout(site.parts.limits.grace, orders.closed())
        .await
        .is_err()
    {
        tracing::warn!(
            connections = orders.receiver_count(),
            "cutting off connections after the grace"
        );
        orders.send_replace(Orders::Stop);
        orders.closed().await;
    }
    outcome
}

/// Accepts for ever; comes back only with what makes that impossible.
async fn accept_all(
    listener: &TcpListener,
    site: &Site,
    order: &tokio::sync::watch::Receiver<Orders>,
) -> ServeError {
    let limits = site.parts.limits;
    // One permit per connection, taken before accepting: those beyond the cap wait in the
    // operating system's queue, where they cost us nothing.
    let permits = Arc::new(Semaphore::new(limits.connections));
    let open = Arc::new(AtomicUsize::new(0));
    let mut pause = Pause::default();
    loop {
        let Ok(permit) = Arc::clone(&permits).acquire_owned().await else {
            return ServeError::Listener(io::Error::other("the permits are gone"));
        };
        let (stream, peer) = match listener.accept().await {
            Ok((stream, peer)) => (stream, peer.ip()),
            Err(error) if is_broken(&error) => return ServeError::Listener(error),
            Err(error) => {
                pause.after(&error).await;
                continue;
            }
        };
        pause = Pause::default();
        open.fetch_add(1, Ordering::Relaxed);
        let (site, order, open) = (site.clone(), order.clone(), Arc::clone(&open));
        // A task per connection. It ends by itself: every state of a connection has a deadline.
        tokio::spawn(async move {
            // An answer is one write; waiting to fill a packet would only hold it back.
            if let Err(error) = TcpStream::set_nodelay(&stream, true) {
                tracing::debug!(%error, "no TCP_NODELAY");
            }
            connection::run(stream, peer, site, order, &open).await;
            open.fetch_sub(1, Ordering::Relaxed);
            drop(permit);
        });
    }
}

/// Whether accepting can never succeed again: EBADF, EINVAL, ENOTSOCK, EOPNOTSUPP.
fn is_broken(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(9 | 22 | 88 | 95))
}

/// A pause after an accept that failed for want of something (open files, memory), doubled from
/// 5 milliseconds to a second: the listener stays ready, so going on at once would burn a
/// processor until somebody hangs up.
#[derive(Debug, Default)]
struct Pause {
    times: u32,
}

impl Pause {
    async fn after(&mut self, error: &io::Error) {
        use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
        if matches!(
            error.kind(),
            ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted
        ) {
            // That one caller hung up before we answered.
            return;
        }
        if self.times == 0 {
            tracing::error!(%error, "cannot accept connections; trying again");
        }
        tokio::time::sleep(
            Duration::from_millis(5 << self.times.min(8)).min(Duration::from_secs(1)),
        )
        .await;
        self.times += 1;
    }
}
