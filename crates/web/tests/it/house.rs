//! A house to try the server in: routes, a day, a position, and a client that speaks bytes.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Router, body::Bytes};
use jiff::civil::{Date, date};
use riktning_web::cache::Edition;
use riktning_web::server::Source;
use riktning_web::{AsOf, Failure, Keep, Limits, Settings, Site, serve};
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::{Semaphore, oneshot};

pub(crate) const TODAY: Date = date(2026, 11, 23);

/// What the tests turn.
pub(crate) struct House {
    pub(crate) position: AtomicU64,
    pub(crate) day: Mutex<Date>,
    pub(crate) ready: AtomicBool,
    /// Whether `/vision` panics, or is gone.
    pub(crate) broken: AtomicBool,
    pub(crate) gone: AtomicBool,
    pub(crate) invented: AtomicBool,
    /// How many times a page was made.
    pub(crate) made: AtomicUsize,
    /// `/slow` takes a permit before it answers.
    pub(crate) gate: Semaphore,
}

impl House {
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(House {
            position: AtomicU64::new(1),
            day: Mutex::new(TODAY),
            ready: AtomicBool::new(true),
            broken: AtomicBool::new(false),
            gone: AtomicBool::new(false),
            invented: AtomicBool::new(false),
            made: AtomicUsize::new(0),
            gate: Semaphore::new(0),
        })
    }

    pub(crate) fn source(self: &Arc<Self>) -> Source {
        let (edition, ready) = (Arc::clone(self), Arc::clone(self));
        Source {
            routes: routes(self),
            edition: Arc::new(move || Edition {
                position: edition.position.load(Ordering::SeqCst),
                day: *edition.day.lock().unwrap(),
                kept_back: 0,
            }),
            ready: Arc::new(move || {
                if ready.ready.load(Ordering::SeqCst) {
                    Ok(())
                } else {
                    Err("secret: the disk is full".to_owned())
                }
            }),
            invented: Arc::new({
                let house = Arc::clone(self);
                move || house.invented.load(Ordering::SeqCst)
            }),
            failure_page: Arc::new(|path, failure, reference| {
                assert!(
                    !path.starts_with("/double-fault"),
                    "secret: this page fails too"
                );
                let text = format!("<p>{path} {failure:?} ref={}", reference.unwrap_or("none"));
                let text = if matches!(failure, Failure::Internal(_)) {
                    format!("<p>fault ref={}", reference.unwrap())
                } else {
                    text
                };
                (failure.status(), Html(text)).into_response()
            }),
        }
    }

    pub(crate) fn site(self: &Arc<Self>) -> Site {
        Site::from_source(self.source(), &Settings::default())
    }

    pub(crate) fn made(&self) -> usize {
        self.made.load(Ordering::SeqCst)
    }
}

pub(crate) fn kept(html: String) -> Response {
    let mut response = Html(html).into_response();
    response.extensions_mut().insert(Keep::ALWAYS);
    response
}

#[derive(Debug, thiserror::Error)]
#[error("secret: password of the database")]
struct Secret;

fn routes(house: &Arc<House>) -> Router {
    let (vision, slow) = (Arc::clone(house), Arc::clone(house));
    let vision = move |as_of: AsOf, headers: HeaderMap| async move {
        vision.made.fetch_add(1, Ordering::SeqCst);
        assert!(
            !vision.broken.load(Ordering::SeqCst),
            "secret: the page is broken"
        );
        if vision.gone.load(Ordering::SeqCst) {
            return Failure::NotFound.into_response();
        }
        let position = vision.position.load(Ordering::SeqCst);
        let filling = "Varje barn har rätt att lära. ".repeat(300);
        kept(format!(
            "<p>position {position} day {} headers {}<p>{filling}",
            as_of.day,
            headers.len()
        ))
    };
    let slow = move || async move {
        slow.made.fetch_add(1, Ordering::SeqCst);
        // Only so that a failing test ends.
        let permit = tokio::time::timeout(Duration::from_secs(5), slow.gate.acquire()).await;
        permit.expect("the gate is opened").unwrap().forget();
        kept(format!("slow at {}", slow.position.load(Ordering::SeqCst)))
    };
    let slug = |Path(slug): Path<String>, _: AsOf| async move {
        if slug.len() < 4 {
            Ok(kept(slug))
        } else {
            Err(Failure::NotFound)
        }
    };
    Router::new()
        .route("/vision", get(vision.clone()))
        .route("/en/", get(vision))
        .route("/slow", get(slow.clone()))
        .route("/slow-too", get(slow.clone()))
        .route("/gated/{number}", get(slow))
        .route("/mal/{slug}", get(slug))
        .route(
            "/lax",
            get(|| async { ([("content-security-policy", "default-src *")], Html("lax")) }),
        )
        .route(
            "/panic",
            get(|| async { panic!("secret: a panic") as Response }),
        )
        .route(
            "/double-fault",
            get(|| async { panic!("secret: a panic") as Response }),
        )
        .route(
            "/error",
            get(|| async { Err::<Response, _>(Failure::internal(Secret)) }),
        )
        .route(
            "/leaky",
            get(|| async { (StatusCode::BAD_GATEWAY, "secret: 10.0.0.7 refused") }),
        )
        .route(
            "/unkept",
            get(|| async { ([("set-cookie", "a=b")], Html("unkept")) }),
        )
        .route(
            "/cookie",
            get(|| async { ([("set-cookie", "a=b")], kept("kept".to_owned())) }),
        )
        .route("/big", get(|| async { kept("å".repeat(4 << 20)) }))
        .route(
            "/form",
            post(|body: Bytes| async move { Html(format!("{} bytes", body.len())) }),
        )
        .route(
            "/form-panic",
            post(|| async { panic!("secret: a panic") as Response }),
        )
}

/// A site on a port, until it is told to stop.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    pub(crate) site: Site,
    stop: Option<oneshot::Sender<()>>,
    server: tokio::task::JoinHandle<Result<(), riktning_web::ServeError>>,
}

impl Running {
    pub(crate) async fn start(site: Site) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let server = tokio::spawn(serve(listener, site.clone(), stopped));
        Running {
            address,
            site,
            stop: Some(stop),
            server,
        }
    }

    pub(crate) async fn with_limits(house: &Arc<House>, limits: Limits) -> Self {
        Running::start(Site::from_source(
            house.source(),
            &Settings {
                limits,
                ..Settings::default()
            },
        ))
        .await
    }

    pub(crate) fn order_stop(&mut self) {
        self.stop.take().unwrap().send(()).unwrap();
    }

    pub(crate) async fn stopped(self) {
        self.server.await.unwrap().unwrap();
    }

    /// One request on a connection of its own; the server is asked to close it.
    pub(crate) async fn get(&self, target: &str, headers: &str) -> Reply {
        self.send(format!(
            "GET {target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{headers}\r\n"
        ))
        .await
    }

    /// Bytes on a connection of their own, and everything that comes until the other side closes.
    pub(crate) async fn send(&self, bytes: impl Into<Vec<u8>>) -> Reply {
        let (address, bytes) = (self.address, bytes.into());
        blocking(move || {
            let mut client = Client::connect(address);
            client.write(&bytes);
            client.rest()
        })
        .await
    }
}

/// Runs what blocks beside the server.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work).await.unwrap()
}

/// A client that speaks bytes.
pub(crate) struct Client(pub(crate) TcpStream);

impl Client {
    pub(crate) fn connect(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        // Only so that a failing test ends.
        stream
            .set_read_timeout(Some(Duration::from_secs(5)))
            .unwrap();
        Client(stream)
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) {
        self.0.write_all(bytes).unwrap();
    }

    /// Reads one response by its content-length.
    pub(crate) fn reply(&mut self) -> Reply {
        let mut bytes = Vec::new();
        let mut byte = [0];
        while !bytes.ends_with(b"\r\n\r\n") {
            assert_eq!(
                self.0.read(&mut byte).unwrap(),
                1,
                "closed in {:?}",
                String::from_utf8_lossy(&bytes)
            );
            bytes.push(byte[0]);
        }
        let mut reply = Reply::parse(&bytes);
        let length = reply
            .header("content-length")
            .map_or(0, |length| length.parse().unwrap());
        reply.body = vec![0; length];
        self.0.read_exact(&mut reply.body).unwrap();
        reply
    }

    /// Reads until the other side closes.
    pub(crate) fn rest(&mut self) -> Reply {
        let mut bytes = Vec::new();
        self.0.read_to_end(&mut bytes).unwrap();
        Reply::parse(&bytes)
    }

    /// Whether the other side has closed without a word.
    pub(crate) fn is_cut(&mut self) -> bool {
        let mut bytes = Vec::new();
        match self.0.read_to_end(&mut bytes) {
            Ok(_) => bytes.is_empty(),
            Err(error) => error.kind() == std::io::ErrorKind::ConnectionReset,
        }
    }
}

/// A response.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    fn parse(bytes: &[u8]) -> Self {
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .expect("a whole head")
            + 4;
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Reply {
            status,
            head,
            body: bytes[end..].to_vec(),
        }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            line.split_once(": ")
                .filter(|(found, _)| *found == name)
                .map(|(_, value)| value)
        })
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

/// Waits for a condition, without a clock of its own: what it waits for has no length.
pub(crate) async fn until(mut condition: impl FnMut() -> bool) {
    for _ in 0..5_000 {
        if condition() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    panic!("it never came to that");
}
